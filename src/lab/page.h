/* page.h - what a lab says, on a terminal: wrapped, with a little bold, or as plain prose. */
#ifndef WT_LAB_PAGE_H
#define WT_LAB_PAGE_H

#include <stdbool.h>
#include <stdio.h>

enum page_style { PAGE_PLAIN, PAGE_TITLE, PAGE_GOOD, PAGE_BAD, PAGE_QUIET };

typedef struct page {
    FILE *to;                        /* NULL: nothing is said */
    unsigned width;
    bool color;
    bool prose;                      /* for reading aloud: no drawing, no columns, no marks of meaning but words */
    bool contrast;                   /* for a wall: bold or plain, no colours */
    bool blank, before;              /* the last line is empty; the one before what is held back is */
    FILE *in;                        /* where a key is waited for when the screen is full; NULL: nobody is there */
    unsigned rows, used;             /* of the screen; 0: it scrolls */
    const char *offered;             /* the title of what may be passed by; NULL: what comes may not */
    bool begun, passed;              /* some of that is on the screen; the rest was passed by */
    bool last;                       /* this line ends what is offered */
    unsigned holds;                  /* how many times something is held back: one in the other */
    FILE *under;                     /* `to`, while it is; or NULL */
    char *held;
    size_t held_size;
} page;

/* `text` in paragraphs, each wrapped: `first` before the first line, as many blanks before the others.  Lines that
 * begin with four blanks stay as they are. */
void page_say(page *p, enum page_style style, const char *first, const char *text);
/* An empty line, if there is none. */
void page_gap(page *p);
/* A heading, with a line under it. */
void page_heading(page *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What comes has that title, until it is called with NULL: where the screen is full the learner may pass it, or its
 * rest, by. */
void page_offer(page *p, const char *title);
/* Lines as they are. */
void page_lines(page *p, const char *text, size_t n);
/* What is said from here on belongs together (a picture, a question): it is held back, … */
void page_hold(page *p);
/* … and shown at once, on a new screen if this one has no room for it. */
void page_release(page *p);
/* The learner has answered: what is on the screen has been read. */
void page_seen(page *p);
/* Text as a program printed it, indented, made harmless. */
void page_output(page *p, const char *text);

#endif
