/* raw.c - captures whose frames begin with the IP header itself. */
#include "core/proto.h"

static void dissect(wt_cur *c) {
    uint64_t version = wt_look(c, 0, 1) >> 4;
    if (version == 6)
        wt_next(c, WT_T_ETHERTYPE, 0x86dd);
    else if (version == 4)
        wt_next(c, WT_T_ETHERTYPE, 0x0800);
    else
        wt_run(c, WT_P_DATA);
}

/* LINKTYPE_RAW, _IPV4, _IPV6, and the numbers that some systems wrote for RAW. */
static const wt_binding bindings[] = {
    {WT_T_LINKTYPE, 101, NULL}, {WT_T_LINKTYPE, 228, NULL}, {WT_T_LINKTYPE, 229, NULL}, {WT_T_LINKTYPE, 12, NULL},
    {WT_T_LINKTYPE, 14, NULL}};

const wt_protocol wt_proto_raw = {
    .info = {.name = "raw", .title = "Raw packet data", .tag = "Raw",
             .why = "There is no link layer: the frame begins with IP.", .ref = "pcap LINKTYPE_RAW"},
    .bindings = bindings, .binding_count = 5, .dissect = dissect,
};
