/* show.h - frames of a capture, printed as `wiretale read` prints them. */
#ifndef WT_LAB_SHOW_H
#define WT_LAB_SHOW_H

#include "lab/page.h"
#include "lab/trace.h"

enum { SHOW_SECONDS = 40 };

/* Print the frames that `filter` (NULL: all) selects at a point and in a step: as "lines" (NULL), "text",
 * "picture", "all" or "hex"; with `layer` only that protocol's layer, and of a picture nothing else.  How many;
 * -1: the filter can't be read. */
int show_frames(page *p, const trace *t, const selection *s, const char *as, const char *layer);
/* "0.000031", cut as everywhere. */
void show_seconds(int64_t since, char out[SHOW_SECONDS]);

#endif
