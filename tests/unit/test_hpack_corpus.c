/* test_hpack_corpus.c - every header block in our captures, or in those named, against nghttp2's inflater. */
#include "corpus.h"

#include <nghttp2/nghttp2.h>

/* One direction of a connection: what we read and what nghttp2 reads. */
typedef struct side {
    uint64_t stream;
    uint16_t port;
    nghttp2_hd_inflater *inflater;
    bool late;                             /* nghttp2 can't read on: the beginning was not captured */
    char *text[2];
    size_t n[2], room[2];
} side;

static side sides[512];
static size_t count, blocks;
static wt_fid names, values, fragments[3], ended;

static void add(side *x, int who, const void *p, size_t n) {
    if (x->n[who] + n > x->room[who]) {
        x->room[who] = 2 * (x->n[who] + n) + 4096;
        x->text[who] = realloc(x->text[who], x->room[who]);
        assert_non_null(x->text[who]);
    }
    if (n)
        memcpy(x->text[who] + x->n[who], p, n);
    x->n[who] += n;
}

static side *side_of(uint64_t stream, uint16_t port) {
    for (size_t i = 0; i < count; i++)
        if (sides[i].stream == stream && sides[i].port == port)
            return &sides[i];
    if (count == sizeof sides / sizeof *sides)
        return NULL;
    side *x = &sides[count++];
    *x = (side){.stream = stream, .port = port};
    assert_int_equal(nghttp2_hd_inflate_new(&x->inflater), 0);
    /* Whatever size the sender chooses is one that it was allowed. */
    assert_int_equal(nghttp2_hd_inflate_change_table_size(x->inflater, 65536), 0);
    return x;
}

static void inflate(side *x, const uint8_t *p, size_t n, bool end) {
    while (!x->late) {
        nghttp2_nv nv;
        int flags = 0;
        ssize_t used = nghttp2_hd_inflate_hd2(x->inflater, &nv, &flags, p, n, end);
        if (used < 0) {
            x->late = true;
            return;
        }
        p += used;
        n -= (size_t)used;
        if (flags & NGHTTP2_HD_INFLATE_EMIT) {
            add(x, 1, nv.name, nv.namelen);
            add(x, 1, ": ", 2);
            add(x, 1, nv.value, nv.valuelen);
            add(x, 1, "\n", 1);
        }
        if (flags & NGHTTP2_HD_INFLATE_FINAL) {
            nghttp2_hd_inflate_end_headers(x->inflater);
            blocks++;
            return;
        }
        if (!n && !(flags & NGHTTP2_HD_INFLATE_EMIT))
            return;
    }
}

static bool is_fragment(wt_fid f) { return f == fragments[0] || f == fragments[1] || f == fragments[2]; }

static void look_layer(const wt_tape *tape, uint32_t l, side *x) {
    bool end = false;
    for (uint32_t i = tape->layers[l].first; i < tape->layers[l].end; i++) {
        const wt_item *item = &tape->items[i];
        if (item->field == ended)
            end = item->v.u;
        else if (is_fragment(item->field))
            inflate(x, item->v.p, item->vlen, end);
        else if (item->field == names || item->field == values) {
            add(x, 0, item->v.p, item->vlen);
            add(x, 0, item->field == names ? ": " : "\n", item->field == names ? 2 : 1);
        }
    }
}

static void look(const capture *c, void *user) {
    (void)user;
    wt_keylog *keys;
    wt_session *s = corpus_session(c, NULL, &keys);
    uint32_t http2 = (uint32_t)wt_protocol_find("http2");
    for (size_t f = 0; f < c->count; f++) {
        const wt_tape *tape = wt_session_feed(s, &c->frames[f]);
        const wt_item *stream = item_named(tape, "tcp.stream", 0);
        for (uint32_t l = 0; l < tape->layer_count && stream; l++) {
            side *x = tape->layers[l].proto == http2 ? side_of(stream->v.u, tape->src.port) : NULL;
            if (x)
                look_layer(tape, l, x);
        }
    }
    for (size_t i = 0; i < count; i++) {
        side *x = &sides[i];
        if (!x->late && (x->n[0] != x->n[1] || (x->n[0] && memcmp(x->text[0], x->text[1], x->n[0]) != 0)))
            fail_msg("%s, stream %u from port %u:\n%.*s\nnghttp2:\n%.*s", c->path, (unsigned)x->stream, x->port,
                     (int)x->n[0], x->text[0], (int)x->n[1], x->text[1]);
        nghttp2_hd_inflate_del(x->inflater);
        free(x->text[0]);
        free(x->text[1]);
    }
    count = 0;
    wt_session_free(s);
    wt_keylog_free(keys);
}

static char **paths;

static void what_nghttp2_reads(void **state) {
    (void)state;
    names = wt_field_find("http2.header.name");
    values = wt_field_find("http2.header.value");
    fragments[0] = wt_field_find("http2.headers");
    fragments[1] = wt_field_find("http2.push_promise.header");
    fragments[2] = wt_field_find("http2.continuation.header");
    ended = wt_field_find("http2.flags.eh");
    bool named = *paths;
    if (!named)
        corpus_each(look, NULL);
    for (; *paths; paths++) {
        capture c = {.count = 0};
        corpus_read(&c, *paths);
        look(&c, NULL);
        corpus_clear(&c);
    }
    print_message("# %zu header blocks\n", blocks);
    assert_true(named || blocks > 10);
}

int main(int argc, char **argv) {
    (void)argc;
    paths = argv + 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_nghttp2_reads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
