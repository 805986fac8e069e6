/* json_value.c - values as JSON has them, for both JSON formats. */
#include <math.h>
#include <stdio.h>

#include "print/clock.h"
#include "print/json.h"

/* Text that is no UTF-8 is an object with its bytes, so that nothing is lost. */
static void text(wt_out *o, const wt_item *i, bool always) {
    if (always || wt_utf8_valid(i->v.p, i->vlen)) {
        wt_out_c(o, '"');
        wt_escape(o, WT_ESC_JSON, i->v.p, i->vlen);
        wt_out_c(o, '"');
    } else {
        wt_out_s(o, "{\"hex\": \"");
        wt_out_hex(o, i->v.p, i->vlen);
        wt_out_s(o, "\"}");
    }
}

/* JSON has no word for what is no number. */
static void number(wt_out *o, double v) {
    char text[32];
    snprintf(text, sizeof text, "%.17g", v);
    wt_out_s(o, isfinite(v) ? text : "null");
}

void wt_json_value(wt_out *o, const wt_field *f, const wt_item *i, bool one_type) {
    enum { EXACT = 53 };                   /* bits that every JSON reader keeps */
    if (i->flags & WT_I_POINTER && f->type == WT_STRING) {
        text(o, i, one_type);
    } else if (i->flags & WT_I_POINTER && f->type == WT_BYTES) {
        wt_out_c(o, '"');
        wt_out_hex(o, i->v.p, i->vlen);
        wt_out_c(o, '"');
    } else if (f->type == WT_NONE || (!(i->flags & WT_I_POINTER) && (f->type == WT_BYTES || f->type == WT_STRING))) {
        wt_out_s(o, "null");
    } else if (wt_is_number(f->type) && !(i->flags & WT_I_POINTER)) {
        if (f->base == WT_FLAG)
            wt_out_s(o, i->v.u ? "true" : "false");
        else if (wt_is_signed(f->type))
            wt_out_i(o, (int64_t)i->v.u);
        else if (i->v.u >> EXACT && !one_type) {
            wt_out_c(o, '"');
            wt_out_u(o, i->v.u);
            wt_out_c(o, '"');
        } else
            wt_out_u(o, i->v.u);
    } else if (one_type && f->type == WT_ABSTIME) {
        wt_out_c(o, '"');
        wt_put_iso_time(wt_out_room(o, 64), (int64_t)i->v.u);
        wt_out_c(o, '"');
    } else if (one_type && f->type == WT_RELTIME) {
        wt_put_seconds(wt_out_room(o, 64), (int64_t)i->v.u, 9);
    } else if (one_type && f->type == WT_DOUBLE) {
        number(o, i->v.d);
    } else if (f->type == WT_FRAME && !(i->flags & WT_I_POINTER)) {
        wt_out_u(o, i->v.u);
    } else {
        wt_out_c(o, '"');
        wt_show(o, WT_ESC_JSON, f, i);
        wt_out_c(o, '"');
    }
}
