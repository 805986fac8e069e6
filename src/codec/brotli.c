/* brotli.c - brotli (RFC 7932), by its own library. */
#include <brotli/decode.h>

#include "codec/codec.h"

typedef struct unbrotli {
    wt_codec codec;
    BrotliDecoderState *state;
} unbrotli;

static void *b_get(void *user, size_t n) {
    const wt_codec_memory *m = user;
    return m->get(m->user, n);
}

static void b_put(void *user, void *p) {
    const wt_codec_memory *m = user;
    m->put(m->user, p);
}

static enum wt_codec_result run(wt_codec *codec, const uint8_t **in, size_t *n, uint8_t *out, size_t cap,
                                size_t *made) {
    size_t room = cap;
    uint8_t *to = out;
    BrotliDecoderResult r = BrotliDecoderDecompressStream(((unbrotli *)codec)->state, n, in, &room, &to, NULL);
    *made = cap - room;
    return r == BROTLI_DECODER_RESULT_SUCCESS            ? WT_CODEC_END
           : r == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? WT_CODEC_MORE
           : r == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT ? WT_CODEC_FULL
                                                          : WT_CODEC_BAD;
}

static void close_unbrotli(wt_codec *codec) {
    BrotliDecoderDestroyInstance(((unbrotli *)codec)->state);
    codec->memory->put(codec->memory->user, codec);
}

wt_codec *wt_brotli_open(const wt_codec_memory *memory) {
    unbrotli *b = memory->get(memory->user, sizeof *b);
    if (!b)
        return NULL;
    *b = (unbrotli){.codec = {run, close_unbrotli, memory},
                    .state = BrotliDecoderCreateInstance(b_get, b_put, (void *)(uintptr_t)memory)};
    if (!b->state) {
        memory->put(memory->user, b);
        return NULL;
    }
    return &b->codec;
}
