/* tcp_fields.h - every field of TCP: one row each.  Included by TCP's own files only. */
#ifndef WT_PROTO_TCP_FIELDS_H
#define WT_PROTO_TCP_FIELDS_H

#include "core/proto.h"

#define R9293 "RFC 9293 §3.1"
#define MADE "wiretale docs/architecture.md"

#define TCP_HEADER_FIELDS(F) \
    F(SRCPORT, "tcp.srcport", U16, 0, DEC, NULL, "Source Port", \
      "Says which program on the sending host this is from, so that answers find their way back.", R9293, WT_STORY) \
    F(DSTPORT, "tcp.dstport", U16, 0, DEC, NULL, "Destination Port", \
      "Says which program on the receiving host this is for: 80 is a web server, 22 a secure shell.", R9293, \
      WT_STORY) \
    F(PORT, "tcp.port", U16, 0, DEC, NULL, "Source or Destination Port", \
      "Either port, for filters that do not care about the direction.", R9293, WT_ALIAS) \
    F(STREAM, "tcp.stream", U32, 0, DEC, NULL, "Stream Index", \
      "The number of this connection in the capture, counted from 0 as wiretale meets them.", MADE, WT_STORY) \
    F(LEN, "tcp.len", U32, 0, DEC, NULL, "Segment Length", \
      "Bytes of data in this segment: what is left of the IP packet after both headers.", "RFC 9293 §3.4", \
      WT_STORY) \
    F(SEQ, "tcp.seq", U32, 0, DEC, NULL, "Sequence Number", \
      "Where this data sits in the sender's stream, counted from the start of the connection.", "RFC 9293 §3.4", \
      WT_STORY) \
    F(SEQ_RAW, "tcp.seq_raw", U32, 0, DEC, NULL, "Sequence Number (raw)", \
      "The sequence number as it is on the wire; connections begin at a random one to keep strangers out.", \
      "RFC 9293 §3.4.1", 0) \
    F(NXTSEQ, "tcp.nxtseq", U32, 0, DEC, NULL, "Next Sequence Number", \
      "The sequence number of the byte after this segment; SYN and FIN count as one byte.", "RFC 9293 §3.4", 0) \
    F(ACK, "tcp.ack", U32, 0, DEC, NULL, "Acknowledgment Number", \
      "The next byte the sender hopes for: everything before it has arrived.", "RFC 9293 §3.4", WT_STORY) \
    F(ACK_RAW, "tcp.ack_raw", U32, 0, DEC, NULL, "Acknowledgment (raw)", \
      "The acknowledgment number as it is on the wire, not counted from the connection's start.", \
      "RFC 9293 §3.4", 0) \
    F(HDR_LEN, "tcp.hdr_len", U8, 0xf0, DEC, NULL, "Header Length", \
      "Where the data begins: 20 bytes without options, at most 60; sent in units of 4 bytes.", R9293, 0) \
    F(FLAGS, "tcp.flags", U16, 0xfff, HEX, NULL, "Flags", \
      "Bits that open, close and steer the connection.", R9293, WT_STORY) \
    F(FLAG_RES, "tcp.flags.res", U8, 0x0e, FLAG, NULL, "Reserved", \
      "Kept for future use; senders leave these bits 0.", R9293, 0) \
    F(FLAG_AE, "tcp.flags.ae", U8, 0x01, FLAG, NULL, "Accurate ECN (AE)", \
      "With CWR and ECE it counts congestion marks; older texts call it the nonce bit.", "RFC 9768 §3.1", 0) \
    F(FLAG_CWR, "tcp.flags.cwr", U8, 0x80, FLAG, NULL, "Window Reduced (CWR)", \
      "Tells the receiver that the sender has slowed down, so its ECE need not be repeated.", "RFC 3168 §6.1", 0) \
    F(FLAG_ECE, "tcp.flags.ece", U8, 0x40, FLAG, NULL, "ECN Echo (ECE)", \
      "A router marked a packet instead of dropping it: please slow down. In a SYN: I understand such marks.", \
      "RFC 3168 §6.1", 0) \
    F(FLAG_URG, "tcp.flags.urg", U8, 0x20, FLAG, NULL, "Urgent (URG)", \
      "The urgent pointer counts: some of the stream should be looked at before its turn.", "RFC 9293 §3.8.5", 0) \
    F(FLAG_ACK, "tcp.flags.ack", U8, 0x10, FLAG, NULL, "Acknowledgment (ACK)", \
      "The acknowledgment number counts; set in all segments once the connection is open.", R9293, 0) \
    F(FLAG_PUSH, "tcp.flags.push", U8, 0x08, FLAG, NULL, "Push (PSH)", \
      "Asks the receiver to hand the data to its program now instead of waiting for more.", "RFC 9293 §3.9.1", 0) \
    F(FLAG_RST, "tcp.flags.reset", U8, 0x04, FLAG, NULL, "Reset (RST)", \
      "Ends the connection at once, or says that there is none: nothing listens, or state was lost.", \
      "RFC 9293 §3.5.2", 0) \
    F(FLAG_SYN, "tcp.flags.syn", U8, 0x02, FLAG, NULL, "Synchronise (SYN)", \
      "Opens a connection and tells from which sequence number its side will count.", "RFC 9293 §3.5", 0) \
    F(FLAG_FIN, "tcp.flags.fin", U8, 0x01, FLAG, NULL, "Finish (FIN)", \
      "The sender has no more data to send; the other side may still go on.", "RFC 9293 §3.6", 0) \
    F(FLAGS_STR, "tcp.flags.str", STRING, 0, DEC, NULL, "Flags in Letters", \
      "The flags as letters, a dot for each that is not set, for reading at a glance.", R9293, 0) \
    F(WINDOW_VALUE, "tcp.window_size_value", U16, 0, DEC, NULL, "Window", \
      "How much more the sender can take in, before scaling: this is TCP's flow control.", R9293, 0) \
    F(WINDOW, "tcp.window_size", U32, 0, DEC, NULL, "Window in Bytes", \
      "The window in bytes, with the scale agreed on when the connection opened.", "RFC 7323 §2.2", WT_STORY) \
    F(WINDOW_SCALE, "tcp.window_size_scalefactor", I32, 0, DEC, NULL, "Window Scaling Factor", \
      "What the window is multiplied by; -1: the opening was not captured, -2: scaling is not used.", \
      "RFC 7323 §2.2", 0) \
    F(CHECKSUM, "tcp.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Lets the receiver find damage in header, data and IP addresses.", R9293, 0) \
    F(CHECKSUM_CALCULATED, "tcp.checksum_calculated", U16, 0, HEX, NULL, "Calculated Checksum", \
      "What the checksum should be for the bytes captured.", R9293, 0) \
    F(CHECKSUM_STATUS, "tcp.checksum.status", U8, 0, DEC, &wt_tcp_checksum_status, "Checksum Status", \
      "Whether wiretale's own sum over the segment agrees with the one in the header.", R9293, 0) \
    F(PAYLOAD, "tcp.payload", BYTES, 0, DEC, NULL, "Payload", \
      "The piece of the sender's byte stream that this segment carries.", "RFC 9293 §3.4", 0) \
    F(SEGMENT_DATA, "tcp.segment_data", BYTES, 0, DEC, NULL, "Data Held", \
      "Bytes kept until what comes before them in the stream is here.", "RFC 9293 §3.4", 0) \
    F(TIME_RELATIVE, "tcp.time_relative", RELTIME, 0, DEC, NULL, "Since Connection Began", \
      "How long after the connection's first captured segment this one came.", MADE, 0) \
    F(TIME_DELTA, "tcp.time_delta", RELTIME, 0, DEC, NULL, "Since Previous Segment", \
      "How long after the connection's previous segment, of either side, this one came.", MADE, 0) \
    F(COMPLETENESS, "tcp.completeness", U8, 0, DEC, NULL, "Completeness", \
      "Adds up what was seen so far: SYN 1, SYN+ACK 2, ACK 4, data 8, FIN 16, RST 32.", MADE, 0) \
    F(URGENT, "tcp.urgent_pointer", U16, 0, DEC, NULL, "Urgent Pointer", \
      "How far from here urgent data reaches; only with the URG flag, and hardly used today.", \
      "RFC 9293 §3.8.5", 0) \
    F(RESET_CAUSE, "tcp.reset_cause", STRING, 0, DEC, NULL, "Reset Cause", \
      "Text that some hosts put into a reset to say why.", "RFC 9293 §3.5.3", WT_STORY)

#define TCP_ANALYSIS_FIELDS(F) \
    F(ANALYSIS, "tcp.analysis", NONE, 0, DEC, NULL, "Analysis of Sequence and Acknowledgment", \
      "What comparing this segment with the earlier ones of its connection shows.", "RFC 9293 §3.4", 0) \
    F(ACKS_FRAME, "tcp.analysis.acks_frame", FRAME, 0, DEC, NULL, "Acknowledges Frame", \
      "The frame whose data this acknowledgment confirms.", "RFC 9293 §3.4", WT_STORY) \
    F(ACK_RTT, "tcp.analysis.ack_rtt", RELTIME, 0, DEC, NULL, "Time to Acknowledge", \
      "How long the capture point waited from the data to its acknowledgment.", "RFC 6298 §3", 0) \
    F(INITIAL_RTT, "tcp.analysis.initial_rtt", RELTIME, 0, DEC, NULL, "Initial Round-Trip Time", \
      "How long the opening took, from the SYN to the first acknowledgment without one: a round trip.", \
      "RFC 9293 §3.5", 0) \
    F(BYTES_IN_FLIGHT, "tcp.analysis.bytes_in_flight", U32, 0, DEC, NULL, "Bytes in Flight", \
      "Bytes that this side has sent and not yet seen acknowledged.", "RFC 5681 §2", 0) \
    F(PUSH_BYTES, "tcp.analysis.push_bytes_sent", U32, 0, DEC, NULL, "Bytes since Last Push", \
      "Bytes that this side has sent, these included, since its last segment with the PSH flag before.", \
      "RFC 9293 §3.9.1", 0) \
    F(A_FLAGS, "tcp.analysis.flags", NONE, 0, DEC, NULL, "Out of the Ordinary", \
      "Something about this segment is unusual: what, is said inside.", "RFC 9293 §3.4", 0) \
    F(A_RETRANSMISSION, "tcp.analysis.retransmission", NONE, 0, DEC, NULL, "Retransmission", \
      "These bytes were sent before: their acknowledgment seems not to have come in time.", "RFC 6298 §5", \
      WT_STORY) \
    F(A_FAST, "tcp.analysis.fast_retransmission", NONE, 0, DEC, NULL, "Fast Retransmission", \
      "Sent again at once because repeated acknowledgments said that a piece is missing.", "RFC 5681 §3.2", \
      WT_STORY) \
    F(A_SPURIOUS, "tcp.analysis.spurious_retransmission", NONE, 0, DEC, NULL, "Spurious Retransmission", \
      "Sent again although the receiver had already acknowledged it: the acknowledgment was late or lost.", \
      "RFC 5681 §3.2", WT_STORY) \
    F(A_OUT_OF_ORDER, "tcp.analysis.out_of_order", NONE, 0, DEC, NULL, "Out of Order", \
      "A later piece of the stream overtook this one on the way.", "RFC 9293 §3.10.7.4", WT_STORY) \
    F(A_REUSED_PORTS, "tcp.analysis.reused_ports", NONE, 0, DEC, NULL, "Ports Reused", \
      "A new connection begins between the same two ports as an earlier one.", "RFC 9293 §3.4.2", WT_STORY) \
    F(A_LOST, "tcp.analysis.lost_segment", NONE, 0, DEC, NULL, "Segment before This Is Missing", \
      "Bytes before this segment were not captured: lost on the way, late, or missed by the capture.", \
      "RFC 9293 §3.10.7.4", WT_STORY) \
    F(A_ACK_LOST, "tcp.analysis.ack_lost_segment", NONE, 0, DEC, NULL, "Acknowledges Something Not Captured", \
      "The receiver confirms data that the capture never saw: it arrived, but the capture missed it.", \
      "RFC 9293 §3.10.7.4", WT_STORY) \
    F(A_WINDOW_UPDATE, "tcp.analysis.window_update", NONE, 0, DEC, NULL, "Window Update", \
      "Only tells that there is more room to receive now.", "RFC 9293 §3.8.6", WT_STORY) \
    F(A_WINDOW_FULL, "tcp.analysis.window_full", NONE, 0, DEC, NULL, "Window Full", \
      "This segment fills all the room the receiver offered: the sender must now wait.", "RFC 9293 §3.8.6", \
      WT_STORY) \
    F(A_KEEP_ALIVE, "tcp.analysis.keep_alive", NONE, 0, DEC, NULL, "Keep-Alive", \
      "Asks nothing but whether the other side is still there.", "RFC 9293 §3.8.4", WT_STORY) \
    F(A_KEEP_ALIVE_ACK, "tcp.analysis.keep_alive_ack", NONE, 0, DEC, NULL, "Answer to Keep-Alive", \
      "Answers a keep-alive: still here.", "RFC 9293 §3.8.4", WT_STORY) \
    F(A_DUPLICATE_ACK, "tcp.analysis.duplicate_ack", NONE, 0, DEC, NULL, "Duplicate Acknowledgment", \
      "The same acknowledgment again: something arrived, but the piece wanted next did not.", "RFC 5681 §2", \
      WT_STORY) \
    F(DUPLICATE_NUM, "tcp.analysis.duplicate_ack_num", U32, 0, DEC, NULL, "Duplicate ACK Number", \
      "How many times this was repeated so far; at the third a sender sends the missing piece again at once.", \
      "RFC 5681 §3.2", WT_STORY) \
    F(DUPLICATE_FRAME, "tcp.analysis.duplicate_ack_frame", FRAME, 0, DEC, NULL, "Duplicate of Frame", \
      "The frame that acknowledged this first.", "RFC 5681 §2", 0) \
    F(A_ZERO_PROBE, "tcp.analysis.zero_window_probe", NONE, 0, DEC, NULL, "Zero Window Probe", \
      "One byte sent into a closed window, to learn whether there is room again.", "RFC 9293 §3.8.6.1", WT_STORY) \
    F(A_ZERO_WINDOW, "tcp.analysis.zero_window", NONE, 0, DEC, NULL, "Zero Window", \
      "The sender of this has no room left: its program reads too slowly; please pause.", "RFC 9293 §3.8.6", \
      WT_STORY) \
    F(A_ZERO_PROBE_ACK, "tcp.analysis.zero_window_probe_ack", NONE, 0, DEC, NULL, "Answer to Zero Window Probe", \
      "Answers a probe: still no room.", "RFC 9293 §3.8.6.1", WT_STORY) \
    F(RTO, "tcp.analysis.rto", RELTIME, 0, DEC, NULL, "Time until Sent Again", \
      "How long after the oldest unacknowledged segment this retransmission came.", "RFC 6298 §5", WT_STORY) \
    F(RTO_FRAME, "tcp.analysis.rto_frame", FRAME, 0, DEC, NULL, "Counted from Frame", \
      "The frame from which the time until the retransmission is counted.", "RFC 6298 §5", 0)

#define TCP_OPTION_FIELDS(F) \
    F(OPTIONS, "tcp.options", BYTES, 0, DEC, NULL, "Options", \
      "Extras that the two sides agree on or tell each other, padded to a multiple of 4 bytes.", \
      "RFC 9293 §3.2", 0) \
    F(KIND, "tcp.option_kind", U8, 0, DEC, &wt_tcp_option_kind, "Kind", "Which option this is.", "RFC 9293 §3.2", 0) \
    F(OPT_LEN, "tcp.option_len", U8, 0, DEC, NULL, "Length", \
      "Bytes of this option, its kind and length included, so that unknown ones can be skipped.", \
      "RFC 9293 §3.2", 0) \
    F(O_EOL, "tcp.options.eol", BYTES, 0, DEC, NULL, "End of Option List", \
      "Nothing after this is an option; the rest pads the header.", "RFC 9293 §3.2", 0) \
    F(O_NOP, "tcp.options.nop", BYTES, 0, DEC, NULL, "No Operation", \
      "Does nothing: moves the next option to a convenient place.", "RFC 9293 §3.2", 0) \
    F(O_MSS, "tcp.options.mss", BYTES, 0, DEC, NULL, "Maximum Segment Size", \
      "Sent while opening: how much data I can take in one segment.", "RFC 9293 §3.7.1", 0) \
    F(MSS, "tcp.options.mss_val", U16, 0, DEC, NULL, "MSS Value", \
      "The most data bytes the sender of this wants in one segment: 1460 suits Ethernet with IPv4.", \
      "RFC 9293 §3.7.1", WT_STORY) \
    F(O_WSCALE, "tcp.options.wscale", BYTES, 0, DEC, NULL, "Window Scale", \
      "Sent while opening: my windows are to be multiplied, for they can be more than 65535 bytes.", \
      "RFC 7323 §2.2", 0) \
    F(WS_SHIFT, "tcp.options.wscale.shift", U8, 0, DEC, NULL, "Shift Count", \
      "How many bits this side's later windows are shifted left; at most 14.", "RFC 7323 §2.2", 0) \
    F(WS_MULTIPLIER, "tcp.options.wscale.multiplier", U16, 0, DEC, NULL, "Window Multiplier", \
      "What this side's later windows are multiplied by: 2 to the power of the shift count.", "RFC 7323 §2.2", \
      WT_STORY) \
    F(O_SACK_PERM, "tcp.options.sack_perm", BYTES, 0, DEC, NULL, "SACK Permitted", \
      "Sent while opening: I understand selective acknowledgments, which name islands of received data.", \
      "RFC 2018 §2", WT_STORY) \
    F(O_SACK, "tcp.options.sack", BYTES, 0, DEC, NULL, "Selective Acknowledgment", \
      "Names stretches that arrived beyond a hole, so that only the hole is sent again.", "RFC 2018 §3", 0) \
    F(SACK_LE, "tcp.options.sack_le", U32, 0, DEC, NULL, "Left Edge", \
      "First byte of a stretch that arrived beyond a hole.", "RFC 2018 §3", WT_STORY) \
    F(SACK_RE, "tcp.options.sack_re", U32, 0, DEC, NULL, "Right Edge", \
      "The byte after the last one of that stretch.", "RFC 2018 §3", WT_STORY) \
    F(SACK_COUNT, "tcp.options.sack.count", U8, 0, DEC, NULL, "Number of Stretches", \
      "How many stretches this option names; at most 4 fit.", "RFC 2018 §3", 0) \
    F(DSACK_LE, "tcp.options.sack.dsack_le", U32, 0, DEC, NULL, "Duplicate's Left Edge", \
      "First byte of something that arrived twice: the sender learns that it repeated needlessly.", \
      "RFC 2883 §4", 0) \
    F(DSACK_RE, "tcp.options.sack.dsack_re", U32, 0, DEC, NULL, "Duplicate's Right Edge", \
      "The byte after the last one that arrived twice.", "RFC 2883 §4", 0) \
    F(O_ECHO, "tcp.options.echo", BYTES, 0, DEC, NULL, "Echo", \
      "An early way to measure the round trip; timestamps replaced it.", "RFC 1072 §3", 0) \
    F(ECHO_VALUE, "tcp.options.echo_value", U32, 0, DEC, NULL, "Echo Value", \
      "Four bytes that the other side is to send back, or sends back.", "RFC 1072 §3", 0) \
    F(O_TIMESTAMP, "tcp.options.timestamp", BYTES, 0, DEC, NULL, "Timestamps", \
      "Clock readings that measure the round trip and tell old segments from new ones.", "RFC 7323 §3", 0) \
    F(TSVAL, "tcp.options.timestamp.tsval", U32, 0, DEC, NULL, "Timestamp Value", \
      "The sender's clock when it sent this; the unit is its own affair.", "RFC 7323 §3.2", 0) \
    F(TSECR, "tcp.options.timestamp.tsecr", U32, 0, DEC, NULL, "Timestamp Echo Reply", \
      "The other side's latest clock reading, sent back so that it can compute the round trip.", \
      "RFC 7323 §3.2", 0) \
    F(O_CC, "tcp.options.cc", BYTES, 0, DEC, NULL, "Connection Count", \
      "Part of T/TCP, an abandoned way to open connections faster.", "RFC 1644 §2.2", 0) \
    F(CC_VALUE, "tcp.options.cc_value", U32, 0, DEC, NULL, "Connection Count", \
      "The number of this connection between the two hosts, for T/TCP.", "RFC 1644 §2.2", 0) \
    F(O_MD5, "tcp.options.md5", BYTES, 0, DEC, NULL, "MD5 Signature", \
      "Proves with a shared password that the segment is not forged; routers protect BGP with it.", \
      "RFC 2385 §2", 0) \
    F(MD5_DIGEST, "tcp.options.md5.digest", BYTES, 0, DEC, NULL, "MD5 Digest", \
      "The MD5 hash over addresses, header, data and the password.", "RFC 2385 §2", 0) \
    F(O_AO, "tcp.options.ao", BYTES, 0, DEC, NULL, "Authentication Option", \
      "Proves that the segment is not forged, with keys that can be changed while connected.", \
      "RFC 5925 §2.2", 0) \
    F(AO_KEYID, "tcp.options.ao.keyid", U8, 0, DEC, NULL, "Key ID", \
      "Which of the keys both sides hold made this segment's code.", "RFC 5925 §2.2", 0) \
    F(AO_RNEXT, "tcp.options.ao.rnextkeyid", U8, 0, DEC, NULL, "Next Key ID", \
      "The key the sender is ready to see in what it receives.", "RFC 5925 §2.2", 0) \
    F(AO_MAC, "tcp.options.ao.mac", BYTES, 0, DEC, NULL, "Message Authentication Code", \
      "The code over the segment that only holders of the key can make.", "RFC 5925 §2.2", 0) \
    F(O_QS, "tcp.options.qs", BYTES, 0, DEC, NULL, "Quick-Start Response", \
      "Tells the sender at which rate the routers on the way agreed that it may start.", "RFC 4782 §4.2", 0) \
    F(QS_RATE, "tcp.options.qs.rate", U8, 0x0f, DEC, &wt_tcp_qs_rate, "Rate", \
      "The rate that every router on the way approved.", "RFC 4782 §3.1", 0) \
    F(QS_TTL, "tcp.options.qs.ttl_diff", U8, 0, DEC, NULL, "TTL Difference", \
      "Shows whether every router on the way took part in the request.", "RFC 4782 §4.2", 0) \
    F(O_USER_TO, "tcp.options.user_to", BYTES, 0, DEC, NULL, "User Timeout", \
      "How long the sender lets data stay unacknowledged before it gives up.", "RFC 5482 §3", 0) \
    F(USER_TO_GRANULARITY, "tcp.options.user_to_granularity", U16, 0x8000, FLAG, NULL, "In Minutes", \
      "Set if the timeout counts minutes, not seconds.", "RFC 5482 §4", 0) \
    F(USER_TO_VALUE, "tcp.options.user_to_val", U16, 0x7fff, DEC, NULL, "User Timeout", \
      "The timeout in seconds or minutes.", "RFC 5482 §4", 0) \
    F(O_TFO, "tcp.options.tfo", BYTES, 0, DEC, NULL, "Fast Open", \
      "Lets a client that was here before send data with its SYN and save a round trip.", "RFC 7413 §4.1", 0) \
    F(TFO_REQUEST, "tcp.options.tfo.request", NONE, 0, DEC, NULL, "Cookie Request", \
      "Asks the server for a cookie to use the next time.", "RFC 7413 §4.1", WT_STORY) \
    F(TFO_COOKIE, "tcp.options.tfo.cookie", BYTES, 0, DEC, NULL, "Cookie", \
      "Shows the server that this client owns its address, as it could receive this before.", "RFC 7413 §4.1", \
      WT_STORY) \
    F(O_EXP, "tcp.options.experimental", BYTES, 0, DEC, NULL, "Experiment", \
      "An option number set aside for trying things out; the next bytes say which experiment.", \
      "RFC 6994 §3", 0) \
    F(EXP_ID, "tcp.options.experimental.exid", U16, 0, HEX, &wt_tcp_exp_id, "Experiment Identifier", \
      "Which experiment this is, so that two of them do not take each other's options for their own.", \
      "RFC 6994 §3", 0) \
    F(EXP_DATA, "tcp.options.experimental.data", BYTES, 0, DEC, NULL, "Data", \
      "What the experiment sends.", "RFC 6994 §3", 0) \
    F(O_ACC_ECN, "tcp.options.acc_ecn", BYTES, 0, DEC, NULL, "Accurate ECN", \
      "Counts bytes that arrived with each congestion mark, for finer reactions to congestion.", \
      "RFC 9768 §3.2.3", 0) \
    F(ECN_EE0B, "tcp.options.acc_ecn.ee0b", U24, 0, DEC, NULL, "ECT(0) Bytes", \
      "Bytes that arrived marked ECT(0), counted modulo 2 to the 24.", "RFC 9768 §3.2.3", 0) \
    F(ECN_ECEB, "tcp.options.acc_ecn.eceb", U24, 0, DEC, NULL, "CE Bytes", \
      "Bytes that arrived marked as having met congestion, counted modulo 2 to the 24.", "RFC 9768 §3.2.3", 0) \
    F(ECN_EE1B, "tcp.options.acc_ecn.ee1b", U24, 0, DEC, NULL, "ECT(1) Bytes", \
      "Bytes that arrived marked ECT(1), counted modulo 2 to the 24.", "RFC 9768 §3.2.3", 0) \
    F(O_SCPS, "tcp.options.scps", BYTES, 0, DEC, NULL, "SCPS Capabilities", \
      "Names the space-link extensions of TCP that the sender understands.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_VECTOR, "tcp.options.scps.vector", U8, 0, HEX, NULL, "Capabilities", \
      "The extensions that the sender can use, a bit for each.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_BETS, "tcp.options.scpsflags.bets", U8, 0x80, FLAG, NULL, "Partial Reliability", \
      "Can go on past data that never arrives.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_SNACK1, "tcp.options.scpsflags.snack1", U8, 0x40, FLAG, NULL, "Short SNACK", \
      "Understands the short form of negative acknowledgments.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_SNACK2, "tcp.options.scpsflags.snack2", U8, 0x20, FLAG, NULL, "Long SNACK", \
      "Understands the long form of negative acknowledgments.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_COMPRESS, "tcp.options.scpsflags.compress", U8, 0x10, FLAG, NULL, "Header Compression", \
      "Can send and receive compressed headers.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_NLTS, "tcp.options.scpsflags.nlts", U8, 0x08, FLAG, NULL, "Network-Layer Timestamps", \
      "Timestamps can be taken from the network layer.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_RESERVED, "tcp.options.scpsflags.reserved", U8, 0x07, DEC, NULL, "Reserved", \
      "Kept for future use.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_BIND_ID, "tcp.options.scps.binding.id", U8, 0, DEC, NULL, "Binding Space", \
      "Which group's extensions the next bytes are about.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_BIND_LEN, "tcp.options.scps.binding.len", U8, 0xf0, DEC, NULL, "Extended Length", \
      "How long this group's extension is, in units of 2 bytes.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(SCPS_CONNECTION, "tcp.options.scps.binding", U8, 0, DEC, NULL, "Connection ID", \
      "Names the connection where headers are compressed.", "CCSDS 714.0-B-2 §3.2.3", 0) \
    F(O_SNACK, "tcp.options.snack", BYTES, 0, DEC, NULL, "Selective Negative Acknowledgment", \
      "Names a hole in the received data, instead of what did arrive.", "CCSDS 714.0-B-2 §3.5", 0) \
    F(SNACK_OFFSET, "tcp.options.snack.offset", U16, 0, DEC, NULL, "Hole's Offset", \
      "How far behind the acknowledgment the hole begins, in segments.", "CCSDS 714.0-B-2 §3.5", 0) \
    F(SNACK_SIZE, "tcp.options.snack.size", U16, 0, DEC, NULL, "Hole's Size", \
      "How long the hole is, in segments.", "CCSDS 714.0-B-2 §3.5", 0) \
    F(O_RECBOUND, "tcp.options.scpsrec", BYTES, 0, DEC, NULL, "Record Boundaries", \
      "Marks the end of a record in the stream.", "CCSDS 714.0-B-2 §3.4", 0) \
    F(O_CORRUPTION, "tcp.options.scpscor", BYTES, 0, DEC, NULL, "Corruption Experienced", \
      "Tells that data was lost to damage on the link, not to congestion.", "CCSDS 714.0-B-2 §3.2", 0) \
    F(O_UNKNOWN, "tcp.options.unknown", BYTES, 0, DEC, NULL, "Other Option", \
      "An option whose meaning wiretale does not know; its length lets everybody skip it.", "RFC 9293 §3.2", 0) \
    F(UNKNOWN_PAYLOAD, "tcp.options.unknown.payload", BYTES, 0, DEC, NULL, "Payload", \
      "The bytes of an option whose meaning is not known.", "RFC 9293 §3.2", 0)

#define MPTCP "RFC 8684 §3"
#define TCP_MPTCP_FIELDS(F) \
    F(O_MPTCP, "tcp.options.mptcp", BYTES, 0, DEC, NULL, "Multipath TCP", \
      "Lets one connection use several paths at once, such as Wi-Fi and mobile.", MPTCP, WT_OURS) \
    F(MP_SUBTYPE, "tcp.options.mptcp.subtype", U8, 0xf0, DEC, &wt_tcp_mptcp_subtype, "Subtype", \
      "Which of multipath TCP's messages this is.", MPTCP, WT_STORY) \
    F(MP_VERSION, "tcp.options.mptcp.version", U8, 0x0f, DEC, NULL, "Version", \
      "The version of multipath TCP that the sender wants to speak.", "RFC 8684 §3.1", 0) \
    F(MP_RESERVED, "tcp.options.mptcp.reserved", U16, 0xfff, HEX, NULL, "Reserved", \
      "Kept for future use.", MPTCP, 0) \
    F(MP_FLAGS, "tcp.options.mptcp.flags", U8, 0, HEX, NULL, "Flags", \
      "Bits whose meaning depends on the message.", MPTCP, 0) \
    F(MP_BACKUP, "tcp.options.mptcp.backup.flag", U8, 0x01, DEC, NULL, "Backup", \
      "Use this path only when the others fail.", "RFC 8684 §3.2", 0) \
    F(MP_CHECKSUM_REQ, "tcp.options.mptcp.checksumreq.flags", U8, 0x80, DEC, NULL, "Checksum Required", \
      "Data is to carry a checksum of its own, to find boxes on the way that change it.", "RFC 8684 §3.1", 0) \
    F(MP_EXTENSIBILITY, "tcp.options.mptcp.extensibility.flag", U8, 0x40, DEC, NULL, "Extensibility", \
      "Must be 0 in the versions known so far.", "RFC 8684 §3.1", 0) \
    F(MP_NO_MORE, "tcp.options.mptcp.nomoresubflows.flag", U8, 0x20, DEC, NULL, "No More Here", \
      "Open no further paths to this address and port.", "RFC 8684 §3.1", 0) \
    F(MP_SHA1, "tcp.options.mptcp.sha1.flag", U8, 0x01, DEC, NULL, "HMAC-SHA1", \
      "The keys are used with HMAC-SHA1, as in version 0.", "RFC 6824 §3.1", 0) \
    F(MP_SHA256, "tcp.options.mptcp.sha256.flag", U8, 0x01, DEC, NULL, "HMAC-SHA256", \
      "The keys are used with HMAC-SHA256, as in version 1.", "RFC 8684 §3.1", 0) \
    F(MP_FIN, "tcp.options.mptcp.datafin.flag", U8, 0x10, DEC, NULL, "DATA_FIN", \
      "The whole connection, not just this path, has no more data to send.", "RFC 8684 §3.3.3", WT_STORY) \
    F(MP_DSN8, "tcp.options.mptcp.dseqn8.flag", U8, 0x08, DEC, NULL, "Long Sequence Number", \
      "The data sequence number takes 8 bytes, not 4.", "RFC 8684 §3.3", 0) \
    F(MP_MAPPING, "tcp.options.mptcp.dseqnpresent.flag", U8, 0x04, DEC, NULL, "Mapping Present", \
      "The option says where this path's bytes belong in the whole connection.", "RFC 8684 §3.3", 0) \
    F(MP_ACK8, "tcp.options.mptcp.dataack8.flag", U8, 0x02, DEC, NULL, "Long Data ACK", \
      "The data acknowledgment takes 8 bytes, not 4.", "RFC 8684 §3.3", 0) \
    F(MP_ACK_PRESENT, "tcp.options.mptcp.dataackpresent.flag", U8, 0x01, DEC, NULL, "Data ACK Present", \
      "The option acknowledges data of the whole connection.", "RFC 8684 §3.3", 0) \
    F(MP_RESERVED_FLAG, "tcp.options.mptcp.reserved.flag", U8, 0x3e, HEX, NULL, "Reserved", \
      "Kept for future use.", "RFC 8684 §3.1", 0) \
    F(MP_FLAG_U, "tcp.options.mptcp.flag_U.flag", U8, 0x08, FLAG, NULL, "U", \
      "Kept for future use.", "RFC 8684 §3.6", 0) \
    F(MP_FLAG_V, "tcp.options.mptcp.flag_V.flag", U8, 0x04, FLAG, NULL, "V", \
      "Kept for future use.", "RFC 8684 §3.6", 0) \
    F(MP_FLAG_W, "tcp.options.mptcp.flag_W.flag", U8, 0x02, FLAG, NULL, "W", \
      "Kept for future use.", "RFC 8684 §3.6", 0) \
    F(MP_FLAG_T, "tcp.options.mptcp.flag_T.flag", U8, 0x01, FLAG, NULL, "Transient", \
      "The cause may pass: the path may be tried again later.", "RFC 8684 §3.6", 0) \
    F(MP_REASON, "tcp.options.mptcp.rst_reason", U8, 0, HEX, &wt_tcp_mptcp_reason, "Reset Reason", \
      "Why this path was closed.", "RFC 8684 §3.6", WT_STORY) \
    F(MP_ADDRID, "tcp.options.mptcp.addrid", U8, 0, DEC, NULL, "Address ID", \
      "The number by which the two sides refer to an address.", "RFC 8684 §3.4.1", 0) \
    F(MP_SENDKEY, "tcp.options.mptcp.sendkey", U64, 0, DEC, NULL, "Sender's Key", \
      "The sender's secret for this connection: later paths prove with it that they belong to it.", \
      "RFC 8684 §3.1", 0) \
    F(MP_RECVKEY, "tcp.options.mptcp.recvkey", U64, 0, DEC, NULL, "Receiver's Key", \
      "The other side's key, sent back to it.", "RFC 8684 §3.1", 0) \
    F(MP_TOKEN, "tcp.options.mptcp.recvtok", U32, 0, DEC, NULL, "Receiver's Token", \
      "Names the connection that this path is to join; made from the receiver's key.", "RFC 8684 §3.2", 0) \
    F(MP_RANDOM, "tcp.options.mptcp.sendrand", U32, 0, DEC, NULL, "Random Number", \
      "Makes the proof of each join different.", "RFC 8684 §3.2", 0) \
    F(MP_SHORT_HMAC, "tcp.options.mptcp.sendtrunchmac", U64, 0, DEC, NULL, "Sender's HMAC, Shortened", \
      "The sender's proof that it knows the keys, as far as it fits.", "RFC 8684 §3.2", 0) \
    F(MP_HMAC, "tcp.options.mptcp.sendhmac", BYTES, 0, DEC, NULL, "Sender's HMAC", \
      "The sender's proof that it knows the keys.", "RFC 8684 §3.2", 0) \
    F(MP_ADD_HMAC, "tcp.options.mptcp.addaddrtrunchmac", U64, 0, DEC, NULL, "HMAC, Shortened", \
      "Proves that the address is announced by the true partner.", "RFC 8684 §3.4.1", 0) \
    F(MP_DATA_ACK, "tcp.options.mptcp.rawdataack", U64, 0, DEC, NULL, "Data ACK", \
      "The next byte of the whole connection that is expected.", "RFC 8684 §3.3.2", 0) \
    F(MP_DSN, "tcp.options.mptcp.rawdataseqno", U64, 0, DEC, NULL, "Data Sequence Number", \
      "Where the mapped bytes belong in the whole connection.", "RFC 8684 §3.3", 0) \
    F(MP_SSN, "tcp.options.mptcp.subflowseqno", U32, 0, DEC, NULL, "Subflow Sequence Number", \
      "Where the mapped bytes begin on this path, counted from its opening.", "RFC 8684 §3.3", 0) \
    F(MP_DATA_LEN, "tcp.options.mptcp.datalvllen", U16, 0, DEC, NULL, "Data-Level Length", \
      "How many bytes the mapping covers.", "RFC 8684 §3.3", 0) \
    F(MP_CHECKSUM, "tcp.options.mptcp.checksum", U16, 0, HEX, NULL, "Checksum", \
      "A sum over the mapped data: finds boxes on the way that changed it.", "RFC 8684 §3.3", 0) \
    F(MP_IPVER, "tcp.options.mptcp.ipver", U8, 0x0f, DEC, NULL, "IP Version", \
      "Whether the announced address is IPv4 or IPv6.", "RFC 6824 §3.4.1", 0) \
    F(MP_ECHO, "tcp.options.mptcp.echo", U8, 0x01, DEC, NULL, "Echo", \
      "Repeats an announcement, to confirm that it arrived.", "RFC 8684 §3.4.1", 0) \
    F(MP_IPV4, "tcp.options.mptcp.ipv4", IPV4, 0, DEC, NULL, "Announced IPv4 Address", \
      "An address under which the sender can be reached too.", "RFC 8684 §3.4.1", WT_STORY) \
    F(MP_IPV6, "tcp.options.mptcp.ipv6", IPV6, 0, DEC, NULL, "Announced IPv6 Address", \
      "An address under which the sender can be reached too.", "RFC 8684 §3.4.1", WT_STORY) \
    F(MP_PORT, "tcp.options.mptcp.port", U16, 0, DEC, NULL, "Announced Port", \
      "The port to use with the announced address, if not the same one.", "RFC 8684 §3.4.1", 0) \
    F(MP_REMOVED, "mptcp.rm_addr.count", U8, 0, DEC, NULL, "Addresses Removed", \
      "How many addresses can no longer be used.", "RFC 8684 §3.4.2", 0)

#define TCP_FIELDS(F) TCP_HEADER_FIELDS(F) TCP_ANALYSIS_FIELDS(F) TCP_OPTION_FIELDS(F) TCP_MPTCP_FIELDS(F)

WT_FIELD_IDS(TCP, TCP_FIELDS)

#endif
