/* x509.h - certificates, for the protocols that carry them (TLS, OCSP).  Nothing is verified here. */
#ifndef WT_PROTO_X509_X509_H
#define WT_PROTO_X509_X509_H

#include "core/proto.h"

typedef struct wt_x509_text {
    const uint8_t *p;                      /* UTF-8 from the wire; lives as long as the tape; NULL: none */
    uint32_t n;
} wt_x509_text;

/* A name: what people would call it by, and its bytes, by which names are compared. */
typedef struct wt_x509_name {
    wt_x509_text text, der;
    uint8_t rank;                          /* how good `text` is: 0 none, 1 anything, … 4 common name */
} wt_x509_name;

/* What a certificate says, in short. */
typedef struct wt_x509 {
    wt_x509_name subject, issuer;
    wt_x509_text host;                     /* the first DNS name */
    uint32_t hosts;                        /* how many DNS names */
    const char *key;                       /* "RSA", "EC P-256", …; "" if not known */
    uint32_t key_bits;                     /* 0 if the kind says it */
    char from[12], until[12];              /* "2026-01-01", "" if not known */
    bool ca;                               /* may sign others */
    bool bare;                             /* it is no certificate but a public key alone */
    bool whole;                            /* it could be read to its end */
} wt_x509;

enum { WT_X509_CHAIN = 10 };               /* certificates of one chain that are remembered */

/* Whether anybody wants anything of certificates: an item, or a headline. */
bool wt_x509_wanted(const wt_session *s);
/* The certificate, or public key alone, that c covers. */
void wt_x509_certificate(wt_cur *c, wt_x509 *x);
/* A name (RDNSequence) that c covers. */
void wt_x509_read_name(wt_cur *c, wt_x509_name *name);
/* A list of signed certificate timestamps that c covers, its length in front. */
void wt_x509_timestamps(wt_cur *c);
/* An algorithm's identifier and parameters, which c covers. */
void wt_x509_read_algorithm(wt_cur *c);
/* The time (GeneralizedTime) that c covers, in nanoseconds since 1970; false if it can't be read or told so.  `day`
 * becomes "2026-01-02", if it is not NULL. */
bool wt_x509_when(wt_cur *c, int64_t *ns, char day[12]);

/* What an OCSP response says: its status (0: there is an answer), and of the last certificate in it, the status
 * (0 good, 1 revoked, 2 unknown) and from when until when that may be relied on. */
typedef struct wt_x509_status {
    uint8_t response, certificate;
    char from[12], until[12];
} wt_x509_status;

/* OCSP, which c covers; true if it is a response. */
bool wt_x509_read_status(wt_cur *c, wt_x509_status *out);
void wt_x509_tell_status(wt_text *to, const wt_x509_status *s);
/* "shop.test, signed by Lab CA" */
void wt_x509_tell(wt_text *to, const wt_x509 *x);
/* The same of what c covers, where nothing else is wanted of it; " for " in front, or ": " if it is a key alone. */
void wt_x509_tell_again(wt_cur *c, wt_text *to);
/* Who vouches for whom, first the holder: "shop.test ← Lab CA ← Lab Root"; in arena memory, NULL if there is no
 * room. */
const char *wt_x509_chain(wt_session *s, const wt_x509 *list, uint32_t count, uint32_t *length);

#endif
