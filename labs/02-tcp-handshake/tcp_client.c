/* tcp_client.c - opens one TCP connection, sends some bytes, says that it is done, reads the answer, closes.
 *
 *     tcp_client ADDRESS PORT BYTES [--patience SECONDS] [--hold]
 *
 * --patience: give up after that long without an answer.  --hold: once connected, do nothing and stay. */
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 100000 };

typedef struct wish {
    struct sockaddr_in to;
    size_t bytes;
    int patience_s;
    int hold;
} wish;

static int usage(void) {
    fprintf(stderr, "usage: tcp_client ADDRESS PORT BYTES [--patience SECONDS] [--hold]\n");
    return 2;
}

static int read_wish(wish *w, int argc, char **argv) {
    *w = (wish){.to = {.sin_family = AF_INET}, .patience_s = 30};
    if (argc < 4 || inet_pton(AF_INET, argv[1], &w->to.sin_addr) != 1)
        return 0;
    w->to.sin_port = htons((unsigned short)atoi(argv[2]));
    w->bytes = strtoul(argv[3], NULL, 10);
    for (int i = 4; i < argc; i++) {
        if (strcmp(argv[i], "--hold") == 0)
            w->hold = 1;
        else if (strcmp(argv[i], "--patience") == 0 && i + 1 < argc)
            w->patience_s = atoi(argv[++i]);
        else
            return 0;
    }
    return w->bytes <= MOST;
}

/* connect() sends the SYN and returns when the answer is there.  To be able to give up earlier than the system would,
 * we ask it not to wait, and wait ourselves. */
static int open_connection(const wish *w) {
    int s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), error = 0;
    socklen_t size = sizeof error;
    if (s < 0 || (connect(s, (const struct sockaddr *)&w->to, sizeof w->to) != 0 && errno != EINPROGRESS)) {
        perror("tcp_client: connect");
        return -1;
    }
    struct pollfd p = {.fd = s, .events = POLLOUT};
    if (poll(&p, 1, w->patience_s * 1000) == 0) {
        printf("no answer in %d seconds: given up\n", w->patience_s);
        close(s);
        return -1;
    }
    getsockopt(s, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error) {
        printf("%s\n", error == ECONNREFUSED ? "connection refused: a RST came back" : strerror(error));
        close(s);
        return -1;
    }
    printf("connected\n");
    fflush(stdout);
    return s;
}

/* All bytes, however many pieces it takes: TCP is a stream, and write() may take only a part. */
static int send_all(int s, size_t bytes) {
    static char data[MOST];
    memset(data, 'w', bytes);
    for (size_t done = 0; done < bytes;) {
        struct pollfd p = {.fd = s, .events = POLLOUT};
        poll(&p, 1, -1);
        ssize_t n = send(s, data + done, bytes - done, MSG_NOSIGNAL);
        if (n < 0 && errno != EAGAIN) {
            perror("tcp_client: send");
            return 0;
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return 1;
}

static void read_answer(int s) {
    char text[256];
    for (;;) {
        struct pollfd p = {.fd = s, .events = POLLIN};
        poll(&p, 1, -1);
        ssize_t n = recv(s, text, sizeof text, 0);
        if (n <= 0)                        /* 0: the other side is done, too (its FIN came) */
            return;
        printf("the server says: %.*s", (int)n, text);
    }
}

int main(int argc, char **argv) {
    wish w;
    if (!read_wish(&w, argc, argv))
        return usage();
    int s = open_connection(&w);           /* SYN, SYN+ACK, ACK */
    if (s < 0)
        return 1;
    if (w.hold)
        pause();
    if (!send_all(s, w.bytes))
        return 1;
    shutdown(s, SHUT_WR);                  /* FIN: no more from me; I still listen */
    read_answer(s);
    close(s);
    return 0;
}
