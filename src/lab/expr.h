/* expr.h - expressions over a capture: what a lab's truths are made of (docs/labs.md).
 *
 *     count(frames(tcp.flags.syn == 1) at client)
 *     last(frames(tcp.len > 0), tcp.seq_raw) - first(frames(tcp.flags.syn == 1), tcp.seq_raw) */
#ifndef WT_LAB_EXPR_H
#define WT_LAB_EXPR_H

#include "lab/trace.h"

enum { EXPR_EVIDENCE = 64, EXPR_TEXT = 512 };

typedef struct answer {
    bool is_text;
    double number;
    char text[EXPR_TEXT];
} answer;

/* Frames that were looked at to find the value: those that an explanation names. */
typedef struct evidence {
    uint64_t frames[EXPR_EVIDENCE];
    unsigned count;
    bool more;
} evidence;

typedef struct expr_context {
    const trace *trace;              /* NULL: only the form is checked, every value is 0 or "" */
    const char *point, *step;        /* where `frames(…)` looks if it does not say; NULL: everywhere */
    evidence *evidence;              /* may be NULL */
} expr_context;

/* The value of `text`.  False: it can't be read, or the capture does not have what it
 * asks for; `problem` says which. */
bool expr_value(const expr_context *c, const char *text, answer *value, wt_problem *problem);
/* Is it true? */
bool expr_true(const expr_context *c, const char *text, bool *yes, wt_problem *problem);
/* A number as people write it: 3, 0.25. */
void expr_number_text(double v, char *out, size_t room);

#endif
