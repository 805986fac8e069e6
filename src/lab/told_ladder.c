/* told_ladder.c - what a step's frames tell as a sequence diagram. */
#include "lab/told.h"

#include "tell/ladder.h"

static bool feed_tale(wt_tale *tale, const trace *t, const selection *s) {
    wt_options o = told_options(t);
    wt_filter_problem wrong;
    wt_filter *filter = wt_filter_new(s->filter ? s->filter : "frame", &wrong);
    wt_tale_needs(tale, &o);
    wt_session *session = filter && wt_filter_needs(filter, &o) ? wt_session_new(&o) : NULL;
    for (uint32_t i = 0; session && i < t->frame_count; i++) {
        wt_frame f = t->frames[i].frame;
        f.comment = NULL;                  /* steps are named elsewhere */
        f.comment_len = 0;
        const wt_tape *tape = wt_session_feed(session, &f);
        if (told_chosen(t, i, s) && wt_filter_match(filter, tape))
            wt_tale_tape(tale, tape);
    }
    bool ok = session != NULL;
    wt_tale_end(tale);
    wt_session_free(session);
    wt_filter_free(filter);
    return ok;
}

bool told_ladder(page *p, const trace *t, const selection *s, const wt_names *names, const char *here) {
    if (!p->to)
        return true;
    size_t size;
    wt_out *out = wt_out_new(-1);
    wt_tale *tale = wt_tale_new();
    bool ok = out && tale && feed_tale(tale, t, s) && !tale->out_of_memory;
    wt_ladder_options how = {.level = WT_LEVEL_TLS, .ascii = p->prose, .width = p->width, .title = "", .names = names,
                             .here = here};
    wt_ladder *ladder = ok ? wt_ladder_new(tale, &how) : NULL;
    ok = ladder && !ladder->out_of_memory;
    if (ok) {
        wt_ladder_text(ladder, out);
        const char *text = wt_out_memory(out, &size);
        page_lines(p, text, size);
    }
    wt_ladder_free(ladder);
    wt_tale_free(tale);
    wt_out_free(out);
    return ok;
}
