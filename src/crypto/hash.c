/* hash.c - hashes, HMAC and what TLS builds of them, made of OpenSSL's. */

/* The hashes are called as such: OpenSSL 3 would rather have it through EVP, but that takes several times as long to
 * find its way to a hash as it takes to hash what a key schedule does. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <string.h>

#include "crypto/crypto.h"

uint32_t wt_hash_size(enum wt_hash hash) {
    static const uint8_t sizes[WT_HASH_COUNT] = {[WT_HASH_MD5] = 16,    [WT_HASH_SHA1] = 20,    [WT_HASH_SHA256] = 32,
                                                 [WT_HASH_SHA384] = 48, [WT_HASH_MD5_SHA1] = 36};
    return hash < WT_HASH_COUNT ? sizes[hash] : 0;
}

/* ---- one hash --------------------------------------------------------------------------- */

static void begin(wt_hash_state *s, enum wt_hash hash) {
    if (hash == WT_HASH_MD5 || hash == WT_HASH_MD5_SHA1)
        MD5_Init(&s->md5);
    if (hash == WT_HASH_SHA1 || hash == WT_HASH_MD5_SHA1)
        SHA1_Init(&s->sha1);
    if (hash == WT_HASH_SHA256)
        SHA256_Init(&s->sha256);
    if (hash == WT_HASH_SHA384)
        SHA384_Init(&s->sha384);
}

static void update(wt_hash_state *s, enum wt_hash hash, const void *p, size_t n) {
    if (hash == WT_HASH_MD5 || hash == WT_HASH_MD5_SHA1)
        MD5_Update(&s->md5, p, n);
    if (hash == WT_HASH_SHA1 || hash == WT_HASH_MD5_SHA1)
        SHA1_Update(&s->sha1, p, n);
    if (hash == WT_HASH_SHA256)
        SHA256_Update(&s->sha256, p, n);
    if (hash == WT_HASH_SHA384)
        SHA384_Update(&s->sha384, p, n);
}

static void end(wt_hash_state *s, enum wt_hash hash, uint8_t *out) {
    if (hash == WT_HASH_MD5 || hash == WT_HASH_MD5_SHA1)
        MD5_Final(out, &s->md5);
    if (hash == WT_HASH_SHA1 || hash == WT_HASH_MD5_SHA1)
        SHA1_Final(hash == WT_HASH_SHA1 ? out : out + 16, &s->sha1);
    if (hash == WT_HASH_SHA256)
        SHA256_Final(out, &s->sha256);
    if (hash == WT_HASH_SHA384) {
        SHA384_Final(out, &s->sha384);
        OPENSSL_cleanse(s->sha384.u.p, sizeof s->sha384.u.p);      /* as the others do by themselves */
    }
}

bool wt_hash_bytes(void *state, enum wt_hash hash, const void *p, size_t n, uint8_t *out) {
    wt_hash_state s;
    (void)state;
    if (hash == WT_HASH_NONE || hash >= WT_HASH_COUNT)
        return false;
    begin(&s, hash);
    update(&s, hash, p, n);
    end(&s, hash, out);
    return true;
}

/* ---- HMAC (RFC 2104) -------------------------------------------------------------------- */

static uint32_t block_size(enum wt_hash hash) { return hash == WT_HASH_SHA384 ? 128 : 64; }

/* One of the two hashes that the key begins, each of its bytes changed by `with`. */
static void begin_keyed(wt_hash_state *s, enum wt_hash hash, const uint8_t *key, uint8_t with) {
    uint8_t block[WT_BLOCK_MAX];
    uint32_t size = block_size(hash);
    for (uint32_t i = 0; i < size; i++)
        block[i] = key[i] ^ with;
    begin(s, hash);
    update(s, hash, block, size);
    OPENSSL_cleanse(block, size);
}

/* Both hashes with the key in them, which is half of the work for messages as short as TLS's: kept, as one secret gives
 * several keys, and one key authenticates record after record. */
static const wt_hmac_key *keyed(wt_keylog *k, enum wt_hash hash, const uint8_t *key, size_t key_len) {
    uint8_t block[WT_BLOCK_MAX] = {0};
    uint32_t size = block_size(hash);
    if (key_len > size)
        wt_hash_bytes(k, hash, key, key_len, block);
    else if (key_len)
        memcpy(block, key, key_len);
    wt_hmac_key *h = &k->hmac[block[0] % WT_HMAC_KEYS];
    if (h->hash != hash || memcmp(h->key, block, size) != 0) {
        h->hash = (uint8_t)hash;
        memcpy(h->key, block, size);
        begin_keyed(&h->inner, hash, block, 0x36);
        begin_keyed(&h->outer, hash, block, 0x5c);
    }
    OPENSSL_cleanse(block, size);
    return h;
}

bool wt_hmac(void *state, enum wt_hash hash, const uint8_t *key, size_t key_len, const wt_span *pieces, size_t count,
             uint8_t *out) {
    uint8_t inner[WT_HASH_MAX];
    if (hash == WT_HASH_NONE || hash >= WT_HASH_MD5_SHA1)
        return false;
    const wt_hmac_key *h = keyed(state, hash, key, key_len);
    wt_hash_state s = h->inner;
    for (size_t i = 0; i < count; i++)
        if (pieces[i].n)
            update(&s, hash, pieces[i].p, pieces[i].n);
    end(&s, hash, inner);
    s = h->outer;
    update(&s, hash, inner, wt_hash_size(hash));
    end(&s, hash, out);
    OPENSSL_cleanse(inner, sizeof inner);
    return true;
}

/* ---- what TLS builds of it -------------------------------------------------------------- */

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
