/* guide.h - a lab from its first word to its grade: says, runs, shows, asks, checks. */
#ifndef WT_LAB_GUIDE_H
#define WT_LAB_GUIDE_H

#include "lab/grade.h"
#include "lab/inside.h"
#include "lab/page.h"
#include "lab/progress.h"

enum guide_asking {
    GUIDE_KEYBOARD,                  /* a learner answers */
    GUIDE_FILE,                      /* the answers are in progress.answers */
    GUIDE_TRUTH,                     /* the capture answers itself: for authors */
    GUIDE_NOBODY                     /* questions are shown, not answered */
};

typedef struct guide_result {        /* of one question */
    const lab_question *question;
    const lab_step *step;
    bool prediction;
    enum verdict verdict;
    char answer[PROGRESS_TEXT], truth[EXPR_TEXT];
    evidence frames;
} guide_result;

typedef struct guide {
    const lab *lab;
    vary vary;
    progress progress;
    page page;
    enum guide_asking asking;
    FILE *in;                        /* where answers are typed */
    bool stepping;                   /* wait for a key before every step */
    bool keep;                       /* progress and capture are kept */
    const char *recorded;            /* the capture to go through instead of making one, or NULL */
    const char *write;               /* a file for the capture, or NULL */
    trace *trace;
    uint64_t frames, dropped;
    char wires[INSIDE_WIRES];        /* what the slow cables did: see wire_hear() */
    guide_result results[PROGRESS_ANSWERS];
    unsigned result_count;
    unsigned again;                  /* steps that are made anew after an interruption:
                                      * until they are, nothing is kept */
    bool left;                       /* the learner has stopped before the end */
    bool enough;                     /* the learner wants no more optional steps */
} guide;

/* All of the lab.  False: see `problem`. */
bool guide_run(guide *g, wt_problem *problem);
/* A text of the lab with what stands for others filled in, as page_say() writes it; NULL: nothing. */
void guide_say(guide *g, enum page_style style, const char *first, const char *text);
/* What a step shows of g->trace. */
void guide_show(guide *g, const lab_step *s, const lab_show *w);
/* Grade all answers against g->trace, saying how each is right or wrong. */
void guide_check(guide *g);
/* Questions that are no predictions, those of optional steps only if they were answered; those answered rightly. */
unsigned guide_asked(const guide *g);
unsigned guide_right(const guide *g);
/* All results as one JSON object. */
void guide_json(const guide *g, FILE *to);

#endif
