/* keys.c - which keys a record is under: asked for, made, changed, and what is said where one is missing. */
#include "core/schedule.h"
#include "proto/tls/tls.h"

enum { ASK_AT_MOST = 64, SKIP_AT_MOST = 64, TLS13 = 0x0304 };

static bool suite_parts(const wt_session *s, uint16_t id, wt_suite *out) {
    const wt_value *row = wt_value_find(&wt_tls_suites, id);
    return row && s->crypto->suite(row->name, out);
}

const wt_suite *wt_tls_agreed_suite(const wt_session *s, wt_tls *t) {
    if (t->parts_of != t->suite) {
        t->parts_of = t->suite;
        t->can_open = suite_parts(s, t->suite, &t->parts);
    }
    return t->can_open ? &t->parts : NULL;
}

void wt_tls_drop_keys(wt_session *s, wt_seal *seal) {
    wt_pool_put(s, seal->stream, WT_STREAM_SIZE);
    if (s->crypto && seal->version)
        s->crypto->wipe(seal, sizeof *seal);
    *seal = (wt_seal){0};
}

void wt_tls_enter(wt_session *s, wt_tls *t, int dir, uint8_t epoch) {
    wt_tls_side *side = &t->side[dir];
    wt_tls_drop_keys(s, &side->seal);
    side->epoch = epoch;
    side->asked = 0;
    side->said = false;
}

/* ---- where keys come from --------------------------------------------------------------- */

static enum wt_secret secret_of(const wt_tls *t, int dir, uint8_t epoch) {
    bool client = t->client == dir;
    if (t->version && t->version < TLS13)
        return WT_SECRET_MASTER;
    switch (epoch) {
    case EPOCH_EARLY: return WT_SECRET_CLIENT_EARLY;
    case EPOCH_HANDSHAKE: return client ? WT_SECRET_CLIENT_HANDSHAKE : WT_SECRET_SERVER_HANDSHAKE;
    default: return client ? WT_SECRET_CLIENT_TRAFFIC : WT_SECRET_SERVER_TRAFFIC;
    }
}

/* TLS 1.2 and earlier: from the master secret, which a resumed session brings along. */
static bool fetch_agreed(wt_session *s, const wt_tls *t, int dir, const wt_suite *suite, bool worked_out,
                         wt_seal *out) {
    const wt_crypto_ops *x = s->crypto;
    wt_agreed a = {.version = t->version, .suite = *suite, .encrypt_then_mac = t->encrypt_then_mac,
                   .truncated_hmac = t->truncated_hmac};
    uint8_t secret[WT_SECRET_MAX];
    uint32_t n = (worked_out ? x->worked_out : x->secret)(s->crypto_state, WT_SECRET_MASTER, t->random, secret);
    bool known = n == WT_MASTER_SIZE, null = suite->cipher == WT_CIPHER_NULL;
    if (known)
        memcpy(a.master, secret, WT_MASTER_SIZE);
    else if (!t->exchanged && t->resume_len == WT_MASTER_SIZE)
        memcpy(a.master, t->resume, WT_MASTER_SIZE);
    else if (!null)
        return false;
    memcpy(a.client_random, t->random, WT_RANDOM_SIZE);
    memcpy(a.server_random, t->server_random, WT_RANDOM_SIZE);
    uint8_t *stream = x->cipher(suite->cipher)->mode == WT_MODE_STREAM ? wt_pool_get(s, WT_STREAM_SIZE) : NULL;
    bool good = wt_seal_agreed(x, s->crypto_state, &a, t->client == dir, stream, out);
    if (good && null && !known && !t->resume_len)
        out->unchecked = true;
    if (good && known && t->session_id_len)
        x->session_put(s->crypto_state, t->session_id, t->session_id_len, a.master, WT_MASTER_SIZE);
    if (!good)
        wt_pool_put(s, stream, WT_STREAM_SIZE);
    x->wipe(secret, sizeof secret);
    x->wipe(&a, sizeof a);
    return good;
}

/* Keys of that epoch; false if the secret is not there or of another hash's length.  `worked_out`: not as the key log
 * has it. */
static bool fetch(wt_session *s, const wt_tls *t, int dir, uint8_t epoch, const wt_suite *suite, bool worked_out,
                  wt_seal *out) {
    const wt_crypto_ops *x = s->crypto;
    *out = (wt_seal){0};
    if (t->version && t->version < TLS13)
        return fetch_agreed(s, t, dir, suite, worked_out, out);
    uint8_t secret[WT_SECRET_MAX];
    uint32_t n = (worked_out ? x->worked_out : x->secret)(s->crypto_state, secret_of(t, dir, epoch), t->random, secret);
    bool good = n && wt_seal_secret(x, s->crypto_state, suite, secret, n, out);
    x->wipe(secret, n);
    if (!good)
        *out = (wt_seal){0};
    return good;
}

bool wt_tls_have_keys(wt_session *s, wt_tls *t, int dir) {
    wt_tls_side *side = &t->side[dir];
    wt_seal seal;
    if (side->seal.version)
        return true;
    const wt_suite *suite = wt_tls_agreed_suite(s, t);
    if (side->asked >= ASK_AT_MOST || !suite || !fetch(s, t, dir, side->epoch, suite, false, &seal))
        return false;
    seal.seq = side->seal.seq;             /* records that passed unopened count */
    side->seal = seal;
    s->crypto->wipe(&seal, sizeof seal);
    return true;
}

/* RFC 8446 §7.2 */
void wt_tls_update_keys(wt_session *s, wt_tls *t, int dir) {
    wt_seal *seal = &t->side[dir].seal;
    uint8_t next[WT_HASH_MAX];
    if (!seal->version || !seal->secret_len)
        return;
    wt_suite suite = seal->suite;
    uint32_t n = seal->secret_len;
    bool good = s->crypto->expand_label(s->crypto_state, suite.hash, seal->secret, n, "traffic upd", NULL, 0, next, n);
    wt_tls_drop_keys(s, seal);
    if (!good || !wt_seal_secret(s->crypto, s->crypto_state, &suite, next, n, seal))
        wt_tls_drop_keys(s, seal);
    s->crypto->wipe(next, sizeof next);
}

/* ---- a record --------------------------------------------------------------------------- */

typedef struct sealed {
    const uint8_t *record;                 /* its header, which the tag covers, too */
    uint32_t n;                            /* bytes after the header */
    uint8_t *out;
    wt_opened *opened;
} sealed;

static bool try_seal(wt_session *s, wt_seal *seal, uint64_t seq, const sealed *r) {
    return wt_seal_open(s->crypto, s->crypto_state, seal, seq, r->record, r->n, r->out, r->opened);
}

/* Other keys than those expected, from their first record on: the record that fits says that they are in use. */
static bool try_epoch(wt_session *s, wt_tls *t, int dir, uint8_t epoch, const wt_suite *suite, bool worked_out,
                      const sealed *r) {
    wt_seal seal;
    bool good = fetch(s, t, dir, epoch, suite, worked_out, &seal) && try_seal(s, &seal, 0, r);
    if (!good)
        wt_pool_put(s, seal.stream, WT_STREAM_SIZE);
    if (good) {
        wt_tls_enter(s, t, dir, epoch);
        t->side[dir].seal = seal;
        t->side[dir].seal.seq = 1;
    }
    s->crypto->wipe(&seal, sizeof seal);
    return good;
}

/* Early data comes before the server says which suite: the one that fits is it. */
static bool try_early(wt_session *s, wt_tls *t, int dir, const sealed *r) {
    wt_suite suite;
    for (uint16_t id = 0x1301; id <= 0x1305; id++)
        if (suite_parts(s, id, &suite) && try_epoch(s, t, dir, EPOCH_EARLY, &suite, false, r))
            return true;
    return false;
}

/* A key stream can't be tried: it goes on with each record. */
static bool with_own_keys(wt_session *s, wt_tls_side *side, const sealed *r) {
    wt_seal *seal = &side->seal;
    uint32_t further = seal->stream ? 0 : side->skipped < SKIP_AT_MOST ? side->skipped : SKIP_AT_MOST;
    for (uint32_t i = 0; i <= further; i++)
        if (try_seal(s, seal, seal->seq + i, r)) {
            seal->seq += i + 1;
            side->skipped = 0;
            return true;
        }
    return false;
}

static bool unseal(wt_session *s, wt_tls *t, int dir, const sealed *r) {
    wt_tls_side *side = &t->side[dir];
    bool may_ask = side->asked < ASK_AT_MOST;
    if (side->epoch == EPOCH_EARLY) {
        if (side->seal.version ? with_own_keys(s, side, r) : may_ask && try_early(s, t, dir, r))
            return true;
        if (!t->version)
            return false;
        wt_tls_enter(s, t, dir, EPOCH_HANDSHAKE);
    }
    if (wt_tls_have_keys(s, t, dir) && with_own_keys(s, side, r))
        return true;
    const wt_suite *suite = wt_tls_agreed_suite(s, t);
    if (!may_ask || !suite)
        return false;
    if (side->seal.version && !side->seal.seq && try_epoch(s, t, dir, side->epoch, suite, true, r))
        return true;                       /* the key log is wrong, but the private key is right */
    return t->version == TLS13 && side->epoch == EPOCH_HANDSHAKE &&
           try_epoch(s, t, dir, EPOCH_TRAFFIC, suite, false, r);
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
    const wt_crypto_ops *x = c->s->crypto;
    const char *label = x->secret_label(secret_of(t, dir, side->epoch));
    bool some = false, private_key = x->derives(c->s->crypto_state);
    x->hold(c->s->crypto_state, 0, &some);
    if (side->seal.version)
        wt_note(c,
                "can't open this record: the key log's %s for client random %s does not fit, or bytes were "
                "changed",
                label, random);
    else if (!some && !private_key)
        wt_note(c, "can't open this record: there is no key log; %s for client random %s would open it", label, random);
    else
        wt_note(c, "can't open this record: the key log has no %s for client random %s%s", label, random,
                private_key ? ", and no private key gives it" : "");
}

/* Rejected early data is passed over without a number (RFC 8446 §4.2.10). */
static bool is_rejected_early(const wt_tls *t, int dir) {
    const wt_tls_side *side = &t->side[dir];
    return t->early_offered && dir == t->client && side->epoch == EPOCH_HANDSHAKE && side->seal.seq == 0 &&
           side->seal.version;
}

bool wt_tls_open(wt_cur *c, wt_tls *t, int dir, uint32_t n, wt_opened *out, uint8_t **plain) {
    wt_session *s = c->s;
    wt_tls_side *side = &t->side[dir];
    bool early = side->epoch == EPOCH_EARLY;
    if (!s->crypto || !t->have_random || (!t->version && !early) || !n || n > TLS_RECORD_MAX || t->version == 0x0300)
        return false;
    bool known = !t->version || wt_tls_agreed_suite(s, t);
    sealed r = {wt_here(c), n, known ? wt_arena(s, n) : NULL, out};
    if (!r.out) {
        side->seal.seq++;
        if (known)
            wt_limit_hit(c, WT_LIMIT_ARENA);
        return false;
    }
    *plain = r.out;
    if (unseal(s, t, dir, &r))
        return true;
    if (is_rejected_early(t, dir))
        return false;
    if (!side->seal.version)
        wt_tls_hold(c, t, dir, n);
    side->seal.seq++;
    if (side->asked < ASK_AT_MOST)
        side->asked++;
    say_why(c, t, dir);
    return false;
}
