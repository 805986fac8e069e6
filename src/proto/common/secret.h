/* secret.h - which names are names of secrets: for headers, cookies, forms and JSON alike. */
#ifndef WT_PROTO_SECRET_H
#define WT_PROTO_SECRET_H

#include "core/proto.h"

/* Is this the name of something that lets its holder in: "Authorization", "api_key", "password" …? */
bool wt_is_secret(const void *name, uint32_t n);
/* Flag the item emitted last as a secret, if it is of row f. */
void wt_secret_item(wt_cur *c, wt_fid f);
/* Does the query of this address have a parameter with such a name? */
bool wt_uri_has_secret(const uint8_t *p, uint32_t n);
/* An address for a headline, at most `most` bytes of it, the values of such parameters left out unless they are to be
 * shown. */
void wt_put_uri(wt_text *t, const wt_session *s, const uint8_t *p, uint32_t n, uint32_t most);

#endif
