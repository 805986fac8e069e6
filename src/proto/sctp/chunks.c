/* chunks.c - what a chunk holds, by its type (RFC 9260 §3.3). */
#include "proto/sctp/sctp.h"

enum {
    DATA, INIT, INIT_ACK, SACK, HEARTBEAT, HEARTBEAT_ACK, ABORT, SHUTDOWN, SHUTDOWN_ACK, ERROR, COOKIE_ECHO, COOKIE_ACK,
    ECNE, CWR, SHUTDOWN_COMPLETE, AUTH, NR_SACK, I_DATA = 64, ASCONF_ACK = 128, PKTDROP, RE_CONFIG, PAD = 132,
    FORWARD_TSN = 192, ASCONF, I_FORWARD_TSN
};

/* The flags' bits, whose rows stand side by side. */
static void flags(wt_cur *c, uint32_t type) {
    wt_fid first = F_FLAGS, last = 0;
    switch (type) {
    case DATA: case I_DATA: first = F_I, last = F_E; break;
    case SACK: first = last = F_NOUNCE; break;
    case NR_SACK: first = last = F_NR_NOUNCE; break;
    case ABORT: first = last = F_ABORT_T; break;
    case SHUTDOWN_COMPLETE: first = last = F_COMPLETE_T; break;
    case PKTDROP: first = F_DROP_M, last = F_DROP_T; break;
    default: break;
    }
    wt_take(c, F_FLAGS);
    wt_node n = wt_parent(c, F_FLAGS);
    for (wt_fid f = first; f <= last; f++)
        wt_bits(c, f);
    wt_end(c, n);
}

static void rest(wt_cur *c, wt_fid f) {
    if (wt_left(c))
        wt_take_bytes(c, f, wt_left(c));
}

static void init(wt_cur *c, wt_sctp *g, wt_fid first, const char *words) {
    uint64_t out = 0;
    for (wt_fid f = first; f < first + 5; f++) {
        uint64_t v = wt_take(c, f);
        if (f == first + 2)
            out = v;
    }
    wt_text *t = c->fail ? NULL : wt_sctp_tell(c, g, words);
    if (t) {
        wt_put_u(t, out);
        wt_put_s(t, out == 1 ? " stream" : " streams");
    }
    wt_sctp_parameters_of(c);
}

static void forward(wt_cur *c) {
    wt_take(c, F_FWD);
    while (wt_left(c) && !c->fail) {
        wt_take(c, F_FWD_SID);
        wt_take(c, F_FWD_SSN);
    }
}

static void forward_numbered(wt_cur *c) {
    wt_take(c, F_IFWD);
    while (wt_left(c) && !c->fail) {
        wt_take(c, F_IFWD_SID);
        wt_take(c, F_IFWD_FLAGS);
        wt_node n = wt_parent(c, F_IFWD_FLAGS);
        wt_bits(c, F_IFWD_RES);
        wt_bits(c, F_IFWD_U);
        wt_end(c, n);
        wt_take(c, F_IFWD_MID);
    }
}

/* The first cause's name, in the headline. */
static void broken(wt_cur *c, wt_sctp *g, const char *words) {
    const wt_value *v = wt_left_captured(c) >= 2 ? wt_value_find(&wt_sctp_causes, wt_look(c, 0, 2)) : NULL;
    wt_text *t = wt_sctp_tell(c, g, words);
    if (t && v) {
        wt_put_s(t, ": ");
        wt_put_s(t, v->name);
    }
    wt_sctp_causes_of(c);
}

static void dropped(wt_cur *c) {
    for (wt_fid f = F_DROP_BANDWIDTH; f <= F_DROP_RESERVED; f++)
        wt_take(c, f);
    rest(c, F_DROP_DATA);
}

/* Those without whom no association comes about, lives or ends. */
static bool common(wt_cur *c, wt_sctp *g, uint32_t type, uint32_t bits) {
    switch (type) {
    case DATA: wt_sctp_data(c, g, false, bits); return true;
    case INIT: init(c, g, F_INIT_TAG, "INIT: shall we talk? I would send "); return true;
    case INIT_ACK: init(c, g, F_INITACK_TAG, "INIT ACK: yes, give me this cookie back; I would send "); return true;
    case SACK: wt_sctp_sack(c, g); return true;
    case HEARTBEAT:
        wt_sctp_tell(c, g, "HEARTBEAT: are you there?");
        wt_sctp_parameters_of(c);
        return true;
    case HEARTBEAT_ACK:
        wt_sctp_tell(c, g, "HEARTBEAT ACK: I am");
        wt_sctp_parameters_of(c);
        return true;
    case ABORT: broken(c, g, "ABORT: it is over"); return true;
    case SHUTDOWN:
        wt_sctp_tell(c, g, "SHUTDOWN: I have nothing more to send");
        wt_take(c, F_SHUTDOWN_CUM);
        return true;
    case SHUTDOWN_ACK: wt_sctp_tell(c, g, "SHUTDOWN ACK: nor have I"); return true;
    case ERROR: broken(c, g, "ERROR"); return true;
    case COOKIE_ECHO:
        wt_sctp_tell(c, g, "COOKIE ECHO: here is your cookie");
        rest(c, F_COOKIE);
        return true;
    case COOKIE_ACK: wt_sctp_tell(c, g, "COOKIE ACK: now we may talk"); return true;
    case SHUTDOWN_COMPLETE: wt_sctp_tell(c, g, "SHUTDOWN COMPLETE: so this is the end"); return true;
    default: return false;
    }
}

static void extension(wt_cur *c, wt_sctp *g, uint32_t type, uint32_t bits) {
    const wt_value *v = wt_value_find(&wt_sctp_chunks, type);
    if (type == I_DATA) {
        wt_sctp_data(c, g, true, bits);
        return;
    }
    wt_sctp_tell(c, g, v ? v->name : "a chunk of a type not known here");
    switch (type) {
    case ECNE: wt_take(c, F_ECNE); break;
    case CWR: wt_take(c, F_CWR); break;
    case AUTH:
        wt_take(c, F_KEY);
        wt_take(c, F_HMAC_ID);
        rest(c, F_HMAC);
        break;
    case NR_SACK: wt_sctp_nr_sack(c); break;
    case ASCONF_ACK:
        wt_take(c, F_ASCONF_ACK);
        wt_sctp_parameters_of(c);
        break;
    case PKTDROP: dropped(c); break;
    case RE_CONFIG: wt_sctp_parameters_of(c); break;
    case PAD: rest(c, F_PAD); break;
    case FORWARD_TSN: forward(c); break;
    case ASCONF:
        wt_take(c, F_ASCONF);
        wt_sctp_parameters_of(c);
        break;
    case I_FORWARD_TSN: forward_numbered(c); break;
    default: rest(c, F_VALUE); break;
    }
}

void wt_sctp_chunk(wt_cur *c, wt_sctp *g, uint32_t type) {
    wt_skip(c, 1);
    uint32_t bits = (uint32_t)wt_look(c, 0, 1);
    flags(c, type);
    wt_take(c, F_LENGTH);
    if (!c->fail && !common(c, g, type, bits))
        extension(c, g, type, bits);
}

/* What is behind the six numbers is left as it is: no system sends this by default. */
void wt_sctp_nr_sack(wt_cur *c) {
    for (wt_fid f = F_NR_CUM; f <= F_NR_RESERVED; f++)
        wt_take(c, f);
    rest(c, F_VALUE);
}
