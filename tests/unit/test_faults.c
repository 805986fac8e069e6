/* test_faults.c - every capture with frames cut at every length, in front of a guard page, and with every allocation
 * failing. */
#include "guard.h"

/* Of a long capture the beginning: it is read again for every frame, length and allocation. */
static capture beginning(const capture *c) {
    enum { MOST = 300 };
    capture part = *c;
    part.count = c->count < MOST ? c->count : MOST;
    return part;
}

/* ---- cut -------------------------------------------------------------------------------- */

typedef struct cut_test {
    guard g;
    unsigned wrong;
} cut_test;

static void feed_cut(cut_test *t, wt_session *s, const capture *c, size_t i, uint32_t n, bool whole_is_malformed) {
    const wt_frame *f = &c->frames[i];
    const wt_tape *tape = guard_feed(&t->g, s, f, n < f->caplen ? n : f->caplen);
    if (tape->malformed && !whole_is_malformed && t->wrong++ < 20)
        print_message("# %s frame %zu cut to %u bytes is called malformed\n", c->path, i + 1, n);
}

static bool *malformed_ones(const capture *c) {
    bool *bad = calloc(c->count + 1, sizeof *bad);
    wt_keylog *keys;
    wt_session *s = corpus_session(c, NULL, &keys);
    assert_non_null(bad);
    for (size_t i = 0; i < c->count; i++)
        bad[i] = wt_session_feed(s, &c->frames[i])->malformed;
    wt_session_free(s);
    wt_keylog_free(keys);
    return bad;
}

/* All frames cut to the same length, for every length. */
static void cut_all(const capture *whole, void *user) {
    const capture begin = beginning(whole), *c = &begin;
    cut_test *t = user;
    bool *bad = malformed_ones(c);
    uint32_t longest = 0;
    for (size_t i = 0; i < c->count; i++)
        longest = c->frames[i].caplen > longest ? c->frames[i].caplen : longest;
    for (uint32_t n = 0; n <= longest && n < 2000; n++) {
        wt_keylog *keys;
        wt_session *s = corpus_session(c, NULL, &keys);
        for (size_t i = 0; i < c->count; i++)
            feed_cut(t, s, c, i, n, bad[i]);
        wt_session_free(s);
        wt_keylog_free(keys);
    }
    free(bad);
}

/* Whole frames up to one that is cut somewhere, and whole ones after it. */
static void cut_one(const capture *whole, void *user) {
    const capture begin = beginning(whole), *c = &begin;
    cut_test *t = user;
    bool *bad = malformed_ones(c);
    for (size_t victim = 0; victim < c->count; victim++)
        for (uint32_t part = 0; part < 4; part++) {
            wt_keylog *keys;
            wt_session *s = corpus_session(c, NULL, &keys);
            uint32_t n = (uint32_t)((uint64_t)c->frames[victim].caplen * (1 + part * 7 + victim % 7) / 29);
            for (size_t i = 0; i < c->count && i < victim + 20; i++)
                feed_cut(t, s, c, i, i == victim ? n : UINT32_MAX, bad[i]);
            wt_session_free(s);
            wt_keylog_free(keys);
        }
    free(bad);
}

static void run_cut(void (*fn)(const capture *, void *)) {
    cut_test t = {.g = guard_new()};
    corpus_each(fn, &t);
    guard_free(&t.g);
    assert_int_equal(t.wrong, 0);
}

static void test_cut_all(void **state) {
    (void)state;
    run_cut(cut_all);
}

static void test_cut_one(void **state) {
    (void)state;
    run_cut(cut_one);
}

/* ---- memory ----------------------------------------------------------------------------- */

typedef struct meter {
    size_t calls, fail_at;                 /* fail_at 0: never */
    bool from_then_on;
    size_t failed, live;
} meter;

static void *metered(void *user, void *p, size_t old_size, size_t new_size) {
    meter *m = user;
    if (!new_size) {
        free(p);
        m->live -= old_size;
        return NULL;
    }
    m->calls++;
    if (m->fail_at && (m->calls == m->fail_at || (m->from_then_on && m->calls > m->fail_at))) {
        m->failed++;
        return NULL;
    }
    void *q = realloc(p, new_size);
    if (q)
        m->live += new_size - old_size;
    return q;
}

static bool has_note(const wt_tape *tape) {
    for (uint32_t i = 0; i < tape->item_count; i++)
        if (tape->items[i].flags & WT_I_NOTE)
            return true;
    return false;
}

/* True if the session could be made; *noted: a frame in which an allocation failed says so. */
static bool run_metered(const capture *c, meter *m, bool *noted) {
    wt_allocator allocator = {metered, m};
    wt_keylog *keys = wt_keylog_new(&allocator);
    *noted = true;
    if (!keys)
        return false;
    wt_keylog_add(keys, c->secrets, c->secrets_len);
    wt_options o = {.everything = true,
                    .headline = true,
                    .allocator = &allocator,
                    .crypto = wt_keylog_ops(),
                    .crypto_state = keys,
                    .codec = wt_codecs()};
    size_t before_session = m->failed;
    wt_session *s = wt_session_new(&o);
    for (size_t i = 0; s && i < c->count; i++) {
        size_t before = m->failed;
        const wt_tape *tape = wt_session_feed(s, &c->frames[i]);
        if (m->failed > before && before == before_session && !has_note(tape))
            *noted = false;
    }
    bool made = s != NULL;
    wt_session_free(s);
    wt_keylog_free(keys);
    return made;
}

static void starve(const capture *whole, void *user) {
    const capture begin = beginning(whole), *c = &begin;
    unsigned *wrong = user;
    meter all = {.calls = 0};
    bool noted;
    assert_true(run_metered(c, &all, &noted));
    if (all.live && (*wrong)++ < 20)
        print_message("# %s: %zu bytes are lost\n", c->path, all.live);
    for (size_t n = 1; n <= all.calls; n++)
        for (int then = 0; then < 2; then++) {
            meter m = {.fail_at = n, .from_then_on = then};
            run_metered(c, &m, &noted);
            if (m.live && (*wrong)++ < 20)
                print_message("# %s: allocation %zu of %zu fails%s: %zu bytes are lost\n", c->path, n, all.calls,
                              then ? " and all later ones" : "", m.live);
            if (!noted && !then && (*wrong)++ < 20)
                print_message("# %s: allocation %zu of %zu fails and nothing is said\n", c->path, n, all.calls);
        }
}

static void test_allocations(void **state) {
    (void)state;
    unsigned wrong = 0;
    corpus_each(starve, &wrong);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_all),
        cmocka_unit_test(test_cut_one),
        cmocka_unit_test(test_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
