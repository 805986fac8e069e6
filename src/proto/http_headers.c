/* http_headers.c - the headers by name, and what is inside the values of some: cookies, rules for caches, ranges,
 * credentials. */
#include <strings.h>

#include "proto/common/base64.h"
#include "proto/common/secret.h"
#include "proto/http.h"

/* Sorted by length, then by name. */
static const struct header {
    const char *name;
    uint8_t length, key;
    wt_fid field;
} headers[] = {
#define H(name, field, key) {name, sizeof name - 1, key, field}
    H("te", F_TE, 0), H("age", F_AGE, 0), H("via", F_VIA, 0),
    H("date", F_DATE, 0), H("etag", F_ETAG, 0), H("host", F_HOST, KEY_HOST), H("link", F_LINK, 0), H("vary", F_VARY, 0),
    H("allow", F_ALLOW, 0), H("range", F_RANGE, 0),
    H("accept", F_ACCEPT, 0), H("cookie", F_COOKIE, 0), H("expect", F_EXPECT, 0), H("origin", F_ORIGIN, 0),
    H("pragma", F_PRAGMA, 0), H("server", F_SERVER, 0),
    H("alt-svc", F_ALT_SVC, 0), H("expires", F_EXPIRES, 0), H("referer", F_REFERER, 0), H("trailer", F_TRAILER, 0),
    H("upgrade", F_UPGRADE, KEY_UPGRADE),
    H("if-match", F_IF_MATCH, 0), H("if-range", F_IF_RANGE, 0), H("location", F_LOCATION, 0),
    H("connection", F_CONNECTION, 0), H("set-cookie", F_SET_COOKIE, 0), H("user-agent", F_USER_AGENT, 0),
    H("retry-after", F_RETRY_AFTER, 0),
    H("content-type", F_CONTENT_TYPE, KEY_TYPE),
    H("accept-ranges", F_ACCEPT_RANGES, 0), H("authorization", F_AUTHORIZATION, 0),
    H("cache-control", F_CACHE_CONTROL, 0),
    H("content-range", F_CONTENT_RANGE, 0), H("if-none-match", F_IF_NONE_MATCH, 0),
    H("last-event-id", F_LAST_EVENT_ID, KEY_LAST_EVENT),
    H("last-modified", F_LAST_MODIFIED, 0),
    H("content-length", F_CONTENT_LENGTH_HEADER, KEY_LENGTH), H("http2-settings", F_H2_SETTINGS, KEY_H2_SETTINGS),
    H("accept-encoding", F_ACCEPT_ENCODING, 0), H("accept-language", F_ACCEPT_LANGUAGE, 0),
    H("x-forwarded-for", F_FORWARDED_FOR, 0),
    H("content-encoding", F_CONTENT_ENCODING, KEY_CODING), H("content-language", F_CONTENT_LANGUAGE, 0),
    H("www-authenticate", F_WWW_AUTHENTICATE, 0),
    H("if-modified-since", F_IF_MODIFIED, 0), H("sec-websocket-key", F_WS_KEY, KEY_WS_KEY),
    H("transfer-encoding", F_TRANSFER_ENCODING, KEY_TRANSFER),
    H("proxy-authenticate", F_PROXY_AUTHENTICATE, 0),
    H("content-disposition", F_DISPOSITION, 0), H("if-unmodified-since", F_IF_UNMODIFIED, 0),
    H("proxy-authorization", F_PROXY_AUTHORIZATION, 0),
    H("sec-websocket-accept", F_WS_ACCEPT, KEY_WS_ACCEPT),
    H("sec-websocket-version", F_WS_VERSION, 0),
    H("sec-websocket-protocol", F_WS_PROTOCOL, KEY_WS_PROTOCOL),
    H("sec-websocket-extensions", F_WS_EXTENSIONS, KEY_WS_EXTENSIONS),
    H("strict-transport-security", F_HSTS, 0),
    H("access-control-allow-origin", F_ALLOW_ORIGIN, 0),
#undef H
};

/* Names of one length mostly differ in their first letter. */
static int compare(const uint8_t *name, uint32_t n, const struct header *h) {
    if (n != h->length)
        return n < h->length ? -1 : 1;
    int first = (name[0] | 0x20) - h->name[0];
    return first ? first : strncasecmp((const char *)name, h->name, n);
}

wt_fid wt_http_header(const uint8_t *name, uint32_t n, enum wt_http_key *key) {
    size_t lo = 0, hi = sizeof headers / sizeof *headers;
    *key = KEY_NONE;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        const struct header *h = &headers[mid];
        int order = compare(name, n, h);
        if (!order) {
            *key = h->key;
            return h->field;
        }
        if (order < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    return WT_FID_NONE;
}

/* ---- parts of values -------------------------------------------------------------------- */

static uint32_t place_of(const wt_cur *c, const uint8_t *p) { return (uint32_t)(p - c->data); }

static void put_part(wt_cur *c, wt_fid f, wt_http_part part) {
    wt_emit_p(c, f, place_of(c, part.p), part.n, part.p, part.n);
}

/* The next part of *rest up to `mark`, without blanks around; false at the end.  Marks in quotes do not count. */
static bool next_part(wt_http_part *rest, uint8_t mark, wt_http_part *out) {
    if (!rest->n)
        return false;
    uint32_t n = 0;
    for (bool quoted = false; n < rest->n && (quoted || rest->p[n] != mark); n++)
        quoted ^= rest->p[n] == '"';
    *out = (wt_http_part){rest->p, n};
    n += n < rest->n;
    rest->p += n;
    rest->n -= n;
    while (out->n && (out->p[0] == ' ' || out->p[0] == '\t')) {
        out->p++;
        out->n--;
    }
    while (out->n && (out->p[out->n - 1] == ' ' || out->p[out->n - 1] == '\t'))
        out->n--;
    return true;
}

static bool is_word(wt_http_part part, const char *word) {
    return part.n == strlen(word) && strncasecmp((const char *)part.p, word, part.n) == 0;
}

/* "name=value"; the value is empty if there is no "=". */
static void split(wt_http_part part, wt_http_part *name, wt_http_part *value) {
    const uint8_t *equals = part.n ? memchr(part.p, '=', part.n) : NULL;
    name->p = part.p;
    name->n = equals ? (uint32_t)(equals - part.p) : part.n;
    value->p = equals ? equals + 1 : part.p + part.n;
    value->n = part.n - name->n - (equals != NULL);
}

/* Text in words, made in the arena. */
static void put_meaning(wt_cur *c, wt_http_part of, const wt_text *t) {
    char *kept = t->len ? wt_arena(c->s, t->len) : NULL;
    wt_item *i = kept ? wt_put(c, F_MEANING, place_of(c, of.p), of.n) : NULL;
    if (!i)
        return;
    memcpy(kept, t->p, t->len);
    i->v.p = (const uint8_t *)kept;
    i->vlen = t->len;
    i->flags |= WT_I_POINTER | WT_I_GENERATED;
}

/* ---- cookies ---------------------------------------------------------------------------- */

/* Three parts of Base64 with dots between, the first of them an object: "eyJ" is {" in Base64 (RFC 7519 §3). */
static void token(wt_http_part part, wt_http_head *head) {
    unsigned dots = 0;
    if (part.n < 20 || memcmp(part.p, "eyJ", 3) != 0 || head->tokens == WT_HTTP_TOKENS)
        return;
    for (uint32_t i = 0; i < part.n; i++) {
        uint8_t b = part.p[i];
        dots += b == '.';
        if (b != '.' && b != '-' && b != '_' && !(b >= '0' && b <= '9') && !((b | 32) >= 'a' && (b | 32) <= 'z'))
            return;
    }
    if (dots == 2)
        head->token[head->tokens++] = part;
}

static void cookies(wt_cur *c, wt_http_part value, wt_http_head *head) {
    wt_http_part pair, name, content;
    while (next_part(&value, ';', &pair)) {
        if (!pair.n)
            continue;
        put_part(c, F_COOKIE_PAIR, pair);
        split(pair, &name, &content);
        token(content, head);
    }
}

static void set_cookie(wt_cur *c, wt_http_part value, wt_http_head *head) {
    static const struct { const char *name; wt_fid f; bool bare; } rows[] = {
        {"expires", F_SET_EXPIRES, false}, {"max-age", F_SET_MAX_AGE, false},   {"domain", F_SET_DOMAIN, false},
        {"path", F_SET_PATH, false},       {"samesite", F_SET_SAMESITE, false}, {"secure", F_SET_SECURE, true},
        {"httponly", F_SET_HTTPONLY, true}};
    wt_http_part part, name, content;
    for (bool first = true; next_part(&value, ';', &part); first = false) {
        if (!part.n)
            continue;
        split(part, &name, &content);
        if (first) {
            put_part(c, F_SET_PAIR, part);
            token(content, head);
            continue;
        }
        size_t i = 0;
        while (i < sizeof rows / sizeof *rows && !is_word(name, rows[i].name))
            i++;
        if (i == sizeof rows / sizeof *rows)
            put_part(c, F_SET_OTHER, part);
        else if (rows[i].bare)
            wt_put(c, rows[i].f, place_of(c, part.p), part.n);
        else
            wt_emit_p(c, rows[i].f, place_of(c, part.p), part.n, content.p, content.n);
    }
}

/* ---- caches, ranges --------------------------------------------------------------------- */

static void caching(wt_cur *c, wt_http_part value, const wt_http_head *head) {
    wt_http_part part;
    while (next_part(&value, ',', &part)) {
        if (!part.n)
            continue;
        put_part(c, F_DIRECTIVE, part);
        wt_node n = wt_parent(c, F_DIRECTIVE);
        char text[160];
        wt_text t = {text, 0, sizeof text, false};
        if (wt_http_cache_rule(&t, part.p, part.n, head->response))
            put_meaning(c, part, &t);
        wt_end(c, n);
    }
}

static void put_number(wt_cur *c, wt_fid f, wt_http_part part, uint64_t v) {
    wt_emit_u(c, f, place_of(c, part.p), part.n, v);
}

/* "0-499", "500-" or "-500". */
static void range(wt_cur *c, wt_http_part part) {
    const uint8_t *dash = memchr(part.p, '-', part.n);
    if (!dash)
        return;
    wt_http_part a = {part.p, (uint32_t)(dash - part.p)}, b = {dash + 1, part.n - a.n - 1};
    uint64_t first = 0, last = 0;
    bool has_first = wt_http_number(a.p, a.n, &first), has_last = wt_http_number(b.p, b.n, &last);
    char text[100];
    wt_text t = {text, 0, sizeof text, false};
    if (has_first)
        put_number(c, F_RANGE_FIRST, a, first);
    if (has_last)
        put_number(c, has_first ? F_RANGE_LAST : F_RANGE_SUFFIX, b, last);
    if (has_first && has_last) {
        wt_put_s(&t, "bytes ");
        wt_put_u(&t, first);
        wt_put_s(&t, " to ");
        wt_put_u(&t, last);
    } else if (has_first) {
        wt_put_s(&t, "all from byte ");
        wt_put_u(&t, first);
        wt_put_s(&t, " on");
    } else if (has_last) {
        wt_put_s(&t, "the last ");
        wt_put_u(&t, last);
        wt_put_s(&t, " bytes");
    }
    put_meaning(c, part, &t);
}

static void ranges(wt_cur *c, wt_http_part value) {
    wt_http_part part;
    if (value.n < 6 || strncasecmp((const char *)value.p, "bytes=", 6) != 0)
        return;
    value.p += 6;
    value.n -= 6;
    while (next_part(&value, ',', &part))
        if (part.n)
            range(c, part);
}

/* "bytes 0-499/1234"; either may be "*". */
static void content_range(wt_cur *c, wt_http_part value) {
    if (value.n < 6 || strncasecmp((const char *)value.p, "bytes ", 6) != 0)
        return;
    value.p += 6;
    value.n -= 6;
    wt_http_part part;
    next_part(&value, '/', &part);
    uint64_t size;
    if (part.n && part.p[0] != '*')
        range(c, part);
    if (wt_http_number(value.p, value.n, &size))
        put_number(c, F_RANGE_SIZE, value, size);
}

/* ---- credentials ------------------------------------------------------------------------ */

static void credentials(wt_cur *c, wt_http_part line, wt_http_part value, wt_http_head *head) {
    uint32_t n = 0, made;
    while (n < value.n && value.p[n] != ' ')
        n++;
    wt_http_part scheme = {value.p, n}, rest = {value.p + n, value.n - n};
    while (rest.n && *rest.p == ' ') {
        rest.p++;
        rest.n--;
    }
    put_part(c, F_AUTH_SCHEME, scheme);
    if (is_word(scheme, "bearer"))
        token(rest, head);
    if (!is_word(scheme, "basic") || !(wt_wants(c->s, F_AUTHBASIC) || wt_wants(c->s, F_AUTH_USER)))
        return;
    const uint8_t *plain = wt_base64(c->s, rest.p, rest.n, &made);
    if (!plain)
        return;
    const uint8_t *colon = memchr(plain, ':', made);
    wt_emit_p(c, F_AUTHBASIC, place_of(c, line.p), line.n, plain, made);
    wt_emit_p(c, F_AUTH_USER, place_of(c, rest.p), rest.n, plain, colon ? (uint32_t)(colon - plain) : made);
}

void wt_http_inside(wt_cur *c, wt_fid f, wt_http_part line, wt_http_part value, wt_http_head *head) {
    switch ((int)f) {
    case F_COOKIE: case F_SET_COOKIE: case F_CACHE_CONTROL: case F_RANGE: case F_CONTENT_RANGE: case F_AUTHORIZATION:
    case F_PROXY_AUTHORIZATION: break;
    default: return;
    }
    wt_node n = wt_parent(c, f);
    if (f == F_COOKIE)
        cookies(c, value, head);
    else if (f == F_SET_COOKIE)
        set_cookie(c, value, head);
    else if (f == F_CACHE_CONTROL)
        caching(c, value, head);
    else if (f == F_RANGE)
        ranges(c, value);
    else if (f == F_CONTENT_RANGE)
        content_range(c, value);
    else
        credentials(c, line, value, head);
    wt_end(c, n);
}
