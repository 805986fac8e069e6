/* null.c - BSD loopback: four bytes of address family, in the byte order of the machine that captured. */
#include "proto/common/numbers.h"

static const wt_value family_rows[] = {
    WT_V(2, "IP", NULL), WT_V(7, "OSI", NULL), WT_V(16, "Appletalk", NULL), WT_V(23, "Netware IPX/SPX", NULL),
    WT_V(24, "IPv6", "NetBSD's, OpenBSD's number."), WT_V(28, "IPv6", "FreeBSD's number."),
    WT_V(30, "IPv6", "macOS's number.")};
WT_VALUES(family);

#define FIELDS(F) \
    F(FAMILY, "null.family", U32, 0, DEC, &family, "Family", \
      "What the payload is, by the capturing system's own numbers.", "pcap LINKTYPE_NULL", WT_STORY) \
    F(TYPE, "null.type", U16, 0, HEX, &wt_ethertypes, "Type", "What the payload is, as in Ethernet II.", \
      "pcap LINKTYPE_NULL", WT_STORY)
WT_FIELDS(NULLBACK, FIELDS)

static void run_family(wt_cur *c, uint32_t family_number) {
    switch (family_number) {
    case 2: wt_next(c, WT_T_ETHERTYPE, 0x0800); break;
    case 24: case 28: case 30: wt_next(c, WT_T_ETHERTYPE, 0x86dd); break;
    default: wt_run(c, WT_P_DATA); break;
    }
}

static void dissect(wt_cur *c) {
    uint32_t big = (uint32_t)wt_look(c, 0, 4);
    bool swapped = (big & 0xffff0000) != 0;
    uint32_t v = swapped ? __builtin_bswap32(big) : big;
    if (!wt_need(c, 4))
        return;
    /* Some systems put an EtherType there; families are below 1536. */
    bool type = swapped ? (v & 0xffff0000) == 0 && v > 1535 : v > 1535;
    if ((v & 0xffff0000) != 0) {
        wt_emit_u(c, F_TYPE, c->pos, 4, big >> 16);
        wt_skip(c, 4);
        wt_next(c, WT_T_ETHERTYPE, big >> 16);
    } else if (type) {
        wt_emit_u(c, F_TYPE, c->pos, 4, v);
        wt_skip(c, 4);
        wt_next(c, WT_T_ETHERTYPE, v);
    } else {
        wt_emit_u(c, F_FAMILY, c->pos, 4, v);
        wt_skip(c, 4);
        run_family(c, v);
    }
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 0, NULL}, {WT_T_LINKTYPE, 108, NULL}};

const wt_protocol wt_proto_null = {
    .info = {.name = "null", .title = "Null/Loopback", .tag = "Loopback",
             .why = "Stands in for a link layer where a machine talks to itself.", .ref = "pcap LINKTYPE_NULL",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
