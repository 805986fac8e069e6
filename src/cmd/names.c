/* names.c - names that are near to one that does not exist. */
#include "cmd/cmd.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "wiretale/field.h"

int say_problem(int status, const char *hint, const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    fputs("wiretale: ", stderr);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    if (hint && *hint)
        fprintf(stderr, "Hint: %s\n", hint);
    return status;
}

enum { LONGEST = 64 };

unsigned letters_apart(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    unsigned rows[3][LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *now = rows[i % 3], *before = rows[(i + 2) % 3], *older = rows[(i + 1) % 3];
        now[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned best = before[j - 1] + (a[i - 1] != b[j - 1]);
            if (before[j] + 1 < best)
                best = before[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && older[j - 2] + 1 < best)
                best = older[j - 2] + 1;
            now[j] = best;
        }
    }
    return rows[n % 3][m];
}

typedef struct ranking {
    const char **names;
    unsigned scores[8];
    size_t count, room;
} ranking;

static void consider(ranking *r, const char *wanted, const char *name) {
    unsigned score = letters_apart(wanted, name);
    const char *last = strrchr(name, '.');
    /* "syn" should find tcp.flags.syn */
    unsigned near_last = last && strlen(wanted) > 2 ? letters_apart(wanted, last + 1) : LONGEST;
    if (near_last < 2 && near_last + 1 < score)
        score = near_last + 1;
    if (score > 3 || score * 3 > strlen(wanted) * 2)
        return;
    size_t at = r->count;
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->names[i], name) == 0)
            return;
    while (at && r->scores[at - 1] > score)
        at--;
    if (at >= r->room)
        return;
    if (r->count < r->room)
        r->count++;
    for (size_t i = r->count - 1; i > at; i--) {
        r->names[i] = r->names[i - 1];
        r->scores[i] = r->scores[i - 1];
    }
    r->names[at] = name;
    r->scores[at] = score;
}

size_t nearest_names(const char *name, const char **out, size_t n) {
    ranking r = {.names = out, .room = n < 8 ? n : 8};
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        consider(&r, name, info->name);
        for (uint32_t f = 0; f < info->field_count; f++)
            consider(&r, name, info->fields[f].name);
    }
    return r.count;
}

void suggest(const char *name, char *hint, size_t room) {
    const char *near[3];
    size_t n = nearest_names(name, near, 3), used = 0;
    hint[0] = 0;
    for (size_t i = 0; i < n && used < room; i++)
        used += (size_t)snprintf(hint + used, room - used, "%s%s%s",
                                 i == 0 ? "did you mean " : i + 1 == n ? " or " : ", ",
                                 near[i], i + 1 == n ? "?" : "");
    if (!n)
        snprintf(hint, room, "`wiretale fields` lists all names.");
}
