/* lab.h - what the commands of `wiretale lab` share: their options, the lab they are about, the page they write. */
#ifndef WT_CMD_LAB_H
#define WT_CMD_LAB_H

#include "lab/guide.h"

typedef struct lab_options {
    const char *command, *name, *more;
    const char *answers, *write, *format, *color, *who, *seeds, *at, *keys, *paper, *output;
    char **operands;                 /* what follows the command: `name`, `more`, and others */
    unsigned operand_count;
    uint64_t seed, width, rows;
    bool json, csv, recorded, key;
} lab_options;

/* The lab of that name.  0, or the exit status after having said what is wrong. */
int lab_command_open(lab *l, const char *name);
page lab_command_page(const lab_options *o);
/* Answers from a file, for that lab.  0, or the exit status; an answer to no question of it is told. */
int lab_command_answers(const lab_options *o, const lab *l, progress *p);
/* Any seed. */
uint64_t lab_command_seed(void);
/* The capture that `name` means: a file that says which lab it is of, or what was kept of a lab; and that lab's
 * name.  0, or the exit status. */
int lab_command_capture(const lab_options *o, char *file, size_t room, char *id, size_t id_room);

/* lab_class.c: what learners hand in, its marks, and sheets of paper */
int lab_hand_in(const lab_options *o);
int lab_grade(const lab_options *o);
int lab_sheet(const lab_options *o);
/* lab_map.c: which labs there are */
int lab_list(const lab_options *o);
int lab_map(const lab_options *o);
/* lab_plot.c: its tables and curves, from a capture */
int lab_plot(const lab_options *o);
/* lab_doctor.c: does it all work here? */
int lab_doctor(const lab_options *o);
/* lab_present.c: a lab for a room */
int lab_present(const lab_options *o);

#endif
