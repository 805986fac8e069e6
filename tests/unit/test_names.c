/* test_names.c - names for addresses: the first stays, only what is wanted, nothing that could drive a terminal. */
#include "frames.h"

#include "core/text.h"
#include "print/named.h"

static const uint8_t v4[4] = {10, 0, 0, 2}, mac[6] = {2, 0, 0, 0, 0, 1};

static void the_first_stays(void **state) {
    (void)state;
    wt_names *n = wt_names_new(WT_NAMES_NETWORK | WT_NAMES_PORTS);
    wt_names_add(n, v4, 4, "first.example", 13);
    wt_names_add(n, v4, 4, "second.example", 14);
    wt_names_add(n, mac, 6, "card", 4);
    wt_names_add_port(n, "tcp", 443, "https");
    assert_string_equal(wt_names_find(n, v4, 4), "first.example");
    assert_null(wt_names_find(n, mac, 6));
    assert_string_equal(wt_names_find_port(n, "tcp", 443), "https");
    assert_null(wt_names_find_port(n, "udp", 443));
    wt_names_free(n);
}

static void harmful_names_are_left_out(void **state) {
    (void)state;
    wt_names *n = wt_names_new(WT_NAMES_NETWORK);
    char longest[300];
    memset(longest, 'a', sizeof longest);
    wt_names_add(n, v4, 4, "a\x1b[2Jb", 6);
    wt_names_add(n, v4, 4, "two words", 9);
    wt_names_add(n, v4, 4, "", 0);
    wt_names_add(n, v4, 4, longest, 256);
    assert_null(wt_names_find(n, v4, 4));
    wt_names_add(n, v4, 4, longest, 255);
    assert_int_equal(strlen(wt_names_find(n, v4, 4)), 255);
    wt_names_free(n);
}

static void there_is_a_limit(void **state) {
    (void)state;
    wt_names *n = wt_names_new(WT_NAMES_NETWORK);
    for (uint32_t i = 0; i < 16500; i++) {
        uint8_t a[4] = {11, 0, (uint8_t)(i >> 8), (uint8_t)i};
        wt_names_add(n, a, 4, "name", 4);
    }
    assert_int_equal(wt_names_left_out(n), 16500 - 16384);
    assert_non_null(wt_names_find(n, (const uint8_t[4]){11, 0, 1, 1}, 4));
    wt_names_free(n);
}

/* A DNS answer: server.example is 10.0.0.2. */
#define ANSWER \
    "02 00 00 00 00 02 02 00 00 00 00 01 08 00" \
    "45 00 00 4c 00 00 00 00 40 11 66 78 0a 00 00 35 0a 00 00 01" \
    "00 35 a0 01 00 38 00 00" \
    "00 07 81 80 00 01 00 01 00 00 00 00 06 73 65 72 76 65 72 07 65 78 61 6d 70 6c 65 00 00 01 00 01" \
    "c0 0c 00 01 00 01 00 00 00 3c 00 04 0a 00 00 02"

static void learned_from_dns(void **state) {
    (void)state;
    static uint8_t bytes[256];
    wt_names *n = wt_names_new(WT_NAMES_DNS);
    wt_options options = {.headline = true};
    assert_true(wt_names_needs(n, &options));
    wt_session *s = wt_session_new(&options);
    const wt_tape *t = feed_bytes(s, 1, bytes, hex_bytes(ANSWER, bytes, sizeof bytes));
    wt_names_learn(n, t);
    assert_non_null(wt_names_find(n, v4, 4));
    assert_string_equal(wt_names_find(n, v4, 4), "server.example");
    wt_names_add(n, (const uint8_t[4]){10, 0, 0, 1}, 4, "file.example", 12);
    assert_null(wt_names_find(n, (const uint8_t[4]){10, 0, 0, 1}, 4));

    wt_out *out = wt_out_new(-1);
    wt_printer *p = wt_printer_new("line", &(wt_print_options){.names = n}, out);
    wt_endpoint end = {.kind = 4, .length = 4, .has_port = true, .port = 80, .addr = {10, 0, 0, 2}};
    char room[640];
    wt_text text = {.p = room, .cap = sizeof room};
    wt_put_named_end(&text, p, t, &end);
    assert_int_equal(text.len, 17);
    assert_memory_equal(room, "server.example:80", 17);
    wt_printer_free(p);
    wt_out_free(out);
    wt_session_free(s);
    wt_names_free(n);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_stays),
        cmocka_unit_test(harmful_names_are_left_out),
        cmocka_unit_test(there_is_a_limit),
        cmocka_unit_test(learned_from_dns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
