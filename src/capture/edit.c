/* edit.c - pcapng blocks, copied as they are but for comments and secrets. */
#include "capture/edit.h"

#include <stdlib.h>

#include "capture/blocks.h"
#include "capture/reader.h"

enum { TLS_KEY_LOG = 0x544c534b, COMMENT = 1, LONGEST_COMMENT = 65535 };

struct wt_edit {
    wt_reader *in;
    wt_edit_options options;
    wt_edit_counts counts;
    bool begun;                          /* of what was no pcapng: the header is written */
    bool out_of_memory;
    uint8_t *buf;                        /* a block that is built anew */
    size_t len, cap;
};

/* ---- building --------------------------------------------------------------------------- */

static void append(wt_edit *e, const void *p, size_t n) {
    if (e->cap - e->len < n) {
        size_t cap = e->cap ? e->cap : 4096;
        while (cap - e->len < n)
            cap *= 2;
        uint8_t *grown = realloc(e->buf, cap);
        if (!grown) {
            e->out_of_memory = true;
            return;
        }
        e->buf = grown;
        e->cap = cap;
    }
    if (n)
        memcpy(e->buf + e->len, p, n);
    e->len += n;
}

static void append16(wt_edit *e, uint16_t v) {
    v = wt_get16(e->in, (const uint8_t *)&v);      /* in the section's byte order */
    append(e, &v, 2);
}

static void append32(wt_edit *e, uint32_t v) {
    v = wt_get32(e->in, (const uint8_t *)&v);
    append(e, &v, 4);
}

static void append_padded(wt_edit *e, const void *p, size_t n) {
    append(e, p, n);
    append(e, "\0\0\0", -n & 3);
}

static void append_option(wt_edit *e, uint16_t code, const void *p, size_t n) {
    append16(e, code);
    append16(e, (uint16_t)n);
    append_padded(e, p, n);
}

/* Type and room for the length. */
static void begin(wt_edit *e, uint32_t type) {
    e->len = 0;
    append32(e, type);
    append32(e, 0);
}

static void finish(wt_edit *e) {
    size_t at = e->len;
    append32(e, (uint32_t)at + 4);
    if (e->out_of_memory)
        return;
    memcpy(e->buf + 4, e->buf + at, 4);
    e->options.write(e->options.user, e->buf, e->len);
}

/* ---- options ---------------------------------------------------------------------------- */

/* Where a block's options begin, from its first byte; 0: it has none, or nobody knows. */
static size_t options_at(const wt_reader *r, uint32_t type, const uint8_t *block, size_t length) {
    size_t at = 0;
    switch (type) {
    case WT_BLOCK_SECTION: at = 24; break;
    case WT_BLOCK_INTERFACE: at = 16; break;
    case WT_BLOCK_STATISTICS: at = 20; break;
    case WT_BLOCK_PACKET: case WT_BLOCK_OLD_PACKET:
        at = length >= 32 ? 28 + (((size_t)wt_get32(r, block + 20) + 3) & ~(size_t)3) : 0;
        break;
    case WT_BLOCK_SECRETS: at = length >= 20 ? 16 + (((size_t)wt_get32(r, block + 12) + 3) & ~(size_t)3) : 0; break;
    case WT_BLOCK_NAMES:
        for (at = 8; at + 8 <= length;) {
            uint16_t kind = wt_get16(r, block + at);
            at += 4 + (((size_t)wt_get16(r, block + at + 2) + 3) & ~(size_t)3);
            if (kind == 0)
                break;
        }
        break;
    default: break;
    }
    return at <= length - 4 ? at : 0;
}

/* The option at `at`: how long it is with its padding; 0 where no whole one is. */
static size_t option_size(const wt_reader *r, const uint8_t *block, size_t at, size_t end) {
    if (end - at < 4)
        return 0;
    size_t n = 4 + (((size_t)wt_get16(r, block + at + 2) + 3) & ~(size_t)3);
    return n <= end - at ? n : 0;
}

/* ---- dropping --------------------------------------------------------------------------- */

static unsigned comments_in(const wt_reader *r, const uint8_t *block, size_t at, size_t end) {
    unsigned count = 0;
    for (size_t n; at && (n = option_size(r, block, at, end)) && wt_get16(r, block + at); at += n)
        count += wt_get16(r, block + at) == COMMENT;
    return count;
}

/* The block without its comments; an end of options that ends nothing goes with them. */
static void drop_comments(wt_edit *e, uint32_t type, const uint8_t *block, size_t at, size_t end) {
    bool any = false;
    begin(e, type);
    append(e, block + 8, at - 8);
    for (size_t n; (n = option_size(e->in, block, at, end)) && wt_get16(e->in, block + at); at += n)
        if (wt_get16(e->in, block + at) != COMMENT) {
            append(e, block + at, n);
            any = true;
        }
    if (any || end - at > 4)
        append(e, block + at, end - at);
}

/* ---- copying ---------------------------------------------------------------------------- */

/* A section's length is of what it was, not of what it becomes. */
static void forget_length(wt_edit *e) {
    if (!e->out_of_memory && e->len >= 24)
        memset(e->buf + 16, 0xff, 8);
}

static void copy(wt_edit *e, uint32_t type, const uint8_t *block, size_t length) {
    size_t at = options_at(e->in, type, block, length), end = length - 4;
    unsigned comments = e->options.drop_comments ? comments_in(e->in, block, at, end) : 0;
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
        append(e, block + 8, end - 8);
    }
    if (type == WT_BLOCK_SECTION)
        forget_length(e);
    e->counts.comments += comments;
    finish(e);
}

static void on_block(void *user, const uint8_t *block, size_t length) {
    wt_edit *e = user;
    copy(e, wt_get32(e->in, block), block, length);
}

/* ---- frames ----------------------------------------------------------------------------- */

static bool has_comment(const wt_reader *r, const uint8_t *block, size_t at, size_t end, const char *text, size_t size) {
    for (size_t n; (n = option_size(r, block, at, end)) && wt_get16(r, block + at); at += n)
        if (wt_get16(r, block + at) == COMMENT && wt_get16(r, block + at + 2) == size && memcmp(block + at + 4, text, size) == 0)
            return true;
    return false;
}

/* The packet block with one more comment, behind its other options. */
static void add_comment(wt_edit *e, uint32_t type, const uint8_t *block, size_t at, size_t end, const char *text, size_t size) {
    size_t last = at, n;
    while ((n = option_size(e->in, block, last, end)) && wt_get16(e->in, block + last))
        last += n;
    begin(e, type);
    append(e, block + 8, last - 8);
    append_option(e, COMMENT, text, size);
    if (at == end)
        append32(e, 0);
    append(e, block + last, end - last);
    finish(e);
    e->counts.comments++;
}

static void begin_file(wt_edit *e) {
    static const char program[] = "wiretale " WT_VERSION;
    const wt_interface *point = wt_reader_interface(e->in, 0);
    e->begun = true;
    e->in->swapped = false;              /* what is written has this machine's byte order */
    begin(e, WT_BLOCK_SECTION);
    append32(e, 0x1a2b3c4d);
    append16(e, 1);
    append16(e, 0);
    append32(e, UINT32_MAX);
    append32(e, UINT32_MAX);
    append_option(e, 4, program, sizeof program - 1);
    append32(e, 0);
    finish(e);
    begin(e, WT_BLOCK_INTERFACE);
    append16(e, (uint16_t)(point ? point->linktype : 1));
    append16(e, 0);
    append32(e, point ? point->snaplen : 0);
    append_option(e, 9, e->in->tick_ns == 1 ? "\x09" : "\x06", 1);
    append32(e, 0);
    finish(e);
}

static void new_frame(wt_edit *e, const wt_frame *f, const char *comment, size_t n) {
    bool swapped = e->in->swapped;
    if (!e->begun)
        begin_file(e);
    e->in->swapped = false;
    uint64_t ticks = f->time_ns < 0 ? 0 : (uint64_t)f->time_ns / (e->in->tick_ns == 1 ? 1 : 1000);
    begin(e, WT_BLOCK_PACKET);
    append32(e, 0);
    append32(e, (uint32_t)(ticks >> 32));
    append32(e, (uint32_t)ticks);
    append32(e, f->caplen);
    append32(e, f->len);
    append_padded(e, f->data, f->caplen);
    if (n) {
        append_option(e, COMMENT, comment, n);
        append32(e, 0);
        e->counts.comments++;
    }
    finish(e);
    e->in->swapped = swapped;
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
    size_t at = type == WT_BLOCK_PACKET || type == WT_BLOCK_OLD_PACKET ? options_at(e->in, type, block, length) : 0;
    if (n && at && !has_comment(e->in, block, at, length - 4, comment, n) && length < WT_MAX_BLOCK - n - 64) {
        add_comment(e, type, block, at, length - 4, comment, n);
        return;
    }
    e->counts.without_room += n && !at;
    copy(e, type, block, length);
}

void wt_edit_secrets(wt_edit *e, const void *text, size_t n) {
    bool pcapng = wt_reader_block(e->in, &(size_t){0}) != NULL, swapped = e->in->swapped;
    if (!pcapng && !e->begun)
        begin_file(e);
    if (!pcapng)
        e->in->swapped = false;
    e->options.private(e->options.user);
    begin(e, WT_BLOCK_SECRETS);
    append32(e, TLS_KEY_LOG);
    append32(e, (uint32_t)n);
    append_padded(e, text, n);
    finish(e);
    e->in->swapped = swapped;
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
    if (!e->begun && strcmp(wt_reader_format(e->in), "pcapng") != 0)
        begin_file(e);
    return !e->out_of_memory;
}

wt_edit_counts wt_edit_counted(const wt_edit *e) { return e->counts; }

void wt_edit_free(wt_edit *e) {
    if (e)
        free(e->buf);
    free(e);
}
