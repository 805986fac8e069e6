/* expr.c - expressions over a capture: read and worked out in one go.
 *
 *     any        = all {"or" all}            all  = not {"and" not}        not = ["not"] compare
 *     compare    = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum]
 *     sum        = product {("+" | "-") product}                           product = sign {("*" | "/" | "%") sign}
 *     sign       = ["-"] (number | "text" | set | function "(" … ")" | delay | "(" any ")")
 *     set        = plain ["after" plain] ["before" plain]
 *     delay      = ("median_delay" | "worst_delay" | "undelivered") "(" set "," set "," FIELD ")"
 *     plain      = ("frames" "(" FILTER ")" | "messages" "(" PROTOCOL "," FILTER ")")
 *                  ["at" POINT] ["in" (STEP | "all")] */
#include "lab/expr.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/delay.h"

enum { FILTER_ROOM = 512, DEEPEST = 32 };

typedef struct set {
    selection what;
    char filter[FILTER_ROOM], message[32];
} set;

typedef struct reading {
    const expr_context *c;
    const char *at;
    unsigned depth;
    bool failed;
    wt_problem *problem;
} reading;

static answer any(reading *r);

static bool fail(reading *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool fail(reading *r, const char *format, ...) {
    va_list ap;
    if (r->failed)
        return false;
    r->failed = true;
    va_start(ap, format);
    vsnprintf(r->problem->text, sizeof r->problem->text, format, ap);
    va_end(ap);
    r->problem->hint[0] = 0;
    return false;
}

/* ---- words ------------------------------------------------------------------------------ */

static void blanks(reading *r) { r->at += strspn(r->at, " \t\n"); }

static bool sign_is(reading *r, const char *s) {
    blanks(r);
    if (strncmp(r->at, s, strlen(s)) != 0)
        return false;
    r->at += strlen(s);
    return true;
}

static bool expect(reading *r, const char *s) {
    return sign_is(r, s) || fail(r, "expected \"%s\" before \"%.60s\"", s, r->at);
}

/* A name: letters, digits, _ and . and, between letters, -. */
static size_t word_length(const char *p) {
    size_t n = 0;
    while (isalnum((unsigned char)p[n]) || p[n] == '_' || p[n] == '.' ||
           (n && p[n] == '-' && isalpha((unsigned char)p[n + 1])))
        n++;
    return n;
}

static bool word_is(reading *r, const char *word) {
    blanks(r);
    size_t n = word_length(r->at);
    if (n != strlen(word) || memcmp(r->at, word, n) != 0)
        return false;
    r->at += n;
    return true;
}

static bool word(reading *r, char *out, size_t room) {
    blanks(r);
    size_t n = word_length(r->at);
    if (!n || n >= room)
        return fail(r, "expected a name before \"%.60s\"", r->at);
    memcpy(out, r->at, n);
    out[n] = 0;
    r->at += n;
    return true;
}

/* ---- sets ------------------------------------------------------------------------------- */

/* The filter's text up to the parenthesis that closes it. */
static bool filter_text(reading *r, set *s) {
    const char *p = r->at;
    unsigned depth = 0;
    char quote = 0;
    for (; *p && (depth || quote || *p != ')'); p++) {
        if (quote)
            quote = *p == quote ? 0 : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if (*p == '(')
            depth++;
        else if (*p == ')')
            depth--;
    }
    size_t n = (size_t)(p - r->at);
    if (!*p || n >= sizeof s->filter)
        return fail(r, "a filter without an end: \"%.60s\"", r->at);
    memcpy(s->filter, r->at, n);
    s->filter[n] = 0;
    r->at = p + 1;
    return true;
}

static bool read_plain(reading *r, set *s) {
    char name[64] = "";
    bool messages = word_is(r, "messages");
    s->what = (selection){.filter = s->filter, .point = TRACE_ANY, .step = TRACE_ANY};
    if ((!messages && !word_is(r, "frames")) || !expect(r, "("))
        return fail(r, "expected frames(…) before \"%.60s\"", r->at);
    if (messages) {
        if (!word(r, s->message, sizeof s->message) || !expect(r, ","))
            return false;
        s->what.message = s->message;
        if (wt_protocol_find(s->message) < 0)
            return fail(r, "there is no protocol %s", s->message);
    }
    if (!filter_text(r, s))
        return false;
    snprintf(name, sizeof name, "%s", r->c->point ? r->c->point : "all");
    if (word_is(r, "at") && !word(r, name, sizeof name))
        return false;
    if (strcmp(name, "all") != 0 && r->c->trace && (s->what.point = trace_point(r->c->trace, name)) == TRACE_ANY)
        s->what.point = TRACE_NONE;        /* a point where nothing was heard: a file names only the others */
    snprintf(name, sizeof name, "%s", r->c->step ? r->c->step : "all");
    if (word_is(r, "in") && !word(r, name, sizeof name))
        return false;
    if (strcmp(name, "all") != 0 && r->c->trace && (s->what.step = trace_step(r->c->trace, name)) == TRACE_ANY)
        s->what.step = TRACE_NONE;         /* a step in which nothing was heard */
    return true;
}

/* "after" and "before": the number of the first frame of the set that follows.  There is
 * none: then nothing is chosen. */
static bool read_end(reading *r, const char *word, uint64_t *end) {
    static const trace nothing;
    if (!word_is(r, word))
        return true;
    set *s = calloc(1, sizeof *s);
    gathered *g = calloc(1, sizeof *g);
    bool ok = s && g ? read_plain(r, s) : fail(r, "out of memory");
    if (ok && !gather(r->c->trace ? r->c->trace : &nothing, &s->what, NULL, g, r->problem))
        ok = !(r->failed = true);          /* gather() has said why */
    if (ok)
        *end = g->frames ? g->first_frame : *word == 'a' ? UINT64_MAX : 1;
    if (g)
        gather_free(g);
    free(g);
    free(s);
    return ok;
}

static bool read_set(reading *r, set *s) {
    return read_plain(r, s) && read_end(r, "after", &s->what.after) && read_end(r, "before", &s->what.before);
}

static void remember(reading *r, const evidence *from) {
    for (unsigned i = 0; r->c->evidence && i < from->count; i++)
        evidence_add(r->c->evidence, from->frames[i]);
    if (r->c->evidence)
        r->c->evidence->more |= from->more;
}

static void remember_one(reading *r, uint64_t frame) {
    if (r->c->evidence && frame)
        evidence_add(r->c->evidence, frame);
}

/* ---- functions -------------------------------------------------------------------------- */

static answer number(double v) {
    answer a = {.number = v};
    expr_number_text(v, a.text, sizeof a.text);
    return a;
}

enum function { F_COUNT, F_NUMBER, F_FIRST, F_LAST, F_VALUE, F_SUM, F_MIN, F_MAX, F_DISTINCT, F_LIST, F_HAS };
static const struct {
    const char *name;
    enum function what;
    bool field;
} functions[] = {{"count", F_COUNT, false}, {"number", F_NUMBER, false}, {"first", F_FIRST, true},
                 {"last", F_LAST, true},
                 {"value", F_VALUE, true}, {"sum", F_SUM, true}, {"min", F_MIN, true}, {"max", F_MAX, true},
                 {"distinct", F_DISTINCT, true}, {"list", F_LIST, true}, {"has", F_HAS, false}};

static answer listed(const gathered *g) {
    answer a = {.is_text = true};
    size_t n = 0;
    for (uint32_t i = 0; i < g->distinct && n < sizeof a.text; i++)
        n += (size_t)snprintf(a.text + n, sizeof a.text - n, "%s%s", i ? ", " : "", g->seen[i]);
    return a;
}

static answer result(reading *r, enum function f, const char *field, const gathered *g) {
    if (f == F_COUNT || f == F_HAS) {
        remember(r, &g->all);
        return number(f == F_COUNT ? (double)g->frames : g->frames > 0);
    }
    if (f == F_DISTINCT || f == F_SUM) {
        remember(r, &g->all);
        return number(f == F_SUM ? g->sum : g->distinct);
    }
    if (f == F_NUMBER && !g->frames)
        return number(0);
    if (!g->values) {
        fail(r, "the capture has no such frame with %s", field[0] ? field : "a number");
        return number(0);
    }
    if (f == F_FIRST || f == F_NUMBER) {
        remember_one(r, g->first_frame);
        return f == F_FIRST ? g->first : number((double)g->first_frame);
    }
    if (f == F_LAST) {
        remember_one(r, g->last_frame);
        return g->last;
    }
    if (f == F_MIN || f == F_MAX) {
        if (!g->numeric)
            fail(r, "%s is no number", field);
        remember_one(r, f == F_MIN ? g->min_frame : g->max_frame);
        return number(f == F_MIN ? g->min : g->max);
    }
    remember(r, &g->all);
    if (f == F_VALUE && !g->same)
        fail(r, "%s is not the same in all these frames", field);
    return f == F_LIST ? listed(g) : g->first;
}

static answer over_set(reading *r, enum function f, bool with_field) {
    set *s = calloc(1, sizeof *s);
    char field[64] = "";
    answer a = number(0);
    gathered *g = calloc(1, sizeof *g);
    bool ok = s && g && read_set(r, s) && (!with_field || (expect(r, ",") && word(r, field, sizeof field))) &&
        expect(r, ")");
    trace nothing = {.frames = NULL};
    if (ok && gather(r->c->trace ? r->c->trace : &nothing, &s->what, with_field ? field : NULL, g, r->problem)) {
        if (r->c->trace)
            a = result(r, f, field, g);
    } else if (ok) {
        r->failed = true;                  /* gather() has said why */
    } else if (!s || !g) {
        fail(r, "out of memory");
    }
    if (g)
        gather_free(g);
    free(g);
    free(s);
    return a;
}

/* median_delay(FROM, TO, FIELD), worst_delay(…): ms until what FIELD says in FROM is seen in TO;
 * undelivered(…): how often never. */
static answer delay(reading *r, const char *name) {
    set *from = calloc(1, sizeof *from), *to = calloc(1, sizeof *to);
    char field[64] = "";
    static const trace nothing;
    delays d = {.ms = NULL};
    answer a = number(0);
    bool ok = from && to ? read_set(r, from) && expect(r, ",") && read_set(r, to) && expect(r, ",") &&
                               word(r, field, sizeof field) && expect(r, ")")
                         : fail(r, "out of memory");
    if (ok && !delays_find(r->c->trace ? r->c->trace : &nothing, &from->what, &to->what, field, &d, r->problem)) {
        r->failed = true;                  /* delays_find() has said why */
    } else if (ok && *name == 'u') {
        a = number(d.missing);
    } else if (ok && r->c->trace) {
        if (!d.count)
            fail(r, "no value of %s arrives", field);
        remember_one(r, *name == 'w' ? d.worst_sent : 0);
        remember_one(r, *name == 'w' ? d.worst_seen : 0);
        a = number(*name == 'm' ? delays_median(&d) : d.count ? d.ms[d.count - 1] : 0);
    }
    delays_free(&d);
    free(from);
    free(to);
    return a;
}

/* the functions of delays, if(WHAT, THEN, ELSE), abs(X), round(X) */
static answer other_function(reading *r, const char *name) {
    static const char *const with_delays[] = {"median_delay", "worst_delay", "undelivered"};
    for (size_t i = 0; i < 3; i++)
        if (strcmp(name, with_delays[i]) == 0)
            return delay(r, name);
    answer a[3] = {any(r)};
    if (strcmp(name, "abs") == 0) {
        expect(r, ")");
        return number(fabs(a[0].number));
    }
    if (strcmp(name, "round") == 0) {
        expect(r, ")");
        return number(floor(a[0].number + 0.5));
    }
    if (strcmp(name, "if") != 0) {
        fail(r, "there is no function %s", name);
        return a[0];
    }
    for (int i = 1; i < 3; i++)
        if (expect(r, ","))
            a[i] = any(r);
    expect(r, ")");
    return a[0].number != 0 ? a[1] : a[2];
}

static answer quoted(reading *r) {
    answer a = {.is_text = true};
    const char *close = strchr(r->at, '"');
    if (!close || (size_t)(close - r->at) >= sizeof a.text)
        fail(r, "a text without an end: \"%.60s\"", r->at);
    else {
        memcpy(a.text, r->at, (size_t)(close - r->at));
        r->at = close + 1;
    }
    return a;
}

/* ---- operators -------------------------------------------------------------------------- */

static answer primary(reading *r) {
    char name[64], *end;
    answer a = number(0);
    blanks(r);
    if (++r->depth > DEEPEST)
        fail(r, "too many parentheses");
    if (r->failed)
        return a;
    if (isdigit((unsigned char)*r->at)) {
        a = number(strtod(r->at, &end));
        r->at = end;
    } else if (sign_is(r, "\"")) {
        a = quoted(r);
    } else if (sign_is(r, "-")) {
        a = number(-primary(r).number);
    } else if (sign_is(r, "(")) {
        a = any(r);
        expect(r, ")");
    } else if (word(r, name, sizeof name) && expect(r, "(")) {
        size_t i = 0, n = sizeof functions / sizeof *functions;
        while (i < n && strcmp(functions[i].name, name) != 0)
            i++;
        a = i < n ? over_set(r, functions[i].what, functions[i].field) : other_function(r, name);
    }
    r->depth--;
    return a;
}

static answer product(reading *r) {
    answer a = primary(r);
    for (;;) {
        char op = sign_is(r, "*") ? '*' : sign_is(r, "/") ? '/' : sign_is(r, "%") ? '%' : 0;
        if (!op || r->failed)
            return a;
        double b = primary(r).number;
        if (op != '*' && b == 0)
            return r->c->trace ? (fail(r, "a division by zero"), a) : number(0);
        a = number(op == '*' ? a.number * b : op == '/' ? a.number / b : fmod(a.number, b));
    }
}

static answer sum(reading *r) {
    answer a = product(r);
    for (;;) {
        char op = sign_is(r, "+") ? '+' : sign_is(r, "-") ? '-' : 0;
        if (!op || r->failed)
            return a;
        double b = product(r).number;
        a = number(op == '+' ? a.number + b : a.number - b);
    }
}

static answer compare(reading *r) {
    static const char *const signs[] = {"==", "!=", "<=", ">=", "<", ">"};
    answer a = sum(r);
    for (int i = 0; i < 6; i++)
        if (!r->failed && sign_is(r, signs[i])) {
            answer b = sum(r);
            double d = a.is_text || b.is_text ? strcmp(a.text, b.text) : a.number - b.number;
            bool yes[] = {d == 0, d != 0, d <= 0, d >= 0, d < 0, d > 0};
            return number(yes[i]);
        }
    return a;
}

static answer not(reading *r) { return word_is(r, "not") ? number(compare(r).number == 0) : compare(r); }

static answer all(reading *r) {
    answer a = not(r);
    while (!r->failed && word_is(r, "and")) {
        double b = not(r).number;
        a = number(a.number != 0 && b != 0);
    }
    return a;
}

static answer any(reading *r) {
    answer a = all(r);
    while (!r->failed && word_is(r, "or")) {
        double b = all(r).number;
        a = number(a.number != 0 || b != 0);
    }
    return a;
}

/* ---- the whole -------------------------------------------------------------------------- */

void expr_number_text(double v, char *out, size_t room) {
    if (v == floor(v) && fabs(v) < 1e15)
        snprintf(out, room, "%.0f", v);
    else
        snprintf(out, room, "%.6g", v);
}

bool expr_value(const expr_context *c, const char *text, answer *value, wt_problem *problem) {
    reading r = {.c = c, .at = text, .problem = problem};
    *value = any(&r);
    blanks(&r);
    if (!r.failed && *r.at)
        fail(&r, "can't be read from here on: \"%.60s\"", r.at);
    return !r.failed;
}

bool expr_true(const expr_context *c, const char *text, bool *yes, wt_problem *problem) {
    answer a;
    bool ok = expr_value(c, text, &a, problem);
    *yes = ok && (a.is_text ? a.text[0] != 0 : a.number != 0);
    return ok;
}
