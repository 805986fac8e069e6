/* longpoll_server.c - a chat by long polling, with libwebsockets for HTTP.
 *
 *     longpoll_server PORT PAGE FIRST HOLD
 *
 *     GET /poll?after=41   what came after message 41, as JSON: [{"id":42,"text":"hello"}]. Is there nothing, the
 *                          answer waits until there is, or for HOLD milliseconds: then it is 204, without content.
 *     GET /poll            the same, but only what comes from now on
 *     POST /say            the body is a new message
 *     GET /                the file PAGE
 *
 * FIRST: the first message's id. */
#include <libwebsockets.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT = 64, TEXT = 200, BODY = KEPT * (TEXT + 40), HEAD = 1024 };

typedef struct chat {
    char kept[KEPT][TEXT];               /* message i has the id first + i */
    unsigned count, first, hold;
    char page[BODY];
} chat;

typedef struct client {                  /* one HTTP request */
    bool held;                           /* its answer waits */
    unsigned next;                       /* the first message that it does not have */
    char said[TEXT];                     /* what comes in by POST */
} client;

static volatile sig_atomic_t stopped;
static void stop(int sig) { stopped = sig; }

/* ---- answers ---------------------------------------------------------------------------- */

static int answer(struct lws *wsi, unsigned status, const char *type, const char *body) {
    unsigned char room[LWS_PRE + HEAD + BODY], *start = room + LWS_PRE, *p = start, *end = start + HEAD - 1;
    size_t length = strlen(body);
    bool ok = lws_add_http_header_status(wsi, status, &p, end) == 0;
    if (length)
        ok = ok && lws_add_http_header_content_length(wsi, length, &p, end) == 0 &&
            lws_add_http_header_by_token(wsi, WSI_TOKEN_HTTP_CONTENT_TYPE, (const unsigned char *)type,
                                         (int)strlen(type), &p, end) == 0;
    if (!ok || lws_finalize_http_header(wsi, &p, end) != 0)
        return -1;
    memcpy(p, body, length);
    p += length;
    if (lws_write(wsi, start, (size_t)(p - start), length ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP_HEADERS) < 0)
        return -1;
    return lws_http_transaction_completed(wsi) ? -1 : 0;             /* the connection stays, for the next request */
}

/* Everything that this client does not have, as a list. */
static int answer_messages(struct lws *wsi, const chat *c, const client *to) {
    char body[BODY] = "[";
    size_t n = 1;
    for (unsigned i = to->next; i < c->count && n < sizeof body - TEXT - 40; i++)
        n += (size_t)snprintf(body + n, sizeof body - n, "%s{\"id\":%u,\"text\":\"%s\"}", i == to->next ? "" : ",",
                              c->first + i, c->kept[i]);
    snprintf(body + n, sizeof body - n, "]");
    return answer(wsi, 200, "application/json", body);
}

/* ---- polls ------------------------------------------------------------------------------ */

/* Nothing new: the request is kept, and nothing is sent, until there is a message or its time is over. */
static int hold(struct lws *wsi, const chat *c, client *poll) {
    poll->held = true;
    lws_set_timeout(wsi, NO_PENDING_TIMEOUT, 0);                     /* libwebsockets would otherwise close it */
    lws_set_timer_usecs(wsi, (lws_usec_t)c->hold * 1000);
    return 0;
}

static int release(struct lws *wsi, const chat *c, client *poll) {
    poll->held = false;
    lws_set_timer_usecs(wsi, LWS_SET_TIMER_USEC_CANCEL);
    return poll->next < c->count ? answer_messages(wsi, c, poll) : answer(wsi, 204, NULL, "");
}

static int begin_poll(struct lws *wsi, const chat *c, client *poll) {
    char query[32] = "";
    lws_hdr_copy_fragment(wsi, query, sizeof query, WSI_TOKEN_HTTP_URI_ARGS, 0);
    bool says = strncmp(query, "after=", 6) == 0;
    unsigned after = says ? (unsigned)strtoul(query + 6, NULL, 10) : c->first + c->count - 1;
    poll->next = after < c->first ? 0 : after - c->first + 1;
    return poll->next < c->count ? release(wsi, c, poll) : hold(wsi, c, poll);
}

/* ---- what comes in ---------------------------------------------------------------------- */

static void body_part(client *from, const char *part, size_t length) {
    size_t have = strlen(from->said);
    for (size_t i = 0; i < length && have + 1 < sizeof from->said; i++) {    /* it becomes a part of a JSON text */
        bool plain = part[i] >= ' ' && part[i] != '"' && part[i] != '\\';
        from->said[have++] = plain ? part[i] : ' ';
    }
    from->said[have] = 0;
}

static int add_message(struct lws *wsi, chat *c, const client *from) {
    if (c->count == KEPT)
        return answer(wsi, 507, "text/plain", "the chat is full\n");
    memcpy(c->kept[c->count++], from->said, sizeof from->said);
    lws_callback_on_writable_all_protocol(lws_get_context(wsi), lws_get_protocol(wsi));
    return answer(wsi, 204, NULL, "");
}

static int request(struct lws *wsi, const chat *c, client *from, const char *path) {
    *from = (client){.held = false};
    if (strcmp(path, "/poll") == 0)
        return begin_poll(wsi, c, from);
    if (strcmp(path, "/say") == 0)
        return 0;                        /* its body comes next */
    if (strcmp(path, "/") == 0)
        return answer(wsi, 200, "text/html", c->page);
    return answer(wsi, 404, "text/plain", "not here\n");
}

static int callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t length) {
    chat *c = lws_context_user(lws_get_context(wsi));
    client *from = user;
    switch (reason) {
    case LWS_CALLBACK_HTTP:
        return request(wsi, c, from, in);
    case LWS_CALLBACK_HTTP_BODY:
        body_part(from, in, length);
        return 0;
    case LWS_CALLBACK_HTTP_BODY_COMPLETION:
        return add_message(wsi, c, from);
    case LWS_CALLBACK_HTTP_WRITEABLE:    /* there is a new message */
    case LWS_CALLBACK_TIMER:             /* its time is over */
        return from->held ? release(wsi, c, from) : 0;
    default:
        return lws_callback_http_dummy(wsi, reason, user, in, length);
    }
}

int main(int argc, char **argv) {
    static const struct lws_protocols protocols[] = {
        {.name = "chat", .callback = callback, .per_session_data_size = sizeof(client)}, {.name = NULL}};
    static chat c;
    FILE *page = argc == 5 ? fopen(argv[2], "re") : NULL;
    if (!page) {
        fprintf(stderr, "usage: longpoll_server PORT PAGE FIRST HOLD\n");
        return 2;
    }
    c.page[fread(c.page, 1, sizeof c.page - 1, page)] = 0;
    fclose(page);
    c.first = (unsigned)atoi(argv[3]);
    c.hold = (unsigned)atoi(argv[4]);
    signal(SIGTERM, stop);
    signal(SIGINT, stop);
    lws_set_log_level(LLL_ERR | LLL_WARN, NULL);
    struct lws_context *context = lws_create_context(&(struct lws_context_creation_info){
        .port = atoi(argv[1]), .protocols = protocols, .user = &c, .vhost_name = "chat"});
    if (!context)
        return 1;
    while (!stopped && lws_service(context, 0) >= 0)
        ;
    lws_context_destroy(context);
    return 0;
}
