/* json.c - texts for JSON, CSV and terminals, whatever they hold. */
#include "lab/json.h"

#include <stdbool.h>
#include <string.h>

#include "print/escape.h"

static void escaped(FILE *to, enum wt_escape how, const char *text) {
    wt_out *o = wt_out_new(-1);
    size_t n = 0;
    if (!o)
        return;
    wt_escape_s(o, how, text);
    const char *safe = wt_out_memory(o, &n);
    fwrite(safe, 1, n, to);
    wt_out_free(o);
}

void json_text(FILE *to, const char *text) {
    fputc('"', to);
    escaped(to, WT_ESC_JSON, text);
    fputc('"', to);
}

void json_named(FILE *to, const char *name, const char *value) {
    fprintf(to, "\"%s\": ", name);
    json_text(to, value ? value : "");
}

/* A cell that begins with one of these is a formula to spreadsheets.  Controls, and ends of
 * lines, are written as \x1b. */
void csv_cell(FILE *to, const char *text) {
    bool formula = *text && strchr("=+-@", *text), quoted = formula || text[strcspn(text, ",\";")];
    wt_out *o = wt_out_new(-1);
    size_t n = 0;
    if (!o)
        return;
    wt_escape_s(o, WT_ESC_TERMINAL, text);
    const char *safe = wt_out_memory(o, &n);
    fputs(quoted ? "\"" : "", to);
    fputs(formula ? "'" : "", to);
    for (size_t i = 0; i < n; i++)
        fprintf(to, "%s%c", safe[i] == '"' ? "\"" : "", safe[i]);
    fputs(quoted ? "\"" : "", to);
    wt_out_free(o);
}

void plain_text(FILE *to, const char *text) { escaped(to, WT_ESC_TERMINAL, text); }
