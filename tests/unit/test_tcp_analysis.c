/* What comparing TCP segments shows: each test states a rule, as segments and what is said about them. */
#include "frames.h"

enum { CLIENT, SERVER, FIN = 1, SYN = 2, RST = 4, PSH = 8, ACK = 16, MS = 1000, SECOND = 1000000 };

typedef struct step {
    int64_t us;                            /* time; the clock may go back */
    int from;
    unsigned flags;
    uint32_t seq, ack, len;
    uint16_t window;
    const char *says;                      /* names below tcp.analysis, in order; NULL: not looked at */
    const char *options;                   /* hex */
    uint32_t interface;
} step;

typedef struct trial {
    wt_session *s;
    uint64_t number;
    char says[512];
    uint64_t push;                         /* bytes since the last PSH: looked at apart from all that `says` tells */
    const wt_tape *tape;
} trial;

static void put32(uint8_t *p, uint32_t v) {
    for (int i = 0; i < 4; i++)
        p[i] = (uint8_t)(v >> (24 - 8 * i));
}

static uint32_t packet(uint8_t *out, const step *t) {
    static const uint8_t ip[20] = {0x45, 0, 0, 0, 0, 1, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2};
    uint8_t *tcp = out + 20;
    uint32_t options = t->options ? hex_bytes(t->options, tcp + 20, 40) : 0, whole = 40 + options + t->len;
    memcpy(out, ip, sizeof ip);
    out[2] = (uint8_t)(whole >> 8);
    out[3] = (uint8_t)whole;
    out[15] = t->from == CLIENT ? 1 : 2;
    out[19] = t->from == CLIENT ? 2 : 1;
    memset(tcp, 0, 20);
    tcp[0] = tcp[2] = 0x9c;
    tcp[t->from == CLIENT ? 3 : 1] = 1;
    put32(tcp + 4, t->seq);
    put32(tcp + 8, t->ack);
    tcp[12] = (uint8_t)((20 + options) << 2);
    tcp[13] = (uint8_t)t->flags;
    tcp[14] = (uint8_t)(t->window >> 8);
    tcp[15] = (uint8_t)t->window;
    memset(tcp + 20 + options, 'x', t->len);
    return whole;
}

static void collect(trial *r) {
    size_t n = 0;
    r->says[0] = 0;
    r->push = 0;
    for (uint32_t i = 0; i < r->tape->item_count; i++) {
        const wt_item *item = &r->tape->items[i];
        const wt_field *row = wt_field_get(item->field);
        if (!row || strncmp(row->name, "tcp.analysis.", 13) != 0 || strcmp(row->name, "tcp.analysis.flags") == 0)
            continue;
        if (strcmp(row->name, "tcp.analysis.push_bytes_sent") == 0) {
            r->push = item->v.u;
            continue;
        }
        n += (size_t)snprintf(r->says + n, sizeof r->says - n, "%s%s", n ? " " : "", row->name + 13);
        if (row->type != WT_NONE)
            n += (size_t)snprintf(r->says + n, sizeof r->says - n, "=%lld",
                                  (long long)item->v.u / (row->type == WT_RELTIME ? 1000 : 1));
        assert_true(n < sizeof r->says);
    }
}

static void feed(trial *r, const step *t) {
    static uint8_t bytes[70000];
    wt_frame f = {.data = bytes, .linktype = 101, .number = ++r->number, .time_ns = (SECOND + t->us) * 1000,
                  .interface = t->interface};
    f.caplen = f.len = packet(bytes, t);
    r->tape = wt_session_feed(r->s, &f);
    collect(r);
}

static void run(const step *steps, size_t n) {
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)};
    assert_non_null(r.s);
    for (size_t i = 0; i < n; i++) {
        feed(&r, &steps[i]);
        if (steps[i].says && strcmp(steps[i].says, r.says) != 0)
            fail_msg("segment %zu: \"%s\" instead of \"%s\"", i + 1, r.says, steps[i].says);
    }
    wt_session_free(r.s);
}
#define RUN(steps) run(steps, sizeof(steps) / sizeof *(steps))

/* SYN, SYN+ACK, ACK in 50 ms: client's numbers from 1000, server's from 5000. */
#define OPEN(scale) \
    {0, CLIENT, SYN, 1000, 0, 0, 8000, "", scale, 0}, \
    {20 * MS, SERVER, SYN | ACK, 5000, 1001, 0, 8000, "acks_frame=1 ack_rtt=20000", scale, 0}, \
    {50 * MS, CLIENT, ACK, 1001, 5001, 0, 8000, "acks_frame=2 ack_rtt=30000 initial_rtt=50000", NULL, 0}

static void bytes_are_counted_from_push_to_push(void **state) {
    (void)state;
    static const struct { step step; uint64_t push; } steps[] = {
        {{0, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0}, 100},
        {{0, CLIENT, ACK, 1101, 5001, 100, 8000, NULL, NULL, 0}, 200},
        {{0, SERVER, ACK, 5001, 1201, 0, 8000, NULL, NULL, 0}, 0},
        {{0, CLIENT, PSH | ACK, 1201, 5001, 50, 8000, NULL, NULL, 0}, 250},
        {{0, SERVER, PSH | ACK, 5001, 1251, 10, 8000, NULL, NULL, 0}, 10},
        {{0, CLIENT, PSH | ACK, 1251, 5011, 30, 8000, NULL, NULL, 0}, 30},
        {{0, CLIENT, ACK, 1281, 5011, 40, 8000, NULL, NULL, 0}, 40},
    };
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)};
    assert_non_null(r.s);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        feed(&r, &steps[i].step);
        assert_int_equal(r.push, steps[i].push);
    }
    wt_session_free(r.s);
}

static void a_segment_sent_again_is_timed_from_the_oldest_unacknowledged(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, "initial_rtt=50000 bytes_in_flight=100", NULL, 0},
        {101 * MS, CLIENT, ACK, 1101, 5001, 100, 8000, "initial_rtt=50000 bytes_in_flight=200", NULL, 0},
        {300 * MS, CLIENT, ACK, 1101, 5001, 100, 8000,
         "initial_rtt=50000 bytes_in_flight=200 retransmission rto=200000 rto_frame=4", NULL, 0},
    };
    RUN(steps);
}

static void less_than_a_round_trip_after_the_newest_it_is_out_of_order(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1101, 5001, 100, 8000, "initial_rtt=50000 lost_segment", NULL, 0},
        {149 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, "initial_rtt=50000 out_of_order", NULL, 0},
        {151 * MS, CLIENT, ACK, 1001, 5001, 50, 8000,
         "initial_rtt=50000 retransmission rto=51000 rto_frame=4", NULL, 0},
    };
    RUN(steps);
}

static void without_a_round_trip_three_milliseconds_count(void **state) {
    (void)state;
    static const step steps[] = {
        {0, CLIENT, ACK, 1101, 5001, 100, 8000, "bytes_in_flight=100", NULL, 0},
        {2 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0},
        {0, CLIENT, ACK, 2201, 5001, 100, 8000, "lost_segment", NULL, 0},
        {2999, CLIENT, ACK, 2001, 5001, 100, 8000, "out_of_order", NULL, 0},
        {3000, CLIENT, ACK, 2001, 5001, 100, 8000, "retransmission rto=3000 rto_frame=1", NULL, 0},
    };
    RUN(steps);
}

static void a_clock_that_went_back_makes_nothing_soon(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0},
        {100 * MS, CLIENT, ACK, 1101, 5001, 100, 8000, NULL, NULL, 0},
        {90 * MS, CLIENT, ACK, 1001, 5001, 100, 8000,
         "initial_rtt=50000 bytes_in_flight=200 retransmission rto=-10000 rto_frame=4", NULL, 0},
    };
    RUN(steps);
}

static void two_duplicate_acknowledgments_make_it_fast(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0},
        {101 * MS, CLIENT, ACK, 1101, 5001, 100, 8000, NULL, NULL, 0},
        {110 * MS, SERVER, ACK, 5001, 1001, 0, 8000,
         "initial_rtt=50000 duplicate_ack duplicate_ack_num=1 duplicate_ack_frame=2", NULL, 0},
        {111 * MS, SERVER, ACK, 5001, 1001, 0, 8000,
         "initial_rtt=50000 duplicate_ack duplicate_ack_num=2 duplicate_ack_frame=2", NULL, 0},
        {130 * MS, CLIENT, ACK, 1001, 5001, 100, 8000,
         "initial_rtt=50000 bytes_in_flight=200 fast_retransmission retransmission", NULL, 0},
        {131 * MS, CLIENT, ACK, 1001, 5001, 90, 8000,
         "initial_rtt=50000 bytes_in_flight=200 out_of_order", NULL, 0},
    };
    RUN(steps);
}

static void what_was_acknowledged_is_sent_again_in_vain(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0},
        {120 * MS, SERVER, ACK, 5001, 1101, 0, 8000, "acks_frame=4 ack_rtt=20000 initial_rtt=50000", NULL, 0},
        {121 * MS, CLIENT, ACK, 1001, 5001, 100, 8000,
         "initial_rtt=50000 bytes_in_flight=100 spurious_retransmission retransmission", NULL, 0},
    };
    RUN(steps);
}

static void part_of_a_segment_acknowledged_says_nothing(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0},
        {120 * MS, SERVER, ACK, 5001, 1051, 0, 8000, "", NULL, 0},
        {121 * MS, CLIENT, ACK, 1101, 5001, 10, 8000, "initial_rtt=50000 bytes_in_flight=60", NULL, 0},
    };
    RUN(steps);
}

static void an_acknowledgment_past_what_was_captured_is_told_once(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, SERVER, ACK, 5001, 1101, 0, 8000, "initial_rtt=50000 ack_lost_segment", NULL, 0},
        {101 * MS, SERVER, ACK, 5001, 1201, 0, 8000, "initial_rtt=50000", NULL, 0},
        {102 * MS, CLIENT, ACK, 1201, 5001, 10, 8000, "initial_rtt=50000 lost_segment", NULL, 0},
        {103 * MS, SERVER, ACK, 5001, 1221, 0, 8000, "initial_rtt=50000 ack_lost_segment", NULL, 0},
    };
    RUN(steps);
}

static void a_window_filled_to_its_edge(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN("03030100"),                  /* shift 1; a SYN's own window is never scaled */
        {60 * MS, CLIENT, ACK, 1001, 5001, 8000, 8000, "initial_rtt=50000 bytes_in_flight=8000 window_full", NULL, 0},
        {70 * MS, SERVER, ACK, 5001, 9001, 0, 100, NULL, NULL, 0},
        {80 * MS, CLIENT, ACK, 9001, 5001, 200, 8000, "initial_rtt=50000 bytes_in_flight=200 window_full", NULL, 0},
        {90 * MS, SERVER, ACK, 5001, 9201, 0, 0, "acks_frame=6 ack_rtt=10000 initial_rtt=50000 zero_window", NULL, 0},
        {95 * MS, CLIENT, ACK, 9201, 5001, 1, 8000,
         "initial_rtt=50000 bytes_in_flight=1 zero_window_probe", NULL, 0},
        {96 * MS, SERVER, ACK, 5001, 9201, 0, 0, "initial_rtt=50000 zero_window zero_window_probe_ack", NULL, 0},
        {99 * MS, SERVER, ACK, 5001, 9201, 0, 90, "initial_rtt=50000 window_update", NULL, 0},
    };
    RUN(steps);
}

static void a_keep_alive_and_its_answer(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {60 * MS, SERVER, ACK, 5001, 1001, 0, 8000, NULL, NULL, 0},
        {9 * SECOND, CLIENT, ACK, 1000, 5001, 0, 8000, "initial_rtt=50000 keep_alive", NULL, 0},
        {9 * SECOND, SERVER, ACK, 5001, 1001, 0, 8000, "initial_rtt=50000 keep_alive_ack", NULL, 0},
    };
    RUN(steps);
}

static void blocks_acknowledged_selectively_are_not_in_flight(void **state) {
    (void)state;
    static const step steps[] = {
        OPEN(NULL),
        {100 * MS, CLIENT, ACK, 1001, 5001, 100, 8000, NULL, NULL, 0},
        {100 * MS, CLIENT, ACK, 1101, 5001, 100, 8000, NULL, NULL, 0},
        {110 * MS, SERVER, ACK, 5001, 1001, 0, 8000, NULL, "0101050a0000044d000004b1", 0},
        {111 * MS, CLIENT, ACK, 1201, 5001, 100, 8000, "initial_rtt=50000 bytes_in_flight=200", NULL, 0},
        {112 * MS, SERVER, ACK, 5001, 1301, 0, 8000, NULL, NULL, 0},
        {113 * MS, CLIENT, ACK, 1301, 5001, 100, 8000, "initial_rtt=50000 bytes_in_flight=100", NULL, 0},
    };
    RUN(steps);
}

static void numbers_wrap(void **state) {
    (void)state;
    static const step steps[] = {
        {0, CLIENT, ACK, 0xffffffc0, 5001, 100, 8000, "bytes_in_flight=100", NULL, 0},
        {1 * MS, CLIENT, ACK, 0x24, 5001, 100, 8000, "bytes_in_flight=200", NULL, 0},
        {2 * MS, SERVER, ACK, 5001, 0x24, 0, 8000, "acks_frame=1 ack_rtt=2000", NULL, 0},
        {3 * MS, SERVER, ACK, 5001, 0x88, 0, 8000, "acks_frame=2 ack_rtt=2000", NULL, 0},
        {9 * MS, CLIENT, ACK, 0x24, 5001, 100, 8000,
         "bytes_in_flight=100 spurious_retransmission retransmission", NULL, 0},
    };
    RUN(steps);
}

static void expect_stream(trial *r, const step *t, uint64_t stream, const char *says) {
    feed(r, t);
    assert_int_equal(number_of(r->tape, "tcp.stream"), stream);
    assert_string_equal(r->says, says);
}

static void scaling_needs_both_sides(void **state) {
    (void)state;
    static const step steps[] = {
        {0, CLIENT, SYN, 1000, 0, 0, 8000, NULL, "03030200", 0},
        {1, SERVER, SYN | ACK, 5000, 1001, 0, 8000, NULL, NULL, 0},
        {2, CLIENT, ACK, 1001, 5001, 0, 100, NULL, NULL, 0},
    };
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)};
    for (int i = 0; i < 3; i++)
        feed(&r, &steps[i]);
    assert_int_equal(number_of(r.tape, "tcp.window_size"), 100);
    assert_int_equal((int32_t)number_of(r.tape, "tcp.window_size_scalefactor"), -2);
    wt_session_free(r.s);
}

static void a_syn_with_another_number_is_another_connection(void **state) {
    (void)state;
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)};
    expect_stream(&r, &(step){.flags = SYN, .seq = 1000}, 0, "");
    expect_stream(&r, &(step){.us = 9, .flags = SYN, .seq = 1000}, 0, "retransmission rto=9 rto_frame=1");
    expect_stream(&r, &(step){.us = 10, .flags = SYN, .seq = 7000}, 1, "reused_ports");
    wt_session_free(r.s);
}

static void an_answer_to_another_opening_is_counted_from_itself(void **state) {
    (void)state;
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)};
    expect_stream(&r, &(step){.from = SERVER, .flags = ACK, .seq = 100, .ack = 7, .len = 3, .window = 9}, 0,
                  "bytes_in_flight=3");
    expect_stream(&r, &(step){.us = 9, .from = SERVER, .flags = SYN | ACK, .seq = 9000, .ack = 7, .window = 9}, 0,
                  "reused_ports lost_segment");
    assert_int_equal(number_of(r.tape, "tcp.seq"), 0);
    wt_session_free(r.s);
}

static void a_second_capture_point_is_a_view_or_the_other_half(void **state) {
    (void)state;
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)};
    expect_stream(&r, &(step){.flags = SYN, .seq = 1000}, 0, "");
    expect_stream(&r, &(step){.us = 5, .from = SERVER, .flags = SYN | ACK, .seq = 5000, .ack = 1001, .interface = 1}, 0,
                  "acks_frame=1 ack_rtt=5");
    expect_stream(&r, &(step){.us = 6, .flags = SYN, .seq = 1000, .interface = 2}, 0, "");
    expect_stream(&r, &(step){.us = 7, .flags = SYN, .seq = 9000, .interface = 2}, 1, "reused_ports");
    expect_stream(&r, &(step){.us = 8, .flags = SYN, .seq = 9000}, 1, "reused_ports");
    expect_stream(&r, &(step){.us = 9, .flags = SYN, .seq = 9000, .interface = 3}, 1, "");
    wt_session_free(r.s);
}

/* The first fragment of a datagram whose other ones cannot be had: how long the segment is nobody knows. */
static bool hands_on(const wt_tape *t) {
    return strcmp(wt_protocol_get(t->layers[t->layer_count - 1].proto)->name, "data") == 0;
}

/* Seen from the middle on, the first segment has no data and the next one is from before it: sent again, and new
 * here. */
static void a_stream_begins_with_its_first_data(void **state) {
    (void)state;
    static const step late[] = {
        {0, CLIENT, ACK, 5000, 900, 0, 8000, NULL, NULL, 0},
        {1, CLIENT, ACK, 4800, 900, 200, 8000, NULL, NULL, 0},
        {2, CLIENT, ACK, 4700, 900, 100, 8000, NULL, NULL, 0},
        {3, CLIENT, ACK, 5000, 900, 100, 8000, NULL, NULL, 0},
    };
    static const bool told[] = {false, true, false, true};
    static const step alive[] = {
        {0, CLIENT, ACK, 5000, 900, 0, 8000, NULL, NULL, 0},
        {1, CLIENT, ACK, 4999, 900, 1, 8000, NULL, NULL, 0},
    };
    wt_options options = {.everything = true};
    trial r = {.s = wt_session_new(&options)}, other = {.s = wt_session_new(&options)};
    for (int i = 0; i < 4; i++) {
        feed(&r, &late[i]);
        assert_int_equal(hands_on(r.tape), told[i]);
    }
    for (int i = 0; i < 2; i++)
        feed(&other, &alive[i]);
    assert_false(hands_on(other.tape));
    wt_session_free(r.s);
    wt_session_free(other.s);
}

static void a_part_of_a_segment_is_not_analysed(void **state) {
    (void)state;
    static uint8_t bytes[200];
    wt_session *s = wt_session_new(NULL);
    uint32_t n = packet(bytes,
                        &(step){.flags = ACK, .seq = 1000, .ack = 1, .len = 20, .options = "1d0c0102aaaaaaaaaaaaaaaa"});
    bytes[6] = 0x20;                       /* more fragments */
    wt_frame f = {.data = bytes, .caplen = n - 1, .len = n, .linktype = 101, .number = 1};
    const wt_tape *t = wt_session_feed(s, &f);
    assert_int_equal(number_of(t, "tcp.seq"), 1000);
    assert_null(item_named(t, "tcp.len", 0));
    assert_null(item_named(t, "tcp.analysis", 0));
    assert_int_equal(item_named(t, "tcp.payload", 0)->vlen, 19);
    f.caplen = 40 + 5;                     /* cut within the option */
    t = wt_session_feed(s, &f);
    assert_int_equal(item_named(t, "tcp.options.ao", 0)->vlen, 5);
    wt_session_free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_counted_from_push_to_push),
        cmocka_unit_test(a_segment_sent_again_is_timed_from_the_oldest_unacknowledged),
        cmocka_unit_test(less_than_a_round_trip_after_the_newest_it_is_out_of_order),
        cmocka_unit_test(without_a_round_trip_three_milliseconds_count),
        cmocka_unit_test(a_clock_that_went_back_makes_nothing_soon),
        cmocka_unit_test(two_duplicate_acknowledgments_make_it_fast),
        cmocka_unit_test(what_was_acknowledged_is_sent_again_in_vain),
        cmocka_unit_test(part_of_a_segment_acknowledged_says_nothing),
        cmocka_unit_test(an_acknowledgment_past_what_was_captured_is_told_once),
        cmocka_unit_test(a_window_filled_to_its_edge),
        cmocka_unit_test(a_keep_alive_and_its_answer),
        cmocka_unit_test(blocks_acknowledged_selectively_are_not_in_flight),
        cmocka_unit_test(numbers_wrap),
        cmocka_unit_test(scaling_needs_both_sides),
        cmocka_unit_test(a_syn_with_another_number_is_another_connection),
        cmocka_unit_test(a_stream_begins_with_its_first_data),
        cmocka_unit_test(a_part_of_a_segment_is_not_analysed),
        cmocka_unit_test(an_answer_to_another_opening_is_counted_from_itself),
        cmocka_unit_test(a_second_capture_point_is_a_view_or_the_other_half),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
