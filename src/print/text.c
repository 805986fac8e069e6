/* text.c - frames for people: a headline, then layer by layer the bytes, the value, what it means. */
#include "print/clock.h"
#include "print/named.h"
#include "print/picture.h"

enum { INDENT = 2, BYTES_SHOWN = 32 };

typedef struct page {
    wt_printer *p;
    wt_out *o;
    const wt_tape *tape;
    unsigned bytes, label;       /* columns for the bytes and for the label */
} page;

/* ---- colours ---------------------------------------------------------------------------- */

static void style(page *g, const char *code) { wt_style(g->p, code); }

static void plain(page *g) { style(g, "0"); }

/* Of middle brightness, so that they can be read on black and on white. */
static const char *layer_color(uint32_t depth) {
    static const char *const colors[] = {"1;38;5;30", "1;38;5;32", "1;38;5;133", "1;38;5;166"};
    return colors[depth % 4];
}

/* ---- wrapping --------------------------------------------------------------------------- */

/* How many of the bytes fit where there are more than `room` (> 0), the first room + 1 in ASCII: see fitting(). */
static size_t fitting_ascii(const char *s, size_t room) {
    for (size_t at = room; at > 0; at--)
        if (s[at] == ' ')
            return at;
    for (size_t at = room; at > 0; at--)
        if (s[at - 1] == ':' || s[at - 1] == '/' || s[at - 1] == ',')
            return at;
    return room;
}

/* How many of n bytes fit into `room` columns, up to the end of a word, or else of a part
 * of one; at least a character. */
static size_t fitting(const char *s, size_t n, unsigned room) {
    size_t at = 0, last_space = 0, last_part = 0;
    unsigned columns = 0;
    if (n <= room)                         /* no character takes more columns than bytes */
        return n;
    if (wt_ascii(s, room + 1))
        return fitting_ascii(s, room);
    while (at < n) {
        uint32_t cp;
        unsigned size = (uint8_t)s[at] < 0x80 ? 1 : wt_utf8((const uint8_t *)s + at, n - at, &cp);
        size = size ? size : 1;
        unsigned width = size == 1 ? 1 : wt_columns(s + at, size);
        if (columns + width > room)
            return last_space ? last_space : last_part ? last_part : at ? at : size;
        columns += width;
        at += size;
        if (s[at - 1] == ':' || s[at - 1] == '/' || s[at - 1] == ',')
            last_part = at;
        if (at < n && s[at] == ' ')
            last_space = at;
    }
    return n;
}

/* A part of a line, of which the bytes after `bright` are faint. */
static void write_part(page *g, const char *s, size_t n, size_t bright) {
    while (n && s[n - 1] == ' ')
        n--;
    size_t first = n < bright ? n : bright;
    wt_out_n(g->o, s, first);
    if (n > first) {
        style(g, "2");
        wt_out_n(g->o, s + first, n - first);
        plain(g);
    }
}

/* Text that begins in column `used` and goes on in further lines at `from`; the bytes after `bright` are faint. */
static void wrapped(page *g, const char *s, size_t n, size_t bright, unsigned used, unsigned from) {
    unsigned width = (unsigned)g->p->options.width;
    if (used + n <= width && used + 8 <= width) {
        write_part(g, s, n, bright);       /* mostly: one line */
        return;
    }
    while (n) {
        unsigned room = width > used + 8 ? width - used : 8;
        size_t part = fitting(s, n, room);
        write_part(g, s, part, bright);
        while (part < n && s[part] == ' ')
            part++;
        s += part;
        n -= part;
        bright -= part < bright ? part : bright;
        if (n) {
            wt_out_c(g->o, '\n');
            wt_out_spaces(g->o, from);
            used = from;
        }
    }
}

/* ---- an item ---------------------------------------------------------------------------- */

/* Secrets are for the screen of who asked for them only. */
static bool is_hidden(const page *g, const wt_field *f, const wt_item *i) {
    return !g->p->options.secrets && i->flags & WT_I_POINTER && (f->flags & WT_SECRET || i->flags & WT_I_SECRET);
}

/* What tells that it is there: the name before "=" or the scheme before a blank, the first letters, how long it is. */
static void shortened(page *g, wt_out *t, const wt_item *i) {
    const uint8_t *p = i->v.p;
    uint32_t shown = 0, n = i->vlen;
    while (shown < n && shown < 80 && p[shown] != '=' && p[shown] != ' ')
        shown++;
    shown = shown < 80 && n - shown >= 3 ? shown + 1 : 0;
    shown += n - shown >= 16 ? 3 : 0;
    wt_escape(t, WT_ESC_TERMINAL, p, shown);
    wt_out_s(t, g->p->options.ascii ? "..." : "…");
    wt_out_s(t, "  (");
    wt_out_u(t, n);
    wt_out_s(t, n == 1 ? " byte; see --show-secrets)" : " bytes; see --show-secrets)");
}

/* The item's bytes, up to where its label begins. */
static void hex_column(page *g, const wt_field *f, const wt_item *i, unsigned indent) {
    const uint8_t *b = wt_item_bytes(g->tape, i);
    unsigned room = g->bytes, used = 1;
    wt_text *t = wt_out_room(g->o, 512);   /* for all of it */
    wt_put_spaces(t, INDENT);
    if (g->p->options.color)
        wt_put_s(t, "\x1b[2m");
    if (b && !is_hidden(g, f, i)) {
        uint32_t fit = (room + 1) / 3, n = i->length <= fit ? i->length : fit - 1;
        wt_put_spaced(t, b, n);
        used = n ? 3 * n - 1 : 0;
        if (n < i->length) {
            wt_put_s(t, g->p->options.ascii ? " ~" : " …");
            used += 2;
        }
    } else {
        wt_put_s(t, g->p->options.ascii ? "." : "·");
    }
    if (g->p->options.color)
        wt_put_s(t, "\x1b[0m");
    wt_put_spaces(t, (room > used ? room - used : 0) + 2 + indent);
}

static bool is_heading(const wt_field *f) { return f->type == WT_NONE; }

static void note(page *g, const wt_item *i) {
    style(g, "1;31");
    wt_out_spaces(g->o, INDENT);
    wt_out_s(g->o, "! ");
    plain(g);
    wt_out_clear(g->p->scratch);
    wt_escape(g->p->scratch, WT_ESC_TERMINAL, i->v.p, i->vlen);
    size_t n;
    const char *s = wt_out_memory(g->p->scratch, &n);
    wrapped(g, s, n, n, INDENT + 2, INDENT + 2);
    wt_out_c(g->o, '\n');
}

/* Bytes by their number and, where they read as text, how they begin. */
static void preview(wt_out *t, const wt_item *i) {
    uint32_t n = i->vlen < BYTES_SHOWN ? i->vlen : BYTES_SHOWN, readable = 0;
    for (uint32_t k = 0; k < n; k++)
        readable += i->v.p[k] >= 0x20 && i->v.p[k] < 0x7f;
    wt_out_u(t, i->vlen);
    wt_out_s(t, i->vlen == 1 ? " byte" : " bytes");
    if (readable * 10 < n * 9 || !n)
        return;
    wt_out_s(t, ": \"");
    wt_escape(t, WT_ESC_TERMINAL, i->v.p, n);
    wt_out_s(t, n < i->vlen ? "…\"" : "\"");
}

/* A label's short form, which stands in brackets at its end, or else the label. */
static void short_label(wt_out *t, const char *label) {
    const char *open = strchr(label, '(');
    size_t n = strlen(label);
    if (open && label[n - 1] == ')')
        wt_out_n(t, open + 1, (size_t)(label + n - 1 - open - 1));
    else
        wt_out_n(t, label, n);
}

/* Flags are told by the names of those that are set: "0x0012  ACK, SYN". */
static void flags_set(page *g, wt_out *t, uint32_t n) {
    const wt_item *items = g->tape->items;
    bool any = false;
    for (uint32_t k = n + 1; k < items[n].end; k++) {
        const wt_field *f = wt_field_get(items[k].field);
        if (!f || f->base != WT_FLAG || !f->mask || items[k].flags & WT_I_POINTER || !items[k].v.u)
            continue;
        wt_out_s(t, any ? ", " : "  ");
        short_label(t, f->label);
        any = true;
    }
}

/* The value and, behind a dash, what it means.  Returns at what length of `t` the dash is. */
static size_t value(page *g, wt_out *t, const wt_field *f, const wt_item *i) {
    uint32_t before = t->text.len;
    if (f->mask && wt_is_number(f->type) && !(i->flags & WT_I_POINTER) && f->base != WT_FLAG &&
        g->p->options.detail == WT_DETAIL_EVERYTHING && i->length && i->length <= 4) {
        wt_bit_pattern(t, g->tape, f, i);
        wt_out_s(t, "  ");
    } else if (f->base == WT_FLAG && f->mask && i->length && i->length <= 2) {
        wt_bit_pattern(t, g->tape, f, i);
        wt_out_s(t, "  ");
    }
    if (is_hidden(g, f, i))
        shortened(g, t, i);
    else if (f->type == WT_BYTES && i->flags & WT_I_POINTER &&
        (g->p->options.detail != WT_DETAIL_EVERYTHING || i->vlen > BYTES_SHOWN))
        preview(t, i);
    else
        wt_human(t, WT_ESC_TERMINAL, f, i);
    if (f->base == WT_HEX && wt_is_number(f->type))
        flags_set(g, t, (uint32_t)(i - g->tape->items));
    if (t->text.len == before && i->end <= (uint32_t)(i - g->tape->items) + 1)
        wt_out_s(t, "(empty)");            /* not where it is only a heading over others */
    const char *resolved = g->p->options.names ? wt_item_name(g->p, f, i) : NULL;
    if (resolved) {
        wt_out_s(t, " (");
        wt_out_s(t, resolved);
        wt_out_c(t, ')');
    }
    size_t n = t->text.len;
    const wt_value *name = wt_value_of(f, i);
    if (name && name->why && g->p->options.explain != WT_EXPLAIN_NONE) {
        wt_out_s(t, g->p->options.ascii ? " - " : " — ");
        wt_out_s(t, name->why);
    }
    return n;
}

static void explanation(page *g, const wt_field *f, unsigned from) {
    if (g->p->options.explain != WT_EXPLAIN_FULL)
        return;
    wt_out *t = g->p->scratch;
    wt_out_clear(t);
    wt_out_s(t, f->why);
    wt_out_s(t, "  [");
    wt_out_s(t, f->name);
    wt_out_s(t, ", ");
    wt_out_s(t, f->ref);
    wt_out_c(t, ']');
    size_t n;
    const char *s = wt_out_memory(t, &n);
    wt_out_spaces(g->o, from);
    wrapped(g, s, n, 0, from, from);
    wt_out_c(g->o, '\n');
}

static struct wt_label label_of(page *g, wt_fid row, const wt_field *f) {
    struct wt_label *known = &g->p->labels[row];
    if (!known->bytes) {
        size_t n = strlen(f->label);
        *known = (struct wt_label){(uint8_t)n, (uint8_t)wt_columns(f->label, n)};
    }
    return *known;
}

/* The value, from column `used` on, and the end of its line. */
static void value_column(page *g, const wt_field *f, const wt_item *i, unsigned used, unsigned column) {
    unsigned gap = used + 2 <= column ? column - used : 2;
    wt_out_clear(g->p->scratch);
    size_t n, bright = value(g, g->p->scratch, f, i);
    const char *s = wt_out_memory(g->p->scratch, &n);
    wt_text *t = wt_out_room(g->o, 1024);
    if (!n || (n == bright && n < 512 && s[n - 1] != ' ' && used + gap + n <= (unsigned)g->p->options.width)) {
        wt_put_spaces(t, n ? gap : 0);     /* mostly: one line, in one colour */
        wt_put_n(t, s, n);
    } else {
        wt_put_spaces(t, gap);
        wrapped(g, s, n, bright, used + gap, column);
    }
    wt_out_c(g->o, '\n');
}

static void item(page *g, const wt_item *i, const wt_field *f, unsigned depth) {
    unsigned before = INDENT + g->bytes + 2, indent = depth * 2 > 12 ? 12 : depth * 2;
    struct wt_label label = label_of(g, i->field, f);
    hex_column(g, f, i, indent);
    if (is_heading(f))
        style(g, "1");
    wt_out_n(g->o, f->label, label.bytes);
    if (is_heading(f)) {
        plain(g);
        wt_out_c(g->o, '\n');
    } else {
        value_column(g, f, i, before + indent + label.columns, before + g->label + 2);
    }
    explanation(g, f, before + indent);
}

/* ---- layers ----------------------------------------------------------------------------- */

static bool wanted(const page *g, const wt_field *f) {
    return g->p->options.detail == WT_DETAIL_EVERYTHING || (f->flags & WT_STORY);
}

static void layer_title(page *g, const wt_layer *l, uint32_t depth) {
    const wt_protocol_info *info = wt_protocol_get(l->proto);
    wt_out_c(g->o, ' ');
    style(g, layer_color(depth));
    wt_out_s(g->o, info->title);
    plain(g);
    style(g, "2");
    wt_out_s(g->o, "  ");
    if (l->source) {
        const wt_source *s = &g->tape->sources[l->source];
        wt_out_s(g->o, s->kind);
        wt_out_s(g->o, ", ");
    }
    wt_out_u(g->o, l->length);
    wt_out_s(g->o, l->length == 1 ? " byte" : " bytes");
    plain(g);
    wt_out_c(g->o, '\n');
    if (g->p->options.explain == WT_EXPLAIN_FULL) {
        wt_out *t = g->p->scratch;
        wt_out_clear(t);
        wt_out_s(t, info->why);
        wt_out_s(t, "  [");
        wt_out_s(t, info->ref);
        wt_out_c(t, ']');
        size_t n;
        const char *s = wt_out_memory(t, &n);
        wt_out_spaces(g->o, INDENT);
        wrapped(g, s, n, 0, INDENT, INDENT);
        wt_out_c(g->o, '\n');
    }
}

static void layer(page *g, const wt_layer *l, uint32_t depth) {
    wt_nest nest = {.depth = 0};
    layer_title(g, l, depth);
    if (g->p->options.picture)
        wt_picture(g->p, g->tape, l);
    for (uint32_t n = l->first; n < l->end; n++) {
        const wt_item *i = &g->tape->items[n];
        const wt_field *f = wt_field_get(i->field);
        while (wt_nest_ended(&nest, n))
            nest.depth--;
        if (i->flags & WT_I_NOTE) {
            note(g, i);
            continue;
        }
        if (!f || !wanted(g, f) || i->flags & WT_I_HIDDEN)
            continue;
        item(g, i, f, nest.depth);
        wt_nest_open(&nest, i, n, l->end);
    }
}

/* ---- a frame ---------------------------------------------------------------------------- */

static void rule(page *g, unsigned used) {
    unsigned width = (unsigned)g->p->options.width;
    style(g, "2");
    wt_out_c(g->o, ' ');
    wt_out_repeat(g->o, g->p->options.ascii ? "-" : "─", width > used + 2 ? width - used - 1 : 1);
    plain(g);
    wt_out_c(g->o, '\n');
}

static void headline(page *g) {
    const wt_tape *tape = g->tape;
    wt_out *t = g->p->scratch;
    wt_out_clear(t);
    wt_out_u(t, tape->frame->number);
    wt_out_s(t, "  ");
    wt_put_clock(wt_out_room(t, 64), g->p, tape->frame);
    if (tape->src.kind) {
        wt_out_s(t, "  ");
        wt_put_named_end(wt_out_room(t, 640), g->p, tape, &tape->src);
        wt_out_s(t, g->p->options.ascii ? " -> " : " → ");
        wt_put_named_end(wt_out_room(t, 640), g->p, tape, &tape->dst);
    }
    size_t n;
    const char *s = wt_out_memory(t, &n);
    style(g, "1");
    wrapped(g, s, n, n, 0, 4);
    plain(g);
    rule(g, wt_columns(s, n));
    wt_out_c(g->o, ' ');
    style(g, "1");
    if (tape->headline_len)
        wrapped(g, tape->headline, tape->headline_len, tape->headline_len, 1, 1);
    else
        wt_out_s(g->o, "nothing that wiretale can read");
    plain(g);
    wt_out_c(g->o, '\n');
}

/* Where there is some room, the six bytes of a MAC address are seen whole. */
static void choose_columns(page *g) {
    int width = g->p->options.width;
    g->bytes = width >= 96 ? 23 : width >= 72 ? 17 : 8;
    g->label = width >= 96 ? 26 : width >= 72 ? 22 : 16;
}

static void frame(wt_printer *p, const wt_tape *tape) {
    page g = {p, p->out, tape, 0, 0};
    choose_columns(&g);
    if (p->shown)
        wt_out_c(g.o, '\n');
    headline(&g);
    for (uint32_t l = p->options.detail == WT_DETAIL_EVERYTHING ? 0 : 1; l < tape->layer_count; l++)
        layer(&g, &tape->layers[l], l);
    if (p->options.detail != WT_DETAIL_EVERYTHING && tape->layer_count) {
        /* the frame's own layer is left out, but not what is noted about it */
        for (uint32_t n = tape->layers[0].first; n < tape->layers[0].end; n++)
            if (tape->items[n].flags & WT_I_NOTE)
                note(&g, &tape->items[n]);
    }
    if (p->options.hex)
        wt_hex_dump(p, tape);
}

/* Pictures show every bit, and hex dumps whose bytes they are; the story alone needs its rows, the bits that are
 * named behind a number, and notes. */
static void needs(const wt_printer *p, wt_options *session) {
    session->headline = true;
    session->everything = p->options.detail == WT_DETAIL_EVERYTHING || p->options.picture || !p->story;
    if (!session->everything) {
        session->want = p->story;
        session->want_count = p->story_count;
    }
}

const wt_format wt_format_text = {.name = "text", .needs = needs, .frame = frame, .between = 1};
