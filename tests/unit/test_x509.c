/* test_x509.c - certificates: every part read, and what is cut or hostile does no harm. */
#include "certs.h"
#include "frames.h"
#include "proto/x509/der.h"
#include "proto/x509/x509.h"

enum { ROOM = 4096 };

typedef struct reading {
    wt_session *s;
    uint8_t bytes[ROOM];
    uint32_t n;
    wt_x509 x;
    const wt_tape *tape;
} reading;

/* A frame of an unknown link type, and the certificate read over the same bytes. */
static void read_bytes(reading *r, const uint8_t *p, uint32_t n) {
    wt_frame f = {.data = p, .caplen = n, .len = n, .linktype = 0xffff, .number = 1};
    r->tape = wt_session_feed(r->s, &f);
    wt_cur c = {.s = r->s, .data = p, .end = n, .cap = n};
    r->s->cut = r->s->malformed = false;
    wt_x509_certificate(&c, &r->x);
}

static void begin(reading *r, const char *hex) {
    r->s = wt_session_new(NULL);
    assert_non_null(r->s);
    r->n = hex_bytes(hex, r->bytes, sizeof r->bytes);
    read_bytes(r, r->bytes, r->n);
}

static void end(reading *r) { wt_session_free(r->s); }

static const wt_item *found(const reading *r, const char *name, unsigned n) {
    for (uint32_t i = 0; i < r->s->item_count; i++)
        if (strcmp(wt_field_get(r->s->items[i].field)->name, name) == 0 && n-- == 0)
            return &r->s->items[i];
    fail_msg("no item %s", name);
    return NULL;
}

static void has_text(const reading *r, const char *name, unsigned n, const char *text) {
    const wt_item *i = found(r, name, n);
    char oid[WT_OID_TEXT];
    const char *p = (const char *)i->v.p;
    uint32_t length = i->vlen;
    if (wt_field_get(i->field)->type == WT_OID) {
        length = wt_oid_text(i->v.p, i->vlen, oid, sizeof oid);
        p = oid;
    }
    if (length != strlen(text) || memcmp(p, text, length) != 0)
        fail_msg("%s is %.*s, not %s", name, (int)length, p, text);
}

static void has_number(const reading *r, const char *name, unsigned n, uint64_t v) {
    const wt_item *i = found(r, name, n);
    if (i->v.u != v)
        fail_msg("%s is %llu, not %llu", name, (unsigned long long)i->v.u, (unsigned long long)v);
}

static void the_frame_of_a_certificate(void **state) {
    (void)state;
    reading r;
    begin(&r, cert_all);
    assert_true(r.x.whole);
    assert_false(r.s->malformed);
    has_number(&r, "x509af.version", 0, 2);
    assert_int_equal(found(&r, "x509af.serialNumber", 0)->vlen, 2);
    has_text(&r, "x509af.algorithm.id", 0, "1.2.840.10045.4.3.2");
    has_text(&r, "x509af.algorithm.id", 1, "1.2.840.10045.2.1");
    has_text(&r, "pkcs1.namedCurve", 0, "1.2.840.10045.3.1.7");
    assert_int_equal(found(&r, "x509af.subjectPublicKey", 0)->vlen, 65);
    has_number(&r, "ber.bitstring.padding", 0, 7);
    assert_int_equal(found(&r, "x509af.utcTime", 0)->vlen, 25);
    /* Items lie where their bytes are: the serial number behind tag and length. */
    const wt_item *serial = found(&r, "x509af.serialNumber", 0);
    assert_int_equal(r.bytes[serial->offset - 2], DER_INTEGER);
    assert_int_equal(r.bytes[serial->offset], 0x12);
    end(&r);
}

static void names_to_each_attribute(void **state) {
    (void)state;
    reading r;
    begin(&r, cert_all);
    has_text(&r, "x509sat.CountryName", 0, "SE");
    has_text(&r, "x509sat.uTF8String", 0, "Skåne");
    has_text(&r, "x509sat.printableString", 0, "Lund");
    has_text(&r, "x509if.oid", 0, "2.5.4.6");
    has_text(&r, "x509sat.IA5String", 0, "a@shop.test");
    has_text(&r, "x509sat.PrintableString", 0, "12345");
    has_text(&r, "x509sat.TelephoneNumber", 0, "123");
    has_text(&r, "x509.value", 0, "u1");   /* a user id has to be in UTF-8; this one is not */
    assert_int_equal(r.x.subject.rank, 4);
    assert_memory_equal(r.x.subject.text.p, "shop.test", 9);
    end(&r);
}

static void every_extension_is_read(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        unsigned n;
    } texts[] = {
        {"x509ce.dNSName", "shop.test", 0}, {"x509ce.dNSName", "*.shop.test", 1},
        {"x509ce.rfc822Name", "a@shop.test", 0},
        {"x509ce.uniformResourceIdentifier", "https://shop.test/", 0}, {"x509ce.registeredID", "1.2.3.4", 0},
        {"x509sat.UTF8String", "user@shop.test", 0}, {"x509ce.KeyPurposeId", "1.3.6.1.5.5.7.3.1", 0},
        {"x509ce.policyIdentifier", "1.2.3.4", 0}, {"pkix1explicit.DirectoryString", "http://ca.test/cps", 0},
        {"pkix1implicit.utf8String", "Read me", 0}, {"x509ce.issuerDomainPolicy", "1.2.3.4", 0},
        {"x509ce.subjectDomainPolicy", "1.2.3.5", 0}, {"pkix1implicit.accessMethod", "1.3.6.1.5.5.7.48.1", 0},
        {"ns_cert_exts.Comment", "made by a test", 0}, {"x509sat.BMPString", "SubCA", 0},
        {"x509ce.templateID", "1.3.6.1.4.1.311.21.8.1.2", 0},
        {"x509ce.notAfter", "Jan  2, 2027 03:04:05.000000000 UTC", 0},
        {"x509af.extension.id", "2.5.29.17", 0},
    };
    static const struct {
        const char *name;
        uint64_t v;
    } numbers[] = {
        {"x509ce.cA", 1}, {"x509ce.pathLenConstraint", 3}, {"x509af.critical", 1},
        {"x509ce.KeyUsage.digitalSignature", 1},
        {"x509ce.KeyUsage.decipherOnly", 1}, {"x509ce.ReasonFlags.keyCompromise", 1},
        {"x509ce.ReasonFlags.aACompromise", 0},
        {"x509ce.requireExplicitPolicy", 3}, {"x509ce.inhibitPolicyMapping", 2}, {"x509ce.SkipCerts", 2},
        {"pkix1explicit.Features_item", 5}, {"x509sat.Integer", 65537}, {"x509ce.templateMajorVersion", 100},
        {"pkix1implicit.noticeNumbers_item", 1}, {"x509ce.permittedSubtrees", 2}, {"x509ce.excludedSubtrees", 2},
        {"x509ce.authorityCertIssuer", 1}, {"x509ce.GeneralNames", 10},
    };
    reading r;
    begin(&r, cert_all);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        has_text(&r, texts[i].name, texts[i].n, texts[i].text);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        has_number(&r, numbers[i].name, 0, numbers[i].v);
    assert_int_equal(found(&r, "x509ce.IPAddress.ipv6", 0)->vlen, 16);
    assert_int_equal(found(&r, "x509ce.SubjectKeyIdentifier", 0)->vlen, 20);
    assert_int_equal(r.x.hosts, 2);
    assert_true(r.x.ca);
    end(&r);
}

static void a_chain_in_words(void **state) {
    (void)state;
    static reading r[3];
    static const char *const certs[] = {cert_leaf, cert_ca, cert_root};
    wt_x509 list[3];
    char words[200];
    for (int i = 0; i < 3; i++) {
        begin(&r[i], certs[i]);
        list[i] = r[i].x;
    }
    uint32_t n = 0;
    const char *p = wt_x509_chain(r[0].s, list, 2, &n);
    assert_int_equal(n, strlen("shop.test ← Lab CA ← Lab Root (not sent)"));
    assert_memory_equal(p, "shop.test ← Lab CA ← Lab Root (not sent)", n);
    p = wt_x509_chain(r[0].s, list, 3, &n);
    assert_memory_equal(p, "shop.test ← Lab CA ← Lab Root (signed by itself)", n);
    wt_x509 mixed[3] = {list[0], list[2], list[1]};
    p = wt_x509_chain(r[0].s, mixed, 3, &n);
    assert_memory_equal(p, "shop.test ← Lab CA ← Lab Root (signed by itself)", n);
    mixed[1] = list[0];                    /* sent twice */
    p = wt_x509_chain(r[0].s, mixed, 3, &n);
    assert_memory_equal(p, "shop.test ← Lab CA ← Lab Root (not sent); also sent: shop.test", n);
    list[1] = list[2];                     /* one missing */
    p = wt_x509_chain(r[0].s, list, 2, &n);
    assert_memory_equal(p, "shop.test ← Lab CA (not sent); also sent: Lab Root (signed by itself)", n);
    wt_text t = {words, 0, sizeof words, false};
    wt_x509_tell(&t, &list[0]);
    assert_int_equal(t.len, strlen("shop.test, signed by Lab CA"));
    assert_memory_equal(words, "shop.test, signed by Lab CA", t.len);
    assert_string_equal(list[0].key, "EC, 256 bits");
    for (int i = 0; i < 3; i++)
        end(&r[i]);
}

/* RFC 7250: a key where a certificate could be. */
static void a_bare_key(void **state) {
    (void)state;
    reading r;
    begin(&r, "302a300506032b657003210003a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8");
    assert_true(r.x.bare);
    assert_string_equal(r.x.key, "Ed25519");
    has_text(&r, "x509af.algorithm.id", 0, "1.3.101.112");
    assert_int_equal(found(&r, "x509af.subjectPublicKey", 0)->vlen, 32);
    end(&r);
    begin(&r, cert_leaf);
    assert_false(r.x.bare);
    end(&r);
    begin(&r, "308206303082060600");       /* the second 06 is a length */
    assert_false(r.x.bare);
    end(&r);
}

/* The bytes end early: in a buffer of just that size, so that a read past it is found. */
static void cut_anywhere_is_harmless(void **state) {
    (void)state;
    reading r;
    begin(&r, cert_all);
    for (uint32_t n = 0; n < r.n; n++) {
        uint8_t *copy = malloc(n ? n : 1);
        assert_non_null(copy);
        memcpy(copy, r.bytes, n);
        read_bytes(&r, copy, n);
        assert_false(r.x.whole);
        assert_true(r.s->malformed);
        free(copy);
    }
    end(&r);
}

static void any_byte_may_lie(void **state) {
    (void)state;
    static const uint8_t lies[] = {0x00, 0x7f, 0x80, 0x84, 0xff};
    reading r;
    begin(&r, cert_all);
    for (uint32_t at = 0; at < r.n; at++)
        for (size_t i = 0; i < sizeof lies; i++) {
            uint8_t *copy = malloc(r.n);
            assert_non_null(copy);
            memcpy(copy, r.bytes, r.n);
            copy[at] = lies[i];
            read_bytes(&r, copy, r.n);
            assert_true(r.s->item_count < 5000);
            free(copy);
        }
    end(&r);
}

static void identifiers_in_words(void **state) {
    (void)state;
    char text[WT_OID_TEXT], small[8];
    static const uint8_t cn[] = {0x55, 4, 3}, cut[] = {0x55, 4, 0x83};
    static const uint8_t huge[] = {0x2a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f};
    assert_int_equal(wt_oid_text(cn, sizeof cn, text, sizeof text), 7);
    assert_string_equal(text, "2.5.4.3");
    assert_string_equal(wt_oid_find(cn, sizeof cn)->name, "id-at-commonName");
    assert_int_equal(wt_oid_text(cut, sizeof cut, text, sizeof text), 0);
    assert_int_equal(wt_oid_text(huge, sizeof huge, text, sizeof text), 0);
    assert_int_equal(wt_oid_text(cn, sizeof cn, small, 7), 0);
    assert_int_equal(wt_oid_text(cn, 0, text, sizeof text), 0);
    assert_null(wt_oid_find(cut, sizeof cut));
}

static void timestamps_of_logs(void **state) {
    (void)state;
    static const char list[] =
        "0034" "0032" "00" "0101010101010101010101010101010101010101010101010101010101010101" "0000018bcfe56800" "0000"
        "0403" "0003" "aabbcc";
    reading r;
    begin(&r, cert_leaf);
    r.n = hex_bytes(list, r.bytes, sizeof r.bytes);
    wt_frame f = {.data = r.bytes, .caplen = r.n, .len = r.n, .linktype = 0xffff, .number = 2};
    wt_session_feed(r.s, &f);
    wt_cur c = {.s = r.s, .data = r.bytes, .end = r.n, .cap = r.n};
    r.s->malformed = false;
    wt_x509_timestamps(&c);
    assert_false(r.s->malformed);
    has_number(&r, "tls.sct.sct_timestamp", 0, 1700000000000ull * 1000000);
    assert_int_equal(found(&r, "tls.sct.sct_signature", 0)->vlen, 3);
    for (uint32_t n = 0; n < r.n; n++) {
        c = (wt_cur){.s = r.s, .data = r.bytes, .end = n, .cap = n};
        wt_x509_timestamps(&c);
    }
    end(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_frame_of_a_certificate),
        cmocka_unit_test(names_to_each_attribute),
        cmocka_unit_test(every_extension_is_read),
        cmocka_unit_test(a_chain_in_words),
        cmocka_unit_test(a_bare_key),
        cmocka_unit_test(cut_anywhere_is_harmless),
        cmocka_unit_test(any_byte_may_lie),
        cmocka_unit_test(identifiers_in_words),
        cmocka_unit_test(timestamps_of_logs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
