/* icmp_ext.c - what routers add behind the quoted packet: MPLS labels, interfaces (RFC 4884, 4950, 5837, 8335). */
#include "proto/icmp.h"

bool wt_icmp_is_extension(const wt_cur *c, uint32_t at) {
    uint32_t left = wt_left_captured(c);
    if (left < at + 4 || wt_look(c, at, 1) >> 4 != 2)
        return false;
    return wt_look(c, at + 2, 2) == 0 || wt_checksum_fold(wt_checksum_add(0, wt_here(c) + at, left - at)) == 0xffff;
}

static void mpls(wt_cur *c) {
    while (wt_left(c) >= 4) {
        wt_peek(c, F_MPLS_LABEL);
        wt_skip(c, 2);
        wt_peek(c, F_MPLS_EXP);
        wt_peek(c, F_MPLS_S);
        wt_skip(c, 1);
        wt_take(c, F_MPLS_TTL);
    }
    if (wt_left(c))
        wt_take_rest(c, F_MPLS_DATA);
}

static void family_address(wt_cur *c, uint64_t family, wt_fid v4, wt_fid v6) {
    if (family == 1)
        wt_take_bytes(c, v4, 4);
    else if (family == 2)
        wt_take_bytes(c, v6, 16);
}

static uint32_t text_length(const uint8_t *p, uint32_t n) {
    const uint8_t *nul = p ? memchr(p, 0, n) : NULL;
    return nul ? (uint32_t)(nul - p) : n;
}

static void interface_info(wt_cur *c, uint64_t has) {
    if (has & 8)
        wt_take(c, F_II_INDEX);
    if (has & 4) {
        uint64_t family = wt_take(c, F_II_AFI);
        wt_take_bytes(c, F_RESERVED, 2);
        family_address(c, family, F_II_IPV4, F_II_IPV6);
        if (family != 1 && family != 2)
            wt_take_rest(c, F_II_UNKNOWN);
    }
    if (has & 2 && wt_left(c)) {
        uint32_t n = (uint32_t)wt_take(c, F_II_NAME_LENGTH), at = c->pos;
        const uint8_t *p = n ? wt_skip(c, n - 1) : NULL;
        if (p)
            wt_emit_p(c, F_II_NAME, at, n - 1, p, text_length(p, n - 1));
    }
    if (has & 1)
        wt_take(c, F_II_MTU);
}

static void interface_ident(wt_cur *c, uint64_t form) {
    if (form == 1) {
        wt_take_bytes(c, F_ID_NAME, wt_left(c));
    } else if (form == 2) {
        wt_take(c, F_ID_INDEX);
    } else if (form == 3) {
        uint64_t family = wt_take(c, F_ID_AFI);
        wt_take(c, F_ID_LENGTH);
        wt_take_bytes(c, F_ID_RESERVED, 1);
        family_address(c, family, F_ID_IPV4, F_ID_IPV6);
        if (wt_left(c))
            wt_take_rest(c, F_ID_ADDRESS);
    }
}

static void object(wt_cur *c) {
    uint32_t length = (uint32_t)wt_take(c, F_OBJ_LENGTH);
    uint64_t class = wt_take(c, F_OBJ_CLASS), form = wt_take(c, F_OBJ_CTYPE);
    wt_cur body = wt_sub(c, length > 4 ? length - 4 : 0);
    if (class == 2) {
        wt_node n = wt_parent(c, F_OBJ_CTYPE);
        wt_cur bits = *c;
        bits.pos = body.start;
        wt_bits(&bits, F_II_ROLE);
        wt_bits(&bits, F_II_RESERVED);
        wt_bits(&bits, F_II_HAS_INDEX);
        wt_bits(&bits, F_II_HAS_ADDRESS);
        wt_bits(&bits, F_II_HAS_NAME);
        wt_bits(&bits, F_II_HAS_MTU);
        wt_end(c, n);
    }
    if (class == 1 && form == 1)
        mpls(&body);
    else if (class == 2)
        interface_info(&body, form);
    else if (class == 3)
        interface_ident(&body, form);
    if (wt_left(&body))
        wt_take_rest(&body, F_OBJ_DATA);
}

void wt_icmp_extensions(wt_cur *c) {
    uint32_t n = wt_left(c);
    bool whole = wt_left_captured(c) == n;
    uint16_t sum = wt_checksum_fold(wt_checksum_add(0, wt_here(c), wt_left_captured(c)));
    wt_node node = wt_begin(c, F_EXT, n);
    wt_emit_u(c, F_EXT_VERSION, c->pos, 1, wt_look(c, 0, 1) >> 4);
    wt_take(c, F_EXT_RESERVED);
    uint64_t checksum = wt_take(c, F_EXT_CHECKSUM);
    if (!c->fail)
        wt_emit_u(c, F_EXT_STATUS, c->pos - 2, 0, !checksum ? 3 : !whole ? 2 : sum == 0xffff);
    while (wt_left(c) >= 4)
        object(c);
    if (wt_left(c))
        wt_take_rest(c, F_OBJ_DATA);
    wt_end(c, node);
}
