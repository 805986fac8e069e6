/* dhcpv6.h - the rows of DHCPv6 and the tables of its values. */
#ifndef WT_PROTO_DHCPV6_H
#define WT_PROTO_DHCPV6_H

#include "proto/common/numbers.h"

extern const wt_values wt_dhcpv6_messages, wt_dhcpv6_options, wt_dhcpv6_statuses, wt_dhcpv6_duids, wt_dhcpv6_queries;

#define WT_DHCPV6_FIELDS(F) \
    F(TYPE, "dhcpv6.msgtype", U8, 0, DEC, &wt_dhcpv6_messages, "Message type", "What the message is for.", \
      "RFC 8415 §7.3", WT_STORY) \
    F(XID, "dhcpv6.xid", U24, 0, HEX, NULL, "Transaction ID", \
      "Chosen by the client; the answer gives it back, so that it finds its question.", "RFC 8415 §8", WT_STORY) \
    F(HOPS, "dhcpv6.hopcount", U8, 0, DEC, NULL, "Hopcount", "How many relays passed the message on before.", \
      "RFC 8415 §9.1", 0) \
    F(LINK, "dhcpv6.linkaddr", IPV6, 0, DEC, NULL, "Link address", \
      "An address of the link that the client is on: from it the server chooses.", "RFC 8415 §9.1", WT_STORY) \
    F(PEER, "dhcpv6.peeraddr", IPV6, 0, DEC, NULL, "Peer address", \
      "From whom the relay had the message, and where the answer goes.", "RFC 8415 §9.1", WT_STORY) \
    F(OPTION, "dhcpv6.option.type_str", STRING, 0, DEC, NULL, "Option", "What the option is called.", \
      "RFC 8415 §21.1", 0) \
    F(CODE, "dhcpv6.option.type", U16, 0, DEC, &wt_dhcpv6_options, "Option", "What the option is.", \
      "RFC 8415 §21.1", 0) \
    F(LENGTH, "dhcpv6.option.length", U16, 0, DEC, NULL, "Length", "How many bytes of the option follow.", \
      "RFC 8415 §21.1", 0) \
    F(VALUE, "dhcpv6.option.value", BYTES, 0, DEC, NULL, "Value", \
      "The option's bytes, of a kind not taken apart here.", "RFC 8415 §21.1", WT_OURS) \
    F(DUID, "dhcpv6.duid.bytes", BYTES, 0, DEC, NULL, "DUID", \
      "Names a client or server for good, whatever network it is on.", "RFC 8415 §11", WT_STORY) \
    F(DUID_TYPE, "dhcpv6.duid.type", U16, 0, DEC, &wt_dhcpv6_duids, "DUID Type", "What the name was made from.", \
      "RFC 8415 §11.1", 0) \
    F(LLT_HARDWARE, "dhcpv6.duidllt.hwtype", U16, 0, DEC, &wt_hardware_types, "Hardware type", \
      "What kind of link the address belongs to.", "RFC 8415 §11.2", 0) \
    F(LLT_TIME, "dhcpv6.duidllt.time", ABSTIME, 0, DEC, NULL, "DUID Time", "When the name was made.", \
      "RFC 8415 §11.2", 0) \
    F(LLT_ADDRESS, "dhcpv6.duidllt.link_layer_addr", STRING, 0, DEC, NULL, "Link-layer address", \
      "The address of one of its cards; it stays in the name when the card is gone.", "RFC 8415 §11.2", 0) \
    F(EN_ENTERPRISE, "dhcpv6.duiden.enterprise", U32, 0, DEC, NULL, "Enterprise ID", \
      "The number of the vendor that gave the name.", "RFC 8415 §11.3", 0) \
    F(EN_ID, "dhcpv6.duiden.identifier", BYTES, 0, DEC, NULL, "Identifier", "The name that the vendor gave.", \
      "RFC 8415 §11.3", 0) \
    F(LL_HARDWARE, "dhcpv6.duidll.hwtype", U16, 0, DEC, &wt_hardware_types, "Hardware type", \
      "What kind of link the address belongs to.", "RFC 8415 §11.4", 0) \
    F(LL_ADDRESS, "dhcpv6.duidll.link_layer_addr", STRING, 0, DEC, NULL, "Link-layer address", \
      "The address of a card that can't be taken out.", "RFC 8415 §11.4", 0) \
    F(UUID, "dhcpv6.duiduuid.bytes", BYTES, 0, DEC, NULL, "UUID", "A name that the machine has of its maker.", \
      "RFC 6355 §4", 0) \
    F(IAID, "dhcpv6.iaid", STRING, 0, DEC, NULL, "IAID", "Which of the client's interfaces the addresses are for.", \
      "RFC 8415 §21.4", 0) \
    F(T1, "dhcpv6.iaid.t1", U32, 0, DEC, NULL, "T1", \
      "After how many seconds the client asks the same server for more time.", "RFC 8415 §21.4", 0) \
    F(T2, "dhcpv6.iaid.t2", U32, 0, DEC, NULL, "T2", "After how many seconds it asks any server.", "RFC 8415 §21.4", \
      0) \
    F(IATA, "dhcpv6.iata", STRING, 0, DEC, NULL, "IATA", "Which interface the temporary addresses are for.", \
      "RFC 8415 §21.5", 0) \
    F(ADDRESS, "dhcpv6.iaaddr.ip", IPV6, 0, DEC, NULL, "IPv6 address", "The address lent to the client.", \
      "RFC 8415 §21.6", WT_STORY) \
    F(ADDRESS_PREFERRED, "dhcpv6.iaaddr.pref_lifetime", U32, 0, DEC, NULL, "Preferred lifetime", \
      "For how many seconds new connections may use the address.", "RFC 8415 §21.6", 0) \
    F(ADDRESS_VALID, "dhcpv6.iaaddr.valid_lifetime", U32, 0, DEC, NULL, "Valid lifetime", \
      "After how many seconds the address has to be given up.", "RFC 8415 §21.6", 0) \
    F(PREFIX_PREFERRED, "dhcpv6.iaprefix.pref_lifetime", U32, 0, DEC, NULL, "Preferred lifetime", \
      "For how many seconds new connections may use addresses of the prefix.", "RFC 8415 §21.22", 0) \
    F(PREFIX_VALID, "dhcpv6.iaprefix.valid_lifetime", U32, 0, DEC, NULL, "Valid lifetime", \
      "After how many seconds the prefix has to be given up.", "RFC 8415 §21.22", 0) \
    F(PREFIX_LENGTH, "dhcpv6.iaprefix.pref_len", U8, 0, DEC, NULL, "Prefix length", \
      "How many leading bits are given; the router numbers the rest.", "RFC 8415 §21.22", WT_STORY) \
    F(PREFIX, "dhcpv6.iaprefix.pref_addr", IPV6, 0, DEC, NULL, "Prefix address", \
      "The addresses that a home's router may give out begin so.", "RFC 8415 §21.22", WT_STORY) \
    F(REQUESTED, "dhcpv6.requested_option_code", U16, 0, DEC, &wt_dhcpv6_options, "Requested Option code", \
      "What the client would like to be told.", "RFC 8415 §21.7", 0) \
    F(PREFERENCE, "dhcpv6.option_preference", U8, 0, DEC, NULL, "Pref-value", \
      "The client takes the server with the highest; 255 ends the wait for others.", "RFC 8415 §21.8", 0) \
    F(ELAPSED, "dhcpv6.elapsed_time", U16, 0, DEC, NULL, "Elapsed time", \
      "For how many milliseconds the client has tried already; on the wire, in hundredths of a second.", \
      "RFC 8415 §21.9", 0) \
    F(AUTH_PROTOCOL, "dhcpv6.auth.protocol", U8, 0, DEC, NULL, "Protocol", "How the sender proves who it is.", \
      "RFC 8415 §21.11", 0) \
    F(AUTH_ALGORITHM, "dhcpv6.auth.algorithm", U8, 0, DEC, NULL, "Algorithm", "By which computation.", \
      "RFC 8415 §21.11", 0) \
    F(AUTH_RDM, "dhcpv6.auth.rdm", U8, 0, DEC, NULL, "RDM", \
      "How an old message, sent again, is found out: 0, by a counter.", "RFC 8415 §21.11", 0) \
    F(AUTH_REPLAY, "dhcpv6.auth.replay_detection", BYTES, 0, DEC, NULL, "Replay Detection", "The counter.", \
      "RFC 8415 §21.11", 0) \
    F(AUTH_INFO, "dhcpv6.auth.info", BYTES, 0, DEC, NULL, "Authentication Information", "The proof.", \
      "RFC 8415 §21.11", 0) \
    F(UNICAST, "dhcpv6.unicast", IPV6, 0, DEC, NULL, "IPv6 address", \
      "From now on the client may send to this address of the server, not to the group.", "RFC 8415 §21.12", 0) \
    F(STATUS, "dhcpv6.status_code", U16, 0, DEC, &wt_dhcpv6_statuses, "Status Code", "Whether it went well.", \
      "RFC 8415 §21.13", WT_STORY) \
    F(STATUS_TEXT, "dhcpv6.status_msg", STRING, 0, DEC, NULL, "Status Message", "The same in words for people.", \
      "RFC 8415 §21.13", 0) \
    F(USER_LENGTH, "dhcpv6.userclass.length", U16, 0, DEC, NULL, "Length", "How many bytes of this class follow.", \
      "RFC 8415 §21.15", 0) \
    F(USER_CLASS, "dhcpv6.userclass.opaque_data", BYTES, 0, DEC, NULL, "Suboption", \
      "What kind of user or program the client is, for the server's rules.", "RFC 8415 §21.15", 0) \
    F(CLASS_ENTERPRISE, "dhcpv6.vendorclass.enterprise", U32, 0, DEC, NULL, "Enterprise ID", "The vendor's number.", \
      "RFC 8415 §21.16", 0) \
    F(CLASS_DATA, "dhcpv6.vendorclass.data", STRING, 0, DEC, NULL, "vendor-class-data", \
      "What hardware the client is.", "RFC 8415 §21.16", 0) \
    F(VENDOR, "dhcpv6.vendoropts.enterprise", U32, 0, DEC, NULL, "Enterprise ID", \
      "The vendor whose own options follow.", "RFC 8415 §21.17", 0) \
    F(VENDOR_CODE, "dhcpv6.vendoropts.enterprise.option_code", U16, 0, DEC, NULL, "Option code", \
      "The vendor's number for it.", "RFC 8415 §21.17", 0) \
    F(VENDOR_LENGTH, "dhcpv6.vendoropts.enterprise.option_length", U16, 0, DEC, NULL, "Option length", \
      "How many bytes of data follow.", "RFC 8415 §21.17", 0) \
    F(VENDOR_DATA, "dhcpv6.vendoropts.enterprise.option_data", BYTES, 0, DEC, NULL, "Option data", \
      "What it says only the vendor knows.", "RFC 8415 §21.17", 0) \
    F(INTERFACE, "dhcpv6.interface_id", BYTES, 0, DEC, NULL, "Interface-ID", \
      "On which of its interfaces the relay heard the client; the server gives it back.", "RFC 8415 §21.18", 0) \
    F(RECONFIGURE, "dhcpv6.reconf_msg", U8, 0, DEC, &wt_dhcpv6_messages, "Reconfigure message type", \
      "What the client shall send next.", "RFC 8415 §21.19", 0) \
    F(SIP_NAME, "dhcpv6.sip_server_domain_search_fqdn", STRING, 0, DEC, NULL, "SIP Server Domain Search FQDN", \
      "Where telephones find their server.", "RFC 3319 §3.1", 0) \
    F(SIP_SERVER, "dhcpv6.sip_server_a", IPV6, 0, DEC, NULL, "SIP server address", "The telephones' server.", \
      "RFC 3319 §3.2", 0) \
    F(DNS_SERVER, "dhcpv6.dns_server", IPV6, 0, DEC, NULL, "DNS server address", "Whom to ask for names.", \
      "RFC 3646 §3", WT_STORY) \
    F(SEARCH, "dhcpv6.search_list_entry", STRING, 0, DEC, NULL, "List entry", "What is tried behind a short name.", \
      "RFC 3646 §4", 0) \
    F(NIS_SERVER, "dhcpv6.nis_server", IPV6, 0, DEC, NULL, "NIS server address", \
      "A server for users and hosts in the old way.", "RFC 3898 §3", 0) \
    F(NISP_SERVER, "dhcpv6.nisp_server", IPV6, 0, DEC, NULL, "NISP server address", "The same, of NIS+.", \
      "RFC 3898 §4", 0) \
    F(NIS_NAME, "dhcpv6.nis_fqdn", STRING, 0, DEC, NULL, "NIS FQDN", "The client's NIS domain.", "RFC 3898 §5", 0) \
    F(NISP_NAME, "dhcpv6.nisp_fqdn", STRING, 0, DEC, NULL, "NISP FQDN", "The client's NIS+ domain.", "RFC 3898 §6", 0) \
    F(SNTP_SERVER, "dhcpv6.sntp_server", IPV6, 0, DEC, NULL, "SNTP server address", "Whom to ask for the time.", \
      "RFC 4075 §4", 0) \
    F(LIFETIME, "dhcpv6.lifetime", U32, 0, DEC, NULL, "Lifetime", \
      "After how many seconds the client asks for news, if it has no address to renew.", "RFC 8415 §21.23", 0) \
    F(BCMCS_NAME, "dhcpv6.bcmcs_server_fqdn", STRING, 0, DEC, NULL, "BCMCS server FQDN", \
      "Where mobile broadcasts are controlled.", "RFC 4280 §4.2", 0) \
    F(BCMCS_SERVER, "dhcpv6.bcmcs_server_a", IPV6, 0, DEC, NULL, "BCMCS server address", \
      "Where mobile broadcasts are controlled.", "RFC 4280 §4.4", 0) \
    F(REMOTE_ENTERPRISE, "dhcpv6.remoteid.enterprise", U32, 0, DEC, NULL, "Enterprise ID", \
      "The vendor of the relay.", "RFC 4649 §3", 0) \
    F(REMOTE_ID, "dhcpv6.remoteid_enterprise_id", BYTES, 0, DEC, NULL, "Remote-ID", \
      "Which line the client is on, in the relay's words.", "RFC 4649 §3", 0) \
    F(SUBSCRIBER, "dhcpv6.subscriber_id", STRING, 0, DEC, NULL, "Subscriber-ID", \
      "Which customer the client belongs to.", "RFC 4580 §2", 0) \
    F(FQDN_FLAGS, "dhcpv6.client_fqdn_flags", U8, 0, HEX, NULL, "Flags", "Who enters the name into the DNS.", \
      "RFC 4704 §4.1", 0) \
    F(FQDN_CLIENT_N, "dhcpv6.clientfqdn.client.n", U8, 0x04, FLAG, NULL, "N bit", \
      "Set: the server shall not touch the DNS.", "RFC 4704 §4.1", 0) \
    F(FQDN_CLIENT_S, "dhcpv6.clientfqdn.client.s", U8, 0x01, FLAG, NULL, "S bit", \
      "Set: the server shall enter the address.", "RFC 4704 §4.1", 0) \
    F(FQDN_SERVER_N, "dhcpv6.clientfqdn.server.n", U8, 0x04, FLAG, NULL, "N bit", \
      "Set: the server won't touch the DNS.", "RFC 4704 §4.1", 0) \
    F(FQDN_SERVER_O, "dhcpv6.clientfqdn.server.o", U8, 0x02, FLAG, NULL, "O bit", \
      "Set: the server decided otherwise than asked.", "RFC 4704 §4.1", 0) \
    F(FQDN_SERVER_S, "dhcpv6.clientfqdn.server.s", U8, 0x01, FLAG, NULL, "S bit", \
      "Set: the server enters the address.", "RFC 4704 §4.1", 0) \
    F(FQDN, "dhcpv6.client_domain", STRING, 0, DEC, NULL, "Client Domain Name", \
      "What the client is called, or would like to be.", "RFC 4704 §4.2", WT_STORY) \
    F(TLD, "dhcpv6.tld", STRING, 0, DEC, NULL, "Top Level Domain name", \
      "A name of one label only, written as if it were complete.", "RFC 4704 §4.2", 0) \
    F(PANA, "dhcpv6.pana_agent", IPV6, 0, DEC, NULL, "PANA agents address", \
      "Where to prove who one is before the network opens.", "RFC 5192 §3", 0) \
    F(TIMEZONE, "dhcpv6.timezone", STRING, 0, DEC, NULL, "Time-zone", "The time zone as POSIX writes it.", \
      "RFC 4833 §3", 0) \
    F(TZDB, "dhcpv6.tzdb", STRING, 0, DEC, NULL, "TZ-database", "The time zone by name.", "RFC 4833 §3", 0) \
    F(QUERY_TYPE, "dhcpv6.lq_query", U8, 0, DEC, &wt_dhcpv6_queries, "Query-type", "By what a lease is looked for.", \
      "RFC 5007 §4.1.2.1", 0) \
    F(QUERY_LINK, "dhcpv6.lq_query_link_address", IPV6, 0, DEC, NULL, "Link address", \
      "On which link; zeros mean any.", "RFC 5007 §4.1.2.1", 0) \
    F(CLIENT_TIME, "dhcpv6.clt_time", U32, 0, DEC, NULL, "Clt_time", \
      "How many seconds ago the server last spoke with the client.", "RFC 5007 §4.1.2.3", 0) \
    F(CLIENT_LINK, "dhcpv6.lq_client_link", IPV6, 0, DEC, NULL, "LQ client links address", \
      "A link on which the client has a lease.", "RFC 5007 §4.1.2.5", 0) \
    F(CAPWAP, "dhcpv6.capwap_ac_v6", IPV6, 0, DEC, NULL, "CAPWAP Access Controllers address", \
      "Who runs the wireless access points.", "RFC 5417 §3", 0) \
    F(NTP_CODE, "dhcpv6.ntpserver.option.type", U16, 0, DEC, NULL, "Suboption", \
      "1 an address, 2 a group, 3 a name.", "RFC 5908 §4", 0) \
    F(NTP_LENGTH, "dhcpv6.ntpserver.option.length", U16, 0, DEC, NULL, "Length", "How many bytes of data follow.", \
      "RFC 5908 §4", 0) \
    F(NTP_ADDRESS, "dhcpv6.ntpserver.addr", IPV6, 0, DEC, NULL, "NTP Server Address", "Whom to ask for the time.", \
      "RFC 5908 §4.1", 0) \
    F(NTP_GROUP, "dhcpv6.ntpserver.mc_addr", IPV6, 0, DEC, NULL, "NTP Multicast Address", \
      "The group that the time is told to.", "RFC 5908 §4.2", 0) \
    F(NTP_NAME, "dhcpv6.ntpserver.fqdn", STRING, 0, DEC, NULL, "NTP Server FQDN", \
      "Whom to ask for the time, by name.", "RFC 5908 §4.3", 0) \
    F(AFTR, "dhcpv6.aftr_name", STRING, 0, DEC, NULL, "DS-Lite AFTR Name", \
      "The far end of the tunnel that carries the customer's IPv4.", "RFC 6334 §3", 0) \
    F(EXCLUDE_LENGTH, "dhcpv6.pd_exclude.pref_len", U8, 0, DEC, NULL, "Prefix length", \
      "The part of the prefix that the customer may not use: its leading bits.", "RFC 6603 §4.2", 0) \
    F(EXCLUDE, "dhcpv6.pd_exclude.subnet_id", BYTES, 0, DEC, NULL, "IPv6 subnet ID", \
      "The bits behind those of the prefix itself.", "RFC 6603 §4.2", 0) \
    F(PORTAL, "dhcpv6.captive_portal", STRING, 0, DEC, NULL, "Captive Portal", \
      "Where to ask what has to be done before the network opens.", "RFC 8910 §2.2", 0) \
    F(MUD, "dhcpv6.mudurl", STRING, 0, DEC, NULL, "MUDURL", \
      "Where the maker says with whom this device has to speak.", "RFC 8520 §10", 0) \
    F(RELAY_PORT, "dhcpv6.relay_port", U16, 0, DEC, NULL, "Downstream Source Port", \
      "The port that the next relay sent from.", "RFC 8357 §4.2", 0) \
    F(S46_FLAGS, "dhcpv6.s46_rule.flags", U8, 0, HEX, NULL, "Flags", "How the rule is meant.", "RFC 7598 §4.1", 0) \
    F(S46_RESERVED, "dhcpv6.s46_rule.flags.reserved", U8, 0xfe, FLAG, NULL, "Reserved", "Zero.", "RFC 7598 §4.1", 0) \
    F(S46_FMR, "dhcpv6.s46_rule.flags.fmr", U8, 0x1, FLAG, NULL, "Forwarding Mapping Rule", \
      "Set: neighbours can be reached directly, too.", "RFC 7598 §4.1", 0) \
    F(S46_EA, "dhcpv6.s46_rule.ea_len", U8, 0, DEC, NULL, "EA-bit length", \
      "How many bits of the IPv6 prefix hold a part of the IPv4 address.", "RFC 7598 §4.1", 0) \
    F(S46_4LEN, "dhcpv6.s46_rule.ipv4_pref_len", U8, 0, DEC, NULL, "IPv4 prefix length", \
      "How many leading bits of the IPv4 address are given.", "RFC 7598 §4.1", 0) \
    F(S46_4, "dhcpv6.s46_rule.ipv4_prefix", IPV4, 0, DEC, NULL, "IPv4 prefix", "These bits.", "RFC 7598 §4.1", \
      WT_STORY) \
    F(S46_6LEN, "dhcpv6.s46_rule.ipv6_prefix_len", U8, 0, DEC, NULL, "IPv6 prefix length", \
      "How many leading bits of the IPv6 prefix are given.", "RFC 7598 §4.1", 0) \
    F(S46_6, "dhcpv6.s46_rule.ipv6_prefix", IPV6, 0, DEC, NULL, "IPv6 prefix", "These bits.", "RFC 7598 §4.1", \
      WT_STORY) \
    F(S46_BR, "dhcpv6.s46_br.address", IPV6, 0, DEC, NULL, "BR address", \
      "Where IPv4 packets are sent, inside IPv6.", "RFC 7598 §4.2", WT_STORY) \
    F(S46_DMR_LEN, "dhcpv6.s46_dmr.dmr_pref_len", U8, 0, DEC, NULL, "IPv6 prefix length", \
      "How many leading bits of it are given.", "RFC 7598 §4.3", 0) \
    F(S46_DMR, "dhcpv6.s46_dmr.dmr_prefix", IPV6, 0, DEC, NULL, "IPv6 prefix", \
      "The prefix behind which IPv4 addresses from outside are written.", "RFC 7598 §4.3", WT_STORY) \
    F(S46_BIND4, "dhcpv6.s46_v4v6bind.ipv4_address", IPV4, 0, DEC, NULL, "IPv4 Address", \
      "The customer's IPv4 address.", "RFC 7598 §4.4", WT_STORY) \
    F(S46_BIND_LEN, "dhcpv6.s46_v4v6bind.ipv6_pref_len", U8, 0, DEC, NULL, "IPv6 prefix length", \
      "How many leading bits of the IPv6 prefix are given.", "RFC 7598 §4.4", 0) \
    F(S46_BIND6, "dhcpv6.s46_v4v6bind.ipv6_prefix", IPV6, 0, DEC, NULL, "IPv6 prefix", \
      "The IPv6 prefix that it is bound to.", "RFC 7598 §4.4", 0) \
    F(S46_OFFSET, "dhcpv6.s46_portparam.offset", U8, 0, DEC, NULL, "Offset", \
      "How many bits of a port stand before the PSID; ports in which these are all 0 are nobody's.", "RFC 7598 §4.5", \
      0) \
    F(S46_PSID_LEN, "dhcpv6.s46_portparam.psid_len", U8, 0, DEC, NULL, "PSID length", \
      "How many bits say whose port it is.", "RFC 7598 §4.5", 0) \
    F(S46_PSID, "dhcpv6.s46_portparam.psid", U16, 0, DEC, NULL, "PSID", \
      "Which ports are the customer's: many share one address.", "RFC 7598 §4.5", 0) \
    F(LQ_PEER, "dhcpv6.lq_relay_data_peer_addr", IPV6, 0, DEC, NULL, "Peer address", "The relay that sent it.", \
      "RFC 5007 §4.1.2.4", 0) \
    F(LQ_MESSAGE, "dhcpv6.lq_relay_data_msg", STRING, 0, DEC, NULL, "DHCPv6 relay message", \
      "What the relay added last.", "RFC 5007 §4.1.2.4", 0) \
    F(LOST, "dhcpv6.lost_server", STRING, 0, DEC, NULL, "LoST Server", \
      "Whom to ask which emergency number is right here.", "RFC 5223 §5", WT_OURS) \
    F(SIP_DOMAIN, "dhcpv6.sip_domain", STRING, 0, DEC, NULL, "SIP UA Service Domain", \
      "A domain for a telephone to configure itself from.", "RFC 6011 §5", WT_OURS) \
    F(BOOT_URL, "dhcpv6.bootfile_url", STRING, 0, DEC, NULL, "Boot File URL", \
      "The program that a machine without a disk starts from.", "RFC 5970 §3.1", WT_STORY | WT_OURS) \
    F(BOOT_LENGTH, "dhcpv6.bootfile_parameter.length", U16, 0, DEC, NULL, "Length", "Bytes of it.", "RFC 5970 §3.2", \
      WT_OURS) \
    F(BOOT_PARAMETER, "dhcpv6.bootfile_parameter", STRING, 0, DEC, NULL, "Boot File Parameter", \
      "A word for that program.", "RFC 5970 §3.2", WT_OURS) \
    F(ARCHITECTURE, "dhcpv6.client_architecture", U16, 0, DEC, NULL, "Client Architecture", \
      "What kind of processor and firmware it is.", "RFC 5970 §3.3", WT_OURS) \
    F(NII_TYPE, "dhcpv6.network_interface.type", U8, 0, DEC, NULL, "Interface Type", \
      "How the machine's program talks to its card.", "RFC 5970 §3.4", WT_OURS) \
    F(NII_MAJOR, "dhcpv6.network_interface.major", U8, 0, DEC, NULL, "Major Version", "In which version.", \
      "RFC 5970 §3.4", WT_OURS) \
    F(NII_MINOR, "dhcpv6.network_interface.minor", U8, 0, DEC, NULL, "Minor Version", "And which revision.", \
      "RFC 5970 §3.4", WT_OURS) \
    F(ERP_DOMAIN, "dhcpv6.erp_local_domain", STRING, 0, DEC, NULL, "Local Domain Name", \
      "Where keys for moving about can be had.", "RFC 6440 §5", WT_OURS) \
    F(LINK_HARDWARE, "dhcpv6.client_linklayer.hwtype", U16, 0, DEC, &wt_hardware_types, "Client Link-layer Type", \
      "What kind of link the client is on.", "RFC 6939 §4", WT_OURS) \
    F(LINK_CLIENT, "dhcpv6.client_linklayer.address", BYTES, 0, DEC, NULL, "Client Link-layer Address", \
      "The client's address there, as the relay saw it.", "RFC 6939 §4", WT_STORY | WT_OURS) \
    F(LINK_ADDRESS, "dhcpv6.link_address", IPV6, 0, DEC, NULL, "Link Address", "Which link the answer is about.", \
      "RFC 6977 §6.2", WT_OURS) \
    F(SOL_MAX, "dhcpv6.sol_max_rt", U32, 0, DEC, NULL, "SOL_MAX_RT", \
      "At most so many seconds pass between a client's questions for a server.", "RFC 8415 §21.24", WT_OURS) \
    F(INF_MAX, "dhcpv6.inf_max_rt", U32, 0, DEC, NULL, "INF_MAX_RT", \
      "At most so many seconds pass between its questions for settings.", "RFC 8415 §21.25", WT_OURS)
WT_FIELD_IDS(DHCPV6, WT_DHCPV6_FIELDS)

extern const wt_field wt_dhcpv6_rows[];

#endif
