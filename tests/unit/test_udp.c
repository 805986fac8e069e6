/* test_udp.c - which messages belong to one conversation, and what number it has. */
#include "datagram.h"

static uint8_t frame[2048];

typedef struct message {
    uint16_t from, to;
    bool back;
    const char *text;
    uint32_t interface;
} message;

static const wt_tape *feed_message(wt_session *s, message m) {
    const char *text = m.text ? m.text : "x";
    uint32_t n = datagram(frame, m.from, m.to, m.back, (const uint8_t *)text, (uint32_t)strlen(text));
    wt_frame f = {.data = frame, .caplen = n, .len = n, .linktype = 1, .number = 1, .interface = m.interface};
    return wt_session_feed(s, &f);
}

static uint64_t stream_of(wt_session *s, message m) { return number_of(feed_message(s, m), "udp.stream"); }

static void both_ways_are_one(void **state) {
    assert_int_equal(stream_of(*state, (message){.from = 4000, .to = 5000}), 0);
    assert_int_equal(stream_of(*state, (message){.from = 4001, .to = 5000}), 1);
    assert_int_equal(stream_of(*state, (message){.from = 5000, .to = 4000, .back = true}), 0);
}

static void capture_points_share_the_number(void **state) {
    assert_int_equal(stream_of(*state, (message){.from = 4000, .to = 5000}), 0);
    assert_int_equal(stream_of(*state, (message){.from = 4000, .to = 5000, .interface = 1}), 0);
    assert_int_equal(stream_of(*state, (message){.from = 5000, .to = 4000, .back = true, .interface = 2}), 0);
    assert_int_equal(stream_of(*state, (message){.from = 4002, .to = 5000, .interface = 3}), 1);
}

static void snmp_begins_twice(void **state) {
    assert_int_equal(stream_of(*state, (message){.from = 4000, .to = 161}), 0);
    assert_int_equal(stream_of(*state, (message){.from = 161, .to = 4000, .back = true}), 1);
    assert_int_equal(stream_of(*state, (message){.from = 4000, .to = 161}), 1);
}

#define CALL(back, ip, media) (message){5060, 5060, back, SDP("c=IN IP4 " ip, media), 0}
#define SDP(connection, media) "INVITE sip:b@example.com SIP/2.0\r\n\r\nv=0\r\n" connection "\r\nm=" media "\r\n"

static void announced_media_begin_anew(void **state) {
    assert_int_equal(stream_of(*state, CALL(false, "10.0.0.1", "audio 6000 RTP/AVP 0")), 0);
    assert_int_equal(stream_of(*state, (message){.from = 7000, .to = 6000, .back = true}), 1);
    assert_int_equal(stream_of(*state, (message){.from = 7002, .to = 6000, .back = true}), 1);
    assert_int_equal(stream_of(*state, (message){.from = 7001, .to = 6001, .back = true}), 2);
    assert_int_equal(stream_of(*state, CALL(true, "10.0.0.2", "audio 7000 RTP/AVP 0")), 0);
    assert_int_equal(stream_of(*state, (message){.from = 6000, .to = 7000}), 1);
    assert_int_equal(stream_of(*state, (message){.from = 7000, .to = 6000, .back = true}), 3);
    assert_int_equal(stream_of(*state, CALL(false, "10.0.0.1", "audio 6000 RTP/AVP 0")), 0);
    assert_int_equal(stream_of(*state, (message){.from = 6000, .to = 7000}), 4);
}

static void what_announces_nothing(void **state) {
    static const char *const texts[] = {
        SDP("c=IN IP4 10.0.0.1", "audio 0 RTP/AVP 0"), SDP("c=IN IP4 $", "audio 6000 RTP/AVP 0"),
        SDP("c=IN IP4 10.0.0.1", "audio 66000 RTP/AVP 0"), SDP("c=IN IP4 10.0.0.1", "audio 6000 TCP/MSRP *"),
        SDP("c=IN IP4 10.0.0.1234567890123456789012345678901234567890123456789", "audio 6000 RTP/AVP 0"),
        SDP("c=IN IP4", "audio"), SDP("c=", ""), "m=", "c=\nm=\nv="};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(stream_of(*state, (message){5060, 5060, false, texts[i], 0}), 0);
    assert_int_equal(stream_of(*state, (message){.from = 7000, .to = 6000, .back = true}), 1);
    assert_int_equal(stream_of(*state, (message){.from = 7002, .to = 6000, .back = true}), 2);
}

static void cut_descriptions(void **state) {
    const char *text = SDP("c=IN IP6 2001:db8::1", "audio 6000 RTP/AVP 0");
    cut_and_change(*state, 5060, 5060, (const uint8_t *)text, (uint32_t)strlen(text));
}

/* A line a frame says whose message could not be read, not only that UDP carried one. */
static void malformed_messages_are_told(void **state) {
    static const struct {
        uint16_t port;
        const char *text, *name;
    } cases[] = {{67, "12345", "dhcp"}, {546, "1", "dhcpv6"}, {9, "12345", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const wt_tape *t = feed_message(*state, (message){50000, cases[i].port, false, cases[i].text, 0});
        const char *name = wt_protocol_get(t->layers[t->top].proto)->name;
        assert_int_equal(headline_has(t, "malformed"), cases[i].name != NULL);
        assert_string_equal(name, cases[i].name ? cases[i].name : "udp");
    }
}

static int make(void **state) { return !(*state = wt_session_new(NULL)); }
static int drop(void **state) {
    wt_session_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(both_ways_are_one, make, drop),
        cmocka_unit_test_setup_teardown(capture_points_share_the_number, make, drop),
        cmocka_unit_test_setup_teardown(snmp_begins_twice, make, drop),
        cmocka_unit_test_setup_teardown(announced_media_begin_anew, make, drop),
        cmocka_unit_test_setup_teardown(what_announces_nothing, make, drop),
        cmocka_unit_test_setup_teardown(cut_descriptions, make, drop),
        cmocka_unit_test_setup_teardown(malformed_messages_are_told, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
