/* json.c - JSON texts, to each value: read word by word with a stack of its own, so nesting can't exhaust ours. */
#include "proto/common/json.h"
#include "proto/common/secret.h"

#define FIELDS(F) \
    F(OBJECT, "json.object", NONE, 0, DEC, NULL, "Object", "Values with names, between { and }.", "RFC 8259 §4", 0) \
    F(ARRAY, "json.array", NONE, 0, DEC, NULL, "Array", "A list of values in order, between [ and ].", "RFC 8259 §5", \
      0) \
    F(MEMBER, "json.member", STRING, 0, DEC, NULL, "Member", "A name with its value.", "RFC 8259 §4", 0) \
    F(KEY, "json.key", STRING, 0, DEC, NULL, "Key", "The name, by which a program asks for the value.", "RFC 8259 §4", \
      0) \
    F(TEXT, "json.value.string", STRING, 0, DEC, NULL, "String value", "A text, with its escapes undone.", \
      "RFC 8259 §7", 0) \
    F(NUMBER, "json.value.number", STRING, 0, DEC, NULL, "Number value", \
      "A number, as it was written: JSON does not say how exactly it is to be kept.", "RFC 8259 §6", 0) \
    F(TRUE, "json.value.true", NONE, 0, DEC, NULL, "True value", "It is so.", "RFC 8259 §3", 0) \
    F(FALSE, "json.value.false", NONE, 0, DEC, NULL, "False value", "It is not so.", "RFC 8259 §3", 0) \
    F(NUL, "json.value.null", NONE, 0, DEC, NULL, "Null value", "There is no value.", "RFC 8259 §3", 0) \
    F(LINE, "json.line", STRING, 0, DEC, NULL, "JSON", \
      "The text laid out: a value a line, what is inside further right.", "RFC 8259 §2", WT_OURS | WT_STORY) \
    F(MORE, "json.lines_left_out", U32, 0, DEC, NULL, "Further lines", \
      "Lines that are not laid out here, because there are so many.", "RFC 8259 §2", WT_OURS | WT_STORY)
WT_FIELDS(JSON, FIELDS)

enum { LINES_SHOWN = 24, LINE_SHOWN = 160, INDENT_MOST = 40 };

/* ---- the tree --------------------------------------------------------------------------- */

/* What the next word may be. */
enum expects { VALUE, VALUE_OR_END, KEY, KEY_OR_END, COLON, COMMA_OR_END };

typedef struct level {
    bool object;
    wt_node container, member;
    uint32_t key_at, key_n;                /* of the member being read */
} level;

typedef struct reader {
    wt_cur *c;
    const uint8_t *p;                      /* the text; places in it are c->start + … */
    uint32_t n, at, depth, deepest;
    enum expects expects;
    level *levels;
} reader;

static void emit(reader *r, wt_fid f, wt_json_word w) {
    wt_cur *c = r->c;
    uint32_t n = 0;
    const uint8_t *text = r->p + w.at;
    if (!wt_wants(c->s, f))
        return;
    if (w.kind == WT_JSON_STRING)
        text = wt_json_text(c->s, r->p, w, &n);
    else
        n = w.n;
    if (!text)
        wt_limit_hit(c, WT_LIMIT_ARENA);
    else if (w.kind == WT_JSON_STRING || w.kind == WT_JSON_NUMBER)
        wt_emit_p(c, f, c->start + w.at, w.n, text, n);
    else
        wt_put(c, f, c->start + w.at, w.n);
}

static bool in_object(const reader *r) { return r->depth && r->levels[r->depth - 1].object; }

static void begin_member(reader *r, wt_json_word w) {
    level *l = &r->levels[r->depth - 1];
    emit(r, F_MEMBER, w);
    l->member = wt_parent(r->c, F_MEMBER);
    l->key_at = w.at;
    l->key_n = w.n;
}

/* A value is complete: so is the member that it belongs to. */
static void end_value(reader *r) {
    r->c->pos = r->c->start + r->at;
    if (!in_object(r))
        return;
    level *l = &r->levels[r->depth - 1];
    emit(r, F_KEY, (wt_json_word){WT_JSON_STRING, l->key_at, l->key_n});
    wt_end_here(r->c, l->member);
    l->member = WT_NO_NODE;
}

static bool open_level(reader *r, wt_json_word w) {
    if (r->depth == r->deepest) {
        wt_limit_hit(r->c, WT_LIMIT_NESTING);
        return false;
    }
    level *l = &r->levels[r->depth++];
    wt_fid f = w.kind == WT_JSON_OPEN_OBJECT ? F_OBJECT : F_ARRAY;
    *l = (level){.object = w.kind == WT_JSON_OPEN_OBJECT, .container = WT_NO_NODE, .member = WT_NO_NODE};
    emit(r, f, w);
    l->container = wt_parent(r->c, f);
    r->expects = l->object ? KEY_OR_END : VALUE_OR_END;
    return true;
}

static void close_level(reader *r) {
    r->c->pos = r->c->start + r->at;
    wt_end_here(r->c, r->levels[--r->depth].container);
    end_value(r);
    r->expects = COMMA_OR_END;
}

static bool value(reader *r, wt_json_word w) {
    static const wt_fid rows[] = {[WT_JSON_STRING] = F_TEXT, [WT_JSON_NUMBER] = F_NUMBER, [WT_JSON_TRUE] = F_TRUE,
                                  [WT_JSON_FALSE] = F_FALSE, [WT_JSON_NULL] = F_NUL};
    if (w.kind == WT_JSON_OPEN_OBJECT || w.kind == WT_JSON_OPEN_ARRAY)
        return open_level(r, w);
    if (w.kind < WT_JSON_STRING)
        return false;
    emit(r, rows[w.kind], w);
    if (in_object(r)) {
        level *l = &r->levels[r->depth - 1];
        if (wt_is_secret(r->p + l->key_at + 1, l->key_n - 2))
            wt_secret_item(r->c, rows[w.kind]);
    }
    end_value(r);
    r->expects = COMMA_OR_END;
    return true;
}

/* One word; false if it can't stand here. */
static bool step(reader *r, wt_json_word w) {
    bool closes = w.kind == (in_object(r) ? WT_JSON_CLOSE_OBJECT : WT_JSON_CLOSE_ARRAY);
    switch (r->expects) {
    case COLON:
        r->expects = VALUE;
        return w.kind == WT_JSON_COLON;
    case COMMA_OR_END:
        if (closes)
            close_level(r);
        else
            r->expects = in_object(r) ? KEY : VALUE;
        return closes || w.kind == WT_JSON_COMMA;
    case KEY: case KEY_OR_END:
        if (closes && r->expects == KEY_OR_END) {
            close_level(r);
            return true;
        }
        r->expects = COLON;
        if (w.kind == WT_JSON_STRING)
            begin_member(r, w);
        return w.kind == WT_JSON_STRING;
    case VALUE_OR_END:
        if (closes) {
            close_level(r);
            return true;
        }
        return value(r, w);
    default: return value(r, w);
    }
}

/* Values one after another, mostly one: where the first word is that does not belong there, or the end. */
static uint32_t read_tree(reader *r) {
    for (;;) {
        uint32_t before = r->at;
        wt_json_word w = wt_json_next(r->p, r->n, &r->at);
        if (!r->depth)
            r->expects = VALUE;            /* texts with a value a line have several */
        if (w.kind == WT_JSON_END && !r->depth)
            return r->n;
        if (!step(r, w)) {
            r->at = w.at > before ? w.at : before;
            while (r->depth) {             /* whatever is open ends here */
                wt_end(r->c, r->levels[--r->depth].member);
                wt_end(r->c, r->levels[r->depth].container);
            }
            return r->at;
        }
    }
}

/* ---- laid out --------------------------------------------------------------------------- */

typedef struct layout {
    wt_cur *c;
    const uint8_t *p;
    uint32_t n, at, depth, lines;
} layout;

static void line(layout *y, uint32_t from, uint32_t to, bool secret, const char *behind) {
    if (y->lines++ >= LINES_SHOWN || to <= from)
        return;
    uint32_t indent = y->depth * 2 < INDENT_MOST ? y->depth * 2 : INDENT_MOST, n = to - from;
    uint32_t shown = n < LINE_SHOWN ? n : LINE_SHOWN;
    char *text = wt_arena(y->c->s, indent + shown + 8);
    if (!text)
        return;
    wt_text t = {text, 0, indent + shown + 8, false};
    for (uint32_t i = 0; i < indent; i++)
        wt_put_c(&t, ' ');
    wt_put_n(&t, (const char *)y->p + from, shown);
    wt_put_s(&t, shown < n ? "…" : behind);
    wt_emit_p(y->c, F_LINE, y->c->start + from, n, text, t.len);
    if (secret)
        wt_secret_item(y->c, F_LINE);
}

/* A value and, in front of it, the name that begins at `from`. */
static bool lay_value(layout *y, uint32_t from, wt_json_word w, bool secret) {
    uint32_t ahead = y->at;
    wt_json_word next = wt_json_next(y->p, y->n, &ahead);
    bool opens = w.kind == WT_JSON_OPEN_OBJECT || w.kind == WT_JSON_OPEN_ARRAY;
    if (opens && next.kind == (w.kind == WT_JSON_OPEN_OBJECT ? WT_JSON_CLOSE_OBJECT : WT_JSON_CLOSE_ARRAY)) {
        w.n = next.at + next.n - w.at;     /* nothing is in it */
        y->at = ahead;
        opens = false;
        next = wt_json_next(y->p, y->n, &ahead);
    }
    line(y, from, w.at + w.n, secret && !opens, next.kind == WT_JSON_COMMA && !opens ? "," : "");
    y->depth += opens;
    return true;
}

static void lay_out(layout *y) {
    for (;;) {
        wt_json_word w = wt_json_next(y->p, y->n, &y->at), next;
        uint32_t ahead = y->at;
        if (w.kind == WT_JSON_END || w.kind == WT_JSON_BAD)
            break;
        if (w.kind == WT_JSON_COMMA || w.kind == WT_JSON_COLON)
            continue;
        next = wt_json_next(y->p, y->n, &ahead);
        if (w.kind == WT_JSON_CLOSE_OBJECT || w.kind == WT_JSON_CLOSE_ARRAY) {
            y->depth -= y->depth > 0;
            line(y, w.at, w.at + 1, false, next.kind == WT_JSON_COMMA ? "," : "");
        } else if (w.kind == WT_JSON_STRING && next.kind == WT_JSON_COLON) {
            y->at = ahead;
            next = wt_json_next(y->p, y->n, &y->at);
            lay_value(y, w.at, next, wt_is_secret(y->p + w.at + 1, w.n - 2));
        } else {
            lay_value(y, w.at, w, false);
        }
    }
    if (y->lines > LINES_SHOWN)
        wt_gen_u(y->c, F_MORE, y->lines - LINES_SHOWN);
}

/* ---- the protocol ----------------------------------------------------------------------- */

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(c), most = s->limit[WT_LIMIT_NESTING];
    const uint8_t *p = wt_here(c);
    if (n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {     /* a byte order mark, which some send */
        wt_skip(c, 3);
        c->start = c->pos;
        p += 3;
        n -= 3;
    }
    reader r = {.c = c, .p = p, .n = n, .deepest = most, .expects = VALUE};
    r.levels = wt_arena(s, most * sizeof *r.levels);
    if (!r.levels) {
        wt_limit_hit(c, WT_LIMIT_ARENA);
        return;
    }
    uint32_t good = read_tree(&r);
    if (wt_wants(s, F_LINE) || wt_wants(s, F_MORE)) {
        layout y = {.c = c, .p = p, .n = good};
        lay_out(&y);
    }
    c->pos = c->start + good;
    if (good < n) {
        int text = wt_bound_text(s, WT_T_MEDIA_TYPE, (const uint8_t *)"text/", 5);
        wt_note(c, good ? "this JSON is broken: byte %u does not belong there" : "this should be JSON, but is not",
                good + 1);
        wt_run(c, text >= 0 ? (uint32_t)text : WT_P_DATA);
    }
    c->pos = c->end;
}

static const wt_binding bindings[] = {
    {WT_T_MEDIA_TYPE, 0, "application/json"},     {WT_T_MEDIA_TYPE, 0, "+json"},
    {WT_T_MEDIA_TYPE, 0, "application/x-ndjson"}, {WT_T_MEDIA_TYPE, 0, "application/ndjson"},
    {WT_T_MEDIA_TYPE, 0, "application/json-rpc"}, {WT_T_MEDIA_TYPE, 0, "application/jsonrequest"},
    {WT_T_MEDIA_TYPE, 0, "text/json"},
};

const wt_protocol wt_proto_json = {
    .info = {.name = "json", .title = "JavaScript Object Notation", .tag = "JSON",
             .why = "Values with names, as text that people and programs can read.", .ref = "RFC 8259",
             .fields = fields, .field_count = WT_FIELD_COUNT, .content = true},
    .bindings = bindings, .binding_count = sizeof bindings / sizeof *bindings, .dissect = dissect,
};
