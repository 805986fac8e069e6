/* tcp.h - what TCP's own files share: the header as read, the state of a connection. */
#ifndef WT_PROTO_TCP_H
#define WT_PROTO_TCP_H

#include "core/proto.h"

extern const wt_values wt_tcp_checksum_status, wt_tcp_option_kind, wt_tcp_qs_rate, wt_tcp_exp_id,
    wt_tcp_mptcp_subtype, wt_tcp_mptcp_reason;

#include "proto/tcp_fields.h"

enum { TH_FIN = 1, TH_SYN = 2, TH_RST = 4, TH_PSH = 8, TH_ACK = 16, TH_URG = 32, TH_ECE = 64, TH_CWR = 128 };

/* What is unusual about a segment. */
enum {
    TA_RETRANSMISSION = 1, TA_FAST = 2, TA_SPURIOUS = 4, TA_OUT_OF_ORDER = 8, TA_REUSED_PORTS = 16, TA_LOST = 32,
    TA_ACK_LOST = 64, TA_WINDOW_UPDATE = 128, TA_WINDOW_FULL = 256, TA_KEEP_ALIVE = 512, TA_KEEP_ALIVE_ACK = 1024,
    TA_DUPLICATE_ACK = 2048, TA_ZERO_WINDOW = 4096, TA_ZERO_PROBE = 8192, TA_ZERO_PROBE_ACK = 16384
};

/* Sequence numbers wrap: a is before b if the way there is less than half the circle. */
static inline bool wt_seq_lt(uint32_t a, uint32_t b) { return (int32_t)(a - b) < 0; }
static inline bool wt_seq_le(uint32_t a, uint32_t b) { return (int32_t)(a - b) <= 0; }

/* A segment sent and not yet acknowledged. */
typedef struct tcp_sent {
    uint32_t seq, next, frame;
    int64_t time;
} tcp_sent;

/* A segment that waits for the one before it. */
typedef struct tcp_held {
    struct tcp_held *next;
    uint32_t seq, len, captured, frame;
    uint8_t data[];
} tcp_held;

enum { TCP_SACKS = 3 };

/* One direction: what its sender did. */
typedef struct tcp_half {
    uint32_t base, next, ackable, last_ack;  /* sequence numbers as on the wire */
    uint32_t next_frame, ack_frame, duplicates;
    uint16_t window, last_flags;
    int8_t scale;                            /* -1 not known, -2 not used */
    bool has_base, has_next, has_ackable, has_ack;
    bool told_lost;                          /* that bytes of this side were acknowledged but not captured */
    bool first_window;                       /* the window is a SYN's: never scaled */
    bool flight_unknown;                     /* a segment is missing, and nothing was acknowledged since */
    bool pushed;                             /* the last segment with data had PSH */
    bool sorted;                             /* `sent` is in the order of sequence numbers */
    uint8_t sacks;
    int64_t next_time, ack_time;
    uint32_t sack[TCP_SACKS][2];
    uint32_t since_push;                     /* bytes sent since PSH */
    tcp_sent *sent;                          /* a ring, oldest first */
    uint32_t sent_first, sent_count, sent_cap;
    /* the stream */
    uint32_t expect;                         /* the next byte's sequence number */
    uint32_t fin_seq;
    bool started, fin_seen, ended;
    bool guessed;                            /* expect is that of a segment without data, and no data was seen */
    uint32_t held_count, held_bytes;
    tcp_held *held, *held_last;              /* ordered by sequence number */
} tcp_half;

typedef struct tcp_state {
    tcp_half half[2];
    int64_t first_time, last_time, syn_time, rtt;
    uint8_t complete;
    uint32_t first_frame;
} tcp_state;

/* A header as read, and what is known about this segment. */
typedef struct tcp_segment {
    wt_flow *flow;
    tcp_state *state;
    int dir;
    uint16_t flags, window;
    uint32_t seq, ack, len, header;
    bool has_len, may_have_data;
    uint32_t start;                          /* of the header, in the source */
    /* analysis */
    bool any;                                /* something is to be shown */
    bool reused;
    uint32_t ta;
    uint32_t acks_frame, flight, duplicate_num, duplicate_frame, rto_frame;
    int64_t ack_rtt, rto;
    bool has_flight;
    uint8_t scale_offered;
    bool has_scale;
} tcp_segment;

void wt_tcp_dissect(wt_cur *c);
void wt_tcp_options(wt_cur *c, tcp_segment *g);
void wt_tcp_analyse(wt_session *s, tcp_segment *g);
void wt_tcp_show_analysis(wt_cur *c, const tcp_segment *g);
void wt_tcp_deliver(wt_cur *c, tcp_segment *g);
void wt_tcp_free_state(wt_session *s, wt_flow *flow);

#endif
