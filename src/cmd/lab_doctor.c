/* lab_doctor.c - wiretale lab doctor: what this machine can't do, and a rehearsal of the labs that are planned. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmd/cmd.h"
#include "cmd/lab.h"
#include "lab/doctor.h"
#include "lab/json.h"

typedef struct rehearsal {           /* of one lab, live or by its recording */
    bool fine;
    unsigned right, asked;
    double seconds;
    char why[300];                   /* "" if it is fine */
} rehearsal;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The first question that had no truth. */
static void conclude(rehearsal *r, const guide *g) {
    r->right = guide_right(g);
    r->asked = guide_asked(g);
    r->fine = r->asked && r->right == r->asked;
    for (unsigned i = 0; i < g->result_count && !r->fine && !r->why[0]; i++)
        if (!g->results[i].prediction && g->results[i].verdict != VERDICT_RIGHT)
            snprintf(r->why, sizeof r->why, "question %.64s could not be graded", g->results[i].question->id);
}

/* Make its network, run it to the end, let the capture answer. */
static void rehearse(const lab *l, const char *recorded, rehearsal *r) {
    guide *g = calloc(1, sizeof *g);
    wt_problem problem = {.text = "", .hint = ""};
    *r = (rehearsal){.seconds = now(), .why = "out of memory"};
    if (!g)
        return;
    r->why[0] = 0;
    *g = (guide){.lab = l, .asking = GUIDE_TRUTH, .page = {.width = 80}, .recorded = recorded};
    trace *t = recorded ? trace_open(recorded, &problem) : NULL;
    vary_choose(&g->vary, l->file, t ? t->seed : lab_command_seed());
    trace_close(t);
    if (guide_run(g, &problem))
        conclude(r, g);
    else
        snprintf(r->why, sizeof r->why, "%s", problem.text);
    r->seconds = now() - r->seconds;
    trace_close(g->trace);
    free(g);
}

/* ---- told ------------------------------------------------------------------------------- */

/* A word of judgement in a column of its own, and what it is about. */
static void tell(page *p, const char *verdict, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void tell(page *p, const char *verdict, const char *format, ...) {
    char first[24], text[1000];
    va_list ap;
    snprintf(first, sizeof first, p->prose ? "%s: " : "  %-8s ", verdict);
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    page_say(p, PAGE_PLAIN, first, text);
    fflush(p->to);
}

static void tell_finding(page *p, const finding *f) {
    tell(p, f->fine ? "ok" : f->needed ? "MISSING" : "missing", "%s%s%s", f->what, f->text[0] ? ": " : "", f->text);
    if (f->fix[0])
        tell(p, "fix", "%s", f->fix);
}

static void tell_rehearsal(page *p, const rehearsal *r, const lab *l, bool live) {
    const char *verdict = r->fine ? "ok" : "FAILED", *what = live ? " runs" : "'s recording";
    if (r->why[0])
        tell(p, verdict, "lab %.2s%s: %s", l->id, what, r->why);
    else
        tell(p, verdict, "lab %.2s%s: %u of %u questions graded, %.1f s", l->id, what, r->right, r->asked, r->seconds);
}

static void json_finding(const finding *f, bool first) {
    printf("%s{", first ? "" : ", ");
    json_named(stdout, "what", f->what);
    printf(", \"ok\": %s, \"needed\": %s, ", f->fine ? "true" : "false", f->needed ? "true" : "false");
    json_named(stdout, "why", f->text);
    printf(", ");
    json_named(stdout, "fix", f->fix);
    printf("}");
}

static void json_rehearsal(const char *name, const rehearsal *r) {
    printf("\"%s\": {\"ok\": %s, \"right\": %u, \"asked\": %u, \"seconds\": %.1f, ", name, r->fine ? "true" : "false",
           r->right, r->asked, r->seconds);
    json_named(stdout, "why", r->why);
    printf("}");
}

/* What is waited for, and about how long: as long as the recording took. */
static void tell_waiting(page *p, const lab *l) {
    wt_problem unused;
    trace *t = l->recorded[0] ? trace_open(l->recorded, &unused) : NULL;
    int64_t ns = t && t->frame_count ? t->frames[t->frame_count - 1].frame.time_ns - t->frames[0].frame.time_ns : 0;
    trace_close(t);
    if (ns > 0)
        tell(p, "...", "rehearsing lab %.2s, about %.0f seconds", l->id, (double)ns / 1e9 + 1);
    else
        tell(p, "...", "rehearsing lab %.2s", l->id);
}

/* ---- all of it -------------------------------------------------------------------------- */

typedef struct doctor {
    const lab_options *options;
    page page;
    bool go, fallback;               /* every lab runs; every one that does not has a recording that works */
    unsigned labs;
} doctor;

/* What the machine can do, and the programs of this lab (NULL: of none). */
static bool examine(doctor *d, const lab *l) {
    finding findings[DOCTOR_MOST];
    unsigned n = doctor_examine(l, findings);
    bool fine = true;
    if (d->options->json)
        printf("\"findings\": [");
    for (unsigned i = 0; i < n; i++) {
        fine = fine && (findings[i].fine || !findings[i].needed);
        if (d->options->json)
            json_finding(&findings[i], i == 0);
        else
            tell_finding(&d->page, &findings[i]);
    }
    if (d->options->json)
        printf("]");
    fflush(stdout);
    return fine;
}

static void one_lab(void *user, const char *id) {
    doctor *d = user;
    bool json = d->options->json;
    lab l;
    rehearsal live = {.fine = false}, recorded = {.fine = false};
    if (lab_command_open(&l, id)) {
        d->go = d->fallback = false;
        return;
    }
    if (json) {
        printf("%s\n {", d->labs ? "," : "");
        json_named(stdout, "lab", l.id);
        printf(", ");
    }
    d->labs++;
    if (examine(d, &l)) {
        if (!json)
            tell_waiting(&d->page, &l);
        rehearse(&l, NULL, &live);
        if (!json)
            tell_rehearsal(&d->page, &live, &l, true);
    }
    if (l.recorded[0])
        rehearse(&l, l.recorded, &recorded);
    if (json) {
        printf(", ");
        json_rehearsal("live", &live);
        printf(", ");
        json_rehearsal("recording", &recorded);
        printf("}");
    } else if (l.recorded[0]) {
        tell_rehearsal(&d->page, &recorded, &l, false);
    }
    d->go = d->go && live.fine;
    d->fallback = d->fallback && (live.fine || recorded.fine);
    lab_close(&l);
}

static void notice(void *user, const char *id) {
    (void)id;
    *(bool *)user = true;
}

int lab_doctor(const lab_options *o) {
    doctor d = {.options = o, .page = lab_command_page(o), .go = true, .fallback = true};
    bool all = o->operand_count && strcmp(o->name, "all") == 0, any = false;
    if (all && (!lab_each(notice, &any) || !any))
        return say_problem(STATUS_INPUT, "Set WIRETALE_LABS to their folder.", "the labs are not found");
    if (o->json)
        printf("{");
    if (!o->operand_count) {
        d.go = examine(&d, NULL);
    } else {
        if (o->json)
            printf("\"labs\": [");
        if (all)
            lab_each(one_lab, &d);
        for (unsigned i = 0; i < o->operand_count && !all; i++)
            one_lab(&d, o->operands[i]);
        if (o->json)
            printf("]");
    }
    if (o->json)
        printf(", \"go\": %s}\n", d.go ? "true" : "false");
    else if (d.go)
        printf(o->operand_count ? "Go: what was rehearsed runs here.\n" : "Go: labs run here.\n");
    else
        printf(d.fallback ? "No go: `wiretale lab run LAB --recorded` works all the same.\n" : "No go.\n");
    return d.go ? STATUS_OK : STATUS_RIGHTS;
}
