/* common.h - what both programs of this lab understand, and how they complain. */
#ifndef LABS_TLS_COMMON_H
#define LABS_TLS_COMMON_H

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>

static inline int fail(const char *program, const char *what) {
    fprintf(stderr, "%s: %s\n", program, what);
    ERR_print_errors_fp(stderr);
    return 1;
}

/* -v 1.2|1.3, -c CIPHERS (TLS 1.2), -g GROUPS: which version, ciphers and groups one side agrees to.  False: it is
 * none of these, or can't be. */
static inline int offer(SSL_CTX *context, int option, const char *value) {
    int version = value && strcmp(value, "1.2") == 0 ? TLS1_2_VERSION : TLS1_3_VERSION;
    switch (option) {
    case 'v': return SSL_CTX_set_min_proto_version(context, version) && SSL_CTX_set_max_proto_version(context, version);
    case 'c': return SSL_CTX_set_cipher_list(context, value);
    case 'g': return SSL_CTX_set1_groups_list(context, value) == 1;
    default: return 0;
    }
}

#endif
