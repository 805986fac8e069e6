/* test_http.c - HTTP/1: heads, bodies and where each message ends, whatever the pieces. */
#include "streams.h"

static const char exchange[] =
    "GET /a?x=1&y=2 HTTP/1.1\r\nHost: www.example.org\r\nUser-Agent: test/1\r\nCookie: a=b; c=d\r\n\r\n"
    "POST /b HTTP/1.1\r\nHost: www.example.org\r\nContent-Length: 11\r\n\r\nGET / HTTP/"
    "HEAD /c HTTP/1.1\r\nHost:www.example.org \r\n\r\n"
    "GET /d HTTP/1.0\nHost: www.example.org\n\n";

static const char answers[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\nServer: t\r\n\r\nHTTP/"
    "HTTP/1.1 100 Continue\r\n\r\n"
    "HTTP/1.1 201 Created\r\nTransfer-Encoding: gzip, chunked\r\n\r\n4\r\nabcd\r\n1a;x=y\r\n"
    "HTTP/1.1 is not begun here\r\n0\r\nTrailer: x\r\n\r\n"
    "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    "HTTP/1.1 404 Nothing here\r\nDate: now\r\n\r\nas long as it lasts HTTP/1.1 200 OK\r\n\r\n";

static void play(stream_test *t, uint32_t size, const char *look) {
    stream_open(t, NULL, 80);
    stream_bytes(t, 0, (const uint8_t *)exchange, sizeof exchange - 1, size, look);
    stream_bytes(t, 1, (const uint8_t *)answers, sizeof answers - 1, size, look);
}

static void heads_are_found_behind_bodies(void **state) {
    (void)state;
    static stream_test t;
    play(&t, 0, "http.");
    static const char *const lines[] = {
        "http.request.method=GET\nhttp.request.uri=/a?x=1&y=2\nhttp.request.uri.path=/a\n"
        "http.request.uri.query=x=1&y=2\n"
        "http.request.uri.query.parameter=x=1\nhttp.request.uri.query.parameter=y=2\nhttp.request.version=HTTP/1.1\n",
        "http.host=www.example.org\n",
        "http.user_agent=test/1\n",
        "http.cookie=a=b; c=d\nhttp.cookie_pair=a=b\nhttp.cookie_pair=c=d\n",
        "http.request.method=POST\n",
        "http.request.method=HEAD\n",
        "http.request.version=HTTP/1.0\n",
        "http.response.code=100\n",
        "http.content_type=text/html; charset=utf-8\n",
        "http.transfer_encoding=gzip, chunked\n",
        "http.chunk_size=4\n",
        "http.chunk_size=26\n",
        "http.chunk_size=0\n",
        "http.response.phrase=Nothing here\n",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!log_has(&t, lines[i]))
            fail_msg("no %s in\n%s", lines[i], t.log);
    assert_int_equal(log_count(&t, "http.request.method="), 4);
    assert_int_equal(log_count(&t, "http.response.code="), 5);
    assert_int_equal(log_count(&t, "http.host=www.example.org\n"), 4);
    stream_close(&t);
}

/* A message that ends in a later piece is repeated there: each line once is enough here. */
static void drop_repeats(const stream_test *t, char *out) {
    out[0] = 0;
    size_t n = 0;
    for (const char *at = t->log; *at;) {
        const char *end = strchr(at, '\n') + 1;
        char line[256];
        snprintf(line, sizeof line, "%.*s", (int)(end - at), at);
        if (!strstr(out, line))
            n += (size_t)sprintf(out + n, "%s", line);
        at = end;
    }
}

static void pieces_of_any_size_say_the_same(void **state) {
    (void)state;
    static stream_test at_once, pieces;
    static char want[65536], got[65536];
    play(&at_once, 0, "http.");
    drop_repeats(&at_once, want);
    for (uint32_t size = 1; size < 40; size++) {
        play(&pieces, size, "http.");
        drop_repeats(&pieces, got);
        assert_string_equal(want, got);
        stream_close(&pieces);
    }
    stream_close(&at_once);
}

static void a_head_may_be_cut_anywhere(void **state) {
    (void)state;
    static stream_test t;
    static const char head[] = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 204 No Content\r\n\r\n";
    uint32_t n = sizeof head - 1;
    for (uint32_t cut = 1; cut < n; cut++) {
        stream_open(&t, NULL, 80);
        stream_bytes(&t, 1, (const uint8_t *)head, cut, 0, "http.response.code");
        stream_bytes(&t, 1, (const uint8_t *)head + cut, n - cut, 0, "http.response.code");
        assert_true(log_has(&t, "http.response.code=200\n"));
        assert_true(log_has(&t, "http.response.code=204\n"));
        stream_close(&t);
    }
}

static void found_on_any_port(void **state) {
    (void)state;
    static stream_test t;
    for (uint32_t size = 0; size < 4; size++) {
        stream_open(&t, NULL, 12345);
        stream_bytes(&t, 0, (const uint8_t *)exchange, sizeof exchange - 1, size, "http.request.m");
        assert_int_equal(t.ch->proto, WT_P_HTTP);
        assert_true(log_has(&t, "http.request.method=HEAD\n"));
        stream_close(&t);
    }
}

static void other_bytes_are_not_http(void **state) {
    (void)state;
    static const char *const others[] = {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "220 mail.example.org ESMTP\r\n",
                                         "SSH-2.0-OpenSSH_9.2\r\n", "GET\r\n", "\x01\x02\x03\x04\x05\x06"};
    static stream_test t;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        stream_open(&t, NULL, 12345);
        stream_bytes(&t, 0, (const uint8_t *)others[i], (uint32_t)strlen(others[i]), 0, "");
        assert_int_not_equal(t.ch->proto, WT_P_HTTP);
        stream_close(&t);
    }
}

/* A word that no method begins with is shown in the frame that brought it. */
static void a_short_word_does_not_wait(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    stream_bytes(&t, 0, (const uint8_t *)"ping", 4, 0, "data");
    assert_true(log_has(&t, "data.data=4 bytes 67\n"));
    stream_close(&t);
}

static void headlines_are_plain(void **state) {
    (void)state;
    static stream_test t;
    static const char request[] = "GET /index.html HTTP/1.1\r\nHost: a\r\n\r\n";
    static const char response[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 612\r\n\r\n";
    uint8_t body[612];
    memset(body, 'x', sizeof body);
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 0, (const uint8_t *)request, sizeof request - 1, 0, "http.");
    assert_string_equal(t.headline, "GET /index.html");
    stream_bytes(&t, 1, (const uint8_t *)response, sizeof response - 1, 0, "http.");
    assert_string_equal(t.headline, "200 OK, text/html, 612 bytes");
    stream_bytes(&t, 1, body, 600, 0, "http.");
    assert_string_equal(t.headline, "another 600 bytes of the response of frame 2");
    stream_bytes(&t, 1, body, 12, 0, "http.");
    assert_string_equal(t.headline,
                        "another 12 bytes of the response of frame 2; it is complete: 200 OK, text/html, 612 bytes");
    stream_close(&t);
}

/* 64 MiB through one response: nothing of it is kept. */
static void a_long_body_takes_no_memory(void **state) {
    (void)state;
    static stream_test t;
    static const char response[] = "HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n";
    static uint8_t piece[65536];
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 1, (const uint8_t *)response, sizeof response - 1, 0, "-");
    for (int i = 0; i < 1024; i++) {
        stream_piece(&t, 1, piece, sizeof piece, "-");
        assert_null(t.ch->half[1].buf);
    }
    stream_bytes(&t, 1, (const uint8_t *)answers, sizeof answers - 1, 0, "http.response.code");
    assert_true(log_has(&t, "http.response.code=201\n"));
    stream_close(&t);
}

static void an_endless_head_is_given_up(void **state) {
    (void)state;
    static stream_test t;
    static uint8_t line[4096];
    memset(line, 'a', sizeof line);
    memcpy(line, "GET / HTTP/1.1\r\nX: ", 19);
    stream_open(&t, NULL, 80);
    for (int i = 0; i < 64; i++) {
        stream_piece(&t, 0, line, sizeof line, "note");
        line[0] = line[1] = line[2] = 'a';
        memset(line, 'a', 19);
    }
    if (log_count(&t, "this head is longer than 65536 bytes") != 1)
        fail_msg("%s", t.log);
    assert_true(t.ch->half[0].len <= 131072);
    stream_close(&t);
}

static void a_gap_in_a_body_is_passed_over(void **state) {
    (void)state;
    static stream_test t;
    static const char response[] = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789";
    static const char rest[] = "0123456789HTTP/1.1 404 No\r\n\r\n";
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 1, (const uint8_t *)response, sizeof response - 1, 0, "http.response.code");
    wt_chan_gap(t.s, t.ch, 1, 80);
    stream_bytes(&t, 1, (const uint8_t *)rest, sizeof rest - 1, 0, "http.response.code");
    assert_true(log_has(&t, "http.response.code=404\n"));
    stream_close(&t);
}

static void after_a_gap_in_a_head_the_next_one_is_found(void **state) {
    (void)state;
    static stream_test t;
    static const char begin[] = "HTTP/1.1 200 OK\r\nContent-Le", rest[] = "x: y\r\n\r\n";
    static const char next[] = "\r\nHTTP/1.1 404 No\r\n\r\n";
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 1, (const uint8_t *)begin, sizeof begin - 1, 0, "http.response.code");
    wt_chan_gap(t.s, t.ch, 1, 80);
    stream_bytes(&t, 1, (const uint8_t *)rest, sizeof rest - 1, 0, "http.response.code");
    stream_bytes(&t, 1, (const uint8_t *)next, sizeof next - 1, 0, "http.response.code");
    assert_int_equal(log_count(&t, "http.response.code="), 1);
    assert_true(log_has(&t, "http.response.code=404\n"));
    stream_close(&t);
}

static void the_close_ends_a_body_without_length(void **state) {
    (void)state;
    static stream_test t;
    static const char response[] = "HTTP/1.0 200 OK\r\n\r\nabc";
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 1, (const uint8_t *)response, sizeof response - 1, 0, "http.response.code");
    stream_piece(&t, 1, NULL, 0, "http.response.code");
    assert_int_equal(log_count(&t, "http.response.code=200\n"), 2);
    assert_non_null(strstr(t.headline, "the close ends the response"));
    stream_close(&t);
}

/* What a CONNECT opens is asked anew who speaks. */
static void a_tunnel_is_a_stream_of_its_own(void **state) {
    (void)state;
    static stream_test t;
    static const char connect[] = "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", ok[] = "HTTP/1.1 200 OK\r\n\r\n";
    static const uint8_t alert[] = {21, 3, 3, 0, 2, 2, 40};
    stream_open(&t, NULL, 3128);
    stream_bytes(&t, 0, (const uint8_t *)connect, sizeof connect - 1, 0, "tls.");
    stream_bytes(&t, 1, (const uint8_t *)ok, sizeof ok - 1, 0, "tls.");
    stream_bytes(&t, 1, alert, sizeof alert, 0, "tls.");
    assert_true(log_has(&t, "tls.alert_message.desc=40\n"));
    stream_close(&t);
}

static void attribute_is(const wt_chan *ch, enum wt_attr a, const char *want) {
    uint32_t n;
    const uint8_t *p = wt_chan_get(ch, a, &n);
    assert_non_null(p);
    assert_int_equal(n, strlen(want));
    assert_memory_equal(p, want, n);
}

/* What an Upgrade agreed on is known to the protocol that it hands on to. */
static void an_upgrade_hands_on_attributes(void **state) {
    (void)state;
    static stream_test t;
    static const char ask[] = "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGVzdA==\r\n"
                              "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
                              "Sec-WebSocket-Protocol: x, y\r\n\r\n";
    static const char agree[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\n"
                                "Sec-WebSocket-Accept: abc=\r\nSec-WebSocket-Protocol: y\r\n\r\n";
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 0, (const uint8_t *)ask, sizeof ask - 1, 0, "-");
    stream_bytes(&t, 1, (const uint8_t *)agree, sizeof agree - 1, 0, "-");
    assert_non_null(t.ch->child);
    attribute_is(t.ch->child, WT_A_URI, "http://a/chat");
    attribute_is(t.ch->child, WT_A_METHOD, "GET");
    attribute_is(t.ch->child, WT_A_WS_KEY, "dGVzdA==");
    attribute_is(t.ch->child, WT_A_WS_OFFERED, "permessage-deflate; client_max_window_bits");
    attribute_is(t.ch->child, WT_A_WS_ASKED, "x, y");
    attribute_is(t.ch->child, WT_A_WS_ACCEPT, "abc=");
    attribute_is(t.ch->child, WT_A_WS_PROTOCOL, "y");
    uint32_t n;
    assert_null(wt_chan_get(t.ch->child, WT_A_WS_EXTENSIONS, &n));
    static uint8_t large[5000];
    assert_false(wt_chan_set(t.s, t.ch->child, WT_A_URI, large, sizeof large));
    stream_close(&t);
}

static void bad_chunks_do_no_harm(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "zz\r\nabc", "ffffffffffffffffffff\r\nabc", "\r\n\r\n", "5\nabcdeXX\r\n0\r\n\r\n", "-1\r\n", "0x10\r\n"};
    static const char head[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    static stream_test t;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        stream_open(&t, NULL, 80);
        stream_bytes(&t, 1, (const uint8_t *)head, sizeof head - 1, 0, "http.");
        stream_bytes(&t, 1, (const uint8_t *)bodies[i], (uint32_t)strlen(bodies[i]), 0, "http.");
        stream_bytes(&t, 1, (const uint8_t *)bodies[i], (uint32_t)strlen(bodies[i]), 1, "http.");
        stream_close(&t);
    }
}

/* More messages in one piece than a frame may have layers: the one after them is still understood. */
static void more_messages_than_layers(void **state) {
    (void)state;
    static stream_test t;
    static char many[300 * 64];
    static const char one[] = "GET / HTTP/1.1\r\nHost: a\r\n\r\n", last[] = "GET /last HTTP/1.1\r\nHost: a\r\n\r\n";
    uint32_t n = 0;
    for (int i = 0; i < 300; i++)
        n += (uint32_t)snprintf(many + n, sizeof many - n, "%s", one);
    stream_open(&t, NULL, 80);
    stream_bytes(&t, 0, (const uint8_t *)many, n - 5, 0, "http.request.uri");
    stream_bytes(&t, 0, (const uint8_t *)many + n - 5, 5, 0, "http.request.uri");
    assert_int_equal(log_count(&t, "http.request.uri=/\n"), 300);
    stream_bytes(&t, 0, (const uint8_t *)last, sizeof last - 1, 0, "http.request.uri");
    assert_true(log_has(&t, "http.request.uri=/last\n"));
    stream_close(&t);
}

/* Where headlines alone are wanted most lines of a head are not read: all that decide must be. */
static void headlines_alone_are_the_same(void **state) {
    (void)state;
    static const char asked[] =
        "GET /s HTTP/1.1\r\nhost: a\r\nLAST-EVENT-ID: 7\r\nX-Long: a\r\n content-length: 9\r\n\r\n"
        "PUT /t HTTP/1.1\r\nAccept: */*\r\nTRANSFER-encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"
        "PUT /u HTTP/1.1\r\nContent-Length:\r\n 3\r\n\r\nabcGET /v HTTP/1.1\r\n\r\n"
        "GET /w HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    static const char answered[] =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nLast-Modified: now\r\nContent-Length: 4\r\nEtag: x\r\n\r\nHTTP"
        "HTTP/1.1 201 Created\r\nServer: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
        "HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 2\r\n\r\nxyHTTP/1.1 204 No Content\r\nVia: x\r\n\r\n"
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nSec-WebSocket-Accept: "
        "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
        "\x81\x02hi\x88\x00";
    static stream_test all, quiet;
    const wt_options headline = {.headline = true};
    static const uint32_t sizes[] = {0, 1, 2, 3, 7, 20, 61};
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        stream_open(&all, NULL, 80);
        stream_open(&quiet, &headline, 80);
        for (int dir = 0; dir < 2; dir++) {
            const char *text = dir ? answered : asked;
            uint32_t n = (uint32_t)(dir ? sizeof answered : sizeof asked) - 1, step = sizes[k] ? sizes[k] : n;
            for (uint32_t at = 0; at < n; at += step) {
                uint32_t part = step < n - at ? step : n - at;
                stream_piece(&all, dir, (const uint8_t *)text + at, part, "none");
                stream_piece(&quiet, dir, (const uint8_t *)text + at, part, "none");
                assert_string_equal(all.headline, quiet.headline);
                assert_int_equal(quiet.s->item_count, 0);
            }
        }
        assert_non_null(strstr(quiet.headline, "clos"));
        stream_close(&all);
        stream_close(&quiet);
    }
}

/* Heads that came before, others that differ from them in one place, and one in the middle of which a piece ends. */
static void heads_that_come_again_say_the_same(void **state) {
    (void)state;
    static const char *const asked[] = {
        "GET /one HTTP/1.1\r\nHost: a\r\n\r\n", "GET /two HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /two HTTP/1.1\r\nHost: b\r\n\r\n", "PUT /two HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
        "PUT /two HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde", "GET /one HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "HEAD / HTTP/1.0\r\n\r\n"};
    static const char *const answered[] = {
        "HTTP/1.1 200 OK\r\nContent-Type: text/a\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Type: text/b\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Type: text/b\r\nContent-Length: 4\r\n\r\nabcd",
        "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n", "HTTP/1.1 404 Not Found\r\nContent-Length: 1\r\n\r\n!",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Type: text/c\r\n\r\nabc"};
    static stream_test all, quiet;
    static const uint32_t orders[] = {0x000000, 0x010101, 0x122112, 0x334334, 0x055055, 0x012345, 0x776676, 0x444333};
    stream_open(&all, NULL, 80);
    stream_open(&quiet, &(wt_options){.headline = true}, 80);
    for (size_t k = 0; k < sizeof orders / sizeof *orders; k++)
        for (uint32_t shift = 0; shift < 24; shift += 4)
            for (int dir = 0; dir < 2; dir++) {
                const char *text = (dir ? answered : asked)[orders[k] >> shift & 15];
                uint32_t n = (uint32_t)strlen(text), first = k % 3 ? n : n - 1 - (uint32_t)k;
                for (uint32_t at = 0; at < n; at = first) {
                    uint32_t part = at ? n - at : first;
                    stream_piece(&all, dir, (const uint8_t *)text + at, part, "none");
                    stream_piece(&quiet, dir, (const uint8_t *)text + at, part, "none");
                    assert_string_equal(all.headline, quiet.headline);
                    if (at)
                        break;
                }
            }
    assert_string_equal(quiet.headline, "404 Not Found, 1 byte");
    assert_null(all.s->http_seen);
    assert_non_null(quiet.s->http_seen);
    stream_close(&all);
    stream_close(&quiet);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_are_found_behind_bodies),
        cmocka_unit_test(pieces_of_any_size_say_the_same),
        cmocka_unit_test(a_head_may_be_cut_anywhere),
        cmocka_unit_test(found_on_any_port),
        cmocka_unit_test(other_bytes_are_not_http),
        cmocka_unit_test(a_short_word_does_not_wait),
        cmocka_unit_test(headlines_are_plain),
        cmocka_unit_test(a_long_body_takes_no_memory),
        cmocka_unit_test(an_endless_head_is_given_up),
        cmocka_unit_test(a_gap_in_a_body_is_passed_over),
        cmocka_unit_test(after_a_gap_in_a_head_the_next_one_is_found),
        cmocka_unit_test(the_close_ends_a_body_without_length),
        cmocka_unit_test(a_tunnel_is_a_stream_of_its_own),
        cmocka_unit_test(an_upgrade_hands_on_attributes),
        cmocka_unit_test(bad_chunks_do_no_harm),
        cmocka_unit_test(more_messages_than_layers),
        cmocka_unit_test(headlines_alone_are_the_same),
        cmocka_unit_test(heads_that_come_again_say_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
