/* bulk.c - the ciphers that open records, with keys kept ready. */
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>
#include <string.h>

#include "crypto/crypto.h"

static const EVP_CIPHER *evp_of(enum wt_cipher cipher) {
    switch (cipher) {
    case WT_CIPHER_3DES_CBC: return EVP_des_ede3_cbc();
    case WT_CIPHER_AES_128_CBC: return EVP_aes_128_cbc();
    case WT_CIPHER_AES_256_CBC: return EVP_aes_256_cbc();
    case WT_CIPHER_CAMELLIA_128_CBC: return EVP_camellia_128_cbc();
    case WT_CIPHER_CAMELLIA_256_CBC: return EVP_camellia_256_cbc();
    case WT_CIPHER_ARIA_128_CBC: return EVP_aria_128_cbc();
    case WT_CIPHER_ARIA_256_CBC: return EVP_aria_256_cbc();
    case WT_CIPHER_AES_128_GCM: return EVP_aes_128_gcm();
    case WT_CIPHER_AES_256_GCM: return EVP_aes_256_gcm();
    case WT_CIPHER_ARIA_128_GCM: return EVP_aria_128_gcm();
    case WT_CIPHER_ARIA_256_GCM: return EVP_aria_256_gcm();
    case WT_CIPHER_AES_128_CCM: case WT_CIPHER_AES_128_CCM_8: return EVP_aes_128_ccm();
    case WT_CIPHER_AES_256_CCM: case WT_CIPHER_AES_256_CCM_8: return EVP_aes_256_ccm();
    case WT_CIPHER_CHACHA20_POLY1305: return EVP_chacha20_poly1305();
    default: return NULL;
    }
}

static bool is_ccm(enum wt_cipher cipher) {
    return cipher >= WT_CIPHER_AES_128_CCM && cipher <= WT_CIPHER_AES_256_CCM_8;
}

static bool is_gcm(enum wt_cipher cipher) {
    return cipher >= WT_CIPHER_AES_128_GCM && cipher <= WT_CIPHER_ARIA_256_GCM;
}

static bool make_context(wt_ready *c, enum wt_cipher cipher) {
    const EVP_CIPHER *evp = evp_of(cipher);
    bool aead = wt_cipher_about(cipher)->mode == WT_MODE_AEAD;
    c->context = evp ? EVP_CIPHER_CTX_new() : NULL;
    if (c->context && EVP_DecryptInit_ex(c->context, evp, NULL, NULL, NULL) &&
        (aead ? EVP_CIPHER_CTX_ctrl(c->context, EVP_CTRL_AEAD_SET_IVLEN, 12, NULL)
              : EVP_CIPHER_CTX_set_padding(c->context, 0)))
        return true;
    EVP_CIPHER_CTX_free(c->context);
    c->context = NULL;
    return false;
}

void wt_ready_free(wt_keylog *k) {
    for (int i = 0; i < WT_CIPHER_COUNT; i++)
        if (k->used[i]) {
            for (int j = 0; j < WT_READY; j++)
                EVP_CIPHER_CTX_free(k->ready[i][j].context);
            OPENSSL_cleanse(k->ready[i], sizeof k->ready[i]);
        }
}

static bool is_for(const wt_ready *c, const uint8_t *key, uint32_t size) {
    return c->keyed && memcmp(c->key, key, size) == 0;
}

/* A context ready for that key.  It may be in one of two places, so that two keys in turn seldom drive each other
 * out. */
static wt_ready *ready_for(wt_keylog *k, enum wt_cipher cipher, const uint8_t *key) {
    uint32_t size = wt_cipher_about(cipher)->key;
    k->used[cipher] = true;
    wt_ready *c = &k->ready[cipher][key[0] % WT_READY], *other = &k->ready[cipher][key[1] % WT_READY];
    if (!is_for(c, key, size) && (is_for(other, key, size) || other->used < c->used))
        c = other;
    c->used = ++k->asked;
    if (is_for(c, key, size))
        return c;
    c->keyed = c->salted = false;
    if (!c->context && !make_context(c, cipher))
        return NULL;
    if (!is_ccm(cipher) && !EVP_DecryptInit_ex(c->context, NULL, NULL, key, NULL))
        return NULL;
    memcpy(c->key, key, size);
    c->keyed = true;
    return c;
}

enum { SALT = 4, NUMBER = 8 };             /* the parts of GCM's nonce in TLS */

/* Nonce and tag as one set of parameters.  Each EVP_DecryptInit_ex() would first ask how long a nonce is, and each
 * question or order looks names up: for a small record that takes longer than opening it. */
static bool set_gcm(wt_ready *c, const uint8_t nonce[12], uint8_t *tag, size_t tag_len) {
    uint8_t number[NUMBER];
    if (!c->salted || memcmp(c->salt, nonce, SALT) != 0) {
        memcpy(c->salt, nonce, SALT);
        c->salted = EVP_CIPHER_CTX_ctrl(c->context, EVP_CTRL_GCM_SET_IV_FIXED, SALT, c->salt) > 0;
    }
    memcpy(number, nonce + SALT, NUMBER);
    const OSSL_PARAM both[] = {OSSL_PARAM_octet_string(OSSL_CIPHER_PARAM_AEAD_TAG, tag, tag_len),
                               OSSL_PARAM_octet_string(OSSL_CIPHER_PARAM_AEAD_TLS1_SET_IV_INV, number, NUMBER),
                               OSSL_PARAM_END};
    return c->salted && EVP_CIPHER_CTX_set_params(c->context, both) > 0;
}

bool wt_open_aead(void *state, enum wt_cipher cipher, const uint8_t *key, const uint8_t nonce[12], const uint8_t *aad,
                  uint32_t aad_len, const uint8_t *in, uint32_t n, uint8_t *out) {
    const wt_cipher_info *a = wt_cipher_about(cipher);
    if (a->mode != WT_MODE_AEAD || n < a->tag || n > INT32_MAX || aad_len > INT32_MAX)
        return false;
    bool ccm = is_ccm(cipher);
    wt_ready *c = ready_for(state, cipher, key);
    if (!c)
        return false;
    int body = (int)n - a->tag, got = 0;
    uint8_t tag[WT_TAG_MAX];
    memcpy(tag, in + body, a->tag);
    if (is_gcm(cipher)) {
        if (!set_gcm(c, nonce, tag, a->tag))
            return false;
    } else if ((!ccm && !EVP_DecryptInit_ex(c->context, NULL, NULL, NULL, nonce)) ||
               !EVP_CIPHER_CTX_ctrl(c->context, EVP_CTRL_AEAD_SET_TAG, a->tag, tag)) {
        return false;
    }
    /* CCM has to know the lengths first, and checks the tag when it decrypts. */
    if (ccm && (!EVP_DecryptInit_ex(c->context, NULL, NULL, key, nonce) ||
                !EVP_DecryptUpdate(c->context, NULL, &got, NULL, body)))
        return false;
    if (aad_len && !EVP_DecryptUpdate(c->context, NULL, &got, aad, (int)aad_len))
        return false;
    uint8_t nothing[1];
    if ((body || ccm) && EVP_DecryptUpdate(c->context, body ? out : nothing, &got, in, body) <= 0)
        return false;
    return ccm || EVP_DecryptFinal_ex(c->context, out + body, &got) > 0;
}

bool wt_decrypt_cbc(void *state, enum wt_cipher cipher, const uint8_t *key, const uint8_t *iv, const uint8_t *in,
                    uint32_t n, uint8_t *out) {
    const wt_cipher_info *a = wt_cipher_about(cipher);
    if (a->mode != WT_MODE_CBC || !n || n % a->block || n > INT32_MAX)
        return false;
    wt_ready *c = ready_for(state, cipher, key);
    int got;
    return c && EVP_DecryptInit_ex(c->context, NULL, NULL, NULL, iv) &&
           EVP_DecryptUpdate(c->context, out, &got, in, (int)n) && (uint32_t)got == n;
}

/* ---- RC4: not in OpenSSL's default provider, and short ---------------------------------- */

void wt_stream_key(uint8_t *stream, const uint8_t *key, uint32_t n) {
    for (unsigned i = 0; i < 256; i++)
        stream[i] = (uint8_t)i;
    stream[256] = stream[257] = 0;
    for (unsigned i = 0, j = 0; i < 256; i++) {
        uint8_t v = stream[i];
        j = (j + v + key[i % n]) & 255;
        stream[i] = stream[j];
        stream[j] = v;
    }
}

void wt_stream_go(uint8_t *stream, const uint8_t *in, uint32_t n, uint8_t *out) {
    uint8_t i = stream[256], j = stream[257];
    for (uint32_t at = 0; at < n; at++) {
        uint8_t v = stream[++i];
        j = (uint8_t)(j + v);
        uint8_t w = stream[j];
        stream[i] = w;
        stream[j] = v;
        out[at] = in[at] ^ stream[(uint8_t)(v + w)];
    }
    stream[256] = i;
    stream[257] = j;
}
