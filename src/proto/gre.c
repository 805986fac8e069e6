/* gre.c - Generic Routing Encapsulation: a packet of any kind inside IP (RFC 2784, 2890; 2637 for PPTP). */
#include "proto/common/numbers.h"

static const wt_value status_rows[] = {WT_V(0, "Bad", NULL), WT_V(1, "Good", NULL), WT_V(2, "Unverified", NULL)};
WT_VALUES(status);

#define FIELDS(F) \
    F(FLAGS, "gre.flags_and_version", U16, 0, HEX, NULL, "Flags and Version", \
      "Says which of the optional fields follow, and which version this is.", \
      "RFC 2784 §2.1", 0) \
    F(HAS_CHECKSUM, "gre.flags.checksum", U16, 0x8000, FLAG, NULL, \
      "Checksum Bit", "Set: a checksum over header and payload follows.", "RFC 2784 §2.2", 0) \
    F(HAS_ROUTING, "gre.flags.routing", U16, 0x4000, FLAG, NULL, \
      "Routing Bit", "Set: a list of routers to pass follows; long unused.", \
      "RFC 1701", 0) \
    F(HAS_KEY, "gre.flags.key", U16, 0x2000, FLAG, NULL, "Key Bit", \
      "Set: a key follows, which tells flows in the tunnel apart.", "RFC 2890 §2", 0) \
    F(HAS_SEQ, "gre.flags.sequence_number", U16, 0x1000, FLAG, NULL, \
      "Sequence Number Bit", "Set: a sequence number follows, by which the receiver keeps the order.", \
      "RFC 2890 §2", 0) \
    F(STRICT, "gre.flags.strict_source_route", U16, 0x0800, FLAG, NULL, "Strict Source Route Bit", \
      "Set: only the listed routers may be passed; long unused.", "RFC 1701", 0) \
    F(RECURSION, "gre.flags.recursion_control", U16, 0x0700, DEC, NULL, "Recursion Control", \
      "How often the packet may still be wrapped into a tunnel; long unused.", "RFC 1701", 0) \
    F(HAS_ACK, "gre.flags.ack", U16, 0x0080, FLAG, NULL, "Acknowledgment", \
      "Set: the number of the last packet received follows (PPTP).", \
      "RFC 2637 §4.1", 0) \
    F(RESERVED, "gre.flags.reserved", U16, 0x0078, DEC, NULL, \
      "Flags (Reserved)", "Kept for later use; must be zero.", "RFC 2784 §2.3", 0) \
    F(RESERVED0, "gre.flags.reserved", U16, 0x00f8, DEC, NULL, \
      "Flags (Reserved)", "Kept for later use; must be zero, for only PPTP has an acknowledgment bit.", \
      "RFC 2784 §2.3", 0) \
    F(VERSION, "gre.flags.version", U16, 0x0007, DEC, NULL, "Version", \
      "Which GRE this is: 0, or 1 for PPTP's variant.", "RFC 2784 §2.3.1", 0) \
    F(PROTO, "gre.proto", U16, 0, HEX, &wt_ethertypes, "Protocol Type", \
      "Which protocol the tunnel carries, as an EtherType.", "RFC 2784 §2.4", \
      WT_STORY) \
    F(CHECKSUM, "gre.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Lets the receiver find damage in header and payload.", "RFC 2784 §2.5", 0) \
    F(CHECKSUM_STATUS, "gre.checksum.status", U8, 0, DEC, &status, "Checksum Status", \
      "Whether the checksum agrees with the bytes captured.", "RFC 2784 §2.5", 0) \
    F(OFFSET, "gre.offset", U16, 0, DEC, NULL, "Offset", \
      "Where in the list of routers the next one stands; long unused.", "RFC 1701", 0) \
    F(KEY, "gre.key", U32, 0, HEX, NULL, "Key", "Tells flows inside the tunnel apart.", "RFC 2890 §2.1", WT_STORY) \
    F(KEY_LENGTH, "gre.key.payload_length", U16, 0, DEC, NULL, \
      "Payload Length", "Bytes of the payload, without this header (PPTP).", \
      "RFC 2637 §4.1", 0) \
    F(KEY_CALL, "gre.key.call_id", U16, 0, DEC, NULL, "Call ID", \
      "Which of the calls between the two ends the packet belongs to (PPTP).", "RFC 2637 §4.1", WT_STORY) \
    F(SEQ, "gre.sequence_number", U32, 0, DEC, NULL, "Sequence Number", "Lets the receiver keep the order.", \
      "RFC 2890 §2.2", 0) \
    F(ACK, "gre.ack_number", U32, 0, DEC, NULL, "Acknowledgment Number", "The highest number received (PPTP).", \
      "RFC 2637 §4.1", 0)
WT_FIELDS(GRE, FIELDS)

static uint32_t flags(wt_cur *c) {
    uint32_t v = (uint32_t)wt_take(c, F_FLAGS);
    wt_node n = wt_parent(c, F_FLAGS);
    for (wt_fid f = F_HAS_CHECKSUM; f <= F_RECURSION; f++)
        wt_bits(c, f);
    if ((v & 7) == 1)
        wt_bits(c, F_HAS_ACK);
    wt_bits(c, (v & 7) == 1 ? F_RESERVED : F_RESERVED0);
    wt_bits(c, F_VERSION);
    wt_end(c, n);
    return v;
}

static void key(wt_cur *c, bool pptp) {
    if (!pptp) {
        wt_take(c, F_KEY);
        return;
    }
    wt_take(c, F_KEY_LENGTH);
    wt_take(c, F_KEY_CALL);
}

static void checksum(wt_cur *c) {
    uint32_t n = c->end - c->start;
    bool whole = c->cap == c->end && !c->s->net.fragment && !c->s->embedded;
    uint16_t sum = whole ? wt_checksum_fold(wt_checksum_add(0, c->data + c->start, n)) : 0;
    wt_take(c, F_CHECKSUM);
    if (c->fail)
        return;
    wt_emit_u(c, F_CHECKSUM_STATUS, c->pos - 2, 0, !whole ? 2 : sum == 0xffff);
    if (whole && sum != 0xffff)
        wt_note(c, "the GRE checksum is wrong: bits changed on the way, or the sender computed it wrongly");
}

static void dissect(wt_cur *c) {
    uint32_t v = flags(c), type = (uint32_t)wt_take(c, F_PROTO);
    bool pptp = (v & 7) == 1;
    if (v & 0xc000) {
        if (v & 0x8000)
            checksum(c);
        else
            wt_skip(c, 2);
        wt_take(c, F_OFFSET);
    }
    if (v & 0x2000)
        key(c, pptp);
    if (v & 0x1000)
        wt_take(c, F_SEQ);
    if (pptp && v & 0x0080)
        wt_take(c, F_ACK);
    wt_next(c, WT_T_ETHERTYPE, type);
}

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 47, NULL}};

const wt_protocol wt_proto_gre = {
    .info = {.name = "gre", .title = "Generic Routing Encapsulation", .tag = "GRE",
             .why = "Carries packets of any kind inside IP: a tunnel.", .ref = "RFC 2784",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
