/* lanes.h - a capture read by several sessions at once, each with its share of the conversations. */
#ifndef WT_CMD_LANES_H
#define WT_CMD_LANES_H

#include <pthread.h>

#include "cmd/run.h"
#include "cmd/scout.h"

/* Can r's file be read by several sessions, and is it worth it, of `frames` frames at least? */
bool lanes_can(const run *r, uint64_t frames);
/* How many there would be. */
unsigned lanes_count(const run *r);
/* A thread that gets no signals; false if there can't be one. */
bool lanes_thread(pthread_t *thread, void *(*does)(void *), void *user);

/* After so many frames it is known whether lanes are worth it; UINT64_MAX: they can't be. */
uint64_t lanes_after(const run *r);
/* The frames of in's file, of which r has read those, through as many lanes as there may be threads, printed to r's
 * output as r would; with `only`, of which r has read nothing, no more than is needed for what was found there.  True:
 * that is all of them; `problem` says what is wrong with the file, if anything.  False: it is not worth it, or could
 * not go on; r has to go on reading, and r->written frames are printed already. */
bool lanes_run(run *r, const wt_reader *in, const scouted *only, wt_problem *problem);

#endif
