/* tags.c - what management frames carry behind their fixed part: pieces with a number and a length. */
#include "proto/wlan/wlan.h"

static void ssid(wt_cur *c, wt_wlan_said *said) {
    uint32_t n = wt_left(c);
    const uint8_t *p = wt_take_bytes(c, F_SSID, n);
    if (!p || said->named)
        return;
    said->named = true;
    said->ssid = p;
    said->ssid_len = n;
    while (said->ssid_len && !p[said->ssid_len - 1])
        said->ssid_len--;                  /* some hide the name by zeros of its length */
    if (said->ssid_len)
        wt_gen_p(c, F_SSID_TEXT, p, said->ssid_len);
}

static void each(wt_cur *c, wt_fid f) {
    while (wt_left(c) && !c->fail)
        wt_take(c, f);
}

static void rows(wt_cur *c, wt_fid first, wt_fid last) {
    for (wt_fid f = first; f <= last; f++)
        wt_take(c, f);
}

static void sleeper(wt_cur *c, uint32_t at, uint32_t number) {
    wt_emit_u(c, F_TIM_AID, at, 1, number & 0xff);
    wt_emit_u(c, F_TIM_STATION, at, 1, number);
}

/* The map begins with station 8 × offset; bit 0 of the control is about broadcasts. */
static void sleepers(wt_cur *c) {
    wt_take(c, F_DTIM);
    wt_take(c, F_DTIM_PERIOD);
    uint32_t first = (uint32_t)(wt_look(c, 0, 1) & 0xfe) * 8;
    wt_wlan_bits(c, F_BMAP, F_BMAP_MULTICAST, F_BMAP_OFFSET);
    uint32_t n = wt_left(c);
    const uint8_t *map = n ? wt_take_bytes(c, F_BMAP_BITS, n) : NULL;
    wt_node node = wt_parent(c, F_BMAP_BITS);
    for (uint32_t i = 0; map && i < 8 * n; i++)
        if (map[i / 8] >> (i & 7) & 1 && (first + i))
            sleeper(c, c->pos - n + i / 8, first + i);
    wt_end(c, node);
}

/* Triples: a first channel, how many, with how much power; from 201 on something else, which is left as bytes. */
static void country(wt_cur *c) {
    wt_take_bytes(c, F_COUNTRY, 2);
    wt_take(c, F_ENVIRONMENT);
    while (wt_left(c) >= 3 && !c->fail) {
        if (wt_look(c, 0, 1) > 200) {
            wt_take_bytes(c, F_TAG_DATA, 3);
            continue;
        }
        wt_node n = wt_begin(c, F_FNM, 3);
        rows(c, F_FNM_FIRST, F_FNM_POWER);
        wt_end(c, n);
    }
}

static void mesh(wt_cur *c) {
    rows(c, F_MESH_PATH, F_MESH_AUTH);
    wt_wlan_bits(c, F_MESH_FORM, F_MESH_GATE, F_MESH_AS);
    wt_wlan_bits(c, F_MESH_CAP, F_MESH_ACCEPT, F_MESH_RESERVED);
}

static void classes(wt_cur *c) {
    wt_take(c, F_CLASS);
    if (!wt_left(c))
        return;
    wt_node n = wt_begin(c, F_CLASSES, wt_left(c));
    each(c, F_CLASS_ALT);
    wt_end(c, n);
}

/* The channel by the older way to tell it, or by the newer one. */
static void channel(wt_cur *c, wt_wlan_said *said) {
    uint32_t n = (uint32_t)wt_take(c, F_CHANNEL);
    if (!c->fail)
        said->channel = n;
}

/* What is left of it, or all where it is not known here, stays bytes. */
static void read_tag(wt_cur *c, uint64_t tag, wt_wlan_said *said) {
    switch (tag) {
    case 0: ssid(c, said); break;
    case 1: each(c, F_RATE); break;
    case 3: channel(c, said); break;
    case 5: sleepers(c); break;
    case 7: country(c); break;
    case 11:
        if (wt_left(c) == 5)
            rows(c, F_LOAD_STATIONS, F_LOAD_FREE);
        break;
    case 32: wt_take(c, F_POWER); break;
    case 33: rows(c, F_POWER_MIN, F_POWER_MAX); break;
    case 42: case 47: wt_wlan_bits(c, F_ERP, F_ERP_PRESENT, F_ERP_RESERVED); break;
    case 45: wt_wlan_ht(c); break;
    case 48: wt_wlan_rsn(c, said); break;
    case 50: each(c, F_MORE_RATE); break;
    case 59: classes(c); break;
    case 61:
        if (!said->channel)
            said->channel = (uint32_t)wt_look(c, 0, 1);
        wt_wlan_ht_operation(c);
        break;
    case 113: mesh(c); break;
    case 114: wt_take_bytes(c, F_MESH_ID, wt_left(c)); break;
    case 127: wt_wlan_extras(c); break;
    case 191: wt_wlan_vht(c); break;
    case 192: wt_wlan_vht_operation(c); break;
    case 221: wt_wlan_vendor(c, said); break;
    case 255:
        wt_take(c, F_EXT_TAG);
        wt_wlan_rest(c, F_EXT_DATA);
        break;
    default: break;
    }
}

void wt_wlan_tags_of(wt_cur *c, wt_wlan_said *said) {
    while (wt_left(c) && !c->fail) {
        uint32_t length = (uint32_t)wt_look(c, 1, 1), whole = 2 + length;
        wt_node n = wt_begin(c, F_TAG, whole < wt_left(c) ? whole : wt_left(c));
        uint64_t tag = wt_take(c, F_TAG_NUMBER);
        wt_take(c, F_TAG_LENGTH);
        if (!c->fail && length > wt_left(c))
            wt_malformed(c, "a piece says that it has %u bytes, but %u are left", length, wt_left(c));
        if (!c->fail) {
            wt_cur one = wt_sub(c, length);
            read_tag(&one, tag, said);
            wt_wlan_rest(&one, F_TAG_DATA);
            c->fail = one.fail;            /* where one piece is wrong, no length behind it can be believed */
        }
        wt_end(c, n);
    }
}
