/* load.c - the traffic that the bench records: many small HTTP requests, short connections, tiny UDP.
 *
 *     load http ADDRESS PORT PATH THREADS CONNECTIONS REQUESTS
 *         CONNECTIONS in all, shared by THREADS; on each, REQUESTS for PATH, one after the other.  Connections
 *         come from 10.0.0.11 … 10.0.0.26 in turn, so that there are ports enough for 200,000 of them.
 *     load udp ADDRESS PORT SOCKETS COUNT BYTES
 *     load sink PORT
 *         takes the UDP messages and reads none: the machine throws away what finds no room. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SOURCES = 16 };

static void die(const char *what) {
    perror(what);
    exit(1);
}

static struct sockaddr_in address_of(const char *address, const char *port) {
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};
    if (inet_pton(AF_INET, address, &a.sin_addr) != 1)
        die(address);
    return a;
}

/* ---- HTTP ------------------------------------------------------------------------------- */

struct plan {
    struct sockaddr_in server;
    char request[256], last_request[256];  /* the last one asks to close */
    long requests;
    atomic_long left;                      /* connections still to be made */
};

static int connect_from(const struct plan *p, long number) {
    int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x0a00000b + (uint32_t)(number % SOURCES))};
    if (fd < 0)
        die("socket");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&from, sizeof from) || connect(fd, (struct sockaddr *)&p->server, sizeof p->server))
        die("connect");
    return fd;
}

/* Read one whole response, by its Content-Length. */
static void read_response(int fd, char *buf, size_t size) {
    size_t have = 0;
    char *body = NULL;
    while (!body) {
        ssize_t n = recv(fd, buf + have, size - 1 - have, 0);
        if (n <= 0)
            die("recv");
        have += (size_t)n;
        buf[have] = 0;
        body = strstr(buf, "\r\n\r\n");
    }
    const char *length = strstr(buf, "Content-Length: ");
    if (strncmp(buf, "HTTP/1.1 200", 12) != 0 || !length)
        die("not the expected response");
    long long left = atoll(length + 16) - (long long)(have - (size_t)(body + 4 - buf));
    while (left > 0) {
        ssize_t n = recv(fd, buf, (long long)size < left ? size : (size_t)left, 0);
        if (n <= 0)
            die("recv");
        left -= n;
    }
}

static void *client(void *plan) {
    struct plan *p = plan;
    static _Thread_local char buf[262144];
    long number;
    while ((number = atomic_fetch_sub(&p->left, 1)) > 0) {
        int fd = connect_from(p, number);
        for (long i = 1; i <= p->requests; i++) {
            const char *request = i < p->requests ? p->request : p->last_request;
            if (send(fd, request, strlen(request), MSG_NOSIGNAL) < 0)
                die("send");
            read_response(fd, buf, sizeof buf);
        }
        if (recv(fd, buf, sizeof buf, 0) != 0) /* the server closes first, and keeps the port in TIME_WAIT */
            die("recv");
        close(fd);
    }
    return NULL;
}

static int http(char **a) {
    struct plan p = {.server = address_of(a[0], a[1]), .requests = atol(a[5])};
    long threads = atol(a[3]);
    pthread_t thread[64];
    atomic_init(&p.left, atol(a[4]));
    snprintf(p.request, sizeof p.request, "GET %s HTTP/1.1\r\nHost: server.example\r\nUser-Agent: load\r\n\r\n", a[2]);
    snprintf(p.last_request, sizeof p.last_request,
             "GET %s HTTP/1.1\r\nHost: server.example\r\nUser-Agent: load\r\nConnection: close\r\n\r\n", a[2]);
    for (long i = 0; i < threads && i < 64; i++)
        if (pthread_create(&thread[i], NULL, client, &p))
            die("pthread_create");
    for (long i = 0; i < threads && i < 64; i++)
        pthread_join(thread[i], NULL);
    return 0;
}

/* ---- UDP -------------------------------------------------------------------------------- */

/* In bursts with a rest between them, so that whoever records keeps up. */
static int udp(char **a) {
    struct sockaddr_in to = address_of(a[0], a[1]);
    long sockets = atol(a[2]), count = atol(a[3]);
    size_t bytes = (size_t)atol(a[4]);
    char message[1500] = "0123456789abcdef";
    int fd[64];
    for (long i = 0; i < sockets && i < 64; i++) {
        fd[i] = socket(AF_INET, SOCK_DGRAM, 0);
        if (fd[i] < 0 || connect(fd[i], (struct sockaddr *)&to, sizeof to))
            die("connect");
    }
    for (long i = 0; i < count; i++) {
        if (send(fd[i % sockets], message, bytes, 0) < 0)
            die("send");
        if (i % 50 == 49)
            nanosleep(&(struct timespec){0, 200000}, NULL);
    }
    return 0;
}

static int sink(char **a) {
    struct sockaddr_in at = address_of("0.0.0.0", a[0]);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at))
        die("bind");
    pause();
    return 0;
}

int main(int argc, char **argv) {
    if (argc == 8 && strcmp(argv[1], "http") == 0)
        return http(argv + 2);
    if (argc == 7 && strcmp(argv[1], "udp") == 0)
        return udp(argv + 2);
    if (argc == 3 && strcmp(argv[1], "sink") == 0)
        return sink(argv + 2);
    fputs("usage: load http|udp|sink …; see load.c\n", stderr);
    return 2;
}
