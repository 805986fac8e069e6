/* way.h - one direction of a cable that is slow, narrow or lossy: what becomes of each frame, and when it is due.
 *
 * Nothing here looks at a clock, a socket or a real random number: the same frames at the same times meet the
 * same fate on every machine. */
#ifndef WT_LAB_WAY_H
#define WT_LAB_WAY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    WAY_FRAMES = 4096,               /* on their way at the same time */
    WAY_ROOM = 2048,                 /* bytes of one */
    WAY_QUEUE = 1000,                /* the most that may wait for their turn */
    WAY_MILLION = 1000000
};

typedef struct way_rule {
    int64_t delay_ns, jitter_ns;     /* jitter: so much more or less, by chance, but none overtakes another for it */
    uint32_t loss, reorder;          /* so many of a million; reordered ones skip the delay, and so overtake */
    uint64_t rate;                   /* bits a second, each frame as long as a capture says; 0: no limit */
    uint32_t queue;                  /* with a rate: how many may wait for their turn, before
                                      * those that come are dropped */
} way_rule;

/* What happened; another process may look at it. */
typedef struct way_counts {
    _Atomic uint64_t frames, bytes;  /* that were sent into it */
    _Atomic uint64_t lost, chosen;   /* by chance; because the lab named them */
    _Atomic uint64_t no_room, overtook;
    _Atomic uint64_t held;           /* on their way now */
    _Atomic uint64_t late_ns;        /* the worst: how much later than due one was handed over */
} way_counts;

typedef struct way_held {
    int64_t due;
    uint64_t order;                  /* of two that are due at the same time, the first goes first */
    uint32_t slot, size;
} way_held;

typedef struct way {
    const way_rule *rule;
    way_counts *counts;
    const char *name;                /* what the chance depends on, with the seed: "link 0 from client in lossy" */
    uint64_t seed;
    unsigned seen;                   /* frames since this rule holds */
    uint64_t order;
    int64_t free_at, last_due;       /* when the sender's turn ends; when the last one that kept its place is due */
    int64_t turns[WAY_QUEUE];        /* when each waiting frame's turn begins, in a ring */
    unsigned first_turn, turn_count;
    way_held heap[WAY_FRAMES];       /* the one that is due first is at 0 */
    unsigned held;
    int64_t taken_due;               /* when the one that was taken out last was due */
    uint32_t spare[WAY_FRAMES];      /* slots that hold nothing */
    uint8_t *slots;
} way;

enum way_wish { WAY_BY_CHANCE, WAY_HURRY, WAY_LOSE };
enum way_fate { WAY_PASSES, WAY_LOST, WAY_CHOSEN, WAY_FULL };

/* False: out of memory. */
bool way_open(way *w, way_counts *counts, uint64_t seed);
void way_close(way *w);
/* From now on this rule holds; `name` names what the chance depends on, and frames are counted anew.  Both are kept. */
void way_follow(way *w, const way_rule *rule, const char *name);
/* A frame is sent into it, with what the lab wants of it.  It is copied. */
enum way_fate way_send(way *w, int64_t now, const uint8_t *frame, size_t size, enum way_wish wish);
/* When the next one is due; INT64_MAX if there is none. */
int64_t way_due(const way *w);
/* Take out the first that is due by now.  It is there until the next call.  0: none is. */
size_t way_take(way *w, int64_t now, const uint8_t **frame);
/* It was handed over at that time. */
void way_handed(way *w, int64_t now);

#endif
