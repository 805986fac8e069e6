/* escape.h - bytes from the wire, made harmless for where they go. */
#ifndef WT_PRINT_ESCAPE_H
#define WT_PRINT_ESCAPE_H

#include "print/out.h"

enum wt_escape { WT_ESC_TERMINAL, WT_ESC_JSON, WT_ESC_XML };

/* Terminal: what is not printable (controls, bidi, zero width, invalid UTF-8) becomes \xNN or \u{NNNN}.
 * JSON: the inside of a string; each byte of invalid UTF-8 becomes U+FFFD, unprintable ones \uNNNN.
 * XML: the inside of an attribute as tshark writes it: entities, controls as \xN, invalid bytes as U+FFFD. */
void wt_escape(wt_out *o, enum wt_escape how, const void *bytes, size_t n);
static inline void wt_escape_s(wt_out *o, enum wt_escape how, const char *s) { wt_escape(o, how, s, strlen(s)); }

bool wt_utf8_valid(const uint8_t *p, size_t n);
bool wt_ascii(const char *p, size_t n);
/* Columns that n bytes of printable UTF-8 take on a terminal. */
unsigned wt_columns(const char *p, size_t n);

#endif
