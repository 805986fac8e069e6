/* test_handshake.c - TLS's handshake messages beyond the hellos: read, told, cut, and lying. */
#include <zlib.h>

#include "certs.h"
#include "hellos.h"
#include "streams.h"
#include "wiretale/keylog.h"

enum { ROOM = 8192 };

typedef struct talk {
    stream_test t;
    wt_keylog *keys;
    uint8_t m[ROOM];                       /* a record being written */
    uint32_t n;
} talk;

static void begin(talk *k) {
    k->keys = wt_keylog_new(NULL);
    assert_non_null(k->keys);
    wt_options options = {.everything = true, .headline = true, .crypto = wt_keylog_ops(), .crypto_state = k->keys,
                          .codec = wt_codecs()};
    stream_open(&k->t, &options, 4433);
    k->n = 5;
}

static void end(talk *k) {
    stream_close(&k->t);
    wt_keylog_free(k->keys);
}

static void put(talk *k, const void *p, uint32_t n) {
    assert_true(k->n + n <= ROOM);
    memcpy(k->m + k->n, p, n);
    k->n += n;
}

static void put_number(talk *k, uint64_t v, uint32_t n) {
    while (n--)
        put(k, &(uint8_t){(uint8_t)(v >> (8 * n))}, 1);
}

static void put_vector(talk *k, uint32_t size, const void *p, uint32_t n) {
    put_number(k, n, size);
    put(k, p, n);
}

static void put_words(talk *k, uint32_t size, const char *words) {
    put_vector(k, size, words, (uint32_t)strlen(words));
}

/* From here on up to close_at() is a body with a length of `size` bytes in front. */
static uint32_t open_at(talk *k, uint32_t size) {
    put_number(k, 0, size);
    return k->n;
}

static void close_at(talk *k, uint32_t at, uint32_t size) {
    for (uint32_t i = 0; i < size; i++)
        k->m[at - 1 - i] = (uint8_t)((k->n - at) >> (8 * i));
}

static uint32_t message(talk *k, uint8_t type) {
    put_number(k, type, 1);
    return open_at(k, 3);
}

static void server_hello(talk *k, uint16_t version, uint16_t suite) {
    uint32_t at = message(k, 2);
    put_number(k, version < 0x0304 ? version : 0x0303, 2);
    for (int i = 0; i < 32; i++)
        put_number(k, 's', 1);
    put_number(k, 0, 1);
    put_number(k, suite, 2);
    put_number(k, 0, 1);
    if (version == 0x0304) {
        uint32_t all = open_at(k, 2);
        put_number(k, 43, 2);
        put_words(k, 2, "\3\4");
        close_at(k, all, 2);
    }
    close_at(k, at, 3);
}

static void certificate(talk *k, const char *hex) {
    uint8_t der[4096];
    put_vector(k, 3, der, hex_bytes(hex, der, sizeof der));
}

static void send(talk *k, int dir) {
    static const uint8_t head[] = {22, 3, 3};
    memcpy(k->m, head, sizeof head);
    k->m[3] = (uint8_t)((k->n - 5) >> 8);
    k->m[4] = (uint8_t)(k->n - 5);
    stream_bytes(&k->t, dir, k->m, k->n, 0, "tls.");
    k->n = 5;
}

static void has(const talk *k, const char *line) {
    if (!log_has(&k->t, line))
        fail_msg("no %s in\n%s", line, k->t.log);
}

static void told(const talk *k, const char *words) {
    if (!strstr(k->t.headline, words))
        fail_msg("no \"%s\" in \"%s\"", words, k->t.headline);
}

/* ---- certificates ----------------------------------------------------------------------- */

static void chain(talk *k, bool tls13) {
    uint32_t at = message(k, 11), list;
    if (tls13)
        put_words(k, 1, "");
    list = open_at(k, 3);
    certificate(k, cert_leaf);
    if (tls13)
        put_words(k, 2, "");
    certificate(k, cert_ca);
    if (tls13)
        put_words(k, 2, "");
    close_at(k, list, 3);
    close_at(k, at, 3);
}

static void a_certificate_is_told_by_names(void **state) {
    (void)state;
    for (int tls13 = 0; tls13 < 2; tls13++) {
        talk k;
        begin(&k);
        server_hello(&k, tls13 ? 0x0304 : 0x0303, tls13 ? 0x1301 : 0xc02b);
        chain(&k, tls13);
        send(&k, 1);
        told(&k, "Certificate for shop.test, signed by Lab CA, with 1 more of the chain");
        assert_int_equal(log_count(&k.t, "tls.handshake.certificate="), 2);
        assert_false(k.t.s->malformed);
        end(&k);
    }
}

static void without_a_hello_the_lengths_tell_the_form(void **state) {
    (void)state;
    for (int tls13 = 0; tls13 < 2; tls13++) {
        talk k;
        begin(&k);
        wt_chan_switch(k.t.s, k.t.ch, WT_P_TLS);
        chain(&k, tls13);
        send(&k, 1);
        told(&k, "Certificate for shop.test, signed by Lab CA");
        assert_false(k.t.s->malformed);
        end(&k);
    }
}

static void compressed(talk *k, int32_t lie) {
    uint8_t plain[4096], small[4096];
    uLongf n = sizeof small;
    uint32_t from = k->n;
    chain(k, true);
    uint32_t size = k->n - from - 4;
    memcpy(plain, k->m + from + 4, size);
    k->n = from;
    assert_int_equal(compress2(small, &n, plain, size, 9), Z_OK);
    uint32_t at = message(k, 25);
    put_number(k, 1, 2);
    put_number(k, size + (uint32_t)lie, 3);
    put_vector(k, 3, small, (uint32_t)n);
    close_at(k, at, 3);
}

static void compressed_certificates_are_whole_again(void **state) {
    (void)state;
    talk k;
    begin(&k);
    server_hello(&k, 0x0304, 0x1301);
    compressed(&k, 0);
    send(&k, 1);
    told(&k, "Certificate for shop.test, signed by Lab CA");
    assert_string_equal(k.t.s->sources[k.t.s->source_count - 1].kind, "Decompressed certificates");
    compressed(&k, 1);                     /* a byte more than there is */
    send(&k, 1);
    told(&k, "CompressedCertificate");
    assert_int_equal(log_count(&k.t, "tls.handshake.certificate="), 2);
    end(&k);
}

static void who_may_have_signed(void **state) {
    (void)state;
    static const uint8_t name[] = {0x30, 0x0f, 0x31, 0x0d, 0x30, 0x0b, 6, 3, 0x55, 4, 3, 0x0c, 4, 'R', 'o', 'o', 't'};
    talk k;
    begin(&k);
    server_hello(&k, 0x0303, 0xc02b);
    uint32_t at = message(&k, 13), list;
    put_words(&k, 1, "\1\100");
    put_words(&k, 2, "\4\3");
    list = open_at(&k, 2);
    put_vector(&k, 2, name, sizeof name);
    close_at(&k, list, 2);
    close_at(&k, at, 3);
    send(&k, 1);
    told(&k, "CertificateRequest");
    has(&k, "tls.handshake.cert_types_count=2\n");
    has(&k, "tls.handshake.cert_type=64\n");
    has(&k, "tls.handshake.sig_hash_alg=1027\n");
    has(&k, "tls.handshake.dname_len=17\n");
    assert_false(k.t.s->malformed);
    end(&k);
}

/* ---- agreeing on a key ------------------------------------------------------------------ */

static void shares_on_a_curve(void **state) {
    (void)state;
    talk k;
    begin(&k);
    server_hello(&k, 0x0303, 0xc02b);
    uint32_t at = message(&k, 12);
    put_number(&k, 3, 1);
    put_number(&k, 29, 2);
    put_words(&k, 1, "point");
    put_number(&k, 0x0403, 2);
    put_words(&k, 2, "signed");
    close_at(&k, at, 3);
    send(&k, 1);
    told(&k, "ServerKeyExchange: a share of x25519, signed");
    has(&k, "tls.handshake.server_named_curve=29\n");
    has(&k, "tls.handshake.server_point=5 bytes");
    has(&k, "tls.handshake.sig=6 bytes");
    at = message(&k, 16);
    put_words(&k, 1, "mine");
    close_at(&k, at, 3);
    send(&k, 0);
    told(&k, "ClientKeyExchange: its share");
    has(&k, "tls.handshake.client_point=4 bytes");
    end(&k);
}

static void shares_without_curves(void **state) {
    (void)state;
    talk k;
    begin(&k);
    server_hello(&k, 0x0301, 0x0033);      /* no signature algorithm before TLS 1.2 */
    uint32_t at = message(&k, 12);
    put_words(&k, 2, "p");
    put_words(&k, 2, "g");
    put_words(&k, 2, "ys");
    put_words(&k, 2, "signed");
    close_at(&k, at, 3);
    send(&k, 1);
    told(&k, "a share of Diffie-Hellman, signed");
    has(&k, "tls.handshake.ys=2 bytes");
    has(&k, "tls.handshake.sig=6 bytes");
    at = message(&k, 16);
    put_words(&k, 2, "yc!");
    close_at(&k, at, 3);
    send(&k, 0);
    has(&k, "tls.handshake.yc=3 bytes");
    end(&k);
}

static void a_shared_secret_and_a_sealed_one(void **state) {
    (void)state;
    talk k;
    begin(&k);
    server_hello(&k, 0x0303, 0x008c);
    uint32_t at = message(&k, 12);
    put_words(&k, 2, "hint");
    close_at(&k, at, 3);
    send(&k, 1);
    has(&k, "tls.handshake.hint=4 bytes");
    at = message(&k, 16);
    put_words(&k, 2, "ann");
    close_at(&k, at, 3);
    send(&k, 0);
    told(&k, "says which shared secret it uses");
    has(&k, "tls.handshake.identity=3 bytes");
    end(&k);
    begin(&k);
    server_hello(&k, 0x0303, 0x009c);
    send(&k, 1);
    at = message(&k, 16);
    put_words(&k, 2, "sealed");
    close_at(&k, at, 3);
    send(&k, 0);
    told(&k, "a secret, encrypted with the server's key");
    has(&k, "tls.handshake.epms=6 bytes");
    end(&k);
}

/* ---- fingerprints ----------------------------------------------------------------------- */

static void is_made(const talk *k, const char *name, const char *text) {
    for (uint32_t i = 0; i < k->t.s->item_count; i++) {
        const wt_item *item = &k->t.s->items[i];
        if (strcmp(wt_field_get(item->field)->name, name) != 0)
            continue;
        if (item->vlen != strlen(text) || memcmp(item->v.p, text, item->vlen) != 0)
            fail_msg("%s is %.*s, not %s", name, (int)item->vlen, (const char *)item->v.p, text);
        return;
    }
    fail_msg("no %s", name);
}

/* The lists as they are in the hello; their hashes by md5sum and sha256sum. */
static void hellos_have_short_names(void **state) {
    (void)state;
    talk k;
    begin(&k);
    uint32_t n = hex_bytes(all_client_hello, k.m, sizeof k.m);
    stream_bytes(&k.t, 0, k.m, n, 0, "tls.");
    is_made(&k, "tls.handshake.ja3_full",
            "771,4865-4866-49199,0-1-5-10-11-13-15-16-21-23-27-28-35-42-43-44-45-50-51-17513-65281-4660-41,29-23,0-1");
    is_made(&k, "tls.handshake.ja3", "04f4e2276a2b595cf2282ac78d57fc84");
    is_made(&k, "tls.handshake.ja4_r",
            "t13d0323h2_1301,1302,c02f_0001,0005,000a,000b,000d,000f,0015,0017,001b,001c,0023,0029,002a,002b,002c,002d,"
            "0032,0033,1234,4469,ff01_0403,0804");
    is_made(&k, "tls.handshake.ja4", "t13d0323h2_40b44b994229_335677b86315");
    end(&k);
}

/* ---- hostile ---------------------------------------------------------------------------- */

/* Each message's body cut anywhere, its own length saying so: what is within then lies. */
static void cut_messages_are_harmless(void **state) {
    (void)state;
    static const uint16_t suites[] = {0xc02b, 0x0033, 0x0003, 0x008c, 0x00aa, 0x1301};
    static const uint8_t types[] = {4, 8, 11, 12, 13, 15, 16, 22, 24, 25, 67};
    for (size_t s = 0; s < sizeof suites / sizeof *suites; s++)
        for (size_t i = 0; i < sizeof types; i++) {
            talk k;
            begin(&k);
            server_hello(&k, suites[s] == 0x1301 ? 0x0304 : 0x0303, suites[s]);
            send(&k, 1);
            for (uint32_t length = 0; length < 40; length++) {
                uint32_t at = message(&k, types[i]);
                for (uint32_t b = 0; b < length; b++)
                    put_number(&k, (b * 7 + length) % 5 ? b % 3 : 0xff, 1);
                close_at(&k, at, 3);
                k.t.log_len = 0;
                send(&k, 1);
            }
            end(&k);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_certificate_is_told_by_names),
        cmocka_unit_test(without_a_hello_the_lengths_tell_the_form),
        cmocka_unit_test(compressed_certificates_are_whole_again),
        cmocka_unit_test(who_may_have_signed),
        cmocka_unit_test(shares_on_a_curve),
        cmocka_unit_test(shares_without_curves),
        cmocka_unit_test(a_shared_secret_and_a_sealed_one),
        cmocka_unit_test(hellos_have_short_names),
        cmocka_unit_test(cut_messages_are_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
