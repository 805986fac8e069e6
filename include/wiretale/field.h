/* field.h - what is known about every field and protocol, as const data.
 *
 * One row says all about a field: its name (Wireshark's display-filter name
 * wherever one exists), its type, mask, values, one plain sentence and a
 * reference.  Printers, filters, `wiretale explain`, the generated reference
 * and the tests all read these rows.  Nothing here is ever written at run time. */
#ifndef WIRETALE_FIELD_H
#define WIRETALE_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WT_API __attribute__((visibility("default")))

/* A field's identity: protocol number << 10 | row number.  Stable within one
 * build of the library, not between versions: store names, not numbers. */
typedef uint32_t wt_fid;
#define WT_FID_BITS 10
#define WT_FID_NONE UINT32_MAX
/* The protocol itself, as a filter or `-e` names it ("tcp"). */
#define WT_FID_PROTO(p) (((wt_fid)(p) << WT_FID_BITS) | ((1u << WT_FID_BITS) - 1))
#define WT_FID_PROTO_OF(fid) ((fid) >> WT_FID_BITS)
#define WT_FID_IS_PROTO(fid) (((fid) & ((1u << WT_FID_BITS) - 1)) == (1u << WT_FID_BITS) - 1)

/* How many bytes a field has on the wire and what they are. */
enum wt_type {
    WT_NONE,                                      /* no value: a heading over other items */
    WT_U8, WT_U16, WT_U24, WT_U32, WT_U40, WT_U48, WT_U56, WT_U64,
    WT_I8, WT_I16, WT_I32, WT_I64,                /* two's complement */
    WT_IPV4, WT_IPV6, WT_ETHER, WT_EUI64, WT_GUID,
    WT_BYTES, WT_STRING,
    WT_ABSTIME,                                   /* value: nanoseconds since 1970 UTC; INT64_MIN: not set */
    WT_RELTIME,                                   /* value: nanoseconds */
    WT_DOUBLE,
    WT_FRAME,                                     /* value: the number of another frame */
    WT_OID                                        /* value: the bytes of an ASN.1 object identifier */
};

/* How a number is written. */
enum wt_base { WT_DEC, WT_HEX, WT_OCT, WT_DEC_HEX, WT_HEX_DEC, WT_FLAG /* a yes or no */ };

/* Bits of wt_field.flags. */
enum {
    WT_STORY = 1,     /* shown by default, not only with -V: it tells the story */
    WT_OURS = 2,      /* a name of our own, not Wireshark's */
    WT_LE = 4,        /* little endian on the wire */
    WT_ALIAS = 8,     /* stands for the fields in its protocol's aliases (ip.addr): never emitted */
    WT_SECRET = 16,   /* passwords, tokens, cookies: shortened on a screen unless asked for */
    WT_HOLDS = 32     /* a layer has exactly these bytes, and more of its parent follows: PDML prints it inside */
};

/* One named value or range of values [lo, hi].  `why` may be NULL. */
typedef struct wt_value {
    uint64_t lo, hi;
    const char *name, *why;
} wt_value;

/* A table of named values, sorted by lo, ranges disjoint. */
typedef struct wt_values {
    const wt_value *rows;
    size_t count;
} wt_values;

typedef struct wt_field {
    const char *name;        /* "udp.srcport" */
    const char *label;       /* "Source Port" */
    const char *why;         /* one sentence for someone meeting it for the first time */
    const char *ref;         /* "RFC 768" or "RFC 9293 §3.1" */
    const wt_values *values; /* or NULL */
    uint64_t mask;           /* 0: the whole; else the bits of the containing bytes */
    uint8_t type, base, flags;
} wt_field;

/* `field` (WT_ALIAS) means any of `members` (up to 4, ended by WT_FID_NONE). */
typedef struct wt_alias {
    wt_fid field, members[4];
} wt_alias;

/* Where a protocol is found: a number (`text` is NULL) or a text in a table such as "tcp.port" or "tls.alpn". */
typedef struct wt_place {
    const char *table, *text;
    uint32_t number;
} wt_place;

/* A protocol as the public sees it. */
typedef struct wt_protocol_info {
    const char *name;        /* "udp" */
    const char *title;       /* "User Datagram Protocol" */
    const char *tag;         /* "UDP": for a line a frame */
    const char *why, *ref;
    const wt_field *fields;
    uint32_t field_count;
    const wt_alias *aliases;
    uint32_t alias_count;
    bool content;            /* what messages hold (JSON, text), not how two ends talk */
} wt_protocol_info;

/* Number of protocols; they are numbered 0 … count-1. */
WT_API uint32_t wt_protocol_count(void);
/* The protocol of that number; NULL if there is none. */
WT_API const wt_protocol_info *wt_protocol_get(uint32_t proto);
/* The number of the protocol so named ("tcp"), or -1. */
WT_API int wt_protocol_find(const char *name);
/* The row of a field; NULL for WT_FID_NONE, a protocol's own id or an unknown one. */
WT_API const wt_field *wt_field_get(wt_fid fid);
/* The id of the field or protocol so named, or WT_FID_NONE. */
WT_API wt_fid wt_field_find(const char *name);
/* The next field of the same name after `fid` (some names have several rows), or WT_FID_NONE. */
WT_API wt_fid wt_field_find_next(const char *name, wt_fid fid);
/* The row that names value `v`, or NULL. */
WT_API const wt_value *wt_value_find(const wt_values *values, uint64_t v);
/* The n-th place that protocol `proto` is found at; false past the last. */
WT_API bool wt_protocol_place(uint32_t proto, uint32_t n, wt_place *place);
/* "1.2.840.113549.1.1.11" and a NUL: its length; 0 if the bytes are no object identifier or don't fit. */
enum { WT_OID_TEXT = 256 };
WT_API uint32_t wt_oid_text(const uint8_t *p, uint32_t n, char *out, uint32_t room);
/* What that object identifier is called, or NULL. */
WT_API const wt_value *wt_oid_find(const uint8_t *p, uint32_t n);
/* Bytes a field of this type takes on the wire; 0 where it varies. */
WT_API uint32_t wt_type_size(enum wt_type type);

#endif
