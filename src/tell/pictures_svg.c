/* pictures_svg.c - header pictures for a slide: the same boxes, drawn with lines of SVG. */
#include "tell/pictures.h"

enum {
    CELL = 28,
    LEFT = 52,
    HEX_ROOM = 120,
    EDGE = 16,
    LETTER = 73 /* tenths: how wide a typewriter's letter of 12 pixels is */,
    LINE = 16,
    PAD = 7,
    FOLD = 26,
    RULER = 24,
    TITLE = 34
};

typedef struct drawing {
    wt_printer *p;                   /* for the texts in boxes only */
    wt_out *o;
    const wt_sheet *s;
    int y;                           /* where the next thing begins */
    int top[WT_BOX_ROWS + 1];        /* of each row; where the last ends */
} drawing;

static const char head[] =
    "<style>\n"
    "text{font:12px ui-monospace,'DejaVu Sans Mono',monospace;fill:#222;white-space:pre}\n"
    ".page{fill:#fff}.label{fill:#555}.value{font-weight:bold}.faint{fill:#777;font-size:11px}\n"
    ".who{font-size:14px}.title{font-size:15px;font-weight:bold;fill:#00666b}.sum{fill:#555}"
    ".sum.differs,.new{fill:#b34700}\n"
    ".old{fill:#555}.box{fill:#f4f8f9}.changed{fill:#fdebdc}.line{stroke:#668;stroke-width:1}\n"
    ".heavy{stroke:#c75300;stroke-width:3;stroke-linecap:square}\n"
    "@media (prefers-color-scheme:dark){text{fill:#eee}.page{fill:#16191c}.label,.sum,.old{fill:#bbb}"
    ".faint{fill:#999}\n"
    ".title{fill:#5cc8cd}.sum.differs,.new{fill:#ff9a4d}.box{fill:#20262b}.changed{fill:#40291a}.line{stroke:#8a94a0}\n"
    ".heavy{stroke:#ff8a33}}\n"
    "</style>\n";

/* ---- elements --------------------------------------------------------------------------- */

static void number(drawing *d, const char *name, int v) {
    wt_out_c(d->o, ' ');
    wt_out_s(d->o, name);
    wt_out_s(d->o, "=\"");
    wt_out_i(d->o, v);
    wt_out_c(d->o, '"');
}

static void text_open(drawing *d, int x, int y, const char *class, bool centred) {
    wt_out_s(d->o, "<text class=\"");
    wt_out_s(d->o, class);
    wt_out_c(d->o, '"');
    number(d, "x", x);
    number(d, "y", y);
    wt_out_s(d->o, centred ? " text-anchor=\"middle\">" : ">");
}

static void text_close(drawing *d) { wt_out_s(d->o, "</text>\n"); }

static void text(drawing *d, int x, int y, const char *class, bool centred, const char *s, size_t n) {
    text_open(d, x, y, class, centred);
    wt_escape(d->o, WT_ESC_XML, s, n);
    text_close(d);
}

static void line(drawing *d, int x1, int y1, int x2, int y2, bool heavy) {
    wt_out_s(d->o, heavy ? "<line class=\"heavy\"" : "<line class=\"line\"");
    number(d, "x1", x1);
    number(d, "y1", y1);
    number(d, "x2", x2);
    number(d, "y2", y2);
    wt_out_s(d->o, "/>\n");
}

static void rect(drawing *d, const char *class, int x, int y, int w, int h) {
    wt_out_s(d->o, "<rect class=\"");
    wt_out_s(d->o, class);
    wt_out_c(d->o, '"');
    number(d, "x", x);
    number(d, "y", y);
    number(d, "width", w);
    number(d, "height", h);
    wt_out_s(d->o, "/>\n");
}

/* ---- boxes ------------------------------------------------------------------------------ */

static bool differs(const wt_layout *g, uint32_t box) { return box != WT_NOBODY && g->boxes[box].differs; }

/* Columns of letters in so many bits. */
static unsigned columns_of(uint32_t bits) { return (bits * CELL - 4) * 10 / LETTER; }

/* How many bits of box b are in row r; *x is where they begin. */
static uint32_t bits_in_row(const wt_layout *g, const wt_box *b, unsigned r, int *x) {
    uint32_t first = g->rows[r].first, from = b->from > first ? b->from : first;
    uint32_t to = b->to < first + g->bits ? b->to : first + g->bits;
    *x = LEFT + (int)(from - first) * CELL;
    return to > from ? to - from : 0;
}

static unsigned lines_of(const drawing *d, unsigned r) {
    const wt_layout *g = &d->s->layout;
    unsigned most = 1;
    for (unsigned n = 0; n < g->box_count; n++) {
        int x;
        uint32_t bits = g->boxes[n].anchor == r ? bits_in_row(g, &g->boxes[n], r, &x) : 0;
        if (!bits)
            continue;
        wt_box_text t;
        wt_box_fill(&t, d->p, &g->boxes[n], columns_of(bits));
        unsigned lines = t.label_count + (t.value_bytes ? 1u : 0) + (g->boxes[n].differs && g->boxes[n].other ? 1u : 0);
        most = lines > most ? lines : most;
    }
    return most;
}

static void box_text(drawing *d, const wt_box *b, unsigned r) {
    int x;
    uint32_t bits = bits_in_row(&d->s->layout, b, r, &x);
    wt_box_text t, other = {.value_bytes = 0};
    wt_box_fill(&t, d->p, b, columns_of(bits));
    if (b->differs && b->other)
        wt_box_fill(&other, d->p, b->other, columns_of(bits));
    int lines = (int)(t.label_count + (t.value_bytes != 0) + (other.value_bytes != 0));
    int middle = x + (int)bits * CELL / 2, y = (d->top[r] + d->top[r + 1] - lines * LINE) / 2 + LINE - 4;
    for (unsigned n = 0; n < t.label_count; n++, y += LINE)
        text(d, middle, y, "label", true, t.label[n], t.label_bytes[n]);
    if (other.value_bytes) {
        text(d, middle, y, "old", true, other.value, other.value_bytes);
        y += LINE;
    }
    if (t.value_bytes)
        text(d, middle, y, b->differs ? "value new" : "value", true, t.value, t.value_bytes);
}

static void fill_row(drawing *d, unsigned r) {
    const wt_layout *g = &d->s->layout;
    for (unsigned n = 0; n < g->box_count; n++) {
        int x;
        uint32_t bits = bits_in_row(g, &g->boxes[n], r, &x);
        if (bits)
            rect(d, g->boxes[n].differs ? "changed" : "box", x, d->top[r], (int)bits * CELL, d->top[r + 1] - d->top[r]);
    }
}

/* The lines above row r and between its boxes, of one kind. */
static void row_lines(drawing *d, int r, bool heavy) {
    const wt_layout *g = &d->s->layout;
    int from = -1;
    for (int x = 0; x <= (int)g->bits; x++) {
        uint32_t above = wt_layout_owner(g, r - 1, x), below = wt_layout_owner(g, r, x);
        bool here = x < (int)g->bits && above != below && (differs(g, above) || differs(g, below)) == heavy;
        if (here && from < 0)
            from = x;
        if (!here && from >= 0) {
            line(d, LEFT + from * CELL, d->top[r], LEFT + x * CELL, d->top[r], heavy);
            from = -1;
        }
        uint32_t left = wt_layout_owner(g, r, x - 1);
        if (r < (int)g->row_count && left != below && (differs(g, left) || differs(g, below)) == heavy)
            line(d, LEFT + x * CELL, d->top[r], LEFT + x * CELL, d->top[r + 1], heavy);
    }
}

static void row_margin(drawing *d, unsigned r) {
    const wt_layout *g = &d->s->layout;
    uint32_t from = g->rows[r].first / 8,
             to = (g->rows[r].first + g->bits < g->total ? g->rows[r].first + g->bits : g->total) / 8;
    int y = (d->top[r] + d->top[r + 1]) / 2 + 4;
    text_open(d, LEFT - 34, y, "faint", false);
    wt_out_u(d->o, from);
    text_close(d);
    text_open(d, LEFT + (int)g->bits * CELL + 14, y, "faint", false);
    for (uint32_t n = from; n < to; n++) {
        wt_out_s(d->o, n > from ? " " : "");
        wt_out_x(d->o, g->bytes[n], 2);
    }
    text_close(d);
}

static void folded(drawing *d, unsigned r) {
    text_open(d, LEFT + (int)d->s->layout.bits * CELL / 2, d->top[r] + FOLD / 2 + 4, "faint", true);
    wt_out_s(d->o, "⋮ ");
    wt_out_u(d->o, d->s->layout.rows[r].folded);
    wt_out_s(d->o, " more bytes");
    text_close(d);
}

static void ruler(drawing *d) {
    for (unsigned bit = 0; bit < d->s->layout.bits; bit++) {
        text_open(d, LEFT + (int)bit * CELL + CELL / 2, d->y + RULER - 8, "faint", true);
        wt_out_u(d->o, bit);
        text_close(d);
    }
    d->y += RULER;
}

static void picture(drawing *d) {
    const wt_layout *g = &d->s->layout;
    ruler(d);
    for (unsigned r = 0; r < g->row_count; r++) {
        d->top[r] = d->y;
        d->y += g->rows[r].folded ? FOLD : (int)lines_of(d, r) * LINE + 2 * PAD;
    }
    d->top[g->row_count] = d->y;
    for (unsigned r = 0; r < g->row_count; r++)
        fill_row(d, r);
    for (int heavy = 0; heavy < 2; heavy++)
        for (int r = 0; r <= (int)g->row_count - g->torn; r++)
            row_lines(d, r, heavy);
    for (unsigned r = 0; r < g->row_count; r++) {
        if (g->rows[r].folded) {
            folded(d, r);
            continue;
        }
        for (unsigned n = 0; n < g->box_count; n++)
            if (g->boxes[n].anchor == r)
                box_text(d, &g->boxes[n], r);
        row_margin(d, r);
    }
    if (wt_layout_rest(g)) {
        text_open(d, LEFT, d->y + LINE, "faint", false);
        wt_out_s(d->o, "… and ");
        wt_out_u(d->o, wt_layout_rest(g));
        wt_out_s(d->o, " more bytes");
        text_close(d);
        d->y += LINE + 4;
    }
}

/* ---- the page --------------------------------------------------------------------------- */

static void who(drawing *d, const wt_tape *t) {
    d->y += 22;
    text_open(d, EDGE, d->y, "who", false);
    wt_out_s(d->o, "Frame ");
    wt_out_u(d->o, t->frame->number);
    wt_out *s = d->p->scratch;
    wt_out_clear(s);
    if (t->src.kind) {
        wt_out_s(s, ": ");
        wt_put_endpoint(wt_out_room(s, 128), &t->src);
        wt_out_s(s, " → ");
        wt_put_endpoint(wt_out_room(s, 128), &t->dst);
    }
    size_t n;
    const char *p = wt_out_memory(s, &n);
    wt_escape(d->o, WT_ESC_XML, p, n);
    text_close(d);
}

static void sheet(drawing *d) {
    const wt_sheet *s = d->s;
    d->y += TITLE;
    text_open(d, EDGE, d->y, "title", false);
    wt_escape_s(d->o, WT_ESC_XML, wt_protocol_get(s->layer->proto)->title);
    wt_out_s(d->o,
             s->differing || (s->other && !s->beside) ? "<tspan class=\"sum differs\">  " : "<tspan class=\"sum\">  ");
    wt_sheet_sum(d->o, s);
    wt_out_s(d->o, "</tspan>");
    text_close(d);
    if (s->drawn)
        picture(d);
}

static void body(drawing *d, const wt_tape *a, const wt_tape *b, const wt_layer_pair *pairs, unsigned count) {
    wt_sheet s;
    d->s = &s;
    if (a)
        who(d, a);
    who(d, b);
    if (a) {
        d->y += 20;
        text_open(d, EDGE, d->y, "sum", false);
        wt_out_s(d->o, "Fields in a heavy frame differ: the value of frame ");
        wt_out_u(d->o, a->frame->number);
        wt_out_s(d->o, " stands above that of frame ");
        wt_out_u(d->o, b->frame->number);
        wt_out_c(d->o, '.');
        text_close(d);
    }
    for (unsigned n = 0; n < count; n++) {
        wt_sheet_make(&s, a, b, pairs[n], WT_ROW_BITS);
        sheet(d);
    }
}

/* The height is known when all is drawn: the body waits in memory. */
unsigned wt_pictures_svg(const wt_print_options *how, wt_out *out, int protocol, const wt_tape *a, const wt_tape *b) {
    wt_layer_pair pairs[WT_PICTURE_PAIRS];
    unsigned count = wt_pair_layers(a, b, protocol, pairs);
    wt_print_options plain = *how;
    plain.ascii = plain.color = false;
    drawing d = {.o = wt_out_new(-1), .y = 4};
    d.p = d.o ? wt_printer_new("text", &plain, d.o) : NULL;
    if (d.p) {
        body(&d, a, b, pairs, count);
        size_t n;
        const char *drawn = wt_out_memory(d.o, &n);
        int width = LEFT + WT_ROW_BITS * CELL + HEX_ROOM, height = d.y + EDGE;
        drawing page = {.o = out};
        wt_out_s(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" style=\"max-width:100%;height:auto\""
                      " aria-label=\"Header pictures\"");
        number(&page, "width", width);
        number(&page, "height", height);
        wt_out_s(out, " viewBox=\"0 0 ");
        wt_out_i(out, width);
        wt_out_c(out, ' ');
        wt_out_i(out, height);
        wt_out_s(out, "\">\n");
        wt_out_s(out, head);
        rect(&page, "page", 0, 0, width, height);
        wt_out_write(out, drawn, n);
        wt_out_s(out, "</svg>\n");
    }
    wt_printer_free(d.p);
    wt_out_free(d.o);
    return d.p ? count : 0;
}
