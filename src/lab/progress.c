/* progress.c - what a learner has done. */
#include "lab/progress.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *const verdict_names[VERDICTS] = {"none", "right", "wrong", "predicted", "unknown"};

static bool place(progress *p, const lab *l, bool recorded) {
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    const char *suffix = recorded ? "-recorded" : "";
    int n = state && *state == '/' ? snprintf(p->folder, sizeof p->folder, "%s/wiretale/%s%s", state, l->id, suffix)
          : home && *home == '/'
            ? snprintf(p->folder, sizeof p->folder, "%s/.local/state/wiretale/%s%s", home, l->id, suffix) : -1;
    if (n < 0 || (size_t)n >= sizeof p->folder) {
        p->folder[0] = 0;
        return false;
    }
    snprintf(p->file, sizeof p->file, "%s/progress", p->folder);
    return true;
}

kept_answer *progress_find(progress *p, const char *id) {
    for (unsigned i = 0; i < p->count; i++)
        if (strcmp(p->answers[i].id, id) == 0)
            return &p->answers[i];
    return NULL;
}

kept_answer *progress_answer(progress *p, const char *id) {
    kept_answer *a = progress_find(p, id);
    if (a || p->count == PROGRESS_ANSWERS)
        return a;
    a = &p->answers[p->count++];
    *a = (kept_answer){.verdict = VERDICT_NONE};
    snprintf(a->id, sizeof a->id, "%s", id);
    return a;
}

static void read_line(progress *p, const char *line) {
    char id[64], word[16];
    unsigned hints;
    int at = 0;
    if (sscanf(line, "seed %" SCNu64, &p->seed) == 1 || sscanf(line, "done %u", &p->done) == 1 ||
        sscanf(line, "ran %u", &p->ran) == 1)
        return;
    if (sscanf(line, "answer %63s %15s %u %n", id, word, &hints, &at) < 3 || !at)
        return;
    kept_answer *a = progress_answer(p, id);
    if (!a)
        return;
    a->hints = hints;
    for (unsigned i = 0; i < VERDICTS; i++)
        if (strcmp(word, verdict_names[i]) == 0)
            a->verdict = (enum verdict)i;
    snprintf(a->text, sizeof a->text, "%.*s", (int)strcspn(line + at, "\n"), line + at);
}

void progress_load(progress *p, const lab *l, bool recorded) {
    char line[512];
    *p = (progress){.seed = 0};
    FILE *f = place(p, l, recorded) ? fopen(p->file, "re") : NULL;
    while (f && fgets(line, sizeof line, f))
        read_line(p, line);
    if (f)
        fclose(f);
    if (p->done > l->file->steps_count)
        p->done = 0;
    if (p->ran < p->done || p->ran > l->file->steps_count)
        p->ran = p->done;
}

static bool make_folders(const char *folder) {
    char path[512];
    snprintf(path, sizeof path, "%s", folder);
    for (char *slash = path + 1; (slash = strchr(slash, '/')) != NULL; *slash++ = '/') {
        *slash = 0;
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

bool progress_save(const progress *p) {
    char new[600];
    if (!p->folder[0] || !make_folders(p->folder))
        return false;
    snprintf(new, sizeof new, "%s.new", p->file);
    FILE *f = fopen(new, "we");
    if (!f)
        return false;
    fprintf(f, "seed %" PRIu64 "\ndone %u\nran %u\n", p->seed, p->done, p->ran);
    for (unsigned i = 0; i < p->count; i++)
        fprintf(f, "answer %s %s %u %s\n", p->answers[i].id, verdict_names[p->answers[i].verdict], p->answers[i].hints,
                p->answers[i].text);
    bool ok = fflush(f) == 0 && fsync(fileno(f)) == 0;
    ok = fclose(f) == 0 && ok;
    return ok && rename(new, p->file) == 0;
}

/* Without the blanks around it and one pair of quotes. */
static char *trimmed(char *s) {
    s += strspn(s, " \t");
    size_t n = strlen(s);
    while (n && isspace((unsigned char)s[n - 1]))
        s[--n] = 0;
    if (n > 1 && (*s == '"' || *s == '\'') && s[n - 1] == *s) {
        s[n - 1] = 0;
        s++;
    }
    return s;
}

bool progress_read_answers(progress *p, const char *path, wt_problem *problem) {
    char line[512];
    unsigned number = 0;
    FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
    if (!f) {
        snprintf(problem->text, sizeof problem->text, "cannot read %.150s: %s", path, strerror(errno));
        problem->hint[0] = 0;
        return false;
    }
    bool ok = true;
    while (ok && fgets(line, sizeof line, f)) {
        number++;
        char *text = trimmed(line), *colon = strchr(text, ':');
        if (!*text || *text == '#')
            continue;
        if (colon)
            *colon = 0;
        kept_answer *a = colon ? progress_answer(p, trimmed(text)) : NULL;
        if (a)
            snprintf(a->text, sizeof a->text, "%.255s", trimmed(colon + 1));
        ok = a != NULL;
    }
    if (f != stdin)
        fclose(f);
    if (!ok) {
        snprintf(problem->text, sizeof problem->text, "%.150s: line %u is no answer", path, number);
        snprintf(problem->hint, sizeof problem->hint,
                 "A line is the name of a question, a colon and the answer: syns: 3");
    }
    return ok;
}

/* False: it is there, and does not go. */
static bool forget(const lab *l, bool recorded, bool *was_there) {
    progress p = {.seed = 0};
    char capture[600];
    if (!place(&p, l, recorded))
        return true;
    snprintf(capture, sizeof capture, "%s/capture.pcapng", p.folder);
    *was_there |= access(p.file, F_OK) == 0;
    unlink(capture);
    unlink(p.file);
    return rmdir(p.folder) == 0 || errno == ENOENT;
}

bool progress_reset(const lab *l, bool *was_there) {
    *was_there = false;
    bool live = forget(l, false, was_there), recorded = forget(l, true, was_there);
    return live && recorded;
}
