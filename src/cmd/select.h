/* select.h - which frames a command shows or tells of: one stream, a range of time.  All frames are read all the same:
 * what is selected is understood as if nothing had been left out. */
#ifndef WT_CMD_SELECT_H
#define WT_CMD_SELECT_H

#include "wiretale/tape.h"

enum moment_kind { MOMENT_NONE, MOMENT_RELATIVE, MOMENT_OF_DAY, MOMENT_ABSOLUTE };

/* A time as it was said: nanoseconds since the first frame, since midnight (UTC) of its day, or since 1970. */
typedef struct moment {
    enum moment_kind kind;
    int64_t ns, within;                    /* within: how much later it still may be meant */
    const char *text;
} moment;

typedef struct selection {
    bool stream_chosen;
    uint8_t transport;                     /* protocol number: tcp, udp */
    uint32_t stream;                       /* tcp.stream, udp.stream */
    const char *stream_text;
    moment from, to;                       /* both are part of the range */
} selection;

/* "tcp:3", "udp:3" or "3" (TCP); a comma will do, too.  0, or the exit status after having said what is wrong. */
int select_stream(selection *s, const char *text);
/* "1.5", "13:39:45.9", "2026-11-24T13:39:45Z" for the option named so; 0, or as above. */
int select_moment(moment *m, const char *option, const char *text);
/* Is the range one?  0, or as above. */
int select_check(const selection *s);
bool select_range(const selection *s);
/* Is a frame of that time in the range?  `first_ns` is the first frame's. */
bool select_time(const selection *s, int64_t first_ns, int64_t ns);
/* Does the tape belong to the stream? */
bool select_tape(const selection *s, const wt_tape *tape);

#endif
