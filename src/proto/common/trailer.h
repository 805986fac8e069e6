/* trailer.h - what a link layer's frame holds behind the packet it carries. */
#ifndef WT_PROTO_COMMON_TRAILER_H
#define WT_PROTO_COMMON_TRAILER_H

#include "core/proto.h"

typedef struct wt_trailer_rows {
    wt_fid padding, trailer;
    wt_fid fcs, fcs_status;      /* WT_FID_NONE where frames never carry one */
} wt_trailer_rows;

/* Where the Ethernet frame around a tag begins: padding is counted from there. */
uint32_t wt_ethernet_start(const wt_cur *c);
/* Run `table`/`key` over what is left in c (`link` is where the link layer's frame begins), then show what follows
 * the packet's own end: padding up to the 60 bytes that Ethernet needs, a trailer, a frame check sequence. */
void wt_payload_and_trailer(wt_cur *c, enum wt_table table, uint64_t key, uint32_t link, wt_trailer_rows rows);
/* The same for a payload whose end the link layer knows: everything from `end` on. */
void wt_trailer(wt_cur *c, uint32_t end, uint32_t link, wt_trailer_rows rows);

#endif
