/* guard.h - for tests: bytes that end where a page begins that must not be touched. */
#ifndef WT_TESTS_GUARD_H
#define WT_TESTS_GUARD_H

#include <sys/mman.h>

#include "corpus.h"

enum { GUARD_SIZE = 1 << 20, GUARD_PAGE = 4096 };

typedef struct guard {
    uint8_t *start, *end;
} guard;

static inline guard guard_new(void) {
    uint8_t *p = mmap(NULL, GUARD_SIZE + GUARD_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(p != MAP_FAILED);
    assert_int_equal(mprotect(p + GUARD_SIZE, GUARD_PAGE, PROT_NONE), 0);
    return (guard){p, p + GUARD_SIZE};
}

static inline void guard_free(guard *g) { munmap(g->start, GUARD_SIZE + GUARD_PAGE); }

/* Feed the first n captured bytes of f, ending at the guard. */
static inline const wt_tape *guard_feed(const guard *g, wt_session *s, const wt_frame *f, uint32_t n) {
    wt_frame cut = *f;
    assert_true(n <= GUARD_SIZE);
    if (n)
        memcpy(g->end - n, f->data, n);
    cut.data = g->end - n;
    cut.caplen = n;
    return wt_session_feed(s, &cut);
}

#endif
