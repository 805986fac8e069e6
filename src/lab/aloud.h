/* aloud.h - what was printed for the eye, to be read aloud. */
#ifndef WT_LAB_ALOUD_H
#define WT_LAB_ALOUD_H

#include "lab/page.h"

enum { ALOUD_WIDTH = 400 };          /* print as wide as this, so that no line of a table goes on in the next */

/* n bytes of lines, each without the blanks that make columns, the rules below headings, and bars; of a field its
 * name and what it says. */
void aloud_lines(page *p, const char *text, size_t n);

#endif
