/* ipv6.h - IPv6's rows, shared by ipv6.c (header, fragments), ipv6_ext.c (extension headers) and ipv6_options.c. */
#ifndef WT_PROTO_IPV6_H
#define WT_PROTO_IPV6_H

#include "proto/common/numbers.h"

extern const wt_values wt_ipv6_options, wt_ipv6_alert, wt_ipv6_actions, wt_ipv6_routing;

#define IPV6_FIELDS(F) \
    F(VERSION, "ipv6.version", U8, 0xf0, DEC, NULL, "Version", \
      "6 for IPv6; it tells readers how the rest is laid out.", "RFC 8200 §3", 0) \
    F(IP_VERSION, "ip.version", U8, 0xf0, DEC, NULL, "Version", "The version again, under the name that fits both.", \
      "RFC 8200 §3", 0) \
    F(TCLASS, "ipv6.tclass", U32, 0x0ff00000, HEX, NULL, "Traffic Class", \
      "How routers should treat the packet when they are busy.", "RFC 8200 §7", 0) \
    F(DSCP, "ipv6.tclass.dscp", U32, 0x0fc00000, DEC, NULL, "Service Class (DSCP)", \
      "The class of traffic it belongs to; 0 is ordinary.", "RFC 2474 §3", 0) \
    F(ECN, "ipv6.tclass.ecn", U32, 0x00300000, DEC, NULL, "Congestion Mark (ECN)", \
      "Lets a busy router mark packets instead of dropping them.", "RFC 3168 §5", 0) \
    F(FLOW, "ipv6.flow", U24, 0x0fffff, HEX, NULL, "Flow Label", \
      "The same for all packets of a conversation, so that routers keep them on one path.", "RFC 6437 §2", 0) \
    F(PLEN, "ipv6.plen", U16, 0, DEC, NULL, "Payload Length", "Bytes after this header, extension headers included.", \
      "RFC 8200 §3", WT_STORY) \
    F(NXT, "ipv6.nxt", U8, 0, DEC, &wt_ip_protocols, "Next Header", \
      "What comes next: an extension header or the payload.", "RFC 8200 §3", WT_STORY) \
    F(HLIM, "ipv6.hlim", U8, 0, DEC, NULL, "Hop Limit", \
      "Routers that may still forward it; each takes one off, and at zero it is dropped.", "RFC 8200 §3", WT_STORY) \
    F(SRC, "ipv6.src", IPV6, 0, DEC, NULL, "Source Address", "Who sent the packet, or says so.", "RFC 8200 §3", \
      WT_STORY) \
    F(DST, "ipv6.dst", IPV6, 0, DEC, NULL, "Destination Address", "Whom the packet is for.", "RFC 8200 §3", WT_STORY) \
    F(ADDR, "ipv6.addr", IPV6, 0, DEC, NULL, "Address", "Either end: source or destination.", "RFC 8200 §3", WT_ALIAS) \
    F(HOPOPTS, "ipv6.hopopts", NONE, 0, DEC, NULL, "Hop-by-Hop Options", "Options that every router may look at.", \
      "RFC 8200 §4.3", WT_STORY) \
    F(HOPOPTS_NXT, "ipv6.hopopts.nxt", U8, 0, DEC, &wt_ip_protocols, "Next Header", \
      "What follows the hop-by-hop options.", "RFC 8200 §4.3", 0) \
    F(HOPOPTS_LEN, "ipv6.hopopts.len", U8, 0, DEC, NULL, "Length", \
      "The header's length in 8-byte units, the first not counted.", "RFC 8200 §4.3", 0) \
    F(HOPOPTS_OCT, "ipv6.hopopts.len_oct", U16, 0, DEC, NULL, "Length in bytes", "The header's length in bytes.", \
      "RFC 8200 §4.3", 0) \
    F(DSTOPTS, "ipv6.dstopts", NONE, 0, DEC, NULL, "Destination Options", "Options for the destination only.", \
      "RFC 8200 §4.6", WT_STORY) \
    F(DSTOPTS_NXT, "ipv6.dstopts.nxt", U8, 0, DEC, &wt_ip_protocols, "Next Header", \
      "What follows the destination options.", "RFC 8200 §4.6", 0) \
    F(DSTOPTS_LEN, "ipv6.dstopts.len", U8, 0, DEC, NULL, "Length", \
      "The header's length in 8-byte units, the first not counted.", "RFC 8200 §4.6", 0) \
    F(DSTOPTS_OCT, "ipv6.dstopts.len_oct", U16, 0, DEC, NULL, "Length in bytes", "The header's length in bytes.", \
      "RFC 8200 §4.6", 0) \
    F(ROUTING, "ipv6.routing", NONE, 0, DEC, NULL, "Routing Header", \
      "Names nodes that the packet has to pass on the way.", "RFC 8200 §4.4", \
      WT_STORY) \
    F(ROUTING_NXT, "ipv6.routing.nxt", U8, 0, DEC, &wt_ip_protocols, "Next Header", \
      "What follows the routing header.", "RFC 8200 §4.4", 0) \
    F(ROUTING_LEN, "ipv6.routing.len", U8, 0, DEC, NULL, "Length", \
      "The header's length in 8-byte units, the first not counted.", "RFC 8200 §4.4", 0) \
    F(ROUTING_OCT, "ipv6.routing.len_oct", U16, 0, DEC, NULL, "Length in bytes", "The header's length in bytes.", \
      "RFC 8200 §4.4", 0) \
    F(ROUTING_TYPE, "ipv6.routing.type", U8, 0, DEC, &wt_ipv6_routing, \
      "Type", "Which kind of routing header it is: how the nodes are listed, and why.", \
      "RFC 8200 §4.4", WT_STORY) \
    F(SEGLEFT, "ipv6.routing.segleft", U8, 0, DEC, NULL, "Segments Left", \
      "How many of the listed nodes are still to be passed.", "RFC 8200 §4.4", WT_STORY) \
    F(ROUTING_DATA, "ipv6.routing.unknown_data", BYTES, 0, DEC, NULL, "Type-Specific Data", \
      "Contents of a type not known here.", "RFC 8200 §4.4", 0) \
    F(SRC_RESERVED, "ipv6.routing.src.reserved", BYTES, 0, DEC, NULL, \
      "Reserved", "Kept for later use; must be zero.", "RFC 2460 §4.4", 0) \
    F(SRC_ADDR, "ipv6.routing.src.addr", IPV6, 0, DEC, NULL, "Address", \
      "A node to pass; this type is forbidden today.", "RFC 5095 §3", WT_STORY) \
    F(MIP_RESERVED, "ipv6.routing.mipv6.reserved", BYTES, 0, DEC, NULL, \
      "Reserved", "Kept for later use; must be zero.", "RFC 6275 §6.4.1", 0) \
    F(MIP_HOME, "ipv6.routing.mipv6.home_address", IPV6, 0, DEC, NULL, "Home Address", \
      "The moving host's lasting address.", "RFC 6275 §6.4.1", WT_STORY) \
    F(RPL_I, "ipv6.routing.rpl.cmprI", U32, 0xf0000000, DEC, NULL, "Compressed Internal Octets", \
      "Leading bytes left out of each address but the last.", "RFC 6554 §3", 0) \
    F(RPL_E, "ipv6.routing.rpl.cmprE", U32, 0x0f000000, DEC, NULL, "Compressed Final Octets", \
      "Leading bytes left out of the last address.", "RFC 6554 §3", 0) \
    F(RPL_PAD, "ipv6.routing.rpl.pad", U32, 0x00f00000, DEC, NULL, \
      "Padding Bytes", "Bytes that fill the header up to a multiple of 8 bytes.", \
      "RFC 6554 §3", 0) \
    F(RPL_RESERVED, "ipv6.routing.rpl.reserved", U32, 0x000fffff, DEC, NULL, \
      "Reserved", "Kept for later use; must be zero.", "RFC 6554 §3", 0) \
    F(SRH_LAST, "ipv6.routing.srh.last_entry", U8, 0, DEC, NULL, "Last Entry", \
      "Index of the list's last entry, which is passed first.", "RFC 8754 §2", 0) \
    F(SRH_FLAGS, "ipv6.routing.srh.flags", U8, 0, HEX, NULL, "Flags", \
      "Switches for all segments: one bit asks them to report the packet, the rest is unused.", "RFC 9259 §2.1", 0) \
    F(SRH_TAG, "ipv6.routing.srh.tag", BYTES, 0, DEC, NULL, "Tag", \
      "Marks packets that belong together, for whatever the segments make of it.", "RFC 8754 §2", 0) \
    F(SRH_ADDR, "ipv6.routing.srh.addr", IPV6, 0, DEC, NULL, "Address", \
      "A segment: a node or a function of it to pass.", "RFC 8754 §2", WT_STORY) \
    F(FRAGHDR, "ipv6.fraghdr", NONE, 0, DEC, NULL, "Fragment Header", "This packet is a part of a larger one.", \
      "RFC 8200 §4.5", WT_STORY) \
    F(FRAG_NXT, "ipv6.fraghdr.nxt", U8, 0, DEC, &wt_ip_protocols, "Next Header", \
      "What the whole, put together, begins with.", "RFC 8200 §4.5", 0) \
    F(FRAG_RESERVED, "ipv6.fraghdr.reserved_octet", U8, 0, HEX, NULL, \
      "Reserved", "Kept for later use; must be zero.", "RFC 8200 §4.5", 0) \
    F(FRAG_OFFSET, "ipv6.fraghdr.offset", U16, 0xfff8, DEC, NULL, "Offset", \
      "Where this piece belongs, in units of 8 bytes.", "RFC 8200 §4.5", WT_STORY) \
    F(FRAG_BITS, "ipv6.fraghdr.reserved_bits", U16, 0x0006, DEC, NULL, \
      "Reserved bits", "Kept for later use; must be zero.", "RFC 8200 §4.5", 0) \
    F(FRAG_MORE, "ipv6.fraghdr.more", U16, 0x0001, FLAG, NULL, "More Fragments", "Set on all pieces but the last.", \
      "RFC 8200 §4.5", WT_STORY) \
    F(FRAG_ID, "ipv6.fraghdr.ident", U32, 0, HEX, NULL, "Identification", "Tells which pieces belong together.", \
      "RFC 8200 §4.5", 0) \
    F(FRAGMENTS, "ipv6.fragments", NONE, 0, DEC, NULL, "Fragments", \
      "The pieces that this packet was put together from.", "RFC 8200 §4.5", WT_STORY) \
    F(FRAGMENT, "ipv6.fragment", FRAME, 0, DEC, NULL, "Fragment", "The frame that brought one of the pieces.", \
      "RFC 8200 §4.5", 0) \
    F(FRAGMENT_COUNT, "ipv6.fragment.count", U32, 0, DEC, NULL, \
      "Fragment count", "How many pieces the packet was put together from.", \
      "RFC 8200 §4.5", 0) \
    F(REASSEMBLED, "ipv6.reassembled.length", U32, 0, DEC, NULL, \
      "Reassembled length", "Bytes that the pieces make together.", \
      "RFC 8200 §4.5", 0) \
    F(OPT, "ipv6.opt", NONE, 0, DEC, NULL, "Option", \
      "One option: it says by itself how long it is and what to do if it is not known.", "RFC 8200 §4.2", 0) \
    F(OPT_TYPE, "ipv6.opt.type", U8, 0, HEX, &wt_ipv6_options, "Type", \
      "Which option it is; its bits tell a node that does not know it what to do.", "RFC 8200 §4.2", WT_STORY) \
    F(OPT_ACTION, "ipv6.opt.type.action", U8, 0xc0, DEC, &wt_ipv6_actions, "Action", \
      "What a node that does not know the option has to do.", "RFC 8200 §4.2", 0) \
    F(OPT_CHANGE, "ipv6.opt.type.change", U8, 0x20, FLAG, NULL, "May Change", \
      "Set: routers may change the option's data.", "RFC 8200 §4.2", 0) \
    F(OPT_REST, "ipv6.opt.type.rest", U8, 0x1f, HEX, NULL, "Low-Order Bits", \
      "The type's other five bits, which tell options of one kind apart.", "RFC 8200 §4.2", 0) \
    F(OPT_LENGTH, "ipv6.opt.length", U8, 0, DEC, NULL, "Length", \
      "Bytes of the option's data, so that an unknown one can be skipped.", "RFC 8200 §4.2", 0) \
    F(OPT_PAD1, "ipv6.opt.pad1", NONE, 0, DEC, NULL, "Pad1", \
      "One byte of padding, so that the next option begins at a convenient place.", "RFC 8200 §4.2", 0) \
    F(OPT_PADN, "ipv6.opt.padn", BYTES, 0, DEC, NULL, "PadN", "More bytes of padding, all zero.", "RFC 8200 §4.2", 0) \
    F(OPT_ALERT, "ipv6.opt.router_alert", U16, 0, DEC, &wt_ipv6_alert, "Router Alert", \
      "Asks routers to look inside: for which protocol.", "RFC 2711 §2.1", WT_STORY) \
    F(OPT_JUMBO, "ipv6.opt.jumbo", U32, 0, DEC, NULL, "Payload Length", \
      "The payload's length where it is more than the header's 16 bits can tell.", "RFC 2675 §2", \
      WT_STORY) \
    F(OPT_TEL, "ipv6.opt.tel", U8, 0, DEC, NULL, "Tunnel Encapsulation Limit", \
      "Tunnels that may still be wrapped around it.", "RFC 2473 §4.1.1", WT_STORY) \
    F(OPT_HOME, "ipv6.opt.mipv6.home_address", IPV6, 0, DEC, NULL, "Home Address", \
      "The moving sender's lasting address.", "RFC 6275 §6.3", WT_STORY) \
    F(PMTU_MIN, "ipv6.opt.pmtu.min", U16, 0, DEC, NULL, "Minimum Reported PMTU", \
      "The smallest MTU that routers noted on the way.", "RFC 9268 §5", WT_STORY) \
    F(PMTU_RTN, "ipv6.opt.pmtu.rtn", U16, 0xfffe, DEC, NULL, "Return Minimum PMTU", \
      "The smallest MTU of the other way, told back.", "RFC 9268 §5", WT_STORY) \
    F(PMTU_R, "ipv6.opt.pmtu.r_flag", U8, 0x01, FLAG, NULL, "Return Flag", "Set: please tell back what was noted.", \
      "RFC 9268 §5", 0) \
    F(RPL_FLAG, "ipv6.opt.rpl.flag", U8, 0, HEX, NULL, "Flags", \
      "How the packet moves in the tree of a sensor network.", "RFC 6553 §3", 0) \
    F(RPL_O, "ipv6.opt.rpl.flag.o", U8, 0x80, FLAG, NULL, "Down", \
      "Set: the packet moves down, away from the tree's root.", "RFC 6553 §3", 0) \
    F(RPL_R, "ipv6.opt.rpl.flag.r", U8, 0x40, FLAG, NULL, "Rank Error", \
      "Set: a node noticed that the packet moves against its direction, a sign of a loop.", \
      "RFC 6553 §3", 0) \
    F(RPL_F, "ipv6.opt.rpl.flag.f", U8, 0x20, FLAG, NULL, "Forwarding Error", \
      "Set: a node below could not pass the packet on and sent it back.", "RFC 6553 §3", 0) \
    F(RPL_RSV, "ipv6.opt.rpl.flag.rsv", U8, 0x1f, HEX, NULL, "Reserved", \
      "Kept for later use; must be zero.", "RFC 6553 §3", 0) \
    F(RPL_INSTANCE, "ipv6.opt.rpl.instance_id", U8, 0, HEX, NULL, \
      "Instance", "Which of the network's routing trees the packet moves in.", "RFC 6553 §3", 0) \
    F(RPL_RANK, "ipv6.opt.rpl.sender_rank", U16, 0, HEX, NULL, "Sender Rank", \
      "How far the last sender was from the root.", "RFC 6553 §3", 0) \
    F(CAL_DOI, "ipv6.opt.calipso.doi", U32, 0, DEC, NULL, "Domain of Interpretation", \
      "Who defines what the labels mean.", "RFC 5570 §5.1", 0) \
    F(CAL_LEN, "ipv6.opt.calipso.cmpt.length", U8, 0, DEC, NULL, \
      "Compartment Length", "Length of the compartment bitmap, in words of 4 bytes.", \
      "RFC 5570 §5.1", 0) \
    F(CAL_LEVEL, "ipv6.opt.calipso.sens_level", U8, 0, DEC, NULL, "Sensitivity Level", "How secret the packet is.", \
      "RFC 5570 §5.1", 0) \
    F(CAL_CHECKSUM, "ipv6.opt.calipso.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Guards the label against bit errors.", "RFC 5570 §5.1", 0) \
    F(CAL_BITMAP, "ipv6.opt.calipso.cmpt_bitmap", BYTES, 0, DEC, NULL, \
      "Compartment Bitmap", "Which groups of people may see the packet, a bit for each.", "RFC 5570 §5.1", 0) \
    F(OPT_EXPERIMENT, "ipv6.opt.experimental", BYTES, 0, DEC, NULL, \
      "Experimental Option", "Data of an experiment: what it means only those who run it know.", \
      "RFC 4727 §3.1", 0) \
    F(OPT_UNKNOWN, "ipv6.opt.unknown", BYTES, 0, DEC, NULL, "Unknown Option Payload", \
      "Data of an option not known here.", "RFC 8200 §4.2", 0) \
    F(OPT_REST_DATA, "ipv6.opt_unknown_data", BYTES, 0, DEC, NULL, "Unknown Data", \
      "Bytes of an option that its format does not explain.", "RFC 8200 §4.2", 0)
WT_FIELD_IDS(IPV6, IPV6_FIELDS)

/* The header with its options that begins at c: hop-by-hop (next = 0) or destination (60).  The next header. */
uint8_t wt_ipv6_options_header(wt_cur *c, bool hop_by_hop, uint32_t *jumbo);
/* A routing header.  The next header. */
uint8_t wt_ipv6_routing_header(wt_cur *c);

#endif
