/* http_head.c - the head of an HTTP/1 message: found, emitted field by field, understood. */
#include <strings.h>

#include "proto/common/events.h"
#include "proto/common/secret.h"
#include "proto/http.h"

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

/* Methods in use have no small letters; other words need not wait for the rest of a line to be shown. */
static bool method_char(uint8_t c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

/* "HTTP/1." at the beginning, or a method, a target and " HTTP/1." before the line's end. */
enum wt_probe wt_http_probe(const uint8_t *p, uint32_t n, int dir) {
    (void)dir;
    static const char version[] = "HTTP/1.";
    uint32_t at = 0;
    if (memcmp(p, version, n < 7 ? n : 7) == 0)
        return n < 7 ? WT_PROBE_MORE : WT_PROBE_YES;
    while (at < n && method_char(p[at]))
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
    const uint8_t *p = c->data + *at, *blank = last || *at == end ? NULL : memchr(p, ' ', end - *at);
    word w = {*at, blank ? (uint32_t)(blank - p) : end - *at};
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
    if (!mark)
        return;
    bool secret = wt_uri_has_secret(p, uri.n);
    if (secret)
        wt_secret_item(c, F_URI);
    wt_node n = wt_parent(c, F_URI);
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
        if (stop > at)
            put_word(c, F_PARAMETER, (word){at, stop - at});
        const uint8_t *equals = memchr(c->data + at, '=', stop - at);
        if (secret && equals && wt_is_secret(c->data + at, (uint32_t)(equals - c->data) - at))
            wt_secret_item(c, F_PARAMETER);
        at = stop + 1;
    }
    wt_end(c, q);
    wt_end(c, n);
}

static wt_http_part part_of(const wt_cur *c, word w) { return (wt_http_part){c->data + w.at, w.n}; }

static void request_line(wt_cur *c, uint32_t at, uint32_t end, wt_http_head *h) {
    word method = next_word(c, &at, end, false), uri = next_word(c, &at, end, false);
    word version = next_word(c, &at, end, true);
    h->method = part_of(c, method);
    h->uri = part_of(c, uri);
    h->old = version.n == 8 && memcmp(c->data + version.at, "HTTP/1.0", 8) == 0;
    if (h->quiet)
        return;
    put_word(c, F_METHOD, method);
    put_word(c, F_URI, uri);
    query(c, uri);
    if (version.n)
        put_word(c, F_REQUEST_VERSION, version);
}

/* "Unknown (299)", as tshark has it. */
static wt_http_part unknown_code(wt_session *s, uint16_t code) {
    char *text = wt_arena(s, 16);
    wt_text t = {text, 0, text ? 16 : 0, false};
    wt_put_s(&t, "Unknown (");
    wt_put_u(&t, code);
    wt_put_c(&t, ')');
    return (wt_http_part){(const uint8_t *)text, t.len};
}

static void describe_code(wt_cur *c, uint32_t at, uint16_t code) {
    if (!wt_wants(c->s, F_CODE_DESC))
        return;
    const wt_value *row = wt_value_find(&wt_http_codes, code);
    const char *words = wt_http_code_words(code);
    if (!words && row)
        words = row->name;
    wt_http_part text = words ? (wt_http_part){(const uint8_t *)words, (uint32_t)strlen(words)}
                              : unknown_code(c->s, code);
    wt_item *i = text.p ? wt_put(c, F_CODE_DESC, at, 3) : NULL;
    if (i) {
        i->v.p = text.p;
        i->vlen = text.n;
        i->flags |= WT_I_POINTER | WT_I_GENERATED;
    }
}

static void status_line(wt_cur *c, uint32_t at, uint32_t end, wt_http_head *h) {
    word version = next_word(c, &at, end, false), code = next_word(c, &at, end, false);
    word phrase = next_word(c, &at, end, true);
    uint64_t v;
    h->old = version.n == 8 && memcmp(c->data + version.at, "HTTP/1.0", 8) == 0;
    h->phrase = part_of(c, phrase);
    bool number = code.n == 3 && wt_http_number(c->data + code.at, 3, &v);
    if (number)
        h->code = (uint16_t)v;
    if (h->quiet)
        return;
    put_word(c, F_RESPONSE_VERSION, version);
    if (number) {
        wt_emit_u(c, F_CODE, code.at, 3, v);
        describe_code(c, code.at, h->code);
    }
    if (phrase.n)
        put_word(c, F_PHRASE, phrase);
}

/* ---- header fields ---------------------------------------------------------------------- */

/* Does the comma-separated list end with this word? */
static bool last_is(wt_http_part list, const char *text) {
    uint32_t length = (uint32_t)strlen(text);
    if (list.n < length || strncasecmp((const char *)list.p + list.n - length, text, length) != 0)
        return false;
    uint8_t before = list.n == length ? ',' : list.p[list.n - length - 1];
    return before == ' ' || before == ',' || before == '\t';
}

/* Lengths that are told twice, or are none, are how messages are smuggled past a proxy (RFC 9112 §6.3). */
static void length(wt_cur *c, word line, wt_http_part value, wt_http_head *h) {
    uint64_t v;
    const uint8_t *comma = value.n ? memchr(value.p, ',', value.n) : NULL;
    uint32_t n = comma ? (uint32_t)(comma - value.p) : value.n;
    if (!wt_http_number(value.p, n, &v)) {
        wt_note(c, "this Content-Length is no number: a message like this must be refused (RFC 9112 §6.3)");
        return;
    }
    wt_node node = wt_parent(c, F_CONTENT_LENGTH_HEADER);
    wt_emit_u(c, F_CONTENT_LENGTH, line.at, line.n, v);
    wt_end(c, node);
    if (comma || (h->has_length && h->length != v))
        wt_note(c, "two lengths for one body: programs that believe different ones see different messages "
                   "(RFC 9112 §6.3)");
    if (!h->has_length)
        h->length = v;
    h->has_length = true;
}

static void transfer(wt_cur *c, word line, wt_http_part value, wt_http_head *h) {
    h->chunked = last_is(value, "chunked");
    h->endless = !h->chunked;
    if (h->chunked || last_is(value, "gzip") || last_is(value, "deflate") || last_is(value, "compress"))
        return;
    wt_put(c, F_TE_UNKNOWN, line.at, line.n);
    wt_note(c, "this transfer coding is not known: where the body ends can't be told (RFC 9112 §6.1)");
}

static void understand(wt_cur *c, wt_fid f, enum wt_http_key key, word line, word text, wt_http_head *h) {
    wt_http_part value = {c->data + text.at, text.n};
    if (key && !(key == KEY_HOST && h->value[KEY_HOST].p))
        h->value[key] = value;
    if (key == KEY_LENGTH)
        length(c, line, value, h);
    else if (key == KEY_TRANSFER)
        transfer(c, line, value, h);
    else
        wt_http_inside(c, f, part_of(c, line), value, h);
}

/* A name that some programs read and others do not (RFC 9112 §5.1). */
static void check_name(wt_cur *c, const uint8_t *p, uint32_t n, bool blank) {
    static const uint8_t forbidden[128] = {
        ['"'] = 1, ['('] = 1, [')'] = 1, [','] = 1, ['/'] = 1, [':'] = 1, [';'] = 1, ['<'] = 1, ['='] = 1,
        ['>'] = 1, ['?'] = 1, ['@'] = 1, ['['] = 1, ['\\'] = 1, [']'] = 1, ['{'] = 1, ['}'] = 1};
    bool good = n && !blank;
    for (uint32_t i = 0; i < n && good; i++)
        good = p[i] > ' ' && p[i] < 0x7f && !forbidden[p[i]];
    if (!good)
        wt_note(c, blank ? "blanks between a header's name and its colon: servers must refuse this (RFC 9112 §5.1)"
                         : "this header's name has characters that no name may have (RFC 9110 §5.1)");
}

static void header(wt_cur *c, word line, uint32_t text_end, wt_http_head *h) {
    const uint8_t *p = c->data + line.at, *colon = memchr(p, ':', text_end - line.at);
    uint32_t whole = colon ? (uint32_t)(colon - p) : 0, name = whole;
    enum wt_http_key key = KEY_NONE;
    while (name && (p[name - 1] == ' ' || p[name - 1] == '\t'))
        name--;
    wt_fid f = name ? wt_http_header(p, name, &key) : WT_FID_NONE;
    if (f != WT_FID_NONE) {
        word value = {line.at + whole + 1, 0};
        while (value.at < text_end && (c->data[value.at] == ' ' || c->data[value.at] == '\t'))
            value.at++;
        value.n = text_end - value.at;
        while (value.n && (c->data[value.at + value.n - 1] == ' ' || c->data[value.at + value.n - 1] == '\t'))
            value.n--;
        wt_emit_p(c, f, line.at, line.n, c->data + value.at, value.n);
        understand(c, f, key, line, value, h);
    }
    wt_item *i = wt_put(c, h->response ? F_RESPONSE_LINE : F_REQUEST_LINE, line.at, line.n);
    if (i) {
        i->v.p = p;
        i->vlen = line.n;
        i->flags |= WT_I_POINTER | (f != WT_FID_NONE ? WT_I_HIDDEN : 0) | (wt_is_secret(p, name) ? WT_I_SECRET : 0);
    }
    if (f == WT_FID_NONE || name < whole)
        check_name(c, p, name, name < whole);
}

/* Could a header that begins so decide what the message is or where it ends?  All with a key in http_headers.c. */
static bool may_decide(const uint8_t *p, uint32_t n) {
    if (n < 6)
        return false;
    switch ((p[0] | 32u) << 24 | (p[1] | 32u) << 16 | (p[2] | 32u) << 8 | (p[3] | 32u)) {
    case 'h' << 24 | 'o' << 16 | 's' << 8 | 't':     /* Host */
    case 'h' << 24 | 't' << 16 | 't' << 8 | 'p':     /* HTTP2-Settings */
    case 'c' << 24 | 'o' << 16 | 'n' << 8 | 't':     /* Content-… */
    case 't' << 24 | 'r' << 16 | 'a' << 8 | 'n':     /* Transfer-Encoding */
    case 'u' << 24 | 'p' << 16 | 'g' << 8 | 'r':     /* Upgrade */
    case 's' << 24 | 'e' << 16 | 'c' << 8 | '-':     /* Sec-WebSocket-… */
        return true;
    case 'l' << 24 | 'a' << 16 | 's' << 8 | 't':     /* Last-Event-ID */
        return p[5] != 'm' && p[5] != 'M';           /* Last-Modified is in most answers, and decides nothing */
    default: return false;
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

static bool begins(wt_http_part part, const char *with) {
    return part.n > strlen(with) && strncasecmp((const char *)part.p, with, strlen(with)) == 0;
}

uint32_t wt_http_full_uri(wt_session *s, const wt_http_head *h, bool secure, uint8_t **out) {
    bool absolute = (h->method.n == 7 && memcmp(h->method.p, "CONNECT", 7) == 0) || begins(h->uri, "http://") ||
                    begins(h->uri, "https://");
    wt_http_part host = h->value[KEY_HOST];
    if (!h->uri.n || (!absolute && !host.n))
        return 0;
    const char *scheme = secure ? "https://" : "http://";
    uint32_t front = absolute ? 0 : (uint32_t)strlen(scheme) + host.n;
    uint8_t *p = wt_arena(s, front + h->uri.n);
    if (!p)
        return 0;
    if (!absolute) {
        memcpy(p, scheme, strlen(scheme));
        memcpy(p + strlen(scheme), host.p, host.n);
    }
    memcpy(p + front, h->uri.p, h->uri.n);
    *out = p;
    return front + h->uri.n;
}

static void put_address(wt_cur *c, wt_fid f, uint32_t start, const uint8_t *p, uint32_t n) {
    wt_item *i = wt_put(c, f, start, 0);
    if (!i)
        return;
    i->v.p = p;
    i->vlen = n;
    i->flags |= WT_I_GENERATED | WT_I_POINTER | (wt_uri_has_secret(p, n) ? WT_I_SECRET : 0);
}

/* A stream of events that is taken up again: where the event was complete that the client had last. */
static void last_event(wt_cur *c, const wt_http_head *h, const uint8_t *uri, uint32_t n) {
    wt_http_part id = h->value[KEY_LAST_EVENT];
    const wt_event_seen *seen = id.p && n ? wt_event_last(c->s, uri, n) : NULL;
    if (!seen)
        return;
    if (seen->id_len == id.n && memcmp(seen->id, id.p, id.n) == 0)
        wt_gen_u(c, F_LAST_EVENT_IN, seen->frame);
    else
        wt_note(c, "the last event with an id that was complete here came in frame %llu, and its id was another one",
                (unsigned long long)seen->frame);
}

static void of_request(wt_cur *c, uint32_t start, const wt_http_about *about, const wt_http_head *h) {
    wt_session *s = c->s;
    bool event = h->value[KEY_LAST_EVENT].p &&
                 (wt_wants(s, F_LAST_EVENT_IN) || wt_wants(s, (wt_fid)WT_P_WIRETALE << WT_FID_BITS));
    uint8_t *uri = NULL;
    uint32_t n = wt_wants(s, F_FULL_URI) || event ? wt_http_full_uri(s, h, about->secure, &uri) : 0;
    if (n)
        put_address(c, F_FULL_URI, start, uri, n);
    if (event && !about->again)
        last_event(c, h, uri, n);
    wt_gen_u(c, F_REQUEST_NUMBER, about->number);
    if (about->previous[0])
        wt_gen_u(c, F_PREV_REQUEST, about->previous[0]);
}

static void of_response(wt_cur *c, uint32_t start, const wt_http_about *about, const wt_http_head *h) {
    wt_session *s = c->s;
    const wt_http_asked *asked = about->asked;
    if (h->code == 101 && about->ws_key.p && h->value[KEY_WS_ACCEPT].p)
        wt_http_check_accept(c, about->ws_key, h->value[KEY_WS_ACCEPT]);
    wt_gen_u(c, F_RESPONSE_NUMBER, about->number);
    if (about->previous[1])
        wt_gen_u(c, F_PREV_RESPONSE, about->previous[1]);
    if (!asked)
        return;
    if (asked->previous)
        wt_gen_u(c, F_PREV_REQUEST, asked->previous);
    wt_gen_u(c, F_REQUEST_IN, asked->frame);
    if (asked->time_ns != INT64_MIN && s->frame->time_ns != INT64_MIN)
        wt_gen_u(c, F_TIME, (uint64_t)(s->frame->time_ns - asked->time_ns));
    if (asked->time_ns != INT64_MIN && about->head_ns != INT64_MIN)
        wt_gen_u(c, F_FIRST_BYTE, (uint64_t)(about->head_ns - asked->time_ns));
    uint8_t *copy = asked->uri && wt_wants(s, F_RESPONSE_FOR) ? wt_arena(s, asked->uri_len) : NULL;
    if (copy) {
        memcpy(copy, asked->uri, asked->uri_len);
        put_address(c, F_RESPONSE_FOR, start, copy, asked->uri_len);
    }
}

/* What of the head decides where the message ends, if it is not clear (RFC 9112 §6.1, §6.3). */
static void check_framing(wt_cur *c, uint32_t start, uint32_t n, const wt_http_head *h) {
    bool coded = h->chunked || h->endless;
    if (coded && h->has_length) {
        wt_put(c, F_TE_AND_LENGTH, start, n);
        wt_note(c, "Transfer-Encoding and Content-Length together: the first counts here; a program that believes "
                   "the other sees another message (request smuggling, RFC 9112 §6.3)");
    } else if (h->endless && !h->response) {
        wt_note(c, "this request's last transfer coding is not chunked: nobody can tell where it ends (RFC 9112 §6.3)");
    }
    if (coded && h->old)
        wt_note(c, "HTTP/1.0 knows no Transfer-Encoding: the end of this message is not to be trusted (RFC 9112 §6.1)");
}

/* Is there somebody who looks at a row that any header line may have, or at what is noted of one? */
static bool wants_lines(const wt_session *s) {
    return s->bodies_wanted || s->shows[WT_P_WIRETALE] || s->shows[WT_P_JWT] || wt_wants(s, F_REQUEST_LINE) ||
           wt_wants(s, F_RESPONSE_LINE) || wt_wants_some(s, F_HOST, F_H2_SETTINGS) ||
           wt_wants_some(s, F_RANGE, F_SET_OTHER);
}

void wt_http_read_head(wt_cur *c, uint32_t n, const wt_http_about *about, wt_http_head *h) {
    *h = (wt_http_head){.quiet = wt_quiet(c->s, WT_P_HTTP) && !c->s->bodies_wanted, .few = !wants_lines(c->s)};
    if (!wt_need(c, n))
        return;
    uint32_t start = c->pos, end = start + n, at = start, text_end;
    h->response = end - at >= 5 && memcmp(c->data + at, "HTTP/", 5) == 0;
    uint32_t stop = line_end(c, at, end, &text_end);
    if (h->response)
        status_line(c, at, text_end, h);
    else
        request_line(c, at, text_end, h);
    /* Where nobody looks at them, most lines need not be understood; nor what continues one, which begins with a
     * blank. */
    for (at = stop; at < end; at = stop) {
        if (h->few && !may_decide(c->data + at, end - at)) {
            const uint8_t *lf = memchr(c->data + at, '\n', end - at);
            stop = lf ? (uint32_t)(lf - c->data) + 1 : end;
            continue;
        }
        stop = line_end(c, at, end, &text_end);
        if (text_end > at)
            header(c, (word){at, stop - at}, text_end, h);
    }
    c->pos = end;
    if (h->quiet)
        return;
    check_framing(c, start, n, h);
    wt_item *i = wt_put(c, h->response ? F_RESPONSE : F_REQUEST, start, 0);
    if (i) {
        i->v.u = 1;
        i->flags |= WT_I_GENERATED | WT_I_HIDDEN;
    }
    if (h->response)
        of_response(c, start, about, h);
    else
        of_request(c, start, about, h);
}

void wt_http_tell_head(wt_text *to, const wt_session *s, const wt_http_head *h) {
    wt_http_part kind = h->value[KEY_TYPE], event = h->value[KEY_LAST_EVENT];
    if (!h->response) {
        wt_put_wire(to, h->method.p, h->method.n);
        wt_put_c(to, ' ');
        wt_put_uri(to, s, h->uri.p, h->uri.n, 200);
        if (event.n) {
            wt_put_s(to, ", from event ");
            wt_put_wire(to, event.p, event.n < 40 ? event.n : 40);
            wt_put_s(to, " on");
        }
        return;
    }
    wt_put_u(to, h->code);
    if (h->phrase.n) {
        wt_put_c(to, ' ');
        wt_put_wire(to, h->phrase.p, h->phrase.n < 80 ? h->phrase.n : 80);
    }
    uint32_t type = 0;
    while (type < kind.n && type < 80 && kind.p[type] != ';' && kind.p[type] != ' ')
        type++;
    if (type) {
        wt_put_s(to, ", ");
        wt_put_wire(to, kind.p, type);
    }
    if (h->has_length && !h->chunked) {
        wt_put_s(to, ", ");
        wt_put_u(to, h->length);
        wt_put_s(to, h->length == 1 ? " byte" : " bytes");
    }
    if (h->chunked)
        wt_put_s(to, ", in chunks");
}
