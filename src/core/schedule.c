/* schedule.c - TLS's key schedules, over whatever does the cryptography. */
#include "core/schedule.h"

#include <string.h>

const wt_step_row wt_steps[WT_STEP_COUNT] = {
#define S(id, name, way, from, with, label, point, size, logged, why) \
    {name, WT_WAY_##way, WT_STEP_##from, WT_STEP_##with, label, WT_AT_##point, WT_SIZE_##size, WT_SECRET_##logged, why},
#include "core/schedule.def"
#undef S
};

static const uint8_t zeros[WT_HASH_MAX];

void wt_schedule_give(wt_schedule *k, enum wt_step step, const uint8_t *p, uint32_t n) {
    uint32_t room = step == WT_STEP_SHARED ? sizeof k->shared : WT_HASH_MAX;
    if (n > room)
        return;
    memcpy(step == WT_STEP_SHARED ? k->shared : k->value[step], p, n);
    k->length[step] = (uint16_t)n;
}

/* HKDF-Extract (RFC 5869 §2.2): HMAC with the salt as its key. */
static bool extract(const wt_crypto_ops *x, void *state, const wt_schedule *k, const wt_step_row *row, uint8_t *out) {
    bool salted = row->from != WT_STEP_NONE;
    bool keyed = (row->with == WT_STEP_PSK && k->psk) || (row->with == WT_STEP_SHARED && k->dhe);
    if ((salted && !k->length[row->from]) || (keyed && !k->length[row->with]))
        return false;
    wt_span input = {zeros, k->hash_len};
    if (keyed)
        input = (wt_span){wt_schedule_value(k, row->with), k->length[row->with]};
    return x->hmac(state, k->hash, salted ? k->value[row->from] : zeros, salted ? k->length[row->from] : k->hash_len,
                   &input, 1, out);
}

static bool expand(const wt_crypto_ops *x, void *state, const wt_schedule *k, const wt_step_row *row, uint8_t *out,
                   uint16_t n) {
    uint8_t empty[WT_HASH_MAX];
    const uint8_t *context = k->point[row->point];
    uint32_t context_len = row->way == WT_WAY_DERIVE ? k->hash_len : 0;
    if (!k->length[row->from] || (row->point != WT_AT_NOTHING && !k->has_point[row->point]))
        return false;
    if (row->point == WT_AT_NOTHING && row->way == WT_WAY_DERIVE) {
        if (!x->hash(state, k->hash, "", 0, empty))
            return false;
        context = empty;
    }
    return x->expand_label(state, k->hash, k->value[row->from], k->length[row->from], row->label, context, context_len,
                           out, n);
}

void wt_schedule_run(const wt_crypto_ops *x, void *state, wt_schedule *k) {
    for (int i = 0; i < WT_STEP_COUNT; i++) {
        const wt_step_row *row = &wt_steps[i];
        uint16_t n = row->size == WT_SIZE_HASH ? k->hash_len : row->size == WT_SIZE_KEY ? k->key_len : 12;
        bool psk_only = i == WT_STEP_BINDER || i == WT_STEP_C_EARLY || i == WT_STEP_E_EXPORTER;
        if (k->length[i] || row->way == WT_WAY_INPUT || (psk_only && !k->psk))
            continue;
        bool good = row->way == WT_WAY_EXTRACT ? extract(x, state, k, row, k->value[i])
                                               : expand(x, state, k, row, k->value[i], n);
        k->length[i] = good ? n : 0;
    }
}

/* ---- TLS 1.2 ---------------------------------------------------------------------------- */

enum wt_hash wt_prf_hash(uint16_t version, const wt_suite *suite) {
    return version < 0x0303 ? WT_HASH_MD5_SHA1 : (enum wt_hash)suite->hash;
}

bool wt_master_secret(const wt_crypto_ops *x, void *state, enum wt_hash hash, wt_span premaster, bool extended,
                      wt_span seed, uint8_t out[WT_MASTER_SIZE]) {
    return x->prf(state, hash, premaster.p, (uint32_t)premaster.n,
                  extended ? "extended master secret" : "master secret", seed.p, (uint32_t)seed.n, out, WT_MASTER_SIZE);
}
