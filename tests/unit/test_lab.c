/* test_lab.c - expressions over a capture, values by seed, and grading, without making a network. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lab/aloud.h"
#include "lab/delay.h"
#include "lab/grade.h"
#include "lab/net.h"
#include "lab/table.h"

static trace *capture;

static int open_capture(void **state) {
    wt_problem problem;
    (void)state;
    capture = trace_open("captures/00-first-frame.pcapng", &problem);
    return capture ? 0 : -1;
}

static int close_capture(void **state) {
    (void)state;
    trace_close(capture);
    return 0;
}

static void is(const char *text, const char *wanted) {
    expr_context c = {.trace = capture, .point = "client"};
    wt_problem problem = {.text = ""};
    answer a;
    if (!expr_value(&c, text, &a, &problem))
        fail_msg("%s: %s", text, problem.text);
    assert_string_equal(a.text, wanted);
}

static void is_wrong(const char *text, const char *because) {
    expr_context c = {.trace = capture, .point = "client"}, form = {.trace = NULL};
    wt_problem problem = {.text = ""};
    answer a;
    assert_false(expr_value(&c, text, &a, &problem));
    if (!strstr(problem.text, because))
        fail_msg("%s: %s", text, problem.text);
    expr_value(&form, text, &a, &problem);      /* nothing but the form: must not crash */
}

static void arithmetic(void **state) {
    (void)state;
    is("1 + 2 * 3", "7");
    is("(1 + 2) * 3 - -4", "13");
    is("7 % 4 + 10 / 4", "5.5");
    is("1 == 1 and not 2 > 3", "1");
    is("1 > 2 or 2 <= 2", "1");
    is("if(2 > 1, \"yes\", \"no\")", "yes");
    is("abs(3 - 5)", "2");
    is("round(2.4) + round(2.5)", "5");
    is_wrong("1 / 0", "zero");
    is_wrong("1 +", "expected");
    is_wrong("1 2", "from here on");
    is_wrong("nothing(1)", "no function");
    is_wrong("\"open", "without an end");
    is_wrong("((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))", "too many");
}

static void sets(void **state) {
    (void)state;
    is("count(frames(arp) in first)", "2");
    is("count(frames(arp) at all in first)", "4");
    is("count(frames(icmp.type == 8) in first)", "1");
    is("has(frames(tcp))", "0");
    is("number(frames(tcp))", "0");
    is("number(frames(arp))", "1");
    is("value(frames(arp.opcode == 1) in first, eth.dst)", "ff:ff:ff:ff:ff:ff");
    is("distinct(frames(arp), arp.opcode)", "2");
    is("value(frames(icmp.type == 8) in first, frame.len) - value(frames(icmp.type == 8) in first, ip.len)", "14");
    is("sum(frames(icmp) in again, ip.len) == 2 * first(frames(icmp) in again, ip.len)", "1");
    is("max(frames(arp), frame.number) == last(frames(arp), frame.number)", "1");
    is("count(frames(frame) in nowhere)", "0");
    is("count(frames(frame) at nowhere)", "0");
    is("count(messages(ip, ip.proto == 1) in first)", "2");
    is("count(frames(arp) in first after frames(arp))", "1");
    is("count(frames(arp) in first before frames(arp.opcode == 2))", "1");
    is("first(frames(arp) in first after frames(arp) in first, arp.opcode)", "2");
    is("count(frames(frame) in first after frames(arp) before frames(icmp))", "1");
    is("count(frames(frame) after frames(tcp))", "0");
    is("count(frames(frame) before frames(tcp))", "0");
    is_wrong("count(frames(frame) after 7)", "expected frames");
    is_wrong("count(frames(frame) after frames(arp.nonsense))", "arp.nonsense");
    is_wrong("value(frames(arp), arp.opcode)", "not the same");
    is_wrong("first(frames(tcp), tcp.len)", "no such frame");
    is_wrong("count(frames(arp.nonsense))", "arp.nonsense");
    is_wrong("first(frames(arp), arp.nonsense)", "no field");
    is_wrong("count(frames(arp)", "expected");
    is_wrong("count(frames(arp", "without an end");
    is_wrong("count(messages(nonsense, arp))", "no protocol");
}

static void delays_between_points(void **state) {
    (void)state;
    is("undelivered(frames(icmp.type == 8) at client in all, frames(icmp.type == 8) at server in all, icmp.seq)", "0");
    is("undelivered(frames(arp) at client in all, frames(tcp) at server in all, arp.opcode)", "2");
    is("median_delay(frames(icmp.type == 8) in first, frames(icmp) in first, icmp.seq)", "0");
    is("abs(worst_delay(frames(icmp.type == 8) in first, frames(icmp.type == 0) in first, icmp.seq) - "
       "1000 * (last(frames(icmp.type == 0) in first, frame.time_relative) - "
       "first(frames(icmp.type == 8) in first, frame.time_relative))) <= 0.005001", "1");
    is_wrong("median_delay(frames(arp), frames(tcp), arp.opcode)", "arrives");
    is_wrong("median_delay(frames(arp), frames(tcp), arp.nonsense)", "no field");
    is_wrong("median_delay(frames(arp), frames(arp.nonsense), arp.opcode)", "arp.nonsense");
    is_wrong("median_delay(frames(arp), arp.opcode)", "expected frames");
}

static void the_middle(void **state) {
    double odd[] = {1, 2, 9}, even[] = {1, 2, 4, 9};
    (void)state;
    assert_true(delays_median(&(delays){.ms = odd, .count = 3}) == 2);
    assert_true(delays_median(&(delays){.ms = even, .count = 4}) == 3);
    assert_true(delays_median(&(delays){.ms = odd}) == 0);
}

static bool has_line(const char *text, const char *line) {
    size_t n = strlen(line);
    for (const char *p = text; (p = strstr(p, line)) != NULL; p++)
        if ((p == text || p[-1] == '\n') && p[n] == '\n')
            return true;
    return false;
}

static void tables(void **state) {
    (void)state;
    lab_head rows[] = {{.name = "all frames", .is = "frame"}, {.name = "of ARP", .is = "arp"},
                       {.name = "of TCP", .is = "tcp"}};
    lab_head columns[] = {{.name = "frames here", .value = "count(frames({row}) at client in all)"},
                          {.name = "twice that", .is = "2", .x = 2}, {.name = "{n} times", .is = "8", .x = 8}};
    lab_table is = {.name = "t", .title = "Counted",
                    .value = "count(frames({row}) at client in all) * {column} + if({column} == 8, 0, 5)",
                    .rows = rows, .rows_count = 3, .columns = columns, .columns_count = 3, .axis = "times"};
    lab_file file = {.tables = &is, .tables_count = 1};
    lab l = {.file = &file};
    vary v = {.seed = 1};
    vary_add(&v, "n", "8");
    grading how = {&l, &v, capture};
    table *t = malloc(sizeof *t);
    char text[4000] = "", wanted[100];
    assert_ptr_equal(table_named(&l, "t"), &is);
    assert_null(table_named(&l, "u"));
    table_find(t, &how, &is, NULL);
    assert_true(t->known[0][0] && t->value[1][1] == 2 * t->value[1][0] + 5 && t->value[2][2] == 0);
    page p = {.to = fmemopen(text, sizeof text, "w"), .width = 80};
    table_print(t, &p);
    p.prose = true;
    table_print(t, &p);
    fclose(p.to);
    snprintf(wanted, sizeof wanted, "  2  of ARP      %6.0f  %5.0f  %5.0f", t->value[1][0], t->value[1][1],
             t->value[1][2]);
    if (!has_line(text, wanted) || !has_line(text, "                 frames  twice      8") ||
        !has_line(text, "                   here   that  times"))
        fail_msg("%s in %s", wanted, text);
    snprintf(wanted, sizeof wanted, "of ARP. frames here: %.0f; twice that: %.0f; 8 times: %.0f", t->value[1][0],
             t->value[1][1], t->value[1][2]);
    assert_true(has_line(text, wanted));
    free(t);
}

static void curves_cross_once(void **state) {
    (void)state;
    lab_head rows[] = {{.name = "falling", .is = "0"}, {.name = "level", .is = "1"}, {.name = "nearly", .is = "2"}},
             columns[] = {{.name = "one", .is = "100", .x = 1}, {.name = "hundred", .is = "1", .x = 100}};
    lab_table is = {.title = "Cost", .axis = "a second",
                    .value = "if({row} == 0, {column}, if({row} == 1, 10.1, 10 + {column} / 500))",
                    .rows = rows, .rows_count = 3, .columns = columns, .columns_count = 2};
    lab_file file = {.tables = &is, .tables_count = 1};
    lab l = {.file = &file};
    vary v = {.seed = 1};
    grading how = {&l, &v, capture};
    table *t = malloc(sizeof *t);
    crossing all[TABLE_CROSSINGS];
    char text[9000] = "";
    size_t n;
    table_find(t, &how, &is, NULL);
    assert_true(table_has_curves(t));
    assert_int_equal(table_crossings(t, all), 2);      /* the two that are nearly the same cross by chance: not told */
    assert_int_equal(all[0].below, 0);
    assert_int_equal(all[0].above, 1);
    assert_true(all[0].x > 9.8 && all[0].x < 10);      /* 100 / x = 10.1 */
    page p = {.to = fmemopen(text, sizeof text, "w"), .width = 60};
    table_plot(t, &p);
    fclose(p.to);
    assert_non_null(strstr(text, " ┤1"));
    assert_non_null(strstr(text, "“falling” is less than “level” from about 9.9 a second on"));
    wt_out *o = wt_out_new(-1);
    table_svg(t, o);
    const char *svg = wt_out_memory(o, &n);
    assert_true(n > 1000 && memcmp(svg, "<svg ", 5) == 0 && memmem(svg, n, "<title>falling, hundred: 1</title>", 34));
    wt_out_free(o);
    free(t);
}

/* How often the two rows cross in four columns, at 1, 2, 4 and 8; the first of them. */
static unsigned crossings_of(const char *upper, const char *lower, crossing *first) {
    lab_head rows[] = {{.name = "a", .is = upper}, {.name = "b", .is = lower}},
             columns[] = {{.name = "1", .x = 1}, {.name = "2", .x = 2}, {.name = "4", .x = 4}, {.name = "8", .x = 8}};
    lab_table is = {.title = "T", .rows = rows, .rows_count = 2, .columns = columns,
                    .columns_count = 4};
    table t = {.is = &is, .row_count = 2, .column_count = 4};
    crossing all[TABLE_CROSSINGS];
    for (unsigned r = 0; r < 2; r++) {
        const char *next = rows[r].is;
        for (unsigned c = 0; c < 4; c++) {
            char *end;
            t.value[r][c] = strtod(next, &end);
            t.known[r][c] = end != next;
            next = end;
        }
    }
    unsigned n = table_crossings(&t, all);
    *first = all[0];
    return n;
}

static void curves_cross_where_they_touch_for_a_while(void **state) {
    crossing first;
    (void)state;
    assert_int_equal(crossings_of("318 201 114 50", "205 207 207 207", &first), 1);     /* equal at 2, behind it */
    assert_true(first.below == 0 && first.above == 1 && first.after == 0 && first.x > 1.9 && first.x < 2);
    assert_int_equal(crossings_of("366 201 114 50", "191 192 193 193", &first), 1);     /* on the near side */
    assert_true(first.below == 0 && first.after == 1 && first.x > 2 && first.x < 2.3);
    assert_int_equal(crossings_of("200 101 99 50", "100 100 100 100", &first), 1);      /* twice: said once */
    assert_true(first.after == 1 && first.x > 2 && first.x < 4);
    assert_int_equal(crossings_of("200 99 101 50", "100 100 100 100", &first), 1);
    assert_true(first.after == 0);
    assert_int_equal(crossings_of("200 100 100 50", "100 100 100 100", &first), 1);
    assert_int_equal(crossings_of("50 100 100 200", "100 100 100 100", &first), 1);
    assert_int_equal(first.below, 1);
}

static void curves_about_equal_do_not_cross(void **state) {
    crossing first;
    (void)state;
    assert_int_equal(crossings_of("101 99 101 99", "100 100 100 100", &first), 0);
    assert_int_equal(crossings_of("200 101 99 99", "100 100 100 100", &first), 0);      /* about equal from there on */
    assert_int_equal(crossings_of("200 99 101 200", "100 100 100 100", &first), 0);     /* near, and away again */
    assert_int_equal(crossings_of("200 0 99 50", "100 100 100 100", &first), 0);        /* a point is missing */
    assert_int_equal(crossings_of("200 50 200 50", "100 100 100 100", &first), 3);
}

static void the_same_options_stay_in_order(void **state) {
    lab_option options[] = {{.key = "a", .text = "A"}, {.key = "b", .text = "B"}, {.key = "c", .text = "C"},
                            {.key = "d", .text = "D"}};
    lab_question questions[] = {{.id = "first", .kind = LAB_ORDER, .options = options, .options_count = 4},
                                {.id = "second", .kind = LAB_CHOICE, .options = options, .options_count = 4},
                                {.id = "third", .kind = LAB_CHOICE, .options = options + 1, .options_count = 3}};
    lab_step step = {.id = "s", .predict = questions, .predict_count = 1, .ask = questions + 1, .ask_count = 2};
    lab_file file = {.steps = &step, .steps_count = 1};
    lab l = {.file = &file};
    unsigned first[GRADE_OPTIONS], second[GRADE_OPTIONS], other[GRADE_OPTIONS], shuffled = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        grade_order(&l, seed, &questions[0], first);
        grade_order(&l, seed, &questions[1], second);
        grade_order(&l, seed, &questions[2], other);
        assert_memory_equal(first, second, 4 * sizeof *first);
        assert_true(other[0] < 3 && other[1] < 3 && other[2] < 3);
        shuffled += first[0] != 0;
    }
    assert_true(shuffled > 5);
}

static void texts_of_digits_are_numbers(void **state) {
    wt_problem problem;
    trace *first = capture;
    (void)state;
    capture = trace_open("captures/sse.pcapng", &problem);
    assert_non_null(capture);
    is("value(frames(http.last_event_id) at all, http.last_event_id) + 1", "3");
    is("max(frames(sse.id) at all, sse.id) - min(frames(sse.id) at all, sse.id) + 1 - "
       "distinct(frames(sse.id) at all, sse.id)", "0");
    is("list(frames(sse.id) at all, sse.id)", "1, 2, 3");
    is_wrong("max(frames(sse.id) at all, sse.event)", "no number");
    trace_close(capture);
    capture = first;
}

static void evidence_is_kept(void **state) {
    (void)state;
    evidence e = {.count = 0};
    expr_context c = {.trace = capture, .point = "client", .step = "first", .evidence = &e};
    wt_problem problem;
    answer a;
    assert_true(expr_value(&c, "last(frames(arp), frame.number) - number(frames(arp))", &a, &problem));
    assert_int_equal(e.count, 2);
    assert_true(e.frames[0] < e.frames[1]);
    for (uint64_t f = 100; f < 300; f++)
        evidence_add(&e, f);
    assert_int_equal(e.count, EXPR_EVIDENCE);
    assert_true(e.more);
}

static void seeds(void **state) {
    (void)state;
    lab_vary row[] = {{.name = "port", .from = 1000, .to = 1003},
                      {.name = "who", .one_of = (const char *[]){"a", "b", "c"}, .one_of_count = 3}};
    lab_file file = {.vary = row, .vary_count = 2};
    vary v, w;
    unsigned seen = 0;
    for (uint64_t seed = 1; seed < 60; seed++) {
        vary_choose(&v, &file, seed);
        vary_choose(&w, &file, seed);
        assert_string_equal(v.values[0].text, w.values[0].text);
        assert_string_equal(v.values[1].text, w.values[1].text);
        unsigned port = (unsigned)atoi(v.values[0].text);
        assert_in_range(port, 1000, 1003);
        seen |= 1u << (port - 1000);
    }
    assert_int_equal(seen, 15);
    char *text = vary_fill(&v, "{who}{nobody}{ {= x({who}) }");
    assert_true(strstr(text, "{nobody}{ {= x(") && !strstr(text, "{who}"));
    free(text);
}

static bool agrees(const lab_question *q, const char *right, const char *given) {
    vary v = {.seed = 4};
    lab_file file = {.title = ""};
    lab l = {.file = &file};
    grading g = {&l, &v, capture};
    truth t = {.known = true, .value = {.is_text = q->kind != LAB_NUMBER, .number = atof(right)},
               .frames = {.frames = {4, 9}, .count = 2}};
    snprintf(t.value.text, sizeof t.value.text, "%s", right);
    return truth_agrees(&g, q, NULL, &t, given);
}

static void answers(void **state) {
    (void)state;
    lab_option options[] = {{.key = "one"}, {.key = "two"}, {.key = "three"}};
    lab_question number = {.id = "n", .kind = LAB_NUMBER}, near = {.id = "n", .kind = LAB_NUMBER, .tolerance = "0.5"},
                 text = {.id = "t", .kind = LAB_TEXT}, frame = {.id = "f", .kind = LAB_FRAME},
                 choice = {.id = "c", .kind = LAB_CHOICE, .options = options, .options_count = 3},
                 order = {.id = "o", .kind = LAB_ORDER, .options = options, .options_count = 3};
    assert_true(agrees(&number, "1460", "1,460") && agrees(&number, "1460", "0x5b4") &&
                agrees(&number, "1460", "1460 bytes"));
    assert_true(agrees(&number, "1234567", "1,234,567") && agrees(&number, "-1460", "-1_460") &&
                agrees(&number, "295.83", "295.83 ms"));
    assert_false(agrees(&number, "29583", "295,83") || agrees(&number, "1234567", "1234,567") ||
                 agrees(&number, "1460", "1,4600") || agrees(&number, "460", "0,460") ||
                 agrees(&number, "10", "10.0.0.1") || agrees(&number, "1460", "1,460,"));
    assert_false(agrees(&number, "1460", "1461") || agrees(&number, "0", "") || agrees(&number, "0", "none") ||
                 agrees(&number, "1", "nan"));
    assert_true(agrees(&near, "3", "3.4") && !agrees(&near, "3", "3.6"));
    assert_true(agrees(&text, "ff:ff:ff:ff:ff:ff", " FF-ff-FF-ff-ff-ff ") && !agrees(&text, "10.0.0.1", "10.0.0.11"));
    assert_true(agrees(&frame, "", "9") && agrees(&frame, "", "4") && !agrees(&frame, "", "5"));
    assert_true(agrees(&choice, "two", "TWO") && !agrees(&choice, "two", "one") && !agrees(&choice, "two", "two one"));
    assert_true(agrees(&order, "two, one, three", "two one,three") && !agrees(&order, "two, one, three", "two, one"));
    unsigned right = 0;
    for (char letter[] = "a"; letter[0] <= 'd'; letter[0]++)
        right += agrees(&choice, "two", letter);
    assert_int_equal(right, 1);
}

static void texts(void **state) {
    (void)state;
    vary v = {.seed = 1};
    lab_file file = {.title = ""};
    lab l = {.file = &file};
    grading g = {&l, &v, capture};
    lab_question q = {.id = "n", .kind = LAB_NUMBER, .at = "client", .truth = "count(frames(arp) in first)"};
    truth t;
    truth_find(&g, &q, NULL, &t);
    assert_true(t.known);
    char *said =
        truth_fill(&g, &q, NULL, &t, "3", "{truth} not {given}: {frames}, {= 1 + count(frames(arp) in first)}");
    assert_string_equal(said, "2 not 3: frames 1 and 4, 3");
    free(said);
    said = truth_fill(&g, &q, NULL, &t, "{= 1 + 1} {truth}", "{given}");   /* what a learner writes is no expression */
    assert_string_equal(said, "{= 1 + 1} {truth}");
    free(said);
    capture->cut = true;                   /* a capture that is not whole is not graded */
    truth_find(&g, &q, NULL, &t);
    capture->cut = false;
    assert_false(t.known);
    assert_false(truth_agrees(&g, &q, NULL, &t, "2"));
}

/* A bar and its legend are for the eye; a line that happens to have two signs of percent is not. */
static void aloud(void **state) {
    (void)state;
    char text[2000] = "";
    static const char lines[] = "  ..::::++++++HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH\n"
                                "  . link 3.5 %  : network 5.0 %  + transport 8.1 %  H heads 50.6 %\n"
                                "  Request URI             /find?a=x%20y%2Fz\n"
                                "  Of all 12 % were lost where 10 % were set\n";
    page p = {.to = fmemopen(text, sizeof text, "w"), .width = 80, .prose = true};
    aloud_lines(&p, lines, sizeof lines - 1);
    fclose(p.to);
    assert_string_equal(text, "Request URI /find?a=x%20y%2Fz\nOf all 12 % were lost where 10 % were set\n");
}

static void addresses(void **state) {
    (void)state;
    assert_int_equal(net_address("lo", "10.0.0.300/24"), EINVAL);
    assert_int_equal(net_address("lo", "10.0.0.1/33"), EINVAL);
    assert_int_equal(net_address("lo", "10.0.0.1/"), EINVAL);
    assert_int_equal(net_route("default", "nobody"), EINVAL);
    assert_int_equal(net_sysctl("../../etc/passwd", "x"), EINVAL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic), cmocka_unit_test(sets), cmocka_unit_test(delays_between_points),
        cmocka_unit_test(the_middle), cmocka_unit_test(tables), cmocka_unit_test(curves_cross_once),
        cmocka_unit_test(curves_cross_where_they_touch_for_a_while), cmocka_unit_test(curves_about_equal_do_not_cross),
        cmocka_unit_test(the_same_options_stay_in_order),
        cmocka_unit_test(texts_of_digits_are_numbers), cmocka_unit_test(evidence_is_kept), cmocka_unit_test(seeds),
        cmocka_unit_test(answers), cmocka_unit_test(texts), cmocka_unit_test(addresses), cmocka_unit_test(aloud)};
    return cmocka_run_group_tests(tests, open_capture, close_capture);
}
