/* ask.c - one question: put, answered, graded, explained. */
#include "lab/ask.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lab/show.h"

static grading grading_of(const guide *g) { return (grading){g->lab, &g->vary, g->trace}; }

static void say_filled(guide *g, enum page_style style, const char *first, const lab_question *q, const lab_step *s,
                       const truth *t, const char *given, const char *text) {
    grading how = grading_of(g);
    char *filled = truth_fill(&how, q, s, t, given, text);
    page_say(&g->page, style, first, filled ? filled : text);
    free(filled);
}

bool ask_line(guide *g, const char *prompt, char *out, size_t room) {
    if (g->page.to) {
        fputs(prompt, g->page.to);
        fflush(g->page.to);
    }
    page_seen(&g->page);
    if (!fgets(out, (int)room, g->in)) {
        g->left = true;
        page_gap(&g->page);
        return false;
    }
    size_t n = strcspn(out, "\r\n");
    while (n && (out[n - 1] == ' ' || out[n - 1] == '\t'))
        n--;
    out[n] = 0;
    memmove(out, out + strspn(out, " \t"), strlen(out + strspn(out, " \t")) + 1);
    return true;
}

/* ---- putting it ------------------------------------------------------------------------- */

static void put_options(guide *g, const lab_question *q, const lab_step *s) {
    unsigned order[GRADE_OPTIONS];
    char first[16];
    if (q->kind != LAB_CHOICE && q->kind != LAB_ORDER)
        return;
    grade_order(g->lab, g->vary.seed, q, order);
    for (unsigned i = 0; i < q->options_count && i < GRADE_OPTIONS; i++) {
        snprintf(first, sizeof first, g->page.prose ? "  %c: " : "    %c) ", 'a' + (int)i);
        say_filled(g, PAGE_PLAIN, first, q, s, NULL, NULL, q->options[order[i]].text);
    }
}

static const char *form_of(const lab_question *q) {
    switch (q->kind) {
    case LAB_CHOICE: return "One letter.";
    case LAB_ORDER: return "All letters, in the right order, such as b a c.";
    case LAB_FRAME: return "The number of a frame.";
    case LAB_NUMBER: return q->unit ? NULL : "A number.";
    case LAB_TEXT: return NULL;
    }
    return NULL;
}

/* Those of optional steps are not counted. */
static void count_questions(const lab_file *f, const lab_question *q, unsigned *number, unsigned *of) {
    *number = *of = 0;
    for (unsigned i = 0; i < f->steps_count; i++)
        for (unsigned k = 0; k < f->steps[i].ask_count && !f->steps[i].optional; k++) {
            ++*of;
            if (&f->steps[i].ask[k] == q)
                *number = *of;
        }
}

unsigned ask_number(const lab_file *f, const lab_question *q) {
    unsigned number, of;
    count_questions(f, q, &number, &of);
    return number;
}

void ask_form(const lab_question *q, char *form, size_t room) {
    form[0] = 0;
    if (form_of(q))
        snprintf(form, room, "%s", form_of(q));
    else if (q->unit)
        snprintf(form, room, q->kind == LAB_NUMBER ? "A number of %.80s." : "In %.80s.", q->unit);
    size_t n = strlen(form);
    if (q->at && q->kind != LAB_CHOICE)
        snprintf(form + n, room - n, "%sAs captured at %.60s.", n ? " " : "", q->at);
    n = strlen(form);
    if (q->tolerance && strtod(q->tolerance, NULL) > 0 && !q->tolerance[strspn(q->tolerance, "0123456789.")])
        snprintf(form + n, room - n, "%sUp to %.20s more or less is right, too.", n ? " " : "", q->tolerance);
}

static void say_head(guide *g, const lab_step *s, const lab_question *q, bool prediction) {
    char head[128];
    unsigned number, of;
    count_questions(g->lab->file, q, &number, &of);
    if (prediction)
        snprintf(head, sizeof head, "Predict (%.64s)", q->id);
    else if (s->optional)
        snprintf(head, sizeof head, "Optional question (%.64s)", q->id);
    else
        snprintf(head, sizeof head, "Question %u of %u (%.64s)", number, of, q->id);
    page_say(&g->page, PAGE_TITLE, "", head);
}

static void put(guide *g, const lab_step *s, const lab_question *q, bool prediction) {
    char form[200];
    page_gap(&g->page);
    page_hold(&g->page);
    say_head(g, s, q, prediction);
    say_filled(g, PAGE_PLAIN, "   ", q, s, NULL, NULL, q->ask);
    put_options(g, q, s);
    ask_form(q, form, sizeof form);
    size_t n = strlen(form);
    if (prediction && g->asking == GUIDE_KEYBOARD)
        snprintf(form + n, sizeof form - n, "%sA guess is free; s skips it.", n ? " " : "");
    if (form[0])
        page_say(&g->page, PAGE_QUIET, "   ", form);
    if (!prediction && g->asking == GUIDE_KEYBOARD)
        page_say(&g->page, PAGE_QUIET, "   ",
                 s->show_count ? "? gives a hint; t shows this step's tables and drawings again; f 12 shows frame 12, "
                                 "f 12 tcp its TCP alone; s skips this."
                               : "? gives a hint; f 12 shows frame 12, f 12 tcp its TCP alone; s skips this.");
    page_release(&g->page);
}

void ask_again(guide *g, const lab_step *s, const lab_question *q, bool prediction) {
    say_head(g, s, q, prediction);
    say_filled(g, PAGE_PLAIN, "   ", q, s, NULL, NULL, q->ask);
    put_options(g, q, s);
}

/* ---- answering -------------------------------------------------------------------------- */

static void hint(guide *g, const lab_step *s, const lab_question *q, kept_answer *a) {
    char first[48];
    if (a->hints >= q->hints_count) {
        page_say(&g->page, PAGE_QUIET, "   ", "There are no more hints. s shows the answer.");
        return;
    }
    snprintf(first, sizeof first, "   Hint %u of %u: ", a->hints + 1, q->hints_count);
    say_filled(g, PAGE_PLAIN, first, q, s, NULL, NULL, q->hints[a->hints]);
    a->hints++;
}

/* What was shown may have moved the question out of sight. */
static void look_ends(guide *g, const lab_step *s, const lab_question *q) {
    if (!g->page.prose)
        page_say(&g->page, PAGE_QUIET, "   ",
                 "· is worked out, and in no byte; `wiretale explain NAME` tells what a field is for.");
    put(g, s, q, false);
}

/* "f 12", "f 12 tls": all that a frame holds, or one layer of it.  False: that is not what is wanted. */
static bool look(guide *g, const lab_step *s, const lab_question *q, const char *wanted) {
    uint64_t number;
    char filter[64], layer[32] = "";
    if (sscanf(wanted, "f %" SCNu64 " %31s", &number, layer) < 1)
        return false;
    selection what = {.filter = filter, .point = TRACE_ANY, .step = TRACE_ANY};
    if (number && number <= g->trace->frame_count)
        what.step = g->trace->frames[number - 1].step;
    snprintf(filter, sizeof filter, "frame.number == %" PRIu64, number);
    char title[64];
    snprintf(title, sizeof title, "frame %" PRIu64, number);
    page_gap(&g->page);
    page_offer(&g->page, title);
    int shown = show_frames(&g->page, g->trace, &what, "all", layer[0] ? layer : NULL);
    page_offer(&g->page, NULL);
    if (shown == 0)
        page_say(&g->page, PAGE_QUIET, "   ", "There is no such frame.");
    else
        look_ends(g, s, q);
    return true;
}

/* "t": all that the step has shown, once more.  False: that is not what is wanted. */
static bool show_again(guide *g, const lab_step *s, const lab_question *q, const char *wanted) {
    if (strcasecmp(wanted, "t") != 0 || !s->show_count)
        return false;
    for (unsigned i = 0; i < s->show_count; i++)
        guide_show(g, s, &s->show[i]);
    put(g, s, q, false);
    return true;
}

/* A line that can be no answer, such as an empty one; the learner is told what would be one. */
static bool unreadable(guide *g, const lab_question *q, const char *given) {
    grading how = grading_of(g);
    char text[200];
    if (given[0] && truth_readable(&how, q, given))
        return false;
    snprintf(text, sizeof text, "%s; s alone skips it.", truth_form(q, given));
    page_say(&g->page, PAGE_QUIET, "   ", text);
    return true;
}

static bool skips(const char *line) { return strcasecmp(line, "s") == 0; }

/* Into a->text; false if the learner has gone. */
static bool get_answer(guide *g, const lab_step *s, const lab_question *q, kept_answer *a, const truth *t,
                       bool prediction) {
    if (g->asking == GUIDE_TRUTH) {
        if (t && t->known)
            truth_text(q, t, a->text, sizeof a->text);
        return true;
    }
    while (g->asking == GUIDE_KEYBOARD) {
        if (!ask_line(g, "   > ", a->text, sizeof a->text))
            return false;
        if (skips(a->text)) {
            a->text[0] = 0;
            return true;
        }
        if (!prediction && strcmp(a->text, "?") == 0)
            hint(g, s, q, a);
        else if (!(!prediction && (look(g, s, q, a->text) || show_again(g, s, q, a->text))) &&
                 !unreadable(g, q, a->text))
            return true;
    }
    return true;
}

static void note_result(guide *g, const lab_step *s, const lab_question *q, bool prediction, const kept_answer *a,
                        const truth *t) {
    guide_result *r = NULL;
    for (unsigned i = 0; i < g->result_count; i++)
        if (g->results[i].question == q)
            r = &g->results[i];
    if (!r && g->result_count < PROGRESS_ANSWERS)
        r = &g->results[g->result_count++];
    if (!r)
        return;
    *r = (guide_result){.question = q, .step = s, .prediction = prediction, .verdict = a ? a->verdict : VERDICT_NONE};
    snprintf(r->answer, sizeof r->answer, "%s", a ? a->text : "");
    if (t && t->known) {
        truth_text(q, t, r->truth, sizeof r->truth);
        r->frames = t->frames;
    }
}

/* The letters that the options of an order have on the screen, in the order of their keys in `given`. */
static void letters(const guide *g, const lab_question *q, const char *given, char *out, size_t room) {
    unsigned order[GRADE_OPTIONS];
    size_t used = 0;
    grade_order(g->lab, g->vary.seed, q, order);
    for (const char *p = given; *p && used + 3 < room; p += strspn(p, ", ")) {
        size_t n = strcspn(p, ", ");
        for (unsigned i = 0; i < q->options_count && i < GRADE_OPTIONS; i++)
            if (strlen(q->options[order[i]].key) == n && memcmp(q->options[order[i]].key, p, n) == 0)
                used += (size_t)snprintf(out + used, room - used, "%s%c", used ? " " : "", 'a' + (int)i);
        p += n;
    }
}

/* The text of the option that an answer means, for people; else the answer. */
static void readable(const guide *g, const lab_question *q, const lab_step *s, const char *given, char *out,
                     size_t room) {
    grading how = grading_of(g);
    snprintf(out, room, "%s", given);
    if (q->kind == LAB_ORDER)
        letters(g, q, given, out, room);
    for (unsigned i = 0; q->kind == LAB_CHOICE && i < q->options_count; i++) {
        truth one = {.known = true, .value = {.is_text = true}};
        snprintf(one.value.text, sizeof one.value.text, "%s", q->options[i].key);
        if (!truth_agrees(&how, q, s, &one, given))
            continue;
        char *text = truth_fill(&how, q, s, NULL, NULL, q->options[i].text);
        snprintf(out, room, "%s", text ? text : q->options[i].text);
        free(text);
        return;
    }
}

/* Answers from a file are graded as they are. */
static void unread(guide *g, const lab_question *q, const char *given) {
    char text[300];
    snprintf(text, sizeof text, "The answer can't be read. %s.", truth_form(q, given));
    page_say(&g->page, PAGE_PLAIN, "   ", text);
}

/* How much of "segments" is left of one: "segment"; an address; "ms" stays. */
static size_t singular(const char *unit) {
    size_t n = strlen(unit);
    bool sibilant = n > 4 && (strcmp(unit + n - 4, "sses") == 0 || strcmp(unit + n - 4, "shes") == 0);
    return sibilant ? n - 2 : n > 3 && unit[n - 1] == 's' ? n - 1 : n;
}

/* `marked`: it is no guess, so that it can be wrong. */
static void explain(guide *g, const lab_step *s, const lab_question *q, const truth *t, const char *given, bool right,
                    bool marked) {
    char line[EXPR_TEXT + 400], value[EXPR_TEXT], text[EXPR_TEXT], frames[200];
    grading how = grading_of(g);
    const bool wrong = marked && !right && given[0];
    truth_text(q, t, text, sizeof text);
    readable(g, q, s, text, value, sizeof value);
    if (q->hex)
        snprintf(value, sizeof value, "0x%04" PRIx64 ", which is %.15s", (uint64_t)t->value.number, text);
    truth_frames(t, frames, sizeof frames);
    const char *unit = q->kind == LAB_NUMBER && q->unit ? q->unit : "";
    int one = strcmp(value, "1") == 0 ? (int)singular(unit) : (int)strlen(unit);
    snprintf(line, sizeof line, "%s%s capture shows %.400s%s%.*s%s%s%s.",
             right ? "Right. " : wrong ? "Not so. " : "", g->asking == GUIDE_NOBODY ? "The" : "Your",
             q->kind == LAB_FRAME ? frames : value, unit[0] ? " " : "", one, unit,
             frames[0] && q->kind != LAB_FRAME ? " (" : "", q->kind != LAB_FRAME ? frames : "",
             frames[0] && q->kind != LAB_FRAME ? ")" : "");
    const char *sign = g->page.prose ? "   " : right ? " ✓ " : wrong ? " ✗ " : "   ";
    page_say(&g->page, right ? PAGE_GOOD : wrong ? PAGE_BAD : PAGE_TITLE, sign, line);
    char *mistake = right || !given[0] ? NULL : truth_mistake(&how, q, s, t, given);
    if (mistake)
        page_say(&g->page, PAGE_PLAIN, "   ", mistake);
    else if (given[0] && !truth_readable(&how, q, given))
        unread(g, q, given);
    free(mistake);
    say_filled(g, PAGE_PLAIN, "   ", q, s, t, given, q->because);
}

static void ungraded(guide *g, const truth *t) {
    char line[400];
    snprintf(line, sizeof line, "This can't be graded: %s.", t->why.text);
    page_say(&g->page, PAGE_BAD, "   ", line);
}

void ask_reveal(guide *g, const lab_step *s, const lab_question *q) {
    grading how = grading_of(g);
    truth t;
    truth_find(&how, q, s, &t);
    if (t.known)
        explain(g, s, q, &t, "", false, false);
    else
        ungraded(g, &t);
}

void ask_grade(guide *g, const lab_step *s, const lab_question *q, bool prediction) {
    grading how = grading_of(g);
    truth t;
    kept_answer *a = progress_answer(&g->progress, q->id);
    if (!a)
        return;
    truth_find(&how, q, s, &t);
    if (g->asking == GUIDE_TRUTH)
        get_answer(g, s, q, a, &t, prediction);
    bool right = a->text[0] && truth_agrees(&how, q, s, &t, a->text);
    a->verdict = !t.known ? VERDICT_UNKNOWN : prediction ? (a->text[0] ? VERDICT_PREDICTED : VERDICT_NONE)
                 : right ? VERDICT_RIGHT : a->text[0] ? VERDICT_WRONG : VERDICT_NONE;
    note_result(g, s, q, prediction, a, &t);
    if (!t.known)
        ungraded(g, &t);
    else
        explain(g, s, q, &t, a->text, right, !prediction);
}

void ask_carry(guide *g, const lab_step *s, const lab_question *q) {
    grading how = grading_of(g);
    truth t;
    kept_answer *a = progress_find(&g->progress, q->id);
    if (!a || a->verdict != VERDICT_RIGHT)
        return;
    truth_find(&how, q, s, &t);
    if (t.known && !truth_agrees(&how, q, s, &t, a->text))
        truth_text(q, &t, a->text, sizeof a->text);
}

/* ---- the two kinds ---------------------------------------------------------------------- */

static void predict(guide *g, const lab_step *s, const lab_question *q) {
    kept_answer *a = progress_answer(&g->progress, q->id);
    if (!a || a->verdict != VERDICT_NONE)
        return;
    put(g, s, q, true);
    if (g->asking == GUIDE_KEYBOARD && get_answer(g, s, q, a, NULL, true) && a->text[0]) {
        a->verdict = VERDICT_PREDICTED;
        page_say(&g->page, PAGE_QUIET, "   ", "Noted. We come back to it.");
    }
    note_result(g, s, q, true, a, NULL);
}

void ask_look_back(guide *g, const lab_step *s, const lab_question *q) {
    char line[EXPR_TEXT + 80], was[EXPR_TEXT];
    kept_answer *a = progress_find(&g->progress, q->id);
    if (!a || g->asking == GUIDE_NOBODY)
        return;
    page_gap(&g->page);
    page_hold(&g->page);
    page_say(&g->page, PAGE_TITLE, "", "Looking back");
    say_filled(g, PAGE_PLAIN, "   ", q, s, NULL, NULL, q->ask);
    if (a->text[0] && g->asking != GUIDE_TRUTH) {
        readable(g, q, s, a->text, was, sizeof was);
        snprintf(line, sizeof line, "You predicted: %s", was);
        page_say(&g->page, PAGE_PLAIN, "   ", line);
    }
    ask_grade(g, s, q, true);
    page_release(&g->page);
}

/* A second look is allowed: the first wrong answer brings what is known of it, or a hint. */
static bool again(guide *g, const lab_step *s, const lab_question *q, kept_answer *a, const truth *t) {
    grading how = grading_of(g);
    char *mistake = truth_mistake(&how, q, s, t, a->text);
    page_say(&g->page, PAGE_BAD, "   ", "Not so. Look once more.");
    if (mistake)
        page_say(&g->page, PAGE_PLAIN, "   ", mistake);
    else if (a->hints < q->hints_count)
        hint(g, s, q, a);
    free(mistake);
    return get_answer(g, s, q, a, t, false);
}

void ask_question(guide *g, const lab_step *s, const lab_question *q, bool prediction) {
    grading how = grading_of(g);
    truth t;
    if (prediction) {
        predict(g, s, q);
        return;
    }
    kept_answer *a = progress_answer(&g->progress, q->id);
    if (!a)
        return;
    if (g->asking == GUIDE_KEYBOARD && (a->verdict == VERDICT_RIGHT || a->verdict == VERDICT_WRONG || !g->page.to)) {
        truth_find(&how, q, s, &t);
        note_result(g, s, q, false, a, &t);
        return;                            /* answered, or left, before an interruption */
    }
    put(g, s, q, false);
    if (g->asking == GUIDE_NOBODY) {
        note_result(g, s, q, false, a, NULL);
        return;
    }
    truth_find(&how, q, s, &t);
    if (!get_answer(g, s, q, a, &t, false))
        return;
    if (g->asking == GUIDE_KEYBOARD && t.known && a->text[0] && !truth_agrees(&how, q, s, &t, a->text) &&
        !again(g, s, q, a, &t))
        return;
    if (g->asking != GUIDE_KEYBOARD && g->page.to && a->text[0])
        fprintf(g->page.to, "   > %s\n", a->text);
    ask_grade(g, s, q, false);
}
