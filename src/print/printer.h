/* printer.h - what every output format implements. */
#ifndef WT_PRINT_PRINTER_H
#define WT_PRINT_PRINTER_H

#include "print/groups.h"
#include "print/value.h"

typedef struct wt_format {
    const char *name;
    void (*needs)(const wt_printer *p, wt_options *session);
    void (*begin)(wt_printer *p);
    void (*frame)(wt_printer *p, const wt_tape *tape);
    void (*end)(wt_printer *p);
    size_t between;              /* bytes in front of every frame but the first */
} wt_format;

/* The text of an end of a conversation, "192.168.1.2:443" and the blanks behind it. */
enum { WT_END_BITS = 6 };
typedef struct wt_end_text {
    uint64_t key;
    char text[32];
    uint8_t length;              /* 0: none yet */
} wt_end_text;

struct wt_printer {
    const wt_format *format;
    wt_print_options options;
    wt_out *out, *scratch;       /* scratch: memory, for values whose width must be known before they are printed */
    wt_fid *fields, *want;       /* the columns; every row of their names */
    size_t want_count, *column;  /* where each column's rows begin in `want`, and where the last one's end */
    wt_fid *story;               /* the rows that the text's default shows */
    size_t story_count;
    struct wt_label {
        uint8_t bytes, columns;
    } *labels;                   /* text: for each row how long its label is; 0: not counted yet */
    wt_groups groups;            /* json and ndjson */
    uint32_t *order;             /* ndjson: the first items of each name, in order; as many as groups.room */
    wt_end_text ends[1 << WT_END_BITS];
    struct wt_crew *crew;        /* threads that print; NULL: none, or not yet */
    uint64_t shown;              /* frames printed */
    int64_t first_ns, previous_ns, shown_ns;
};

extern const wt_format wt_format_text, wt_format_line, wt_format_json, wt_format_ndjson, wt_format_pdml,
    wt_format_fields, wt_format_hex;

/* Print the frame by the clock as it is.  An error of memory is the output's. */
void wt_print_one(wt_printer *p, const wt_tape *tape);

/* The bytes of every source of the frame, after it. */
void wt_hex_dump(wt_printer *p, const wt_tape *tape);

/* Begin an ANSI style, if colours are wanted; "0" ends it. */
static inline void wt_style(wt_printer *p, const char *code) {
    if (p->options.color) {
        wt_out_s(p->out, "\x1b[");
        wt_out_s(p->out, code);
        wt_out_c(p->out, 'm');
    }
}

void wt_needs_everything(const wt_printer *p, wt_options *session);

/* The open subtrees while a layer's items are walked: call wt_nest_close for each that ends before `i`. */
#define WT_NEST_MAX 64
typedef struct wt_nest {
    uint32_t end[WT_NEST_MAX];
    unsigned depth;
} wt_nest;
static inline bool wt_nest_ended(const wt_nest *n, uint32_t i) { return n->depth && i >= n->end[n->depth - 1]; }
/* Is there something inside item i, and room to open it? */
static inline bool wt_nest_open(wt_nest *n, const wt_item *item, uint32_t i, uint32_t last) {
    if (item->end <= i + 1 || i + 1 >= last || n->depth >= WT_NEST_MAX)
        return false;
    n->end[n->depth++] = item->end < last ? item->end : last;
    return true;
}

/* The item's bytes in its source, or NULL if it has no place there. */
static inline const uint8_t *wt_item_bytes(const wt_tape *t, const wt_item *i) {
    const wt_source *s = &t->sources[i->source];
    return i->length && i->offset <= s->length && i->length <= s->length - i->offset ? s->data + i->offset : NULL;
}

#endif
