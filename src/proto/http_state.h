/* http_state.h - what HTTP/1 knows of a connection while messages are in progress. */
#ifndef WT_PROTO_HTTP_STATE_H
#define WT_PROTO_HTTP_STATE_H

#include "proto/http.h"

enum { HEAD_MAX = 65536, KEEP_MAX = 16384, URI_MAX = 2048, ASKED_MAX = 16, SIZE_LINE_MAX = 4096, WORDS_MAX = 80 };
#define UNASKED 0x80000000u                /* in `exchange`: an answer whose request was not seen */

enum phase { HEAD, BODY_LENGTH, CHUNK_SIZE, CHUNK_DATA, CHUNK_END, TRAILER, UNTIL_CLOSE, TUNNEL, LOST };

/* A chunk of the message in progress, for the list of them in the frame that completes it. */
typedef struct chunk {
    uint64_t size, frame;
    uint32_t offset, length;               /* of its size, in that frame */
    uint16_t source;
} chunk;

typedef struct side {
    uint8_t phase;
    bool response, has_asked;
    bool cut;                              /* the head that opens a tunnel was cut: what is missing was of it */
    uint32_t scanned;                      /* of the head to come: where no end was found */
    uint32_t message;                      /* number of the message in progress, or of the last one */
    uint32_t exchange;                     /* the number of the request that it is or answers, for the ledger */
    uint64_t left;                         /* bytes of the body, or of this chunk, to come */
    uint64_t size;                         /* bytes of the body so far */
    uint64_t frame;                        /* that the head was in */
    uint64_t previous[2];                  /* frames of the request and the response before it */
    int64_t head_ns;
    uint8_t *head;                         /* the head of a message that goes on in a later frame */
    uint32_t head_len;
    char words[WORDS_MAX];                 /* what the headline said of it, where nobody will want to see more */
    uint8_t words_len;                     /* 0: too long, or not enough */
    wt_http_asked answers;                 /* what the response in progress answers */
    wt_body *body;
    chunk *chunks;
    uint32_t chunk_count, chunk_cap;
    bool chunks_lost;                      /* more than are kept */
} side;

typedef struct http {
    side side[2];
    wt_http_asked asked[ASKED_MAX];        /* oldest first, in a ring */
    uint32_t asked_first, asked_count;
    uint64_t previous[2];                  /* frames of the request and the response before */
} http;

/* ---- http_pair.c: which answer is to which request, and what an Upgrade hands on */

void wt_http_remember(wt_session *s, http *h, const wt_http_head *head, uint32_t message, bool secure);
/* The request is complete only now: times count from here. */
void wt_http_asked_now(wt_session *s, http *h, uint32_t message);
/* The oldest request, taken off the list unless the answer is only interim; NULL if there is none. */
const wt_http_asked *wt_http_answered(wt_session *s, http *h, side *x, bool interim);
void wt_http_forget_all(wt_session *s, http *h);
/* A request that may end in another protocol, and the answer that agrees. */
void wt_http_offer(wt_session *s, wt_chan *ch, const wt_http_head *head, bool secure);
void wt_http_agree(wt_session *s, wt_chan *ch, const wt_http_head *head);

/* ---- http_body.c: where the message ends */

uint8_t wt_http_framing(const wt_http_head *head, const wt_http_asked *asked);
void wt_http_begin_body(wt_session *s, wt_chan *ch, side *x, const wt_http_head *head, uint8_t how);
/* As much of the message's body as is here. */
void wt_http_read_body(wt_cur *c, wt_chan *ch, side *x);
/* All of the body was here; c holds its last bytes, which may be none.  `trailer`: the lines behind it. */
void wt_http_finish(wt_cur *c, wt_chan *ch, side *x, wt_http_part trailer);
/* Is the line of chunked coding that begins at c->pos still to come, as a whole? */
bool wt_http_waits_for_line(const wt_cur *c, side *x);
void wt_http_drop_message(wt_session *s, side *x);

/* ---- http_seen.c: heads that came before */

/* A head that was read where nobody looks at its rows, and what a headline says of it. */
typedef struct wt_http_known {
    uint32_t n;                            /* its bytes */
    wt_http_head head;                     /* pointers into bytes that stay until another head is kept */
    uint8_t words_len;                     /* 0: a headline was not wanted, or they are too many */
    char words[WORDS_MAX];
} wt_http_known;

/* The head with which the n bytes at p begin, if the last one of about this connection and direction was the same. */
const wt_http_known *wt_http_seen_before(const wt_session *s, const wt_chan *ch, int dir, const uint8_t *p, uint32_t n);
/* Keep a whole head of n bytes, if it was read for nobody's rows. */
void wt_http_see(wt_session *s, const wt_chan *ch, int dir, const uint8_t *p, uint32_t n, const wt_http_head *head,
                 wt_http_part words);

/* ---- http.c */

wt_http_about wt_http_about_of(const wt_chan *ch, const side *x, const wt_http_asked *asked);

#endif
