/* hash.c - hashes, HMAC and what TLS builds of them, made of OpenSSL's. */
#include <openssl/crypto.h>
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

/* A context for that hash, made once and then only begun anew: looking an algorithm up takes longer than using it. */
static EVP_MD_CTX *begin(wt_keylog *k, enum wt_hash hash) {
    EVP_MD_CTX **context = &k->digest[hash];
    if (*context)
        return EVP_DigestInit_ex2(*context, NULL, NULL) ? *context : NULL;
    *context = EVP_MD_CTX_new();
    if (*context && !EVP_DigestInit_ex2(*context, digest_of(hash), NULL)) {
        EVP_MD_CTX_free(*context);
        *context = NULL;
    }
    return *context;
}

bool wt_hash_bytes(void *state, enum wt_hash hash, const void *p, size_t n, uint8_t *out) {
    EVP_MD_CTX *context = begin(state, hash);
    return context && EVP_DigestUpdate(context, p, n) && EVP_DigestFinal_ex(context, out, NULL);
}

enum { BLOCK_MAX = 128 };                  /* bytes that a hash takes in at once: SHA-384 */

static uint32_t block_size(enum wt_hash hash) { return hash == WT_HASH_SHA384 ? 128 : 64; }

/* One of HMAC's two hashes: over a block of the key, each byte changed by `with`, and the pieces. */
static bool keyed_hash(wt_keylog *k, enum wt_hash hash, const uint8_t *key, uint8_t with, const wt_span *pieces,
                       size_t count, uint8_t *out) {
    uint8_t block[BLOCK_MAX];
    uint32_t size = block_size(hash);
    EVP_MD_CTX *context = begin(k, hash);
    for (uint32_t i = 0; i < size; i++)
        block[i] = key[i] ^ with;
    bool good = context && EVP_DigestUpdate(context, block, size);
    for (size_t i = 0; good && i < count; i++)
        good = !pieces[i].n || EVP_DigestUpdate(context, pieces[i].p, pieces[i].n);
    OPENSSL_cleanse(block, size);
    return good && EVP_DigestFinal_ex(context, out, NULL);
}

/* RFC 2104.  OpenSSL's own takes memory and gives it back each time: a fifth more for keys as short as TLS's. */
bool wt_hmac(void *state, enum wt_hash hash, const uint8_t *key, size_t key_len, const wt_span *pieces, size_t count,
             uint8_t *out) {
    uint8_t block[BLOCK_MAX] = {0}, inner[WT_HASH_MAX];
    if (hash == WT_HASH_NONE || hash >= WT_HASH_MD5_SHA1)
        return false;
    bool good = true;
    if (key_len > block_size(hash))
        good = wt_hash_bytes(state, hash, key, key_len, block);
    else if (key_len)
        memcpy(block, key, key_len);
    good = good && keyed_hash(state, hash, block, 0x36, pieces, count, inner) &&
           keyed_hash(state, hash, block, 0x5c, &(wt_span){inner, wt_hash_size(hash)}, 1, out);
    OPENSSL_cleanse(block, sizeof block);
    OPENSSL_cleanse(inner, sizeof inner);
    return good;
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
