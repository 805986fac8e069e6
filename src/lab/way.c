/* way.c - one direction of a cable: chance, turns, and a heap of frames by when they are due. */
#include "lab/way.h"

#include <stdlib.h>
#include <string.h>

#include "lab/vary.h"

static void count(_Atomic uint64_t *what, uint64_t more) {
    atomic_fetch_add_explicit(what, more, memory_order_relaxed);
}
static void put(_Atomic uint64_t *what, uint64_t value) { atomic_store_explicit(what, value, memory_order_relaxed); }

bool way_open(way *w, way_counts *counts, uint64_t seed) {
    static const way_rule straight;
    *w = (way){.rule = &straight, .counts = counts, .name = "", .seed = seed};
    for (uint32_t i = 0; i < WAY_FRAMES; i++)
        w->spare[i] = WAY_FRAMES - 1 - i;
    w->slots = malloc((size_t)WAY_FRAMES * WAY_ROOM);
    return w->slots != NULL;
}

void way_close(way *w) { free(w->slots); }

void way_follow(way *w, const way_rule *rule, const char *name) {
    w->rule = rule;
    w->name = name;
    w->seen = 0;
}

/* ---- chance ----------------------------------------------------------------------------- */

enum chance { CHANCE_LOSS, CHANCE_REORDER, CHANCE_JITTER, CHANCES };

/* Each frame has draws of its own, by its number: what happens to one changes nothing for the next. */
static uint64_t draw(const way *w, enum chance what, uint64_t below) {
    return vary_number(w->seed, w->name, w->seen * CHANCES + what, below);
}

static bool happens(const way *w, enum chance what, uint32_t of_million) {
    return of_million && draw(w, what, WAY_MILLION) < of_million;
}

static int64_t delay(const way *w) {
    const way_rule *r = w->rule;
    int64_t jitter = r->jitter_ns > r->delay_ns ? r->delay_ns : r->jitter_ns;
    return r->delay_ns - jitter + (jitter ? (int64_t)draw(w, CHANCE_JITTER, (uint64_t)jitter * 2 + 1) : 0);
}

/* ---- turns ------------------------------------------------------------------------------ */

static unsigned longest_queue(const way_rule *r) { return r->queue < WAY_QUEUE ? r->queue : WAY_QUEUE; }

/* When the frame has left at the cable's rate; -1 if too many are waiting already. */
static int64_t turn(way *w, int64_t now, size_t size) {
    if (!w->rule->rate)
        return now;
    while (w->turn_count && w->turns[w->first_turn] <= now) {
        w->first_turn = (w->first_turn + 1) % WAY_QUEUE;
        w->turn_count--;
    }
    int64_t begins = w->free_at > now ? w->free_at : now;
    if (begins > now) {
        if (w->turn_count >= longest_queue(w->rule))
            return -1;
        w->turns[(w->first_turn + w->turn_count++) % WAY_QUEUE] = begins;
    }
    w->free_at = begins + (int64_t)(size * 8 * 1000000000ull / w->rule->rate);
    return w->free_at;
}

/* ---- the heap --------------------------------------------------------------------------- */

static bool before(const way_held *a, const way_held *b) {
    return a->due != b->due ? a->due < b->due : a->order < b->order;
}

static void push(way *w, way_held h) {
    unsigned i = w->held++;
    for (; i && before(&h, &w->heap[(i - 1) / 2]); i = (i - 1) / 2)
        w->heap[i] = w->heap[(i - 1) / 2];
    w->heap[i] = h;
}

static way_held pop(way *w) {
    way_held first = w->heap[0], last = w->heap[--w->held];
    unsigned i = 0;
    for (unsigned child; (child = 2 * i + 1) < w->held; i = child) {
        if (child + 1 < w->held && before(&w->heap[child + 1], &w->heap[child]))
            child++;
        if (!before(&w->heap[child], &last))
            break;
        w->heap[i] = w->heap[child];
    }
    w->heap[i] = last;
    return first;
}

/* ---- frames ----------------------------------------------------------------------------- */

static void hold(way *w, int64_t due, const uint8_t *frame, size_t size) {
    uint32_t slot = w->spare[WAY_FRAMES - 1 - w->held];
    memcpy(w->slots + (size_t)slot * WAY_ROOM, frame, size);
    push(w, (way_held){due, w->order++, slot, (uint32_t)size});
    put(&w->counts->held, w->held);
}

enum way_fate way_send(way *w, int64_t now, const uint8_t *frame, size_t size, enum way_wish wish) {
    count(&w->counts->frames, 1);
    count(&w->counts->bytes, size);
    int64_t left = w->held == WAY_FRAMES || size > WAY_ROOM ? -1 : turn(w, now, size);
    bool lost = happens(w, CHANCE_LOSS, w->rule->loss),
         overtakes = happens(w, CHANCE_REORDER, w->rule->reorder) || wish == WAY_HURRY;
    int64_t due = left + (overtakes ? 0 : delay(w));
    w->seen++;
    if (left < 0) {
        count(&w->counts->no_room, 1);
        return WAY_FULL;
    }
    if (wish == WAY_LOSE || lost) {
        count(wish == WAY_LOSE ? &w->counts->chosen : &w->counts->lost, 1);
        return wish == WAY_LOSE ? WAY_CHOSEN : WAY_LOST;
    }
    if (overtakes) {
        count(&w->counts->overtook, w->last_due > due);
    } else {
        due = due < w->last_due ? w->last_due : due;
        w->last_due = due;
    }
    hold(w, due, frame, size);
    return WAY_PASSES;
}

int64_t way_due(const way *w) { return w->held ? w->heap[0].due : INT64_MAX; }

size_t way_take(way *w, int64_t now, const uint8_t **frame) {
    if (way_due(w) > now)
        return 0;
    way_held h = pop(w);
    w->spare[WAY_FRAMES - 1 - w->held] = h.slot;
    put(&w->counts->held, w->held);
    w->taken_due = h.due;
    *frame = w->slots + (size_t)h.slot * WAY_ROOM;
    return h.size;
}

void way_handed(way *w, int64_t now) {
    uint64_t late = (uint64_t)(now - w->taken_due);
    if (late > atomic_load_explicit(&w->counts->late_ns, memory_order_relaxed))
        put(&w->counts->late_ns, late);
}
