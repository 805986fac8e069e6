/* dhcpv6_values.c - the names of DHCPv6's numbers. */
#include "proto/dhcpv6.h"

#define TABLE(x) const wt_values wt_dhcpv6_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value messages_rows[] = {
    WT_V(1, "Solicit", "A client looks for servers."),
    WT_V(2, "Advertise", "A server is ready to serve."),
    WT_V(3, "Request", "The client takes up one server's offer."),
    WT_V(4, "Confirm", "The client asks whether its addresses are still good on this link."),
    WT_V(5, "Renew", "The client asks its server for more time."),
    WT_V(6, "Rebind", "The client asks any server for more time."),
    WT_V(7, "Reply", "The server's answer."),
    WT_V(8, "Release", "The client gives its addresses back."),
    WT_V(9, "Decline", "The client found that somebody else has the address."),
    WT_V(10, "Reconfigure", "The server tells the client to ask again."),
    WT_V(11, "Information-request", "The client wants settings only, no address."),
    WT_V(12, "Relay-forw", "A relay passes a client's message on, wrapped."),
    WT_V(13, "Relay-reply", "The answer, wrapped for the relay."),
    WT_V(14, "Leasequery", "Somebody asks who has an address."), WT_V(15, "Leasequery-reply", NULL),
    WT_V(16, "Leasequery-done", NULL), WT_V(17, "Leasequery-data", NULL),
    WT_V(18, "Reconfigure-request", NULL), WT_V(19, "Reconfigure-reply", NULL),
};
TABLE(messages);

static const wt_value statuses_rows[] = {
    WT_V(0, "Success", NULL), WT_V(1, "UnspecFail", "It failed, and nobody says why."),
    WT_V(2, "NoAddrAvail", "No address is left."), WT_V(3, "NoBinding", "The server knows of no such lease."),
    WT_V(4, "NotOnLink", "The address does not belong to this link."), WT_V(5, "UseMulticast", "Send to the group."),
    WT_V(6, "NoPrefixAvail", "No prefix is left."), WT_V(7, "UnknownQueryType", NULL), WT_V(8, "MalformedQuery", NULL),
    WT_V(9, "NotConfigured", NULL), WT_V(10, "NotAllowed", NULL), WT_V(11, "QueryTerminated", NULL),
};
TABLE(statuses);

static const wt_value duids_rows[] = {
    WT_V(1, "link-layer address plus time", NULL), WT_V(2, "assigned by vendor based on Enterprise number", NULL),
    WT_V(3, "link-layer address", NULL), WT_V(4, "Universally Unique IDentifier (UUID)", NULL),
};
TABLE(duids);

static const wt_value queries_rows[] = {
    WT_V(1, "by address", NULL), WT_V(2, "by client ID", NULL), WT_V(3, "by relay ID", NULL),
    WT_V(4, "by link address", NULL), WT_V(5, "by remote ID", NULL),
};
TABLE(queries);

static const wt_value options_rows[] = {
    WT_V(1, "Client Identifier", "Names the client."), WT_V(2, "Server Identifier", "Names the server."),
    WT_V(3, "Identity Association for Non-temporary Address", "Addresses for one interface."),
    WT_V(4, "Identity Association for Temporary Address", "Addresses for a while, for privacy."),
    WT_V(5, "IA Address", "One address and for how long."),
    WT_V(6, "Option Request", "What the client would like to be told."),
    WT_V(7, "Preference", "How much the server wants to be chosen."),
    WT_V(8, "Elapsed time", "For how long the client has tried."),
    WT_V(9, "Relay Message", "The whole message that is passed on."), WT_V(11, "Authentication", NULL),
    WT_V(12, "Server unicast", NULL), WT_V(13, "Status code", "Whether it went well."),
    WT_V(14, "Rapid Commit", "Two messages instead of four."), WT_V(15, "User Class", NULL),
    WT_V(16, "Vendor Class", NULL),
    WT_V(17, "Vendor-specific Information", NULL), WT_V(18, "Interface-Id", "Where the relay heard the client."),
    WT_V(19, "Reconfigure Message", NULL), WT_V(20, "Reconfigure Accept", "The client lets the server call it."),
    WT_V(21, "SIP Server Domain Name List", NULL), WT_V(22, "SIP Servers IPv6 Address List", NULL),
    WT_V(23, "DNS recursive name server", "Whom to ask for names."),
    WT_V(24, "Domain Search List", "What is tried behind a short name."),
    WT_V(25, "Identity Association for Prefix Delegation", "A whole prefix, for a router."),
    WT_V(26, "IA Prefix", "The prefix and for how long."), WT_V(27, "Network Information Server", NULL),
    WT_V(28, "Network Information Server V2", NULL), WT_V(29, "Network Information Server Domain Name", NULL),
    WT_V(30, "Network Information Server V2 Domain Name", NULL), WT_V(31, "Simple Network Time Protocol Server", NULL),
    WT_V(32, "Lifetime", NULL), WT_V(33, "BCMCS Server Domain", NULL),
    WT_V(34, "BCMCS Servers IPv6 Address List", NULL),
    WT_V(36, "Geoconf Civic Address", NULL), WT_V(37, "Remote Identifier", NULL),
    WT_V(38, "Subscriber Identifier", NULL),
    WT_V(39, "Client Fully Qualified Domain Name", "What the client is called."),
    WT_V(40, "PANA Agents IPv6 Address List", NULL), WT_V(41, "Time Zone", NULL), WT_V(42, "Time Zone Database", NULL),
    WT_V(43, "Echo Request Option", NULL), WT_V(44, "Leasequery Query", NULL), WT_V(45, "Leasequery Client Data", NULL),
    WT_V(46, "Client Last Transaction Time", NULL), WT_V(47, "Leasequery Relay Data", NULL),
    WT_V(48, "Leasequery Client Link Address List", NULL), WT_V(49, "Home Network Identifier FQDN", NULL),
    WT_V(50, "Visited Home Network Information", NULL), WT_V(51, "LoST Server", NULL),
    WT_V(52, "CAPWAP Access Controllers", NULL), WT_V(53, "Relay-ID", NULL), WT_V(54, "MoS IPv6 Address", NULL),
    WT_V(55, "MoS Domain Name List", NULL), WT_V(56, "NTP Server", NULL), WT_V(57, "Access Network Domain Name", NULL),
    WT_V(58, "SIP User Agent Configuration Service Domains", NULL), WT_V(59, "Boot File URL", NULL),
    WT_V(60, "Boot File Parameters", NULL), WT_V(61, "Client System Architecture Type", NULL),
    WT_V(62, "Client Network Interface Identifier", NULL), WT_V(63, "Geolocation", NULL),
    WT_V(64, "Dual-Stack Lite AFTR Name", NULL), WT_V(65, "ERP Local Domain Name", NULL),
    WT_V(66, "Relay-Supplied Options", NULL), WT_V(67, "Prefix Exclude", NULL),
    WT_V(68, "Virtual Subnet Selection", NULL),
    WT_V(69, "Identified Home Network Information", NULL), WT_V(70, "Unrestricted Home Network Information", NULL),
    WT_V(71, "Home Network Prefix", NULL), WT_V(72, "Home Agent Address", NULL), WT_V(73, "Home Agent FQDN", NULL),
    WT_V(74, "RDNSS Selection", NULL), WT_V(75, "Kerberos Principal Name", NULL), WT_V(76, "Kerberos Realm Name", NULL),
    WT_V(77, "Kerberos Default Realm Name", NULL), WT_V(78, "Kerberos KDC", NULL),
    WT_V(79, "Client Link-Layer Address", NULL), WT_V(80, "Link Address", NULL), WT_V(81, "RADIUS", NULL),
    WT_V(82, "SOL_MAX_RT", "How long to wait between questions at the most."), WT_V(83, "INF_MAX_RT", NULL),
    WT_V(84, "Address Selection", NULL), WT_V(85, "Address Selection table", NULL), WT_V(86, "PCP Server", NULL),
    WT_V(87, "DHCPv4 Message", NULL), WT_V(88, "DHCP 4o6 Servers Address", NULL), WT_V(89, "S46 Rule", NULL),
    WT_V(90, "S46 BR", NULL), WT_V(91, "S46 DMR", NULL), WT_V(92, "S46 IPv4/IPv6 Address Binding", NULL),
    WT_V(93, "S46 Port Parameters", NULL), WT_V(94, "S46 MAP-E Container", NULL), WT_V(95, "S46 MAP-T Container", NULL),
    WT_V(96, "S46 Lightweight 4over6 Container", NULL), WT_V(97, "4rd Options", NULL),
    WT_V(98, "4rd Mapping Rule", NULL),
    WT_V(99, "4rd Non-Mapping Rule", NULL), WT_V(100, "LQ Server Base Time", NULL),
    WT_V(101, "LQ Server Query Start Time", NULL), WT_V(102, "LQ Server Query End Time", NULL),
    WT_V(103, "Captive Portal", NULL), WT_V(104, "MPL Parameter Configuration", NULL),
    WT_V(105, "Access Technology Type", NULL), WT_V(106, "Access Network Name", NULL),
    WT_V(107, "Access Point Name", NULL),
    WT_V(108, "Access Point BSSID", NULL), WT_V(109, "Access Network Operator ID", NULL),
    WT_V(110, "Access Network Operator Realm", NULL), WT_V(111, "S46 Priority", NULL),
    WT_V(112, "Manufacturer Usage Description", NULL), WT_V(113, "IPv4/IPv6 Multicast Prefixes", NULL),
    WT_V(114, "Failover Binding Status", NULL), WT_V(115, "Failover Connect Flags", NULL),
    WT_V(116, "Failover DNS Removal Info", NULL), WT_V(117, "Failover DNS Hostname", NULL),
    WT_V(118, "Failover DNS Zone Name", NULL), WT_V(119, "Failover DNS Flags", NULL),
    WT_V(120, "Failover Expiration Time", NULL), WT_V(121, "Failover Maximum Number Unacked BNDUPD Messages", NULL),
    WT_V(122, "Failover Maximum Client Lead Time (MCLT)", NULL), WT_V(123, "Failover Partner Lifetime", NULL),
    WT_V(124, "Failover Partner Lifetime Sent", NULL), WT_V(125, "Failover Partner Down Time", NULL),
    WT_V(126, "Failover Partner Raw Client Time", NULL), WT_V(127, "Failover Protocol Version", NULL),
    WT_V(128, "Failover Keepalive Time", NULL), WT_V(129, "Failover Reconfigure Data", NULL),
    WT_V(130, "Failover Relationship Name", NULL), WT_V(131, "Failover Server Flags", NULL),
    WT_V(132, "Failover Server State", NULL), WT_V(133, "Failover Start Time of State", NULL),
    WT_V(134, "Failover State Expiration Time", NULL), WT_V(135, "Relay Source Port", NULL),
    WT_V(136, "SZTP Redirect", NULL), WT_V(137, "Softwire Source Binding Prefix Hint", NULL),
    WT_V(143, "ANDSF IPv6 Address", NULL), WT_V(165, "Mobile IPv6 Home Agent", NULL),
    WT_V(166, "Mobile IPv6 Home Address", NULL), WT_V(167, "Network Access Identifier", NULL),
};
TABLE(options);
