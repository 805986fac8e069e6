/* icmp.c - ICMP for IPv4: pings, and what went wrong with a packet, quoting it. */
#include "proto/icmp.h"

#include "proto/common/quoted.h"

static const wt_value types_rows[] = {
    WT_V(0, "Echo Reply", "The answer to a ping, carrying back what the request carried."),
    WT_V(3, "Destination Unreachable", "The packet quoted below could not be delivered."),
    WT_V(4, "Source Quench", "Once: send more slowly. Deprecated; hosts ignore it (RFC 6633)."),
    WT_V(5, "Redirect", "There is a better first hop for this destination."),
    WT_V(8, "Echo Request", "A ping: whoever gets it sends the same bytes back."),
    WT_V(9, "Router Advertisement", "A router offers itself."),
    WT_V(10, "Router Solicitation", "A host asks which routers there are."),
    WT_V(11, "Time Exceeded", "The packet's TTL reached zero, or its fragments did not all come in time."),
    WT_V(12, "Parameter Problem", "The quoted packet's header makes no sense."),
    WT_V(13, "Timestamp Request", "Asks for the other's clock."),
    WT_V(14, "Timestamp Reply", "The other's clock."),
    WT_V(15, "Information Request", "Obsolete: asked for the network's number."),
    WT_V(16, "Information Reply", "Obsolete: told the network's number."),
    WT_V(17, "Address Mask Request", "Deprecated: asks for the subnet mask."),
    WT_V(18, "Address Mask Reply", "Deprecated: tells the subnet mask."),
    WT_V(30, "Traceroute", "Deprecated: a router on the way reports itself."),
    WT_V(42, "Extended Echo Request", "Asks a node about one of its interfaces."),
    WT_V(43, "Extended Echo Reply", "What the node says of its interface."),
};
const wt_values wt_icmp_types = {types_rows, sizeof types_rows / sizeof *types_rows};

static const wt_value unreachable_rows[] = {
    WT_V(0, "Network unreachable", "A router has no route to that network."),
    WT_V(1, "Host unreachable", "The last router got no answer from that host on its link."),
    WT_V(2, "Protocol unreachable", "The host does not speak the protocol in the IP header."),
    WT_V(3, "Port unreachable", "The host is there, but nothing listens on that port."),
    WT_V(4, "Fragmentation needed", "Too big for the next link, and the sender forbade fragmenting (DF)."),
    WT_V(5, "Source route failed", "The route the sender prescribed can't be followed."),
    WT_V(6, "Destination network unknown", NULL),
    WT_V(7, "Destination host unknown", NULL),
    WT_V(8, "Source host isolated", NULL),
    WT_V(9, "Network administratively prohibited", "A rule on the way forbids it."),
    WT_V(10, "Host administratively prohibited", "A rule on the way forbids it."),
    WT_V(11, "Network unreachable for this type of service", NULL),
    WT_V(12, "Host unreachable for this type of service", NULL),
    WT_V(13, "Communication administratively prohibited", "A firewall on the way forbids it."),
    WT_V(14, "Host precedence violation", NULL),
    WT_V(15, "Precedence cutoff in effect", NULL),
};
const wt_values wt_icmp_unreachable = {unreachable_rows, sizeof unreachable_rows / sizeof *unreachable_rows};

static const wt_value redirect_rows[] = {
    WT_V(0, "Redirect for network", NULL), WT_V(1, "Redirect for host", NULL),
    WT_V(2, "Redirect for type of service and network", NULL), WT_V(3, "Redirect for type of service and host", NULL)};
const wt_values wt_icmp_redirect = {redirect_rows, 4};

static const wt_value exceeded_rows[] = {
    WT_V(0, "TTL exceeded in transit",
         "Each router takes one from the TTL; the one that reaches zero drops the packet."),
    WT_V(1, "Fragment reassembly time exceeded", "Some fragments never came.")};
const wt_values wt_icmp_exceeded = {exceeded_rows, 2};

static const wt_value parameter_rows[] = {
    WT_V(0, "Pointer indicates the error", NULL), WT_V(1, "Required option missing", NULL),
    WT_V(2, "Bad length", NULL)};
const wt_values wt_icmp_parameter = {parameter_rows, 3};

static const wt_value advertisement_rows[] = {
    WT_V(0, "Normal router advertisement", NULL), WT_V(16, "Does not route common traffic", NULL)};
const wt_values wt_icmp_advertisement = {advertisement_rows, 2};

static const wt_value echo_reply_rows[] = {
    WT_V(0, "No error", NULL), WT_V(1, "Malformed query", NULL), WT_V(2, "No such interface", NULL),
    WT_V(3, "No such table entry", NULL), WT_V(4, "Several interfaces satisfy the query", NULL)};
const wt_values wt_icmp_echo_reply = {echo_reply_rows, 5};

static const wt_value status_rows[] = {
    WT_V(0, "Bad", "Bits changed on the way, or the checksum was computed wrongly."), WT_V(1, "Good", NULL),
    WT_V(2, "Unverified", "Not all bytes are here."), WT_V(3, "Not present", NULL)};
const wt_values wt_icmp_status = {status_rows, 4};

static const wt_value classes_rows[] = {
    WT_V(1, "MPLS Label Stack", "The labels under which the packet arrived (RFC 4950)."),
    WT_V(2, "Interface Information", "The interface the packet came in by, or would have left by (RFC 5837)."),
    WT_V(3, "Interface Identification", "Which interface is asked about (RFC 8335).")};
const wt_values wt_icmp_classes = {classes_rows, 3};

static const wt_value roles_rows[] = {
    WT_V(0, "The packet arrived by it", NULL), WT_V(1, "A part of the interface it arrived by", NULL),
    WT_V(2, "The packet would have left by it", NULL), WT_V(3, "The next hop", NULL)};
const wt_values wt_icmp_roles = {roles_rows, 4};

static const wt_value states_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "Incomplete", NULL), WT_V(2, "Reachable", NULL), WT_V(3, "Stale", NULL),
    WT_V(4, "Delay", NULL), WT_V(5, "Probe", NULL), WT_V(6, "Failed", NULL)};
const wt_values wt_icmp_states = {states_rows, 7};

static const wt_value families_rows[] = {WT_V(1, "IPv4", NULL), WT_V(2, "IPv6", NULL)};
const wt_values wt_icmp_families = {families_rows, 2};

static const wt_field fields[] = {ICMP_FIELDS(WT_ROW)};

/* ---- parts ------------------------------------------------------------------------------ */

static void say(wt_cur *c, const char *text) {
    wt_text *t = wt_tell(c);
    if (t)
        wt_put_s(t, text);
}

static void say_value(wt_cur *c, const wt_values *values, uint64_t v, const char *otherwise) {
    const wt_value *row = wt_value_find(values, v);
    say(c, row ? row->name : otherwise);
}

/* Type 3, 11, 12: what is quoted, then extensions, told by a length or found 128 bytes on (RFC 4884 §5.5). */
static void quoted_and_extensions(wt_cur *c, uint32_t words) {
    uint32_t n = words ? words * 4 : wt_left(c);
    bool found = !words && wt_left(c) > 128 && wt_icmp_is_extension(c, 128);
    wt_quoted_packet(c, found ? 128 : n, 0x0800, true);
    if ((found || words) && wt_left(c) >= 4 && wt_look(c, 0, 1) >> 4 == 2)
        wt_icmp_extensions(c);
}

static uint32_t length_of_quote(wt_cur *c) {
    uint32_t words = (uint32_t)wt_take(c, F_LENGTH);
    wt_emit_u(c, F_ORIGINAL, c->pos - 1, 1, words * 4);
    return words;
}

static void unreachable(wt_cur *c, uint64_t type, uint64_t code) {
    uint32_t words = (uint32_t)wt_look(c, 1, 1);
    bool mtu = type == 3 && code == 4;
    if (type == 12)
        wt_take(c, F_POINTER);
    else if (words)
        wt_take_bytes(c, F_UNUSED, 1);
    if (words)
        words = length_of_quote(c);
    if (mtu) {
        if (!words)
            wt_take_bytes(c, F_UNUSED, 2);
        uint64_t bytes = wt_take(c, F_MTU);
        wt_text *t = wt_tell(c);
        if (t) {
            wt_put_s(t, ": at most ");
            wt_put_u(t, bytes);
            wt_put_s(t, " bytes");
        }
    } else {
        wt_take_bytes(c, F_UNUSED, words ? 2 : type == 12 ? 3 : 4);
    }
    quoted_and_extensions(c, words);
}

static void echo(wt_cur *c, bool timestamps) {
    uint64_t id = wt_take(c, F_IDENT), seq = wt_take(c, F_SEQ);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        wt_put_s(t, ", id ");
        wt_put_u(t, id);
        wt_put_s(t, ", sequence ");
        wt_put_u(t, seq);
    }
    if (timestamps) {
        wt_take(c, F_ORIGINATE);
        wt_take(c, F_RECEIVE);
        wt_take(c, F_TRANSMIT);
    }
}

static void mobile_extension(wt_cur *c) {
    uint64_t type = wt_take(c, F_MIP_TYPE);
    if (type == 0)                         /* one-byte padding */
        return;
    wt_cur body = wt_sub(c, (uint32_t)wt_take(c, F_MIP_LENGTH));
    if (type == 16) {
        wt_take(&body, F_MIP_SEQ);
        wt_take(&body, F_MIP_LIFE);
        wt_take(&body, F_MIP_FLAGS);
        wt_node n = wt_parent(&body, F_MIP_FLAGS);
        for (wt_fid f = F_MIP_R; f <= F_MIP_RESERVED; f++)
            wt_bits(&body, f);
        wt_end(&body, n);
        while (wt_left(&body) >= 4)
            wt_take_bytes(&body, F_MIP_COA, 4);
    } else if (type == 19) {
        while (wt_left(&body))
            wt_take(&body, F_MIP_PREFIX);
    }
    if (wt_left(&body))
        wt_take_rest(&body, F_MIP_CONTENT);
}

static void router_advertisement(wt_cur *c) {
    uint64_t n = wt_take(c, F_NUM_ADDRS), words = wt_take(c, F_ENTRY_SIZE);
    wt_take(c, F_LIFETIME);
    for (; n && words == 2 && wt_left(c) >= 8; n--) {
        wt_take_bytes(c, F_ROUTER, 4);
        wt_take(c, F_PREFERENCE);
    }
    while (wt_left(c))
        mobile_extension(c);
}

static void extended_echo(wt_cur *c, bool reply) {
    wt_take(c, F_IDENT);
    wt_take(c, F_EE_SEQ);
    for (wt_fid f = reply ? F_ER_STATE : F_EE_RESERVED; f <= (reply ? F_ER_IPV6 : F_EE_LOCAL); f++)
        wt_peek(c, f);
    wt_skip(c, 1);
    if (!reply && wt_left(c) >= 4)
        wt_icmp_extensions(c);
}

static wt_fid code_row(uint64_t type) {
    switch (type) {
    case 3: return F_CODE_UNREACHABLE;
    case 5: return F_CODE_REDIRECT;
    case 9: return F_CODE_ADVERTISEMENT;
    case 11: return F_CODE_EXCEEDED;
    case 12: return F_CODE_PARAMETER;
    case 43: return F_CODE_EXT_REPLY;
    default: return F_CODE;
    }
}

static void checksum(wt_cur *c) {
    wt_session *s = c->s;
    bool whole = wt_left(c) == wt_left_captured(c) && !s->net.fragment && !s->embedded;
    uint16_t sum = whole ? wt_checksum_fold(wt_checksum_add(0, c->data + c->start, c->end - c->start)) : 0;
    wt_take(c, F_CHECKSUM);
    if (c->fail)
        return;
    wt_emit_u(c, F_CHECKSUM_STATUS, c->pos - 2, 0, !whole ? 2 : sum == 0xffff);
    if (whole && sum != 0xffff)
        wt_note(c, "the ICMP checksum is wrong: bits changed on the way, or the sender computed it wrongly");
}

static void dissect(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    uint64_t type = wt_take(c, F_TYPE), code = wt_take(c, code_row(type));
    if (!c->fail) {
        const wt_field *row = wt_field_get(code_row(type));
        say_value(c, row->values && type != 9 && type != 43 ? row->values : &wt_icmp_types,
                  row->values && type != 9 && type != 43 ? code : type, "ICMP message of a type not known here");
    }
    checksum(c);
    switch (type) {
    case 0: case 8: echo(c, false); break;
    case 3: case 11: case 12: unreachable(c, type, code); break;
    case 4: wt_skip(c, 4); wt_quoted_packet(c, wt_left(c), 0x0800, true); break;
    case 5: {
        const uint8_t *gateway = wt_take_bytes(c, F_GATEWAY, 4);
        wt_text *t = gateway ? wt_tell(c) : NULL;
        if (t) {
            wt_put_s(t, ": go by ");
            wt_put_ipv4(t, gateway);
        }
        wt_quoted_packet(c, wt_left(c), 0x0800, true);
        break;
    }
    case 9: router_advertisement(c); break;
    case 13: case 14: echo(c, true); break;
    case 15: case 16: echo(c, false); break;
    case 17: case 18:
        echo(c, false);
        wt_take_bytes(c, F_ADDRESS_MASK, 4);
        break;
    case 42: case 43: extended_echo(c, type == 43); break;
    default: break;
    }
    if (wt_left(c) && !c->fail)
        wt_run(c, WT_P_DATA);
}

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 1, NULL}};

const wt_protocol wt_proto_icmp = {
    .info = {.name = "icmp", .title = "Internet Control Message Protocol", .tag = "ICMP",
             .why = "Tells what went wrong with IP packets, and carries pings.", .ref = "RFC 792",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
