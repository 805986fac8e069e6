/* paper.h - a lab on paper: a sheet to work on, from a capture, and its answer key apart. */
#ifndef WT_LAB_PAPER_H
#define WT_LAB_PAPER_H

#include "lab/guide.h"

typedef struct paper {
    guide *guide;                    /* with its capture and seed; nobody is asked */
    bool key;                        /* the answers instead of the sheet */
    const char *size;                /* "A4", "letter" */
} paper;

/* As HTML, to be printed. */
void paper_html(paper *p, FILE *to);
/* The questions as JSON, for a course's own system; with `key` what is true, too. */
void paper_json(paper *p, FILE *to);

#endif
