/* lanes.c - each lane is a thread that reads the whole file, dissects its own conversations' frames and prints them
 * into memory, a window of so many frames after the other.  Windows that all lanes are through with are put together
 * and written by whichever lane is ahead of another; the caller only waits.
 *
 * What needs more than its own lane knows makes a lane stop at that frame, and with it all: every window written until
 * then is right, and the caller's session, which read the first frames, reads on from there for what is missing. */
#include "cmd/lanes.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/pages.h"
#include "print/out.h"

enum {
    MOST = 16,
    SLOTS = 16,                          /* windows that are read but not written yet, at most */
    WINDOW = 1024,                       /* frames of a window, where each is printed as a line */
    PAGES = 64,                          /* … and where each is more */
    KEPT = 256 * 1024,                   /* bytes of memory that a window's text leaves for a later one's, at most */
    FIRST_TEXT = 64 * 1024,              /* bytes of memory for a window's text, where none is left */
    BACKLOG = 4 * 1024 * 1024,           /* bytes that a lane may have printed in windows that are not written yet */
    LOOK = 4096,                         /* frames that are read before, to see whether they are of several
                                          * conversations; a few, where threads were asked for */
    FEW = 64,
    PAGE_LANES = 3,                      /* threads: two are as quick where one session's tapes are printed by both */
    EVEN_AT = 8192,                      /* frames after which one lane must not have more than three of four */
    WORTH_IT = 2 * 1024 * 1024           /* bytes of a file that is read so without being asked */
};

/* What a lane printed for one frame of a window. */
typedef struct piece {
    uint32_t frame, length;
} piece;

/* Memory for what is printed in a window. */
typedef struct text {
    char *p;
    size_t room;
} text;

/* What a lane made of one window. */
typedef struct part {
    text text;
    size_t length;                       /* bytes printed there */
    piece *pieces;
    uint32_t count, own;                 /* pieces; frames that are its own, printed or not */
} part;

/* Window n is in place n % SLOTS. */
typedef struct slot {
    part parts[MOST];
    unsigned ready, ended;               /* lanes that are through with it; whose file ended in it */
} slot;

typedef struct lane {
    struct lanes *all;
    wt_reader *in;
    run r;
    pthread_t thread;
    bool started, ended;                 /* ended: with its last window */
    uint64_t read;                       /* frames */
    uint64_t windows;                    /* read and noted as such */
    int got;                             /* as wt_reader_next(), at the end */
    size_t printed;                      /* bytes of the window so far */
    size_t backlog;
    text spare[SLOTS];                   /* of windows that are written; the last one is the next to be used, as it may
                                          * still be near */
    unsigned spares;
    uint64_t own;                        /* frames in windows that are written: the writer's */
} lane;

typedef struct lanes {
    pthread_mutex_t lock;                /* for what lanes share: slots' counts, written, writing, windows,
                                          * waiting, backlog, spare, stop */
    pthread_cond_t room;
    unsigned waiting;                    /* lanes, for room */
    bool stop, writing;                  /* writing: some lane is, and nobody else may */
    bool even, done, failed;             /* the writer's: work was shared fairly so far; the last window is written, or
                                          * nobody reads what is; what comes next can't be written */
    run *r;                              /* the caller's, with its output: the writer's, while there is one */
    uint64_t written;                    /* windows */
    uint64_t most;                       /* frames; 0: all */
    uint32_t window;
    unsigned count;
    size_t between;                      /* as wt_printer_continue() */
    slot slots[SLOTS];
    lane lanes[MOST];
} lanes;

static void stop(lanes *a) {
    pthread_mutex_lock(&a->lock);
    a->stop = true;
    pthread_cond_broadcast(&a->room);
    pthread_mutex_unlock(&a->lock);
}

/* ---- writing ---------------------------------------------------------------------------- */

/* The window's frames in order: each is in one lane's part. */
static void write_window(const lanes *a, const slot *s) {
    run *r = a->r;
    uint32_t next[MOST] = {0};
    const char *at[MOST];
    for (unsigned n = 0; n < a->count; n++)
        at[n] = s->parts[n].text.p;
    for (;;) {
        unsigned first = a->count;
        for (unsigned n = 0; n < a->count; n++)
            if (next[n] < s->parts[n].count &&
                (first == a->count || s->parts[n].pieces[next[n]].frame < s->parts[first].pieces[next[first]].frame))
                first = n;
        if (first == a->count)
            return;
        size_t length = s->parts[first].pieces[next[first]++].length, without = r->shown++ ? 0 : a->between;
        wt_out_n(r->out, at[first] + without, length - without);
        at[first] += length;
    }
}

/* Give the window's place back. */
static void written(lanes *a, slot *s) {
    for (unsigned n = 0; n < a->count; n++) {
        part *p = &s->parts[n];
        lane *l = &a->lanes[n];
        if (p->text.room <= KEPT)
            l->spare[l->spares++] = p->text;
        else
            free(p->text.p);
        p->text.p = NULL;
        l->backlog -= p->length;
        l->own += p->own;
    }
    s->ready = s->ended = 0;
    a->written++;
    pthread_cond_broadcast(&a->room);
}

/* Is one lane left with nearly all the work? */
static bool uneven(const lanes *a) {
    uint64_t all = 0, most = 0;
    for (unsigned n = 0; n < a->count; n++) {
        uint64_t own = a->lanes[n].own;
        all += own;
        most = own > most ? own : most;
    }
    return most > all - all / 4;
}

/* False if the file grew between one lane's end of it and another's. */
static bool same_end(const lanes *a, const slot *s) {
    bool same = !s->ended || s->ended == a->count;
    for (unsigned n = 0; s->ended && n < a->count; n++)
        same &= a->lanes[n].read == a->lanes[0].read && a->lanes[n].got == a->lanes[0].got;
    return same;
}

/* Write, in order, all windows that every lane is through with; others go on meanwhile.  With the lock, which is given
 * back for as long as it takes. */
static void write_ready(lanes *a) {
    if (a->writing)
        return;                            /* and looks again, before it ends */
    a->writing = true;
    for (slot *s; s = &a->slots[a->written % SLOTS], s->ready == a->count && !a->done && !a->failed;) {
        bool last = s->ended;
        if (!same_end(a, s)) {
            a->failed = a->stop = true;
            break;
        }
        pthread_mutex_unlock(&a->lock);
        write_window(a, s);
        pthread_mutex_lock(&a->lock);
        written(a, s);
        a->done = last || wt_out_error(a->r->out);
        if (!a->done && !a->even && a->written * a->window >= EVEN_AT) {
            a->failed = uneven(a);
            a->even = true;
        }
        a->stop |= a->done || a->failed;
    }
    a->writing = false;
    if (a->stop)
        pthread_cond_broadcast(&a->room);
}

/* ---- a lane ----------------------------------------------------------------------------- */

/* Is every other lane further, and one of them there to write? */
static bool behind_all(const lane *l) {
    const lanes *a = l->all;
    bool behind = true, others = false;
    for (unsigned n = 0; n < a->count && behind; n++) {
        const lane *o = &a->lanes[n];
        behind = o == l || o->windows > l->windows;
        others |= o != l && !o->ended;
    }
    return behind && others;
}

static bool has_room(const lane *l) {
    uint64_t n = l->windows, next = l->all->written;
    return n < next + SLOTS && (n <= next || l->backlog <= BACKLOG);
}

/* Wait until the next window may be begun: false if all stop.  The one that is written next always may. */
static bool await_room(lane *l) {
    lanes *a = l->all;
    pthread_mutex_lock(&a->lock);
    if (!behind_all(l) || !has_room(l))
        write_ready(a);
    while (!a->stop && !has_room(l)) {
        a->waiting++;
        pthread_cond_wait(&a->room, &a->lock);
        a->waiting--;
        write_ready(a);
    }
    bool go = !a->stop;
    pthread_mutex_unlock(&a->lock);
    return go;
}

/* One frame; what was printed for it is noted.  False: this lane can't know what to print. */
static bool one(lane *l, part *p, uint32_t number, const wt_frame *f) {
    size_t now;
    uint64_t foreign = l->r.foreign;
    run_frame(&l->r, f, NULL);
    if (wt_session_tangled(l->r.session))
        return false;
    if (l->r.foreign != foreign)
        return true;
    if (wt_keylog_tangled(l->r.keys) || wt_out_error(l->r.out))
        return false;
    wt_out_memory(l->r.out, &now);
    if (now > l->printed)                  /* not if it was printed before there were lanes */
        p->pieces[p->count++] = (piece){number, (uint32_t)(now - l->printed)};
    l->printed = now;
    return true;
}

/* What was printed becomes the part's, and the next window is printed where one was that is written. */
static bool take_text(lane *l, part *p) {
    text next = {NULL, 0};
    pthread_mutex_lock(&l->all->lock);
    if (l->spares)
        next = l->spare[--l->spares];
    pthread_mutex_unlock(&l->all->lock);
    wt_out_memory(l->r.out, &p->length);
    if (!next.p) {
        next = (text){malloc(FIRST_TEXT), FIRST_TEXT};
        wt_pages_ready(next.p, FIRST_TEXT);
    }
    if (next.p)
        p->text.p = wt_out_take(l->r.out, &p->text.room, next.p, next.room);
    return next.p;
}

/* The frames of a window, as far as there are any. */
static bool read_window(lane *l, part *p) {
    lanes *a = l->all;
    wt_frame f;
    p->count = 0;
    l->printed = 0;
    uint64_t before = l->read - l->r.foreign;
    for (uint32_t n = 0; n < a->window && (!a->most || l->read < a->most); n++) {
        l->got = wt_reader_next(l->in, &f);
        if (l->got != 1)
            break;
        l->read++;
        if (!one(l, p, n, &f))
            return false;
    }
    p->own = (uint32_t)(l->read - l->r.foreign - before);
    return take_text(l, p);
}

static void *work(void *user) {
    lane *l = user;
    lanes *a = l->all;
    bool ended = false;
    while (!ended && await_room(l)) {
        slot *s = &a->slots[l->windows % SLOTS];
        part *p = &s->parts[l - a->lanes];
        if (!read_window(l, p)) {
            stop(a);
            return NULL;
        }
        ended = l->got != 1 || (a->most && l->read == a->most);
        pthread_mutex_lock(&a->lock);
        l->backlog += p->length;
        l->windows++;
        l->ended = ended;
        s->ended += ended;
        if (++s->ready == a->count && a->waiting)
            pthread_cond_broadcast(&a->room);       /* who is that far ahead writes it */
        if (ended)
            write_ready(a);
        pthread_mutex_unlock(&a->lock);
    }
    return NULL;
}

/* ---- made and freed --------------------------------------------------------------------- */

/* Signals are for the caller's thread. */
bool lanes_thread(pthread_t *thread, void *(*does)(void *), void *user) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(thread, NULL, does, user) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

/* A frame is a line, not a page. */
static bool prints_lines(const run *r) {
    return r->options->print.detail == WT_DETAIL_LINE || strcmp(r->options->format, "fields") == 0;
}

static bool make(lanes *a, const run *r, const wt_reader *in, unsigned count, const scouted *only) {
    a->window = prints_lines(r) ? WINDOW : PAGES;
    a->most = only ? only->last : r->options->count;
    pthread_mutex_init(&a->lock, NULL);
    pthread_cond_init(&a->room, NULL);
    bool made = true;
    run_share share = {.lanes = count, .only = only ? only->marks : NULL, .only_count = only ? only->room : 0};
    for (; made && a->count < count; a->count++) {
        lane *l = &a->lanes[a->count];
        share.number = a->count;
        l->all = a;
        l->in = wt_reader_again(in);
        made = run_lane(&l->r, r, l->in, &share, true);
        for (int n = 0; made && n < SLOTS; n++)
            made = (a->slots[n].parts[a->count].pieces = malloc(a->window * sizeof(piece)));
        if (made) {
            l->r.written = r->seen;
            a->between = wt_printer_continue(l->r.printer);
        }
    }
    for (unsigned n = 0; made && n < a->count; n++)
        made = a->lanes[n].started = lanes_thread(&a->lanes[n].thread, work, &a->lanes[n]);
    return made;
}

/* All threads have ended; true if the last window is written, or nobody reads what is. */
static bool await_all(lanes *a) {
    for (unsigned n = 0; n < a->count; n++) {
        if (a->lanes[n].started)
            pthread_join(a->lanes[n].thread, NULL);
        a->lanes[n].started = false;
    }
    return a->done;
}

static void end(lanes *a) {
    stop(a);
    await_all(a);
    for (unsigned n = 0; n < a->count; n++) {
        lane *l = &a->lanes[n];
        run_free(&l->r);
        wt_reader_free(l->in);
        for (int k = 0; k < SLOTS; k++) {
            free(a->slots[k].parts[n].text.p);
            free(a->slots[k].parts[n].pieces);
        }
        while (l->spares)
            free(l->spare[--l->spares].p);
    }
    pthread_cond_destroy(&a->room);
    pthread_mutex_destroy(&a->lock);
    free(a);
}

/* ---- the caller ------------------------------------------------------------------------- */

/* Is nearly all of one conversation? */
static bool lone(const run *r) {
    uint64_t all = 0, most = 0;
    for (size_t n = 0; n < sizeof r->mixed / sizeof *r->mixed; n++) {
        all += r->mixed[n];
        most = r->mixed[n] > most ? r->mixed[n] : most;
    }
    return most > all - all / 4;
}

bool lanes_can(const run *r, uint64_t frames) {
    const read_options *o = r->options;
    struct stat st;
    bool can = o->print.threads > 1 && r->printing && !r->visit && !o->write && !o->live && !o->follow &&
               !o->name_kinds && !o->select.stream_chosen && o->print.clock != WT_CLOCK_DELTA_SHOWN &&
               strcmp(o->file, "-") != 0;
    bool large = can && stat(o->file, &st) == 0 && st.st_size >= WORTH_IT && (!o->count || o->count >= frames);
    return can && (o->threads_said || large);
}

unsigned lanes_count(const run *r) { return r->options->print.threads < MOST ? r->options->print.threads : MOST; }

uint64_t lanes_after(const run *r) {
    bool worth = prints_lines(r) || r->options->print.threads >= PAGE_LANES;
    return !worth || !lanes_can(r, 2 * LOOK) ? UINT64_MAX : r->options->threads_said ? FEW : LOOK;
}

bool lanes_run(run *r, const wt_reader *in, const scouted *only, wt_problem *problem) {
    bool worth = only || r->options->threads_said || !lone(r);
    lanes *a = worth && wt_printer_flush(r->printer) ? calloc(1, sizeof *a) : NULL;
    if (!a)
        return false;
    uint64_t shown = r->shown, before = r->seen;
    a->r = r;
    a->even = only;
    bool done = make(a, r, in, lanes_count(r), only) && await_all(a);
    r->written = a->written * a->window;
    if (r->written > before && r->shown)
        wt_printer_continue(r->printer);
    if (done) {
        r->seen = only ? only->seen : a->lanes[0].read;
        *problem = only ? only->problem : *wt_reader_problem(a->lanes[0].in);
    } else {
        r->shown = shown;                  /* those after are counted again */
    }
    if (done && only) {
        r->given_up = only->given_up;
    } else if (done && r->filter) {        /* they looked at all frames, also at those that r had read */
        r->given_up -= wt_filter_given_up(r->filter);
        for (unsigned n = 0; n < a->count; n++)
            r->given_up += wt_filter_given_up(a->lanes[n].r.filter);
    }
    end(a);
    return done;
}
