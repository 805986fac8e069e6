/* websocket.c - WebSocket frames on a stream: masks undone, fragments joined, messages decompressed and handed on. */
#include "proto/websocket.h"

WT_FIELD_IDS(WEBSOCKET, WEBSOCKET_FIELDS)
static const wt_field fields[] = {WEBSOCKET_FIELDS(WT_ROW)};

enum { OP_CONTINUE, OP_TEXT, OP_BINARY, OP_CLOSE = 8, OP_PING, OP_PONG };
enum { CONTROL_MAX = 125, HEAD_MAX = 14, PING_MAX = CONTROL_MAX };
enum {
    WHOLE_MAX = 262144
};               /* frames up to this long are read when all is there, longer ones as they come */
enum { SHOWN_MAX = 72 };                   /* bytes of text in a headline */

typedef struct ws_head {
    uint8_t opcode, rsv, size;
    bool fin, masked;
    uint8_t key[4];
    uint64_t length;
} ws_head;

/* A fragment of the message in progress. */
typedef struct ws_part {
    uint64_t frame;
    uint32_t length;
} ws_part;

enum { PARTS_MAX = 32 };                   /* fragments of one message that are listed */

typedef struct ws_side {
    ws_head head;                          /* of the frame in progress */
    uint64_t left;                         /* bytes of its payload to come, if it is read as it comes */
    uint8_t opcode;                        /* of the message in progress; 0: none */
    bool compressed, lost, piecemeal,
        skip; /* skip: this message can't be read on; piecemeal: it is too big to be joined */
    bool codec_lost;                       /* messages before were missed: references to them can't be resolved */
    uint32_t frames, messages;
    uint32_t number;                       /* of messages begun, whether they can be read or not: for the ledger */
    const char *label;                     /* how the message that this frame completes begins; NULL: not known */
    uint32_t label_len;
    uint64_t first_frame, wire, plain;
    wt_half whole;                         /* the message so far */
    ws_part *parts;                        /* its fragments, PARTS_MAX of them; NULL: none, or not to be listed */
    uint32_t part_count;
    wt_body *body;
    wt_codec *codec;
    wt_codec_memory memory;
    uint64_t ping_frame;                   /* the last ping of this side, and its payload */
    uint8_t ping_len, ping[PING_MAX];
} ws_side;

typedef struct ws {
    ws_side side[2];
    bool asked, deflate; /* deflate: both ends agreed on permessage-deflate, or use it; asked: looked up */
} ws;

/* ---- the head --------------------------------------------------------------------------- */

/* False: not all of it is here; h->size then says how much is needed. */
static bool look_head(const wt_cur *c, ws_head *h) {
    *h = (ws_head){.size = 2};
    if (wt_left(c) < 2)
        return false;
    uint32_t a = (uint32_t)wt_look(c, 0, 1), b = (uint32_t)wt_look(c, 1, 1);
    h->fin = a >> 7;
    h->rsv = (uint8_t)(a >> 4 & 7);
    h->opcode = (uint8_t)(a & 15);
    h->masked = b >> 7;
    h->length = b & 127;
    uint32_t wide = h->length == 126 ? 2 : h->length == 127 ? 8 : 0;
    h->size = (uint8_t)(2 + wide + (h->masked ? 4 : 0));
    if (wt_left(c) < h->size)
        return false;
    if (wide)
        h->length = wt_look(c, 2, wide);
    for (uint32_t i = 0; h->masked && i < 4; i++)
        h->key[i] = (uint8_t)wt_look(c, 2 + wide + i, 1);
    return true;
}

/* Is permessage-deflate in use?  Then one of the reserved bits has a meaning. */
static bool may_compress(const wt_chan *ch, ws *w, const ws_head *h) {
    static const char name[] = "permessage-deflate";
    uint32_t n = 0;
    const uint8_t *list = w->asked ? NULL : wt_chan_get(ch, WT_A_WS_EXTENSIONS, &n);
    w->asked = true;
    if (h->rsv & 4 || (list && memmem(list, n, name, sizeof name - 1)))
        w->deflate = true;
    return w->deflate;
}

static void take_head(wt_cur *c, const ws_head *h, bool compressed) {
    uint32_t code = (uint32_t)wt_look(c, 1, 1) & 0x7f, all = (code == 126 ? 4u
                                                              : code == 127 ? 10u
                                                              : 2u) +
                                                             (h->masked ? 4u : 0u);
    if (wt_quiet(c->s, WT_P_WEBSOCKET) && wt_left_captured(c) >= all) {
        wt_skip(c, all);
        return;
    }
    wt_peek(c, F_FIN);
    wt_peek(c, F_RSV);
    if (compressed)
        wt_peek(c, F_PMC);
    wt_peek(c, F_OPCODE);
    wt_skip(c, 1);
    wt_peek(c, F_MASK);
    uint64_t brief = wt_peek(c, F_LENGTH);
    wt_skip(c, 1);
    if (brief == 126)
        wt_take(c, F_LENGTH_16);
    else if (brief == 127)
        wt_take(c, F_LENGTH_64);
    if (h->masked)
        wt_take_bytes(c, F_KEY, 4);
}

/* What RFC 6455 forbids and receivers answer with a close. */
static void judge_head(wt_cur *c, const ws_head *h, const ws_side *x) {
    bool control = h->opcode >= OP_CLOSE, known = h->opcode <= OP_BINARY || (control && h->opcode <= OP_PONG);
    if (!known)
        wt_note(c, "opcode %u is not defined: a receiver has to fail the connection (RFC 6455 §5.2)", h->opcode);
    if (h->rsv & 3)
        wt_note(c, "a reserved bit is set that no known extension uses (RFC 6455 §5.2)");
    if (control && known && h->length > CONTROL_MAX)
        wt_note(c, "a control frame may carry 125 bytes at most (RFC 6455 §5.5)");
    if (control && known && !h->fin)
        wt_note(c, "a control frame must not be cut into fragments (RFC 6455 §5.5)");
    if (h->opcode == OP_CONTINUE && !x->opcode && !x->lost)
        wt_note(c, "this goes on with a message of which no beginning was seen");
    if ((h->opcode == OP_TEXT || h->opcode == OP_BINARY) && x->opcode)
        wt_note(c, "a new message begins before the last one has ended (RFC 6455 §5.4)");
}

/* ---- masks ------------------------------------------------------------------------------ */

/* "9f^fa=65 'e', …" for the first bytes: masking undone where one can check it. */
static void show_unmasking(wt_cur *c, const ws_head *h, const uint8_t *p, uint32_t n) {
    enum { EACH = 14, MOST = 8 };
    char *buf = n && wt_wants(c->s, F_UNMASKING) ? wt_arena(c->s, MOST * EACH) : NULL;
    if (!buf)
        return;
    wt_text t = {buf, 0, MOST * EACH, false};
    for (uint32_t i = 0; i < n && i < MOST; i++) {
        uint8_t plain = p[i] ^ h->key[i & 3];
        wt_put_s(&t, i ? ", " : "");
        wt_put_x(&t, p[i], 2);
        wt_put_c(&t, '^');
        wt_put_x(&t, h->key[i & 3], 2);
        wt_put_c(&t, '=');
        wt_put_x(&t, plain, 2);
        if (plain > 32 && plain < 127) {
            wt_put_s(&t, " '");
            wt_put_c(&t, (char)plain);
            wt_put_c(&t, '\'');
        }
    }
    wt_gen_p(c, F_UNMASKING, buf, t.len);
}

/* By exclusive or with the key, of which byte at & 3 is the first one's; eight bytes at a time. */
static void undo_mask(uint8_t *out, const uint8_t *p, uint32_t n, const uint8_t *key, uint64_t at) {
    uint8_t twice[8];
    uint64_t eight, v;
    uint32_t i = 0;
    for (uint32_t k = 0; k < sizeof twice; k++)
        twice[k] = key[(at + k) & 3];
    memcpy(&eight, twice, sizeof eight);
    for (; n - i >= 8; i += 8) {
        memcpy(&v, p + i, 8);
        v ^= eight;
        memcpy(out + i, &v, 8);
    }
    for (; i < n; i++)
        out[i] = p[i] ^ twice[i & 7];
}

/* The payload at c (all of it, or the part from byte `at` of it on) as a cursor over what was meant. */
static wt_cur unmask(wt_cur *c, const ws_head *h, uint64_t at, uint32_t n) {
    wt_cur plain = wt_sub(c, n);
    uint32_t captured = wt_left_captured(&plain);
    if (!h->masked || !captured)
        return plain;
    const uint8_t *p = wt_here(&plain);
    if (at == 0)
        show_unmasking(&plain, h, p, captured);
    uint8_t *out = wt_arena(c->s, captured);
    uint16_t source = 0;
    if (out) {
        undo_mask(out, p, captured, h->key, at);
        source = wt_add_source(c->s, "Unmasked data", out, captured, plain.source, plain.pos, captured);
    }
    if (!source) {
        wt_limit_hit(c, out ? WT_LIMIT_SOURCES : WT_LIMIT_ARENA);
        plain.pos = plain.end;
        return plain;
    }
    wt_cur over = wt_over(&plain, source);
    over.end = n;                          /* what the snap length cut stays counted */
    return over;
}

/* ---- control frames --------------------------------------------------------------------- */

static void tell_close(wt_cur *c, uint32_t code, const uint8_t *reason, uint32_t n) {
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, "closes the conversation");
    if (code) {
        const wt_value *v = wt_value_find(&wt_ws_close_codes, code);
        wt_put_s(t, ": ");
        wt_put_u(t, code);
        wt_put_s(t, v ? " " : "");
        wt_put_s(t, v ? v->name : "");
    }
    if (n) {
        wt_put_s(t, " (");
        wt_put_wire(t, reason, n);
        wt_put_c(t, ')');
    }
}

static void read_close(wt_cur *c) {
    if (!wt_left(c)) {
        tell_close(c, 0, NULL, 0);
        return;
    }
    wt_node node = wt_begin(c, F_CLOSE, wt_left(c));
    uint32_t code = (uint32_t)wt_take(c, F_CLOSE_CODE), n = wt_left_captured(c);
    const uint8_t *reason = n ? wt_take_bytes(c, F_CLOSE_REASON, n) : NULL;
    wt_end(c, node);
    if (c->fail)
        return;
    if (code == 1005 || code == 1006 || code == 1015)
        wt_note(c, "close code %u stands for something that happened and must not be sent (RFC 6455 §7.4.1)", code);
    else if (code < 1000 || (code > 1015 && code < 3000) || code > 4999)
        wt_note(c, "close code %u is outside of the ranges that may be sent (RFC 6455 §7.4.2)", code);
    tell_close(c, code, reason, n);
}

static void read_ping(wt_cur *c, ws_side *x) {
    uint32_t n = wt_left_captured(c);
    const uint8_t *p = n ? wt_take_bytes(c, F_PING, n) : NULL;
    x->ping_frame = c->s->frame->number;
    x->ping_len = (uint8_t)(n < PING_MAX ? n : PING_MAX);
    if (p)
        memcpy(x->ping, p, x->ping_len);
    wt_text *t = wt_tell(c);
    if (t)
        wt_put_s(t, "ping: are you still there?");
}

static void read_pong(wt_cur *c, const ws_side *peer) {
    uint32_t n = wt_left_captured(c);
    const uint8_t *p = n ? wt_take_bytes(c, F_PONG, n) : NULL;
    bool answers = peer->ping_frame && n == peer->ping_len && (!n || memcmp(p, peer->ping, n) == 0);
    if (answers)
        wt_gen_u(c, F_PING_IN, peer->ping_frame);
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, answers ? "pong: yes (answers the ping of frame " : "pong: a sign of life, unasked");
    if (answers) {
        wt_put_u(t, peer->ping_frame);
        wt_put_c(t, ')');
    }
}

/* ---- messages --------------------------------------------------------------------------- */

static void drop_message(wt_session *s, ws_side *x) {
    wt_body_free(s, x->body);
    x->body = NULL;
    wt_half_drop(s, &x->whole);
    wt_pool_put(s, x->parts, PARTS_MAX * sizeof *x->parts);
    x->parts = NULL;
    x->part_count = 0;
    x->opcode = 0;
    x->compressed = x->piecemeal = x->skip = false;
    x->frames = 0;
    x->wire = x->plain = 0;
}

/* Text that begins like JSON is read as JSON. */
static int reader(const wt_session *s, const wt_cur *c, uint8_t opcode) {
    if (opcode != OP_TEXT)
        return WT_P_DATA;
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left_captured(c), i = 0;
    while (i < n && (p[i] == ' ' || p[i] == '\t' || p[i] == '\r' || p[i] == '\n'))
        i++;
    return i < n && (p[i] == '{' || p[i] == '[')
               ? wt_bound_text(s, WT_T_MEDIA_TYPE, (const uint8_t *)"application/json", 16) : -1;
}

/* What `plain` holds goes to the message's reader; `last`: the message is complete. */
static void hand_on(wt_cur *plain, wt_chan *ch, int dir, ws_side *x, bool last) {
    wt_session *s = plain->s;
    if (!x->body) {
        wt_body_info info = {.proto = reader(s, plain, x->opcode), .message = ++x->messages, .unclaimed = true};
        x->body = wt_body_new(s, ch, dir, &info);
        if (!x->body) {
            wt_limit_hit(plain, WT_LIMIT_POOL);
            plain->pos = plain->end;
            return;
        }
    }
    wt_body_push(plain, x->body, last);
}

static void tell_message(wt_cur *c, const ws_side *x, const uint8_t *p, uint32_t n) {
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, x->opcode == OP_TEXT ? "text message" : "binary message, ");
    if (x->opcode == OP_TEXT) {
        wt_put_s(t, ": ");
        wt_put_wire(t, p, n < SHOWN_MAX ? n : SHOWN_MAX);
        wt_put_s(t, n > SHOWN_MAX ? " …" : "");
    } else {
        wt_put_u(t, x->plain);
        wt_put_s(t, x->plain == 1 ? " byte" : " bytes");
    }
    if (x->compressed) {
        wt_put_s(t, " (compressed from ");
        wt_put_u(t, x->plain);
        wt_put_s(t, " to ");
        wt_put_u(t, x->wire);
        wt_put_s(t, " bytes)");
    }
}

/* A frame with a part of a message is over. */
static void note_part(wt_session *s, ws_side *x, uint64_t length) {
    if (!x->part_count && wt_wants(s, F_FRAGMENT))
        x->parts = wt_pool_buffer(s, PARTS_MAX * sizeof *x->parts);
    if (x->parts && x->part_count < PARTS_MAX)
        x->parts[x->part_count] = (ws_part){s->frame->number, length < UINT32_MAX ? (uint32_t)length : UINT32_MAX};
    x->part_count++;
}

/* Where each part of the message came from; `all` has it as it was sent, unless it was compressed. */
static void show_parts(wt_cur *all, const ws_side *x) {
    if (!x->parts || x->part_count > PARTS_MAX)
        return;
    bool placed = !x->piecemeal && !x->compressed;
    uint32_t at = all->pos;
    wt_emit_u(all, F_FRAGMENTS, at, placed ? wt_left(all) : 0, 0);
    wt_node n = wt_parent(all, F_FRAGMENTS);
    for (uint32_t i = 0; i < x->part_count; i++) {
        uint32_t length = placed ? x->parts[i].length : 0;
        wt_emit_u(all, F_FRAGMENT, at, length, x->parts[i].frame);
        at += length;
    }
    wt_end(all, n);
}

/* The message's last bytes are in `plain`, which holds all of it unless it came piecemeal. */
static void complete(wt_cur *c, wt_cur *plain, wt_chan *ch, int dir, ws_side *x) {
    uint32_t n = wt_left_captured(plain);
    const uint8_t *p = wt_here(plain);
    if (x->frames > 1) {
        show_parts(plain, x);
        wt_gen_u(c, F_FRAGMENT_COUNT, x->frames);
        wt_gen_u(c, F_FIRST_FRAGMENT, x->first_frame);
        wt_gen_u(c, F_WHOLE_LENGTH, x->wire);
    }
    if (x->compressed) {
        wt_gen_u(c, F_COMPRESSED, x->wire);
        wt_gen_u(c, F_EXPANDED, x->plain);
    }
    if (x->opcode == OP_TEXT) {
        x->label = (const char *)p;
        x->label_len = n < SHOWN_MAX ? n : SHOWN_MAX;
    }
    if (x->opcode == OP_TEXT && n && !x->piecemeal)
        wt_emit_p(plain, F_TEXT, plain->pos, n, p, n);
    tell_message(c, x, p, n);
    hand_on(plain, ch, dir, x, true);
}

/* Join `plain` to what came of the message before. */
static void join(wt_cur *c, wt_cur *plain, wt_chan *ch, int dir, ws_side *x, bool fin) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(plain);
    x->plain += wt_left(plain);
    if (n < wt_left(plain))
        x->piecemeal = true;               /* cut by the snap length: there is no whole */
    if (!x->piecemeal && (!fin || x->whole.len)) {
        if (wt_half_keep(plain, &x->whole, wt_here(plain), n)) {
            plain->pos = plain->end;
            if (!fin)
                return;
        } else {
            x->piecemeal = true;
        }
    }
    if (x->whole.len) {
        uint8_t *copy = wt_arena(s, x->whole.len);
        uint16_t source = 0;
        if (copy) {
            memcpy(copy, x->whole.buf, x->whole.len);
            source = wt_add_source(s, "Reassembled message", copy, x->whole.len, plain->source, plain->pos, 0);
        }
        wt_half_drop(s, &x->whole);
        wt_cur all = source ? wt_over(plain, source) : *plain;
        if (!source) {
            wt_limit_hit(plain, copy ? WT_LIMIT_SOURCES : WT_LIMIT_ARENA);
            all.pos = all.end;
        }
        if (fin && !x->piecemeal) {
            complete(c, &all, ch, dir, x);
            return;
        }
        hand_on(&all, ch, dir, x, false);
    }
    if (fin)
        complete(c, plain, ch, dir, x);
    else
        hand_on(plain, ch, dir, x, false);
}

/* ---- compression (RFC 7692) ------------------------------------------------------------- */

static bool decoder(wt_cur *c, ws_side *x) {
    wt_session *s = c->s;
    if (!x->codec && s->codec) {
        x->memory = (wt_codec_memory){wt_codec_get, wt_codec_put, s};
        x->codec = s->codec->open(WT_CODING_RAW, &x->memory);
    }
    if (!x->codec)
        wt_note(c, "this compressed message can't be decompressed here");
    return x->codec;
}

static void decoder_fails(wt_cur *c, ws_side *x) {
    if (x->codec)
        c->s->codec->close(x->codec);
    x->codec = NULL;
    x->skip = x->codec_lost = true;
}

/* One run of compressed bytes: what it expands to, as a cursor; the end of a message has four bytes that
 * the sender left out (§7.2.1). */
static bool inflate_part(wt_cur *c, ws_side *x, const wt_cur *in, bool fin, wt_cur *plain) {
    static const uint8_t tail[4] = {0, 0, 0xff, 0xff};
    wt_session *s = c->s;
    size_t made = 0, more = 0;
    enum wt_decoded how = WT_DECODED;
    uint8_t *out = wt_decode(c, x->codec, wt_here(in), wt_left_captured(in), &made, &how);
    if (how == WT_DECODED && fin) {
        uint8_t *rest = wt_decode(c, x->codec, tail, sizeof tail, &more, &how);
        uint8_t *both = rest && made ? wt_arena(s, made + more) : NULL;
        if (both) {
            memcpy(both, out, made);
            memcpy(both + made, rest, more);
            out = both;
        } else if (rest && !made) {
            out = rest;
        } else if (rest) {
            wt_limit_hit(c, WT_LIMIT_ARENA);
            how = WT_DECODED_TOO_MUCH;
        }
        made += more;
    }
    if (how != WT_DECODED) {
        if (how == WT_DECODED_TOO_MUCH)
            wt_note(c, "this message expands to more than is kept: the rest is left out");
        else
            wt_note(c, "this message can't be decompressed: %s",
                    x->codec_lost ? "it refers to earlier ones that are missing"
                                  : "its data is damaged, or refers to earlier messages that are missing");
        decoder_fails(c, x);
    }
    uint16_t source = out && made ? wt_add_source(s, "Decompressed message", out, (uint32_t)made, in->source, in->pos,
                                                  wt_left_captured(in)) : 0;
    if (out && made && !source)
        wt_limit_hit(c, WT_LIMIT_SOURCES);
    *plain = source ? wt_over(in, source) : *in;
    if (!source)
        plain->pos = plain->end = plain->cap;
    return how == WT_DECODED;
}

/* ---- data frames ------------------------------------------------------------------------ */

static void begin_message(wt_cur *c, ws_side *x, const ws_head *h) {
    wt_session *s = c->s;
    if (h->opcode == OP_CONTINUE && x->opcode) {
        x->frames++;
        return;
    }
    drop_message(s, x);
    x->number++;
    x->opcode = h->opcode == OP_CONTINUE ? OP_BINARY : h->opcode;
    x->skip = h->opcode == OP_CONTINUE;    /* its beginning, and what it is, was not seen */
    x->compressed = h->rsv & 4;
    x->frames = 1;
    x->first_frame = s->frame->number;
}

static void tell_fragment(wt_cur *c, const ws_side *x, const ws_head *h) {
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, "part ");
    wt_put_u(t, x->frames);
    wt_put_s(t, " of a message, ");
    wt_put_u(t, h->length);
    wt_put_s(t, h->length == 1 ? " byte" : " bytes");
}

/* `n` payload bytes of the frame, from byte `at` of it on; `ends`: the frame ends with them. */
static void data(wt_cur *c, wt_chan *ch, int dir, ws_side *x, const ws_head *h, uint64_t at, uint32_t n) {
    bool ends = at + n == h->length, fin = h->fin && ends;
    uint64_t before = x->plain;
    wt_cur plain = unmask(c, h, at, n);
    if (ends && (!fin || x->frames > 1))
        note_part(c->s, x, h->length);
    uint32_t captured = wt_left_captured(&plain);
    x->wire += n;
    if (x->skip) {
        if (captured)
            wt_emit_p(&plain, F_CONTINUE, plain.pos, captured, wt_here(&plain), captured);
        tell_fragment(c, x, h);
    } else if (!fin && captured) {
        wt_emit_p(&plain, h->opcode == OP_CONTINUE ? F_CONTINUE : F_FIRST_PART, plain.pos, captured, wt_here(&plain),
                  captured);
        if (ends)
            tell_fragment(c, x, h);
    }
    if (!x->skip && x->compressed && captured < n) {
        wt_note(c, "a part of this compressed message was not captured: the rest can't be decompressed");
        decoder_fails(c, x);
    }
    if (!x->skip && x->compressed && decoder(c, x)) {
        wt_cur in = plain;
        inflate_part(c, x, &in, fin, &plain);
    } else if (x->compressed) {
        x->skip = true;
    }
    if (!x->skip)
        join(c, &plain, ch, dir, x, fin);
    if (c->s->claims)
        wt_claim_bytes(c->s, ch, dir,
                       &(wt_claim){.use = WT_USE_CONTENT,
                                   .length = n,
                                   .message = x->number,
                                   .label = x->label,
                                   .label_len = x->label_len,
                                   .plain = x->skip ? n : x->plain - before});
    x->label = NULL;
    if (fin)
        drop_message(c->s, x);
}

/* ---- a frame ---------------------------------------------------------------------------- */

static void payload(wt_cur *c, wt_chan *ch, int dir, const ws_head *h, uint64_t at, uint32_t n) {
    ws *w = ch->state;
    ws_side *x = &w->side[dir];
    if (n && h->masked)
        wt_emit_u(c, F_MASKED, c->pos, n, 0);
    if (n)
        wt_emit_u(c, F_PAYLOAD, c->pos, n, 0);
    if (h->opcode <= OP_BINARY) {
        data(c, ch, dir, x, h, at, n);
        return;
    }
    wt_claim_use(c->s, ch, dir, WT_USE_WEBSOCKET, n);
    wt_cur plain = unmask(c, h, at, n);
    if (h->opcode == OP_CLOSE)
        read_close(&plain);
    else if (h->opcode == OP_PING)
        read_ping(&plain, x);
    else if (h->opcode == OP_PONG)
        read_pong(&plain, &w->side[!dir]);
    else
        wt_take_rest(&plain, F_UNKNOWN);
}

/* The head, and of the payload as much as is here. */
static void frame(wt_cur *c, wt_chan *ch, int dir, const ws_head *h) {
    ws *w = ch->state;
    ws_side *x = &w->side[dir];
    take_head(c, h, may_compress(ch, w, h));
    judge_head(c, h, x);
    if (h->opcode <= OP_BINARY)
        begin_message(c, x, h);
    wt_claim_bytes(c->s, ch, dir, &(wt_claim){.use = WT_USE_WEBSOCKET, .length = h->size,
                                              .message = h->opcode <= OP_BINARY ? x->number : 0});
    uint32_t n = h->length < wt_left(c) ? (uint32_t)h->length : wt_left(c);
    payload(c, ch, dir, h, 0, n);
    x->head = *h;
    x->left = h->length - n;
}

/* The next n bytes of c in a layer of their own, or where there is room for no more, in c's: messages that follow may
 * refer to these. */
static wt_cur layer_of(wt_cur *c, uint32_t n) {
    wt_cur all = *c, layer = wt_layer_begin(c, WT_P_WEBSOCKET, n);
    if (!layer.fail)
        return layer;
    all.start = all.pos;
    all.end = all.cap = all.pos + n;
    return all;
}

/* More of a long frame's payload. */
static void more(wt_cur *c, wt_chan *ch, int dir, ws_side *x) {
    uint32_t n = x->left < wt_left(c) ? (uint32_t)x->left : wt_left(c);
    wt_cur layer = layer_of(c, n);
    payload(&layer, ch, dir, &x->head, x->head.length - x->left, n);
    x->left -= n;
    wt_layer_end(&layer);
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    ws_side *x = &((ws *)ch->state)->side[dir];
    while (wt_left(c)) {
        ws_head h;
        if (x->left) {
            more(c, ch, dir, x);
            continue;
        }
        if (!look_head(c, &h))
            return h.size;
        if (h.length >> 63)                /* §5.2: never */
            return WT_REFUSE;
        bool whole = h.length <= WHOLE_MAX;
        if (whole && wt_left(c) < h.size + h.length)
            return h.size + (uint32_t)h.length;
        uint32_t all = whole || h.length < wt_left(c) - h.size ? h.size + (uint32_t)h.length : wt_left(c);
        wt_cur layer = layer_of(c, all);
        frame(&layer, ch, dir, &h);
        wt_layer_end(&layer);
    }
    return 0;
}

/* A frame that the snap length cut: its head tells where the next one begins all the same. */
static void cut(wt_cur *c, wt_chan *ch, int dir) {
    ws *w = ch->state;
    ws_side *x = &w->side[dir];
    ws_head h;
    wt_cur here = *c;
    here.end = here.cap;
    if (x->left || !look_head(&here, &h) || h.length >> 63)
        return;
    wt_cur layer = wt_layer_begin(c, WT_P_WEBSOCKET,
                                  h.length < wt_left(c) - h.size ? h.size + (uint32_t)h.length : wt_left(c));
    if (layer.fail)
        return;
    take_head(&layer, &h, may_compress(ch, w, &h));
    judge_head(&layer, &h, x);
    if (h.opcode <= OP_BINARY)
        begin_message(&layer, x, &h);
    uint32_t n = wt_left_captured(&layer);
    wt_cur plain = unmask(&layer, &h, 0, n);
    if (n)
        wt_emit_p(&plain, F_FIRST_PART, plain.pos, n, wt_here(&plain), wt_left_captured(&plain));
    x->skip = true;
    x->left = h.length - n;
    x->head = h;
    wt_text *to = wt_tell(&layer);
    if (to) {
        wt_put_s(to, "a frame with ");
        wt_put_u(to, h.length);
        wt_put_s(to, h.length == 1 ? " byte" : " bytes");
    }
    wt_need(&layer, wt_left(&layer));
}

/* ---- the rest of its life --------------------------------------------------------------- */

/* Inside a long payload a gap leaves the place of the next frame known; elsewhere it does not. */
static bool gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    ws_side *x = &((ws *)ch->state)->side[dir];
    x->lost = x->skip = x->codec_lost = true;
    if (x->codec)
        s->codec->close(x->codec);
    x->codec = NULL;
    if (length > x->left)
        return false;
    x->left -= length;
    if (!x->left && x->head.fin)
        drop_message(s, x);
    return true;
}

static void close_side(wt_cur *c, wt_chan *ch, int dir) {
    ws_side *x = &((ws *)ch->state)->side[dir];
    drop_message(c->s, x);
}

static void free_ws(wt_session *s, wt_chan *ch) {
    ws *w = ch->state;
    for (int d = 0; d < 2; d++) {
        drop_message(s, &w->side[d]);
        if (w->side[d].codec)
            s->codec->close(w->side[d].codec);
    }
}

static const wt_stream_ops stream = {
    .state_size = sizeof(ws), .feed = feed, .cut = cut, .gap = gap, .close = close_side, .free = free_ws};

static const wt_binding bindings[] = {{WT_T_HTTP_UPGRADE, 0, "websocket"}};

const wt_protocol wt_proto_websocket = {
    .info = {.name = "websocket", .title = "WebSocket", .tag = "WebSocket",
             .why = "Messages both ways, at any time, over one connection that HTTP has opened.", .ref = "RFC 6455",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = sizeof bindings / sizeof *bindings, .stream = &stream,
};
