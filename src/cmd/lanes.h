/* lanes.h - a capture read by several sessions at once, each with its share of the conversations. */
#ifndef WT_CMD_LANES_H
#define WT_CMD_LANES_H

#include "cmd/run.h"

/* The frames of in's file, from the beginning, through as many lanes as there may be threads, printed to r's output as
 * one session would.  True: that is all of them; `problem` says what is wrong with the file, if anything.  False: it
 * was not worth it, or could not go on; r has to read all frames itself, and r->written are printed already. */
bool lanes_run(run *r, const wt_reader *in, wt_problem *problem);

#endif
