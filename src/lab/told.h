/* told.h - what a step's frames tell as a whole: a sequence diagram, TLS handshakes with every secret worked out, what
 * every byte was for. */
#ifndef WT_LAB_TOLD_H
#define WT_LAB_TOLD_H

#include "lab/page.h"
#include "lab/trace.h"
#include "wiretale/names.h"

/* Draw who said what to whom, as `wiretale ladder` does; `names` may be NULL.  False: out of memory,
 * or the filter can't be read. */
bool told_ladder(page *p, const trace *t, const selection *s, const wt_names *names, const char *here);
/* Tell the TLS handshakes, as `wiretale tls` does.  False: out of memory. */
bool told_secrets(page *p, const trace *t, const selection *s);

/* Say what every byte was for, as `wiretale bytes` does.  False: out of memory. */
bool told_bytes(page *p, const trace *t, const selection *s);
/* A line a frame: the frames of HTTP/2 in it and their streams; of others what they say.  False: as above. */
bool told_http2(page *p, const trace *t, const selection *s);
/* Tell HTTP/2's header blocks, field by field, with the table that they build; those of the first sender that has any,
 * on one connection.  False: out of memory, or the filter can't be read. */
bool told_hpack(page *p, const trace *t, const selection *s);

/* ---- for those above -------------------------------------------------------------------- */

typedef void told_fn(void *user, const wt_tape *tape);
/* Call fn with the tape of every frame that is selected; `unless`: the filter, if none is said.  False: out of memory,
 * or the filter can't be read. */
bool told_feed(const trace *t, const selection *s, const char *unless, wt_options o, told_fn *fn, void *user);
/* What a step's times count from, wherever they are shown: its first frame, at any point; the capture's first, if it is
 * of all steps. */
int64_t told_since(const trace *t, int step);
/* The first item of that field between two places on the tape, or NULL. */
const wt_item *told_find(const wt_tape *tape, uint32_t from, uint32_t end, wt_fid field);

/* Is the i-th frame one that is to be told of? */
static inline bool told_chosen(const trace *t, uint32_t i, const selection *s) {
    return (s->point == TRACE_ANY || t->frames[i].frame.interface == (uint32_t)s->point) &&
           (s->step == TRACE_ANY || t->frames[i].step == s->step);
}

static inline wt_options told_options(const trace *t) {
    return (wt_options){.crypto = wt_keylog_ops(), .crypto_state = t->keys, .codec = wt_codecs()};
}

#endif
