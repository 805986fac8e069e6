/* told.c - the frames of a step, one after the other, to whatever tells of them. */
#include "lab/told.h"

bool told_feed(const trace *t, const selection *s, const char *unless, wt_options o, told_fn *fn, void *user) {
    wt_filter_problem wrong;
    wt_filter *filter = wt_filter_new(s->filter ? s->filter : unless, &wrong);
    wt_session *session = filter && wt_filter_needs(filter, &o) ? wt_session_new(&o) : NULL;
    for (uint32_t i = 0; session && i < t->frame_count; i++) {
        wt_frame f = t->frames[i].frame;
        f.comment = NULL;                  /* steps are named elsewhere */
        f.comment_len = 0;
        const wt_tape *tape = wt_session_feed(session, &f);
        if (told_chosen(t, i, s) && wt_filter_match(filter, tape))
            fn(user, tape);
    }
    bool ok = session != NULL;
    wt_session_free(session);
    wt_filter_free(filter);
    return ok;
}

int64_t told_since(const trace *t, int step) {
    for (uint32_t i = 0; i < t->frame_count; i++)
        if (step < 0 || t->frames[i].step == step)
            return t->frames[i].frame.time_ns;
    return 0;
}

const wt_item *told_find(const wt_tape *tape, uint32_t from, uint32_t end, wt_fid field) {
    for (uint32_t i = from; i < end; i++)
        if (tape->items[i].field == field)
            return &tape->items[i];
    return NULL;
}
