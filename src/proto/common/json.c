/* json.c - RFC 8259's words: found, and strings with their escapes undone. */
#include "proto/common/json.h"

static bool digit(uint8_t b) { return b >= '0' && b <= '9'; }

static uint32_t digits(const uint8_t *p, uint32_t n, uint32_t at) {
    while (at < n && digit(p[at]))
        at++;
    return at;
}

/* Where the number that begins at `from` ends; `from` if it is none (RFC 8259 §6). */
static uint32_t number_end(const uint8_t *p, uint32_t n, uint32_t from) {
    uint32_t at = from + (p[from] == '-'), whole = at;
    at = digits(p, n, at);
    if (at == whole)
        return from;
    if (at + 1 < n && p[at] == '.' && digit(p[at + 1]))
        at = digits(p, n, at + 1);
    if (at < n && (p[at] | 32) == 'e') {
        uint32_t e = at + 1 + (at + 1 < n && (p[at + 1] == '+' || p[at + 1] == '-'));
        uint32_t end = digits(p, n, e);
        at = end > e ? end : at;
    }
    return at;
}

/* Where the string that begins with the quote at `from` ends, its last quote included; `from` if it does not. */
static uint32_t string_end(const uint8_t *p, uint32_t n, uint32_t from) {
    for (uint32_t at = from + 1; at < n; at++) {
        if (p[at] == '"')
            return at + 1;
        if (p[at] == '\\')
            at++;
    }
    return from;
}

static bool word_is(const uint8_t *p, uint32_t n, uint32_t at, const char *word) {
    size_t k = strlen(word);
    return n - at >= k && memcmp(p + at, word, k) == 0;
}

wt_json_word wt_json_next(const uint8_t *p, uint32_t n, uint32_t *at) {
    static const struct { char c; uint8_t kind; } marks[] = {
        {'{', WT_JSON_OPEN_OBJECT}, {'}', WT_JSON_CLOSE_OBJECT}, {'[', WT_JSON_OPEN_ARRAY},
        {']', WT_JSON_CLOSE_ARRAY}, {':', WT_JSON_COLON},        {',', WT_JSON_COMMA}};
    while (*at < n && (p[*at] == ' ' || p[*at] == '\t' || p[*at] == '\n' || p[*at] == '\r'))
        ++*at;
    wt_json_word w = {WT_JSON_BAD, *at, 0};
    if (*at >= n) {
        w.kind = WT_JSON_END;
        return w;
    }
    uint32_t end = *at;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (p[*at] == (uint8_t)marks[i].c) {
            w.kind = marks[i].kind;
            end = *at + 1;
        }
    if (p[*at] == '"') {
        w.kind = WT_JSON_STRING;
        end = string_end(p, n, *at);
    } else if (p[*at] == '-' || digit(p[*at])) {
        w.kind = WT_JSON_NUMBER;
        end = number_end(p, n, *at);
    } else if (word_is(p, n, *at, "true") || word_is(p, n, *at, "null")) {
        w.kind = p[*at] == 't' ? WT_JSON_TRUE : WT_JSON_NULL;
        end = *at + 4;
    } else if (word_is(p, n, *at, "false")) {
        w.kind = WT_JSON_FALSE;
        end = *at + 5;
    }
    w.n = end - *at;
    if (!w.n)
        w.kind = WT_JSON_BAD;
    *at = end;
    return w;
}

/* ---- strings ---------------------------------------------------------------------------- */

/* Four hexadecimal digits; false if they are none. */
static bool unit(const uint8_t *p, uint32_t left, uint32_t *v) {
    *v = 0;
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t c = i < left ? p[i] : 0, low = c | 32;
        if (!(c >= '0' && c <= '9') && !(low >= 'a' && low <= 'f'))
            return false;
        *v = *v << 4 | (c <= '9' ? c - '0' : low - 'a' + 10);
    }
    return true;
}

static uint32_t put_utf8(uint8_t *out, uint32_t cp) {
    if (cp < 0x80) {
        out[0] = (uint8_t)cp;
        return 1;
    }
    uint32_t more = cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
    static const uint8_t heads[] = {0, 0xc0, 0xe0, 0xf0};
    out[0] = (uint8_t)(heads[more] | cp >> (6 * more));
    for (uint32_t i = 1; i <= more; i++)
        out[i] = (uint8_t)(0x80 | (cp >> (6 * (more - i)) & 0x3f));
    return more + 1;
}

/* What stands after a backslash: its bytes go to out (never more than they took), how many were read is returned. */
static uint32_t escape(const uint8_t *p, uint32_t left, uint8_t *out, uint32_t *made) {
    static const char names[] = "bfnrt", values[] = "\b\f\n\r\t";
    const char *known = left ? memchr(names, p[0], 5) : NULL;
    uint32_t v, low;
    *made = 1;
    if (known) {
        out[0] = (uint8_t)values[known - names];
        return 1;
    }
    if (!left || p[0] != 'u' || !unit(p + 1, left - 1, &v)) {
        out[0] = left ? p[0] : '\\';
        return left ? 1 : 0;
    }
    uint32_t used = 5;
    if (v >= 0xd800 && v < 0xdc00 && left >= 11 && p[5] == '\\' && p[6] == 'u' && unit(p + 7, left - 7, &low) &&
        low >= 0xdc00 && low < 0xe000) {
        v = 0x10000 + ((v - 0xd800) << 10) + (low - 0xdc00);
        used = 11;
    } else if (v >= 0xd800 && v < 0xe000) {
        v = 0xfffd;                        /* half of a pair */
    }
    *made = put_utf8(out, v);
    return used;
}

const uint8_t *wt_json_text(wt_session *s, const uint8_t *p, wt_json_word string, uint32_t *n) {
    const uint8_t *in = p + string.at + 1;
    uint32_t left = string.n - 2;
    *n = left;
    if (!left || !memchr(in, '\\', left))
        return in;
    uint8_t *out = wt_arena(s, left);
    uint32_t k = 0;
    for (uint32_t i = 0; out && i < left;) {
        if (in[i] != '\\') {
            out[k++] = in[i++];
            continue;
        }
        uint32_t made;
        i += 1 + escape(in + i + 1, left - i - 1, out + k, &made);
        k += made;
    }
    *n = k;
    return out;
}
