/* lanes.c - each lane is a thread that reads the whole file, dissects its own conversations' frames and prints them
 * into memory, a window of so many frames after the other; the caller puts the lanes' windows together and writes
 * them.
 *
 * What needs more than its own lane knows makes a lane stop at that frame, and with it all: every window written until
 * then is right, and the caller's session, which read the first frames, reads on from there for what is missing. */
#include "cmd/lanes.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MOST = 16,
    SLOTS = 16,                          /* windows that are read but not written yet, at most */
    WINDOW = 1024,                       /* frames of a window, where each is printed as a line */
    PAGES = 64,                          /* … and where each is more */
    KEPT = 256 * 1024,                   /* bytes of memory that a window's text leaves for a later one's */
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

/* What a lane made of one window. */
typedef struct part {
    char *text;
    size_t length, room;                 /* bytes at `text`: printed; that there is memory for */
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
    bool started;
    uint64_t read;                       /* frames */
    int got;                             /* as wt_reader_next(), at the end */
    size_t printed;                      /* bytes of the window so far */
    size_t backlog;
    uint64_t own;                        /* frames in windows that are written: the caller's */
} lane;

typedef struct lanes {
    pthread_mutex_t lock;                /* for what lanes and caller share: slots' counts, written, backlog, stop */
    pthread_cond_t ready, room;
    bool stop;
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
    pthread_cond_broadcast(&a->ready);
    pthread_mutex_unlock(&a->lock);
}

/* ---- a lane ----------------------------------------------------------------------------- */

/* Wait until window n may be begun: false if all stop.  The one that is written next always may. */
static bool await_room(lane *l, uint64_t n) {
    lanes *a = l->all;
    pthread_mutex_lock(&a->lock);
    while (!a->stop && (n >= a->written + SLOTS || (n > a->written && l->backlog > BACKLOG)))
        pthread_cond_wait(&a->room, &a->lock);
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
    const char *text = wt_out_memory(l->r.out, &p->length);
    if (p->length > p->room) {
        free(p->text);
        p->room = p->length + p->length / 8;
        p->text = malloc(p->room);
    }
    if (p->length && p->text)
        memcpy(p->text, text, p->length);
    wt_out_clear(l->r.out);
    return p->text || !p->length;
}

static void *work(void *user) {
    lane *l = user;
    lanes *a = l->all;
    bool ended = false;
    for (uint64_t n = 0; !ended && await_room(l, n); n++) {
        slot *s = &a->slots[n % SLOTS];
        part *p = &s->parts[l - a->lanes];
        if (!read_window(l, p)) {
            stop(a);
            return NULL;
        }
        ended = l->got != 1 || (a->most && l->read == a->most);
        pthread_mutex_lock(&a->lock);
        l->backlog += p->length;
        s->ended += ended;
        if (++s->ready == a->count)
            pthread_cond_signal(&a->ready);
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
    pthread_cond_init(&a->ready, NULL);
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

static void end(lanes *a) {
    stop(a);
    for (unsigned n = 0; n < a->count; n++) {
        lane *l = &a->lanes[n];
        if (l->started)
            pthread_join(l->thread, NULL);
        run_free(&l->r);
        wt_reader_free(l->in);
        for (int k = 0; k < SLOTS; k++) {
            free(a->slots[k].parts[n].text);
            free(a->slots[k].parts[n].pieces);
        }
    }
    pthread_cond_destroy(&a->ready);
    pthread_cond_destroy(&a->room);
    pthread_mutex_destroy(&a->lock);
    free(a);
}

/* ---- the caller ------------------------------------------------------------------------- */

/* The window's frames in order: each is in one lane's part. */
static void write_window(const lanes *a, slot *s, run *r) {
    uint32_t next[MOST] = {0};
    const char *at[MOST];
    for (unsigned n = 0; n < a->count; n++)
        at[n] = s->parts[n].text;
    for (;;) {
        unsigned first = a->count;
        for (unsigned n = 0; n < a->count; n++)
            if (next[n] < s->parts[n].count &&
                (first == a->count || s->parts[n].pieces[next[n]].frame < s->parts[first].pieces[next[first]].frame))
                first = n;
        if (first == a->count)
            return;
        size_t length = s->parts[first].pieces[next[first]++].length, without = r->shown++ ? 0 : a->between;
        wt_out_write(r->out, at[first] + without, length - without);
        at[first] += length;
    }
}

/* Give the window's place back. */
static void written(lanes *a, slot *s) {
    pthread_mutex_lock(&a->lock);
    for (unsigned n = 0; n < a->count; n++) {
        part *p = &s->parts[n];
        if (p->room > KEPT) {
            free(p->text);
            p->text = NULL;
            p->room = 0;
        }
        a->lanes[n].backlog -= p->length;
        a->lanes[n].own += p->own;
    }
    s->ready = s->ended = 0;
    a->written++;
    pthread_cond_broadcast(&a->room);
    pthread_mutex_unlock(&a->lock);
}

/* Is nearly all of one conversation? */
static bool lone(const run *r) {
    uint64_t all = 0, most = 0;
    for (size_t n = 0; n < sizeof r->mixed / sizeof *r->mixed; n++) {
        all += r->mixed[n];
        most = r->mixed[n] > most ? r->mixed[n] : most;
    }
    return most > all - all / 4;
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

/* Window after window; true once the last one is written, or nobody reads what is written. */
static bool write_all(lanes *a, run *r, bool even) {
    bool ended = false;
    while (!ended) {
        slot *s = &a->slots[a->written % SLOTS];
        pthread_mutex_lock(&a->lock);
        while (!a->stop && s->ready < a->count)
            pthread_cond_wait(&a->ready, &a->lock);
        bool go = s->ready == a->count;
        pthread_mutex_unlock(&a->lock);
        bool grown = s->ended && s->ended < a->count;   /* the file, between one lane's end and another's */
        if (!go || grown)
            return false;
        ended = s->ended;
        for (unsigned n = 0; ended && n < a->count; n++)
            if (a->lanes[n].read != a->lanes[0].read || a->lanes[n].got != a->lanes[0].got)
                return false;
        write_window(a, s, r);
        written(a, s);
        if (wt_out_error(r->out))
            return true;
        if (!even && a->written * a->window >= EVEN_AT) {
            if (uneven(a))
                return false;
            even = true;
        }
    }
    return true;
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
    bool done = make(a, r, in, lanes_count(r), only) && write_all(a, r, only);
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
