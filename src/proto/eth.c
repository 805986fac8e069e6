/* eth.c - Ethernet II. */
#include "core/proto.h"

#define FIELDS(F) \
    F(DST, "eth.dst", ETHER, 0, DEC, NULL, "Destination", "The card on this link that the frame is for.", \
      "IEEE 802.3 §3.2.4", WT_STORY) \
    F(SRC, "eth.src", ETHER, 0, DEC, NULL, "Source", "The card on this link that sent the frame.", \
      "IEEE 802.3 §3.2.5", WT_STORY) \
    F(TYPE, "eth.type", U16, 0, HEX, NULL, "Type", "Which protocol the payload is.", "IEEE 802.3 §3.2.6", WT_STORY)
WT_FIELDS(ETH, FIELDS)

static void dissect(wt_cur *c) {
    wt_take_bytes(c, F_DST, 6);
    wt_take_bytes(c, F_SRC, 6);
    uint64_t type = wt_take(c, F_TYPE);
    wt_next(c, WT_T_ETHERTYPE, type);
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 1, NULL}};

const wt_protocol wt_proto_eth = {
    .info = {.name = "eth", .title = "Ethernet II", .tag = "Ethernet", .why = "Carries frames over one link.",
             .ref = "IEEE 802.3", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
