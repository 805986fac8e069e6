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

/* ---- SCTP -------------------------------------------------------------------------------- */

/* IPv4 without a link layer, then ports 1000 and 7 and no checksum. */
#define SCTP_IP(length, ends) "45 00 00" length "00 01 00 00 40 84 00 00" ends
#define THERE "0a 00 00 01 0a 00 00 02 03 e8 00 07 00 00 00 01 00 00 00 00"
#define BACK "0a 00 00 02 0a 00 00 01 00 07 03 e8 00 00 00 02 00 00 00 00"
#define DATA_3(flags, tsn, text) \
    SCTP_IP("34", THERE) "00" flags "00 13 00 00 00" tsn "00 00 00 00 00 00 00 00" text "00"

static void sctp_message_is_put_together(void **state) {
    feed(*state, 101, DATA_3("02", "10", "61 62 63"));
    feed(*state, 101, DATA_3("01", "12", "67 68 69"));
    const wt_tape *t = feed(*state, 101, DATA_3("00", "11", "64 65 66"));     /* the one in the middle comes last */
    assert_true(headline_has(t, "sends a part of a message, 3 bytes, the last of 9 bytes"));
    const wt_item *data = item_named(t, "data.data", 0);
    assert_non_null(data);
    assert_int_equal(data->vlen, 9);
    assert_memory_equal(data->v.p, "abcdefghi", 9);
    assert_non_null(item_named(t, "sctp.fragment", 2));
    assert_null(item_named(t, "sctp.fragment", 3));
}

static void sctp_parts_of_two_messages_are_kept_apart(void **state) {
    feed(*state, 101, DATA_3("02", "10", "61 62 63"));
    const wt_tape *t = feed(*state, 101, DATA_3("01", "12", "67 68 69"));     /* number 11 is missing */
    assert_null(item_named(t, "sctp.fragments", 0));
    t = feed(*state, 101, DATA_3("02", "11", "64 65 66"));                    /* begins another one */
    assert_int_equal(item_named(t, "data.data", 0)->vlen, 6);
}

static void sctp_knows_what_came_before(void **state) {
    const wt_tape *t = feed(*state, 101, DATA_3("03", "10", "61 62 63"));
    assert_null(item_named(t, "sctp.retransmission", 0));
    assert_int_equal(number_of(t, "sctp.data_tsn"), 0);
    t = feed(*state, 101, DATA_3("03", "10", "61 62 63"));
    assert_int_equal(number_of(t, "sctp.retransmission"), 1);
    assert_true(headline_has(t, "sends a message of 3 bytes, again"));
    t = feed(*state, 101, SCTP_IP("30", BACK) "03 00 00 10 00 00 00 10 00 00 10 00 00 00 00 00");
    assert_int_equal(number_of(t, "sctp.acks.frame"), 1);
    assert_true(headline_has(t, "SACK: everything up to 0 has arrived"));
}

static void sctp_association_begins_anew(void **state) {
    const wt_tape *t = feed(*state, 101, DATA_3("03", "10", "61 62 63"));
    assert_int_equal(number_of(t, "sctp.stream"), 0);
    t = feed(*state, 101, SCTP_IP("34", THERE) "01 00 00 14 00 00 00 05 00 00 10 00 00 01 00 01 00 00 00 50");
    assert_int_equal(number_of(t, "sctp.stream"), 1);
    t = feed(*state, 101, DATA_3("03", "50", "61 62 63"));
    assert_int_equal(number_of(t, "sctp.stream"), 1);
    assert_int_equal(number_of(t, "sctp.data_tsn"), 0);
}

static void sctp_lengths_are_not_believed(void **state) {
    assert_true(feed(*state, 101, SCTP_IP("24", THERE) "00 03 00 03")->malformed);
    assert_true(feed(*state, 101, SCTP_IP("24", THERE) "00 03 00 05")->malformed);
    assert_true(feed(*state, 101, SCTP_IP("24", THERE) "00 03 00 04")->malformed);
}

/* Parameters that hold parameters that hold …: read to a limit, and no further. */
static void sctp_parameters_nest_to_a_limit(void **state) {
    static uint8_t p[32 + 8 + 16384];
    uint32_t n = hex_bytes(SCTP_IP("00", THERE), p, sizeof p), length = (uint32_t)sizeof p - n;
    p[2] = (uint8_t)(sizeof p >> 8), p[3] = (uint8_t)sizeof p;
    p[n] = 4, p[n + 2] = (uint8_t)(length >> 8), p[n + 3] = (uint8_t)length;
    for (uint32_t at = n + 4; at < sizeof p; at += 4) {
        uint32_t left = (uint32_t)sizeof p - at;
        p[at + 1] = 8, p[at + 2] = (uint8_t)(left >> 8), p[at + 3] = (uint8_t)left;
    }
    const wt_tape *t = feed_bytes(*state, 101, p, sizeof p);
    assert_non_null(item_named(t, "sctp.parameter_type", 10));
    assert_null(item_named(t, "sctp.parameter_type", 40));
    assert_true(t->item_count < 500);
}

/* ---- radio ------------------------------------------------------------------------------- */

#define HEARD "00 00 08 00 00 00 00 00"
#define TO_AP "02 00 00 00 00 0a 02 00 00 00 00 01 02 00 00 00 00 02 60 00"

static void radio_data_is_read_to_its_end(void **state) {
    const wt_tape *t = feed(*state, 127,
                            HEARD
                            "08 01 30 00" TO_AP "aa aa 03 00 00 00 08 00"
                            "45 00 00 1d 00 01 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02 13 88 1b 58 00 09 00 00 61");
    assert_true(headline_has(t, "sends a message of 1 byte"));
    assert_non_null(item_named(t, "wlan.staa", 0));
}

static void radio_checksum_is_no_part_of_the_packet(void **state) {
    const wt_tape *t = feed(*state, 127,
                            "00 00 09 00 02 00 00 00 10 08 01 30 00" TO_AP "aa aa 03 00 00 00 99 99 61 01 02 03 04");
    assert_int_equal(item_named(t, "data.data", 0)->vlen, 1);
    assert_int_equal(number_of(t, "wlan.fcs"), 0x04030201);
}

static void radio_encrypted_is_said_to_be(void **state) {
    const wt_tape *t = feed(*state, 127, HEARD "08 41 30 00" TO_AP "07 00 00 20 01 00 00 00 9d 1c 42");
    assert_true(headline_has(t, "encrypted by CCMP: 3 bytes"));
    assert_null(item_named(t, "llc.dsap", 0));
    assert_int_equal(item_named(t, "wlan.ccmp.extiv", 0)->vlen, 14);
    assert_memory_equal(item_named(t, "wlan.ccmp.extiv", 0)->v.p, "0x000000010007", 14);
}

static void radio_names_are_the_first_ones(void **state) {
    const wt_tape *t = feed(*state, 127, HEARD "40 00 00 00" TO_AP "00 02 68 69 00 00");
    assert_true(headline_has(t, "network hi, are you here?"));
    t = feed(*state, 127, HEARD "40 00 00 00" TO_AP "00 03 68 69");
    assert_true(t->malformed);
}

static void radio_headers_are_not_believed(void **state) {
    assert_true(feed(*state, 127, "00 00 07 00 00 00 00 00 d4 00")->malformed);
    assert_true(feed(*state, 127, "00 00 ff ff ff ff ff ff 01 02 03")->malformed);
    assert_true(feed(*state, 127, "00 00 0c 00 00 00 00 80 00 00 00 80")->malformed);    /* a chain that goes on */
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
        cmocka_unit_test_setup_teardown(sctp_message_is_put_together, make, drop),
        cmocka_unit_test_setup_teardown(sctp_parts_of_two_messages_are_kept_apart, make, drop),
        cmocka_unit_test_setup_teardown(sctp_knows_what_came_before, make, drop),
        cmocka_unit_test_setup_teardown(sctp_association_begins_anew, make, drop),
        cmocka_unit_test_setup_teardown(sctp_lengths_are_not_believed, make, drop),
        cmocka_unit_test_setup_teardown(sctp_parameters_nest_to_a_limit, make, drop),
        cmocka_unit_test_setup_teardown(radio_data_is_read_to_its_end, make, drop),
        cmocka_unit_test_setup_teardown(radio_checksum_is_no_part_of_the_packet, make, drop),
        cmocka_unit_test_setup_teardown(radio_encrypted_is_said_to_be, make, drop),
        cmocka_unit_test_setup_teardown(radio_names_are_the_first_ones, make, drop),
        cmocka_unit_test_setup_teardown(radio_headers_are_not_believed, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
