/* flows.h - a row for each conversation of a capture: who, what they spoke, how much, how well. */
#ifndef WT_TELL_FLOWS_H
#define WT_TELL_FLOWS_H

#include "tell/polling.h"
#include "wiretale/print.h"

enum { WT_FLOW_APPS = 4, WT_FLOW_NAME = 64 };

enum wt_flow_state {
    WT_STATE_OPEN,                   /* opened here, not closed */
    WT_STATE_JOINED,                 /* began before the capture, not closed */
    WT_STATE_CLOSED, WT_STATE_HALF_CLOSED, WT_STATE_RESET, WT_STATE_REFUSED, WT_STATE_SILENT,
    WT_STATE_ANSWERED, WT_STATE_ONE_WAY      /* UDP */
};

typedef struct wt_flow_row {
    wt_endpoint end[2];              /* who began, and the other */
    uint8_t transport;               /* protocol number: tcp, udp */
    uint8_t app_count, apps[WT_FLOW_APPS];   /* protocols above it, in the order in which they were found */
    uint8_t seen;                    /* bits, see flows.c */
    bool used;
    uint32_t number;                 /* tcp.stream, udp.stream */
    uint32_t packets[2], resent, overtaken, gaps;
    uint64_t bytes[2];               /* of frames, as long as they were on the wire */
    uint64_t payload[2];             /* TCP: bytes of segments, those sent again included */
    uint64_t first_frame, last_frame;
    int64_t first_ns, last_ns, rtt_ns;       /* rtt_ns: -1 if not known */
    uint32_t name;                   /* place in wt_flows.names: server's name by TLS or HTTP; 0: not known */
} wt_flow_row;

typedef struct wt_flows {
    wt_flow_row *rows[2];            /* TCP, UDP: by number */
    uint32_t count[2], cap[2];
    char *names;                     /* NUL-terminated, one behind the other; "" at 0 */
    uint32_t names_len, names_cap;
    wt_fid fields[16], want[32];
    wt_polling *polling;
    uint64_t frames, other_frames, bytes, other_bytes, left_out;
    bool out_of_memory;
} wt_flows;

/* NULL if memory ran out. */
wt_flows *wt_flows_new(void);
/* What has to be on the tapes (`want` points into the object). */
void wt_flows_needs(wt_flows *f, wt_options *session);
void wt_flows_tape(wt_flows *f, const wt_tape *tape);
enum wt_flow_state wt_flow_state(const wt_flow_row *row);
/* "closed": a word or two for people. */
const char *wt_flow_state_name(enum wt_flow_state state);
/* All rows, by number; polling under the row it belongs to. */
void wt_flows_print(wt_flows *f, wt_out *out, const wt_print_options *options);
void wt_flows_json(wt_flows *f, wt_out *out);
void wt_flows_free(wt_flows *f);

#endif
