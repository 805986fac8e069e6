/* zstd.c - zstd (RFC 8878), by its own library. */
#define ZSTD_STATIC_LINKING_ONLY           /* for memory functions of our own */
#include <zstd.h>

#include "codec/codec.h"

enum { WINDOW_LOG_MAX = 23 };              /* RFC 9659 §3: on the web a window has at most 8 MiB */

typedef struct unzstd {
    wt_codec codec;
    ZSTD_DStream *stream;
} unzstd;

static void *zstd_get(void *user, size_t n) {
    const wt_codec_memory *m = user;
    return m->get(m->user, n);
}

static void zstd_put(void *user, void *p) {
    const wt_codec_memory *m = user;
    m->put(m->user, p);
}

static enum wt_codec_result run(wt_codec *codec, const uint8_t **in, size_t *n, uint8_t *out, size_t cap,
                                size_t *made) {
    ZSTD_inBuffer from = {*in, *n, 0};
    ZSTD_outBuffer to = {out, cap, 0};
    size_t r = ZSTD_decompressStream(((unzstd *)codec)->stream, &to, &from);
    *in += from.pos;
    *n -= from.pos;
    *made = to.pos;
    if (ZSTD_isError(r))
        return WT_CODEC_BAD;
    if (r == 0)                            /* a frame ends; others may follow it */
        return *n ? WT_CODEC_FULL : WT_CODEC_END;
    return to.pos == to.size ? WT_CODEC_FULL : WT_CODEC_MORE;
}

static void close_unzstd(wt_codec *codec) {
    ZSTD_freeDStream(((unzstd *)codec)->stream);
    codec->memory->put(codec->memory->user, codec);
}

wt_codec *wt_zstd_open(const wt_codec_memory *memory) {
    unzstd *z = memory->get(memory->user, sizeof *z);
    if (!z)
        return NULL;
    ZSTD_customMem mem = {zstd_get, zstd_put, (void *)(uintptr_t)memory};
    *z = (unzstd){.codec = {run, close_unzstd, memory}, .stream = ZSTD_createDStream_advanced(mem)};
    if (!z->stream || ZSTD_isError(ZSTD_DCtx_setParameter(z->stream, ZSTD_d_windowLogMax, WINDOW_LOG_MAX))) {
        ZSTD_freeDStream(z->stream);
        memory->put(memory->user, z);
        return NULL;
    }
    return &z->codec;
}
