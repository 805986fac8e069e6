/* operand.c - the sides of a test, from their text.  Precedence: sign, * / %, + -, &. */
#include "filter/operand.h"

#include <stdio.h>
#include <stdlib.h>

#include "filter/literal.h"

/* ---- building --------------------------------------------------------------------------- */

operand *wt_operand_add(parser *p, uint16_t *number) {
    if (p->f->operand_count == MAX_OPERANDS) {
        wt_lex_fail(p, p->token, 1, NULL, "the filter has more than %d values", MAX_OPERANDS);
        *number = 0;
        return &p->f->operands[0];
    }
    *number = (uint16_t)p->f->operand_count;
    operand *o = &p->f->operands[p->f->operand_count++];
    *o = (operand){.kind = K_NONE, .at = (uint32_t)(p->token - p->text), .wide = (uint32_t)(p->at - p->token)};
    return o;
}

void wt_operand_arg(parser *p, uint16_t number) {
    if (p->f->arg_count == sizeof p->f->args / sizeof *p->f->args)
        wt_lex_fail(p, p->token, 1, NULL, "the filter has too many values");
    else
        p->f->args[p->f->arg_count++] = number;
}

static void fail_operand(parser *p, uint16_t number, const char *hint, const char *what) {
    const operand *o = &p->f->operands[number];
    wt_lex_fail(p, p->text + o->at, o->wide, hint, "%s", what);
}

static void add_row(parser *p, operand *o, wt_fid fid) {
    if (p->f->row_count == MAX_ROWS) {
        wt_lex_fail(p, p->token, 1, NULL, "the filter names more than %d fields", MAX_ROWS);
        return;
    }
    p->f->rows[p->f->row_count++] = fid;
    o->rows++;
}

static void add_rows(parser *p, operand *o, wt_fid fid, const char *name) {
    const wt_field *f = wt_field_get(fid);
    o->what = O_FIELD;
    o->first_row = (uint16_t)p->f->row_count;
    o->kind = K_PROTOCOL;
    if (WT_FID_IS_PROTO(fid)) {
        add_row(p, o, fid);
        return;
    }
    o->field = f;
    o->kind = (uint8_t)kind_of_row(f);
    for (; fid != WT_FID_NONE && !p->failed; fid = wt_field_find_next(name, fid)) {
        const wt_field *row = wt_field_get(fid);
        if (!(row->flags & WT_ALIAS)) {
            add_row(p, o, fid);
            continue;
        }
        const wt_protocol_info *info = wt_protocol_get(WT_FID_PROTO_OF(fid));
        for (uint32_t a = 0; a < info->alias_count; a++)
            for (unsigned m = 0; info->aliases[a].field == fid && m < 4; m++)
                if (info->aliases[a].members[m] != WT_FID_NONE)
                    add_row(p, o, info->aliases[a].members[m]);
    }
}

/* ---- slices: [0:4], [1-3], [-2:], [2], [0,3-4]; and the same behind # ---------------------- */

static bool slice_number(parser *p, int32_t *v) {
    char *end;
    long n = strtol(p->at, &end, 0);
    if (end == p->at || n < -65536 || n > 65536)
        return false;
    p->at = end;
    *v = (int32_t)n;
    return true;
}

static void one_slice(parser *p, uint16_t *count) {
    slice s = {0};
    bool has = slice_number(p, &s.from);
    if (*p->at == ':') {
        p->at++;
        s.is_length = true;
        if (!slice_number(p, &s.to))
            s.open = true;
        if (!has && s.open)
            wt_lex_fail(p, p->at, 1, "[0:4] is 4 bytes from the first on.", "this slice has no numbers");
    } else if (*p->at == '-' && has) {
        p->at++;
        if (!slice_number(p, &s.to))
            wt_lex_fail(p, p->at, 1, "[1-3] is bytes 1 to 3.", "this slice does not end");
        s.to += s.to >= 0;
    } else if (has) {
        s.is_length = true;
        s.to = 1;
    } else {
        wt_lex_fail(p, p->at, 1, "[0:4], [1-3], [2] and [4:] are slices.", "this is no slice");
    }
    if (p->f->slice_count == MAX_SLICES)
        wt_lex_fail(p, p->at, 1, NULL, "more than %d slices", MAX_SLICES);
    if (p->failed)
        return;
    p->f->slices[p->f->slice_count++] = s;
    ++*count;
}

/* What stands in brackets. */
static void ranges(parser *p, uint16_t *first, uint16_t *count) {
    const char *from = p->at;
    *first = (uint16_t)p->f->slice_count;
    do {
        p->at++;
        one_slice(p, count);
    } while (*p->at == ',' && !p->failed);
    if (*p->at != ']')
        wt_lex_fail(p, from, (size_t)(p->at - from) + 1, NULL, "the slice does not end with ]");
    else
        p->at++;
}

static void skip_blanks(parser *p) { p->at += strspn(p->at, " \t\r\n"); }

/* ip.src#2, ip.src#[1-2] */
static void layers(parser *p, operand *o) {
    skip_blanks(p);
    if (*p->at != '#')
        return;
    const char *from = p->at++;
    if (*p->at == '[') {
        ranges(p, &o->first_layer, &o->layers);
        return;
    }
    o->first_layer = (uint16_t)p->f->slice_count;
    if (*p->at < '0' || *p->at > '9')
        wt_lex_fail(p, from, 1, "ip.src#2 is that of the second ip in a frame, ip.src#[-1] of the last.",
                    "a number is missing behind #");
    else
        one_slice(p, &o->layers);
}

/* `*number` becomes bytes of itself, if a slice follows. */
static void slices(parser *p, uint16_t *number) {
    const char *from = p->at;
    uint16_t whole = *number;
    skip_blanks(p);
    if (*p->at != '[' || p->failed)
        return;
    uint8_t kind = p->f->operands[whole].kind;
    operand *o = wt_operand_add(p, number);
    o->what = O_SLICE;
    o->a = whole;
    o->kind = K_BYTES;
    ranges(p, &o->first_slice, &o->slices);
    o->wide = (uint32_t)(p->at - p->text) - o->at;
    if (kind == K_NUMBER || kind == K_SIGNED || kind == K_TIME || kind == K_DOUBLE)
        wt_lex_fail(p, from, (size_t)(p->at - from), "Bits of a number: tcp.flags & 0x02", "a number has no slices");
}

/* ---- fields, constants, functions ------------------------------------------------------- */

const char *wt_kind_name(enum kind k) {
    static const char *const names[] = {"a number", "a number", "bytes", "text", "an IPv4 address", "an IPv6 address",
                                        "a time", "a decimal number", "no value", "a protocol"};
    return names[k];
}

static void field_operand(parser *p, uint16_t *number) {
    operand *o = wt_operand_add(p, number);
    add_rows(p, o, wt_field_find(p->word), p->word);
    layers(p, o);
    slices(p, number);
    wt_lex_next(p);
}

/* `minus`: a sign stood before it. */
static void literal_operand(parser *p, uint16_t *number, bool minus) {
    operand *o = wt_operand_add(p, number);
    *o = (operand){.what = O_LITERAL, .kind = K_NONE, .constant = true, .quoted = p->kind == T_STRING,
                   .is_char = p->kind == T_CHAR, .text = p->f->text_used, .length = (uint32_t)p->length + minus,
                   .at = o->at, .wide = o->wide};
    if (o->length + 1 > MAX_TEXT - p->f->text_used) {
        wt_lex_fail(p, p->token, 1, NULL, "the filter's texts are too long");
        return;
    }
    p->f->text[o->text] = '-';
    memcpy(p->f->text + o->text + minus, p->word, p->length);
    p->f->text[o->text + o->length] = 0;
    p->f->text_used += o->length + 1;
    wt_lex_next(p);
}

static const struct {
    const char *name;
    uint8_t function, most;
} functions[] = {{"len", FN_LEN, 1},       {"count", FN_COUNT, 1}, {"upper", FN_UPPER, 1}, {"lower", FN_LOWER, 1},
                 {"string", FN_STRING, 1}, {"max", FN_MAX, 32},    {"min", FN_MIN, 32},    {"abs", FN_ABS, 1}};

static const char *const function_hint = "There are len, count, upper, lower, string, max, min and abs.";

static bool has_text(const operand *o) {
    if (o->what != O_FIELD || !o->field)
        return false;
    bool number =
        o->kind == K_NUMBER || o->kind == K_SIGNED || o->kind == K_DOUBLE || o->kind == K_IPV4 || o->kind == K_IPV6;
    uint8_t type = o->field->type;
    return (number && o->field->base != WT_FLAG) || type == WT_ETHER || type == WT_EUI64 || type == WT_GUID ||
           type == WT_OID;
}

/* Arguments of max and min that have no kind yet take that of the others. */
static void same_kinds(parser *p, const operand *o) {
    const uint16_t *args = p->f->args + o->first_arg;
    const operand *of = NULL;
    for (uint16_t i = 0; i < o->args && !of; i++)
        of = p->f->operands[args[i]].constant ? NULL : &p->f->operands[args[i]];
    if (!of) {
        fail_operand(p, args[0], NULL, "one of the values must be a field");
        return;
    }
    for (uint16_t i = 0; i < o->args && !p->failed; i++) {
        operand *arg = &p->f->operands[args[i]];
        bool both = (arg->kind <= K_SIGNED && of->kind <= K_SIGNED) || arg->kind == of->kind;
        if (arg->constant)
            wt_operand_resolve(p, args[i], of, OP_EQ);
        else if (!both || arg->kind == K_NONE || arg->kind == K_PROTOCOL)
            fail_operand(p, args[i], NULL, "all values of max and min must be of one kind");
    }
}

/* What the function makes of its arguments. */
static void check_function(parser *p, operand *o) {
    uint16_t first = p->f->args[o->first_arg];
    const operand *arg = &p->f->operands[first];
    bool field = arg->what == O_FIELD;
    switch (o->function) {
    case FN_LEN: case FN_COUNT:
        o->kind = K_NUMBER;
        if (!field)
            fail_operand(p, first, NULL, "len and count are of a field or a protocol");
        break;
    case FN_UPPER: case FN_LOWER:
        o->kind = K_TEXT;
        if (!field || arg->kind != K_TEXT)
            fail_operand(p, first, "string() makes text of a number.", "upper and lower are for fields of text");
        break;
    case FN_STRING:
        o->kind = K_TEXT;
        if (!has_text(arg))
            fail_operand(p, first, NULL, "string is for fields that are numbers or addresses");
        break;
    case FN_ABS:
        o->kind = arg->kind;
        if (arg->constant ||
            (arg->kind != K_NUMBER && arg->kind != K_SIGNED && arg->kind != K_DOUBLE && arg->kind != K_TIME))
            fail_operand(p, first, NULL, "abs is for numbers and times");
        break;
    default:
        same_kinds(p, o);
        o->kind = p->failed ? K_NONE : arg->kind;
        break;
    }
}

static void function_operand(parser *p, uint16_t *number) {
    uint16_t args[32], n = 0;
    unsigned k = 0;
    operand *o = wt_operand_add(p, number);
    while (k < sizeof functions / sizeof *functions && strcmp(functions[k].name, p->word) != 0)
        k++;
    if (k == sizeof functions / sizeof *functions) {
        wt_lex_fail(p, p->token, p->length, function_hint, "there is no function %.60s", p->word);
        return;
    }
    wt_lex_next(p);
    do {
        wt_lex_next(p);
        if (n == functions[k].most)
            wt_lex_fail(p, p->token, 1, NULL, "%s takes no more than %u values", functions[k].name, functions[k].most);
        else if (p->kind == T_RPAREN)
            wt_lex_fail(p, p->token, 1, "for example len(tcp.payload) > 100", "%s wants a field", functions[k].name);
        else
            wt_operand(p, &args[n++]);
    } while (p->kind == T_COMMA && !p->failed);
    if (p->kind != T_RPAREN)
        wt_lex_fail(p, p->token, 1, NULL, "a ) is missing here");
    if (p->failed)
        return;
    o->what = O_FUNCTION;
    o->function = functions[k].function;
    o->first_arg = (uint16_t)p->f->arg_count;
    o->args = n;
    for (uint16_t i = 0; i < n; i++)
        wt_operand_arg(p, args[i]);
    o->wide = (uint32_t)(p->at - p->text) - o->at;
    if (!p->failed)
        check_function(p, o);
    slices(p, number);
    wt_lex_next(p);
}

static bool is_call(const parser *p) { return p->at[strspn(p->at, " \t\r\n")] == '(' && p->kind == T_WORD; }

static void entity(parser *p, uint16_t *number, bool minus) {
    if (p->kind == T_STRING || p->kind == T_CHAR)
        literal_operand(p, number, false);
    else if (p->kind != T_WORD)
        wt_lex_fail(p, p->token, p->length, NULL,
                    p->kind == T_END ? "the filter ends where a field or a value is expected"
                                     : "a field or a value is expected here");
    else if (wt_field_find(p->word) != WT_FID_NONE)
        field_operand(p, number);
    else if (is_call(p))
        function_operand(p, number);
    else
        literal_operand(p, number, minus);
}

/* ---- arithmetic ------------------------------------------------------------------------- */

static bool adds_up(const operand *o) {
    bool flag = o->field && o->field->base == WT_FLAG;
    return ((o->kind == K_NUMBER || o->kind == K_SIGNED) && !flag) || o->kind == K_DOUBLE;
}

/* Can this be one of the sides of that sign? */
static bool suits(const operand *o, char sign) {
    bool duration = o->kind == K_TIME && !(o->field && o->field->type == WT_ABSTIME);
    if (sign == '&')
        return o->kind == K_NUMBER || o->kind == K_SIGNED || o->kind == K_BYTES || o->kind == K_IPV4 ||
               o->kind == K_IPV6;
    return adds_up(o) || (duration && (sign == '+' || sign == '-'));
}

static void unsuitable(parser *p, uint16_t number, char sign) {
    const operand *o = &p->f->operands[number];
    wt_lex_fail(p, p->text + o->at, o->wide,
                sign == '&' ? "for example tcp.flags & 0x02, eth.dst[0] & 1"
                            : "+ and - are for numbers and durations, * / % for numbers",
                "%c can't be used with %s", sign,
                o->kind == K_TIME                       ? "a date"
                : o->field && o->field->base == WT_FLAG ? "a yes or no"
                                                        : wt_kind_name((enum kind)o->kind));
}

/* Both sides become of one kind; of two constants nothing is known yet. */
static void arithmetic_kinds(parser *p, operand *o) {
    operand *x = &p->f->operands[o->a], *y = &p->f->operands[o->b];
    char sign = (char)o->function;
    o->constant = x->constant && y->constant;
    if (o->constant)
        return;
    if (!x->constant && !suits(x, sign))
        unsuitable(p, o->a, sign);
    else if (!y->constant && !suits(y, sign))
        unsuitable(p, o->b, sign);
    else if (x->constant || y->constant)
        wt_operand_resolve(p, x->constant ? o->a : o->b, x->constant ? y : x, OP_LT);
    bool numbers = x->kind <= K_SIGNED && y->kind <= K_SIGNED;
    if (!p->failed && !numbers && x->kind != y->kind)
        wt_lex_fail(p, p->text + o->at, o->wide, NULL, "%s and %s can't be reckoned with together",
                    wt_kind_name((enum kind)x->kind), wt_kind_name((enum kind)y->kind));
    o->kind = numbers && sign != '&' ? K_SIGNED : x->kind;
}

static void signs(parser *p, uint16_t *number, unsigned level);

static void braces(parser *p, uint16_t *number) {
    const char *from = p->token;
    wt_lex_next(p);
    wt_operand(p, number);
    if (p->kind != T_RBRACE)
        wt_lex_fail(p, from, 1, NULL, "this { is never closed");
    else
        wt_lex_next(p);
}

static void unary(parser *p, uint16_t *number) {
    bool minus = p->kind == T_SIGN && p->op == '-', plus = p->kind == T_SIGN && p->op == '+';
    if (p->kind == T_LBRACE) {
        braces(p, number);
        return;
    }
    if (!minus && !plus) {
        entity(p, number, false);
        return;
    }
    const char *from = p->token;
    wt_lex_next(p);
    if (p->kind == T_WORD && !is_call(p) && wt_field_find(p->word) == WT_FID_NONE) {
        literal_operand(p, number, minus);
        return;
    }
    uint16_t of;
    if (++p->depth > MAX_DEPTH) {
        wt_lex_fail(p, from, 1, NULL, "more than %d parts inside one another", MAX_DEPTH);
        return;
    }
    unary(p, &of);
    p->depth--;
    if (p->failed)
        return;
    if (!suits(&p->f->operands[of], '-') && !p->f->operands[of].constant)
        unsuitable(p, of, '-');
    *number = of;
    if (plus)
        return;
    operand *o = wt_operand_add(p, number);
    const operand *x = &p->f->operands[of];
    *o = (operand){.what = O_NEGATIVE, .a = of, .at = (uint32_t)(from - p->text), .wide = 1, .constant = x->constant,
                   .kind = x->kind == K_NUMBER ? K_SIGNED : x->kind};
}

/* Level 0: &.  1: + and -.  2: * / %. */
static void signs(parser *p, uint16_t *number, unsigned level) {
    static const char *const at_level[] = {"&", "+-", "*/%"};
    if (level == 3) {
        unary(p, number);
        return;
    }
    signs(p, number, level + 1);
    while (p->kind == T_SIGN && strchr(at_level[level], p->op) && !p->failed) {
        uint16_t a = *number, b = 0;
        uint8_t sign = p->op;
        wt_lex_next(p);
        signs(p, &b, level + 1);
        if (p->failed)
            return;
        operand *o = wt_operand_add(p, number);
        uint32_t at = p->f->operands[a].at;
        *o = (operand){.what = O_ARITHMETIC, .function = sign, .a = a, .b = b, .at = at, .kind = K_NONE,
                       .wide = p->f->operands[b].at + p->f->operands[b].wide - at};
        if (!p->failed)
            arithmetic_kinds(p, o);
    }
}

bool wt_operand(parser *p, uint16_t *number) {
    *number = 0;
    if (++p->depth > MAX_DEPTH)
        wt_lex_fail(p, p->token, 1, NULL, "more than %d parts inside one another", MAX_DEPTH);
    else
        signs(p, number, 0);
    p->depth--;
    return !p->failed;
}

bool wt_operand_entity(parser *p, uint16_t *number) {
    bool minus = p->kind == T_SIGN && p->op == '-';
    *number = 0;
    if (minus)
        wt_lex_next(p);
    entity(p, number, minus);
    return !p->failed;
}

/* ---- constants beside fields ------------------------------------------------------------ */

void wt_operand_unknown(parser *p, uint16_t number) {
    const operand *o = &p->f->operands[number];
    const char *text = (const char *)p->f->text + o->text;
    char hint[200];
    if (o->what != O_LITERAL) {
        fail_operand(p, number, NULL, "a test needs a field");
        return;
    }
    wt_near(text, hint, sizeof hint);
    wt_lex_fail(p, p->text + o->at, o->wide, hint, "there is no field %.80s", text);
}

/* The largest number that a row of this name can have. */
static uint64_t largest(const parser *p, const operand *field) {
    uint64_t most = 0;
    for (uint16_t i = 0; i < field->rows; i++) {
        const wt_field *row = wt_field_get(p->f->rows[field->first_row + i]);
        uint32_t size = row ? wt_type_size((enum wt_type)row->type) : 0;
        uint64_t top = !size || size >= 8 || row->base == WT_FLAG ? UINT64_MAX : ((uint64_t)1 << size * 8) - 1;
        most = top > most ? top : most;
    }
    return most;
}

/* Can the field have such a value at all? */
static void check_range(parser *p, const operand *o, const operand *other, val *v, uint8_t op) {
    const wt_field *field = other->field;
    bool negative = o->length && p->f->text[o->text] == '-' && v->kind == K_NUMBER;
    if (!field || other->what != O_FIELD)
        return;
    bool whole_address = field->type == WT_ETHER || field->type == WT_EUI64 || field->type == WT_GUID;
    if (field->base == WT_FLAG && v->kind == K_NUMBER)
        v->u = v->u != 0;
    else if (negative)
        v->kind = K_SIGNED;
    else if (v->kind == K_NUMBER && v->u > largest(p, other))
        wt_lex_fail(p, p->text + o->at, o->wide, NULL, "%.60s is a number of 0 to %llu", field->name,
                    (unsigned long long)largest(p, other));
    else if (whole_address && op != OP_CONTAINS && v->n != wt_type_size((enum wt_type)field->type))
        wt_lex_fail(p, p->text + o->at, o->wide, "A slice can be compared with fewer: eth.src[0:3] == 00:0c:29",
                    "%.60s has %u bytes", field->name, wt_type_size((enum wt_type)field->type));
}

static void resolve_literal(parser *p, operand *o, const operand *other, uint8_t op) {
    literal l = {(const char *)p->f->text + o->text, o->length, o->quoted, o->is_char};
    const char *at = p->text + o->at;
    if (other->kind == K_NONE)
        wt_lex_fail(p, at, o->wide, "It can only be present or not.", "this field has no value to compare with");
    else if (!wt_literal(p->f, &l, (enum kind)other->kind, other->field, &o->value))
        wt_lex_fail(p, at, o->wide, NULL, "\"%.80s\" is not %s, which %.60s is", l.text,
                    wt_kind_name((enum kind)other->kind), other->field ? other->field->name : "the other side");
    else
        check_range(p, o, other, &o->value, op);
    o->kind = o->value.kind;
    o->constant = false;
}

void wt_operand_resolve(parser *p, uint16_t number, const operand *other, uint8_t op) {
    operand *o = &p->f->operands[number];
    if (!o->constant || p->failed)
        return;
    if (o->what == O_LITERAL) {
        resolve_literal(p, o, other, op);
        return;
    }
    wt_operand_resolve(p, o->a, other, op);
    if (o->what == O_ARITHMETIC)
        wt_operand_resolve(p, o->b, other, op);
    o->constant = false;
    o->kind = p->f->operands[o->a].kind;
    if (!p->failed && o->what == O_ARITHMETIC)
        arithmetic_kinds(p, o);
}
