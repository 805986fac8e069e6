/* parts.h - what the files of certificates share. */
#ifndef WT_PROTO_X509_PARTS_H
#define WT_PROTO_X509_PARTS_H

#include "proto/x509/der.h"
#include "proto/x509/fields.h"
#include "proto/x509/x509.h"

WT_FIELD_IDS(X509, X509_FIELDS)

/* The next element of c: an algorithm, under the heading `f`.  Its identifier's bytes are copied to *oid. */
void wt_x509_algorithm(wt_cur *c, wt_fid f, wt_x509_text *oid);
/* A time of either kind, its text as "2026-01-02 03:04:05 (UTC)" or "Jan  2, 2026 03:04:05.000000000 UTC". */
void wt_x509_time(wt_der *d, wt_fid f, char day[12]);
/* The name whose parts d has; `f` is its heading's row. */
void wt_x509_rdns(wt_der *d, wt_fid f, wt_x509_name *name);
/* One general name under the heading `f`; `x` may be NULL. */
void wt_x509_general_name(wt_der *d, wt_fid f, wt_x509 *x);
/* Several of them, which d has, under the heading `f`. */
void wt_x509_general_names(wt_der *d, wt_fid f, wt_x509 *x);
/* A part of a name that stands for all of it, the rest being the issuer's. */
void wt_x509_relative_name(wt_der *d);
/* An attribute of the holder that the element has: its kind and its values. */
void wt_x509_fact(wt_der *one);
/* What is in the extension of that identifier; false if such are not taken apart. */
bool wt_x509_extension(wt_cur *c, const char *oid, wt_x509 *x);

#endif
