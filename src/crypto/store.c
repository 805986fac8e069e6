/* store.c - secrets by client random: an index over entries of the length they need, in chunks, up to a limit. */
#include <errno.h>
#include <openssl/crypto.h>
#include <string.h>

#include "crypto/crypto.h"

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum { CHUNK = 65536, FIRST_INDEX = 256 };

/* One client random, and its secrets as a list.  A reference is chunk << 16 | offset; 0 is none. */
typedef struct entry {
    uint32_t first;
    uint8_t random[WT_RANDOM_SIZE];
} entry;

typedef struct node {
    uint32_t next;
    uint16_t length;
    uint8_t kind, unused;
    /* the secret's bytes follow */
} node;

void *wt_keylog_get(wt_keylog *k, size_t n) { return k->allocator.resize(k->allocator.user, NULL, 0, n); }

void wt_keylog_put(wt_keylog *k, void *p, size_t n) {
    if (!p)
        return;
    OPENSSL_cleanse(p, n);
    k->allocator.resize(k->allocator.user, p, n, 0);
}

void wt_store_free(wt_keylog *k) {
    for (uint32_t i = 0; i < k->chunk_count; i++)
        wt_keylog_put(k, k->chunks[i], CHUNK);
    wt_keylog_put(k, k->chunks, k->chunk_cap * sizeof *k->chunks);
    wt_keylog_put(k, k->index, k->index_cap * sizeof *k->index);
}

static void *at_ref(const wt_keylog *k, uint32_t ref) { return k->chunks[ref >> 16] + (ref & 0xffff); }

/* n bytes in a chunk; 0 if memory is out. */
static uint32_t take(wt_keylog *k, uint32_t n) {
    n = (n + 3) & ~3u;
    if (!k->chunk_count || CHUNK - k->chunk_used < n) {
        if (k->chunk_count == k->chunk_cap) {
            uint32_t cap = k->chunk_cap ? k->chunk_cap * 2 : 16;
            uint8_t **more = wt_keylog_get(k, cap * sizeof *more);
            if (!more)
                return 0;
            if (k->chunk_count)
                memcpy(more, k->chunks, k->chunk_count * sizeof *more);
            wt_keylog_put(k, k->chunks, k->chunk_cap * sizeof *more);
            k->chunks = more;
            k->chunk_cap = cap;
        }
        if (!(k->chunks[k->chunk_count] = wt_keylog_get(k, CHUNK)))
            return 0;
        k->chunk_count++;
        k->chunk_used = 4;                 /* reference 0 is none */
    }
    uint32_t ref = (k->chunk_count - 1) << 16 | k->chunk_used;
    k->chunk_used += n;
    return ref;
}

/* Randoms are chosen by whoever wrote the log: mix them, so that equal low bytes make no long chain. */
static uint32_t slot_of(const uint8_t *random, uint32_t cap) {
    uint64_t h = 0x9e3779b97f4a7c15u;
    for (int i = 0; i < WT_RANDOM_SIZE; i += 8) {
        uint64_t v;
        memcpy(&v, random + i, 8);
        h = (h ^ v) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    return (uint32_t)h & (cap - 1);
}

static uint32_t *slot_for(const wt_keylog *k, uint32_t *index, uint32_t cap, const uint8_t *random) {
    uint32_t at = slot_of(random, cap);
    while (index[at] && memcmp(((entry *)at_ref(k, index[at]))->random, random, WT_RANDOM_SIZE) != 0)
        at = (at + 1) & (cap - 1);
    return &index[at];
}

static bool grow(wt_keylog *k) {
    uint32_t cap = k->index_cap ? k->index_cap * 2 : FIRST_INDEX;
    uint32_t *index = wt_keylog_get(k, cap * sizeof *index);
    if (!index)
        return false;
    memset(index, 0, cap * sizeof *index);
    for (uint32_t i = 0; i < k->index_cap; i++)
        if (k->index[i])
            *slot_for(k, index, cap, ((entry *)at_ref(k, k->index[i]))->random) = k->index[i];
    wt_keylog_put(k, k->index, k->index_cap * sizeof *index);
    k->index = index;
    k->index_cap = cap;
    return true;
}

static node *find(const wt_keylog *k, uint32_t from, uint8_t kind) {
    for (uint32_t ref = from; ref;) {
        node *n = at_ref(k, ref);
        if (n->kind == kind)
            return n;
        ref = n->next;
    }
    return NULL;
}

int wt_store_add(wt_keylog *k, uint32_t kind, const uint8_t *random, const uint8_t *secret, uint32_t n) {
    if (k->entries * 4 >= k->index_cap * 3 && !grow(k))
        return ENOMEM;
    uint32_t *slot = slot_for(k, k->index, k->index_cap, random);
    node *old = *slot && kind != WT_SECRET_EPHEMERAL ? find(k, ((entry *)at_ref(k, *slot))->first, (uint8_t)kind) : NULL;
    if (old && old->length >= n) {
        memcpy(old + 1, secret, n);
        old->length = (uint16_t)n;
        return 0;
    }
    if (k->count >= LIMIT_SECRETS) {
        k->left_out++;
        return 0;
    }
    uint32_t ref = take(k, (uint32_t)sizeof(node) + n), whose = *slot ? *slot : take(k, sizeof(entry));
    if (!ref || !whose)
        return ENOMEM;
    entry *e = at_ref(k, whose);
    if (!*slot) {
        memcpy(e->random, random, WT_RANDOM_SIZE);
        e->first = 0;
        *slot = whose;
        k->entries++;
    }
    node *new = at_ref(k, ref);
    *new = (node){.next = e->first, .length = (uint16_t)n, .kind = (uint8_t)kind};
    memcpy(new + 1, secret, n);
    e->first = ref;
    if (!old)
        k->count++;
    return 0;
}

const uint8_t *wt_store_find(const wt_keylog *k, uint32_t kind, const uint8_t *random, uint32_t *n, uint32_t *at) {
    if (!k->index_cap)
        return NULL;
    uint32_t slot = *slot_for(k, k->index, k->index_cap, random);
    if (!slot)
        return NULL;
    node *found = find(k, *at ? ((node *)at_ref(k, *at))->next : ((entry *)at_ref(k, slot))->first, (uint8_t)kind);
    if (!found)
        return NULL;
    for (uint32_t ref = ((entry *)at_ref(k, slot))->first; ref; ref = ((node *)at_ref(k, ref))->next)
        if (at_ref(k, ref) == found)
            *at = ref;
    *n = found->length;
    return (const uint8_t *)(found + 1);
}
