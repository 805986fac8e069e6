/* delays.c - draws what a listener has written down: one sign for each message.
 *
 *     delays FILE MESSAGES DELAY
 *
 * DELAY: the milliseconds that the cable takes.  . was there at most 10 ms after that, o later, x never. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 1000, A_LINE = 50, PATIENCE = 500, ALLOWED_MS = 10 };

typedef struct log {
    double delay[MOST + 1];              /* milliseconds; -1: it never came */
    double sorted[MOST];
    unsigned came, late, disordered;
} log;

/* 1: all was read; 0: the listener is still writing. */
static int read_log(const char *path, log *l, unsigned messages, double limit) {
    char line[100];
    unsigned number, before = 0;
    double delay;
    int whole = 0;
    FILE *f = fopen(path, "r");
    memset(l, 0, sizeof *l);
    for (unsigned i = 0; i <= MOST; i++)
        l->delay[i] = -1;
    while (f && fgets(line, sizeof line, f)) {
        whole = strcmp(line, "end\n") == 0;
        if (sscanf(line, "%u %lf", &number, &delay) != 2 || number > messages || l->came == MOST)
            continue;
        l->delay[number] = delay;
        l->sorted[l->came++] = delay;
        l->late += delay > limit;
        l->disordered += number < before;
        before = number;
    }
    if (f)
        fclose(f);
    return whole;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void draw(const log *l, unsigned messages, double limit) {
    for (unsigned first = 1; first <= messages; first += A_LINE) {
        printf("%3u ", first);
        for (unsigned i = first; i < first + A_LINE && i <= messages; i++)
            putchar(l->delay[i] < 0 ? 'x' : l->delay[i] > limit ? 'o' : '.');
        putchar('\n');
    }
    printf("(. within %.0f ms, o later, x never)\n", limit);
}

int main(int argc, char **argv) {
    static log l;
    unsigned messages = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
    double limit = argc > 3 ? strtod(argv[3], NULL) + ALLOWED_MS : 0;
    if (!messages || messages > MOST) {
        fprintf(stderr, "usage: delays FILE MESSAGES DELAY\n");
        return 2;
    }
    for (int i = 0; !read_log(argv[1], &l, messages, limit); i++) {
        if (i == PATIENCE) {
            fprintf(stderr, "delays: the listener has not ended\n");
            return 1;
        }
        usleep(10000);
    }
    qsort(l.sorted, l.came, sizeof *l.sorted, by_size);
    draw(&l, messages, limit);
    printf("%u of %u messages came, %s", l.came, messages, l.disordered ? "not in order" : "in order");
    if (l.came)
        printf("; delay %.1f ms in the middle, %.1f at worst; %u late", l.sorted[l.came / 2], l.sorted[l.came - 1],
               l.late);
    printf("\n");
    return 0;
}
