/* keys.c - the secrets that the options name, loaded for whoever opens TLS. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/run.h"

static int load_log(wt_keylog *keys, const char *path, bool live) {
    size_t line;
    int failed = wt_keylog_load(keys, path);
    if (failed == ENOENT && live) {        /* whoever writes it may begin later */
        fprintf(stderr, "wiretale: the key log %s is not there yet; it is read as soon as it is\n", path);
        failed = wt_keylog_await(keys, path);
    }
    if (failed)
        return say_problem(STATUS_INPUT, "--keylog wants the file that SSLKEYLOGFILE named.",
                           "cannot read the key log %s: %s", path, strerror(failed));
    size_t bad = wt_keylog_bad_lines(keys, &line), left_out = wt_keylog_left_out(keys);
    if (bad)
        fprintf(stderr, "wiretale: %zu lines of the key log %s can't be understood, the first is line %zu\n", bad, path,
                line);
    if (left_out)
        fprintf(stderr, "wiretale: %zu secrets of the key log %s were left out: no more are kept (docs/limits.md)\n",
                left_out, path);
    return 0;
}

int load_keys(wt_keylog *keys, const char *keylog, const char *rsa_key, bool live) {
    int bad = keylog ? load_log(keys, keylog, live) : 0;
    int failed = !bad && rsa_key ? wt_keylog_rsa_key(keys, rsa_key) : 0;
    if (failed == EINVAL)
        return say_problem(STATUS_INPUT, "--rsa-key wants a private key in PEM, without a passphrase.",
                           "%s holds no RSA private key", rsa_key);
    if (failed)
        return say_problem(STATUS_INPUT, "--rsa-key wants the server's private key.", "cannot read the key %s: %s",
                           rsa_key, strerror(failed));
    return bad;
}
