/* claim.c - what bytes are for, put on the tape for those who add them up. */
#include "core/proto.h"

enum { LOOK_BACK = 8, KEPT_FREE = 8 * WT_USES };

static bool same(const wt_claim *a, const wt_claim *b) {
    return a->kind == WT_CLAIM_BYTES && a->use == b->use && a->was == b->was && a->dir == b->dir &&
           a->flow == b->flow && a->transport == b->transport && a->proto == b->proto && a->message == b->message &&
           a->substream == b->substream;
}

/* Near the limit messages are not told apart any more, so that there is always room for the sums. */
static void add(wt_session *s, wt_claim claim) {
    uint32_t limit = s->limit[WT_LIMIT_CLAIMS], crowd = limit > KEPT_FREE ? limit - KEPT_FREE : 0, n = s->claim_count;
    uint32_t from = n > LOOK_BACK ? n - LOOK_BACK : 0;
    if (n >= crowd) {
        wt_cur c = {.s = s, .layer = s->layer_count ? (uint8_t)(s->layer_count - 1) : 0};
        wt_limit_hit(&c, WT_LIMIT_CLAIMS);
        from = crowd;
        claim.message = claim.message || claim.substream ? WT_CLAIM_ANY_MESSAGE : 0;
        claim.substream = claim.label_len = 0;
        claim.label = NULL;
    }
    for (uint32_t i = n; i-- > from && !claim.label;) {
        if (!same(&s->claims[i], &claim))
            continue;
        s->claims[i].length += claim.length;
        s->claims[i].plain += claim.plain;
        return;
    }
    if (n < limit)
        s->claims[s->claim_count++] = claim;
}

/* Where the messages of an SCTP association lie is not told, so what they are for is not either. */
void wt_make_claim(wt_session *s, const wt_chan *ch, int dir, const wt_claim *claim) {
    if (ch->flow->kind == WT_P_SCTP)
        return;
    for (const wt_chan *c = ch; c; c = c->parent)
        if (c->body)
            return;
    wt_claim own = *claim;
    own.kind = WT_CLAIM_BYTES;
    own.transport = ch->flow->kind;
    own.flow = ch->flow->index;
    own.proto = ch->proto;
    if (!own.substream && own.message)
        own.substream = ch->substream;
    own.dir = (uint8_t)dir;
    add(s, own);
}

void wt_make_place(const wt_cur *c, enum wt_claim_kind kind, const wt_flow *flow, int dir, uint32_t n) {
    wt_session *s = c->s;
    if (s->embedded || s->claim_count == s->limit[WT_LIMIT_CLAIMS])
        return;
    s->claims[s->claim_count++] = (wt_claim){
        .kind = (uint8_t)kind, .transport = flow ? flow->kind : WT_P_COUNT, .flow = flow ? flow->index : 0,
        .dir = (uint8_t)dir, .source = c->source, .offset = c->pos, .length = n};
}

void wt_claim_resent(wt_session *s, const wt_flow *flow, int dir, uint32_t n) {
    if (s->claims && n)
        add(s, (wt_claim){.kind = WT_CLAIM_BYTES, .use = WT_USE_RESENT, .transport = flow->kind, .flow = flow->index,
                           .dir = (uint8_t)dir, .length = n});
}
