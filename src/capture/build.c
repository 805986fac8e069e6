/* build.c - pcapng blocks put together. */
#include "capture/build.h"

#include <stdlib.h>
#include <string.h>

#include "capture/blocks.h"

void wt_build_bytes(wt_build *b, const void *p, size_t n) {
    if (b->cap - b->len < n) {
        size_t cap = b->cap ? b->cap : 4096;
        while (cap - b->len < n)
            cap *= 2;
        uint8_t *grown = realloc(b->buf, cap);
        if (!grown) {
            b->out_of_memory = true;
            return;
        }
        b->buf = grown;
        b->cap = cap;
    }
    if (n)
        memcpy(b->buf + b->len, p, n);
    b->len += n;
}

void wt_build16(wt_build *b, uint16_t v) {
    v = b->swapped ? __builtin_bswap16(v) : v;
    wt_build_bytes(b, &v, 2);
}

void wt_build32(wt_build *b, uint32_t v) {
    v = b->swapped ? __builtin_bswap32(v) : v;
    wt_build_bytes(b, &v, 4);
}

void wt_build64(wt_build *b, uint64_t v) {
    v = b->swapped ? __builtin_bswap64(v) : v;
    wt_build_bytes(b, &v, 8);
}

void wt_build_padded(wt_build *b, const void *p, size_t n) {
    wt_build_bytes(b, p, n);
    wt_build_bytes(b, "\0\0\0", -n & 3);
}

void wt_build_option(wt_build *b, uint16_t code, const void *p, size_t n) {
    wt_build16(b, code);
    wt_build16(b, (uint16_t)n);
    wt_build_padded(b, p, n);
}

void wt_build_begin(wt_build *b, uint32_t type) {
    b->len = 0;
    wt_build32(b, type);
    wt_build32(b, 0);
}

const uint8_t *wt_build_finish(wt_build *b, size_t *n) {
    size_t at = b->len;
    wt_build32(b, (uint32_t)at + 4);
    *n = b->len;
    if (b->out_of_memory)
        return NULL;
    memcpy(b->buf + 4, b->buf + at, 4);
    return b->buf;
}

void wt_build_section(wt_build *b) {
    static const char program[] = "wiretale " WT_VERSION;
    wt_build_begin(b, WT_BLOCK_SECTION);
    wt_build32(b, 0x1a2b3c4d);
    wt_build16(b, 1);
    wt_build16(b, 0);
    wt_build64(b, UINT64_MAX);             /* nobody knows yet how long it will be */
    wt_build_option(b, 4, program, sizeof program - 1);
}

void wt_build_interface(wt_build *b, uint32_t linktype, uint32_t snaplen, bool nanoseconds) {
    wt_build_begin(b, WT_BLOCK_INTERFACE);
    wt_build16(b, (uint16_t)linktype);
    wt_build16(b, 0);
    wt_build32(b, snaplen);
    wt_build_option(b, 9, nanoseconds ? "\x09" : "\x06", 1);
}

void wt_build_secrets(wt_build *b, uint32_t type, const void *p, size_t n) {
    wt_build_begin(b, WT_BLOCK_SECRETS);
    wt_build32(b, type);
    wt_build32(b, (uint32_t)n);
    wt_build_padded(b, p, n);
}

void wt_build_packet(wt_build *b, uint32_t interface, const wt_frame *f, uint32_t length, int64_t tick_ns) {
    uint64_t ticks = f->time_ns < 0 ? 0 : (uint64_t)(f->time_ns / tick_ns);
    wt_build_begin(b, WT_BLOCK_PACKET);
    wt_build32(b, interface);
    wt_build32(b, (uint32_t)(ticks >> 32));
    wt_build32(b, (uint32_t)ticks);
    wt_build32(b, f->caplen);
    wt_build32(b, length);
    wt_build_padded(b, f->data, f->caplen);
}
