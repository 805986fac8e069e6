/* test_tls_keys.c - TLS opened without a key log: from private keys (RFC 8448 §3 to §7); and keys that come late. */
#include "rfc8448_auth.h"
#include "rfc8448_more.h"
#include "streams.h"
#include "core/crypto_ops.h"
#include "wiretale/keylog.h"

static wt_keylog *keys_of(const char *text) {
    wt_keylog *k = wt_keylog_new(NULL);
    assert_non_null(k);
    assert_int_equal(wt_keylog_add(k, text, strlen(text)), 0);
    return k;
}

static void begin(stream_test *t, wt_keylog *keys) {
    wt_options options = {.everything = true, .headline = true, .crypto = wt_keylog_ops(), .crypto_state = keys};
    stream_open(t, &options, 4433);
}

static void send_hex(stream_test *t, int dir, const char *hex, const char *look) {
    uint8_t bytes[2048];
    uint32_t n = hex_bytes(hex, bytes, sizeof bytes);
    stream_bytes(t, dir, bytes, n, 0, look);
}

static void derived(wt_keylog *k, enum wt_secret kind, const char *random_hex, const char *hex) {
    uint8_t random[32], want[32], got[WT_SECRET_MAX];
    hex_bytes(random_hex, random, sizeof random);
    hex_bytes(hex, want, sizeof want);
    assert_int_equal(wt_keylog_ops()->worked_out(k, kind, random, got), 32);
    assert_memory_equal(got, want, 32);
}

static void simple_trace(stream_test *t, const char *look) {
    send_hex(t, 0, rfc_client_hello, look);
    send_hex(t, 1, rfc_server_hello, look);
    send_hex(t, 1, rfc_server_flight, look);
    send_hex(t, 0, rfc_client_finished, look);
    send_hex(t, 1, rfc_ticket, look);
    send_hex(t, 0, rfc_client_data, look);
    send_hex(t, 1, rfc_server_data, look);
}

static const char *value_of(const char *line) { return strrchr(line, ' ') + 1; }

static void a_private_key_gives_every_secret(void **state) {
    (void)state;
    wt_keylog *k = keys_of(RFC_PRIVATE_KEY);
    static stream_test t;
    begin(&t, k);
    simple_trace(&t, "tls.");
    assert_int_equal(log_count(&t, "tls.handshake.type=20\n"), 2);
    derived(k, WT_SECRET_CLIENT_HANDSHAKE, RFC_RANDOM, value_of(RFC_CLIENT_HANDSHAKE_TRAFFIC_SECRET));
    derived(k, WT_SECRET_SERVER_HANDSHAKE, RFC_RANDOM, value_of(RFC_SERVER_HANDSHAKE_TRAFFIC_SECRET));
    derived(k, WT_SECRET_CLIENT_TRAFFIC, RFC_RANDOM, value_of(RFC_CLIENT_TRAFFIC_SECRET_0));
    derived(k, WT_SECRET_SERVER_TRAFFIC, RFC_RANDOM, value_of(RFC_SERVER_TRAFFIC_SECRET_0));
    stream_close(&t);
    wt_keylog_free(k);
}

/* §4 resumes §3's session: its pre-shared key follows from what was worked out there. */
static void a_ticket_gives_the_next_connection(void **state) {
    (void)state;
    wt_keylog *k = keys_of(RFC_PRIVATE_KEY RFC_RESUMED_PRIVATE_KEY);
    static stream_test t;
    begin(&t, k);
    simple_trace(&t, "tls.");
    stream_close(&t);
    begin(&t, k);
    send_hex(&t, 0, rfc_resumed_client_hello, "tls.");
    send_hex(&t, 0, rfc_early_data, "tls.");
    assert_int_equal(t.s->source_count, 2);
    assert_memory_equal(t.s->sources[1].data, "ABCDEF", 6);
    send_hex(&t, 1, rfc_resumed_server, "tls.");
    send_hex(&t, 0, rfc_resumed_client, "tls.");
    send_hex(&t, 1, rfc_resumed_data, "tls.");
    assert_int_equal(log_count(&t, "tls.handshake.type=5\n"), 1);
    assert_int_equal(log_count(&t, "tls.handshake.type=20\n"), 2);
    assert_int_equal(t.s->source_count, 2);
    derived(k, WT_SECRET_CLIENT_EARLY, RFC_RESUMED_RANDOM, RFC_RESUMED_EARLY);
    derived(k, WT_SECRET_CLIENT_HANDSHAKE, RFC_RESUMED_RANDOM, RFC_RESUMED_CLIENT_HANDSHAKE);
    derived(k, WT_SECRET_SERVER_HANDSHAKE, RFC_RESUMED_RANDOM, RFC_RESUMED_SERVER_HANDSHAKE);
    derived(k, WT_SECRET_CLIENT_TRAFFIC, RFC_RESUMED_RANDOM, RFC_RESUMED_CLIENT_TRAFFIC);
    derived(k, WT_SECRET_SERVER_TRAFFIC, RFC_RESUMED_RANDOM, RFC_RESUMED_SERVER_TRAFFIC);
    stream_close(&t);
    wt_keylog_free(k);
}

static void either_side_s_key_after_a_retry(void **state) {
    (void)state;
    static const char *const keys[] = {RFC_RETRY_CLIENT_KEY, RFC_RETRY_SERVER_KEY};
    for (int i = 0; i < 2; i++) {
        wt_keylog *k = keys_of(keys[i]);
        static stream_test t;
        begin(&t, k);
        send_hex(&t, 0, rfc_retry_first_hello, "tls.");
        send_hex(&t, 1, rfc_retry_request, "tls.");
        send_hex(&t, 0, rfc_retry_second_hello, "tls.");
        send_hex(&t, 1, rfc_retry_server, "tls.");
        send_hex(&t, 0, rfc_retry_client, "tls.");
        assert_int_equal(log_count(&t, "tls.handshake.type=20\n"), 2);
        assert_int_equal(log_count(&t, "tls.alert_message.desc=0\n"), 1);
        derived(k, WT_SECRET_CLIENT_HANDSHAKE, RFC_RETRY_RANDOM, RFC_RETRY_CLIENT_HANDSHAKE);
        derived(k, WT_SECRET_SERVER_HANDSHAKE, RFC_RETRY_RANDOM, RFC_RETRY_SERVER_HANDSHAKE);
        derived(k, WT_SECRET_CLIENT_TRAFFIC, RFC_RETRY_RANDOM, RFC_RETRY_CLIENT_TRAFFIC);
        derived(k, WT_SECRET_SERVER_TRAFFIC, RFC_RETRY_RANDOM, RFC_RETRY_SERVER_TRAFFIC);
        stream_close(&t);
        wt_keylog_free(k);
    }
}

static void both_ways_by_certificate(void **state) {
    (void)state;
    wt_keylog *k = keys_of(RFC_AUTH_PRIVATE_KEY);
    static stream_test t;
    begin(&t, k);
    send_hex(&t, 0, rfc_auth_client_hello, "tls.");
    send_hex(&t, 1, rfc_auth_server, "tls.");
    send_hex(&t, 0, rfc_auth_client, "tls.");
    assert_int_equal(log_count(&t, "tls.handshake.type=13\n"), 1);
    assert_int_equal(log_count(&t, "tls.handshake.type=15\n"), 2);
    assert_int_equal(log_count(&t, "tls.handshake.type=20\n"), 2);
    assert_int_equal(log_count(&t, "tls.alert_message.desc=0\n"), 1);
    derived(k, WT_SECRET_CLIENT_TRAFFIC, RFC_AUTH_RANDOM, RFC_AUTH_CLIENT_TRAFFIC);
    derived(k, WT_SECRET_SERVER_TRAFFIC, RFC_AUTH_RANDOM, RFC_AUTH_SERVER_TRAFFIC);
    stream_close(&t);
    wt_keylog_free(k);
}

/* Change cipher specs for show change nothing. */
static void as_middleboxes_like_it(void **state) {
    (void)state;
    wt_keylog *k = keys_of(RFC_COMPAT_PRIVATE_KEY);
    static stream_test t;
    begin(&t, k);
    send_hex(&t, 0, rfc_compat_client_hello, "tls.");
    send_hex(&t, 1, rfc_compat_server, "tls.");
    send_hex(&t, 0, rfc_compat_client, "tls.");
    assert_int_equal(log_count(&t, "tls.record.content_type=20\n"), 2);
    assert_int_equal(log_count(&t, "tls.handshake.type=20\n"), 2);
    assert_int_equal(log_count(&t, "tls.alert_message.desc=0\n"), 1);
    derived(k, WT_SECRET_CLIENT_TRAFFIC, RFC_COMPAT_RANDOM, RFC_COMPAT_CLIENT_TRAFFIC);
    derived(k, WT_SECRET_SERVER_TRAFFIC, RFC_COMPAT_RANDOM, RFC_COMPAT_SERVER_TRAFFIC);
    stream_close(&t);
    wt_keylog_free(k);
}

/* A private key that belongs to neither share gives nothing, rather than something wrong. */
static void a_foreign_private_key_gives_nothing(void **state) {
    (void)state;
    wt_keylog *k = keys_of("WIRETALE_EPHEMERAL " RFC_RANDOM
                           " 001d 49af42ba7f7994852d713ef2784bcbcaa7911de26adc5642cb634540e7ea5105\n"
                           "WIRETALE_EPHEMERAL " RFC_RANDOM " 0017 00\n");
    static stream_test t;
    begin(&t, k);
    simple_trace(&t, "note");
    assert_int_equal(log_count(&t, "the key log has no"), 2);
    stream_close(&t);
    wt_keylog_free(k);
}

/* The key log's line is wrong, but the private key is right: the records open all the same. */
static void a_wrong_line_beside_the_private_key(void **state) {
    (void)state;
    wt_keylog *k = keys_of(RFC_PRIVATE_KEY "SERVER_HANDSHAKE_TRAFFIC_SECRET " RFC_RANDOM " "
                           "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21\n");
    static stream_test t;
    begin(&t, k);
    simple_trace(&t, "tls.");
    assert_int_equal(log_count(&t, "tls.handshake.type=20\n"), 2);
    stream_close(&t);
    wt_keylog_free(k);
}

/* Records wait for their key and are read in the frame in which it is there, in the order in which they came. */
static void a_key_may_come_late(void **state) {
    (void)state;
    wt_keylog *k = keys_of("EXPORTER_SECRET " RFC_RANDOM " " RFC_RANDOM "\n");
    static stream_test t;
    begin(&t, k);
    simple_trace(&t, "tls.handshake.type");
    assert_int_equal(log_count(&t, "tls.handshake.type"), 2);
    assert_int_equal(wt_keylog_add(k, RFC_SECRETS, strlen(RFC_SECRETS)), 0);
    send_hex(&t, 0, rfc_client_close, "tls.handshake.type");
    static const char all[] =
        "tls.handshake.type=1\ntls.handshake.type=2\ntls.handshake.type=8\ntls.handshake.type=11\n"
        "tls.handshake.type=15\ntls.handshake.type=20\ntls.handshake.type=20\ntls.handshake.type=4\n";
    assert_string_equal(t.log, all);
    send_hex(&t, 1, rfc_server_close, "tls.alert");
    assert_int_equal(log_count(&t, "tls.alert_message.desc=0\n"), 1);
    stream_close(&t);
    wt_keylog_free(k);
}

static void waiting_has_a_limit(void **state) {
    (void)state;
    wt_keylog *k = keys_of("EXPORTER_SECRET " RFC_RANDOM " " RFC_RANDOM "\n");
    static stream_test t;
    static uint8_t big[5 + 16384] = {23, 3, 3, 0x40, 0};
    begin(&t, k);
    send_hex(&t, 0, rfc_client_hello, "tls.");
    send_hex(&t, 1, rfc_server_hello, "tls.");
    for (int i = 0; i < 5; i++)
        stream_bytes(&t, 1, big, sizeof big, 0, "note");
    assert_int_equal(log_count(&t, "limit reached: sealed"), 1);
    assert_int_equal(wt_keylog_add(k, RFC_SECRETS, strlen(RFC_SECRETS)), 0);
    size_t before = t.log_len;
    stream_bytes(&t, 1, big, sizeof big, 0, "tls.handshake");
    assert_int_equal(t.log_len, before);
    stream_close(&t);
    wt_keylog_free(k);
}

/* OpenSSL has RC4 no more; the well-known example. */
static void rc4_is_as_it_was(void **state) {
    (void)state;
    static const uint8_t want[] = {0xbb, 0xf3, 0x16, 0xe8, 0xd9, 0x40, 0xaf, 0x0a, 0xd3};
    uint8_t stream[WT_STREAM_SIZE], out[9];
    wt_keylog_ops()->stream_key(stream, (const uint8_t *)"Key", 3);
    wt_keylog_ops()->stream_go(stream, (const uint8_t *)"Plai", 4, out);
    wt_keylog_ops()->stream_go(stream, (const uint8_t *)"ntext", 5, out + 4);
    assert_memory_equal(out, want, sizeof want);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_private_key_gives_every_secret),   cmocka_unit_test(a_ticket_gives_the_next_connection),
        cmocka_unit_test(either_side_s_key_after_a_retry),    cmocka_unit_test(a_foreign_private_key_gives_nothing),
        cmocka_unit_test(a_wrong_line_beside_the_private_key), cmocka_unit_test(a_key_may_come_late),
        cmocka_unit_test(both_ways_by_certificate),           cmocka_unit_test(as_middleboxes_like_it),
        cmocka_unit_test(rc4_is_as_it_was),                   cmocka_unit_test(waiting_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
