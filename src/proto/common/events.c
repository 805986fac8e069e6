/* events.c - a small table, from an address to the last event that came from there; the oldest goes first. */
#include "proto/common/events.h"

enum { KEPT = 64 };

typedef struct entry {
    uint64_t hash;                         /* of the address: 64 bits, so two addresses hardly ever share one */
    wt_event_seen seen;
} entry;

struct wt_events {
    uint32_t next;
    entry entries[KEPT];
};

static uint64_t hash_of(const uint8_t *p, uint32_t n) {
    uint64_t h = 0xcbf29ce484222325;       /* FNV-1a */
    for (uint32_t i = 0; i < n; i++)
        h = (h ^ p[i]) * 0x100000001b3;
    return h;
}

static entry *find(const wt_session *s, uint64_t hash) {
    for (uint32_t i = 0; s->events && i < KEPT; i++)
        if (s->events->entries[i].seen.frame && s->events->entries[i].hash == hash)
            return &s->events->entries[i];
    return NULL;
}

void wt_event_keep(wt_session *s, const uint8_t *about, uint32_t n, const uint8_t *id, uint32_t id_len) {
    wt_tangle(s);                          /* another conversation may ask for it */
    if (!s->events && !(s->events = wt_pool_get(s, sizeof *s->events)))
        return;
    uint64_t hash = hash_of(about, n);
    entry *e = find(s, hash);
    if (!e) {
        e = &s->events->entries[s->events->next];
        s->events->next = (s->events->next + 1) % KEPT;
    }
    e->hash = hash;
    e->seen.frame = s->frame->number;
    e->seen.id_len = id_len < WT_EVENT_ID_MAX ? id_len : WT_EVENT_ID_MAX;
    memcpy(e->seen.id, id, e->seen.id_len);
}

const wt_event_seen *wt_event_last(const wt_session *s, const uint8_t *about, uint32_t n) {
    const entry *e = n ? find(s, hash_of(about, n)) : NULL;
    return e ? &e->seen : NULL;
}
