/* pdml.c - Packet Details Markup Language, attribute by attribute as tshark writes it. */
#include "print/printer.h"

static void attribute_u(wt_out *o, const char *name, uint64_t v) {
    wt_text *t = wt_out_room(o, 64);
    wt_put_c(t, ' ');
    wt_put_s(t, name);
    wt_put_s(t, "=\"");
    wt_put_u(t, v);
    wt_put_c(t, '"');
}

static void begin(wt_printer *p) {
    wt_out *o = p->out;
    wt_out_s(o, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<pdml version=\"0\" creator=\"wiretale/");
    wt_out_s(o, wt_version());
    wt_out_s(o, "\" capture_file=\"");
    wt_escape_s(o, WT_ESC_XML, p->options.capture_name ? p->options.capture_name : "");
    wt_out_s(o, "\">\n");
}

static void end(wt_printer *p) { wt_out_s(p->out, "</pdml>\n"); }

static void general_number(wt_out *o, const char *name, const char *label, uint64_t v, uint32_t size) {
    wt_out_s(o, "    <field name=\"");
    wt_out_s(o, name);
    wt_out_s(o, "\" pos=\"0\"");
    attribute_u(o, "show", v);
    wt_out_s(o, " showname=\"");
    wt_out_s(o, label);
    wt_out_s(o, "\" value=\"");
    wt_out_x(o, v, 1);
    wt_out_c(o, '"');
    attribute_u(o, "size", size);
    wt_out_s(o, "/>\n");
}

static void general(wt_out *o, const wt_frame *f) {
    wt_out_s(o, "  <proto name=\"geninfo\" pos=\"0\" showname=\"General information\"");
    attribute_u(o, "size", f->len);
    wt_out_s(o, ">\n");
    general_number(o, "num", "Number", f->number, f->len);
    general_number(o, "len", "Frame Length", f->len, f->len);
    general_number(o, "caplen", "Captured Length", f->caplen, f->len);
    if (f->time_ns != INT64_MIN) {
        wt_out_s(o, "    <field name=\"timestamp\" pos=\"0\" show=\"");
        wt_long_time(wt_out_room(o, 64), f->time_ns);
        wt_out_s(o, "\" showname=\"Captured Time\" value=\"");
        wt_put_seconds(wt_out_room(o, 64), f->time_ns, 9);
        wt_out_c(o, '"');
        attribute_u(o, "size", f->len);
        wt_out_s(o, "/>\n");
    }
    wt_out_s(o, "  </proto>\n");
}

static void showname(wt_out *o, const wt_tape *tape, const wt_field *f, const wt_item *i) {
    wt_out_s(o, " showname=\"");
    if (f->mask && wt_is_number(f->type) && !(i->flags & WT_I_POINTER)) {
        wt_bit_pattern(o, tape, f, i);
        wt_out_s(o, " = ");
    }
    wt_escape_s(o, WT_ESC_XML, f->label);
    if (f->type != WT_NONE) {
        wt_out_s(o, ": ");
        const wt_value *name = wt_value_of(f, i);
        if (name && f->base != WT_FLAG) {
            wt_escape_s(o, WT_ESC_XML, name->name);
            wt_out_s(o, " (");
            wt_show(o, WT_ESC_XML, f, i);
            wt_out_c(o, ')');
        } else if (name) {
            wt_escape_s(o, WT_ESC_XML, name->name);
        } else if (f->base == WT_FLAG && wt_is_number(f->type)) {
            wt_out_s(o, i->v.u ? "True" : "False");
        } else {
            wt_human(o, WT_ESC_XML, f, i);
        }
    }
    wt_out_c(o, '"');
}

static void value(wt_out *o, const wt_tape *tape, const wt_field *f, const wt_item *i) {
    const uint8_t *bytes = wt_item_bytes(tape, i);
    if (!bytes)
        return;
    wt_out_s(o, " value=\"");
    if (f->mask && wt_is_number(f->type) && !(i->flags & WT_I_POINTER)) {
        wt_out_x(o, i->v.u, 1);
        wt_out_s(o, "\" unmaskedvalue=\"");
    }
    wt_out_hex(o, bytes, i->length);
    wt_out_c(o, '"');
}

static void field(wt_out *o, const wt_tape *tape, const wt_item *i, const wt_field *f, unsigned indent, bool open) {
    wt_out_spaces(o, indent);
    wt_out_s(o, "<field name=\"");
    wt_out_s(o, f->name);
    wt_out_c(o, '"');
    showname(o, tape, f, i);
    if (i->flags & WT_I_HIDDEN)
        wt_out_s(o, " hide=\"yes\"");
    attribute_u(o, "size", i->length);
    attribute_u(o, "pos", i->offset);
    wt_out_s(o, " show=\"");
    wt_show(o, WT_ESC_XML, f, i);
    wt_out_c(o, '"');
    value(o, tape, f, i);
    wt_out_s(o, open ? ">\n" : "/>\n");
}

/* What is printed of a frame: where, and which layers already are. */
typedef struct writing {
    wt_out *o;
    const wt_tape *tape;
    unsigned indent;
    bool done[256];
} writing;

static void layer(writing *w, uint32_t number);

static void close_one(writing *w, wt_nest *nest) {
    wt_out_spaces(w->o, w->indent + 2 * --nest->depth + 2);
    wt_out_s(w->o, "</field>\n");
}

/* The layer inside item i, if it is of a row that holds one. */
static void held(writing *w, uint32_t parent, const wt_item *i, const wt_field *f, unsigned depth) {
    for (uint32_t k = f->flags & WT_HOLDS ? parent + 1 : w->tape->layer_count; k < w->tape->layer_count; k++) {
        const wt_layer *l = &w->tape->layers[k];
        if (l->parent == parent && l->source == i->source && l->offset == i->offset && l->length == i->length &&
            !w->done[k]) {
            w->indent += 2 * depth + 2;
            layer(w, k);
            w->indent -= 2 * depth + 2;
            return;
        }
    }
}

static void layer(writing *w, uint32_t number) {
    wt_out *o = w->o;
    const wt_layer *l = &w->tape->layers[number];
    const wt_protocol_info *info = wt_protocol_get(l->proto);
    w->done[number] = true;
    wt_out_spaces(o, w->indent);
    wt_out_s(o, "<proto name=\"");
    wt_out_s(o, info->name);
    wt_out_s(o, "\" showname=\"");
    wt_escape_s(o, WT_ESC_XML, info->title);
    wt_out_c(o, '"');
    attribute_u(o, "size", l->length);
    attribute_u(o, "pos", l->offset);
    wt_out_s(o, ">\n");
    wt_nest nest = {.depth = 0};
    for (uint32_t i = l->first; i < l->end; i++) {
        const wt_item *item = &w->tape->items[i];
        const wt_field *f = wt_field_get(item->field);
        while (wt_nest_ended(&nest, i))
            close_one(w, &nest);
        if (!f)
            continue;
        unsigned depth = nest.depth;
        field(o, w->tape, item, f, w->indent + 2 * depth + 2, wt_nest_open(&nest, item, i, l->end));
        held(w, number, item, f, depth);
    }
    while (nest.depth)
        close_one(w, &nest);
    wt_out_spaces(o, w->indent);
    wt_out_s(o, "</proto>\n");
}

static void frame(wt_printer *p, const wt_tape *tape) {
    wt_out *o = p->out;
    wt_out_s(o, "<packet>\n");
    general(o, tape->frame);
    writing w = {.o = o, .tape = tape, .indent = 2};
    for (uint32_t l = 0; l < tape->layer_count; l++)
        if (!w.done[l])
            layer(&w, l);
    wt_out_s(o, "</packet>\n\n\n");
}

const wt_format wt_format_pdml = {
    .name = "pdml", .needs = wt_needs_everything, .begin = begin, .frame = frame, .end = end};
