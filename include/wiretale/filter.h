/* filter.h - display filters, in Wireshark's language (docs/filters.md).
 *
 *     wt_filter *f = wt_filter_new("tcp.port == 443 && !tcp.analysis.flags", &problem);
 *     wt_filter_needs(f, &session_options);
 *     … if (wt_filter_match(f, wt_session_feed(session, &frame))) … */
#ifndef WIRETALE_FILTER_H
#define WIRETALE_FILTER_H

#include "session.h"

typedef struct wt_filter wt_filter;

/* What is wrong with a filter, and where: `position` and `length` in bytes of its text. */
typedef struct wt_filter_problem {
    char text[200], hint[200];       /* hint: "" if there is none */
    uint32_t position, length;
} wt_filter_problem;

/* Compile.  NULL: see `problem`.  The text is not needed afterwards. */
WT_API wt_filter *wt_filter_new(const char *text, wt_filter_problem *problem);
/* Add what the filter looks at to what the session puts on its tapes.  options->want then points into the filter. */
WT_API bool wt_filter_needs(wt_filter *filter, wt_options *options);
/* Does it choose this frame?  Allocates nothing. */
WT_API bool wt_filter_match(wt_filter *filter, const wt_tape *tape);
/* How often a pattern was given up because it took too many steps, or values because there were too many. */
WT_API uint64_t wt_filter_given_up(const wt_filter *filter);
WT_API void wt_filter_free(wt_filter *filter);

#endif
