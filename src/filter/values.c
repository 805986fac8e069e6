/* values.c - the values that an operand has in a frame. */
#include "filter/values.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "core/text.h"

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

/* ---- from the tape ---------------------------------------------------------------------- */

/* What len() says of a field of this row. */
static uint32_t size_of(const wt_field *f, const val *v) {
    bool time = f->type == WT_ABSTIME || f->type == WT_RELTIME;
    return v->p                         ? v->n
           : time || f->base == WT_FLAG ? 0
           : f->type == WT_DOUBLE       ? 8
                                        : wt_type_size((enum wt_type)f->type);
}

static void of_item(const wt_item *i, val *v) {
    const wt_field *f = wt_field_get(i->field);
    enum kind kind = kind_of_row(f);
    *v = (val){.kind = (uint8_t)kind, .row = f};
    if (i->flags & WT_I_POINTER) {
        v->p = i->v.p;
        v->n = i->vlen;
        v->oid = f->type == WT_OID;
        if (kind == K_IPV4 && v->n == 4)
            v->u = (uint64_t)v->p[0] << 24 | (uint64_t)v->p[1] << 16 | (uint64_t)v->p[2] << 8 | v->p[3];
        v->prefix = kind == K_IPV4 ? 32 : 128;
        if (kind == K_NUMBER || kind == K_SIGNED || kind == K_TIME)
            v->kind = K_BYTES;
        return;
    }
    v->u = i->v.u;                         /* of a decimal number: the same bits */
    v->prefix = 32;
    if (kind == K_BYTES || kind == K_TEXT || kind == K_IPV6)
        v->p = (const uint8_t *)"";
}

/* A protocol's bytes: from its beginning to the end of the source that it is in. */
static val of_layer(const wt_tape *t, const wt_layer *l) {
    const wt_source *s = &t->sources[l->source];
    val v = {.kind = K_PROTOCOL, .p = (const uint8_t *)"", .u = l->length};
    if (l->offset < s->length) {
        v.p = s->data + l->offset;
        v.n = s->length - l->offset;
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

/* Is this layer one of those behind the operand's #?  The first of its protocol in a frame is 1, the last one -1. */
static bool in_layer(const wt_filter *f, const operand *o, const wt_tape *t, uint32_t layer) {
    int32_t number = 0, count = 0;
    for (uint32_t l = 0; l < t->layer_count; l++)
        if (t->layers[l].proto == t->layers[layer].proto) {
            count++;
            number += l <= layer;
        }
    for (uint32_t i = 0; i < o->layers; i++) {
        const slice *s = &f->slices[o->first_layer + i];
        int32_t from = s->from < 0 ? s->from + count + 1 : s->from;
        int32_t to = s->open ? INT32_MAX : s->is_length ? from + s->to - 1 : s->to - 1;
        if (number >= from && number <= to)
            return true;
    }
    return false;
}

static bool is_row(const wt_filter *f, const operand *o, wt_fid fid) {
    for (uint32_t r = 0; r < o->rows; r++)
        if (f->rows[o->first_row + r] == fid)
            return true;
    return false;
}

static bool layer_next(const wt_filter *f, const operand *o, const wt_tape *t, uint32_t *at, val *v) {
    for (; *at < t->layer_count; ++*at)
        if (t->layers[*at].proto == WT_FID_PROTO_OF(f->rows[o->first_row]) && (!o->layers || in_layer(f, o, t, *at))) {
            *v = of_layer(t, &t->layers[(*at)++]);
            return true;
        }
    return false;
}

/* Most operands are fields of one row or two (ip.addr), and most items are not theirs. */
static bool field_next(const wt_filter *f, const operand *o, const wt_tape *t, uint32_t *at, val *v) {
    const wt_fid *rows = &f->rows[o->first_row];
    const wt_fid one = rows[0], two = rows[o->rows > 1];
    const wt_item *items = t->items;
    uint32_t i = *at, count = t->item_count;
    if (WT_FID_IS_PROTO(one))
        return layer_next(f, o, t, at, v);
    for (; i < count; i++) {
        wt_fid fid = items[i].field;
        if ((fid == one || fid == two || (o->rows > 2 && is_row(f, o, fid))) &&
            (!o->layers || in_layer(f, o, t, items[i].layer))) {
            *at = i + 1;
            of_item(&items[i], v);
            return true;
        }
    }
    *at = count;
    return false;
}

/* ---- comparing -------------------------------------------------------------------------- */

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

bool wt_values_order(const val *a, const val *b, int *c) {
    if (a->kind == K_IPV4 && b->kind == K_IPV4) {
        unsigned bits = a->prefix < b->prefix ? a->prefix : b->prefix;
        uint64_t x = bits ? a->u >> (32 - bits) : 0, y = bits ? b->u >> (32 - bits) : 0;
        *c = x < y ? -1 : x > y;
    } else if (a->kind == K_IPV6 && b->kind == K_IPV6) {
        *c = order_prefix(a, b);
    } else if (wt_bytes_like(a) && wt_bytes_like(b)) {
        *c = order_bytes(a, b);
    } else if (a->kind == K_DOUBLE || b->kind == K_DOUBLE) {
        double x = a->kind == K_DOUBLE ? a->d : (double)a->u, y = b->kind == K_DOUBLE ? b->d : (double)b->u;
        *c = x < y ? -1 : x > y;
    } else if (a->kind == K_NUMBER && (b->kind == K_NUMBER || b->kind == K_SIGNED)) {
        /* beside what is never negative, a negative number is beyond all, as Wireshark has it */
        *c = a->u < b->u ? -1 : a->u > b->u;
    } else if (a->kind == K_SIGNED || b->kind == K_SIGNED || a->kind == K_TIME || b->kind == K_TIME) {
        int64_t x = (int64_t)a->u, y = (int64_t)b->u;
        *c = x < y ? -1 : x > y;
    } else {
        return false;
    }
    return true;
}

/* ---- room ------------------------------------------------------------------------------- */

/* What there is no room for is left out, and counted. */
static void push(wt_filter *f, const val *v) {
    if (f->values_used < MAX_VALUES)
        f->values[f->values_used++] = *v;
    else
        f->given_up++;
}

static uint8_t *room(wt_filter *f, uint32_t n) {
    if (n > MAX_BYTES - f->bytes_used) {
        f->given_up++;
        return NULL;
    }
    uint8_t *p = f->bytes + f->bytes_used;
    f->bytes_used += n;
    return p;
}

/* ---- slices ----------------------------------------------------------------------------- */

static bool in_bytes(val *v, uint8_t small[4]) {
    if (v->kind == K_IPV4 && !v->p) {
        for (unsigned i = 0; i < 4; i++)
            small[i] = (uint8_t)(v->u >> (24 - 8 * i));
        v->p = small;
        v->n = 4;
    }
    return v->p != NULL;
}

static bool cut(wt_filter *f, const operand *o, val *v) {
    uint8_t small[4];
    uint32_t before = f->bytes_used;
    val made = {.kind = K_BYTES, .p = f->bytes + before};
    if (!in_bytes(v, small))
        return false;
    for (uint32_t i = 0; i < o->slices; i++) {
        const slice *s = &f->slices[o->first_slice + i];
        int64_t n = v->n, from = s->from < 0 ? n + s->from : s->from;
        int64_t to = s->open ? n : s->is_length ? from + s->to : s->to < 0 ? n + s->to + 1 : s->to;
        uint8_t *p = from < 0 || from >= n || to > n || to <= from ? NULL : room(f, (uint32_t)(to - from));
        if (!p) {
            f->bytes_used = before;
            return false;
        }
        memcpy(p, v->p + from, (size_t)(to - from));
    }
    made.n = f->bytes_used - before;
    *v = made;
    return true;
}

/* ---- functions -------------------------------------------------------------------------- */

static bool change_case(wt_filter *f, uint8_t function, val *v) {
    uint8_t *p = v->p ? room(f, v->n) : NULL;
    for (uint32_t i = 0; p && i < v->n; i++)
        p[i] = (uint8_t)(function == FN_UPPER ? toupper(v->p[i]) : tolower(v->p[i]));
    v->p = p;
    return p != NULL;
}

static void put_guid(wt_text *t, const uint8_t *p) {
    static const uint8_t groups[] = {4, 2, 2, 2, 6};
    for (unsigned g = 0; g < 5; p += groups[g++]) {
        if (g)
            wt_put_c(t, '-');
        wt_put_hex(t, p, groups[g]);
    }
}

/* Numbers in decimal, addresses as they are written. */
static bool in_text(wt_filter *f, val *v) {
    uint8_t *p = room(f, WT_OID_TEXT);
    uint8_t small[4];
    wt_text t = {(char *)p, 0, WT_OID_TEXT, false};
    if (!p)
        return false;
    if (v->oid)
        t.len = wt_oid_text(v->p, v->n, t.p, WT_OID_TEXT);
    else if (v->kind == K_IPV4 && in_bytes(v, small))
        wt_put_ipv4(&t, v->p);
    else if (v->kind == K_IPV6 && v->n == 16)
        wt_put_ipv6(&t, v->p);
    else if (v->kind == K_BYTES && v->row && v->row->type == WT_GUID && v->n == 16)
        put_guid(&t, v->p);
    else if (v->kind == K_BYTES)
        wt_put_ether(&t, v->p, v->n < 64 ? v->n : 64);
    else if (v->kind == K_SIGNED)
        wt_put_i(&t, (int64_t)v->u);
    else if (v->kind == K_DOUBLE)
        t.len = (uint32_t)snprintf(t.p, t.cap, "%g", v->d);
    else
        wt_put_u(&t, v->u);
    *v = (val){.kind = K_TEXT, .p = p, .n = t.len};
    return true;
}

static bool absolute(val *v) {
    int64_t i = (int64_t)v->u;
    if (v->kind == K_DOUBLE)
        v->d = fabs(v->d);
    else if (v->kind != K_NUMBER && i < 0)
        v->u = 0 - v->u;
    return true;
}

static bool apply(wt_filter *f, const operand *o, val *v) {
    uint8_t small[4];
    switch (o->function) {
    case FN_LEN:
        *v = (val){.kind = K_NUMBER,
                   .u = v->kind == K_PROTOCOL ? v->u : in_bytes(v, small) ? v->n : v->row ? size_of(v->row, v) : 0};
        return true;
    case FN_STRING: return in_text(f, v);
    case FN_ABS: return absolute(v);
    default: return change_case(f, o->function, v);
    }
}

static void list(wt_filter *f, uint16_t number, const wt_tape *t);

/* The largest or smallest of all values of all arguments. */
static void extreme(wt_filter *f, const operand *o, const wt_tape *t) {
    uint32_t before = f->values_used, best = before;
    int c;
    for (uint16_t i = 0; i < o->args; i++)
        list(f, f->args[o->first_arg + i], t);
    for (uint32_t k = before + 1; k < f->values_used; k++)
        if (wt_values_order(&f->values[k], &f->values[best], &c) && (o->function == FN_MAX ? c > 0 : c < 0))
            best = k;
    if (f->values_used > before) {
        f->values[before] = f->values[best];
        f->values_used = before + 1;
    }
}

/* How many values there are; of none, there is no count either. */
static void count(wt_filter *f, const operand *o, const wt_tape *t) {
    const operand *of = &f->operands[f->args[o->first_arg]];
    val v, n = {.kind = K_NUMBER};
    for (uint32_t at = 0; field_next(f, of, t, &at, &v);)
        n.u++;
    if (n.u)
        push(f, &n);
}

/* ---- arithmetic ------------------------------------------------------------------------- */

static bool both_bytes(wt_filter *f, const val *a, const val *b, val *v) {
    uint32_t n = a->n < b->n ? a->n : b->n;
    uint8_t *p = room(f, n);
    for (uint32_t i = 0; p && i < n; i++)
        p[i] = a->p[i] & b->p[i];
    *v = (val){.kind = a->kind, .prefix = a->prefix, .p = p, .n = n};
    return p != NULL;
}

static bool decimal(char sign, double a, double b, double *v) {
    switch (sign) {
    case '+': *v = a + b; return true;
    case '-': *v = a - b; return true;
    case '*': *v = a * b; return true;
    case '/': *v = b != 0 ? a / b : 0; return b != 0;
    default: *v = b != 0 ? fmod(a, b) : 0; return b != 0;
    }
}

/* False where there is no result: divided by nothing, or too large. */
static bool whole(char sign, int64_t a, int64_t b, int64_t *v) {
    bool divides = b != 0 && !(a == INT64_MIN && b == -1);
    switch (sign) {
    case '+': return !__builtin_add_overflow(a, b, v);
    case '-': return !__builtin_sub_overflow(a, b, v);
    case '*': return !__builtin_mul_overflow(a, b, v);
    case '/': *v = divides ? a / b : 0; return divides;
    default: *v = divides ? a % b : 0; return divides;
    }
}

static bool reckon(wt_filter *f, const operand *o, const val *a, const val *b, val *v) {
    char sign = (char)o->function;
    int64_t result;
    if (wt_bytes_like(a) || wt_bytes_like(b))
        return sign == '&' && wt_bytes_like(a) && wt_bytes_like(b) && both_bytes(f, a, b, v);
    *v = (val){.kind = o->kind, .prefix = 32, .u = a->u & b->u};
    if (sign == '&')
        return a->kind != K_DOUBLE && b->kind != K_DOUBLE;
    if (o->kind == K_DOUBLE)
        return decimal(sign, a->d, b->d, &v->d);
    if (!whole(sign, (int64_t)a->u, (int64_t)b->u, &result))
        return false;
    v->u = (uint64_t)result;
    return true;
}

/* Each value of one side with each of the other; where that is a constant, in place. */
static void arithmetic(wt_filter *f, const operand *o, const wt_tape *t) {
    uint32_t first = f->values_used, second, end;
    val v;
    list(f, o->a, t);
    if (f->operands[o->b].what == O_LITERAL) {
        for (uint32_t i = second = first; i < f->values_used; i++)
            if (reckon(f, o, &f->values[i], &f->operands[o->b].value, &v))
                f->values[second++] = v;
        f->values_used = second;
        return;
    }
    second = f->values_used;
    list(f, o->b, t);
    end = f->values_used;
    for (uint32_t i = first; i < second; i++)
        for (uint32_t k = second; k < end; k++)
            if (reckon(f, o, &f->values[i], &f->values[k], &v))
                push(f, &v);
    uint32_t made = f->values_used - end;
    memmove(f->values + first, f->values + end, made * sizeof *f->values);
    f->values_used = first + made;
}

/* ---- lists ------------------------------------------------------------------------------ */

/* A field's or constant's values, as they are. */
static void list_plain(wt_filter *f, const operand *o, const wt_tape *t) {
    uint32_t at = 0;
    if (o->what == O_LITERAL) {
        push(f, &o->value);
        return;
    }
    while (f->values_used < MAX_VALUES && field_next(f, o, t, &at, &f->values[f->values_used]))
        f->values_used++;
    f->given_up += f->values_used == MAX_VALUES && field_next(f, o, t, &at, &(val){.kind = K_NONE});
}

/* Each value of `from` changed by the operand; what can't be is left out. */
static void list_changed(wt_filter *f, const operand *o, uint16_t from, const wt_tape *t) {
    uint32_t first = f->values_used, kept = first;
    list(f, from, t);
    for (uint32_t i = first; i < f->values_used; i++) {
        val v = f->values[i];
        bool good = true;
        if (o->what == O_SLICE) {
            good = cut(f, o, &v);
        } else if (o->what == O_NEGATIVE) {
            if (v.kind == K_DOUBLE)
                v.d = -v.d;
            else
                v.u = 0 - v.u;
            v.kind = v.kind == K_NUMBER ? K_SIGNED : v.kind;
        } else {
            good = apply(f, o, &v);
        }
        if (good)
            f->values[kept++] = v;
    }
    f->values_used = kept;
}

/* The operand's values, behind those that are there. */
static void list(wt_filter *f, uint16_t number, const wt_tape *t) {
    const operand *o = &f->operands[number];
    switch (o->what) {
    case O_LITERAL: case O_FIELD: list_plain(f, o, t); break;
    case O_ARITHMETIC: arithmetic(f, o, t); break;
    case O_SLICE: case O_NEGATIVE: list_changed(f, o, o->a, t); break;
    default:
        if (o->function == FN_COUNT)
            count(f, o, t);
        else if (o->function == FN_MAX || o->function == FN_MIN)
            extreme(f, o, t);
        else
            list_changed(f, o, f->args[o->first_arg], t);
        break;
    }
}

void wt_values_begin(wt_filter *f, uint16_t number, const wt_tape *t, cursor *c, unsigned which) {
    *c = (cursor){.o = &f->operands[number], .scratch = f->scratch[which]};
    if (c->o->what <= O_FIELD)
        return;
    uint32_t first = f->values_used;
    list(f, number, t);
    c->list = f->values + first;
    c->count = f->values_used - first;
}

bool wt_values_next(const wt_filter *f, const wt_tape *t, cursor *c, val *v) {
    if (c->list) {
        if (c->at < c->count)
            *v = c->list[c->at];
        return c->at++ < c->count;
    }
    if (c->o->what == O_LITERAL) {
        *v = c->o->value;
        return c->at++ == 0;
    }
    if (!field_next(f, c->o, t, &c->at, v))
        return false;
    oid_in_text(v, c->scratch);
    return true;
}
