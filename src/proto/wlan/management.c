/* management.c - 802.11 management frames: finding a network, proving who one is, joining, leaving (§9.3.3). */
#include "proto/wlan/wlan.h"

enum {
    ASSOCIATE, ASSOCIATED, REASSOCIATE, REASSOCIATED, PROBE, PROBED, BEACON = 8, ATIM, DISASSOCIATE, AUTHENTICATE,
    DEAUTHENTICATE, ACTION, ACTION_NO_ACK
};

static bool capabilities(wt_cur *c) {
    wt_wlan_bits(c, F_CAP, F_CAP_ESS, F_CAP_R6);
    return !c->fail && c->data[c->pos - 2] & 0x10;
}

/* The first part, whose fields stand where they always stand. */
static void fixed(wt_cur *c, uint32_t subtype, uint32_t length, wt_wlan_said *said) {
    wt_node n = wt_begin(c, F_FIXED, length < wt_left(c) ? length : wt_left(c));
    switch (subtype) {
    case BEACON: case PROBED:
        wt_take(c, F_TIMESTAMP);
        wt_take(c, F_INTERVAL);
        said->private = capabilities(c);
        break;
    case ASSOCIATE: case REASSOCIATE:
        capabilities(c);
        wt_take(c, F_LISTEN);
        if (subtype == REASSOCIATE)
            wt_take_bytes(c, F_CURRENT_AP, 6);
        break;
    case ASSOCIATED: case REASSOCIATED:
        capabilities(c);
        said->status = (uint16_t)wt_take(c, F_STATUS);
        wt_take(c, F_FIXED_AID);
        break;
    case AUTHENTICATE:
        wt_take(c, F_AUTH_ALG);
        wt_take(c, F_AUTH_SEQ);
        said->status = (uint16_t)wt_take(c, F_STATUS);
        break;
    case DISASSOCIATE: case DEAUTHENTICATE: wt_take(c, F_REASON); break;
    default: break;
    }
    wt_end(c, n);
}

static uint32_t fixed_length(uint32_t subtype) {
    static const uint8_t lengths[16] = {
        [ASSOCIATE] = 4, [ASSOCIATED] = 6, [REASSOCIATE] = 10, [REASSOCIATED] = 6, [PROBED] = 12, [BEACON] = 12,
        [DISASSOCIATE] = 2, [AUTHENTICATE] = 6, [DEAUTHENTICATE] = 2};
    return lengths[subtype & 15];
}

/* ---- requests that stations make of one another ------------------------------------------- */

static void block_ack(wt_cur *c, uint64_t action) {
    if (action == 2) {
        wt_wlan_bits(c, F_DELBA, F_DELBA_R, F_DELBA_TID);
        wt_take(c, F_REASON);
        return;
    }
    wt_take(c, F_DIALOG);
    if (action == 1)
        wt_take(c, F_STATUS);
    wt_wlan_bits(c, F_BA_PARAMS, F_BAP_AMSDU, F_BAP_SIZE);
    wt_take(c, F_BA_TIMEOUT);
    if (action == 0)
        wt_wlan_bits(c, F_SSC, F_SSC_FRAG, F_SSC_SEQ);
}

static void action(wt_cur *c) {
    wt_node n = wt_begin(c, F_FIXED, wt_left(c));
    uint64_t category = wt_take(c, F_CATEGORY), what = wt_take(c, F_ACTION);
    if (category == 3 && what <= 2)
        block_ack(c, what);
    wt_wlan_rest(c, F_TAG_DATA);
    wt_end(c, n);
    const wt_value *v = wt_value_find(&wt_wlan_categories, category);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        wt_put_s(t, "Action: ");
        wt_put_s(t, category == 3 && what == 0 ? "may I have several frames acknowledged at once?" :
                    category == 3 && what == 1 ? "the answer to that" :
                    category == 3 && what == 2 ? "no longer several at once" : v ? v->name : "of a kind not read here");
    }
}

/* ---- words ------------------------------------------------------------------------------- */

static void put_name(wt_text *t, const wt_wlan_said *said) {
    if (!said->ssid_len) {
        wt_put_s(t, "a network that hides its name");
        return;
    }
    wt_put_s(t, "network ");
    wt_put_wire(t, said->ssid, said->ssid_len);
}

/* By which ways one may prove who one is there (§9.4.2.24.3): SAE and a server with keys of 192 bits are WPA3's, what
 * else proves something is WPA2's, and OWE proves nothing. */
static const char *security(uint32_t proofs) {
    const uint32_t wpa3 = 1u << 8 | 1u << 9 | 1u << 12 | 1u << 13 | 1u << 24 | 1u << 25, owe = 1u << 18;
    if (proofs == owe)
        return ", open to all, but encrypted";
    if (proofs & wpa3)
        return proofs & ~(wpa3 | owe) ? ", WPA2 or WPA3" : ", WPA3";
    return ", WPA2";
}

static void put_network(wt_text *t, const wt_wlan_said *said) {
    put_name(t, said);
    if (said->channel) {
        wt_put_s(t, ", channel ");
        wt_put_u(t, said->channel);
    }
    wt_put_s(t, said->rsn ? security(said->proofs) : said->wpa ? ", WPA" : said->private ? ", WEP" : ", open to all");
}

static void put_row(wt_text *t, const wt_values *values, uint64_t v) {
    const wt_value *row = wt_value_find(values, v);
    wt_put_s(t, row ? row->name : "a reason not known here");
}

/* `one`, `two`: the first two numbers of the fixed part. */
static void tell(wt_cur *c, uint32_t subtype, const wt_wlan_said *said, uint64_t one, uint64_t two) {
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    switch (subtype) {
    case BEACON:
        wt_put_s(t, "Beacon: ");
        put_network(t, said);
        break;
    case PROBED:
        wt_put_s(t, "Probe Response: ");
        put_network(t, said);
        break;
    case PROBE:
        wt_put_s(t, "Probe Request: ");
        if (said->named && said->ssid_len)
            put_name(t, said), wt_put_s(t, ", are you here?");
        else
            wt_put_s(t, "which networks are here?");
        break;
    case ASSOCIATE: case REASSOCIATE:
        wt_put_s(t, subtype == ASSOCIATE ? "Association Request: may I join "
                                         : "Reassociation Request: may I join again ");
        put_name(t, said);
        wt_put_s(t, "?");
        break;
    case ASSOCIATED: case REASSOCIATED:
        wt_put_s(t, subtype == ASSOCIATED ? "Association Response: " : "Reassociation Response: ");
        wt_put_s(t, said->status ? "no: " : "you are in");
        if (said->status)
            put_row(t, &wt_wlan_statuses, said->status);
        break;
    case AUTHENTICATE:
        wt_put_s(t, "Authentication, step ");
        wt_put_u(t, two);
        wt_put_s(t, ": ");
        put_row(t, &wt_wlan_algorithms, one);
        if (said->status) {
            wt_put_s(t, ", ");
            put_row(t, &wt_wlan_statuses, said->status);
        }
        break;
    case DISASSOCIATE: case DEAUTHENTICATE:
        wt_put_s(t, subtype == DISASSOCIATE ? "Disassociation: " : "Deauthentication: ");
        put_row(t, &wt_wlan_reasons, one);
        break;
    default: wt_put_s(t, "a management frame of a kind not read here"); break;
    }
}

void wt_wlan_management(wt_cur *c, uint32_t subtype) {
    wt_wlan_said said = {0};
    if (subtype == ACTION || subtype == ACTION_NO_ACK) {
        action(c);
        return;
    }
    uint32_t length = fixed_length(subtype);
    uint64_t one = wt_look(c, 1, 1) << 8 | wt_look(c, 0, 1), two = wt_look(c, 3, 1) << 8 | wt_look(c, 2, 1);
    if (length)
        fixed(c, subtype, length, &said);
    if (wt_left(c) && !c->fail && subtype != ATIM) {
        wt_node n = wt_begin(c, F_TAGGED, wt_left(c));
        wt_wlan_tags_of(c, &said);
        wt_end(c, n);
    }
    tell(c, subtype, &said, one, two);
}
