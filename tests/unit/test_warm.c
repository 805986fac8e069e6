/* test_warm.c - once a session is warm, no frame allocates, and its memory does not grow with the capture. */
#include "corpus.h"

typedef struct counter {
    size_t calls, live;
} counter;

static void *counted(void *user, void *p, size_t old_size, size_t new_size) {
    counter *n = user;
    n->calls += new_size > 0;
    n->live += new_size - old_size;
    if (new_size)
        return realloc(p, new_size);
    free(p);
    return NULL;
}

/* How often the same capture is read before nothing may be asked for any more: conversations that never end
 * are each time other ones, until the limit on them is reached. */
enum { ROUNDS = 4 };

static size_t calls_when_warm(const capture *c, bool everything) {
    counter n = {0};
    wt_allocator allocator = {counted, &n};
    wt_keylog *keys = wt_keylog_new(NULL);
    assert_non_null(keys);
    wt_keylog_add(keys, c->secrets, c->secrets_len);
    wt_options o = {.everything = everything, .headline = true, .allocator = &allocator, .crypto = wt_keylog_ops(),
                    .crypto_state = keys, .codec = wt_codecs()};
    wt_session *s = wt_session_new(&o);
    assert_non_null(s);
    size_t before = 0;
    for (int round = 0; round < ROUNDS; round++) {
        before = n.calls;
        for (size_t i = 0; i < c->count; i++)
            wt_session_feed(s, &c->frames[i]);
    }
    size_t more = n.calls - before;
    wt_session_free(s);
    wt_keylog_free(keys);
    assert_int_equal(n.live, 0);
    return more;
}

static void read_warm(const capture *c, void *user) {
    unsigned *wrong = user;
    for (int everything = 0; everything < 2; everything++) {
        size_t more = calls_when_warm(c, everything);
        if (more && (*wrong)++ < 20)
            print_message("# %s, %s: %zu allocations though warm\n", c->path, everything ? "everything" : "headlines",
                          more);
    }
}

static void test_captures(void **state) {
    (void)state;
    unsigned wrong = 0;
    assert_true(corpus_each(read_warm, &wrong) > 0);
    assert_int_equal(wrong, 0);
}

/* 40,000 conversations of one datagram each: as many are remembered as the limit says, in memory that stays. */
static void test_many_flows(void **state) {
    (void)state;
    uint8_t frame[42 + 4] = {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0, 0x45, 0, 0, 32, 0, 0, 0, 0, 64, 17, 0, 0,
                             10, 0, 0, 1, 10, 0, 0, 2, 0, 0, 0x23, 0x28, 0, 12, 0, 0};
    counter n = {0};
    wt_allocator allocator = {counted, &n};
    wt_options o = {.headline = true, .allocator = &allocator};
    wt_session *s = wt_session_new(&o);
    assert_non_null(s);
    size_t warm = 0;
    for (uint32_t i = 0; i < 40000; i++) {
        frame[34] = (uint8_t)(i >> 8);
        frame[35] = (uint8_t)i;
        wt_frame f = {.data = frame, .caplen = sizeof frame, .len = sizeof frame, .linktype = 1, .number = i + 1,
                      .time_ns = (int64_t)i * 1000000};
        wt_session_feed(s, &f);
        if (i == 20000)
            warm = n.calls;
    }
    assert_int_equal(n.calls, warm);
    wt_session_free(s);
    assert_int_equal(n.live, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_captures),
        cmocka_unit_test(test_many_flows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
