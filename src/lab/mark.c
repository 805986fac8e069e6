/* mark.c - a folder of what learners have handed in. */
#include "lab/mark.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "lab/tap.h"

static void note(mark *k, const char *format, va_list ap) __attribute__((format(printf, 2, 0)));
static void note(mark *k, const char *format, va_list ap) {
    if (k->reason_count < HANDIN_REASONS)
        handin_reason(k->reasons[k->reason_count++], format, ap);
}

static void refuse(mark *k, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void refuse(mark *k, const char *format, ...) {
    va_list ap;
    k->graded = false;
    va_start(ap, format);
    note(k, format, ap);
    va_end(ap);
}

/* What is to be known of one that is graded all the same. */
static void remark(mark *k, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void remark(mark *k, const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    note(k, format, ap);
    va_end(ap);
}

/* ---- which lab, which seed -------------------------------------------------------------- */

/* The lab of that name, read once. */
static mark_lab *lab_of(marking *m, const char *id) {
    wt_problem unused;
    for (unsigned i = 0; i < m->lab_count; i++)
        if (strcmp(m->labs[i].lab.id, id) == 0)
            return &m->labs[i];
    if (m->lab_count == MARK_LABS || !lab_is_name(id))
        return NULL;
    mark_lab *l = &m->labs[m->lab_count];
    *l = (mark_lab){.recorded = {.count = 0}};
    if (!lab_open(&l->lab, id, &unused)) {
        lab_close(&l->lab);
        return NULL;
    }
    m->lab_count++;
    trace *t = l->lab.recorded[0] ? trace_open(l->lab.recorded, &unused) : NULL;
    if (t)
        handin_steps_of(t, &l->recorded);
    trace_close(t);
    return l;
}

static bool same_name(const char *a, const char *b) {
    size_t n = strlen(a), k = strlen(b);
    while (n && isspace((unsigned char)a[n - 1]))
        n--;
    while (k && isspace((unsigned char)b[k - 1]))
        k--;
    return n == k && strncasecmp(a, b, n) == 0;
}

static void check_seed(const marking *m, mark *k) {
    uint64_t wanted = m->seed;
    for (unsigned i = 0; i < m->seed_count; i++)
        if (same_name(m->seeds[i].name, k->name))
            wanted = m->seeds[i].seed;
    if (m->seeds_given && !wanted)
        refuse(k, "no seed was given to “%s”", k->name);
    else if (wanted && wanted != k->seed)
        refuse(k, "it is of seed %" PRIu64 ", and seed %" PRIu64 " was given out", k->seed, wanted);
}

/* ---- one file --------------------------------------------------------------------------- */

static void add_answer(guide *g, mark *k, const guide_result *r, const kept_answer *given) {
    mark_answer *a = &k->answers[k->answer_count++];
    grading how = {g->lab, &g->vary, g->trace};
    truth t;
    *a = (mark_answer){.prediction = r->prediction, .verdict = r->verdict, .hints = given ? given->hints : 0};
    snprintf(a->id, sizeof a->id, "%s", r->question->id);
    a->answer = strdup(r->answer);
    a->truth = strdup(r->truth);
    k->answered += !r->prediction && r->answer[0];
    if (r->verdict == VERDICT_WRONG || r->verdict == VERDICT_UNKNOWN) {
        truth_find(&how, r->question, r->step, &t);
        char *mistake = t.known ? truth_mistake(&how, r->question, r->step, &t, r->answer) : NULL;
        bool read = truth_readable(&how, r->question, r->answer);
        const char *why = !t.known  ? t.why.text
                          : mistake ? mistake
                          : read    ? r->truth
                                    : truth_form(r->question, r->answer);
        const char *begin = !t.known  ? "this can't be graded: "
                            : mistake ? ""
                            : read    ? "the capture shows "
                                      : "it can't be read. ";
        if (asprintf(&a->say, "%s%s", begin, why) < 0)
            a->say = NULL;
        free(mistake);
    }
}

static void grade(mark_lab *l, trace *t, const handin *h, mark *k) {
    guide *g = calloc(1, sizeof *g);
    k->answers = calloc(PROGRESS_ANSWERS, sizeof *k->answers);
    if (!g || !k->answers) {
        refuse(k, "out of memory");
        free(g);
        return;
    }
    *g = (guide){.lab = &l->lab, .asking = GUIDE_FILE, .trace = t, .progress = h->answers, .page = {.width = 80}};
    vary_choose(&g->vary, l->lab.file, t->seed);
    guide_check(g);
    for (unsigned i = 0; i < g->result_count; i++)
        add_answer(g, k, &g->results[i], progress_find(&g->progress, g->results[i].question->id));
    for (unsigned i = 0; i < g->progress.count; i++)
        if (!lab_find_question(&l->lab, g->progress.answers[i].id, NULL))
            remark(k, "it answers %s, which is no question of this lab", g->progress.answers[i].id);
    k->right = guide_right(g);
    k->asked = guide_asked(g);
    free(g);
}

/* Every step that captures something is there. */
static void check_steps(const lab *l, const trace *t, mark *k) {
    for (unsigned i = 0; i < l->file->steps_count; i++)
        if (l->file->steps[i].wait && !l->file->steps[i].optional && trace_step(t, l->file->steps[i].id) == TRACE_ANY)
            refuse(k, "step %s was not done", l->file->steps[i].id);
}

static bool is_recorded(const handin_steps *ours, const handin_steps *recorded) {
    for (unsigned i = 0; i < ours->count; i++) {
        bool found = !ours->step[i].frames;
        for (unsigned r = 0; r < recorded->count; r++)
            found |= strcmp(ours->step[i].digest, recorded->step[r].digest) == 0;
        if (!found)
            return false;
    }
    return ours->count > 1;
}

static void judge(marking *m, mark *k, trace *t, handin *h) {
    handin_read(t, h);
    handin_steps_of(t, &k->steps);
    memcpy(k->name, h->name, sizeof k->name);
    memcpy(k->lab, t->lab, sizeof k->lab);
    k->seed = t->seed;
    for (unsigned i = 0; i < h->reason_count; i++)
        refuse(k, "%s", h->reasons[i]);
    if (k->reason_count)
        return;
    mark_lab *l = lab_of(m, t->lab);
    if (!l) {
        refuse(k, "there is no lab %s here", t->lab);
        return;
    }
    k->recorded = is_recorded(&k->steps, &l->recorded);
    if (m->lab && strcmp(m->lab, t->lab) != 0)
        refuse(k, "it is of lab %s", t->lab);
    if (!k->recorded)
        check_seed(m, k);
    check_steps(&l->lab, t, k);
    if (k->graded)
        grade(l, t, h, k);
}

/* What is wrong with a file: it, not its path. */
static void refuse_unread(mark *k, const char *path, const char *text) {
    size_t n = strlen(path);
    bool named = strncmp(text, path, n) == 0 && text[n] == ' ';
    refuse(k, "%s%s", named ? "it " : "", named ? text + n + 1 : text);
}

static void read_path(marking *m, mark *k, const char *path) {
    wt_problem problem;
    trace *t = NULL;
    struct stat is;
    handin *h = malloc(sizeof *h);
    k->graded = true;
    if (!h || stat(path, &is) != 0 || is.st_size > TAP_BYTES)
        refuse(k, h ? "it is larger than any lab's capture" : "out of memory");
    else if ((t = trace_open(path, &problem)) == NULL)
        refuse_unread(k, path, problem.text);
    else
        judge(m, k, t, h);
    trace_close(t);
    free(h);
}

void mark_read(marking *m, mark *k) {
    char *path = NULL;
    if (asprintf(&path, "%s/%s", m->folder, k->file) < 0)
        refuse(k, "out of memory");
    else
        read_path(m, k, path);
    if (path)
        free(path);
    k->made = true;
}

void mark_refuse_unreadable(mark *k, bool slow) {
    if (slow)
        refuse(k, "it takes more than %d seconds to read", MARK_SECONDS);
    else
        refuse(k, "wiretale could not read it to its end, which is a mistake of wiretale's");
    k->made = true;
}

/* ---- all of them ------------------------------------------------------------------------ */

static int visible(const struct dirent *e) { return e->d_name[0] != '.'; }

static bool add(marking *m, const char *path) {
    if (m->count % 64 == 0) {
        mark *more = m->count < MARK_MOST ? realloc(m->marks, (m->count + 64) * sizeof *more) : NULL;
        if (!more)
            return false;
        m->marks = more;
    }
    mark *k = &m->marks[m->count];
    *k = (mark){.file = strdup(path + strlen(m->folder) + 1)};
    if (!k->file)
        return false;
    m->count++;
    return true;
}

static bool walk(marking *m, const char *folder, unsigned depth, wt_problem *problem) {
    struct dirent **all;
    int n = scandir(folder, &all, visible, alphasort);
    bool ok = n >= 0;
    if (!ok)
        snprintf(problem->text, sizeof problem->text, "cannot read the folder %.180s: %s", folder, strerror(errno));
    for (int i = 0; i < n; i++) {
        char *path = NULL;
        struct stat is;
        if (ok && asprintf(&path, "%s/%s", folder, all[i]->d_name) > 0 && lstat(path, &is) == 0) {
            if (S_ISDIR(is.st_mode) && depth < MARK_DEPTH)
                ok = walk(m, path, depth + 1, problem);
            else if (S_ISREG(is.st_mode) && !add(m, path))
                ok = (snprintf(problem->text, sizeof problem->text, "more than %d files, or out of memory", MARK_MOST),
                      false);
        }
        free(path);
        free(all[i]);
    }
    if (n >= 0)
        free(all);
    return ok;
}

/* A step's frames, to the nanosecond, are in two files: one of them is a copy. */
static bool share_a_step(const mark *a, const mark *b) {
    for (unsigned i = 1; i < a->steps.count; i++)
        for (unsigned k = 1; k < b->steps.count; k++)
            if (a->steps.step[i].frames && strcmp(a->steps.step[i].digest, b->steps.step[k].digest) == 0)
                return true;
    return false;
}

static void find_copies(marking *m) {
    for (unsigned i = 0; i < m->count; i++)
        for (unsigned k = i + 1; k < m->count; k++) {
            mark *a = &m->marks[i], *b = &m->marks[k];
            if (a->recorded || b->recorded || strcmp(a->lab, b->lab) != 0 || !share_a_step(a, b))
                continue;
            refuse(a, "its capture is also in %.120s", b->file);
            refuse(b, "its capture is also in %.120s", a->file);
        }
}

/* A whole number and nothing behind it; 0: there is none. */
static uint64_t read_seed(const char *text) {
    char *end;
    errno = 0;
    text += strspn(text, " \t");
    uint64_t seed = isdigit((unsigned char)*text) ? strtoull(text, &end, 10) : 0;
    return seed && !errno && !end[strspn(end, " \t\r\n")] ? seed : 0;
}

bool mark_read_seeds(marking *m, const char *path, wt_problem *problem) {
    char line[256];
    FILE *f = fopen(path, "re");
    bool ok = f != NULL;
    m->seeds_given = true;
    if (!ok)
        snprintf(problem->text, sizeof problem->text, "cannot read %.150s: %s", path, strerror(errno));
    for (unsigned number = 1; ok && fgets(line, sizeof line, f); number++) {
        char *colon = strrchr(line, ':'), *begin = line + strspn(line, " \t\n");
        if (!*begin || *begin == '#')
            continue;
        uint64_t seed = colon ? read_seed(colon + 1) : 0;
        mark_seed *more = seed ? realloc(m->seeds, (m->seed_count + 1) * sizeof *more) : NULL;
        if (!more) {
            snprintf(problem->text, sizeof problem->text, "%.150s: line %u is no name with a seed", path, number);
            snprintf(problem->hint, sizeof problem->hint, "A line is a name, a colon and a number: Ada: 417");
            ok = false;
            break;
        }
        m->seeds = more;
        *colon = 0;
        more[m->seed_count].seed = seed;
        snprintf(more[m->seed_count++].name, sizeof more->name, "%s", begin);
    }
    if (f)
        fclose(f);
    return ok;
}

bool mark_folder(marking *m, wt_problem *problem) {
    *problem = (wt_problem){.text = ""};
    if (!walk(m, m->folder, 0, problem))
        return false;
    mark_read_all(m);
    find_copies(m);
    if (m->count)
        return true;
    snprintf(problem->text, sizeof problem->text, "there is nothing in %.180s", m->folder);
    snprintf(problem->hint, sizeof problem->hint, "Put there what learners hand in: `wiretale lab hand-in` writes it.");
    return false;
}

void mark_free(marking *m) {
    for (unsigned i = 0; i < m->count; i++) {
        mark *k = &m->marks[i];
        for (unsigned a = 0; k->answers && a < k->answer_count; a++) {
            free(k->answers[a].answer);
            free(k->answers[a].truth);
            free(k->answers[a].say);
        }
        free(k->answers);
        free(k->file);
    }
    free(m->marks);
    free(m->seeds);
    for (unsigned i = 0; i < m->lab_count; i++)
        lab_close(&m->labs[i].lab);
}
