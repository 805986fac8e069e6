/* numbers.h - registries that several protocols share. */
#ifndef WT_PROTO_COMMON_NUMBERS_H
#define WT_PROTO_COMMON_NUMBERS_H

#include "core/proto.h"

extern const wt_values wt_ethertypes;      /* IEEE 802 numbers */
extern const wt_values wt_hardware_types;  /* ARP hardware types, with Linux's own */
extern const wt_values wt_ip_protocols;    /* IANA protocol numbers */

#endif
