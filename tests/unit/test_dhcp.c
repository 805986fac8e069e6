/* test_dhcp.c - the four messages, options with parts, borrowed fields, BOOTP; cut and changed anywhere. */
#include "datagram.h"

static uint8_t message[2048], frame[4096];

/* The fixed part with the cookie, then the options. */
static uint32_t make(uint8_t op, const char *options) {
    memset(message, 0, sizeof message);
    static const uint8_t head[] = {1, 1, 6, 0, 0x12, 0x34, 0x56, 0x78, 0, 3, 0x80, 0};
    static const uint8_t mac[] = {2, 0, 0, 0, 0, 5};
    static const uint8_t cookie[] = {0x63, 0x82, 0x53, 0x63}, your[] = {10, 0, 0, 50};
    memcpy(message, head, sizeof head);
    message[0] = op;
    if (op == 2)
        memcpy(message + 16, your, 4);
    memcpy(message + 28, mac, 6);
    memcpy(message + 236, cookie, 4);
    return 240 + hex_bytes(options, message + 240, sizeof message - 240);
}

static const wt_tape *feed(wt_session *s, uint8_t op, const char *options) {
    uint32_t n = make(op, options);
    bool back = op == 2;
    return feed_bytes(s, 1, frame, datagram(frame, back ? 67 : 68, back ? 68 : 67, back, message, n));
}

static void four_messages(void **state) {
    const wt_tape *t = feed(*state, 1, "350101 3d070102000000 0005 370401030 60f ff");
    assert_int_equal(number_of(t, "dhcp.option.dhcp"), 1);
    assert_int_equal(number_of(t, "dhcp.id"), 0x12345678);
    assert_int_equal(number_of(t, "dhcp.flags.bc"), 1);
    assert_memory_equal(item_named(t, "dhcp.hw.mac_addr", 0)->v.p, "\2\0\0\0\0\5", 6);
    assert_memory_equal(item_named(t, "dhcp.hw.mac_addr", 1)->v.p, "\2\0\0\0\0\5", 6);
    assert_int_equal(item_named(t, "dhcp.option.request_list_item", 3)->v.u, 15);
    assert_true(headline_has(t, "Discover: is there a DHCP server?"));
    t = feed(*state, 2, "350102 33040000 0e10 0104ffffff00 03040a000001 06080a0000010a000002 ff");
    assert_int_equal(number_of(t, "dhcp.option.ip_address_lease_time"), 3600);
    assert_memory_equal(item_named(t, "dhcp.option.domain_name_server", 1)->v.p, "\x0a\0\0\2", 4);
    assert_true(headline_has(t, "Offer: 10.0.0.50 for 1 hour"));
    t = feed(*state, 1, "350103 32040a000032 36040a000001 0c02 6869 ff");
    assert_true(text_is(t, "dhcp.option.hostname", 0, "hi"));
    assert_true(headline_has(t, "Request: may I have 10.0.0.50? I am hi"));
    t = feed(*state, 2, "350105 330400015180 ff 0000");
    assert_true(headline_has(t, "ACK: 10.0.0.50 is yours for 1 day"));
    assert_int_equal(item_named(t, "dhcp.option.padding", 0)->vlen, 2);
    t = feed(*state, 2, "350105 330400014e20 ff");
    assert_true(headline_has(t, "for 23 h 45 min 36 s"));
    t = feed(*state, 2, "350105 3304ffffffff ff");
    assert_true(headline_has(t, "for ever"));
    t = feed(*state, 2, "350106 3803 6e6f21 ff");
    assert_true(headline_has(t, "NAK: refused, start again: no!"));
}

static const char parts[] =
    "350105 3c09505845436c69656e74 2b18 060103 0807 8000 01 01020304 090680 00 03 61 62 63 ff 00 00 00"
    "5216 0104 63697263 0202 6162 0504 0a000009 9701 ff 0a0180 "
    "770f 03656e67056170706c6503636f6d00 791c 00 0a000001"
    "18 0a0102 0a000002 20 01020304 05060708 08 0a 0a000000"
    "510b 05ffff 04686f7374 017800 4d08 0469505845 026162 61110000010203040506070809 0a0b0c0d0e0f"
    "780901 01020304 05060708 7c08 00000137 03616263 7d0c00000de9 07 0203 533132 0300 "
    "d416 08 18 20010db8 0000000000000000 00000000 01020304 5a0e 00 01 00 0000000000000001 746f6b"
    "92 0d 01 01010101 02020202 0164 00 00 9e05 04 01010101 ff";

static void options_with_parts(void **state) {
    const wt_tape *t = feed(*state, 2, parts);
    assert_int_equal(number_of(t, "dhcp.option.vendor.pxeclient.discovery_control"), 3);
    assert_memory_equal(item_named(t, "dhcp.option.vendor.pxeclient.boot_servers.ip", 0)->v.p, "\1\2\3\4", 4);
    const wt_item *circuit = item_named(t, "dhcp.option.agent_information_option.agent_circuit_id", 0);
    assert_memory_equal(circuit->v.p, "circ", 4);
    assert_int_equal(number_of(t, "dhcp.option.agent_information_option.vrf_name.global"), 255);
    assert_true(text_is(t, "dhcp.option.dhcp_dns_domain_search_list_fqdn", 0, "eng.apple.com"));
    assert_int_equal(item_named(t, "dhcp.option.classless_static_route", 0)->vlen, 5);
    assert_int_equal(item_named(t, "dhcp.option.classless_static_route", 1)->vlen, 8);
    assert_true(text_is(t, "dhcp.fqdn.name", 0, "host.x"));
    assert_int_equal(item_named(t, "dhcp.option.user_class", 1)->v.u, 1);
    /* The first three groups of a GUID are little-endian. */
    assert_memory_equal(item_named(t, "dhcp.client_id.uuid", 0)->v.p, "\3\2\1\0\5\4\7\6\x08\x09", 10);
    assert_memory_equal(item_named(t, "dhcp.option.sip_server.address", 1)->v.p, "\5\6\7\x08", 4);
    assert_int_equal(number_of(t, "dhcp.option.vi_class.enterprise"), 311);
}

/* Option 52: the fields for names hold options. */
static void borrowed_fields(void **state) {
    uint32_t n = make(1, "350101 340103 ff");
    hex_bytes("0c0261 62 ff", message + 44, 64);
    hex_bytes("4303 636465 ff", message + 108, 128);
    const wt_tape *t = feed_bytes(*state, 1, frame, datagram(frame, 68, 67, false, message, n));
    assert_true(text_is(t, "dhcp.option.hostname", 0, "ab"));
    assert_true(text_is(t, "dhcp.option.bootfile_name", 0, "cde"));
    assert_null(item_named(t, "dhcp.server", 0));
    assert_null(item_named(t, "dhcp.file", 0));
    assert_int_equal(item_named(t, "dhcp.option.hostname", 0)->offset, DATAGRAM_HEADERS + 46);
}

static void plain_bootp(void **state) {
    uint32_t n = make(1, "00");
    memset(message + 236, 0, 4);
    const wt_tape *t = feed_bytes(*state, 1, frame, datagram(frame, 68, 67, false, message, n + 60));
    assert_int_equal(number_of(t, "dhcp.bootp"), 1);
    assert_int_equal(item_named(t, "dhcp.vendor_specific_options", 0)->vlen, 64);
    assert_null(item_named(t, "dhcp.cookie", 0));
    assert_true(headline_has(t, "BOOTP request"));
}

static void impossible_lengths(void **state) {
    const wt_tape *t = feed(*state, 2, "350105 0103ffffff 330200 01 7902 2101 ff");
    assert_null(item_named(t, "dhcp.option.subnet_mask", 0));
    assert_null(item_named(t, "dhcp.option.ip_address_lease_time", 0));
    assert_null(item_named(t, "dhcp.option.classless_static_route", 0));
    assert_int_equal(number_of(t, "dhcp.option.end"), 255);
    t = feed(*state, 2, "350105 0cff616263");
    assert_null(item_named(t, "dhcp.option.hostname", 0));
    assert_true(t->malformed);
}

static void cut_and_changed(void **state) {
    uint32_t n = make(2, parts);
    uint8_t *whole = malloc(n);
    assert_non_null(whole);
    memcpy(whole, message, n);
    cut_and_change(*state, 67, 68, whole, n);
    free(whole);
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
    const struct CMUnitTest tests[] = {TEST(four_messages), TEST(options_with_parts), TEST(borrowed_fields),
                                       TEST(plain_bootp), TEST(impossible_lengths), TEST(cut_and_changed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
