/* test_rows_only.c - where only rows are looked at, what can't hold them is not read; the rows are the same. */
#include "corpus.h"

enum { MOST = 1024 };

typedef struct wanted {
    wt_fid rows[MOST];
    size_t count;
    uint64_t items, layers, layers_less;   /* in all captures; layers without and with rows_only */
} wanted;

static void want_protocol(wanted *w, const char *name) {
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        for (uint32_t f = 0; strcmp(info->name, name) == 0 && f < info->field_count; f++)
            if (strcmp(info->fields[f].name, "frame.protocols") != 0 &&
                strcmp(info->fields[f].name, "tcp.segment_data") != 0) {
                assert_true(w->count < MOST);
                w->rows[w->count++] = p << WT_FID_BITS | f;
            }
    }
}

static wt_session *session(const wanted *w, wt_keylog *keys, bool rows_only) {
    wt_session *s = wt_session_new(&(wt_options){.want = w->rows, .want_count = w->count, .rows_only = rows_only,
                                                 .crypto = wt_keylog_ops(), .crypto_state = keys,
                                                 .codec = wt_codecs()});
    assert_non_null(s);
    return s;
}

static void assert_same_items(const wt_tape *a, const wt_tape *b, const char *path) {
    bool same = a->item_count == b->item_count;
    for (uint32_t i = 0; same && i < a->item_count; i++) {
        const wt_item *x = &a->items[i], *y = &b->items[i];
        bool pointer = x->flags & WT_I_POINTER;
        same = x->field == y->field && x->offset == y->offset && x->length == y->length && x->flags == y->flags &&
               x->end == y->end && x->layer == y->layer &&
               (pointer ? x->vlen == y->vlen && (!x->vlen || memcmp(x->v.p, y->v.p, x->vlen) == 0) : x->v.u == y->v.u);
    }
    if (!same)
        fail_msg("%s: frame %llu has other items", path, (unsigned long long)a->frame->number);
}

static void both_ways(const capture *c, void *user) {
    wanted *w = user;
    wt_keylog *keys[2] = {wt_keylog_new(NULL), wt_keylog_new(NULL)};
    wt_session *s[2];
    for (int n = 0; n < 2; n++) {
        assert_int_equal(wt_keylog_add(keys[n], c->secrets ? c->secrets : "", c->secrets_len), 0);
        s[n] = session(w, keys[n], n);
    }
    for (size_t n = 0; n < c->count; n++) {
        const wt_tape *a = wt_session_feed(s[0], &c->frames[n]), *b = wt_session_feed(s[1], &c->frames[n]);
        assert_same_items(a, b, c->path);
        w->items += a->item_count;
        w->layers += a->layer_count;
        w->layers_less += b->layer_count;
    }
    for (int n = 0; n < 2; n++) {
        wt_session_free(s[n]);
        wt_keylog_free(keys[n]);
    }
}

static void heads_alone(void **state) {
    (void)state;
    wanted w = {.count = 0};
    static const char *const names[] = {"frame", "eth", "vlan", "arp", "ip", "ipv6", "icmp", "icmpv6", "tcp", "udp"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        want_protocol(&w, names[n]);
    assert_true(corpus_each(both_ways, &w) > 20);
    assert_true(w.items > 100000);
    assert_true(w.layers_less < w.layers - w.layers / 10);   /* what TCP carries was not read */
}

/* What streams carry is read where a row of it is wanted, or one that tells of it. */
static void streams_too(void **state) {
    (void)state;
    static const char *const also[] = {"http.request.method", "tls.handshake.type", "dns.qry.name", "frame.protocols",
                                       "tcp.segment_data", "wiretale.note"};
    for (size_t n = 0; n < sizeof also / sizeof *also; n++) {
        wanted w = {.rows = {wt_field_find("tcp.len"), wt_field_find(also[n])}, .count = 2};
        assert_true(w.rows[1] != WT_FID_NONE);
        assert_true(corpus_each(both_ways, &w) > 20);
        assert_true(w.layers_less == w.layers);
    }
}

typedef struct compared {
    const char *const *rows;               /* the last one is http.request.line, for which all lines are read */
    size_t count;
    uint64_t items;
} compared;

/* A head's lines are read one by one only for who wants a row of one; the other rows do not change. */
static void few_lines(const capture *c, void *user) {
    compared *t = user;
    wanted w = {.count = t->count};
    wt_keylog *keys[2] = {wt_keylog_new(NULL), wt_keylog_new(NULL)};
    wt_session *s[2];
    for (size_t n = 0; n < t->count; n++)
        assert_true((w.rows[n] = wt_field_find(t->rows[n])) != WT_FID_NONE);
    for (int n = 0; n < 2; n++, w.count--) {
        assert_int_equal(wt_keylog_add(keys[n], c->secrets ? c->secrets : "", c->secrets_len), 0);
        s[n] = session(&w, keys[n], false);
    }
    for (size_t n = 0; n < c->count; n++) {
        const wt_tape *a = wt_session_feed(s[0], &c->frames[n]), *b = wt_session_feed(s[1], &c->frames[n]);
        uint32_t k = 0;
        for (uint32_t i = 0; i < a->item_count; i++) {
            const wt_item *x = &a->items[i], *y = &b->items[k];
            if (x->field == w.rows[t->count - 1])
                continue;
            if (k++ >= b->item_count || x->field != y->field || x->offset != y->offset || x->length != y->length)
                fail_msg("%s: frame %llu has other items", c->path, (unsigned long long)a->frame->number);
        }
        assert_int_equal(k, b->item_count);
        t->items += k;
    }
    for (int n = 0; n < 2; n++) {
        wt_session_free(s[n]);
        wt_keylog_free(keys[n]);
    }
}

static void heads_of_http(void **state) {
    (void)state;
    static const char *const rows[] = {
        "http.request", "http.response", "http.request.method", "http.request.uri", "http.request.uri.path",
        "http.response.code", "http.response.phrase", "http.request.full_uri", "http.response_for.uri",
        "http.request_in", "http.time", "http.chunk_size", "http.body_part", "http.body_size", "http.te_and_length",
        "http.proxy_connect_host", "websocket.opcode", "http2.type", "tcp.len", "http.request.line"};
    compared t = {rows, sizeof rows / sizeof *rows, 0};
    assert_true(corpus_each(few_lines, &t) > 20);
    assert_true(t.items > 5000);
}

/* Who wants a row of one line alone gets it: the first and the last of each group of rows, and some between. */
static void lines_of_http(void **state) {
    (void)state;
    static const char *const rows[] = {"http.host", "http.user_agent", "http.server", "http.connection",
                                       "http.http2_settings", "http.range", "http.etag", "http.cache_control.directive",
                                       "http.set_cookie.pair", "http.set_cookie.attribute", "http.response.line"};
    uint64_t items = 0;
    for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
        const char *const both[] = {rows[n], "http.request.line"};
        compared t = {both, 2, 0};
        assert_true(corpus_each(few_lines, &t) > 20);
        items += t.items;
    }
    assert_true(items > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(heads_alone), cmocka_unit_test(streams_too),
                                       cmocka_unit_test(heads_of_http), cmocka_unit_test(lines_of_http)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
