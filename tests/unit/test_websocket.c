/* test_websocket.c - WebSocket: the examples of RFC 6455 §5.7 and RFC 7692 §7.2.3, in pieces of any size, and abuse. */
#include <zlib.h>

#include "streams.h"

static const char upgrade[] =
    "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
static const char accepted[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

/* A session in which a WebSocket was just opened. */
static void opened(stream_test *t) {
    static wt_options options = {.everything = true, .headline = true};
    options.codec = wt_codecs();
    stream_open(t, &options, 80);
    stream_bytes(t, 0, (const uint8_t *)upgrade, sizeof upgrade - 1, 0, "websocket");
    stream_bytes(t, 1, (const uint8_t *)accepted, sizeof accepted - 1, 0, "websocket");
    assert_int_equal(t->log_len, 0);
}

static void send_hex(stream_test *t, int dir, const char *hex, uint32_t size, const char *look) {
    static uint8_t bytes[2048];
    stream_bytes(t, dir, bytes, hex_bytes(hex, bytes, sizeof bytes), size, look);
}

static bool ends_with(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

/* What these bytes say, whatever pieces they come in. */
static void says(int dir, const char *hex, const char *log, const char *headline) {
    for (uint32_t size = 0; size < 8; size++) {
        static stream_test t;
        opened(&t);
        send_hex(&t, dir, hex, size, "websocket.payload");
        if (strcmp(t.log, log) != 0)
            fail_msg("in pieces of %u: %s instead of %s", size, t.log, log);
        if (!ends_with(t.headline, headline))
            fail_msg("in pieces of %u: %s", size, t.headline);
        stream_close(&t);
    }
}

#define HEAD_5 "websocket.payload_length=5\nwebsocket.payload=0\n"

static void text_unmasked_and_masked(void **state) {
    (void)state;
    says(1, "81 05 48 65 6c 6c 6f", HEAD_5 "websocket.payload.text=Hello\n", "text message: Hello");
    says(0, "81 85 37 fa 21 3d 7f 9f 4d 51 58", HEAD_5 "websocket.payload.text=Hello\n", "text message: Hello");
}

static void fragments_are_joined(void **state) {
    (void)state;
    says(1, "01 03 48 65 6c  80 02 6c 6f",
         "websocket.payload_length=3\nwebsocket.payload=0\nwebsocket.payload.first_part=3 bytes 6c\n"
         "websocket.payload_length=2\nwebsocket.payload=0\nwebsocket.payload.text=Hello\n", "text message: Hello");
}

static void control_frames_stand_between_fragments(void **state) {
    (void)state;
    says(1, "01 03 48 65 6c  89 02 68 69  80 02 6c 6f",
         "websocket.payload_length=3\nwebsocket.payload=0\nwebsocket.payload.first_part=3 bytes 6c\n"
         "websocket.payload_length=2\nwebsocket.payload=0\nwebsocket.payload.ping=2 bytes 69\n"
         "websocket.payload_length=2\nwebsocket.payload=0\nwebsocket.payload.text=Hello\n", "text message: Hello");
}

static void pong_answers_ping(void **state) {
    (void)state;
    static stream_test t;
    opened(&t);
    send_hex(&t, 1, "89 05 48 65 6c 6c 6f", 0, "websocket");
    uint64_t frame = t.frame;
    send_hex(&t, 0, "8a 85 37 fa 21 3d 7f 9f 4d 51 58", 0, "websocket");
    char words[64];
    snprintf(words, sizeof words, "pong: yes (answers the ping of frame %llu)", (unsigned long long)frame);
    assert_string_equal(t.headline, words);
    send_hex(&t, 0, "8a 80 37 fa 21 3d", 0, "websocket");
    assert_string_equal(t.headline, "pong: a sign of life, unasked");
    stream_close(&t);
}

static void close_has_code_and_reason(void **state) {
    (void)state;
    says(1, "88 05 03 e8 62 79 65",
         HEAD_5 "websocket.payload.close=0\nwebsocket.payload.close.status_code=1000\n"
         "websocket.payload.close.reason=bye\n", "closes the conversation: 1000 Normal Closure (bye)");
    says(1, "88 00", "websocket.payload_length=0\n", "closes the conversation");
    static stream_test t;
    opened(&t);
    send_hex(&t, 1, "88 02 03 ee", 0, "note");
    assert_true(log_has(&t, "close code 1006"));
    stream_close(&t);
}

static void long_lengths(void **state) {
    (void)state;
    static uint8_t bytes[70010];
    static stream_test t;
    for (uint32_t size = 0; size <= 7001; size += 7001) {
        opened(&t);
        memset(bytes, 'x', sizeof bytes);
        memcpy(bytes, (const uint8_t[]){0x82, 126, 1, 0}, 4);
        stream_bytes(&t, 1, bytes, 4 + 256, size, "websocket");
        assert_true(log_has(&t, "websocket.payload_length_ext_16=256\n"));
        assert_string_equal(t.headline, "binary message, 256 bytes");
        memcpy(bytes, (const uint8_t[]){0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0}, 10);
        stream_bytes(&t, 1, bytes, 10 + 65536, size, "websocket");
        assert_true(log_has(&t, "websocket.payload_length_ext_64=65536\n"));
        assert_string_equal(t.headline, "binary message, 65536 bytes");
        stream_close(&t);
    }
}

/* Longer than is waited for: read as it comes, and the next frame is found behind it. */
static void very_long_frames_are_read_as_they_come(void **state) {
    (void)state;
    static uint8_t bytes[600000];
    static stream_test t;
    opened(&t);
    memset(bytes, 'y', sizeof bytes);
    memcpy(bytes, (const uint8_t[]){0x82, 127, 0, 0, 0, 0, 0, 8, 0, 0}, 10);
    memcpy(bytes + 10 + 524288, (const uint8_t[]){0x81, 2, 'o', 'k'}, 4);
    for (uint32_t at = 0; at < 524302; at += 60000)
        stream_piece(&t, 1, bytes + at, 524302 - at < 60000 ? 524302 - at : 60000, "websocket.payload.text");
    assert_string_equal(t.log, "websocket.payload.text=ok\n");
    assert_true(ends_with(t.headline, "text message: ok"));
    stream_close(&t);
}

/* RFC 7692 §7.2.3: compressed, fragmented, the same again with what came before, stored, two blocks, last block. */
static void compressed_messages(void **state) {
    (void)state;
    static const char *const examples[] = {
        "c1 07 f2 48 cd c9 c9 07 00", "41 03 f2 48 cd  80 04 c9 c9 07 00",
        "c1 07 f2 48 cd c9 c9 07 00  c1 05 f2 00 11 00 00", "c1 0b 00 05 00 fa ff 48 65 6c 6c 6f 00",
        "c1 08 f3 48 cd c9 c9 07 00 00", "c1 0d f2 48 05 00 00 00 ff ff ca c9 c9 07 00",
        "c1 08 f3 48 cd c9 c9 07 00 00  c1 07 f2 48 cd c9 c9 07 00",
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        for (uint32_t size = 0; size < 8; size++) {
            static stream_test t;
            opened(&t);
            send_hex(&t, 1, examples[i], size, "websocket.payload.text");
            assert_string_equal(t.log, i == 2 || i == 6 ? "websocket.payload.text=Hello\nwebsocket.payload.text=Hello\n"
                                                        : "websocket.payload.text=Hello\n");
            assert_non_null(strstr(t.headline, "text message: Hello (compressed from 5 to "));
            stream_close(&t);
        }
}

static void what_a_missing_message_takes_along(void **state) {
    (void)state;
    static stream_test t;
    opened(&t);
    send_hex(&t, 1, "c1 05 f2 00 11 00 00", 0, "note");
    assert_true(log_has(&t, "this message can't be decompressed"));
    assert_false(log_has(&t, "Hello"));
    stream_close(&t);
}

static void a_bomb_stops_at_the_limit(void **state) {
    (void)state;
    static stream_test t;
    static uint8_t zeros[1 << 22], bomb[4 + 8192];
    z_stream z = {.next_in = zeros, .avail_in = sizeof zeros, .next_out = bomb + 4, .avail_out = 8192};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
    deflate(&z, Z_SYNC_FLUSH);
    deflateEnd(&z);
    uint32_t n = (uint32_t)z.total_out - 4;    /* without the four bytes that senders leave out */
    memcpy(bomb, (const uint8_t[]){0xc2, 126, (uint8_t)(n >> 8), (uint8_t)n}, 4);
    opened(&t);
    t.s->limit[WT_LIMIT_INFLATED] = 65536;
    stream_bytes(&t, 1, bomb, 4 + n, 0, "note");
    assert_true(log_has(&t, "limit reached: inflated (65536)"));
    assert_true(log_has(&t, "this message expands to more than is kept"));
    assert_true(t.s->arena_used < 300000);
    stream_close(&t);
}

static void broken_rules_are_named(void **state) {
    (void)state;
    static const struct { const char *hex, *note; } broken[] = {
        {"83 00", "opcode 3 is not defined"},
        {"91 00", "a reserved bit is set"},
        {"09 00", "a control frame must not be cut"},
        {"80 01 61", "no beginning was seen"},
        {"01 01 61  01 01 62", "a new message begins before"},
        {"88 01 03", "needs 1 more byte"},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        static stream_test t;
        opened(&t);
        send_hex(&t, 1, broken[i].hex, 0, "note");
        if (!log_has(&t, broken[i].note))
            fail_msg("%s: %s", broken[i].hex, t.log);
        stream_close(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_unmasked_and_masked),
        cmocka_unit_test(fragments_are_joined),
        cmocka_unit_test(control_frames_stand_between_fragments),
        cmocka_unit_test(pong_answers_ping),
        cmocka_unit_test(close_has_code_and_reason),
        cmocka_unit_test(long_lengths),
        cmocka_unit_test(very_long_frames_are_read_as_they_come),
        cmocka_unit_test(compressed_messages),
        cmocka_unit_test(what_a_missing_message_takes_along),
        cmocka_unit_test(a_bomb_stops_at_the_limit),
        cmocka_unit_test(broken_rules_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
