/* explain.c - wiretale explain, wiretale fields: what the tables know. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "wiretale/field.h"

static const char *type_name(const wt_field *f) {
    static const char *const names[] = {
        [WT_NONE] = "heading", [WT_U8] = "number, 1 byte", [WT_U16] = "number, 2 bytes", [WT_U24] = "number, 3 bytes",
        [WT_U32] = "number, 4 bytes", [WT_U40] = "number, 5 bytes", [WT_U48] = "number, 6 bytes",
        [WT_U56] = "number, 7 bytes", [WT_U64] = "number, 8 bytes", [WT_I8] = "signed number, 1 byte",
        [WT_I16] = "signed number, 2 bytes", [WT_I32] = "signed number, 4 bytes", [WT_I64] = "signed number, 8 bytes",
        [WT_IPV4] = "IPv4 address", [WT_IPV6] = "IPv6 address", [WT_ETHER] = "MAC address", [WT_EUI64] = "EUI-64",
        [WT_GUID] = "GUID", [WT_BYTES] = "bytes", [WT_STRING] = "text", [WT_ABSTIME] = "time", [WT_RELTIME] = "duration",
        [WT_DOUBLE] = "decimal number", [WT_FRAME] = "frame number"};
    if (f->flags & WT_ALIAS)
        return "either of several fields";
    if (f->base == WT_FLAG)
        return "yes or no";
    return f->type < sizeof names / sizeof *names && names[f->type] ? names[f->type] : "value";
}

static void explain_value(const wt_value *v) {
    if (v->lo == v->hi)
        printf("  %-8" PRIu64 "%s", v->lo, v->name);
    else
        printf("  %" PRIu64 "-%-" PRIu64 "  %s", v->lo, v->hi, v->name);
    printf(v->why ? ": %s\n" : "\n", v->why);
}

static void explain_field(const wt_field *f) {
    printf("%s  %s (%s)\n  %s\n  %s\n", f->name, f->label, type_name(f), f->why, f->ref);
    if (f->mask)
        printf("  bits %#" PRIx64 " of its bytes\n", f->mask);
    for (size_t i = 0; f->values && i < f->values->count; i++)
        explain_value(&f->values->rows[i]);
}

static void explain_protocol(const wt_protocol_info *p) {
    printf("%s  %s\n  %s\n  %s\n\n", p->name, p->title, p->why, p->ref);
    for (uint32_t i = 0; i < p->field_count; i++)
        if (i == 0 || strcmp(p->fields[i].name, p->fields[i - 1].name) != 0)
            printf("  %-36s %s\n", p->fields[i].name, p->fields[i].why);
}

/* name=value: only that value; false if the field does not name it. */
static bool explain_one_value(const char *name, const char *value) {
    char *end;
    uint64_t v = strtoull(value, &end, 0);
    bool found = false;
    for (wt_fid f = wt_field_find_next(name, WT_FID_NONE); f != WT_FID_NONE; f = wt_field_find_next(name, f)) {
        const wt_field *row = wt_field_get(f);
        for (size_t i = 0; row->values && i < row->values->count; i++) {
            const wt_value *r = &row->values->rows[i];
            bool is = *end ? strcmp(r->name, value) == 0 : v >= r->lo && v <= r->hi;
            if (is && !found)
                printf("%s  %s: %s\n", row->name, row->label, row->why);
            if (is && !found)
                explain_value(r);
            found |= is;
        }
    }
    return found;
}

static int unknown(const char *name) {
    char hint[256];
    suggest(name, hint, sizeof hint);
    return say_problem(STATUS_USAGE, hint, "nothing is called %s", name);
}

static int explain(const char *name) {
    const char *equals = strchr(name, '=');
    if (equals) {
        char field[128];
        size_t n = (size_t)(equals - name);
        if (n >= sizeof field)
            return unknown(name);
        memcpy(field, name, n);
        field[n] = 0;
        if (wt_field_find_next(field, WT_FID_NONE) == WT_FID_NONE)
            return unknown(field);
        if (!explain_one_value(field, equals + 1 + (equals[1] == '=')))
            return say_problem(STATUS_USAGE, "Without the value, explain lists all that are known.",
                               "%s has no name for %s", field, equals + 1);
        return STATUS_OK;
    }
    int proto = wt_protocol_find(name);
    if (proto >= 0)
        explain_protocol(wt_protocol_get((uint32_t)proto));
    wt_fid f = wt_field_find_next(name, WT_FID_NONE);
    if (proto < 0 && f == WT_FID_NONE)
        return unknown(name);
    for (; f != WT_FID_NONE; f = wt_field_find_next(name, f))
        explain_field(wt_field_get(f));
    return STATUS_OK;
}

int cmd_explain(int argc, char **argv) {
    if (argc < 2 || strcmp(argv[1], "--help") == 0) {
        fputs("Examples\n  wiretale explain tcp.flags.syn\n  wiretale explain icmp\n  wiretale explain dns.qry.type=28\n\n"
              "Usage: wiretale explain NAME...     a protocol, a field, or FIELD=VALUE\n", argc < 2 ? stderr : stdout);
        return argc < 2 ? STATUS_USAGE : STATUS_OK;
    }
    for (int i = 1; i < argc; i++) {
        int bad = explain(argv[i]);
        if (bad)
            return bad;
        if (i + 1 < argc)
            putchar('\n');
    }
    return STATUS_OK;
}

/* ---- fields ----------------------------------------------------------------------------- */

static void markdown_cell(FILE *to, const char *s) {
    for (; *s; s++) {
        if (*s == '|' || *s == '\\')
            fputc('\\', to);
        fputc(*s, to);
    }
}

static int markdown_page(const char *dir, const wt_protocol_info *p) {
    char path[512];
    int n = snprintf(path, sizeof path, "%s/%s.md", dir, p->name);
    FILE *to = n > 0 && (size_t)n < sizeof path ? fopen(path, "w") : NULL;
    if (!to)
        return say_problem(STATUS_OUTPUT, "The folder must be there: mkdir -p it.", "cannot write %s", path);
    fprintf(to, "# %s: %s\n\n%s (%s)\n\n| Field | Label | Kind | What it is for | Reference |\n|---|---|---|---|---|\n",
            p->name, p->title, p->why, p->ref);
    for (uint32_t i = 0; i < p->field_count; i++) {
        const wt_field *f = &p->fields[i];
        fprintf(to, "| `%s` | ", f->name);
        markdown_cell(to, f->label);
        fprintf(to, " | %s | ", type_name(f));
        markdown_cell(to, f->why);
        fputs(" | ", to);
        markdown_cell(to, f->ref);
        fputs(" |\n", to);
    }
    if (fclose(to) != 0)
        return say_problem(STATUS_OUTPUT, NULL, "cannot write %s", path);
    return STATUS_OK;
}

static int list_rows(const char *prefix, bool rows) {
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
                printf("%s\t%s\t%s\t%s\t%s\t%u\t%#" PRIx64 "\t%u\n", info->name, f->name, f->label, f->why, f->ref, f->type,
                       f->mask, f->flags);
            else
                printf("%-36s %-24s %s\n", f->name, type_name(f), f->label);
            found++;
        }
    }
    return found ? STATUS_OK : unknown(prefix);
}

int cmd_fields(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        fputs("Examples\n  wiretale fields\n  wiretale fields tcp.flags\n  wiretale fields --markdown docs/reference\n\n"
              "Usage: wiretale fields [PREFIX | --rows | --markdown DIR]\n"
              "  --rows prints all that the tables say, with tabs between: protocol, name, label, why, ref, type, mask, flags\n",
              stdout);
        return STATUS_OK;
    }
    if (argc > 1 && strcmp(argv[1], "--rows") == 0)
        return list_rows("", true);
    if (argc > 1 && strcmp(argv[1], "--markdown") == 0) {
        if (argc != 3)
            return say_problem(STATUS_USAGE, "wiretale fields --markdown docs/reference", "--markdown wants a folder");
        int bad = 0;
        for (uint32_t p = 0; p < wt_protocol_count() && !bad; p++)
            bad = markdown_page(argv[2], wt_protocol_get(p));
        return bad;
    }
    if (argc > 2 || (argc > 1 && argv[1][0] == '-'))
        return say_problem(STATUS_USAGE, "`wiretale fields --help` shows how it is used.", "fields does not know %s",
                           argv[argc > 2 ? 2 : 1]);
    return list_rows(argc > 1 ? argv[1] : "", false);
}
