/* quoted.c - the packet that an ICMP or ICMPv6 error is about. */
#include "proto/common/quoted.h"

#include "core/text.h"

void wt_quoted_packet(wt_cur *c, uint32_t n, uint16_t ethertype, bool say) {
    wt_session *s = c->s;
    wt_net net = s->net;
    wt_endpoint src = s->src, dst = s->dst;
    wt_cur packet = wt_sub(c, n);
    if (wt_left_captured(&packet)) {
        s->embedded++;
        wt_next(&packet, WT_T_ETHERTYPE, ethertype);
        s->embedded--;
    }
    wt_text *t = say && s->dst.kind ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, ", for the packet to ");
        wt_put_endpoint(t, &s->dst);
    }
    s->net = net;
    s->src = src;
    s->dst = dst;
}
