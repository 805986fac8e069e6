/* test_tls.c - TLS: records, hellos, TLS 1.3 opened by key log (RFC 8448 §3), and what goes wrong. */
#include "hellos.h"
#include "rfc8448.h"
#include "streams.h"
#include "proto/tls/tls.h"
#include "wiretale/keylog.h"

typedef struct opened {
    stream_test t;
    wt_keylog *keys;
} opened;

static void begin(opened *o, const char *secrets) {
    o->keys = wt_keylog_new(NULL);
    assert_non_null(o->keys);
    assert_int_equal(wt_keylog_add(o->keys, secrets, strlen(secrets)), 0);
    wt_options options = {.everything = true, .headline = true, .crypto = wt_keylog_ops(), .crypto_state = o->keys};
    stream_open(&o->t, &options, 4433);
}

static void end(opened *o) {
    stream_close(&o->t);
    wt_keylog_free(o->keys);
}

static void send_hex(opened *o, int dir, const char *hex, uint32_t size, const char *look) {
    uint8_t bytes[2048];
    uint32_t n = hex_bytes(hex, bytes, sizeof bytes);
    stream_bytes(&o->t, dir, bytes, n, size, look);
}

static void whole_trace(opened *o, uint32_t size, const char *look) {
    send_hex(o, 0, rfc_client_hello, size, look);
    send_hex(o, 1, rfc_server_hello, size, look);
    send_hex(o, 1, rfc_server_flight, size, look);
    send_hex(o, 0, rfc_client_finished, size, look);
    send_hex(o, 1, rfc_ticket, size, look);
    send_hex(o, 0, rfc_client_data, size, look);
    send_hex(o, 1, rfc_server_data, size, look);
    send_hex(o, 0, rfc_client_close, size, look);
    send_hex(o, 1, rfc_server_close, size, look);
}

static void the_rfc_trace_opens(void **state) {
    (void)state;
    opened o;
    begin(&o, RFC_SECRETS);
    whole_trace(&o, 0, "tls.");
    assert_true(log_has(&o.t, "tls.handshake.extensions_server_name=server\n"));
    assert_true(log_has(&o.t, "tls.handshake.ciphersuite=4865\n"));
    static const unsigned types[] = {1, 2, 8, 11, 15, 20, 4};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        char line[64];
        snprintf(line, sizeof line, "tls.handshake.type=%u\n", types[i]);
        assert_int_equal(log_count(&o.t, line), types[i] == 20 ? 2 : 1);
    }
    assert_true(log_has(&o.t, "tls.handshake.session_ticket_lifetime_hint=30\n"));
    assert_true(log_has(&o.t, "tls.handshake.certificate=432 bytes"));
    assert_int_equal(log_count(&o.t, "tls.alert_message.desc=0\n"), 2);
    assert_int_equal(log_count(&o.t, "tls.record.content_type=23\n"), 2);
    end(&o);
}

static void opened_data_is_a_source_of_its_own(void **state) {
    (void)state;
    opened o;
    begin(&o, RFC_SECRETS);
    send_hex(&o, 0, rfc_client_hello, 0, "tls.");
    send_hex(&o, 1, rfc_server_hello, 0, "tls.");
    send_hex(&o, 1, rfc_server_flight, 0, "tls.");
    send_hex(&o, 0, rfc_client_finished, 0, "tls.");
    send_hex(&o, 0, rfc_client_data, 0, "tls.");
    assert_int_equal(o.t.s->source_count, 2);
    const wt_source *source = &o.t.s->sources[1];
    assert_string_equal(source->kind, "Decrypted TLS");
    assert_int_equal(source->parent, 0);
    assert_int_equal(source->parent_offset, 5);
    assert_int_equal(source->parent_length, 0x43);
    assert_int_equal(source->length, 51);  /* 50 bytes and the type behind them */
    for (unsigned i = 0; i < 50; i++)
        assert_int_equal(source->data[i], i);
    end(&o);
}

static void pieces_of_any_size_say_the_same(void **state) {
    (void)state;
    static opened at_once, in_pieces;
    static const uint32_t sizes[] = {1, 2, 3, 7, 100};
    begin(&at_once, RFC_SECRETS);
    whole_trace(&at_once, 0, "tls.");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        begin(&in_pieces, RFC_SECRETS);
        whole_trace(&in_pieces, sizes[i], "tls.");
        assert_string_equal(at_once.t.log, in_pieces.t.log);
        end(&in_pieces);
    }
    end(&at_once);
}

static void headlines_tell_the_handshake(void **state) {
    (void)state;
    opened o;
    begin(&o, "");
    send_hex(&o, 0, rfc_client_hello, 0, "tls.");
    assert_string_equal(o.t.headline, "ClientHello: wants server, offers TLS 1.3");
    send_hex(&o, 1, rfc_server_hello, 0, "tls.");
    assert_string_equal(o.t.headline, "ServerHello: chooses TLS 1.3 with TLS_AES_128_GCM_SHA256");
    send_hex(&o, 1, rfc_server_flight, 0, "tls.");
    assert_string_equal(o.t.headline, "sends 1 encrypted record (674 bytes; no key)");
    end(&o);
}

static void a_missing_secret_is_named_once(void **state) {
    (void)state;
    opened o;
    begin(&o, RFC_CLIENT_HANDSHAKE_TRAFFIC_SECRET RFC_CLIENT_TRAFFIC_SECRET_0);
    whole_trace(&o, 0, "wiretale.note");
    stream_piece(&o.t, 0, NULL, 0, "x");
    opened p;
    begin(&p, RFC_CLIENT_HANDSHAKE_TRAFFIC_SECRET RFC_CLIENT_TRAFFIC_SECRET_0);
    whole_trace(&p, 0, "note");
    assert_int_equal(log_count(&p.t, "can't open"), 1);
    assert_true(log_has(&p.t, "SERVER_HANDSHAKE_TRAFFIC_SECRET") || log_count(&p.t, "the key log has no") == 1);
    end(&p);
    begin(&p, "");
    whole_trace(&p, 0, "note");
    assert_int_equal(log_count(&p.t, "there is no key log"), 2);
    end(&p);
    /* The other direction is open all the same. */
    begin(&p, RFC_CLIENT_HANDSHAKE_TRAFFIC_SECRET RFC_CLIENT_TRAFFIC_SECRET_0);
    whole_trace(&p, 0, "tls.");
    assert_int_equal(log_count(&p.t, "tls.alert_message.desc=0\n"), 1);
    end(&p);
    end(&o);
}

/* Without the handshake secrets the traffic keys are found to fit by themselves. */
static void traffic_secrets_alone_open_the_data(void **state) {
    (void)state;
    opened o;
    begin(&o, RFC_CLIENT_TRAFFIC_SECRET_0 RFC_SERVER_TRAFFIC_SECRET_0);
    whole_trace(&o, 0, "tls.");
    assert_int_equal(log_count(&o.t, "tls.handshake.type=4\n"), 1);
    assert_int_equal(log_count(&o.t, "tls.alert_message.desc=0\n"), 2);
    end(&o);
}

static void a_wrong_secret_opens_nothing(void **state) {
    (void)state;
    opened o;
    begin(&o, "SERVER_HANDSHAKE_TRAFFIC_SECRET " RFC_RANDOM " "
              "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21\n");
    send_hex(&o, 0, rfc_client_hello, 0, "note");
    send_hex(&o, 1, rfc_server_hello, 0, "note");
    send_hex(&o, 1, rfc_server_flight, 0, "note");
    assert_int_equal(log_count(&o.t, "can't open this record: the key log's SERVER_HANDSHAKE_TRAFFIC_S"), 1);
    assert_int_equal(o.t.s->source_count, 1);
    end(&o);
}

static void a_changed_bit_is_noticed(void **state) {
    (void)state;
    opened o;
    uint8_t bytes[2048];
    begin(&o, RFC_SECRETS);
    send_hex(&o, 0, rfc_client_hello, 0, "tls.");
    send_hex(&o, 1, rfc_server_hello, 0, "tls.");
    uint32_t n = hex_bytes(rfc_server_flight, bytes, sizeof bytes);
    bytes[100] ^= 1;
    stream_bytes(&o.t, 1, bytes, n, 0, "note");
    assert_int_equal(log_count(&o.t, "can't open this record"), 1);
    end(&o);
}

static void a_record_missing_does_not_end_it(void **state) {
    (void)state;
    opened o;
    begin(&o, RFC_SECRETS);
    send_hex(&o, 0, rfc_client_hello, 0, "tls.");
    send_hex(&o, 1, rfc_server_hello, 0, "tls.");
    send_hex(&o, 1, rfc_server_flight, 0, "tls.");
    wt_chan_gap(o.t.s, o.t.ch, 1, 227);    /* the ticket */
    send_hex(&o, 1, rfc_server_data, 0, "tls.");
    send_hex(&o, 1, rfc_server_close, 0, "tls.");
    assert_int_equal(log_count(&o.t, "tls.alert_message.desc=0\n"), 1);
    end(&o);
}

/* Every cut of a hello, as the end of all that there is: no read past it, no crash. */
static void cut_hellos_are_harmless(void **state) {
    (void)state;
    uint8_t bytes[2048];
    uint32_t n = hex_bytes(rfc_client_hello, bytes, sizeof bytes);
    for (uint32_t length = 5; length < n; length++) {
        opened o;
        begin(&o, "");
        uint8_t *copy = malloc(length);
        assert_non_null(copy);
        memcpy(copy, bytes, length);
        copy[3] = (uint8_t)((length - 5) >> 8);
        copy[4] = (uint8_t)(length - 5);
        if (length >= 9) {                 /* the message's own length cut as well: its inner lengths now lie */
            copy[7] = (uint8_t)((length - 9) >> 8);
            copy[8] = (uint8_t)(length - 9);
        }
        stream_bytes(&o.t, 0, copy, length, 0, "tls.");
        free(copy);
        end(&o);
    }
}

static void a_handshake_message_may_span_records(void **state) {
    (void)state;
    uint8_t bytes[2048], split[2048];
    uint32_t n = hex_bytes(rfc_client_hello, bytes, sizeof bytes) - 5, out = 0;
    for (uint32_t at = 0; at < n; at += 50) {
        uint32_t part = n - at < 50 ? n - at : 50;
        const uint8_t head[] = {22, 3, 1, 0, (uint8_t)part};
        memcpy(split + out, head, 5);
        memcpy(split + out + 5, bytes + 5 + at, part);
        out += 5 + part;
    }
    opened o;
    begin(&o, "");
    stream_bytes(&o.t, 0, split, out, 0, "tls.handshake");
    assert_true(log_has(&o.t, "tls.handshake.extensions_server_name=server\n"));
    assert_int_equal(log_count(&o.t, "tls.handshake=0\n"), (n + 49) / 50 + 1); /* each part, and the whole */
    assert_string_equal(o.t.s->sources[1].kind, "Reassembled TLS handshake");
    end(&o);
}

/* Up to TLS 1.2 a bare key stands for the list of certificates, without a length of its own (RFC 7250 §3). */
static void a_bare_key_for_a_certificate(void **state) {
    (void)state;
    opened o;
    begin(&o, "");
    send_hex(&o, 1,
             "160303002a0200002603037373737373737373737373737373737373737373737373737373737373737373"
             "00c02b00",
             0, "tls.");
    send_hex(&o, 1,
             "16030300330b00002f00002c302a300506032b657003210003a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc"
             "8664125531b8",
             0, "");
    assert_string_equal(o.t.headline, "Certificate: a bare public key");
    assert_true(log_has(&o.t, "tls.handshake.certificate=44 bytes b8\n"));
    assert_true(log_has(&o.t, "x509af.subjectPublicKey=32 bytes"));
    end(&o);
}

/* The oldest form, cut anywhere; its challenge is what key logs know as the client's random. */
static void a_hello_of_the_oldest_form(void **state) {
    (void)state;
    static const char hello[] =
        "802e0103010015000000100100800300800700c000002f00003500000a0000ff41414141414141414141414141414141";
    for (uint32_t size = 0; size < 12; size++) {
        opened o;
        begin(&o, "");
        send_hex(&o, 0, hello, size, "tls.");
        assert_string_equal(o.t.headline, "ClientHello in the old form of SSL 2: offers TLS 1.0");
        assert_int_equal(log_count(&o.t, "tls.handshake.cipherspec="), 7);
        assert_true(log_has(&o.t, "tls.handshake.cipherspec=47\n"));
        const wt_tls *t = o.t.ch->state;
        assert_true(t->have_random && t->client == 0 && !t->random[15] && t->random[16] == 'A' && t->random[31] == 'A');
        end(&o);
    }
}

/* PostgreSQL's and mail's way: a few plain bytes first, then TLS on the same connection. */
static void tls_may_begin_later(void **state) {
    (void)state;
    static const uint8_t asks[] = {0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f};
    opened o;
    begin(&o, RFC_SECRETS);
    stream_bytes(&o.t, 0, asks, sizeof asks, 0, "tls.");
    stream_bytes(&o.t, 1, (const uint8_t *)"S", 1, 0, "tls.");
    whole_trace(&o, 0, "tls.");
    assert_int_equal(log_count(&o.t, "tls.alert_message.desc=0\n"), 2);
    end(&o);
}

/* Two conversations that hold every extension taken apart here; tshark reads the same from the same bytes. */
static void every_extension_is_read(void **state) {
    (void)state;
    opened o;
    begin(&o, "");
    send_hex(&o, 0, all_client_hello, 0, "tls.");
    assert_string_equal(o.t.headline,
                        "ClientHello: wants server.example, offers TLS 1.3, h2 and http/1.1, presents a ticket; "
                        "sends early data");
    send_hex(&o, 1, all_server_flight, 0, "tls.");
    send_hex(&o, 0, all_client_verify, 0, "tls.");
    send_hex(&o, 1, all_server_ticket, 0, "tls.");
    end(&o);
    static const char *const lines[] = {
        "tls.handshake.max_fragment_length=2\n", "tls.handshake.extensions_status_request_type=1\n",
        "tls.handshake.extension.heartbeat.mode=1\n", "tls.handshake.extensions_alpn_str=h2\n",
        "tls.handshake.extensions_padding_data=4 bytes", "tls.compress_certificate.algorithm=2\n",
        "tls.record_size_limit=16385\n", "tls.handshake.extensions.supported_version=772\n",
        "tls.handshake.extensions.cookie=6 bytes", "tls.extension.psk_ke_mode=1\n",
        "tls.handshake.extensions_key_share_group=29\n", "tls.handshake.extensions_alps_alpn_str=h2\n",
        "tls.handshake.extensions_reneg_info=5 bytes", "tls.handshake.extension.data=4 bytes",
        "tls.handshake.extensions.psk.identity.obfuscated_ticket_age=12345\n", "tls.handshake.certificate=15 bytes",
        "tls.handshake.ocsp_response_len=4\n", "tls.handshake.client_cert_vrfy.sig=9 bytes",
        "tls.handshake.session_ticket=8 bytes", "tls.handshake.session_id=8 bytes",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!log_has(&o.t, lines[i]))
            fail_msg("no %s in\n%s", lines[i], o.t.log);
}

static void a_retry_asks_for_another_share(void **state) {
    (void)state;
    opened o;
    begin(&o, "");
    send_hex(&o, 0, all_client_hello, 0, "tls.");
    send_hex(&o, 1, all_retry, 0, "tls.");
    assert_string_equal(o.t.headline, "HelloRetryRequest: asks the client to try again with a share of secp256r1");
    send_hex(&o, 0, all_client_hello, 0, "tls.");
    send_hex(&o, 1, all_server_hello, 0, "tls.");
    assert_string_equal(o.t.headline,
                        "ServerHello: chooses TLS 1.3 with TLS_AES_128_GCM_SHA256, takes the pre-shared key");
    assert_true(log_has(&o.t, "tls.handshake.extensions_key_share_selected_group=23\n"));
    assert_true(log_has(&o.t, "tls.handshake.extensions.psk.identity.selected=0\n"));
    end(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rfc_trace_opens),
        cmocka_unit_test(opened_data_is_a_source_of_its_own),
        cmocka_unit_test(pieces_of_any_size_say_the_same),
        cmocka_unit_test(headlines_tell_the_handshake),
        cmocka_unit_test(a_missing_secret_is_named_once),
        cmocka_unit_test(traffic_secrets_alone_open_the_data),
        cmocka_unit_test(a_wrong_secret_opens_nothing),
        cmocka_unit_test(a_changed_bit_is_noticed),
        cmocka_unit_test(a_record_missing_does_not_end_it),
        cmocka_unit_test(cut_hellos_are_harmless),
        cmocka_unit_test(a_handshake_message_may_span_records),
        cmocka_unit_test(a_bare_key_for_a_certificate),
        cmocka_unit_test(a_hello_of_the_oldest_form),
        cmocka_unit_test(tls_may_begin_later),
        cmocka_unit_test(every_extension_is_read),
        cmocka_unit_test(a_retry_asks_for_another_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
