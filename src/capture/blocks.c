/* blocks.c - where the parts of pcapng blocks are. */
#include "capture/blocks.h"

#include "capture/reader.h"

uint32_t wt_block_type(const wt_reader *r, const uint8_t *block) { return wt_get32(r, block); }

size_t wt_options_at(const wt_reader *r, uint32_t type, const uint8_t *block, size_t length) {
    size_t at = 0;
    switch (type) {
    case WT_BLOCK_SECTION: at = 24; break;
    case WT_BLOCK_INTERFACE: at = 16; break;
    case WT_BLOCK_STATISTICS: at = 20; break;
    case WT_BLOCK_PACKET: case WT_BLOCK_OLD_PACKET:
        at = length >= 32 ? 28 + (((size_t)wt_get32(r, block + 20) + 3) & ~(size_t)3) : 0;
        break;
    case WT_BLOCK_SECRETS: at = length >= 20 ? 16 + (((size_t)wt_get32(r, block + 12) + 3) & ~(size_t)3) : 0; break;
    case WT_BLOCK_NAMES:
        for (at = 8; at + 8 <= length;) {
            uint16_t kind = wt_get16(r, block + at);
            at += 4 + (((size_t)wt_get16(r, block + at + 2) + 3) & ~(size_t)3);
            if (kind == 0)
                break;
        }
        break;
    default: break;
    }
    return at <= length - 4 ? at : 0;
}

size_t wt_option_size(const wt_reader *r, const uint8_t *block, size_t at, size_t end) {
    if (end - at < 4)
        return 0;
    size_t n = 4 + (((size_t)wt_get16(r, block + at + 2) + 3) & ~(size_t)3);
    return n <= end - at ? n : 0;
}

bool wt_option_next(const wt_reader *r, const uint8_t **p, const uint8_t *end, wt_option *o) {
    if (end - *p < 4)
        return false;
    *o = (wt_option){wt_get16(r, *p), wt_get16(r, *p + 2), *p + 4};
    size_t left = (size_t)(end - *p) - 4, padded = ((size_t)o->length + 3) & ~(size_t)3;
    if (o->code == 0 || left < o->length)
        return false;
    *p += 4 + (left < padded ? left : padded);
    return true;
}
