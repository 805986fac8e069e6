/* text.c - text bodies: pages, scripts, styles, plain words; line by line. */
#include "core/body.h"

#define FIELDS(F) \
    F(COUNT, "data-text-lines.count", U32, 0, DEC, NULL, "Lines", "How many lines the text has.", "RFC 2046 §4.1", \
      WT_OURS | WT_STORY) \
    F(LINE, "data-text-lines.line", STRING, 0, DEC, NULL, "Line", "A line of the text.", "RFC 2046 §4.1", \
      WT_OURS | WT_STORY) \
    F(FURTHER, "data-text-lines.line", STRING, 0, DEC, NULL, "Line", "A line of the text, after the first ones.", \
      "RFC 2046 §4.1", WT_OURS)
WT_FIELDS(TEXT, FIELDS)

enum { SHOWN = 10 };

static void dissect(wt_cur *c) {
    uint32_t end = c->cap < c->end ? c->cap : c->end, lines = 0;
    bool wanted = wt_wants(c->s, F_LINE);
    const uint8_t *p = c->data;
    if (wt_wants(c->s, F_COUNT)) {
        for (const uint8_t *at = p + c->pos, *lf; at < p + end && (lf = memchr(at, '\n', (size_t)(p + end - at)));
             at = lf + 1)
            lines++;
        lines += end > c->pos && p[end - 1] != '\n';
        wt_gen_u(c, F_COUNT, lines);
    }
    for (uint32_t at = c->pos, n = 0; wanted && at < end; n++) {
        const uint8_t *lf = memchr(p + at, '\n', end - at);
        uint32_t stop = lf ? (uint32_t)(lf - p) + 1 : end, text = stop;
        while (text > at && (p[text - 1] == '\n' || p[text - 1] == '\r'))
            text--;
        wt_emit_p(c, n < SHOWN ? F_LINE : F_FURTHER, at, stop - at, p + at, text - at);
        at = stop;
    }
    c->pos = c->end;
}

static const wt_binding bindings[] = {
    {WT_T_MEDIA_TYPE, 0, "text/"}, {WT_T_MEDIA_TYPE, 0, "application/xml"}, {WT_T_MEDIA_TYPE, 0, "+xml"},
};

const wt_protocol wt_proto_text = {
    .info = {.name = "data-text-lines", .title = "Line-based text data", .tag = "Text",
             .why = "Text: pages, scripts, words.", .ref = "RFC 2046 §4.1",
             .fields = fields, .field_count = WT_FIELD_COUNT, .content = true},
    .bindings = bindings, .binding_count = sizeof bindings / sizeof *bindings, .dissect = dissect,
};
