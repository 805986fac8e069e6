/* value.c - one place that knows how values are written. */
#include "print/value.h"
#include "print/printer.h"

#include <stdio.h>

unsigned wt_mask_shift(uint64_t mask) {
    unsigned n = 0;
    while (mask && !(mask >> n & 1))
        n++;
    return n;
}

/* ---- times ------------------------------------------------------------------------------ */

void wt_civil(int64_t days, int64_t *year, unsigned *month, unsigned *day) {
    days += 719468;                            /* count from 0000-03-01, so that leap days come last */
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    unsigned in_era = (unsigned)(days - era * 146097);
    unsigned y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    unsigned in_year = in_era - (365 * y + y / 4 - y / 100);
    unsigned m = (5 * in_year + 2) / 153;
    *day = in_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = (int64_t)y + era * 400 + (*month <= 2);
}

static void two(wt_text *t, uint64_t v) {
    wt_put_c(t, (char)('0' + v / 10 % 10));
    wt_put_c(t, (char)('0' + v % 10));
}

void wt_long_time(wt_text *t, int64_t ns) {
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int64_t seconds = ns / 1000000000, rest = ns % 1000000000;
    if (rest < 0) {
        rest += 1000000000;
        seconds--;
    }
    int64_t days = seconds / 86400, in_day = seconds % 86400;
    if (in_day < 0) {
        in_day += 86400;
        days--;
    }
    int64_t year;
    unsigned month, day;
    wt_civil(days, &year, &month, &day);
    wt_put_s(t, months[month - 1]);
    wt_put_c(t, ' ');
    if (day < 10)
        wt_put_c(t, ' ');
    wt_put_u(t, day);
    wt_put_s(t, ", ");
    wt_put_i(t, year);
    wt_put_c(t, ' ');
    two(t, (uint64_t)in_day / 3600);
    wt_put_c(t, ':');
    two(t, (uint64_t)in_day / 60 % 60);
    wt_put_c(t, ':');
    if (in_day % 60 < 10)
        wt_put_c(t, '0');
    wt_put_seconds(t, in_day % 60 * 1000000000 + rest, 9);
    wt_put_s(t, " UTC");
}

/* ---- values ----------------------------------------------------------------------------- */

static void put_double(wt_text *t, double d) {
    char text[40];
    int n = snprintf(text, sizeof text, "%.15g", d);
    wt_put_n(t, text, n > 0 ? (size_t)n : 0);
}

static void put_guid(wt_text *t, const uint8_t *p) {
    static const uint8_t groups[] = {4, 2, 2, 2, 6};
    for (size_t g = 0; g < sizeof groups; p += groups[g++]) {
        if (g)
            wt_put_c(t, '-');
        wt_put_hex(t, p, groups[g]);
    }
}

static void put_number(wt_text *t, const wt_field *f, uint64_t v) {
    switch (f->base) {
    case WT_HEX:
    case WT_HEX_DEC:
        wt_put_s(t, "0x");
        wt_put_x(t, v, wt_type_size(f->type) > 4 ? 16 : 2 * wt_type_size(f->type));
        break;
    case WT_OCT: {
        char digits[22];
        unsigned n = sizeof digits;
        do
            digits[--n] = (char)('0' + (v & 7));
        while (v >>= 3);
        wt_put_c(t, '0');
        wt_put_n(t, digits + n, sizeof digits - n);
        break;
    }
    case WT_FLAG: wt_put_c(t, v ? '1' : '0'); break;
    default:
        if (wt_is_signed(f->type))
            wt_put_i(t, (int64_t)v);
        else
            wt_put_u(t, v);
    }
}

/* Bytes with colons between, as tshark has them. */
static void put_bytes(wt_out *o, const uint8_t *p, uint32_t n) {
    for (uint32_t i = 0; i < n; i += 512) {
        if (i)
            wt_out_c(o, ':');
        wt_put_ether(wt_out_room(o, 1536), p + i, n - i < 512 ? n - i : 512);
    }
}

/* Dotted; the bytes where they are no object identifier. */
static void put_oid(wt_out *o, const uint8_t *p, uint32_t n) {
    char text[WT_OID_TEXT];
    uint32_t length = wt_oid_text(p, n, text, sizeof text);
    if (length)
        wt_put_n(wt_out_room(o, WT_OID_TEXT), text, length);
    else
        put_bytes(o, p, n);
}

static void show_pointer(wt_out *o, enum wt_escape how, const wt_field *f, const wt_item *i) {
    const uint8_t *p = i->v.p;
    uint32_t n = i->vlen;
    if (f->type == WT_IPV4 && n == 4)
        wt_put_ipv4(wt_out_room(o, 20), p);
    else if (f->type == WT_IPV6 && n == 16)
        wt_put_ipv6(wt_out_room(o, 64), p);
    else if (f->type == WT_GUID && n == 16)
        put_guid(wt_out_room(o, 40), p);
    else if (f->type == WT_OID)
        put_oid(o, p, n);
    else if (f->type == WT_STRING)
        wt_escape(o, how, p, n);
    else
        put_bytes(o, p, n);
}

void wt_show(wt_out *o, enum wt_escape how, const wt_field *f, const wt_item *i) {
    if (i->flags & WT_I_POINTER) {
        show_pointer(o, how, f, i);
        return;
    }
    wt_text *t = wt_out_room(o, 64);
    uint8_t v4[4];
    switch (f->type) {
    case WT_NONE: case WT_BYTES: case WT_STRING: case WT_IPV6: case WT_GUID: case WT_ETHER: case WT_EUI64:
    case WT_OID: break;
    case WT_IPV4:
        for (unsigned b = 0; b < 4; b++)
            v4[b] = (uint8_t)(i->v.u >> (24 - 8 * b));
        wt_put_ipv4(t, v4);
        break;
    case WT_ABSTIME:
        if ((int64_t)i->v.u == INT64_MIN)
            wt_put_s(t, "NULL");
        else
            wt_long_time(t, (int64_t)i->v.u);
        break;
    case WT_RELTIME: wt_put_seconds(t, (int64_t)i->v.u, 9); break;
    case WT_DOUBLE: put_double(t, i->v.d); break;
    case WT_FRAME: wt_put_u(t, i->v.u); break;
    default: put_number(t, f, i->v.u);
    }
}

static void human_number(wt_out *o, const wt_field *f, const wt_item *i, const wt_value *name) {
    wt_text *t = wt_out_room(o, 64);
    if (f->base == WT_FLAG) {
        wt_put_s(t, name ? name->name : i->v.u ? "yes" : "no");
        return;
    }
    if (name) {
        wt_out_s(o, name->name);
        t = wt_out_room(o, 64);
        wt_put_s(t, " (");
    }
    put_number(t, f, i->v.u);
    if (f->base == WT_DEC_HEX) {
        wt_put_s(t, " = 0x");
        wt_put_x(t, i->v.u, 2 * wt_type_size(f->type));
    } else if (f->base == WT_HEX_DEC) {
        wt_put_s(t, " = ");
        wt_put_u(t, i->v.u);
    }
    if (name)
        wt_put_c(t, ')');
}

void wt_human(wt_out *o, enum wt_escape how, const wt_field *f, const wt_item *i) {
    if (wt_is_number(f->type) && !(i->flags & WT_I_POINTER)) {
        human_number(o, f, i, wt_value_of(f, i));
        return;
    }
    if (f->type == WT_OID) {
        const wt_value *name = wt_value_of(f, i);
        if (name) {
            wt_out_s(o, name->name);
            wt_out_s(o, " (");
        }
        wt_show(o, how, f, i);
        if (name)
            wt_out_c(o, ')');
        return;
    }
    if (f->type == WT_ABSTIME && (int64_t)i->v.u == INT64_MIN) {
        wt_out_s(o, "not set");
        return;
    }
    if (f->type == WT_FRAME)
        wt_out_s(o, "frame ");
    wt_show(o, how, f, i);
    if (f->type == WT_RELTIME)
        wt_out_s(o, " seconds");
}

void wt_bit_pattern(wt_out *o, const wt_tape *tape, const wt_field *f, const wt_item *i) {
    uint32_t size = i->length ? i->length : wt_type_size(f->type);
    const uint8_t *wire = size == wt_type_size(f->type) ? wt_item_bytes(tape, i) : NULL;
    uint64_t bits = 0;
    for (uint32_t k = 0; wire && k < size; k++)
        bits = bits << 8 | wire[f->flags & WT_LE ? size - 1 - k : k];
    if (!wire)
        bits = i->v.u << wt_mask_shift(f->mask);
    char text[80], *to = text;
    for (unsigned b = size * 8 < 64 ? size * 8 : 64; b; b -= 4) {
        unsigned mask = f->mask >> (b - 4) & 15, set = bits >> (b - 4) & 15;
        for (unsigned k = 8; k; k >>= 1)
            *to++ = !(mask & k) ? '.' : set & k ? '1' : '0';
        *to++ = ' ';
    }
    if (to > text)
        wt_put_n(wt_out_room(o, sizeof text), text, (size_t)(to - text) - 1);   /* without the last blank */
}

void wt_value_show(wt_out *o, const wt_tape *tape, const wt_item *item) {
    (void)tape;
    const wt_field *f = wt_field_get(item->field);
    if (f)
        wt_show(o, WT_ESC_TERMINAL, f, item);
}

void wt_value_human(wt_out *o, const wt_tape *tape, const wt_item *item) {
    (void)tape;
    const wt_field *f = wt_field_get(item->field);
    if (f)
        wt_human(o, WT_ESC_TERMINAL, f, item);
}
