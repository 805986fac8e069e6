/* extensions.c - what certificates say beyond name and key. */
#include "proto/x509/parts.h"

/* ---- uses ------------------------------------------------------------------------------- */

/* Nine bits in one or two bytes, as names for them have come to be. */
static void nine_bits(wt_der *d, wt_fid f, const wt_fid rows[9]) {
    uint32_t n;
    const uint8_t *p = wt_der_bytes(d, &n);
    if (!p || !n)
        return;
    wt_der_put(d, f);
    wt_node node = wt_parent(&d->in, f);
    for (unsigned i = 0; i < 8; i++)
        wt_emit_u(&d->in, rows[i], d->in.pos, 1, p[0] >> (7 - i) & 1);
    wt_emit_u(&d->in, rows[8], d->in.pos + (n > 1), 1, n > 1 ? p[1] >> 7 : 0);
    wt_end(&d->in, node);
}

static void key_usage(wt_cur *c, wt_x509 *x) {
    static const wt_fid rows[] = {F_KU_SIGN, F_KU_COMMIT, F_KU_KEYS, F_KU_DATA, F_KU_AGREE, F_KU_CERTS, F_KU_CRLS,
                                  F_KU_ENCIPHER, F_KU_DECIPHER};
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_BITS, &d) && wt_der_bit_string(&d, F_PADDING))
        nine_bits(&d, F_KEY_USAGE, rows);
}

static void purposes(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_PURPOSES, wt_der_count(&d));
    while (wt_left(&d.in) && wt_der_want(&d.in, DER_OID, &one))
        wt_der_put(&one, F_PURPOSE);
    wt_end(&d.in, node);
}

static void basic_constraints(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_BASIC);
    if (wt_der_if(&d.in, DER_BOOLEAN, &one)) {
        bool ca = wt_look(&one.in, 0, 1) != 0;
        wt_emit_u(&one.in, F_CA, one.in.pos, wt_left(&one.in), ca);
        x->ca = ca;
    }
    if (wt_der_if(&d.in, DER_INTEGER, &one))
        wt_der_put_number(&one, F_PATH_LEN);
    wt_end(&d.in, node);
}

static void private_period(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_KEY_PERIOD);
    while (wt_der_next(&d.in, &one)) {
        if (wt_der_context(&one, 0) || wt_der_context(&one, 1))
            wt_x509_time(&one, wt_der_context(&one, 0) ? F_PERIOD_FROM : F_PERIOD_UNTIL, NULL);
    }
    wt_end(&d.in, node);
}

/* ---- keys and names --------------------------------------------------------------------- */

static void key_identifier(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_OCTETS, &d))
        wt_der_put(&d, F_KEY_ID);
}

static void authority(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_AUTHORITY);
    while (wt_der_next(&d.in, &one)) {
        if (wt_der_context(&one, 0))
            wt_der_put(&one, F_AUTHORITY_KEY);
        else if (wt_der_context(&one, 1))
            wt_x509_general_names(&one, F_AUTHORITY_NAME, NULL);
        else if (wt_der_context(&one, 2))
            wt_der_put(&one, F_AUTHORITY_SERIAL);
    }
    wt_end(&d.in, node);
}

static void subject_names(wt_cur *c, wt_x509 *x) {
    wt_der d;
    if (wt_der_want(c, DER_SEQUENCE, &d))
        wt_x509_general_names(&d, F_NAMES, x);
}

static void issuer_names(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_SEQUENCE, &d))
        wt_x509_general_names(&d, F_NAMES, NULL);
}

static void facts(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_FACTS, wt_der_count(&d));
    while (wt_left(&d.in) && wt_der_want(&d.in, DER_SEQUENCE, &one)) {
        wt_node inside = wt_der_open(&one, F_FACT);
        wt_x509_fact(&one);
        wt_end(&one.in, inside);
    }
    wt_end(&d.in, node);
}

static void subtrees(wt_der *d, wt_fid f) {
    wt_der one, base;
    wt_node node = wt_der_list(d, f, wt_der_count(d));
    while (wt_left(&d->in) && wt_der_want(&d->in, DER_SEQUENCE, &one)) {
        wt_node inside = wt_der_open(&one, F_SUBTREE);
        if (wt_der_next(&one.in, &base))
            wt_x509_general_name(&base, F_BASE, NULL);
        wt_end(&one.in, inside);
    }
    wt_end(&d->in, node);
}

static void name_constraints(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_CONSTRAINTS);
    while (wt_der_next(&d.in, &one))
        if (wt_der_context(&one, 0) || wt_der_context(&one, 1))
            subtrees(&one, wt_der_context(&one, 0) ? F_PERMITTED : F_EXCLUDED);
    wt_end(&d.in, node);
}

/* ---- where to ask ----------------------------------------------------------------------- */

static void reasons(wt_der *d) {
    static const wt_fid rows[] = {F_R_UNUSED, F_R_KEY, F_R_CA, F_R_AFFILIATION, F_R_SUPERSEDED, F_R_CEASED, F_R_HOLD,
                                  F_R_PRIVILEGE, F_R_AA};
    if (wt_der_bit_string(d, F_PADDING))
        nine_bits(d, F_REASONS, rows);
}

static void point(wt_cur *c) {
    wt_der d, part, kind;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_POINT);
    while (wt_der_next(&d.in, &part)) {
        if (wt_der_context(&part, 0) && wt_der_next(&part.in, &kind)) {
            wt_node place = wt_der_list(&kind, F_POINT_NAME, kind.tag & 0x1f);
            if (wt_der_context(&kind, 0))
                wt_x509_general_names(&kind, F_FULL_NAME, NULL);
            else if (wt_der_context(&kind, 1))
                wt_x509_relative_name(&kind);
            wt_end(&kind.in, place);
        } else if (wt_der_context(&part, 1)) {
            reasons(&part);
        } else if (wt_der_context(&part, 2)) {
            wt_x509_general_names(&part, F_CRL_ISSUER, NULL);
        }
    }
    wt_end(&d.in, node);
}

static void distribution_points(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_POINTS, wt_der_count(&d));
    while (wt_left(&d.in))
        point(&d.in);
    wt_end(&d.in, node);
}

static void access_information(wt_cur *c, wt_x509 *x) {
    wt_der d, one, method, place;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_ACCESS, wt_der_count(&d));
    while (wt_left(&d.in) && wt_der_want(&d.in, DER_SEQUENCE, &one)) {
        wt_node inside = wt_der_open(&one, F_ACCESS_ONE);
        if (wt_der_want(&one.in, DER_OID, &method)) {
            wt_der_put(&method, F_ACCESS_METHOD);
            if (wt_der_next(&one.in, &place))
                wt_x509_general_name(&place, F_ACCESS_PLACE, NULL);
        }
        wt_end(&one.in, inside);
    }
    wt_end(&d.in, node);
}

/* ---- policies --------------------------------------------------------------------------- */

static void display_text(wt_der *d, wt_fid f) {
    static const struct {
        uint8_t tag, kind;
        wt_fid row;
    } kinds[] = {{DER_IA5, 0, F_D_IA5}, {DER_VISIBLE, 1, F_D_VISIBLE}, {DER_BMP, 2, F_D_BMP}, {DER_UTF8, 3, F_D_UTF8}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (d->tag == kinds[i].tag) {
            wt_node node = wt_der_open_u(d, f, kinds[i].kind);
            wt_der_put_text(d, kinds[i].row, NULL, NULL);
            wt_end(&d->in, node);
        }
}

static void notice_reference(wt_der *d) {
    wt_der by, list, number;
    wt_node node = wt_der_open(d, F_NOTICE_REF);
    if (wt_der_next(&d->in, &by))
        display_text(&by, F_NOTICE_BY);
    if (wt_der_if(&d->in, DER_SEQUENCE, &list)) {
        wt_node numbers = wt_der_list(&list, F_NOTICE_NUMBERS, wt_der_count(&list));
        while (wt_left(&list.in) && wt_der_want(&list.in, DER_INTEGER, &number))
            wt_der_put_number(&number, F_NOTICE_NUMBER);
        wt_end(&list.in, numbers);
    }
    wt_end(&d->in, node);
}

static void notice(wt_der *d) {
    wt_der one;
    wt_node node = wt_der_open(d, F_NOTICE);
    while (wt_der_next(&d->in, &one)) {
        if (one.tag == DER_SEQUENCE)
            notice_reference(&one);
        else
            display_text(&one, F_NOTICE_TEXT);
    }
    wt_end(&d->in, node);
}

static void qualifier(wt_cur *c) {
    wt_der d, id, v;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_QUALIFIER);
    if (wt_der_want(&d.in, DER_OID, &id)) {
        wt_der_put(&id, F_QUALIFIER_ID);
        if (wt_der_next(&d.in, &v)) {
            if (wt_der_is_oid(&id, "1.3.6.1.5.5.7.2.1"))
                wt_der_put_text(&v, F_CPS, NULL, NULL);
            else if (v.tag == DER_SEQUENCE && wt_der_is_oid(&id, "1.3.6.1.5.5.7.2.2"))
                notice(&v);
        }
    }
    wt_end(&d.in, node);
}

static void policies(wt_cur *c, wt_x509 *x) {
    wt_der d, one, id, list;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_POLICIES, wt_der_count(&d));
    while (wt_left(&d.in) && wt_der_want(&d.in, DER_SEQUENCE, &one)) {
        wt_node inside = wt_der_open(&one, F_POLICY);
        if (wt_der_want(&one.in, DER_OID, &id))
            wt_der_put(&id, F_POLICY_ID);
        if (wt_der_if(&one.in, DER_SEQUENCE, &list)) {
            wt_node remarks = wt_der_list(&list, F_QUALIFIERS, wt_der_count(&list));
            while (wt_left(&list.in))
                qualifier(&list.in);
            wt_end(&list.in, remarks);
        }
        wt_end(&one.in, inside);
    }
    wt_end(&d.in, node);
}

static void policy_mappings(wt_cur *c, wt_x509 *x) {
    wt_der d, one, id;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_MAPPINGS, wt_der_count(&d));
    while (wt_left(&d.in) && wt_der_want(&d.in, DER_SEQUENCE, &one)) {
        wt_node inside = wt_der_open(&one, F_MAPPING);
        if (wt_der_want(&one.in, DER_OID, &id))
            wt_der_put(&id, F_MAPPING_ISSUER);
        if (wt_der_want(&one.in, DER_OID, &id))
            wt_der_put(&id, F_MAPPING_SUBJECT);
        wt_end(&one.in, inside);
    }
    wt_end(&d.in, node);
}

static void policy_constraints(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_POLICY_CONSTRAINTS);
    while (wt_der_next(&d.in, &one))
        if (wt_der_context(&one, 0) || wt_der_context(&one, 1))
            wt_der_put_number(&one, wt_der_context(&one, 0) ? F_REQUIRE_POLICY : F_INHIBIT_MAPPING);
    wt_end(&d.in, node);
}

static void inhibit_any(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_INTEGER, &d))
        wt_der_put_number(&d, F_SKIP_CERTS);
}

/* ---- others ----------------------------------------------------------------------------- */

static void features(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_list(&d, F_FEATURES, wt_der_count(&d));
    while (wt_left(&d.in) && wt_der_want(&d.in, DER_INTEGER, &one))
        wt_der_put_number(&one, F_FEATURE);
    wt_end(&d.in, node);
}

static void timestamps(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_OCTETS, &d))
        wt_x509_timestamps(&d.in);
}

static void template(wt_cur *c, wt_x509 *x) {
    wt_der d, one;
    (void)x;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_TEMPLATE);
    if (wt_der_want(&d.in, DER_OID, &one))
        wt_der_put(&one, F_TEMPLATE_ID);
    if (wt_der_if(&d.in, DER_INTEGER, &one))
        wt_der_put_number(&one, F_TEMPLATE_MAJOR);
    if (wt_der_if(&d.in, DER_INTEGER, &one))
        wt_der_put_number(&one, F_TEMPLATE_MINOR);
    wt_end(&d.in, node);
}

static void template_name(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_BMP, &d))
        wt_der_put_text(&d, F_BMP, NULL, NULL);
}

static void ca_version(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_INTEGER, &d))
        wt_der_put_number(&d, F_INTEGER);
}

static void netscape_type(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_BITS, &d) && wt_der_bit_string(&d, F_PADDING))
        wt_der_put(&d, F_NS_TYPE);
}

static void netscape_comment(wt_cur *c, wt_x509 *x) {
    wt_der d;
    (void)x;
    if (wt_der_want(c, DER_IA5, &d))
        wt_der_put_text(&d, F_NS_COMMENT, NULL, NULL);
}

bool wt_x509_extension(wt_cur *c, const char *oid, wt_x509 *x) {
    static const struct {
        const char *oid;
        void (*read)(wt_cur *c, wt_x509 *x);
    } known[] = {
        {"2.5.29.9", facts},
        {"2.5.29.14", key_identifier},
        {"2.5.29.15", key_usage},
        {"2.5.29.16", private_period},
        {"2.5.29.17", subject_names},
        {"2.5.29.18", issuer_names},
        {"2.5.29.19", basic_constraints},
        {"2.5.29.30", name_constraints},
        {"2.5.29.31", distribution_points},
        {"2.5.29.32", policies},
        {"2.5.29.33", policy_mappings},
        {"2.5.29.35", authority},
        {"2.5.29.36", policy_constraints},
        {"2.5.29.37", purposes},
        {"2.5.29.46", distribution_points},
        {"2.5.29.54", inhibit_any},
        {"1.3.6.1.5.5.7.1.1", access_information},
        {"1.3.6.1.5.5.7.1.24", features},
        {"1.3.6.1.4.1.11129.2.4.2", timestamps},
        {"1.3.6.1.4.1.11129.2.4.5", timestamps},
        {"1.3.6.1.4.1.311.20.2", template_name},
        {"1.3.6.1.4.1.311.21.1", ca_version},
        {"1.3.6.1.4.1.311.21.7", template},
        {"1.3.6.1.4.1.311.21.10", policies},
        {"2.16.840.1.113730.1.1", netscape_type},
        {"2.16.840.1.113730.1.13", netscape_comment},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(oid, known[i].oid) == 0) {
            known[i].read(c, x);
            return true;
        }
    return false;
}
