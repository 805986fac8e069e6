/* ip.h - IPv4's rows, shared by ip.c (the header) and ip_options.c. */
#ifndef WT_PROTO_IP_H
#define WT_PROTO_IP_H

#include "proto/common/numbers.h"

extern const wt_values wt_ip_dscp, wt_ip_ecn, wt_ip_status, wt_ip_option_classes, wt_ip_option_numbers, wt_ip_alert,
    wt_ip_rates, wt_ip_qs_functions, wt_ip_stamp_flags, wt_ip_levels, wt_ip_tags;

#define IP_FIELDS(F) \
    F(VERSION, "ip.version", U8, 0xf0, DEC, NULL, "Version", "4 for IPv4; it tells readers how the rest is laid out.", \
      "RFC 791 §3.1", 0) \
    F(HDR_LEN, "ip.hdr_len", U8, 0x0f, DEC, NULL, "Header Length", \
      "Bytes of the header (counted on the wire in 4-byte words): 20 unless there are options.", "RFC 791 §3.1", 0) \
    F(DSFIELD, "ip.dsfield", U8, 0, HEX, NULL, "Differentiated Services", \
      "How routers should treat the packet when they are busy.", "RFC 2474 §3", 0) \
    F(DSCP, "ip.dsfield.dscp", U8, 0xfc, DEC, &wt_ip_dscp, "Service Class (DSCP)", \
      "The class of traffic it belongs to; 0 is ordinary.", "RFC 2474 §3", 0) \
    F(ECN, "ip.dsfield.ecn", U8, 0x03, DEC, &wt_ip_ecn, "Congestion Mark (ECN)", \
      "Lets a busy router mark packets instead of dropping them.", "RFC 3168 §5", 0) \
    F(LEN, "ip.len", U16, 0, DEC, NULL, "Total Length", "Bytes of the packet: header and payload.", "RFC 791 §3.1", \
      WT_STORY) \
    F(ID, "ip.id", U16, 0, HEX, NULL, "Identification", "Tells which fragments belong together.", "RFC 6864 §4", 0) \
    F(FLAGS, "ip.flags", U8, 0xe0, HEX, NULL, "Flags", \
      "Whether routers may cut the packet, and whether this is a piece of one that was cut.", "RFC 791 §3.1", 0) \
    F(RB, "ip.flags.rb", U8, 0x80, FLAG, NULL, "Reserved bit", "Kept for later use; must be zero.", "RFC 791 §3.1", 0) \
    F(DF, "ip.flags.df", U8, 0x40, FLAG, NULL, "Don't fragment (DF)", \
      "Routers must not cut the packet: if it is too big they drop it and say so.", "RFC 791 §3.1", WT_STORY) \
    F(MF, "ip.flags.mf", U8, 0x20, FLAG, NULL, "More fragments (MF)", "Set on all fragments but the last.", \
      "RFC 791 §3.1", WT_STORY) \
    F(FRAG_OFFSET, "ip.frag_offset", U16, 0x1fff, DEC, NULL, "Fragment Offset", \
      "Where this piece belongs in the whole payload, in units of 8 bytes.", "RFC 791 §3.1", 0) \
    F(TTL, "ip.ttl", U8, 0, DEC, NULL, "Time to Live", \
      "Routers that may still forward it; each takes one off, and at zero it is dropped.", "RFC 791 §3.1", WT_STORY) \
    F(PROTO, "ip.proto", U8, 0, DEC, &wt_ip_protocols, "Protocol", "Which protocol the payload is.", "RFC 791 §3.1", \
      WT_STORY) \
    F(CHECKSUM, "ip.checksum", U16, 0, HEX, NULL, "Header Checksum", \
      "Guards the header, and only it, against bit errors.", "RFC 791 §3.1", 0) \
    F(CHECKSUM_STATUS, "ip.checksum.status", U8, 0, DEC, &wt_ip_status, "Header Checksum Status", \
      "What recomputing the checksum showed.", "RFC 1071 §1", 0) \
    F(SRC, "ip.src", IPV4, 0, DEC, NULL, "Source Address", "Who sent the packet, or says so.", "RFC 791 §3.1", \
      WT_STORY) \
    F(DST, "ip.dst", IPV4, 0, DEC, NULL, "Destination Address", "Whom the packet is for.", "RFC 791 §3.1", WT_STORY) \
    F(ADDR, "ip.addr", IPV4, 0, DEC, NULL, "Address", "Either end: source or destination.", "RFC 791 §3.1", WT_ALIAS) \
    F(FRAGMENTS, "ip.fragments", NONE, 0, DEC, NULL, "Fragments", \
      "The pieces that this packet was put together from.", "RFC 791 §3.2", WT_STORY) \
    F(FRAGMENT, "ip.fragment", FRAME, 0, DEC, NULL, "Fragment", "The frame that brought one of the pieces.", \
      "RFC 791 §3.2", 0) \
    F(FRAGMENT_COUNT, "ip.fragment.count", U32, 0, DEC, NULL, \
      "Fragment count", "How many pieces the packet was put together from.", \
      "RFC 791 §3.2", 0) \
    F(REASSEMBLED, "ip.reassembled.length", U32, 0, DEC, NULL, \
      "Reassembled length", "Bytes of the payload that the pieces make together.", \
      "RFC 791 §3.2", 0) \
    F(O_EOL, "ip.options.eol", BYTES, 0, DEC, NULL, "End of Options List option", \
      "Fills the header up to a 4-byte border.", "RFC 791 §3.1", WT_STORY) \
    F(O_NOP, "ip.options.nop", BYTES, 0, DEC, NULL, "No-Operation option", "Fills up to a border between options.", \
      "RFC 791 §3.1", WT_STORY) \
    F(O_SECURITY, "ip.options.security", BYTES, 0, DEC, NULL, "Security option", \
      "Labels the packet with how secret it is, so that routers keep it on fitting paths.", "RFC 1108 §2", WT_STORY) \
    F(O_LSRR, "ip.options.route", BYTES, 0, DEC, NULL, "Loose Source Route option", \
      "Routers to pass, with others in between.", "RFC 791 §3.1", WT_STORY) \
    F(O_TIMESTAMP, "ip.options.timestamp", BYTES, 0, DEC, NULL, "Time Stamp option", \
      "Room for routers to note when they saw the packet.", "RFC 791 §3.1", WT_STORY) \
    F(O_ESEC, "ip.options.ext_security", BYTES, 0, DEC, NULL, "Extended Security option", \
      "More about how secret the packet is, beside the security option.", "RFC 1108 §3", WT_STORY) \
    F(O_CIPSO, "ip.options.cipso", BYTES, 0, DEC, NULL, "Commercial Security option", \
      "A secrecy label of a commercial kind.", "FIPS 188", WT_STORY) \
    F(O_RR, "ip.options.record_route", BYTES, 0, DEC, NULL, "Record Route option", \
      "Room for routers to note their address.", "RFC 791 §3.1", WT_STORY) \
    F(O_SID, "ip.options.sid", BYTES, 0, DEC, NULL, "Stream ID option", \
      "The number of a stream in an early satellite network; obsolete.", "RFC 6814 §1", WT_STORY) \
    F(O_SSRR, "ip.options.source_route", BYTES, 0, DEC, NULL, "Strict Source Route option", \
      "Prescribes every router that the packet has to pass, with none in between.", "RFC 791 §3.1", WT_STORY) \
    F(O_MTUP, "ip.options.mtu_probe", BYTES, 0, DEC, NULL, "MTU Probe option", \
      "Collected the smallest packet size that the path's links take; obsolete.", "RFC 1063", WT_STORY) \
    F(O_MTUR, "ip.options.mtu_reply", BYTES, 0, DEC, NULL, "MTU Reply option", \
      "Told the sender of an MTU probe what it had collected; obsolete.", "RFC 1063", WT_STORY) \
    F(O_TR, "ip.options.traceroute", BYTES, 0, DEC, NULL, "Traceroute option", "An early traceroute in one packet.", \
      "RFC 1393 §2", WT_STORY) \
    F(O_RTRALT, "ip.options.routeralert", BYTES, 0, DEC, NULL, "Router Alert option", \
      "Asks every router on the path to look inside.", "RFC 2113 §2", WT_STORY) \
    F(O_SDB, "ip.options.sdb", BYTES, 0, DEC, NULL, "Selective Directed Broadcast option", \
      "Sent a broadcast to networks listed in the packet; obsolete.", "RFC 6814 §1", WT_STORY) \
    F(O_QS, "ip.options.qs", BYTES, 0, DEC, NULL, "Quick-Start option", \
      "Asks the routers whether a fast start is fine.", "RFC 4782 §3", WT_STORY) \
    F(O_UNKNOWN, "ip.options.unknown", BYTES, 0, DEC, NULL, "Option not known here", \
      "An option that wiretale has no explanation for, with its bytes.", "RFC 791 §3.1", WT_STORY | WT_OURS) \
    F(OPT_TYPE, "ip.opt.type", U8, 0, DEC, NULL, "Type", \
      "Which option it is; its bits say whether fragments repeat it and what it is about.", "RFC 791 §3.1", 0) \
    F(OPT_COPY, "ip.opt.type.copy", U8, 0x80, FLAG, NULL, "Copy on fragmentation", \
      "Set: every fragment carries the option.", "RFC 791 §3.1", 0) \
    F(OPT_CLASS, "ip.opt.type.class", U8, 0x60, DEC, &wt_ip_option_classes, "Class", \
      "What it is for: control or measuring.", "RFC 791 §3.1", 0) \
    F(OPT_NUMBER, "ip.opt.type.number", U8, 0x1f, DEC, &wt_ip_option_numbers, \
      "Number", "Which of the options of its class it is.", \
      "RFC 791 §3.1", WT_STORY) \
    F(OPT_LEN, "ip.opt.len", U8, 0, DEC, NULL, "Length", "Bytes of the option, type and length included.", \
      "RFC 791 §3.1", 0) \
    F(OPT_PTR, "ip.opt.ptr", U8, 0, DEC, NULL, "Pointer", "Where the next router writes, counted from 1.", \
      "RFC 791 §3.1", 0) \
    F(REC_RT, "ip.rec_rt", IPV4, 0, DEC, NULL, "Recorded Route", "A router that the packet came through.", \
      "RFC 791 §3.1", WT_STORY) \
    F(SRC_RT, "ip.src_rt", IPV4, 0, DEC, NULL, "Source Route", "A router that the packet must still go through.", \
      "RFC 791 §3.1", WT_STORY) \
    F(CUR_RT, "ip.cur_rt", IPV4, 0, DEC, NULL, "Current Route", "The router that it goes to now.", "RFC 791 §3.1", \
      WT_STORY) \
    F(EMPTY_RT, "ip.empty_rt", IPV4, 0, DEC, NULL, "Empty Route", \
      "Room that a router on the way can fill with its address.", "RFC 791 §3.1", 0) \
    F(OPT_OVERFLOW, "ip.opt.overflow", U8, 0xf0, DEC, NULL, "Overflow", \
      "Routers that found no room for their time stamp.", "RFC 791 §3.1", 0) \
    F(OPT_FLAG, "ip.opt.flag", U8, 0x0f, HEX, &wt_ip_stamp_flags, "Flag", \
      "Whether addresses stand before the time stamps.", "RFC 791 §3.1", 0) \
    F(OPT_STAMP, "ip.opt.time_stamp", U32, 0, DEC, NULL, "Time stamp", "Milliseconds since midnight UTC.", \
      "RFC 791 §3.1", 0) \
    F(OPT_STAMP_ADDR, "ip.opt.time_stamp_addr", IPV4, 0, DEC, NULL, \
      "Address", "The router that made the time stamp, or shall make it.", "RFC 791 §3.1", 0) \
    F(OPT_SID, "ip.opt.sid", U16, 0, DEC, NULL, "Stream Identifier", \
      "For a satellite network of the 1970s; long unused.", "RFC 6814 §1", 0) \
    F(OPT_RA, "ip.opt.ra", U16, 0, DEC, &wt_ip_alert, "Router Alert", "Asks every router to look inside the packet.", \
      "RFC 2113 §2.1", WT_STORY) \
    F(OPT_MTU, "ip.opt.mtu", U16, 0, DEC, NULL, "MTU", "The smallest MTU found on the way; obsolete.", "RFC 1063", 0) \
    F(OPT_ID, "ip.opt.id_number", U16, 0, DEC, NULL, "ID Number", \
      "Matches traceroute answers to their packet; obsolete.", "RFC 1393 §2.2", 0) \
    F(OPT_OHC, "ip.opt.ohc", U16, 0, DEC, NULL, "Outbound Hop Count", "Routers passed on the way out; obsolete.", \
      "RFC 1393 §2.2", 0) \
    F(OPT_RHC, "ip.opt.rhc", U16, 0, DEC, NULL, "Return Hop Count", "Routers passed on the way back; obsolete.", \
      "RFC 1393 §2.2", 0) \
    F(OPT_ORIGINATOR, "ip.opt.originator", IPV4, 0, DEC, NULL, "Originator", \
      "Who asked for the traceroute; obsolete.", "RFC 1393 §2.2", 0) \
    F(OPT_ADDR, "ip.opt.addr", IPV4, 0, DEC, NULL, "IP Address", "Where a directed broadcast should go; obsolete.", \
      "RFC 6814 §1", 0) \
    F(QS_FUNC, "ip.opt.qs_func", U8, 0xf0, DEC, &wt_ip_qs_functions, "Function", \
      "A request for a rate, or the answer.", "RFC 4782 §3.1", 0) \
    F(QS_RATE, "ip.opt.qs_rate", U8, 0x0f, DEC, &wt_ip_rates, "Rate", "How fast the sender wants to begin.", \
      "RFC 4782 §3.1", 0) \
    F(QS_TTL, "ip.opt.qs_ttl", U8, 0, DEC, NULL, "QS TTL", "Counted down only by routers that know Quick-Start.", \
      "RFC 4782 §3.1", 0) \
    F(QS_TTL_DIFF, "ip.opt.qs_ttl_diff", U8, 0, DEC, NULL, "TTL Diff", \
      "TTL minus QS TTL, modulo 256: it changes when a router did not know Quick-Start.", "RFC 4782 §3.1", 0) \
    F(QS_UNUSED, "ip.opt.qs_unused", U8, 0, DEC, NULL, "Not Used", \
      "A byte without a meaning, where a request has its TTL.", "RFC 4782 §3.1", 0) \
    F(QS_NONCE, "ip.opt.qs_nonce", U32, 0xfffffffc, HEX, NULL, "QS Nonce", \
      "A random number by which the sender sees whether somebody lied about the rate.", "RFC 4782 §3.4", 0) \
    F(QS_RESERVED, "ip.opt.qs_reserved", U32, 0x00000003, HEX, NULL, "Reserved", "Zero until a use is found.", \
      "RFC 4782 §3.1", 0) \
    F(SEC_LEVEL, "ip.opt.sec_cl", U8, 0, HEX, &wt_ip_levels, "Classification Level", "How secret the packet is.", \
      "RFC 1108 §2.3", 0) \
    F(SEC_FLAGS, "ip.opt.sec_prot_auth_flags", U8, 0, HEX, NULL, "Protection Authority Flags", \
      "Which authorities' rules say who may see the packet.", "RFC 1108 §2.4", 0) \
    F(SEC_GENSER, "ip.opt.sec_prot_auth_genser", U8, 0x80, FLAG, NULL, "GENSER", \
      "Set: protected by the rules of the armed forces' general service.", "RFC 1108 §2.4", 0) \
    F(SEC_SIOP, "ip.opt.sec_prot_auth_siop_esi", U8, 0x40, FLAG, NULL, "SIOP-ESI", \
      "Set: protected by the rules of the US nuclear war plan.", "RFC 1108 §2.4", 0) \
    F(SEC_SCI, "ip.opt.sec_prot_auth_sci", U8, 0x20, FLAG, NULL, "SCI", \
      "Set: protected by the rules of the US intelligence services.", "RFC 1108 §2.4", 0) \
    F(SEC_NSA, "ip.opt.sec_prot_auth_nsa", U8, 0x10, FLAG, NULL, "NSA", "Set: protected by the rules of the NSA.", \
      "RFC 1108 §2.4", 0) \
    F(SEC_DOE, "ip.opt.sec_prot_auth_doe", U8, 0x08, FLAG, NULL, "DOE", \
      "Set: protected by the rules of the US Department of Energy.", "RFC 1108 §2.4", 0) \
    F(SEC_UNASSIGNED, "ip.opt.sec_prot_auth_unassigned", U8, 0x06, HEX, NULL, "Unassigned", \
      "No authority has these bits.", "RFC 1108 §2.4", 0) \
    F(SEC_MORE, "ip.opt.sec_prot_auth_fti", U8, 0x01, FLAG, NULL, "Field Termination Indicator", \
      "Set: one more byte of authorities follows.", "RFC 1108 §2.4", 0) \
    F(EXT_SEC_FORMAT, "ip.opt.ext_sec_add_sec_info_format_code", U8, 0, HEX, NULL, \
      "Additional Security Info Format Code", "Which format the further information has, and whose it is.", \
      "RFC 1108 §3.3", 0) \
    F(EXT_SEC_INFO, "ip.opt.ext_sec_add_sec_info", BYTES, 0, DEC, NULL, "Additional Security Info", \
      "What that authority wants to be known of the packet.", "RFC 1108 §3.4", 0) \
    F(CIPSO_DOI, "ip.cipso.doi", U32, 0, DEC, NULL, "Domain of Interpretation", "Who defines what the labels mean.", \
      "FIPS 188", 0) \
    F(CIPSO_TAG, "ip.cipso.tag_type", U8, 0, DEC, &wt_ip_tags, "Tag Type", "How the categories are written.", \
      "FIPS 188", 0) \
    F(CIPSO_LEVEL, "ip.cipso.sensitivity_level", U8, 0, DEC, NULL, "Sensitivity Level", \
      "How secret the packet is, as its domain counts.", "FIPS 188", 0)
WT_FIELD_IDS(IP, IP_FIELDS)

/* All that is left in c are options (RFC 791 §3.1). */
void wt_ip_options(wt_cur *c, uint8_t ttl);
/* The last stop of a source route that is not used up, among the n bytes of options at offset; NULL if there is
 * none. */
const uint8_t *wt_ip_route_end(const wt_cur *c, uint32_t offset, uint32_t n);

#endif
