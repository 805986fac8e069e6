/* gather.c - what one field says over a set of frames. */
#include "lab/gather.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct gathering {
    gathered *g;
    wt_fid fields[GATHER_FIELDS];
    size_t field_count;
    wt_out *out;
} gathering;

void evidence_add(evidence *e, uint64_t frame) {
    for (unsigned i = 0; i < e->count; i++)
        if (e->frames[i] == frame)
            return;
    if (e->count == EXPR_EVIDENCE) {
        e->more = true;
        return;
    }
    unsigned at = e->count++;
    while (at && e->frames[at - 1] > frame) {
        e->frames[at] = e->frames[at - 1];
        at--;
    }
    e->frames[at] = frame;
}

static bool is_number(const wt_field *f, const wt_item *i) {
    switch (f->type) {
    case WT_U8: case WT_U16: case WT_U24: case WT_U32: case WT_U40: case WT_U48: case WT_U56: case WT_U64:
    case WT_I8: case WT_I16: case WT_I32: case WT_I64: case WT_FRAME: case WT_DOUBLE: case WT_ABSTIME: case WT_RELTIME:
        return !(i->flags & WT_I_POINTER);
    default:
        return false;
    }
}

static double number_of(const wt_field *f, const wt_item *i) {
    switch (f->type) {
    case WT_DOUBLE: return i->v.d;
    case WT_ABSTIME: case WT_RELTIME: return (double)(int64_t)i->v.u / 1e9;
    case WT_I8: case WT_I16: case WT_I32: case WT_I64: return (double)(int64_t)i->v.u;
    default: return (double)i->v.u;
    }
}

/* Nothing but digits, and few enough to be exact? */
static bool is_whole(const char *text) {
    size_t n = strspn(text, "0123456789");
    return n && n <= 15 && !text[n];
}

answer gather_value(wt_out *scratch, const wt_tape *tape, const wt_item *i) {
    const wt_field *f = wt_field_get(i->field);
    answer a = {.is_text = !f || !is_number(f, i)};
    size_t n;
    if (!a.is_text) {
        a.number = number_of(f, i);
        expr_number_text(a.number, a.text, sizeof a.text);
        return a;
    }
    wt_out_clear(scratch);
    wt_value_show(scratch, tape, i);
    const char *shown = wt_out_memory(scratch, &n);
    snprintf(a.text, sizeof a.text, "%.*s", (int)(n < EXPR_TEXT ? n : EXPR_TEXT - 1), shown);
    if (is_whole(a.text)) {              /* a header's or an event's number */
        a.is_text = false;
        a.number = strtod(a.text, NULL);
    }
    return a;
}

static void note_distinct(gathered *g, const answer *a) {
    for (uint32_t i = 0; i < g->distinct; i++)
        if (strncmp(g->seen[i], a->text, sizeof g->seen[0] - 1) == 0)
            return;
    if (g->distinct < GATHER_DISTINCT)
        snprintf(g->seen[g->distinct++], sizeof g->seen[0], "%.63s", a->text);
}

static void add(gathered *g, uint64_t frame, const answer *a) {
    if (!g->values) {
        g->first = *a;
        g->first_frame = g->min_frame = g->max_frame = frame;
        g->same = true;
        g->numeric = !a->is_text;
        g->min = g->max = a->number;
    }
    g->same = g->same && strcmp(a->text, g->first.text) == 0;
    if (a->number < g->min) {
        g->min = a->number;
        g->min_frame = frame;
    }
    if (a->number > g->max) {
        g->max = a->number;
        g->max_frame = frame;
    }
    g->sum += a->number;
    g->last = *a;
    g->last_frame = frame;
    g->values++;
    note_distinct(g, a);
    evidence_add(&g->all, frame);
}

static void look(void *user, const wt_tape *tape) {
    gathering *g = user;
    g->g->frames++;
    if (!g->field_count) {
        answer number = {.number = (double)tape->frame->number};
        add(g->g, tape->frame->number, &number);
        return;
    }
    for (uint32_t i = 0; i < tape->item_count; i++)
        for (size_t k = 0; k < g->field_count; k++)
            if (tape->items[i].field == g->fields[k]) {
                answer a = gather_value(g->out, tape, &tape->items[i]);
                add(g->g, tape->frame->number, &a);
            }
}

size_t gather_fields(const char *name, wt_fid fields[GATHER_FIELDS]) {
    size_t n = 0;
    for (wt_fid f = wt_field_find(name); f != WT_FID_NONE && n < GATHER_FIELDS; f = wt_field_find_next(name, f))
        fields[n++] = f;
    return n;
}

bool gather(const trace *t, const selection *s, const char *field, gathered *g, wt_problem *problem) {
    wt_filter_problem wrong;
    gathering how = {.g = g};
    *g = (gathered){.seen = calloc(GATHER_DISTINCT, sizeof *g->seen)};
    how.field_count = field ? gather_fields(field, how.fields) : 0;
    how.out = wt_out_new(-1);
    bool ok = true;
    if (field && !how.field_count) {
        snprintf(problem->text, sizeof problem->text, "there is no field %.80s", field);
        snprintf(problem->hint, sizeof problem->hint, "`wiretale fields` lists all names.");
        ok = false;
    } else if (!how.out || !g->seen) {
        *problem = (wt_problem){"out of memory", ""};
        ok = false;
    } else if (!trace_select(t, s, how.fields, how.field_count, look, &how, &wrong)) {
        snprintf(problem->text, sizeof problem->text, "in frames(%.100s): %.120s", s->filter, wrong.text);
        snprintf(problem->hint, sizeof problem->hint, "%s", wrong.hint);
        ok = false;
    }
    wt_out_free(how.out);
    return ok;
}

void gather_free(gathered *g) {
    free(g->seen);
    g->seen = NULL;
}
