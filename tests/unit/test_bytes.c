/* test_bytes.c - the byte ledger: its lines add up to the capture whatever the capture is, and each says what it
 * should. */
#include "corpus.h"
#include "segments.h"

#include "tell/ledger.h"

static uint64_t lines_sum(const wt_ledger *l) {
    uint64_t sum = 0;
    unsigned line;
    for (unsigned n = 0; wt_ledger_listed(n, &line); n++)
        sum += wt_ledger_sum(l, line);
    return sum;
}

static uint64_t rows_sum(const wt_ledger *l) {
    const wt_ledger_row *row;
    uint64_t sum = 0;
    for (uint32_t n = 0; (row = wt_ledger_row_at(l, &n, NULL)); n++)
        sum += wt_ledger_row_sum(row);
    return sum;
}

/* ---- every capture ---------------------------------------------------------------------- */

enum damage { WHOLE, SHORT, SHORTER, LOSSY, CHOSEN, DAMAGES };

static void adds_up(const capture *c, enum damage damage) {
    static const uint32_t most[DAMAGES] = {UINT32_MAX, 96, 61, UINT32_MAX, UINT32_MAX};
    wt_keylog *keys = wt_keylog_new(NULL);
    wt_ledger *l = wt_ledger_new();
    assert_true(keys && l);
    wt_keylog_add(keys, c->secrets, c->secrets_len);
    wt_options o = {.crypto = wt_keylog_ops(), .crypto_state = keys, .codec = wt_codecs()};
    wt_ledger_needs(l, &o);
    wt_session *s = wt_session_new(&o);
    assert_non_null(s);
    uint64_t bytes = 0, captured = 0;
    for (size_t i = 0; i < c->count; i++) {
        wt_frame f = c->frames[i];
        if (damage == LOSSY && i % 7 == 5)
            continue;
        f.caplen = f.caplen < most[damage] ? f.caplen : most[damage];
        const wt_tape *tape = wt_session_feed(s, &f);
        if (damage == CHOSEN && i % 2)
            continue;
        wt_ledger_tape(l, tape);
        bytes += f.len;
        captured += f.caplen < f.len ? f.caplen : f.len;
    }
    if (l->bytes != bytes || l->captured != captured || lines_sum(l) != bytes || rows_sum(l) != bytes)
        fail_msg("%s, damage %d: %llu bytes, but the lines say %llu", c->path, damage, (unsigned long long)bytes,
                 (unsigned long long)lines_sum(l));
    if (l->outside && damage != CHOSEN)
        fail_msg("%s, damage %d: %llu bytes were claimed that are not there", c->path, damage,
                 (unsigned long long)l->outside);
    wt_ledger_free(l);
    wt_session_free(s);
    wt_keylog_free(keys);
}

static void each(const capture *c, void *user) {
    (void)user;
    for (int damage = 0; damage < DAMAGES; damage++)
        adds_up(c, (enum damage)damage);
}

static void every_capture_adds_up(void **state) {
    (void)state;
    assert_true(corpus_each(each, NULL) > 0);
}

/* ---- a connection made here ------------------------------------------------------------- */

typedef struct talk {
    wt_session *s;
    wt_ledger *l;
    uint32_t seq[2];
    uint64_t frames;
    uint8_t frame[66000];
} talk;

enum { HEADERS = 14 + 20 + 20 };

static void begin(talk *t) {
    wt_options o = {.codec = wt_codecs(), .headline = true};
    memset(t, 0, sizeof *t);
    assert_non_null(t->l = wt_ledger_new());
    wt_ledger_needs(t->l, &o);
    assert_non_null(t->s = wt_session_new(&o));
}

static void end(talk *t) {
    wt_ledger_free(t->l);
    wt_session_free(t->s);
}

/* A segment with these bytes, `back` bytes before the place where the side's stream is; `options` bytes of TCP
 * options. */
static void say(talk *t, int dir, const void *data, uint32_t n, uint32_t back, uint32_t options) {
    uint8_t *p = t->frame;
    memset(p, 0, HEADERS + options);
    p[12] = 8;
    p[14] = 0x45;
    store(p + 16, 40 + options + n, 2);
    p[22] = 64;
    p[23] = 6;
    store(p + 26, dir ? 0x0a000002 : 0x0a000001, 4);
    store(p + 30, dir ? 0x0a000001 : 0x0a000002, 4);
    store(p + 34, dir ? 80 : 40000, 2);
    store(p + 36, dir ? 40000 : 80, 2);
    store(p + 38, 1000 + t->seq[dir] - back, 4);
    store(p + 42, 1000 + t->seq[!dir], 4);
    p[46] = (uint8_t)(0x50 + options / 4 * 16);
    p[47] = 0x10;
    memset(p + HEADERS, 1, options);
    memcpy(p + HEADERS + options, data, n);
    t->seq[dir] += n - back;
    wt_frame f = {
        .data = p, .caplen = HEADERS + options + n, .len = HEADERS + options + n, .linktype = 1, .number = ++t->frames};
    wt_ledger_tape(t->l, wt_session_feed(t->s, &f));
}

static void say_text(talk *t, int dir, const char *text) { say(t, dir, text, (uint32_t)strlen(text), 0, 0); }

static void line_is(const talk *t, unsigned line, uint64_t bytes) {
    if (wt_ledger_sum(t->l, line) != bytes)
        fail_msg("line %u: %llu instead of %llu", line, (unsigned long long)wt_ledger_sum(t->l, line),
                 (unsigned long long)bytes);
}

static void an_exchange(void **state) {
    static talk t;
    (void)state;
    begin(&t);
    say_text(&t, 0, "GET /a HT");                             /* 9 */
    say_text(&t, 0, "TP/1.1\r\nHost: x\r\n\r\n");             /* 19 */
    say(&t, 0, "Host: x\r\n\r\n", 11, 11, 0);                 /* sent again */
    say(&t, 1, "", 0, 0, 12);                                 /* a pure acknowledgment */
    say_text(&t, 1, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");   /* 47 */
    say_text(&t, 1, "5\r\nhello\r\n0\r\n\r\n");               /* 3 + 5 + 2 + 5 */
    say(&t, 0, "\0\1\2", 3, 0, 4);                            /* nobody understands it */
    line_is(&t, WT_USE_HTTP_HEAD, 28 + 47);
    line_is(&t, WT_USE_CHUNKS, 10);
    line_is(&t, WT_USE_CONTENT, 5);
    line_is(&t, WT_USE_RESENT, 11);
    line_is(&t, WT_USE_ACK, 32);
    line_is(&t, WT_USE_TCP_OPTIONS, 4);
    line_is(&t, WT_USE_UNKNOWN, 3);
    line_is(&t, WT_USES + WT_P_ETH, 7 * 14);
    line_is(&t, WT_USES + WT_P_IP, 7 * 20);
    line_is(&t, WT_USES + WT_P_TCP, 6 * 20);
    assert_int_equal(t.l->message_count, 1);
    const wt_ledger_message *m = &t.l->messages[0];
    assert_int_equal(m->label_len, 6);
    assert_memory_equal(m->label, "GET /a", 6);
    assert_memory_equal(m->answer, "200 OK", 6);
    assert_int_equal(m->part[0].heads, 28);
    assert_int_equal(m->part[1].heads, 47);
    assert_int_equal(m->part[1].framing, 10);
    assert_int_equal(m->part[1].content, 5);
    end(&t);
}

/* The second answer is to the second request, with an interim one between. */
static void answers_find_their_requests(void **state) {
    static talk t;
    (void)state;
    begin(&t);
    say_text(&t, 0, "GET /a HTTP/1.1\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    say_text(&t, 1, "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
    say_text(&t, 0, "ok");
    say_text(&t, 1, "HTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\nyes");
    assert_int_equal(t.l->message_count, 2);
    assert_memory_equal(t.l->messages[0].answer, "204", 3);
    assert_memory_equal(t.l->messages[1].answer, "201", 3);
    assert_int_equal(t.l->messages[1].part[0].content, 2);
    assert_int_equal(t.l->messages[1].part[1].content, 3);
    assert_int_equal(t.l->messages[1].part[1].heads, 25 + 43);
    end(&t);
}

/* Bytes from behind a hole wait for it, and count as not understood until then. */
static void out_of_order(void **state) {
    static talk t;
    (void)state;
    begin(&t);
    say_text(&t, 0, "GET ");
    t.seq[0] += 7;
    say_text(&t, 0, "1.1\r\n\r\n");
    line_is(&t, WT_USE_UNKNOWN, 11);
    say(&t, 0, "/ HTTP/", 7, 14, 0);
    line_is(&t, WT_USE_UNKNOWN, 0);
    line_is(&t, WT_USE_HTTP_HEAD, 18);
    line_is(&t, WT_USE_RESENT, 0);
    end(&t);
}

static void open_websocket(talk *t) {
    say_text(t, 0, "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                   "dGhlIHNhbXBsZSBub25jZQ==\r\n"
                   "Sec-WebSocket-Version: 13\r\n\r\n");
    say_text(t, 1, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
}

/* More messages than are told apart, and more in a frame than there is room for layers. */
static void many_messages(void **state) {
    static talk t;
    static uint8_t messages[3000];
    (void)state;
    begin(&t);
    open_websocket(&t);
    for (unsigned i = 0; i < sizeof messages; i += 3)
        memcpy(messages + i, "\x82\1x", 3);
    for (int i = 0; i < 20; i++)
        say(&t, 1, messages, sizeof messages, 0, 0);
    line_is(&t, WT_USE_UNKNOWN, 0);
    line_is(&t, WT_USE_WEBSOCKET, 2 * 20000);
    line_is(&t, WT_USE_CONTENT, 20000);
    assert_true(t.l->further_message_claims > 0);
    assert_int_equal(lines_sum(t.l), t.l->bytes);
    uint64_t told = wt_ledger_both(&t.l->further_messages).content;
    for (uint32_t i = 0; i < t.l->message_count; i++)
        told += wt_ledger_both(&t.l->messages[i]).content;
    assert_int_equal(told, 20000);
    end(&t);
}

/* One frame that is about more streams than it may claim bytes for: further ones are one line, and the sums stay. */
static void many_claims(void **state) {
    static talk t;
    static uint8_t updates[13 * 4600];
    (void)state;
    begin(&t);
    say_text(&t, 0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    say(&t, 0, "\0\0\0\4\0\0\0\0\0", 9, 0, 0);
    for (unsigned i = 0; i < 4600; i++) {
        memcpy(updates + 13 * i, "\0\0\4\x8\0", 5);
        store(updates + 13 * i + 5, 2 * i + 1, 4);
        store(updates + 13 * i + 9, 1, 4);
    }
    say(&t, 0, updates, sizeof updates, 0, 0);
    assert_true(t.l->further_messages.part[0].framing > 0);
    assert_true(t.l->message_count > 3000);
    line_is(&t, WT_USE_UNKNOWN, 0);
    line_is(&t, WT_USE_HTTP2, 24 + 9 + sizeof updates);
    end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_capture_adds_up),
        cmocka_unit_test(an_exchange),
        cmocka_unit_test(answers_find_their_requests),
        cmocka_unit_test(out_of_order),
        cmocka_unit_test(many_messages),
        cmocka_unit_test(many_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
