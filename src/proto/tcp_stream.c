/* tcp_stream.c - segments put in order: the stream of bytes that each side sent.
 *
 * What arrives in order is read where it lies.  What comes early is kept, bounded, until the hole before it
 * is filled or known to stay: the first copy of a byte counts. */
#include "proto/tcp.h"

static bool channel(wt_cur *c, wt_flow *flow) {
    if (!flow->chan && !(flow->chan = wt_chan_new(c->s, flow, NULL, "Reassembled TCP")))
        wt_limit_hit(c, WT_LIMIT_POOL);
    return flow->chan;
}

static tcp_held *take_first(tcp_half *h) {
    tcp_held *w = h->held;
    h->held = w->next;
    if (!h->held)
        h->held_last = NULL;
    h->held_count--;
    h->held_bytes -= w->captured;
    return w;
}

/* ---- what was kept ---------------------------------------------------------------------- */

/* How many kept bytes follow each other without a hole, beginning at h->expect, all captured. */
static uint32_t run_length(const tcp_half *h) {
    uint32_t at = h->expect;
    for (const tcp_held *w = h->held; w && wt_seq_le(w->seq, at); w = w->next) {
        uint32_t old = at - w->seq;
        if (old >= w->len)
            continue;
        at = w->seq + (w->captured > old ? w->captured : old);
        if (w->captured < w->len)
            break;
    }
    return at - h->expect;
}

/* Move those bytes to `to` and give up the pieces.  Returns the bytes that the snap length cut off after them. */
static uint32_t move_run(wt_session *s, tcp_half *h, uint8_t *to) {
    uint32_t cut = 0;
    while (!cut && h->held && wt_seq_le(h->held->seq, h->expect)) {
        tcp_held *w = take_first(h);
        uint32_t old = h->expect - w->seq;
        if (old < w->len) {
            uint32_t n = w->captured > old ? w->captured - old : 0;
            if (to && n) {
                memcpy(to, w->data + old, n);
                to += n;
            }
            cut = w->len - old - n;
            h->expect = w->seq + w->len;
        }
        wt_pool_put(s, w, sizeof *w + w->captured);
    }
    return cut;
}

/* Deliver what is kept and now in order. */
static void drain(wt_cur *c, wt_flow *flow, int dir) {
    wt_session *s = c->s;
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    while (h->held && wt_seq_le(h->held->seq, h->expect) && channel(c, flow)) {
        uint32_t n = run_length(h);
        uint8_t *copy = n ? wt_arena(s, n) : NULL;
        uint16_t source = copy ? wt_add_source(s, "Kept TCP segments", copy, n, c->source, c->pos, 0) : 0;
        uint32_t cut = move_run(s, h, copy);
        if (source) {
            wt_cur kept = wt_over(c, source);
            kept.end = n + cut;
            wt_chan_push(&kept, flow->chan, dir);
        } else if (n + cut) {
            if (n)
                wt_limit_hit(c, copy ? WT_LIMIT_SOURCES : WT_LIMIT_ARENA);
            wt_chan_gap(s, flow->chan, dir, n + cut);
        }
    }
}

/* The bytes up to `seq` will not come: go on behind them. */
static void give_up(wt_cur *c, wt_flow *flow, int dir, uint32_t seq, const char *why) {
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    uint32_t n = seq - h->expect;
    if (!channel(c, flow))
        return;
    wt_note(c, "%u byte%s of the stream %s missing from the capture (%s): reading goes on behind %s", n,
            n == 1 ? "" : "s", n == 1 ? "is" : "are", why, n == 1 ? "it" : "them");
    wt_chan_gap(c->s, flow->chan, dir, n);
    h->expect = seq;
    drain(c, flow, dir);
}

static void give_up_all(wt_cur *c, wt_flow *flow, int dir, const char *why) {
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    while (h->held) {
        uint32_t left = h->held_count;
        give_up(c, flow, dir, h->held->seq, why);
        if (h->held_count == left)
            return;
    }
}

/* ---- keeping ---------------------------------------------------------------------------- */

static bool keep_piece(wt_session *s, tcp_half *h, tcp_held **link, uint32_t seq, const uint8_t *p, uint32_t captured,
                       uint32_t len) {
    tcp_held *w = wt_pool_get(s, sizeof *w + captured);
    if (!w)
        return false;
    w->seq = seq;
    w->len = len;
    w->captured = captured;
    w->frame = (uint32_t)s->frame->number;
    memcpy(w->data, p, captured);
    w->next = *link;
    *link = w;
    if (!w->next)
        h->held_last = w;
    h->held_count++;
    h->held_bytes += captured;
    return true;
}

/* Do both copies agree where both were captured? */
static bool agrees(const tcp_held *w, uint32_t at, const uint8_t *p, uint32_t captured, uint32_t n) {
    uint32_t from = at - w->seq, have = w->captured > from ? w->captured - from : 0;
    n = n < have ? n : have;
    n = n < captured ? n : captured;
    return memcmp(w->data + from, p, n) == 0;
}

/* Keep what c has from `seq` on, except what is kept already.  False if a limit forbids it. */
static bool keep(wt_cur *c, const wt_flow *flow, int dir, uint32_t seq) {
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    const uint8_t *p = wt_here(c);
    uint32_t at = seq, end = seq + wt_left(c), captured = wt_left_captured(c);
    bool differs = false;
    tcp_held **link = h->held_last && wt_seq_le(h->held_last->seq + h->held_last->len, seq) ? &h->held_last->next
                                                                                             : &h->held;
    while (wt_seq_lt(at, end)) {
        uint32_t done = at - seq, have = captured > done ? captured - done : 0;
        tcp_held *w = *link;
        if (w && wt_seq_le(w->seq + w->len, at)) {
            link = &w->next;
            continue;
        }
        if (w && wt_seq_le(w->seq, at)) {
            uint32_t to = wt_seq_lt(end, w->seq + w->len) ? end : w->seq + w->len;
            differs |= !agrees(w, at, p + (have ? done : 0), have, to - at);
            wt_claim_resent(c->s, flow, dir, have < to - at ? have : to - at);
            at = to;
            continue;
        }
        uint32_t to = w && wt_seq_lt(w->seq, end) ? w->seq : end;
        if (!keep_piece(c->s, h, link, at, p + (have ? done : 0), have < to - at ? have : to - at, to - at)) {
            wt_limit_hit(c, WT_LIMIT_POOL);
            return false;
        }
        at = to;
    }
    if (differs)
        wt_note(c,
                "some bytes came before with another content: the first copy counts here, but not for every receiver");
    return true;
}

static void wait_for_hole(wt_cur *c, wt_flow *flow, int dir, uint32_t seq) {
    wt_session *s = c->s;
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    uint32_t n = wt_left_captured(c);
    if (h->held_bytes + n > s->limit[WT_LIMIT_WAITING] || h->held_count + 1 >= s->limit[WT_LIMIT_SEGMENTS]) {
        wt_limit_hit(c, h->held_bytes + n > s->limit[WT_LIMIT_WAITING] ? WT_LIMIT_WAITING : WT_LIMIT_SEGMENTS);
        give_up_all(c, flow, dir, "too much waits behind them");
    }
    if (n)
        wt_emit_p(c, F_SEGMENT_DATA, c->pos, n, wt_here(c), n);
    keep(c, flow, dir, seq);
    c->pos = c->end;
}

/* ---- a segment -------------------------------------------------------------------------- */

static void data(wt_cur *c, wt_flow *flow, int dir, uint32_t seq) {
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    const tcp_half *peer = &((tcp_state *)flow->state)->half[!dir];
    if (wt_seq_lt(seq, h->expect)) {
        uint32_t old = h->expect - seq, captured = wt_left_captured(c);
        wt_claim_resent(c->s, flow, dir, old < captured ? old : captured);
        if (old >= wt_left(c)) {               /* nothing new */
            c->pos = c->end;
            return;
        }
        c->pos += old;
        if (c->cap < c->pos)
            c->cap = c->pos;
        seq = h->expect;
    }
    if (wt_seq_lt(h->expect, seq) && peer->has_ack && wt_seq_le(seq, peer->last_ack) && !h->held)
        give_up(c, flow, dir, seq, "the receiver has them");
    uint32_t n = wt_left(c);
    if (seq != h->expect || (h->held && wt_seq_lt(h->held->seq, seq + n))) {
        wait_for_hole(c, flow, dir, seq);
    } else if (channel(c, flow)) {
        h->expect += n;
        wt_chan_push(c, flow->chan, dir);
    }
    if (h->held)
        drain(c, flow, dir);
}

static void end(wt_cur *c, wt_flow *flow, int dir) {
    tcp_half *h = &((tcp_state *)flow->state)->half[dir];
    if (h->ended)
        return;
    h->ended = true;
    wt_cur empty = *c;
    empty.pos = empty.end = empty.cap = c->cap;
    if (flow->chan)
        wt_chan_close(&empty, flow->chan, dir);
}

/* Seen from the middle on: an acknowledgment told where the stream goes on, but bytes from before it may be on their
 * way again.  One byte from just before it is a keep-alive's. */
static void first_data(tcp_half *h, uint32_t seq, uint32_t n) {
    h->guessed = false;
    if (wt_seq_lt(seq, h->expect) && !(n == 1 && seq + 1 == h->expect))
        h->expect = seq;
}

void wt_tcp_deliver(wt_cur *c, tcp_segment *g) {
    tcp_half *me = &g->state->half[g->dir], *peer = &g->state->half[!g->dir];
    uint32_t seq = g->seq + ((g->flags & TH_SYN) != 0);
    if (c->s->heads_only) {
        if (g->flags & TH_RST && wt_left_captured(c))
            wt_take_rest(c, F_RESET_CAUSE);
        c->pos = c->end;
        return;
    }
    if ((!me->started && !(g->flags & TH_RST)) || ((g->flags & TH_SYN) && !g->flow->chan && !me->ended)) {
        me->started = true;
        me->guessed = !(g->flags & TH_SYN);
        me->expect = seq;
    }
    if (g->len && me->guessed)
        first_data(me, seq, g->len);
    if ((g->flags & (TH_ACK | TH_RST)) == TH_ACK && peer->held && wt_seq_lt(peer->expect, g->ack)) {
        uint32_t to = wt_seq_lt(g->ack, peer->held->seq) ? g->ack : peer->held->seq;
        give_up(c, g->flow, !g->dir, to, "the receiver has them");
    }
    if (g->flags & TH_RST) {
        if (wt_left_captured(c))
            wt_take_rest(c, F_RESET_CAUSE);
    } else if (g->len && me->started) {
        data(c, g->flow, g->dir, seq);
    }
    c->pos = c->end;
    if (g->flags & TH_FIN) {
        me->fin_seen = true;
        me->fin_seq = seq + g->len;
    }
    if (me->fin_seen && me->expect == me->fin_seq)
        end(c, g->flow, g->dir);
    if (g->flags & TH_RST) {
        for (int d = 0; d < 2; d++) {
            give_up_all(c, g->flow, d, "the connection is aborted");
            end(c, g->flow, d);
        }
    } else if (me->ended && peer->ended && g->flow->chan) {
        wt_chan_free(c->s, g->flow->chan);     /* most conversations of a long capture are over: keep little of them */
        g->flow->chan = NULL;
    }
}
