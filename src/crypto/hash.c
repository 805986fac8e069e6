/* hash.c - hashes, HMAC and what TLS builds of them, made of OpenSSL's. */
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>
#include <string.h>

#include "crypto/crypto.h"

uint32_t wt_hash_size(enum wt_hash hash) {
    static const uint8_t sizes[WT_HASH_COUNT] = {[WT_HASH_MD5] = 16,    [WT_HASH_SHA1] = 20,    [WT_HASH_SHA256] = 32,
                                                 [WT_HASH_SHA384] = 48, [WT_HASH_MD5_SHA1] = 36};
    return hash < WT_HASH_COUNT ? sizes[hash] : 0;
}

static const EVP_MD *digest_of(enum wt_hash hash) {
    switch (hash) {
    case WT_HASH_MD5: return EVP_md5();
    case WT_HASH_SHA1: return EVP_sha1();
    case WT_HASH_SHA256: return EVP_sha256();
    case WT_HASH_SHA384: return EVP_sha384();
    default: return EVP_md5_sha1();
    }
}

bool wt_hash_bytes(void *state, enum wt_hash hash, const void *p, size_t n, uint8_t *out) {
    (void)state;
    return EVP_Digest(p, n, out, NULL, digest_of(hash), NULL) > 0;
}

/* HMAC with that hash, made once: looking an algorithm up by name takes longer than using it. */
static EVP_MAC_CTX *mac_of(wt_keylog *k, enum wt_hash hash) {
    static const char names[WT_HASH_COUNT][8] = {
        [WT_HASH_MD5] = "MD5", [WT_HASH_SHA1] = "SHA1", [WT_HASH_SHA256] = "SHA256", [WT_HASH_SHA384] = "SHA384"};
    EVP_MAC_CTX **mac = &k->mac[hash];
    if (*mac || !names[hash][0])
        return *mac;
    char name[8];
    memcpy(name, names[hash], sizeof name);
    OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
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

/* Make it ready for that key; the last one's state is still there, as of one secret several keys are made. */
static bool set_key(wt_keylog *k, enum wt_hash hash, EVP_MAC_CTX *mac, const uint8_t *key, size_t n) {
    static const uint8_t no_key[1];
    wt_mac_key *last = &k->mac_key[hash];
    if (n && last->n == n && memcmp(last->key, key, n) == 0)
        return EVP_MAC_init(mac, NULL, 0, NULL);
    bool good = EVP_MAC_init(mac, n ? key : no_key, n, NULL);
    last->n = good && n <= sizeof last->key ? (uint8_t)n : 0;
    if (last->n)
        memcpy(last->key, key, n);
    return good;
}

bool wt_hmac(void *state, enum wt_hash hash, const uint8_t *key, size_t key_len, const wt_span *pieces, size_t count,
             uint8_t *out) {
    EVP_MAC_CTX *mac = mac_of(state, hash);
    if (!mac || !set_key(state, hash, mac, key, key_len))
        return false;
    for (size_t i = 0; i < count; i++)
        if (pieces[i].n && !EVP_MAC_update(mac, pieces[i].p, pieces[i].n))
            return false;
    size_t n;
    return EVP_MAC_final(mac, out, &n, wt_hash_size(hash));
}

/* HKDF-Expand (RFC 5869 §2.3) over the structure of RFC 8446 §7.1. */
bool wt_expand_label(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len, const char *label,
                     const uint8_t *context, uint32_t context_len, uint8_t *out, uint32_t n) {
    size_t label_len = strlen(label), size = wt_hash_size(hash);
    if (label_len > 249 || context_len > 255 || n > 255 * size)
        return false;
    uint8_t info[3 + 255 + 1 + 255] = {(uint8_t)(n >> 8), (uint8_t)n, (uint8_t)(6 + label_len)};
    size_t info_len = 3 + 6 + label_len + 1 + context_len;
    memcpy(info + 3, "tls13 ", 6);
    memcpy(info + 9, label, label_len);
    info[9 + label_len] = (uint8_t)context_len;
    if (context_len)
        memcpy(info + 10 + label_len, context, context_len);
    uint8_t counter = 1, block[WT_HASH_MAX];
    bool good = true;
    for (uint32_t done = 0; good && done < n; counter++) {
        wt_span pieces[] = {{block, counter > 1 ? size : 0}, {info, info_len}, {&counter, 1}};
        good = wt_hmac(state, hash, key, key_len, pieces, 3, block);
        size_t part = n - done < size ? n - done : size;
        if (good)
            memcpy(out + done, block, part);
        done += (uint32_t)part;
    }
    OPENSSL_cleanse(block, sizeof block);
    return good;
}

/* P_hash of RFC 5246 §5, its seed the label and the seed, put into out by exclusive or. */
static bool p_hash(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len, wt_span label, wt_span seed,
                   uint8_t *out, uint32_t n) {
    uint32_t size = wt_hash_size(hash);
    uint8_t a[WT_HASH_MAX], block[WT_HASH_MAX];
    wt_span first[] = {label, seed};
    bool good = wt_hmac(state, hash, key, key_len, first, 2, a);
    for (uint32_t done = 0; good && done < n; done += size) {
        wt_span pieces[] = {{a, size}, label, seed}, again[] = {{a, size}};
        good = wt_hmac(state, hash, key, key_len, pieces, 3, block) && wt_hmac(state, hash, key, key_len, again, 1, a);
        for (uint32_t i = 0; good && i < size && done + i < n; i++)
            out[done + i] ^= block[i];
    }
    OPENSSL_cleanse(a, sizeof a);
    OPENSSL_cleanse(block, sizeof block);
    return good;
}

bool wt_prf(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len, const char *label,
            const uint8_t *seed, uint32_t seed_len, uint8_t *out, uint32_t n) {
    wt_span name = {label, strlen(label)}, from = {seed, seed_len};
    memset(out, 0, n);
    if (hash != WT_HASH_MD5_SHA1)
        return p_hash(state, hash, key, key_len, name, from, out, n);
    uint32_t half = (key_len + 1) / 2;     /* the halves share the middle byte of an odd length */
    return p_hash(state, WT_HASH_MD5, key, half, name, from, out, n) &&
           p_hash(state, WT_HASH_SHA1, key + key_len - half, half, name, from, out, n);
}
