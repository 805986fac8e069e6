/* ring.h - capture files written in turns, as tcpdump's -C, -G and -W have it. */
#ifndef WT_CMD_RING_H
#define WT_CMD_RING_H

#include <time.h>

#include "wiretale/capture.h"

typedef struct ring {
    const char *name;                    /* with -G, as strftime() has it */
    enum wt_file_format format;
    uint64_t size;                       /* -C: bytes after which the next file begins; 0: none */
    uint64_t seconds;                    /* -G: seconds after which it does; 0: none */
    uint64_t files;                      /* -W: how many files; 0: no limit */
    uint64_t by_size, by_time, opened;   /* turns so far, since the last turn by time; files begun */
    time_t began;
    wt_problem problem;
} ring;

/* "5": millions of bytes; "64k", "5m", "1g": KiB, MiB, GiB.  0, or the exit status after having said what is wrong. */
int ring_size(ring *r, const char *text);
/* Whether the options belong together; 0, or as above. */
int ring_check(const ring *r, const char *name);
static inline bool ring_used(const ring *r) { return r->size || r->seconds; }
/* Before a frame is written: *writer is another one when it is time (at first it is NULL).  False: all files are
 * full, or there is a problem. */
bool ring_turn(ring *r, wt_writer **writer, time_t now);
/* While nothing comes: is the last file's time up? */
bool ring_is_over(const ring *r, time_t now);

#endif
