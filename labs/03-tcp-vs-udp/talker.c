/* talker.c - says numbered messages of equal length, one after the other at even distances, over TCP or UDP.
 *
 *     talker tcp|udp ADDRESS PORT MESSAGES BYTES [--nodelay]
 *
 * --nodelay: TCP may not hold back a short message until the one before it is acknowledged.
 *
 * Each message is a line that says its number and when it was said, so that the listener can tell how long it took:
 *     message 042 of 200, said at 0012345.678901 ....... */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { EVERY_MS = 5, LONGEST = 1000 };

typedef struct wish {
    struct sockaddr_in to;
    int tcp, nodelay;
    unsigned messages, bytes;
} wish;

static int problem(const char *what) {
    perror(what);
    return 1;
}

/* Both hosts of the lab are on this machine: they share its clock. */
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int read_wish(wish *w, int argc, char **argv) {
    *w = (wish){.to = {.sin_family = AF_INET}};
    if (argc < 6 || inet_pton(AF_INET, argv[2], &w->to.sin_addr) != 1)
        return 0;
    w->tcp = strcmp(argv[1], "tcp") == 0;
    w->to.sin_port = htons((unsigned short)atoi(argv[3]));
    w->messages = (unsigned)strtoul(argv[4], NULL, 10);
    w->bytes = (unsigned)strtoul(argv[5], NULL, 10);
    w->nodelay = argc > 6 && strcmp(argv[6], "--nodelay") == 0;
    return w->bytes >= 44 && w->bytes <= LONGEST;
}

/* Systems differ in how TCP decides how much it may send (congestion control).  The lab
 * takes CUBIC, which most have. */
static void choose_cubic(int s) {
    if (setsockopt(s, IPPROTO_TCP, TCP_CONGESTION, "cubic", strlen("cubic")) != 0)
        fprintf(stderr, "talker: no CUBIC here: the system's own congestion control is used\n");
}

static int open_socket(const wish *w) {
    int s = socket(AF_INET, w->tcp ? SOCK_STREAM : SOCK_DGRAM, 0), one = 1;
    if (s >= 0 && w->tcp)
        choose_cubic(s);
    if (s >= 0 && w->nodelay)
        setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    /* TCP: a SYN goes out, and this waits for the answer.  UDP: nothing is sent; only the address is remembered. */
    if (s < 0 || connect(s, (const struct sockaddr *)&w->to, sizeof w->to) != 0)
        return -1;
    return s;
}

static void write_message(char *out, unsigned number, const wish *w, double said) {
    memset(out, '.', w->bytes);
    int n = snprintf(out, w->bytes, "message %03u of %u, said at %014.6f", number, w->messages, said);
    out[n] = ' ';                          /* where snprintf put its NUL */
    out[w->bytes - 1] = '\n';
}

/* The first message is ready before the connection is: what connect() takes is a part of its delay. */
static int talk(int s, const wish *w, double ready) {
    char message[LONGEST];
    double begin = now();
    for (unsigned i = 1; i <= w->messages; i++) {
        double due = begin + (i - 1) * EVERY_MS / 1e3, early = due - now();
        if (early > 0)
            usleep((useconds_t)(early * 1e6));
        write_message(message, i, w, i == 1 ? ready : now());
        if (send(s, message, w->bytes, MSG_NOSIGNAL) < 0 && w->tcp)
            return problem("talker: send");
    }
    return 0;
}

/* TCP only: the other side answers when it has all of them.  Only then do we say that we are done (FIN). */
static void read_answer(int s) {
    char text[200];
    ssize_t n = recv(s, text, sizeof text, 0);
    if (n > 0)
        printf("the listener answers: %.*s", (int)n, text);
    shutdown(s, SHUT_WR);
    while (recv(s, text, sizeof text, 0) > 0)
        continue;
}

int main(int argc, char **argv) {
    wish w;
    if (!read_wish(&w, argc, argv)) {
        fprintf(stderr, "usage: talker tcp|udp ADDRESS PORT MESSAGES BYTES [--nodelay]\n");
        return 2;
    }
    double ready = now();
    int s = open_socket(&w);
    if (s < 0)
        return problem("talker: connect");
    int bad = talk(s, &w, ready);
    if (!bad)
        printf("%u messages said, %u bytes each\n", w.messages, w.bytes);
    if (!bad && w.tcp)
        read_answer(s);
    close(s);
    return bad;
}
