/* extensions.c - what hellos and certificates say beyond their fixed fields. */
#include "proto/tls/tls.h"
#include "proto/x509/x509.h"

static void note_version(wt_tls_seen *seen, uint64_t v) {
    if (v <= 0x0304 && v > seen->version)  /* GREASE and drafts aside */
        seen->version = (uint16_t)v;
}

/* A list of numbers: its length in the row `length`, its heading in `list` (or none), each in `one`. */
static void numbers(wt_cur *c, wt_fid length, wt_fid list, wt_fid one) {
    uint32_t n = (uint32_t)wt_take(c, length);
    if (c->fail)
        return;
    wt_node node = list != WT_FID_NONE && n ? wt_begin(c, list, n) : WT_NO_NODE;
    wt_cur items = wt_sub(c, n);
    wt_take_all(&items, one);
    wt_end(c, node);
}

static void server_name(wt_cur *c, wt_tls_seen *seen) {
    wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_SNI_LIST_LEN));
    while (wt_left(&list)) {
        wt_take(&list, F_SNI_TYPE);
        uint32_t n = (uint32_t)wt_take(&list, F_SNI_LEN);
        const uint8_t *name = n ? wt_take_bytes(&list, F_SNI, n) : NULL;
        if (name && !seen->sni) {
            seen->sni = name;
            seen->sni_len = n;
        }
    }
}

static void alpn(wt_cur *c, wt_tls_seen *seen) {
    uint32_t size = (uint32_t)wt_take(c, F_ALPN_LEN);
    wt_node n = wt_begin(c, F_ALPN_LIST, size);
    wt_cur list = wt_sub(c, size);
    while (wt_left(&list)) {
        uint32_t length = (uint32_t)wt_take(&list, F_ALPN_STR_LEN);
        const uint8_t *name = length ? wt_take_bytes(&list, F_ALPN, length) : NULL;
        if (!name)
            continue;
        if (seen->alpn_count < 3) {
            seen->alpn[seen->alpn_count] = name;
            seen->alpn_len[seen->alpn_count] = (uint8_t)length;
        }
        seen->alpn_count++;
    }
    wt_end(c, n);
}

/* The extension has two numbers; Wireshark 4.0 has names for the older one's fields only. */
static void settings(wt_cur *c, uint8_t message, bool old) {
    if (message != HS_CLIENT_HELLO) {
        wt_tls_take_some(c, old ? F_ALPS_SETTINGS : F_SETTINGS, wt_left(c));
        return;
    }
    uint32_t size = (uint32_t)wt_take(c, old ? F_ALPS_LEN : F_SETTINGS_LEN);
    wt_node n = wt_begin(c, old ? F_ALPS_LIST : F_SETTINGS_LIST, size);
    wt_cur list = wt_sub(c, size);
    while (wt_left(&list)) {
        uint32_t length = (uint32_t)wt_take(&list, old ? F_ALPS_STR_LEN : F_SETTINGS_STR_LEN);
        wt_tls_take_some(&list, old ? F_ALPS : F_SETTINGS_STR, length);
    }
    wt_end(c, n);
}

static void versions(wt_cur *c, uint8_t message, wt_tls_seen *seen) {
    if (message != HS_CLIENT_HELLO) {
        seen->version = (uint16_t)wt_take(c, F_SUPPORTED);
        return;
    }
    wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_VERSIONS_LEN));
    while (wt_left(&list))
        note_version(seen, wt_take(&list, F_SUPPORTED));
}

static void share(wt_cur *c) {
    wt_take(c, F_SHARE_GROUP);
    wt_node n = wt_parent(c, F_SHARE_GROUP);
    wt_tls_take_some(c, F_SHARE, (uint32_t)wt_take(c, F_SHARE_LEN));
    wt_end(c, n);
}

static void key_share(wt_cur *c, uint8_t message, bool retry, wt_tls_seen *seen) {
    if (retry) {
        seen->group = (uint16_t)wt_take(c, F_SHARE_WANTED);
    } else if (message == HS_CLIENT_HELLO) {
        wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_SHARES_LEN));
        while (wt_left(&list))
            share(&list);
    } else if (wt_left(c)) {
        share(c);
    }
}

/* Keys that were agreed on otherwise say that they are 0 old (RFC 8446 §4.2.11). */
static void pre_shared_key(wt_cur *c, uint8_t message, wt_tls_seen *seen) {
    seen->psk = true;
    if (message != HS_CLIENT_HELLO) {
        wt_take(c, F_PSK_SELECTED);
        return;
    }
    wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_PSK_IDS_LEN));
    while (wt_left(&list)) {
        wt_tls_take_some(&list, F_PSK_ID, (uint32_t)wt_take(&list, F_PSK_ID_LEN));
        seen->ticket |= wt_take(&list, F_PSK_AGE) != 0;
    }
    uint32_t n = (uint32_t)wt_take(c, F_PSK_BINDERS_LEN);
    if (c->fail)
        return;
    wt_node node = wt_begin(c, F_PSK_BINDERS, n);
    list = wt_sub(c, n);
    while (wt_left(&list))
        wt_tls_take_some(&list, F_PSK_BINDER, (uint32_t)wt_take(&list, F_PSK_BINDER_LEN));
    wt_end(c, node);
}

static void what_status(wt_cur *c) {
    wt_skip(c, (uint32_t)wt_take(c, F_STATUS_IDS_LEN));
    wt_skip(c, (uint32_t)wt_take(c, F_STATUS_EXTS_LEN));
}

static void status_request(wt_cur *c, uint8_t message) {
    if (!wt_left(c))
        return;
    if (message == HS_CERTIFICATE) {
        wt_x509_status status;
        wt_tls_status(c, &status);
        return;
    }
    wt_take(c, F_STATUS_TYPE);
    what_status(c);
}

static void status_requests(wt_cur *c) {
    if (!wt_left(c))
        return;
    wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_STATUS_LIST_LEN));
    while (wt_left(&list)) {
        wt_take(&list, F_STATUS_TYPE);
        wt_cur one = wt_sub(&list, (uint32_t)wt_take(&list, F_STATUS_LEN));
        what_status(&one);
    }
}

/* ---- what certificates are asked for ---------------------------------------------------- */

static void certificate_kinds(wt_cur *c, bool client) {
    if (!client) {
        wt_take(c, F_KIND);
        return;
    }
    uint32_t n = (uint32_t)wt_take(c, F_KINDS_LEN);
    wt_node node = wt_begin(c, F_KINDS, n);
    wt_cur list = wt_sub(c, n);
    wt_take_all(&list, F_KIND);
    wt_end(c, node);
}

static void filters(wt_cur *c) {
    wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_FILTERS_LEN));
    while (wt_left(&list)) {
        wt_tls_take_some(&list, F_FILTER, (uint32_t)wt_take(&list, F_FILTER_LEN));
        wt_skip(&list, (uint32_t)wt_take(&list, F_FILTER_VALUES_LEN));
    }
}

static void delegated(wt_cur *c, uint8_t message) {
    if (message != HS_CERTIFICATE) {
        wt_tls_signature_list(c);
        return;
    }
    if (wt_need(c, 4))
        wt_emit_u(c, F_CRED_TIME, c->pos, 4, wt_look(c, 0, 4));
    wt_skip(c, 4);
    wt_take(c, F_SIG);
    wt_tls_take_some(c, F_CRED_KEY, (uint32_t)wt_take(c, F_CRED_KEY_LEN));
    wt_take(c, F_SIG);
    wt_tls_take_some(c, F_CRED_SIG, (uint32_t)wt_take(c, F_CRED_SIG_LEN));
}

/* ---- others ----------------------------------------------------------------------------- */

static void next_protocols(wt_cur *c) {
    while (wt_left(c))
        wt_tls_take_some(c, F_NPN, (uint32_t)wt_take(c, F_NPN_LEN));
}

static void hidden_hello(wt_cur *c, uint8_t message) {
    if (message != HS_CLIENT_HELLO || wt_take(c, F_ECH_TYPE) != 0)
        return;
    wt_take(c, F_ECH_KDF);
    wt_take(c, F_ECH_AEAD);
    wt_take(c, F_ECH_CONFIG);
    wt_tls_take_some(c, F_ECH_ENC, (uint32_t)wt_take(c, F_ECH_ENC_LEN));
    wt_tls_take_some(c, F_ECH_PAYLOAD, (uint32_t)wt_take(c, F_ECH_PAYLOAD_LEN));
}

/* Those that ask for, or are about, certificates; false if it is none of them. */
static bool about_certificates(wt_cur *c, uint16_t type, uint8_t message) {
    bool client = message == HS_CLIENT_HELLO;
    switch (type) {
    case 5: status_request(c, message); break;
    case 17: status_requests(c); break;
    case 18:
        if (wt_left(c))
            wt_x509_timestamps(c);
        break;
    case 19:
    case 20: certificate_kinds(c, client); break;
    case 27:
        if (client || message == HS_CERTIFICATE_REQUEST)
            numbers(c, F_CERT_COMP_LEN, WT_FID_NONE, F_CERT_COMP);
        break;
    case 34: delegated(c, message); break;
    case 47: wt_tls_distinguished_names(c); break;
    case 48: filters(c); break;
    default: return false;
    }
    return true;
}

/* Those of TLS 1.3; false if it is none of them. */
static bool of_tls13(wt_cur *c, uint16_t type, uint8_t message, bool retry, wt_tls_seen *seen) {
    switch (type) {
    case 41: pre_shared_key(c, message, seen); break;
    case 42:
        seen->early_data = true;
        if (message == HS_TICKET)
            wt_take(c, F_MAX_EARLY);
        break;
    case 43: versions(c, message, seen); break;
    case 44: wt_tls_take_some(c, F_COOKIE, (uint32_t)wt_take(c, F_COOKIE_LEN)); break;
    case 45: numbers(c, F_PSK_MODES_LEN, WT_FID_NONE, F_PSK_MODE); break;
    case 51: key_share(c, message, retry, seen); break;
    case 0xfe0d: hidden_hello(c, message); break;
    default: return false;
    }
    return true;
}

static void extension(wt_cur *c, uint16_t type, uint8_t message, bool retry, wt_tls_seen *seen) {
    bool known = about_certificates(c, type, message) || of_tls13(c, type, message, retry, seen);
    switch (known ? 0xffff : type) {
    case 0:
        if (wt_left(c))
            server_name(c, seen);
        break;
    case 1: wt_take(c, F_FRAGMENT_LEN); break;
    case 10: numbers(c, F_GROUPS_LEN, F_GROUPS, F_GROUP); break;
    case 11: numbers(c, F_POINTS_LEN, F_POINTS, F_POINT); break;
    case 12: wt_tls_take_some(c, F_SRP_NAME, (uint32_t)wt_take(c, F_SRP_LEN)); break;
    case 13:
    case 50: wt_tls_signature_list(c); break;
    case 15: wt_take(c, F_HEARTBEAT_MODE); break;
    case 16: alpn(c, seen); break;
    case 21: wt_tls_take_some(c, F_PAD, wt_left(c)); break;
    case 28: wt_take(c, F_SIZE_LIMIT); break;
    case 35: seen->ticket |= message == HS_CLIENT_HELLO && wt_left(c); break;
    case 53:
    case 54: wt_tls_take_some(c, F_CID, (uint32_t)wt_take(c, F_CID_LEN)); break;
    case 13172: next_protocols(c); break;
    case 17513:
    case 17613: settings(c, message, type == 17513); break;
    case 65281: wt_tls_take_some(c, F_RENEG, (uint32_t)wt_take(c, F_RENEG_LEN)); break;
    default: break;
    }
    if (wt_left(c) && !c->fail)
        wt_take_rest(c, F_EXT_DATA);
}

void wt_tls_read_extensions(wt_cur *c, uint8_t message, bool retry, wt_tls_seen *seen) {
    wt_cur all = wt_sub(c, (uint32_t)wt_take(c, F_EXTS_LEN));
    while (wt_left(&all)) {
        uint16_t type = (uint16_t)wt_take(&all, F_EXT_TYPE);
        wt_node n = wt_parent(&all, F_EXT_TYPE);
        uint32_t length = (uint32_t)wt_take(&all, F_EXT_LEN);
        wt_cur one = wt_sub(&all, length);
        if (!one.fail)
            extension(&one, type, message, retry, seen);
        wt_end(&all, n);
    }
}
