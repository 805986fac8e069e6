/* tale.c - the model's stores, its hosts, and the way of a frame into it. */
#include <stdlib.h>

#include "tell/tale_make.h"

static const char *const names[TF_COUNT] = {
    [TF_LEN] = "tcp.len", [TF_FLAGS] = "tcp.flags", [TF_SEQ] = "tcp.seq", [TF_ACK] = "tcp.ack",
    [TF_ACK_RAW] = "tcp.ack_raw",
    [TF_WINDOW] = "tcp.window_size", [TF_RESENT] = "tcp.analysis.retransmission",
    [TF_FAST] = "tcp.analysis.fast_retransmission", [TF_SPURIOUS] = "tcp.analysis.spurious_retransmission",
    [TF_OVERTAKEN] = "tcp.analysis.out_of_order", [TF_GAP] = "tcp.analysis.lost_segment",
    [TF_FULL] = "tcp.analysis.window_full",
    [TF_ZERO] = "tcp.analysis.zero_window", [TF_UPDATE] = "tcp.analysis.window_update",
    [TF_KEEP_ALIVE] = "tcp.analysis.keep_alive", [TF_KEEP_ALIVE_ACK] = "tcp.analysis.keep_alive_ack",
    [TF_PROBE] = "tcp.analysis.zero_window_probe", [TF_PROBE_ACK] = "tcp.analysis.zero_window_probe_ack",
    [TF_DUP_ACK] = "tcp.analysis.duplicate_ack", [TF_ACKS_FRAME] = "tcp.analysis.acks_frame",
    [TF_UDP_LEN] = "udp.length",
    [TF_ETH_SRC] = "eth.src", [TF_ETH_DST] = "eth.dst", [TF_ARP_SRC] = "arp.src.proto_ipv4",
    [TF_ARP_DST] = "arp.dst.proto_ipv4", [TF_ARP_MAC] = "arp.src.hw_mac", [TF_IP_DST] = "ip.dst",
    [TF_IP6_DST] = "ipv6.dst", [TF_HS_TYPE] = "tls.handshake.type",
    [TF_HS_VERSION] = "tls.handshake.version", [TF_SUPPORTED] = "tls.handshake.extensions.supported_version",
    [TF_SUITE] = "tls.handshake.ciphersuite", [TF_SNI] = "tls.handshake.extensions_server_name",
    [TF_ALPN] = "tls.handshake.extensions_alpn_str", [TF_CONTENT] = "tls.record.content_type",
    [TF_ALERT_LEVEL] = "tls.alert_message.level", [TF_ALERT] = "tls.alert_message.desc", [TF_SUBJECT] = "x509.summary",
    [TF_METHOD] = "http.request.method", [TF_URI] = "http.request.uri", [TF_CODE] = "http.response.code",
    [TF_TYPE] = "http.content_type", [TF_HOST] = "http.host", [TF_METHOD2] = "http2.headers.method",
    [TF_PATH2] = "http2.headers.path", [TF_STATUS2] = "http2.headers.status", [TF_TYPE2] = "http2.headers.content_type",
    [TF_HOST2] = "http2.headers.authority", [TF_DNS_ID] = "dns.id", [TF_DNS_NAME] = "dns.qry.name",
    [TF_DNS_TYPE] = "dns.qry.type", [TF_DNS_RESPONSE] = "dns.flags.response", [TF_DNS_RCODE] = "dns.flags.rcode",
    [TF_DNS_A] = "dns.a", [TF_DNS_AAAA] = "dns.aaaa", [TF_DNS_TO] = "dns.response_to"};

static uint8_t protocol(const char *name) {
    int p = wt_protocol_find(name);
    return p < 0 ? UINT8_MAX : (uint8_t)p;
}

wt_tale *wt_tale_new(void) {
    wt_tale *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    if (!wt_tale_room(t, &t->text, 0, &t->text_cap, 1, WT_TALE_LIMIT_TALE_TEXT)) {
        free(t);
        return NULL;
    }
    for (int i = 0; i < TF_COUNT; i++)
        t->field[i] = wt_field_find(names[i]);
    t->tcp = protocol("tcp");
    t->udp = protocol("udp");
    t->tls = protocol("tls");
    t->http = protocol("http");
    t->http2 = protocol("http2");
    t->dns = protocol("dns");
    t->data = protocol("data");
    t->icmp = protocol("icmp");
    t->icmpv6 = protocol("icmpv6");
    t->arp = protocol("arp");
    t->ip = protocol("ip");
    for (int i = 0; i < WT_RING; i++)
        t->ring[i].event = WT_NO;
    return t;
}

void wt_tale_free(wt_tale *t) {
    if (!t)
        return;
    free(t->events);
    free(t->hosts);
    free(t->talks);
    free(t->asks);
    free(t->lookups);
    free(t->sights);
    free(t->text);
    free(t->stream_talk[0]);
    free(t->stream_talk[1]);
    free(t);
}

void wt_tale_needs(wt_tale *t, wt_options *session) {
    session->want = t->field;
    session->want_count = TF_COUNT;
    session->headline = true;
    session->pieces = true;
}

/* ---- stores ----------------------------------------------------------------------------- */

bool wt_tale_room(wt_tale *t, void *rows, uint32_t count, uint32_t *cap, size_t size, uint32_t limit) {
    void *old;
    if (count < *cap)
        return true;
    if (count >= limit)
        return false;
    uint32_t more = *cap ? *cap * 2 : 64;
    more = more > limit ? limit : more;
    memcpy(&old, rows, sizeof old);
    void *grown = realloc(old, more * size);
    if (!grown) {
        t->out_of_memory = true;
        return false;
    }
    memcpy(rows, &grown, sizeof grown);
    *cap = more;
    return true;
}

uint32_t wt_tale_keep(wt_tale *t, const char *p, uint32_t *len) {
    while (t->text_cap - t->text_len < *len) {
        uint32_t at = t->text_cap;
        if (!wt_tale_room(t, &t->text, at, &t->text_cap, 1, WT_TALE_LIMIT_TALE_TEXT)) {
            *len = 0;
            return 0;
        }
    }
    if (*len)
        memcpy(t->text + t->text_len, p, *len);
    t->text_len += *len;
    return t->text_len - *len;
}

uint32_t wt_tale_keep_wire(wt_tale *t, const uint8_t *p, uint32_t n, uint32_t *len) {
    char safe[256];
    wt_text to = {safe, 0, sizeof safe, false};
    wt_put_wire(&to, p, n);
    *len = to.len;
    return wt_tale_keep(t, safe, len);
}

wt_event *wt_tale_find(const wt_tale *t, uint64_t frame) {
    uint32_t low = 0, high = t->event_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (t->events[middle].frame < frame)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < t->event_count && t->events[low].frame == frame && t->events[low].kind == WT_EV_MISSING)
        low++;
    return low < t->event_count && t->events[low].frame == frame ? &t->events[low] : NULL;
}

wt_event *wt_tale_event(wt_tale *t, const wt_seen *s, wt_talk *talk, enum wt_event_kind kind) {
    if (!wt_tale_room(t, &t->events, t->event_count, &t->event_cap, sizeof *t->events, WT_TALE_LIMIT_TALE_EVENTS)) {
        t->left_out += kind != WT_EV_MISSING;
        return NULL;
    }
    wt_event *e = &t->events[t->event_count++];
    *e = (wt_event){.frame = s->now.frame, .ns = s->now.ns, .talk = talk ? (uint32_t)(talk - t->talks) : WT_NO,
                    .part_of = WT_NO, .sight = WT_NO, .kind = (uint8_t)kind, .from = s->from, .to = s->to,
                    .size = s->tape->frame->len, .point = (uint8_t)s->tape->frame->interface,
                    .proto = s->tape->layers[s->tape->top].proto, .level = WT_LEVEL_TCP};
    e->before = WT_NO;
    if (talk)
        e->dir = talk->host[0] != s->from || (talk->host[0] == talk->host[1] && talk->port[0] != s->tape->src.port);
    if (talk) {
        e->before = talk->last_event[e->dir];
        talk->last_event[e->dir] = t->event_count - 1;
    }
    t->hosts[s->from].events++;
    t->hosts[s->from].sent++;
    t->hosts[s->to].events++;
    return e;
}

/* ---- hosts ------------------------------------------------------------------------------ */

static bool is_many(const wt_endpoint *e) {
    static const uint8_t all[6] = {255, 255, 255, 255, 255, 255};
    if (e->kind == 4)
        return (e->addr[0] & 0xf0) == 0xe0 || memcmp(e->addr, all, 4) == 0;
    return e->kind == 6 ? e->addr[0] == 0xff : e->kind == 1 && e->addr[0] & 1;
}

static bool is_nobody(const wt_endpoint *e) {
    static const uint8_t zero[16];
    return (e->kind == 4 || e->kind == 6) && memcmp(e->addr, zero, e->length) == 0;
}

uint16_t wt_tale_host(wt_tale *t, const wt_endpoint *end) {
    wt_endpoint e = {
        .kind = end->kind, .length = end->length, .has_port = end->has_port, .port = end->has_port ? end->port : 0};
    bool many = is_many(end);
    if (!many)
        memcpy(e.addr, end->addr, end->length <= sizeof e.addr ? end->length : sizeof e.addr);
    else
        e.kind = e.length = 0;
    for (uint32_t i = t->host_count; i-- > 0;) {
        const wt_host *h = &t->hosts[i];
        if (h->many == many && h->end.kind == e.kind && h->end.port == e.port &&
            memcmp(h->end.addr, e.addr, sizeof e.addr) == 0)
            return (uint16_t)i;
    }
    if (!wt_tale_room(t, &t->hosts, t->host_count, &t->host_cap, sizeof *t->hosts, WT_TALE_LIMIT_TALE_HOSTS))
        return (uint16_t)(t->host_count ? t->host_count - 1 : 0);
    t->hosts[t->host_count] = (wt_host){.end = e, .many = many, .lookup = WT_NO, .before = WT_NO};
    return (uint16_t)t->host_count++;
}

/* A host that has no address yet (0.0.0.0, ::) and one that is met at the same hardware address are the same. */
static uint16_t settle(wt_tale *t, const wt_endpoint *e, const wt_item *mac) {
    bool at = mac && mac->vlen == 6 && (e->kind == 4 || e->kind == 6) && !is_many(e), nobody = is_nobody(e);
    for (uint32_t i = 0; at && i < t->host_count; i++) {
        wt_host *h = &t->hosts[i];
        if (!h->has_mac || h->end.kind != e->kind || memcmp(h->mac, mac->v.p, 6) != 0)
            continue;
        if (nobody && h->settled)
            return (uint16_t)i;
        if (nobody || !is_nobody(&h->end))
            continue;
        uint32_t before = t->host_count;
        uint16_t known = wt_tale_host(t, e);
        if (known < before)
            return known;
        t->host_count = before;            /* it was new: the nameless one gets the address */
        h->end = (wt_endpoint){.kind = e->kind, .length = e->length};
        memcpy(h->end.addr, e->addr, e->length);
        h->settled = true;
        return (uint16_t)i;
    }
    uint16_t host = wt_tale_host(t, e);
    if (at && host < t->host_count && !t->hosts[host].has_mac) {
        memcpy(t->hosts[host].mac, mac->v.p, 6);
        t->hosts[host].has_mac = true;
    }
    return host;
}

void wt_tale_name_host(wt_tale *t, uint16_t host, const uint8_t *p, uint32_t n) {
    wt_endpoint e;
    const uint8_t *colon = memchr(p, ':', n);
    if (colon && n && p[0] != '[')
        n = (uint32_t)(colon - p);         /* "server.example:8080" */
    if (!n || n > 200 || p[0] == '[' || wt_parse_address(&e, (const char *)p, n) || t->hosts[host].name_len ||
        t->hosts[host].many)
        return;
    t->hosts[host].name = wt_tale_keep_wire(t, p, n, &t->hosts[host].name_len);
}

void wt_tale_order(const wt_tale *t, uint16_t *out) {
    for (uint32_t i = 0; i < t->host_count; i++)
        out[i] = (uint16_t)i;
    for (uint32_t i = 0; i < t->host_count; i++) {
        uint32_t from = 0, to = 0;
        if (t->hosts[i].before == WT_NO)
            continue;
        while (out[from] != i)
            from++;
        while (out[to] != t->hosts[i].before)
            to++;
        for (; from > to; from--)
            out[from] = out[from - 1];
        out[from] = (uint16_t)i;
    }
    uint32_t kept = 0;                     /* those who listen to all stand last */
    uint16_t many = UINT16_MAX;
    for (uint32_t i = 0; i < t->host_count; i++)
        if (t->hosts[out[i]].many)
            many = out[i];
        else
            out[kept++] = out[i];
    if (many != UINT16_MAX)
        out[kept] = many;
}

/* ---- a frame ---------------------------------------------------------------------------- */

/* The innermost conversation; but a packet that an ICMP error quotes is none. */
static void find_transport(const wt_tale *t, wt_seen *s) {
    const wt_tape *tape = s->tape;
    for (uint32_t i = 0; i < tape->layer_count; i++) {
        const wt_layer *l = &tape->layers[i];
        if (l->proto == t->icmp || l->proto == t->icmpv6)
            break;
        if (l->proto == t->tcp || l->proto == t->udp) {
            s->transport = l;
            s->transport_index = i;
        }
    }
    if (s->transport && s->transport->stream == UINT32_MAX)
        s->transport = NULL;
}

static void look_transport(wt_seen *s, enum wt_tale_field f, const wt_item *item) {
    static const uint32_t marks[TF_TRANSPORT] = {
        [TF_RESENT] = WT_MARK_AGAIN, [TF_FAST] = WT_MARK_AGAIN | WT_MARK_FAST,
        [TF_SPURIOUS] = WT_MARK_AGAIN | WT_MARK_NEEDLESS,
        [TF_OVERTAKEN] = WT_MARK_OVERTAKEN, [TF_GAP] = WT_MARK_GAP, [TF_FULL] = WT_MARK_FULL, [TF_ZERO] = WT_MARK_ZERO,
        [TF_UPDATE] = WT_MARK_UPDATE, [TF_KEEP_ALIVE] = WT_MARK_KEEP_ALIVE,
        [TF_KEEP_ALIVE_ACK] = WT_MARK_KEEP_ALIVE | WT_MARK_ANSWER,
        [TF_PROBE] = WT_MARK_PROBE, [TF_PROBE_ACK] = WT_MARK_PROBE | WT_MARK_ANSWER, [TF_DUP_ACK] = WT_MARK_DUP_ACK};
    s->marks |= marks[f];
    switch (f) {
    case TF_LEN: s->len = (uint32_t)item->v.u; break;
    case TF_FLAGS: s->flags = (uint32_t)item->v.u; break;
    case TF_SEQ: s->seq = (uint32_t)item->v.u; break;
    case TF_ACK: s->ack = (uint32_t)item->v.u; break;
    case TF_WINDOW: s->window = (uint32_t)item->v.u; break;
    case TF_ACKS_FRAME: s->acks_frame = item->v.u; break;
    case TF_UDP_LEN: s->udp_len = (uint32_t)item->v.u; break;
    default: break;
    }
}

static void look(const wt_tale *t, wt_seen *s) {
    const wt_tape *tape = s->tape;
    for (uint32_t i = 0; i < tape->item_count; i++) {
        const wt_item *item = &tape->items[i];
        if (s->transport && item->layer == s->transport_index)
            for (int f = 0; f < TF_TRANSPORT; f++)
                if (item->field == t->field[f])
                    look_transport(s, (enum wt_tale_field)f, item);
        if (item->field == t->field[TF_ETH_SRC])
            s->eth_src = item;
        else if (item->field == t->field[TF_ETH_DST])
            s->eth_dst = item;
        else if (item->field == t->field[TF_ARP_SRC])
            s->arp_src = item;
        else if (item->field == t->field[TF_ARP_DST])
            s->arp_dst = item;
        else if (item->field == t->field[TF_ARP_MAC])
            s->arp_mac = item;
    }
}

/* A frame for somebody else goes to this hardware address: whose it is by ARP, that host is on the way. */
static void find_way(wt_tale *t, const wt_seen *s, const wt_item *mac) {
    for (uint32_t i = 0; mac && mac->vlen == 6 && i < t->host_count; i++) {
        wt_host *h = &t->hosts[i];
        if (h->by_arp && i != s->from && i != s->to && h->before == WT_NO && memcmp(h->mac, mac->v.p, 6) == 0 &&
            !t->hosts[s->to].many)
            h->before = s->to;
    }
}

/* A host that speaks with itself is two: its servers stand apart, by their ports. */
static void part_self(const wt_tale *t, const wt_seen *s, wt_endpoint *src, wt_endpoint *dst) {
    bool to_server = s->flags & TCP_SYN ? !(s->flags & TCP_ACK) : dst->port <= src->port;
    src->has_port = dst->has_port = false;
    if (!s->transport || src->kind != dst->kind || src->port == dst->port ||
        memcmp(src->addr, dst->addr, src->length) != 0)
        return;
    for (uint32_t i = 0; i < t->host_count && !(s->flags & TCP_SYN); i++) {
        const wt_endpoint *e = &t->hosts[i].end;
        if (!e->has_port || e->kind != src->kind || memcmp(e->addr, src->addr, src->length) != 0)
            continue;
        if (e->port == dst->port)
            to_server = true;
        else if (e->port == src->port)
            to_server = false;
    }
    if (to_server)
        dst->has_port = true;
    else
        src->has_port = true;
}

/* ARP speaks of IP addresses: draw it between those. */
static void find_hosts(wt_tale *t, wt_seen *s) {
    wt_endpoint src = s->tape->src, dst = s->tape->dst;
    const wt_item *to = s->eth_dst;
    if (s->arp_src && s->arp_dst && s->arp_src->vlen == 4 && s->arp_dst->vlen == 4) {
        src = (wt_endpoint){.kind = 4, .length = 4};
        dst = src;
        memcpy(src.addr, s->arp_src->v.p, 4);
        memcpy(dst.addr, s->arp_dst->v.p, 4);
        to = NULL;
    }
    part_self(t, s, &src, &dst);
    s->from = settle(t, &src, s->eth_src);
    s->to = settle(t, &dst, to);
    wt_host *from = s->from < t->host_count ? &t->hosts[s->from] : NULL;
    if (from && s->arp_mac && s->arp_mac->vlen == 6 && !to) {
        memcpy(from->mac, s->arp_mac->v.p, 6);
        from->by_arp = from->has_mac = true;
    } else if (from) {
        find_way(t, s, s->eth_dst);
        find_way(t, s, s->eth_src);
    }
}

/* The packet without what changes on the way: from the transport's header on, or all that IP carries. */
static uint64_t fingerprint(const wt_seen *s) {
    uint64_t h = 14695981039346656037u;
    const wt_layer *l = s->transport ? s->transport : &s->tape->layers[s->tape->top];
    const wt_source *from = &s->tape->sources[l->source];
    uint32_t n = from->length > l->offset ? from->length - l->offset : 0;
    uint32_t whole = s->udp_len ? s->udp_len : s->transport ? l->length + s->len : n;
    uint32_t sum = s->udp_len ? 6 : 16;    /* a checksum may be filled in on the way */
    n = n < whole ? n : whole;
    for (uint32_t i = 0; i < n; i++)
        if (!s->transport || (i & ~1u) != sum)
            h = (h ^ from->data[l->offset + i]) * 1099511628211u;
    return (h ^ s->from) * 1099511628211u ^ s->to;
}

/* Was this very packet met at another capture point a moment ago?  Then it is only one more sight. */
static bool joined(wt_tale *t, const wt_seen *s, wt_recent **place) {
    enum { MOMENT = 2000000000 };
    uint64_t hash = fingerprint(s);
    uint32_t point = 1u << s->tape->frame->interface % WT_POINTS;
    wt_recent *r = &t->ring[hash % WT_RING];
    *place = r;
    t->points |= point;
    if (r->hash == hash && !(r->points & point) && r->points && s->now.ns != INT64_MIN &&
        wt_lapse(r->ns, s->now.ns) < MOMENT && wt_lapse(s->now.ns, r->ns) < MOMENT) {
        r->points |= point;
        t->joined++;
        if (r->event == WT_NO ||
            !wt_tale_room(t, &t->sights, t->sight_count, &t->sight_cap, sizeof *t->sights, WT_TALE_LIMIT_TALE_EVENTS))
            return true;
        wt_event *e = &t->events[r->event];
        t->sights[t->sight_count] = (wt_sight){s->now.frame, s->now.ns, WT_NO, (uint8_t)s->tape->frame->interface};
        uint32_t *last = &e->sight;
        while (*last != WT_NO)
            last = &t->sights[*last].next;
        *last = t->sight_count++;
        return true;
    }
    *r = (wt_recent){hash, s->now.ns, point, WT_NO};
    return false;
}

static uint32_t *talk_of(wt_tale *t, int kind, uint32_t number) {
    if (number >= WT_TALE_LIMIT_TALE_STREAMS)
        return NULL;
    while (number >= t->stream_cap[kind]) {
        uint32_t had = t->stream_cap[kind];
        if (!wt_tale_room(t, &t->stream_talk[kind], had, &t->stream_cap[kind], sizeof(uint32_t),
                          WT_TALE_LIMIT_TALE_STREAMS))
            return NULL;
        for (uint32_t i = had; i < t->stream_cap[kind]; i++)
            t->stream_talk[kind][i] = WT_NO;
    }
    return &t->stream_talk[kind][number];
}

/* Who began: the SYN's sender; where none was seen, probably the side with the higher port. */
static void begin_talk(const wt_tale *t, wt_talk *k, const wt_seen *s) {
    const wt_tape *tape = s->tape;
    bool turned = s->flags & TCP_SYN ? (s->flags & TCP_ACK) != 0 : tape->src.port < 1024 && tape->dst.port >= 1024;
    *k = (wt_talk){.number = s->transport->stream, .transport = s->transport->proto, .app = UINT8_MAX, .first = s->now,
                   .lookup = WT_NO, .first_event = t->event_count, .last_event = {WT_NO, WT_NO}, .last_ask = WT_NO,
                   .open_missing = {WT_NO, WT_NO, WT_NO, WT_NO}};
    k->host[turned] = s->from;
    k->host[!turned] = s->to;
    k->port[turned] = tape->src.port;
    k->port[!turned] = tape->dst.port;
    const wt_host *server = &t->hosts[k->host[1]];
    if (server->lookup != WT_NO && t->lookups[server->lookup].from == k->host[0])
        k->lookup = server->lookup;
}

wt_talk *wt_tale_talk(wt_tale *t, const wt_seen *s) {
    uint32_t *at = talk_of(t, s->transport->proto == t->udp, s->transport->stream);
    if (!at)
        return NULL;
    if (*at == WT_NO) {
        if (!wt_tale_room(t, &t->talks, t->talk_count, &t->talk_cap, sizeof *t->talks, WT_TALE_LIMIT_TALE_TALKS)) {
            t->talks_left_out++;
            return NULL;
        }
        begin_talk(t, &t->talks[t->talk_count], s);
        *at = t->talk_count++;
    }
    return &t->talks[*at];
}

static void count(wt_talk *k, const wt_seen *s) {
    int dir = k->host[0] != s->from || (k->host[0] == k->host[1] && k->port[0] != s->tape->src.port);
    k->packets[dir]++;
    k->bytes[dir] += s->tape->frame->len;
    k->payload[dir] += s->len;
    k->last = s->now;
}

void wt_tale_tape(wt_tale *t, const wt_tape *tape) {
    wt_seen s = {.tape = tape, .now = wt_now(tape)};
    wt_recent *place;
    t->frames++;
    if (!t->first.frame)
        t->first = s.now;
    t->last = s.now;
    if (!tape->layer_count || tape->frame->linktype == WT_LINKTYPE_NONE || !tape->src.kind)
        return;
    find_transport(t, &s);
    look(t, &s);
    find_hosts(t, &s);
    if (t->host_count == 0 || joined(t, &s, &place))
        return;
    uint32_t before = t->event_count;
    wt_talk *k = s.transport ? wt_tale_talk(t, &s) : NULL;
    if (k)
        count(k, &s);
    if (k && k->transport == t->tcp) {
        wt_tale_tcp(t, &s, k);
    } else {
        wt_event *e = wt_tale_event(t, &s, k, WT_EV_PACKET);
        if (e) {
            e->level = WT_LEVEL_APP;
            e->len = s.udp_len > 8 ? s.udp_len - 8 : 0;
            e->text_len = tape->headline_len;
            e->text = wt_tale_keep(t, tape->headline, &e->text_len);
        }
        wt_tale_layers(t, &s, k, e);
    }
    if (t->event_count > before)
        place->event = t->event_count - 1;
}

void wt_tale_end(wt_tale *t) { wt_tale_tcp_end(t); }
