/* tale.h - one model of what happened in a capture, made frame by frame from tapes: hosts, conversations, events.
 *
 * The ladder draws it and the story tells it.  An event is a frame that means something: a message, a step of a
 * connection, a piece of a longer message.  A bare acknowledgment is no event: it is noted at the event that it
 * acknowledges.  The same packet met at several capture points is one event with several sights.
 * Memory has limits (core/limits.def: tale-…); what they left out is counted. */
#ifndef WT_TELL_TALE_H
#define WT_TELL_TALE_H

#include "wiretale/print.h"
#include "wiretale/session.h"

#define WT_NO UINT32_MAX

/* From one time to another in nanoseconds, as far as the type reaches; 0 if one of them is not known (INT64_MIN). */
static inline int64_t wt_lapse(int64_t from, int64_t to) {
    int64_t ns;
    if (from == INT64_MIN || to == INT64_MIN)
        return 0;
    return !__builtin_sub_overflow(to, from, &ns) ? ns : to > from ? INT64_MAX : -INT64_MAX;
}

enum wt_event_kind {
    WT_EV_SYN, WT_EV_SYN_ACK, WT_EV_OPEN,  /* the three steps of TCP's handshake */
    WT_EV_DATA,                            /* bytes that no protocol above told of */
    WT_EV_MESSAGE,                         /* one or more messages of a protocol above */
    WT_EV_CONTROL,                         /* TCP about itself: window, keep-alive, asking again */
    WT_EV_FIN, WT_EV_RST,
    WT_EV_MISSING,                         /* no frame: bytes that should have come before the next event */
    WT_EV_PACKET                           /* not TCP */
};

/* Bits of wt_event.marks. */
enum {
    WT_MARK_AGAIN = 1,                     /* sent again; `other` is the frame that it repeats, or 0 */
    WT_MARK_FAST = 2,                      /* … because the receiver asked for it */
    WT_MARK_NEEDLESS = 4,                  /* … though it had arrived */
    WT_MARK_LOST = 8,                      /* never acknowledged before it was sent again in frame `repeat` */
    WT_MARK_OVERTAKEN = 16,                /* arrived after a later one */
    WT_MARK_GAP = 32,                      /* something before it is missing */
    WT_MARK_FULL = 64,                     /* the receiver has no room for more */
    WT_MARK_ZERO = 128,                    /* … and says so */
    WT_MARK_UPDATE = 256,                  /* … has room again */
    WT_MARK_KEEP_ALIVE = 512, WT_MARK_DUP_ACK = 1024,
    WT_MARK_FILLED = 2048,                 /* missing: came later, in frame `other` */
    WT_MARK_BODY = 4096,                   /* only more of the message in event `part_of` */
    WT_MARK_HEAD = 8192,                   /* begins or is a whole message */
    WT_MARK_DEAF = 16384,                  /* a question that nobody answered */
    WT_MARK_PROBE = 32768,                 /* of a zero window */
    WT_MARK_ANSWER = 65536,                /* to a keep-alive or a probe */
    WT_MARK_STILL = 131072,                /* the window was closed already */
    WT_MARK_COMPLAINT = 262144             /* ICMP tells that a packet could not be delivered */
};

enum wt_level { WT_LEVEL_TCP, WT_LEVEL_TLS, WT_LEVEL_APP };

typedef struct wt_event {
    uint64_t frame, ack_frame;             /* ack_frame: acknowledged by, 0: not seen */
    uint64_t other, repeat;                /* other: see marks; repeat: sent again in that frame */
    int64_t ns, ack_ns;                    /* INT64_MIN: the file has no times */
    uint32_t talk;                         /* index of its conversation, or WT_NO */
    uint32_t part_of;                      /* index of the event that it is a piece of, or WT_NO */
    uint32_t before;                       /* the previous event of the same talk and direction, or WT_NO */
    uint32_t text, text_len;               /* what it says, in the tale's text */
    uint32_t seq, len, ack, window, size;  /* TCP's, relative; size: bytes of the frame on the wire */
    uint32_t sight;                        /* first of its sights at further points, or WT_NO */
    uint32_t marks;
    uint16_t from, to, flags;              /* hosts; TCP's flags */
    uint8_t kind, level, dir, proto;
    uint8_t point;
} wt_event;

/* The same packet at another capture point. */
typedef struct wt_sight {
    uint64_t frame;
    int64_t ns;
    uint32_t next;
    uint8_t point;
} wt_sight;

typedef struct wt_host {
    wt_endpoint end; /* kind 0: all who listen (broadcast, multicast); with a port only where a host
                        speaks with itself: its server's */
    uint8_t mac[6];
    bool many, has_mac, settled,
        by_arp; /* settled: had no address at first; by_arp: said its hardware address itself */
    uint32_t name, name_len;               /* what it was called here, in the tale's text; length 0: nothing */
    uint32_t lookup;                       /* that gave its address, or WT_NO */
    uint32_t before;                       /* it stands on the way to that host, or WT_NO */
    uint32_t events, sent;                 /* that it takes part in; that it sent */
} wt_host;

/* A moment: a frame and its time; frame 0 is none. */
typedef struct wt_moment {
    uint64_t frame;
    int64_t ns;
} wt_moment;

/* A few frames to point at. */
enum { WT_PROOFS = 4 };
typedef struct wt_proofs {
    uint32_t count;
    uint64_t frame[WT_PROOFS];
} wt_proofs;

/* A conversation: TCP connection, UDP exchange; or all of one kind between two hosts (ICMP, ARP). */
typedef struct wt_talk {
    uint32_t number;                       /* tcp.stream, udp.stream; WT_NO: neither */
    uint8_t transport, app, told;          /* protocol numbers; app 255: none seen */
    uint16_t host[2], port[2];             /* 0: who began */
    uint32_t packets[2];
    uint64_t bytes[2], payload[2];         /* frames; TCP's data, repetitions too */
    wt_moment first, last;
    wt_moment syn, last_syn, syn_ack, open, data[2], fin[2], rst, icmp;
    uint32_t syns;
    uint8_t rst_dir, alert_dir, alert, alert_level;
    bool refused, alert_fatal;
    wt_moment hello, server_hello, tls_end, alert_at, certificate, retry;
    uint16_t version, suite;
    uint32_t sni, sni_len, alpn, alpn_len, subject, subject_len, icmp_text, icmp_len;
    wt_proofs again, missing, zero, full, dup,
        holes; /* holes: missing, and never come; unheard: acknowledged all the same */
    bool unheard;
    wt_moment again_from, again_to;        /* the repetition that took longest: sent first (or missed), sent again */
    wt_moment zero_now, zero_from,
        zero_to; /* closed just now, since when; the longest time it was: from, to (frame 0: not opened) */
    uint8_t zero_dir;                      /* whose window */
    uint32_t lookup, last_event[2], last_ask, open_missing[4];
    uint32_t next_seq[2],
        acked[2]; /* that follows what was seen; of this side's bytes, what the other has acknowledged */
    bool started[2];
    uint32_t first_event;                  /* its events are none before this one */
    uint32_t asks;
} wt_talk;

/* A request and its answer. */
typedef struct wt_ask {
    uint32_t talk, substream, before;      /* before: the talk's previous ask, or WT_NO */
    uint32_t text, text_len, type, type_len;
    wt_moment asked, sent, answered, done; /* request's head and end, answer's head and last part */
    uint64_t length;                       /* bytes of the answer's body so far */
    uint32_t code, message[2], event[2];
    uint8_t way, answer_dir; /* the pieces' direction of the request; the talk's direction of the answer */
    bool complete;
    uint64_t hole;                         /* its answer is among bytes that are missing: the first frame after them */
} wt_ask;

typedef struct wt_lookup {
    uint32_t name, name_len, answer, answer_len;
    wt_moment asked, answered;
    uint32_t talk, again;                  /* again: how often the same was asked before an answer */
    uint16_t from, to, type, rcode, id;
} wt_lookup;

enum { WT_RING = 1024, WT_POINTS = 16, WT_FIELDS_MAX = 64 };
typedef struct wt_recent {
    uint64_t hash;
    int64_t ns;
    uint32_t points, event;
} wt_recent;

typedef struct wt_tale {
    wt_event *events;
    wt_host *hosts;
    wt_talk *talks;
    wt_ask *asks;
    wt_lookup *lookups;
    wt_sight *sights;
    char *text;
    uint32_t event_count, host_count, talk_count, ask_count, lookup_count, sight_count, text_len;
    uint32_t event_cap, host_cap, talk_cap, ask_cap, lookup_cap, sight_cap, text_cap;
    uint64_t frames, left_out;             /* frames seen; those of which a limit kept no event */
    uint64_t talks_left_out, joined;
    wt_moment first, last;
    uint32_t points;                       /* bit i: capture point i */
    bool out_of_memory;
    wt_fid field[WT_FIELDS_MAX];
    uint32_t *stream_talk[2], stream_cap[2];
    wt_recent ring[WT_RING];
    uint8_t tcp, udp, tls, http, http2, dns, data, icmp, icmpv6, arp, ip;
} wt_tale;

/* NULL if memory ran out. */
wt_tale *wt_tale_new(void);
/* What has to be on the tapes (`want` points into the object). */
void wt_tale_needs(wt_tale *t, wt_options *session);
void wt_tale_tape(wt_tale *t, const wt_tape *tape);
/* After the last frame: what only the end shows (questions never answered). */
void wt_tale_end(wt_tale *t);
void wt_tale_free(wt_tale *t);
/* Hosts in path order: out has room for host_count; those on the way to another stand before it. */
void wt_tale_order(const wt_tale *t, uint16_t *out);

#endif
