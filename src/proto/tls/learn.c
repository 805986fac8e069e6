/* learn.c - what keys need to know of the handshake: randoms, extensions, sessions; and where private keys are known,
 * the transcript, from which the secrets are derived and kept as if a key log had had them.
 *
 * Everything here looks without emitting; the messages were told when they were read. */
#include "core/schedule.h"
#include "proto/tls/tls.h"

enum { TLS13 = 0x0304, EXT_TRUNCATED_HMAC = 4, EXT_ENCRYPT_THEN_MAC = 22, EXT_EXTENDED_MASTER = 23, EXT_TICKET = 35,
       EXT_PSK = 41, EXT_KEY_SHARE = 51, HELLO_FIXED = 2 + WT_RANDOM_SIZE, NAMED_CURVE = 3 };

typedef struct wt_tls_learned {
    uint8_t *bytes;                        /* the handshake's messages so far */
    uint32_t len, cap;
    uint32_t client_hello, server_exchange;/* where in them the last ClientHello, ServerKeyExchange begins */
    bool has_exchange, over;
    bool psk, dhe;                         /* TLS 1.3: what the server chose */
    bool has_point[WT_POINT_COUNT];
    uint8_t point[WT_POINT_COUNT][WT_HASH_MAX];
    uint8_t resumption[WT_HASH_MAX], resumption_len;
} wt_tls_learned;

void wt_tls_forget(wt_session *s, wt_tls *t) {
    if (!t->learned)
        return;
    wt_pool_put(s, t->learned->bytes, t->learned->cap);
    s->crypto->wipe(t->learned, sizeof *t->learned);
    wt_pool_put(s, t->learned, sizeof *t->learned);
    t->learned = NULL;
}

/* ---- looking ---------------------------------------------------------------------------- */

static uint64_t number(wt_cur *m, uint32_t n) {
    uint64_t v = wt_look(m, 0, n);
    wt_sub(m, n);
    return v;
}

/* What a length of n bytes is in front of. */
static wt_cur vector(wt_cur *m, uint32_t n) { return wt_sub(m, (uint32_t)number(m, n)); }

static wt_span piece_of(const wt_cur *m) { return (wt_span){wt_here(m), wt_left_captured(m)}; }

/* A hello's extensions, past all that is in front of them. */
static wt_cur extensions(wt_cur m, bool client) {
    wt_sub(&m, 4 + HELLO_FIXED);
    vector(&m, 1);
    if (client) {
        vector(&m, 2);
        vector(&m, 1);
    } else {
        wt_sub(&m, 3);
    }
    return vector(&m, 2);
}

static bool extension(wt_cur list, uint16_t type, wt_cur *out) {
    while (wt_left_captured(&list) >= 4) {
        uint64_t this = number(&list, 2);
        wt_cur body = vector(&list, 2);
        if (this == type) {
            *out = body;
            return true;
        }
    }
    return false;
}

/* ---- the transcript --------------------------------------------------------------------- */

static void add(wt_session *s, wt_tls_learned *l, const uint8_t *p, uint32_t n) {
    if (l->over || n > s->limit[WT_LIMIT_HANDSHAKE] - l->len) {
        l->over = true;
        return;
    }
    if (l->cap - l->len < n) {
        uint32_t cap = l->cap ? l->cap : 4096;
        while (cap - l->len < n)
            cap *= 2;
        uint8_t *bigger = wt_pool_buffer(s, cap);
        if (!bigger) {
            l->over = true;
            return;
        }
        if (l->len)
            memcpy(bigger, l->bytes, l->len);
        wt_pool_put(s, l->bytes, l->cap);
        l->bytes = bigger;
        l->cap = cap;
    }
    memcpy(l->bytes + l->len, p, n);
    l->len += n;
}

/* With a hello retry request the first ClientHello is replaced by its hash (RFC 8446 §4.4.1). */
static void replace_first_hello(wt_session *s, wt_tls_learned *l, enum wt_hash hash) {
    uint8_t message[4 + WT_HASH_MAX] = {254, 0, 0, (uint8_t)s->crypto->hash_size(hash)};
    if (l->over || !s->crypto->hash(s->crypto_state, hash, l->bytes, l->len, message + 4))
        return;
    l->len = 0;
    add(s, l, message, 4u + message[3]);
}

static void mark(wt_session *s, wt_tls_learned *l, enum wt_hash hash, enum wt_point point) {
    l->has_point[point] = !l->over && s->crypto->hash(s->crypto_state, hash, l->bytes, l->len, l->point[point]);
}

/* A kept message to look at. */
static wt_cur kept(const wt_cur *c, const wt_tls_learned *l, uint32_t at) {
    wt_cur m = {.s = c->s, .data = l->bytes, .pos = at, .end = l->len, .cap = l->len};
    return m;
}

/* ---- TLS 1.3 ---------------------------------------------------------------------------- */

/* Keep a secret, or say that there is no room for it. */
static void keep(wt_session *s, const wt_tls *t, enum wt_secret kind, const uint8_t *secret, uint32_t n) {
    if (!s->crypto->keep(s->crypto_state, kind, t->random, secret, n))
        wt_say_shortage(s);
}

/* All that follows by now. */
static void derive(wt_session *s, wt_tls *t, const wt_suite *suite) {
    static const enum wt_step kept_steps[] = {WT_STEP_SHARED, WT_STEP_PSK,  WT_STEP_C_EARLY, WT_STEP_C_HS,
                                              WT_STEP_S_HS,   WT_STEP_C_AP, WT_STEP_S_AP};
    const wt_crypto_ops *x = s->crypto;
    wt_tls_learned *l = t->learned;
    wt_schedule k = {.hash = suite->hash, .hash_len = (uint8_t)x->hash_size(suite->hash),
                     .key_len = x->cipher(suite->cipher)->key, .psk = l->psk, .dhe = l->dhe};
    uint8_t secret[WT_SECRET_MAX];
    uint32_t n = x->secret(s->crypto_state, WT_SECRET_PSK, t->random, secret);
    if (l->psk && n)
        wt_schedule_give(&k, WT_STEP_PSK, secret, n);
    else if (l->psk && t->resume_len)
        wt_schedule_give(&k, WT_STEP_PSK, t->resume, t->resume_len);
    n = l->dhe ? x->secret(s->crypto_state, WT_SECRET_SHARED, t->random, secret) : 0;
    if (n)
        wt_schedule_give(&k, WT_STEP_SHARED, secret, n);
    memcpy(k.has_point, l->has_point, sizeof k.has_point);
    memcpy(k.point, l->point, sizeof k.point);
    wt_schedule_run(x, s->crypto_state, &k);
    for (size_t i = 0; i < sizeof kept_steps / sizeof *kept_steps; i++)
        keep(s, t, wt_steps[kept_steps[i]].logged, wt_schedule_value(&k, kept_steps[i]), k.length[kept_steps[i]]);
    l->resumption_len = (uint8_t)k.length[WT_STEP_RESUMPTION];
    memcpy(l->resumption, k.value[WT_STEP_RESUMPTION], WT_HASH_MAX);
    x->wipe(secret, sizeof secret);
    x->wipe(&k, sizeof k);
}

/* The secret that both key shares give, if one side's private key is known. */
static void agree(const wt_cur *c, wt_tls *t, wt_cur server_share) {
    wt_session *s = c->s;
    uint16_t group = (uint16_t)number(&server_share, 2);
    wt_cur server = vector(&server_share, 2), list, shares;
    if (!extension(extensions(kept(c, t->learned, t->learned->client_hello), true), EXT_KEY_SHARE, &list))
        return;
    shares = vector(&list, 2);
    while (wt_left_captured(&shares) >= 4) {
        bool this = number(&shares, 2) == group;
        wt_cur client = vector(&shares, 2);
        if (!this)
            continue;
        uint8_t secret[WT_SECRET_MAX];
        bool by_client;
        uint32_t n = s->crypto->agree(s->crypto_state, t->random, group, piece_of(&client), piece_of(&server), secret,
                                      &by_client);
        if (n)
            keep(s, t, WT_SECRET_SHARED, secret, n);
        s->crypto->wipe(secret, sizeof secret);
        return;                            /* no group has two shares (RFC 8446 §4.2.8) */
    }
}

static void derive_from_server_hello(const wt_cur *c, wt_tls *t, const wt_suite *suite) {
    wt_tls_learned *l = t->learned;
    wt_cur list = extensions(*c, false), found;
    l->psk = extension(list, EXT_PSK, &found);
    l->dhe = extension(list, EXT_KEY_SHARE, &found);
    if (l->dhe)
        agree(c, t, found);
    mark(c->s, l, suite->hash, WT_AT_SERVER_HELLO);
    derive(c->s, t, suite);
}

/* Before the server answers only the pre-shared key's length tells the hash. */
static void derive_early(wt_session *s, wt_tls *t) {
    uint8_t secret[WT_SECRET_MAX];
    uint32_t n = s->crypto->secret(s->crypto_state, WT_SECRET_PSK, t->random, secret);
    wt_suite suite;
    n = n ? n : t->resume_len;
    s->crypto->wipe(secret, sizeof secret);
    if (!n || !s->crypto->suite(n == 48 ? "TLS_AES_256_GCM_SHA384" : "TLS_AES_128_GCM_SHA256", &suite))
        return;
    t->learned->psk = true;
    mark(s, t->learned, suite.hash, WT_AT_CLIENT_HELLO);
    derive(s, t, &suite);
}

/* A ticket's pre-shared key (RFC 8446 §4.6.1). */
static void learn_ticket13(const wt_cur *c, wt_tls *t, const wt_suite *suite) {
    wt_session *s = c->s;
    wt_cur m = *c;
    wt_sub(&m, 4 + 8);
    wt_cur nonce = vector(&m, 1), ticket = vector(&m, 2);
    uint8_t psk[WT_HASH_MAX];
    uint32_t n = t->learned ? t->learned->resumption_len : 0;
    if (n && s->crypto->expand_label(s->crypto_state, suite->hash, t->learned->resumption, n, "resumption",
                                     wt_here(&nonce), wt_left_captured(&nonce), psk, n))
        s->crypto->session_put(s->crypto_state, wt_here(&ticket), wt_left_captured(&ticket), psk, n);
    s->crypto->wipe(psk, sizeof psk);
}

static void learn_finished(wt_session *s, wt_tls *t, int dir, const wt_suite *suite) {
    wt_tls_learned *l = t->learned;
    mark(s, l, suite->hash, dir == t->client ? WT_AT_CLIENT_FINISHED : WT_AT_SERVER_FINISHED);
    derive(s, t, suite);
    if (dir != t->client)
        return;
    wt_pool_put(s, l->bytes, l->cap);      /* the handshake is over */
    l->bytes = NULL;
    l->len = l->cap = 0;
}

/* ---- TLS 1.2 and earlier ---------------------------------------------------------------- */

static uint32_t premaster_of(const wt_cur *c, wt_tls *t, const wt_suite *suite, uint8_t *out) {
    wt_session *s = c->s;
    wt_tls_learned *l = t->learned;
    wt_cur m = *c, hello = kept(c, l, l->client_hello), exchange = kept(c, l, l->server_exchange);
    uint32_t n = s->crypto->secret(s->crypto_state, WT_SECRET_PREMASTER, t->random, out);
    if (n)
        return n;
    wt_sub(&m, 4);
    if (suite->exchange == WT_EXCHANGE_RSA) {
        wt_cur encrypted = vector(&m, 2);
        bool good = s->crypto->premaster(s->crypto_state, wt_here(&encrypted), wt_left_captured(&encrypted),
                                         (uint16_t)wt_look(&hello, 4, 2), out);
        return good ? WT_MASTER_SIZE : 0;
    }
    wt_sub(&exchange, 4);
    if (suite->exchange != WT_EXCHANGE_ECDHE || !l->has_exchange || number(&exchange, 1) != NAMED_CURVE)
        return 0;
    uint16_t group = (uint16_t)number(&exchange, 2);
    wt_cur server = vector(&exchange, 1), client = vector(&m, 1);
    bool by_client;
    return s->crypto->agree(s->crypto_state, t->random, group, piece_of(&client), piece_of(&server), out, &by_client);
}

static void derive_master(const wt_cur *c, wt_tls *t, const wt_suite *suite) {
    wt_session *s = c->s;
    const wt_crypto_ops *x = s->crypto;
    uint8_t premaster[WT_SECRET_MAX], master[WT_MASTER_SIZE], seed[2 * WT_RANDOM_SIZE];
    enum wt_hash hash = wt_prf_hash(t->version, suite);
    uint32_t n = premaster_of(c, t, suite, premaster), seed_len = sizeof seed;
    memcpy(seed, t->random, WT_RANDOM_SIZE);
    memcpy(seed + WT_RANDOM_SIZE, t->server_random, WT_RANDOM_SIZE);
    bool good = n > 0;
    if (t->extended_master) {              /* RFC 7627 §3: over all messages up to this one */
        good = good && !t->learned->over && x->hash(s->crypto_state, hash, t->learned->bytes, t->learned->len, seed);
        seed_len = x->hash_size(hash);
    }
    if (good && wt_master_secret(x, s->crypto_state, hash, (wt_span){premaster, n}, t->extended_master,
                                 (wt_span){seed, seed_len}, master)) {
        keep(s, t, WT_SECRET_PREMASTER, premaster, n);
        keep(s, t, WT_SECRET_MASTER, master, WT_MASTER_SIZE);
    }
    x->wipe(premaster, sizeof premaster);
    x->wipe(master, sizeof master);
}

static void learn_ticket12(const wt_cur *c, wt_tls *t) {
    wt_session *s = c->s;
    wt_cur m = *c;
    uint8_t secret[WT_SECRET_MAX];
    wt_sub(&m, 4 + 4);
    wt_cur ticket = vector(&m, 2);
    uint32_t n = s->crypto->secret(s->crypto_state, WT_SECRET_MASTER, t->random, secret);
    if (n)
        s->crypto->session_put(s->crypto_state, wt_here(&ticket), wt_left_captured(&ticket), secret, n);
    else if (t->resume_len)
        s->crypto->session_put(s->crypto_state, wt_here(&ticket), wt_left_captured(&ticket), t->resume, t->resume_len);
    s->crypto->wipe(secret, sizeof secret);
}

/* ---- hellos ----------------------------------------------------------------------------- */

/* What the client wants to resume: the first identity, the ticket, or the session id. */
static void learn_session(const wt_cur *c, wt_tls *t) {
    wt_session *s = c->s;
    wt_cur list = extensions(*c, true), found, name = *c;
    wt_sub(&name, 4 + HELLO_FIXED);
    name = vector(&name, 1);
    if (extension(list, EXT_PSK, &found)) {
        wt_cur identities = vector(&found, 2);
        name = vector(&identities, 2);
    } else if (extension(list, EXT_TICKET, &found) && wt_left_captured(&found)) {
        name = found;
    }
    t->resume_len = (uint8_t)s->crypto->session_get(s->crypto_state, wt_here(&name), wt_left_captured(&name),
                                                    t->resume);
}

static void learn_client_hello(const wt_cur *c, wt_tls *t, uint32_t length) {
    wt_session *s = c->s;
    bool again = t->retry;
    t->exchanged = false;
    learn_session(c, t);
    if (!s->crypto->derives(s->crypto_state))
        return;
    if (!t->learned && !(t->learned = wt_pool_get(s, sizeof *t->learned)))
        return;
    wt_tls_learned *l = t->learned;
    if (!again)
        l->len = 0;
    l->over = l->has_exchange = false;
    memset(l->has_point, 0, sizeof l->has_point);
    l->client_hello = l->len;
    add(s, l, wt_here(c), length);
    derive_early(s, t);
}

/* Of a hello in the form of SSL 2 only the version is of use later. */
void wt_tls_learn_old_hello(wt_session *s, wt_tls *t, uint16_t version) {
    const uint8_t like_now[] = {HS_CLIENT_HELLO, 0, 0, 2, (uint8_t)(version >> 8), (uint8_t)version};
    t->exchanged = false;
    t->resume_len = 0;
    if (!s->crypto || !s->crypto->derives(s->crypto_state) || t->learned ||
        !(t->learned = wt_pool_get(s, sizeof *t->learned)))
        return;
    add(s, t->learned, like_now, sizeof like_now);
}

static void learn_server_hello(const wt_cur *c, wt_tls *t) {
    wt_cur list = extensions(*c, false), found, id = *c;
    wt_sub(&id, 4 + 2);
    memcpy(t->server_random, wt_here(&id), WT_RANDOM_SIZE);
    wt_sub(&id, WT_RANDOM_SIZE);
    id = vector(&id, 1);
    t->session_id_len = wt_left_captured(&id) <= sizeof t->session_id ? (uint8_t)wt_left_captured(&id) : 0;
    memcpy(t->session_id, wt_here(&id), t->session_id_len);
    t->encrypt_then_mac = extension(list, EXT_ENCRYPT_THEN_MAC, &found);
    t->extended_master = extension(list, EXT_EXTENDED_MASTER, &found);
    t->truncated_hmac = extension(list, EXT_TRUNCATED_HMAC, &found);
}

/* ---- a message -------------------------------------------------------------------------- */

static void learn_more(const wt_cur *c, wt_tls *t, int dir, uint8_t type, uint32_t length) {
    wt_session *s = c->s;
    wt_tls_learned *l = t->learned;
    const wt_suite *suite = wt_tls_agreed_suite(s, t);
    bool tls13 = t->version == TLS13;
    if (!suite || type == HS_HELLO_REQUEST || (tls13 && (type == HS_TICKET || type == HS_KEY_UPDATE)))
        return;
    if (tls13 && l->has_point[WT_AT_CLIENT_FINISHED])
        return;                            /* a proof that was asked for late (RFC 8446 §4.4): the secrets stay */
    if (type == HS_SERVER_HELLO && t->retry)
        replace_first_hello(s, l, suite->hash);
    if (type == HS_SERVER_KEY_EXCHANGE) {
        l->server_exchange = l->len;
        l->has_exchange = true;
    }
    add(s, l, wt_here(c), length);
    if (type == HS_SERVER_HELLO && tls13 && !t->retry)
        derive_from_server_hello(c, t, suite);
    else if (type == HS_FINISHED && tls13)
        learn_finished(s, t, dir, suite);
    else if (type == HS_CLIENT_KEY_EXCHANGE)
        derive_master(c, t, suite);
}

void wt_tls_learn(const wt_cur *c, wt_tls *t, int dir, uint32_t length) {
    wt_session *s = c->s;
    uint8_t type = (uint8_t)wt_look(c, 0, 1);
    if (!s->crypto || c->fail || wt_left_captured(c) < length)
        return;
    wt_cur m = *c;
    m.end = m.cap = m.pos + length;
    if ((type == HS_CLIENT_HELLO || type == HS_SERVER_HELLO) && length < 4 + HELLO_FIXED)
        return;
    switch (type) {
    case HS_CLIENT_HELLO: learn_client_hello(&m, t, length); return;
    case HS_SERVER_HELLO: learn_server_hello(&m, t); break;
    case HS_CLIENT_KEY_EXCHANGE: t->exchanged = true; break;
    case HS_FINISHED:
        if (t->version != TLS13 && !t->exchanged && t->resume_len == WT_MASTER_SIZE)
            keep(s, t, WT_SECRET_MASTER, t->resume, WT_MASTER_SIZE);
        break;
    case HS_TICKET:
        if (t->version != TLS13)
            learn_ticket12(&m, t);
        else if (wt_tls_agreed_suite(s, t))
            learn_ticket13(&m, t, wt_tls_agreed_suite(s, t));
        break;
    default: break;
    }
    if (t->learned)
        learn_more(&m, t, dir, type, length);
}
