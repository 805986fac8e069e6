/* dns_name.c - domain names: labels, pointers to labels before, and how they are written.
 *
 * A pointer can point anywhere, so a hostile name can loop: what is followed is bounded by the
 * message's own length and by the limit "names". */
#include "proto/dns.h"

enum { LONGEST = 254 };                    /* characters of a name written out */

typedef struct raw_name {
    uint8_t bytes[LONGEST + 2];
    uint32_t len;                          /* may be more than fits */
} raw_name;

static void add_label(raw_name *raw, const uint8_t *p, uint32_t n, bool first) {
    uint32_t dot = first ? 0 : 1;
    if (raw->len + dot + n <= sizeof raw->bytes) {
        if (dot)
            raw->bytes[raw->len] = '.';
        memcpy(raw->bytes + raw->len + dot, p, n);
    }
    raw->len += dot + n;
}

enum followed { COMPLETE, LOOPS, EXTENDED, BROKEN };

/* Collect the labels from c on.  c moves past the name (or its first pointer). */
static enum followed follow(wt_cur *c, const wt_dns *d, raw_name *raw) {
    wt_cur at = *c;                        /* where the labels are being read */
    bool jumped = false;
    uint32_t steps = 0, bytes = 0;
    raw->len = 0;
    for (;;) {
        if (!jumped && !wt_need(c, 1))
            return BROKEN;
        if (!wt_need(&at, 1)) {
            wt_malformed(c, "a name's pointer leads out of the message");
            return BROKEN;
        }
        uint32_t n = at.data[at.pos], use = n >= 0xc0 ? 2 : n + 1;
        if (n >= 0x40 && n < 0x80 && n != 0x41 && raw->len) {
            c->pos += !jumped;             /* a kind of label never agreed on: its length is unknown */
            return EXTENDED;
        }
        if (n > 63 && n < 0xc0) {
            wt_malformed(c, "a name's label has an unknown kind (0x%02x)", n);
            return BROKEN;
        }
        if (!jumped ? !wt_need(c, use) : !wt_need(&at, use)) {
            wt_malformed(c, "a name runs out of the message");
            return BROKEN;
        }
        if (!jumped)
            c->pos += use;
        bytes += use;
        if (n == 0)
            return COMPLETE;
        if (bytes > d->end - d->base)
            return LOOPS;
        if (++steps > c->s->limit[WT_LIMIT_NAMES]) {
            wt_limit_hit(c, WT_LIMIT_NAMES);
            return LOOPS;
        }
        if (n < 0xc0) {
            add_label(raw, at.data + at.pos + 1, n, raw->len == 0);
            at.pos += use;
            continue;
        }
        at.pos = d->base + ((n & 0x3f) << 8 | at.data[at.pos + 1]);
        at.end = at.cap = d->end;
        jumped = true;
        if (at.pos >= d->end) {
            wt_malformed(c, "a name's pointer leads out of the message");
            return BROKEN;
        }
    }
}

/* ---- writing it out --------------------------------------------------------------------- */

static void put_escape(wt_text *t, uint32_t cp) {
    static const char letters[] = "abtnvfr";
    if (cp >= 7 && cp <= 13) {
        wt_put_c(t, '\\');
        wt_put_c(t, letters[cp - 7]);
    } else if (cp < 0x80) {
        wt_put_c(t, '\\');
        wt_put_c(t, (char)('0' + (cp >> 6)));
        wt_put_c(t, (char)('0' + (cp >> 3 & 7)));
        wt_put_c(t, (char)('0' + (cp & 7)));
    } else {
        static const char digits[] = "0123456789ABCDEF";
        wt_put_s(t, cp > 0xffff ? "\\U" : "\\u");
        for (int shift = cp > 0xffff ? 28 : 12; shift >= 0; shift -= 4)
            wt_put_c(t, digits[cp >> shift & 15]);
    }
}

static bool is_surrogate(const uint8_t *p, uint32_t n) {
    return n >= 3 && p[0] == 0xed && (p[1] & 0xe0) == 0xa0 && (p[2] & 0xc0) == 0x80;
}

/* Printable UTF-8 stays; controls and the like are escaped, what is no UTF-8 becomes U+FFFD. */
static void put_escaped(wt_text *t, const uint8_t *p, uint32_t n) {
    while (n) {
        uint32_t cp;
        unsigned len = wt_utf8(p, n, &cp);
        if (len && wt_printable(cp)) {
            wt_put_n(t, (const char *)p, len);
        } else if (len) {
            put_escape(t, cp);
        } else {
            wt_put_s(t, "\xef\xbf\xbd");
            len = is_surrogate(p, n) ? 3 : 1;
        }
        p += len;
        n -= len;
    }
}

static bool is_plain(const uint8_t *p, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (p[i] < 0x20 || p[i] > 0x7e)
            return false;
    return true;
}

static void set_text(wt_cur *c, wt_dns_name *name, const uint8_t *p, uint32_t n) {
    char buffer[4 * LONGEST + 8];
    wt_text t = {buffer, 0, sizeof buffer, false};
    bool plain = is_plain(p, n);
    if (!plain)
        put_escaped(&t, p, n);
    uint32_t len = plain ? n : t.len;
    char *copy = wt_arena(c->s, len + 1);
    if (!copy) {
        wt_limit_hit(c, WT_LIMIT_ARENA);
        return;
    }
    memcpy(copy, plain ? (const char *)p : buffer, len);
    name->text = copy;
    name->len = len;
    name->raw_len = n;
    for (uint32_t i = 0; i < n; i++)
        name->labels += p[i] == '.';
}

static void set_words(wt_dns_name *name, const char *words) {
    name->text = words;
    name->len = name->raw_len = (uint32_t)strlen(words);
}

bool wt_dns_read_name(wt_cur *c, const wt_dns *d, wt_dns_name *name, bool text) {
    raw_name raw;
    *name = (wt_dns_name){.offset = c->pos, .labels = 1};
    enum followed how = follow(c, d, &raw);
    if (how == BROKEN)
        return false;
    name->size = c->pos - name->offset;
    if (!text)
        return true;
    if (how == LOOPS)
        set_words(name, "<Name contains a pointer that loops>");
    else if (how == EXTENDED)
        set_words(name, "<Unknown extended label>");
    else if (raw.len > LONGEST)
        set_words(name, "<Name too long>");
    else if (raw.len == 0)
        set_words(name, "<Root>");
    else
        set_text(c, name, raw.bytes, raw.len);
    return true;
}

bool wt_dns_take_name(wt_cur *c, const wt_dns *d, wt_fid f) {
    wt_dns_name name;
    bool wanted = wt_wants(c->s, f);
    if (!wt_dns_read_name(c, d, &name, wanted))
        return false;
    if (wanted)
        wt_emit_p(c, f, name.offset, name.size, name.text, name.len);
    return true;
}

/* ---- other texts ------------------------------------------------------------------------ */

static bool is_ascii(const uint8_t *p, uint32_t n) {
    uint8_t all = 0;
    for (uint32_t i = 0; i < n; i++)
        all |= p[i];
    return all < 0x80;
}

/* No standard says what bytes above 0x7f stand for in most texts: each becomes U+FFFD. */
void wt_dns_emit_text(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length, const uint8_t *p, uint32_t n) {
    if (!wt_wants(c->s, f))
        return;
    const uint8_t *nul = n ? memchr(p, 0, n) : NULL;
    n = nul ? (uint32_t)(nul - p) : n;
    if (is_ascii(p, n)) {
        wt_emit_p(c, f, offset, length, p, n);
        return;
    }
    char *text = wt_arena(c->s, 3 * (size_t)n);
    if (!text) {
        wt_limit_hit(c, WT_LIMIT_ARENA);
        return;
    }
    wt_text t = {text, 0, 3 * n, false};
    for (uint32_t i = 0; i < n; i++)
        wt_put_n(&t, p[i] < 0x80 ? (const char *)p + i : "\xef\xbf\xbd", p[i] < 0x80 ? 1 : 3);
    wt_emit_p(c, f, offset, length, text, t.len);
}

void wt_dns_take_text(wt_cur *c, wt_fid f, uint32_t n) {
    if (!wt_need(c, n))
        return;
    wt_dns_emit_text(c, f, c->pos, n, wt_here(c), n);
    c->pos += n;
}

void wt_dns_take_counted(wt_cur *c, wt_fid length_row, wt_fid text_row) {
    uint32_t n = (uint32_t)wt_take(c, length_row);
    wt_dns_take_text(c, text_row, n);
}

void wt_dns_take_time(wt_cur *c, wt_fid f, uint32_t n) {
    if (!wt_need(c, n))
        return;
    wt_emit_u(c, f, c->pos, n, wt_look(c, 0, n) * 1000000000u);
    c->pos += n;
}

void wt_dns_take_prefix(wt_cur *c, wt_fid f, uint32_t n, uint32_t full) {
    if (!wt_need(c, n))
        return;
    uint8_t *address = wt_wants(c->s, f) ? wt_arena(c->s, full) : NULL;
    if (address) {
        memset(address, 0, full);
        memcpy(address, wt_here(c), n < full ? n : full);
        wt_emit_p(c, f, c->pos, n, address, full);
    }
    c->pos += n;
}
