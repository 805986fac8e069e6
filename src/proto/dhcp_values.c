/* dhcp_values.c - the numbers of DHCP and what they stand for. */
#include "proto/dhcp.h"

#define TABLE(x) const wt_values wt_dhcp_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value ops_rows[] = {WT_V(1, "Request", "To the server."), WT_V(2, "Reply", "To the client.")};
TABLE(ops);

static const wt_value hardware_rows[] = {
    WT_V(1, "Ethernet", NULL), WT_V(6, "IEEE 802", NULL), WT_V(7, "ARCNET", NULL),
    WT_V(15, "Frame Relay", NULL),
    WT_V(20, "Serial line", NULL), WT_V(24, "IEEE 1394", NULL), WT_V(27, "EUI-64", NULL),
    WT_V(32, "InfiniBand", NULL)};
TABLE(hardware);

static const wt_value ends_rows[] = {WT_V(0, "End or padding", NULL)};
TABLE(ends);

static const wt_value messages_rows[] = {
    WT_V(1, "Discover", "A client looks for servers."),
    WT_V(2, "Offer", "A server offers an address and settings."),
    WT_V(3, "Request", "The client wants what one server offered, or wants to keep what it has."),
    WT_V(4, "Decline", "The client found that somebody else uses the address already."),
    WT_V(5, "ACK", "The server agrees: the address is the client's for a time."),
    WT_V(6, "NAK", "The server refuses: start again with Discover."),
    WT_V(7, "Release", "The client does not need the address any longer."),
    WT_V(8, "Inform", "The client has an address and only wants the other settings."),
    WT_V(9, "Force renew", "The server tells the client to ask again."),
    WT_V(10, "Lease query", "Somebody asks the server about a lease."),
    WT_V(11, "Lease unassigned", NULL),
    WT_V(12, "Lease unknown", NULL),
    WT_V(13, "Lease active", NULL),
    WT_V(14, "Bulk lease query", NULL),
    WT_V(15, "Lease query done", NULL),
    WT_V(16, "Active lease query", NULL),
    WT_V(17, "Lease query status", NULL),
    WT_V(18, "TLS", NULL)};
TABLE(messages);

static const wt_value overloads_rows[] = {
    WT_V(1, "Boot file holds options", NULL), WT_V(2, "Server name holds options", NULL),
    WT_V(3, "Boot file and server name hold options", NULL)};
TABLE(overloads);

static const wt_value netbios_rows[] = {
    WT_V(1, "B-node", "Asks everybody."), WT_V(2, "P-node", "Asks a server."),
    WT_V(4, "M-node", "Everybody first, then a server."),
    WT_V(8, "H-node", "A server first, then everybody.")};
TABLE(netbios);

static const wt_value architectures_rows[] = {
    WT_V(0, "x86 BIOS", NULL), WT_V(1, "NEC PC-98", NULL), WT_V(2, "Itanium UEFI", NULL),
    WT_V(3, "DEC Alpha", NULL),
    WT_V(4, "Arc x86", NULL), WT_V(5, "Intel Lean Client", NULL), WT_V(6, "x86 UEFI", NULL),
    WT_V(7, "x64 UEFI", NULL),
    WT_V(8, "XScale UEFI", NULL), WT_V(9, "EFI byte code", "In practice x64 UEFI."),
    WT_V(10, "ARM 32-bit UEFI", NULL),
    WT_V(11, "ARM 64-bit UEFI", NULL), WT_V(12, "PowerPC Open Firmware", NULL),
    WT_V(13, "PowerPC ePAPR", NULL),
    WT_V(14, "Power OPAL", NULL), WT_V(15, "x86 UEFI over HTTP", NULL), WT_V(16, "x64 UEFI over HTTP", NULL),
    WT_V(17, "EFI byte code over HTTP", NULL), WT_V(18, "ARM 32-bit UEFI over HTTP", NULL),
    WT_V(19, "ARM 64-bit UEFI over HTTP", NULL), WT_V(20, "x86 BIOS over HTTP", NULL)};
TABLE(architectures);

static const wt_value autos_rows[] = {
    WT_V(0, "Don't make an address up", NULL), WT_V(1, "Make an address up", NULL)};
TABLE(autos);

static const wt_value forcerenews_rows[] = {WT_V(1, "HMAC-MD5", NULL)};
TABLE(forcerenews);

static const wt_value lease_states_rows[] = {
    WT_V(1, "Available", NULL), WT_V(2, "Active", NULL), WT_V(3, "Expired", NULL), WT_V(4, "Released", NULL),
    WT_V(5, "Abandoned", NULL), WT_V(6, "Reset", NULL), WT_V(7, "Remote", NULL),
    WT_V(8, "Transitioning", NULL)};
TABLE(lease_states);

static const wt_value duids_rows[] = {
    WT_V(1, "Hardware address and time", NULL), WT_V(2, "Chosen by the vendor", NULL),
    WT_V(3, "Hardware address", NULL),
    WT_V(4, "UUID", NULL)};
TABLE(duids);

static const wt_value auth_protocols_rows[] = {
    WT_V(0, "Token", "A password in the clear."), WT_V(1, "Delayed authentication", NULL)};
TABLE(auth_protocols);

static const wt_value auth_algorithms_rows[] = {WT_V(1, "HMAC-MD5", NULL)};
TABLE(auth_algorithms);

static const wt_value sip_encodings_rows[] = {WT_V(0, "Names", NULL), WT_V(1, "IPv4 addresses", NULL)};
TABLE(sip_encodings);

static const wt_value agents_rows[] = {
    WT_V(0, "Padding", NULL), WT_V(1, "Circuit", NULL), WT_V(2, "Remote end", NULL),
    WT_V(4, "DOCSIS device class", NULL),
    WT_V(5, "Link selection", NULL), WT_V(6, "Subscriber", NULL), WT_V(7, "RADIUS attributes", NULL),
    WT_V(8, "Authentication", NULL), WT_V(9, "Vendor-specific", NULL), WT_V(10, "Flags", NULL),
    WT_V(11, "Server override", NULL), WT_V(12, "Relay agent", NULL), WT_V(13, "Access technology", NULL),
    WT_V(14, "Access network", NULL), WT_V(15, "Access point", NULL), WT_V(16, "BSSID", NULL),
    WT_V(17, "Operator", NULL), WT_V(18, "Operator's realm", NULL), WT_V(19, "Source port", NULL),
    WT_V(150, "Link selection (Cisco)", NULL), WT_V(151, "VRF name or VPN", NULL),
    WT_V(152, "Server override (Cisco)", NULL)};
TABLE(agents);

static const wt_value pxe_rows[] = {
    WT_V(0, "Padding", NULL), WT_V(1, "MTFTP address", NULL), WT_V(2, "MTFTP client port", NULL),
    WT_V(3, "MTFTP server port", NULL), WT_V(4, "MTFTP timeout", NULL), WT_V(5, "MTFTP delay", NULL),
    WT_V(6, "Discovery control", NULL), WT_V(7, "Multicast address", NULL), WT_V(8, "Boot servers", NULL),
    WT_V(9, "Boot menu", NULL), WT_V(10, "Menu prompt", NULL), WT_V(11, "Multicast allocation", NULL),
    WT_V(12, "Credential types", NULL), WT_V(71, "Boot item", NULL), WT_V(255, "End", NULL)};
TABLE(pxe);

static const wt_value bsdp_rows[] = {
    WT_V(1, "Message type", NULL), WT_V(2, "Version", NULL), WT_V(3, "Server", NULL),
    WT_V(4, "Priority", NULL),
    WT_V(5, "Reply port", NULL), WT_V(6, "Image list path", NULL), WT_V(7, "Default image", NULL),
    WT_V(8, "Selected image", NULL), WT_V(9, "Image list", NULL), WT_V(10, "Firmware", NULL),
    WT_V(11, "Attributes wanted", NULL), WT_V(12, "Largest message", NULL),
    WT_V(128, "Root file system", NULL),
    WT_V(129, "Booter", NULL), WT_V(130, "Machine name", NULL)};
TABLE(bsdp);

static const wt_value options_rows[] = {
    WT_V(0, "Padding", NULL), WT_V(1, "Subnet Mask", NULL), WT_V(2, "Time Offset", NULL),
    WT_V(3, "Router", NULL),
    WT_V(4, "Time Server", NULL), WT_V(5, "Name Server", NULL), WT_V(6, "Domain Name Server", NULL),
    WT_V(7, "Log Server", NULL), WT_V(8, "Quotes Server", NULL), WT_V(9, "LPR Server", NULL),
    WT_V(10, "Impress Server", NULL), WT_V(11, "Resource Location Server", NULL), WT_V(12, "Host Name", NULL),
    WT_V(13, "Boot File Size", NULL), WT_V(14, "Merit Dump File", NULL), WT_V(15, "Domain Name", NULL),
    WT_V(16, "Swap Server", NULL), WT_V(17, "Root Path", NULL), WT_V(18, "Extensions Path", NULL),
    WT_V(19, "IP Forwarding", NULL), WT_V(20, "Non-Local Source Routing", NULL),
    WT_V(21, "Policy Filter", NULL),
    WT_V(22, "Maximum Datagram Reassembly Size", NULL), WT_V(23, "Default IP TTL", NULL),
    WT_V(24, "Path MTU Aging Timeout", NULL), WT_V(25, "Path MTU Plateau Table", NULL),
    WT_V(26, "Interface MTU", NULL),
    WT_V(27, "All Subnets Are Local", NULL), WT_V(28, "Broadcast Address", NULL),
    WT_V(29, "Perform Mask Discovery", NULL), WT_V(30, "Mask Supplier", NULL),
    WT_V(31, "Perform Router Discovery", NULL),
    WT_V(32, "Router Solicitation Address", NULL), WT_V(33, "Static Route", NULL),
    WT_V(34, "Trailer Encapsulation", NULL),
    WT_V(35, "ARP Cache Timeout", NULL), WT_V(36, "Ethernet Encapsulation", NULL),
    WT_V(37, "TCP Default TTL", NULL),
    WT_V(38, "TCP Keepalive Interval", NULL), WT_V(39, "TCP Keepalive Garbage", NULL),
    WT_V(40, "NIS Domain", NULL),
    WT_V(41, "NIS Servers", NULL), WT_V(42, "NTP Servers", NULL),
    WT_V(43, "Vendor-Specific Information", NULL),
    WT_V(44, "NetBIOS Name Server", NULL), WT_V(45, "NetBIOS Datagram Distribution Server", NULL),
    WT_V(46, "NetBIOS Node Type", NULL), WT_V(47, "NetBIOS Scope", NULL), WT_V(48, "X Font Server", NULL),
    WT_V(49, "X Display Manager", NULL), WT_V(50, "Requested IP Address", NULL), WT_V(51, "Lease Time", NULL),
    WT_V(52, "Option Overload", NULL), WT_V(53, "DHCP Message Type", NULL),
    WT_V(54, "Server Identifier", NULL),
    WT_V(55, "Parameter Request List", "What the client would like to be told."), WT_V(56, "Message", NULL),
    WT_V(57, "Maximum Message Size", NULL), WT_V(58, "Renewal Time", NULL), WT_V(59, "Rebinding Time", NULL),
    WT_V(60, "Vendor Class", NULL), WT_V(61, "Client Identifier", NULL), WT_V(62, "NetWare/IP Domain", NULL),
    WT_V(63, "NetWare/IP Information", NULL), WT_V(64, "NIS+ Domain", NULL), WT_V(65, "NIS+ Servers", NULL),
    WT_V(66, "TFTP Server Name", NULL), WT_V(67, "Boot File Name", NULL),
    WT_V(68, "Mobile IP Home Agent", NULL),
    WT_V(69, "SMTP Server", NULL), WT_V(70, "POP3 Server", NULL), WT_V(71, "NNTP Server", NULL),
    WT_V(72, "Web Server", NULL),
    WT_V(73, "Finger Server", NULL), WT_V(74, "IRC Server", NULL), WT_V(75, "StreetTalk Server", NULL),
    WT_V(76, "StreetTalk Directory Assistance", NULL), WT_V(77, "User Class", NULL),
    WT_V(78, "SLP Directory Agent", NULL),
    WT_V(79, "SLP Service Scope", NULL), WT_V(80, "Rapid Commit", "Two messages instead of four (RFC 4039)."),
    WT_V(81, "Client FQDN", NULL), WT_V(82, "Relay Agent Information", NULL), WT_V(83, "iSNS", NULL),
    WT_V(85, "NDS Servers", NULL), WT_V(86, "NDS Tree Name", NULL), WT_V(87, "NDS Context", NULL),
    WT_V(88, "BCMCS Controller Names", NULL), WT_V(89, "BCMCS Controller Addresses", NULL),
    WT_V(90, "Authentication", NULL), WT_V(91, "Last Transaction Time", NULL),
    WT_V(92, "Associated Addresses", NULL),
    WT_V(93, "Client System Architecture", NULL), WT_V(94, "Client Network Interface", NULL),
    WT_V(95, "LDAP", NULL),
    WT_V(97, "Client Machine Identifier", NULL), WT_V(98, "User Authentication", NULL),
    WT_V(99, "Civic Address", NULL),
    WT_V(100, "Time Zone (POSIX)", NULL), WT_V(101, "Time Zone (tz database)", NULL),
    WT_V(108, "IPv6-Only Preferred", "A client that can do without IPv4 is asked to (RFC 8925)."),
    WT_V(112, "NetInfo Address", NULL), WT_V(113, "NetInfo Tag", NULL), WT_V(114, "Captive Portal", NULL),
    WT_V(116, "Auto-Configuration", NULL), WT_V(117, "Name Service Search", NULL),
    WT_V(118, "Subnet Selection", NULL),
    WT_V(119, "Domain Search", NULL), WT_V(120, "SIP Servers", NULL),
    WT_V(121, "Classless Static Route", NULL),
    WT_V(122, "CableLabs Client Configuration", NULL), WT_V(123, "Location (coordinates)", NULL),
    WT_V(124, "Vendor Class by Enterprise", NULL), WT_V(125, "Vendor Information by Enterprise", NULL),
    WT_V(136, "PANA Agent", NULL), WT_V(137, "LoST Server", NULL), WT_V(138, "CAPWAP Controllers", NULL),
    WT_V(142, "ANDSF Servers", NULL), WT_V(145, "Forcerenew Nonce", NULL),
    WT_V(146, "DNS Server Selection", NULL),
    WT_V(150, "TFTP Server Address", NULL), WT_V(151, "Status Code", NULL), WT_V(152, "Base Time", NULL),
    WT_V(153, "Start Time of State", NULL), WT_V(154, "Query Start Time", NULL),
    WT_V(155, "Query End Time", NULL),
    WT_V(156, "Lease State", NULL), WT_V(157, "Data Source", NULL), WT_V(158, "PCP Server", NULL),
    WT_V(159, "Port Parameters", NULL), WT_V(160, "Captive Portal (old)", NULL), WT_V(161, "MUD URL", NULL),
    WT_V(208, "PXELINUX Magic", NULL), WT_V(209, "PXELINUX Configuration", NULL),
    WT_V(210, "PXELINUX Path Prefix", NULL),
    WT_V(211, "PXELINUX Reboot Time", NULL), WT_V(212, "6RD", NULL), WT_V(213, "Access Network Domain", NULL),
    WT_V(220, "Subnet Allocation", NULL), WT_V(221, "Virtual Subnet Selection", NULL),
    WT_V(249, "Classless Static Route (Microsoft)", NULL), WT_V(252, "Proxy Autodiscovery", NULL),
    WT_V(255, "End", NULL)};
TABLE(options);
