/* seal.c - record protection of TLS 1.0 to 1.3, over whatever does the cryptography. */
#include "core/seal.h"

#include <string.h>

#include "core/schedule.h"

enum { TLS10 = 0x0301, TLS13 = 0x0304 };

/* ---- keys ------------------------------------------------------------------------------- */

bool wt_key_block_make(const wt_crypto_ops *x, void *state, const wt_agreed *a, wt_key_block *out) {
    const wt_cipher_info *info = x->cipher(a->suite.cipher);
    uint8_t seed[2 * WT_RANDOM_SIZE];
    memcpy(seed, a->server_random, WT_RANDOM_SIZE);
    memcpy(seed + WT_RANDOM_SIZE, a->client_random, WT_RANDOM_SIZE);
    out->mac = (uint8_t)x->hash_size(a->suite.mac);
    out->key = info->key;
    out->iv = info->mode == WT_MODE_AEAD ? info->salt : a->version == TLS10 ? info->block : 0;
    uint32_t n = 2u * ((uint32_t)out->mac + out->key + out->iv);
    return n <= sizeof out->bytes && x->prf(state, wt_prf_hash(a->version, &a->suite), a->master, WT_MASTER_SIZE,
                                            "key expansion", seed, sizeof seed, out->bytes, n);
}

bool wt_seal_agreed(const wt_crypto_ops *x, void *state, const wt_agreed *a, bool client, uint8_t *stream,
                    wt_seal *out) {
    const wt_cipher_info *info = x->cipher(a->suite.cipher);
    wt_key_block block;
    if ((info->mode == WT_MODE_STREAM && !stream) || !wt_key_block_make(x, state, a, &block))
        return false;
    const uint8_t *p = block.bytes;
    uint8_t side = client ? 0 : 1;
    *out = (wt_seal){.version = a->version, .suite = a->suite,
                     .stream = info->mode == WT_MODE_STREAM ? stream : NULL,
                     .encrypt_then_mac = a->encrypt_then_mac && info->mode == WT_MODE_CBC,
                     .mac_len = a->truncated_hmac && block.mac ? 10 : block.mac};
    memcpy(out->mac_key, p + side * block.mac, block.mac);
    p += 2 * block.mac;
    memcpy(out->key, p + side * block.key, block.key);
    p += 2 * block.key;
    memcpy(out->iv, p + side * block.iv, block.iv);
    x->wipe(&block, sizeof block);
    if (info->mode == WT_MODE_STREAM)
        x->stream_key(stream, out->key, info->key);
    return true;
}

bool wt_seal_secret(const wt_crypto_ops *x, void *state, const wt_suite *suite, const uint8_t *secret, uint32_t n,
                    wt_seal *out) {
    const wt_cipher_info *info = x->cipher(suite->cipher);
    if (n != x->hash_size(suite->hash) || info->mode != WT_MODE_AEAD)
        return false;
    *out = (wt_seal){.version = TLS13, .suite = *suite, .secret_len = (uint8_t)n};
    memcpy(out->secret, secret, n);
    return x->expand_label(state, suite->hash, secret, n, "key", NULL, 0, out->key, info->key) &&
           x->expand_label(state, suite->hash, secret, n, "iv", NULL, 0, out->iv, 12);
}

/* ---- AEAD ------------------------------------------------------------------------------- */

static void put_seq(uint8_t *to, uint64_t seq) {
    for (int i = 7; i >= 0; i--, seq >>= 8)
        to[i] = (uint8_t)seq;
}

uint32_t wt_seal_explicit(const wt_seal *seal, const wt_cipher_info *info) {
    return seal->version < TLS13 && info->mode == WT_MODE_AEAD ? 12u - info->salt : 0;
}

void wt_seal_nonce(const wt_seal *seal, const wt_cipher_info *info, uint64_t seq, const uint8_t *record,
                   uint8_t out[12]) {
    uint32_t in_record = wt_seal_explicit(seal, info);
    uint8_t number[8];
    memcpy(out, seal->iv, 12);
    if (in_record) {
        memcpy(out + info->salt, record + WT_RECORD_HEADER, in_record);
        return;
    }
    put_seq(number, seq);
    for (int i = 0; i < 8; i++)
        out[4 + i] ^= number[i];
}

uint32_t wt_seal_aad(const wt_seal *seal, uint64_t seq, const uint8_t *record, uint32_t content, uint8_t out[13]) {
    if (seal->version >= TLS13) {
        memcpy(out, record, WT_RECORD_HEADER);
        return WT_RECORD_HEADER;
    }
    put_seq(out, seq);
    memcpy(out + 8, record, 3);
    out[11] = (uint8_t)(content >> 8);
    out[12] = (uint8_t)content;
    return 13;
}

static bool open_aead(const wt_crypto_ops *x, void *state, const wt_seal *seal, uint64_t seq, const uint8_t *record,
                      uint32_t n, uint8_t *out, uint32_t *length) {
    const wt_cipher_info *info = x->cipher(seal->suite.cipher);
    uint32_t front = wt_seal_explicit(seal, info);
    uint8_t nonce[12], aad[13];
    if (n < front + info->tag)
        return false;
    *length = n - front - info->tag;
    wt_seal_nonce(seal, info, seq, record, nonce);
    uint32_t aad_len = wt_seal_aad(seal, seq, record, *length, aad);
    return x->open(state, seal->suite.cipher, seal->key, nonce, aad, aad_len, record + WT_RECORD_HEADER + front,
                   n - front, out);
}

/* ---- MAC and cipher apart --------------------------------------------------------------- */

/* RFC 5246 §6.2.3.1: over number, type, version, length and bytes. */
static bool mac_fits(const wt_crypto_ops *x, void *state, const wt_seal *seal, uint64_t seq, const uint8_t *record,
                     const uint8_t *p, uint32_t n, const uint8_t *mac) {
    uint8_t head[13], sum[WT_HASH_MAX];
    if (seal->unchecked)
        return true;
    wt_seal_aad(seal, seq, record, n, head);
    wt_span pieces[] = {{head, sizeof head}, {p, n}};
    return x->hmac(state, seal->suite.mac, seal->mac_key, x->hash_size(seal->suite.mac), pieces, 2, sum) &&
           memcmp(sum, mac, seal->mac_len) == 0;
}

/* RFC 5246 §6.2.3.2: the last byte counts the padding in front of it, all of which has its value. */
static bool strip_padding(const uint8_t *p, uint32_t *n) {
    uint32_t padding = p[*n - 1];
    if (padding + 1 > *n)
        return false;
    for (uint32_t i = 0; i < padding; i++)
        if (p[*n - 2 - i] != padding)
            return false;
    *n -= padding + 1;
    return true;
}

static bool open_cbc(const wt_crypto_ops *x, void *state, wt_seal *seal, uint64_t seq, const uint8_t *record,
                     uint32_t n, uint8_t *out, uint32_t *length) {
    uint32_t block = x->cipher(seal->suite.cipher)->block, after = seal->encrypt_then_mac ? seal->mac_len : 0;
    uint32_t front = seal->version > TLS10 ? block : 0;
    const uint8_t *p = record + WT_RECORD_HEADER;
    if (n < front + block + after || (n - front - after) % block)
        return false;
    uint32_t size = n - front - after;
    uint8_t iv[16];
    memcpy(iv, front ? p : seal->iv, block);
    if (!front)                            /* TLS 1.0: the next record goes on from this one's last block */
        memcpy(seal->iv, p + size - block, block);
    if (after && !mac_fits(x, state, seal, seq, record, p, n - after, p + n - after))
        return false;
    if (!x->decrypt(state, seal->suite.cipher, seal->key, iv, p + front, size, out) || !strip_padding(out, &size))
        return false;
    *length = size;
    if (after)
        return true;
    if (size < seal->mac_len)
        return false;
    *length = size - seal->mac_len;
    return mac_fits(x, state, seal, seq, record, out, *length, out + *length);
}

/* A stream cipher, or none. */
static bool open_stream(const wt_crypto_ops *x, void *state, wt_seal *seal, uint64_t seq, const uint8_t *record,
                        uint32_t n, uint8_t *out, uint32_t *length) {
    if (n < seal->mac_len)
        return false;
    if (seal->stream)
        x->stream_go(seal->stream, record + WT_RECORD_HEADER, n, out);
    else
        memcpy(out, record + WT_RECORD_HEADER, n);
    *length = n - seal->mac_len;
    return mac_fits(x, state, seal, seq, record, out, *length, out + *length);
}

bool wt_seal_open(const wt_crypto_ops *x, void *state, wt_seal *seal, uint64_t seq, const uint8_t *record, uint32_t n,
                  uint8_t *out, wt_opened *opened) {
    uint8_t mode = x->cipher(seal->suite.cipher)->mode;
    uint32_t length = 0;
    bool good = mode == WT_MODE_AEAD  ? open_aead(x, state, seal, seq, record, n, out, &length)
                : mode == WT_MODE_CBC ? open_cbc(x, state, seal, seq, record, n, out, &length)
                                      : open_stream(x, state, seal, seq, record, n, out, &length);
    if (!good)
        return false;
    *opened = (wt_opened){.length = length, .type = record[0]};
    if (seal->version < TLS13)
        return true;
    uint32_t all = length;                 /* content, type, zeros */
    while (length && !out[length - 1])
        length--;
    opened->type = length ? out[length - 1] : 0;
    opened->length = length ? length - 1 : 0;
    opened->padding = length ? all - length : 0;
    return true;
}
