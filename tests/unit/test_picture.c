/* test_picture.c - header pictures: every bit of a header is in one box, and the drawing is what the RFC draws. */
#include "frames.h"

#include "print/picture.h"

#define ETH "02 00 00 00 00 02 02 00 00 00 00 01 08 00"
#define IP "45 00 00 3c 26 e2 40 00 40 06 ff d7 0a 00 00 01 0a 00 00 02"
#define SYN ETH IP \
    "97 f8 00 50 70 e6 22 4b 00 00 00 00 a0 02 fa f0 88 2b 00 00 " \
    "02 04 05 b4 04 02 08 0a 0c 9c 78 c8 00 00 00 00 01 03 03 0a"

static uint8_t bytes[512];

static const wt_tape *syn(wt_session *s) { return feed_bytes(s, 1, bytes, hex_bytes(SYN, bytes, sizeof bytes)); }

static const wt_layer *layer_named(const wt_tape *t, const char *name) {
    for (uint32_t l = 0; l < t->layer_count; l++)
        if (strcmp(wt_protocol_get(t->layers[l].proto)->name, name) == 0)
            return &t->layers[l];
    fail();
    return NULL;
}

static const wt_box *box_named(const wt_box *boxes, unsigned count, const char *name) {
    for (unsigned n = 0; n < count; n++)
        if (boxes[n].field && strcmp(boxes[n].field->name, name) == 0)
            return &boxes[n];
    fail();
    return NULL;
}

static void every_bit_is_in_one_box(void **state) {
    static const char *const layers[] = {"eth", "ip", "tcp"};
    const wt_tape *t = syn(*state);
    for (size_t n = 0; n < 3; n++) {
        const wt_layer *l = layer_named(t, layers[n]);
        wt_box boxes[64];
        unsigned count = wt_boxes(t, l, boxes, 64);
        uint32_t at = 0;
        for (unsigned b = 0; b < count; b++) {
            assert_non_null(boxes[b].field);
            assert_int_equal(boxes[b].from, at);
            assert_true(boxes[b].to > at);
            at = boxes[b].to;
        }
        assert_int_equal(at, l->length * 8);
    }
}

static void boxes_say_what_the_bits_say(void **state) {
    wt_box boxes[64];
    const wt_tape *t = syn(*state);
    unsigned count = wt_boxes(t, layer_named(t, "tcp"), boxes, 64);
    const wt_box *b = box_named(boxes, count, "tcp.flags.syn");
    assert_int_equal(b->from, 110);
    assert_int_equal(b->to, 111);
    assert_int_equal(b->raw, 1);
    assert_int_equal(box_named(boxes, count, "tcp.hdr_len")->raw, 10);
    assert_int_equal(box_named(boxes, count, "tcp.seq_raw")->raw, 0x70e6224b);
}

static void too_little_room_ends_early(void **state) {
    wt_box boxes[4];
    const wt_tape *t = syn(*state);
    unsigned count = wt_boxes(t, layer_named(t, "tcp"), boxes, 4);
    assert_in_range(count, 1, 4);
    for (unsigned n = 1; n < count; n++)
        assert_int_equal(boxes[n].from, boxes[n - 1].to);
}

static void drawn(void **state) {
    static const char expected[] =
        "   0                   1                   2                   3\n"
        "   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1\n"
        "  +-------+-------+-----------+---+-------------------------------+\n"
        "  |Version|Header |   DSCP    |ECN|         Total Length          |\n"
        "  |       |Length |           |   |                               |\n"
        "  |   4   |5 > 20 |Default (0)| 0 |              60               |  45 00 00 3c\n"
        "  +-------+-------+-----------+---+-+-+-+-------------------------+\n"
        "  |        Identification         |R|D|M|     Fragment Offset     |\n"
        "  |                               |B|F|F|                         |\n"
        "  |            0x26e2             |0|1|0|            0            |  26 e2 40 00\n"
        "  +---------------+---------------+-+-+-+-------------------------+\n"
        "  | Time to Live  |   Protocol    |        Header Checksum        |\n"
        "  |      64       |    TCP (6)    |            0xffd7             |  40 06 ff d7\n"
        "  +---------------+---------------+-------------------------------+\n"
        "  |                        Source Address                         |\n"
        "  |                           10.0.0.1                            |  0a 00 00 01\n"
        "  +---------------------------------------------------------------+\n"
        "  |                      Destination Address                      |\n"
        "  |                           10.0.0.2                            |  0a 00 00 02\n"
        "  +---------------------------------------------------------------+\n";
    const wt_tape *t = syn(*state);
    wt_out *out = wt_out_new(-1);
    wt_printer *p = wt_printer_new("text", &(wt_print_options){.width = 80, .ascii = true, .picture = true}, out);
    assert_non_null(p);
    wt_picture(p, t, layer_named(t, "ip"));
    size_t n;
    const char *s = wt_out_memory(out, &n);
    assert_int_equal(n, sizeof expected - 1);
    assert_memory_equal(s, expected, n);
    wt_printer_free(p);
    wt_out_free(out);
}

/* A SYN and the segment that confirms it: what belongs together is compared, wherever it stands. */
static void two_are_compared(void **state) {
    static const char confirm[] = ETH "45 00 00 34 26 e3 40 00 3f 06 ff de 0a 00 00 01 0a 00 00 02"
        "97 f8 00 50 70 e6 22 4c e3 e1 78 2a 80 10 00 3f 51 43 00 00 01 01 08 0a 0c 9c 78 c8 80 b4 83 98";
    static uint8_t other[256];
    static wt_layout a, b;
    wt_session *second = wt_session_new(NULL);
    const wt_tape *t = syn(*state), *u = feed_bytes(second, 1, other, hex_bytes(confirm, other, sizeof other));
    assert_true(wt_layout_make(&a, t, layer_named(t, "tcp"), 32));
    assert_true(wt_layout_make(&b, u, layer_named(u, "tcp"), 32));
    wt_layout_compare(&b, u, &a, t);
    assert_false(box_named(b.boxes, b.box_count, "tcp.srcport")->differs);
    assert_true(box_named(b.boxes, b.box_count, "tcp.flags.syn")->differs);
    const wt_box *ack = box_named(b.boxes, b.box_count, "tcp.ack_raw");
    assert_true(ack->differs && ack->other && ack->other->from == ack->from);
    const wt_box *time = box_named(b.boxes, b.box_count, "tcp.options.timestamp.tsval");
    assert_false(time->differs);
    assert_true(time->other && time->other->from != time->from);
    assert_null(box_named(a.boxes, a.box_count, "tcp.options.mss_val")->other);
    assert_true(box_named(a.boxes, a.box_count, "tcp.options.mss_val")->differs);
    for (unsigned n = 0; n < b.box_count; n++)
        if (b.boxes[n].other)
            assert_ptr_equal(b.boxes[n].other->other, &b.boxes[n]);
    wt_session_free(second);
}

static int make(void **state) {
    *state = wt_session_new(NULL);
    return *state ? 0 : -1;
}

static int unmake(void **state) {
    wt_session_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_bit_is_in_one_box, make, unmake),
        cmocka_unit_test_setup_teardown(boxes_say_what_the_bits_say, make, unmake),
        cmocka_unit_test_setup_teardown(too_little_room_ends_early, make, unmake),
        cmocka_unit_test_setup_teardown(drawn, make, unmake),
        cmocka_unit_test_setup_teardown(two_are_compared, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
