/* handshake.c - handshake messages: put together over records, read, and what they change. */
#include "proto/tls/tls.h"

/* A server hello whose random is this is a hello retry request (RFC 8446 §4.1.3). */
static const uint8_t retry_random[WT_RANDOM_SIZE] = {
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
    0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c};

/* ---- hellos ----------------------------------------------------------------------------- */

static void keep_alpn(wt_tls *t, const wt_tls_seen *seen) {
    uint32_t n = seen->alpn_len[0];
    if (!seen->alpn_count || n >= sizeof t->alpn)
        return;
    memset(t->alpn, 0, sizeof t->alpn);
    memcpy(t->alpn, seen->alpn[0], n);
}

static void tell_client_hello(wt_cur *c, wt_tls *t, const wt_tls_seen *seen, uint16_t version) {
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, t->retry ? "ClientHello again: " : "ClientHello: ");
    if (seen->sni) {
        wt_put_s(to, "wants ");
        wt_put_wire(to, seen->sni, seen->sni_len);
        wt_put_s(to, ", ");
    }
    wt_put_s(to, "offers ");
    wt_tls_put_value(to, &wt_tls_versions, seen->version ? seen->version : version);
    uint32_t shown = seen->alpn_count < 3 ? seen->alpn_count : 3;
    for (uint32_t i = 0; i < shown; i++) {
        wt_put_s(to, i + 1 == shown && shown == seen->alpn_count && i ? " and " : ", ");
        wt_put_wire(to, seen->alpn[i], seen->alpn_len[i]);
    }
    if (shown < seen->alpn_count)
        wt_put_s(to, ", …");
    if (seen->ticket || seen->psk)
        wt_put_s(to, seen->ticket ? ", presents a ticket" : ", names a pre-shared key");
    if (seen->early_data)
        wt_put_s(to, "; sends early data");
}

static void client_hello(wt_cur *c, wt_tls *t, int dir) {
    const wt_cur begin = *c;
    uint16_t version = (uint16_t)wt_take(c, F_VERSION);
    const uint8_t *random = wt_take_bytes(c, F_RANDOM, WT_RANDOM_SIZE);
    wt_node n;
    wt_tls_take_some(c, F_SESSION_ID, (uint32_t)wt_take(c, F_SESSION_ID_LEN));
    uint32_t size = (uint32_t)wt_take(c, F_SUITES_LEN);
    n = wt_begin(c, F_SUITES, size);
    wt_cur list = wt_sub(c, size);
    wt_take_all(&list, F_SUITE);
    wt_end(c, n);
    size = (uint32_t)wt_take(c, F_COMP_LEN);
    n = wt_begin(c, F_COMPS, size);
    list = wt_sub(c, size);
    wt_take_all(&list, F_COMP);
    wt_end(c, n);
    wt_tls_seen seen = {0};
    if (wt_left(c) && !c->fail)
        wt_tls_read_extensions(c, HS_CLIENT_HELLO, false, &seen);
    if (!random)
        return;
    wt_tls_fingerprint(c, &begin, true);
    memcpy(t->random, random, WT_RANDOM_SIZE);
    t->have_random = true;
    t->client = (uint8_t)dir;
    t->early_offered = seen.early_data;
    if (seen.early_data && t->side[dir].epoch == EPOCH_PLAIN)
        t->side[dir].epoch = EPOCH_EARLY;
    tell_client_hello(c, t, &seen, version);
}

static void tell_server_hello(wt_cur *c, wt_tls *t, const wt_tls_seen *seen, bool retry) {
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    if (retry) {
        wt_put_s(to, "HelloRetryRequest: asks the client to try again");
        if (seen->group) {
            wt_put_s(to, " with a share of ");
            wt_tls_put_value(to, &wt_tls_groups, seen->group);
        }
        return;
    }
    wt_put_s(to, "ServerHello: chooses ");
    wt_tls_put_value(to, &wt_tls_versions, t->version);
    wt_put_s(to, " with ");
    wt_tls_put_value(to, &wt_tls_suites, t->suite);
    if (seen->alpn_count) {
        wt_put_s(to, " and ");
        wt_put_wire(to, seen->alpn[0], seen->alpn_len[0]);
    }
    if (seen->psk)
        wt_put_s(to, ", takes the pre-shared key");
}

static void server_hello(wt_cur *c, wt_session *s, wt_tls *t, int dir) {
    const wt_cur begin = *c;
    uint16_t version = (uint16_t)wt_take(c, F_VERSION);
    const uint8_t *random = wt_take_bytes(c, F_RANDOM, WT_RANDOM_SIZE);
    bool retry = random && memcmp(random, retry_random, WT_RANDOM_SIZE) == 0;
    wt_tls_take_some(c, F_SESSION_ID, (uint32_t)wt_take(c, F_SESSION_ID_LEN));
    uint16_t suite = (uint16_t)wt_take(c, F_SUITE);
    wt_take(c, F_COMP);
    wt_tls_seen seen = {0};
    if (wt_left(c) && !c->fail)
        wt_tls_read_extensions(c, HS_SERVER_HELLO, retry, &seen);
    if (!random)
        return;
    wt_tls_fingerprint(c, &begin, false);
    t->client = (uint8_t)!dir;
    t->version = seen.version ? seen.version : version;
    t->suite = suite;
    t->retry = retry;
    tell_server_hello(c, t, &seen, retry);
    if (retry) {
        /* Early data is over with a retry; what was already sent of it stays unread. */
        if (t->side[!dir].epoch == EPOCH_EARLY)
            wt_tls_enter(s, t, !dir, EPOCH_PLAIN);
        return;
    }
    keep_alpn(t, &seen);
    if (t->version != 0x0304)
        return;
    wt_tls_enter(s, t, dir, EPOCH_HANDSHAKE);
    if (t->side[!dir].epoch != EPOCH_EARLY || !t->side[!dir].seal.version)
        wt_tls_enter(s, t, !dir, EPOCH_HANDSHAKE);
}

/* ---- one message ------------------------------------------------------------------------ */

static void encrypted_extensions(wt_cur *c, wt_tls *t) {
    wt_tls_seen seen = {0};
    wt_tls_read_extensions(c, HS_ENCRYPTED_EXTENSIONS, false, &seen);
    keep_alpn(t, &seen);
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, "EncryptedExtensions");
    if (seen.alpn_count) {
        wt_put_s(to, ": chooses ");
        wt_put_wire(to, seen.alpn[0], seen.alpn_len[0]);
    }
}

static void ticket(wt_cur *c, wt_tls *t) {
    uint32_t seconds = (uint32_t)wt_take(c, F_TICKET_LIFETIME);
    bool tls13 = t->version ? wt_tls_is_13(t) : wt_look(c, 0, 2) + 2 != wt_left(c);
    if (tls13) {
        wt_take(c, F_TICKET_AGE_ADD);
        wt_tls_take_some(c, F_TICKET_NONCE, (uint32_t)wt_take(c, F_TICKET_NONCE_LEN));
    }
    wt_tls_take_some(c, F_TICKET, (uint32_t)wt_take(c, F_TICKET_LEN));
    wt_tls_seen seen = {0};
    if (tls13 && !c->fail)
        wt_tls_read_extensions(c, HS_TICKET, false, &seen);
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, "NewSessionTicket: a shorter handshake next time");
    if (seconds) {
        wt_put_s(to, ", for ");
        wt_put_u(to, seconds);
        wt_put_s(to, " seconds");
    }
}

static void finished(wt_cur *c, wt_session *s, wt_tls *t, int dir) {
    wt_end(c, wt_begin(c, F_VERIFY_DATA, wt_left(c)));
    wt_skip(c, wt_left(c));
    if (t->version == 0x0304 &&
        t->side[dir].epoch != EPOCH_TRAFFIC) /* later ones end a proof that was asked for late */
        wt_tls_enter(s, t, dir, EPOCH_TRAFFIC);
}

static void key_update(wt_cur *c, wt_session *s, wt_tls *t, int dir) {
    uint64_t asks = wt_take(c, F_KEY_UPDATE);
    wt_tls_update_keys(s, t, dir);
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, asks ? "KeyUpdate: new keys from here on, and wants the peer's to change, too"
                          : "KeyUpdate: new keys from here on");
}

static void next_protocol(wt_cur *c) {
    wt_tls_take_some(c, F_NPN_CHOSEN, (uint32_t)wt_take(c, F_NPN_CHOSEN_LEN));
    wt_tls_take_some(c, F_NPN_PAD, (uint32_t)wt_take(c, F_NPN_PAD_LEN));
}

static void tell_name(wt_cur *c, wt_tls *t, uint8_t type) {
    wt_text *to = wt_tls_tell(c, t);
    const wt_value *row = to ? wt_value_find(&wt_tls_handshakes, type) : NULL;
    if (!to)
        return;
    if (!row)
        wt_put_s(to, "unknown handshake message");
    for (const char *p = row ? row->name : ""; *p; p++)
        if (*p != ' ')
            wt_put_c(to, *p);
}

void wt_tls_message(wt_cur *c, wt_tls *t, int dir, uint8_t type) {
    wt_session *s = c->s;
    switch (type) {
    case HS_CLIENT_HELLO: client_hello(c, t, dir); break;
    case HS_SERVER_HELLO: server_hello(c, s, t, dir); break;
    case HS_TICKET: ticket(c, t); break;
    case HS_ENCRYPTED_EXTENSIONS: encrypted_extensions(c, t); break;
    case HS_CERTIFICATE: wt_tls_certificate(c, t); break;
    case HS_COMPRESSED_CERTIFICATE: wt_tls_compressed_certificate(c, t); break;
    case HS_CERTIFICATE_REQUEST: wt_tls_certificate_request(c, t); break;
    case HS_CERTIFICATE_VERIFY: wt_tls_certificate_verify(c, t); break;
    case HS_STATUS: wt_tls_certificate_status(c, t); break;
    case HS_SERVER_KEY_EXCHANGE: wt_tls_server_key_exchange(c, t); break;
    case HS_CLIENT_KEY_EXCHANGE: wt_tls_client_key_exchange(c, t); break;
    case HS_KEY_UPDATE: key_update(c, s, t, dir); break;
    default:
        tell_name(c, t, type);
        if (type == HS_FINISHED)
            finished(c, s, t, dir);
        else if (type == HS_END_OF_EARLY_DATA)
            wt_tls_enter(s, t, dir, EPOCH_HANDSHAKE);
        else if (type == HS_NEXT_PROTOCOL)
            next_protocol(c);
        break;
    }
    if (wt_left(c) && !c->fail)
        wt_take_rest(c, F_BODY);
}

static void message(wt_cur *c, wt_tls *t, int dir) {
    uint8_t type = (uint8_t)wt_look(c, 0, 1);
    uint32_t length = (uint32_t)wt_look(c, 1, 3);
    const wt_cur begin = *c;
    wt_node n = wt_begin(c, F_HANDSHAKE, 4 + length);
    wt_take(c, F_TYPE);
    wt_take(c, F_LENGTH);
    wt_cur inside = wt_sub(c, length);
    wt_tls_message(&inside, t, dir, type);
    wt_tls_learn(&begin, t, dir, 4 + length);
    wt_end(c, n);
}

/* ---- over records ----------------------------------------------------------------------- */

static void drop(wt_session *s, wt_tls_side *side) {
    wt_pool_put(s, side->message, side->message_cap);
    side->message = NULL;
    side->message_len = side->message_cap = 0;
}

/* Keep all that is left in c behind what is kept; false if a limit forbids it. */
static bool keep(wt_cur *c, wt_tls_side *side) {
    wt_session *s = c->s;
    uint32_t n = wt_left(c);
    if (n > s->limit[WT_LIMIT_MESSAGE] - side->message_len) {
        wt_limit_hit(c, WT_LIMIT_MESSAGE);
        return false;
    }
    if (side->message_cap - side->message_len < n) {
        uint32_t cap = side->message_cap ? side->message_cap : 4096;
        while (cap - side->message_len < n)
            cap *= 2;
        uint8_t *bigger = wt_pool_buffer(s, cap);
        if (!bigger) {
            wt_limit_hit(c, WT_LIMIT_POOL);
            return false;
        }
        if (side->message_len)
            memcpy(bigger, side->message, side->message_len);
        wt_pool_put(s, side->message, side->message_cap);
        side->message = bigger;
        side->message_cap = cap;
    }
    memcpy(side->message + side->message_len, wt_here(c), n);
    side->message_len += n;
    wt_skip(c, n);
    return true;
}

static uint32_t whole_message(const uint8_t *p, uint32_t n) {
    return n < 4 ? 4 : 4 + ((uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]);
}

static void read_messages(wt_cur *c, wt_tls *t, int dir) {
    while (wt_left(c) >= 4 && whole_message(wt_here(c), wt_left(c)) <= wt_left(c))
        message(c, t, dir);
}

/* All kept bytes as a source of their own, read as far as messages are whole. */
static void read_kept(wt_cur *c, wt_tls *t, int dir, uint32_t offset, uint32_t length) {
    wt_session *s = c->s;
    wt_tls_side *side = &t->side[dir];
    uint32_t n = side->message_len;
    uint8_t *copy = wt_arena(s, n);
    uint16_t source = 0;
    if (copy) {
        memcpy(copy, side->message, n);
        source = wt_add_source(s, "Reassembled TLS handshake", copy, n, c->source, offset, length);
    }
    drop(s, side);
    if (!source) {
        wt_limit_hit(c, copy ? WT_LIMIT_SOURCES : WT_LIMIT_ARENA);
        return;
    }
    wt_cur whole = wt_over(c, source);
    read_messages(&whole, t, dir);
    if (wt_left(&whole))
        keep(&whole, side);
}

void wt_tls_handshake(wt_cur *c, wt_chan *ch, wt_tls *t, int dir) {
    wt_tls_side *side = &t->side[dir];
    uint32_t offset = c->pos, length = wt_left(c);
    (void)ch;
    if (!side->message_len)
        read_messages(c, t, dir);
    if (!wt_left(c))
        return;
    bool continued = side->message_len > 0;
    wt_end(c, wt_begin(c, F_HANDSHAKE, wt_left(c)));
    if (!keep(c, side)) {
        drop(c->s, side);
        return;
    }
    if (side->message_len >= 4 && whole_message(side->message, side->message_len) <= side->message_len) {
        read_kept(c, t, dir, offset, length);
        return;
    }
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, continued ? "more of a handshake message" : "the beginning of a handshake message");
}
