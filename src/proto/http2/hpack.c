/* hpack.c - HPACK: integers, strings, the static and the dynamic table (RFC 7541). */
#include "proto/http2/hpack.h"

/* ---- the static table (Appendix A) ------------------------------------------------------ */

static const struct {
    const char *name, *value;
    uint8_t name_len, value_len;
} fixed[WT_HPACK_STATIC] = {
#define E(name, value) {name, value, sizeof name - 1, sizeof value - 1}
    E(":authority", ""), E(":method", "GET"), E(":method", "POST"), E(":path", "/"), E(":path", "/index.html"),
    E(":scheme", "http"), E(":scheme", "https"), E(":status", "200"), E(":status", "204"), E(":status", "206"),
    E(":status", "304"), E(":status", "400"), E(":status", "404"), E(":status", "500"), E("accept-charset", ""),
    E("accept-encoding", "gzip, deflate"), E("accept-language", ""), E("accept-ranges", ""), E("accept", ""),
    E("access-control-allow-origin", ""), E("age", ""), E("allow", ""), E("authorization", ""),
    E("cache-control", ""), E("content-disposition", ""), E("content-encoding", ""), E("content-language", ""),
    E("content-length", ""), E("content-location", ""), E("content-range", ""), E("content-type", ""),
    E("cookie", ""), E("date", ""), E("etag", ""), E("expect", ""), E("expires", ""), E("from", ""), E("host", ""),
    E("if-match", ""), E("if-modified-since", ""), E("if-none-match", ""), E("if-range", ""),
    E("if-unmodified-since", ""), E("last-modified", ""), E("link", ""), E("location", ""), E("max-forwards", ""),
    E("proxy-authenticate", ""), E("proxy-authorization", ""), E("range", ""), E("referer", ""), E("refresh", ""),
    E("retry-after", ""), E("server", ""), E("set-cookie", ""), E("strict-transport-security", ""),
    E("transfer-encoding", ""), E("user-agent", ""), E("vary", ""), E("via", ""), E("www-authenticate", ""),
#undef E
};

/* ---- the dynamic table ------------------------------------------------------------------ */

void wt_hpack_start(wt_session *s, wt_hpack *t, bool late) {
    uint32_t most = s->limit[WT_LIMIT_HPACK];
    t->started = true;
    t->late = late;
    t->max = late || most < WT_HPACK_DEFAULT ? most : WT_HPACK_DEFAULT;
    if (!t->allowed)
        t->allowed = WT_HPACK_DEFAULT;
}

void wt_hpack_forget(wt_hpack *t) {
    t->count = t->size = t->from = t->to = 0;
    t->late = true;
}

void wt_hpack_free(wt_session *s, wt_hpack *t) {
    wt_pool_put(s, t->entries, t->entry_cap * sizeof *t->entries);
    wt_pool_put(s, t->bytes, t->byte_cap);
    *t = (wt_hpack){0};
}

static uint32_t entry_size(const wt_hpack_entry *e) { return e->name_len + e->value_len + WT_HPACK_OVERHEAD; }

/* Drop the oldest until the table's size is at most `most`; how many were dropped. */
static uint32_t evict(wt_hpack *t, uint32_t most) {
    uint32_t n = 0;
    for (; t->size > most && t->count; n++) {
        const wt_hpack_entry *e = &t->entries[t->first];
        t->size -= entry_size(e);
        t->from = e->at + e->name_len + e->value_len;
        t->first = (t->first + 1) & (t->entry_cap - 1);
        t->count--;
    }
    if (!t->count)
        t->from = t->to;
    return n;
}

static bool room_for_entry(wt_session *s, wt_hpack *t) {
    if (t->count < t->entry_cap)
        return true;
    uint32_t cap = t->entry_cap ? t->entry_cap * 2 : 16;
    wt_hpack_entry *more = wt_pool_buffer(s, cap * sizeof *more);
    if (!more)
        return false;
    for (uint32_t i = 0; i < t->count; i++)
        more[i] = t->entries[(t->first + i) & (t->entry_cap - 1)];
    wt_pool_put(s, t->entries, t->entry_cap * sizeof *t->entries);
    t->entries = more;
    t->entry_cap = cap;
    t->first = 0;
    return true;
}

/* Room for n bytes behind those in use; they move to the front if that leaves half of the room free, so that moving
 * costs little in the long run. */
static bool room_for_bytes(wt_session *s, wt_hpack *t, uint32_t n) {
    uint32_t live = t->to - t->from, cap = t->byte_cap ? t->byte_cap : 1024;
    if (t->bytes && t->byte_cap - t->to >= n)
        return true;
    while (live + n > cap / 2)
        cap *= 2;
    uint8_t *to = t->bytes;
    if (cap != t->byte_cap && !(to = wt_pool_buffer(s, cap)))
        return false;
    if (live)
        memmove(to, t->bytes + t->from, live);
    if (to != t->bytes) {
        wt_pool_put(s, t->bytes, t->byte_cap);
        t->bytes = to;
        t->byte_cap = cap;
    }
    for (uint32_t i = 0; i < t->count; i++)
        t->entries[(t->first + i) & (t->entry_cap - 1)].at -= t->from;
    t->from = 0;
    t->to = live;
    return true;
}

/* The field becomes the newest entry; its name and value then lie in the table.  False if memory is out. */
static bool insert(wt_session *s, wt_hpack *t, wt_hpack_field *f) {
    uint32_t n = f->name.n + f->value.n, size = n + WT_HPACK_OVERHEAD;
    if (size > t->max) {                   /* allowed, and empties the table (§4.4) */
        f->evicted = evict(t, 0);
        return true;
    }
    /* The name may be that of an older entry, which moves, or goes. */
    bool own = f->name.known && !f->name.wire && f->index > WT_HPACK_STATIC;
    uint32_t own_at = own ? (uint32_t)(f->name.p - t->bytes) - t->from : 0;
    if (!room_for_entry(s, t) || !room_for_bytes(s, t, n)) {
        wt_hpack_forget(t);
        return false;
    }
    uint8_t *to = t->bytes + t->to;
    if (f->name.n)
        memcpy(to, own ? t->bytes + t->from + own_at : f->name.p, f->name.n);
    if (f->value.n)
        memcpy(to + f->name.n, f->value.p, f->value.n);
    f->evicted = evict(t, t->max - size);
    t->entries[(t->first + t->count++) & (t->entry_cap - 1)] =
        (wt_hpack_entry){t->to, f->name.n, f->value.n, f->name.known, f->value.known};
    if (t->count == 1)
        t->from = t->to;
    t->to += n;
    t->size += size;
    f->inserted = true;
    if (f->name.known)
        f->name.p = to;
    return true;
}

/* ---- reading ---------------------------------------------------------------------------- */

/* An integer with a prefix of that many bits (§5.1); false if the block ends in it or it has more than 32 bits. */
static bool integer(const uint8_t *p, uint32_t n, uint32_t *at, unsigned prefix, uint32_t *out) {
    uint32_t most = (1u << prefix) - 1;
    if (*at >= n)
        return false;
    uint64_t v = p[(*at)++] & most;
    if (v == most)
        for (unsigned shift = 0;; shift += 7) {
            if (*at >= n || shift > 28)
                return false;
            uint8_t b = p[(*at)++];
            v += (uint64_t)(b & 0x7f) << shift;
            if (v > UINT32_MAX)
                return false;
            if (!(b & 0x80))
                break;
        }
    *out = (uint32_t)v;
    return true;
}

/* Codes decoded before, by the entry whose name they stood with: servers send the same date, type and tag for each of
 * many requests, and to compare a code with the last one is far quicker than to decode it. */
enum { CODE_MAX = 46, LETTERS_MAX = CODE_MAX * 8 / 5, SEEN = 64 };

struct wt_hpack_seen {
    struct {
        uint8_t n, made, code[CODE_MAX], letters[LETTERS_MAX];
    } last[SEEN];
};

static bool decode(wt_session *s, uint32_t index, const uint8_t *p, uint32_t n, uint8_t *out, uint32_t *made) {
    if (!n || n > CODE_MAX)
        return wt_huffman_decode(p, n, out, made);
    if (!s->hpack_seen && !(s->hpack_seen = wt_pool_get(s, sizeof *s->hpack_seen)))
        return wt_huffman_decode(p, n, out, made);
    uint32_t nth = index ? index % SEEN : (p[0] ^ n) % SEEN;
    if (s->hpack_seen->last[nth].n == n && memcmp(s->hpack_seen->last[nth].code, p, n) == 0) {
        *made = s->hpack_seen->last[nth].made;
        memcpy(out, s->hpack_seen->last[nth].letters, *made);
        return true;
    }
    if (!wt_huffman_decode(p, n, out, made))
        return false;
    s->hpack_seen->last[nth].n = (uint8_t)n;
    s->hpack_seen->last[nth].made = (uint8_t)*made;
    memcpy(s->hpack_seen->last[nth].code, p, n);
    memcpy(s->hpack_seen->last[nth].letters, out, *made);
    return true;
}

static const char cut[] = "ends in the middle of a field";

/* A string as it stands in the block (§5.2), with the name of that entry or 0; NULL if all is well, else what is
 * wrong. */
static const char *string(wt_session *in, uint32_t index, const uint8_t *p, uint32_t n, uint32_t *at, uint8_t **room,
                          wt_hpack_string *s) {
    uint32_t length;
    s->at = *at;
    s->huffman = *at < n && p[*at] & 0x80;
    if (!integer(p, n, at, 7, &length) || length > n - *at)
        return cut;
    s->p = p + *at;
    s->n = length;
    s->known = true;
    if (s->huffman) {
        if (!decode(in, index, p + *at, length, *room, &s->n))
            return "holds bytes that are no Huffman code";
        s->p = *room;
        *room += s->n;
    }
    *at += length;
    s->wire = *at - s->at;
    return NULL;
}

/* What the entry says, which may be one that we never saw. */
static const char *entry(const wt_hpack *t, uint32_t index, wt_hpack_string *name, wt_hpack_string *value) {
    if (!index)
        return "names entry 0, which does not exist";
    if (index <= WT_HPACK_STATIC) {
        const uint8_t *n = (const uint8_t *)fixed[index - 1].name, *v = (const uint8_t *)fixed[index - 1].value;
        *name = (wt_hpack_string){.p = n, .n = fixed[index - 1].name_len, .known = true};
        *value = (wt_hpack_string){.p = v, .n = fixed[index - 1].value_len, .known = true};
        return NULL;
    }
    uint32_t age = index - WT_HPACK_STATIC - 1;
    *name = *value = (wt_hpack_string){0};
    if (age >= t->count)
        return t->late ? NULL : "names an entry that the table does not have";
    const wt_hpack_entry *e = &t->entries[(t->first + t->count - 1 - age) & (t->entry_cap - 1)];
    if (e->name_known)
        *name = (wt_hpack_string){.p = t->bytes + e->at, .n = e->name_len, .known = true};
    if (e->value_known)
        *value = (wt_hpack_string){.p = t->bytes + e->at + e->name_len, .n = e->value_len, .known = true};
    return NULL;
}

/* A dynamic table size update (§6.3). */
static const char *resize(wt_session *s, wt_hpack *t, const uint8_t *p, uint32_t n, uint32_t *at, wt_hpack_field *f) {
    uint32_t most = s->limit[WT_LIMIT_HPACK];
    if (!integer(p, n, at, 5, &f->resize))
        return cut;
    if (f->resize > t->allowed && !t->late)
        return "makes the table larger than the other side allowed";
    f->evicted = evict(t, f->resize);
    f->limited = f->resize > most;
    t->late |= f->limited;
    t->max = f->limited ? most : f->resize;
    return NULL;
}

static const char *literal(wt_session *s, const wt_hpack *t, const uint8_t *p, uint32_t n, uint32_t *at,
                           unsigned prefix, uint8_t **room, wt_hpack_field *f) {
    wt_hpack_string unused;
    if (!integer(p, n, at, prefix, &f->index))
        return cut;
    const char *why = f->index ? entry(t, f->index, &f->name, &unused) : string(s, 0, p, n, at, room, &f->name);
    return why ? why : string(s, f->index, p, n, at, room, &f->value);
}

static uint8_t kind_of(uint8_t b) {
    return b & 0x80   ? WT_HPACK_INDEXED
           : b & 0x40 ? WT_HPACK_INCREMENTAL
           : b & 0x20 ? WT_HPACK_RESIZE
           : b & 0x10 ? WT_HPACK_NEVER
                      : WT_HPACK_WITHOUT;
}

enum wt_hpack_result wt_hpack_next(wt_session *s, wt_hpack *t, const uint8_t *block, uint32_t n, uint32_t *at,
                                   uint8_t **room, wt_hpack_field *f, const char **why) {
    if (*at >= n)
        return WT_HPACK_END;
    *f = (wt_hpack_field){.kind = kind_of(block[*at]), .at = *at};
    *why = NULL;
    switch (f->kind) {
    case WT_HPACK_INDEXED:
        *why = integer(block, n, at, 7, &f->index) ? entry(t, f->index, &f->name, &f->value) : cut;
        break;
    case WT_HPACK_RESIZE: *why = resize(s, t, block, n, at, f); break;
    case WT_HPACK_INCREMENTAL:
        *why = literal(s, t, block, n, at, 6, room, f);
        if (!*why && !insert(s, t, f))
            f->limited = true;
        break;
    default: *why = literal(s, t, block, n, at, 4, room, f); break;
    }
    f->wire = *at - f->at;
    if (!*why)
        return WT_HPACK_FIELD;
    wt_hpack_forget(t);
    return WT_HPACK_BAD;
}
