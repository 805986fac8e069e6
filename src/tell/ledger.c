/* ledger.c - the byte ledger, from the tapes of a capture. */
#include "tell/ledger.h"

#include <stdlib.h>
#include <string.h>

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum { HASH = 4 * LIMIT_MESSAGES_TOLD };   /* a power of two */

wt_ledger *wt_ledger_new(void) {
    wt_ledger *l = calloc(1, sizeof *l);
    if (!l)
        return NULL;
    for (unsigned p = 0; p < WT_P_COUNT; p++)
        l->line_of[p] = (uint8_t)(p == WT_P_DATA ? WT_USE_UNKNOWN : p == WT_P_DNS ? WT_USE_DNS : WT_USES + p);
    l->hash = calloc(HASH, sizeof *l->hash);
    if (!l->hash) {
        wt_ledger_free(l);
        return NULL;
    }
    return l;
}

void wt_ledger_free(wt_ledger *l) {
    if (!l)
        return;
    free(l->rows[0]);
    free(l->rows[1]);
    free(l->messages);
    free(l->hash);
    free(l->paint);
    free(l);
}

void wt_ledger_needs(wt_ledger *l, wt_options *session) {
    (void)l;
    session->claims = true;
}

/* ---- conversations ---------------------------------------------------------------------- */

/* Room for `want` elements of `size` bytes in *p; false if memory is out. */
static bool grow(wt_ledger *l, void **p, uint32_t *cap, uint32_t want, size_t size) {
    uint32_t more = *cap ? *cap : 16;
    while (more < want)
        more *= 2;
    if (more == *cap)
        return true;
    void *grown = realloc(*p, more * size);
    if (!grown) {
        l->out_of_memory = true;
        return false;
    }
    memset((char *)grown + *cap * size, 0, (more - *cap) * size);
    *p = grown;
    *cap = more;
    return true;
}

static wt_ledger_row *row_of(wt_ledger *l, uint8_t transport, uint32_t number) {
    int kind = transport == WT_P_UDP;
    void *rows = l->rows[kind];
    if (number >= LIMIT_LEDGER || !grow(l, &rows, &l->cap[kind], number + 1, sizeof *l->rows[kind]))
        return &l->further;
    l->rows[kind] = rows;
    if (number >= l->count[kind])
        l->count[kind] = number + 1;
    return &l->rows[kind][number];
}

static bool quoted(const wt_tape *tape, const wt_layer *l) {
    while (l->parent != l - tape->layers) {
        l = &tape->layers[l->parent];
        if (l->proto == WT_P_ICMP || l->proto == WT_P_ICMPV6)
            return true;
    }
    return false;
}

/* The innermost conversation; a packet that an ICMP error quotes is none. */
static const wt_layer *transport(const wt_tape *tape) {
    for (uint32_t i = tape->layer_count; i-- > 0;)
        if (tape->layers[i].stream != UINT32_MAX && !quoted(tape, &tape->layers[i]))
            return &tape->layers[i];
    return NULL;
}

static bool same_end(const wt_endpoint *a, const wt_endpoint *b) {
    return a->kind == b->kind && a->port == b->port && memcmp(a->addr, b->addr, a->length) == 0;
}

static wt_ledger_row *row_of_frame(wt_ledger *l, const wt_tape *tape, int *dir) {
    const wt_layer *t = transport(tape);
    wt_ledger_row *row = t ? row_of(l, t->proto, t->stream) : &l->none;
    *dir = -1;
    for (uint32_t i = 0; t && i < tape->claim_count; i++)
        if (tape->claims[i].kind <= WT_CLAIM_ACK && tape->claims[i].flow == t->stream)
            *dir = tape->claims[i].dir;
    if (!row->used) {
        row->used = true;
        row->end[*dir == 1] = tape->src;
        row->end[*dir != 1] = tape->dst;
    }
    if (*dir < 0)
        *dir = row != &l->none && !same_end(&row->end[0], &tape->src);
    return row;
}

/* ---- a frame's bytes -------------------------------------------------------------------- */

static void fill(uint8_t *paint, uint32_t size, uint32_t from, uint32_t n, unsigned line) {
    if (from < size)
        memset(paint + from, (int)line, n < size - from ? n : size - from);
}

/* Bytes of a header behind its fixed part are options, or extension headers. */
static void paint_layer(const wt_ledger *l, const wt_tape *tape, const wt_layer *at, uint32_t size, bool ack) {
    static const struct { uint8_t proto, fixed, options; } parts[] = {
        {WT_P_IP, 20, WT_USE_IP_OPTIONS}, {WT_P_IPV6, 40, WT_USE_IP_OPTIONS}, {WT_P_TCP, 20, WT_USE_TCP_OPTIONS}};
    unsigned line = l->line_of[at->proto];
    if (at->proto == WT_P_FRAME || at->proto == WT_P_WIRETALE)
        return;
    if (quoted(tape, at)) {
        const wt_layer *icmp = at;
        while (icmp->proto != WT_P_ICMP && icmp->proto != WT_P_ICMPV6)
            icmp = &tape->layers[icmp->parent];
        fill(l->paint, size, at->offset, at->length, l->line_of[icmp->proto]);
        return;
    }
    ack = ack && at->proto == WT_P_TCP;
    fill(l->paint, size, at->offset, at->length, ack ? WT_USE_ACK : line);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !ack; i++)
        if (parts[i].proto == at->proto && at->length > parts[i].fixed)
            fill(l->paint, size, at->offset + parts[i].fixed, at->length - parts[i].fixed, parts[i].options);
}

/* Write to l->paint what each byte of the source is for, as far as the frame itself tells. */
static bool paint_source(wt_ledger *l, const wt_tape *tape, uint16_t source, uint32_t size) {
    bool ack = false;
    if (size > l->paint_cap) {
        uint8_t *paint = realloc(l->paint, size);
        if (!paint) {
            l->out_of_memory = true;
            return false;
        }
        l->paint = paint;
        l->paint_cap = size;
    }
    if (size)
        memset(l->paint, WT_USE_UNKNOWN, size);
    for (uint32_t i = 0; i < tape->claim_count; i++)
        ack |= tape->claims[i].kind == WT_CLAIM_ACK && tape->claims[i].source == source;
    for (uint32_t i = 0; i < tape->layer_count; i++)
        if (tape->layers[i].source == source)
            paint_layer(l, tape, &tape->layers[i], size, ack);
    for (uint32_t i = 0; i < tape->claim_count; i++) {
        const wt_claim *c = &tape->claims[i];
        bool place = c->kind == WT_CLAIM_SEGMENT || c->kind == WT_CLAIM_FRAGMENT || c->kind == WT_CLAIM_PADDING;
        if (place && c->source == source && c->length <= UINT32_MAX)
            fill(l->paint, size, c->offset, (uint32_t)c->length,
                 c->kind == WT_CLAIM_SEGMENT    ? WT_USE_UNKNOWN
                 : c->kind == WT_CLAIM_FRAGMENT ? WT_USE_FRAGMENT
                                                : WT_USE_PADDING);
    }
    return true;
}

/* How many bytes from `p` on, of n, are on the same line: eight at a time, as most are many. */
static uint32_t run_length(const uint8_t *p, uint32_t n) {
    uint64_t eight = p[0] * 0x0101010101010101u, here;
    uint32_t at = 0;
    for (; at + 8 <= n; at += 8) {
        memcpy(&here, p + at, 8);
        if (here != eight)
            break;
    }
    while (at < n && p[at] == p[0])
        at++;
    return at;
}

/* A packet put together from fragments: their bytes, counted as such so far, are now what it holds. */
static void whole_packet(wt_ledger *l, const wt_tape *tape, const wt_claim *c, wt_ledger_side *to) {
    uint32_t size = tape->sources[c->source].length;
    uint64_t *fragments = &l->none.side[0].bytes[WT_USE_FRAGMENT];
    if (!paint_source(l, tape, c->source, size))
        return;
    for (uint32_t i = 0; i < size && *fragments; i++) {
        --*fragments;
        /* A fragment of a packet that was itself in fragments waits on. */
        if (l->paint[i] == WT_USE_FRAGMENT)
            ++*fragments;
        else
            to->bytes[l->paint[i]]++;
    }
}

/* ---- messages --------------------------------------------------------------------------- */

static uint32_t hash_of(const wt_ledger_message *m) {
    uint32_t h = m->flow * 2654435761u ^ m->substream * 2246822519u ^ m->message * 3266489917u ^
                 (uint32_t)(m->transport << 16 | m->proto << 8 | m->dir) * 668265263u;
    return h ^ h >> 15;
}

static bool same_message(const wt_ledger_message *a, const wt_ledger_message *b) {
    return a->flow == b->flow && a->substream == b->substream && a->message == b->message &&
           a->transport == b->transport && a->proto == b->proto && a->dir == b->dir;
}

static wt_ledger_message *message_of(wt_ledger *l, const wt_claim *c) {
    wt_ledger_message key = {.transport = c->transport, .proto = c->proto, .flow = c->flow, .substream = c->substream,
                             .message = c->message, .dir = c->proto == WT_P_WEBSOCKET ? c->dir : 0,
                             .first_dir = c->dir};
    uint32_t at = hash_of(&key) & (HASH - 1);
    bool told = c->message != WT_CLAIM_ANY_MESSAGE;
    for (; told && l->hash[at]; at = (at + 1) & (HASH - 1))
        if (same_message(&l->messages[l->hash[at] - 1], &key))
            return &l->messages[l->hash[at] - 1];
    void *messages = l->messages;
    if (!told || l->message_count == LIMIT_MESSAGES_TOLD ||
        !grow(l, &messages, &l->message_cap, l->message_count + 1, sizeof *l->messages)) {
        l->further_message_claims++;
        return &l->further_messages;
    }
    l->messages = messages;
    l->messages[l->message_count] = key;
    l->hash[at] = ++l->message_count;
    row_of(l, c->transport, c->flow)->messages++;
    return &l->messages[l->message_count - 1];
}

static uint8_t keep_text(char *to, uint32_t room, const wt_claim *c) {
    uint32_t n = c->label_len < room ? c->label_len : room;
    memcpy(to, c->label, n);
    return (uint8_t)n;
}

static void add_to_message(wt_ledger *l, const wt_claim *c, uint64_t n, uint64_t plain) {
    wt_ledger_message *m = message_of(l, c);
    wt_ledger_part *part = &m->part[c->dir & 1];
    bool heads = c->use == WT_USE_HTTP_HEAD || c->use == WT_USE_HPACK || c->use == WT_USE_DNS;
    if (c->use == WT_USE_CONTENT) {
        part->content += n;
        part->content_plain += plain;
    } else if (heads) {
        part->heads += n;
        part->heads_plain += c->use == WT_USE_HPACK ? plain : n;
    } else {
        part->framing += n;
    }
    if (!c->label || m == &l->further_messages)
        return;
    if (!m->label_len) {
        m->first_dir = c->dir;
        m->label_len = keep_text(m->label, sizeof m->label, c);
    } else if ((c->dir != m->first_dir || c->proto == WT_P_HTTP2) && c->use != WT_USE_DNS) {
        m->answer_len = keep_text(m->answer, sizeof m->answer, c);
    }
}

static void claim(wt_ledger *l, const wt_claim *c) {
    wt_ledger_row *row = row_of(l, c->transport, c->flow);
    wt_ledger_side *side = &row->side[c->dir & 1];
    uint64_t n = row->used && c->length < side->bytes[c->was] ? c->length : row->used ? side->bytes[c->was] : 0;
    uint64_t plain = n < c->length ? n : c->plain;
    l->outside += c->length - n;
    if (!row->used)
        return;
    side->bytes[c->was] -= n;
    side->bytes[c->use] += n;
    if (c->use == WT_USE_HPACK)
        side->heads_plain += plain;
    if (c->use == WT_USE_CONTENT)
        side->content_plain += plain;
    if (c->message || c->substream)
        add_to_message(l, c, n, plain);
}

/* ---- a frame ---------------------------------------------------------------------------- */

void wt_ledger_tape(wt_ledger *l, const wt_tape *tape) {
    const wt_frame *f = tape->frame;
    uint32_t captured = f->caplen < f->len ? f->caplen : f->len;
    int dir;
    wt_ledger_row *row = row_of_frame(l, tape, &dir);
    wt_ledger_side *side = &row->side[dir];
    if (!paint_source(l, tape, 0, captured))
        return;
    l->frames++;
    l->bytes += f->len;
    l->captured += captured;
    side->frames++;
    side->bytes[WT_USE_CUT] += f->len - captured;
    for (uint32_t at = 0, n; at < captured; at += n) {
        n = run_length(l->paint + at, captured - at);
        side->bytes[l->paint[at]] += n;
    }
    uint64_t fragments = side->bytes[WT_USE_FRAGMENT];
    side->bytes[WT_USE_FRAGMENT] = 0;
    l->none.side[0].bytes[WT_USE_FRAGMENT] += fragments;
    for (uint32_t i = 0; i < tape->claim_count; i++)
        if (tape->claims[i].kind == WT_CLAIM_WHOLE)
            whole_packet(l, tape, &tape->claims[i], side);
    for (uint32_t i = 0; i < tape->claim_count; i++)
        if (tape->claims[i].kind == WT_CLAIM_BYTES)
            claim(l, &tape->claims[i]);
}
