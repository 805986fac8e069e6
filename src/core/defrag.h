/* defrag.h - put IP datagrams together from fragments (RFC 791 §3.2, RFC 815, RFC 8200 §4.5).
 *
 * Pieces are kept from the session's pool; limits: "fragments" datagrams at once, 65,535 bytes each.  Where pieces
 * overlap, the first copy of a byte wins and a note says so. */
#ifndef WT_CORE_DEFRAG_H
#define WT_CORE_DEFRAG_H

#include "core/proto.h"

typedef struct wt_fragment {
    uint32_t id;
    uint8_t protocol;                      /* 0 for IPv6, where the id alone tells datagrams apart */
    uint32_t offset;                       /* of the first byte, in the datagram's payload */
    bool more;
} wt_fragment;

typedef struct wt_whole {
    const uint8_t *data;                   /* arena memory, valid as long as the tape */
    uint32_t length, count;                /* bytes; fragments used */
    const uint64_t *frames;                /* the frame of each */
    const uint32_t *offsets, *lengths;
} wt_whole;

/* c is the fragment's payload, whole as captured; s->net tells the ends.  True when this fragment completes the
 * datagram: `whole` is then set and the pieces are forgotten. */
bool wt_defrag(wt_cur *c, const wt_fragment *f, wt_whole *whole);
void wt_defrag_free(wt_session *s);

#endif
