/* throughput.c - what stations say of their fast ways, Wi-Fi 4 and 5, and of other extras. */
#include "proto/wlan/wlan.h"

/* The speeds for receiving, as a map of 77 bits with gaps, and a little about sending (§9.4.2.55.4). */
static void speeds(wt_cur *c) {
    wt_node n = wt_begin(c, F_MCS, wt_left(c) < 16 ? wt_left(c) : 16);
    wt_node map = wt_begin(c, F_MCS_RX, wt_left(c) < 10 ? wt_left(c) : 10);
    if (wt_skip(c, 4))
        for (wt_fid f = F_MCS_0; f <= F_MCS_24; f++)
            wt_bits(c, f);
    if (wt_skip(c, 4))
        for (wt_fid f = F_MCS_32; f <= F_MCS_39; f++)
            wt_bits(c, f);
    if (wt_skip(c, 2)) {                       /* the last ones reach into the two bytes before these */
        c->pos -= 4;
        wt_take(c, F_MCS_53);
    }
    wt_end(c, map);
    wt_take(c, F_MCS_HIGHEST);
    if (wt_skip(c, 1))
        for (wt_fid f = F_MCS_TX; f <= F_MCS_UNEQUAL; f++)
            wt_bits(c, f);
    wt_skip(c, 3);
    wt_end(c, n);
}

void wt_wlan_ht(wt_cur *c) {
    wt_wlan_bits(c, F_HT, F_HT_LDPC, F_HT_LSIG);
    wt_wlan_bits(c, F_AMPDU, F_AMPDU_MAX, F_AMPDU_RESERVED);
    speeds(c);
    wt_wlan_bits(c, F_HTEX, F_HTEX_PCO, F_HTEX_RD);
    wt_wlan_bits(c, F_TXBF, F_TXBF_TX, F_TXBF_RESERVED);
    wt_wlan_bits(c, F_ASEL, F_ASEL_CAN, F_ASEL_RESERVED);
}

void wt_wlan_ht_operation(wt_cur *c) {
    wt_take(c, F_HTI_CHANNEL);
    wt_wlan_bits(c, F_HTI1, F_HTI_SECOND, F_HTI_R1);
    wt_wlan_bits(c, F_HTI2, F_HTI_PROTECT, F_HTI_R3);
    wt_wlan_bits(c, F_HTI3, F_HTI_R4, F_HTI_R5);
    if (wt_left(c))
        speeds(c);
}

void wt_wlan_vht(wt_cur *c) {
    wt_wlan_bits(c, F_VHT, F_VHT_MPDU, F_VHT_NSS);
    wt_node n = wt_begin(c, F_VMCS, wt_left(c) < 8 ? wt_left(c) : 8);
    wt_wlan_bits(c, F_VRX, F_VRX1, F_VRX8);
    wt_skip(c, 2);
    wt_bits(c, F_VRX_RATE);
    wt_bits(c, F_VRX_NSTS);
    wt_wlan_bits(c, F_VTX, F_VTX1, F_VTX8);
    wt_skip(c, 2);
    for (wt_fid f = F_VTX_RATE; f <= F_VTX_RESERVED; f++)
        wt_bits(c, f);
    wt_end(c, n);
}

void wt_wlan_vht_operation(wt_cur *c) {
    wt_node n = wt_begin(c, F_VOP, wt_left(c) < 3 ? wt_left(c) : 3);
    wt_take(c, F_VOP_WIDTH);
    wt_take(c, F_VOP_C0);
    wt_take(c, F_VOP_C1);
    wt_end(c, n);
    wt_wlan_bits(c, F_VOP_MAP, F_VOP1, F_VOP8);
}

/* The first row of each byte; the eighth and ninth byte are read as one number of 16 bits. */
void wt_wlan_extras(wt_cur *c) {
    static const wt_fid first[] = {F_EXT_0,  F_EXT_8,  F_EXT_16, F_EXT_24, F_EXT_32, F_EXT_40,
                                   F_EXT_48, F_EXT_56, F_EXT_65, F_EXT_72, F_EXT_80, F_EXT_87 + 1};
    for (unsigned i = 0; i < 11 && wt_left(c) && !c->fail; i++) {
        bool two = i == 7 && wt_left(c) > 1;
        if (i == 7 && !two)
            break;                             /* half of it: left as bytes */
        wt_fid whole = two ? F_EXTCAP2 : F_EXTCAP;
        wt_take(c, whole);
        wt_node n = wt_parent(c, whole);
        for (wt_fid f = first[i]; f < first[two ? i + 2 : i + 1]; f++)
            wt_bits(c, f);
        wt_end(c, n);
        i += two;
    }
}
