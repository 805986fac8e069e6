/* lanes.h - a capture read by several sessions at once, each with its share of the conversations. */
#ifndef WT_CMD_LANES_H
#define WT_CMD_LANES_H

#include "cmd/run.h"

/* After so many frames it is known whether lanes are worth it; UINT64_MAX: they can't be. */
uint64_t lanes_after(const run *r);
/* The frames of in's file, of which r has read those, through as many lanes as there may be threads, printed to r's
 * output as r would.  True: that is all of them; `problem` says what is wrong with the file, if anything.  False: it is
 * not worth it, or could not go on; r has to go on reading, and r->written frames are printed already. */
bool lanes_run(run *r, const wt_reader *in, wt_problem *problem);

#endif
