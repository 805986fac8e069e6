/* parse.c - from a filter's text to its tree.  Precedence: not, and, xor, or. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "filter/literal.h"

enum token { T_END, T_WORD, T_STRING, T_CHAR, T_LPAREN, T_RPAREN, T_LBRACE, T_RBRACE, T_COMMA, T_RANGE, T_AMP, T_AND, T_OR,
             T_XOR, T_NOT, T_RELATION, T_IN, T_BAD };

typedef struct parser {
    wt_filter *f;
    wt_filter_problem *problem;
    const char *text, *at, *token;   /* where the current token begins */
    enum token kind;
    uint8_t op;                      /* of T_RELATION */
    char word[1024];
    size_t length;
    bool failed;
    unsigned depth;
} parser;

static void fail_at(parser *p, const char *from, size_t length, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
static void fail_at(parser *p, const char *from, size_t length, const char *hint, const char *format, ...) {
    if (p->failed)
        return;
    p->failed = true;
    va_list ap;
    va_start(ap, format);
    vsnprintf(p->problem->text, sizeof p->problem->text, format, ap);
    va_end(ap);
    snprintf(p->problem->hint, sizeof p->problem->hint, "%s", hint ? hint : "");
    p->problem->position = (uint32_t)(from - p->text);
    p->problem->length = (uint32_t)(length ? length : 1);
}

/* ---- words ------------------------------------------------------------------------------ */

static bool word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == ':' ||
           c == '/' || c == '-';
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One escaped character behind a backslash. */
static char escaped(const char **at) {
    static const char from[] = "abfnrtv", to[] = "\a\b\f\n\r\t\v";
    char c = *(*at)++;
    const char *found = c ? strchr(from, c) : NULL;
    if (found)
        return to[found - from];
    if (c == 'x' && hex_digit((*at)[0]) >= 0) {
        int v = hex_digit(*(*at)++);
        if (hex_digit((*at)[0]) >= 0)
            v = v << 4 | hex_digit(*(*at)++);
        return (char)v;
    }
    if (c >= '0' && c <= '7') {
        int v = c - '0';
        for (int i = 0; i < 2 && **at >= '0' && **at <= '7'; i++)
            v = v << 3 | (*(*at)++ - '0');
        return (char)v;
    }
    return c;
}

static void quoted(parser *p, char quote, bool raw) {
    const char *from = p->at++;
    p->length = 0;
    while (*p->at && *p->at != quote && p->length < sizeof p->word - 1) {
        if (*p->at == '\\' && !raw && p->at[1]) {
            p->at++;
            p->word[p->length++] = escaped(&p->at);
        } else {
            p->word[p->length++] = *p->at++;
        }
    }
    p->word[p->length] = 0;
    if (*p->at != quote)
        fail_at(p, from, strlen(from), "Close it with the same quote.", "this text does not end, or is too long");
    else
        p->at++;
    p->kind = quote == '\'' ? T_CHAR : T_STRING;
    if (quote == '\'' && p->length != 1)
        fail_at(p, from, p->length + 2, "Text goes in double quotes.", "single quotes hold one character");
}

static const struct {
    const char *text;
    uint8_t kind, op;
} symbols[] = {
    {"===", T_RELATION, OP_ALL_EQ}, {"!==", T_RELATION, OP_ANY_NE}, {"==", T_RELATION, OP_ANY_EQ},
    {"!=", T_RELATION, OP_ALL_NE},  {"~=", T_RELATION, OP_ANY_NE},  {">=", T_RELATION, OP_GE},
    {"<=", T_RELATION, OP_LE},      {"&&", T_AND, 0},               {"||", T_OR, 0},
    {"^^", T_XOR, 0},               {"..", T_RANGE, 0},             {">", T_RELATION, OP_GT},
    {"<", T_RELATION, OP_LT},       {"~", T_RELATION, OP_MATCHES},  {"!", T_NOT, 0},
    {"&", T_AMP, 0},                {"(", T_LPAREN, 0},             {")", T_RPAREN, 0},
    {"{", T_LBRACE, 0},             {"}", T_RBRACE, 0},             {",", T_COMMA, 0}};

static const struct {
    const char *text;
    uint8_t kind, op;
} words[] = {
    {"and", T_AND, 0}, {"or", T_OR, 0}, {"xor", T_XOR, 0}, {"not", T_NOT, 0}, {"in", T_IN, 0},
    {"eq", T_RELATION, OP_ANY_EQ}, {"any_eq", T_RELATION, OP_ANY_EQ}, {"all_eq", T_RELATION, OP_ALL_EQ},
    {"ne", T_RELATION, OP_ALL_NE}, {"all_ne", T_RELATION, OP_ALL_NE}, {"any_ne", T_RELATION, OP_ANY_NE},
    {"gt", T_RELATION, OP_GT}, {"lt", T_RELATION, OP_LT}, {"ge", T_RELATION, OP_GE}, {"le", T_RELATION, OP_LE},
    {"contains", T_RELATION, OP_CONTAINS}, {"matches", T_RELATION, OP_MATCHES}, {"bitand", T_AMP, 0},
    {"bitwise_and", T_AMP, 0}};

static void lex_word(parser *p) {
    p->length = 0;
    while (word_char(*p->at) && !(p->at[0] == '.' && p->at[1] == '.') && p->length < sizeof p->word - 1)
        p->word[p->length++] = *p->at++;
    p->word[p->length] = 0;
    p->kind = T_WORD;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(p->word, words[i].text) == 0) {
            p->kind = (enum token)words[i].kind;
            p->op = words[i].op;
        }
}

static void advance(parser *p) {
    while (*p->at == ' ' || *p->at == '\t' || *p->at == '\n' || *p->at == '\r')
        p->at++;
    p->token = p->at;
    p->length = 0;
    if (!*p->at) {
        p->kind = T_END;
        return;
    }
    if (*p->at == '"' || *p->at == '\'') {
        quoted(p, *p->at, false);
        return;
    }
    if ((*p->at == 'r' || *p->at == 'R') && p->at[1] == '"') {
        p->at++;
        quoted(p, '"', true);
        return;
    }
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (strncmp(p->at, symbols[i].text, strlen(symbols[i].text)) == 0) {
            p->kind = (enum token)symbols[i].kind;
            p->op = symbols[i].op;
            p->at += strlen(symbols[i].text);
            return;
        }
    if (word_char(*p->at)) {
        lex_word(p);
        return;
    }
    p->kind = T_BAD;
    fail_at(p, p->at, 1, NULL, "this character has no meaning here");
}

/* ---- building --------------------------------------------------------------------------- */

static uint16_t add_node(parser *p, uint8_t op, uint16_t a, uint16_t b) {
    if (p->f->node_count == MAX_NODES) {
        fail_at(p, p->token, 1, NULL, "the filter has more than %d parts", MAX_NODES);
        return 0;
    }
    p->f->nodes[p->f->node_count] = (node){.op = op, .a = a, .b = b};
    return (uint16_t)p->f->node_count++;
}

static operand *add_operand(parser *p, uint16_t *number) {
    if (p->f->operand_count == MAX_OPERANDS) {
        fail_at(p, p->token, 1, NULL, "the filter has more than %d values", MAX_OPERANDS);
        *number = 0;
        return &p->f->operands[0];
    }
    *number = (uint16_t)p->f->operand_count;
    operand *o = &p->f->operands[p->f->operand_count++];
    *o = (operand){.kind = K_NONE};
    return o;
}

static void add_row(parser *p, operand *o, wt_fid fid) {
    if (p->f->row_count == MAX_ROWS) {
        fail_at(p, p->token, 1, NULL, "the filter names more than %d fields", MAX_ROWS);
        return;
    }
    p->f->rows[p->f->row_count++] = fid;
    o->rows++;
}

static void add_rows(parser *p, operand *o, wt_fid fid, const char *name) {
    const wt_field *f = wt_field_get(fid);
    o->is_field = true;
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

/* ---- slices: [0:4], [1-3], [-2:], [2], [0,3-4] ------------------------------------------- */

static bool slice_number(parser *p, int32_t *v) {
    char *end;
    long n = strtol(p->at, &end, 0);
    if (end == p->at || n < -65536 || n > 65536)
        return false;
    p->at = end;
    *v = (int32_t)n;
    return true;
}

static void one_slice(parser *p, operand *o) {
    slice s = {0};
    bool has = slice_number(p, &s.from);
    if (*p->at == ':') {
        p->at++;
        s.is_length = true;
        if (!slice_number(p, &s.to))
            s.open = true;
        if (!has && s.open)
            fail_at(p, p->at, 1, "[0:4] is 4 bytes from the first on.", "this slice has no numbers");
    } else if (*p->at == '-' && has) {
        p->at++;
        if (!slice_number(p, &s.to))
            fail_at(p, p->at, 1, "[1-3] is bytes 1 to 3.", "this slice does not end");
        s.to += s.to >= 0;
    } else if (has) {
        s.is_length = true;
        s.to = 1;
    } else {
        fail_at(p, p->at, 1, "[0:4], [1-3], [2] and [4:] are slices.", "this is no slice");
    }
    if (p->f->slice_count == MAX_SLICES)
        fail_at(p, p->at, 1, NULL, "more than %d slices", MAX_SLICES);
    if (p->failed)
        return;
    p->f->slices[p->f->slice_count++] = s;
    o->slices++;
}

static void slices(parser *p, operand *o) {
    const char *from = p->at;
    if (*p->at != '[')
        return;
    o->first_slice = (uint16_t)p->f->slice_count;
    do {
        p->at++;
        one_slice(p, o);
    } while (*p->at == ',' && !p->failed);
    if (*p->at != ']')
        fail_at(p, from, (size_t)(p->at - from) + 1, NULL, "the slice does not end with ]");
    else
        p->at++;
    if (o->kind == K_NUMBER || o->kind == K_SIGNED || o->kind == K_TIME || o->kind == K_DOUBLE)
        fail_at(p, from, (size_t)(p->at - from), "Bits of a number: tcp.flags & 0x02", "a number has no slices");
    o->kind = K_BYTES;
    o->field = NULL;
}

/* ---- operands --------------------------------------------------------------------------- */

typedef struct pending {
    uint16_t number;                 /* of the operand */
    bool is_literal, quoted, is_char;
    const char *token;
    size_t token_length;
    char text[1024];
    size_t length;
} pending;

static void near(const char *name, char *hint, size_t room);

static uint8_t function_of(const char *word) {
    return strcmp(word, "len") == 0 ? FN_LEN : strcmp(word, "count") == 0 ? FN_COUNT
         : strcmp(word, "upper") == 0 ? FN_UPPER : strcmp(word, "lower") == 0 ? FN_LOWER : FN_NONE;
}

static void field_operand(parser *p, pending *out) {
    wt_fid fid = wt_field_find(p->word);
    operand *o = add_operand(p, &out->number);
    add_rows(p, o, fid, p->word);
    slices(p, o);
    advance(p);
}

static void take_literal(parser *p, pending *out) {
    out->is_literal = true;
    out->quoted = p->kind == T_STRING;
    out->is_char = p->kind == T_CHAR;
    memcpy(out->text, p->word, p->length + 1);
    out->length = p->length;
    out->token_length = (size_t)(p->at - p->token);
    add_operand(p, &out->number);
    advance(p);
}

static void function_operand(parser *p, pending *out, uint8_t function) {
    advance(p);
    advance(p);
    if (p->kind != T_WORD || wt_field_find(p->word) == WT_FID_NONE) {
        fail_at(p, p->token, p->length, NULL, "a function wants a field");
        return;
    }
    field_operand(p, out);
    if (p->kind != T_RPAREN)
        fail_at(p, p->token, 1, NULL, "a ) is missing here");
    operand *o = &p->f->operands[out->number];
    o->function = function;
    if (function == FN_LEN || function == FN_COUNT) {
        o->kind = K_NUMBER;
        o->field = NULL;
    } else if (o->kind != K_TEXT && o->kind != K_BYTES && o->kind != K_PROTOCOL) {
        fail_at(p, p->token, 1, NULL, "upper and lower are for text");
    }
    advance(p);
}

static bool parse_operand(parser *p, pending *out) {
    *out = (pending){.token = p->token};
    out->token_length = (size_t)(p->at - p->token);
    if (p->kind == T_STRING || p->kind == T_CHAR) {
        take_literal(p, out);
        return !p->failed;
    }
    if (p->kind != T_WORD) {
        fail_at(p, p->token, p->length, NULL, p->kind == T_END ? "the filter ends where a field or a value is expected"
                                                              : "a field or a value is expected here");
        return false;
    }
    uint8_t function = function_of(p->word);
    if (function && *p->at == '(')
        function_operand(p, out, function);
    else if (wt_field_find(p->word) != WT_FID_NONE)
        field_operand(p, out);
    else
        take_literal(p, out);
    return !p->failed;
}

static const char *kind_name(enum kind k) {
    static const char *const names[] = {"a number", "a number", "bytes", "text", "an IPv4 address", "an IPv6 address",
                                        "a time", "a decimal number", "no value", "a protocol"};
    return names[k];
}

static void unknown_name(parser *p, const pending *a) {
    char hint[200];
    near(a->text, hint, sizeof hint);
    fail_at(p, a->token, a->token_length, hint, "there is no field %.80s", a->text);
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
static void check_range(parser *p, const pending *a, const operand *other, val *v, uint8_t op) {
    const wt_field *field = other->field;
    if (!field || other->slices || other->masked || other->function)
        return;
    bool whole_address = field->type == WT_ETHER || field->type == WT_EUI64 || field->type == WT_GUID;
    if (field->base == WT_FLAG && v->kind == K_NUMBER)
        v->u = v->u != 0;
    else if (v->kind == K_NUMBER && v->u > largest(p, other))
        fail_at(p, a->token, a->token_length, NULL, "%.60s is a number of 0 to %llu", field->name,
                (unsigned long long)largest(p, other));
    else if (whole_address && op != OP_CONTAINS && v->n != wt_type_size((enum wt_type)field->type))
        fail_at(p, a->token, a->token_length, "A slice can be compared with fewer: eth.src[0:3] == 00:0c:29",
                "%.60s has %u bytes", field->name, wt_type_size((enum wt_type)field->type));
}

static void resolve(parser *p, pending *a, const operand *other, uint8_t op) {
    literal l = {a->text, a->length, a->quoted, a->is_char};
    operand *o = &p->f->operands[a->number];
    if (other->kind == K_NONE)
        fail_at(p, a->token, a->token_length, "It can only be present or not.", "this field has no value to compare with");
    else if (!wt_literal(p->f, &l, (enum kind)other->kind, other->field, &o->value))
        fail_at(p, a->token, a->token_length, NULL, "\"%.80s\" is not %s, which %.60s is", a->text,
                kind_name((enum kind)other->kind), other->field ? other->field->name : "the other side");
    else
        check_range(p, a, other, &o->value, op);
    o->kind = o->value.kind;
}

/* Literals take the kind of what they are compared with. */
static void match_kinds(parser *p, pending *a, pending *b, uint8_t op) {
    operand *x = &p->f->operands[a->number], *y = &p->f->operands[b->number];
    if (a->is_literal && b->is_literal)
        unknown_name(p, a);
    else if (a->is_literal)
        resolve(p, a, y, op);
    else if (b->is_literal)
        resolve(p, b, x, op);
    if (op == OP_CONTAINS && !p->failed && !x->slices && x->kind != K_TEXT && x->kind != K_BYTES && x->kind != K_IPV6 &&
        x->kind != K_PROTOCOL)
        fail_at(p, a->token, a->token_length, NULL, "contains is for text and bytes, and this is %s", kind_name((enum kind)x->kind));
}

/* ---- tests ------------------------------------------------------------------------------ */

static void mask(parser *p, pending *a) {
    operand *o = &p->f->operands[a->number];
    pending m;
    advance(p);
    if (!parse_operand(p, &m))
        return;
    val v;
    literal l = {m.text, m.length, m.quoted, m.is_char};
    if (a->is_literal || !m.is_literal || (o->kind != K_NUMBER && o->kind != K_SIGNED && !o->slices) ||
        !wt_literal(p->f, &l, K_NUMBER, NULL, &v)) {
        fail_at(p, m.token, m.token_length, "for example tcp.flags & 0x02", "& wants a number field and a number");
        return;
    }
    o->masked = true;
    o->mask = v.u;
    o->kind = K_NUMBER;
}

static uint16_t pattern_test(parser *p, pending *a, pending *b) {
    operand *o = &p->f->operands[a->number];
    int code;
    PCRE2_SIZE where;
    if (a->is_literal) {
        unknown_name(p, a);
        return 0;
    }
    if (!b->is_literal || (o->kind != K_TEXT && o->kind != K_BYTES && o->kind != K_PROTOCOL)) {
        fail_at(p, b->token, b->token_length, NULL, "matches wants text or bytes, and a pattern in quotes");
        return 0;
    }
    uint16_t n = add_node(p, OP_MATCHES, a->number, 0);
    if (p->failed)
        return 0;
    pcre2_code *code_of = pcre2_compile((PCRE2_SPTR)b->text, b->length, PCRE2_CASELESS | PCRE2_NEVER_UTF, &code, &where, NULL);
    if (!code_of) {
        PCRE2_UCHAR message[120];
        pcre2_get_error_message(code, message, sizeof message);
        fail_at(p, b->token, b->token_length, NULL, "the pattern can't be read: %s", (const char *)message);
        return 0;
    }
    p->f->nodes[n].pattern = code_of;
    return n;
}

static void set_value(parser *p, const operand *field, pending *v) {
    if (!parse_operand(p, v))
        return;
    if (!v->is_literal)
        fail_at(p, v->token, v->token_length, NULL, "a set holds values, not fields");
    else
        resolve(p, v, field, OP_ANY_EQ);
}

static uint16_t set_test(parser *p, pending *a) {
    operand field = p->f->operands[a->number];
    if (a->is_literal) {
        unknown_name(p, a);
        return 0;
    }
    advance(p);
    if (p->kind != T_LBRACE) {
        fail_at(p, p->token, 1, "for example tcp.port in {80, 443, 8000..8080}", "in wants a set in braces");
        return 0;
    }
    uint16_t n = add_node(p, OP_IN, a->number, (uint16_t)p->f->operand_count);
    advance(p);
    while (p->kind != T_RBRACE && !p->failed) {
        pending low, high;
        set_value(p, &field, &low);
        if (p->kind == T_RANGE && !p->failed) {
            advance(p);
            set_value(p, &field, &high);
        } else if (!p->failed) {
            uint16_t copy;
            *add_operand(p, &copy) = p->f->operands[low.number];
        }
        p->f->nodes[n].count++;
        if (p->kind == T_COMMA)
            advance(p);
        else if (p->kind == T_END)
            fail_at(p, p->token, 1, NULL, "the set does not end with }");
    }
    advance(p);
    return n;
}

static uint16_t join(parser *p, uint8_t op, uint16_t a, uint16_t b) { return p->failed ? 0 : add_node(p, op, a, b); }

static uint16_t relation(parser *p) {
    pending a, b;
    if (!parse_operand(p, &a))
        return 0;
    bool masked = p->kind == T_AMP;
    if (masked)
        mask(p, &a);
    bool negated = p->kind == T_NOT;
    if (negated)
        advance(p);
    if (p->kind == T_IN) {
        uint16_t n = set_test(p, &a);
        return negated ? join(p, OP_NOT, n, 0) : n;
    }
    if (negated)
        fail_at(p, p->token, 1, NULL, "not is followed by in here");
    if (p->kind != T_RELATION) {
        if (a.is_literal)
            unknown_name(p, &a);
        return join(p, masked ? OP_NONZERO : OP_PRESENT, a.number, 0);
    }
    uint16_t result = 0;
    for (bool first = true; p->kind == T_RELATION && !p->failed; first = false) {
        uint8_t op = p->op;
        advance(p);
        if (!parse_operand(p, &b))
            return 0;
        uint16_t n = 0;
        if (op == OP_MATCHES) {
            n = pattern_test(p, &a, &b);
        } else {
            match_kinds(p, &a, &b, op);
            n = join(p, op, a.number, b.number);
        }
        result = first ? n : join(p, OP_AND, result, n);
        a = b;
        if (a.is_literal)
            break;                       /* 1 < x < 3 goes on, x == 1 == 2 does not */
    }
    return result;
}

static uint16_t expression(parser *p);

static uint16_t primary(parser *p) {
    if (++p->depth > MAX_DEPTH) {
        fail_at(p, p->token, 1, NULL, "more than %d parts inside one another", MAX_DEPTH);
        return 0;
    }
    uint16_t n;
    if (p->kind == T_NOT) {
        advance(p);
        n = join(p, OP_NOT, primary(p), 0);
    } else if (p->kind == T_LPAREN) {
        const char *from = p->token;
        advance(p);
        n = expression(p);
        if (p->kind != T_RPAREN)
            fail_at(p, from, 1, NULL, "this ( is never closed");
        else
            advance(p);
    } else {
        n = relation(p);
    }
    p->depth--;
    return n;
}

static uint16_t conjunction(parser *p) {
    uint16_t n = primary(p);
    while (p->kind == T_AND && !p->failed) {
        advance(p);
        n = join(p, OP_AND, n, primary(p));
    }
    return n;
}

static uint16_t exclusive(parser *p) {
    uint16_t n = conjunction(p);
    while (p->kind == T_XOR && !p->failed) {
        advance(p);
        n = join(p, OP_XOR, n, conjunction(p));
    }
    return n;
}

static uint16_t expression(parser *p) {
    uint16_t n = exclusive(p);
    while (p->kind == T_OR && !p->failed) {
        advance(p);
        n = join(p, OP_OR, n, exclusive(p));
    }
    return n;
}

/* ---- names ------------------------------------------------------------------------------ */

static unsigned distance(const char *a, const char *b) {
    enum { LONGEST = 64 };
    size_t n = strlen(a), m = strlen(b);
    unsigned row[LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= m; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned corner = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned best = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            if (corner + 1 < best)
                best = corner + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[m];
}

static void near(const char *name, char *hint, size_t room) {
    const char *best = NULL;
    unsigned least = 4;
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        for (uint32_t f = 0; f <= info->field_count; f++) {
            const char *candidate = f < info->field_count ? info->fields[f].name : info->name;
            unsigned d = distance(name, candidate);
            if (d < least && d * 2 <= strlen(name)) {
                least = d;
                best = candidate;
            }
        }
    }
    if (best)
        snprintf(hint, room, "did you mean %s?", best);
    else
        snprintf(hint, room, "`wiretale fields` lists all names.");
}

/* ---- the whole -------------------------------------------------------------------------- */

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
    advance(&p);
    if (p.kind == T_END)
        fail_at(&p, text, 1, "for example: tcp.port == 443", "the filter is empty");
    f->root = p.failed ? 0 : expression(&p);
    if (!p.failed && p.kind != T_END)
        fail_at(&p, p.token, p.length, "Join tests with && or ||.", "the filter goes on where it should end");
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
    free(f);
}
