/* tls_walk.c - from what is known to every secret, each step compared with what a key log says and what the wire
 * proves. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tell/tls.h"

enum { TLS13 = 0x0304 };

static const char no_shared[] =
    "the ephemeral private key of one side (WIRETALE_EPHEMERAL, docs/keys.md): a key log holds only what "
    "comes later, and nothing leads back";
static const char no_psk[] =
    "the connection that gave the ticket, with its keys, or the key itself (WIRETALE_PSK, docs/keys.md)";
static const char no_transcript[] =
    "every message of the handshake up to there; some were not captured or could not be opened";

static wt_walk_step *new_step(wt_tls_walk *w, const char *name, const char *why) {
    wt_walk_step *s = &w->step[w->steps < WT_WALK_STEPS - 1 ? w->steps++ : w->steps];
    *s = (wt_walk_step){.why = why};
    snprintf(s->name, sizeof s->name, "%s", name);
    return s;
}

static void fail(wt_tls_walk *w, const char *what, const char *name) {
    if (!w->failure[0])
        snprintf(w->failure, sizeof w->failure, "%s: %s", name, what);
}

static bool hash_up_to(const wt_tls_model *m, const wt_tls_talk *t, enum wt_hash hash, uint32_t end, uint8_t *out) {
    return end && !t->cut && end <= t->transcript_len && m->crypto->hash(m->state, hash, t->transcript, end, out);
}

/* What the key log says beside what was worked out. */
static void compare(wt_tls_walk *w, wt_walk_step *s, uint32_t logged) {
    s->logged_len = (uint16_t)logged;
    if (!logged || !s->length) {
        s->origin = s->length ? WT_ORIGIN_WORKED_OUT : WT_ORIGIN_NONE;
        return;
    }
    bool same = logged == s->length && memcmp(s->logged, s->value, logged) == 0;
    s->origin = same ? WT_ORIGIN_BOTH : WT_ORIGIN_CONFLICT;
    if (!same)
        fail(w, "the key log has another value than the one worked out", s->name);
}

/* What the two shares give, from one side's private key; *foreign: there is such a key, but it fits neither share. */
static uint32_t agree(const wt_tls_model *m, const wt_tls_talk *t, uint8_t *out, bool *foreign) {
    const wt_tls_share *server = &t->share[WT_SERVER][0];
    uint32_t tried = 0;
    bool by_client;
    *foreign = false;
    for (uint32_t i = 0; i < t->shares[WT_CLIENT] && t->shares[WT_SERVER]; i++) {
        const wt_tls_share *client = &t->share[WT_CLIENT][i];
        if (client->group != server->group || !client->n || !server->n)
            continue;
        tried++;
        uint32_t n = m->crypto->agree(m->state, t->random[WT_CLIENT], server->group,
                                      (wt_span){client->bytes, client->n}, (wt_span){server->bytes, server->n}, out,
                                      &by_client);
        if (n)
            return n;
    }
    *foreign = tried && m->crypto->logged(m->state, WT_SECRET_EPHEMERAL, t->random[WT_CLIENT], out);
    return 0;
}

static const char foreign_key[] = "the private key in the key log (WIRETALE_EPHEMERAL) belongs to neither side's share";

/* ---- TLS 1.3 ---------------------------------------------------------------------------- */

static const char *const point_names[WT_POINT_COUNT] = {
    [WT_AT_CLIENT_HELLO] = "ClientHello", [WT_AT_SERVER_HELLO] = "ClientHello … ServerHello",
    [WT_AT_SERVER_FINISHED] = "ClientHello … server Finished",
    [WT_AT_CLIENT_FINISHED] = "ClientHello … client Finished"};

static void describe(const wt_step_row *row, wt_walk_step *s, const wt_schedule *k) {
    const char *from = row->from == WT_STEP_NONE ? "zeros" : wt_steps[row->from].name;
    bool with = (row->with == WT_STEP_PSK && k->psk) || (row->with == WT_STEP_SHARED && k->dhe);
    switch (row->way) {
    case WT_WAY_EXTRACT:
        snprintf(s->how, sizeof s->how, "HKDF-Extract(salt: %s, key: %s)", from,
                 with ? wt_steps[row->with].name : "zeros");
        break;
    case WT_WAY_DERIVE:
        snprintf(s->how, sizeof s->how, "Derive-Secret(%s, \"%s\", %s)", from, row->label,
                 row->point ? point_names[row->point] : "nothing");
        break;
    case WT_WAY_EXPAND:
        snprintf(s->how, sizeof s->how, "HKDF-Expand-Label(%s, \"%s\", \"\", %u)", from, row->label,
                 row->size == WT_SIZE_HASH ? k->hash_len : row->size == WT_SIZE_KEY ? k->key_len : 12u);
        break;
    default: break;
    }
    if (row->point && k->has_point[row->point]) {
        s->context_name = point_names[row->point];
        s->context_len = k->hash_len;
        memcpy(s->context, k->point[row->point], k->hash_len);
    }
}

/* The step at which the way to this one is missing, or this one if only messages are. */
static int missing(const wt_schedule *k, int step) {
    const wt_step_row *row = &wt_steps[step];
    if (row->from != WT_STEP_NONE && !k->length[row->from])
        return missing(k, row->from);
    if (row->way == WT_WAY_EXTRACT && row->with != WT_STEP_NONE && !k->length[row->with])
        return missing(k, row->with);
    return step;
}

static void say_need(const wt_schedule *k, int step, wt_walk_step *s) {
    int at = missing(k, step);
    if (at != step)
        snprintf(s->need, sizeof s->need, "the %s", wt_steps[at].name);
    else
        snprintf(s->need, sizeof s->need, "%s",
                 step == WT_STEP_SHARED ? no_shared : step == WT_STEP_PSK ? no_psk : no_transcript);
}

static bool in_play(const wt_tls_talk *t, int step) {
    switch (step) {
    case WT_STEP_PSK: case WT_STEP_BINDER: case WT_STEP_BINDER_FINISHED: return t->psk;
    case WT_STEP_C_EARLY:
    case WT_STEP_C_EARLY_KEY:
    case WT_STEP_C_EARLY_IV:
    case WT_STEP_E_EXPORTER: return t->psk && t->early;
    case WT_STEP_SHARED: return t->dhe;
    default: return true;
    }
}

/* The record that a traffic secret should open first. */
static const wt_tls_sample *opens(const wt_tls_talk *t, int step) {
    switch (step) {
    case WT_STEP_C_EARLY: return &t->first[WT_CLIENT][WT_STAGE_EARLY];
    case WT_STEP_C_HS: return &t->first[WT_CLIENT][WT_STAGE_HANDSHAKE];
    case WT_STEP_S_HS: return &t->first[WT_SERVER][WT_STAGE_HANDSHAKE];
    case WT_STEP_C_AP: return &t->first[WT_CLIENT][WT_STAGE_APPLICATION];
    case WT_STEP_S_AP: return &t->first[WT_SERVER][WT_STAGE_APPLICATION];
    default: return NULL;
    }
}

static bool try_record(const wt_tls_model *m, wt_seal *seal, const wt_tls_sample *sample) {
    wt_opened inside;
    uint8_t *out = malloc(sample->n);
    bool fits = out && wt_seal_open(m->crypto, m->state, seal, sample->seq, sample->bytes, sample->n - WT_RECORD_HEADER,
                                    out, &inside);
    free(out);
    return fits;
}

static void try_secret(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, int step, wt_walk_step *s) {
    const wt_tls_sample *sample = opens(t, step);
    wt_seal seal;
    if (!sample || !sample->bytes || !s->length || sample->n > 20000 ||
        !wt_seal_secret(m->crypto, m->state, &w->suite, s->value, s->length, &seal))
        return;
    s->tried = true;
    s->tried_frame = sample->frame;
    s->fits = try_record(m, &seal, sample);
    if (!s->fits)
        fail(w, "it does not open the first record that it should", s->name);
    m->crypto->wipe(&seal, sizeof seal);
}

/* Inputs as the key log has them, or as they were worked out while reading. */
static void give_inputs(const wt_tls_model *m, const wt_tls_talk *t, wt_schedule *k) {
    uint8_t secret[WT_SECRET_MAX];
    bool foreign;
    uint32_t n = m->crypto->secret(m->state, WT_SECRET_SHARED, t->random[WT_CLIENT], secret);
    if (!n)
        n = agree(m, t, secret, &foreign);
    if (n && t->dhe)
        wt_schedule_give(k, WT_STEP_SHARED, secret, n);
    n = m->crypto->secret(m->state, WT_SECRET_PSK, t->random[WT_CLIENT], secret);
    if (n && t->psk)
        wt_schedule_give(k, WT_STEP_PSK, secret, n);
    m->crypto->wipe(secret, sizeof secret);
}

static void input_step(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, int step, wt_walk_step *s) {
    uint8_t key[WT_SECRET_MAX];
    bool shared = step == WT_STEP_SHARED, foreign = false;
    uint32_t logged = m->crypto->logged(m->state, wt_steps[step].logged, t->random[WT_CLIENT], s->logged);
    s->origin = logged ? WT_ORIGIN_LOGGED : s->length ? WT_ORIGIN_WORKED_OUT : WT_ORIGIN_NONE;
    if (shared && s->length && !logged)
        snprintf(s->how, sizeof s->how, "(EC)DHE: one side's private key (in the key log), the other side's share; %s",
                 wt_tls_name(m, WANT_GROUP, t->group));
    else if (s->length && !logged)
        snprintf(s->how, sizeof s->how,
                 "HKDF-Expand-Label(resumption secret of the connection that gave the ticket, \"resumption\", "
                 "the ticket's nonce)");
    if (shared && !s->length && !agree(m, t, key, &foreign) && foreign)
        fail(w, foreign_key, s->name);
    m->crypto->wipe(key, sizeof key);
}

/* One more step behind the table's, from a secret in it. */
static void further(const wt_tls_model *m, const wt_tls_walk *w, wt_walk_step *s, const uint8_t *from, uint32_t n,
                    const char *label, const uint8_t *context, uint32_t context_len) {
    if (n && m->crypto->expand_label(m->state, w->suite.hash, from, n, label, context, context_len, s->value, n)) {
        s->length = (uint16_t)n;
        s->origin = WT_ORIGIN_WORKED_OUT;
    }
}

/* Each key update makes the next traffic secret (RFC 8446 §7.2). */
static void updates(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_schedule *k, int side) {
    enum wt_step first = side == WT_CLIENT ? WT_STEP_C_AP : WT_STEP_S_AP;
    const uint8_t *from = k->value[first];
    for (uint32_t i = 1; i <= t->updates[side] && i <= WT_TALK_UPDATES; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s application traffic secret %u", side == WT_CLIENT ? "client" : "server", i);
        wt_walk_step *s = new_step(w, name, "After a KeyUpdate: whoever learns it can't go back to the one before.");
        snprintf(s->how, sizeof s->how, "HKDF-Expand-Label(the secret before it, \"traffic upd\", \"\", %u)",
                 k->hash_len);
        further(m, w, s, from, k->length[first], "traffic upd", NULL, 0);
        if (!s->length)
            snprintf(s->need, sizeof s->need, "the secret before it");
        from = s->value;
    }
}

/* Each ticket stands for a pre-shared key (RFC 8446 §4.6.1). */
static void tickets(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_schedule *k) {
    for (uint32_t i = 0; i < t->tickets; i++) {
        char name[64];
        snprintf(name, sizeof name, "pre-shared key of the ticket in frame %llu",
                 (unsigned long long)t->ticket_frame[i]);
        wt_walk_step *s = new_step(w, name, "The connection that presents this ticket begins with it.");
        snprintf(s->how, sizeof s->how, "HKDF-Expand-Label(resumption secret, \"resumption\", the ticket's nonce, %u)",
                 k->hash_len);
        further(m, w, s, k->value[WT_STEP_RESUMPTION], k->length[WT_STEP_RESUMPTION], "resumption", t->nonce[i],
                t->nonce_len[i]);
        if (!s->length)
            snprintf(s->need, sizeof s->need, "the resumption secret");
    }
}

static void walk13(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, wt_schedule *k) {
    const wt_crypto_ops *x = m->crypto;
    bool derived[WT_STEP_COUNT];
    *k = (wt_schedule){.hash = w->suite.hash, .hash_len = (uint8_t)x->hash_size(w->suite.hash),
                       .key_len = x->cipher(w->suite.cipher)->key, .psk = t->psk, .dhe = t->dhe};
    for (int i = 1; i < WT_POINT_COUNT; i++)
        k->has_point[i] = hash_up_to(m, t, w->suite.hash, t->point[i], k->point[i]);
    give_inputs(m, t, k);
    wt_schedule_run(x, m->state, k);
    for (int i = 0; i < WT_STEP_COUNT; i++) {
        uint8_t secret[WT_SECRET_MAX];
        uint32_t n = wt_steps[i].logged < WT_SECRET_COUNT
                         ? x->logged(m->state, wt_steps[i].logged, t->random[WT_CLIENT], secret) : 0;
        derived[i] = k->length[i];
        if (n == k->hash_len && !derived[i])
            wt_schedule_give(k, (enum wt_step)i, secret, n);
    }
    wt_schedule_run(x, m->state, k);
    for (int i = 0; i < WT_STEP_COUNT; i++) {
        const wt_step_row *row = &wt_steps[i];
        if (!in_play(t, i))
            continue;
        wt_walk_step *s = new_step(w, row->name, row->why);
        describe(row, s, k);
        s->length = k->length[i];
        memcpy(s->value, wt_schedule_value(k, (enum wt_step)i), s->length);
        uint32_t logged = row->logged < WT_SECRET_COUNT
                              ? x->logged(m->state, row->logged, t->random[WT_CLIENT], s->logged) : 0;
        if (row->way == WT_WAY_INPUT)
            input_step(m, t, w, i, s);
        else if (logged && !derived[i] && s->length)
            s->origin = WT_ORIGIN_LOGGED;
        else
            compare(w, s, logged);
        if (!s->length)
            say_need(k, i, s);
        try_secret(m, t, w, i, s);
    }
    updates(m, t, w, k, WT_CLIENT);
    updates(m, t, w, k, WT_SERVER);
    tickets(m, t, w, k);
}

/* ---- proofs ----------------------------------------------------------------------------- */

static wt_walk_proof *new_proof(wt_tls_walk *w, const char *name, const char *why, const uint8_t *sent, uint8_t n) {
    wt_walk_proof *p = &w->proof[w->proofs++];
    *p = (wt_walk_proof){.name = name, .why = why, .length = n};
    memcpy(p->sent, sent, n);
    return p;
}

static void judge(wt_tls_walk *w, wt_walk_proof *p, bool computed, const char *need) {
    p->computed = computed;
    p->need = computed ? NULL : need;
    if (computed && memcmp(p->sent, p->expected, p->length) != 0)
        fail(w, "what was sent is not what it should be", p->name);
}

static void prove13(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_schedule *k, int side) {
    static const char *const whose[] = {"client Finished", "server Finished"};
    static const char *const why[] = {
        "The client proves the same, its own messages included.",
        "The server proves that it has the keys and saw the same messages as the client."};
    enum wt_step key = side == WT_CLIENT ? WT_STEP_C_FINISHED : WT_STEP_S_FINISHED;
    uint8_t hash[WT_HASH_MAX];
    wt_walk_proof *p = new_proof(w, whose[side], why[side], t->verify[side], t->verify_len[side]);
    snprintf(p->how, sizeof p->how, "HMAC(%s, Hash(all messages before it))", wt_steps[key].name);
    wt_span over = {hash, k->hash_len};
    bool hashed = p->length == k->hash_len && hash_up_to(m, t, w->suite.hash, t->verify_at[side], hash);
    bool good = hashed && k->length[key] &&
                m->crypto->hmac(m->state, w->suite.hash, k->value[key], k->hash_len, &over, 1, p->expected);
    judge(w, p, good, !p->length ? "the message itself: it was not captured or could not be opened"
                      : !hashed  ? no_transcript
                                 : "the finished key");
}

/* Its key comes from what seals the client's data by then (RFC 8446 §4.4). */
static void prove_late(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_schedule *k) {
    const wt_crypto_ops *x = m->crypto;
    enum wt_hash by = w->suite.hash;
    uint8_t secret[WT_HASH_MAX], key[WT_HASH_MAX], hash[WT_HASH_MAX];
    wt_walk_proof *p = new_proof(w, "client Finished, asked for later",
                                 "The client proves who it is after the handshake; the server asked.", t->late,
                                 t->late_len);
    snprintf(p->how, sizeof p->how,
             "HMAC(HKDF-Expand-Label(client application traffic secret %u, \"finished\", \"\", %u), "
             "Hash(handshake, and all asked and said since))",
             t->late_updates, k->hash_len);
    bool good = k->length[WT_STEP_C_AP] == k->hash_len && p->length == k->hash_len &&
                hash_up_to(m, t, by, t->late_at, hash);
    memcpy(secret, k->value[WT_STEP_C_AP], sizeof secret);
    for (uint32_t i = 0; good && i < t->late_updates; i++) {
        good = x->expand_label(m->state, by, secret, k->hash_len, "traffic upd", NULL, 0, key, k->hash_len);
        memcpy(secret, key, sizeof secret);
    }
    wt_span over = {hash, k->hash_len};
    good = good && x->expand_label(m->state, by, secret, k->hash_len, "finished", NULL, 0, key, k->hash_len) &&
           x->hmac(m->state, by, key, k->hash_len, &over, 1, p->expected);
    x->wipe(secret, sizeof secret);
    x->wipe(key, sizeof key);
    judge(w, p, good, "the client's application traffic secret, and every message up to here");
}

static void prove_binder(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_schedule *k) {
    uint8_t hash[WT_HASH_MAX];
    wt_walk_proof *p = new_proof(w, "binder", "The client proves that it knows the pre-shared key.", t->binder,
                                 t->binder_len);
    snprintf(p->how, sizeof p->how, "HMAC(%s, Hash(ClientHello without its binders))",
             wt_steps[WT_STEP_BINDER_FINISHED].name);
    wt_span over = {hash, k->hash_len};
    bool good = p->length == k->hash_len && hash_up_to(m, t, w->suite.hash, t->cut_hello, hash) &&
                k->length[WT_STEP_BINDER_FINISHED] &&
                m->crypto->hmac(m->state, w->suite.hash, k->value[WT_STEP_BINDER_FINISHED], k->hash_len, &over, 1,
                                p->expected);
    judge(w, p, good, "the binder's finished key");
}

static void prove12(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_walk_step *master, int side) {
    static const char *const whose[] = {"client Finished", "server Finished"};
    static const char *const labels[] = {"client finished", "server finished"};
    uint8_t hash[WT_HASH_MAX];
    enum wt_hash how = wt_prf_hash(t->version, &w->suite);
    wt_walk_proof *p = new_proof(w, whose[side],
                                 side == WT_CLIENT ? "The client proves that it has the keys and saw the same messages."
                                                   : "The server proves the same.",
                                 t->verify[side], t->verify_len[side]);
    snprintf(p->how, sizeof p->how, "PRF(master secret, \"%s\", Hash(all messages before it))", labels[side]);
    bool hashed = p->length && hash_up_to(m, t, how, t->verify_at[side], hash);
    bool good = hashed && master->length &&
                m->crypto->prf(m->state, how, master->value, WT_MASTER_SIZE, labels[side], hash,
                               m->crypto->hash_size(how), p->expected, p->length);
    judge(w, p, good, !p->length ? "the message itself: it was not captured or could not be opened"
                      : !hashed  ? no_transcript
                                 : "the master secret");
}

/* ---- TLS 1.2 and earlier ---------------------------------------------------------------- */

static bool derive_master(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, const wt_walk_step *premaster,
                          wt_walk_step *s) {
    enum wt_hash hash = wt_prf_hash(t->version, &w->suite);
    uint8_t seed[2 * WT_RANDOM_SIZE];
    uint32_t n = sizeof seed;
    memcpy(seed, t->random[WT_CLIENT], WT_RANDOM_SIZE);
    memcpy(seed + WT_RANDOM_SIZE, t->random[WT_SERVER], WT_RANDOM_SIZE);
    if (t->extended_master) {
        if (!hash_up_to(m, t, hash, t->point[WT_AT_CLIENT_HELLO], seed))
            return false;
        n = m->crypto->hash_size(hash);
        s->context_name = "ClientHello … ClientKeyExchange";
        s->context_len = (uint8_t)n;
        memcpy(s->context, seed, n);
    }
    return premaster->length &&
           wt_master_secret(m->crypto, m->state, hash, (wt_span){premaster->value, premaster->length},
                            t->extended_master, (wt_span){seed, n}, s->value);
}

static uint32_t premaster_of(const wt_tls_model *m, const wt_tls_talk *t, const wt_tls_walk *w, uint8_t *out,
                             bool *foreign) {
    uint32_t n = m->crypto->secret(m->state, WT_SECRET_PREMASTER, t->random[WT_CLIENT], out);
    *foreign = false;
    if (n)
        return n;
    if (w->suite.exchange == WT_EXCHANGE_RSA)
        return m->crypto->premaster(m->state, t->encrypted.bytes, t->encrypted.n, t->offered, out) ? WT_MASTER_SIZE : 0;
    return agree(m, t, out, foreign);
}

static wt_walk_step *master_step(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w) {
    const wt_crypto_ops *x = m->crypto;
    wt_walk_step *pre = NULL;
    bool foreign = false;
    if (t->exchanged) {
        pre = new_step(w, "premaster secret", "What the key exchange gave both sides; an onlooker can't compute it.");
        pre->length = (uint16_t)premaster_of(m, t, w, pre->value, &foreign);
        pre->origin = pre->length ? WT_ORIGIN_WORKED_OUT : WT_ORIGIN_NONE;
        snprintf(pre->how, sizeof pre->how, "%s", w->suite.exchange == WT_EXCHANGE_RSA
                 ? "decrypted from the ClientKeyExchange, which is encrypted to the server's RSA key"
                 : "(EC)DHE: one side's private key, the other side's share");
        if (!pre->length)
            snprintf(pre->need, sizeof pre->need, "%s or PMS_CLIENT_RANDOM in a key log",
                     w->suite.exchange == WT_EXCHANGE_RSA ? "the server's RSA key (--rsa-key)"
                     : w->suite.exchange == WT_EXCHANGE_ECDHE
                         ? "the ephemeral private key of one side (WIRETALE_EPHEMERAL, docs/keys.md)"
                         : "what the key exchange gave,");
        if (foreign)
            fail(w, foreign_key, pre->name);
    }
    wt_walk_step *s = new_step(w, "master secret",
                               "All keys of this session come from it; a resumed session uses it again.");
    uint32_t logged = x->logged(m->state, WT_SECRET_MASTER, t->random[WT_CLIENT], s->logged);
    snprintf(s->how, sizeof s->how, !t->exchanged ? "the resumed session's"
             : t->extended_master ? "PRF(premaster secret, \"extended master secret\", Hash(messages))"
                                  : "PRF(premaster secret, \"master secret\", client random + server random)");
    if (pre && derive_master(m, t, w, pre, s)) {
        s->length = WT_MASTER_SIZE;
        compare(w, s, logged);
    } else {
        s->length = (uint16_t)x->secret(m->state, WT_SECRET_MASTER, t->random[WT_CLIENT], s->value);
        s->origin = logged ? WT_ORIGIN_LOGGED : s->length ? WT_ORIGIN_WORKED_OUT : WT_ORIGIN_NONE;
        if (!s->length)
            snprintf(s->need, sizeof s->need, "the premaster secret, or CLIENT_RANDOM in a key log");
    }
    return s;
}

static void agreed_of(const wt_tls_talk *t, const wt_tls_walk *w, const wt_walk_step *master, wt_agreed *a) {
    *a = (wt_agreed){.version = t->version, .suite = w->suite, .encrypt_then_mac = t->encrypt_then_mac,
                     .truncated_hmac = t->truncated_hmac};
    memcpy(a->master, master->value, WT_MASTER_SIZE);
    memcpy(a->client_random, t->random[WT_CLIENT], WT_RANDOM_SIZE);
    memcpy(a->server_random, t->random[WT_SERVER], WT_RANDOM_SIZE);
}

static void key_block_steps(const wt_tls_model *m, const wt_agreed *a, wt_tls_walk *w) {
    static const struct {
        const char *name, *why;
    } parts[] = {{"client MAC key", "The client's records are protected against changes with it."},
                 {"server MAC key", "The same for the server's."},
                 {"client key", "The cipher's key for what the client sends."},
                 {"server key", "The cipher's key for what the server sends."},
                 {"client IV", "Where the client's nonces, or in TLS 1.0 its first record, begin."},
                 {"server IV", "The same for the server's."}};
    wt_key_block block;
    if (!wt_key_block_make(m->crypto, m->state, a, &block))
        return;
    uint32_t n = 2u * ((uint32_t)block.mac + block.key + block.iv), at = 0;
    wt_walk_step *s = new_step(w, "key block", "As many bytes as the keys of both directions need.");
    snprintf(s->how, sizeof s->how, "PRF(master secret, \"key expansion\", server random + client random)");
    s->length = (uint16_t)n;
    s->origin = WT_ORIGIN_WORKED_OUT;
    memcpy(s->value, block.bytes, n);
    for (int i = 0; i < 6; i++) {
        uint8_t size = i < 2 ? block.mac : i < 4 ? block.key : block.iv;
        if (!size)
            continue;
        s = new_step(w, parts[i].name, parts[i].why);
        snprintf(s->how, sizeof s->how, "bytes %u to %u of the key block", at, at + size - 1);
        s->length = size;
        s->origin = WT_ORIGIN_WORKED_OUT;
        memcpy(s->value, block.bytes + at, size);
        at += size;
    }
    m->crypto->wipe(&block, sizeof block);
}

static void try_master(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w, wt_walk_step *s,
                       const wt_agreed *a) {
    for (int side = 0; side < 2 && (!s->tried || s->fits); side++) {
        const wt_tls_sample *sample = &t->first[side][WT_STAGE_APPLICATION];
        uint8_t stream[WT_STREAM_SIZE];
        wt_seal seal;
        if (!sample->bytes || !wt_seal_agreed(m->crypto, m->state, a, side == WT_CLIENT, stream, &seal))
            continue;
        s->tried = true;
        s->tried_frame = sample->frame;
        s->fits = try_record(m, &seal, sample);
        m->crypto->wipe(&seal, sizeof seal);
    }
    if (s->tried && !s->fits)
        fail(w, "keys made of it do not open the first record that they should", s->name);
}

static void walk12(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w) {
    wt_walk_step *master = master_step(m, t, w);
    wt_agreed a;
    agreed_of(t, w, master, &a);
    if (master->length == WT_MASTER_SIZE) {
        try_master(m, t, w, master, &a);
        key_block_steps(m, &a, w);
    }
    for (int i = 0; i < 2; i++)            /* a resumed session's server is the first to finish */
        prove12(m, t, w, master, t->exchanged ? i : !i);
    m->crypto->wipe(&a, sizeof a);
}

/* ---- all of it -------------------------------------------------------------------------- */

static bool is_complete(const wt_tls_walk *w) {
    for (uint32_t i = 0; i < w->steps; i++)
        if (!w->step[i].length)
            return false;
    for (uint32_t i = 0; i < w->proofs; i++)
        if (!w->proof[i].computed)
            return false;
    return w->steps && !w->failure[0];
}

wt_tls_walk *wt_tls_walk_new(const wt_tls_model *m, const wt_tls_talk *t) {
    wt_tls_walk *w = calloc(1, sizeof *w);
    if (!w || !t->answered)
        return w;
    w->suite_name = wt_tls_name(m, WANT_SUITE, t->suite);
    w->suite_known = m->crypto && m->crypto->suite(w->suite_name, &w->suite);
    if (!w->suite_known)
        return w;
    w->wipe = m->crypto->wipe;
    if (t->version == TLS13) {
        wt_schedule k;
        walk13(m, t, w, &k);
        if (t->psk)
            prove_binder(m, t, w, &k);
        prove13(m, t, w, &k, WT_SERVER);
        prove13(m, t, w, &k, WT_CLIENT);
        if (t->late_len)
            prove_late(m, t, w, &k);
        m->crypto->wipe(&k, sizeof k);
    } else {
        walk12(m, t, w);
    }
    wt_tls_walk_record(m, t, w);
    w->complete = is_complete(w);
    return w;
}

void wt_tls_walk_free(wt_tls_walk *w) {
    if (!w)
        return;
    free(w->record.plain);
    if (w->wipe)
        w->wipe(w, sizeof *w);
    free(w);
}
