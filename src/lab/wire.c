/* wire.c - the process that carries a cable's frames, and what it tells. */
#include "lab/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "wiretale/filter.h"

enum { BATCH = 64 };

typedef struct pick {                /* certain frames, and what is to become of them */
    const lab_wire *rule;
    enum way_wish wish;
    wt_filter *filter;
    char *which;
    unsigned seen;                   /* that the filter chose, in this step */
} pick;

typedef struct carrier {
    const lab *lab;
    const lab_link *link;
    wire_shared *shared;
    int ends[2];
    unsigned step;
    way ways[2];
    way_rule rules[WIRE_STEPS + 1][2];
    char names[WIRE_STEPS + 1][2][160];
    pick picks[WIRE_PICKS];
    unsigned pick_count;
    wt_session *session;             /* for the picks' filters */
    uint64_t number;
} carrier;

static const char *end_name(const lab_link *l, unsigned side) { return side ? l->b.at : l->a.at; }
static const char *end_card(const lab_link *l, unsigned side) {
    const char *as = side ? l->b.as : l->a.as;
    return as ? as : "-";
}

static const char *step_name(const lab *l, unsigned step) { return step ? l->file->steps[step - 1].id : NULL; }

static int64_t now_ns(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* ---- before ----------------------------------------------------------------------------- */

static bool wrong(wt_problem *p, const char *what) {
    snprintf(p->text, sizeof p->text, "a cable could not be made: %.120s", what);
    snprintf(p->hint, sizeof p->hint, "wiretale lab doctor");
    return false;
}

static bool all_rules(carrier *c, const vary *v, unsigned number, wt_problem *problem) {
    if (c->lab->file->steps_count > WIRE_STEPS)
        return wrong(problem, "too many steps");
    for (unsigned s = 0; s <= c->lab->file->steps_count; s++)
        for (unsigned side = 0; side < 2; side++) {
            const char *step = step_name(c->lab, s), *from = end_name(c->link, side);
            snprintf(c->names[s][side], sizeof c->names[s][side], "link %u from %.60s in %.60s", number, from,
                     step ? step : "");
            if (!wire_rule(v, c->link, from, step, &c->rules[s][side], problem))
                return false;
        }
    return true;
}

static bool add_pick(carrier *c, const vary *v, const lab_wire *rule, const lab_pick *from,
                     enum way_wish wish, wt_problem *problem) {
    wt_filter_problem bad = {.text = "out of memory"};
    bool known;
    if (c->pick_count == WIRE_PICKS)
        return wrong(problem, "too many frames to lose or to hurry");
    char *text = vary_fill(v, from->frames);
    pick *p = &c->picks[c->pick_count++];
    *p = (pick){.rule = rule, .wish = wish, .filter = text ? wt_filter_new(text, &bad) : NULL,
                .which = vary_fill(v, from->which)};
    free(text);
    if (!p->filter || !p->which)
        return wrong(problem, bad.text);
    wire_listed(p->which, 1, &known);
    return known || wrong(problem, "`which` is a list such as 7, 9-11");
}

static bool all_picks(carrier *c, const vary *v, wt_problem *problem) {
    wt_options o = {.want_count = 0};
    for (unsigned i = 0; i < c->link->wire_count; i++) {
        const lab_wire *w = &c->link->wire[i];
        for (unsigned k = 0; k < w->lose_count; k++)
            if (!add_pick(c, v, w, &w->lose[k], WAY_LOSE, problem))
                return false;
        for (unsigned k = 0; k < w->hurry_count; k++)
            if (!add_pick(c, v, w, &w->hurry[k], WAY_HURRY, problem))
                return false;
    }
    for (unsigned i = 0; i < c->pick_count; i++)
        if (!wt_filter_needs(c->picks[i].filter, &o))
            return wrong(problem, "out of memory");
    c->session = c->pick_count ? wt_session_new(&o) : NULL;
    return c->session || !c->pick_count || wrong(problem, "out of memory");
}

static void release(carrier *c) {
    for (unsigned i = 0; c && i < c->pick_count; i++) {
        wt_filter_free(c->picks[i].filter);
        free(c->picks[i].which);
    }
    if (c)
        wt_session_free(c->session);
    free(c);
}

/* ---- carrying --------------------------------------------------------------------------- */

static void follow(carrier *c) {
    unsigned step = atomic_load_explicit(&c->shared->step, memory_order_acquire);
    if (step == c->step || step > c->lab->file->steps_count)
        return;
    c->step = step;
    for (unsigned side = 0; side < 2; side++)
        way_follow(&c->ways[side], &c->rules[step][side], c->names[step][side]);
    for (unsigned i = 0; i < c->pick_count; i++)
        c->picks[i].seen = 0;
}

static bool holds(const carrier *c, const pick *p, unsigned side) {
    const char *step = step_name(c->lab, c->step);
    bool now = p->rule->in_count == 0;
    for (unsigned i = 0; step && i < p->rule->in_count; i++)
        now |= strcmp(p->rule->in[i], step) == 0;
    return now && (!p->rule->from || strcmp(p->rule->from, end_name(c->link, side)) == 0);
}

/* What does the lab want of it?  The session hears all frames, as a capture would. */
static enum way_wish wish(carrier *c, unsigned side, const uint8_t *frame, size_t size) {
    enum { ETHERNET = 1 };
    enum way_wish most = WAY_BY_CHANCE;
    bool known;
    if (!c->session)
        return most;
    wt_frame f = {.data = frame, .caplen = (uint32_t)size, .len = (uint32_t)size, .linktype = ETHERNET,
                  .number = ++c->number, .time_ns = now_ns(CLOCK_REALTIME)};
    const wt_tape *tape = wt_session_feed(c->session, &f);
    for (unsigned i = 0; i < c->pick_count; i++) {
        pick *p = &c->picks[i];
        if (holds(c, p, side) && wt_filter_match(p->filter, tape) && wire_listed(p->which, ++p->seen, &known) &&
            p->wish > most)
            most = p->wish;
    }
    return most;
}

/* What was sent at one end goes into the cable. */
static bool take_in(carrier *c, unsigned side) {
    uint8_t frame[WAY_ROOM];
    for (int i = 0; i < BATCH; i++) {
        ssize_t n = read(c->ends[side], frame, sizeof frame);
        if (n <= 0)
            return n < 0 && (errno == EAGAIN || errno == EINTR);
        follow(c);
        way_send(&c->ways[side], now_ns(CLOCK_MONOTONIC), frame, (size_t)n, wish(c, side, frame, (size_t)n));
    }
    return true;
}

/* What is due comes out at the other; a host that can't take it has lost it, as on any cable. */
static void hand_over(carrier *c, unsigned side) {
    const uint8_t *frame;
    size_t n;
    while ((n = way_take(&c->ways[side], now_ns(CLOCK_MONOTONIC), &frame)) > 0) {
        ssize_t written = write(c->ends[!side], frame, n);
        (void)written;
        way_handed(&c->ways[side], now_ns(CLOCK_MONOTONIC));
    }
}

static int carry(carrier *c) {
    struct pollfd fds[2] = {{.fd = c->ends[0], .events = POLLIN}, {.fd = c->ends[1], .events = POLLIN}};
    for (;;) {
        int64_t due = way_due(&c->ways[0]), other = way_due(&c->ways[1]), now = now_ns(CLOCK_MONOTONIC);
        due = other < due ? other : due;
        int64_t wait = due > now ? due - now : 0;
        struct timespec t = {.tv_sec = wait / 1000000000, .tv_nsec = wait % 1000000000};
        if (ppoll(fds, 2, due == INT64_MAX ? NULL : &t, NULL) < 0 && errno != EINTR)
            return 1;
        for (unsigned side = 0; side < 2; side++) {
            if ((fds[side].revents & (POLLERR | POLLHUP | POLLNVAL)) || (fds[side].revents && !take_in(c, side)))
                return 1;
            hand_over(c, side);
        }
    }
}

/* To be awake when frames are due: no slack for timers and, where the kernel knows it (6.12),
 * short turns that come soon. */
static void hurry(void) {
    struct {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t runtime, deadline, period;
    } turn = {.size = sizeof turn, .nice = getpriority(PRIO_PROCESS, 0), .runtime = 100000};
    prctl(PR_SET_TIMERSLACK, 1ul);
    syscall(SYS_sched_setattr, 0, &turn, 0u);
}

/* Nothing that was open stays open here but the two ends. */
static _Noreturn void become(carrier *c, uint64_t seed) {
    enum { FIRST = 3, ASIDE = 16 };
    prctl(PR_SET_NAME, "cable");
    hurry();
    int a = fcntl(c->ends[0], F_DUPFD, ASIDE), b = fcntl(c->ends[1], F_DUPFD, ASIDE);
    if (a < 0 || b < 0 || dup2(a, FIRST) < 0 || dup2(b, FIRST + 1) < 0)
        _exit(1);
    close_range(FIRST + 2, ~0u, 0);
    c->ends[0] = FIRST;
    c->ends[1] = FIRST + 1;
    bool ok = way_open(&c->ways[0], &c->shared->counts[0], seed) && way_open(&c->ways[1], &c->shared->counts[1], seed);
    c->step = UINT32_MAX;
    follow(c);
    _exit(ok ? carry(c) : 1);
}

bool wire_start(wire *w, const lab *l, const vary *v, unsigned number, const int ends[2], wt_problem *problem) {
    *w = (wire){.link = &l->file->links[number]};
    carrier *c = calloc(1, sizeof *c);
    void *shared = mmap(NULL, sizeof *w->shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    bool ok = (c && shared != MAP_FAILED) || wrong(problem, "out of memory");
    if (ok) {
        *c = (carrier){.lab = l, .link = w->link, .shared = shared, .ends = {ends[0], ends[1]}};
        ok = all_rules(c, v, number, problem) && all_picks(c, v, problem);
    }
    if (ok) {
        w->shared = shared;
        w->pid = fork();
        if (w->pid == 0)
            become(c, v->seed);
        ok = w->pid > 0 || wrong(problem, strerror(errno));
    }
    release(c);
    close(ends[0]);
    close(ends[1]);
    return ok;
}

/* ---- telling ---------------------------------------------------------------------------- */

void wire_follow(const wire *w, unsigned step) { atomic_store_explicit(&w->shared->step, step, memory_order_release); }

uint64_t wire_held(const wire *w) { return w->shared->counts[0].held + w->shared->counts[1].held; }

void wire_tell(const wire *w, char *text, size_t room) {
    size_t n = strlen(text);
    for (unsigned side = 0; side < 2 && n < room; side++) {
        const way_counts *c = &w->shared->counts[side];
        n += (size_t)snprintf(text + n, room - n,
                              "%.31s %.31s %.31s %.31s %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64
                              " %" PRIu64 "\n",
                              end_name(w->link, side), end_card(w->link, side), end_name(w->link, !side),
                              end_card(w->link, !side), c->frames, c->lost, c->chosen, c->no_room,
                              c->overtook, c->late_ns);
    }
}

const char *wire_hear(const char *text, wire_told *t) {
    int n = 0;
    if (sscanf(text,
               "%31s %31s %31s %31s %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 "%n", t->from,
               t->from_card, t->to, t->to_card, &t->frames, &t->lost, &t->chosen, &t->no_room, &t->overtook,
               &t->late_ns, &n) != 10)
        return NULL;
    return text + n;
}
