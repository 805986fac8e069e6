/* engine.c - outside: the one who says what to do next. */
#include "lab/engine.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* What came apart from the parts: "a\0b\0c". */
static const char *after(const char *s, const char *end) {
    const char *next = s + strlen(s) + 1;
    return next < end ? next : "";
}

/* Hear what the inside says until it has done what it was told. */
static bool listen_until_done(engine *e, const engine_listener *to, wt_problem *problem) {
    char m[INSIDE_MESSAGE + 1];
    ssize_t n;
    while ((n = recv(e->space.control, m, INSIDE_MESSAGE, 0)) > 0 || (n < 0 && errno == EINTR)) {
        if (n < 0)
            continue;
        m[n] = 0;
        const char *one = m + 1, *end = m + n, *two = after(one, end), *three = after(two, end);
        if (m[0] == INSIDE_DONE)
            snprintf(e->wires, sizeof e->wires, "%s", two);
        if (m[0] == INSIDE_DONE)
            return sscanf(one, "%" SCNu64 " %" SCNu64, &e->frames, &e->dropped) == 2;
        if (m[0] == INSIDE_PROBLEM) {
            snprintf(problem->text, sizeof problem->text, "%.250s", one);
            snprintf(problem->hint, sizeof problem->hint, "%.250s", two);
            return false;
        }
        if (m[0] == INSIDE_ACTION && to)
            to->action(to->user, one, two, three);
        else if (m[0] == INSIDE_OUTPUT && to)
            to->output(to->user, one);
    }
    *problem = (wt_problem){"the lab's network ended unexpectedly", "wiretale lab doctor"};
    return false;
}

bool engine_start(engine *e, const lab *l, const vary *v, wt_problem *problem) {
    *e = (engine){.space = {-1, -1}, .capture = memfd_create("capture", MFD_CLOEXEC)};
    if (e->capture < 0) {
        snprintf(problem->text, sizeof problem->text, "no memory for the capture: %s", strerror(errno));
        return false;
    }
    snprintf(e->path, sizeof e->path, "/proc/self/fd/%d", e->capture);
    inside_plan plan = {.lab = l, .vary = v, .capture = e->path};
    if (space_start(&e->space, inside_run, &plan, problem) && listen_until_done(e, NULL, problem))
        return true;
    engine_stop(e);
    return false;
}

bool engine_step(engine *e, unsigned n, const engine_listener *to, wt_problem *problem) {
    if (send(e->space.control, &n, sizeof n, MSG_NOSIGNAL) != sizeof n) {
        *problem = (wt_problem){"the lab's network is gone", "wiretale lab doctor"};
        return false;
    }
    return listen_until_done(e, to, problem);
}

void engine_stop(engine *e) {
    space_end(&e->space);
    if (e->capture >= 0)
        close(e->capture);
    e->capture = -1;
}
