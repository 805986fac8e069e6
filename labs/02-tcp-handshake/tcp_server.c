/* tcp_server.c - takes connections, one after the other: counts what comes until the client is
 * done, says how much it was, closes.
 *
 *     tcp_server PORT [--mss BYTES] [--never-accept]
 *
 * --mss: announce this maximum segment size.  --never-accept: listen, with the shortest queue there is, and never take
 * a connection out of it: what an overloaded server looks like from outside. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/tcp.h>
#include <unistd.h>

static int problem(const char *what) {
    perror(what);
    return 1;
}

static void serve(int c) {
    char data[4096], answer[64];
    size_t total = 0;
    ssize_t n;
    while ((n = recv(c, data, sizeof data, 0)) > 0)    /* 0: the client's FIN came */
        total += (size_t)n;
    int length = snprintf(answer, sizeof answer, "%zu bytes arrived\n", total);
    send(c, answer, (size_t)length, MSG_NOSIGNAL);
    close(c);                                          /* our own FIN */
}

int main(int argc, char **argv) {
    int mss = 0, never_accept = 0, one = 1;
    if (argc < 2) {
        fprintf(stderr, "usage: tcp_server PORT [--mss BYTES] [--never-accept]\n");
        return 2;
    }
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--never-accept") == 0)
            never_accept = 1;
        else if (strcmp(argv[i], "--mss") == 0 && i + 1 < argc)
            mss = atoi(argv[++i]);
    }

    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s < 0)
        return problem("tcp_server: socket");
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (mss && setsockopt(s, IPPROTO_TCP, TCP_MAXSEG, &mss, sizeof mss) != 0)
        return problem("tcp_server: maximum segment size");

    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1]))};
    if (bind(s, (struct sockaddr *)&here, sizeof here) != 0)
        return problem("tcp_server: bind");

    /* From now on the kernel does handshakes by itself.  Finished connections wait in a
     * queue until accept() takes them. */
    if (listen(s, never_accept ? 0 : 16) != 0)
        return problem("tcp_server: listen");
    if (never_accept)
        pause();
    for (;;) {
        int c = accept(s, NULL, NULL);
        if (c < 0)
            return problem("tcp_server: accept");
        serve(c);
    }
}
