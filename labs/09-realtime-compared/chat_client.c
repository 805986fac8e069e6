/* chat_client.c - get a chat's messages in one of six ways.
 *
 *     chat_client SERVER PORT WAY --after N --count N [--every MS] [--hold SECONDS]
 *
 *     short      ask every MS milliseconds, get what is there
 *     long       ask, and be answered when there is something
 *     sse        ask once, and be told for ever
 *     sse-post   the same, and for each message a POST on a second connection: seen
 *     ws         Upgrade to WebSocket, and be told for ever
 *     ws-both    the same, and for each message a frame back: seen
 *
 * It ends when it has seen N messages.  Requests carry the few header fields that they need; a browser's carry some
 * hundred bytes more. */
#include <arpa/inet.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 65536 };

struct stream {
    int fd;
    char in[ROOM];
    size_t size;
};

static struct sockaddr_in server;
static struct stream main_stream, second;
static unsigned after, wanted, seen, every = 250;
static double hold = 30;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void dial(struct stream *s) {
    int one = 1;
    s->fd = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (connect(s->fd, (struct sockaddr *)&server, sizeof server) < 0)
        fail("connect");
}

static void say(struct stream *s, const void *p, size_t n) {
    if (send(s->fd, p, n, MSG_NOSIGNAL) != (ssize_t)n)
        fail("send");
}

static void hear(struct stream *s) {
    ssize_t n = recv(s->fd, s->in + s->size, sizeof s->in - 1 - s->size, 0);
    if (n <= 0)
        fail("the server has gone");
    s->size += (size_t)n;
    s->in[s->size] = 0;
}

static void drop(struct stream *s, size_t n) {
    s->size -= n;
    memmove(s->in, s->in + n, s->size + 1);
}

static void request(struct stream *s, const char *method, const char *target, const char *more, const char *body) {
    char out[1024], address[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &server.sin_addr, address, sizeof address);
    int n = snprintf(out, sizeof out, "%s %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: chat_client\r\n%s\r\n%s", method,
                     target, address, more, body);
    say(s, out, (size_t)n);
}

/* Wait for a whole response; its body's length.  The body stays at the beginning of what was heard. */
static size_t response(struct stream *s) {
    char *end, *length;
    while ((end = strstr(s->in, "\r\n\r\n")) == NULL)
        hear(s);
    *end = 0;
    length = strstr(s->in, "Content-Length: ");
    size_t n = length ? strtoul(length + 16, NULL, 10) : 0;
    drop(s, (size_t)(end + 4 - s->in));
    while (s->size < n)
        hear(s);
    return n;
}

/* Messages are JSON objects with a "text" each. */
static unsigned messages_in(const char *p, size_t n) {
    unsigned found = 0;
    const char *end = p + n;
    while ((p = memmem(p, (size_t)(end - p), "\"text\"", 6)) != NULL) {
        found++;
        p += 6;
    }
    return found;
}

static void polling(bool held) {
    char target[96], wait[32] = "";
    struct timespec pause = {.tv_sec = every / 1000, .tv_nsec = (long)(every % 1000) * 1000000};
    if (held)
        snprintf(wait, sizeof wait, "&wait=%g", hold);
    while (seen < wanted) {
        snprintf(target, sizeof target, "/messages?after=%u%s", after + seen, wait);
        request(&main_stream, "GET", target, "Accept: application/json\r\n", "");
        size_t n = response(&main_stream);
        seen += messages_in(main_stream.in, n);
        drop(&main_stream, n);
        if (!held && seen < wanted)
            nanosleep(&pause, NULL);
    }
}

static void events(bool receipts) {
    char target[64], body[64], more[128];
    snprintf(target, sizeof target, "/events?after=%u", after);
    request(&main_stream, "GET", target, "Accept: text/event-stream\r\n", "");
    response(&main_stream);
    while (seen < wanted) {
        char *end;
        while ((end = strstr(main_stream.in, "\n\n\r\n")) == NULL)     /* an event, and its chunk, are whole */
            hear(&main_stream);
        drop(&main_stream, (size_t)(end + 4 - main_stream.in));
        seen++;
        if (!receipts)
            continue;
        int n = snprintf(body, sizeof body, "{\"seen\":%u}", after + seen);
        snprintf(more, sizeof more, "Content-Type: application/json\r\nContent-Length: %d\r\n", n);
        request(&second, "POST", "/seen", more, body);
        response(&second);
    }
}

/* What a client sends is masked with four random bytes (RFC 6455 section 5.3). */
static void frame(int opcode, const void *p, size_t n) {
    unsigned char out[128] = {(unsigned char)(0x80 | opcode), (unsigned char)(0x80 | n)};
    if (getrandom(out + 2, 4, 0) != 4)
        fail("getrandom");
    for (size_t i = 0; i < n; i++)
        out[6 + i] = ((const unsigned char *)p)[i] ^ out[2 + i % 4];
    say(&main_stream, out, 6 + n);
}

static void websocket(bool receipts) {
    char target[64], body[64];
    snprintf(target, sizeof target, "/chat?after=%u", after);
    request(&main_stream, "GET", target,
            "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "");
    response(&main_stream);
    while (seen < wanted) {
        const unsigned char *p = (const unsigned char *)main_stream.in;
        size_t head = main_stream.size > 1 && (p[1] & 0x7f) == 126 ? 4 : 2;
        size_t n = main_stream.size < head ? 0 : head == 2 ? p[1] & 0x7f : (size_t)p[2] << 8 | p[3];
        if (main_stream.size < head || main_stream.size < head + n) {
            hear(&main_stream);
            continue;
        }
        drop(&main_stream, head + n);
        seen++;
        if (receipts)
            frame(1, body, (size_t)snprintf(body, sizeof body, "{\"seen\":%u}", after + seen));
    }
    frame(8, "\x03\xe8", 2);                     /* close: 1000, all is done */
    hear(&main_stream);
}

int main(int argc, char **argv) {
    static const struct option options[] = {{"after", 1, NULL, 'a'}, {"count", 1, NULL, 'c'}, {"every", 1, NULL, 'e'},
                                            {"hold", 1, NULL, 'h'}, {NULL, 0, NULL, 0}};
    int o;
    while ((o = getopt_long(argc, argv, "", options, NULL)) != -1)
        switch (o) {
        case 'a': after = (unsigned)strtoul(optarg, NULL, 10); break;
        case 'c': wanted = (unsigned)strtoul(optarg, NULL, 10); break;
        case 'e': every = (unsigned)strtoul(optarg, NULL, 10); break;
        case 'h': hold = strtod(optarg, NULL); break;
        default: return 1;
        }
    if (argc - optind != 3 || !wanted) {
        fputs("chat_client SERVER PORT short|long|sse|sse-post|ws|ws-both --after N --count N "
              "[--every MS] [--hold SECONDS]\n", stderr);
        return 1;
    }
    const char *way = argv[optind + 2];
    server.sin_family = AF_INET;
    server.sin_port = htons((unsigned short)atoi(argv[optind + 1]));
    if (inet_pton(AF_INET, argv[optind], &server.sin_addr) != 1)
        fail(argv[optind]);
    dial(&main_stream);
    if (strcmp(way, "sse-post") == 0)
        dial(&second);
    puts("ready");
    fflush(stdout);
    if (strncmp(way, "sse", 3) == 0)
        events(way[3] != 0);
    else if (strncmp(way, "ws", 2) == 0)
        websocket(way[2] != 0);
    else
        polling(strcmp(way, "long") == 0);
    close(main_stream.fd);
    if (second.fd)
        close(second.fd);
    return 0;
}
