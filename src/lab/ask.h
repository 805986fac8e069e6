/* ask.h - one question: put, answered, graded, explained. */
#ifndef WT_LAB_ASK_H
#define WT_LAB_ASK_H

#include "lab/guide.h"

/* Ask it (a prediction: lock the answer, say nothing yet). */
void ask_question(guide *g, const lab_step *s, const lab_question *q, bool prediction);
/* Come back to a prediction, now that the capture is there. */
void ask_look_back(guide *g, const lab_step *s, const lab_question *q);
/* Grade what is in g->progress for it, and say so; nothing is asked. */
void ask_grade(guide *g, const lab_step *s, const lab_question *q, bool prediction);
/* The steps are made anew: an answer that was right is what the new capture shows. */
void ask_carry(guide *g, const lab_step *s, const lab_question *q);
/* Which question of the lab it is, from 1; 0 for a prediction and those of optional steps. */
unsigned ask_number(const lab_file *f, const lab_question *q);
/* In what form it is answered, and where it was captured: "A number of bytes. As captured at client." */
void ask_form(const lab_question *q, char *form, size_t room);
/* The question and its options, without how to answer. */
void ask_again(guide *g, const lab_step *s, const lab_question *q, bool prediction);
/* Say what the capture shows; nobody was asked. */
void ask_reveal(guide *g, const lab_step *s, const lab_question *q);
/* A line from the keyboard without its end; false at the end of input. */
bool ask_line(guide *g, const char *prompt, char *out, size_t room);

#endif
