/* literal.c - what a literal means, next to the field that it is compared with. */
#include "filter/literal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <arpa/inet.h>

static bool keep(wt_filter *f, val *v, const void *p, size_t n) {
    if (n > MAX_TEXT - f->text_used)
        return false;
    if (n)
        memcpy(f->text + f->text_used, p, n);
    v->p = f->text + f->text_used;
    v->n = (uint32_t)n;
    f->text_used += (uint32_t)n;
    return true;
}

static bool parse_number(const literal *l, const wt_field *field, val *v) {
    char *end;
    errno = 0;
    if (l->is_char) {
        v->u = (uint8_t)l->text[0];
        return true;
    }
    if (!l->quoted) {
        if (strcasecmp(l->text, "true") == 0 || strcasecmp(l->text, "false") == 0) {
            v->u = strcasecmp(l->text, "true") == 0;
            return true;
        }
        const char *digits = l->text + (l->text[0] == '-');
        if (strncasecmp(digits, "0b", 2) == 0)
            v->u = strtoull(digits + 2, &end, 2);
        else
            v->u = strtoull(digits, &end, 0);
        if (!errno && end != digits && !*end) {
            if (digits != l->text)
                v->u = 0 - v->u;
            return true;
        }
    }
    for (size_t i = 0; field && field->values && i < field->values->count; i++)
        if (strcasecmp(field->values->rows[i].name, l->text) == 0) {
            v->u = field->values->rows[i].lo;
            return true;
        }
    return false;
}

static bool parse_ipv4(const char *text, val *v) {
    char host[20];
    const char *slash = strchr(text, '/');
    size_t n = slash ? (size_t)(slash - text) : strlen(text);
    uint8_t b[4];
    unsigned prefix = 32;
    char rest;
    if (n >= sizeof host || (slash && (sscanf(slash + 1, "%2u%c", &prefix, &rest) != 1 || prefix > 32)))
        return false;
    memcpy(host, text, n);
    host[n] = 0;
    if (inet_pton(AF_INET, host, b) != 1)
        return false;
    v->u = (uint64_t)b[0] << 24 | (uint64_t)b[1] << 16 | (uint64_t)b[2] << 8 | b[3];
    v->prefix = (uint8_t)prefix;
    return true;
}

static bool parse_ipv6(wt_filter *f, const char *text, val *v) {
    char host[48];
    const char *slash = strchr(text, '/');
    size_t n = slash ? (size_t)(slash - text) : strlen(text);
    uint8_t b[16];
    unsigned prefix = 128;
    char rest;
    if (n >= sizeof host || (slash && (sscanf(slash + 1, "%3u%c", &prefix, &rest) != 1 || prefix > 128)))
        return false;
    memcpy(host, text, n);
    host[n] = 0;
    v->prefix = (uint8_t)prefix;
    return inet_pton(AF_INET6, host, b) == 1 && keep(f, v, b, 16);
}

static int digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* 00:11:22, 00-11-22, 0011.2233, 001122; one byte may be a single digit before a separator. */
static bool parse_hex(wt_filter *f, const char *s, val *v) {
    uint8_t out[512];
    uint32_t n = 0;
    if (s[0] == '0' && (s[1] == 'x' || s[1] == 'X'))
        s += 2;
    while (*s && n < sizeof out) {
        int high = digit(*s), low = high < 0 ? -1 : digit(s[1]);
        if (high < 0)
            return false;
        out[n++] = (uint8_t)(low < 0 ? high : high << 4 | low);
        s += low < 0 ? 1 : 2;
        if (*s == ':' || *s == '-' || *s == '.') {
            s++;
            if (!*s)
                return n > 0 && keep(f, v, out, n);
        }
    }
    return !*s && n && keep(f, v, out, n);
}

static bool parse_seconds(const char *s, val *v) {
    char *end;
    bool minus = *s == '-';
    errno = 0;
    unsigned long long whole = strtoull(s + minus, &end, 10);
    uint64_t ns = 0, unit = 100000000;
    if (errno || end == s + minus || whole > 9000000000ull)
        return false;
    if (*end == '.')
        for (end++; *end >= '0' && *end <= '9'; end++, unit /= 10)
            ns += (uint64_t)(*end - '0') * unit;
    v->u = (uint64_t)whole * 1000000000u + ns;
    if (minus)
        v->u = 0 - v->u;
    return !*end;
}

/* 2023-04-05 12:30:01.5, with a T or a space between, in UTC. */
static bool parse_date(const char *s, val *v) {
    int year, month, day, hour = 0, minute = 0, used = 0;
    char second[32] = "0";
    if (sscanf(s, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    s += used;
    if (*s && sscanf(s + 1, "%2d:%2d:%31[0-9.]", &hour, &minute, second) < 2)
        return false;
    int64_t y = month <= 2 ? year - 1 : year, era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400, of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
    val part = {0};
    if (!parse_seconds(second, &part))
        return false;
    v->u = (uint64_t)((days * 86400 + hour * 3600 + minute * 60) * 1000000000) + part.u;
    return true;
}

bool wt_literal(wt_filter *f, const literal *l, enum kind kind, const wt_field *field, val *v) {
    char *end;
    *v = (val){.kind = (uint8_t)kind};
    switch (kind) {
    case K_NUMBER: case K_SIGNED: return parse_number(l, field, v);
    case K_IPV4: return parse_ipv4(l->text, v);
    case K_IPV6: return parse_ipv6(f, l->text, v);
    case K_TIME: return field && field->type == WT_ABSTIME ? parse_date(l->text, v) || parse_seconds(l->text, v)
                                                           : parse_seconds(l->text, v);
    case K_DOUBLE:
        v->d = strtod(l->text, &end);
        return end != l->text && !*end;
    case K_TEXT: return keep(f, v, l->text, l->length);
    case K_NONE: return false;
    default:
        if (l->quoted && (!field || field->type == WT_BYTES || !parse_hex(f, l->text, v)))
            return keep(f, v, l->text, l->length);
        return v->p || parse_hex(f, l->text, v);
    }
}
