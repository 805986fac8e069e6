/* fields.c - wiretale fields: the names of all fields, as lists and as the pages of docs/reference/. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/tables.h"

static const char help[] =
    "Examples\n"
    "  wiretale fields                      every protocol and field\n"
    "  wiretale fields tcp.flags            those whose names begin so\n"
    "  wiretale fields --markdown docs/reference    a page for each protocol\n"
    "\n"
    "Usage: wiretale fields [PREFIX | --rows | --markdown DIR]\n"
    "\n"
    "  --rows               all that the tables say, with tabs between:\n"
    "                       protocol, name, label, why, reference, type, mask, flags\n"
    "  --markdown DIR       write README.md and a page for each protocol into DIR\n"
    "\n"
    "Exit status: 0 all well; 1 no name begins so; 3 a page could not be written.\n";

/* ---- lists ------------------------------------------------------------------------------ */

static int list(const char *prefix, bool rows) {
    size_t n = strlen(prefix), found = 0;
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        if (strncmp(info->name, prefix, n) == 0 && !rows) {
            printf("%-36s %-24s %s\n", info->name, "protocol", info->title);
            found++;
        }
        for (uint32_t i = 0; i < info->field_count; i++) {
            const wt_field *f = &info->fields[i];
            if (strncmp(f->name, prefix, n) != 0)
                continue;
            if (rows)
                printf("%s\t%s\t%s\t%s\t%s\t%u\t%#" PRIx64 "\t%u\n", info->name, f->name, f->label, f->why, f->ref,
                       f->type, f->mask, f->flags);
            else
                printf("%-36s %-24s %s\n", f->name, kind_of(f), f->label);
            found++;
        }
    }
    if (found)
        return STATUS_OK;
    char hint[256];
    suggest(prefix, hint, sizeof hint);
    return say_problem(STATUS_USAGE, hint, "no field's name begins with %s", prefix);
}

/* ---- pages ------------------------------------------------------------------------------ */

static void cell(FILE *to, const char *s) {
    for (; *s; s++) {
        if (strchr("|\\*_<>[]", *s))
            fputc('\\', to);
        fputc(*s, to);
    }
}

static FILE *open_page(const char *dir, const char *name) {
    char path[512];
    int n = snprintf(path, sizeof path, "%s/%s.md", dir, name);
    FILE *to = n > 0 && (size_t)n < sizeof path ? fopen(path, "w") : NULL;
    if (!to)
        say_problem(STATUS_OUTPUT, NULL, "cannot write %s/%s.md: %s", dir, name, strerror(errno));
    return to;
}

static int close_page(FILE *to, const char *dir) {
    bool bad = ferror(to);
    bad |= fclose(to) != 0;
    return bad ? say_problem(STATUS_OUTPUT, NULL, "cannot write into %s: %s", dir, strerror(errno)) : STATUS_OK;
}

/* Several rows of one name and one sentence (a number in two sizes) are one line. */
static bool repeats(const wt_protocol_info *p, uint32_t i) {
    for (uint32_t k = 0; k < i; k++)
        if (strcmp(p->fields[k].name, p->fields[i].name) == 0 && strcmp(p->fields[k].why, p->fields[i].why) == 0 &&
            p->fields[k].values == p->fields[i].values)
            return true;
    return false;
}

static void field_line(FILE *to, const wt_protocol_info *p, const wt_field *f) {
    char members[256];
    fprintf(to, "| `%s` | ", f->name);
    cell(to, f->label);
    fprintf(to, " | %s", kind_of(f));
    if (f->mask)
        fprintf(to, ", bits `%#" PRIx64 "`", f->mask);
    fputs(" | ", to);
    cell(to, f->why);
    if (alias_members(members, sizeof members, p, f)) {
        fputs(" Means ", to);
        cell(to, members);
        fputc('.', to);
    }
    fputs(" | ", to);
    cell(to, f->ref);
    fputs(" |\n", to);
}

static void values(FILE *to, const wt_field *f) {
    bool why = false;
    for (size_t i = 0; i < f->values->count; i++)
        why |= f->values->rows[i].why != NULL;
    fprintf(to, why ? "\n### Values of %s: `%s`\n\n| Value | Name | Meaning |\n|---|---|---|\n"
                    : "\n### Values of %s: `%s`\n\n| Value | Name |\n|---|---|\n", f->label, f->name);
    for (size_t i = 0; i < f->values->count; i++) {
        const wt_value *v = &f->values->rows[i];
        char number[64];
        put_value_number(number, sizeof number, f, v);
        fprintf(to, "| %s | ", number);
        cell(to, v->name);
        fputs(" | ", to);
        if (why)
            cell(to, v->why ? v->why : "");
        fputs(why ? " |\n" : "\n", to);
    }
}

/* A table that several fields share is shown once. */
static const wt_field *shown_before(const wt_protocol_info *p, uint32_t i) {
    for (uint32_t k = 0; k < i; k++)
        if (p->fields[k].values == p->fields[i].values)
            return &p->fields[k];
    return NULL;
}

static int protocol_page(const char *dir, uint32_t proto) {
    const wt_protocol_info *p = wt_protocol_get(proto);
    char places[512];
    FILE *to = open_page(dir, p->name);
    if (!to)
        return STATUS_OUTPUT;
    fprintf(to, "# %s: %s\n\n%s Reference: %s.\n", p->name, p->title, p->why, p->ref);
    places_of(places, sizeof places, proto);
    if (places[0])
        fprintf(to, "\nFound at: %s.\n", places);
    if (p->field_count)
        fputs("\n| Field | Label | Kind | What it is for | Reference |\n|---|---|---|---|---|\n", to);
    for (uint32_t i = 0; i < p->field_count; i++)
        if (!repeats(p, i))
            field_line(to, p, &p->fields[i]);
    for (uint32_t i = 0; i < p->field_count; i++) {
        const wt_field *f = &p->fields[i];
        if (f->values && f->values->count && !shown_before(p, i))
            values(to, f);
    }
    return close_page(to, dir);
}

static int index_page(const char *dir) {
    FILE *to = open_page(dir, "README");
    if (!to)
        return STATUS_OUTPUT;
    fputs("# Reference\n\nEvery protocol and field that wiretale knows; `wiretale explain NAME` tells the same.\n"
          "These pages are made by `wiretale fields --markdown docs/reference`: "
          "change the tables in `src/proto/` instead.\n\n"
          "| Protocol | Name | What it is for | Fields | Reference |\n|---|---|---|---|---|\n", to);
    for (uint32_t n = 0; n < wt_protocol_count(); n++) {
        const wt_protocol_info *p = wt_protocol_get(n);
        fprintf(to, "| [%s](%s.md) | ", p->name, p->name);
        cell(to, p->title);
        fputs(" | ", to);
        cell(to, p->why);
        uint32_t count = 0;
        for (uint32_t i = 0; i < p->field_count; i++)
            count += !repeats(p, i);
        fprintf(to, " | %u | ", count);
        cell(to, p->ref);
        fputs(" |\n", to);
    }
    return close_page(to, dir);
}

static int pages(const char *dir) {
    if (mkdir(dir, 0777) != 0 && errno != EEXIST)
        return say_problem(STATUS_OUTPUT, "The folder that it is to be in must be there.", "cannot make %s: %s", dir,
                           strerror(errno));
    int bad = index_page(dir);
    for (uint32_t p = 0; p < wt_protocol_count() && !bad; p++)
        bad = protocol_page(dir, p);
    return bad;
}

int cmd_fields(int argc, char **argv) {
    const char *first = argc > 1 ? argv[1] : "";
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (strcmp(first, "--rows") == 0 && argc == 2)
        return list("", true);
    if (strcmp(first, "--markdown") == 0) {
        if (argc != 3)
            return say_problem(STATUS_USAGE, "wiretale fields --markdown docs/reference", "--markdown wants a folder");
        return pages(argv[2]);
    }
    if (argc > 2 || first[0] == '-')
        return say_problem(STATUS_USAGE, "`wiretale fields --help` shows how it is used.", "fields does not know %s",
                           argc > 2 ? argv[2] : first);
    return list(first, false);
}
