/* json.h - texts for JSON and CSV, whatever they hold. */
#ifndef WT_LAB_JSON_H
#define WT_LAB_JSON_H

#include <stdio.h>

/* "text", with quotes, made harmless. */
void json_text(FILE *to, const char *text);
/* "name": "value" */
void json_named(FILE *to, const char *name, const char *value);
/* A cell of a table: quoted where it must be, and never taken for a formula. */
void csv_cell(FILE *to, const char *text);
/* On a terminal: what is not printable is shown as \xNN. */
void plain_text(FILE *to, const char *text);

#endif
