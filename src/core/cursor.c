/* cursor.c - to read is to emit; what can't be read is said once. */
#include <stdarg.h>
#include <stdio.h>

#include "core/proto.h"

enum { SAID_SHORT = 1, SAID_LIMITS = 2 };

/* ---- items ------------------------------------------------------------------------------ */

static bool grow_items(wt_session *s) {
    uint32_t cap = s->item_cap * 2;
    if (cap > s->limit[WT_LIMIT_ITEMS])
        cap = s->limit[WT_LIMIT_ITEMS];
    if (cap <= s->item_count)
        return false;
    wt_item *items = wt_resize(s, s->items, s->item_cap * sizeof *items, cap * sizeof *items);
    if (!items)
        return false;
    s->items = items;
    s->item_cap = cap;
    return true;
}

/* The last place is kept for the note that there is no memory for more. */
static wt_item *append_raw(wt_session *s, wt_fid f) {
    if (s->item_count + 1 >= s->item_cap && !grow_items(s))
        return NULL;
    wt_item *i = &s->items[s->item_count++];
    *i = (wt_item){.field = f, .end = s->item_count};
    return i;
}

/* Where there may be no place. The last ones are kept for the note that says that there were no more. */
__attribute__((noinline, cold)) static wt_item *append_at_the_end(wt_cur *c, wt_fid f, uint32_t offset,
                                                                  uint32_t length) {
    wt_session *s = c->s;
    if (s->item_count + 2 >= s->limit[WT_LIMIT_ITEMS]) {
        wt_limit_hit(c, WT_LIMIT_ITEMS);
        return NULL;
    }
    return s->item_count + 2 < s->item_cap || grow_items(s) ? wt_append(c, f, offset, length) : NULL;
}

wt_item *wt_append(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length) {
    wt_session *s = c->s;
    uint32_t n = s->item_count;
    if (n + 2 >= s->item_cap || n + 2 >= s->limit[WT_LIMIT_ITEMS])
        return append_at_the_end(c, f, offset, length);
    wt_item *i = &s->items[n];
    *i = (wt_item){.field = f, .offset = offset, .length = length, .end = n + 1, .source = c->source,
                   .layer = c->layer};
    s->item_count = n + 1;
    s->late_items |= c->layer + 1u != s->layer_count;
    return i;
}

void wt_gen_u(wt_cur *c, wt_fid f, uint64_t value) {
    wt_item *i = wt_put(c, f, c->pos, 0);
    if (i) {
        i->v.u = value;
        i->flags |= WT_I_GENERATED;
    }
}

void wt_gen_p(wt_cur *c, wt_fid f, const void *p, uint32_t n) {
    wt_item *i = wt_put(c, f, c->pos, 0);
    if (i) {
        i->v.p = p;
        i->vlen = n;
        i->flags |= WT_I_GENERATED | WT_I_POINTER;
    }
}

/* ---- notes ------------------------------------------------------------------------------ */

static void note_text(wt_cur *c, const char *format, va_list arguments) {
    wt_session *s = c->s;
    wt_fid f = (wt_fid)WT_P_WIRETALE << WT_FID_BITS;
    if (!wt_wants(s, f))
        return;
    char text[400];
    int n = vsnprintf(text, sizeof text, format, arguments);
    if (n < 0)
        return;
    uint32_t len = (uint32_t)n < sizeof text ? (uint32_t)n : (uint32_t)sizeof text - 1;
    char *kept = wt_arena(s, len);
    wt_item *i = kept ? append_raw(s, f) : NULL;
    if (!i)
        return;
    memcpy(kept, text, len);
    i->offset = c->pos;
    i->source = c->source;
    i->layer = c->layer;
    i->flags = WT_I_NOTE | WT_I_GENERATED | WT_I_POINTER;
    i->v.p = (const uint8_t *)kept;
    i->vlen = len;
    if (c->layer + 1u != s->layer_count)
        s->late_items = true;
}

void wt_note(wt_cur *c, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    note_text(c, format, arguments);
    va_end(arguments);
}

void wt_limit_hit(wt_cur *c, enum wt_limit limit) {
    static const char *const names[] = {
#define L(id, name, value, sentence) name,
#include "core/limits.def"
#undef L
    };
    if (c->s->said & SAID_LIMITS)
        return;
    c->s->said |= SAID_LIMITS;
    wt_note(c, "limit reached: %s (%u); see docs/limits.md", names[limit], c->s->limit[limit]);
}

void wt_say_shortage(wt_session *s) {
    static const char text[] = "out of memory: something of this frame, or of what it belongs to, is left out";
    wt_cur frame = {.s = s};
    if (s->crowded)
        wt_limit_hit(&frame, WT_LIMIT_POOL);
    wt_fid f = (wt_fid)WT_P_WIRETALE << WT_FID_BITS;
    if (!s->starved || !wt_wants(s, f) || s->item_count >= s->item_cap)
        return;
    s->items[s->item_count] = (wt_item){.field = f, .end = s->item_count + 1, .vlen = sizeof text - 1,
                                        .v.p = (const uint8_t *)text,
                                        .flags = WT_I_NOTE | WT_I_GENERATED | WT_I_POINTER};
    s->item_count++;
    s->late_items = s->layer_count > 1;
}

static void fail(wt_cur *c, uint8_t how) {
    c->fail = how;
    c->end = c->cap = c->pos;
    *(how == WT_CUT ? &c->s->cut : &c->s->malformed) = true;
}

bool wt_short(wt_cur *c, uint32_t n) {
    if (c->fail)
        return false;
    if (c->s->embedded) {                  /* a quoted packet is cut by intention: no note */
        c->fail = WT_CUT;
        c->end = c->cap = c->pos;
        return false;
    }
    bool cut = c->pos <= c->end && n <= c->end - c->pos;
    uint32_t have = wt_left_captured(c);
    if (!(c->s->said & SAID_SHORT)) {
        c->s->said |= SAID_SHORT;
        const char *name = wt_protocols[wt_layer_of(c)->proto]->info.tag;
        if (cut)
            wt_note(c, "%s needs %u more byte%s, which the capture cut off (snap length)", name, n - have,
                    n - have == 1 ? "" : "s");
        else
            wt_note(c, "%s needs %u more byte%s, but its data ends here: malformed, or a length is wrong", name,
                    n - have, n - have == 1 ? "" : "s");
    }
    fail(c, cut ? WT_CUT : WT_MALFORMED);
    return false;
}

void wt_malformed(wt_cur *c, const char *format, ...) {
    if (c->fail)
        return;
    if (!(c->s->said & SAID_SHORT)) {
        c->s->said |= SAID_SHORT;
        va_list arguments;
        va_start(arguments, format);
        note_text(c, format, arguments);
        va_end(arguments);
    }
    fail(c, WT_MALFORMED);
}

/* ---- reading ---------------------------------------------------------------------------- */

static inline uint64_t row_value(const wt_field *row, const uint8_t *p, uint32_t n) {
    uint64_t v = row->flags & WT_LE ? wt_load_le(p, n) : wt_load(p, n);
    if (row->mask) {
        v &= row->mask;
        v >>= __builtin_ctzll(row->mask);
    }
    if (row->type >= WT_I8 && row->type <= WT_I64 && n < 8 && n) {
        unsigned bits = row->mask ? (unsigned)__builtin_popcountll(row->mask) : n * 8;
        uint64_t sign = 1ull << (bits - 1);
        v = (v ^ sign) - sign;
    }
    return v;
}

static inline const wt_field *row_of(wt_fid f) {
    return &wt_protocols[WT_FID_PROTO_OF(f)]->info.fields[f & ((1u << WT_FID_BITS) - 1)];
}

static bool is_number(const wt_field *row) {
    return (row->type >= WT_U8 && row->type <= WT_I64) || row->type == WT_FRAME || row->type == WT_RELTIME ||
           row->type == WT_ABSTIME;
}

static inline uint64_t take_at(wt_cur *c, const wt_field *row, wt_fid f, uint32_t at, uint32_t n) {
    uint64_t v = row_value(row, c->data + at, n);
    wt_emit_u(c, f, at, n, v);
    return v;
}

static inline uint64_t take(wt_cur *c, const wt_field *row, wt_fid f, uint32_t n) {
    if (n > 8 || !wt_need(c, n))
        return 0;
    c->pos += n;
    return take_at(c, row, f, c->pos - n, n);
}

uint64_t wt_take(wt_cur *c, wt_fid f) {
    const wt_field *row = row_of(f);
    return take(c, row, f, wt_size_of(row->type));
}

void wt_take_all(wt_cur *c, wt_fid f) {
    uint32_t n = wt_left(c), size = wt_size_of(row_of(f)->type);
    if (!wt_wants(c->s, f) && n == wt_left_captured(c) && size && n % size == 0)
        c->pos += n;                       /* nobody wants them, and all are there */
    while (wt_left(c))
        wt_take(c, f);
}

uint64_t wt_take_n(wt_cur *c, wt_fid f, uint32_t n) { return take(c, row_of(f), f, n); }

uint64_t wt_bits(wt_cur *c, wt_fid f) {
    const wt_field *row = row_of(f);
    uint32_t n = wt_size_of(row->type);
    return c->fail || c->pos < n ? 0 : take_at(c, row, f, c->pos - n, n);
}

uint64_t wt_peek(wt_cur *c, wt_fid f) {
    const wt_field *row = row_of(f);
    uint32_t n = wt_size_of(row->type);
    return wt_need(c, n) ? take_at(c, row, f, c->pos, n) : 0;
}

const uint8_t *wt_take_bytes(wt_cur *c, wt_fid f, uint32_t n) {
    if (!wt_need(c, n))
        return NULL;
    const uint8_t *p = c->data + c->pos;
    wt_emit_p(c, f, c->pos, n, p, n);
    c->pos += n;
    return p;
}

const uint8_t *wt_take_rest(wt_cur *c, wt_fid f) {
    uint32_t n = wt_left_captured(c);
    const uint8_t *p = c->data + c->pos;
    if (n)
        wt_emit_p(c, f, c->pos, n, p, n);
    c->pos = c->end;
    return p;
}

wt_cur wt_over(const wt_cur *c, uint16_t source) {
    const wt_source *src = &c->s->sources[source];
    return (wt_cur){.s = c->s, .data = src->data, .end = src->length, .cap = src->length,
                    .source = source, .layer = c->layer};
}

wt_node wt_begin(wt_cur *c, wt_fid f, uint32_t length) {
    if (c->fail || !wt_wants(c->s, f))
        return WT_NO_NODE;
    const wt_field *row = row_of(f);
    uint32_t there = wt_left_captured(c);
    if (row->type == WT_BYTES && length > there)
        length = there;
    wt_item *i = wt_append(c, f, c->pos, length);
    if (!i)
        return WT_NO_NODE;
    uint32_t n = wt_type_size(row->type);
    if (n == 0 || n > length)
        n = length;
    if (there >= n) {
        if (is_number(row) && n <= 8) {
            i->v.u = row_value(row, c->data + c->pos, n);
        } else if (row->type != WT_NONE) {
            i->v.p = c->data + c->pos;
            i->vlen = n;
            i->flags |= WT_I_POINTER;
        }
    }
    return (wt_node)(i - c->s->items);
}

/* Up to the last item of its own layer: what inner layers added since is not part of it. */
void wt_end(wt_cur *c, wt_node n) {
    if (n == WT_NO_NODE)
        return;
    const wt_item *items = c->s->items;
    uint32_t end = c->s->item_count;
    while (end > n + 1 && items[end - 1].layer != items[n].layer)
        end--;
    c->s->items[n].end = end;
}

void wt_end_here(wt_cur *c, wt_node n) {
    if (n == WT_NO_NODE)
        return;
    wt_end(c, n);
    if (c->pos >= c->s->items[n].offset)
        c->s->items[n].length = c->pos - c->s->items[n].offset;
}

wt_node wt_parent(wt_cur *c, wt_fid f) {
    uint32_t n = c->s->item_count;
    return n && c->s->items[n - 1].field == f && wt_wants(c->s, f) ? n - 1 : WT_NO_NODE;
}

/* ---- checksums -------------------------------------------------------------------------- */

/* The sum may be taken in the machine's byte order and turned round at the end (RFC 1071 §2, B). */
uint32_t wt_checksum_add(uint32_t sum, const uint8_t *p, size_t n) {
    uint64_t wide = 0, eight;
    for (; n >= 8; p += 8, n -= 8) {
        memcpy(&eight, p, 8);
        wide += (eight >> 32) + (eight & 0xffffffff);
    }
    uint8_t rest[8] = {0};
    memcpy(rest, p, n);
    memcpy(&eight, rest, 8);
    wide += (eight >> 32) + (eight & 0xffffffff);
    while (wide >> 16)
        wide = (wide & 0xffff) + (wide >> 16);
    uint16_t folded = (uint16_t)wide;
    if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)
        folded = __builtin_bswap16(folded);
    return wt_checksum_fold(sum) + (uint32_t)folded;
}

uint16_t wt_checksum_fold(uint32_t sum) {
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)sum;
}

uint32_t wt_checksum_pseudo(const wt_session *s, uint8_t protocol, uint32_t length) {
    uint32_t n = s->net.family == 4 ? 4 : 16;
    if (!s->net.family)
        return 0;
    uint32_t sum = wt_checksum_add(0, s->net.src, n);
    sum = wt_checksum_add(sum, s->net.dst, n);
    return sum + protocol + (length >> 16) + (length & 0xffff);
}
