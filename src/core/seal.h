/* seal.h - record protection: one direction's keys, and a record opened with them. */
#ifndef WT_CORE_SEAL_H
#define WT_CORE_SEAL_H

#include "core/crypto_ops.h"

enum { WT_RECORD_HEADER = 5 };

typedef struct wt_seal {
    uint16_t version;                      /* 0: there are no keys */
    wt_suite suite;
    bool encrypt_then_mac;                 /* RFC 7366 */
    bool unchecked;                        /* no MAC key: only with the NULL cipher */
    uint8_t mac_len;                       /* bytes of MAC in a record */
    uint64_t seq;                          /* of the next record */
    uint8_t secret_len;                    /* TLS 1.3: what the keys were made of */
    uint8_t secret[WT_HASH_MAX], key[32], iv[16], mac_key[WT_HASH_MAX];
    uint8_t *stream;                       /* RC4: the caller's, WT_STREAM_SIZE bytes */
} wt_seal;

/* What both sides of TLS 1.2 and earlier know when keys are made. */
typedef struct wt_agreed {
    uint16_t version;
    wt_suite suite;
    bool encrypt_then_mac, truncated_hmac;
    uint8_t master[WT_MASTER_SIZE], client_random[WT_RANDOM_SIZE], server_random[WT_RANDOM_SIZE];
} wt_agreed;

/* The key block (RFC 5246 §6.3): its parts in order, and their sizes. */
typedef struct wt_key_block {
    uint8_t bytes[2 * (WT_HASH_MAX + 32 + 16)];
    uint8_t mac, key, iv;
} wt_key_block;
bool wt_key_block_make(const wt_crypto_ops *x, void *state, const wt_agreed *a, wt_key_block *out);

/* Keys of TLS 1.2 and earlier for what the client, or else the server, sends.  A stream cipher needs `stream`. */
bool wt_seal_agreed(const wt_crypto_ops *x, void *state, const wt_agreed *a, bool client, uint8_t *stream,
                    wt_seal *out);
/* Keys of TLS 1.3 from a traffic secret (RFC 8446 §7.3). */
bool wt_seal_secret(const wt_crypto_ops *x, void *state, const wt_suite *suite, const uint8_t *secret, uint32_t n,
                    wt_seal *out);

typedef struct wt_opened {
    uint32_t length;                       /* bytes of content, at the beginning of `out` */
    uint32_t padding;                      /* TLS 1.3: zeros behind the type byte behind it */
    uint8_t type;                          /* content type */
} wt_opened;

/* Open record number `seq`: five bytes of header and n behind it.  `out` has room for n bytes.  False: it does not fit.
 * Moves the seal's chained IV or key stream on, but not seal->seq. */
bool wt_seal_open(const wt_crypto_ops *x, void *state, wt_seal *seal, uint64_t seq, const uint8_t *record, uint32_t n,
                  uint8_t *out, wt_opened *opened);
/* The nonce of an AEAD (RFC 8446 §5.3, RFC 5288 §3, RFC 7905 §2), the additional data; returns its length. */
void wt_seal_nonce(const wt_seal *seal, const wt_cipher_info *info, uint64_t seq, const uint8_t *record,
                   uint8_t out[12]);
uint32_t wt_seal_aad(const wt_seal *seal, uint64_t seq, const uint8_t *record, uint32_t content, uint8_t out[13]);
/* Bytes of nonce that stand in the record, in front of the ciphertext. */
uint32_t wt_seal_explicit(const wt_seal *seal, const wt_cipher_info *info);

#endif
