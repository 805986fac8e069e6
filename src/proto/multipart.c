/* multipart.c - several bodies in one, between lines that stand in none of them: forms with files, ranges. */
#include <strings.h>

#include "core/body.h"

#define FIELDS(F) \
    F(TYPE, "mime_multipart.type", STRING, 0, DEC, NULL, "Type", \
      "How the parts belong together: form-data is a form with files, byteranges pieces of one file.", \
      "RFC 2046 §5.1", 0) \
    F(PREAMBLE, "mime_multipart.preamble", BYTES, 0, DEC, NULL, "Preamble", \
      "Bytes before the first part; they mean nothing.", "RFC 2046 §5.1.1", 0) \
    F(FIRST, "mime_multipart.first_boundary", STRING, 0, DEC, NULL, "First boundary", \
      "The line that begins the first part; the type names it.", "RFC 2046 §5.1.1", 0) \
    F(BOUNDARY, "mime_multipart.boundary", STRING, 0, DEC, NULL, "Boundary", \
      "The line between two parts: the sender chose it so that it stands in none of them.", "RFC 2046 §5.1.1", 0) \
    F(LAST, "mime_multipart.last_boundary", STRING, 0, DEC, NULL, "Last boundary", \
      "The line after the last part: two hyphens more than the others.", "RFC 2046 §5.1.1", 0) \
    F(TRAILER, "mime_multipart.trailer", BYTES, 0, DEC, NULL, "Trailer", \
      "Bytes after the last part; they mean nothing.", "RFC 2046 §5.1.1", 0) \
    F(PART, "mime_multipart.part", STRING, 0, DEC, NULL, "Encapsulated multipart part", \
      "One part: a few headers of its own, an empty line, a body.", "RFC 2046 §5.1", 0) \
    F(NAME, "mime_multipart.name", STRING, 0, DEC, NULL, "Name", "Which input of the form this is.", "RFC 7578 §4.2", \
      WT_OURS | WT_STORY) \
    F(FILENAME, "mime_multipart.filename", STRING, 0, DEC, NULL, "File name", \
      "The name the file had with its sender; not to be trusted.", "RFC 7578 §4.2", WT_OURS | WT_STORY) \
    F(H_DESCRIPTION, "mime_multipart.header.content-description", STRING, 0, DEC, NULL, "Content-Description", \
      "The part in words.", "RFC 2045 §8", 0) \
    F(H_DISPOSITION, "mime_multipart.header.content-disposition", STRING, 0, DEC, NULL, "Content-Disposition", \
      "What to do with the part, and its name.", "RFC 7578 §4.2", 0) \
    F(H_ENCODING, "mime_multipart.header.content-encoding", STRING, 0, DEC, NULL, "Content-Encoding", \
      "How the part is compressed.", "RFC 9110 §8.4", 0) \
    F(H_ID, "mime_multipart.header.content-id", STRING, 0, DEC, NULL, "Content-Id", \
      "By which other parts refer to this one.", "RFC 2045 §7", 0) \
    F(H_LANGUAGE, "mime_multipart.header.content-language", STRING, 0, DEC, NULL, "Content-Language", \
      "The language of the part.", "RFC 3282 §2", 0) \
    F(H_LENGTH, "mime_multipart.header.content-length", STRING, 0, DEC, NULL, "Content-Length", \
      "Bytes of the part; the boundary is what counts.", "RFC 2046 §5.1", 0) \
    F(H_TRANSFER, "mime_multipart.header.content-transfer-encoding", STRING, 0, DEC, NULL, \
      "Content-Transfer-Encoding", "How the bytes were made fit for mail.", "RFC 2045 §6", 0) \
    F(H_TYPE, "mime_multipart.header.content-type", STRING, 0, DEC, NULL, "Content-Type", "What the part is.", \
      "RFC 2045 §5", WT_STORY) \
    F(H_RANGE, "mime_multipart.header.content-range", STRING, 0, DEC, NULL, "Content-Range", \
      "Which bytes of the whole this part is.", "RFC 9110 §14.6", WT_OURS | WT_STORY) \
    F(H_OTHER, "mime_multipart.header", STRING, 0, DEC, NULL, "Header", "Another header of the part, as it was sent.", \
      "RFC 2046 §5.1", WT_OURS)
WT_FIELDS(MULTIPART, FIELDS)

enum { BOUNDARY_MAX = 72 };

/* A boundary's line: from its line end before it to its own line end. */
typedef struct border {
    uint32_t from, to;
    bool last, found;
} border;

/* RFC 2046 §5.1.1: at the beginning of a line "--", the boundary, and "--" for the last one; blanks may follow. */
static border next_border(const uint8_t *p, uint32_t at, uint32_t end, const char *mark, uint32_t mark_n,
                          uint32_t begin) {
    border b = {.from = end, .to = end};
    for (uint32_t i = at; i < end;) {
        const uint8_t *hit = memmem(p + i, end - i, mark, mark_n);
        if (!hit)
            break;
        uint32_t here = (uint32_t)(hit - p), after = here + mark_n;
        i = here + 1;
        if (here != begin && p[here - 1] != '\n')
            continue;
        bool last = end - after >= 2 && p[after] == '-' && p[after + 1] == '-';
        after += last ? 2 : 0;
        while (after < end && (p[after] == ' ' || p[after] == '\t'))
            after++;
        if (after < end && p[after] != '\r' && p[after] != '\n')
            continue;
        after += after < end && p[after] == '\r';
        after += after < end && p[after] == '\n';
        if (here > at && here != begin)
            here -= here - at >= 2 && p[here - 2] == '\r' ? 2 : 1;
        return (border){here, after, last, true};
    }
    return b;
}

/* ---- a part ----------------------------------------------------------------------------- */

static wt_fid header_row(const uint8_t *p, uint32_t n) {
    static const struct { const char *name; wt_fid f; } rows[] = {
        {"content-type", F_H_TYPE}, {"content-disposition", F_H_DISPOSITION},
        {"content-transfer-encoding", F_H_TRANSFER},
        {"content-id", F_H_ID},             {"content-encoding", F_H_ENCODING},       {"content-length", F_H_LENGTH},
        {"content-language", F_H_LANGUAGE}, {"content-description", F_H_DESCRIPTION}, {"content-range", F_H_RANGE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i].name) == n && strncasecmp(rows[i].name, (const char *)p, n) == 0)
            return rows[i].f;
    return F_H_OTHER;
}

/* The value without blanks around and without line ends in it, as folded headers have them. */
static const uint8_t *unfolded(wt_session *s, const uint8_t *p, uint32_t *n) {
    while (*n && (p[*n - 1] == '\r' || p[*n - 1] == '\n' || p[*n - 1] == ' ' || p[*n - 1] == '\t'))
        --*n;
    while (*n && (*p == ' ' || *p == '\t')) {
        p++;
        --*n;
    }
    if (!*n || (!memchr(p, '\n', *n) && !memchr(p, ';', *n)))
        return p;
    uint8_t *out = wt_arena(s, *n);
    uint32_t k = 0;
    for (uint32_t i = 0; out && i < *n; i++) {
        bool blank = p[i] == '\r' || p[i] == '\n' || p[i] == ' ' || p[i] == '\t';
        if (blank && (p[i] == '\r' || p[i] == '\n' || (k && (out[k - 1] == ';' || out[k - 1] == '\n'))))
            continue;
        out[k++] = p[i];
    }
    *n = out ? k : 0;
    return out;
}

typedef struct part_info {
    const uint8_t *type;
    uint32_t type_len;
} part_info;

static void parameter(wt_cur *c, wt_fid f, uint32_t at, uint32_t n, const uint8_t *value, uint32_t value_len,
                      const char *name) {
    uint32_t k;
    const char *p = wt_parameter((const char *)value, value_len, name, &k);
    if (p)
        wt_emit_p(c, f, at, n, p, k);
}

static void header(wt_cur *c, uint32_t at, uint32_t stop, part_info *info) {
    const uint8_t *p = c->data, *colon = memchr(p + at, ':', stop - at);
    uint32_t name = colon ? (uint32_t)(colon - p) - at : 0, n = colon ? stop - at - name - 1 : stop - at;
    wt_fid f = colon ? header_row(p + at, name) : F_H_OTHER;
    const uint8_t *value = f == F_H_OTHER ? NULL : unfolded(c->s, colon + 1, &n);
    if (!value) {
        n = stop - at;
        while (n && (p[at + n - 1] == '\r' || p[at + n - 1] == '\n'))
            n--;
        wt_emit_p(c, F_H_OTHER, at, stop - at, p + at, n);
        return;
    }
    wt_emit_p(c, f, at, stop - at, value, n);
    wt_node node = wt_parent(c, f);
    if (f == F_H_DISPOSITION) {
        parameter(c, F_NAME, at, stop - at, value, n, "name");
        parameter(c, F_FILENAME, at, stop - at, value, n, "filename");
    } else if (f == F_H_TYPE) {
        info->type = value;
        info->type_len = n;
    }
    wt_end(c, node);
}

/* The end of the header line at `at`, lines that continue it included. */
static uint32_t line_end(const uint8_t *p, uint32_t at, uint32_t end) {
    do {
        const uint8_t *lf = memchr(p + at, '\n', end - at);
        at = lf ? (uint32_t)(lf - p) + 1 : end;
    } while (at < end && (p[at] == ' ' || p[at] == '\t'));
    return at;
}

static void part(wt_cur *c, uint32_t from, uint32_t to) {
    const uint8_t *p = c->data;
    part_info info = {(const uint8_t *)"text/plain", 10};     /* RFC 2046 §5.1 */
    wt_emit_p(c, F_PART, from, to - from, p + from, 0);
    wt_node n = wt_parent(c, F_PART);
    uint32_t at = from;
    while (at < to && p[at] != '\n' && !(p[at] == '\r' && at + 1 < to && p[at + 1] == '\n')) {
        uint32_t stop = line_end(p, at, to);
        header(c, at, stop, &info);
        at = stop;
    }
    at += at < to && p[at] == '\r' ? 2 : at < to;
    wt_end(c, n);
    if (at < to) {
        wt_cur body = *c;
        body.start = body.pos = at;
        body.end = body.cap = to;
        wt_media_run(&body, info.type, info.type_len);
    }
}

/* ---- all of them ------------------------------------------------------------------------ */

static void parts(wt_cur *c, const char *mark, uint32_t mark_n, uint32_t end) {
    const uint8_t *p = c->data;
    border b = next_border(p, c->pos, end, mark, mark_n, c->pos);
    if (!b.found) {
        wt_note(c, "the boundary that the type names is not here: these are no parts");
        wt_run(c, WT_P_DATA);
        return;
    }
    if (b.from > c->pos)
        wt_emit_p(c, F_PREAMBLE, c->pos, b.from - c->pos, p + c->pos, b.from - c->pos);
    wt_emit_p(c, b.last ? F_LAST : F_FIRST, b.from, b.to - b.from, p + b.from, b.to - b.from);
    while (!b.last) {
        uint32_t from = b.to;
        b = next_border(p, from, end, mark, mark_n, from);
        part(c, from, b.from);
        if (!b.found) {
            wt_note(c, "the last boundary is missing: the last part may not be whole");
            return;
        }
        wt_emit_p(c, b.last ? F_LAST : F_BOUNDARY, b.from, b.to - b.from, p + b.from, b.to - b.from);
    }
    if (b.to < end)
        wt_emit_p(c, F_TRAILER, b.to, end - b.to, p + b.to, end - b.to);
}

static void dissect(wt_cur *c) {
    uint32_t type_len, n, end = c->cap < c->end ? c->cap : c->end, k = 0;
    const char *type = wt_media_type(c->s, &type_len),
               *boundary = type ? wt_parameter(type, type_len, "boundary", &n) : NULL;
    char mark[BOUNDARY_MAX + 2] = "--";
    while (type && k < type_len && type[k] != ';' && type[k] != ' ')
        k++;
    char *copy = k && wt_wants(c->s, F_TYPE) ? wt_arena(c->s, k) : NULL;
    if (copy) {                            /* the type is its message's, which may be over before the tape is read */
        memcpy(copy, type, k);
        wt_gen_p(c, F_TYPE, copy, k);
    }
    if (!boundary || !n || n > BOUNDARY_MAX) {
        wt_note(c, "the type names no boundary, so the parts can't be told apart");
        wt_run(c, WT_P_DATA);
        return;
    }
    memcpy(mark + 2, boundary, n);
    wt_layer_of(c)->length = end - c->pos; /* with its parts, though each is a layer of its own */
    parts(c, mark, n + 2, end);
    c->pos = c->end;
}

static const wt_binding bindings[] = {{WT_T_MEDIA_TYPE, 0, "multipart/"}};

const wt_protocol wt_proto_multipart = {
    .info = {.name = "mime_multipart", .title = "MIME Multipart Media Encapsulation", .tag = "Parts",
             .why = "Several bodies in one: a form with files, pieces of a file.", .ref = "RFC 2046 §5.1",
             .fields = fields, .field_count = WT_FIELD_COUNT, .content = true},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
