/* tap.h - capture points: every frame at every one of them, in the order of time, into one capture file.
 *
 * A tap hears from the moment it is opened; its namespace is the one where the process then was. */
#ifndef WT_LAB_TAP_H
#define WT_LAB_TAP_H

#include "lab/vary.h"

enum { TAP_POINTS = 16, TAP_HOLD_MS = 20, TAP_BYTES = 64 * 1024 * 1024 };

typedef struct tap_frame {
    wt_frame frame;
    uint8_t *data;
    uint32_t point, arrival;
} tap_frame;

typedef struct tap_mark {
    int64_t time_ns;
    unsigned step;
} tap_mark;

typedef struct taps {
    wt_live *live[TAP_POINTS];
    wt_interface points[TAP_POINTS];
    uint32_t count;
    tap_frame *frames;
    uint32_t frame_count, frame_room;
    size_t bytes;
    int64_t last_ms;                 /* when the last frame was taken over, on the monotonic clock */
    bool full;                       /* TAP_BYTES was reached, or memory ran out: frames are missing */
    tap_mark *marks;                 /* the steps that were begun */
    uint32_t mark_count;
} taps;

/* Hear what passes at the interface `point->as` of the namespace where we are. */
bool taps_open(taps *t, const lab_point *point, wt_problem *problem);
/* Take over what was heard, waiting at most `ms` for something.  False: a capture broke off. */
bool taps_take(taps *t, int ms, wt_problem *problem);
/* Take over until nothing came at any point for longer than the kernel holds frames back. */
bool taps_settle(taps *t, wt_problem *problem);
/* That step begins now. */
bool taps_mark(taps *t, unsigned step);
/* Frames that the kernel had to drop. */
uint64_t taps_dropped(taps *t);
/* Write all that was heard, in the order of time, with `keys` (a TLS key log; may be NULL); the first frame of every
 * step has a comment that names lab, seed and step. */
bool taps_write(taps *t, const char *path, const lab *l, uint64_t seed, const char *keys, size_t keys_size,
                wt_problem *problem);
void taps_close(taps *t);

#endif
