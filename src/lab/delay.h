/* delay.h - how long until a value that was seen here is seen there: what a message takes, from the packets alone. */
#ifndef WT_LAB_DELAY_H
#define WT_LAB_DELAY_H

#include "lab/gather.h"

enum { DELAY_MOST = 4096 };

typedef struct delays {
    double *ms;                      /* to a hundredth, in rising order, one for each value that arrived */
    uint32_t count, missing;         /* values that arrived, and that never did */
    uint64_t worst_sent, worst_seen; /* numbers of the frames that the longest lies between; 0: none arrived */
} delays;

/* Each different value that `field` first has in `from`, and the first frame of `to`, not before it, that has it too.
 * More than DELAY_MOST values are refused.  False: see `problem`. */
bool delays_find(const trace *t, const selection *from, const selection *to, const char *field, delays *d,
                 wt_problem *problem);
void delays_free(delays *d);
/* The one in the middle; of an even number, the mean of the two.  0 if there is none. */
double delays_median(const delays *d);

#endif
