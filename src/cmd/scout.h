/* scout.h - what a filter chooses is found first, so that what it does not choose need not be made ready to print. */
#ifndef WT_CMD_SCOUT_H
#define WT_CMD_SCOUT_H

#include "cmd/run.h"

typedef struct scouted {
    uint8_t *marks;                      /* a bit for each conversation, as wt_options.only */
    uint32_t room;                       /* bits */
    uint64_t last;                       /* the number of the last frame that is chosen; 0: none is */
    uint64_t seen;                       /* frames of the file */
    uint64_t given_up;                   /* how often a part of the filter was */
    wt_problem problem;                  /* what is wrong with the file */
} scouted;

/* Read in's file, of which r has read nothing, for what r's filter chooses, with as many threads as there may be.
 * False: it is not worth it or could not be done.  Free what was found with scout_free() in any case. */
bool scout_run(const run *r, const wt_reader *in, scouted *found);
void scout_free(scouted *found);

#endif
