/* tcp.c - TCP. */
#include "core/proto.h"

#define FIELDS(F) \
    F(SRCPORT, "tcp.srcport", U16, 0, DEC, NULL, "Source Port", "Where replies go.", "RFC 768", WT_STORY) \
    F(DSTPORT, "tcp.dstport", U16, 0, DEC, NULL, "Destination Port", "Which program gets it.", "RFC 768", WT_STORY)
WT_FIELDS(TCP, FIELDS)

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    s->src.port = (uint16_t)wt_take(c, F_SRCPORT);
    s->dst.port = (uint16_t)wt_take(c, F_DSTPORT);
    s->src.has_port = s->dst.has_port = true;
    wt_skip(c, 4);
    wt_next(c, WT_T_TCP_PORT, s->dst.port);
}

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 6, NULL}};

const wt_protocol wt_proto_tcp = {
    .info = {.name = "tcp", .title = "TCP", .tag = "TCP", .why = "Carries messages between programs.",
             .ref = "RFC 768", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
