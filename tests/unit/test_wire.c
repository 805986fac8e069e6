/* test_wire.c - what a slow, narrow or lossy cable does to frames, without a network and without a clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lab/wire.h"

enum { MS = 1000000 };

static way *new_way(way_counts *counts, const way_rule *rule, uint64_t seed) {
    way *w = calloc(1, sizeof *w);
    memset(counts, 0, sizeof *counts);
    assert_true(w && way_open(w, counts, seed));
    way_follow(w, rule, "test");
    return w;
}

static void end_way(way *w) {
    way_close(w);
    free(w);
}

/* The number that a frame was given when it was sent, or -1 if none is due by then. */
static int arrived(way *w, int64_t now) {
    const uint8_t *frame;
    int number = -1;
    if (way_take(w, now, &frame) >= sizeof number)
        memcpy(&number, frame, sizeof number);
    if (number >= 0)
        way_handed(w, now);
    return number;
}

static enum way_fate numbered(way *w, int64_t now, int number, size_t size) {
    uint8_t frame[WAY_ROOM] = {0};
    memcpy(frame, &number, sizeof number);
    return way_send(w, now, frame, size, WAY_BY_CHANCE);
}

static void delayed(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.delay_ns = 20 * MS};
    way *w = new_way(&counts, &rule, 1);
    assert_true(way_due(w) == INT64_MAX);
    for (int i = 0; i < 3; i++)
        assert_int_equal(numbered(w, i, i, 60), WAY_PASSES);
    assert_int_equal(counts.held, 3);
    assert_true(way_due(w) == 20 * MS);
    assert_int_equal(arrived(w, 20 * MS - 1), -1);
    assert_int_equal(arrived(w, 20 * MS), 0);
    assert_int_equal(arrived(w, 20 * MS), -1);
    assert_int_equal(arrived(w, 21 * MS), 1);
    assert_int_equal(arrived(w, 21 * MS), 2);
    assert_int_equal(counts.held, 0);
    assert_int_equal(counts.late_ns, MS - 1);
    end_way(w);
}

/* Jitter stays in its range, and nobody overtakes for it. */
static void jittered(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.delay_ns = 20 * MS, .jitter_ns = 5 * MS};
    way *w = new_way(&counts, &rule, 1);
    int64_t least = INT64_MAX, most = 0;
    for (int i = 0; i < 500; i++) {
        int64_t sent = (int64_t)i * 100 * MS;
        numbered(w, sent, i, 60);
        int64_t took = way_due(w) - sent;
        least = took < least ? took : least;
        most = took > most ? took : most;
        assert_int_equal(arrived(w, INT64_MAX - 1), i);
    }
    assert_in_range(least, 15 * MS, 16 * MS);
    assert_in_range(most, 24 * MS, 25 * MS);
    for (int i = 0; i < 500; i++)
        numbered(w, (int64_t)i * MS + 1000ll * MS * MS, i, 60);
    for (int i = 0; i < 500; i++)
        assert_int_equal(arrived(w, INT64_MAX - 1), i);
    end_way(w);
}

static unsigned fates(const way_rule *rule, uint64_t seed, unsigned char *lost, unsigned frames) {
    way_counts counts;
    way *w = new_way(&counts, rule, seed);
    const uint8_t frame[60] = {0};
    for (unsigned i = 0; i < frames; i++) {
        const uint8_t *out;
        lost[i] = way_send(w, i, frame, sizeof frame, WAY_BY_CHANCE) == WAY_LOST;
        way_take(w, INT64_MAX - 1, &out);
    }
    unsigned n = (unsigned)counts.lost;
    assert_int_equal(counts.frames, frames);
    end_way(w);
    return n;
}

/* As many as was set, the same ones for the same seed, others for another. */
static void lossy(void **state) {
    (void)state;
    enum { FRAMES = 100000 };
    const way_rule rule = {.loss = 50000}, none = {.loss = 0}, all = {.loss = WAY_MILLION};
    unsigned char *a = malloc(FRAMES), *b = malloc(FRAMES);
    unsigned lost = fates(&rule, 7, a, FRAMES);
    assert_in_range(lost, 4700, 5300);     /* 5,000; more than 4 standard deviations (69) off is no chance */
    assert_int_equal(fates(&rule, 7, b, FRAMES), lost);
    assert_memory_equal(a, b, FRAMES);
    fates(&rule, 8, b, FRAMES);
    assert_memory_not_equal(a, b, FRAMES);
    assert_int_equal(fates(&none, 7, a, FRAMES), 0);
    assert_int_equal(fates(&all, 7, a, FRAMES), FRAMES);
    free(a);
    free(b);
}

/* 1,000 bytes at 8 Mbit/s take a millisecond each; two may wait; what comes then is dropped. */
static void narrow(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.rate = 8000000, .queue = 2};
    way *w = new_way(&counts, &rule, 1);
    assert_int_equal(numbered(w, 0, 0, 1000), WAY_PASSES);
    assert_int_equal(numbered(w, 0, 1, 1000), WAY_PASSES);
    assert_int_equal(numbered(w, 0, 2, 1000), WAY_PASSES);
    assert_int_equal(numbered(w, 0, 3, 1000), WAY_FULL);
    assert_int_equal(counts.no_room, 1);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(arrived(w, (i + 1) * MS - 1), -1);
        assert_int_equal(arrived(w, (i + 1) * MS), i);
    }
    assert_int_equal(numbered(w, 10 * MS, 4, 1000), WAY_PASSES);
    assert_true(way_due(w) == 11 * MS);
    end_way(w);
}

static void reordered(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.delay_ns = 20 * MS, .reorder = 100000};
    way *w = new_way(&counts, &rule, 1);
    unsigned early = 0, order = 0;
    for (int i = 0; i < 1000; i++)
        numbered(w, (int64_t)i * MS, i, 60);
    for (int i = 0, n, most = -1; i < 1000; i++) {
        assert_true((n = arrived(w, INT64_MAX - 1)) >= 0);
        order += n < most;
        most = n > most ? n : most;
    }
    early = (unsigned)counts.overtook;
    assert_in_range(early, 60, 140);       /* 100; the standard deviation is 9.5 */
    assert_true(order > early);            /* each overtakes several */
    end_way(w);
}

/* The heap against all orders: whatever comes in, what is due first comes out first. */
static void in_order(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.delay_ns = 50 * MS, .reorder = 500000};
    way *w = new_way(&counts, &rule, 3);
    int sent = 0;
    for (int64_t now = 0, last; now < 2000 * MS; now += MS) {
        for (uint64_t k = vary_number(1, "burst", (unsigned)(now / MS), 40); k; k--)
            sent += numbered(w, now, sent, 60) == WAY_PASSES;
        for (last = 0; way_due(w) <= now; last = last < way_due(w) ? way_due(w) : last, sent -= arrived(w, now) >= 0)
            assert_true(way_due(w) >= last);
    }
    while (arrived(w, INT64_MAX - 1) >= 0)
        sent--;
    assert_int_equal(sent, 0);
    end_way(w);
}

static void full(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.delay_ns = 1000 * MS};
    way *w = new_way(&counts, &rule, 1);
    for (int i = 0; i < WAY_FRAMES; i++)
        assert_int_equal(numbered(w, 0, i, 60), WAY_PASSES);
    assert_int_equal(numbered(w, 0, 0, 60), WAY_FULL);
    for (int i = 0; i < WAY_FRAMES; i++)
        assert_int_equal(arrived(w, 1000 * MS), i);
    assert_int_equal(arrived(w, 1000 * MS), -1);
    end_way(w);
}

static void named(void **state) {
    (void)state;
    way_counts counts;
    const way_rule rule = {.delay_ns = 0};
    const uint8_t frame[60] = {0};
    way *w = new_way(&counts, &rule, 1);
    assert_int_equal(way_send(w, 0, frame, sizeof frame, WAY_LOSE), WAY_CHOSEN);
    assert_int_equal(counts.chosen, 1);
    assert_int_equal(arrived(w, 0), -1);
    end_way(w);
    const way_rule slow = {.delay_ns = 20 * MS};
    w = new_way(&counts, &slow, 1);
    numbered(w, 0, 1, 60);
    assert_int_equal(way_send(w, MS, (const uint8_t *)"\2\0\0\0", 4, WAY_HURRY), WAY_PASSES);
    assert_int_equal(arrived(w, MS), 2);
    assert_int_equal(counts.overtook, 1);
    assert_int_equal(arrived(w, 20 * MS), 1);
    end_way(w);
    bool known;
    assert_true(wire_listed("7, 9-11", 7, &known) && known);
    assert_true(wire_listed("7, 9-11", 10, &known) && known);
    assert_true(!wire_listed("7, 9-11", 8, &known) && known);
    assert_true(!wire_listed("7, 9-11", 12, &known) && known);
    static const char *const bad[] = {"", "x", "0", "3-", "4-2", "1 2", "1;2", "-3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        wire_listed(bad[i], 1, &known);
        assert_false(known);
    }
}

/* What lab.yaml says: later lines change what earlier ones said, for one end or for some steps. */
static void declared(void **state) {
    (void)state;
    const char *steps[] = {"bad"};
    lab_wire lines[] = {
        {.delay = "{d} ms", .rate = "1.5 Mbit/s", .queue = "20"},
        {.from = "client", .jitter = "500us"},
        {.from = "server", .in = steps, .in_count = 1, .loss = "2.5 %", .delay = "0.3s", .reorder = "1%"}};
    lab_link link = {.a = {.at = "client"}, .b = {.at = "server"}, .wire = lines, .wire_count = 3};
    vary v = {.seed = 1};
    wt_problem problem;
    way_rule r;
    vary_add(&v, "d", "15");
    assert_true(wire_rule(&v, &link, "client", "bad", &r, &problem));
    assert_true(r.delay_ns == 15 * MS && r.jitter_ns == 500000 && r.rate == 1500000 && r.queue == 20 && !r.loss &&
                !r.reorder);
    assert_true(wire_rule(&v, &link, "server", NULL, &r, &problem));
    assert_true(r.delay_ns == 15 * MS && !r.jitter_ns && !r.loss);
    assert_true(wire_rule(&v, &link, "server", "bad", &r, &problem));
    assert_true(r.delay_ns == 300 * MS && r.loss == 25000 && r.reorder == 10000);
    static const char *const bad[] = {"20", "ms", "-1 ms", "20 years", "11 s", "nan ms", "inf ms"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        lines[0].delay = bad[i];
        assert_false(wire_rule(&v, &link, "client", NULL, &r, &problem));
        assert_non_null(strstr(problem.text, bad[i]));
    }
    lines[0].delay = NULL;
    lines[2].loss = "101 %";
    assert_false(wire_rule(&v, &link, "server", "bad", &r, &problem));
}

static void told(void **state) {
    (void)state;
    lab_link link = {.a = {.at = "client"}, .b = {.at = "server"}};
    wire_shared *shared = calloc(1, sizeof *shared);
    wire w = {.link = &link, .shared = shared};
    char text[400] = "";
    wire_told one, two, none;
    shared->counts[0].frames = 200;
    shared->counts[0].lost = 11;
    shared->counts[1].late_ns = 42;
    shared->counts[1].held = 2;
    wire_tell(&w, text, sizeof text);
    const char *next = wire_hear(text, &one);
    assert_true(next && strcmp(one.from, "client") == 0 && one.frames == 200 && one.lost == 11);
    next = wire_hear(next, &two);
    assert_true(next && strcmp(two.from, "server") == 0 && two.late_ns == 42 && !wire_hear(next, &none));
    assert_int_equal(wire_held(&w), 2);
    free(shared);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(delayed), cmocka_unit_test(jittered), cmocka_unit_test(lossy), cmocka_unit_test(narrow),
        cmocka_unit_test(reordered), cmocka_unit_test(in_order), cmocka_unit_test(full), cmocka_unit_test(named),
        cmocka_unit_test(declared), cmocka_unit_test(told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
