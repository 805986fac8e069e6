/* test_variants.c - what is said above TCP does not depend on how the bytes were cut into segments.
 *
 * Every capture is read as it is, and again with the data of its segments in pieces of 1, 2, 3 and 7 bytes, in pieces
 * that are shuffled, doubled or overlap.  The messages and fields above TCP must be the same, apart from frame numbers
 * and places. */
#include "segments.h"

enum { WHOLE, PIECES, SHUFFLED, DOUBLED, OVERLAPPED };

typedef struct variant {
    const char *name;
    int how;
    uint32_t size;
} variant;

static const variant variants[] = {
    {"in pieces of 1 byte", PIECES, 1},      {"in pieces of 2 bytes", PIECES, 2},   {"in pieces of 3 bytes", PIECES, 3},
    {"in pieces of 7 bytes", PIECES, 7},     {"in pieces of 100 bytes", PIECES, 100}, {"shuffled", SHUFFLED, 11},
    {"shuffled in large pieces", SHUFFLED, 97}, {"doubled", DOUBLED, 40},           {"overlapping", OVERLAPPED, 23},
};

/* ---- what was said above TCP ------------------------------------------------------------ */

typedef struct part {                      /* a layer's items */
    char *text;
    size_t len, room;
    uint32_t proto, stream, point;         /* point: where it was captured */
    uint16_t port, to;                     /* who sent it, to whom: answers on several connections may be alike */
} part;

typedef struct story {
    part *parts;
    size_t count, room;
    uint32_t point;                        /* of the frame that is told */
} story;

static part *new_part(story *s, const wt_tape *t, const wt_layer *layer) {
    if (s->count == s->room) {
        s->room = 2 * s->room + 64;
        s->parts = realloc(s->parts, s->room * sizeof *s->parts);
        assert_non_null(s->parts);
    }
    s->parts[s->count] = (part){.proto = layer->proto, .stream = layer->stream, .point = s->point, .port = t->src.port,
                                .to = t->dst.port};
    return &s->parts[s->count++];
}

static void forget(story *s) {
    for (size_t i = 0; i < s->count; i++)
        free(s->parts[i].text);
    free(s->parts);
}

/* A message whose body ends in a later frame than its head is told again there: that counts once, where it was told
 * first. */
static void told_again(story *s) {
    part *last = &s->parts[s->count - 1];
    for (part *p = last; p-- > s->parts;) {
        if (p->proto != last->proto || p->stream != last->stream || p->point != last->point || p->port != last->port ||
            p->to != last->to)
            continue;
        if (p->len <= last->len && memcmp(p->text, last->text, p->len) == 0) {
            free(p->text);
            *p = *last;
            s->count--;
        }
        return;
    }
}

static void tell(part *s, const char *text, size_t n) {
    if (s->len + n + 1 > s->room) {
        s->room = 2 * s->room + n + 4096;
        s->text = realloc(s->text, s->room);
        assert_non_null(s->text);
    }
    memcpy(s->text + s->len, text, n);
    s->len += n;
    s->text[s->len] = 0;
}

static bool is_proto(const wt_tape *t, uint32_t layer, const char *name) {
    const wt_protocol_info *info = wt_protocol_get(t->layers[layer].proto);
    return strcmp(info->name, name) == 0;
}

/* A layer above TCP whose protocol is known. */
static bool above_tcp(const wt_tape *t, uint32_t layer) {
    if (is_proto(t, layer, "data") || is_proto(t, layer, "tcp"))
        return false;
    while (t->layers[layer].parent != layer) {
        layer = t->layers[layer].parent;
        if (is_proto(t, layer, "tcp"))
            return true;
    }
    return false;
}

/* Which frame, how many pieces, how long it took: that may change. */
static bool may_change(const wt_field *f, const wt_item *i) {
    static const char *const names[] = {"http.body_part", "tls.handshake.fragment", "tls.handshake.reassembled_in"};
    if (i->flags & WT_I_NOTE || f->type == WT_FRAME || f->type == WT_RELTIME || f->type == WT_ABSTIME)
        return true;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (strcmp(f->name, names[k]) == 0)
            return true;
    return strstr(f->name, ".segment") || strstr(f->name, ".fragment") || strstr(f->name, "reassembled");
}

static void tell_item(part *s, const wt_field *f, const wt_item *i) {
    char line[256];
    int n = snprintf(line, sizeof line, "%s = ", f->name);
    tell(s, line, (size_t)n);
    if (i->flags & WT_I_POINTER) {
        for (uint32_t k = 0; k < i->vlen; k++) {
            n = snprintf(line, sizeof line, i->v.p[k] >= ' ' && i->v.p[k] < 127 ? "%c" : "\\x%02x", i->v.p[k]);
            tell(s, line, (size_t)n);
        }
        tell(s, "\n", 1);
    } else {
        n = snprintf(line, sizeof line, "%llu\n", (unsigned long long)i->v.u);
        tell(s, line, (size_t)n);
    }
}

static void tell_tape(story *s, const wt_tape *t) {
    for (uint32_t l = 0; l < t->layer_count; l++) {
        if (!above_tcp(t, l))
            continue;
        part *p = new_part(s, t, &t->layers[l]);
        for (uint32_t i = t->layers[l].first; i < t->layers[l].end; i++) {
            const wt_field *f = wt_field_get(t->items[i].field);
            if (f && !may_change(f, &t->items[i]))
                tell_item(p, f, &t->items[i]);
        }
        if (p->len)
            told_again(s);
        else
            s->count--;
    }
}

/* ---- cutting ---------------------------------------------------------------------------- */

typedef struct cutter {
    guard g;
    wt_session *session;
    story *story;
    uint64_t number;
    uint32_t seed;
    uint32_t begun[1024];                  /* directions that began: segment_ends() */
    size_t begun_count;
} cutter;

static void feed(cutter *c, const wt_frame *f, const uint8_t *p, uint32_t n) {
    wt_frame frame = *f;
    frame.data = p;
    frame.len = n;
    frame.number = ++c->number;
    c->story->point = f->interface;
    tell_tape(c->story, guard_feed(&c->g, c->session, &frame, n));
}

static uint32_t next_random(cutter *c, uint32_t below) {
    c->seed = c->seed * 1103515245 + 12345;
    return (c->seed >> 16) % below;
}

static void feed_piece(cutter *c, const wt_frame *f, const segment *g, uint32_t from, uint32_t to) {
    static uint8_t out[GUARD_SIZE];
    feed(c, f, out, make_piece(f, g, from, to - from, out));
}

/* Where nobody saw a SYN, the first byte seen is where the stream begins: that one must stay in front. */
static bool begins(cutter *c, const wt_frame *f, const segment *g) {
    uint32_t ends = segment_ends(f, g);
    for (size_t i = 0; i < c->begun_count; i++)
        if (c->begun[i] == ends)
            return false;
    assert_true(c->begun_count < 1024);
    c->begun[c->begun_count++] = ends;
    return true;
}

static void feed_cut(cutter *c, const wt_frame *f, const variant *v) {
    segment g;
    if (v->how == WHOLE || !find_segment(f, &g)) {
        feed(c, f, f->data, f->caplen);
        return;
    }
    bool first = begins(c, f, &g);
    if (!g.len || f->data[g.tcp + 13] & 0x06) {    /* SYN and RST stay as they are */
        feed(c, f, f->data, f->caplen);
        return;
    }
    uint32_t count = (g.len + v->size - 1) / v->size;
    uint32_t *order = calloc(count, sizeof *order);
    assert_non_null(order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    for (uint32_t i = count; v->how == SHUFFLED && i > 1u + first; i--) {
        uint32_t k = first + next_random(c, i - first), keep = order[i - 1];
        order[i - 1] = order[k];
        order[k] = keep;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t from = order[i] * v->size, to = from + v->size < g.len ? from + v->size : g.len;
        if (v->how == OVERLAPPED && from)
            from -= 1 + next_random(c, from < 30 ? from : 30);
        feed_piece(c, f, &g, from, to);
        if (v->how == DOUBLED)
            feed_piece(c, f, &g, from, to);
    }
    free(order);
}

static void read_variant(const capture *c, const variant *v, story *s) {
    wt_keylog *keys;
    cutter t = {.g = guard_new(), .story = s, .seed = 1};
    t.session = corpus_session(c, NULL, &keys);
    for (size_t i = 0; i < c->count; i++)
        feed_cut(&t, &c->frames[i], v);
    wt_session_free(t.session);
    wt_keylog_free(keys);
    guard_free(&t.g);
}

/* ---- comparing -------------------------------------------------------------------------- */

/* With WT_STORIES=DIR, both stories are left there, for diff. */
static void keep_story(const char *name, const story *s) {
    const char *dir = getenv("WT_STORIES");
    char path[300];
    snprintf(path, sizeof path, "%s/%s", dir ? dir : "", name);
    FILE *f = dir ? fopen(path, "w") : NULL;
    for (size_t i = 0; f && i < s->count; i++)
        fprintf(f, "-- %s\n%s", wt_protocol_get(s->parts[i].proto)->name, s->parts[i].text);
    if (f)
        fclose(f);
}

/* One text, because how many records share a layer depends on the cutting. */
static part whole_text(const story *s) {
    part all = {.len = 0};
    for (size_t i = 0; i < s->count; i++)
        tell(&all, s->parts[i].text, s->parts[i].len);
    return all;
}

static bool same(const story *one, const story *other) {
    part a = whole_text(one), b = whole_text(other);
    bool equal = a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
    size_t at = 0, line = 0;
    while (!equal && at < a.len && at < b.len && a.text[at] == b.text[at])
        if (a.text[at++] == '\n')
            line = at;
    if (!equal)
        print_message("#   whole: %.*s\n#   cut:   %.*s\n", (int)strcspn(a.text + line, "\n"), a.text + line,
                      b.len ? (int)strcspn(b.text + line, "\n") : 0, b.len ? b.text + line : "");
    free(a.text);
    free(b.text);
    return equal;
}

typedef struct result {
    unsigned streams, wrong;
} result;

static bool has_gap(const capture *c) {
    wt_keylog *keys;
    wt_session *s = corpus_session(c, NULL, &keys);
    bool gap = false;
    for (size_t i = 0; i < c->count && !gap; i++)
        gap = item_named(wt_session_feed(s, &c->frames[i]), "tcp.analysis.lost_segment", 0) != NULL;
    wt_session_free(s);
    wt_keylog_free(keys);
    return gap;
}

/* Where a segment was lost between two capture points, which of their messages is whole first depends on the
 * cutting. */
static bool order_is_chance(const capture *c) {
    bool points = false;
    for (size_t i = 0; i < c->count; i++)
        points |= c->frames[i].interface != c->frames[0].interface;
    return points && has_gap(c);
}

static void compare(const capture *c, void *user) {
    static const variant as_it_is = {"as it is", WHOLE, 0};
    result *r = user;
    if (order_is_chance(c))
        return;
    story whole = {.count = 0};
    read_variant(c, &as_it_is, &whole);
    r->streams += whole.count > 0;
    for (size_t i = 0; whole.count && i < sizeof variants / sizeof *variants; i++) {
        story cut = {.count = 0};
        read_variant(c, &variants[i], &cut);
        if (!same(&whole, &cut) && ++r->wrong) {
            print_message("#   so says %s %s\n", c->path, variants[i].name);
            keep_story("whole", &whole);
            keep_story("cut", &cut);
        }
        forget(&cut);
    }
    forget(&whole);
}

static void test_variants(void **state) {
    (void)state;
    result r = {0, 0};
    corpus_each(compare, &r);
    assert_true(r.streams >= 2);
    assert_int_equal(r.wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_variants)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
