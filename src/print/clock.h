/* clock.h - a frame's time, as -t asks for it. */
#ifndef WT_PRINT_CLOCK_H
#define WT_PRINT_CLOCK_H

#include "print/printer.h"

/* "0.001203", "12:30:01.001203", … at most 40 bytes. */
void wt_put_clock(wt_text *t, const wt_printer *p, const wt_frame *f);
/* "2026-11-24 13:39:45.903531" (UTC). */
void wt_put_date_time(wt_text *t, int64_t ns);
/* "2026-11-24T13:39:45.903531875Z". */
void wt_put_iso_time(wt_text *t, int64_t ns);

#endif
