/* load.c - the traffic that the bench records: many small HTTP requests, short connections, TLS, WebSocket, tiny UDP.
 *
 *     load http ADDRESS PORT PATH THREADS CONNECTIONS REQUESTS [KEYLOG]
 *         CONNECTIONS in all, shared by THREADS; on each, REQUESTS for PATH, one after the other.  Connections
 *         come from 10.0.0.11 … 10.0.0.26 in turn, so that there are ports enough for 200,000 of them.
 *         With KEYLOG over TLS 1.3 (AES-128-GCM), none resumed; the secrets are appended to that file.
 *     load websocket ADDRESS PORT CONNECTIONS MESSAGES
 *         on each connection MESSAGES of text, each awaited back
 *     load echo PORT
 *         the server for that
 *     load udp ADDRESS PORT SOCKETS COUNT BYTES
 *     load sink PORT
 *         takes the UDP messages and reads none: the machine throws away what finds no room. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
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

static int dial(const struct sockaddr_in *server, long number) {
    int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in from = {.sin_family = AF_INET,
                               .sin_addr.s_addr = htonl(0x0a00000b + (uint32_t)(number % SOURCES))};
    if (fd < 0)
        die("socket");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&from, sizeof from) || connect(fd, (const struct sockaddr *)server, sizeof *server))
        die("connect");
    return fd;
}

static void run_threads(long n, void *(*work)(void *), void *plan) {
    pthread_t thread[64];
    for (long i = 0; i < n && i < 64; i++)
        if (pthread_create(&thread[i], NULL, work, plan))
            die("pthread_create");
    for (long i = 0; i < n && i < 64; i++)
        pthread_join(thread[i], NULL);
}

/* ---- HTTP, in the clear or over TLS ------------------------------------------------------ */

struct plan {
    struct sockaddr_in server;
    char request[256], last_request[256];  /* the last one asks to close */
    long requests;
    atomic_long left;                      /* connections still to be made */
    SSL_CTX *tls;                          /* NULL: in the clear */
};

struct line {
    int fd;
    SSL *tls;
};

static FILE *keylog;

static void log_secret(const SSL *tls, const char *secret) {
    (void)tls;
    fprintf(keylog, "%s\n", secret);
}

static SSL_CTX *tls_client(const char *path) {
    SSL_CTX *c = SSL_CTX_new(TLS_client_method());
    keylog = fopen(path, "a");
    if (!keylog || !c || SSL_CTX_set_ciphersuites(c, "TLS_AES_128_GCM_SHA256") != 1)
        die(path);
    SSL_CTX_set_min_proto_version(c, TLS1_3_VERSION);
    SSL_CTX_set_session_cache_mode(c, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_keylog_callback(c, log_secret);
    return c;
}

static struct line open_line(const struct plan *p, long number) {
    struct line l = {.fd = dial(&p->server, number)};
    if (!p->tls)
        return l;
    l.tls = SSL_new(p->tls);
    if (!l.tls || !SSL_set_fd(l.tls, l.fd) || !SSL_set_tlsext_host_name(l.tls, "server.example") ||
        SSL_connect(l.tls) != 1)
        die("TLS");
    return l;
}

static long receive(struct line l, char *buf, size_t size) {
    return l.tls ? SSL_read(l.tls, buf, (int)size) : recv(l.fd, buf, size, 0);
}

static void transmit(struct line l, const char *text) {
    size_t n = strlen(text);
    if ((l.tls ? SSL_write(l.tls, text, (int)n) : send(l.fd, text, n, MSG_NOSIGNAL)) != (ssize_t)n)
        die("send");
}

/* The server closes first, and keeps the port in TIME_WAIT. */
static void close_line(struct line l, char *buf, size_t size) {
    if (receive(l, buf, size) > 0)
        die("more than the response");
    if (l.tls)
        SSL_free(l.tls);
    close(l.fd);
}

/* Read one whole response, by its Content-Length. */
static void read_response(struct line l, char *buf, size_t size) {
    size_t have = 0;
    char *body = NULL;
    while (!body) {
        long n = receive(l, buf + have, size - 1 - have);
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
        long n = receive(l, buf, (long long)size < left ? size : (size_t)left);
        if (n <= 0)
            die("recv");
        left -= n;
    }
}

static void *http_client(void *plan) {
    struct plan *p = plan;
    static _Thread_local char buf[262144];
    long number;
    while ((number = atomic_fetch_sub(&p->left, 1)) > 0) {
        struct line l = open_line(p, number);
        for (long i = 1; i <= p->requests; i++) {
            transmit(l, i < p->requests ? p->request : p->last_request);
            read_response(l, buf, sizeof buf);
        }
        close_line(l, buf, sizeof buf);
    }
    return NULL;
}

static int http(char **a) {
    struct plan p = {.server = address_of(a[0], a[1]), .requests = atol(a[5]), .tls = a[6] ? tls_client(a[6]) : NULL};
    atomic_init(&p.left, atol(a[4]));
    snprintf(p.request, sizeof p.request, "GET %s HTTP/1.1\r\nHost: server.example\r\nUser-Agent: load\r\n\r\n", a[2]);
    snprintf(p.last_request, sizeof p.last_request,
             "GET %s HTTP/1.1\r\nHost: server.example\r\nUser-Agent: load\r\nConnection: close\r\n\r\n", a[2]);
    run_threads(atol(a[3]), http_client, &p);
    if (keylog && fclose(keylog))
        die(a[6]);
    return 0;
}

/* ---- WebSocket --------------------------------------------------------------------------- */

/* Exactly n bytes; false when the other end has closed. */
static int read_all(int fd, void *to, size_t n) {
    char *p = to;
    while (n) {
        ssize_t got = recv(fd, p, n, 0);
        if (got <= 0)
            return 0;
        p += got;
        n -= (size_t)got;
    }
    return 1;
}

/* One head, up to its empty line. */
static int read_head(int fd, char *buf, size_t size) {
    for (size_t n = 0; n + 1 < size; n++) {
        if (!read_all(fd, buf + n, 1))
            return 0;
        buf[n + 1] = 0;
        if (n >= 3 && memcmp(buf + n - 3, "\r\n\r\n", 4) == 0)
            return 1;
    }
    return 0;
}

struct talk {
    struct sockaddr_in server;
    long messages;
    atomic_long number;
};

static void *websocket_client(void *plan) {
    static const char head[] =
        "GET /echo HTTP/1.1\r\nHost: server.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    struct talk *p = plan;
    int fd = dial(&p->server, atomic_fetch_add(&p->number, 1));
    char buf[1024];
    if (send(fd, head, sizeof head - 1, MSG_NOSIGNAL) < 0 || !read_head(fd, buf, sizeof buf))
        die("upgrade");
    for (long i = 0; i < p->messages; i++) {
        uint8_t message[128] = {0x81, 0, 0x12, 0x34, 0x56, (uint8_t)i};
        int n = snprintf((char *)message + 6, sizeof message - 6, "Message number %ld asks to be sent back.", i);
        message[1] = (uint8_t)(0x80 | n);
        for (int at = 0; at < n; at++)
            message[6 + at] ^= message[2 + at % 4];
        if (send(fd, message, (size_t)n + 6, MSG_NOSIGNAL) < 0 || !read_all(fd, buf, (size_t)n + 2))
            die("echo");
    }
    static const uint8_t close_frame[] = {0x88, 0x82, 1, 2, 3, 4, 0x03 ^ 1, 0xe8 ^ 2};
    if (send(fd, close_frame, sizeof close_frame, MSG_NOSIGNAL) < 0 || !read_all(fd, buf, 4))
        die("close");
    close(fd);
    return NULL;
}

static int websocket(char **a) {
    struct talk p = {.server = address_of(a[0], a[1]), .messages = atol(a[3])};
    run_threads(atol(a[2]), websocket_client, &p);
    return 0;
}

static void accept_value(const char *key, char *out) {
    uint8_t joined[64], hash[EVP_MAX_MD_SIZE];
    unsigned n;
    snprintf((char *)joined, sizeof joined, "%.24s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
    EVP_Digest(joined, strlen((char *)joined), hash, &n, EVP_sha1(), NULL);
    EVP_EncodeBlock((uint8_t *)out, hash, (int)n);
}

static void *echo_one(void *socket) {
    int fd = *(int *)socket;
    char head[1024], answer[256], accept[64];
    uint8_t message[256];
    free(socket);
    const char *key = read_head(fd, head, sizeof head) ? strstr(head, "Sec-WebSocket-Key: ") : NULL;
    if (!key)
        die("head");
    accept_value(key + 19, accept);
    int n = snprintf(answer, sizeof answer,
                     "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Accept: %s\r\n\r\n",
                     accept);
    if (send(fd, answer, (size_t)n, MSG_NOSIGNAL) < 0)
        die("send");
    while (read_all(fd, message, 6)) {     /* two bytes, then the four of the mask */
        size_t size = message[1] & 0x7f;
        uint8_t mask[4];
        memcpy(mask, message + 2, 4);
        if (size > 125 || !read_all(fd, message + 2, size))
            die("message");
        for (size_t at = 0; at < size; at++)
            message[2 + at] ^= mask[at % 4];
        message[1] = (uint8_t)size;
        if (send(fd, message, size + 2, MSG_NOSIGNAL) < 0 || (message[0] & 0x0f) == 8)
            break;
    }
    close(fd);
    return NULL;
}

static void echo(char **a) {
    struct sockaddr_in at = address_of("0.0.0.0", a[0]);
    int on = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&at, sizeof at) || listen(listener, 64))
        die("listen");
    for (;;) {
        pthread_t thread;
        int *fd = malloc(sizeof *fd);
        if (!fd || (*fd = accept(listener, NULL, NULL)) < 0)
            die("accept");
        setsockopt(*fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (pthread_create(&thread, NULL, echo_one, fd))
            die("pthread_create");
        pthread_detach(thread);
    }
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
    if ((argc == 8 || argc == 9) && strcmp(argv[1], "http") == 0)
        return http(argv + 2);
    if (argc == 6 && strcmp(argv[1], "websocket") == 0)
        return websocket(argv + 2);
    if (argc == 3 && strcmp(argv[1], "echo") == 0)
        echo(argv + 2);
    if (argc == 7 && strcmp(argv[1], "udp") == 0)
        return udp(argv + 2);
    if (argc == 3 && strcmp(argv[1], "sink") == 0)
        return sink(argv + 2);
    fputs("usage: load http|websocket|echo|udp|sink …; see load.c\n", stderr);
    return 2;
}
