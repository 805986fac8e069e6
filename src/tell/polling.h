/* polling.h - clients that ask for the same thing again and again, told from how they behave.
 *
 * Short polling: answered at once, asked again after a while.  Long polling: the answer is held back until there is
 * news or the server gives up, and asked again at once.  Nothing in HTTP says which it is; times do. */
#ifndef WT_TELL_POLLING_H
#define WT_TELL_POLLING_H

#include "wiretale/tape.h"
#include "wiretale/session.h"

enum { WT_POLL_URI = 120, WT_POLL_SAMPLES = 64 };

enum wt_poll_kind { WT_POLL_NONE, WT_POLL_SHORT, WT_POLL_LONG };

/* One resource that one client asked one server for. */
typedef struct wt_poll {
    char method[8], uri[WT_POLL_URI];        /* printable ASCII; longer ones are cut */
    uint8_t client[20], server[20];          /* address and, for the server, port; client ports change */
    uint32_t hash;
    uint32_t transport_flow;                 /* the connection it was first asked on */
    uint32_t asked, answered, empty, connections, last_flow;
    uint64_t first_frame, last_frame;
    int64_t first_ns, last_ask_ns, last_answer_ns;
    int64_t held[WT_POLL_SAMPLES], pause[WT_POLL_SAMPLES];   /* request to answer; answer to next request */
    uint32_t held_count, pause_count;
    bool stream;                             /* an answer was text/event-stream: no polling */
} wt_poll;

typedef struct wt_polling wt_polling;

wt_polling *wt_polling_new(void);
/* Add the fields it looks at to list[*n]; at most 12. */
void wt_polling_fields(const wt_polling *p, wt_fid *list, size_t *n);
void wt_polling_tape(wt_polling *p, const wt_tape *tape);
/* What the times of this resource say: its kind, and the medians in nanoseconds. */
enum wt_poll_kind wt_poll_judge(const wt_poll *poll, int64_t *held, int64_t *pause);
/* Resources by number; NULL past the last. */
const wt_poll *wt_polling_get(const wt_polling *p, uint32_t n);
/* Resources forgotten because there were too many. */
uint64_t wt_polling_forgotten(const wt_polling *p);
void wt_polling_free(wt_polling *p);

#endif
