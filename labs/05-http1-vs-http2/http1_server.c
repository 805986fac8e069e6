/* http1_server.c - serves the page over HTTP/1.1: a request, its answer, the next request, all on one connection.
 *
 *     http1_server PORT [--wait MS] [--salt N]
 *
 * --wait: how long part 5 takes.  --salt: other sizes. */
#include "page.h"

enum { REQUEST_ROOM = 8192, HEAD_ROOM = 512 };

/* Wait until a whole request is there: its end is an empty line.  The number of its bytes; 0: the client is gone. */
static size_t next_request(int c, char *in, size_t *have) {
    for (;;) {
        in[*have] = 0;
        char *end = strstr(in, "\r\n\r\n");
        if (end)
            return (size_t)(end - in) + 4;
        ssize_t n = recv(c, in + *have, REQUEST_ROOM - 1 - *have, 0);
        if (n <= 0)
            return 0;
        *have += (size_t)n;
    }
}

/* Head and body in one go: what fits into one segment goes in one. */
static int answer(int c, const char *path, const options *o) {
    static part p;
    static char out[HEAD_ROOM + BODY_ROOM];
    char date[64];
    int found = find_part(&p, path, o);
    if (!found)
        p = (part){.type = "text/plain"};
    if (p.wait_ms)
        usleep(p.wait_ms * 1000);        /* nothing else can be answered on this connection meanwhile */
    date_now(date, sizeof date);
    size_t head = (size_t)snprintf(out, HEAD_ROOM,
                                   "HTTP/1.1 %s\r\nServer: http1_server\r\nDate: %s\r\nContent-Type: %s\r\n"
                                   "Cache-Control: " CACHE "\r\nContent-Length: %zu\r\n\r\n",
                                   found ? "200 OK" : "404 Not Found", date, p.type, p.size);
    memcpy(out + head, p.body, p.size);
    for (size_t sent = 0; sent < head + p.size;) {
        ssize_t n = send(c, out + sent, head + p.size - sent, MSG_NOSIGNAL);
        if (n <= 0)
            return 0;
        sent += (size_t)n;
    }
    return 1;
}

static void one_connection(int c, const options *o) {
    char in[REQUEST_ROOM], path[256];
    size_t have = 0, n;
    while ((n = next_request(c, in, &have)) > 0) {
        if (sscanf(in, "GET %255s HTTP/1.1", path) != 1 || !answer(c, path, o))
            break;
        memmove(in, in + n, have - n);   /* perhaps the next request is there already */
        have -= n;
    }
}

int main(int argc, char **argv) {
    options o = read_options(argc, argv);
    return serve(&o, one_connection);
}
