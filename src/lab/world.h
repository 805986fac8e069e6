/* world.h - the hosts, switches, cables and programs of a lab, inside a space. */
#ifndef WT_LAB_WORLD_H
#define WT_LAB_WORLD_H

#include <sys/types.h>

#include "lab/wire.h"

enum { WORLD_PLACES = 32, WORLD_PROGRAMS = 128, WORLD_WIRES = 16 };

typedef struct place {               /* a host or a switch: a network namespace */
    const char *name;
    int space;
    unsigned ends;                   /* cables plugged in so far */
} place;

typedef struct program {
    const char *name;                /* NULL: one that is waited for */
    pid_t pid;
    int status;                      /* once it has ended: as waitpid() has it */
    bool ended;
    char output[64];                 /* file with what it printed */
} program;

typedef struct world {
    const lab *lab;
    vary *vary;
    const char *scratch;
    place places[WORLD_PLACES];
    unsigned place_count;
    program programs[WORLD_PROGRAMS];
    unsigned program_count;
    wire wires[WORLD_WIRES];         /* the cables that are slow, narrow or lossy */
    unsigned wire_count;
} world;

/* Make the hosts, the switches and the cables between them. */
bool world_make(world *w, wt_problem *problem);
/* Be at that host or switch from now on. */
bool world_enter(const world *w, const char *name, wt_problem *problem);
/* The step of that number (from 1) begins. */
void world_follow(const world *w, unsigned step);
/* Is a frame on its way in a slow cable? */
bool world_carries(const world *w);
/* False: the process that carries a cable's frames has ended. */
bool world_whole(const world *w, wt_problem *problem);
/* Start the command of `action` at its host; `name` may be NULL. */
program *world_start(world *w, const lab_action *action, wt_problem *problem);
/* Is what it waits for there? */
bool world_ready(world *w, const lab_action *action, const program *p);
/* Notice which programs have ended. */
void world_reap(world *w);
/* End it: first asked, then made to. */
void world_stop(world *w, program *p);
program *world_find(world *w, const char *name);
/* The last bytes of what it printed; free() it. */
char *world_output(const program *p);

#endif
