/* test_icmp.c - pings, errors that quote packets, Neighbor Discovery options: whole, cut and hostile. */
#include "frames.h"

#define ETH "02 00 00 00 00 02 02 00 00 00 00 01 08 00"
#define PING ETH \
    "45 00 00 20 12 34 00 00 40 01 54 a3 0a 00 00 01 0a 00 00 02" \
    "08 00 33 2f 00 07 00 03 61 62 63 64"
/* Port unreachable, quoting a UDP packet to 10.0.0.2 port 9 */
#define UNREACHABLE ETH \
    "45 00 00 38 00 00 00 00 40 01 66 bf 0a 00 00 02 0a 00 00 01" \
    "03 03 00 00 00 00 00 00" \
    "45 00 00 20 00 01 00 00 40 11 66 c6 0a 00 00 01 0a 00 00 02" \
    "a0 01 00 09 00 0c 00 00"

/* RPL: a destination advertisement with two options, the first one padding */
#define DESTINATION "02 00 00 00 00 02 02 00 00 00 00 01 86 dd" \
    "60 00 00 00 00 0c 3a 40 fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 01" \
    "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 1a 9b 02 00 00 2a 80 00 07 00 05 01 ee"

static uint8_t bytes[512];

static const wt_tape *feed(wt_session *s, const char *hex) {
    return feed_bytes(s, 1, bytes, hex_bytes(hex, bytes, sizeof bytes));
}

static void ping(void **state) {
    const wt_tape *t = feed(*state, PING);
    assert_int_equal(number_of(t, "icmp.type"), 8);
    assert_int_equal(number_of(t, "icmp.code"), 0);
    assert_int_equal(number_of(t, "icmp.seq"), 3);
    assert_int_equal(number_of(t, "icmp.checksum.status"), 1);
    const wt_item *data = item_named(t, "data.data", 0);
    assert_non_null(data);
    assert_int_equal(data->vlen, 4);
    assert_memory_equal(data->v.p, "abcd", 4);
    assert_false(t->malformed);
}

static void bad_checksum(void **state) {
    uint32_t n = hex_bytes(PING, bytes, sizeof bytes);
    bytes[n - 1] ^= 1;
    const wt_tape *t = feed_bytes(*state, 1, bytes, n);
    assert_int_equal(number_of(t, "icmp.checksum.status"), 0);
}

static void quoted_packet(void **state) {
    const wt_tape *t = feed(*state, UNREACHABLE);
    assert_int_equal(number_of(t, "icmp.type"), 3);
    assert_int_equal(number_of(t, "icmp.code"), 3);
    assert_int_equal(number_of(t, "udp.dstport"), 9);
    assert_true(headline_has(t, "Port unreachable"));
    /* The quoted packet is no traffic: it opens no flow and the frame's ends stay the router's. */
    assert_int_equal(t->src.addr[3], 2);
    assert_int_equal(t->dst.addr[3], 1);
}

static void destination_advertisement(void **state) {
    const wt_tape *t = feed(*state, DESTINATION);
    assert_int_equal(number_of(t, "icmpv6.rpl.dao.instance"), 42);
    assert_int_equal(number_of(t, "icmpv6.rpl.dao.flag.k"), 1);
    assert_int_equal(number_of(t, "icmpv6.rpl.dao.sequence"), 7);
    assert_int_equal(number_of(t, "icmpv6.rpl.opt.type"), 0);
    assert_int_equal(item_named(t, "icmpv6.data", 0)->vlen, 1);
    assert_null(item_named(t, "icmpv6.opt", 2));
    assert_false(t->malformed);
}

/* Cut at every byte: what is there is read, nothing else is, and the frame says that it was cut. */
static void cut_everywhere(void **state) {
    static const char *const frames[] = {PING, UNREACHABLE, DESTINATION};
    for (size_t k = 0; k < 3; k++) {
        uint32_t whole = hex_bytes(frames[k], bytes, sizeof bytes);
        for (uint32_t n = 0; n < whole; n++) {
            uint8_t *exact = malloc(n ? n : 1);   /* so that a sanitizer sees a read past the end */
            memcpy(exact, bytes, n);
            wt_frame f = {.data = exact, .caplen = n, .len = whole, .linktype = 1, .number = n + 1};
            const wt_tape *t = wt_session_feed(*state, &f);
            for (uint32_t i = 0; i < t->item_count; i++)
                if (t->items[i].source == 0 && !(t->items[i].flags & (WT_I_GENERATED | WT_I_NOTE)))
                    assert_true(t->items[i].offset <= n);
            assert_false(t->malformed);
            free(exact);
        }
    }
}

static int make(void **state) {
    *state = wt_session_new(NULL);
    return *state ? 0 : -1;
}

static int drop(void **state) {
    wt_session_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(ping, make, drop),
        cmocka_unit_test_setup_teardown(bad_checksum, make, drop),
        cmocka_unit_test_setup_teardown(quoted_packet, make, drop),
        cmocka_unit_test_setup_teardown(destination_advertisement, make, drop),
        cmocka_unit_test_setup_teardown(cut_everywhere, make, drop),
    };
    return cmocka_run_group_tests_name("icmp", tests, NULL, NULL);
}
