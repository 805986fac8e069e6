/* sse.c - server-sent events: an answer that never ends, event by event as they come. */
#include "core/body.h"
#include "proto/common/events.h"

#define REF "WHATWG HTML §9.2"
#define FIELDS(F) \
    F(EVENT, "sse.event", STRING, 0, DEC, NULL, "Event", \
      "The kind of event: the page's code for this kind is called; \"message\" if it is not said.", REF ".6", \
      WT_OURS | WT_STORY) \
    F(DATA, "sse.data", STRING, 0, DEC, NULL, "Data", \
      "What the event says; several such lines are one text of several lines.", REF ".6", WT_OURS | WT_STORY) \
    F(ID, "sse.id", STRING, 0, DEC, NULL, "Id", \
      "Marks how far the stream came: after a break the client asks for what follows this event.", REF ".6", \
      WT_OURS | WT_STORY) \
    F(RETRY, "sse.retry", U64, 0, DEC, NULL, "Retry", \
      "Milliseconds to wait before connecting again, should the stream break.", REF ".6", WT_OURS | WT_STORY) \
    F(COMMENT, "sse.comment", STRING, 0, DEC, NULL, "Comment", \
      "Means nothing; mostly sent so that nobody on the way takes the connection for dead.", REF ".6", \
      WT_OURS | WT_STORY) \
    F(OTHER, "sse.field", STRING, 0, DEC, NULL, "Other line", "A line that clients must ignore.", REF ".6", WT_OURS) \
    F(PIECES, "sse.fragment_count", U32, 0, DEC, NULL, "Pieces", \
      "In how many pieces (chunks, DATA frames, segments) the event's bytes came.", REF ".6", WT_OURS) \
    F(FRAME, "sse.frame", FRAME, 0, DEC, NULL, "Bytes in frame", "A frame that brought bytes of this event.", \
      REF ".6", WT_OURS)
WT_FIELDS(SSE, FIELDS)

enum { FRAMES_KEPT = 8, TOLD = 80 };

typedef struct sse {
    uint32_t scanned;                      /* of the block to come: a line begins there */
    uint32_t pieces, frame_count;          /* that brought bytes of it so far */
    uint64_t frames[FRAMES_KEPT];
    bool begun, skip_lf, lost;             /* lost: bytes are missing, up to the next empty line nothing is certain */
} sse;

/* Bytes of the block at p up to and with its empty line; 0 if that is not there yet. */
static uint32_t block_length(sse *x, const uint8_t *p, uint32_t n) {
    uint32_t at = x->scanned;
    while (at < n) {
        if (at && p[at] == '\n' && p[at - 1] == '\r') {
            x->scanned = ++at;
            continue;
        }
        if (p[at] == '\n')
            return at + 1;
        if (p[at] == '\r')
            return at + 1 < n && p[at + 1] == '\n' ? at + 2 : at + 1;
        while (at < n && p[at] != '\n' && p[at] != '\r')
            at++;
        if (at < n)
            x->scanned = ++at;
    }
    return 0;
}

/* ---- an event --------------------------------------------------------------------------- */

typedef struct text {
    const uint8_t *p;
    uint32_t n;
} text;

typedef struct event {
    text kind, id, data, retry;
    uint32_t data_lines;
    bool has_id, comment;
} event;

static bool name_is(text name, const char *word) {
    return name.n == strlen(word) && memcmp(name.p, word, name.n) == 0;
}

static bool number(text t, uint64_t *v) {
    *v = 0;
    for (uint32_t i = 0; i < t.n; i++) {
        if (t.p[i] < '0' || t.p[i] > '9' || *v > UINT64_MAX / 100)
            return false;
        *v = *v * 10 + (t.p[i] - '0');
    }
    return t.n > 0;
}

/* "name: value", without its line end; `whole` with it. */
static void line(wt_cur *c, text l, uint32_t whole, event *e) {
    uint32_t at = c->pos;
    const uint8_t *colon = memchr(l.p, ':', l.n);
    text name = {l.p, colon ? (uint32_t)(colon - l.p) : l.n}, value = {l.p + l.n, 0};
    if (colon) {
        uint32_t skip = name.n + 1;
        skip += skip < l.n && l.p[skip] == ' ';
        value = (text){l.p + skip, l.n - skip};
    }
    uint64_t v;
    wt_fid f = F_OTHER;
    if (colon == l.p) {
        f = F_COMMENT;
        e->comment = true;
    } else if (name_is(name, "data")) {
        f = F_DATA;
        if (!e->data_lines++)
            e->data = value;
    } else if (name_is(name, "event")) {
        f = F_EVENT;
        e->kind = value;
    } else if (name_is(name, "id") && (!value.n || !memchr(value.p, 0, value.n))) {
        f = F_ID;
        e->id = value;
        e->has_id = true;
    } else if (name_is(name, "retry") && number(value, &v)) {
        e->retry = value;
        wt_emit_u(c, F_RETRY, at, whole, v);
        return;
    }
    if (f == F_OTHER)
        value = l;
    wt_emit_p(c, f, at, whole, value.p, value.n);
}

static void tell(wt_text *to, const event *e) {
    if (!e->data_lines) {
        wt_put_s(to, e->retry.n ? "wait "
                     : e->comment ? "a comment, to keep the stream open"
                     : "nothing for the page: no data");
        if (e->retry.n) {
            wt_put_wire(to, e->retry.p, e->retry.n < 20 ? e->retry.n : 20);
            wt_put_s(to, " ms before connecting again");
        }
        return;
    }
    wt_put_s(to, "event");
    if (e->kind.n) {
        wt_put_c(to, ' ');
        wt_put_wire(to, e->kind.p, e->kind.n < TOLD ? e->kind.n : TOLD);
    }
    if (e->id.n) {
        wt_put_s(to, ", id ");
        wt_put_wire(to, e->id.p, e->id.n < 40 ? e->id.n : 40);
    }
    wt_put_s(to, ": ");
    wt_put_wire(to, e->data.p, e->data.n < TOLD ? e->data.n : TOLD);
    if (e->data.n > TOLD || e->data_lines > 1)
        wt_put_s(to, "…");
}

/* Where its bytes came in. */
static void places(wt_cur *c, const sse *x) {
    uint64_t now = c->s->frame->number;
    wt_gen_u(c, F_PIECES, x->pieces + 1);
    for (uint32_t i = 0; i < x->frame_count; i++)
        wt_gen_u(c, F_FRAME, x->frames[i]);
    if (!x->frame_count || x->frames[x->frame_count - 1] != now)
        wt_gen_u(c, F_FRAME, now);
}

/* Data of one line that begins like JSON is read as JSON, if anybody wants to see that. */
static void read_data(wt_cur *c, wt_chan *ch, int dir, const event *e) {
    wt_session *s = c->s;
    if (e->data_lines != 1 || !e->data.n || (*e->data.p != '{' && *e->data.p != '[') || wt_quiet(s, WT_P_JSON))
        return;
    int json = wt_bound_text(s, WT_T_MEDIA_TYPE, (const uint8_t *)"application/json", 16);
    wt_body *body = json < 0 ? NULL : wt_body_new(s, ch, dir, &(wt_body_info){.proto = json, .unclaimed = true});
    if (!body)
        return;
    wt_cur data = *c;
    data.pos = (uint32_t)(e->data.p - c->data);
    data.end = data.pos + e->data.n;
    data.cap = data.cap < data.end ? data.cap : data.end;
    wt_body_push(&data, body, true);
    wt_body_free(s, body);
}

static void read_block(wt_cur *c, wt_chan *ch, int dir, sse *x) {
    event e = {0};
    while (wt_left(c)) {
        const uint8_t *p = wt_here(c);
        uint32_t n = wt_left(c), k = 0;
        while (k < n && p[k] != '\r' && p[k] != '\n')
            k++;
        uint32_t whole = k + (k < n && p[k] == '\r' && k + 1 < n && p[k + 1] == '\n' ? 2 : k < n);
        if (k)
            line(c, (text){p, k}, whole, &e);
        wt_skip(c, whole);
    }
    places(c, x);
    if (e.has_id && ch->body && ch->body->about)
        wt_event_keep(c->s, ch->body->about, ch->body->about_len, e.id.p, e.id.n);
    wt_text *to = wt_tell(c);
    if (to)
        tell(to, &e);
    read_data(c, ch, dir, &e);
}

/* ---- the stream ------------------------------------------------------------------------- */

static void wait_for_more(wt_cur *c, sse *x) {
    uint64_t now = c->s->frame->number;
    x->pieces++;
    if (x->frame_count < FRAMES_KEPT && (!x->frame_count || x->frames[x->frame_count - 1] != now))
        x->frames[x->frame_count++] = now;
}

static void block(wt_cur *c, wt_chan *ch, int dir, sse *x, uint32_t n) {
    bool empty = n <= 2 && (wt_here(c)[0] == '\n' || wt_here(c)[0] == '\r');
    x->skip_lf = c->data[c->pos + n - 1] == '\r';
    if (x->lost || empty) {
        if (x->lost)
            wt_note(c, "bytes before this are missing: what is left of this event is not shown");
        wt_skip(c, n);
    } else {
        wt_cur layer = wt_layer_begin(c, WT_P_SSE, n);
        if (!layer.fail)
            read_block(&layer, ch, dir, x);
        wt_layer_end(&layer);
    }
    x->lost = false;
    x->scanned = x->pieces = x->frame_count = 0;
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    sse *x = ch->state;
    while (wt_left(c)) {
        if (x->skip_lf && wt_here(c)[0] == '\n') {
            x->skip_lf = false;
            wt_skip(c, 1);
            continue;
        }
        x->skip_lf = false;
        if (!x->begun && wt_here(c)[0] == 0xef) {          /* a byte order mark may stand before all */
            if (wt_left(c) < 3)
                return 3;
            wt_skip(c, 3);
            x->begun = true;
            continue;
        }
        x->begun = true;
        uint32_t n = block_length(x, wt_here(c), wt_left(c));
        if (!n) {
            wait_for_more(c, x);
            return 0;
        }
        block(c, ch, dir, x, n);
    }
    return 0;
}

static bool gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    (void)s;
    (void)dir;
    (void)length;
    sse *x = ch->state;
    *x = (sse){.begun = true, .lost = true};
    return true;
}

static void close_stream(wt_cur *c, wt_chan *ch, int dir) {
    if (ch->half[dir].len)
        wt_note(c, "the stream ends inside an event: a client throws that one away");
}

static const wt_stream_ops stream = {.state_size = sizeof(sse), .feed = feed, .gap = gap, .close = close_stream};

static const wt_binding bindings[] = {{WT_T_MEDIA_TYPE, 0, "text/event-stream"}};

const wt_protocol wt_proto_sse = {
    .info = {.name = "sse", .title = "Server-Sent Events", .tag = "SSE",
             .why = "News from the server, pushed to a page over one answer that stays open.", .ref = REF,
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .stream = &stream,
};
