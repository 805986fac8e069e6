/* lint.c - what is wrong with a lab beyond its form: names that lead nowhere, goals without a question,
 * expressions that can't be read. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/expr.h"
#include "lab/lab.h"
#include "lab/table.h"
#include "lab/wire.h"
#include "lab/words.h"

typedef struct linting {
    const lab *lab;
    vary vary;
    void (*fn)(void *, const char *);
    void *user;
    unsigned found;
    bool standard;
} linting;

static void say(linting *l, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(linting *l, const char *format, ...) {
    char text[512];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    l->found++;
    if (l->fn)
        l->fn(l->user, text);
}

static bool is_host(const lab_file *f, const char *name) {
    for (unsigned i = 0; i < f->hosts_count; i++)
        if (strcmp(f->hosts[i].name, name) == 0)
            return true;
    return false;
}

static bool is_place(const lab_file *f, const char *name) {
    for (unsigned i = 0; i < f->switches_count; i++)
        if (strcmp(f->switches[i], name) == 0)
            return true;
    return is_host(f, name);
}

static bool is_point(const lab_file *f, const char *name) {
    for (unsigned i = 0; i < f->points_count; i++)
        if (strcmp(f->points[i].name, name) == 0)
            return true;
    return false;
}

static void expression(linting *l, const char *where, const char *text) {
    wt_problem problem;
    answer a;
    char *filled = vary_fill(&l->vary, text);
    expr_context c = {.trace = NULL};
    if (filled && !expr_value(&c, filled, &a, &problem))
        say(l, "%s: %s", where, problem.text);
    free(filled);
}

/* The {= …} in a text. */
static void embedded(linting *l, const char *where, const char *text) {
    char *filled = text ? vary_fill(&l->vary, text) : NULL;
    for (char *p = filled; p && (p = strstr(p, "{=")) != NULL;) {
        char *close = strchr(p, '}');
        if (!close) {
            say(l, "%s: {= without }", where);
            break;
        }
        *close = 0;
        expression(l, where, p + 2);
        p = close + 1;
    }
    free(filled);
}

static void action(linting *l, const char *where, const lab_action *a, bool program) {
    const lab_file *f = l->lab->file;
    if (!a->stop && (!a->run || !a->on))
        say(l, "%s: an action needs `on` and `run`, or `stop`", where);
    if (a->on && !is_host(f, a->on))
        say(l, "%s: there is no host %s", where, a->on);
    if (program && !a->name)
        say(l, "%s: a program that goes on needs a name", where);
}

static void options(linting *l, const lab_question *q) {
    bool choice = q->kind == LAB_CHOICE;
    if (q->options_count < 2)
        say(l, "%s: needs at least two options", q->id);
    for (unsigned i = 0; i < q->options_count; i++) {
        const char *e = choice ? q->options[i].when : q->options[i].rank;
        if (strlen(q->options[i].key) < 2)
            say(l, "%s: the key %s is too short: one letter is how it is chosen", q->id, q->options[i].key);
        if (!e)
            say(l, "%s: option %s needs `%s`", q->id, q->options[i].key, choice ? "when" : "rank");
        else
            expression(l, q->id, e);
    }
}

static void question(linting *l, const lab_question *q, bool prediction) {
    const lab_file *f = l->lab->file;
    if (lab_find_question(l->lab, q->id, NULL) != q)
        say(l, "%s: two questions have this name", q->id);
    if (q->at && !is_point(f, q->at))
        say(l, "%s: there is no capture point %s", q->id, q->at);
    if (q->goal > f->goals_count || (!q->goal && !prediction))
        say(l, "%s: needs a goal, from 1 to %u", q->id, f->goals_count);
    if (q->kind == LAB_CHOICE || q->kind == LAB_ORDER)
        options(l, q);
    else if (!q->truth)
        say(l, "%s: needs a truth", q->id);
    if (q->truth && q->kind == LAB_FRAME) {
        char set[1200];
        snprintf(set, sizeof set, "count(%.1190s)", q->truth);
        expression(l, q->id, set);
    } else if (q->truth) {
        expression(l, q->id, q->truth);
    }
    if (l->standard && !prediction && q->hints_count != LAB_HINTS)
        say(l, "%s: needs %d hints: where to look, what to compare, the method on another value", q->id, LAB_HINTS);
    for (unsigned i = 0; i < q->mistakes_count; i++)
        if (q->kind == LAB_NUMBER || q->kind == LAB_FRAME)
            expression(l, q->id, q->mistakes[i].is);
    embedded(l, q->id, q->because);
}

static void step(linting *l, const lab_step *s) {
    for (unsigned i = 0; i < s->act_count; i++)
        action(l, s->id, &s->act[i], false);
    if (s->wait)
        expression(l, s->id, s->wait);
    embedded(l, s->id, s->say);
    for (unsigned i = 0; i < s->show_count; i++)
        if (s->show[i].at && !is_point(l->lab->file, s->show[i].at))
            say(l, "%s: there is no capture point %s", s->id, s->show[i].at);
    for (unsigned i = 0; i < s->show_count; i++)
        if (s->show[i].layer && wt_protocol_find(s->show[i].layer) < 0)
            say(l, "%s: there is no protocol %s", s->id, s->show[i].layer);
    for (unsigned i = 0; i < s->show_count; i++)
        if (s->show[i].table && !table_named(l->lab, s->show[i].table))
            say(l, "%s: there is no table %s", s->id, s->show[i].table);
    for (unsigned i = 0; i < s->notes_count; i++) {
        char set[1200];
        snprintf(set, sizeof set, "number(%.1190s)", s->notes[i].frames);
        expression(l, s->id, set);
    }
    for (unsigned i = 0; i < s->predict_count; i++)
        question(l, &s->predict[i], true);
    for (unsigned i = 0; i < s->ask_count; i++)
        question(l, &s->ask[i], false);
}

static void goals(linting *l) {
    const lab_file *f = l->lab->file;
    unsigned predictions = 0, questions = 0;
    if (f->goals_count > 3)
        say(l, "at most three goals");
    for (unsigned g = 1; g <= f->goals_count; g++) {
        unsigned asked = 0;
        for (unsigned i = 0; i < f->steps_count; i++)
            for (unsigned q = 0; q < f->steps[i].ask_count && !f->steps[i].optional; q++)
                asked += f->steps[i].ask[q].goal == g;
        if (!asked)
            say(l, "goal %u has no question", g);
    }
    for (unsigned i = 0; i < f->steps_count; i++) {
        predictions += f->steps[i].predict_count;
        questions += f->steps[i].optional ? 0 : f->steps[i].ask_count;
    }
    if (predictions < 2 || questions < 6)
        say(l, "needs two predictions and six questions, has %u and %u", predictions, questions);
}

/* Every cell's expression, with what its row and column are. */
static void one_table(linting *l, const lab_table *t) {
    const vary before = l->vary;
    if (t->rows_count > TABLE_ROWS || t->columns_count > TABLE_COLUMNS)
        say(l, "table %s: at most %d rows and %d columns", t->name, TABLE_ROWS, TABLE_COLUMNS);
    for (unsigned c = 0; c < t->columns_count; c++) {
        const char *value = t->columns[c].value ? t->columns[c].value : t->value;
        table_cell(&l->vary, t, 0, c);
        if (value)
            expression(l, t->name, value);
        else
            say(l, "table %s: column %s needs a value", t->name, t->columns[c].name);
        l->vary = before;
    }
}

static bool is_step(const lab_file *f, const char *name) {
    for (unsigned i = 0; i < f->steps_count; i++)
        if (strcmp(f->steps[i].id, name) == 0)
            return true;
    return false;
}

static void one_wire(linting *l, unsigned number, const lab_link *link, const lab_wire *w) {
    char set[1200];
    bool known;
    if (w->from && strcmp(w->from, link->a.at) != 0 && strcmp(w->from, link->b.at) != 0)
        say(l, "link %u: %s is at neither end", number, w->from);
    for (unsigned i = 0; i < w->in_count; i++)
        if (!is_step(l->lab->file, w->in[i]))
            say(l, "link %u: there is no step %s", number, w->in[i]);
    for (unsigned i = 0; i < w->lose_count + w->hurry_count; i++) {
        const lab_pick *p = i < w->lose_count ? &w->lose[i] : &w->hurry[i - w->lose_count];
        char *which = vary_fill(&l->vary, p->which);
        wire_listed(which ? which : "", 1, &known);
        if (!known)
            say(l, "link %u: `which` is a list such as 7, 9-11", number);
        snprintf(set, sizeof set, "count(frames(%.1180s))", p->frames);
        expression(l, "wire", set);
        free(which);
    }
}

/* What cables do, once values are chosen. */
static void wires(linting *l) {
    const lab_file *f = l->lab->file;
    wt_problem problem;
    way_rule rule;
    for (unsigned i = 0; i < f->links_count; i++) {
        const lab_link *link = &f->links[i];
        for (unsigned k = 0; k < link->wire_count; k++)
            one_wire(l, i + 1, link, &link->wire[k]);
        for (unsigned s = 0; link->wire_count && s <= f->steps_count; s++)
            if (!wire_rule(&l->vary, link, link->a.at, s ? f->steps[s - 1].id : NULL, &rule, &problem) ||
                !wire_rule(&l->vary, link, link->b.at, s ? f->steps[s - 1].id : NULL, &rule, &problem)) {
                say(l, "link %u: %s", i + 1, problem.text);
                break;
            }
    }
}

static void topology(linting *l) {
    const lab_file *f = l->lab->file;
    for (unsigned i = 0; i < f->links_count; i++)
        for (unsigned e = 0; e < 2; e++) {
            const char *at = e ? f->links[i].b.at : f->links[i].a.at;
            if (!is_place(f, at))
                say(l, "link %u: there is no host or switch %s", i + 1, at);
        }
    for (unsigned i = 0; i < f->points_count; i++)
        if (!is_place(f, f->points[i].at))
            say(l, "capture point %s: there is no host or switch %s", f->points[i].name, f->points[i].at);
    for (unsigned i = 0; i < f->vary_count; i++)
        if (!f->vary[i].one_of_count && f->vary[i].to <= f->vary[i].from)
            say(l, "vary %s: `to` must be more than `from`, or there must be `one_of`", f->vary[i].name);
}

static void wrong_word(void *user, const char *text) { say(user, "%s", text); }

unsigned lab_lint(const lab *l, bool standard, void (*fn)(void *user, const char *text), void *user) {
    linting how = {.lab = l, .standard = standard, .fn = fn, .user = user};
    topology(&how);
    if (how.found)
        return how.found;                  /* values can't be chosen from such ranges */
    vary_choose(&how.vary, l->file, 1);
    wires(&how);
    for (unsigned i = 0; i < l->file->programs_count; i++)
        action(&how, "programs", &l->file->programs[i], true);
    for (unsigned i = 0; i < l->file->tables_count; i++)
        one_table(&how, &l->file->tables[i]);
    for (unsigned i = 0; i < l->file->steps_count; i++)
        step(&how, &l->file->steps[i]);
    if (standard) {
        goals(&how);
        words_check(l, wrong_word, &how);
    }
    return how.found;
}
