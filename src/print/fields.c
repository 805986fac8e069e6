/* fields.c - -T fields: chosen values, a line a frame, as tshark writes them. */
#include "print/printer.h"

static void needs(const wt_printer *p, wt_options *session) {
    session->want = p->want;
    session->want_count = p->want_count;
    session->rows_only = true;
}

static void begin(wt_printer *p) {
    if (!p->options.header)
        return;
    for (size_t n = 0; n < p->options.field_count; n++) {
        if (n)
            wt_out_c(p->out, p->options.separator ? p->options.separator : '\t');
        wt_out_s(p->out, p->options.field_names[n]);
    }
    wt_out_c(p->out, '\n');
}

/* Is i what the column asks for: one of its rows? */
static bool matches(const wt_printer *p, const wt_item *i, size_t n) {
    for (size_t k = p->column[n]; k < p->column[n + 1]; k++)
        if (p->want[k] == i->field)
            return true;
    return false;
}

static void one(wt_printer *p, const wt_item *i) {
    const wt_field *f = wt_field_get(i->field);
    if (f->type == WT_NONE)
        wt_out_c(p->out, '1');             /* it is there: that is all it can say */
    else if (f->type == WT_BYTES && i->flags & WT_I_POINTER)
        wt_out_hex(p->out, i->v.p, i->vlen);
    else
        wt_show(p->out, WT_ESC_TERMINAL, f, i);
}

/* Between two values of one column; the quote, if any, comes in front of the first. */
static void before_value(wt_printer *p, bool first) {
    if (!first)
        wt_out_c(p->out, p->options.aggregator ? p->options.aggregator : ',');
    else if (p->options.quote)
        wt_out_c(p->out, p->options.quote);
}

/* How often the protocol is there, as its name. */
static bool protocol_column(wt_printer *p, const wt_tape *tape, uint32_t proto, const char *name) {
    bool any = false;
    for (uint32_t l = 0; l < tape->layer_count && !(any && p->options.occurrence != WT_ALL); l++) {
        if (tape->layers[l].proto != proto)
            continue;
        before_value(p, !any);
        wt_out_s(p->out, name);
        any = true;
    }
    return any;
}

static bool field_column(wt_printer *p, const wt_tape *tape, size_t n) {
    const wt_item *last = NULL;
    bool any = false;
    for (uint32_t i = 0; i < tape->item_count && !(any && p->options.occurrence == WT_FIRST); i++) {
        if (!matches(p, &tape->items[i], n))
            continue;
        last = &tape->items[i];
        if (p->options.occurrence == WT_LAST)
            continue;
        before_value(p, !any);
        one(p, last);
        any = true;
    }
    if (p->options.occurrence == WT_LAST && last) {
        before_value(p, true);
        one(p, last);
    }
    return last;
}

/* A column without a value is empty, without quotes. */
static void column(wt_printer *p, const wt_tape *tape, size_t n) {
    wt_fid wanted = p->fields[n];
    bool any = WT_FID_IS_PROTO(wanted) ? protocol_column(p, tape, WT_FID_PROTO_OF(wanted), p->options.field_names[n])
                                       : field_column(p, tape, n);
    if (any && p->options.quote)
        wt_out_c(p->out, p->options.quote);
}

static void frame(wt_printer *p, const wt_tape *tape) {
    for (size_t n = 0; n < p->options.field_count; n++) {
        if (n)
            wt_out_c(p->out, p->options.separator ? p->options.separator : '\t');
        column(p, tape, n);
    }
    wt_out_c(p->out, '\n');
}

const wt_format wt_format_fields = {.name = "fields", .needs = needs, .begin = begin, .frame = frame};
