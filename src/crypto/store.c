/* store.c - secrets by client random: an index over entries of the length they need, in chunks, up to a limit. */
#include <errno.h>
#include <openssl/crypto.h>
#include <string.h>

#include "core/pages.h"
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
        wt_pages_ready(k->chunks[k->chunk_count], CHUNK);
        k->chunk_count++;
        k->chunk_used = 4;                 /* reference 0 is none */
    }
    uint32_t ref = (k->chunk_count - 1) << 16 | k->chunk_used;
    k->chunk_used += n;
    return ref;
}

static uint64_t turn(uint64_t v, int n) { return v << n | v >> (64 - n); }

static void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = turn(v[1], 13) ^ v[0];
    v[0] = turn(v[0], 32);
    v[2] += v[3];
    v[3] = turn(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = turn(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = turn(v[1], 17) ^ v[2];
    v[2] = turn(v[2], 32);
}

/* Randoms are chosen by whoever wrote the log: a hash under a key (SipHash-1-3), so that nobody can make them
 * collide. */
static uint32_t slot_of(const wt_keylog *k, const uint8_t *random, uint32_t cap) {
    uint64_t v[4] = {k->hash_key[0] ^ 0x736f6d6570736575u, k->hash_key[1] ^ 0x646f72616e646f6du,
                     k->hash_key[0] ^ 0x6c7967656e657261u, k->hash_key[1] ^ 0x7465646279746573u};
    for (int i = 0; i < WT_RANDOM_SIZE; i += 8) {
        uint64_t m;
        memcpy(&m, random + i, 8);
        v[3] ^= m;
        sip_round(v);
        v[0] ^= m;
    }
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return (uint32_t)(v[0] ^ v[1] ^ v[2] ^ v[3]) & (cap - 1);
}

static uint32_t *slot_for(const wt_keylog *k, uint32_t *index, uint32_t cap, const uint8_t *random) {
    uint32_t at = slot_of(k, random, cap);
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

static uint32_t of_kind(const wt_keylog *k, uint32_t from, uint8_t kind) {
    uint32_t n = 0;
    for (uint32_t ref = from; ref; ref = ((node *)at_ref(k, ref))->next)
        n += ((node *)at_ref(k, ref))->kind == kind;
    return n;
}

/* Where that random is in the index, or belongs.  A connection's secrets come one after the other, so it is mostly the
 * last one again. */
static uint32_t *slot_again(wt_keylog *k, const uint8_t *random) {
    uint32_t *last = &k->index[k->last_slot];
    if (!*last || memcmp(((entry *)at_ref(k, *last))->random, random, WT_RANDOM_SIZE) != 0)
        last = slot_for(k, k->index, k->index_cap, random);
    k->last_slot = (uint32_t)(last - k->index);
    return last;
}

int wt_store_add(wt_keylog *k, uint32_t kind, const uint8_t *random, const uint8_t *secret, uint32_t n) {
    if (k->entries * 4 >= k->index_cap * 3 && !grow(k))
        return ENOMEM;
    uint32_t *slot = slot_again(k, random);
    node *old = *slot && kind != WT_SECRET_EPHEMERAL ? find(k, ((entry *)at_ref(k, *slot))->first, (uint8_t)kind)
                                                     : NULL;
    if (old && old->length >= n) {
        memcpy(old + 1, secret, n);
        old->length = (uint16_t)n;
        return 0;
    }
    bool another = *slot && kind == WT_SECRET_EPHEMERAL;
    if (k->count >= LIMIT_SECRETS ||
        (another && of_kind(k, ((entry *)at_ref(k, *slot))->first, (uint8_t)kind) >= LIMIT_EPHEMERAL)) {
        k->left_out++;
        k->tangled |= k->parent != NULL;       /* together with the others, it may be another that is left out */
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

static const uint8_t *find_here(const wt_keylog *k, uint32_t kind, const uint8_t *random, uint32_t *n, uint32_t *at) {
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

const uint8_t *wt_store_find(const wt_keylog *k, uint32_t kind, const uint8_t *random, uint32_t *n, uint32_t *at) {
    const uint8_t *found = find_here(k, kind, random, n, at);
    return found || !k->parent ? found : find_here(k->parent, kind, random, n, at);
}
