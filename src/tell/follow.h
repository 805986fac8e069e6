/* follow.h - one stream's bytes, as its two ends sent them: text, hex, raw or JSON. */
#ifndef WT_TELL_FOLLOW_H
#define WT_TELL_FOLLOW_H

#include "wiretale/print.h"

enum wt_follow_form { WT_FOLLOW_TEXT, WT_FOLLOW_HEX, WT_FOLLOW_RAW, WT_FOLLOW_JSON };

typedef struct wt_follow_options {
    int proto;                       /* whose payload or messages: the protocol's number */
    uint32_t flow;                   /* number of the connection */
    int64_t substream;               /* of an HTTP/2 connection; -1: all */
    int dir;                         /* 0: only what the side sent whose packet came first, 1: the other; -1: both */
    enum wt_follow_form form;
    bool color, ascii;
    int width;
} wt_follow_options;

typedef struct wt_follow wt_follow;

/* NULL if memory ran out.  `out` is the caller's. */
wt_follow *wt_follow_new(const wt_follow_options *options, wt_out *out);
/* What has to be on the tapes. */
void wt_follow_needs(wt_options *session);
void wt_follow_tape(wt_follow *f, const wt_tape *tape);
/* Finish the output.  How many bytes were found; 0 also if the stream is not there. */
uint64_t wt_follow_end(wt_follow *f);
void wt_follow_free(wt_follow *f);

#endif
