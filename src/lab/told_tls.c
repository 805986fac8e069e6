/* told_tls.c - the TLS handshakes of a step, every secret worked out from the ones before it. */
#include "lab/told.h"

#include <string.h>

#include "lab/aloud.h"
#include "tell/tls.h"

/* Lines that are too long for the page are wrapped, a little further in than they begin. */
static void put(page *p, const char *text, const char *end) {
    while (text < end) {
        char line[512], first[24];
        size_t n = strcspn(text, "\n"), indent = strspn(text, " ");
        snprintf(line, sizeof line, "%.*s", (int)(n < sizeof line ? n : sizeof line - 1), text);
        indent = indent < sizeof first - 1 ? indent : sizeof first - 1;
        snprintf(first, sizeof first, "%*s", (int)indent, "");
        if (p->prose)
            aloud_lines(p, line, strlen(line));
        else if (n <= p->width)
            page_lines(p, n ? line : "\n", n ? n : 1);
        else
            page_say(p, PAGE_PLAIN, first, line + indent);
        text += n + 1;
    }
}

static void one_tape(void *user, const wt_tape *tape) { wt_tls_model_tape(user, tape); }

bool told_secrets(page *p, const trace *t, const selection *s) {
    if (!p->to)
        return true;
    size_t size;
    wt_options o = told_options(t);
    wt_out *out = wt_out_new(-1);
    wt_tls_model *model = wt_tls_model_new(UINT32_MAX);
    if (model)
        wt_tls_model_needs(model, &o);
    bool ok = model && out && told_feed(t, s, "frame", o, one_tape, model);
    if (ok) {
        wt_tls_print how = {.out = out, .width = p->prose ? ALOUD_WIDTH : p->width, .ascii = p->prose};
        wt_tls_tell_all(model, &how);
        const char *text = wt_out_memory(out, &size);
        put(p, text, text + size);
    }
    if (model)
        wt_tls_model_free(model);
    wt_out_free(out);
    return ok;
}
