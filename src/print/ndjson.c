/* ndjson.c - an object a line, for programs that eat streams and tables; docs/ndjson.md says what is where. */
#include <errno.h>
#include <stdlib.h>

#include "print/clock.h"
#include "print/json.h"

/* The items of a frame, those of a name behind each other. */
struct wt_columns {
    uint32_t *head, *tail;       /* for each row: its first and last item in the frame that `frame` names */
    uint64_t *frame;
    wt_fid *order;               /* names in the order in which they come */
    uint32_t *next;              /* for each item the next of its name; 0: there is none */
    uint32_t count, room;
};

bool wt_columns_make(wt_printer *p) {
    size_t rows = (size_t)wt_protocol_count() << WT_FID_BITS;
    p->columns = calloc(1, sizeof *p->columns);
    if (!p->columns)
        return false;
    p->columns->head = malloc(rows * sizeof(uint32_t));
    p->columns->tail = malloc(rows * sizeof(uint32_t));
    p->columns->frame = calloc(rows, sizeof(uint64_t));
    return p->columns->head && p->columns->tail && p->columns->frame;
}

void wt_columns_free(wt_printer *p) {
    if (!p->columns)
        return;
    free(p->columns->head);
    free(p->columns->tail);
    free(p->columns->frame);
    free(p->columns->order);
    free(p->columns->next);
    free(p->columns);
}

static bool make_room(struct wt_columns *c, uint32_t items) {
    if (items <= c->room)
        return true;
    uint32_t *next = realloc(c->next, 2 * (size_t)items * sizeof *next);
    if (next)
        c->next = next;
    wt_fid *order = next ? realloc(c->order, 2 * (size_t)items * sizeof *order) : NULL;
    if (!order)
        return false;
    c->order = order;
    c->room = 2 * items;
    return true;
}

/* A heading has no value of its own. */
static bool has_value(const wt_item *i) {
    const wt_field *f = wt_field_get(i->field);
    bool pointer = i->flags & WT_I_POINTER;
    return f && f->type != WT_NONE && (pointer || (f->type != WT_BYTES && f->type != WT_STRING));
}

static void sort_out(wt_printer *p, struct wt_columns *c, const wt_tape *tape) {
    c->count = 0;
    for (uint32_t i = 0; i < tape->item_count; i++) {
        if (!has_value(&tape->items[i]))
            continue;
        wt_fid name = wt_json_name(p, tape->items[i].field);
        c->next[i] = 0;
        if (c->frame[name] == p->shown + 1) {
            c->next[c->tail[name]] = i;
        } else {
            c->frame[name] = p->shown + 1;
            c->head[name] = i;
            c->order[c->count++] = name;
        }
        c->tail[name] = i;
    }
}

/* "tcp.flags.syn" as "tcp_flags_syn": a dot means something to SQL, and to OpenSearch. */
static void name(wt_out *o, const char *s) {
    wt_text *t = wt_out_room(o, 1024);
    wt_put_s(t, ", \"");
    for (; *s; s++)
        wt_put_c(t, *s == '.' || *s == '-' ? '_' : *s);
    wt_put_s(t, "\": [");
}

static void column(wt_out *o, const struct wt_columns *c, const wt_tape *tape, wt_fid row) {
    uint32_t i = c->head[row];
    name(o, wt_field_get(row)->name);
    do {
        if (i != c->head[row])
            wt_out_s(o, ", ");
        wt_json_value(o, wt_field_get(tape->items[i].field), &tape->items[i], true);
    } while ((i = c->next[i]) != 0);
    wt_out_c(o, ']');
}

static void put_end(wt_out *o, const char *what, const wt_endpoint *e) {
    wt_endpoint address = *e;
    wt_text *t = wt_out_room(o, 400);
    if (!e->kind)
        return;
    address.has_port = false;
    wt_put_s(t, ", \"");
    wt_put_s(t, what);
    wt_put_s(t, "\": \"");
    wt_put_endpoint(t, &address);
    wt_put_c(t, '"');
    if (!e->has_port)
        return;
    wt_put_s(t, ", \"");
    wt_put_s(t, what);
    wt_put_s(t, "_port\": ");
    wt_put_u(t, e->port);
}

static void put_time(wt_out *o, int64_t ns) {
    if (ns == INT64_MIN)
        return;
    wt_out_s(o, ", \"time\": \"");
    wt_put_iso_time(wt_out_room(o, 64), ns);
    wt_out_c(o, '"');
}

/* What every frame has, so that a table has it, too, whatever else the frame carries. */
static void common(wt_printer *p, const wt_tape *tape) {
    wt_out *o = p->out;
    const wt_frame *f = tape->frame;
    wt_out_s(o, "{\"number\": ");
    wt_out_u(o, f->number);
    put_time(o, f->time_ns);
    wt_out_s(o, ", \"interface\": ");
    wt_out_u(o, f->interface);
    wt_out_s(o, ", \"length\": ");
    wt_out_u(o, f->len);
    wt_out_s(o, ", \"captured\": ");
    wt_out_u(o, f->caplen);
    put_end(o, "source", &tape->src);
    put_end(o, "destination", &tape->dst);
    wt_out_s(o, ", \"protocols\": [");
    for (uint32_t l = 0; l < tape->layer_count; l++) {
        wt_out_s(o, l ? ", \"" : "\"");
        wt_out_s(o, wt_protocol_get(tape->layers[l].proto)->name);
        wt_out_c(o, '"');
    }
    wt_out_s(o, "], \"headline\": \"");
    wt_escape(o, WT_ESC_JSON, tape->headline, tape->headline_len);
    wt_out_c(o, '"');
}

static void frame(wt_printer *p, const wt_tape *tape) {
    struct wt_columns *c = p->columns;
    common(p, tape);
    if (!make_room(c, tape->item_count)) {
        p->out->error = ENOMEM;
        return;
    }
    sort_out(p, c, tape);
    if (!p->options.field_count)
        for (uint32_t n = 0; n < c->count; n++)
            column(p->out, c, tape, c->order[n]);
    for (size_t n = 0; n < p->options.field_count; n++) {
        wt_fid row = wt_json_name(p, p->fields[n]);
        if (c->frame[row] == p->shown + 1)
            column(p->out, c, tape, row);
    }
    wt_out_s(p->out, "}\n");
}

static void needs(const wt_printer *p, wt_options *session) {
    session->headline = true;
    session->everything = !p->options.field_count;
    session->want = p->want;
    session->want_count = p->want_count;
}

const wt_format wt_format_ndjson = {.name = "ndjson", .needs = needs, .frame = frame};
