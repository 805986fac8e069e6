/* test_tale.c - the model of a conversation, its ladders and its stories: whole, broken and shuffled captures, and the
 * limits. */
#include "core/text.h"
#include "corpus.h"
#include "tell/ladder.h"
#include "tell/story.h"

enum { EVENTS = 32768, TALKS = 4096, HOSTS = 512, PACKET = 40, ROOM = 128, TCP_SYN = 2, TCP_ACK = 16, TCP_PSH = 8 };

/* ---- every way to tell it --------------------------------------------------------------- */

typedef void writer(const wt_ladder *l, wt_out *out);

static void check_steps(const wt_tale *t, const wt_ladder *l) {
    for (uint32_t i = 0; i < l->count; i++) {
        const wt_step *s = &l->steps[i];
        assert_true(s->frame >= 1 && s->frame <= t->last.frame);
        assert_true(s->last_frame >= s->frame && s->last_frame <= t->last.frame);
        assert_true(s->from < l->columns && s->to < l->columns);
        assert_true(s->kind == WT_STEP_FOLD || s->event < t->event_count);
        assert_true(s->text + s->text_len <= l->text_len);
        assert_true(i == 0 || l->steps[i - 1].frame <= s->frame);
    }
}

static void draw(const wt_tale *t, wt_out *out) {
    static writer *const writers[] = {wt_ladder_text, wt_ladder_svg, wt_ladder_mermaid, wt_ladder_json,
                                      wt_ladder_prose};
    for (int level = WT_LEVEL_TCP; level <= WT_LEVEL_APP; level++)
        for (unsigned i = 0; i < sizeof writers / sizeof *writers; i++) {
            wt_ladder_options how = {.level = (enum wt_level)level,
                                     .scale = i % 2,
                                     .all = i % 3,
                                     .ascii = i % 2,
                                     .color = !(i % 2),
                                     .width = 60 + 30 * i};
            wt_ladder *l = wt_ladder_new(t, &how);
            assert_non_null(l);
            check_steps(t, l);
            if (l->count)
                writers[i](l, out);
            assert_int_equal(wt_out_error(out), 0);
            wt_out_clear(out);
            wt_ladder_free(l);
        }
}

static void tell(const wt_tale *t, const wt_polling *polling, wt_out *out) {
    wt_print_options options = {.width = 80, .color = true};
    for (int all = 0; all < 2; all++) {
        wt_story *s = wt_story_new(t, polling, all);
        assert_non_null(s);
        for (uint32_t i = 0; i < s->count; i++) {
            const wt_sentence *x = &s->sentences[i];
            assert_true(x->frames >= 1 && x->text_len);
            for (uint32_t k = 0; k < x->frames; k++)
                assert_true(x->frame[k] >= 1 && x->frame[k] <= t->last.frame && (!k || x->frame[k - 1] < x->frame[k]));
        }
        wt_story_text(s, out, &options);
        wt_story_json(s, out);
        assert_int_equal(wt_out_error(out), 0);
        wt_out_clear(out);
        wt_story_free(s);
    }
}

static wt_session *open_session(const capture *c, wt_options *options, wt_keylog **keys) {
    *keys = wt_keylog_new(NULL);
    assert_non_null(*keys);
    wt_keylog_add(*keys, c->secrets, c->secrets_len);
    options->crypto = wt_keylog_ops();
    options->crypto_state = *keys;
    options->codec = wt_codecs();
    wt_session *s = wt_session_new(options);
    assert_non_null(s);
    return s;
}

/* The frames of a capture in the order i → (i * step) mod count, each cut to `part` of 8 of its bytes. */
static void tell_capture(const capture *c, size_t step, uint32_t part) {
    wt_tale *t = wt_tale_new();
    wt_polling *polling = wt_polling_new();
    wt_out *out = wt_out_new(-1);
    wt_keylog *keys;
    assert_non_null(t);
    assert_non_null(polling);
    assert_non_null(out);
    wt_fid want[WT_FIELDS_MAX + 16];
    wt_options options = {0};
    wt_tale_needs(t, &options);
    memcpy(want, options.want, options.want_count * sizeof *want);
    wt_polling_fields(polling, want, &options.want_count);
    options.want = want;
    wt_session *s = open_session(c, &options, &keys);
    for (size_t i = 0; i < c->count; i++) {
        wt_frame f = c->frames[i * step % c->count];
        f.caplen = f.caplen * part / 8;
        f.number = i + 1;
        f.interface = (uint32_t)(i % 5 == 0);
        const wt_tape *tape = wt_session_feed(s, &f);
        wt_tale_tape(t, tape);
        wt_polling_tape(polling, tape);
    }
    wt_tale_end(t);
    draw(t, out);
    tell(t, polling, out);
    wt_session_free(s);
    wt_keylog_free(keys);
    wt_out_free(out);
    wt_polling_free(polling);
    wt_tale_free(t);
}

static void whole(const capture *c, void *user) {
    (void)user;
    tell_capture(c, 1, 8);
}

static void broken(const capture *c, void *user) {
    (void)user;
    for (uint32_t part = 1; part < 8; part += 3)
        tell_capture(c, c->count > 2 ? 7919 : 1, part);
}

static void test_captures(void **state) {
    (void)state;
    corpus_each(whole, NULL);
}

static void test_broken(void **state) {
    (void)state;
    corpus_each(broken, NULL);
}

/* ---- made packets ----------------------------------------------------------------------- */

typedef struct maker {
    wt_tale *tale;
    wt_session *session;
    uint64_t number;
    int64_t ns;
} maker;

static void begin(maker *m) {
    wt_options options = {0};
    *m = (maker){.tale = wt_tale_new(), .ns = 1000000000};
    assert_non_null(m->tale);
    wt_tale_needs(m->tale, &options);
    m->session = wt_session_new(&options);
    assert_non_null(m->session);
}

static void end(maker *m) {
    wt_tale_end(m->tale);
    wt_out *out = wt_out_new(-1);
    assert_non_null(out);
    draw(m->tale, out);
    tell(m->tale, NULL, out);
    wt_out_free(out);
    wt_session_free(m->session);
    wt_tale_free(m->tale);
}

/* A raw IPv4 packet (link type 101) with TCP and `len` bytes of data, at a capture point. */
static void packet_with(maker *m, uint32_t src, uint16_t sport, uint32_t dst, uint16_t dport, uint32_t seq,
                        uint32_t ack, uint8_t flags, const char *text, uint16_t len, uint32_t point) {
    uint8_t p[PACKET + ROOM] = {0x45, 0, 0, 0, 0, 0, 0x40, 0, (uint8_t)(64 - point), 6};
    uint16_t total = (uint16_t)(PACKET + len);
    const uint32_t words[] = {src, dst, (uint32_t)sport << 16 | dport,
                              seq, ack, 0x50000000u | (uint32_t)flags << 16 | 0x1000u};
    p[2] = (uint8_t)(total >> 8);
    p[3] = (uint8_t)total;
    for (unsigned i = 0; i < 24; i++)
        p[12 + i] = (uint8_t)(words[i / 4] >> (24 - i % 4 * 8));
    assert_true(len <= ROOM);
    if (text)
        memcpy(p + PACKET, text, len);
    wt_frame f = {.data = p,
                  .caplen = total,
                  .len = total,
                  .linktype = 101,
                  .number = ++m->number,
                  .time_ns = m->ns,
                  .interface = point};
    m->ns += 1000000;
    wt_tale_tape(m->tale, wt_session_feed(m->session, &f));
}

static void packet(maker *m, uint32_t src, uint16_t sport, uint32_t dst, uint16_t dport, uint32_t seq, uint32_t ack,
                   uint8_t flags, uint16_t len, uint32_t point) {
    packet_with(m, src, sport, dst, dport, seq, ack, flags, NULL, len, point);
}

enum { A = 0x0a000001, B = 0x0a000002 };

static void handshake(maker *m, uint16_t port) {
    packet(m, A, port, B, 7000, 100, 0, TCP_SYN, 0, 0);
    packet(m, B, 7000, A, port, 500, 101, TCP_SYN | TCP_ACK, 0, 0);
    packet(m, A, port, B, 7000, 101, 501, TCP_ACK, 0, 0);
}

/* Both capture points see each packet; it is one event. */
static void test_points(void **state) {
    (void)state;
    maker m;
    begin(&m);
    for (uint32_t point = 0; point < 2; point++)
        packet(&m, A, 4000, B, 7000, 100, 0, TCP_SYN, 0, point);
    for (uint32_t point = 2; point-- > 0;)
        packet(&m, B, 7000, A, 4000, 500, 101, TCP_SYN | TCP_ACK, 0, point);
    assert_int_equal(m.tale->event_count, 2);
    assert_int_equal(m.tale->joined, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const wt_event *e = &m.tale->events[i];
        assert_int_not_equal(e->sight, WT_NO);
        assert_int_equal(m.tale->sights[e->sight].frame, e->frame + 1);
        assert_int_equal(m.tale->sights[e->sight].point, e->point ? 0 : 1);
    }
    end(&m);
}

/* A segment without an answer, then the same again: the first one is taken for lost; an acknowledgment is no event. */
static void test_lost(void **state) {
    (void)state;
    maker m;
    begin(&m);
    handshake(&m, 4000);
    packet(&m, A, 4000, B, 7000, 101, 501, TCP_ACK | TCP_PSH, 20, 0);
    m.ns += 300000000;
    packet(&m, A, 4000, B, 7000, 101, 501, TCP_ACK | TCP_PSH, 20, 0);
    packet(&m, B, 7000, A, 4000, 501, 121, TCP_ACK, 0, 0);
    assert_int_equal(m.tale->event_count, 5);
    const wt_event *first = &m.tale->events[3], *again = &m.tale->events[4];
    assert_true(first->marks & WT_MARK_LOST);
    assert_int_equal(first->repeat, 5);
    assert_true(again->marks & WT_MARK_AGAIN);
    assert_int_equal(again->other, 4);
    assert_int_equal(first->ack_frame, 0);
    assert_int_equal(again->ack_frame, 6);
    end(&m);
}

/* Bytes that never came this far are an event of their own, until they come again. */
static void test_missing(void **state) {
    (void)state;
    maker m;
    begin(&m);
    handshake(&m, 4000);
    packet(&m, A, 4000, B, 7000, 101, 501, TCP_ACK | TCP_PSH, 20, 0);
    packet(&m, A, 4000, B, 7000, 141, 501, TCP_ACK | TCP_PSH, 20, 0);
    const wt_event *missing = &m.tale->events[4];
    assert_int_equal(missing->kind, WT_EV_MISSING);
    assert_int_equal(missing->seq, 21);
    assert_int_equal(missing->len, 20);
    assert_false(missing->marks & WT_MARK_FILLED);
    m.ns += 300000000;
    packet(&m, A, 4000, B, 7000, 121, 501, TCP_ACK | TCP_PSH, 20, 0);
    missing = &m.tale->events[4];
    assert_true(missing->marks & WT_MARK_FILLED);
    assert_int_equal(missing->other, 6);
    end(&m);
}

/* The first answer is not in the capture: the second one is not taken for it. */
static void test_hole(void **state) {
    static const char first[] = "GET /a HTTP/1.1\r\nHost: b\r\n\r\n", second[] = "GET /b HTTP/1.1\r\nHost: b\r\n\r\n",
                      answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    uint16_t ask = sizeof first - 1, say = sizeof answer - 1;
    (void)state;
    maker m;
    begin(&m);
    packet(&m, A, 4000, B, 80, 100, 0, TCP_SYN, 0, 0);
    packet(&m, B, 80, A, 4000, 500, 101, TCP_SYN | TCP_ACK, 0, 0);
    packet(&m, A, 4000, B, 80, 101, 501, TCP_ACK, 0, 0);
    packet_with(&m, A, 4000, B, 80, 101, 501, TCP_ACK | TCP_PSH, first, ask, 0);
    packet_with(&m, A, 4000, B, 80, 101 + ask, 501 + say, TCP_ACK | TCP_PSH, second, ask, 0);
    m.ns += 5000000000;
    packet_with(&m, B, 80, A, 4000, 501 + say, 101 + 2u * ask, TCP_ACK | TCP_PSH, answer, say, 0);
    packet(&m, A, 4000, B, 80, 101 + 2u * ask, 501 + 2u * say, TCP_ACK, 0, 0);
    assert_int_equal(m.tale->ask_count, 2);
    wt_tale_end(m.tale);
    const wt_ask *a = m.tale->asks;
    if (a[1].answered.frame) {             /* the session gave up waiting for the missing bytes */
        assert_int_equal(a[0].answered.frame, 0);
        assert_int_equal(a[0].hole, 6);
    }
    assert_int_equal(m.tale->talks[0].holes.count, 1);
    assert_true(m.tale->talks[0].unheard);
    end(&m);
}

/* Far more of everything than is kept: what is left out is counted, and memory stays. */
static void test_limits(void **state) {
    (void)state;
    maker m;
    begin(&m);
    uint32_t all = EVENTS + 1000;
    for (uint32_t i = 0; i < all; i++)
        packet(&m, A + 16 * (i % 5000), (uint16_t)(1024 + i / 5000), B, 7000, 100, 0, TCP_SYN, 0, 0);
    assert_int_equal(m.tale->event_count, EVENTS);
    assert_int_equal(m.tale->left_out, 1000);
    assert_int_equal(m.tale->talk_count, TALKS);
    assert_true(m.tale->talks_left_out > 0);
    assert_int_equal(m.tale->host_count, HOSTS);
    assert_int_equal(m.tale->frames, all);
    end(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points), cmocka_unit_test(test_lost),   cmocka_unit_test(test_missing),
        cmocka_unit_test(test_hole),   cmocka_unit_test(test_limits), cmocka_unit_test(test_captures),
        cmocka_unit_test(test_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
