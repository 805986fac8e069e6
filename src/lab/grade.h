/* grade.h - what is true, from the learner's own capture, and whether an answer says so. */
#ifndef WT_LAB_GRADE_H
#define WT_LAB_GRADE_H

#include "lab/expr.h"
#include "lab/vary.h"

enum { GRADE_OPTIONS = 16, GRADE_TEXT = 1024 };

typedef struct grading {             /* what a question is asked about */
    const lab *lab;
    const vary *vary;
    const trace *trace;
} grading;

typedef struct truth {
    bool known;
    wt_problem why;                  /* why it is not */
    answer value;                    /* choice: the key; order: the keys, joined by ", " */
    evidence frames;                 /* that show it; frame: those that are right */
} truth;

/* What the capture says. */
void truth_find(const grading *g, const lab_question *q, const lab_step *s, truth *t);
/* Does `given` say the same? */
bool truth_agrees(const grading *g, const lab_question *q, const lab_step *s, const truth *t, const char *given);
/* Could `given` be an answer at all: a number where one is asked for, letters that there are? */
bool truth_readable(const grading *g, const lab_question *q, const char *given);
/* What would be an answer, where `given` can't be one: without its full stop. */
const char *truth_form(const lab_question *q, const char *given);
/* The truth as a learner would type it. */
void truth_text(const lab_question *q, const truth *t, char *out, size_t room);
/* What is said of a wrong answer that many give; free() it.  NULL: nothing is known of this one. */
char *truth_mistake(const grading *g, const lab_question *q, const lab_step *s, const truth *t, const char *given);
/* A text with {name}, {truth}, {frames}, {given} and {= …} filled in; free() it.  `t` and `given` may be NULL. */
char *truth_fill(const grading *g, const lab_question *q, const lab_step *s, const truth *t, const char *given,
                 const char *text);
/* "frames 4, 9 and 17"; "" if there are none. */
void truth_frames(const truth *t, char *out, size_t room);
/* The order in which the options are shown: the seed chooses. */
void grade_order(const lab *l, uint64_t seed, const lab_question *q, unsigned order[GRADE_OPTIONS]);

#endif
