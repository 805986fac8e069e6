/* lab_plot.c - wiretale lab plot: a lab's tables and curves, from any capture of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/lab.h"
#include "cmd/output.h"
#include "lab/table.h"

static bool named(const char *path, const char *end) {
    size_t n = strlen(path), m = strlen(end);
    return n > m && strcmp(path + n - m, end) == 0;
}

/* Of a table with curves only those are drawn into a picture. */
static int picture(const char *path, const table *t) {
    output out;
    int status = output_open(&out, path);
    if (status)
        return status;
    table_svg(t, out.to);
    return output_close(&out);
}

static int tell(const lab_options *o, const grading *how, const lab_table *is) {
    table *t = malloc(sizeof *t);
    int status = STATUS_OK;
    if (!t)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    table_find(t, how, is, NULL);
    if (o->output && !table_has_curves(t)) {
        status = say_problem(STATUS_USAGE, "Curves need columns with an x.", "table %s has no curves", is->name);
    } else if (o->output) {
        status = picture(o->output, t);
    } else {
        page p = lab_command_page(o);
        table_print(t, &p);
        table_plot(t, &p);
    }
    free(t);
    return status;
}

/* The tables of the whole lab: those with a step in each column. */
static int every_table(const lab_options *o, const grading *how) {
    int status = STATUS_OK;
    for (unsigned i = 0; i < how->lab->file->tables_count && status == STATUS_OK; i++)
        if (how->lab->file->tables[i].axis)
            status = tell(o, how, &how->lab->file->tables[i]);
    return status;
}

static int from_capture(const lab_options *o, const lab *l, const char *file) {
    wt_problem problem;
    vary *v = malloc(sizeof *v);
    trace *t = v ? trace_open(file, &problem) : NULL;
    int status = STATUS_OK;
    if (!v)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (!t) {
        free(v);
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    }
    vary_choose(v, l->file, t->seed);
    const grading how = {l, v, t};
    const lab_table *is = o->more ? table_named(l, o->more) : NULL;
    if (o->more && !is)
        status = say_problem(STATUS_USAGE, "lab.yaml names its tables.", "lab %s has no table %s", l->id, o->more);
    else if (!l->file->tables_count)
        status = say_problem(STATUS_USAGE, "Lab 09 has some.", "lab %s has no tables", l->id);
    else if (o->output && !is)
        status = say_problem(STATUS_USAGE, "wiretale lab plot 09 bytes -o bytes.svg", "which table shall be drawn?");
    else
        status = is ? tell(o, &how, is) : every_table(o, &how);
    trace_close(t);
    free(v);
    return status;
}

int lab_plot(const lab_options *given) {
    char file[600], id[64];
    lab l;
    lab_options with = *given, *o = &with;
    with.output = given->output ? given->output : given->write;
    if (!o->name)
        return say_problem(STATUS_USAGE, "wiretale lab plot 09, or a capture file of a lab", "plot what?");
    if (o->output && !named(o->output, ".svg"))
        return say_problem(STATUS_USAGE, "-o FILE.svg", "%s is no name of an SVG picture", o->output);
    int status = lab_command_capture(o, file, sizeof file, id, sizeof id);
    if (status || (status = lab_command_open(&l, id)) != 0)
        return status;
    status = from_capture(o, &l, file);
    lab_close(&l);
    return status;
}
