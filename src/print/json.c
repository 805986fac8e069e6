/* json.c - one array of frames; docs/json.md says what is where. */
#include <errno.h>

#include "print/json.h"

static void quoted(wt_out *o, const char *s) {
    wt_out_c(o, '"');
    wt_escape_s(o, WT_ESC_JSON, s);
    wt_out_c(o, '"');
}

static void key(wt_out *o, const char *name, const char *suffix, bool *first) {
    wt_text *t = wt_out_room(o, 1024);
    if (!*first)
        wt_put_n(t, ", ", 2);
    *first = false;
    wt_put_c(t, '"');
    wt_put_s(t, name);
    wt_put_s(t, suffix);
    wt_put_n(t, "\": ", 3);
}

static uint32_t sibling(const wt_item *items, uint32_t i, uint32_t end) {
    return items[i].end > i && items[i].end <= end ? items[i].end : i + 1;
}

static void members(wt_printer *p, const wt_item *items, uint32_t first, uint32_t end, unsigned depth, bool *none);

/* All siblings of the name of `i`: one value, or an array; then their insides under the name with "_tree". */
static void group(wt_printer *p, const wt_item *items, uint32_t i, uint32_t end, unsigned depth, bool *none) {
    wt_out *o = p->out;
    const wt_groups *g = &p->groups;
    const char *name = wt_field_get(items[i].field)->name;
    bool several = wt_groups_next(g, i), inside = false;
    uint32_t k = i;
    key(o, name, "", none);
    if (several)
        wt_out_c(o, '[');
    do {
        if (k != i)
            wt_out_n(o, ", ", 2);
        inside |= sibling(items, k, end) > k + 1;
        wt_json_value(o, wt_field_get(items[k].field), &items[k], false);
    } while ((k = wt_groups_next(g, k)) != 0);
    if (several)
        wt_out_c(o, ']');
    if (!inside || depth >= WT_NEST_MAX)
        return;
    key(o, name, "_tree", none);
    wt_out_s(o, several ? "[" : "");
    k = i;
    do {
        bool empty = true;
        wt_out_s(o, k != i ? ", {" : "{");
        members(p, items, k + 1, sibling(items, k, end), depth + 1, &empty);
        wt_out_c(o, '}');
    } while ((k = wt_groups_next(g, k)) != 0);
    wt_out_s(o, several ? "]" : "");
}

static void members(wt_printer *p, const wt_item *items, uint32_t first, uint32_t end, unsigned depth, bool *none) {
    wt_groups_begin(&p->groups);
    for (uint32_t i = first; i < end; i = sibling(items, i, end))
        wt_groups_add(&p->groups, items[i].field, i);
    for (uint32_t i = first; i < end; i = sibling(items, i, end))
        if (wt_groups_is_first(&p->groups, i))
            group(p, items, i, end, depth, none);
}

static void layer(wt_printer *p, const wt_tape *tape, const wt_layer *l) {
    wt_out *o = p->out;
    bool none = false;
    wt_out_s(o, "\n    {\"protocol\": ");
    quoted(o, wt_protocol_get(l->proto)->name);
    key(o, "source", "", &none);
    quoted(o, tape->sources[l->source].kind);
    key(o, "offset", "", &none);
    wt_out_u(o, l->offset);
    key(o, "length", "", &none);
    wt_out_u(o, l->length);
    key(o, "fields", "", &none);
    wt_out_c(o, '{');
    none = true;
    members(p, tape->items, l->first, l->end, 0, &none);
    wt_out_s(o, "}}");
}

static void frame(wt_printer *p, const wt_tape *tape) {
    wt_out *o = p->out;
    bool none = true;
    if (!wt_groups_room(&p->groups, tape->item_count)) {
        o->error = ENOMEM;
        return;
    }
    wt_out_s(o, p->shown ? ",\n  {" : "\n  {");
    key(o, "number", "", &none);
    wt_out_u(o, tape->frame->number);
    key(o, "time", "", &none);
    if (tape->frame->time_ns == INT64_MIN) {
        wt_out_s(o, "null");
    } else {
        wt_out_c(o, '"');
        wt_put_seconds(wt_out_room(o, 64), tape->frame->time_ns, 9);
        wt_out_c(o, '"');
    }
    key(o, "headline", "", &none);
    wt_out_c(o, '"');
    wt_escape(o, WT_ESC_JSON, tape->headline, tape->headline_len);
    wt_out_c(o, '"');
    key(o, "layers", "", &none);
    wt_out_c(o, '[');
    for (uint32_t l = 0; l < tape->layer_count; l++) {
        wt_out_s(o, l ? "," : "");
        layer(p, tape, &tape->layers[l]);
    }
    wt_out_s(o, "]}");
}

static void begin(wt_printer *p) { wt_out_c(p->out, '['); }
static void end(wt_printer *p) { wt_out_s(p->out, "\n]\n"); }

static void needs(const wt_printer *p, wt_options *session) {
    (void)p;
    session->everything = session->headline = true;
}

const wt_format wt_format_json = {.name = "json", .needs = needs, .begin = begin, .frame = frame, .end = end,
                                  .between = 1};
