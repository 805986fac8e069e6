/* wire_rule.c - what lab.yaml says of a cable, read: "20 ms", "5 %", "10 Mbit/s". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/wire.h"

typedef struct unit {
    const char *name;
    double times;
} unit;

static const unit times[] = {{"s", 1e9}, {"ms", 1e6}, {"us", 1e3}, {"ns", 1}, {NULL, 0}};
static const unit shares[] = {{"%", WAY_MILLION / 100.0}, {NULL, 0}};
static const unit rates[] = {{"bit/s", 1}, {"kbit/s", 1e3}, {"Mbit/s", 1e6}, {"Gbit/s", 1e9}, {NULL, 0}};
static const unit frames[] = {{"", 1}, {NULL, 0}};

/* A number and its unit, no more than `most` of the smallest unit; nothing said: `*out` stays. */
static bool quantity(const vary *v, const char *text, const unit *units, double most, double *out, wt_problem *p) {
    if (!text)
        return true;
    char *filled = vary_fill(v, text), *rest = filled;
    double n = filled ? strtod(filled, &rest) : -1;
    bool number = filled && rest != filled;
    for (rest += filled ? strspn(rest, " ") : 0; units->name && filled && strcmp(units->name, rest) != 0; units++)
        continue;
    bool ok = number && units->name && n >= 0 && n * units->times <= most;
    if (ok)
        *out = n * units->times;
    else
        snprintf(p->text, sizeof p->text, "a cable's \"%.60s\" can't be meant", filled ? filled : text);
    if (!ok)
        snprintf(p->hint, sizeof p->hint, "20 ms, 5 %%, 10 Mbit/s, 50 (frames)");
    free(filled);
    return ok;
}

static bool in_step(const lab_wire *w, const char *step) {
    for (unsigned i = 0; i < w->in_count; i++)
        if (step && strcmp(w->in[i], step) == 0)
            return true;
    return w->in_count == 0;
}

bool wire_rule(const vary *v, const lab_link *l, const char *from, const char *step, way_rule *rule,
               wt_problem *problem) {
    double delay = 0, jitter = 0, loss = 0, reorder = 0, rate = 0, queue = WIRE_QUEUE;
    bool ok = true;
    for (unsigned i = 0; i < l->wire_count && ok; i++) {
        const lab_wire *w = &l->wire[i];
        if ((w->from && strcmp(w->from, from) != 0) || !in_step(w, step))
            continue;
        ok = quantity(v, w->delay, times, 10e9, &delay, problem) &&
             quantity(v, w->jitter, times, 10e9, &jitter, problem) &&
             quantity(v, w->loss, shares, WAY_MILLION, &loss, problem) &&
             quantity(v, w->reorder, shares, WAY_MILLION, &reorder, problem) &&
             quantity(v, w->rate, rates, 100e9, &rate, problem) &&
             quantity(v, w->queue, frames, WAY_QUEUE, &queue, problem);
    }
    *rule = (way_rule){(int64_t)delay, (int64_t)jitter, (uint32_t)loss, (uint32_t)reorder, (uint64_t)rate,
                       (uint32_t)queue};
    return ok;
}

bool wire_only_delays(const vary *v, const lab_file *f, const lab_link *l, int64_t delay_ns[2]) {
    way_rule rule;
    wt_problem problem;
    for (unsigned i = 0; i < l->wire_count; i++)
        if (l->wire[i].lose_count || l->wire[i].hurry_count)
            return false;
    for (unsigned s = 0; s <= f->steps_count; s++)
        for (unsigned side = 0; side < 2; side++) {
            const char *from = side ? l->b.at : l->a.at, *step = s ? f->steps[s - 1].id : NULL;
            if (!wire_rule(v, l, from, step, &rule, &problem) || rule.jitter_ns || rule.loss || rule.reorder ||
                rule.rate || (s && rule.delay_ns != delay_ns[side]))
                return false;
            delay_ns[side] = rule.delay_ns;
        }
    return true;
}

/* A whole number from 1 on, and the blanks after it; 0: there is none. */
static unsigned long whole(const char **at) {
    char *rest = (char *)*at;
    unsigned long n = **at >= '0' && **at <= '9' ? strtoul(*at, &rest, 10) : 0;
    *at = rest + strspn(rest, " ");
    return n;
}

bool wire_listed(const char *list, unsigned n, bool *known) {
    bool found = false, good = *list != 0;
    while (*list && good) {
        unsigned long low = whole(&list), high = low;
        if (*list == '-') {
            list++;
            high = whole(&list);
        }
        good = low && high >= low && (*list == ',' || !*list);
        found |= n >= low && n <= high;
        list += *list == ',';
        list += strspn(list, " ");
    }
    *known = good;
    return found && good;
}
