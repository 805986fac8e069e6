/* guide.c - a lab from its first word to its grade. */
#include "lab/guide.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "lab/ask.h"
#include "lab/doctor.h"
#include "lab/engine.h"
#include "lab/keep.h"
#include "lab/show.h"
#include "lab/table.h"
#include "lab/told.h"
#include "lab/wire.h"

/* ---- words ------------------------------------------------------------------------------ */

void guide_say(guide *g, enum page_style style, const char *first, const char *text) {
    grading how = {g->lab, &g->vary, g->trace};
    char *filled = text ? truth_fill(&how, NULL, NULL, NULL, NULL, text) : NULL;
    page_say(&g->page, style, first, filled);
    free(filled);
}

/* What would be nice to have, and is not there. */
static void tell_missing(guide *g) {
    for (unsigned i = 0; i < g->lab->file->needs_count; i++) {
        finding f;
        char text[400];
        doctor_program(g->lab, g->lab->file->needs[i], &f);
        if (f.needed || f.fine)
            continue;
        snprintf(text, sizeof text, "%.60s: %.120s. To have it: %.120s", f.what, f.text, f.fix);
        page_gap(&g->page);
        page_say(&g->page, PAGE_BAD, "", text);
    }
}

/* Where new words are explained. */
static void tell_chapter(guide *g) {
    char line[640];
    snprintf(line, sizeof line,
             "%s/README.md tells all this as a chapter, and explains its words; "
             "`wiretale explain SYN` explains a field, a flag, a value.", g->lab->folder);
    if (g->asking == GUIDE_KEYBOARD) {
        page_say(&g->page, PAGE_QUIET, "", line);
        page_gap(&g->page);
    }
}

static void introduce(guide *g) {
    const lab_file *f = g->lab->file;
    char first[16], after[200];
    size_t n = 0;
    page_heading(&g->page, "Lab %.2s: %.100s (about %u minutes)", g->lab->id, f->title, f->minutes);
    if (f->optional_minutes) {
        snprintf(after, sizeof after, "Then come optional steps, about %u minutes more.", f->optional_minutes);
        page_say(&g->page, PAGE_QUIET, "", after);
        page_gap(&g->page);
    }
    guide_say(g, PAGE_PLAIN, "", f->question);
    page_gap(&g->page);
    page_say(&g->page, PAGE_PLAIN, "", "At the end you will be able to show, in packets,");
    for (unsigned i = 0; i < f->goals_count; i++) {
        snprintf(first, sizeof first, " %u. ", i + 1);
        guide_say(g, PAGE_PLAIN, first, f->goals[i]);
    }
    for (unsigned i = 0; i < f->after_count && n < sizeof after; i++)
        n += (size_t)snprintf(after + n, sizeof after - n, "%s%s", i ? ", " : "Do these labs before: ", f->after[i]);
    if (f->after_count)
        page_say(&g->page, PAGE_PLAIN, "", after);
    page_gap(&g->page);
    tell_chapter(g);
    guide_say(g, PAGE_PLAIN, "People say: ", f->claim);
    page_gap(&g->page);
    page_hold(&g->page);
    guide_say(g, PAGE_PLAIN, "", g->page.prose || !f->picture ? f->prose : f->picture);
    page_release(&g->page);
    if (!g->recorded)
        tell_missing(g);
}

/* Before the learner goes on: one idea a screen. */
static bool pause_for_key(guide *g, const char *prompt) {
    char line[64];
    return !g->stepping || !g->page.to || g->asking != GUIDE_KEYBOARD || ask_line(g, prompt, line, sizeof line);
}

/* The hosts' names, for the heads of a sequence diagram. */
static wt_names *host_names(const guide *g) {
    const lab_file *f = g->lab->file;
    wt_names *names = wt_names_new(WT_NAMES_NETWORK);
    for (unsigned i = 0; names && i < 2 * f->links_count; i++) {
        const lab_end *e = i % 2 ? &f->links[i / 2].b : &f->links[i / 2].a;
        char *address = e->address ? vary_fill(&g->vary, e->address) : NULL;
        uint8_t bytes[4];
        if (address) {
            address[strcspn(address, "/")] = 0;
            if (inet_pton(AF_INET, address, bytes) == 1)
                wt_names_add(names, bytes, sizeof bytes, e->at, strlen(e->at));
        }
        free(address);
    }
    return names;
}

/* Whose card that capture point is at; NULL: it is none, or of a switch or a router, which passes on what it gets. */
static const char *host_of(const guide *g, const char *point) {
    const lab_file *f = g->lab->file;
    for (unsigned i = 0; point && i < f->points_count; i++)
        for (unsigned h = 0; h < f->hosts_count; h++)
            if (strcmp(f->points[i].name, point) == 0 && strcmp(f->points[i].at, f->hosts[h].name) == 0)
                return f->hosts[h].name;
    return NULL;
}

static selection selection_of(const guide *g, const lab_step *s, const lab_show *w, const char *filter) {
    const char *step = w->in ? w->in : s->id;
    selection what = {.filter = filter, .point = trace_point(g->trace, w->at ? w->at : ""),
                      .step = trace_step(g->trace, step)};
    if (what.point == TRACE_ANY && w->at)
        what.point = TRACE_NONE;
    if (what.step == TRACE_ANY && strcmp(step, "all") != 0)
        what.step = TRACE_NONE;
    return what;
}

static void show_one(guide *g, const lab_show *w, const selection *what) {
    const char *as = w->as ? w->as : "lines";
    wt_names *names;
    if (strcmp(as, "secrets") == 0) {
        told_secrets(&g->page, g->trace, what);
    } else if (strcmp(as, "bytes") == 0) {
        told_bytes(&g->page, g->trace, what);
    } else if (strcmp(as, "http2") == 0) {
        told_http2(&g->page, g->trace, what);
    } else if (strcmp(as, "hpack") == 0) {
        told_hpack(&g->page, g->trace, what);
    } else if (strcmp(as, "ladder") == 0 && !g->page.prose) {
        names = host_names(g);
        told_ladder(&g->page, g->trace, what, names, host_of(g, w->at));
        wt_names_free(names);
    } else if (show_frames(&g->page, g->trace, what, as, w->layer) == 0) {
        page_say(&g->page, PAGE_PLAIN, "   ", "nothing");
    }
}

static void show_table(guide *g, const lab_step *s, const lab_show *w) {
    const lab_table *is = w->table ? table_named(g->lab, w->table) : NULL;
    grading how = {g->lab, &g->vary, g->trace};
    table *t = is && g->page.to ? malloc(sizeof *t) : NULL;
    if (!t)
        return;
    table_find(t, &how, is, w->in ? w->in : s->id);
    if (w->say)
        guide_say(g, PAGE_PLAIN, "", w->say);
    if (strcmp(w->as, "plot") == 0)
        table_plot(t, &g->page);
    else
        table_print(t, &g->page);
    free(t);
}

static void show_selected(guide *g, const lab_step *s, const lab_show *w) {
    char *filter = w->filter ? vary_fill(&g->vary, w->filter) : NULL, title[300];
    selection what = selection_of(g, s, w, filter);
    bool drawn = w->as && (strcmp(w->as, "picture") == 0 || strcmp(w->as, "ladder") == 0);
    if (w->say && !(drawn && g->page.prose))
        guide_say(g, PAGE_PLAIN, "", w->say);
    snprintf(title, sizeof title, "Captured at %s%s%.200s:", w->at ? w->at : "every point", filter ? ", only " : "",
             filter ? filter : "");
    page_say(&g->page, PAGE_QUIET, "", title);
    show_one(g, w, &what);
    free(filter);
}

/* By what name a learner may pass by what is shown: the table's, or the first sentence that is said of it. */
static void show_title(const guide *g, const lab_show *w, char *out, size_t room) {
    static const struct { const char *as, *title; } kinds[] = {
        {"ladder", "a drawing of who said what"}, {"picture", "the frames as a picture"},
        {"bytes", "what the bytes were for"}, {"secrets", "the TLS handshakes"}, {"http2", "the frames of HTTP/2"},
        {"hpack", "the header fields, packed by HPACK"}};
    const lab_table *is = w->table ? table_named(g->lab, w->table) : NULL;
    const char *title = is ? is->title : w->say, *as = w->as ? w->as : "lines";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !title; i++)
        if (strcmp(as, kinds[i].as) == 0)
            title = kinds[i].title;
    char *filled = vary_fill(&g->vary, title ? title : "frames of this step");
    const char *text = filled ? filled : "frames of this step";
    size_t n = strcspn(text, is ? "" : "\n:{");
    for (size_t i = 0; i < n && !is; i++)
        if (text[i] == '.' && (text[i + 1] == ' ' || !text[i + 1]))
            n = i;
    snprintf(out, room, "%.*s%s", n < 120 ? (int)n : 120, text, strcmp(as, "plot") == 0 ? ", as curves" : "");
    free(filled);
}

/* What fits on one screen is not split over two; below curves is more than that.  The learner may pass it by. */
void guide_show(guide *g, const lab_step *s, const lab_show *w) {
    const char *as = w->as ? w->as : "lines";
    bool curves = strcmp(as, "plot") == 0;
    char title[160];
    show_title(g, w, title, sizeof title);
    if (!curves)
        page_hold(&g->page);
    page_gap(&g->page);
    if (curves)
        page_offer(&g->page, title);
    if (curves || strcmp(as, "table") == 0)
        show_table(g, s, w);
    else
        show_selected(g, s, w);
    page_offer(&g->page, title);
    if (!curves)
        page_release(&g->page);
    page_offer(&g->page, NULL);
}

static void action(void *user, const char *host, const char *command, const char *what) {
    guide *g = user;
    char first[64];
    if (what[0])
        page_say(&g->page, PAGE_PLAIN, "", what);
    snprintf(first, sizeof first, g->page.prose ? "On %.40s: " : "    %.40s$ ", host);
    page_say(&g->page, PAGE_TITLE, first, command);
    if (g->page.to)
        fflush(g->page.to);
}

static void output(void *user, const char *text) { page_output(&((guide *)user)->page, text); }

/* ---- captures --------------------------------------------------------------------------- */

static bool load(guide *g, const char *path, wt_problem *problem) {
    trace_close(g->trace);
    g->trace = trace_open(path, problem);
    return g->trace != NULL;
}

/* Answers and the capture that they are about: no Ctrl-C comes between the two. */
static bool keep_both(guide *g, const char *from, wt_problem *problem) {
    char kept[600];
    sigset_t interrupt, before;
    snprintf(kept, sizeof kept, "%s/capture.pcapng", g->progress.folder);
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, &before);
    bool ok = !progress_save(&g->progress) || keep_copy(g, from, kept, problem);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ok;
}

/* What was captured so far: to the file that was asked for, and to where progress is kept. */
static bool keep_capture(guide *g, const char *from, wt_problem *problem) {
    if (g->write && !keep_copy(g, from, g->write, problem))
        return false;
    return !g->keep || !g->progress.folder[0] || keep_both(g, from, problem);
}

/* ---- steps ------------------------------------------------------------------------------ */

static void save(guide *g) {
    if (g->keep && !g->again)
        progress_save(&g->progress);
}

/* What comes, and whether it is wanted (one that was begun before an interruption is).  False: it is passed
 * by, or the learner has gone. */
static bool announce(guide *g, unsigned n) {
    const lab_file *f = g->lab->file;
    const lab_step *s = &f->steps[n];
    char line[64] = "";
    if (s->optional && g->enough)
        return false;
    page_heading(&g->page, "Step %u of %u: %.100s%s", n + 1, f->steps_count, s->title,
                 s->optional ? " (optional)" : "");
    guide_say(g, PAGE_PLAIN, "", s->say);
    if (!s->optional || g->asking != GUIDE_KEYBOARD || n < g->again)
        return true;
    if (!ask_line(g, "\nOptional: Enter does it, s passes it by, e goes to the end. ", line, sizeof line))
        return false;
    g->enough = line[0] == 'e' || line[0] == 'E';
    return !g->enough && line[0] != 's' && line[0] != 'S';
}

/* Predictions, before anything is seen. */
static bool before(guide *g, unsigned n) {
    const lab_step *s = &g->lab->file->steps[n];
    for (unsigned i = 0; i < s->predict_count && !g->left; i++) {
        ask_question(g, s, &s->predict[i], true);
        save(g);
    }
    page_gap(&g->page);
    return !g->left && (s->optional || pause_for_key(g, "Enter runs this step. "));
}

static void step_done(guide *g, unsigned n) {
    if (!g->left && g->progress.done < n + 1)
        g->progress.done = n + 1;
    save(g);
}

/* Frames, then what they say about the predictions, then questions. */
static bool after(guide *g, unsigned n) {
    const lab_step *s = &g->lab->file->steps[n];
    for (unsigned i = 0; i < s->show_count; i++)
        guide_show(g, s, &s->show[i]);
    for (unsigned i = 0; i < s->predict_count; i++)
        ask_look_back(g, s, &s->predict[i]);
    for (unsigned i = 0; i < s->ask_count && !g->left; i++) {
        ask_question(g, s, &s->ask[i], false);
        save(g);
    }
    step_done(g, n);
    return !g->left && (n + 1 == g->lab->file->steps_count || pause_for_key(g, "\nEnter goes on. "));
}

/* What would be run, told without running it. */
static void tell_actions(guide *g, const lab_step *s) {
    for (unsigned i = 0; i < s->act_count; i++) {
        const lab_action *a = &s->act[i];
        if (a->stop)
            continue;
        char *command = vary_fill(&g->vary, a->run), *what = vary_fill(&g->vary, a->say ? a->say : "");
        if (command && what)
            action(g, a->on, command, what);
        free(command);
        free(what);
    }
    if (s->act_count)
        page_say(&g->page, PAGE_QUIET, "", "RECORDED: not run now; what follows was captured when it ran.");
}

/* A step that was done before an interruption, or that the room has done: its answers count, nothing is asked. */
static void skip(guide *g, unsigned n) {
    const lab_step *s = &g->lab->file->steps[n];
    FILE *loud = g->page.to;
    g->page.to = NULL;
    for (unsigned i = 0; i < s->predict_count + s->ask_count; i++) {
        const lab_question *q = i < s->predict_count ? &s->predict[i] : &s->ask[i - s->predict_count];
        const kept_answer *a = progress_find(&g->progress, q->id);
        if (a && a->text[0])
            ask_grade(g, s, q, i < s->predict_count);
        else if (g->result_count < PROGRESS_ANSWERS)
            g->results[g->result_count++] = (guide_result){.question = q, .step = s,
                                                           .prediction = i < s->predict_count};
    }
    g->page.to = loud;
}

/* False: the learner has gone. */
static bool one_recorded(guide *g, unsigned n) {
    if (n < g->progress.done) {
        skip(g, n);
        return true;
    }
    if (!announce(g, n)) {
        step_done(g, n);
        return !g->left;
    }
    if (!before(g, n))
        return false;
    tell_actions(g, &g->lab->file->steps[n]);
    return after(g, n);
}

static bool go_recorded(guide *g, wt_problem *problem) {
    if (!load(g, g->recorded, problem))
        return false;
    page_gap(&g->page);
    page_say(&g->page, PAGE_QUIET, "",
             "RECORDED: nothing is run. What programs print is no packet: it is not in a capture, and not shown.");
    for (unsigned n = 0; n < g->lab->file->steps_count; n++)
        if (!one_recorded(g, n))
            return true;
    g->frames = g->trace->frame_count;
    return !g->write || keep_copy(g, g->recorded, g->write, problem);
}

/* The n-th step has been run: what it is about is read, and kept once it has all that answers are about. */
static bool take(guide *g, const engine *e, unsigned n, wt_problem *problem) {
    const lab_step *s = &g->lab->file->steps[n];
    g->frames = e->frames;
    g->dropped = e->dropped;
    memcpy(g->wires, e->wires, sizeof g->wires);
    if (!load(g, e->path, problem))
        return false;
    for (unsigned i = 0; i < s->ask_count; i++)
        ask_carry(g, s, &s->ask[i]);
    g->progress.ran = n + 1 > g->again ? n + 1 : g->again;
    if (n + 1 >= g->again) {
        g->again = 0;
        if (g->keep && !keep_capture(g, e->path, problem))
            return false;
    }
    if (!e->dropped)
        return true;
    snprintf(problem->text, sizeof problem->text, "%" PRIu64 " frames were lost: this capture is not graded",
             e->dropped);
    snprintf(problem->hint, sizeof problem->hint, "Run the lab again, with less going on beside it.");
    return false;
}

static bool one_step(guide *g, engine *e, unsigned n, wt_problem *problem) {
    engine_listener to = {action, output, g};
    FILE *loud = g->page.to;
    bool over = n < g->progress.done;
    if (over)
        g->page.to = NULL;
    if (!over && !announce(g, n)) {
        step_done(g, n);
        return true;
    }
    bool going = over || n < g->again || before(g, n);
    bool ok = !going || (engine_step(e, n, &to, problem) && take(g, e, n, problem));
    g->page.to = loud;
    if (ok && going && over)
        skip(g, n);
    else if (ok && going)
        after(g, n);
    return ok;
}

static bool go_live(guide *g, wt_problem *problem) {
    engine e;
    if (!engine_start(&e, g->lab, &g->vary, problem))
        return false;
    g->again = g->progress.ran;
    if (g->again)
        page_say(&g->page, PAGE_QUIET, "",
                 "What comes before is made again first, as a new capture. Its numbers are others; answers that were "
                 "right stay right.");
    bool ok = true;
    for (unsigned n = 0; n < g->lab->file->steps_count && ok && !g->left; n++)
        ok = one_step(g, &e, n, problem);
    ok = ok && (!g->trace || g->again || keep_capture(g, e.path, problem));
    engine_stop(&e);
    return ok;
}

/* ---- the end ---------------------------------------------------------------------------- */

unsigned guide_asked(const guide *g) {
    unsigned n = 0;
    for (unsigned i = 0; i < g->result_count; i++)
        n += !g->results[i].prediction && (!g->results[i].step->optional || g->results[i].answer[0]);
    return n;
}

unsigned guide_right(const guide *g) {
    unsigned n = 0;
    for (unsigned i = 0; i < g->result_count; i++)
        n += !g->results[i].prediction && g->results[i].verdict == VERDICT_RIGHT;
    return n;
}

/* "client (10.0.0.1)": which of a host's cards; only its name if that has no address. */
static void name_end(const guide *g, const char *host, const char *card, char *out, size_t room) {
    const lab_file *f = g->lab->file;
    snprintf(out, room, "%s", host);
    for (unsigned i = 0; i < 2 * f->links_count; i++) {
        const lab_end *e = i % 2 ? &f->links[i / 2].b : &f->links[i / 2].a;
        bool this = e->address && e->as && strcmp(e->at, host) == 0 && strcmp(e->as, card) == 0;
        char *address = this ? vary_fill(&g->vary, e->address) : NULL;
        if (address)
            snprintf(out, room, "%s (%.*s)", host, (int)strcspn(address, "/"), address);
        free(address);
    }
}

/* What each direction of a slow or lossy cable did to the frames sent into it. */
static void tell_cables(guide *g) {
    enum { BUSY_NS = 10000000 };
    char line[400], from[80], to[80];
    wire_told t;
    uint64_t late_ns = 0;
    for (const char *next = g->wires; (next = wire_hear(next, &t)) != NULL;) {
        name_end(g, t.from, t.from_card, from, sizeof from);
        name_end(g, t.to, t.to_card, to, sizeof to);
        int n = snprintf(line, sizeof line,
                         "Cable from %s to %s: %" PRIu64 " frames, %" PRIu64 " of them lost on purpose", from, to,
                         t.frames, t.lost + t.chosen);
        late_ns = late_ns < t.late_ns ? t.late_ns : late_ns;
        if (t.no_room)
            n += snprintf(line + n, sizeof line - (size_t)n, ", %" PRIu64 " more found the queue full", t.no_room);
        if (t.overtook)
            n += snprintf(line + n, sizeof line - (size_t)n, ", %" PRIu64 " overtook others", t.overtook);
        snprintf(line + n, sizeof line - (size_t)n, "; handed over %.2f ms late at worst.", (double)t.late_ns / 1e6);
        page_say(&g->page, PAGE_QUIET, "", line);
    }
    if (late_ns <= BUSY_NS)
        return;
    snprintf(line, sizeof line,
             "This machine is busy. Your results hold, as they are read from this very capture; but a delay in it may "
             "be up to %.0f ms longer for each way over a cable than set.", (double)late_ns / 1e6 + 0.5);
    page_say(&g->page, PAGE_QUIET, "", line);
}

/* Those that were answered otherwise, or not at all. */
static void tell_missed(guide *g, bool answered, const char *first) {
    char *text = NULL;
    size_t size;
    unsigned n = 0;
    FILE *to = open_memstream(&text, &size);
    if (!to)
        return;
    for (unsigned i = 0; i < g->result_count; i++) {
        const guide_result *r = &g->results[i];
        unsigned number = ask_number(g->lab->file, r->question);
        if (r->prediction || r->verdict == VERDICT_RIGHT || (r->answer[0] != 0) != answered || (!answered && !number))
            continue;
        fprintf(to, n++ ? ", " : "");
        if (number)
            fprintf(to, "%u ", number);
        fprintf(to, number ? "(%s)" : "%s", r->question->id);
    }
    if (fclose(to) == 0 && n) {
        page_say(&g->page, PAGE_PLAIN, first, text);
        char why[100];
        snprintf(why, sizeof why, "`wiretale lab check %.2s%s` says why.", g->lab->id,
                 g->recorded ? " --recorded" : "");
        if (answered && g->keep)
            page_say(&g->page, PAGE_PLAIN, "", why);
    }
    free(text);
}

typedef struct next_lab {
    const char *after;
    char id[64];                     /* "" if none follows */
} next_lab;

static void follows(void *user, const char *id) {
    next_lab *n = user;
    if (!n->id[0] && strcmp(id, n->after) > 0)
        snprintf(n->id, sizeof n->id, "%.63s", id);
}

static void tell_next(guide *g) {
    char line[300];
    wt_problem unused;
    next_lab n = {.after = g->lab->id};
    lab l;
    if (!lab_each(follows, &n) || !n.id[0])
        return;
    if (lab_open(&l, n.id, &unused)) {
        snprintf(line, sizeof line, "Next: `wiretale lab run %.2s` (%.150s).", l.id, l.file->title);
        page_say(&g->page, PAGE_PLAIN, "", line);
    }
    lab_close(&l);
}

static void conclude(guide *g) {
    const lab_file *f = g->lab->file;
    char line[700];
    page_heading(&g->page, "Back to the claim");
    guide_say(g, PAGE_PLAIN, "", f->claim);
    page_gap(&g->page);
    guide_say(g, PAGE_PLAIN, "", f->back);
    if (f->recap_count)
        page_heading(&g->page, "To take with you");
    for (unsigned i = 0; i < f->recap_count; i++)
        guide_say(g, PAGE_PLAIN, g->page.prose ? "" : " - ", f->recap[i]);
    if (f->transfer) {
        page_gap(&g->page);
        guide_say(g, PAGE_PLAIN, "To think about: ", f->transfer);
    }
    page_gap(&g->page);
    if (g->asking != GUIDE_NOBODY) {
        snprintf(line, sizeof line,
                 "%u of %u questions right. Seed %" PRIu64 ", %" PRIu64 " frames captured; the capture missed none.",
                 guide_right(g), guide_asked(g), g->vary.seed, g->frames);
        page_say(&g->page, PAGE_TITLE, "", line);
        tell_missed(g, true, "Not right: ");
        tell_missed(g, false, "Left out: ");
        tell_cables(g);
    }
    if (g->keep && g->progress.folder[0] && !g->recorded) {
        snprintf(line, sizeof line, "Your capture: %s/capture.pcapng", g->progress.folder);
        page_say(&g->page, PAGE_PLAIN, "", line);
    }
    if (g->asking == GUIDE_KEYBOARD)
        tell_next(g);
}

bool guide_run(guide *g, wt_problem *problem) {
    g->progress.seed = g->vary.seed;
    introduce(g);
    if (!pause_for_key(g, "\nEnter begins. "))
        return true;
    if (!(g->recorded ? go_recorded(g, problem) : go_live(g, problem)))
        return false;
    if (!g->left)
        conclude(g);
    else
        page_say(&g->page, PAGE_PLAIN, "",
                 "Until later: your answers are kept, and the same command goes on from there.");
    return true;
}

void guide_check(guide *g) {
    const lab_file *f = g->lab->file;
    unsigned step = 0;                     /* the heading that was said last, from 1 */
    for (unsigned n = 0; n < f->steps_count; n++)
        for (unsigned i = 0; i < f->steps[n].predict_count + f->steps[n].ask_count; i++) {
            const lab_step *s = &f->steps[n];
            bool prediction = i < s->predict_count;
            const lab_question *q = prediction ? &s->predict[i] : &s->ask[i - s->predict_count];
            const kept_answer *a = progress_find(&g->progress, q->id);
            if (g->asking != GUIDE_TRUTH && (!a || !a->text[0])) {
                guide_result *r = &g->results[g->result_count++];
                *r = (guide_result){.question = q, .step = s, .prediction = prediction};
                continue;
            }
            if (n + 1 != step)
                page_heading(&g->page, "Step %u: %.100s", n + 1, s->title);
            step = n + 1;
            page_gap(&g->page);
            ask_again(g, s, q, prediction);
            if (a && a->text[0])
                page_say(&g->page, PAGE_PLAIN, g->page.prose ? "Answer: " : "   > ", a->text);
            ask_grade(g, s, q, prediction);
        }
}
