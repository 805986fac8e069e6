/* boxes.c - from a layer's items to boxes: each bit belongs to the smallest field that tells about all of its bits. */
#include "print/picture.h"

typedef struct gathering {
    const wt_tape *tape;
    const wt_layer *layer;
    wt_box *boxes;
    unsigned count, room;
    bool full;
} gathering;

enum { DEEPEST = 16 };

static unsigned mask_bits(uint64_t mask) {
    unsigned n = 0;
    for (; mask; mask &= mask - 1)
        n++;
    return n;
}

/* The item's bits within the layer; false if it has no place there, or bits that do not lie side by side. */
static bool place(const gathering *g, const wt_field *f, const wt_item *i, wt_box *box) {
    const wt_layer *l = g->layer;
    if (!i->length || i->source != l->source || i->flags & (WT_I_HIDDEN | WT_I_NOTE) || i->offset < l->offset ||
        i->offset - l->offset >= l->length || i->length > l->length - (i->offset - l->offset) ||
        !wt_item_bytes(g->tape, i) || l->length > UINT32_MAX / 8)
        return false;
    uint32_t from = (i->offset - l->offset) * 8, bits = i->length * 8;
    *box = (wt_box){.field = f, .item = i, .from = from, .to = from + bits};
    if (f->mask && wt_is_number(f->type)) {
        unsigned shift = wt_mask_shift(f->mask), n = mask_bits(f->mask);
        if ((f->flags & WT_LE && i->length > 1) || shift + n > bits || f->mask >> shift >> (n - 1) != 1)
            return false;
        box->from = from + bits - shift - n;
        box->to = box->from + n;
    }
    return true;
}

/* Does the value read as the bits do?  tcp.seq does not, tcp.seq_raw does. */
static bool literal(const wt_box *b) {
    return !wt_is_number(b->field->type) || b->item->flags & WT_I_POINTER || b->raw == b->item->v.u ||
           b->field->flags & WT_LE || wt_is_signed(b->field->type);
}

static void read_raw(const gathering *g, wt_box *b) {
    const uint8_t *p = wt_item_bytes(g->tape, b->item);
    uint64_t v = 0;
    if (!p || b->item->length > 8)
        return;
    for (uint32_t n = 0; n < b->item->length; n++)
        v = v << 8 | p[n];
    b->raw = b->field->mask ? (v & b->field->mask) >> wt_mask_shift(b->field->mask) : v;
}

/* The first to claim bits has them, but for a field over the same bits whose value is what the bits say. */
static void claim(gathering *g, const wt_box *box) {
    for (unsigned n = 0; n < g->count; n++) {
        wt_box *b = &g->boxes[n];
        if (b->from == box->from && b->to == box->to && !literal(b) && literal(box))
            *b = *box;
        if (b->from < box->to && box->from < b->to)
            return;
    }
    if (g->count == g->room)
        g->full = true;
    else
        g->boxes[g->count++] = *box;
}

/* How many of the whole's bits the boxes from `first` on tell about. */
static uint32_t told(const gathering *g, unsigned first, const wt_box *whole) {
    uint32_t bits = 0;
    for (unsigned n = first; n < g->count; n++)
        if (g->boxes[n].from >= whole->from && g->boxes[n].to <= whole->to)
            bits += g->boxes[n].to - g->boxes[n].from;
    return bits;
}

/* Forget the parts of `whole`; what is inside its subtree but lies elsewhere stays. */
static void forget_parts(gathering *g, unsigned first, const wt_box *whole) {
    unsigned kept = first;
    for (unsigned n = first; n < g->count; n++)
        if (g->boxes[n].from >= whole->to || g->boxes[n].to <= whole->from)
            g->boxes[kept++] = g->boxes[n];
    g->count = kept;
}

/* Item n and what is inside it: the parts if they tell about most of its bits (or it is but a heading), else itself.
 * Returns the next item. */
static uint32_t gather(gathering *g, uint32_t n, unsigned depth) {
    const wt_item *i = &g->tape->items[n];
    const wt_field *f = wt_field_get(i->field);
    uint32_t end = i->end > n + 1 ? i->end : n + 1;
    wt_box box;
    if (!f || !place(g, f, i, &box))
        return end;
    read_raw(g, &box);
    unsigned before = g->count;
    for (uint32_t k = n + 1; k < end && depth < DEEPEST && !g->full;)
        k = gather(g, k, depth + 1);
    uint32_t bits = told(g, before, &box), most = f->type == WT_NONE ? 1 : (box.to - box.from + 1) / 2;
    if (bits < most && !g->full) {
        forget_parts(g, before, &box);
        claim(g, &box);
    }
    return end;
}

static void sort(wt_box *boxes, unsigned count) {
    for (unsigned n = 1; n < count; n++) {
        wt_box moving = boxes[n];
        unsigned at = n;
        for (; at && boxes[at - 1].from > moving.from; at--)
            boxes[at] = boxes[at - 1];
        boxes[at] = moving;
    }
}

static uint64_t bits_at(const uint8_t *p, uint32_t from, uint32_t to) {
    uint64_t v = 0;
    for (uint32_t bit = from; bit < to && to - from <= 64; bit++)
        v = v << 1 | (p[bit / 8] >> (7 - bit % 8) & 1);
    return v;
}

/* Bits between boxes become boxes without a field. */
static unsigned fill_gaps(wt_box *boxes, unsigned count, unsigned room, const uint8_t *bytes) {
    uint32_t at = 0;
    for (unsigned n = 0; n < count; n++) {
        if (boxes[n].from > at) {
            if (count == room)
                return n;
            memmove(&boxes[n + 1], &boxes[n], (count - n) * sizeof *boxes);
            boxes[n] = (wt_box){.from = at, .to = boxes[n + 1].from, .raw = bits_at(bytes, at, boxes[n + 1].from)};
            count++;
        }
        at = boxes[n].to;
    }
    return count;
}

unsigned wt_boxes(const wt_tape *tape, const wt_layer *l, wt_box *boxes, unsigned room) {
    gathering g = {.tape = tape, .layer = l, .boxes = boxes, .room = room};
    for (uint32_t n = l->first; n < l->end && !g.full;)
        n = gather(&g, n, 0);
    sort(boxes, g.count);
    return fill_gaps(boxes, g.count, room, tape->sources[l->source].data + l->offset);
}
