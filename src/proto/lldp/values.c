/* values.c - the values of LLDP's rows (IEEE 802.1AB, 802.1Q, 802.3, TIA-1057; RFC 4836 for the ways to run a
 * cable). */
#include "proto/lldp/lldp.h"

#define TABLE(x) const wt_values wt_lldp_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows};

static const wt_value types_rows[] = {
    WT_V(0, "End of LLDPDU", "Nothing follows."), WT_V(1, "Chassis Id", "Which device speaks."),
    WT_V(2, "Port Id", "Through which of its ports."), WT_V(3, "Time to Live", "How long to believe it."),
    WT_V(4, "Port Description", NULL), WT_V(5, "System Name", NULL), WT_V(6, "System Description", NULL),
    WT_V(7, "System Capabilities", "What the device does."),
    WT_V(8, "Management Address", "Where it can be asked and set up."),
    WT_V(127, "Organization Specific", "What an organization adds."),
};
TABLE(types)

static const wt_value chassis_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "Chassis component", NULL), WT_V(2, "Interface alias", NULL),
    WT_V(3, "Port component", NULL), WT_V(4, "MAC address", NULL), WT_V(5, "Network address", NULL),
    WT_V(6, "Interface name", NULL), WT_V(7, "Locally assigned", "Chosen by its owner."),
};
TABLE(chassis)

static const wt_value ports_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "Interface alias", NULL), WT_V(2, "Port component", NULL),
    WT_V(3, "MAC address", NULL), WT_V(4, "Network address", NULL), WT_V(5, "Interface name", NULL),
    WT_V(6, "Agent circuit Id", NULL), WT_V(7, "Locally assigned", "Chosen by its owner."),
};
TABLE(ports)

static const wt_value families_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "IPv4", NULL), WT_V(2, "IPv6", NULL), WT_V(3, "NSAP", NULL),
    WT_V(6, "802", "An Ethernet address."), WT_V(8, "E.164", "A telephone number."), WT_V(11, "IPX", NULL),
    WT_V(12, "AppleTalk", NULL), WT_V(16, "DNS", "A name."), WT_V(17, "Distinguished Name", NULL),
    WT_V(18, "AS Number", NULL),
};
TABLE(families)

static const wt_value numbering_rows[] = {
    WT_V(1, "Unknown", NULL), WT_V(2, "ifIndex", "The number that the system's own tables have."),
    WT_V(3, "System port number", NULL),
};
TABLE(numbering)

static const wt_value organizations_rows[] = {
    WT_V(0x00005e, "IANA", NULL), WT_V(0x000ecf, "PROFIBUS", NULL),
    WT_V(0x00120f, "IEEE 802.3", "What the cable does."), WT_V(0x0012bb, "TIA", "For telephones: LLDP-MED."),
    WT_V(0x0080c2, "IEEE 802.1", "What switches do."),
};
TABLE(organizations)

static const wt_value iana_rows[] = {WT_V(1, "Manufacturer Usage Description URL", NULL)};
TABLE(iana)

static const wt_value yes_8021_rows[] = {
    WT_V(0x01, "Port VLAN ID", NULL), WT_V(0x02, "Port and Protocol VLAN ID", NULL), WT_V(0x03, "VLAN Name", NULL),
    WT_V(0x04, "Protocol Identity", NULL), WT_V(0x05, "VID Usage Digest", NULL), WT_V(0x06, "Management VID", NULL),
    WT_V(0x07, "Link Aggregation", "Several cables act as one."), WT_V(0x08, "Congestion Notification", NULL),
    WT_V(0x09, "ETS Configuration", "How queues share the link."),
    WT_V(0x0a, "ETS Recommendation", "How the neighbour's queues should."),
    WT_V(0x0b, "Priority Flow Control Configuration", NULL), WT_V(0x0c, "Application Protocol", NULL),
    WT_V(0x0d, "EVB", NULL), WT_V(0x0e, "CDCP", NULL), WT_V(0x0f, "Port extension", NULL),
    WT_V(0x10, "Application VLAN", NULL), WT_V(0x11, "LRP ECP Discovery", NULL),
    WT_V(0x12, "LRP TCP Discovery", NULL), WT_V(0x13, "Congestion Isolation", NULL),
    WT_V(0x14, "Topology Recognition", NULL),
};
const wt_values wt_lldp_8021 = {yes_8021_rows, sizeof yes_8021_rows / sizeof *yes_8021_rows};

static const wt_value yes_8023_rows[] = {
    WT_V(1, "MAC/PHY Configuration/Status", "The cable's speed."), WT_V(2, "Power Via MDI", "Power over the cable."),
    WT_V(3, "Link Aggregation", "Several cables act as one."), WT_V(4, "Maximum Frame Size", NULL),
    WT_V(5, "EEE (Energy-Efficient Ethernet)", "Sleeping while nothing is to be sent."),
    WT_V(7, "Additional Ethernet capabilities", "Interrupting frames for urgent ones."),
};
const wt_values wt_lldp_8023 = {yes_8023_rows, sizeof yes_8023_rows / sizeof *yes_8023_rows};

static const wt_value media_rows[] = {
    WT_V(0x1, "Media Capabilities", NULL), WT_V(0x2, "Network Policy", NULL),
    WT_V(0x3, "Location Identification", NULL), WT_V(0x4, "Extended Power-via-MDI", NULL),
    WT_V(0x5, "Inventory - Hardware Revision", NULL), WT_V(0x6, "Inventory - Firmware Revision", NULL),
    WT_V(0x7, "Inventory - Software Revision", NULL), WT_V(0x8, "Inventory - Serial Number", NULL),
    WT_V(0x9, "Inventory - Manufacturer Name", NULL), WT_V(0xa, "Inventory - Model Name", NULL),
    WT_V(0xb, "Inventory - Asset ID", NULL),
};
TABLE(media)

static const wt_value mau_rows[] = {
    WT_V(0, "other or unknown", NULL), WT_V(1, "AUI", NULL), WT_V(2, "10BASE5", NULL), WT_V(3, "FOIRL", NULL),
    WT_V(4, "10BASE2", NULL), WT_V(5, "10BASE-T", NULL), WT_V(6, "10BASE-FP", NULL), WT_V(7, "10BASE-FB", NULL),
    WT_V(8, "10BASE-FL", NULL), WT_V(9, "10BROAD36", NULL), WT_V(10, "10BASE-T, half duplex", NULL),
    WT_V(11, "10BASE-T, full duplex", NULL), WT_V(12, "10BASE-FL, half duplex", NULL),
    WT_V(13, "10BASE-FL, full duplex", NULL), WT_V(14, "100BASE-T4", NULL), WT_V(15, "100BASE-TX, half duplex", NULL),
    WT_V(16, "100BASE-TX, full duplex", NULL), WT_V(17, "100BASE-FX, half duplex", NULL),
    WT_V(18, "100BASE-FX, full duplex", NULL), WT_V(19, "100BASE-T2, half duplex", NULL),
    WT_V(20, "100BASE-T2, full duplex", NULL), WT_V(21, "1000BASE-X, half duplex", NULL),
    WT_V(22, "1000BASE-X, full duplex", NULL), WT_V(23, "1000BASE-LX, half duplex", NULL),
    WT_V(24, "1000BASE-LX, full duplex", NULL), WT_V(25, "1000BASE-SX, half duplex", NULL),
    WT_V(26, "1000BASE-SX, full duplex", NULL), WT_V(27, "1000BASE-CX, half duplex", NULL),
    WT_V(28, "1000BASE-CX, full duplex", NULL), WT_V(29, "1000BASE-T, half duplex", NULL),
    WT_V(30, "1000BASE-T, full duplex", NULL), WT_V(31, "10GBASE-X", NULL), WT_V(32, "10GBASE-LX4", NULL),
    WT_V(33, "10GBASE-R", NULL), WT_V(34, "10GBASE-ER", NULL), WT_V(35, "10GBASE-LR", NULL),
    WT_V(36, "10GBASE-SR", NULL), WT_V(37, "10GBASE-W", NULL), WT_V(38, "10GBASE-EW", NULL),
    WT_V(39, "10GBASE-LW", NULL), WT_V(40, "10GBASE-SW", NULL), WT_V(41, "10GBASE-CX4", NULL),
    WT_V(42, "2BASE-TL", NULL), WT_V(43, "10PASS-TS", NULL), WT_V(44, "100BASE-BX10D", NULL),
    WT_V(45, "100BASE-BX10U", NULL), WT_V(46, "100BASE-LX10", NULL), WT_V(47, "1000BASE-BX10D", NULL),
    WT_V(48, "1000BASE-BX10U", NULL), WT_V(49, "1000BASE-LX10", NULL), WT_V(50, "1000BASE-PX10D", NULL),
    WT_V(51, "1000BASE-PX10U", NULL), WT_V(52, "1000BASE-PX20D", NULL), WT_V(53, "1000BASE-PX20U", NULL),
    WT_V(54, "10GBASE-T", NULL), WT_V(55, "10GBASE-LRM", NULL), WT_V(56, "1000BASE-KX", NULL),
    WT_V(57, "10GBASE-KX4", NULL), WT_V(58, "10GBASE-KR", NULL),
};
TABLE(mau)

static const wt_value classes_rows[] = {
    WT_V(0, "Type Not Defined", NULL), WT_V(1, "Endpoint Class I", "Any device at an end of the network."),
    WT_V(2, "Endpoint Class II", "One that sends or plays sound or pictures."),
    WT_V(3, "Endpoint Class III", "One that people speak with: a telephone."),
    WT_V(4, "Network Connectivity", "One that others are plugged into."),
};
TABLE(classes)

static const wt_value power_types_rows[] = {
    WT_V(0, "Type 2 PSE Device", "Gives power."), WT_V(1, "Type 2 PD Device", "Takes power."),
    WT_V(2, "Type 1 PSE Device", "Gives power."), WT_V(3, "Type 1 PD Device", "Takes power."),
};
TABLE(power_types)

static const wt_value priorities_rows[] = {
    WT_V(0, "Unknown", NULL), WT_V(1, "Critical", NULL), WT_V(2, "High", NULL), WT_V(3, "Low", NULL),
};
TABLE(priorities)

static const wt_value power_classes_rows[] = {
    WT_V(1, "Class 0", NULL), WT_V(2, "Class 1", NULL), WT_V(3, "Class 2", NULL), WT_V(4, "Class 3", NULL),
    WT_V(5, "Class 4", NULL),
};
TABLE(power_classes)

static const wt_value pairs_rows[] = {
    WT_V(1, "Signal", "The pairs that carry data."), WT_V(2, "Spare", "The other pairs."),
};
TABLE(pairs)

static const wt_value applications_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "Voice", NULL), WT_V(2, "Voice Signaling", NULL), WT_V(3, "Guest Voice", NULL),
    WT_V(4, "Guest Voice Signaling", NULL), WT_V(5, "Softphone Voice", NULL), WT_V(6, "Video Conferencing", NULL),
    WT_V(7, "Streaming Video", NULL), WT_V(8, "Video Signaling", NULL),
};
TABLE(applications)

static const wt_value formats_rows[] = {
    WT_V(0, "Invalid", NULL), WT_V(1, "Coordinate-based LCI", NULL), WT_V(2, "Civic Address LCI", "A postal address."),
    WT_V(3, "ECS ELIN", "A telephone number."),
};
TABLE(formats)

static const wt_value what_rows[] = {
    WT_V(0, "Location of the DHCP server", NULL),
    WT_V(1, "Location of the network element closest to the client", NULL), WT_V(2, "Location of the client", NULL),
};
TABLE(what)

static const wt_value parts_rows[] = {
    WT_V(0, "Language", NULL), WT_V(1, "State, province", NULL), WT_V(2, "County, district", NULL),
    WT_V(3, "City, township", NULL), WT_V(4, "City division", NULL), WT_V(5, "Neighbourhood, block", NULL),
    WT_V(6, "Group of streets", NULL), WT_V(16, "Leading street direction", NULL),
    WT_V(17, "Trailing street suffix", NULL), WT_V(18, "Street suffix", NULL), WT_V(19, "House number", NULL),
    WT_V(20, "House number suffix", NULL), WT_V(21, "Landmark", NULL),
    WT_V(22, "Additional location information", NULL), WT_V(23, "Name", NULL),
    WT_V(24, "Postal code", NULL), WT_V(25, "Building", NULL), WT_V(26, "Unit", NULL), WT_V(27, "Floor", NULL),
    WT_V(28, "Room", NULL), WT_V(29, "Type of place", NULL), WT_V(30, "Name of the postal community", NULL),
    WT_V(31, "Post office box", NULL), WT_V(32, "Additional code", NULL), WT_V(33, "Seat, desk", NULL),
    WT_V(34, "Street", NULL), WT_V(35, "Section of the street", NULL), WT_V(36, "Branch of the street", NULL),
    WT_V(37, "Branch of that branch", NULL), WT_V(38, "In front of the street's name", NULL),
    WT_V(39, "Behind the street's name", NULL), WT_V(128, "Script", NULL),
};
TABLE(parts)

static const wt_value altitudes_rows[] = {WT_V(1, "Metres", NULL), WT_V(2, "Floors", NULL)};
TABLE(altitudes)

static const wt_value shapers_rows[] = {
    WT_V(0, "Strict Priority", "Before all lower ones."), WT_V(1, "Credit-Based Shaper", "Evenly."),
    WT_V(2, "Enhanced Transmission Selection", "By its share."), WT_V(255, "Vendor Specific Algorithm", NULL),
};
TABLE(shapers)

static const wt_value selectors_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "Default or EtherType", NULL), WT_V(2, "Port over TCP or SCTP", NULL),
    WT_V(3, "Port over UDP or DCCP", NULL), WT_V(4, "Port over any of these", NULL), WT_V(5, "DSCP", NULL),
    WT_V(6, "Reserved", NULL), WT_V(7, "Reserved", NULL),
};
TABLE(selectors)

static const wt_value origins_rows[] = {
    WT_V(0, "Not specified", NULL), WT_V(1, "One of the cables", NULL), WT_V(2, "All of them together", NULL),
    WT_V(3, "The only cable", NULL),
};
TABLE(origins)
