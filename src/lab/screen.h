/* screen.h - one screen after the other, and the keys that lead through them: on a terminal, or without one. */
#ifndef WT_LAB_SCREEN_H
#define WT_LAB_SCREEN_H

#include <stdbool.h>
#include <stdio.h>
#include <termios.h>

/* Keys beside printable characters. */
enum { KEY_END = -1, KEY_NEXT = 256, KEY_BACK, KEY_RESIZED };

typedef struct screen {
    FILE *to;                        /* NULL: nothing is drawn */
    FILE *keys;                      /* where keys are read without a terminal; NULL: the keyboard */
    bool terminal;                   /* it can be drawn anew; else screens follow each other,
                                      * with a form feed between them */
    bool color, prose;
    unsigned columns, rows;
    unsigned count;                  /* screens so far */
    int signals;                     /* where they can be read */
    struct termios before;           /* how the terminal was */
} screen;

enum { SCREEN_ROWS = 12, SCREEN_COLUMNS = 40, SCREEN_FRAME = 4, SCREEN_TEXT = 100 };

/* Take the terminal over, until screen_end(); false if there is none. */
bool screen_begin(screen *s);
void screen_end(screen *s);
/* Look how large it is now. */
void screen_measure(screen *s);
/* How many columns and rows a screen's text may have. */
unsigned screen_width(const screen *s);
unsigned screen_room(const screen *s);
/* Draw lines [from, from + screen_room()) of `text`, with a line above and one below. */
void screen_draw(screen *s, const char *head, const char *head_right, const char *text, unsigned from, const char *foot,
                 const char *foot_right);
/* How many lines a text has. */
unsigned screen_lines(const char *text);
/* Forget keys that were pressed while something else was done. */
void screen_forget_keys(screen *s);
/* The next key: a character, or one of the above.  '>', Enter and, unless something is being typed, a blank are
 * KEY_NEXT, '<' and the key that deletes KEY_BACK; arrows are what they point at. */
int screen_key(screen *s, bool typing);

#endif
