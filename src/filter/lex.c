/* lex.c - a filter's text as tokens. */
#include "filter/lex.h"

#include <stdarg.h>
#include <stdio.h>

void wt_lex_fail(parser *p, const char *from, size_t length, const char *hint, const char *format, ...) {
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
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == ':' || c == '/' || c == '-';
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
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
        wt_lex_fail(p, from, strlen(from), "Close it with the same quote.", "this text does not end, or is too long");
    else
        p->at++;
    p->kind = quote == '\'' ? T_CHAR : T_STRING;
    if (quote == '\'' && p->length != 1)
        wt_lex_fail(p, from, p->length + 2, "Text goes in double quotes.", "single quotes hold one character");
}

/* `all`: != and === hold for all values of a frame, the others for any. */
static const struct {
    const char *text;
    uint8_t kind, op;
    bool all;
} symbols[] = {
    {"===", T_RELATION, OP_EQ, true},  {"!==", T_RELATION, OP_NE, false}, {"==", T_RELATION, OP_EQ, false},
    {"!=", T_RELATION, OP_NE, true},   {"~=", T_RELATION, OP_NE, false},  {">=", T_RELATION, OP_GE, false},
    {"<=", T_RELATION, OP_LE, false},  {"&&", T_AND, 0, false},           {"||", T_OR, 0, false},
    {"^^", T_XOR, 0, false},           {"..", T_RANGE, 0, false},         {">", T_RELATION, OP_GT, false},
    {"<", T_RELATION, OP_LT, false},   {"~", T_RELATION, OP_MATCHES, false}, {"!", T_NOT, 0, false},
    {"&", T_SIGN, '&', false},         {"+", T_SIGN, '+', false},         {"-", T_SIGN, '-', false},
    {"*", T_SIGN, '*', false},         {"/", T_SIGN, '/', false},         {"%", T_SIGN, '%', false},
    {"(", T_LPAREN, 0, false},         {")", T_RPAREN, 0, false},         {"{", T_LBRACE, 0, false},
    {"}", T_RBRACE, 0, false},         {",", T_COMMA, 0, false}};

static const struct {
    const char *text;
    uint8_t kind, op;
    bool all;
} words[] = {
    {"and", T_AND, 0, false}, {"or", T_OR, 0, false}, {"xor", T_XOR, 0, false}, {"not", T_NOT, 0, false},
    {"in", T_IN, 0, false}, {"any", T_ANY, 0, false}, {"all", T_ALL, 0, false}, {"eq", T_RELATION, OP_EQ, false},
    {"any_eq", T_RELATION, OP_EQ, false}, {"all_eq", T_RELATION, OP_EQ, true}, {"ne", T_RELATION, OP_NE, true},
    {"all_ne", T_RELATION, OP_NE, true}, {"any_ne", T_RELATION, OP_NE, false}, {"gt", T_RELATION, OP_GT, false},
    {"lt", T_RELATION, OP_LT, false}, {"ge", T_RELATION, OP_GE, false}, {"le", T_RELATION, OP_LE, false},
    {"contains", T_RELATION, OP_CONTAINS, false}, {"matches", T_RELATION, OP_MATCHES, false},
    {"bitand", T_SIGN, '&', false}, {"bitwise_and", T_SIGN, '&', false}};

static void lex_word(parser *p) {
    p->length = 0;
    while (word_char(*p->at) && !(p->at[0] == '.' && p->at[1] == '.') && p->length < sizeof p->word - 1) {
        p->word[p->length] = 0;
        if (*p->at == '/' && wt_field_find(p->word) != WT_FID_NONE)
            break;                       /* a field divided, no address with a prefix */
        p->word[p->length++] = *p->at++;
    }
    p->word[p->length] = 0;
    p->kind = T_WORD;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(p->word, words[i].text) == 0) {
            p->kind = (enum token)words[i].kind;
            p->op = words[i].op;
            p->all = words[i].all;
        }
}

void wt_lex_next(parser *p) {
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
            p->all = symbols[i].all;
            p->at += strlen(symbols[i].text);
            return;
        }
    if (word_char(*p->at)) {
        lex_word(p);
        return;
    }
    p->kind = T_BAD;
    wt_lex_fail(p, p->at, 1, NULL, "this character has no meaning here");
}
