/* sse_server.c - a chat whose messages go out as server-sent events, with libwebsockets for HTTP.
 *
 *     sse_server PORT PAGE FIRST RETRY LARGEST
 *
 *     GET /events     an answer that does not end: every message so far, then each new one as it comes.
 *                     With Last-Event-ID: 41 only what came after message 41.
 *     GET /events?new the same, but only what comes from now on
 *     POST /say       the body is a new message; /say?read is a read receipt
 *     POST /cut       the next event is broken off in its middle, and the connection with it
 *     GET /           the file PAGE
 *
 * FIRST: the first message's id.  RETRY: milliseconds that readers are to wait before they connect again.  LARGEST: no
 * chunk has more bytes. */
#include <libwebsockets.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT = 64, TEXT = 400, OUT = KEPT * (TEXT + 64), HEAD = 1024, PAGE = 8192 };

typedef struct message {
    const char *event;                   /* "message" or "read" */
    char text[TEXT];
} message;

typedef struct chat {
    message kept[KEPT];                  /* message i has the id first + i */
    unsigned count, first, retry, largest;
    bool cut;                            /* break the next event off */
    char page[PAGE];
} chat;

typedef struct reader {                  /* one HTTP request; most of it is for those that read /events */
    bool streams, saying;
    unsigned next;                       /* which message it gets next */
    char out[OUT];                       /* what is to be sent, from `sent` on */
    size_t filled, sent;
    message said;                        /* what comes in by POST */
} reader;

static volatile sig_atomic_t stopped;
static void stop(int sig) { stopped = sig; }

/* ---- HTTP ------------------------------------------------------------------------------- */

static bool header(struct lws *wsi, enum lws_token_indexes name, const char *value, unsigned char **p,
                   unsigned char *end) {
    return lws_add_http_header_by_token(wsi, name, (const unsigned char *)value, (int)strlen(value), p, end) == 0;
}

/* Status line, headers, and a whole body; or, without a body, the beginning of a stream. */
static int answer(struct lws *wsi, unsigned status, const char *type, const char *body) {
    unsigned char room[LWS_PRE + HEAD + PAGE], *start = room + LWS_PRE, *p = start, *end = start + HEAD - 1;
    bool stream = !body, ok = lws_add_http_header_status(wsi, status, &p, end) == 0;
    size_t length = stream ? 0 : strlen(body);
    if (type)
        ok = ok && header(wsi, WSI_TOKEN_HTTP_CONTENT_TYPE, type, &p, end);
    if (stream)
        ok = ok && header(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING, "chunked", &p, end) &&
            header(wsi, WSI_TOKEN_HTTP_CACHE_CONTROL, "no-store", &p, end);
    else if (length)
        ok = ok && lws_add_http_header_content_length(wsi, length, &p, end) == 0;
    if (!ok || lws_finalize_http_header(wsi, &p, end) != 0)
        return -1;
    memcpy(p, stream ? "" : body, length);
    p += length;
    if (lws_write(wsi, start, (size_t)(p - start), length ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP_HEADERS) < 0)
        return -1;
    return stream ? 0 : lws_http_transaction_completed(wsi) ? -1 : 0;
}

/* ---- events ----------------------------------------------------------------------------- */

/* One event as it is on the wire: lines, then an empty line (WHATWG HTML, 9.2). */
static size_t write_event(char *out, size_t room, unsigned id, const message *m) {
    int n = snprintf(out, room, "event: %s\nid: %u\ndata: %s\n\n", m->event, id, m->text);
    return n > 0 && (size_t)n < room ? (size_t)n : 0;
}

/* What is new for this reader goes behind what is still to be sent. */
static void catch_up(const chat *c, reader *r) {
    if (r->sent == r->filled)
        r->sent = r->filled = 0;
    for (; r->next < c->count; r->next++)
        r->filled += write_event(r->out + r->filled, sizeof r->out - r->filled, c->first + r->next,
                                 &c->kept[r->next]);
}

/* The next chunk: its length in hex, a line end, the bytes, a line end (RFC 9112 §7.1).  Events and chunks know nothing
 * of each other: a chunk holds what there is to send now. */
static int send_chunk(struct lws *wsi, chat *c, reader *r) {
    unsigned char room[LWS_PRE + OUT + 16], *start = room + LWS_PRE;
    size_t length = r->filled - r->sent;
    if (!length)
        return 0;
    length = length > c->largest ? c->largest : length;
    int n = snprintf((char *)start, OUT + 16, "%zx\r\n%.*s\r\n", length, (int)length, r->out + r->sent);
    r->sent += length;
    if (c->cut)                          /* only half of it, and then the connection ends */
        n = n / 2;
    if (lws_write(wsi, start, (size_t)n, LWS_WRITE_HTTP) < n || c->cut) {
        c->cut = false;
        return -1;
    }
    if (r->sent < r->filled)
        lws_callback_on_writable(wsi);
    return 0;
}

/* What it asked with must be read first: with the answer's head libwebsockets forgets it. */
static int begin_stream(struct lws *wsi, const chat *c, reader *r) {
    char last[16] = "", query[16] = "";
    bool again = lws_hdr_custom_copy(wsi, last, sizeof last, "last-event-id:", 14) > 0;
    unsigned id = (unsigned)strtoul(last, NULL, 10) + 1;
    lws_hdr_copy_fragment(wsi, query, sizeof query, WSI_TOKEN_HTTP_URI_ARGS, 0);
    if (answer(wsi, 200, "text/event-stream", NULL) != 0)
        return -1;
    lws_set_timeout(wsi, NO_PENDING_TIMEOUT, 0);                     /* it is meant to stay open */
    r->streams = true;
    if (again)
        r->next = id > c->first ? id - c->first : 0;
    else
        r->next = strcmp(query, "new") == 0 ? c->count : 0;
    r->filled = (size_t)snprintf(r->out, sizeof r->out, "retry: %u\n\n", c->retry);
    lws_callback_on_writable(wsi);
    return 0;
}

/* ---- what comes in ---------------------------------------------------------------------- */

static int add_message(struct lws *wsi, chat *c, const message *said) {
    if (c->count == KEPT)
        return answer(wsi, 507, "text/plain", "the chat is full\n");
    c->kept[c->count++] = *said;
    lws_callback_on_writable_all_protocol(lws_get_context(wsi), lws_get_protocol(wsi));
    return answer(wsi, 204, NULL, "");
}

static int request(struct lws *wsi, chat *c, reader *r, const char *path) {
    char query[16] = "";
    if (strcmp(path, "/events") == 0)
        return begin_stream(wsi, c, r);
    if (strcmp(path, "/") == 0)
        return answer(wsi, 200, "text/html", c->page);
    if (strcmp(path, "/cut") == 0) {
        c->cut = true;
        return answer(wsi, 204, NULL, "");
    }
    if (strcmp(path, "/say") != 0)
        return answer(wsi, 404, "text/plain", "not here\n");
    lws_hdr_copy_fragment(wsi, query, sizeof query, WSI_TOKEN_HTTP_URI_ARGS, 0);
    r->said = (message){.event = strcmp(query, "read") == 0 ? "read" : "message"};
    r->saying = true;
    return 0;                            /* its body comes next */
}

static void body_part(reader *r, const char *part, size_t length) {
    size_t have = strlen(r->said.text), room = sizeof r->said.text - 1 - have;
    for (size_t i = 0; r->saying && i < length && i < room; i++)     /* a line end would end the event's line */
        r->said.text[have++] = part[i] == '\n' || part[i] == '\r' ? ' ' : part[i];
}

static int callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t length) {
    chat *c = lws_context_user(lws_get_context(wsi));
    reader *r = user;
    switch (reason) {
    case LWS_CALLBACK_HTTP:
        r->streams = r->saying = false;  /* a connection may carry one request after the other */
        return request(wsi, c, r, in);
    case LWS_CALLBACK_HTTP_BODY:
        body_part(r, in, length);
        return 0;
    case LWS_CALLBACK_HTTP_BODY_COMPLETION:
        return add_message(wsi, c, &r->said);
    case LWS_CALLBACK_HTTP_WRITEABLE:
        if (!r->streams)
            return 0;
        catch_up(c, r);
        return send_chunk(wsi, c, r);
    default:
        return lws_callback_http_dummy(wsi, reason, user, in, length);
    }
}

int main(int argc, char **argv) {
    static const struct lws_protocols protocols[] = {
        {.name = "chat", .callback = callback, .per_session_data_size = sizeof(reader)}, {.name = NULL}};
    static chat c;
    FILE *page = argc == 6 ? fopen(argv[2], "re") : NULL;
    if (!page) {
        fprintf(stderr, "usage: sse_server PORT PAGE FIRST RETRY LARGEST\n");
        return 2;
    }
    c.page[fread(c.page, 1, sizeof c.page - 1, page)] = 0;
    fclose(page);
    c.first = (unsigned)atoi(argv[3]);
    c.retry = (unsigned)atoi(argv[4]);
    c.largest = (unsigned)atoi(argv[5]);
    signal(SIGTERM, stop);
    signal(SIGINT, stop);
    lws_set_log_level(LLL_ERR | LLL_WARN, NULL);
    struct lws_context *context = lws_create_context(&(struct lws_context_creation_info){
        .port = atoi(argv[1]), .protocols = protocols, .user = &c, .vhost_name = "chat"});
    while (context && !stopped && lws_service(context, 0) >= 0)
        ;
    if (!context)
        return 1;
    lws_context_destroy(context);
    return 0;
}
