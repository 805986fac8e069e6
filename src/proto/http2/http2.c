/* http2.c - HTTP/2 on a stream of bytes: the preface, where each frame begins and ends, and what to do when bytes are
 * missing (RFC 9113 §3, §4). */
#include "proto/common/base64.h"
#include "proto/http2/http2.h"

static const wt_field fields[] = {
    HTTP2_FRAME_FIELDS(WT_ROW) HTTP2_HEADER_FIELDS(WT_ROW) HTTP2_NAMED_HEADERS(HTTP2_H_ROW)
};

static const char magic[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

enum { WHOLE_MAX = 262144, LONG_START = H2_HEAD + 512 };

/* How many of the preface's bytes are at p: all that are here, or 0 if it is something else. */
static uint32_t magic_here(const uint8_t *p, uint32_t n) {
    if (n > H2_MAGIC)
        n = H2_MAGIC;
    return memcmp(p, magic, n) == 0 ? n : 0;
}

/* ---- beginning -------------------------------------------------------------------------- */

/* The Upgrade's HTTP2-Settings are the client's first settings: base64url of what SETTINGS would hold (RFC 7540
 * §3.2.1).  The server's answer acknowledges them. */
static void upgraded(wt_session *s, wt_h2 *h, const uint8_t *p, uint32_t n) {
    uint32_t made = 0;
    const uint8_t *plain = wt_base64(s, p, n, &made);
    wt_h2_wish wish = {0};
    for (uint32_t at = 0; plain && at + 6 <= made; at += 6) {
        uint32_t id = (uint32_t)wt_load(plain + at, 2), value = (uint32_t)wt_load(plain + at + 2, 4);
        if (id == 1)
            wish = (wt_h2_wish){wish.window, value, wish.has_window, true};
        else if (id == 4 && value <= 0x7fffffff)
            wish = (wt_h2_wish){value, wish.table, true, wish.has_table};
    }
    wt_h2_wishes(h, h->client, &wish);
    wt_h2_agree(s, h, !h->client);
}

static void set_up(wt_session *s, wt_h2 *h, const wt_chan *ch, int client) {
    h->known = true;
    h->client = 2;
    for (int d = 0; d < 2; d++) {
        h->side[d].window = h->side[d].initial = H2_WINDOW;
        h->side[d].hpack.allowed = WT_HPACK_DEFAULT;
    }
    uint32_t n;
    const uint8_t *p = wt_chan_get(ch, WT_A_H2_SETTINGS, &n);
    if (p) {
        h->client = (uint8_t)client;
        upgraded(s, h, p, n);
    }
}

static void preface(wt_cur *c, const wt_chan *ch, wt_h2 *h, int dir) {
    wt_cur all = *c, layer = wt_layer_begin(c, WT_P_HTTP2, H2_MAGIC);
    if (layer.fail) {
        layer = all;
        layer.end = layer.cap = all.pos + H2_MAGIC;
    }
    wt_node n = wt_begin(&layer, F_STREAM, H2_MAGIC);
    wt_take_bytes(&layer, F_MAGIC, H2_MAGIC);
    wt_end(&layer, n);
    wt_text *to = wt_h2_tell(&layer);
    if (to)
        wt_put_s(to, "connection preface");
    wt_layer_end(&layer);
    wt_claim_use(c->s, ch, dir, WT_USE_HTTP2, H2_MAGIC);
    h->side[dir].preface = true;
    h->client = (uint8_t)dir;
}

/* A side begins by its preface, which for a server is SETTINGS alone; else we came late. */
static uint32_t begin(wt_cur *c, wt_chan *ch, wt_h2 *h, int dir) {
    wt_h2_side *x = &h->side[dir];
    uint32_t left = wt_left(c), same = magic_here(wt_here(c), left);
    if (!h->known)
        set_up(c->s, h, ch, same ? dir : !dir);
    if (same == H2_MAGIC) {
        preface(c, ch, h, dir);
        x->at += H2_MAGIC;
    } else if (same) {
        return H2_MAGIC;
    } else if (left < H2_HEAD) {
        return H2_HEAD;
    } else if (!wt_h2_plausible(wt_here(c))) {
        if (!ch->alpn[0] && !h->side[!dir].begun)
            return WT_REFUSE;
        x->lost = true;
    }
    x->late = !same && (x->lost || wt_here(c)[3] != H2_SETTINGS || wt_here(c)[4] & H2_ACK || h->client == dir);
    x->begun = true;
    return 0;
}

/* ---- after missing bytes ---------------------------------------------------------------- */

/* A frame's head is where one is likely, and the next one's fits or is out of sight behind a whole frame. */
static bool confirmed(const uint8_t *p, uint32_t n) {
    uint32_t frames = 0;
    while (n >= H2_HEAD && frames < 4) {
        if (!wt_h2_plausible(p))
            return false;
        uint32_t length = H2_HEAD + (uint32_t)wt_load(p, 3);
        if (length > n)
            return frames > 0;
        p += length;
        n -= length;
        frames++;
    }
    return frames > 0;
}

static bool find_again(wt_cur *c, wt_h2_side *x) {
    uint32_t left = wt_left_captured(c), at = 0;
    const uint8_t *p = wt_here(c);
    while (at < left && !confirmed(p + at, left - at))
        at++;
    x->at += at;
    wt_cur lost = wt_sub(c, at);
    if (at)
        wt_run(&lost, WT_P_DATA);
    return at < left;
}

/* Inside a frame whose length is known, the next one's place is known, too. */
static bool gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    wt_h2 *h = ch->state;
    wt_h2_side *x = &h->side[dir];
    uint64_t next = ch->half[dir].offset;  /* where the stream goes on */
    bool exact = !wt_h2_secure(ch) && x->begun && !x->lost;
    uint8_t type = x->left ? x->left_type : x->awaited_type;
    uint64_t end = x->at + (x->left ? x->left : x->awaited);
    h->gap = true;
    for (wt_h2_stream *st = h->newest; st; st = st->older)
        st->whole[dir].dead = true;
    (void)s;
    (void)length;
    if (!exact || end <= x->at || next > end) {
        x->lost = true;
        x->left = x->awaited = 0;
        x->in_block = false;
        wt_hpack_forget(&x->hpack);
        return true;
    }
    if (type == H2_HEADERS || type == H2_PUSH_PROMISE || type == H2_CONTINUATION)
        wt_hpack_forget(&x->hpack);
    x->left = (uint32_t)(end - next);
    x->left_type = H2_BLOCKED;             /* what is left of it is only passed over */
    x->left_stream = 0;
    x->awaited = 0;
    x->at = next;
    return true;
}

/* ---- frames ----------------------------------------------------------------------------- */

/* The next `size` bytes are a frame, or a part of one: in a layer of its own, or where there is room for no more, in
 * c's, since tables and windows go on all the same. */
static void one(wt_cur *c, wt_chan *ch, int dir, uint32_t size, void (*read)(wt_cur *, wt_chan *, int)) {
    wt_cur all = *c, layer = wt_layer_begin(c, WT_P_HTTP2, size);
    if (layer.fail) {
        layer = all;
        layer.start = all.pos;
        layer.end = layer.cap = all.pos + size;
    }
    read(&layer, ch, dir);
    wt_layer_end(&layer);
}

/* The same, and the channel's stream goes on behind it. */
static void pass(wt_cur *c, wt_chan *ch, int dir, uint32_t size, void (*read)(wt_cur *, wt_chan *, int)) {
    wt_h2_side *x = &((wt_h2 *)ch->state)->side[dir];
    x->carried = 0;
    one(c, ch, dir, size, read);
    wt_claim_bytes(c->s, ch, dir, &(wt_claim){.use = WT_USE_HTTP2, .length = size - x->carried, .substream = x->owner});
    x->at += size;
}

/* A client's first bytes end in its first request; where that is too long for one segment, it is told as it begins. */
static void announce(wt_cur c, wt_chan *ch, int dir, uint32_t length) {
    if (length >= H2_HEAD + H2_FULL && wt_left(&c) > H2_HEAD + 6 && !wt_h2_secure(ch))
        one(&c, ch, dir, wt_left(&c), wt_h2_announce);
}

static uint32_t await(wt_h2_side *x, const uint8_t *p, uint32_t length) {
    x->awaited = length;
    x->awaited_type = p[3];
    return length < WHOLE_MAX ? length : LONG_START;
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    wt_h2 *h = ch->state;
    wt_h2_side *x = &h->side[dir];
    uint32_t need = 0;
    bool opens = !x->begun;
    if (!x->begun && wt_left(c) && (need = begin(c, ch, h, dir)))
        return need;
    if (x->lost && !find_again(c, x))
        return 0;
    x->lost = false;
    x->awaited = 0;
    while (wt_left(c)) {
        uint32_t left = wt_left(c);
        if (x->left) {
            uint32_t part = left < x->left ? left : x->left;
            pass(c, ch, dir, part, wt_h2_more);
            continue;
        }
        if (left < H2_HEAD)
            return H2_HEAD;
        const uint8_t *p = wt_here(c);
        uint32_t length = H2_HEAD + (uint32_t)wt_load(p, 3), size = length < WHOLE_MAX ? length : LONG_START;
        if (left < size) {
            if (opens && x->preface)
                announce(*c, ch, dir, length);
            return await(x, p, length);
        }
        if (length < left)
            left = length;
        pass(c, ch, dir, left, wt_h2_frame);
    }
    return 0;
}

/* A frame that the snap length cut: its head, if that was captured. */
static void cut(wt_cur *c, wt_chan *ch, int dir) {
    wt_h2 *h = ch->state;
    if (h->side[dir].awaited && wt_left_captured(c) >= H2_HEAD) {
        wt_cur layer = wt_layer_begin(c, WT_P_HTTP2,
                                      wt_left(c) < h->side[dir].awaited ? wt_left(c) : h->side[dir].awaited);
        if (!layer.fail)
            wt_h2_announce(&layer, ch, dir);
    }
}

static void close_side(wt_cur *c, wt_chan *ch, int dir) {
    wt_h2 *h = ch->state;
    for (wt_h2_stream *st = h->newest; st; st = st->older)
        if (st->tunnel && !st->ended[dir])
            wt_chan_close(c, st->tunnel, dir);
}

static void free_h2(wt_session *s, wt_chan *ch) {
    wt_h2 *h = ch->state;
    wt_h2_drop_all(s, h);
    for (int d = 0; d < 2; d++) {
        wt_hpack_free(s, &h->side[d].hpack);
        wt_pool_put(s, h->side[d].block, h->side[d].block_cap);
    }
}

/* Could fewer than nine bytes begin a frame's head?  Lengths are below 65,536, types are small. */
static bool may_begin(const uint8_t *p, uint32_t n) {
    return !p[0] && (n < 4 || p[3] <= H2_CONTINUATION) && (n < 6 || p[5] < 0x80);
}

/* The preface; or, from a server or in the middle of a connection, frames that follow one another. */
static enum wt_probe probe(const uint8_t *p, uint32_t n, int dir) {
    (void)dir;
    uint32_t same = magic_here(p, n), frames = 0;
    if (same || !n)
        return same == H2_MAGIC ? WT_PROBE_YES : WT_PROBE_MORE;
    for (; n >= H2_HEAD; frames++) {
        uint32_t length = H2_HEAD + (uint32_t)wt_load(p, 3);
        if (!wt_h2_plausible(p))
            return WT_PROBE_NO;
        if (length > n)
            return frames > 1 ? WT_PROBE_YES : WT_PROBE_MORE;
        p += length;
        n -= length;
    }
    if (n && frames < 2)
        return may_begin(p, n) ? WT_PROBE_MORE : WT_PROBE_NO;
    return WT_PROBE_YES;
}

/* What the HTTP2-Settings of an Upgrade hold, decoded: as the payload of SETTINGS (RFC 7540 §3.2.1). */
static void dissect(wt_cur *c) {
    wt_h2_wish unused;
    wt_h2_take_settings(c, &unused);
}

static const wt_stream_ops stream = {.state_size = sizeof(wt_h2),
                                     .feed = feed,
                                     .cut = cut,
                                     .gap = gap,
                                     .close = close_side,
                                     .free = free_h2,
                                     .probe = probe};

static const wt_binding bindings[] = {{WT_T_TLS_ALPN, 0, "h2"}, {WT_T_HTTP_UPGRADE, 0, "h2c"}};

const wt_protocol wt_proto_http2 = {
    .info = {.name = "http2", .title = "HyperText Transfer Protocol 2", .tag = "HTTP/2",
             .why = "Many requests and responses at once over one connection, with short header fields.",
             .ref = "RFC 9113", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = sizeof bindings / sizeof *bindings, .dissect = dissect,
    .stream = &stream,
};
