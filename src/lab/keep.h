/* keep.h - a capture kept as a file, with the lab's notes at the frames that matter. */
#ifndef WT_LAB_KEEP_H
#define WT_LAB_KEEP_H

#include "lab/guide.h"

/* Write the capture file `from` as `to`: its keys, its frames, its comments, and the notes of all steps.  False: see
 * `problem`. */
bool keep_copy(const guide *g, const char *from, const char *to, wt_problem *problem);

#endif
