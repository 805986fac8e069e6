/* lex.h - a filter's text as tokens, and what is wrong with it. */
#ifndef WT_FILTER_LEX_H
#define WT_FILTER_LEX_H

#include "filter/filter.h"

enum token { T_END, T_WORD, T_STRING, T_CHAR, T_LPAREN, T_RPAREN, T_LBRACE, T_RBRACE, T_COMMA, T_RANGE, T_SIGN, T_AND,
             T_OR, T_XOR, T_NOT, T_RELATION, T_IN, T_ANY, T_ALL, T_BAD };

typedef struct parser {
    wt_filter *f;
    wt_filter_problem *problem;
    const char *text, *at, *token;   /* where the current token begins */
    enum token kind;
    uint8_t op;                      /* of T_RELATION; of T_SIGN: + - * / % & */
    bool all;                        /* of T_RELATION: it holds for all values */
    char word[1024];
    size_t length;
    bool failed;
    unsigned depth;
} parser;

/* The first thing that is wrong, at `length` bytes from `from` on; `hint` may be NULL. */
void wt_lex_fail(parser *p, const char *from, size_t length, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The next token. */
void wt_lex_next(parser *p);

#endif
