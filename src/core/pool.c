/* pool.c - memory kept across frames: size classes with free lists, one limit over all.
 *
 * What is put back is used again for the same class, so that once the live conversations
 * have reached their number nothing more is asked of the allocator. */
#include "core/pool.h"

#include "core/pages.h"
#include "core/proto.h"

enum { SMALLEST = 5, CLASSES = 22 };       /* 32 bytes … 64 MiB */
enum { SLAB = 64 * 1024 };

typedef struct slab {
    struct slab *next;
    size_t size;
} slab;

/* What is put back when the frame is over. */
typedef struct lent {
    struct lent *next;
    void *p;
    size_t n;
} lent;

typedef struct free_block {
    struct free_block *next;
} free_block;

struct wt_pool {
    free_block *free[CLASSES];
    slab *slabs;
    lent *lent;                            /* in the arena */
    uint8_t *bump;                         /* unused end of the newest small slab */
    size_t bump_left, total;
};

static unsigned class_of(size_t n) {
    return n <= (size_t)1 << SMALLEST ? 0 : 64u - (unsigned)__builtin_clzll(n - 1) - SMALLEST;
}

/* Sizes between powers of two waste up to half; quarter steps are not worth their free lists. */
static size_t class_size(unsigned c) { return (size_t)1 << (c + SMALLEST); }

struct wt_pool *wt_pool_new(wt_session *s) {
    struct wt_pool *p = wt_resize(s, NULL, 0, sizeof *p);
    if (p)
        memset(p, 0, sizeof *p);
    return p;
}

void wt_pool_free(wt_session *s, struct wt_pool *p) {
    if (!p)
        return;
    for (slab *b = p->slabs, *next; b; b = next) {
        next = b->next;
        wt_resize(s, b, b->size, 0);
    }
    wt_resize(s, p, sizeof *p, 0);
}

static void *slab_new(wt_session *s, size_t size) {
    struct wt_pool *p = s->pool;
    size += 16;
    if (p->total + size > s->limit[WT_LIMIT_POOL]) {
        s->crowded = true;
        return NULL;
    }
    slab *b = wt_resize(s, NULL, 0, size);
    if (!b)
        return NULL;
    if (size == SLAB + 16)                 /* a large block's end may never be needed */
        wt_pages_ready(b, size);
    *b = (slab){p->slabs, size};
    p->slabs = b;
    p->total += size;
    return (uint8_t *)b + 16;
}

void *wt_pool_buffer(wt_session *s, size_t n) {
    struct wt_pool *p = s->pool;
    unsigned c = class_of(n);
    if (c >= CLASSES)
        return NULL;
    size_t size = class_size(c);
    void *got = p->free[c];
    if (got) {
        p->free[c] = p->free[c]->next;
    } else if (size > SLAB / 4) {
        got = slab_new(s, size);
    } else {
        if (p->bump_left < size) {
            uint8_t *fresh = slab_new(s, SLAB);
            if (!fresh)
                return NULL;
            p->bump = fresh;
            p->bump_left = SLAB;
        }
        got = p->bump;
        p->bump += size;
        p->bump_left -= size;
    }
    return got;
}

void *wt_pool_get(wt_session *s, size_t n) {
    void *got = wt_pool_buffer(s, n);
    if (got)
        memset(got, 0, n);
    return got;
}

void wt_pool_put(wt_session *s, void *p, size_t n) {
    if (!p)
        return;
    unsigned c = class_of(n);
    free_block *b = p;
    b->next = s->pool->free[c];
    s->pool->free[c] = b;
}

bool wt_pool_put_later(wt_session *s, void *p, size_t n) {
    lent *l = wt_arena(s, sizeof *l);
    if (!l)
        return false;
    *l = (lent){s->pool->lent, p, n};
    s->pool->lent = l;
    return true;
}

void wt_pool_take_back(wt_session *s) {
    for (const lent *l = s->pool->lent; l; l = l->next)
        wt_pool_put(s, l->p, l->n);
    s->pool->lent = NULL;
}
