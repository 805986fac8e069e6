/* body.h - what a message carries: bytes with a beginning, an end, and attributes.
 *
 * HTTP's bodies, WebSocket's messages, gRPC's calls: the protocol that frames them pushes their bytes as they come
 * and says which were the last.  Compression is undone here, as a source of its own, and what the media type names
 * reads on: a protocol with `stream` piece by piece, one with only `dissect` when all is there. */
#ifndef WT_CORE_BODY_H
#define WT_CORE_BODY_H

#include "core/codec_ops.h"
#include "core/proto.h"

enum { WT_BODY_TYPE_MAX = 200, WT_BODY_CODINGS = 3 };

typedef struct wt_body_info {
    const uint8_t *type, *coding;          /* Content-Type and Content-Encoding as written, or NULL */
    uint32_t type_len, coding_len;
    int proto;                             /* who reads it if there is no type; -1: nobody */
    uint32_t message, substream;           /* see wt_piece */
    const uint8_t *about;                  /* the address that it answers, or NULL: for
                                            * what ties connections together */
    uint32_t about_len;
    uint64_t expected;                     /* bytes that will come, if that is known; else 0 */
    bool unclaimed;                        /* whoever frames it claims its bytes (wt_claim) */
    uint32_t exchange;                     /* wt_claim.message of its bytes */
    bool counted;                          /* somebody wants to know how many bytes it is with the codings undone */
} wt_body_info;

typedef struct wt_body {
    wt_chan *over;                         /* the channel that carries the message */
    wt_chan *chan;                         /* what `stream` protocols read; chan->body is this; NULL if nobody does */
    int proto;                             /* who reads, or -1 */
    uint8_t dir;
    bool begun, ended, broken;             /* broken: it can't be decoded (any further) */
    bool unclaimed;                        /* see wt_body_info */
    uint32_t exchange;
    bool gap;                              /* bytes of it are missing */
    bool unread;                           /* nobody wants what it holds: bytes are counted, nothing else */
    uint8_t coding_count;
    uint8_t coding[WT_BODY_CODINGS];       /* enum wt_coding, in the order in which they are undone */
    wt_codec *codec[WT_BODY_CODINGS];
    wt_codec_memory memory;
    wt_half kept;                          /* for protocols that want all at once */
    uint8_t *about;                        /* see wt_body_info */
    uint32_t about_len;
    uint16_t made;                         /* source of what the last push decoded to; 0: none, or nothing is coded */
    uint64_t coded, plain;                 /* bytes so far: as they came, and with the codings undone */
    uint64_t missing;                      /* bytes that did not come, before the next ones */
    uint32_t message, substream;
    uint8_t type_len;
    char type[WT_BODY_TYPE_MAX];           /* Content-Type as written, for its parameters; not NUL-terminated */
} wt_body;

/* A message's body begins, in direction `dir` of `over`.  NULL if memory is out. */
wt_body *wt_body_new(wt_session *s, wt_chan *over, int dir, const wt_body_info *info);
/* All bytes of c are the next ones of the body; `last`: it ends with them (c may be empty then).  c is at its end
 * afterwards.  Layers made are inside c's layer. */
void wt_body_push(wt_cur *c, wt_body *b, bool last);
/* It ends here, though it is not complete. */
void wt_body_break(wt_cur *c, wt_body *b);
/* `n` bytes of it are missing. */
void wt_body_gap(wt_cur *c, wt_body *b, uint64_t n);
void wt_body_free(wt_session *s, wt_body *b);

/* All that is left in c is of this media type (a part of a multipart body, …): run who reads it. */
void wt_media_run(wt_cur *c, const uint8_t *type, uint32_t n);
/* Inside what wt_media_run or a body runs: the type as written, for its parameters; not NUL-terminated. */
const char *wt_media_type(const wt_session *s, uint32_t *n);

/* For wt_codec_memory, with the session as `user`: memory of the pool. */
void *wt_codec_get(void *user, size_t n);
void wt_codec_put(void *user, void *p);

enum wt_decoded { WT_DECODED, WT_DECODED_TOO_MUCH /* a limit; noted */, WT_DECODED_BAD };
/* Decode all of in[n] into arena memory: *made bytes.  NULL if that made nothing; what was made before a failure
 * is kept. */
uint8_t *wt_decode(wt_cur *c, wt_codec *codec, const uint8_t *in, size_t n, size_t *made, enum wt_decoded *how);

/* A parameter of a header value such as Content-Type ("boundary"): its value without
 * quotes, NULL if it is not there. */
const char *wt_parameter(const char *value, uint32_t value_len, const char *name, uint32_t *n);

#endif
