/* keep.h - a tape that outlives its frame: for those who put two packets side by side. */
#ifndef WT_TELL_KEEP_H
#define WT_TELL_KEEP_H

#include "wiretale/tape.h"

/* A copy of all that the tape points to, but its frame's comment; free() it.  NULL if memory ran out. */
wt_tape *wt_tape_keep(const wt_tape *tape);

#endif
