/* compare.c - one side of a comparison: what it counts, what was said at first, which packets passed. */
#include "tell/compare.h"

#include <stdlib.h>

#include "core/session.h"
#include "print/value.h"
#include "tell/keep.h"

/* What tells two conversations apart, in the order in which it is said. */
static const char *const trait_names[] = {
    "ip.ttl", "ipv6.hlim", "tcp.options.mss_val", "tcp.options.wscale.shift", "tcp.window_size_value",
    "tls.record.version", "tls.handshake.extensions_server_name", "tls.handshake.extensions.supported_version",
    "tls.handshake.ciphersuite", "tls.handshake.extensions_key_share_group", "tls.handshake.extensions_alpn_str",
    "tls.handshake.ja4", "http.request.method", "http.request.uri", "http.request.version", "http.host",
    "http.user_agent",
    "http.accept", "http.accept_encoding", "http.connection", "http.cookie", "http.response.code", "http.server",
    "http.content_type", "http.content_encoding", "http.transfer_encoding", "http.cache_control",
    "http2.headers.method", "http2.headers.path", "http2.headers.status", "dns.qry.name", "dns.qry.type",
    "dns.flags.rcode", "dns.a",
    "websocket.opcode",
};
enum { TRAITS = sizeof trait_names / sizeof *trait_names };
_Static_assert((int)TRAITS <= (int)WT_TRAITS, "room for all traits");

/* The layers whose fields are looked at on the way. */
static const uint8_t headers[] = {
    WT_P_ETH, WT_P_VLAN, WT_P_IP, WT_P_IPV6, WT_P_TCP, WT_P_UDP, WT_P_ICMP, WT_P_ICMPV6, WT_P_GRE};

static uint32_t limit(enum wt_limit n) { return wt_limit_get(n)->value; }

/* ---- its life --------------------------------------------------------------------------- */

static bool make_wants(wt_compare *c) {
    size_t room = 64 + TRAITS;
    for (size_t n = 0; n < sizeof headers; n++)
        room += wt_protocol_get(headers[n])->field_count;
    c->want = malloc(room * sizeof *c->want);
    c->trait_of = calloc((size_t)wt_protocol_count() << WT_FID_BITS, 1);
    if (!c->want || !c->trait_of)
        return false;
    for (size_t n = 0; n < sizeof headers; n++)
        for (uint32_t row = 0; row < wt_protocol_get(headers[n])->field_count; row++)
            c->want[c->want_count++] = (wt_fid)headers[n] << WT_FID_BITS | row;
    for (unsigned n = 0; n < TRAITS; n++) {
        c->traits[n] = wt_field_find(trait_names[n]);
        if (c->traits[n] == WT_FID_NONE)
            continue;
        c->want[c->want_count++] = c->traits[n];
        c->trait_of[c->traits[n]] = (uint8_t)(n + 1);
    }
    c->trait_count = TRAITS;
    c->len = wt_field_find("tcp.len");
    return true;
}

wt_compare *wt_compare_new(void) {
    wt_compare *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    c->scratch = wt_out_new(-1);
    if (!c->scratch || !make_wants(c)) {
        wt_compare_free(c);
        return NULL;
    }
    return c;
}

wt_side *wt_compare_side(wt_compare *c, const char *name) {
    if (c->count == WT_SIDES)
        return NULL;
    wt_side *s = &c->sides[c->count];
    *s = (wt_side){.name = name, .flows = wt_flows_new(), .first_ns = INT64_MIN, .last_ns = INT64_MIN};
    if (!s->flows)
        return NULL;
    c->count++;
    return s;
}

static void free_side(wt_side *s) {
    for (uint32_t n = 0; n < s->spotted_count; n++)
        free(s->spotted[n].tape);
    free(s->spotted);
    free(s->talks);
    wt_flows_free(s->flows);
}

void wt_compare_free(wt_compare *c) {
    if (!c)
        return;
    for (unsigned n = 0; n < c->count; n++)
        free_side(&c->sides[n]);
    wt_out_free(c->scratch);
    free(c->want);
    free(c->trait_of);
    free(c);
}

/* Ours and those of the list of conversations. */
void wt_compare_needs(wt_compare *c, wt_options *session) {
    wt_flows_needs(c->sides[0].flows, session);
    wt_fid *all = realloc(c->want, (c->want_count + session->want_count) * sizeof *all);
    if (!all) {
        c->out_of_memory = true;
        return;
    }
    c->want = all;
    memcpy(c->want + c->want_count, session->want, session->want_count * sizeof *all);
    session->want = c->want;
    session->want_count += c->want_count;
}

/* ---- bytes ------------------------------------------------------------------------------ */

/* Each byte of the frame belongs to the last layer that begins at it or before, in the frame itself. */
static void count_bytes(wt_side *s, const wt_tape *t) {
    uint32_t at = 0, length = t->frame->len;
    for (uint32_t l = 1; l < t->layer_count; l++) {
        const wt_layer *layer = &t->layers[l];
        uint32_t end = layer->offset + layer->length;
        if (layer->source || end <= at || end > length)
            continue;
        uint32_t from = layer->offset > at ? layer->offset : at;
        s->rest += from - at;
        s->layer_bytes[layer->proto] += end - from;
        at = end;
    }
    s->rest += length - at;
    s->frames++;
    s->bytes += length;
    if (t->frame->time_ns == INT64_MIN)
        return;
    if (s->first_ns == INT64_MIN)
        s->first_ns = t->frame->time_ns;
    s->last_ns = t->frame->time_ns;
}

/* ---- what was said ---------------------------------------------------------------------- */

static const wt_layer *transport_of(const wt_tape *t) {
    for (uint32_t l = 0; l < t->layer_count; l++)
        if ((t->layers[l].proto == WT_P_TCP || t->layers[l].proto == WT_P_UDP) && t->layers[l].stream != UINT32_MAX)
            return &t->layers[l];
    return NULL;
}

static const wt_flow_row *row_of(const wt_side *s, uint8_t transport, uint32_t stream) {
    unsigned kind = transport == WT_P_UDP;
    return stream < s->flows->count[kind] && s->flows->rows[kind][stream].used ? &s->flows->rows[kind][stream] : NULL;
}

const wt_flow_row *wt_talk_row(const wt_side *s, const wt_talk *t) { return row_of(s, t->transport, t->stream); }

static uint8_t direction(const wt_flow_row *r, const wt_tape *t) {
    const wt_endpoint *e = &r->end[0];
    return !(e->kind == t->src.kind && e->port == t->src.port && memcmp(e->addr, t->src.addr, e->length) == 0);
}

static wt_talk *talk_of(wt_compare *c, wt_side *s, uint8_t transport, uint32_t stream) {
    for (uint32_t n = s->talk_count; n-- > 0;)
        if (s->talks[n].stream == stream && s->talks[n].transport == transport)
            return &s->talks[n];
    if (s->talk_count == limit(WT_LIMIT_COMPARED_TALKS)) {
        s->left_out++;
        return NULL;
    }
    if (s->talk_count == s->talk_cap) {
        uint32_t cap = s->talk_cap ? s->talk_cap * 2 : 16;
        wt_talk *grown = realloc(s->talks, cap * sizeof *grown);
        if (!grown) {
            c->out_of_memory = true;
            return NULL;
        }
        s->talks = grown;
        s->talk_cap = cap;
    }
    wt_talk *k = &s->talks[s->talk_count++];
    memset(k, 0, sizeof *k);
    k->transport = transport;
    k->stream = stream;
    k->first_payload[0] = k->first_payload[1] = INT64_MIN;
    return k;
}

static void note_trait(wt_compare *c, char *to, const wt_tape *t, const wt_item *i) {
    const wt_field *f = wt_field_get(i->field);
    size_t n;
    wt_out_clear(c->scratch);
    if (f->flags & WT_SECRET || i->flags & WT_I_SECRET)
        wt_out_s(c->scratch, "(not shown)");
    else
        wt_value_human(c->scratch, t, i);
    const char *s = wt_out_memory(c->scratch, &n);
    if (n >= WT_TRAIT_TEXT) {
        n = WT_TRAIT_TEXT - 4;
        while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
            n--;
        memcpy(to, s, n);
        memcpy(to + n, "…", sizeof "…");
        return;
    }
    memcpy(to, s, n);
    to[n] = 0;
}

static void note_talk(wt_compare *c, wt_side *s, const wt_tape *t, const wt_layer *l, uint8_t dir) {
    wt_talk *k = talk_of(c, s, l->proto, l->stream);
    if (!k)
        return;
    bool payload = l->proto == WT_P_UDP;
    for (uint32_t i = 0; i < t->item_count; i++) {
        const wt_item *item = &t->items[i];
        payload |= item->field == c->len && item->v.u;
        unsigned n = c->trait_of[item->field];
        if (n && !k->said[n - 1][dir][0])
            note_trait(c, k->said[n - 1][dir], t, item);
    }
    if (payload && k->first_payload[dir] == INT64_MIN)
        k->first_payload[dir] = t->frame->time_ns;
}

/* ---- packets ---------------------------------------------------------------------------- */

static uint64_t hash(uint64_t h, const uint8_t *p, size_t n) {
    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * UINT64_C(0x100000001b3);
    return h ^ h >> 29;
}

/* The packet's bytes behind its transport header, what names it there, and its IP identification. */
typedef struct print {
    const uint8_t *data;
    uint32_t length;
    uint64_t name;
    uint32_t id;
    bool usable;                     /* without the identification, too */
} print;

/* Where the first IP packet of the frame ends, by its own length; 0: there is none. */
static uint32_t ip_end(const wt_tape *t, const wt_layer *l, uint32_t *id) {
    const uint8_t *p = t->frame->data + l->offset;
    uint32_t room = t->frame->caplen - l->offset, end = 0;
    *id = 0;
    if (l->proto == WT_P_IP && room >= 20) {
        end = l->offset + ((uint32_t)p[2] << 8 | p[3]);
        *id = (uint32_t)p[4] << 8 | p[5] | (uint32_t)(p[6] & 0x1f) << 24 | (uint32_t)p[7] << 16;
    } else if (l->proto == WT_P_IPV6 && room >= 40) {
        end = l->offset + 40 + ((uint32_t)p[4] << 8 | p[5]);
    }
    return end > t->frame->caplen || end <= l->offset ? t->frame->caplen : end;
}

static bool find_print(const wt_tape *t, print *k) {
    uint32_t l = 0;
    while (l < t->layer_count &&
           (t->layers[l].source || (t->layers[l].proto != WT_P_IP && t->layers[l].proto != WT_P_IPV6)))
        l++;
    if (l == t->layer_count || t->layers[l].offset >= t->frame->caplen)
        return false;
    uint32_t end = ip_end(t, &t->layers[l], &k->id);
    const wt_layer *over = l + 1 < t->layer_count && !t->layers[l + 1].source ? &t->layers[l + 1] : NULL;
    uint32_t at = over ? over->offset : t->layers[l].offset + t->layers[l].length;
    if (at >= end)
        return false;
    const uint8_t *p = t->frame->data + at;
    uint32_t skip = 0;
    k->name = hash(over ? over->proto : 0, NULL, 0);
    k->usable = true;
    if (over && over->proto == WT_P_TCP && end - at >= 20) {
        skip = over->length < end - at ? over->length : end - at;
        k->name = hash(k->name ^ p[13], p + 4, 4);          /* flags and sequence number */
        k->usable = true;
    } else if (over && over->proto == WT_P_UDP && end - at >= 8) {
        skip = 8;
        k->usable = end - at >= 16;
    } else if (over && (over->proto == WT_P_ICMP || over->proto == WT_P_ICMPV6) && end - at >= 8) {
        skip = 6;                    /* type, code, checksum, identifier: a translator changes it */
        k->name ^= p[0];
    } else {
        k->usable = false;
    }
    k->data = p + skip;
    k->length = end - at - skip;
    return true;
}

/* A number for two hosts, whichever of them sends. */
static uint32_t both_hosts(const wt_tape *t) {
    return (uint32_t)(hash(t->src.kind, t->src.addr, t->src.length) + hash(t->dst.kind, t->dst.addr, t->dst.length));
}

static void spot(wt_compare *c, wt_side *s, const wt_tape *t, const wt_layer *l, uint8_t dir) {
    print k;
    if (s->spotted_count == limit(WT_LIMIT_COMPARED)) {
        s->left_out++;
        return;
    }
    if (!find_print(t, &k))
        return;
    if (s->spotted_count == s->spotted_cap) {
        uint32_t cap = s->spotted_cap ? s->spotted_cap * 2 : 256;
        wt_spotted *grown = realloc(s->spotted, cap * sizeof *grown);
        if (!grown) {
            c->out_of_memory = true;
            return;
        }
        s->spotted = grown;
        s->spotted_cap = cap;
    }
    uint64_t loose = hash(k.name ^ UINT64_C(0xcbf29ce484222325), k.data, k.length);
    wt_spotted packet = {.keys = {(loose ^ k.id) * UINT64_C(0x9e3779b97f4a7c15), k.usable ? loose : 0}, .dir = dir,
                         .transport = l ? l->proto : 0, .stream = l ? l->stream : both_hosts(t),
                         .tape = wt_tape_keep(t)};
    if (packet.tape)
        s->spotted[s->spotted_count++] = packet;
    c->out_of_memory |= !packet.tape;
}

void wt_compare_tape(wt_compare *c, wt_side *s, const wt_tape *t) {
    wt_flows_tape(s->flows, t);
    count_bytes(s, t);
    const wt_layer *l = transport_of(t);
    const wt_flow_row *r = l ? row_of(s, l->proto, l->stream) : NULL;
    uint8_t dir = r ? direction(r, t) : 0;
    if (r)
        note_talk(c, s, t, l, dir);
    if (!r)
        dir = memcmp(t->src.addr, t->dst.addr, sizeof t->src.addr) > 0;
    spot(c, s, t, r ? l : NULL, dir);
}

/* ---- pairs ------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

int64_t wt_side_rtt(const wt_side *s) {
    int64_t found = -1, *all = malloc((s->flows->count[0] + 1) * sizeof *all);
    size_t n = 0;
    for (uint32_t k = 0; all && k < s->flows->count[0]; k++)
        if (s->flows->rows[0][k].used && s->flows->rows[0][k].rtt_ns >= 0)
            all[n++] = s->flows->rows[0][k].rtt_ns;
    if (n) {
        qsort(all, n, sizeof *all, by_number);
        found = all[n / 2];
    }
    free(all);
    return found;
}

static bool alike(const wt_side *a, const wt_talk *x, const wt_side *b, const wt_talk *y) {
    const wt_flow_row *r = wt_talk_row(a, x), *q = wt_talk_row(b, y);
    return r && q && x->transport == y->transport && r->end[1].port == q->end[1].port;
}

uint32_t wt_pair_talks(const wt_side *a, const wt_side *b, wt_talk_pair *pairs, uint32_t room) {
    uint32_t count = 0;
    bool *taken = calloc(b->talk_count + 1, 1);
    for (uint32_t x = 0; taken && x < a->talk_count && count < room; x++)
        for (uint32_t y = 0; y < b->talk_count; y++)
            if (!taken[y] && alike(a, &a->talks[x], b, &b->talks[y])) {
                taken[y] = true;
                pairs[count++] = (wt_talk_pair){x, y};
                break;
            }
    /* What two single conversations are is for whoever chose them to know. */
    if (!count && a->talk_count == 1 && b->talk_count == 1 && room)
        pairs[count++] = (wt_talk_pair){0, 0};
    free(taken);
    return count;
}
