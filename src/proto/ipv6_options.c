/* ipv6_options.c - extension headers that hold options or a route. */
#include "proto/ipv6.h"

#define TABLE(x) const wt_values wt_ipv6_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value options_rows[] = {
    WT_V(0, "Pad1", NULL), WT_V(1, "PadN", NULL), WT_V(4, "Tunnel Encapsulation Limit", NULL),
    WT_V(5, "Router Alert", NULL), WT_V(7, "CALIPSO", "A secrecy label."), WT_V(8, "SMF_DPD", NULL),
    WT_V(15, "Performance and Diagnostic Metrics", NULL), WT_V(30, "Experimental", NULL), WT_V(38, "Quick-Start", NULL),
    WT_V(48, "Path MTU", NULL), WT_V(49, "IOAM", NULL), WT_V(62, "Experimental", NULL), WT_V(94, "Experimental", NULL),
    WT_V(99, "RPL Option", NULL), WT_V(109, "MPL Option", NULL), WT_V(126, "Experimental", NULL),
    WT_V(138, "Endpoint Identification", NULL), WT_V(139, "ILNP Nonce", NULL), WT_V(140, "Line-Identification", NULL),
    WT_V(158, "Experimental", NULL), WT_V(190, "Experimental", NULL), WT_V(194, "Jumbo Payload", NULL),
    WT_V(201, "Home Address", NULL), WT_V(222, "Experimental", NULL), WT_V(238, "IP_DFF", NULL),
    WT_V(254, "Experimental", NULL)};
TABLE(options);

static const wt_value alert_rows[] = {WT_V(0, "MLD", NULL), WT_V(1, "RSVP", NULL), WT_V(2, "Active Network", NULL)};
TABLE(alert);

static const wt_value actions_rows[] = {
    WT_V(0, "Skip and continue", NULL), WT_V(1, "Discard", NULL),
    WT_V(2, "Discard and send ICMP Parameter Problem", NULL),
    WT_V(3, "Discard and, unless multicast, send ICMP Parameter Problem", NULL)};
TABLE(actions);

static const wt_value routing_rows[] = {
    WT_V(0, "Source Route", "Forbidden since it let anybody multiply traffic."), WT_V(1, "Nimrod", NULL),
    WT_V(2, "Type 2 Routing", "For a mobile host."), WT_V(3, "RPL Source Route", NULL),
    WT_V(4, "Segment Routing", NULL), WT_V(5, "Compact Routing Header 16", NULL),
    WT_V(6, "Compact Routing Header 32", NULL), WT_V(253, "Experiment 1", NULL), WT_V(254, "Experiment 2", NULL)};
TABLE(routing);

/* ---- options ---------------------------------------------------------------------------- */

static void path_mtu(wt_cur *c) {
    wt_take(c, F_PMTU_MIN);
    uint64_t v = wt_look(c, 0, 2);
    if (!wt_need(c, 2))
        return;
    wt_emit_u(c, F_PMTU_RTN, c->pos, 2, v & 0xfffe);
    wt_emit_u(c, F_PMTU_R, c->pos + 1, 1, v & 1);
    wt_skip(c, 2);
}

static void rpl(wt_cur *c) {
    wt_take(c, F_RPL_FLAG);
    wt_node n = wt_parent(c, F_RPL_FLAG);
    for (wt_fid f = F_RPL_O; f <= F_RPL_RSV; f++)
        wt_bits(c, f);
    wt_end(c, n);
    wt_take(c, F_RPL_INSTANCE);
    wt_take(c, F_RPL_RANK);
}

static void calipso(wt_cur *c) {
    wt_take(c, F_CAL_DOI);
    uint32_t words = (uint32_t)wt_take(c, F_CAL_LEN);
    wt_take(c, F_CAL_LEVEL);
    wt_take(c, F_CAL_CHECKSUM);
    wt_take_bytes(c, F_CAL_BITMAP, words * 4);
}

static void contents(wt_cur *c, uint32_t type, uint32_t *jumbo) {
    switch (type) {
    case 1: wt_take_bytes(c, F_OPT_PADN, wt_left(c)); break;
    case 4: wt_take(c, F_OPT_TEL); break;
    case 5: wt_take(c, F_OPT_ALERT); break;
    case 7: calipso(c); break;
    case 48: path_mtu(c); break;
    case 99: rpl(c); break;
    case 194: *jumbo = (uint32_t)wt_take(c, F_OPT_JUMBO); break;
    case 201: wt_take_bytes(c, F_OPT_HOME, 16); break;
    case 30: case 62: case 94: case 126: case 158: case 190: case 222: case 254:
        wt_take_bytes(c, F_OPT_EXPERIMENT, wt_left(c));
        break;
    default: wt_take_bytes(c, F_OPT_UNKNOWN, wt_left(c)); break;
    }
    if (wt_left(c) && !c->fail)
        wt_take_rest(c, F_OPT_REST_DATA);
}

static void option(wt_cur *c, uint32_t *jumbo) {
    uint32_t type = (uint32_t)wt_look(c, 0, 1);
    uint32_t length = type ? 2 + (uint32_t)wt_look(c, 1, 1) : 1;
    /* Of several Pad1 in a row, which should be a PadN, each reaches over the next, as Wireshark shows it. */
    bool row = !type && wt_left_captured(c) >= 2 && !wt_look(c, 1, 1);
    wt_node n = wt_begin(c, F_OPT, row ? 2 : length);
    wt_take(c, F_OPT_TYPE);
    if (type == 0) {
        wt_emit_p(c, F_OPT_PAD1, c->pos - 1, 1, NULL, 0);
    } else {
        wt_node t = wt_parent(c, F_OPT_TYPE);
        wt_bits(c, F_OPT_ACTION);
        wt_bits(c, F_OPT_CHANGE);
        wt_bits(c, F_OPT_REST);
        wt_end(c, t);
        wt_take(c, F_OPT_LENGTH);
        wt_cur data = wt_sub(c, length - 2);
        contents(&data, type, jumbo);
    }
    wt_end(c, n);
}

uint8_t wt_ipv6_options_header(wt_cur *c, bool hop_by_hop, uint32_t *jumbo) {
    uint32_t length = ((uint32_t)wt_look(c, 1, 1) + 1) * 8, left = wt_left(c);
    wt_node n = wt_begin(c, hop_by_hop ? F_HOPOPTS : F_DSTOPTS, length);
    wt_cur header = wt_sub(c, length);
    uint8_t next = (uint8_t)wt_take(&header, hop_by_hop ? F_HOPOPTS_NXT : F_DSTOPTS_NXT);
    wt_take(&header, hop_by_hop ? F_HOPOPTS_LEN : F_DSTOPTS_LEN);
    if (!header.fail)
        wt_emit_u(&header, hop_by_hop ? F_HOPOPTS_OCT : F_DSTOPTS_OCT, header.pos - 1, 1, length);
    while (wt_left(&header) && !header.fail)
        option(&header, jumbo);
    wt_end(c, n);
    if (length > left && !header.fail && wt_left_captured(&header) == wt_left(&header))
        wt_malformed(c, "an extension header says it is %u bytes long, but only %u are here", length, left);
    return next;
}

/* ---- routes ----------------------------------------------------------------------------- */

static void rpl_route(wt_cur *c) {
    for (wt_fid f = F_RPL_I; f <= F_RPL_RESERVED; f++)
        wt_peek(c, f);
    wt_skip(c, 4);
    if (!c->fail)
        wt_skip(c, wt_left(c));
}

static void segments(wt_cur *c) {
    uint32_t last = (uint32_t)wt_take(c, F_SRH_LAST);
    wt_take(c, F_SRH_FLAGS);
    wt_take_bytes(c, F_SRH_TAG, 2);
    for (uint32_t i = 0; i <= last && wt_left(c) >= 16; i++)
        wt_take_bytes(c, F_SRH_ADDR, 16);
    if (!c->fail)
        wt_skip(c, wt_left(c));
}

uint8_t wt_ipv6_routing_header(wt_cur *c) {
    uint32_t length = ((uint32_t)wt_look(c, 1, 1) + 1) * 8;
    wt_node n = wt_begin(c, F_ROUTING, length);
    wt_cur header = wt_sub(c, length);
    uint8_t next = (uint8_t)wt_take(&header, F_ROUTING_NXT);
    wt_take(&header, F_ROUTING_LEN);
    if (!header.fail)
        wt_emit_u(&header, F_ROUTING_OCT, header.pos - 1, 1, length);
    uint64_t type = wt_take(&header, F_ROUTING_TYPE);
    wt_take(&header, F_SEGLEFT);
    switch (type) {
    case 0: case 2:
        wt_take_bytes(&header, type ? F_MIP_RESERVED : F_SRC_RESERVED, 4);
        while (wt_left(&header) >= 16)
            wt_take_bytes(&header, type ? F_MIP_HOME : F_SRC_ADDR, 16);
        break;
    case 3: rpl_route(&header); break;
    case 4: segments(&header); break;
    default: wt_take_rest(&header, F_ROUTING_DATA); break;
    }
    wt_end(c, n);
    return next;
}
