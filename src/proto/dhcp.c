/* dhcp.c - DHCP, and BOOTP before it: how a host gets its address and settings. */
#include "proto/dhcp.h"

static const wt_field fields[] = {DHCP_FIELDS(WT_ROW)};

enum { SNAME = 44, FILE_AT = 108, COOKIE_AT = 236, OPTIONS = 240 };
static const uint8_t cookie[4] = {0x63, 0x82, 0x53, 0x63};

/* ---- looking ahead ---------------------------------------------------------------------- */

static void note_option(wt_dhcp *d, uint32_t code, const uint8_t *p, uint32_t n) {
    switch (code) {
    case 12: d->host = p; d->host_len = n; break;
    case 50: d->requested = n == 4 ? p : NULL; break;
    case 51:
        d->has_lease = n == 4;
        d->lease = n == 4 ? (uint32_t)wt_load(p, 4) : 0;
        break;
    case 52: d->overload = n ? p[0] : 0; break;
    case 53: d->type = n ? p[0] : 0; break;
    case 56: d->reason = p; d->reason_len = n; break;
    case 60: d->vendor_class = p; d->vendor_class_len = n; break;
    default: break;
    }
}

static void look_ahead(const wt_cur *c, wt_dhcp *d) {
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left_captured(c);
    if (n < OPTIONS || memcmp(p + COOKIE_AT, cookie, 4) != 0)
        return;
    if (wt_load(p + 16, 4))
        d->your = p + 16;
    for (uint32_t at = OPTIONS; at < n && p[at] != 255;) {
        if (p[at] == 0) {
            at++;
            continue;
        }
        if (at + 2 > n || at + 2 + p[at + 1] > n)
            return;
        note_option(d, p[at], p + at + 2, p[at + 1]);
        at += 2u + p[at + 1];
    }
}

/* ---- headlines -------------------------------------------------------------------------- */

/* "1 hour", "23 h 45 min 36 s" */
static void put_duration(wt_text *t, uint32_t seconds) {
    static const struct { uint32_t n; const char *name, *unit; } units[] = {
        {86400, " day", " d"}, {3600, " hour", " h"}, {60, " minute", " min"}, {1, " second", " s"}};
    if (seconds == UINT32_MAX) {
        wt_put_s(t, "ever");
        return;
    }
    bool first = true;
    for (unsigned i = 0; i < 4 && (seconds || (first && i == 3)); i++) {
        uint32_t value = seconds / units[i].n;
        bool alone = first && seconds % units[i].n == 0;
        if (!value && i < 3)
            continue;
        if (!first)
            wt_put_c(t, ' ');
        wt_put_u(t, value);
        wt_put_s(t, alone ? units[i].name : units[i].unit);
        if (alone && value != 1)
            wt_put_c(t, 's');
        seconds %= units[i].n;
        first = false;
    }
}

static void put_address(wt_text *t, const uint8_t *p, const char *otherwise) {
    if (p)
        wt_put_ipv4(t, p);
    else
        wt_put_s(t, otherwise);
}

static void put_lease(wt_text *t, const wt_dhcp *d) {
    if (!d->has_lease)
        return;
    wt_put_s(t, " for ");
    put_duration(t, d->lease);
}

static void tell(wt_text *t, const wt_dhcp *d, const uint8_t *header) {
    const uint8_t *own = wt_load(header + 12, 4) ? header + 12 : NULL;
    switch (d->type) {
    case 0:
        wt_put_s(t, header[0] == 2 ? "BOOTP reply: your address is " : "BOOTP request: what is my address?");
        if (header[0] == 2)
            put_address(t, header + 16, "");
        break;
    case 1:
        wt_put_s(t, "Discover: is there a DHCP server?");
        if (d->requested) {
            wt_put_s(t, " I would like ");
            wt_put_ipv4(t, d->requested);
        }
        break;
    case 2:
        wt_put_s(t, "Offer: ");
        put_address(t, d->your, "settings only");
        put_lease(t, d);
        break;
    case 3:
        wt_put_s(t, d->requested ? "Request: may I have " : "Request: may I keep ");
        put_address(t, d->requested ? d->requested : own, "my address");
        wt_put_c(t, '?');
        break;
    case 4:
        wt_put_s(t, "Decline: somebody uses ");
        put_address(t, d->requested, "this address");
        wt_put_s(t, " already");
        break;
    case 5:
        wt_put_s(t, "ACK: ");
        put_address(t, d->your, "here are the settings");
        if (d->your)
            wt_put_s(t, " is yours");
        put_lease(t, d);
        break;
    case 6:
        wt_put_s(t, "NAK: refused, start again");
        if (d->reason_len) {
            wt_put_s(t, ": ");
            wt_put_wire(t, d->reason, d->reason_len);
        }
        break;
    case 7:
        wt_put_s(t, "Release: ");
        put_address(t, own, "the address");
        wt_put_s(t, " is free again");
        break;
    case 8: wt_put_s(t, "Inform: which settings are there?"); break;
    default: {
        const wt_value *v = wt_value_find(&wt_dhcp_messages, d->type);
        wt_put_s(t, v ? v->name : "DHCP message of a kind not known here");
    }
    }
    if (d->host_len && (d->type == 1 || d->type == 3 || d->type == 8)) {
        wt_put_s(t, " I am ");
        wt_put_wire(t, d->host, d->host_len);
    }
}

/* ---- options ---------------------------------------------------------------------------- */

static void padding(wt_cur *c, bool with_type) {
    uint32_t n = 0, left = wt_left_captured(c);
    const uint8_t *p = wt_here(c);
    while (n < left && p[n] == 0)
        n++;
    if (with_type)
        wt_emit_u(c, F_OPTION_END, c->pos, n, 0);
    wt_node node = wt_parent(c, F_OPTION_END);
    wt_take_bytes(c, F_PADDING, n);
    wt_end(c, with_type ? node : WT_NO_NODE);
}

static void end_option(wt_cur *c) {
    wt_emit_u(c, F_OPTION_END, c->pos, 1, 0);
    wt_node node = wt_parent(c, F_OPTION_END);
    wt_take(c, F_END);
    wt_end(c, node);
}

static void option(wt_cur *c, const wt_dhcp *d) {
    uint32_t code = (uint32_t)wt_look(c, 0, 1), n = (uint32_t)wt_look(c, 1, 1);
    if (!wt_need(c, 2))
        return;
    wt_emit_u(c, F_OPTION, c->pos, 2 + n, code);
    wt_node node = wt_parent(c, F_OPTION);
    wt_skip(c, 1);
    wt_take(c, F_LENGTH);
    if (wt_need(c, n)) {
        wt_emit_p(c, F_VALUE, c->pos, n, wt_here(c), n);
        wt_cur body = wt_sub(c, n);
        wt_dhcp_option(&body, d, code);
    }
    wt_end(c, node);
}

/* Options up to the end mark; what follows it is padding. */
static void options(wt_cur *c, const wt_dhcp *d, bool in_borrowed_field) {
    while (wt_left(c) && wt_need(c, 1)) {
        uint8_t code = wt_here(c)[0];
        if (code == 0) {
            padding(c, true);
        } else if (code == 255) {
            end_option(c);
            if (!in_borrowed_field && wt_left(c))
                wt_take_rest(c, F_PADDING);
            c->pos = c->end;
        } else {
            option(c, d);
        }
    }
}

/* ---- the fixed part --------------------------------------------------------------------- */

/* Some clients get the byte order wrong: a time that would be whole multiples of 256 gives them away. */
static void seconds(wt_cur *c) {
    uint64_t n = wt_look(c, 0, 2);
    if (!wt_need(c, 2) || n < 256 || n & 0xff) {
        wt_take(c, F_SECS);
        return;
    }
    wt_emit_u(c, F_SECS, c->pos, 2, n >> 8);
    wt_skip(c, 2);
}

static void flags(wt_cur *c) {
    wt_take(c, F_FLAGS);
    wt_node node = wt_parent(c, F_FLAGS);
    wt_bits(c, F_BROADCAST);
    wt_bits(c, F_FLAGS_RESERVED);
    wt_end(c, node);
}

static void hardware_address(wt_cur *c, uint64_t type, uint32_t n) {
    bool mac = (type == 1 || type == 6) && n == 6;
    if (mac && wt_need(c, 6))
        wt_emit_p(c, F_HW_MAC, c->pos, 6, wt_here(c), 6);
    if (!wt_need(c, 16))
        return;
    if (n && n <= 16) {
        if (!mac)
            wt_emit_p(c, F_HW_ADDR, c->pos, 16, wt_here(c), 16);
        if (n < 16)
            wt_emit_p(c, F_HW_PADDING, c->pos + n, 16 - n, wt_here(c) + n, 16 - n);
    }
    wt_skip(c, 16);
}

static void borrowed(wt_cur *c, const wt_dhcp *d, uint32_t n) {
    wt_node node = wt_begin(c, F_OVERLOADED, n);
    wt_cur field = wt_sub(c, n);
    options(&field, d, true);
    wt_end(c, node);
}

static void dissect(wt_cur *c) {
    wt_dhcp d = {0};
    wt_layer_of(c)->length = wt_left(c);
    look_ahead(c, &d);
    wt_text *t = wt_left_captured(c) >= SNAME ? wt_tell(c) : NULL;
    if (t)
        tell(t, &d, wt_here(c));
    wt_take(c, F_TYPE);
    uint64_t type = wt_take(c, F_HW_TYPE), n = wt_take(c, F_HW_LEN);
    wt_take(c, F_HOPS);
    wt_take(c, F_ID);
    seconds(c);
    flags(c);
    for (wt_fid f = F_CLIENT; f <= F_RELAY; f++)
        wt_take_bytes(c, f, 4);
    hardware_address(c, type, (uint32_t)n);
    if (d.overload & 2)
        borrowed(c, &d, 64);
    else
        wt_dhcp_words_n(c, F_SNAME, 64);
    if (d.overload & 1)
        borrowed(c, &d, 128);
    else
        wt_dhcp_words_n(c, F_FILE, 128);
    wt_item *plain = !d.type && !c->fail ? wt_put(c, F_BOOTP, c->start, 0) : NULL;
    if (plain) {
        plain->v.u = 1;
        plain->flags |= WT_I_GENERATED | WT_I_HIDDEN;
    }
    if (wt_left_captured(c) >= 4 && memcmp(wt_here(c), cookie, 4) == 0) {
        wt_take_bytes(c, F_COOKIE, 4);
        options(c, &d, false);
    } else if (wt_need(c, 4)) {
        wt_take_bytes(c, F_VENDOR_AREA, wt_left(c) < 64 ? wt_left(c) : 64);
    }
}

static const wt_binding bindings[] = {{WT_T_UDP_PORT, 67, NULL}, {WT_T_UDP_PORT, 68, NULL},
                                      {WT_T_UDP_PORT, 4011, NULL}};  /* network booting asks there again */

const wt_protocol wt_proto_dhcp = {
    .info = {.name = "dhcp", .title = "Dynamic Host Configuration Protocol", .tag = "DHCP",
             .why = "Gives a host its address, its router, its name servers and other settings.",
             .ref = "RFC 2131; RFC 2132", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 3, .dissect = dissect,
};
