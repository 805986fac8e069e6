/* crew.c - batches of copied frames go round in a ring: filled by the caller, printed by a
 * thread, written by the caller. */
#include "print/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "print/printer.h"

enum {
    FRAMES = 64,                     /* of a batch */
    ENOUGH = 256 * 1024,             /* bytes of copies that close a batch */
    ROOM = 2 * ENOUGH,               /* … and what it can hold: a frame of more than the rest is not copied */
    TEXT_KEPT = 2 * 1024 * 1024,     /* bytes of output whose memory a batch keeps for the next time */
    BATCHES_EACH = 2,                /* for each thread */
    MOST_THREADS = 16
};

/* A frame's copy, and what the clock says at it. */
typedef struct kept {
    wt_tape tape;
    wt_frame frame;
    uint64_t shown;
    int64_t first_ns, previous_ns, shown_ns;
} kept;

typedef struct batch {
    kept frames[FRAMES];
    uint32_t count;
    size_t used;
    uint8_t *memory;                 /* ROOM bytes */
    wt_out *out;
    bool printed;
} batch;

typedef struct worker {
    struct wt_crew *crew;
    wt_printer *printer;
    pthread_t thread;
} worker;

/* Batches are numbered as they are filled; number n is in place n % count. */
struct wt_crew {
    pthread_mutex_t lock;            /* for all below, and each batch's `printed` */
    pthread_cond_t more, done;
    bool stop;
    uint64_t filled, taken;          /* batches ready for printing; begun */
    uint64_t written;                /* the caller's alone */
    unsigned batch_count, worker_count;
    batch *batches;
    worker workers[MOST_THREADS];
};

/* ---- copies ----------------------------------------------------------------------------- */

static void *room(batch *b, size_t n) {
    n = (n + 7) & ~(size_t)7;
    if (n > ROOM - b->used)
        return NULL;
    b->used += n;
    return b->memory + b->used - n;
}

/* A copy of n bytes; where there are none, an address that is not NULL.  NULL: no room. */
static void *copy(batch *b, const void *p, size_t n) {
    void *to = room(b, n);
    if (to && n)
        memcpy(to, p, n);
    return to;
}

static bool copy_frame(batch *b, kept *k, const wt_frame *f) {
    k->frame = *f;
    wt_comment *more = copy(b, f->more, f->more_count * sizeof *more);
    k->frame.comment = copy(b, f->comment, f->comment ? f->comment_len : 0);
    if (!more || !k->frame.comment)
        return false;
    if (!f->comment)
        k->frame.comment = NULL;
    for (uint32_t n = 0; n < f->more_count; n++)
        if (!(more[n].text = copy(b, f->more[n].text, f->more[n].length)))
            return false;
    k->frame.more = more;
    return true;
}

static wt_source *copy_sources(batch *b, const wt_tape *t) {
    wt_source *sources = copy(b, t->sources, t->source_count * sizeof *sources);
    for (uint32_t n = 0; sources && n < t->source_count; n++)
        if (!(sources[n].data = copy(b, t->sources[n].data, t->sources[n].length)))
            return NULL;
    return sources;
}

/* Most values lie within their source, which is copied whole. */
static wt_item *copy_items(batch *b, const wt_tape *t, const wt_source *sources) {
    wt_item *items = copy(b, t->items, t->item_count * sizeof *items);
    for (uint32_t n = 0; items && n < t->item_count; n++) {
        wt_item *i = &items[n];
        const wt_source *s = &t->sources[i->source];
        if (!(i->flags & WT_I_POINTER))
            continue;
        uintptr_t at = (uintptr_t)i->v.p - (uintptr_t)s->data;
        if (at <= s->length && i->vlen <= s->length - at)
            i->v.p = sources[i->source].data + at;
        else if (!(i->v.p = copy(b, i->v.p, i->vlen)))
            return NULL;
    }
    return items;
}

static bool copy_tape(batch *b, kept *k, const wt_tape *t) {
    k->tape = *t;
    wt_source *sources = copy_sources(b, t);
    k->tape.sources = sources;
    k->tape.items = sources ? copy_items(b, t, sources) : NULL;
    k->tape.layers = copy(b, t->layers, t->layer_count * sizeof *t->layers);
    k->tape.headline = copy(b, t->headline, t->headline_len);
    if (!k->tape.items || !k->tape.layers || !k->tape.headline || !copy_frame(b, k, t->frame))
        return false;
    k->frame.data = t->source_count ? sources[0].data : NULL;
    k->tape.frame = &k->frame;
    k->tape.pieces = NULL;               /* no printer asks for them */
    k->tape.claims = NULL;
    k->tape.piece_count = k->tape.claim_count = 0;
    return true;
}

/* ---- the threads ------------------------------------------------------------------------ */

/* To the printer's output, by its clock, which is changed. */
static void print_batch(wt_printer *p, const batch *b) {
    for (uint32_t n = 0; n < b->count; n++) {
        const kept *k = &b->frames[n];
        p->shown = k->shown;
        p->first_ns = k->first_ns;
        p->previous_ns = k->previous_ns;
        p->shown_ns = k->shown_ns;
        wt_print_one(p, &k->tape);
    }
}

static void *work(void *user) {
    worker *w = user;
    wt_crew *c = w->crew;
    pthread_mutex_lock(&c->lock);
    while (!c->stop) {
        if (c->taken == c->filled) {
            pthread_cond_wait(&c->more, &c->lock);
            continue;
        }
        batch *b = &c->batches[c->taken++ % c->batch_count];
        pthread_mutex_unlock(&c->lock);
        w->printer->out = b->out;
        print_batch(w->printer, b);
        pthread_mutex_lock(&c->lock);
        b->printed = true;
        pthread_cond_signal(&c->done);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

static bool make_batches(wt_crew *c) {
    c->batches = calloc(c->batch_count, sizeof *c->batches);
    bool made = c->batches;
    for (unsigned n = 0; made && n < c->batch_count; n++) {
        c->batches[n].memory = malloc(ROOM);
        c->batches[n].out = wt_out_new(-1);
        made = c->batches[n].memory && c->batches[n].out;
    }
    return made;
}

/* Signals are for the caller's threads, and its stack is enough for any nesting that a tape has. */
static bool start(worker *w) {
    enum { STACK = 1024 * 1024 };
    sigset_t all, before;
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return false;
    pthread_attr_setstacksize(&attributes, STACK);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&w->thread, &attributes, work, w) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

wt_crew *wt_crew_new(const wt_printer *printer) {
    wt_crew *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    unsigned threads = printer->options.threads < MOST_THREADS ? printer->options.threads : MOST_THREADS;
    wt_print_options options = printer->options;
    options.threads = 0;
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->more, NULL);
    pthread_cond_init(&c->done, NULL);
    c->batch_count = BATCHES_EACH * threads + 1;   /* one is being filled */
    bool made = make_batches(c);
    while (made && c->worker_count < threads) {
        worker *w = &c->workers[c->worker_count];
        w->crew = c;
        w->printer = wt_printer_new(printer->format->name, &options, printer->out);
        if (!w->printer || !start(w)) {
            wt_printer_free(w->printer);
            break;
        }
        c->worker_count++;
    }
    if (c->worker_count)                   /* fewer than were asked for will do */
        return c;
    wt_crew_free(c);
    return NULL;
}

void wt_crew_free(wt_crew *c) {
    if (!c)
        return;
    pthread_mutex_lock(&c->lock);
    c->stop = true;
    pthread_cond_broadcast(&c->more);
    pthread_mutex_unlock(&c->lock);
    for (unsigned n = 0; n < c->worker_count; n++) {
        pthread_join(c->workers[n].thread, NULL);
        wt_printer_free(c->workers[n].printer);
    }
    for (unsigned n = 0; c->batches && n < c->batch_count; n++) {
        free(c->batches[n].memory);
        wt_out_free(c->batches[n].out);
    }
    pthread_cond_destroy(&c->more);
    pthread_cond_destroy(&c->done);
    pthread_mutex_destroy(&c->lock);
    free(c->batches);
    free(c);
}

/* ---- the caller ------------------------------------------------------------------------- */

static batch *filling(wt_crew *c) { return &c->batches[c->filled % c->batch_count]; }

/* Where the text found no memory to grow into, the frames are printed once more, straight to the output. */
static void print_here(wt_printer *p, batch *b) {
    kept now = {.shown = p->shown, .first_ns = p->first_ns, .previous_ns = p->previous_ns, .shown_ns = p->shown_ns};
    print_batch(p, b);
    p->shown = now.shown;
    p->first_ns = now.first_ns;
    p->previous_ns = now.previous_ns;
    p->shown_ns = now.shown_ns;
    b->out->error = 0;
}

static void write_batch(wt_printer *p, batch *b) {
    wt_out *to = p->out;
    size_t n;
    const char *text = wt_out_memory(b->out, &n);
    if (wt_out_error(b->out))
        print_here(p, b);
    else
        wt_out_write(to, text, n);
    if (to->text.len >= WT_OUT_BLOCK)
        wt_out_flush_blocks(to);
    wt_out_clear(b->out);
    if (n > TEXT_KEPT)
        wt_out_give_back(b->out);
    b->printed = false;
    b->count = 0;
    b->used = 0;
}

/* Write what is printed, in order, until no more than `most` batches are not written. */
static void write_printed(wt_crew *c, wt_printer *p, uint64_t most) {
    while (c->written < c->filled) {
        batch *b = &c->batches[c->written % c->batch_count];
        pthread_mutex_lock(&c->lock);
        while (!b->printed && c->filled - c->written > most)
            pthread_cond_wait(&c->done, &c->lock);
        bool ready = b->printed;
        pthread_mutex_unlock(&c->lock);
        if (!ready)
            return;
        write_batch(p, b);
        c->written++;
    }
}

static void hand_over(wt_crew *c, wt_printer *p) {
    pthread_mutex_lock(&c->lock);
    c->filled++;
    pthread_cond_signal(&c->more);
    pthread_mutex_unlock(&c->lock);
    write_printed(c, p, c->batch_count - 1);
}

static bool add(batch *b, const wt_printer *p, const wt_tape *tape) {
    size_t before = b->used;
    kept *k = &b->frames[b->count];
    if (!copy_tape(b, k, tape)) {
        b->used = before;
        return false;
    }
    k->shown = p->shown;
    k->first_ns = p->first_ns;
    k->previous_ns = p->previous_ns;
    k->shown_ns = p->shown_ns;
    b->count++;
    return true;
}

bool wt_crew_add(wt_crew *c, wt_printer *p, const wt_tape *tape) {
    if (!add(filling(c), p, tape)) {
        wt_crew_drain(c, p);
        return false;
    }
    if (filling(c)->count == FRAMES || filling(c)->used >= ENOUGH)
        hand_over(c, p);
    return true;
}

void wt_crew_drain(wt_crew *c, wt_printer *p) {
    if (filling(c)->count)
        hand_over(c, p);
    write_printed(c, p, 0);
}
