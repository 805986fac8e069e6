/* ops.c - the table of cryptographic functions that a session is handed. */
#include <openssl/crypto.h>

#include "crypto/crypto.h"

static void wipe(void *p, size_t n) { OPENSSL_cleanse(p, n); }

const wt_crypto_ops *wt_keylog_ops(void) {
    static const wt_crypto_ops ops = {
        .secret = wt_secret_find, .logged = wt_secret_logged, .worked_out = wt_secret_worked_out,
        .keep = wt_secret_keep, .secret_label = wt_keylog_label, .derives = wt_secret_derives,
        .hold = wt_secret_hold,
        .session_put = wt_session_put, .session_get = wt_session_get, .premaster = wt_rsa_premaster, .agree = wt_agree,
        .suite = wt_suite_parts, .cipher = wt_cipher_about,
        .hash_size = wt_hash_size, .hash = wt_hash_bytes, .hmac = wt_hmac, .expand_label = wt_expand_label,
        .prf = wt_prf,
        .open = wt_open_aead, .decrypt = wt_decrypt_cbc, .stream_key = wt_stream_key, .stream_go = wt_stream_go,
        .wipe = wipe,
    };
    return &ops;
}
