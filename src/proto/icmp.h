/* icmp.h - ICMP's rows, shared by icmp.c (messages) and icmp_ext.c (RFC 4884 extensions). */
#ifndef WT_PROTO_ICMP_H
#define WT_PROTO_ICMP_H

#include "core/proto.h"

extern const wt_values wt_icmp_types, wt_icmp_unreachable, wt_icmp_redirect, wt_icmp_exceeded, wt_icmp_parameter,
    wt_icmp_echo_reply, wt_icmp_advertisement, wt_icmp_status, wt_icmp_classes, wt_icmp_roles, wt_icmp_states,
    wt_icmp_families;

#define ICMP_FIELDS(F) \
    F(TYPE, "icmp.type", U8, 0, DEC, &wt_icmp_types, "Type", "What kind of message this is.", "RFC 792", WT_STORY) \
    F(CODE, "icmp.code", U8, 0, DEC, NULL, "Code", "Tells kinds of the same type apart; 0 where there is only one.", \
      "RFC 792", 0) \
    F(CODE_UNREACHABLE, "icmp.code", U8, 0, DEC, &wt_icmp_unreachable, "Code", \
      "Why the packet could not be delivered.", "RFC 792; RFC 1812 §5.2.7.1", WT_STORY) \
    F(CODE_REDIRECT, "icmp.code", U8, 0, DEC, &wt_icmp_redirect, "Code", "Which packets the better route is for.", \
      "RFC 792", WT_STORY) \
    F(CODE_EXCEEDED, "icmp.code", U8, 0, DEC, &wt_icmp_exceeded, "Code", \
      "Which time ran out: on the way or at reassembly.", "RFC 792", WT_STORY) \
    F(CODE_PARAMETER, "icmp.code", U8, 0, DEC, &wt_icmp_parameter, "Code", "What is wrong with the packet's header.", \
      "RFC 792; RFC 1108", WT_STORY) \
    F(CODE_ADVERTISEMENT, "icmp.code", U8, 0, DEC, &wt_icmp_advertisement, "Code", \
      "Whether the router carries common traffic or only that of mobile hosts.", "RFC 5944 §2.1", 0) \
    F(CODE_EXT_REPLY, "icmp.code", U8, 0, DEC, &wt_icmp_echo_reply, "Code", \
      "Whether the interface asked about was found.", "RFC 8335 §3", WT_STORY) \
    F(CHECKSUM, "icmp.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Guards the whole message against bit errors: all its 16-bit words must sum to 0xffff.", "RFC 792; RFC 1071", 0) \
    F(CHECKSUM_STATUS, "icmp.checksum.status", U8, 0, DEC, &wt_icmp_status, "Checksum Status", \
      "What recomputing the checksum showed.", "RFC 1071", 0) \
    F(UNUSED, "icmp.unused", BYTES, 0, DEC, NULL, "Unused", "Bytes that the sender sets to zero.", "RFC 792", 0) \
    F(RESERVED, "icmp.reserved", BYTES, 0, DEC, NULL, "Reserved", "Bytes kept for later use, zero until then.", \
      "RFC 5837 §4.2", 0) \
    F(IDENT, "icmp.ident", U16, 0, DEC_HEX, NULL, "Identifier", \
      "Chosen by the asker so that it knows its own replies: one ping program, one number.", "RFC 792", WT_STORY) \
    F(SEQ, "icmp.seq", U16, 0, DEC_HEX, NULL, "Sequence Number", \
      "Counts the requests, so that each reply can be matched and lost ones noticed.", "RFC 792", WT_STORY) \
    F(MTU, "icmp.mtu", U16, 0, DEC, NULL, "Next-Hop MTU", \
      "The largest packet, in bytes, that the next link takes: the sender should make smaller ones.", "RFC 1191 §4", \
      WT_STORY) \
    F(NUM_ADDRS, "icmp.num_addrs", U8, 0, DEC, NULL, "Number of Addresses", "How many router addresses follow.", \
      "RFC 1256 §3", 0) \
    F(ENTRY_SIZE, "icmp.addr_entry_size", U8, 0, DEC, NULL, "Address Entry Size", \
      "Length of each entry in 32-bit words: 2.", "RFC 1256 §3", 0) \
    F(LIFETIME, "icmp.lifetime", U16, 0, DEC, NULL, "Lifetime", \
      "Seconds for which the advertised addresses may be used.", "RFC 1256 §3", WT_STORY) \
    F(POINTER, "icmp.pointer", U8, 0, DEC, NULL, "Pointer", \
      "The byte of the quoted packet's header at which the trouble was found, from 0.", "RFC 792", WT_STORY) \
    F(ROUTER, "icmp.router_address", IPV4, 0, DEC, NULL, "Router Address", "A router on this link.", "RFC 1256 §3", \
      WT_STORY) \
    F(PREFERENCE, "icmp.pref_level", I32, 0, DEC, NULL, "Preference Level", \
      "Higher means rather use this router; the lowest value means never by default.", "RFC 1256 §3", 0) \
    F(ORIGINATE, "icmp.originate_timestamp", U32, 0, DEC, NULL, "Originate Timestamp", \
      "When the asker sent it, in milliseconds since midnight UTC.", "RFC 792", WT_STORY) \
    F(RECEIVE, "icmp.receive_timestamp", U32, 0, DEC, NULL, "Receive Timestamp", \
      "When the answerer got it, in milliseconds since midnight UTC.", "RFC 792", WT_STORY) \
    F(TRANSMIT, "icmp.transmit_timestamp", U32, 0, DEC, NULL, "Transmit Timestamp", \
      "When the answerer sent its reply, in milliseconds since midnight UTC.", "RFC 792", WT_STORY) \
    F(ADDRESS_MASK, "icmp.address_mask", IPV4, 0, DEC, NULL, "Address Mask", \
      "The subnet mask in use on the asker's network.", "RFC 950 Appendix I", WT_STORY) \
    F(GATEWAY, "icmp.redir_gw", IPV4, 0, DEC, NULL, "Gateway Address", \
      "The router on the same link to send such packets to from now on.", "RFC 792", WT_STORY) \
    F(LENGTH, "icmp.length", U8, 0, DEC, NULL, "Length", \
      "How many 32-bit words of the original packet are quoted; extensions follow them.", "RFC 4884 §4", 0) \
    F(ORIGINAL, "icmp.length.original_datagram", U8, 0, DEC, NULL, "Quoted Bytes", \
      "How many bytes of the packet in trouble are quoted.", "RFC 4884 §4", 0) \
    F(MIP_TYPE, "icmp.mip.type", U8, 0, DEC, NULL, "Extension Type", "What this extension for mobile hosts says.", \
      "RFC 5944 §2.1", 0) \
    F(MIP_LENGTH, "icmp.mip.length", U8, 0, DEC, NULL, "Extension Length", "Bytes after this one in the extension.", \
      "RFC 5944 §2.1", 0) \
    F(MIP_PREFIX, "icmp.mip.prefixlength", U8, 0, DEC, NULL, "Prefix Length", \
      "Leading bits that name the network of the router's address in the same place.", "RFC 5944 §2.1.2", 0) \
    F(MIP_SEQ, "icmp.mip.seq", U16, 0, DEC, NULL, "Advertisement Number", \
      "Counts the agent's advertisements since it started, so a restart shows.", "RFC 5944 §2.1.1", 0) \
    F(MIP_LIFE, "icmp.mip.life", U16, 0, DEC, NULL, "Registration Lifetime", \
      "Longest registration, in seconds, that the agent accepts.", "RFC 5944 §2.1.1", 0) \
    F(MIP_FLAGS, "icmp.mip.flags", U16, 0, HEX, NULL, "Flags", "What the mobility agent offers.", "RFC 5944 §2.1.1", \
      0) \
    F(MIP_R, "icmp.mip.r", U16, 0x8000, FLAG, NULL, "Registration Required", \
      "Visitors must register with this agent.", "RFC 5944 §2.1.1", 0) \
    F(MIP_B, "icmp.mip.b", U16, 0x4000, FLAG, NULL, "Busy", "The agent takes no more visitors.", "RFC 5944 §2.1.1", 0) \
    F(MIP_H, "icmp.mip.h", U16, 0x2000, FLAG, NULL, "Home Agent", "It serves hosts that are away from this network.", \
      "RFC 5944 §2.1.1", 0) \
    F(MIP_F, "icmp.mip.f", U16, 0x1000, FLAG, NULL, "Foreign Agent", "It serves visitors on this network.", \
      "RFC 5944 §2.1.1", 0) \
    F(MIP_M, "icmp.mip.m", U16, 0x0800, FLAG, NULL, "Minimal Encapsulation", \
      "It accepts packets tunnelled with the short header of RFC 2004.", "RFC 5944 §2.1.1", 0) \
    F(MIP_G, "icmp.mip.g", U16, 0x0400, FLAG, NULL, "GRE", "It accepts packets tunnelled in GRE.", "RFC 5944 §2.1.1", \
      0) \
    F(MIP_V, "icmp.mip.v", U16, 0x0200, FLAG, NULL, "Van Jacobson Compression", \
      "Once: it compressed TCP/IP headers; today zero.", "RFC 2002 §2.1.1", 0) \
    F(MIP_T, "icmp.mip.rt", U16, 0x0100, FLAG, NULL, "Reverse Tunnelling", \
      "Visitors' own packets can go back through the tunnel too.", "RFC 3024 §3.1", 0) \
    F(MIP_U, "icmp.mip.u", U16, 0x0080, FLAG, NULL, "UDP Tunnelling", \
      "It can tunnel inside UDP, which passes NAT.", "RFC 3519 §3.3", 0) \
    F(MIP_X, "icmp.mip.x", U16, 0x0040, FLAG, NULL, "Revocation", "It can tell when a registration is revoked.", \
      "RFC 3543 §3.1", 0) \
    F(MIP_RESERVED, "icmp.mip.reserved", U16, 0x003f, HEX, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 5944 §2.1.1", 0) \
    F(MIP_COA, "icmp.mip.coa", IPV4, 0, DEC, NULL, "Care-of Address", \
      "Where a visitor's packets are tunnelled to.", "RFC 5944 §2.1.1", 0) \
    F(MIP_CONTENT, "icmp.mip.content", BYTES, 0, DEC, NULL, "Content", \
      "The extension's bytes, of a type not explained here.", "RFC 5944 §2.1", 0) \
    F(EXT, "icmp.ext", NONE, 0, DEC, NULL, "Multi-Part Extensions", \
      "More about the trouble, put behind the quoted packet.", "RFC 4884 §7", WT_STORY) \
    F(EXT_VERSION, "icmp.ext.version", U8, 0, DEC, NULL, "Version", "2, the only version there is.", "RFC 4884 §7", 0) \
    F(EXT_RESERVED, "icmp.ext.res", U16, 0x0fff, HEX, NULL, "Reserved", "Zero until a use is found.", "RFC 4884 §7", \
      0) \
    F(EXT_CHECKSUM, "icmp.ext.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Guards the extensions alone; 0 means that none was computed.", "RFC 4884 §7", 0) \
    F(EXT_STATUS, "icmp.ext.checksum.status", U8, 0, DEC, &wt_icmp_status, "Checksum Status", \
      "What recomputing the extensions' checksum showed.", "RFC 4884 §7", 0) \
    F(OBJ_LENGTH, "icmp.ext.length", U16, 0, DEC, NULL, "Object Length", \
      "Bytes of this object, its four-byte header included.", "RFC 4884 §7.1", 0) \
    F(OBJ_CLASS, "icmp.ext.class", U8, 0, DEC, &wt_icmp_classes, "Object Class", "What the object is about.", \
      "RFC 4884 §7.1", WT_STORY) \
    F(OBJ_CTYPE, "icmp.ext.ctype", U8, 0, DEC, NULL, "C-Type", \
      "Which of its class's forms the object has.", "RFC 4884 §7.1", 0) \
    F(OBJ_DATA, "icmp.ext.data", BYTES, 0, DEC, NULL, "Object Data", \
      "The object's bytes, of a class not explained here.", "RFC 4884 §7.1", 0) \
    F(MPLS_LABEL, "icmp.mpls.label", U24, 0xfffff0, DEC, NULL, "MPLS Label", \
      "The label that the router had switched the packet by.", "RFC 4950 §3; RFC 3032 §2.1", WT_STORY) \
    F(MPLS_EXP, "icmp.mpls.exp", U8, 0x0e, DEC, NULL, "Traffic Class", "The packet's class of service inside MPLS.", \
      "RFC 5462 §2", 0) \
    F(MPLS_S, "icmp.mpls.s", U8, 0x01, FLAG, NULL, "Bottom of Stack", \
      "Set on the last label: behind it comes the packet itself.", "RFC 3032 §2.1", 0) \
    F(MPLS_TTL, "icmp.mpls.ttl", U8, 0, DEC, NULL, "MPLS TTL", "Label-switched hops that were left.", "RFC 3032 §2.1", \
      0) \
    F(MPLS_DATA, "icmp.mpls.data", BYTES, 0, DEC, NULL, "MPLS Data", \
      "Bytes left over that make no whole label.", "RFC 4950 §3", 0) \
    F(II_ROLE, "icmp.int_info.role", U8, 0xc0, DEC, &wt_icmp_roles, "Interface Role", \
      "Which of the router's interfaces is told about.", "RFC 5837 §4.1", WT_STORY) \
    F(II_RESERVED, "icmp.int_info.reserved", U8, 0x30, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 5837 §4.1", 0) \
    F(II_HAS_INDEX, "icmp.int_info.ifindex", U8, 0x08, FLAG, NULL, "Has Index", "An interface number follows.", \
      "RFC 5837 §4.1", 0) \
    F(II_HAS_ADDRESS, "icmp.int_info.ipaddr", U8, 0x04, FLAG, NULL, "Has Address", "An IP address follows.", \
      "RFC 5837 §4.1", 0) \
    F(II_HAS_NAME, "icmp.int_info.name_present", U8, 0x02, FLAG, NULL, "Has Name", "An interface name follows.", \
      "RFC 5837 §4.1", 0) \
    F(II_HAS_MTU, "icmp.int_info.mtu_present", U8, 0x01, FLAG, NULL, "Has MTU", "The interface's MTU follows.", \
      "RFC 5837 §4.1", 0) \
    F(II_INDEX, "icmp.int_info.index", U32, 0, DEC, NULL, "Interface Index", \
      "The number by which the router knows the interface.", \
      "RFC 5837 §4.1", 0) \
    F(II_AFI, "icmp.int_info.afi", U16, 0, DEC, &wt_icmp_families, \
      "Address Family", "What kind of address follows: 1 for IPv4, 2 for IPv6.", \
      "RFC 5837 §4.2", 0) \
    F(II_IPV4, "icmp.int_info.ipv4", IPV4, 0, DEC, NULL, "Interface Address", "The interface's own address.", \
      "RFC 5837 §4.2", WT_STORY) \
    F(II_IPV6, "icmp.int_info.ipv6", IPV6, 0, DEC, NULL, "Interface Address", "The interface's own address.", \
      "RFC 5837 §4.2", WT_STORY) \
    F(II_UNKNOWN, "icmp.int_info.ipunknown", BYTES, 0, DEC, NULL, "Interface Address", \
      "An address of a family not known here.", "RFC 5837 §4.2", 0) \
    F(II_NAME_LENGTH, "icmp.int_info.name_length", U8, 0, DEC, NULL, "Name Length", \
      "Bytes of the name, this one included; a multiple of 4.", "RFC 5837 §4.3", 0) \
    F(II_NAME, "icmp.int_info.name", STRING, 0, DEC, NULL, "Interface Name", \
      "The name by which the router knows the interface, such as eth0.", \
      "RFC 5837 §4.3", WT_STORY) \
    F(II_MTU, "icmp.int_info.mtu", U32, 0, DEC, NULL, "Interface MTU", "The largest packet it sends, in bytes.", \
      "RFC 5837 §4.1", 0) \
    F(EE_SEQ, "icmp.ext.echo.seq", U8, 0, DEC_HEX, NULL, "Sequence Number", \
      "Counts the requests, so that each answer can be matched with its own.", "RFC 8335 §2", \
      WT_STORY) \
    F(EE_RESERVED, "icmp.ext.echo.req.res", U8, 0xfe, HEX, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 8335 §2", 0) \
    F(EE_LOCAL, "icmp.ext.echo.req.local", U8, 0x01, FLAG, NULL, "Local", \
      "Set: the interface asked about is on the node that is asked; clear: on a neighbour of it.", "RFC 8335 §2", 0) \
    F(ER_STATE, "icmp.ext.echo.rsp.state", U8, 0xe0, DEC, &wt_icmp_states, "State", \
      "What the asked node knows of its neighbour.", "RFC 8335 §3", 0) \
    F(ER_RESERVED, "icmp.ext.echo.rsp.res", U8, 0x18, HEX, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 8335 §3", 0) \
    F(ER_ACTIVE, "icmp.ext.echo.rsp.active", U8, 0x04, FLAG, NULL, \
      "Active", "The interface that was asked about is up.", "RFC 8335 §3", \
      WT_STORY) \
    F(ER_IPV4, "icmp.ext.echo.rsp.ipv4", U8, 0x02, FLAG, NULL, "IPv4", \
      "The interface that was asked about runs IPv4.", "RFC 8335 §3", 0) \
    F(ER_IPV6, "icmp.ext.echo.rsp.ipv6", U8, 0x01, FLAG, NULL, "IPv6", \
      "The interface that was asked about runs IPv6.", "RFC 8335 §3", 0) \
    F(ID_NAME, "icmp.int_ident.name", STRING, 0, DEC, NULL, "Interface Name", "The interface asked about, by name.", \
      "RFC 8335 §2.1", WT_STORY) \
    F(ID_INDEX, "icmp.int_ident.index", U32, 0, DEC, NULL, "Interface Index", "The interface asked about, by number.", \
      "RFC 8335 §2.1", WT_STORY) \
    F(ID_AFI, "icmp.int_ident.afi", U16, 0, DEC, &wt_icmp_families, \
      "Address Family", "What kind of address follows: 1 for IPv4, 2 for IPv6.", \
      "RFC 8335 §2.1", 0) \
    F(ID_LENGTH, "icmp.int_ident.addr_length", U8, 0, DEC, NULL, "Address Length", \
      "Bytes of the address that matter.", "RFC 8335 §2.1", 0) \
    F(ID_RESERVED, "icmp.int_ident.reserved", BYTES, 0, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 8335 §2.1", 0) \
    F(ID_IPV4, "icmp.int_ident.ipv4", IPV4, 0, DEC, NULL, "Interface Address", \
      "The interface asked about, by address.", "RFC 8335 §2.1", WT_STORY) \
    F(ID_IPV6, "icmp.int_ident.ipv6", IPV6, 0, DEC, NULL, "Interface Address", \
      "The interface asked about, by address.", "RFC 8335 §2.1", WT_STORY) \
    F(ID_ADDRESS, "icmp.int_ident.address", BYTES, 0, DEC, NULL, "Interface Address", \
      "The interface asked about, by an address of another family.", "RFC 8335 §2.1", 0)
WT_FIELD_IDS(ICMP, ICMP_FIELDS)

/* All that is left in c is an extension structure (RFC 4884 §7). */
void wt_icmp_extensions(wt_cur *c);
/* Does an extension structure with a good checksum begin `at` bytes from here? (RFC 4884 §5.5) */
bool wt_icmp_is_extension(const wt_cur *c, uint32_t at);

#endif
