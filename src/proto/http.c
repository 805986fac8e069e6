/* http.c - HTTP/1 on a stream: where each message begins and ends.  Bodies are counted, never kept. */
#include "proto/http.h"

static const wt_field fields[] = {HTTP_FIELDS(WT_ROW)};

enum { HEAD_MAX = 65536, KEEP_MAX = 16384, URI_MAX = 2048, ASKED_MAX = 16, LINE_MAX_ = 4096 };

enum phase { HEAD, BODY_LENGTH, CHUNK_SIZE, CHUNK_DATA, CHUNK_END, TRAILER, UNTIL_CLOSE, TUNNEL, LOST };

typedef struct side {
    uint8_t phase;
    bool response;
    uint32_t scanned;                      /* of the head to come: where no end was found */
    uint64_t left;                         /* bytes of the body, or of this chunk, to come */
    uint64_t body;                         /* bytes of the body so far */
    uint64_t frame;                        /* that the head was in */
    uint8_t *head;                         /* the head of a message that goes on in a later frame */
    uint32_t head_len, head_cap;
    wt_http_asked answers;                 /* what the response in progress answers */
    bool has_asked;
} side;

typedef struct http {
    side side[2];
    wt_http_asked asked[ASKED_MAX];        /* oldest first, in a ring */
    uint32_t asked_first, asked_count;
} http;

static bool is_secure(const wt_chan *ch) {
    for (const wt_chan *p = ch->parent; p; p = p->parent)
        if (p->proto == WT_P_TLS)
            return true;
    return false;
}

/* ---- requests that wait ----------------------------------------------------------------- */

static void forget_asked(wt_session *s, wt_http_asked *a) {
    wt_pool_put(s, a->uri, a->uri_len);
    *a = (wt_http_asked){0};
}

static void remember(wt_session *s, http *h, const wt_http_head *head, bool secure) {
    if (h->asked_count == ASKED_MAX) {     /* the oldest will not be answered here */
        forget_asked(s, &h->asked[h->asked_first]);
        h->asked_first = (h->asked_first + 1) % ASKED_MAX;
        h->asked_count--;
    }
    wt_http_asked *a = &h->asked[(h->asked_first + h->asked_count++) % ASKED_MAX];
    *a = (wt_http_asked){.frame = s->frame->number, .time_ns = s->frame->time_ns};
    a->head = head->method_len == 4 && memcmp(head->method, "HEAD", 4) == 0;
    a->connect = head->method_len == 7 && memcmp(head->method, "CONNECT", 7) == 0;
    /* Only for show: where nobody wants it, it need not be kept. */
    uint8_t *uri;
    uint32_t n = wt_wants(s, F_RESPONSE_FOR) ? wt_http_full_uri(s, head, secure, &uri) : 0;
    if (n && n <= URI_MAX && (a->uri = wt_pool_get(s, n))) {
        memcpy(a->uri, uri, n);
        a->uri_len = n;
    }
}

/* The oldest request, taken off the list unless the answer is only interim. */
static const wt_http_asked *answered(wt_session *s, http *h, side *x, bool interim) {
    if (x->has_asked)
        forget_asked(s, &x->answers);
    x->has_asked = false;
    if (!h->asked_count)
        return NULL;
    wt_http_asked *a = &h->asked[h->asked_first];
    if (interim)
        return a;
    x->answers = *a;
    x->has_asked = true;
    *a = (wt_http_asked){0};
    h->asked_first = (h->asked_first + 1) % ASKED_MAX;
    h->asked_count--;
    return &x->answers;
}

/* ---- the head of a message in progress -------------------------------------------------- */

static void drop_head(wt_session *s, side *x) {
    wt_pool_put(s, x->head, x->head_cap);
    x->head = NULL;
    x->head_len = x->head_cap = 0;
}

static void keep_head(wt_session *s, side *x, const uint8_t *p, uint32_t n) {
    drop_head(s, x);
    if (n > KEEP_MAX || !(x->head = wt_pool_buffer(s, n)))
        return;
    memcpy(x->head, p, n);
    x->head_len = x->head_cap = n;
}

static uint8_t framing(const wt_http_head *head, const wt_http_asked *asked) {
    if (head->response) {
        if (head->code == 101 || (asked && asked->connect && head->code / 100 == 2))
            return FRAMING_TUNNEL;
        if (head->code / 100 == 1 || head->code == 204 || head->code == 304 || (asked && asked->head))
            return FRAMING_NONE;
    }
    if (head->chunked)
        return FRAMING_CHUNKED;
    if (head->has_length)
        return head->length ? FRAMING_LENGTH : FRAMING_NONE;
    return head->response ? FRAMING_CLOSE : FRAMING_NONE;
}

static void begin_body(http *h, side *x, const wt_http_head *head, uint8_t how) {
    static const uint8_t phases[] = {[FRAMING_NONE] = HEAD, [FRAMING_LENGTH] = BODY_LENGTH,
                                     [FRAMING_CHUNKED] = CHUNK_SIZE, [FRAMING_CLOSE] = UNTIL_CLOSE,
                                     [FRAMING_TUNNEL] = TUNNEL};
    x->phase = phases[how];
    x->left = how == FRAMING_LENGTH ? head->length : 0;
    x->body = 0;
    if (how == FRAMING_TUNNEL)
        h->side[0].phase = h->side[1].phase = TUNNEL;
}

static bool finished(const side *x) { return x->phase == HEAD; }

/* ---- another protocol takes over -------------------------------------------------------- */

static void keep_part(wt_session *s, wt_chan *child, enum wt_attr name, wt_http_part part) {
    if (part.p)
        wt_chan_set(s, child, name, part.p, part.n);
}

/* A request that may end in another protocol: what that will need to know of it is kept on the channel to come. */
static void offer(wt_session *s, wt_chan *ch, const wt_http_head *head, bool secure) {
    bool connect = head->method_len == 7 && memcmp(head->method, "CONNECT", 7) == 0;
    if (!head->upgrade.p && !connect)
        return;
    wt_chan_free(s, ch->child);
    ch->child = wt_chan_new(s, ch->flow, ch, ch->kind);
    if (!ch->child)
        return;
    uint8_t *uri;
    uint32_t n = wt_http_full_uri(s, head, secure, &uri);
    if (n)
        wt_chan_set(s, ch->child, WT_A_URI, uri, n);
    wt_chan_set(s, ch->child, WT_A_METHOD, head->method, head->method_len);
    keep_part(s, ch->child, WT_A_WS_KEY, head->ws_key);
    keep_part(s, ch->child, WT_A_WS_OFFERED, head->ws_extensions);
    keep_part(s, ch->child, WT_A_WS_ASKED, head->ws_protocol);
    keep_part(s, ch->child, WT_A_H2_SETTINGS, head->h2_settings);
}

/* The answer agrees: its first word of Upgrade says what comes.  Not known: it is found by its first bytes. */
static void agree(wt_session *s, wt_chan *ch, const wt_http_head *head) {
    if (!ch->child && !(ch->child = wt_chan_new(s, ch->flow, ch, ch->kind)))
        return;
    keep_part(s, ch->child, WT_A_WS_ACCEPT, head->ws_accept);
    keep_part(s, ch->child, WT_A_WS_EXTENSIONS, head->ws_extensions);
    keep_part(s, ch->child, WT_A_WS_PROTOCOL, head->ws_protocol);
    uint8_t name[32];
    uint32_t n = 0;
    for (; n < head->upgrade.n && n < sizeof name && !memchr(", \t/", head->upgrade.p[n], 4); n++)
        name[n] = (uint8_t)(head->upgrade.p[n] >= 'A' && head->upgrade.p[n] <= 'Z' ? head->upgrade.p[n] | 32
                                                                                   : head->upgrade.p[n]);
    int proto = head->code == 101 ? wt_bound_text(s, WT_T_HTTP_UPGRADE, name, n) : -1;
    if (proto >= 0)
        wt_chan_switch(s, ch->child, (uint32_t)proto);
}

/* Three digits behind the version decide whether a request is used up, before the head is read. */
static bool is_interim(const wt_cur *c) {
    const uint8_t *p = wt_here(c);
    return wt_left(c) > 12 && memcmp(p, "HTTP/1.", 7) == 0 && p[8] == ' ' && p[9] == '1' &&
           memcmp(p + 9, "101", 3) != 0;
}

static void read_head(wt_cur *c, wt_chan *ch, side *x, uint32_t n) {
    wt_session *s = c->s;
    http *h = ch->state;
    bool secure = is_secure(ch);
    const uint8_t *p = wt_here(c);
    wt_http_head head;
    x->response = n > 5 && memcmp(p, "HTTP/", 5) == 0;
    const wt_http_asked *asked = x->response ? answered(s, h, x, is_interim(c)) : NULL;
    wt_http_read_head(c, n, secure, asked, &head);
    x->scanned = 0;
    x->frame = s->frame->number;
    uint8_t how = framing(&head, asked);
    if (!x->response) {
        remember(s, h, &head, secure);
        offer(s, ch, &head, secure);
    } else if (how == FRAMING_TUNNEL) {
        agree(s, ch, &head);
    }
    begin_body(h, x, &head, how);
    if (!finished(x) && x->phase != TUNNEL)
        keep_head(s, x, p, n);
    wt_text *to = wt_tell(c);
    if (to)
        wt_http_tell_head(to, s, &head);
}

/* The message ends in a later frame than it began: say once more what it was, as a derived source. */
static void recall_head(wt_cur *c, wt_chan *ch, side *x) {
    wt_session *s = c->s;
    uint8_t *copy = x->head && x->frame != s->frame->number ? wt_arena(s, x->head_len) : NULL;
    if (copy) {
        memcpy(copy, x->head, x->head_len);
        uint16_t source = wt_add_source(s, ch->kind, copy, x->head_len, c->source, c->pos, 0);
        if (source) {
            wt_cur again = wt_over(c, source);
            wt_http_head head;
            wt_http_read_head(&again, x->head_len, is_secure(ch), x->has_asked ? &x->answers : NULL, &head);
            wt_text *to = wt_tell(c);
            if (to) {
                wt_put_s(to, "; it is complete: ");
                wt_http_tell_head(to, s, &head);
            }
        }
    }
    drop_head(s, x);
}

/* ---- bodies ----------------------------------------------------------------------------- */

static void tell_part(wt_cur *c, const side *x, uint64_t n) {
    wt_text *to = x->frame != c->s->frame->number ? wt_tell(c) : NULL;
    if (!to || to->len > 200)
        return;
    wt_put_u(to, n);
    wt_put_s(to, n == 1 ? " more byte" : " more bytes");
    wt_put_s(to, x->response ? " of the response of frame " : " of the request of frame ");
    wt_put_u(to, x->frame);
}

/* Up to `most` bytes of the body at c->pos. */
static uint32_t body(wt_cur *c, side *x, uint64_t most) {
    uint32_t n = wt_left(c);
    if (n > most)
        n = (uint32_t)most;
    if (!n)
        return 0;
    wt_emit_u(c, F_BODY, c->pos, n, n);
    wt_skip(c, n);
    x->body += n;
    return n;
}

/* A line of chunked coding that is here as a whole: its length with the line end, 0 if not. */
static uint32_t line_here(const wt_cur *c) {
    const uint8_t *lf = wt_left(c) ? memchr(wt_here(c), '\n', wt_left(c)) : NULL;
    return lf ? (uint32_t)(lf - wt_here(c)) + 1 : 0;
}

/* "1a3; extension": false if it is no number of a chunk. */
static bool chunk_size(wt_cur *c, side *x, uint32_t line) {
    const uint8_t *p = wt_here(c);
    uint64_t v = 0;
    uint32_t n = 0;
    for (; n < line; n++) {
        int d = p[n] >= '0' && p[n] <= '9'                 ? p[n] - '0'
                : (p[n] | 32) >= 'a' && (p[n] | 32) <= 'f' ? (p[n] | 32) - 'a' + 10
                                                           : -1;
        if (d < 0)
            break;
        if (v >> 56)
            return false;
        v = v << 4 | (unsigned)d;
    }
    if (!n)
        return false;
    wt_emit_u(c, F_CHUNK_SIZE, c->pos, n, v);
    wt_skip(c, line);
    x->left = v;
    x->phase = v ? CHUNK_DATA : TRAILER;
    return true;
}

/* One step through chunked coding; false if the line at c->pos is not whole yet. */
static bool chunk_step(wt_cur *c, side *x) {
    if (x->phase == CHUNK_DATA) {
        x->left -= body(c, x, x->left);
        if (!x->left)
            x->phase = CHUNK_END;
        return true;
    }
    uint32_t line = line_here(c);
    if (!line) {
        if (wt_left(c) > LINE_MAX_)
            x->phase = LOST;
        return x->phase == LOST;
    }
    if (x->phase == CHUNK_SIZE) {
        if (!chunk_size(c, x, line)) {
            wt_note(c, "a chunk's size should be here, but this is no hexadecimal number");
            x->phase = LOST;
        }
        return true;
    }
    bool empty = line == 1 || (line == 2 && wt_here(c)[0] == '\r');
    wt_skip(c, line);
    if (x->phase == CHUNK_END)
        x->phase = CHUNK_SIZE;
    else if (empty)
        x->phase = HEAD;
    return true;
}

/* As much of the message's body as is here. */
static void read_body(wt_cur *c, side *x) {
    uint64_t before = x->body;
    bool more = true;
    while (more && wt_left(c) && x->phase != HEAD && x->phase != LOST) {
        if (x->phase == BODY_LENGTH) {
            x->left -= body(c, x, x->left);
            if (!x->left)
                x->phase = HEAD;
        } else if (x->phase == UNTIL_CLOSE) {
            body(c, x, UINT64_MAX);
        } else {
            more = chunk_step(c, x);
        }
    }
    if (x->body > before || finished(x))
        tell_part(c, x, x->body - before);
}

/* ---- the stream ------------------------------------------------------------------------- */

static void tunnel(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    if (!ch->child && !(ch->child = wt_chan_new(s, ch->flow, ch, ch->kind))) {
        wt_limit_hit(c, WT_LIMIT_POOL);
        c->pos = c->end;
        return;
    }
    wt_chan_push(c, ch->child, dir);
}

/* One message, or as much of it as is here. */
static void part(wt_cur *c, wt_chan *ch, int dir, uint32_t head) {
    http *h = ch->state;
    side *x = &h->side[dir];
    wt_cur all = *c, layer = wt_layer_begin(c, WT_P_HTTP, wt_left(c));
    bool own = !layer.fail;
    if (!own)                              /* no room for a layer: where messages end still counts */
        layer = all;
    uint32_t start = layer.pos;
    if (head)
        read_head(&layer, ch, x, head);
    if (x->phase != TUNNEL)
        read_body(&layer, x);
    if (finished(x))
        recall_head(&layer, ch, x);
    c->pos = layer.pos;
    if (own)
        wt_layer_of(&layer)->length = layer.pos - start;
}

/* Where no head can be: bytes as they are. */
static void as_data(wt_cur *c) {
    wt_run(c, WT_P_DATA);
    c->pos = c->end;
}

static bool at_line_part(const wt_cur *c, const side *x) {
    return (x->phase == CHUNK_SIZE || x->phase == CHUNK_END || x->phase == TRAILER) && !line_here(c) &&
           wt_left(c) <= LINE_MAX_;
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    http *h = ch->state;
    side *x = &h->side[dir];
    while (wt_left(c)) {
        uint32_t head = 0;
        if (x->phase == TUNNEL) {
            tunnel(c, ch, dir);
            return 0;
        }
        if (x->phase == LOST) {
            if (wt_http_probe(wt_here(c), wt_left(c), dir) == WT_PROBE_NO) {
                as_data(c);
                return 0;
            }
            x->phase = HEAD;
        }
        if (x->phase == HEAD) {
            const uint8_t *p = wt_here(c);
            /* Stray line ends before a message are allowed (RFC 9112 §2.2). */
            if (p[0] == '\r' || p[0] == '\n') {
                wt_skip(c, 1);
                continue;
            }
            if (wt_http_probe(p, wt_left(c), dir) == WT_PROBE_NO) {
                x->phase = LOST;
                continue;
            }
            head = wt_http_head_length(p, wt_left(c), &x->scanned);
            if (!head && wt_left(c) > HEAD_MAX) {
                wt_note(c, "this head is longer than %u bytes: not read on", (unsigned)HEAD_MAX);
                x->scanned = 0;
                x->phase = LOST;
                as_data(c);
            }
            if (!head)
                return 0;
        }
        if (at_line_part(c, x))
            return 0;
        part(c, ch, dir, head);
    }
    return 0;
}

static bool gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    http *h = ch->state;
    side *x = &h->side[dir];
    x->scanned = 0;
    if (x->phase == TUNNEL) {
        if (ch->child)
            wt_chan_gap(s, ch->child, dir, length);
        return true;
    }
    if (x->phase == UNTIL_CLOSE)
        return true;
    bool counted = !is_secure(ch) && (x->phase == BODY_LENGTH || x->phase == CHUNK_DATA) && length <= x->left;
    if (counted) {
        x->left -= length;
        x->body += length;
        if (!x->left)
            x->phase = x->phase == BODY_LENGTH ? HEAD : CHUNK_END;
    } else {
        x->phase = LOST;
    }
    if (x->phase == HEAD || x->phase == LOST)
        drop_head(s, x);
    return true;
}

static void close_side(wt_cur *c, wt_chan *ch, int dir) {
    http *h = ch->state;
    side *x = &h->side[dir];
    if (ch->child)
        wt_chan_close(c, ch->child, dir);
    if (x->phase == UNTIL_CLOSE && x->head && x->frame != c->s->frame->number) {
        wt_cur layer = wt_layer_begin(c, WT_P_HTTP, 0);
        if (!layer.fail) {
            wt_text *to = wt_tell(&layer);
            if (to)
                wt_put_s(to, "the close ends the response");
            recall_head(&layer, ch, x);
        }
    }
    drop_head(c->s, x);
    x->phase = LOST;
}

static void free_http(wt_session *s, wt_chan *ch) {
    http *h = ch->state;
    for (int i = 0; i < 2; i++) {
        drop_head(s, &h->side[i]);
        if (h->side[i].has_asked)
            forget_asked(s, &h->side[i].answers);
    }
    for (uint32_t i = 0; i < h->asked_count; i++)
        forget_asked(s, &h->asked[(h->asked_first + i) % ASKED_MAX]);
}

static const wt_stream_ops stream = {
    .state_size = sizeof(http), .feed = feed, .gap = gap, .close = close_side, .free = free_http,
    .probe = wt_http_probe,
};

static const wt_binding bindings[] = {
    {WT_T_TCP_PORT, 80, NULL},      {WT_T_TCP_PORT, 2869, NULL},    {WT_T_TCP_PORT, 3128, NULL},
    {WT_T_TCP_PORT, 3132, NULL},    {WT_T_TCP_PORT, 5985, NULL},    {WT_T_TCP_PORT, 8000, NULL},
    {WT_T_TCP_PORT, 8080, NULL},    {WT_T_TCP_PORT, 8088, NULL},    {WT_T_TCP_PORT, 11371, NULL},
    {WT_T_TLS_ALPN, 0, "http/1.1"}, {WT_T_TLS_ALPN, 0, "http/1.0"},
};

const wt_protocol wt_proto_http = {
    .info = {.name = "http", .title = "Hypertext Transfer Protocol", .tag = "HTTP",
             .why = "Asks servers for pages and data, and brings them.", .ref = "RFC 9112",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = sizeof bindings / sizeof *bindings, .stream = &stream,
};
