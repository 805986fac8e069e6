/* tap.c - capture points. */
#include "lab/tap.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int64_t clock_ns(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int64_t now_ms(void) { return clock_ns(CLOCK_MONOTONIC) / 1000000; }

bool taps_open(taps *t, const lab_point *point, wt_problem *problem) {
    if (t->count == TAP_POINTS) {
        *problem = (wt_problem){"too many capture points", ""};
        return false;
    }
    wt_live *l = wt_live_open(&(wt_live_options){.interface = point->as, .hold_ms = TAP_HOLD_MS, .no_wait = true},
                              NULL, problem);
    if (!l)
        return false;
    wt_interface *i = &t->points[t->count];
    *i = *wt_live_interface(l);
    snprintf(i->name, sizeof i->name, "%s", point->name);
    if (point->about)
        snprintf(i->description, sizeof i->description, "%s", point->about);
    else
        snprintf(i->description, sizeof i->description, "%.30s of %.20s", point->as, point->at);
    t->live[t->count++] = l;
    return true;
}

static void keep(taps *t, uint32_t point, const wt_frame *f) {
    if (t->full || t->bytes + f->caplen > TAP_BYTES) {
        t->full = true;
        return;
    }
    if (t->frame_count == t->frame_room) {
        uint32_t room = t->frame_room ? t->frame_room * 2 : 256;
        tap_frame *more = realloc(t->frames, room * sizeof *more);
        if (!more) {
            t->full = true;
            return;
        }
        t->frames = more;
        t->frame_room = room;
    }
    uint8_t *copy = malloc(f->caplen ? f->caplen : 1);
    if (!copy) {
        t->full = true;
        return;
    }
    memcpy(copy, f->data, f->caplen);
    tap_frame *k = &t->frames[t->frame_count];
    *k = (tap_frame){.frame = *f, .data = copy, .point = point, .arrival = t->frame_count};
    k->frame.data = copy;
    k->frame.interface = point;
    t->frame_count++;
    t->bytes += f->caplen;
    t->last_ms = now_ms();
}

bool taps_take(taps *t, int ms, wt_problem *problem) {
    struct pollfd fds[TAP_POINTS];
    wt_frame f;
    for (uint32_t i = 0; i < t->count; i++)
        fds[i] = (struct pollfd){.fd = wt_live_descriptor(t->live[i]), .events = POLLIN};
    poll(fds, t->count, ms);
    for (uint32_t i = 0; i < t->count; i++) {
        int got;
        while ((got = wt_live_next(t->live[i], &f)) == 1)
            keep(t, i, &f);
        if (got < 0) {
            *problem = *wt_live_problem(t->live[i]);
            return false;
        }
    }
    return true;
}

bool taps_settle(taps *t, wt_problem *problem) {
    int64_t begin = now_ms();
    do {
        if (!taps_take(t, TAP_HOLD_MS / 2, problem))
            return false;
    } while (now_ms() - begin < 3 * TAP_HOLD_MS || now_ms() - t->last_ms < 3 * TAP_HOLD_MS);
    return true;
}

bool taps_mark(taps *t, unsigned step) {
    tap_mark *more = realloc(t->marks, (t->mark_count + 1) * sizeof *more);
    if (!more)
        return false;
    t->marks = more;
    t->marks[t->mark_count++] = (tap_mark){clock_ns(CLOCK_REALTIME), step};
    return true;
}

static uint64_t dropped_at(taps *t, uint32_t point) {
    wt_live_stats s = wt_live_statistics(t->live[point]);
    return s.dropped + s.interface_dropped;
}

uint64_t taps_dropped(taps *t) {
    uint64_t n = 0;
    for (uint32_t i = 0; i < t->count; i++)
        n += dropped_at(t, i);
    return n;
}

/* ---- writing ---------------------------------------------------------------------------- */

static int by_time(const void *a, const void *b) {
    const tap_frame *x = a, *y = b;
    if (x->frame.time_ns != y->frame.time_ns)
        return x->frame.time_ns < y->frame.time_ns ? -1 : 1;
    return x->arrival < y->arrival ? -1 : x->arrival > y->arrival;
}

static bool frames(taps *t, wt_writer *w, const lab *l, uint64_t seed) {
    char comment[200];
    uint32_t told = 0, now = 0;
    bool ok = true;
    for (uint32_t i = 0; i < t->frame_count && ok; i++) {
        tap_frame *k = &t->frames[i];
        while (now < t->mark_count && k->frame.time_ns >= t->marks[now].time_ns)
            now++;
        k->frame.comment = NULL;
        if (now > told) {
            const lab_step *s = &l->file->steps[t->marks[now - 1].step];
            int n = snprintf(comment, sizeof comment, "lab %s, seed %" PRIu64 ", step %s: %.80s", l->id, seed, s->id,
                             s->title);
            k->frame.comment = comment;
            k->frame.comment_len = (uint32_t)n < sizeof comment ? (uint32_t)n : (uint32_t)sizeof comment - 1;
            told = now;
        }
        ok = wt_writer_frame(w, &k->frame, &t->points[k->point]);
    }
    return ok;
}

bool taps_write(taps *t, const char *path, const lab *l, uint64_t seed, const char *keys, size_t keys_size,
                wt_problem *problem) {
    if (t->frame_count)
        qsort(t->frames, t->frame_count, sizeof *t->frames, by_time);
    for (uint32_t i = 0; i < t->frame_count; i++) {
        t->frames[i].arrival = i;
        t->frames[i].frame.number = i + 1;
    }
    wt_writer *w = wt_writer_open(path, WT_FILE_PCAPNG, true, problem);
    if (!w)
        return false;
    bool ok = (!keys_size || wt_writer_secrets(w, WT_TLS_KEY_LOG, (const uint8_t *)keys, keys_size)) &&
        frames(t, w, l, seed);
    for (uint32_t i = 0; i < t->count && ok; i++)
        ok = wt_writer_dropped(w, i, dropped_at(t, i));
    return wt_writer_close(w, problem) && ok;
}

void taps_close(taps *t) {
    for (uint32_t i = 0; i < t->count; i++)
        wt_live_free(t->live[i]);
    for (uint32_t i = 0; i < t->frame_count; i++)
        free(t->frames[i].data);
    free(t->frames);
    free(t->marks);
    *t = (taps){.count = 0};
}
