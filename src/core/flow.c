/* flow.c - conversations, found by both ends, kind and capture point; forgotten oldest first.
 *
 * Two capture points may each see one half of a conversation (the way back is another), or the same packets
 * twice.  Halves are put together in one flow; a second view is a flow of its own, so that nothing seems sent
 * again, but with the same index: it is the same conversation. */
#include "core/proto.h"

enum { NOBODY = 255 };                     /* a lane that there is not */

static void hash(wt_flow *key) {
    uint64_t h = 0x9e3779b97f4a7c15u;
    for (uint32_t i = 0; i < key->key_words; i++) {
        h = (h ^ key->key[i]) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    h ^= h >> 29;
    key->hash = (uint32_t)(h ^ h >> 32);
}

/* An IPv4 address and a port fit into one word, and most ends are such. */
static uint64_t word_of(const wt_endpoint *e) {
    uint32_t address;
    memcpy(&address, e->addr, sizeof address);
    return (uint64_t)e->port << 32 | address;
}

/* The key is the same for both directions: the lower end first.  Returns whether they were swapped. */
static inline uint8_t order_words(uint64_t a, uint64_t b, uint8_t kind, wt_flow *key) {
    uint8_t swapped = a > b;
    key->key[0] = (swapped ? b : a) | (uint64_t)kind << 56 | (uint64_t)4 << 48;
    key->key[1] = swapped ? a : b;
    key->key_words = 2;
    return swapped;
}

/* The same for addresses of any length. */
static uint8_t order_bytes(const wt_session *s, uint8_t kind, wt_flow *key) {
    uint8_t a[18], b[18], bytes[sizeof key->key] = {kind, s->src.kind};
    uint32_t n = s->src.length;
    memcpy(a, s->src.addr, n);
    memcpy(b, s->dst.addr, n);
    memcpy(a + n, &s->src.port, 2);
    memcpy(b + n, &s->dst.port, 2);
    n += 2;
    uint8_t swapped = memcmp(a, b, n) > 0;
    memcpy(bytes + 2, swapped ? b : a, n);
    memcpy(bytes + 2 + n, swapped ? a : b, n);
    memcpy(key->key, bytes, sizeof bytes);
    key->key_words = (uint8_t)((2 + 2 * n + 7) / 8);
    return swapped;
}

static void make_key(const wt_session *s, uint8_t kind, wt_flow *key) {
    key->swapped = s->src.kind == 4 ? order_words(word_of(&s->src), word_of(&s->dst), kind, key)
                                    : order_bytes(s, kind, key);
    key->points = (uint64_t)1 << (s->frame->interface & 63);
    hash(key);
}

/* The key of an announced end, whoever the other one will be.  No key of two such ends has as many words. */
static void make_end_key(uint8_t kind, const wt_endpoint *end, wt_flow *key) {
    uint8_t bytes[sizeof key->key] = {kind, end->kind};
    uint32_t n = end->length;
    memcpy(bytes + 2, end->addr, n);
    memcpy(bytes + 2 + n, &end->port, 2);
    memcpy(key->key, bytes, sizeof bytes);
    key->key_words = end->kind == 4 ? 1 : 4;
    hash(key);
}

static void lru_remove(wt_session *s, wt_flow *f) {
    *(f->newer ? &f->newer->older : &s->flow_newest) = f->older;
    *(f->older ? &f->older->newer : &s->flow_oldest) = f->newer;
}

static void lru_add(wt_session *s, wt_flow *f) {
    f->newer = NULL;
    f->older = s->flow_newest;
    *(s->flow_newest ? &s->flow_newest->newer : &s->flow_oldest) = f;
    s->flow_newest = f;
}

static void forget_content(wt_session *s, wt_flow *f) {
    if (f->chan)
        wt_chan_free(s, f->chan);
    f->chan = NULL;
    if (f->state && f->free_state)
        f->free_state(s, f);
    f->state = NULL;
}

static void evict(wt_session *s, wt_flow *f) {
    forget_content(s, f);
    lru_remove(s, f);
    wt_flow **at = &s->flow_hash[f->hash & s->flow_mask];
    while (*at != f)
        at = &(*at)->hash_next;
    *at = f->hash_next;
    s->flow_count--;
    wt_pool_put(s, f, sizeof *f);
}

static bool same_ends(const wt_flow *a, const wt_flow *b) {
    bool same = a->hash == b->hash && a->key_words == b->key_words;
    for (uint32_t i = 0; same && i < a->key_words; i++)
        same = a->key[i] == b->key[i];
    return same;
}

/* The flow of that key's ends at its capture point; else NULL, and one of other points in *other, if any. */
static inline wt_flow *find(const wt_session *s, const wt_flow *key, int *dir, wt_flow **other) {
    *other = NULL;
    for (wt_flow *f = s->flow_hash[key->hash & s->flow_mask]; f; f = f->hash_next) {
        if (!same_ends(f, key))
            continue;
        if (f->points & key->points) {
            *dir = f->swapped != key->swapped;
            return f;
        }
        if (!*other)
            *other = f;
    }
    return NULL;
}

/* The same of this packet. */
static wt_flow *look_up(wt_session *s, uint8_t kind, wt_flow *key, int *dir, wt_flow **other) {
    make_key(s, kind, key);
    return find(s, key, dir, other);
}

wt_flow *wt_flow_find(wt_session *s, uint8_t kind, int *dir) {
    wt_flow key, *other;
    return s->flow_hash ? look_up(s, kind, &key, dir, &other) : NULL;
}

static uint32_t new_index(wt_session *s, uint8_t kind) {
    return s->next_index[kind == WT_P_UDP ? 1 : kind == WT_P_SCTP ? 2 : 0]++;
}

static wt_flow *find_end(const wt_session *s, uint8_t kind, const wt_endpoint *end, wt_flow *key) {
    make_end_key(kind, end, key);
    wt_flow *f = s->flow_hash[key->hash & s->flow_mask];
    while (f && !same_ends(f, key))
        f = f->hash_next;
    return f;
}

/* The flow of an announced end: the sender's, else the receiver's. */
static wt_flow *find_announced(wt_session *s, uint8_t kind, int *dir) {
    wt_flow key, *f;
    if (!s->announced)
        return NULL;
    *dir = 0;
    if (!(f = find_end(s, kind, &s->src, &key))) {
        *dir = 1;
        f = find_end(s, kind, &s->dst, &key);
    }
    if (f && f->index == UINT32_MAX) {
        f->index = new_index(s, kind);
        f->port[*dir] = s->src.port;
        f->port[!*dir] = s->dst.port;
    }
    return f;
}

/* As many places as there are conversations: a capture of a few needs no more memory than that.  Without memory for
 * more, chains get longer. */
static void grow(wt_session *s) {
    size_t now = (size_t)s->flow_mask + 1, more = now * 2;
    wt_flow **grown = wt_resize(s, NULL, 0, more * sizeof *grown);
    if (!grown)
        return;
    for (size_t n = 0; n < now; n++) {     /* in each chain the order stays: the conversation begun last is first */
        wt_flow **low = &grown[n], **high = &grown[n + now];
        for (wt_flow *f = s->flow_hash[n]; f; f = f->hash_next) {
            wt_flow ***end = f->hash & now ? &high : &low;
            **end = f;
            *end = &f->hash_next;
        }
        *low = *high = NULL;
    }
    wt_resize(s, s->flow_hash, now * sizeof *s->flow_hash, 0);
    s->flow_hash = grown;
    s->flow_mask = (uint32_t)(more - 1);
}

/* A flow that is nobody's yet; NULL if memory is out. */
static wt_flow *new_flow(wt_session *s, const wt_flow *key, uint8_t kind) {
    wt_flow *f;
    while (s->flow_count && s->flow_count >= s->limit[WT_LIMIT_FLOWS])
        evict(s, s->flow_oldest);
    while (!(f = wt_pool_get(s, sizeof *f))) {
        if (!s->flow_oldest)
            return NULL;
        evict(s, s->flow_oldest);
    }
    if (s->flow_count > s->flow_mask)
        grow(s);
    f->hash = key->hash;
    f->key_words = key->key_words;
    memcpy(f->key, key->key, key->key_words * sizeof *key->key);
    f->points = key->points;
    f->swapped = key->swapped;
    f->kind = kind;
    f->hash_next = s->flow_hash[f->hash & s->flow_mask];
    s->flow_hash[f->hash & s->flow_mask] = f;
    s->flow_count++;
    lru_add(s, f);
    return f;
}

void wt_flow_announce(wt_session *s, uint8_t kind, const wt_endpoint *end) {
    wt_flow key = {.points = UINT64_MAX}, *f = find_end(s, kind, end, &key);
    s->announced = true;
    wt_tangle(s);
    if (f)
        forget_content(s, f);
    else
        f = new_flow(s, &key, kind);
    if (f)
        f->index = UINT32_MAX;
}

/* Every lane knows of every conversation, so that all forget the same ones and count alike, but only one reads it.
 * A frame of two conversations may be of two lanes; and what the others look at ends with the first. */
static void touch(wt_session *s, const wt_flow *f) {
    if (s->touched)
        wt_tangle(s);
    s->touched = f;
    s->foreign = f->lane != s->lane;
}

/* A conversation begins: whose it is. */
static void deal(wt_session *s, wt_flow *f) {
    uint32_t n = f->number = s->next_number++;
    bool read = !s->only || (n < s->only_count && s->only[n / 8] >> (n % 8) & 1);
    f->lane = read ? s->next_lane : NOBODY;
    if (read)
        s->next_lane = (uint8_t)((s->next_lane + 1) % s->lanes);
}

static void used(wt_session *s, wt_flow *f) {
    if (s->flow_newest == f)
        return;
    lru_remove(s, f);
    lru_add(s, f);
}

/* The key of the conversation that a frame is of, where its ends both lie in an IPv4 packet without options, whole, in
 * plain Ethernet; false if it needs a closer look.  So do those that begin a TCP connection. */
static inline bool key_by_glance(const wt_session *s, const wt_frame *f, wt_flow *key) {
    enum { ETHERNET = 14, IP = 20, TCP = 20, UDP = 8 };
    if (f->linktype != 1 || f->caplen < ETHERNET + IP + UDP || wt_load(f->data + 12, 2) != 0x0800)
        return false;
    const uint8_t *ip = f->data + ETHERNET, *ports = ip + IP;
    uint32_t total = (uint32_t)wt_load(ip + 2, 2), captured = f->caplen - ETHERNET - IP;
    uint32_t left = total < IP ? 0 : total - IP < captured ? total - IP : captured;
    bool plain = ip[0] == 0x45 && !(wt_load(ip + 6, 2) & 0x3fff);
    bool tcp = ip[9] == 6 && left >= TCP && !(ports[13] & 2);
    bool udp = ip[9] == 17 && left >= UDP && wt_load(ports + 4, 2) >= UDP && !s->numbered;
    if (!plain || (!tcp && !udp))
        return false;
    uint32_t from, to;
    memcpy(&from, ip + 12, sizeof from);
    memcpy(&to, ip + 16, sizeof to);
    key->swapped = order_words(wt_load(ports, 2) << 32 | from, wt_load(ports + 2, 2) << 32 | to,
                               tcp ? WT_P_TCP : WT_P_UDP, key);
    key->points = (uint64_t)1 << (f->interface & 63);
    hash(key);
    return true;
}

bool wt_flow_passes(wt_session *s, const wt_frame *frame) {
    wt_flow key, *other;
    int dir = 0;
    if (!s->glance || !key_by_glance(s, frame, &key))
        return false;
    wt_flow *f = find(s, &key, &dir, &other);
    if (f && f->lane != s->lane) {
        used(s, f);
        return true;
    }
    s->glanced = f;                        /* it need not be looked up again */
    s->glanced_dir = (uint8_t)dir;
    return false;
}

wt_flow *wt_flow_get(wt_session *s, uint8_t kind, int *dir, wt_kin_fn *kin_of, const void *packet) {
    wt_flow key, *other;
    wt_flow *f = s->glanced;
    if (f) {
        *dir = s->glanced_dir;
        s->glanced = NULL;
        used(s, f);
        touch(s, f);
        return f;
    }
    f = look_up(s, kind, &key, dir, &other);
    if (other || kind == WT_P_SCTP)        /* one conversation at two points; one that may change its ends */
        wt_tangle(s);
    if (!f && !other)
        f = find_announced(s, kind, dir);
    enum wt_kin kin = other && !f ? kin_of(other, other->swapped != key.swapped, packet) : WT_KIN_NONE;
    uint32_t index = kin == WT_KIN_VIEW ? other->index : UINT32_MAX;
    if (kin == WT_KIN_PART) {
        f = other;
        f->points |= key.points;
        *dir = f->swapped != key.swapped;
    }
    if (f) {
        used(s, f);
        if (s->lanes)
            touch(s, f);
        return f;
    }
    if (!(f = new_flow(s, &key, kind)))
        return NULL;
    if (s->lanes) {
        deal(s, f);
        touch(s, f);
    }
    f->port[0] = s->src.port;
    f->port[1] = s->dst.port;
    f->index = index == UINT32_MAX ? new_index(s, kind) : index;
    *dir = 0;
    return f;
}

void wt_flow_renew(wt_session *s, wt_flow *f, wt_kin_fn *kin_of, const void *packet) {
    wt_flow key;
    forget_content(s, f);
    make_key(s, f->kind, &key);
    f->swapped = key.swapped;
    f->port[0] = s->src.port;
    f->port[1] = s->dst.port;
    for (wt_flow *o = s->flow_hash[f->hash & s->flow_mask]; o; o = o->hash_next)
        if (o != f && same_ends(o, f) && kin_of(o, o->swapped != f->swapped, packet) == WT_KIN_VIEW) {
            f->index = o->index;
            return;
        }
    f->index = new_index(s, f->kind);
}
