/* corpus.h - for tests: every frame of captures/ and of the golden pages, in memory. */
#ifndef WT_TESTS_CORPUS_H
#define WT_TESTS_CORPUS_H

#include <glob.h>

#include "frames.h"
#include "wiretale/capture.h"
#include "wiretale/keylog.h"

typedef struct capture {
    char path[256];
    wt_frame *frames;                      /* each with bytes and a comment of its own */
    size_t count, room;
    char *secrets;                         /* key log text that the file holds */
    size_t secrets_len;
    bool broken;                           /* it ends too early */
} capture;

static inline void *copy_of(const void *p, size_t n) {
    void *to = malloc(n ? n : 1);
    assert_non_null(to);
    if (n)
        memcpy(to, p, n);
    return to;
}

static inline void corpus_add(capture *c, const wt_frame *f) {
    if (c->count == c->room) {
        c->room = c->room ? 2 * c->room : 64;
        c->frames = realloc(c->frames, c->room * sizeof *c->frames);
        assert_non_null(c->frames);
    }
    wt_frame *to = &c->frames[c->count++];
    *to = *f;
    to->data = copy_of(f->data, f->caplen);
    to->comment = f->comment ? copy_of(f->comment, f->comment_len) : NULL;
}

static inline void corpus_secrets(void *user, uint32_t type, const uint8_t *p, size_t n) {
    capture *c = user;
    if (type != WT_TLS_KEY_LOG)
        return;
    c->secrets = realloc(c->secrets, c->secrets_len + n);
    assert_non_null(c->secrets);
    memcpy(c->secrets + c->secrets_len, p, n);
    c->secrets_len += n;
}

static inline void corpus_read(capture *c, const char *path) {
    wt_problem problem;
    wt_frame f;
    snprintf(c->path, sizeof c->path, "%s", path);
    wt_reader *r = wt_reader_open(path, &problem);
    if (!r)
        fail_msg("%s: %s", path, problem.text);
    wt_reader_on_secrets(r, corpus_secrets, c);
    int status;
    while ((status = wt_reader_next(r, &f)) == 1)
        corpus_add(c, &f);
    c->broken = status < 0;
    wt_reader_free(r);
}

static inline void corpus_clear(capture *c) {
    for (size_t i = 0; i < c->count; i++) {
        free((void *)(uintptr_t)c->frames[i].data);
        free((void *)(uintptr_t)c->frames[i].comment);
    }
    free(c->frames);
    free(c->secrets);
    memset(c, 0, sizeof *c);
}

/* fn(capture, user) for each capture; how many there were. */
static inline size_t corpus_each(void (*fn)(const capture *c, void *user), void *user) {
    char pages[256];
    const char *build = getenv("B");
    glob_t found = {0};
    snprintf(pages, sizeof pages, "%s/golden/*.pcap", build ? build : "build");
    glob("captures/*.pcap*", 0, NULL, &found);
    glob(pages, found.gl_pathc ? GLOB_APPEND : 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        capture c = {.count = 0};
        corpus_read(&c, found.gl_pathv[i]);
        fn(&c, user);
        corpus_clear(&c);
    }
    size_t n = found.gl_pathc;
    globfree(&found);
    return n;
}

/* A session that opens what the capture's secrets open. */
static inline wt_session *corpus_session(const capture *c, const wt_allocator *allocator, wt_keylog **keys) {
    *keys = wt_keylog_new(NULL);
    assert_non_null(*keys);
    wt_keylog_add(*keys, c->secrets, c->secrets_len);
    wt_options o = {.everything = true, .headline = true, .allocator = allocator, .crypto = wt_keylog_ops(),
                    .crypto_state = *keys, .codec = wt_codecs()};
    return wt_session_new(&o);
}

#endif
