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

static bool same_options(const lab_question *a, const lab_question *b) {
    bool same = a->options_count == b->options_count;
    for (unsigned i = 0; same && i < a->options_count; i++)
        same = strcmp(a->options[i].key, b->options[i].key) == 0 && strcmp(a->options[i].text, b->options[i].text) == 0;
    return same;
}

/* The first question of the lab that has the same options: these stay in one order wherever they are asked about. */
static const lab_question *first_like(const lab *l, const lab_question *q) {
    for (unsigned i = 0; l && l->file && i < l->file->steps_count; i++) {
        const lab_step *s = &l->file->steps[i];
        for (unsigned k = 0; k < s->predict_count + s->ask_count; k++) {
            const lab_question *other = k < s->predict_count ? &s->predict[k] : &s->ask[k - s->predict_count];
            if (same_options(other, q))
                return other;
        }
    }
    return q;
}

void grade_order(const lab *l, uint64_t seed, const lab_question *q, unsigned order[GRADE_OPTIONS]) {
    unsigned n = option_count(q);
    const char *id = first_like(l, q)->id;
    for (unsigned i = 0; i < n; i++)
        order[i] = i;
    for (unsigned i = n; i > 1; i--) {
        unsigned j = (unsigned)vary_number(seed, id, i, i), keep = order[i - 1];
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
    return right == 1 ||
           unknown(t, right ? "this capture makes several options right" : "this capture makes none right");
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

/* Digits of "1,460" or "1_460" without their signs: three at a time, or it is none.  0: it is none. */
static size_t without_thousands(const char *given, char *digits, size_t room) {
    size_t sign = *given == '+' || *given == '-', first = strspn(given + sign, "0123456789"), run = sign + first, n = 0;
    while (given[run] == ',' || given[run] == '_') {
        if (first > 3 || given[sign] == '0' || strspn(given + run + 1, "0123456789") != 3)
            return 0;
        run += 4;
    }
    for (const char *p = given; *p && n + 1 < room; p++)
        if ((size_t)(p - given) >= run || (*p != ',' && *p != '_'))
            digits[n++] = *p;
    digits[n] = 0;
    return n;
}

/* "1,460", "0x5b4", "1460 bytes": a number, then at most words. */
static bool read_number(const char *given, double *v) {
    char digits[64], *end;
    given += strspn(given, " \t");
    if (!without_thousands(given, digits, sizeof digits))
        return false;
    *v = strtod(digits, &end);
    return end != digits && !end[strcspn(end, "0123456789")] && isfinite(*v);
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
    grade_order(g->lab, g->vary->seed, q, order);
    for (unsigned i = 0; i < option_count(q); i++) {
        const char *key = q->options[order[i]].key;
        if ((n == 1 && tolower((unsigned char)*given) == (char)('a' + i)) ||
            (strlen(key) == n && strncasecmp(key, given, n) == 0))
            return key;
    }
    return NULL;
}

/* "cbdae" is "c b d a e": as many letters as options. */
static const char *spaced(const lab_question *q, const char *given, char room[2 * GRADE_OPTIONS + 1]) {
    size_t n = strspn(given, "abcdefghijklmnopABCDEFGHIJKLMNOP");
    if (q->kind != LAB_ORDER || n < 2 || n != option_count(q) || given[n])
        return given;
    for (size_t i = 0; i < n; i++) {
        room[2 * i] = given[i];
        room[2 * i + 1] = ' ';
    }
    room[2 * n] = 0;
    return room;
}

static bool same_order(const grading *g, const lab_question *q, const char *right, const char *given) {
    char keys[EXPR_TEXT] = "", room[2 * GRADE_OPTIONS + 1];
    size_t used = 0;
    given = spaced(q, given, room);
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
    char room[2 * GRADE_OPTIONS + 1];
    const char *rest = spaced(q, given, room);
    unsigned n = 0;
    if (q->kind == LAB_NUMBER || q->kind == LAB_FRAME)
        return read_number(given, &v);
    if (q->kind == LAB_TEXT)
        return true;
    while (rest[strspn(rest, " ,;\t")] && read_option(g, q, rest, &rest))
        n++;
    return !rest[strspn(rest, " ,;\t")] && n == (q->kind == LAB_CHOICE ? 1 : option_count(q));
}

const char *truth_form(const lab_question *q, const char *given) {
    switch (q->kind) {
    case LAB_CHOICE: return "One of the letters, please";
    case LAB_ORDER: return "All of the letters, each once, please";
    case LAB_TEXT: return "A text, please";
    case LAB_NUMBER: case LAB_FRAME: break;
    }
    return strchr(given, ',')
               ? "A number, please: a comma stands between thousands, as in 1,460, a point before a fraction, "
                 "as in 295.83"
               : "A number, please, such as 12 or 0x0c";
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

/* An expression is the lab's own; all that comes from a learner or a capture is filled in outside of it. */
static void put_expression(FILE *f, const grading *g, const lab_question *q, const lab_step *s, const char *text,
                           size_t n) {
    expr_context c = context(g, q, s, NULL);
    char *copy = strndup(text, n), *filled = copy ? vary_fill(g->vary, copy) : NULL;
    answer a;
    wt_problem problem;
    if (filled && expr_value(&c, filled, &a, &problem))
        fputs(a.text, f);
    else
        fputc('?', f);
    free(filled);
    free(copy);
}

/* The bracket that closes the one at p; NULL: none does. */
static const char *closing(const char *p) {
    for (unsigned depth = 0; *p; p++) {
        depth += *p == '{';
        if (*p == '}' && --depth == 0)
            return p;
    }
    return NULL;
}

static void put_filled(FILE *f, const vary *v, const char *text, size_t n) {
    char *copy = strndup(text, n), *filled = copy ? vary_fill(v, copy) : NULL;
    fputs(filled ? filled : "", f);
    free(filled);
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
    while (*text) {
        const char *begin = g->trace ? strstr(text, "{=") : NULL, *close = begin ? closing(begin) : NULL;
        size_t plain = close ? (size_t)(begin - text) : strlen(text);
        put_filled(f, v, text, plain);
        if (close)
            put_expression(f, g, q, s, begin + 2, (size_t)(close - begin) - 2);
        text = close ? close + 1 : text + plain;
    }
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
