/* value.h - an item's value as text: for programs (as tshark shows it) and for people. */
#ifndef WT_PRINT_VALUE_H
#define WT_PRINT_VALUE_H

#include "print/escape.h"

/* As PDML's `show`. */
void wt_show(wt_out *o, enum wt_escape how, const wt_field *f, const wt_item *i);
/* The value and its name: "IPv4 (0x0800)", "443", "Set". */
void wt_human(wt_out *o, enum wt_escape how, const wt_field *f, const wt_item *i);
/* "..1. .... " for a masked row: its bits as they are on the wire, which a scaled value (ip.hdr_len) is not. */
void wt_bit_pattern(wt_out *o, const wt_tape *tape, const wt_field *f, const wt_item *i);
/* "Oct 28, 2016 17:00:21.971095000 UTC" */
void wt_long_time(wt_text *t, int64_t ns);
/* Days since 1970 as a date. */
void wt_civil(int64_t days, int64_t *year, unsigned *month, unsigned *day);
/* The name of the value, if its row has one. */
static inline const wt_value *wt_value_of(const wt_field *f, const wt_item *i) {
    if (f->type == WT_OID)
        return i->flags & WT_I_POINTER ? wt_oid_find(i->v.p, i->vlen) : NULL;
    return f->values && !(i->flags & WT_I_POINTER) ? wt_value_find(f->values, i->v.u) : NULL;
}
static inline bool wt_is_number(uint8_t type) { return type >= WT_U8 && type <= WT_I64; }
static inline bool wt_is_signed(uint8_t type) { return type >= WT_I8 && type <= WT_I64; }
unsigned wt_mask_shift(uint64_t mask);

#endif
