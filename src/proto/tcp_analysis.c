/* tcp_analysis.c - what comparing a segment with the earlier ones of its connection shows.
 *
 * A capture point sees neither end's thoughts: that something is a retransmission, or merely late, is
 * a judgement.  The rules are those that Wireshark's users know, so that both say the same. */
#include "proto/tcp.h"

enum { FAST_NS = 20000000, LATE_NS = 3000000 };

static int64_t now_of(const wt_session *s) { return s->frame->time_ns == INT64_MIN ? 0 : s->frame->time_ns; }

/* Less than `limit` after `then`?  Where the clock went back, nothing came soon after anything. */
static bool soon_after(const wt_session *s, int64_t then, int64_t limit) {
    return (uint64_t)now_of(s) - (uint64_t)then < (uint64_t)limit;
}

/* ---- segments sent and not yet acknowledged --------------------------------------------- */

static tcp_sent *sent_at(const tcp_half *h, uint32_t i) {
    return &h->sent[(h->sent_first + i) & (h->sent_cap - 1)];
}

static void remember_sent(wt_session *s, tcp_half *h, uint32_t seq, uint32_t next) {
    if (h->sent_count >= s->limit[WT_LIMIT_SEGMENTS])
        return;
    if (h->sent_count == h->sent_cap) {
        uint32_t cap = h->sent_cap ? h->sent_cap * 2 : 2;
        tcp_sent *grown = wt_pool_get(s, cap * sizeof *grown);
        if (!grown)
            return;
        for (uint32_t i = 0; i < h->sent_count; i++)
            grown[i] = *sent_at(h, i);
        wt_pool_put(s, h->sent, h->sent_cap * sizeof *h->sent);
        h->sent = grown;
        h->sent_cap = cap;
        h->sent_first = 0;
    }
    if (h->sent_count) {
        const tcp_sent *newest = sent_at(h, h->sent_count - 1);
        if (!wt_seq_le(newest->next, seq))
            h->sorted = false;
    }
    *sent_at(h, h->sent_count++) = (tcp_sent){seq, next, (uint32_t)s->frame->number, now_of(s)};
}

static void confirm(const wt_session *s, tcp_segment *g, const tcp_sent *e) {
    g->any = true;
    g->acks_frame = e->frame;
    g->ack_rtt = now_of(s) - e->time;
}

/* Forget what `ack` covers.  In order, that is the oldest ones; else all are looked at, newest first. */
static void acknowledge(const wt_session *s, tcp_segment *g, tcp_half *peer) {
    uint32_t ack = g->ack;
    if (peer->sorted) {
        while (peer->sent_count && wt_seq_le(sent_at(peer, 0)->next, ack)) {
            if (sent_at(peer, 0)->next == ack)
                confirm(s, g, sent_at(peer, 0));
            peer->sent_first++;
            peer->sent_count--;
        }
        if (peer->sent_count && wt_seq_lt(sent_at(peer, 0)->seq, ack))
            sent_at(peer, 0)->seq = ack;
        return;
    }
    uint32_t kept = peer->sent_count;
    for (uint32_t i = peer->sent_count; i-- > 0;) {
        tcp_sent *e = sent_at(peer, i);
        if (ack == e->next) {
            confirm(s, g, e);
            continue;
        }
        if (wt_seq_lt(e->next, ack))
            continue;
        if (wt_seq_lt(e->seq, ack))
            e->seq = ack;
        *sent_at(peer, --kept) = *e;
    }
    peer->sent_first += kept;
    peer->sent_count -= kept;
    peer->sorted = true;
    for (uint32_t i = 1; i < peer->sent_count && peer->sorted; i++)
        peer->sorted = wt_seq_le(sent_at(peer, i - 1)->next, sent_at(peer, i)->seq);
}

static void bytes_in_flight(tcp_segment *g, tcp_half *me, const tcp_half *peer) {
    if (!g->len || !me->sent_count || me->flight_unknown)
        return;
    g->any = true;
    me->since_push = me->pushed ? g->len : me->since_push + g->len;
    me->pushed = (g->flags & TH_PSH) != 0;
    uint32_t first = sent_at(me, 0)->seq - me->base, last = sent_at(me, me->sent_count - 1)->next - me->base;
    bool search = !me->sorted || first > last;
    for (uint32_t i = 0; search && i < me->sent_count; i++) {
        uint32_t from = sent_at(me, i)->seq - me->base, to = sent_at(me, i)->next - me->base;
        first = from < first ? from : first;
        last = to > last ? to : last;
    }
    uint32_t flight = last - first;
    for (uint32_t i = 0; i < peer->sacks; i++)
        flight -= peer->sack[i][1] - peer->sack[i][0];
    if (flight > 0 && flight < 2000000000) {
        g->flight = flight;
        if ((g->flags & (TH_SYN | TH_FIN)) && g->flight)
            g->flight--;
        g->has_flight = g->flight > 0;
    }
}

/* ---- the rules -------------------------------------------------------------------------- */

static void set_bases(tcp_segment *g, tcp_half *me, tcp_half *peer) {
    if (!me->has_base) {
        me->base = g->flags & TH_SYN ? g->seq : g->seq - 1;
        me->has_base = true;
    }
    if (!peer->has_base && (g->flags & TH_ACK)) {
        peer->base = g->ack - 1;
        peer->has_base = true;
    }
    if (g->flags & TH_ACK)
        peer->flight_unknown = false;
}

/* What windows and acknowledgments show.  Ends early where one finding excludes the rest. */
static void judge_window(tcp_segment *g, tcp_half *me, const tcp_half *peer) {
    bool plain = !(g->flags & (TH_SYN | TH_FIN | TH_RST));
    bool at_next = g->seq == me->next;
    if (g->len == 1 && at_next && peer->window == 0 && peer->has_ack) {
        g->ta |= TA_ZERO_PROBE;
        return;
    }
    if (!g->window && plain)
        g->ta |= TA_ZERO_WINDOW;
    if (me->has_next && wt_seq_lt(me->next, g->seq) && !(g->flags & TH_RST)) {
        g->ta |= TA_LOST;
        me->flight_unknown = true;
    }
    if (g->len <= 1 && g->seq == me->next - 1 && plain)
        g->ta |= TA_KEEP_ALIVE;
    bool again = !g->len && at_next && plain;
    if (again && g->window && g->window != me->window && g->ack == me->last_ack)
        g->ta |= TA_WINDOW_UPDATE;
    uint32_t shift = peer->first_window || peer->scale < 0 ? 0 : (uint32_t)peer->scale;
    uint32_t edge = peer->last_ack + ((uint32_t)peer->window << shift);
    if (g->len && peer->scale != -1 && g->seq + g->len == edge && plain)
        g->ta |= TA_WINDOW_FULL;
    if (!again || g->window != me->window)
        return;
    bool same = g->ack == me->last_ack;
    if (g->window && same && (peer->last_flags & TA_KEEP_ALIVE)) {
        g->ta |= TA_KEEP_ALIVE_ACK;
    } else if (!g->window && same && (peer->last_flags & TA_ZERO_PROBE)) {
        g->ta |= TA_ZERO_PROBE_ACK;
    } else if (g->window && same) {
        g->ta |= TA_DUPLICATE_ACK;
        g->duplicate_num = ++me->duplicates;
        me->told_lost = false;
        g->duplicate_frame = me->ack_frame;
    }
}

static void time_of_first_copy(const wt_session *s, tcp_segment *g, const tcp_half *me) {
    g->rto = now_of(s) - me->next_time;
    g->rto_frame = me->next_frame;
    if (me->sent_count) {
        const tcp_sent *oldest = sent_at(me, 0);
        g->rto = now_of(s) - oldest->time;
        g->rto_frame = oldest->frame;
    }
}

static void judge_order(const wt_session *s, tcp_segment *g, const tcp_half *me, const tcp_half *peer) {
    if (g->ta & TA_KEEP_ALIVE)
        return;
    bool old = me->has_next && wt_seq_lt(g->seq, me->next);
    if (g->len > 1 && me->next - 1 == g->seq)
        old = false;
    if (g->len && peer->last_ack && wt_seq_le(g->seq + g->len, peer->last_ack)) {
        g->ta |= TA_SPURIOUS;
        return;
    }
    if (!old)
        return;
    /* Where the capture misses segments of this side, it may miss duplicate acknowledgments, too. */
    bool asked = peer->duplicates >= 2 || peer->told_lost;
    if (asked && soon_after(s, peer->ack_time, FAST_NS) && peer->last_ack == g->seq) {
        g->ta |= TA_FAST;
        return;
    }
    int64_t late = g->state->rtt ? g->state->rtt : LATE_NS;
    if (soon_after(s, me->next_time, late) && me->next != g->seq + g->len + ((g->flags & (TH_SYN | TH_FIN)) != 0)) {
        g->ta |= TA_OUT_OF_ORDER;
        return;
    }
    g->ta |= TA_RETRANSMISSION;
    time_of_first_copy(s, g, me);
}

/* Acknowledged, but never captured: told once for all that the capture has, and then once for each
 * acknowledgment that the other side sends. */
static void judge_acknowledged_hole(tcp_segment *g, tcp_half *peer) {
    g->any = true;
    if (wt_seq_lt(peer->ackable, peer->next)) {
        peer->ackable = peer->next;
        g->ta |= TA_ACK_LOST;
        return;
    }
    if (!peer->duplicates && !peer->told_lost)
        g->ta |= TA_ACK_LOST;
    peer->duplicates = 0;
    peer->told_lost = true;
}

static void measure_opening(const wt_session *s, tcp_segment *g) {
    tcp_state *t = g->state;
    if (g->flags & TH_SYN) {
        if (!(g->flags & TH_ACK))
            t->syn_time = now_of(s);
        return;
    }
    if (!t->rtt && t->syn_time && (g->flags & TH_ACK))
        t->rtt = now_of(s) - t->syn_time;
}

static void remember(const wt_session *s, tcp_segment *g, tcp_half *me, uint32_t next) {
    bool probe = g->ta & TA_ZERO_PROBE;
    if (!probe && (!me->has_next || wt_seq_lt(me->next, next))) {
        me->next = next;
        me->has_next = next != 0;
        me->next_frame = (uint32_t)s->frame->number;
        me->next_time = now_of(s);
    }
    if (!probe && (!me->has_ackable || g->seq == me->ackable)) {
        me->ackable = me->next;
        me->has_ackable = me->next != 0;
    }
    me->window = g->window;
    me->last_ack = g->ack;
    me->has_ack = true;
    me->ack_time = now_of(s);
    me->last_flags = (uint16_t)g->ta;
    if (g->flags & (TH_SYN | TH_ACK))
        me->first_window = (g->flags & TH_SYN) != 0;
}

void wt_tcp_analyse(wt_session *s, tcp_segment *g) {
    tcp_half *me = &g->state->half[g->dir], *peer = &g->state->half[!g->dir];
    bool counts = g->len || (g->flags & (TH_SYN | TH_FIN));
    me->sacks = 0;
    set_bases(g, me, peer);
    judge_window(g, me, peer);
    if (g->ack != me->last_ack) {
        me->ack_frame = (uint32_t)s->frame->number;
        me->duplicates = 0;
        me->told_lost = false;
    }
    if (peer->has_ackable && (g->flags & TH_ACK) && wt_seq_lt(peer->ackable, g->ack))
        judge_acknowledged_hole(g, peer);
    if (counts)
        judge_order(s, g, me, peer);
    uint32_t next = g->seq + g->len + ((g->flags & (TH_SYN | TH_FIN)) != 0);
    if (counts)
        remember_sent(s, me, g->seq, next);
    remember(s, g, me, next);
    acknowledge(s, g, peer);
    if (!wt_quiet(s, WT_P_TCP))            /* only for show */
        bytes_in_flight(g, me, peer);
    measure_opening(s, g);
    g->any |= g->ta != 0;
}

/* ---- items ------------------------------------------------------------------------------ */

static void show_flags(wt_cur *c, const tcp_segment *g) {
    static const struct {
        uint32_t flag;
        wt_fid field;
    } rows[] = {
        {TA_RETRANSMISSION, F_A_RETRANSMISSION}, {TA_FAST, F_A_FAST}, {TA_FAST, F_A_RETRANSMISSION},
        {TA_SPURIOUS, F_A_SPURIOUS}, {TA_SPURIOUS, F_A_RETRANSMISSION}, {TA_OUT_OF_ORDER, F_A_OUT_OF_ORDER},
        {TA_REUSED_PORTS, F_A_REUSED_PORTS}, {TA_LOST, F_A_LOST}, {TA_ACK_LOST, F_A_ACK_LOST},
        {TA_WINDOW_UPDATE, F_A_WINDOW_UPDATE}, {TA_WINDOW_FULL, F_A_WINDOW_FULL}, {TA_KEEP_ALIVE, F_A_KEEP_ALIVE},
        {TA_KEEP_ALIVE_ACK, F_A_KEEP_ALIVE_ACK}, {TA_DUPLICATE_ACK, F_A_DUPLICATE_ACK},
        {TA_ZERO_WINDOW, F_A_ZERO_WINDOW}, {TA_ZERO_PROBE, F_A_ZERO_PROBE}, {TA_ZERO_PROBE_ACK, F_A_ZERO_PROBE_ACK},
    };
    wt_emit_u(c, F_A_FLAGS, g->start, 0, 0);
    wt_node n = wt_parent(c, F_A_FLAGS);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (g->ta & rows[i].flag)
            wt_emit_u(c, rows[i].field, g->start, 0, 0);
    if (n != WT_NO_NODE)
        wt_end(c, n);
    if (g->ta & TA_DUPLICATE_ACK) {
        wt_emit_u(c, F_DUPLICATE_NUM, g->start, 0, g->duplicate_num);
        wt_emit_u(c, F_DUPLICATE_FRAME, g->start, 0, g->duplicate_frame);
    }
    if ((g->ta & TA_RETRANSMISSION) && g->rto) {
        wt_emit_u(c, F_RTO, g->start, 0, (uint64_t)g->rto);
        wt_emit_u(c, F_RTO_FRAME, g->start, 0, g->rto_frame);
    }
}

void wt_tcp_show_analysis(wt_cur *c, const tcp_segment *g) {
    if (!g->any)
        return;
    wt_emit_u(c, F_ANALYSIS, g->start, 0, 0);
    wt_node n = wt_parent(c, F_ANALYSIS);
    if (g->acks_frame) {
        wt_emit_u(c, F_ACKS_FRAME, g->start, 0, g->acks_frame);
        if (g->ack_rtt)
            wt_emit_u(c, F_ACK_RTT, g->start, 0, (uint64_t)g->ack_rtt);
    }
    if (g->state->rtt)
        wt_emit_u(c, F_INITIAL_RTT, g->start, 0, (uint64_t)g->state->rtt);
    if (g->has_flight) {
        wt_emit_u(c, F_BYTES_IN_FLIGHT, g->start, 0, g->flight);
        wt_emit_u(c, F_PUSH_BYTES, g->start, 0, g->state->half[g->dir].since_push);
    }
    if (g->ta)
        show_flags(c, g);
    if (n != WT_NO_NODE)
        wt_end(c, n);
}
