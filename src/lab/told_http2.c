/* told_http2.c - which frames of HTTP/2 came in which frame of the capture, and for which streams: a line each. */
#include "lab/told.h"

#include <inttypes.h>
#include <string.h>

#include "lab/show.h"

enum { TYPE, STREAM, END, FIELDS, LINE_ROOM = 1024, TYPE_ROOM = 40, DATA = 0 };
static const char *const names[FIELDS] = {"http2.type", "http2.streamid", "http2.flags.end_stream"};

/* Frames of one kind in a row; the last streams of them that follow one another: 3, 5, 7 is 3–7. */
typedef struct run {
    char kind[TYPE_ROOM];
    uint64_t from, to;
    bool any;
} run;

typedef struct telling {
    page *page;
    int64_t since;
    wt_fid field[FIELDS];
    int proto;
    run run;
    char line[LINE_ROOM];
    size_t used;
} telling;

static void put(telling *t, const char *text) {
    int n = snprintf(t->line + t->used, sizeof t->line - t->used, "%s", text);
    t->used = t->used + (size_t)n < sizeof t->line ? t->used + (size_t)n : sizeof t->line - 1;
}

/* What is left of the run: "5", or "5–9". */
static void end_range(telling *t) {
    char text[48];
    if (t->run.any && t->run.to != t->run.from) {
        snprintf(text, sizeof text, t->page->prose ? " to %" PRIu64 : "–%" PRIu64, t->run.to);
        put(t, text);
    }
}

static void add(telling *t, const char *kind, uint64_t stream) {
    char text[TYPE_ROOM + 40];
    bool same = t->run.any && strcmp(kind, t->run.kind) == 0;
    if (same && stream == t->run.to + 2) {
        t->run.to = stream;
        return;
    }
    end_range(t);
    if (same)
        snprintf(text, sizeof text, ", %" PRIu64, stream);
    else if (stream)
        snprintf(text, sizeof text, "%s%s of %" PRIu64, t->run.any ? "; " : "", kind, stream);
    else
        snprintf(text, sizeof text, "%s%s", t->run.any ? "; " : "", kind);
    put(t, text);
    t->run = (run){.from = stream, .to = stream, .any = true};
    snprintf(t->run.kind, sizeof t->run.kind, "%s", kind);
}

/* "HEADERS", "last DATA". */
static void one_layer(telling *t, const wt_tape *tape, const wt_layer *l) {
    const wt_item *type = told_find(tape, l->first, l->end, t->field[TYPE]);
    const wt_item *stream = told_find(tape, l->first, l->end, t->field[STREAM]);
    const wt_item *end = told_find(tape, l->first, l->end, t->field[END]);
    char kind[TYPE_ROOM];
    if (!type) {
        add(t, "preface", 0);
        return;
    }
    const wt_value *known = wt_value_find(wt_field_get(type->field)->values, type->v.u);
    if (known)
        snprintf(kind, sizeof kind, "%s%s", type->v.u == DATA && end && end->v.u ? "last " : "", known->name);
    else
        snprintf(kind, sizeof kind, "type %" PRIu64, type->v.u);
    add(t, kind, stream ? stream->v.u : 0);
}

static void one_frame(void *user, const wt_tape *tape) {
    telling *t = user;
    char first[64], seconds[SHOW_SECONDS];
    t->used = 0;
    t->run = (run){.any = false};
    for (uint32_t i = 0; i < tape->layer_count; i++)
        if (tape->layers[i].proto == t->proto)
            one_layer(t, tape, &tape->layers[i]);
    end_range(t);
    if (!t->run.any)
        snprintf(t->line, sizeof t->line, "%s %.*s", wt_protocol_get(tape->layers[tape->top].proto)->tag,
                 (int)tape->headline_len, tape->headline);
    show_seconds(tape->frame->time_ns - t->since, seconds);
    snprintf(first, sizeof first, t->page->prose ? "Frame %" PRIu64 ", at %s seconds: " : "%4" PRIu64 " %10s  ",
             tape->frame->number, seconds);
    page_say(t->page, PAGE_PLAIN, first, t->line);
}

bool told_http2(page *p, const trace *t, const selection *s) {
    if (!p->to)
        return true;
    telling how = {.page = p, .since = told_since(t, s->step), .proto = wt_protocol_find("http2")};
    wt_options o = told_options(t);
    o.headline = true;
    o.want = how.field;
    o.want_count = FIELDS;
    for (int i = 0; i < FIELDS; i++)
        how.field[i] = wt_field_find(names[i]);
    return told_feed(t, s, "http2", o, one_frame, &how);
}
