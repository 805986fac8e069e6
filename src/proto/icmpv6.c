/* icmpv6.c - ICMPv6: errors, pings, Neighbor Discovery, Multicast Listener Discovery (RFC 4443, 4861, 2710, 3810). */
#include "proto/icmpv6.h"

#include "core/text.h"
#include "proto/common/quoted.h"

/* ---- values ----------------------------------------------------------------------------- */

#define TABLE(x) const wt_values wt_icmpv6_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value types_rows[] = {
    WT_V(1, "Destination Unreachable", "A packet could not be delivered."),
    WT_V(2, "Packet Too Big", "A packet does not fit the next link; senders learn the path's MTU from this."),
    WT_V(3, "Time Exceeded", "A packet ran out of hops, or its fragments did not all come."),
    WT_V(4, "Parameter Problem", "A packet's header could not be understood."),
    WT_V(100, "Private experimentation", NULL), WT_V(101, "Private experimentation", NULL),
    WT_V(127, "Reserved for expansion of error messages", NULL),
    WT_V(128, "Echo (ping) request", "Asks for an answer with the same data."),
    WT_V(129, "Echo (ping) reply", "The answer to a ping."),
    WT_V(130, "Multicast Listener Query", "A router asks who listens to which groups."),
    WT_V(131, "Multicast Listener Report", "Somebody listens to this group."),
    WT_V(132, "Multicast Listener Done", "Somebody stops listening to this group."),
    WT_V(133, "Router Solicitation", "A host asks routers to say what this network is like."),
    WT_V(134, "Router Advertisement", "A router says what this network is like: prefixes, MTU, DNS servers."),
    WT_V(135, "Neighbor Solicitation", "Asks who has an address, as ARP does for IPv4."),
    WT_V(136, "Neighbor Advertisement", "Says who has an address."),
    WT_V(137, "Redirect", "A router knows a better first hop."),
    WT_V(138, "Router Renumbering", NULL), WT_V(139, "Node Information Query", NULL),
    WT_V(140, "Node Information Response", NULL),
    WT_V(141, "Inverse Neighbor Discovery Solicitation Message", NULL),
    WT_V(142, "Inverse Neighbor Discovery Advertisement Message", NULL),
    WT_V(143, "Multicast Listener Report Message v2", "Which groups somebody listens to, and to which senders."),
    WT_V(144, "Home Agent Address Discovery Request Message", NULL),
    WT_V(145, "Home Agent Address Discovery Reply Message", NULL),
    WT_V(146, "Mobile Prefix Solicitation", NULL), WT_V(147, "Mobile Prefix Advertisement", NULL),
    WT_V(148, "Certification Path Solicitation Message", NULL),
    WT_V(149, "Certification Path Advertisement Message", NULL),
    WT_V(151, "Multicast Router Advertisement", NULL), WT_V(152, "Multicast Router Solicitation", NULL),
    WT_V(153, "Multicast Router Termination", NULL), WT_V(154, "FMIPv6 Messages", NULL),
    WT_V(155, "RPL Control Message", NULL), WT_V(156, "ILNPv6 Locator Update", NULL),
    WT_V(157, "Duplicate Address Request", NULL), WT_V(158, "Duplicate Address Confirmation", NULL),
    WT_V(159, "MPL Control Message", NULL), WT_V(160, "Extended Echo Request", NULL),
    WT_V(161, "Extended Echo Reply", NULL), WT_V(200, "Private experimentation", NULL),
    WT_V(201, "Private experimentation", NULL), WT_V(255, "Reserved for expansion of informational messages", NULL)};
TABLE(types);

static const wt_value unreachable_rows[] = {
    WT_V(0, "No route to destination", NULL), WT_V(1, "Administratively prohibited", "A firewall forbids it."),
    WT_V(2, "Beyond scope of source address", NULL), WT_V(3, "Address unreachable", "Nobody there answers for it."),
    WT_V(4, "Port unreachable", "The host is there, but no program listens on that port."),
    WT_V(5, "Source address failed ingress/egress policy", NULL), WT_V(6, "Reject route to destination", NULL),
    WT_V(7, "Error in Source Routing Header", NULL), WT_V(8, "Headers too long", NULL)};
TABLE(unreachable);

static const wt_value exceeded_rows[] = {
    WT_V(0, "Hop limit exceeded in transit", "How traceroute finds the routers on a path."),
    WT_V(1, "Fragment reassembly time exceeded", NULL)};
TABLE(exceeded);

static const wt_value parameter_rows[] = {
    WT_V(0, "Erroneous header field encountered", NULL), WT_V(1, "Unrecognized Next Header type encountered", NULL),
    WT_V(2, "Unrecognized IPv6 option encountered", NULL), WT_V(3, "First fragment has incomplete header chain", NULL),
    WT_V(4, "SR Upper-layer Header Error", NULL), WT_V(5, "Unrecognized Next Header type by intermediate node", NULL),
    WT_V(6, "Extension header too big", NULL), WT_V(7, "Extension header chain too long", NULL),
    WT_V(8, "Too many extension headers", NULL), WT_V(9, "Too many options in extension header", NULL),
    WT_V(10, "Option too big", NULL)};
TABLE(parameter);

static const wt_value status_rows[] = {
    WT_V(0, "Bad", "Bits changed on the way, or the checksum was computed wrongly."), WT_V(1, "Good", NULL),
    WT_V(2, "Unverified", "Not all bytes are here."), WT_V(3, "Not present", NULL)};
TABLE(status);

static const wt_value options_rows[] = {
    WT_V(1, "Source link-layer address", NULL), WT_V(2, "Target link-layer address", NULL),
    WT_V(3, "Prefix information", NULL), WT_V(4, "Redirected header", NULL), WT_V(5, "MTU", NULL),
    WT_V(6, "NBMA Shortcut Limit Option", NULL), WT_V(7, "Advertisement Interval", NULL),
    WT_V(8, "Home Agent Information", NULL), WT_V(9, "Source Address List", NULL),
    WT_V(10, "Target Address List", NULL), WT_V(11, "Cryptographically Generated Address (CGA)", NULL),
    WT_V(12, "RSA Signature", NULL), WT_V(13, "Timestamp", NULL), WT_V(14, "Nonce", NULL),
    WT_V(15, "Trust Anchor", NULL), WT_V(16, "Certificate", NULL), WT_V(17, "IP Address and Prefix Option", NULL),
    WT_V(18, "New Router Prefix Information", NULL), WT_V(19, "Link-layer Address", NULL),
    WT_V(20, "Neighbor Advertisement Acknowledgment", NULL), WT_V(23, "MAP", NULL),
    WT_V(24, "Route Information", NULL), WT_V(25, "Recursive DNS Server", NULL),
    WT_V(26, "RA Flags Extension", NULL), WT_V(27, "Handover Key Request", NULL),
    WT_V(28, "Handover Key Reply", NULL), WT_V(29, "Handover Assist Information", NULL),
    WT_V(30, "Mobile Node Identifier Option", NULL), WT_V(31, "DNS Search List Option", NULL),
    WT_V(32, "Proxy Signature", NULL), WT_V(33, "Address Registration Option", NULL),
    WT_V(34, "6LoWPAN Context Option", NULL), WT_V(35, "Authoritative Border Router", NULL),
    WT_V(36, "6LoWPAN Capability Indication Option", NULL), WT_V(37, "DHCP Captive-Portal", NULL),
    WT_V(38, "PREF64 Option", NULL), WT_V(138, "CARD Request", NULL), WT_V(139, "CARD Reply", NULL),
    WT_V(253, "RFC3692-style Experiment 1", NULL), WT_V(254, "RFC3692-style Experiment 2", NULL)};
TABLE(options);

static const wt_value preference_rows[] = {
    WT_V(0, "Medium", NULL), WT_V(1, "High", NULL), WT_V(2, "Reserved", NULL), WT_V(3, "Low", NULL)};
TABLE(preference);

static const wt_value records_rows[] = {
    WT_V(1, "Include", "Listens to the listed senders only."),
    WT_V(2, "Exclude", "Listens to all but the listed senders."),
    WT_V(3, "Changed to include", "From now on listens to the listed senders only; with none listed, it leaves."),
    WT_V(4, "Changed to exclude", "From now on listens to all but the listed senders; with none listed, it joins."),
    WT_V(5, "Allow new sources", NULL), WT_V(6, "Block old sources", NULL)};
TABLE(records);

static const wt_value states_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "Incomplete", NULL), WT_V(2, "Reachable", NULL), WT_V(3, "Stale", NULL),
    WT_V(4, "Delay", NULL), WT_V(5, "Probe", NULL), WT_V(6, "Failed", NULL)};
TABLE(states);

static const wt_value prefix_lengths_rows[] = {
    WT_V(0, "96 bits prefix length", NULL), WT_V(1, "64 bits prefix length", NULL),
    WT_V(2, "56 bits prefix length", NULL), WT_V(3, "48 bits prefix length", NULL),
    WT_V(4, "40 bits prefix length", NULL), WT_V(5, "32 bits prefix length", NULL)};
TABLE(prefix_lengths);

static const wt_value echo_codes_rows[] = {
    WT_V(0, "No error", NULL), WT_V(1, "Malformed query", NULL), WT_V(2, "No such interface", NULL),
    WT_V(3, "No such table entry", NULL), WT_V(4, "Several interfaces satisfy the query", NULL)};
TABLE(echo_codes);

static const wt_value registration_rows[] = {
    WT_V(0, "Success", NULL), WT_V(1, "Duplicate exists", NULL), WT_V(2, "Neighbor cache full", NULL)};
TABLE(registration);

static const wt_field fields[] = {ICMPV6_ALL_FIELDS(WT_ROW)};

/* ---- parts ------------------------------------------------------------------------------ */

static void say(wt_cur *c, const char *text) {
    wt_text *t = wt_tell(c);
    if (t)
        wt_put_s(t, text);
}

static void say_address(wt_cur *c, const char *before, const uint8_t *address) {
    wt_text *t = address ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, before);
        wt_put_ipv6(t, address);
    }
}

static void say_number(wt_cur *c, const char *before, uint64_t v, const char *after) {
    wt_text *t = wt_tell(c);
    if (t) {
        wt_put_s(t, before);
        wt_put_u(t, v);
        wt_put_s(t, after);
    }
}

static void flags(wt_cur *c, wt_fid whole, wt_fid first, wt_fid last) {
    wt_take(c, whole);
    wt_node n = wt_parent(c, whole);
    for (wt_fid f = first; f <= last; f++)
        wt_bits(c, f);
    wt_end(c, n);
}

static void echo(wt_cur *c) {
    uint64_t id = wt_take(c, F_IDENTIFIER), seq = wt_take(c, F_SEQUENCE);
    if (c->fail)
        return;
    say_number(c, ", id ", id, "");
    say_number(c, ", sequence ", seq, "");
}

static void listener(wt_cur *c, uint64_t type) {
    bool v2 = type == 130 && wt_left(c) >= 24;
    wt_take(c, v2 ? F_MLD_CODE : F_MLD_DELAY);
    wt_take_bytes(c, F_RESERVED, 2);
    const uint8_t *group = wt_take_bytes(c, F_MLD_GROUP, 16);
    bool any = group && !wt_load(group, 8) && !wt_load(group + 8, 8);
    if (type == 130 && any)
        say(c, ": who listens to any group?");
    else
        say_address(c, type == 130 ? ": who listens to " : type == 131 ? ": listens to " : ": leaves ", group);
    if (type == 130 && group && !any)
        say(c, "?");
    if (!v2)
        return;
    flags(c, F_MLD_FLAG, F_MLD_S, F_MLD_RSV);
    wt_take(c, F_MLD_QQI);
    for (uint64_t n = wt_take(c, F_MLD_SOURCES); n && !c->fail; n--)
        wt_take_bytes(c, F_MLD_SOURCE, 16);
}

/* What a record does, by its type and whether it lists senders. */
static const char *record_words(uint64_t type, bool senders) {
    static const char *const with[7] = {
        "is about ", "listens to some senders of ", "listens to all but some senders of ",
        "listens only to some senders of ", "joins, but not all senders of ", "listens to more senders of ",
        "listens to fewer senders of "};
    static const char *const without[7] = {"is about ", "listens to no sender of ", "listens to ", "leaves ", "joins ",
                                           "listens to more senders of ", "listens to fewer senders of "};
    return (senders ? with : without)[type <= 6 ? type : 0];
}

enum { TOLD_GROUPS = 4 };

/* "joins X, Y; leaves Z, and 2 groups more": the same words are said once. */
static void say_group(wt_cur *c, const char **said, const char *words, const uint8_t *group, uint64_t number) {
    wt_text *t = group && number < TOLD_GROUPS ? wt_tell(c) : NULL;
    if (!t)
        return;
    wt_put_s(t, !*said ? ": " : *said == words ? ", " : "; ");
    if (*said != words)
        wt_put_s(t, words);
    wt_put_ipv6(t, group);
    *said = words;
}

static void group_record(wt_cur *c, const char **said, uint64_t number) {
    uint64_t aux = wt_look(c, 1, 1) * 4, sources = wt_look(c, 2, 2);
    wt_node n = wt_begin(c, F_MAR, (uint32_t)(20 + sources * 16 + aux));
    uint64_t type = wt_take(c, F_MAR_TYPE);
    wt_take(c, F_MAR_AUX_LEN);
    wt_take(c, F_MAR_SOURCES);
    say_group(c, said, record_words(type, sources), wt_take_bytes(c, F_MAR_GROUP, 16), number);
    for (; sources && !c->fail; sources--)
        wt_take_bytes(c, F_MAR_SOURCE, 16);
    if (aux)
        wt_take_bytes(c, F_MAR_AUX, (uint32_t)aux);
    wt_end(c, n);
}

static void listener_report(wt_cur *c) {
    const char *said = NULL;
    wt_take_bytes(c, F_RESERVED, 2);
    uint64_t count = wt_take(c, F_MLDR_COUNT), i = 0;
    for (; i < count && wt_left(c) && !c->fail; i++)
        group_record(c, &said, i);
    if (count > TOLD_GROUPS && i > TOLD_GROUPS)
        say_number(c, ", and ", count - TOLD_GROUPS, count == TOLD_GROUPS + 1 ? " group more" : " groups more");
}

static void router_advertisement(wt_cur *c) {
    wt_take(c, F_RA_HOPS);
    flags(c, F_RA_FLAG, F_RA_M, F_RA_RSV);
    uint64_t lifetime = wt_take(c, F_RA_LIFETIME);
    if (lifetime)
        say_number(c, ": use me as router for ", lifetime, " s");
    else
        say(c, ": not a default router");
    wt_take(c, F_RA_REACHABLE);
    wt_take(c, F_RA_RETRANS);
    wt_icmpv6_read_options(c);
}

static void neighbor(wt_cur *c, uint64_t type) {
    if (type == 135)
        wt_take_bytes(c, F_RESERVED, 4);
    else
        flags(c, F_NA_FLAG, F_NA_R, F_NA_RSV);
    const uint8_t *target = wt_take_bytes(c, type == 135 ? F_NS_TARGET : F_NA_TARGET, 16);
    say_address(c, type == 135 ? ": who has " : ": I have ", target);
    wt_icmpv6_read_options(c);
}

static void redirect(wt_cur *c) {
    wt_take_bytes(c, F_RESERVED, 4);
    const uint8_t *target = wt_take_bytes(c, F_RD_TARGET, 16);
    say_address(c, ": for ", wt_take_bytes(c, F_RD_DESTINATION, 16));
    say_address(c, " go by ", target);
    wt_icmpv6_read_options(c);
}

static void home_agents(wt_cur *c, uint64_t type) {
    wt_take(c, F_MIP_ID);
    if (type == 147) {
        flags(c, F_MIP_FLAG, F_MIP_M, F_MIP_RSV);
        wt_icmpv6_read_options(c);
        return;
    }
    wt_take_bytes(c, F_RESERVED, 2);
    while (type == 145 && wt_left(c) >= 16)
        wt_take_bytes(c, F_MIP_AGENT, 16);
}

static void duplicate_address(wt_cur *c) {
    wt_take(c, F_DA_STATUS);
    wt_take(c, F_DA_RSV);
    wt_take(c, F_DA_LIFETIME);
    wt_take_bytes(c, F_DA_EUI64, 8);
    wt_take_bytes(c, F_DA_ADDRESS, 16);
}

static void extended_echo(wt_cur *c, bool reply) {
    wt_take(c, F_IDENTIFIER);
    wt_take(c, F_EE_SEQ);
    for (wt_fid f = reply ? F_ER_STATE : F_EE_RES; f <= (reply ? F_ER_IPV6 : F_EE_LOCAL); f++)
        wt_peek(c, f);
    wt_skip(c, 1);
}

static void error(wt_cur *c, uint64_t type) {
    if (type == 2)
        say_number(c, ": at most ", wt_take(c, F_MTU), " bytes");
    else if (type == 4)
        wt_take(c, F_POINTER);
    else
        wt_take_bytes(c, F_RESERVED, 4);
    wt_quoted_packet(c, wt_left(c), 0x86dd, true);
}

static void body(wt_cur *c, uint64_t type, uint64_t code) {
    switch (type) {
    case 1: case 2: case 3: case 4: error(c, type); break;
    case 128: case 129: echo(c); break;
    case 130: case 131: case 132: listener(c, type); break;
    case 133: case 141: case 142:
        wt_take_bytes(c, F_RESERVED, 4);
        wt_icmpv6_read_options(c);
        break;
    case 134: router_advertisement(c); break;
    case 135: case 136: neighbor(c, type); break;
    case 137: redirect(c); break;
    case 143: listener_report(c); break;
    case 144: case 145: case 146: case 147: home_agents(c, type); break;
    case 151:
        wt_take(c, F_MRD_INTERVAL);
        wt_take(c, F_MRD_ROBUSTNESS);
        break;
    case 155:
        if (code == 2)
            wt_icmpv6_destination(c);
        break;
    case 157: case 158: duplicate_address(c); break;
    case 160: case 161: extended_echo(c, type == 161); break;
    default: break;
    }
    if (wt_left(c) && !c->fail) {
        if (type == 128 || type == 129)
            wt_run(c, WT_P_DATA);
        else
            wt_take_rest(c, F_DATA);
    }
}

static wt_fid code_row(uint64_t type) {
    switch (type) {
    case 1: return F_CODE_UNREACHABLE;
    case 3: return F_CODE_EXCEEDED;
    case 4: return F_CODE_PARAMETER;
    case 161: return F_CODE_EXT_REPLY;
    default: return F_CODE;
    }
}

static void checksum(wt_cur *c) {
    wt_session *s = c->s;
    uint32_t n = c->end - c->start;
    bool whole = wt_left(c) == wt_left_captured(c) && !s->net.fragment && !s->embedded && s->net.family == 6;
    uint32_t pseudo = whole ? wt_checksum_pseudo(s, 58, n) : 0;
    uint16_t sum = whole ? wt_checksum_fold(wt_checksum_add(pseudo, c->data + c->start, n)) : 0;
    wt_take(c, F_CHECKSUM);
    if (c->fail)
        return;
    wt_emit_u(c, F_CHECKSUM_STATUS, c->pos - 2, 0, !whole ? 2 : sum == 0xffff);
    if (whole && sum != 0xffff)
        wt_note(c, "the ICMPv6 checksum is wrong: bits changed on the way, or the sender computed it wrongly");
}

static void dissect(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    uint64_t type = wt_take(c, F_TYPE), code = wt_take(c, code_row(type));
    if (!c->fail) {
        bool by_code = type == 1 || type == 3 || type == 4;
        const wt_value *row = by_code ? wt_value_find(wt_field_get(code_row(type))->values, code)
                                      : wt_value_find(&wt_icmpv6_types, type);
        say(c, row ? row->name : "ICMPv6 message of a type not known here");
    }
    checksum(c);
    body(c, type, code);
}

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 58, NULL}};

const wt_protocol wt_proto_icmpv6 = {
    .info = {.name = "icmpv6", .title = "Internet Control Message Protocol v6", .tag = "ICMPv6",
             .why = "IPv6's helper: reports errors, carries pings, finds neighbours and routers.", .ref = "RFC 4443",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
