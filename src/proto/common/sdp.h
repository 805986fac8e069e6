/* sdp.h - where calls will send their sound and pictures: the media ends that a session description names. */
#ifndef WT_PROTO_COMMON_SDP_H
#define WT_PROTO_COMMON_SDP_H

#include "core/proto.h"

/* Does this UDP port belong to a protocol that sets up calls in text (SIP, MGCP, MEGACO)? */
static inline bool wt_sdp_port(uint16_t port) { return port == 5060 || port == 2427 || port == 2727 || port == 2944; }

/* Look for session descriptions (RFC 8866) in the n bytes of a message, and announce each media end to the flows. */
void wt_sdp_announce(wt_session *s, const uint8_t *p, uint32_t n);

#endif
