/* test_tables.c - the rows' values are sorted and disjoint, their masks fit, and flags of one number do not share
 * bits. */
#include "frames.h"

static unsigned wrong;

static void complain(const wt_field *f, const char *what) {
    wrong++;
    print_message("# %s (%s): %s\n", f->name, f->label, what);
}

static void check_values(const wt_field *f) {
    for (size_t i = 0; f->values && i < f->values->count; i++) {
        const wt_value *v = &f->values->rows[i];
        if (v->lo > v->hi)
            complain(f, "a range of values is upside down");
        if (i && v->lo <= v[-1].hi)
            complain(f, "values are not sorted, or ranges overlap");
        if (!v->name || !*v->name)
            complain(f, "a value has no name");
    }
}

static void check_mask(const wt_field *f) {
    uint32_t bits = 8 * wt_type_size((enum wt_type)f->type);
    if (f->mask && (f->type < WT_U8 || f->type > WT_I64))
        complain(f, "only numbers have masks");
    else if (f->mask && bits < 64 && f->mask >> bits)
        complain(f, "the mask is wider than the type");
}

/* Length of the name up to its last dot. */
static size_t stem(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot ? (size_t)(dot - name) : 0;
}

/* Rows side by side, of one type and one stem, are bits of one number. */
static void check_siblings(const wt_protocol_info *info) {
    /* names of which one row or another stands, never both */
    static const char *const alternatives[] = {
        "tcp.options.mptcp", "llc.control", "gre.flags", "http2.flags", "dns.flags.conflict", "dns.flags.tentative",
        "websocket.pmc", "sctp.sack_nounce", "sctp.nr_sack_nounce", "sctp.abort_t", "sctp.shutdown_complete_t",
        "sctp.pckdrop", "wlan.aid", "wlan.qos", "wlan.ht.mcsset.rxbitmask"};
    for (uint32_t i = 0; i + 1 < info->field_count; i++) {
        const wt_field *a = &info->fields[i], *b = a + 1;
        size_t n = stem(a->name);
        bool either = false;
        for (size_t k = 0; k < sizeof alternatives / sizeof *alternatives; k++)
            either |= strncmp(b->name, alternatives[k], strlen(alternatives[k])) == 0;
        if (!a->mask || !b->mask || a->type != b->type || n != stem(b->name) || strncmp(a->name, b->name, n) != 0 ||
            either)
            continue;
        if (a->mask & b->mask && strcmp(a->name, b->name) != 0)
            complain(b, "shares bits with the row before it");
    }
}

static void test_tables(void **state) {
    (void)state;
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        for (uint32_t f = 0; f < info->field_count; f++) {
            check_values(&info->fields[f]);
            check_mask(&info->fields[f]);
        }
        check_siblings(info);
    }
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_tables)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
