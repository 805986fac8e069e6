/* grade.c - what is true, and whether an answer says so. */
#include "lab/grade.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned option_count(const lab_question *q) {
    return q->options_count < GRADE_OPTIONS ? q->options_count : GRADE_OPTIONS;
}

void grade_order(uint64_t seed, const lab_question *q, unsigned order[GRADE_OPTIONS]) {
    unsigned n = option_count(q);
    for (unsigned i = 0; i < n; i++)
        order[i] = i;
    for (unsigned i = n; i > 1; i--) {
        unsigned j = (unsigned)vary_number(seed, q->id, i, i), keep = order[i - 1];
        order[i - 1] = order[j];
        order[j] = keep;
    }
}

/* ---- truth ------------------------------------------------------------------------------ */

static expr_context context(const grading *g, const lab_question *q, const lab_step *s, evidence *e) {
    return (expr_context){.trace = g->trace, .point = q ? q->at : NULL, .step = s ? s->id : NULL, .evidence = e};
}

static bool unknown(truth *t, const char *why) {
    snprintf(t->why.text, sizeof t->why.text, "%s", why);
    return false;
}

static bool find_value(const grading *g, const lab_question *q, const lab_step *s, truth *t) {
    expr_context c = context(g, q, s, &t->frames);
    char *text = vary_fill(g->vary, q->truth);
    bool ok = text ? expr_value(&c, text, &t->value, &t->why) : unknown(t, "out of memory");
    free(text);
    return ok;
}

/* All frames of the set are right. */
static bool find_frames(const grading *g, const lab_question *q, const lab_step *s, truth *t) {
    expr_context c = context(g, q, s, &t->frames);
    char *text = vary_fill(g->vary, q->truth), *count = NULL;
    bool ok = text && asprintf(&count, "count(%s)", text) > 0 && expr_value(&c, count, &t->value, &t->why);
    free(text);
    free(count);
    if (ok && !t->frames.count)
        return unknown(t, "the capture has no such frame");
    if (ok)
        t->value.number = (double)t->frames.frames[0];
    return ok;
}

static bool find_choice(const grading *g, const lab_question *q, const lab_step *s, truth *t) {
    unsigned right = 0;
    for (unsigned i = 0; i < option_count(q); i++) {
        evidence seen = {.count = 0};
        expr_context c = context(g, q, s, &seen);
        bool yes = false;
        char *text = vary_fill(g->vary, q->options[i].when);
        bool ok = text && expr_true(&c, text, &yes, &t->why);
        free(text);
        if (!ok)
            return false;
        if (!yes)
            continue;
        right++;
        t->frames = seen;
        snprintf(t->value.text, sizeof t->value.text, "%s", q->options[i].key);
    }
    t->value.is_text = true;
    return right == 1 || unknown(t, right ? "this capture makes several options right" : "this capture makes none right");
}

static bool find_order(const grading *g, const lab_question *q, const lab_step *s, truth *t) {
    double ranks[GRADE_OPTIONS];
    unsigned order[GRADE_OPTIONS], n = option_count(q);
    size_t used = 0;
    expr_context c = context(g, q, s, &t->frames);
    for (unsigned i = 0; i < n; i++) {
        answer a;
        char *text = vary_fill(g->vary, q->options[i].rank);
        bool ok = text && expr_value(&c, text, &a, &t->why);
        free(text);
        if (!ok)
            return false;
        if (a.number == 0)
            return unknown(t, "one of these did not happen in this capture");
        unsigned at = i;
        for (; at && ranks[at - 1] > a.number; at--) {
            ranks[at] = ranks[at - 1];
            order[at] = order[at - 1];
        }
        if (at && ranks[at - 1] == a.number)
            return unknown(t, "two of these happened at once in this capture");
        ranks[at] = a.number;
        order[at] = i;
    }
    t->value.is_text = true;
    for (unsigned i = 0; i < n && used < sizeof t->value.text; i++)
        used += (size_t)snprintf(t->value.text + used, sizeof t->value.text - used, "%s%s", i ? ", " : "",
                                 q->options[order[i]].key);
    return true;
}

void truth_find(const grading *g, const lab_question *q, const lab_step *s, truth *t) {
    *t = (truth){.known = false};
    if (g->trace->cut)
        unknown(t, "frames in this capture are cut short: it is not graded");
    else if (s && s->act_count && trace_step(g->trace, s->id) == TRACE_ANY)
        unknown(t, "this capture does not have this step");
    else if (q->kind == LAB_CHOICE)
        t->known = find_choice(g, q, s, t);
    else if (q->kind == LAB_ORDER)
        t->known = find_order(g, q, s, t);
    else if (q->kind == LAB_FRAME)
        t->known = find_frames(g, q, s, t);
    else
        t->known = find_value(g, q, s, t);
}

void truth_text(const lab_question *q, const truth *t, char *out, size_t room) {
    if (q->kind == LAB_NUMBER || q->kind == LAB_FRAME)
        expr_number_text(t->value.number, out, room);
    else
        snprintf(out, room, "%s", t->value.text);
}

/* ---- answers ---------------------------------------------------------------------------- */

/* "1,460", "0x5b4", "1460 bytes": a number, then at most a word. */
static bool read_number(const char *given, double *v) {
    char digits[64], *end;
    size_t n = 0;
    for (const char *p = given; *p && n + 1 < sizeof digits; p++)
        if (*p != ',' && *p != '_')
            digits[n++] = *p;
    digits[n] = 0;
    *v = strtod(digits, &end);
    return end != digits && !isdigit((unsigned char)*end) && isfinite(*v);
}

static bool same_text(const char *a, const char *b) {
    for (;; a++, b++) {
        while (isspace((unsigned char)*a))
            a++;
        while (isspace((unsigned char)*b))
            b++;
        int x = *a == '-' ? ':' : tolower((unsigned char)*a), y = *b == '-' ? ':' : tolower((unsigned char)*b);
        if (x != y)
            return false;
        if (!x)
            return true;
    }
}

/* One option, by its key or by the letter it has for this seed; the rest of the text after it. */
static const char *read_option(const grading *g, const lab_question *q, const char *given, const char **rest) {
    unsigned order[GRADE_OPTIONS];
    given += strspn(given, " ,;\t");
    size_t n = strcspn(given, " ,;\t)");
    *rest = given + n + (given[n] == ')');
    grade_order(g->vary->seed, q, order);
    for (unsigned i = 0; i < option_count(q); i++) {
        const char *key = q->options[order[i]].key;
        if ((n == 1 && tolower((unsigned char)*given) == (char)('a' + i)) ||
            (strlen(key) == n && strncasecmp(key, given, n) == 0))
            return key;
    }
    return NULL;
}

static bool same_order(const grading *g, const lab_question *q, const char *right, const char *given) {
    char keys[EXPR_TEXT] = "";
    size_t used = 0;
    for (unsigned i = 0; i < option_count(q) && used < sizeof keys; i++) {
        const char *key = read_option(g, q, given, &given);
        if (!key)
            return false;
        used += (size_t)snprintf(keys + used, sizeof keys - used, "%s%s", i ? ", " : "", key);
    }
    return given[strspn(given, " ,;\t")] == 0 && strcmp(keys, right) == 0;
}

static double tolerance(const grading *g, const lab_question *q, const lab_step *s) {
    expr_context c = context(g, q, s, NULL);
    wt_problem unused;
    answer a = {.number = 0};
    char *text = q->tolerance ? vary_fill(g->vary, q->tolerance) : NULL;
    if (text && !expr_value(&c, text, &a, &unused))
        a.number = 0;
    free(text);
    return fabs(a.number) + 1e-9;
}

bool truth_agrees(const grading *g, const lab_question *q, const lab_step *s, const truth *t, const char *given) {
    double v;
    const char *rest, *key;
    if (!t->known)
        return false;
    switch (q->kind) {
    case LAB_NUMBER:
        return read_number(given, &v) && fabs(v - t->value.number) <= tolerance(g, q, s);
    case LAB_FRAME:
        for (unsigned i = 0; read_number(given, &v) && i < t->frames.count; i++)
            if (v == (double)t->frames.frames[i])
                return true;
        return false;
    case LAB_CHOICE:
        key = read_option(g, q, given, &rest);
        return key && rest[strspn(rest, " \t")] == 0 && strcmp(key, t->value.text) == 0;
    case LAB_ORDER:
        return same_order(g, q, t->value.text, given);
    case LAB_TEXT:
        return same_text(given, t->value.text);
    }
    return false;
}

bool truth_readable(const grading *g, const lab_question *q, const char *given) {
    double v;
    const char *rest = given;
    unsigned n = 0;
    if (q->kind == LAB_NUMBER || q->kind == LAB_FRAME)
        return read_number(given, &v);
    if (q->kind == LAB_TEXT)
        return true;
    while (rest[strspn(rest, " ,;\t")] && read_option(g, q, rest, &rest))
        n++;
    return !rest[strspn(rest, " ,;\t")] && n == (q->kind == LAB_CHOICE ? 1 : option_count(q));
}

/* ---- words about it --------------------------------------------------------------------- */

void truth_frames(const truth *t, char *out, size_t room) {
    enum { MOST = 8 };
    const evidence *e = &t->frames;
    unsigned n = e->count < MOST ? e->count : MOST;
    bool more = e->more || e->count > n;
    size_t used = 0;
    out[0] = 0;
    for (unsigned i = 0; i < n && used < room; i++) {
        const char *before = i == 0 ? (e->count == 1 ? "frame " : "frames ") : i + 1 == n && !more ? " and " : ", ";
        used += (size_t)snprintf(out + used, room - used, "%s%" PRIu64, before, e->frames[i]);
    }
    if (more && used < room)
        snprintf(out + used, room - used, " and others");
}

static void put_expression(FILE *f, const grading *g, const lab_question *q, const lab_step *s, const char *text,
                           size_t n) {
    expr_context c = context(g, q, s, NULL);
    char *copy = strndup(text, n);
    answer a;
    wt_problem problem;
    if (copy && expr_value(&c, copy, &a, &problem))
        fputs(a.text, f);
    else
        fputc('?', f);
    free(copy);
}

char *truth_fill(const grading *g, const lab_question *q, const lab_step *s, const truth *t, const char *given,
                 const char *text) {
    char room[EXPR_TEXT], *out = NULL;
    size_t size;
    vary *v = malloc(sizeof *v);
    FILE *f = v ? open_memstream(&out, &size) : NULL;
    if (!f) {
        free(v);
        return NULL;
    }
    *v = *g->vary;
    if (t && q) {
        truth_text(q, t, room, sizeof room);
        vary_add(v, "truth", room);
        truth_frames(t, room, sizeof room);
        vary_add(v, "frames", room[0] ? room : "no frame");
    }
    if (given)
        vary_add(v, "given", given);
    char *filled = vary_fill(v, text);
    for (const char *p = filled; p && *p;) {
        const char *close = strncmp(p, "{=", 2) == 0 ? strchr(p, '}') : NULL;
        if (close && g->trace)
            put_expression(f, g, q, s, p + 2, (size_t)(close - p) - 2);
        else
            fputc(*p, f);
        p = close && g->trace ? close + 1 : p + 1;
    }
    free(filled);
    free(v);
    return fclose(f) == 0 ? out : NULL;
}

char *truth_mistake(const grading *g, const lab_question *q, const lab_step *s, const truth *t, const char *given) {
    for (unsigned i = 0; i < q->mistakes_count; i++) {
        const lab_mistake *m = &q->mistakes[i];
        truth other = {.known = true, .value = {.is_text = true}};
        char *is = vary_fill(g->vary, m->is);
        bool same = is != NULL;
        if (same && (q->kind == LAB_NUMBER || q->kind == LAB_FRAME)) {
            expr_context c = context(g, q, s, NULL);
            same = expr_value(&c, is, &other.value, &other.why);
            other.frames = (evidence){.frames = {(uint64_t)other.value.number}, .count = 1};
        } else if (same) {
            snprintf(other.value.text, sizeof other.value.text, "%s", is);
        }
        same = same && truth_agrees(g, q, s, &other, given);
        free(is);
        if (same)
            return truth_fill(g, q, s, t, given, m->say);
    }
    return NULL;
}
