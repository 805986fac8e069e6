/* tale_make.h - what the files that make a tale share. */
#ifndef WT_TELL_TALE_MAKE_H
#define WT_TELL_TALE_MAKE_H

#include "core/text.h"
#include "tell/tale.h"

enum {
#define L(id, name, value, sentence) WT_TALE_LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum { TCP_FIN = 1, TCP_SYN = 2, TCP_RST = 4, TCP_ACK = 16 };

/* The fields looked at; the first ones only in the transport's own layer. */
enum wt_tale_field {
    TF_LEN, TF_FLAGS, TF_SEQ, TF_ACK, TF_ACK_RAW, TF_WINDOW, TF_RESENT, TF_FAST, TF_SPURIOUS, TF_OVERTAKEN, TF_GAP,
    TF_FULL,
    TF_ZERO, TF_UPDATE, TF_KEEP_ALIVE, TF_KEEP_ALIVE_ACK, TF_PROBE, TF_PROBE_ACK, TF_DUP_ACK, TF_ACKS_FRAME, TF_UDP_LEN,
    TF_TRANSPORT,                          /* those above */
    TF_ETH_SRC = TF_TRANSPORT, TF_ETH_DST, TF_ARP_SRC, TF_ARP_DST, TF_ARP_MAC, TF_IP_DST, TF_IP6_DST,
    TF_HS_TYPE, TF_HS_VERSION, TF_SUPPORTED, TF_SUITE, TF_SNI, TF_ALPN, TF_CONTENT, TF_ALERT_LEVEL, TF_ALERT,
    TF_SUBJECT,
    TF_METHOD, TF_URI, TF_CODE, TF_TYPE, TF_HOST, TF_METHOD2, TF_PATH2, TF_STATUS2, TF_TYPE2, TF_HOST2,
    TF_DNS_ID, TF_DNS_NAME, TF_DNS_TYPE, TF_DNS_RESPONSE, TF_DNS_RCODE, TF_DNS_A, TF_DNS_AAAA, TF_DNS_TO,
    TF_COUNT
};

/* What a frame says of its transport. */
typedef struct wt_seen {
    const wt_tape *tape;
    const wt_layer *transport;             /* NULL: none */
    uint32_t transport_index;
    uint32_t len, flags, seq, ack, window, marks, udp_len;
    bool special;                          /* an acknowledgment that says more */
    uint64_t acks_frame;
    const wt_item *eth_src, *eth_dst, *arp_src, *arp_dst, *arp_mac;
    uint16_t from, to;
    wt_moment now;
} wt_seen;

static inline wt_moment wt_now(const wt_tape *tape) {
    return (wt_moment){tape->frame->number, tape->frame->time_ns};
}
/* Nanoseconds between; 0 if a time is not known. */
static inline int64_t wt_between(wt_moment a, wt_moment b) {
    return !a.frame || !b.frame ? 0 : wt_lapse(a.ns, b.ns);
}
static inline void wt_prove(wt_proofs *p, uint64_t frame) {
    if (p->count < WT_PROOFS)
        p->frame[p->count] = frame;
    p->count++;
}

/* Room for one more row of `size` bytes; false at `limit` or without memory. */
bool wt_tale_room(wt_tale *t, void *rows, uint32_t count, uint32_t *cap, size_t size, uint32_t limit);
/* Keep text; its place, and *len becomes what was kept. */
uint32_t wt_tale_keep(wt_tale *t, const char *p, uint32_t *len);
/* The same for bytes from the wire, made safe to print. */
uint32_t wt_tale_keep_wire(wt_tale *t, const uint8_t *p, uint32_t n, uint32_t *len);
/* The host of this address. */
uint16_t wt_tale_host(wt_tale *t, const wt_endpoint *e);
void wt_tale_name_host(wt_tale *t, uint16_t host, const uint8_t *p, uint32_t n);
/* The talk of a stream; made if it is not there, NULL if a limit forbids it. */
wt_talk *wt_tale_talk(wt_tale *t, const wt_seen *s);
/* A new event for this frame, or NULL at the limit. */
wt_event *wt_tale_event(wt_tale *t, const wt_seen *s, wt_talk *talk, enum wt_event_kind kind);
/* The event of that frame (not a MISSING one), or NULL. */
wt_event *wt_tale_find(const wt_tale *t, uint64_t frame);

/* tale_tcp.c: the frame's event if it is one, having updated the talk. */
void wt_tale_tcp(wt_tale *t, wt_seen *s, wt_talk *talk);
void wt_tale_tcp_end(wt_tale *t);
/* tale_app.c: what layers above the transport say. */
void wt_tale_layers(wt_tale *t, const wt_seen *s, wt_talk *talk, wt_event *e);

#endif
