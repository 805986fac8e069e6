/* text.h - append text to a fixed buffer, fast and never past its end.
 * What does not fit is dropped; `cut` then says so. */
#ifndef WT_CORE_TEXT_H
#define WT_CORE_TEXT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "wiretale/tape.h"

typedef struct wt_text {
    char *p;
    uint32_t len, cap;
    bool cut;
} wt_text;

/* Copy up to 16 bytes by two overlapping moves. */
static inline void wt_copy_short(char *to, const char *s, size_t n) {
    uint64_t a8, b8;
    uint32_t a4, b4;
    if (n >= 8) {
        memcpy(&a8, s, 8);
        memcpy(&b8, s + n - 8, 8);
        memcpy(to, &a8, 8);
        memcpy(to + n - 8, &b8, 8);
    } else if (n >= 4) {
        memcpy(&a4, s, 4);
        memcpy(&b4, s + n - 4, 4);
        memcpy(to, &a4, 4);
        memcpy(to + n - 4, &b4, 4);
    } else if (n) {
        to[0] = s[0];
        to[n / 2] = s[n / 2];
        to[n - 1] = s[n - 1];
    }
}

static inline void wt_put_n(wt_text *t, const char *s, size_t n) {
    size_t room = t->cap - t->len;
    char *to = t->p + t->len;
    if (n > room) {
        memcpy(to, s, room);
        t->len = t->cap;
        t->cut = true;
        return;
    }
    t->len += (uint32_t)n;
    if (__builtin_constant_p(n) || n > 16)
        memcpy(to, s, n);
    else                                   /* most are short, and not worth a call */
        wt_copy_short(to, s, n);
}

static inline void wt_put_s(wt_text *t, const char *s) { wt_put_n(t, s, strlen(s)); }

static inline bool wt_ends_with(const char *s, size_t n, const char *end) {
    size_t size = strlen(end);
    return n >= size && memcmp(s + n - size, end, size) == 0;
}

static inline void wt_put_c(wt_text *t, char c) {
    if (t->len < t->cap)
        t->p[t->len++] = c;
    else
        t->cut = true;
}

void wt_put_many_spaces(wt_text *t, size_t n);
static inline void wt_put_spaces(wt_text *t, size_t n) {
    if (n <= 32 && t->cap - t->len >= 32) {    /* one move, of which what is too much is written over */
        memcpy(t->p + t->len, "                                ", 32);
        t->len += (uint32_t)n;
    } else {
        wt_put_many_spaces(t, n);
    }
}

void wt_put_u(wt_text *t, uint64_t v);                       /* decimal */
void wt_put_u_right(wt_text *t, uint64_t v, unsigned columns);/* with blanks in front, up to that many columns */
void wt_put_i(wt_text *t, int64_t v);
void wt_put_x(wt_text *t, uint64_t v, unsigned digits);      /* hex, zero padded, without 0x */
void wt_put_hex(wt_text *t, const uint8_t *p, size_t n);     /* 0a0b0c */
void wt_put_ipv4(wt_text *t, const uint8_t *p);
void wt_put_ipv6(wt_text *t, const uint8_t *p);              /* RFC 5952 */
void wt_put_ether(wt_text *t, const uint8_t *p, size_t n);   /* 00:11:22 */
void wt_put_spaced(wt_text *t, const uint8_t *p, size_t n);  /* 00 11 22 */
void wt_put_endpoint(wt_text *t, const wt_endpoint *e);      /* address:port; [v6]:port */
/* The address written in n bytes, of either kind, into e; false, and kind 0, if it is none. */
bool wt_parse_address(wt_endpoint *e, const char *p, size_t n);
void wt_put_seconds(wt_text *t, int64_t ns, unsigned digits);/* 1.234567: `digits` (0…9) after the point */
/* Bytes from the wire: printable UTF-8 stays, all else becomes \xNN or \u{…}; bidi controls too. */
void wt_put_wire(wt_text *t, const uint8_t *p, size_t n);
/* One code point at p (n > 0 bytes): its length, or 0 if it is not valid UTF-8; *cp is set. */
unsigned wt_utf8(const uint8_t *p, size_t n, uint32_t *cp);
/* May this code point reach a terminal as it is? (no controls, bidi, zero width, private use) */
bool wt_printable(uint32_t cp);

#endif
