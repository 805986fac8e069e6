/* listener.c - hears the talker's messages over TCP or UDP, and writes down when each was there.
 *
 *     listener tcp|udp PORT FILE
 *
 * FILE gets a line for each message: its number, and the milliseconds from when it was said until this program had read
 * it.  The last line is "end".  It ends when the last message was there; over UDP, which may lose that one, also after
 * a second in which nothing came. */
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 1000, ROOM = 65536 };

static int problem(const char *what) {
    perror(what);
    return 1;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* One whole message.  Was it the last? */
static int heard(const char *message, FILE *log) {
    unsigned number, all;
    double said;
    if (sscanf(message, "message %u of %u, said at %lf", &number, &all, &said) != 3)
        return 0;
    fprintf(log, "%u %.3f\n", number, (now() - said) * 1000);
    return number == all;
}

/* Over UDP what one recv() gives is what one send() was given: a message, whole, or nothing. */
static void hear_datagrams(int s, FILE *log) {
    char data[ROOM];
    struct pollfd p = {.fd = s, .events = POLLIN};
    int last = 0, patience = -1;                       /* the first may take its time */
    while (!last && poll(&p, 1, patience) > 0) {
        ssize_t n = recv(s, data, sizeof data - 1, 0);
        data[n > 0 ? n : 0] = 0;
        last = heard(data, log);
        patience = PATIENCE_MS;
    }
}

/* Over TCP there are only bytes.  One recv() may give half a message, or ten and a half: where one ends, the program
 * must know by itself.  Here every message ends with a new line. */
static void hear_stream(int c, FILE *log) {
    char data[ROOM];
    size_t have = 0;
    unsigned reads = 0;
    ssize_t n;
    int last = 0;
    while (!last && (n = recv(c, data + have, sizeof data - 1 - have, 0)) > 0) {
        reads++;
        have += (size_t)n;
        data[have] = 0;
        char *message = data, *end;
        while ((end = strchr(message, '\n')) != NULL) {
            last = heard(message, log);
            message = end + 1;
        }
        have -= (size_t)(message - data);
        memmove(data, message, have);
    }
    if (last)
        dprintf(c, "all messages are here, in order, from %u reads\n", reads);
    while (recv(c, data, sizeof data, 0) > 0)          /* until the talker's FIN */
        continue;
    close(c);
}

int main(int argc, char **argv) {
    int tcp = argc > 1 && strcmp(argv[1], "tcp") == 0, one = 1;
    FILE *log = argc > 3 ? fopen(argv[3], "w") : NULL;
    if (!log) {
        fprintf(stderr, "usage: listener tcp|udp PORT FILE\n");
        return 2;
    }
    int s = socket(AF_INET, tcp ? SOCK_STREAM : SOCK_DGRAM, 0);
    if (s < 0)
        return problem("listener: socket");
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[2]))};
    if (bind(s, (struct sockaddr *)&here, sizeof here) != 0)
        return problem("listener: bind");
    if (tcp && listen(s, 16) != 0)
        return problem("listener: listen");
    if (tcp)
        hear_stream(accept(s, NULL, NULL), log);
    else
        hear_datagrams(s, log);
    fprintf(log, "end\n");
    return fclose(log) == 0 ? 0 : problem("listener: log");
}
