/* ppp.c - PPP: carries packets over a line with two ends (RFC 1661). */
#include "proto/ppp/ppp.h"

static const wt_value protocols_rows[] = {
    WT_V(0x0021, "Internet Protocol version 4", NULL), WT_V(0x002d, "Van Jacobson Compressed TCP/IP", NULL),
    WT_V(0x003d, "Multilink", NULL), WT_V(0x0057, "Internet Protocol version 6", NULL),
    WT_V(0x00fd, "Compressed datagram", NULL),
    WT_V(0x0281, "MPLS Unicast", NULL), WT_V(0x0283, "MPLS Multicast", NULL),
    WT_V(0x8021, "Internet Protocol Control Protocol", "Agrees on IPv4 addresses."),
    WT_V(0x8057, "IPv6 Control Protocol", "Agrees on the ends of IPv6 addresses."),
    WT_V(0x80fd, "Compression Control Protocol", "Agrees on compression."),
    WT_V(0xc021, "Link Control Protocol", "Agrees on the line itself."),
    WT_V(0xc023, "Password Authentication Protocol", "Proves who one is by a password, in the clear."),
    WT_V(0xc223, "Challenge Handshake Authentication Protocol", "Proves that one knows a password without saying it."),
};
const wt_values wt_ppp_protocols = {protocols_rows, sizeof protocols_rows / sizeof *protocols_rows};

static const wt_value codes_rows[] = {
    WT_V(1, "Configuration Request", "These are the options that I would like."),
    WT_V(2, "Configuration Ack", "All agreed."),
    WT_V(3, "Configuration Nak", "Not with these values: better with those."),
    WT_V(4, "Configuration Reject", "Not these options."),
    WT_V(5, "Termination Request", "Let us end."), WT_V(6, "Termination Ack", "Ended."),
    WT_V(7, "Code Reject", "This message is not known here."),
    WT_V(8, "Protocol Reject", "This protocol is not spoken here."),
    WT_V(9, "Echo Request", "Are you there?"), WT_V(10, "Echo Reply", "I am."), WT_V(11, "Discard Request", NULL),
    WT_V(12, "Identification", NULL), WT_V(13, "Time Remaining", NULL),
};
const wt_values wt_ppp_codes = {codes_rows, sizeof codes_rows / sizeof *codes_rows};

static const wt_field fields[] = {WT_PPP_FIELDS(WT_ROW)};

static void dissect(wt_cur *c) {
    if (wt_look(c, 0, 1) == 0xff) {
        wt_take(c, F_ADDRESS);
        wt_take(c, F_CONTROL);
    }
    uint64_t protocol = wt_take_n(c, F_PROTOCOL, wt_look(c, 0, 1) & 1 ? 1 : 2);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        const wt_value *v = wt_value_find(&wt_ppp_protocols, protocol);
        wt_put_s(t, v ? v->name : "a protocol not known here");
    }
    if (!c->fail)
        wt_next(c, WT_T_PPP, protocol);
}

static const wt_binding bindings[] = {
    {WT_T_LINKTYPE, 9, NULL}, {WT_T_LINKTYPE, 50, NULL}, {WT_T_ETHERTYPE, 0x880b, NULL}};

const wt_protocol wt_proto_ppp = {
    .info = {.name = "ppp", .title = "Point-to-Point Protocol", .tag = "PPP",
             .why = "Carries packets over a line with two ends.", .ref = "RFC 1661",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 3, .dissect = dissect,
};
