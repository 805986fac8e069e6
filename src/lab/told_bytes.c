/* told_bytes.c - what every byte of a step's frames was for. */
#include "lab/told.h"

#include "lab/aloud.h"
#include "tell/ledger.h"

static void one_tape(void *user, const wt_tape *tape) { wt_ledger_tape(user, tape); }

bool told_bytes(page *p, const trace *t, const selection *s) {
    if (!p->to)
        return true;
    size_t size;
    wt_options o = told_options(t);
    wt_out *out = wt_out_new(-1);
    wt_ledger *ledger = wt_ledger_new();
    if (ledger)
        wt_ledger_needs(ledger, &o);
    bool ok = ledger && out && told_feed(t, s, "frame", o, one_tape, ledger) && !ledger->out_of_memory;
    if (ok) {
        wt_ledger_print how = {.out = out, .title = t->lab, .by = WT_BY_LAYER, .width = p->width, .ascii = p->prose};
        wt_ledger_text(ledger, &how);
        const char *text = wt_out_memory(out, &size);
        (p->prose ? aloud_lines : page_lines)(p, text, size);
    }
    if (ledger)
        wt_ledger_free(ledger);
    wt_out_free(out);
    return ok;
}
