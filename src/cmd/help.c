/* help.c - a page of help, in lines that fit the terminal. */
#include "cmd/help.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "cmd/sheet.h"
#include "print/escape.h"

/* Pages are written in lines of 120; what an option does begins in column 23, and wants 24 beside its name.  Lines that
 * begin further right than column 8 go on with what was begun. */
enum { WRITTEN = 120, MEANING = 23, NARROW = 24, STEP = 4, FURTHER = 8 };

typedef struct help {
    FILE *to;
    unsigned width, column;
    unsigned hang;                   /* where the next line begins */
    bool fresh;                      /* no word is on this line yet */
    bool prose;                      /* what was begun is no example and no option */
} help;

static void next_line(help *h) {
    fprintf(h->to, "\n%*s", (int)h->hang, "");
    h->column = h->hang;
    h->fresh = true;
}

static void words(help *h, const char *p, const char *end) {
    while (p < end) {
        size_t n = strcspn(p, " \n");
        unsigned wide = wt_columns(p, n);
        if (!h->fresh && h->column + 1 + wide > h->width)
            next_line(h);
        else if (!h->fresh)
            h->column += fputc(' ', h->to) == ' ';
        fwrite(p, 1, n, h->to);
        h->column += wide;
        h->fresh = false;
        p += n + strspn(p + n, " ");
    }
}

/* Where a line begins to say what an option or example is for, behind a gap; 0 if it does
 * not.  Text has two blanks, too. */
static size_t meaning(const char *line, const char *end, size_t indent) {
    const char *gap = memmem(line + indent, (size_t)(end - line) - indent, "    ", indent ? 2 : 4);
    if (gap)
        return (size_t)(gap - line) + strspn(gap, " ");
    return indent && end - line > MEANING && line[MEANING - 1] == ' ' ? MEANING : 0;
}

static void begin(help *h, const char *line, const char *end) {
    size_t indent = strspn(line, " "), at = meaning(line, end, indent), head = at ? at : indent;
    h->column = wt_columns(line, head);
    h->prose = !indent;
    h->hang = at ? h->column : indent ? (unsigned)indent + STEP : 0;
    h->fresh = true;
    if (at && h->hang + NARROW > h->width && wt_columns(line, (size_t)(end - line)) > h->width) {
        h->hang = (unsigned)indent + STEP;
        while (line[at - 1] == ' ')
            at--;
        fwrite(line, 1, at, h->to);
        next_line(h);
    } else {
        fwrite(line, 1, head, h->to);
    }
    words(h, line + head, end);
}

void help_print(const char *page, FILE *to) {
    help h = {.to = to, .width = isatty(fileno(to)) ? (unsigned)output_width() : WRITTEN};
    if (h.width >= WRITTEN) {
        fputs(page, to);
        return;
    }
    for (const char *line = page, *end; (end = strchr(line, '\n')); line = end + 1) {
        size_t indent = strspn(line, " ");
        bool goes_on = line < end && (indent ? indent > FURTHER : h.prose);
        if (goes_on) {
            words(&h, line + indent, end);
            continue;
        }
        fputs(line > page ? "\n" : "", to);
        h.prose = false;
        if (line < end)
            begin(&h, line, end);
    }
    fputc('\n', to);
}
