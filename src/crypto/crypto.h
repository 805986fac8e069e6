/* crypto.h (internal) - a key log's table, the private keys beside it, and the ciphers it keeps ready. */
#ifndef WT_CRYPTO_CRYPTO_H
#define WT_CRYPTO_CRYPTO_H

#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/sha.h>

#include "core/crypto_ops.h"
#include "wiretale/keylog.h"

/* A cipher context with the key it was made for: making a key ready costs more than opening a small record. */
typedef struct wt_ready {
    EVP_CIPHER_CTX *context;
    uint8_t key[32], salt[4]; /* salt: the first bytes of GCM's nonce, which stay as long as the key does */
    bool keyed, salted;
    uint64_t used;                         /* when it was last asked for, counted in questions */
} wt_ready;

enum { WT_BLOCK_MAX = 128, WT_HMAC_KEYS = 4 };   /* bytes that a hash takes in at once, at most; keys kept */

typedef struct wt_hash_state {             /* MD5 and SHA-1 side by side for WT_HASH_MD5_SHA1 */
    union {
        MD5_CTX md5;
        SHA256_CTX sha256;
        SHA512_CTX sha384;
    };
    SHA_CTX sha1;
} wt_hash_state;

/* HMAC's two hashes, begun with a key. */
typedef struct wt_hmac_key {
    uint8_t hash;                          /* enum wt_hash; 0: none yet */
    uint8_t key[WT_BLOCK_MAX];             /* as long as a block */
    wt_hash_state inner, outer;
} wt_hmac_key;

/* A session that may be resumed: the hash of its id or ticket, and its secret. */
typedef struct wt_resumable {
    uint8_t id[32];
    uint8_t length, secret[WT_HASH_MAX];
} wt_resumable;

enum {
    WT_READY = 128,                        /* contexts of each cipher; a key's first two bytes say which may be its */
    WT_RSA_KEYS = 16
};

struct wt_keylog {
    wt_allocator allocator;
    /* The table (store.c): an index by random over entries in chunks. */
    uint64_t hash_key[2];                  /* random: whoever wrote the log can't make all of it collide */
    uint32_t *index, index_cap, entries;
    uint32_t last_slot;                    /* of the index, where something was added last */
    uint8_t **chunks;
    uint32_t chunk_count, chunk_cap, chunk_used;
    size_t count, left_out;                /* secrets held; kept out by the limit */
    int64_t waiting;                       /* bytes of sealed records that wait for a key, over all connections */
    uint32_t own;                          /* private keys and the like: what handshakes are kept for */
    /* The text (keylog.c). */
    size_t lines, bad_lines, first_bad;
    char *path;                            /* of the regular file to be looked at again, or NULL */
    size_t path_size;
    uint64_t read_to;                      /* how far it has been read, up to the last whole line */
    /* A lane's (wt_keylog_lane). */
    const wt_keylog *parent;               /* where to look for what is not here; NULL: it is no lane's */
    unsigned lanes;
    bool tangled;
    /* private.c */
    EVP_PKEY *rsa[WT_RSA_KEYS];
    uint32_t rsa_count;
    wt_resumable *sessions;                /* a ring */
    uint32_t session_next, session_count;
    /* bulk.c, hash.c */
    uint64_t asked;                        /* for one of them */
    wt_hmac_key hmac[WT_HMAC_KEYS];        /* by the key's first byte */
    bool used[WT_CIPHER_COUNT];            /* rows of `ready`, which is the last member, as most of it never is */
    wt_ready ready[WT_CIPHER_COUNT][WT_READY];
};

/* store.c */
void *wt_keylog_get(wt_keylog *k, size_t n);
void wt_keylog_put(wt_keylog *k, void *p, size_t n);       /* overwritten first */
void wt_store_free(wt_keylog *k);
/* 0 or ENOMEM.  The same kind and random again: the later one wins, except that private keys add up. */
enum { WT_WORKED_OUT = 0x80 };            /* added to a kind: beside what a key log says */
int wt_store_add(wt_keylog *k, uint32_t kind, const uint8_t *random, const uint8_t *secret, uint32_t n);
/* The secret's bytes; NULL if there is none.  *at, 0 at first, finds further ones of the same kind. */
const uint8_t *wt_store_find(const wt_keylog *k, uint32_t kind, const uint8_t *random, uint32_t *n, uint32_t *at);

/* keylog.c */
bool wt_keylog_refresh(wt_keylog *k);                      /* true if something was appended to the file since */
const char *wt_keylog_label(enum wt_secret kind);
uint32_t wt_secret_logged(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
uint32_t wt_secret_worked_out(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
uint32_t wt_secret_find(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out);
bool wt_secret_keep(void *state, enum wt_secret kind, const uint8_t *client_random, const uint8_t *p, uint32_t n);
bool wt_secret_derives(void *state);
bool wt_secret_hold(void *state, int64_t n, bool *say);

/* private.c */
int wt_private_ready(wt_keylog *k);        /* room for sessions, once there are secrets; 0 or ENOMEM */
void wt_private_free(wt_keylog *k);
void wt_session_put(void *state, const uint8_t *id, uint32_t id_len, const uint8_t *secret, uint32_t n);
uint32_t wt_session_get(void *state, const uint8_t *id, uint32_t id_len, uint8_t *out);
bool wt_rsa_premaster(void *state, const uint8_t *encrypted, uint32_t n, uint16_t version, uint8_t *out);
uint32_t wt_agree(void *state, const uint8_t *client_random, uint16_t group, wt_span client, wt_span server,
                  uint8_t *out, bool *by_client);

/* suite.c */
bool wt_suite_parts(const char *name, wt_suite *out);
const wt_cipher_info *wt_cipher_about(enum wt_cipher cipher);

/* hash.c */
uint32_t wt_hash_size(enum wt_hash hash);
bool wt_hash_bytes(void *state, enum wt_hash hash, const void *p, size_t n, uint8_t *out);
bool wt_hmac(void *state, enum wt_hash hash, const uint8_t *key, size_t key_len, const wt_span *pieces, size_t count,
             uint8_t *out);
bool wt_expand_label(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len, const char *label,
                     const uint8_t *context, uint32_t context_len, uint8_t *out, uint32_t n);
bool wt_prf(void *state, enum wt_hash hash, const uint8_t *key, uint32_t key_len, const char *label,
            const uint8_t *seed, uint32_t seed_len, uint8_t *out, uint32_t n);

/* bulk.c */
void wt_ready_free(wt_keylog *k);
bool wt_open_aead(void *state, enum wt_cipher cipher, const uint8_t *key, const uint8_t nonce[12], const uint8_t *aad,
                  uint32_t aad_len, const uint8_t *in, uint32_t n, uint8_t *out);
bool wt_decrypt_cbc(void *state, enum wt_cipher cipher, const uint8_t *key, const uint8_t *iv, const uint8_t *in,
                    uint32_t n, uint8_t *out);
void wt_stream_key(uint8_t *stream, const uint8_t *key, uint32_t n);
void wt_stream_go(uint8_t *stream, const uint8_t *in, uint32_t n, uint8_t *out);

#endif
