/* exchange.c - up to TLS 1.2: the messages in which the two agree on a key. */
#include "proto/tls/tls.h"

enum kind { KIND_NONE, KIND_RSA, KIND_RSA_EXPORT, KIND_DH, KIND_ECDH, KIND_PSK, KIND_OTHER };

typedef struct exchange {
    enum kind kind;                        /* what is exchanged */
    bool psk, anonymous, fixed; /* with a shared secret; not signed; the server's half is in its certificate */
} exchange;

/* The suite's name says it: TLS_ECDHE_PSK_WITH_… */
static exchange exchange_of(uint16_t suite) {
    static const struct {
        const char *prefix;
        exchange is;
    } known[] = {
        {"TLS_RSA_EXPORT", {KIND_RSA_EXPORT, false, false, false}},
        {"TLS_RSA_PSK_", {KIND_RSA, true, true, false}},
        {"TLS_RSA_", {KIND_RSA, false, true, true}},
        {"SSL_RSA_", {KIND_RSA, false, true, true}},
        {"TLS_DHE_PSK_", {KIND_DH, true, true, false}},
        {"TLS_PSK_DHE_", {KIND_DH, true, true, false}},
        {"TLS_DHE_", {KIND_DH, false, false, false}},
        {"TLS_DH_anon_", {KIND_DH, false, true, false}},
        {"TLS_DH_", {KIND_DH, false, true, true}},
        {"TLS_ECDHE_PSK_", {KIND_ECDH, true, true, false}},
        {"TLS_ECDHE_", {KIND_ECDH, false, false, false}},
        {"TLS_ECDH_anon_", {KIND_ECDH, false, true, false}},
        {"TLS_ECDH_", {KIND_ECDH, false, true, true}},
        {"TLS_PSK_", {KIND_PSK, true, true, false}},
    };
    const wt_value *row = wt_value_find(&wt_tls_suites, suite);
    for (size_t i = 0; row && i < sizeof known / sizeof *known; i++)
        if (strncmp(row->name, known[i].prefix, strlen(known[i].prefix)) == 0)
            return known[i].is;
    return (exchange){.kind = KIND_OTHER};
}

static void lengthy(wt_cur *c, wt_fid length, wt_fid value) {
    wt_tls_take_some(c, value, (uint32_t)wt_take(c, length));
}

/* ---- the server's half ------------------------------------------------------------------ */

static uint64_t curve(wt_cur *c) {
    uint64_t group = 0;
    if (wt_take(c, F_CURVE_TYPE) != 3 || c->fail) /* curves told by their numbers are gone (RFC 8422 §5.4) */
        return 0;
    group = wt_take(c, F_NAMED_CURVE);
    lengthy(c, F_SERVER_POINT_LEN, F_SERVER_POINT);
    return group;
}

static void signature(wt_cur *c, const wt_tls *t) {
    if (t->version >= 0x0303)
        wt_take(c, F_SIG);
    lengthy(c, F_SERVER_SIG_LEN, F_SERVER_SIG);
}

static void tell_server(wt_cur *c, wt_tls *t, const exchange *x, uint64_t group) {
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, "ServerKeyExchange");
    if (x->kind == KIND_PSK) {
        wt_put_s(to, ": hints which shared secret to use");
        return;
    }
    if (x->kind != KIND_ECDH && x->kind != KIND_DH)
        return;
    wt_put_s(to, ": a share of ");
    if (group)
        wt_tls_put_value(to, &wt_tls_groups, group);
    else
        wt_put_s(to, "Diffie-Hellman");
    wt_put_s(to, x->anonymous ? ", not signed" : ", signed");
}

void wt_tls_server_key_exchange(wt_cur *c, wt_tls *t) {
    exchange x = exchange_of(t->suite);
    uint64_t group = 0;
    if (x.psk)
        lengthy(c, F_HINT_LEN, F_HINT);
    switch (x.kind) {
    case KIND_ECDH: group = curve(c); break;
    case KIND_DH:
        lengthy(c, F_P_LEN, F_P);
        lengthy(c, F_G_LEN, F_G);
        lengthy(c, F_YS_LEN, F_YS);
        break;
    case KIND_RSA_EXPORT:
        lengthy(c, F_MODULUS_LEN, F_MODULUS);
        lengthy(c, F_EXPONENT_LEN, F_EXPONENT);
        break;
    default: break;
    }
    bool read = x.kind != KIND_OTHER && x.kind != KIND_PSK && !(x.kind == KIND_ECDH && !group);
    if (!x.anonymous && read && !c->fail)
        signature(c, t);
    tell_server(c, t, &x, group);
}

/* ---- the client's half ------------------------------------------------------------------ */

void wt_tls_client_key_exchange(wt_cur *c, wt_tls *t) {
    exchange x = exchange_of(t->suite);
    const char *words = "";
    if (x.psk) {
        lengthy(c, F_IDENTITY_LEN, F_IDENTITY);
        words = ": says which shared secret it uses";
    }
    switch (x.kind) {
    case KIND_RSA:
    case KIND_RSA_EXPORT:
        if (t->version == 0x0300)          /* SSL 3.0 has no length (RFC 6101 §5.6.7.1) */
            wt_tls_take_some(c, F_EPMS, wt_left(c));
        else
            lengthy(c, F_EPMS_LEN, F_EPMS);
        words = ": a secret, encrypted with the server's key";
        break;
    case KIND_ECDH:
        if (wt_left(c))
            lengthy(c, F_CLIENT_POINT_LEN, F_CLIENT_POINT);
        words = ": its share";
        break;
    case KIND_DH:
        if (wt_left(c))
            lengthy(c, F_YC_LEN, F_YC);
        words = ": its share";
        break;
    default: break;
    }
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, "ClientKeyExchange");
    wt_put_s(to, words);
}
