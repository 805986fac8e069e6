/* ladder_svg.c - the ladder as a drawing for slides and pages: large letters, light and dark, nothing but SVG. */
#include "print/escape.h"
#include "tell/ladder.h"

enum {
    WIDTH = 1600, LEFT = 240, RIGHT = 40, TOP = 110, LINE = 28, LETTER = 12, SIDE_WORDS = 780, LINES = 8,
    SCALE_ROWS = 40, NARROW = 420
};

typedef struct paper {
    const wt_ladder *l;
    wt_out *out;
    unsigned side;                         /* where words begin if they stand beside the lifelines; else 0 */
    unsigned at[WT_LADDER_COLUMNS];
} paper;

static const char style[] =
    "<style>"
    "svg{background:#fff;font:20px 'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace}"
    ".life{stroke:#b8bec8;stroke-width:2}.bg{fill:#fff}text{fill:#1d2430}.dim{fill:#6a7280}"
    ".head{fill:#eef2f7;stroke:#b8bec8;stroke-width:2}.name{fill:#0969a8}.bold{font-weight:bold}"
    ".tcp{stroke:#6a7280}.tls{stroke:#9a3fa0}.app{stroke:#0b74c4}.again{stroke:#c06a00}.bad{stroke:#c8102e}"
    ".tcp,.tls,.app,.again,.bad{stroke-width:3;fill:none}"
    ".ttcp{fill:#6a7280}.ttls{fill:#9a3fa0}.tapp{fill:#0b74c4}.tagain{fill:#a85c00}.tbad{fill:#c8102e}"
    "@media(prefers-color-scheme:dark){svg{background:#14181f}.bg{fill:#14181f}text{fill:#e8ecf2}.dim{fill:#98a2b0}"
    ".life{stroke:#4a5362}"
    ".head{fill:#222935;stroke:#4a5362}.name{fill:#6cc0ff}.tcp{stroke:#98a2b0}.tls{stroke:#d68be0}.app{stroke:#5db4f5}"
    ".again{stroke:#f0a040}.bad{stroke:#ff6b7f}.ttcp{fill:#98a2b0}.ttls{fill:#d68be0}.tapp{fill:#5db4f5}"
    ".tagain{fill:#f0a040}.tbad{fill:#ff6b7f}}"
    "</style>\n";

static const char *const looks[WT_LOOK_COUNT] = {"tcp", "tls", "app", "again", "bad"};

/* ---- pieces ----------------------------------------------------------------------------- */

static void attribute(wt_out *o, const char *name, unsigned v) {
    wt_text *t = wt_out_room(o, 64);
    wt_put_c(t, ' ');
    wt_put_s(t, name);
    wt_put_s(t, "=\"");
    wt_put_u(t, v);
    wt_put_c(t, '"');
}

static void line(wt_out *o, const char *class, unsigned x1, unsigned y1, unsigned x2, unsigned y2, bool dashed) {
    wt_out_s(o, "<line class=\"");
    wt_out_s(o, class);
    wt_out_c(o, '"');
    attribute(o, "x1", x1);
    attribute(o, "y1", y1);
    attribute(o, "x2", x2);
    attribute(o, "y2", y2);
    wt_out_s(o, dashed ? " stroke-dasharray=\"10 8\"/>\n" : "/>\n");
}

static void text(wt_out *o, unsigned x, unsigned y, const char *class, const char *anchor, const char *p, size_t n) {
    wt_out_s(o, "<text");
    attribute(o, "x", x);
    attribute(o, "y", y);
    if (*class) {
        wt_out_s(o, " class=\"");
        wt_out_s(o, class);
        wt_out_c(o, '"');
    }
    if (*anchor) {
        wt_out_s(o, " text-anchor=\"");
        wt_out_s(o, anchor);
        wt_out_c(o, '"');
    }
    wt_out_c(o, '>');
    wt_escape(o, WT_ESC_XML, p, n);
    wt_out_s(o, "</text>\n");
}

/* ---- words in lines --------------------------------------------------------------------- */

typedef struct words {
    const char *p[LINES];
    uint32_t n[LINES];
    unsigned count;
    bool cut;
} words;

static void wrap(words *w, const char *p, uint32_t n, unsigned letters, unsigned indent) {
    while (n) {
        unsigned used = w->count ? 2 : indent;
        uint32_t i = 0, fit = 0;
        if (w->count == LINES) {
            w->cut = true;
            return;
        }
        while (i < n) {
            uint32_t cp;
            unsigned size = wt_utf8((const uint8_t *)p + i, n - i, &cp);
            size = size ? size : 1;
            used += wt_columns(p + i, size);
            if (used > letters)
                break;
            i += size;
            if (i == n || p[i] == ' ')
                fit = i;
        }
        fit = fit ? fit : i ? i : 1;
        w->p[w->count] = p;
        w->n[w->count++] = fit;
        while (fit < n && p[fit] == ' ')
            fit++;
        p += fit;
        n -= fit;
    }
}

/* How many letters there is room for beside or on a step's arrow, and where they begin. */
static unsigned room(const paper *g, const wt_step *s, unsigned *x) {
    unsigned a = g->at[s->from], b = g->at[s->to], left = a < b ? a : b, right = a < b ? b : a;
    if (g->side) {
        *x = g->side;
        return (WIDTH - RIGHT - g->side) / LETTER;
    }
    if (a == b) {
        bool behind = a + NARROW < WIDTH;
        *x = behind ? a + 22 : LEFT + 22;
        return behind ? (WIDTH - RIGHT - *x) / LETTER : (a - LEFT - 44) / LETTER;
    }
    *x = left + 22;
    return (right - left - 44) / LETTER;
}

static words words_of(const paper *g, const wt_step *s, unsigned *x) {
    words w = {.count = 0};
    unsigned letters = room(g, s, x), tag = (unsigned)strlen(wt_ladder_tag(g->l, s));
    const char *p = g->l->text + s->text;
    uint32_t n = s->text_len;
    while (n && !w.cut) {
        uint32_t end = wt_ladder_message(p, n);
        wrap(&w, p, end, letters, tag ? tag + 1 : 0);
        end = end < n ? end + 2 : end;
        p += end;
        n -= end;
    }
    return w;
}

static unsigned height(const paper *g, const wt_step *s) {
    unsigned x;
    if (s->kind == WT_STEP_FOLD)
        return 2 * LINE;
    unsigned lines = words_of(g, s, &x).count;
    return (lines ? lines : 1) * LINE + (g->side ? 14 : 30);
}

/* Room before a step: to scale, or some for a silence that is told. */
static unsigned silence(const paper *g, uint32_t i, int64_t unit, int64_t *gap) {
    const wt_ladder *l = g->l;
    *gap = i ? wt_lapse(l->steps[i - 1].ns, l->steps[i].ns) : 0;
    if (*gap <= 0)
        return 0;
    if (l->options.scale)
        return (unsigned)((double)*gap / (double)unit * LINE);
    if (*gap >= 50000000 && *gap >= wt_lapse(l->first_ns, l->last_ns) / 20)
        return LINE + 14;
    *gap = 0;
    return 0;
}

/* ---- one step --------------------------------------------------------------------------- */

static void head_of(wt_out *o, unsigned x, unsigned y, bool right, const char *look) {
    wt_out_s(o, "<path class=\"");
    wt_out_s(o, look);
    wt_out_s(o, "\" d=\"M");
    wt_out_u(o, right ? x - 14 : x + 14);
    wt_out_c(o, ' ');
    wt_out_u(o, y - 8);
    wt_out_s(o, right ? "l13 8l-13 8\"/>\n" : "l-13 8l13 8\"/>\n");
}

static void cross(wt_out *o, const char *look, unsigned x, unsigned y) {
    line(o, look, x - 9, y - 9, x + 9, y + 9, false);
    line(o, look, x - 9, y + 9, x + 9, y - 9, false);
}

static void arrow(const paper *g, const wt_step *s, unsigned y) {
    wt_out *o = g->out;
    unsigned a = g->at[s->from], b = g->at[s->to];
    const char *look = looks[s->look];
    bool right = a < b;
    if (a == b) {
        head_of(o, a, y, false, look);
        return;
    }
    if (s->kind == WT_STEP_ARROW) {
        line(o, look, a, y, right ? b - 3 : b + 3, y, s->look == WT_LOOK_AGAIN);
        head_of(o, b, y, right, look);
        return;
    }
    unsigned end = right ? b - 34 : b + 34;
    bool missing = s->kind == WT_STEP_MISSING;
    line(o, look, a, y, end, y, missing);
    cross(o, look, end, y);
}

static void left(const paper *g, const wt_step *s, unsigned y) {
    char buffer[64];
    wt_text t = {buffer, 0, sizeof buffer, false};
    if (s->kind == WT_STEP_MISSING)
        return;
    wt_put_u(&t, s->frame);
    if (s->last_frame != s->frame) {
        wt_put_s(&t, "–");
        wt_put_u(&t, s->last_frame);
    }
    text(g->out, 24, y, "", "", t.p, t.len);
    t.len = 0;
    if (s->ns != INT64_MIN)
        wt_put_duration(&t, wt_lapse(g->l->first_ns, s->ns));
    text(g->out, LEFT - 44, y, "dim", "end", t.p, t.len);
    t.len = 0;
    wt_ladder_number(g->l, s, &t);
    text(g->out, LEFT - 30, y, "dim", "", t.p, t.len);
}

static void tag_and_words(const paper *g, const wt_step *s, const words *w, unsigned x, unsigned y) {
    wt_out *o = g->out;
    const char *tag = wt_ladder_tag(g->l, s), *look = looks[s->look];
    for (unsigned i = 0; i < w->count; i++) {
        wt_out_s(o, "<text");
        attribute(o, "x", i ? x + 2 * LETTER : x);
        attribute(o, "y", y + i * LINE);
        if (s->look == WT_LOOK_BAD)
            wt_out_s(o, " class=\"tbad\"");
        wt_out_c(o, '>');
        if (!i && *tag) {
            wt_out_s(o, "<tspan class=\"bold t");
            wt_out_s(o, look);
            wt_out_s(o, "\">");
            wt_escape_s(o, WT_ESC_XML, tag);
            wt_out_s(o, "</tspan> ");
        }
        wt_escape(o, WT_ESC_XML, w->p[i], w->n[i]);
        wt_out_s(o, w->cut && i + 1 == w->count ? " …</text>\n" : "</text>\n");
    }
}

static void step(const paper *g, const wt_step *s, unsigned y) {
    char buffer[128];
    wt_text t = {buffer, 0, sizeof buffer, false};
    unsigned x;
    if (s->kind == WT_STEP_FOLD) {
        wt_put_s(&t, "⋮  ");
        wt_put_grouped(&t, s->count);
        wt_put_s(&t, " messages folded (--all shows them)");
        text(g->out, g->side ? g->side : g->at[0] + 22, y + LINE + 6, "dim bold", "", t.p, t.len);
        return;
    }
    words w = words_of(g, s, &x);
    unsigned lines = w.count ? w.count : 1;
    left(g, s, y + LINE - 4);
    tag_and_words(g, s, &w, x, y + LINE - 4);
    arrow(g, s, g->side ? y + LINE - 10 : y + lines * LINE + 10);
}

/* ---- all of it -------------------------------------------------------------------------- */

static void place(paper *g) {
    unsigned last = g->l->columns - 1, x = LEFT + 60, end = WIDTH - RIGHT - 110;
    g->side = last > 1 && (end - x) / last < NARROW;
    if (g->side || !last)
        end = WIDTH - RIGHT - SIDE_WORDS;
    for (unsigned i = 0; i <= last; i++)
        g->at[i] = last ? x + (end - x) * i / last : x;
    g->side = g->side || !last ? g->at[last] + 40 : 0;
}

static void heads(const paper *g) {
    for (unsigned i = 0; i < g->l->columns; i++) {
        char one[128], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(g->l, i, &address, &name);
        unsigned y = g->side ? 34 + i * LINE : 40;
        if (g->side) {
            wt_put_s(&address, name.len ? "  " : "");
            wt_put_n(&address, name.p, name.len);
            text(g->out, g->at[i] - 6, y, "bold", "", address.p, address.len);
            continue;
        }
        text(g->out, g->at[i], y, "bold", "middle", address.p, address.len);
        text(g->out, g->at[i], y + LINE, "name bold", "middle", name.p, name.len);
    }
}

static unsigned top(const paper *g) { return g->side ? 50 + g->l->columns * LINE : TOP; }

static void silence_words(const paper *g, unsigned y, int64_t gap) {
    char buffer[64];
    wt_text t = {buffer, 0, sizeof buffer, false};
    wt_put_duration(&t, gap);
    wt_put_s(&t, " later");
    text(g->out, g->side ? g->side : g->at[0] + 22, y + LINE - 2, "dim", "", t.p, t.len);
}

static void end_of_page(const paper *g, unsigned y) {
    if (g->l->options.scale) {
        static const char said[] = "Time is to scale between the messages.";
        text(g->out, 24, y, "dim", "", said, sizeof said - 1);
    }
}

void wt_ladder_svg(const wt_ladder *l, wt_out *out) {
    paper g = {.l = l, .out = out};
    int64_t unit = wt_ladder_unit(l, SCALE_ROWS), gap;
    place(&g);
    unsigned y = top(&g);
    for (uint32_t i = 0; i < l->count; i++)
        y += silence(&g, i, unit, &gap) + height(&g, &l->steps[i]);
    unsigned bottom = y + 30;
    wt_out_s(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" style=\"max-width:100%;height:auto\"");
    attribute(out, "width", WIDTH);
    attribute(out, "height", bottom + 40);
    wt_out_s(out, " viewBox=\"0 0 ");
    wt_out_u(out, WIDTH);
    wt_out_c(out, ' ');
    wt_out_u(out, bottom + 40);
    wt_out_s(out, "\">\n<title>Sequence diagram of ");
    wt_escape_s(out, WT_ESC_XML, l->options.title ? l->options.title : "a capture");
    wt_out_s(out, "</title>\n");
    wt_out_s(out, style);
    for (unsigned i = 0; i < l->columns; i++)
        line(out, "life", g.at[i], g.side ? 42 + i * LINE : TOP - 30, g.at[i], bottom, false);
    heads(&g);
    y = top(&g);
    for (uint32_t i = 0; i < l->count; i++) {
        unsigned space = silence(&g, i, unit, &gap);
        if (space && !l->options.scale)
            silence_words(&g, y, gap);
        y += space;
        step(&g, &l->steps[i], y);
        y += height(&g, &l->steps[i]);
    }
    end_of_page(&g, bottom + 24);
    wt_out_s(out, "</svg>\n");
}
