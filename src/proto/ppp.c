/* ppp.c - PPP: two ends of a line agree on how to use it, then carry packets over it (RFC 1661; IPCP: RFC 1332). */
#include "core/proto.h"

static const wt_value protocols_rows[] = {
    WT_V(0x0021, "Internet Protocol version 4", NULL), WT_V(0x002d, "Van Jacobson Compressed TCP/IP", NULL),
    WT_V(0x003d, "Multilink", NULL), WT_V(0x0057, "Internet Protocol version 6", NULL), WT_V(0x00fd, "Compressed datagram", NULL),
    WT_V(0x0281, "MPLS Unicast", NULL), WT_V(0x0283, "MPLS Multicast", NULL),
    WT_V(0x8021, "Internet Protocol Control Protocol", "Agrees on IPv4 addresses."),
    WT_V(0x8057, "IPv6 Control Protocol", "Agrees on the ends of IPv6 addresses."),
    WT_V(0x80fd, "Compression Control Protocol", "Agrees on compression."),
    WT_V(0xc021, "Link Control Protocol", "Agrees on the line itself."),
    WT_V(0xc023, "Password Authentication Protocol", "Proves who one is by a password, in the clear."),
    WT_V(0xc223, "Challenge Handshake Authentication Protocol", "Proves that one knows a password without saying it."),
};
WT_VALUES(protocols);

static const wt_value codes_rows[] = {
    WT_V(1, "Configuration Request", "These are the options that I would like."),
    WT_V(2, "Configuration Ack", "All agreed."),
    WT_V(3, "Configuration Nak", "Not with these values: better with those."),
    WT_V(4, "Configuration Reject", "Not these options."),
    WT_V(5, "Termination Request", "Let us end."), WT_V(6, "Termination Ack", "Ended."),
    WT_V(7, "Code Reject", "This message is not known here."), WT_V(8, "Protocol Reject", "This protocol is not spoken here."),
    WT_V(9, "Echo Request", "Are you there?"), WT_V(10, "Echo Reply", "I am."), WT_V(11, "Discard Request", NULL),
    WT_V(12, "Identification", NULL), WT_V(13, "Time Remaining", NULL),
};
WT_VALUES(codes);

#define FIELDS(F) \
    F(ADDRESS, "ppp.address", U8, 0, HEX, NULL, "Address", "Always ff: there is only the other end.", "RFC 1662 §3.1", 0) \
    F(CONTROL, "ppp.control", U8, 0, HEX, NULL, "Control", "Always 03: a frame without a number.", "RFC 1662 §3.1", 0) \
    F(PROTOCOL, "ppp.protocol", U16, 0, HEX, &protocols, "Protocol", \
      "What the packet is; a number below 256 may be sent in one byte.", "RFC 1661 §2", WT_STORY) \
    F(CODE, "ppp.code", U8, 0, DEC, &codes, "Code", "What is said about the options.", "RFC 1661 §5", WT_STORY) \
    F(ID, "ppp.identifier", U8, 0, DEC, NULL, "Identifier", "Ties the answer to its question.", "RFC 1661 §5", 0) \
    F(LENGTH, "ppp.length", U16, 0, DEC, NULL, "Length", "Bytes of the message, these four included.", "RFC 1661 §5", 0) \
    F(DATA, "ppp.data", BYTES, 0, DEC, NULL, "Data", "What else the message carries.", "RFC 1661 §5", 0)
WT_FIELDS(PPP, FIELDS)

static void dissect(wt_cur *c) {
    if (wt_look(c, 0, 2) == 0xff03) {
        wt_take(c, F_ADDRESS);
        wt_take(c, F_CONTROL);
    }
    uint64_t protocol = wt_take_n(c, F_PROTOCOL, wt_look(c, 0, 1) & 1 ? 1 : 2);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        const wt_value *v = wt_value_find(&protocols, protocol);
        wt_put_s(t, v ? v->name : "a protocol not known here");
    }
    if (!c->fail)
        wt_next(c, WT_T_PPP, protocol);
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 9, NULL}, {WT_T_LINKTYPE, 50, NULL}, {WT_T_ETHERTYPE, 0x880b, NULL}};

const wt_protocol wt_proto_ppp = {
    .info = {.name = "ppp", .title = "Point-to-Point Protocol", .tag = "PPP",
             .why = "Carries packets over a line with two ends.", .ref = "RFC 1661",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 3, .dissect = dissect,
};

/* ---- the protocols that agree on options ------------------------------------------------- */

static const wt_value lcp_options_rows[] = {
    WT_V(1, "Maximum Receive Unit", NULL), WT_V(2, "Async Control Character Map", NULL), WT_V(3, "Authentication Protocol", NULL),
    WT_V(4, "Quality Protocol", NULL), WT_V(5, "Magic Number", NULL), WT_V(7, "Protocol Field Compression", NULL),
    WT_V(8, "Address and Control Field Compression", NULL), WT_V(13, "Callback", NULL), WT_V(17, "Multilink MRRU", NULL),
    WT_V(19, "Multilink Endpoint Discriminator", NULL),
};
static const wt_values lcp_options = {lcp_options_rows, sizeof lcp_options_rows / sizeof *lcp_options_rows};

static const wt_value ipcp_options_rows[] = {
    WT_V(1, "IP Addresses", "Given up: see 3."), WT_V(2, "IP Compression Protocol", NULL), WT_V(3, "IP Address", NULL),
    WT_V(129, "Primary DNS Server IP Address", NULL), WT_V(130, "Primary NBNS Server IP Address", NULL),
    WT_V(131, "Secondary DNS Server IP Address", NULL), WT_V(132, "Secondary NBNS Server IP Address", NULL),
};
static const wt_values ipcp_options = {ipcp_options_rows, sizeof ipcp_options_rows / sizeof *ipcp_options_rows};

#define LCP_FIELDS(F) \
    F(LCP_MAGIC, "lcp.magic_number", U32, 0, HEX, NULL, "Magic Number", "Whose message it is: one's own, heard back, means a loop.", \
      "RFC 1661 §5.8", 0) \
    F(LCP_TYPE, "lcp.opt.type", U8, 0, DEC, &lcp_options, "Type", "Which option.", "RFC 1661 §6", 0) \
    F(LCP_LENGTH, "lcp.opt.length", U8, 0, DEC, NULL, "Length", "Bytes of the option, these two included.", "RFC 1661 §6", 0) \
    F(LCP_MRU, "lcp.opt.mru", U16, 0, DEC, NULL, "MRU", "The longest packet that the sender takes.", "RFC 1661 §6.1", WT_STORY) \
    F(LCP_AUTH, "lcp.opt.auth_protocol", U16, 0, HEX, &protocols, "Authentication Protocol", \
      "How the other end shall prove who it is.", "RFC 1661 §6.2", WT_STORY) \
    F(LCP_OPT_MAGIC, "lcp.opt.magic_number", U32, 0, HEX, NULL, "Magic Number", \
      "Chosen at random by each end: one that hears its own has a loop.", "RFC 1661 §6.4", 0) \
    F(LCP_DATA, "lcp.opt.data", BYTES, 0, DEC, NULL, "Data", "The option's value, of a kind not taken apart here.", "RFC 1661 §6", 0)
enum { F_lcp_before_ = ((int)WT_P_LCP << WT_FID_BITS) - 1, LCP_FIELDS(WT_ROW_ID) };
static const wt_field lcp_fields[] = {LCP_FIELDS(WT_ROW)};

#define IPCP_FIELDS(F) \
    F(IPCP_TYPE, "ipcp.opt.type", U8, 0, DEC, &ipcp_options, "Type", "Which option.", "RFC 1332 §3", 0) \
    F(IPCP_LENGTH, "ipcp.opt.length", U8, 0, DEC, NULL, "Length", "Bytes of the option, these two included.", "RFC 1332 §3", 0) \
    F(IPCP_ADDRESS, "ipcp.opt.ip_address", IPV4, 0, DEC, NULL, "IP Address", \
      "The sender's address; 0.0.0.0 asks for one.", "RFC 1332 §3.3", WT_STORY) \
    F(IPCP_DNS1, "ipcp.opt.pri_dns_address", IPV4, 0, DEC, NULL, "Primary DNS Address", "Whom to ask for names.", "RFC 1877 §1.1", \
      WT_STORY) \
    F(IPCP_DNS2, "ipcp.opt.sec_dns_address", IPV4, 0, DEC, NULL, "Secondary DNS Address", "Whom to ask for names, if the first is silent.", \
      "RFC 1877 §1.3", 0) \
    F(IPCP_DATA, "ipcp.data", BYTES, 0, DEC, NULL, "Data", "The option's value, of a kind not taken apart here.", "RFC 1332 §3", 0)
enum { F_ipcp_before_ = ((int)WT_P_IPCP << WT_FID_BITS) - 1, IPCP_FIELDS(WT_ROW_ID) };
static const wt_field ipcp_fields[] = {IPCP_FIELDS(WT_ROW)};

static void lcp_value(wt_cur *c, uint64_t type) {
    uint32_t n = wt_left(c);
    if (type == 1 && n == 2)
        wt_take(c, F_LCP_MRU);
    else if (type == 3 && n >= 2)
        wt_take(c, F_LCP_AUTH);
    else if (type == 5 && n == 4)
        wt_take(c, F_LCP_OPT_MAGIC);
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, F_LCP_DATA, wt_left(c));
}

static void ipcp_value(wt_cur *c, uint64_t type) {
    wt_fid f = wt_left(c) != 4 ? F_IPCP_DATA : type == 3 ? F_IPCP_ADDRESS : type == 129 ? F_IPCP_DNS1 : type == 131 ? F_IPCP_DNS2
                                                                                                                : F_IPCP_DATA;
    if (wt_left(c))
        wt_take_bytes(c, f, wt_left(c));
}

static void options(wt_cur *c, wt_fid type_row, void (*value)(wt_cur *, uint64_t)) {
    while (wt_left(c) && !c->fail) {
        uint64_t type = wt_take(c, type_row);
        uint32_t length = (uint32_t)wt_take(c, type_row + 1);
        if (c->fail)
            return;
        if (length < 2) {
            wt_malformed(c, "an option says that it has %u bytes, but its head has 2", length);
            return;
        }
        wt_cur one = wt_sub(c, length - 2);
        value(&one, type);
    }
}

/* The head that both share; the rest of the message, and its code. */
static wt_cur head(wt_cur *c, uint64_t *code) {
    wt_layer_of(c)->length = wt_left(c);
    *code = wt_take(c, F_CODE);
    wt_take(c, F_ID);
    uint32_t length = (uint32_t)wt_take(c, F_LENGTH);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        const wt_value *v = wt_value_find(&codes, *code);
        wt_put_s(t, v ? v->name : "a message not known here");
    }
    return wt_sub(c, length > 4 ? length - 4 : 0);
}

static void lcp(wt_cur *c) {
    uint64_t code;
    wt_cur rest = head(c, &code);
    if (c->fail)
        return;
    if (code >= 1 && code <= 4)
        options(&rest, F_LCP_TYPE, lcp_value);
    else if (code >= 9 && code <= 13)
        wt_take(&rest, F_LCP_MAGIC);
    if (wt_left(&rest) && !rest.fail)
        wt_take_bytes(&rest, F_DATA, wt_left(&rest));
}

static void ipcp(wt_cur *c) {
    uint64_t code;
    wt_cur rest = head(c, &code);
    if (c->fail)
        return;
    if (code >= 1 && code <= 4)
        options(&rest, F_IPCP_TYPE, ipcp_value);
    if (wt_left(&rest) && !rest.fail)
        wt_take_bytes(&rest, F_DATA, wt_left(&rest));
}

static const wt_binding lcp_bindings[] = {{WT_T_PPP, 0xc021, NULL}};
static const wt_binding ipcp_bindings[] = {{WT_T_PPP, 0x8021, NULL}};

const wt_protocol wt_proto_lcp = {
    .info = {.name = "lcp", .title = "PPP Link Control Protocol", .tag = "LCP",
             .why = "Agrees on how a line is used.", .ref = "RFC 1661",
             .fields = lcp_fields, .field_count = sizeof lcp_fields / sizeof *lcp_fields},
    .bindings = lcp_bindings, .binding_count = 1, .dissect = lcp,
};

const wt_protocol wt_proto_ipcp = {
    .info = {.name = "ipcp", .title = "PPP IP Control Protocol", .tag = "IPCP",
             .why = "Agrees on the IPv4 addresses of a line's ends.", .ref = "RFC 1332",
             .fields = ipcp_fields, .field_count = sizeof ipcp_fields / sizeof *ipcp_fields},
    .bindings = ipcp_bindings, .binding_count = 1, .dissect = ipcp,
};
