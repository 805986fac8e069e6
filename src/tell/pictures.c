/* pictures.c - layers of two packets found and laid out side by side, and drawn on a terminal. */
#include "tell/pictures.h"

#include <stdio.h>

/* ---- pairs ------------------------------------------------------------------------------ */

/* The next layer of that protocol from `from` on, or NULL. */
static const wt_layer *next_of(const wt_tape *t, uint32_t from, uint8_t proto) {
    for (uint32_t l = from; l < t->layer_count; l++)
        if (t->layers[l].proto == proto)
            return &t->layers[l];
    return NULL;
}

static bool add_pair(wt_layer_pair *pairs, unsigned *count, int protocol, const wt_layer *a, const wt_layer *b) {
    if (*count == WT_PICTURE_PAIRS)
        return false;
    if (protocol < 0 || (b ? b->proto : a->proto) == protocol)
        pairs[(*count)++] = (wt_layer_pair){a, b};
    return true;
}

unsigned wt_pair_layers(const wt_tape *a, const wt_tape *b, int protocol, wt_layer_pair *pairs) {
    unsigned count = 0;
    uint32_t met = 1;                      /* the frame's own layer is no header */
    for (uint32_t l = 1; l < b->layer_count; l++) {
        const wt_layer *same = a ? next_of(a, met, b->layers[l].proto) : NULL;
        for (; same && &a->layers[met] < same; met++)
            add_pair(pairs, &count, protocol, &a->layers[met], NULL);
        met += same != NULL;
        if (!add_pair(pairs, &count, protocol, same, &b->layers[l]))
            return count;
    }
    for (; a && met < a->layer_count; met++)
        add_pair(pairs, &count, protocol, &a->layers[met], NULL);
    return count;
}

void wt_sheet_make(wt_sheet *s, const wt_tape *a, const wt_tape *b, wt_layer_pair pair, unsigned bits) {
    bool second = pair.b != NULL;
    s->tape = second ? b : a;
    s->other = !a ? NULL : second ? a : b;
    s->layer = second ? pair.b : pair.a;
    s->beside = second ? pair.a : NULL;
    s->drawn = wt_layout_make(&s->layout, s->tape, s->layer, bits);
    s->fields = s->differing = 0;
    if (!s->drawn)
        return;
    if (s->beside && wt_layout_make(&s->there, s->other, s->beside, bits))
        wt_layout_compare(&s->layout, s->tape, &s->there, s->other);
    else
        s->there.box_count = 0;
    for (unsigned n = 0; n < s->layout.box_count; n++) {
        s->fields += s->layout.boxes[n].field != NULL;
        s->differing += s->layout.boxes[n].field && s->layout.boxes[n].differs;
    }
}

/* The bytes of both layers are the same up to there. */
static uint32_t alike(const wt_sheet *s) {
    uint32_t n = s->layer->length < s->beside->length ? s->layer->length : s->beside->length, at = 0;
    const uint8_t *p = s->tape->sources[s->layer->source].data + s->layer->offset;
    const uint8_t *q = s->other->sources[s->beside->source].data + s->beside->offset;
    while (at < n && p[at] == q[at])
        at++;
    return at;
}

static void bytes_sum(wt_out *o, const wt_sheet *s) {
    wt_out_u(o, s->layer->length);
    wt_out_s(o, s->layer->length == 1 ? " byte" : " bytes");
    if (!s->beside)
        return;
    uint32_t same = alike(s);
    if (same == s->layer->length && same == s->beside->length) {
        wt_out_s(o, ", the same in both");
        return;
    }
    wt_out_s(o, ", different from byte ");
    wt_out_u(o, same + 1);
    wt_out_s(o, " on");
}

void wt_sheet_sum(wt_out *o, const wt_sheet *s) {
    if (s->other && !s->beside) {
        wt_out_s(o, "only in frame ");
        wt_out_u(o, s->tape->frame->number);
    } else if (!s->drawn || !s->other) {
        bytes_sum(o, s);
    } else if (!s->differing) {
        wt_out_s(o, "all ");
        wt_out_u(o, s->fields);
        wt_out_s(o, " fields are the same");
    } else {
        wt_out_u(o, s->differing);
        wt_out_s(o, " of ");
        wt_out_u(o, s->fields);
        wt_out_s(o, s->differing == 1 ? " fields differs" : " fields differ");
    }
}

void wt_box_name(wt_out *o, const wt_box *b) {
    if (b->field) {
        wt_out_s(o, b->inside ? b->inside->label : "");
        wt_out_s(o, b->inside ? ", " : "");
        wt_out_s(o, b->field->label);
        return;
    }
    wt_out_u(o, b->to - b->from);
    wt_out_s(o, b->to - b->from == 1 ? " bit without a name" : " bits without a name");
}

void wt_box_value(wt_out *o, const wt_box *b) {
    if (b->field && b->field->type != WT_NONE && b->item->length <= 64)
        wt_human(o, WT_ESC_TERMINAL, b->field, b->item);
    else if (b->field) {
        wt_out_u(o, b->item->length);
        wt_out_s(o, " bytes");
    } else {
        wt_out_s(o, "0x");
        wt_out_x(o, b->raw, (b->to - b->from + 3) / 4 < 16 ? (b->to - b->from + 3) / 4 : 16);
    }
}

/* ---- on a terminal ---------------------------------------------------------------------- */

typedef struct text_page {
    wt_printer *p;
    wt_out *o;
    const wt_tape *a, *b;
} text_page;

/* Where the line that begins at `at` ends: after a word, or inside one that is wider than the room. */
static size_t line_end(const char *s, size_t n, size_t at, unsigned room) {
    size_t fit = at, whole = at;
    while (whole < n) {
        uint32_t cp;
        unsigned size = wt_utf8((const uint8_t *)s + whole, n - whole, &cp);
        size = size ? size : 1;
        if (wt_columns(s + at, whole + size - at) > room)
            return fit > at ? fit : whole > at ? whole : whole + size;
        whole += size;
        if (whole == n || s[whole] == ' ')
            fit = whole;
    }
    return n;
}

/* Words behind a label, wrapped; the scratch holds them. */
static void entry(text_page *g, const char *label, const char *style) {
    enum { FROM = 13 };
    size_t n, at = 0;
    const char *s = wt_out_memory(g->p->scratch, &n);
    unsigned width = (unsigned)g->p->options.width, room = width > FROM + 20 ? width - FROM : 20;
    wt_out_spaces(g->o, 2);
    wt_style(g->p, style);
    wt_out_s(g->o, label);
    wt_style(g->p, "0");
    unsigned used = wt_columns(label, strlen(label));
    wt_out_spaces(g->o, used < FROM - 2 ? FROM - 2 - used : 1);
    while (at < n) {
        size_t fit = line_end(s, n, at, room);
        wt_out_n(g->o, s + at, fit - at);
        wt_out_c(g->o, '\n');
        at = fit + (fit < n && s[fit] == ' ');
        if (at < n)
            wt_out_spaces(g->o, FROM);
    }
}

static void value_of(text_page *g, const wt_box *b) {
    if (b)
        wt_box_value(g->p->scratch, b);
    else
        wt_out_s(g->p->scratch, "not there");
}

static void list_one(text_page *g, const wt_box *first, const wt_box *second, const char *label) {
    wt_out *t = g->p->scratch;
    wt_out_clear(t);
    wt_box_name(t, second ? second : first);
    wt_out_s(t, ": ");
    value_of(g, first);
    wt_out_s(t, g->p->options.ascii ? " -> " : " → ");
    value_of(g, second);
    entry(g, label, "1;38;5;166");
}

static void lists(text_page *g, const wt_sheet *s) {
    const char *label = "differs";
    for (unsigned n = 0; n < s->layout.box_count; n++)
        if (s->layout.boxes[n].differs) {
            list_one(g, s->layout.boxes[n].other, &s->layout.boxes[n], label);
            label = "";
        }
    for (unsigned n = 0; n < s->there.box_count; n++)
        if (!s->there.boxes[n].other) {
            list_one(g, &s->there.boxes[n], NULL, label);
            label = "";
        }
    wt_out *t = g->p->scratch;
    wt_out_clear(t);
    bool any = false;
    for (unsigned n = 0; n < s->layout.box_count; n++)
        if (s->layout.boxes[n].field && !s->layout.boxes[n].differs) {
            wt_out_s(t, any ? "; " : "");
            wt_box_name(t, &s->layout.boxes[n]);
            any = true;
        }
    if (any)
        entry(g, "the same", "2");
}

static void text_sheet(text_page *g, const wt_sheet *s) {
    const wt_protocol_info *info = wt_protocol_get(s->layer->proto);
    wt_out_c(g->o, '\n');
    wt_out_c(g->o, ' ');
    wt_style(g->p, "1;38;5;30");
    wt_out_s(g->o, info->title);
    wt_style(g->p, "0");
    wt_style(g->p, s->differing || (s->other && !s->beside) ? "38;5;166" : "2");
    wt_out_s(g->o, "  ");
    if (s->layer->source) {
        wt_out_s(g->o, s->tape->sources[s->layer->source].kind);
        wt_out_s(g->o, ", ");
    }
    wt_sheet_sum(g->o, s);
    wt_style(g->p, "0");
    wt_out_c(g->o, '\n');
    if (s->drawn)
        wt_picture_draw(g->p, (wt_layout *)&s->layout);
    if (s->drawn && s->beside)
        lists(g, s);
}

/* "Frame 3  10.0.0.1:38904 → 10.0.0.2:80  wants to open a connection (SYN)" */
static void who(text_page *g, const wt_tape *t) {
    char label[32];
    snprintf(label, sizeof label, "Frame %llu", (unsigned long long)t->frame->number);
    wt_out *s = g->p->scratch;
    wt_out_clear(s);
    if (t->src.kind) {
        wt_put_endpoint(wt_out_room(s, 128), &t->src);
        wt_out_s(s, g->p->options.ascii ? " -> " : " → ");
        wt_put_endpoint(wt_out_room(s, 128), &t->dst);
        wt_out_s(s, "  ");
    }
    wt_out_n(s, t->headline, t->headline_len);
    entry(g, label, "1");
}

unsigned wt_pictures_text(const wt_print_options *how, wt_out *out, int protocol, const wt_tape *a, const wt_tape *b) {
    wt_layer_pair pairs[WT_PICTURE_PAIRS];
    unsigned count = wt_pair_layers(a, b, protocol, pairs);
    text_page g = {.p = wt_printer_new("text", how, out), .o = out, .a = a, .b = b};
    if (!g.p || !count) {
        wt_printer_free(g.p);
        return 0;
    }
    if (a)
        who(&g, a);
    who(&g, b);
    if (a) {
        wt_out_clear(g.p->scratch);
        wt_out_s(g.p->scratch, "differs; the value of frame ");
        wt_out_u(g.p->scratch, a->frame->number);
        wt_out_s(g.p->scratch, " stands above that of frame ");
        wt_out_u(g.p->scratch, b->frame->number);
        entry(&g, how->ascii ? "#===#" : "┏━━━┓", "38;5;166");
    }
    wt_sheet s;
    for (unsigned n = 0; n < count; n++) {
        wt_sheet_make(&s, a, b, pairs[n], wt_picture_bits(g.p));
        text_sheet(&g, &s);
    }
    wt_printer_free(g.p);
    return count;
}
