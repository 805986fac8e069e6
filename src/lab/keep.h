/* keep.h - a capture kept as a file, with the lab's notes at the frames that matter, and handed in. */
#ifndef WT_LAB_KEEP_H
#define WT_LAB_KEEP_H

#include "lab/guide.h"

/* Write the capture file `from` as `to`: a seal of it (handin.h), its keys, its frames, its comments, and the notes of
 * all steps.  False: see `problem`. */
bool keep_copy(const guide *g, const char *from, const char *to, wt_problem *problem);
/* Write it with the answers of a learner of that name, to be handed in. */
bool keep_handin(const char *from, const char *to, const progress *answers, const char *name, wt_problem *problem);

#endif
