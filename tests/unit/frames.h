/* frames.h - for tests: make a session, feed it bytes, look at what it says. */
#ifndef WT_TESTS_FRAMES_H
#define WT_TESTS_FRAMES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "wiretale/session.h"

/* "45 00 …" to bytes; spaces are free.  The number of bytes. */
static inline uint32_t hex_bytes(const char *hex, uint8_t *out, size_t room) {
    uint32_t n = 0;
    int high = -1;
    for (; *hex; hex++) {
        int digit = *hex >= '0' && *hex <= '9' ? *hex - '0' : *hex >= 'a' && *hex <= 'f' ? *hex - 'a' + 10 : -1;
        if (digit < 0)
            continue;
        if (high < 0) {
            high = digit;
        } else {
            assert_true(n < room);
            out[n++] = (uint8_t)(high << 4 | digit);
            high = -1;
        }
    }
    assert_int_equal(high, -1);
    return n;
}

/* Feed one frame of that link type. */
static inline const wt_tape *feed_bytes(wt_session *s, uint32_t linktype, const uint8_t *p, uint32_t n) {
    wt_frame f = {.data = p, .caplen = n, .len = n, .linktype = linktype, .number = 1};
    return wt_session_feed(s, &f);
}

/* The n-th item (from 0) named so, of any row; NULL if there is none. */
static inline const wt_item *item_named(const wt_tape *tape, const char *name, unsigned n) {
    for (uint32_t i = 0; i < tape->item_count; i++) {
        const wt_field *row = wt_field_get(tape->items[i].field);
        if (row && strcmp(row->name, name) == 0 && n-- == 0)
            return &tape->items[i];
    }
    return NULL;
}

static inline uint64_t number_of(const wt_tape *tape, const char *name) {
    const wt_item *i = item_named(tape, name, 0);
    if (!i)
        fail_msg("no item %s", name);
    return i->v.u;
}

static inline bool headline_has(const wt_tape *tape, const char *words) {
    return tape->headline && memmem(tape->headline, tape->headline_len, words, strlen(words)) != NULL;
}

#endif
