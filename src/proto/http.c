/* http.c - HTTP/1 on a stream: message after message, and what else the stream turns into. */
#include "proto/common/base64.h"
#include "proto/http_state.h"

static const wt_field fields[] = {HTTP_FIELDS(WT_ROW)};

/* ---- heads ------------------------------------------------------------------------------ */

static bool is_secure(const wt_chan *ch) {
    for (const wt_chan *p = ch->parent; p; p = p->parent)
        if (p->proto == WT_P_TLS)
            return true;
    return false;
}

wt_http_about wt_http_about_of(const wt_chan *ch, const side *x, const wt_http_asked *asked) {
    return (wt_http_about){.asked = asked, .number = x->message, .previous = {x->previous[0], x->previous[1]},
                           .head_ns = x->head_ns, .secure = is_secure(ch)};
}

/* Three digits behind the version decide whether a request is used up, before the head is read. */
static bool is_interim(const wt_cur *c) {
    const uint8_t *p = wt_here(c);
    return wt_left(c) > 12 && memcmp(p, "HTTP/1.", 7) == 0 && p[8] == ' ' && p[9] == '1' &&
           memcmp(p + 9, "101", 3) != 0;
}

/* To be said again when the message is complete, unless the whole head is to be shown again. */
static void keep_words(const wt_session *s, side *x, uint32_t head, const wt_text *told, wt_http_part words) {
    if (!wt_quiet(s, WT_P_HTTP) || head > KEEP_MAX || told->cut || words.n > sizeof x->words)
        return;
    memcpy(x->words, words.p, words.n);
    x->words_len = (uint8_t)words.n;
}

static void keep_head(wt_session *s, side *x, const uint8_t *p, uint32_t n) {
    if (x->words_len || n > KEEP_MAX || !(x->head = wt_pool_buffer(s, n)))
        return;
    memcpy(x->head, p, n);
    x->head_len = n;
}

/* Tokens are shown behind the head that brought them. */
static void read_tokens(wt_cur *c, const wt_http_head *head) {
    static const char type[] = "application/jwt";
    for (uint32_t i = 0; i < head->tokens && c->s->bodies_wanted; i++) {
        wt_cur token = *c;
        token.start = token.pos = (uint32_t)(head->token[i].p - c->data);
        token.end = token.cap = token.pos + head->token[i].n;
        wt_media_run(&token, (const uint8_t *)type, sizeof type - 1);
    }
}

/* What an Upgrade to HTTP/2 brings along as its first settings. */
static void read_settings(wt_cur *c, wt_http_part letters) {
    wt_session *s = c->s;
    int proto = letters.n && s->bodies_wanted ? wt_bound_text(s, WT_T_HTTP_UPGRADE, (const uint8_t *)"h2c", 3) : -1;
    uint32_t made = 0;
    const uint8_t *plain = proto >= 0 && wt_protocols[proto]->dissect ? wt_base64(s, letters.p, letters.n, &made)
                                                                      : NULL;
    uint16_t source = plain ? wt_add_source(s, "HTTP2-Settings", plain, made, c->source,
                                            (uint32_t)(letters.p - c->data), letters.n)
                            : 0;
    if (!source)
        return;
    wt_cur over = wt_over(c, source);
    wt_run(&over, (uint32_t)proto);
}

static void add_piece(wt_cur *c, const wt_chan *ch, const side *x, uint32_t n, bool last) {
    const http *h = ch->state;
    wt_piece_add(c->s, &(wt_piece){.kind = WT_PIECE_HEAD, .transport = ch->flow->kind, .proto = WT_P_HTTP,
                                   .dir = (uint8_t)(x - h->side), .first = true, .last = last, .source = c->source,
                                   .flow = ch->flow->index, .message = x->message, .offset = c->pos, .length = n});
}

/* For the ledger: "GET /cart" or "200 OK", out of the first line. */
static void claim_head(wt_session *s, const wt_chan *ch, const side *x, const uint8_t *p, uint32_t n) {
    const http *h = ch->state;
    uint32_t from = 0, to = 0;
    while (to < n && p[to] != '\r' && p[to] != '\n')
        to++;
    if (x->response)
        while (from < to && p[from++] != ' ')
            ;
    else if (to > 9 && memcmp(p + to - 9, " HTTP/1.", 8) == 0)
        to -= 9;
    wt_claim_bytes(s, ch, (int)(x - h->side), &(wt_claim){.use = WT_USE_HTTP_HEAD, .length = n, .message = x->exchange,
                                                          .label = (const char *)p + from, .label_len = to - from});
}

/* What the headline says of a head, which may be known. */
static wt_http_part tell_head(wt_text *to, const wt_session *s, const wt_http_head *head, const wt_http_known *known) {
    uint32_t from = to->len;
    if (known && known->words_len && to->cap - to->len >= known->words_len)
        wt_put_n(to, known->words, known->words_len);
    else
        wt_http_tell_head(to, s, head);
    return (wt_http_part){(const uint8_t *)to->p + from, to->len - from};
}

/* A head of n bytes, which may be known; `whole`: its end is there. */
static void read_head(wt_cur *c, wt_chan *ch, side *x, uint32_t n, const wt_http_known *known, bool whole) {
    wt_session *s = c->s;
    http *h = ch->state;
    const uint8_t *p = wt_here(c);
    wt_cur start = *c;
    wt_http_head fresh;
    const wt_http_head *head = known ? &known->head : &fresh;
    wt_http_part words = {NULL, 0};
    wt_http_drop_message(s, x);
    x->response = n > 5 && memcmp(p, "HTTP/", 5) == 0;
    x->message++;
    x->scanned = 0;
    x->frame = s->frame->number;
    x->head_ns = s->frame->time_ns;
    memcpy(x->previous, h->previous, sizeof x->previous);
    const wt_http_asked *asked = x->response ? wt_http_answered(s, h, x, is_interim(c)) : NULL;
    wt_http_about about = wt_http_about_of(ch, x, asked);
    if (x->response && ch->child)
        about.ws_key.p = wt_chan_get(ch->child, WT_A_WS_KEY, &about.ws_key.n);
    if (known)
        wt_skip(c, n);
    else
        wt_http_read_head(c, n, &about, &fresh);
    x->exchange = !x->response ? x->message : asked ? asked->message : UNASKED | x->message;
    if (s->claims)
        claim_head(s, ch, x, p, n);
    uint8_t how = wt_http_framing(head, asked);
    add_piece(&start, ch, x, n, how == FRAMING_NONE || how == FRAMING_TUNNEL);
    if (!x->response) {
        wt_http_remember(s, h, head, x->message, about.secure);
        wt_http_offer(s, ch, head, about.secure);
    } else if (how == FRAMING_TUNNEL) {
        wt_http_agree(s, ch, head);
    }
    h->previous[x->response] = x->frame;
    wt_http_begin_body(s, ch, x, head, how);
    wt_text *to = wt_tell(c);
    if (to) {
        words = tell_head(to, s, head, known);
        keep_words(s, x, n, to, words);
    }
    read_tokens(c, head);
    read_settings(c, head->value[KEY_H2_SETTINGS]);
    if (!known && whole && !(to && to->cut))
        wt_http_see(s, ch, (int)(x - h->side), p, n, head, words);
}

/* ---- the stream ------------------------------------------------------------------------- */

/* Through a proxy: where to, in every frame, since nothing else in it says so. */
static void tell_proxy(wt_cur *c, const wt_chan *child) {
    uint32_t n = 0, method = 0;
    const uint8_t *name = wt_chan_get(child, WT_A_METHOD, &method), *to = wt_chan_get(child, WT_A_URI, &n);
    if (!to || method != 7 || memcmp(name, "CONNECT", 7) != 0 ||
        !(wt_wants(c->s, F_PROXY_HOST) || wt_wants(c->s, F_PROXY_PORT)))
        return;
    uint32_t host = n;
    uint64_t port;
    while (host && to[host - 1] != ':')
        host--;
    uint8_t *copy = host > 1 ? wt_arena(c->s, host - 1) : NULL;
    wt_cur here = *c, layer = wt_layer_begin(&here, WT_P_HTTP, 0);
    if (!copy || layer.fail)
        return;
    memcpy(copy, to, host - 1);
    wt_gen_p(&layer, F_PROXY_HOST, copy, host - 1);
    if (wt_http_number(to + host, n - host, &port) && port <= UINT16_MAX)
        wt_gen_u(&layer, F_PROXY_PORT, port);
}

static void tunnel(wt_cur *c, wt_chan *ch, int dir) {
    wt_session *s = c->s;
    if (!ch->child && !(ch->child = wt_chan_new(s, ch->flow, ch, ch->kind))) {
        wt_limit_hit(c, WT_LIMIT_POOL);
        c->pos = c->end;
        return;
    }
    tell_proxy(c, ch->child);
    wt_chan_push(c, ch->child, dir);
}

/* One message, or as much of it as is here. */
static void part(wt_cur *c, wt_chan *ch, int dir, uint32_t head, const wt_http_known *known) {
    http *h = ch->state;
    side *x = &h->side[dir];
    wt_cur all = *c, layer = wt_layer_begin(c, WT_P_HTTP, wt_left(c));
    bool own = !layer.fail;
    if (!own)                              /* no room for a layer: where messages end still counts */
        layer = all;
    uint32_t start = layer.pos;
    if (head)
        read_head(&layer, ch, x, head, known, true);
    if (x->phase != TUNNEL)
        wt_http_read_body(&layer, ch, x);
    if (head && x->phase != HEAD && x->phase != TUNNEL && x->phase != LOST)
        keep_head(c->s, x, layer.data + start, head);
    c->pos = layer.pos;
    if (own)
        wt_layer_of(&layer)->length = layer.pos - start;
}

/* Where no head can be: bytes as they are. */
static void as_data(wt_cur *c) {
    wt_run(c, WT_P_DATA);
    c->pos = c->end;
}

/* How many bytes at c are line ends. */
static uint32_t line_ends(const wt_cur *c) {
    const uint8_t *p = wt_here(c);
    uint32_t n = 0;
    while (n < wt_left(c) && (p[n] == '\r' || p[n] == '\n'))
        n++;
    return n;
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    http *h = ch->state;
    side *x = &h->side[dir];
    while (wt_left(c)) {
        uint32_t head = 0;
        const wt_http_known *known = NULL;
        if (x->phase == TUNNEL) {
            tunnel(c, ch, dir);
            return 0;
        }
        if (x->phase == LOST) {
            uint32_t blank = line_ends(c);
            if (blank == wt_left(c) || wt_http_probe(wt_here(c) + blank, wt_left(c) - blank, dir) == WT_PROBE_NO) {
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
                wt_claim_use(c->s, ch, dir, WT_USE_HTTP_HEAD, 1);
                continue;
            }
            known = wt_http_seen_before(c->s, ch, dir, p, wt_left_captured(c));
            if (!known && wt_http_probe(p, wt_left(c), dir) == WT_PROBE_NO) {
                x->phase = LOST;
                continue;
            }
            head = known ? known->n : wt_http_head_length(p, wt_left(c), &x->scanned);
            if (!head && wt_left(c) > HEAD_MAX) {
                wt_note(c, "this head is longer than %u bytes: not read on", (unsigned)HEAD_MAX);
                x->scanned = 0;
                x->phase = LOST;
                as_data(c);
            }
            if (!head)
                return 0;
        }
        if (wt_http_waits_for_line(c, x))
            return 0;
        part(c, ch, dir, head, known);
    }
    return 0;
}

/* A head that goes on past the captured bytes: as many lines as are whole, or a part of the first one. */
static void cut(wt_cur *c, wt_chan *ch, int dir) {
    http *h = ch->state;
    side *x = &h->side[dir];
    uint32_t n = wt_left_captured(c);
    const uint8_t *p = wt_here(c);
    if (x->phase == TUNNEL && ch->child)
        wt_chan_cut(c, ch->child, dir);
    if (x->phase != HEAD || !n || !memchr(p, ' ', n) || wt_http_probe(p, n, dir) == WT_PROBE_NO)
        return;
    wt_cur layer = wt_layer_begin(c, WT_P_HTTP, wt_left(c));
    if (layer.fail)
        return;
    const uint8_t *lf = memrchr(p, '\n', n);
    if (lf)
        n = (uint32_t)(lf - p) + 1;
    wt_cur here = layer;
    here.end = here.cap = here.pos + n;
    read_head(&here, ch, x, n, NULL, false);
    layer.pos = here.pos;
    wt_need(&layer, wt_left(&layer));
    x->cut = x->phase == TUNNEL;
    if (x->cut)
        return;
    wt_http_drop_message(c->s, x);
    x->phase = LOST;                       /* where the head ends was not captured */
}

/* Bytes of a body are missing: counted, if where it ends does not depend on them. */
static bool gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    http *h = ch->state;
    side *x = &h->side[dir];
    wt_cur c = {.s = s, .layer = s->layer_count ? (uint8_t)(s->layer_count - 1) : 0};
    x->scanned = 0;
    if (x->phase == TUNNEL) {
        if (ch->child && !x->cut)
            wt_chan_gap(s, ch->child, dir, length);
        x->cut = false;
        return true;
    }
    bool counted = !is_secure(ch) && (x->phase == BODY_LENGTH || x->phase == CHUNK_DATA) && length <= x->left;
    if (x->body && (counted || x->phase == UNTIL_CLOSE))
        wt_body_gap(&c, x->body, length);
    if (x->phase == UNTIL_CLOSE)
        return true;
    if (counted) {
        x->left -= length;
        x->size += length;
        if (!x->left)
            x->phase = x->phase == BODY_LENGTH ? HEAD : CHUNK_END;
    } else {
        x->phase = LOST;
    }
    if (x->phase == HEAD || x->phase == LOST)
        wt_http_drop_message(s, x);
    return true;
}

/* The close completes a body without length; any other one it breaks off. */
static void close_message(wt_cur *c, wt_chan *ch, side *x) {
    bool broken = x->phase != UNTIL_CLOSE;
    wt_cur layer = wt_layer_begin(c, WT_P_HTTP, 0);
    if (layer.fail)
        return;
    wt_text *to = wt_tell(&layer);
    if (to) {
        wt_put_s(to, broken ? "the connection ends before the " : "the close ends the ");
        wt_put_s(to, x->response ? "response" : "request");
        wt_put_s(to, broken ? " is complete" : "");
    }
    if (broken)
        wt_note(&layer, "the connection ends in the middle of this body");
    else
        wt_http_finish(&layer, ch, x, (wt_http_part){0});
    if (x->body)
        wt_body_break(&layer, x->body);
}

static void close_side(wt_cur *c, wt_chan *ch, int dir) {
    http *h = ch->state;
    side *x = &h->side[dir];
    if (ch->child)
        wt_chan_close(c, ch->child, dir);
    if (x->phase >= BODY_LENGTH && x->phase <= UNTIL_CLOSE)
        close_message(c, ch, x);
    wt_http_drop_message(c->s, x);
    x->phase = LOST;
}

static void free_http(wt_session *s, wt_chan *ch) {
    http *h = ch->state;
    wt_http_drop_message(s, &h->side[0]);
    wt_http_drop_message(s, &h->side[1]);
    wt_http_forget_all(s, h);
}

static const wt_stream_ops stream = {
    .state_size = sizeof(http), .feed = feed, .cut = cut, .gap = gap, .close = close_side, .free = free_http,
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
