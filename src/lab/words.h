/* words.h - the new words of a lab: those that its README explains must be in the glossary, and lead there. */
#ifndef WT_LAB_WORDS_H
#define WT_LAB_WORDS_H

#include "lab/lab.h"

enum { WORDS_ROOM = 64 };

/* The place of a word in the glossary: "mac-address". */
void words_place(const char *word, size_t n, char out[WORDS_ROOM]);
/* Call fn for each thing that is wrong with the words in the lab's README.md.  Nothing is,
 * where the labs have no glossary. */
void words_check(const lab *l, void (*fn)(void *user, const char *text), void *user);

#endif
