/* skeleton.h - a new lab for an author to fill. */
#ifndef WT_LAB_SKELETON_H
#define WT_LAB_SKELETON_H

#include <stdbool.h>

#include "wiretale/capture.h"

/* Write folder `path` ("labs/19-dns") with a lab.yaml that runs and a README.md.  False: see `problem`. */
bool skeleton_write(const char *path, wt_problem *problem);

#endif
