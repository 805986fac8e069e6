/* progress.h - what a learner has done: kept in a file, one line a thing, so that nothing
 * is lost at an interruption. */
#ifndef WT_LAB_PROGRESS_H
#define WT_LAB_PROGRESS_H

#include "lab/lab.h"

enum { PROGRESS_ANSWERS = 128, PROGRESS_TEXT = 256 };

enum verdict { VERDICT_NONE, VERDICT_RIGHT, VERDICT_WRONG, VERDICT_PREDICTED, VERDICT_UNKNOWN, VERDICTS };
extern const char *const verdict_names[VERDICTS];

typedef struct kept_answer {
    char id[64], text[PROGRESS_TEXT];
    enum verdict verdict;
    unsigned hints;                  /* that were asked for */
} kept_answer;

typedef struct progress {
    uint64_t seed;                   /* 0: not begun */
    unsigned done;                   /* steps */
    unsigned ran;                    /* those that the capture which is kept has: one more, where its
                                      * questions are not all asked */
    kept_answer answers[PROGRESS_ANSWERS];
    unsigned count;
    char folder[480], file[512];     /* "" if nothing is kept */
} progress;

/* What is kept of this lab, or of going through its recording; empty if nothing is. */
void progress_load(progress *p, const lab *l, bool recorded);
/* Write it all anew, as one file or not at all.  False: it could not be kept. */
bool progress_save(const progress *p);
kept_answer *progress_find(progress *p, const char *id);
/* The place for an answer of that name, new or old; NULL if there are too many. */
kept_answer *progress_answer(progress *p, const char *id);
/* Answers from a file: "id: answer", a line each; # begins a comment.  False: see `problem`. */
bool progress_read_answers(progress *p, const char *path, wt_problem *problem);
/* Forget both: the folders go. */
bool progress_reset(const lab *l, bool *was_there);

#endif
