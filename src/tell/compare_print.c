/* compare_print.c - a comparison as tables and lists. */
#include <stdio.h>
#include <stdlib.h>

#include "core/session.h"
#include "print/escape.h"
#include "tell/amounts.h"
#include "tell/compare.h"
#include "tell/pictures.h"

enum { LABEL = 24, COLUMN = 13, SHOWN_TALKS = 8, SHOWN_MEETINGS = 8, FROM = 15 };

typedef struct page {
    wt_compare *c;
    wt_out *o;
    const wt_print_options *how;
} page;

static char letter(unsigned side) { return (char)('A' + side); }

static void style(page *g, const char *code) {
    if (!g->how->color)
        return;
    wt_out_s(g->o, "\x1b[");
    wt_out_s(g->o, code);
    wt_out_c(g->o, 'm');
}

static void styled(page *g, const char *code, const char *text) {
    style(g, code);
    wt_out_s(g->o, text);
    style(g, "0");
}

static const char *arrow(const page *g) { return g->how->ascii ? " -> " : " → "; }

static void title(page *g, const char *text) {
    wt_out_c(g->o, '\n');
    styled(g, "1", text);
    wt_out_c(g->o, '\n');
}

/* ---- words behind a label --------------------------------------------------------------- */

/* The scratch, wrapped; further lines begin at `from`. */
static void words(page *g, unsigned used, unsigned from) {
    size_t n, at = 0;
    const char *s = wt_out_memory(g->c->scratch, &n);
    n -= n && s[n - 1] == ' ';
    unsigned width = (unsigned)(g->how->width ? g->how->width : 100);
    while (at < n) {
        size_t fit = at, k = at;
        unsigned room = width > used + 16 ? width - used : 16;
        for (; k <= n && wt_columns(s + at, k - at) <= room; k++)
            if (k == n || s[k] == ' ')
                fit = k;
        if (fit == at)                     /* a word wider than the room */
            while (++fit < n && s[fit] != ' ') {}
        wt_out_n(g->o, s + at, fit - at);
        at = fit + (fit < n);
        if (at < n) {
            wt_out_c(g->o, '\n');
            wt_out_spaces(g->o, from);
            used = from;
        }
    }
    wt_out_c(g->o, '\n');
}

static wt_out *fresh(page *g) {
    wt_out_clear(g->c->scratch);
    return g->c->scratch;
}

static void entry(page *g, const char *label, const char *code) {
    unsigned used = wt_columns(label, strlen(label));
    wt_out_spaces(g->o, 4);
    styled(g, code, label);
    wt_out_spaces(g->o, used + 5 < FROM ? FROM - 4 - used : 1);
    words(g, FROM, FROM);
}

/* ---- the table -------------------------------------------------------------------------- */

enum kind { COUNT, TIME };

typedef struct table_row {
    const char *label;
    enum kind kind;
    int64_t value[WT_SIDES];         /* -1: none */
} table_row;

static void cell(page *g, const table_row *r, unsigned side) {
    char text[32];
    wt_text t = {text, 0, sizeof text, false};
    int64_t v = r->value[side];
    if (v < 0)
        wt_put_s(&t, "-");
    else if (r->kind == TIME)
        wt_put_duration(&t, v);
    else
        wt_put_grouped(&t, (uint64_t)v);
    unsigned used = wt_columns(text, t.len);
    wt_out_spaces(g->o, used < COLUMN ? COLUMN - used : 1);
    wt_out_n(g->o, text, t.len);
}

/* Of two sides, how far the second is from the first. */
static void difference(page *g, const table_row *r) {
    int64_t a = r->value[0], b = r->value[1];
    if (g->c->count != 2 || a < 0 || b < 0)
        return;
    if (a == b) {
        styled(g, "2", "   the same");
        return;
    }
    style(g, "38;5;166");
    wt_out_s(g->o, b > a ? "   +" : g->how->ascii ? "   -" : "   −");
    wt_text *t = wt_out_room(g->o, 64);
    if (r->kind == TIME)
        wt_put_duration(t, b > a ? b - a : a - b);
    else
        wt_put_grouped(t, (uint64_t)(b > a ? b - a : a - b));
    if (a > 0 && (b > a ? b - a : a - b) < INT64_MAX / 1000) {
        int64_t tenths = (b > a ? b - a : a - b) * 1000 / a;
        wt_out_s(g->o, " (");
        wt_out_i(g->o, tenths / 10);
        wt_out_c(g->o, '.');
        wt_out_i(g->o, tenths % 10);
        wt_out_s(g->o, "%)");
    }
    style(g, "0");
}

static void table_line(page *g, const table_row *r) {
    unsigned used = wt_columns(r->label, strlen(r->label));
    wt_out_s(g->o, "  ");
    wt_out_s(g->o, r->label);
    wt_out_spaces(g->o, used < LABEL ? LABEL - used : 1);
    for (unsigned n = 0; n < g->c->count; n++)
        cell(g, r, n);
    difference(g, r);
    wt_out_c(g->o, '\n');
}

static void numbers(const wt_side *s, int64_t *v) {
    uint32_t tcp = 0, udp = 0;
    uint64_t resent = 0;
    for (uint32_t n = 0; n < s->flows->count[0]; n++) {
        tcp += s->flows->rows[0][n].used;
        resent += s->flows->rows[0][n].resent;
    }
    for (uint32_t n = 0; n < s->flows->count[1]; n++)
        udp += s->flows->rows[1][n].used;
    v[0] = (int64_t)s->frames;
    v[1] = (int64_t)s->bytes;
    v[2] = s->first_ns == INT64_MIN ? -1 : s->last_ns > s->first_ns ? s->last_ns - s->first_ns : 0;
    v[3] = tcp;
    v[4] = udp;
    v[5] = wt_side_rtt(s);
    v[6] = (int64_t)resent;
}

static void heading(page *g) {
    wt_out_spaces(g->o, LABEL + 2);
    for (unsigned n = 0; n < g->c->count; n++) {
        wt_out_spaces(g->o, COLUMN - 1);
        style(g, "1");
        wt_out_c(g->o, letter(n));
        style(g, "0");
    }
    wt_out_s(g->o, g->c->count == 2 ? "   B beside A\n" : "\n");
}

static void tables(page *g) {
    static const char *const labels[7] = {"Packets", "Bytes", "Lasted", "TCP connections", "UDP conversations",
                                          "Round trip (handshake)", "Segments sent again"};
    int64_t v[WT_SIDES][7];
    for (unsigned n = 0; n < g->c->count; n++)
        numbers(&g->c->sides[n], v[n]);
    wt_out_c(g->o, '\n');
    heading(g);
    for (unsigned k = 0; k < 7; k++) {
        table_row r = {.label = labels[k], .kind = k == 2 || k == 5 ? TIME : COUNT};
        for (unsigned n = 0; n < g->c->count; n++)
            r.value[n] = v[n][k];
        table_line(g, &r);
    }
    title(g, "Bytes by layer");
    for (uint32_t p = 0; p <= wt_protocol_count() && p < WT_MAX_PROTOCOLS; p++) {
        bool rest = p == wt_protocol_count(), any = false;
        table_row r = {.label = rest ? "everything else" : wt_protocol_get(p)->tag, .kind = COUNT};
        for (unsigned n = 0; n < g->c->count; n++) {
            r.value[n] = (int64_t)(rest ? g->c->sides[n].rest : g->c->sides[n].layer_bytes[p]);
            any |= r.value[n] > 0;
        }
        if (any)
            table_line(g, &r);
    }
}

/* ---- conversations ---------------------------------------------------------------------- */

static void put_flow(wt_out *o, const wt_flow_row *r, const char *between) {
    wt_out_s(o, wt_protocol_get(r->transport)->name);
    wt_out_c(o, ':');
    wt_out_u(o, r->number);
    wt_out_c(o, ' ');
    wt_put_endpoint(wt_out_room(o, 128), &r->end[0]);
    wt_out_s(o, between);
    wt_put_endpoint(wt_out_room(o, 128), &r->end[1]);
}

static void trait_name(page *g, unsigned n, unsigned dir) {
    wt_out_s(g->c->scratch, g->how->ascii ? (dir ? "<- " : "-> ") : dir ? "← " : "→ ");
    wt_out_s(g->c->scratch, wt_field_get(g->c->traits[n])->label);
}

static void traits(page *g, unsigned second, const wt_talk *x, const wt_talk *y) {
    bool any = false;
    for (unsigned n = 0; n < g->c->trait_count; n++)
        for (unsigned dir = 0; dir < 2; dir++) {
            const char *a = x->said[n][dir], *b = y->said[n][dir];
            if (strcmp(a, b) == 0)
                continue;
            wt_out *s = fresh(g);
            trait_name(g, n, dir);
            wt_out_s(s, ": A ");
            wt_out_s(s, *a ? a : "says nothing");
            wt_out_s(s, ", ");
            wt_out_c(s, letter(second));
            wt_out_c(s, ' ');
            wt_out_s(s, *b ? b : "says nothing");
            entry(g, any ? "" : "differs", "1;38;5;166");
            any = true;
        }
    wt_out *s = fresh(g);
    bool same = false;
    for (unsigned n = 0; n < g->c->trait_count; n++)
        for (unsigned dir = 0; dir < 2; dir++)
            if (x->said[n][dir][0] && strcmp(x->said[n][dir], y->said[n][dir]) == 0) {
                wt_out_s(s, same ? "; " : "");
                trait_name(g, n, dir);
                wt_out_c(s, ' ');
                wt_out_s(s, x->said[n][dir]);
                same = true;
            }
    if (same)
        entry(g, "the same", "2");
}

static int64_t answered_after(const wt_talk *t) {
    return t->first_payload[0] == INT64_MIN || t->first_payload[1] < t->first_payload[0]
               ? -1
               : t->first_payload[1] - t->first_payload[0];
}

static void put_time(wt_out *o, int64_t ns) {
    if (ns < 0)
        wt_out_s(o, "not seen");
    else
        wt_put_duration(wt_out_room(o, 32), ns);
}

static void talk(page *g, unsigned second, const wt_talk *x, const wt_talk *y) {
    const wt_flow_row *r = wt_talk_row(&g->c->sides[0], x), *q = wt_talk_row(&g->c->sides[second], y);
    wt_out *s = fresh(g);
    wt_out_s(s, "A ");
    put_flow(s, r, arrow(g));
    wt_out_s(s, "  and  ");
    wt_out_c(s, letter(second));
    wt_out_c(s, ' ');
    put_flow(s, q, arrow(g));
    wt_out_s(g->o, "\n  ");
    style(g, "1");
    words(g, 2, 4);
    style(g, "0");
    const struct { const char *label; int64_t a, b; } times[] = {
        {"round trip", r->rtt_ns, q->rtt_ns}, {"answer", answered_after(x), answered_after(y)},
        {"lasted", r->last_ns - r->first_ns, q->last_ns - q->first_ns}};
    for (unsigned n = 0; n < 3; n++) {
        if (times[n].a < 0 && times[n].b < 0)
            continue;
        s = fresh(g);
        wt_out_s(s, "A ");
        put_time(s, times[n].a);
        wt_out_s(s, ", ");
        wt_out_c(s, letter(second));
        wt_out_c(s, ' ');
        put_time(s, times[n].b);
        wt_out_s(s, n == 1 ? ", from the first request to the first byte back" : "");
        entry(g, times[n].label, "0");
    }
    traits(g, second, x, y);
}

static void conversations(page *g, unsigned second) {
    static const uint32_t room = 256;
    wt_talk_pair *pairs = malloc(room * sizeof *pairs);
    uint32_t count = pairs ? wt_pair_talks(&g->c->sides[0], &g->c->sides[second], pairs, room) : 0;
    char text[80];
    snprintf(text, sizeof text, "What the conversations of A and %c said at first", letter(second));
    if (count) {
        title(g, text);
        styled(g, "2",
               g->how->ascii ? "  -> who began, <- the other; of a list, its first\n"
                             : "  → who began, ← the other; of a list, its first\n");
    }
    for (uint32_t n = 0; n < count && n < SHOWN_TALKS; n++)
        talk(g, second, &g->c->sides[0].talks[pairs[n].a], &g->c->sides[second].talks[pairs[n].b]);
    if (count > SHOWN_TALKS) {
        snprintf(text, sizeof text, "  … and %u more (--json has them all; --stream tcp:N chooses one)\n",
                 count - SHOWN_TALKS);
        styled(g, "2", text);
    }
    free(pairs);
}

/* ---- two points ------------------------------------------------------------------------- */

static void field_name(wt_out *s, const wt_way_field *f) {
    wt_out_s(s, wt_protocol_get(f->proto)->tag);
    if (!f->field) {
        wt_out_s(s, " header");
        return;
    }
    wt_out_s(s, ", ");
    if (f->inside) {
        wt_out_s(s, f->inside->label);
        wt_out_s(s, ": ");
    }
    wt_out_s(s, f->field->label);
}

static void changed_field(page *g, const wt_way *w, const wt_way_field *f) {
    wt_out *s = fresh(g);
    field_name(s, f);
    if (f->changed) {
        wt_out_s(s, ": ");
        wt_out_s(s, f->before);
        wt_out_s(s, arrow(g));
        wt_out_s(s, f->after);
    }
    if (f->varies)
        wt_out_s(s, "; in other packets others");
    if (f->changed && f->changed < w->packets) {
        wt_out_s(s, ", in ");
        wt_out_u(s, f->changed);
        wt_out_s(s, f->changed == 1 ? " packet" : " packets");
    }
    if (f->added)
        wt_out_s(s, ": was put on");
    if (f->gone)
        wt_out_s(s, ": was taken off");
}

static bool is_same(const wt_way_field *f) { return !f->changed && !f->added && !f->gone; }

/* Is field n the first of its option, and are all of the option the same?  Then the option's name says it all. */
static bool whole_option(const wt_way *w, unsigned n, bool *first) {
    const wt_way_field *f = &w->fields[n];
    bool whole = f->inside != NULL;
    *first = true;
    for (unsigned k = 0; f->inside && k < w->field_count; k++)
        if (w->fields[k].proto == f->proto && w->fields[k].inside == f->inside) {
            whole &= is_same(&w->fields[k]);
            *first &= k >= n;
        }
    return whole;
}

/* A line for each layer with its fields that are the same. */
static void unchanged(page *g, const wt_way *w) {
    const char *label = "the same";
    for (unsigned from = 0, to; from < w->field_count; from = to) {
        wt_out *s = fresh(g);
        bool any = false, first;
        wt_out_s(s, wt_protocol_get(w->fields[from].proto)->tag);
        for (to = from; to < w->field_count && w->fields[to].proto == w->fields[from].proto; to++) {
            const wt_way_field *f = &w->fields[to];
            bool whole = whole_option(w, to, &first);
            if (!f->field || !is_same(f) || (whole && !first))
                continue;
            wt_out_s(s, any ? ", " : ": ");
            if (f->inside)
                wt_out_s(s, f->inside->label);
            if (!whole) {
                wt_out_s(s, f->inside ? ": " : "");
                wt_out_s(s, f->field->label);
            }
            any = true;
        }
        if (any) {
            entry(g, label, "2");
            label = "";
        }
    }
    wt_out_s(fresh(g), w->full ? "and more fields that are not listed" : "every byte behind the headers");
    entry(g, label, "2");
}

static void way(page *g, unsigned a, unsigned b, const wt_meeting *m, unsigned dir) {
    const wt_way *w = &m->way[dir];
    wt_out *s = fresh(g);
    wt_out_u(s, w->packets);
    wt_out_s(s, w->packets == 1 ? " packet from " : " packets from ");
    wt_out_c(s, letter(w->turned ? b : a));
    wt_out_s(s, " to ");
    wt_out_c(s, letter(w->turned ? a : b));
    wt_out_s(s, " (frame ");
    wt_out_u(s, w->frame[0]);
    wt_out_s(s, " is frame ");
    wt_out_u(s, w->frame[1]);
    wt_out_s(s, " there)");
    if (w->timed) {
        wt_out_s(s, ", after ");
        put_time(s, w->median_ns);
        if (w->packets > 1) {
            wt_out_s(s, " (");
            put_time(s, w->least_ns);
            wt_out_s(s, " to ");
            put_time(s, w->most_ns);
            wt_out_c(s, ')');
        }
    } else {
        wt_out_s(s, "; the clocks differ, so how long it took is not known");
    }
    wt_out_s(g->o, m->transport ? (g->how->ascii ? (dir ? "  <- " : "  -> ") : dir ? "  ← " : "  → ") : "  ");
    words(g, 4, 4);
    const char *label = "changed";
    for (unsigned n = 0; n < w->field_count; n++)
        if (w->fields[n].changed || w->fields[n].added || w->fields[n].gone) {
            changed_field(g, w, &w->fields[n]);
            entry(g, label, "1;38;5;166");
            label = "";
        }
    unchanged(g, w);
}

static void put_stream(wt_out *o, const wt_side *s, const wt_meeting *m, unsigned which, const char *between) {
    const wt_talk t = {.transport = m->transport, .stream = m->stream[which]};
    const wt_flow_row *r = m->transport ? wt_talk_row(s, &t) : NULL;
    if (r) {
        put_flow(o, r, between);
    } else {
        const wt_tape *first = m->sample[which];
        wt_put_endpoint(wt_out_room(o, 128), &first->src);
        wt_out_s(o, " and ");
        wt_put_endpoint(wt_out_room(o, 128), &first->dst);
        wt_out_s(o, " (no connection)");
    }
}

static void lonely(page *g, unsigned side, uint32_t n) {
    if (!n)
        return;
    wt_out *s = fresh(g);
    wt_out_u(s, n);
    wt_out_s(s, n == 1 ? " packet was seen at " : " packets were seen at ");
    wt_out_c(s, letter(side));
    wt_out_s(s, " only");
    entry(g, "missing", "1;38;5;166");
}

static void meeting(page *g, unsigned a, unsigned b, const wt_meeting *m) {
    wt_out *s = fresh(g);
    wt_out_c(s, letter(a));
    wt_out_c(s, ' ');
    put_stream(s, &g->c->sides[a], m, 0, arrow(g));
    wt_out_s(s, "  is  ");
    wt_out_c(s, letter(b));
    wt_out_c(s, ' ');
    put_stream(s, &g->c->sides[b], m, 1, arrow(g));
    wt_out_s(g->o, "\n  ");
    style(g, "1");
    words(g, 2, 4);
    style(g, "0");
    wt_meeting_tell(fresh(g), m);
    wt_out_spaces(g->o, 4);
    words(g, 4, 4);
    lonely(g, a, m->only[0]);
    lonely(g, b, m->only[1]);
    for (unsigned dir = 0; dir < 2; dir++)
        if (m->way[dir].packets)
            way(g, a, b, m, dir);
}

/* Whether the sides are two points of one way. */
static bool points(page *g, unsigned a, unsigned b) {
    wt_meetings m;
    char text[100];
    wt_meet(&g->c->sides[a], &g->c->sides[b], &m);
    g->c->out_of_memory |= m.out_of_memory;
    if (m.met) {
        snprintf(text, sizeof text, "The same packets at %c and %c: %u of %c's %u, %u of %c's %u", letter(a), letter(b),
                 m.met, letter(a), g->c->sides[a].spotted_count, m.met, letter(b), g->c->sides[b].spotted_count);
        title(g, text);
    }
    for (uint32_t n = 0; n < m.count && n < SHOWN_MEETINGS; n++)
        meeting(g, a, b, &m.list[n]);
    if (m.count > SHOWN_MEETINGS) {
        snprintf(text, sizeof text, "  … and %u more conversations (--json has them all; --stream tcp:N chooses one)\n",
                 m.count - SHOWN_MEETINGS);
        styled(g, "2", text);
    }
    wt_meetings_free(&m);
    return m.met != 0;
}

void wt_compare_print(wt_compare *c, wt_out *out, const wt_print_options *how) {
    page g = {.c = c, .o = out, .how = how};
    if (how->ascii)
        wt_out_ascii(out);
    for (unsigned n = 0; n < c->count; n++) {
        style(&g, "1");
        wt_out_c(out, letter(n));
        style(&g, "0");
        wt_out_s(out, "  ");
        wt_escape_s(out, WT_ESC_TERMINAL, c->sides[n].name);
        wt_out_c(out, '\n');
    }
    tables(&g);
    for (unsigned n = 1; n < c->count; n++)
        if (!points(&g, n - 1, n))
            conversations(&g, n);
}
