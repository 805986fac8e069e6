/* ops.c - the table of cryptographic functions that a session is handed, made of OpenSSL's. */
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>
#include <string.h>

#include "crypto/keylog.h"

static const struct aead {
    const EVP_CIPHER *(*cipher)(void);
    uint8_t key, tag;
    bool ccm;
} aeads[WT_AEAD_COUNT] = {
    [WT_AEAD_AES_128_GCM] = {EVP_aes_128_gcm, 16, 16, false},
    [WT_AEAD_AES_256_GCM] = {EVP_aes_256_gcm, 32, 16, false},
    [WT_AEAD_CHACHA20_POLY1305] = {EVP_chacha20_poly1305, 32, 16, false},
    [WT_AEAD_AES_128_CCM] = {EVP_aes_128_ccm, 16, 16, true},
    [WT_AEAD_AES_128_CCM_8] = {EVP_aes_128_ccm, 16, 8, true},
};

static uint32_t key_size(enum wt_aead aead) { return aead < WT_AEAD_COUNT ? aeads[aead].key : 0; }

static uint32_t tag_size(enum wt_aead aead) { return aead < WT_AEAD_COUNT ? aeads[aead].tag : 0; }

static uint32_t secret(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out) {
    wt_keylog *k = state;
    const wt_secret_row *row = wt_keylog_find(k, kind, client_random);
    if (!row && wt_keylog_refresh(k))
        row = wt_keylog_find(k, kind, client_random);
    if (!row)
        return 0;
    memcpy(out, row->secret, row->length);
    return row->length;
}

/* ---- hashes ----------------------------------------------------------------------------- */

static uint32_t hash_size(enum wt_hash hash) { return hash == WT_HASH_SHA384 ? 48 : 32; }

/* HMAC with that hash, made once: looking an algorithm up by name takes longer than using it. */
static EVP_MAC_CTX *mac_of(wt_keylog *k, enum wt_hash hash) {
    EVP_MAC_CTX **mac = &k->mac[hash == WT_HASH_SHA384];
    if (*mac)
        return *mac;
    char sha256[] = "SHA256", sha384[] = "SHA384";
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, hash == WT_HASH_SHA384 ? sha384 : sha256, 0),
        OSSL_PARAM_construct_end()};
    EVP_MAC *hmac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    *mac = hmac ? EVP_MAC_CTX_new(hmac) : NULL;
    EVP_MAC_free(hmac);
    if (*mac && !EVP_MAC_CTX_set_params(*mac, params)) {
        EVP_MAC_CTX_free(*mac);
        *mac = NULL;
    }
    return *mac;
}

typedef struct piece {
    const void *p;
    size_t n;
} piece;

static bool hmac(wt_keylog *k, enum wt_hash hash, const uint8_t *key, size_t key_len, const piece *pieces,
                 size_t count, uint8_t *out) {
    EVP_MAC_CTX *mac = mac_of(k, hash);
    if (!mac || !EVP_MAC_init(mac, key, key_len, NULL))
        return false;
    for (size_t i = 0; i < count; i++)
        if (pieces[i].n && !EVP_MAC_update(mac, pieces[i].p, pieces[i].n))
            return false;
    size_t n;
    return EVP_MAC_final(mac, out, &n, hash_size(hash));
}

/* HKDF-Expand (RFC 5869 §2.3) over the structure of RFC 8446 §7.1. */
static bool expand_label(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len,
                         const char *label, const uint8_t *context, uint32_t context_len, uint8_t *out,
                         uint32_t n) {
    size_t label_len = strlen(label), size = hash_size(hash);
    if (label_len > 249 || context_len > 255 || n > 255 * size)
        return false;
    uint8_t head[3] = {(uint8_t)(n >> 8), (uint8_t)n, (uint8_t)(6 + label_len)};
    uint8_t context_size = (uint8_t)context_len, counter = 1, block[48];
    bool good = true;
    for (uint32_t done = 0; good && done < n; counter++) {
        piece pieces[] = {{block, counter > 1 ? size : 0}, {head, 3}, {"tls13 ", 6}, {label, label_len},
                          {&context_size, 1}, {context, context_len}, {&counter, 1}};
        good = hmac(state, hash, key, key_len, pieces, 7, block);
        size_t part = n - done < size ? n - done : size;
        if (good)
            memcpy(out + done, block, part);
        done += (uint32_t)part;
    }
    OPENSSL_cleanse(block, sizeof block);
    return good;
}

/* P_hash of RFC 5246 §5, its seed the label and the seed. */
static bool prf(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len, const char *label,
                const uint8_t *seed, uint32_t seed_len, uint8_t *out, uint32_t n) {
    size_t size = hash_size(hash), label_len = strlen(label);
    uint8_t a[48], block[48];
    piece first[] = {{label, label_len}, {seed, seed_len}};
    bool good = hmac(state, hash, key, key_len, first, 2, a);
    for (uint32_t done = 0; good && done < n;) {
        piece pieces[] = {{a, size}, {label, label_len}, {seed, seed_len}}, again[] = {{a, size}};
        good =
            hmac(state, hash, key, key_len, pieces, 3, block) && hmac(state, hash, key, key_len, again, 1, a);
        size_t part = n - done < size ? n - done : size;
        if (good)
            memcpy(out + done, block, part);
        done += (uint32_t)part;
    }
    OPENSSL_cleanse(a, sizeof a);
    OPENSSL_cleanse(block, sizeof block);
    return good;
}

/* ---- records ---------------------------------------------------------------------------- */

static bool make_context(wt_cipher *c, const struct aead *a) {
    c->context = EVP_CIPHER_CTX_new();
    if (c->context && EVP_DecryptInit_ex(c->context, a->cipher(), NULL, NULL, NULL) &&
        EVP_CIPHER_CTX_ctrl(c->context, EVP_CTRL_AEAD_SET_IVLEN, 12, NULL))
        return true;
    EVP_CIPHER_CTX_free(c->context);
    c->context = NULL;
    return false;
}

/* A context ready for that key. */
static wt_cipher *cipher_for(wt_keylog *k, enum wt_aead aead, const uint8_t *key) {
    const struct aead *a = &aeads[aead];
    for (int i = 0; i < WT_CIPHERS; i++)
        if (k->cipher[aead][i].keyed && memcmp(k->cipher[aead][i].key, key, a->key) == 0)
            return &k->cipher[aead][i];
    wt_cipher *c = &k->cipher[aead][k->next_cipher[aead]];
    k->next_cipher[aead] = (uint8_t)((k->next_cipher[aead] + 1) % WT_CIPHERS);
    c->keyed = false;
    if (!c->context && !make_context(c, a))
        return NULL;
    if (!a->ccm && !EVP_DecryptInit_ex(c->context, NULL, NULL, key, NULL))
        return NULL;
    memcpy(c->key, key, a->key);
    c->keyed = true;
    return c;
}

static bool open_record(void *state, enum wt_aead aead, const uint8_t *key, const uint8_t nonce[12],
                        const uint8_t *aad, uint32_t aad_len, const uint8_t *in, uint32_t n, uint8_t *out) {
    wt_keylog *k = state;
    if (aead <= WT_AEAD_NONE || aead >= WT_AEAD_COUNT || n < aeads[aead].tag || n > INT32_MAX ||
        aad_len > INT32_MAX)
        return false;
    const struct aead *a = &aeads[aead];
    wt_cipher *c = cipher_for(k, aead, key);
    if (!c)
        return false;
    int body = (int)n - a->tag, got = 0;
    uint8_t tag[WT_TAG_MAX];
    memcpy(tag, in + body, a->tag);
    if (!a->ccm && !EVP_DecryptInit_ex(c->context, NULL, NULL, NULL, nonce))
        return false;
    if (!EVP_CIPHER_CTX_ctrl(c->context, EVP_CTRL_AEAD_SET_TAG, a->tag, tag))
        return false;
    /* CCM has to know the lengths first, and checks the tag when it decrypts. */
    if (a->ccm && (!EVP_DecryptInit_ex(c->context, NULL, NULL, key, nonce) ||
                   !EVP_DecryptUpdate(c->context, NULL, &got, NULL, body)))
        return false;
    if (aad_len && !EVP_DecryptUpdate(c->context, NULL, &got, aad, (int)aad_len))
        return false;
    uint8_t nothing[1];
    if ((body || a->ccm) && EVP_DecryptUpdate(c->context, body ? out : nothing, &got, in, body) <= 0)
        return false;
    return a->ccm || EVP_DecryptFinal_ex(c->context, out + body, &got) > 0;
}

static void wipe(void *p, size_t n) { OPENSSL_cleanse(p, n); }

const wt_crypto_ops *wt_keylog_ops(void) {
    static const wt_crypto_ops ops = {
        .secret = secret, .secret_label = wt_keylog_label, .expand_label = expand_label, .prf = prf,
        .key_size = key_size, .tag_size = tag_size, .open = open_record, .wipe = wipe,
    };
    return &ops;
}
