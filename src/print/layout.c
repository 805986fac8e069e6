/* layout.c - a header's boxes in rows, whatever draws them; and two headers, box by box. */
#include "print/picture.h"

enum { TALL = 4 };                   /* a box that fills more rows than this is folded */

uint32_t wt_layout_bit(const wt_layout *g, uint32_t bit) {
    unsigned low = 0, high = g->box_count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (g->boxes[middle].to <= bit)
            low = middle + 1;
        else
            high = middle;
    }
    return low < g->box_count ? low : WT_NOBODY;
}

uint32_t wt_layout_owner(const wt_layout *g, int r, int x) {
    if (r < 0 || (unsigned)r >= g->row_count || x < 0 || (unsigned)x >= g->bits)
        return WT_NOBODY;
    return wt_layout_bit(g, g->rows[r].first + (uint32_t)x);
}

static void add_row(wt_layout *g, uint32_t first, uint32_t folded) {
    if (g->row_count == WT_BOX_ROWS)
        g->torn = true;
    else
        g->rows[g->row_count++] = (wt_box_row){first, folded};
}

static void make_rows(wt_layout *g) {
    for (uint32_t at = 0; at < g->total && !g->torn; at += g->bits) {
        const wt_box *b = &g->boxes[wt_layout_bit(g, at)];
        uint32_t full = (b->to - at) / g->bits;
        add_row(g, at, 0);
        if (full > TALL) {
            add_row(g, at + g->bits, (full - 2) * g->bits / 8);
            at += (full - 2) * g->bits;
        }
    }
}

/* Label and value stand in the widest part of a box; of several such, in the middle one. */
static void find_anchors(wt_layout *g) {
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
        b->anchor = (uint8_t)(widest ? first + (count - 1) / 2 : WT_BOX_ROWS);
    }
}

bool wt_layout_make(wt_layout *g, const wt_tape *tape, const wt_layer *l, unsigned bits) {
    g->layer = l;
    g->bits = bits;
    g->row_count = 0;
    g->torn = false;
    g->box_count = wt_boxes(tape, l, g->boxes, WT_BOXES);
    /* Text and mere data have no header to draw. */
    const wt_field *first = g->box_count ? g->boxes[g->boxes[0].field || g->box_count == 1 ? 0 : 1].field : NULL;
    if (!first || first->type == WT_BYTES || first->type == WT_STRING || first->type == WT_NONE)
        return false;
    g->total = g->boxes[g->box_count - 1].to;
    g->bytes = tape->sources[l->source].data + l->offset;
    make_rows(g);
    find_anchors(g);
    return true;
}

uint32_t wt_layout_rest(const wt_layout *g) {
    const wt_box_row *last = &g->rows[g->row_count - 1];
    uint32_t drawn = g->torn ? last->first / 8 + (last->folded ? last->folded : g->bits / 8) : g->total / 8;
    return (g->torn || g->total < g->layer->length * 8) && g->layer->length > drawn ? g->layer->length - drawn : 0;
}

/* ---- two packets ------------------------------------------------------------------------ */

static bool same_bits(const wt_box *a, const wt_tape *ta, const wt_box *b, const wt_tape *tb) {
    if (a->to - a->from != b->to - b->from)
        return false;
    if (b->to - b->from <= 64)
        return a->raw == b->raw;
    const uint8_t *p = a->item ? wt_item_bytes(ta, a->item) : NULL, *q = b->item ? wt_item_bytes(tb, b->item) : NULL;
    return p && q && a->item->length == b->item->length && memcmp(p, q, a->item->length) == 0;
}

/* What each box is part of: the item around its own, unless that is a number whose bits it is. */
static void find_insides(wt_layout *g, const wt_tape *tape) {
    for (unsigned n = 0; n < g->box_count; n++) {
        uint32_t at = g->boxes[n].item ? (uint32_t)(g->boxes[n].item - tape->items) : 0;
        for (uint32_t k = at; k-- > g->layer->first && !g->boxes[n].inside;) {
            const wt_field *f = tape->items[k].end > at ? wt_field_get(tape->items[k].field) : NULL;
            if (f && wt_is_number(f->type))
                break;
            g->boxes[n].inside = f;
        }
    }
}

static bool same_kind(const wt_box *a, const wt_box *b) { return a->field == b->field && a->inside == b->inside; }

/* The box of the same field that comes as the same one of its kind. */
static wt_box *counterpart(wt_layout *there, const wt_layout *g, unsigned n) {
    unsigned before = 0;
    for (unsigned k = 0; k < n; k++)
        before += same_kind(&g->boxes[k], &g->boxes[n]);
    for (unsigned k = 0; k < there->box_count; k++)
        if (same_kind(&there->boxes[k], &g->boxes[n]) && before-- == 0)
            return &there->boxes[k];
    return NULL;
}

static void couple(wt_box *b, wt_box *o) {
    b->other = o;
    o->other = b;
}

/* Some bits are called differently where they mean something else: an acknowledgment number without the ACK flag. */
static void couple_places(wt_layout *g, wt_layout *there) {
    for (unsigned n = 0; n < g->box_count; n++)
        for (unsigned k = 0; k < there->box_count && !g->boxes[n].other; k++) {
            wt_box *b = &g->boxes[n], *o = &there->boxes[k];
            if (!o->other && b->from == o->from && b->to == o->to && b->inside == o->inside)
                couple(b, o);
        }
}

void wt_layout_compare(wt_layout *g, const wt_tape *tape, wt_layout *there, const wt_tape *other) {
    find_insides(g, tape);
    find_insides(there, other);
    for (unsigned n = 0; n < g->box_count; n++) {
        wt_box *o = counterpart(there, g, n);
        if (o)
            couple(&g->boxes[n], o);
    }
    couple_places(g, there);
    for (unsigned n = 0; n < g->box_count; n++) {
        wt_box *b = &g->boxes[n];
        b->differs = !b->other || !same_bits(b->other, other, b, tape);
    }
    for (unsigned n = 0; n < there->box_count; n++)
        there->boxes[n].differs = !there->boxes[n].other || there->boxes[n].other->differs;
}
