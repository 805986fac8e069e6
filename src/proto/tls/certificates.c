/* certificates.c - the messages in which the two prove who they are. */
#include "core/body.h"
#include "proto/tls/tls.h"
#include "proto/x509/x509.h"

/* ---- the chain -------------------------------------------------------------------------- */

typedef struct chain {
    wt_x509 list[WT_X509_CHAIN];
    uint32_t kept, sent;
    wt_cur first;                          /* the first one's bytes */
    bool read;                             /* they are read, not only told of */
} chain;

static void one_certificate(wt_cur *c, chain *all, uint32_t n) {
    if (!n || !wt_take_bytes(c, F_CERT, n))
        return;
    wt_node node = wt_parent(c, F_CERT);
    wt_x509 x, *to = all->kept < WT_X509_CHAIN ? &all->list[all->kept++] : &x;
    all->sent++;
    wt_cur inside = *c;
    inside.start = inside.pos = c->pos - n;
    inside.end = inside.cap = c->pos;
    if (all->sent == 1)
        all->first = inside;
    if (all->read)
        wt_x509_certificate(&inside, to);
    wt_end(c, node);
}

static void tell_chain(wt_cur *c, wt_tls *t, const chain *all) {
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    if (!all->sent) {
        wt_put_s(to, "Certificate: has none");
        return;
    }
    wt_cur first = all->first;
    if (all->read) {
        wt_put_s(to, all->list[0].bare ? "Certificate: " : "Certificate for ");
        wt_x509_tell(to, &all->list[0]);
    } else {
        wt_put_s(to, "Certificate");
        wt_x509_tell_again(&first, to);
    }
    if (all->sent > 1) {
        wt_put_s(to, ", with ");
        wt_put_u(to, all->sent - 1);
        wt_put_s(to, " more of the chain");
    }
}

/* Where no hello was seen, the lengths say which form it is. */
static bool is_13(const wt_cur *c, const wt_tls *t, bool fits_older) {
    return t->version ? wt_tls_is_13(t) : !fits_older && wt_left(c);
}

enum { BARE_KEY = 0x30 };                  /* a sequence's tag; as a length it would be more than 3 MB */

static void certificate_list(wt_cur *c, const wt_tls *t, chain *all) {
    bool tls13 = is_13(c, t, wt_look(c, 0, 3) + 3 == wt_left(c));
    if (tls13)
        wt_tls_take_some(c, F_CONTEXT, (uint32_t)wt_take(c, F_CONTEXT_LEN));
    /* Up to TLS 1.2, a key alone stands for all the list (RFC 7250 §3); else a list's first length begins here. */
    if (!tls13 && wt_look(c, 3, 1) == BARE_KEY) {
        one_certificate(c, all, (uint32_t)wt_take(c, F_CERT_LEN));
        return;
    }
    uint32_t size = (uint32_t)wt_take(c, F_CERTS_LEN);
    if (!size || c->fail)
        return;
    wt_node n = wt_begin(c, F_CERTS, size);
    wt_cur list = wt_sub(c, size);
    while (wt_left(&list)) {
        one_certificate(&list, all, (uint32_t)wt_take(&list, F_CERT_LEN));
        wt_tls_seen seen = {0};
        if (tls13)
            wt_tls_read_extensions(&list, HS_CERTIFICATE, false, &seen);
    }
    uint32_t length = 0;
    bool wanted = all->kept && !all->list[0].bare && wt_wants(c->s, F_CHAIN);
    const char *picture = wanted ? wt_x509_chain(c->s, all->list, all->kept, &length) : NULL;
    if (picture)
        wt_gen_p(c, F_CHAIN, picture, length);
    wt_end(c, n);
}

void wt_tls_certificate(wt_cur *c, wt_tls *t) {
    chain all = {.kept = 0, .read = (wt_x509_wanted(c->s) && !wt_quiet(c->s, WT_P_X509)) || wt_wants(c->s, F_CHAIN)};
    certificate_list(c, t, &all);
    tell_chain(c, t, &all);
}

/* The message as it was before it was made smaller; NULL if that can't be told. */
static uint8_t *expanded(wt_cur *c, uint64_t how, const uint8_t *p, uint32_t n, uint32_t size) {
    static const uint8_t codings[] = {WT_CODING_NONE, WT_CODING_DEFLATE, WT_CODING_BROTLI, WT_CODING_ZSTD};
    wt_session *s = c->s;
    wt_codec_memory memory = {wt_codec_get, wt_codec_put, s};
    wt_codec *codec = s->codec && how > 0 && how < sizeof codings ? s->codec->open(codings[how], &memory) : NULL;
    if (!codec)
        return NULL;
    size_t made;
    enum wt_decoded ended;
    uint8_t *out = wt_decode(c, codec, p, n, &made, &ended);
    s->codec->close(codec);
    if (ended == WT_DECODED && out && made == size)
        return out;
    if (ended != WT_DECODED_TOO_MUCH)
        wt_note(c, "these certificates can't be decompressed to the %u bytes that they should have", size);
    return NULL;
}

void wt_tls_compressed_certificate(wt_cur *c, wt_tls *t) {
    uint64_t how = wt_take(c, F_COMPRESSED_WITH);
    uint32_t size = (uint32_t)wt_take(c, F_UNCOMPRESSED_LEN), n = (uint32_t)wt_take(c, F_COMPRESSED_LEN);
    const uint8_t *p = n ? wt_take_bytes(c, F_COMPRESSED, n) : NULL;
    uint8_t *out = p ? expanded(c, how, p, n, size) : NULL;
    uint16_t source = out ? wt_add_source(c->s, "Decompressed certificates", out, size, c->source, c->pos - n, n) : 0;
    if (source) {
        wt_cur whole = wt_over(c, source);
        wt_tls_certificate(&whole, t);
        return;
    }
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, "CompressedCertificate");
}

/* ---- asking for one --------------------------------------------------------------------- */

void wt_tls_distinguished_names(wt_cur *c) {
    uint32_t size = (uint32_t)wt_take(c, F_DNAMES_LEN);
    if (!size || c->fail)
        return;
    wt_node all = wt_begin(c, F_DNAMES, size);
    wt_cur list = wt_sub(c, size);
    while (wt_left(&list)) {
        uint32_t n = (uint32_t)wt_take(&list, F_DNAME_LEN);
        wt_node node = wt_begin(&list, F_DNAME, n);
        wt_cur name = wt_sub(&list, n);
        wt_x509_name read = {.rank = 0};
        if (!list.fail && wt_x509_wanted(c->s))
            wt_x509_read_name(&name, &read);
        wt_end(&list, node);
    }
    wt_end(c, all);
}

void wt_tls_signature_list(wt_cur *c) {
    uint32_t n = (uint32_t)wt_take(c, F_SIGS_LEN);
    if (c->fail)
        return;
    wt_node node = n ? wt_begin(c, F_SIGS, n) : WT_NO_NODE;
    wt_cur items = wt_sub(c, n);
    wt_take_all(&items, F_SIG);
    wt_end(c, node);
}

static void kinds_wanted(wt_cur *c) {
    uint32_t n = (uint32_t)wt_take(c, F_CERT_TYPES_LEN);
    wt_node node = wt_begin(c, F_CERT_TYPES, n);
    wt_cur list = wt_sub(c, n);
    wt_take_all(&list, F_CERT_TYPE);
    wt_end(c, node);
}

void wt_tls_certificate_request(wt_cur *c, wt_tls *t) {
    wt_tls_seen seen = {0};
    uint64_t context = wt_look(c, 0, 1);
    if (is_13(c, t, 3 + context + wt_look(c, 1 + (uint32_t)context, 2) != wt_left(c))) {
        wt_tls_take_some(c, F_CONTEXT, (uint32_t)wt_take(c, F_CONTEXT_LEN));
        wt_tls_read_extensions(c, HS_CERTIFICATE_REQUEST, false, &seen);
    } else {
        kinds_wanted(c);
        if (t->version == 0x0303 || (!t->version && wt_look(c, 0, 2) + 2 != wt_left(c)))
            wt_tls_signature_list(c);
        wt_tls_distinguished_names(c);
    }
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, "CertificateRequest: who is the client?");
}

/* ---- proof ------------------------------------------------------------------------------ */

void wt_tls_certificate_verify(wt_cur *c, wt_tls *t) {
    if (t->version ? t->version >= 0x0303 : wt_look(c, 0, 2) + 2 != wt_left(c))
        wt_take(c, F_SIG);
    wt_tls_take_some(c, F_VERIFY_SIG, (uint32_t)wt_take(c, F_VERIFY_SIG_LEN));
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, "CertificateVerify: proves to have its key");
}

static void response(wt_cur *c, wt_x509_status *status) {
    uint32_t n = (uint32_t)wt_take(c, F_OCSP_LEN);
    if (!n || !wt_need(c, n))
        return;
    wt_emit_p(c, F_OCSP, c->pos, n, wt_here(c), n);
    wt_cur layer = wt_layer_begin(c, WT_P_OCSP, n);
    if (!layer.fail)
        wt_x509_read_status(&layer, status);
    wt_layer_end(&layer);
}

bool wt_tls_status(wt_cur *c, wt_x509_status *status) {
    uint64_t type = wt_take(c, F_STATUS_TYPE);
    wt_x509_status further;
    *status = (wt_x509_status){.certificate = 2};
    if (type == 1) {
        response(c, status);
    } else if (type == 2) {
        wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_OCSP_LIST_LEN));
        if (wt_left(&list))
            response(&list, status);
        while (wt_left(&list))
            response(&list, &further);
    }
    return (type == 1 || type == 2) && !c->fail;
}

void wt_tls_certificate_status(wt_cur *c, wt_tls *t) {
    wt_x509_status status;
    bool read = wt_tls_status(c, &status);
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, "CertificateStatus");
    if (read) {
        wt_put_s(to, ": ");
        wt_x509_tell_status(to, &status);
    }
}
