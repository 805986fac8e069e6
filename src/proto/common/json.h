/* json.h - JSON's words, one after another, for whoever reads JSON: bodies, tokens. */
#ifndef WT_PROTO_JSON_H
#define WT_PROTO_JSON_H

#include "core/proto.h"

enum wt_json_kind {
    WT_JSON_END,
    WT_JSON_BAD,
    WT_JSON_OPEN_OBJECT,
    WT_JSON_CLOSE_OBJECT,
    WT_JSON_OPEN_ARRAY,
    WT_JSON_CLOSE_ARRAY,
    WT_JSON_COLON,
    WT_JSON_COMMA,
    WT_JSON_STRING /* with its quotes */,
    WT_JSON_NUMBER,
    WT_JSON_TRUE,
    WT_JSON_FALSE,
    WT_JSON_NULL
};

typedef struct wt_json_word {
    enum wt_json_kind kind;
    uint32_t at, n;                        /* where it is in the text */
} wt_json_word;

/* The next word of p[n] from *at on; *at goes behind it. */
wt_json_word wt_json_next(const uint8_t *p, uint32_t n, uint32_t *at);
/* The text of a string with its escapes undone: in place where there are none, else in arena memory.  NULL if that is
 * out. */
const uint8_t *wt_json_text(wt_session *s, const uint8_t *p, wt_json_word string, uint32_t *n);

#endif
