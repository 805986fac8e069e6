/* code.h - the code of a step: short enough to be read from a wall, and it brings a learner to the
 * same step of the same network. */
#ifndef WT_LAB_CODE_H
#define WT_LAB_CODE_H

#include "lab/lab.h"

enum { CODE_ROOM = 32 };

/* "417-3k": seed, step (from 1), and a letter that is wrong if one of them, or the lab, is. */
void code_write(const lab *l, uint64_t seed, unsigned step, char out[CODE_ROOM]);
/* False: see `problem`. */
bool code_read(const lab *l, const char *text, uint64_t *seed, unsigned *step, wt_problem *problem);

#endif
