/* polling.c - requests for the same thing, and how long each answer was held. */
#include "tell/polling.h"

#include <stdlib.h>
#include <string.h>

enum { SETS = 256, WAYS = 4, EXCHANGES = 1024 };
enum { ASKED_MIN = 3, HELD_NS = 300000000, PAUSE_MIN_NS = 100000000 };

/* A request that waits for its answer, or an answer that is coming. */
typedef struct exchange {
    uint32_t flow, substream;
    wt_poll *poll;                         /* NULL: not in use */
    uint32_t poll_hash;                    /* whether it is still the same resource */
    uint64_t order;
    int64_t asked_ns;
    bool answering;
    uint64_t body;
    uint8_t first[4];
} exchange;

enum { METHOD, URI, CODE, TYPE, METHOD2, URI2, PATH2, STATUS2, TYPE2, FIELDS };

struct wt_polling {
    wt_poll polls[SETS * WAYS];
    exchange exchanges[EXCHANGES];
    uint64_t order, forgotten;
    wt_fid fields[FIELDS];
    int http, http2;
};

wt_polling *wt_polling_new(void) {
    static const char *const names[FIELDS] = {
        "http.request.method", "http.request.full_uri", "http.response.code", "http.content_type",
        "http2.headers.method", "http2.request.full_uri", "http2.headers.path", "http2.headers.status",
        "http2.headers.content_type"};
    wt_polling *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    for (int i = 0; i < FIELDS; i++)
        p->fields[i] = wt_field_find(names[i]);
    p->http = wt_protocol_find("http");
    p->http2 = wt_protocol_find("http2");
    return p;
}

void wt_polling_free(wt_polling *p) { free(p); }

void wt_polling_fields(const wt_polling *p, wt_fid *list, size_t *n) {
    for (int i = 0; i < FIELDS; i++)
        if (p->fields[i] != WT_FID_NONE)
            list[(*n)++] = p->fields[i];
}

/* ---- what a head says ------------------------------------------------------------------- */

typedef struct head {
    const wt_item *method, *uri, *code, *type;
} head;

static void read_head(const wt_polling *p, const wt_tape *tape, uint8_t layer, head *h) {
    const wt_layer *l = &tape->layers[layer];
    *h = (head){0};
    for (uint32_t i = l->first; i < l->end; i++) {
        const wt_item *item = &tape->items[i];
        wt_fid f = item->field;
        if (f == p->fields[METHOD] || f == p->fields[METHOD2])
            h->method = item;
        else if (f == p->fields[URI] || f == p->fields[URI2] || (f == p->fields[PATH2] && !h->uri))
            h->uri = item;
        else if (f == p->fields[CODE] || f == p->fields[STATUS2])
            h->code = item;
        else if (f == p->fields[TYPE] || f == p->fields[TYPE2])
            h->type = item;
    }
}

static bool begins(const wt_item *item, const char *text) {
    return item && item->vlen >= strlen(text) && memcmp(item->v.p, text, strlen(text)) == 0;
}

/* ---- resources -------------------------------------------------------------------------- */

static void copy_text(char *to, size_t room, const wt_item *item, char end) {
    size_t n = 0;
    for (; n < room - 1 && n < item->vlen && item->v.p[n] != (uint8_t)end; n++)
        to[n] = item->v.p[n] > 0x20 && item->v.p[n] < 0x7f ? (char)item->v.p[n] : '?';
    to[n] = 0;
}

static uint32_t hash_bytes(uint32_t h, const void *p, size_t n) {
    for (const uint8_t *b = p; n--; b++)
        h = (h ^ *b) * 16777619u;
    return h;
}

static void endpoint_key(const wt_endpoint *e, bool with_port, uint8_t out[20]) {
    memset(out, 0, 20);
    out[0] = e->kind;
    memcpy(out + 1, e->addr, e->length <= 16 ? e->length : 16);
    if (with_port)
        memcpy(out + 17, &e->port, 2);
}

/* The resource's place, which may be an old one's that has to go. */
static wt_poll *find_poll(wt_polling *p, const wt_tape *tape, const head *h, uint32_t flow) {
    wt_poll key = {.first_frame = tape->frame->number, .transport_flow = flow, .last_flow = UINT32_MAX};
    copy_text(key.method, sizeof key.method, h->method, 0);
    copy_text(key.uri, sizeof key.uri, h->uri, '?');
    endpoint_key(&tape->src, false, key.client);
    endpoint_key(&tape->dst, true, key.server);
    key.hash = hash_bytes(2166136261u, key.uri, strlen(key.uri));
    key.hash = hash_bytes(key.hash, key.method, strlen(key.method));
    key.hash = hash_bytes(hash_bytes(key.hash, key.client, 20), key.server, 20) | 1;
    wt_poll *set = &p->polls[(key.hash >> 1) % SETS * WAYS], *oldest = set;
    for (int i = 0; i < WAYS; i++) {
        wt_poll *x = &set[i];
        if (x->hash == key.hash && strcmp(x->uri, key.uri) == 0 && strcmp(x->method, key.method) == 0)
            return x;
        if (x->last_frame < oldest->last_frame)
            oldest = x;
    }
    if (oldest->asked >= ASKED_MIN)
        p->forgotten++;
    key.first_ns = tape->frame->time_ns;
    *oldest = key;
    return oldest;
}

static void sample(int64_t *list, uint32_t *count, int64_t value) {
    list[(*count)++ % WT_POLL_SAMPLES] = value < 0 ? 0 : value;
}

/* ---- exchanges -------------------------------------------------------------------------- */

static exchange *find_exchange(wt_polling *p, const wt_piece *piece, bool answering) {
    exchange *found = NULL;
    uint32_t at = (piece->flow * 2654435761u ^ piece->substream * 40503u) % EXCHANGES;
    for (uint32_t i = 0; i < WAYS; i++) {
        exchange *x = &p->exchanges[(at + i) % EXCHANGES];
        if (x->poll && x->poll->hash == x->poll_hash && x->flow == piece->flow && x->substream == piece->substream &&
            x->answering == answering && (!found || x->order < found->order))
            found = x;
    }
    return found;
}

static exchange *new_exchange(wt_polling *p, const wt_piece *piece) {
    uint32_t at = (piece->flow * 2654435761u ^ piece->substream * 40503u) % EXCHANGES;
    exchange *best = &p->exchanges[at];
    for (uint32_t i = 0; i < WAYS && best->poll; i++) {
        exchange *x = &p->exchanges[(at + i) % EXCHANGES];
        if (!x->poll || x->order < best->order)
            best = x;
    }
    *best = (exchange){.flow = piece->flow, .substream = piece->substream, .order = ++p->order};
    return best;
}

/* The answer is complete, or the next message shows that it was. */
static void finish(exchange *x) {
    static const char *const nothing[] = {"[]", "{}", "null"};
    bool empty = x->body == 0;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        empty |= x->body == strlen(nothing[i]) && memcmp(x->first, nothing[i], x->body) == 0;
    x->poll->empty += empty;
    x->poll = NULL;
}

static void asked(wt_polling *p, const wt_tape *tape, const wt_piece *piece, const head *h) {
    wt_poll *poll = find_poll(p, tape, h, piece->flow);
    int64_t now = tape->frame->time_ns;
    poll->asked++;
    poll->last_frame = tape->frame->number;
    if (poll->last_flow != piece->flow)
        poll->connections++;
    poll->last_flow = piece->flow;
    if (poll->answered && poll->last_answer_ns >= poll->last_ask_ns)
        sample(poll->pause, &poll->pause_count, now - poll->last_answer_ns);
    poll->last_ask_ns = now;
    exchange *x = new_exchange(p, piece);
    x->poll = poll;
    x->poll_hash = poll->hash;
    x->asked_ns = now;
}

static void answered(wt_polling *p, const wt_tape *tape, const wt_piece *piece, const head *h) {
    exchange *x = find_exchange(p, piece, true);
    if (x)
        finish(x);
    if (begins(h->code, "1") || (h->code && !(h->code->flags & WT_I_POINTER) && h->code->v.u / 100 == 1))
        return;
    x = find_exchange(p, piece, false);
    if (!x)
        return;
    wt_poll *poll = x->poll;
    x->answering = true;
    poll->answered++;
    poll->last_frame = tape->frame->number;
    poll->last_answer_ns = tape->frame->time_ns;
    poll->stream |= begins(h->type, "text/event-stream");
    sample(poll->held, &poll->held_count, tape->frame->time_ns - x->asked_ns);
    if (piece->last)
        finish(x);
}

static void body(wt_polling *p, const wt_tape *tape, const wt_piece *piece) {
    exchange *x = find_exchange(p, piece, true);
    if (!x)
        return;
    const uint8_t *from = piece->length ? tape->sources[piece->source].data + piece->offset : NULL;
    for (uint32_t i = 0; i < piece->length && x->body + i < sizeof x->first; i++)
        x->first[x->body + i] = from[i];
    x->body += piece->length;
    x->poll->last_answer_ns = tape->frame->time_ns;
    if (piece->last)
        finish(x);
}

void wt_polling_tape(wt_polling *p, const wt_tape *tape) {
    for (uint32_t i = 0; i < tape->piece_count; i++) {
        const wt_piece *piece = &tape->pieces[i];
        if (piece->proto != p->http && piece->proto != p->http2)
            continue;
        if (piece->kind == WT_PIECE_HEAD) {
            head h;
            read_head(p, tape, piece->layer, &h);
            if (h.method && h.uri)
                asked(p, tape, piece, &h);
            else if (h.code)
                answered(p, tape, piece, &h);
        } else if (piece->kind == WT_PIECE_BODY) {
            body(p, tape, piece);
        }
    }
}

/* ---- judging ---------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* Sorted copies; how many there are. */
static uint32_t sorted(const int64_t *list, uint32_t count, int64_t *out) {
    uint32_t n = count < WT_POLL_SAMPLES ? count : WT_POLL_SAMPLES;
    memcpy(out, list, n * sizeof *out);
    qsort(out, n, sizeof *out, by_size);
    return n;
}

enum wt_poll_kind wt_poll_judge(const wt_poll *poll, int64_t *held, int64_t *pause) {
    int64_t h[WT_POLL_SAMPLES], g[WT_POLL_SAMPLES];
    uint32_t hn = sorted(poll->held, poll->held_count, h), gn = sorted(poll->pause, poll->pause_count, g);
    if (poll->stream || poll->asked < ASKED_MIN || hn < 2 || gn < 2)
        return WT_POLL_NONE;
    *held = h[hn / 2];
    *pause = g[gn / 2];
    if (*held >= HELD_NS && *pause * 2 <= *held)
        return WT_POLL_LONG;
    bool regular = g[gn * 3 / 4] - g[gn / 4] <= *pause / 2;
    return *held < HELD_NS && *pause >= PAUSE_MIN_NS && *pause >= *held * 2 && regular ? WT_POLL_SHORT : WT_POLL_NONE;
}

const wt_poll *wt_polling_get(const wt_polling *p, uint32_t n) { return n < SETS * WAYS ? &p->polls[n] : NULL; }

uint64_t wt_polling_forgotten(const wt_polling *p) { return p->forgotten; }
