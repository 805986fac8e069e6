/* events.h - the last event that each stream of events brought, so that a new connection can go on from it.
 *
 * A client that lost its stream asks again with Last-Event-ID: the header belongs to an event that came on another
 * connection, so it is remembered by the address, over all connections of the session. */
#ifndef WT_PROTO_EVENTS_H
#define WT_PROTO_EVENTS_H

#include "core/proto.h"

enum { WT_EVENT_ID_MAX = 128 };

typedef struct wt_event_seen {
    uint64_t frame;                        /* in which the event was complete; 0: none */
    uint32_t id_len;
    char id[WT_EVENT_ID_MAX];
} wt_event_seen;

/* An event with an id is complete on the stream that answers `about`.  Longer ids are kept cut. */
void wt_event_keep(wt_session *s, const uint8_t *about, uint32_t n, const uint8_t *id, uint32_t id_len);
/* The last one of that address, or NULL. */
const wt_event_seen *wt_event_last(const wt_session *s, const uint8_t *about, uint32_t n);

#endif
