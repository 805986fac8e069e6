/* lab.c - where labs are, and what is wrong with one beyond its form. */
#include "lab/lab.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/schema.h"

/* ---- finding ---------------------------------------------------------------------------- */

static bool join(char *out, size_t room, const char *folder, const char *name) {
    int n = snprintf(out, room, "%s/%s", folder, name);
    return n > 0 && (size_t)n < room && access(out, F_OK) == 0;
}

static bool program_folder(char *out, size_t room) {
    ssize_t n = readlink("/proc/self/exe", out, room - 1);
    if (n <= 0)
        return false;
    out[n] = 0;
    char *slash = strrchr(out, '/');
    if (slash)
        *slash = 0;
    return slash != NULL;
}

/* In this order: WIRETALE_LABS, the source tree that we were built in, where `make install` puts them, here. */
static bool labs_folder(char *out, size_t room) {
    static const char *const places[] = {"../labs", "../../labs", "../share/wiretale/labs"};
    char here[400];
    const char *set = getenv("WIRETALE_LABS");
    if (set && *set)
        return (size_t)snprintf(out, room, "%s", set) < room && access(out, F_OK) == 0;
    for (size_t i = 0; i < sizeof places / sizeof *places && program_folder(here, sizeof here); i++) {
        char there[512];
        if (join(out, room, here, places[i]) && join(there, sizeof there, out, "00-first-frame/lab.yaml"))
            return true;
    }
    return (size_t)snprintf(out, room, "labs") < room && access("labs", F_OK) == 0;
}

static int labs_only(const struct dirent *e) {
    return e->d_name[0] >= '0' && e->d_name[0] <= '9' && e->d_name[1] >= '0' && e->d_name[1] <= '9' &&
        e->d_name[2] == '-';
}

bool lab_each(void (*fn)(void *user, const char *id), void *user) {
    char folder[512], file[1024];
    struct dirent **all;
    int n = labs_folder(folder, sizeof folder) ? scandir(folder, &all, labs_only, alphasort) : -1;
    for (int i = 0; i < n; i++) {
        if (snprintf(file, sizeof file, "%s/%s/lab.yaml", folder, all[i]->d_name) < (int)sizeof file &&
            access(file, R_OK) == 0)
            fn(user, all[i]->d_name);
        free(all[i]);
    }
    if (n >= 0)
        free(all);
    return n >= 0;
}

typedef struct wanted {
    const char *name;
    char found[64];
} wanted;

/* "02", "2", "02-tcp-handshake" and "tcp-handshake" are the same lab. */
static void match(void *user, const char *id) {
    wanted *w = user;
    size_t n = strlen(w->name);
    bool number = n && strspn(w->name, "0123456789") == n;
    if (w->found[0])
        return;
    if (strcmp(id, w->name) == 0 || strcmp(id + 3, w->name) == 0 ||
        (number && strtoul(w->name, NULL, 10) == strtoul(id, NULL, 10)))
        snprintf(w->found, sizeof w->found, "%.63s", id);
}

static bool find(lab *l, const char *name, wt_problem *problem) {
    wanted w = {.name = name};
    char folder[512];
    struct stat there;
    if (strchr(name, '/') && stat(name, &there) == 0 && S_ISDIR(there.st_mode)) {
        char *real = realpath(name, NULL);
        bool ok = real && (size_t)snprintf(l->folder, sizeof l->folder, "%s", real) < sizeof l->folder;
        free(real);
        if (ok)
            snprintf(l->id, sizeof l->id, "%.63s", strrchr(l->folder, '/') + 1);
        return ok;
    }
    if (!lab_each(match, &w)) {
        *problem = (wt_problem){"the labs are not found", "Set WIRETALE_LABS to their folder."};
        return false;
    }
    if (!w.found[0]) {
        snprintf(problem->text, sizeof problem->text, "there is no lab %.60s", name);
        snprintf(problem->hint, sizeof problem->hint, "`wiretale lab list` lists them.");
        return false;
    }
    memcpy(l->id, w.found, sizeof l->id);
    if (!labs_folder(folder, sizeof folder))
        return false;
    char *real = realpath(folder, NULL);
    bool ok = real && (size_t)snprintf(l->folder, sizeof l->folder, "%s/%s", real, l->id) < sizeof l->folder;
    free(real);
    return ok;
}

/* Beside the program, in a build; else where `make install` puts them. */
static void find_programs(lab *l) {
    static const char *const places[] = {"labs", "../lib/wiretale/labs", "../labs"};
    char here[400], there[512];
    for (size_t i = 0; i < sizeof places / sizeof *places && program_folder(here, sizeof here); i++)
        if (join(there, sizeof there, here, places[i]) && join(l->programs, sizeof l->programs, there, l->id))
            return;
    snprintf(l->programs, sizeof l->programs, "%s", l->folder);
}

static void find_recorded(lab *l) {
    char file[600];
    snprintf(file, sizeof file, "../../captures/%s.pcapng", l->id);
    if (!join(l->recorded, sizeof l->recorded, l->folder, file))
        l->recorded[0] = 0;
}

bool lab_is_name(const char *name) {
    for (const char *p = name; *p; p++)
        if (!isalnum((unsigned char)*p) && !strchr("-_", *p))
            return false;
    return strlen(name) > 3;
}

bool lab_open(lab *l, const char *name, wt_problem *problem) {
    char file[600];
    *l = (lab){.file = NULL};
    if (!find(l, name, problem))
        return false;
    find_programs(l);
    find_recorded(l);
    snprintf(file, sizeof file, "%s/lab.yaml", l->folder);
    l->file = lab_schema_load(file, problem);
    return l->file != NULL;
}

void lab_close(lab *l) {
    if (l->file)
        lab_schema_free(l->file);
    l->file = NULL;
}

const lab_question *lab_find_question(const lab *l, const char *id, const lab_step **step) {
    for (unsigned i = 0; i < l->file->steps_count; i++) {
        const lab_step *s = &l->file->steps[i];
        if (step)
            *step = s;
        for (unsigned q = 0; q < s->ask_count; q++)
            if (strcmp(s->ask[q].id, id) == 0)
                return &s->ask[q];
        for (unsigned q = 0; q < s->predict_count; q++)
            if (strcmp(s->predict[q].id, id) == 0)
                return &s->predict[q];
    }
    return NULL;
}
