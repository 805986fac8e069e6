/* json.c - one array of frames; docs/json.md says what is where. */
#include "print/json.h"

static void quoted(wt_out *o, const char *s) {
    wt_out_c(o, '"');
    wt_escape_s(o, WT_ESC_JSON, s);
    wt_out_c(o, '"');
}

static void key(wt_out *o, const char *name, const char *suffix, bool *first) {
    wt_out_s(o, *first ? "" : ", ");
    *first = false;
    wt_out_c(o, '"');
    wt_out_s(o, name);
    wt_out_s(o, suffix);
    wt_out_s(o, "\": ");
}

static inline bool same_name(wt_printer *p, const wt_item *a, const wt_item *b) {
    return a->field == b->field || wt_json_name(p, a->field) == wt_json_name(p, b->field);
}

static uint32_t sibling(const wt_item *items, uint32_t i, uint32_t end) {
    return items[i].end > i && items[i].end <= end ? items[i].end : i + 1;
}

static void members(wt_printer *p, const wt_item *items, uint32_t first, uint32_t end, unsigned depth, bool *none);

/* All siblings of the name of `i`: one value, or an array; then their insides under the name with "_tree". */
static void group(wt_printer *p, const wt_item *items, uint32_t i, uint32_t end, unsigned depth, bool *none) {
    wt_out *o = p->out;
    const wt_field *f = wt_field_get(items[i].field);
    uint32_t count = 0;
    bool inside = false;
    for (uint32_t k = i; k < end; k = sibling(items, k, end))
        if (same_name(p, &items[k], &items[i])) {
            count++;
            inside |= sibling(items, k, end) > k + 1;
        }
    key(o, f->name, "", none);
    wt_out_s(o, count > 1 ? "[" : "");
    bool comma = false;
    for (uint32_t k = i; k < end; k = sibling(items, k, end))
        if (same_name(p, &items[k], &items[i])) {
            wt_out_s(o, comma ? ", " : "");
            comma = true;
            wt_json_value(o, wt_field_get(items[k].field), &items[k], false);
        }
    wt_out_s(o, count > 1 ? "]" : "");
    if (!inside || depth >= WT_NEST_MAX)
        return;
    key(o, f->name, "_tree", none);
    wt_out_s(o, count > 1 ? "[" : "");
    comma = false;
    for (uint32_t k = i; k < end; k = sibling(items, k, end))
        if (same_name(p, &items[k], &items[i])) {
            bool empty = true;
            wt_out_s(o, comma ? ", {" : "{");
            comma = true;
            members(p, items, k + 1, sibling(items, k, end), depth + 1, &empty);
            wt_out_c(o, '}');
        }
    wt_out_s(o, count > 1 ? "]" : "");
}

static void members(wt_printer *p, const wt_item *items, uint32_t first, uint32_t end, unsigned depth, bool *none) {
    for (uint32_t i = first; i < end; i = sibling(items, i, end)) {
        bool told = !wt_field_get(items[i].field);
        for (uint32_t k = first; k < i && !told; k = sibling(items, k, end))
            told = same_name(p, &items[k], &items[i]);
        if (!told)
            group(p, items, i, end, depth, none);
    }
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

const wt_format wt_format_json = {.name = "json", .needs = needs, .begin = begin, .frame = frame, .end = end};
