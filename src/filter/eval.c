/* eval.c - does a filter choose a frame? */
#include <ctype.h>
#include <stdlib.h>

#include "filter/filter.h"

enum kind kind_of_row(const wt_field *f) {
    switch (f->type) {
    case WT_NONE: return K_NONE;
    case WT_I8: case WT_I16: case WT_I32: case WT_I64: return K_SIGNED;
    case WT_IPV4: return K_IPV4;
    case WT_IPV6: return K_IPV6;
    case WT_STRING: case WT_OID: return K_TEXT;
    case WT_BYTES: case WT_ETHER: case WT_EUI64: case WT_GUID: return K_BYTES;
    case WT_ABSTIME: case WT_RELTIME: return K_TIME;
    case WT_DOUBLE: return K_DOUBLE;
    default: return K_NUMBER;
    }
}

/* ---- values ----------------------------------------------------------------------------- */

static val of_item(const wt_item *i, const wt_field *f) {
    val v = {.kind = (uint8_t)kind_of_row(f), .u = i->v.u};
    if (i->flags & WT_I_POINTER) {
        v.p = i->v.p;
        v.n = i->vlen;
        v.u = 0;
        v.oid = f->type == WT_OID;
        if (v.kind == K_IPV4 && v.n == 4)
            v.u = (uint64_t)v.p[0] << 24 | (uint64_t)v.p[1] << 16 | (uint64_t)v.p[2] << 8 | v.p[3];
        v.prefix = v.kind == K_IPV4 ? 32 : 128;
        if (v.kind == K_NUMBER || v.kind == K_SIGNED || v.kind == K_TIME)
            v.kind = K_BYTES;
    } else if (v.kind == K_IPV4) {
        v.prefix = 32;
    } else if (v.kind == K_DOUBLE) {
        v.d = i->v.d;
    } else if (v.kind == K_BYTES || v.kind == K_TEXT || v.kind == K_IPV6) {
        v.p = (const uint8_t *)"";
    }
    return v;
}

/* An object identifier is compared as it is written: 2.5.4.3. */
static void oid_in_text(val *v, uint8_t *scratch) {
    uint32_t n = v->oid ? wt_oid_text(v->p, v->n, (char *)scratch, SCRATCH) : 0;
    if (n) {
        v->p = scratch;
        v->n = n;
    }
}

/* A protocol's bytes: from its beginning to the end of the source that it is in. */
static val of_layer(const wt_tape *t, const wt_layer *l) {
    const wt_source *s = &t->sources[l->source];
    val v = {.kind = K_PROTOCOL, .p = (const uint8_t *)""};
    if (l->offset < s->length) {
        v.p = s->data + l->offset;
        v.n = s->length - l->offset;
    }
    return v;
}

static bool in_bytes(val *v, uint8_t *scratch) {
    if (v->kind == K_IPV4 && !v->p) {
        for (unsigned i = 0; i < 4; i++)
            scratch[i] = (uint8_t)(v->u >> (24 - 8 * i));
        v->p = scratch;
        v->n = 4;
    }
    return v->p != NULL;
}

static bool cut(const wt_filter *f, const operand *o, val *v, uint8_t *scratch) {
    uint8_t made[SCRATCH];
    uint32_t used = 0;
    if (!in_bytes(v, scratch))
        return false;
    for (uint32_t i = 0; i < o->slices; i++) {
        const slice *s = &f->slices[o->first_slice + i];
        int64_t n = v->n, from = s->from < 0 ? n + s->from : s->from;
        int64_t to = s->open ? n : s->is_length ? from + s->to : s->to < 0 ? n + s->to + 1 : s->to;
        if (from < 0 || from >= n || to > n || to <= from || to - from > (int64_t)(SCRATCH - used))
            return false;
        memcpy(made + used, v->p + from, (size_t)(to - from));
        used += (uint32_t)(to - from);
    }
    memcpy(scratch, made, used);
    v->kind = K_BYTES;
    v->p = scratch;
    v->n = used;
    return true;
}

static bool apply(const wt_filter *f, const operand *o, val *v, uint8_t *scratch) {
    if (o->slices && !cut(f, o, v, scratch))
        return false;
    if (o->masked && o->slices) {
        uint64_t u = 0;
        for (uint32_t i = 0; i < v->n && i < 8; i++)
            u = u << 8 | v->p[i];
        *v = (val){.kind = K_NUMBER, .u = u};
    }
    if (o->masked)
        v->u &= o->mask;
    if (o->function == FN_LEN) {
        uint8_t small[16];
        *v = (val){.kind = K_NUMBER, .u = in_bytes(v, small) ? v->n : 0};
    } else if ((o->function == FN_UPPER || o->function == FN_LOWER) && v->p && v->n <= SCRATCH) {
        for (uint32_t i = 0; i < v->n; i++)
            scratch[i] = (uint8_t)(o->function == FN_UPPER ? toupper(v->p[i]) : tolower(v->p[i]));
        v->p = scratch;
    }
    return true;
}

/* ---- the values of an operand, one after the other --------------------------------------- */

typedef struct cursor {
    uint32_t at;
    bool counted;
} cursor;

static bool is_row(const wt_filter *f, const operand *o, wt_fid fid) {
    for (uint32_t r = 0; r < o->rows; r++)
        if (f->rows[o->first_row + r] == fid)
            return true;
    return false;
}

static bool raw_next(const wt_filter *f, const operand *o, const wt_tape *t, cursor *c, val *v) {
    if (!o->is_field) {
        *v = o->value;
        return c->at++ == 0;
    }
    wt_fid first = f->rows[o->first_row];
    if (WT_FID_IS_PROTO(first)) {
        for (; c->at < t->layer_count; c->at++)
            if (t->layers[c->at].proto == WT_FID_PROTO_OF(first)) {
                *v = of_layer(t, &t->layers[c->at++]);
                return true;
            }
        return false;
    }
    for (; c->at < t->item_count; c->at++)
        if (is_row(f, o, t->items[c->at].field)) {
            const wt_item *i = &t->items[c->at++];
            *v = of_item(i, wt_field_get(i->field));
            return true;
        }
    return false;
}

static bool next(wt_filter *f, const operand *o, const wt_tape *t, cursor *c, val *v, unsigned which) {
    if (o->function == FN_COUNT) {
        uint64_t n = 0;
        if (c->counted)
            return false;
        while (raw_next(f, o, t, c, v))
            n++;
        c->counted = true;
        *v = (val){.kind = K_NUMBER, .u = n};
        return n > 0;
    }
    while (raw_next(f, o, t, c, v)) {
        oid_in_text(v, f->scratch[which]);
        if (!o->is_field || apply(f, o, v, f->scratch[which]))
            return true;
    }
    return false;
}

/* ---- comparing -------------------------------------------------------------------------- */

static bool bytes_like(const val *v) {
    return v->kind == K_BYTES || v->kind == K_TEXT || v->kind == K_PROTOCOL || v->kind == K_IPV6;
}

static int order_bytes(const val *a, const val *b) {
    uint32_t n = a->n < b->n ? a->n : b->n;
    int c = n ? memcmp(a->p, b->p, n) : 0;
    return c ? c : a->n < b->n ? -1 : a->n > b->n;
}

/* Addresses are compared in the bits that both count. */
static int order_prefix(const val *a, const val *b) {
    unsigned bits = a->prefix < b->prefix ? a->prefix : b->prefix;
    unsigned whole = bits / 8, rest = bits % 8;
    if (a->n < 16 || b->n < 16)
        return order_bytes(a, b);
    int c = memcmp(a->p, b->p, whole);
    if (c || !rest)
        return c;
    return (a->p[whole] >> (8 - rest)) - (b->p[whole] >> (8 - rest));
}

/* -1, 0, 1; false if the two can't be compared. */
static bool order(const val *a, const val *b, int *c) {
    if (a->kind == K_IPV4 && b->kind == K_IPV4) {
        unsigned bits = a->prefix < b->prefix ? a->prefix : b->prefix;
        uint64_t x = bits ? a->u >> (32 - bits) : 0, y = bits ? b->u >> (32 - bits) : 0;
        *c = x < y ? -1 : x > y;
    } else if (a->kind == K_IPV6 && b->kind == K_IPV6) {
        *c = order_prefix(a, b);
    } else if (bytes_like(a) && bytes_like(b)) {
        *c = order_bytes(a, b);
    } else if (a->kind == K_DOUBLE || b->kind == K_DOUBLE) {
        double x = a->kind == K_DOUBLE ? a->d : (double)a->u, y = b->kind == K_DOUBLE ? b->d : (double)b->u;
        *c = x < y ? -1 : x > y;
    } else if (a->kind == K_SIGNED || b->kind == K_SIGNED || a->kind == K_TIME || b->kind == K_TIME) {
        int64_t x = (int64_t)a->u, y = (int64_t)b->u;
        *c = x < y ? -1 : x > y;
    } else if (a->kind == K_NUMBER && b->kind == K_NUMBER) {
        *c = a->u < b->u ? -1 : a->u > b->u;
    } else {
        return false;
    }
    return true;
}

static bool holds(uint8_t op, const val *a, const val *b) {
    int c;
    if (op == OP_CONTAINS)
        return bytes_like(a) && bytes_like(b) && (!b->n || (a->n >= b->n && memmem(a->p, a->n, b->p, b->n) != NULL));
    if (!order(a, b, &c))
        return op == OP_ANY_NE || op == OP_ALL_NE;
    switch (op) {
    case OP_ANY_EQ: case OP_ALL_EQ: return c == 0;
    case OP_ANY_NE: case OP_ALL_NE: return c != 0;
    case OP_GT: return c > 0;
    case OP_LT: return c < 0;
    case OP_GE: return c >= 0;
    default: return c <= 0;
    }
}

static bool compare(wt_filter *f, const node *n, const wt_tape *t) {
    bool all = n->op == OP_ALL_EQ || n->op == OP_ALL_NE, some = false;
    cursor ca = {0};
    val a, b;
    while (next(f, &f->operands[n->a], t, &ca, &a, 0)) {
        cursor cb = {0};
        while (next(f, &f->operands[n->b], t, &cb, &b, 1)) {
            some = true;
            if (holds(n->op, &a, &b) != all)
                return !all;
        }
    }
    return all && some;
}

static bool matches(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c = {0};
    val v;
    while (next(f, &f->operands[n->a], t, &c, &v, 0)) {
        if (!bytes_like(&v))
            continue;
        int got = pcre2_match(n->pattern, v.p, v.n, 0, 0, f->match, f->limits);
        if (got >= 0)
            return true;
        if (got != PCRE2_ERROR_NOMATCH)
            f->given_up++;
    }
    return false;
}

static bool in_set(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c = {0};
    val v;
    while (next(f, &f->operands[n->a], t, &c, &v, 0))
        for (uint32_t i = 0; i < n->count; i++) {
            const val *lo = &f->operands[n->b + 2 * i].value, *hi = &f->operands[n->b + 2 * i + 1].value;
            int low, high;
            if (order(&v, lo, &low) && order(&v, hi, &high) && low >= 0 && high <= 0)
                return true;
        }
    return false;
}

static bool nonzero(wt_filter *f, const node *n, const wt_tape *t) {
    cursor c = {0};
    val v;
    while (next(f, &f->operands[n->a], t, &c, &v, 0))
        if (v.u)
            return true;
    return false;
}

static bool run(wt_filter *f, uint16_t at, const wt_tape *t) {
    const node *n = &f->nodes[at];
    cursor c = {0};
    val v;
    switch (n->op) {
    case OP_AND: return run(f, n->a, t) && run(f, n->b, t);
    case OP_OR: return run(f, n->a, t) || run(f, n->b, t);
    case OP_XOR: return run(f, n->a, t) != run(f, n->b, t);
    case OP_NOT: return !run(f, n->a, t);
    case OP_PRESENT: return next(f, &f->operands[n->a], t, &c, &v, 0);
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
