/* ndjson.c - an object a line, for programs that eat streams and tables; docs/ndjson.md says what is where. */
#include <errno.h>
#include <stdlib.h>

#include "print/clock.h"
#include "print/json.h"

static bool make_room(wt_printer *p, uint32_t items) {
    uint32_t before = p->groups.room;
    if (!wt_groups_room(&p->groups, items))
        return false;
    if (p->groups.room == before)
        return true;
    uint32_t *order = realloc(p->order, p->groups.room * sizeof *order);
    if (order)
        p->order = order;
    return order;
}

/* A heading has no value of its own. */
static bool has_value(const wt_item *i) {
    const wt_field *f = wt_field_get(i->field);
    bool pointer = i->flags & WT_I_POINTER;
    return f && f->type != WT_NONE && (pointer || (f->type != WT_BYTES && f->type != WT_STRING));
}

/* Returns how many names there are. */
static uint32_t sort_out(wt_printer *p, const wt_tape *tape) {
    uint32_t count = 0;
    wt_groups_begin(&p->groups);
    for (uint32_t i = 0; i < tape->item_count; i++)
        if (has_value(&tape->items[i]) && wt_groups_add(&p->groups, tape->items[i].field, i))
            p->order[count++] = i;
    return count;
}

/* "tcp.flags.syn" as "tcp_flags_syn": a dot means something to SQL, and to OpenSearch. */
static void name(wt_out *o, const char *s) {
    wt_text *t = wt_out_room(o, 1024);
    wt_put_s(t, ", \"");
    for (; *s; s++)
        wt_put_c(t, *s == '.' || *s == '-' ? '_' : *s);
    wt_put_s(t, "\": [");
}

/* The values of the name that item i is the first of. */
static void column(wt_printer *p, const wt_tape *tape, uint32_t i) {
    wt_out *o = p->out;
    wt_fid row = wt_groups_name(&p->groups, tape->items[i].field);
    name(o, wt_field_get(row)->name);
    uint32_t k = i;
    do {
        if (k != i)
            wt_out_s(o, ", ");
        wt_json_value(o, wt_field_get(tape->items[k].field), &tape->items[k], true);
    } while ((k = wt_groups_next(&p->groups, k)) != 0);
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
    wt_groups *g = &p->groups;
    common(p, tape);
    if (!make_room(p, tape->item_count)) {
        p->out->error = ENOMEM;
        return;
    }
    uint32_t count = sort_out(p, tape);
    if (!p->options.field_count)
        for (uint32_t n = 0; n < count; n++)
            column(p, tape, p->order[n]);
    for (size_t n = 0; n < p->options.field_count; n++) {
        wt_fid row = wt_groups_name(g, p->fields[n]);
        if (g->mark[row] == g->now)
            column(p, tape, g->head[row]);
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
