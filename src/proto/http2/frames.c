/* frames.c - one HTTP/2 frame: its head, then what its type says (RFC 9113 §6). */
#include "proto/http2/http2.h"

enum { LABEL_MAX = 128 };

typedef struct frame_head {
    uint32_t length, id;
    uint8_t type, flags;
} frame_head;

static void unused_flags(wt_cur *c, uint8_t type) {
    static const wt_fid rows[] = {
        [H2_DATA] = F_FLAGS_UNUSED_DATA,          [H2_HEADERS] = F_FLAGS_UNUSED_HEADERS,
        [H2_PRIORITY] = F_FLAGS_UNUSED,           [H2_RST_STREAM] = F_FLAGS_UNUSED,
        [H2_SETTINGS] = F_FLAGS_UNUSED_SETTINGS,  [H2_PUSH_PROMISE] = F_FLAGS_UNUSED_PUSH,
        [H2_PING] = F_FLAGS_UNUSED_PING,          [H2_GOAWAY] = F_FLAGS_UNUSED,
        [H2_WINDOW_UPDATE] = F_FLAGS_UNUSED,      [H2_CONTINUATION] = F_FLAGS_UNUSED_CONT,
    };
    wt_peek(c, type <= H2_CONTINUATION ? rows[type] : F_FLAGS_UNUSED);
}

static uint8_t take_flags(wt_cur *c, uint8_t type) {
    wt_node n = wt_begin(c, F_FLAGS, 1);
    unused_flags(c, type);
    bool fields = type == H2_HEADERS || type == H2_PUSH_PROMISE;
    if (type == H2_HEADERS)
        wt_peek(c, F_FLAG_PRIORITY);
    if (type == H2_DATA || fields || type == H2_CONTINUATION)
        wt_peek(c, F_FLAG_PADDED);
    if (fields || type == H2_CONTINUATION)
        wt_peek(c, F_FLAG_END_HEADERS);
    if (type == H2_DATA || type == H2_HEADERS)
        wt_peek(c, F_FLAG_END_STREAM);
    if (type == H2_SETTINGS)
        wt_peek(c, F_FLAG_ACK_SETTINGS);
    if (type == H2_PING)
        wt_peek(c, F_FLAG_ACK_PING);
    wt_end(c, n);
    uint8_t flags = (uint8_t)wt_look(c, 0, 1);
    wt_skip(c, 1);
    return flags;
}

/* "stream 5: " or "connection: " */
static wt_text *tell(wt_cur *c, uint32_t id) {
    wt_text *to = wt_h2_tell(c);
    if (to && id) {
        wt_put_s(to, "stream ");
        wt_put_u(to, id);
        wt_put_s(to, ": ");
    }
    return to;
}

static void put_error(wt_text *to, uint32_t error) {
    const wt_value *row = wt_value_find(&wt_h2_errors, error);
    wt_put_s(to, " (");
    if (row)
        wt_put_s(to, row->name);
    else
        wt_put_u(to, error);
    wt_put_c(to, ')');
}

/* The padding's length, 0 if there is none; more than there is room for ends the frame. */
static uint32_t take_padding(wt_cur *c, uint8_t flags) {
    uint32_t pad = flags & H2_PADDED ? (uint32_t)wt_take(c, F_PADDING) : 0;
    if (pad > wt_left(c))
        wt_malformed(c, "the padding is longer than the frame");
    return c->fail ? 0 : pad;
}

static void take_priority(wt_cur *c) {
    wt_peek(c, F_EXCLUSIVE);
    wt_take(c, F_DEPENDENCY);
    uint64_t weight = wt_take(c, F_WEIGHT);
    wt_item *i = c->fail ? NULL : wt_put(c, F_WEIGHT_REAL, c->pos - 1, 1);
    if (i) {
        i->v.u = weight + 1;
        i->flags |= WT_I_GENERATED;
    }
}

/* ---- DATA ------------------------------------------------------------------------------- */

static void tell_data(wt_cur *c, const wt_h2 *h, int dir, const wt_h2_stream *st, const frame_head *f, uint32_t n) {
    wt_text *to = tell(c, f->id);
    if (!to)
        return;
    wt_h2_put_number(to, n);
    wt_put_s(to, n == 1 ? " byte" : " bytes");
    if (st && st->connect)
        wt_put_s(to, " through the tunnel");
    else if (h->client < 2)
        wt_put_s(to, h->client == dir ? " of the request" : " of the response");
    if (f->flags & H2_END_STREAM)
        wt_put_s(to, ", the last");
    if (st && wt_h2_counted(h)) {
        int64_t left = h->side[dir].window < st->window[dir] ? h->side[dir].window : st->window[dir];
        wt_put_s(to, "; window left ");
        wt_h2_put_number(to, left);
    }
}

static void data(wt_cur *c, wt_chan *ch, int dir, const frame_head *f) {
    wt_h2 *h = ch->state;
    wt_h2_side *x = &h->side[dir];
    uint32_t pad = take_padding(c, f->flags), here = wt_left(c);
    bool whole = f->length == (uint32_t)(c->end - c->start) - H2_HEAD, end = f->flags & H2_END_STREAM;
    wt_h2_stream *st = f->id ? wt_h2_open(c, h, f->id) : NULL;
    wt_h2_spend(c, h, dir, st, f->length);
    if (!st || c->fail)
        return;
    uint32_t n = here - (whole ? pad : x->left < pad ? pad - x->left : 0);
    tell_data(c, h, dir, st, f, f->length - pad - (f->flags & H2_PADDED ? 1 : 0));
    wt_cur content = wt_sub(c, n);
    if (whole) {
        wt_h2_content(&content, ch, dir, st, end);
        if (pad)
            wt_take_bytes(c, F_DATA_PADDING, pad);
        if (end)
            wt_h2_end(c, h, dir, st);
        return;
    }
    x->left_pad = pad;
    wt_h2_content(&content, ch, dir, st, false);
}

void wt_h2_more(wt_cur *c, wt_chan *ch, int dir) {
    wt_h2 *h = ch->state;
    wt_h2_side *x = &h->side[dir];
    uint32_t n = wt_left(c), after = x->left - n, pad = after < x->left_pad ? x->left_pad - after : 0;
    wt_h2_stream *st = x->left_type == H2_DATA ? wt_h2_find(h, x->left_stream) : NULL;
    wt_text *to = tell(c, x->left_stream);
    if (to) {
        wt_h2_put_number(to, n);
        wt_put_s(to, " more bytes of a long frame");
    }
    x->left = after;
    x->owner = x->left_stream;
    if (pad > n)
        pad = n;
    if (st) {
        wt_cur content = wt_sub(c, n - pad);
        bool end = !after && x->left_flags & H2_END_STREAM;
        wt_h2_content(&content, ch, dir, st, end);
        if (end)
            wt_h2_end(c, h, dir, st);
    }
    if (pad)
        x->left_pad -= pad;
    c->pos = c->end;
}

/* ---- header blocks ---------------------------------------------------------------------- */

static void drop_block(wt_session *s, wt_h2_side *x) {
    wt_pool_put(s, x->block, x->block_cap);
    x->block = NULL;
    x->block_len = x->block_cap = 0;
    x->in_block = x->block_lost = false;
}

/* Keep a fragment until the block is complete. */
static void keep_block(wt_cur *c, wt_h2_side *x) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(c);
    if (x->block_lost || !n)
        return;
    if (x->block_len + n > s->limit[WT_LIMIT_HEADERS]) {
        wt_limit_hit(c, WT_LIMIT_HEADERS);
        x->block_lost = true;
        return;
    }
    if (x->block_len + n > x->block_cap) {
        uint32_t cap = x->block_cap ? x->block_cap * 2 : 1024;
        while (cap < x->block_len + n)
            cap *= 2;
        uint8_t *more = wt_pool_buffer(s, cap);
        if (!more) {
            wt_limit_hit(c, WT_LIMIT_POOL);
            x->block_lost = true;
            return;
        }
        if (x->block_len)
            memcpy(more, x->block, x->block_len);
        wt_pool_put(s, x->block, x->block_cap);
        x->block = more;
        x->block_cap = cap;
    }
    memcpy(x->block + x->block_len, wt_here(c), n);
    x->block_len += n;
}

/* For the ledger: what the block says, and how many bytes that would be as HTTP/1's lines ("name: value" and a line
 * end). */
static void claim_fields(wt_session *s, const wt_chan *ch, int dir, const wt_h2_side *x, const wt_h2_head *head) {
    uint64_t plain = head->unknown || head->bad ? head->wire : head->plain + 4 * (uint64_t)head->fields;
    wt_text t = {.p = wt_arena(s, LABEL_MAX), .cap = LABEL_MAX};
    bool push = x->block_type == H2_PUSH_PROMISE, tells = t.p && (head->method.n || head->status);
    if (tells && head->method.n) {
        wt_put_n(&t, (const char *)head->method.p, head->method.n < 20 ? head->method.n : 20);
        wt_put_c(&t, ' ');
        wt_put_n(&t, (const char *)head->path.p, head->path.n < LABEL_MAX - 24 ? head->path.n : LABEL_MAX - 24);
    } else if (tells) {
        wt_put_u(&t, head->status);
    }
    wt_claim what = {.use = WT_USE_HPACK, .plain = plain, .substream = x->block_stream};
    if (push)                              /* it is about another stream */
        wt_claim_bytes(s, ch, dir, &what);
    if (push)
        what = (wt_claim){.use = WT_USE_HPACK, .substream = x->promised};
    what.label = tells ? t.p : NULL;
    what.label_len = tells ? (uint32_t)t.len : 0;
    wt_claim_bytes(s, ch, dir, &what);
}

static void complete(wt_cur *c, wt_cur *block, wt_chan *ch, int dir) {
    wt_h2 *h = ch->state;
    wt_h2_side *x = &h->side[dir];
    wt_h2_head head;
    if (!x->hpack.started)
        wt_hpack_start(c->s, &x->hpack, x->late);
    wt_h2_block(block, h, dir, &head);
    if (c->s->claims)
        claim_fields(c->s, ch, dir, x, &head);
    if (x->block_type == H2_PUSH_PROMISE)
        wt_h2_promise(c, ch, dir, x->block_stream, x->promised, &head);
    else
        wt_h2_message(c, ch, dir, x->block_stream, x->block_flags, &head);
}

/* A fragment of header fields; c covers it.  With the last one the block is read. */
static void fragment(wt_cur *c, wt_chan *ch, int dir, const frame_head *f) {
    wt_session *s = c->s;
    wt_h2_side *x = &((wt_h2 *)ch->state)->side[dir];
    bool end = f->flags & H2_END_HEADERS;
    wt_cur part = *c;
    x->carried += wt_left(c);
    wt_claim_bytes(s, ch, dir, &(wt_claim){.use = WT_USE_HPACK, .length = wt_left(c), .substream = f->id});
    if (end && !x->in_block) {
        complete(c, &part, ch, dir);
        return;
    }
    keep_block(&part, x);
    x->in_block = true;
    if (!end) {
        wt_text *to = tell(c, f->id);
        if (to)
            wt_put_s(to, f->type == H2_CONTINUATION ? "more header fields (CONTINUATION)"
                                                    : "header fields that go on in the next frame");
        return;
    }
    uint8_t *copy = x->block_lost || !x->block_len ? NULL : wt_arena(s, x->block_len);
    uint16_t source = 0;
    if (copy) {
        memcpy(copy, x->block, x->block_len);
        source = wt_add_source(s, "Header block", copy, x->block_len, c->source, c->pos, wt_left(c));
    }
    if (source) {
        wt_cur whole = wt_over(c, source);
        complete(c, &whole, ch, dir);
    } else {
        wt_note(c, "this header block is too long to be kept: its fields, and those that refer to it, are not known");
        wt_hpack_forget(&x->hpack);
    }
    drop_block(s, x);
}

static void begin_block(wt_session *s, wt_h2_side *x, const frame_head *f, uint32_t promised) {
    if (x->in_block) {                     /* the one before never ended */
        drop_block(s, x);
        wt_hpack_forget(&x->hpack);
    }
    x->block_type = f->type;
    x->block_flags = f->flags;
    x->block_stream = f->id;
    x->promised = promised;
}

static void headers(wt_cur *c, wt_chan *ch, int dir, const frame_head *f) {
    wt_h2_side *x = &((wt_h2 *)ch->state)->side[dir];
    bool push = f->type == H2_PUSH_PROMISE;
    uint32_t pad = take_padding(c, f->flags), promised = 0;
    if (push) {
        wt_peek(c, F_PUSH_R);
        promised = (uint32_t)wt_take(c, F_PUSH_STREAM);
    } else if (f->flags & H2_HAS_PRIORITY) {
        take_priority(c);
    }
    if (pad > wt_left(c))
        wt_malformed(c, "the padding is longer than the frame");
    if (c->fail) {
        wt_hpack_forget(&x->hpack);
        return;
    }
    begin_block(c->s, x, f, promised);
    uint32_t n = wt_left(c) - pad;
    wt_cur block = wt_sub(c, n);
    wt_emit_p(&block, push ? F_PUSH_HEADER : F_HEADERS, block.pos, n, wt_here(&block), n);
    fragment(&block, ch, dir, f);
    if (pad)
        wt_take_bytes(c, push ? F_PUSH_PADDING : F_HEADERS_PADDING, pad);
}

static void continuation(wt_cur *c, wt_chan *ch, int dir, const frame_head *f) {
    wt_h2_side *x = &((wt_h2 *)ch->state)->side[dir];
    wt_emit_p(c, F_CONTINUATION, c->pos, wt_left(c), wt_here(c), wt_left(c));
    if (!x->in_block || x->block_stream != f->id) {
        wt_note(c, "nothing is here that this could continue");
        wt_hpack_forget(&x->hpack);
        return;
    }
    fragment(c, ch, dir, f);
}

/* ---- the connection --------------------------------------------------------------------- */

static void setting(wt_cur *c, wt_h2_wish *wish) {
    static const wt_fid rows[] = {
        [1] = F_SET_TABLE, [2] = F_SET_PUSH, [3] = F_SET_STREAMS, [4] = F_SET_WINDOW,
        [5] = F_SET_FRAME, [6] = F_SET_LIST, [8] = F_SET_CONNECT,
    };
    wt_node n = wt_begin(c, F_SETTING, 6);
    uint32_t id = (uint32_t)wt_take(c, F_SETTING_ID), at = c->pos;
    bool known = id < sizeof rows / sizeof *rows && rows[id];
    uint32_t value = (uint32_t)wt_take(c, known ? rows[id] : F_SET_UNKNOWN);
    if (id == 1 && !c->fail) {
        wish->table = value;
        wish->has_table = true;
    } else if (id == 4 && !c->fail) {
        wish->window = value;
        wish->has_window = value <= 0x7fffffff;
        if (!wish->has_window) {
            wt_cur here = *c;
            here.pos = at;
            wt_note(&here, "a window may have at most 2,147,483,647 bytes");
        }
    }
    wt_end(c, n);
}

void wt_h2_take_settings(wt_cur *c, wt_h2_wish *wish) {
    *wish = (wt_h2_wish){0};
    while (wt_left(c) && !c->fail)
        setting(c, wish);
}

static void settings(wt_cur *c, wt_chan *ch, int dir, const frame_head *f) {
    wt_h2 *h = ch->state;
    wt_h2_wish wish = {0};
    wt_text *to = tell(c, 0);
    if (to)
        wt_put_s(to, f->flags & H2_ACK ? "SETTINGS acknowledged" : "SETTINGS");
    wt_h2_take_settings(c, &wish);
    if (f->flags & H2_ACK)
        wt_h2_agree(c->s, h, dir);
    else
        wt_h2_wishes(h, dir, &wish);
}

static void ping(wt_cur *c, const frame_head *f) {
    bool ack = f->flags & H2_ACK;
    wt_take_bytes(c, ack ? F_PONG : F_PING, 8);
    wt_text *to = tell(c, 0);
    if (to)
        wt_put_s(to, ack ? "PING answered" : "PING");
}

static void goaway(wt_cur *c) {
    wt_peek(c, F_GOAWAY_R);
    uint32_t last = (uint32_t)wt_take(c, F_GOAWAY_LAST), error = (uint32_t)wt_take(c, F_GOAWAY_ERROR);
    if (wt_left(c) && !c->fail)
        wt_take_rest(c, F_GOAWAY_DATA);
    wt_text *to = c->fail ? NULL : tell(c, 0);
    if (!to)
        return;
    wt_put_s(to, "the connection ends");
    if (last && last != 0x7fffffff) {
        wt_put_s(to, " after stream ");
        wt_put_u(to, last);
    }
    put_error(to, error);
}

static void window_update(wt_cur *c, wt_h2 *h, int dir, const frame_head *f) {
    wt_peek(c, F_WINDOW_R);
    uint32_t more = (uint32_t)wt_take(c, F_WINDOW_INCREMENT);
    if (c->fail)
        return;
    wt_h2_stream *st = f->id ? wt_h2_find(h, f->id) : NULL;
    wt_text *to = tell(c, f->id);
    if (to) {
        wt_put_s(to, f->id ? "" : "connection: ");
        wt_h2_put_number(to, more);
        wt_put_s(to, more == 1 ? " more byte may be sent" : " more bytes may be sent");
    }
    if (!more)
        wt_note(c, "a window can't grow by 0 bytes");
    wt_h2_grant(c, h, !dir, st, f->id, more);
}

static void rst_stream(wt_cur *c, wt_h2 *h, const frame_head *f) {
    uint32_t error = (uint32_t)wt_take(c, F_RST_ERROR);
    wt_h2_stream *st = c->fail ? NULL : wt_h2_find(h, f->id);
    wt_text *to = c->fail ? NULL : tell(c, f->id);
    if (to) {
        wt_put_s(to, "given up");
        put_error(to, error);
    }
    if (st)
        wt_h2_close(c, h, st);
}

static void altsvc(wt_cur *c, const frame_head *f) {
    uint32_t n = (uint32_t)wt_take(c, F_ALTSVC_LENGTH);
    wt_take_bytes(c, F_ALTSVC_ORIGIN, n);
    if (!c->fail && wt_left(c))
        wt_take_rest(c, F_ALTSVC_VALUE);
    wt_text *to = tell(c, f->id);
    if (to)
        wt_put_s(to, "the site can also be reached elsewhere (ALTSVC)");
}

static void origin(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        wt_node n = wt_begin(c, F_ORIGIN, 2 + (uint32_t)wt_look(c, 0, 2));
        uint32_t length = (uint32_t)wt_take(c, F_ORIGIN_LENGTH);
        if (length)
            wt_take_bytes(c, F_ORIGIN_NAME, length);
        wt_end(c, n);
    }
    wt_text *to = tell(c, 0);
    if (to)
        wt_put_s(to, "sites that this connection may be used for (ORIGIN)");
}

static void priority_update(wt_cur *c) {
    uint32_t id = (uint32_t)wt_take(c, F_UPDATE_STREAM) & 0x7fffffff;
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left(c);
    if (n)
        wt_take_bytes(c, F_UPDATE_VALUE, n);
    wt_text *to = c->fail ? NULL : tell(c, id);
    if (to) {
        wt_put_s(to, "priority ");
        wt_put_wire(to, p, n < 40 ? n : 40);
    }
}

static void unknown(wt_cur *c, const frame_head *f) {
    if (wt_left(c))
        wt_take_rest(c, F_UNKNOWN);
    wt_text *to = tell(c, f->id);
    if (to) {
        wt_put_s(to, "a frame of unknown type ");
        wt_put_u(to, f->type);
    }
}

static void priority(wt_cur *c, const frame_head *f) {
    take_priority(c);
    wt_text *to = tell(c, f->id);
    if (to)
        wt_put_s(to, "PRIORITY");
}

static void payload(wt_cur *c, wt_chan *ch, int dir, const frame_head *f) {
    wt_h2 *h = ch->state;
    switch (f->type) {
    case H2_DATA: data(c, ch, dir, f); break;
    case H2_HEADERS:
    case H2_PUSH_PROMISE: headers(c, ch, dir, f); break;
    case H2_CONTINUATION: continuation(c, ch, dir, f); break;
    case H2_PRIORITY: priority(c, f); break;
    case H2_RST_STREAM: rst_stream(c, h, f); break;
    case H2_SETTINGS: settings(c, ch, dir, f); break;
    case H2_PING: ping(c, f); break;
    case H2_GOAWAY: goaway(c); break;
    case H2_WINDOW_UPDATE: window_update(c, h, dir, f); break;
    case H2_ALTSVC: altsvc(c, f); break;
    case H2_ORIGIN: origin(c); break;
    case H2_PRIORITY_UPDATE: priority_update(c); break;
    default: unknown(c, f); break;
    }
}

/* ---- the frame -------------------------------------------------------------------------- */

/* Rules on stream numbers and lengths (RFC 9113 §6), beside those that reading finds. */
static void judge(wt_cur *c, const wt_h2_side *x, const frame_head *f) {
    bool connection = f->type == H2_SETTINGS || f->type == H2_PING || f->type == H2_GOAWAY;
    bool stream = f->type <= H2_PUSH_PROMISE && f->type != H2_SETTINGS;
    if (connection && f->id)
        wt_note(c, "this frame is about the connection and has to be on stream 0");
    if ((stream || f->type == H2_CONTINUATION) && !f->id)
        wt_note(c, "this frame has to be on a stream, not on 0");
    if (x->in_block && f->type != H2_CONTINUATION)
        wt_note(c, "only CONTINUATION may come before the header block is complete");
}

static frame_head take_head(wt_cur *c) {
    const uint8_t *p = wt_quiet(c->s, WT_P_HTTP2) && wt_left_captured(c) >= H2_HEAD ? wt_skip(c, H2_HEAD) : NULL;
    if (p)
        return (frame_head){.length = (uint32_t)wt_load(p, 3), .type = p[3], .flags = p[4],
                            .id = (uint32_t)wt_load(p + 5, 4) & 0x7fffffff};
    frame_head f = {.length = (uint32_t)wt_take(c, F_LENGTH)};
    f.type = (uint8_t)wt_take(c, F_TYPE);
    f.flags = take_flags(c, f.type);
    wt_peek(c, F_R);
    f.id = (uint32_t)wt_take(c, F_STREAM_ID);
    return f;
}

void wt_h2_announce(wt_cur *c, wt_chan *ch, int dir) {
    (void)ch;
    (void)dir;
    wt_node n = wt_begin(c, F_STREAM, wt_left(c));
    frame_head f = take_head(c);
    if (f.type == H2_HEADERS && f.flags & H2_PADDED)
        wt_take(c, F_PADDING);
    if (f.type == H2_HEADERS && f.flags & H2_HAS_PRIORITY)
        take_priority(c);
    wt_text *to = tell(c, f.id);
    const wt_value *type = wt_value_find(&wt_h2_types, f.type);
    if (to) {
        wt_put_s(to, type ? type->name : "a frame");
        wt_put_s(to, " begins, ");
        wt_h2_put_number(to, f.length);
        wt_put_s(to, " bytes");
    }
    c->pos = c->end;
    wt_end(c, n);
}

void wt_h2_frame(wt_cur *c, wt_chan *ch, int dir) {
    wt_h2_side *x = &((wt_h2 *)ch->state)->side[dir];
    wt_node n = wt_begin(c, F_STREAM, wt_left(c));
    frame_head f = take_head(c);
    x->owner = f.id;
    judge(c, x, &f);
    bool whole = f.length == wt_left(c);
    if (!whole) {
        x->left = f.length - wt_left(c);
        x->left_pad = 0;
        x->left_stream = f.id;
        x->left_type = f.type;
        x->left_flags = f.flags;
    }
    if (whole || f.type == H2_DATA) {
        payload(c, ch, dir, &f);
    } else {
        wt_limit_hit(c, WT_LIMIT_MESSAGE);
        if (f.type == H2_HEADERS || f.type == H2_PUSH_PROMISE || f.type == H2_CONTINUATION)
            wt_hpack_forget(&x->hpack);
    }
    c->pos = c->end;
    wt_end(c, n);
}

bool wt_h2_plausible(const uint8_t *p) {
    uint32_t n = (uint32_t)wt_load(p, 3), id = (uint32_t)wt_load(p + 5, 4);
    uint8_t type = p[3], flags = p[4];
    if (n > 16384 || id >> 31)
        return false;
    switch (type) {
    case H2_DATA: return id && !(flags & ~(H2_END_STREAM | H2_PADDED));
    case H2_HEADERS: return id && n && !(flags & ~0x2d);
    case H2_PRIORITY: return id && n == 5 && !flags;
    case H2_RST_STREAM: return id && n == 4 && !flags;
    case H2_SETTINGS: return !id && n % 6 == 0 && n <= 60 && (flags == 0 || (flags == H2_ACK && !n));
    case H2_PUSH_PROMISE: return id & 1 && n > 4 && !(flags & ~(H2_END_HEADERS | H2_PADDED));
    case H2_PING: return !id && n == 8 && flags <= H2_ACK;
    case H2_GOAWAY: return !id && n >= 8 && !flags;
    case H2_WINDOW_UPDATE: return n == 4 && !flags;
    case H2_CONTINUATION: return id && n && !(flags & ~H2_END_HEADERS);
    default: return false;
    }
}
