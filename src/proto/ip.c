/* ip.c - IPv4. */
#include "core/proto.h"

#define FIELDS(F) \
    F(VERSION, "ip.version", U8, 0xf0, DEC, NULL, "Version", "4 for IPv4.", "RFC 791 §3.1", 0) \
    F(SRC, "ip.src", IPV4, 0, DEC, NULL, "Source Address", "Who sent the packet.", "RFC 791 §3.1", WT_STORY) \
    F(DST, "ip.dst", IPV4, 0, DEC, NULL, "Destination Address", "Whom the packet is for.", "RFC 791 §3.1", WT_STORY)
WT_FIELDS(IP, FIELDS)

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    wt_peek(c, F_VERSION);
    uint32_t header = (uint32_t)(wt_look(c, 0, 1) & 15) * 4, total = (uint32_t)wt_look(c, 2, 2);
    const uint8_t *h = wt_skip(c, 12);
    const uint8_t *src = wt_take_bytes(c, F_SRC, 4);
    const uint8_t *dst = wt_take_bytes(c, F_DST, 4);
    if (!dst || header < 20)
        return;
    wt_skip(c, header - 20);
    s->net = (wt_net){.family = 4, .protocol = h[9], .ttl = h[8], .src = src, .dst = dst, .length = total - header};
    s->src.kind = s->dst.kind = 4;
    s->src.length = s->dst.length = 4;
    memcpy(s->src.addr, src, 4);
    memcpy(s->dst.addr, dst, 4);
    wt_cur payload = wt_sub(c, total >= header ? total - header : 0);
    wt_next(&payload, WT_T_IP_PROTO, h[9]);
}

static const wt_binding bindings[] = {{WT_T_ETHERTYPE, 0x800, NULL}};

const wt_protocol wt_proto_ip = {
    .info = {.name = "ip", .title = "Internet Protocol Version 4", .tag = "IPv4", .why = "Carries packets between hosts.",
             .ref = "RFC 791", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
