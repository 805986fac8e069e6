/* ieee8021ad.c - 802.1ad: the tag that a provider puts in front of its customer's own. */
#include "proto/common/numbers.h"
#include "proto/common/trailer.h"

#define FIELDS(F) \
    F(PRIORITY, "ieee8021ad.priority", U8, 0xe0, DEC, NULL, "Priority", \
      "How urgent the frame is to the provider's switches; 7 goes first.", "IEEE 802.1Q §9.6", 0) \
    F(DEI, "ieee8021ad.dei", U8, 0x10, FLAG, NULL, "DEI", \
      "Set: this frame may be dropped first when a switch is full.", "IEEE 802.1Q §9.6", 0) \
    F(ID, "ieee8021ad.id", U16, 0x0fff, DEC, NULL, "ID", \
      "Which of the provider's virtual LANs, and so which customer.", "IEEE 802.1Q §9.6", WT_STORY) \
    F(ETYPE, "ieee8021ah.etype", U16, 0, HEX, &wt_ethertypes, "Type", \
      "What comes after the tag: often the customer's own.", "IEEE 802.1Q §9.6", WT_STORY) \
    F(TRAILER, "ieee8021ah.trailer", BYTES, 0, DEC, NULL, "Trailer", \
      "Bytes behind the packet that its own length does not count.", "IEEE 802.3 §3.2.8", 0) \
    F(PADDING, "eth.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Zeros that fill a short frame up to Ethernet's least length.", "IEEE 802.3 §3.2.8", 0)
WT_FIELDS(DOT1AD, FIELDS)

static void dissect(wt_cur *c) {
    static const wt_trailer_rows behind = {F_PADDING, F_TRAILER, WT_FID_NONE, WT_FID_NONE};
    wt_peek(c, F_PRIORITY);
    wt_peek(c, F_DEI);
    wt_take(c, F_ID);
    uint64_t type = wt_take(c, F_ETYPE);
    wt_payload_and_trailer(c, WT_T_ETHERTYPE, type, wt_ethernet_start(c), behind);
}

static const wt_binding bindings[] = {{WT_T_ETHERTYPE, 0x88a8, NULL}};

const wt_protocol wt_proto_ieee8021ad = {
    .info = {.name = "ieee8021ad", .title = "802.1ad Provider Bridge", .tag = "802.1ad",
             .why = "Keeps the networks of a provider's customers apart.", .ref = "IEEE 802.1Q",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
