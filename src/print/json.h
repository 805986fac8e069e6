/* json.h - what -T json and -T ndjson have in common. */
#ifndef WT_PRINT_JSON_H
#define WT_PRINT_JSON_H

#include "print/printer.h"

/* An item's value.  With `one_type` every value of a field has the same JSON type: text that is no UTF-8 stays text
 * (with U+FFFD for what is none), and large numbers stay numbers. */
void wt_json_value(wt_out *o, const wt_field *f, const wt_item *i, bool one_type);

#endif
