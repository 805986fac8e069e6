/* told_ladder.c - what a step's frames tell as a sequence diagram. */
#include "lab/told.h"

#include "tell/ladder.h"

static void one_tape(void *user, const wt_tape *tape) { wt_tale_tape(user, tape); }

static bool feed_tale(wt_tale *tale, const trace *t, const selection *s) {
    wt_options o = told_options(t);
    wt_tale_needs(tale, &o);
    bool ok = told_feed(t, s, "frame", o, one_tape, tale);
    wt_tale_end(tale);
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
                             .here = here, .since_ns = told_since(t, s->step)};
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
