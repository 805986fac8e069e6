/* test_edit.c - copying captures block by block: nothing but comments and secrets changes, whatever the file looks
 * like. */
#include <sys/mman.h>
#include <unistd.h>

#include "frames.h"

#include "capture/edit.h"
#include "tell/keylines.h"

static int memory_file(const void *p, size_t n, char path[64]) {
    int fd = memfd_create("capture", MFD_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, p, n), n);
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    return fd;
}

static size_t load(const char *name, uint8_t *to, size_t room) {
    FILE *f = fopen(name, "rb");
    assert_non_null(f);
    size_t n = fread(to, 1, room, f);
    fclose(f);
    return n;
}

static uint8_t copy[1 << 20];
static size_t copied;
static unsigned told_private;

static void keep(void *user, const void *p, size_t n) {
    (void)user;
    assert_true(copied + n <= sizeof copy);
    memcpy(copy + copied, p, n);
    copied += n;
}

static void private(void *user) {
    (void)user;
    told_private++;
}

/* Copy a capture into `copy`; how many frames it had. */
static uint64_t edit(const uint8_t *p, size_t n, bool drop, const char *comment, wt_edit_counts *counts) {
    char path[64];
    wt_problem problem;
    wt_frame f;
    uint64_t frames = 0;
    int fd = memory_file(p, n, path);
    wt_reader *r = wt_reader_open(path, &problem);
    copied = 0;
    told_private = 0;
    wt_edit_options how = {.write = keep, .private = private, .drop_secrets = drop, .drop_comments = drop};
    wt_edit *e = r ? wt_edit_new(r, &how) : NULL;
    for (; e && wt_reader_next(r, &f) == 1; frames++)
        wt_edit_frame(e, &f, comment, strlen(comment));
    if (e) {
        assert_true(wt_edit_end(e));
        *counts = wt_edit_counted(e);
    }
    wt_edit_free(e);
    wt_reader_free(r);
    close(fd);
    return frames;
}

static uint64_t frames_of(const uint8_t *p, size_t n) {
    wt_edit_counts counts;
    static uint8_t saved[sizeof copy];
    memcpy(saved, p, n);
    return edit(saved, n, false, "", &counts);
}

static uint8_t original[1 << 18], once[1 << 18], broken[1 << 18];

static void comments_are_added_and_dropped(void **state) {
    (void)state;
    wt_edit_counts counts;
    size_t n = load("captures/demo.pcapng", original, sizeof original);
    assert_int_equal(edit(original, n, false, "", &counts), 29);
    assert_int_equal(copied, n);
    assert_memory_equal(copy, original, n);
    assert_int_equal(told_private, 1);
    assert_int_equal(edit(original, n, false, "said", &counts), 29);
    assert_int_equal(counts.comments, 29);
    size_t longer = copied;
    memcpy(once, copy, longer);
    assert_int_equal(edit(once, longer, false, "said", &counts), 29);
    assert_int_equal(counts.comments, 0);
    assert_int_equal(copied, longer);
    assert_int_equal(edit(once, longer, true, "", &counts), 29);
    assert_int_equal(counts.comments, 29);
    assert_int_equal(counts.dropped_secrets, 1);
    assert_int_equal(told_private, 0);
    assert_null(memmem(copy, copied, "TRAFFIC_SECRET", 14));
}

/* Whatever bytes are changed: what is written has as many frames as were read, and can be read. */
static void damaged_files(void **state) {
    (void)state;
    wt_edit_counts counts;
    uint32_t seed = 1;
    size_t n = load("captures/demo.pcapng", original, sizeof original);
    for (unsigned round = 0; round < 3000; round++) {
        memcpy(broken, original, n);
        for (unsigned k = 0; k < 1 + round % 4; k++) {
            seed = seed * 1664525 + 1013904223;
            broken[(seed >> 8) % (round % 2 ? n : 400)] = (uint8_t)(seed >> 3 & (round % 3 ? 0xff : 0x0f));
        }
        size_t length = round % 5 ? n : n - (seed >> 16) % 64;
        for (int drop = 0; drop < 2; drop++) {
            uint64_t frames = edit(broken, length, drop, drop ? "" : "a comment", &counts);
            memcpy(once, copy, copied);
            assert_int_equal(frames_of(once, copied), frames);
        }
    }
}

static void take(void *user, const char *line, size_t n) {
    char *to = user;
    strncat(to, line, n);
    strcat(to, "\n");
}

static void lines_by_random(void **state) {
    (void)state;
#define R "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F"
    static const char text[] = "# a comment\r\nCLIENT_RANDOM " R " aa\r\nSERVER " R
                               " bb\n\nCLIENT_RANDOM xx yy\nCLIENT_RANDOM "
                               "ff" R " cc\nLAST " R " dd";
    char path[64], said[512] = "";
    uint8_t random[32], other[32] = {0};
    for (uint8_t i = 0; i < 32; i++)
        random[i] = i;
    int fd = memory_file(text, sizeof text - 1, path);
    wt_keylines *k = wt_keylines_load(path);
    assert_non_null(k);
    assert_false(wt_keylines_take(k, other, take, said));
    wt_keylines_have(k, (const uint8_t *)"SERVER " R " bb\n", sizeof "SERVER " R " bb");
    assert_true(wt_keylines_take(k, random, take, said));
    assert_string_equal(said, "CLIENT_RANDOM " R " aa\nLAST " R " dd\n");
    assert_false(wt_keylines_take(k, random, take, said));
    wt_keylines_free(k);
    close(fd);
    assert_null(wt_keylines_load("/nonexistent"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_are_added_and_dropped),
        cmocka_unit_test(damaged_files),
        cmocka_unit_test(lines_by_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
