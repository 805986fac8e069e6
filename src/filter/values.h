/* values.h - the values that an operand has in a frame. */
#ifndef WT_FILTER_VALUES_H
#define WT_FILTER_VALUES_H

#include "filter/filter.h"

/* An operand's values, one after the other: of a field as they stand on the tape, else a list that was worked out. */
typedef struct cursor {
    const operand *o;
    uint8_t *scratch;
    const val *list;                 /* NULL: from the tape */
    uint32_t count, at;
} cursor;

/* `which` (0, 1) is whose scratch is used.  Once a test is over, wt_values_reset() gives back what was worked out. */
void wt_values_begin(wt_filter *f, uint16_t number, const wt_tape *t, cursor *c, unsigned which);
bool wt_values_next(const wt_filter *f, const wt_tape *t, cursor *c, val *v);
static inline void wt_values_again(cursor *c) { c->at = 0; }
static inline void wt_values_reset(wt_filter *f) { f->values_used = f->bytes_used = 0; }
/* -1, 0, 1; false if the two can't be compared. */
bool wt_values_order(const val *a, const val *b, int *c);
static inline bool wt_bytes_like(const val *v) {
    return v->kind == K_BYTES || v->kind == K_TEXT || v->kind == K_PROTOCOL || v->kind == K_IPV6;
}

#endif
