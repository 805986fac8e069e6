/* test_rows.c - every row of every protocol is emitted by some capture or golden page. */
#include "corpus.h"

enum { MOST = 256 << WT_FID_BITS };

static uint8_t seen[MOST];

static void read_all(const capture *c, wt_session *s, wt_keylog *late) {
    for (size_t i = 0; i < c->count; i++) {
        if (late && i == c->count / 2)
            wt_keylog_add(late, c->secrets, c->secrets_len);
        const wt_tape *tape = wt_session_feed(s, &c->frames[i]);
        for (uint32_t k = 0; k < tape->item_count; k++)
            if (tape->items[k].field < MOST)
                seen[tape->items[k].field] = 1;
    }
    wt_session_free(s);
}

/* Once with the secrets known from the start, and once with secrets that come late. */
static void look(const capture *c, void *user) {
    (void)user;
    wt_keylog *keys;
    read_all(c, corpus_session(c, NULL, &keys), NULL);
    wt_keylog_free(keys);
    if (!c->secrets_len)
        return;
    capture bare = *c;
    bare.secrets_len = 0;
    wt_session *s = corpus_session(&bare, NULL, &keys);
    read_all(c, s, keys);
    wt_keylog_free(keys);
}

static void test_rows(void **state) {
    (void)state;
    assert_true(corpus_each(look, NULL) > 1);
    unsigned missing = 0;
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        for (uint32_t f = 0; f < info->field_count; f++) {
            const wt_field *row = &info->fields[f];
            bool shown = seen[(p << WT_FID_BITS) + f] || (row->flags & WT_ALIAS);
            if (!shown && ++missing)
                print_message("# never emitted: %s (row %u of %s)\n", row->name, f, info->name);
        }
    }
    assert_int_equal(missing, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
