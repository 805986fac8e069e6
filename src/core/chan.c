/* chan.c - two-way byte streams, whatever carries them: messages made whole, protocols found.
 *
 * A message that lies within one piece is read in place; one that spans pieces is put together in
 * the half's buffer and read there, as a source of its own. */
#include "core/proto.h"

wt_chan *wt_chan_new(wt_session *s, wt_flow *flow, wt_chan *parent, const char *kind) {
    wt_chan *ch = wt_pool_get(s, sizeof *ch);
    if (!ch)
        return NULL;
    ch->flow = flow;
    ch->parent = parent;
    ch->kind = kind;
    ch->proto = WT_P_COUNT;
    return ch;
}

void wt_half_drop(wt_session *s, wt_half *h) {
    wt_pool_put(s, h->buf, h->cap);
    h->buf = NULL;
    h->len = h->cap = h->need = 0;
}

static void free_state(wt_session *s, wt_chan *ch) {
    if (ch->state) {
        const wt_stream_ops *ops = wt_protocols[ch->proto]->stream;
        if (ops->free)
            ops->free(s, ch);
        wt_pool_put(s, ch->state, ops->state_size);
    }
    ch->state = NULL;
}

/* ---- attributes ------------------------------------------------------------------------- */

typedef struct wt_attribute {
    struct wt_attribute *next;
    enum wt_attr name;
    uint32_t n;
    uint8_t value[];
} wt_attribute;

static void drop_attribute(wt_session *s, wt_chan *ch, enum wt_attr name) {
    for (wt_attribute **at = &ch->attributes, *a; (a = *at);) {
        if (a->name != name) {
            at = &a->next;
            continue;
        }
        *at = a->next;
        wt_pool_put(s, a, sizeof *a + a->n);
    }
}

bool wt_chan_set(wt_session *s, wt_chan *ch, enum wt_attr name, const uint8_t *p, uint32_t n) {
    drop_attribute(s, ch, name);
    wt_attribute *a = n <= s->limit[WT_LIMIT_ATTRIBUTE] ? wt_pool_buffer(s, sizeof *a + n) : NULL;
    if (!a)
        return false;
    *a = (wt_attribute){.next = ch->attributes, .name = name, .n = n};
    if (n)
        memcpy(a->value, p, n);
    ch->attributes = a;
    return true;
}

const uint8_t *wt_chan_get(const wt_chan *ch, enum wt_attr name, uint32_t *n) {
    for (const wt_attribute *a = ch->attributes; a; a = a->next)
        if (a->name == name) {
            *n = a->n;
            return a->value;
        }
    *n = 0;
    return NULL;
}

/* ---- end and change --------------------------------------------------------------------- */

void wt_chan_free(wt_session *s, wt_chan *ch) {
    if (!ch)
        return;
    while (ch->attributes)
        drop_attribute(s, ch, ch->attributes->name);
    if (ch->child)
        wt_chan_free(s, ch->child);
    free_state(s, ch);
    wt_half_drop(s, &ch->half[0]);
    wt_half_drop(s, &ch->half[1]);
    wt_pool_put(s, ch, sizeof *ch);
}

void wt_chan_switch(wt_session *s, wt_chan *ch, uint32_t proto) {
    if (ch->child)
        wt_chan_free(s, ch->child);
    ch->child = NULL;
    free_state(s, ch);
    ch->proto = (uint8_t)proto;
    const wt_stream_ops *ops = proto < WT_P_COUNT ? wt_protocols[proto]->stream : NULL;
    ch->half[0].dead = ch->half[1].dead = !ops;
    if (ops && ops->state_size && !(ch->state = wt_pool_get(s, ops->state_size)))
        ch->half[0].dead = ch->half[1].dead = true;
}

/* ---- who speaks ------------------------------------------------------------------------- */

static int by_port(const wt_session *s, const wt_chan *ch) {
    if (ch->parent)
        return ch->alpn[0] ? wt_bound_text(s, WT_T_TLS_ALPN, (const uint8_t *)ch->alpn, strlen(ch->alpn))
                           : -1;
    uint16_t a = ch->flow->port[0], b = ch->flow->port[1];
    int lower = wt_bound(s, WT_T_TCP_PORT, a < b ? a : b);
    int found = lower >= 0 && wt_protocols[lower]->stream ? lower : wt_bound(s, WT_T_TCP_PORT, a < b ? b : a);
    return found >= 0 && wt_protocols[found]->stream ? found : -1;
}

/* Who says yes to these first bytes; -1, with *more set if somebody wants to see more of them. */
static int by_probe(const uint8_t *p, uint32_t n, int dir, uint32_t not_proto, bool *more) {
    *more = false;
    for (uint32_t i = 0; i < WT_P_COUNT; i++) {
        const wt_stream_ops *ops = wt_protocols[i]->stream;
        enum wt_probe said = i != not_proto && ops && ops->probe ? ops->probe(p, n, dir) : WT_PROBE_NO;
        if (said == WT_PROBE_YES)
            return (int)i;
        *more |= said == WT_PROBE_MORE;
    }
    return -1;
}

/* The protocol these first bytes are of, or -1.  A protocol whose own probe denies them does not get its
 * port's benefit of the doubt where another one claims them. */
static int find_proto(const wt_session *s, const wt_chan *ch, const uint8_t *p, uint32_t n, int dir,
                      bool *more) {
    int port = by_port(s, ch);
    *more = false;
    if (port < 0)
        return by_probe(p, n, dir, WT_P_COUNT, more);
    const wt_stream_ops *ops = wt_protocols[port]->stream;
    if (!ops->probe || ops->probe(p, n, dir) == WT_PROBE_YES)
        return port;
    int probed = by_probe(p, n, dir, (uint32_t)port, more);
    return probed >= 0 ? probed : *more ? -1 : port;
}

/* ---- pushing ---------------------------------------------------------------------------- */

static void as_data(wt_cur *c) {
    if (wt_left(c))
        wt_run(c, WT_P_DATA);
}

bool wt_half_keep(wt_cur *c, wt_half *h, const uint8_t *p, uint32_t n) {
    wt_session *s = c->s;
    if (h->len == 0)
        h->frame = s->frame->number;
    if (n > s->limit[WT_LIMIT_MESSAGE] - h->len) {
        wt_limit_hit(c, WT_LIMIT_MESSAGE);
        return false;
    }
    if (h->cap - h->len < n) {
        uint32_t cap = h->cap ? h->cap : 512;
        while (cap - h->len < n || (cap < h->need && cap < s->limit[WT_LIMIT_MESSAGE]))
            cap *= 2;
        uint8_t *buf = wt_pool_buffer(s, cap);
        if (!buf) {
            wt_limit_hit(c, WT_LIMIT_POOL);
            return false;
        }
        if (h->len)
            memcpy(buf, h->buf, h->len);
        wt_pool_put(s, h->buf, h->cap);
        h->buf = buf;
        h->cap = cap;
    }
    if (n)                                 /* the last of nothing may have no place */
        memcpy(h->buf + h->len, p, n);
    h->len += n;
    return true;
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    uint32_t before = c->pos;
    uint32_t need = wt_protocols[ch->proto]->stream->feed(c, ch, dir);
    if (c->fail) {                         /* whatever failed said so; take up again at the next piece */
        c->pos = c->end;
        return 0;
    }
    if (need == WT_REFUSE && before == c->pos)
        return WT_REFUSE;
    return need == WT_REFUSE ? 0 : need;
}

/* What is kept becomes a source of this frame, and its buffer is lent to it: the half is empty then.  0 if a limit
 * forbids it. */
static uint16_t lend(wt_cur *c, const char *kind, wt_half *h, uint32_t offset, uint32_t more) {
    wt_session *s = c->s;
    if (!wt_pool_put_later(s, h->buf, h->cap)) {
        wt_limit_hit(c, WT_LIMIT_ARENA);
        wt_half_drop(s, h);
        return 0;
    }
    uint16_t source = wt_add_source(s, kind, h->buf, h->len, c->source, offset, more);
    if (!source)
        wt_limit_hit(c, WT_LIMIT_SOURCES);
    h->buf = NULL;
    h->len = h->cap = h->need = 0;
    return source;
}

/* Read what is kept, completed by as much of c as it needs.  True if c was all taken into the buffer. */
static bool feed_kept(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    wt_half *h = &ch->half[dir];
    while (h->len) {
        uint32_t left = wt_left_captured(c), more = h->need > h->len ? h->need - h->len : left;
        if (more > left)
            more = left;
        uint32_t kept_before = h->len, offset = c->pos;
        if (!wt_half_keep(c, h, wt_here(c), more)) {
            wt_half_drop(s, h);
            h->dead = true;
            return false;
        }
        c->pos += more;
        if (h->len < h->need)
            return true;
        wt_half kept = *h;
        uint16_t source = lend(c, ch->kind, h, offset, more);
        if (!source) {
            h->dead = true;
            return false;
        }
        wt_cur whole = wt_over(c, source);
        uint32_t items = s->item_count, layers = s->layer_count;
        uint32_t need = feed(&whole, ch, dir), used = whole.pos;
        bool unused = used == 0 && items == s->item_count && layers == s->layer_count;
        if (unused && s->source_count == source + 1u)
            s->source_count--;             /* nothing was whole yet: this source tells nobody anything */
        if (need == WT_REFUSE && more && more < kept.len) {
            /* What was kept may be of a protocol before this one (STARTTLS): c is read without it. */
            c->pos -= more;
            return false;
        }
        if (h->dead || need == WT_REFUSE) {
            h->dead = true;
            return false;
        }
        if (used >= kept.len)
            return false;
        if (used >= kept_before) {         /* the rest lies in c alone: read it there, in place */
            c->pos -= kept.len - used;
            return false;
        }
        h->need = need;
        if (!wt_half_keep(c, h, kept.buf + used, kept.len - used)) {
            wt_half_drop(s, h);
            h->dead = true;
            return false;
        }
        h->frame = kept.frame;
        if (wt_left_captured(c) == 0)
            return true;
    }
    return false;
}

static void feed_in_place(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    wt_half *h = &ch->half[dir];
    for (int tries = 0; wt_left(c) && !h->dead && tries < 3; tries++) {
        uint32_t need = feed(c, ch, dir);
        if (need == WT_REFUSE) {
            bool more;
            int other = tries ? -1 : by_probe(wt_here(c), wt_left_captured(c), dir, ch->proto, &more);
            if (other < 0) {
                h->dead = true;
                break;
            }
            wt_chan_switch(s, ch, (uint32_t)other);
            continue;
        }
        if (wt_left(c) && !h->dead) {
            h->need = need;
            if (!wt_half_keep(c, h, wt_here(c), wt_left_captured(c))) {
                wt_half_drop(s, h);
                h->dead = true;
                break;
            }
            c->pos = c->end;
        }
        break;
    }
}

enum { ASK_AT_MOST = 32, WAIT_AT_MOST = 4096 };

/* First bytes that nobody claimed after all. */
static void kept_as_data(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    wt_half *h = &ch->half[dir];
    uint8_t *copy = h->len ? wt_arena(s, h->len) : NULL;
    uint16_t source = 0;
    if (copy) {
        memcpy(copy, h->buf, h->len);
        source = wt_add_source(s, ch->kind, copy, h->len, c->source, c->pos, 0);
    }
    if (source) {
        wt_cur whole = wt_over(c, source);
        as_data(&whole);
    }
    wt_half_drop(s, h);
}

/* Ask who speaks, with what was kept of earlier pieces in front.  True if c was kept to ask again later. */
static bool identify(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    wt_half *h = &ch->half[dir];
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left_captured(c), all = h->len + n;
    if (h->len) {
        uint8_t *both = wt_arena(s, all);
        if (!both)
            return false;
        memcpy(both, h->buf, h->len);
        memcpy(both + h->len, p, n);
        p = both;
    }
    bool more;
    int found = find_proto(s, ch, p, all, dir, &more);
    if (found < 0 && !more && h->len) {    /* nothing with what was kept: another protocol may begin here */
        kept_as_data(c, ch, dir);
        all = n;
        found = find_proto(s, ch, wt_here(c), n, dir, &more);
    }
    if (found >= 0) {
        wt_chan_switch(s, ch, (uint32_t)found);
        return false;
    }
    if (more && all < WAIT_AT_MOST && n == wt_left(c) && wt_half_keep(c, h, wt_here(c), n)) {
        c->pos = c->end;
        return true;
    }
    kept_as_data(c, ch, dir);
    ch->tried++;                           /* asked again at the next pieces, a few times */
    return false;
}

/* For those who follow the stream: these bytes came, or `missing` ones did not. */
static void tell_piece(wt_session *s, const wt_chan *ch, int dir, uint16_t source, uint32_t offset, uint32_t length,
                       uint64_t missing) {
    if (!s->pieces)
        return;
    wt_piece_add(s, &(wt_piece){.kind = WT_PIECE_STREAM, .flow = ch->flow->index, .transport = ch->flow->kind,
                                .proto = ch->parent ? ch->parent->proto : ch->flow->kind, .dir = (uint8_t)dir,
                                .source = source, .offset = offset, .length = length, .missing = missing});
}

/* What is kept is all that was captured of its last message: the rest of c was cut off.  Mostly it lies in c. */
void wt_chan_cut(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    const wt_half *h = &ch->half[dir];
    const wt_stream_ops *ops = ch->proto == WT_P_COUNT ? NULL : wt_protocols[ch->proto]->stream;
    uint32_t captured = wt_left_captured(c), missing = wt_left(c) - captured;
    if (h->dead || !ops || !ops->cut)
        return;
    wt_cur part = *c;
    part.pos += captured;
    if (h->len <= captured) {
        part.pos -= h->len;
        ops->cut(&part, ch, dir);
        return;
    }
    uint8_t *copy = wt_arena(s, h->len);
    uint16_t source = 0;
    if (copy) {
        memcpy(copy, h->buf, h->len);
        source = wt_add_source(s, ch->kind, copy, h->len, c->source, c->pos, captured);
    }
    if (!source)
        return;
    part = wt_over(c, source);
    part.end += missing;
    ops->cut(&part, ch, dir);
}

static void push(wt_cur *c, wt_chan *ch, int dir) {
    wt_half *h = &ch->half[dir];
    uint32_t n = wt_left(c), captured = wt_left_captured(c);
    wt_header_done(c);
    h->offset += captured;
    if (captured && !ch->body)
        tell_piece(c->s, ch, dir, c->source, c->pos, captured, 0);
    if (ch->proto == WT_P_COUNT && captured && ch->tried < ASK_AT_MOST && identify(c, ch, dir))
        return;
    if (ch->proto == WT_P_COUNT || h->dead) {
        h->offset += n - captured;
        as_data(c);
        return;
    }
    wt_cur whole = *c;                     /* the captured part; the rest is a gap */
    whole.end = whole.cap = c->pos + captured;
    if (!feed_kept(&whole, ch, dir) && !h->dead)
        feed_in_place(&whole, ch, dir);
    if (h->dead && wt_left(&whole))
        as_data(&whole);
    if (captured < n)
        wt_chan_cut(c, ch, dir);
    if (captured < n)
        wt_chan_gap(c->s, ch, dir, n - captured);
    c->pos = c->end;
}

/* Streams inside of streams (tunnels in tunnels) are limited as protocols are. */
void wt_chan_push(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    if (s->depth >= s->limit[WT_LIMIT_DEPTH]) {
        wt_limit_hit(c, WT_LIMIT_DEPTH);
        c->pos = c->end;
        return;
    }
    s->depth++;
    push(c, ch, dir);
    s->depth--;
}

void wt_chan_gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    wt_half *h = &ch->half[dir];
    h->offset += length;
    if (!ch->body)
        tell_piece(s, ch, dir, 0, 0, 0, length);
    wt_half_drop(s, h);
    if (ch->proto == WT_P_COUNT || h->dead)
        return;
    const wt_stream_ops *ops = wt_protocols[ch->proto]->stream;
    if (!ops->gap || !ops->gap(s, ch, dir, length))
        h->dead = true;
}

void wt_chan_close(wt_cur *c, wt_chan *ch, int dir) {
    wt_half *h = &ch->half[dir];
    if (h->closed)
        return;
    h->closed = true;
    if (ch->proto != WT_P_COUNT && !h->dead && wt_protocols[ch->proto]->stream->close)
        wt_protocols[ch->proto]->stream->close(c, ch, dir);
    if (ch->proto == WT_P_COUNT)
        kept_as_data(c, ch, dir);
    wt_half_drop(c->s, h);
}
