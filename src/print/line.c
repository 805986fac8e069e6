/* line.c - -q: a line a frame.  The hot path: everything is written straight into the output buffer. */
#include "print/clock.h"
#include "print/named.h"

enum { NUMBER = 6, TIME = 12, END = 22, TAG = 8, ROOMY = 110 };

static void line_needs(const wt_printer *p, wt_options *session) {
    (void)p;
    session->headline = true;
}

static void pad(wt_text *t, uint32_t from, uint32_t columns) {
    uint32_t used = t->len - from;
    wt_put_spaces(t, used < columns ? columns - used : 1);
}

static void padded_end(wt_printer *p, wt_text *t, const wt_tape *tape, const wt_endpoint *e, uint32_t columns) {
    uint32_t at = t->len;
    wt_put_named_end(t, p, tape, e);
    pad(t, at, columns);
}

/* The same few ends come again and again: their text is kept, in a place that the end itself gives.  Only plain IPv4
 * addresses; a name may change, and all else is rarer. */
static void end(wt_printer *p, wt_text *t, const wt_tape *tape, const wt_endpoint *e, uint32_t columns) {
    if (e->kind != 4 || !e->has_port || p->options.names) {
        padded_end(p, t, tape, e, columns);
        return;
    }
    uint32_t address;
    memcpy(&address, e->addr, sizeof address);
    uint64_t key = (uint64_t)address << 16 | e->port;
    wt_end_text *kept = &p->ends[(key * 0x9e3779b97f4a7c15u) >> (64 - WT_END_BITS)];
    if (!kept->length || kept->key != key) {
        wt_text fresh = {kept->text, 0, sizeof kept->text, false};
        padded_end(p, &fresh, tape, e, columns);
        kept->key = key;
        kept->length = (uint8_t)fresh.len;
    }
    memcpy(t->p + t->len, kept->text, sizeof kept->text);   /* all of it is one move; there is room for a whole line */
    t->len += kept->length;
}

static void ends(wt_printer *p, wt_text *t, const wt_tape *tape, uint32_t columns) {
    if (!tape->src.kind) {
        if (columns)
            pad(t, t->len, 2 * columns + 2);
        return;
    }
    end(p, t, tape, &tape->src, columns);
    wt_put_s(t, p->options.ascii ? "-> " : "→ ");
    end(p, t, tape, &tape->dst, columns);
}

/* On a screen the line ends at its edge, with a mark that there is more. */
static void cut(wt_text *t, uint32_t from, unsigned width, bool ascii) {
    unsigned columns = 0;
    uint32_t at = from, last = from;
    while (at < t->len) {
        uint32_t cp;
        unsigned size = wt_utf8((const uint8_t *)t->p + at, t->len - at, &cp);
        size = size ? size : 1;
        columns += wt_columns(t->p + at, size);
        if (columns > width) {
            t->len = last;
            wt_put_s(t, ascii ? "~" : "…");
            return;
        }
        at += size;
        if (columns < width)
            last = at;
    }
}

static void line(wt_printer *p, const wt_tape *tape) {
    const wt_print_options *o = &p->options;
    bool narrow = o->cut && o->width < ROOMY;
    wt_text *t = wt_out_room(p->out, 3072);
    uint32_t begin = t->len, at;
    wt_put_u_right(t, tape->frame->number, narrow ? NUMBER - 3 : NUMBER);
    wt_put_n(t, "  ", narrow ? 1 : 2);
    at = t->len;
    wt_put_clock(t, p, tape->frame);
    pad(t, at, narrow ? TIME - 4 : TIME);
    at = t->len;
    ends(p, t, tape, narrow ? 0 : END);
    if (narrow)
        pad(t, at, END + 8);
    at = t->len;
    wt_put_s(t, wt_protocol_get(tape->layers[tape->top].proto)->tag);
    pad(t, at, narrow ? TAG - 4 : TAG);
    wt_put_n(t, " ", !narrow);
    wt_put_n(t, tape->headline, tape->headline_len);
    if (o->cut)
        cut(t, begin, (unsigned)o->width, o->ascii);
    wt_put_c(t, '\n');
}

const wt_format wt_format_line = {.name = "line", .needs = line_needs, .frame = line};
