/* dhcpv6.c - DHCPv6: lends IPv6 addresses and whole prefixes, and tells settings (RFC 8415). */
#include "proto/dhcpv6.h"

const wt_field wt_dhcpv6_rows[] = {WT_DHCPV6_FIELDS(WT_ROW)};

typedef struct message {
    wt_cur *c;
    bool from_server;
    bool relayed;
    wt_cur inner;                          /* what a relay passes on: read when the options around it are */
    const uint8_t *address, *prefix, *name;
    uint32_t prefix_length, name_length;
    uint64_t status;
} message;

/* Bytes in hex, `gap` between them: a text that lives as long as the tape. */
static void take_hex(wt_cur *c, wt_fid f, uint32_t n, char gap) {
    if (!n || !wt_need(c, n))
        return;
    char *room = wt_wants(c->s, f) ? wt_arena(c->s, 3 * (size_t)n) : NULL;
    wt_text t = {room, 0, room ? 3 * n : 0, false};
    for (uint32_t i = 0; room && i < n; i++) {
        if (gap && i)
            wt_put_c(&t, gap);
        wt_put_x(&t, wt_here(c)[i], 2);
    }
    if (room)
        wt_emit_p(c, f, c->pos, n, room, t.len);
    wt_skip(c, n);
}

/* A name as the DNS writes it, never compressed; its final dot tells that it is complete. */
static void take_name(wt_cur *c, wt_fid f, message *m) {
    uint32_t start = c->pos, n = wt_left(c), labels = 0;
    char *room = n && wt_need(c, n) ? wt_arena(c->s, (size_t)n + 1) : NULL;
    if (!room) {
        wt_skip(c, n);
        return;
    }
    wt_text t = {room, 0, n + 1, false};
    uint32_t label;
    bool ended = false;
    while (wt_left(c) && !ended) {
        label = wt_here(c)[0];
        if (label > 63 || label >= wt_left(c)) {
            wt_malformed(c, "a name's label says it has %u bytes", label);
            return;
        }
        wt_skip(c, 1);
        ended = !label;
        if (labels && (label || ended))
            wt_put_c(&t, '.');
        for (uint32_t i = 0; i < label; i++)
            wt_put_c(&t, (char)wt_here(c)[i]);
        wt_skip(c, label);
        labels += label != 0;
    }
    if (!t.len)
        return;
    wt_emit_p(c, ended && labels == 1 ? F_TLD : f, start, c->pos - start, room, t.len);
    if (m) {
        m->name = (const uint8_t *)room;
        m->name_length = t.len;
    }
}

static void names(wt_cur *c, wt_fid f) {
    while (wt_left(c) && !c->fail)
        take_name(c, f, NULL);
}

static void addresses(wt_cur *c, wt_fid f) {
    while (wt_left(c) && !c->fail)
        wt_take_bytes(c, f, 16);
}

static void duid(wt_cur *c) {
    uint32_t n = wt_left(c);
    if (!n || !wt_need(c, n))
        return;
    wt_emit_p(c, F_DUID, c->pos, n, wt_here(c), n);
    uint64_t type = wt_take(c, F_DUID_TYPE);
    switch (type) {
    case 1:
        wt_take(c, F_LLT_HARDWARE);
        if (!wt_need(c, 4))
            return;
        wt_emit_u(c, F_LLT_TIME, c->pos, 4, (wt_look(c, 0, 4) + 946684800u) * 1000000000u);  /* from 2000 on */
        wt_skip(c, 4);
        take_hex(c, F_LLT_ADDRESS, wt_left(c), ':');
        break;
    case 2:
        wt_take(c, F_EN_ENTERPRISE);
        if (wt_left(c))
            wt_take_bytes(c, F_EN_ID, wt_left(c));
        break;
    case 3:
        wt_take(c, F_LL_HARDWARE);
        take_hex(c, F_LL_ADDRESS, wt_left(c), ':');
        break;
    case 4:
        if (wt_left(c))
            wt_take_bytes(c, F_UUID, wt_left(c));
        break;
    default: break;
    }
}

static void options(wt_cur *c, message *m, unsigned depth);

static void association(wt_cur *c, message *m, bool temporary, unsigned depth) {
    take_hex(c, temporary ? F_IATA : F_IAID, 4, 0);
    if (!temporary) {
        wt_take(c, F_T1);
        wt_take(c, F_T2);
    }
    options(c, m, depth);
}

static void address(wt_cur *c, message *m, unsigned depth) {
    const uint8_t *p = wt_take_bytes(c, F_ADDRESS, 16);
    if (p && !m->address)
        m->address = p;
    wt_take(c, F_ADDRESS_PREFERRED);
    wt_take(c, F_ADDRESS_VALID);
    options(c, m, depth);
}

static void prefix(wt_cur *c, message *m, unsigned depth) {
    wt_take(c, F_PREFIX_PREFERRED);
    wt_take(c, F_PREFIX_VALID);
    uint32_t length = (uint32_t)wt_take(c, F_PREFIX_LENGTH);
    const uint8_t *p = wt_take_bytes(c, F_PREFIX, 16);
    if (p && !m->prefix) {
        m->prefix = p;
        m->prefix_length = length;
    }
    options(c, m, depth);
}

static void authentication(wt_cur *c) {
    wt_take(c, F_AUTH_PROTOCOL);
    wt_take(c, F_AUTH_ALGORITHM);
    wt_take(c, F_AUTH_RDM);
    wt_take_bytes(c, F_AUTH_REPLAY, 8);
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, F_AUTH_INFO, wt_left(c));
}

static void status(wt_cur *c, message *m) {
    m->status = wt_take(c, F_STATUS);
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, F_STATUS_TEXT, wt_left(c));
}

/* Pieces, each with its length in front; `f_length` may be none. */
static void pieces(wt_cur *c, wt_fid f_length, wt_fid f) {
    while (wt_left(c) && !c->fail) {
        uint32_t n = (uint32_t)wt_look(c, 0, 2);
        if (f_length == WT_FID_NONE)
            wt_skip(c, 2);
        else
            wt_take(c, f_length);
        if (n && !c->fail)
            wt_take_bytes(c, f, n);
    }
}

static void vendor(wt_cur *c) {
    wt_take(c, F_VENDOR);
    while (wt_left(c) && !c->fail) {
        wt_take(c, F_VENDOR_CODE);
        uint32_t n = (uint32_t)wt_take(c, F_VENDOR_LENGTH);
        if (n && !c->fail)
            wt_take_bytes(c, F_VENDOR_DATA, n);
    }
}

static void full_name(wt_cur *c, message *m) {
    wt_take(c, F_FQDN_FLAGS);
    wt_node n = wt_parent(c, F_FQDN_FLAGS);
    wt_fid first = m->from_server ? F_FQDN_SERVER_N : F_FQDN_CLIENT_N,
           last = m->from_server ? F_FQDN_SERVER_S : F_FQDN_CLIENT_S;
    for (wt_fid f = first; f <= last; f++)
        wt_bits(c, f);
    wt_end(c, n);
    take_name(c, F_FQDN, m);
}

static void time_servers(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        uint64_t code = wt_take(c, F_NTP_CODE);
        wt_cur one = wt_sub(c, (uint32_t)wt_take(c, F_NTP_LENGTH));
        if (c->fail)
            return;
        if (code == 1)
            wt_take_bytes(&one, F_NTP_ADDRESS, 16);
        else if (code == 2)
            wt_take_bytes(&one, F_NTP_GROUP, 16);
        else if (code == 3)
            take_name(&one, F_NTP_NAME, NULL);
    }
}

static void words(wt_cur *c, wt_fid f) {
    if (wt_left(c))
        wt_take_bytes(c, f, wt_left(c));
}

static void numbers(wt_cur *c, wt_fid f) {
    while (wt_left(c) && !c->fail)
        wt_take(c, f);
}

static void rows(wt_cur *c, wt_fid first, wt_fid last) {
    for (wt_fid f = first; f <= last; f++)
        wt_take(c, f);
}

/* The set of ports stands in the leading bits of its two bytes. */
static void ports(wt_cur *c) {
    wt_take(c, F_S46_OFFSET);
    uint32_t bits = (uint32_t)wt_take(c, F_S46_PSID_LEN);
    if (wt_need(c, 2))
        wt_emit_u(c, F_S46_PSID, c->pos, 2, bits < 16 ? wt_look(c, 0, 2) >> (16 - bits) : wt_look(c, 0, 2));
    wt_skip(c, 2);
}

/* Options that hold one value or a list of one kind. */
static bool simple(wt_cur *c, uint64_t code) {
    switch (code) {
    case 7: wt_take(c, F_PREFERENCE); break;
    case 12: wt_take_bytes(c, F_UNICAST, 16); break;
    case 15: pieces(c, F_USER_LENGTH, F_USER_CLASS); break;
    case 18: words(c, F_INTERFACE); break;
    case 19: wt_take(c, F_RECONFIGURE); break;
    case 21: names(c, F_SIP_NAME); break;
    case 22: addresses(c, F_SIP_SERVER); break;
    case 23: addresses(c, F_DNS_SERVER); break;
    case 24: names(c, F_SEARCH); break;
    case 27: addresses(c, F_NIS_SERVER); break;
    case 28: addresses(c, F_NISP_SERVER); break;
    case 29: names(c, F_NIS_NAME); break;
    case 30: names(c, F_NISP_NAME); break;
    case 31: addresses(c, F_SNTP_SERVER); break;
    case 32: wt_take(c, F_LIFETIME); break;
    case 33: names(c, F_BCMCS_NAME); break;
    case 34: addresses(c, F_BCMCS_SERVER); break;
    case 38: words(c, F_SUBSCRIBER); break;
    case 40: addresses(c, F_PANA); break;
    case 41: words(c, F_TIMEZONE); break;
    case 42: words(c, F_TZDB); break;
    case 43: numbers(c, F_REQUESTED); break;
    case 46: wt_take(c, F_CLIENT_TIME); break;
    case 48: addresses(c, F_CLIENT_LINK); break;
    case 51: names(c, F_LOST); break;
    case 52: addresses(c, F_CAPWAP); break;
    case 56: time_servers(c); break;
    case 58: names(c, F_SIP_DOMAIN); break;
    case 59: words(c, F_BOOT_URL); break;
    case 60: pieces(c, F_BOOT_LENGTH, F_BOOT_PARAMETER); break;
    case 61: numbers(c, F_ARCHITECTURE); break;
    case 62: rows(c, F_NII_TYPE, F_NII_MINOR); break;
    case 64: names(c, F_AFTR); break;
    case 65: names(c, F_ERP_DOMAIN); break;
    case 79:
        wt_take(c, F_LINK_HARDWARE);
        words(c, F_LINK_CLIENT);
        break;
    case 80: wt_take_bytes(c, F_LINK_ADDRESS, 16); break;
    case 82: wt_take(c, F_SOL_MAX); break;
    case 83: wt_take(c, F_INF_MAX); break;
    case 90: wt_take_bytes(c, F_S46_BR, 16); break;
    case 93: ports(c); break;
    case 103: words(c, F_PORTAL); break;
    case 112: words(c, F_MUD); break;
    case 135: wt_take(c, F_RELAY_PORT); break;
    default: return false;
    }
    return true;
}

/* As many bytes of an IPv6 prefix as its length in bits needs; the rest of the address is zero. */
static void short_prefix(wt_cur *c, wt_fid f, uint64_t bits) {
    uint32_t n = (uint32_t)(bits + 7) / 8;
    uint8_t *whole = wt_wants(c->s, f) ? wt_arena(c->s, 16) : NULL;
    const uint8_t *p = n <= 16 ? wt_skip(c, n) : NULL;
    if (n > 16)
        wt_malformed(c, "a prefix says that it has %u bits, but an address has 128", (uint32_t)bits);
    if (!p || !whole)
        return;
    memset(whole, 0, 16);
    memcpy(whole, p, n);
    wt_emit_p(c, f, c->pos - n, n, whole, 16);
}

/* How IPv4 is carried over a network that has only IPv6 (RFC 7598). */
static void softwire(wt_cur *c, uint64_t code) {
    if (code == 91) {
        uint64_t bits = wt_take(c, F_S46_DMR_LEN);
        short_prefix(c, F_S46_DMR, bits);
    } else if (code == 92) {
        wt_take_bytes(c, F_S46_BIND4, 4);
        uint64_t bits = wt_take(c, F_S46_BIND_LEN);
        short_prefix(c, F_S46_BIND6, bits);
    } else {
        wt_take(c, F_S46_FLAGS);
        wt_node n = wt_parent(c, F_S46_FLAGS);
        wt_bits(c, F_S46_RESERVED);
        wt_bits(c, F_S46_FMR);
        wt_end(c, n);
        wt_take(c, F_S46_EA);
        wt_take(c, F_S46_4LEN);
        wt_take_bytes(c, F_S46_4, 4);
        uint64_t bits = wt_take(c, F_S46_6LEN);
        short_prefix(c, F_S46_6, bits);
    }
}

static void elapsed(wt_cur *c) {
    if (wt_need(c, 2))
        wt_emit_u(c, F_ELAPSED, c->pos, 2, wt_look(c, 0, 2) * 10);
    wt_skip(c, 2);
}

static void content(wt_cur *c, uint64_t code, message *m, unsigned depth) {
    if (simple(c, code))
        return;
    switch (code) {
    case 1: case 2: case 53: duid(c); break;
    case 3: case 4: case 25: association(c, m, code == 4, depth); break;
    case 5: address(c, m, depth); break;
    case 6:
        while (wt_left(c) && !c->fail)
            wt_take(c, F_REQUESTED);
        break;
    case 8: elapsed(c); break;
    case 9:
        m->relayed = true;
        m->inner = wt_sub(c, wt_left(c));
        break;
    case 11: authentication(c); break;
    case 13: status(c, m); break;
    case 14: case 20: break;               /* no data: being there is all they say */
    case 16:
        wt_take(c, F_CLASS_ENTERPRISE);
        pieces(c, WT_FID_NONE, F_CLASS_DATA);
        break;
    case 17: vendor(c); break;
    case 26: prefix(c, m, depth); break;
    case 37:
        wt_take(c, F_REMOTE_ENTERPRISE);
        words(c, F_REMOTE_ID);
        break;
    case 39: full_name(c, m); break;
    case 44:
        wt_take(c, F_QUERY_TYPE);
        wt_take_bytes(c, F_QUERY_LINK, 16);
        options(c, m, depth);
        break;
    case 45: case 66: case 94: case 95: case 96: options(c, m, depth); break;
    case 47:
        wt_take_bytes(c, F_LQ_PEER, 16);
        words(c, F_LQ_MESSAGE);
        break;
    case 89: case 91: case 92:
        softwire(c, code);
        options(c, m, depth);
        break;
    case 67:
        wt_take(c, F_EXCLUDE_LENGTH);
        words(c, F_EXCLUDE);
        break;
    default: words(c, F_VALUE);
    }
}

static void option(wt_cur *c, message *m, unsigned depth) {
    uint32_t code = (uint32_t)wt_look(c, 0, 2), length = (uint32_t)wt_look(c, 2, 2);
    if (!wt_need(c, 4))
        return;
    const wt_value *v = wt_value_find(&wt_dhcpv6_options, code);
    const char *name = v ? v->name : "DHCP option";
    wt_emit_p(c, F_OPTION, c->pos, 4 + length, name, (uint32_t)strlen(name));
    wt_node n = wt_parent(c, F_OPTION);
    wt_take(c, F_CODE);
    wt_take(c, F_LENGTH);
    wt_cur data = wt_sub(c, length);
    content(&data, code, m, depth);
    wt_end(c, n);
}

enum { DEPTH = 8 };                        /* options in options: the RFC needs four */

static void options(wt_cur *c, message *m, unsigned depth) {
    if (depth >= DEPTH) {
        words(c, F_VALUE);
        return;
    }
    while (wt_left(c) && !c->fail)
        option(c, m, depth + 1);
}

static void say(const message *m, uint64_t type) {
    static const char *const words_for[] = {
        "", "Who can give me an address?", "I can", "Please, for good", "Are my addresses still good here?",
        "More time, please",
        "More time, please, from anybody", "Here you are", "gives its addresses back", "found the address taken",
        "Ask again!", "What are the settings here?", "a relay passes on", "a relay shall pass on",
        "Tell me about a lease", "It is lent like so",
        "That was all", "A lease"};
    wt_text *t = m->c->fail ? NULL : wt_tell(m->c);
    if (!t)
        return;
    const wt_value *v = wt_value_find(&wt_dhcpv6_messages, type);
    wt_put_s(t, v ? v->name : "a message of a type not known here");
    if (type < sizeof words_for / sizeof *words_for && type) {
        wt_put_s(t, ": ");
        wt_put_s(t, words_for[type]);
    }
    if (m->address) {
        wt_put_s(t, ", ");
        wt_put_ipv6(t, m->address);
    }
    if (m->prefix) {
        wt_put_s(t, ", ");
        wt_put_ipv6(t, m->prefix);
        wt_put_c(t, '/');
        wt_put_u(t, m->prefix_length);
    }
    if (m->name && !m->from_server) {
        wt_put_s(t, " (");
        wt_put_wire(t, m->name, m->name_length);
        wt_put_c(t, ')');
    }
    if (m->status) {
        const wt_value *s = wt_value_find(&wt_dhcpv6_statuses, m->status);
        wt_put_s(t, "; but: ");
        wt_put_s(t, s ? s->name : "it failed");
    }
}

static void dissect(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    message m = {.c = c};
    uint64_t type = wt_take(c, F_TYPE);
    m.from_server = type == 2 || type == 7 || type == 10 || type == 13 || (type >= 15 && type <= 17);
    if (type == 12 || type == 13) {
        wt_take(c, F_HOPS);
        wt_take_bytes(c, F_LINK, 16);
        wt_take_bytes(c, F_PEER, 16);
    } else {
        wt_take(c, F_XID);
    }
    options(c, &m, 0);
    say(&m, type);
    if (m.relayed)
        wt_run(&m.inner, WT_P_DHCPV6);
}

static const wt_binding bindings[] = {{WT_T_UDP_PORT, 546, NULL}, {WT_T_UDP_PORT, 547, NULL}};

const wt_protocol wt_proto_dhcpv6 = {
    .info = {.name = "dhcpv6", .title = "Dynamic Host Configuration Protocol for IPv6", .tag = "DHCPv6",
             .why = "Lends IPv6 addresses and prefixes, and tells settings.", .ref = "RFC 8415",
             .fields = wt_dhcpv6_rows, .field_count = sizeof wt_dhcpv6_rows / sizeof *wt_dhcpv6_rows},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
