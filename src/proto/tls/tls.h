/* tls.h - what the files of TLS share: field ids, a connection's state, the steps from record to message. */
#ifndef WT_PROTO_TLS_TLS_H
#define WT_PROTO_TLS_TLS_H

#include "core/proto.h"
#include "core/seal.h"
#include "proto/tls/fields.h"

WT_FIELD_IDS(TLS, TLS_FIELDS)

extern const wt_values wt_tls_content_types, wt_tls_versions, wt_tls_alert_levels, wt_tls_alerts, wt_tls_handshakes,
    wt_tls_suites, wt_tls_compressions, wt_tls_extensions, wt_tls_name_types, wt_tls_groups, wt_tls_points,
    wt_tls_signatures, wt_tls_status_types, wt_tls_heartbeat_modes, wt_tls_heartbeat_types, wt_tls_cert_compressions,
    wt_tls_psk_modes, wt_tls_fragment_lengths, wt_tls_key_updates, wt_tls_cert_types, wt_tls_cert_forms,
    wt_tls_curve_types, wt_tls_ech_types, wt_tls_ech_kdfs, wt_tls_ech_aeads;

enum { TLS_CCS = 20, TLS_ALERT = 21, TLS_HANDSHAKE = 22, TLS_APP_DATA = 23, TLS_HEARTBEAT = 24 };
enum { TLS_RECORD_MAX = 16384 + 2048, TLS_HEADER = 5 };

enum {
    HS_HELLO_REQUEST = 0, HS_CLIENT_HELLO = 1, HS_SERVER_HELLO = 2, HS_TICKET = 4, HS_END_OF_EARLY_DATA = 5,
    HS_ENCRYPTED_EXTENSIONS = 8, HS_CERTIFICATE = 11, HS_SERVER_KEY_EXCHANGE = 12, HS_CERTIFICATE_REQUEST = 13,
    HS_SERVER_DONE = 14, HS_CERTIFICATE_VERIFY = 15, HS_CLIENT_KEY_EXCHANGE = 16, HS_FINISHED = 20, HS_STATUS = 22,
    HS_KEY_UPDATE = 24, HS_COMPRESSED_CERTIFICATE = 25, HS_NEXT_PROTOCOL = 67
};

/* Which keys a direction's records are under. */
enum { EPOCH_PLAIN, EPOCH_EARLY, EPOCH_HANDSHAKE, EPOCH_TRAFFIC };

typedef struct wt_tls_side {
    uint8_t epoch;
    bool ccs;                              /* a change cipher spec was sent: up to TLS 1.2, what follows is sealed */
    bool said;                             /* that a secret is missing, or does not fit */
    bool lost;                             /* bytes are missing: records have to be found again */
    bool early_sent;
    uint8_t asked;                         /* how often the key log was asked in vain */
    bool holds;                            /* records of this side wait for their key, the first of them numbered … */
    uint64_t held_from;
    uint32_t skipped;                      /* records that the lost bytes may have held, at most */
    wt_seal seal;
    uint8_t *message;                      /* a handshake message that goes on in the next record */
    uint32_t message_len, message_cap, message_need;
} wt_tls_side;

struct wt_tls_learned;                     /* learn.c: what private keys work on; NULL where there are none */

typedef struct wt_tls {
    uint8_t client;                        /* direction of the client; 2: not known */
    bool have_random, early_offered, retry, resumed;
    bool extended_master, encrypt_then_mac, truncated_hmac;
    bool exchanged;                        /* TLS 1.2: a ClientKeyExchange was seen, so nothing is resumed */
    bool releasing, held_over;             /* records that waited are being read; there were too many to keep */
    uint16_t version;                      /* agreed; 0: not known */
    uint16_t suite;
    uint16_t parts_of;                     /* the suite that `parts` are of; 0: none yet */
    bool can_open;
    wt_suite parts;
    uint8_t random[WT_RANDOM_SIZE];        /* the client's */
    uint8_t server_random[WT_RANDOM_SIZE];
    uint8_t session_id[32], session_id_len;
    uint8_t resume[WT_HASH_MAX], resume_len; /* the secret of the session that the client wants to resume */
    char alpn[16];
    wt_tls_side side[2];
    struct wt_tls_learned *learned;
    uint8_t *held;                         /* sealed records that wait for their key, in order (held.c) */
    uint32_t held_len, held_cap;
    /* this feed, for its headline */
    uint32_t sealed, sealed_bytes, data_bytes;
    bool told, told_opened;                /* something; that what comes was sealed */
    bool opened;                           /* what is read now was sealed */
} wt_tls;

/* The parts of the suite agreed on, looked up once; NULL if it can't be opened here. */
const wt_suite *wt_tls_agreed_suite(const wt_session *s, wt_tls *t);
void wt_tls_drop_keys(wt_session *s, wt_seal *seal);
/* The record (its header and n bytes behind it, at c->pos) opened: its content in arena memory.  False if it can't
 * be. */
bool wt_tls_open(wt_cur *c, wt_tls *t, int dir, uint32_t n, wt_opened *out, uint8_t **plain);
/* This direction's records are under other keys from here on. */
void wt_tls_enter(wt_session *s, wt_tls *t, int dir, uint8_t epoch);
void wt_tls_update_keys(wt_session *s, wt_tls *t, int dir);
/* Whether there are keys for this direction's epoch, looked for if need be. */
bool wt_tls_have_keys(wt_session *s, wt_tls *t, int dir);

/* A handshake message, header and all, of `length` bytes at c->pos: what keys need to know of it.  Reads without
 * emitting; call after the message itself was read. */
void wt_tls_learn(const wt_cur *c, wt_tls *t, int dir, uint32_t length);
void wt_tls_learn_old_hello(wt_session *s, wt_tls *t, uint16_t version);
void wt_tls_forget(wt_session *s, wt_tls *t);

/* Keep the sealed record at c->pos until its key comes. */
void wt_tls_hold(wt_cur *c, wt_tls *t, int dir, uint32_t n);
/* If a key has come that records wait for: they are moved to a source of their own, and *c is over it, each of them
 * with WT_TLS_HELD bytes in front: direction, frame. */
enum { WT_TLS_HELD = 9 };
bool wt_tls_release(wt_cur *c, wt_tls *t, wt_cur *held);
void wt_tls_drop_held(wt_session *s, wt_tls *t);

/* Handshake messages of one record, plain or opened; c covers its content alone. */
void wt_tls_handshake(wt_cur *c, wt_chan *ch, wt_tls *t, int dir);
/* Whether these bytes begin a ClientHello in the form of SSL 2; *size: its bytes, as far as that is known. */
enum wt_probe wt_tls_is_old_hello(const uint8_t *p, uint32_t n, uint32_t *size);
/* That hello, which c covers. */
void wt_tls_old_hello(wt_cur *c, wt_tls *t, int dir);
/* One message's body, which c covers; the header in front is the record layer's affair (DTLS has another one). */
void wt_tls_message(wt_cur *c, wt_tls *t, int dir, uint8_t type);
/* JA3 and JA4 of the hello that `body` covers, put at c. */
void wt_tls_fingerprint(wt_cur *c, const wt_cur *body, bool client);
void wt_tls_certificate(wt_cur *c, wt_tls *t);
void wt_tls_compressed_certificate(wt_cur *c, wt_tls *t);
void wt_tls_certificate_request(wt_cur *c, wt_tls *t);
void wt_tls_certificate_verify(wt_cur *c, wt_tls *t);
void wt_tls_certificate_status(wt_cur *c, wt_tls *t);
void wt_tls_server_key_exchange(wt_cur *c, wt_tls *t);
void wt_tls_client_key_exchange(wt_cur *c, wt_tls *t);
/* A status: its type, then one OCSP response or a list of them; the first is told in *status. */
struct wt_x509_status;
bool wt_tls_status(wt_cur *c, struct wt_x509_status *status);
/* Names of those who may sign, their length in front. */
void wt_tls_distinguished_names(wt_cur *c);
/* A list of signature algorithms, its length in front. */
void wt_tls_signature_list(wt_cur *c);
static inline bool wt_tls_is_13(const wt_tls *t) { return t->version == 0x0304 || t->version >> 8 == 0x7f; }
static inline void wt_tls_take_some(wt_cur *c, wt_fid f, uint32_t n) {
    if (n)
        wt_take_bytes(c, f, n);
}

/* What a hello's extensions told, for the state and the headline. */
typedef struct wt_tls_seen {
    const uint8_t *sni, *alpn[3];
    uint32_t sni_len, alpn_count;
    uint8_t alpn_len[3];
    uint16_t version;                      /* the best one named; 0: none */
    uint16_t group;
    bool early_data, psk, ticket;          /* psk: one is named, or taken; ticket: it came from a server */
} wt_tls_seen;

/* The extensions of that message, their length in front. */
void wt_tls_read_extensions(wt_cur *c, uint8_t message, bool retry, wt_tls_seen *seen);
/* A headline's next part, after "; "; "sealed: " or "in the clear: " say where that changes. */
wt_text *wt_tls_tell(wt_cur *c, wt_tls *t);
void wt_tls_put_value(wt_text *to, const wt_values *values, uint64_t v);

#endif
