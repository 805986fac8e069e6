/* picture.c - header pictures as the RFCs draw them, with this packet's values inside.
 *
 * Nothing here knows a protocol: the items' places and their rows' masks say which field owns which bits (boxes.c).
 * Lines are drawn between bits of different owners, so fields of any size at any place come out right. */
#include "print/picture.h"

enum {
    BOXES = 160,
    ROWS = 24,                       /* a taller picture ends in a torn edge */
    TALL = 4,                        /* a box that fills more rows than this is folded */
    BITS = 32,
    MARGIN = 2, OFFSETS = 5, HEX = 13
};
#define NOBODY UINT32_MAX

typedef struct row {
    uint32_t first;                  /* its first bit */
    uint32_t folded;                 /* bytes left out here: the row is only a mark */
} row;

typedef struct picture {
    wt_printer *p;
    wt_out *o;
    const uint8_t *bytes;
    wt_box boxes[BOXES];
    row rows[ROWS];
    unsigned box_count, row_count, bits, cell, margin;
    uint32_t total;                  /* bits that are drawn or folded */
    bool offsets, hex, torn;
} picture;

/* ---- rows ------------------------------------------------------------------------------- */

static uint32_t owner_of(const picture *g, uint32_t bit) {
    unsigned low = 0, high = g->box_count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (g->boxes[middle].to <= bit)
            low = middle + 1;
        else
            high = middle;
    }
    return low < g->box_count ? low : NOBODY;
}

/* Who owns column x of row r; rows and columns outside belong to nobody. */
static uint32_t owner(const picture *g, int r, int x) {
    if (r < 0 || (unsigned)r >= g->row_count || x < 0 || (unsigned)x >= g->bits)
        return NOBODY;
    return owner_of(g, g->rows[r].first + (uint32_t)x);
}

static void add_row(picture *g, uint32_t first, uint32_t folded) {
    if (g->row_count == ROWS)
        g->torn = true;
    else
        g->rows[g->row_count++] = (row){first, folded};
}

static void make_rows(picture *g) {
    for (uint32_t at = 0; at < g->total && !g->torn; at += g->bits) {
        const wt_box *b = &g->boxes[owner_of(g, at)];
        uint32_t full = (b->to - at) / g->bits;
        add_row(g, at, 0);
        if (full > TALL) {
            add_row(g, at + g->bits, (full - 2) * g->bits / 8);
            at += (full - 2) * g->bits;
        }
    }
}

/* Label and value stand in the widest part of a box; of several such, in the middle one. */
static void find_anchors(picture *g) {
    for (unsigned n = 0; n < g->box_count; n++) {
        wt_box *b = &g->boxes[n];
        uint32_t widest = 0;
        unsigned first = 0, count = 0;
        for (unsigned r = 0; r < g->row_count; r++) {
            uint32_t from = g->rows[r].first, to = from + g->bits;
            from = b->from > from ? b->from : from;
            to = b->to < to ? b->to : to;
            uint32_t wide = to > from && !g->rows[r].folded ? to - from : 0;
            if (wide > widest) {
                widest = wide;
                first = r;
                count = 1;
            } else if (wide && wide == widest && r == first + count) {
                count++;
            }
        }
        b->anchor = (uint8_t)(widest ? first + (count - 1) / 2 : ROWS);
    }
}

/* ---- drawing ---------------------------------------------------------------------------- */

static void start_line(picture *g, uint32_t offset, bool show) {
    wt_out_spaces(g->o, g->margin);
    if (!g->offsets)
        return;
    uint32_t digits = 1;
    for (uint32_t v = offset; v >= 10; v /= 10)
        digits++;
    if (show && digits < OFFSETS) {
        wt_style(g->p, "2");
        wt_out_spaces(g->o, OFFSETS - 1 - digits);
        wt_out_u(g->o, offset);
        wt_style(g->p, "0");
        wt_out_c(g->o, ' ');
    } else {
        wt_out_spaces(g->o, OFFSETS);
    }
}

static void ruler(picture *g) {
    wt_style(g->p, "2");
    for (unsigned tens = 2; tens-- > 0;) {
        unsigned waiting = g->margin + (g->offsets ? OFFSETS : 0) + 1;
        for (unsigned bit = 0; bit < g->bits; bit++, waiting += g->cell - 1) {
            if (tens && bit % 10) {
                waiting++;
                continue;
            }
            wt_out_spaces(g->o, waiting);
            wt_out_c(g->o, (char)('0' + (tens ? bit / 10 : bit % 10)));
            waiting = 0;
        }
        wt_out_c(g->o, '\n');
    }
    wt_style(g->p, "0");
}

static const char *glyph(const picture *g, bool up, bool down, bool left, bool right) {
    static const char *const drawn[16] = {" ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};
    unsigned at = up | (unsigned)down << 1 | (unsigned)left << 2 | (unsigned)right << 3;
    if (g->p->options.ascii)
        return at == 0 ? " " : at == 3 ? "|" : at == 12 ? "-" : "+";
    return drawn[at];
}

/* The line above row r; nothing if one box goes on over its whole length. */
static void border(picture *g, int r) {
    bool any = false;
    for (int x = 0; x < (int)g->bits; x++)
        any |= owner(g, r - 1, x) != owner(g, r, x);
    if (!any)
        return;
    start_line(g, 0, false);
    wt_style(g->p, "2");
    int last = -1;
    for (int x = 0; x < (int)g->bits; x++)
        if (owner(g, r - 1, x) != NOBODY || owner(g, r, x) != NOBODY)
            last = x;
    for (int x = 0; x <= last + 1; x++) {
        bool up = owner(g, r - 1, x - 1) != owner(g, r - 1, x), down = owner(g, r, x - 1) != owner(g, r, x);
        bool left = owner(g, r - 1, x - 1) != owner(g, r, x - 1), right = owner(g, r - 1, x) != owner(g, r, x);
        wt_out_s(g->o, glyph(g, up, down, left, right));
        if (x <= last)
            wt_out_repeat(g->o, right ? glyph(g, false, false, true, true) : " ", g->cell - 1);
    }
    wt_style(g->p, "0");
    wt_out_c(g->o, '\n');
}

static void centred(picture *g, const char *s, size_t n, unsigned width, const char *code) {
    unsigned used = wt_columns(s, n), before = used < width ? (width - used) / 2 : 0;
    wt_out_spaces(g->o, before);
    if (n) {
        wt_style(g->p, code);
        wt_out_n(g->o, s, n);
        wt_style(g->p, "0");
    }
    wt_out_spaces(g->o, used < width ? width - used - before : 0);
}

static void bar(picture *g) {
    wt_style(g->p, "2");
    wt_out_s(g->o, g->p->options.ascii ? "|" : "│");
    wt_style(g->p, "0");
}

static void folded_row(picture *g, const row *r) {
    wt_out *t = g->p->scratch;
    wt_out_clear(t);
    wt_out_s(t, g->p->options.ascii ? ": " : "⋮ ");
    wt_out_u(t, r->folded);
    wt_out_s(t, " more bytes");
    size_t n;
    const char *s = wt_out_memory(t, &n);
    start_line(g, 0, false);
    bar(g);
    centred(g, s, n, g->bits * g->cell - 1, "2");
    bar(g);
    wt_out_c(g->o, '\n');
}

typedef struct part {
    uint32_t columns;
    bool here;                       /* its text stands in this row */
    wt_box_text text;
} part;

static unsigned make_parts(picture *g, unsigned r, part *parts, unsigned *lines) {
    unsigned count = 0;
    uint32_t at = g->rows[r].first, end = at + g->bits;
    *lines = 1;
    while (at < end && at < g->total) {
        uint32_t n = owner_of(g, at);
        const wt_box *b = &g->boxes[n];
        uint32_t to = b->to < end ? b->to : end;
        part *k = &parts[count++];
        k->columns = (to - at) * g->cell - 1;
        k->here = b->anchor == r;
        if (k->here) {
            wt_box_fill(&k->text, g->p, b, k->columns);
            unsigned need = k->text.label_count + (k->text.value_bytes ? 1u : 0);
            *lines = need > *lines ? need : *lines;
        }
        at = to;
    }
    return count;
}

static void hex_of(picture *g, uint32_t first) {
    uint32_t from = first / 8, to = (first + g->bits < g->total ? first + g->bits : g->total) / 8;
    wt_out_spaces(g->o, 2 + (first + g->bits > g->total ? (first + g->bits - g->total) * g->cell : 0));
    wt_style(g->p, "2");
    for (uint32_t n = from; n < to; n++) {
        if (n > from)
            wt_out_c(g->o, ' ');
        wt_out_x(g->o, g->bytes[n], 2);
    }
    wt_style(g->p, "0");
}

static void draw_row(picture *g, unsigned r) {
    part parts[BITS];
    unsigned lines, count = make_parts(g, r, parts, &lines);
    for (unsigned line = 0; line < lines; line++) {
        start_line(g, g->rows[r].first / 8, line + 1 == lines);
        for (unsigned n = 0; n < count; n++) {
            const part *k = &parts[n];
            bar(g);
            unsigned above = lines - 1, top = k->here && k->text.label_count < above ? (above - k->text.label_count) / 2 : 0;
            if (k->here && line >= top && line - top < k->text.label_count)
                centred(g, k->text.label[line - top], k->text.label_bytes[line - top], k->columns, "0");
            else if (k->here && line + 1 == lines)
                centred(g, k->text.value, k->text.value_bytes, k->columns, "1");
            else
                wt_out_spaces(g->o, k->columns);
        }
        bar(g);
        if (g->hex && line + 1 == lines)
            hex_of(g, g->rows[r].first);
        wt_out_c(g->o, '\n');
    }
}

static void torn_edge(picture *g, const wt_layer *l) {
    const row *last = &g->rows[g->row_count - 1];
    uint32_t drawn = g->torn ? last->first / 8 + (last->folded ? last->folded : g->bits / 8) : g->total / 8;
    start_line(g, 0, false);
    wt_style(g->p, "2");
    wt_out_s(g->o, g->p->options.ascii ? "... and " : "… and ");
    wt_out_u(g->o, l->length > drawn ? l->length - drawn : 0);
    wt_out_s(g->o, " more bytes\n");
    wt_style(g->p, "0");
}

/* As wide as there is room: cells of 2 to 4 columns, rows of 16 bits on a narrow screen. */
static void choose_sizes(picture *g) {
    unsigned width = (unsigned)g->p->options.width;
    g->bits = width < MARGIN + BITS * 2 + 1 ? BITS / 2 : BITS;
    g->margin = MARGIN;
    unsigned fixed = MARGIN + HEX + 1;
    g->cell = width > fixed ? (width - fixed) / g->bits : 2;
    g->cell = g->cell < 2 ? 2 : g->cell > 4 ? 4 : g->cell;
    unsigned used = MARGIN + g->bits * g->cell + 1;
    g->hex = used + HEX <= width;
    g->offsets = used + HEX + OFFSETS <= width;
}

void wt_picture(wt_printer *p, const wt_tape *tape, const wt_layer *l) {
    picture g = {.p = p, .o = p->out};
    g.box_count = wt_boxes(tape, l, g.boxes, BOXES);
    /* Text and mere data have no header to draw. */
    const wt_field *first = g.box_count ? g.boxes[g.boxes[0].field || g.box_count == 1 ? 0 : 1].field : NULL;
    if (!first || first->type == WT_BYTES || first->type == WT_STRING || first->type == WT_NONE)
        return;
    g.total = g.boxes[g.box_count - 1].to;
    g.bytes = tape->sources[l->source].data + l->offset;
    choose_sizes(&g);
    make_rows(&g);
    find_anchors(&g);
    ruler(&g);
    for (unsigned r = 0; r < g.row_count; r++) {
        border(&g, (int)r);
        if (g.rows[r].folded)
            folded_row(&g, &g.rows[r]);
        else
            draw_row(&g, r);
    }
    if (!g.torn)
        border(&g, (int)g.row_count);
    if (g.torn || g.total < l->length * 8)
        torn_edge(&g, l);
}
