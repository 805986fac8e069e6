/* suite.c - what a cipher suite is made of, read from its registered name. */
#include <string.h>

#include "crypto/crypto.h"

static const wt_cipher_info infos[WT_CIPHER_COUNT] = {
    [WT_CIPHER_NULL] = {"NULL", WT_MODE_NULL, 0, 0, 0, 0},
    [WT_CIPHER_RC4_128] = {"RC4_128", WT_MODE_STREAM, 16, 0, 0, 0},
    [WT_CIPHER_3DES_CBC] = {"3DES_EDE_CBC", WT_MODE_CBC, 24, 8, 0, 0},
    [WT_CIPHER_AES_128_CBC] = {"AES_128_CBC", WT_MODE_CBC, 16, 16, 0, 0},
    [WT_CIPHER_AES_256_CBC] = {"AES_256_CBC", WT_MODE_CBC, 32, 16, 0, 0},
    [WT_CIPHER_CAMELLIA_128_CBC] = {"CAMELLIA_128_CBC", WT_MODE_CBC, 16, 16, 0, 0},
    [WT_CIPHER_CAMELLIA_256_CBC] = {"CAMELLIA_256_CBC", WT_MODE_CBC, 32, 16, 0, 0},
    [WT_CIPHER_ARIA_128_CBC] = {"ARIA_128_CBC", WT_MODE_CBC, 16, 16, 0, 0},
    [WT_CIPHER_ARIA_256_CBC] = {"ARIA_256_CBC", WT_MODE_CBC, 32, 16, 0, 0},
    [WT_CIPHER_AES_128_GCM] = {"AES_128_GCM", WT_MODE_AEAD, 16, 0, 16, 4},
    [WT_CIPHER_AES_256_GCM] = {"AES_256_GCM", WT_MODE_AEAD, 32, 0, 16, 4},
    [WT_CIPHER_ARIA_128_GCM] = {"ARIA_128_GCM", WT_MODE_AEAD, 16, 0, 16, 4},
    [WT_CIPHER_ARIA_256_GCM] = {"ARIA_256_GCM", WT_MODE_AEAD, 32, 0, 16, 4},
    [WT_CIPHER_AES_128_CCM] = {"AES_128_CCM", WT_MODE_AEAD, 16, 0, 16, 4},
    [WT_CIPHER_AES_256_CCM] = {"AES_256_CCM", WT_MODE_AEAD, 32, 0, 16, 4},
    [WT_CIPHER_AES_128_CCM_8] = {"AES_128_CCM_8", WT_MODE_AEAD, 16, 0, 8, 4},
    [WT_CIPHER_AES_256_CCM_8] = {"AES_256_CCM_8", WT_MODE_AEAD, 32, 0, 8, 4},
    [WT_CIPHER_CHACHA20_POLY1305] = {"CHACHA20_POLY1305", WT_MODE_AEAD, 32, 0, 16, 12},
};

const wt_cipher_info *wt_cipher_about(enum wt_cipher cipher) { return &infos[cipher < WT_CIPHER_COUNT ? cipher : 0]; }

static uint8_t exchange_of(const char *name, size_t n) {
    static const struct {
        const char *begins;
        enum wt_exchange exchange;
    } rows[] = {{"RSA", WT_EXCHANGE_RSA}, {"ECDHE_RSA", WT_EXCHANGE_ECDHE}, {"ECDHE_ECDSA", WT_EXCHANGE_ECDHE},
                {"ECDH_anon", WT_EXCHANGE_ECDHE}, {"DHE_RSA", WT_EXCHANGE_DHE}, {"DHE_DSS", WT_EXCHANGE_DHE},
                {"DH_anon", WT_EXCHANGE_DHE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i].begins) == n && memcmp(rows[i].begins, name, n) == 0)
            return (uint8_t)rows[i].exchange;
    return WT_EXCHANGE_OTHER;
}

/* The hash that a name ends with; CCM suites name none and use SHA-256. */
static uint8_t hash_of(const char *name) {
    static const struct {
        const char *text;
        enum wt_hash hash;
    } rows[] = {{"", WT_HASH_SHA256},        {"_MD5", WT_HASH_MD5},       {"_SHA", WT_HASH_SHA1},
                {"_SHA256", WT_HASH_SHA256}, {"_SHA384", WT_HASH_SHA384}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].text, name) == 0)
            return (uint8_t)rows[i].hash;
    return WT_HASH_NONE;
}

/* TLS_[exchange_WITH_]cipher[_hash] */
bool wt_suite_parts(const char *name, wt_suite *out) {
    if (strncmp(name, "TLS_", 4) != 0)
        return false;
    const char *with = strstr(name, "_WITH_"), *cipher = with ? with + 6 : name + 4;
    int best = -1;
    size_t longest = 0;
    for (int i = 0; i < WT_CIPHER_COUNT; i++) {
        size_t n = strlen(infos[i].name);
        if (n > longest && strncmp(infos[i].name, cipher, n) == 0) {
            best = i;
            longest = n;
        }
    }
    uint8_t hash = best < 0 ? WT_HASH_NONE : hash_of(cipher + longest);
    if (hash == WT_HASH_NONE)
        return false;
    bool aead = infos[best].mode == WT_MODE_AEAD;
    if (!with && !aead)
        return false;
    *out = (wt_suite){
        .exchange = with ? exchange_of(name + 4, (size_t)(with - name - 4)) : WT_EXCHANGE_TLS13,
        .cipher = (uint8_t)best,
        .mac = aead ? WT_HASH_NONE : hash,
        .hash = hash == WT_HASH_SHA384 ? WT_HASH_SHA384 : WT_HASH_SHA256,
    };
    return true;
}
