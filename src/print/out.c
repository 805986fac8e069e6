/* out.c - buffered output: one write(2) for many frames, quiet once the reader has gone. */
#include "print/out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "core/pages.h"

enum { FIRST_MEMORY = 8192 };

wt_out *wt_out_new(int fd) {
    wt_out *o = calloc(1, sizeof *o);
    if (!o)
        return NULL;
    o->fd = fd;
    o->text.cap = fd >= 0 ? WT_OUT_SIZE : FIRST_MEMORY;
    o->text.p = malloc(o->text.cap);
    if (!o->text.p) {
        free(o);
        return NULL;
    }
    if (fd >= 0)
        wt_pages_ready(o->text.p, o->text.cap);
    return o;
}

void wt_out_ascii(wt_out *o) { o->ascii = true; }

/* In place: what stands for a sign is never longer than it.  A sign that two flushes share stays. */
static void signs_to_ascii(wt_text *t) {
    static const struct {
        uint16_t sign;
        char ascii[3];
    } table[] = {{0xa7, "s."},  {0xb5, "u"},   {0xb7, "."},   {0xd7, "x"},   {0x2013, "-"}, {0x2014, "-"},
                 {0x2026, "~"}, {0x2190, "<"}, {0x2191, "^"}, {0x2192, ">"}, {0x2193, "v"}, {0x2212, "-"}};
    uint32_t to = 0;
    for (uint32_t at = 0; at < t->len;) {
        uint32_t cp = 0;
        unsigned size = (uint8_t)t->p[at] < 0x80 ? 1 : wt_utf8((const uint8_t *)t->p + at, t->len - at, &cp);
        size = size ? size : 1;
        const char *ascii = NULL;
        for (size_t i = 0; cp && i < sizeof table / sizeof *table && !ascii; i++)
            ascii = table[i].sign == cp ? table[i].ascii : NULL;
        size_t n = ascii ? strlen(ascii) : size;
        memmove(t->p + to, ascii ? ascii : t->p + at, n);
        to += (uint32_t)n;
        at += size;
    }
    t->len = to;
}

/* Write the first n bytes and keep the rest.  After an error nothing is kept. */
static void write_out(wt_out *o, uint32_t n) {
    uint32_t done = 0;
    while (done < n && !o->error) {
        ssize_t wrote = write(o->fd, o->text.p + done, n - done);
        if (wrote >= 0)
            done += (uint32_t)wrote;
        else if (errno != EINTR)
            o->error = errno;
    }
    o->text.len = o->error ? 0 : o->text.len - n;
    memmove(o->text.p, o->text.p + n, o->text.len);
}

bool wt_out_flush(wt_out *o) {
    if (o->fd < 0)
        return !o->error;
    if (o->ascii)
        signs_to_ascii(&o->text);
    write_out(o, o->text.len);
    return !o->error;
}

void wt_out_flush_blocks(wt_out *o) {
    if (o->ascii)                          /* a block's end may lie within a sign */
        wt_out_flush(o);
    else if (o->fd >= 0)
        write_out(o, o->text.len - o->text.len % WT_OUT_BLOCK);
}

void wt_out_make_room(wt_out *o, size_t n) {
    if (o->fd >= 0) {
        wt_out_flush_blocks(o);
        return;
    }
    size_t cap = (size_t)o->text.cap * 2 + n;
    char *p = cap <= UINT32_MAX / 2 ? realloc(o->text.p, cap) : NULL;
    if (p) {
        o->text.p = p;
        o->text.cap = (uint32_t)cap;
    } else {
        /* What was there is given up: an output with an error promises nothing but safety. */
        o->error = ENOMEM;
        o->text.len = 0;
    }
}

char *wt_out_take(wt_out *o, size_t *room, char *next, size_t next_room) {
    char *text = o->text.p;
    *room = o->text.cap;
    o->text.p = next;
    o->text.cap = (uint32_t)next_room;
    o->text.len = 0;
    return text;
}

void wt_out_give_back(wt_out *o) {
    char *p = realloc(o->text.p, FIRST_MEMORY);
    if (p) {
        o->text.p = p;
        o->text.cap = FIRST_MEMORY;
    }
}

int wt_out_error(const wt_out *o) { return o->error; }

const char *wt_out_memory(const wt_out *o, size_t *length) {
    *length = o->text.len;
    return o->text.p;
}

void wt_out_clear(wt_out *o) { o->text.len = 0; }

void wt_out_free(wt_out *o) {
    if (!o)
        return;
    free(o->text.p);
    free(o);
}

/* What is there and so much of what comes next that both are whole blocks, without putting it all together first.  How
 * much of it that was; after an error all of it, as nothing is kept. */
static size_t write_through(wt_out *o, const char *p, size_t length) {
    size_t all = o->text.len + length, through = length - all % WT_OUT_BLOCK;
    struct iovec left[2] = {{o->text.p, o->text.len}, {(char *)(uintptr_t)p, through}}, *next = left;
    while (next < left + 2 && !o->error) {
        ssize_t wrote = writev(o->fd, next, (int)(left + 2 - next));
        if (wrote < 0 && errno != EINTR)
            o->error = errno;
        size_t n = wrote > 0 ? (size_t)wrote : 0;
        while (next < left + 2 && n >= next->iov_len)
            n -= next++->iov_len;
        if (n) {
            next->iov_base = (char *)next->iov_base + n;
            next->iov_len -= n;
        }
    }
    o->text.len = 0;
    return o->error ? length : through;
}

void wt_out_write(wt_out *o, const void *bytes, size_t length) {
    const char *p = bytes;
    if (o->fd >= 0 && !o->ascii && !o->error && length >= 2 * (size_t)WT_OUT_BLOCK) {
        size_t through = write_through(o, p, length);
        p += through;
        length -= through;
    }
    while (length) {
        size_t n = length < 4096 ? length : 4096;
        while (o->ascii && n < length && n > 4093 && ((uint8_t)p[n] & 0xc0) == 0x80)
            n--;                           /* a flush between two pieces must not come within a sign */
        wt_put_n(wt_out_room(o, n), p, n);
        p += n;
        length -= n;
    }
}

void wt_out_hex(wt_out *o, const uint8_t *p, size_t n) {
    while (n) {
        size_t part = n < 1024 ? n : 1024;
        wt_put_hex(wt_out_room(o, part * 2), p, part);
        p += part;
        n -= part;
    }
}

void wt_out_repeat(wt_out *o, const char *s, unsigned times) {
    char many[240];
    size_t n = strlen(s), fit = sizeof many / n, have = 0;
    for (; have < fit && have < times; have++)
        memcpy(many + have * n, s, n);
    for (; times > have; times -= (unsigned)have)
        wt_out_n(o, many, have * n);
    wt_out_n(o, many, times * n);
}
