/* mpls.c - MPLS: routers inside a network go by a label in front of the packet instead of its address (RFC 3032). */
#include "core/proto.h"

static const wt_value labels_rows[] = {
    WT_V(0, "IPv4 Explicit-Null", "IPv4 follows: nothing else is said."),
    WT_V(1, "Router Alert", "Every router on the way shall look at the packet."),
    WT_V(2, "IPv6 Explicit-Null", "IPv6 follows: nothing else is said."),
    WT_V(3, "Implicit-Null", "Never on the wire: tells the last router but one to take the label off."),
    WT_V(7, "Entropy Label Indicator", "The next label only spreads flows over several ways."),
    WT_V(13, "GAL", "A message of the network's own upkeep follows."),
    WT_V(14, "OAM Alert", NULL), WT_V(15, "Extension", NULL),
};
WT_VALUES(labels);

#define FIELDS(F) \
    F(LABEL, "mpls.label", U32, 0xfffff000, DEC, &labels, "MPLS Label", \
      "Tells the next router where the packet goes and with what it is replaced.", "RFC 3032 §2.1", WT_STORY) \
    F(EXP, "mpls.exp", U32, 0x00000e00, DEC, NULL, "MPLS Experimental Bits", \
      "How urgent the packet is; today called Traffic Class.", "RFC 5462 §2", 0) \
    F(BOTTOM, "mpls.bottom", U32, 0x00000100, DEC, NULL, "MPLS Bottom Of Label Stack", \
      "1 on the last label: the packet follows.", "RFC 3032 §2.1", 0) \
    F(TTL, "mpls.ttl", U32, 0x000000ff, DEC, NULL, "MPLS TTL", \
      "How many routers more may pass it on.", "RFC 3032 §2.4", 0)
WT_FIELDS(MPLS, FIELDS)

/* No label says what follows: the routers agreed on it.  The first four bits tell IPv4 and IPv6 (RFC 4928 §3). */
static void payload(wt_cur *c) {
    uint64_t first = wt_look(c, 0, 1) >> 4;
    if (first == 4)
        wt_next(c, WT_T_ETHERTYPE, 0x0800);
    else if (first == 6)
        wt_next(c, WT_T_ETHERTYPE, 0x86dd);
    else
        wt_run(c, WT_P_DATA);
}

/* True if another label follows. */
static bool label(wt_cur *c, uint64_t *number) {
    *number = wt_peek(c, F_LABEL);
    wt_peek(c, F_EXP);
    uint64_t bottom = wt_peek(c, F_BOTTOM);
    wt_take(c, F_TTL);
    return !bottom && !c->fail;
}

/* Each label is a layer, but they don't nest: there may be many. */
static void dissect(wt_cur *c) {
    uint64_t number;
    bool more = label(c, &number), good = !c->fail;
    wt_text *t = good ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, "label ");
        wt_put_u(t, number);
    }
    wt_header_done(c);
    while (more) {
        wt_cur next = wt_layer_begin(c, WT_P_MPLS, 4);
        more = label(&next, &number);
        wt_layer_end(&next);
        good = !next.fail;
        if (t && good) {
            wt_put_s(t, ", ");
            wt_put_u(t, number);
        }
    }
    if (good)
        payload(c);
}

static const wt_binding bindings[] = {{WT_T_ETHERTYPE, 0x8847, NULL}, {WT_T_ETHERTYPE, 0x8848, NULL},
                                      {WT_T_PPP, 0x0281, NULL},       {WT_T_PPP, 0x0283, NULL},
                                      {WT_T_IP_PROTO, 137, NULL},     {WT_T_UDP_PORT, 6635, NULL}};

const wt_protocol wt_proto_mpls = {
    .info = {.name = "mpls", .title = "MultiProtocol Label Switching Header", .tag = "MPLS",
             .why = "A label in front of a packet, which routers follow instead of its address.", .ref = "RFC 3032",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 6, .dissect = dissect,
};
