/* chat_server.c - a chat server with five ways to get the same messages.
 *
 *     chat_server PORT…              the same service at every port, so that ports tell the ways apart
 *
 * Somebody says something by POST /messages.  Who wants to hear it asks
 *
 *     GET /messages?after=7          at once: what is newer than message 7, or 204 if nothing is   (short polling)
 *     GET /messages?after=7&wait=9   the same, but held up to 9 seconds until there is something   (long polling)
 *     GET /events?after=7            text/event-stream, which never ends                           (SSE)
 *     GET /chat?after=7              Upgrade: websocket                                            (WebSocket)
 *
 * and may say by POST /seen, or in the WebSocket, what was seen.  One thread and poll(): a held request costs a file
 * descriptor and nothing else. */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CLIENTS = 64, MESSAGES = 1000, LONGEST = 200, ROOM = 8192 };

enum way { IDLE, HELD, EVENTS, WEBSOCKET };

struct client {
    int fd;                              /* 0: nobody */
    enum way way;
    unsigned seen;                       /* the last message that was sent to it */
    double until;                        /* HELD: when to answer anyway */
    char in[ROOM];
    size_t size;
};

static char messages[MESSAGES + 1][LONGEST];     /* JSON objects; the first is number 1 */
static unsigned count;
static struct client clients[CLIENTS];

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void hang_up(struct client *c) {
    close(c->fd);
    memset(c, 0, sizeof *c);
}

static void send_all(struct client *c, const char *p, size_t n) {
    while (n && c->fd) {
        ssize_t sent = send(c->fd, p, n, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            hang_up(c);
        else if (sent > 0) {
            p += sent;
            n -= (size_t)sent;
        }
    }
}

/* Head and body in one go: one segment, if it fits. */
static void respond(struct client *c, const char *status, const char *body) {
    char out[ROOM];
    int n = *body ? snprintf(out, sizeof out,
                             "HTTP/1.1 %s\r\nContent-Type: application/json\r\n"
                             "Cache-Control: no-store\r\nContent-Length: %zu\r\n\r\n%s", status, strlen(body), body)
                  : snprintf(out, sizeof out, "HTTP/1.1 %s\r\nCache-Control: no-store\r\n\r\n", status);
    send_all(c, out, (size_t)n);
}

/* All that is newer, as one JSON array. */
static void respond_with_news(struct client *c) {
    char body[ROOM - 512];
    size_t n = 0;
    while (c->seen < count && n + LONGEST + 2 < sizeof body) {
        c->seen++;
        n += (size_t)snprintf(body + n, sizeof body - n, "%c%s", n ? ',' : '[', messages[c->seen]);
    }
    snprintf(body + n, sizeof body - n, n ? "]" : "");
    respond(c, n ? "200 OK" : "204 No Content", body);
    c->way = IDLE;
}

/* An event is a few lines of text; HTTP/1.1 sends it as a chunk. */
static void send_event(struct client *c, unsigned i) {
    char event[LONGEST + 32], out[LONGEST + 64];
    int n = snprintf(event, sizeof event, "id: %u\ndata: %s\n\n", i, messages[i]);
    n = snprintf(out, sizeof out, "%x\r\n%s\r\n", (unsigned)n, event);
    send_all(c, out, (size_t)n);
}

/* A text frame, whole (FIN); what a server sends is not masked (RFC 6455 section 5.1). */
static void send_frame(struct client *c, unsigned i) {
    unsigned char out[LONGEST + 4] = {0x81};
    size_t n = strlen(messages[i]), head = 2;
    out[1] = (unsigned char)(n < 126 ? n : 126);
    if (n >= 126) {
        out[2] = (unsigned char)(n >> 8);
        out[3] = (unsigned char)n;
        head = 4;
    }
    memcpy(out + head, messages[i], n);
    send_all(c, (char *)out, head + n);
}

/* To everybody who waits for it. */
static void deliver(void) {
    for (struct client *c = clients; c < clients + CLIENTS; c++) {
        if (c->way == HELD && (c->seen < count || now() >= c->until))
            respond_with_news(c);
        while ((c->way == EVENTS || c->way == WEBSOCKET) && c->seen < count) {
            c->seen++;
            if (c->way == EVENTS)
                send_event(c, c->seen);
            else
                send_frame(c, c->seen);
        }
    }
}

/* Sec-WebSocket-Accept: the key and a fixed text, SHA-1, base64 (RFC 6455 section 4.2.2). */
static void accept_upgrade(struct client *c, const char *head) {
    char text[128], out[256];
    unsigned char hash[SHA_DIGEST_LENGTH], proof[64];
    const char *key = strstr(head, "Sec-WebSocket-Key: ");
    snprintf(text, sizeof text, "%.24s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key ? key + 19 : "");
    SHA1((unsigned char *)text, strlen(text), hash);
    EVP_EncodeBlock(proof, hash, sizeof hash);
    int n = snprintf(out, sizeof out,
                     "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Accept: %s\r\n\r\n", (char *)proof);
    c->way = WEBSOCKET;
    send_all(c, out, (size_t)n);
}

static void one_request(struct client *c, char *head, const char *body) {
    const char *after = strstr(head, "after="), *wait = strstr(head, "wait=");
    if (strncmp(head, "POST /messages ", 15) == 0) {
        if (count < MESSAGES)
            snprintf(messages[++count], LONGEST, "%s", body);
        respond(c, "204 No Content", "");
        return;
    }
    if (strncmp(head, "POST /seen ", 11) == 0) {
        respond(c, "204 No Content", "");
        return;
    }
    c->seen = after ? (unsigned)strtoul(after + 6, NULL, 10) : 0;
    if (strncmp(head, "GET /messages", 13) == 0) {
        c->way = HELD;
        c->until = now() + (wait ? strtod(wait + 5, NULL) : 0);
    } else if (strncmp(head, "GET /events", 11) == 0) {
        static const char start[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
                                    "Transfer-Encoding: chunked\r\n\r\n";
        c->way = EVENTS;
        send_all(c, start, sizeof start - 1);
    } else if (strncmp(head, "GET /chat", 9) == 0) {
        accept_upgrade(c, head);
    } else {
        respond(c, "404 Not Found", "");
    }
}

/* A client's frames: of what it has seen nothing is kept, but the one that closes is answered.  Each is short: two
 * bytes, the mask, and what is masked. */
static void look_at_frames(struct client *c) {
    size_t at = 0, n;
    while (c->size - at >= 2 && c->size - at >= (n = 6u + (c->in[at + 1] & 0x7f))) {
        if ((c->in[at] & 0x0f) == 8) {
            send_all(c, "\x88\x02\x03\xe8", 4);          /* closed, too: 1000 */
            if (c->fd)
                hang_up(c);
            return;
        }
        at += n;
    }
    c->size -= at;
    memmove(c->in, c->in + at, c->size);
}

/* Take whole requests from what has come. */
static void look(struct client *c) {
    char *end;
    if (c->way == WEBSOCKET) {
        look_at_frames(c);
        return;
    }
    while (c->fd && (end = memmem(c->in, c->size, "\r\n\r\n", 4)) != NULL) {
        char *body = end + 4, *length = memmem(c->in, (size_t)(end - c->in), "Content-Length: ", 16), kept;
        size_t more = length ? strtoul(length + 16, NULL, 10) : 0, have = c->size - (size_t)(body - c->in);
        if (more > have)
            return;
        kept = body[more];
        *end = 0;
        body[more] = 0;
        one_request(c, c->in, body);
        if (!c->fd)
            return;
        body[more] = kept;
        c->size = have - more;
        memmove(c->in, body + more, c->size);
    }
}

static int listener(int port) {
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&a, sizeof a) < 0 || listen(fd, 16) < 0) {
        perror("chat_server");
        exit(1);
    }
    return fd;
}

static void welcome(int fd) {
    int one = 1;
    for (struct client *c = clients; c < clients + CLIENTS; c++)
        if (!c->fd) {
            c->fd = fd;
            /* Small messages leave at once, not when the one before is acknowledged (Nagle). */
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            return;
        }
    close(fd);
}

static void hear(struct client *c) {
    ssize_t n = recv(c->fd, c->in + c->size, sizeof c->in - 1 - c->size, 0);
    if (n <= 0) {
        hang_up(c);
        return;
    }
    c->size += (size_t)n;
    look(c);
}

int main(int argc, char **argv) {
    struct pollfd fds[CLIENTS + 16];
    int ports = argc - 1 < 16 ? argc - 1 : 16, listeners[16];
    for (int i = 0; i < ports; i++)
        listeners[i] = listener(atoi(argv[i + 1]));
    for (;;) {
        int patience = -1;
        for (int i = 0; i < ports; i++)
            fds[i] = (struct pollfd){.fd = listeners[i], .events = POLLIN};
        for (int i = 0; i < CLIENTS; i++) {
            fds[ports + i] = (struct pollfd){.fd = clients[i].fd ? clients[i].fd : -1, .events = POLLIN};
            if (clients[i].way == HELD)
                patience = 20;           /* somebody's time may be up soon */
        }
        if (poll(fds, (nfds_t)(ports + CLIENTS), patience) < 0 && errno != EINTR)
            return 1;
        for (int i = 0; i < CLIENTS; i++)
            if (clients[i].fd && fds[ports + i].revents)
                hear(&clients[i]);
        for (int i = 0; i < ports; i++)
            if (fds[i].revents & POLLIN)
                welcome(accept(listeners[i], NULL, NULL));
        deliver();
    }
}
