/* arp.c - ARP: which card has an IPv4 address (RFC 826). */
#include "proto/common/numbers.h"

static const wt_value opcode_rows[] = {
    WT_V(0, "reserved", NULL), WT_V(1, "request", "Asks everybody on the link who has an address."),
    WT_V(2, "reply", "Tells the asker who has it."), WT_V(3, "reverse request", "Asks for the IPv4 address of a card."),
    WT_V(4, "reverse reply", NULL), WT_V(5, "drarp request", NULL), WT_V(6, "drarp reply", NULL),
    WT_V(7, "drarp error", NULL), WT_V(8, "inverse request", NULL), WT_V(9, "inverse reply", NULL),
    WT_V(10, "arp nak", NULL), WT_V(23, "mapos unarp", NULL), WT_V(24, "experimental 1", NULL),
    WT_V(25, "experimental 2", NULL), WT_V(65535, "reserved", NULL)};
WT_VALUES(opcode);

#define FIELDS(F) \
    F(HW_TYPE, "arp.hw.type", U16, 0, DEC, &wt_hardware_types, \
      "Hardware type", "What kind of link this is: 1 is Ethernet.", \
      "RFC 826 Packet format", 0) \
    F(PROTO_TYPE, "arp.proto.type", U16, 0, HEX, &wt_ethertypes, \
      "Protocol type", "Which protocol's addresses are asked for: nearly always IPv4.", \
      "RFC 826 Packet format", 0) \
    F(HW_SIZE, "arp.hw.size", U8, 0, DEC, NULL, "Hardware size", "Bytes of a hardware address: 6 on Ethernet.", \
      "RFC 826 Packet format", 0) \
    F(PROTO_SIZE, "arp.proto.size", U8, 0, DEC, NULL, "Protocol size", "Bytes of a protocol address: 4 for IPv4.", \
      "RFC 826 Packet format", 0) \
    F(OPCODE, "arp.opcode", U16, 0, DEC, &opcode, "Opcode", \
      "Whether this is a question or an answer.", "RFC 826 Packet format", WT_STORY) \
    F(GRATUITOUS, "arp.isgratuitous", U8, 0, FLAG, NULL, "Is gratuitous", \
      "Nobody asked and nobody shall answer: the sender tells its own address to all.", "RFC 5227 §3", WT_STORY) \
    F(PROBE, "arp.isprobe", U8, 0, FLAG, NULL, "Is probe", \
      "The sender has no address yet and checks that nobody uses the one it wants.", "RFC 5227 §2.1.1", WT_STORY) \
    F(ANNOUNCEMENT, "arp.isannouncement", U8, 0, FLAG, NULL, "Is announcement", \
      "After its probes, the sender claims the address.", "RFC 5227 §2.3", WT_STORY) \
    F(SRC_MAC, "arp.src.hw_mac", ETHER, 0, DEC, NULL, "Sender MAC address", \
      "The sender's card: who answers sends it there.", \
      "RFC 826 Packet format", WT_STORY) \
    F(SRC_HW, "arp.src.hw", BYTES, 0, DEC, NULL, "Sender hardware address", \
      "The sender's card, on a link other than Ethernet.", "RFC 826 Packet format", WT_STORY) \
    F(SRC_IP, "arp.src.proto_ipv4", IPV4, 0, DEC, NULL, "Sender IP address", \
      "The sender's own address; who hears it may remember it.", "RFC 826 Packet format", WT_STORY) \
    F(SRC_PROTO, "arp.src.proto", BYTES, 0, DEC, NULL, "Sender protocol address", \
      "The sender's own address, of a protocol other than IPv4.", "RFC 826 Packet format", WT_STORY) \
    F(DST_MAC, "arp.dst.hw_mac", ETHER, 0, DEC, NULL, "Target MAC address", \
      "In a question: what is asked for, so still zero. In an answer: the asker's card.", "RFC 826 Packet format", \
      WT_STORY) \
    F(DST_HW, "arp.dst.hw", BYTES, 0, DEC, NULL, "Target hardware address", \
      "The target's card, on a link other than Ethernet.", "RFC 826 Packet format", WT_STORY) \
    F(DST_IP, "arp.dst.proto_ipv4", IPV4, 0, DEC, NULL, "Target IP address", \
      "In a question: whose card is asked for.  In an answer: the asker's own address.", "RFC 826 Packet format", \
      WT_STORY) \
    F(DST_PROTO, "arp.dst.proto", BYTES, 0, DEC, NULL, "Target protocol address", \
      "Whose card is asked for, by a protocol other than IPv4.", "RFC 826 Packet format", WT_STORY)
WT_FIELDS(ARP, FIELDS)

typedef struct ends {
    const uint8_t *sha, *spa, *tha, *tpa;
    uint64_t op;
    bool mac, ip, probe, gratuitous;
} ends;

static void found(wt_cur *c, wt_fid f) {
    wt_item *i = wt_put(c, f, c->start, 0);
    if (i) {
        i->v.u = 1;
        i->flags |= WT_I_GENERATED;
    }
}

/* RFC 5227's special forms; what they are is seen from the addresses. */
static void recognise(wt_cur *c, ends *e, const uint8_t *body, uint32_t hw) {
    static const uint8_t none[4];
    const uint8_t *spa = body + hw, *tha = spa + 4, *tpa = tha + hw;
    if (e->op == 1 && memcmp(spa, none, 4) == 0 && memcmp(tpa, none, 4) != 0)
        e->probe = true;
    else if ((e->op == 1 || e->op == 2) && memcmp(spa, tpa, 4) == 0)
        e->gratuitous = true;
    if (e->probe)
        found(c, F_PROBE);
    if (e->gratuitous)
        found(c, F_GRATUITOUS);
    bool nobody = true;
    for (uint32_t i = 0; i < hw; i++)
        nobody &= tha[i] == 0;
    if (e->gratuitous && e->op == 1 && nobody)
        found(c, F_ANNOUNCEMENT);
}

static void tell(wt_text *t, const ends *e) {
    switch (e->op) {
    case 1:
        if (e->probe || e->gratuitous) {
            wt_put_s(t, e->probe ? "Does anybody use " : "I have ");
            wt_put_ipv4(t, e->tpa);
            wt_put_s(t, e->probe ? " already? (probe)" : " (announcement)");
            break;
        }
        wt_put_s(t, "Who has ");
        wt_put_ipv4(t, e->tpa);
        wt_put_s(t, "? Tell ");
        wt_put_ipv4(t, e->spa);
        break;
    case 2: case 4:
        wt_put_ipv4(t, e->op == 2 ? e->spa : e->tpa);
        wt_put_s(t, " is at ");
        wt_put_ether(t, e->op == 2 ? e->sha : e->tha, 6);
        break;
    case 3:
        wt_put_s(t, "Which address has ");
        wt_put_ether(t, e->tha, 6);
        wt_put_c(t, '?');
        break;
    default: wt_put_s(t, "ARP message of another kind"); break;
    }
}

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    ends e = {0};
    uint64_t hw_type = wt_take(c, F_HW_TYPE), proto_type = wt_take(c, F_PROTO_TYPE);
    uint32_t hw = (uint32_t)wt_take(c, F_HW_SIZE), proto = (uint32_t)wt_take(c, F_PROTO_SIZE);
    e.op = wt_take(c, F_OPCODE);
    e.mac = (hw_type == 1 || hw_type == 6) && hw == 6;
    e.ip = proto_type == 0x0800 && proto == 4;
    uint32_t body = 2 * (hw + proto);
    if (!c->fail && body > wt_left(c)) {
        wt_malformed(c, "addresses of these sizes take %u bytes, but only %u are left", body, wt_left(c));
        return;
    }
    if (!c->fail && s->inner_end == UINT32_MAX)
        s->inner_end = c->pos + body;
    if (e.ip && wt_left_captured(c) >= body && !c->fail)
        recognise(c, &e, wt_here(c), hw);
    if (hw)
        e.sha = wt_take_bytes(c, e.mac ? F_SRC_MAC : F_SRC_HW, hw);
    if (proto)
        e.spa = wt_take_bytes(c, e.ip ? F_SRC_IP : F_SRC_PROTO, proto);
    if (hw)
        e.tha = wt_take_bytes(c, e.mac ? F_DST_MAC : F_DST_HW, hw);
    if (proto)
        e.tpa = wt_take_bytes(c, e.ip ? F_DST_IP : F_DST_PROTO, proto);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t && e.mac && e.ip)
        tell(t, &e);
    else if (t)
        wt_put_s(t, "message about other addresses than Ethernet's and IPv4's");
}

static const wt_binding bindings[] = {{WT_T_ETHERTYPE, 0x0806, NULL}, {WT_T_ETHERTYPE, 0x8035, NULL}};

const wt_protocol wt_proto_arp = {
    .info = {.name = "arp", .title = "Address Resolution Protocol", .tag = "ARP",
             .why = "Finds the card on this link that has an IPv4 address.", .ref = "RFC 826",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
