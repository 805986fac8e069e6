/* h2_client.c - asks for parts of the page over HTTP/2, without TLS, with nghttp2: all on one connection.
 *
 *     h2_client ADDRESS PORT FIRST LAST HEADERS [--one-by-one]
 *
 * FIRST, LAST: parts, 1 to 40.  HEADERS: a file with a header field a line, "name: value", sent with every request
 * (what `curl -H @FILE` sends, too).  --one-by-one: ask for a part only when the one before has come. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <nghttp2/nghttp2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { FIELDS = 32, LINE = 512, OUT_ROOM = 65536 };

typedef struct client {
    int socket;
    nghttp2_session *session;
    char authority[64], lines[FIELDS][LINE];     /* the header file's lines, cut in two at the colon */
    const char *values[FIELDS];
    size_t line_count;
    int next, last, one_by_one;                  /* the next part to ask for */
    unsigned arrived, failed, last_arrived;
    size_t bytes;
} client;

static nghttp2_nv field(const char *name, const char *value) {
    return (nghttp2_nv){(uint8_t *)name, (uint8_t *)value, strlen(name), strlen(value), NGHTTP2_NV_FLAG_NONE};
}

static int read_headers(client *c, const char *path) {
    FILE *f = fopen(path, "r");
    if (!f)
        return 0;
    while (c->line_count < FIELDS && fgets(c->lines[c->line_count], LINE, f)) {
        char *line = c->lines[c->line_count], *colon = strstr(line, ": ");
        line[strcspn(line, "\r\n")] = 0;
        if (!colon)
            continue;
        *colon = 0;
        c->values[c->line_count++] = colon + 2;
    }
    fclose(f);
    return 1;
}

/* A request is a list of header fields.  nghttp2 gives it the next odd stream number, and packs the fields (HPACK). */
static void ask(client *c) {
    char path[32];
    nghttp2_nv fields[FIELDS + 4];
    snprintf(path, sizeof path, "/part/%02d", c->next++);
    fields[0] = field(":method", "GET");
    fields[1] = field(":path", path);
    fields[2] = field(":scheme", "http");
    fields[3] = field(":authority", c->authority);
    for (size_t i = 0; i < c->line_count; i++)
        fields[4 + i] = field(c->lines[i], c->values[i]);
    nghttp2_submit_request(c->session, NULL, fields, 4 + c->line_count, NULL, NULL);
}

/* ---- what nghttp2 tells us -------------------------------------------------------------- */

static int data_came(nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *data, size_t n, void *user) {
    (void)session, (void)flags, (void)id, (void)data;
    ((client *)user)->bytes += n;
    return 0;
}

static int stream_ends(nghttp2_session *session, int32_t id, uint32_t error, void *user) {
    client *c = user;
    (void)session;
    c->arrived += !error;
    c->failed += error != 0;
    c->last_arrived = (unsigned)id;
    if (c->one_by_one && c->next <= c->last)
        ask(c);
    return 0;
}

static nghttp2_session *new_session(client *c) {
    nghttp2_session_callbacks *calls;
    nghttp2_settings_entry settings[] = {{NGHTTP2_SETTINGS_ENABLE_PUSH, 0}};
    nghttp2_session *session = NULL;
    if (nghttp2_session_callbacks_new(&calls) != 0)
        return NULL;
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(calls, data_came);
    nghttp2_session_callbacks_set_on_stream_close_callback(calls, stream_ends);
    if (nghttp2_session_client_new(&session, calls, c) == 0)
        nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, settings, 1);
    nghttp2_session_callbacks_del(calls);
    return session;
}

/* ---- the socket ------------------------------------------------------------------------- */

static int connect_to(const char *address, const char *port) {
    int s = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(port))};
    if (s < 0 || inet_pton(AF_INET, address, &there.sin_addr) != 1 ||
        connect(s, (struct sockaddr *)&there, sizeof there) != 0)
        return -1;
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return s;
}

/* All frames that nghttp2 has to say now, in one go: they share segments. */
static int say_all(client *c) {
    static uint8_t out[OUT_ROOM];
    const uint8_t *frame;
    size_t have = 0, sent = 0;
    ssize_t n;
    while (have < OUT_ROOM / 2 && (n = nghttp2_session_mem_send(c->session, &frame)) > 0) {
        memcpy(out + have, frame, (size_t)n);
        have += (size_t)n;
    }
    while (sent < have) {
        n = send(c->socket, out + sent, have - sent, MSG_NOSIGNAL);
        if (n <= 0)
            return 0;
        sent += (size_t)n;
    }
    return 1;
}

/* Until nothing is awaited any more. */
static int talk(client *c, unsigned wanted) {
    uint8_t in[16384];
    while (c->arrived + c->failed < wanted) {
        if (!say_all(c))
            return 0;
        ssize_t n = recv(c->socket, in, sizeof in, 0);
        if (n <= 0 || nghttp2_session_mem_recv(c->session, in, (size_t)n) < 0)
            return 0;
    }
    nghttp2_session_terminate_session(c->session, NGHTTP2_NO_ERROR);
    return say_all(c);
}

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int main(int argc, char **argv) {
    static client c;
    if (argc < 6) {
        fprintf(stderr, "usage: h2_client ADDRESS PORT FIRST LAST HEADERS [--one-by-one]\n");
        return 2;
    }
    c.next = atoi(argv[3]);
    c.last = atoi(argv[4]);
    c.one_by_one = argc > 6 && strcmp(argv[6], "--one-by-one") == 0;
    snprintf(c.authority, sizeof c.authority, "%s:%s", argv[1], argv[2]);
    if (!read_headers(&c, argv[5])) {
        perror(argv[5]);
        return 1;
    }
    int64_t begun = now_ms();
    int first = c.next;
    unsigned wanted = (unsigned)(c.last - first + 1);
    c.socket = connect_to(argv[1], argv[2]);
    c.session = new_session(&c);
    if (c.socket < 0 || !c.session) {
        perror("h2_client");
        return 1;
    }
    do
        ask(&c);
    while (!c.one_by_one && c.next <= c.last);
    int well = talk(&c, wanted);
    printf("%u of %u parts, %zu bytes, in %d ms; the last to come was part %02u\n", c.arrived, wanted, c.bytes,
           (int)(now_ms() - begun), (unsigned)first + c.last_arrived / 2);
    nghttp2_session_del(c.session);
    close(c.socket);
    return well && c.arrived == wanted ? 0 : 1;
}
