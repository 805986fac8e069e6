/* test_out.c - buffered output: all of it arrives, in order, whatever the pieces. */
#include "frames.h"

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

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(blocks_lose_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
