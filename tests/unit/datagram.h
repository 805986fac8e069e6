/* datagram.h - for tests: wrap a message in UDP, IPv4 and Ethernet. */
#ifndef WT_TESTS_DATAGRAM_H
#define WT_TESTS_DATAGRAM_H

#include "frames.h"

enum { DATAGRAM_HEADERS = 14 + 20 + 8 };

static inline void put16(uint8_t *p, uint32_t v) {
    p[0] = (uint8_t)(v >> 8);
    p[1] = (uint8_t)v;
}

/* The frame's length.  `back` swaps the two hosts. */
static inline uint32_t datagram(uint8_t *out, uint16_t from, uint16_t to, bool back, const uint8_t *p,
                                uint32_t n) {
    static const uint8_t headers[DATAGRAM_HEADERS] = {
        2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0,
        0x45, 0, 0, 0, 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2};
    memcpy(out, headers, sizeof headers);
    put16(out + 16, 28 + n);
    out[29] = back ? 2 : 1;
    out[33] = back ? 1 : 2;
    put16(out + 34, from);
    put16(out + 36, to);
    put16(out + 38, 8 + n);
    memcpy(out + DATAGRAM_HEADERS, p, n);
    return DATAGRAM_HEADERS + n;
}

static inline bool text_is(const wt_tape *tape, const char *name, unsigned n, const char *text) {
    const wt_item *i = item_named(tape, name, n);
    return i && i->vlen == strlen(text) && memcmp(i->v.p, text, i->vlen) == 0;
}

/* A message cut at every byte, and each of its bytes changed: nothing is read outside, everything ends. */
static inline void cut_and_change(wt_session *s, uint16_t from, uint16_t to, const uint8_t *p, uint32_t n) {
    static const uint8_t values[] = {0, 1, 0x3f, 0x40, 0x80, 0xc0, 0xff};
    for (uint32_t k = 0; k <= n; k++) {
        uint8_t *exact = malloc(DATAGRAM_HEADERS + k);     /* so that a sanitizer sees a read past the end */
        uint32_t whole = datagram(exact, from, to, false, p, k);
        feed_bytes(s, 1, exact, whole);                    /* a short message */
        put16(exact + 16, 28 + n);
        put16(exact + 38, 8 + n);
        wt_frame f = {.data = exact, .caplen = whole, .len = DATAGRAM_HEADERS + n, .linktype = 1,
                      .number = k + 1};
        const wt_tape *t = wt_session_feed(s, &f);         /* a whole one, cut by the snap length */
        for (uint32_t i = 0; i < t->item_count; i++)
            assert_true(t->items[i].length == 0 || t->items[i].offset <= whole);
        free(exact);
    }
    uint8_t *exact = malloc(DATAGRAM_HEADERS + n);
    for (uint32_t k = 0; k < n; k++)
        for (size_t v = 0; v < sizeof values; v++) {
            uint32_t whole = datagram(exact, from, to, false, p, n);
            exact[DATAGRAM_HEADERS + k] = values[v];
            feed_bytes(s, 1, exact, whole);
        }
    free(exact);
}

#endif
