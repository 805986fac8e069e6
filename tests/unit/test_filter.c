/* test_filter.c - display filters: what they choose, and what they say about mistakes. */
#include "frames.h"
#include "wiretale/filter.h"

/* ARP request and a TCP SYN from 10.0.0.1:1025 to 10.0.0.2:80 */
#define ARP "ff ff ff ff ff ff 02 00 00 00 00 01 08 06 00 01 08 00 06 04 00 01 02 00 00 00 00 01 0a 00 00 01" \
            "00 00 00 00 00 00 0a 00 00 02"
#define SYN "02 00 00 00 00 02 02 00 00 00 00 01 08 00" \
            "45 00 00 28 00 01 40 00 40 06 26 cd 0a 00 00 01 0a 00 00 02" \
            "04 01 00 50 00 00 00 01 00 00 00 00 50 02 ff ff 00 00 00 00"

static bool chooses(const char *text, const char *hex) {
    uint8_t bytes[128];
    wt_filter_problem problem;
    wt_filter *f = wt_filter_new(text, &problem);
    if (!f)
        fail_msg("%s: %s", text, problem.text);
    wt_options o = {.headline = false};
    assert_true(wt_filter_needs(f, &o));
    wt_session *s = wt_session_new(&o);
    assert_non_null(s);
    uint32_t n = hex_bytes(hex, bytes, sizeof bytes);
    bool yes = wt_filter_match(f, feed_bytes(s, 1, bytes, n));
    wt_session_free(s);
    wt_filter_free(f);
    return yes;
}

static void yes(void **state) {
    static const char *const filters[] = {
        "tcp", "ip", "eth", "frame", "!arp", "not arp and tcp", "tcp.port == 80", "tcp.dstport==80", "tcp.port eq 1025",
        "tcp.port != 443", "tcp.port ~= 80", "ip.addr == 10.0.0.0/8", "ip.src==10.0.0.1 && ip.dst == 10.0.0.2",
        "ip.ttl in {1..10, 64}", "ip.ttl not in {1, 2}", "tcp.flags & 0x02", "tcp.flags & 0x12 == 0x02", "tcp[13] & 2",
        "tcp.flags.syn == True", "tcp.flags.ack == 0", "eth.dst[0:2] == 02:00", "eth.src[-1] == 1", "eth.src[5:] == 01",
        "ip[8] == 40", "ip[8-9] == 40:06", "ip[0,9] == 45:06", "frame contains 50:02", "tcp.window_size_value > 65000",
        "tcp.window_size_value >= 0xffff", "tcp.srcport > tcp.dstport", "1000 < tcp.srcport", "arp || tcp",
        "(arp or tcp) and not udp", "arp xor tcp", "len(eth.src) == 6", "count(tcp.port) == 2", "ip.proto == \"TCP\"",
        "tcp.port in {79..81}", "ip.addr === 10.0.0.0/24", "ip.ttl + 1 == 65", "ip.ttl - 100 < 0", "-ip.ttl == -64",
        "{ip.ttl + 1} * 2 == 130", "ip.ttl + 2 * 3 == 70", "ip.ttl/2 == 32", "ip.ttl % 10 == 4",
        "ip.len - 20 == ip.len - 4 * 5", "tcp.flags & 0x12", "ip.src & 255.0.0.0 == 10.0.0.0",
        "eth.dst & ff:00:00:00:00:ff == 02:00:00:00:00:02", "eth.src[5] & 1", "any tcp.port == 80", "all tcp.port > 79",
        "all tcp.port in {80..1025}", "any tcp.port === 80", "ip#1", "ip.ttl#1 == 64", "ip.ttl#[-1] == 64",
        "ip.addr#[1-3] == 10.0.0.2", "ip#1[8] == 40", "max(tcp.srcport, tcp.dstport) == 1025", "min(tcp.port) == 80",
        "max(ip.ttl, 100) == 100", "abs(ip.ttl - 100) == 36", "string(ip.ttl) == \"64\"",
        "string(ip.src) matches \"0\\.1$\"", "string(eth.src)[0:2] == \"02\"", "len(ip) == 20", "len(tcp.port) == 2",
        "count(ip.addr) + 1 == 3", "ip.len in {ip.len}", "ip.ttl in {ip.hdr_len..64}", "1 < ip.ttl < 65",
        "frame.time_relative + 1 == 1", "tcp.port >= 80 and tcp.port+0 == 80"};
    (void)state;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (!chooses(filters[i], SYN))
            fail_msg("%s should choose the SYN", filters[i]);
}

static void no(void **state) {
    static const char *const filters[] = {
        "arp", "udp", "!tcp", "tcp.port == 81", "tcp.port != 80", "ip.addr != 10.0.0.1", "ip.addr === 10.0.0.1",
        "ip.src == 10.0.0.0/31 && ip.dst == 10.0.0.0/31", "ip.ttl < 64", "ip.ttl in {1..63}", "tcp.flags & 0x10",
        "tcp.flags.syn == 0", "eth.src[0:3] == 00:0c:29", "eth.src[7] == 1", "frame contains \"GET\"",
        "tcp matches \"GET\"", "ip.id > ip.len", "arp and tcp", "tcp xor ip", "udp.port == 80",
        "tcp.options.mss_val > 0", "all tcp.port == 80", "all tcp.port in {80, 1025}", "any ip.ttl != 64", "ip#2",
        "ip.ttl#2", "ip.ttl#[2-4] == 64", "ip.ttl / 0 == 64", "ip.ttl % 0 == 0", "ip.ttl - 64", "ip.ttl & 63",
        "eth.src[5] & 2", "tcp.options.mss_val + 1 > 0", "count(arp) == 0", "max(arp.opcode) < 9", "ip.ttl == -1",
        "ip.len * 60000 * 60000 * 60000 * 60000 * 60000 > 0"};
    (void)state;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (chooses(filters[i], SYN))
            fail_msg("%s should not choose the SYN", filters[i]);
    assert_true(chooses("arp.opcode == \"request\"", ARP));
    assert_false(chooses("arp.opcode == reply", ARP));
}

/* Each mistake is told where it is. */
static void mistakes(void **state) {
    static const struct {
        const char *text;
        uint32_t position;
        const char *says, *hint;
    } cases[] = {
        {"", 0, "empty", ""}, {"tcp.prot == 80", 0, "no field tcp.prot", "tcp.port"},
        {"tcp.port == http9", 12, "is not a number", ""}, {"ip.src == 10.0.0", 10, "not an IPv4 address", ""},
        {"tcp &&", 6, "ends where", ""}, {"(tcp", 0, "never closed", ""}, {"tcp)", 3, "goes on", ""},
        {"tcp.port in 80", 12, "braces", "{"}, {"tcp.port == \"80", 12, "does not end", ""},
        {"dns.qry.name matches \"(\"", 21, "pattern", ""}, {"tcp.port[0:1] == 1", 8, "no slices", "&"},
        {"tcp % 2", 0, "can't be used with a protocol", ""}, {"\"a\" == \"b\"", 0, "no field", ""},
        {"ip.src & 1", 9, "not an IPv4 address", ""}, {"tcp ? 2", 4, "no meaning", ""},
        {"ip.src + 1 == 10.0.0.2", 0, "can't be used with an IPv4 address", "numbers"},
        {"tcp.flags.syn + 1 == 2", 0, "a yes or no", ""}, {"frame.time + 1 > 3", 0, "a date", ""},
        {"1 + 2 == 3", 0, "needs a field", ""}, {"ip.len * 65536 > 1", 9, "0 to 65535", ""},
        {"{tcp.len + 1 == 2", 0, "never closed", ""}, {"tcp.len + == 2", 10, "expected here", ""},
        {"len(tcp.payload)", 0, "compare it", "len"}, {"foo(tcp.port) == 1", 0, "no function foo", "count"},
        {"max() == 1", 4, "wants a field", ""}, {"max(5) == 5", 4, "must be a field", ""},
        {"max(ip.src, ip.ttl) == 1", 12, "one kind", ""}, {"upper(ip.ttl) == \"1\"", 6, "for fields of text", "string"},
        {"string(frame.time) == \"1\"", 7, "numbers or addresses", ""}, {"len(tcp.port + 1) == 1", 4, "of a field", ""},
        {"abs(ip.src) == 1", 4, "numbers and times", ""}, {"len(tcp.port, ip.src) == 1", 14, "no more than 1", ""},
        {"ip.src#x == 1", 6, "number is missing", ""}, {"ip#[1-2 == 1", 3, "does not end", ""},
        {"any tcp", 0, "followed by a comparison", "all"}, {"all (tcp.port == 1)", 4, "expected here", ""},
        {"ip.ttl contains \"4\"", 0, "is a number", "string"}, {"eth.src == 02:00 + 1", 11, "has 6 bytes", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        wt_filter_problem p;
        wt_filter *f = wt_filter_new(cases[i].text, &p);
        assert_null(f);
        if (!strstr(p.text, cases[i].says) || !strstr(p.hint, cases[i].hint) || p.position != cases[i].position)
            fail_msg("%s: \"%s\" (hint \"%s\") at %u", cases[i].text, p.text, p.hint, p.position);
    }
}

static void bounded(void **state) {
    char text[8192];
    wt_filter_problem p;
    (void)state;
    memset(text, '(', 200);
    text[200] = 0;
    assert_null(wt_filter_new(text, &p));
    assert_non_null(strstr(p.text, "inside one another"));
    size_t n = 0;
    for (int i = 0; i < 600; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%stcp", i ? " or " : "");
    assert_null(wt_filter_new(text, &p));
    assert_non_null(strstr(p.text, "more than"));
}

/* A DNS answer of 2500 records: what a set's elements work out is worked out once, not for each of them. */
static void a_set_and_many_values(void **state) {
    enum { RECORDS = 2500, HEADS = 42, LENGTH = HEADS + 12 + 5 + RECORDS * 16 };
    static uint8_t bytes[LENGTH];
    static const char *const heads =
        "02 00 00 00 00 02 02 00 00 00 00 01 08 00  45 00 9c 6d 00 01 40 00 40 11 00 00 0a 00 00 01 0a 00 00 02"
        "00 35 04 01 9c 59 00 00  00 07 81 80 00 01 09 c4 00 00 00 00  00 00 01 00 01";
    wt_filter_problem problem;
    (void)state;
    wt_filter *f = wt_filter_new("dns.resp.ttl in {max(dns.id), max(dns.flags)}", &problem);
    wt_options o = {.headline = false};
    assert_true(f && wt_filter_needs(f, &o));
    wt_session *s = wt_session_new(&o);
    uint8_t *p = bytes + hex_bytes(heads, bytes, sizeof bytes);
    for (int i = 0; i < RECORDS; i++, p += 16)
        memcpy(p, "\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x0a\0\0\1", 16);
    assert_ptr_equal(p, bytes + LENGTH);
    assert_false(wt_filter_match(f, feed_bytes(s, 1, bytes, LENGTH)));
    p[-7] = 7;                             /* the last record's time to live */
    assert_true(wt_filter_match(f, feed_bytes(s, 1, bytes, LENGTH)));
    assert_int_equal(wt_filter_given_up(f), 0);
    wt_session_free(s);
    wt_filter_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(yes), cmocka_unit_test(no), cmocka_unit_test(mistakes),
                                       cmocka_unit_test(bounded), cmocka_unit_test(a_set_and_many_values)};
    return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
