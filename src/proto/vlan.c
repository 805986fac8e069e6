/* vlan.c - 802.1Q tags: which virtual LAN a frame belongs to. */
#include "proto/common/numbers.h"
#include "proto/common/trailer.h"

static const wt_value priority_rows[] = {
    WT_V(0, "Best Effort (default)", NULL), WT_V(1, "Background", NULL), WT_V(2, "Spare", NULL),
    WT_V(3, "Excellent Effort", NULL), WT_V(4, "Controlled Load", NULL),
    WT_V(5, "Video, < 100ms latency and jitter", NULL),
    WT_V(6, "Voice, < 10ms latency and jitter", NULL), WT_V(7, "Network Control", NULL)};
WT_VALUES(priority);

static const wt_value dei_rows[] = {WT_V(0, "Ineligible", NULL), WT_V(1, "Eligible", NULL)};
WT_VALUES(dei);

#define FIELDS(F) \
    F(PRIORITY, "vlan.priority", U16, 0xe000, DEC, &priority, "Priority", \
      "How urgent the frame is to switches; 7 goes first, 0 is the default.", "IEEE 802.1Q §9.6", 0) \
    F(DEI, "vlan.dei", U16, 0x1000, FLAG, &dei, "DEI", "Set: this frame may be dropped first when a switch is full.", \
      "IEEE 802.1Q §9.6", 0) \
    F(ID, "vlan.id", U16, 0x0fff, DEC, NULL, "ID", \
      "Which virtual LAN the frame belongs to; 0 means none, only a priority.", "IEEE 802.1Q §9.6", WT_STORY) \
    F(ETYPE, "vlan.etype", U16, 0, HEX, &wt_ethertypes, "Type", "Which protocol comes after the tag.", \
      "IEEE 802.1Q §9.6", WT_STORY) \
    F(LEN, "vlan.len", U16, 0, DEC, NULL, "Length", "The payload's length: an LLC frame inside the tag.", \
      "IEEE 802.3 §3.2.6", WT_STORY) \
    F(TRAILER, "vlan.trailer", BYTES, 0, DEC, NULL, "Trailer", \
      "Bytes behind the packet that its own length does not count.", "IEEE 802.3 §3.2.8", 0) \
    F(PADDING, "eth.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Zeros that fill a short frame up to Ethernet's least length.", "IEEE 802.3 §3.2.8", 0)
WT_FIELDS(VLAN, FIELDS)

static const wt_trailer_rows behind = {F_PADDING, F_TRAILER, WT_FID_NONE, WT_FID_NONE};

static void dissect(wt_cur *c) {
    wt_peek(c, F_PRIORITY);
    wt_peek(c, F_DEI);
    wt_peek(c, F_ID);
    wt_skip(c, 2);
    uint32_t type = (uint32_t)wt_look(c, 0, 2);
    if (type <= 1500 && wt_left_captured(c) >= 2) {
        wt_take(c, F_LEN);
        wt_cur outer = *c;
        uint32_t end = type < wt_left(c) ? c->pos + type : c->end;
        wt_header_done(c);
        wt_cur payload = wt_sub(c, end - c->pos);
        wt_next(&payload, WT_T_LLC_DSAP, 0x100);
        wt_trailer(&outer, end, wt_ethernet_start(c), behind);
        return;
    }
    wt_take(c, F_ETYPE);
    wt_payload_and_trailer(c, WT_T_ETHERTYPE, type, wt_ethernet_start(c), behind);
}

static const wt_binding bindings[] = {
    {WT_T_ETHERTYPE, 0x8100, NULL}, {WT_T_ETHERTYPE, 0x9100, NULL}};

const wt_protocol wt_proto_vlan = {
    .info = {.name = "vlan", .title = "802.1Q Virtual LAN", .tag = "VLAN",
             .why = "Lets several separate networks share one cable.", .ref = "IEEE 802.1Q",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
