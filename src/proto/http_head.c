/* http_head.c - the head of an HTTP/1 message: found, emitted field by field, understood. */
#include <strings.h>

#include "proto/common/secret.h"
#include "proto/http.h"

static const wt_value codes_rows[] = {
    WT_V(100, "Continue", "Go on and send the body."),
    WT_V(101, "Switching Protocols", "From here on another protocol is spoken."),
    WT_V(102, "Processing", NULL),
    WT_V(103, "Early Hints", "What the page will need; the true answer follows."),
    WT_V(200, "OK", "Here it is."),
    WT_V(201, "Created", "A new resource was made."),
    WT_V(202, "Accepted", "It will be done later."),
    WT_V(203, "Non-Authoritative Information", NULL),
    WT_V(204, "No Content", "Done; there is nothing to show."),
    WT_V(205, "Reset Content", NULL),
    WT_V(206, "Partial Content", "Only the part that was asked for."),
    WT_V(207, "Multi-Status", NULL),
    WT_V(208, "Already Reported", NULL),
    WT_V(226, "IM Used", NULL),
    WT_V(300, "Multiple Choices", NULL),
    WT_V(301, "Moved Permanently", "It is elsewhere, for good: see Location."),
    WT_V(302, "Found", "It is elsewhere for now: see Location."),
    WT_V(303, "See Other", "Read the page named in Location instead."),
    WT_V(304, "Not Modified", "The copy that the client has is still good."),
    WT_V(305, "Use Proxy", NULL),
    WT_V(307, "Temporary Redirect", "Ask the same thing elsewhere: see Location."),
    WT_V(308, "Permanent Redirect", NULL),
    WT_V(400, "Bad Request", "The server can't understand the request."),
    WT_V(401, "Unauthorized", "The client has to prove who it is first."),
    WT_V(402, "Payment Required", NULL),
    WT_V(403, "Forbidden", "The server won't, whoever asks."),
    WT_V(404, "Not Found", "There is nothing of that name."),
    WT_V(405, "Method Not Allowed", NULL),
    WT_V(406, "Not Acceptable", NULL),
    WT_V(407, "Proxy Authentication Required", NULL),
    WT_V(408, "Request Timeout", "The client took too long."),
    WT_V(409, "Conflict", NULL),
    WT_V(410, "Gone", "It was here once, but won't come back."),
    WT_V(411, "Length Required", NULL),
    WT_V(412, "Precondition Failed", NULL),
    WT_V(413, "Content Too Large", NULL),
    WT_V(414, "URI Too Long", NULL),
    WT_V(415, "Unsupported Media Type", NULL),
    WT_V(416, "Range Not Satisfiable", NULL),
    WT_V(417, "Expectation Failed", NULL),
    WT_V(418, "I'm a teapot", NULL),
    WT_V(421, "Misdirected Request", NULL),
    WT_V(422, "Unprocessable Content", NULL),
    WT_V(423, "Locked", NULL),
    WT_V(424, "Failed Dependency", NULL),
    WT_V(425, "Too Early", NULL),
    WT_V(426, "Upgrade Required", NULL),
    WT_V(428, "Precondition Required", NULL),
    WT_V(429, "Too Many Requests", "The client shall slow down."),
    WT_V(431, "Request Header Fields Too Large", NULL),
    WT_V(451, "Unavailable For Legal Reasons", NULL),
    WT_V(500, "Internal Server Error", "Something broke in the server."),
    WT_V(501, "Not Implemented", NULL),
    WT_V(502, "Bad Gateway", "The server behind this one gave nonsense."),
    WT_V(503, "Service Unavailable", "Overloaded, or down for now."),
    WT_V(504, "Gateway Timeout", "The server behind this one did not answer."),
    WT_V(505, "HTTP Version Not Supported", NULL),
    WT_V(506, "Variant Also Negotiates", NULL),
    WT_V(507, "Insufficient Storage", NULL),
    WT_V(508, "Loop Detected", NULL),
    WT_V(511, "Network Authentication Required", NULL),
};
const wt_values wt_http_codes = {codes_rows, sizeof codes_rows / sizeof *codes_rows};

static const struct header {
    const char *name;
    uint32_t length;
    wt_fid field;
} headers[] = {
#define H(name, field) {name, sizeof name - 1, field}
    H("host", F_HOST),
    H("user-agent", F_USER_AGENT),
    H("accept", F_ACCEPT),
    H("accept-language", F_ACCEPT_LANGUAGE),
    H("accept-encoding", F_ACCEPT_ENCODING),
    H("connection", F_CONNECTION),
    H("content-type", F_CONTENT_TYPE),
    H("content-length", F_CONTENT_LENGTH_HEADER),
    H("content-encoding", F_CONTENT_ENCODING),
    H("transfer-encoding", F_TRANSFER_ENCODING),
    H("upgrade", F_UPGRADE),
    H("cookie", F_COOKIE),
    H("set-cookie", F_SET_COOKIE),
    H("date", F_DATE),
    H("server", F_SERVER),
    H("last-modified", F_LAST_MODIFIED),
    H("location", F_LOCATION),
    H("referer", F_REFERER),
    H("cache-control", F_CACHE_CONTROL),
    H("authorization", F_AUTHORIZATION),
    H("www-authenticate", F_WWW_AUTHENTICATE),
    H("proxy-authenticate", F_PROXY_AUTHENTICATE),
    H("proxy-authorization", F_PROXY_AUTHORIZATION),
    H("x-forwarded-for", F_FORWARDED_FOR),
    H("sec-websocket-accept", F_WS_ACCEPT),
    H("sec-websocket-extensions", F_WS_EXTENSIONS),
    H("sec-websocket-key", F_WS_KEY),
    H("sec-websocket-protocol", F_WS_PROTOCOL),
    H("sec-websocket-version", F_WS_VERSION),
    H("http2-settings", F_H2_SETTINGS),
#undef H
};
enum { HEADERS = sizeof headers / sizeof *headers };

/* ---- finding a head --------------------------------------------------------------------- */

uint32_t wt_http_head_length(const uint8_t *p, uint32_t n, uint32_t *scanned) {
    uint32_t at = *scanned < n && *scanned > 3 ? *scanned - 3 : 0;
    while (at < n) {
        const uint8_t *lf = memchr(p + at, '\n', n - at);
        if (!lf)
            break;
        at = (uint32_t)(lf - p) + 1;
        if (at < n && p[at] == '\n')
            return at + 1;
        if (at + 1 < n && p[at] == '\r' && p[at + 1] == '\n')
            return at + 2;
    }
    *scanned = n;
    return 0;
}

static bool token_char(uint8_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* "HTTP/1." at the beginning, or a method, a target and " HTTP/1." before the line's end. */
enum wt_probe wt_http_probe(const uint8_t *p, uint32_t n, int dir) {
    (void)dir;
    static const char version[] = "HTTP/1.";
    uint32_t same = 0, at = 0;
    while (same < n && same < 7 && p[same] == (uint8_t)version[same])
        same++;
    if (same == 7)
        return WT_PROBE_YES;
    if (same == n)
        return WT_PROBE_MORE;
    while (at < n && token_char(p[at]))
        at++;
    if (at < 3 || at > 32)
        return at == n && at < 3 ? WT_PROBE_MORE : WT_PROBE_NO;
    if (at == n)
        return WT_PROBE_MORE;
    if (p[at] != ' ')
        return WT_PROBE_NO;
    const uint8_t *lf = memchr(p, '\n', n);
    if (!lf) {
        for (uint32_t i = at; i < n; i++)
            if (p[i] < 0x20 && p[i] != '\r')
                return WT_PROBE_NO;
        return n < 16384 ? WT_PROBE_MORE : WT_PROBE_NO;
    }
    uint32_t line = (uint32_t)(lf - p);
    if (line && p[line - 1] == '\r')
        line--;
    return line > at + 9 && memcmp(p + line - 9, " HTTP/1.", 8) == 0 ? WT_PROBE_YES : WT_PROBE_NO;
}

/* ---- lines ------------------------------------------------------------------------------ */

/* A word of the start line: up to a blank, or to the end of the line for the last one. */
typedef struct word {
    uint32_t at, n;
} word;

static word next_word(const wt_cur *c, uint32_t *at, uint32_t end, bool last) {
    word w = {*at, 0};
    while (w.at + w.n < end && (last || c->data[w.at + w.n] != ' '))
        w.n++;
    *at = w.at + w.n;
    while (*at < end && c->data[*at] == ' ')
        (*at)++;
    return w;
}

static void put_word(wt_cur *c, wt_fid f, word w) {
    wt_emit_p(c, f, w.at, w.n, c->data + w.at, w.n);
}

static void query(wt_cur *c, word uri) {
    const uint8_t *p = c->data + uri.at, *mark = memchr(p, '?', uri.n);
    bool secret = mark && wt_uri_has_secret(p, uri.n);
    if (secret)
        wt_secret_item(c, F_URI);
    wt_node n = mark ? wt_parent(c, F_URI) : WT_NO_NODE;
    if (!mark)
        return;
    word path = {uri.at, (uint32_t)(mark - p)}, rest = {uri.at + path.n + 1, uri.n - path.n - 1};
    put_word(c, F_PATH, path);
    put_word(c, F_QUERY, rest);
    if (secret)
        wt_secret_item(c, F_QUERY);
    wt_node q = wt_parent(c, F_QUERY);
    uint32_t end = rest.at + rest.n;
    for (uint32_t at = rest.at; at < end;) {
        const uint8_t *amp = memchr(c->data + at, '&', end - at);
        uint32_t stop = amp ? (uint32_t)(amp - c->data) : end;
        put_word(c, F_PARAMETER, (word){at, stop - at});
        const uint8_t *equals = memchr(c->data + at, '=', stop - at);
        if (secret && equals && wt_is_secret(c->data + at, (uint32_t)(equals - c->data) - at))
            wt_secret_item(c, F_PARAMETER);
        at = stop + 1;
    }
    wt_end(c, q);
    wt_end(c, n);
}

static void request_line(wt_cur *c, uint32_t at, uint32_t end, wt_http_head *h) {
    word method = next_word(c, &at, end, false), uri = next_word(c, &at, end, false);
    word version = next_word(c, &at, end, true);
    put_word(c, F_METHOD, method);
    put_word(c, F_URI, uri);
    query(c, uri);
    if (version.n)
        put_word(c, F_REQUEST_VERSION, version);
    h->method = c->data + method.at;
    h->method_len = method.n;
    h->uri = c->data + uri.at;
    h->uri_len = uri.n;
}

static void status_line(wt_cur *c, uint32_t at, uint32_t end, wt_http_head *h) {
    word version = next_word(c, &at, end, false), code = next_word(c, &at, end, false);
    word phrase = next_word(c, &at, end, true);
    put_word(c, F_RESPONSE_VERSION, version);
    bool digits = code.n == 3;
    for (uint32_t i = 0; i < code.n && digits; i++)
        digits = c->data[code.at + i] >= '0' && c->data[code.at + i] <= '9';
    if (digits) {
        const uint8_t *p = c->data + code.at;
        h->code = (uint16_t)((p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0'));
        wt_emit_u(c, F_CODE, code.at, 3, h->code);
        const wt_value *row = wt_value_find(&wt_http_codes, h->code);
        const char *text = row ? row->name : "Unknown";
        wt_item *i = wt_put(c, F_CODE_DESC, code.at, 3);
        if (i) {
            i->v.p = (const uint8_t *)text;
            i->vlen = (uint32_t)strlen(text);
            i->flags |= WT_I_POINTER | WT_I_GENERATED;
        }
    }
    if (phrase.n)
        put_word(c, F_PHRASE, phrase);
    h->phrase = c->data + phrase.at;
    h->phrase_len = phrase.n;
}

/* ---- header fields ---------------------------------------------------------------------- */

static wt_fid header_row(const uint8_t *p, uint32_t n) {
    for (int i = 0; i < HEADERS; i++)
        if (headers[i].length == n && headers[i].name[0] == (p[0] | 0x20) &&
            strncasecmp(headers[i].name, (const char *)p, n) == 0)
            return headers[i].field;
    return WT_FID_NONE;
}

static bool number(const uint8_t *p, uint32_t n, uint64_t *out) {
    uint64_t v = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9' || v > (UINT64_MAX - 9) / 10)
            return false;
        v = v * 10 + (p[i] - '0');
    }
    *out = v;
    return n > 0;
}

/* Does the comma-separated list end with this word? */
static bool last_is(const uint8_t *p, uint32_t n, const char *text) {
    uint32_t length = (uint32_t)strlen(text);
    if (n < length || strncasecmp((const char *)p + n - length, text, length) != 0)
        return false;
    return n == length || p[n - length - 1] == ' ' || p[n - length - 1] == ',' || p[n - length - 1] == '\t';
}

static void cookies(wt_cur *c, word value) {
    wt_node n = wt_parent(c, F_COOKIE);
    uint32_t end = value.at + value.n;
    for (uint32_t at = value.at; at < end;) {
        const uint8_t *semicolon = memchr(c->data + at, ';', end - at);
        uint32_t stop = semicolon ? (uint32_t)(semicolon - c->data) : end;
        if (stop > at)
            put_word(c, F_COOKIE_PAIR, (word){at, stop - at});
        at = stop + 1;
        while (at < end && c->data[at] == ' ')
            at++;
    }
    wt_end(c, n);
}

static void understand(wt_cur *c, wt_fid f, word line, word value, wt_http_head *h) {
    const uint8_t *p = c->data + value.at;
    uint64_t v;
    if (f == F_CONTENT_LENGTH_HEADER) {
        if (!number(p, value.n, &v))
            return;
        wt_node n = wt_parent(c, F_CONTENT_LENGTH_HEADER);
        wt_emit_u(c, F_CONTENT_LENGTH, line.at, line.n, v);
        wt_end(c, n);
        if (h->has_length && h->length != v)
            wt_note(c,
                    "two lengths for one body: such a message means different things to different programs");
        if (!h->has_length)
            h->length = v;
        h->has_length = true;
    } else if (f == F_TRANSFER_ENCODING) {
        h->chunked = last_is(p, value.n, "chunked");
    } else if (f == F_HOST && !h->host) {
        h->host = p;
        h->host_len = value.n;
    } else if (f == F_CONTENT_TYPE) {
        h->type = p;
        h->type_len = value.n;
    } else if (f == F_UPGRADE) {
        h->upgrade = (wt_http_part){p, value.n};
    } else if (f == F_WS_KEY) {
        h->ws_key = (wt_http_part){p, value.n};
    } else if (f == F_WS_ACCEPT) {
        h->ws_accept = (wt_http_part){p, value.n};
    } else if (f == F_WS_EXTENSIONS) {
        h->ws_extensions = (wt_http_part){p, value.n};
    } else if (f == F_WS_PROTOCOL) {
        h->ws_protocol = (wt_http_part){p, value.n};
    } else if (f == F_H2_SETTINGS) {
        h->h2_settings = (wt_http_part){p, value.n};
    } else if (f == F_COOKIE) {
        cookies(c, value);
    }
}

static void header(wt_cur *c, word line, uint32_t text_end, wt_http_head *h) {
    const uint8_t *p = c->data + line.at, *colon = memchr(p, ':', text_end - line.at);
    uint32_t name = colon ? (uint32_t)(colon - p) : 0;
    while (name && (p[name - 1] == ' ' || p[name - 1] == '\t'))
        name--;
    wt_fid f = name ? header_row(p, name) : WT_FID_NONE;
    if (f != WT_FID_NONE) {
        word value = {line.at + (uint32_t)(colon - p) + 1, 0};
        while (value.at < text_end && (c->data[value.at] == ' ' || c->data[value.at] == '\t'))
            value.at++;
        value.n = text_end - value.at;
        while (value.n && (c->data[value.at + value.n - 1] == ' ' || c->data[value.at + value.n - 1] == '\t'))
            value.n--;
        wt_emit_p(c, f, line.at, line.n, c->data + value.at, value.n);
        understand(c, f, line, value, h);
    }
    wt_item *i = wt_put(c, h->response ? F_RESPONSE_LINE : F_REQUEST_LINE, line.at, line.n);
    if (i) {
        i->v.p = p;
        i->vlen = line.n;
        i->flags |= WT_I_POINTER | (f != WT_FID_NONE ? WT_I_HIDDEN : 0);
    }
}

/* The end of the line at `at`, its CRLF and folded continuation lines included; *text_end is where its text
 * ends. */
static uint32_t line_end(const wt_cur *c, uint32_t at, uint32_t end, uint32_t *text_end) {
    uint32_t stop = at;
    do {
        const uint8_t *lf = memchr(c->data + stop, '\n', end - stop);
        stop = lf ? (uint32_t)(lf - c->data) + 1 : end;
    } while (stop < end && stop > at + 2 && (c->data[stop] == ' ' || c->data[stop] == '\t'));
    *text_end = stop;
    while (*text_end > at && (c->data[*text_end - 1] == '\n' || c->data[*text_end - 1] == '\r'))
        (*text_end)--;
    return stop;
}

/* ---- the whole head --------------------------------------------------------------------- */

uint32_t wt_http_full_uri(wt_session *s, const wt_http_head *h, bool secure, uint8_t **out) {
    bool absolute = (h->method_len == 7 && memcmp(h->method, "CONNECT", 7) == 0) ||
                    (h->uri_len > 7 && strncasecmp((const char *)h->uri, "http://", 7) == 0) ||
                    (h->uri_len > 8 && strncasecmp((const char *)h->uri, "https://", 8) == 0);
    if (!h->uri_len || (!absolute && !h->host_len))
        return 0;
    const char *scheme = secure ? "https://" : "http://";
    uint32_t front = absolute ? 0 : (uint32_t)strlen(scheme) + h->host_len;
    uint8_t *p = wt_arena(s, front + h->uri_len);
    if (!p)
        return 0;
    if (!absolute) {
        memcpy(p, scheme, strlen(scheme));
        memcpy(p + strlen(scheme), h->host, h->host_len);
    }
    memcpy(p + front, h->uri, h->uri_len);
    *out = p;
    return front + h->uri_len;
}

static void generated(wt_cur *c, uint32_t start, bool secure, const wt_http_asked *asked,
                      const wt_http_head *h) {
    wt_session *s = c->s;
    wt_item *i = wt_put(c, h->response ? F_RESPONSE : F_REQUEST, start, 0);
    if (i) {
        i->v.u = 1;
        i->flags |= WT_I_GENERATED | WT_I_HIDDEN;
    }
    uint8_t *uri = NULL;
    uint32_t n = 0;
    if (!h->response && wt_wants(s, F_FULL_URI))
        n = wt_http_full_uri(s, h, secure, &uri);
    if (n && (i = wt_put(c, F_FULL_URI, start, 0))) {
        i->v.p = uri;
        i->vlen = n;
        i->flags |= WT_I_GENERATED | WT_I_POINTER;
        if (wt_uri_has_secret(uri, n))
            i->flags |= WT_I_SECRET;
    }
    if (!h->response || !asked)
        return;
    wt_gen_u(c, F_REQUEST_IN, asked->frame);
    if (s->frame->time_ns != INT64_MIN && asked->time_ns != INT64_MIN)
        wt_gen_u(c, F_TIME, (uint64_t)(s->frame->time_ns - asked->time_ns));
    uint8_t *copy = asked->uri && wt_wants(s, F_RESPONSE_FOR) ? wt_arena(s, asked->uri_len) : NULL;
    if (copy) {
        memcpy(copy, asked->uri, asked->uri_len);
        wt_gen_p(c, F_RESPONSE_FOR, copy, asked->uri_len);
        if (wt_uri_has_secret(copy, asked->uri_len))
            wt_secret_item(c, F_RESPONSE_FOR);
    }
}

void wt_http_read_head(wt_cur *c, uint32_t n, bool secure, const wt_http_asked *asked, wt_http_head *h) {
    *h = (wt_http_head){0};
    if (!wt_need(c, n))
        return;
    uint32_t start = c->pos, end = start + n, at = start, text_end;
    h->response = end - at >= 5 && memcmp(c->data + at, "HTTP/", 5) == 0;
    uint32_t stop = line_end(c, at, end, &text_end);
    if (h->response)
        status_line(c, at, text_end, h);
    else
        request_line(c, at, text_end, h);
    for (at = stop; at < end; at = stop) {
        stop = line_end(c, at, end, &text_end);
        if (text_end > at)
            header(c, (word){at, stop - at}, text_end, h);
    }
    c->pos = end;
    generated(c, start, secure, asked, h);
}

void wt_http_tell_head(wt_text *to, const wt_session *s, const wt_http_head *h) {
    if (!h->response) {
        wt_put_wire(to, h->method, h->method_len);
        wt_put_c(to, ' ');
        wt_put_uri(to, s, h->uri, h->uri_len, 200);
        return;
    }
    wt_put_u(to, h->code);
    if (h->phrase_len) {
        wt_put_c(to, ' ');
        wt_put_wire(to, h->phrase, h->phrase_len < 80 ? h->phrase_len : 80);
    }
    uint32_t type = 0;
    while (type < h->type_len && type < 80 && h->type[type] != ';' && h->type[type] != ' ')
        type++;
    if (type) {
        wt_put_s(to, ", ");
        wt_put_wire(to, h->type, type);
    }
    if (h->has_length && !h->chunked) {
        wt_put_s(to, ", ");
        wt_put_u(to, h->length);
        wt_put_s(to, h->length == 1 ? " byte" : " bytes");
    }
    if (h->chunked)
        wt_put_s(to, ", in chunks");
}
