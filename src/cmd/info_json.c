/* info_json.c - what a survey found, for programs. */
#include <string.h>

#include "cmd/info.h"
#include "print/escape.h"

static void key(wt_out *o, const char *name, bool *first) {
    wt_out_s(o, *first ? "\"" : ", \"");
    *first = false;
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
}

static void number(wt_out *o, const char *name, uint64_t v, bool *first) {
    key(o, name, first);
    wt_out_u(o, v);
}

static void string(wt_out *o, const char *name, const char *text, bool *first) {
    if (!*text)
        return;
    key(o, name, first);
    wt_out_c(o, '"');
    wt_escape_s(o, WT_ESC_JSON, text);
    wt_out_c(o, '"');
}

/* Seconds since 1970, exactly: a number with nine digits would lose some in most readers. */
static void moment(wt_out *o, const char *name, int64_t ns, bool *first) {
    if (ns == INT64_MIN)
        return;
    key(o, name, first);
    wt_out_c(o, '"');
    wt_put_seconds(wt_out_room(o, 64), ns, 9);
    wt_out_c(o, '"');
}

static void sections(const wt_survey *s, wt_out *o, bool *first) {
    uint32_t count = s->section_count < WT_SURVEY_SECTIONS ? s->section_count : WT_SURVEY_SECTIONS;
    key(o, "sections", first);
    wt_out_c(o, '[');
    for (uint32_t n = 0; n < count; n++) {
        const wt_survey_section *c = &s->sections[n];
        bool start = true;
        wt_out_s(o, n ? ", {" : "{");
        string(o, "byte_order", c->big_endian ? "big-endian" : "little-endian", &start);
        string(o, "program", c->program.text, &start);
        string(o, "system", c->system.text, &start);
        string(o, "hardware", c->hardware.text, &start);
        wt_out_c(o, '}');
    }
    wt_out_c(o, ']');
}

static void interface(const wt_survey *s, uint32_t n, wt_out *o) {
    const wt_survey_point *p = &s->points[n];
    const wt_interface *about = wt_reader_interface(s->in, n);
    const char *link;
    bool first = true, known = info_link(about->linktype, &link);
    wt_out_s(o, n ? ",\n  {" : "\n  {");
    number(o, "number", n, &first);
    string(o, "name", about->name, &first);
    string(o, "description", about->description, &first);
    number(o, "link_type", about->linktype, &first);
    string(o, "link", link ? link : "", &first);
    key(o, "link_is_read", &first);
    wt_out_s(o, known ? "true" : "false");
    number(o, "snap_length", about->snaplen, &first);
    number(o, "ticks_per_second", wt_survey_ticks(s, n), &first);
    string(o, "capture_filter", p->filter.text, &first);
    string(o, "system", p->system.text, &first);
    number(o, "frames", p->frames, &first);
    number(o, "bytes", p->bytes, &first);
    number(o, "captured_bytes", p->kept, &first);
    number(o, "cut_frames", p->cut, &first);
    moment(o, "first", p->first_ns, &first);
    moment(o, "last", p->last_ns, &first);
    if (p->counted) {
        number(o, "received", p->received, &first);
        number(o, "dropped_by_interface", p->dropped_interface, &first);
        number(o, "dropped_by_system", p->dropped_system, &first);
    }
    if (p->dropped_before)
        number(o, "dropped_before_frames", p->dropped_before, &first);
    wt_out_c(o, '}');
}

static void types(wt_out *o, const char *name, const wt_survey_type *t, uint32_t count, bool *first) {
    key(o, name, first);
    wt_out_c(o, '[');
    for (uint32_t n = 0; n < count; n++) {
        bool start = true;
        wt_out_s(o, n ? ", {" : "{");
        number(o, "type", t[n].type, &start);
        number(o, "count", t[n].count, &start);
        if (t[n].others) {
            key(o, "and_others", &start);
            wt_out_s(o, "true");
        }
        wt_out_c(o, '}');
    }
    wt_out_c(o, ']');
}

void info_json(const info *i, wt_out *o) {
    const wt_survey *s = &i->survey;
    bool first = true;
    wt_out_c(o, '{');
    string(o, "file", i->name, &first);
    string(o, "format", wt_reader_format(s->in), &first);
    string(o, "byte_order", wt_survey_order(s), &first);
    string(o, "compression", wt_reader_compression(s->in), &first);
    if (i->size)
        number(o, "size", i->size, &first);
    number(o, "frames", s->frames, &first);
    number(o, "bytes", s->bytes, &first);
    number(o, "captured_bytes", s->kept, &first);
    number(o, "cut_frames", s->cut, &first);
    moment(o, "first", s->first_ns, &first);
    moment(o, "last", s->last_ns, &first);
    number(o, "untimed_frames", s->untimed, &first);
    number(o, "early_frames", s->early, &first);
    if (s->early)
        number(o, "first_early_frame", s->early_frame, &first);
    number(o, "comments", s->comments, &first);
    number(o, "other_comments", s->other_comments, &first);
    number(o, "names", s->names, &first);
    number(o, "key_logs", s->key_logs, &first);
    number(o, "other_secrets", s->other_secrets, &first);
    number(o, "custom_blocks", s->custom, &first);
    types(o, "unknown_blocks", s->types, s->type_count, &first);
    sections(s, o, &first);
    string(o, "problem", i->problem->text, &first);
    key(o, "interfaces", &first);
    wt_out_c(o, '[');
    for (uint32_t n = 0; n < s->point_count; n++)
        interface(s, n, o);
    wt_out_s(o, "]}");
}
