/* present.c - a lab for a room: which slides there are, and what keys do. */
#include "lab/present.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/code.h"
#include "lab/json.h"

/* ---- making the slides ------------------------------------------------------------------ */

static void add(present *p, enum slide_kind kind, unsigned step, const lab_show *show, tally *t) {
    p->slides[p->slide_count++] = (slide){kind, step, show, t};
}

static tally *add_tally(present *p, const lab_step *s, const lab_question *q, bool prediction) {
    tally *t = &p->tallies[p->tally_count++];
    *t = (tally){.question = q, .step = s, .prediction = prediction};
    return t;
}

static void add_step(present *p, unsigned n) {
    const lab_step *s = &p->lab->file->steps[n];
    tally *first = &p->tallies[p->tally_count];
    if (s->say)
        add(p, SLIDE_STEP, n, NULL, NULL);
    for (unsigned i = 0; i < s->predict_count; i++)
        add(p, SLIDE_PREDICT, n, NULL, add_tally(p, s, &s->predict[i], true));
    if (s->act_count)
        add(p, SLIDE_RUN, n, NULL, NULL);
    for (unsigned i = 0; i < s->show_count; i++)
        add(p, SLIDE_SHOW, n, &s->show[i], NULL);
    for (unsigned i = 0; i < s->predict_count; i++)
        add(p, SLIDE_TRUTH, n, NULL, &first[i]);
    for (unsigned i = 0; i < s->ask_count; i++)
        add(p, SLIDE_ASK, n, NULL, add_tally(p, s, &s->ask[i], false));
}

static bool make_slides(present *p) {
    const lab_file *f = p->lab->file;
    unsigned slides = 7, tallies = 1;
    for (unsigned i = 0; i < f->steps_count; i++) {
        slides += 2 + 2 * f->steps[i].predict_count + f->steps[i].show_count + f->steps[i].ask_count;
        tallies += f->steps[i].predict_count + f->steps[i].ask_count;
    }
    p->slides = calloc(slides, sizeof *p->slides);
    p->tallies = calloc(tallies, sizeof *p->tallies);
    p->output = calloc(f->steps_count, sizeof *p->output);
    if (!p->slides || !p->tallies || !p->output)
        return false;
    add(p, SLIDE_TITLE, 0, NULL, NULL);
    add(p, SLIDE_CLAIM, 0, NULL, NULL);
    add(p, SLIDE_NETWORK, 0, NULL, NULL);
    for (unsigned i = 0; i < f->steps_count; i++)
        add_step(p, i);
    if (f->back)
        add(p, SLIDE_BACK, f->steps_count, NULL, NULL);
    if (f->recap_count)
        add(p, SLIDE_RECAP, f->steps_count, NULL, NULL);
    if (f->transfer)
        add(p, SLIDE_TRANSFER, f->steps_count, NULL, NULL);
    add(p, SLIDE_SUMMARY, f->steps_count, NULL, NULL);
    return true;
}

static guide *guide_for(const lab *l) {
    guide *g = calloc(1, sizeof *g);
    if (g)
        *g = (guide){.lab = l, .asking = GUIDE_NOBODY};
    return g;
}

bool present_begin(present *p, const lab *l, uint64_t seed, bool recorded, wt_problem *problem) {
    *problem = (wt_problem){"out of memory", ""};
    p->lab = l;
    p->live = guide_for(l);
    p->recorded = l->recorded[0] ? guide_for(l) : NULL;
    if (!p->live || !make_slides(p))
        return false;
    vary_choose(&p->live->vary, l->file, seed);
    if (p->recorded) {
        p->recorded->trace = trace_open(l->recorded, problem);
        if (!p->recorded->trace)
            return false;
        vary_choose(&p->recorded->vary, l->file, p->recorded->trace->seed);
    }
    p->on_record = p->all_recorded = recorded;
    p->seed = recorded && p->recorded ? p->recorded->vary.seed : seed;
    if (!recorded || p->recorded)
        return true;
    *problem = (wt_problem){"this lab has no recording", "Without --recorded it runs here."};
    return false;
}

void present_end(present *p) {
    if (p->running)
        engine_stop(&p->engine);
    for (guide **g = &p->live; g; g = g == &p->live ? &p->recorded : NULL)
        if (*g) {
            trace_close((*g)->trace);
            free(*g);
        }
    for (unsigned i = 0; p->output && i < p->lab->file->steps_count; i++)
        free(p->output[i]);
    free(p->output);
    free(p->slides);
    free(p->tallies);
}

void present_go(present *p, unsigned step) {
    for (p->at = 0; p->at + 1 < p->slide_count; p->at++)
        if (p->slides[p->at].step == step && p->slides[p->at].kind > SLIDE_NETWORK)
            break;
    p->top = 0;
}

/* ---- drawing ---------------------------------------------------------------------------- */

static void show(present *p, const char *text) {
    const slide *s = &p->slides[p->at];
    const lab_file *f = p->lab->file;
    char head[200], right[120], foot[120], code[CODE_ROOM], known[CODE_ROOM + 8], part[32] = "";
    unsigned lines = screen_lines(text), room = screen_room(&p->screen);
    snprintf(head, sizeof head, "Lab %.2s  %.150s", p->lab->id, f->title);
    if (lines > room && !p->screen.prose)
        snprintf(part, sizeof part, "  part %u/%u", p->top / room + 1, (lines + room - 1) / room);
    if (s->kind > SLIDE_NETWORK && s->step < f->steps_count)
        snprintf(right, sizeof right, "%sstep %u of %u%s", p->on_record ? "RECORDED  " : "", s->step + 1,
                 f->steps_count, part);
    else
        snprintf(right, sizeof right, "%s%s", p->on_record ? "RECORDED" : "", part);
    code_write(p->lab, p->seed, s->step < f->steps_count ? s->step + 1 : f->steps_count, code);
    snprintf(known, sizeof known, "  code %s", code);
    if (p->typing)
        snprintf(foot, sizeof foot, "%s: %s_   Enter ends it", p->typing == 's' ? "Go to step" : "Somebody says",
                 p->typed);
    else
        snprintf(foot, sizeof foot, "%s", slide_keys(p, s));
    screen_draw(&p->screen, head, right, text, p->top, foot, known);
}

static void show_slide(present *p) {
    char *text = slide_text(p, &p->slides[p->at]);
    if (text && p->top >= screen_lines(text))
        p->top = 0;
    if (text)
        show(p, text);
    free(text);
}

/* ---- running ---------------------------------------------------------------------------- */

typedef struct hearing {             /* what a step says while it runs */
    present *present;
    unsigned step;
} hearing;

static void hear(hearing *h, const char *first, const char *text, bool program) {
    char *said = NULL, **all = &h->present->output[h->step], *more = NULL;
    size_t n;
    FILE *f = open_memstream(&said, &n);
    if (!f)
        return;
    page p = {.to = f, .width = screen_width(&h->present->screen), .prose = h->present->screen.prose};
    if (program)
        page_output(&p, text);
    else
        page_say(&p, PAGE_PLAIN, first, text);
    if (fclose(f) == 0 && asprintf(&more, "%s%s", *all ? *all : "", said) >= 0) {
        free(*all);
        *all = more;
        if (h->present->screen.terminal)
            show(h->present, *all);
    }
    free(said);
}

static void on_action(void *user, const char *host, const char *command, const char *what) {
    char first[64];
    snprintf(first, sizeof first, "    %.40s$ ", host);
    if (what[0])
        hear(user, "", what, false);
    hear(user, first, command, false);
}

static void on_output(void *user, const char *text) { hear(user, "", text, true); }

static void stop(present *p) {
    if (p->running)
        engine_stop(&p->engine);
    p->running = false;
    p->ran = 0;
}

/* Run the next step.  False: p->problem. */
static bool run_next(present *p) {
    hearing h = {p, p->ran};
    engine_listener to = {on_action, on_output, &h};
    trace *t = NULL;
    free(p->output[p->ran]);
    p->output[p->ran] = strdup("");
    if (!p->output[p->ran] || !engine_step(&p->engine, p->ran, &to, &p->problem) ||
        (t = trace_open(p->engine.path, &p->problem)) == NULL)
        return false;
    trace_close(p->live->trace);
    p->live->trace = t;
    if (p->engine.dropped) {
        p->problem = (wt_problem){"frames were lost: what it shows is not all", "Enter runs it once more."};
        return false;
    }
    p->ran++;
    return true;
}

/* Have steps up to `n` run, with what comes before them. */
static bool run_until(present *p, unsigned n) {
    p->problem = (wt_problem){.text = ""};
    if (!p->running) {
        p->ran = 0;
        p->running = engine_start(&p->engine, p->lab, &p->live->vary, &p->problem);
    }
    bool ok = p->running;
    p->busy = true;
    while (ok && p->ran <= n)
        ok = run_next(p);
    p->busy = false;
    if (!ok)
        stop(p);
    screen_forget_keys(&p->screen);
    return ok;
}

/* What is on this slide needs frames: have them, or go to where it can be tried again. */
static void settle(present *p) {
    const slide *s = &p->slides[p->at];
    bool needs =
        (s->kind == SLIDE_SHOW || s->kind == SLIDE_TRUTH || s->kind == SLIDE_ASK || s->step) && s->kind < SLIDE_BACK;
    unsigned until = s->kind == SLIDE_SHOW || s->kind == SLIDE_TRUTH || s->kind == SLIDE_ASK ? s->step + 1 : s->step;
    if (p->on_record || !needs || p->ran >= until || run_until(p, until - 1))
        return;
    while (p->at && (p->slides[p->at].kind != SLIDE_RUN || p->slides[p->at].step > p->ran))
        p->at--;
    p->top = 0;
}

/* ---- keys ------------------------------------------------------------------------------- */

static void next(present *p) {
    slide *s = &p->slides[p->at];
    char *text = slide_text(p, s);
    unsigned lines = text ? screen_lines(text) : 0, room = screen_room(&p->screen);
    free(text);
    if (!p->screen.prose && p->top + room < lines) {
        p->top += room;
    } else if (slide_hides(p, s)) {
        p->top = 0;
        if (s->kind == SLIDE_RUN)
            run_until(p, s->step);
        else
            s->tally->revealed = true;
    } else if (p->at + 1 < p->slide_count) {
        p->at++;
        p->top = 0;
    }
}

static void back(present *p) {
    unsigned room = screen_room(&p->screen);
    if (p->top) {
        p->top = p->top > room ? p->top - room : 0;
    } else if (p->at) {
        p->at--;
        p->top = 0;
    }
}

/* The other one of live and recording, at the same slide. */
static void switch_record(present *p) {
    if (p->recorded)
        p->on_record = !p->on_record;
    p->top = 0;
}

static void raise_hand(tally *t, const char *text) {
    unsigned i = 0;
    while (i < t->count && strcmp(t->guesses[i].text, text) != 0)
        i++;
    if (!*text || i == PRESENT_GUESSES || t->hands == PRESENT_HANDS || t->revealed)
        return;
    if (i == t->count)
        snprintf(t->guesses[t->count++].text, sizeof t->guesses[0].text, "%.63s", text);
    t->guesses[i].hands++;
    t->raised[t->hands++] = (uint8_t)i;
}

static void lower_hand(tally *t) {
    if (t->hands && !t->revealed)
        t->guesses[t->raised[--t->hands]].hands--;
}

/* True: the key was a hand, a hint or the beginning of a guess. */
static bool guess_key(present *p, tally *t, int key) {
    const lab_question *q = t->question;
    unsigned order[GRADE_OPTIONS];
    if (key == '?' && !t->prediction && !t->revealed && t->hints < q->hints_count) {
        t->hints++;
    } else if (t->revealed || p->slides[p->at].kind == SLIDE_TRUTH) {
        return false;                      /* a prediction is not changed afterwards */
    } else if (q->kind == LAB_CHOICE && key >= 'a' && key < 'a' + PRESENT_LETTERS &&
               (unsigned)(key - 'a') < q->options_count) {
        grade_order(p->lab, present_guide(p)->vary.seed, q, order);
        raise_hand(t, q->options[order[key - 'a']].key);
    } else if (key == 'u') {
        lower_hand(t);
    } else if (key == '+' || (key >= '0' && key <= '9' && q->kind != LAB_CHOICE)) {
        p->typing = 'g';
        snprintf(p->typed, sizeof p->typed, "%c", key == '+' ? 0 : key);
    } else {
        return false;
    }
    return true;
}

/* A key while something is being typed. */
static void type(present *p, int key) {
    size_t n = strlen(p->typed);
    if (key == KEY_BACK && n) {
        p->typed[n - 1] = 0;
    } else if (key == KEY_BACK) {
        p->typing = 0;
    } else if (key == KEY_NEXT) {
        tally *t = p->slides[p->at].tally;
        unsigned step = (unsigned)strtoul(p->typed, NULL, 10);
        if (p->typing == 's' && step >= 1 && step <= p->lab->file->steps_count)
            present_go(p, step - 1);
        else if (p->typing == 'g' && t)
            raise_hand(t, p->typed);
        p->typing = 0;
    } else if (key >= ' ' && key < 127 && n + 1 < sizeof p->typed) {
        p->typed[n] = (char)key;
        p->typed[n + 1] = 0;
    }
}

/* False: that was the last one. */
static bool press(present *p, int key) {
    tally *t = p->slides[p->at].tally;
    if (key == KEY_RESIZED) {
        p->top = 0;
    } else if (p->paused || p->helping) {
        p->paused = p->helping = false;
    } else if (p->typing) {
        type(p, key);
    } else if (t && guess_key(p, t, key)) {
        return true;
    } else {
        switch (key) {
        case KEY_NEXT: next(p); break;
        case KEY_BACK: back(p); break;
        case 'r': switch_record(p); break;
        case 'p': p->paused = true; p->top = 0; break;
        case 'h': case '?': p->helping = true; p->top = 0; break;
        case 'g': p->typing = 's'; p->typed[0] = 0; break;
        case 'q': return false;
        default: break;
        }
    }
    return true;
}

bool present_run(present *p, wt_problem *problem) {
    if (!screen_begin(&p->screen)) {
        *problem = (wt_problem){"there is no keyboard", "--keys FILE reads the keys from a file."};
        return false;
    }
    int key = 0;
    do {
        settle(p);
        show_slide(p);
        key = screen_key(&p->screen, p->typing != 0);
    } while (key != KEY_END && press(p, key));
    screen_end(&p->screen);
    return true;
}

/* ---- afterwards ------------------------------------------------------------------------- */

static void json_tally(present *p, const tally *t, FILE *to) {
    guide *g = present_guide(p);
    grading how = {g->lab, &g->vary, g->trace};
    truth is = {.known = false};
    char text[EXPR_TEXT] = "";
    bool first = true;
    if (g->trace)
        truth_find(&how, t->question, t->step, &is);
    if (is.known)
        truth_text(t->question, &is, text, sizeof text);
    json_named(to, "id", t->question->id);
    fprintf(to, ", \"prediction\": %s, \"revealed\": %s, ", t->prediction ? "true" : "false",
            t->revealed ? "true" : "false");
    json_named(to, "truth", text);
    fputs(", \"guesses\": [", to);
    for (unsigned i = 0; i < t->count; i++) {
        if (!t->guesses[i].hands)
            continue;
        fputs(first ? "{" : ", {", to);
        json_named(to, "answer", t->guesses[i].text);
        fprintf(to, ", \"hands\": %u, \"right\": %s}", t->guesses[i].hands,
                truth_agrees(&how, t->question, t->step, &is, t->guesses[i].text) ? "true" : "false");
        first = false;
    }
    fputc(']', to);
}

void present_json(present *p, FILE *to) {
    const guide *g = present_guide(p);
    char code[CODE_ROOM];
    unsigned step = p->slides[p->at].step, count = p->lab->file->steps_count;
    code_write(p->lab, p->seed, step < count ? step + 1 : count, code);
    fputc('{', to);
    json_named(to, "lab", p->lab->id);
    fprintf(to, ", \"seed\": %" PRIu64 ", \"recorded\": %s, \"screens\": %u, \"at\": %u, ", g->vary.seed,
            p->on_record ? "true" : "false", p->slide_count, p->at + 1);
    json_named(to, "code", code);
    fputs(",\n\"questions\": [", to);
    for (unsigned i = 0; i < p->tally_count; i++) {
        fputs(i ? ",\n {" : "\n {", to);
        json_tally(p, &p->tallies[i], to);
        fputc('}', to);
    }
    fputs("]}\n", to);
}
