/* paper_json.c - a lab's questions as JSON, for a course's own system. */
#include "lab/paper.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lab/json.h"
#include "lab/schema.h"

static void text(const paper *p, FILE *to, const char *name, const lab_question *q, const lab_step *s, const truth *t,
                 const char *value) {
    grading how = {p->guide->lab, &p->guide->vary, p->guide->trace};
    char *full = value ? truth_fill(&how, q, s, t, NULL, value) : NULL;
    json_named(to, name, full);
    free(full);
}

static void options(const paper *p, FILE *to, const lab_question *q, const lab_step *s) {
    unsigned order[GRADE_OPTIONS];
    grade_order(p->guide->lab, p->guide->vary.seed, q, order);
    fputs(", \"options\": [", to);
    for (unsigned i = 0; i < q->options_count && i < GRADE_OPTIONS; i++) {
        fprintf(to, "%s{\"letter\": \"%c\", ", i ? ", " : "", 'a' + (int)i);
        json_named(to, "key", q->options[order[i]].key);
        fputs(", ", to);
        text(p, to, "text", q, s, NULL, q->options[order[i]].text);
        fputc('}', to);
    }
    fputc(']', to);
}

static void solution(const paper *p, FILE *to, const lab_question *q, const lab_step *s) {
    grading how = {p->guide->lab, &p->guide->vary, p->guide->trace};
    char value[EXPR_TEXT];
    truth t;
    truth_find(&how, q, s, &t);
    truth_text(q, &t, value, sizeof value);
    fputs(", ", to);
    json_named(to, "truth", t.known ? value : NULL);
    fputs(", \"frames\": [", to);
    for (unsigned i = 0; i < t.frames.count; i++)
        fprintf(to, "%s%" PRIu64, i ? ", " : "", t.frames.frames[i]);
    fputs("], ", to);
    text(p, to, "because", q, s, &t, q->because);
}

static void question(const paper *p, FILE *to, const lab_question *q, const lab_step *s, bool prediction) {
    json_named(to, "id", q->id);
    fputs(", ", to);
    json_named(to, "step", s->id);
    fprintf(to, ", \"prediction\": %s, \"optional\": %s, \"kind\": \"%s\", ", prediction ? "true" : "false",
            s->optional ? "true" : "false", lab_kind_name(q->kind));
    text(p, to, "ask", q, s, NULL, q->ask);
    fputs(", ", to);
    json_named(to, "unit", q->unit);
    fputs(", ", to);
    json_named(to, "at", q->at);
    options(p, to, q, s);
    fputs(", \"hints\": [", to);
    for (unsigned i = 0; i < q->hints_count; i++) {
        char *full = vary_fill(&p->guide->vary, q->hints[i]);
        fputs(i ? ", " : "", to);
        json_text(to, full ? full : "");
        free(full);
    }
    fputc(']', to);
    if (p->key)
        solution(p, to, q, s);
}

void paper_json(paper *p, FILE *to) {
    const lab_file *f = p->guide->lab->file;
    bool first = true;
    fputc('{', to);
    json_named(to, "lab", p->guide->lab->id);
    fputs(", ", to);
    json_named(to, "title", f->title);
    fprintf(to, ", \"seed\": %" PRIu64 ", \"minutes\": %u, \"questions\": [", p->guide->vary.seed, f->minutes);
    for (unsigned i = 0; i < f->steps_count; i++)
        for (unsigned k = 0; k < f->steps[i].predict_count + f->steps[i].ask_count; k++) {
            const lab_step *s = &f->steps[i];
            bool prediction = k < s->predict_count;
            fputs(first ? "\n {" : ",\n {", to);
            question(p, to, prediction ? &s->predict[k] : &s->ask[k - s->predict_count], s, prediction);
            fputc('}', to);
            first = false;
        }
    fputs("]}\n", to);
}
