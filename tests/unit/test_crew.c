/* test_crew.c - printers with threads: they are used, the text is the same, a batch without memory is not lost. */
#include "frames.h"

#include <errno.h>

#include "print/crew.c"

enum { COUNT = 1000, ALONE = 64 };

/* A frame of an unknown kind, each with bytes and a time of its own. */
static wt_frame frame_of(uint64_t number, uint8_t data[60]) {
    for (unsigned i = 0; i < 60; i++)
        data[i] = (uint8_t)(number * 7 + i);
    data[12] = 0x88;
    data[13] = 0xb5;
    return (wt_frame){.data = data, .caplen = 60, .len = 60, .linktype = 1, .number = number,
                      .time_ns = 1700000000000000000 + (int64_t)number * 1000003};
}

/* What the format makes of COUNT frames; `spoil` has the crew's first batches without memory for their text. */
static wt_out *print(const char *format, enum wt_detail detail, unsigned threads, bool spoil, bool *crew) {
    wt_fid column = wt_field_find("frame.number");
    const char *name = "frame.number";
    wt_print_options options = {.detail = detail, .width = 100, .threads = threads, .clock = WT_CLOCK_DELTA,
                                .fields = &column, .field_names = &name, .field_count = strcmp(format, "fields") == 0};
    wt_out *out = wt_out_new(-1);
    wt_printer *p = wt_printer_new(format, &options, out);
    assert_non_null(p);
    wt_options session = {.everything = false};
    wt_printer_needs(p, &session);
    wt_session *s = wt_session_new(&session);
    assert_non_null(s);
    wt_printer_begin(p);
    for (uint64_t n = 1; n <= COUNT; n++) {
        uint8_t data[60];
        wt_frame f = frame_of(n, data);
        wt_printer_frame(p, wt_session_feed(s, &f));
        assert_true(n > ALONE || !p->crew);
        for (unsigned b = 0; spoil && n == ALONE + 1 && b < p->crew->batch_count; b++)
            p->crew->batches[b].out->error = ENOMEM;
    }
    *crew = p->crew != NULL;
    wt_printer_end(p);
    wt_printer_free(p);
    wt_session_free(s);
    assert_int_equal(wt_out_error(out), 0);
    return out;
}

static void assert_same(const char *format, enum wt_detail detail, bool spoil, bool used) {
    size_t n, m;
    bool crew;
    wt_out *alone = print(format, detail, 0, false, &crew);
    assert_false(crew);
    wt_out *many = print(format, detail, 3, spoil, &crew);
    assert_int_equal(crew, used);
    const char *want = wt_out_memory(alone, &n), *got = wt_out_memory(many, &m);
    assert_int_equal(n, m);
    assert_memory_equal(got, want, n);
    wt_out_free(alone);
    wt_out_free(many);
}

static void threads_print_pages(void **state) {
    (void)state;
    assert_same("text", WT_DETAIL_STORY, false, true);
    assert_same("text", WT_DETAIL_EVERYTHING, false, true);
    assert_same("json", WT_DETAIL_STORY, false, true);
    assert_same("ndjson", WT_DETAIL_STORY, false, true);
    assert_same("pdml", WT_DETAIL_STORY, false, true);
    assert_same("hex", WT_DETAIL_STORY, false, true);
}

static void lines_are_printed_at_once(void **state) {
    (void)state;
    assert_same("text", WT_DETAIL_LINE, false, false);
    assert_same("fields", WT_DETAIL_STORY, false, false);
}

static void a_batch_without_memory_is_printed(void **state) {
    (void)state;
    assert_same("text", WT_DETAIL_EVERYTHING, true, true);
    assert_same("json", WT_DETAIL_STORY, true, true);
}

/* A value that found no memory makes the output one that is not whole. */
static void a_value_without_memory_is_told(void **state) {
    (void)state;
    wt_out *out = wt_out_new(-1);
    wt_printer *p = wt_printer_new("text", &(wt_print_options){.width = 100}, out);
    wt_options session = {.everything = false};
    wt_printer_needs(p, &session);
    wt_session *s = wt_session_new(&session);
    uint8_t data[60];
    wt_frame f = frame_of(1, data);
    p->scratch->error = ENOMEM;
    wt_printer_frame(p, wt_session_feed(s, &f));
    assert_int_equal(wt_out_error(out), ENOMEM);
    wt_printer_free(p);
    wt_session_free(s);
    wt_out_free(out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_print_pages), cmocka_unit_test(lines_are_printed_at_once),
        cmocka_unit_test(a_batch_without_memory_is_printed), cmocka_unit_test(a_value_without_memory_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
