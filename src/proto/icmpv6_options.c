/* icmpv6_options.c - Neighbor Discovery options: type, length in 8-byte units, contents (RFC 4861 §4.6). */
#include "proto/icmpv6.h"

#include <string.h>

#include "core/text.h"
#include "proto/common/quoted.h"

static void flags(wt_cur *c, wt_fid whole, wt_fid first, wt_fid last) {
    wt_take(c, whole);
    wt_node n = wt_parent(c, whole);
    for (wt_fid f = first; f <= last; f++)
        wt_bits(c, f);
    wt_end(c, n);
}

/* Bytes that only have to be there. */
static void silent(wt_cur *c, wt_fid f, uint32_t n) {
    if (wt_skip(c, n))
        wt_emit_p(c, f, c->pos - n, n, NULL, 0);
}

static void addresses(wt_cur *c, wt_fid f) {
    while (wt_left(c) >= 16)
        wt_take_bytes(c, f, 16);
}

static void prefix_information(wt_cur *c) {
    uint64_t bits = wt_take(c, F_OPT_PREFIX_LENGTH);
    flags(c, F_OPT_PREFIX_FLAG, F_OPT_PREFIX_L, F_OPT_PREFIX_RSV);
    wt_take(c, F_OPT_VALID);
    wt_take(c, F_OPT_PREFERRED);
    silent(c, F_OPT_RESERVED, 4);
    const uint8_t *prefix = wt_take_bytes(c, F_OPT_PREFIX, 16);
    wt_text *t = prefix ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, ", prefix ");
        wt_put_ipv6(t, prefix);
        wt_put_s(t, "/");
        wt_put_u(t, bits);
    }
}

/* A prefix of 0, 8 or 16 bytes is shown as a whole address. */
static void shortened(wt_cur *c, wt_fid f, uint32_t n) {
    const uint8_t *there = n <= 16 ? wt_skip(c, n) : NULL;
    uint8_t *whole = there ? wt_arena(c->s, 16) : NULL;
    if (!whole)
        return;
    memset(whole, 0, 16);
    memcpy(whole, there, n);
    wt_emit_p(c, f, c->pos - n, n, whole, 16);
}

static void route_information(wt_cur *c) {
    wt_take(c, F_OPT_PREFIX_LENGTH);
    flags(c, F_OPT_ROUTE_FLAG, F_OPT_ROUTE_PRF, F_OPT_ROUTE_RSV);
    wt_take(c, F_OPT_ROUTE_LIFETIME);
    if (wt_left(c) >= 16)
        shortened(c, F_OPT_PREFIX, 16);
    else
        shortened(c, F_OPT_PREFIX, wt_left(c) >= 8 ? 8 : 0);
}

/* One domain name in wire form, as text with dots; the root ends the list and the rest is padding. */
static bool search_domain(wt_cur *c) {
    uint32_t n = 0, used = 0, left = wt_left_captured(c);
    const uint8_t *p = wt_here(c);
    char *text = wt_arena(c->s, 256);
    if (!text || !left || !p[0])
        return false;
    while (n < left && p[n] && n + 1u + p[n] <= left && used + p[n] < 255) {
        if (used)
            text[used++] = '.';
        memcpy(text + used, p + n + 1, p[n]);
        used += p[n];
        n += 1u + p[n];
    }
    if (n >= left || p[n])
        return false;
    wt_emit_p(c, F_OPT_DNSSL, c->pos, n + 1, text, used);
    return wt_skip(c, n + 1) != NULL;
}

static void search_list(wt_cur *c) {
    silent(c, F_OPT_RESERVED, 2);
    wt_take(c, F_OPT_DNSSL_LIFETIME);
    while (search_domain(c)) {}
    if (wt_left(c))
        silent(c, F_OPT_PADDING, wt_left(c));
}

static void captive_portal(wt_cur *c) {
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left_captured(c), padding = 0;
    while (padding < n && !p[n - 1 - padding])
        padding++;
    wt_take_bytes(c, F_OPT_PORTAL, n - padding);
    if (padding)
        silent(c, F_OPT_PADDING, padding);
}

static void pref64(wt_cur *c) {
    wt_peek(c, F_OPT_PREF64_LIFETIME);
    wt_peek(c, F_OPT_PREF64_PLC);
    wt_skip(c, 2);
    shortened(c, F_OPT_PREF64, 12);
}

static void timestamp(wt_cur *c) {
    silent(c, F_OPT_RESERVED, 6);
    if (!wt_need(c, 8))
        return;
    /* 48 bits of seconds, 16 of 1/64k seconds */
    uint64_t seconds = wt_look(c, 0, 6), part = wt_look(c, 6, 2);
    if (seconds < 9000000000u)
        wt_emit_u(c, F_OPT_TIMESTAMP, c->pos, 8, seconds * 1000000000u + part * 1000000000u / 65536u);
    wt_skip(c, 8);
}

static void registration(wt_cur *c) {
    wt_take(c, F_OPT_ARO_STATUS);
    silent(c, F_OPT_RESERVED, 3);
    wt_take(c, F_OPT_ARO_LIFETIME);
    wt_take_bytes(c, F_OPT_ARO_EUI64, 8);
}

static void reserved_and(wt_cur *c, uint32_t n, wt_fid f) {
    silent(c, F_OPT_RESERVED, n);
    wt_take(c, f);
}

static void link_address(wt_cur *c) {
    uint32_t n = wt_left(c) >= 14 ? 8 : wt_left(c);
    const uint8_t *address = wt_take_bytes(c, F_OPT_LINKADDR, n);
    wt_text *t = address && n == 6 ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, ", at ");
        wt_put_ether(t, address, 6);
    }
}

static void contents(wt_cur *c, uint64_t type) {
    switch (type) {
    case 1: case 2: link_address(c); break;
    case 3: prefix_information(c); break;
    case 4: {
        silent(c, F_OPT_RESERVED, 6);
        wt_node n = wt_begin(c, F_OPT_REDIRECTED, wt_left(c));
        wt_quoted_packet(c, wt_left(c), 0x86dd, false);
        wt_end(c, n);
        break;
    }
    case 5: reserved_and(c, 2, F_OPT_MTU); break;
    case 6:
        wt_take(c, F_OPT_SHORTCUT);
        silent(c, F_OPT_RESERVED, wt_left(c) < 5 ? wt_left(c) : 5);
        break;
    case 7: reserved_and(c, 2, F_OPT_INTERVAL); break;
    case 8:
        reserved_and(c, 2, F_OPT_HA_PREFERENCE);
        wt_take(c, F_OPT_HA_LIFETIME);
        break;
    case 9: case 10:
        silent(c, F_OPT_RESERVED, 6);
        addresses(c, F_OPT_ADDRESS);
        break;
    case 13: timestamp(c); break;
    case 14: wt_take_rest(c, F_OPT_NONCE); break;
    case 24: route_information(c); break;
    case 25:
        reserved_and(c, 2, F_OPT_RDNSS_LIFETIME);
        addresses(c, F_OPT_RDNSS);
        break;
    case 26:
        flags(c, F_OPT_EFO, F_OPT_EFO_M, F_OPT_EFO_RSV);
        silent(c, F_OPT_RESERVED, 4);
        break;
    case 31: search_list(c); break;
    case 33: registration(c); break;
    case 37: captive_portal(c); break;
    case 38: pref64(c); break;
    default: break;
    }
    if (wt_left(c) && !c->fail)
        wt_take_rest(c, F_DATA);
}

void wt_icmpv6_read_options(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        uint32_t length = 8 * (uint32_t)wt_look(c, 1, 1);
        if (wt_left(c) < 2 || !length) {
            if (wt_left_captured(c) >= 2)
                wt_malformed(c, "a Neighbor Discovery option has length 0: every node must throw the packet away");
            wt_need(c, 2);
            return;
        }
        wt_node n = wt_begin(c, F_OPT, length);
        wt_cur option = wt_sub(c, length);
        uint64_t type = wt_take(&option, F_OPT_TYPE);
        wt_take(&option, F_OPT_LENGTH);
        contents(&option, type);
        wt_end(c, n);
    }
}

/* ---- RPL (RFC 6550 §6) ------------------------------------------------------------------ */

void wt_icmpv6_destination(wt_cur *c) {
    wt_take(c, F_DAO_INSTANCE);
    uint64_t bits = wt_take(c, F_DAO_FLAG);
    wt_node f = wt_parent(c, F_DAO_FLAG);
    for (wt_fid row = F_DAO_K; row <= F_DAO_RSV; row++)
        wt_bits(c, row);
    wt_end(c, f);
    wt_take_bytes(c, F_RESERVED, 1);
    wt_take(c, F_DAO_SEQUENCE);
    if (bits & 0x40)
        wt_take_bytes(c, F_DAO_ID, 16);
    while (wt_left(c) && wt_need(c, 1)) {
        uint32_t type = (uint32_t)wt_look(c, 0, 1), length = type ? 2 + (uint32_t)wt_look(c, 1, 1) : 1;
        wt_node n = wt_begin(c, F_OPT, length);
        wt_cur option = wt_sub(c, length);
        wt_take(&option, F_RPL_TYPE);
        if (type) {
            wt_take(&option, F_RPL_LENGTH);
            uint32_t left = wt_left_captured(&option);
            if (!option.fail)
                wt_emit_p(&option, F_DATA, option.pos, left, wt_here(&option), left);
        }
        wt_end(c, n);
    }
}
