/* sll.c - Linux cooked capture, versions 1 and 2: what libpcap gives for the interface "any". */
#include "proto/common/numbers.h"
#include "proto/common/trailer.h"

static const wt_value packet_rows[] = {
    WT_V(0, "Unicast to us", NULL), WT_V(1, "Broadcast", NULL), WT_V(2, "Multicast", NULL),
    WT_V(3, "Unicast to another host", "Seen only because the interface listens to everything."),
    WT_V(4, "Sent by us", NULL)};
WT_VALUES(packet);

static const wt_value linux_types_rows[] = {
    WT_V(0x0001, "802.3 without LLC (Novell)", NULL), WT_V(0x0003, "Unknown", NULL), WT_V(0x0004, "802.2 LLC", NULL),
    WT_V(0x000c, "CAN", NULL), WT_V(0x000d, "CAN FD", NULL)};
WT_VALUES(linux_types);

#define FIELDS(F) \
    F(PKTTYPE, "sll.pkttype", U16, 0, DEC, &packet, "Packet type", \
      "Whether the packet came in, went out or passed by.", "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(PKTTYPE2, "sll.pkttype", U8, 0, DEC, &packet, "Packet type", \
      "Whether the packet came in, went out or passed by.", "pcap LINKTYPE_LINUX_SLL2", WT_STORY) \
    F(HATYPE, "sll.hatype", U16, 0, DEC, &wt_hardware_types, \
      "Link-layer address type", "What kind of interface the packet was captured on: 1 is Ethernet, 772 loopback.", \
      "pcap LINKTYPE_LINUX_SLL", 0) \
    F(HALEN, "sll.halen", U16, 0, DEC, NULL, "Link-layer address length", \
      "Bytes of the sender's address: 6 for a MAC address.", \
      "pcap LINKTYPE_LINUX_SLL", 0) \
    F(HALEN2, "sll.halen", U8, 0, DEC, NULL, "Link-layer address length", \
      "Bytes of the sender's address: 6 for a MAC address.", \
      "pcap LINKTYPE_LINUX_SLL2", 0) \
    F(SRC_ETH, "sll.src.eth", ETHER, 0, DEC, NULL, "Source", "The card that sent the packet.", \
      "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(SRC_IPV4, "sll.src.ipv4", IPV4, 0, DEC, NULL, "Source", "The tunnel end that sent the packet.", \
      "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(SRC_OTHER, "sll.src.other", BYTES, 0, DEC, NULL, "Source", "The sender's address, of a kind not known here.", \
      "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(UNUSED, "sll.unused", BYTES, 0, DEC, NULL, "Unused", "Rest of the 8 bytes kept for the address.", \
      "pcap LINKTYPE_LINUX_SLL", 0) \
    F(ETYPE, "sll.etype", U16, 0, HEX, &wt_ethertypes, "Protocol", \
      "Which protocol the payload is, as in Ethernet II.", "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(LTYPE, "sll.ltype", U16, 0, HEX, &linux_types, "Protocol", "Linux's own number for what the payload is.", \
      "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(GRETYPE, "sll.gretype", U16, 0, HEX, &wt_ethertypes, "Protocol", "Which protocol the tunnel's payload is.", \
      "pcap LINKTYPE_LINUX_SLL", WT_STORY) \
    F(IFINDEX, "sll.ifindex", U32, 0, DEC, NULL, "Interface index", \
      "Which interface of the capturing machine it was.", "pcap LINKTYPE_LINUX_SLL2", WT_STORY) \
    F(TRAILER, "sll.trailer", BYTES, 0, DEC, NULL, "Trailer", \
      "Bytes behind the packet that its own length does not count.", "pcap LINKTYPE_LINUX_SLL", 0) \
    F(PADDING, "eth.padding", BYTES, 0, DEC, NULL, "Padding", "Zeros that filled a short Ethernet frame.", \
      "IEEE 802.3 §3.2.8", 0)
WT_FIELDS(SLL, FIELDS)

static const wt_trailer_rows behind = {F_PADDING, F_TRAILER, WT_FID_NONE, WT_FID_NONE};

enum { HW_GRE = 778, HW_GRE6 = 823, HW_NETLINK = 824 };

static void address(wt_cur *c, uint32_t n, uint32_t hatype) {
    (void)hatype;
    uint32_t shown = n > 8 ? 8 : n;
    wt_session *s = c->s;
    if (shown == 6) {
        const uint8_t *p = wt_take_bytes(c, F_SRC_ETH, 6);
        if (p) {
            s->src.kind = 1;
            s->src.length = 6;
            memcpy(s->src.addr, p, 6);
        }
    } else if (shown == 4) {
        wt_take_bytes(c, F_SRC_IPV4, 4);
    } else if (shown) {
        wt_take_bytes(c, F_SRC_OTHER, shown);
    }
    if (shown < 8)
        wt_take_bytes(c, F_UNUSED, 8 - shown);
}

static wt_fid protocol_row(uint32_t hatype, uint64_t protocol) {
    return hatype == HW_GRE || hatype == HW_GRE6 ? F_GRETYPE
           : protocol < 1536 || hatype == HW_NETLINK ? F_LTYPE
           : F_ETYPE;
}

static void payload(wt_cur *c, wt_fid row, uint64_t protocol) {
    if (row != F_LTYPE)
        wt_payload_and_trailer(c, WT_T_ETHERTYPE, protocol, c->start, behind);
    else if (protocol == 4)
        wt_next(c, WT_T_LLC_DSAP, 0x100);
    else
        wt_run(c, WT_P_DATA);
}

static void version1(wt_cur *c) {
    wt_take(c, F_PKTTYPE);
    uint32_t hatype = (uint32_t)wt_take(c, F_HATYPE), n = (uint32_t)wt_take(c, F_HALEN);
    address(c, n, hatype);
    uint64_t protocol = wt_look(c, 0, 2);
    wt_fid row = protocol_row(hatype, protocol);
    wt_take(c, row);
    payload(c, row, protocol);
}

static void version2(wt_cur *c) {
    uint64_t protocol = wt_look(c, 0, 2);
    wt_fid row = protocol_row((uint32_t)wt_look(c, 8, 2), protocol);
    wt_take(c, row);
    wt_skip(c, 2);
    wt_take(c, F_IFINDEX);
    uint32_t hatype = (uint32_t)wt_take(c, F_HATYPE);
    wt_take(c, F_PKTTYPE2);
    address(c, (uint32_t)wt_take(c, F_HALEN2), hatype);
    payload(c, row, protocol);
}

static void dissect(wt_cur *c) {
    if (c->s->frame->linktype == 276)
        version2(c);
    else
        version1(c);
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 113, NULL}, {WT_T_LINKTYPE, 276, NULL}};

const wt_protocol wt_proto_sll = {
    .info = {.name = "sll", .title = "Linux cooked capture", .tag = "Linux",
             .why = "What Linux tells of a packet captured on all interfaces at once, instead of its link layer.",
             .ref = "pcap LINKTYPE_LINUX_SLL", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
