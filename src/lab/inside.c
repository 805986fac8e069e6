/* inside.c - what runs inside: makes the network, then does one step after the other. */
#include "lab/inside.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lab/expr.h"
#include "lab/tap.h"
#include "lab/world.h"

enum { PAUSE_MS = 5, IDLE_MS = 100 };

typedef struct inside {
    const inside_plan *plan;
    int control;
    const char *scratch;
    vary vary;
    world world;
    taps taps;
    wt_problem problem;
} inside;

static bool tell(const inside *in, char what, const char *one, const char *two, const char *three) {
    char *m = calloc(1, INSIDE_MESSAGE);
    if (!m)
        return false;
    int n = snprintf(m, INSIDE_MESSAGE, "%c%.16384s%c%.8192s%c%.4096s", what, one, 0, two, 0, three);
    bool ok = n > 0 && send(in->control, m, (size_t)n + 1, MSG_NOSIGNAL) > 0;
    free(m);
    return ok;
}

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- waiting ---------------------------------------------------------------------------- */

static bool complain(inside *in, const char *hint, const char *what, const char *of) {
    snprintf(in->problem.text, sizeof in->problem.text, "%.80s%.170s", what, of);
    snprintf(in->problem.hint, sizeof in->problem.hint, "%s", hint);
    return false;
}

/* The end of what it printed says why, in one line. */
static bool died(inside *in, const lab_action *a, const program *p) {
    enum { ENOUGH = 150 };
    char *command = vary_fill(&in->vary, a->run), *said = world_output(p);
    size_t n = said ? strlen(said) : 0;
    while (n && said[n - 1] == '\n')
        said[--n] = 0;
    const char *last = !said ? "" : n > ENOUGH ? said + n - ENOUGH : said;
    for (char *p1 = said; p1 && *p1; p1++)
        *p1 = *p1 == '\n' ? ' ' : *p1;
    snprintf(in->problem.text, sizeof in->problem.text, "it did not work: %.80s: %.150s", command ? command : a->run,
             last);
    snprintf(in->problem.hint, sizeof in->problem.hint, "wiretale lab doctor says what is missing here.");
    free(said);
    free(command);
    return false;
}

/* Let time pass without losing a frame. */
static bool pass(inside *in) {
    world_reap(&in->world);
    return world_whole(&in->world, &in->problem) && taps_take(&in->taps, PAUSE_MS, &in->problem);
}

static int64_t deadline(unsigned seconds) { return now_ms() + 1000 * (int64_t)(seconds ? seconds : LAB_PATIENCE); }

/* One that goes on in the background: until it is ready. */
static bool await_ready(inside *in, const lab_action *a, program *p) {
    for (int64_t until = deadline(a->within); !world_ready(&in->world, a, p);) {
        if (!pass(in))
            return false;
        if (p->ended)
            return died(in, a, p);
        if (now_ms() > until)
            return complain(in, "wiretale lab doctor", "was not ready in time: ", a->name);
    }
    return true;
}

/* One that is waited for: until it has ended. */
static bool await_end(inside *in, const lab_action *a, program *p) {
    for (int64_t until = deadline(a->within); !p->ended;) {
        if (!pass(in))
            return false;
        if (now_ms() > until)
            return complain(in, "wiretale lab doctor", "this did not end in time: ", a->run);
    }
    bool well = WIFEXITED(p->status) && WEXITSTATUS(p->status) == 0;
    return well != a->fails ? true : died(in, a, p);
}

/* ---- the capture so far ----------------------------------------------------------------- */

static char *read_keys(const inside *in, size_t *size) {
    enum { MOST = 1 << 20 };
    char path[128], *text = malloc(MOST);
    snprintf(path, sizeof path, "%s/keys.log", in->scratch);
    FILE *f = text ? fopen(path, "re") : NULL;
    *size = f ? fread(text, 1, MOST, f) : 0;
    if (f)
        fclose(f);
    return text;
}

/* How much of it there is: programs may write their keys later than their frames. */
static off_t keys_size(const inside *in) {
    char path[128];
    struct stat st;
    snprintf(path, sizeof path, "%s/keys.log", in->scratch);
    return stat(path, &st) == 0 ? st.st_size : 0;
}

static bool write_capture(inside *in) {
    size_t size;
    char *keys = read_keys(in, &size);
    bool ok = taps_write(&in->taps, in->plan->capture, in->plan->lab, in->vary.seed, keys, size, &in->problem);
    free(keys);
    return ok;
}

/* Has what the step waits for been heard? */
static bool heard(inside *in, const char *wanted, const char *step, bool *yes) {
    if (!write_capture(in))
        return false;
    trace *t = trace_open(in->plan->capture, &in->problem);
    if (!t)
        return false;
    expr_context c = {.trace = t, .step = step};
    bool ok = expr_true(&c, wanted, yes, &in->problem);
    trace_close(t);
    return ok;
}

static bool await_packets(inside *in, const lab_step *s) {
    char *wanted = vary_fill(&in->vary, s->wait);
    uint32_t looked = 0;
    off_t keys = 0;
    bool yes = false, ok = wanted != NULL;
    for (int64_t until = deadline(s->within); ok && !yes;) {
        ok = pass(in);
        if (ok && (looked != in->taps.frame_count || keys != keys_size(in))) {
            looked = in->taps.frame_count;
            keys = keys_size(in);
            ok = heard(in, wanted, s->id, &yes);
        }
        if (ok && !yes && now_ms() > until)
            ok = complain(in, "Run the lab once more; where it stays so: --recorded.", "waited in vain for ", wanted);
    }
    free(wanted);
    return ok;
}

/* ---- steps ------------------------------------------------------------------------------ */

static bool act(inside *in, const lab_action *a) {
    if (a->stop) {
        program *old = world_find(&in->world, a->stop);
        if (old)
            world_stop(&in->world, old);
        return old ? true : complain(in, "", "there is no program to stop: ", a->stop);
    }
    char *command = vary_fill(&in->vary, a->run), *say = vary_fill(&in->vary, a->say ? a->say : "");
    if (command && say)
        tell(in, INSIDE_ACTION, a->on, command, say);
    free(command);
    free(say);
    program *p = world_start(&in->world, a, &in->problem);
    if (!p)
        return false;
    if (a->name)
        return await_ready(in, a, p);
    bool ok = await_end(in, a, p);
    char *said = world_output(p);
    if (said && said[0] && !a->hidden)
        tell(in, INSIDE_OUTPUT, said, "", "");
    free(said);
    return ok;
}

/* Until nothing comes any more, and nothing is on its way. */
static bool settle(inside *in) {
    bool ok;
    int64_t until = deadline(0);
    do
        ok = pass(in) && taps_settle(&in->taps, &in->problem);
    while (ok && world_carries(&in->world) && now_ms() < until);
    return ok;
}

static bool done(inside *in) {
    char text[64], wires[INSIDE_WIRES] = "";
    if (!settle(in) || !write_capture(in))
        return false;
    for (unsigned i = 0; i < in->world.wire_count; i++)
        wire_tell(&in->world.wires[i], wires, sizeof wires);
    uint64_t dropped = taps_dropped(&in->taps) + in->taps.full;
    snprintf(text, sizeof text, "%" PRIu32 " %" PRIu64, in->taps.frame_count, dropped);
    return tell(in, INSIDE_DONE, text, wires, "");
}

static bool do_step(inside *in, unsigned n) {
    const lab_file *f = in->plan->lab->file;
    if (n >= f->steps_count)
        return complain(in, "", "there is no such step", "");
    const lab_step *s = &f->steps[n];
    if (!taps_mark(&in->taps, n))
        return complain(in, "", "out of memory", "");
    world_follow(&in->world, n + 1);
    for (unsigned i = 0; i < s->act_count; i++)
        if (!act(in, &s->act[i]))
            return false;
    return (!s->wait || await_packets(in, s)) && done(in);
}

/* Captures are open before the first program is started. */
static bool begin(inside *in) {
    const lab_file *f = in->plan->lab->file;
    in->world = (world){.lab = in->plan->lab, .vary = &in->vary, .scratch = in->scratch};
    if (!world_make(&in->world, &in->problem))
        return false;
    for (unsigned i = 0; i < f->points_count; i++)
        if (!world_enter(&in->world, f->points[i].at, &in->problem) ||
            !taps_open(&in->taps, &f->points[i], &in->problem))
            return false;
    for (unsigned i = 0; i < f->programs_count; i++) {
        program *p = world_start(&in->world, &f->programs[i], &in->problem);
        if (!p || !await_ready(in, &f->programs[i], p))
            return false;
    }
    return done(in);
}

/* The next step that is asked for, hearing on until then.  False: nobody is there any more. */
static bool next_step(inside *in, unsigned *step) {
    struct pollfd p = {.fd = in->control, .events = POLLIN};
    while (poll(&p, 1, IDLE_MS) == 0)
        if (!taps_take(&in->taps, 0, &in->problem))
            return false;
    return recv(in->control, step, sizeof *step, 0) == sizeof *step;
}

int inside_run(void *user, int control, const char *scratch) {
    inside *in = calloc(1, sizeof *in);
    unsigned step;
    if (!in)
        return 1;
    *in = (inside){.plan = user, .control = control, .scratch = scratch, .vary = *((inside_plan *)user)->vary};
    vary_add(&in->vary, "lab", scratch);
    bool ok = begin(in);
    while (ok && next_step(in, &step))
        ok = do_step(in, step);
    if (!ok)
        tell(in, INSIDE_PROBLEM, in->problem.text, in->problem.hint, "");
    return 0;
}
