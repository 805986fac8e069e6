/* names.c - names in certificates: distinguished names and the general names of extensions. */
#include "proto/x509/parts.h"

/* ---- distinguished names ---------------------------------------------------------------- */

enum { SYNTAX_DIRECTORY, SYNTAX_COUNTRY, SYNTAX_PRINTABLE, SYNTAX_IA5, SYNTAX_PHONE, SYNTAX_USER, SYNTAX_OTHER };

/* How the value of an attribute is written, and how good a name it makes. */
static uint8_t syntax_of(const uint8_t *p, uint32_t n, uint8_t *rank) {
    static const uint8_t dc[] = {0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x19};
    static const uint8_t user[] = {0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x01};
    static const uint8_t mail[] = {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x01};
    static const uint8_t place[] = {0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x3c, 0x02, 0x01};
    *rank = 1;
    if (n == 3 && p[0] == 0x55 && p[1] == 0x04) {
        switch (p[2]) {
        case 3: *rank = 4; return SYNTAX_DIRECTORY;
        case 10: *rank = 3; return SYNTAX_DIRECTORY;
        case 11: *rank = 2; return SYNTAX_DIRECTORY;
        case 6: return SYNTAX_COUNTRY;
        case 5: case 27: case 46: return SYNTAX_PRINTABLE;
        case 20: return SYNTAX_PHONE;
        case 2:
        case 4:
        case 7:
        case 8:
        case 9:
        case 12:
        case 13:
        case 15:
        case 17:
        case 18:
        case 19:
        case 41:
        case 42:
        case 43:
        case 44: case 51: case 54: case 65: return SYNTAX_DIRECTORY;
        default: return SYNTAX_OTHER;
        }
    }
    if ((n == sizeof dc && memcmp(p, dc, n) == 0) || (n == sizeof mail && memcmp(p, mail, n) == 0))
        return SYNTAX_IA5;
    if (n == sizeof user && memcmp(p, user, n) == 0)
        return SYNTAX_USER;
    if (n == sizeof mail && memcmp(p, mail, n - 1) == 0 && p[n - 1] == 8)
        return SYNTAX_DIRECTORY;           /* unstructuredAddress */
    if (n == sizeof place + 1 && memcmp(p, place, n - 1) == 0)
        return p[n - 1] == 3 ? SYNTAX_COUNTRY : SYNTAX_DIRECTORY;
    return SYNTAX_OTHER;
}

static void directory_string(wt_der *d, const uint8_t **p, uint32_t *n) {
    static const struct {
        uint8_t tag, kind;
        wt_fid row;
    } kinds[] = {{DER_TELETEX, 0, F_S_TELETEX}, {DER_PRINTABLE, 1, F_S_PRINTABLE}, {DER_UNIVERSAL, 2, F_S_UNIVERSAL},
                 {DER_BMP, 3, F_S_BMP}, {DER_UTF8, 4, F_S_UTF8}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (d->tag == kinds[i].tag) {
            wt_node node = wt_der_open_u(d, F_DIRECTORY_STRING, kinds[i].kind);
            wt_der_put_text(d, kinds[i].row, p, n);
            wt_end(&d->in, node);
            return;
        }
    wt_der_put_text(d, F_VALUE, p, n);
}

/* The value of the attribute `oid`; its text to *text, and how good a name it makes. */
static uint8_t attribute_value(wt_der *v, const uint8_t *oid, uint32_t n, wt_x509_text *text) {
    static const struct {
        uint8_t tag;                       /* the only kind of text that it may be */
        wt_fid row;
    } plain[] = {[SYNTAX_COUNTRY] = {DER_PRINTABLE, F_COUNTRY}, [SYNTAX_PRINTABLE] = {DER_PRINTABLE, F_PRINTABLE},
                 [SYNTAX_IA5] = {DER_IA5, F_IA5}, [SYNTAX_PHONE] = {DER_PRINTABLE, F_PHONE},
                 [SYNTAX_USER] = {DER_UTF8, F_USER_ID},
                 [SYNTAX_OTHER] = {0, F_VALUE}};
    uint8_t rank, syntax = syntax_of(oid, n, &rank);
    if (syntax == SYNTAX_DIRECTORY)
        directory_string(v, &text->p, &text->n);
    else
        wt_der_put_text(v, v->tag == plain[syntax].tag ? plain[syntax].row : F_VALUE, &text->p, &text->n);
    return rank;
}

static void attribute(wt_cur *c, wt_x509_name *name) {
    wt_der one, id, v;
    if (!wt_der_want(c, DER_SEQUENCE, &one))
        return;
    wt_node node = wt_der_open(&one, F_ATTRIBUTE);
    uint32_t n;
    wt_x509_text text = {NULL, 0};
    if (!wt_der_want(&one.in, DER_OID, &id))
        return;
    wt_der_put(&id, F_ATTRIBUTE_ID);
    const uint8_t *oid = wt_der_bytes(&id, &n);
    if (!oid || !wt_der_next(&one.in, &v))
        return;
    uint8_t rank = attribute_value(&v, oid, n, &text);
    wt_end(&one.in, node);
    if (name && text.p && text.n && rank > name->rank) {
        name->rank = rank;
        name->text = text;
    }
}

void wt_x509_fact(wt_der *one) {
    wt_der id, values, v;
    wt_x509_text text;
    uint32_t n;
    if (!wt_der_want(&one->in, DER_OID, &id))
        return;
    wt_der_put(&id, F_ATTRIBUTE_ID);
    const uint8_t *oid = wt_der_bytes(&id, &n);
    if (!oid || !wt_der_want(&one->in, DER_SET, &values))
        return;
    wt_node node = wt_der_list(&values, F_FACT_VALUES, wt_der_count(&values));
    while (wt_der_next(&values.in, &v))
        attribute_value(&v, oid, n, &text);
    wt_end(&values.in, node);
}

void wt_x509_rdns(wt_der *d, wt_fid f, wt_x509_name *name) {
    uint32_t n;
    const uint8_t *whole = wt_der_bytes(d, &n);
    if (!whole)
        return;
    if (name)
        name->der = (wt_x509_text){whole, n};
    wt_node list = wt_der_list(d, f, wt_der_count(d));
    wt_der part;
    while (wt_left(&d->in) && wt_der_want(&d->in, DER_SET, &part)) {
        wt_node one = wt_der_list(&part, F_RDN, wt_der_count(&part));
        while (wt_left(&part.in))
            attribute(&part.in, name);
        wt_end(&part.in, one);
    }
    wt_end(&d->in, list);
}

void wt_x509_relative_name(wt_der *d) {
    wt_node node = wt_der_list(d, F_RELATIVE, wt_der_count(d));
    while (wt_left(&d->in))
        attribute(&d->in, NULL);
    wt_end(&d->in, node);
}

void wt_x509_read_name(wt_cur *c, wt_x509_name *name) {
    wt_der d;
    if (wt_der_want(c, DER_SEQUENCE, &d))
        wt_x509_rdns(&d, F_RDNS, name);
}

/* ---- general names ---------------------------------------------------------------------- */

static void other_name(wt_der *d) {
    wt_node node = wt_der_list(d, F_OTHER_NAME, 0);
    wt_der id, box, v;
    if (wt_der_want(&d->in, DER_OID, &id) && wt_der_want(&d->in, DER_CONTEXT | DER_CONSTRUCTED, &box) &&
        wt_der_next(&box.in, &v)) {
        wt_der_put(&id, F_TYPE_ID);
        if (v.tag == DER_UTF8 && wt_der_is_oid(&id, "1.3.6.1.4.1.311.20.2.3"))
            wt_der_put_text(&v, F_UTF8, NULL, NULL);
        else if (v.tag == DER_UTF8 || v.tag == DER_IA5 || v.tag == DER_PRINTABLE)
            wt_der_put_text(&v, F_VALUE, NULL, NULL);
    }
    wt_end(&d->in, node);
}

static void directory_name(wt_der *d) {
    wt_der inside;
    wt_node node = wt_der_list(d, F_DIRECTORY_NAME, 0);
    if (wt_der_want(&d->in, DER_SEQUENCE, &inside))
        wt_x509_rdns(&inside, F_RDNS, NULL);
    wt_end(&d->in, node);
}

static void host_name(wt_der *d, wt_x509 *x) {
    const uint8_t *p = NULL;
    uint32_t n = 0;
    wt_der_put_text(d, F_DNS_NAME, &p, &n);
    if (!p || !x)
        return;
    if (!x->hosts++)
        x->host = (wt_x509_text){p, n};
}

/* An address and its mask, as 192.0.2.0/24 if the mask's ones come first; other bytes as they are. */
static void subnet(wt_der *d) {
    enum { ROOM = 64 };
    uint32_t n, ones = 0;
    const uint8_t *p = wt_der_bytes(d, &n);
    char *room = p && (n == 8 || n == 32) ? wt_arena(d->in.s, ROOM) : NULL;
    if (!room)
        return;
    const uint8_t *mask = p + n / 2;
    wt_text t = {room, 0, ROOM, false};
    while (ones < 4 * n && (mask[ones / 8] >> (7 - ones % 8) & 1))
        ones++;
    (n == 8 ? wt_put_ipv4 : wt_put_ipv6)(&t, p);
    wt_put_c(&t, '/');
    for (uint32_t i = ones; i < 4 * n; i++)
        if (mask[i / 8] >> (7 - i % 8) & 1) {
            (n == 8 ? wt_put_ipv4 : wt_put_ipv6)(&t, mask);
            wt_emit_p(&d->in, F_SUBNET, d->in.pos, n, room, (uint32_t)t.len);
            return;
        }
    wt_put_u(&t, ones);
    wt_emit_p(&d->in, F_SUBNET, d->in.pos, n, room, (uint32_t)t.len);
}

void wt_x509_general_name(wt_der *d, wt_fid f, wt_x509 *x) {
    uint8_t kind = d->tag & 0x1f;
    if ((d->tag & 0xc0) != DER_CONTEXT || kind > 8)
        return;
    wt_node node = wt_der_list(d, f, kind);
    uint32_t n = wt_left(&d->in);
    switch (kind) {
    case 0: other_name(d); break;
    case 1: wt_der_put_text(d, F_MAIL, NULL, NULL); break;
    case 2: host_name(d, x); break;
    case 4: directory_name(d); break;
    case 6: wt_der_put_text(d, F_URI, NULL, NULL); break;
    case 7:
        if (n == 4 || n == 16)
            wt_der_put(d, n == 4 ? F_IPV4 : F_IPV6);
        else
            subnet(d);
        break;
    case 8: wt_der_put(d, F_REGISTERED); break;
    default: break;
    }
    wt_end(&d->in, node);
}

void wt_x509_general_names(wt_der *d, wt_fid f, wt_x509 *x) {
    wt_node node = wt_der_list(d, f, wt_der_count(d));
    wt_der one;
    while (wt_der_next(&d->in, &one))
        wt_x509_general_name(&one, F_NAME, x);
    wt_end(&d->in, node);
}
