/* h2_server.c - serves the page over HTTP/2, without TLS, with nghttp2: all requests of a client on one connection.
 *
 *     h2_server PORT [--wait MS] [--salt N]
 *
 * --wait: how long part 5 takes.  --salt: other sizes.
 *
 * nghttp2 makes and reads frames; it never touches the network.  We carry bytes between it and the socket, and say what
 * the answers are.  A part that is not ready yet is a stream that waits. The others do not. */
#include <nghttp2/nghttp2.h>
#include <poll.h>

#include "page.h"

enum { STREAMS = 128, TURN = 1024, OUT_ROOM = 16384 };

/* One request, and how far its answer is. */
typedef struct stream {
    int32_t id;                          /* 0: this place is free */
    char path[256];
    part part;
    size_t sent;
    int64_t due_ms;                      /* when it is ready to be answered; 0: answered, or not asked yet */
} stream;

typedef struct connection {
    int socket;
    const options *options;
    nghttp2_session *session;
    stream streams[STREAMS];
} connection;

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- answers ---------------------------------------------------------------------------- */

/* nghttp2 asks for the next piece of a body.  Short pieces, so that streams take turns. */
static ssize_t next_piece(nghttp2_session *session, int32_t id, uint8_t *out, size_t room, uint32_t *flags,
                          nghttp2_data_source *from, void *user) {
    stream *s = from->ptr;
    size_t n = s->part.size - s->sent;
    (void)session, (void)id, (void)user;
    n = n < room ? n : room;
    n = n < TURN ? n : TURN;
    memcpy(out, s->part.body + s->sent, n);
    s->sent += n;
    if (s->sent == s->part.size)
        *flags |= NGHTTP2_DATA_FLAG_EOF;
    return (ssize_t)n;
}

static nghttp2_nv field(const char *name, const char *value) {
    return (nghttp2_nv){(uint8_t *)name, (uint8_t *)value, strlen(name), strlen(value), NGHTTP2_NV_FLAG_NONE};
}

static void answer(connection *c, stream *s) {
    char date[64], length[24];
    date_now(date, sizeof date);
    snprintf(length, sizeof length, "%zu", s->part.size);
    nghttp2_nv fields[] = {field(":status", s->part.size ? "200" : "404"), field("server", "h2_server"),
                           field("date", date), field("content-type", s->part.type),
                           field("cache-control", CACHE), field("content-length", length)};
    nghttp2_data_provider body = {.source.ptr = s, .read_callback = next_piece};
    s->due_ms = 0;
    nghttp2_submit_response(c->session, s->id, fields, sizeof fields / sizeof *fields, &body);
}

/* Answer what is ready.  How long until the next one is: milliseconds; -1: nothing waits. */
static int answer_due(connection *c) {
    int64_t now = now_ms(), next = -1;
    for (int i = 0; i < STREAMS; i++) {
        stream *s = &c->streams[i];
        if (s->due_ms && s->due_ms <= now)
            answer(c, s);
        else if (s->due_ms && (next < 0 || s->due_ms - now < next))
            next = s->due_ms - now;
    }
    return (int)next;
}

/* ---- what nghttp2 tells us -------------------------------------------------------------- */

static int stream_begins(nghttp2_session *session, const nghttp2_frame *frame, void *user) {
    connection *c = user;
    if (frame->headers.cat != NGHTTP2_HCAT_REQUEST)
        return 0;
    for (int i = 0; i < STREAMS; i++)
        if (!c->streams[i].id) {
            c->streams[i] = (stream){.id = frame->hd.stream_id};
            nghttp2_session_set_stream_user_data(session, frame->hd.stream_id, &c->streams[i]);
            return 0;
        }
    return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
}

static int header_came(nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name, size_t name_length,
                       const uint8_t *value, size_t length, uint8_t flags, void *user) {
    stream *s = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    (void)flags, (void)user;
    if (s && name_length == 5 && memcmp(name, ":path", 5) == 0)
        snprintf(s->path, sizeof s->path, "%.*s", (int)length, (const char *)value);
    return 0;
}

static int frame_came(nghttp2_session *session, const nghttp2_frame *frame, void *user) {
    connection *c = user;
    stream *s = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
    if (!s || !(frame->hd.flags & NGHTTP2_FLAG_END_STREAM))
        return 0;
    if (!find_part(&s->part, s->path, c->options))
        s->part = (part){.type = "text/plain"};
    s->due_ms = now_ms() + s->part.wait_ms;
    return 0;
}

static int stream_ends(nghttp2_session *session, int32_t id, uint32_t error, void *user) {
    stream *s = nghttp2_session_get_stream_user_data(session, id);
    (void)error, (void)user;
    if (s)
        s->id = 0;
    return 0;
}

static nghttp2_session *new_session(connection *c) {
    nghttp2_session_callbacks *calls;
    nghttp2_settings_entry settings[] = {{NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, STREAMS}};
    nghttp2_session *session = NULL;
    if (nghttp2_session_callbacks_new(&calls) != 0)
        return NULL;
    nghttp2_session_callbacks_set_on_begin_headers_callback(calls, stream_begins);
    nghttp2_session_callbacks_set_on_header_callback(calls, header_came);
    nghttp2_session_callbacks_set_on_frame_recv_callback(calls, frame_came);
    nghttp2_session_callbacks_set_on_stream_close_callback(calls, stream_ends);
    if (nghttp2_session_server_new(&session, calls, c) == 0)
        nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, settings, 1);
    nghttp2_session_callbacks_del(calls);
    return session;
}

/* ---- the socket ------------------------------------------------------------------------- */

static int send_all(int socket, const uint8_t *p, size_t n) {
    while (n) {
        ssize_t sent = send(socket, p, n, MSG_NOSIGNAL);
        if (sent <= 0)
            return 0;
        p += sent;
        n -= (size_t)sent;
    }
    return 1;
}

/* Everything that nghttp2 has to say now; many frames in one go, so that they share segments. */
static int say_all(connection *c) {
    uint8_t out[OUT_ROOM];
    const uint8_t *frame;
    size_t have = 0;
    ssize_t n;
    while ((n = nghttp2_session_mem_send(c->session, &frame)) > 0) {
        if (have + (size_t)n > sizeof out) {
            if (!send_all(c->socket, out, have))
                return 0;
            have = 0;
        }
        memcpy(out + have, frame, (size_t)n);    /* a frame of ours is never longer than TURN and its header */
        have += (size_t)n;
    }
    return n == 0 && send_all(c->socket, out, have);
}

static void one_connection(int socket, const options *o) {
    static connection c;
    uint8_t in[16384];
    c.socket = socket;
    c.options = o;
    c.session = new_session(&c);
    while (c.session && (nghttp2_session_want_read(c.session) || nghttp2_session_want_write(c.session))) {
        int wait = answer_due(&c);
        if (!say_all(&c))
            break;
        struct pollfd ready = {.fd = socket, .events = POLLIN};
        if (poll(&ready, 1, wait) <= 0)
            continue;                    /* a slow part is ready now */
        ssize_t n = recv(socket, in, sizeof in, 0);
        if (n <= 0 || nghttp2_session_mem_recv(c.session, in, (size_t)n) < 0)
            break;
    }
    nghttp2_session_del(c.session);
}

int main(int argc, char **argv) {
    options o = read_options(argc, argv);
    return serve(&o, one_connection);
}
