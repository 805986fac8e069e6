/* code.c - the code of a step. */
#include "lab/code.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lab/vary.h"

static const char letters[] = "abcdefghjkmnpqrstuvwxyz";     /* without those that look like
                                                              * digits, or like each other */

static char check_letter(const lab *l, uint64_t seed, unsigned step) {
    return letters[vary_number(seed, l->id, step, sizeof letters - 1)];
}

void code_write(const lab *l, uint64_t seed, unsigned step, char out[CODE_ROOM]) {
    snprintf(out, CODE_ROOM, "%" PRIu64 "-%u%c", seed, step, check_letter(l, seed, step));
}

bool code_read(const lab *l, const char *text, uint64_t *seed, unsigned *step, wt_problem *problem) {
    char again[CODE_ROOM];
    if (sscanf(text, "%" SCNu64 "-%u", seed, step) != 2) {
        *problem = (wt_problem){"a step's code looks like 417-3k", "`wiretale lab present` shows it."};
        return false;
    }
    code_write(l, *seed, *step, again);
    if (strcasecmp(text, again) == 0 && *seed && *step && *step <= l->file->steps_count)
        return true;
    snprintf(problem->text, sizeof problem->text, "%.40s is no code of lab %.2s: mistyped, or of another lab", text,
             l->id);
    problem->hint[0] = 0;
    return false;
}
