/* certificate.c - X.509 certificates: who somebody is, which key is theirs, and who says so. */
#include "proto/x509/parts.h"

#define VALUES(x) static const wt_values x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value versions_rows[] = {WT_V(0, "v1", "Without extensions."), WT_V(1, "v2", NULL),
                                         WT_V(2, "v3", "With extensions: what all use.")};
VALUES(versions);
static const wt_value name_kinds_rows[] = {WT_V(0, "rdnSequence", NULL)};
VALUES(name_kinds);
static const wt_value time_kinds_rows[] = {WT_V(0, "utcTime", NULL), WT_V(1, "generalizedTime", NULL)};
VALUES(time_kinds);
static const wt_value string_kinds_rows[] = {WT_V(0, "teletexString", NULL), WT_V(1, "printableString", NULL),
                                             WT_V(2, "universalString", NULL), WT_V(3, "bmpString", NULL),
                                             WT_V(4, "uTF8String", NULL)};
VALUES(string_kinds);
static const wt_value display_kinds_rows[] = {WT_V(0, "ia5String", NULL), WT_V(1, "visibleString", NULL),
                                              WT_V(2, "bmpString", NULL), WT_V(3, "utf8String", NULL)};
VALUES(display_kinds);
static const wt_value ec_kinds_rows[] = {WT_V(0, "specifiedCurve", NULL), WT_V(1, "namedCurve", NULL),
                                         WT_V(2, "implicitCurve", NULL)};
VALUES(ec_kinds);
static const wt_value point_kinds_rows[] = {WT_V(0, "fullName", NULL), WT_V(1, "nameRelativeToCRLIssuer", NULL)};
VALUES(point_kinds);
static const wt_value general_kinds_rows[] = {
    WT_V(0, "otherName", NULL), WT_V(1, "rfc822Name", "A mail address."), WT_V(2, "dNSName", "A host."),
    WT_V(3, "x400Address", NULL), WT_V(4, "directoryName", NULL), WT_V(5, "ediPartyName", NULL),
    WT_V(6, "uniformResourceIdentifier", NULL), WT_V(7, "iPAddress", NULL), WT_V(8, "registeredID", NULL)};
VALUES(general_kinds);
static const wt_value signatures_rows[] = {WT_V(0x0401, "rsa_pkcs1_sha256", NULL),
                                           WT_V(0x0403, "ecdsa_secp256r1_sha256", NULL)};
VALUES(signatures);

static const wt_field fields[] = {X509_FIELDS(WT_ROW)};

const wt_protocol wt_proto_x509 = {
    .info = {.name = "x509af", .title = "X.509 Certificate", .tag = "X.509",
             .why = "Ties a name to a public key; signed by somebody whom others trust.", .ref = "RFC 5280",
             .fields = fields, .field_count = WT_FIELD_COUNT},
};

bool wt_x509_wanted(const wt_session *s) {
    if (s->everything || (s->headline_wanted && !s->embedded))
        return true;
    for (uint32_t i = 0; i < (WT_FIELD_COUNT + 7) / 8; i++)
        if (s->want[((uint32_t)WT_P_X509 << WT_FID_BITS) / 8 + i])
            return true;
    return false;
}

/* ---- parts ------------------------------------------------------------------------------ */

static bool digits(const uint8_t *p, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (p[i] < '0' || p[i] > '9')
            return false;
    return true;
}

static void put_utc(wt_text *t, const uint8_t *p) {
    wt_put_s(t, p[0] >= '5' ? "19" : "20"); /* RFC 5280 §4.1.2.5.1 */
    for (uint32_t i = 0; i < 12; i += 2) {
        if (i)
            wt_put_s(t, i < 6 ? "-" : i == 6 ? " " : ":");
        wt_put_n(t, (const char *)p + i, 2);
    }
    wt_put_s(t, " (UTC)");
}

static void put_time(wt_text *t, const uint8_t *p) {
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const char *c = (const char *)p;
    unsigned month = (unsigned)(p[4] - '0') * 10 + (unsigned)(p[5] - '0');
    wt_put_s(t, month >= 1 && month <= 12 ? months[month - 1] : "???");
    wt_put_c(t, ' ');
    wt_put_c(t, c[6] == '0' ? ' ' : c[6]);
    wt_put_c(t, c[7]);
    wt_put_s(t, ", ");
    wt_put_n(t, c, 4);
    for (uint32_t i = 8; i < 14; i += 2) {
        wt_put_c(t, i == 8 ? ' ' : ':');
        wt_put_n(t, c + i, 2);
    }
    wt_put_s(t, ".000000000 UTC");
}

static void put_day(char day[12], const uint8_t *p, bool utc) {
    wt_text t = {day, 0, 11, false};
    if (utc)
        wt_put_s(&t, p[0] >= '5' ? "19" : "20");
    wt_put_n(&t, (const char *)p, utc ? 2 : 4);
    wt_put_c(&t, '-');
    wt_put_n(&t, (const char *)p + (utc ? 2 : 4), 2);
    wt_put_c(&t, '-');
    wt_put_n(&t, (const char *)p + (utc ? 4 : 6), 2);
    day[t.len] = 0;
}

void wt_x509_time(wt_der *d, wt_fid f, char day[12]) {
    enum { ROOM = 48 };
    uint32_t n;
    const uint8_t *p = wt_der_bytes(d, &n);
    bool utc = d->tag == DER_UTC_TIME;
    if (!p)
        return;
    if (n != (utc ? 13u : 15u) || !digits(p, n - 1) || p[n - 1] != 'Z') {
        wt_emit_p(&d->in, f, d->in.pos, n, p, n);
        return;
    }
    if (day)
        put_day(day, p, utc);
    char *text = wt_wants(d->in.s, f) ? wt_arena(d->in.s, ROOM) : NULL;
    if (!text)
        return;
    wt_text t = {text, 0, ROOM, false};
    if (utc)
        put_utc(&t, p);
    else
        put_time(&t, p);
    wt_emit_p(&d->in, f, d->in.pos, n, text, t.len);
}

static int64_t days_since_1970(int64_t year, int64_t month, int64_t day) {
    int64_t y = month <= 2 ? year - 1 : year, era = y / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool wt_x509_when(wt_cur *c, int64_t *ns, char day[12]) {
    if (wt_left(c) != 15 || !wt_need(c, 15))
        return false;
    const uint8_t *p = wt_here(c);
    if (!digits(p, 14) || p[14] != 'Z')
        return false;
    if (day)
        put_day(day, p, false);
    int64_t part[7];
    for (unsigned i = 0; i < 7; i++)
        part[i] = (p[2 * i] - '0') * 10 + (p[2 * i + 1] - '0');
    int64_t year = part[0] * 100 + part[1];
    if (year < 1700 || year > 2200 || part[2] < 1 || part[2] > 12 || part[3] < 1 || part[3] > 31)
        return false;
    *ns = (days_since_1970(year, part[2], part[3]) * 86400 + part[4] * 3600 + part[5] * 60 + part[6]) * 1000000000;
    return true;
}

static void rsa_pss(wt_der *d) {
    wt_node node = wt_der_open(d, F_PSS);
    wt_der box, inside;
    while (wt_der_next(&d->in, &box)) {
        if (wt_der_context(&box, 0)) {
            wt_x509_algorithm(&box.in, F_PSS_HASH, NULL);
        } else if (wt_der_context(&box, 1)) {
            wt_x509_algorithm(&box.in, F_PSS_MASK, NULL);
        } else if (wt_der_next(&box.in, &inside)) {
            wt_der_put_number(&inside, wt_der_context(&box, 2) ? F_PSS_SALT : F_PSS_TRAILER);
        }
    }
    wt_end(&d->in, node);
}

static void dss(wt_der *d) {
    static const wt_fid rows[] = {F_DSS_P, F_DSS_Q, F_DSS_G};
    wt_node node = wt_der_open(d, F_DSS);
    wt_der n;
    for (unsigned i = 0; i < 3 && wt_der_want(&d->in, DER_INTEGER, &n); i++)
        wt_der_put(&n, rows[i]);
    wt_end(&d->in, node);
}

/* What belongs to an algorithm: d is the element behind its identifier. */
static void parameters(wt_der *d, wt_der *id) {
    wt_der hash;
    if (d->tag == DER_OID && wt_der_is_oid(id, "1.2.840.10045.2.1")) {
        wt_node node = wt_der_open_u(d, F_EC_PARAMETERS, 1);
        wt_der_put(d, F_CURVE);
        wt_end(&d->in, node);
    } else if (d->tag == DER_SEQUENCE && wt_der_is_oid(id, "1.2.840.113549.1.1.10")) {
        rsa_pss(d);
    } else if (d->tag == DER_SEQUENCE && wt_der_is_oid(id, "1.2.840.10040.4.1")) {
        dss(d);
    } else if (d->tag == DER_SEQUENCE && wt_der_is_oid(id, "1.2.840.113549.1.1.8")) {
        wt_node node = wt_der_open(d, F_MASK_HASH);
        if (wt_der_want(&d->in, DER_OID, &hash))
            wt_der_put(&hash, F_ALGORITHM);
        wt_end(&d->in, node);
    }
}

static void algorithm_in(wt_cur *c, wt_x509_text *oid) {
    wt_der id, more;
    if (!wt_der_want(c, DER_OID, &id))
        return;
    wt_der_put(&id, F_ALGORITHM);
    if (oid)
        oid->p = wt_der_bytes(&id, &oid->n);
    if (wt_der_next(c, &more))
        parameters(&more, &id);
}

void wt_x509_read_algorithm(wt_cur *c) { algorithm_in(c, NULL); }

void wt_x509_algorithm(wt_cur *c, wt_fid f, wt_x509_text *oid) {
    wt_der d;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, f);
    algorithm_in(&d.in, oid);
    wt_end(&d.in, node);
}

static void name(wt_cur *c, wt_fid f, wt_fid list, wt_x509_name *to) {
    wt_der d;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open_u(&d, f, 0);
    wt_x509_rdns(&d, list, to);
    wt_end(&d.in, node);
}

static void time_of(wt_cur *c, wt_fid f, char day[12]) {
    wt_der d;
    if (!wt_der_next(c, &d))
        return;
    bool utc = d.tag == DER_UTC_TIME;
    wt_node node = wt_der_open_u(&d, f, !utc);
    wt_x509_time(&d, utc ? F_UTC_TIME : F_TIME, day);
    wt_end(&d.in, node);
}

static void validity(wt_cur *c, wt_x509 *x) {
    wt_der d;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_VALIDITY);
    time_of(&d.in, F_NOT_BEFORE, x->from);
    time_of(&d.in, F_NOT_AFTER, x->until);
    wt_end(&d.in, node);
}

/* ---- the key ---------------------------------------------------------------------------- */

static void rsa_key(wt_cur *c, wt_x509 *x) {
    wt_der d, n, e;
    if (!wt_der_if(c, DER_SEQUENCE, &d) || !wt_der_want(&d.in, DER_INTEGER, &n))
        return;
    uint32_t bytes;
    const uint8_t *p = wt_der_bytes(&n, &bytes);
    wt_der_put(&n, F_MODULUS);
    if (wt_der_want(&d.in, DER_INTEGER, &e))
        wt_der_put_number(&e, F_EXPONENT);
    while (p && bytes && !*p) {
        p++;
        bytes--;
    }
    x->key = "RSA";
    x->key_bits = bytes * 8;
    for (uint8_t top = p && bytes ? *p : 0xff; !(top & 0x80); top = (uint8_t)(top << 1))
        x->key_bits--;
}

static const char *key_kind(wt_x509_text oid, uint32_t length) {
    const wt_value *known = oid.p ? wt_oid_find(oid.p, oid.n) : NULL;
    if (!known)
        return "";
    if (strcmp(known->name, "id-ecPublicKey") == 0)
        return length == 65 ? "EC, 256 bits" : length == 97 ? "EC, 384 bits" : length == 133 ? "EC, 521 bits" : "EC";
    if (strcmp(known->name, "id-Ed25519") == 0)
        return "Ed25519";
    if (strcmp(known->name, "id-Ed448") == 0)
        return "Ed448";
    if (strcmp(known->name, "id-dsa") == 0)
        return "DSA";
    return strncmp(known->name, "id-ml-dsa", 9) == 0 ? "ML-DSA" : "";
}

static bool is_rsa(wt_x509_text oid) {
    static const uint8_t rsa[] = {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01};
    return oid.p && oid.n == sizeof rsa + 1 && memcmp(oid.p, rsa, sizeof rsa) == 0 &&
           (oid.p[8] == 1 || oid.p[8] == 10);
}

static void public_key(wt_cur *c, wt_x509 *x) {
    wt_der d, key;
    wt_x509_text oid = {0};
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_SPKI);
    wt_x509_algorithm(&d.in, F_KEY_ALGORITHM, &oid);
    if (wt_der_want(&d.in, DER_BITS, &key) && wt_der_bit_string(&key, WT_FID_NONE)) {
        x->key = key_kind(oid, wt_left(&key.in));
        wt_der_put(&key, F_KEY);
        wt_node inside = wt_parent(&key.in, F_KEY);
        if (is_rsa(oid))
            rsa_key(&key.in, x);
        wt_end(&key.in, inside);
    }
    wt_end(&d.in, node);
}

/* ---- extensions ------------------------------------------------------------------------- */

static void extension(wt_cur *c, wt_x509 *x) {
    wt_der one, id, critical, value;
    char oid[WT_OID_TEXT];
    uint32_t n;
    if (!wt_der_want(c, DER_SEQUENCE, &one))
        return;
    wt_node node = wt_der_open(&one, F_EXTENSION);
    if (wt_der_want(&one.in, DER_OID, &id)) {
        const uint8_t *p = wt_der_bytes(&id, &n);
        wt_der_put(&id, F_EXTENSION_ID);
        if (wt_der_if(&one.in, DER_BOOLEAN, &critical))
            wt_emit_u(&critical.in, F_CRITICAL, critical.in.pos, wt_left(&critical.in),
                      wt_look(&critical.in, 0, 1) != 0);
        if (wt_der_want(&one.in, DER_OCTETS, &value) && p && wt_oid_text(p, n, oid, sizeof oid) &&
            !wt_x509_extension(&value.in, oid, x))
            wt_der_put(&value, F_EXTENSION_VALUE);
    }
    wt_end(&one.in, node);
}

static void extensions(wt_der *box, wt_x509 *x) {
    wt_der list;
    if (!wt_der_want(&box->in, DER_SEQUENCE, &list))
        return;
    wt_node node = wt_der_list(&list, F_EXTENSIONS, wt_der_count(&list));
    while (wt_left(&list.in))
        extension(&list.in, x);
    wt_end(&list.in, node);
}

/* ---- in words --------------------------------------------------------------------------- */

static void put_name(wt_text *to, const wt_x509_name *n) {
    if (n->text.p)
        wt_put_wire(to, n->text.p, n->text.n < 80 ? n->text.n : 80);
    else
        wt_put_s(to, "(no name)");
}

static bool same_name(const wt_x509_name *a, const wt_x509_name *b) {
    return a->der.p && b->der.p && a->der.n == b->der.n && memcmp(a->der.p, b->der.p, a->der.n) == 0;
}

/* A site by the name that browsers look at, anybody else by the subject. */
static void put_holder(wt_text *to, const wt_x509 *x) {
    if (x->host.p && !x->ca)
        wt_put_wire(to, x->host.p, x->host.n < 80 ? x->host.n : 80);
    else
        put_name(to, &x->subject);
}

void wt_x509_tell(wt_text *to, const wt_x509 *x) {
    if (x->bare) {
        wt_put_s(to, "a bare public key");
        return;
    }
    put_holder(to, x);
    if (same_name(&x->subject, &x->issuer)) {
        wt_put_s(to, ", signed by itself");
    } else {
        wt_put_s(to, ", signed by ");
        put_name(to, &x->issuer);
    }
}

/* One line for people who want no more. */
static void summary(wt_cur *c, const wt_x509 *x) {
    enum { ROOM = 400 };
    char *p = wt_wants(c->s, F_SUMMARY) ? wt_arena(c->s, ROOM) : NULL;
    if (!p)
        return;
    wt_text t = {p, 0, ROOM, false};
    wt_x509_tell(&t, x);
    if (x->hosts > 1) {
        wt_put_s(&t, "; also for ");
        wt_put_u(&t, x->hosts - 1);
        wt_put_s(&t, x->hosts == 2 ? " more name" : " more names");
    }
    if (x->from[0] && x->until[0]) {
        wt_put_s(&t, "; from ");
        wt_put_s(&t, x->from);
        wt_put_s(&t, " until ");
        wt_put_s(&t, x->until);
    }
    if (x->key[0]) {
        wt_put_s(&t, "; key: ");
        wt_put_s(&t, x->key);
    }
    if (x->key_bits) {
        wt_put_s(&t, ", ");
        wt_put_u(&t, x->key_bits);
        wt_put_s(&t, " bits");
    }
    if (x->ca)
        wt_put_s(&t, "; may sign others");
    wt_gen_p(c, F_SUMMARY, p, t.len);
}

/* ---- all of it -------------------------------------------------------------------------- */

static void signed_part(wt_der *d, wt_x509 *x) {
    wt_der box, n;
    wt_cur *c = &d->in;
    if (wt_der_if(c, DER_CONTEXT | DER_CONSTRUCTED, &box) && wt_der_want(&box.in, DER_INTEGER, &n))
        wt_der_put_number(&n, F_VERSION);
    if (wt_der_want(c, DER_INTEGER, &n))
        wt_der_put(&n, F_SERIAL);
    wt_x509_algorithm(c, F_SIGNATURE, NULL);
    name(c, F_ISSUER, F_RDNS, &x->issuer);
    validity(c, x);
    name(c, F_SUBJECT, F_SUBJECT_RDNS, &x->subject);
    public_key(c, x);
    while (wt_der_next(c, &box)) {
        if (wt_der_context(&box, 3)) {
            extensions(&box, x);
        } else if ((wt_der_context(&box, 1) || wt_der_context(&box, 2)) && wt_der_bit_string(&box, WT_FID_NONE)) {
            wt_der_put(&box, wt_der_context(&box, 1) ? F_ISSUER_UID : F_SUBJECT_UID);
        }
    }
}

/* A key alone (RFC 7250) begins with its algorithm, a certificate with its version or serial number. */
static bool is_bare_key(const wt_cur *c) {
    uint32_t long_form = (uint32_t)wt_look(c, 1, 1), at = 2 + (long_form & 0x80 ? long_form & 7 : 0);
    return wt_look(c, at, 1) == DER_SEQUENCE && wt_look(c, at + 1, 1) < 0x80 && wt_look(c, at + 2, 1) == DER_OID;
}

void wt_x509_certificate(wt_cur *c, wt_x509 *x) {
    wt_der all, part, bits;
    *x = (wt_x509){.key = "", .bare = is_bare_key(c)};
    if (x->bare) {
        public_key(c, x);
        return;
    }
    if (!wt_der_want(c, DER_SEQUENCE, &all) || !wt_der_want(&all.in, DER_SEQUENCE, &part))
        return;
    wt_node node = wt_der_open(&part, F_SIGNED);
    signed_part(&part, x);
    wt_end(&part.in, node);
    wt_x509_algorithm(&all.in, F_ALGORITHM_AGAIN, NULL);
    if (!wt_der_want(&all.in, DER_BITS, &bits) || !wt_der_bit_string(&bits, F_PADDING))
        return;
    wt_der_put(&bits, F_ENCRYPTED);
    x->whole = !all.in.fail && !part.in.fail;
    summary(c, x);
}

/* ---- chains ----------------------------------------------------------------------------- */

/* Which of them signed `x`, of those that are not in the chain yet; count if none. */
static uint32_t signer_of(const wt_x509 *list, uint32_t count, const wt_x509 *x, const bool *used) {
    uint32_t i = 0;
    while (i < count && (used[i] || !same_name(&list[i].subject, &x->issuer)))
        i++;
    return i;
}

static void put_rest(wt_text *to, const wt_x509 *list, uint32_t count, const bool *used) {
    const char *between = "; also sent: ";
    for (uint32_t i = 0; i < count; i++) {
        if (used[i])
            continue;
        wt_put_s(to, between);
        put_holder(to, &list[i]);
        if (same_name(&list[i].subject, &list[i].issuer))
            wt_put_s(to, " (signed by itself)");
        between = ", ";
    }
}

const char *wt_x509_chain(wt_session *s, const wt_x509 *list, uint32_t count, uint32_t *length) {
    enum { ROOM = 1024 };
    bool used[WT_X509_CHAIN] = {true};
    char *p = count && count <= WT_X509_CHAIN ? wt_arena(s, ROOM) : NULL;
    if (!p)
        return NULL;
    wt_text to = {p, 0, ROOM, false};
    uint32_t now = 0;
    put_holder(&to, &list[0]);
    while (!same_name(&list[now].subject, &list[now].issuer)) {
        uint32_t next = signer_of(list, count, &list[now], used);
        wt_put_s(&to, " ← ");
        if (next == count) {
            put_name(&to, &list[now].issuer);
            wt_put_s(&to, " (not sent)");
            break;
        }
        put_holder(&to, &list[next]);
        used[next] = true;
        now = next;
    }
    if (same_name(&list[now].subject, &list[now].issuer))
        wt_put_s(&to, " (signed by itself)");
    put_rest(&to, list, count, used);
    *length = to.len;
    return p;
}
