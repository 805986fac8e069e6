/* http_seen.c - heads that were read, kept: on a connection one request or answer is often as the one before it, byte
 * by byte, and to compare them takes far less than to read them. */
#include "proto/http_state.h"

enum { SEEN = 8, LARGEST = 640 };

struct wt_http_seen {
    struct {
        wt_http_known known;
        uint8_t bytes[LARGEST];
    } last[SEEN];
};

static uint32_t place(const wt_chan *ch, int dir) { return (ch->flow->hash << 1 | (uint32_t)dir) % SEEN; }

const wt_http_known *wt_http_seen_before(const wt_session *s, const wt_chan *ch, int dir, const uint8_t *p,
                                         uint32_t n) {
    if (!s->http_seen)
        return NULL;
    uint32_t nth = place(ch, dir);
    const wt_http_known *k = &s->http_seen->last[nth].known;
    return k->n && k->n <= n && memcmp(s->http_seen->last[nth].bytes, p, k->n) == 0 ? k : NULL;
}

/* From the message's bytes to those that are kept. */
static void move(wt_http_part *part, const uint8_t *from, const uint8_t *to) {
    if (part->p)
        part->p = to + (part->p - from);
}

void wt_http_see(wt_session *s, const wt_chan *ch, int dir, const uint8_t *p, uint32_t n, const wt_http_head *head,
                 wt_http_part words) {
    bool wanted = head->quiet && head->few && !head->tokens && n <= LARGEST && words.n <= WORDS_MAX;
    if (!wanted || (!s->http_seen && !(s->http_seen = wt_pool_get(s, sizeof *s->http_seen))))
        return;
    uint32_t nth = place(ch, dir);
    wt_http_known *k = &s->http_seen->last[nth].known;
    uint8_t *kept = s->http_seen->last[nth].bytes;
    memcpy(kept, p, n);
    k->n = n;
    k->head = *head;
    move(&k->head.method, p, kept);
    move(&k->head.uri, p, kept);
    move(&k->head.phrase, p, kept);
    for (int i = 0; i < KEY_COUNT; i++)
        move(&k->head.value[i], p, kept);
    k->words_len = (uint8_t)words.n;
    if (words.n)
        memcpy(k->words, words.p, words.n);
}
