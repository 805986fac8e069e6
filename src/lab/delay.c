/* delay.c - how long until a value that was seen here is seen there. */
#include "lab/delay.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct sighting {
    char value[64];
    int64_t sent, seen;              /* ns */
    uint64_t sent_frame, seen_frame; /* 0: not */
} sighting;

typedef struct watching {
    sighting *all;
    uint32_t count;
    bool arriving, full;
    wt_fid fields[GATHER_FIELDS];
    size_t field_count;
    wt_out *out;
} watching;

static void note(watching *w, const char *value, const wt_frame *f) {
    sighting *s = NULL;
    for (uint32_t i = 0; i < w->count && !s; i++)
        if (strcmp(w->all[i].value, value) == 0)
            s = &w->all[i];
    if (w->arriving) {
        if (s && !s->seen_frame && f->time_ns >= s->sent) {
            s->seen = f->time_ns;
            s->seen_frame = f->number;
        }
    } else if (!s && w->count == DELAY_MOST) {
        w->full = true;
    } else if (!s) {
        s = &w->all[w->count++];
        *s = (sighting){.sent = f->time_ns, .sent_frame = f->number};
        snprintf(s->value, sizeof s->value, "%s", value);
    }
}

static void look(void *user, const wt_tape *tape) {
    watching *w = user;
    char value[sizeof w->all->value];
    for (uint32_t i = 0; i < tape->item_count; i++)
        for (size_t k = 0; k < w->field_count; k++)
            if (tape->items[i].field == w->fields[k]) {
                answer a = gather_value(w->out, tape, &tape->items[i]);
                snprintf(value, sizeof value, "%.63s", a.text);
                note(w, value, tape->frame);
            }
}

static bool watch(const trace *t, const selection *s, watching *w, wt_problem *problem) {
    wt_filter_problem wrong;
    if (trace_select(t, s, w->fields, w->field_count, look, w, &wrong))
        return true;
    snprintf(problem->text, sizeof problem->text, "in frames(%.100s): %.120s", s->filter, wrong.text);
    snprintf(problem->hint, sizeof problem->hint, "%s", wrong.hint);
    return false;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void sort_out(const watching *w, delays *d) {
    double worst = -1;
    for (uint32_t i = 0; i < w->count; i++) {
        const sighting *s = &w->all[i];
        if (!s->seen_frame) {
            d->missing++;
            continue;
        }
        double ms = round((double)(s->seen - s->sent) / 1e4) / 100;
        d->ms[d->count++] = ms;
        if (ms > worst) {
            worst = ms;
            d->worst_sent = s->sent_frame;
            d->worst_seen = s->seen_frame;
        }
    }
    qsort(d->ms, d->count, sizeof *d->ms, by_size);
}

bool delays_find(const trace *t, const selection *from, const selection *to, const char *field, delays *d,
                 wt_problem *problem) {
    watching w = {.all = calloc(DELAY_MOST, sizeof *w.all), .out = wt_out_new(-1)};
    *d = (delays){.ms = calloc(DELAY_MOST, sizeof *d->ms)};
    w.field_count = gather_fields(field, w.fields);
    bool ok = w.all && w.out && d->ms && w.field_count;
    if (!w.field_count) {
        snprintf(problem->text, sizeof problem->text, "there is no field %.80s", field);
        snprintf(problem->hint, sizeof problem->hint, "`wiretale fields` lists all names.");
    } else if (!ok) {
        *problem = (wt_problem){"out of memory", ""};
    } else if ((ok = watch(t, from, &w, problem))) {
        w.arriving = true;
        ok = watch(t, to, &w, problem);
    }
    if (ok && w.full) {
        snprintf(problem->text, sizeof problem->text, "%.80s has more than %d different values", field, DELAY_MOST);
        problem->hint[0] = 0;
        ok = false;
    }
    if (ok)
        sort_out(&w, d);
    wt_out_free(w.out);
    free(w.all);
    return ok;
}

void delays_free(delays *d) {
    free(d->ms);
    *d = (delays){.ms = NULL};
}

double delays_median(const delays *d) {
    if (!d->count)
        return 0;
    return (d->ms[(d->count - 1) / 2] + d->ms[d->count / 2]) / 2;
}
