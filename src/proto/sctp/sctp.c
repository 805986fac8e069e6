/* sctp.c - SCTP: messages between programs, reliably, over several ways and in several streams at once (RFC 9260). */
#include "proto/sctp/sctp.h"

static const wt_field fields[] = {WT_SCTP_FIELDS(WT_ROW)};

/* ---- the checksum ------------------------------------------------------------------------ */

enum { SUM_NEITHER, SUM_CRC32C, SUM_ADLER32, SUM_CUT };

static uint32_t crc_add(uint32_t crc, const uint8_t *p, uint32_t n) {
    static const uint32_t half[16] = {
        0x00000000, 0x105ec76f, 0x20bd8ede, 0x30e349b1, 0x417b1dbc, 0x5125dad3, 0x61c69362, 0x7198540d,
        0x82f63b78, 0x92a8fc17, 0xa24bb5a6, 0xb21572c9, 0xc38d26c4, 0xd3d3e1ab, 0xe330a81a, 0xf36e6f75};
    for (uint32_t i = 0; i < n; i++) {
        crc ^= p[i];
        crc = crc >> 4 ^ half[crc & 15];
        crc = crc >> 4 ^ half[crc & 15];
    }
    return crc;
}

static void adler_add(uint32_t sum[2], const uint8_t *p, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        sum[0] = (sum[0] + p[i]) % 65521;
        sum[1] = (sum[1] + sum[0]) % 65521;
    }
}

/* Both are computed with zeros where they stand themselves. */
static unsigned sum_kind(const uint8_t *p, uint32_t n) {
    static const uint8_t zeros[4];
    uint32_t crc = crc_add(crc_add(crc_add(0xffffffff, p, 8), zeros, 4), p + 12, n - 12), adler[2] = {1, 0};
    if ((crc ^ 0xffffffff) == wt_load_le(p + 8, 4))
        return SUM_CRC32C;
    adler_add(adler, p, 8);
    adler_add(adler, zeros, 4);
    adler_add(adler, p + 12, n - 12);
    return (adler[1] << 16 | adler[0]) == wt_load(p + 8, 4) ? SUM_ADLER32 : SUM_NEITHER;
}

static void checksum(wt_cur *c) {
    wt_session *s = c->s;
    wt_take(c, F_CHECKSUM);
    if (c->fail)
        return;
    wt_emit_u(c, F_STATUS, c->pos - 4, 0, 2);
    if (s->embedded)
        return;
    if (!wt_wants(s, F_KIND) && !wt_wants(s, (wt_fid)WT_P_WIRETALE << WT_FID_BITS))
        return;
    bool whole = c->cap == c->end && !s->net.fragment;
    unsigned kind = whole ? sum_kind(c->data + c->start, c->end - c->start) : SUM_CUT;
    wt_emit_u(c, F_KIND, c->pos - 4, 0, kind);
    if (kind == SUM_NEITHER)
        wt_note(c, "the checksum fits neither way of computing it: bits changed, or finishing it was left to the "
                   "network card (offload)");
}

/* ---- chunks ------------------------------------------------------------------------------ */

wt_text *wt_sctp_tell(wt_cur *c, wt_sctp *g, const char *words) {
    wt_text *t = wt_tell(c);
    if (!t)
        return NULL;
    if (g->told++)
        wt_put_s(t, "; ");
    wt_put_s(t, words);
    return t;
}

void wt_sctp_fill(wt_cur *c, wt_fid f, uint32_t length) {
    uint32_t n = -length & 3;
    if (n > wt_left(c))
        n = wt_left(c);
    if (n)
        wt_take_bytes(c, f, n);
}

/* Type, flags and length are read by the chunk itself, as what the flags mean depends on the type. */
static void chunks(wt_cur *c, wt_sctp *g) {
    while (wt_left(c) && !c->fail) {
        uint32_t type = (uint32_t)wt_look(c, 0, 1), length = (uint32_t)wt_look(c, 2, 2);
        if (!wt_need(c, 4))
            return;
        wt_peek(c, F_CHUNK);
        wt_node n = wt_parent(c, F_CHUNK);
        wt_peek(c, F_CHUNK_BIT1);
        wt_peek(c, F_CHUNK_BIT2);
        if (length < 4 || length > wt_left(c)) {
            wt_skip(c, 1);
            wt_take(c, F_FLAGS);
            wt_take(c, F_LENGTH);
            wt_end(c, n);
            if (length < 4)
                wt_malformed(c, "a chunk says that it has %u bytes, but its head has 4", length);
            else
                wt_malformed(c, "a chunk says that it has %u bytes, but %u are left", length, wt_left(c) + 4);
            return;
        }
        wt_cur one = wt_sub(c, length);
        wt_sctp_chunk(&one, g, type);
        wt_sctp_fill(c, F_PADDING, length);
        wt_end(c, n);
    }
}

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    wt_sctp g = {0};
    uint32_t start = c->pos;
    s->src.port = (uint16_t)wt_take(c, F_SRCPORT);
    s->dst.port = (uint16_t)wt_take(c, F_DSTPORT);
    if (c->fail)
        return;
    s->src.has_port = s->dst.has_port = true;
    uint32_t tag = (uint32_t)wt_take(c, F_TAG);
    checksum(c);
    if (c->fail)
        return;
    wt_emit_u(c, F_ASSOC_INDEX, start, 0, UINT16_MAX);
    if (!s->embedded) {
        wt_sctp_find(c, &g, tag, wt_left_captured(c) ? (uint32_t)wt_look(c, 0, 1) : UINT32_MAX);
        if (g.flow)
            wt_emit_u(c, F_STREAM, start, 0, g.flow->index);
    }
    g.packet = *c;
    chunks(c, &g);
}

/* Over UDP where routers know only that (RFC 6951). */
static const wt_binding bindings[] = {{WT_T_IP_PROTO, 132, NULL}, {WT_T_UDP_PORT, 9899, NULL}};
static const wt_alias aliases[] = {{F_PORT, {F_SRCPORT, F_DSTPORT, WT_FID_NONE, WT_FID_NONE}}};

const wt_protocol wt_proto_sctp = {
    .info = {.name = "sctp", .title = "Stream Control Transmission Protocol", .tag = "SCTP",
             .why = "Carries messages reliably, in several streams at once: telephone networks talk over it.",
             .ref = "RFC 9260", .fields = fields, .field_count = WT_FIELD_COUNT, .aliases = aliases, .alias_count = 1},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
