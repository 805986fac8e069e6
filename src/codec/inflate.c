/* inflate.c - gzip, zlib and bare deflate (RFC 1952, 1950, 1951), by zlib. */
#include <limits.h>
#include <string.h>
#include <zlib.h>

#include "codec/codec.h"

typedef struct inflater {
    wt_codec codec;
    z_stream z;
    bool guess;                            /* deflate: whether it has zlib's header is seen from its first two bytes */
    uint8_t first;                         /* the one of them that came alone */
    uint8_t have;
    bool raw, ended;
} inflater;

static void *z_get(void *user, unsigned items, unsigned size) {
    const wt_codec_memory *m = user;
    return m->get(m->user, (size_t)items * size);
}

static void z_put(void *user, void *p) {
    const wt_codec_memory *m = user;
    m->put(m->user, p);
}

static enum wt_codec_result step(inflater *f, const uint8_t **in, size_t *n, uint8_t *out, size_t cap, size_t *made) {
    f->z.next_in = (Bytef *)(uintptr_t)*in;
    f->z.avail_in = (uInt)(*n < UINT_MAX ? *n : UINT_MAX);
    f->z.next_out = out;
    f->z.avail_out = (uInt)(cap < UINT_MAX ? cap : UINT_MAX);
    int r = inflate(&f->z, Z_SYNC_FLUSH);
    *n -= (size_t)(f->z.next_in - *in);
    *in = f->z.next_in;
    *made = (size_t)(f->z.next_out - out);
    if (r == Z_STREAM_END) {
        f->ended = !f->raw;
        if (f->raw && inflateResetKeep(&f->z) == Z_OK && *n)
            return WT_CODEC_FULL;          /* another last block may follow, and refer to what was before (RFC 7692) */
        return WT_CODEC_END;
    }
    if (r != Z_OK && r != Z_BUF_ERROR)
        return WT_CODEC_BAD;
    return f->z.avail_out == 0 ? WT_CODEC_FULL : WT_CODEC_MORE;
}

/* RFC 1950 §2.2: method 8, and the two bytes are a multiple of 31. */
static bool zlib_header(unsigned a, unsigned b) { return (a & 15) == 8 && (a << 8 | b) % 31 == 0; }

static enum wt_codec_result run(wt_codec *codec, const uint8_t **in, size_t *n, uint8_t *out, size_t cap,
                                size_t *made) {
    inflater *f = (inflater *)codec;
    *made = 0;
    if (f->ended)
        return WT_CODEC_END;
    if (!f->guess)
        return step(f, in, n, out, cap, made);
    if (*n == 0)
        return WT_CODEC_MORE;
    if (!f->have && *n == 1) {
        f->first = **in;
        f->have = 1;
        ++*in;
        --*n;
        return WT_CODEC_MORE;
    }
    unsigned a = f->have ? f->first : (*in)[0], b = f->have ? (*in)[0] : (*in)[1];
    if (inflateReset2(&f->z, zlib_header(a, b) ? 15 : -15) != Z_OK)
        return WT_CODEC_BAD;
    f->guess = false;
    if (f->have) {
        const uint8_t *p = &f->first;
        size_t one = 1;
        enum wt_codec_result r = step(f, &p, &one, out, cap, made);
        if (r != WT_CODEC_MORE)
            return r;
    }
    size_t more = 0;
    enum wt_codec_result r = step(f, in, n, out + *made, cap - *made, &more);
    *made += more;
    return r;
}

static void close_inflater(wt_codec *codec) {
    inflater *f = (inflater *)codec;
    inflateEnd(&f->z);
    codec->memory->put(codec->memory->user, f);
}

wt_codec *wt_inflate_open(enum wt_coding coding, const wt_codec_memory *memory) {
    inflater *f = memory->get(memory->user, sizeof *f);
    if (!f)
        return NULL;
    *f = (inflater){.codec = {run, close_inflater, memory}, .guess = coding == WT_CODING_DEFLATE,
                    .raw = coding == WT_CODING_RAW};
    f->z.zalloc = z_get;
    f->z.zfree = z_put;
    f->z.opaque = (void *)(uintptr_t)memory;
    if (inflateInit2(&f->z, coding == WT_CODING_GZIP ? 15 + 16 : -15) != Z_OK) {
        memory->put(memory->user, f);
        return NULL;
    }
    return &f->codec;
}
