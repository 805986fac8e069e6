/* edit.c - pcapng blocks, copied as they are but for comments and secrets. */
#include "capture/edit.h"

#include <stdlib.h>

#include "capture/blocks.h"
#include "capture/build.h"
#include "capture/reader.h"

enum { COMMENT = WT_OPTION_COMMENT, LONGEST_COMMENT = 65535 };

struct wt_edit {
    wt_reader *in;
    wt_edit_options options;
    wt_edit_counts counts;
    enum { NO_SECTION, COPIED, OURS } section;   /* what is written is in */
    uint32_t points, linktype;           /* ours: its interfaces, and what the last of them has */
    bool nanoseconds;
    wt_build b;                          /* a block that is built anew */
};

/* ---- building --------------------------------------------------------------------------- */

/* In the section's byte order. */
static void begin(wt_edit *e, uint32_t type) {
    e->b.swapped = e->in->swapped;
    wt_build_begin(&e->b, type);
}

static void finish(wt_edit *e) {
    size_t n;
    const uint8_t *block = wt_build_finish(&e->b, &n);
    if (block)
        e->options.write(e->options.user, block, n);
}

/* ---- dropping --------------------------------------------------------------------------- */

static unsigned comments_in(const wt_reader *r, const uint8_t *p, const uint8_t *end) {
    unsigned count = 0;
    for (wt_option o; wt_option_next(r, &p, end, &o);)
        count += o.code == COMMENT;
    return count;
}

/* The block without its comments; an end of options that ends nothing goes with them. */
static void drop_comments(wt_edit *e, uint32_t type, const uint8_t *block, size_t at, size_t end) {
    bool any = false;
    begin(e, type);
    wt_build_bytes(&e->b, block + 8, at - 8);
    for (size_t n; (n = wt_option_size(e->in, block, at, end)) && wt_get16(e->in, block + at); at += n)
        if (wt_get16(e->in, block + at) != COMMENT) {
            wt_build_bytes(&e->b, block + at, n);
            any = true;
        }
    if (any || end - at > 4)
        wt_build_bytes(&e->b, block + at, end - at);
}

/* ---- copying ---------------------------------------------------------------------------- */

/* A section's length is of what it was, not of what it becomes. */
static void forget_length(wt_edit *e) {
    if (!e->b.out_of_memory && e->b.len >= 24)
        memset(e->b.buf + 16, 0xff, 8);
}

static void copy(wt_edit *e, uint32_t type, const uint8_t *block, size_t length) {
    size_t at = wt_options_at(e->in, type, block, length), end = length - 4;
    unsigned comments = e->options.drop_comments && at ? comments_in(e->in, block + at, block + end) : 0;
    if (type == WT_BLOCK_SECRETS && e->options.drop_secrets) {
        e->counts.dropped_secrets++;
        return;
    }
    if (type == WT_BLOCK_SECRETS) {
        e->counts.kept_secrets++;
        e->options.private(e->options.user);
    }
    if (!comments && type != WT_BLOCK_SECTION) {
        e->options.write(e->options.user, block, length);
        return;
    }
    if (comments) {
        drop_comments(e, type, block, at, end);
    } else {
        begin(e, type);
        wt_build_bytes(&e->b, block + 8, end - 8);
    }
    if (type == WT_BLOCK_SECTION) {
        e->section = COPIED;
        forget_length(e);
    }
    e->counts.comments += comments;
    finish(e);
}

static void on_block(void *user, const uint8_t *block, size_t length) {
    wt_edit *e = user;
    copy(e, wt_get32(e->in, block), block, length);
}

/* ---- frames ----------------------------------------------------------------------------- */

static bool has_comment(const wt_reader *r, const uint8_t *p, const uint8_t *end, const char *text, size_t size) {
    for (wt_option o; wt_option_next(r, &p, end, &o);)
        if (o.code == COMMENT && o.length == size && memcmp(o.value, text, size) == 0)
            return true;
    return false;
}

/* The packet block with one more comment, behind its other options. */
static void add_comment(wt_edit *e, uint32_t type, const uint8_t *block, size_t at, size_t end, const char *text,
                        size_t size) {
    size_t last = at, n;
    while ((n = wt_option_size(e->in, block, last, end)) && wt_get16(e->in, block + last))
        last += n;
    begin(e, type);
    wt_build_bytes(&e->b, block + 8, last - 8);
    wt_build_option(&e->b, COMMENT, text, size);
    if (at == end)
        wt_build32(&e->b, 0);
    wt_build_bytes(&e->b, block + last, end - last);
    finish(e);
    e->counts.comments++;
}

/* What is no pcapng gets a section of ours, in this machine's byte order. */
static void our_section(wt_edit *e) {
    e->b.swapped = false;
    if (e->section == OURS)
        return;
    e->section = OURS;
    e->points = 0;
    wt_build_section(&e->b);
    wt_build32(&e->b, 0);
    finish(e);
}

/* And an interface; another one if the file was replaced by one of another link type, or whose
 * times are finer or coarser. */
static void our_interface(wt_edit *e) {
    const wt_interface *point = wt_reader_interface(e->in, e->in->first_point);
    uint32_t linktype = point ? point->linktype : 1;
    bool nanoseconds = e->in->tick_ns == 1;
    our_section(e);
    if (e->points && e->linktype == linktype && e->nanoseconds == nanoseconds)
        return;
    e->points++;
    e->linktype = linktype;
    e->nanoseconds = nanoseconds;
    wt_build_interface(&e->b, linktype, point ? point->snaplen : 0, nanoseconds);
    wt_build32(&e->b, 0);
    finish(e);
}

static void new_frame(wt_edit *e, const wt_frame *f, const char *comment, size_t n) {
    our_interface(e);
    wt_build_packet(&e->b, e->points - 1, f, e->in->stated_length, e->nanoseconds ? 1 : 1000);
    if (n) {
        wt_build_option(&e->b, COMMENT, comment, n);
        wt_build32(&e->b, 0);
        e->counts.comments++;
    }
    finish(e);
}

void wt_edit_frame(wt_edit *e, const wt_frame *f, const char *comment, size_t n) {
    size_t length;
    const uint8_t *block = wt_reader_block(e->in, &length);
    n = n < LONGEST_COMMENT ? n : LONGEST_COMMENT;
    if (!block) {
        new_frame(e, f, comment, n);
        return;
    }
    uint32_t type = wt_get32(e->in, block);
    size_t at = type == WT_BLOCK_PACKET || type == WT_BLOCK_OLD_PACKET ? wt_options_at(e->in, type, block, length) : 0;
    if (n && at && !has_comment(e->in, block + at, block + length - 4, comment, n) && length < WT_MAX_BLOCK - n - 64) {
        add_comment(e, type, block, at, length - 4, comment, n);
        return;
    }
    e->counts.without_room += n && !at;
    copy(e, type, block, length);
}

void wt_edit_secrets(wt_edit *e, const void *text, size_t n) {
    bool pcapng = wt_reader_block(e->in, &(size_t){0}) != NULL;
    if (!pcapng)
        our_interface(e);
    e->b.swapped = pcapng && e->in->swapped;
    e->options.private(e->options.user);
    wt_build_secrets(&e->b, WT_TLS_KEY_LOG, text, n);
    finish(e);
    e->counts.secrets++;
}

/* ---- its life --------------------------------------------------------------------------- */

wt_edit *wt_edit_new(wt_reader *reader, const wt_edit_options *options) {
    wt_edit *e = calloc(1, sizeof *e);
    if (!e)
        return NULL;
    e->in = reader;
    e->options = *options;
    wt_reader_on_block(reader, on_block, e);
    return e;
}

bool wt_edit_end(wt_edit *e) {
    if (e->section == NO_SECTION && strcmp(wt_reader_format(e->in), "pcapng") != 0)
        our_interface(e);
    return !e->b.out_of_memory;
}

wt_edit_counts wt_edit_counted(const wt_edit *e) { return e->counts; }

void wt_edit_free(wt_edit *e) {
    if (e)
        free(e->b.buf);
    free(e);
}
