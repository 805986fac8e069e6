/* table_text.c - a lab's tables and curves on a terminal. */
#include <math.h>
#include <string.h>

#include "lab/table.h"
#include "print/escape.h"

enum { PLOT_ROWS = 13, PLOT_MOST = 100, AXIS = 9, CELL_MOST = 24 };

static unsigned columns_of(const char *s) { return wt_columns(s, strlen(s)); }

static void aloud(const table *t, page *p) {
    char text[1024], value[CELL_MOST];
    for (unsigned r = 0; r < t->row_count; r++) {
        size_t n = 0;
        for (unsigned c = 0; c < t->column_count && n < sizeof text; c++) {
            table_value(t, r, c, value, sizeof value);
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%s: %s", c ? "; " : "", t->columns[c], value);
        }
        char first[TABLE_NAME + 4];
        snprintf(first, sizeof first, "%s. ", t->rows[r]);
        page_say(p, PAGE_PLAIN, first, text);
    }
}

static void put_padded(wt_out *o, const char *s, unsigned width, bool right) {
    unsigned blanks = width > columns_of(s) ? width - columns_of(s) : 0;
    if (right)
        wt_out_spaces(o, blanks);
    wt_out_s(o, s);
    if (!right)
        wt_out_spaces(o, blanks);
}

static void lines(page *p, wt_out *o) {
    size_t n;
    const char *text = wt_out_memory(o, &n);
    page_lines(p, text, n);
    wt_out_clear(o);
}

/* A heading of several words has two lines: all but the last word, and the last. */
static const char *second_line(const char *heading) {
    const char *blank = strrchr(heading, ' ');
    return blank ? blank + 1 : heading;
}

static void heading(const table *t, wt_out *o, const unsigned width[], unsigned first, bool upper) {
    char part[TABLE_NAME];
    wt_out_spaces(o, first + 5);
    for (unsigned c = 0; c < t->column_count; c++) {
        const char *last = second_line(t->columns[c]);
        snprintf(part, sizeof part, "%.*s", upper && last > t->columns[c] ? (int)(last - t->columns[c] - 1) : 0,
                 t->columns[c]);
        put_padded(o, upper ? part : last, width[c] + 2, true);
    }
    wt_out_c(o, '\n');
}

static unsigned column_width(const table *t, unsigned c) {
    const char *last = second_line(t->columns[c]);
    unsigned upper = last > t->columns[c] ? wt_columns(t->columns[c], (size_t)(last - t->columns[c] - 1)) : 0;
    unsigned width = columns_of(last) > upper ? columns_of(last) : upper;
    char value[CELL_MOST];
    for (unsigned r = 0; r < t->row_count; r++) {
        table_value(t, r, c, value, sizeof value);
        width = width < columns_of(value) ? columns_of(value) : width;
    }
    return width;
}

static void cells(const table *t, page *p, wt_out *o) {
    unsigned first = 4, width[TABLE_COLUMNS];
    char value[CELL_MOST];
    bool two = false;
    for (unsigned r = 0; r < t->row_count; r++)
        first = first < columns_of(t->rows[r]) ? columns_of(t->rows[r]) : first;
    for (unsigned c = 0; c < t->column_count; c++) {
        width[c] = column_width(t, c);
        two = two || strchr(t->columns[c], ' ');
    }
    if (two)
        heading(t, o, width, first, true);
    heading(t, o, width, first, false);
    for (unsigned r = 0; r < t->row_count; r++) {
        wt_out_s(o, "  ");
        wt_out_c(o, table_sign(r));
        wt_out_s(o, "  ");
        put_padded(o, t->rows[r], first, false);
        for (unsigned c = 0; c < t->column_count; c++) {
            table_value(t, r, c, value, sizeof value);
            put_padded(o, value, width[c] + 2, true);
        }
        wt_out_c(o, '\n');
    }
    lines(p, o);
}

void table_print(const table *t, page *p) {
    wt_out *o = p->to ? wt_out_new(-1) : NULL;
    if (!o)
        return;
    page_gap(p);
    page_hold(p);
    page_say(p, PAGE_TITLE, "", t->is->title);
    if (p->prose)
        aloud(t, p);
    else
        cells(t, p, o);
    page_release(p);
    wt_out_free(o);
}

/* ---- curves ----------------------------------------------------------------------------- */

typedef struct plot {
    const table *t;
    table_span ends;
    unsigned width;
    char cell[PLOT_ROWS][PLOT_MOST];
} plot;

static unsigned place(double v, double from, double to, unsigned n) {
    return to > from ? (unsigned)lround((v - from) / (to - from) * (n - 1)) : 0;
}

static void dot(plot *g, double x, double y, char sign) {
    unsigned column = place(x, g->ends.x0, g->ends.x1, g->width);
    unsigned row = PLOT_ROWS - 1 - place(y, g->ends.y0, g->ends.y1, PLOT_ROWS);
    char *at = &g->cell[row][column];
    if (sign == '.' ? *at == ' ' : *at == ' ' || *at == '.')
        *at = sign;
    else if (sign != '.' && *at != sign)
        *at = '*';                         /* more than one row */
}

static void curve(plot *g, unsigned r) {
    const table *t = g->t;
    for (unsigned c = 0; c + 1 < t->column_count; c++) {
        if (!table_drawn(t, r, c) || !table_drawn(t, r, c + 1))
            continue;
        double xa = log(t->is->columns[c].x), xb = log(t->is->columns[c + 1].x);
        double ya = log(t->value[r][c]), yb = log(t->value[r][c + 1]);
        for (unsigned i = 1; i < g->width; i++)
            dot(g, xa + (xb - xa) * i / g->width, ya + (yb - ya) * i / g->width, '.');
    }
}

static void draw(const plot *g, wt_out *o) {
    char label[CELL_MOST];
    for (unsigned row = 0; row < PLOT_ROWS; row++) {
        double y = exp(g->ends.y1 - (g->ends.y1 - g->ends.y0) * row / (PLOT_ROWS - 1));
        snprintf(label, sizeof label, "%.*f", y >= 100 ? 0 : y >= 10 ? 1 : 2, y);
        put_padded(o, row % 3 == 0 ? label : "", AXIS - 2, true);
        wt_out_s(o, row % 3 == 0 ? " ┤" : " │");
        wt_out_n(o, g->cell[row], g->width);
        wt_out_c(o, '\n');
    }
    wt_out_spaces(o, AXIS - 1);
    wt_out_s(o, "└");
    wt_out_repeat(o, "─", g->width);
    wt_out_c(o, '\n');
    wt_out_spaces(o, AXIS);
    for (unsigned c = 0, at = 0; c < g->t->column_count; c++) {
        unsigned middle = place(log(g->t->is->columns[c].x), g->ends.x0, g->ends.x1, g->width);
        unsigned size = columns_of(g->t->columns[c]);
        unsigned from = middle + 1 > size / 2 + 1 ? middle - size / 2 : 0;
        from = from + size > g->width ? g->width > size ? g->width - size : 0 : from;
        if (g->t->is->columns[c].x <= 0 || (at && from < at + 1))
            continue;
        wt_out_spaces(o, from - at);
        wt_out_s(o, g->t->columns[c]);
        at = from + size;
    }
    wt_out_c(o, '\n');
}

static void tell_crossings(const table *t, page *p) {
    crossing all[TABLE_CROSSINGS];
    char text[400];
    unsigned n = table_crossings(t, all);
    for (unsigned i = 0; i < n; i++) {
        snprintf(text, sizeof text, "“%s” is %s than “%s” from about %.2g %s on (interpolated between %s and %s).",
                 t->rows[all[i].below], t->is->less ? t->is->less : "less", t->rows[all[i].above], all[i].x,
                 t->is->axis ? t->is->axis : "", t->columns[all[i].after], t->columns[all[i].after + 1]);
        page_say(p, PAGE_PLAIN, p->prose ? "" : "  ", text);
    }
    if (!n)
        page_say(p, PAGE_PLAIN, p->prose ? "" : "  ", "No two curves cross between these columns.");
}

static void legend(const table *t, page *p) {
    char text[1024];
    size_t n = 0;
    for (unsigned r = 0; r < t->row_count && n < sizeof text; r++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%c\u00a0%s", r ? "; " : "", table_sign(r), t->rows[r]);
    page_say(p, PAGE_PLAIN, "  ", text);
    page_say(p, PAGE_QUIET, "  ", "Both axes are logarithmic; * is more than one.");
}

void table_plot(const table *t, page *p) {
    wt_out *o = p->to ? wt_out_new(-1) : NULL;
    plot g = {.t = t, .ends = table_spans(t)};
    if (!o || !table_has_curves(t)) {
        wt_out_free(o);
        return;
    }
    g.width = p->width > AXIS + 24 ? p->width - AXIS - 2 : 24;
    g.width = g.width > PLOT_MOST ? PLOT_MOST : g.width;
    memset(g.cell, ' ', sizeof g.cell);
    page_gap(p);
    page_hold(p);
    page_say(p, PAGE_TITLE, "", t->is->title);
    for (unsigned r = 0; r < t->row_count; r++)
        curve(&g, r);
    for (unsigned r = 0; r < t->row_count; r++)
        for (unsigned c = 0; c < t->column_count; c++)
            if (table_drawn(t, r, c))
                dot(&g, log(t->is->columns[c].x), log(t->value[r][c]), table_sign(r));
    if (!p->prose) {
        draw(&g, o);
        lines(p, o);
        legend(t, p);
    }
    page_release(p);
    tell_crossings(t, p);
    wt_out_free(o);
}
