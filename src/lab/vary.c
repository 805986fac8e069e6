/* vary.c - what the seed chooses, and texts with it filled in. */
#include "lab/vary.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a over the name, then SplitMix64: every name has a row of numbers of its own, whatever else the lab varies. */
uint64_t vary_number(uint64_t seed, const char *name, unsigned turn, uint64_t n) {
    uint64_t z = 0xcbf29ce484222325u;
    for (const char *p = name; *p; p++)
        z = (z ^ (uint8_t)*p) * 0x100000001b3u;
    z ^= seed * 0x9e3779b97f4a7c15u;
    z += (turn + 1ull) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return n ? z % n : 0;
}

void vary_add(vary *v, const char *name, const char *text) {
    if (v->count == VARY_MOST)
        return;
    vary_value *new = &v->values[v->count++];
    new->name = name;
    snprintf(new->text, sizeof new->text, "%s", text);
}

void vary_choose(vary *v, const lab_file *file, uint64_t seed) {
    char text[VARY_ROOM];
    *v = (vary){.seed = seed};
    for (unsigned i = 0; i < file->vary_count; i++) {
        const lab_vary *from = &file->vary[i];
        if (from->one_of_count)
            snprintf(text, sizeof text, "%s", from->one_of[vary_number(seed, from->name, 0, from->one_of_count)]);
        else
            snprintf(text, sizeof text, "%" PRId64,
                     from->from + (int64_t)vary_number(seed, from->name, 0, (uint64_t)(from->to - from->from) + 1));
        vary_add(v, from->name, text);
    }
}

static const char *find(const vary *v, const char *name, size_t n) {
    for (unsigned i = 0; i < v->count; i++)
        if (strlen(v->values[i].name) == n && memcmp(v->values[i].name, name, n) == 0)
            return v->values[i].text;
    return NULL;
}

char *vary_fill(const vary *v, const char *text) {
    char *out = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&out, &size);
    if (!f)
        return NULL;
    while (*text) {
        const char *close = *text == '{' ? strchr(text, '}') : NULL;
        const char *value = close ? find(v, text + 1, (size_t)(close - text) - 1) : NULL;
        if (value) {
            fputs(value, f);
            text = close + 1;
        } else {
            fputc(*text++, f);
        }
    }
    if (fclose(f) != 0) {
        free(out);
        return NULL;
    }
    return out;
}
