/* crypto_ops.h - how protocols reach cryptography: what the session hands them, and nothing else.
 *
 * No protocol file includes a cryptographic library.  src/crypto fills this table; `state` is
 * wt_options.crypto_state.  Nothing here keeps what it is given beyond the call. */
#ifndef WT_CORE_CRYPTO_OPS_H
#define WT_CORE_CRYPTO_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a key log may hold for one client random. */
enum wt_secret {
    WT_SECRET_MASTER,                      /* TLS 1.2 and earlier: the master secret */
    WT_SECRET_CLIENT_EARLY,
    WT_SECRET_CLIENT_HANDSHAKE,
    WT_SECRET_SERVER_HANDSHAKE,
    WT_SECRET_CLIENT_TRAFFIC,
    WT_SECRET_SERVER_TRAFFIC,
    WT_SECRET_EXPORTER,
    WT_SECRET_EARLY_EXPORTER,
    WT_SECRET_COUNT
};

enum { WT_SECRET_MAX = 64, WT_RANDOM_SIZE = 32, WT_TAG_MAX = 16 };

enum wt_hash { WT_HASH_SHA256, WT_HASH_SHA384 };

enum wt_aead {
    WT_AEAD_NONE,
    WT_AEAD_AES_128_GCM,
    WT_AEAD_AES_256_GCM,
    WT_AEAD_CHACHA20_POLY1305,
    WT_AEAD_AES_128_CCM,
    WT_AEAD_AES_128_CCM_8,
    WT_AEAD_COUNT
};

typedef struct wt_crypto_ops {
    /* The secret for a connection: its length, copied to out[WT_SECRET_MAX]; 0 if it is not known (yet). */
    uint32_t (*secret)(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
    /* The label under which key logs file that secret: "CLIENT_TRAFFIC_SECRET_0". */
    const char *(*secret_label)(enum wt_secret kind);
    /* RFC 8446 §7.1: HKDF-Expand-Label(secret, label, context, n). */
    bool (*expand_label)(void *state, enum wt_hash hash, const uint8_t *secret, uint32_t secret_len,
                         const char *label, const uint8_t *context, uint32_t context_len, uint8_t *out,
                         uint32_t n);
    /* RFC 5246 §5: PRF(secret, label, seed). */
    bool (*prf)(void *state, enum wt_hash hash, const uint8_t *secret, uint32_t secret_len, const char *label,
                const uint8_t *seed, uint32_t seed_len, uint8_t *out, uint32_t n);
    uint32_t (*key_size)(enum wt_aead aead);
    uint32_t (*tag_size)(enum wt_aead aead);
    /* Check the tag at the end of in[n] and decrypt the n - tag bytes before it to `out`; false if it does not
     * fit, and `out` then holds nothing of use. */
    bool (*open)(void *state, enum wt_aead aead, const uint8_t *key, const uint8_t nonce[12], const uint8_t *aad,
                 uint32_t aad_len, const uint8_t *in, uint32_t n, uint8_t *out);
    /* Overwrite a secret in memory that is about to be given back. */
    void (*wipe)(void *p, size_t n);
} wt_crypto_ops;

#endif
