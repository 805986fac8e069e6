/* jwt.c - JSON Web Tokens: what they claim, never whether it is true. */
#include "core/body.h"
#include "proto/common/base64.h"
#include "proto/common/json.h"

#define FIELDS(F) \
    F(HEADER, "jwt.header", STRING, 0, DEC, NULL, "Header", "How the token is signed, as JSON.", "RFC 7519 §5", \
      WT_OURS | WT_STORY) \
    F(ALG, "jwt.alg", STRING, 0, DEC, NULL, "Algorithm", \
      "How the signature was made: HS… with a secret both ends know, RS… and ES… with a private key.", \
      "RFC 7518 §3.1", WT_OURS | WT_STORY) \
    F(PAYLOAD, "jwt.payload", STRING, 0, DEC, NULL, "Payload", \
      "What the token says, as JSON: anybody who has it can read it.", "RFC 7519 §3", WT_OURS | WT_STORY) \
    F(ISSUER, "jwt.iss", STRING, 0, DEC, NULL, "Issuer", "Who says all this.", "RFC 7519 §4.1.1", WT_OURS | WT_STORY) \
    F(SUBJECT, "jwt.sub", STRING, 0, DEC, NULL, "Subject", "Whom it is about, mostly a user.", "RFC 7519 §4.1.2", \
      WT_OURS | WT_STORY) \
    F(AUDIENCE, "jwt.aud", STRING, 0, DEC, NULL, "Audience", "For which service it is meant.", "RFC 7519 §4.1.3", \
      WT_OURS | WT_STORY) \
    F(EXPIRES, "jwt.exp", ABSTIME, 0, DEC, NULL, "Expires", "From then on nobody may accept it.", "RFC 7519 §4.1.4", \
      WT_OURS | WT_STORY) \
    F(NOT_BEFORE, "jwt.nbf", ABSTIME, 0, DEC, NULL, "Not before", "Until then nobody may accept it.", \
      "RFC 7519 §4.1.5", WT_OURS | WT_STORY) \
    F(ISSUED, "jwt.iat", ABSTIME, 0, DEC, NULL, "Issued at", "When it was made.", "RFC 7519 §4.1.6", \
      WT_OURS | WT_STORY) \
    F(ID, "jwt.jti", STRING, 0, DEC, NULL, "Id", "Marks this very token.", "RFC 7519 §4.1.7", WT_OURS) \
    F(SIGNATURE, "jwt.signature", BYTES, 0, DEC, NULL, "Signature, not checked", \
      "Shows that nobody changed the token; checking it takes the issuer's key, which is not here.", "RFC 7515 §5.2", \
      WT_OURS | WT_STORY | WT_SECRET)
WT_FIELDS(JWT, FIELDS)

typedef struct claim {
    const char *name;
    wt_fid field;
    bool time;
} claim;

static const claim header_claims[] = {{"alg", F_ALG, false}};
static const claim payload_claims[] = {
    {"iss", F_ISSUER, false}, {"sub", F_SUBJECT, false},   {"aud", F_AUDIENCE, false}, {"exp", F_EXPIRES, true},
    {"nbf", F_NOT_BEFORE, true}, {"iat", F_ISSUED, true}, {"jti", F_ID, false}};

/* A part of the token: where it is there, and the JSON that it is. */
typedef struct section {
    uint32_t at, n, text_len;
    const uint8_t *text;
} section;

/* Seconds since 1970; parts of a second are left out. */
static bool seconds(const uint8_t *p, uint32_t n, uint64_t *ns) {
    uint64_t v = 0;
    uint32_t i = 0;
    for (; i < n && p[i] >= '0' && p[i] <= '9' && v < 9000000000; i++)
        v = v * 10 + (p[i] - '0');
    *ns = v * 1000000000;
    return i && (i == n || p[i] == '.') && v < 9000000000;
}

static void put_claim(wt_cur *c, const section *part, const claim *is, wt_json_word w) {
    uint32_t n = w.n;
    const uint8_t *p = part->text + w.at;
    uint64_t ns;
    if (w.kind == WT_JSON_STRING)
        p = wt_json_text(c->s, part->text, w, &n);
    if (is->time && w.kind == WT_JSON_NUMBER && seconds(p, n, &ns))
        wt_emit_u(c, is->field, part->at, part->n, ns);
    else if (!is->time && p && (w.kind == WT_JSON_STRING || w.kind == WT_JSON_NUMBER))
        wt_emit_p(c, is->field, part->at, part->n, p, n);
    if (is->field == F_ALG && n == 4 && p && memcmp(p, "none", 4) == 0)
        wt_note(c, "this token is not signed at all: anybody could have written it");
}

/* The members of the object itself, not of what is inside them, that have rows. */
static void claims(wt_cur *c, const section *part, const claim *known, size_t count) {
    uint32_t at = 0, depth = 0;
    for (;;) {
        wt_json_word w = wt_json_next(part->text, part->text_len, &at);
        if (w.kind == WT_JSON_END || w.kind == WT_JSON_BAD)
            return;
        depth += w.kind == WT_JSON_OPEN_OBJECT || w.kind == WT_JSON_OPEN_ARRAY;
        depth -= depth && (w.kind == WT_JSON_CLOSE_OBJECT || w.kind == WT_JSON_CLOSE_ARRAY);
        uint32_t ahead = at;
        if (depth != 1 || w.kind != WT_JSON_STRING ||
            wt_json_next(part->text, part->text_len, &ahead).kind != WT_JSON_COLON)
            continue;
        at = ahead;
        wt_json_word value = wt_json_next(part->text, part->text_len, &ahead);
        for (size_t i = 0; i < count; i++)
            if (w.n - 2 == strlen(known[i].name) && memcmp(part->text + w.at + 1, known[i].name, w.n - 2) == 0)
                put_claim(c, part, &known[i], value);
    }
}

static bool take(wt_cur *c, wt_fid f, uint32_t at, uint32_t n, section *part) {
    *part = (section){.at = at, .n = n};
    part->text = wt_base64(c->s, c->data + at, n, &part->text_len);
    if (part->text)
        wt_emit_p(c, f, at, n, part->text, part->text_len);
    return part->text != NULL;
}

static void dissect(wt_cur *c) {
    uint32_t end = c->cap < c->end ? c->cap : c->end, start = c->pos;
    const uint8_t *p = c->data, *one = end > start ? memchr(p + start, '.', end - start) : NULL;
    const uint8_t *two = one ? memchr(one + 1, '.', (size_t)(p + end - one - 1)) : NULL;
    section part;
    c->pos = c->end;
    if (!two)
        return;
    uint32_t first = (uint32_t)(one - p), second = (uint32_t)(two - p);
    if (take(c, F_HEADER, start, first - start, &part)) {
        wt_node n = wt_parent(c, F_HEADER);
        claims(c, &part, header_claims, sizeof header_claims / sizeof *header_claims);
        wt_end(c, n);
    }
    if (take(c, F_PAYLOAD, first + 1, second - first - 1, &part)) {
        wt_node n = wt_parent(c, F_PAYLOAD);
        claims(c, &part, payload_claims, sizeof payload_claims / sizeof *payload_claims);
        wt_end(c, n);
    }
    take(c, F_SIGNATURE, second + 1, end - second - 1, &part);
}

static const wt_binding bindings[] = {{WT_T_MEDIA_TYPE, 0, "application/jwt"}};

const wt_protocol wt_proto_jwt = {
    .info = {.name = "jwt", .title = "JSON Web Token", .tag = "JWT",
             .why = "Says who somebody is and what they may do; who holds it is let in.", .ref = "RFC 7519",
             .fields = fields, .field_count = WT_FIELD_COUNT, .content = true},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
