/* hex.c - the bytes of every source of a frame: offset, hex, text. */
#include "print/printer.h"

static void row(wt_out *o, const uint8_t *p, uint32_t at, uint32_t n) {
    wt_text *t = wt_out_room(o, 128);
    wt_put_s(t, "  ");
    wt_put_x(t, at, 4);
    wt_put_c(t, ' ');
    for (uint32_t i = 0; i < 16; i++) {
        wt_put_s(t, i % 8 ? " " : "  ");
        if (i < n)
            wt_put_x(t, p[i], 2);
        else
            wt_put_s(t, "  ");
    }
    wt_put_s(t, "   ");
    for (uint32_t i = 0; i < n; i++)
        wt_put_c(t, p[i] >= 0x20 && p[i] < 0x7f ? (char)p[i] : '.');
    wt_put_c(t, '\n');
}

void wt_hex_dump(wt_printer *p, const wt_tape *tape) {
    for (uint32_t s = 0; s < tape->source_count; s++) {
        const wt_source *source = &tape->sources[s];
        wt_out_s(p->out, "  ");
        wt_out_s(p->out, source->kind);
        wt_out_s(p->out, " (");
        wt_out_u(p->out, source->length);
        wt_out_s(p->out, " bytes)\n");
        for (uint32_t at = 0; at < source->length; at += 16)
            row(p->out, source->data + at, at, source->length - at < 16 ? source->length - at : 16);
    }
}

static void frame(wt_printer *p, const wt_tape *tape) {
    if (p->shown)
        wt_out_c(p->out, '\n');
    wt_out_u(p->out, tape->frame->number);
    wt_out_c(p->out, '\n');
    wt_hex_dump(p, tape);
}

const wt_format wt_format_hex = {.name = "hex", .needs = wt_needs_everything, .frame = frame, .between = 1};
