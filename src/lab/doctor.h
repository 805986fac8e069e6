/* doctor.h - what this machine can't do for labs, why, and the one command that fixes it. */
#ifndef WT_LAB_DOCTOR_H
#define WT_LAB_DOCTOR_H

#include "lab/lab.h"

typedef struct finding {
    const char *what;                /* "private network" */
    bool fine, needed;               /* needed: no lab runs without it */
    char text[256], fix[256];        /* why not; the command */
} finding;

enum { DOCTOR_MOST = 32 };

/* Try everything that labs need; with `l`, the programs of that lab, too.  How many findings. */
unsigned doctor_examine(const lab *l, finding findings[DOCTOR_MOST]);
/* Is one of the programs that the lab needs there?  `need` is as lab.yaml has it, and must stay. */
void doctor_program(const lab *l, const char *need, finding *f);

#endif
