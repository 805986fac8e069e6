/* parameters.c - SCTP's parameters and error causes: type, length, value, filled up (RFC 9260 §3.2.1). */
#include "proto/sctp/sctp.h"

static void rest(wt_cur *c, wt_fid f) {
    if (wt_left(c))
        wt_take_bytes(c, f, wt_left(c));
}

static void all_of(wt_cur *c, wt_fid f) {
    while (wt_left(c) && !c->fail)
        wt_take(c, f);
}

static void rows(wt_cur *c, wt_fid first, wt_fid last) {
    for (wt_fid f = first; f <= last; f++)
        wt_take(c, f);
}

/* A name, with a zero behind it. */
static void host(wt_cur *c) {
    uint32_t n = wt_left(c);
    const uint8_t *p = wt_skip(c, n);
    if (p && n)
        wt_emit_p(c, F_P_HOST, c->pos - n, n, p, p[n - 1] ? n : n - 1);
}

/* Requests to change an association's streams, and answers to them (RFC 6525). */
static void streams(wt_cur *c, uint64_t type) {
    if (type == 0x10) {
        wt_take(c, F_P_RESPONSE);
        wt_take(c, F_P_RESULT);
        if (wt_left(c))
            rows(c, F_P_NEXT_TSN, F_P_PEER_TSN);
        return;
    }
    wt_take(c, F_P_REQUEST);
    switch (type) {
    case 0x0d:
        wt_take(c, F_P_RESPONSE);
        wt_take(c, F_P_LAST_TSN);
        all_of(c, F_P_SID);
        break;
    case 0x0e: all_of(c, F_P_SID); break;
    case 0x11: rows(c, F_P_ADD_OUT, F_P_ADD_OUT_RESERVED); break;
    case 0x12: rows(c, F_P_ADD_IN, F_P_ADD_IN_RESERVED); break;
    default: break;
    }
}

static void value(wt_cur *c, uint64_t type) {
    uint32_t n = wt_left(c);
    switch (type) {
    case 0x0001: rest(c, F_P_HEARTBEAT); break;
    case 0x0005: wt_take_bytes(c, n == 4 ? F_P_IP4 : F_PARAM_VALUE, n); break;
    case 0x0006: wt_take_bytes(c, n == 16 ? F_P_IP6 : F_PARAM_VALUE, n); break;
    case 0x0007: rest(c, F_P_COOKIE); break;
    case 0x0008: wt_sctp_parameters_of(c); break;
    case 0x0009: wt_take(c, F_P_PRESERVE); break;
    case 0x000b: host(c); break;
    case 0x000c: all_of(c, F_P_FAMILY); break;
    case 0x000d: case 0x000e: case 0x000f: case 0x0010: case 0x0011: case 0x0012: streams(c, type); break;
    case 0x8002: rest(c, F_P_RANDOM); break;
    case 0x8003: all_of(c, F_P_AUTH); break;
    case 0x8004: all_of(c, F_HMAC_ID); break;
    case 0x8005: rest(c, F_PAD); break;
    case 0x8008: all_of(c, F_P_EXTENSION); break;
    case 0xc001: case 0xc002: case 0xc004:
        wt_take(c, F_P_CORRELATION);
        wt_sctp_parameters_of(c);
        break;
    case 0xc003:
        wt_take(c, F_P_CORRELATION);
        wt_sctp_causes_of(c);
        break;
    case 0xc005: wt_take(c, F_P_CORRELATION); break;
    case 0xc006: wt_take(c, F_P_ADAPTATION); break;
    default: rest(c, F_PARAM_VALUE); break;
    }
    if (!c->fail)
        rest(c, F_PARAM_VALUE);
}

static void cause(wt_cur *c, uint64_t type) {
    switch (type) {
    case 1: rows(c, F_CAUSE_SID, F_CAUSE_RESERVED); break;
    case 2:
        wt_take(c, F_CAUSE_MISSING);
        all_of(c, F_CAUSE_TYPE);
        break;
    case 3: wt_take(c, F_CAUSE_STALE); break;
    case 5: case 8: case 11: case 0xa0: case 0xa1: case 0xa2: wt_sctp_parameters_of(c); break;
    case 9: wt_take(c, F_CAUSE_TSN); break;
    case 0x105: all_of(c, F_HMAC_ID); break;
    default: break;
    }
    if (!c->fail)
        rest(c, F_CAUSE_INFO);
}

/* Pieces to the end of c: the row of the type, then of the length; parameters hold causes and these parameters. */
static void pieces(wt_cur *c, wt_fid type_row, wt_fid length_row, wt_fid padding, void (*read)(wt_cur *, uint64_t)) {
    while (wt_left(c) && !c->fail) {
        uint64_t type = wt_take(c, type_row);
        wt_node n = wt_parent(c, type_row);
        if (type_row == F_PARAM) {
            wt_bits(c, F_PARAM_BIT1);
            wt_bits(c, F_PARAM_BIT2);
        }
        uint32_t length = (uint32_t)wt_take(c, length_row);
        if (!c->fail && (length < 4 || length - 4 > wt_left(c)))
            wt_malformed(c, "a parameter or cause says that it has %u bytes, but there are %u", length, wt_left(c) + 4);
        if (!c->fail) {
            wt_cur one = wt_sub(c, length - 4);
            read(&one, type);
            wt_sctp_fill(c, padding, length);
        }
        wt_end(c, n);
    }
}

static bool enter(wt_cur *c) {
    if (c->s->depth >= c->s->limit[WT_LIMIT_DEPTH]) {
        wt_limit_hit(c, WT_LIMIT_DEPTH);
        rest(c, F_PARAM_VALUE);
        return false;
    }
    c->s->depth++;
    return true;
}

void wt_sctp_parameters_of(wt_cur *c) {
    if (!enter(c))
        return;
    pieces(c, F_PARAM, F_PARAM_LENGTH, F_PARAM_PADDING, value);
    c->s->depth--;
}

void wt_sctp_causes_of(wt_cur *c) {
    if (!enter(c))
        return;
    pieces(c, F_CAUSE, F_CAUSE_LENGTH, F_CAUSE_PADDING, cause);
    c->s->depth--;
}
