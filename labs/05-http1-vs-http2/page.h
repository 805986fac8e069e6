/* page.h - the page that both servers serve, and how they take connections: what is the same
 * over HTTP/1.1 and over HTTP/2.
 *
 * The page "/" names 40 parts, /part/01 to /part/40.  Their sizes are made from a number (the salt), so that every run
 * of the lab has others.  One part is big.  One is slow: the server has to think about it first. */
#ifndef PAGE_H
#define PAGE_H

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PARTS = 40, SLOW = 5, BIG = 12, BIG_BYTES = 4500, BODY_ROOM = 10000 };

#define CACHE "public, max-age=86400"

typedef struct options {
    unsigned port, wait_ms, salt;
} options;

typedef struct part {
    const char *type;
    size_t size;
    unsigned wait_ms;                    /* how long the server thinks about it */
    char body[BODY_ROOM];
} part;

/* usage: PROGRAM PORT [--wait MS] [--salt N] */
static inline options read_options(int argc, char **argv) {
    options o = {.wait_ms = 500, .salt = 1};
    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT [--wait MS] [--salt N]\n", argv[0]);
        exit(2);
    }
    o.port = (unsigned)atoi(argv[1]);
    for (int i = 2; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--wait") == 0)
            o.wait_ms = (unsigned)atoi(argv[i + 1]);
        else if (strcmp(argv[i], "--salt") == 0)
            o.salt = (unsigned)atoi(argv[i + 1]);
    }
    return o;
}

/* The page itself: HTML that names its parts. */
static inline void make_page(part *p) {
    p->type = "text/html";
    p->size = (size_t)snprintf(p->body, sizeof p->body,
                               "<!doctype html><link rel=icon href=data:,><title>40 parts</title>\n"
                               "<script>onload = () => console.log('all parts are here')</script>\n");
    for (int i = 1; i <= PARTS; i++)
        p->size += (size_t)snprintf(p->body + p->size, sizeof p->body - p->size, "<img src=/part/%02d>\n", i);
}

/* Part `i`: a picture without lines, made long by a description. */
static inline void make_part(part *p, int i, const options *o) {
    static const char begin[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><desc>",
                      end[] = "</desc></svg>\n";
    p->type = "image/svg+xml";
    p->wait_ms = i == SLOW ? o->wait_ms : 0;
    p->size = i == BIG ? BIG_BYTES + o->salt % 500 : 120 + ((unsigned)i * 37 + o->salt * 11) % 160;
    memset(p->body, '.', p->size);
    memcpy(p->body, begin, sizeof begin - 1);
    memcpy(p->body + p->size - (sizeof end - 1), end, sizeof end - 1);
}

/* What is at `path`?  0: nothing. */
static inline int find_part(part *p, const char *path, const options *o) {
    int i = 0;
    p->wait_ms = 0;
    if (strcmp(path, "/") == 0)
        make_page(p);
    else if (sscanf(path, "/part/%2d", &i) == 1 && i >= 1 && i <= PARTS)
        make_part(p, i, o);
    else
        return 0;
    return 1;
}

static inline void date_now(char *out, size_t room) {
    time_t now = time(NULL);
    strftime(out, room, "%a, %d %b %Y %H:%M:%S GMT", gmtime(&now));
}

/* Take connections for ever, each in a process of its own. */
static inline int serve(const options *o, void (*one)(int, const options *)) {
    int s = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)o->port)};
    signal(SIGCHLD, SIG_IGN);            /* nobody asks how they ended */
    signal(SIGPIPE, SIG_IGN);
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (s < 0 || bind(s, (struct sockaddr *)&here, sizeof here) != 0 || listen(s, 64) != 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        int c = accept(s, NULL, NULL);
        if (c >= 0 && fork() == 0) {
            close(s);
            setsockopt(c, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            one(c, o);
            exit(0);
        }
        close(c);
    }
}

#endif
