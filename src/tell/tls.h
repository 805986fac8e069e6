/* tls.h - TLS told as a whole: a model of each handshake made from tapes, a walk through its key schedule, and both
 * printed. */
#ifndef WT_TELL_TLS_H
#define WT_TELL_TLS_H

#include "core/schedule.h"
#include "core/seal.h"
#include "wiretale/print.h"
#include "wiretale/session.h"

/* ---- the model -------------------------------------------------------------------------- */

enum wt_tls_stage { WT_STAGE_EARLY, WT_STAGE_HANDSHAKE, WT_STAGE_APPLICATION, WT_STAGE_COUNT };
enum { WT_CLIENT, WT_SERVER };
enum {
    WT_TALK_MESSAGES = 64, WT_TALK_TICKETS = 4, WT_TALK_NONCE = 32, WT_TALK_UPDATES = 4, WT_TALK_SHARES = 4,
    WT_TALK_SHARE = 512
};

/* A handshake message; where it ends in the transcript, or 0 if it is not part of that. */
typedef struct wt_tls_message {
    uint64_t frame;
    int64_t time_ns;
    uint32_t length, end;
    uint8_t side, type;                    /* WT_TALK_CCS: no handshake message, but it belongs to the picture */
    bool sealed, retry;                    /* retry: a ServerHello that is a HelloRetryRequest */
} wt_tls_message;
enum { WT_TALK_CCS = 255 };

/* A sealed record as it was sent. */
typedef struct wt_tls_sample {
    uint8_t *bytes;                        /* header and all; NULL: none */
    uint32_t n;
    uint64_t frame, seq;
} wt_tls_sample;

/* What one side gave for the key exchange: a key share, a point; or, encrypted to the server's RSA key, the
 * premaster. */
typedef struct wt_tls_share {
    uint16_t group, n;
    uint8_t bytes[WT_TALK_SHARE];
} wt_tls_share;

/* What one side sent to say who it is: each certificate in a line, and who vouches for whom ("a ← b (not sent)"). */
enum { WT_TALK_CERTIFICATES = 6 };
typedef struct wt_tls_chain {
    char text[512], certificate[WT_TALK_CERTIFICATES][320];
    uint32_t count;
} wt_tls_chain;

/* One handshake and what was sealed with its keys; a renegotiation is a talk of its own. */
typedef struct wt_tls_talk {
    uint32_t stream, handshake;            /* tcp.stream; 1 for the first handshake on it */
    wt_endpoint end[2];
    char server_name[80];
    uint16_t version, suite, group, offered;
    wt_tls_share share[2][WT_TALK_SHARES], encrypted;
    uint32_t shares[2];
    bool answered;                         /* there was a ServerHello that is no retry */
    bool retry, retried;                   /* the last ServerHello was a retry; any was */
    bool extended_master, encrypt_then_mac, truncated_hmac, psk, dhe, early, exchanged;
    uint8_t random[2][WT_RANDOM_SIZE];
    uint8_t verify[2][WT_HASH_MAX], verify_len[2];
    uint32_t verify_at[2];                 /* the transcript before that Finished */
    uint32_t point[WT_POINT_COUNT];        /* the transcript up to there; 0: not reached */
    uint8_t late[WT_HASH_MAX],
        late_len; /* TLS 1.3: a Finished behind a proof that was asked for later, the first one */
    uint32_t late_at, late_updates;        /* the transcript before it; the client's key updates by then */
    uint32_t cut_hello;                    /* TLS 1.3: the ClientHello without its binders; 0: it has none */
    uint8_t binder[WT_HASH_MAX], binder_len;
    wt_tls_message message[WT_TALK_MESSAGES];
    uint32_t messages, left_out;
    uint8_t *transcript;
    uint32_t transcript_len, transcript_cap;
    bool cut;                              /* the transcript has gaps: a limit, or no memory */
    wt_tls_sample first[2][WT_STAGE_COUNT];/* each direction's and stage's first sealed record */
    wt_tls_chain *chain[2];                /* NULL: none */
    wt_tls_sample data;                    /* a record of application data, if there is a short one */
    uint8_t data_side;
    uint64_t opened, unopened;             /* sealed records */
    uint64_t ticket_frame[WT_TALK_TICKETS];/* TLS 1.3: the first tickets, and their nonces */
    uint8_t nonce[WT_TALK_TICKETS][WT_TALK_NONCE], nonce_len[WT_TALK_TICKETS], tickets;
    /* while it is being made */
    uint8_t stage[2];
    bool ccs[2];
    uint64_t seq[2];
    uint32_t updates[2];
} wt_tls_talk;

typedef struct wt_tls_model wt_tls_model;

/* `stream`: only that tcp.stream, or UINT32_MAX.  NULL if memory ran out. */
wt_tls_model *wt_tls_model_new(uint32_t stream);
/* What has to be on the tapes; also takes the session's cryptography. */
void wt_tls_model_needs(wt_tls_model *m, wt_options *session);
void wt_tls_model_tape(wt_tls_model *m, const wt_tape *tape);
void wt_tls_model_free(wt_tls_model *m);

/* ---- the walk --------------------------------------------------------------------------- */

enum wt_origin { WT_ORIGIN_NONE, WT_ORIGIN_WORKED_OUT, WT_ORIGIN_LOGGED, WT_ORIGIN_BOTH, WT_ORIGIN_CONFLICT };

typedef struct wt_walk_step {
    char name[64];
    const char *why;
    char how[160];                         /* "HKDF-Extract(salt: derived secret, key: shared secret)" */
    const char *context_name;              /* what the transcript hash covers; NULL: none */
    uint8_t context[WT_HASH_MAX];
    uint8_t context_len;
    uint8_t origin;
    bool tried, fits;                      /* whether the record that it should open opens */
    uint64_t tried_frame;
    uint16_t length, logged_len;
    uint8_t value[WT_SECRET_MAX], logged[WT_SECRET_MAX];
    char need[240];                        /* where it is not known, what would be needed */
} wt_walk_step;

/* What was sent to prove something, and what it should be. */
typedef struct wt_walk_proof {
    const char *name, *why;
    char how[160];
    bool computed;
    uint8_t length, sent[WT_HASH_MAX], expected[WT_HASH_MAX];
    const char *need;
} wt_walk_proof;

enum { WT_WALK_STEPS = 64, WT_WALK_PROOFS = 4 };

typedef struct wt_walk_record {
    const wt_tls_sample *sample;           /* NULL: there is none */
    const wt_cipher_info *info;
    const char *keys;                      /* whose they are: "client application" */
    bool have_keys, opened, tls13;
    uint8_t iv[16], nonce[12], aad[13];
    uint32_t iv_len, aad_len, nonce_in_record, mac_len;
    uint8_t *plain;
    wt_opened inside;
} wt_walk_record;

typedef struct wt_tls_walk {
    void (*wipe)(void *p, size_t n);       /* NULL: it holds no secrets */
    const char *suite_name;
    bool suite_known;
    wt_suite suite;
    wt_walk_step step[WT_WALK_STEPS];
    uint32_t steps;
    wt_walk_proof proof[WT_WALK_PROOFS];
    uint32_t proofs;
    wt_walk_record record;
    char failure[200];                     /* the first step that fails; "" if none does */
    bool complete;                         /* every secret is known, and every proof holds */
} wt_tls_walk;

/* The walk of one talk; NULL if memory ran out. */
wt_tls_walk *wt_tls_walk_new(const wt_tls_model *m, const wt_tls_talk *t);
void wt_tls_walk_free(wt_tls_walk *w);
/* Its parts, for tls_walk.c. */
void wt_tls_walk_record(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w);

/* ---- printing --------------------------------------------------------------------------- */

typedef struct wt_tls_print {
    wt_out *out;
    unsigned width;
    bool json, secrets, ascii, color;
} wt_tls_print;

void wt_tls_tell_all(const wt_tls_model *m, const wt_tls_print *p);
void wt_tls_text(const wt_tls_model *m, const wt_tls_talk *t, const wt_tls_walk *w, const wt_tls_print *p);
void wt_tls_json(const wt_tls_model *m, const wt_tls_talk *t, const wt_tls_walk *w, const wt_tls_print *p);

/* ---- inside ----------------------------------------------------------------------------- */

enum wt_tls_want {
    WANT_RECORD, WANT_CONTENT, WANT_OPAQUE, WANT_CCS, WANT_HANDSHAKE, WANT_TYPE, WANT_VERSION, WANT_RANDOM, WANT_SUITE,
    WANT_SUPPORTED, WANT_EXTENSION, WANT_GROUP, WANT_NAME, WANT_VERIFY, WANT_BINDERS, WANT_NONCE, WANT_SHARE,
    WANT_CURVE, WANT_POINT,
    WANT_CLIENT_POINT, WANT_ENCRYPTED, WANT_AGAINST, WANT_CHAIN, WANT_SUMMARY, WANT_COUNT
};

struct wt_tls_model {
    const wt_crypto_ops *crypto;
    void *state;
    uint32_t only, tls;                    /* the stream asked for; TLS's protocol number */
    wt_fid field[WANT_COUNT];
    wt_tls_talk **talk;
    uint32_t talks, cap;
    uint64_t left_out;
    int64_t first_ns;
};

/* The name of a value of a field, or "unknown". */
/* What the message is called. */
const char *wt_tls_message_name(const wt_tls_model *m, const wt_tls_message *one);
const char *wt_tls_name(const wt_tls_model *m, enum wt_tls_want field, uint64_t value);

#endif
