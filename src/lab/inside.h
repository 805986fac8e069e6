/* inside.h - what runs inside of a lab's space, and the messages with which it tells the outside. */
#ifndef WT_LAB_INSIDE_H
#define WT_LAB_INSIDE_H

#include "lab/vary.h"

enum { INSIDE_MESSAGE = 32768, INSIDE_WIRES = 4096 };

/* A message's first byte; then texts, each ended by a NUL. */
enum {
    INSIDE_DONE = 'D',               /* frames, dropped; what the slow cables did */
    INSIDE_PROBLEM = 'P',            /* text, hint */
    INSIDE_ACTION = 'A',             /* host, command, what it is for */
    INSIDE_OUTPUT = 'O'              /* what it printed */
};

typedef struct inside_plan {
    const lab *lab;
    const vary *vary;
    const char *capture;             /* the file to write what was heard to */
} inside_plan;

/* For space_start(): `plan` is an inside_plan.  Every message from outside is the number of a step. */
int inside_run(void *plan, int control, const char *scratch);

#endif
