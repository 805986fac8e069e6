/* tls_model.c - handshakes collected from tapes: messages, transcript, and a few sealed records. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tell/tls.h"

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum {
    HELLO_REQUEST = 0,
    CLIENT_HELLO = 1,
    SERVER_HELLO = 2,
    TICKET = 4,
    END_OF_EARLY_DATA = 5,
    CERTIFICATE = 11,
    SERVER_KEY_EXCHANGE = 12,
    CLIENT_KEY_EXCHANGE = 16,
    COMPRESSED_CERTIFICATE = 25,
    FINISHED = 20,
    KEY_UPDATE = 24,
    MESSAGE_HASH = 254,
    CHANGE_CIPHER_SPEC = 20,
    APPLICATION_DATA = 23,
    TLS13 = 0x0304,
    SAMPLE_DATA = 600,
    EXT_TRUNCATED = 4,
    EXT_ETM = 22,
    EXT_EMS = 23,
    EXT_PSK = 41,
    EXT_EARLY = 42,
    EXT_SHARE = 51
};

static const char *const names[WANT_COUNT] = {
    [WANT_RECORD] = "tls.record", [WANT_CONTENT] = "tls.record.content_type", [WANT_OPAQUE] = "tls.record.opaque_type",
    [WANT_CCS] = "tls.change_cipher_spec", [WANT_HANDSHAKE] = "tls.handshake", [WANT_TYPE] = "tls.handshake.type",
    [WANT_VERSION] = "tls.handshake.version", [WANT_RANDOM] = "tls.handshake.random",
    [WANT_SUITE] = "tls.handshake.ciphersuite", [WANT_SUPPORTED] = "tls.handshake.extensions.supported_version",
    [WANT_EXTENSION] = "tls.handshake.extension.type", [WANT_GROUP] = "tls.handshake.extensions_key_share_group",
    [WANT_NAME] = "tls.handshake.extensions_server_name", [WANT_VERIFY] = "tls.handshake.verify_data",
    [WANT_BINDERS] = "tls.handshake.extensions.psk.binders_len", [WANT_NONCE] = "tls.handshake.session_ticket_nonce",
    [WANT_SHARE] = "tls.handshake.extensions_key_share_key_exchange", [WANT_CURVE] = "tls.handshake.server_named_curve",
    [WANT_POINT] = "tls.handshake.server_point", [WANT_CLIENT_POINT] = "tls.handshake.client_point",
    [WANT_ENCRYPTED] = "tls.handshake.epms", [WANT_AGAINST] = "tls.record.against",
    [WANT_CHAIN] = "tls.handshake.chain", [WANT_SUMMARY] = "x509.summary"};

wt_tls_model *wt_tls_model_new(uint32_t stream) {
    wt_tls_model *m = calloc(1, sizeof *m);
    if (!m)
        return NULL;
    m->only = stream;
    m->tls = (uint32_t)wt_protocol_find("tls");
    m->first_ns = INT64_MIN;
    for (int i = 0; i < WANT_COUNT; i++)
        m->field[i] = wt_field_find(names[i]);
    return m;
}

void wt_tls_model_needs(wt_tls_model *m, wt_options *session) {
    session->everything = true;
    m->crypto = session->crypto;
    m->state = session->crypto_state;
}

static void free_talk(wt_tls_talk *t) {
    for (int side = 0; side < 2; side++)
        free(t->chain[side]);
    for (int side = 0; side < 2; side++)
        for (int stage = 0; stage < WT_STAGE_COUNT; stage++)
            free(t->first[side][stage].bytes);
    free(t->data.bytes);
    free(t->transcript);
    free(t);
}

void wt_tls_model_free(wt_tls_model *m) {
    for (uint32_t i = 0; m && i < m->talks; i++)
        free_talk(m->talk[i]);
    if (m)
        free(m->talk);
    free(m);
}

const char *wt_tls_name(const wt_tls_model *m, enum wt_tls_want field, uint64_t value) {
    const wt_field *row = wt_field_get(m->field[field]);
    const wt_value *v = row && row->values ? wt_value_find(row->values, value) : NULL;
    return v ? v->name : "unknown";
}

const char *wt_tls_message_name(const wt_tls_model *m, const wt_tls_message *one) {
    return one->type == WT_TALK_CCS ? "Change Cipher Spec"
           : one->retry ? "Hello Retry Request"
           : wt_tls_name(m, WANT_TYPE, one->type);
}

/* ---- talks ------------------------------------------------------------------------------ */

static wt_tls_talk *latest(const wt_tls_model *m, uint32_t stream) {
    for (uint32_t i = m->talks; i-- > 0;)
        if (m->talk[i]->stream == stream)
            return m->talk[i];
    return NULL;
}

static wt_tls_talk *begin_talk(wt_tls_model *m, const wt_tape *tape, uint32_t stream, const wt_tls_talk *before) {
    if (m->talks == LIMIT_TALKS) {
        m->left_out++;
        return NULL;
    }
    if (m->talks == m->cap) {
        uint32_t cap = m->cap ? m->cap * 2 : 16;
        wt_tls_talk **more = realloc(m->talk, cap * sizeof(wt_tls_talk *));
        if (!more)
            return NULL;
        m->talk = more;
        m->cap = cap;
    }
    wt_tls_talk *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    t->stream = stream;
    t->handshake = before ? before->handshake + 1 : 1;
    t->end[WT_CLIENT] = tape->src;
    t->end[WT_SERVER] = tape->dst;
    t->stage[WT_CLIENT] = t->stage[WT_SERVER] = WT_STAGE_HANDSHAKE;
    m->talk[m->talks++] = t;
    return t;
}

static bool same_end(const wt_endpoint *a, const wt_endpoint *b) {
    return a->kind == b->kind && a->port == b->port && a->length == b->length &&
           memcmp(a->addr, b->addr, a->length) == 0;
}

/* ---- the transcript --------------------------------------------------------------------- */

static void add(wt_tls_talk *t, const uint8_t *p, uint32_t n) {
    if (t->cut || n > LIMIT_HANDSHAKE - t->transcript_len) {
        t->cut = true;
        return;
    }
    if (t->transcript_cap - t->transcript_len < n) {
        uint32_t cap = t->transcript_cap ? t->transcript_cap : 2048;
        while (cap - t->transcript_len < n)
            cap *= 2;
        uint8_t *more = realloc(t->transcript, cap);
        if (!more) {
            t->cut = true;
            return;
        }
        t->transcript = more;
        t->transcript_cap = cap;
    }
    memcpy(t->transcript + t->transcript_len, p, n);
    t->transcript_len += n;
}

/* After a retry the first ClientHello counts as its hash (RFC 8446 §4.4.1). */
static void replace_hello(wt_tls_model *m, wt_tls_talk *t) {
    wt_suite suite;
    uint8_t message[4 + WT_HASH_MAX] = {MESSAGE_HASH};
    if (!m->crypto->suite(wt_tls_name(m, WANT_SUITE, t->suite), &suite) ||
        !m->crypto->hash(m->state, suite.hash, t->transcript, t->transcript_len, message + 4)) {
        t->cut = true;
        return;
    }
    message[3] = (uint8_t)m->crypto->hash_size(suite.hash);
    t->transcript_len = 0;
    add(t, message, 4u + message[3]);
}

/* ---- a message -------------------------------------------------------------------------- */

typedef struct reading {
    wt_tls_model *m;
    const wt_tape *tape;
    uint32_t stream;
    bool against;                          /* the record waited, and was sent by this frame's receiver */
    wt_tls_talk *t;
} reading;

static uint8_t side_of(const reading *r) {
    bool client = same_end(&r->tape->src, &r->t->end[WT_CLIENT]);
    return client != r->against ? WT_CLIENT : WT_SERVER;
}

static const wt_item *find(const reading *r, uint32_t from, uint32_t end, enum wt_tls_want want) {
    for (uint32_t i = from; i < end; i++)
        if (r->tape->items[i].field == r->m->field[want])
            return &r->tape->items[i];
    return NULL;
}

static bool has_extension(const reading *r, uint32_t from, uint32_t end, uint16_t type) {
    for (uint32_t i = from; i < end; i++)
        if (r->tape->items[i].field == r->m->field[WANT_EXTENSION] && r->tape->items[i].v.u == type)
            return true;
    return false;
}

static uint64_t number(const wt_item *i) { return i ? i->v.u : 0; }

static void copy(uint8_t *to, const wt_item *i, uint32_t n) {
    if (i && i->flags & WT_I_POINTER && i->vlen == n)
        memcpy(to, i->v.p, n);
}

static void keep_share(wt_tls_share *s, uint16_t group, const wt_item *i) {
    s->group = group;
    s->n = 0;
    if (!i || !(i->flags & WT_I_POINTER) || i->vlen > sizeof s->bytes)
        return;
    memcpy(s->bytes, i->v.p, i->vlen);
    s->n = (uint16_t)i->vlen;
}

/* A hello's key shares: each is its group, then its bytes. */
static void hello_shares(reading *r, uint32_t from, uint32_t end, int side) {
    wt_tls_talk *t = r->t;
    uint16_t group = 0;
    t->shares[side] = 0;
    for (uint32_t i = from; i < end && t->shares[side] < WT_TALK_SHARES; i++) {
        const wt_item *item = &r->tape->items[i];
        if (item->field == r->m->field[WANT_GROUP])
            group = (uint16_t)item->v.u;
        if (item->field == r->m->field[WANT_SHARE])
            keep_share(&t->share[side][t->shares[side]++], group, item);
    }
}

/* TLS 1.2: the server's point, then the client's on the same curve, or the encrypted premaster secret. */
static void key_exchange(reading *r, uint32_t from, uint32_t end) {
    wt_tls_talk *t = r->t;
    const wt_item *server = find(r, from, end, WANT_POINT), *client = find(r, from, end, WANT_CLIENT_POINT);
    const wt_item *encrypted = find(r, from, end, WANT_ENCRYPTED);
    if (server) {
        t->group = (uint16_t)number(find(r, from, end, WANT_CURVE));
        keep_share(&t->share[WT_SERVER][0], t->group, server);
        t->shares[WT_SERVER] = 1;
    }
    if (client) {
        keep_share(&t->share[WT_CLIENT][0], t->group, client);
        t->shares[WT_CLIENT] = 1;
    }
    if (encrypted)
        keep_share(&t->encrypted, 0, encrypted);
}

static void client_hello(reading *r, uint32_t from, uint32_t end, const wt_item *message, const uint8_t *bytes) {
    wt_tls_talk *t = r->t;
    const wt_item *name = find(r, from, end, WANT_NAME), *binders = find(r, from, end, WANT_BINDERS);
    copy(t->random[WT_CLIENT], find(r, from, end, WANT_RANDOM), WT_RANDOM_SIZE);
    t->offered = (uint16_t)number(find(r, from, end, WANT_VERSION));
    hello_shares(r, from, end, WT_CLIENT);
    t->early = has_extension(r, from, end, EXT_EARLY);
    if (t->early)
        t->stage[WT_CLIENT] = WT_STAGE_EARLY;
    if (name && name->flags & WT_I_POINTER && name->vlen < sizeof t->server_name)
        memcpy(t->server_name, name->v.p, name->vlen);
    if (!binders || binders->source != message->source || binders->offset < message->offset)
        return;
    /* A list of binders is the last thing in a ClientHello; the first one proves the first identity. */
    uint32_t at = binders->offset - message->offset;
    t->cut_hello = t->transcript_len + at;
    if (at + 3 <= message->length && bytes[at + 2] <= WT_HASH_MAX && at + 3 + bytes[at + 2] <= message->length) {
        t->binder_len = bytes[at + 2];
        memcpy(t->binder, bytes + at + 3, t->binder_len);
    }
}

static bool is_retry(const uint8_t *random) {
    static const uint8_t begin[] = {0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11};
    return memcmp(random, begin, sizeof begin) == 0;
}

static void server_hello(reading *r, uint32_t from, uint32_t end) {
    wt_tls_talk *t = r->t;
    const wt_item *supported = find(r, from, end, WANT_SUPPORTED);
    copy(t->random[WT_SERVER], find(r, from, end, WANT_RANDOM), WT_RANDOM_SIZE);
    t->version = (uint16_t)number(supported ? supported : find(r, from, end, WANT_VERSION));
    t->suite = (uint16_t)number(find(r, from, end, WANT_SUITE));
    t->group = (uint16_t)number(find(r, from, end, WANT_GROUP));
    hello_shares(r, from, end, WT_SERVER);
    t->extended_master = has_extension(r, from, end, EXT_EMS);
    t->encrypt_then_mac = has_extension(r, from, end, EXT_ETM);
    t->truncated_hmac = has_extension(r, from, end, EXT_TRUNCATED);
    t->psk = has_extension(r, from, end, EXT_PSK);
    t->dhe = has_extension(r, from, end, EXT_SHARE);
    t->retry = is_retry(t->random[WT_SERVER]);
    t->retried |= t->retry;
    t->answered = !t->retry;
    if (t->retry)
        t->stage[WT_CLIENT] = WT_STAGE_HANDSHAKE;
    if (t->retry)
        replace_hello(r->m, t);
}

static void ticket(reading *r, uint32_t from, uint32_t end) {
    wt_tls_talk *t = r->t;
    const wt_item *nonce = find(r, from, end, WANT_NONCE);
    if (t->tickets == WT_TALK_TICKETS || !nonce || !(nonce->flags & WT_I_POINTER) || nonce->vlen > WT_TALK_NONCE)
        return;
    memcpy(t->nonce[t->tickets], nonce->v.p, nonce->vlen);
    t->nonce_len[t->tickets] = (uint8_t)nonce->vlen;
    t->ticket_frame[t->tickets++] = r->tape->frame->number;
}

static void enter(wt_tls_talk *t, uint8_t side, uint8_t stage) {
    t->stage[side] = stage;
    t->seq[side] = 0;
}

/* TLS 1.3's handshake is over: what comes now proves who the client is, because the server asked (RFC 8446 §4.6.2). */
static bool is_late(const wt_tls_talk *t) { return t->version == TLS13 && t->point[WT_AT_CLIENT_FINISHED]; }

/* The transcript's named points, and what a message changes. */
static void reached(reading *r, uint8_t side, uint8_t type, uint32_t from, uint32_t end, uint32_t before) {
    wt_tls_talk *t = r->t;
    const wt_item *verify = find(r, from, end, WANT_VERIFY);
    const uint8_t *bytes = verify ? r->tape->sources[verify->source].data : NULL;
    if (type == CLIENT_HELLO)
        t->point[WT_AT_CLIENT_HELLO] = t->transcript_len;
    if (type == SERVER_HELLO && t->answered)
        t->point[WT_AT_SERVER_HELLO] = t->transcript_len;
    if (type == CLIENT_KEY_EXCHANGE) {
        t->exchanged = true;
        t->point[WT_AT_CLIENT_HELLO] = t->transcript_len;      /* TLS 1.2: the session hash is over all up to here */
    }
    if (type == KEY_UPDATE && t->version == TLS13) {
        t->seq[side] = 0;
        t->updates[side]++;
    }
    if (type == END_OF_EARLY_DATA)
        enter(t, side, WT_STAGE_HANDSHAKE);
    if (type != FINISHED || !verify || verify->length > WT_HASH_MAX)
        return;
    if (is_late(t)) {
        if (t->late_len)
            return;
        memcpy(t->late, bytes + verify->offset, verify->length);
        t->late_len = (uint8_t)verify->length;
        t->late_at = before;
        t->late_updates = t->updates[side];
        return;
    }
    memcpy(t->verify[side], bytes + verify->offset, verify->length);
    t->verify_len[side] = (uint8_t)verify->length;
    t->verify_at[side] = before;
    t->point[side == WT_CLIENT ? WT_AT_CLIENT_FINISHED : WT_AT_SERVER_FINISHED] = t->transcript_len;
    if (t->version == TLS13)
        enter(t, side, WT_STAGE_APPLICATION);
}

static bool is_sealed(const wt_tape *tape, uint16_t source) {
    for (unsigned hops = 0; source && hops < 16; hops++) {
        if (strcmp(tape->sources[source].kind, "Decrypted TLS") == 0)
            return true;
        source = tape->sources[source].parent;
    }
    return false;
}

static void keep_text(char *to, size_t room, const wt_item *i) {
    if (i->flags & WT_I_POINTER)
        snprintf(to, room, "%.*s", (int)i->vlen, (const char *)i->v.p);
}

static void certificates(reading *r, uint32_t from, uint32_t end, uint8_t side) {
    const wt_item *chain = find(r, from, end, WANT_CHAIN);
    wt_tls_chain *c = chain ? calloc(1, sizeof *c) : NULL;
    if (!c)
        return;
    free(r->t->chain[side]);
    r->t->chain[side] = c;
    keep_text(c->text, sizeof c->text, chain);
    for (uint32_t i = from; i < end && c->count < WT_TALK_CERTIFICATES; i++)
        if (r->tape->items[i].field == r->m->field[WANT_SUMMARY])
            keep_text(c->certificate[c->count++], sizeof c->certificate[0], &r->tape->items[i]);
}

static void keep_message(reading *r, const wt_item *i, uint8_t type, uint8_t side, uint32_t end) {
    wt_tls_talk *t = r->t;
    if (t->messages == WT_TALK_MESSAGES) {
        t->left_out++;
        return;
    }
    t->message[t->messages++] = (wt_tls_message){
        .frame = r->tape->frame->number, .time_ns = r->tape->frame->time_ns, .length = i->length, .end = end,
        .side = side,
        .type = type, .sealed = is_sealed(r->tape, i->source), .retry = type == SERVER_HELLO && t->retry};
}

static void message(reading *r, uint32_t at) {
    const wt_item *i = &r->tape->items[at], *type_item = find(r, at + 1, i->end, WANT_TYPE);
    const wt_source *source = &r->tape->sources[i->source];
    if (!type_item || i->offset > source->length || i->length > source->length - i->offset)
        return;
    const uint8_t *bytes = source->data + i->offset;
    uint8_t type = (uint8_t)type_item->v.u;
    if (type == CLIENT_HELLO && (!r->t || (r->t->answered && r->t->verify_len[0] && r->t->verify_len[1])))
        r->t = begin_talk(r->m, r->tape, r->stream, r->t);
    wt_tls_talk *t = r->t;
    if (!t)
        return;
    uint8_t side = side_of(r);
    if (type == CLIENT_HELLO)
        client_hello(r, at, i->end, i, bytes);
    else if (type == SERVER_HELLO)
        server_hello(r, at, i->end);
    else if (type == TICKET && t->version == TLS13)
        ticket(r, at, i->end);
    else if (type == CERTIFICATE || type == COMPRESSED_CERTIFICATE)
        certificates(r, at, i->end, side);
    else if (type == SERVER_KEY_EXCHANGE || type == CLIENT_KEY_EXCHANGE)
        key_exchange(r, at, i->end);
    bool counts = type != HELLO_REQUEST && !(t->version == TLS13 && (type == TICKET || type == KEY_UPDATE)) &&
                  !(is_late(t) && t->late_len);
    uint32_t before = t->transcript_len;
    if (counts)
        add(t, bytes, i->length);
    reached(r, side, type, at, i->end, before);
    keep_message(r, i, type, side, counts ? t->transcript_len : 0);
}

/* ---- a record --------------------------------------------------------------------------- */

static void keep_sample(wt_tls_sample *s, const uint8_t *p, uint32_t n, uint64_t frame, uint64_t seq) {
    if (s->bytes || !(s->bytes = malloc(n)))
        return;
    memcpy(s->bytes, p, n);
    s->n = n;
    s->frame = frame;
    s->seq = seq;
}

/* Whether that record was opened: its content is a source whose parent it is. */
static const wt_source *inside_of(const wt_tape *tape, const wt_item *record) {
    for (uint32_t i = 1; i < tape->source_count; i++)
        if (tape->sources[i].parent == record->source &&
            tape->sources[i].parent_offset == record->offset + WT_RECORD_HEADER &&
            strcmp(tape->sources[i].kind, "Decrypted TLS") == 0)
            return &tape->sources[i];
    return NULL;
}

/* TLS 1.3 hides the true type behind the content, in front of the padding. */
static bool holds_data(const wt_tls_talk *t, const uint8_t *record, const wt_source *inside) {
    uint32_t n = inside ? inside->length : 0;
    while (t->version == TLS13 && n && !inside->data[n - 1])
        n--;
    return record[0] == APPLICATION_DATA && (t->version != TLS13 || !n || inside->data[n - 1] == APPLICATION_DATA);
}

static void record(reading *r, uint32_t at) {
    wt_tls_talk *t = r->t;
    const wt_item *i = &r->tape->items[at];
    const wt_source *source = &r->tape->sources[i->source];
    if (!t || i->offset > source->length || i->length > source->length - i->offset || i->length < WT_RECORD_HEADER)
        return;
    uint8_t side = side_of(r);
    const uint8_t *p = source->data + i->offset;
    const wt_source *inside = inside_of(r->tape, i);
    bool opened = inside != NULL, tls13 = t->version == TLS13 || !t->version;
    bool sealed = opened || (tls13 ? p[0] == APPLICATION_DATA : t->ccs[side] && p[0] != CHANGE_CIPHER_SPEC);
    if (!sealed)
        return;
    uint64_t frame = r->tape->frame->number;
    uint8_t stage = t->stage[side];
    if (!t->seq[side])
        keep_sample(&t->first[side][stage], p, i->length, frame, 0);
    if (holds_data(t, p, inside) && stage == WT_STAGE_APPLICATION && !t->updates[side] && i->length <= SAMPLE_DATA &&
        !t->data.bytes) {
        keep_sample(&t->data, p, i->length, frame, t->seq[side]);
        t->data_side = side;
    }
    t->seq[side]++;
    t->opened += opened;
    t->unopened += !opened;
}

static void change_cipher_spec(reading *r, uint32_t at) {
    wt_tls_talk *t = r->t;
    if (!t)
        return;
    uint8_t side = side_of(r);
    keep_message(r, &r->tape->items[at], WT_TALK_CCS, side, 0);
    if (!t->version || t->version == TLS13)
        return;
    t->ccs[side] = true;
    enter(t, side, WT_STAGE_APPLICATION);
}

static uint32_t stream_of(const wt_tape *tape, uint32_t layer) {
    while (tape->layers[layer].stream == UINT32_MAX && tape->layers[layer].parent != layer)
        layer = tape->layers[layer].parent;
    return tape->layers[layer].stream;
}

void wt_tls_model_tape(wt_tls_model *m, const wt_tape *tape) {
    if (m->first_ns == INT64_MIN)
        m->first_ns = tape->frame->time_ns;
    for (uint32_t l = 0; l < tape->layer_count; l++) {
        const wt_layer *layer = &tape->layers[l];
        if (layer->proto != m->tls)
            continue;
        reading r = {.m = m, .tape = tape, .stream = stream_of(tape, l)};
        if (m->only != UINT32_MAX && r.stream != m->only)
            continue;
        r.t = latest(m, r.stream);
        r.against = find(&r, layer->first, layer->end, WANT_AGAINST) != NULL;
        for (uint32_t i = layer->first; i < layer->end; i++) {
            wt_fid f = tape->items[i].field;
            if (f == m->field[WANT_RECORD])
                record(&r, i);
            else if (f == m->field[WANT_HANDSHAKE])
                message(&r, i);
            else if (f == m->field[WANT_CCS])
                change_cipher_spec(&r, i);
        }
    }
}
