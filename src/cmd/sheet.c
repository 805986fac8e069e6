/* sheet.c - pages of explanation. */
#include "cmd/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "print/escape.h"

int output_width(void) {
    struct winsize w;
    return isatty(1) && ioctl(1, TIOCGWINSZ, &w) == 0 && w.ws_col >= 40 ? w.ws_col : 100;
}

bool output_color(void) {
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(1) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

sheet sheet_on_output(void) {
    int width = output_width();
    return (sheet){.width = (unsigned)(width < 100 ? width : 100), .color = output_color()};
}

void sheet_style(const sheet *s, const char *code) {
    if (s->color)
        printf("\x1b[%sm", code);
}

void sheet_words(const sheet *s, const char *text, unsigned used, unsigned from) {
    bool first = true;
    while (*text) {
        size_t n = strcspn(text, " ");
        unsigned columns = wt_columns(text, n);
        if (!first && used + 1 + columns > s->width) {
            printf("\n%*s", (int)from, "");
            used = from;
        } else if (!first) {
            putchar(' ');
            used++;
        }
        fwrite(text, 1, n, stdout);
        used += columns;
        first = false;
        text += n;
        text += *text == ' ';
    }
    putchar('\n');
}

unsigned sheet_cell(const char *text, unsigned columns) {
    unsigned used = wt_columns(text, strlen(text));
    unsigned gap = used < columns ? columns - used : 2;
    printf("%s%*s", text, (int)gap, "");
    return used + gap;
}

void sheet_entry(const sheet *s, const char *name, const char *text) {
    sheet_style(s, "2");
    printf("  ");
    sheet_cell(name, 12);
    sheet_style(s, "0");
    sheet_words(s, text, 14, 14);
}
