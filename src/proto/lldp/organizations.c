/* organizations.c - what 802.1, 802.3 and TIA add to LLDP: VLANs and queues, cables and power, telephones. */
#include "proto/lldp/lldp.h"

/* ---- 802.1 ------------------------------------------------------------------------------- */

static void vlan_name(wt_cur *c) {
    wt_take(c, F_VLAN);
    uint32_t n = (uint32_t)wt_take(c, F_VLAN_LENGTH);
    if (n)
        wt_take_bytes(c, F_VLAN_NAME, n);
}

static void protocol_identity(wt_cur *c) {
    uint32_t n = (uint32_t)wt_take(c, F_PROTO_LENGTH);
    if (n)
        wt_take_bytes(c, F_PROTO, n);
}

/* Which queue each priority has, each queue's share and order; `own`: the sender's, not what it advises. */
static void queues(wt_cur *c, bool own) {
    if (own) {
        wt_peek(c, F_WILLING);
        wt_peek(c, F_CBS);
        wt_take(c, F_MAXTCS);
    } else {
        wt_take(c, F_PG_RESERVED);
    }
    for (wt_fid f = F_PG0; f <= F_PG7; f++) {
        if ((f - F_PG0) % 4 == 0)
            wt_skip(c, 2);
        wt_bits(c, f);
    }
    for (wt_fid f = F_PER0; f <= F_TSA7; f++)
        wt_take(c, f);
}

static void bits(wt_cur *c, wt_fid first) {
    wt_skip(c, 1);
    for (wt_fid f = first; f < first + 8; f++)
        wt_bits(c, f);
}

static void pauses(wt_cur *c) {
    wt_peek(c, F_WILLING);
    wt_peek(c, F_MBC);
    wt_take(c, F_PFC_TCS);
    bits(c, F_PFC0);
}

static void applications(wt_cur *c) {
    wt_take(c, F_APP_RESERVED);
    while (wt_left(c) >= 3 && !c->fail) {
        wt_take(c, F_APP_PRIO);
        wt_bits(c, F_APP_SELECTOR);
        wt_take(c, F_APP_PROTO);
    }
}

void wt_lldp_8021_tlv(wt_cur *c) {
    switch (wt_take(c, F_T8021)) {
    case 1: wt_take(c, F_PVID); break;
    case 2:
        wt_lldp_bits(c, F_PPV, F_PPV_CAN, F_PPV_IS);
        wt_take(c, F_PPVID);
        break;
    case 3: vlan_name(c); break;
    case 4: protocol_identity(c); break;
    case 7:
        wt_lldp_bits(c, F_AG1, F_AG1_CAN, F_AG1_TYPE);
        wt_take(c, F_AG1_ID);
        break;
    case 8:
        bits(c, F_CNPV0);
        bits(c, F_READY0);
        break;
    case 9: queues(c, true); break;
    case 10: queues(c, false); break;
    case 11: pauses(c); break;
    case 12: applications(c); break;
    default: break;
    }
}

/* ---- 802.3 ------------------------------------------------------------------------------- */

static void speeds(wt_cur *c) {
    wt_lldp_bits(c, F_NEG, F_NEG_CAN, F_NEG_IS);
    wt_lldp_bits(c, F_SPEEDS, F_SPEED_1000TFD, F_SPEED_ANY);
    if (c->fail)
        return;
    c->pos -= 2;                           /* the same two bytes once more */
    wt_node n = wt_begin(c, F_TURNED, 2);
    c->pos += 2;
    for (wt_fid f = F_TURNED_1000TFD; f <= F_TURNED_ANY; f++)
        wt_bits(c, f);
    wt_end(c, n);
    wt_take(c, F_MAU);
}

static void power(wt_cur *c) {
    wt_lldp_bits(c, F_MDI, F_MDI_PSE, F_MDI_PAIRS);
    wt_take(c, F_PAIR);
    wt_take(c, F_CLASS);
    if (wt_left(c) < 5)
        return;
    wt_take(c, F_POWER_TYPE);
    wt_bits(c, F_POWER_SOURCE);
    wt_bits(c, F_POWER_PRIORITY);
    wt_take(c, F_REQUESTED);
    wt_take(c, F_ALLOCATED);
}

void wt_lldp_8023_tlv(wt_cur *c) {
    switch (wt_take(c, F_T8023)) {
    case 1: speeds(c); break;
    case 2: power(c); break;
    case 3:
        wt_lldp_bits(c, F_AG3, F_AG3_CAN, F_AG3_IS);
        wt_take(c, F_AG3_ID);
        break;
    case 4: wt_take(c, F_MTU); break;
    case 5:
        for (wt_fid f = F_EEE_TX; f <= F_EEE_ECHO_RX; f++)
            wt_take(c, f);
        break;
    case 7: wt_lldp_bits(c, F_BR, F_BR_CAN, F_BR_RESERVED); break;
    default: break;
    }
}

/* ---- TIA: telephones ---------------------------------------------------------------------- */

static void coordinates(wt_cur *c) {
    for (int i = 0; i < 2; i++) {
        wt_peek(c, i ? F_LONG_BITS : F_LAT_BITS);
        wt_take(c, i ? F_LONG : F_LAT);
    }
    wt_peek(c, F_ALT_TYPE);
    wt_peek(c, F_ALT_BITS);
    wt_skip(c, 1);
    wt_take(c, F_ALT);
    wt_take(c, F_DATUM);
}

static void postal(wt_cur *c) {
    uint32_t n = (uint32_t)wt_take(c, F_CIVIC_LENGTH);
    if (c->fail)
        return;
    wt_cur whole = wt_sub(c, n);
    wt_take(&whole, F_CIVIC_WHAT);
    wt_take_bytes(&whole, F_COUNTRY, 2);
    while (wt_left(&whole) && !whole.fail) {
        wt_take(&whole, F_CIVIC_TYPE);
        n = (uint32_t)wt_take(&whole, F_CIVIC_PART);
        if (n && !whole.fail)
            wt_take_bytes(&whole, F_CIVIC, n);
    }
}

static void location(wt_cur *c) {
    switch (wt_take(c, F_FORMAT)) {
    case 1: coordinates(c); break;
    case 2: postal(c); break;
    case 3:
        if (wt_left(c))
            wt_take_bytes(c, F_ELIN, wt_left(c));
        break;
    default: break;
    }
}

void wt_lldp_media_tlv(wt_cur *c) {
    uint64_t type = wt_take(c, F_TMED);
    switch (type) {
    case 1:
        wt_lldp_bits(c, F_MED, F_MED_CAPS, F_MED_INVENTORY);
        wt_take(c, F_MED_CLASS);
        break;
    case 2:
        wt_take(c, F_APPLICATION);
        wt_skip(c, 3);
        for (wt_fid f = F_POLICY_UNKNOWN; f <= F_MED_DSCP; f++)
            wt_bits(c, f);
        break;
    case 3: location(c); break;
    case 4:
        wt_take(c, F_MED_POWER_TYPE);
        wt_bits(c, F_MED_POWER_SOURCE);
        wt_bits(c, F_MED_POWER_PRIORITY);
        wt_take(c, F_MED_POWER);
        break;
    case 5: case 6: case 7: case 8: case 9: case 10: case 11:
        if (wt_left(c))
            wt_take_bytes(c, F_HARDWARE + (wt_fid)type - 5, wt_left(c));
        break;
    default: break;
    }
}
