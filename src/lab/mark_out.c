/* mark_out.c - marks as a table for people, as CSV and as JSON. */
#include "lab/mark.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/json.h"

/* ---- for people ------------------------------------------------------------------------- */

/* Text that fits into so many bytes of a column; what is longer ends in "~". */
static void cell(char *out, size_t room, const char *text) {
    size_t n = strlen(text);
    memcpy(out, text, n < room ? n + 1 : room - 1);
    out[room - 1] = 0;
    if (n >= room)
        out[room - 2] = '~';
}

static void print_one(const mark *k, page *p) {
    char file[25], name[17], line[160], *text = NULL;
    size_t n;
    cell(file, sizeof file, k->file);
    cell(name, sizeof name, k->name);
    if (k->graded)
        snprintf(line, sizeof line, "%-24s %-16s %-2.2s %7" PRIu64 "  %u of %u right%s", file, name, k->lab, k->seed,
                 k->right, k->asked, k->recorded ? ", RECORDED" : "");
    else
        snprintf(line, sizeof line, "%-24s %-16s %-2.2s %7" PRIu64 "  refused", file, name, k->lab, k->seed);
    FILE *f = open_memstream(&text, &n);
    if (f) {
        plain_text(f, line);
        if (fclose(f) == 0)
            page_lines(p, text, n);
        free(text);
    }
    for (unsigned i = 0; i < k->reason_count; i++)
        page_say(p, PAGE_PLAIN, "    ", k->reasons[i]);
}

typedef struct missed {              /* a question, and how often it was not right */
    const char *lab, *id;
    unsigned wrong, of;
} missed;

static void count_missed(const marking *m, const mark *k, missed *all, unsigned *count, unsigned most) {
    (void)m;
    for (unsigned a = 0; k->graded && a < k->answer_count; a++) {
        const mark_answer *q = &k->answers[a];
        unsigned i = 0;
        while (i < *count && (strcmp(all[i].id, q->id) != 0 || strcmp(all[i].lab, k->lab) != 0))
            i++;
        if (q->prediction || i == most)
            continue;
        if (i == *count)
            all[(*count)++] = (missed){k->lab, q->id, 0, 0};
        all[i].of++;
        all[i].wrong += q->verdict != VERDICT_RIGHT;
    }
}

static int by_share(const void *x, const void *y) {
    const missed *a = x, *b = y;
    uint64_t left = (uint64_t)a->wrong * b->of, right = (uint64_t)b->wrong * a->of;
    return left > right ? -1 : left < right;
}

void mark_print(const marking *m, page *p) {
    enum { MOST = 512, SHOWN = 5 };
    missed *all = calloc(MOST, sizeof *all);
    char line[160];
    unsigned graded = 0, count = 0;
    snprintf(line, sizeof line, "%-24s %-16s %-2s %6s", "file", "name", "lab", "seed");
    page_lines(p, line, strlen(line));
    for (unsigned i = 0; i < m->count; i++) {
        print_one(&m->marks[i], p);
        graded += m->marks[i].graded;
        if (all)
            count_missed(m, &m->marks[i], all, &count, MOST);
    }
    if (all && count)
        qsort(all, count, sizeof *all, by_share);
    page_gap(p);
    for (unsigned i = 0; all && i < count && i < SHOWN && all[i].wrong; i++) {
        snprintf(line, sizeof line, "%.2s %.64s: %u of %u", all[i].lab, all[i].id, all[i].wrong, all[i].of);
        page_say(p, PAGE_PLAIN, i ? "              " : "Most missed:  ", line);
    }
    snprintf(line, sizeof line, "%u graded, %u refused.", graded, m->count - graded);
    page_say(p, PAGE_TITLE, "", line);
    free(all);
}

/* ---- CSV -------------------------------------------------------------------------------- */

static void csv_made(FILE *to, void (*write)(FILE *, const mark *), const mark *k) {
    char *text = NULL;
    size_t n;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return;
    write(f, k);
    if (fclose(f) == 0)
        csv_cell(to, text);
    free(text);
}

static void write_reasons(FILE *f, const mark *k) {
    for (unsigned i = 0; i < k->reason_count; i++)
        fprintf(f, "%s%s", i ? "; " : "", k->reasons[i]);
}

/* "mss=1460: That one is the client's." */
static void write_wrong(FILE *f, const mark *k) {
    bool first = true;
    for (unsigned i = 0; i < k->answer_count; i++) {
        const mark_answer *a = &k->answers[i];
        if (a->prediction || a->verdict == VERDICT_RIGHT || !k->graded)
            continue;
        fprintf(f, "%s%s", first ? "" : " | ", a->id);
        if (a->answer && a->answer[0])
            fprintf(f, "=%s: %s", a->answer, a->say ? a->say : "");
        else
            fputs(": no answer", f);
        first = false;
    }
}

void mark_csv(const marking *m, FILE *to) {
    fputs("file,name,lab,seed,recorded,status,right,asked,reasons,wrong\r\n", to);
    for (unsigned i = 0; i < m->count; i++) {
        const mark *k = &m->marks[i];
        csv_cell(to, k->file);
        fputc(',', to);
        csv_cell(to, k->name);
        fputc(',', to);
        csv_cell(to, k->lab);
        fprintf(to, ",%" PRIu64 ",%s,%s,", k->seed, k->recorded ? "yes" : "no", k->graded ? "graded" : "refused");
        if (k->graded)
            fprintf(to, "%u,%u,", k->right, k->asked);
        else
            fputs(",,", to);
        csv_made(to, write_reasons, k);
        fputc(',', to);
        csv_made(to, write_wrong, k);
        fputs("\r\n", to);
    }
}

/* ---- JSON ------------------------------------------------------------------------------- */

static void json_answer(FILE *to, const mark_answer *a) {
    json_named(to, "id", a->id);
    fprintf(to, ", \"prediction\": %s, \"verdict\": \"%s\", \"hints\": %u, ", a->prediction ? "true" : "false",
            verdict_names[a->verdict], a->hints);
    json_named(to, "answer", a->answer);
    fputs(", ", to);
    json_named(to, "truth", a->truth);
    if (a->say) {
        fputs(", ", to);
        json_named(to, "reason", a->say);
    }
}

static void json_one(FILE *to, const mark *k) {
    json_named(to, "file", k->file);
    fputs(", ", to);
    json_named(to, "name", k->name);
    fputs(", ", to);
    json_named(to, "lab", k->lab);
    fprintf(to, ", \"seed\": %" PRIu64 ", \"recorded\": %s, \"status\": \"%s\", \"reasons\": [", k->seed,
            k->recorded ? "true" : "false", k->graded ? "graded" : "refused");
    for (unsigned i = 0; i < k->reason_count; i++) {
        fputs(i ? ", " : "", to);
        json_text(to, k->reasons[i]);
    }
    fputc(']', to);
    if (!k->graded)
        return;
    fprintf(to, ", \"right\": %u, \"answered\": %u, \"asked\": %u, \"questions\": [", k->right, k->answered, k->asked);
    for (unsigned i = 0; i < k->answer_count; i++) {
        fputs(i ? ",\n   {" : "\n   {", to);
        json_answer(to, &k->answers[i]);
        fputc('}', to);
    }
    fputc(']', to);
}

void mark_json(const marking *m, FILE *to) {
    unsigned graded = 0;
    for (unsigned i = 0; i < m->count; i++)
        graded += m->marks[i].graded;
    fprintf(to, "{\"graded\": %u, \"refused\": %u, \"submissions\": [", graded, m->count - graded);
    for (unsigned i = 0; i < m->count; i++) {
        fputs(i ? ",\n {" : "\n {", to);
        json_one(to, &m->marks[i]);
        fputc('}', to);
    }
    fputs("]}\n", to);
}
