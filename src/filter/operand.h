/* operand.h - the sides of a test: fields, constants, slices, functions, arithmetic. */
#ifndef WT_FILTER_OPERAND_H
#define WT_FILTER_OPERAND_H

#include "filter/lex.h"

/* What stands here, with all its arithmetic.  False if it can't be understood; the parser has failed then. */
bool wt_operand(parser *p, uint16_t *number);
/* The same without arithmetic, but for a sign: what a set holds. */
bool wt_operand_entity(parser *p, uint16_t *number);
/* A constant takes the kind of what it stands beside; `op` is how the two are compared. */
void wt_operand_resolve(parser *p, uint16_t number, const operand *other, uint8_t op);
/* A name that is no field's. */
void wt_operand_unknown(parser *p, uint16_t number);
operand *wt_operand_add(parser *p, uint16_t *number);
void wt_operand_arg(parser *p, uint16_t number);
const char *wt_kind_name(enum kind k);
/* "did you mean tcp.port?" */
void wt_near(const char *name, char *hint, size_t room);

#endif
