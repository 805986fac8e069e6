/* printer.c - the list of formats, and a printer's life. */
#include "print/printer.h"

#include <stdlib.h>

#include "print/crew.h"

static const wt_format *const formats[] = {
    &wt_format_text, &wt_format_json, &wt_format_ndjson, &wt_format_pdml, &wt_format_fields, &wt_format_hex,
    &wt_format_line,
};
enum { FORMATS = sizeof formats / sizeof *formats };
enum { ALONE = 64 };                       /* frames that are printed before threads are worth their making */

const char *wt_printer_format(size_t n) { return n < FORMATS ? formats[n]->name : NULL; }

static void add_row(wt_printer *p, size_t room, wt_fid f) {
    if (f != WT_FID_NONE && p->want_count < room)
        p->want[p->want_count++] = f;
}

/* Some names have several rows (a number in two sizes), or stand for other rows: a column means all of them. */
static void all_rows(wt_printer *p, size_t room) {
    for (size_t n = 0; n < p->options.field_count; n++) {
        const wt_field *row = wt_field_get(p->fields[n]);
        p->column[n] = p->want_count;
        for (wt_fid f = p->fields[n]; f != WT_FID_NONE; f = row ? wt_field_find_next(row->name, f) : WT_FID_NONE)
            add_row(p, room, f);
        const wt_protocol_info *info =
            row && row->flags & WT_ALIAS ? wt_protocol_get(WT_FID_PROTO_OF(p->fields[n])) : NULL;
        for (uint32_t a = 0; info && a < info->alias_count; a++)
            for (unsigned m = 0; info->aliases[a].field == p->fields[n] && m < 4; m++)
                add_row(p, room, info->aliases[a].members[m]);
    }
    p->column[p->options.field_count] = p->want_count;
}

static void story_rows(wt_printer *p) {
    size_t all = 0;
    for (uint32_t n = 0; n < wt_protocol_count(); n++)
        all += wt_protocol_get(n)->field_count;
    p->story = malloc(all * sizeof *p->story);
    for (uint32_t n = 0; p->story && n < wt_protocol_count(); n++) {
        const wt_protocol_info *info = wt_protocol_get(n);
        for (uint32_t row = 0; row < info->field_count; row++)
            if (info->fields[row].flags & WT_STORY || info->fields[row].base == WT_FLAG)
                p->story[p->story_count++] = n << WT_FID_BITS | row;
    }
}

wt_printer *wt_printer_new(const char *format, const wt_print_options *options, wt_out *out) {
    const wt_format *found = NULL;
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i]->name, format) == 0)
            found = formats[i];
    if (found == &wt_format_text && options->detail == WT_DETAIL_LINE)
        found = &wt_format_line;
    wt_printer *p = found ? calloc(1, sizeof *p) : NULL;
    if (!p)
        return NULL;
    p->format = found;
    p->options = *options;
    p->out = out;
    if (found == &wt_format_line || found == &wt_format_fields || options->names)
        p->options.threads = 0;
    if (options->ascii && (found == &wt_format_text || found == &wt_format_line))
        wt_out_ascii(out);
    p->first_ns = p->previous_ns = p->shown_ns = INT64_MIN;
    if (!p->options.width)
        p->options.width = 100;
    p->scratch = wt_out_new(-1);
    p->fields = malloc((options->field_count + 1) * sizeof *p->fields);
    p->column = malloc((options->field_count + 1) * sizeof *p->column);
    size_t room = (options->field_count + 1) * 16;
    p->want = malloc(room * sizeof *p->want);
    if (found == &wt_format_text && options->detail != WT_DETAIL_EVERYTHING)
        story_rows(p);
    if (found == &wt_format_text)
        p->labels = calloc((size_t)wt_protocol_count() << WT_FID_BITS, sizeof *p->labels);
    bool json = found == &wt_format_json || found == &wt_format_ndjson;
    if (!p->scratch || !p->fields || !p->want || !p->column || (json && !wt_groups_make(&p->groups)) ||
        (found == &wt_format_text && !p->labels)) {
        wt_printer_free(p);
        return NULL;
    }
    if (options->field_count)
        memcpy(p->fields, options->fields, options->field_count * sizeof *p->fields);
    p->options.fields = p->fields;
    all_rows(p, room);
    return p;
}

void wt_needs_everything(const wt_printer *p, wt_options *session) {
    (void)p;
    session->everything = true;
}

void wt_printer_needs(const wt_printer *p, wt_options *session) { p->format->needs(p, session); }

void wt_printer_begin(wt_printer *p) {
    if (p->format->begin)
        p->format->begin(p);
}

void wt_print_one(wt_printer *p, const wt_tape *tape) {
    p->format->frame(p, tape);
    if (p->scratch->error) {               /* a value is not whole, then: the output is not either */
        p->out->error = p->scratch->error;
        p->scratch->error = 0;
    }
}

void wt_printer_frame(wt_printer *p, const wt_tape *tape) {
    int64_t now = tape->frame->time_ns;
    if (p->first_ns == INT64_MIN)
        p->first_ns = p->previous_ns = p->shown_ns = now;
    if (p->options.threads > 1 && p->shown == ALONE)
        p->crew = wt_crew_new(p);
    if (!p->crew || !wt_crew_add(p->crew, p, tape))
        wt_print_one(p, tape);
    p->shown++;
    if (now != INT64_MIN)
        p->previous_ns = p->shown_ns = now;
    if (p->out->text.len >= WT_OUT_BLOCK)
        wt_out_flush_blocks(p->out);
}

void wt_printer_skip(wt_printer *p, const wt_frame *frame) {
    if (p->first_ns == INT64_MIN)
        p->first_ns = p->shown_ns = frame->time_ns;
    if (frame->time_ns != INT64_MIN)
        p->previous_ns = frame->time_ns;
}

size_t wt_printer_continue(wt_printer *p) {
    p->shown += !p->shown;
    return p->format->between;
}

bool wt_printer_flush(wt_printer *p) {
    if (p->crew)
        wt_crew_drain(p->crew, p);
    return wt_out_flush(p->out);
}

void wt_printer_end(wt_printer *p) {
    if (p->crew)
        wt_crew_drain(p->crew, p);
    if (p->format->end)
        p->format->end(p);
    wt_out_flush(p->out);
}

void wt_printer_free(wt_printer *p) {
    if (!p)
        return;
    wt_crew_free(p->crew);
    wt_out_free(p->scratch);
    free(p->fields);
    free(p->want);
    free(p->column);
    free(p->story);
    free(p->labels);
    free(p->order);
    wt_groups_free(&p->groups);
    free(p);
}
