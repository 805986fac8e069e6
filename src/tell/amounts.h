/* amounts.h - numbers and times as people read them. */
#ifndef WT_TELL_AMOUNTS_H
#define WT_TELL_AMOUNTS_H

#include "core/text.h"

/* 66,401 */
void wt_put_grouped(wt_text *t, uint64_t v);
/* 93 µs, 2.1 ms, 1.25 s: three digits that matter; below a microsecond in ns, below zero as 0. */
void wt_put_duration(wt_text *t, int64_t ns);

#endif
