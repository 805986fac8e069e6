/* der.c - ASN.1's distinguished encoding (X.690). */
#include "proto/x509/der.h"

/* ---- elements --------------------------------------------------------------------------- */

/* Bytes of the header at c->pos and the content's length; false if it is not whole or not DER. */
static bool header(wt_cur *c, uint32_t *size, uint32_t *length) {
    if (!wt_need(c, 2))
        return false;
    uint32_t first = (uint32_t)wt_look(c, 1, 1);
    *size = 2;
    *length = first;
    if (first < 0x80)
        return true;
    uint32_t n = first & 0x7f;
    if (n == 0 || n > 4) {
        wt_malformed(c, "ASN.1: a length that DER does not allow");
        return false;
    }
    if (!wt_need(c, 2 + n))
        return false;
    *size = 2 + n;
    *length = (uint32_t)wt_look(c, 2, n);
    return true;
}

bool wt_der_next(wt_cur *c, wt_der *d) {
    uint32_t size, length;
    if (c->fail || !wt_left(c) || !header(c, &size, &length))
        return false;
    if (length > wt_left(c) - size) {
        wt_malformed(c, "ASN.1: an element says that it has %u bytes; only %u are left", length, wt_left(c) - size);
        return false;
    }
    d->tag = (uint8_t)wt_look(c, 0, 1);
    d->at = c->pos;
    d->size = size + length;
    c->pos += size;
    d->in = wt_sub(c, length);
    return true;
}

bool wt_der_if(wt_cur *c, uint8_t tag, wt_der *d) {
    return !c->fail && wt_left_captured(c) && wt_look(c, 0, 1) == tag && wt_der_next(c, d);
}

bool wt_der_want(wt_cur *c, uint8_t tag, wt_der *d) {
    if (!wt_need(c, 1))
        return false;
    if (wt_look(c, 0, 1) != tag) {
        wt_malformed(c, "ASN.1: an element with tag 0x%02x where 0x%02x has to be", (unsigned)wt_look(c, 0, 1), tag);
        return false;
    }
    return wt_der_next(c, d);
}

const uint8_t *wt_der_bytes(wt_der *d, uint32_t *n) {
    *n = wt_left(&d->in);
    return wt_need(&d->in, *n) ? wt_here(&d->in) : NULL;
}

bool wt_der_number(wt_der *d, uint64_t *v) {
    uint32_t n;
    const uint8_t *p = wt_der_bytes(d, &n);
    if (!p || !n || n > 8)
        return false;
    *v = wt_load(p, n);
    if (p[0] & 0x80 && n < 8)              /* negative */
        *v |= UINT64_MAX << (8 * n);
    return true;
}

bool wt_der_is_oid(wt_der *d, const char *dotted) {
    char text[WT_OID_TEXT];
    uint32_t n;
    const uint8_t *p = wt_der_bytes(d, &n);
    return p && d->tag == DER_OID && wt_oid_text(p, n, text, sizeof text) && strcmp(text, dotted) == 0;
}

/* Counts only what is whole; does not complain. */
uint32_t wt_der_count(const wt_der *d) {
    uint32_t count = 0, at = 0, left = wt_left_captured(&d->in);
    const uint8_t *p = wt_here(&d->in);
    while (left - at >= 2) {
        uint32_t n = p[at + 1], size = 2;
        if (n & 0x80) {
            size += n & 0x7f;
            if (size > 6 || size > left - at)
                break;
            n = (uint32_t)wt_load(p + at + 2, size - 2);
        }
        if (n > left - at - size)
            break;
        at += size + n;
        count++;
    }
    return count;
}

/* ---- items ------------------------------------------------------------------------------ */

wt_node wt_der_open(wt_der *d, wt_fid f) {
    if (!wt_put(&d->in, f, d->at, d->size))
        return WT_NO_NODE;
    return wt_parent(&d->in, f);
}

wt_node wt_der_open_u(wt_der *d, wt_fid f, uint64_t v) {
    wt_emit_u(&d->in, f, d->at, d->size, v);
    return wt_parent(&d->in, f);
}

wt_node wt_der_list(wt_der *d, wt_fid f, uint64_t v) {
    wt_emit_u(&d->in, f, d->in.pos, wt_left(&d->in), v);
    return wt_parent(&d->in, f);
}

void wt_der_put(wt_der *d, wt_fid f) {
    uint32_t n;
    const uint8_t *p = wt_der_bytes(d, &n);
    if (p)
        wt_emit_p(&d->in, f, d->in.pos, n, p, n);
}

void wt_der_put_number(wt_der *d, wt_fid f) {
    uint64_t v;
    if (wt_der_number(d, &v))
        wt_emit_u(&d->in, f, d->in.pos, wt_left(&d->in), v);
}

static uint32_t put_utf8(uint8_t *to, uint32_t cp) {
    if (cp < 0x80) {
        to[0] = (uint8_t)cp;
        return 1;
    }
    if (cp < 0x800) {
        to[0] = (uint8_t)(0xc0 | cp >> 6);
        to[1] = (uint8_t)(0x80 | (cp & 0x3f));
        return 2;
    }
    if (cp < 0x10000) {
        to[0] = (uint8_t)(0xe0 | cp >> 12);
        to[1] = (uint8_t)(0x80 | (cp >> 6 & 0x3f));
        to[2] = (uint8_t)(0x80 | (cp & 0x3f));
        return 3;
    }
    to[0] = (uint8_t)(0xf0 | (cp >> 18 & 7));
    to[1] = (uint8_t)(0x80 | (cp >> 12 & 0x3f));
    to[2] = (uint8_t)(0x80 | (cp >> 6 & 0x3f));
    to[3] = (uint8_t)(0x80 | (cp & 0x3f));
    return 4;
}

/* Characters of `width` bytes each, in UTF-8 in the arena. */
static const uint8_t *widened(wt_der *d, const uint8_t *p, uint32_t n, uint32_t width, uint32_t *out) {
    uint8_t *to = wt_arena(d->in.s, n / width * 4 + 1);
    if (!to) {
        wt_limit_hit(&d->in, WT_LIMIT_ARENA);
        return NULL;
    }
    *out = 0;
    for (uint32_t i = 0; i + width <= n; i += width) {
        uint32_t cp = (uint32_t)wt_load(p + i, width);
        bool no_character = cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000);
        *out += put_utf8(to + *out, no_character ? 0xfffd : cp);
    }
    return to;
}

void wt_der_put_text(wt_der *d, wt_fid f, const uint8_t **text, uint32_t *length) {
    uint32_t n;
    const uint8_t *p = wt_der_bytes(d, &n);
    uint32_t wide = d->tag == DER_BMP ? 2 : d->tag == DER_UNIVERSAL ? 4 : 0, made = n;
    if (p && wide && (text || wt_wants(d->in.s, f)))
        p = widened(d, p, n, wide, &made);
    if (!p)
        return;
    while (made && !p[made - 1])           /* some end a text as C does */
        made--;
    wt_emit_p(&d->in, f, d->in.pos, n, p, made);
    if (text) {
        *text = p;
        *length = made;
    }
}

bool wt_der_bit_string(wt_der *d, wt_fid unused) {
    if (!wt_left(&d->in))
        return false;
    if (unused == WT_FID_NONE)
        return wt_skip(&d->in, 1) != NULL;
    wt_take(&d->in, unused);
    return !d->in.fail;
}
