/* ladder.h - a tale as a sequence diagram: hosts as columns, messages as arrows, time downwards. */
#ifndef WT_TELL_LADDER_H
#define WT_TELL_LADDER_H

#include "print/out.h"
#include "tell/amounts.h"
#include "tell/tale.h"

enum { WT_LADDER_COLUMNS = 12, WT_LADDER_FIRST = 70, WT_LADDER_LAST = 30 };

enum wt_step_kind {
    WT_STEP_ARROW,
    WT_STEP_LOST,                          /* it did not arrive, or nobody acknowledged it in time */
    WT_STEP_MISSING,                       /* bytes that were never seen here: an arrow from nowhere */
    WT_STEP_FOLD                           /* `count` steps left out */
};

/* How a step looks: what it is about. */
enum wt_step_look { WT_LOOK_TCP, WT_LOOK_TLS, WT_LOOK_APP, WT_LOOK_AGAIN, WT_LOOK_BAD, WT_LOOK_COUNT };

/* One arrow: an event, or several folded into one. */
typedef struct wt_step {
    uint64_t frame, last_frame;
    int64_t ns, last_ns;
    uint32_t event, talk, count;           /* the first event; frames folded into it */
    uint32_t bytes, seq, end;              /* TCP's data in it: how much, from, up to */
    uint32_t text, text_len;
    uint16_t from, to;                     /* columns */
    uint8_t kind, look, role;              /* role: what it folds, see ladder.c */
} wt_step;

typedef struct wt_ladder_options {
    enum wt_level level;
    bool scale, all;                       /* time to scale; nothing folded */
    bool ascii, color;
    unsigned width;                        /* columns of the text; 0: it is no text, all hosts have room */
    const char *title;                     /* the file's name */
    int64_t since_ns;                      /* what times count from; 0: the tale's first frame */
    const wt_names *names;                 /* or NULL */
    const char *here;                      /* the one of `names` at whose card all was captured; or NULL */
} wt_ladder_options;

typedef struct wt_ladder {
    const wt_tale *tale;
    wt_ladder_options options;
    uint16_t column[WT_LADDER_COLUMNS];    /* hosts, in path order */
    uint32_t columns, others;              /* hosts that share the last column; 0: it is one host's own */
    wt_step *steps;
    uint32_t count, cap, folded;           /* folded: steps left out in the middle */
    char *text;
    uint32_t text_len, text_cap;
    uint32_t talks;                        /* conversations that have a step */
    int64_t first_ns, last_ns;
    bool out_of_memory;
    uint32_t *step_of;                     /* event → step, while it is made */
    struct wt_ladder_talk *state;
} wt_ladder;

/* NULL if memory ran out. */
wt_ladder *wt_ladder_new(const wt_tale *tale, const wt_ladder_options *options);
void wt_ladder_free(wt_ladder *l);

/* The head of a column, in up to two lines: address, and what it is called ("" if it is not). */
void wt_ladder_head(const wt_ladder *l, uint32_t column, wt_text *address, wt_text *name);
/* Where the first of the messages that "; " joins ends; not inside of parentheses. */
uint32_t wt_ladder_message(const char *p, uint32_t n);
/* "HTTP": what stands before a step's text; "" for TCP itself. */
const char *wt_ladder_tag(const wt_ladder *l, const wt_step *s);
/* The conversation's number as it is shown: "#3"; nothing if there is only one. */
void wt_ladder_number(const wt_ladder *l, const wt_step *s, wt_text *t);
/* What limits and folding left out, a line each; how it can be seen. */
void wt_ladder_left_out(const wt_ladder *l, wt_out *out, const char *before, const char *after);
/* How time is spread: rows of space before a step, if a row lasts `unit` ns. */
int64_t wt_ladder_unit(const wt_ladder *l, unsigned rows);

void wt_ladder_text(const wt_ladder *l, wt_out *out);
void wt_ladder_svg(const wt_ladder *l, wt_out *out);
void wt_ladder_mermaid(const wt_ladder *l, wt_out *out);
void wt_ladder_json(const wt_ladder *l, wt_out *out);
void wt_ladder_prose(const wt_ladder *l, wt_out *out);

#endif
