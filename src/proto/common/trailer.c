/* trailer.c - padding, trailer and frame check sequence behind a packet. */
#include "proto/common/trailer.h"

/* Ethernet's shortest frame without the check sequence: IEEE 802.3 §4A.4.2. */
enum { SHORTEST = 60, FCS = 4 };

uint32_t wt_ethernet_start(const wt_cur *c) {
    const wt_session *s = c->s;
    const wt_layer *l = &s->layers[c->layer];
    while (l->proto != WT_P_ETH && s->layers[l->parent].source == l->source && s->layers[l->parent].proto != WT_P_FRAME)
        l = &s->layers[l->parent];
    return l->offset;
}

static uint32_t zeros(const wt_cur *c, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (c->data[c->pos + i])
            return 0;
    return n;
}

void wt_trailer(wt_cur *c, uint32_t end, uint32_t link, wt_trailer_rows rows) {
    if (end >= c->end || c->fail)
        return;
    c->pos = end;
    wt_claim_place(c, WT_CLAIM_PADDING, NULL, 0, wt_left_captured(c));
    uint32_t whole = c->end - link, before = end - link, n = wt_left_captured(c);
    uint32_t padding = before < SHORTEST ? SHORTEST - before : 0;
    if (padding > n)
        padding = n;
    padding = zeros(c, padding);
    if (padding)
        wt_take_bytes(c, rows.padding, padding);
    bool has_fcs = rows.fcs != WT_FID_NONE && whole >= SHORTEST + FCS && wt_left(c) >= FCS;
    uint32_t trailer = wt_left(c) - (has_fcs ? FCS : 0);
    if (trailer > wt_left_captured(c))
        trailer = wt_left_captured(c);
    if (trailer)
        wt_take_bytes(c, rows.trailer, trailer);
    if (has_fcs && wt_left_captured(c) >= FCS) {
        wt_take(c, rows.fcs);
        wt_emit_u(c, rows.fcs_status, c->pos - FCS, 0, 2);
    }
    c->pos = c->end;
}

/* Where a packet ends that wiretale does not read but that says its length; UINT32_MAX: not known. */
static uint32_t foreign_end(const wt_cur *c, uint64_t ethertype) {
    switch (ethertype) {
    case 0x8137: return wt_look(c, 2, 2) >= 30 ? c->pos + (uint32_t)wt_look(c, 2, 2) : UINT32_MAX;      /* IPX */
    case 0x888e: return wt_left_captured(c) >= 4 ? c->pos + 4 + (uint32_t)wt_look(c, 2, 2) : UINT32_MAX; /* EAPOL */
    default: return UINT32_MAX;
    }
}

void wt_payload_and_trailer(wt_cur *c, enum wt_table table, uint64_t key, uint32_t link, wt_trailer_rows rows) {
    wt_cur outer = *c;
    wt_session *s = c->s;
    uint32_t around = s->inner_end;        /* of the packet that this link layer is in, if it is tunnelled */
    s->inner_end = UINT32_MAX;
    wt_next(c, table, key);
    if (table == WT_T_ETHERTYPE && s->inner_end == UINT32_MAX && wt_bound(s, table, key) < 0)
        s->inner_end = foreign_end(&outer, key);
    if (s->inner_end != UINT32_MAX && s->inner_end >= outer.pos && c->source == 0)
        wt_trailer(&outer, s->inner_end, link, rows);
    s->inner_end = around;
}
