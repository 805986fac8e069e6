/* stp.c - spanning tree: switches agree on which links to leave out, so that no frame goes round in circles (IEEE
 * 802.1D). */
#include "core/proto.h"

static const wt_value protocols_rows[] = {WT_V(0, "Spanning Tree Protocol", NULL)};
WT_VALUES(protocols);

static const wt_value versions_rows[] = {
    WT_V(0, "Spanning Tree", "The first: takes half a minute to find a new way."),
    WT_V(2, "Rapid Spanning Tree", "Finds a new way in a second or so."),
    WT_V(3, "Multiple Spanning Tree", "A tree for each group of VLANs."),
    WT_V(4, "SPB", "Shortest ways instead of a tree."),
};
WT_VALUES(versions);

static const wt_value types_rows[] = {
    WT_V(0x00, "Configuration", "What the sender knows of the tree."),
    WT_V(0x02, "Rapid/Multiple Spanning Tree", "The same, with the sender's part in it."),
    WT_V(0x80, "Topology Change Notification", "Something changed: told towards the root."),
};
WT_VALUES(types);

static const wt_value roles_rows[] = {
    WT_V(0, "Unknown", NULL), WT_V(1, "Alternate or Backup", "Left out, in reserve."),
    WT_V(2, "Root", "The way to the root."), WT_V(3, "Designated", "The way down, away from the root."),
};
WT_VALUES(roles);

#define FIELDS(F) \
    F(PROTOCOL, "stp.protocol", U16, 0, HEX, &protocols, "Protocol Identifier", "Always zero.", "IEEE 802.1D §9.3.1", \
      0) \
    F(VERSION, "stp.version", U8, 0, DEC, &versions, "Protocol Version Identifier", "Which spanning tree this is.", \
      "IEEE 802.1D §9.3.3", 0) \
    F(TYPE, "stp.type", U8, 0, HEX, &types, "BPDU Type", "What kind of message it is.", "IEEE 802.1D §9.3.1", \
      WT_STORY) \
    F(FLAGS, "stp.flags", U8, 0, HEX, NULL, "BPDU flags", "What the sender does with this port.", \
      "IEEE 802.1D §9.3.3", 0) \
    F(TCACK, "stp.flags.tcack", U8, 0x80, FLAG, NULL, "Topology Change Acknowledgment", \
      "Set: the news of a change was heard.", "IEEE 802.1D §9.3.1", 0) \
    F(AGREEMENT, "stp.flags.agreement", U8, 0x40, FLAG, NULL, "Agreement", "Set: the proposal is taken.", \
      "IEEE 802.1D §9.3.3", 0) \
    F(FORWARDING, "stp.flags.forwarding", U8, 0x20, FLAG, NULL, "Forwarding", "Set: the port passes frames on.", \
      "IEEE 802.1D §9.3.3", 0) \
    F(LEARNING, "stp.flags.learning", U8, 0x10, FLAG, NULL, "Learning", "Set: the port remembers who is behind it.", \
      "IEEE 802.1D §9.3.3", 0) \
    F(ROLE, "stp.flags.port_role", U8, 0x0c, DEC, &roles, "Port Role", "The port's place in the tree.", \
      "IEEE 802.1D §9.3.3", 0) \
    F(PROPOSAL, "stp.flags.proposal", U8, 0x02, FLAG, NULL, "Proposal", \
      "Set: the sender would like to use this link at once.", "IEEE 802.1D §9.3.3", 0) \
    F(TC, "stp.flags.tc", U8, 0x01, FLAG, NULL, "Topology Change", \
      "Set: something changed; forget soon who is behind which port.", "IEEE 802.1D §9.3.1", 0) \
    F(ROOT_PRIORITY, "stp.root.prio", U16, 0xf000, DEC, NULL, "Root Bridge Priority", \
      "Set by people: the lowest becomes the root.", "IEEE 802.1D §9.2.5", 0) \
    F(ROOT_EXT, "stp.root.ext", U16, 0x0fff, DEC, NULL, "Root Bridge System ID Extension", \
      "The VLAN, where each has a tree.", "IEEE 802.1D §9.2.5", 0) \
    F(ROOT, "stp.root.hw", ETHER, 0, DEC, NULL, "Root Bridge System ID", \
      "The switch that the sender takes for the root of the tree.", "IEEE 802.1D §9.2.5", WT_STORY) \
    F(COST, "stp.root.cost", U32, 0, DEC, NULL, "Root Path Cost", "How far it is from the sender to the root.", \
      "IEEE 802.1D §9.2.6", WT_STORY) \
    F(BRIDGE_PRIORITY, "stp.bridge.prio", U16, 0xf000, DEC, NULL, "Bridge Priority", "The sender's own.", \
      "IEEE 802.1D §9.2.5", 0) \
    F(BRIDGE_EXT, "stp.bridge.ext", U16, 0x0fff, DEC, NULL, "Bridge System ID Extension", \
      "The VLAN, where each has a tree.", "IEEE 802.1D §9.2.5", 0) \
    F(BRIDGE, "stp.bridge.hw", ETHER, 0, DEC, NULL, "Bridge System ID", "The switch that sent this.", \
      "IEEE 802.1D §9.2.5", 0) \
    F(PORT, "stp.port", U16, 0, HEX, NULL, "Port identifier", "The port that it left by, behind its priority.", \
      "IEEE 802.1D §9.2.7", 0) \
    F(AGE, "stp.msg_age", DOUBLE, 0, DEC, NULL, "Message Age", "How old the root's word is, in seconds.", \
      "IEEE 802.1D §9.2.8", 0) \
    F(MAX_AGE, "stp.max_age", DOUBLE, 0, DEC, NULL, "Max Age", "At this age, in seconds, it counts no more.", \
      "IEEE 802.1D §9.2.8", 0) \
    F(HELLO, "stp.hello", DOUBLE, 0, DEC, NULL, "Hello Time", "How often the root speaks, in seconds.", \
      "IEEE 802.1D §9.2.8", 0) \
    F(FORWARD, "stp.forward", DOUBLE, 0, DEC, NULL, "Forward Delay", \
      "How long a port listens, and then learns, before it passes frames on, in seconds.", "IEEE 802.1D §9.2.8", 0) \
    F(V1_LENGTH, "stp.version_1_length", U8, 0, DEC, NULL, "Version 1 Length", "Zero: there is no version 1 part.", \
      "IEEE 802.1D §9.3.3", 0)
WT_FIELDS(STP, FIELDS)

static void flags(wt_cur *c, bool rapid) {
    wt_take(c, F_FLAGS);
    wt_node n = wt_parent(c, F_FLAGS);
    wt_bits(c, F_TCACK);
    for (wt_fid f = F_AGREEMENT; rapid && f <= F_PROPOSAL; f++)
        wt_bits(c, f);
    wt_bits(c, F_TC);
    wt_end(c, n);
}

/* A priority of four bits, the VLAN in twelve, an address. */
static const uint8_t *identifier(wt_cur *c, wt_fid first) {
    if (!wt_need(c, 8))
        return NULL;
    uint64_t both = wt_look(c, 0, 2);
    wt_emit_u(c, first, c->pos, 1, both & 0xf000);
    wt_emit_u(c, first + 1, c->pos, 2, both & 0x0fff);
    wt_skip(c, 2);
    return wt_take_bytes(c, first + 2, 6);
}

/* Times are in units of 1/256 second. */
static void seconds(wt_cur *c, wt_fid f) {
    if (wt_need(c, 2))
        wt_emit_d(c, f, c->pos, 2, (double)wt_look(c, 0, 2) / 256);
    wt_skip(c, 2);
}

static void configuration(wt_cur *c, uint64_t type) {
    flags(c, type == 2);
    const uint8_t *root = identifier(c, F_ROOT_PRIORITY);
    uint64_t cost = wt_take(c, F_COST);
    wt_text *t = root && !c->fail ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, cost ? "the root of the tree is " : "I am the root of the tree: ");
        wt_put_ether(t, root, 6);
        if (cost) {
            wt_put_s(t, ", at a distance of ");
            wt_put_u(t, cost);
        }
    }
    identifier(c, F_BRIDGE_PRIORITY);
    wt_take(c, F_PORT);
    for (wt_fid f = F_AGE; f <= F_FORWARD; f++)
        seconds(c, f);
    if (type == 2 && wt_left(c) && !c->fail)
        wt_take(c, F_V1_LENGTH);
}

static void dissect(wt_cur *c) {
    wt_take(c, F_PROTOCOL);
    wt_take(c, F_VERSION);
    uint64_t type = wt_take(c, F_TYPE);
    if (type == 0 || type == 2) {
        configuration(c, type);
        return;
    }
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t)
        wt_put_s(t, type == 0x80 ? "something in the tree changed" : "a message of a type not known here");
}

static const wt_binding bindings[] = {{WT_T_LLC_DSAP, 0x42, NULL}};

const wt_protocol wt_proto_stp = {
    .info = {.name = "stp", .title = "Spanning Tree Protocol", .tag = "STP",
             .why = "Switches agree on a tree of links, so that no frame goes round in circles.", .ref = "IEEE 802.1D",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
