/* private.c - what follows from private keys: RSA key exchange, shared secrets; and sessions to be resumed. */
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <errno.h>
#include <string.h>

#include "crypto/crypto.h"

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

void wt_private_free(wt_keylog *k) {
    for (uint32_t i = 0; i < k->rsa_count; i++)
        EVP_PKEY_free(k->rsa[i]);
    if (!k->sessions)
        return;
    OPENSSL_cleanse(k->sessions, k->session_count * sizeof *k->sessions);
    k->allocator.resize(k->allocator.user, k->sessions, LIMIT_RESUMABLE * sizeof *k->sessions, 0);
}

/* ---- sessions --------------------------------------------------------------------------- */

int wt_private_ready(wt_keylog *k) {
    if (k->sessions)
        return 0;
    k->sessions = wt_keylog_get(k, LIMIT_RESUMABLE * sizeof *k->sessions);
    return k->sessions ? 0 : ENOMEM;
}

void wt_session_put(void *state, const uint8_t *id, uint32_t id_len, const uint8_t *secret, uint32_t n) {
    wt_keylog *k = state;
    if (!k->sessions)
        return;
    k->tangled |= k->parent != NULL;       /* it may be resumed in another lane */
    wt_resumable *r = &k->sessions[k->session_next];
    if (!id_len || !n || n > sizeof r->secret || !wt_hash_bytes(k, WT_HASH_SHA256, id, id_len, r->id))
        return;
    memcpy(r->secret, secret, n);
    r->length = (uint8_t)n;
    k->session_next = (k->session_next + 1) % LIMIT_RESUMABLE;
    k->session_count += k->session_count < LIMIT_RESUMABLE;
}

uint32_t wt_session_get(void *state, const uint8_t *id, uint32_t id_len, uint8_t *out) {
    wt_keylog *k = state;
    uint8_t name[32];
    if (!k->session_count || !id_len || !wt_hash_bytes(k, WT_HASH_SHA256, id, id_len, name))
        return 0;
    for (uint32_t i = 1; i <= k->session_count; i++) {
        const wt_resumable *r = &k->sessions[(k->session_next + LIMIT_RESUMABLE - i) % LIMIT_RESUMABLE];
        if (r->length && memcmp(r->id, name, sizeof name) == 0) {
            memcpy(out, r->secret, r->length);
            return r->length;
        }
    }
    return 0;
}

/* ---- RSA -------------------------------------------------------------------------------- */

static int no_passphrase(char *buf, int size, int writing, void *user) {
    (void)buf;
    (void)size;
    (void)writing;
    (void)user;
    return 0;
}

int wt_keylog_rsa_key(wt_keylog *k, const char *path) {
    if (k->rsa_count == WT_RSA_KEYS)
        return ENOSPC;
    errno = 0;
    BIO *in = BIO_new_file(path, "r");
    if (!in)
        return errno ? errno : ENOMEM;
    EVP_PKEY *key = PEM_read_bio_PrivateKey(in, NULL, no_passphrase, NULL);
    BIO_free(in);
    ERR_clear_error();
    if (!key || !EVP_PKEY_is_a(key, "RSA")) {
        EVP_PKEY_free(key);
        return EINVAL;
    }
    k->rsa[k->rsa_count++] = key;
    return wt_private_ready(k);
}

/* PKCS #1 v1.5 (RFC 8017 §7.2.2), looked at openly: a recording has nobody to hide the outcome from.  A server goes on
 * with a random premaster where this does not fit; a recording of that can't be opened. */
static bool unpad(const uint8_t *p, size_t n, uint16_t version, uint8_t *out) {
    if (n < 11 + WT_MASTER_SIZE || p[0] != 0 || p[1] != 2)
        return false;
    size_t at = n - WT_MASTER_SIZE;
    for (size_t i = 2; i + 1 < at; i++)
        if (!p[i])
            return false;
    /* Some clients put the version that was agreed on, not the one offered: only the major version has to fit. */
    if (p[at - 1] != 0 || p[at] != version >> 8)
        return false;
    memcpy(out, p + at, WT_MASTER_SIZE);
    return true;
}

static bool rsa_decrypt(EVP_PKEY *key, const uint8_t *in, uint32_t n, uint16_t version, uint8_t *out) {
    uint8_t plain[1024];
    size_t size = sizeof plain;
    if (EVP_PKEY_get_size(key) != (int)n || n > sizeof plain)
        return false;
    EVP_PKEY_CTX *x = EVP_PKEY_CTX_new(key, NULL);
    bool good = x && EVP_PKEY_decrypt_init(x) > 0 && EVP_PKEY_CTX_set_rsa_padding(x, RSA_NO_PADDING) > 0 &&
                EVP_PKEY_decrypt(x, plain, &size, in, n) > 0 && unpad(plain, size, version, out);
    EVP_PKEY_CTX_free(x);
    OPENSSL_cleanse(plain, sizeof plain);
    ERR_clear_error();
    return good;
}

bool wt_rsa_premaster(void *state, const uint8_t *encrypted, uint32_t n, uint16_t version, uint8_t *out) {
    wt_keylog *k = state;
    uint8_t name[WT_RANDOM_SIZE] = {0};
    uint32_t got, at = 0;
    if (n < 8)
        return false;
    memcpy(name, encrypted, 8);
    const uint8_t *logged = wt_store_find(k, WT_SECRET_RSA_PREMASTER, name, &got, &at);
    if (logged && got == WT_MASTER_SIZE) {
        memcpy(out, logged, WT_MASTER_SIZE);
        return true;
    }
    for (uint32_t i = 0; i < k->rsa_count; i++)
        if (rsa_decrypt(k->rsa[i], encrypted, n, version, out))
            return true;
    return false;
}

/* ---- shared secrets --------------------------------------------------------------------- */

static bool same(const uint8_t *p, size_t n, wt_span share) { return share.n == n && memcmp(share.p, p, n) == 0; }

/* X25519 and X448: RFC 7748 */
static uint32_t agree_raw(int type, wt_span key, wt_span client, wt_span server, uint8_t *out, bool *by_client) {
    uint8_t own[64];
    size_t n = sizeof own, got = WT_SECRET_MAX;
    EVP_PKEY *mine = EVP_PKEY_new_raw_private_key(type, NULL, key.p, key.n), *peer = NULL;
    EVP_PKEY_CTX *x = NULL;
    bool good = mine && EVP_PKEY_get_raw_public_key(mine, own, &n);
    *by_client = good && same(own, n, client);
    if (good && (*by_client || same(own, n, server))) {
        wt_span other = *by_client ? server : client;
        peer = EVP_PKEY_new_raw_public_key(type, NULL, other.p, other.n);
        x = peer ? EVP_PKEY_CTX_new(mine, NULL) : NULL;
    }
    good = x && EVP_PKEY_derive_init(x) > 0 && EVP_PKEY_derive_set_peer(x, peer) > 0 &&
           EVP_PKEY_derive(x, out, &got) > 0;
    EVP_PKEY_CTX_free(x);
    EVP_PKEY_free(peer);
    EVP_PKEY_free(mine);
    return good ? (uint32_t)got : 0;
}

/* NIST's curves: the x coordinate of the peer's point times the key (RFC 8446 §7.4.2). */
static uint32_t agree_curve(int nid, wt_span key, wt_span client, wt_span server, uint8_t *out, bool *by_client) {
    uint8_t own[1 + 2 * 66], both[1 + 2 * 66];
    EC_GROUP *group = EC_GROUP_new_by_curve_name(nid);
    EC_POINT *point = group ? EC_POINT_new(group) : NULL;
    BIGNUM *d = key.n <= 66 ? BN_bin2bn(key.p, (int)key.n, NULL) : NULL;
    size_t n = 0, size = 0;
    if (point && d && EC_POINT_mul(group, point, d, NULL, NULL, NULL))
        n = EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, own, sizeof own, NULL);
    *by_client = n && same(own, n, client);
    if (*by_client || (n && same(own, n, server))) {
        wt_span other = *by_client ? server : client;
        if (EC_POINT_oct2point(group, point, other.p, other.n, NULL) &&
            EC_POINT_mul(group, point, NULL, point, d, NULL))
            size = EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, both, sizeof both, NULL);
    }
    size = size ? (size - 1) / 2 : 0;
    memcpy(out, both + 1, size);
    OPENSSL_cleanse(both, sizeof both);
    BN_clear_free(d);
    EC_POINT_free(point);
    EC_GROUP_free(group);
    return (uint32_t)size;
}

uint32_t wt_agree(void *state, const uint8_t *client_random, uint16_t group, wt_span client, wt_span server,
                  uint8_t *out, bool *by_client) {
    uint32_t n, at = 0, got = 0;
    const uint8_t *p;
    while (!got && (p = wt_store_find(state, WT_SECRET_EPHEMERAL, client_random, &n, &at))) {
        wt_span key = {p + 2, n - 2};
        if ((uint16_t)(p[0] << 8 | p[1]) != group)
            continue;
        switch (group) {
        case 23: got = agree_curve(NID_X9_62_prime256v1, key, client, server, out, by_client); break;
        case 24: got = agree_curve(NID_secp384r1, key, client, server, out, by_client); break;
        case 25: got = agree_curve(NID_secp521r1, key, client, server, out, by_client); break;
        case 29: got = agree_raw(EVP_PKEY_X25519, key, client, server, out, by_client); break;
        case 30: got = agree_raw(EVP_PKEY_X448, key, client, server, out, by_client); break;
        default: break;
        }
    }
    ERR_clear_error();
    return got;
}
