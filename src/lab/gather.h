/* gather.h - what one field says over a set of frames. */
#ifndef WT_LAB_GATHER_H
#define WT_LAB_GATHER_H

#include "lab/expr.h"
#include "wiretale/print.h"

enum { GATHER_FIELDS = 16, GATHER_DISTINCT = 256 };

typedef struct gathered {
    uint64_t frames, values;         /* how many */
    uint64_t first_frame, last_frame, min_frame, max_frame;   /* numbers of the frames with these values; 0: none */
    answer first, last;
    double sum, min, max;
    bool same;                       /* all values are equal */
    bool numeric;
    char (*seen)[64];                /* different values, as texts */
    uint32_t distinct;
    evidence all;                    /* every frame of the set; with a field, every one that has it */
} gathered;

/* Look at `field` (NULL: only at the frames) in what `s` selects.  False: see `problem`. */
bool gather(const trace *t, const selection *s, const char *field, gathered *g, wt_problem *problem);
void gather_free(gathered *g);
/* The rows of that name; how many. */
size_t gather_fields(const char *name, wt_fid fields[GATHER_FIELDS]);
/* What an item says: a number, or its text as `scratch` (a memory output) helps to make it. */
answer gather_value(wt_out *scratch, const wt_tape *tape, const wt_item *i);
void evidence_add(evidence *e, uint64_t frame);

#endif
