/* sheet.h - pages of explanation on standard output: wrapped to its width, coloured if it is a terminal. */
#ifndef WT_CMD_SHEET_H
#define WT_CMD_SHEET_H

#include <stdbool.h>

typedef struct sheet {
    unsigned width;
    bool color;
} sheet;

sheet sheet_on_output(void);
/* Begin an ANSI style; "0" ends it. */
void sheet_style(const sheet *s, const char *code);
/* Words that begin in column `used` and go on at `from`, and the end of the line. */
void sheet_words(const sheet *s, const char *text, unsigned used, unsigned from);
/* "  Reference   RFC 9293 §3.5" */
void sheet_entry(const sheet *s, const char *name, const char *text);
/* A text and spaces up to `columns`; the columns used. */
unsigned sheet_cell(const char *text, unsigned columns);
/* How wide standard output is, and whether it takes colours. */
int output_width(void);
bool output_color(void);

#endif
