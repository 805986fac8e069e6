/* page.c - what a lab says, on a terminal. */
#include "lab/page.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "print/escape.h"

static const char *begin_of(page *p, enum page_style style) {
    static const char *const codes[] = {"", "\033[1m", "\033[1;32m", "\033[1;31m", "\033[2m"};
    if (p->contrast)
        return p->color && style != PAGE_QUIET && style != PAGE_PLAIN ? codes[PAGE_TITLE] : "";
    return p->color ? codes[style] : "";
}

static const char *end_of(page *p, enum page_style style) { return p->color && style != PAGE_PLAIN ? "\033[0m" : ""; }

void page_seen(page *p) { p->used = 0; }

/* What the learner would pass by, in one line. */
static void tell_offered(page *p) {
    const char *first = p->begun ? "More of: " : "Next: ";
    size_t n = strlen(p->offered), room = p->width > 40 ? p->width - 10 : 30;
    while (n && wt_columns(p->offered, n) > room)
        n--;
    while (n < strlen(p->offered) && ((unsigned char)p->offered[n] & 0xc0) == 0x80)
        n--;
    fprintf(p->to, "%s%.*s\n", first, (int)n, p->offered);
}

/* Wait until the screen has been read, or enough of what is offered. */
static void screen_read(page *p) {
    char key[80] = "";
    if (p->offered)
        tell_offered(p);
    fputs(p->offered ? "-- Enter shows it; q and Enter pass it by -- " : "-- Enter shows more -- ", p->to);
    fflush(p->to);
    if (!fgets(key, sizeof key, p->in))
        p->rows = 0;
    p->passed = p->offered && key[0] == 'q';
    p->used = p->blank && p->rows;         /* an empty line parts screens, too */
    if (p->used)
        fputc('\n', p->to);
}

static bool screen_full(const page *p) { return p->rows && !p->under && p->used + 2 >= p->rows; }

static void new_line(page *p) {
    fputc('\n', p->to);
    if (p->rows && !p->under)
        p->used++;
    p->begun = p->begun || !p->under;
    if (screen_full(p) && !p->last)
        screen_read(p);
}

void page_offer(page *p, const char *title) {
    p->offered = title;
    p->begun = p->passed = false;
}

static bool silent(const page *p) { return !p->to || p->passed; }

/* `ends`: nothing is offered behind these lines; so none is waited for after the last. */
static void put_lines(page *p, const char *text, size_t n, bool ends) {
    const char *end = text + n;
    p->blank = false;
    while (text < end && !p->passed) {
        size_t line = strcspn(text, "\n");
        line = line > (size_t)(end - text) ? (size_t)(end - text) : line;
        fwrite(text, 1, line, p->to);
        p->last = ends && text + line + 1 >= end;
        new_line(p);
        text += line + 1;
    }
    p->last = false;
}

void page_hold(page *p) {
    FILE *to = p->to && !p->under ? open_memstream(&p->held, &p->held_size) : NULL;
    if (!p->holds++)
        p->before = p->blank;
    if (!to)
        return;
    p->under = p->to;
    p->to = to;
}

void page_release(page *p) {
    bool blank = p->blank;
    unsigned lines = 0;
    size_t whole = 0;                      /* up to the last line's end; an end of colour may follow it */
    if (--p->holds || !p->under)
        return;
    fclose(p->to);
    p->to = p->under;
    p->under = NULL;
    for (size_t i = 0; i < p->held_size; i++)
        if (p->held[i] == '\n') {
            whole = i + 1;
            lines++;
        }
    p->blank = p->before;
    if (p->used && (screen_full(p) || (p->rows && p->used + lines + 2 >= p->rows && lines + 2 < p->rows)))
        screen_read(p);
    put_lines(p, p->held, whole, p->offered != NULL);
    fwrite(p->held + whole, 1, p->held_size - whole, p->to);
    free(p->held);
    p->held = NULL;
    p->blank = blank;
}

/* A word that no line has room for (a key's digits) goes on in the next one: how many bytes of it this one has. */
static size_t breakable(const char *text, size_t n, unsigned room) {
    if (n <= room || wt_columns(text, n) <= room)
        return n;
    for (n = room; n > 1 && ((unsigned char)text[n] & 0xc0) == 0x80;)
        n--;
    size_t colon = n;
    while (colon > n / 2 && text[colon - 1] != ':')
        colon--;
    return colon > n / 2 ? colon : n;
}

/* One paragraph's words, up to `end`. */
static void wrap(page *p, const char *text, const char *end, unsigned indent, unsigned column) {
    bool fresh = true;
    while (text < end && !p->passed) {
        while (text < end && (*text == ' ' || *text == '\n'))
            text++;
        if (text >= end)
            break;
        size_t n = strcspn(text, " \n");
        n = n > (size_t)(end - text) ? (size_t)(end - text) : n;
        n = breakable(text, n, p->width > indent ? p->width - indent : 1);
        unsigned columns = wt_columns(text, n);
        if (!fresh && column + 1 + columns > p->width) {
            new_line(p);
            fprintf(p->to, "%*s", (int)indent, "");
            column = indent;
            fresh = true;
        }
        fprintf(p->to, "%s%.*s", fresh ? "" : " ", (int)n, text);
        column += columns + !fresh;
        fresh = false;
        text += n;
    }
    if (!p->passed)
        new_line(p);
}

static const char *paragraph_end(const char *text) {
    while (*text && !(text[0] == '\n' && (text[1] == '\n' || text[1] == 0 || strncmp(text + 1, "    ", 4) == 0)))
        text++;
    return text;
}

static void say(page *p, enum page_style style, const char *first, const char *text) {
    p->blank = false;
    unsigned indent = wt_columns(first, strlen(first));
    bool begun = false;
    fputs(begin_of(p, style), p->to);
    while (*text && !p->passed) {
        const char *end = strncmp(text, "    ", 4) == 0 ? text + strcspn(text, "\n") : paragraph_end(text);
        if (begun)
            fprintf(p->to, "%*s", (int)indent, "");
        else
            fputs(first, p->to);
        if (strncmp(text, "    ", 4) == 0)
            page_lines(p, text, (size_t)(end - text));
        else
            wrap(p, text, end, indent, indent);
        begun = true;
        text = *end ? end + 1 : end;
        if (*text == '\n') {
            new_line(p);
            text += strspn(text, "\n");
        }
    }
    fputs(end_of(p, style), p->to);
}

/* Where screens are turned, what is said in one go stays on one. */
void page_say(page *p, enum page_style style, const char *first, const char *text) {
    bool whole = p->rows && !p->under;
    if (silent(p) || !text || !*text)
        return;
    if (whole)
        page_hold(p);
    say(p, style, first, text);
    if (whole)
        page_release(p);
}

void page_gap(page *p) {
    if (silent(p))
        return;
    bool blank = p->blank;
    p->blank = true;
    if (!blank)
        new_line(p);
}

void page_heading(page *p, const char *format, ...) {
    char text[300];
    va_list ap;
    if (silent(p))
        return;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    page_gap(p);
    p->blank = false;
    fprintf(p->to, "%s%s%s", begin_of(p, PAGE_TITLE), text, end_of(p, PAGE_TITLE));
    new_line(p);
    unsigned columns = wt_columns(text, strlen(text));
    for (unsigned i = 0; !p->prose && i < columns && i < p->width; i++)
        fputs("─", p->to);
    if (!p->prose)
        new_line(p);
}

void page_lines(page *p, const char *text, size_t n) { put_lines(p, text, n, false); }

void page_output(page *p, const char *text) {
    wt_out *o = silent(p) ? NULL : wt_out_new(-1);
    size_t size;
    p->blank = false;
    while (o && *text) {
        size_t n = strcspn(text, "\n");
        wt_out_clear(o);
        wt_escape(o, WT_ESC_TERMINAL, text, n);
        const char *safe = wt_out_memory(o, &size);
        fputs("    ", p->to);
        if (size && wt_columns(safe, size) + 4 > p->width)
            wrap(p, safe, safe + size, 4, 4);
        else if (size)
            page_lines(p, safe, size);
        else
            new_line(p);
        text += n + (text[n] == '\n');
    }
    wt_out_free(o);
}
