/* out.h - the buffered output that every printer appends to.
 *
 * Small things are appended to a wt_text with room asked for beforehand, so that
 * the fast formatting of core/text.h writes straight into the buffer. */
#ifndef WT_PRINT_OUT_H
#define WT_PRINT_OUT_H

#include "core/text.h"
#include "wiretale/print.h"

#define WT_OUT_BLOCK (128u * 1024)
#define WT_OUT_SIZE (WT_OUT_BLOCK + 8u * 1024)

struct wt_out {
    wt_text text;
    int fd;              /* -1: memory */
    int error;
    bool ascii;          /* signs are written in ASCII */
};

/* Write whole blocks, and keep the rest for the next: a file takes pieces that begin and end with its pages faster. */
void wt_out_flush_blocks(wt_out *o);

/* A memory output's text, from malloc() and now the caller's, with its memory's size; the output goes on, empty, with
 * `next`, which becomes its own. */
char *wt_out_take(wt_out *o, size_t *room, char *next, size_t next_room);

/* An empty memory output gives back the memory that it has grown to. */
void wt_out_give_back(wt_out *o);

/* Make room: write out what is there, or grow.  Always leaves `n` bytes free (n <= 4096). */
void wt_out_make_room(wt_out *o, size_t n);

/* The text to append up to `n` (<= 4096) bytes to. */
static inline wt_text *wt_out_room(wt_out *o, size_t n) {
    if (o->text.cap - o->text.len < n)
        wt_out_make_room(o, n);
    return &o->text;
}

static inline void wt_out_c(wt_out *o, char c) { wt_put_c(wt_out_room(o, 1), c); }
static inline void wt_out_n(wt_out *o, const char *s, size_t n) {
    if (n <= 1024)
        wt_put_n(wt_out_room(o, n), s, n);
    else
        wt_out_write(o, s, n);
}
static inline void wt_out_s(wt_out *o, const char *s) { wt_out_n(o, s, strlen(s)); }
static inline void wt_out_u(wt_out *o, uint64_t v) { wt_put_u(wt_out_room(o, 24), v); }
static inline void wt_out_i(wt_out *o, int64_t v) { wt_put_i(wt_out_room(o, 24), v); }
static inline void wt_out_x(wt_out *o, uint64_t v, unsigned digits) { wt_put_x(wt_out_room(o, 24), v, digits); }
void wt_out_hex(wt_out *o, const uint8_t *p, size_t n);
void wt_out_repeat(wt_out *o, const char *s, unsigned times);
static inline void wt_out_spaces(wt_out *o, unsigned n) {
    wt_put_spaces(wt_out_room(o, n < 32 ? 32 : n < 4096 ? n : 4096), n);
}

#endif
