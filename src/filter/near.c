/* near.c - the name that was probably meant. */
#include "filter/operand.h"

#include <stdio.h>

static unsigned distance(const char *a, const char *b) {
    enum { LONGEST = 64 };
    size_t n = strlen(a), m = strlen(b);
    unsigned row[LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= m; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned corner = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned best = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            if (corner + 1 < best)
                best = corner + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[m];
}

void wt_near(const char *name, char *hint, size_t room) {
    const char *best = NULL;
    unsigned least = 4;
    for (uint32_t p = 0; p < wt_protocol_count(); p++) {
        const wt_protocol_info *info = wt_protocol_get(p);
        for (uint32_t f = 0; f <= info->field_count; f++) {
            const char *candidate = f < info->field_count ? info->fields[f].name : info->name;
            unsigned d = distance(name, candidate);
            if (d < least && d * 2 <= strlen(name)) {
                least = d;
                best = candidate;
            }
        }
    }
    if (best)
        snprintf(hint, room, "did you mean %s?", best);
    else
        snprintf(hint, room, "`wiretale fields` lists all names.");
}
