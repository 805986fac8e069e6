/* eval.c - does a filter choose a frame? */
#include <stdlib.h>

#include "filter/values.h"

/* ---- comparing -------------------------------------------------------------------------- */

static bool holds(uint8_t op, const val *a, const val *b) {
    int c;
    if (op == OP_CONTAINS)
        return wt_bytes_like(a) && wt_bytes_like(b) &&
               (!b->n || (a->n >= b->n && memmem(a->p, a->n, b->p, b->n) != NULL));
    if (a->kind == K_NUMBER && b->kind == K_NUMBER)
        c = a->u < b->u ? -1 : a->u > b->u;
    else if (!wt_values_order(a, b, &c))
        return op == OP_NE;
    switch (op) {
    case OP_EQ: return c == 0;
    case OP_NE: return c != 0;
    case OP_GT: return c > 0;
    case OP_LT: return c < 0;
    case OP_GE: return c >= 0;
    default: return c <= 0;
    }
}

static bool compare(wt_filter *f, const node *n, const wt_tape *t) {
    bool some = false;
    cursor ca, cb;
    val a, b;
    wt_values_begin(f, n->a, t, &ca, 0);
    if (f->operands[n->b].what == O_LITERAL) {
        for (const val *constant = &f->operands[n->b].value; wt_values_next(f, t, &ca, &a); some = true)
            if (holds(n->op, &a, constant) != n->all)
                return !n->all;
        return n->all && some;
    }
    wt_values_begin(f, n->b, t, &cb, 1);
    while (wt_values_next(f, t, &ca, &a))
        for (wt_values_again(&cb); wt_values_next(f, t, &cb, &b); some = true)
            if (holds(n->op, &a, &b) != n->all)
                return !n->all;
    return n->all && some;
}

static bool fits(wt_filter *f, const node *n, const val *v) {
    if (!wt_bytes_like(v))
        return false;
    int got = pcre2_match(n->pattern, v->p, v->n, 0, 0, f->match, f->limits);
    if (got < 0 && got != PCRE2_ERROR_NOMATCH)
        f->given_up++;
    return got >= 0;
}

static bool matches(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c;
    val v;
    bool some = false;
    for (wt_values_begin(f, n->a, t, &c, 0); wt_values_next(f, t, &c, &v); some = true)
        if (fits(f, n, &v) != n->all)
            return !n->all;
    return n->all && some;
}

/* Whether one of the other values is what v equals (OP_EQ), is not below (OP_GE) or not above (OP_LE). */
static bool stands(const wt_filter *f, const val *v, uint8_t op, cursor *others, const wt_tape *t) {
    val other;
    int c;
    if (others->o->what == O_LITERAL)
        return wt_values_order(v, &others->o->value, &c) && (op == OP_EQ ? c == 0 : op == OP_GE ? c >= 0 : c <= 0);
    for (wt_values_again(others); wt_values_next(f, t, others, &other);)
        if (wt_values_order(v, &other, &c) && (op == OP_EQ ? c == 0 : op == OP_GE ? c >= 0 : c <= 0))
            return true;
    return false;
}

/* Whether some value of n->a, or with n->all every one (and there is one), is in that element of the set. */
static bool in_element(wt_filter *f, const node *n, uint16_t low, uint16_t high, cursor *values, const wt_tape *t) {
    uint32_t values_used = f->values_used, bytes_used = f->bytes_used;
    bool some = false, is = n->all;
    cursor from, to;
    val v;
    wt_values_begin(f, low, t, &from, 1);
    if (low != high)
        wt_values_begin(f, high, t, &to, 1);
    for (wt_values_again(values); is == n->all && wt_values_next(f, t, values, &v); some = true)
        is = low == high ? stands(f, &v, OP_EQ, &from, t)
                         : stands(f, &v, OP_GE, &from, t) && stands(f, &v, OP_LE, &to, t);
    f->values_used = values_used;          /* what was worked out makes room for the next element's values */
    f->bytes_used = bytes_used;
    return is && some;
}

/* Of all values: one and the same element of the set must hold for each of them. */
static bool in_set(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c;
    wt_values_begin(f, n->a, t, &c, 0);
    for (uint32_t i = 0; i < n->count; i++)
        if (in_element(f, n, f->args[n->b + 2 * i], f->args[n->b + 2 * i + 1], &c, t))
            return true;
    return false;
}

static bool nonzero(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c;
    val v;
    wt_values_begin(f, n->a, t, &c, 0);
    while (wt_values_next(f, t, &c, &v)) {
        if (v.u)
            return true;
        for (uint32_t i = 0; v.p && i < v.n; i++)
            if (v.p[i])
                return true;
    }
    return false;
}

static bool present(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c;
    val v;
    wt_values_begin(f, n->a, t, &c, 0);
    return wt_values_next(f, t, &c, &v);
}

static bool run(wt_filter *f, uint16_t at, const wt_tape *t) {
    const node *n = &f->nodes[at];
    wt_values_reset(f);
    switch (n->op) {
    case OP_AND: return run(f, n->a, t) && run(f, n->b, t);
    case OP_OR: return run(f, n->a, t) || run(f, n->b, t);
    case OP_XOR: return run(f, n->a, t) != run(f, n->b, t);
    case OP_NOT: return !run(f, n->a, t);
    case OP_PRESENT: return present(f, n, t);
    case OP_NONZERO: return nonzero(f, n, t);
    case OP_MATCHES: return matches(f, n, t);
    case OP_IN: return in_set(f, n, t);
    default: return compare(f, n, t);
    }
}

bool wt_filter_match(wt_filter *f, const wt_tape *tape) { return run(f, f->root, tape); }

uint64_t wt_filter_given_up(const wt_filter *f) { return f->given_up; }

bool wt_filter_needs(wt_filter *f, wt_options *options) {
    size_t n = options->want_count + f->row_count;
    wt_fid *want = realloc(f->want, (n + 1) * sizeof *want);
    if (!want)
        return false;
    f->want = want;
    if (options->want_count)
        memcpy(want, options->want, options->want_count * sizeof *want);
    memcpy(want + options->want_count, f->rows, f->row_count * sizeof *want);
    options->want = want;
    options->want_count = n;
    return true;
}
