/* vary.h - what the seed chooses, and texts with it filled in. */
#ifndef WT_LAB_VARY_H
#define WT_LAB_VARY_H

#include "lab/lab.h"

enum { VARY_MOST = 32, VARY_ROOM = 512 };

typedef struct vary_value {
    const char *name;
    char text[VARY_ROOM];
} vary_value;

typedef struct vary {
    uint64_t seed;
    vary_value values[VARY_MOST];
    unsigned count;
} vary;

/* The values of the lab for this seed: the same seed gives the same ones everywhere. */
void vary_choose(vary *v, const lab_file *file, uint64_t seed);
/* A number below `n` that the seed, `name` and `turn` choose. */
uint64_t vary_number(uint64_t seed, const char *name, unsigned turn, uint64_t n);
/* One more value ("lab", where the scratch folder is). */
void vary_add(vary *v, const char *name, const char *text);
/* `text` with every {name} filled in; free() it.  {= …} and unknown names stay.  NULL: out of memory. */
char *vary_fill(const vary *v, const char *text);

#endif
