/* literal.h - what a literal means, next to the field that it is compared with. */
#ifndef WT_FILTER_LITERAL_H
#define WT_FILTER_LITERAL_H

#include "filter/filter.h"

typedef struct literal {
    const char *text;                /* NUL-terminated; escapes undone */
    size_t length;
    bool quoted, is_char;
} literal;

/* The literal as a value of that kind; `field` gives value names and may be NULL.  False if it can't be one. */
bool wt_literal(wt_filter *f, const literal *l, enum kind kind, const wt_field *field, val *v);

#endif
