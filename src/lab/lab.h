/* lab.h - a lab as its lab.yaml says it (docs/labs.md explains every key).
 *
 * Texts may hold {name}, which stands for a value of `vary`, and {= EXPRESSION}, which
 * stands for what the capture says. */
#ifndef WT_LAB_LAB_H
#define WT_LAB_LAB_H

#include <stdbool.h>
#include <stdint.h>

#include "wiretale/capture.h"

typedef struct lab_vary {            /* a value that the seed chooses */
    const char *name;
    int64_t from, to;                /* a number in this range, … */
    const char **one_of;             /* … or one of these */
    unsigned one_of_count;
} lab_vary;

typedef struct lab_neighbour {
    const char *address, *mac;
} lab_neighbour;

typedef struct lab_host {
    const char *name;
    const char *gateway;             /* the router that it sends to what is not on its own network */
    bool router;                     /* it passes packets on */
    const char **sysctl;             /* "net.ipv4.tcp_syn_retries = 2" */
    unsigned sysctl_count;
    lab_neighbour *neighbours;       /* known without ARP */
    unsigned neighbours_count;
    const char **setup;              /* commands that are run before anything else */
    unsigned setup_count;
} lab_host;

typedef struct lab_end {
    const char *at, *as, *address;   /* host or switch; name of the interface there; "10.0.0.1/24" or NULL */
} lab_end;

typedef struct lab_pick {            /* certain frames */
    const char *frames, *which;      /* of those that the filter chooses, in a step, these: "7, 9-11" */
} lab_pick;

typedef struct lab_wire {            /* what a cable does to frames; later ones change what earlier ones said */
    const char *from;                /* only to those that this end sends; NULL: to all */
    const char **in;                 /* only in these steps; none: in all */
    unsigned in_count;
    const char *delay, *jitter, *loss, *reorder, *rate, *queue;  /* "20 ms", "5 %", "10 Mbit/s",
                                                                  * "50"; NULL: as before */
    lab_pick *lose, *hurry;          /* these are lost; these skip the delay */
    unsigned lose_count, hurry_count;
} lab_wire;

typedef struct lab_link {            /* a cable; both ends are as honest as a real one's */
    lab_end a, b;
    lab_wire *wire;
    unsigned wire_count;             /* 0: at once, and every frame */
} lab_link;

typedef struct lab_point {           /* where frames are captured */
    const char *name, *at, *as, *about;
} lab_point;

typedef struct lab_ready {           /* when a program may be counted on */
    const char *tcp, *udp;           /* a port that it listens at */
    const char *file;                /* a file that is there */
    const char *prints;              /* a text that it has printed */
} lab_ready;

typedef struct lab_action {
    const char *on, *run;            /* host, command */
    const char *name;                /* of a program that goes on */
    const char *stop;                /* end the program of that name */
    const char *say;                 /* what this is, for who follows */
    bool fails;                      /* it is meant to end with another status than 0 */
    bool hidden;                     /* its output is not shown */
    unsigned within;                 /* seconds that it may take; 0: LAB_PATIENCE */
    lab_ready ready;
} lab_action;

typedef struct lab_head {            /* a row or a column of a table */
    const char *name, *is;           /* `is` stands for {row} or {column} in the value */
    const char *value;               /* columns: instead of the table's; NULL: the table's */
    double x;                        /* columns: where on the axis; 0: there is none */
    unsigned digits;                 /* columns with a value: behind the point */
} lab_head;

typedef struct lab_table {           /* what the capture says, for everything in `rows` and `columns` */
    const char *name, *title, *value;
    lab_head *rows, *columns;
    unsigned rows_count, columns_count, digits;
    const char *axis;                /* what x counts: it can be drawn as curves */
    const char *less;                /* what a smaller value is: "cheaper"; NULL: "less" */
} lab_table;

typedef struct lab_show {            /* what of the capture is shown after a step */
    const char *filter, *at, *say;
    const char *in;                  /* a step, or "all"; this step if it is not said */
    const char *as;                  /* "lines" (default), "text", "picture", "all", "hex", "ladder",
                                      * "bytes", "secrets", "table", "plot" */
    const char *table;               /* which */
    const char *layer;               /* a protocol: not the others' layers */
} lab_show;

typedef struct lab_note {            /* a comment in the capture, at the first of these frames */
    const char *frames, *say;
} lab_note;

enum lab_kind { LAB_NUMBER, LAB_CHOICE, LAB_TEXT, LAB_ORDER, LAB_FRAME };

typedef struct lab_option {          /* one of several answers */
    const char *key, *text;
    const char *when;                /* choice: true if it is the right one */
    const char *rank;                /* order: a number that they are sorted by */
} lab_option;

typedef struct lab_mistake {
    const char *is, *say;            /* an answer that many give, and why it is not so */
} lab_mistake;

typedef struct lab_question {
    const char *id, *ask, *at, *unit, *truth, *tolerance, *because;
    enum lab_kind kind;
    unsigned goal;
    bool hex;                        /* the number is told as hex digits, too */
    lab_option *options;
    unsigned options_count;
    lab_mistake *mistakes;
    unsigned mistakes_count;
    const char **hints;
    unsigned hints_count;
} lab_question;

typedef struct lab_step {
    const char *id, *title, *say;
    lab_question *predict, *ask;
    unsigned predict_count, ask_count;
    lab_action *act;
    unsigned act_count;
    const char *wait;                /* the step is over when this is true of the capture */
    unsigned within;                 /* seconds to wait for it; 0: LAB_PATIENCE */
    lab_show *show;
    unsigned show_count;
    lab_note *notes;
    unsigned notes_count;
    bool optional;                   /* a learner may pass it by; its questions count only if they are answered */
} lab_step;

typedef struct lab_file {
    const char *title, *question, *claim, *picture, *prose, *back, *transfer;
    unsigned minutes, optional_minutes;  /* optional_minutes: what the optional steps take beyond */
    const char **goals, **after, **needs, **switches, **recap;
    unsigned goals_count, after_count, needs_count, switches_count, recap_count;
    lab_vary *vary;
    lab_host *hosts;
    lab_link *links;
    lab_point *points;
    lab_action *programs;
    lab_step *steps;
    lab_table *tables;
    unsigned tables_count;
    unsigned vary_count, hosts_count, links_count, points_count, programs_count, steps_count;
} lab_file;

enum { LAB_PATIENCE = 10, LAB_HINTS = 3 };

typedef struct lab {
    lab_file *file;
    char id[64];                     /* "02-tcp-handshake": its folder's name */
    char folder[512];                /* where lab.yaml is */
    char programs[512];              /* where its compiled programs are */
    char recorded[512];              /* its recorded capture; "" if there is none */
} lab;

/* Find the lab that `name` means ("02", "02-tcp-handshake", "tcp-handshake", a folder) and read it. */
bool lab_open(lab *l, const char *name, wt_problem *problem);
/* Could it be a lab's own name, and not a path?  A capture says of which lab it is, and anybody may have written it. */
bool lab_is_name(const char *name);
void lab_close(lab *l);
/* Call fn with the name of every lab there is, in order.  False: there is no folder of labs. */
bool lab_each(void (*fn)(void *user, const char *id), void *user);
/* What is wrong with the file beyond its form: fn is called for each thing.  How many.  With `standard` also what a
 * finished lab needs: goals with questions, two predictions, six questions, three hints each. */
unsigned lab_lint(const lab *l, bool standard, void (*fn)(void *user, const char *text), void *user);
/* The question of that name, and the step that it belongs to (may be NULL), or NULL. */
const lab_question *lab_find_question(const lab *l, const char *id, const lab_step **step);

#endif
