/* paper.c - a lab on paper, as HTML. */
#include "lab/paper.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/ask.h"

enum { COLUMNS = 100 };

static const char style[] =
    "@page { margin: 16mm 15mm 18mm }\n"
    "body { font: 10.5pt/1.4 'DejaVu Serif', Georgia, serif; color: #000; background: #fff; max-width: 180mm;"
    " margin: 0 auto }\n"
    "h1 { font-size: 17pt; margin: 0 0 2mm } h2 { font-size: 13pt; margin: 7mm 0 2mm; border-bottom: 0.4pt solid #000;"
    " break-after: avoid }\n"
    "h3 { font-size: 10.5pt; margin: 0 0 1mm } p { margin: 1.5mm 0; orphans: 3; widows: 3 }\n"
    "pre, code { font-family: 'DejaVu Sans Mono', monospace } code { font-size: 90% }\n"
    "pre { font-size: 8pt; line-height: 1.25; margin: 1.5mm 0; white-space: pre; overflow: hidden }\n"
    "pre.frames { border-left: 1.5pt solid #888; padding-left: 2mm }\n"
    "blockquote { margin: 2mm 8mm; font-style: italic } .quiet { color: #444; font-size: 9pt }\n"
    ".name { border: 0.4pt solid #000; padding: 2mm; margin: 3mm 0; display: flex; justify-content: space-between }\n"
    ".question { break-inside: avoid; margin: 3.5mm 0; padding: 1mm 0 1mm 3mm; border-left: 0.4pt solid #888 }\n"
    ".blank { display: inline-block; border-bottom: 0.4pt solid #000; min-width: 45mm } .lines { height: 24mm;"
    " background: repeating-linear-gradient(#fff, #fff 7.6mm, #888 7.7mm, #fff 7.8mm) }\n"
    "ul.options { list-style: none; margin: 1mm 0; padding-left: 4mm } ul.options li { margin: 0.6mm 0 }\n"
    ".page { break-before: page } ol, ul { margin: 1mm 0; padding-left: 8mm }\n";

/* ---- texts ------------------------------------------------------------------------------ */

static void escaped(FILE *to, const char *text, size_t n, bool code) {
    bool open = false;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '`' && code) {
            fputs(open ? "</code>" : "<code>", to);
            open = !open;
        } else if (c == '<' || c == '>' || c == '&' || c == '"') {
            fprintf(to, "&#%u;", c);
        } else if (c >= ' ' || c == '\n' || c == '\t') {
            fputc(c, to);
        }
    }
    fputs(open ? "</code>" : "", to);
}

static void plain(FILE *to, const char *text) { escaped(to, text, strlen(text), true); }

/* Paragraphs; lines that begin with four blanks stay as they are. */
static void paragraphs(FILE *to, const char *text) {
    while (*text) {
        bool as_is = strncmp(text, "    ", 4) == 0;
        const char *end = text;
        while (*end &&
               (as_is ? strncmp(end, "    ", 4) == 0 : strncmp(end, "\n\n", 2) != 0 && strncmp(end, "\n    ", 5) != 0))
            end += as_is ? strcspn(end, "\n") + (end[strcspn(end, "\n")] == '\n') : 1;
        fputs(as_is ? "<pre>" : "<p>", to);
        escaped(to, text, (size_t)(end - text), !as_is);
        fputs(as_is ? "</pre>\n" : "</p>\n", to);
        text = end + strspn(end, "\n");
    }
}

static char *filled(const paper *p, const lab_question *q, const lab_step *s, const truth *t, const char *text) {
    grading how = {p->guide->lab, &p->guide->vary, p->guide->trace};
    return text ? truth_fill(&how, q, s, t, NULL, text) : NULL;
}

static void put(const paper *p, FILE *to, const char *text) {
    char *full = filled(p, NULL, NULL, NULL, text);
    if (full)
        paragraphs(to, full);
    free(full);
}

/* In one line: a heading, an item of a list. */
static void put_line(const paper *p, FILE *to, const char *tag, const char *text) {
    char *full = filled(p, NULL, NULL, NULL, text);
    fprintf(to, "<%s>", tag);
    if (full)
        plain(to, full);
    fprintf(to, "</%s>\n", tag);
    free(full);
}

/* ---- frames ----------------------------------------------------------------------------- */

static void frames(const paper *p, FILE *to, const lab_step *s, const lab_show *w) {
    char *text = NULL;
    size_t n;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return;
    p->guide->page = (page){.to = f, .width = COLUMNS, .blank = true};
    guide_show(p->guide, s, w);
    p->guide->page.to = NULL;
    if (fclose(f) == 0) {
        fputs("<pre class=\"frames\">", to);
        escaped(to, text, n, false);
        fputs("</pre>\n", to);
    }
    free(text);
}

/* ---- questions -------------------------------------------------------------------------- */

static void options(const paper *p, FILE *to, const lab_question *q) {
    unsigned order[GRADE_OPTIONS];
    grade_order(p->guide->lab, p->guide->vary.seed, q, order);
    fputs("<ul class=\"options\">\n", to);
    for (unsigned i = 0; i < q->options_count && i < GRADE_OPTIONS; i++) {
        char *text = filled(p, q, NULL, NULL, q->options[order[i]].text);
        fprintf(to, "<li>%s %c) ", q->kind == LAB_CHOICE ? "&#9744;" : "", 'a' + (int)i);
        plain(to, text ? text : "");
        fputs("</li>\n", to);
        free(text);
    }
    fputs("</ul>\n", to);
}

static void question(const paper *p, FILE *to, const lab_step *s, const lab_question *q, const char *number) {
    char form[200];
    char *ask = filled(p, q, s, NULL, q->ask);
    fprintf(to, "<div class=\"question\"><h3>%s</h3>\n", number);
    paragraphs(to, ask ? ask : "");
    if (q->options_count)
        options(p, to, q);
    ask_form(q, form, sizeof form);
    fputs("<p class=\"quiet\">", to);
    plain(to, form);
    fputs("</p>\n", to);
    if (q->kind != LAB_CHOICE)
        fputs("<p>Answer: <span class=\"blank\">&nbsp;</span></p>\n", to);
    fputs("</div>\n", to);
    free(ask);
}

/* The letter that an option has on this sheet. */
static char letter_of(const paper *p, const lab_question *q, const char *key, size_t n) {
    unsigned order[GRADE_OPTIONS];
    grade_order(p->guide->lab, p->guide->vary.seed, q, order);
    for (unsigned i = 0; i < q->options_count && i < GRADE_OPTIONS; i++)
        if (strlen(q->options[order[i]].key) == n && memcmp(q->options[order[i]].key, key, n) == 0)
            return (char)('a' + i);
    return '?';
}

static void truth_for_paper(const paper *p, FILE *to, const lab_question *q, const truth *t) {
    char text[EXPR_TEXT], seen[200];
    const char *chosen = NULL;
    truth_text(q, t, text, sizeof text);
    truth_frames(t, seen, sizeof seen);
    fputs("<p><b>", to);
    if (q->kind == LAB_CHOICE || q->kind == LAB_ORDER)
        for (const char *key = text; *key; key += strspn(key, ", ")) {
            size_t n = strcspn(key, ", ");
            fprintf(to, "%c ", letter_of(p, q, key, n));
            key += n;
        }
    else
        plain(to, q->kind == LAB_FRAME ? seen : text);
    fputs("</b> ", to);
    for (unsigned i = 0; q->kind == LAB_CHOICE && i < q->options_count; i++)
        if (strcmp(q->options[i].key, text) == 0)
            chosen = q->options[i].text;
    char *words = filled(p, q, NULL, NULL, chosen);
    if (words || (q->kind == LAB_NUMBER && q->unit))
        plain(to, words ? words : q->unit);
    free(words);
    if (seen[0] && q->kind != LAB_FRAME)
        fprintf(to, " <span class=\"quiet\">(%s)</span>", seen);
    fputs("</p>\n", to);
}

static void mistakes(const paper *p, FILE *to, const lab_step *s, const lab_question *q, const truth *t) {
    for (unsigned i = 0; i < q->mistakes_count; i++) {
        char *say = filled(p, q, s, t, q->mistakes[i].say), *is = vary_fill(&p->guide->vary, q->mistakes[i].is),
             *value = NULL;
        if (is && (q->kind == LAB_NUMBER || q->kind == LAB_FRAME)) {
            grading how = {p->guide->lab, &p->guide->vary, p->guide->trace};
            expr_context c = {.trace = how.trace, .point = q->at, .step = s->id};
            wt_problem unused;
            answer a;
            value = expr_value(&c, is, &a, &unused) ? strdup(a.text) : NULL;
        } else if (is && q->kind == LAB_CHOICE && asprintf(&value, "%c", letter_of(p, q, is, strlen(is))) < 0) {
            value = NULL;
        }
        fputs("<li class=\"quiet\">", to);
        plain(to, value ? value : is ? is : "");
        fputs(": ", to);
        plain(to, say ? say : "");
        fputs("</li>\n", to);
        free(value);
        free(is);
        free(say);
    }
}

static void solved(const paper *p, FILE *to, const lab_step *s, const lab_question *q, const char *number) {
    grading how = {p->guide->lab, &p->guide->vary, p->guide->trace};
    truth t;
    truth_find(&how, q, s, &t);
    char *ask = filled(p, q, s, NULL, q->ask), *because = filled(p, q, s, &t, q->because);
    fprintf(to, "<div class=\"question\"><h3>%s <span class=\"quiet\">", number);
    plain(to, ask ? ask : "");
    fputs("</span></h3>\n", to);
    if (t.known)
        truth_for_paper(p, to, q, &t);
    else
        put(p, to, t.why.text);
    paragraphs(to, because ? because : "");
    if (q->mistakes_count) {
        fputs("<p class=\"quiet\">Often answered:</p><ul>\n", to);
        mistakes(p, to, s, q, &t);
        fputs("</ul>\n", to);
    }
    fputs("</div>\n", to);
    free(ask);
    free(because);
}

/* Every question of a step, or every prediction, on the sheet or in the key; they are counted on. */
static void questions(const paper *p, FILE *to, const lab_step *s, bool prediction, unsigned *count) {
    char number[64];
    for (unsigned i = 0; i < (prediction ? s->predict_count : s->ask_count); i++) {
        snprintf(number, sizeof number, "%s %u", prediction ? "Prediction" : "Question", ++*count);
        (p->key ? solved : question)(p, to, s, prediction ? &s->predict[i] : &s->ask[i], number);
    }
}

/* ---- the page --------------------------------------------------------------------------- */

static void head(const paper *p, FILE *to) {
    const lab *l = p->guide->lab;
    const lab_file *f = l->file;
    fprintf(to, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>Lab %.2s: ", l->id);
    plain(to, f->title);
    fprintf(to,
            "%s</title>\n<style>\n%s@page { size: %s; "
            "@bottom-right { content: counter(page) \"/\" counter(pages); font-size: 8pt }"
            " @bottom-left { content: \"Lab %.2s%s, seed %" PRIu64 "\"; font-size: 8pt } }\n</style></head><body>\n",
            p->key ? ": answers" : "", style, p->size, l->id, p->key ? ", answers" : "", p->guide->vary.seed);
    fprintf(to, "<h1>Lab %.2s: ", l->id);
    plain(to, f->title);
    fprintf(to, "%s</h1>\n", p->key ? " (answers)" : "");
    put(p, to, f->question);
}

static void steps(const paper *p, FILE *to) {
    const lab_file *f = p->guide->lab->file;
    unsigned count = 0;
    for (unsigned i = 0; i < f->steps_count; i++) {
        const lab_step *s = &f->steps[i];
        fprintf(to, "<h2>Step %u: ", i + 1);
        plain(to, s->title);
        fprintf(to, "%s</h2>\n", s->optional ? " (optional)" : "");
        if (!p->key)
            put(p, to, s->say);
        for (unsigned k = 0; k < s->act_count && !p->key; k++) {
            char *run = s->act[k].stop ? NULL : vary_fill(&p->guide->vary, s->act[k].run);
            if (run) {
                fprintf(to, "<pre>%s$ ", s->act[k].on);
                escaped(to, run, strlen(run), false);
                fputs("</pre>\n", to);
            }
            free(run);
        }
        for (unsigned k = 0; k < s->show_count && !p->key; k++)
            frames(p, to, s, &s->show[k]);
        questions(p, to, s, false, &count);
    }
}

static void predictions(const paper *p, FILE *to) {
    const lab_file *f = p->guide->lab->file;
    unsigned count = 0;
    fputs(p->key ? "<h2>Predictions</h2>\n"
                 : "<h2>Predict first</h2>\n"
                   "<p>Before you turn the page. A guess costs nothing; come back to it afterwards.</p>\n", to);
    for (unsigned i = 0; i < f->steps_count; i++) {
        const lab_step *s = &f->steps[i];
        if (s->predict_count && !p->key) {
            fprintf(to, "<h3>Step %u: ", i + 1);
            plain(to, s->title);
            fputs("</h3>\n", to);
            put(p, to, s->say);
        }
        questions(p, to, s, true, &count);
    }
}

static void hints(const paper *p, FILE *to) {
    const lab_file *f = p->guide->lab->file;
    unsigned count = 0;
    fputs("<h2 class=\"page\">Hints</h2>\n"
          "<p>One at a time: where to look, what to compare, the method on another value.</p>\n", to);
    for (unsigned i = 0; i < f->steps_count; i++)
        for (unsigned k = 0; k < f->steps[i].ask_count; k++) {
            const lab_question *q = &f->steps[i].ask[k];
            fprintf(to, "<div class=\"question\"><h3>Question %u</h3><ol>\n", ++count);
            for (unsigned h = 0; h < q->hints_count; h++)
                put_line(p, to, "li", q->hints[h]);
            fputs("</ol></div>\n", to);
        }
}

static void sheet(const paper *p, FILE *to) {
    const lab_file *f = p->guide->lab->file;
    fprintf(to,
            "<div class=\"name\"><span>Name:</span><span>Date:</span><span>Seed %" PRIu64
            ", about %u minutes</span></div>\n",
            p->guide->vary.seed, f->minutes);
    fputs("<p>At the end you will be able to show, in packets,</p><ol>\n", to);
    for (unsigned i = 0; i < f->goals_count; i++)
        put_line(p, to, "li", f->goals[i]);
    fputs("</ol>\n<p>People say:</p>\n", to);
    put_line(p, to, "blockquote", f->claim);
    fputs("<h2>The network</h2>\n", to);
    char *picture = f->picture ? vary_fill(&p->guide->vary, f->picture) : NULL;
    if (picture) {
        fputs("<pre>", to);
        escaped(to, picture, strlen(picture), false);
        fputs("</pre>\n", to);
    }
    free(picture);
    put(p, to, f->prose);
    predictions(p, to);
    fputs("<div class=\"page\"></div>\n<p class=\"quiet\">Frames were captured when the lab was recorded: "
          "number, seconds, from → to, what it is.</p>\n", to);
    steps(p, to);
    fputs("<h2>Back to the claim</h2>\n", to);
    put_line(p, to, "blockquote", f->claim);
    fputs("<p>When is it true, when not?</p><div class=\"lines\"></div>\n", to);
    if (f->transfer) {
        fputs("<h2>To think about</h2>\n", to);
        put(p, to, f->transfer);
        fputs("<div class=\"lines\"></div>\n", to);
    }
    hints(p, to);
}

static void answer_key(const paper *p, FILE *to) {
    const lab_file *f = p->guide->lab->file;
    predictions(p, to);
    steps(p, to);
    fputs("<h2>Back to the claim</h2>\n", to);
    put_line(p, to, "blockquote", f->claim);
    put(p, to, f->back);
    fputs("<h2>To take with you</h2><ul>\n", to);
    for (unsigned i = 0; i < f->recap_count; i++)
        put_line(p, to, "li", f->recap[i]);
    fputs("</ul>\n", to);
}

void paper_html(paper *p, FILE *to) {
    head(p, to);
    (p->key ? answer_key : sheet)(p, to);
    fputs("</body></html>\n", to);
}
