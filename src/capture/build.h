/* build.h - pcapng blocks put together, in either byte order. */
#ifndef WT_CAPTURE_BUILD_H
#define WT_CAPTURE_BUILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wiretale/tape.h"

enum { WT_OPTION_COMMENT = 1 };

typedef struct wt_build {
    uint8_t *buf;
    size_t len, cap;
    bool swapped;                /* what is built has the byte order that this machine has not */
    bool out_of_memory;
} wt_build;

void wt_build_bytes(wt_build *b, const void *p, size_t n);
void wt_build16(wt_build *b, uint16_t v);
void wt_build32(wt_build *b, uint32_t v);
void wt_build64(wt_build *b, uint64_t v);
/* With zeros up to a multiple of four. */
void wt_build_padded(wt_build *b, const void *p, size_t n);
void wt_build_option(wt_build *b, uint16_t code, const void *p, size_t n);
/* A new block: its type, and room for its length. */
void wt_build_begin(wt_build *b, uint32_t type);
/* The whole block, *n bytes; NULL if memory ran out. */
const uint8_t *wt_build_finish(wt_build *b, size_t *n);
/* A section header up to its options. */
void wt_build_section(wt_build *b);
/* An interface description without a file of its own, up to its options. */
void wt_build_interface(wt_build *b, uint32_t linktype, uint32_t snaplen, bool nanoseconds);
/* Secrets up to their options. */
void wt_build_secrets(wt_build *b, uint32_t type, const void *p, size_t n);
/* A frame up to its options: as the interface of that number has it, in units of `tick_ns`; `length`
 * is what it was on the wire. */
void wt_build_packet(wt_build *b, uint32_t interface, const wt_frame *f, uint32_t length, int64_t tick_ns);
static inline size_t wt_padded(size_t n) { return (n + 3) & ~(size_t)3; }

#endif
