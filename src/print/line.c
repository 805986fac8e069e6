/* line.c - -q: a line a frame.  The hot path: everything is written straight into the output buffer. */
#include "print/clock.h"

enum { NUMBER = 6, TIME = 12, END = 22 };

static void line_needs(const wt_printer *p, wt_options *session) {
    (void)p;
    session->headline = true;
}

static void pad(wt_text *t, uint32_t from, uint32_t columns) {
    uint32_t used = t->len - from;
    wt_put_c(t, ' ');
    while (++used < columns)
        wt_put_c(t, ' ');
}

static void number(wt_text *t, uint64_t v) {
    uint64_t limit = 10;
    for (unsigned digits = 1; digits < NUMBER; digits++, limit *= 10)
        if (v < limit)
            wt_put_c(t, ' ');
    wt_put_u(t, v);
}

static void line(wt_printer *p, const wt_tape *tape) {
    wt_text *t = wt_out_room(p->out, 3072);
    number(t, tape->frame->number);
    wt_put_n(t, "  ", 2);
    uint32_t at = t->len;
    wt_put_clock(t, p, tape->frame);
    pad(t, at, TIME);
    at = t->len;
    if (tape->src.kind) {
        wt_put_endpoint(t, &tape->src);
        pad(t, at, END);
        wt_put_s(t, p->options.ascii ? "-> " : "→ ");
        at = t->len;
        wt_put_endpoint(t, &tape->dst);
        pad(t, at, END);
    }
    at = t->len;
    wt_put_s(t, wt_protocol_get(tape->layers[tape->top].proto)->tag);
    pad(t, at, 8);
    wt_put_c(t, ' ');
    wt_put_n(t, tape->headline, tape->headline_len);
    wt_put_c(t, '\n');
}

const wt_format wt_format_line = {.name = "line", .needs = line_needs, .frame = line};
