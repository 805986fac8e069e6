/* defrag.c - put IP datagrams together from fragments. */
#include "core/defrag.h"

enum { LARGEST = 65535, HASH = 256 };

/* RFC 8200 §4.5 gives 60 seconds to all fragments of a datagram; RFC 1122 §3.3.2 recommends 60 to 120 for IPv4. */
static const int64_t patience_ns = 120 * INT64_C(1000000000);

typedef struct piece {
    struct piece *next;                    /* by offset, then by time of arrival */
    uint64_t frame;
    uint32_t offset, length;
    uint8_t data[];
} piece;

typedef struct datagram {
    struct datagram *chain, *newer, *older;
    uint32_t hash, id, interface, total, count, bytes;   /* total: 0 until the last fragment came */
    uint8_t family, protocol, key[32];
    int64_t first_ns;
    piece *pieces;
} datagram;

struct wt_defrag {
    datagram *table[HASH];
    datagram *newest, *oldest;
    uint32_t count;
};

static uint32_t hash_of(const datagram *k) {
    uint32_t h = 2166136261u ^ k->id ^ (k->interface << 7) ^ k->protocol;
    for (unsigned i = 0; i < sizeof k->key; i++)
        h = (h ^ k->key[i]) * 16777619u;
    return h ^ h >> 15;
}

static void forget(wt_session *s, datagram *d) {
    struct wt_defrag *t = s->defrag;
    datagram **at = &t->table[d->hash % HASH];
    while (*at != d)
        at = &(*at)->chain;
    *at = d->chain;
    *(d->newer ? &d->newer->older : &t->newest) = d->older;
    *(d->older ? &d->older->newer : &t->oldest) = d->newer;
    t->count--;
    for (piece *p = d->pieces, *next; p; p = next) {
        next = p->next;
        wt_pool_put(s, p, sizeof *p + p->length);
    }
    wt_pool_put(s, d, sizeof *d);
}

void wt_defrag_free(wt_session *s) {
    if (!s->defrag)
        return;
    while (s->defrag->newest)
        forget(s, s->defrag->newest);
    wt_pool_put(s, s->defrag, sizeof *s->defrag);
    s->defrag = NULL;
}

static datagram key_of(wt_session *s, const wt_fragment *f) {
    datagram k = {.id = f->id, .interface = s->frame->interface, .family = s->net.family, .protocol = f->protocol};
    uint32_t n = s->net.family == 4 ? 4 : 16;
    memcpy(k.key, s->net.src, n);
    memcpy(k.key + 16, s->net.dst, n);
    k.hash = hash_of(&k);
    return k;
}

static bool same(const datagram *a, const datagram *b) {
    return a->hash == b->hash && a->id == b->id && a->interface == b->interface && a->family == b->family &&
           a->protocol == b->protocol && memcmp(a->key, b->key, sizeof a->key) == 0;
}

/* The datagram of this fragment; a new one where there is none, or where the old one is too old. */
static datagram *find(wt_cur *c, const wt_fragment *f) {
    wt_session *s = c->s;
    if (!s->defrag)
        s->defrag = wt_pool_get(s, sizeof *s->defrag);
    struct wt_defrag *t = s->defrag;
    int64_t now = s->frame->time_ns == INT64_MIN ? 0 : s->frame->time_ns;
    if (!t)
        return NULL;
    datagram key = key_of(s, f), *d = t->table[key.hash % HASH];
    while (d && !same(d, &key))
        d = d->chain;
    if (d && now - d->first_ns > patience_ns) {
        wt_note(c, "earlier fragments with this identification were never completed; they are given up");
        forget(s, d);
        d = NULL;
    }
    if (d)
        return d;
    if (t->count >= s->limit[WT_LIMIT_FRAGMENTS]) {
        wt_limit_hit(c, WT_LIMIT_FRAGMENTS);
        forget(s, t->oldest);
    }
    d = wt_pool_get(s, sizeof *d);
    if (!d)
        return NULL;
    *d = key;
    d->first_ns = now;
    d->chain = t->table[d->hash % HASH];
    t->table[d->hash % HASH] = d;
    d->older = t->newest;
    *(t->newest ? &t->newest->newer : &t->oldest) = d;
    t->newest = d;
    t->count++;
    return d;
}

static bool add(wt_cur *c, datagram *d, const wt_fragment *f, uint32_t n) {
    piece *p = wt_pool_get(c->s, sizeof *p + n);
    if (!p)
        return false;
    p->frame = c->s->frame->number;
    p->offset = f->offset;
    p->length = n;
    memcpy(p->data, wt_here(c), n);
    piece **at = &d->pieces;
    while (*at && (*at)->offset <= p->offset)
        at = &(*at)->next;
    p->next = *at;
    *at = p;
    d->count++;
    d->bytes += n;
    return true;
}

/* Bytes from 0 on without a hole. */
static uint32_t reach(const datagram *d) {
    uint32_t end = 0;
    for (const piece *p = d->pieces; p && p->offset <= end; p = p->next)
        if (p->offset + p->length > end)
            end = p->offset + p->length;
    return end;
}

/* Copy a piece where nothing is yet; says whether bytes that were there differ. */
static bool lay(uint8_t *data, uint8_t *have, uint32_t total, const piece *p, bool *overlap) {
    bool differs = false;
    for (uint32_t i = 0; i < p->length && p->offset + i < total; i++) {
        uint32_t at = p->offset + i;
        if (!have[at]) {
            have[at] = 1;
            data[at] = p->data[i];
        } else {
            *overlap = true;
            differs |= data[at] != p->data[i];
        }
    }
    return differs;
}

/* Pieces in order of arrival, so that the first copy wins. */
static bool put_together(wt_cur *c, const datagram *d, wt_whole *w) {
    wt_session *s = c->s;
    uint8_t *data = wt_arena(s, d->total), *have = wt_arena(s, d->total);
    const piece **order = wt_arena(s, d->count * sizeof *order);
    uint64_t *frames = wt_arena(s, d->count * sizeof *frames);
    uint32_t *offsets = wt_arena(s, d->count * sizeof *offsets), *lengths = wt_arena(s, d->count * sizeof *lengths);
    if (!data || !have || !order || !frames || !offsets || !lengths) {
        wt_limit_hit(c, WT_LIMIT_ARENA);
        return false;
    }
    memset(have, 0, d->total);
    uint32_t n = 0;
    for (const piece *p = d->pieces; p; p = p->next, n++) {
        uint32_t at = n;
        while (at && order[at - 1]->frame > p->frame) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = p;
    }
    bool overlap = false, differs = false;
    for (uint32_t i = 0; i < n; i++)
        differs |= lay(data, have, d->total, order[i], &overlap);
    n = 0;
    for (const piece *p = d->pieces; p; p = p->next, n++) {
        frames[n] = p->frame;
        offsets[n] = p->offset;
        lengths[n] = p->length;
    }
    if (differs)
        wt_note(c, "fragments overlap and disagree: the first copy of each byte is used");
    else if (overlap)
        wt_note(c, "fragments overlap with the same bytes");
    *w = (wt_whole){data, d->total, n, frames, offsets, lengths};
    return true;
}

bool wt_defrag(wt_cur *c, const wt_fragment *f, wt_whole *whole) {
    wt_session *s = c->s;
    uint32_t n = wt_left(c);
    if (s->embedded || n != wt_left_captured(c))
        return false;
    if (f->offset + n > LARGEST) {
        wt_note(c, "this fragment reaches past the 65,535 bytes that a datagram can have: it is left out");
        return false;
    }
    wt_claim_place(c, WT_CLAIM_FRAGMENT, NULL, 0, n);
    datagram *d = find(c, f);
    /* A datagram of more pieces than bytes allow is an attack on memory. */
    if (!d || d->bytes + n > 4 * LARGEST || d->count >= LARGEST / 8 || !add(c, d, f, n)) {
        wt_note(c, "there is no room for more fragments: this datagram stays in pieces");
        return false;
    }
    if (!f->more && (!d->total || f->offset + n < d->total))
        d->total = f->offset + n;
    if (!d->total || reach(d) < d->total)
        return false;
    bool done = put_together(c, d, whole);
    forget(s, d);
    return done;
}
