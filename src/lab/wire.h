/* wire.h - cables that are slow, narrow or lossy: what lab.yaml says of them, and the
 * process that carries their frames.
 *
 * Each end of such a cable is a TAP interface; a process reads what is sent at one end and hands it over at the other
 * when it is due, if at all.  It belongs to the lab's process namespace and ends with it. */
#ifndef WT_LAB_WIRE_H
#define WT_LAB_WIRE_H

#include <sys/types.h>

#include "lab/vary.h"
#include "lab/way.h"

enum { WIRE_STEPS = 64, WIRE_PICKS = 16, WIRE_QUEUE = 100 };

typedef struct wire_shared {         /* between the lab and the process */
    _Atomic unsigned step;           /* 0: before the first */
    way_counts counts[2];            /* from a to b, from b to a */
} wire_shared;

typedef struct wire {
    const lab_link *link;
    pid_t pid;
    bool broken;                     /* the process has ended */
    wire_shared *shared;
} wire;

/* What one direction did, for the lab's end. */
typedef struct wire_told {
    char from[32], from_card[32], to[32], to_card[32];     /* hosts or switches, and the interfaces' names there */
    uint64_t frames, lost, chosen, no_room, overtook, late_ns;
} wire_told;

/* The rule for what `from` sends into that cable in `step` (NULL: before the first).  False: a value can't be read. */
bool wire_rule(const vary *v, const lab_link *l, const char *from, const char *step, way_rule *rule,
               wt_problem *problem);
/* Does that cable do nothing but delay, and the same all the time?  Then `delay_ns` says how
 * much, for what each end sends. */
bool wire_only_delays(const vary *v, const lab_file *f, const lab_link *l, int64_t delay_ns[2]);
/* "7, 9-11": is `n` one of them?  False for `known`: this can't be read. */
bool wire_listed(const char *list, unsigned n, bool *known);

/* Let a process carry frames between two TAP descriptors, which it takes over; `number` is the cable's. */
bool wire_start(wire *w, const lab *l, const vary *v, unsigned number, const int ends[2], wt_problem *problem);
/* The step of that number (from 1) begins: rules change, and chance and frames are counted anew. */
void wire_follow(const wire *w, unsigned step);
/* Frames that are on their way now. */
uint64_t wire_held(const wire *w);
/* What its two directions did, a line each, appended to `text`; and a line read again: where
 * the next one begins, or NULL. */
void wire_tell(const wire *w, char *text, size_t room);
const char *wire_hear(const char *text, wire_told *told);

#endif
