/* schedule.h - TLS's key schedules: what follows from which secret, as a table that opens records and tells how. */
#ifndef WT_CORE_SCHEDULE_H
#define WT_CORE_SCHEDULE_H

#include "core/crypto_ops.h"

/* ---- TLS 1.3 (RFC 8446 §7.1) ------------------------------------------------------------ */

/* How far the transcript reaches whose hash goes into a step. */
enum wt_point {
    WT_AT_NOTHING,                         /* no context, or the hash of no bytes */
    WT_AT_CLIENT_HELLO,
    WT_AT_SERVER_HELLO,
    WT_AT_SERVER_FINISHED,
    WT_AT_CLIENT_FINISHED,
    WT_POINT_COUNT
};

enum wt_step {
#define S(id, ...) WT_STEP_##id,
#include "core/schedule.def"
#undef S
    WT_STEP_COUNT,
    WT_STEP_NONE = WT_STEP_COUNT
};

enum wt_step_way { WT_WAY_INPUT, WT_WAY_EXTRACT, WT_WAY_DERIVE, WT_WAY_EXPAND };
enum wt_step_size { WT_SIZE_HASH, WT_SIZE_KEY, WT_SIZE_IV };

typedef struct wt_step_row {
    const char *name;                      /* "client handshake traffic secret" */
    uint8_t way;                           /* enum wt_step_way */
    uint8_t from;                          /* the secret; for EXTRACT the salt (enum wt_step; NONE: zeros) */
    uint8_t with;                          /* EXTRACT: the key put in (NONE: zeros) */
    const char *label;
    uint8_t point, size;                   /* enum wt_point, enum wt_step_size */
    uint8_t logged;                        /* enum wt_secret by which a key log may have it; WT_SECRET_COUNT: none */
    const char *why;                       /* what it is for */
} wt_step_row;

extern const wt_step_row wt_steps[WT_STEP_COUNT];

/* What is known of one connection; made zero, hash and key_len set. */
typedef struct wt_schedule {
    uint8_t hash, hash_len, key_len;
    bool psk, dhe;                         /* a pre-shared key, (EC)DHE is used: else zeros stand in its place */
    bool has_point[WT_POINT_COUNT];
    uint8_t point[WT_POINT_COUNT][WT_HASH_MAX];
    uint16_t length[WT_STEP_COUNT];        /* 0: not known */
    uint8_t value[WT_STEP_COUNT][WT_HASH_MAX];
    uint8_t shared[WT_SECRET_MAX];         /* WT_STEP_SHARED's value, which may be longer */
} wt_schedule;

/* All steps that follow from what is known and are not known yet. */
void wt_schedule_run(const wt_crypto_ops *x, void *state, wt_schedule *k);
/* Give a secret, or an input. */
void wt_schedule_give(wt_schedule *k, enum wt_step step, const uint8_t *p, uint32_t n);
static inline const uint8_t *wt_schedule_value(const wt_schedule *k, enum wt_step step) {
    return step == WT_STEP_SHARED ? k->shared : k->value[step];
}

/* ---- TLS 1.2 and earlier (RFC 5246 §8.1, RFC 7627 §4) ----------------------------------- */

/* The hash of the PRF, and of the transcript, in that version. */
enum wt_hash wt_prf_hash(uint16_t version, const wt_suite *suite);
/* The master secret.  `seed`: both randoms, or with the extended master secret the session hash. */
bool wt_master_secret(const wt_crypto_ops *x, void *state, enum wt_hash hash, wt_span premaster, bool extended,
                      wt_span seed, uint8_t out[WT_MASTER_SIZE]);

#endif
