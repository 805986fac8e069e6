/* test_hpack.c - header compression: RFC 7541's examples, what nghttp2 makes and reads, hostile blocks, a late
 * start. */
#include "frames.h"

#include <nghttp2/nghttp2.h>

#include "proto/http2/hpack.h"

static wt_session *s;
static wt_hpack table;
static char got[262144];                   /* "name: value\n" of the last block */
static const char *why;
static uint32_t evicted;

static int set_up(void **state) {
    (void)state;
    s = wt_session_new(NULL);
    memset(&table, 0, sizeof table);
    wt_hpack_start(s, &table, false);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    wt_hpack_free(s, &table);
    wt_session_free(s);
    return 0;
}

static void put(size_t *at, const wt_hpack_string *x) {
    const char *p = x->known ? (const char *)x->p : "?";
    size_t n = x->known ? x->n : 1;
    assert_true(*at + n + 4 < sizeof got);
    if (n)
        memcpy(got + *at, p, n);
    *at += n;
}

static enum wt_hpack_result decode(const uint8_t *p, uint32_t n) {
    static uint8_t rooms[262144];
    uint8_t *room = rooms;
    uint32_t at = 0;
    size_t k = 0;
    enum wt_hpack_result r;
    wt_hpack_field f;
    assert_true(wt_hpack_room(n) <= sizeof rooms);
    evicted = 0;
    while ((r = wt_hpack_next(s, &table, p, n, &at, &room, &f, &why)) == WT_HPACK_FIELD) {
        assert_true(f.wire && f.at + f.wire == at && at <= n);
        assert_true(room <= rooms + wt_hpack_room(n));
        evicted += f.evicted;
        if (f.kind == WT_HPACK_RESIZE)
            continue;
        put(&k, &f.name);
        got[k++] = ':';
        got[k++] = ' ';
        put(&k, &f.value);
        got[k++] = '\n';
    }
    got[k] = 0;
    return r;
}

static enum wt_hpack_result decode_hex(const char *hex) {
    uint8_t block[1024];
    return decode(block, hex_bytes(hex, block, sizeof block));
}

static void restart(uint32_t max) {
    wt_hpack_free(s, &table);
    wt_hpack_start(s, &table, false);
    if (max)
        table.max = max;
}

/* RFC 7541 Appendix C.2 … C.6: block, fields, and the table's size and entries after it. */
static const struct example {
    uint32_t max;                          /* > 0: a table of its own begins here */
    const char *hex, *fields;
    uint32_t size, count, evicted;
} examples[] = {
    {4096, "400a637573746f6d2d6b65790d637573746f6d2d686561646572", "custom-key: custom-header\n", 55, 1, 0},
    {4096, "040c2f73616d706c652f70617468", ":path: /sample/path\n", 0, 0, 0},
    {4096, "100870617373776f726406736563726574", "password: secret\n", 0, 0, 0},
    {4096, "82", ":method: GET\n", 0, 0, 0},
    {4096, "828684410f7777772e6578616d706c652e636f6d",
     ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com\n", 57, 1, 0},
    {0, "828684be58086e6f2d6361636865",
     ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com\ncache-control: no-cache\n", 110, 2, 0},
    {0, "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
     ":method: GET\n:scheme: https\n:path: /index.html\n:authority: www.example.com\ncustom-key: custom-value\n", 164,
     3, 0},
    {4096, "828684418cf1e3c2e5f23a6ba0ab90f4ff", ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com\n",
     57, 1, 0},
    {0, "828684be5886a8eb10649cbf",
     ":method: GET\n:scheme: http\n:path: /\n:authority: www.example.com\ncache-control: no-cache\n", 110, 2, 0},
    {0, "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
     ":method: GET\n:scheme: https\n:path: /index.html\n:authority: www.example.com\ncustom-key: custom-value\n", 164,
     3, 0},
    {256,
     "4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d546e1768747470733a2f2f77"
     "77772e6578616d706c652e636f6d",
     ":status: 302\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\nlocation: https://www.example.com\n",
     222, 4, 0},
    {0, "4803333037c1c0bf",
     ":status: 307\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\nlocation: https://www.example.com\n",
     222, 4, 1},
    {0,
     "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f3d4153444a4b48514b425a"
     "584f5157454f50495541585157454f49553b206d61782d6167653d333630303b2076657273696f6e3d31",
     ":status: 200\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:22 GMT\nlocation: https://www.example.com\n"
     "content-encoding: gzip\nset-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1\n",
     215, 3, 4},
    {256,
     "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
     ":status: 302\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\nlocation: https://www.example.com\n",
     222, 4, 0},
    {0, "4883640effc1c0bf",
     ":status: 307\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:21 GMT\nlocation: https://www.example.com\n",
     222, 4, 1},
    {0,
     "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f36"
     "72c1ab270fb5291f9587316065c003ed4ee5b1063d5007",
     ":status: 200\ncache-control: private\ndate: Mon, 21 Oct 2013 20:13:22 GMT\nlocation: https://www.example.com\n"
     "content-encoding: gzip\nset-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1\n",
     215, 3, 4},
};

static void the_examples_of_the_rfc(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *e = &examples[i];
        if (e->max)
            restart(e->max);
        assert_int_equal(decode_hex(e->hex), WT_HPACK_END);
        assert_string_equal(got, e->fields);
        assert_int_equal(table.size, e->size);
        assert_int_equal(table.count, e->count);
        assert_int_equal(evicted, e->evicted);
    }
}

/* C.1: 10 and 1337 with a prefix of five bits, 42 with eight: here as table sizes and string lengths. */
static void integers(void **state) {
    (void)state;
    table.allowed = 4096;
    assert_int_equal(decode_hex("2a"), WT_HPACK_END);
    assert_int_equal(table.max, 10);
    assert_int_equal(decode_hex("3f9a0a"), WT_HPACK_END);
    assert_int_equal(table.max, 1337);
    static const char *const bad[] = {
        "3f", "3f9a", "3fffffffffff7f", "3fffffffffffffffffffffff01", "ff80808080808080808000", "7fffffffff0f", "00ff",
        "0001",
        "40", "4001", "000161", "00016185ff", "80", "be", "ffffffff0f", "3fe21f", /* 4097 bytes, 4096 are allowed */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        restart(0);
        if (decode_hex(bad[i]) != WT_HPACK_BAD || !why)
            fail_msg("%s was read", bad[i]);
    }
}

static void huffman_padding(void **state) {
    (void)state;
    uint8_t out[64];
    uint32_t n;
    assert_true(wt_huffman_decode((const uint8_t *)"\x1f", 1, out, &n) && n == 1 && out[0] == 'a');
    assert_false(wt_huffman_decode((const uint8_t *)"\x1e", 1, out, &n));      /* padded with a zero */
    assert_false(wt_huffman_decode((const uint8_t *)"\x1f\xff", 2, out, &n));  /* padded with a whole byte */
    assert_false(wt_huffman_decode((const uint8_t *)"\xff\xff\xff\xff", 4, out, &n)); /* EOS */
    assert_true(wt_huffman_decode((const uint8_t *)"", 0, out, &n) && n == 0);
}

/* '!' takes ten bits, '0' five: it begins at each place of a byte, near the end of the string and far from it. */
static void huffman_long_codes(void **state) {
    (void)state;
    for (uint32_t zeros = 0; zeros < 20; zeros++)
        for (uint32_t after = 0; after < 20; after++) {
            uint8_t packed[40], out[64];
            uint32_t bits = 5 * zeros + 10 + 5 * after, n;
            memset(packed, 0, sizeof packed);
            for (uint32_t b = 5 * zeros; b < 5 * zeros + 7; b++)       /* 1111111 000 */
                packed[b / 8] |= (uint8_t)(0x80 >> b % 8);
            for (uint32_t b = bits; b % 8; b++)
                packed[b / 8] |= (uint8_t)(0x80 >> b % 8);
            assert_true(wt_huffman_decode(packed, (bits + 7) / 8, out, &n));
            assert_int_equal(n, zeros + 1 + after);
            for (uint32_t i = 0; i < n; i++)
                assert_int_equal(out[i], i == zeros ? '!' : '0');
        }
}

/* ---- against nghttp2 -------------------------------------------------------------------- */

static uint32_t seed;
static uint32_t any(uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
}

static void random_text(char *to, uint32_t n, bool binary) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-/=%;, \"{}";
    for (uint32_t i = 0; i < n; i++)
        to[i] = binary ? (char)any(256) : letters[any(sizeof letters - 1)];
}

static void read_by_nghttp2(nghttp2_hd_inflater *inflater, uint8_t *p, size_t n, char *want) {
    size_t k = 0;
    for (int flags = 0; !(flags & NGHTTP2_HD_INFLATE_FINAL);) {
        nghttp2_nv nv;
        ssize_t used = nghttp2_hd_inflate_hd2(inflater, &nv, &flags, p, n, 1);
        assert_true(used >= 0);
        p += used;
        n -= (size_t)used;
        if (flags & NGHTTP2_HD_INFLATE_EMIT) {
            memcpy(want + k, nv.name, nv.namelen);
            k += nv.namelen;
            memcpy(want + k, ": ", 2);
            k += 2;
            memcpy(want + k, nv.value, nv.valuelen);
            k += nv.valuelen;
            want[k++] = '\n';
        } else if (!n) {
            break;
        }
    }
    want[k] = 0;
    nghttp2_hd_inflate_end_headers(inflater);
}

/* Sets of fields that repeat, change and differ, over tables whose size changes, compressed by nghttp2. */
static void what_nghttp2_writes(void **state) {
    (void)state;
    static char names[40][32], values[120][600], want[262144];
    static uint8_t block[262144];
    for (uint32_t run = 0; run < 40; run++) {
        nghttp2_hd_deflater *deflater;
        nghttp2_hd_inflater *inflater;
        seed = run;
        restart(0);
        assert_int_equal(nghttp2_hd_deflate_new(&deflater, 65536), 0);
        assert_int_equal(nghttp2_hd_inflate_new(&inflater), 0);
        for (int i = 0; i < 40; i++)
            random_text(names[i], i < 30 ? 1 + any(30) : 1, false);
        for (int i = 0; i < 120; i++)
            random_text(values[i], sizeof *values, i % 10 == 0);
        for (int b = 0; b < 60; b++) {
            nghttp2_nv nv[20];
            size_t count = 1 + any(20);
            for (size_t i = 0; i < count; i++) {
                uint32_t name = any(30), value = any(120);
                nv[i] = (nghttp2_nv){(uint8_t *)names[name], (uint8_t *)values[value], strlen(names[name]),
                                     1 + value * 5 % 599, any(10) ? NGHTTP2_NV_FLAG_NONE : NGHTTP2_NV_FLAG_NO_INDEX};
                if (value % 10 == 0)
                    nv[i].valuelen = 1 + value % 7;
                for (size_t k = 0; k < nv[i].valuelen; k++)
                    if (!nv[i].value[k])
                        nv[i].value[k] = 1;
            }
            if (!any(8)) {
                uint32_t size = any(3) ? any(9000) : any(200);
                nghttp2_hd_deflate_change_table_size(deflater, size);
                nghttp2_hd_inflate_change_table_size(inflater, size);
                table.allowed = size;
            }
            ssize_t n = nghttp2_hd_deflate_hd(deflater, block, sizeof block, nv, count);
            assert_true(n > 0);
            read_by_nghttp2(inflater, block, (size_t)n, want);
            if (decode(block, (uint32_t)n) != WT_HPACK_END)
                fail_msg("run %u, block %d: %s", run, b, why);
            assert_string_equal(got, want);
            assert_int_equal(table.size, nghttp2_hd_inflate_get_dynamic_table_size(inflater));
            assert_int_equal(table.count + WT_HPACK_STATIC, nghttp2_hd_inflate_get_num_table_entries(inflater));
        }
        nghttp2_hd_deflate_del(deflater);
        nghttp2_hd_inflate_del(inflater);
    }
}

/* Each of the 256 characters, in Huffman code: nghttp2 writes them so where they are shorter that way. */
static void every_character(void **state) {
    (void)state;
    nghttp2_hd_deflater *deflater;
    static uint8_t block[4096];
    assert_int_equal(nghttp2_hd_deflate_new(&deflater, 0), 0);
    for (uint32_t c = 1; c < 256; c++) {
        uint8_t value[41];
        memset(value, '0', sizeof value);  /* zeros are short enough to pay for one long code */
        value[20] = (uint8_t)c;
        nghttp2_nv nv = {(uint8_t *)"x", value, 1, sizeof value, 0};
        ssize_t n = nghttp2_hd_deflate_hd(deflater, block, sizeof block, &nv, 1);
        assert_true(n > 0 && n < 40);
        assert_int_equal(decode(block, (uint32_t)n), WT_HPACK_END);
        assert_memory_equal(got, "x: ", 3);
        assert_memory_equal(got + 3, value, sizeof value);
    }
    nghttp2_hd_deflate_del(deflater);
}

/* The same name with values whose codes are as long as each other, in turn and again: what was decoded before counts
 * only for the very same code. */
static void values_that_come_again(void **state) {
    (void)state;
    static const int zeros[] = {8, 16, 8, 24, 8};        /* one code begins as the other does */
    static const char *const values[] = {"00001", "00000", "10001", "00001", "00001", "00000", "0000a", "00001"};
    nghttp2_hd_deflater *deflater;
    assert_int_equal(nghttp2_hd_deflate_new(&deflater, 0), 0);
    for (int length = 5; length < 80; length += 11)
        for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
            uint8_t block[256], value[80];
            char want[100];
            memset(value, '0', sizeof value);
            memcpy(value + length - 5, values[i], 5);
            value[0] = (uint8_t)values[i][0];
            nghttp2_nv nv = {(uint8_t *)"date", value, 4, (size_t)length, NGHTTP2_NV_FLAG_NO_INDEX};
            ssize_t n = nghttp2_hd_deflate_hd(deflater, block, sizeof block, &nv, 1);
            assert_int_equal(decode(block, (uint32_t)n), WT_HPACK_END);
            snprintf(want, sizeof want, "date: %.*s\n", length, (char *)value);
            assert_string_equal(got, want);
        }
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++) {
        uint8_t block[64];
        char want[40];
        nghttp2_nv nv = {(uint8_t *)"date", (uint8_t *)"000000000000000000000000", 4, (size_t)zeros[i],
                         NGHTTP2_NV_FLAG_NO_INDEX};
        ssize_t n = nghttp2_hd_deflate_hd(deflater, block, sizeof block, &nv, 1);
        assert_int_equal(decode(block, (uint32_t)n), WT_HPACK_END);
        snprintf(want, sizeof want, "date: %.*s\n", zeros[i], "000000000000000000000000");
        assert_string_equal(got, want);
    }
    assert_non_null(s->hpack_seen);
    nghttp2_hd_deflate_del(deflater);
}

/* ---- late, lost, hostile ---------------------------------------------------------------- */

static void a_late_start_learns(void **state) {
    (void)state;
    wt_hpack_free(s, &table);
    wt_hpack_start(s, &table, true);
    /* an old entry; a new field; that one, and the old one behind it; a new value for the old one's name; that */
    assert_int_equal(decode_hex("be 4001610162 be bf 7f000163 be"), WT_HPACK_END);
    assert_string_equal(got, "?: ?\na: b\na: b\n?: ?\n?: c\n?: c\n");
    assert_int_equal(decode_hex("bf c0"), WT_HPACK_END);
    assert_string_equal(got, "a: b\n?: ?\n");
}

static void what_is_forgotten_is_unknown(void **state) {
    (void)state;
    assert_int_equal(decode_hex("4001610162 be"), WT_HPACK_END);
    wt_hpack_forget(&table);
    assert_int_equal(decode_hex("be 4001630164 be"), WT_HPACK_END);
    assert_string_equal(got, "?: ?\nc: d\nc: d\n");
}

static void an_error_makes_the_rest_unknown(void **state) {
    (void)state;
    assert_int_equal(decode_hex("4001610162 c0"), WT_HPACK_BAD);
    assert_int_equal(decode_hex("be"), WT_HPACK_END);
    assert_string_equal(got, "?: ?\n");
}

/* A field of nothing, before there is anything in the table: there has to be a place for it all the same. */
static void an_empty_field_comes_first(void **state) {
    (void)state;
    assert_int_equal(decode_hex("400000 be"), WT_HPACK_END);
    assert_string_equal(got, ": \n: \n");
    assert_int_equal(table.size, WT_HPACK_OVERHEAD);
    assert_non_null(table.bytes);
}

static void a_name_may_come_from_the_entry_that_has_to_go(void **state) {
    (void)state;
    table.max = 80;
    assert_int_equal(decode_hex("40 04 6e616d65 01 61"), WT_HPACK_END);
    for (int i = 0; i < 2000; i++) {       /* the new entry evicts the one that lends it its name */
        assert_int_equal(decode_hex("7e 28 3030303030303030303030303030303030303030"
                                "3030303030303030303030303030303030303030"), WT_HPACK_END);
        assert_string_equal(got, "name: 0000000000000000000000000000000000000000\n");
        assert_int_equal(table.count, 1);
    }
    assert_true(table.byte_cap <= 4096);
}

static void too_large_for_the_table(void **state) {
    (void)state;
    table.max = 40;
    assert_int_equal(decode_hex("4001610162 40 05 6161616161 05 6262626262 82"), WT_HPACK_END);
    assert_string_equal(got, "a: b\naaaaa: bbbbb\n:method: GET\n");
    assert_int_equal(table.count, 0);
    assert_int_equal(table.size, 0);
}

/* Sizes up and down without end do no harm. */
static void size_updates_without_end(void **state) {
    (void)state;
    static uint8_t block[60000];
    for (uint32_t i = 0; i + 4 <= sizeof block; i += 4)
        memcpy(block + i, "\x20\x3f\xe1\x1f", 4);
    assert_int_equal(decode(block, sizeof block), WT_HPACK_END);
    assert_int_equal(table.max, 4096);
    table.allowed = 0xffffffff;
    assert_int_equal(decode_hex("3fe0ffffff0f"), WT_HPACK_END);
    assert_int_equal(table.max, 65536);
    assert_true(table.late);
    for (int i = 0; i < 3000; i++) {
        uint8_t field[80] = {0x40, 2, (uint8_t)(i & 0x7f), (uint8_t)(i >> 7), 60};
        assert_int_equal(decode(field, 65), WT_HPACK_END);
    }
    assert_true(table.size <= 65536 && table.byte_cap <= 4 * 65536);
}

/* Every byte string is read to its end or refused; nothing is read or written beside. */
static void any_bytes(void **state) {
    (void)state;
    for (uint32_t run = 0; run < 20000; run++) {
        uint8_t block[200];
        seed = run;
        uint32_t n = any(sizeof block);
        for (uint32_t i = 0; i < n; i++)
            block[i] = (uint8_t)any(any(4) ? 256 : 64);
        uint8_t *exact = malloc(n ? n : 1);
        memcpy(exact, block, n);
        decode(exact, n);
        free(exact);
        if (run % 7 == 0)
            restart(0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_examples_of_the_rfc, set_up, tear_down),
        cmocka_unit_test_setup_teardown(integers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(huffman_padding, set_up, tear_down),
        cmocka_unit_test_setup_teardown(huffman_long_codes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_nghttp2_writes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_that_come_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_field_comes_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_character, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_late_start_learns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_forgotten_is_unknown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_error_makes_the_rest_unknown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_may_come_from_the_entry_that_has_to_go, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_large_for_the_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(size_updates_without_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_bytes, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
