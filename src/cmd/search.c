/* search.c - "SYN", "AAAA", "time to live": what people call things, in the labels and value names of all tables. */
#include "cmd/search.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { SHOWN = 16 };

typedef struct match {
    const wt_protocol_info *proto;
    uint32_t number;                 /* the protocol's */
    const wt_field *field;           /* NULL: the protocol itself */
    const wt_value *value;           /* NULL: the field itself */
} match;

typedef struct search {
    const char *words;
    bool part;                       /* the words may be a part of the text */
    match found[SHOWN];
    unsigned count;
} search;

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/* Does the text say the words: all of it, what it has in brackets, or (part) as whole words somewhere in it? */
static bool says(const search *q, const char *text) {
    size_t n = strlen(q->words);
    if (strcasecmp(text, q->words) == 0)
        return true;
    for (const char *at = text; *at; at++) {
        if (strncasecmp(at, q->words, n) != 0 || (at > text && letter(at[-1])) || letter(at[n]))
            continue;
        if (q->part || (at > text && at[-1] == '(' && at[n] == ')'))
            return true;
    }
    return false;
}

static void add(search *q, match m) {
    for (unsigned n = 0; n < q->count && n < SHOWN; n++)
        if (m.field && q->found[n].field && strcmp(q->found[n].field->name, m.field->name) == 0 &&
            q->found[n].value == m.value)
            return;
    if (q->count < SHOWN)
        q->found[q->count] = m;
    q->count++;
}

static void look(search *q) {
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        if (says(q, info->title) || says(q, info->tag))
            add(q, (match){info, p, NULL, NULL});
        for (uint32_t i = 0; i < info->field_count; i++) {
            const wt_field *f = &info->fields[i];
            const char *last = strrchr(f->name, '.');
            if (says(q, f->label) || (last && strcasecmp(last + 1, q->words) == 0))
                add(q, (match){info, p, f, NULL});
            for (size_t v = 0; f->values && v < f->values->count; v++)
                if (says(q, f->values->rows[v].name))
                    add(q, (match){info, p, f, &f->values->rows[v]});
        }
    }
}

static void in_a_line(const sheet *s, const match *m) {
    char name[160], number[64];
    snprintf(name, sizeof name, "%s", m->field ? m->field->name : m->proto->name);
    if (m->value) {
        put_value_number(number, sizeof number, m->field, m->value);
        snprintf(name, sizeof name, "%s==%s", m->field->name, number);
    }
    const char *label = m->value ? m->value->name : m->field ? m->field->label : m->proto->title;
    const char *why = m->value ? m->value->why : m->field ? m->field->why : m->proto->why;
    sheet_style(s, "1");
    printf("%s", name);
    sheet_style(s, "0");
    printf("  %s\n", label);
    if (why) {
        printf("    ");
        sheet_words(s, why, 4, 4);
    }
}

static void in_full(const sheet *s, const match *m) {
    if (!m->field) {
        explain_protocol(s, m->number);
    } else if (!m->value) {
        explain_field(s, m->proto, m->field);
    } else {
        in_a_line(s, m);
        printf("\n");
        sheet_entry(s, "Field", m->field->label);
        sheet_entry(s, "", m->field->why);
        sheet_entry(s, "Reference", m->field->ref);
    }
}

unsigned explain_words(const sheet *s, const char *words) {
    search q = {.words = words};
    look(&q);
    if (!q.count && strlen(words) >= 3) {
        q.part = true;
        look(&q);
    }
    if (q.count == 1)
        in_full(s, &q.found[0]);
    for (unsigned n = 0; q.count > 1 && n < q.count && n < SHOWN; n++)
        in_a_line(s, &q.found[n]);
    if (q.count > SHOWN)
        printf("… and %u more\n", q.count - SHOWN);
    return q.count;
}
