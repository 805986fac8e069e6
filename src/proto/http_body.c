/* http_body.c - bodies: where they end, by length, in chunks or by the close; handed on as they come. */
#include "proto/http_state.h"

void wt_http_drop_message(wt_session *s, side *x) {
    wt_pool_put(s, x->head, x->head_len);
    wt_pool_put(s, x->chunks, x->chunk_cap * sizeof *x->chunks);
    wt_body_free(s, x->body);
    x->head = NULL;
    x->chunks = NULL;
    x->body = NULL;
    x->head_len = x->chunk_count = x->chunk_cap = 0;
    x->words_len = 0;
    x->chunks_lost = false;
}

/* ---- the beginning ---------------------------------------------------------------------- */

uint8_t wt_http_framing(const wt_http_head *head, const wt_http_asked *asked) {
    if (head->response) {
        if (head->code == 101 || (asked && asked->connect && head->code / 100 == 2))
            return FRAMING_TUNNEL;
        if (head->code / 100 == 1 || head->code == 204 || head->code == 304 || (asked && asked->head))
            return FRAMING_NONE;
    }
    if (head->chunked)
        return FRAMING_CHUNKED;
    if (head->endless)
        return FRAMING_CLOSE;
    if (head->has_length)
        return head->length ? FRAMING_LENGTH : FRAMING_NONE;
    return head->response ? FRAMING_CLOSE : FRAMING_NONE;
}

/* Codings of the content, then those of the transfer, which were put on later; "chunked" is undone here. */
static wt_http_part codings(wt_session *s, const wt_http_head *head) {
    wt_http_part content = head->value[KEY_CODING], transfer = head->value[KEY_TRANSFER];
    transfer.n -= head->chunked && transfer.n >= 7 ? 7 : 0;
    uint8_t *both = transfer.n ? wt_arena(s, content.n + 1 + transfer.n) : NULL;
    if (!both)
        return content;
    if (content.n)
        memcpy(both, content.p, content.n);
    both[content.n] = ',';
    memcpy(both + content.n + 1, transfer.p, transfer.n);
    return (wt_http_part){both, content.n + 1 + transfer.n};
}

void wt_http_begin_body(wt_session *s, wt_chan *ch, side *x, const wt_http_head *head, uint8_t how) {
    static const uint8_t phases[] = {[FRAMING_NONE] = HEAD, [FRAMING_LENGTH] = BODY_LENGTH,
                                     [FRAMING_CHUNKED] = CHUNK_SIZE, [FRAMING_CLOSE] = UNTIL_CLOSE,
                                     [FRAMING_TUNNEL] = TUNNEL};
    http *h = ch->state;
    x->phase = phases[how];
    x->left = how == FRAMING_LENGTH ? head->length : 0;
    x->size = 0;
    if (how == FRAMING_TUNNEL)
        h->side[0].phase = h->side[1].phase = TUNNEL;
    if (how == FRAMING_TUNNEL || how == FRAMING_NONE)
        return;
    wt_http_part type = head->value[KEY_TYPE], coding = codings(s, head);
    wt_body_info info = {.type = type.p,
                         .type_len = type.n,
                         .coding = coding.p,
                         .coding_len = coding.n,
                         .proto = WT_P_DATA,
                         .message = x->message,
                         .exchange = x->exchange,
                         .expected = x->left,
                         .counted = wt_wants(s, F_BODY_DECODED)};
    if (x->response && x->has_asked) {
        info.about = x->answers.uri;
        info.about_len = x->answers.uri_len;
    }
    x->body = wt_body_new(s, ch, (int)(x - h->side), &info);
}

/* ---- the end ---------------------------------------------------------------------------- */

static wt_text *tell_complete(wt_cur *c) {
    wt_text *to = wt_tell(c);
    if (to)
        wt_put_s(to, to->len ? "; it is complete: " : "complete: ");
    return to;
}

/* The message ends in a later frame than it began: say once more what it was, as a derived source. */
static void recall_head(wt_cur *c, wt_chan *ch, side *x) {
    wt_session *s = c->s;
    if (x->frame == s->frame->number)
        return;
    if (x->words_len) {
        wt_text *to = tell_complete(c);
        if (to)
            wt_put_n(to, x->words, x->words_len);
        return;
    }
    uint8_t *copy = x->head ? wt_arena(s, x->head_len) : NULL;
    uint16_t source = 0;
    if (copy) {
        memcpy(copy, x->head, x->head_len);
        source = wt_add_source(s, ch->kind, copy, x->head_len, c->source, c->pos, 0);
    }
    if (!source)
        return;
    wt_cur again = wt_over(c, source);
    wt_http_head head;
    wt_http_about about = wt_http_about_of(ch, x, x->response && x->has_asked ? &x->answers : NULL);
    about.again = true;
    wt_http_read_head(&again, x->head_len, &about, &head);
    wt_text *to = tell_complete(c);
    if (to)
        wt_http_tell_head(to, s, &head);
}

static void put_chunks(wt_cur *c, const side *x) {
    wt_session *s = c->s;
    if (x->chunks_lost)
        wt_limit_hit(c, WT_LIMIT_CHUNKS);
    for (uint32_t i = 0; i < x->chunk_count; i++) {
        const chunk *k = &x->chunks[i];
        bool here = k->frame == s->frame->number;
        wt_item *item = wt_put(c, F_CHUNK_SIZE, here ? k->offset : c->pos, here ? k->length : 0);
        if (!item)
            return;
        item->v.u = k->size;
        if (here)
            item->source = k->source;
    }
}

static void put_times(wt_cur *c, const side *x) {
    int64_t now = c->s->frame->time_ns;
    if (x->response && x->has_asked && now != INT64_MIN && x->answers.time_ns != INT64_MIN)
        wt_gen_u(c, F_LAST_BYTE, (uint64_t)(now - x->answers.time_ns));
}

void wt_http_finish(wt_cur *c, wt_chan *ch, side *x, wt_http_part trailer) {
    wt_session *s = c->s;
    wt_cur last = *c;
    x->size += wt_left(c);
    x->phase = HEAD;
    recall_head(c, ch, x);
    put_chunks(c, x);
    if (trailer.n)
        wt_emit_p(c, F_TRAILER_PART, (uint32_t)(trailer.p - c->data), trailer.n, trailer.p, trailer.n);
    wt_gen_u(c, F_BODY_SIZE, x->size);
    put_times(c, x);
    if (x->body) {
        uint32_t at = s->item_count;
        bool coded = x->body->coding_count > 0;
        if (coded)                         /* stands before what the body holds, but is known only behind it */
            wt_gen_u(c, F_BODY_DECODED, 0);
        wt_body_push(&last, x->body, true);
        if (coded && at < s->item_count && s->items[at].field == F_BODY_DECODED)
            s->items[at].v.u = x->body->plain;
    }
    c->pos = c->end;
    if (!x->response)
        wt_http_asked_now(s, ch->state, x->message);
    wt_http_drop_message(s, x);
}

/* ---- bytes ------------------------------------------------------------------------------ */

static void tell_part(wt_cur *c, const side *x, uint64_t n) {
    wt_text *to = x->frame != c->s->frame->number ? wt_tell(c) : NULL;
    if (!to || to->len > 200)
        return;
    wt_put_s(to, n == 1 ? "one more byte" : "another ");        /* a number behind "HTTP" would be read as a status */
    if (n != 1) {
        wt_put_u(to, n);
        wt_put_s(to, " bytes");
    }
    wt_put_s(to, x->response ? " of the response of frame " : " of the request of frame ");
    wt_put_u(to, x->frame);
}

/* The next bytes of the body, up to `most`. */
static wt_cur next_bytes(wt_cur *c, uint64_t most) {
    uint32_t n = wt_left(c);
    if (n > most)
        n = (uint32_t)most;
    if (n)
        wt_emit_u(c, F_BODY, c->pos, n, n);
    return wt_sub(c, n);
}

static void push(wt_cur part, side *x) {
    x->size += wt_left(&part);
    if (x->body && wt_left(&part))
        wt_body_push(&part, x->body, false);
}

/* ---- chunks ----------------------------------------------------------------------------- */

/* A line that is here as a whole: its length with the line end, 0 if not. */
static uint32_t line_here(const wt_cur *c) {
    const uint8_t *lf = wt_left(c) ? memchr(wt_here(c), '\n', wt_left(c)) : NULL;
    return lf ? (uint32_t)(lf - wt_here(c)) + 1 : 0;
}

/* The lines after the last chunk with their empty line, 0 if that is not here yet. */
static uint32_t trailer_here(const wt_cur *c, side *x) {
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left(c);
    if (n && p[0] == '\n')
        return 1;
    if (n > 1 && p[0] == '\r' && p[1] == '\n')
        return 2;
    return wt_http_head_length(p, n, &x->scanned);
}

bool wt_http_waits_for_line(const wt_cur *c, side *x) {
    if (x->phase == TRAILER)
        return wt_left(c) <= HEAD_MAX && !trailer_here(c, x);
    return (x->phase == CHUNK_SIZE || x->phase == CHUNK_END) && !line_here(c) && wt_left(c) <= SIZE_LINE_MAX;
}

static void keep_chunk(wt_cur *c, side *x, uint64_t size, uint32_t length) {
    wt_session *s = c->s;
    if (!wt_wants(s, F_CHUNK_SIZE) || x->chunks_lost)
        return;
    if (x->chunk_count == x->chunk_cap) {
        uint32_t cap = x->chunk_cap ? x->chunk_cap * 4 : 4;
        chunk *grown = cap <= s->limit[WT_LIMIT_CHUNKS] ? wt_pool_buffer(s, cap * sizeof *grown) : NULL;
        x->chunks_lost = !grown;
        if (!grown)
            return;
        if (x->chunk_count)
            memcpy(grown, x->chunks, x->chunk_count * sizeof *grown);
        wt_pool_put(s, x->chunks, x->chunk_cap * sizeof *grown);
        x->chunks = grown;
        x->chunk_cap = cap;
    }
    x->chunks[x->chunk_count++] = (chunk){size, s->frame->number, c->pos, length, c->source};
}

static int hex(uint8_t c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* For the ledger: a line around the content. */
static void claim_line(wt_session *s, const wt_chan *ch, const side *x, uint32_t n) {
    const http *h = ch->state;
    wt_claim_bytes(s, ch, (int)(x - h->side), &(wt_claim){.use = WT_USE_CHUNKS, .length = n, .message = x->exchange});
}

/* "1a3; extension" and its line end: false if it is no size of a chunk. */
static bool chunk_size(wt_cur *c, side *x, uint32_t line) {
    const uint8_t *p = wt_here(c);
    uint64_t v = 0;
    uint32_t n = 0, end = line;
    for (; n < line && hex(p[n]) >= 0; n++) {
        if (v >> 56)
            return false;
        v = v << 4 | (unsigned)hex(p[n]);
    }
    while (end > n && (p[end - 1] == '\r' || p[end - 1] == '\n'))
        end--;
    if (!n || (end > n && p[n] != ';' && p[n] != ' ' && p[n] != '\t'))
        return false;
    wt_emit_u(c, F_CHUNK_BEGINS, c->pos, n, v);
    const uint8_t *mark = end > n ? memchr(p + n, ';', end - n) : NULL;
    if (mark) {
        uint32_t at = (uint32_t)(mark - p);
        wt_emit_p(c, F_CHUNK_EXTENSION, c->pos + at, end - at, mark + 1, end - at - 1);
    }
    keep_chunk(c, x, v, line);
    wt_skip(c, line);
    x->left = v;
    x->scanned = 0;
    x->phase = v ? CHUNK_DATA : TRAILER;
    return true;
}

static void lose(wt_cur *c, side *x, const char *why) {
    wt_note(c, "%s", why);
    wt_http_drop_message(c->s, x);
    x->phase = LOST;
}

/* What is behind the last chunk; false if it is not whole yet. */
static bool trailer(wt_cur *c, wt_chan *ch, side *x) {
    uint32_t n = trailer_here(c, x), start = c->pos;
    if (!n) {
        if (wt_left(c) > HEAD_MAX)
            lose(c, x, "the lines behind the body do not end: not read on");
        return x->phase == LOST;
    }
    uint32_t end = n > 2 ? n - (c->data[start + n - 2] == '\r' ? 2 : 1) : 0;
    wt_skip(c, n);
    claim_line(c->s, ch, x, n);
    wt_cur none = *c;
    none.end = none.cap = none.pos;
    wt_http_finish(&none, ch, x, (wt_http_part){c->data + start, end});
    x->scanned = 0;
    return true;
}

/* One step through chunked coding; false if the line at c->pos is not whole yet. */
static bool chunk_step(wt_cur *c, wt_chan *ch, side *x) {
    if (x->phase == TRAILER)
        return trailer(c, ch, x);
    if (x->phase == CHUNK_DATA) {
        wt_cur part = next_bytes(c, x->left);
        x->left -= wt_left(&part);
        push(part, x);
        if (!x->left)
            x->phase = CHUNK_END;
        return true;
    }
    uint32_t line = line_here(c);
    if (!line) {
        if (wt_left(c) > SIZE_LINE_MAX)
            lose(c, x, "the line with a chunk's size does not end: not read on");
        return x->phase == LOST;
    }
    if (x->phase == CHUNK_SIZE) {
        if (!chunk_size(c, x, line))
            lose(c, x, "a chunk's size should be here, but this is no hexadecimal number, or far too large a one");
        else
            claim_line(c->s, ch, x, line);
        return true;
    }
    if (line > 2 || (line == 2 && wt_here(c)[0] != '\r'))
        wt_note(c, "a chunk should end here: its size was wrong, or bytes were smuggled in (RFC 9112 §7.1)");
    wt_skip(c, line);
    claim_line(c->s, ch, x, line);
    x->phase = CHUNK_SIZE;
    return true;
}

void wt_http_read_body(wt_cur *c, wt_chan *ch, side *x) {
    uint64_t before = x->size;
    bool more = true;
    if (x->phase == BODY_LENGTH || x->phase == UNTIL_CLOSE)
        tell_part(c, x, x->phase == BODY_LENGTH && x->left < wt_left(c) ? x->left : wt_left(c));
    while (more && wt_left(c) && x->phase != HEAD && x->phase != LOST) {
        if (x->phase == BODY_LENGTH) {
            wt_cur part = next_bytes(c, x->left);
            x->left -= wt_left(&part);
            if (x->left)
                push(part, x);
            else
                wt_http_finish(&part, ch, x, (wt_http_part){0});
        } else if (x->phase == UNTIL_CLOSE) {
            push(next_bytes(c, UINT64_MAX), x);
        } else {
            more = chunk_step(c, ch, x);
        }
    }
    if (x->phase >= CHUNK_SIZE && x->phase <= TRAILER && x->size > before)
        tell_part(c, x, x->size - before);
}
