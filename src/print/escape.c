/* escape.c - bytes from the wire can't drive a terminal, break JSON or break XML. */
#include "print/escape.h"

static const char replacement[] = "\xef\xbf\xbd";   /* U+FFFD */

/* Plain ASCII that needs no care, a bit for each character: all but controls and DEL, for
 * JSON " and \, for XML " & ' < >. */
static const uint32_t harmless[][4] = {
    [WT_ESC_TERMINAL] = {0, 0xffffffff, 0xffffffff, 0x7fffffff},
    [WT_ESC_JSON] = {0, 0xfffffffb, 0xefffffff, 0x7fffffff},
    [WT_ESC_XML] = {0, 0xafffff3b, 0xffffffff, 0x7fffffff},
};

/* In each byte's high bit: is it that character?  (Of bytes below 0x80, and right up to the first that is.) */
static inline uint64_t is(uint64_t v, char c) {
    const uint64_t each = 0x0101010101010101;
    return (v ^ (uint8_t)c * each) - each;
}

/* How many of the bytes from p on need no care; eight at a time as long as all of them are so. */
static inline size_t count_harmless(enum wt_escape how, const uint8_t *p, size_t n) {
    const uint64_t each = 0x0101010101010101;
    size_t at = 0;
    for (uint64_t v; n - at >= 8; at += 8) {
        memcpy(&v, p + at, 8);
        uint64_t care = v | (v - 0x20 * each) | is(v, 0x7f);
        if (how == WT_ESC_JSON)
            care |= is(v, '"') | is(v, '\\');
        else if (how == WT_ESC_XML)
            care |= is(v, '"') | is(v, '&') | is(v, '\'') | is(v, '<') | is(v, '>');
        if (care & 0x80 * each)
            break;
    }
    while (at < n && p[at] < 0x80 && harmless[how][p[at] >> 5] >> (p[at] & 31) & 1)
        at++;
    return at;
}

static void terminal(wt_text *t, const uint8_t *p, unsigned len, uint32_t cp) {
    if (len && wt_printable(cp)) {
        wt_put_n(t, (const char *)p, len);
    } else if (len && cp >= 0x80) {
        wt_put_s(t, "\\u{");
        wt_put_x(t, cp, 4);
        wt_put_c(t, '}');
    } else {
        wt_put_s(t, "\\x");
        wt_put_x(t, p[0], 2);
    }
}

static void json_unit(wt_text *t, uint32_t unit) {
    wt_put_s(t, "\\u");
    wt_put_x(t, unit, 4);
}

static void json(wt_text *t, const uint8_t *p, unsigned len, uint32_t cp) {
    if (!len) {
        wt_put_s(t, replacement);
    } else if (cp == '"' || cp == '\\') {
        wt_put_c(t, '\\');
        wt_put_c(t, (char)cp);
    } else if (cp == '\n' || cp == '\r' || cp == '\t') {
        wt_put_s(t, cp == '\n' ? "\\n" : cp == '\r' ? "\\r" : "\\t");
    } else if (wt_printable(cp)) {
        wt_put_n(t, (const char *)p, len);
    } else if (cp < 0x10000) {
        json_unit(t, cp);
    } else {
        json_unit(t, 0xd800 + ((cp - 0x10000) >> 10));
        json_unit(t, 0xdc00 + ((cp - 0x10000) & 0x3ff));
    }
}

static void xml(wt_text *t, const uint8_t *p, unsigned len, uint32_t cp) {
    if (!len || cp == 0xfffe || cp == 0xffff) {
        wt_put_s(t, replacement);
        return;
    }
    switch (cp) {
    case '&': wt_put_s(t, "&amp;"); return;
    case '<': wt_put_s(t, "&lt;"); return;
    case '>': wt_put_s(t, "&gt;"); return;
    case '"': wt_put_s(t, "&quot;"); return;
    case '\'': wt_put_s(t, "&#x27;"); return;
    default: break;
    }
    if (cp == '\t' || cp == '\n' || cp == '\r') {
        wt_put_c(t, ' ');                  /* tshark leaves them as they are, which XML reads as a space */
    } else if (cp < 0x20 || cp == 0x7f) {
        wt_put_s(t, "\\x");
        wt_put_x(t, cp, 1);
    } else if (cp < 0xa0 || !wt_printable(cp)) {
        /* Valid XML, but not for a terminal: as a character reference it is both. */
        wt_put_s(t, "&#x");
        wt_put_x(t, cp, 1);
        wt_put_c(t, ';');
    } else {
        wt_put_n(t, (const char *)p, len);
    }
}

void wt_escape(wt_out *o, enum wt_escape how, const void *bytes, size_t n) {
    const uint8_t *p = bytes, *end = p + n;
    while (p < end) {
        size_t run = count_harmless(how, p, end - p < 1024 ? (size_t)(end - p) : 1024);
        if (run) {
            wt_put_n(wt_out_room(o, run), (const char *)p, run);
            p += run;
            continue;
        }
        uint32_t cp = 0;
        unsigned len = wt_utf8(p, (size_t)(end - p), &cp);
        wt_text *t = wt_out_room(o, 32);
        switch (how) {
        case WT_ESC_TERMINAL: terminal(t, p, len, cp); break;
        case WT_ESC_JSON: json(t, p, len, cp); break;
        case WT_ESC_XML: xml(t, p, len, cp); break;
        }
        p += len ? len : 1;
    }
}

bool wt_utf8_valid(const uint8_t *p, size_t n) {
    while (n) {
        uint32_t cp;
        if (n >= 8 && wt_ascii((const char *)p, 8)) {
            p += 8;
            n -= 8;
            continue;
        }
        unsigned len = wt_utf8(p, n, &cp);
        if (!len)
            return false;
        p += len;
        n -= len;
    }
    return true;
}

/* Marks that combine take no column, East Asian wide ones and emoji two. */
static unsigned width_of(uint32_t cp) {
    if (cp < 0x300)
        return 1;
    if (cp < 0x370 || (cp >= 0x1ab0 && cp < 0x1b00) || (cp >= 0x20d0 && cp < 0x2100) || (cp >= 0xfe20 && cp < 0xfe30))
        return 0;
    bool wide = (cp >= 0x1100 && cp < 0x1160) || (cp >= 0x2e80 && cp < 0xa4d0) || (cp >= 0xac00 && cp < 0xd7a4) ||
                (cp >= 0xf900 && cp < 0xfb00) || (cp >= 0xfe30 && cp < 0xfe70) || (cp >= 0xff00 && cp < 0xff61) ||
                (cp >= 0xffe0 && cp < 0xffe7) || (cp >= 0x1f300 && cp < 0x1fb00) || (cp >= 0x20000 && cp < 0x40000);
    return wide ? 2 : 1;
}

/* The last step takes again what is left over of whole ones: a loop over single bytes would take longer. */
bool wt_ascii(const char *p, size_t n) {
    uint64_t eight, any = 0;
    uint32_t four, last;
    if (n >= 8) {
        for (size_t at = 0; at < n - 8; at += 8) {
            memcpy(&eight, p + at, 8);
            any |= eight;
        }
        memcpy(&eight, p + n - 8, 8);
        any |= eight;
    } else if (n >= 4) {
        memcpy(&four, p, 4);
        memcpy(&last, p + n - 4, 4);
        any = four | last;
    } else if (n) {
        any = (uint8_t)p[0] | (uint8_t)p[n / 2] | (uint8_t)p[n - 1];
    }
    return !(any & 0x8080808080808080u);
}

unsigned wt_columns(const char *p, size_t n) {
    if (wt_ascii(p, n))
        return (unsigned)n;
    unsigned columns = 0;
    while (n) {
        uint32_t cp = 0;
        unsigned len = (uint8_t)*p < 0x80 ? 1 : wt_utf8((const uint8_t *)p, n, &cp);
        columns += len ? width_of(cp) : 1;
        len = len ? len : 1;
        p += len;
        n -= len;
    }
    return columns;
}
