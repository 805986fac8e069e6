/* test_out.c - buffered output: all of it arrives, in order, whatever the pieces. */
#include "frames.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "print/out.h"

/* Lines of growing length, some three blocks of them, as a printer appends them. */
static void blocks_lose_nothing(void **state) {
    (void)state;
    char path[] = "/tmp/wiretale-out-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    wt_out *to = wt_out_new(fd), *same = wt_out_new(-1);
    assert_true(to && same);
    for (unsigned i = 0; i < 3000; i++) {
        wt_out *const both[] = {to, same};
        for (int k = 0; k < 2; k++) {
            wt_out_u(both[k], i);
            wt_out_repeat(both[k], "→", i % 97);
            wt_out_c(both[k], '\n');
        }
        if (i % 3 == 0)
            wt_out_flush_blocks(to);
    }
    assert_true(wt_out_flush(to));
    size_t n;
    const char *want = wt_out_memory(same, &n);
    assert_true(n > 3 * WT_OUT_BLOCK);
    char *got = malloc(n + 1);
    assert_int_equal(pread(fd, got, n + 1, 0), n);
    assert_memory_equal(got, want, n);
    free(got);
    wt_out_free(to);
    wt_out_free(same);
    close(fd);
    unlink(path);
}

static const size_t sizes[] = {10, 300000, 5, 2 * WT_OUT_BLOCK, 0, 400001, 70000, 1000000, 1};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* How many bytes came, if each was the one that had to come. */
static void *read_all(void *user) {
    const int *fd = user;
    static uint8_t piece[7001];
    size_t all = 0;
    for (ssize_t n; (n = read(*fd, piece, sizeof piece)) > 0; all += (size_t)n)
        for (ssize_t i = 0; i < n; i++)
            if (piece[i] != (uint8_t)((all + (size_t)i) % 251))
                return NULL;
    return (void *)all;
}

/* Small and large pieces in turn, the large ones written where they lie. */
static void large_pieces(void **state) {
    (void)state;
    int ends[2];
    pthread_t reader;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(pthread_create(&reader, NULL, read_all, &ends[0]), 0);
    uint8_t *bytes = malloc(1000000 + 251);
    wt_out *o = wt_out_new(ends[1]);
    assert_true(o && bytes);
    for (size_t i = 0; i < 1000000 + 251; i++)
        bytes[i] = (uint8_t)(i % 251);
    size_t all = 0;
    for (int i = 0; i < SIZES; all += sizes[i++])
        wt_out_write(o, bytes + all % 251, sizes[i]);
    assert_true(wt_out_flush(o));
    wt_out_free(o);
    close(ends[1]);
    void *got;
    pthread_join(reader, &got);
    assert_int_equal((size_t)got, all);
    close(ends[0]);
    free(bytes);
}

static void a_full_disk(void **state) {
    (void)state;
    int fd = open("/dev/full", O_WRONLY);
    if (fd < 0)
        skip();                            /* some machines keep it for root */
    uint8_t *bytes = calloc(1, 400000);
    wt_out *o = wt_out_new(fd);
    assert_true(o && bytes);
    wt_out_write(o, bytes, 100);
    wt_out_write(o, bytes, 400000);
    assert_int_equal(wt_out_error(o), ENOSPC);
    wt_out_write(o, bytes, 400000);        /* changes nothing */
    assert_false(wt_out_flush(o));
    wt_out_free(o);
    free(bytes);
    close(fd);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(blocks_lose_nothing), cmocka_unit_test(large_pieces),
                                       cmocka_unit_test(a_full_disk)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
