/* ws_server.c - a chat over WebSocket, with libwebsockets: what one says, all get, whoever says it, too.
 *
 *     ws_server PORT PAGE FIRST
 *
 *     GET /                  the file PAGE
 *     GET /chat?NAME         with Upgrade: websocket: join the chat
 *
 * Everybody is told who comes and who goes: {"kind":"presence","user":"ann","online":true}. A text that begins with {
 * gets an id, from FIRST on, and the name of who sent it in front: {"id":41,"user":"ann","kind":"message",...}.
 * Anything else goes on as it came. */
#include <libwebsockets.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT = 128, LARGEST = 4096, NAME = 16, PAGE = 8192 };

typedef struct message {
    unsigned char room[LWS_PRE + LARGEST + 64];       /* libwebsockets writes the frame's head in front of it */
    size_t length;
    bool binary;
} message;

typedef struct chat {
    message kept[KEPT];                   /* the last ones; message i is at i % KEPT */
    unsigned long count;
    unsigned id;
    char page[PAGE];
} chat;

typedef struct client {
    char name[NAME];
    unsigned long next;                   /* which message it gets next */
    unsigned char in[LARGEST];            /* a message may come in parts */
    size_t filled;
} client;

static volatile sig_atomic_t stopped;
static void stop(int sig) { stopped = sig; }

/* ---- messages --------------------------------------------------------------------------- */

static void keep(struct lws *wsi, chat *c, const char *front, const void *text, size_t length, bool binary) {
    message *m = &c->kept[c->count++ % KEPT];
    size_t before = strlen(front);
    memcpy(m->room + LWS_PRE, front, before);
    memcpy(m->room + LWS_PRE + before, text, length);
    m->length = before + length;
    m->binary = binary;
    lws_callback_on_writable_all_protocol(lws_get_context(wsi), lws_get_protocol(wsi));
}

static void say_presence(struct lws *wsi, chat *c, const char *name, bool online) {
    char text[128];
    int n = snprintf(text, sizeof text, "{\"kind\":\"presence\",\"user\":\"%s\",\"online\":%s}", name,
                     online ? "true" : "false");
    keep(wsi, c, "", text, (size_t)n, false);
}

/* A whole message has come. */
static void relay(struct lws *wsi, chat *c, client *from, bool binary) {
    char front[64] = "";
    const unsigned char *text = from->in;
    size_t length = from->filled;
    if (!binary && length && text[0] == '{') {
        snprintf(front, sizeof front, "{\"id\":%u,\"user\":\"%s\",", c->id++, from->name);
        text++;                           /* its own { is in front already */
        length--;
    }
    keep(wsi, c, front, text, length, binary);
}

/* One frame for each call: then libwebsockets asks whether there is room for more. */
static int send_next(struct lws *wsi, chat *c, client *to) {
    if (to->next + KEPT < c->count)
        to->next = c->count - KEPT;       /* too slow: what is no longer kept is lost */
    if (to->next == c->count)
        return 0;
    message *m = &c->kept[to->next++ % KEPT];
    enum lws_write_protocol kind = m->binary ? LWS_WRITE_BINARY : LWS_WRITE_TEXT;
    if (lws_write(wsi, m->room + LWS_PRE, m->length, kind) < (int)m->length)
        return -1;
    if (to->next < c->count)
        lws_callback_on_writable(wsi);
    return 0;
}

/* ---- who comes and goes ----------------------------------------------------------------- */

static void join(struct lws *wsi, chat *c, client *new) {
    lws_hdr_copy_fragment(wsi, new->name, sizeof new->name, WSI_TOKEN_HTTP_URI_ARGS, 0);
    for (char *p = new->name; *p; p++)    /* it becomes a part of JSON texts */
        if ((*p < 'a' || *p > 'z') && (*p < '0' || *p > '9'))
            *p = 'x';
    new->next = c->count;
    say_presence(wsi, c, new->name, true);
}

static int receive(struct lws *wsi, chat *c, client *from, const void *part, size_t length) {
    if (lws_is_first_fragment(wsi))
        from->filled = 0;
    if (from->filled + length > sizeof from->in) {
        lws_close_reason(wsi, LWS_CLOSE_STATUS_MESSAGE_TOO_LARGE, NULL, 0);
        return -1;
    }
    memcpy(from->in + from->filled, part, length);
    from->filled += length;
    if (lws_is_final_fragment(wsi))
        relay(wsi, c, from, lws_frame_is_binary(wsi) != 0);
    return 0;
}

static int serve_page(struct lws *wsi, const chat *c) {
    unsigned char room[LWS_PRE + 512 + PAGE], *start = room + LWS_PRE, *p = start, *end = start + 511;
    size_t length = strlen(c->page);
    if (lws_add_http_common_headers(wsi, HTTP_STATUS_OK, "text/html", length, &p, end) ||
        lws_finalize_http_header(wsi, &p, end))
        return -1;
    memcpy(p, c->page, length);
    if (lws_write(wsi, start, (size_t)(p - start) + length, LWS_WRITE_HTTP_FINAL) < 0)
        return -1;
    return lws_http_transaction_completed(wsi) ? -1 : 0;
}

static int callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t length) {
    chat *c = lws_context_user(lws_get_context(wsi));
    switch (reason) {
    case LWS_CALLBACK_HTTP:               /* a request without Upgrade */
        return serve_page(wsi, c);
    case LWS_CALLBACK_ESTABLISHED:        /* one with Upgrade: the answer 101 is sent */
        join(wsi, c, user);
        return 0;
    case LWS_CALLBACK_RECEIVE:
        return receive(wsi, c, user, in, length);
    case LWS_CALLBACK_SERVER_WRITEABLE:
        return send_next(wsi, c, user);
    case LWS_CALLBACK_CLOSED:
        say_presence(wsi, c, ((client *)user)->name, false);
        return 0;
    default:                              /* pings are answered by libwebsockets itself */
        return lws_callback_http_dummy(wsi, reason, user, in, length);
    }
}

int main(int argc, char **argv) {
    static const struct lws_protocols protocols[] = {
        {.name = "chat", .callback = callback, .per_session_data_size = sizeof(client)}, {.name = NULL}};
    static const struct lws_extension extensions[] = {
        {"permessage-deflate", lws_extension_callback_pm_deflate, "permessage-deflate"}, {.name = NULL}};
    static chat c;
    FILE *page = argc == 4 ? fopen(argv[2], "re") : NULL;
    if (!page) {
        fprintf(stderr, "usage: ws_server PORT PAGE FIRST\n");
        return 2;
    }
    c.page[fread(c.page, 1, sizeof c.page - 1, page)] = 0;
    fclose(page);
    c.id = (unsigned)atoi(argv[3]);
    signal(SIGTERM, stop);
    signal(SIGINT, stop);
    lws_set_log_level(LLL_ERR | LLL_WARN, NULL);
    struct lws_context *context = lws_create_context(&(struct lws_context_creation_info){
        .port = atoi(argv[1]), .protocols = protocols, .extensions = extensions, .user = &c, .vhost_name = "chat"});
    if (!context)
        return 1;
    while (!stopped && lws_service(context, 0) >= 0)
        ;
    lws_context_destroy(context);
    return 0;
}
