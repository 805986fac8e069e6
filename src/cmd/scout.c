/* scout.c - each scout is a thread that reads the whole file, dissects its own conversations' frames as lanes do
 * (lanes.c), but no further than the filter needs, and marks the conversations that it chooses frames of.
 *
 * A filter mostly chooses little, and a page needs each value of a frame, a line its words: only of what is in those
 * conversations they are made then.  Where much is chosen, or what a lane can't know is needed, scouts give up. */
#include "cmd/scout.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cmd/lanes.h"

enum {
    LEAST = 16384,                       /* frames asked for, if some are: fewer are not worth it */
    LARGEST = 512 * 1024 * 1024,         /* bytes of a file: nothing is printed until all of it was read once */
    SOME = 2048,                         /* frames of chosen conversations that are always fine … */
    SHARE = 4,                           /* … and of how many of a scout's own frames one may be */
    MOST_CONVERSATIONS = 1 << 27
};

typedef struct scout {
    struct scouts *all;
    wt_reader *in;
    run r;
    pthread_t thread;
    bool started, whole;                 /* read to the end */
    int got;                             /* as wt_reader_next(), at the end */
    uint64_t marked;                     /* frames of conversations that were marked by then */
    uint64_t last;                       /* as scouted */
    uint8_t *marks;
    uint32_t room;
} scout;

typedef struct scouts {
    atomic_bool stop;
    uint64_t most;                       /* frames; 0: all */
    unsigned count;
    scout *scouts;
} scouts;

static bool is_marked(const scout *s, uint32_t n) { return n < s->room && s->marks[n / 8] >> (n % 8) & 1; }

/* False if there are too many, or memory is out. */
static bool mark(scout *s, uint32_t n) {
    if (n >= MOST_CONVERSATIONS)
        return false;
    if (n >= s->room) {
        uint32_t room = s->room ? s->room : 4096;
        while (room <= n)
            room *= 2;
        uint8_t *grown = realloc(s->marks, room / 8);
        if (!grown)
            return false;
        memset(grown + s->room / 8, 0, (room - s->room) / 8);
        s->marks = grown;
        s->room = room;
    }
    s->marks[n / 8] |= (uint8_t)(1 << (n % 8));
    return true;
}

/* False: it is no use to go on. */
static bool one(scout *s, const wt_frame *f) {
    const wt_tape *tape;
    bool chosen = run_chooses(&s->r, f, &tape);
    if (wt_session_tangled(s->r.session) || wt_keylog_tangled(s->r.keys))
        return false;
    if (!tape)
        return true;
    uint32_t conversation = wt_session_conversation(s->r.session);
    if (chosen) {
        s->last = f->number;
        if (conversation != UINT32_MAX && !mark(s, conversation))
            return false;
    }
    s->marked += chosen || is_marked(s, conversation);
    return s->marked <= SOME + (s->r.seen - s->r.foreign) / SHARE;
}

static void *work(void *user) {
    scout *s = user;
    scouts *all = s->all;
    wt_frame f;
    bool go = true;
    s->got = 1;
    while (go && (!all->most || s->r.seen < all->most) && (s->got = wt_reader_next(s->in, &f)) == 1)
        go = one(s, &f) && !atomic_load_explicit(&all->stop, memory_order_relaxed);
    s->whole = go;
    if (!go)
        atomic_store(&all->stop, true);
    return NULL;
}

static bool make(scouts *a, const run *r, const wt_reader *in, unsigned count) {
    a->most = r->options->count;
    a->scouts = calloc(count, sizeof *a->scouts);
    bool made = a->scouts;
    for (; made && a->count < count; a->count++) {
        scout *s = &a->scouts[a->count];
        s->all = a;
        s->in = wt_reader_again(in);
        made = run_lane(&s->r, r, s->in, &(run_share){.number = a->count, .lanes = count}, false);
    }
    for (unsigned n = 0; made && n < a->count; n++)
        made = a->scouts[n].started = lanes_thread(&a->scouts[n].thread, work, &a->scouts[n]);
    if (!made)
        atomic_store(&a->stop, true);
    return made;
}

/* What all of them found; false if they did not see the same file to its end. */
static bool collect(const scouts *a, scouted *found) {
    const scout *first = a->scouts;
    for (unsigned n = 0; n < a->count; n++) {
        const scout *s = &a->scouts[n];
        if (!s->whole || s->got != first->got || s->r.seen != first->r.seen)
            return false;
        found->last = s->last > found->last ? s->last : found->last;
        found->room = s->room > found->room ? s->room : found->room;
        found->given_up += wt_filter_given_up(s->r.filter);
    }
    found->seen = first->r.seen;
    found->problem = *wt_reader_problem(first->in);
    if (!(found->marks = calloc(1, found->room / 8 + 1)))
        return false;
    for (unsigned n = 0; n < a->count; n++)
        for (uint32_t b = 0; b < a->scouts[n].room / 8; b++)
            found->marks[b] |= a->scouts[n].marks[b];
    return true;
}

static void end(scouts *a) {
    for (unsigned n = 0; n < a->count; n++) {
        run_free(&a->scouts[n].r);
        wt_reader_free(a->scouts[n].in);
        free(a->scouts[n].marks);
    }
    free(a->scouts);
}

bool scout_run(const run *r, const wt_reader *in, scouted *found) {
    struct stat st;
    scouts a = {.most = 0};
    *found = (scouted){.marks = NULL};
    if (!r->filter || !lanes_can(r, LEAST) || stat(r->options->file, &st) != 0 || st.st_size > LARGEST)
        return false;
    bool made = make(&a, r, in, lanes_count(r));
    for (unsigned n = 0; n < a.count; n++)
        if (a.scouts[n].started)
            pthread_join(a.scouts[n].thread, NULL);
    bool good = made && collect(&a, found);
    end(&a);
    return good;
}

void scout_free(scouted *found) { free(found->marks); }
