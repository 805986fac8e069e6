/* tape.h - what a frame turned out to hold: layers, items, sources, notes.
 *
 * Dissecting a frame fills a tape; printers, filters and everything else only
 * read it.  A tape and all its pointers stay valid until the session is fed
 * the next frame. */
#ifndef WIRETALE_TAPE_H
#define WIRETALE_TAPE_H

#include "field.h"

/* wt_frame.linktype of what is no frame: a custom block of a pcapng file. */
#define WT_LINKTYPE_NONE UINT32_MAX

typedef struct wt_comment {
    const char *text;        /* UTF-8 as the file has it, not NUL-terminated */
    uint32_t length;
} wt_comment;

/* A frame as it was captured; the caller keeps `data` alive until the next feed. */
typedef struct wt_frame {
    const uint8_t *data;
    uint32_t caplen;         /* bytes at data */
    uint32_t len;            /* bytes on the wire; more than caplen if cut by the snap length */
    uint32_t linktype;       /* LINKTYPE_ number (pcap's registry), not DLT_ */
    uint32_t interface;      /* capture point: pcapng's interface number over all sections, else 0 */
    uint64_t number;         /* from 1 */
    int64_t time_ns;         /* since 1970 UTC; INT64_MIN where the file has none */
    const char *comment;     /* UTF-8 as the file has it, not NUL-terminated; NULL if none */
    uint32_t comment_len;
    uint32_t more_count;     /* further comments */
    const wt_comment *more;
} wt_frame;

/* Bits of wt_item.flags. */
enum {
    WT_I_GENERATED = 1,      /* worked out, not on the wire */
    WT_I_POINTER = 2,        /* value is v.p with vlen bytes; otherwise v.u */
    WT_I_HIDDEN = 4,
    WT_I_NOTE = 8,           /* a note: see wt_note */
    WT_I_SECRET = 16         /* this one is a secret, though its row's values mostly are not: see WT_SECRET */
};

/* One field found: 40 bytes or fewer. */
typedef struct wt_item {
    wt_fid field;
    uint32_t offset, length; /* bytes within the source; length 0 if it has no place */
    uint32_t end;            /* its subtree is the items after it up to, not with, tape->items[end] */
    uint32_t vlen;
    uint16_t source;         /* index of tape->sources */
    uint8_t layer;           /* index of tape->layers */
    uint8_t flags;
    union {
        uint64_t u;          /* masked and shifted down; signed types sign-extended */
        double d;            /* WT_DOUBLE */
        const uint8_t *p;    /* strings (UTF-8 not promised), bytes, addresses, GUIDs */
    } v;
} wt_item;

/* Where bytes are.  Source 0 is the frame; others are derived from it and
 * earlier ones: reassembled, decrypted, inflated. */
typedef struct wt_source {
    const uint8_t *data;
    uint32_t length;
    uint16_t parent;         /* the source it came from: the last part, if there were several */
    uint32_t parent_offset, parent_length;
    const char *kind;        /* "Frame", "Reassembled TCP", "Decrypted TLS", … */
} wt_source;

/* One protocol's header and what it covers. */
typedef struct wt_layer {
    uint8_t proto;           /* protocol number */
    uint8_t parent;          /* layer that carried it; itself for the first */
    uint16_t source;
    uint32_t offset, length; /* its own bytes (header, or the whole PDU), as tshark marks them */
    uint32_t first, end;     /* its items: tape->items[first … end-1] */
    uint32_t stream;         /* conversation's number (tcp.stream, udp.stream), or UINT32_MAX */
} wt_layer;

/* What a stream or a message brought in this frame, in order: for those who put streams and bodies together again.
 * Only with wt_options.pieces. */
enum wt_piece_kind {
    WT_PIECE_STREAM, /* bytes that `proto` carried, as the next protocol gets them: TCP's payload, TLS's plaintext */
    WT_PIECE_HEAD,   /* the head of a message of `proto`: HTTP/1's lines, HTTP/2's fields */
    WT_PIECE_BODY    /* a part of that message's body, codings undone */
};
typedef struct wt_piece {
    uint8_t kind;
    uint8_t transport;       /* protocol number of the flow: tcp, udp */
    uint8_t proto;           /* protocol number of what carried it */
    uint8_t dir;             /* 0: from the side whose packet came first */
    bool first, last;        /* of its message */
    uint8_t layer;           /* that was read last: for a head, its own */
    uint16_t source;
    uint32_t flow;           /* number of the flow, as in tcp.stream */
    uint32_t substream;      /* a stream inside the connection (HTTP/2), else 0 */
    uint32_t message;        /* number of the message in this flow and direction, from 1; 0 if it has none */
    uint32_t offset, length; /* in the source */
    uint64_t missing;        /* bytes that are not there, before these */
} wt_piece;

/* What bytes are for, where it is not simply their protocol's header. */
enum wt_use {
    WT_USE_UNKNOWN,          /* nobody understood them, or what they belong to never became whole */
    WT_USE_CUT,              /* on the wire, but not in the capture */
    WT_USE_PADDING, WT_USE_IP_OPTIONS, WT_USE_FRAGMENT,
    WT_USE_TCP_OPTIONS, WT_USE_ACK, WT_USE_RESENT,
    WT_USE_TLS_RECORD, WT_USE_TLS_SEAL, WT_USE_TLS_HANDSHAKE, WT_USE_TLS_SEALED,
    WT_USE_DNS, WT_USE_HTTP_HEAD, WT_USE_CHUNKS, WT_USE_HTTP2, WT_USE_HPACK, WT_USE_WEBSOCKET, WT_USE_CONTENT,
    WT_USES
};

/* What turned out about bytes in this frame: where they are, or, for those of a stream, what the next ones of them are
 * for. A stream's bytes may have come in earlier frames; only their number is told.  Only with wt_options.claims. */
enum wt_claim_kind {
    WT_CLAIM_SEGMENT,        /* here lie bytes of a stream, or would lie: `length` may be 0 */
    WT_CLAIM_ACK,            /* the same of a frame that does nothing but acknowledge */
    WT_CLAIM_FRAGMENT,       /* here lies a part of a larger packet */
    WT_CLAIM_WHOLE,          /* this source is a packet put together from `length` bytes of parts */
    WT_CLAIM_PADDING,        /* here lies what only fills the frame up, or its checksum */
    WT_CLAIM_BYTES           /* `length` bytes of the stream are no longer `was` but `use` */
};
#define WT_CLAIM_ANY_MESSAGE UINT32_MAX    /* wt_claim.message: of one that is not told apart, as there are too many */
typedef struct wt_claim {
    uint8_t kind;
    uint8_t transport;       /* protocol number of the flow */
    uint8_t dir;             /* 0: from the side whose packet came first */
    uint8_t proto;           /* that reads the bytes */
    uint8_t use, was;        /* enum wt_use */
    uint16_t source;
    uint32_t flow;           /* number of the flow, as in tcp.stream */
    uint32_t offset;         /* in the source */
    uint64_t length;
    uint64_t plain;          /* of WT_USE_HPACK and WT_USE_CONTENT: bytes with their compression undone */
    uint32_t substream;      /* as in wt_piece */
    uint32_t message;        /* which of `proto`: an answer has the number of what it answers; 0: none */
    uint32_t label_len;
    const char *label;       /* what the message is, bytes from the wire; NULL if it is not this that tells it */
} wt_claim;

/* An end of a conversation, for headlines: whichever is known of them. */
typedef struct wt_endpoint {
    uint8_t kind;            /* 0 none, 4 IPv4, 6 IPv6, 1 Ethernet */
    uint8_t length;
    bool has_port;
    uint16_t port;
    uint8_t addr[16];
} wt_endpoint;

typedef struct wt_tape {
    const wt_frame *frame;
    const wt_item *items;
    const wt_layer *layers;
    const wt_source *sources;
    const wt_piece *pieces;  /* NULL if they were not wanted */
    const wt_claim *claims;  /* NULL if they were not wanted */
    uint32_t item_count, layer_count, source_count, piece_count, claim_count;
    wt_endpoint src, dst;
    uint32_t top;            /* layer that the headline is about */
    const char *headline;    /* what happens, in plain words; UTF-8, already safe to print; not NUL-terminated */
    uint32_t headline_len;
    bool cut;                /* something could not be read: the snap length ended before it */
    bool malformed; /* something could not be read: a length says more than there is, or a value is impossible */
} wt_tape;

#endif
