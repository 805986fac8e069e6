/* crypto_ops.h - how protocols reach cryptography: what the session hands them, and nothing else.
 *
 * No protocol file includes a cryptographic library.  src/crypto fills this table; `state` is
 * wt_options.crypto_state.  Nothing here keeps what it is given beyond the call, unless it says so. */
#ifndef WT_CORE_CRYPTO_OPS_H
#define WT_CORE_CRYPTO_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What may be known for one client random: from a key log, or worked out from private keys. */
enum wt_secret {
    WT_SECRET_MASTER,                      /* TLS 1.2 and earlier: the master secret */
    WT_SECRET_CLIENT_EARLY,
    WT_SECRET_CLIENT_HANDSHAKE,
    WT_SECRET_SERVER_HANDSHAKE,
    WT_SECRET_CLIENT_TRAFFIC,
    WT_SECRET_SERVER_TRAFFIC,
    WT_SECRET_EXPORTER,
    WT_SECRET_EARLY_EXPORTER,
    WT_SECRET_PREMASTER,                   /* TLS 1.2 and earlier: what the key exchange gave */
    WT_SECRET_SHARED,                      /* TLS 1.3: what the key exchange gave */
    WT_SECRET_PSK,                         /* TLS 1.3: the pre-shared key that resumption uses */
    WT_SECRET_EPHEMERAL,                   /* a private key: two bytes of group, then the key */
    WT_SECRET_RSA_PREMASTER,               /* filed by the encrypted premaster's first 8 bytes, not by random */
    WT_SECRET_COUNT
};

enum {
    WT_SECRET_MAX = 514,                   /* a 4096-bit Diffie-Hellman secret, or a private key and its group */
    WT_HASH_MAX = 48,
    WT_RANDOM_SIZE = 32,
    WT_MASTER_SIZE = 48,
    WT_TAG_MAX = 16,
    WT_STREAM_SIZE = 258                   /* an RC4 state */
};

enum wt_hash { WT_HASH_NONE, WT_HASH_MD5, WT_HASH_SHA1, WT_HASH_SHA256, WT_HASH_SHA384, WT_HASH_MD5_SHA1,
               WT_HASH_COUNT };

enum wt_cipher {
    WT_CIPHER_NULL,
    WT_CIPHER_RC4_128,
    WT_CIPHER_3DES_CBC,
    WT_CIPHER_AES_128_CBC,
    WT_CIPHER_AES_256_CBC,
    WT_CIPHER_CAMELLIA_128_CBC,
    WT_CIPHER_CAMELLIA_256_CBC,
    WT_CIPHER_ARIA_128_CBC,
    WT_CIPHER_ARIA_256_CBC,
    WT_CIPHER_AES_128_GCM,
    WT_CIPHER_AES_256_GCM,
    WT_CIPHER_ARIA_128_GCM,
    WT_CIPHER_ARIA_256_GCM,
    WT_CIPHER_AES_128_CCM,
    WT_CIPHER_AES_256_CCM,
    WT_CIPHER_AES_128_CCM_8,
    WT_CIPHER_AES_256_CCM_8,
    WT_CIPHER_CHACHA20_POLY1305,
    WT_CIPHER_COUNT
};

enum wt_cipher_mode { WT_MODE_NULL, WT_MODE_STREAM, WT_MODE_CBC, WT_MODE_AEAD };

/* How a cipher is used in TLS; sizes in bytes. */
typedef struct wt_cipher_info {
    const char *name;
    uint8_t mode, key, block, tag;
    uint8_t salt;                          /* AEAD, TLS 1.2: the nonce's part from the key
                                            * block; the rest is in the record */
} wt_cipher_info;

/* How a connection's keys are agreed on. */
enum wt_exchange { WT_EXCHANGE_TLS13, WT_EXCHANGE_RSA, WT_EXCHANGE_ECDHE, WT_EXCHANGE_DHE, WT_EXCHANGE_OTHER };

/* What a cipher suite is made of. */
typedef struct wt_suite {
    uint8_t exchange;                      /* enum wt_exchange */
    uint8_t cipher;                        /* enum wt_cipher */
    uint8_t mac;                           /* enum wt_hash of the record's HMAC; none with an AEAD */
    uint8_t hash;                          /* enum wt_hash of the key schedule, from TLS 1.2 on */
} wt_suite;

typedef struct wt_span {
    const void *p;
    size_t n;
} wt_span;

typedef struct wt_crypto_ops {
    /* ---- what is known */

    /* The secret for a connection: its length, copied to out[WT_SECRET_MAX]; 0 if it is not known (yet). */
    uint32_t (*secret)(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
    /* The same, only as a key log has it; only as it was worked out. */
    uint32_t (*logged)(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
    uint32_t (*worked_out)(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
    /* Keep a secret that was worked out: `secret` finds it from now on where a key log has none.
     * False if there is no memory for it. */
    bool (*keep)(void *state, enum wt_secret kind, const uint8_t *client_random, const uint8_t *secret, uint32_t n);
    /* The label under which key logs file that secret: "CLIENT_TRAFFIC_SECRET_0". */
    const char *(*secret_label)(enum wt_secret kind);
    /* Whether there is anything (private keys, pre-shared keys) that a handshake's bytes could be worth keeping for. */
    bool (*derives)(void *state);
    /* Sealed records of n bytes more (fewer, if negative) wait for a key.  False: too many wait, these can't.  *say:
     * some secret was given, so that this is worth a note. */
    bool (*hold)(void *state, int64_t n, bool *say);
    /* A session that may be resumed, by its id or ticket; kept within a limit, the oldest is forgotten first. */
    void (*session_put)(void *state, const uint8_t *id, uint32_t id_len, const uint8_t *secret, uint32_t n);
    uint32_t (*session_get)(void *state, const uint8_t *id, uint32_t id_len, uint8_t *out);
    /* RSA key exchange: decrypt the premaster secret with whichever key fits; `version` is what the client offered and
     * stands in front of it.  False if no key opens it. */
    bool (*premaster)(void *state, const uint8_t *encrypted, uint32_t n, uint16_t version, uint8_t out[WT_MASTER_SIZE]);
    /* What both sides compute from their shares of `group`, if the private key of one of them is known: its length,
     * in out[WT_SECRET_MAX]; 0 if not.  *by_client says whose key it was. */
    uint32_t (*agree)(void *state, const uint8_t *client_random, uint16_t group, wt_span client, wt_span server,
                      uint8_t *out, bool *by_client);

    /* ---- what suites are made of */

    /* The parts of the suite of that name ("TLS_RSA_WITH_AES_128_CBC_SHA"); false if it can't be opened here. */
    bool (*suite)(const char *name, wt_suite *out);
    const wt_cipher_info *(*cipher)(enum wt_cipher cipher);

    /* ---- hashes */

    uint32_t (*hash_size)(enum wt_hash hash);
    bool (*hash)(void *state, enum wt_hash hash, const void *p, size_t n, uint8_t out[WT_HASH_MAX]);
    bool (*hmac)(void *state, enum wt_hash hash, const uint8_t *key, size_t key_len, const wt_span *pieces,
                 size_t count, uint8_t out[WT_HASH_MAX]);
    /* RFC 8446 §7.1: HKDF-Expand-Label(secret, label, context, n). */
    bool (*expand_label)(void *state, enum wt_hash hash, const uint8_t *secret, uint32_t secret_len,
                         const char *label, const uint8_t *context, uint32_t context_len, uint8_t *out,
                         uint32_t n);
    /* PRF(secret, label, seed): RFC 5246 §5, or with WT_HASH_MD5_SHA1 RFC 4346 §5. */
    bool (*prf)(void *state, enum wt_hash hash, const uint8_t *secret, uint32_t secret_len, const char *label,
                const uint8_t *seed, uint32_t seed_len, uint8_t *out, uint32_t n);

    /* ---- records */

    /* AEAD: check the tag at the end of in[n] and decrypt the n - tag bytes before it to `out`; false if it does not
     * fit, and `out` then holds nothing of use. */
    bool (*open)(void *state, enum wt_cipher cipher, const uint8_t *key, const uint8_t nonce[12], const uint8_t *aad,
                 uint32_t aad_len, const uint8_t *in, uint32_t n, uint8_t *out);
    /* CBC: decrypt whole blocks; padding stays. */
    bool (*decrypt)(void *state, enum wt_cipher cipher, const uint8_t *key, const uint8_t *iv, const uint8_t *in,
                    uint32_t n, uint8_t *out);
    /* RC4: make the state stream[WT_STREAM_SIZE]; go on with it. */
    void (*stream_key)(uint8_t *stream, const uint8_t *key, uint32_t n);
    void (*stream_go)(uint8_t *stream, const uint8_t *in, uint32_t n, uint8_t *out);

    /* Overwrite a secret in memory that is about to be given back. */
    void (*wipe)(void *p, size_t n);
} wt_crypto_ops;

#endif
