/* test_carriers.c - protocols that run links: what they say, and what they don't believe. */
#include "frames.h"

static uint8_t bytes[2048];

static const wt_tape *feed(wt_session *s, uint32_t linktype, const char *hex) {
    return feed_bytes(s, linktype, bytes, hex_bytes(hex, bytes, sizeof bytes));
}

/* ---- LLDP -------------------------------------------------------------------------------- */

#define LLDP "01 80 c2 00 00 0e 02 00 00 00 00 01 88 cc 02 07 04 02 00 00 00 00 01 04 03 05 65 30 06 02 00 78"

static void lldp_says_who_and_where(void **state) {
    const wt_tape *t = feed(*state, 1, LLDP "0a 02 73 31 0e 04 00 14 00 04 00 00");
    assert_true(headline_has(t, "I am s1, a switch, and this is my port e0"));
    assert_int_equal(number_of(t, "lldp.time_to_live"), 120);
    assert_false(t->malformed);
}

static void lldp_is_read_to_its_end_only(void **state) {
    const wt_tape *t = feed(*state, 1, LLDP "00 00 0a 02 73 31");
    assert_null(item_named(t, "lldp.tlv.system.name", 0));
}

static void lldp_pieces_do_not_reach_beyond(void **state) {
    const wt_tape *t = feed(*state, 1, LLDP "0a ff 73 31");
    assert_true(t->malformed);
    assert_null(item_named(t, "lldp.tlv.system.name", 0));
    t = feed(*state, 1, LLDP "10 02 ff 01 00 00");                 /* an address of 255 bytes in a piece of 2 */
    assert_true(t->malformed);
    assert_null(item_named(t, "lldp.mgn.addr.ip4", 0));
}

static int make(void **state) { return !(*state = wt_session_new(NULL)); }

static int drop(void **state) {
    wt_session_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lldp_says_who_and_where, make, drop),
        cmocka_unit_test_setup_teardown(lldp_is_read_to_its_end_only, make, drop),
        cmocka_unit_test_setup_teardown(lldp_pieces_do_not_reach_beyond, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
