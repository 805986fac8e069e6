/* keylog.h (internal) - the key log's table and the ciphers it keeps ready. */
#ifndef WT_CRYPTO_KEYLOG_H
#define WT_CRYPTO_KEYLOG_H

#include <openssl/evp.h>

#include "core/crypto_ops.h"
#include "wiretale/keylog.h"

typedef struct wt_secret_row {
    uint8_t random[WT_RANDOM_SIZE];
    uint8_t kind;                          /* enum wt_secret + 1; 0: the row is free */
    uint8_t length;
    uint8_t secret[WT_SECRET_MAX];
} wt_secret_row;

/* A cipher context with the key it was made for: making a key ready costs more than opening a small record. */
typedef struct wt_cipher {
    EVP_CIPHER_CTX *context;
    uint8_t key[32];
    bool keyed;
} wt_cipher;

enum { WT_CIPHERS = 8 };                   /* of each kind; the next key takes the place of the oldest */

struct wt_keylog {
    wt_allocator allocator;
    wt_secret_row *rows;                   /* open addressing, a power of two */
    size_t row_count, row_cap;
    size_t left_out;                       /* secrets that the limit kept out */
    size_t lines, bad_lines, first_bad;
    char *path;                            /* of the regular file to be looked at again, or NULL */
    size_t path_size;
    uint64_t read_to;                      /* how far it has been read, up to the last whole line */
    wt_cipher cipher[WT_AEAD_COUNT][WT_CIPHERS];
    uint8_t next_cipher[WT_AEAD_COUNT];
    EVP_MAC_CTX *mac[2];                   /* HMAC by enum wt_hash */
};

/* Read what was appended to the file since; true if there was something. */
bool wt_keylog_refresh(wt_keylog *k);
const char *wt_keylog_label(enum wt_secret kind);
const wt_secret_row *wt_keylog_find(const wt_keylog *k, enum wt_secret kind, const uint8_t *random);

#endif
