/* table.c - the values of a lab's tables, and where their curves cross. */
#include "lab/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Closer than a twentieth is the same, give or take chance: logarithms. */
static const double CLEARLY = 0.05;

const lab_table *table_named(const lab *l, const char *name) {
    for (unsigned i = 0; i < l->file->tables_count; i++)
        if (strcmp(l->file->tables[i].name, name) == 0)
            return &l->file->tables[i];
    return NULL;
}

static void fill(const vary *v, const char *text, char *out, size_t room) {
    char *filled = vary_fill(v, text);
    snprintf(out, room, "%s", filled ? filled : "");
    free(filled);
}

void table_cell(vary *v, const lab_table *t, unsigned row, unsigned column) {
    const lab_head *r = &t->rows[row], *c = &t->columns[column];
    char row_is[VARY_ROOM], column_is[VARY_ROOM];
    fill(v, r->is ? r->is : r->name, row_is, sizeof row_is);
    fill(v, c->is ? c->is : c->name, column_is, sizeof column_is);
    vary_add(v, "row", row_is);
    vary_add(v, "column", column_is);
}

static void one_value(table *t, const grading *g, const char *step, unsigned row, unsigned column) {
    const lab_head *c = &t->is->columns[column];
    const char *text = c->value ? c->value : t->is->value;
    wt_problem problem;
    answer a;
    vary *v = malloc(sizeof *v);
    if (!v || !text) {
        free(v);
        return;
    }
    *v = *g->vary;
    table_cell(v, t->is, row, column);
    char *expression = vary_fill(v, text);
    expr_context context = {.trace = g->trace, .step = step};
    if (expression && expr_value(&context, expression, &a, &problem) && !a.is_text) {
        t->value[row][column] = a.number;
        t->known[row][column] = true;
    }
    free(expression);
    free(v);
}

void table_find(table *t, const grading *g, const lab_table *is, const char *step) {
    memset(t, 0, sizeof *t);
    t->is = is;
    t->row_count = is->rows_count < TABLE_ROWS ? is->rows_count : TABLE_ROWS;
    t->column_count = is->columns_count < TABLE_COLUMNS ? is->columns_count : TABLE_COLUMNS;
    for (unsigned r = 0; r < t->row_count; r++)
        fill(g->vary, is->rows[r].name, t->rows[r], TABLE_NAME);
    for (unsigned c = 0; c < t->column_count; c++)
        fill(g->vary, is->columns[c].name, t->columns[c], TABLE_NAME);
    for (unsigned r = 0; r < t->row_count; r++)
        for (unsigned c = 0; c < t->column_count; c++)
            one_value(t, g, step, r, c);
}

void table_value(const table *t, unsigned row, unsigned column, char *out, size_t room) {
    const lab_head *c = &t->is->columns[column];
    if (t->known[row][column])
        snprintf(out, room, "%.*f", (int)(c->value ? c->digits : t->is->digits), t->value[row][column]);
    else
        snprintf(out, room, "-");
}

bool table_drawn(const table *t, unsigned row, unsigned column) {
    return t->known[row][column] && t->value[row][column] > 0 && t->is->columns[column].x > 0;
}

bool table_has_curves(const table *t) {
    for (unsigned r = 0; r < t->row_count; r++)
        for (unsigned c = 0; c + 1 < t->column_count; c++)
            if (table_drawn(t, r, c) && table_drawn(t, r, c + 1))
                return true;
    return false;
}

table_span table_spans(const table *t) {
    table_span s = {INFINITY, -INFINITY, INFINITY, -INFINITY};
    for (unsigned r = 0; r < t->row_count; r++)
        for (unsigned c = 0; c < t->column_count; c++)
            if (table_drawn(t, r, c)) {
                s.x0 = fmin(s.x0, log(t->is->columns[c].x));
                s.x1 = fmax(s.x1, log(t->is->columns[c].x));
                s.y0 = fmin(s.y0, log(t->value[r][c]));
                s.y1 = fmax(s.y1, log(t->value[r][c]));
            }
    return s;
}

/* How far row `a` is above row `b` there, as a logarithm; NAN: one of them has no point. */
static double apart(const table *t, unsigned a, unsigned b, unsigned c) {
    return table_drawn(t, a, c) && table_drawn(t, b, c) ? log(t->value[a][c] / t->value[b][c]) : NAN;
}

/* The first column from `c` on, in steps of `step`, where the two are clearly apart; -1: none, or a gap comes first. */
static int clearly_apart(const table *t, unsigned a, unsigned b, int c, int step) {
    for (; c >= 0 && c < (int)t->column_count; c += step) {
        double by = apart(t, a, b, (unsigned)c);
        if (isnan(by))
            return -1;
        if (fabs(by) >= CLEARLY)
            return c;
    }
    return -1;
}

/* Do they change places between `c` and the next?  Only if each is clearly below on one side; where they are about
 * equal for a while between these, what counts is the first change. */
static bool cross(const table *t, unsigned a, unsigned b, unsigned c, crossing *out) {
    int from = clearly_apart(t, a, b, (int)c, -1), to = clearly_apart(t, a, b, (int)c + 1, 1);
    bool under = from >= 0 && apart(t, a, b, (unsigned)from) < 0;
    if (from < 0 || to < 0 || (apart(t, a, b, (unsigned)to) < 0) == under)
        return false;
    unsigned change = (unsigned)from;
    while (change < (unsigned)to && (apart(t, a, b, change + 1) < 0) == under)
        change++;
    if (change != c)
        return false;
    double before = apart(t, a, b, c), behind = apart(t, a, b, c + 1);
    double x0 = log(t->is->columns[c].x), x1 = log(t->is->columns[c + 1].x);
    *out = (crossing){.below = under ? b : a, .above = under ? a : b, .after = c,
                      .x = exp(x0 + (x1 - x0) * before / (before - behind))};
    return true;
}

unsigned table_crossings(const table *t, crossing out[TABLE_CROSSINGS]) {
    unsigned n = 0;
    for (unsigned c = 0; c + 1 < t->column_count; c++)
        for (unsigned a = 0; a < t->row_count; a++)
            for (unsigned b = a + 1; b < t->row_count && n < TABLE_CROSSINGS; b++)
                n += cross(t, a, b, c, &out[n]);
    return n;
}
