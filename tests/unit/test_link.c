/* test_link.c - ARP, and what stands behind the packet in an Ethernet frame. */
#include "frames.h"

#define ETH(type) "02 00 00 00 00 02 02 00 00 00 00 01" type
#define ARP(hw, proto) \
    ETH("08 06") "00 01 08 00" hw proto "00 01 02 00 00 00 00 01 0a 00 00 01 00 00 00 00 00 00 0a 00 00 02"

static uint8_t bytes[512];

static const wt_tape *feed(wt_session *s, const char *hex) {
    return feed_bytes(s, 1, bytes, hex_bytes(hex, bytes, sizeof bytes));
}

static void trailer_is(const wt_tape *t, const char *hex) {
    uint8_t want[64];
    uint32_t n = hex_bytes(hex, want, sizeof want);
    const wt_item *i = item_named(t, "eth.trailer", 0);
    assert_true(n == 0 ? !i : i && i->vlen == n && memcmp(i->v.p, want, n) == 0);
}

static void arp_asks(void **state) {
    const wt_tape *t = feed(*state, ARP("06", "04"));
    assert_true(headline_has(t, "Who has 10.0.0.2? Tell 10.0.0.1"));
    assert_false(t->malformed);
}

static void arp_sizes_must_fit(void **state) {
    const wt_tape *t = feed(*state, ARP("06", "24"));
    assert_true(t->malformed);
    assert_null(item_named(t, "arp.src.hw_mac", 0));
    assert_non_null(item_named(t, "arp.opcode", 0));
}

static void padding_then_trailer(void **state) {
    const wt_tape *t = feed(*state, ARP("06", "04") "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ab cd");
    assert_int_equal(item_named(t, "eth.padding", 0)->vlen, 18);
    trailer_is(t, "ab cd");
}

static void packets_not_read_but_of_known_length(void **state) {
    trailer_is(feed(*state, ETH("88 8e") "01 00 00 02 aa bb ee ff"), "ee ff");
    trailer_is(feed(*state, ETH("88 8e") "01 00 00 09 aa bb ee ff"), "");
}

static void lldp_ends_at_its_mark(void **state) {
    trailer_is(feed(*state, ETH("88 cc") "02 02 07 01 06 02 00 78 00 00"), "");
    trailer_is(feed(*state, ETH("88 cc") "02 02 07 01 06 02 00 78 00 00 ab cd"), "ab cd");
    trailer_is(feed(*state, ETH("88 cc") "02 02 07 01 06 02 00 78"), "");
}

static int make(void **state) { return !(*state = wt_session_new(NULL)); }
static int drop(void **state) {
    wt_session_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(arp_asks, make, drop),
        cmocka_unit_test_setup_teardown(arp_sizes_must_fit, make, drop),
        cmocka_unit_test_setup_teardown(padding_then_trailer, make, drop),
        cmocka_unit_test_setup_teardown(lldp_ends_at_its_mark, make, drop),
        cmocka_unit_test_setup_teardown(packets_not_read_but_of_known_length, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
