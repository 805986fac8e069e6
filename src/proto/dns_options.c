/* dns_options.c - lists of options: EDNS (RFC 6891) and service bindings (RFC 9460). */
#include "proto/dns.h"

static void each(wt_cur *c, wt_fid f) {
    while (wt_left(c) && !c->fail)
        wt_take(c, f);
}

static void client_subnet(wt_cur *c) {
    uint64_t family = wt_take(c, F_OPT_FAMILY);
    wt_take(c, F_OPT_NETMASK);
    wt_take(c, F_OPT_SCOPE);
    uint32_t n = wt_left(c);
    if (family == 1)
        wt_dns_take_prefix(c, F_OPT_ADDR4, n, 4);
    else if (family == 2)
        wt_dns_take_prefix(c, F_OPT_ADDR6, n, 16);
    else
        wt_take_bytes(c, F_OPT_ADDR, n);
}

static void option(wt_cur *c, uint64_t code) {
    switch (code) {
    case 5: each(c, F_OPT_DAU); break;
    case 6: each(c, F_OPT_DHU); break;
    case 7: each(c, F_OPT_N3U); break;
    case 8: client_subnet(c); break;
    case 10:
        wt_take_bytes(c, F_OPT_COOKIE_CLIENT, 8);
        wt_take_bytes(c, F_OPT_COOKIE_SERVER, wt_left(c));
        break;
    case 11:
        if (wt_left(c) == 2)
            wt_take(c, F_OPT_KEEPALIVE);
        break;
    case 12: wt_take_bytes(c, F_OPT_PADDING, wt_left(c)); break;
    case 13: wt_dns_take_text(c, F_OPT_CHAIN, wt_left(c)); break;
    case 15:
        wt_take(c, F_OPT_ERROR_CODE);
        if (wt_left(c))
            wt_take_bytes(c, F_OPT_ERROR_TEXT, wt_left(c));    /* UTF-8, says RFC 8914 */
        break;
    default: break;
    }
}

void wt_dns_options(wt_cur *c) {
    while (wt_left(c) && wt_need(c, 4)) {
        uint32_t n = (uint32_t)wt_look(c, 2, 2);
        wt_node node = wt_begin(c, F_OPT, 4 + n);
        uint64_t code = wt_take(c, F_OPT_CODE);
        wt_take(c, F_OPT_LEN);
        if (wt_need(c, n)) {
            wt_emit_p(c, F_OPT_DATA, c->pos, n, wt_here(c), n);
            wt_cur body = wt_sub(c, n);
            option(&body, code);
            wt_dns_join(c, &body);
        }
        wt_end(c, node);
    }
}

/* ---- service bindings ------------------------------------------------------------------- */

static void parameter(wt_cur *c, uint64_t which) {
    uint32_t n = wt_left(c);
    switch (which) {
    case 0: each(c, F_SVCB_MANDATORY); break;
    case 1:
        while (wt_left(c) && !c->fail)
            wt_dns_take_counted(c, F_SVCB_ALPN_LEN, F_SVCB_ALPN);
        break;
    case 2: break;
    case 3: wt_take(c, F_SVCB_PORT); break;
    case 4:
        while (wt_left(c) && !c->fail)
            wt_take_bytes(c, F_SVCB_IPV4, 4);
        break;
    case 5: wt_take_bytes(c, F_SVCB_ECH, n); break;
    case 6:
        while (wt_left(c) && !c->fail)
            wt_take_bytes(c, F_SVCB_IPV6, 16);
        break;
    case 32769: wt_take_bytes(c, F_SVCB_ODOH, n); break;
    default:
        if (n)
            wt_take_bytes(c, F_SVCB_VALUE, n);
    }
}

void wt_dns_service_binding(wt_cur *c, const wt_dns *d) {
    wt_take(c, F_SVCB_PRIORITY);
    wt_dns_take_name(c, d, F_SVCB_TARGET);
    while (wt_left(c) && wt_need(c, 4)) {
        uint32_t n = (uint32_t)wt_look(c, 2, 2);
        wt_node node = wt_begin(c, F_SVCB_PARAM, 4 + n);
        uint64_t which = wt_take(c, F_SVCB_KEY);
        wt_take(c, F_SVCB_LENGTH);
        wt_cur body = wt_sub(c, n);
        parameter(&body, which);
        wt_dns_join(c, &body);
        wt_end(c, node);
    }
}
