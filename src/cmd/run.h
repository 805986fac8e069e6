/* run.h - what read and live share: from a frame to the output and the file. */
#ifndef WT_CMD_RUN_H
#define WT_CMD_RUN_H

#include "cmd/options.h"
#include "wiretale/capture.h"
#include "wiretale/filter.h"
#include "wiretale/keylog.h"

typedef struct run {
    const read_options *options;
    wt_keylog *keys;
    wt_out *out;
    wt_printer *printer;
    wt_session *session;
    wt_filter *filter;
    wt_writer *writer;
    wt_names *names;
    bool printing;                       /* frames are printed, too, not only written */
    uint64_t shown;
} run;

/* Make all of it; 0, or the exit status after having said what is wrong. */
int run_start(run *r, read_options *o);
/* One frame through all of it.  False: stop; run_finish says why. */
bool run_frame(run *r, const wt_frame *f, const wt_interface *point);
/* Finish the output and the file: `status`, or worse. */
int run_finish(run *r, int status);
void run_free(run *r);

#endif
