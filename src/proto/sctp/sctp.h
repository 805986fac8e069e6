/* sctp.h - SCTP's rows, and what its files share (RFC 9260). */
#ifndef WT_PROTO_SCTP_H
#define WT_PROTO_SCTP_H

#include "core/proto.h"

extern const wt_values wt_sctp_chunks, wt_sctp_parameters, wt_sctp_causes, wt_sctp_payloads, wt_sctp_sums,
    wt_sctp_status, wt_sctp_families, wt_sctp_results, wt_sctp_hmacs, wt_sctp_counted;

#define WT_SCTP_HEAD(F) \
    F(SRCPORT, "sctp.srcport", U16, 0, DEC, NULL, "Source port", "Which program of the sender this is from.", \
      "RFC 9260 §3.1", WT_STORY) \
    F(DSTPORT, "sctp.dstport", U16, 0, DEC, NULL, "Destination port", "Which program of the receiver this is for.", \
      "RFC 9260 §3.1", WT_STORY) \
    F(PORT, "sctp.port", U16, 0, DEC, NULL, "Port", \
      "Either port, for filters that do not care about the direction.", "RFC 9260 §3.1", WT_ALIAS) \
    F(TAG, "sctp.verification_tag", U32, 0, HEX, NULL, "Verification tag", \
      "A secret of the association, without which nobody can slip in packets; 0 where it is only asked for.", \
      "RFC 9260 §3.1", 0) \
    F(ASSOC_INDEX, "sctp.assoc_index", U16, 0, DEC, &wt_sctp_counted, "Association index", \
      "Wireshark counts associations only if told to, and this says that it was not; see the stream index.", \
      "wiretale docs/architecture.md", 0) \
    F(STREAM, "sctp.stream", U32, 0, DEC, NULL, "Stream Index", \
      "The number of this association in the capture, counted from 0 as wiretale meets them.", \
      "wiretale docs/architecture.md", WT_STORY | WT_OURS) \
    F(CHECKSUM, "sctp.checksum", U32, 0, HEX, NULL, "Checksum", \
      "Lets the receiver find damage in the whole packet.", "RFC 9260 §6.8", 0) \
    F(STATUS, "sctp.checksum.status", U8, 0, DEC, &wt_sctp_status, "Checksum Status", \
      "Left open, as which sum it is has to be guessed; see the checksum's kind.", "RFC 9260 §6.8", 0) \
    F(KIND, "sctp.checksum.kind", U8, 0, DEC, &wt_sctp_sums, "Checksum Kind", \
      "Which sum over the captured bytes gives this checksum.", "RFC 3309 §1", WT_OURS) \
    F(CHUNK, "sctp.chunk_type", U8, 0, DEC, &wt_sctp_chunks, "Chunk type", \
      "What this piece of the packet is for; a packet carries several.", "RFC 9260 §3.2", WT_STORY) \
    F(CHUNK_BIT1, "sctp.chunk_bit_1", U8, 0x80, FLAG, NULL, "If unknown, skip it", \
      "For receivers that don't know this type: set, they go on behind it; not set, they drop the rest of " \
      "the packet.", \
      "RFC 9260 §3.2", 0) \
    F(CHUNK_BIT2, "sctp.chunk_bit_2", U8, 0x40, FLAG, NULL, "If unknown, report it", \
      "For receivers that don't know this type: set, they say so.", "RFC 9260 §3.2", 0) \
    F(FLAGS, "sctp.chunk_flags", U8, 0, HEX, NULL, "Chunk flags", "What they mean depends on the type.", \
      "RFC 9260 §3.2", 0) \
    F(I, "sctp.data_i_bit", U8, 0x08, FLAG, NULL, "I-Bit", "Set: acknowledge this at once.", "RFC 9260 §3.3.1", 0) \
    F(U, "sctp.data_u_bit", U8, 0x04, FLAG, NULL, "U-Bit", "Set: this message may overtake others.", \
      "RFC 9260 §3.3.1", 0) \
    F(B, "sctp.data_b_bit", U8, 0x02, FLAG, NULL, "B-Bit", "Set: the message begins here.", "RFC 9260 §3.3.1", 0) \
    F(E, "sctp.data_e_bit", U8, 0x01, FLAG, NULL, "E-Bit", "Set: the message ends here.", "RFC 9260 §3.3.1", 0) \
    F(NOUNCE, "sctp.sack_nounce_sum", U8, 0x01, DEC, NULL, "Nounce sum", \
      "For finding receivers that lie about congestion; long unused.", "RFC 3540 §2", 0) \
    F(NR_NOUNCE, "sctp.nr_sack_nounce_sum", U8, 0x01, DEC, NULL, "Nounce sum", \
      "For finding receivers that lie about congestion; long unused.", "RFC 3540 §2", 0) \
    F(ABORT_T, "sctp.abort_t_bit", U8, 0x01, FLAG, NULL, "T-Bit", \
      "Set: the sender knows nothing of the association, and gives the packet's own tag back.", "RFC 9260 §3.3.7", \
      0) \
    F(COMPLETE_T, "sctp.shutdown_complete_t_bit", U8, 0x01, FLAG, NULL, "T-Bit", \
      "Set: the sender knows nothing of the association, and gives the packet's own tag back.", "RFC 9260 §3.3.13", \
      0) \
    F(DROP_M, "sctp.pckdrop_m_bit", U8, 0x01, FLAG, NULL, "M-Bit", "Set: a box on the way dropped the packet.", \
      "draft-stewart-sctp-pktdrprep", 0) \
    F(DROP_B, "sctp.pckdrop_b_bit", U8, 0x02, FLAG, NULL, "B-Bit", "Set: its checksum was wrong.", \
      "draft-stewart-sctp-pktdrprep", 0) \
    F(DROP_T, "sctp.pckdrop_t_bit", U8, 0x04, FLAG, NULL, "T-Bit", "Set: not all of it is given back here.", \
      "draft-stewart-sctp-pktdrprep", 0) \
    F(LENGTH, "sctp.chunk_length", U16, 0, DEC, NULL, "Chunk length", \
      "Bytes of the chunk, these four included, what fills it up not.", "RFC 9260 §3.2", 0) \
    F(PADDING, "sctp.chunk_padding", BYTES, 0, DEC, NULL, "Chunk padding", \
      "Fills the chunk up to a multiple of four bytes.", "RFC 9260 §3.2", 0) \
    F(VALUE, "sctp.chunk_value", BYTES, 0, DEC, NULL, "Chunk value", "A chunk of a type not taken apart here.", \
      "RFC 9260 §3.2", 0)

#define WT_SCTP_DATA(F) \
    F(TSN, "sctp.data_tsn", U32, 0, DEC, NULL, "TSN (relative)", \
      "Numbers the pieces of data, counted here from the sender's first.", "RFC 9260 §3.3.1", WT_STORY) \
    F(TSN_RAW, "sctp.data_tsn_raw", U32, 0, DEC, NULL, "TSN (absolute)", "The same as it is on the wire.", \
      "RFC 9260 §3.3.1", 0) \
    F(SID, "sctp.data_sid", U16, 0, HEX, NULL, "Stream identifier", \
      "Which of the association's streams: a loss in one does not hold up the others.", "RFC 9260 §3.3.1", WT_STORY) \
    F(SSN, "sctp.data_ssn", U16, 0, DEC, NULL, "Stream sequence number", "The message's place in its stream.", \
      "RFC 9260 §3.3.1", 0) \
    F(RESERVED, "sctp.data_reserved", U16, 0, DEC, NULL, "Reserved", "Zero.", "RFC 8260 §2.1", 0) \
    F(MID, "sctp.data_mid", U32, 0, DEC, NULL, "Message identifier", "The message's place in its stream.", \
      "RFC 8260 §2.1", 0) \
    F(PPID, "sctp.data_payload_proto_id", U32, 0, DEC, &wt_sctp_payloads, "Payload protocol", \
      "What the message is, as its sender says; SCTP itself does not look.", "RFC 9260 §3.3.1", WT_STORY) \
    F(FSN, "sctp.data_fsn", U32, 0, DEC, NULL, "Fragment sequence number", "This part's place in its message.", \
      "RFC 8260 §2.1", 0) \
    F(AGAIN, "sctp.retransmission", FRAME, 0, DEC, NULL, "Sent before in frame", \
      "The data came before, in that frame.", "RFC 9260 §6.3.3", WT_STORY) \
    F(AGAIN_TIME, "sctp.retransmission_time", RELTIME, 0, DEC, NULL, "Retransmitted after", "How long after that.", \
      "RFC 9260 §6.3.3", 0) \
    F(FRAGMENTS, "sctp.fragments", NONE, 0, DEC, NULL, "Reassembled SCTP Fragments", \
      "The parts that the message came in.", "RFC 9260 §6.9", WT_STORY) \
    F(FRAGMENT, "sctp.fragment", FRAME, 0, DEC, NULL, "SCTP Fragment", "A frame with a part of it.", \
      "RFC 9260 §6.9", WT_STORY) \
    F(CUM, "sctp.sack_cumulative_tsn_ack", U32, 0, DEC, NULL, "Cumulative TSN (relative)", \
      "Everything up to this number has arrived, counted from the other end's first.", "RFC 9260 §3.3.4", WT_STORY) \
    F(CUM_RAW, "sctp.sack_cumulative_tsn_ack_raw", U32, 0, DEC, NULL, "Cumulative TSN (absolute)", \
      "The same as it is on the wire.", "RFC 9260 §3.3.4", 0) \
    F(ACK, "sctp.acks.tsn", U32, 0, DEC, NULL, "Acknowledges TSN", \
      "Acknowledged here for the first time, counted from the other end's first.", "RFC 9260 §6.2.1", WT_OURS) \
    F(ACK_FRAME, "sctp.acks.frame", FRAME, 0, DEC, NULL, "Which was sent in frame", "Where that data was sent.", \
      "RFC 9260 §6.2.1", WT_OURS) \
    F(RTT, "sctp.acks.rtt", RELTIME, 0, DEC, NULL, "Round-trip time", \
      "How long after the data its acknowledgment passed here.", "RFC 9260 §6.3.1", WT_OURS) \
    F(RWND, "sctp.sack_a_rwnd", U32, 0, DEC, NULL, "Receiver window (a_rwnd)", \
      "For how many more bytes the receiver has room.", "RFC 9260 §3.3.4", WT_STORY) \
    F(GAPS, "sctp.sack_number_of_gap_blocks", U16, 0, DEC, NULL, "Gap blocks", \
      "How many runs have arrived behind something that is missing.", "RFC 9260 §3.3.4", 0) \
    F(DUPS, "sctp.sack_number_of_duplicated_tsns", U16, 0, DEC, NULL, "Duplicated TSNs", \
      "How many came more than once.", "RFC 9260 §3.3.4", 0) \
    F(START, "sctp.sack_gap_block_start", U16, 0, DEC, NULL, "Start", \
      "Where such a run begins, behind the number above.", "RFC 9260 §3.3.4", 0) \
    F(START_TSN, "sctp.sack_gap_block_start_tsn", U32, 0, DEC, NULL, "Start TSN", "The same as a relative TSN.", \
      "RFC 9260 §3.3.4", 0) \
    F(END, "sctp.sack_gap_block_end", U16, 0, DEC, NULL, "End", "Where it ends.", "RFC 9260 §3.3.4", 0) \
    F(END_TSN, "sctp.sack_gap_block_end_tsn", U32, 0, DEC, NULL, "End TSN", "The same as a relative TSN.", \
      "RFC 9260 §3.3.4", 0) \
    F(GAP_ACKED, "sctp.sack_number_of_tsns_gap_acked", U32, 0, DEC, NULL, "TSNs in gap blocks", \
      "How many pieces those are.", "RFC 9260 §3.3.4", 0) \
    F(DUP, "sctp.sack_duplicate_tsn", U32, 0, DEC, NULL, "Duplicate TSN", "Came more than once.", "RFC 9260 §3.3.4", \
      0) \
    F(NR_CUM, "sctp.nr_sack_cumulative_tsn_ack", U32, 0, DEC, NULL, "Cumulative TSN ACK", \
      "Everything up to this number has arrived.", "draft-tuexen-tsvwg-sctp-multipath §4", 0) \
    F(NR_RWND, "sctp.nr_sack_a_rwnd", U32, 0, DEC, NULL, "Receiver window (a_rwnd)", \
      "For how many more bytes the receiver has room.", "draft-tuexen-tsvwg-sctp-multipath §4", 0) \
    F(NR_GAPS, "sctp.nr_sack_number_of_gap_blocks", U16, 0, DEC, NULL, "Gap blocks", \
      "How many runs have arrived and may still be dropped.", "draft-tuexen-tsvwg-sctp-multipath §4", 0) \
    F(NR_NR_GAPS, "sctp.nr_sack_number_of_nr_gap_blocks", U16, 0, DEC, NULL, "Gap blocks for good", \
      "How many runs have arrived for good.", "draft-tuexen-tsvwg-sctp-multipath §4", 0) \
    F(NR_DUPS, "sctp.nr_sack_number_of_duplicated_tsns", U16, 0, DEC, NULL, "Duplicated TSNs", \
      "How many came more than once.", "draft-tuexen-tsvwg-sctp-multipath §4", 0) \
    F(NR_RESERVED, "sctp.nr_sack_reserved", U16, 0, HEX, NULL, "Reserved", "Zero.", \
      "draft-tuexen-tsvwg-sctp-multipath §4", 0)

#define WT_SCTP_CHUNKS(F) \
    F(INIT_TAG, "sctp.init_initiate_tag", U32, 0, HEX, NULL, "Initiate tag", \
      "What the other end shall put into its packets as verification tag.", "RFC 9260 §3.3.2", 0) \
    F(INIT_CREDIT, "sctp.init_credit", U32, 0, DEC, NULL, "Receiver window (a_rwnd)", \
      "For how many bytes the sender of this has room.", "RFC 9260 §3.3.2", WT_STORY) \
    F(INIT_OUT, "sctp.init_nr_out_streams", U16, 0, DEC, NULL, "Number of outbound streams", \
      "How many streams it would like to send.", "RFC 9260 §3.3.2", WT_STORY) \
    F(INIT_IN, "sctp.init_nr_in_streams", U16, 0, DEC, NULL, "Number of inbound streams", \
      "How many streams it takes at most.", "RFC 9260 §3.3.2", WT_STORY) \
    F(INIT_TSN, "sctp.init_initial_tsn", U32, 0, DEC, NULL, "Initial TSN", \
      "The number that its first piece of data will have.", "RFC 9260 §3.3.2", 0) \
    F(INITACK_TAG, "sctp.initack_initiate_tag", U32, 0, HEX, NULL, "Initiate tag", \
      "What the other end shall put into its packets as verification tag.", "RFC 9260 §3.3.3", 0) \
    F(INITACK_CREDIT, "sctp.initack_credit", U32, 0, DEC, NULL, "Receiver window (a_rwnd)", \
      "For how many bytes the sender of this has room.", "RFC 9260 §3.3.3", WT_STORY) \
    F(INITACK_OUT, "sctp.initack_nr_out_streams", U16, 0, DEC, NULL, "Number of outbound streams", \
      "How many streams it sends.", "RFC 9260 §3.3.3", WT_STORY) \
    F(INITACK_IN, "sctp.initack_nr_in_streams", U16, 0, DEC, NULL, "Number of inbound streams", \
      "How many streams it takes at most.", "RFC 9260 §3.3.3", WT_STORY) \
    F(INITACK_TSN, "sctp.initack_initial_tsn", U32, 0, DEC, NULL, "Initial TSN", \
      "The number that its first piece of data will have.", "RFC 9260 §3.3.3", 0) \
    F(COOKIE, "sctp.cookie", BYTES, 0, DEC, NULL, "Cookie", \
      "Given back as it came: in it the other end wrote down all that it would else have to remember.", \
      "RFC 9260 §3.3.11", WT_STORY) \
    F(SHUTDOWN_CUM, "sctp.shutdown_cumulative_tsn_ack", U32, 0, DEC, NULL, "Cumulative TSN Ack", \
      "Everything up to this number has arrived.", "RFC 9260 §3.3.8", 0) \
    F(ECNE, "sctp.ecne_lowest_tsn", U32, 0, DEC, NULL, "Lowest TSN", "The data whose packet met congestion.", \
      "RFC 4960 Appendix A", WT_STORY) \
    F(CWR, "sctp.cwr_lowest_tsn", U32, 0, DEC, NULL, "Lowest TSN", "For this data the sender slowed down.", \
      "RFC 4960 Appendix A", WT_STORY) \
    F(KEY, "sctp.shared_key_id", U16, 0, DEC, NULL, "Shared key identifier", \
      "Which of the keys that both ends share.", "RFC 4895 §4.1", 0) \
    F(HMAC, "sctp.hmac", BYTES, 0, DEC, NULL, "HMAC", \
      "Proves that the following chunks come from who knows the key.", "RFC 4895 §4.1", 0) \
    F(FWD, "sctp.forward_tsn_tsn", U32, 0, DEC, NULL, "New cumulative TSN", \
      "Everything up to this is given up: don't wait for it.", "RFC 3758 §3.2", WT_STORY) \
    F(FWD_SID, "sctp.forward_tsn_sid", U16, 0, DEC, NULL, "Stream identifier", \
      "A stream in which something is skipped.", "RFC 3758 §3.2", 0) \
    F(FWD_SSN, "sctp.forward_tsn_ssn", U16, 0, DEC, NULL, "Stream sequence number", \
      "The last message skipped in it.", "RFC 3758 §3.2", 0) \
    F(IFWD, "sctp.i_forward_tsn_tsn", U32, 0, DEC, NULL, "New cumulative TSN", \
      "Everything up to this is given up: don't wait for it.", "RFC 8260 §2.3.1", WT_STORY) \
    F(IFWD_SID, "sctp.i_forward_tsn_sid", U16, 0, DEC, NULL, "Stream identifier", \
      "A stream in which something is skipped.", "RFC 8260 §2.3.1", 0) \
    F(IFWD_FLAGS, "sctp.i_forward_tsn_flags", U16, 0, HEX, NULL, "Flags", "What kind of messages are skipped.", \
      "RFC 8260 §2.3.1", 0) \
    F(IFWD_RES, "sctp.i_forward_tsn_res", U16, 0xfffe, DEC, NULL, "Reserved", "Zero.", "RFC 8260 §2.3.1", 0) \
    F(IFWD_U, "sctp.i_forward_tsn_u_bit", U16, 0x0001, FLAG, NULL, "U-Bit", "Set: those that may overtake others.", \
      "RFC 8260 §2.3.1", 0) \
    F(IFWD_MID, "sctp.forward_tsn_mid", U32, 0, DEC, NULL, "Message identifier", \
      "The last message skipped in the stream.", "RFC 8260 §2.3.1", 0) \
    F(ASCONF, "sctp.asconf_seq_nr_number", U32, 0, HEX, NULL, "Sequence number", \
      "Numbers the changes, so that each is made once.", "RFC 5061 §4.1.1", 0) \
    F(ASCONF_ACK, "sctp.asconf_ack_seq_nr_number", U32, 0, HEX, NULL, "Sequence number", \
      "The change that is answered.", "RFC 5061 §4.1.2", 0) \
    F(DROP_BANDWIDTH, "sctp.pktdrop_bandwidth", U32, 0, DEC, NULL, "Bandwidth", \
      "How many bytes a second the link takes.", "draft-stewart-sctp-pktdrprep", 0) \
    F(DROP_QUEUE, "sctp.pktdrop_queuesize", U32, 0, DEC, NULL, "Queuesize", "How many bytes wait there.", \
      "draft-stewart-sctp-pktdrprep", 0) \
    F(DROP_TRUNCATED, "sctp.pktdrop_truncated_length", U16, 0, DEC, NULL, "Truncated length", \
      "How long the packet was.", "draft-stewart-sctp-pktdrprep", 0) \
    F(DROP_RESERVED, "sctp.pktdrop_reserved", U16, 0, DEC, NULL, "Reserved", "Zero.", \
      "draft-stewart-sctp-pktdrprep", 0) \
    F(DROP_DATA, "sctp.pktdrop_datafield", BYTES, 0, DEC, NULL, "Data field", "The packet that was dropped.", \
      "draft-stewart-sctp-pktdrprep", 0) \
    F(PAD, "sctp.padding_data", BYTES, 0, DEC, NULL, "Padding data", \
      "Makes a packet as long as is wanted, to find out what a way can carry.", "RFC 4820 §3", 0)

#define WT_SCTP_PARAMETERS(F) \
    F(PARAM, "sctp.parameter_type", U16, 0, HEX, &wt_sctp_parameters, "Parameter type", "What the parameter is.", \
      "RFC 9260 §3.2.1", 0) \
    F(PARAM_BIT1, "sctp.parameter_bit_1", U16, 0x8000, FLAG, NULL, "If unknown, skip it", \
      "For receivers that don't know it: set, they go on behind it; not set, they stop there.", "RFC 9260 §3.2.1", \
      0) \
    F(PARAM_BIT2, "sctp.parameter_bit_2", U16, 0x4000, FLAG, NULL, "If unknown, report it", \
      "For receivers that don't know it: set, they say so.", "RFC 9260 §3.2.1", 0) \
    F(PARAM_LENGTH, "sctp.parameter_length", U16, 0, DEC, NULL, "Parameter length", \
      "Bytes of the parameter, these four included.", "RFC 9260 §3.2.1", 0) \
    F(PARAM_VALUE, "sctp.parameter_value", BYTES, 0, DEC, NULL, "Parameter value", \
      "A parameter of a type not taken apart here.", "RFC 9260 §3.2.1", 0) \
    F(PARAM_PADDING, "sctp.parameter_padding", BYTES, 0, DEC, NULL, "Parameter padding", \
      "Fills it up to a multiple of four bytes.", "RFC 9260 §3.2.1", 0) \
    F(P_IP4, "sctp.parameter_ipv4_address", IPV4, 0, DEC, NULL, "IP Version 4 address", \
      "An address of the sender: an association lives on over another one when a way breaks.", "RFC 9260 §3.3.2.1", \
      WT_STORY) \
    F(P_IP6, "sctp.parameter_ipv6_address", IPV6, 0, DEC, NULL, "IP Version 6 address", \
      "An address of the sender: an association lives on over another one when a way breaks.", "RFC 9260 §3.3.2.1", \
      WT_STORY) \
    F(P_HEARTBEAT, "sctp.parameter_heartbeat_information", BYTES, 0, DEC, NULL, "Heartbeat information", \
      "The answer gives it back.", "RFC 9260 §3.3.5", 0) \
    F(P_COOKIE, "sctp.parameter_state_cookie", BYTES, 0, DEC, NULL, "State cookie", \
      "All that the sender would have to remember, signed: so that floods of first packets cost it no memory.", \
      "RFC 9260 §3.3.3.1", WT_STORY) \
    F(P_PRESERVE, "sctp.parameter_cookie_preservative_incr", U32, 0, DEC, NULL, "Cookie good longer (ms)", \
      "How much longer the cookie should be good.", "RFC 9260 §3.3.2.1", 0) \
    F(P_HOST, "sctp.parameter_hostname", STRING, 0, DEC, NULL, "Hostname", \
      "A name instead of addresses; no longer allowed.", "RFC 9260 §3.3.2.1", 0) \
    F(P_FAMILY, "sctp.parameter_supported_address_type", U16, 0, DEC, &wt_sctp_families, "Supported address type", \
      "A kind of address that the sender can use.", "RFC 9260 §3.3.2.1", 0) \
    F(P_REQUEST, "sctp.parameter_reconfig_request_sequence_number", U32, 0, DEC, NULL, "Request number", \
      "Numbers the request.", "RFC 6525 §4.1", 0) \
    F(P_RESPONSE, "sctp.parameter_reconfig_response_sequence_number", U32, 0, DEC, NULL, "Response number", \
      "The request that is answered.", "RFC 6525 §4.4", 0) \
    F(P_LAST_TSN, "sctp.parameter_senders_last_assigned_tsn", U32, 0, DEC, NULL, "Senders last assigned TSN", \
      "The last data before the change.", "RFC 6525 §4.1", 0) \
    F(P_NEXT_TSN, "sctp.parameter_senders_next_tsn", U32, 0, DEC, NULL, "Senders next TSN", \
      "With what the sender goes on.", "RFC 6525 §4.4", 0) \
    F(P_PEER_TSN, "sctp.parameter_receivers_next_tsn", U32, 0, DEC, NULL, "Receivers next TSN", \
      "With what the receiver goes on.", "RFC 6525 §4.4", 0) \
    F(P_RESULT, "sctp.parameter_reconfig_response_result", U32, 0, DEC, &wt_sctp_results, "Result", \
      "Whether it was done.", "RFC 6525 §4.4", WT_STORY) \
    F(P_SID, "sctp.parameter_reconfig_sid", U16, 0, DEC, NULL, "Stream Identifier", "A stream that begins anew.", \
      "RFC 6525 §4.1", 0) \
    F(P_ADD_OUT, "sctp.parameter_add_outgoing_streams_number", U16, 0, DEC, NULL, "Number of streams", \
      "How many streams more the sender wants to send.", "RFC 6525 §4.5", 0) \
    F(P_ADD_OUT_RESERVED, "sctp.parameter_add_outgoing_streams_reserved", U16, 0, DEC, NULL, "Reserved", "Zero.", \
      "RFC 6525 §4.5", 0) \
    F(P_ADD_IN, "sctp.parameter_add_incoming_streams_number", U16, 0, DEC, NULL, "Number of streams", \
      "How many streams more the other end should send.", "RFC 6525 §4.6", 0) \
    F(P_ADD_IN_RESERVED, "sctp.parameter_add_incoming_streams_reserved", U16, 0, DEC, NULL, "Reserved", "Zero.", \
      "RFC 6525 §4.6", 0) \
    F(P_CORRELATION, "sctp.correlation_id", U32, 0, HEX, NULL, "Correlation_id", "Ties the answer to its request.", \
      "RFC 5061 §4.2.1", 0) \
    F(P_ADAPTATION, "sctp.adaptation_layer_indication", U32, 0, HEX, NULL, "Indication", \
      "For the programs at both ends: what runs on top.", "RFC 5061 §4.2.6", 0) \
    F(P_RANDOM, "sctp.random_number", BYTES, 0, DEC, NULL, "Random number", \
      "From both ends' numbers and the secret that they share the key is made.", "RFC 4895 §3.1", 0) \
    F(P_AUTH, "sctp.chunk_type_to_auth", U8, 0, DEC, &wt_sctp_chunks, "Chunk type", \
      "Chunks of this type shall come with a proof.", "RFC 4895 §3.2", 0) \
    F(HMAC_ID, "sctp.hmac_id", U16, 0, DEC, &wt_sctp_hmacs, "HMAC identifier", "How such a proof is made.", \
      "RFC 4895 §3.3", 0) \
    F(P_EXTENSION, "sctp.supported_chunk_type", U8, 0, DEC, &wt_sctp_chunks, "Supported chunk type", \
      "An extension that the sender knows.", "RFC 5061 §4.2.7", 0) \
    F(CAUSE, "sctp.cause_code", U16, 0, HEX, &wt_sctp_causes, "Cause code", "What went wrong.", "RFC 9260 §3.3.10", \
      WT_STORY) \
    F(CAUSE_LENGTH, "sctp.cause_length", U16, 0, DEC, NULL, "Cause length", "Bytes of it, these four included.", \
      "RFC 9260 §3.3.10", 0) \
    F(CAUSE_INFO, "sctp.cause_information", BYTES, 0, DEC, NULL, "Cause information", "What more is known of it.", \
      "RFC 9260 §3.3.10", 0) \
    F(CAUSE_PADDING, "sctp.cause_padding", BYTES, 0, DEC, NULL, "Cause padding", \
      "Fills it up to a multiple of four bytes.", "RFC 9260 §3.3.10", 0) \
    F(CAUSE_SID, "sctp.cause_stream_identifier", U16, 0, DEC, NULL, "Stream identifier", \
      "The stream that there is not.", "RFC 9260 §3.3.10.1", 0) \
    F(CAUSE_RESERVED, "sctp.cause_reserved", U16, 0, DEC, NULL, "Reserved", "Zero.", "RFC 9260 §3.3.10.1", 0) \
    F(CAUSE_MISSING, "sctp.cause_nr_of_missing_parameters", U32, 0, DEC, NULL, "Missing parameters", \
      "How many are missing.", "RFC 9260 §3.3.10.2", 0) \
    F(CAUSE_TYPE, "sctp.cause_missing_parameter_type", U16, 0, HEX, &wt_sctp_parameters, "Missing parameter", \
      "One that is missing.", "RFC 9260 §3.3.10.2", 0) \
    F(CAUSE_STALE, "sctp.cause_measure_of_staleness", U32, 0, DEC, NULL, "Staleness (µs)", \
      "Microseconds by which the cookie came too late.", "RFC 9260 §3.3.10.3", 0) \
    F(CAUSE_TSN, "sctp.cause_tsn", U32, 0, DEC, NULL, "TSN", "The piece that held no data.", "RFC 9260 §3.3.10.9", 0)

#define WT_SCTP_FIELDS(F) WT_SCTP_HEAD(F) WT_SCTP_DATA(F) WT_SCTP_CHUNKS(F) WT_SCTP_PARAMETERS(F)
WT_FIELD_IDS(SCTP, WT_SCTP_FIELDS)

enum { WT_SCTP_SENT = 128 };               /* pieces of each direction remembered, to meet them again; a power of two */

/* A piece of data that was sent. */
typedef struct wt_sctp_sent {
    uint32_t tsn;
    bool used, acked;
    uint64_t frame;
    int64_t time;
} wt_sctp_sent;

/* A part of a message, waiting for the others. */
typedef struct wt_sctp_part {
    struct wt_sctp_part *next;
    uint64_t frame;
    uint32_t tsn, length;
    uint16_t sid;
    uint8_t flags;
    uint8_t bytes[];
} wt_sctp_part;

typedef struct wt_sctp_way {
    bool seen, started, tagged;            /* started: `first` is known; tagged: `tag` is */
    uint32_t first, tag;
    uint32_t waiting, parts;               /* bytes and parts in `list` */
    wt_sctp_part *list;                    /* in the order of their numbers */
    wt_sctp_sent sent[WT_SCTP_SENT];
} wt_sctp_way;

typedef struct wt_sctp_state {
    wt_sctp_way way[2];
} wt_sctp_state;

/* A packet being read. */
typedef struct wt_sctp {
    wt_flow *flow;                         /* NULL: none could be had, or a packet that an ICMP error quotes */
    wt_sctp_state *state;
    int dir;
    uint32_t told;                         /* chunks that the headline tells of */
    bool data_told;                        /* … and its data */
    wt_cur packet;                         /* all of its chunks */
} wt_sctp;

void wt_sctp_chunk(wt_cur *c, wt_sctp *g, uint32_t type);
void wt_sctp_data(wt_cur *c, wt_sctp *g, bool numbered, uint32_t flags);
void wt_sctp_sack(wt_cur *c, wt_sctp *g);
void wt_sctp_nr_sack(wt_cur *c);
void wt_sctp_parameters_of(wt_cur *c);
void wt_sctp_causes_of(wt_cur *c);
/* What fills this up to a multiple of four bytes. */
void wt_sctp_fill(wt_cur *c, wt_fid f, uint32_t length);
/* The headline, after a comma if this is not the first chunk that it tells of; NULL if nobody wants one. */
wt_text *wt_sctp_tell(wt_cur *c, wt_sctp *g, const char *words);
/* The association of this packet, and its state; what it was before is forgotten if it begins anew. */
void wt_sctp_find(wt_cur *c, wt_sctp *g, uint32_t tag, uint32_t first_chunk);
void wt_sctp_forget_parts(wt_session *s, wt_sctp_way *w);

#endif
