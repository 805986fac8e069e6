/* numbers.c - registries that several protocols share. */
#include "proto/common/numbers.h"

static const wt_value ethertypes_rows[] = {
    WT_V(0x0600, "XNS", NULL), WT_V(0x0800, "IPv4", "An Internet Protocol version 4 packet."),
    WT_V(0x0805, "X.25 Layer 3", NULL), WT_V(0x0806, "ARP", "Finds the card that has an IPv4 address."),
    WT_V(0x0842, "Wake on LAN", NULL), WT_V(0x22ea, "Stream Reservation Protocol", NULL),
    WT_V(0x22f0, "Audio Video Transport Protocol", NULL), WT_V(0x22f3, "TRILL", NULL),
    WT_V(0x6003, "DECnet Routing", NULL), WT_V(0x6004, "DEC LAT", NULL),
    WT_V(0x6558, "Transparent Ethernet bridging", NULL), WT_V(0x8035, "RARP", NULL), WT_V(0x809b, "AppleTalk", NULL),
    WT_V(0x80f3, "AppleTalk ARP", NULL), WT_V(0x8100, "802.1Q Virtual LAN", "A tag with the VLAN's number follows."),
    WT_V(0x8137, "Netware IPX/SPX", NULL), WT_V(0x86dd, "IPv6", "An Internet Protocol version 6 packet."),
    WT_V(0x8808, "MAC Control", "Asks the other end of the cable to pause."), WT_V(0x8809, "Slow Protocols", NULL),
    WT_V(0x880b, "PPP", NULL),
    WT_V(0x8847, "MPLS", NULL), WT_V(0x8848, "MPLS multicast", NULL), WT_V(0x8863, "PPPoE Discovery", NULL),
    WT_V(0x8864, "PPPoE Session", NULL), WT_V(0x887b, "HomePlug", NULL),
    WT_V(0x888e, "802.1X Authentication", NULL), WT_V(0x8892, "PROFINET", NULL),
    WT_V(0x8899, "Realtek Layer 2 Protocols", NULL), WT_V(0x88a2, "ATA over Ethernet", NULL),
    WT_V(0x88a4, "EtherCAT", NULL), WT_V(0x88a8, "802.1ad Provider Bridge (Q-in-Q)", "An outer VLAN tag follows."),
    WT_V(0x88ab, "Ethernet Powerlink", NULL), WT_V(0x88b5, "Local Experimental Ethertype 1", NULL),
    WT_V(0x88b6, "Local Experimental Ethertype 2", NULL), WT_V(0x88b8, "GOOSE", NULL),
    WT_V(0x88ba, "Sampled Values", NULL), WT_V(0x88c7, "802.11i Pre-Authentication", NULL),
    WT_V(0x88cc, "Link Layer Discovery Protocol (LLDP)", NULL), WT_V(0x88d9, "Link Layer Topology Discovery", NULL),
    WT_V(0x88e1, "HomePlug AV", NULL), WT_V(0x88e3, "Media Redundancy Protocol", NULL),
    WT_V(0x88e5, "802.1AE (MACsec)", NULL), WT_V(0x88e7, "802.1ah Provider Backbone Bridge", NULL),
    WT_V(0x88f5, "Multiple VLAN Registration Protocol", NULL), WT_V(0x88f7, "PTP over Ethernet", NULL),
    WT_V(0x88fb, "Parallel Redundancy Protocol", NULL), WT_V(0x8902, "Connectivity Fault Management", NULL),
    WT_V(0x8906, "Fibre Channel over Ethernet", NULL), WT_V(0x8914, "FCoE Initialization Protocol", NULL),
    WT_V(0x8915, "RDMA over Converged Ethernet", NULL), WT_V(0x892f, "High-availability Seamless Redundancy", NULL),
    WT_V(0x893a, "1905.1 Home Network", NULL), WT_V(0x894f, "Network Service Header", NULL),
    WT_V(0x9000, "Loopback", "Ethernet's own echo test."), WT_V(0x9100, "Q-in-Q, older number", NULL),
    WT_V(0xa0ed, "6LoWPAN", NULL), WT_V(0xaefe, "eCPRI", NULL)};
const wt_values wt_ethertypes = {ethertypes_rows, sizeof ethertypes_rows / sizeof *ethertypes_rows};

static const wt_value hardware_rows[] = {
    WT_V(0, "NET/ROM pseudo", NULL), WT_V(1, "Ethernet", NULL), WT_V(2, "Experimental Ethernet", NULL),
    WT_V(3, "AX.25", NULL), WT_V(4, "ProNET", NULL), WT_V(5, "Chaos", NULL), WT_V(6, "IEEE 802", NULL),
    WT_V(7, "ARCNET", NULL), WT_V(15, "Frame Relay", NULL), WT_V(16, "ATM", NULL), WT_V(17, "HDLC", NULL),
    WT_V(18, "Fibre Channel", NULL), WT_V(19, "ATM", NULL), WT_V(20, "Serial Line", NULL), WT_V(21, "ATM", NULL),
    WT_V(24, "IEEE 1394", NULL), WT_V(27, "EUI-64", NULL), WT_V(31, "IPsec tunnel", NULL),
    WT_V(32, "InfiniBand", NULL), WT_V(280, "Controller Area Network", NULL), WT_V(512, "PPP", NULL),
    WT_V(513, "Cisco HDLC", NULL), WT_V(519, "Raw IP", NULL), WT_V(768, "IPIP tunnel", NULL),
    WT_V(769, "IP6IP6 tunnel", NULL), WT_V(772, "Loopback", NULL), WT_V(776, "IPv6-in-IPv4 tunnel", NULL),
    WT_V(778, "GRE over IP", NULL), WT_V(801, "IEEE 802.11", NULL), WT_V(802, "IEEE 802.11 with Prism header", NULL),
    WT_V(803, "IEEE 802.11 with radiotap header", NULL), WT_V(823, "GRE over IPv6", NULL), WT_V(824, "Netlink", NULL),
    WT_V(826, "Vsock monitor header", NULL), WT_V(65534, "No link-layer header", NULL), WT_V(65535, "Void", NULL)};
const wt_values wt_hardware_types = {hardware_rows, sizeof hardware_rows / sizeof *hardware_rows};

static const wt_value protocols_rows[] = {
    WT_V(0, "IPv6 Hop-by-Hop Option", "Options that every router on the path may look at."),
    WT_V(1, "ICMP", "Error reports and pings."), WT_V(2, "IGMP", "Joining and leaving multicast groups."),
    WT_V(4, "IPIP", "Another IPv4 packet: a tunnel."), WT_V(6, "TCP", "A reliable stream of bytes."),
    WT_V(8, "EGP", NULL), WT_V(9, "IGRP", NULL), WT_V(17, "UDP", "Single messages, without promises."),
    WT_V(27, "RDP", NULL), WT_V(33, "DCCP", NULL), WT_V(41, "IPv6", "An IPv6 packet: a tunnel."),
    WT_V(43, "Routing Header for IPv6", NULL), WT_V(44, "Fragment Header for IPv6", "A part of a larger packet."),
    WT_V(46, "RSVP", NULL), WT_V(47, "Generic Routing Encapsulation", NULL),
    WT_V(50, "Encap Security Payload", "Encrypted by IPsec."), WT_V(51, "Authentication Header", "Signed by IPsec."),
    WT_V(58, "ICMPv6", "Error reports, pings and finding neighbours."), WT_V(59, "IPv6 No Next Header", NULL),
    WT_V(60, "Destination Options for IPv6", "Options for the destination only."), WT_V(88, "EIGRP", NULL),
    WT_V(89, "OSPF", "Routers telling each other the map."), WT_V(94, "IPIP", NULL),
    WT_V(97, "Ethernet within IP", NULL), WT_V(98, "Encapsulation Header", NULL), WT_V(103, "PIM", NULL),
    WT_V(108, "IP Payload Compression", NULL), WT_V(112, "VRRP", NULL), WT_V(115, "L2TP", NULL),
    WT_V(124, "ISIS over IP", NULL), WT_V(132, "SCTP", NULL), WT_V(133, "Fibre Channel", NULL),
    WT_V(135, "Mobility Header", NULL), WT_V(136, "UDPlite", NULL), WT_V(137, "MPLS-in-IP", NULL),
    WT_V(138, "MANET Protocols", NULL), WT_V(139, "Host Identity Protocol", NULL), WT_V(140, "Shim6 Protocol", NULL),
    WT_V(143, "Ethernet", NULL), WT_V(253, "Experimentation and testing", NULL),
    WT_V(254, "Experimentation and testing", NULL), WT_V(255, "Reserved", NULL)};
const wt_values wt_ip_protocols = {protocols_rows, sizeof protocols_rows / sizeof *protocols_rows};
