/* ip.c - IPv4: the header, fragments put together, the payload handed on. */
#include "proto/ip.h"

#include "core/defrag.h"

static const wt_value dscp_rows[] = {
    WT_V(0, "Default", "Ordinary traffic."), WT_V(1, "Lower Effort", "May be starved: backups and the like."),
    WT_V(8, "Class Selector 1", NULL), WT_V(10, "Assured Forwarding 11", NULL), WT_V(12, "Assured Forwarding 12", NULL),
    WT_V(14, "Assured Forwarding 13", NULL), WT_V(16, "Class Selector 2", NULL),
    WT_V(18, "Assured Forwarding 21", NULL), WT_V(20, "Assured Forwarding 22", NULL),
    WT_V(22, "Assured Forwarding 23", NULL), WT_V(24, "Class Selector 3", NULL),
    WT_V(26, "Assured Forwarding 31", NULL), WT_V(28, "Assured Forwarding 32", NULL),
    WT_V(30, "Assured Forwarding 33", NULL), WT_V(32, "Class Selector 4", NULL),
    WT_V(34, "Assured Forwarding 41", NULL), WT_V(36, "Assured Forwarding 42", NULL),
    WT_V(38, "Assured Forwarding 43", NULL), WT_V(40, "Class Selector 5", NULL), WT_V(44, "Voice Admit", NULL),
    WT_V(46, "Expedited Forwarding", "Goes first: voice."), WT_V(48, "Class Selector 6", "Routing protocols."),
    WT_V(56, "Class Selector 7", NULL)};
const wt_values wt_ip_dscp = {dscp_rows, sizeof dscp_rows / sizeof *dscp_rows};

static const wt_value ecn_rows[] = {
    WT_V(0, "Not ECN-Capable Transport", NULL), WT_V(1, "ECN-Capable Transport codepoint '01'", NULL),
    WT_V(2, "ECN-Capable Transport codepoint '10'", NULL),
    WT_V(3, "Congestion Experienced", "A router on the way was busy.")};
const wt_values wt_ip_ecn = {ecn_rows, 4};

static const wt_value status_rows[] = {
    WT_V(0, "Bad", "Bits changed on the way, or nobody computed it."), WT_V(1, "Good", NULL),
    WT_V(2, "Unverified", "Not all bytes of the header are here."), WT_V(3, "Not present", NULL)};
const wt_values wt_ip_status = {status_rows, 4};

static const wt_field fields[] = {IP_FIELDS(WT_ROW)};

/* ---- the header ------------------------------------------------------------------------- */

static void traffic_class(wt_cur *c) {
    if (wt_left_captured(c) && !wt_wants_some(c->s, F_DSFIELD, F_ECN)) {
        wt_skip(c, 1);
        return;
    }
    wt_take(c, F_DSFIELD);
    wt_node n = wt_parent(c, F_DSFIELD);
    wt_bits(c, F_DSCP);
    wt_bits(c, F_ECN);
    wt_end(c, n);
}

static void fragmentation(wt_cur *c) {
    if (wt_left_captured(c) >= 2 && !wt_wants_some(c->s, F_FLAGS, F_FRAG_OFFSET)) {
        wt_skip(c, 2);
        return;
    }
    wt_peek(c, F_FLAGS);
    wt_node n = wt_parent(c, F_FLAGS);
    wt_peek(c, F_RB);
    wt_peek(c, F_DF);
    wt_peek(c, F_MF);
    wt_end(c, n);
    wt_peek(c, F_FRAG_OFFSET);
    wt_skip(c, 2);
}

static void checksum(wt_cur *c, uint32_t header) {
    wt_take(c, F_CHECKSUM);
    bool whole = c->cap - c->start >= header;
    uint32_t sum = whole ? wt_checksum_fold(wt_checksum_add(0, c->data + c->start, header)) : 0;
    wt_emit_u(c, F_CHECKSUM_STATUS, c->pos - 2, 0, !whole ? 2 : sum == 0xffff);
    if (whole && sum != 0xffff && !c->s->embedded && !c->fail)
        wt_note(c,
                c->data[c->pos - 2] == 0 && c->data[c->pos - 1] == 0
                    ? "the IP header checksum is zero: it was captured before the network card filled it in (offload)"
                    : "the IP header checksum is wrong: bits changed on the way, or nobody computed it");
}

/* From the second byte to the addresses; the total length. */
static uint32_t fixed_part(wt_cur *c, uint32_t header, bool routed) {
    if (wt_quiet(c->s, WT_P_IP) && wt_left_captured(c) >= 19) {
        uint32_t total = (uint32_t)wt_look(c, 1, 2);
        wt_skip(c, 19);
        return total;
    }
    traffic_class(c);
    uint32_t total = (uint32_t)wt_take(c, F_LEN);
    wt_take(c, F_ID);
    fragmentation(c);
    wt_take(c, F_TTL);
    wt_take(c, F_PROTO);
    checksum(c, header);
    wt_take_bytes(c, F_SRC, 4);
    wt_take_bytes(c, routed ? F_CUR_RT : F_DST, 4);
    return total;
}

static void remember(wt_cur *c, const uint8_t *h, const uint8_t *src, const uint8_t *dst, uint32_t payload) {
    wt_session *s = c->s;
    s->net = (wt_net){.family = 4, .protocol = h[9], .ttl = h[8], .src = src, .dst = dst, .length = payload};
    s->src.kind = s->dst.kind = 4;
    s->src.length = s->dst.length = 4;
    memcpy(s->src.addr, src, 4);
    memcpy(s->dst.addr, dst, 4);
}

/* ---- the payload ------------------------------------------------------------------------ */

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

/* `cut`: not all of it was captured, so it can't be put together; the first still begins with a header. */
static void fragment(wt_cur *c, const uint8_t *h, bool cut) {
    wt_session *s = c->s;
    uint32_t bits = (uint32_t)h[6] << 8 | h[7];
    wt_fragment f = {.id = (uint32_t)h[4] << 8 | h[5], .protocol = h[9], .offset = (bits & 0x1fff) * 8,
                     .more = (bits & 0x2000) != 0};
    wt_whole w;
    if (cut || !wt_defrag(c, &f, &w)) {
        s->net.fragment = true;
        tell_fragment(c, f.offset, wt_left(c));
        if ((s->embedded || cut) && f.offset == 0)
            wt_next(c, WT_T_IP_PROTO, h[9]);
        else
            wt_run(c, WT_P_DATA);
        return;
    }
    show_pieces(c, &w);
    uint16_t source = wt_add_source(s, "Reassembled IPv4", w.data, w.length, c->source, c->pos, wt_left(c));
    if (!source)
        return;
    s->net.length = w.length;
    wt_cur payload = wt_over(c, source);
    wt_claim_place(&payload, WT_CLAIM_WHOLE, NULL, 0, w.length);
    wt_next(&payload, WT_T_IP_PROTO, h[9]);
}

static uint32_t payload_length(wt_cur *c, uint32_t total, uint32_t header) {
    uint32_t rest = wt_left(c);
    if (total == 0)                        /* so large that the card cuts it up: captured before it did */
        return rest;
    uint32_t n = total - header;
    if (n > rest && !c->s->embedded && c->end == c->cap)
        wt_note(c, "ip.len says %u bytes, but only %u are here", total, rest + header);
    return n;
}

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    if (!wt_need(c, 1))
        return;
    uint32_t first = *wt_here(c), header = (first & 15) * 4;
    if (!wt_quiet(s, WT_P_IP))
        wt_peek(c, F_VERSION);
    if (first >> 4 != 4) {
        wt_malformed(c, "the version is %u, not 4: this is no IPv4 header", first >> 4);
        return;
    }
    wt_emit_u(c, F_HDR_LEN, c->pos, 1, header);
    if (header < 20) {
        wt_malformed(c, "the header length is %u, but an IPv4 header has at least 20 bytes", header);
        return;
    }
    const uint8_t *h = wt_skip(c, 1);
    const uint8_t *last = header > 20 ? wt_ip_route_end(c, 19, header - 20) : NULL;
    uint32_t total = fixed_part(c, header, last != NULL);
    if (c->fail)
        return;
    if (total && total < header) {
        wt_malformed(c, "ip.len is %u, less than the header's own %u bytes", total, header);
        return;
    }
    if (total && s->inner_end == UINT32_MAX && !s->embedded && c->source == 0)
        s->inner_end = c->start + total;
    remember(c, h, h + 12, last ? last : h + 16, 0);   /* with a source route, the header names the next stop only */
    if (header > 20) {
        wt_cur options = wt_sub(c, header - 20);
        wt_ip_options(&options, h[8]);
    }
    uint32_t n = payload_length(c, total, header);
    s->net.length = n;
    wt_cur payload = wt_sub(c, n);
    if ((h[6] & 0x3f) | h[7])
        fragment(&payload, h, total > header + n || n != wt_left_captured(&payload));
    else
        wt_next(&payload, WT_T_IP_PROTO, h[9]);
}

static const wt_binding bindings[] = {{WT_T_ETHERTYPE, 0x800, NULL}, {WT_T_IP_PROTO, 4, NULL}, {WT_T_LLC_DSAP, 6, NULL},
                                      {WT_T_PPP, 0x0021, NULL}};
static const wt_alias aliases[] = {{F_ADDR, {F_SRC, F_DST, WT_FID_NONE, WT_FID_NONE}}};

const wt_protocol wt_proto_ip = {
    .info = {.name = "ip", .title = "Internet Protocol Version 4", .tag = "IPv4",
             .why = "Carries packets between hosts, across any number of networks.", .ref = "RFC 791",
             .fields = fields, .field_count = WT_FIELD_COUNT, .aliases = aliases, .alias_count = 1},
    .bindings = bindings, .binding_count = 4, .dissect = dissect,
};
