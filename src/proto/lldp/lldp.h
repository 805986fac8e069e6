/* lldp.h - LLDP's rows, and what its files share (IEEE 802.1AB). */
#ifndef WT_PROTO_LLDP_H
#define WT_PROTO_LLDP_H

#include "core/proto.h"

extern const wt_values wt_lldp_types, wt_lldp_chassis, wt_lldp_ports, wt_lldp_families, wt_lldp_numbering,
    wt_lldp_organizations, wt_lldp_8021, wt_lldp_8023, wt_lldp_media, wt_lldp_mau, wt_lldp_classes, wt_lldp_power_types,
    wt_lldp_priorities, wt_lldp_power_classes, wt_lldp_pairs, wt_lldp_applications, wt_lldp_formats, wt_lldp_what,
    wt_lldp_parts, wt_lldp_altitudes, wt_lldp_shapers, wt_lldp_selectors, wt_lldp_origins, wt_lldp_iana;

/* Eight rows that differ in a number only: one a priority. */
#define WT_LLDP_EIGHT_BITS(F, ID, NAME, LABEL, WHY, REF) \
    F(ID##0, NAME "0", U8, 0x01, FLAG, NULL, LABEL " 0", WHY, REF, 0) F(ID##1, NAME "1", U8, 0x02, FLAG, NULL, \
      LABEL " 1", WHY, REF, 0) \
    F(ID##2, NAME "2", U8, 0x04, FLAG, NULL, LABEL " 2", WHY, REF, 0) F(ID##3, NAME "3", U8, 0x08, FLAG, NULL, \
      LABEL " 3", WHY, REF, 0) \
    F(ID##4, NAME "4", U8, 0x10, FLAG, NULL, LABEL " 4", WHY, REF, 0) F(ID##5, NAME "5", U8, 0x20, FLAG, NULL, \
      LABEL " 5", WHY, REF, 0) \
    F(ID##6, NAME "6", U8, 0x40, FLAG, NULL, LABEL " 6", WHY, REF, 0) F(ID##7, NAME "7", U8, 0x80, FLAG, NULL, \
      LABEL " 7", WHY, REF, 0)
#define WT_LLDP_EIGHT_BYTES(F, ID, NAME, VALUES, LABEL, WHY, REF) \
    F(ID##0, NAME "0", U8, 0, DEC, VALUES, LABEL " 0", WHY, REF, 0) F(ID##1, NAME "1", U8, 0, DEC, VALUES, \
      LABEL " 1", WHY, REF, 0) \
    F(ID##2, NAME "2", U8, 0, DEC, VALUES, LABEL " 2", WHY, REF, 0) F(ID##3, NAME "3", U8, 0, DEC, VALUES, \
      LABEL " 3", WHY, REF, 0) \
    F(ID##4, NAME "4", U8, 0, DEC, VALUES, LABEL " 4", WHY, REF, 0) F(ID##5, NAME "5", U8, 0, DEC, VALUES, \
      LABEL " 5", WHY, REF, 0) \
    F(ID##6, NAME "6", U8, 0, DEC, VALUES, LABEL " 6", WHY, REF, 0) F(ID##7, NAME "7", U8, 0, DEC, VALUES, \
      LABEL " 7", WHY, REF, 0)

/* What the system can do, and what of it is switched on: the same bits. */
#define WT_LLDP_ABILITIES(F, ID, NAME, REF) \
    F(ID##_OTHER, NAME ".other", U16, 0x0001, FLAG, NULL, "Other", "Something that has no bit of its own.", REF, 0) \
    F(ID##_REPEATER, NAME ".repeater", U16, 0x0002, FLAG, NULL, "Repeater", \
      "Passes on signals, without looking at frames.", REF, 0) \
    F(ID##_BRIDGE, NAME ".bridge", U16, 0x0004, FLAG, NULL, "Bridge", \
      "Passes on frames by their Ethernet addresses: a switch.", REF, 0) \
    F(ID##_WLAN, NAME ".wlan_access_pt", U16, 0x0008, FLAG, NULL, "WLAN access point", \
      "Connects radio stations with the cable.", REF, 0) \
    F(ID##_ROUTER, NAME ".router", U16, 0x0010, FLAG, NULL, "Router", "Passes on packets by their IP addresses.", \
      REF, 0) \
    F(ID##_PHONE, NAME ".telephone", U16, 0x0020, FLAG, NULL, "Telephone", "Is a telephone.", REF, 0) \
    F(ID##_DOCSIS, NAME ".docsis_cable_device", U16, 0x0040, FLAG, NULL, "DOCSIS cable device", \
      "Is a modem for television cables.", REF, 0) \
    F(ID##_STATION, NAME ".station_only", U16, 0x0080, FLAG, NULL, "Station only", \
      "Passes nothing on: an end of the network.", REF, 0)

/* The ways to run a cable, each with a bit: what a port offers when speed is agreed upon. */
#define WT_LLDP_SPEED(F, ID, NAME, BIT, LABEL, WHY) \
    F(ID, "lldp.ieee.802_3.pmd_auto_neg_advertised_caps" NAME, U16, BIT, FLAG, NULL, LABEL, WHY, \
      "IEEE 802.3 §79.3.1.2", 0)
#define WT_LLDP_SPEEDS(F, ID, TO, B) \
    WT_LLDP_SPEED(F, ID##_1000TFD, TO ".1000base_tfd", B(0), "1000BASE-T (full duplex mode)", \
      "A gigabit over four pairs, both ways at once.") \
    WT_LLDP_SPEED(F, ID##_1000T, TO ".1000base_t", B(1), "1000BASE-T (half duplex mode)", \
      "A gigabit over four pairs, one way at a time.") \
    WT_LLDP_SPEED(F, ID##_1000XFD, TO ".1000base_xfd", B(2), "1000BASE-X (full duplex mode)", \
      "A gigabit over glass, both ways at once.") \
    WT_LLDP_SPEED(F, ID##_1000X, TO ".1000base_x", B(3), "1000BASE-X (half duplex mode)", \
      "A gigabit over glass, one way at a time.") \
    WT_LLDP_SPEED(F, ID##_BPAUSE, TO ".fdx_bpause", B(4), "Asymmetric and Symmetric PAUSE", \
      "Either end may ask the other for a pause, or only one of them.") \
    WT_LLDP_SPEED(F, ID##_SPAUSE, TO ".fdx_spause", B(5), "Symmetric PAUSE", \
      "Both ends may ask the other for a pause.") \
    WT_LLDP_SPEED(F, ID##_APAUSE, TO ".fdx_apause", B(6), "Asymmetric PAUSE", \
      "Only one end may ask the other for a pause.") \
    WT_LLDP_SPEED(F, ID##_PAUSE, TO ".fdx_pause", B(7), "PAUSE", "An end may ask the other for a pause.") \
    WT_LLDP_SPEED(F, ID##_100T2FD, TO ".100base_t2fd", B(8), "100BASE-T2 (full duplex mode)", \
      "100 megabits over two pairs of a poor cable, both ways at once.") \
    WT_LLDP_SPEED(F, ID##_100T2, TO ".100base_t2", B(9), "100BASE-T2 (half duplex mode)", \
      "100 megabits over two pairs of a poor cable, one way at a time.") \
    WT_LLDP_SPEED(F, ID##_100TXFD, TO ".100base_txfd", B(10), "100BASE-TX (full duplex mode)", \
      "100 megabits over two pairs, both ways at once.") \
    WT_LLDP_SPEED(F, ID##_100TX, TO ".100base_tx", B(11), "100BASE-TX (half duplex mode)", \
      "100 megabits over two pairs, one way at a time.") \
    WT_LLDP_SPEED(F, ID##_100T4, TO ".100base_t4", B(12), "100BASE-T4", \
      "100 megabits over four pairs of a poor cable.") \
    WT_LLDP_SPEED(F, ID##_10TFD, TO ".10base_tfd", B(13), "10BASE-T (full duplex mode)", \
      "10 megabits over two pairs, both ways at once.") \
    WT_LLDP_SPEED(F, ID##_10T, TO ".10base_t", B(14), "10BASE-T (half duplex mode)", \
      "10 megabits over two pairs, one way at a time.") \
    WT_LLDP_SPEED(F, ID##_ANY, TO ".other", B(15), "Other or unknown", "A way that is not in this list.")
#define WT_LLDP_BIT(n) (1u << (n))
#define WT_LLDP_TIB(n) (0x8000u >> (n))

#define WT_LLDP_BASIC(F) \
    F(TLV, "lldp.tlv.type", U16, 0xfe00, DEC, &wt_lldp_types, "TLV Type", \
      "What this piece of information is about.", "IEEE 802.1AB §8.4.1", 0) \
    F(LENGTH, "lldp.tlv.len", U16, 0x01ff, DEC, NULL, "TLV Length", "How many bytes of it follow.", \
      "IEEE 802.1AB §8.4.2", 0) \
    F(CHASSIS_TYPE, "lldp.chassis.subtype", U8, 0, DEC, &wt_lldp_chassis, "Chassis Id Subtype", \
      "Where the name of the device was taken from.", "IEEE 802.1AB §8.5.2.2", 0) \
    F(CHASSIS, "lldp.chassis.id", BYTES, 0, DEC, NULL, "Chassis Id", \
      "Names the sending device, so that all its ports are known as one.", "IEEE 802.1AB §8.5.2.3", WT_STORY) \
    F(CHASSIS_MAC, "lldp.chassis.id.mac", ETHER, 0, DEC, NULL, "Chassis Id", \
      "Names the sending device by the address of one of its cards.", "IEEE 802.1AB §8.5.2.3", WT_STORY) \
    F(CHASSIS_IP4, "lldp.chassis.id.ip4", IPV4, 0, DEC, NULL, "Chassis Id", \
      "Names the sending device by an IPv4 address.", "IEEE 802.1AB §8.5.2.3", WT_STORY) \
    F(CHASSIS_IP6, "lldp.chassis.id.ip6", IPV6, 0, DEC, NULL, "Chassis Id", \
      "Names the sending device by an IPv6 address.", "IEEE 802.1AB §8.5.2.3", WT_STORY) \
    F(FAMILY, "lldp.network_address.subtype", U8, 0, DEC, &wt_lldp_families, "Network Address family", \
      "What kind of address follows.", "IEEE 802.1AB §8.5.2.3", 0) \
    F(PORT_TYPE, "lldp.port.subtype", U8, 0, DEC, &wt_lldp_ports, "Port Id Subtype", \
      "Where the name of the port was taken from.", "IEEE 802.1AB §8.5.3.2", 0) \
    F(PORT, "lldp.port.id", STRING, 0, DEC, NULL, "Port Id", "The sender's port at this end of the cable.", \
      "IEEE 802.1AB §8.5.3.3", WT_STORY) \
    F(PORT_MAC, "lldp.port.id.mac", ETHER, 0, DEC, NULL, "Port Id", \
      "The sender's port at this end of the cable, by its address.", "IEEE 802.1AB §8.5.3.3", WT_STORY) \
    F(PORT_IP4, "lldp.port.id.ip4", IPV4, 0, DEC, NULL, "Port Id", \
      "The sender's port at this end of the cable, by an IPv4 address.", "IEEE 802.1AB §8.5.3.3", WT_STORY) \
    F(PORT_IP6, "lldp.port.id.ip6", IPV6, 0, DEC, NULL, "Port Id", \
      "The sender's port at this end of the cable, by an IPv6 address.", "IEEE 802.1AB §8.5.3.3", WT_STORY) \
    F(TTL, "lldp.time_to_live", U16, 0, DEC, NULL, "Time To Live", \
      "For how many seconds the receiver believes all this without hearing it again; 0: forget the sender at once.", \
      "IEEE 802.1AB §8.5.4", WT_STORY) \
    F(PORT_DESC, "lldp.port.desc", STRING, 0, DEC, NULL, "Port Description", "What people call the port.", \
      "IEEE 802.1AB §8.5.5", WT_STORY) \
    F(NAME, "lldp.tlv.system.name", STRING, 0, DEC, NULL, "System Name", "What people call the device.", \
      "IEEE 802.1AB §8.5.6", WT_STORY) \
    F(DESC, "lldp.tlv.system.desc", STRING, 0, DEC, NULL, "System Description", \
      "What the device is, and which software runs on it.", "IEEE 802.1AB §8.5.7", WT_STORY) \
    F(CAN, "lldp.tlv.system_cap", U16, 0, HEX, NULL, "Capabilities", "What the device can be.", \
      "IEEE 802.1AB §8.5.8.1", WT_STORY) \
    WT_LLDP_ABILITIES(F, CAN, "lldp.tlv.system_cap", "IEEE 802.1AB §8.5.8.1") \
    F(IS, "lldp.tlv.enable_system_cap", U16, 0, HEX, NULL, "Enabled Capabilities", \
      "Which of these are switched on.", "IEEE 802.1AB §8.5.8.2", WT_STORY) \
    WT_LLDP_ABILITIES(F, IS, "lldp.tlv.enable_system_cap", "IEEE 802.1AB §8.5.8.2") \
    F(MGN_LENGTH, "lldp.mgn.address.len", U8, 0, DEC, NULL, "Address String Length", \
      "Bytes of the address and its kind.", "IEEE 802.1AB §8.5.9.2", 0) \
    F(MGN_TYPE, "lldp.mgn.address.subtype", U8, 0, DEC, &wt_lldp_families, "Address Subtype", \
      "What kind of address follows.", "IEEE 802.1AB §8.5.9.3", 0) \
    F(MGN_IP4, "lldp.mgn.addr.ip4", IPV4, 0, DEC, NULL, "Management Address", \
      "Where the device can be asked and set up.", "IEEE 802.1AB §8.5.9.4", WT_STORY) \
    F(MGN_IP6, "lldp.mgn.addr.ip6", IPV6, 0, DEC, NULL, "Management Address", \
      "Where the device can be asked and set up, by IPv6.", "IEEE 802.1AB §8.5.9.4", WT_STORY) \
    F(MGN_HEX, "lldp.mgn.addr.hex", BYTES, 0, DEC, NULL, "Management Address", \
      "Where the device can be asked and set up, by an address of another kind.", "IEEE 802.1AB §8.5.9.4", WT_STORY) \
    F(MGN_NUMBERING, "lldp.mgn.interface.subtype", U8, 0, DEC, &wt_lldp_numbering, "Interface Subtype", \
      "How the interface is numbered.", "IEEE 802.1AB §8.5.9.5", 0) \
    F(MGN_INTERFACE, "lldp.mgn.interface.number", U32, 0, DEC, NULL, "Interface Number", \
      "The interface that has this address.", "IEEE 802.1AB §8.5.9.6", 0) \
    F(MGN_OID_LENGTH, "lldp.mgn.obj.len", U8, 0, DEC, NULL, "OID String Length", "Bytes of the object identifier.", \
      "IEEE 802.1AB §8.5.9.7", 0) \
    F(MGN_OID, "lldp.mgn.obj.id", OID, 0, DEC, NULL, "Object Identifier", \
      "What at that address describes the device's hardware or protocol.", "IEEE 802.1AB §8.5.9.8", 0) \
    F(OUI, "lldp.orgtlv.oui", U24, 0, HEX, &wt_lldp_organizations, "Organization Unique Code", \
      "Who says what the rest means.", "IEEE 802.1AB §8.6.1.3", 0) \
    F(SUBTYPE, "lldp.unknown_subtype", U8, 0, DEC, NULL, "Unknown Subtype", \
      "Which of that organization's pieces this is.", "IEEE 802.1AB §8.6.1.4", 0) \
    F(CONTENT, "lldp.unknown_subtype.content", BYTES, 0, DEC, NULL, "Unknown Subtype Content", \
      "What only that organization can read.", "IEEE 802.1AB §8.6.1.5", 0) \
    F(REST, "lldp.subtype.content_remaining", BYTES, 0, DEC, NULL, "Trailing Bytes", \
      "Bytes behind what is known of this piece.", "IEEE 802.1AB §8.6.1.5", 0) \
    F(VALUE, "lldp.tlv.value", BYTES, 0, DEC, NULL, "Value", \
      "Information of a type that no standard has given out.", "IEEE 802.1AB §8.4.3", WT_OURS) \
    F(IANA, "lldp.iana.subtype", U8, 0, HEX, &wt_lldp_iana, "IANA Subtype", "Which of IANA's pieces this is.", \
      "RFC 8520 §12", 0) \
    F(MUD, "lldp.iana.mudurl", STRING, 0, DEC, NULL, "Manufacturer Usage Description URL", \
      "Where it is written whom such a device needs to talk to, and nobody else.", "RFC 8520 §12", WT_STORY)

#define WT_LLDP_VLANS(F) \
    F(T8021, "lldp.ieee.802_1.subtype", U8, 0, HEX, &wt_lldp_8021, "IEEE 802.1 Subtype", \
      "Which of the switching pieces this is.", "IEEE 802.1Q Annex D", 0) \
    F(PVID, "lldp.ieee.802_1.port_vlan.id", U16, 0, DEC_HEX, NULL, "Port VLAN Identifier", \
      "The VLAN of frames that come without a tag; 0: none.", "IEEE 802.1Q §D.2.1", WT_STORY) \
    F(PPV, "lldp.ieee.802_1.port_and_vlan_id_flag", U8, 0, HEX, NULL, "Flags", \
      "Whether a protocol can have a VLAN of its own.", "IEEE 802.1Q §D.2.2", 0) \
    F(PPV_CAN, "lldp.ieee.802_1.port_and_vlan_id_flag.supported", U8, 0x02, FLAG, NULL, "VLAN by protocol supported", \
      "The port can do that.", "IEEE 802.1Q §D.2.2", 0) \
    F(PPV_IS, "lldp.ieee.802_1.port_and_vlan_id_flag.enabled", U8, 0x04, FLAG, NULL, "VLAN by protocol enabled", \
      "The port does that.", "IEEE 802.1Q §D.2.2", 0) \
    F(PPVID, "lldp.ieee.802_1.port_proto_vlan.id", U16, 0, DEC_HEX, NULL, "Port and Protocol VLAN Identifier", \
      "That VLAN; 0: none.", "IEEE 802.1Q §D.2.2", 0) \
    F(VLAN, "lldp.ieee.802_1.vlan.id", U16, 0, DEC_HEX, NULL, "VLAN Identifier", "A VLAN of the port.", \
      "IEEE 802.1Q §D.2.3", WT_STORY) \
    F(VLAN_LENGTH, "lldp.ieee.802_1.vlan.name_len", U8, 0, DEC, NULL, "VLAN Name Length", "Bytes of its name.", \
      "IEEE 802.1Q §D.2.3", 0) \
    F(VLAN_NAME, "lldp.ieee.802_1.vlan.name", STRING, 0, DEC, NULL, "VLAN Name", "What people call the VLAN.", \
      "IEEE 802.1Q §D.2.3", WT_STORY) \
    F(PROTO_LENGTH, "lldp.ieee.802_1.proto.id_length", U8, 0, DEC, NULL, "Protocol Identity Length", "Bytes of it.", \
      "IEEE 802.1Q §D.2.4", 0) \
    F(PROTO, "lldp.ieee.802_1.proto.id", BYTES, 0, DEC, NULL, "Protocol Identity", \
      "How the frames of a protocol begin that the port takes part in.", "IEEE 802.1Q §D.2.4", 0) \
    F(AG1, "lldp.ieee.802_1.aggregation_status", U8, 0, HEX, NULL, "Aggregation Status", \
      "Whether several cables act as one.", "IEEE 802.1AX §F.1", 0) \
    F(AG1_CAN, "lldp.ieee.802_1.aggregation_status.cap", U8, 0x01, FLAG, NULL, "Aggregation Capability", \
      "The port can be one of several.", "IEEE 802.1AX §F.1", 0) \
    F(AG1_IS, "lldp.ieee.802_1.aggregation_status.enabled", U8, 0x02, FLAG, NULL, "Aggregation enabled", \
      "The port is one of several.", "IEEE 802.1AX §F.1", 0) \
    F(AG1_TYPE, "lldp.ieee.802_1.aggregation_status.porttype", U8, 0x0c, DEC, &wt_lldp_origins, \
      "Aggregation Port Type", "Who of them says this.", "IEEE 802.1AX §F.1", 0) \
    F(AG1_ID, "lldp.ieee.802_1.aggregated_port_id", U32, 0, DEC, NULL, "Aggregated Port Id", \
      "The interface that stands for all of them.", "IEEE 802.1AX §F.1", 0) \
    WT_LLDP_EIGHT_BITS(F, CNPV, "lldp.ieee.802_1qau.cnpv.prio", "Congestion control for priority", \
      "Frames of this priority are slowed down at their sender when a switch is full.", "IEEE 802.1Q §D.2.7") \
    WT_LLDP_EIGHT_BITS(F, READY, "lldp.ieee.802_1qau.ready.prio", "Ready for priority", \
      "The port is set up for that.", "IEEE 802.1Q §D.2.7") \
    F(WILLING, "lldp.dcbx.ieee.willing", U8, 0x80, FLAG, NULL, "Willing", \
      "Would take over the neighbour's settings.", "IEEE 802.1Q §D.2.8", 0) \
    F(CBS, "lldp.dcbx.ieee.ets.cbs", U8, 0x40, FLAG, NULL, "Credit-Based Shaper", \
      "Can send evenly instead of in bursts.", "IEEE 802.1Q §D.2.8", 0) \
    F(MAXTCS, "lldp.dcbx.ieee.ets.maxtcs", U8, 0x07, DEC, NULL, "Maximum Number of Traffic Classes", \
      "How many queues there are; 0 means 8.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG_RESERVED, "lldp.dcbx.feature.pg.reserved", U8, 0xfe, HEX, NULL, "Reserved", "Zero.", "IEEE 802.1Q §D.2.9", 0) \
    F(PG0, "lldp.dcbx.feature.pg.pgid_prio0", U16, 0xf000, DEC, NULL, "Queue of priority 0", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG1, "lldp.dcbx.feature.pg.pgid_prio1", U16, 0x0f00, DEC, NULL, "Queue of priority 1", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG2, "lldp.dcbx.feature.pg.pgid_prio2", U16, 0x00f0, DEC, NULL, "Queue of priority 2", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG3, "lldp.dcbx.feature.pg.pgid_prio3", U16, 0x000f, DEC, NULL, "Queue of priority 3", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG4, "lldp.dcbx.feature.pg.pgid_prio4", U16, 0xf000, DEC, NULL, "Queue of priority 4", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG5, "lldp.dcbx.feature.pg.pgid_prio5", U16, 0x0f00, DEC, NULL, "Queue of priority 5", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG6, "lldp.dcbx.feature.pg.pgid_prio6", U16, 0x00f0, DEC, NULL, "Queue of priority 6", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    F(PG7, "lldp.dcbx.feature.pg.pgid_prio7", U16, 0x000f, DEC, NULL, "Queue of priority 7", \
      "Where frames of this priority wait.", "IEEE 802.1Q §D.2.8", 0) \
    WT_LLDP_EIGHT_BYTES(F, PER, "lldp.dcbx.feature.pg.per", NULL, "Share of queue", \
      "Its share of the link, in per cent.", "IEEE 802.1Q §D.2.8") \
    WT_LLDP_EIGHT_BYTES(F, TSA, "lldp.dcbx.ieee.ets.tsa", &wt_lldp_shapers, "Order of queue", \
      "How the next frame is chosen.", "IEEE 802.1Q §D.2.8") \
    F(MBC, "lldp.dcbx.ieee.pfc.mbc", U8, 0x40, FLAG, NULL, "MACsec Bypass Capability", \
      "Pauses may be asked for outside of the encryption.", "IEEE 802.1Q §D.2.10", 0) \
    F(PFC_TCS, "lldp.dcbx.ieee.pfc.numtcs", U8, 0x0f, DEC, NULL, "Max PFC Enabled Traffic Classes", \
      "How many queues can have pauses at once.", "IEEE 802.1Q §D.2.10", 0) \
    WT_LLDP_EIGHT_BITS(F, PFC, "lldp.dcbx.feature.pfc.prio", "Pause for priority", \
      "A pause may be asked for this priority alone, so that its frames are not lost.", "IEEE 802.1Q §D.2.10") \
    F(APP_RESERVED, "lldp.dcbx.ieee.app.reserved", U8, 0, HEX, NULL, "Reserved", "Zero.", "IEEE 802.1Q §D.2.11", 0) \
    F(APP_PRIO, "lldp.dcbx.ieee.app.prio", U8, 0xe0, DEC, NULL, "Application Priority", \
      "The priority that the application's frames should have.", "IEEE 802.1Q §D.2.11", 0) \
    F(APP_SELECTOR, "lldp.dcbx.iee.app.sf", U8, 0x07, DEC, &wt_lldp_selectors, "Application Selector", \
      "How the application is told: by type or port.", "IEEE 802.1Q §D.2.11", 0) \
    F(APP_PROTO, "lldp.dcbx.feature.app.proto", U16, 0, HEX, NULL, "Application Protocol Id", "That type or port.", \
      "IEEE 802.1Q §D.2.11", 0)

#define WT_LLDP_CABLES(F) \
    F(T8023, "lldp.ieee.802_3.subtype", U8, 0, HEX, &wt_lldp_8023, "IEEE 802.3 Subtype", \
      "Which of the cable's pieces this is.", "IEEE 802.3 §79.3", 0) \
    F(NEG, "lldp.ieee.802_3.mac_phy_auto_neg_status", U8, 0, HEX, NULL, "Auto-Negotiation Support/Status", \
      "Whether both ends agree on the speed by themselves.", "IEEE 802.3 §79.3.1.1", 0) \
    F(NEG_CAN, "lldp.ieee.802_3.mac_phy_auto_neg_status.supported", U8, 0x01, FLAG, NULL, \
      "Auto-Negotiation supported", "The port can do that.", "IEEE 802.3 §79.3.1.1", 0) \
    F(NEG_IS, "lldp.ieee.802_3.mac_phy_auto_neg_status.enabled", U8, 0x02, FLAG, NULL, "Auto-Negotiation enabled", \
      "The port does that.", "IEEE 802.3 §79.3.1.1", 0) \
    F(SPEEDS, "lldp.ieee.802_3.pmd_auto_neg_advertised_caps", U16, 0, HEX, NULL, \
      "PMD Auto-Negotiation Advertised Capability", "The speeds that the port offers.", "IEEE 802.3 §79.3.1.2", 0) \
    WT_LLDP_SPEEDS(F, SPEED, "", WT_LLDP_BIT) \
    F(TURNED, "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv", NONE, 0, DEC, NULL, \
      "The same bits, from the other end", "Some devices send them turned round: read whichever makes sense.", \
      "IEEE 802.3 §79.3.1.2", WT_OURS) \
    WT_LLDP_SPEEDS(F, TURNED, "_inv", WT_LLDP_TIB) \
    F(MAU, "lldp.ieee.802_3.pmd_mau_type", U16, 0, HEX, &wt_lldp_mau, "Operational MAU Type", \
      "How the cable is run now: speed, medium, direction.", "IEEE 802.3 §79.3.1.3", WT_STORY) \
    F(MDI, "lldp.ieee.802_3.mdi_power_support", U8, 0, HEX, NULL, "MDI Power Support", \
      "Whether power comes over the cable.", "IEEE 802.3 §79.3.2.1", 0) \
    F(MDI_PSE, "lldp.ieee.802_3.mdi_power_support.port_class", U8, 0x01, FLAG, NULL, "Port Class", \
      "Set: this end gives the power; not set: it takes it.", "IEEE 802.3 §79.3.2.1", 0) \
    F(MDI_CAN, "lldp.ieee.802_3.mdi_power_support.supported", U8, 0x02, FLAG, NULL, "PSE MDI Power supported", \
      "The port can give power.", "IEEE 802.3 §79.3.2.1", 0) \
    F(MDI_IS, "lldp.ieee.802_3.mdi_power_support.enabled", U8, 0x04, FLAG, NULL, "PSE MDI Power enabled", \
      "The port gives power.", "IEEE 802.3 §79.3.2.1", 0) \
    F(MDI_PAIRS, "lldp.ieee.802_3.mdi_power_support.pse_pairs", U8, 0x08, FLAG, NULL, "PSE Pairs Control Ability", \
      "It can choose the pairs of wires for it.", "IEEE 802.3 §79.3.2.1", 0) \
    F(PAIR, "lldp.ieee.802_3.mdi_pse_pair", U8, 0, DEC, &wt_lldp_pairs, "PSE Power Pair", \
      "The pairs of wires that the power takes.", "IEEE 802.3 §79.3.2.2", 0) \
    F(CLASS, "lldp.ieee.802_3.mdi_power_class", U8, 0, DEC, &wt_lldp_power_classes, "Power Class", \
      "How much power the device takes at most, in steps.", "IEEE 802.3 §79.3.2.3", 0) \
    F(POWER_TYPE, "lldp.ieee.802_3.mdi_power_type", U8, 0xc0, DEC, &wt_lldp_power_types, "Power Type", \
      "Which end this is, and of which generation.", "IEEE 802.3 §79.3.2.4", 0) \
    F(POWER_SOURCE, "lldp.ieee.802_3.mdi_power_source", U8, 0x30, DEC, NULL, "Power Source", \
      "Where its power comes from.", "IEEE 802.3 §79.3.2.4", 0) \
    F(POWER_PRIORITY, "lldp.ieee.802_3.mdi_power_priority", U8, 0x0f, DEC, &wt_lldp_priorities, "Power Priority", \
      "Who is switched off last when power is short.", "IEEE 802.3 §79.3.2.4", 0) \
    F(REQUESTED, "lldp.ieee.802_3.mdi_pde_requested", U16, 0, DEC, NULL, "PD Requested Power Value", \
      "Tenths of a watt that the device asks for.", "IEEE 802.3 §79.3.2.5", WT_STORY) \
    F(ALLOCATED, "lldp.ieee.802_3.mdi_pse_allocated", U16, 0, DEC, NULL, "PSE Allocated Power Value", \
      "Tenths of a watt that it may take.", "IEEE 802.3 §79.3.2.6", WT_STORY) \
    F(AG3, "lldp.ieee.802_3.aggregation_status", U8, 0, HEX, NULL, "Aggregation Status", \
      "Whether several cables act as one.", "IEEE 802.3 §79.3.3.1", 0) \
    F(AG3_CAN, "lldp.ieee.802_3.aggregation_status.cap", U8, 0x01, FLAG, NULL, "Aggregation Capability", \
      "The port can be one of several.", "IEEE 802.3 §79.3.3.1", 0) \
    F(AG3_IS, "lldp.ieee.802_3.aggregation_status.enabled", U8, 0x02, FLAG, NULL, "Aggregation enabled", \
      "The port is one of several.", "IEEE 802.3 §79.3.3.1", 0) \
    F(AG3_ID, "lldp.ieee.802_3.aggregated_port_id", U32, 0, DEC, NULL, "Aggregated Port Id", \
      "The interface that stands for all of them.", "IEEE 802.3 §79.3.3.2", 0) \
    F(MTU, "lldp.ieee.802_3.max_frame_size", U16, 0, DEC, NULL, "Maximum Frame Size", \
      "The longest frame that the port takes.", "IEEE 802.3 §79.3.4.1", WT_STORY) \
    F(EEE_TX, "lldp.ieee.802_3.eee.transmit", U16, 0, DEC, NULL, "Transmit", \
      "Microseconds that the sender waits after it woke the link up.", "IEEE 802.3 §79.3.5.1", 0) \
    F(EEE_RX, "lldp.ieee.802_3.eee.receive", U16, 0, DEC, NULL, "Receive", \
      "Microseconds that it would like the other end to wait.", "IEEE 802.3 §79.3.5.2", 0) \
    F(EEE_FALLBACK, "lldp.ieee.802_3.eee.fallback_receive", U16, 0, DEC, NULL, "Fallback Receive", \
      "Microseconds that would do as well.", "IEEE 802.3 §79.3.5.3", 0) \
    F(EEE_ECHO_TX, "lldp.ieee.802_3.eee.echo_transmit", U16, 0, DEC, NULL, "Echo Transmit", \
      "What it heard from the other end, given back.", "IEEE 802.3 §79.3.5.4", 0) \
    F(EEE_ECHO_RX, "lldp.ieee.802_3.eee.echo_receive", U16, 0, DEC, NULL, "Echo Receive", \
      "What it heard from the other end, given back.", "IEEE 802.3 §79.3.5.4", 0) \
    F(BR, "lldp.ieee.802_3br.eac", U16, 0, HEX, NULL, "Additional Ethernet Capabilities", \
      "Whether an urgent frame may interrupt another one.", "IEEE 802.3 §79.3.7.1", 0) \
    F(BR_CAN, "lldp.ieee.802_3br.aec.support", U16, 0x0001, FLAG, NULL, "Preemption capabilities support", \
      "The port can do that.", "IEEE 802.3 §79.3.7.1", 0) \
    F(BR_IS, "lldp.ieee.802_3br.aec.enable", U16, 0x0002, FLAG, NULL, "Preemption capabilities enable", \
      "It is switched on.", "IEEE 802.3 §79.3.7.1", 0) \
    F(BR_DOES, "lldp.ieee.802_3br.aec.active", U16, 0x0004, FLAG, NULL, "Preemption capabilities active", \
      "It was tried with the other end, and works.", "IEEE 802.3 §79.3.7.1", 0) \
    F(BR_SIZE, "lldp.ieee.802_3br.aec.addfragsize", U16, 0x0018, DEC, NULL, "Additional Fragment Size", \
      "How long the parts of such a frame have to be, in steps of 64 bytes.", "IEEE 802.3 §79.3.7.1", 0) \
    F(BR_RESERVED, "lldp.ieee.802_3br.aec.reserved", U16, 0xffe0, HEX, NULL, "Reserved", "Zero.", \
      "IEEE 802.3 §79.3.7.1", 0)

#define WT_LLDP_PHONES(F) \
    F(TMED, "lldp.media.subtype", U8, 0, HEX, &wt_lldp_media, "Media Subtype", \
      "Which of the telephones' pieces this is.", "TIA-1057 §10.2", 0) \
    F(MED, "lldp.media.subtype.caps", U16, 0, HEX, NULL, "Capabilities", "Which pieces the device understands.", \
      "TIA-1057 §10.2.2.2", 0) \
    F(MED_CAPS, "lldp.media.subtype.caps.llpd", U16, 0x0001, FLAG, NULL, "LLDP-MED Capabilities", \
      "This list itself.", "TIA-1057 §10.2.2.2", 0) \
    F(MED_POLICY, "lldp.media.subtype.caps.network_policy", U16, 0x0002, FLAG, NULL, "Network Policy", \
      "Which VLAN and priority calls have.", "TIA-1057 §10.2.2.2", 0) \
    F(MED_LOCATION, "lldp.media.subtype.caps.location_id", U16, 0x0004, FLAG, NULL, "Location Identification", \
      "Where it stands: for calls for help.", "TIA-1057 §10.2.2.2", 0) \
    F(MED_PSE, "lldp.media.subtype.caps.mdi_pse", U16, 0x0008, FLAG, NULL, "Extended Power via MDI-PSE", \
      "Giving power over the cable.", "TIA-1057 §10.2.2.2", 0) \
    F(MED_PD, "lldp.media.subtype.caps.mid_pd", U16, 0x0010, FLAG, NULL, "Extended Power via MDI-PD", \
      "Taking power over the cable.", "TIA-1057 §10.2.2.2", 0) \
    F(MED_INVENTORY, "lldp.media.subtype.caps.inventory", U16, 0x0020, FLAG, NULL, "Inventory", \
      "Maker, model, serial number and the like.", "TIA-1057 §10.2.2.2", 0) \
    F(MED_CLASS, "lldp.media.subtype.class", U8, 0, DEC, &wt_lldp_classes, "Class Type", \
      "What kind of device it is.", "TIA-1057 §10.2.2.3", WT_STORY) \
    F(APPLICATION, "lldp.media.app_type", U8, 0, DEC, &wt_lldp_applications, "Application Type", \
      "What the rule is for.", "TIA-1057 §10.2.3.1", WT_STORY) \
    F(POLICY_UNKNOWN, "lldp.media.policy_flag", U24, 0x800000, FLAG, NULL, "Policy unknown", \
      "Set: the device asks for the rule, as it knows none.", "TIA-1057 §10.2.3.2", 0) \
    F(TAGGED, "lldp.media.tag_flag", U24, 0x400000, FLAG, NULL, "Tagged", "Set: its frames carry a VLAN tag.", \
      "TIA-1057 §10.2.3.3", 0) \
    F(MED_VLAN, "lldp.media.vlan_id", U24, 0x1ffe00, DEC, NULL, "VLAN Id", "The VLAN for it.", "TIA-1057 §10.2.3.5", \
      WT_STORY) \
    F(MED_L2, "lldp.media.l2_prio", U24, 0x0001c0, DEC, NULL, "L2 Priority", "The priority in the VLAN tag.", \
      "TIA-1057 §10.2.3.6", 0) \
    F(MED_DSCP, "lldp.media.dscp", U24, 0x00003f, DEC, NULL, "DSCP Priority", "The priority in the IP header.", \
      "TIA-1057 §10.2.3.7", 0) \
    F(FORMAT, "lldp.media.loc.data_format", U8, 0, DEC, &wt_lldp_formats, "Location Data Format", \
      "How the place is told.", "TIA-1057 §10.2.4.2", 0) \
    F(LAT_BITS, "lldp.media.loc.lat_resolution", U8, 0xfc, DEC, NULL, "Latitude Resolution", \
      "How many bits of it are exact.", "RFC 6225 §2.3", 0) \
    F(LAT, "lldp.media.loc.latitude", U40, 0x3ffffffff, DEC, NULL, "Latitude", \
      "How far north, in units of 2^-25 degrees.", "RFC 6225 §2.3", WT_STORY) \
    F(LONG_BITS, "lldp.media.loc.long_resolution", U8, 0xfc, DEC, NULL, "Longitude Resolution", \
      "How many bits of it are exact.", "RFC 6225 §2.3", 0) \
    F(LONG, "lldp.media.loc.longitude", U40, 0x3ffffffff, DEC, NULL, "Longitude", \
      "How far east, in units of 2^-25 degrees.", "RFC 6225 §2.3", WT_STORY) \
    F(ALT_TYPE, "lldp.media.loc.alt_type", U8, 0xf0, DEC, &wt_lldp_altitudes, "Altitude Type", \
      "In what the height is counted.", "RFC 6225 §2.4", 0) \
    F(ALT_BITS, "lldp.media.loc.alt_resolution", U16, 0x0fc0, DEC, NULL, "Altitude Resolution", \
      "How many bits of it are exact.", "RFC 6225 §2.4", 0) \
    F(ALT, "lldp.media.loc.altitude", U32, 0x3fffffff, DEC, NULL, "Altitude", "How high, in units of 1/256.", \
      "RFC 6225 §2.4", 0) \
    F(DATUM, "lldp.media.loc.datum", U8, 0, DEC, NULL, "Datum", "Which model of the earth the numbers are for.", \
      "RFC 6225 §2.5", 0) \
    F(CIVIC_LENGTH, "lldp.media.civic.length", U8, 0, DEC, NULL, "LCI Length", "Bytes of the address.", \
      "TIA-1057 §10.2.4.3.2", 0) \
    F(CIVIC_WHAT, "lldp.media.civic.what", U8, 0, DEC, &wt_lldp_what, "What", "Whose address it is.", \
      "RFC 4776 §3.1", 0) \
    F(COUNTRY, "lldp.media.civic.country", STRING, 0, DEC, NULL, "Country", "Two letters.", "RFC 4776 §3.1", WT_STORY) \
    F(CIVIC_TYPE, "lldp.media.civic.type", U8, 0, DEC, &wt_lldp_parts, "CA Type", "Which part of an address.", \
      "RFC 4776 §3.4", WT_STORY) \
    F(CIVIC_PART, "lldp.media.civic.length", U8, 0, DEC, NULL, "CA Length", "Bytes of that part.", "RFC 4776 §3.3", 0) \
    F(CIVIC, "lldp.media.civic.value", STRING, 0, DEC, NULL, "CA Value", "That part.", "RFC 4776 §3.3", WT_STORY) \
    F(ELIN, "lldp.media.ecs", STRING, 0, DEC, NULL, "ELIN", "A telephone number that leads back to this place.", \
      "TIA-1057 §10.2.4.3.3", WT_STORY) \
    F(MED_POWER_TYPE, "lldp.media.power.type", U8, 0xc0, DEC, NULL, "Power Type", "0: gives power; 1: takes it.", \
      "TIA-1057 §10.2.5.1", 0) \
    F(MED_POWER_SOURCE, "lldp.media.power.source", U8, 0x30, DEC, NULL, "Power Source", \
      "Where its power comes from.", "TIA-1057 §10.2.5.2", 0) \
    F(MED_POWER_PRIORITY, "lldp.media.power.prio", U8, 0x0f, DEC, &wt_lldp_priorities, "Power Priority", \
      "Who is switched off last when power is short.", "TIA-1057 §10.2.5.3", 0) \
    F(MED_POWER, "lldp.media.power.value", U16, 0, DEC, NULL, "Power Value", "Tenths of a watt wanted or given.", \
      "TIA-1057 §10.2.5.4", WT_STORY) \
    F(HARDWARE, "lldp.media.hardware", STRING, 0, DEC, NULL, "Hardware Revision", "For whoever counts devices.", \
      "TIA-1057 §10.2.6.1", 0) \
    F(FIRMWARE, "lldp.media.firmware", STRING, 0, DEC, NULL, "Firmware Revision", \
      "For whoever has to bring it up to date.", "TIA-1057 §10.2.6.2", 0) \
    F(SOFTWARE, "lldp.media.software", STRING, 0, DEC, NULL, "Software Revision", \
      "For whoever has to bring it up to date.", "TIA-1057 §10.2.6.3", 0) \
    F(SERIAL, "lldp.media.sn", STRING, 0, DEC, NULL, "Serial Number", "Tells this one from others like it.", \
      "TIA-1057 §10.2.6.4", 0) \
    F(MAKER, "lldp.media.manufacturer", STRING, 0, DEC, NULL, "Manufacturer Name", "Who made it.", \
      "TIA-1057 §10.2.6.5", WT_STORY) \
    F(MODEL, "lldp.media.model", STRING, 0, DEC, NULL, "Model Name", "What its maker calls it.", \
      "TIA-1057 §10.2.6.6", WT_STORY) \
    F(ASSET, "lldp.media.asset", STRING, 0, DEC, NULL, "Asset ID", "Its owner's number for it.", \
      "TIA-1057 §10.2.6.7", 0)

#define WT_LLDP_FIELDS(F) WT_LLDP_BASIC(F) WT_LLDP_VLANS(F) WT_LLDP_CABLES(F) WT_LLDP_PHONES(F)
WT_FIELD_IDS(LLDP, WT_LLDP_FIELDS)

/* A row, and the bits first … last of the number just read, below it. */
void wt_lldp_bits(wt_cur *c, wt_fid f, wt_fid first, wt_fid last);
/* What an organization adds: 802.1 (switching), 802.3 (cables), TIA (telephones). */
void wt_lldp_8021_tlv(wt_cur *c);
void wt_lldp_8023_tlv(wt_cur *c);
void wt_lldp_media_tlv(wt_cur *c);

#endif
