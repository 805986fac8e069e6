/* fingerprint.c - short names for hellos: programs of one kind and version send the same lists, so the hash of the
 * lists tells them apart, without reading what is sealed.  JA3 keeps the order of the extensions, which browsers now
 * shuffle; JA4 sorts them. */
#include <stdlib.h>

#include "proto/tls/tls.h"

/* A list of numbers where it lies in the hello: each has `size` bytes. */
typedef struct list {
    const uint8_t *p;
    uint32_t n;                            /* how many */
} list;

typedef struct hello {
    uint16_t version, best;                /* best: the highest of supported_versions; 0 without that */
    list suites, groups, points, signatures;
    const uint8_t *extensions;             /* as they are on the wire */
    uint32_t extensions_len;
    const uint8_t *alpn;
    uint32_t alpn_len;
    bool sni;
} hello;

static bool is_grease(uint16_t v) { return (v & 0x0f0f) == 0x0a0a && v >> 8 == (v & 0xff); }

static uint16_t number(list l, uint32_t i) { return (uint16_t)(l.p[2 * i] << 8 | l.p[2 * i + 1]); }

/* ---- taking a hello apart, quietly ------------------------------------------------------- */

static const uint8_t *vector(wt_cur *c, uint32_t size, uint32_t *n) {
    *n = (uint32_t)wt_look(c, 0, size);
    if (wt_left_captured(c) < size || *n > wt_left_captured(c) - size)
        return NULL;
    c->pos += size + *n;
    return wt_here(c) - *n;
}

/* A list with `size` bytes of length in front that fills the extension. */
static list numbers(const uint8_t *p, uint32_t n, uint32_t size, uint32_t each) {
    list l = {NULL, 0};
    if (n < size)
        return l;
    uint32_t length = (uint32_t)wt_load(p, size);
    l.p = p + size;
    l.n = (length < n - size ? length : n - size) / each;
    return l;
}

static void extension(hello *h, uint16_t type, const uint8_t *p, uint32_t n) {
    list l;
    switch (type) {
    case 0: h->sni = true; break;
    case 10: h->groups = numbers(p, n, 2, 2); break;
    case 11: h->points = numbers(p, n, 1, 1); break;
    case 13: h->signatures = numbers(p, n, 2, 2); break;
    case 16:
        if (n > 3 && p[2] <= n - 3) {
            h->alpn = p + 3;
            h->alpn_len = p[2];
        }
        break;
    case 43:
        l = numbers(p, n, 1, 2);
        for (uint32_t i = 0; i < l.n; i++)
            if (!is_grease(number(l, i)) && number(l, i) > h->best)
                h->best = number(l, i);
        break;
    default: break;
    }
}

/* The next extension's type, or -1; *at moves on. */
static int32_t next_extension(const hello *h, uint32_t *at, const uint8_t **p, uint32_t *n) {
    if (h->extensions_len - *at < 4)
        return -1;
    const uint8_t *e = h->extensions + *at;
    *n = (uint32_t)e[2] << 8 | e[3];
    if (*n > h->extensions_len - *at - 4)
        return -1;
    *p = e + 4;
    *at += 4 + *n;
    return e[0] << 8 | e[1];
}

static bool take_apart(wt_cur c, bool client, hello *h) {
    uint32_t n, at = 0;
    const uint8_t *p;
    int32_t type;
    *h = (hello){.version = (uint16_t)wt_look(&c, 0, 2)};
    if (wt_left_captured(&c) < 2 + WT_RANDOM_SIZE)
        return false;
    c.pos += 2 + WT_RANDOM_SIZE;
    if (!vector(&c, 1, &n))
        return false;
    if (client) {
        h->suites.p = vector(&c, 2, &n);
        h->suites.n = n / 2;
        if (!h->suites.p || !vector(&c, 1, &n))
            return false;
    } else {
        h->suites = (list){wt_here(&c), 1};
        if (wt_left_captured(&c) < 3)
            return false;
        c.pos += 3;
    }
    h->extensions = vector(&c, 2, &h->extensions_len);
    if (!h->extensions)
        h->extensions_len = 0;
    while ((type = next_extension(h, &at, &p, &n)) >= 0)
        extension(h, (uint16_t)type, p, n);
    return true;
}

/* ---- JA3 -------------------------------------------------------------------------------- */

static void put_list(wt_text *to, list l, uint32_t each, bool all) {
    bool first = true;
    for (uint32_t i = 0; i < l.n; i++) {
        uint16_t v = each == 2 ? number(l, i) : l.p[i];
        if (!all && each == 2 && is_grease(v))
            continue;
        if (!first)
            wt_put_c(to, '-');
        wt_put_u(to, v);
        first = false;
    }
}

static void put_extensions(wt_text *to, const hello *h) {
    const uint8_t *p;
    uint32_t n, at = 0;
    int32_t type;
    bool first = true;
    while ((type = next_extension(h, &at, &p, &n)) >= 0) {
        if (is_grease((uint16_t)type))
            continue;
        if (!first)
            wt_put_c(to, '-');
        wt_put_u(to, (uint32_t)type);
        first = false;
    }
}

/* Room for the text of that hello: six characters for each number, and the rest. */
static bool room_for(wt_session *s, const hello *h, wt_text *to) {
    uint32_t n = 64 + 6 * (h->suites.n + h->groups.n + h->signatures.n + h->extensions_len / 4) + 4 * h->points.n;
    *to = (wt_text){wt_arena(s, n), 0, n, false};
    return to->p != NULL;
}

static void emit_hash(wt_cur *c, wt_fid f, enum wt_hash hash, const wt_text *of) {
    wt_session *s = c->s;
    uint8_t digest[WT_HASH_MAX];
    char *hex = s->crypto && wt_wants(s, f) ? wt_arena(s, 32) : NULL;
    if (!hex || !s->crypto->hash(s->crypto_state, hash, of->p, of->len, digest))
        return;
    wt_text to = {hex, 0, 32, false};
    wt_put_hex(&to, digest, 16);
    wt_gen_p(c, f, hex, to.len);
}

static void ja3(wt_cur *c, const hello *h, bool client) {
    wt_text to;
    if (!room_for(c->s, h, &to))
        return;
    wt_put_u(&to, h->version);
    wt_put_c(&to, ',');
    put_list(&to, h->suites, 2, !client);
    wt_put_c(&to, ',');
    put_extensions(&to, h);
    if (client) {
        wt_put_c(&to, ',');
        put_list(&to, h->groups, 2, false);
        wt_put_c(&to, ',');
        put_list(&to, h->points, 1, false);
    }
    wt_gen_p(c, client ? F_JA3_FULL : F_JA3S_FULL, to.p, to.len);
    emit_hash(c, client ? F_JA3 : F_JA3S, WT_HASH_MD5, &to);
}

/* ---- JA4 -------------------------------------------------------------------------------- */

static const char *version_of(const hello *h) {
    switch (h->best ? h->best : h->version) {
    case 0x0304: return "13";
    case 0x0303: return "12";
    case 0x0302: return "11";
    case 0x0301: return "10";
    case 0x0300: return "s3";
    case 0x0002: return "s2";
    default: return "00";
    }
}

static void put_count(wt_text *to, uint32_t n) {
    n = n < 99 ? n : 99;
    wt_put_c(to, (char)('0' + n / 10));
    wt_put_c(to, (char)('0' + n % 10));
}

static bool is_alphanumeric(uint8_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The first protocol's first and last character. */
static void put_alpn(wt_text *to, const hello *h) {
    if (!h->alpn_len) {
        wt_put_s(to, "00");
        return;
    }
    uint8_t first = h->alpn[0], last = h->alpn[h->alpn_len - 1];
    if (is_alphanumeric(first) && is_alphanumeric(last)) {
        wt_put_c(to, (char)first);
        wt_put_c(to, (char)last);
    } else {
        wt_put_x(to, first >> 4, 1);
        wt_put_x(to, last & 15, 1);
    }
}

static int by_number(const void *a, const void *b) {
    uint16_t x = *(const uint16_t *)a, y = *(const uint16_t *)b;
    return x < y ? -1 : x > y;
}

/* Without GREASE, in order of number; how many. */
static uint32_t sorted(list l, uint16_t *to) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < l.n; i++)
        if (!is_grease(number(l, i)))
            to[n++] = number(l, i);
    qsort(to, n, sizeof *to, by_number);
    return n;
}

/* The same for the extensions; *count counts those left out, server_name and ALPN, too. */
static uint32_t sorted_extensions(const hello *h, uint16_t *to, uint32_t *count) {
    const uint8_t *p;
    uint32_t length, at = 0, n = 0;
    int32_t type;
    *count = 0;
    while ((type = next_extension(h, &at, &p, &length)) >= 0) {
        if (is_grease((uint16_t)type))
            continue;
        ++*count;
        if (type != 0 && type != 16)
            to[n++] = (uint16_t)type;
    }
    qsort(to, n, sizeof *to, by_number);
    return n;
}

static void put_hex_list(wt_text *to, const uint16_t *v, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            wt_put_c(to, ',');
        wt_put_x(to, v[i], 4);
    }
}

static void put_signatures(wt_text *to, const hello *h) {
    bool any = false;
    for (uint32_t i = 0; i < h->signatures.n; i++) {
        if (is_grease(number(h->signatures, i)))
            continue;
        wt_put_c(to, any ? ',' : '_');
        wt_put_x(to, number(h->signatures, i), 4);
        any = true;
    }
}

/* Twelve digits of the SHA-256 of that part of the text; zeros for nothing. */
static bool put_short_hash(wt_session *s, wt_text *to, const char *p, uint32_t n) {
    uint8_t digest[WT_HASH_MAX] = {0};
    if (n && !(s->crypto && s->crypto->hash(s->crypto_state, WT_HASH_SHA256, p, n, digest)))
        return false;
    wt_put_hex(to, digest, 6);
    return true;
}

static void ja4(wt_cur *c, const hello *h) {
    wt_session *s = c->s;
    wt_text raw, made = {wt_arena(s, 40), 0, 40, false};
    uint32_t most = h->suites.n > h->extensions_len / 4 ? h->suites.n : h->extensions_len / 4, count;
    uint16_t *v = wt_arena(s, 2 * (size_t)most * sizeof *v + 1);
    if (!made.p || !v || !room_for(s, h, &raw))
        return;
    uint16_t *x = v + most;
    uint32_t suites = sorted(h->suites, v), extensions = sorted_extensions(h, x, &count);
    wt_put_c(&raw, 't');
    wt_put_s(&raw, version_of(h));
    wt_put_c(&raw, h->sni ? 'd' : 'i');
    put_count(&raw, suites);
    put_count(&raw, count);
    put_alpn(&raw, h);
    wt_put_c(&raw, '_');
    uint32_t b = raw.len;
    put_hex_list(&raw, v, suites);
    uint32_t b_end = raw.len;
    wt_put_c(&raw, '_');
    uint32_t e = raw.len;
    put_hex_list(&raw, x, extensions);
    put_signatures(&raw, h);
    wt_gen_p(c, F_JA4_RAW, raw.p, raw.len);
    wt_put_n(&made, raw.p, b);
    if (!put_short_hash(s, &made, raw.p + b, b_end - b))
        return;
    wt_put_c(&made, '_');
    if (put_short_hash(s, &made, raw.p + e, extensions ? raw.len - e : 0))
        wt_gen_p(c, F_JA4, made.p, made.len);
}

void wt_tls_fingerprint(wt_cur *c, const wt_cur *body, bool client) {
    wt_session *s = c->s;
    hello h;
    bool of3 = client ? wt_wants(s, F_JA3) || wt_wants(s, F_JA3_FULL) : wt_wants(s, F_JA3S) || wt_wants(s, F_JA3S_FULL);
    bool of4 = client && (wt_wants(s, F_JA4) || wt_wants(s, F_JA4_RAW));
    if ((!of3 && !of4) || !take_apart(*body, client, &h))
        return;
    if (of4)
        ja4(c, &h);
    if (of3)
        ja3(c, &h, client);
}
