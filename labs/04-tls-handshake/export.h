/* export.h - what an endpoint of this lab leaves for whoever records it: its key log, and its ephemeral private key.
 *
 * The lines go to the file that SSLKEYLOGFILE names; docs/keys.md says what is in them. */
#ifndef LABS_TLS_EXPORT_H
#define LABS_TLS_EXPORT_H

#include <openssl/core_names.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>

/* One line, at once: both endpoints may write to the same file. */
static inline void export_line(const SSL *ssl, const char *line) {
    const char *path = getenv("SSLKEYLOGFILE");
    FILE *to = path ? fopen(path, "a") : NULL;
    (void)ssl;
    if (!to)
        return;
    fprintf(to, "%s\n", line);
    fclose(to);
}

static inline void put_hex(char *to, const unsigned char *p, size_t n) {
    for (size_t i = 0; i < n; i++)
        sprintf(to + 2 * i, "%02x", p[i]);
}

/* The private key as bytes: X25519's and X448's own form, or a curve's number. */
static inline size_t private_bytes(EVP_PKEY *key, unsigned char *out, size_t room) {
    size_t n = room;
    BIGNUM *d = NULL;
    if (EVP_PKEY_get_raw_private_key(key, out, &n))
        return n;
    if (!EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &d))
        return 0;
    n = (size_t)(EVP_PKEY_get_bits(key) + 7) / 8;
    int put = BN_bn2binpad(d, out, (int)n);
    BN_clear_free(d);
    return put > 0 ? n : 0;
}

static inline int group_of(EVP_PKEY *key) {
    char name[32] = "";
    size_t n;
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_X25519: return 29;
    case EVP_PKEY_X448: return 30;
    default: break;
    }
    if (!EVP_PKEY_get_group_name(key, name, sizeof name, &n))
        return 0;
    return strcmp(name, "prime256v1") == 0  ? 23
           : strcmp(name, "secp384r1") == 0 ? 24
           : strcmp(name, "secp521r1") == 0 ? 25
                                            : 0;
}

/* OpenSSL calls this with every message; the key exists from ClientHello, ServerHello or ServerKeyExchange on. */
static inline void export_ephemeral(int sent, int version, int content, const void *message, size_t n, SSL *ssl,
                                    void *user) {
    const unsigned char *type = message;
    EVP_PKEY *key = NULL;
    (void)version;
    (void)user;
    if (!sent || content != SSL3_RT_HANDSHAKE || !n ||
        (*type != SSL3_MT_CLIENT_HELLO && *type != SSL3_MT_SERVER_HELLO && *type != SSL3_MT_SERVER_KEY_EXCHANGE) ||
        !SSL_get_tmp_key(ssl, &key))
        return;
    unsigned char random[SSL3_RANDOM_SIZE], bytes[66];
    char line[32 + 2 * sizeof random + 2 * sizeof bytes], *to = line;
    size_t size = private_bytes(key, bytes, sizeof bytes);
    int group = group_of(key);
    if (size && group && SSL_get_client_random(ssl, random, sizeof random) == sizeof random) {
        to += sprintf(to, "WIRETALE_EPHEMERAL ");
        put_hex(to, random, sizeof random);
        to += 2 * sizeof random;
        to += sprintf(to, " %04x ", (unsigned)group);
        put_hex(to, bytes, size);
        export_line(ssl, line);
    }
    OPENSSL_cleanse(bytes, sizeof bytes);
    EVP_PKEY_free(key);
}

static inline void export_keys(SSL_CTX *context) {
    SSL_CTX_set_keylog_callback(context, export_line);
    SSL_CTX_set_msg_callback(context, export_ephemeral);
}

#endif
