/* blocks.h - pcapng's blocks, for who copies a file instead of reading frames out of it. */
#ifndef WT_CAPTURE_BLOCKS_H
#define WT_CAPTURE_BLOCKS_H

#include "wiretale/capture.h"

enum wt_block_type {
    WT_BLOCK_INTERFACE = 1, WT_BLOCK_OLD_PACKET = 2, WT_BLOCK_SIMPLE_PACKET = 3, WT_BLOCK_NAMES = 4,
    WT_BLOCK_STATISTICS = 5, WT_BLOCK_PACKET = 6, WT_BLOCK_SECRETS = 10, WT_BLOCK_CUSTOM = 0xbad,
    WT_BLOCK_CUSTOM_LOCAL = 0x40000bad, WT_BLOCK_SECTION = 0x0a0d0d0a
};

/* Call fn for each whole block that is no frame, in the file's order. */
void wt_reader_on_block(wt_reader *reader, void (*fn)(void *user, const uint8_t *block, size_t length), void *user);
/* The whole block of the frame that was read last, valid as long as that; NULL if the file is no pcapng. */
const uint8_t *wt_reader_block(const wt_reader *reader, size_t *length);
uint32_t wt_block_type(const wt_reader *r, const uint8_t *block);
/* Where a block's options begin, from its first byte; 0: it has none, or nobody knows. */
size_t wt_options_at(const wt_reader *r, uint32_t type, const uint8_t *block, size_t length);
typedef struct wt_option {
    uint16_t code, length;
    const uint8_t *value;
} wt_option;

/* The option at *p, which moves behind it; false at the end of the options, or of the bytes. */
bool wt_option_next(const wt_reader *r, const uint8_t **p, const uint8_t *end, wt_option *o);
/* To copy them: the option at `at`: how long it is with its padding; 0 where no whole one is. */
size_t wt_option_size(const wt_reader *r, const uint8_t *block, size_t at, size_t end);

#endif
