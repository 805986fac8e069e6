/* slides.c - what each slide says. */
#include "lab/present.h"

#include <stdlib.h>
#include <string.h>

#include "lab/ask.h"
#include "lab/code.h"

static void line(guide *g, enum page_style style, const char *text) {
    page_say(&g->page, style, "", text);
    page_gap(&g->page);
}

/* ---- guesses ---------------------------------------------------------------------------- */

static bool guess_is_right(guide *g, const tally *t, const guess *one) {
    grading how = {g->lab, &g->vary, g->trace};
    truth is;
    if (!t->revealed || !g->trace)
        return false;
    truth_find(&how, t->question, t->step, &is);
    return truth_agrees(&how, t->question, t->step, &is, one->text);
}

/* "     ████ 4" */
static void hands(guide *g, const tally *t, const guess *one, const char *text) {
    char row[400] = "";
    unsigned most = 30, n = one->hands < most ? one->hands : most;
    bool right = guess_is_right(g, t, one);
    if (g->page.prose) {
        snprintf(row, sizeof row, "%s%s%u %s.%s", text, *text ? ": " : "", one->hands,
                 one->hands == 1 ? "hand" : "hands", right ? " That is right." : "");
        page_say(&g->page, PAGE_PLAIN, "  ", row);
        return;
    }
    size_t used = (size_t)snprintf(row, sizeof row, "       %-*.64s ", *text ? 14 : 0, text);
    for (unsigned i = 0; i < n; i++)
        used += (size_t)snprintf(row + used, sizeof row - used, "█");
    used += (size_t)snprintf(row + used, sizeof row - used, " %u%s\n", one->hands, right ? " ✓" : "");
    page_lines(&g->page, row, used);
}

static const guess *guess_of(const tally *t, const char *text) {
    for (unsigned i = 0; i < t->count; i++)
        if (strcmp(t->guesses[i].text, text) == 0 && t->guesses[i].hands)
            return &t->guesses[i];
    return NULL;
}

static void options(guide *g, const tally *t) {
    const lab_question *q = t->question;
    unsigned order[GRADE_OPTIONS];
    char first[16];
    grade_order(g->lab, g->vary.seed, q, order);
    for (unsigned i = 0; i < q->options_count && i < GRADE_OPTIONS; i++) {
        const lab_option *o = &q->options[order[i]];
        const guess *one = guess_of(t, o->key);
        snprintf(first, sizeof first, g->page.prose ? "  %c: " : "    %c) ", 'a' + (int)i);
        guide_say(g, PAGE_PLAIN, first, o->text);
        if (one)
            hands(g, t, one, "");
    }
}

static void question(present *p, const slide *s, const char *head) {
    guide *g = present_guide(p);
    const tally *t = s->tally;
    char form[200], first[32];
    line(g, PAGE_TITLE, head);
    guide_say(g, PAGE_PLAIN, "   ", t->question->ask);
    page_gap(&g->page);
    if (t->question->options_count)
        options(g, t);
    ask_form(t->question, form, sizeof form);
    if (!t->revealed && form[0])
        page_say(&g->page, PAGE_QUIET, "   ", form);
    for (unsigned i = 0; i < t->count; i++)
        if (t->guesses[i].hands && t->question->kind != LAB_CHOICE)
            hands(g, t, &t->guesses[i], t->guesses[i].text);
    for (unsigned i = 0; i < t->hints; i++) {
        snprintf(first, sizeof first, "   Hint %u: ", i + 1);
        guide_say(g, PAGE_PLAIN, first, t->question->hints[i]);
    }
    if (t->revealed) {
        page_gap(&g->page);
        ask_reveal(g, t->step, t->question);
    } else if (s->kind == SLIDE_ASK) {
        page_gap(&g->page);
        page_say(&g->page, PAGE_TITLE, "   ", "What do you say?");
    } else if (s->kind == SLIDE_TRUTH) {
        page_gap(&g->page);
        page_say(&g->page, PAGE_TITLE, "   ", "That is what was expected. And what does the capture show?");
    }
}

/* ---- a step that runs ------------------------------------------------------------------- */

static void actions(guide *g, const lab_step *s) {
    char first[64];
    for (unsigned i = 0; i < s->act_count; i++) {
        const lab_action *a = &s->act[i];
        if (a->stop)
            continue;
        if (a->say)
            guide_say(g, PAGE_PLAIN, "", a->say);
        snprintf(first, sizeof first, g->page.prose ? "On %.40s: " : "    %.40s$ ", a->on);
        guide_say(g, PAGE_TITLE, first, a->run);
    }
}

static void run(present *p, const slide *s) {
    guide *g = present_guide(p);
    const lab_step *step = &p->lab->file->steps[s->step];
    if (p->on_record) {
        line(g, PAGE_TITLE, "What was run");
        actions(g, step);
        page_gap(&g->page);
        page_say(&g->page, PAGE_PLAIN, "", "RECORDED: not run now; what follows was captured when it ran.");
        return;
    }
    if (s->step < p->ran) {
        line(g, PAGE_TITLE, "What was run");
        page_lines(&g->page, p->output[s->step], strlen(p->output[s->step]));
        return;
    }
    line(g, PAGE_TITLE, "What will be run");
    actions(g, step);
    page_gap(&g->page);
    if (!p->problem.text[0])
        return;
    page_say(&g->page, PAGE_TITLE, "It did not work: ", p->problem.text);
    page_say(&g->page, PAGE_PLAIN, "", p->problem.hint);
    page_gap(&g->page);
    page_say(&g->page, PAGE_PLAIN, "", p->recorded ? "r goes to the recording, at this step. Enter tries once more." :
                                                     "Enter tries once more.");
}

/* ---- the others ------------------------------------------------------------------------- */

static void title(guide *g) {
    const lab_file *f = g->lab->file;
    char first[16], text[300];
    snprintf(text, sizeof text, "Lab %.2s: %.200s", g->lab->id, f->title);
    line(g, PAGE_TITLE, text);
    guide_say(g, PAGE_PLAIN, "", f->question);
    page_gap(&g->page);
    page_say(&g->page, PAGE_PLAIN, "", "At the end you will be able to show, in packets,");
    for (unsigned i = 0; i < f->goals_count; i++) {
        snprintf(first, sizeof first, " %u. ", i + 1);
        guide_say(g, PAGE_PLAIN, first, f->goals[i]);
    }
}

static void network(guide *g) {
    const lab_file *f = g->lab->file;
    line(g, PAGE_TITLE, "The network");
    guide_say(g, PAGE_PLAIN, "", g->page.prose || !f->picture ? f->prose : f->picture);
    page_gap(&g->page);
    page_say(&g->page, PAGE_QUIET, "", "Captured at:");
    for (unsigned i = 0; i < f->points_count; i++) {
        char text[300];
        snprintf(text, sizeof text, "%.60s: %.20s of %.40s%s%.150s", f->points[i].name, f->points[i].as,
                 f->points[i].at, f->points[i].about ? ", " : "", f->points[i].about ? f->points[i].about : "");
        page_say(&g->page, PAGE_PLAIN, "   ", text);
    }
}

static void step(guide *g, unsigned n) {
    char text[300];
    const lab_step *s = &g->lab->file->steps[n];
    snprintf(text, sizeof text, "Step %u: %.200s%s", n + 1, s->title, s->optional ? " (optional)" : "");
    line(g, PAGE_TITLE, text);
    guide_say(g, PAGE_PLAIN, "", s->say);
}

static void recap(guide *g) {
    line(g, PAGE_TITLE, "To take with you");
    for (unsigned i = 0; i < g->lab->file->recap_count; i++) {
        guide_say(g, PAGE_PLAIN, g->page.prose ? "" : " - ", g->lab->file->recap[i]);
        page_gap(&g->page);
    }
}

/* How many hands were right, question by question. */
static void summary(present *p) {
    guide *g = present_guide(p);
    line(g, PAGE_TITLE, "What the room said");
    for (unsigned i = 0; i < p->tally_count; i++) {
        const tally *t = &p->tallies[i];
        unsigned right = 0, all = 0;
        char text[160];
        for (unsigned k = 0; k < t->count; k++) {
            all += t->guesses[k].hands;
            right += guess_is_right(g, t, &t->guesses[k]) ? t->guesses[k].hands : 0;
        }
        if (!all)
            continue;
        snprintf(text, sizeof text, t->revealed ? "%.64s: %u of %u" : "%.64s: not revealed", t->question->id, right,
                 all);
        page_say(&g->page, PAGE_PLAIN, "   ", text);
    }
    page_gap(&g->page);
    page_say(&g->page, PAGE_PLAIN, "", "This was the last screen. q ends it.");
}

/* Whose turn is it when somebody comes late? */
static void pause_text(present *p, unsigned n, const char *head) {
    guide *g = present_guide(p);
    char code[CODE_ROOM], text[200];
    unsigned count = p->lab->file->steps_count;
    line(g, PAGE_TITLE, head);
    n = n < count ? n : count - 1;
    code_write(p->lab, p->seed, n + 1, code);
    snprintf(text, sizeof text, "We are at step %u of %u: %.120s", n + 1, count, p->lab->file->steps[n].title);
    line(g, PAGE_PLAIN, text);
    page_say(&g->page, PAGE_PLAIN, "", "Who has fallen behind types, and is here, with the same numbers:");
    page_gap(&g->page);
    snprintf(text, sizeof text, "wiretale lab run %.2s --at %s%s", p->lab->id, code,
             p->all_recorded ? " --recorded" : "");
    page_say(&g->page, PAGE_TITLE, "    ", text);
    page_gap(&g->page);
    page_say(&g->page, PAGE_PLAIN, "", "Any key goes on.");
}

static void help_text(guide *g) {
    static const char *const keys[][2] = {
        {"   Enter, Space, Right  ", "go on; what is longer than the screen comes in parts"},
        {"   Left, Backspace      ", "go back"},
        {"   a b c ...            ", "a hand for that answer; u takes the last one back"},
        {"   0-9, +               ", "type an answer that somebody says, then Enter"},
        {"   ?                    ", "a hint, at a question"},
        {"   r                    ", "the recording, at the same step; r again: live"},
        {"   p                    ", "pause: a screen with the step's code, for who has fallen behind"},
        {"   g                    ", "go to a step"},
        {"   q                    ", "end"}};
    line(g, PAGE_TITLE, "Keys");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        page_say(&g->page, PAGE_PLAIN, keys[i][0], keys[i][1]);
    page_gap(&g->page);
    page_say(&g->page, PAGE_PLAIN, "", "Any key goes on.");
}

static void draw(present *p, const slide *s) {
    guide *g = present_guide(p);
    const lab_file *f = p->lab->file;
    if (p->helping) {
        help_text(g);
        return;
    }
    if (p->paused) {
        pause_text(p, s->step, "Pause");
        return;
    }
    switch (s->kind) {
    case SLIDE_TITLE: title(g); break;
    case SLIDE_CLAIM:
        line(g, PAGE_TITLE, "People say");
        guide_say(g, PAGE_PLAIN, "    ", f->claim);
        page_gap(&g->page);
        page_say(&g->page, PAGE_PLAIN, "", "Keep it in mind. We come back to it.");
        break;
    case SLIDE_NETWORK: network(g); break;
    case SLIDE_STEP: step(g, s->step); break;
    case SLIDE_PREDICT: question(p, s, "Before anything is shown: what do you expect?"); break;
    case SLIDE_RUN: run(p, s); break;
    case SLIDE_SHOW: guide_show(g, &f->steps[s->step], s->show); break;
    case SLIDE_TRUTH: question(p, s, "Looking back"); break;
    case SLIDE_ASK: question(p, s, "Question"); break;
    case SLIDE_BACK:
        line(g, PAGE_TITLE, "Back to the claim");
        guide_say(g, PAGE_PLAIN, "    ", f->claim);
        page_gap(&g->page);
        guide_say(g, PAGE_PLAIN, "", f->back);
        break;
    case SLIDE_RECAP: recap(g); break;
    case SLIDE_TRANSFER:
        line(g, PAGE_TITLE, "To think about");
        guide_say(g, PAGE_PLAIN, "", f->transfer);
        break;
    case SLIDE_SUMMARY: summary(p); break;
    }
}

char *slide_text(present *p, const slide *s) {
    char *text = NULL;
    size_t n;
    guide *g = present_guide(p);
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return NULL;
    g->page = (page){.to = f, .width = screen_width(&p->screen), .color = p->screen.color, .contrast = true,
                     .prose = p->screen.prose, .blank = true};
    draw(p, s);
    return fclose(f) == 0 ? text : NULL;
}

const char *slide_keys(const present *p, const slide *s) {
    bool choice = s->tally && s->tally->question->kind == LAB_CHOICE;
    if (p->busy)
        return "It runs ...";
    if (p->paused || p->helping)
        return "Any key goes on";
    if (s->kind == SLIDE_PREDICT && !s->tally->revealed)
        return choice ? "a b c: a hand  u: takes one back  Enter goes on"
                      : "+: an answer  u: takes one back  Enter goes on";
    if (s->kind == SLIDE_ASK && !s->tally->revealed)
        return choice ? "a b c: a hand  u: takes one back  ?: a hint  Enter: the truth"
                      : "+: an answer  u: takes one back  ?: a hint  Enter: the truth";
    if (s->kind == SLIDE_TRUTH && !s->tally->revealed)
        return "Enter: the truth  Left: back  h: keys";
    if (s->kind == SLIDE_RUN && !p->on_record && s->step >= p->ran)
        return "Enter runs it  r: the recording  p: pause  h: keys";
    return p->on_record ? "Enter goes on  Left: back  r: live  p: pause  h: keys"
                        : "Enter goes on  Left: back  r: recording  p: pause  h: keys";
}

bool slide_hides(const present *p, const slide *s) {
    if (s->kind == SLIDE_RUN)
        return !p->on_record && s->step >= p->ran;
    return (s->kind == SLIDE_TRUTH || s->kind == SLIDE_ASK) && !s->tally->revealed;
}
