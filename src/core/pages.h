/* pages.h - memory that will be used whole, made ready at once. */
#ifndef WT_CORE_PAGES_H
#define WT_CORE_PAGES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

/* Have the kernel map the n fresh bytes at p in one call: as each page is first touched it would interrupt us, which in
 * a virtual machine may cost twenty times as much.  Only asks: where the kernel can't (before Linux 5.14), all works as
 * before. */
static inline void wt_pages_ready(void *p, size_t n) {
#ifdef MADV_POPULATE_WRITE
    const uintptr_t page = 4096, from = ((uintptr_t)p + page - 1) & ~(page - 1), to = ((uintptr_t)p + n) & ~(page - 1);
    if (p && from < to)
        (void)madvise((void *)from, to - from, MADV_POPULATE_WRITE);
#else
    (void)p;
    (void)n;
#endif
}

#endif
