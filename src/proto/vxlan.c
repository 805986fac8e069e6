/* vxlan.c - VXLAN: Ethernet frames inside UDP, so that a virtual network spans a routed one (RFC 7348). */
#include "core/proto.h"

#define FIELDS(F) \
    F(FLAGS, "vxlan.flags", U16, 0, HEX, NULL, "Flags", "Which of the fields below hold something.", "RFC 7348 §5", 0) \
    F(FLAG_G, "vxlan.flag_g", U16, 0x8000, FLAG, NULL, "GBP Extension", \
      "Set: a group for policies stands in the header (an extension).", "draft-smith-vxlan-group-policy-05 §2.1", 0) \
    F(FLAG_I, "vxlan.flag_i", U16, 0x0800, FLAG, NULL, "VXLAN Network ID (VNI)", \
      "Set: the network's number is there; a frame without it is dropped.", "RFC 7348 §5", 0) \
    F(FLAG_D, "vxlan.flag_d", U16, 0x0040, FLAG, NULL, "Don't Learn", \
      "Set: the receiver shall not remember where the sender's address was seen (an extension).", \
      "draft-smith-vxlan-group-policy-05 §2.1", 0) \
    F(FLAG_A, "vxlan.flag_a", U16, 0x0008, FLAG, NULL, "Policy Applied", \
      "Set: the group's policy was already applied (an extension).", "draft-smith-vxlan-group-policy-05 §2.1", 0) \
    F(FLAG_R, "vxlan.flags_reserved", U16, 0x77b7, HEX, NULL, "Reserved(R)", "Kept for later use; zero.", \
      "RFC 7348 §5", 0) \
    F(GBP, "vxlan.gbp", U16, 0, DEC, NULL, "Group Policy ID", \
      "Which group the sender belongs to, for policies (an extension).", "draft-smith-vxlan-group-policy-05 §2.1", 0) \
    F(VNI, "vxlan.vni", U24, 0, DEC, NULL, "VXLAN Network Identifier (VNI)", \
      "Which virtual network the frame inside belongs to: 24 bits, where a VLAN tag has 12.", "RFC 7348 §5", WT_STORY) \
    F(RESERVED, "vxlan.reserved8", U8, 0, DEC, NULL, "Reserved", "Kept for later use; zero.", "RFC 7348 §5", 0)
WT_FIELDS(VXLAN, FIELDS)

static void dissect(wt_cur *c) {
    wt_take(c, F_FLAGS);
    wt_node n = wt_parent(c, F_FLAGS);
    for (wt_fid f = F_FLAG_G; f <= F_FLAG_R; f++)
        wt_bits(c, f);
    wt_end(c, n);
    wt_take(c, F_GBP);
    uint64_t vni = wt_take(c, F_VNI);
    wt_take(c, F_RESERVED);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        wt_put_s(t, "a frame of virtual network ");
        wt_put_u(t, vni);
    }
    wt_next(c, WT_T_ETHERTYPE, 0x6558);
}

static const wt_binding bindings[] = {{WT_T_UDP_PORT, 4789, NULL}};

const wt_protocol wt_proto_vxlan = {
    .info = {.name = "vxlan", .title = "Virtual eXtensible Local Area Network", .tag = "VXLAN",
             .why = "Carries Ethernet frames inside UDP: a virtual network over a routed one.", .ref = "RFC 7348",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
