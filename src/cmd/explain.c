/* explain.c - wiretale explain: what the tables know about a name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/search.h"
#include "wiretale/session.h"

enum { LONGEST = 128 };

static const char help[] =
    "Examples\n"
    "  wiretale explain tcp.flags.syn       a field\n"
    "  wiretale explain icmp                a protocol\n"
    "  wiretale explain dns.qry.type==28    a value of a field; dns.qry.type 28 is the same\n"
    "  wiretale explain SYN                 what people call it: a flag, a label, a value's name\n"
    "  wiretale explain tcp.port 443        what is found at a port (also udp.port, ethertype, ip.proto)\n"
    "  wiretale explain flows               one of wiretale's limits\n"
    "\n"
    "Usage: wiretale explain NAME...\n"
    "\n"
    "Exit status: 0 all well; 1 nothing is called so.\n";

static int unknown(const char *name) {
    char hint[256];
    suggest(name, hint, sizeof hint);
    return say_problem(STATUS_USAGE, hint, "nothing is called %s", name);
}

/* "tcp.port 443": the protocol that is found there. */
static bool explain_place(const sheet *s, const char *table, const char *value) {
    char *end;
    unsigned long number = strtoul(value, &end, 0);
    bool found = false;
    wt_place place;
    for (uint32_t p = 0; p < wt_protocol_count(); p++)
        for (uint32_t n = 0; wt_protocol_place(p, n, &place); n++) {
            if (strcmp(place.table, table) != 0 ||
                (place.text ? strcmp(place.text, value) != 0 : *end || place.number != number))
                continue;
            printf("%s%s %s is %s:\n\n", found ? "\n" : "", table, value, wt_protocol_get(p)->tag);
            explain_protocol(s, p);
            found = true;
        }
    return found;
}

/* The row of the field's values that the text means, by number or by name. */
static const wt_value *value_meant(const wt_field *f, const char *text) {
    char *end;
    uint64_t v = strtoull(text, &end, 0);
    for (size_t i = 0; f->values && i < f->values->count; i++) {
        const wt_value *r = &f->values->rows[i];
        if (*end ? strcasecmp(r->name, text) == 0 : v >= r->lo && v <= r->hi)
            return r;
    }
    return NULL;
}

static int explain_field_value(const sheet *s, const char *name, const char *text) {
    bool is_field = false;
    if (explain_place(s, name, text))
        return STATUS_OK;
    for (wt_fid f = wt_field_find_next(name, WT_FID_NONE); f != WT_FID_NONE; f = wt_field_find_next(name, f)) {
        const wt_field *row = wt_field_get(f);
        const wt_value *v = value_meant(row, text);
        is_field = true;
        if (!v)
            continue;
        printf("%s  %s\n", row->name, row->label);
        explain_value(s, row, v);
        printf("\n");
        sheet_entry(s, "Field", row->why);
        sheet_entry(s, "Reference", row->ref);
        return STATUS_OK;
    }
    if (!is_field)
        return unknown(name);
    return say_problem(STATUS_USAGE, "Without the value, explain tells all that is known of the field.",
                       "%s has no name for %s", name, text);
}

static bool explain_limit(const sheet *s, const char *name) {
    const wt_limit_info *l;
    for (uint32_t n = 0; (l = wt_limit_get(n)); n++) {
        if (strcmp(l->name, name) != 0)
            continue;
        printf("limit %s  %u\n  ", l->name, l->value);
        sheet_words(s, l->sentence, 2, 2);
        printf("  When it is reached, a note says so: docs/limits.md.\n");
        return true;
    }
    return false;
}

static bool explain_exactly(const sheet *s, const char *name) {
    int proto = wt_protocol_find(name);
    const wt_field *before = NULL;
    if (proto >= 0)
        explain_protocol(s, (uint32_t)proto);
    for (wt_fid f = wt_field_find_next(name, WT_FID_NONE); f != WT_FID_NONE; f = wt_field_find_next(name, f)) {
        const wt_field *row = wt_field_get(f);
        if (before && strcmp(before->why, row->why) == 0 && before->values == row->values)
            continue;                      /* the same in another size */
        if (before || proto >= 0)
            putchar('\n');
        explain_field(s, wt_protocol_get(WT_FID_PROTO_OF(f)), row);
        before = row;
    }
    return proto >= 0 || before || explain_limit(s, name);
}

/* Split "field==value" or "field=value"; the value, or NULL. */
static const char *split(char field[LONGEST], const char *name) {
    const char *equals = strchr(name, '=');
    size_t n = equals ? (size_t)(equals - name) : 0;
    while (n && name[n - 1] == ' ')
        n--;
    if (!n || n >= LONGEST)
        return NULL;
    memcpy(field, name, n);
    field[n] = 0;
    equals += 1 + (equals[1] == '=');
    return equals + strspn(equals, " ");
}

static bool is_table(const char *name) {
    wt_place place;
    for (uint32_t p = 0; p < wt_protocol_count(); p++)
        for (uint32_t n = 0; wt_protocol_place(p, n, &place); n++)
            if (strcmp(place.table, name) == 0)
                return true;
    return false;
}

static bool is_name(const char *name) { return wt_field_find(name) != WT_FID_NONE || is_table(name); }

/* "IP" is asked for as often as "ip". */
static bool explain_in_small_letters(const sheet *s, const char *name) {
    char small[LONGEST];
    size_t n = strlen(name);
    if (n >= sizeof small)
        return false;
    for (size_t i = 0; i <= n; i++)
        small[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] - 'A' + 'a') : name[i];
    return strcmp(small, name) != 0 && explain_exactly(s, small);
}

/* "ClientHello", as handshakes are told, is called Client Hello. */
static bool explain_compound(const sheet *s, const char *name) {
    char words[LONGEST];
    size_t n = 0;
    for (const char *p = name; *p && n + 2 < sizeof words; p++) {
        if (p > name && *p >= 'A' && *p <= 'Z' && p[-1] >= 'a' && p[-1] <= 'z')
            words[n++] = ' ';
        words[n++] = *p;
    }
    words[n] = 0;
    return strcmp(words, name) != 0 && explain_words(s, words) > 0;
}

/* Words without quotes: time to live. */
static bool explain_phrase(const sheet *s, int argc, char **argv) {
    char phrase[LONGEST] = "";
    size_t used = 0;
    for (int i = 1; i < argc; i++) {
        if (is_name(argv[i]) || strchr(argv[i], '=') || used + strlen(argv[i]) + 2 > sizeof phrase)
            return false;
        used += (size_t)snprintf(phrase + used, sizeof phrase - used, "%s%s", i > 1 ? " " : "", argv[i]);
    }
    return explain_words(s, phrase) > 0;
}

int cmd_explain(int argc, char **argv) {
    sheet s = sheet_on_output();
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        if (argc < 2)
            return say_problem(STATUS_USAGE, "for example: wiretale explain tcp.flags.syn", "explain what?");
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (argc > 2 && explain_phrase(&s, argc, argv))
        return STATUS_OK;
    for (int i = 1; i < argc; i++) {
        char field[LONGEST];
        const char *value = split(field, argv[i]);
        int bad = 0;
        if (i > 1)
            putchar('\n');
        if (value)
            bad = explain_field_value(&s, field, value);
        else if (i + 1 < argc && is_name(argv[i]) && !is_name(argv[i + 1])) {
            bad = explain_field_value(&s, argv[i], argv[i + 1]);
            i++;
        } else if (!explain_exactly(&s, argv[i]) && !explain_in_small_letters(&s, argv[i]) &&
                   !explain_words(&s, argv[i]) && !explain_compound(&s, argv[i])) {
            bad = unknown(argv[i]);
        }
        if (bad)
            return bad;
    }
    return STATUS_OK;
}
