/* session.h (internal) - the state of one session, and what dissectors are made of. */
#ifndef WT_CORE_SESSION_H
#define WT_CORE_SESSION_H

#include "core/text.h"
#include "wiretale/session.h"

/* ---- names of things -------------------------------------------------------------------- */

enum wt_proto {
#define P(id, symbol) WT_P_##id,
#include "core/protocols.def"
#undef P
    WT_P_COUNT
};

enum wt_limit {
#define L(id, name, value, sentence) WT_LIMIT_##id,
#include "core/limits.def"
#undef L
    WT_LIMIT_COUNT
};

/* Binding tables.  A protocol says in its own file where it sits: {WT_T_UDP_PORT, 53}. */
enum wt_table {
    WT_T_LINKTYPE, WT_T_ETHERTYPE, WT_T_IP_PROTO, WT_T_UDP_PORT, WT_T_TCP_PORT, WT_T_LLC_DSAP, WT_T_PPP,
    WT_T_NUMBERS,                          /* tables below have text keys */
    WT_T_TLS_ALPN = WT_T_NUMBERS, WT_T_HTTP_UPGRADE, WT_T_MEDIA_TYPE,
    WT_T_COUNT
};

/* A table of numbers lies in pages of so many keys. */
enum { WT_BOUND_PAGES = 256, WT_BOUND_PAGE = 256 };

/* The tables' names, as -d and `wiretale explain` have them. */
extern const char *const wt_table_names[WT_T_COUNT];

typedef struct wt_binding {
    enum wt_table table;
    uint32_t key;
    const char *text;                      /* for text tables */
} wt_binding;

typedef struct wt_text_binding {
    const char *text;
    uint16_t n;
    uint8_t table, proto;
} wt_text_binding;

/* ---- cursor ----------------------------------------------------------------------------- */

enum { WT_FINE, WT_CUT, WT_MALFORMED };
#define WT_MALFORMED_WORDS "malformed: it ends too early, or says what can't be"

typedef struct wt_cur {
    wt_session *s;
    const uint8_t *data;                   /* the source's first byte: positions are absolute in it */
    uint32_t start, pos;
    uint32_t end;                          /* where the lengths on the wire say it ends */
    uint32_t cap;                          /* where the bytes that we have end: cap <= end */
    uint16_t source;
    uint8_t layer;
    uint8_t fail;                          /* WT_FINE, WT_CUT or WT_MALFORMED */
} wt_cur;

/* ---- protocols -------------------------------------------------------------------------- */

typedef struct wt_flow wt_flow;
typedef struct wt_chan wt_chan;
struct wt_body;

enum wt_probe { WT_PROBE_NO, WT_PROBE_YES, WT_PROBE_MORE };

#define WT_REFUSE UINT32_MAX

/* How a protocol lives on a two-way byte stream.  It never learns what carries the stream. */
typedef struct wt_stream_ops {
    uint32_t state_size;                   /* bytes of ch->state, zeroed */
    /* Read whole messages from c and leave c->pos at the first byte not used.  Returns 0 when all whole
     * messages were read: what is left over is kept and comes back in front of later bytes; n > 0 when the
     * message at c->pos needs n bytes in all; WT_REFUSE when this is not the protocol.
     * Push each message as a layer: wt_layer_begin … wt_layer_end.  Anything emitted for an incomplete message
     * must not be: look first, take when it is whole. */
    uint32_t (*feed)(wt_cur *c, wt_chan *ch, int dir);
    /* The snap length cut off the message at c: show what was captured of it (c->cap).  It may
     * be nothing.  A gap follows. */
    void (*cut)(wt_cur *c, wt_chan *ch, int dir);
    /* `length` bytes of this direction are missing.  NULL: the direction is given up. */
    bool (*gap)(wt_session *s, wt_chan *ch, int dir, uint64_t length);
    /* The direction ended (FIN, close_notify); c is empty, for notes and for what the close completes. */
    void (*close)(wt_cur *c, wt_chan *ch, int dir);
    void (*free)(wt_session *s, wt_chan *ch);
    /* Is this what speaks, judging by the first bytes of a direction? */
    enum wt_probe (*probe)(const uint8_t *p, uint32_t n, int dir);
} wt_stream_ops;

typedef struct wt_protocol {
    wt_protocol_info info;
    const wt_binding *bindings;
    uint32_t binding_count;
    void (*dissect)(wt_cur *c);            /* frames and messages */
    const wt_stream_ops *stream;           /* byte streams; NULL if it has none */
    /* Does this datagram look like ours?  Asked where no port says whose it is; NULL: never. */
    bool (*guess)(const wt_session *s, const uint8_t *p, uint32_t n, uint32_t length);
} wt_protocol;

extern const wt_protocol *const wt_protocols[WT_P_COUNT];

/* wt_type_size() for the types of rows, without the call. */
extern const uint8_t wt_type_sizes[WT_FRAME + 1];
static inline uint32_t wt_size_of(uint8_t type) { return wt_type_sizes[type]; }

/* ---- flows and channels ----------------------------------------------------------------- */

/* Kept by the session, found by both ends + kind + capture point.  Direction 0 is the first packet's. */
struct wt_flow {
    wt_flow *hash_next, *newer, *older;
    uint32_t hash;
    uint32_t index;                        /* tcp.stream, udp.stream: the same for views of one conversation */
    uint64_t points;                       /* bit i: has the frames of capture points i, i + 64, … */
    uint8_t kind;                          /* WT_P_TCP, WT_P_UDP */
    uint8_t swapped;                       /* the key's lower end is direction 1's source */
    uint8_t key_words;
    uint8_t lane;                          /* with lanes: whose it is; NOBODY: no lane's */
    uint32_t opened_at;                    /* of another lane's TCP conversation: how it began (tcp.c) */
    uint64_t key[5];                       /* both ends and the kind */
    void *state;                           /* the transport's own, from the pool */
    void (*free_state)(wt_session *s, wt_flow *flow);
    wt_chan *chan;                         /* what is spoken on it; NULL until bytes came */
    uint16_t port[2];                      /* of direction 0's source and destination */
    uint8_t opening;                       /* as opened_at */
    uint32_t number;                       /* with lanes: how many began before */
};

typedef struct wt_half {
    uint8_t *buf;                          /* bytes not used yet, from the pool */
    uint32_t len, cap, need;
    uint64_t offset;                       /* of the next byte to come, in the stream */
    uint64_t frame;                        /* the frame that the kept bytes begin in */
    bool dead, closed;
} wt_half;

/* What is known of a channel from where it was opened: by an Upgrade's request and answer, or by CONNECT. */
enum wt_attr {
    WT_A_METHOD, WT_A_URI,                 /* of the request; the full address */
    WT_A_WS_KEY, WT_A_WS_ACCEPT,           /* Sec-WebSocket-Key, -Accept */
    WT_A_WS_OFFERED, WT_A_WS_EXTENSIONS,   /* Sec-WebSocket-Extensions: of the request, of the answer */
    WT_A_WS_ASKED, WT_A_WS_PROTOCOL,       /* Sec-WebSocket-Protocol: of the request, of the answer */
    WT_A_H2_SETTINGS                       /* HTTP2-Settings, base64url */
};

struct wt_chan {
    wt_flow *flow;
    wt_chan *parent, *child;               /* TLS over TCP, HTTP over TLS, … */
    uint8_t proto;                         /* WT_P_COUNT: not known yet */
    uint8_t tried;                         /* probes: bit 0 gave up */
    const char *kind;                      /* how its reassembled sources are called: "Reassembled TCP" */
    char alpn[16];                         /* attribute, "" if none */
    uint32_t substream;                    /* the HTTP/2 stream that it runs through; 0: none */
    struct wt_body *body;                  /* what it reads is this message's body (core/body.h); else NULL */
    void *state;
    struct wt_attribute *attributes;       /* wt_chan_set, wt_chan_get */
    wt_half half[2];
};

/* What this packet, of a capture point not met before, is to a flow of the same ends at another point. */
enum wt_kin {
    WT_KIN_NONE,                           /* of another conversation */
    WT_KIN_PART,                           /* something the flow has not seen: belongs into it */
    WT_KIN_VIEW                            /* the same packets seen a second time */
};
typedef enum wt_kin wt_kin_fn(const wt_flow *flow, int dir, const void *packet);

/* The flow of this packet: s->src/s->dst with ports.  NULL if memory is out.  *dir is 0 or 1. */
wt_flow *wt_flow_get(wt_session *s, uint8_t kind, int *dir, wt_kin_fn *kin_of, const void *packet);
/* With lanes: true if a glance shows that the frame is of a conversation that another one reads, which is then treated
 * as if the frame had been dissected up to there. */
bool wt_flow_passes(wt_session *s, const wt_frame *frame);
/* Only if it is there already. */
wt_flow *wt_flow_find(wt_session *s, uint8_t kind, int *dir);
/* The same two ends begin anew: state and channel are freed, the index is a new one, this packet's direction is 0. */
void wt_flow_renew(wt_session *s, wt_flow *flow, wt_kin_fn *kin_of, const void *packet);

/* A conversation to or from this end, whoever the other one is, was agreed upon: its next packets begin it. */
void wt_flow_announce(wt_session *s, uint8_t kind, const wt_endpoint *end);

/* A channel; child of `parent` or directly on `flow`.  NULL if memory is out. */
wt_chan *wt_chan_new(wt_session *s, wt_flow *flow, wt_chan *parent, const char *kind);
/* All bytes of c, in order: dissected if the protocol is known or found, else shown as data. */
void wt_chan_push(wt_cur *c, wt_chan *ch, int dir);
/* The snap length cut off what comes behind the captured bytes of c, which were pushed: the message begun is shown.
 * Then comes a gap.  For channels inside of channels; wt_chan_push() does both by itself. */
void wt_chan_cut(wt_cur *c, wt_chan *ch, int dir);
void wt_chan_gap(wt_session *s, wt_chan *ch, int dir, uint64_t length);
void wt_chan_close(wt_cur *c, wt_chan *ch, int dir);
void wt_chan_free(wt_session *s, wt_chan *ch);
/* Keep n bytes at p behind what is kept already; false if a limit forbids it (a note is made). */
bool wt_half_keep(wt_cur *c, wt_half *h, const uint8_t *p, uint32_t n);
void wt_half_drop(wt_session *s, wt_half *h);
/* Put a piece on the tape, if pieces are wanted. */
void wt_piece_add(wt_session *s, const wt_piece *piece);
/* Keep a copy of an attribute (what it was before is replaced), and look at it: NULL if there is none.  False if it
 * is too long or memory is out. */
bool wt_chan_set(wt_session *s, wt_chan *ch, enum wt_attr a, const uint8_t *p, uint32_t n);
const uint8_t *wt_chan_get(const wt_chan *ch, enum wt_attr a, uint32_t *n);
/* Another protocol takes over from here on (Upgrade, CONNECT): kept bytes go to it. */
void wt_chan_switch(wt_session *s, wt_chan *ch, uint32_t proto);

/* ---- session ---------------------------------------------------------------------------- */

typedef struct wt_arena_chunk {
    struct wt_arena_chunk *next;
    size_t size, used;
} wt_arena_chunk;

/* The innermost network layer, for transports above it. */
typedef struct wt_net {
    uint8_t family;                        /* 0, 4 or 6 */
    uint8_t protocol, ttl;
    const uint8_t *src, *dst;
    uint32_t length;                       /* of its payload as the header says */
    bool fragment;                         /* an incomplete datagram: checksums can't be checked */
} wt_net;

struct wt_session {
    /* wanted */
    bool everything, headline_wanted, show_secrets;
    bool heads_only;                       /* nobody looks at what TCP carries */
    bool bodies_wanted;                    /* somebody wants to know what is in bodies, or to
                                            * be told of limits met there */
    uint8_t want[(WT_P_COUNT << WT_FID_BITS) / 8];
    bool shows[WT_P_COUNT];                /* some row of the protocol is wanted */
    wt_allocator allocator;
    const struct wt_crypto_ops *crypto;
    void *crypto_state;
    const struct wt_codec_ops *codec;
    uint32_t limit[WT_LIMIT_COUNT];
    uint8_t *bound[WT_T_NUMBERS][WT_BOUND_PAGES]; /* key (16 bits) → protocol + 1; most keys' pages are not there */
    wt_text_binding *texts;                /* the bindings of names */
    uint32_t text_count;
    uint8_t guessers[WT_P_COUNT];          /* protocols that recognize their datagrams */
    uint32_t guesser_count;

    /* this frame */
    const wt_frame *frame;
    wt_item *items;
    uint32_t item_count, item_cap;
    wt_layer *layers;
    uint32_t layer_count;
    wt_source *sources;
    uint32_t source_count;
    wt_piece *pieces;                      /* NULL if nobody wants them */
    uint32_t piece_count;
    wt_claim *claims;                      /* NULL if nobody wants them */
    uint32_t claim_count;
    bool late_items;                       /* an outer layer's item came after an inner layer's */
    bool starved;                          /* an allocation failed: the frame gets a note */
    bool crowded;                          /* the pool's limit was reached: the same */
    bool cut, malformed;
    uint8_t said;                          /* bits: which once-a-frame notes were made */
    uint32_t depth;
    const char *media;                     /* see wt_media_type */
    uint32_t media_len;
    uint32_t embedded;                     /* > 0 inside the packet that an ICMP error quotes */
    wt_net net;
    struct {
        bool fcs, padded;                  /* what the card said: a checksum stands behind the
                                            * frame, zeros behind its head */
    } radio;
    uint32_t inner_end;                    /* where the packet in the link layer ends by its own
                                            * length; UINT32_MAX: not said */
    wt_endpoint src, dst;
    wt_text headline;
    uint32_t headline_layer;
    char headline_buf[1024];
    wt_tape tape;
    wt_arena_chunk *arena, *arena_now;
    size_t arena_used;

    /* over frames */
    struct wt_pool *pool;
    wt_flow **flow_hash;
    wt_flow *flow_newest, *flow_oldest;
    uint32_t flow_count, flow_mask;
    uint32_t next_index[3];                /* TCP, UDP, SCTP */
    char type[64];                         /* a media type as it was written, and whose it is:
                                            * the next is mostly the same */
    uint32_t type_len;
    int type_proto;
    struct wt_x509_told *told;             /* proto/x509/told.c; made when first needed */
    struct wt_http_seen *http_seen;        /* proto/http_seen.c; made when first needed */
    struct wt_hpack_seen *hpack_seen;      /* proto/http2/hpack.c; made when first needed */
    struct wt_events *events;              /* proto/common/events.h; made when first needed */
    bool announced;                        /* wt_flow_announce() was used */
    uint8_t lane, lanes, next_lane;        /* lanes: 0 unless there are several; next_lane gets the next conversation */
    const uint8_t *only;                   /* as wt_options.only */
    uint32_t only_count, next_number;
    bool foreign;                          /* this frame is of another lane's conversation */
    const wt_flow *touched;                /* this frame's conversation, with lanes; or NULL */
    bool glance;                           /* wt_flow_passes() may judge by ports: nothing is to be decoded as else */
    wt_flow *glanced;                      /* this frame's, if a glance showed it, and its direction */
    uint8_t glanced_dir;
    bool numbered;                         /* tcp.stream and the like are wanted */
    bool tangled;                          /* see wt_session_tangled() */
    struct wt_defrag *defrag;              /* IP fragments; made when first needed */
    int64_t first_ns, previous_ns;
};

/* What this frame needs, another lane may know. */
static inline void wt_tangle(wt_session *s) { s->tangled |= s->lanes > 0; }

/* Memory kept across frames, counted against WT_LIMIT_POOL.  Zeroed.  NULL if out. */
void *wt_pool_get(wt_session *s, size_t n);
void *wt_pool_buffer(wt_session *s, size_t n); /* not zeroed */
void wt_pool_put(wt_session *s, void *p, size_t n);
/* The same once this frame is over, as its tape shows these bytes; false if the arena is full. */
bool wt_pool_put_later(wt_session *s, void *p, size_t n);
void *wt_resize(wt_session *s, void *p, size_t old_size, size_t new_size);

#endif
