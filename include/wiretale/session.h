/* session.h - feed frames, get tapes.
 *
 * A session holds all state: flows, reassembly, pools.  Two sessions share
 * nothing and may run in two threads; one session is for one thread. */
#ifndef WIRETALE_SESSION_H
#define WIRETALE_SESSION_H

#include "tape.h"

typedef struct wt_session wt_session;

/* All memory comes from here.  resize(user, p, old, new): as realloc; new 0 frees. */
typedef struct wt_allocator {
    void *(*resize)(void *user, void *p, size_t old_size, size_t new_size);
    void *user;
} wt_allocator;

/* "Decode as": -d tcp.port==8080,http */
typedef struct wt_decode_as {
    const char *table;       /* "tcp.port" */
    uint64_t value;
    int proto;               /* protocol number */
} wt_decode_as;

struct wt_codec_ops;         /* undoing compression; src/core/codec_ops.h */
/* The n-th table that can be decoded as ("tcp.port"), NULL past the last.  Its numbers go up to 65535. */
WT_API const char *wt_decode_table(uint32_t n);

struct wt_crypto_ops;        /* key log and record opening; src/core/crypto_ops.h */

typedef struct wt_options {
    bool everything;                 /* every item; otherwise only `want` */
    const wt_fid *want;              /* fields and protocols to put on the tape; copied */
    size_t want_count;
    bool headline;                   /* make tape->headline */
    bool rows_only;                  /* only wanted rows and protocols are looked at, no other layer: what can't hold
                                      * them need not be read */
    const wt_decode_as *decode_as;   /* copied */
    size_t decode_as_count;
    const wt_allocator *allocator;   /* NULL: the C library's */
    const struct wt_crypto_ops *crypto; /* NULL: nothing is decrypted */
    void *crypto_state;              /* owned by the caller, outlives the session */
    const struct wt_codec_ops *codec; /* wt_codecs(), or NULL: nothing is decompressed */
    bool pieces;                     /* make tape->pieces */
    bool claims;                     /* make tape->claims */
    bool secrets;                    /* headlines say passwords and tokens in full */
    unsigned lane, lanes;            /* lanes > 1 (at most 255): so many sessions are fed the same frames, each in a
                                      * thread of its own, and this is number `lane`, from 0: it dissects its share of
                                      * the conversations and passes over the others' */
    const uint8_t *only;             /* with lanes: nobody reads any but these conversations, those whose bit (n % 8 of
                                      * byte n / 8) is set, n being as wt_session_conversation(); NULL: all are read */
    uint32_t only_count;             /* bits of `only`, which is not copied and must outlive the session */
} wt_options;

/* A new session, or NULL if memory ran out.  `options` may be NULL: everything, with headlines. */
WT_API wt_session *wt_session_new(const wt_options *options);
/* Dissect one frame.  The tape is valid until the next call with this session.
 * Never fails: what memory or a limit did not allow is said in a note.
 * With lanes: NULL, if the frame belongs to another one; each frame belongs to exactly one. */
WT_API const wt_tape *wt_session_feed(wt_session *session, const wt_frame *frame);
/* With lanes: whether this frame, or one before, needed what another lane knows (one conversation inside another,
 * a limit over all of them, …).  From that frame on, tapes may not be what one session for all frames would give. */
WT_API bool wt_session_tangled(const wt_session *session);
/* With lanes: which conversation the frame fed last is of, counted from 0 as they begin, in all lanes alike; UINT32_MAX
 * if it is of none. */
WT_API uint32_t wt_session_conversation(const wt_session *session);
WT_API void wt_session_free(wt_session *session);

/* gzip, deflate, brotli and zstd, for wt_options.codec. */
WT_API const struct wt_codec_ops *wt_codecs(void);

/* A named limit (docs/limits.md). */
typedef struct wt_limit_info {
    const char *name, *sentence;
    uint32_t value;
} wt_limit_info;

/* The n-th limit, NULL past the last. */
WT_API const wt_limit_info *wt_limit_get(uint32_t n);

/* "1.0.0" */
WT_API const char *wt_version(void);

#endif
