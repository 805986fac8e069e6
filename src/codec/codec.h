/* codec.h - what the decoders share: each is a wt_codec with its own way of running. */
#ifndef WT_CODEC_CODEC_H
#define WT_CODEC_CODEC_H

#include "core/codec_ops.h"

struct wt_codec {
    enum wt_codec_result (*run)(wt_codec *codec, const uint8_t **in, size_t *n, uint8_t *out, size_t cap, size_t *made);
    void (*close)(wt_codec *codec);
    const wt_codec_memory *memory;
};

wt_codec *wt_inflate_open(enum wt_coding coding, const wt_codec_memory *memory);
wt_codec *wt_brotli_open(const wt_codec_memory *memory);
wt_codec *wt_zstd_open(const wt_codec_memory *memory);

#endif
