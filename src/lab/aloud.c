/* aloud.c - what was printed for the eye, to be read aloud. */
#include "lab/aloud.h"

#include <string.h>

/* A bar has no words in it; what explains it begins with one of its signs, and says several shares in one line. */
static bool is_bar(const char *line) {
    const char *share = strstr(line, " %");
    size_t first = strcspn(line, " ");
    return (first == 1 && share && strstr(share + 2, " %")) || first > 60;
}

static void one(page *p, const char *text, size_t n) {
    char line[ALOUD_WIDTH + 1];
    size_t used = 0;
    while (n && strchr(" -#", text[n - 1]))
        n--;
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
