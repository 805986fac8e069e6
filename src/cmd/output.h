/* output.h - where a command's own output goes: standard output, or a file that appears whole or not at all. */
#ifndef WT_CMD_OUTPUT_H
#define WT_CMD_OUTPUT_H

#include "wiretale/print.h"

typedef struct output {
    wt_out *to;
    const char *name;                      /* NULL: standard output */
    char unfinished[4096];                 /* what the file is called until it is whole; "": a pipe or a device */
    int fd;
    bool private;
} output;

/* 0, or the exit status after having said what is wrong.  `name` NULL or "-": standard output. */
int output_open(output *o, const char *name);
/* It holds secrets: only its owner may read the file, if it is one and not a pipe or a device. */
void output_private(output *o);
int output_close(output *o);
/* What was written so far is not wanted: no file is left behind. */
void output_drop(output *o);

#endif
