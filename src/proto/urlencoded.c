/* urlencoded.c - what a form on a page sends: name=value&name=value. */
#include "proto/common/secret.h"

#define FIELDS(F) \
    F(ITEM, "urlencoded-form.item", STRING, 0, DEC, NULL, "Form item", "One input of the form, as it was sent.", \
      "WHATWG URL §5.1", WT_OURS | WT_STORY) \
    F(KEY, "urlencoded-form.key", STRING, 0, DEC, NULL, "Key", "The input's name on the page.", "WHATWG URL §5.1", 0) \
    F(VALUE, "urlencoded-form.value", STRING, 0, DEC, NULL, "Value", \
      "What was put in, with + and %xx undone.", "WHATWG URL §5.1", 0)
WT_FIELDS(URLENCODED, FIELDS)

static int hex(uint8_t c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* With + and %xx undone: in place if there are none. */
static void decoded(wt_cur *c, wt_fid f, uint32_t at, uint32_t n) {
    const uint8_t *p = c->data + at;
    if (!wt_wants(c->s, f))
        return;
    if (!n || (!memchr(p, '%', n) && !memchr(p, '+', n))) {
        wt_emit_p(c, f, at, n, p, n);
        return;
    }
    uint8_t *out = wt_arena(c->s, n);
    uint32_t k = 0;
    for (uint32_t i = 0; out && i < n; i++) {
        int high = p[i] == '%' && i + 2 < n ? hex(p[i + 1]) : -1, low = high >= 0 ? hex(p[i + 2]) : -1;
        if (low >= 0) {
            out[k++] = (uint8_t)(high << 4 | low);
            i += 2;
        } else {
            out[k++] = p[i] == '+' ? ' ' : p[i];
        }
    }
    if (out)
        wt_emit_p(c, f, at, n, out, k);
    else
        wt_limit_hit(c, WT_LIMIT_ARENA);
}

static void dissect(wt_cur *c) {
    uint32_t end = c->cap < c->end ? c->cap : c->end;
    for (uint32_t at = c->pos; at < end;) {
        const uint8_t *p = c->data, *amp = memchr(p + at, '&', end - at);
        uint32_t stop = amp ? (uint32_t)(amp - p) : end;
        const uint8_t *equals = memchr(p + at, '=', stop - at);
        uint32_t name = equals ? (uint32_t)(equals - p) : stop;
        bool secret = wt_is_secret(p + at, name - at);
        wt_emit_p(c, F_ITEM, at, stop - at + (amp != NULL), p + at, stop - at);
        if (secret)
            wt_secret_item(c, F_ITEM);
        wt_node n = wt_parent(c, F_ITEM);
        decoded(c, F_KEY, at, name - at);
        if (equals) {
            decoded(c, F_VALUE, name + 1, stop - name - 1);
            if (secret)
                wt_secret_item(c, F_VALUE);
        }
        wt_end(c, n);
        at = stop + 1;
    }
    c->pos = c->end;
}

static const wt_binding bindings[] = {{WT_T_MEDIA_TYPE, 0, "application/x-www-form-urlencoded"}};

const wt_protocol wt_proto_urlencoded = {
    .info = {.name = "urlencoded-form", .title = "HTML Form URL Encoded", .tag = "Form",
             .why = "What was filled into a form on a page.", .ref = "WHATWG URL §5.1",
             .fields = fields, .field_count = WT_FIELD_COUNT, .content = true},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
