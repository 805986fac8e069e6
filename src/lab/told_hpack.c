/* told_hpack.c - header blocks of HTTP/2, a line a field: what it says, what was sent for
 * it, and the table that grows. */
#include "lab/told.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tell/amounts.h"

enum { FIXED = 61, ENTRIES = 64, NAME_ROOM = 40, TEXT_ROOM = 256, LEFT = 12, RIGHT = 24, LEAST = 60, WIDEST = 240 };

enum { HEADER, NAME, VALUE, INDEX, WIRE, PLAIN, INSERTED, EVICTED, SIZE, MOST, BLOCK_WIRE, BLOCK_PLAIN, STREAM,
       FIELDS };
static const char *const names[FIELDS] = {
    "http2.header", "http2.header.name", "http2.header.value", "http2.header.index", "http2.hpack.wire",
    "http2.hpack.plain", "http2.hpack.inserted", "http2.hpack.evicted", "http2.hpack.table.size",
    "http2.hpack.table.max", "http2.hpack.block.wire", "http2.hpack.block.plain", "http2.streamid"};

typedef struct telling {
    page *page;
    wt_fid field[FIELDS];
    int proto;
    char table[ENTRIES][NAME_ROOM];  /* names of the entries that were seen to be put in: the oldest first */
    uint32_t count, stream;
    uint16_t port;                   /* the sender whose table this is; its blocks alone are told */
    bool begun;
} telling;

static const wt_item *find(const telling *t, const wt_tape *tape, uint32_t from, uint32_t end, int what) {
    return told_find(tape, from, end, t->field[what]);
}

static uint64_t number(const wt_item *i) { return i ? i->v.u : 0; }

/* Harmless, and as a text; a secret is only counted. */
static void text_of(const wt_item *i, char *out, size_t room) {
    size_t n = 0;
    out[0] = 0;
    if (i && (i->flags & WT_I_SECRET))
        snprintf(out, room, "(%u secret bytes)", i->vlen);
    else
        for (uint32_t k = 0; i && k < i->vlen && n + 1 < room; k++) {
            out[n++] = i->v.p[k] >= ' ' && i->v.p[k] < 127 ? (char)i->v.p[k] : '.';
            out[n] = 0;
        }
}

static void remember(telling *t, const char *name, uint64_t evicted) {
    uint32_t gone = evicted < t->count ? (uint32_t)evicted : t->count;
    if (!gone && t->count == ENTRIES)
        gone = 1;
    memmove(t->table, t->table + gone, (t->count - gone) * sizeof *t->table);
    t->count -= gone;
    if (name)
        snprintf(t->table[t->count++], NAME_ROOM, "%s", name);
}

/* One field: its bytes, what it says, and what stands for it. */
static void one_field(telling *t, const wt_tape *tape, uint32_t at) {
    const wt_item *header = &tape->items[at];
    char name[NAME_ROOM], value[TEXT_ROOM], said[TEXT_ROOM + NAME_ROOM], how[60], line[2 * TEXT_ROOM];
    uint64_t index = number(find(t, tape, at, header->end, INDEX));
    uint64_t wire = number(find(t, tape, at, header->end, WIRE)), plain = number(find(t, tape, at, header->end, PLAIN));
    const wt_item *in = find(t, tape, at, header->end, INSERTED);
    text_of(find(t, tape, at, header->end, NAME), name, sizeof name);
    text_of(find(t, tape, at, header->end, VALUE), value, sizeof value);
    int n = snprintf(said, sizeof said, "%s: %s", name, value);
    bool whole = wire <= 2 && index && !in;
    if (whole)
        snprintf(how, sizeof how, "number %" PRIu64, index);
    else if (index)
        snprintf(how, sizeof how, "name %" PRIu64 ", value%s", index, in ? ", kept" : "");
    else
        snprintf(how, sizeof how, "name, value%s", in ? ", kept" : "");
    remember(t, in ? name : NULL, number(find(t, tape, at, header->end, EVICTED)));
    if (t->page->prose) {
        snprintf(line, sizeof line, "%s: %" PRIu64 " instead of %" PRIu64 " bytes, as %s.", said, wire, plain, how);
        page_say(t->page, PAGE_PLAIN, "", line);
        return;
    }
    unsigned width = t->page->width < LEAST ? LEAST : t->page->width > WIDEST ? WIDEST : t->page->width;
    int room = (int)width - LEFT - RIGHT;
    bool cut = n > room;
    snprintf(line, sizeof line, "%4" PRIu64 " of %3" PRIu64 " %.*s%s%*s %s", wire, plain, cut ? room - 1 : n, said,
             cut ? "…" : "", cut ? 0 : room - n, "", how);
    page_lines(t->page, line, strlen(line));
}

/* What the table holds after a block, if the block changed it.  The newest entry has the lowest number. */
static void table(telling *t, bool changed, uint64_t size, uint64_t most) {
    char text[2048], amount[64];
    if (!changed) {
        page_say(t->page, PAGE_PLAIN, "", "The sender's table is as before.");
        return;
    }
    wt_text use = {.p = amount, .cap = sizeof amount};
    wt_put_grouped(&use, size);
    wt_put_s(&use, " of ");
    wt_put_grouped(&use, most);
    size_t n = (size_t)snprintf(text, sizeof text, "The sender's table now, %.*s bytes:", (int)use.len, amount);
    for (uint32_t i = t->count; i-- > 0 && n < sizeof text - NAME_ROOM - 16;)
        n += (size_t)snprintf(text + n, sizeof text - n, " %u %s%s", FIXED + t->count - i, t->table[i], i ? "," : "");
    page_say(t->page, PAGE_PLAIN, "", text);
}

static void block(telling *t, const wt_tape *tape, const wt_layer *l) {
    char text[200];
    const wt_item *wire = find(t, tape, l->first, l->end, BLOCK_WIRE), *size = NULL;
    bool changed = false;
    if (!wire)
        return;
    snprintf(text, sizeof text,
             "Frame %" PRIu64 ", stream %" PRIu64 ": %" PRIu64 " bytes of header fields stand for %" PRIu64 ".",
             tape->frame->number, number(find(t, tape, l->first, l->end, STREAM)), wire->v.u,
             number(find(t, tape, l->first, l->end, BLOCK_PLAIN)));
    page_gap(t->page);
    page_say(t->page, PAGE_TITLE, "", text);
    for (uint32_t i = l->first; i < l->end; i++) {
        if (tape->items[i].field == t->field[HEADER])
            one_field(t, tape, i);
        if (tape->items[i].field == t->field[SIZE])
            size = &tape->items[i];
        changed |= tape->items[i].field == t->field[INSERTED] || tape->items[i].field == t->field[EVICTED];
    }
    table(t, changed, number(size), number(find(t, tape, l->first, l->end, MOST)));
}

static void blocks(void *user, const wt_tape *tape) {
    telling *t = user;
    uint32_t stream = UINT32_MAX;
    for (uint32_t i = 0; i < tape->layer_count; i++) {
        const wt_layer *l = &tape->layers[i];
        stream = l->stream != UINT32_MAX ? l->stream : stream;
        if (l->proto != t->proto || !find(t, tape, l->first, l->end, HEADER))
            continue;
        if (!t->begun) {
            t->begun = true;
            t->stream = stream;
            t->port = tape->src.port;
        }
        if (stream == t->stream && tape->src.port == t->port)
            block(t, tape, l);
    }
}

bool told_hpack(page *p, const trace *t, const selection *s) {
    if (!p->to)
        return true;
    telling *how = calloc(1, sizeof *how);
    wt_options o = told_options(t);
    o.everything = true;
    if (!how)
        return false;
    how->page = p;
    how->proto = wt_protocol_find("http2");
    for (int i = 0; i < FIELDS; i++)
        how->field[i] = wt_field_find(names[i]);
    bool ok = told_feed(t, s, "http2", o, blocks, how);
    free(how);
    return ok;
}
