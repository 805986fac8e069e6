/* streams.h - for tests: a two-way stream without packets, fed in pieces of any size. */
#ifndef WT_TESTS_STREAMS_H
#define WT_TESTS_STREAMS_H

#include "frames.h"

#include "core/proto.h"

typedef struct stream_test {
    wt_session *s;
    wt_flow flow;
    wt_chan *ch;
    uint64_t frame;
    char log[65536];                       /* "name=value" of all items of the protocols looked at, in order */
    size_t log_len;
    char headline[1024];                   /* the last one */
} stream_test;

static inline void stream_open(stream_test *t, const wt_options *options, uint16_t port) {
    memset(t, 0, sizeof *t);
    t->s = wt_session_new(options);
    assert_non_null(t->s);
    t->flow.port[0] = 40000;
    t->flow.port[1] = port;
    wt_frame empty = {.number = 1};
    wt_session_feed(t->s, &empty);
    t->ch = wt_chan_new(t->s, &t->flow, NULL, "Reassembled TCP");
    assert_non_null(t->ch);
}

static inline void stream_close(stream_test *t) {
    wt_chan_free(t->s, t->ch);
    wt_session_free(t->s);
}

static inline void log_item(stream_test *t, const wt_item *i, const wt_field *row) {
    char *to = t->log + t->log_len;
    size_t room = sizeof t->log - t->log_len;
    int n = 0;
    if (i->flags & WT_I_POINTER) {
        n = snprintf(to, room, "%s=%.*s\n", row->name, (int)(i->vlen < 64 ? i->vlen : 64), (const char *)i->v.p);
        if (row->type == WT_BYTES)
            n = snprintf(to, room, "%s=%u bytes %02x\n", row->name, i->vlen, i->vlen ? i->v.p[i->vlen - 1] : 0u);
    } else {
        n = snprintf(to, room, "%s=%llu\n", row->name, (unsigned long long)i->v.u);
    }
    assert_true(n > 0 && (size_t)n < room);
    t->log_len += (size_t)n;
}

/* One piece of a direction as a frame of its own; items whose names begin with `look` are logged, those of
 * which how bytes were cut decides are not. */
static inline void stream_piece(stream_test *t, int dir, const uint8_t *p, uint32_t n, const char *look) {
    wt_frame f = {.data = p, .caplen = n, .len = n, .linktype = 0xffff, .number = ++t->frame};
    wt_session_feed(t->s, &f);
    uint32_t before = t->s->item_count;
    t->s->headline.len = 0;
    wt_cur c = {.s = t->s, .data = p, .end = n, .cap = n};
    if (n)
        wt_chan_push(&c, t->ch, dir);
    else
        wt_chan_close(&c, t->ch, dir);
    for (uint32_t i = before; i < t->s->item_count; i++) {
        const wt_item *item = &t->s->items[i];
        const wt_field *row = wt_field_get(item->field);
        bool cut = strcmp(row->name, "http.body_part") == 0 || (item->flags & WT_I_GENERATED);
        if (!cut && strncmp(row->name, look, strlen(look)) == 0)
            log_item(t, item, row);
        if ((item->flags & WT_I_NOTE) && strncmp(look, "note", 4) == 0)
            log_item(t, item, row);
    }
    memcpy(t->headline, t->s->headline.p, t->s->headline.len < 1000 ? t->s->headline.len : 1000);
    t->headline[t->s->headline.len < 1000 ? t->s->headline.len : 1000] = 0;
}

/* All of it, `size` bytes at a time (0: at once). */
static inline void stream_bytes(stream_test *t, int dir, const uint8_t *p, uint32_t n, uint32_t size,
                                const char *look) {
    for (uint32_t at = 0; at < n; at += size ? size : n)
        stream_piece(t, dir, p + at, size && size < n - at ? size : n - at, look);
}

static inline bool log_has(const stream_test *t, const char *line) { return strstr(t->log, line) != NULL; }

static inline unsigned log_count(const stream_test *t, const char *text) {
    unsigned n = 0;
    for (const char *at = t->log; (at = strstr(at, text)); at += strlen(text))
        n++;
    return n;
}

#endif
