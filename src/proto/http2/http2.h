/* http2.h - what the files of HTTP/2 share: the connection, its two directions, its streams. */
#ifndef WT_HTTP2_H
#define WT_HTTP2_H

#include "core/body.h"
#include "proto/http2/fields.h"
#include "proto/http2/hpack.h"

enum {
    H2_DATA, H2_HEADERS, H2_PRIORITY, H2_RST_STREAM, H2_SETTINGS, H2_PUSH_PROMISE, H2_PING, H2_GOAWAY,
    H2_WINDOW_UPDATE, H2_CONTINUATION, H2_ALTSVC, H2_BLOCKED, H2_ORIGIN, H2_PRIORITY_UPDATE = 16
};
enum { H2_END_STREAM = 1, H2_ACK = 1, H2_END_HEADERS = 4, H2_PADDED = 8, H2_HAS_PRIORITY = 32 };

enum { H2_HEAD = 9, H2_MAGIC = 24, H2_WINDOW = 65535, H2_AWAITED = 4, H2_FULL = 16384 };

/* Settings that the other side has not acknowledged yet. */
typedef struct wt_h2_wish {
    uint32_t window, table;
    bool has_window, has_table;
} wt_h2_wish;

typedef struct wt_h2_stream {
    struct wt_h2_stream *newer, *older;
    uint32_t id;
    bool connect;                          /* its DATA is a tunnel's */
    bool ended[2], begun[2];               /* begun: the head came, further fields are trailers */
    int64_t window[2];                     /* bytes that this direction may still send */
    uint64_t bytes[2];                     /* of content */
    uint64_t asked_frame;                  /* 0: the request was not seen */
    int64_t asked_ns;
    uint32_t message[2];
    wt_body *body[2];
    struct {                               /* the content so far, to be shown as a whole where it ends */
        uint8_t *p;
        uint32_t n, cap;
        bool dead;                         /* too long, or nobody wants it */
    } whole[2];
    wt_chan *tunnel;
} wt_h2_stream;

/* What one direction sends. */
typedef struct wt_h2_side {
    bool begun, preface, late;             /* late: its first bytes were not seen */
    bool lost;                             /* where the next frame begins is not known */
    wt_hpack hpack;
    int64_t window;                        /* bytes that may still be sent on the connection */
    uint32_t initial;                      /* the window of a new stream */
    wt_h2_wish wish[H2_AWAITED];           /* settings it sent, oldest first */
    uint32_t wishes;
    uint32_t message;                      /* number of the last one */
    uint64_t at;                           /* where in the channel's stream it has read to */
    uint32_t awaited;                      /* bytes of the frame at `at`, its head included; 0: not known */
    uint8_t awaited_type;
    /* a frame too long to keep: what is to come of it */
    uint32_t left, left_pad, left_stream;
    uint8_t left_type, left_flags;
    /* a header block that goes on in CONTINUATION */
    uint8_t *block;
    uint32_t block_len, block_cap, block_stream, promised;
    uint8_t block_type, block_flags;
    bool in_block, block_lost;
    /* for the ledger: bytes of this frame that are more than framing, and the frame's stream */
    uint32_t carried, owner;
} wt_h2_side;

typedef struct wt_h2 {
    bool known;                            /* something was fed: sides are set up */
    bool gap;                              /* bytes are missing: windows are not known any more */
    uint8_t client;                        /* direction of the client; 2: not known */
    wt_h2_side side[2];
    wt_h2_stream *newest, *oldest;
    uint32_t streams;
} wt_h2;

/* A header block understood. */
typedef struct wt_h2_text {
    const uint8_t *p;
    uint32_t n;
} wt_h2_text;

typedef struct wt_h2_head {
    uint32_t status;                       /* 0: none */
    uint32_t wire, plain, fields, unknown;
    uint64_t listed;                       /* bytes as tshark's header.length counts */
    wt_h2_text method, scheme, authority, path, protocol, type, coding;
    wt_h2_text ws_offered, ws_protocol;    /* Sec-WebSocket-Extensions, -Protocol */
    uint16_t source;                       /* the fields in letters, a line each; 0: not made */
    uint32_t letters;                      /* bytes of it */
    bool bad;
} wt_h2_head;

/* ---- headers.c: blocks of header fields */

/* Read the block block_c covers, which `dir` sent; items go into the layer of c. */
void wt_h2_block(wt_cur *block_c, wt_h2 *h, int dir, wt_h2_head *head);

/* ---- streams.c: streams, windows, bodies */

/* The stream of that number, or NULL. */
wt_h2_stream *wt_h2_find(wt_h2 *h, uint32_t id);
/* The same, made if need be; NULL if memory is out. */
wt_h2_stream *wt_h2_open(wt_cur *c, wt_h2 *h, uint32_t id);
void wt_h2_close(wt_cur *c, wt_h2 *h, wt_h2_stream *st);
void wt_h2_drop_all(wt_session *s, wt_h2 *h);
/* Are windows known? */
bool wt_h2_counted(const wt_h2 *h);
/* `length` bytes of flow-controlled payload in direction dir: windows shrink, and are shown. */
void wt_h2_spend(wt_cur *c, wt_h2 *h, int dir, wt_h2_stream *st, uint32_t length);
/* More may be sent in direction dir; st NULL: on the connection. */
void wt_h2_grant(wt_cur *c, wt_h2 *h, int dir, wt_h2_stream *st, uint32_t id, uint32_t more);
/* Settings of `dir`, to be used when the other side acknowledges; and that it does. */
void wt_h2_wishes(wt_h2 *h, int dir, const wt_h2_wish *wish);
void wt_h2_agree(wt_session *s, wt_h2 *h, int dir);
/* What a complete block of header fields means for its stream. */
void wt_h2_message(wt_cur *c, wt_chan *ch, int dir, uint32_t id, uint8_t flags, const wt_h2_head *head);
void wt_h2_promise(wt_cur *c, wt_chan *ch, int dir, uint32_t id, uint32_t promised, const wt_h2_head *head);
/* c covers content of a stream, which is shown and handed on; `last`: it ends with it. */
void wt_h2_content(wt_cur *c, wt_chan *ch, int dir, wt_h2_stream *st, bool last);
/* Content at c->pos is put behind what came before.  At its `end` all of it is a source of its own and shown as the
 * message's data, if it came in more than one piece: true then. */
bool wt_h2_whole(wt_cur *c, wt_h2_stream *st, int dir, bool end);
/* The direction has ended on this stream. */
void wt_h2_end(wt_cur *c, wt_h2 *h, int dir, wt_h2_stream *st);
bool wt_h2_secure(const wt_chan *ch);

/* ---- frames.c: frames of each type */

/* One frame, whole or as much as is here of a long one; c covers it, `length` is its payload's. */
void wt_h2_frame(wt_cur *c, wt_chan *ch, int dir);
/* More of the payload of a long frame. */
void wt_h2_more(wt_cur *c, wt_chan *ch, int dir);
/* What a frame of which not all is here begins with; c covers as much of it as is here. */
void wt_h2_announce(wt_cur *c, wt_chan *ch, int dir);
/* Settings, to the end of c; `wish` is what they ask for. */
void wt_h2_take_settings(wt_cur *c, wt_h2_wish *wish);
/* Could these nine bytes be a frame's head? */
bool wt_h2_plausible(const uint8_t *p);

/* The headline, where there is room for one more frame's words; NULL else. */
wt_text *wt_h2_tell(wt_cur *c);
/* 65535 as 65,535 */
void wt_h2_put_number(wt_text *to, int64_t v);

#endif
