/* http.h - what the files of HTTP/1 share: a head taken apart, requests that wait for their answer. */
#ifndef WT_PROTO_HTTP_H
#define WT_PROTO_HTTP_H

#include "core/body.h"
#include "proto/http_fields.h"

/* How the end of a message is found (RFC 9112 §6.3). */
enum { FRAMING_NONE, FRAMING_LENGTH, FRAMING_CHUNKED, FRAMING_CLOSE, FRAMING_TUNNEL };

/* A request that waits for its answer. */
typedef struct wt_http_asked {
    uint64_t frame, previous;              /* that completed it; that completed the request before it, or 0 */
    int64_t time_ns;
    uint8_t *uri;                          /* full, from the pool; NULL if none, too long or nobody wants it */
    uint32_t uri_len;
    uint32_t message;                      /* its number */
    bool head, connect;
} wt_http_asked;

/* Bytes of a head; p is NULL if they are not there. */
typedef struct wt_http_part {
    const uint8_t *p;
    uint32_t n;
} wt_http_part;

/* Headers whose values decide something; wt_http_head.value has them. */
enum wt_http_key {
    KEY_NONE, KEY_HOST, KEY_TYPE, KEY_CODING, KEY_TRANSFER, KEY_LENGTH, KEY_UPGRADE, KEY_WS_KEY, KEY_WS_ACCEPT,
    KEY_WS_EXTENSIONS, KEY_WS_PROTOCOL, KEY_H2_SETTINGS, KEY_LAST_EVENT, KEY_COUNT
};

enum { WT_HTTP_TOKENS = 4 };

/* A head taken apart; pointers into it. */
typedef struct wt_http_head {
    bool response, has_length, old;        /* old: HTTP/1.0 */
    bool quiet;                            /* nobody looks: only what decides or is told in a headline was read */
    bool few;                              /* nobody looks at header lines: only those that decide were read */
    bool chunked, endless;                 /* Transfer-Encoding ends with chunked; or with something else */
    uint16_t code;
    uint64_t length;
    wt_http_part method, uri, phrase, value[KEY_COUNT];
    wt_http_part token[WT_HTTP_TOKENS];    /* JSON Web Tokens in it */
    uint32_t tokens;
} wt_http_head;

/* What is known of a message from elsewhere, for its head's generated rows. */
typedef struct wt_http_about {
    const wt_http_asked *asked;            /* the request that a response answers, or NULL */
    uint32_t number;                       /* of the message on this connection and direction */
    uint64_t previous[2];                  /* frames of the request and the response before the pair; 0: none */
    wt_http_part ws_key;                   /* Sec-WebSocket-Key of the request that was last, if it had one */
    int64_t head_ns;                       /* when the head was there; INT64_MIN: not known */
    bool secure, again;                    /* again: told before, in the frame that the head came in */
} wt_http_about;

/* ---- http_head.c */

/* Bytes of the head at p with its empty line, 0 if its end is not there yet; *scanned is how far was looked
 * before, and is updated. */
uint32_t wt_http_head_length(const uint8_t *p, uint32_t n, uint32_t *scanned);
/* Could p begin a head? */
enum wt_probe wt_http_probe(const uint8_t *p, uint32_t n, int dir);
/* Emit the head of n bytes at c->pos and go past it. */
void wt_http_read_head(wt_cur *c, uint32_t n, const wt_http_about *about, wt_http_head *head);
/* The address that a request is for, in arena memory; 0 if its host is not known. */
uint32_t wt_http_full_uri(wt_session *s, const wt_http_head *head, bool secure, uint8_t **out);
void wt_http_tell_head(wt_text *to, const wt_session *s, const wt_http_head *head);

/* ---- http_accept.c */

/* Does the answer's Sec-WebSocket-Accept belong to the request's key?  The one that would is shown. */
void wt_http_check_accept(wt_cur *c, wt_http_part key, wt_http_part accept);

/* ---- http_headers.c */

/* The row of a header so named (WT_FID_NONE: none), and which value of the head it is. */
wt_fid wt_http_header(const uint8_t *name, uint32_t n, enum wt_http_key *key);
/* What is inside a header's value, just emitted as the last item: `line` all of the line, `value` its value. */
void wt_http_inside(wt_cur *c, wt_fid f, wt_http_part line, wt_http_part value, wt_http_head *head);

/* ---- http_values.c */

bool wt_http_number(const uint8_t *p, uint32_t n, uint64_t *out);
/* What Wireshark calls the code, where RFC 9110 has another name for it or none; NULL else. */
const char *wt_http_code_words(uint16_t code);
/* A directive of Cache-Control in words; false if it is not known there. */
bool wt_http_cache_rule(wt_text *t, const uint8_t *p, uint32_t n, bool answer);

#endif
