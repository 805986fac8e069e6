/* lab_present.c - wiretale lab present: a lab for a room. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/lab.h"
#include "lab/code.h"
#include "lab/present.h"

/* A terminal on both sides; or screens one after the other, for keys from a file. */
static int prepare(present *p, const lab_options *o) {
    page like = lab_command_page(o);
    p->screen = (screen){.to = like.to, .color = like.color, .prose = like.prose, .columns = like.width,
                         .rows = o->rows ? (unsigned)o->rows : 24};
    if (p->screen.columns < SCREEN_COLUMNS || p->screen.rows < SCREEN_ROWS)
        return say_problem(STATUS_USAGE, "80 columns and 24 rows, or more",
                           "a screen has at least %d columns and %d rows", SCREEN_COLUMNS, SCREEN_ROWS);
    if (o->keys) {
        p->screen.keys = strcmp(o->keys, "-") == 0 ? stdin : fopen(o->keys, "re");
        return p->screen.keys ? 0 : say_problem(STATUS_INPUT, "A file of keys: > goes on, < back, # begins a comment.",
                                                "cannot read %s", o->keys);
    }
    if (!isatty(STDIN_FILENO) || o->json)
        return say_problem(STATUS_USAGE, "--keys FILE reads the keys from a file.", "there is no keyboard");
    p->screen.terminal = isatty(STDOUT_FILENO) && !p->screen.prose;
    return 0;
}

static int present_all(present *p, const lab_options *o, const lab *l) {
    wt_problem problem = {.text = "", .hint = ""};
    uint64_t seed = o->seed ? o->seed : lab_command_seed();
    unsigned step = 0;
    if (o->at && !code_read(l, o->at, &seed, &step, &problem))
        return say_problem(STATUS_USAGE, problem.hint, "%s", problem.text);
    int bad = prepare(p, o);
    if (bad)
        return bad;
    if (!present_begin(p, l, seed, o->recorded, &problem))
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    if (step)
        present_go(p, step - 1);
    if (!present_run(p, &problem))
        return say_problem(STATUS_USAGE, problem.hint, "%s", problem.text);
    if (o->json)
        present_json(p, stdout);
    return STATUS_OK;
}

int lab_present(const lab_options *o) {
    lab l;
    int status = lab_command_open(&l, o->name);
    if (status)
        return status;
    present *p = calloc(1, sizeof *p);
    if (!p) {
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    } else {
        p->lab = &l;
        status = present_all(p, o, &l);
        if (p->screen.keys && p->screen.keys != stdin)
            fclose(p->screen.keys);
        present_end(p);
    }
    free(p);
    lab_close(&l);
    return status;
}
