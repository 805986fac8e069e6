/* compare.h - captures or connections side by side, and the same packets at two points of their way. */
#ifndef WT_TELL_COMPARE_H
#define WT_TELL_COMPARE_H

#include "tell/flows.h"
#include "wiretale/print.h"

enum {
    WT_SIDES = 8,
    WT_TRAITS = 40,                  /* what is noted of a conversation, at most */
    WT_TRAIT_TEXT = 64,
    WT_MAX_PROTOCOLS = 256
};

/* What was said at first: an option of the SYN, the version of TLS, a header. */
typedef struct wt_talk {
    uint8_t transport;
    uint32_t stream;
    char said[WT_TRAITS][2][WT_TRAIT_TEXT];   /* by whoever began, by the other; "" : nothing */
    int64_t first_payload[2];        /* when it came; INT64_MIN: never */
} wt_talk;

/* A packet, kept to be met again at another point. */
typedef struct wt_spotted {
    uint64_t keys[2];                /* what no router changes: with the IP identification, and without */
    struct wt_tape *tape;            /* its headers */
    uint8_t transport, dir;
    uint32_t stream;                 /* without a transport: what stands for both hosts */
    uint32_t met;                    /* number of the other side's packet + 1; 0: not met */
} wt_spotted;

typedef struct wt_side {
    const char *name;
    wt_flows *flows;
    uint64_t frames, bytes;
    int64_t first_ns, last_ns;
    uint64_t layer_bytes[WT_MAX_PROTOCOLS];   /* of frames, by the protocol that they belong to */
    uint64_t rest;                   /* bytes of no protocol's own */
    wt_talk *talks;
    uint32_t talk_count, talk_cap;
    wt_spotted *spotted;
    uint32_t spotted_count, spotted_cap;
    uint64_t left_out;               /* packets and conversations beyond the limits */
} wt_side;

typedef struct wt_compare {
    wt_side sides[WT_SIDES];
    unsigned count;
    wt_fid *want;
    size_t want_count;
    wt_fid traits[WT_TRAITS], len;
    uint8_t *trait_of;               /* by field: its place in `traits`, + 1 */
    unsigned trait_count;
    wt_out *scratch;
    bool out_of_memory;
} wt_compare;

/* NULL if memory ran out. */
wt_compare *wt_compare_new(void);
/* A further side; NULL if there are WT_SIDES or memory ran out.  `name` must outlive it. */
wt_side *wt_compare_side(wt_compare *c, const char *name);
void wt_compare_needs(wt_compare *c, wt_options *session);
void wt_compare_tape(wt_compare *c, wt_side *side, const wt_tape *tape);
void wt_compare_free(wt_compare *c);

/* ---- the same packets at two points ----------------------------------------------------- */

enum { WT_POINT_FIELDS = 96, WT_POINT_VALUE = 64 };

/* A header field on the way from one point to the other. */
typedef struct wt_way_field {
    uint8_t proto;
    const wt_field *field, *inside;  /* field NULL: the whole layer */
    uint32_t same, changed, added, gone;     /* packets */
    bool varies;                     /* not all changed alike */
    char before[WT_POINT_VALUE], after[WT_POINT_VALUE];    /* of the first that changed */
} wt_way_field;

/* One direction of a conversation, from the point that it passed first to the other. */
typedef struct wt_way {
    uint32_t packets;
    uint64_t frame[2];               /* of the first packet, at the point passed first, and at the other */
    bool turned;                     /* passes side b first */
    bool timed;                      /* the times below mean something: the clocks agree */
    int64_t least_ns, median_ns, most_ns;
    wt_way_field fields[WT_POINT_FIELDS];
    unsigned field_count;
    bool full;
} wt_way;

/* A conversation at side a that is one at side b. */
typedef struct wt_meeting {
    uint8_t transport;               /* 0: packets of no connection (pings); their stream stands for both hosts */
    uint32_t stream[2];
    const struct wt_tape *sample[2]; /* its first packet at each side */
    uint32_t only[2];                /* packets that the other side did not see */
    wt_way way[2];
} wt_meeting;

typedef struct wt_meetings {
    wt_meeting *list;
    uint32_t count, cap;
    uint32_t met;                    /* packets */
    bool out_of_memory;
} wt_meetings;

/* Find the packets of a that b has, too. */
void wt_meet(wt_side *a, wt_side *b, wt_meetings *m);
void wt_meetings_free(wt_meetings *m);

/* Print all of it. */
void wt_compare_print(wt_compare *c, wt_out *out, const wt_print_options *how);
void wt_compare_json(wt_compare *c, wt_out *out);

/* Which conversation of b answers to which of a: the same service asked for.  The number of pairs. */
typedef struct wt_talk_pair { uint32_t a, b; } wt_talk_pair;
uint32_t wt_pair_talks(const wt_side *a, const wt_side *b, wt_talk_pair *pairs, uint32_t room);
const wt_flow_row *wt_talk_row(const wt_side *s, const wt_talk *t);
/* The median of the handshakes' round trips; -1 if there was none. */
int64_t wt_side_rtt(const wt_side *s);
/* "all packets have the same", "sent on by a router", … what lies between the points, in sentences. */
void wt_meeting_tell(wt_out *o, const wt_meeting *m);

#endif
