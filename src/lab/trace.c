/* trace.c - a capture in memory. */
#include "lab/trace.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGE_ITEMS = 4096, MESSAGE_LAYERS = 256 };

/* ---- reading ---------------------------------------------------------------------------- */

static void secrets(void *user, uint32_t type, const uint8_t *p, size_t n) {
    trace *t = user;
    if (type != WT_TLS_KEY_LOG)
        return;
    wt_keylog_add(t->keys, p, n);
    void *more = realloc(t->secrets, t->secrets_size + n + 1);
    if (!more)
        return;
    t->secrets = more;
    memcpy((char *)more + t->secrets_size, p, n);
    t->secrets_size += n;
}

/* What the file says about itself. */
static void about(void *user, const char *text, size_t n) {
    trace *t = user;
    size_t most = TRACE_ABOUT - t->about_size, take = n < most ? n : most;
    t->about_cut |= n + 1 > most;
    char *more = most > 1 ? realloc(t->about, TRACE_ABOUT + 1) : NULL;
    if (!more)
        return;
    int put = snprintf(more + t->about_size, most + 1, "%.*s\n", (int)take, text);
    t->about_size += (size_t)put < most ? (size_t)put : most;
    t->about = more;
}

/* "lab 02-tcp-handshake, seed 7, step open: …" */
static void read_comment(trace *t, const wt_frame *f) {
    char text[256], lab[64], step[32];
    uint64_t seed;
    size_t n = f->comment_len < sizeof text - 1 ? f->comment_len : sizeof text - 1;
    memcpy(text, f->comment, n);
    text[n] = 0;
    if (sscanf(text, "lab %63[^,], seed %" SCNu64 ", step %31[^:]", lab, &seed, step) != 3 ||
        t->step_count == TRACE_STEPS)
        return;
    t->mixed |= t->step_count && (seed != t->seed || strcmp(lab, t->lab) != 0);
    memcpy(t->lab, lab, sizeof lab);
    t->seed = seed;
    memcpy(t->steps[t->step_count++], step, sizeof step);
}

static bool keep(trace *t, const wt_frame *f) {
    if (t->bytes + f->caplen + f->comment_len > TRACE_BYTES)
        return false;
    if (t->frame_count == t->frame_room) {
        uint32_t room = t->frame_room ? t->frame_room * 2 : 256;
        trace_frame *more = realloc(t->frames, room * sizeof *more);
        if (!more)
            return false;
        t->frames = more;
        t->frame_room = room;
    }
    char *copy = malloc(f->caplen + f->comment_len + 1);
    if (!copy)
        return false;
    memcpy(copy, f->data, f->caplen);
    if (f->comment) {
        memcpy(copy + f->caplen, f->comment, f->comment_len);
        read_comment(t, f);
    }
    trace_frame *k = &t->frames[t->frame_count++];
    *k = (trace_frame){.frame = *f, .step = (int)t->step_count - 1};
    k->frame.data = (uint8_t *)copy;
    k->frame.comment = f->comment ? copy + f->caplen : NULL;
    k->frame.more_count = 0;
    t->bytes += f->caplen + f->comment_len;
    t->cut |= f->caplen < f->len;
    return true;
}

static bool name_points(trace *t, const wt_reader *r) {
    const wt_interface *i;
    while ((i = wt_reader_interface(r, t->point_count)) != NULL) {
        if (t->point_count == TRACE_POINTS)
            return false;
        uint64_t lost = wt_reader_dropped(r, t->point_count);
        t->dropped = lost > UINT64_MAX - t->dropped ? UINT64_MAX : t->dropped + lost;
        snprintf(t->points[t->point_count++], sizeof t->points[0], "%s", i->name);
    }
    return true;
}

static bool read_all(trace *t, wt_reader *r, wt_problem *problem) {
    wt_frame f;
    int got;
    wt_reader_on_secrets(r, secrets, t);
    wt_reader_on_comment(r, about, t);
    while ((got = wt_reader_next(r, &f)) == 1)
        if (f.linktype != WT_LINKTYPE_NONE && !keep(t, &f)) {
            *problem = (wt_problem){"the capture is too large for a lab", ""};
            return false;
        }
    if (got < 0)
        *problem = *wt_reader_problem(r);
    else if (!name_points(t, r))
        *problem = (wt_problem){"the capture has more points than any lab", "wiretale read shows it"};
    else
        return true;
    return false;
}

trace *trace_open(const char *path, wt_problem *problem) {
    wt_reader *r = wt_reader_open(path, problem);
    if (!r)
        return NULL;
    trace *t = calloc(1, sizeof *t);
    if (t)
        t->keys = wt_keylog_new(NULL);
    if (!t || !t->keys) {
        *problem = (wt_problem){"out of memory", ""};
        wt_reader_free(r);
        trace_close(t);
        return NULL;
    }
    bool ok = read_all(t, r, problem);
    wt_reader_free(r);
    if (ok)
        return t;
    trace_close(t);
    return NULL;
}

void trace_close(trace *t) {
    if (!t)
        return;
    for (uint32_t i = 0; i < t->frame_count; i++)
        free((void *)t->frames[i].frame.data);
    free(t->frames);
    free(t->secrets);
    free(t->about);
    wt_keylog_free(t->keys);
    free(t);
}

int trace_point(const trace *t, const char *name) {
    for (uint32_t i = 0; i < t->point_count; i++)
        if (strcmp(t->points[i], name) == 0)
            return (int)i;
    return TRACE_ANY;
}

int trace_step(const trace *t, const char *name) {
    for (uint32_t i = 0; i < t->step_count; i++)
        if (strcmp(t->steps[i], name) == 0)
            return (int)i;
    return TRACE_ANY;
}

/* ---- asking ----------------------------------------------------------------------------- */

typedef struct asking {
    wt_filter *filter;
    int message;                     /* protocol number, or -1 */
    void (*fn)(void *, const wt_tape *);
    void *user;
    wt_item items[MESSAGE_ITEMS];
    wt_layer layers[MESSAGE_LAYERS];
} asking;

/* The tape as if the frame carried only the message of layer `l`: it, what it lies in, and what lies in it. */
static void one_message(asking *a, const wt_tape *tape, uint32_t l) {
    bool in[MESSAGE_LAYERS] = {false};
    wt_tape view = *tape;
    for (uint32_t up = l; !in[up]; up = tape->layers[up].parent)
        in[up] = true;
    for (uint32_t i = l + 1; i < tape->layer_count; i++)
        in[i] = in[tape->layers[i].parent] && tape->layers[i].parent >= l;
    view.item_count = 0;
    for (uint32_t i = 0; i < tape->item_count && view.item_count < MESSAGE_ITEMS; i++)
        if (in[tape->items[i].layer]) {
            a->items[view.item_count] = tape->items[i];
            a->items[view.item_count].end = view.item_count + 1;
            view.item_count++;
        }
    view.items = a->items;
    memcpy(a->layers, tape->layers, tape->layer_count * sizeof *a->layers);
    for (uint32_t i = 0; i < tape->layer_count; i++)
        if (!in[i])
            a->layers[i].proto = a->layers[0].proto;     /* "frame": every frame has it anyway */
    view.layers = a->layers;
    if (wt_filter_match(a->filter, &view))
        a->fn(a->user, &view);
}

static void one_frame(asking *a, const wt_tape *tape) {
    if (a->message < 0) {
        if (wt_filter_match(a->filter, tape))
            a->fn(a->user, tape);
        return;
    }
    for (uint32_t l = 0; l < tape->layer_count && tape->layer_count <= MESSAGE_LAYERS; l++)
        if (tape->layers[l].proto == a->message)
            one_message(a, tape, l);
}

static bool chosen(const selection *s, const trace_frame *f) {
    uint64_t number = f->frame.number;
    return (s->point == TRACE_ANY || f->frame.interface == (uint32_t)s->point) &&
           (s->step == TRACE_ANY || f->step == s->step) && (!s->after || number > s->after) &&
           (!s->before || number < s->before);
}

bool trace_select(const trace *t, const selection *s, const wt_fid *want, size_t want_count,
                  void (*fn)(void *, const wt_tape *), void *user, wt_filter_problem *wrong) {
    wt_options o = {.want = want, .want_count = want_count, .crypto = wt_keylog_ops(), .crypto_state = t->keys,
                    .codec = wt_codecs(), .everything = s->message != NULL};
    asking *a = calloc(1, sizeof *a);
    *wrong = (wt_filter_problem){.text = "out of memory"};
    if (a)
        a->filter = wt_filter_new(s->filter, wrong);
    wt_session *session = a && a->filter && wt_filter_needs(a->filter, &o) ? wt_session_new(&o) : NULL;
    if (session) {
        a->message = s->message ? wt_protocol_find(s->message) : -1;
        a->fn = fn;
        a->user = user;
        for (uint32_t i = 0; i < t->frame_count; i++) {
            const wt_tape *tape = wt_session_feed(session, &t->frames[i].frame);
            if (chosen(s, &t->frames[i]))
                one_frame(a, tape);
        }
    }
    bool ok = session != NULL;
    wt_session_free(session);
    if (a)
        wt_filter_free(a->filter);
    free(a);
    return ok;
}
