/* ladder_text.c - the ladder on a terminal.
 *
 * Rows are drawn into cells and written when they are whole, so that nothing can overlap by accident.  With few hosts a
 * step's words stand on its arrow; with many, or little room, they stand to the right of all lifelines. */
#include <stdlib.h>

#include "print/escape.h"
#include "tell/ladder.h"

enum { ROOM_FOR_WORDS = 34, SIDE_GAP = 7, LINES = 10, CELLS = 1024, SCALE_ROWS = 60 };
enum style { PLAIN, DIM, TITLE, LOOK };    /* LOOK + enum wt_step_look */
enum glyph { LIFE, DASH, LEAVE_RIGHT, LEAVE_LEFT, HEAD_RIGHT, HEAD_LEFT, CROSS, LOSS, DOTS, ELLIPSIS, GLYPHS };

static const char *const unicode[GLYPHS] = {"│", "─", "├", "┤", "►", "◄", "┼", "✗", "⋮", "…"};
static const char *const ascii[GLYPHS] = {"|", "-", "+", "+", ">", "<", "+", "x", ":", "~"};
/* PLAIN, DIM, TITLE, and the looks: TCP, TLS, app, again, bad. */
static const char *const codes[] = {"0", "38;5;245", "1", "38;5;245", "38;5;133", "38;5;32", "38;5;172", "1;38;5;160"};

typedef struct cell {
    char text[7];
    uint8_t len, style;
} cell;

typedef struct sheet {
    const wt_ladder *l;
    wt_out *out;
    const char *const *glyph;
    unsigned width, numbers, margin, side; /* side: column of the words; 0: on the arrows */
    unsigned at[WT_LADDER_COLUMNS];        /* the lifelines' columns */
    cell row[CELLS];
} sheet;

/* ---- cells ------------------------------------------------------------------------------ */

static void clear(sheet *s) {
    for (unsigned i = 0; i < s->width; i++)
        s->row[i] = (cell){" ", 1, PLAIN};
}

/* What stands for a character where only ASCII may be drawn. */
static const char *in_ascii(uint32_t cp) {
    return cp == 0x2013 || cp == 0x2014 || cp == 0x2212 ? "-"
           : cp == 0x2026 ? "~"
           : cp == 0x2192 ? ">"
           : cp == 0xb5 ? "u"
                                                        : "?";
}

static unsigned put(sheet *s, unsigned x, const char *p, size_t n, uint8_t style) {
    while (n && x < s->width) {
        uint32_t cp;
        unsigned size = wt_utf8((const uint8_t *)p, n, &cp);
        size = size ? size : 1;
        if (s->l->options.ascii && (uint8_t)*p >= 0x80) {
            put(s, x++, in_ascii(cp), 1, style);
            p += size;
            n -= size;
            continue;
        }
        unsigned columns = wt_columns(p, size);
        if (x + columns > s->width)
            break;
        if (columns == 0) {                /* joins the one before */
            cell *c = x ? &s->row[x - 1] : NULL;
            if (c && c->len + size <= sizeof c->text) {
                memcpy(c->text + c->len, p, size);
                c->len = (uint8_t)(c->len + size);
            }
        }
        for (unsigned i = 0; i < columns; i++)
            s->row[x + i] = (cell){"", 0, style};
        if (columns) {
            memcpy(s->row[x].text, p, size);
            s->row[x].len = (uint8_t)size;
        }
        x += columns;
        p += size;
        n -= size;
    }
    return x;
}

static unsigned put_s(sheet *s, unsigned x, const char *p, uint8_t style) { return put(s, x, p, strlen(p), style); }
static void put_glyph(sheet *s, unsigned x, enum glyph g, uint8_t style) { put_s(s, x, s->glyph[g], style); }

static void write_row(sheet *s) {
    unsigned last = s->width;
    uint8_t style = PLAIN;
    while (last && s->row[last - 1].len == 1 && s->row[last - 1].text[0] == ' ')
        last--;
    for (unsigned i = 0; i < last; i++) {
        const cell *c = &s->row[i];
        if (c->len && c->style != style && s->l->options.color) {
            wt_out_s(s->out, "\033[0;");
            wt_out_s(s->out, codes[c->style]);
            wt_out_c(s->out, 'm');
        }
        style = c->len ? c->style : style;
        wt_out_n(s->out, c->text, c->len);
    }
    if (style != PLAIN && s->l->options.color)
        wt_out_s(s->out, "\033[0m");
    wt_out_c(s->out, '\n');
    clear(s);
}

static void lifelines(sheet *s, enum glyph g) {
    for (unsigned i = 0; i < s->l->columns; i++)
        put_glyph(s, s->at[i], g, DIM);
}

/* ---- the words of a step, in lines ------------------------------------------------------ */

typedef struct lines {
    const char *p[LINES];
    uint32_t n[LINES];
    unsigned count, first, other;          /* columns for the first line and for the others */
    bool cut;
} lines;

static void add_line(lines *w, const char *p, uint32_t n) {
    if (w->count == LINES) {
        w->cut = true;
        return;
    }
    w->p[w->count] = p;
    w->n[w->count++] = n;
}

/* One message, wrapped between words; a word that is too long is cut. */
static void wrap(lines *w, const char *p, uint32_t n) {
    while (n && !w->cut) {
        unsigned room = w->count ? w->other : w->first, used = 0;
        uint32_t i = 0, fit = 0;
        while (i < n) {
            uint32_t cp;
            unsigned size = wt_utf8((const uint8_t *)p + i, n - i, &cp);
            size = size ? size : 1;
            used += wt_columns(p + i, size);
            if (used > room)
                break;
            i += size;
            if (i == n || p[i] == ' ')
                fit = i;
        }
        fit = fit ? fit : i ? i : 1;
        add_line(w, p, fit);
        while (fit < n && p[fit] == ' ')
            fit++;
        p += fit;
        n -= fit;
    }
}

/* Messages of one frame are joined by "; ": a line for each. */
static void break_lines(lines *w, const char *p, uint32_t n) {
    while (n) {
        uint32_t end = wt_ladder_message(p, n);
        wrap(w, p, end);
        end = end < n ? end + 2 : end;
        p += end;
        n -= end;
    }
    if (!w->count)
        add_line(w, "", 0);
}

/* ---- where things stand ----------------------------------------------------------------- */

static unsigned digits(uint64_t v) {
    unsigned n = 1;
    for (; v >= 10; v /= 10)
        n++;
    return n;
}

static void place(sheet *s) {
    const wt_ladder *l = s->l;
    unsigned last = l->columns - 1;
    s->numbers = 3;
    for (uint32_t i = 0; i < l->count; i++) {
        const wt_step *step = &l->steps[i];
        unsigned n = digits(step->frame) + (step->last_frame != step->frame ? 1 + digits(step->last_frame) : 0);
        s->numbers = n > s->numbers ? n : s->numbers;
    }
    s->margin = s->numbers + 1 + 10 + (l->talks > 1 ? 5 : 0) + 2;
    unsigned room = s->width - s->margin - 2, gap = last ? room / last : room;
    s->side = last > 1 && gap < ROOM_FOR_WORDS;
    if (s->side) {
        unsigned most = (room - 36) / last;
        gap = most < SIDE_GAP ? SIDE_GAP : most > 12 ? 12 : most;
    }
    for (unsigned i = 0; i < l->columns; i++)
        s->at[i] = s->margin + 1 + i * gap;
    if (!s->side && last)
        s->at[last] = s->width - 2;
    s->side = s->side || !last ? s->at[last] + 3 : 0;
}

static void put_heads(sheet *s, bool names) {
    for (unsigned i = 0; i < s->l->columns; i++) {
        char one[128], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(s->l, i, &address, &name);
        const wt_text *t = names ? &name : &address;
        unsigned columns = wt_columns(t->p, t->len), last = s->l->columns - 1;
        unsigned gap = last ? s->at[1] - s->at[0] : s->width;
        unsigned room = gap > 2 ? gap - 1 : 1, half = columns / 2;
        uint32_t n = t->len;
        while (columns > room && n) {
            do
                n--;
            while (n && ((uint8_t)t->p[n] & 0xc0) == 0x80);
            columns = wt_columns(t->p, n) + 1;
            half = columns / 2;
        }
        unsigned x = s->at[i] > half + s->margin - 8 ? s->at[i] - half : s->margin - 8;
        x = x + columns > s->width ? s->width - columns : x;
        x = put(s, x, t->p, n, names ? LOOK + WT_LOOK_APP : TITLE);
        if (n < t->len)
            put_glyph(s, x, ELLIPSIS, DIM);
    }
}

/* Any column with a name?  Heads with many columns are written one below the other, that none is cut. */
static bool has_names(const wt_ladder *l) {
    for (unsigned i = 0; i < l->columns; i++) {
        char one[128], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(l, i, &address, &name);
        if (name.len)
            return true;
    }
    return false;
}

static void stair_heads(sheet *s) {
    for (unsigned i = 0; i < s->l->columns; i++) {
        char one[160], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(s->l, i, &address, &name);
        for (unsigned k = 0; k < i; k++)
            put_glyph(s, s->at[k], LIFE, DIM);
        unsigned x = put(s, s->at[i], address.p, address.len, TITLE);
        put(s, x + 1, name.p, name.len, LOOK + WT_LOOK_APP);
        write_row(s);
    }
}

static void head(sheet *s) {
    if (s->side) {
        stair_heads(s);
    } else {
        put_heads(s, false);
        write_row(s);
        if (has_names(s->l)) {
            put_heads(s, true);
            write_row(s);
        }
    }
    lifelines(s, LIFE);
    write_row(s);
}

/* ---- steps ------------------------------------------------------------------------------ */

static void put_left(sheet *s, const wt_step *step) {
    char buffer[64];
    wt_text t = {buffer, 0, sizeof buffer, false};
    if (step->kind == WT_STEP_MISSING)
        return;
    wt_put_u(&t, step->frame);
    if (step->last_frame != step->frame) {
        wt_put_s(&t, s->l->options.ascii ? "-" : "–");
        wt_put_u(&t, step->last_frame);
    }
    unsigned columns = wt_columns(t.p, t.len);
    put(s, s->numbers > columns ? s->numbers - columns : 0, t.p, t.len, PLAIN);
    t.len = 0;
    if (step->ns != INT64_MIN)
        wt_put_seconds(&t, wt_lapse(s->l->first_ns, step->ns),
                       wt_lapse(s->l->first_ns, step->ns) < 1000000000000 ? 6 : 3);
    put(s, s->numbers + 1 + (t.len < 10 ? 10 - t.len : 0), t.p, t.len, DIM);
    t.len = 0;
    wt_ladder_number(s->l, step, &t);
    put(s, s->numbers + 12, t.p, t.len < 5 ? t.len : 5, DIM);
}

/* From one lifeline to another; what is lost ends before it arrives, what is missing begins nowhere. */
static void put_arrow(sheet *s, const wt_step *step, uint8_t style) {
    unsigned a = s->at[step->from], b = s->at[step->to];
    bool right = a < b;
    unsigned from = right ? a : b, to = right ? b : a;
    if (a == b) {
        put_glyph(s, a, HEAD_LEFT, style);
        return;
    }
    for (unsigned x = from + 1; x < to; x++)
        if (step->kind != WT_STEP_MISSING || x % 2)
            put_glyph(s, x, DASH, style);
    for (unsigned i = 0; i < s->l->columns; i++)
        if (s->at[i] > from && s->at[i] < to)
            put_glyph(s, s->at[i], CROSS, style);
    put_glyph(s, a, right ? LEAVE_RIGHT : LEAVE_LEFT, style);
    if (step->kind == WT_STEP_ARROW) {
        put_glyph(s, right ? b - 1 : b + 1, right ? HEAD_RIGHT : HEAD_LEFT, style);
        return;
    }
    unsigned end = right ? b - 2 : b + 2;
    put_glyph(s, end, LOSS, style);
    for (unsigned x = end; x != b; x = right ? x + 1 : x - 1)
        if (x != end)
            put_s(s, x, " ", PLAIN);
}

static unsigned put_tag(sheet *s, unsigned x, const wt_step *step, uint8_t style) {
    const char *tag = wt_ladder_tag(s->l, step);
    if (*tag) {
        x = put_s(s, x, tag, style);
        x = put_s(s, x, " ", PLAIN);
    }
    return x;
}

static void put_step(sheet *s, const wt_step *step) {
    unsigned a = s->at[step->from], b = s->at[step->to], left = a < b ? a : b, right = a < b ? b : a;
    uint8_t style = (uint8_t)(LOOK + step->look), words = step->look == WT_LOOK_BAD ? style : PLAIN;
    unsigned tag = (unsigned)strlen(wt_ladder_tag(s->l, step)), x = s->side ? s->side : left + 4;
    unsigned room = s->side ? s->width - s->side : right - left - 8;
    tag += tag ? 1 : 0;
    if (a == b && !s->side) {              /* to itself: words beside the lifeline */
        bool behind = s->at[step->from] + ROOM_FOR_WORDS < s->width;
        x = behind ? a + 3 : s->margin + 4;
        room = behind ? s->width - x : a - x - 2;
    }
    lines w = {.first = room > tag ? room - tag : 1, .other = room > 2 ? room - 2 : 1};
    break_lines(&w, s->l->text + step->text, step->text_len);
    for (unsigned i = 0; i < w.count; i++) {
        lifelines(s, LIFE);
        if (i == 0) {
            put_left(s, step);
            put_arrow(s, step, style);
            unsigned start = s->side ? x : step->kind == WT_STEP_ARROW || a < b ? put_s(s, x - 1, " ", PLAIN) : x;
            start = put_tag(s, start, step, style);
            start = put(s, start, w.p[0], w.n[0], words);
            if (!s->side && a != b && start < right)
                put_s(s, start, " ", PLAIN);
        } else {
            unsigned end = put(s, x + 2, w.p[i], w.n[i], words);
            if (w.cut && i + 1 == w.count)
                put_glyph(s, end, ELLIPSIS, DIM);
        }
        write_row(s);
    }
}

static void put_fold(sheet *s, const wt_step *step) {
    char buffer[160];
    wt_text t = {buffer, 0, sizeof buffer, false};
    lifelines(s, DOTS);
    wt_put_grouped(&t, step->count);
    wt_put_s(&t, " messages folded, frames ");
    wt_put_u(&t, step->frame);
    wt_put_s(&t, "–");
    wt_put_u(&t, step->last_frame);
    wt_put_s(&t, " (--all shows them)");
    unsigned room = s->width - s->margin - 4;
    put(s, s->side ? s->side : s->at[0] + 4, t.p, t.len < room ? t.len : room, TITLE);
    write_row(s);
}

/* Silence between steps: rows to scale, or, if it is long, one row that tells how long. */
static void put_silence(sheet *s, const wt_step *before, const wt_step *step, int64_t unit) {
    char buffer[64];
    wt_text t = {buffer, 0, sizeof buffer, false};
    int64_t gap = wt_lapse(before->ns, step->ns), all = wt_lapse(s->l->first_ns, s->l->last_ns);
    if (gap <= 0)
        return;
    if (s->l->options.scale) {
        for (int64_t rows = gap / unit; rows > 0; rows--) {
            lifelines(s, LIFE);
            write_row(s);
        }
        return;
    }
    if (gap < 50000000 || gap < all / 20)
        return;
    lifelines(s, DOTS);
    wt_put_duration(&t, gap);
    wt_put_s(&t, " later");
    put(s, s->side ? s->side : s->at[0] + 4, t.p, t.len, DIM);
    write_row(s);
}

void wt_ladder_text(const wt_ladder *l, wt_out *out) {
    sheet *s = calloc(1, sizeof *s);
    if (!s)
        return;
    s->l = l;
    s->out = out;
    s->glyph = l->options.ascii ? ascii : unicode;
    s->width = l->options.width < 60 ? 60 : l->options.width > CELLS ? CELLS : l->options.width;
    int64_t unit = wt_ladder_unit(l, SCALE_ROWS);
    clear(s);
    place(s);
    head(s);
    for (uint32_t i = 0; i < l->count; i++) {
        if (i)
            put_silence(s, &l->steps[i - 1], &l->steps[i], unit);
        if (l->steps[i].kind == WT_STEP_FOLD)
            put_fold(s, &l->steps[i]);
        else
            put_step(s, &l->steps[i]);
    }
    lifelines(s, LIFE);
    write_row(s);
    if (l->options.scale) {
        wt_text *t = wt_out_room(out, 100);
        wt_put_s(t, "A row without an arrow lasts ");
        wt_put_duration(t, unit);
        wt_put_s(t, ".\n");
    }
    wt_ladder_left_out(l, out, "", "\n");
    free(s);
}
