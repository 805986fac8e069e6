/* codec.c - the table of decoders. */
#include "codec/codec.h"

#include "wiretale/session.h"

static wt_codec *open_codec(enum wt_coding coding, const wt_codec_memory *memory) {
    switch (coding) {
    case WT_CODING_GZIP:
    case WT_CODING_DEFLATE:
    case WT_CODING_RAW: return wt_inflate_open(coding, memory);
    case WT_CODING_BROTLI: return wt_brotli_open(memory);
    case WT_CODING_ZSTD: return wt_zstd_open(memory);
    default: return NULL;
    }
}

static enum wt_codec_result run(wt_codec *codec, const uint8_t **in, size_t *n, uint8_t *out, size_t cap,
                                size_t *made) {
    return codec->run(codec, in, n, out, cap, made);
}

static void close_codec(wt_codec *codec) { codec->close(codec); }

const wt_codec_ops *wt_codecs(void) {
    static const wt_codec_ops ops = {open_codec, run, close_codec};
    return &ops;
}
