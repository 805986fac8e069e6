/* test_http2.c - HTTP/2: frames, header blocks, windows, streams, tunnels; late, cut, lost and hostile bytes. */
#include "streams.h"

static const char preface[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/* What one side sends, put together frame by frame. */
typedef struct bytes {
    uint8_t p[400000];
    uint32_t n;
} bytes;
static bytes up, down;

static void put(bytes *b, const void *p, uint32_t n) {
    assert_true(b->n + n <= sizeof b->p);
    if (n)
        memcpy(b->p + b->n, p, n);
    b->n += n;
}

static void frame_of(bytes *b, uint8_t type, uint8_t flags, uint32_t id, const void *p, uint32_t n) {
    uint8_t head[9] = {(uint8_t)(n >> 16), (uint8_t)(n >> 8), (uint8_t)n, type, flags,
                       (uint8_t)(id >> 24), (uint8_t)(id >> 16), (uint8_t)(id >> 8), (uint8_t)id};
    put(b, head, sizeof head);
    put(b, p, n);
}

static void frame_hex(bytes *b, uint8_t type, uint8_t flags, uint32_t id, const char *hex) {
    uint8_t p[2048];
    frame_of(b, type, flags, id, p, hex_bytes(hex, p, sizeof p));
}

enum { DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION, ALTSVC,
       ORIGIN = 12, PRIORITY_UPDATE = 16 };

static void begin(void) {
    up.n = down.n = 0;
    put(&up, preface, 24);
    frame_hex(&up, SETTINGS, 0, 0, "");
    frame_hex(&down, SETTINGS, 0, 0, "");
}

/* A generated or other item of the last frame. */
static const wt_item *find(const stream_test *t, const char *name, unsigned nth) {
    for (uint32_t i = 0; i < t->s->item_count; i++)
        if (strcmp(wt_field_get(t->s->items[i].field)->name, name) == 0 && !nth--)
            return &t->s->items[i];
    return NULL;
}

static int64_t value(const stream_test *t, const char *name, unsigned nth) {
    const wt_item *i = find(t, name, nth);
    if (!i)
        fail_msg("no %s (%u)", name, nth);
    return (int64_t)i->v.u;
}

static void send_all(stream_test *t, int dir, bytes *b, uint32_t size, const char *look) {
    stream_bytes(t, dir, b->p, b->n, size, look);
    b->n = 0;
}

/* Every type of frame with every flag that it has. */
static void every_frame(void) {
    begin();
    frame_hex(&up, SETTINGS, 0, 0, "0001 00001000 0002 00000001 0003 00000064 0004 0000ffff 0005 00004000 0006 00010000"
                                   "0008 00000001 0077 00000009");
    frame_hex(&up, HEADERS, 0x2c, 1, "03 8000000b 0f 82 86 84 41 07 6578616d706c65 000000");
    frame_hex(&up, DATA, 0x08, 1, "02 68656c6c6f 0000");
    frame_hex(&up, DATA, 0x01, 1, "");
    frame_hex(&up, PRIORITY, 0, 3, "00000001 ff");
    frame_hex(&up, RST_STREAM, 0, 5, "00000008");
    frame_hex(&up, PING, 0, 0, "0102030405060708");
    frame_hex(&up, WINDOW_UPDATE, 0, 0, "00010000");
    frame_hex(&up, PRIORITY_UPDATE, 0, 0, "00000001 753d302c2069");
    frame_hex(&up, HEADERS, 0x01, 7, "82");
    frame_hex(&up, CONTINUATION, 0, 7, "8684");
    frame_hex(&up, CONTINUATION, 4, 7, "40 01 61 01 62");
    frame_hex(&up, 0xee, 0xff, 9, "aabb");
    frame_hex(&down, SETTINGS, 1, 0, "");
    frame_hex(&down, PUSH_PROMISE, 0x0c, 1, "01 00000002 82 87 04 02 2f78 00");
    frame_hex(&down, HEADERS, 4, 1, "20 3fe11f 88 5f 09 746578742f68746d6c");
    frame_hex(&down, DATA, 1, 1, "3c68746d6c3e");
    frame_hex(&down, PING, 1, 0, "0102030405060708");
    frame_hex(&down, ALTSVC, 0, 0, "0003 613a62 68333d");
    frame_hex(&down, ORIGIN, 0, 0, "0003 613a62 0002 633a");
    frame_hex(&down, GOAWAY, 0, 0, "00000007 00000000 627965");
}

static void play(stream_test *t, uint32_t size, const char *look) {
    every_frame();
    stream_open(t, NULL, 12345);
    send_all(t, 0, &up, size, look);
    send_all(t, 1, &down, size, look);
    assert_int_equal(t->ch->proto, WT_P_HTTP2);
}

static void every_type_is_read(void **state) {
    (void)state;
    static stream_test t;
    play(&t, 0, "http2.");
    static const char *const lines[] = {
        "http2.settings.id=1\nhttp2.settings.header_table_size=4096\n", "http2.settings.enable_push=1\n",
        "http2.settings.max_concurrent_streams=100\n", "http2.settings.initial_window_size=65535\n",
        "http2.settings.max_frame_size=16384\n", "http2.settings.max_header_list_size=65536\n",
        "http2.settings.extended_connect=1\n", "http2.settings.id=119\nhttp2.settings.unknown=9\n",
        "http2.padding=3\nhttp2.exclusive=1\nhttp2.stream_dependency=11\nhttp2.headers.weight=15\n",
        "http2.headers.authority=example\n", "http2.headers.padding=3 bytes 00\n", "http2.data.data=5 bytes 6f\n",
        "http2.data.padding=2 bytes 00\n", "http2.rst_stream.error=8\n", "http2.ping=8 bytes 08\n",
        "http2.window_update.window_size_increment=65536\n",
        "http2.priority_update_stream_id=1\nhttp2.priority_update_field_value=u=0, i\n",
        "http2.header.name=a\nhttp2.header.value=b\n", "http2.unknown=2 bytes bb\n",
        "http2.push_promise.promised_stream_id=2\n", "http2.push_promise.padding=1 bytes 00\n",
        "http2.header_table_size_update.header_table_size=0\n",
        "http2.header_table_size_update.header_table_size=4096\n",
        "http2.headers.status=200\n", "http2.headers.content_type=text/html\n", "http2.pong=8 bytes 08\n",
        "http2.altsvc.origin=a:b\nhttp2.altsvc.field_value=h3=\n", "http2.origin.origin=a:b\n",
        "http2.origin.origin=c:\n",
        "http2.goaway.last_stream_id=7\nhttp2.goaway.error=0\nhttp2.goaway.addata=3 bytes 65\n",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!log_has(&t, lines[i]))
            fail_msg("no %s in\n%s", lines[i], t.log);
    assert_int_equal(log_count(&t, "http2.type="), 23);
    stream_close(&t);
}

static void pieces_of_any_size_say_the_same(void **state) {
    (void)state;
    static stream_test at_once, pieces;
    play(&at_once, 0, "http2.");
    static const uint32_t sizes[] = {1, 2, 3, 5, 7, 9, 10, 24, 31, 100};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        play(&pieces, sizes[i], "http2.");
        assert_string_equal(at_once.log, pieces.log);
        stream_close(&pieces);
    }
    stream_close(&at_once);
}

/* The capture ends anywhere: what came before is told all the same, nothing is read beyond. */
static void cut_at_every_length(void **state) {
    (void)state;
    static stream_test t;
    every_frame();
    uint32_t all = up.n;
    for (uint32_t n = 1; n < all; n++) {
        every_frame();
        uint8_t *exact = malloc(n);
        memcpy(exact, up.p, n);
        stream_open(&t, NULL, 12345);
        stream_bytes(&t, 0, exact, n, 0, "http2.type");
        free(exact);
        assert_int_equal(log_count(&t, "http2.type="), n < 33 ? 0 : log_count(&t, "http2.type="));
        stream_close(&t);
    }
}

static void headlines_are_plain(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&up, HEADERS, 5, 1, "82 86 04 05 2f63617274 41 07 6578616d706c65");
    send_all(&t, 0, &up, 0, "-");
    assert_string_equal(t.headline, "connection preface; SETTINGS; stream 1: GET /cart (18 bytes instead of 48)");
    frame_hex(&down, HEADERS, 4, 1, "88 5f 18 746578742f68746d6c3b20636861727365743d7574662d38");
    send_all(&t, 1, &down, 0, "-");
    assert_string_equal(t.headline, "SETTINGS; stream 1: 200, text/html (27 bytes instead of 46)");
    static const uint8_t content[1024];
    frame_of(&down, DATA, 0, 1, content, sizeof content);
    send_all(&t, 1, &down, 0, "-");
    assert_string_equal(t.headline, "stream 1: 1,024 bytes of the response; window left 64,511");
    frame_hex(&up, WINDOW_UPDATE, 0, 1, "00000400");
    frame_hex(&up, WINDOW_UPDATE, 0, 0, "00000400");
    frame_hex(&up, RST_STREAM, 0, 1, "00000008");
    frame_hex(&up, GOAWAY, 0, 0, "00000000 0000000b");
    send_all(&t, 0, &up, 0, "-");
    assert_string_equal(t.headline, "stream 1: 1,024 more bytes may be sent; connection: 1,024 more bytes may be sent; "
                                    "stream 1: given up (CANCEL); the connection ends (ENHANCE_YOUR_CALM)");
    stream_close(&t);
}

static void responses_know_their_requests(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&up, HEADERS, 5, 1, "82 86 84 41 01 61");
    send_all(&t, 0, &up, 0, "-");
    frame_hex(&up, HEADERS, 5, 3, "82 86 84 be");
    send_all(&t, 0, &up, 0, "-");
    assert_string_equal(find(&t, "http2.request.full_uri", 0) ? "there" : "", "there");
    frame_hex(&down, HEADERS, 4, 3, "48 03 313033");  /* early hints; the answer follows */
    frame_hex(&down, HEADERS, 5, 3, "88");
    send_all(&t, 1, &down, 0, "-");
    assert_int_equal(value(&t, "http2.request_in", 0), 2);
    assert_int_equal(value(&t, "http2.request_in", 1), 2);
    frame_hex(&down, HEADERS, 4, 1, "88");
    frame_hex(&down, DATA, 0, 1, "61");
    frame_hex(&down, HEADERS, 5, 1, "40 01 78 01 79");
    send_all(&t, 1, &down, 0, "-");
    assert_int_equal(value(&t, "http2.request_in", 0), 1);
    assert_null(find(&t, "http2.request_in", 1));
    assert_non_null(strstr(t.headline, "stream 1: trailers, more fields at the end"));
    stream_close(&t);
}

/* RFC 9113 §6.9.2: a smaller initial window may make those of open streams negative. */
static void windows_move(void **state) {
    (void)state;
    static stream_test t;
    static const uint8_t content[16384];
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&up, SETTINGS, 0, 0, "0004 00008000");
    frame_hex(&up, HEADERS, 5, 1, "82 86 84");
    send_all(&t, 0, &up, 0, "-");
    frame_hex(&down, SETTINGS, 1, 0, "");
    frame_hex(&down, SETTINGS, 1, 0, "");
    frame_hex(&down, HEADERS, 4, 1, "88");
    frame_of(&down, DATA, 0, 1, content, sizeof content);
    send_all(&t, 1, &down, 0, "-");
    assert_int_equal(value(&t, "http2.window.connection", 0), 65535 - 16384);
    assert_int_equal(value(&t, "http2.window.stream", 0), 32768 - 16384);
    frame_hex(&up, SETTINGS, 0, 0, "0004 00001000");
    frame_hex(&up, WINDOW_UPDATE, 0, 0, "00000001");
    send_all(&t, 0, &up, 0, "-");
    assert_int_equal(value(&t, "http2.window.connection", 0), 65535 - 16384 + 1);
    assert_null(find(&t, "http2.window.stream", 0));
    frame_hex(&down, SETTINGS, 1, 0, "");
    send_all(&t, 1, &down, 0, "-");
    frame_hex(&up, WINDOW_UPDATE, 0, 1, "00000010");
    send_all(&t, 0, &up, 0, "-");
    assert_int_equal(value(&t, "http2.window.stream", 0), 4096 - 16384 + 16);
    frame_hex(&down, DATA, 0, 1, "61");
    send_all(&t, 1, &down, 0, "note");
    assert_true(log_has(&t, "more content than the window allowed"));
    stream_close(&t);
}

static void padding_counts_in_windows(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&up, HEADERS, 4, 1, "83 86 84");
    frame_hex(&up, DATA, 8, 1, "03 61 000000");
    send_all(&t, 0, &up, 0, "-");
    send_all(&t, 1, &down, 0, "-");
    frame_hex(&up, DATA, 0, 1, "");
    send_all(&t, 0, &up, 0, "-");
    assert_int_equal(value(&t, "http2.window.stream", 0), 65535 - 5);
    assert_int_equal(value(&t, "http2.stream.bytes", 0), 1);
    stream_close(&t);
}

/* ---- late, lost ------------------------------------------------------------------------- */

static void from_the_middle(void **state) {
    (void)state;
    static stream_test t;
    for (uint32_t size = 0; size < 2; size++) {
        stream_open(&t, NULL, 12345);
        up.n = down.n = 0;
        frame_hex(&up, HEADERS, 5, 7, "82 86 84 be 40 01 61 01 62");
        frame_hex(&up, HEADERS, 5, 9, "82 86 84 bf be");
        send_all(&t, 0, &up, 0, "http2.he");
        assert_int_equal(t.ch->proto, WT_P_HTTP2);
        assert_int_equal(log_count(&t, "http2.header.name=a\nhttp2.header.value=b\n"), 2);
        assert_non_null(find(&t, "http2.hpack.unknown", 1));
        assert_null(find(&t, "http2.hpack.unknown", 2));
        frame_hex(&down, DATA, 1, 7, "6162");
        send_all(&t, 1, &down, 0, "http2.data");
        assert_true(log_has(&t, "http2.data.data=2 bytes 62\n"));
        assert_null(find(&t, "http2.window.stream", 0));
        stream_close(&t);
    }
}

static void other_bytes_are_not_http2(void **state) {
    (void)state;
    static const struct {
        const char *p;
        uint32_t n;
    } others[] = {
#define BYTES(text) {text, sizeof text - 1}
        BYTES("SSH-2.0-OpenSSH_9.2\r\n"), BYTES("PRI * HTTP/1.1\r\n\r\n"), BYTES("\0\0\0\x54\xfeSMB@\0\0\0"),
        BYTES("\x16\x03\x01\0\xa5\x01\0\0\xa1"), BYTES("\0\0\x05\0\0\0\0\0\x01" "123456"),
        BYTES("220 mail.example.org ESMTP\r\n"), BYTES("\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a"),
#undef BYTES
    };
    static stream_test t;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        stream_open(&t, NULL, 12345);
        stream_bytes(&t, 0, (const uint8_t *)others[i].p, others[i].n, 0, "http2.");
        if (t.log_len)
            fail_msg("%s", others[i].p);
        stream_close(&t);
    }
}

/* Inside of DATA the next frame's place is known, and tables stay as they are. */
static void a_gap_in_data_is_passed_over(void **state) {
    (void)state;
    static stream_test t;
    static const uint8_t content[1000];
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&down, HEADERS, 4, 1, "88 40 01 61 01 62");
    frame_of(&down, DATA, 0, 1, content, sizeof content);
    frame_hex(&down, HEADERS, 5, 1, "be");
    uint32_t data_end = down.n - 10, cut = data_end - 600;
    stream_bytes(&t, 1, down.p, cut, 0, "http2.");
    wt_chan_gap(t.s, t.ch, 1, 500);
    t.log_len = 0;
    t.log[0] = 0;
    stream_bytes(&t, 1, down.p + cut + 500, down.n - cut - 500, 0, "http2.");
    assert_true(log_has(&t, "http2.header.name=a\nhttp2.header.value=b\n"));
    assert_int_equal(log_count(&t, "http2.type="), 1);
    stream_close(&t);
}

static void after_a_gap_frames_are_found_again(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&down, HEADERS, 4, 1, "88 40 01 61 01 62");
    send_all(&t, 1, &down, 0, "http2.");
    wt_chan_gap(t.s, t.ch, 1, 5000);
    static const char rest[] = "the end of something";
    put(&down, rest, sizeof rest);
    frame_hex(&down, PING, 1, 0, "0102030405060708");
    frame_hex(&down, HEADERS, 5, 1, "88 be");
    t.log_len = 0;
    send_all(&t, 1, &down, 0, "http2.");
    assert_true(log_has(&t, "http2.pong=8 bytes 08\n"));
    assert_true(log_has(&t, "http2.headers.status=200\n"));
    assert_non_null(find(&t, "http2.hpack.unknown", 0));
    stream_close(&t);
}

/* ---- hostile ---------------------------------------------------------------------------- */

static void padding_longer_than_the_frame(void **state) {
    (void)state;
    static stream_test t;
    static const char *const bad[] = {"ff", "06 0000000000", "05", "02 82"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        for (uint8_t type = DATA; type <= PUSH_PROMISE; type = type == DATA ? HEADERS
                                                               : type == HEADERS ? PUSH_PROMISE
                                                               : 9) {
            stream_open(&t, NULL, 12345);
            begin();
            frame_hex(&up, type, 0x2c, 1, bad[i]);
            frame_hex(&up, PING, 0, 0, "0102030405060708");
            send_all(&t, 0, &up, 0, "http2.ping");
            assert_true(t.s->malformed);
            assert_true(log_has(&t, "http2.ping=8 bytes 08\n"));
            stream_close(&t);
        }
}

static void continuation_without_end(void **state) {
    (void)state;
    static stream_test t;
    static uint8_t field[1000] = {0x00, 0x01, 'a', 0x7f, 0xe4, 0x06};
    stream_open(&t, NULL, 12345);
    begin();
    frame_of(&up, HEADERS, 1, 1, field, sizeof field);
    send_all(&t, 0, &up, 0, "note");
    for (int i = 0; i < 400; i++) {
        frame_of(&up, CONTINUATION, 0, 1, field, sizeof field);
        send_all(&t, 0, &up, 0, "note");
    }
    assert_int_equal(log_count(&t, "limit reached: headers"), 1);
    frame_of(&up, CONTINUATION, 4, 1, field, sizeof field);
    send_all(&t, 0, &up, 0, "note");
    assert_true(log_has(&t, "too long to be kept"));
    frame_hex(&up, HEADERS, 5, 3, "82 86 84 be");
    send_all(&t, 0, &up, 0, "http2.headers.method");
    assert_true(log_has(&t, "http2.headers.method=GET\n"));
    stream_close(&t);
}

/* A block of some bytes that stands for megabytes. */
static void a_block_that_expands_without_end(void **state) {
    (void)state;
    static stream_test t;
    static uint8_t bomb[12000];
    uint32_t n = 0;
    stream_open(&t, NULL, 12345);
    begin();
    memcpy(bomb, "\x40\x01\x61\x7f\x81\x1e", 6);   /* a value of 3,968 bytes, put in the table */
    memset(bomb + 6, 'x', 3968);
    n = 6 + 3968;
    memset(bomb + n, 0xbe, sizeof bomb - n);
    frame_of(&up, HEADERS, 5, 1, bomb, sizeof bomb);
    frame_hex(&up, HEADERS, 5, 3, "82 86 84 be");
    send_all(&t, 0, &up, 0, "note");
    assert_true(log_has(&t, "limit reached: headers"));
    assert_true(t.s->arena_used < 4u << 20);
    assert_non_null(find(&t, "http2.headers.path", 0));
    stream_close(&t);
}

static void fields_after_an_error_are_marked(void **state) {
    (void)state;
    static stream_test t;
    static const char *const bad[] = {"82 ff", "82 40 05 61", "82 3fffffffffff0f", "82 00 81 00 00", "80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        stream_open(&t, NULL, 12345);
        begin();
        frame_hex(&up, HEADERS, 5, 1, bad[i]);
        send_all(&t, 0, &up, 0, "note");
        if (!log_has(&t, "this header block "))
            fail_msg("%s", bad[i]);
        stream_close(&t);
    }
}

static void streams_without_end(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    for (uint32_t id = 1; id < 2000; id += 2)
        frame_hex(&up, HEADERS, 4, id, "82 86 84");
    send_all(&t, 0, &up, 500, "note");
    assert_true(log_has(&t, "limit reached: streams"));
    frame_hex(&up, DATA, 0, 1999, "61");
    frame_hex(&up, DATA, 0, 1, "61");
    send_all(&t, 0, &up, 0, "http2.data");
    assert_int_equal(log_count(&t, "http2.data.data="), 2);
    stream_close(&t);
}

static void frames_in_wrong_places(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&up, CONTINUATION, 4, 1, "82");
    frame_hex(&up, HEADERS, 0, 1, "82");
    frame_hex(&up, DATA, 0, 0, "61");
    frame_hex(&up, PING, 0, 5, "0102030405060708");
    frame_hex(&up, WINDOW_UPDATE, 0, 0, "00000000");
    frame_hex(&up, SETTINGS, 0, 0, "0004 ffffffff");
    frame_hex(&up, HEADERS, 5, 3, "82");
    send_all(&t, 0, &up, 0, "note");
    static const char *const said[] = {"nothing is here that this could continue", "has to be on a stream, not on 0",
                                       "only CONTINUATION may come", "has to be on stream 0", "can't grow by 0 bytes",
                                       "at most 2,147,483,647 bytes"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (!log_has(&t, said[i]))
            fail_msg("no \"%s\" in\n%s", said[i], t.log);
    stream_close(&t);
}

/* Whatever bytes come behind a preface, nothing breaks. */
static void any_bytes(void **state) {
    (void)state;
    static stream_test t;
    uint32_t seed = 1;
    for (int run = 0; run < 300; run++) {
        stream_open(&t, NULL, 12345);
        every_frame();
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525 + 1013904223;
            bytes *b = i & 1 ? &down : &up;
            b->p[24 + (seed >> 8) % (b->n - 24)] = (uint8_t)(seed >> 3);
        }
        stream_bytes(&t, 0, up.p, up.n, 1 + seed % 90, "-");
        stream_bytes(&t, 1, down.p, down.n, 1 + seed % 90, "-");
        stream_close(&t);
    }
}

/* ---- what streams carry ----------------------------------------------------------------- */

static void a_long_frame_is_not_kept(void **state) {
    (void)state;
    static stream_test t;
    static uint8_t content[350000];
    stream_open(&t, NULL, 12345);
    begin();
    memset(content, 'x', sizeof content);
    frame_hex(&up, HEADERS, 4, 1, "83 86 84");
    content[0] = 10;
    frame_of(&up, DATA, 9, 1, content, sizeof content);
    frame_hex(&up, PING, 0, 0, "0102030405060708");
    uint32_t all = up.n;
    for (uint32_t at = 0; at < all; at += 1000) {
        stream_piece(&t, 0, up.p + at, all - at < 1000 ? all - at : 1000, "http2.ping");
        assert_true(t.ch->half[0].len < 2000);
        const wt_item *i = find(&t, "http2.stream.bytes", 0);
        if (at > 349000 && i)
            assert_int_equal(i->v.u, 350000 - 11);
    }
    assert_true(log_has(&t, "http2.ping=8 bytes 08\n"));
    stream_close(&t);
}

static void a_tunnel_for_websocket(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&up, HEADERS, 4, 1, "02 07 434f4e4e454354 40 09 3a70726f746f636f6c 09 776562736f636b6574 87 84 41 01 61");
    send_all(&t, 0, &up, 0, "-");
    assert_non_null(strstr(t.headline, "stream 1: CONNECT / for websocket"));
    frame_hex(&down, HEADERS, 4, 1, "88");
    send_all(&t, 1, &down, 0, "-");
    frame_hex(&up, DATA, 0, 1, "81 85 00000000 68");
    frame_hex(&up, DATA, 0, 1, "656c6c6f");
    send_all(&t, 0, &up, 0, "websocket.payload");
    assert_true(t.log_len > 0);
    frame_hex(&down, DATA, 1, 1, "81 02 6869");
    t.log_len = 0;
    send_all(&t, 1, &down, 0, "websocket.");
    assert_true(t.log_len > 0);
    stream_close(&t);
}

/* HTTP/2 in a tunnel of HTTP/2 in a tunnel …: as deep as protocols may be nested, and no deeper. */
static void tunnels_in_tunnels(void **state) {
    (void)state;
    static stream_test t;
    static bytes inner;
    stream_open(&t, NULL, 12345);
    up.n = 0;
    for (int i = 0; i < 200; i++) {
        inner.n = 0;
        put(&inner, preface, 24);
        frame_hex(&inner, SETTINGS, 0, 0, "");
        frame_hex(&inner, HEADERS, 4, 1, "02 07 434f4e4e454354 41 01 61");
        if (up.n)
            frame_of(&inner, DATA, 0, 1, up.p, up.n);
        up.n = 0;
        put(&up, inner.p, inner.n);
    }
    send_all(&t, 0, &up, 0, "note");
    assert_true(log_has(&t, "limit reached: depth"));
    assert_int_equal(t.s->depth, 0);
    stream_close(&t);
}

static void an_upgrade_from_http1(void **state) {
    (void)state;
    static stream_test t;
    static const char ask[] = "GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                              "HTTP2-Settings: AAQAAQAA\r\n\r\n";
    static const char agree[] = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    for (uint32_t size = 0; size < 30; size += 7) {
        stream_open(&t, NULL, 80);
        begin();
        stream_bytes(&t, 0, (const uint8_t *)ask, sizeof ask - 1, size, "-");
        stream_bytes(&t, 1, (const uint8_t *)agree, sizeof agree - 1, size, "-");
        frame_hex(&down, HEADERS, 4, 1, "88");
        send_all(&t, 1, &down, size, "http2.headers");
        assert_true(log_has(&t, "http2.headers.status=200\n"));
        send_all(&t, 0, &up, size, "http2.");
        assert_true(log_has(&t, "http2.magic=PRI"));
        frame_hex(&down, DATA, 1, 1, "616263");
        send_all(&t, 1, &down, 0, "-");
        assert_int_equal(value(&t, "http2.window.stream", 0), 65536 - 3); /* as HTTP2-Settings says */
        stream_close(&t);
    }
}

static void content_is_shown_as_a_whole_at_its_end(void **state) {
    (void)state;
    static stream_test t;
    stream_open(&t, NULL, 12345);
    begin();
    frame_hex(&down, HEADERS, 4, 1, "88");
    frame_hex(&down, DATA, 0, 1, "6162");
    frame_hex(&down, DATA, 0, 1, "6364");
    frame_hex(&down, DATA, 1, 1, "65");
    send_all(&t, 1, &down, 0, "http2.data.data");
    assert_string_equal(t.log, "http2.data.data=2 bytes 62\nhttp2.data.data=2 bytes 64\nhttp2.data.data=5 bytes 65\n");
    stream_close(&t);
}

/* A first request as long as frames may be: its head is told where it begins, and all of it where it is complete. */
static void a_long_first_request_is_announced(void **state) {
    (void)state;
    static stream_test t;
    static uint8_t block[16384];
    memset(block, 'a', sizeof block);
    memcpy(block, "\0\0\0\3\7\x82\0\x7f\xf5\x7e", 10); /* :method: GET, and a name of 127 + 16,245 letters */
    block[sizeof block - 2] = 1;
    stream_open(&t, NULL, 12345);
    begin();
    frame_of(&up, HEADERS, 0x25, 5, block, sizeof block);
    stream_bytes(&t, 0, up.p, 24 + 9 + 9 + 100, 0, "http2.");
    assert_true(log_has(&t, "http2.length=16384\n") && log_has(&t, "http2.headers.weight=7\n"));
    assert_false(log_has(&t, "http2.headers.method"));
    stream_bytes(&t, 0, up.p + 24 + 9 + 9 + 100, up.n - 24 - 9 - 9 - 100, 0, "http2.");
    assert_int_equal(log_count(&t, "http2.headers.weight="), 2);
    assert_true(log_has(&t, "http2.headers.method=GET"));
    stream_close(&t);
}

/* ---- memory ----------------------------------------------------------------------------- */

static unsigned allocations;
static void *counted(void *user, void *p, size_t old_size, size_t new_size) {
    (void)user;
    (void)old_size;
    allocations += new_size > 0;
    if (new_size)
        return realloc(p, new_size);
    free(p);
    return NULL;
}

/* Once warm, requests without end allocate nothing. */
static void nothing_is_allocated_once_warm(void **state) {
    (void)state;
    static stream_test t;
    static const uint8_t content[3000];
    wt_allocator allocator = {counted, NULL};
    wt_options options = {.everything = true, .headline = true, .allocator = &allocator};
    stream_open(&t, &options, 12345);
    begin();
    send_all(&t, 0, &up, 0, "-");
    send_all(&t, 1, &down, 0, "-");
    unsigned warm = 0;
    for (uint32_t i = 0; i < 3000; i++) {
        if (i == 1000)
            warm = allocations;
        uint8_t field[] = {0x40, 2, 'k', (uint8_t)i, 3, 'v', (uint8_t)(i >> 8), (uint8_t)i};
        frame_of(&up, HEADERS, 0, 2 * i + 1, "\x82\x86\x84", 3);
        frame_of(&up, CONTINUATION, 4, 2 * i + 1, field, sizeof field);
        frame_of(&up, DATA, 1, 2 * i + 1, content, sizeof content);
        send_all(&t, 0, &up, 1400, "-");
        frame_hex(&down, HEADERS, 4, 2 * i + 1, "88 be 5f 09 746578742f68746d6c");
        frame_of(&down, DATA, 0, 2 * i + 1, content, sizeof content);
        frame_of(&down, DATA, 1, 2 * i + 1, content, sizeof content);
        send_all(&t, 1, &down, 1400, "-");
        if (i % 64 == 63)
            frame_hex(&up, WINDOW_UPDATE, 0, 0, "00010000");
    }
    assert_int_equal(allocations, warm);
    stream_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_is_read),
        cmocka_unit_test(pieces_of_any_size_say_the_same),
        cmocka_unit_test(cut_at_every_length),
        cmocka_unit_test(headlines_are_plain),
        cmocka_unit_test(responses_know_their_requests),
        cmocka_unit_test(windows_move),
        cmocka_unit_test(padding_counts_in_windows),
        cmocka_unit_test(from_the_middle),
        cmocka_unit_test(other_bytes_are_not_http2),
        cmocka_unit_test(a_gap_in_data_is_passed_over),
        cmocka_unit_test(after_a_gap_frames_are_found_again),
        cmocka_unit_test(padding_longer_than_the_frame),
        cmocka_unit_test(continuation_without_end),
        cmocka_unit_test(a_block_that_expands_without_end),
        cmocka_unit_test(fields_after_an_error_are_marked),
        cmocka_unit_test(streams_without_end),
        cmocka_unit_test(frames_in_wrong_places),
        cmocka_unit_test(any_bytes),
        cmocka_unit_test(a_long_frame_is_not_kept),
        cmocka_unit_test(a_tunnel_for_websocket),
        cmocka_unit_test(tunnels_in_tunnels),
        cmocka_unit_test(an_upgrade_from_http1),
        cmocka_unit_test(content_is_shown_as_a_whole_at_its_end),
        cmocka_unit_test(a_long_first_request_is_announced),
        cmocka_unit_test(nothing_is_allocated_once_warm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
