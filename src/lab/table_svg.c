/* table_svg.c - a lab's curves as a picture: for slides, large and few words.  It follows
 * the reader's dark or light. */
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "lab/table.h"
#include "print/escape.h"

enum { WIDTH = 1280, HEIGHT = 720, LEFT = 120, RIGHT = 330, TOP = 110, BOTTOM = 100, LINE = 30 };

static const char *const colors[] = {"#5f87d7", "#d75f5f", "#008787", "#af5faf", "#d78700", "#5faf00"};
enum { COLORS = sizeof colors / sizeof *colors };

typedef struct picture {
    const table *t;
    wt_out *out;
    table_span ends;
} picture;

static double across(const picture *g, double x) {
    const table_span *e = &g->ends;
    return LEFT + (e->x1 > e->x0 ? (log(x) - e->x0) / (e->x1 - e->x0) : 0) * (WIDTH - LEFT - RIGHT);
}

static double down(const picture *g, double y) {
    const table_span *e = &g->ends;
    return TOP + (e->y1 > e->y0 ? (e->y1 - log(y)) / (e->y1 - e->y0) : 0) * (HEIGHT - TOP - BOTTOM);
}

static void put(const picture *g, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(const picture *g, const char *format, ...) {
    char text[400];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    wt_out_s(g->out, text);
}

static void text(const picture *g, double x, double y, const char *how, const char *s) {
    put(g, "<text x=\"%.1f\" y=\"%.1f\" %s>", x, y, how);
    wt_escape_s(g->out, WT_ESC_XML, s);
    wt_out_s(g->out, "</text>\n");
}

static void axes(const picture *g) {
    static const double steps[] = {1, 1.5, 2, 3, 5, 7};
    char label[32];
    for (int power = -3; power < 12; power++)
        for (int i = 0; i < 6; i++) {
            double y = steps[i] * pow(10, power);
            if (log(y) < g->ends.y0 || log(y) > g->ends.y1)
                continue;
            put(g, "<path d=\"M%d %.1fH%d\" class=\"grid\"/>\n", LEFT, down(g, y), WIDTH - RIGHT);
            snprintf(label, sizeof label, "%.10g", y);
            text(g, LEFT - 14, down(g, y) + 7, "text-anchor=\"end\"", label);
        }
    for (unsigned c = 0; c < g->t->column_count; c++) {
        double x = g->t->is->columns[c].x;
        if (x <= 0)
            continue;
        put(g, "<path d=\"M%.1f %dV%d\" class=\"grid\"/>\n", across(g, x), TOP, HEIGHT - BOTTOM);
        text(g, across(g, x), HEIGHT - BOTTOM + 34, "text-anchor=\"middle\"", g->t->columns[c]);
    }
}

static void curve(const picture *g, unsigned r) {
    const table *t = g->t;
    char move = 'M';
    wt_out_s(g->out, "<path fill=\"none\" stroke-width=\"4\" d=\"");
    for (unsigned c = 0; c < t->column_count; c++) {
        if (table_drawn(t, r, c))
            put(g, "%c%.1f %.1f", move, across(g, t->is->columns[c].x), down(g, t->value[r][c]));
        move = table_drawn(t, r, c) ? 'L' : 'M';
    }
    put(g, "\" stroke=\"%s\"/>\n", colors[r % COLORS]);
    for (unsigned c = 0; c < t->column_count; c++) {
        char value[32];
        if (!table_drawn(t, r, c))
            continue;
        table_value(t, r, c, value, sizeof value);
        put(g, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"7\" fill=\"%s\"><title>", across(g, t->is->columns[c].x),
            down(g, t->value[r][c]), colors[r % COLORS]);
        wt_escape_s(g->out, WT_ESC_XML, t->rows[r]);
        put(g, ", ");
        wt_escape_s(g->out, WT_ESC_XML, t->columns[c]);
        put(g, ": %s</title></circle>\n", value);
    }
}

/* The rows' names at the right, at the height of their last points, but never upon each other. */
static void names(const picture *g) {
    const table *t = g->t;
    unsigned order[TABLE_ROWS], n = 0;
    double at[TABLE_ROWS];
    for (unsigned r = 0; r < t->row_count; r++)
        for (unsigned c = t->column_count; c-- > 0;)
            if (table_drawn(t, r, c)) {
                unsigned i = n++;
                at[r] = down(g, t->value[r][c]);
                for (; i && at[order[i - 1]] > at[r]; i--)
                    order[i] = order[i - 1];
                order[i] = r;
                break;
            }
    double last = TOP - LINE;
    for (unsigned i = 0; i < n; i++) {
        char how[64], name[TABLE_NAME + 4];
        unsigned r = order[i];
        double y = at[r] > last + LINE ? at[r] : last + LINE;
        snprintf(how, sizeof how, "style=\"fill:%s\"", colors[r % COLORS]);
        snprintf(name, sizeof name, "%c  %s", table_sign(r), t->rows[r]);
        put(g, "<path d=\"M%d %.1fL%d %.1f\" class=\"grid\"/>\n", WIDTH - RIGHT + 8, at[r], WIDTH - RIGHT + 34, y);
        text(g, WIDTH - RIGHT + 40, y + 8, how, name);
        last = y;
    }
}

void table_svg(const table *t, wt_out *out) {
    picture g = {.t = t, .out = out, .ends = table_spans(t)};
    g.ends.y0 -= 0.1;                      /* the axis ends a little beyond the least and the most */
    g.ends.y1 += 0.1;
    put(&g,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
        "font-family=\"sans-serif\" font-size=\"22\">\n", WIDTH, HEIGHT);
    wt_out_s(out, "<style>text{fill:#222}.grid{stroke:#bbb;fill:none}.ground{fill:#fff}"
                  "@media(prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#555}.ground{fill:#161616}}</style>\n"
                  "<rect width=\"100%\" height=\"100%\" class=\"ground\"/>\n");
    text(&g, 40, 58, "font-size=\"34\" font-weight=\"bold\"", t->is->title);
    axes(&g);
    for (unsigned r = 0; r < t->row_count; r++)
        curve(&g, r);
    names(&g);
    text(&g, LEFT, HEIGHT - 20, "font-size=\"18\"", t->is->axis ? t->is->axis : "");
    text(&g, WIDTH - RIGHT, HEIGHT - 20, "font-size=\"18\" text-anchor=\"end\"", "both axes are logarithmic");
    wt_out_s(out, "</svg>\n");
}
