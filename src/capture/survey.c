/* survey.c - what is in a capture file, counted block by block. */
#include "capture/survey.h"

#include <stdlib.h>

#include "capture/blocks.h"
#include "capture/build.h"
#include "capture/reader.h"

/* ---- texts ------------------------------------------------------------------------------ */

static void take_text(wt_survey_text *t, const uint8_t *p, size_t n) {
    size_t kept = n < sizeof t->text - 1 ? n : sizeof t->text - 1;
    memcpy(t->text, p, kept);
    t->text[kept] = 0;
    t->length = (uint32_t)n;
}

static void other_comment(wt_survey *s, const wt_option *o) {
    if (s->other_comments < WT_SURVEY_COMMENTS)
        take_text(&s->said[s->other_comments], o->value, o->length);
    s->other_comments++;
}

/* ---- blocks that are no frames ---------------------------------------------------------- */

static wt_survey_point *point_at(wt_survey *s, uint32_t number) {
    if (number >= s->in->point_count)
        return NULL;
    if (s->in->point_count > s->point_count) {
        wt_survey_point *grown = realloc(s->points, s->in->point_cap * sizeof *grown);
        if (!grown) {
            s->out_of_memory = true;
            return NULL;
        }
        s->points = grown;
        for (; s->point_count < s->in->point_count; s->point_count++)
            s->points[s->point_count] = (wt_survey_point){.first_ns = INT64_MIN, .last_ns = INT64_MIN};
    }
    return &s->points[number];
}

static void section(wt_survey *s, const uint8_t *block, const uint8_t *p, const uint8_t *end) {
    uint32_t n = s->section_count++;
    wt_survey_section *to = &s->sections[n < WT_SURVEY_SECTIONS ? n : WT_SURVEY_SECTIONS - 1];
    wt_option o;
    to->big_endian = block[8] == 0x1a;
    while (wt_option_next(s->in, &p, end, &o))
        switch (o.code) {
        case 1: other_comment(s, &o); break;
        case 2: take_text(&to->hardware, o.value, o.length); break;
        case 3: take_text(&to->system, o.value, o.length); break;
        case 4: take_text(&to->program, o.value, o.length); break;
        default: break;
        }
}

static void interface(wt_survey *s, const uint8_t *p, const uint8_t *end) {
    wt_survey_point *point = point_at(s, s->in->point_count - 1);
    wt_option o;
    while (point && wt_option_next(s->in, &p, end, &o))
        switch (o.code) {
        case 1: other_comment(s, &o); break;
        case 11:
            if (o.length > 1 && o.value[0] == 0)     /* as text */
                take_text(&point->filter, o.value + 1, o.length - 1u);
            break;
        case 12: take_text(&point->system, o.value, o.length); break;
        default: break;
        }
}

static void statistics(wt_survey *s, const uint8_t *block, const uint8_t *p, const uint8_t *end) {
    uint32_t number = end - block >= 20 ? wt_get32(s->in, block + 8) : UINT32_MAX;
    bool described = number < s->in->point_count - s->in->first_point;
    wt_survey_point *point = described ? point_at(s, s->in->first_point + number) : NULL;
    wt_option o;
    while (wt_option_next(s->in, &p, end, &o)) {
        if (o.code == 1)
            other_comment(s, &o);
        if (!point || o.length < 8 || (o.code != 4 && o.code != 5 && o.code != 7))
            continue;
        point->counted = true;
        *(o.code == 4 ? &point->received : o.code == 5 ? &point->dropped_interface : &point->dropped_system) =
            wt_get64(s->in, o.value);
    }
}

/* Records of a name resolution block: IPv4 and IPv6 addresses. */
static void names(wt_survey *s, const uint8_t *block, const uint8_t *p, const uint8_t *end) {
    wt_option o;
    for (const uint8_t *record = block + 8; wt_option_next(s->in, &record, p, &o);)
        s->names += o.code == 1 || o.code == 2;
    while (wt_option_next(s->in, &p, end, &o))
        if (o.code == 1)
            other_comment(s, &o);
}

static void secrets(wt_survey *s, const uint8_t *block, const uint8_t *p, const uint8_t *end) {
    bool key_log = end - block >= 12 && wt_get32(s->in, block + 8) == WT_TLS_KEY_LOG;
    wt_option o;
    s->key_logs += key_log;
    s->other_secrets += !key_log;
    while (wt_option_next(s->in, &p, end, &o))
        if (o.code == 1)
            other_comment(s, &o);
}

static void count_type(wt_survey_type *types, uint32_t *count, uint32_t type) {
    uint32_t n = 0;
    while (n < *count && types[n].type != type && n < WT_SURVEY_TYPES - 1)
        n++;
    if (n == *count)
        types[(*count)++] = (wt_survey_type){.type = type};
    types[n].others |= types[n].type != type;
    types[n].count++;
}

static void on_block(void *user, const uint8_t *block, size_t length) {
    wt_survey *s = user;
    uint32_t type = wt_get32(s->in, block);
    size_t at = wt_options_at(s->in, type, block, length);
    const uint8_t *end = block + length - 4, *p = at ? block + at : end;
    switch (type) {
    case WT_BLOCK_SECTION: section(s, block, p, end); break;
    case WT_BLOCK_INTERFACE: interface(s, p, end); break;
    case WT_BLOCK_STATISTICS: statistics(s, block, p, end); break;
    case WT_BLOCK_NAMES: names(s, block, p, end); break;
    case WT_BLOCK_SECRETS: secrets(s, block, p, end); break;
    case WT_BLOCK_CUSTOM: case WT_BLOCK_CUSTOM_LOCAL: s->custom++; break;
    default: count_type(s->types, &s->type_count, type); break;
    }
}

/* ---- frames ----------------------------------------------------------------------------- */

static void frame_options(wt_survey *s, wt_survey_point *point) {
    size_t length;
    const uint8_t *block = wt_reader_block(s->in, &length);
    uint32_t type = block ? wt_get32(s->in, block) : 0;
    if (type != WT_BLOCK_PACKET && type != WT_BLOCK_OLD_PACKET)
        return;
    size_t at = wt_options_at(s->in, type, block, length);
    const uint8_t *end = block + length - 4, *p = at ? block + at : end;
    wt_option o;
    if (type == WT_BLOCK_OLD_PACKET && wt_get16(s->in, block + 10) != UINT16_MAX)
        point->dropped_before += wt_get16(s->in, block + 10);
    while (wt_option_next(s->in, &p, end, &o)) {
        s->comments += o.code == WT_OPTION_COMMENT;
        if (type == WT_BLOCK_PACKET && o.code == 4 && o.length >= 8)
            point->dropped_before += wt_get64(s->in, o.value);
    }
}

static void frame_time(wt_survey *s, wt_survey_point *point, const wt_frame *f) {
    int64_t ns = f->time_ns;
    if (ns == INT64_MIN) {
        s->untimed++;
        return;
    }
    if (s->previous_ns != INT64_MIN && ns < s->previous_ns) {
        if (!s->early++)
            s->early_frame = f->number;
        if (s->previous_ns - ns > s->early_ns)
            s->early_ns = s->previous_ns - ns;
    }
    s->previous_ns = ns;
    int64_t *ends[][2] = {{&s->first_ns, &s->last_ns}, {&point->first_ns, &point->last_ns}};
    for (int k = 0; k < 2; k++) {
        if (*ends[k][0] == INT64_MIN || ns < *ends[k][0])
            *ends[k][0] = ns;
        if (ns > *ends[k][1])
            *ends[k][1] = ns;
    }
}

static void frame(wt_survey *s, const wt_frame *f) {
    if (f->linktype == WT_LINKTYPE_NONE) {
        s->custom++;
        return;
    }
    wt_survey_point *point = point_at(s, f->interface);
    if (!point)
        return;
    bool cut = f->caplen < f->len;
    s->frames++;
    s->bytes += f->len;
    s->kept += f->caplen;
    s->cut += cut;
    point->frames++;
    point->bytes += f->len;
    point->kept += f->caplen;
    point->cut += cut;
    count_type(s->links, &s->link_count, f->linktype);
    frame_time(s, point, f);
    frame_options(s, point);
}

/* ---- the whole -------------------------------------------------------------------------- */

bool wt_survey_read(wt_survey *s, wt_reader *in) {
    wt_frame f;
    *s = (wt_survey){.in = in, .first_ns = INT64_MIN, .last_ns = INT64_MIN, .previous_ns = INT64_MIN};
    wt_reader_on_block(in, on_block, s);
    while (!s->out_of_memory && wt_reader_next(in, &f) == 1)
        frame(s, &f);
    if (in->point_count)
        point_at(s, in->point_count - 1);
    return !s->out_of_memory;
}

uint64_t wt_survey_ticks(const wt_survey *s, uint32_t point) {
    const wt_reader *r = s->in;
    if (strcmp(r->format, "pcapng") != 0)
        return r->tick_ns == 1 ? 1000000000 : 1000000;
    return point < r->point_count ? r->points[point].ticks : 0;
}

const char *wt_survey_order(const wt_survey *s) {
    const uint16_t one = 1;
    bool little = *(const uint8_t *)&one == 1;
    return strcmp(s->in->format, "pcap") != 0 ? "" : little != s->in->swapped ? "little-endian" : "big-endian";
}

void wt_survey_free(wt_survey *s) {
    free(s->points);
    s->points = NULL;
}
