/* secrets.h - the TLS handshakes of a step, every secret worked out from the ones before it. */
#ifndef WT_LAB_SECRETS_H
#define WT_LAB_SECRETS_H

#include "lab/page.h"
#include "lab/trace.h"

/* Tell the handshakes that were captured at a point and in a step, as `wiretale tls` does.  False: out of memory. */
bool secrets_show(page *p, const trace *t, const selection *s);

#endif
