/* mark_share.c - marks are made by several processes, one a processor: what one of them can't survive is refused. */
#include "lab/mark.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SHARES = 8 };                 /* processes at most */

typedef struct share {
    pid_t pid;
    FILE *told;                      /* in memory: the marks that it has made */
    unsigned from, step;             /* which files */
} share;

/* ---- told by one, heard by the other: the same program, so structures as they are -------------------------------- */

static void tell_text(FILE *to, const char *text) {
    size_t n = text ? strlen(text) : 0;
    fwrite(&n, sizeof n, 1, to);
    fwrite(text ? text : "", 1, n, to);
}

static char *hear_text(FILE *from) {
    size_t n = 0;
    char *text = fread(&n, sizeof n, 1, from) == 1 ? malloc(n + 1) : NULL;
    if (!text || fread(text, 1, n, from) != n) {
        free(text);
        return NULL;
    }
    text[n] = 0;
    return text;
}

static void tell(FILE *to, unsigned number, const mark *k) {
    fwrite(&number, sizeof number, 1, to);
    fwrite(k, sizeof *k, 1, to);
    for (unsigned i = 0; i < k->answer_count; i++) {
        fwrite(&k->answers[i], sizeof k->answers[i], 1, to);
        tell_text(to, k->answers[i].answer);
        tell_text(to, k->answers[i].truth);
        tell_text(to, k->answers[i].say);
    }
    fflush(to);
}

/* The next mark.  False: there is none, or it is not whole. */
static bool hear(marking *m, FILE *from) {
    unsigned number, count;
    mark *k = malloc(sizeof *k);
    bool ok =
        k && fread(&number, sizeof number, 1, from) == 1 && fread(k, sizeof *k, 1, from) == 1 && number < m->count;
    if (!ok) {
        free(k);
        return false;
    }
    count = k->answer_count;
    k->file = m->marks[number].file;
    k->answer_count = 0;
    k->answers = count ? calloc(count, sizeof *k->answers) : NULL;
    for (unsigned i = 0; i < count && k->answers && ok; i++) {
        mark_answer *a = &k->answers[i];
        ok = fread(a, sizeof *a, 1, from) == 1;
        a->answer = ok ? hear_text(from) : NULL;
        a->truth = ok ? hear_text(from) : NULL;
        a->say = ok ? hear_text(from) : NULL;
        k->answer_count++;
        ok = ok && a->answer && a->truth && a->say;
    }
    k->made = ok;
    m->marks[number] = *k;
    free(k);
    return ok;
}

/* ---- sharing ----------------------------------------------------------------------------------------------------- */

/* So many seconds of a processor for the next file. */
static void limit(unsigned seconds) {
    struct rusage used;
    struct rlimit most;
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &most) != 0)
        return;
    most.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 1;
    if (most.rlim_max == RLIM_INFINITY || most.rlim_cur <= most.rlim_max)
        setrlimit(RLIMIT_CPU, &most);
}

static _Noreturn void work(marking *m, const share *s) {
    for (unsigned i = s->from; i < m->count; i += s->step) {
        if (m->marks[i].made)
            continue;
        limit(MARK_SECONDS);
        mark_read(m, &m->marks[i]);
        tell(s->told, i, &m->marks[i]);
    }
    _exit(0);
}

static share begin(marking *m, unsigned from, unsigned step) {
    int fd = memfd_create("marks", MFD_CLOEXEC);
    share s = {.pid = -1, .told = fd < 0 ? NULL : fdopen(fd, "w+e"), .from = from, .step = step};
    s.pid = s.told ? fork() : -1;
    if (s.pid == 0)
        work(m, &s);
    return s;
}

/* Take over what it has made; the first that it has not made is the one that it could not survive. */
static void end(marking *m, const share *s) {
    int status = -1;
    while (s->pid > 0 && waitpid(s->pid, &status, 0) < 0)
        continue;
    if (s->told) {
        rewind(s->told);
        while (hear(m, s->told))
            continue;
        fclose(s->told);
    }
    for (unsigned i = s->from; i < m->count && s->pid > 0; i += s->step)
        if (!m->marks[i].made) {
            mark_refuse_unreadable(&m->marks[i], WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU);
            return;
        }
}

/* How many are not made yet, of those from `from` on. */
static unsigned missing(const marking *m, unsigned from, unsigned step) {
    unsigned n = 0;
    for (unsigned i = from; i < m->count; i += step)
        n += !m->marks[i].made;
    return n;
}

/* Where no process can be made there is no other way. */
static void read_alone(marking *m) {
    for (unsigned i = 0; i < m->count; i++)
        if (!m->marks[i].made)
            mark_read(m, &m->marks[i]);
}

/* Each turn makes one at least, or refuses it. */
void mark_read_all(marking *m) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned n = processors < 1 ? 1 : processors > SHARES ? SHARES : (unsigned)processors, left;
    share shares[SHARES];
    fflush(NULL);
    while ((left = missing(m, 0, 1)) > 0) {
        for (unsigned i = 0; i < n; i++)
            shares[i] = missing(m, i, n) ? begin(m, i, n) : (share){.pid = -1};
        for (unsigned i = 0; i < n; i++)
            end(m, &shares[i]);
        if (missing(m, 0, 1) == left)
            read_alone(m);
    }
}
