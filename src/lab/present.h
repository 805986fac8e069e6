/* present.h - a lab for a room: one idea a screen, guesses before truth, live or at the same step of the recording. */
#ifndef WT_LAB_PRESENT_H
#define WT_LAB_PRESENT_H

#include "lab/engine.h"
#include "lab/guide.h"
#include "lab/screen.h"

enum { PRESENT_GUESSES = 12, PRESENT_HANDS = 256, PRESENT_LETTERS = 6 };

typedef struct guess {
    char text[64];                   /* an option's key, or what was typed */
    unsigned hands;
} guess;

typedef struct tally {               /* what the room says to one question */
    const lab_question *question;
    const lab_step *step;
    bool prediction;
    guess guesses[PRESENT_GUESSES];
    unsigned count;
    uint8_t raised[PRESENT_HANDS];   /* whose hand came when, to take the last one back */
    unsigned hands;
    unsigned hints;                  /* that were shown */
    bool revealed;
} tally;

enum slide_kind {
    SLIDE_TITLE, SLIDE_CLAIM, SLIDE_NETWORK, SLIDE_STEP, SLIDE_PREDICT, SLIDE_RUN, SLIDE_SHOW, SLIDE_TRUTH, SLIDE_ASK,
    SLIDE_BACK, SLIDE_RECAP, SLIDE_TRANSFER, SLIDE_SUMMARY
};

typedef struct slide {
    enum slide_kind kind;
    unsigned step;                   /* index; steps_count: after the last */
    const lab_show *show;
    tally *tally;
} slide;

typedef struct present {
    const lab *lab;
    screen screen;
    guide *live, *recorded;          /* the same lab: as it runs here, and as it was recorded
                                      * (NULL: there is no recording) */
    bool on_record;                  /* which of them is looked at */
    uint64_t seed;                   /* of what the room does: the live one's, unless all of it is the recording */
    bool all_recorded;
    engine engine;
    bool running;                    /* the engine is */
    unsigned ran;                    /* steps that it has done */
    char **output;                   /* of each step: what was run, and what it printed */
    wt_problem problem;              /* why it does not run; "" if it does */
    slide *slides;
    tally *tallies;
    unsigned slide_count, tally_count, at, top;
    bool paused, helping, busy;      /* busy: a step runs */
    char typed[64];                  /* a guess, or the number of a step, as it is being typed */
    char typing;                     /* 'g'uess, 's'tep, 0: nothing is */
} present;

/* Make the slides of a lab.  `recorded`: begin with the recording.  False: out of memory, or there is none. */
bool present_begin(present *p, const lab *l, uint64_t seed, bool recorded, wt_problem *problem);
/* Begin at that step (from 0). */
void present_go(present *p, unsigned step);
/* Until the last key. */
bool present_run(present *p, wt_problem *problem);
void present_end(present *p);
/* What the room guessed, and what was true, as JSON. */
void present_json(present *p, FILE *to);

/* ---- slides.c --------------------------------------------------------------------------- */

/* The guide that is looked at now: seed, capture. */
static inline guide *present_guide(const present *p) { return p->on_record ? p->recorded : p->live; }
/* What a slide says; free() it. */
char *slide_text(present *p, const slide *s);
/* What the keys do here. */
const char *slide_keys(const present *p, const slide *s);
/* Whether the truth (or what a step did) is shown after this one only. */
bool slide_hides(const present *p, const slide *s);

#endif
