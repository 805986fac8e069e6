/* test_dns.c - names, records, pairs, streams; compression that loops; messages cut and changed anywhere. */
#include "datagram.h"
#include "streams.h"

#define QUESTION "0765 7861 6d70 6c65 036f 7267 00 0001 0001"          /* example.org A IN */
#define QUERY "1234 0100 0001 0000 0000 0000" QUESTION
#define ANSWER "1234 8180 0001 0002 0000 0000" QUESTION \
    "c00c 0001 0001 0000012c 0004 5db8d822" "c00c 0001 0001 0000012c 0004 5db8d823"

/* Every layout that has code of its own, in one answer. */
static const char many[] =
    "0001 8180 0001 0016 0000 0001" QUESTION
    /* SOA */ "c00c000600010000012c0022026e7301780004726f6f740178000000000100001c2000000e100012"
    "75000000012c"
    /* TXT */ "c00c001000010000012c000d0568656c6c6f000577ff0a225c"
    /* SRV */ "c00c002100010000012c000d0001000213c403736970017800"
    /* NAPTR */ "c00c002300010000012c001c006400320173075349502b44325500045f736970045f756470017800"
    /* KEY */ "c00c001900010000012c00080200030501030405"
    /* LOC */ "c00c001d00010000012c0010001216138917000070be15f000989fe0"
    /* ISDN */ "c00c001400010000012c000b0631353038363203303034"
    /* WKS */ "c00c000b00010000012c00080a00000106100080"
    /* A6 */ "c00c002600010000012c000e4000000000000000000170017800"
    /* APL */ "c00c002a00010000012c000f00011803c0a8010002208420010db8"
    /* IPSECKEY */ "c00c002d00010000012c000c0a03020267770178006b6579"
    /* NSEC */ "c00c002f00010000012c001004686f73740178000006400100000003"
    /* DNSKEY */ "c00c003000010000012c00440101030803010001000102030405060708090a0b0c0d0e0f10111213"
    "1415161718191a1b"
    "1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b"
    /* NSEC3 */ "c00c003200010000012c00260101000c04aabbccdd14000102030405060708090a0b0c0d0e0f1011"
    "1213000640010000"
    "0003"
    /* HIP */ "c00c003700010000012c001f10020004000000000000000000000000000000006b65793103727673"
    "017800"
    /* CSYNC */ "c00c003e00010000012c000e0000004200030006400100000003"
    /* SVCB */ "c00c004000010000012c007f00010000000004000100040001000602683202683300020000000300"
    "0220fb000400080a"
    "0000010a0000020005000600046563682100060020000102030405060708090a0b0c0d0e0f101112131415161718191a"
    "1b1c1d1e1f000700102f646e732d71756572797b3f646e737d800100046f646f68029b00027a7a00080000"
    /* TKEY */ "c00c00f900010000012c0020086773732d747369670064bb5a806553f1000003000000046b657979"
    "00026f74"
    /* TSIG */ "c00c00fa00010000012c002d0b686d61632d7368613235360000006553f100012c00100000000000"
    "0000000000000000"
    "000000123400000000"
    /* CAA */ "c00c010100010000012c000b0005697373756563612e78"
    /* WINS */ "c00cff0100010000012c0014000000000000000200000384000000010a000001"
    /* XPF */ "c00cff8e00010000012c000e04110a0000010a00000200010002"
    /* OPT */ "00002904d000008000004a000300036e73310005000205070008000700011800010203000a001000"
    "0000000000000000"
    "00000000000000000b0002012c000c00020000000d00050174017800000f000500036f6c64";

static uint8_t message[2048], frame[4096];

static const wt_tape *feed_message(wt_session *s, uint16_t from, uint16_t to, const char *hex) {
    uint32_t n = hex_bytes(hex, message, sizeof message);
    return feed_bytes(s, 1, frame, datagram(frame, from, to, to > from, message, n));
}

static void query_and_answer(void **state) {
    const wt_tape *t = feed_message(*state, 40000, 53, QUERY);
    assert_true(text_is(t, "dns.qry.name", 0, "example.org"));
    assert_int_equal(number_of(t, "dns.qry.name.len"), 11);
    assert_int_equal(number_of(t, "dns.count.labels"), 2);
    assert_int_equal(number_of(t, "dns.qry.type"), 1);
    assert_null(item_named(t, "dns.flags.rcode", 0));
    assert_true(headline_has(t, "asks for the IPv4 address (A) of example.org"));
    t = feed_message(*state, 53, 40000, ANSWER);
    assert_true(text_is(t, "dns.resp.name", 1, "example.org"));
    assert_int_equal(number_of(t, "dns.resp.ttl"), 300);
    assert_memory_equal(item_named(t, "dns.a", 0)->v.p, "\x5d\xb8\xd8\x22", 4);
    assert_true(headline_has(t, "answers: example.org is 93.184.216.34 (and 1 more)"));
}

static const wt_tape *feed_at(wt_session *s, uint64_t number, bool answer) {
    uint32_t n = hex_bytes(answer ? ANSWER : QUERY, message, sizeof message);
    n = datagram(frame, answer ? 53 : 40000, answer ? 40000 : 53, answer, message, n);
    wt_frame f = {.data = frame, .caplen = n, .len = n, .linktype = 1, .number = number,
                  .time_ns = (int64_t)number * 1000000};
    return wt_session_feed(s, &f);
}

static void pairs(void **state) {
    wt_session *s = *state;
    assert_int_equal(number_of(feed_at(s, 1, true), "dns.unsolicited"), 1);
    assert_null(item_named(feed_at(s, 2, false), "dns.retransmission", 0));
    const wt_tape *t = feed_at(s, 3, false);
    assert_int_equal(number_of(t, "dns.retransmit_request_in"), 2);
    t = feed_at(s, 7, true);
    assert_int_equal(number_of(t, "dns.response_to"), 2);
    assert_int_equal(number_of(t, "dns.time"), 5000000);
    t = feed_at(s, 8, true);
    assert_int_equal(number_of(t, "dns.retransmit_response_in"), 7);
    assert_null(item_named(t, "dns.response_to", 0));
    assert_null(item_named(feed_at(s, 9, false), "dns.retransmission", 0));
    assert_int_equal(number_of(feed_at(s, 10, true), "dns.response_to"), 9);
}

static void no_such_name(void **state) {
    const wt_tape *t = feed_message(*state, 53, 40000, "1234 8183 0001 0000 0000 0000" QUESTION);
    assert_true(headline_has(t, "no such name (NXDOMAIN): example.org"));
}

static void loops(void **state) {
    static const char *const loop = "<Name contains a pointer that loops>";
    static const char *const names[] = {"c00c", "01 61 c00c", "c00e c00c"};
    for (size_t i = 0; i < 3; i++) {
        char hex[200];
        snprintf(hex, sizeof hex, "0001 0100 0001 0000 0000 0000 %s 0001 0001", names[i]);
        const wt_tape *t = feed_message(*state, 40000, 53, hex);
        assert_true(text_is(t, "dns.qry.name", 0, loop));
    }
    /* Out of the message, and a label of an unknown kind: no name, and the frame says so. */
    static const char *const broken[] = {"c0ff", "41 08 aa 00", "80 00", "3f 61 61"};
    for (size_t i = 0; i < 4; i++) {
        char hex[200];
        snprintf(hex, sizeof hex, "0001 0100 0001 0000 0000 0000 %s", broken[i]);
        const wt_tape *t = feed_message(*state, 40000, 53, hex);
        assert_null(item_named(t, "dns.qry.name", 0));
        assert_true(t->malformed);
    }
}

static void odd_names(void **state) {
    static const struct { const char *hex, *text; } names[] = {
        {"00", "<Root>"}, {"03 610a62 00", "a\\nb"},
        {"03 610062 00", "a\\000b"}, {"02 612e 01 62 00", "a..b"},
        {"06 e4bda0e5a5bd 00", "\xe4\xbd\xa0\xe5\xa5\xbd"}, {"02 61ff 00", "a\xef\xbf\xbd"},
        {"03 e2808b 00", "\\u200B"}, {"04 5c226226 00", "\\\"b&"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char hex[200];
        snprintf(hex, sizeof hex, "0001 0100 0001 0000 0000 0000 %s 0001 0001", names[i].hex);
        const wt_tape *t = feed_message(*state, 40000, 53, hex);
        if (!text_is(t, "dns.qry.name", 0, names[i].text))
            fail_msg("%s", names[i].text);
    }
}

static void records(void **state) {
    const wt_tape *t = feed_message(*state, 53, 40000, many);
    assert_false(t->malformed);
    assert_int_equal(number_of(t, "dns.soa.refresh_interval"), 7200);
    assert_true(text_is(t, "dns.txt", 0, "hello"));
    assert_true(text_is(t, "dns.srv.service", 0, "example"));
    assert_int_equal(number_of(t, "dns.srv.port"), 5060);
    assert_true(text_is(t, "dns.naptr.service", 0, "SIP+D2U"));
    assert_int_equal(number_of(t, "dns.key.key_id"), 2573);
    assert_int_equal(number_of(t, "dns.dnskey.key_id"), 28818);
    assert_true(text_is(t, "dns.nsec3.hash_value", 0, "000g40o40k30e209185go38e1s8124gj"));
    assert_true(text_is(t, "dns.svcb.svcparam.alpn", 1, "h3"));
    assert_int_equal(number_of(t, "dns.svcb.svcparam.port"), 8443);
    assert_true(text_is(t, "dns.caa.issue", 0, "ca.x"));
    assert_int_equal(number_of(t, "dns.tsig.time_signed"), 1700000000000000000u);
    assert_int_equal(number_of(t, "dns.opt.client.netmask"), 24);
    assert_int_equal(number_of(t, "dns.opt.ext_error.info_code"), 3);
    assert_int_equal(number_of(t, "dns.rr.udp_payload_size"), 1232);
    /* The map of types in the NSEC record: A, MX, RRSIG, NSEC. */
    unsigned in_maps = 0;
    for (unsigned i = 0; item_named(t, "dns.resp.type", i); i++)
        in_maps += item_named(t, "dns.resp.type", i)->length == 1;
    assert_int_equal(in_maps, 12);
}

static void local_link(void **state) {
    const wt_tape *t = feed_message(*state, 5353, 5353,
                                    "0000 0000 0001 0000 0000 0000 01 61 05 6c6f63616c 00 000c 8001");
    assert_int_equal(number_of(t, "dns.qry.qu"), 1);
    assert_int_equal(number_of(t, "dns.qry.class"), 1);
    t = feed_message(*state, 5353, 5353,
                     "0000 8400 0000 0001 0000 0000 01 61 05 6c6f63616c 00 0001 8001 00000078 0004 0a000001");
    assert_int_equal(number_of(t, "dns.resp.cache_flush"), 1);
    assert_true(headline_has(t, "tells: a.local is 10.0.0.1"));
    t = feed_message(*state, 5355, 50000, "0001 8500 0001 0000 0000 0000 04 77706164 00 0001 0001");
    assert_int_equal(number_of(t, "dns.flags.conflict"), 1);
    assert_int_equal(number_of(t, "dns.flags.tentative"), 1);
    assert_null(item_named(t, "dns.flags.authoritative", 0));
}

static void update(void **state) {
    const wt_tape *t = feed_message(*state, 40000, 53, "0001 2800 0001 0001 0001 0000" QUESTION
                                    "c00c 00ff 00ff 00000000 0000" "c00c 0001 0001 00000e10 0004 0a000001");
    assert_int_equal(number_of(t, "dns.count.zones"), 1);
    assert_int_equal(number_of(t, "dns.count.prerequisites"), 1);
    assert_int_equal(number_of(t, "dns.count.updates"), 1);
    assert_null(item_named(t, "dns.count.queries", 0));
    assert_true(headline_has(t, "asks to change the zone example.org"));
}

static void cut_and_changed(void **state) {
    uint8_t whole[2048];
    uint32_t n = hex_bytes(many, whole, sizeof whole);
    cut_and_change(*state, 53, 40000, whole, n);
    cut_and_change(*state, 5353, 5353, whole, n);
}

/* Two messages of one TCP segment, and the same in pieces of every size, say the same. */
static void streams(void **state) {
    (void)state;
    static const uint32_t sizes[] = {0, 1, 2, 3, 7};
    uint8_t bytes[512];
    uint32_t n = hex_bytes("001d" QUERY "004d" ANSWER, bytes, sizeof bytes);
    put16(bytes, 29);
    put16(bytes + 31, n - 33);
    stream_test *whole = malloc(sizeof *whole), *pieces = malloc(sizeof *pieces);
    assert_non_null(whole);
    assert_non_null(pieces);
    for (size_t i = 0; i < 5; i++) {
        stream_test *t = i ? pieces : whole;
        stream_open(t, NULL, 53);
        stream_bytes(t, 0, bytes, n, sizes[i], "dns.");
        assert_int_equal(log_count(t, "dns.length="), 2);
        assert_int_equal(log_count(t, "dns.id=4660"), 2);
        if (i)
            assert_string_equal(t->log, whole->log);
        stream_close(t);
    }
    free(whole);
    free(pieces);
}

static int open_session(void **state) {
    *state = wt_session_new(NULL);
    return *state ? 0 : -1;
}

static int close_session(void **state) {
    wt_session_free(*state);
    return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_session, close_session)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(query_and_answer), TEST(pairs), TEST(no_such_name), TEST(loops),
                                       TEST(odd_names), TEST(records), TEST(local_link), TEST(update),
                                       TEST(cut_and_changed), cmocka_unit_test(streams)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
