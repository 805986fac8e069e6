/* keylog.h - the secrets that open recorded TLS: a key log file, or the same text embedded in a capture.
 *
 *     wt_keylog *keys = wt_keylog_new(NULL);
 *     if (wt_keylog_load(keys, "keys.log") != 0) …
 *     wt_options options = {.everything = true, .crypto = wt_keylog_ops(), .crypto_state = keys};
 *
 * The text is the one that curl, browsers and OpenSSL write where SSLKEYLOGFILE names a file: a line each
 * of label, client random and secret, in hex (docs/keys.md lists them all).  Secrets may be added while a session runs,
 * by the session's own thread; a key log is for one session at a time, because it also holds the ciphers in use. */
#ifndef WIRETALE_KEYLOG_H
#define WIRETALE_KEYLOG_H

#include "session.h"

typedef struct wt_keylog wt_keylog;

/* Without secrets yet; NULL if memory ran out.  `allocator` may be NULL: the C library's. */
WT_API wt_keylog *wt_keylog_new(const wt_allocator *allocator);
/* Read a key log file.  0, or an errno (ENOMEM, ENOENT, …).  A regular file is remembered: what is appended
 * to it later is read when a secret is missed. */
WT_API int wt_keylog_load(wt_keylog *keys, const char *path);
/* The key log is not there yet: the file of that name is looked for when a secret is missed.  0, or ENOMEM. */
WT_API int wt_keylog_await(wt_keylog *keys, const char *path);
/* Add key log text: a file's bytes, or a pcapng Decryption Secrets Block's of type TLS Key Log.
 * 0, or ENOMEM. */
WT_API int wt_keylog_add(wt_keylog *keys, const void *text, size_t n);
/* Read an RSA private key in PEM: it opens TLS 1.2 and earlier where the client encrypted the premaster secret to it.
 * 0; EINVAL if the file holds no such key (or one with a passphrase), ENOSPC after 16 keys, or another errno. */
WT_API int wt_keylog_rsa_key(wt_keylog *keys, const char *path);
/* Secrets held. */
WT_API size_t wt_keylog_count(const wt_keylog *keys);
/* Secrets that were left out because a limit (docs/limits.md) allows no more. */
WT_API size_t wt_keylog_left_out(const wt_keylog *keys);
/* Lines that are no comment and could not be understood; *first_line (may be NULL) is the first one's number. */
WT_API size_t wt_keylog_bad_lines(const wt_keylog *keys, size_t *first_line);
/* For one of `lanes` sessions that share a capture (wt_options.lanes): finds what `parent` holds, which must outlive it
 * and not be added to meanwhile, and what is added to itself.  NULL if memory ran out, or if `parent` has private keys,
 * which many connections together are opened with. */
WT_API wt_keylog *wt_keylog_lane(const wt_keylog *parent, unsigned lanes);
/* The same as wt_session_tangled(), of such a key log: a TLS session that another lane may resume, a limit over all. */
WT_API bool wt_keylog_tangled(const wt_keylog *keys);
/* All secrets are overwritten before their memory goes. */
WT_API void wt_keylog_free(wt_keylog *keys);

/* For wt_options.crypto, beside the key log as wt_options.crypto_state. */
WT_API const struct wt_crypto_ops *wt_keylog_ops(void);

#endif
