/* crew.h - frames printed by several threads, in the order in which they came.
 *
 * What a frame turned out to hold is copied, some frames are a batch, and threads turn batches into text while the
 * caller goes on dissecting.  The output is the same as without them, byte by byte, only a few batches later. */
#ifndef WT_PRINT_CREW_H
#define WT_PRINT_CREW_H

#include "wiretale/print.h"

typedef struct wt_crew wt_crew;

/* As many threads as `printer`'s options say, which print as it would; NULL if there is no
 * memory, or no thread to be had. */
wt_crew *wt_crew_new(const wt_printer *printer);
/* Have the frame printed, behind all others, to the printer's output.  False: it is too large to be copied, and all
 * that came before it is printed. */
bool wt_crew_add(wt_crew *crew, wt_printer *printer, const wt_tape *tape);
/* Wait until all is printed. */
void wt_crew_drain(wt_crew *crew, wt_printer *printer);
void wt_crew_free(wt_crew *crew);

#endif
