/* der.h - ASN.1's distinguished encoding: tag, length, content, one element after the other.
 *
 * Nothing here calls itself: how deep elements lie in one another is bounded by the code that asks for them. */
#ifndef WT_PROTO_X509_DER_H
#define WT_PROTO_X509_DER_H

#include "core/proto.h"

enum {
    DER_BOOLEAN = 0x01, DER_INTEGER = 0x02, DER_BITS = 0x03, DER_OCTETS = 0x04, DER_NULL = 0x05, DER_OID = 0x06,
    DER_ENUMERATED = 0x0a, DER_UTF8 = 0x0c, DER_PRINTABLE = 0x13, DER_TELETEX = 0x14, DER_IA5 = 0x16,
    DER_UTC_TIME = 0x17, DER_TIME = 0x18, DER_VISIBLE = 0x1a, DER_UNIVERSAL = 0x1c, DER_BMP = 0x1e,
    DER_SEQUENCE = 0x30, DER_SET = 0x31, DER_CONTEXT = 0x80, DER_CONSTRUCTED = 0x20
};

typedef struct wt_der {
    wt_cur in;                             /* its content */
    uint32_t at, size;                     /* the whole element: from its tag to its end */
    uint8_t tag;
} wt_der;

/* The next element of c, which moves past it; false at the end or if there is none (noted). */
bool wt_der_next(wt_cur *c, wt_der *d);
/* The same if its tag is that one; otherwise false, and c stays. */
bool wt_der_if(wt_cur *c, uint8_t tag, wt_der *d);
/* The same, but anything else is malformed. */
bool wt_der_want(wt_cur *c, uint8_t tag, wt_der *d);
/* The context tag [n], of either form. */
static inline bool wt_der_context(const wt_der *d, uint8_t n) {
    return (d->tag & 0xc0) == DER_CONTEXT && (d->tag & 0x1f) == n;
}
/* Its content, all of it; NULL if it is not there.  *n is its length. */
const uint8_t *wt_der_bytes(wt_der *d, uint32_t *n);
/* An integer of up to 8 bytes; false if it is longer, or empty. */
bool wt_der_number(wt_der *d, uint64_t *v);
bool wt_der_is_oid(wt_der *d, const char *dotted);
/* How many elements the content has. */
uint32_t wt_der_count(const wt_der *d);

/* Items.  A node is to be closed with wt_end(). */
wt_node wt_der_open(wt_der *d, wt_fid f);                 /* over the whole element; for rows without a value */
wt_node wt_der_open_u(wt_der *d, wt_fid f, uint64_t v);   /* over the whole element, with a value */
wt_node wt_der_list(wt_der *d, wt_fid f, uint64_t v);     /* over the content, with a value */
void wt_der_put(wt_der *d, wt_fid f);                     /* the content's bytes as they are */
void wt_der_put_number(wt_der *d, wt_fid f);              /* the content as a number; nothing if it is too long */
/* A text of any of ASN.1's kinds, in UTF-8; *p and *n give it, if asked for. */
void wt_der_put_text(wt_der *d, wt_fid f, const uint8_t **p, uint32_t *n);
/* A bit string: the count of unused bits, then the bits.  Leaves d at the bits; false if it is empty. */
bool wt_der_bit_string(wt_der *d, wt_fid unused);

#endif
