/* keep.c - a tape and all that it points to, in one block of memory. */
#include "tell/keep.h"

#include <stdlib.h>
#include <string.h>

typedef struct kept {
    wt_tape tape;
    wt_frame frame;
} kept;

/* Where the next copy goes; counts only while `at` is NULL. */
typedef struct block {
    uint8_t *at;
    size_t used;
} block;

static void *put(block *b, const void *p, size_t n) {
    void *to = b->at ? b->at + b->used : NULL;
    if (to && n)
        memcpy(to, p, n);
    b->used += (n + 15) & ~(size_t)15;
    return to;
}

/* Copy everything, or count what it takes. */
static void copy(block *b, const wt_tape *t, kept *k) {
    k->frame = *t->frame;
    k->frame.comment = NULL;
    k->frame.comment_len = k->frame.more_count = 0;
    k->frame.data = put(b, t->frame->data, t->frame->caplen);
    wt_item *items = put(b, t->items, t->item_count * sizeof *items);
    for (uint32_t i = 0; i < t->item_count; i++)
        if (t->items[i].flags & WT_I_POINTER) {
            const void *value = put(b, t->items[i].v.p, t->items[i].v.p ? t->items[i].vlen : 0);
            if (items)
                items[i].v.p = value;
        }
    wt_source *sources = put(b, t->sources, t->source_count * sizeof *sources);
    for (uint32_t i = 0; i < t->source_count; i++) {
        const void *data = i ? put(b, t->sources[i].data, t->sources[i].length) : k->frame.data;
        if (sources)
            sources[i].data = data;
    }
    k->tape = *t;
    k->tape.frame = &k->frame;
    k->tape.items = items;
    k->tape.sources = sources;
    k->tape.layers = put(b, t->layers, t->layer_count * sizeof *t->layers);
    k->tape.pieces = t->pieces ? put(b, t->pieces, t->piece_count * sizeof *t->pieces) : NULL;
    k->tape.headline = put(b, t->headline, t->headline_len);
}

wt_tape *wt_tape_keep(const wt_tape *tape) {
    kept counted;
    block b = {.at = NULL};
    copy(&b, tape, &counted);
    size_t head = (sizeof(kept) + 15) & ~(size_t)15;
    kept *k = malloc(head + b.used);
    if (!k)
        return NULL;
    b = (block){.at = (uint8_t *)k + head};
    copy(&b, tape, k);
    return &k->tape;
}
