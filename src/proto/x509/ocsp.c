/* ocsp.c - Online Certificate Status Protocol: was this certificate taken back?  Asked over HTTP, or answered at once
 * in a TLS handshake. */
#include "proto/x509/der.h"
#include "proto/x509/ocsp_fields.h"
#include "proto/x509/x509.h"

WT_FIELD_IDS(OCSP, OCSP_FIELDS)

#define VALUES(x) static const wt_values x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value statuses_rows[] = {
    WT_V(0, "successful", "There is an answer."), WT_V(1, "malformedRequest", "The question could not be read."),
    WT_V(2, "internalError", "The responder has a problem of its own."), WT_V(3, "tryLater", "Ask again later."),
    WT_V(5, "sigRequired", "The question has to be signed."),
    WT_V(6, "unauthorized", "This responder may not answer that.")};
VALUES(statuses);
static const wt_value responders_rows[] = {WT_V(1, "byName", NULL), WT_V(2, "byKey", NULL)};
VALUES(responders);
static const wt_value names_rows[] = {WT_V(0, "rdnSequence", NULL)};
VALUES(names);
static const wt_value cert_statuses_rows[] = {WT_V(0, "good", "The signer did not take it back."),
                                              WT_V(1, "revoked", "The signer took it back: do not trust it."),
                                              WT_V(2, "unknown", "The responder does not know it.")};
VALUES(cert_statuses);
static const wt_value reasons_rows[] = {
    WT_V(0, "unspecified", NULL), WT_V(1, "keyCompromise", "Somebody else has the private key."),
    WT_V(2, "cACompromise", "Somebody else has the signer's private key."),
    WT_V(3, "affiliationChanged", "The name no longer fits the holder."),
    WT_V(4, "superseded", "There is a newer certificate."), WT_V(5, "cessationOfOperation", "It is no longer needed."),
    WT_V(6, "certificateHold", "It is suspended for now."), WT_V(8, "removeFromCRL", "The suspension is over."),
    WT_V(9, "privilegeWithdrawn", "The holder may no longer do what it stands for."), WT_V(10, "aACompromise", NULL)};
VALUES(reasons);

static const wt_field fields[] = {OCSP_FIELDS(WT_ROW)};

/* ---- parts ------------------------------------------------------------------------------ */

static void algorithm(wt_cur *c, wt_fid f) {
    wt_der d;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, f);
    wt_x509_read_algorithm(&d.in);
    wt_end(&d.in, node);
}

static void time_of(wt_der *d, wt_fid f, char day[12]) {
    int64_t ns;
    if (wt_x509_when(&d->in, &ns, day))
        wt_emit_u(&d->in, f, d->in.pos, wt_left(&d->in), (uint64_t)ns);
}

static void certificate_id(wt_cur *c, wt_fid f) {
    wt_der d, part;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, f);
    algorithm(&d.in, F_HASH);
    if (wt_der_want(&d.in, DER_OCTETS, &part))
        wt_der_put(&part, F_NAME_HASH);
    if (wt_der_want(&d.in, DER_OCTETS, &part))
        wt_der_put(&part, F_KEY_HASH);
    if (wt_der_want(&d.in, DER_INTEGER, &part))
        wt_der_put(&part, F_SERIAL);
    wt_end(&d.in, node);
}

static void revoked(wt_der *d) {
    wt_der t, box, why;
    wt_node node = wt_der_list(d, F_REVOKED, 0);
    if (wt_der_want(&d->in, DER_TIME, &t))
        time_of(&t, F_REVOKED_AT, NULL);
    if (wt_der_next(&d->in, &box) && wt_der_context(&box, 0) && wt_der_want(&box.in, DER_ENUMERATED, &why))
        wt_der_put_number(&why, F_REASON);
    wt_end(&d->in, node);
}

static void single(wt_cur *c, wt_x509_status *out) {
    wt_der d, part, t;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_SINGLE);
    certificate_id(&d.in, F_CERT_ID);
    if (wt_der_next(&d.in, &part)) {
        uint8_t kind = part.tag & 0x1f;
        out->certificate = kind;
        wt_node inside = wt_der_list(&part, F_CERT_STATUS, kind);
        if (kind == 1)
            revoked(&part);
        else
            wt_end(&part.in, wt_der_list(&part, kind == 0 ? F_GOOD : F_UNKNOWN, 0));
        wt_end(&part.in, inside);
    }
    if (wt_der_want(&d.in, DER_TIME, &t))
        time_of(&t, F_THIS_UPDATE, out->from);
    while (wt_der_next(&d.in, &part))
        if (wt_der_context(&part, 0) && wt_der_want(&part.in, DER_TIME, &t))
            time_of(&t, F_NEXT_UPDATE, out->until);
    wt_end(&d.in, node);
}

static void responder(wt_der *box) {
    uint8_t kind = box->tag & 0x1f;
    wt_der d;
    wt_node node = wt_der_list(box, F_RESPONDER, kind);
    if (kind == 2 && wt_der_want(&box->in, DER_OCTETS, &d)) {
        wt_der_put(&d, F_BY_KEY);
    } else if (kind == 1) {
        wt_x509_name name = {.rank = 0};
        wt_node inside = wt_der_list(box, F_BY_NAME, 0);
        wt_x509_read_name(&box->in, &name);
        wt_end(&box->in, inside);
    }
    wt_end(&box->in, node);
}

/* ---- a response ------------------------------------------------------------------------- */

static void signed_part(wt_cur *c, wt_x509_status *out) {
    wt_der d, part;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_TBS);
    if (wt_der_next(&d.in, &part) && wt_der_context(&part, 0)) /* the version */
        wt_der_next(&d.in, &part);
    if (!d.in.fail && (wt_der_context(&part, 1) || wt_der_context(&part, 2)))
        responder(&part);
    if (wt_der_want(&d.in, DER_TIME, &part))
        time_of(&part, F_PRODUCED, NULL);
    if (wt_der_want(&d.in, DER_SEQUENCE, &part)) {
        wt_node list = wt_der_list(&part, F_RESPONSES, wt_der_count(&part));
        while (wt_left(&part.in))
            single(&part.in, out);
        wt_end(&part.in, list);
    }
    wt_end(&d.in, node);
}

static void signers(wt_cur *c) {
    wt_der list, one;
    wt_x509 x;
    if (!wt_der_want(c, DER_SEQUENCE, &list))
        return;
    wt_node node = wt_der_list(&list, F_CERTS, wt_der_count(&list));
    while (wt_left(&list.in)) {
        wt_cur whole = list.in;
        if (!wt_der_next(&list.in, &one))
            break;
        wt_node inside = wt_der_open(&one, F_CERT);
        whole.end = whole.cap = list.in.pos;
        wt_x509_certificate(&whole, &x);
        wt_end(&list.in, inside);
    }
    wt_end(&list.in, node);
}

static void basic(wt_cur *c, wt_x509_status *out) {
    wt_der d, part;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_BASIC);
    signed_part(&d.in, out);
    algorithm(&d.in, F_SIGNATURE_ALGORITHM);
    if (wt_der_want(&d.in, DER_BITS, &part) && wt_der_bit_string(&part, WT_FID_NONE))
        wt_der_put(&part, F_SIGNATURE);
    if (wt_der_next(&d.in, &part) && wt_der_context(&part, 0))
        signers(&part.in);
    wt_end(&d.in, node);
}

static void response(wt_der *d, wt_x509_status *out) {
    wt_der box, part;
    uint64_t status = 0;
    if (!wt_der_want(&d->in, DER_ENUMERATED, &part))
        return;
    wt_der_put_number(&part, F_STATUS);
    if (wt_der_number(&part, &status))
        out->response = (uint8_t)status;
    if (!wt_der_next(&d->in, &box) || !wt_der_context(&box, 0) || !wt_der_want(&box.in, DER_SEQUENCE, &box))
        return;
    wt_node node = wt_der_open(&box, F_BYTES);
    if (wt_der_want(&box.in, DER_OID, &part)) {
        wt_der_put(&part, F_TYPE);
        bool is_basic = wt_der_is_oid(&part, "1.3.6.1.5.5.7.48.1.1");
        if (is_basic && wt_der_want(&box.in, DER_OCTETS, &part))
            basic(&part.in, out);
    }
    wt_end(&box.in, node);
}

/* ---- a request -------------------------------------------------------------------------- */

static void question(wt_cur *c) {
    wt_der d;
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return;
    wt_node node = wt_der_open(&d, F_ONE_REQUEST);
    certificate_id(&d.in, F_ASKED);
    wt_end(&d.in, node);
}

static void request(wt_der *tbs) {
    wt_der part, list;
    wt_node node = wt_der_open(tbs, F_REQUEST);
    while (wt_der_next(&tbs->in, &part)) {
        if (part.tag == DER_SEQUENCE) {
            wt_node all = wt_der_list(&part, F_REQUESTS, wt_der_count(&part));
            while (wt_left(&part.in))
                question(&part.in);
            wt_end(&part.in, all);
        } else if (wt_der_context(&part, 2) && wt_der_want(&part.in, DER_SEQUENCE, &list)) {
            wt_end(&list.in, wt_der_list(&list, F_REQUEST_EXTENSIONS, wt_der_count(&list)));
        }
    }
    wt_end(&tbs->in, node);
}

/* ---- both ------------------------------------------------------------------------------- */

void wt_x509_tell_status(wt_text *to, const wt_x509_status *s) {
    if (s->response) {
        wt_put_s(to, "no answer on revocation: ");
        const wt_value *row = wt_value_find(&statuses, s->response);
        wt_put_s(to, row ? row->name : "an unknown error");
        return;
    }
    wt_put_s(to, s->certificate == 0 ? "not revoked" : s->certificate == 1 ? "revoked" : "unknown to the responder");
    if (s->until[0]) {
        wt_put_s(to, ", good until ");
        wt_put_s(to, s->until);
    }
}

bool wt_x509_read_status(wt_cur *c, wt_x509_status *out) {
    wt_der d;
    *out = (wt_x509_status){.certificate = 2};
    if (!wt_der_want(c, DER_SEQUENCE, &d))
        return false;
    if (wt_look(&d.in, 0, 1) == DER_ENUMERATED) {
        response(&d, out);
        return true;
    }
    if (wt_der_want(&d.in, DER_SEQUENCE, &d))
        request(&d);
    return false;
}

static void dissect(wt_cur *c) {
    wt_x509_status status;
    bool answer = wt_x509_read_status(c, &status);
    wt_text *to = c->fail ? NULL : wt_tell(c);
    if (to && answer)
        wt_x509_tell_status(to, &status);
    else if (to)
        wt_put_s(to, "asks whether a certificate was revoked");
}

static const wt_binding bindings[] = {{WT_T_MEDIA_TYPE, 0, "application/ocsp-response"},
                                      {WT_T_MEDIA_TYPE, 0, "application/ocsp-request"}};

const wt_protocol wt_proto_ocsp = {
    .info = {.name = "ocsp", .title = "Online Certificate Status Protocol", .tag = "OCSP",
             .why = "Says whether a certificate was taken back before its time.", .ref = "RFC 6960",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
