/* values.c - the values of SCTP's rows (RFC 9260 and IANA's lists). */
#include "proto/sctp/sctp.h"

#define TABLE(x) const wt_values wt_sctp_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows};

static const wt_value chunks_rows[] = {
    WT_V(0, "DATA", "A message, or a part of one."), WT_V(1, "INIT", "Asks for an association."),
    WT_V(2, "INIT_ACK", "Agrees, and hands out a cookie."), WT_V(3, "SACK", "Says what has arrived."),
    WT_V(4, "HEARTBEAT", "Asks whether the way still works."), WT_V(5, "HEARTBEAT_ACK", "It does."),
    WT_V(6, "ABORT", "Ends the association at once."), WT_V(7, "SHUTDOWN", "Nothing more is sent from here."),
    WT_V(8, "SHUTDOWN_ACK", "Nor from here."), WT_V(9, "ERROR", "Something could not be done."),
    WT_V(10, "COOKIE_ECHO", "Gives the cookie back."), WT_V(11, "COOKIE_ACK", "The association stands."),
    WT_V(12, "ECNE", "A router said that it is crowded."), WT_V(13, "CWR", "Slower now."),
    WT_V(14, "SHUTDOWN_COMPLETE", "The association is over."),
    WT_V(15, "AUTH", "Proves who sent the chunks behind it."),
    WT_V(16, "NR_SACK", "Says what has arrived, and what of it for good."),
    WT_V(64, "I_DATA", "A message, or a part of one, between which others may come."),
    WT_V(128, "ASCONF_ACK", "Addresses are changed."), WT_V(129, "PKTDROP", "A packet was dropped on the way."),
    WT_V(130, "RE_CONFIG", "Streams begin anew, or there are more of them."),
    WT_V(132, "PAD", "Fills the packet up."), WT_V(192, "FORWARD_TSN", "Some messages are given up."),
    WT_V(193, "ASCONF", "Changes addresses while the association stands."),
    WT_V(194, "I_FORWARD_TSN", "Some messages are given up."),
};
TABLE(chunks)

static const wt_value parameters_rows[] = {
    WT_V(0x0001, "Heartbeat info", NULL), WT_V(0x0005, "IPv4 address", NULL), WT_V(0x0006, "IPv6 address", NULL),
    WT_V(0x0007, "State cookie", NULL), WT_V(0x0008, "Unrecognized parameter", NULL),
    WT_V(0x0009, "Cookie preservative", NULL), WT_V(0x000b, "Hostname address", NULL),
    WT_V(0x000c, "Supported address types", NULL), WT_V(0x000d, "Outgoing SSN reset request", NULL),
    WT_V(0x000e, "Incoming SSN reset request", NULL), WT_V(0x000f, "SSN/TSN reset request", NULL),
    WT_V(0x0010, "Re-configuration response", NULL), WT_V(0x0011, "Add outgoing streams request", NULL),
    WT_V(0x0012, "Add incoming streams request", NULL),
    WT_V(0x8000, "ECN", "The sender understands routers that say they are crowded."), WT_V(0x8002, "Random", NULL),
    WT_V(0x8003, "Authenticated chunk list", NULL), WT_V(0x8004, "Requested HMAC algorithm", NULL),
    WT_V(0x8005, "Padding", NULL), WT_V(0x8008, "Supported extensions", NULL),
    WT_V(0xc000, "Forward TSN supported", "The sender can give messages up."), WT_V(0xc001, "Add IP address", NULL),
    WT_V(0xc002, "Delete IP address", NULL), WT_V(0xc003, "Error cause indication", NULL),
    WT_V(0xc004, "Set primary address", NULL), WT_V(0xc005, "Success report", NULL),
    WT_V(0xc006, "Adaptation Layer Indication", NULL),
};
TABLE(parameters)

static const wt_value causes_rows[] = {
    WT_V(1, "Invalid stream identifier", NULL), WT_V(2, "Missing mandatory parameter", NULL),
    WT_V(3, "Stale cookie error", NULL), WT_V(4, "Out of resource", NULL), WT_V(5, "Unresolvable address", NULL),
    WT_V(6, "Unrecognized chunk type", NULL), WT_V(7, "Invalid mandatory parameter", NULL),
    WT_V(8, "Unrecognized parameters", NULL), WT_V(9, "No user data", NULL),
    WT_V(10, "Cookie received while shutting down", NULL),
    WT_V(11, "Restart of an association with new addresses", NULL),
    WT_V(12, "User initiated abort", "The program wanted it so."), WT_V(13, "Protocol violation", NULL),
    WT_V(0xa0, "Request to delete last IP address", NULL),
    WT_V(0xa1, "Operation refused due to resource shortage", NULL),
    WT_V(0xa2, "Request to delete source address", NULL),
    WT_V(0xa3, "Association aborted due to illegal ASCONF-ACK", NULL),
    WT_V(0xa4, "Request refused - no authorization", NULL), WT_V(0x105, "Unsupported HMAC identifier", NULL),
};
TABLE(causes)

static const wt_value payloads_rows[] = {
    WT_V(0, "not specified", NULL), WT_V(1, "IUA", NULL), WT_V(2, "M2UA", NULL),
    WT_V(3, "M3UA", "Telephone signalling."), WT_V(4, "SUA", NULL), WT_V(5, "M2PA", NULL), WT_V(6, "V5UA", NULL),
    WT_V(7, "H.248/MEGACO", "Steers gateways of telephone networks."), WT_V(8, "BICC/Q.2150.3", NULL),
    WT_V(9, "TALI", NULL), WT_V(10, "DUA", NULL), WT_V(11, "ASAP", NULL), WT_V(12, "ENRP", NULL),
    WT_V(13, "H.323", NULL), WT_V(14, "Q.IPC/Q.2150.3", NULL), WT_V(15, "SIMCO", NULL),
    WT_V(16, "DDP Segment Chunk", NULL), WT_V(17, "DDP Stream Session Control", NULL),
    WT_V(18, "S1AP", "Between mobile base stations and the core (4G)."), WT_V(19, "RUA", NULL),
    WT_V(20, "HNBAP", NULL), WT_V(21, "ForCES-HP", NULL), WT_V(22, "ForCES-MP", NULL), WT_V(23, "ForCES-LP", NULL),
    WT_V(24, "SBc-AP", NULL), WT_V(25, "NBAP", NULL), WT_V(27, "X2AP", "Between mobile base stations (4G)."),
    WT_V(28, "IRCP", NULL), WT_V(29, "LCS-AP", NULL), WT_V(31, "SABP", NULL), WT_V(43, "M2AP", NULL),
    WT_V(44, "M3AP", NULL), WT_V(46, "Diameter", "Asks who may use a network."), WT_V(47, "Diameter over DTLS", NULL),
    WT_V(50, "WebRTC Control", "Opens a data channel between browsers."), WT_V(51, "WebRTC String", NULL),
    WT_V(53, "WebRTC Binary", NULL), WT_V(55, "3GPP PUA", NULL), WT_V(56, "WebRTC String (Empty)", NULL),
    WT_V(57, "WebRTC Binary (Empty)", NULL), WT_V(58, "XwAP", NULL),
    WT_V(60, "NGAP", "Between mobile base stations and the core (5G)."),
    WT_V(61, "XnAP", "Between mobile base stations (5G)."), WT_V(62, "F1AP", NULL), WT_V(64, "E1AP", NULL),
    WT_V(65, "ELE2", NULL),
    WT_V(66, "NGAP over DTLS", NULL), WT_V(67, "XnAP over DTLS", NULL), WT_V(68, "F1AP over DTLS", NULL),
    WT_V(69, "E1AP over DTLS", NULL),
};
TABLE(payloads)

static const wt_value sums_rows[] = {
    WT_V(0, "neither", "Damaged, or captured before the network card filled it in."),
    WT_V(1, "CRC32c", "As it has to be since 2002."),
    WT_V(2, "Adler-32", "As it was before: it found too few errors in short packets."),
    WT_V(3, "not all of the packet was captured", NULL),
};
TABLE(sums)

static const wt_value status_rows[] = {WT_V(0, "Bad", NULL), WT_V(1, "Good", NULL), WT_V(2, "Unverified", NULL)};
TABLE(status)

static const wt_value families_rows[] = {
    WT_V(5, "IPv4 address", NULL), WT_V(6, "IPv6 address", NULL), WT_V(11, "Hostname address", NULL),
};
TABLE(families)

static const wt_value results_rows[] = {
    WT_V(0, "Success - Nothing to do", NULL), WT_V(1, "Success - Performed", NULL), WT_V(2, "Denied", NULL),
    WT_V(3, "Error - Wrong SSN", NULL), WT_V(4, "Error - Request already in progress", NULL),
    WT_V(5, "Error - Bad sequence number", NULL), WT_V(6, "In progress", NULL),
};
TABLE(results)

static const wt_value hmacs_rows[] = {WT_V(1, "SHA-1", NULL), WT_V(3, "SHA-256", NULL)};
TABLE(hmacs)

static const wt_value counted_rows[] = {WT_V(65535, "not counted", NULL)};
TABLE(counted)
