/* ledger.h - the byte ledger: what every byte of a capture was for.
 *
 * Each byte of each frame, as long as it was on the wire, is on exactly one line: of the protocol whose header it is
 * in, or of a use (tape.h) that a protocol claimed it for.  Lines are kept for each conversation and direction;
 * whatever is claimed later only moves from one line to another, so that the sum is always the capture's. */
#ifndef WT_TELL_LEDGER_H
#define WT_TELL_LEDGER_H

#include "core/session.h"
#include "tell/amounts.h"
#include "wiretale/print.h"

enum { WT_LINES = WT_USES + WT_P_COUNT };      /* uses, then headers by protocol */
enum { WT_LEDGER_LABEL = 64, WT_LEDGER_ANSWER = 24 };

enum wt_ledger_group {
    WT_GROUP_LINK, WT_GROUP_NETWORK, WT_GROUP_TRANSPORT, WT_GROUP_TLS, WT_GROUP_OTHER, WT_GROUP_HEADS, WT_GROUP_FRAMING,
    WT_GROUP_CONTENT, WT_GROUP_NONE, WT_GROUPS
};

typedef struct wt_ledger_line {
    const char *key, *title, *why;
    enum wt_ledger_group group;
} wt_ledger_line;

typedef struct wt_ledger_side {
    uint64_t frames, bytes[WT_LINES];
    uint64_t heads_plain, content_plain;   /* header fields of HTTP/2, and content, with their compression undone */
} wt_ledger_side;

/* A conversation. */
typedef struct wt_ledger_row {
    wt_endpoint end[2];                    /* of the side that spoke first here, and the other */
    bool used;
    uint64_t messages;
    wt_ledger_side side[2];
} wt_ledger_row;

/* What one side sent of a message. */
typedef struct wt_ledger_part {
    uint64_t heads, framing, content, heads_plain, content_plain;
} wt_ledger_part;

/* A message, or a request with its answer. */
typedef struct wt_ledger_message {
    uint8_t transport, proto, dir;         /* dir: who sent a message that has no answer, else 0 */
    uint8_t first_dir, label_len, answer_len;
    uint32_t flow, substream, message;
    char label[WT_LEDGER_LABEL], answer[WT_LEDGER_ANSWER];     /* bytes from the wire */
    wt_ledger_part part[2];
} wt_ledger_message;

enum wt_ledger_by { WT_BY_LAYER, WT_BY_CONNECTION, WT_BY_MESSAGE };

typedef struct wt_ledger {
    wt_ledger_row *rows[2];                /* TCP, UDP: by number */
    uint32_t count[2], cap[2];
    wt_ledger_row none, further;           /* frames of no conversation; conversations past the limit */
    wt_ledger_message *messages, further_messages;
    uint32_t message_count, message_cap;
    uint32_t *hash;                        /* number of a message + 1 */
    uint64_t further_message_claims;
    uint64_t frames, bytes, captured;
    uint64_t outside;                      /* bytes of messages that the frames looked at do not hold */
    uint8_t *paint;                        /* a frame's bytes, the line of each */
    uint32_t paint_cap;
    uint8_t line_of[WT_P_COUNT];           /* a protocol's header */
    bool out_of_memory;
} wt_ledger;

/* NULL if memory ran out. */
wt_ledger *wt_ledger_new(void);
void wt_ledger_needs(wt_ledger *l, wt_options *session);
void wt_ledger_tape(wt_ledger *l, const wt_tape *tape);
void wt_ledger_free(wt_ledger *l);

/* ---- ledger_lines.c: what lines there are, and sums over them */

/* In the order in which they are listed; NULL past the last.  *line is its index in wt_ledger_side.bytes. */
const wt_ledger_line *wt_ledger_listed(unsigned n, unsigned *line);
const char *wt_ledger_group_name(enum wt_ledger_group group);
/* One line over everything, and what it would be expanded; the sums by group; all of it. */
uint64_t wt_ledger_sum(const wt_ledger *l, unsigned line);
uint64_t wt_ledger_expanded(const wt_ledger *l, unsigned line);
void wt_ledger_groups(const wt_ledger *l, uint64_t groups[WT_GROUPS]);
void wt_ledger_row_groups(const wt_ledger_row *row, uint64_t groups[WT_GROUPS]);
uint64_t wt_ledger_row_sum(const wt_ledger_row *row);
uint64_t wt_ledger_part_sum(const wt_ledger_part *part);
/* Both sides of a message together. */
wt_ledger_part wt_ledger_both(const wt_ledger_message *m);
/* Over all rows that hold something: `n` from 0; NULL past the last.  "tcp 3" goes to `name` (or NULL). */
const wt_ledger_row *wt_ledger_row_at(const wt_ledger *l, uint32_t *n, wt_text *name);
/* "GET /cart → 200 OK", safe for `how`. */
void wt_ledger_put_label(wt_out *out, int how, const wt_ledger_message *m, const char *arrow);

/* ---- the faces */

typedef struct wt_ledger_print {
    wt_out *out;
    const char *title;                     /* the capture's name */
    enum wt_ledger_by by;
    unsigned width;
    bool color, ascii;
} wt_ledger_print;

void wt_ledger_text(const wt_ledger *l, const wt_ledger_print *asked);
void wt_ledger_svg(const wt_ledger *l, const wt_ledger_print *how);
void wt_ledger_json(const wt_ledger *l, const wt_ledger_print *how);

#endif
