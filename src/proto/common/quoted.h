/* quoted.h - the packet that an ICMP or ICMPv6 error is about. */
#ifndef WT_PROTO_COMMON_QUOTED_H
#define WT_PROTO_COMMON_QUOTED_H

#include "core/proto.h"

/* The next n bytes are the beginning of a packet of that EtherType: read as far as it is quoted, without touching
 * flows.  With `say`, the headline goes on with the packet's destination. */
void wt_quoted_packet(wt_cur *c, uint32_t n, uint16_t ethertype, bool say);

#endif
