/* named.h - ends of a conversation and values, with their names if -N asked for them. */
#ifndef WT_PRINT_NAMED_H
#define WT_PRINT_NAMED_H

#include "print/printer.h"

/* "server.example:http", or as wt_put_endpoint where no name is known; at most 640 bytes. */
void wt_put_named_end(wt_text *t, const wt_printer *p, const wt_tape *tape, const wt_endpoint *e);
/* The name of an item's address or port, or NULL. */
const char *wt_item_name(const wt_printer *p, const wt_field *f, const wt_item *i);

#endif
