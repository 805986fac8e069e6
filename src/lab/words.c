/* words.c - the new words of a lab.
 *
 * A README has a paragraph that begins with "**Words.**"; each new word in it is *emphasised*, and a link:
 * *[segment]*, with [segment]: ../glossary.md#segment at the end of the file.  The glossary has
 * <a id="segment"></a> in front of it. */
#include "lab/words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct checking {
    char *readme, *glossary;
    void (*fn)(void *, const char *);
    void *user;
} checking;

static char *read_file(const lab *l, const char *name) {
    enum { MOST = 1 << 20 };
    char path[600], *text = NULL;
    snprintf(path, sizeof path, "%s/%s", l->folder, name);
    FILE *f = fopen(path, "re");
    if (!f)
        return NULL;
    text = calloc(1, MOST);
    if (text)
        text[fread(text, 1, MOST - 1, f)] = 0;
    fclose(f);
    return text;
}

void words_place(const char *word, size_t n, char out[WORDS_ROOM]) {
    size_t used = 0;
    for (size_t i = 0; i < n && used + 1 < WORDS_ROOM; i++) {
        if (isalnum((unsigned char)word[i]))
            out[used++] = (char)tolower((unsigned char)word[i]);
        else if (strchr(" \n-", word[i]) && used && out[used - 1] != '-')
            out[used++] = '-';
    }
    out[used] = 0;
}

/* "*[Segment]*" or "*Segment*", without the stars. */
static void check_word(const checking *c, const char *word, size_t n) {
    char place[WORDS_ROOM], shown[WORDS_ROOM], anchor[WORDS_ROOM + 16], target[WORDS_ROOM + 24], text[500];
    bool linked = n > 2 && word[0] == '[' && word[n - 1] == ']';
    word += linked;
    n -= linked ? 2 : 0;
    words_place(word, n, place);
    snprintf(shown, sizeof shown, "%.*s", (int)(n < sizeof shown ? n : sizeof shown - 1), word);
    for (char *p = shown; *p; p++)
        *p = *p == '\n' ? ' ' : *p;
    snprintf(anchor, sizeof anchor, "<a id=\"%s\">", place);
    snprintf(target, sizeof target, "]: ../glossary.md#%s\n", place);
    if (!strstr(c->glossary, anchor))
        snprintf(text, sizeof text, "README.md: the new word %s is not in labs/glossary.md: %s</a>**%s**: ...", shown,
                 anchor, shown);
    else if (!linked || !strstr(c->readme, target))
        snprintf(text, sizeof text, "README.md: the new word %s leads nowhere: tests/tools/words.py writes the link",
                 shown);
    else
        return;
    c->fn(c->user, text);
}

/* Each emphasised word of the paragraph; two stars are strong, not new. */
static void check_paragraph(const checking *c, const char *p, const char *end) {
    while ((p = memchr(p, '*', (size_t)(end - p))) != NULL) {
        size_t stars = strspn(p, "*");
        const char *word = p + stars, *close = memchr(word, '*', (size_t)(end - word));
        if (!close)
            return;
        if (stars == 1)
            check_word(c, word, (size_t)(close - word));
        p = close + strspn(close, "*");
    }
}

void words_check(const lab *l, void (*fn)(void *user, const char *text), void *user) {
    checking c = {read_file(l, "README.md"), read_file(l, "../glossary.md"), fn, user};
    const char *begin = c.readme ? strstr(c.readme, "**Words.**") : NULL;
    if (c.glossary && !c.readme)
        fn(user, "README.md is missing");
    else if (c.glossary && !begin)
        fn(user, "README.md has no paragraph **Words.** with the new words");
    else if (c.glossary) {
        const char *end = strstr(begin, "\n\n");
        check_paragraph(&c, begin + 10, end ? end : begin + strlen(begin));
    }
    free(c.readme);
    free(c.glossary);
}
