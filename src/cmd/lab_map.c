/* lab_map.c - wiretale lab list, map: which labs there are, and which come before which. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/lab.h"
#include "lab/json.h"

enum { LABS_MOST = 64 };

typedef struct entry {
    lab lab;
    progress progress;
    int parent;                      /* the last of the labs that come before it; -1: none does */
    unsigned depth;
} entry;

typedef struct catalogue {
    entry *all;
    unsigned count, broken;
} catalogue;

/* ---- reading ---------------------------------------------------------------------------- */

static void add(void *user, const char *id) {
    catalogue *l = user;
    wt_problem problem;
    if (l->count == LABS_MOST)
        return;
    entry *e = &l->all[l->count];
    if (!lab_open(&e->lab, id, &problem)) {
        say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
        lab_close(&e->lab);
        l->broken++;
        return;
    }
    progress_load(&e->progress, &e->lab, false);
    e->parent = -1;
    l->count++;
}

static int find(const catalogue *l, const char *name) {
    size_t n = strlen(name);
    for (unsigned i = 0; i < l->count; i++)
        if (strncmp(l->all[i].lab.id, name, n) == 0 && strchr("-", l->all[i].lab.id[n]))
            return (int)i;
    return -1;
}

/* Labs come in order, and those before a lab are read already. */
static void find_parents(catalogue *l) {
    for (unsigned i = 0; i < l->count; i++) {
        const lab_file *f = l->all[i].lab.file;
        for (unsigned k = 0; k < f->after_count; k++) {
            int before = find(l, f->after[k]);
            if (before < 0 || before >= (int)i || l->all[before].depth + 1 < l->all[i].depth)
                continue;
            l->all[i].parent = before;
            l->all[i].depth = l->all[before].depth + 1;
        }
    }
}

static int read_all(catalogue *l) {
    *l = (catalogue){.all = calloc(LABS_MOST, sizeof *l->all)};
    if (!l->all)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (!lab_each(add, l))
        return say_problem(STATUS_INPUT, "Set WIRETALE_LABS to their folder.", "the labs are not found");
    find_parents(l);
    return l->broken ? STATUS_INPUT : STATUS_OK;
}

static void forget(catalogue *l) {
    for (unsigned i = 0; i < l->count; i++)
        lab_close(&l->all[i].lab);
    free(l->all);
}

/* ---- list ------------------------------------------------------------------------------- */

static void list_one(const entry *e) {
    const lab_file *f = e->lab.file;
    char done[40] = "";
    if (e->progress.done == f->steps_count)
        snprintf(done, sizeof done, ", done");
    else if (e->progress.seed)
        snprintf(done, sizeof done, ", %u of %u steps done", e->progress.done, f->steps_count);
    printf("%-20s %s (%u min%s)\n", e->lab.id, f->title, f->minutes, done);
}

static void json_one(const entry *e) {
    const lab_file *f = e->lab.file;
    printf("{");
    json_named(stdout, "lab", e->lab.id);
    printf(", ");
    json_named(stdout, "title", f->title);
    printf(", ");
    json_named(stdout, "question", f->question);
    printf(", \"minutes\": %u, \"optional_minutes\": %u, \"steps\": %u, \"done\": %u, \"recorded\": %s, \"after\": [",
           f->minutes, f->optional_minutes, f->steps_count, e->progress.done, e->lab.recorded[0] ? "true" : "false");
    for (unsigned k = 0; k < f->after_count; k++) {
        printf(k ? ", " : "");
        json_text(stdout, f->after[k]);
    }
    printf("]}");
}

int lab_list(const lab_options *o) {
    catalogue l;
    int status = read_all(&l);
    for (unsigned i = 0; i < l.count; i++) {
        if (o->json) {
            printf(i ? ",\n " : "[");
            json_one(&l.all[i]);
        } else {
            list_one(&l.all[i]);
        }
    }
    if (o->json)
        printf("%s]\n", l.count ? "" : "[");
    forget(&l);
    return status;
}

/* ---- map -------------------------------------------------------------------------------- */

static bool is_before(const catalogue *l, int one, int other) {
    for (int i = other; i >= 0; i = l->all[i].parent)
        if (i == one)
            return true;
    return false;
}

/* What comes before it and is not above it in the tree. */
static void print_others(const catalogue *l, const entry *e) {
    unsigned n = 0;
    for (unsigned k = 0; k < e->lab.file->after_count; k++)
        if (!is_before(l, find(l, e->lab.file->after[k]), e->parent))
            printf("%s%s", n++ ? ", " : "; also after ", e->lab.file->after[k]);
}

static void draw(const catalogue *l, int parent, const char *before) {
    unsigned left = 0;
    for (unsigned i = 0; i < l->count; i++)
        left += l->all[i].parent == parent;
    for (unsigned i = 0; i < l->count; i++) {
        const entry *e = &l->all[i];
        if (e->parent != parent)
            continue;
        left--;
        printf("%s%s%.2s %s (%u min", before, parent < 0 ? "" : left ? "├── " : "└── ", e->lab.id, e->lab.file->title,
               e->lab.file->minutes);
        print_others(l, e);
        puts(")");
        char *deeper = NULL;
        if (asprintf(&deeper, "%s%s", before, parent < 0 ? "" : left ? "│   " : "    ") >= 0)
            draw(l, (int)i, deeper);
        free(deeper);
    }
}

/* "04 comes after 00 and 02." */
static void tell(const entry *e) {
    const lab_file *f = e->lab.file;
    printf("%.2s, %s, %u minutes, %s", e->lab.id, f->title, f->minutes,
           f->after_count ? "comes after " : "needs nothing before it");
    for (unsigned k = 0; k < f->after_count; k++)
        printf("%s%s", k == 0 ? "" : k + 1 == f->after_count ? " and " : ", ", f->after[k]);
    puts(".");
}

int lab_map(const lab_options *o) {
    catalogue l;
    int status = read_all(&l);
    if (strcmp(o->format, "prose") == 0)
        for (unsigned i = 0; i < l.count; i++)
            tell(&l.all[i]);
    else
        draw(&l, -1, "");
    forget(&l);
    return status;
}
