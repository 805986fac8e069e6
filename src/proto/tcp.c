/* tcp.c - the header of a segment, its connection, and the words about it. */
#include "proto/tcp.h"

static int64_t now_of(const wt_session *s) { return s->frame->time_ns == INT64_MIN ? 0 : s->frame->time_ns; }

/* Inside what an ICMP error quotes the sequence number is shown as it is, once. */
static bool quoted_by_icmp(const wt_session *s) { return s->embedded && s->net.family == 4; }

/* ---- the connection --------------------------------------------------------------------- */

static void free_ring(wt_session *s, tcp_half *h) {
    wt_pool_put(s, h->sent, h->sent_cap * sizeof *h->sent);
    for (tcp_held *w = h->held, *next; w; w = next) {
        next = w->next;
        wt_pool_put(s, w, sizeof *w + w->captured);
    }
}

void wt_tcp_free_state(wt_session *s, wt_flow *flow) {
    tcp_state *t = flow->state;
    free_ring(s, &t->half[0]);
    free_ring(s, &t->half[1]);
    wt_pool_put(s, t, sizeof *t);
}

static bool new_state(wt_session *s, wt_flow *flow) {
    tcp_state *t = wt_pool_get(s, sizeof *t);
    if (!t)
        return false;
    t->half[0].scale = t->half[1].scale = -1;
    t->half[0].sorted = t->half[1].sorted = true;
    t->first_time = t->last_time = now_of(s);
    flow->state = t;
    flow->free_state = wt_tcp_free_state;
    return true;
}

/* A SYN with another number than the last one begins a connection of its own; with the same number it is sent again. */
static bool begins_anew(const wt_session *s, const tcp_segment *g) {
    const tcp_state *t = g->flow->state;
    if (!t || s->embedded || (g->flags & (TH_SYN | TH_ACK)) != TH_SYN)
        return false;
    const tcp_half *h = &t->half[g->dir];
    return h->has_base && g->seq != h->base;
}

/* A segment from another capture point: is it new to the flow, or the same one seen again? */
static enum wt_kin kin_of(const wt_flow *flow, int dir, const void *packet) {
    const tcp_segment *g = packet;
    const tcp_state *t = flow->state;
    const tcp_half *h = t ? &t->half[dir] : NULL;
    if (!h || !h->has_ack)
        return WT_KIN_PART;
    if ((g->flags & (TH_SYN | TH_ACK)) == TH_SYN)
        return g->seq == h->base ? WT_KIN_VIEW : WT_KIN_NONE;
    bool repeats = !g->may_have_data && g->ack == h->last_ack && g->window == h->window;
    return wt_seq_lt(g->seq, h->next) || repeats ? WT_KIN_VIEW : WT_KIN_PART;
}

/* Another lane's connection: only how it was opened is kept, to know that later openings are the same sent again.  With
 * others it can't be told here whether the connection is counted anew. */
static void pass_by(wt_session *s, const tcp_segment *g) {
    enum { FRESH, OPENED, OTHERWISE };
    wt_flow *f = g->flow;
    bool syn = g->flags & TH_SYN, opens = (g->flags & (TH_SYN | TH_ACK)) == TH_SYN && !s->embedded;
    bool again = f->opening == OPENED && g->dir == 0 && g->seq == f->opened_at;
    if (opens && f->opening != FRESH && !again && s->numbered)
        wt_tangle(s);
    if (f->opening == FRESH) {
        f->opening = opens ? OPENED : OTHERWISE;
        f->opened_at = g->seq;
    } else if (syn && g->dir == 0 && !again) {
        f->opening = OTHERWISE;
    }
}

static void find_connection(wt_session *s, tcp_segment *g) {
    g->flow = wt_flow_get(s, WT_P_TCP, &g->dir, kin_of, g);
    if (!g->flow)
        return;
    if (s->foreign) {
        pass_by(s, g);
        return;
    }
    if (begins_anew(s, g)) {
        wt_flow_renew(s, g->flow, kin_of, g);
        g->dir = 0;
        g->reused = g->any = true;
    }
    if (!g->flow->state && !new_state(s, g->flow)) {
        g->flow = NULL;
        return;
    }
    g->state = g->flow->state;
    tcp_half *h = &g->state->half[g->dir];
    if (g->reused)
        g->ta |= TA_REUSED_PORTS;
    if (!h->has_base || !(g->flags & TH_SYN))
        return;
    if (g->flags & TH_ACK) {
        if (g->seq != h->base) {               /* an answer to another opening: count from here */
            h->base = g->seq;
            g->ta |= TA_REUSED_PORTS;
            g->any = true;
        }
    } else {
        g->any = true;
        if (!s->embedded)
            h->next = h->ackable;
    }
}

static uint8_t completeness(const tcp_segment *g) {
    uint8_t bits = g->state->complete;
    if (g->flags & TH_RST)
        bits |= 32;
    if (g->flags & TH_FIN)
        bits |= 16;
    if (g->flags & TH_SYN)
        bits |= g->flags & TH_ACK ? 2 : 1;
    else if (g->flags & TH_ACK)
        bits |= 4;
    if (g->len)
        bits |= 8;
    return bits;
}

/* Scaling is used only if both sides offered it (RFC 7323 §2.2). */
static void settle_scale(tcp_segment *g) {
    tcp_half *me = &g->state->half[g->dir], *peer = &g->state->half[!g->dir];
    if (g->has_scale)
        me->scale = (int8_t)g->scale_offered;
    if (me->scale == -1)
        me->scale = peer->scale = -2;
    else if ((g->flags & TH_ACK) && peer->scale == -2)
        me->scale = -2;
}

/* ---- items ------------------------------------------------------------------------------ */

static void show_flags(wt_cur *c) {
    static const wt_fid bits[] = {F_FLAG_CWR, F_FLAG_ECE, F_FLAG_URG, F_FLAG_ACK,
                                  F_FLAG_PUSH, F_FLAG_RST, F_FLAG_SYN, F_FLAG_FIN};
    static const char letters[] = "RRRACEUAPRSF";
    if (wt_left_captured(c) >= 2 && !wt_wants_some(c->s, F_FLAGS, F_FLAGS_STR)) {
        wt_skip(c, 2);
        return;
    }
    uint32_t at = c->pos;
    uint64_t flags = wt_look(c, 0, 2) & 0xfff;
    wt_node n = wt_begin(c, F_FLAGS, 2);
    if (!wt_skip(c, 1))
        return;
    wt_bits(c, F_FLAG_RES);
    wt_bits(c, F_FLAG_AE);
    if (!wt_skip(c, 1))
        return;
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        wt_bits(c, bits[i]);
    char *text = wt_wants(c->s, F_FLAGS_STR) ? wt_arena(c->s, 24) : NULL;
    if (text) {
        uint32_t len = 0;
        for (int i = 0; i < 12; i++) {
            if (flags >> (11 - i) & 1) {
                text[len++] = letters[i];
            } else {
                text[len++] = (char)0xc2;          /* U+00B7, a dot in the middle */
                text[len++] = (char)0xb7;
            }
        }
        wt_emit_p(c, F_FLAGS_STR, at, 2, text, len);
    }
    wt_end(c, n);
}

static void show_window(wt_cur *c, const tcp_segment *g) {
    uint32_t at = c->pos;
    int scale = g->state ? g->state->half[g->dir].scale : -1;
    wt_take(c, F_WINDOW_VALUE);
    if (c->fail)
        return;
    bool scaled = !(g->flags & TH_SYN) && scale > 0;
    wt_emit_u(c, F_WINDOW, at, 2, (uint64_t)g->window << (scaled ? scale : 0));
    if (!(g->flags & TH_SYN))
        wt_emit_u(c, F_WINDOW_SCALE, at, 2, scale < 0 ? (uint64_t)(int64_t)scale : (uint64_t)1 << scale);
}

static void show_checksum(wt_cur *c, const tcp_segment *g) {
    wt_session *s = c->s;
    uint32_t length = g->header + g->len;
    uint16_t field = (uint16_t)wt_take(c, F_CHECKSUM);
    if (c->fail || s->embedded)
        return;
    uint32_t at = c->pos - 2;
    bool noted = wt_wants(s, (wt_fid)WT_P_WIRETALE << WT_FID_BITS);
    if (!noted && !wt_wants(s, F_CHECKSUM_STATUS) && !wt_wants(s, F_CHECKSUM_CALCULATED))
        return;
    if (!g->has_len || s->net.fragment || !s->net.family || length > c->cap - g->start) {
        wt_emit_u(c, F_CHECKSUM_STATUS, at, 0, 2);
        return;
    }
    uint32_t pseudo = wt_checksum_pseudo(s, 6, length);
    uint16_t sum = wt_checksum_fold(wt_checksum_add(pseudo, c->data + g->start, length));
    wt_emit_u(c, F_CHECKSUM_STATUS, at, 0, sum == 0xffff);
    if (sum == 0xffff)
        return;
    uint32_t should = wt_checksum_fold((uint32_t)field + (uint16_t)~sum);
    wt_emit_u(c, F_CHECKSUM_CALCULATED, at, 2, should);
    if (field == wt_checksum_fold(pseudo))
        wt_note(c, "the checksum is only begun: finishing it was left to the network card (offload)");
    else
        wt_note(c, "the checksum is wrong (0x%04x, should be 0x%04x): the segment is read all the same", field, should);
}

static void show_numbers(wt_cur *c, const tcp_segment *g) {
    tcp_state *t = g->state;
    uint32_t base = t && g->has_len ? t->half[g->dir].base : 0;
    uint32_t peer = t && g->has_len && (g->flags & TH_ACK) ? t->half[!g->dir].base : 0;
    if (g->flow) {
        wt_layer_of(c)->stream = g->flow->index;
        wt_emit_u(c, F_STREAM, g->start, 0, g->flow->index);
        wt_emit_u(c, F_COMPLETENESS, g->start, 0, t->complete);
    }
    if (g->has_len) {
        wt_emit_u(c, F_LEN, g->start, 0, g->len);
        wt_emit_u(c, F_NXTSEQ, g->start, 0, g->seq - base + g->len + ((g->flags & (TH_SYN | TH_FIN)) != 0));
    }
    wt_emit_u(c, F_SEQ, c->pos, 4, g->seq - base);
    if (quoted_by_icmp(c->s))
        wt_skip(c, 4);
    else
        wt_take(c, F_SEQ_RAW);
    wt_emit_u(c, F_ACK, c->pos, 4, g->ack - peer);
    wt_take(c, F_ACK_RAW);
}

static void show_times(wt_cur *c, const tcp_segment *g) {
    wt_emit_u(c, F_TIME_RELATIVE, g->start, 0, (uint64_t)(now_of(c->s) - g->state->first_time));
    wt_emit_u(c, F_TIME_DELTA, g->start, 0, (uint64_t)(now_of(c->s) - g->state->last_time));
}

/* ---- words ------------------------------------------------------------------------------ */

static void tell_bytes(wt_text *t, const tcp_segment *g, uint32_t relative) {
    wt_put_s(t, g->ta & (TA_RETRANSMISSION | TA_FAST | TA_SPURIOUS) ? "sends again " : "sends ");
    wt_put_u(t, g->len);
    wt_put_s(t, g->len == 1 ? " byte (byte " : " bytes (bytes ");
    wt_put_u(t, relative);
    if (g->len > 1) {
        wt_put_s(t, "\xe2\x80\x93");           /* an en dash */
        wt_put_u(t, relative + g->len - 1);
    }
    wt_put_c(t, ')');
    if (g->ta & TA_OUT_OF_ORDER)
        wt_put_s(t, ", overtaken on the way");
    if (g->ta & TA_LOST)
        wt_put_s(t, "; something before it is missing");
    if (g->ta & TA_WINDOW_FULL)
        wt_put_s(t, "; the receiver has no room for more");
}

static void tell_ack(wt_text *t, const tcp_segment *g) {
    const tcp_half *peer = &g->state->half[!g->dir];
    uint32_t up_to = g->ack - peer->base;
    if (g->ta & TA_DUPLICATE_ACK) {
        wt_put_s(t, "asks again for byte ");
        wt_put_u(t, up_to);
        wt_put_s(t, " (duplicate acknowledgment ");
        wt_put_u(t, g->duplicate_num);
        wt_put_c(t, ')');
    } else if (g->ta & TA_KEEP_ALIVE_ACK) {
        wt_put_s(t, "is still there (answer to a keep-alive)");
    } else if (g->ta & TA_WINDOW_UPDATE) {
        wt_put_s(t, "has room for more again (window update)");
    } else if (up_to == 1) {
        wt_put_s(t, g->acks_frame ? "confirms: the connection is open (ACK)" : "acknowledges nothing new (ACK)");
    } else {
        bool fin = peer->fin_seen && g->ack == peer->fin_seq + 1;
        if (up_to > 1u + fin) {
            wt_put_s(t, "acknowledges everything up to byte ");
            wt_put_u(t, up_to - 1 - fin);
        }
        if (fin)
            wt_put_s(t, up_to > 2 ? ", and the FIN" : "acknowledges the FIN");
    }
    if (g->ta & TA_ZERO_WINDOW)
        wt_put_s(t, ", but has no room left (zero window)");
}

static void tell(wt_cur *c, const tcp_segment *g) {
    wt_text *t = wt_tell(c);
    if (!t || !g->state)
        return;
    uint32_t relative = g->seq - g->state->half[g->dir].base;
    if (g->flags & TH_SYN) {
        if (g->ta & (TA_RETRANSMISSION | TA_FAST))
            wt_put_s(t, "once more ");
        wt_put_s(t, g->flags & TH_ACK ? "accepts the connection (SYN, ACK)" : "wants to open a connection (SYN)");
    } else if (g->flags & TH_RST) {
        bool open = g->state->complete & (2 | 4 | 8);
        wt_put_s(t, open ? "aborts the connection (RST)" : "refuses the connection (RST)");
    } else if (g->ta & TA_KEEP_ALIVE) {
        wt_put_s(t, "asks whether the other side is still there (keep-alive)");
    } else if (g->ta & TA_ZERO_PROBE) {
        wt_put_s(t, "asks with one byte whether there is room again (zero window probe)");
    } else if (g->len) {
        tell_bytes(t, g, relative);
        if (g->flags & TH_FIN)
            wt_put_s(t, " and is done sending (FIN)");
    } else if (g->flags & TH_FIN) {
        wt_put_s(t, "is done sending (FIN)");
    } else if (g->flags & TH_ACK) {
        tell_ack(t, g);
    } else {
        wt_put_s(t, "sends a segment without data and without flags that mean anything");
    }
}

/* ---- the header's parts ------------------------------------------------------------------ */

/* From the sequence number to the urgent pointer. */
static void fixed_part(wt_cur *c, tcp_segment *g) {
    if (wt_quiet(c->s, WT_P_TCP) && g->header >= 20) {
        if (g->flow)
            wt_layer_of(c)->stream = g->flow->index;
        wt_skip(c, 16);
        return;
    }
    show_numbers(c, g);
    wt_emit_u(c, F_HDR_LEN, c->pos, 1, g->header);
    if (g->header < 20) {
        wt_malformed(c, "the header says it is %u bytes long, but 20 is the least", g->header);
        return;
    }
    show_flags(c);
    show_window(c, g);
    show_checksum(c, g);
    wt_take(c, F_URGENT);
}

/* ---- the segment ------------------------------------------------------------------------ */

static void after_header(wt_cur *c, tcp_segment *g) {
    wt_session *s = c->s;
    if (!g->state)
        return;
    if (!wt_quiet(s, WT_P_TCP)) {
        show_times(c, g);
        wt_tcp_show_analysis(c, g);
    }
    g->state->last_time = now_of(s);
    if (!g->has_len) {
        if (s->net.fragment && wt_left_captured(c)) {  /* a part of a segment: no place in the stream */
            wt_header_done(c);
            wt_take_rest(c, F_PAYLOAD);
        }
        return;
    }
    if (g->flags & TH_SYN)
        settle_scale(g);
    tell(c, g);
    g->state->complete = completeness(g);
    if (g->len && wt_left_captured(c))
        wt_emit_p(c, F_PAYLOAD, c->pos, wt_left_captured(c), wt_here(c), wt_left_captured(c));
    wt_header_done(c);
    bool acks = !g->len && (g->flags & (TH_SYN | TH_FIN | TH_RST | TH_ACK)) == TH_ACK;
    wt_claim_place(c, acks ? WT_CLAIM_ACK : WT_CLAIM_SEGMENT, g->flow, g->dir, wt_left_captured(c));
    wt_tcp_deliver(c, g);
}

void wt_tcp_dissect(wt_cur *c) {
    wt_session *s = c->s;
    tcp_segment g = {.start = c->pos};
    const uint8_t *ports = wt_quiet(s, WT_P_TCP) ? wt_skip(c, 4) : NULL;
    s->src.port = (uint16_t)(ports ? wt_load(ports, 2) : wt_take(c, F_SRCPORT));
    s->dst.port = (uint16_t)(ports ? wt_load(ports + 2, 2) : wt_take(c, F_DSTPORT));
    if (c->fail)
        return;
    s->src.has_port = s->dst.has_port = true;
    if (wt_left_captured(c) < 16) {
        bool seq = !s->embedded || wt_left_captured(c) >= 4;
        if (seq)
            wt_take(c, quoted_by_icmp(s) ? F_SEQ : F_SEQ_RAW);
        wt_need(c, seq ? 12 : 16);
        return;
    }
    const uint8_t *fixed = wt_here(c);
    g.seq = (uint32_t)wt_load(fixed, 4);
    g.ack = (uint32_t)wt_load(fixed + 4, 4);
    g.header = (uint32_t)fixed[8] >> 4 << 2;
    g.flags = (uint16_t)(wt_load(fixed + 8, 2) & 0xfff);
    g.window = (uint16_t)wt_load(fixed + 10, 2);
    uint32_t whole = wt_left(c) + 4;
    g.may_have_data = whole > g.header;
    find_connection(s, &g);
    if (s->foreign)
        return;
    if (g.header >= 20 && whole >= g.header && !s->embedded && !s->net.fragment) {
        g.has_len = true;
        g.len = whole - g.header;
    }
    if (g.state && g.has_len)
        wt_tcp_analyse(s, &g);
    fixed_part(c, &g);
    if (g.header < 20)
        return;
    wt_cur options = wt_sub(c, g.header - 20);
    wt_tcp_options(&options, &g);
    if (g.header > whole && !s->embedded) {
        wt_malformed(c, "the header says it is %u bytes long, but the packet ends before that", g.header);
        return;
    }
    after_header(c, &g);
    if (s->embedded)
        c->pos = c->end;
}
