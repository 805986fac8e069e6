/* body.c - a message's body: codings undone, handed on to what its media type names. */
#include "core/body.h"

/* ---- attributes ------------------------------------------------------------------------- */

static uint8_t lower(uint8_t b) { return b >= 'A' && b <= 'Z' ? (uint8_t)(b | 32) : b; }

static bool equal(const uint8_t *p, uint32_t n, const char *word) {
    if (n != strlen(word))
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (lower(p[i]) != (uint8_t)word[i])
            return false;
    return true;
}

/* "Application/JSON; charset=utf-8" → the protocol bound to "application/json", to "+json" for a type that ends
 * so (RFC 6839), to "text/" for its first half, or else to any type. */
static int find_type(const wt_session *s, const uint8_t *p, uint32_t n) {
    uint8_t low[WT_BODY_TYPE_MAX];
    uint32_t k = 0;
    while (k < n && k < sizeof low && p[k] != ';' && p[k] != ' ' && p[k] != '\t' && p[k] != ',') {
        low[k] = lower(p[k]);
        k++;
    }
    int found = k ? wt_bound_text(s, WT_T_MEDIA_TYPE, low, k) : -1;
    for (uint32_t i = k; found < 0 && i-- > 0;)
        if (low[i] == '+') {
            found = wt_bound_text(s, WT_T_MEDIA_TYPE, low + i, k - i);
            break;
        }
    const uint8_t *slash = k ? memchr(low, '/', k) : NULL;
    if (found < 0 && slash)
        found = wt_bound_text(s, WT_T_MEDIA_TYPE, low, (uint32_t)(slash - low) + 1);
    return found < 0 && k ? wt_bound_text(s, WT_T_MEDIA_TYPE, (const uint8_t *)"*/*", 3) : found;
}

static int by_type(wt_session *s, const uint8_t *p, uint32_t n) {
    if (n && n == s->type_len && memcmp(s->type, p, n) == 0)
        return s->type_proto;
    int found = find_type(s, p, n);
    if (n <= sizeof s->type) {
        if (n)
            memcpy(s->type, p, n);
        s->type_len = n;
        s->type_proto = found;
    }
    return found;
}

static enum wt_coding coding_of(const uint8_t *p, uint32_t n) {
    static const struct { const char *name; enum wt_coding coding; } known[] = {
        {"gzip", WT_CODING_GZIP}, {"x-gzip", WT_CODING_GZIP}, {"deflate", WT_CODING_DEFLATE},
        {"br", WT_CODING_BROTLI}, {"zstd", WT_CODING_ZSTD},   {"identity", WT_CODING_NONE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (equal(p, n, known[i].name))
            return known[i].coding;
    return WT_CODING_COUNT;
}

/* "gzip, br": applied from left to right, so undone from right to left. */
static void read_codings(wt_body *b, const uint8_t *p, uint32_t n) {
    while (n) {
        uint32_t end = n;
        while (end && (p[end - 1] == ' ' || p[end - 1] == '\t' || p[end - 1] == ','))
            end--;
        uint32_t start = end;
        while (start && p[start - 1] != ',' && p[start - 1] != ' ' && p[start - 1] != '\t')
            start--;
        n = start;
        if (start == end)
            break;
        enum wt_coding coding = coding_of(p + start, end - start);
        if (coding == WT_CODING_NONE)
            continue;
        if (coding == WT_CODING_COUNT || b->coding_count == WT_BODY_CODINGS) {
            b->broken = true;
            return;
        }
        b->coding[b->coding_count++] = (uint8_t)coding;
    }
}

const char *wt_parameter(const char *value, uint32_t value_len, const char *name, uint32_t *n) {
    uint32_t name_len = (uint32_t)strlen(name), i = 0;
    while (i < value_len) {
        while (i < value_len && value[i] != ';')
            i++;
        while (i < value_len && (value[i] == ';' || value[i] == ' ' || value[i] == '\t'))
            i++;
        if (value_len - i <= name_len || value[i + name_len] != '=' ||
            !equal((const uint8_t *)value + i, name_len, name))
            continue;
        const char *p = value + i + name_len + 1, *end = value + value_len, *q;
        bool quoted = p < end && *p == '"';
        for (q = p += quoted; q < end && (quoted ? *q != '"' : *q != ';' && *q != ' ' && *q != '\t'); q++)
            ;
        *n = (uint32_t)(q - p);
        return p;
    }
    return NULL;
}

/* ---- memory for decoders ---------------------------------------------------------------- */

/* The pool wants to know sizes when it gets memory back; libraries don't tell. */
void *wt_codec_get(void *user, size_t n) {
    size_t *p = n < SIZE_MAX - 16 ? wt_pool_buffer(user, n + 16) : NULL;
    if (!p)
        return NULL;
    *p = n;
    return (uint8_t *)p + 16;
}

void wt_codec_put(void *user, void *p) {
    if (p) {
        size_t *start = (size_t *)(void *)((uint8_t *)p - 16);
        wt_pool_put(user, start, *start + 16);
    }
}

/* ---- new and free ----------------------------------------------------------------------- */

wt_body *wt_body_new(wt_session *s, wt_chan *over, int dir, const wt_body_info *info) {
    wt_body *b = wt_pool_get(s, sizeof *b);
    if (!b)
        return NULL;
    b->over = over;
    b->dir = (uint8_t)dir;
    b->unclaimed = info->unclaimed;
    b->exchange = info->exchange;
    b->message = info->message;
    b->substream = info->substream;
    b->memory = (wt_codec_memory){wt_codec_get, wt_codec_put, s};
    if (info->coding)
        read_codings(b, info->coding, info->coding_len);
    b->proto = info->type ? by_type(s, info->type, info->type_len) : -1;
    if (b->proto < 0)
        b->proto = info->proto;
    if (info->type) {
        b->type_len = (uint8_t)(info->type_len < WT_BODY_TYPE_MAX ? info->type_len : WT_BODY_TYPE_MAX);
        memcpy(b->type, info->type, b->type_len);
    }
    b->unread = !s->bodies_wanted && !info->counted && !(b->proto >= 0 && wt_protocols[b->proto]->stream);
    if (b->unread)
        return b;
    b->kept.dead = info->expected > s->limit[WT_LIMIT_MESSAGE] && !b->coding_count;
    if (info->about && (b->about = wt_pool_buffer(s, info->about_len))) {
        memcpy(b->about, info->about, info->about_len);
        b->about_len = info->about_len;
    }
    if (b->proto >= 0 && wt_protocols[b->proto]->stream && (b->chan = wt_chan_new(s, over->flow, over, over->kind))) {
        b->chan->body = b;
        wt_chan_switch(s, b->chan, (uint32_t)b->proto);
    }
    return b;
}

void wt_body_free(wt_session *s, wt_body *b) {
    if (!b)
        return;
    for (int i = 0; i < WT_BODY_CODINGS; i++)
        if (b->codec[i])
            s->codec->close(b->codec[i]);
    wt_chan_free(s, b->chan);
    wt_half_drop(s, &b->kept);
    wt_pool_put(s, b->about, b->about_len);
    wt_pool_put(s, b, sizeof *b);
}

/* ---- undoing codings -------------------------------------------------------------------- */

static const char *coding_name(uint8_t coding) {
    static const char *const names[WT_CODING_COUNT] = {"identity", "gzip", "deflate", "deflate", "brotli", "zstd"};
    return names[coding];
}

static void give_up(wt_cur *c, wt_body *b, const char *why, uint8_t coding) {
    wt_note(c, "this body can't be decompressed (%s) %s", coding_name(coding), why);
    b->broken = true;
}

uint8_t *wt_decode(wt_cur *c, wt_codec *codec, const uint8_t *in, size_t n, size_t *made, enum wt_decoded *how) {
    wt_session *s = c->s;
    uint8_t *out = NULL;
    size_t cap = 0;
    *made = 0;
    for (;;) {
        if (*made == cap) {
            size_t more = cap ? cap * 2 : n * 4 < 1024 ? 1024 : n * 4;
            if (more > s->limit[WT_LIMIT_INFLATED])
                more = s->limit[WT_LIMIT_INFLATED];
            uint8_t *grown = more > cap ? wt_arena(s, more) : NULL;
            if (!grown) {
                wt_limit_hit(c, more > cap ? WT_LIMIT_ARENA : WT_LIMIT_INFLATED);
                *how = WT_DECODED_TOO_MUCH;
                return out;
            }
            if (*made)
                memcpy(grown, out, *made);
            out = grown;
            cap = more;
        }
        size_t got = 0;
        enum wt_codec_result r = s->codec->run(codec, &in, &n, out + *made, cap - *made, &got);
        *made += got;
        if (r == WT_CODEC_FULL)
            continue;
        *how = r == WT_CODEC_BAD ? WT_DECODED_BAD : WT_DECODED;
        return *made ? out : NULL;
    }
}

/* One of the body's codings undone. */
static uint8_t *decode(wt_cur *c, wt_body *b, int which, const uint8_t *in, size_t n, size_t *made) {
    wt_session *s = c->s;
    uint8_t coding = b->coding[which];
    *made = 0;
    if (!b->codec[which] && (!s->codec || !(b->codec[which] = s->codec->open(coding, &b->memory)))) {
        give_up(c, b, s->codec ? "for lack of memory" : "here", coding);
        return NULL;
    }
    enum wt_decoded how;
    uint8_t *out = wt_decode(c, b->codec[which], in, n, made, &how);
    if (how == WT_DECODED_TOO_MUCH)
        give_up(c, b, "any further", coding);
    else if (how == WT_DECODED_BAD)
        give_up(c, b, b->plain || *made ? "any further: the data is damaged" : ": the data is not of that kind",
                coding);
    return out;
}

/* ---- handing on ------------------------------------------------------------------------- */

static void run(wt_cur *c, uint32_t proto, const char *type, uint32_t n) {
    wt_session *s = c->s;
    const char *outer = s->media;
    uint32_t outer_len = s->media_len;
    s->media = type;
    s->media_len = n;
    wt_run(c, proto);
    s->media = outer;
    s->media_len = outer_len;
}

void wt_media_run(wt_cur *c, const uint8_t *type, uint32_t n) {
    int proto = by_type(c->s, type, n);
    bool whole = proto >= 0 && wt_protocols[proto]->dissect;
    run(c, whole ? (uint32_t)proto : WT_P_DATA, (const char *)type, n);
}

const char *wt_media_type(const wt_session *s, uint32_t *n) {
    *n = s->media_len;
    return s->media;
}

static void all_at_once(wt_cur *c, wt_body *b, bool last) {
    wt_session *s = c->s;
    if (b->plain == 0)                     /* an empty body holds nothing to explain */
        return;
    if (last && b->plain == wt_left(c)) {
        run(c, (uint32_t)b->proto, b->type, b->type_len);
        return;
    }
    if (b->kept.dead || !wt_half_keep(c, &b->kept, wt_here(c), wt_left(c))) {
        if (last && !b->gap)
            wt_note(c, "this body has %llu bytes, too many to be kept and explained: see docs/limits.md, message",
                    (unsigned long long)b->plain);
        wt_half_drop(s, &b->kept);
        b->kept.dead = true;
        return;
    }
    uint8_t *copy = last && b->kept.len ? wt_arena(s, b->kept.len) : NULL;
    if (!copy)
        return;
    memcpy(copy, b->kept.buf, b->kept.len);
    uint16_t source = wt_add_source(s, "Body", copy, b->kept.len, c->source, c->pos, wt_left(c));
    if (source) {
        wt_cur whole = wt_over(c, source);
        run(&whole, (uint32_t)b->proto, b->type, b->type_len);
    } else {
        wt_limit_hit(c, WT_LIMIT_SOURCES);
    }
    wt_half_drop(s, &b->kept);
}

/* Bytes with the codings undone. */
static void deliver(wt_cur *c, wt_body *b, bool last) {
    uint32_t n = wt_left(c);
    b->plain += n;
    wt_piece_add(c->s, &(wt_piece){.kind = WT_PIECE_BODY, .flow = b->over->flow->index,
                                   .transport = b->over->flow->kind, .proto = b->over->proto, .dir = b->dir,
                                   .first = !b->begun, .last = last, .message = b->message,
                                   .substream = b->substream, .source = c->source, .offset = c->pos,
                                   .length = n, .missing = b->missing});
    b->begun = true;
    b->missing = 0;
    if (b->chan) {
        if (n)
            wt_chan_push(c, b->chan, b->dir);
        if (last)
            wt_chan_close(c, b->chan, b->dir);
    } else if (b->proto >= 0) {
        all_at_once(c, b, last);
    }
    c->pos = c->end;
}

static void push_part(wt_cur *c, wt_body *b, bool last) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(c), missing = wt_left(c) - n;
    b->ended = last;
    b->made = 0;
    b->coded += n;
    if (b->unread) {
        b->plain += b->coding_count ? 0 : n;
        c->pos = c->end;
        return;
    }
    wt_cur part = *c;
    part.end = part.cap = c->pos + n;
    c->pos = c->end;
    if (b->broken)
        n = 0;                             /* a coding that can't be undone: the bytes say nothing */
    else if (b->coding_count && n) {
        const uint8_t *p = wt_here(&part);
        size_t m = n;
        for (int i = 0; i < b->coding_count && p; i++)
            p = decode(&part, b, i, p, m, &m);
        uint16_t source = p ? wt_add_source(s, "Decompressed", p, (uint32_t)m, part.source, part.pos, n) : 0;
        if (p && !source)
            wt_limit_hit(c, WT_LIMIT_SOURCES);
        wt_cur none = part;
        none.pos = none.end;
        part = source ? wt_over(&part, source) : none;
        n = (uint32_t)(source ? m : 0);
        b->made = source;
    }
    if (n || (last && !missing))
        deliver(&part, b, last && !missing);
    if (missing)
        wt_body_gap(c, b, missing);
}

void wt_body_push(wt_cur *c, wt_body *b, bool last) {
    uint32_t n = wt_left_captured(c);
    uint64_t before = b->plain;
    if (b->ended)
        return;
    push_part(c, b, last);
    if (!b->unclaimed && (n || b->plain > before))
        wt_claim_bytes(c->s, b->over, b->dir,
                       &(wt_claim){.use = WT_USE_CONTENT, .length = n, .plain = b->broken ? n : b->plain - before,
                                   .message = b->exchange, .substream = b->substream});
}

void wt_body_break(wt_cur *c, wt_body *b) {
    if (b->chan && !b->ended)
        wt_chan_close(c, b->chan, b->dir);
    b->ended = true;
}

void wt_body_gap(wt_cur *c, wt_body *b, uint64_t n) {
    wt_session *s = c->s;
    b->coded += n;
    if (b->coding_count) {
        if (!b->broken && !b->unread)
            wt_note(c, "bytes of this compressed body are missing: what follows them can't be decompressed");
        b->broken = true;
    } else {
        b->plain += n;
    }
    b->missing += n;
    if (b->chan && !b->broken)
        wt_chan_gap(s, b->chan, b->dir, n);
    wt_half_drop(s, &b->kept);
    b->kept.dead = b->gap = true;
}
