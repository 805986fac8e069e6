/* ipv6.c - IPv6: the header, the chain of extension headers, fragments put together. */
#include "proto/ipv6.h"

#include "core/defrag.h"

static const wt_field fields[] = {IPV6_FIELDS(WT_ROW)};

enum { HOP_BY_HOP = 0, ROUTING = 43, FRAGMENT = 44, NO_NEXT = 59, DESTINATION = 60 };

/* ---- fragments -------------------------------------------------------------------------- */

static void show_pieces(wt_cur *c, const wt_whole *w) {
    wt_node n = wt_begin(c, F_FRAGMENTS, 0);
    for (uint32_t i = 0; i < w->count; i++)
        wt_gen_u(c, F_FRAGMENT, w->frames[i]);
    wt_gen_u(c, F_FRAGMENT_COUNT, w->count);
    wt_gen_u(c, F_REASSEMBLED, w->length);
    wt_end(c, n);
}

static void tell_fragment(wt_cur *c, uint32_t offset, uint32_t n) {
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, "a fragment: bytes ");
    wt_put_u(t, offset);
    wt_put_s(t, "–");
    wt_put_u(t, offset + n - (n ? 1 : 0));
    wt_put_s(t, " of a larger packet");
}

/* Reads the fragment header.  True if what follows in *c (which may become the whole, put together) can be read on. */
static bool fragment_header(wt_cur *c, uint8_t *next) {
    wt_session *s = c->s;
    wt_node n = wt_begin(c, F_FRAGHDR, 8);
    *next = (uint8_t)wt_take(c, F_FRAG_NXT);
    wt_take(c, F_FRAG_RESERVED);
    uint32_t bits = (uint32_t)wt_look(c, 0, 2);
    wt_peek(c, F_FRAG_OFFSET);
    wt_peek(c, F_FRAG_BITS);
    wt_peek(c, F_FRAG_MORE);
    wt_skip(c, 2);
    wt_fragment f = {.id = (uint32_t)wt_take(c, F_FRAG_ID), .offset = bits & 0xfff8, .more = bits & 1};
    wt_end(c, n);
    if (c->fail || (!f.more && !f.offset) || (s->embedded && !f.offset))
        return !c->fail;
    wt_whole w;
    if (!wt_defrag(c, &f, &w)) {
        s->net.fragment = true;
        tell_fragment(c, f.offset, wt_left(c));
        return false;
    }
    show_pieces(c, &w);
    uint16_t source = wt_add_source(s, "Reassembled IPv6", w.data, w.length, c->source, c->pos, wt_left(c));
    if (!source)
        return false;
    wt_header_done(c);
    *c = wt_over(c, source);
    wt_claim_place(c, WT_CLAIM_WHOLE, NULL, 0, w.length);
    return true;
}

/* ---- the chain -------------------------------------------------------------------------- */

static void chain(wt_cur *c, uint8_t next, uint32_t jumbo) {
    wt_session *s = c->s;
    for (uint32_t headers = 0; !c->fail && wt_left(c) && headers < s->limit[WT_LIMIT_LAYERS]; headers++) {
        switch (next) {
        case HOP_BY_HOP: case DESTINATION: next = wt_ipv6_options_header(c, next == HOP_BY_HOP, &jumbo); continue;
        case ROUTING: next = wt_ipv6_routing_header(c); continue;
        case FRAGMENT:
            if (fragment_header(c, &next))
                continue;
            if (!c->fail)
                wt_run(c, WT_P_DATA);
            return;
        default: break;
        }
        break;
    }
    s->net.protocol = next;
    s->net.length = wt_left(c);
    if (c->fail)
        return;
    if (next == NO_NEXT)
        wt_run(c, WT_P_DATA);
    else
        wt_next(c, WT_T_IP_PROTO, next);
}

/* A jumbo payload has plen 0; its length is in the first option of the first header (RFC 2675 §2). */
static uint32_t jumbo_length(const wt_cur *c, uint8_t next) {
    return next == HOP_BY_HOP && wt_look(c, 2, 1) == 194 ? (uint32_t)wt_look(c, 4, 4) : 0;
}

static void remember(wt_cur *c, const uint8_t *src, const uint8_t *dst, uint8_t hops) {
    wt_session *s = c->s;
    s->net = (wt_net){.family = 6, .ttl = hops, .src = src, .dst = dst};
    s->src.kind = s->dst.kind = 6;
    s->src.length = s->dst.length = 16;
    memcpy(s->src.addr, src, 16);
    memcpy(s->dst.addr, dst, 16);
}

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    if (!wt_need(c, 1))
        return;
    wt_peek(c, F_VERSION);
    wt_item *again = wt_put(c, F_IP_VERSION, c->pos, 1);   /* for filters: it says nothing new */
    if (again) {
        again->v.u = wt_look(c, 0, 1) >> 4;
        again->flags |= WT_I_HIDDEN;
    }
    if (wt_look(c, 0, 1) >> 4 != 6) {
        wt_malformed(c, "the version is %u, not 6: this is no IPv6 header", (unsigned)(wt_look(c, 0, 1) >> 4));
        return;
    }
    wt_peek(c, F_TCLASS);
    wt_node n = wt_parent(c, F_TCLASS);
    wt_peek(c, F_DSCP);
    wt_peek(c, F_ECN);
    wt_end(c, n);
    wt_skip(c, 1);
    wt_take(c, F_FLOW);
    uint32_t length = (uint32_t)wt_take(c, F_PLEN);
    uint8_t next = (uint8_t)wt_take(c, F_NXT), hops = (uint8_t)wt_take(c, F_HLIM);
    const uint8_t *src = wt_take_bytes(c, F_SRC, 16), *dst = wt_take_bytes(c, F_DST, 16);
    if (!dst)
        return;
    remember(c, src, dst, hops);
    if (!length)
        length = jumbo_length(c, next);
    if (!length)
        length = wt_left(c);
    if (s->inner_end == UINT32_MAX && !s->embedded && c->source == 0)
        s->inner_end = length > UINT32_MAX - c->pos ? UINT32_MAX : c->pos + length;
    if (length > wt_left(c) && !s->embedded && c->end == c->cap)
        wt_note(c, "ipv6.plen says %u bytes, but only %u are here", length, wt_left(c));
    wt_cur payload = wt_sub(c, length);
    chain(&payload, next, 0);
}

static const wt_binding bindings[] = {
    {WT_T_ETHERTYPE, 0x86dd, NULL}, {WT_T_IP_PROTO, 41, NULL}, {WT_T_PPP, 0x0057, NULL}};
static const wt_alias aliases[] = {{F_ADDR, {F_SRC, F_DST, WT_FID_NONE, WT_FID_NONE}}};

const wt_protocol wt_proto_ipv6 = {
    .info = {.name = "ipv6", .title = "Internet Protocol Version 6", .tag = "IPv6",
             .why = "Carries packets between hosts, with addresses enough for everything.", .ref = "RFC 8200",
             .fields = fields, .field_count = WT_FIELD_COUNT, .aliases = aliases, .alias_count = 1},
    .bindings = bindings, .binding_count = 3, .dissect = dissect,
};
