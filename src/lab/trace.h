/* trace.h - a capture in memory, asked as often as one likes. */
#ifndef WT_LAB_TRACE_H
#define WT_LAB_TRACE_H

#include "wiretale/capture.h"
#include "wiretale/filter.h"
#include "wiretale/keylog.h"

enum { TRACE_POINTS = 16, TRACE_STEPS = 64, TRACE_ANY = -1, TRACE_NONE = -2, TRACE_ABOUT = 64 * 1024,
       TRACE_BYTES = 256 * 1024 * 1024 };

typedef struct trace_frame {
    wt_frame frame;
    int step;                        /* index of trace->steps; -1 before the first */
} trace_frame;

typedef struct trace {
    trace_frame *frames;
    uint32_t frame_count, frame_room;
    char points[TRACE_POINTS][64];   /* names of the capture points */
    uint32_t point_count;
    char steps[TRACE_STEPS][32];     /* names of the steps, as the comments of their first frames have them */
    uint32_t step_count;
    char lab[64];                    /* which lab it says it is; "" if none */
    uint64_t seed;
    bool mixed;                      /* its steps name several labs or seeds */
    bool cut;                        /* a frame is not whole */
    uint64_t dropped;                /* frames that were lost while it was captured, as far as the file says so */
    size_t bytes;
    wt_keylog *keys;
    void *secrets;                   /* the key log's text, as the file has it */
    size_t secrets_size;
    char *about;                     /* the file's own comments, each as a line; NULL if it has none */
    size_t about_size;
    bool about_cut;                  /* there are more, which are no lab's */
} trace;

typedef struct selection {
    const char *filter;
    int point, step;                 /* or TRACE_ANY, or TRACE_NONE */
    const char *message;             /* a protocol: each of its layers is looked at by itself,
                                      * with those below it; or NULL */
    uint64_t after, before;          /* only frames with numbers between these; 0: no such end */
} selection;

/* Read a capture file whole.  NULL: see `problem`. */
trace *trace_open(const char *path, wt_problem *problem);
void trace_close(trace *t);
/* The number of that point or step, or TRACE_ANY. */
int trace_point(const trace *t, const char *name);
int trace_step(const trace *t, const char *name);
/* Call fn with the tape of every frame that is selected (for messages: with a tape of that message alone).  `want` are
 * fields that fn looks at.  False: the filter can't be read, see `wrong`. */
bool trace_select(const trace *t, const selection *s, const wt_fid *want, size_t want_count,
                  void (*fn)(void *user, const wt_tape *tape), void *user, wt_filter_problem *wrong);

#endif
