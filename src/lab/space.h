/* space.h - a private world: a process whose users, files, network and processes are its own.
 *
 * The process inside is number 1 of its PID namespace: when it ends, the kernel kills everything that it started and
 * the namespaces go, with all that is in them.  It is killed when the process that made it ends, however that ends. */
#ifndef WT_LAB_SPACE_H
#define WT_LAB_SPACE_H

#include <stdbool.h>
#include <sys/types.h>

#include "wiretale/capture.h"

typedef struct space {
    pid_t pid;                       /* the process inside, as seen from outside */
    int control;                     /* a socket of messages to it */
} space;

/* Start `inside(user, control, scratch)` in namespaces of its own; `scratch` is a private tmpfs, where it stands.
 * False: see `problem`, which says why and which one command allows it. */
bool space_start(space *s, int (*inside)(void *user, int control, const char *scratch), void *user,
                 wt_problem *problem);
/* Kill everything inside; afterwards nothing of it is there. */
void space_end(space *s);
/* Can namespaces be made here?  As space_start(), with nothing inside. */
bool space_possible(wt_problem *problem);

#endif
