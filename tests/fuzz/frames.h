/* frames.h - for fuzzers: input read as frames.
 * Its form: a byte (the lowest three bits are the link type's index, the others the fuzzer's own), then frames, each
 * a length byte pair (the highest bit: a snap length took the last bytes) and its bytes. */
#ifndef WT_TESTS_FUZZ_FRAMES_H
#define WT_TESTS_FUZZ_FRAMES_H

#include <stdlib.h>
#include <string.h>

#include "wiretale/tape.h"

static const uint32_t linktypes[] = {1, 101, 113, 276, 0, 127, 105, 9};

typedef struct frames {
    const uint8_t *data;
    size_t size;
    uint8_t *exact;                    /* the frame's bytes alone, so that a read past the end is seen */
    wt_frame f;
} frames;

static inline frames frames_of(const uint8_t *data, size_t size) {
    return (frames){.data = data + 1, .size = size - 1, .f = {.linktype = linktypes[data[0] & 7]}};
}

/* The next frame in in->f; false after the last, or 64.  The one before is gone, then. */
static inline bool next_frame(frames *in) {
    free(in->exact);
    in->exact = NULL;
    if (in->size < 2 || in->f.number >= 64)
        return false;
    uint32_t n = (uint32_t)in->data[0] << 8 | in->data[1], cut = n & 0x8000 ? 4 : 0;
    n &= 0x7ff;
    if (n > in->size - 2)
        n = (uint32_t)in->size - 2;
    in->exact = malloc(n ? n : 1);
    if (!in->exact)
        return false;
    memcpy(in->exact, in->data + 2, n);
    in->data += 2 + n;
    in->size -= 2 + n;
    in->f.data = in->exact;
    in->f.caplen = n;
    in->f.len = n + cut;
    in->f.number++;
    in->f.time_ns += 1000000;
    return true;
}

#endif
