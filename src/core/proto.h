/* proto.h - what a protocol's file includes: the cursor, layers, streams, its own row tables.
 *
 * A dissector reads with a cursor; to read is to emit.  Every function here is bounds-checked:
 * a read past the end sets the cursor's failure, makes one note, returns 0 and emits nothing,
 * and every later read on that cursor does the same.  Loops end on `wt_left(c) == 0`. */
#ifndef WT_CORE_PROTO_H
#define WT_CORE_PROTO_H

#include <endian.h>

#include "core/session.h"

/* ---- tables ----------------------------------------------------------------------------- */

/* In a protocol's file:
 *     #define FIELDS(F) \
 *         F(SRCPORT, "udp.srcport", U16, 0, DEC, NULL, "Source Port", "Where replies go.", "RFC 768", WT_STORY) …
 *     WT_FIELDS(UDP, FIELDS)
 * gives the ids F_SRCPORT, … and the table `fields`.  Masks are over the containing type's bytes. */
#define WT_ROW_ID(id, ...) F_##id,
#define WT_ROW(id, name_, type_, mask_, base_, values_, label_, why_, ref_, flags_) \
    {.name = name_, .label = label_, .why = why_, .ref = ref_, .values = values_, .mask = mask_, \
     .type = WT_##type_, .base = WT_##base_, .flags = flags_},
#define WT_FIELD_IDS(PROTO, LIST) \
    enum { F_before_ = ((int)WT_P_##PROTO << WT_FID_BITS) - 1, LIST(WT_ROW_ID) F_after_ };
#define WT_FIELDS(PROTO, LIST) \
    WT_FIELD_IDS(PROTO, LIST) \
    static const wt_field fields[] = {LIST(WT_ROW)};
/* A protocol of several files has its LIST and WT_FIELD_IDS in a header of its own, the table in one file. */
#define WT_FIELD_COUNT (sizeof fields / sizeof *fields)

/* static const wt_value op_rows[] = { WT_V(1, "Request", "Asks…"), WT_VR(100, 199, "…", NULL) };
 * WT_VALUES(op) then defines `static const wt_values op`. */
#define WT_V(v, name, why) {v, v, name, why}
#define WT_VR(lo, hi, name, why) {lo, hi, name, why}
#define WT_VALUES(x) static const wt_values x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

/* ---- reading ---------------------------------------------------------------------------- */

bool wt_short(wt_cur *c, uint32_t n);  /* sets the failure, makes the note; returns false */

/* Bytes left as the lengths say, and as captured. */
static inline uint32_t wt_left(const wt_cur *c) { return c->end - c->pos; }
static inline uint32_t wt_left_captured(const wt_cur *c) { return c->cap > c->pos ? c->cap - c->pos : 0; }
static inline bool wt_need(wt_cur *c, uint32_t n) {
    return c->pos <= c->cap && n <= c->cap - c->pos ? true : wt_short(c, n);
}

/* Most numbers have one of these sizes: one load instead of a loop. */
static inline uint64_t wt_load(const uint8_t *p, uint32_t n) {
    uint16_t v2;
    uint32_t v4;
    uint64_t v = 0;
    switch (n) {
    case 1: return *p;
    case 2: memcpy(&v2, p, 2); return be16toh(v2);
    case 4: memcpy(&v4, p, 4); return be32toh(v4);
    case 8: memcpy(&v, p, 8); return be64toh(v);
    default:
        for (uint32_t i = 0; i < n; i++)
            v = v << 8 | p[i];
        return v;
    }
}
static inline uint64_t wt_load_le(const uint8_t *p, uint32_t n) {
    uint64_t v = 0;
    while (n--)
        v = v << 8 | p[n];
    return v;
}

/* Look without emitting or advancing: big-endian n (≤ 8) bytes at pos + offset; 0 if not there (no failure). */
static inline uint64_t wt_look(const wt_cur *c, uint32_t offset, uint32_t n) {
    return c->pos <= c->cap && offset <= c->cap - c->pos && n <= c->cap - c->pos - offset
               ? wt_load(c->data + c->pos + offset, n) : 0;
}
static inline const uint8_t *wt_here(const wt_cur *c) { return c->data + c->pos; }

static inline bool wt_wants(const wt_session *s, wt_fid f) {
    return s->everything || (s->want[f >> 3] >> (f & 7) & 1);
}

/* Does anybody want one of the rows from `first` to `last`, which are of one protocol? */
static inline bool wt_wants_some(const wt_session *s, wt_fid first, wt_fid last) {
    if (s->everything)
        return true;
    bool some = false;
    for (wt_fid f = first; f <= last && !some; f = (f | 7) + 1) {
        unsigned from = f & 7, to = (f | 7) <= last ? 7 : last & 7;
        some = (s->want[f >> 3] & (0xffu << from) & (0xffu >> (7 - to))) != 0;
    }
    return some;
}

/* Nobody wants a row of this protocol, nor a note.  What only shows may then be left out and many small reads
 * become one check; what changes state, fails or is told in a headline may not. */
static inline bool wt_quiet(const wt_session *s, uint32_t proto) {
    return !s->shows[proto] && !s->shows[WT_P_WIRETALE];
}

/* Emit only; the place is absolute in the cursor's source.  Returns the item, or NULL if nobody wants it. */
wt_item *wt_append(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length);
static inline wt_item *wt_put(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length) {
    return wt_wants(c->s, f) ? wt_append(c, f, offset, length) : NULL;
}
static inline void wt_emit_u(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length, uint64_t value) {
    wt_item *i = wt_put(c, f, offset, length);
    if (i)
        i->v.u = value;
}
/* `p` must outlive the tape: bytes of a source, a constant, or wt_arena() memory. */
static inline void wt_emit_p(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length, const void *p, uint32_t n) {
    wt_item *i = wt_put(c, f, offset, length);
    if (i) {
        i->v.p = p;
        i->vlen = n;
        i->flags |= WT_I_POINTER;
    }
}
static inline void wt_emit_d(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length, double d) {
    wt_item *i = wt_put(c, f, offset, length);
    if (i)
        i->v.d = d;
}
/* Worked out, not on the wire. */
void wt_gen_u(wt_cur *c, wt_fid f, uint64_t value);
void wt_gen_p(wt_cur *c, wt_fid f, const void *p, uint32_t n);

/* A number of the row's own type (1…8 bytes, WT_LE honoured, its mask applied): emit, advance, return. */
uint64_t wt_take(wt_cur *c, wt_fid f);
/* Numbers of that row, one after the other up to the end. */
void wt_take_all(wt_cur *c, wt_fid f);
/* The same with an explicit size of n ≤ 8 bytes. */
uint64_t wt_take_n(wt_cur *c, wt_fid f, uint32_t n);
/* The row's masked bits of the bytes just *before* pos (row's type says how many): emit, return. */
uint64_t wt_bits(wt_cur *c, wt_fid f);
/* As wt_take but does not advance (masked siblings first, then wt_skip). */
uint64_t wt_peek(wt_cur *c, wt_fid f);
/* n bytes as they are (bytes, strings, addresses): emit, advance; NULL on failure. */
const uint8_t *wt_take_bytes(wt_cur *c, wt_fid f, uint32_t n);
/* All that is left and captured, which may be nothing. */
const uint8_t *wt_take_rest(wt_cur *c, wt_fid f);
/* Claim n bytes without an item; NULL on failure. */
static inline const uint8_t *wt_skip(wt_cur *c, uint32_t n) {
    if (!wt_need(c, n))
        return NULL;
    c->pos += n;
    return c->data + c->pos - n;
}

/* The next n bytes as a cursor of their own; c moves past them.  If fewer are there, the cut or
 * malformed cause is kept for when the sub-cursor reads that far. */
static inline wt_cur wt_sub(wt_cur *c, uint32_t n) {
    wt_cur sub = *c;
    uint32_t left = wt_left(c);
    if (n > left)
        n = left;                          /* reading further fails in the sub-cursor: malformed */
    sub.start = sub.pos;
    sub.end = sub.pos + n;
    if (sub.cap > sub.end)
        sub.cap = sub.end;
    c->pos += n;
    return sub;
}
/* A cursor over a whole source. */
wt_cur wt_over(const wt_cur *c, uint16_t source);

/* Subtrees: items emitted between begin and end are children.  wt_begin emits `f` at pos with `length` (its
 * number value too, if the row has one) and does not advance; wt_end closes it; wt_end_here also makes
 * its length reach up to pos. */
typedef uint32_t wt_node;
wt_node wt_begin(wt_cur *c, wt_fid f, uint32_t length);
void wt_end(wt_cur *c, wt_node n);
void wt_end_here(wt_cur *c, wt_node n);
/* Make the item emitted last a parent (WT_NO_NODE if `f` was not the last one emitted). */
#define WT_NO_NODE UINT32_MAX
wt_node wt_parent(wt_cur *c, wt_fid f);

/* Memory that lives as long as the tape; NULL if the limit or memory is reached (a note is made). */
void *wt_arena(wt_session *s, size_t n);
/* A derived source over `data` (arena memory, or a channel's buffer that outlives the tape); parent place
 * is where it came from.  0 (the frame) if there is no room: check. */
uint16_t wt_add_source(wt_session *s, const char *kind, const uint8_t *data, uint32_t n,
                       uint16_t parent, uint32_t parent_offset, uint32_t parent_length);

/* For the ledger (see wt_claim): bytes of the stream that `ch` carries are for this use.  Each byte is claimed once, by
 * whoever reads it and hands it to nobody; what is not claimed counts as not understood.  Says nothing inside a body,
 * which is claimed as a whole. */
void wt_make_claim(wt_session *s, const wt_chan *ch, int dir, const wt_claim *claim);
static inline void wt_claim_bytes(wt_session *s, const wt_chan *ch, int dir, const wt_claim *claim) {
    if (s->claims)
        wt_make_claim(s, ch, dir, claim);
}
static inline void wt_claim_use(wt_session *s, const wt_chan *ch, int dir, enum wt_use use, uint64_t n) {
    if (s->claims && n)
        wt_claim_bytes(s, ch, dir, &(wt_claim){.use = (uint8_t)use, .length = n});
}
/* The next n bytes of c are a segment's payload (of `flow`), or a fragment; all of c is a packet made whole. */
void wt_make_place(const wt_cur *c, enum wt_claim_kind kind, const wt_flow *flow, int dir, uint32_t n);
static inline void wt_claim_place(const wt_cur *c, enum wt_claim_kind kind, const wt_flow *flow, int dir, uint32_t n) {
    if (c->s->claims)
        wt_make_place(c, kind, flow, dir, n);
}
/* n bytes of this segment came before. */
void wt_claim_resent(wt_session *s, const wt_flow *flow, int dir, uint32_t n);

/* A sentence about this frame, made by printf rules (bytes from the wire only through wt_put_wire). */
void wt_note(wt_cur *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
void wt_limit_hit(wt_cur *c, enum wt_limit limit);
/* Notes for an allocation that failed and for the pool's limit: made by the session at the end of a frame. */
void wt_say_shortage(wt_session *s);
/* Say the frame is malformed; the cursor fails. */
void wt_malformed(wt_cur *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The headline being written for this layer, or NULL if nobody wants one.  A higher layer's words replace
 * a lower one's; a further message of the same protocol is joined by "; ". */
wt_text *wt_tell(wt_cur *c);

/* ---- layers ----------------------------------------------------------------------------- */

/* Run a protocol over all that is left in c (c is then at its end). */
void wt_run(wt_cur *c, uint32_t proto);
/* What table and key name, or plain data if nothing is bound. */
void wt_next(wt_cur *c, enum wt_table table, uint64_t key);
/* The protocol bound, or -1. */
int wt_bound(const wt_session *s, enum wt_table table, uint64_t key);
int wt_bound_text(const wt_session *s, enum wt_table table, const uint8_t *key, size_t n);
/* For messages in a stream: the next n bytes of c as a new layer of `proto`; close it with wt_layer_end. */
wt_cur wt_layer_begin(wt_cur *c, uint32_t proto, uint32_t n);
void wt_layer_end(wt_cur *layer);
/* The layer's length becomes what was read so far (done by wt_next, wt_run and at the end on its own). */
void wt_header_done(wt_cur *c);
static inline wt_layer *wt_layer_of(wt_cur *c) { return &c->s->layers[c->layer]; }

/* RFC 1071's sum over n bytes, continued from `sum`; wt_checksum_fold gives the 16 bits to compare with 0xffff. */
uint32_t wt_checksum_add(uint32_t sum, const uint8_t *p, size_t n);
uint16_t wt_checksum_fold(uint32_t sum);
/* The pseudo-header of the innermost IP layer (s->net) for `protocol` and an upper-layer length. */
uint32_t wt_checksum_pseudo(const wt_session *s, uint8_t protocol, uint32_t length);

#endif
