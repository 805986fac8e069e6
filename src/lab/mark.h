/* mark.h - a folder of what learners have handed in: read, checked, graded, compared with each other. */
#ifndef WT_LAB_MARK_H
#define WT_LAB_MARK_H

#include "lab/guide.h"
#include "lab/handin.h"

enum { MARK_LABS = 32, MARK_MOST = 10000, MARK_DEPTH = 4, MARK_SECONDS = 60 };

typedef struct mark_answer {
    char id[64];
    bool prediction;
    enum verdict verdict;
    unsigned hints;
    char *answer, *truth, *say;      /* say: why it is not right; "" if it is */
} mark_answer;

typedef struct mark {
    char *file;                      /* below the folder */
    char name[HANDIN_NAME], lab[64];
    uint64_t seed;
    bool made;                       /* all of this is known */
    bool graded;                     /* else `reasons` says why not */
    bool recorded;                   /* its frames are those of the lab's recording */
    unsigned right, asked, answered;
    mark_answer *answers;
    unsigned answer_count;
    char reasons[HANDIN_REASONS][HANDIN_REASON];     /* why it is not graded; of one that is: what is strange */
    unsigned reason_count;
    handin_steps steps;
} mark;

typedef struct mark_lab {
    lab lab;
    handin_steps recorded;
} mark_lab;

typedef struct mark_seed {           /* which seed was given to whom */
    char name[HANDIN_NAME];
    uint64_t seed;
} mark_seed;

typedef struct marking {
    const char *folder;
    const char *lab;                 /* the only lab that is wanted, or NULL */
    uint64_t seed;                   /* the only seed, or 0 */
    mark_seed *seeds;                /* from a file, or NULL */
    unsigned seed_count;
    bool seeds_given;                /* even if it names nobody */
    mark *marks;
    unsigned count;
    mark_lab labs[MARK_LABS];
    unsigned lab_count;
} marking;

/* Read "name: seed" lines.  False: see `problem`. */
bool mark_read_seeds(marking *m, const char *path, wt_problem *problem);
/* Grade every file below m->folder.  False: see `problem`. */
bool mark_folder(marking *m, wt_problem *problem);
void mark_free(marking *m);

/* For mark_share.c.  Read, check and grade one file. */
void mark_read(marking *m, mark *k);
/* Reading it has ended the process that did; `slow`: as it took more than MARK_SECONDS of a processor. */
void mark_refuse_unreadable(mark *k, bool slow);
/* Read all, each processor a share. */
void mark_read_all(marking *m);

/* The marks as a table for people, as CSV and as JSON. */
void mark_print(const marking *m, page *p);
void mark_csv(const marking *m, FILE *to);
void mark_json(const marking *m, FILE *to);

#endif
