/* status.h - status codes, the same in every version of HTTP. */
#ifndef WT_PROTO_STATUS_H
#define WT_PROTO_STATUS_H

#include "core/proto.h"

extern const wt_values wt_http_codes;

#endif
