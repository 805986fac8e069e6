/* keys.c - from a key log's secrets to open records: TLS 1.3's key schedule from the traffic secrets on. */
#include "proto/tls/tls.h"

enum { ASK_AT_MOST = 64, SKIP_AT_MOST = 64 };

static const wt_tls_suite suites[] = {
    {0x1301, WT_AEAD_AES_128_GCM, WT_HASH_SHA256, 32},
    {0x1302, WT_AEAD_AES_256_GCM, WT_HASH_SHA384, 48},
    {0x1303, WT_AEAD_CHACHA20_POLY1305, WT_HASH_SHA256, 32},
    {0x1304, WT_AEAD_AES_128_CCM, WT_HASH_SHA256, 32},
    {0x1305, WT_AEAD_AES_128_CCM_8, WT_HASH_SHA256, 32},
};
enum { SUITES = sizeof suites / sizeof *suites };

const wt_tls_suite *wt_tls_suite_of(uint16_t id) {
    for (int i = 0; i < SUITES; i++)
        if (suites[i].id == id)
            return &suites[i];
    return NULL;
}

void wt_tls_drop_keys(wt_session *s, wt_tls_keys *k) {
    if (s->crypto && k->suite)
        s->crypto->wipe(k, sizeof *k);
    *k = (wt_tls_keys){0};
}

void wt_tls_enter(wt_session *s, wt_tls *t, int dir, uint8_t epoch) {
    wt_tls_side *side = &t->side[dir];
    wt_tls_drop_keys(s, &side->keys);
    side->epoch = epoch;
    side->asked = 0;
    side->said = false;
}

/* ---- the schedule (RFC 8446 §7.3) ------------------------------------------------------- */

static bool derive(wt_session *s, wt_tls_keys *k, const wt_tls_suite *suite) {
    const wt_crypto_ops *x = s->crypto;
    enum wt_hash hash = suite->hash;
    k->suite = suite;
    k->seq = 0;
    if (x->expand_label(s->crypto_state, hash, k->secret, k->secret_len, "key", NULL, 0, k->key,
                        x->key_size(suite->aead)) &&
        x->expand_label(s->crypto_state, hash, k->secret, k->secret_len, "iv", NULL, 0, k->iv, sizeof k->iv))
        return true;
    wt_tls_drop_keys(s, k);
    return false;
}

static enum wt_secret secret_of(const wt_tls *t, int dir, uint8_t epoch) {
    bool client = t->client == dir;
    switch (epoch) {
    case EPOCH_EARLY: return WT_SECRET_CLIENT_EARLY;
    case EPOCH_HANDSHAKE: return client ? WT_SECRET_CLIENT_HANDSHAKE : WT_SECRET_SERVER_HANDSHAKE;
    default: return client ? WT_SECRET_CLIENT_TRAFFIC : WT_SECRET_SERVER_TRAFFIC;
    }
}

/* Keys of that epoch from the key log; false if the secret is not there or of another hash's length. */
static bool fetch(wt_session *s, const wt_tls *t, int dir, uint8_t epoch, const wt_tls_suite *suite,
                  wt_tls_keys *k) {
    uint8_t secret[WT_SECRET_MAX];
    uint32_t n = s->crypto->secret(s->crypto_state, secret_of(t, dir, epoch), t->random, secret);
    bool fits = suite && n == suite->hash_len;
    if (fits) {
        memcpy(k->secret, secret, n);
        k->secret_len = (uint8_t)n;
        fits = derive(s, k, suite);
    }
    s->crypto->wipe(secret, sizeof secret);
    return fits;
}

void wt_tls_update_keys(wt_session *s, wt_tls *t, int dir) {
    wt_tls_keys *k = &t->side[dir].keys;
    uint8_t next[48];
    if (!k->suite)
        return;
    if (!s->crypto->expand_label(s->crypto_state, k->suite->hash, k->secret, k->secret_len, "traffic upd",
                                 NULL, 0, next, k->secret_len)) {
        wt_tls_drop_keys(s, k);
        return;
    }
    memcpy(k->secret, next, k->secret_len);
    s->crypto->wipe(next, sizeof next);
    derive(s, k, k->suite);
}

/* ---- a record --------------------------------------------------------------------------- */

typedef struct sealed {
    const uint8_t *record;                 /* its header, which the tag covers, too */
    uint32_t n;                            /* bytes after the header */
    uint8_t *out;
} sealed;

static bool try_keys(wt_session *s, const wt_tls_keys *k, uint64_t seq, const sealed *r) {
    uint8_t nonce[12];
    memcpy(nonce, k->iv, sizeof nonce);
    for (unsigned i = 0; i < 8; i++)
        nonce[11 - i] ^= (uint8_t)(seq >> (8 * i));
    return s->crypto->open(s->crypto_state, k->suite->aead, k->key, nonce, r->record, TLS_HEADER,
                           r->record + TLS_HEADER, r->n, r->out);
}

/* Other keys than those expected, from their first record on: the record that fits says that they are in use.
 */
static bool try_epoch(wt_session *s, wt_tls *t, int dir, uint8_t epoch, const wt_tls_suite *suite,
                      const sealed *r) {
    wt_tls_keys k = {0};
    bool good = fetch(s, t, dir, epoch, suite, &k) && try_keys(s, &k, 0, r);
    if (good) {
        wt_tls_enter(s, t, dir, epoch);
        t->side[dir].keys = k;
        t->side[dir].keys.seq = 1;
    }
    s->crypto->wipe(&k, sizeof k);
    return good;
}

/* Early data comes before the server says which suite: the one that fits is it. */
static bool try_early(wt_session *s, wt_tls *t, int dir, const sealed *r) {
    for (int i = 0; i < SUITES; i++)
        if (try_epoch(s, t, dir, EPOCH_EARLY, &suites[i], r))
            return true;
    return false;
}

static bool with_own_keys(wt_session *s, wt_tls_side *side, const sealed *r) {
    wt_tls_keys *k = &side->keys;
    uint32_t further = side->skipped < SKIP_AT_MOST ? side->skipped : SKIP_AT_MOST;
    for (uint32_t i = 0; i <= further; i++)
        if (try_keys(s, k, k->seq + i, r)) {
            k->seq += i + 1;
            side->skipped = 0;
            return true;
        }
    return false;
}

static bool unseal(wt_session *s, wt_tls *t, int dir, const sealed *r) {
    wt_tls_side *side = &t->side[dir];
    const wt_tls_suite *suite = wt_tls_suite_of(t->suite);
    bool may_ask = side->asked < ASK_AT_MOST;
    if (side->epoch == EPOCH_EARLY) {
        if (side->keys.suite ? with_own_keys(s, side, r) : may_ask && try_early(s, t, dir, r))
            return true;
        if (!t->version)
            return false;
        wt_tls_enter(s, t, dir, EPOCH_HANDSHAKE);
    }
    if (!side->keys.suite && may_ask) {
        uint64_t seq = side->keys.seq;     /* records that passed unopened count */
        if (fetch(s, t, dir, side->epoch, suite, &side->keys))
            side->keys.seq = seq;
    }
    if (side->keys.suite && with_own_keys(s, side, r))
        return true;
    if (side->epoch == EPOCH_HANDSHAKE && may_ask && try_epoch(s, t, dir, EPOCH_TRAFFIC, suite, r))
        return true;
    return false;
}

static void say_why(wt_cur *c, wt_tls *t, int dir) {
    wt_tls_side *side = &t->side[dir];
    if (side->said)
        return;
    side->said = true;
    char random[2 * WT_RANDOM_SIZE + 1];
    wt_text text = {random, 0, sizeof random - 1, false};
    wt_put_hex(&text, t->random, WT_RANDOM_SIZE);
    random[text.len] = 0;
    const char *label = c->s->crypto->secret_label(secret_of(t, dir, side->epoch));
    if (side->keys.suite)
        wt_note(c,
                "can't open this record: the key log's %s for client random %s does not fit, or bytes were "
                "changed",
                label, random);
    else
        wt_note(c, "can't open this record: the key log has no %s for client random %s", label, random);
}

int32_t wt_tls_open(wt_cur *c, wt_tls *t, int dir, uint32_t n, uint8_t *type, uint8_t **plain,
                    uint32_t *padding) {
    wt_session *s = c->s;
    wt_tls_side *side = &t->side[dir];
    bool tls13 = t->version == 0x0304 || side->epoch == EPOCH_EARLY;
    if (!s->crypto || !t->have_random || !tls13 || n < 17 || n > TLS_RECORD_MAX)
        return -1;
    bool known = !t->version || wt_tls_suite_of(t->suite);
    sealed r = {wt_here(c), n, known ? wt_arena(s, n) : NULL};
    if (!r.out) {
        side->keys.seq++;
        if (known)
            wt_limit_hit(c, WT_LIMIT_ARENA);
        return -1;
    }
    if (!unseal(s, t, dir, &r)) {
        /* Rejected early data is passed over without a number (RFC 8446 §4.2.10). */
        if (!(t->early_offered && dir == t->client && side->epoch == EPOCH_HANDSHAKE &&
              side->keys.seq == 0)) {
            side->keys.seq++;
            if (side->asked < ASK_AT_MOST)
                side->asked++;
            say_why(c, t, dir);
        }
        return -1;
    }
    uint32_t left = n - s->crypto->tag_size(side->keys.suite->aead), all = left;
    while (left && r.out[left - 1] == 0)
        left--;
    *padding = all - left;
    *type = left ? r.out[left - 1] : 0;
    *plain = r.out;
    return left ? (int32_t)left - 1 : 0;
}
