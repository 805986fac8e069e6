/* test_numbers.c - numbers and seconds as text, against printf. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/text.h"

static const uint64_t values[] = {
    0, 1, 9, 10, 11, 99, 100, 101, 999, 1000, 9999, 10000, 99999, 100000, 999999, 1000000, 10000000, 123456789,
    999999999, 1000000000, 1000000001, 1999999999, 4294967295, 4294967296, 10203040506070809, INT64_MAX};
enum { VALUES = sizeof values / sizeof *values };

/* The same text where there is room, and as much of it as there is room for. */
static void check(void (*put)(wt_text *, uint64_t, unsigned), uint64_t v, unsigned how, const char *expected) {
    char buf[64];
    for (uint32_t cap = 0; cap <= sizeof buf; cap++) {
        wt_text t = {buf, 0, cap, false};
        put(&t, v, how);
        uint32_t n = (uint32_t)strlen(expected) < cap ? (uint32_t)strlen(expected) : cap;
        assert_int_equal(t.len, n);
        assert_memory_equal(buf, expected, n);
        assert_int_equal(t.cut, strlen(expected) > cap);
    }
}

static void put_plain(wt_text *t, uint64_t v, unsigned unused) {
    (void)unused;
    wt_put_u(t, v);
}

static void put_behind(wt_text *t, uint64_t v, unsigned digits) { wt_put_seconds(t, (int64_t)v, digits); }
static void put_before(wt_text *t, uint64_t v, unsigned digits) { wt_put_seconds(t, -(int64_t)v, digits); }

static void whole(void **state) {
    (void)state;
    char expected[64];
    for (size_t i = 0; i < VALUES; i++) {
        snprintf(expected, sizeof expected, "%" PRIu64, values[i]);
        check(put_plain, values[i], 0, expected);
        for (int columns = 0; columns < 25; columns++) {
            snprintf(expected, sizeof expected, "%*" PRIu64, columns, values[i]);
            check(wt_put_u_right, values[i], (unsigned)columns, expected);
        }
    }
}

static void seconds(void **state) {
    (void)state;
    char expected[64];
    for (size_t i = 0; i < VALUES; i++)
        for (int digits = 0; digits <= 9; digits++) {
            int n = snprintf(expected, sizeof expected, "-%" PRIu64 ".%09" PRIu64, values[i] / 1000000000,
                             values[i] % 1000000000);
            expected[n - 9 + digits - !digits] = '\0';
            check(put_behind, values[i], (unsigned)digits, expected + 1);
            if (values[i])
                check(put_before, values[i], (unsigned)digits, expected);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(whole), cmocka_unit_test(seconds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
