/* handin.h - one file that a learner hands in: capture, keys, seed, answers, and digests that bind them together.
 *
 * It is the capture file with a comment of a few lines.  There is no secret in it: who reads this source can forge one.
 * What it tells is that something was changed by accident, or by hand. */
#ifndef WT_LAB_HANDIN_H
#define WT_LAB_HANDIN_H

#include <stdarg.h>

#include "lab/progress.h"
#include "lab/trace.h"

enum { HANDIN_REASONS = 6, HANDIN_REASON = 200, HANDIN_DIGEST = 33, HANDIN_NAME = 128 };

typedef struct handin_step {         /* the frames of one step; those before the first are of step "-" */
    char id[32];
    uint32_t frames;
    char digest[HANDIN_DIGEST];
} handin_step;

typedef struct handin_steps {
    handin_step step[TRACE_STEPS + 1];
    unsigned count;
} handin_steps;

typedef struct handin {
    bool sealed;                     /* it says what its frames were */
    bool handed;                     /* it holds answers */
    char lab[64], name[HANDIN_NAME];
    uint64_t seed;
    progress answers;
    char reasons[HANDIN_REASONS][HANDIN_REASON];   /* why it is not to be trusted */
    unsigned reason_count;
} handin;

/* A reason as it is shown: what it quotes from a file can do no harm. */
void handin_reason(char out[HANDIN_REASON], const char *format, va_list ap) __attribute__((format(printf, 2, 0)));
/* What the frames of each step are, as short digests. */
void handin_steps_of(const trace *t, handin_steps *s);
/* The lines that say what is in this capture; free() them.  NULL: out of memory. */
char *handin_seal(const trace *t);
/* The same, with answers, of a learner of that name (may be ""). */
char *handin_text(const trace *t, const progress *answers, const char *name);
/* Read what the capture says of itself and see whether it is so. */
void handin_read(const trace *t, handin *h);

#endif
