/* aloud.c - what was printed for the eye, to be read aloud. */
#include "lab/aloud.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A bar has no words in it; what explains it begins with one of its signs, and says several shares in one line. */
static bool is_bar(const char *line) {
    const char *share = strstr(line, " %");
    size_t first = strcspn(line, " ");
    return (first == 1 && share && strstr(share + 2, " %")) || first > 60;
}

/* Where the first column ends, if it has nothing but bytes, bits, or the sign of what stands in no byte; else 0. */
static size_t bytes_column(const char *text, size_t n) {
    size_t begin = strspn(text, " "), at = begin;
    while (at < n && strchr("0123456789abcdef.~ ", text[at]) && !(text[at] == ' ' && at + 1 < n && text[at + 1] == ' '))
        at++;
    size_t most = at > begin + 2 && text[at - 1] == '~' ? at - 2 : at; /* there are more of them */
    bool pairs = strcspn(text + begin, " ") == 2 && (most - begin + 1) % 3 == 0;
    bool bits = text[begin] == '.' || strcspn(text + begin, " ") >= 4;
    return begin == 2 && at > begin && at + 1 < n && text[at] == ' ' && text[at + 1] == ' ' && (pairs || bits) ? at : 0;
}

/* Behind ".... ..1. ", which says where in its bytes a field is. */
static const char *behind_bits(const char *value) {
    const char *at = value;
    bool dots = false;
    while (strspn(at, "01.") == 4 && at[4] == ' ') {
        dots |= memchr(at, '.', 4) != NULL;
        at += 5;
    }
    return dots ? at + strspn(at, " ") : value;
}

/* What four bytes say as a number; false if these are no four. */
static bool on_the_wire(const char *text, size_t n, unsigned *v) {
    unsigned b[4];
    int end = 0;
    bool four = n == 13 && sscanf(text + 2, "%2x %2x %2x %2x%n", &b[0], &b[1], &b[2], &b[3], &end) == 4 && end == 11;
    if (four)
        *v = b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3];
    return four;
}

/* "  c8 c9 5b fa   Sequence Number   0": the name, and what it says; the bytes where they say another number.
 * False: it is no such line. */
static bool field(page *p, const char *text, size_t n) {
    char line[ALOUD_WIDTH + 80];
    unsigned wire;
    size_t column = bytes_column(text, n);
    if (!column)
        return false;
    const char *name = text + column + strspn(text + column, " "), *gap = strstr(name, "  "), *end = text + n;
    const char *value = gap && gap < end ? behind_bits(gap + strspn(gap, " ")) : end;
    int length = (int)(value < end ? gap - name : end - name);
    length = length < ALOUD_WIDTH ? length : ALOUD_WIDTH;
    int used = snprintf(line, sizeof line, value < end ? "%.*s: %.*s" : "%.*s", length, name, (int)(end - value),
                        value);
    bool number = value < end && strspn(value, "0123456789") == (size_t)(end - value);
    if (number && on_the_wire(text, column, &wire) && wire != strtoul(value, NULL, 10))
        snprintf(line + used, sizeof line - (size_t)used, ", on the wire %u", wire);
    page_say(p, PAGE_PLAIN, "", line);
    return true;
}

static void one(page *p, const char *text, size_t n) {
    char line[ALOUD_WIDTH + 1];
    size_t used = 0;
    while (n && strchr(" -#", text[n - 1]))
        n--;
    if (field(p, text, n))
        return;
    for (size_t i = 0; i < n && used < ALOUD_WIDTH; i++)
        if (text[i] != ' ' || (used && line[used - 1] != ' '))
            line[used++] = text[i];
    line[used] = 0;
    if (!used)
        page_gap(p);
    else if (!is_bar(line))
        page_say(p, PAGE_PLAIN, "", line);
}

void aloud_lines(page *p, const char *text, size_t n) {
    for (const char *end = text + n; text < end; text += n + 1) {
        n = strcspn(text, "\n");
        one(p, text, n);
    }
}
