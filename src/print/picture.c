/* picture.c - header pictures as the RFCs draw them, with this packet's values inside.
 *
 * Nothing here knows a protocol: the items' places and their rows' masks say which field owns which bits (boxes.c).
 * Lines are drawn between bits of different owners, so fields of any size at any place come out right. */
#include "print/picture.h"

enum { MARGIN = 2, OFFSETS = 5, HEX = 13 };

typedef struct picture {
    wt_printer *p;
    wt_out *o;
    wt_layout *g;
    unsigned cell;
    bool offsets, hex;
} picture;

/* ---- drawing ---------------------------------------------------------------------------- */

static void start_line(picture *g, uint32_t offset, bool show) {
    wt_out_spaces(g->o, MARGIN);
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
        unsigned waiting = MARGIN + (g->offsets ? OFFSETS : 0) + 1;
        for (unsigned bit = 0; bit < g->g->bits; bit++, waiting += g->cell - 1) {
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

enum line { BLANK, LIGHT, HEAVY };   /* heavy: round a box that differs */

static const char *glyph(const picture *g, enum line up, enum line down, enum line left, enum line right) {
    static const char *const drawn[81] = {
        " ", "╶", "╺", "╴", "─", "╼", "╸", "╾", "━", "╷", "┌", "┍", "┐", "┬", "┮", "┑", "┭", "┯", "╻", "┎", "┏", "┒",
        "┰", "┲", "┓", "┱", "┳", "╵", "└", "┕", "┘", "┴", "┶", "┙", "┵", "┷", "│", "├", "┝", "┤", "┼", "┾", "┥", "┽",
        "┿", "╽", "┟", "┢", "┧", "╁", "╆", "┪", "╅", "╈", "╹", "┖", "┗", "┚", "┸", "┺", "┛", "┹", "┻", "╿", "┞", "┡",
        "┦", "╀", "╄", "┩", "╃", "╇", "┃", "┠", "┣", "┨", "╂", "╊", "┫", "╉", "╋",
    };
    if (!g->p->options.ascii)
        return drawn[up * 27 + down * 9 + left * 3 + right];
    bool heavy = up == HEAVY || down == HEAVY || left == HEAVY || right == HEAVY;
    if (up + down + left + right == BLANK)
        return " ";
    if (!left && !right)
        return heavy ? "#" : "|";
    return !up && !down ? heavy ? "=" : "-" : heavy ? "#" : "+";
}

/* What is drawn between two places of the picture. */
static enum line between(const picture *g, int r, int x, int r2, int x2) {
    uint32_t a = wt_layout_owner(g->g, r, x), b = wt_layout_owner(g->g, r2, x2);
    if (a == b)
        return BLANK;
    return (a != WT_NOBODY && g->g->boxes[a].differs) || (b != WT_NOBODY && g->g->boxes[b].differs) ? HEAVY : LIGHT;
}

static void line_style(picture *g, enum line kind) { wt_style(g->p, kind == HEAVY ? "0;38;5;166" : "0;2"); }

/* The line above row r; nothing if one box goes on over its whole length. */
static void border(picture *g, int r) {
    bool any = false;
    int last = -1;
    for (int x = 0; x < (int)g->g->bits; x++) {
        any |= between(g, r - 1, x, r, x) != BLANK;
        if (wt_layout_owner(g->g, r - 1, x) != WT_NOBODY || wt_layout_owner(g->g, r, x) != WT_NOBODY)
            last = x;
    }
    if (!any)
        return;
    start_line(g, 0, false);
    enum line drawing = BLANK;
    for (int x = 0; x <= last + 1; x++) {
        enum line up = between(g, r - 1, x - 1, r - 1, x), down = between(g, r, x - 1, r, x);
        enum line left = between(g, r - 1, x - 1, r, x - 1), right = between(g, r - 1, x, r, x);
        enum line corner = up == HEAVY || down == HEAVY || left == HEAVY || right == HEAVY ? HEAVY : LIGHT;
        if (corner != drawing)
            line_style(g, drawing = corner);
        wt_out_s(g->o, glyph(g, up, down, left, right));
        if (x <= last && (right == HEAVY ? HEAVY : LIGHT) != drawing)
            line_style(g, drawing = right == HEAVY ? HEAVY : LIGHT);
        if (x <= last)
            wt_out_repeat(g->o, right ? glyph(g, BLANK, BLANK, right, right) : " ", g->cell - 1);
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

/* The line on the left of column x of row r. */
static void bar(picture *g, unsigned r, unsigned x) {
    enum line kind = between(g, (int)r, (int)x - 1, (int)r, (int)x);
    line_style(g, kind);
    wt_out_s(g->o, glyph(g, kind, kind, BLANK, BLANK));
    wt_style(g->p, "0");
}

static void folded_row(picture *g, unsigned r) {
    wt_out *t = g->p->scratch;
    wt_out_clear(t);
    wt_out_s(t, g->p->options.ascii ? ": " : "⋮ ");
    wt_out_u(t, g->g->rows[r].folded);
    wt_out_s(t, " more bytes");
    size_t n;
    const char *s = wt_out_memory(t, &n);
    start_line(g, 0, false);
    bar(g, r, 0);
    centred(g, s, n, g->g->bits * g->cell - 1, "2");
    bar(g, r, g->g->bits);
    wt_out_c(g->o, '\n');
}

/* The part of a box that is in one row. */
typedef struct part {
    uint32_t first, columns;
    bool here, differs;              /* here: its text stands in this row */
    wt_box_text text, other;         /* other: the other packet's value */
} part;

typedef struct part_row {
    part parts[WT_ROW_BITS];
    unsigned count, labels, values;  /* lines */
} part_row;

static void make_part(picture *g, part *k, const wt_box *b, part_row *w) {
    wt_box_fill(&k->text, g->p, b, k->columns);
    k->differs = b->differs;
    if (b->differs && b->other)
        wt_box_fill(&k->other, g->p, b->other, k->columns);
    else
        k->other.value_bytes = 0;
    w->labels = k->text.label_count > w->labels ? k->text.label_count : w->labels;
    if (k->text.value_bytes && !w->values)
        w->values = 1;
    if (b->differs)
        w->values = 2;
}

static void make_parts(picture *g, unsigned r, part_row *w) {
    uint32_t first = g->g->rows[r].first, at = first, end = at + g->g->bits;
    w->count = w->labels = w->values = 0;
    while (at < end && at < g->g->total) {
        const wt_box *b = &g->g->boxes[wt_layout_bit(g->g, at)];
        uint32_t to = b->to < end ? b->to : end;
        part *k = &w->parts[w->count++];
        k->first = at - first;
        k->columns = (to - at) * g->cell - 1;
        k->here = b->anchor == r;
        if (k->here)
            make_part(g, k, b, w);
        at = to;
    }
    if (!w->labels && !w->values)
        w->labels = 1;
}

static void hex_of(picture *g, uint32_t first) {
    uint32_t from = first / 8, to = (first + g->g->bits < g->g->total ? first + g->g->bits : g->g->total) / 8;
    wt_out_spaces(g->o, 2 + (first + g->g->bits > g->g->total ? (first + g->g->bits - g->g->total) * g->cell : 0));
    wt_style(g->p, "2");
    for (uint32_t n = from; n < to; n++) {
        if (n > from)
            wt_out_c(g->o, ' ');
        wt_out_x(g->o, g->g->bytes[n], 2);
    }
    wt_style(g->p, "0");
}

/* One line of a part: of its label, which is centred above, or a value. */
static void part_line(picture *g, const part_row *w, const part *k, unsigned line) {
    unsigned top = k->text.label_count < w->labels ? (w->labels - k->text.label_count) / 2 : 0;
    bool last = line + 1 == w->labels + w->values && w->values;
    if (k->here && line < w->labels && line >= top && line - top < k->text.label_count)
        centred(g, k->text.label[line - top], k->text.label_bytes[line - top], k->columns, "0");
    else if (k->here && last)
        centred(g, k->text.value, k->text.value_bytes, k->columns, k->differs ? "1;38;5;166" : "1");
    else if (k->here && line >= w->labels && k->differs)
        centred(g, k->other.value, k->other.value_bytes, k->columns, "0");
    else
        wt_out_spaces(g->o, k->columns);
}

static void draw_row(picture *g, unsigned r) {
    part_row w;
    make_parts(g, r, &w);
    unsigned lines = w.labels + w.values;
    for (unsigned line = 0; line < lines; line++) {
        start_line(g, g->g->rows[r].first / 8, line + 1 == lines);
        for (unsigned n = 0; n < w.count; n++) {
            bar(g, r, w.parts[n].first);
            part_line(g, &w, &w.parts[n], line);
        }
        const part *end = &w.parts[w.count - 1];
        bar(g, r, end->first + (end->columns + 1) / g->cell);
        if (g->hex && line + 1 == lines)
            hex_of(g, g->g->rows[r].first);
        wt_out_c(g->o, '\n');
    }
}

static void torn_edge(picture *g, uint32_t rest) {
    start_line(g, 0, false);
    wt_style(g->p, "2");
    wt_out_s(g->o, g->p->options.ascii ? "... and " : "… and ");
    wt_out_u(g->o, rest);
    wt_out_s(g->o, " more bytes\n");
    wt_style(g->p, "0");
}

unsigned wt_picture_bits(const wt_printer *p) {
    return p->options.width < MARGIN + WT_ROW_BITS * 2 + 1 ? WT_ROW_BITS / 2 : WT_ROW_BITS;
}

/* As wide as there is room: cells of 2 to 4 columns, rows of 16 bits on a narrow screen. */
static void choose_sizes(picture *g) {
    unsigned width = (unsigned)g->p->options.width, fixed = MARGIN + HEX + 1;
    g->cell = width > fixed ? (width - fixed) / g->g->bits : 2;
    g->cell = g->cell < 2 ? 2 : g->cell > 4 ? 4 : g->cell;
    unsigned used = MARGIN + g->g->bits * g->cell + 1;
    g->hex = used + HEX <= width;
    g->offsets = used + HEX + OFFSETS <= width;
}

void wt_picture_draw(wt_printer *p, wt_layout *layout) {
    picture g = {.p = p, .o = p->out, .g = layout};
    choose_sizes(&g);
    ruler(&g);
    for (unsigned r = 0; r < layout->row_count; r++) {
        border(&g, (int)r);
        if (layout->rows[r].folded)
            folded_row(&g, r);
        else
            draw_row(&g, r);
    }
    if (!layout->torn)
        border(&g, (int)layout->row_count);
    if (wt_layout_rest(layout))
        torn_edge(&g, wt_layout_rest(layout));
}

void wt_picture(wt_printer *p, const wt_tape *tape, const wt_layer *l) {
    wt_layout layout;
    if (wt_layout_make(&layout, tape, l, wt_picture_bits(p)))
        wt_picture_draw(p, &layout);
}
