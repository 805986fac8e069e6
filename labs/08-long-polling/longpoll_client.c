/* longpoll_client.c - asks for messages, waits for the answer, asks again, on one connection as long as it lasts.
 *
 *     longpoll_client ADDRESS PORT MESSAGES [--rest MS] [--patience MS] [--forgetful]
 *
 * ends when it has MESSAGES messages.  --rest: does something else for so long before it asks again.  --patience: waits
 * no longer for an answer; leaves and asks anew.  --forgetful: does not say which message it has seen last. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LARGEST = 16384 };

typedef struct client {
    const char *address;
    struct sockaddr_in to;
    int socket;                          /* -1: no connection */
    int rest, patience;                  /* milliseconds; patience -1: for ever */
    bool forgetful;
    unsigned last;                       /* the id that came last; 0: none yet */
    int wanted;                          /* messages still to come */
} client;

static _Noreturn void give_up(const char *why) {
    fprintf(stderr, "longpoll_client: %s\n", why);
    exit(1);
}

static void leave(client *c) {
    close(c->socket);
    c->socket = -1;
}

static void ask(client *c) {
    char request[256], after[32] = "";
    if (c->socket < 0) {
        c->socket = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(c->socket, (const struct sockaddr *)&c->to, sizeof c->to) != 0)
            give_up("no connection");
    }
    if (c->last && !c->forgetful)
        snprintf(after, sizeof after, "?after=%u", c->last);
    int n = snprintf(request, sizeof request, "GET /poll%s HTTP/1.1\r\nHost: %s\r\n\r\n", after, c->address);
    send(c->socket, request, (size_t)n, MSG_NOSIGNAL);
}

/* The whole answer: a head up to an empty line, and as many bytes as it says.  False: patience or connection ended. */
static bool receive(client *c, char *answer) {
    size_t have = 0, wanted = LARGEST - 1;
    while (have < wanted) {
        struct pollfd p = {.fd = c->socket, .events = POLLIN};
        if (poll(&p, 1, c->patience) == 0) {
            printf("no answer for %d milliseconds: I leave, and ask anew\n", c->patience);
            return false;
        }
        ssize_t n = recv(c->socket, answer + have, wanted - have, 0);
        if (n <= 0)
            return false;
        have += (size_t)n;
        answer[have] = 0;
        const char *body = strstr(answer, "\r\n\r\n"), *length = strstr(answer, "content-length: ");
        if (body)
            wanted = (size_t)(body - answer) + 4 + (length && length < body ? strtoul(length + 16, NULL, 10) : 0);
    }
    return true;
}

/* [{"id":42,"text":"hello"},{"id":43,"text":"again"}] */
static void take(client *c, const char *answer) {
    if (strncmp(answer, "HTTP/1.1 204", 12) == 0) {
        printf("nothing new\n");
        return;
    }
    for (const char *p = answer; (p = strstr(p, "{\"id\":")) != NULL; p++) {
        const char *text = strstr(p, "\"text\":\"");
        c->last = (unsigned)strtoul(p + 6, NULL, 10);
        c->wanted--;
        if (text)
            printf("message %u: %.*s\n", c->last, (int)strcspn(text + 8, "\""), text + 8);
    }
}

int main(int argc, char **argv) {
    client c = {.to = {.sin_family = AF_INET}, .socket = -1, .patience = -1};
    char answer[LARGEST];
    if (argc < 4 || inet_pton(AF_INET, argv[1], &c.to.sin_addr) != 1)
        give_up("usage: longpoll_client ADDRESS PORT MESSAGES [--rest MS] [--patience MS] [--forgetful]");
    setvbuf(stdout, NULL, _IOLBF, 0);
    c.address = argv[1];
    c.to.sin_port = htons((uint16_t)atoi(argv[2]));
    c.wanted = atoi(argv[3]);
    for (int i = 4; i < argc; i++) {
        if (strcmp(argv[i], "--forgetful") == 0)
            c.forgetful = true;
        else if (strcmp(argv[i], "--rest") == 0 && i + 1 < argc)
            c.rest = atoi(argv[++i]);
        else if (strcmp(argv[i], "--patience") == 0 && i + 1 < argc)
            c.patience = atoi(argv[++i]);
    }
    while (c.wanted > 0) {
        ask(&c);
        if (receive(&c, answer))
            take(&c, answer);
        else
            leave(&c);
        if (c.wanted > 0)
            usleep((useconds_t)c.rest * 1000);
    }
    leave(&c);
    return 0;
}
