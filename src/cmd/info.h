/* info.h - what a survey found, for people and for programs. */
#ifndef WT_CMD_INFO_H
#define WT_CMD_INFO_H

#include "capture/survey.h"
#include "print/out.h"

typedef struct info {
    const char *name;                    /* the file's, as it was given */
    wt_survey survey;
    const wt_problem *problem;           /* what the reader stumbled over; text "" if nothing */
    uint64_t size;                       /* of the file; 0: standard input */
    bool color;
    unsigned width;
} info;

void info_text(const info *i, wt_out *o);
void info_json(const info *i, wt_out *o);
/* Whether wiretale reads frames of this link type; *name is what it is called, or NULL. */
bool info_link(uint32_t linktype, const char **name);

#endif
