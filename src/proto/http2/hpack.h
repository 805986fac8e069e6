/* hpack.h - HPACK (RFC 7541): header fields in few bytes, by a table of those sent before.
 *
 * One wt_hpack is kept for each direction and follows the sender's table step by step.  Where it was not seen from its
 * beginning, or bytes are missing, entries that we don't have are unknown; those that come later are known again. */
#ifndef WT_HTTP2_HPACK_H
#define WT_HTTP2_HPACK_H

#include "core/proto.h"

enum {
    WT_HPACK_STATIC = 61,                  /* entries that both sides know from the start */
    WT_HPACK_OVERHEAD = 32,                /* what each entry counts beside its name and value (§4.1) */
    WT_HPACK_DEFAULT = 4096                /* size of a table until something else is agreed */
};

/* How a field stands in a block (§6). */
enum wt_hpack_kind { WT_HPACK_INDEXED, WT_HPACK_INCREMENTAL, WT_HPACK_WITHOUT, WT_HPACK_NEVER, WT_HPACK_RESIZE };

typedef struct wt_hpack_entry {
    uint32_t at, name_len, value_len;      /* name and value, one behind the other, at wt_hpack.bytes + at */
    bool name_known, value_known;
} wt_hpack_entry;

typedef struct wt_hpack {
    wt_hpack_entry *entries;               /* a ring: `first` is the oldest */
    uint32_t entry_cap, first, count;
    uint8_t *bytes;                        /* from `from` to `to` in use, the oldest first */
    uint32_t byte_cap, from, to;
    uint32_t size, max;                    /* as §4.1 counts */
    uint32_t allowed;                      /* the most that the other side's settings let it grow to */
    bool started;                          /* sizes are set */
    bool late;                             /* it may have had entries that we did not see */
} wt_hpack;

/* A name or a value. */
typedef struct wt_hpack_string {
    const uint8_t *p;                      /* as it was before compression; NULL if not known */
    uint32_t n;
    uint32_t at, wire;                     /* its place in the block with its length; wire 0: it has none */
    bool known, huffman;
} wt_hpack_string;

typedef struct wt_hpack_field {
    uint8_t kind;
    bool inserted, limited;                /* limited: WT_LIMIT_HPACK holds less than the sender's table */
    wt_hpack_string name, value;           /* valid until the next step */
    uint32_t at, wire;                     /* place in the block */
    uint32_t index;                        /* of the entry that was meant; 0: none */
    uint32_t resize;                       /* the size that the table gets */
    uint32_t evicted;                      /* entries that had to make room */
} wt_hpack_field;

enum wt_hpack_result { WT_HPACK_FIELD, WT_HPACK_END, WT_HPACK_BAD };

/* The table at the beginning of a connection, or of what was captured of it (`late`). */
void wt_hpack_start(wt_session *s, wt_hpack *t, bool late);
/* Something was missed: all entries so far are unknown. */
void wt_hpack_forget(wt_hpack *t);
void wt_hpack_free(wt_session *s, wt_hpack *t);
/* Bytes that hold all literals of a block of n bytes. */
static inline uint32_t wt_hpack_room(uint32_t n) { return n + n / 5 * 3 + 8; }
/* The next field of block[n] at *at, which is moved on; literals are decoded to *room, which is moved on, too.
 * WT_HPACK_BAD: *why says what is wrong, in words that end "this header block ". */
enum wt_hpack_result wt_hpack_next(wt_session *s, wt_hpack *t, const uint8_t *block, uint32_t n, uint32_t *at,
                                   uint8_t **room, wt_hpack_field *f, const char **why);
/* Decode n bytes of Huffman code to out (room for n * 8 / 5 bytes); false if it is none. */
bool wt_huffman_decode(const uint8_t *p, uint32_t n, uint8_t *out, uint32_t *made);

#endif
