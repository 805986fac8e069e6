/* eth.c - Ethernet II and IEEE 802.3. */
#include "proto/common/numbers.h"
#include "proto/common/trailer.h"

static const wt_value group_rows[] = {
    WT_V(0, "Individual address (unicast)", NULL),
    WT_V(1, "Group address (multicast/broadcast)", NULL)};
WT_VALUES(group);

static const wt_value local_rows[] = {
    WT_V(0, "Globally unique address (factory default)", NULL),
    WT_V(1, "Locally administered address (this is NOT the factory default)", NULL)};
WT_VALUES(local);

static const wt_value status_rows[] = {WT_V(0, "Bad", NULL), WT_V(1, "Good", NULL), WT_V(2, "Unverified", NULL)};
WT_VALUES(status);

#define FIELDS(F) \
    F(DST, "eth.dst", ETHER, 0, DEC, NULL, "Destination", "The card on this link that the frame is for.", \
      "IEEE 802.3 §3.2.4", WT_STORY) \
    F(DST_LG, "eth.dst.lg", U24, 0x020000, FLAG, &local, "LG bit", \
      "Set when somebody chose the address instead of the card's maker.", "IEEE 802.3 §3.2.3", 0) \
    F(DST_IG, "eth.dst.ig", U24, 0x010000, FLAG, &group, "IG bit", \
      "Set when the frame is for a group of cards: a multicast, or all of them.", "IEEE 802.3 §3.2.3", 0) \
    F(SRC, "eth.src", ETHER, 0, DEC, NULL, "Source", "The card on this link that sent the frame.", \
      "IEEE 802.3 §3.2.5", WT_STORY) \
    F(SRC_LG, "eth.src.lg", U24, 0x020000, FLAG, &local, "LG bit", \
      "Set when the sender's address was chosen by somebody (a virtual machine, a private Wi-Fi address).", \
      "IEEE 802.3 §3.2.3", 0) \
    F(SRC_IG, "eth.src.ig", U24, 0x010000, FLAG, &group, "IG bit", "Never set in honest frames: a group can't send.", \
      "IEEE 802.3 §3.2.3", 0) \
    F(TYPE, "eth.type", U16, 0, HEX, &wt_ethertypes, "Type", "Which protocol the payload is.", "IEEE 802.3 §3.2.6", \
      WT_STORY) \
    F(LEN, "eth.len", U16, 0, DEC, NULL, "Length", \
      "Values up to 1500 are no type but the payload's length in bytes; LLC then says what it is.", \
      "IEEE 802.3 §3.2.6", WT_STORY) \
    F(INVALID, "eth.invalid_lentype", U16, 0, HEX, NULL, "Invalid length/type", \
      "Neither a length (up to 1500) nor a type (from 1536).", "IEEE 802.3 §3.2.6", 0) \
    F(PADDING, "eth.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Zeros that fill a short frame up to the 60 bytes Ethernet needs.", "IEEE 802.3 §3.2.8", 0) \
    F(TRAILER, "eth.trailer", BYTES, 0, DEC, NULL, "Trailer", \
      "Bytes behind the packet that its own length does not count.", "IEEE 802.3 §3.2.8", 0) \
    F(FCS, "eth.fcs", U32, 0, HEX, NULL, "Frame check sequence", \
      "The sender's CRC over the frame; most cards remove it before anybody can capture it.", "IEEE 802.3 §3.2.9", 0) \
    F(FCS_STATUS, "eth.fcs.status", U8, 0, DEC, &status, "FCS Status", \
      "What recomputing the CRC showed; unverified, as these bytes may be no CRC at all.", "IEEE 802.3 §3.2.9", 0) \
    F(ADDR, "eth.addr", ETHER, 0, DEC, NULL, "Address", "Either end: source or destination.", "IEEE 802.3 §3.2.3", \
      WT_ALIAS)
WT_FIELDS(ETH, FIELDS)

static const wt_trailer_rows behind = {F_PADDING, F_TRAILER, F_FCS, F_FCS_STATUS};

static void remember(wt_endpoint *end, const uint8_t *p) {
    end->kind = 1;
    end->length = 6;
    memcpy(end->addr, p, 6);
}

static void address(wt_cur *c, wt_fid whole, wt_endpoint *end) {
    const uint8_t *p = wt_take_bytes(c, whole, 6);
    if (!p)
        return;
    if (wt_wants(c->s, whole + 1) || wt_wants(c->s, whole + 2)) {
        wt_node n = wt_parent(c, whole);
        wt_emit_u(c, whole + 1, c->pos - 6, 3, p[0] >> 1 & 1);
        wt_emit_u(c, whole + 2, c->pos - 6, 3, p[0] & 1);
        wt_end(c, n);
    }
    remember(end, p);
}

static void addresses(wt_cur *c) {
    wt_session *s = c->s;
    if (!wt_quiet(s, WT_P_ETH)) {
        address(c, F_DST, &s->dst);
        address(c, F_SRC, &s->src);
        return;
    }
    const uint8_t *both = wt_skip(c, 12);
    if (!both)
        return;
    remember(&s->dst, both);
    remember(&s->src, both + 6);
}

static void ieee_802_3(wt_cur *c) {
    uint32_t length = (uint32_t)wt_take(c, F_LEN), end = c->end;
    wt_cur outer = *c;
    if (length < wt_left(c))
        end = c->pos + length;
    else if (length > wt_left(c) && !c->fail)
        wt_note(c, "eth.len says %u bytes, but the frame has only %u more", length, wt_left(c));
    wt_header_done(c);
    wt_cur payload = wt_sub(c, end - c->pos);
    wt_next(&payload, WT_T_LLC_DSAP, 0x100);       /* the LLC header itself */
    wt_trailer(&outer, end, c->start, behind);
}

static void dissect(wt_cur *c) {
    addresses(c);
    uint32_t type = (uint32_t)wt_look(c, 0, 2);
    if (type <= 1500 && wt_left_captured(c) >= 2) {
        ieee_802_3(c);
        return;
    }
    if (wt_quiet(c->s, WT_P_ETH))
        wt_skip(c, 2);
    else
        wt_take_n(c, type < 1536 ? F_INVALID : F_TYPE, 2);
    wt_payload_and_trailer(c, WT_T_ETHERTYPE, type, c->start, behind);
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 1, NULL}, {WT_T_ETHERTYPE, 0x6558, NULL}};
static const wt_alias aliases[] = {{F_ADDR, {F_DST, F_SRC, WT_FID_NONE, WT_FID_NONE}}};

const wt_protocol wt_proto_eth = {
    .info = {.name = "eth", .title = "Ethernet", .tag = "Ethernet", .why = "Carries frames over one link.",
             .ref = "IEEE 802.3", .fields = fields, .field_count = WT_FIELD_COUNT,
             .aliases = aliases, .alias_count = 1},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
