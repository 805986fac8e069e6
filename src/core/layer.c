/* layer.c - one protocol inside another: layers, derived sources, headlines, bindings. */
#include "core/proto.h"

/* ---- bindings --------------------------------------------------------------------------- */

int wt_bound(const wt_session *s, enum wt_table table, uint64_t key) {
    const uint8_t *page = key < WT_BOUND_PAGES * WT_BOUND_PAGE ? s->bound[table][key / WT_BOUND_PAGE] : NULL;
    return page ? page[key % WT_BOUND_PAGE] - 1 : -1;
}

int wt_bound_text(const wt_session *s, enum wt_table table, const uint8_t *key, size_t n) {
    for (uint32_t i = 0; i < s->text_count; i++) {
        const wt_text_binding *b = &s->texts[i];
        if (b->n == n && b->table == table && memcmp(b->text, key, n) == 0)
            return b->proto;
    }
    return -1;
}

/* ---- layers ----------------------------------------------------------------------------- */

/* A new layer over what c has left; false if a limit forbids it. */
static inline bool push(wt_cur *c, uint32_t proto, uint32_t length, wt_cur *out) {
    wt_session *s = c->s;
    if (s->layer_count >= s->limit[WT_LIMIT_LAYERS]) {
        wt_limit_hit(c, WT_LIMIT_LAYERS);
        return false;
    }
    uint8_t number = (uint8_t)s->layer_count;
    s->layers[s->layer_count++] = (wt_layer){
        .proto = (uint8_t)proto, .parent = number ? c->layer : number, .source = c->source,
        .offset = c->pos, .length = length, .first = s->item_count, .end = s->item_count, .stream = UINT32_MAX};
    *out = *c;
    out->start = c->pos;
    out->layer = number;
    return true;
}

static inline void header_done(wt_cur *c) {
    if (c->s->layer_count == 0)            /* the frame itself begins */
        return;
    wt_layer *l = wt_layer_of(c);
    if (l->length == UINT32_MAX && l->source == c->source)
        l->length = c->pos - l->offset;
}

void wt_header_done(wt_cur *c) { header_done(c); }

/* So that the words of what carries it don't stand for a message that could not be read. */
static void tell_malformed(wt_cur *c) {
    wt_text *t = wt_tell(c);
    if (t)
        wt_put_s(t, WT_MALFORMED_WORDS);
}

void wt_run(wt_cur *c, uint32_t proto) {
    wt_session *s = c->s;
    wt_cur layer;
    header_done(c);
    if (c->fail || (wt_left(c) == 0 && proto == WT_P_DATA))
        return;
    if (s->depth >= s->limit[WT_LIMIT_DEPTH]) {
        wt_limit_hit(c, WT_LIMIT_DEPTH);
        proto = WT_P_DATA;
    }
    if (!push(c, proto, UINT32_MAX, &layer))
        return;
    s->depth++;
    wt_protocols[proto]->dissect(&layer);
    s->depth--;
    if (layer.fail == WT_MALFORMED && s->headline_layer < layer.layer)
        tell_malformed(&layer);
    wt_layer *l = &s->layers[layer.layer];
    if (l->length == UINT32_MAX)
        l->length = l->source == layer.source ? layer.pos - l->offset : 0;
    c->pos = c->end;
}

void wt_next(wt_cur *c, enum wt_table table, uint64_t key) {
    int proto = wt_bound(c->s, table, key);
    if (proto >= 0 && !wt_protocols[proto]->dissect)
        proto = -1;
    wt_run(c, proto < 0 ? WT_P_DATA : (uint32_t)proto);
}

wt_cur wt_layer_begin(wt_cur *c, uint32_t proto, uint32_t n) {
    wt_cur part = wt_sub(c, n), layer;
    if (part.fail || !push(&part, proto, n, &layer)) {
        layer = part;
        layer.end = layer.cap = layer.pos;
        layer.fail = WT_CUT;
    }
    return layer;
}

/* Nothing to close today: lengths are known from the start.  Kept so that every message has an end. */
void wt_layer_end(wt_cur *layer) { wt_header_done(layer); }

/* ---- derived bytes ---------------------------------------------------------------------- */

void *wt_arena(wt_session *s, size_t n) {
    n = (n + 7) & ~(size_t)7;
    if (n > s->limit[WT_LIMIT_ARENA] || s->arena_used + n > s->limit[WT_LIMIT_ARENA])
        return NULL;
    wt_arena_chunk *a = s->arena_now;
    while (a && a->size - a->used < n)
        a = a->next;
    if (!a) {
        size_t size = n > 65536 - sizeof *a ? n : 65536 - sizeof *a;
        a = wt_resize(s, NULL, 0, sizeof *a + size);
        if (!a)
            return NULL;
        *a = (wt_arena_chunk){.size = size};
        wt_arena_chunk **end = &s->arena;
        while (*end)
            end = &(*end)->next;
        *end = a;
    }
    s->arena_now = a;
    void *p = (uint8_t *)(a + 1) + a->used;
    a->used += n;
    s->arena_used += n;
    return p;
}

uint16_t wt_add_source(wt_session *s, const char *kind, const uint8_t *data, uint32_t n,
                       uint16_t parent, uint32_t parent_offset, uint32_t parent_length) {
    if (s->source_count >= s->limit[WT_LIMIT_SOURCES])
        return 0;
    s->sources[s->source_count] = (wt_source){.data = data, .length = n, .parent = parent,
                                              .parent_offset = parent_offset, .parent_length = parent_length,
                                              .kind = kind};
    return (uint16_t)s->source_count++;
}

void wt_piece_add(wt_session *s, const wt_piece *piece) {
    if (!s->pieces)
        return;
    if (s->piece_count == s->limit[WT_LIMIT_PIECES]) {
        wt_cur c = {.s = s, .layer = s->layer_count ? (uint8_t)(s->layer_count - 1) : 0};
        wt_limit_hit(&c, WT_LIMIT_PIECES);
        return;
    }
    s->pieces[s->piece_count] = *piece;
    s->pieces[s->piece_count++].layer = (uint8_t)(s->layer_count - 1);
}

/* ---- headlines -------------------------------------------------------------------------- */

wt_text *wt_tell(wt_cur *c) {
    wt_session *s = c->s;
    if (!s->headline_wanted || s->embedded || c->layer < s->headline_layer)
        return NULL;
    wt_layer *now = wt_layer_of(c), *before = &s->layers[s->headline_layer];
    if (c->layer != s->headline_layer) {
        if (s->headline.len && now->proto == before->proto && now->parent == before->parent)
            wt_put_s(&s->headline, "; ");
        else
            s->headline.len = 0;
        s->headline_layer = c->layer;
    }
    return &s->headline;
}
