/* base64.h - bytes written as letters (RFC 4648): both alphabets, with or without "=" at the end. */
#ifndef WT_PROTO_BASE64_H
#define WT_PROTO_BASE64_H

#include "core/proto.h"

/* The n letters at p as bytes in arena memory, *made of them.  NULL if it is no Base64, is empty, or memory is out. */
const uint8_t *wt_base64(wt_session *s, const uint8_t *p, uint32_t n, uint32_t *made);

#endif
