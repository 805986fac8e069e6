/* engine.h - a lab that runs: its network, programs and captures live in a space and are
 * told, step by step, what to do. */
#ifndef WT_LAB_ENGINE_H
#define WT_LAB_ENGINE_H

#include "lab/inside.h"
#include "lab/space.h"

typedef struct engine {
    space space;
    int capture;                     /* the capture so far, in memory */
    char path[64];                   /* by which it can be read */
    uint64_t frames, dropped;        /* of it */
    char wires[INSIDE_WIRES];        /* what the slow cables did: see wire_hear() */
} engine;

/* What happens in a step, as it happens. */
typedef struct engine_listener {
    void (*action)(void *user, const char *host, const char *command, const char *say);
    void (*output)(void *user, const char *text);
    void *user;
} engine_listener;

/* Make the lab's network, open its captures, start its programs.  False: see `problem`. */
bool engine_start(engine *e, const lab *l, const vary *v, wt_problem *problem);
/* Do the n-th step: its actions, what it waits for, until all is quiet; then e->path has all frames so far. */
bool engine_step(engine *e, unsigned n, const engine_listener *to, wt_problem *problem);
/* Nothing of it is left afterwards, neither the network nor the capture. */
void engine_stop(engine *e);

#endif
