/* security.c - how a network encrypts, as its frames announce it: RSN (WPA2, WPA3), WPA; and what vendors add. */
#include "proto/wlan/wlan.h"

/* An organization and a number: one row for both, one for the number. */
static uint64_t suite(wt_cur *c, wt_fid both) {
    uint64_t v = wt_take(c, both);
    if (c->fail)
        return 0;
    wt_node n = wt_parent(c, both);
    wt_emit_u(c, both + 1, c->pos - 1, 1, v & 0xff);
    wt_end(c, n);
    return v;
}

/* A count and as many suites: the rows are count, list, suite, its number.  A bit for each number below 32 that the
 * standard's own have. */
static uint32_t suites(wt_cur *c, wt_fid count) {
    uint32_t numbers = 0;
    uint64_t n = wt_take(c, count);
    if (c->fail)
        return 0;
    uint32_t length = (uint32_t)n * 4;
    wt_node node = wt_begin(c, count + 1, length < wt_left(c) ? length : wt_left(c));
    while (n-- && wt_left(c) && !c->fail) {
        uint64_t v = suite(c, count + 2);
        if (v >> 8 == 0x000fac && (v & 0xff) < 32)
            numbers |= 1u << (v & 31);
    }
    wt_end(c, node);
    return numbers;
}

/* Everything behind the version may be left out, from some place on.  One that was cut off is not read: half of the
 * conditions would look like all of them. */
void wt_wlan_rsn(wt_cur *c, wt_wlan_said *said) {
    said->rsn = true;
    if (!wt_need(c, wt_left(c)))
        return;
    wt_take(c, F_RSN_VERSION);
    if (wt_left(c))
        suite(c, F_GCS);
    if (wt_left(c))
        suites(c, F_PCS_COUNT);
    if (wt_left(c))
        said->proofs |= suites(c, F_AKM_COUNT);
    if (wt_left(c))
        wt_wlan_bits(c, F_RSN_CAP, F_RSN_PREAUTH, F_RSN_EXT_KEY);
    if (wt_left(c)) {
        uint64_t n = wt_take(c, F_PMKID_COUNT);
        uint32_t length = (uint32_t)n * 16;
        wt_node node = wt_begin(c, F_PMKID_LIST, length < wt_left(c) ? length : wt_left(c));
        while (n-- && wt_left(c) && !c->fail)
            wt_take_bytes(c, F_PMKID, 16);
        wt_end(c, node);
    }
    if (wt_left(c))
        suite(c, F_GMCS);
}

static void wpa(wt_cur *c, wt_wlan_said *said) {
    said->wpa = true;
    wt_take(c, F_WPA_VERSION);
    if (wt_left(c))
        suite(c, F_WPA_MCS);
    if (wt_left(c))
        suites(c, F_WPA_UCS_COUNT);
    if (wt_left(c))
        suites(c, F_WPA_AKM_COUNT);
}

static void traffic(wt_cur *c) {
    wt_node n = wt_begin(c, F_ACP, 4);
    wt_wlan_bits(c, F_ACP_FIELD, F_ACP_AIFSN, F_ACP_RESERVED);
    uint32_t ecw = (uint32_t)wt_look(c, 0, 1);
    wt_take(c, F_ACP_ECW);
    wt_node inner = wt_parent(c, F_ACP_ECW);
    wt_bits(c, F_ACP_ECW_MAX);
    wt_bits(c, F_ACP_ECW_MIN);
    if (!c->fail) {
        wt_emit_u(c, F_ACP_CW_MAX, c->pos - 1, 1, (1u << (ecw >> 4)) - 1);
        wt_emit_u(c, F_ACP_CW_MIN, c->pos - 1, 1, (1u << (ecw & 15)) - 1);
    }
    wt_end(c, inner);
    wt_take(c, F_ACP_TXOP);
    wt_end(c, n);
}

/* Stations send the short form, access points the long one. */
static void wmm(wt_cur *c) {
    uint64_t form = wt_take(c, F_WME_SUBTYPE);
    wt_take(c, F_WME_VERSION);
    bool station = form == 0 && wt_left(c) == 1;
    if (form > 1)
        return;
    wt_take(c, F_WME_QOS);
    wt_node n = wt_parent(c, F_WME_QOS);
    for (wt_fid f = station ? F_WME_SP : F_WME_APSD; f <= (station ? F_WME_STA_RESERVED : F_WME_AP_RESERVED); f++)
        wt_bits(c, f);
    wt_end(c, n);
    if (form != 1)
        return;
    wt_take_bytes(c, F_WME_RESERVED, 1);
    for (int i = 0; i < 4 && wt_left(c) && !c->fail; i++)
        traffic(c);
}

static void atheros_bits(wt_cur *c, wt_fid f) {
    wt_take(c, f);
    wt_node n = wt_parent(c, f);
    for (wt_fid bit = F_ATH_TURBO; bit <= F_ATH_BOOST; bit++)
        wt_bits(c, bit);
    wt_end(c, n);
}

static void atheros(wt_cur *c, uint64_t type) {
    wt_bits(c, F_ATH_TYPE);
    wt_take(c, F_ATH_SUBTYPE);
    wt_take(c, F_ATH_VERSION);
    if (type == 1) {
        atheros_bits(c, F_ATH_CAP);
        wt_take(c, F_ATH_KEY);
    } else if (type == 3) {
        wt_take(c, F_ATH_INFO);
        wt_take_bytes(c, F_ATH_BASE, 6);
        wt_take_bytes(c, F_ATH_FAR, 6);
        wt_take(c, F_ATH_BEACON);
        atheros_bits(c, F_ATH_BASE_CAP);
        atheros_bits(c, F_ATH_FAR_CAP);
    }
    wt_wlan_rest(c, F_ATH_DATA);
}

/* Types of the Wi-Fi Alliance's that have rules of their own: joining by a button (among Microsoft's), direct links,
 * hotspots, neighbours that meet by themselves, roaming, open networks that encrypt, several access points as one. */
static bool ruled(uint64_t oui, uint64_t type) {
    const uint64_t own = 1u << 9 | 1u << 16 | 1u << 18 | 1u << 19 | 1u << 22 | 1u << 27 | 1u << 28;
    return (oui == 0x0050f2 && type == 4) || (oui == 0x506f9a && type < 32 && own >> type & 1);
}

/* What is not known here is shown with its type. */
void wt_wlan_vendor(wt_cur *c, wt_wlan_said *said) {
    uint64_t oui = wt_take(c, F_VENDOR_OUI), type = wt_look(c, 0, 1);
    if (!wt_left(c) || c->fail)
        return;
    wt_take(c, F_VENDOR_TYPE);
    if (oui == 0x0050f2) {
        wt_bits(c, F_WFA_TYPE);
        if (type == 1)
            wpa(c, said);
        else if (type == 2)
            wmm(c);
    } else if (oui == 0x00037f) {
        atheros(c, type);
    } else if (!c->fail) {
        c->pos--;
    }
    wt_wlan_rest(c, ruled(oui, type) ? F_ALLIANCE_DATA : F_VENDOR_DATA);
}
