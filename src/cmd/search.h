/* search.h - what people call things: flags, labels and values by their words. */
#ifndef WT_CMD_SEARCH_H
#define WT_CMD_SEARCH_H

#include "cmd/tables.h"

/* Explain what is called so: one match in full, several in a line each.  How many there were. */
unsigned explain_words(const sheet *s, const char *words);

#endif
