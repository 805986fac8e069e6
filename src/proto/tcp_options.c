/* tcp_options.c - the options behind TCP's header. */
#include "proto/tcp.h"

/* What is read inside each option: c covers the option's bytes after kind and length. */

static void sack(wt_cur *c, tcp_segment *g, uint32_t option_at) {
    tcp_half *me = g->state ? &g->state->half[g->dir] : NULL;
    uint32_t base = me && g->has_len ? g->state->half[!g->dir].base : 0, count = 0, first = c->pos;
    uint32_t left[2] = {0, 0}, right[2] = {0, 0};
    while (wt_left(c) >= 8) {
        uint32_t le = (uint32_t)wt_look(c, 0, 4) - base, re = (uint32_t)wt_look(c, 4, 4) - base;
        wt_emit_u(c, F_SACK_LE, c->pos, 4, le);
        wt_emit_u(c, F_SACK_RE, c->pos + 4, 4, re);
        if (!wt_skip(c, 8))
            return;
        if (me && g->has_len && count < TCP_SACKS) {
            me->sack[count][0] = le;
            me->sack[count][1] = re;
            me->sacks = (uint8_t)(count + 1);
        }
        if (count < 2) {
            left[count] = le;
            right[count] = re;
        }
        count++;
    }
    wt_emit_u(c, F_SACK_COUNT, option_at, 0, count);
    /* RFC 2883: the first block tells of a duplicate if it is acknowledged already, or inside the second. */
    if (count && (wt_seq_le(right[0], g->ack - base) ||
                  (count > 1 && wt_seq_lt(left[1], right[0]) && wt_seq_le(right[0], right[1])))) {
        wt_emit_u(c, F_DSACK_LE, first, 4, left[0]);
        wt_emit_u(c, F_DSACK_RE, first + 4, 4, right[0]);
    }
}

static void window_scale(wt_cur *c, tcp_segment *g) {
    uint32_t shift = (uint32_t)wt_take(c, F_WS_SHIFT);
    if (c->fail)
        return;
    if (shift > 14)
        wt_note(c, "a window scale above 14 is not allowed: 14 is used (RFC 7323 §2.3)");
    shift = shift > 14 ? 14 : shift;
    wt_emit_u(c, F_WS_MULTIPLIER, c->pos - 1, 1, 1u << shift);
    if (g->flags & TH_SYN) {
        g->has_scale = true;
        g->scale_offered = (uint8_t)shift;
    }
}

static void fast_open(wt_cur *c, uint32_t option_at, uint32_t request_length) {
    if (wt_left(c))
        wt_take_rest(c, F_TFO_COOKIE);
    else
        wt_emit_u(c, F_TFO_REQUEST, option_at, request_length, 0);
}

static void experiment(wt_cur *c) {
    if (wt_left(c) < 2)
        return;
    uint64_t id = wt_take(c, F_EXP_ID);
    if (id == 0xf989)
        fast_open(c, c->pos, 2);
    else if (wt_left(c))
        wt_take_rest(c, F_EXP_DATA);
}

static void scps(wt_cur *c) {
    if (wt_left(c) == 2) {
        wt_node n = wt_begin(c, F_SCPS_VECTOR, 1);
        wt_skip(c, 1);
        for (wt_fid f = F_SCPS_BETS; f <= F_SCPS_RESERVED; f++)
            wt_bits(c, f);
        wt_end(c, n);
        wt_take(c, F_SCPS_CONNECTION);
        return;
    }
    while (wt_left(c) >= 2) {
        wt_take(c, F_SCPS_BIND_ID);
        uint32_t n = (uint32_t)wt_take(c, F_SCPS_BIND_LEN) * 2;
        wt_skip(c, n > wt_left(c) ? wt_left(c) : n);
    }
}

/* ---- multipath TCP (RFC 8684) ----------------------------------------------------------- */

static void mp_capable(wt_cur *c) {
    uint32_t n = wt_left(c);
    wt_take(c, F_MP_SUBTYPE);
    uint64_t version = wt_bits(c, F_MP_VERSION);
    wt_node flags = wt_begin(c, F_MP_FLAGS, 1);
    wt_skip(c, 1);
    wt_bits(c, F_MP_CHECKSUM_REQ);
    wt_bits(c, F_MP_EXTENSIBILITY);
    wt_bits(c, F_MP_NO_MORE);
    wt_bits(c, version ? F_MP_SHA256 : F_MP_SHA1);
    wt_bits(c, F_MP_RESERVED_FLAG);
    wt_end(c, flags);
    if (n >= 10)
        wt_take(c, F_MP_SENDKEY);
    if (n >= 18)
        wt_take(c, F_MP_RECVKEY);
    if (n >= 20)
        wt_take(c, F_MP_DATA_LEN);
    if (n >= 22)
        wt_take(c, F_MP_CHECKSUM);
}

static void backup_flag(wt_cur *c) {
    wt_node flags = wt_begin(c, F_MP_FLAGS, 1);
    wt_skip(c, 1);
    wt_bits(c, F_MP_BACKUP);
    wt_end(c, flags);
}

/* The reserved bits after the subtype are shown as part of two bytes. */
static void reserved(wt_cur *c) {
    wt_peek(c, F_MP_SUBTYPE);
    wt_peek(c, F_MP_RESERVED);
    wt_skip(c, 2);
}

static void mp_join(wt_cur *c) {
    uint32_t n = wt_left(c);
    if (n == 22) {
        reserved(c);
        wt_take_bytes(c, F_MP_HMAC, 20);
        return;
    }
    wt_peek(c, F_MP_SUBTYPE);
    backup_flag(c);
    wt_take(c, F_MP_ADDRID);
    if (n == 10)
        wt_take(c, F_MP_TOKEN);
    else
        wt_take(c, F_MP_SHORT_HMAC);
    wt_take(c, F_MP_RANDOM);
}

static void mp_dss(wt_cur *c) {
    wt_take(c, F_MP_SUBTYPE);
    uint64_t bits = wt_look(c, 0, 1);
    wt_node flags = wt_begin(c, F_MP_FLAGS, 1);
    wt_skip(c, 1);
    for (wt_fid f = F_MP_FIN; f <= F_MP_ACK_PRESENT; f++)
        wt_bits(c, f);
    wt_end(c, flags);
    if (bits & 1)
        wt_take_n(c, F_MP_DATA_ACK, bits & 2 ? 8 : 4);
    if (bits & 4) {
        wt_take_n(c, F_MP_DSN, bits & 8 ? 8 : 4);
        wt_take(c, F_MP_SSN);
        wt_take(c, F_MP_DATA_LEN);
        if (wt_left(c) >= 2)
            wt_take(c, F_MP_CHECKSUM);
    }
}

static void mp_add_address(wt_cur *c) {
    uint32_t n = wt_left(c);
    uint64_t low = wt_look(c, 0, 1) & 15;
    wt_take(c, F_MP_SUBTYPE);
    bool six = low == 6 || (low < 2 && (n >= 26 || n == 18 || n == 20));
    wt_bits(c, low < 2 ? F_MP_ECHO : F_MP_IPVER);
    wt_take(c, F_MP_ADDRID);
    wt_take_bytes(c, six ? F_MP_IPV6 : F_MP_IPV4, six ? 16 : 4);
    if (wt_left(c) == 2 || wt_left(c) == 10)
        wt_take(c, F_MP_PORT);
    if (wt_left(c) >= 8)
        wt_take(c, F_MP_ADD_HMAC);
}

static void mptcp(wt_cur *c) {
    switch (wt_look(c, 0, 1) >> 4) {
    case 0: mp_capable(c); break;
    case 1: mp_join(c); break;
    case 2: mp_dss(c); break;
    case 3: mp_add_address(c); break;
    case 4:
        wt_emit_u(c, F_MP_REMOVED, c->pos, 1, wt_left(c) - 1);
        wt_take(c, F_MP_SUBTYPE);
        while (wt_left(c))
            wt_take(c, F_MP_ADDRID);
        break;
    case 5:
        wt_peek(c, F_MP_SUBTYPE);
        backup_flag(c);
        if (wt_left(c))
            wt_take(c, F_MP_ADDRID);
        break;
    case 6: reserved(c); wt_take(c, F_MP_DSN); break;
    case 7: reserved(c); wt_take(c, F_MP_RECVKEY); break;
    case 8: {
        wt_peek(c, F_MP_SUBTYPE);
        wt_node flags = wt_begin(c, F_MP_FLAGS, 1);
        wt_skip(c, 1);
        for (wt_fid f = F_MP_FLAG_U; f <= F_MP_FLAG_T; f++)
            wt_bits(c, f);
        wt_end(c, flags);
        wt_take(c, F_MP_REASON);
        break;
    }
    default: wt_take(c, F_MP_SUBTYPE);
    }
}

/* ---- the list --------------------------------------------------------------------------- */

/* kind → its row, and how long it is: exactly `exact`, or at least `least`. */
typedef struct option_rule {
    uint8_t kind, exact, least;
    wt_fid field;
} option_rule;

static const option_rule rules[] = {
    {2, 4, 0, F_O_MSS}, {3, 3, 0, F_O_WSCALE}, {4, 2, 0, F_O_SACK_PERM}, {5, 0, 2, F_O_SACK}, {6, 6, 0, F_O_ECHO},
    {7, 6, 0, F_O_ECHO}, {8, 10, 0, F_O_TIMESTAMP}, {11, 6, 0, F_O_CC}, {12, 6, 0, F_O_CC}, {13, 6, 0, F_O_CC},
    {19, 18, 0, F_O_MD5}, {20, 0, 4, F_O_SCPS}, {21, 6, 0, F_O_SNACK}, {22, 0, 2, F_O_RECBOUND},
    {23, 0, 2, F_O_CORRUPTION}, {27, 8, 0, F_O_QS}, {28, 4, 0, F_O_USER_TO}, {29, 0, 4, F_O_AO},
    {30, 0, 3, F_O_MPTCP}, {34, 0, 2, F_O_TFO}, {172, 0, 2, F_O_ACC_ECN}, {174, 0, 2, F_O_ACC_ECN},
    {253, 0, 4, F_O_EXP}, {254, 0, 4, F_O_EXP},
};

static const option_rule *rule_of(uint8_t kind) {
    static const option_rule unknown = {0, 0, 2, F_O_UNKNOWN};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].kind == kind)
            return &rules[i];
    return &unknown;
}

static void accurate_ecn(wt_cur *c, uint8_t kind) {
    static const wt_fid order[2][3] = {{F_ECN_EE0B, F_ECN_ECEB, F_ECN_EE1B}, {F_ECN_EE1B, F_ECN_ECEB, F_ECN_EE0B}};
    for (int i = 0; i < 3 && wt_left(c) >= 3; i++)
        wt_take(c, order[kind == 174][i]);
}

static void content(wt_cur *c, tcp_segment *g, uint8_t kind, uint32_t at) {
    switch (kind) {
    case 2: wt_take(c, F_MSS); break;
    case 3: window_scale(c, g); break;
    case 5: sack(c, g, at); break;
    case 6: case 7: wt_take(c, F_ECHO_VALUE); break;
    case 8:
        wt_take(c, F_TSVAL);
        wt_take(c, F_TSECR);
        break;
    case 11: case 12: case 13: wt_take(c, F_CC_VALUE); break;
    case 19: wt_take_bytes(c, F_MD5_DIGEST, 16); break;
    case 20: scps(c); break;
    case 21:
        wt_take(c, F_SNACK_OFFSET);
        wt_take(c, F_SNACK_SIZE);
        break;
    case 27:
        wt_take(c, F_QS_RATE);
        wt_take(c, F_QS_TTL);
        break;
    case 28:
        wt_peek(c, F_USER_TO_GRANULARITY);
        wt_take(c, F_USER_TO_VALUE);
        break;
    case 29:
        wt_take(c, F_AO_KEYID);
        wt_take(c, F_AO_RNEXT);
        if (wt_left(c))
            wt_take_rest(c, F_AO_MAC);
        break;
    case 30: mptcp(c); break;
    case 34: fast_open(c, at, 2); break;
    case 172: case 174: accurate_ecn(c, kind); break;
    case 253: case 254: experiment(c); break;
    default:
        if (rule_of(kind)->field == F_O_UNKNOWN && wt_left(c))
            wt_take_rest(c, F_UNKNOWN_PAYLOAD);
    }
}

static void one(wt_cur *c, tcp_segment *g) {
    uint8_t kind = (uint8_t)wt_look(c, 0, 1);
    uint32_t at = c->pos;
    if (kind < 2) {
        wt_node n = wt_begin(c, kind ? F_O_NOP : F_O_EOL, 1);
        wt_take(c, F_KIND);
        wt_end(c, n);
        return;
    }
    uint32_t length = (uint32_t)wt_look(c, 1, 1);
    if (wt_left_captured(c) < 2 || length < 2 || length > wt_left(c)) {
        if (wt_left_captured(c) == wt_left(c))
            wt_note(c, "an option's length is wrong: the rest of the options cannot be read");
        wt_skip(c, wt_left_captured(c));
        return;
    }
    const option_rule *rule = rule_of(kind);
    wt_node n = wt_begin(c, rule->field, length);
    wt_cur o = wt_sub(c, length);
    wt_take(&o, F_KIND);
    wt_take(&o, F_OPT_LEN);
    if (rule->exact ? length == rule->exact : length >= rule->least)
        content(&o, g, kind, at);
    else
        wt_note(&o, "this option's length is %u, which is not allowed for its kind", length);
    wt_end(c, n);
}

/* How long the next option is, if it is whole and as it should be, and only has rows to show; else 0. */
static uint32_t only_rows(const wt_cur *c) {
    uint64_t kind = wt_look(c, 0, 1);
    uint32_t n = kind < 2 ? 1 : kind == 2 ? 4 : kind == 4 ? 2 : kind == 8 ? 10 : 0;
    return n <= wt_left_captured(c) && (n < 2 || wt_look(c, 1, 1) == n) ? n : 0;
}

void wt_tcp_options(wt_cur *c, tcp_segment *g) {
    if (!wt_left(c))
        return;
    uint32_t n = wt_left_captured(c);
    /* The commonest options by far, when nobody wants to see them. */
    bool quiet = wt_quiet(c->s, WT_P_TCP), unseen = quiet || !wt_wants_some(c->s, F_OPTIONS, F_TSECR);
    if (n == 12 && unseen && wt_look(c, 0, 4) == 0x0101080a) {
        wt_skip(c, n);
        return;
    }
    wt_node all = wt_begin(c, F_OPTIONS, wt_left(c));
    while (wt_left_captured(c)) {
        uint32_t passed = quiet ? only_rows(c) : 0;
        if (passed)
            wt_skip(c, passed);
        else
            one(c, g);
    }
    wt_end(c, all);
}
