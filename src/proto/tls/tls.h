/* tls.h - what the files of TLS share: field ids, a connection's state, the steps from record to message. */
#ifndef WT_PROTO_TLS_TLS_H
#define WT_PROTO_TLS_TLS_H

#include "core/crypto_ops.h"
#include "core/proto.h"
#include "proto/tls/fields.h"

WT_FIELD_IDS(TLS, TLS_FIELDS)

extern const wt_values wt_tls_content_types, wt_tls_versions, wt_tls_alert_levels, wt_tls_alerts, wt_tls_handshakes,
    wt_tls_suites, wt_tls_compressions, wt_tls_extensions, wt_tls_name_types, wt_tls_groups, wt_tls_points,
    wt_tls_signatures, wt_tls_status_types, wt_tls_heartbeat_modes, wt_tls_cert_compressions, wt_tls_psk_modes,
    wt_tls_fragment_lengths, wt_tls_key_updates;

enum { TLS_CCS = 20, TLS_ALERT = 21, TLS_HANDSHAKE = 22, TLS_APP_DATA = 23, TLS_HEARTBEAT = 24 };
enum { TLS_RECORD_MAX = 16384 + 2048, TLS_HEADER = 5 };

enum {
    HS_HELLO_REQUEST = 0, HS_CLIENT_HELLO = 1, HS_SERVER_HELLO = 2, HS_TICKET = 4, HS_END_OF_EARLY_DATA = 5,
    HS_ENCRYPTED_EXTENSIONS = 8, HS_CERTIFICATE = 11, HS_SERVER_KEY_EXCHANGE = 12, HS_CERTIFICATE_REQUEST = 13,
    HS_SERVER_DONE = 14, HS_CERTIFICATE_VERIFY = 15, HS_CLIENT_KEY_EXCHANGE = 16, HS_FINISHED = 20, HS_STATUS = 22,
    HS_KEY_UPDATE = 24
};

/* What a cipher suite is made of; only those that can be opened here. */
typedef struct wt_tls_suite {
    uint16_t id;
    uint8_t aead;                          /* enum wt_aead */
    uint8_t hash;                          /* enum wt_hash */
    uint8_t hash_len;
} wt_tls_suite;

/* Which keys a direction's records are under. */
enum { EPOCH_PLAIN, EPOCH_EARLY, EPOCH_HANDSHAKE, EPOCH_TRAFFIC };

typedef struct wt_tls_keys {
    const wt_tls_suite *suite;             /* NULL: there are no keys */
    uint64_t seq;
    uint8_t secret_len;
    uint8_t secret[48], key[32], iv[12];
} wt_tls_keys;

typedef struct wt_tls_side {
    uint8_t epoch;
    bool ccs;                              /* a change cipher spec was sent: up to TLS 1.2, what follows is sealed */
    bool said;                             /* that a secret is missing, or does not fit */
    bool lost;                             /* bytes are missing: records have to be found again */
    bool early_sent;
    uint8_t asked;                         /* how often the key log was asked in vain */
    uint32_t skipped;                      /* records that the lost bytes may have held, at most */
    wt_tls_keys keys;
    uint8_t *message;                      /* a handshake message that goes on in the next record */
    uint32_t message_len, message_cap, message_need;
} wt_tls_side;

typedef struct wt_tls {
    uint8_t client;                        /* direction of the client; 2: not known */
    bool have_random, early_offered, retry, resumed;
    uint16_t version;                      /* agreed; 0: not known */
    uint16_t suite;
    uint8_t random[WT_RANDOM_SIZE];        /* the client's */
    char alpn[16];
    wt_tls_side side[2];
    /* this feed, for its headline */
    uint32_t sealed, sealed_bytes;
    bool told;
} wt_tls;

const wt_tls_suite *wt_tls_suite_of(uint16_t id);
void wt_tls_drop_keys(wt_session *s, wt_tls_keys *k);
/* The record (its header and n bytes behind it, at c->pos) opened: the length of what was in it, its padding and
 * type byte not counted, with *type and the bytes in arena memory; -1 if it can't be. */
int32_t wt_tls_open(wt_cur *c, wt_tls *t, int dir, uint32_t n, uint8_t *type, uint8_t **plain, uint32_t *padding);
/* This direction's records are under other keys from here on. */
void wt_tls_enter(wt_session *s, wt_tls *t, int dir, uint8_t epoch);
void wt_tls_update_keys(wt_session *s, wt_tls *t, int dir);

/* Handshake messages of one record, plain or opened; c covers its content alone. */
void wt_tls_handshake(wt_cur *c, wt_chan *ch, wt_tls *t, int dir);
/* What a hello's extensions told, for the state and the headline. */
typedef struct wt_tls_seen {
    const uint8_t *sni, *alpn[3];
    uint32_t sni_len, alpn_count;
    uint8_t alpn_len[3];
    uint16_t version;                      /* the best one named; 0: none */
    uint16_t group;
    bool early_data;
} wt_tls_seen;

/* The extensions of that message, their length in front. */
void wt_tls_read_extensions(wt_cur *c, uint8_t message, bool retry, wt_tls_seen *seen);
/* A headline's next part, after "; ". */
wt_text *wt_tls_tell(wt_cur *c, wt_tls *t);
void wt_tls_put_value(wt_text *to, const wt_values *values, uint64_t v);

#endif
