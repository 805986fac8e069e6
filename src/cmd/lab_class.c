/* lab_class.c - wiretale lab hand-in, grade, sheet: from a learner's machine to an instructor's marks. */
#include "cmd/lab.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cmd/cmd.h"
#include "cmd/output.h"
#include "lab/handin.h"
#include "lab/json.h"
#include "lab/keep.h"
#include "lab/mark.h"
#include "lab/paper.h"

/* ---- handing in ------------------------------------------------------------------------- */

/* Which questions of the lab have no answer. */
static unsigned unanswered(const lab *l, progress *p, unsigned *of) {
    unsigned missing = 0;
    *of = 0;
    for (unsigned i = 0; i < l->file->steps_count; i++)
        for (unsigned q = 0; q < l->file->steps[i].ask_count && !l->file->steps[i].optional; q++) {
            const kept_answer *a = progress_find(p, l->file->steps[i].ask[q].id);
            missing += !a || !a->text[0];
            ++*of;
        }
    return missing;
}

/* A capture that was changed before would be refused after: it is better said now. */
static int refuse_broken(const handin *h, const char *file) {
    for (unsigned i = 0; h->sealed && i < h->reason_count; i++)
        if (!strstr(h->reasons[i], "without answers"))
            return say_problem(STATUS_INPUT, "Run the lab again; hand in what it keeps, as it is.", "%s: %s", file,
                               h->reasons[i]);
    return h->sealed ? 0 : say_problem(STATUS_INPUT, "`wiretale lab run LAB -w FILE` makes one.",
                                       "%s was not captured by this version of wiretale, or was edited", file);
}

/* The recording that comes with the lab needs no seal: everybody has it. */
static int check_capture(const char *file, bool recorded) {
    wt_problem problem;
    handin *h = malloc(sizeof *h);
    trace *t = h ? trace_open(file, &problem) : NULL;
    int status = 0;
    if (!h) {
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    } else if (!t) {
        status = say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    } else {
        handin_read(t, h);
        status = recorded && !h->sealed ? 0 : refuse_broken(h, file);
    }
    trace_close(t);
    free(h);
    return status;
}

static void tell_hand_in(const lab_options *o, const lab *l, const char *to, unsigned missing, unsigned of) {
    if (o->json) {
        printf("{");
        json_named(stdout, "file", to);
        printf(", ");
        json_named(stdout, "lab", l->id);
        printf(", \"answered\": %u, \"asked\": %u}\n", of - missing, of);
        return;
    }
    printf("%s: lab %.2s, %u of %u questions answered. This one file is what you hand in.\n", to, l->id, of - missing,
           of);
    if (!o->who)
        printf("It does not say whose it is: --name NAME does.\n");
}

int lab_hand_in(const lab_options *o) {
    char file[600], id[64], to[200];
    lab l;
    wt_problem problem = {.text = "", .hint = ""};
    unsigned of = 0, missing = 0;
    if (!o->name)
        return say_problem(STATUS_USAGE, "wiretale lab hand-in 02 --name Ada", "hand in which lab?");
    int status = lab_command_capture(o, file, sizeof file, id, sizeof id);
    if (status || (status = lab_command_open(&l, o->more ? o->more : id)) != 0)
        return status;
    progress *p = calloc(1, sizeof *p);
    status = p ? check_capture(file, o->recorded) : say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (!status && o->answers)
        status = lab_command_answers(o, &l, p);
    if (!status && !o->answers)
        progress_load(p, &l, o->recorded);
    snprintf(to, sizeof to, "%.63s-hand-in.pcapng", l.id);
    if (!status && !keep_handin(file, o->write ? o->write : to, p, o->who ? o->who : "", &problem))
        status = say_problem(STATUS_OUTPUT, problem.hint, "%s", problem.text);
    if (!status) {
        missing = unanswered(&l, p, &of);
        tell_hand_in(o, &l, o->write ? o->write : to, missing, of);
    }
    free(p);
    lab_close(&l);
    return status;
}

/* ---- marks ------------------------------------------------------------------------------ */

/* A folder without the slashes at its end. */
static char *folder_of(const char *name) {
    char *folder = strdup(name);
    for (size_t n = folder ? strlen(folder) : 0; n > 1 && folder[n - 1] == '/'; n--)
        folder[n - 1] = 0;
    return folder;
}

static int mark_all(marking *m, const lab_options *o) {
    wt_problem problem = {.text = "", .hint = ""};
    bool refused = false;
    if ((o->seeds && !mark_read_seeds(m, o->seeds, &problem)) || !mark_folder(m, &problem))
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    page p = lab_command_page(o);
    if (o->json)
        mark_json(m, stdout);
    else if (o->csv)
        mark_csv(m, stdout);
    else
        mark_print(m, &p);
    for (unsigned i = 0; i < m->count; i++)
        refused |= !m->marks[i].graded;
    return refused ? STATUS_USAGE : STATUS_OK;
}

int lab_grade(const lab_options *o) {
    lab wanted = {.file = NULL};
    if (!o->name)
        return say_problem(STATUS_USAGE, "wiretale lab grade handed-in/", "grade which folder?");
    int status = o->more ? lab_command_open(&wanted, o->more) : 0;
    if (status)
        return status;
    marking *m = calloc(1, sizeof *m);
    char *folder = folder_of(o->name);
    if (!m || !folder) {
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    } else {
        *m = (marking){.folder = folder, .lab = o->more ? wanted.id : NULL, .seed = o->seed};
        status = mark_all(m, o);
        mark_free(m);
    }
    free(m);
    free(folder);
    lab_close(&wanted);
    return status;
}

/* ---- on paper --------------------------------------------------------------------------- */

static int write_paper(paper *p, const lab_options *o) {
    char *text = NULL;
    size_t n;
    output out;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (o->json)
        paper_json(p, f);
    else
        paper_html(p, f);
    int status = fclose(f) != 0 ? say_problem(STATUS_MEMORY, NULL, "out of memory")
                                : output_open(&out, o->write ? o->write : o->output);
    if (!status) {
        wt_out_write(out.to, text, n);
        status = output_close(&out);
    }
    free(text);
    return status;
}

int lab_sheet(const lab_options *o) {
    lab l;
    wt_problem problem;
    const char *size = !o->paper || strcasecmp(o->paper, "a4") == 0 ? "A4"
                       : strcasecmp(o->paper, "letter") == 0        ? "letter"
                                                                    : NULL;
    if (!size)
        return say_problem(STATUS_USAGE, "--paper a4 or --paper letter", "there is no paper %s", o->paper);
    int status = lab_command_open(&l, o->name);
    if (status)
        return status;
    const char *capture = o->more ? o->more : l.recorded;
    guide *g = calloc(1, sizeof *g);
    if (!g)
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    else if (!capture[0])
        status = say_problem(STATUS_INPUT, "wiretale lab sheet LAB CAPTURE takes the frames from there.",
                             "lab %s has no recording", l.id);
    else if ((*g = (guide){.lab = &l, .asking = GUIDE_NOBODY, .trace = trace_open(capture, &problem)}).trace == NULL)
        status = say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    else if (strcmp(g->trace->lab, l.id) != 0)
        status = say_problem(STATUS_INPUT, NULL, "%s is no capture of lab %s", capture, l.id);
    if (!status) {
        paper p = {.guide = g, .key = o->key, .size = size};
        vary_choose(&g->vary, l.file, g->trace->seed);
        status = write_paper(&p, o);
    }
    if (g)
        trace_close(g->trace);
    free(g);
    lab_close(&l);
    return status;
}
