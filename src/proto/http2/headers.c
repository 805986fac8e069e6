/* headers.c - a block of header fields: each one decoded, shown with what it took and saved, and understood. */
#include "proto/common/secret.h"
#include "proto/http2/http2.h"

static const struct named {
    const char *name;
    uint8_t length;
    wt_fid field;
} named[] = {
#define ROW(id, sent, ...) {sent, sizeof sent - 1, F_##id},
    HTTP2_NAMED_HEADERS(ROW)
#undef ROW
};

/* The block being read: what comes of it beside items. */
typedef struct reading {
    wt_cur wire;                           /* over the block */
    wt_cur list;                           /* over the fields in letters, as far as they are made */
    uint8_t *letters;
    uint32_t used, cap;
    bool show, full;                       /* full: no more letters or items, but the state goes on */
    wt_h2_head *head;
} reading;

static bool is(const wt_hpack_string *s, const char *name) {
    size_t n = strlen(name);
    return s->known && s->n == n && memcmp(s->p, name, n) == 0;
}

/* ---- letters ---------------------------------------------------------------------------- */

/* Is any row wanted that tells of single fields? */
static bool wants_fields(const wt_session *s) {
    if (s->everything || s->pieces)
        return true;
    if (!s->shows[WT_P_HTTP2])
        return false;
    for (wt_fid f = F_HEADER; f < (wt_fid)F_after_; f++)
        if (wt_wants(s, f))
            return true;
    return false;
}

/* Room for n more bytes of letters; false if a limit forbids it. */
static bool letters_room(reading *r, uint32_t n) {
    wt_session *s = r->wire.s;
    if (n <= r->cap - r->used)
        return true;
    if (n > s->limit[WT_LIMIT_HEADERS] || r->used > s->limit[WT_LIMIT_HEADERS] - n) {
        wt_limit_hit(&r->wire, WT_LIMIT_HEADERS);
        return false;
    }
    uint32_t cap = r->cap * 2;
    while (cap - r->used < n)
        cap *= 2;
    uint8_t *more = wt_arena(s, cap);
    if (!more) {
        wt_limit_hit(&r->wire, WT_LIMIT_ARENA);
        return false;
    }
    memcpy(more, r->letters, r->used);
    r->letters = more;
    r->cap = cap;
    return true;
}

static void letters_begin(reading *r) {
    wt_session *s = r->wire.s;
    uint32_t n = wt_left_captured(&r->wire), cap = n < 128 ? 512 : n * 4;
    r->show = wants_fields(s);
    if (!r->show)
        return;
    r->letters = cap <= s->limit[WT_LIMIT_HEADERS] ? wt_arena(s, cap) : NULL;
    if (!r->letters && (r->letters = wt_arena(s, n + 64)))
        cap = n + 64;
    uint16_t source = r->letters
                          ? wt_add_source(s, "Decompressed headers", r->letters, 0, r->wire.source, r->wire.pos, n)
                          : 0;
    if (!source) {
        wt_limit_hit(&r->wire, r->letters ? WT_LIMIT_SOURCES : WT_LIMIT_ARENA);
        r->show = false;
        return;
    }
    r->cap = cap;
    r->list = wt_over(&r->wire, source);
    r->head->source = source;
}

static void put(reading *r, const void *p, uint32_t n) {
    if (n)
        memcpy(r->letters + r->used, p, n);
    r->used += n;
}

/* "name: value", as HTTP/1 would have it; *name and *value are where they begin. */
static bool write_letters(reading *r, const wt_hpack_field *f, uint32_t *name, uint32_t *value) {
    static const char lost[] = "<unknown>";
    const wt_hpack_string unknown = {.p = (const uint8_t *)lost, .n = sizeof lost - 1};
    const wt_hpack_string *n = f->name.known ? &f->name : &unknown,
                          *v = f->value.known ? &f->value : &(const wt_hpack_string){0};
    if (!letters_room(r, n->n + v->n + 4))
        return false;
    *name = r->used;
    put(r, n->p, n->n);
    put(r, ": ", 2);
    *value = r->used;
    put(r, v->p, v->n);
    put(r, "\r\n", 2);
    r->list.data = r->letters;
    r->list.end = r->list.cap = r->used;
    wt_source *source = &r->wire.s->sources[r->list.source];
    source->data = r->letters;
    source->length = r->used;
    return true;
}

/* ---- items ------------------------------------------------------------------------------ */

static const char *representation(const wt_hpack_field *f) {
    static const char *const texts[][2] = {
        [WT_HPACK_INDEXED] = {"indexed", "indexed"},
        [WT_HPACK_INCREMENTAL] = {"literal with a new name, put in the table",
                                  "literal with an indexed name, put in the table"},
        [WT_HPACK_WITHOUT] = {"literal with a new name, not put in the table",
                              "literal with an indexed name, not put in the table"},
        [WT_HPACK_NEVER] = {"literal with a new name, never to be indexed",
                            "literal with an indexed name, never to be indexed"},
    };
    return texts[f->kind][f->index != 0];
}

static bool number(const wt_hpack_string *s, uint64_t *out) {
    uint64_t v = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        if (s->p[i] < '0' || s->p[i] > '9' || v > (UINT64_MAX - 9) / 10)
            return false;
        v = v * 10 + (s->p[i] - '0');
    }
    *out = v;
    return s->n > 0;
}

/* The row of its own that the field has; true if that tells the story. */
static bool show_named(reading *r, const wt_hpack_field *f, uint32_t value) {
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i].length != f->name.n || memcmp(named[i].name, f->name.p, f->name.n) != 0)
            continue;
        const wt_field *row = wt_field_get(named[i].field);
        uint64_t v;
        if (row->type != WT_STRING && !number(&f->value, &v))
            return false;
        if (row->type == WT_STRING)
            wt_emit_p(&r->list, named[i].field, value, f->value.n, r->letters + value, f->value.n);
        else
            wt_emit_u(&r->list, named[i].field, value, f->value.n, v);
        if (named[i].field == F_H_PATH && wt_uri_has_secret(f->value.p, f->value.n))
            wt_secret_item(&r->list, F_H_PATH);
        return row->flags & WT_STORY;
    }
    return false;
}

static bool is_secret(const wt_hpack_field *f) {
    return f->name.known && (wt_is_secret(f->name.p, f->name.n) || (is(&f->name, ":path") && f->value.known &&
                                                                    wt_uri_has_secret(f->value.p, f->value.n)));
}

static void show_costs(reading *r, const wt_hpack *t, const wt_hpack_field *f) {
    wt_cur *c = &r->wire;
    if (f->name.wire)
        wt_emit_u(c, F_NAME_HUFFMAN, c->start + f->name.at, 1, f->name.huffman);
    if (f->value.wire)
        wt_emit_u(c, F_VALUE_HUFFMAN, c->start + f->value.at, 1, f->value.huffman);
    wt_gen_u(c, F_WIRE, f->wire);
    if (f->name.known && f->value.known) {
        wt_gen_u(c, F_PLAIN, f->name.n + f->value.n);
        wt_gen_u(c, F_SAVED, (uint64_t)((int64_t)(f->name.n + f->value.n) - (int64_t)f->wire));
    } else {
        wt_gen_u(c, F_LOST_ENTRY, f->index);
    }
    if (f->inserted)
        wt_gen_u(c, F_INSERTED, f->name.n + f->value.n + WT_HPACK_OVERHEAD);
    if (f->evicted)
        wt_gen_u(c, F_EVICTED, f->evicted);
    if (f->inserted || f->evicted)
        wt_gen_u(c, F_TABLE_SIZE, t->size);
}

static void show_field(reading *r, const wt_hpack *t, const wt_hpack_field *f) {
    uint32_t name, value, at = r->wire.start + f->at;
    if (r->full || !write_letters(r, f, &name, &value)) {
        r->full = true;
        return;
    }
    wt_cur *c = &r->wire;
    c->pos = at;
    wt_node n = wt_begin(c, F_HEADER, f->wire);
    uint32_t name_n = value - 2 - name, value_n = r->used - 2 - value;
    wt_gen_u(c, F_NAME_LENGTH, name_n);
    wt_emit_p(&r->list, F_NAME, name, name_n, r->letters + name, name_n);
    wt_gen_u(c, F_VALUE_LENGTH, value_n);
    wt_emit_p(&r->list, F_VALUE, value, value_n, r->letters + value, value_n);
    if (is_secret(f))
        wt_secret_item(&r->list, F_VALUE);
    if (!f->name.known || !f->value.known || !show_named(r, f, value)) {
        uint32_t all = f->name.known || f->value.known ? r->used - 2 - name : name_n;
        wt_emit_p(&r->list, F_FIELD, name, all, r->letters + name, all);
        if (is_secret(f))
            wt_secret_item(&r->list, F_FIELD);
    }
    const char *how = representation(f);
    wt_emit_p(c, F_REPR, at, 1, how, (uint32_t)strlen(how));
    if (f->index)
        wt_emit_u(c, F_INDEX, at, 1, f->index);
    show_costs(r, t, f);
    wt_end(c, n);
}

static void show_resize(reading *r, const wt_hpack *t, const wt_hpack_field *f) {
    wt_cur *c = &r->wire;
    c->pos = c->start + f->at;
    wt_node n = wt_begin(c, F_RESIZE, f->wire);
    wt_emit_u(c, F_RESIZE_TO, c->pos, f->wire, f->resize);
    if (f->evicted) {
        wt_gen_u(c, F_EVICTED, f->evicted);
        wt_gen_u(c, F_TABLE_SIZE, t->size);
    }
    wt_end(c, n);
}

/* ---- meaning ---------------------------------------------------------------------------- */

/* What lies in the table may move at the next step; other texts stay. */
static wt_h2_text keep(wt_session *s, const wt_hpack_field *f) {
    wt_h2_text t = {f->value.p, f->value.n};
    if (f->kind != WT_HPACK_INDEXED || f->index <= WT_HPACK_STATIC || !t.n)
        return t;
    uint8_t *copy = wt_arena(s, t.n);
    if (!copy)
        return (wt_h2_text){0};
    memcpy(copy, t.p, t.n);
    return (wt_h2_text){copy, t.n};
}

static void understand(wt_session *s, wt_h2_head *h, const wt_hpack_field *f) {
    static const struct {
        const char *name;
        size_t length, where;
    } texts[] = {
#define T(name, member) {name, sizeof name - 1, offsetof(wt_h2_head, member)}
        T(":method", method), T(":scheme", scheme), T(":authority", authority), T(":path", path),
        T(":protocol", protocol),
        T("content-type", type), T("content-encoding", coding), T("sec-websocket-extensions", ws_offered),
        T("sec-websocket-protocol", ws_protocol),
#undef T
    };
    uint64_t v;
    if (!f->name.known || !f->value.known || !f->name.n)
        return;
    uint8_t first = f->name.p[0];
    if (first != ':' && first != 'c' && first != 's')
        return;
    if (is(&f->name, ":status") && number(&f->value, &v) && v < 1000) {
        h->status = (uint32_t)v;
        return;
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (f->name.n == texts[i].length && memcmp(f->name.p, texts[i].name, f->name.n) == 0) {
            *(wt_h2_text *)(void *)((uint8_t *)h + texts[i].where) = keep(s, f);
            return;
        }
}

/* ---- the block -------------------------------------------------------------------------- */

static void show_uri(wt_cur *c, const wt_h2_head *h) {
    bool tunnel = h->method.n == 7 && memcmp(h->method.p, "CONNECT", 7) == 0 && !h->scheme.n;
    uint32_t front = tunnel ? 0 : h->scheme.n + 3, n = front + h->authority.n + h->path.n;
    bool known = h->method.n && h->authority.n && (h->scheme.n || tunnel);
    uint8_t *uri = known && wt_wants(c->s, F_FULL_URI) ? wt_arena(c->s, n) : NULL;
    if (!uri)
        return;
    if (!tunnel) {
        memcpy(uri, h->scheme.p, h->scheme.n);
        memcpy(uri + h->scheme.n, "://", 3);
    }
    memcpy(uri + front, h->authority.p, h->authority.n);
    if (h->path.n)
        memcpy(uri + n - h->path.n, h->path.p, h->path.n);
    wt_gen_p(c, F_FULL_URI, uri, n);
    if (wt_uri_has_secret(uri, n))
        wt_secret_item(c, F_FULL_URI);
}

static void show_totals(wt_cur *c, const wt_hpack *t, const wt_h2_head *h) {
    wt_gen_u(c, F_HEADER_LENGTH, h->listed);
    wt_gen_u(c, F_HEADER_COUNT, h->fields);
    wt_gen_u(c, F_BLOCK_WIRE, h->wire);
    if (!h->unknown)
        wt_gen_u(c, F_BLOCK_PLAIN, h->plain);
    wt_gen_u(c, F_TABLE_ENTRIES, t->count);
    wt_gen_u(c, F_TABLE_SIZE, t->size);
    wt_gen_u(c, F_TABLE_MAX, t->max);
    show_uri(c, h);
}

static void step(reading *r, wt_hpack *t, const wt_hpack_field *f) {
    wt_session *s = r->wire.s;
    wt_h2_head *h = r->head;
    if (f->limited)
        wt_limit_hit(&r->wire, f->kind == WT_HPACK_RESIZE ? WT_LIMIT_HPACK : WT_LIMIT_POOL);
    if (f->kind == WT_HPACK_RESIZE) {
        if (h->fields)
            wt_note(&r->wire, "a table may change its size only at the beginning of a header block, before all fields");
        show_resize(r, t, f);
        return;
    }
    h->fields++;
    h->plain += f->name.n + f->value.n;
    h->listed += f->name.n + f->value.n + 8;
    h->unknown += !f->name.known || !f->value.known;
    understand(s, h, f);
    if (r->show)
        show_field(r, t, f);
}

void wt_h2_block(wt_cur *c, wt_h2 *h, int dir, wt_h2_head *head) {
    wt_session *s = c->s;
    wt_hpack *t = &h->side[dir].hpack;
    uint32_t n = wt_left_captured(c), at = 0;
    const uint8_t *block = wt_here(c);
    uint8_t *room = wt_arena(s, wt_hpack_room(n));
    const char *why = NULL;
    *head = (wt_h2_head){.wire = n};
    if (!room) {
        wt_limit_hit(c, WT_LIMIT_ARENA);
        wt_hpack_forget(t);
        head->bad = true;
        return;
    }
    reading r = {.wire = *c, .head = head};
    r.wire.start = c->pos;
    letters_begin(&r);
    wt_hpack_field f;
    enum wt_hpack_result result;
    while ((result = wt_hpack_next(s, t, block, n, &at, &room, &f, &why)) == WT_HPACK_FIELD)
        step(&r, t, &f);
    r.wire.pos = r.wire.start;
    if (result == WT_HPACK_BAD) {
        wt_note(&r.wire, "this header block %s: the fields from here on can't be read", why);
        head->bad = true;
    }
    if (!wt_quiet(s, WT_P_HTTP2))
        show_totals(&r.wire, t, head);
    head->letters = r.used;
    c->pos = c->end;
}
