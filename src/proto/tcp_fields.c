/* tcp_fields.c - TCP's table of fields and the names of their values. */
#include "proto/tcp.h"

static const wt_value checksum_status_rows[] = {
    WT_V(0, "Bad", "The sum does not agree: damaged, or the capture was made before the network card filled it in."),
    WT_V(1, "Good", "The sum agrees with the bytes captured."),
    WT_V(2, "Unverified", "Not all of the bytes that it covers were captured."),
};
const wt_values wt_tcp_checksum_status = {checksum_status_rows, 3};

static const wt_value option_kind_rows[] = {
    WT_V(0, "End of Option List", NULL), WT_V(1, "No-Operation", NULL), WT_V(2, "Maximum Segment Size", NULL),
    WT_V(3, "Window Scale", NULL), WT_V(4, "SACK Permitted", NULL), WT_V(5, "SACK", NULL), WT_V(6, "Echo", NULL),
    WT_V(7, "Echo Reply", NULL), WT_V(8, "Timestamps", NULL),
    WT_V(9, "Partial Order Connection Permitted", NULL), WT_V(10, "Partial Order Service Profile", NULL),
    WT_V(11, "CC", NULL), WT_V(12, "CC.NEW", NULL), WT_V(13, "CC.ECHO", NULL),
    WT_V(14, "TCP Alternate Checksum Request", NULL), WT_V(15, "TCP Alternate Checksum Data", NULL),
    WT_V(16, "Skeeter", NULL), WT_V(17, "Bubba", NULL), WT_V(18, "Trailer Checksum Option", NULL),
    WT_V(19, "MD5 Signature Option", NULL), WT_V(20, "SCPS Capabilities", NULL),
    WT_V(21, "Selective Negative Acknowledgements", NULL), WT_V(22, "Record Boundaries", NULL),
    WT_V(23, "Corruption experienced", NULL), WT_V(24, "SNAP", NULL), WT_V(25, "Unassigned", NULL),
    WT_V(26, "TCP Compression Filter", NULL), WT_V(27, "Quick-Start Response", NULL),
    WT_V(28, "User Timeout Option", NULL), WT_V(29, "The TCP Authentication Option", NULL),
    WT_V(30, "Multipath TCP", NULL), WT_V(34, "TCP Fast Open Cookie", NULL), WT_V(76, "Riverbed Probe", NULL),
    WT_V(78, "Riverbed Transparency", NULL), WT_V(172, "Accurate ECN Order 0", NULL),
    WT_V(174, "Accurate ECN Order 1", NULL), WT_V(253, "RFC3692-style Experiment 1", NULL),
    WT_V(254, "RFC3692-style Experiment 2", NULL),
};
const wt_values wt_tcp_option_kind = {option_kind_rows, sizeof option_kind_rows / sizeof *option_kind_rows};

static const wt_value qs_rate_rows[] = {
    WT_V(0, "0 bit/s", NULL), WT_V(1, "80 Kbit/s", NULL), WT_V(2, "160 Kbit/s", NULL), WT_V(3, "320 Kbit/s", NULL),
    WT_V(4, "640 Kbit/s", NULL), WT_V(5, "1.28 Mbit/s", NULL), WT_V(6, "2.56 Mbit/s", NULL),
    WT_V(7, "5.12 Mbit/s", NULL), WT_V(8, "10.24 Mbit/s", NULL), WT_V(9, "20.48 Mbit/s", NULL),
    WT_V(10, "40.96 Mbit/s", NULL), WT_V(11, "81.92 Mbit/s", NULL), WT_V(12, "163.84 Mbit/s", NULL),
    WT_V(13, "327.68 Mbit/s", NULL), WT_V(14, "655.36 Mbit/s", NULL), WT_V(15, "1.31072 Gbit/s", NULL),
};
const wt_values wt_tcp_qs_rate = {qs_rate_rows, 16};

static const wt_value exp_id_rows[] = {
    WT_V(0xac, "TCP ACK Rate Request", NULL), WT_V(0x348, "Host ID", NULL),
    WT_V(0xa0d, "Autonomous System Compensation", NULL), WT_V(0xca0, "Capability Option", NULL),
    WT_V(0xed0, "Extended Data Offset", NULL), WT_V(0x454e, "Encryption Negotiation", NULL),
    WT_V(0x5323, "Service Number", NULL), WT_V(0x75ec, "Timestamp Interval", NULL),
    WT_V(0xacc0, "Accurate ECN - Order 0", NULL), WT_V(0xacc1, "Accurate ECN - Order 1", NULL),
    WT_V(0xacce, "Accurate ECN", NULL), WT_V(0xe2d4, "Shared Memory Communications over RDMA", NULL),
    WT_V(0xf989, "Fast Open", NULL), WT_V(0xf990, "Low Latency", NULL),
};
const wt_values wt_tcp_exp_id = {exp_id_rows, sizeof exp_id_rows / sizeof *exp_id_rows};

static const wt_value mptcp_subtype_rows[] = {
    WT_V(0, "Multipath Capable", "Asks for a connection that can use several paths."),
    WT_V(1, "Join Connection", "Adds a path to a connection that exists."),
    WT_V(2, "Data Sequence Signal", "Says where this path's bytes belong in the whole connection."),
    WT_V(3, "Add Address", "Tells a further address of the sender."),
    WT_V(4, "Remove Address", "Takes an address back."),
    WT_V(5, "Change Subflow Priority", "Makes a path a backup, or a regular one again."),
    WT_V(6, "TCP Fallback", "Goes on as plain TCP: something on the way changes the data."),
    WT_V(7, "Fast Close", "Ends the whole connection at once."),
    WT_V(8, "TCP Reset", "Says why this path is being closed."),
};
const wt_values wt_tcp_mptcp_subtype = {mptcp_subtype_rows, 9};

static const wt_value mptcp_reason_rows[] = {
    WT_V(0, "Unspecified error", NULL), WT_V(1, "MPTCP-specific error", NULL), WT_V(2, "Lack of resources", NULL),
    WT_V(3, "Administratively prohibited", NULL), WT_V(4, "Too much outstanding data", NULL),
    WT_V(5, "Unacceptable performance", NULL), WT_V(6, "Middlebox interference", NULL),
};
const wt_values wt_tcp_mptcp_reason = {mptcp_reason_rows, 7};

static const wt_field fields[] = {TCP_FIELDS(WT_ROW)};

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 6, NULL}};
static const wt_alias aliases[] = {{F_PORT, {F_SRCPORT, F_DSTPORT, WT_FID_NONE, WT_FID_NONE}}};

const wt_protocol wt_proto_tcp = {
    .info = {.name = "tcp", .title = "Transmission Control Protocol", .tag = "TCP",
             .why = "Makes a reliable, ordered stream of bytes out of packets that may be lost or overtake each other.",
             .ref = "RFC 9293", .fields = fields, .field_count = WT_FIELD_COUNT, .aliases = aliases,
             .alias_count = 1},
    .bindings = bindings, .binding_count = 1, .dissect = wt_tcp_dissect,
};
