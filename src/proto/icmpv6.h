/* icmpv6.h - ICMPv6's rows, shared by icmpv6.c (messages) and icmpv6_options.c (Neighbor Discovery options). */
#ifndef WT_PROTO_ICMPV6_H
#define WT_PROTO_ICMPV6_H

#include "core/proto.h"

extern const wt_values wt_icmpv6_types, wt_icmpv6_unreachable, wt_icmpv6_exceeded, wt_icmpv6_parameter,
    wt_icmpv6_status, wt_icmpv6_options, wt_icmpv6_preference, wt_icmpv6_records, wt_icmpv6_states,
    wt_icmpv6_prefix_lengths, wt_icmpv6_echo_codes, wt_icmpv6_registration;

#define ICMPV6_FIELDS(F) \
    F(TYPE, "icmpv6.type", U8, 0, DEC, &wt_icmpv6_types, "Type", \
      "What kind of message this is; below 128 they report errors.", "RFC 4443 §2.1", WT_STORY) \
    F(CODE, "icmpv6.code", U8, 0, DEC, NULL, "Code", "Tells kinds of the same type apart; 0 where there is only one.", \
      "RFC 4443 §2.1", 0) \
    F(CODE_UNREACHABLE, "icmpv6.code", U8, 0, DEC, &wt_icmpv6_unreachable, "Code", \
      "Why the packet could not be delivered.", "RFC 4443 §3.1", WT_STORY) \
    F(CODE_EXCEEDED, "icmpv6.code", U8, 0, DEC, &wt_icmpv6_exceeded, "Code", \
      "Which limit was reached: hops on the way, or time at reassembly.", "RFC 4443 §3.3", WT_STORY) \
    F(CODE_PARAMETER, "icmpv6.code", U8, 0, DEC, &wt_icmpv6_parameter, "Code", \
      "What is wrong with the packet's headers.", "RFC 4443 §3.4", WT_STORY) \
    F(CODE_EXT_REPLY, "icmpv6.code", U8, 0, DEC, &wt_icmpv6_echo_codes, "Code", \
      "Whether the interface asked about was found.", "RFC 8335 §3", WT_STORY) \
    F(CHECKSUM, "icmpv6.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Guards the message and, by a pseudo-header, both IPv6 addresses against bit errors.", "RFC 4443 §2.3", 0) \
    F(CHECKSUM_STATUS, "icmpv6.checksum.status", U8, 0, DEC, &wt_icmpv6_status, "Checksum Status", \
      "What recomputing the checksum showed.", "RFC 4443 §2.3", 0) \
    F(RESERVED, "icmpv6.reserved", BYTES, 0, DEC, NULL, "Reserved", "Bytes kept for later use, zero until then.", \
      "RFC 4443 §3.1", 0) \
    F(DATA, "icmpv6.data", BYTES, 0, DEC, NULL, "Data", "Bytes that this type or option does not explain here.", \
      "RFC 4443 §2.1", 0) \
    F(MTU, "icmpv6.mtu", U32, 0, DEC, NULL, "MTU", \
      "The largest packet, in bytes, that the next link takes: IPv6 routers never fragment.", "RFC 4443 §3.2", \
      WT_STORY) \
    F(POINTER, "icmpv6.pointer", U32, 0, DEC, NULL, "Pointer", \
      "The byte of the quoted packet at which the trouble was found, from 0.", "RFC 4443 §3.4", WT_STORY) \
    F(IDENTIFIER, "icmpv6.echo.identifier", U16, 0, HEX, NULL, "Identifier", \
      "Chosen by the asker so that it knows its own replies.", "RFC 4443 §4.1", WT_STORY) \
    F(SEQUENCE, "icmpv6.echo.sequence_number", U16, 0, DEC, NULL, "Sequence", \
      "Counts the requests, so that each reply can be matched and lost ones noticed.", "RFC 4443 §4.1", WT_STORY) \
    F(MLD_DELAY, "icmpv6.mld.maximum_response_delay", U16, 0, DEC, NULL, "Maximum Response Delay", \
      "Longest time, in milliseconds, that a listener may wait before it answers.", "RFC 2710 §3.4", 0) \
    F(MLD_CODE, "icmpv6.mld.maximum_response_code", U16, 0, DEC, NULL, "Maximum Response Code", \
      "Longest time before an answer, in milliseconds; from 32768 on as a floating-point number.", "RFC 3810 §5.1.3", \
      0) \
    F(MLD_GROUP, "icmpv6.mld.multicast_address", IPV6, 0, DEC, NULL, "Multicast Address", \
      "The group asked about or reported; :: asks about all.", "RFC 2710 §3.6", WT_STORY) \
    F(MLD_FLAG, "icmpv6.mld.flag", U8, 0, HEX, NULL, "Flags", "How routers should treat this query.", "RFC 3810 §5.1", \
      0) \
    F(MLD_S, "icmpv6.mld.flag.s", U8, 0x08, FLAG, NULL, "Suppress Router Processing", \
      "Set: other routers do not start their timers for it.", "RFC 3810 §5.1.7", 0) \
    F(MLD_QRV, "icmpv6.mld.flag.qrv", U8, 0x07, DEC, NULL, "Robustness Variable", \
      "How many lost reports the querier is prepared for, plus one.", "RFC 3810 §5.1.8", 0) \
    F(MLD_RSV, "icmpv6.mld.flag.reserved", U8, 0xf0, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 3810 §5.1.6", 0) \
    F(MLD_QQI, "icmpv6.mld.qqi", U8, 0, DEC, NULL, "Query Interval Code", \
      "Seconds between the querier's queries; from 128 on as a floating-point number.", "RFC 3810 §5.1.9", 0) \
    F(MLD_SOURCES, "icmpv6.mld.nb_sources", U16, 0, DEC, NULL, "Number of Sources", \
      "How many source addresses follow.", "RFC 3810 §5.1.10", 0) \
    F(MLD_SOURCE, "icmpv6.mld.source_address", IPV6, 0, DEC, NULL, "Source Address", \
      "A sender whose traffic to the group is asked about.", "RFC 3810 §5.1.11", 0) \
    F(MLDR_COUNT, "icmpv6.mldr.nb_mcast_records", U16, 0, DEC, NULL, "Number of Records", \
      "How many groups are reported below.", "RFC 3810 §5.2.3", 0) \
    F(MAR, "icmpv6.mldr.mar", NONE, 0, DEC, NULL, "Multicast Address Record", \
      "What the sender now wants of one group.", "RFC 3810 §5.2.4", WT_STORY) \
    F(MAR_TYPE, "icmpv6.mldr.mar.record_type", U8, 0, DEC, &wt_icmpv6_records, "Record Type", \
      "Whether the listed senders are wanted or refused, and whether that is new.", "RFC 3810 §5.2.5", WT_STORY) \
    F(MAR_AUX_LEN, "icmpv6.mldr.mar.aux_data_len", U8, 0, DEC, NULL, "Auxiliary Data Length", \
      "32-bit words of further data behind the addresses: 0 so far.", "RFC 3810 §5.2.6", 0) \
    F(MAR_SOURCES, "icmpv6.mldr.mar.nb_sources", U16, 0, DEC, NULL, "Number of Sources", \
      "How many sender addresses follow.", "RFC 3810 §5.2.7", 0) \
    F(MAR_GROUP, "icmpv6.mldr.mar.multicast_address", IPV6, 0, DEC, NULL, "Multicast Address", \
      "The group that the record is about.", "RFC 3810 §5.2.8", WT_STORY) \
    F(MAR_SOURCE, "icmpv6.mldr.mar.source_address", IPV6, 0, DEC, NULL, "Source Address", \
      "A sender to that group, wanted or refused as the record type says.", "RFC 3810 §5.2.9", 0) \
    F(MAR_AUX, "icmpv6.mldr.mar.auxiliary_data", BYTES, 0, DEC, NULL, "Auxiliary Data", \
      "Further data: none is defined, receivers skip it.", "RFC 3810 §5.2.10", 0) \
    F(RA_HOPS, "icmpv6.nd.ra.cur_hop_limit", U8, 0, DEC, NULL, "Current Hop Limit", \
      "The hop limit that hosts should send with; 0 leaves it to them.", "RFC 4861 §4.2", 0) \
    F(RA_FLAG, "icmpv6.nd.ra.flag", U8, 0, HEX, NULL, "Flags", "How hosts here get addresses, and more.", \
      "RFC 4861 §4.2", WT_STORY) \
    F(RA_M, "icmpv6.nd.ra.flag.m", U8, 0x80, FLAG, NULL, "Managed Addresses", "Addresses are to be had by DHCPv6.", \
      "RFC 4861 §4.2", WT_STORY) \
    F(RA_O, "icmpv6.nd.ra.flag.o", U8, 0x40, FLAG, NULL, "Other Configuration", \
      "Other settings, such as DNS servers, are to be had by DHCPv6.", "RFC 4861 §4.2", WT_STORY) \
    F(RA_H, "icmpv6.nd.ra.flag.h", U8, 0x20, FLAG, NULL, "Home Agent", \
      "The router serves mobile hosts as home agent.", "RFC 6275 §7.1", 0) \
    F(RA_PRF, "icmpv6.nd.ra.flag.prf", U8, 0x18, DEC, &wt_icmpv6_preference, "Router Preference", \
      "Which router hosts should rather use.", "RFC 4191 §2.2", 0) \
    F(RA_P, "icmpv6.nd.ra.flag.p", U8, 0x04, FLAG, NULL, "Proxy", "The advertisement came through a proxy.", \
      "RFC 4389 §4.1.3.3", 0) \
    F(RA_RSV, "icmpv6.nd.ra.flag.rsv", U8, 0x03, DEC, NULL, "Reserved", "Zero until a use is found.", "RFC 5175 §4", \
      0) \
    F(RA_LIFETIME, "icmpv6.nd.ra.router_lifetime", U16, 0, DEC, NULL, "Router Lifetime", \
      "Seconds for which it may be the default router; 0 means it is none.", "RFC 4861 §4.2", WT_STORY) \
    F(RA_REACHABLE, "icmpv6.nd.ra.reachable_time", U32, 0, DEC, NULL, "Reachable Time", \
      "Milliseconds for which a neighbour counts as reachable after it answered; 0 leaves it open.", "RFC 4861 §4.2", \
      0) \
    F(RA_RETRANS, "icmpv6.nd.ra.retrans_timer", U32, 0, DEC, NULL, "Retransmission Timer", \
      "Milliseconds between repeated Neighbor Solicitations; 0 leaves it open.", "RFC 4861 §4.2", 0) \
    F(NS_TARGET, "icmpv6.nd.ns.target_address", IPV6, 0, DEC, NULL, "Target Address", \
      "Whose link-layer address is asked for.", "RFC 4861 §4.3", WT_STORY) \
    F(NA_FLAG, "icmpv6.nd.na.flag", U32, 0, HEX, NULL, "Flags", \
      "Whether a router answers, whether it was asked, and whether this replaces what was known.", "RFC 4861 §4.4", 0) \
    F(NA_R, "icmpv6.nd.na.flag.r", U32, 0x80000000, FLAG, NULL, "Router", \
      "The sender is a router; a host that stops being one clears this.", "RFC 4861 §4.4", \
      WT_STORY) \
    F(NA_S, "icmpv6.nd.na.flag.s", U32, 0x40000000, FLAG, NULL, "Solicited", \
      "It answers a question; this also proves that the neighbour is reachable.", "RFC 4861 §4.4", WT_STORY) \
    F(NA_O, "icmpv6.nd.na.flag.o", U32, 0x20000000, FLAG, NULL, "Override", \
      "It replaces the link-layer address that a neighbour may have remembered.", "RFC 4861 §4.4", WT_STORY) \
    F(NA_RSV, "icmpv6.nd.na.flag.rsv", U32, 0x1fffffff, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 4861 §4.4", 0) \
    F(NA_TARGET, "icmpv6.nd.na.target_address", IPV6, 0, DEC, NULL, "Target Address", \
      "The address whose link-layer address is told.", "RFC 4861 §4.4", WT_STORY) \
    F(RD_TARGET, "icmpv6.nd.rd.target_address", IPV6, 0, DEC, NULL, "Target Address", \
      "The better first hop, or the destination itself if it is on this link.", "RFC 4861 §4.5", WT_STORY) \
    F(RD_DESTINATION, "icmpv6.rd.na.destination_address", IPV6, 0, DEC, NULL, "Destination Address", \
      "The destination that the better first hop is for.", "RFC 4861 §4.5", WT_STORY) \
    F(EE_SEQ, "icmpv6.ext.echo.seq", U8, 0, DEC_HEX, NULL, "Sequence Number", \
      "Counts the requests, so that each answer can be matched with its own.", "RFC 8335 §2", 0) \
    F(EE_RES, "icmpv6.ext.echo.req.res", U8, 0xfe, HEX, NULL, "Reserved", "Zero until a use is found.", "RFC 8335 §2", \
      0) \
    F(EE_LOCAL, "icmpv6.ext.echo.req.local", U8, 0x01, FLAG, NULL, "Local", \
      "Set: the interface asked about is on the node that is asked.", "RFC 8335 §2", 0) \
    F(ER_STATE, "icmpv6.ext.echo.rsp.state", U8, 0xe0, DEC, &wt_icmpv6_states, "State", \
      "What the asked node knows of its neighbour.", "RFC 8335 §3", 0) \
    F(ER_RES, "icmpv6.ext.echo.rsp.res", U8, 0x18, HEX, NULL, "Reserved", "Zero until a use is found.", "RFC 8335 §3", \
      0) \
    F(ER_ACTIVE, "icmpv6.ext.echo.rsp.active", U8, 0x04, FLAG, NULL, \
      "Active", "The interface that was asked about is up.", "RFC 8335 §3", 0) \
    F(ER_IPV4, "icmpv6.ext.echo.rsp.ipv4", U8, 0x02, FLAG, NULL, "IPv4", \
      "The interface that was asked about runs IPv4.", "RFC 8335 §3", 0) \
    F(ER_IPV6, "icmpv6.ext.echo.rsp.ipv6", U8, 0x01, FLAG, NULL, "IPv6", \
      "The interface that was asked about runs IPv6.", "RFC 8335 §3", 0) \
    F(MIP_ID, "icmpv6.mip6.identifier", U16, 0, DEC, NULL, "Identifier", "Matches the reply to its request.", \
      "RFC 6275 §6.5", 0) \
    F(MIP_AGENT, "icmpv6.mip6.home_agent_address", IPV6, 0, DEC, NULL, "Home Agent Address", \
      "A router that serves mobile hosts of this network.", "RFC 6275 §6.6", 0) \
    F(MIP_FLAG, "icmpv6.mip6.flag", U16, 0, HEX, NULL, "Flags", \
      "How a host away from home is to get an address in its home network.", "RFC 6275 §6.8", 0) \
    F(MIP_M, "icmpv6.mip6.flag.m", U16, 0x8000, FLAG, NULL, "Managed Addresses", \
      "Addresses of the home network are given out by DHCPv6.", "RFC 6275 §6.8", 0) \
    F(MIP_O, "icmpv6.mip6.flag.o", U16, 0x4000, FLAG, NULL, \
      "Other Configuration", "Other settings of the home network are given out by DHCPv6.", "RFC 6275 §6.8", 0) \
    F(MIP_RSV, "icmpv6.mip6.flag.rsv", U16, 0x3fff, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 6275 §6.8", 0) \
    F(MRD_INTERVAL, "icmpv6.mcast_ra.query_interval", U16, 0, DEC, NULL, "Query Interval", \
      "Seconds between the router's group queries.", "RFC 4286 §3.1", 0) \
    F(MRD_ROBUSTNESS, "icmpv6.mcast_ra.robustness_variable", U16, 0, DEC, NULL, "Robustness Variable", \
      "How many lost reports the router is prepared for, plus one.", "RFC 4286 §3.1", 0) \
    F(DA_STATUS, "icmpv6.6lowpannd.da.status", U8, 0, DEC, &wt_icmpv6_registration, "Status", \
      "Whether the address is taken already.", "RFC 6775 §4.4", 0) \
    F(DA_RSV, "icmpv6.6lowpannd.da.rsv", U8, 0, DEC, NULL, "Reserved", "Zero until a use is found.", "RFC 6775 §4.4", \
      0) \
    F(DA_LIFETIME, "icmpv6.6lowpannd.da.lifetime", U16, 0, DEC, NULL, "Lifetime", \
      "For how long to keep the registration, in minutes.", "RFC 6775 §4.4", 0) \
    F(DA_EUI64, "icmpv6.6lowpannd.da.eui64", EUI64, 0, DEC, NULL, \
      "EUI-64", "The lasting identifier of the device that registers the address.", "RFC 6775 §4.4", 0) \
    F(DA_ADDRESS, "icmpv6.6lowpannd.da.reg_addr", IPV6, 0, DEC, NULL, \
      "Registered Address", "The address that the device wants to use.", \
      "RFC 6775 §4.4", 0) \
    F(OPT, "icmpv6.opt", NONE, 0, DEC, NULL, "Option", "One more piece of information, in whole 8-byte units.", \
      "RFC 4861 §4.6", WT_STORY) \
    F(OPT_TYPE, "icmpv6.opt.type", U8, 0, DEC, &wt_icmpv6_options, "Option Type", "What the option tells.", \
      "RFC 4861 §4.6", WT_STORY) \
    F(OPT_LENGTH, "icmpv6.opt.length", U8, 0, DEC, NULL, "Option Length", \
      "The option's length in units of 8 bytes; 0 is forbidden.", "RFC 4861 §4.6", 0) \
    F(OPT_RESERVED, "icmpv6.opt.reserved", NONE, 0, DEC, NULL, "Reserved", "Bytes that the sender sets to zero.", \
      "RFC 4861 §4.6", 0) \
    F(OPT_PADDING, "icmpv6.opt.padding", NONE, 0, DEC, NULL, "Padding", "Fills the option to whole 8-byte units.", \
      "RFC 8106 §5.2", 0) \
    F(OPT_LINKADDR, "icmpv6.opt.linkaddr", BYTES, 0, DEC, NULL, "Link-Layer Address", \
      "The card's address on this link: for Ethernet its MAC address.", "RFC 4861 §4.6.1", WT_STORY) \
    F(OPT_PREFIX_LENGTH, "icmpv6.opt.prefix.length", U8, 0, DEC, NULL, "Prefix Length", \
      "How many leading bits of the prefix count.", "RFC 4861 §4.6.2", WT_STORY) \
    F(OPT_PREFIX_FLAG, "icmpv6.opt.prefix.flag", U8, 0, HEX, NULL, "Flags", "What hosts may do with the prefix.", \
      "RFC 4861 §4.6.2", 0) \
    F(OPT_PREFIX_L, "icmpv6.opt.prefix.flag.l", U8, 0x80, FLAG, NULL, "On-Link", \
      "Addresses with this prefix are on this link, reached without a router.", "RFC 4861 §4.6.2", WT_STORY) \
    F(OPT_PREFIX_A, "icmpv6.opt.prefix.flag.a", U8, 0x40, FLAG, NULL, "Autonomous", \
      "Hosts may make themselves an address from it (SLAAC).", "RFC 4862 §5.5.3", WT_STORY) \
    F(OPT_PREFIX_R, "icmpv6.opt.prefix.flag.r", U8, 0x20, FLAG, NULL, "Router Address", \
      "The prefix field holds the router's whole address.", "RFC 6275 §7.2", 0) \
    F(OPT_PREFIX_RSV, "icmpv6.opt.prefix.flag.reserved", U8, 0x1f, DEC, NULL, "Reserved", \
      "Zero until a use is found.", "RFC 4861 §4.6.2", 0) \
    F(OPT_VALID, "icmpv6.opt.prefix.valid_lifetime", U32, 0, DEC, NULL, "Valid Lifetime", \
      "Seconds for which the prefix may be used; all ones is forever.", "RFC 4861 §4.6.2", WT_STORY) \
    F(OPT_PREFERRED, "icmpv6.opt.prefix.preferred_lifetime", U32, 0, DEC, NULL, "Preferred Lifetime", \
      "Seconds for which new connections should use addresses made from it.", "RFC 4861 §4.6.2", 0) \
    F(OPT_PREFIX, "icmpv6.opt.prefix", IPV6, 0, DEC, NULL, "Prefix", \
      "The network's address; bits past its length are zero.", "RFC 4861 §4.6.2", WT_STORY) \
    F(OPT_REDIRECTED, "icmpv6.opt.redirected_packet", NONE, 0, DEC, NULL, "Redirected Packet", \
      "The beginning of the packet that caused the redirect.", "RFC 4861 §4.6.3", 0) \
    F(OPT_MTU, "icmpv6.opt.mtu", U32, 0, DEC, NULL, "MTU", "The largest packet that all on this link should send.", \
      "RFC 4861 §4.6.4", WT_STORY) \
    F(OPT_SHORTCUT, "icmpv6.opt.nbma.shortcut_limit", U8, 0, DEC, NULL, "Shortcut Limit", \
      "Hops within which a host may look for a shortcut.", "RFC 2491 §5.1", 0) \
    F(OPT_INTERVAL, "icmpv6.opt.advertisement_interval", U32, 0, DEC, NULL, "Advertisement Interval", \
      "Longest time between the router's unasked advertisements, in milliseconds.", "RFC 6275 §7.3", 0) \
    F(OPT_HA_PREFERENCE, "icmpv6.opt.home_agent_preference", U16, 0, DEC, NULL, "Home Agent Preference", \
      "Higher means rather use this home agent.", "RFC 6275 §7.4", 0) \
    F(OPT_HA_LIFETIME, "icmpv6.opt.home_agent_lifetime", U16, 0, DEC, NULL, "Home Agent Lifetime", \
      "Seconds for which it serves as home agent.", "RFC 6275 §7.4", 0) \
    F(OPT_ADDRESS, "icmpv6.opt.ipv6_address", IPV6, 0, DEC, NULL, "IPv6 Address", "One address of the list.", \
      "RFC 3122 §3.1", 0) \
    F(OPT_NONCE, "icmpv6.opt.nonce", BYTES, 0, DEC, NULL, "Nonce", \
      "Random bytes by which a host knows its own question when it comes back in a loop.", \
      "RFC 3971 §5.3.2; RFC 7527 §4.2", 0) \
    F(OPT_TIMESTAMP, "icmpv6.opt.timestamp", ABSTIME, 0, DEC, NULL, "Timestamp", \
      "When it was sent, so that old messages can't be replayed.", "RFC 3971 §5.3.1", 0) \
    F(OPT_ROUTE_FLAG, "icmpv6.opt.route_info.flag", U8, 0, HEX, NULL, "Flags", "Holds the route's preference.", \
      "RFC 4191 §2.3", 0) \
    F(OPT_ROUTE_PRF, "icmpv6.opt.route_info.flag.route_preference", U8, 0x18, DEC, &wt_icmpv6_preference, \
      "Route Preference", "Which router to rather use for this route.", "RFC 4191 §2.3", 0) \
    F(OPT_ROUTE_RSV, "icmpv6.opt.route_info.flag.reserved", U8, 0xe7, DEC, NULL, "Reserved", \
      "Zero until a use is found.", "RFC 4191 §2.3", 0) \
    F(OPT_ROUTE_LIFETIME, "icmpv6.opt.route_lifetime", U32, 0, DEC, NULL, "Route Lifetime", \
      "Seconds for which the route holds; all ones is forever.", "RFC 4191 §2.3", 0) \
    F(OPT_RDNSS_LIFETIME, "icmpv6.opt.rdnss.lifetime", U32, 0, DEC, NULL, "Lifetime", \
      "Seconds for which these DNS servers may be asked.", "RFC 8106 §5.1", 0) \
    F(OPT_RDNSS, "icmpv6.opt.rdnss", IPV6, 0, DEC, NULL, "DNS Server", "A server to ask for names.", "RFC 8106 §5.1", \
      WT_STORY) \
    F(OPT_EFO, "icmpv6.opt.efo", U16, 0, HEX, NULL, "Flags Expansion", "Room for more router flags.", "RFC 5175 §4", \
      0) \
    F(OPT_EFO_M, "icmpv6.opt.efo.m", U16, 0x8000, FLAG, NULL, \
      "Managed Addresses", "Addresses are given out by DHCPv6, as the flag in the message's header says.", \
      "RFC 5175 §4", 0) \
    F(OPT_EFO_O, "icmpv6.opt.efo.o", U16, 0x4000, FLAG, NULL, \
      "Other Configuration", "Other settings are given out by DHCPv6, as the flag in the message's header says.", \
      "RFC 5175 §4", 0) \
    F(OPT_EFO_H, "icmpv6.opt.efo.h", U16, 0x2000, FLAG, NULL, "Home Agent", \
      "The router is also a home agent, as the flag in the message's header says.", \
      "RFC 5175 §4", 0) \
    F(OPT_EFO_PRF, "icmpv6.opt.efo.prf", U16, 0x1800, DEC, &wt_icmpv6_preference, "Router Preference", \
      "How much this router is to be preferred, as the message's header says.", "RFC 5175 §4", 0) \
    F(OPT_EFO_P, "icmpv6.opt.efo.p", U16, 0x0400, FLAG, NULL, "Proxy", \
      "A proxy passed the message on, as the flag in the message's header says.", "RFC 5175 §4", 0) \
    F(OPT_EFO_RSV, "icmpv6.opt.efo.rsv", U16, 0x02ff, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 5175 §4", 0) \
    F(OPT_DNSSL_LIFETIME, "icmpv6.opt.dnssl.lifetime", U32, 0, DEC, NULL, "Lifetime", \
      "Seconds for which the search list holds.", "RFC 8106 §5.2", 0) \
    F(OPT_DNSSL, "icmpv6.opt.dnssl", STRING, 0, DEC, NULL, "Search Domain", "A domain to try for short names.", \
      "RFC 8106 §5.2", WT_STORY) \
    F(OPT_PORTAL, "icmpv6.opt.captive_portal", STRING, 0, DEC, NULL, "Captive Portal", \
      "Where to sign in before this network lets traffic out.", "RFC 8910 §2.3", WT_STORY) \
    F(OPT_PREF64_LIFETIME, "icmpv6.opt.pref64.scaled_lifetime", U16, 0xfff8, DEC, NULL, "Scaled Lifetime", \
      "For how long the prefix holds, in units of 8 seconds.", "RFC 8781 §4", 0) \
    F(OPT_PREF64_PLC, "icmpv6.opt.pref64.plc", U16, 0x0007, HEX, &wt_icmpv6_prefix_lengths, "Prefix Length Code", \
      "How long the NAT64 prefix is.", "RFC 8781 §4", 0) \
    F(OPT_PREF64, "icmpv6.opt.pref64.prefix", IPV6, 0, DEC, NULL, "NAT64 Prefix", \
      "The prefix behind which IPv4 addresses are reached.", "RFC 8781 §4", WT_STORY) \
    F(OPT_ARO_STATUS, "icmpv6.opt.aro.status", U8, 0, DEC, &wt_icmpv6_registration, "Status", \
      "Whether the registration was taken.", "RFC 6775 §4.1", 0) \
    F(OPT_ARO_LIFETIME, "icmpv6.opt.aro.registration_lifetime", U16, 0, DEC, NULL, "Registration Lifetime", \
      "For how long to keep it, in minutes.", "RFC 6775 §4.1", 0) \
    F(OPT_ARO_EUI64, "icmpv6.opt.aro.eui64", EUI64, 0, DEC, NULL, "EUI-64", \
      "The lasting identifier of the device that registers the address.", "RFC 6775 §4.1", 0)

#define ICMPV6_RPL_FIELDS(F) \
    F(DAO_INSTANCE, "icmpv6.rpl.dao.instance", U8, 0, DEC, NULL, "Instance", \
      "Which of the network's routing topologies this is about.", "RFC 6550 §6.4.1", 0) \
    F(DAO_FLAG, "icmpv6.rpl.dao.flag", U8, 0, HEX, NULL, "Flags", \
      "Whether an answer is wanted, and whether the topology's name follows.", "RFC 6550 §6.4.1", 0) \
    F(DAO_K, "icmpv6.rpl.dao.flag.k", U8, 0x80, FLAG, NULL, "Answer Wanted", \
      "The receiver should confirm this message.", "RFC 6550 §6.4.1", 0) \
    F(DAO_D, "icmpv6.rpl.dao.flag.d", U8, 0x40, FLAG, NULL, "DODAGID Present", \
      "The address of the topology's root is in the message.", "RFC 6550 §6.4.1", 0) \
    F(DAO_RSV, "icmpv6.rpl.dao.flag.rsv", U8, 0x3f, DEC, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 6550 §6.4.1", 0) \
    F(DAO_SEQUENCE, "icmpv6.rpl.dao.sequence", U8, 0, DEC, NULL, "Sequence", \
      "Counts the sender's messages, so that an answer says which one it is for.", "RFC 6550 §6.4.1", 0) \
    F(DAO_ID, "icmpv6.rpl.dao.dodagid", IPV6, 0, DEC, NULL, "DODAGID", \
      "An address of the topology's root, which names the topology.", "RFC 6550 §6.4.1", 0) \
    F(RPL_TYPE, "icmpv6.rpl.opt.type", U8, 0, DEC, NULL, "Type", "What this option holds; 0 is one byte of padding.", \
      "RFC 6550 §6.7.1", 0) \
    F(RPL_LENGTH, "icmpv6.rpl.opt.length", U8, 0, DEC, NULL, "Length", \
      "Bytes of the option after type and length.", "RFC 6550 §6.7.1", 0)

#define ICMPV6_ALL_FIELDS(F) ICMPV6_FIELDS(F) ICMPV6_RPL_FIELDS(F)
WT_FIELD_IDS(ICMPV6, ICMPV6_ALL_FIELDS)

/* Neighbor Discovery options, to the end of c. */
void wt_icmpv6_read_options(wt_cur *c);
/* A Destination Advertisement of RPL, the routing protocol of sensor networks. */
void wt_icmpv6_destination(wt_cur *c);

#endif
