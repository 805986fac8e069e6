/* keylines.c - a key log's lines, sorted by client random. */
#include "tell/keylines.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANDOM = 32, LARGEST = 16 << 20 };

typedef struct key_line {
    uint8_t random[RANDOM];
    const char *text;
    uint32_t length;                     /* without the end of the line */
    bool taken;
} key_line;

struct wt_keylines {
    char *text;
    key_line *lines;
    size_t count, cap;
};

static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : -1;
}

/* LABEL, a blank, 64 digits, a blank, the secret. */
static bool parse(const char *s, size_t n, uint8_t random[RANDOM]) {
    const char *blank = memchr(s, ' ', n);
    if (!n || *s == '#' || !blank || n - (size_t)(blank - s) < 2 * RANDOM + 3 || blank[1 + 2 * RANDOM] != ' ')
        return false;
    for (int i = 0; i < RANDOM; i++) {
        int high = digit(blank[1 + 2 * i]), low = digit(blank[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        random[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

/* Walk the lines of a text. */
static bool next_line(const char **p, const char *end, const char **line, size_t *n) {
    if (*p >= end)
        return false;
    const char *nl = memchr(*p, '\n', (size_t)(end - *p));
    *line = *p;
    *n = (size_t)((nl ? nl : end) - *p);
    *p = nl ? nl + 1 : end;
    if (*n && (*line)[*n - 1] == '\r')
        --*n;
    return true;
}

static bool add(wt_keylines *k, const char *line, size_t n) {
    key_line l = {.text = line, .length = (uint32_t)n};
    if (!parse(line, n, l.random))
        return true;
    if (k->count == k->cap) {
        size_t cap = k->cap ? k->cap * 2 : 256;
        key_line *grown = realloc(k->lines, cap * sizeof *grown);
        if (!grown)
            return false;
        k->lines = grown;
        k->cap = cap;
    }
    k->lines[k->count++] = l;
    return true;
}

static int by_random(const void *a, const void *b) {
    const key_line *x = a, *y = b;
    int order = memcmp(x->random, y->random, RANDOM);
    return order ? order : x->text < y->text ? -1 : x->text > y->text;
}

/* The whole file; 0 or an errno. */
static int load(const char *path, char **text, size_t *n) {
    FILE *f = fopen(path, "re");
    if (!f)
        return errno;
    *text = malloc(LARGEST + 1);
    *n = *text ? fread(*text, 1, LARGEST + 1, f) : 0;
    int error = !*text ? ENOMEM : ferror(f) ? EIO : *n > LARGEST ? EFBIG : 0;
    fclose(f);
    return error;
}

wt_keylines *wt_keylines_load(const char *path) {
    wt_keylines *k = calloc(1, sizeof *k);
    size_t n = 0, length;
    int error = k ? load(path, &k->text, &n) : ENOMEM;
    const char *p = k ? k->text : NULL, *end = p ? p + n : p, *line;
    while (!error && next_line(&p, end, &line, &length))
        error = add(k, line, length) ? 0 : ENOMEM;
    if (error) {
        wt_keylines_free(k);
        errno = error;
        return NULL;
    }
    if (k->count)
        qsort(k->lines, k->count, sizeof *k->lines, by_random);
    return k;
}

/* The first line of that random; NULL if there is none. */
static key_line *find(wt_keylines *k, const uint8_t random[RANDOM]) {
    size_t low = 0, high = k->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (memcmp(k->lines[middle].random, random, RANDOM) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < k->count && memcmp(k->lines[low].random, random, RANDOM) == 0 ? &k->lines[low] : NULL;
}

void wt_keylines_have(wt_keylines *k, const uint8_t *text, size_t n) {
    const char *p = (const char *)text, *end = p + n, *line;
    size_t length;
    uint8_t random[RANDOM];
    while (next_line(&p, end, &line, &length)) {
        key_line *l = parse(line, length, random) ? find(k, random) : NULL;
        for (; l && l < k->lines + k->count && memcmp(l->random, random, RANDOM) == 0; l++)
            l->taken |= l->length == length && memcmp(l->text, line, length) == 0;
    }
}

bool wt_keylines_take(wt_keylines *k, const uint8_t random[RANDOM], void (*fn)(void *, const char *, size_t),
                      void *user) {
    bool any = false;
    key_line *l = find(k, random);
    for (; l && l < k->lines + k->count && memcmp(l->random, random, RANDOM) == 0; l++)
        if (!l->taken) {
            l->taken = any = true;
            fn(user, l->text, l->length);
        }
    return any;
}

void wt_keylines_free(wt_keylines *k) {
    if (!k)
        return;
    if (k->text)
        explicit_bzero(k->text, LARGEST + 1);
    free(k->text);
    free(k->lines);
    free(k);
}
