/* merge.h - several captures become one pcapng file, in the order of time; each keeps interfaces of its own.
 *
 * One section, in the byte order that all inputs have, or else this machine's.  Frames keep their bytes, times and
 * options; names, secrets, statistics, custom and unknown blocks come along. */
#ifndef WT_CAPTURE_MERGE_H
#define WT_CAPTURE_MERGE_H

#include "wiretale/capture.h"

typedef struct wt_merge_options {
    void (*write)(void *user, const void *bytes, size_t n);
    void (*private)(void *user);     /* the file is about to hold secrets */
    void *user;
} wt_merge_options;

typedef struct wt_merge wt_merge;

/* A capture point of the output. */
typedef struct wt_merge_point {
    size_t input;                    /* which file it is of */
    uint32_t number;                 /* of the reader's */
    uint64_t frames;
} wt_merge_point;

typedef struct wt_merge_counts {
    uint64_t frames, secrets, names;
    uint64_t untimed;                /* frames that got the time 0, as their blocks had none */
    uint64_t foreign;                /* unknown blocks of the other byte order, copied as they were */
    uint64_t astray;                 /* statistics of interfaces that are not described, left out */
} wt_merge_counts;

/* The readers must not have given a frame yet; `names` are what inputs without interface names are called.  Both must
 * outlive the merge.  NULL if memory ran out. */
wt_merge *wt_merge_new(wt_reader *const *readers, const char *const *names, size_t count,
                       const wt_merge_options *options);
/* Write everything.  An input that breaks is read up to there: its reader has the problem.  False if memory ran out. */
bool wt_merge_run(wt_merge *m);
wt_merge_counts wt_merge_counted(const wt_merge *m);
/* The n-th interface that was written; NULL past the last. */
const wt_merge_point *wt_merge_point_get(const wt_merge *m, uint32_t n);
void wt_merge_free(wt_merge *m);

#endif
