/* text.c - numbers, addresses and wire bytes as text, without printf. */
#include "core/text.h"

#include <arpa/inet.h>

static const char hex_digits[] = "0123456789abcdef";

/* "00" … "ff" */
#define HEX_ROW(d) d "0" d "1" d "2" d "3" d "4" d "5" d "6" d "7" d "8" d "9" d "a" d "b" d "c" d "d" d "e" d "f"
static const char hex_pairs[513] =
    HEX_ROW("0") HEX_ROW("1") HEX_ROW("2") HEX_ROW("3") HEX_ROW("4") HEX_ROW("5") HEX_ROW("6") HEX_ROW("7")
    HEX_ROW("8") HEX_ROW("9") HEX_ROW("a") HEX_ROW("b") HEX_ROW("c") HEX_ROW("d") HEX_ROW("e") HEX_ROW("f");

/* "00" … "99": two digits for each division. */
static const char pairs[201] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/* The decimal digits of v, the last of them just before `end`. */
static void write_digits(char *end, uint64_t v) {
    while (v > UINT32_MAX) {
        end -= 2;
        memcpy(end, pairs + v % 100 * 2, 2);
        v /= 100;
    }
    uint32_t rest = (uint32_t)v;
    while (rest >= 100) {
        end -= 2;
        memcpy(end, pairs + rest % 100 * 2, 2);
        rest /= 100;
    }
    if (rest >= 10)
        memcpy(end - 2, pairs + rest * 2, 2);
    else
        end[-1] = (char)('0' + rest);
}

static unsigned count_digits(uint64_t v) {
    unsigned n = 1;
    for (; v >= 10000; v /= 10000)
        n += 4;
    return n + (v >= 10) + (v >= 100) + (v >= 1000);
}

static inline void put_digits(wt_text *t, uint64_t v, unsigned n) {
    if (t->cap - t->len >= n) {            /* straight to their place: reading them back at once would stall */
        t->len += n;
        write_digits(t->p + t->len, v);
        return;
    }
    char digits[20];
    write_digits(digits + n, v);
    wt_put_n(t, digits, n);
}

void wt_put_u(wt_text *t, uint64_t v) {
    if (v < 10)
        wt_put_c(t, (char)('0' + v));
    else
        put_digits(t, v, count_digits(v));
}

void wt_put_many_spaces(wt_text *t, size_t n) {
    while (n) {
        size_t part = n < 32 ? n : 32;
        wt_put_n(t, "                                ", part);
        n -= part;
    }
}

void wt_put_u_right(wt_text *t, uint64_t v, unsigned columns) {
    unsigned n = count_digits(v);
    wt_put_spaces(t, n < columns ? columns - n : 0);
    put_digits(t, v, n);
}

void wt_put_i(wt_text *t, int64_t v) {
    if (v < 0)
        wt_put_c(t, '-');
    wt_put_u(t, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

void wt_put_x(wt_text *t, uint64_t v, unsigned digits) {
    char out[16], *end = out + sizeof out, *at = end;
    do {
        *--at = hex_digits[v & 15];
        v >>= 4;
    } while (at > out && (v || (unsigned)(end - at) < digits));
    wt_put_n(t, at, (size_t)(end - at));
}

void wt_put_hex(wt_text *t, const uint8_t *p, size_t n) {
    if (t->cap - t->len >= 2 * n) {
        char *out = t->p + t->len;
        for (size_t i = 0; i < n; i++)
            memcpy(out + 2 * i, hex_pairs + 2 * p[i], 2);
        t->len += (uint32_t)(2 * n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        wt_put_c(t, hex_digits[p[i] >> 4]);
        wt_put_c(t, hex_digits[p[i] & 15]);
    }
}

void wt_put_ipv4(wt_text *t, const uint8_t *p) {
    char small[20];
    bool fits = t->cap - t->len >= sizeof small;
    char *out = fits ? t->p + t->len : small;
    unsigned n = 0;
    for (unsigned i = 0; i < 4; i++) {
        unsigned v = p[i];
        if (v >= 100)
            out[n++] = (char)('0' + v / 100);
        if (v >= 10)
            out[n++] = (char)('0' + v / 10 % 10);
        out[n++] = (char)('0' + v % 10);
        out[n++] = '.';
    }
    if (fits)
        t->len += n - 1;
    else
        wt_put_n(t, small, n - 1);
}

/* RFC 5952: the longest run of two or more zero groups becomes "::", the first of equals. */
void wt_put_ipv6(wt_text *t, const uint8_t *p) {
    unsigned group[8], best = 8, best_len = 1;
    for (unsigned i = 0; i < 8; i++)
        group[i] = (unsigned)p[2 * i] << 8 | p[2 * i + 1];
    for (unsigned i = 0; i < 8; i++) {
        unsigned n = 0;
        while (i + n < 8 && group[i + n] == 0)
            n++;
        if (n > best_len) {
            best = i;
            best_len = n;
        }
    }
    if (best == 0 && (best_len == 6 || (best_len == 5 && group[5] == 0xffff))) {
        wt_put_s(t, best_len == 6 ? "::" : "::ffff:");
        wt_put_ipv4(t, p + 12);
        return;
    }
    for (unsigned i = 0; i < 8; i++) {
        if (i == best) {
            wt_put_s(t, "::");
            i += best_len - 1;
            continue;
        }
        if (i && i != best + best_len)
            wt_put_c(t, ':');
        else if (i && best == 8)
            wt_put_c(t, ':');
        wt_put_x(t, group[i], 1);
    }
}

static void put_joined(wt_text *t, const uint8_t *p, size_t n, char between) {
    if (n && t->cap - t->len >= 3 * n) {
        char *out = t->p + t->len;
        for (size_t i = 0; i < n; i++, out += 3) {
            memcpy(out, hex_pairs + 2 * p[i], 2);
            out[2] = between;
        }
        t->len += (uint32_t)(3 * n - 1);   /* without the last one */
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (i)
            wt_put_c(t, between);
        wt_put_c(t, hex_digits[p[i] >> 4]);
        wt_put_c(t, hex_digits[p[i] & 15]);
    }
}

void wt_put_ether(wt_text *t, const uint8_t *p, size_t n) { put_joined(t, p, n, ':'); }
void wt_put_spaced(wt_text *t, const uint8_t *p, size_t n) { put_joined(t, p, n, ' '); }

void wt_put_endpoint(wt_text *t, const wt_endpoint *e) {
    switch (e->kind) {
    case 1: wt_put_ether(t, e->addr, e->length); break;
    case 4: wt_put_ipv4(t, e->addr); break;
    case 6:
        if (e->has_port)
            wt_put_c(t, '[');
        wt_put_ipv6(t, e->addr);
        if (e->has_port)
            wt_put_c(t, ']');
        break;
    default: wt_put_c(t, '?'); break;
    }
    if (e->has_port) {
        wt_put_c(t, ':');
        wt_put_u(t, e->port);
    }
}

static inline void put_six(char *out, uint32_t v) {
    memcpy(out, pairs + v / 10000 * 2, 2);
    memcpy(out + 2, pairs + v / 100 % 100 * 2, 2);
    memcpy(out + 4, pairs + v % 100 * 2, 2);
}

void wt_put_seconds(wt_text *t, int64_t ns, unsigned digits) {
    uint64_t v = ns < 0 ? 0 - (uint64_t)ns : (uint64_t)ns;
    if (ns < 0)
        wt_put_c(t, '-');
    wt_put_u(t, v / 1000000000u);
    if (!digits)
        return;
    char small[10];
    bool fits = t->cap - t->len >= sizeof small;
    char *out = fits ? t->p + t->len : small;
    uint32_t rest = (uint32_t)(v % 1000000000u);
    out[0] = '.';
    if (digits <= 6) {                     /* mostly: fewer divisions */
        put_six(out + 1, rest / 1000);
    } else {
        memcpy(out + 1, pairs + rest / 10000000 * 2, 2);
        put_six(out + 3, rest / 10 % 1000000);
        out[9] = (char)('0' + rest % 10);
    }
    digits = 1 + (digits > 9 ? 9 : digits);
    if (fits)
        t->len += digits;
    else
        wt_put_n(t, small, digits);
}

unsigned wt_utf8(const uint8_t *p, size_t n, uint32_t *cp) {
    if (p[0] < 0x80) {
        *cp = p[0];
        return 1;
    }
    unsigned len = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (p[0] < 0xc2 || p[0] > 0xf4 || n < len)
        return 0;
    uint32_t v = p[0] & (0xffu >> (len + 1));
    for (unsigned i = 1; i < len; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        v = v << 6 | (p[i] & 0x3f);
    }
    if ((len == 3 && (v < 0x800 || (v >= 0xd800 && v < 0xe000))) || (len == 4 && (v < 0x10000 || v > 0x10ffff)))
        return 0;
    *cp = v;
    return len;
}

bool wt_printable(uint32_t cp) {
    static const uint32_t unsafe[][2] = {
        {0x00, 0x1f},       {0x7f, 0x9f},       {0xad, 0xad},       {0x34f, 0x34f},     {0x61c, 0x61c},
        {0x115f, 0x1160},   {0x17b4, 0x17b5},   {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},
        {0x2060, 0x206f},   {0x3164, 0x3164},   {0xe000, 0xf8ff},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},
        {0xffa0, 0xffa0},   {0xfff0, 0xfffb},   {0xfffe, 0xffff},   {0x1d173, 0x1d17a}, {0xe0000, 0x10ffff},
    };
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe && cp >= unsafe[i][0]; i++)
        if (cp <= unsafe[i][1])
            return false;
    return true;
}

/* How many bytes from p on are printable ASCII.  Eight at a time: what is below 0x20, 0x7f, or above it leaves a high
 * bit in its byte after one of the subtractions, or has it. */
static size_t plain_ascii(const uint8_t *p, size_t n) {
    const uint64_t each = 0x0101010101010101;
    size_t i = 0;
    for (uint64_t v; n - i >= 8; i += 8) {
        memcpy(&v, p + i, 8);
        if ((v | (v - 0x20 * each) | ((v ^ 0x7f * each) - each)) & 0x80 * each)
            break;
    }
    while (i < n && p[i] >= 0x20 && p[i] < 0x7f)
        i++;
    return i;
}

void wt_put_wire(wt_text *t, const uint8_t *p, size_t n) {
    while (n && t->len < t->cap) {
        size_t plain = plain_ascii(p, n < t->cap - t->len ? n : t->cap - t->len);
        if (plain) {
            wt_put_n(t, (const char *)p, plain);
            p += plain;
            n -= plain;
            continue;
        }
        uint32_t cp;
        unsigned len = wt_utf8(p, n, &cp);
        if (len && wt_printable(cp)) {
            if (t->cap - t->len < len) {
                t->cut = true;
                return;
            }
            wt_put_n(t, (const char *)p, len);
        } else if (len && cp >= 0x80) {
            wt_put_s(t, "\\u{");
            wt_put_x(t, cp, 4);
            wt_put_c(t, '}');
        } else {
            wt_put_s(t, "\\x");
            wt_put_x(t, p[0], 2);
            len = 1;
        }
        p += len;
        n -= len;
    }
    if (n)
        t->cut = true;
}

bool wt_parse_address(wt_endpoint *e, const char *p, size_t n) {
    char text[INET6_ADDRSTRLEN];
    e->kind = 0;
    if (n >= sizeof text)
        return false;
    memcpy(text, p, n);
    text[n] = 0;
    bool six = memchr(p, ':', n) != NULL;
    if (inet_pton(six ? AF_INET6 : AF_INET, text, e->addr) != 1)
        return false;
    e->kind = six ? 6 : 4;
    e->length = six ? 16 : 4;
    return true;
}
