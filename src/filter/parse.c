/* parse.c - from a filter's text to its tree.  Precedence: not, and, xor, or. */
#include "filter/operand.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- building --------------------------------------------------------------------------- */

static uint16_t add_node(parser *p, uint8_t op, uint16_t a, uint16_t b) {
    if (p->f->node_count == MAX_NODES) {
        wt_lex_fail(p, p->token, 1, NULL, "the filter has more than %d parts", MAX_NODES);
        return 0;
    }
    p->f->nodes[p->f->node_count] = (node){.op = op, .a = a, .b = b};
    return (uint16_t)p->f->node_count++;
}

static uint16_t join(parser *p, uint8_t op, uint16_t a, uint16_t b) { return p->failed ? 0 : add_node(p, op, a, b); }

/* A node that compares, of any values or of all. */
static uint16_t compare(parser *p, uint8_t op, bool all, uint16_t a, uint16_t b) {
    uint16_t n = join(p, op, a, b);
    if (!p->failed)
        p->f->nodes[n].all = all;
    return n;
}

/* Where an operand stands. */
static void fail_operand(parser *p, uint16_t number, const char *hint, const char *what) {
    const operand *o = &p->f->operands[number];
    wt_lex_fail(p, p->text + o->at, o->wide, hint, "%s", what);
}

/* ---- tests ------------------------------------------------------------------------------ */

/* Constants take the kind of what they are compared with. */
static void match_kinds(parser *p, uint16_t a, uint16_t b, uint8_t op) {
    operand *x = &p->f->operands[a], *y = &p->f->operands[b];
    bool text = x->constant || x->kind == K_TEXT || x->kind == K_BYTES || x->kind == K_IPV6 || x->kind == K_PROTOCOL;
    if (op == OP_CONTAINS && !text) {
        char what[100];
        snprintf(what, sizeof what, "contains is for text and bytes, and this is %s", wt_kind_name((enum kind)x->kind));
        fail_operand(p, a, "string() makes text of a number.", what);
    }
    if (x->constant && y->constant)
        wt_operand_unknown(p, a);
    else if (x->constant)
        wt_operand_resolve(p, a, y, op);
    else if (y->constant)
        wt_operand_resolve(p, b, x, op);
}

static uint16_t pattern_test(parser *p, bool all, uint16_t a, uint16_t b) {
    operand *o = &p->f->operands[a], *pattern = &p->f->operands[b];
    int code;
    PCRE2_SIZE where;
    if (o->constant) {
        wt_operand_unknown(p, a);
        return 0;
    }
    if (pattern->what != O_LITERAL || (o->kind != K_TEXT && o->kind != K_BYTES && o->kind != K_PROTOCOL)) {
        fail_operand(p, b, "string() makes text of a number.", "matches wants text or bytes, and a pattern in quotes");
        return 0;
    }
    uint16_t n = compare(p, OP_MATCHES, all, a, b);
    if (p->failed)
        return 0;
    pattern->constant = false;
    pcre2_code *compiled = pcre2_compile(p->f->text + pattern->text, pattern->length, PCRE2_CASELESS | PCRE2_NEVER_UTF,
                                         &code, &where, NULL);
    if (!compiled) {
        PCRE2_UCHAR message[120];
        char what[160];
        pcre2_get_error_message(code, message, sizeof message);
        snprintf(what, sizeof what, "the pattern can't be read: %s", (const char *)message);
        fail_operand(p, b, NULL, what);
        return 0;
    }
    p->f->nodes[n].pattern = compiled;
    return n;
}

static void set_value(parser *p, uint16_t field, uint16_t *v) {
    if (wt_operand_entity(p, v))
        wt_operand_resolve(p, *v, &p->f->operands[field], OP_EQ);
}

/* The pairs are put down once all are known, as fields and functions in them have arguments of their own. */
static uint16_t set_test(parser *p, bool all, uint16_t a) {
    enum { MOST = 256 };
    uint16_t pairs[2 * MOST], count = 0;
    if (p->f->operands[a].constant) {
        wt_operand_unknown(p, a);
        return 0;
    }
    wt_lex_next(p);
    if (p->kind != T_LBRACE) {
        wt_lex_fail(p, p->token, 1, "for example tcp.port in {80, 443, 8000..8080}", "in wants a set in braces");
        return 0;
    }
    wt_lex_next(p);
    while (p->kind != T_RBRACE && !p->failed) {
        if (count == MOST)
            wt_lex_fail(p, p->token, 1, NULL, "the set has more than %d values", MOST);
        else
            set_value(p, a, &pairs[2 * count]);
        if (p->failed)
            return 0;
        pairs[2 * count + 1] = pairs[2 * count];
        if (p->kind == T_RANGE) {
            wt_lex_next(p);
            set_value(p, a, &pairs[2 * count + 1]);
        }
        count++;
        if (p->kind == T_COMMA)
            wt_lex_next(p);
        else if (p->kind == T_END)
            wt_lex_fail(p, p->token, 1, NULL, "the set does not end with }");
    }
    wt_lex_next(p);
    uint16_t n = compare(p, OP_IN, all, a, (uint16_t)p->f->arg_count);
    for (uint16_t i = 0; i < 2 * count && !p->failed; i++)
        wt_operand_arg(p, pairs[i]);
    if (!p->failed)
        p->f->nodes[n].count = count;
    return n;
}

/* A test without a comparison: is it there, or is it anything but zero? */
static uint16_t bare(parser *p, uint16_t a) {
    const operand *o = &p->f->operands[a];
    if (o->constant)
        wt_operand_unknown(p, a);
    else if (o->what == O_FUNCTION)
        fail_operand(p, a, "for example len(tcp.payload) > 100",
                     "a function is there always: compare it with something");
    return join(p, o->what == O_ARITHMETIC || o->what == O_NEGATIVE ? OP_NONZERO : OP_PRESENT, a, 0);
}

/* `forced`: any or all stood before it, and decides. */
static uint16_t comparisons(parser *p, uint16_t a, bool forced, bool all) {
    uint16_t result = 0, b;
    for (bool first = true; p->kind == T_RELATION && !p->failed; first = false) {
        uint8_t op = p->op;
        bool of_all = forced ? all : p->all;
        wt_lex_next(p);
        if (!wt_operand(p, &b))
            return 0;
        bool literal = p->f->operands[b].constant;
        uint16_t n = 0;
        if (op == OP_MATCHES) {
            n = pattern_test(p, of_all, a, b);
        } else {
            match_kinds(p, a, b, op);
            n = compare(p, op, of_all, a, b);
        }
        result = first ? n : join(p, OP_AND, result, n);
        a = b;
        if (literal)
            break;                       /* 1 < x < 3 goes on, x == 1 == 2 does not */
    }
    return result;
}

static uint16_t relation(parser *p) {
    uint16_t a;
    bool forced = p->kind == T_ANY || p->kind == T_ALL, all = p->kind == T_ALL;
    const char *from = p->token;
    if (forced)
        wt_lex_next(p);
    if (!wt_operand(p, &a))
        return 0;
    bool negated = p->kind == T_NOT;
    if (negated)
        wt_lex_next(p);
    if (p->kind == T_IN) {
        uint16_t n = set_test(p, all, a);
        return negated ? join(p, OP_NOT, n, 0) : n;
    }
    if (negated)
        wt_lex_fail(p, p->token, 1, NULL, "not is followed by in here");
    if (p->kind == T_RELATION)
        return comparisons(p, a, forced, all);
    if (forced)
        wt_lex_fail(p, from, 3, "for example all tcp.port > 1023", "any and all are followed by a comparison");
    return bare(p, a);
}

/* ---- joining ---------------------------------------------------------------------------- */

static uint16_t expression(parser *p);

static uint16_t primary(parser *p) {
    if (++p->depth > MAX_DEPTH) {
        wt_lex_fail(p, p->token, 1, NULL, "more than %d parts inside one another", MAX_DEPTH);
        return 0;
    }
    uint16_t n;
    if (p->kind == T_NOT) {
        wt_lex_next(p);
        n = join(p, OP_NOT, primary(p), 0);
    } else if (p->kind == T_LPAREN) {
        const char *from = p->token;
        wt_lex_next(p);
        n = expression(p);
        if (p->kind != T_RPAREN)
            wt_lex_fail(p, from, 1, NULL, "this ( is never closed");
        else
            wt_lex_next(p);
    } else {
        n = relation(p);
    }
    p->depth--;
    return n;
}

static uint16_t conjunction(parser *p) {
    uint16_t n = primary(p);
    while (p->kind == T_AND && !p->failed) {
        wt_lex_next(p);
        n = join(p, OP_AND, n, primary(p));
    }
    return n;
}

static uint16_t exclusive(parser *p) {
    uint16_t n = conjunction(p);
    while (p->kind == T_XOR && !p->failed) {
        wt_lex_next(p);
        n = join(p, OP_XOR, n, conjunction(p));
    }
    return n;
}

static uint16_t expression(parser *p) {
    uint16_t n = exclusive(p);
    while (p->kind == T_OR && !p->failed) {
        wt_lex_next(p);
        n = join(p, OP_OR, n, exclusive(p));
    }
    return n;
}

/* ---- the whole -------------------------------------------------------------------------- */

/* Only what is worked out needs room for values. */
static bool room_for_values(wt_filter *f) {
    bool needed = false;
    for (uint32_t i = 0; i < f->operand_count; i++)
        needed |= f->operands[i].what > O_FIELD;
    if (!needed)
        return true;
    f->values = malloc(MAX_VALUES * sizeof *f->values);
    f->bytes = malloc(MAX_BYTES);
    return f->values && f->bytes;
}

wt_filter *wt_filter_new(const char *text, wt_filter_problem *problem) {
    *problem = (wt_filter_problem){.position = 0};
    wt_filter *f = calloc(1, sizeof *f);
    if (f) {
        f->match = pcre2_match_data_create(1, NULL);
        f->limits = pcre2_match_context_create(NULL);
    }
    if (!f || !f->match || !f->limits) {
        snprintf(problem->text, sizeof problem->text, "out of memory");
        wt_filter_free(f);
        return NULL;
    }
    pcre2_set_match_limit(f->limits, 100000);
    pcre2_set_heap_limit(f->limits, 1024);
    parser p = {.f = f, .problem = problem, .text = text, .at = text, .token = text};
    wt_lex_next(&p);
    if (p.kind == T_END)
        wt_lex_fail(&p, text, 1, "for example: tcp.port == 443", "the filter is empty");
    f->root = p.failed ? 0 : expression(&p);
    if (!p.failed && !room_for_values(f))
        wt_lex_fail(&p, text, 1, NULL, "out of memory");
    if (!p.failed && p.kind != T_END)
        wt_lex_fail(&p, p.token, p.length, "Join tests with && or ||.", "the filter goes on where it should end");
    if (p.failed) {
        wt_filter_free(f);
        return NULL;
    }
    return f;
}

void wt_filter_free(wt_filter *f) {
    if (!f)
        return;
    for (uint32_t i = 0; i < f->node_count; i++)
        pcre2_code_free(f->nodes[i].pattern);
    pcre2_match_data_free(f->match);
    pcre2_match_context_free(f->limits);
    free(f->want);
    free(f->values);
    free(f->bytes);
    free(f);
}
