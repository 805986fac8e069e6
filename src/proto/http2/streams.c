/* streams.c - what goes on on each stream: windows, requests and responses, bodies, tunnels. */
#include "proto/common/secret.h"
#include "proto/http2/http2.h"

bool wt_h2_secure(const wt_chan *ch) {
    for (const wt_chan *p = ch->parent; p; p = p->parent)
        if (p->proto == WT_P_TLS)
            return true;
    return false;
}

enum { TELL_MAX = 300 };

wt_text *wt_h2_tell(wt_cur *c) {
    static const char more[] = "; …";
    wt_text *so_far = &c->s->headline;
    uint32_t n = so_far->len;
    if (n < TELL_MAX || c->s->layers[c->s->headline_layer].proto != WT_P_HTTP2)
        return wt_tell(c);
    if (c->s->headline_wanted && memcmp(so_far->p + n - (sizeof more - 1), more, sizeof more - 1) != 0)
        wt_put_s(so_far, more);
    return NULL;
}

void wt_h2_put_number(wt_text *to, int64_t v) {
    if (v >= 0 && v < 1000) {
        wt_put_u(to, (uint64_t)v);
        return;
    }
    char digits[32];
    wt_text t = {.p = digits, .cap = sizeof digits};
    wt_put_i(&t, v < 0 ? -v : v);
    if (v < 0)
        wt_put_c(to, '-');
    for (uint32_t i = 0; i < t.len; i++) {
        if (i && (t.len - i) % 3 == 0)
            wt_put_c(to, ',');
        wt_put_c(to, digits[i]);
    }
}

/* ---- the list, the one used last in front ----------------------------------------------- */

static void unlink_stream(wt_h2 *h, wt_h2_stream *st) {
    *(st->newer ? &st->newer->older : &h->newest) = st->older;
    *(st->older ? &st->older->newer : &h->oldest) = st->newer;
}

static void link_stream(wt_h2 *h, wt_h2_stream *st) {
    st->newer = NULL;
    st->older = h->newest;
    *(h->newest ? &h->newest->newer : &h->oldest) = st;
    h->newest = st;
}

wt_h2_stream *wt_h2_find(wt_h2 *h, uint32_t id) {
    wt_h2_stream *st = h->newest;
    while (st && st->id != id)
        st = st->older;
    if (st && st != h->newest) {
        unlink_stream(h, st);
        link_stream(h, st);
    }
    return st;
}

static void drop(wt_session *s, wt_h2 *h, wt_h2_stream *st) {
    unlink_stream(h, st);
    h->streams--;
    wt_body_free(s, st->body[0]);
    wt_body_free(s, st->body[1]);
    wt_chan_free(s, st->tunnel);
    for (int d = 0; d < 2; d++)
        wt_pool_put(s, st->whole[d].p, st->whole[d].cap);
    wt_pool_put(s, st, sizeof *st);
}

wt_h2_stream *wt_h2_open(wt_cur *c, wt_h2 *h, uint32_t id) {
    wt_session *s = c->s;
    wt_h2_stream *st = wt_h2_find(h, id);
    if (st)
        return st;
    if (h->streams >= s->limit[WT_LIMIT_STREAMS]) {
        wt_limit_hit(c, WT_LIMIT_STREAMS);
        if (h->oldest)
            drop(s, h, h->oldest);
    }
    if (!(st = wt_pool_get(s, sizeof *st))) {
        wt_limit_hit(c, WT_LIMIT_POOL);
        return NULL;
    }
    st->id = id;
    st->window[0] = h->side[0].initial;
    st->window[1] = h->side[1].initial;
    link_stream(h, st);
    h->streams++;
    return st;
}

/* It is over at once, in both directions. */
void wt_h2_close(wt_cur *c, wt_h2 *h, wt_h2_stream *st) {
    for (int d = 0; d < 2 && st->tunnel; d++)
        if (!st->ended[d])
            wt_chan_close(c, st->tunnel, d);
    drop(c->s, h, st);
}

void wt_h2_drop_all(wt_session *s, wt_h2 *h) {
    while (h->newest)
        drop(s, h, h->newest);
}

/* ---- windows ---------------------------------------------------------------------------- */

bool wt_h2_counted(const wt_h2 *h) { return !h->gap && !h->side[0].late && !h->side[1].late; }

static void show_windows(wt_cur *c, const wt_h2 *h, int dir, const wt_h2_stream *st, bool both) {
    if (!wt_h2_counted(h))
        return;
    if (both || !st)
        wt_gen_u(c, F_WINDOW_CONNECTION, (uint64_t)h->side[dir].window);
    if (st)
        wt_gen_u(c, F_WINDOW_STREAM, (uint64_t)st->window[dir]);
}

void wt_h2_spend(wt_cur *c, wt_h2 *h, int dir, wt_h2_stream *st, uint32_t length) {
    wt_h2_side *x = &h->side[dir];
    bool over = length && (x->window < length || (st && st->window[dir] < length));
    x->window -= length;
    if (st)
        st->window[dir] -= length;
    show_windows(c, h, dir, st, true);
    if (over && wt_h2_counted(h))
        wt_note(c, "more content than the window allowed: the receiver may give up (FLOW_CONTROL_ERROR)");
}

void wt_h2_grant(wt_cur *c, wt_h2 *h, int dir, wt_h2_stream *st, uint32_t id, uint32_t more) {
    int64_t *window = id ? (st ? &st->window[dir] : NULL) : &h->side[dir].window;
    if (!window)
        return;
    *window += more;
    show_windows(c, h, dir, id ? st : NULL, false);
    if (*window > 0x7fffffff && wt_h2_counted(h))
        wt_note(c, "the window grows past 2,147,483,647 bytes, which is not allowed");
}

void wt_h2_wishes(wt_h2 *h, int dir, const wt_h2_wish *wish) {
    wt_h2_side *x = &h->side[dir];
    if (x->wishes < H2_AWAITED) {
        x->wish[x->wishes++] = *wish;
        return;
    }
    wt_h2_wish *last = &x->wish[H2_AWAITED - 1];
    if (wish->has_window)
        *last = (wt_h2_wish){wish->window, last->table, true, last->has_table};
    if (wish->has_table)
        *last = (wt_h2_wish){last->window, wish->table, last->has_window, true};
}

/* What `dir` sends from now on keeps to the oldest settings that the other side sent and that are not in use yet. */
void wt_h2_agree(wt_session *s, wt_h2 *h, int dir) {
    wt_h2_side *x = &h->side[dir], *other = &h->side[!dir];
    if (!other->wishes)
        return;
    wt_h2_wish w = other->wish[0];
    memmove(other->wish, other->wish + 1, --other->wishes * sizeof w);
    if (w.has_window) {
        int64_t change = (int64_t)w.window - x->initial;
        for (wt_h2_stream *st = h->newest; st; st = st->older)
            st->window[dir] += change;
        x->initial = w.window;
    }
    if (w.has_table) {
        x->hpack.allowed = w.table;
        if (!x->hpack.started)
            wt_hpack_start(s, &x->hpack, x->late);
    }
}

/* ---- messages --------------------------------------------------------------------------- */

static bool text_is(wt_h2_text t, const char *word) { return t.n == strlen(word) && memcmp(t.p, word, t.n) == 0; }

static void put_text(wt_text *to, wt_h2_text t, uint32_t most) {
    wt_put_wire(to, t.p, t.n < most ? t.n : most);
    if (t.n > most)
        wt_put_s(to, "…");
}

static void put_cost(wt_text *to, const wt_h2_head *head) {
    if (head->unknown || head->bad)
        return;
    wt_put_s(to, " (");
    wt_h2_put_number(to, head->wire);
    wt_put_s(to, head->wire == 1 ? " byte instead of " : " bytes instead of ");
    wt_h2_put_number(to, head->plain);
    wt_put_c(to, ')');
}

/* "stream 1: GET /cart (48 bytes instead of 213)" */
static void tell_head(wt_cur *c, uint32_t id, const char *front, const wt_h2_head *head) {
    wt_text *to = wt_h2_tell(c);
    if (!to)
        return;
    wt_put_s(to, "stream ");
    wt_put_u(to, id);
    wt_put_s(to, front);
    if (head->method.n) {
        put_text(to, head->method, 20);
        wt_put_c(to, ' ');
        if (head->path.n)
            wt_put_uri(to, c->s, head->path.p, head->path.n, 100);
        else if (text_is(head->method, "CONNECT"))
            put_text(to, head->authority, 100);
        else
            wt_put_s(to, "(path not known)");
        if (head->protocol.n) {
            wt_put_s(to, " for ");
            put_text(to, head->protocol, 20);
        }
    } else if (head->status) {
        wt_h2_text type = head->type;
        wt_put_u(to, head->status);
        for (type.n = 0; type.n < head->type.n && head->type.p[type.n] != ';' && head->type.p[type.n] != ' ';)
            type.n++;
        if (type.n) {
            wt_put_s(to, ", ");
            put_text(to, type, 60);
        }
    } else {
        wt_put_s(to, head->unknown || head->bad ? "fields that are not all known" : "more fields at the end");
    }
    put_cost(to, head);
}

static void head_piece(wt_cur *c, wt_chan *ch, int dir, const wt_h2_stream *st, bool first, bool last,
                       const wt_h2_head *head) {
    if (!c->s->pieces || !head->source)
        return;
    wt_piece_add(c->s, &(wt_piece){.kind = WT_PIECE_HEAD, .flow = ch->flow->index, .transport = ch->flow->kind,
                                   .proto = WT_P_HTTP2, .dir = (uint8_t)dir, .first = first, .last = last,
                                   .source = head->source, .length = head->letters, .substream = st->id,
                                   .message = st->message[dir]});
}

/* A tunnel that a CONNECT opened, for what its :protocol names (RFC 8441) or for what is found. */
static void open_tunnel(wt_session *s, wt_chan *ch, wt_h2_stream *st, const wt_h2_head *head) {
    if (st->tunnel || !(st->tunnel = wt_chan_new(s, ch->flow, ch, "HTTP/2 stream")))
        return;
    st->tunnel->substream = st->id;
    wt_chan_set(s, st->tunnel, WT_A_METHOD, head->method.p, head->method.n);
    uint32_t n = head->scheme.n + 3 + head->authority.n + head->path.n;
    uint8_t *uri = head->scheme.n && n <= s->limit[WT_LIMIT_ATTRIBUTE] ? wt_arena(s, n) : NULL;
    if (uri) {
        memcpy(uri, head->scheme.p, head->scheme.n);
        memcpy(uri + head->scheme.n, "://", 3);
        if (head->authority.n)
            memcpy(uri + head->scheme.n + 3, head->authority.p, head->authority.n);
        if (head->path.n)
            memcpy(uri + n - head->path.n, head->path.p, head->path.n);
        wt_chan_set(s, st->tunnel, WT_A_URI, uri, n);
    }
    if (head->ws_offered.p)
        wt_chan_set(s, st->tunnel, WT_A_WS_OFFERED, head->ws_offered.p, head->ws_offered.n);
    if (head->ws_protocol.p)
        wt_chan_set(s, st->tunnel, WT_A_WS_ASKED, head->ws_protocol.p, head->ws_protocol.n);
    int proto = head->protocol.n ? wt_bound_text(s, WT_T_HTTP_UPGRADE, head->protocol.p, head->protocol.n) : -1;
    if (proto >= 0 && wt_protocols[proto]->stream)
        wt_chan_switch(s, st->tunnel, (uint32_t)proto);
}

/* The answer to CONNECT: 2xx, and it stands. */
static void tunnel_answer(wt_session *s, wt_h2_stream *st, const wt_h2_head *head) {
    if (head->status / 100 != 2) {
        wt_chan_free(s, st->tunnel);
        st->tunnel = NULL;
        st->connect = false;
    } else if (st->tunnel) {
        if (head->ws_offered.p)
            wt_chan_set(s, st->tunnel, WT_A_WS_EXTENSIONS, head->ws_offered.p, head->ws_offered.n);
        if (head->ws_protocol.p)
            wt_chan_set(s, st->tunnel, WT_A_WS_PROTOCOL, head->ws_protocol.p, head->ws_protocol.n);
    }
}

static void pair(wt_cur *c, const wt_h2_stream *st) {
    if (!st->asked_frame)
        return;
    wt_gen_u(c, F_REQUEST_IN, st->asked_frame);
    if (st->asked_ns != INT64_MIN && c->s->frame->time_ns != INT64_MIN)
        wt_gen_u(c, F_TIME, (uint64_t)(c->s->frame->time_ns - st->asked_ns));
}

static void begin_body(wt_session *s, wt_chan *ch, int dir, wt_h2_stream *st, const wt_h2_head *head) {
    wt_body_info info = {.type = head->type.p, .type_len = head->type.n, .coding = head->coding.p,
                         .coding_len = head->coding.n, .proto = -1, .message = st->message[dir], .substream = st->id};
    wt_body_free(s, st->body[dir]);
    st->body[dir] = wt_body_new(s, ch, dir, &info);
}

static void asked(wt_session *s, wt_h2_stream *st) {
    st->asked_frame = s->frame->number;
    st->asked_ns = s->frame->time_ns;
}

void wt_h2_message(wt_cur *c, wt_chan *ch, int dir, uint32_t id, uint8_t flags, const wt_h2_head *head) {
    wt_session *s = c->s;
    wt_h2 *h = ch->state;
    bool last = flags & H2_END_STREAM, request = head->method.n != 0, interim = head->status / 100 == 1;
    wt_h2_stream *st = wt_h2_open(c, h, id);
    if (!st)
        return;
    bool trailers = st->begun[dir] && !request && !head->status;
    if (request || head->status)
        h->client = (uint8_t)(request ? dir : !dir);
    if (request)
        asked(s, st);
    else if (!trailers)
        pair(c, st);
    tell_head(c, id, trailers ? ": trailers, " : ": ", head);
    if (!trailers)
        st->message[dir] = ++h->side[dir].message;
    head_piece(c, ch, dir, st, !trailers, last, head);
    if (request && text_is(head->method, "CONNECT")) {
        st->connect = true;
        open_tunnel(s, ch, st, head);
    } else if (st->connect && head->status && !interim) {
        tunnel_answer(s, st, head);
    }
    if (!interim)
        st->begun[dir] = true;
    if (!interim && !trailers && !last && !st->connect)
        begin_body(s, ch, dir, st, head);
    if (last) {
        wt_cur none = *c;
        none.end = none.cap = c->pos;
        wt_h2_whole(&none, st, dir, true);
        wt_h2_end(c, h, dir, st);
    }
}

void wt_h2_promise(wt_cur *c, wt_chan *ch, int dir, uint32_t id, uint32_t promised, const wt_h2_head *head) {
    wt_h2 *h = ch->state;
    wt_h2_stream *st = promised ? wt_h2_open(c, h, promised) : NULL;
    if (st) {
        asked(c->s, st);
        if (h->client == 2)
            h->client = (uint8_t)!dir;
        st->ended[!dir] = true;            /* the client has nothing to say on it */
        head_piece(c, ch, dir, st, true, true, head);
    }
    wt_text *to = wt_h2_tell(c);
    if (!to)
        return;
    wt_put_s(to, "stream ");
    wt_put_u(to, id);
    wt_put_s(to, ": the server will also send ");
    wt_put_uri(to, c->s, head->path.p, head->path.n, 100);
    wt_put_s(to, " on stream ");
    wt_put_u(to, promised);
    put_cost(to, head);
}

/* ---- content ---------------------------------------------------------------------------- */

enum { WHOLE_FIRST = 2048, WHOLE_MAX = 262144 };

static bool whole_keep(wt_session *s, wt_h2_stream *st, int dir, const uint8_t *p, uint32_t n) {
    uint32_t have = st->whole[dir].n, cap = st->whole[dir].cap ? st->whole[dir].cap : WHOLE_FIRST;
    while (cap < WHOLE_MAX && cap - have < n)
        cap *= 2;
    if (cap - have < n)
        return false;
    if (cap != st->whole[dir].cap) {
        uint8_t *more = wt_pool_buffer(s, cap);
        if (!more)
            return false;
        if (have)
            memcpy(more, st->whole[dir].p, have);
        wt_pool_put(s, st->whole[dir].p, st->whole[dir].cap);
        st->whole[dir].p = more;
        st->whole[dir].cap = cap;
    }
    memcpy(st->whole[dir].p + have, p, n);
    st->whole[dir].n += n;
    return true;
}

bool wt_h2_whole(wt_cur *c, wt_h2_stream *st, int dir, bool end) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(c), before = st->whole[dir].n;
    if (st->whole[dir].dead || st->connect || !st->begun[dir] || !wt_wants(s, F_DATA))
        return false;
    if (n < wt_left(c) || (n && (before || !end) && !whole_keep(s, st, dir, wt_here(c), n))) {
        wt_pool_put(s, st->whole[dir].p, st->whole[dir].cap);
        st->whole[dir].p = NULL;
        st->whole[dir].n = st->whole[dir].cap = 0;
        st->whole[dir].dead = true;
        return false;
    }
    uint32_t all = st->whole[dir].n;
    uint8_t *copy = end && before ? wt_arena(s, all) : NULL;
    if (!copy)
        return false;
    memcpy(copy, st->whole[dir].p, all);
    uint16_t source = wt_add_source(s, "Reassembled content", copy, all, c->source, c->pos, n);
    if (!source)
        return false;
    wt_cur over = wt_over(c, source);
    wt_emit_p(&over, F_DATA, 0, all, copy, all);
    return true;
}

void wt_h2_end(wt_cur *c, wt_h2 *h, int dir, wt_h2_stream *st) {
    wt_cur none = *c;
    none.pos = none.end = none.cap = c->pos;
    if (st->body[dir])
        wt_body_push(&none, st->body[dir], true);
    if (st->tunnel)
        wt_chan_close(&none, st->tunnel, dir);
    wt_body_free(c->s, st->body[dir]);
    st->body[dir] = NULL;
    st->ended[dir] = true;
    if (st->ended[!dir])
        drop(c->s, h, st);
}

static void show_data(wt_cur *c) {
    uint32_t n = wt_left(c);
    wt_emit_p(c, F_DATA, c->pos, n, wt_here(c), wt_left_captured(c));
}

/* Coded content is shown as it came, but where it ends, decoded and as a whole. */
static void coded(wt_cur *c, wt_h2_stream *st, int dir, bool last) {
    wt_body *b = st->body[dir];
    wt_cur all = *c, plain;
    if (!last)
        show_data(c);
    wt_body_push(c, b, last);
    plain = all;
    plain.pos = plain.end = plain.cap;
    if (b->made)
        plain = wt_over(&all, b->made);
    if (b->broken)
        st->whole[dir].dead = true;
    if (!wt_h2_whole(&plain, st, dir, last) && last)
        show_data(b->broken || !b->made ? &all : &plain);
}

void wt_h2_content(wt_cur *c, wt_chan *ch, int dir, wt_h2_stream *st, bool last) {
    wt_body *b = st->body[dir];
    st->bytes[dir] += wt_left(c);
    ((wt_h2 *)ch->state)->side[dir].carried += wt_left(c);
    wt_gen_u(c, F_STREAM_BYTES, st->bytes[dir]);
    if (!b && !st->begun[dir] && !st->connect) {
        /* the head was not seen: what it is is not known */
        wt_h2_head none = {0};
        begin_body(c->s, ch, dir, st, &none);
        b = st->body[dir];
        st->begun[dir] = st->whole[dir].dead = true;
    }
    if (b && b->coding_count && !b->broken) {
        coded(c, st, dir, last);
    } else {
        if (!wt_h2_whole(c, st, dir, last))
            show_data(c);
        if (st->connect && st->tunnel && wt_left(c))
            wt_chan_push(c, st->tunnel, dir);
        if (b)
            wt_body_push(c, b, last);
    }
    c->pos = c->end;
}
