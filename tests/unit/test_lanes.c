/* test_lanes.c - sessions that share a capture: every frame is one lane's, which says of it what one session alone
 * says, until a lane says that it can't know. */
#include "corpus.h"
#include "datagram.h"

enum { MOST = 3 };

static bool same_item(const wt_item *a, const wt_item *b) {
    bool pointer = a->flags & WT_I_POINTER;
    return a->field == b->field && a->offset == b->offset && a->length == b->length && a->flags == b->flags &&
           a->end == b->end && a->layer == b->layer &&
           (pointer ? a->vlen == b->vlen && (!a->vlen || memcmp(a->v.p, b->v.p, a->vlen) == 0) : a->v.u == b->v.u);
}

static void assert_same_tape(const wt_tape *a, const wt_tape *b, uint64_t number) {
    bool same = a->item_count == b->item_count && a->layer_count == b->layer_count &&
                a->headline_len == b->headline_len && memcmp(a->headline, b->headline, a->headline_len) == 0;
    for (uint32_t l = 0; same && l < a->layer_count; l++)
        same = a->layers[l].proto == b->layers[l].proto && a->layers[l].stream == b->layers[l].stream;
    for (uint32_t i = 0; same && i < a->item_count; i++)
        same = same_item(&a->items[i], &b->items[i]);
    if (!same)
        fail_msg("frame %llu: a lane has %u items and says \"%.*s\", alone there are %u and \"%.*s\"",
                 (unsigned long long)number, b->item_count, (int)b->headline_len, b->headline, a->item_count,
                 (int)a->headline_len, a->headline);
}

/* ---- captures --------------------------------------------------------------------------- */

typedef struct group {
    wt_session *alone, *lanes[MOST];
    wt_keylog *keys, *parent, *own[MOST];
    unsigned count;
    uint64_t frames, own_frames[MOST];
} group;

static wt_session *session(const wt_options *like, wt_keylog *keys, unsigned lane, unsigned lanes) {
    wt_options o = *like;
    o.crypto = wt_keylog_ops();
    o.crypto_state = keys;
    o.codec = wt_codecs();
    o.lane = lane;
    o.lanes = lanes;
    wt_session *s = wt_session_new(&o);
    assert_non_null(s);
    return s;
}

static group make(const wt_options *like, unsigned count, const char *secrets, size_t n) {
    group g = {.count = count, .keys = wt_keylog_new(NULL), .parent = wt_keylog_new(NULL)};
    assert_int_equal(wt_keylog_add(g.keys, secrets, n), 0);
    assert_int_equal(wt_keylog_add(g.parent, secrets, n / 2), 0);   /* each lane adds all, as of a file's blocks */
    g.alone = session(like, g.keys, 0, 0);
    for (unsigned k = 0; k < count; k++) {
        g.own[k] = wt_keylog_lane(g.parent, count);
        if (!g.own[k]) {
            g.count = 0;                   /* private keys can't be shared */
            return g;
        }
        assert_int_equal(wt_keylog_add(g.own[k], secrets, n), 0);
        g.lanes[k] = session(like, g.own[k], k, count);
    }
    return g;
}

static void drop(group *g) {
    wt_session_free(g->alone);
    wt_keylog_free(g->keys);
    for (unsigned k = 0; k < g->count; k++) {
        wt_session_free(g->lanes[k]);
        wt_keylog_free(g->own[k]);
    }
    wt_keylog_free(g->parent);
}

/* Feed the frame to all; false once a lane is tangled. */
static bool feed(group *g, const wt_frame *f) {
    const wt_tape *alone = wt_session_feed(g->alone, f), *tape = NULL;
    for (unsigned k = 0; k < g->count; k++) {
        const wt_tape *t = wt_session_feed(g->lanes[k], f);
        if (wt_session_tangled(g->lanes[k]) || wt_keylog_tangled(g->own[k]))
            return false;
        assert_false(t && tape);
        tape = t ? t : tape;
        g->own_frames[k] += t != NULL;
    }
    assert_non_null(tape);
    assert_same_tape(alone, tape, f->number);
    g->frames++;
    return true;
}

typedef struct totals {
    const wt_options *like;
    unsigned count;
    uint64_t whole, frames, own_frames[MOST];
} totals;

static void through_lanes(const capture *c, void *user) {
    totals *t = user;
    group g = make(t->like, t->count, c->secrets ? c->secrets : "", c->secrets_len);
    if (!g.count) {
        drop(&g);
        g = make(t->like, t->count, "", 0);
    }
    size_t n = 0;
    for (; n < c->count; n++) {
        wt_frame f = c->frames[n];
        f.interface = 0;                   /* as if one point had seen all */
        if (!feed(&g, &f))
            break;
    }
    t->whole += n == c->count;
    t->frames += g.frames;
    for (unsigned k = 0; k < t->count; k++)
        t->own_frames[k] += g.own_frames[k];
    drop(&g);
}

/* Most captures go through to their end, and every lane has a good part of the frames. */
static void every_capture(const wt_options *like, unsigned count) {
    totals t = {.like = like, .count = count};
    size_t captures = corpus_each(through_lanes, &t);
    assert_true(captures > 20);
    assert_true(t.whole > captures / 2);
    for (unsigned k = 0; k < count; k++)
        assert_true(t.own_frames[k] > t.frames / 10);
}

static void every_item_is_the_same(void **state) {
    (void)state;
    every_capture(&(wt_options){.everything = true, .headline = true}, 2);
    every_capture(&(wt_options){.everything = true, .headline = true}, 3);
}

static void every_headline_is_the_same(void **state) {
    (void)state;
    every_capture(&(wt_options){.headline = true}, 2);
    every_capture(&(wt_options){.headline = true}, 3);
}

/* ---- conversations one by one ----------------------------------------------------------- */

/* A TCP segment of no bytes, in `out`; its length. */
static uint32_t segment_of(uint8_t *out, uint16_t from, uint16_t to, bool back, uint32_t seq, uint8_t flags) {
    const uint8_t tail[12] = {0, 0, 0, 0, 0x50, flags, 16, 0, 0, 0, 0, 0};
    uint32_t n = datagram(out, from, to, back, tail, sizeof tail);
    out[23] = 6;
    for (int i = 0; i < 4; i++)
        out[38 + i] = (uint8_t)(seq >> (24 - 8 * i));
    return n;
}

static bool feed_one(group *g, const uint8_t *p, uint32_t n) {
    wt_frame f = {.data = p, .caplen = n, .len = n, .linktype = 1, .number = g->frames + 1,
                  .time_ns = 1700000000000000000 + (int64_t)g->frames * 1000003};
    return feed(g, &f);
}

static bool feed_udp(group *g, uint16_t from, uint16_t to, bool back) {
    uint8_t frame[128];
    return feed_one(g, frame, datagram(frame, from, to, back, (const uint8_t *)"hello", 5));
}

static bool feed_tcp(group *g, uint16_t from, bool back, uint32_t seq, uint8_t flags) {
    uint8_t frame[128];
    return feed_one(g, frame, segment_of(frame, back ? 80 : from, back ? from : 80, back, seq, flags));
}

enum { SYN = 2, ACK = 16 };

/* What is forgotten first depends on all conversations, also on those of other lanes: numbers show it. */
static void all_forget_the_same(void **state) {
    (void)state;
    enum { REMEMBERED = 16384 };
    group g = make(&(wt_options){.everything = true, .headline = true}, 3, "", 0);
    for (uint32_t n = 0; n < REMEMBERED; n++)
        assert_true(n & 1 ? feed_udp(&g, (uint16_t)(10000 + n), 7777, false)
                          : feed_tcp(&g, (uint16_t)(10000 + n), false, 5, ACK));
    for (uint32_t n = 0; n < 200; n += 4) {    /* used again: these are not the oldest any more */
        assert_true(feed_tcp(&g, (uint16_t)(10000 + n), true, 5, ACK));
        assert_true(feed_udp(&g, 7777, (uint16_t)(10001 + n), true));
    }
    for (uint32_t n = 0; n < 300; n++)
        assert_true(feed_udp(&g, (uint16_t)(30000 + n), 7778, false));
    for (uint32_t n = 0; n < 600; n += 2) {    /* some are remembered, some begin anew */
        assert_true(feed_tcp(&g, (uint16_t)(10000 + n), n & 4, 5, ACK));
        assert_true(feed_udp(&g, (uint16_t)(10001 + n), 7777, n & 4));
    }
    drop(&g);
}

/* Ports used anew: only the lane that reads the connection knows, and where numbers are wanted all have to. */
static void ports_used_anew(void **state) {
    (void)state;
    for (int numbers = 0; numbers < 2; numbers++) {
        wt_fid stream = wt_field_find("tcp.stream");
        group g = make(&(wt_options){.want = &stream, .want_count = (size_t)numbers, .headline = true}, 2, "", 0);
        for (uint16_t port = 1000; port < 1010; port++) {
            assert_true(feed_tcp(&g, port, false, 5, SYN));
            assert_true(feed_tcp(&g, port, false, 5, SYN));          /* sent again: no other connection */
            assert_true(feed_tcp(&g, port, true, 9, SYN | ACK));
            assert_true(feed_tcp(&g, port, false, 6, ACK));
        }
        assert_int_equal(feed_tcp(&g, 1003, false, 77, SYN), !numbers);
        drop(&g);
    }
}

/* A connection inside of another conversation (VXLAN, RFC 7348): the other lanes stop at the outer one. */
static void one_in_another(void **state) {
    (void)state;
    group g = make(&(wt_options){.headline = true}, 2, "", 0);
    uint8_t inner[128] = {8}, frame[256];
    assert_true(feed_udp(&g, 5, 6, false));
    uint32_t n = 8 + segment_of(inner + 8, 1000, 80, false, 5, SYN);
    assert_false(feed_one(&g, frame, datagram(frame, 12345, 4789, false, inner, n)));
    drop(&g);
}

/* The same ends at a second capture point. */
static void seen_at_two_points(void **state) {
    (void)state;
    group g = make(&(wt_options){.headline = true}, 2, "", 0);
    uint8_t frame[128];
    uint32_t n = datagram(frame, 5, 6, false, (const uint8_t *)"hello", 5);
    wt_frame f = {.data = frame, .caplen = n, .len = n, .linktype = 1, .number = 1};
    assert_true(feed(&g, &f));
    f.interface = 1;
    f.number = 2;
    assert_false(feed(&g, &f));
    drop(&g);
}

/* Of four conversations the second and the fourth are read, in turn; the others by nobody. */
static void only_some(void **state) {
    (void)state;
    const uint8_t some = 1 << 1 | 1 << 3;
    for (uint32_t bits = 2; bits <= 8; bits += 6) {
        group g = make(&(wt_options){.headline = true, .only = &some, .only_count = bits}, 2, "", 0);
        uint8_t bytes[128];
        for (uint16_t n = 0; n < 8; n++) {
            uint32_t conversation = n % 4;
            uint32_t size = datagram(bytes, (uint16_t)(5 + conversation), 6, false, (const uint8_t *)"hi", 2);
            wt_frame f = {.data = bytes, .caplen = size, .len = size, .linktype = 1, .number = n + 1};
            for (unsigned k = 0; k < 2; k++) {
                bool own = conversation == (k ? 3 : 1) && conversation < bits;
                assert_true((wt_session_feed(g.lanes[k], &f) != NULL) == own);
                if (own)
                    assert_int_equal(wt_session_conversation(g.lanes[k]), conversation);
            }
        }
        wt_frame odd = {.data = bytes, .caplen = 14, .len = 14, .linktype = 1, .number = 9};
        assert_non_null(wt_session_feed(g.lanes[0], &odd));
        assert_int_equal(wt_session_conversation(g.lanes[0]), UINT32_MAX);
        assert_null(wt_session_feed(g.lanes[1], &odd));
        drop(&g);
    }
}

/* A key log with private keys is one for all, and can't be shared. */
static void private_keys_are_not_shared(void **state) {
    (void)state;
    static const char text[] = "WIRETALE_PSK "
        "000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f 01020304\n";
    wt_keylog *k = wt_keylog_new(NULL), *lane;
    assert_non_null(lane = wt_keylog_lane(k, 2));
    assert_int_equal(wt_keylog_add(lane, text, sizeof text - 1), 0);
    assert_true(wt_keylog_tangled(lane));
    wt_keylog_free(lane);
    assert_int_equal(wt_keylog_add(k, text, sizeof text - 1), 0);
    assert_null(wt_keylog_lane(k, 2));
    wt_keylog_free(k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_is_the_same), cmocka_unit_test(every_headline_is_the_same),
        cmocka_unit_test(all_forget_the_same), cmocka_unit_test(ports_used_anew), cmocka_unit_test(one_in_another),
        cmocka_unit_test(seen_at_two_points), cmocka_unit_test(only_some),
        cmocka_unit_test(private_keys_are_not_shared)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
