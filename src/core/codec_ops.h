/* codec_ops.h - how protocols undo compression: what the session hands them, and nothing else.
 *
 * No protocol file includes a compression library.  src/codec fills this table. */
#ifndef WT_CORE_CODEC_OPS_H
#define WT_CORE_CODEC_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum wt_coding {
    WT_CODING_NONE,
    WT_CODING_GZIP,                        /* RFC 1952 */
    WT_CODING_DEFLATE,                     /* HTTP's "deflate": RFC 1950, or RFC 1951 alone, as some send it */
    WT_CODING_RAW,                         /* RFC 1951 without any header */
    WT_CODING_BROTLI,                      /* RFC 7932 */
    WT_CODING_ZSTD,                        /* RFC 8878 */
    WT_CODING_COUNT
};

enum wt_codec_result {
    WT_CODEC_MORE,                         /* all input is used: more of it is wanted */
    WT_CODEC_FULL,                         /* the output is full: call again */
    WT_CODEC_END,                          /* the compressed data ends here */
    WT_CODEC_BAD                           /* this is not such data, or memory is out */
};

/* Where a decoder's memory comes from: zeroed or not, freed by `put`. */
typedef struct wt_codec_memory {
    void *(*get)(void *user, size_t n);
    void (*put)(void *user, void *p);
    void *user;
} wt_codec_memory;

typedef struct wt_codec wt_codec;

typedef struct wt_codec_ops {
    /* A decoder, or NULL: memory is out or this coding was not built in.  `memory` must outlive it. */
    wt_codec *(*open)(enum wt_coding coding, const wt_codec_memory *memory);
    /* Decode from *in (*n bytes; both are moved on) to out[cap]; *made is how many bytes were made. */
    enum wt_codec_result (*run)(wt_codec *codec, const uint8_t **in, size_t *n, uint8_t *out, size_t cap, size_t *made);
    void (*close)(wt_codec *codec);
} wt_codec_ops;

#endif
