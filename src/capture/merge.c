/* merge.c - several captures become one, block by block. */
#include "capture/merge.h"

#include <stdlib.h>

#include "capture/blocks.h"
#include "capture/build.h"
#include "capture/reader.h"

typedef struct input {
    wt_merge *m;
    size_t index;
    wt_reader *in;
    const char *name;
    wt_frame frame;                  /* the next one */
    bool there;
    uint32_t *points;                /* its interfaces' numbers in the output */
    uint32_t point_count, point_cap;
} input;

struct wt_merge {
    input *inputs;
    size_t count;
    wt_merge_options options;
    wt_merge_counts counts;
    wt_merge_point *points;
    uint32_t point_count, point_cap;
    wt_build b;
};

/* ---- interfaces ------------------------------------------------------------------------- */

static bool grow(wt_merge *m, void **array, uint32_t count, uint32_t *cap, size_t size) {
    if (count < *cap)
        return true;
    uint32_t wider = *cap ? *cap * 2 : 16;
    void *grown = realloc(*array, wider * size);
    if (!grown) {
        m->b.out_of_memory = true;
        return false;
    }
    *array = grown;
    *cap = wider;
    return true;
}

/* The input's next interface gets the output's next number. */
static void add_point(input *i) {
    wt_merge *m = i->m;
    if (!grow(m, (void **)&m->points, m->point_count, &m->point_cap, sizeof *m->points) ||
        !grow(m, (void **)&i->points, i->point_count, &i->point_cap, sizeof *i->points))
        return;
    i->points[i->point_count] = m->point_count;
    m->points[m->point_count++] = (wt_merge_point){.input = i->index, .number = i->point_count++};
}

/* The number in the output; of an interface that is not there, the number stays. */
static uint32_t point_of(const input *i, uint32_t number) {
    return number < i->point_count ? i->points[number] : number;
}

/* ---- writing ---------------------------------------------------------------------------- */

static void finish(wt_merge *m) {
    size_t n;
    const uint8_t *block = wt_build_finish(&m->b, &n);
    if (block)
        m->options.write(m->options.user, block, n);
}

/* How wide the numbers are that an option's value is made of; 0: it is bytes or text. */
static unsigned number_width(uint32_t type, uint16_t code) {
    switch (type) {
    case WT_BLOCK_INTERFACE: return code == 8 || code == 14 || code == 16 || code == 17 ? 8 : code == 10 ? 4 : 0;
    case WT_BLOCK_PACKET: return code == 2 || code == 6 ? 4 : code == 4 || code == 5 ? 8 : 0;
    case WT_BLOCK_OLD_PACKET: return code == 2 ? 4 : 0;
    case WT_BLOCK_STATISTICS: return code == 2 || code == 3 ? 4 : code >= 4 && code <= 8 ? 8 : 0;
    default: return 0;
    }
}

/* Custom options, text or bytes, begin with the number of who defined them. */
static bool is_custom(uint16_t code) { return (code & 0xbfff) == 2988 || (code & 0xbfff) == 2989; }

static void put_value(const input *i, unsigned width, const uint8_t *p, size_t n) {
    wt_build *b = &i->m->b;
    for (; width == 4 && n >= 4; n -= 4, p += 4)
        wt_build32(b, wt_get32(i->in, p));
    for (; width == 8 && n >= 8; n -= 8, p += 8)
        wt_build64(b, wt_get64(i->in, p));
    wt_build_padded(b, p, n);
}

/* What stands in a block from `at` to `end`: its options, in the output's byte order. */
static void put_options(const input *i, uint32_t type, const uint8_t *block, size_t at, size_t end) {
    wt_build *b = &i->m->b;
    if (!at || i->in->swapped == b->swapped) {
        wt_build_bytes(b, block + (at ? at : end), at ? end - at : 0);
        return;
    }
    for (size_t n; (n = wt_option_size(i->in, block, at, end)); at += n) {
        uint16_t code = wt_get16(i->in, block + at), length = wt_get16(i->in, block + at + 2);
        const uint8_t *value = block + at + 4;
        wt_build16(b, code);
        wt_build16(b, length);
        if (is_custom(code) && length >= 4) {
            wt_build32(b, wt_get32(i->in, value));
            wt_build_padded(b, value + 4, length - 4u);
        } else {
            put_value(i, number_width(type, code), value, length);
        }
        if (!code)
            break;
    }
}

/* ---- blocks that are no frames ---------------------------------------------------------- */

static void put_interface(input *i, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    wt_build_begin(b, WT_BLOCK_INTERFACE);
    wt_build16(b, wt_get16(i->in, block + 8));
    wt_build16(b, wt_get16(i->in, block + 10));
    wt_build32(b, wt_get32(i->in, block + 12));
    put_options(i, WT_BLOCK_INTERFACE, block, 16, length - 4);
    add_point(i);
    finish(i->m);
}

static void put_names(input *i, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    size_t options = wt_options_at(i->in, WT_BLOCK_NAMES, block, length), end = options ? options : length - 4;
    wt_build_begin(b, WT_BLOCK_NAMES);
    for (size_t at = 8, n; (n = wt_option_size(i->in, block, at, end)); at += n) {
        wt_build16(b, wt_get16(i->in, block + at));
        wt_build16(b, wt_get16(i->in, block + at + 2));
        wt_build_bytes(b, block + at + 4, n - 4);
    }
    put_options(i, WT_BLOCK_NAMES, block, options, length - 4);
    i->m->counts.names++;
    finish(i->m);
}

static void put_secrets(input *i, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    size_t options = wt_options_at(i->in, WT_BLOCK_SECRETS, block, length), end = options ? options : length - 4;
    i->m->options.private(i->m->options.user);
    wt_build_begin(b, WT_BLOCK_SECRETS);
    wt_build32(b, wt_get32(i->in, block + 8));
    wt_build32(b, wt_get32(i->in, block + 12));
    wt_build_bytes(b, block + 16, end - 16);
    put_options(i, WT_BLOCK_SECRETS, block, options, length - 4);
    i->m->counts.secrets++;
    finish(i->m);
}

/* Of an interface that its file does not describe: it would be another file's in the output. */
static void put_statistics(input *i, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    uint32_t number = wt_get32(i->in, block + 8);
    if (number >= i->in->point_count - i->in->first_point) {
        i->m->counts.astray++;
        return;
    }
    wt_build_begin(b, WT_BLOCK_STATISTICS);
    wt_build32(b, point_of(i, i->in->first_point + number));
    wt_build32(b, wt_get32(i->in, block + 12));
    wt_build32(b, wt_get32(i->in, block + 16));
    put_options(i, WT_BLOCK_STATISTICS, block, 20, length - 4);
    finish(i->m);
}

/* Of somebody's own format only its first number is known to be one; of an unknown one, nothing is. */
static void put_other(input *i, uint32_t type, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    size_t at = 8;
    wt_build_begin(b, type);
    if ((type == WT_BLOCK_CUSTOM || type == WT_BLOCK_CUSTOM_LOCAL) && length >= 16) {
        wt_build32(b, wt_get32(i->in, block + 8));
        at = 12;
    } else {
        i->m->counts.foreign += i->in->swapped != b->swapped;
    }
    wt_build_bytes(b, block + at, length - 4 - at);
    finish(i->m);
}

static void on_block(void *user, const uint8_t *block, size_t length) {
    input *i = user;
    uint32_t type = wt_get32(i->in, block);
    if (type == WT_BLOCK_SECTION)
        return;
    if (type == WT_BLOCK_INTERFACE && length >= 20)
        put_interface(i, block, length);
    else if (type == WT_BLOCK_NAMES && length >= 12)
        put_names(i, block, length);
    else if (type == WT_BLOCK_SECRETS && length >= 20)
        put_secrets(i, block, length);
    else if (type == WT_BLOCK_STATISTICS && length >= 24)
        put_statistics(i, block, length);
    else
        put_other(i, type, block, length);
}

/* ---- frames ----------------------------------------------------------------------------- */

/* A frame that has no block of its own yet: pcap's, or one that stood in a block for the first interface only. */
static void put_new_packet(input *i) {
    const wt_frame *f = &i->frame;
    uint32_t length = strcmp(i->in->format, "pcapng") == 0 ? f->len : i->in->stated_length;
    i->m->counts.untimed += f->time_ns == INT64_MIN;
    wt_build_packet(&i->m->b, point_of(i, f->interface), f, length, i->in->tick_ns == 1 ? 1 : 1000);
    finish(i->m);
}

static void put_packet(input *i, uint32_t type, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    uint32_t point = point_of(i, i->frame.interface);
    size_t options = wt_options_at(i->in, type, block, length), end = options ? options : length - 4;
    bool narrow = type == WT_BLOCK_OLD_PACKET && point <= UINT16_MAX;
    wt_build_begin(b, narrow ? type : WT_BLOCK_PACKET);
    if (narrow) {
        wt_build16(b, (uint16_t)point);
        wt_build16(b, wt_get16(i->in, block + 10));
    } else {
        wt_build32(b, point);
    }
    for (size_t at = 12; at < 28; at += 4)
        wt_build32(b, wt_get32(i->in, block + at));
    wt_build_bytes(b, block + 28, end - 28);
    put_options(i, type, block, options, length - 4);
    finish(i->m);
}

static void put_simple_packet(input *i, const uint8_t *block, size_t length) {
    wt_build *b = &i->m->b;
    wt_build_begin(b, WT_BLOCK_SIMPLE_PACKET);
    wt_build32(b, wt_get32(i->in, block + 8));
    wt_build_bytes(b, block + 12, length - 16);
    finish(i->m);
}

static void put_frame(input *i) {
    size_t length;
    const uint8_t *block = wt_reader_block(i->in, &length);
    uint32_t type = block ? wt_get32(i->in, block) : WT_BLOCK_PACKET, point = point_of(i, i->frame.interface);
    if (i->frame.linktype == WT_LINKTYPE_NONE) {
        put_other(i, type, block, length);
        return;
    }
    i->m->counts.frames++;
    if (point < i->m->point_count)
        i->m->points[point].frames++;
    if (block && type == WT_BLOCK_SIMPLE_PACKET && point == 0)
        put_simple_packet(i, block, length);
    else if (block && type != WT_BLOCK_SIMPLE_PACKET)
        put_packet(i, type, block, length);
    else
        put_new_packet(i);
}

/* ---- the whole -------------------------------------------------------------------------- */

static void begin_file(wt_merge *m) {
    size_t pcapng = 0, swapped = 0;
    for (size_t k = 0; k < m->count; k++) {
        bool is = strcmp(wt_reader_format(m->inputs[k].in), "pcapng") == 0;
        pcapng += is;
        swapped += is && m->inputs[k].in->swapped;
    }
    m->b.swapped = pcapng && swapped == pcapng;
    wt_build_section(&m->b);
    wt_build32(&m->b, 0);
    finish(m);
    for (size_t k = 0; k < m->count; k++) {
        input *i = &m->inputs[k];
        const wt_interface *point = wt_reader_interface(i->in, 0);
        if (strcmp(wt_reader_format(i->in), "pcapng") == 0 || !point)
            continue;
        wt_build_interface(&m->b, point->linktype, point->snaplen, i->in->tick_ns == 1);
        wt_build_option(&m->b, 2, i->name, strlen(i->name));
        wt_build32(&m->b, 0);
        add_point(i);
        finish(m);
    }
}

static void read_on(input *i) { i->there = wt_reader_next(i->in, &i->frame) == 1; }

/* Whose frame is the earliest; of equals the first file's.  Frames without a time come as soon as they can. */
static input *earliest(wt_merge *m) {
    input *first = NULL;
    for (size_t k = 0; k < m->count; k++)
        if (m->inputs[k].there && (!first || m->inputs[k].frame.time_ns < first->frame.time_ns))
            first = &m->inputs[k];
    return first;
}

wt_merge *wt_merge_new(wt_reader *const *readers, const char *const *names, size_t count,
                       const wt_merge_options *options) {
    wt_merge *m = calloc(1, sizeof *m);
    input *inputs = calloc(count, sizeof *inputs);
    if (!m || !inputs) {
        free(m);
        free(inputs);
        return NULL;
    }
    m->options = *options;
    m->inputs = inputs;
    m->count = count;
    for (size_t k = 0; k < count; k++) {
        inputs[k] = (input){.m = m, .index = k, .in = readers[k], .name = names[k]};
        wt_reader_on_block(readers[k], on_block, &inputs[k]);
    }
    return m;
}

bool wt_merge_run(wt_merge *m) {
    begin_file(m);
    for (size_t k = 0; k < m->count; k++)
        read_on(&m->inputs[k]);
    for (input *i; !m->b.out_of_memory && (i = earliest(m));) {
        put_frame(i);
        read_on(i);
    }
    return !m->b.out_of_memory;
}

wt_merge_counts wt_merge_counted(const wt_merge *m) { return m->counts; }

const wt_merge_point *wt_merge_point_get(const wt_merge *m, uint32_t n) {
    return n < m->point_count ? &m->points[n] : NULL;
}

void wt_merge_free(wt_merge *m) {
    if (!m)
        return;
    for (size_t k = 0; k < m->count; k++)
        free(m->inputs[k].points);
    free(m->inputs);
    free(m->points);
    free(m->b.buf);
    free(m);
}
