/* dns_pair.c - which answer belongs to which question: same conversation, same id, the other direction. */
#include "proto/dns.h"

static wt_dns_pending *find(wt_dns_pairs *pairs, uint16_t id, int dir) {
    for (uint32_t i = 1; i <= WT_DNS_PENDING; i++) {       /* the newest first */
        wt_dns_pending *p = &pairs->at[(pairs->next - i) % WT_DNS_PENDING];
        if (p->asked && p->id == id && p->dir == dir)
            return p;
    }
    return NULL;
}

static void again(wt_cur *c, wt_fid what, wt_fid first, uint64_t frame) {
    wt_item *i = wt_put(c, what, 0, 0);
    if (i)
        i->flags |= WT_I_GENERATED;
    wt_gen_u(c, first, frame);
    wt_gen_u(c, F_RETRANSMISSION, 1);
    wt_text *t = wt_tell(c);
    if (t) {
        wt_put_s(t, " (again: first in frame ");
        wt_put_u(t, frame);
        wt_put_c(t, ')');
    }
}

static void question(wt_cur *c, uint16_t id, wt_dns_pairs *pairs, int dir) {
    const wt_frame *frame = c->s->frame;
    wt_dns_pending *p = find(pairs, id, dir);
    if (p && !p->answered) {
        if (p->asked != frame->number)
            again(c, F_RETRANSMIT_REQUEST, F_RETRANSMIT_REQUEST_IN, p->asked);
        return;
    }
    if (!p)                                /* the oldest gives way */
        p = &pairs->at[pairs->next++ % WT_DNS_PENDING];
    *p = (wt_dns_pending){.asked = frame->number, .time_ns = frame->time_ns, .id = id, .dir = (uint8_t)dir};
}

static void answer(wt_cur *c, uint16_t id, wt_dns_pairs *pairs, int dir) {
    const wt_frame *frame = c->s->frame;
    wt_dns_pending *p = find(pairs, id, !dir);
    if (!p) {
        wt_gen_u(c, F_UNSOLICITED, 1);
        return;
    }
    if (p->answered && p->answered != frame->number) {
        again(c, F_RETRANSMIT_RESPONSE, F_RETRANSMIT_RESPONSE_IN, p->answered);
        return;
    }
    p->answered = frame->number;
    wt_gen_u(c, F_RESPONSE_TO, p->asked);
    if (frame->time_ns != INT64_MIN && p->time_ns != INT64_MIN)
        wt_gen_u(c, F_TIME, (uint64_t)(frame->time_ns - p->time_ns));
}

void wt_dns_pair(wt_cur *c, const wt_dns *d, wt_dns_pairs *pairs, int dir) {
    if (d->response)
        answer(c, d->id, pairs, dir);
    else
        question(c, d->id, pairs, dir);
}
