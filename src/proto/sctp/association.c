/* association.c - what is remembered of an association, and messages put together from their parts (RFC 9260 §6.9). */
#include "proto/sctp/sctp.h"

enum { CHUNK_DATA = 0, CHUNK_INIT = 1, CHUNK_SACK = 3, CHUNK_I_DATA = 64, BEGINS = 2, ENDS = 1, OVERTAKES = 4 };

/* ---- the association --------------------------------------------------------------------- */

static wt_sctp_part *part_free(wt_session *s, wt_sctp_part *p) {
    wt_sctp_part *next = p->next;
    wt_pool_put(s, p, sizeof *p + p->length);
    return next;
}

void wt_sctp_forget_parts(wt_session *s, wt_sctp_way *w) {
    while (w->list)
        w->list = part_free(s, w->list);
    w->waiting = w->parts = 0;
}

static void free_state(wt_session *s, wt_flow *flow) {
    wt_sctp_state *t = flow->state;
    wt_sctp_forget_parts(s, &t->way[0]);
    wt_sctp_forget_parts(s, &t->way[1]);
    wt_pool_put(s, t, sizeof *t);
}

/* A packet from another capture point: the way back that was not seen yet, or what was seen already? */
static enum wt_kin kin_of(const wt_flow *flow, int dir, const void *packet) {
    (void)packet;
    const wt_sctp_state *t = flow->state;
    return t && t->way[dir].seen ? WT_KIN_VIEW : WT_KIN_PART;
}

/* The same ports again: an association is set up after data was sent, or its packets carry another secret. */
static bool begins_anew(const wt_sctp_way *w, uint32_t tag, uint32_t chunk) {
    if (chunk == CHUNK_INIT)
        return w->started;
    return (chunk == CHUNK_DATA || chunk == CHUNK_SACK) && w->tagged && w->tag != tag;
}

void wt_sctp_find(wt_cur *c, wt_sctp *g, uint32_t tag, uint32_t chunk) {
    wt_session *s = c->s;
    g->flow = wt_flow_get(s, WT_P_SCTP, &g->dir, kin_of, NULL);
    if (!g->flow)
        return;
    g->state = g->flow->state;
    if (g->state && begins_anew(&g->state->way[g->dir], tag, chunk)) {
        wt_flow_renew(s, g->flow, kin_of, NULL);
        g->dir = 0;
        g->state = NULL;
    }
    if (!g->state) {
        g->state = g->flow->state = wt_pool_get(s, sizeof *g->state);
        g->flow->free_state = free_state;
    }
    if (!g->state)
        return;
    wt_sctp_way *w = &g->state->way[g->dir];
    w->seen = true;
    if (chunk == CHUNK_DATA || chunk == CHUNK_SACK) {
        w->tagged = true;
        w->tag = tag;
    }
}

/* ---- data -------------------------------------------------------------------------------- */

static int64_t now_of(const wt_session *s) { return s->frame->time_ns == INT64_MIN ? 0 : s->frame->time_ns; }

/* Remember that this was sent; true if it was before. */
static bool sent_before(wt_cur *c, wt_sctp_way *w, uint32_t tsn) {
    wt_sctp_sent *sent = &w->sent[tsn & (WT_SCTP_SENT - 1)];
    if (sent->used && sent->tsn == tsn) {
        wt_gen_u(c, F_AGAIN, sent->frame);
        wt_gen_u(c, F_AGAIN_TIME, (uint64_t)(now_of(c->s) - sent->time));
        return true;
    }
    *sent = (wt_sctp_sent){.tsn = tsn, .used = true, .frame = c->s->frame->number, .time = now_of(c->s)};
    return false;
}

/* A stream protocol that the ports name reads the messages of the first stream in order; what else there is, is
 * data. */
static void deliver(wt_cur *c, const wt_sctp *g, uint32_t sid, bool fresh) {
    wt_session *s = c->s;
    uint16_t a = s->src.port, b = s->dst.port;
    int proto = wt_bound(s, WT_T_TCP_PORT, a < b ? a : b);
    if (proto < 0)
        proto = wt_bound(s, WT_T_TCP_PORT, a < b ? b : a);
    if (!g->state || sid || !fresh || proto < 0 || !wt_protocols[proto]->stream) {
        wt_run(c, WT_P_DATA);
        return;
    }
    wt_header_done(c);
    if (!g->flow->chan)
        g->flow->chan = wt_chan_new(s, g->flow, NULL, "SCTP Stream");
    if (g->flow->chan)
        wt_chan_push(c, g->flow->chan, g->dir);
}

static bool keep(wt_cur *c, wt_sctp_way *w, uint32_t tsn, uint32_t sid, uint32_t flags) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(c);
    if (n != wt_left(c))
        return false;
    if (w->parts >= s->limit[WT_LIMIT_SEGMENTS] || w->waiting + n > s->limit[WT_LIMIT_MESSAGE]) {
        wt_limit_hit(c, w->parts >= s->limit[WT_LIMIT_SEGMENTS] ? WT_LIMIT_SEGMENTS : WT_LIMIT_MESSAGE);
        wt_sctp_forget_parts(s, w);
    }
    wt_sctp_part *p = wt_pool_buffer(s, sizeof *p + n);
    if (!p)
        return false;
    *p = (wt_sctp_part){
        .tsn = tsn, .sid = (uint16_t)sid, .flags = (uint8_t)flags, .length = n, .frame = s->frame->number};
    memcpy(p->bytes, wt_here(c), n);
    wt_sctp_part **at = &w->list;
    while (*at && (int32_t)((*at)->tsn - tsn) < 0)
        at = &(*at)->next;
    p->next = *at;
    *at = p;
    w->parts++;
    w->waiting += n;
    return true;
}

/* The first part of the message that `tsn` belongs to, if all of it is there; *size is its length. */
static wt_sctp_part **whole(wt_sctp_way *w, uint32_t tsn, uint32_t *size) {
    wt_sctp_part **first = NULL;
    uint32_t next = 0;
    for (wt_sctp_part **at = &w->list; *at; at = &(*at)->next) {
        wt_sctp_part *p = *at;
        if (p->flags & BEGINS) {
            first = at;
            *size = 0;
        } else if (first && (p->tsn != next || p->sid != (*first)->sid)) {
            first = NULL;
        }
        next = p->tsn + 1;
        *size += p->length;
        if (first && p->flags & ENDS) {
            if ((int32_t)(tsn - (*first)->tsn) >= 0 && (int32_t)(p->tsn - tsn) >= 0)
                return first;
            first = NULL;
        }
    }
    return NULL;
}

/* List the parts, and put their bytes side by side. */
static uint8_t *gather(wt_cur *c, wt_sctp_way *w, wt_sctp_part **first, uint32_t size) {
    uint8_t *bytes = wt_arena(c->s, size ? size : 1), *to = bytes;
    wt_node n = wt_begin(c, F_FRAGMENTS, wt_left_captured(c));
    for (bool last = false; !last;) {
        wt_sctp_part *p = *first;
        last = p->flags & ENDS;
        wt_emit_u(c, F_FRAGMENT, c->pos, 0, p->frame);
        if (bytes)
            memcpy(to, p->bytes, p->length);
        to = bytes ? to + p->length : NULL;
        w->parts--;
        w->waiting -= p->length;
        *first = part_free(c->s, p);
    }
    wt_end(c, n);
    return bytes;
}

static bool known(const wt_sctp *g, uint32_t tsn) {
    const wt_sctp_sent *sent = g->state ? &g->state->way[g->dir].sent[tsn & (WT_SCTP_SENT - 1)] : NULL;
    return sent && sent->used && sent->tsn == tsn;
}

typedef struct amount {
    uint32_t messages, parts, bytes, again;
} amount;

/* All data of the packet, by the heads of its chunks. */
static amount amount_of(wt_cur c, const wt_sctp *g) {
    amount sum = {0};
    while (wt_left_captured(&c) >= 8) {
        uint32_t type = (uint32_t)wt_look(&c, 0, 1), flags = (uint32_t)wt_look(&c, 1, 1);
        uint32_t length = (uint32_t)wt_look(&c, 2, 2), head = type == CHUNK_I_DATA ? 20 : 16;
        if ((type == CHUNK_DATA || type == CHUNK_I_DATA) && length >= head) {
            ++*((flags & (BEGINS | ENDS)) == (BEGINS | ENDS) ? &sum.messages : &sum.parts);
            sum.bytes += length - head;
            sum.again += known(g, (uint32_t)wt_look(&c, 4, 4));
        }
        if (length < 4 || length > wt_left_captured(&c))
            break;
        wt_skip(&c, length);
        wt_skip(&c, wt_left_captured(&c) < (-length & 3) ? wt_left_captured(&c) : -length & 3);
    }
    return sum;
}

/* Said at the first piece of data, for all of them; what the messages hold may have better words. */
static void tell_data(wt_cur *c, wt_sctp *g) {
    if (g->data_told || !c->s->headline_wanted)
        return;
    g->data_told = true;
    amount sum = amount_of(g->packet, g);
    uint32_t n = sum.messages + sum.parts;
    wt_text *t = n ? wt_sctp_tell(c, g, "sends ") : NULL;
    if (!t)
        return;
    if (n == 1) {
        wt_put_s(t, sum.parts ? "a part of a message, " : "a message of ");
    } else {
        wt_put_u(t, n);
        wt_put_s(t, !sum.parts ? " messages, " : sum.messages ? " messages and parts of some, "
                                                              : " parts of messages, ");
    }
    wt_put_u(t, sum.bytes);
    wt_put_s(t, sum.bytes == 1 ? " byte" : " bytes");
    if (sum.again)
        wt_put_s(t, sum.again == n ? ", again" : ", some of them again");
}

/* A part of a message: read when the last one of it is there. */
static void part(wt_cur *c, wt_sctp *g, uint32_t tsn, uint32_t sid, uint32_t flags, bool again) {
    wt_sctp_way *w = g->state ? &g->state->way[g->dir] : NULL;
    uint32_t size = 0;
    bool kept = w && !again && keep(c, w, tsn, sid, flags);
    wt_sctp_part **first = kept ? whole(w, tsn, &size) : NULL;
    if (!first) {
        wt_run(c, WT_P_DATA);
        return;
    }
    wt_text *t = wt_tell(c);
    if (t) {
        wt_put_s(t, ", the last of ");
        wt_put_u(t, size);
        wt_put_s(t, " bytes");
    }
    uint8_t *bytes = gather(c, w, first, size);
    uint16_t source = 0;
    if (bytes)
        source = wt_add_source(c->s, "Reassembled SCTP", bytes, size, c->source, c->pos, wt_left_captured(c));
    wt_header_done(c);
    if (!source) {
        wt_run(c, WT_P_DATA);
        return;
    }
    wt_cur message = wt_over(c, source);
    deliver(&message, g, flags & OVERTAKES ? UINT32_MAX : sid, true);
    c->pos = c->end;
}

/* `numbered`: an I-DATA chunk, whose messages may be mixed with one another (RFC 8260): only whole ones are read. */
void wt_sctp_data(wt_cur *c, wt_sctp *g, bool numbered, uint32_t flags) {
    wt_sctp_way *w = g->state ? &g->state->way[g->dir] : NULL;
    uint32_t tsn = (uint32_t)wt_look(c, 0, 4);
    if (!wt_need(c, 4))
        return;
    if (w && !w->started) {
        w->started = true;
        w->first = tsn;
    }
    wt_emit_u(c, F_TSN, c->pos, 4, w ? tsn - w->first : tsn);
    wt_take(c, F_TSN_RAW);
    uint32_t sid = (uint32_t)wt_take(c, F_SID);
    if (numbered) {
        wt_take(c, F_RESERVED);
        wt_take(c, F_MID);
    } else {
        wt_take(c, F_SSN);
    }
    wt_take(c, numbered && !(flags & BEGINS) ? F_FSN : F_PPID);
    if (c->fail)
        return;
    tell_data(c, g);
    bool again = w && sent_before(c, w, tsn);
    if ((flags & (BEGINS | ENDS)) == (BEGINS | ENDS)) {
        deliver(c, g, flags & OVERTAKES ? UINT32_MAX : sid, !again);
    } else if (numbered) {
        wt_run(c, WT_P_DATA);
    } else {
        part(c, g, tsn, sid, flags, again);
    }
}

/* ---- acknowledgments ---------------------------------------------------------------------- */

static void acknowledge(wt_cur *c, wt_sctp_way *w, uint32_t tsn) {
    wt_sctp_sent *sent = &w->sent[tsn & (WT_SCTP_SENT - 1)];
    if (!sent->used || sent->tsn != tsn || sent->acked)
        return;
    sent->acked = true;
    wt_gen_u(c, F_ACK, tsn - w->first);
    wt_node n = wt_parent(c, F_ACK);
    wt_gen_u(c, F_ACK_FRAME, sent->frame);
    wt_gen_u(c, F_RTT, (uint64_t)(now_of(c->s) - sent->time));
    wt_end(c, n);
}

/* `cum`: the number that everything before has arrived up to, relative as it is shown. */
static void gaps(wt_cur *c, uint32_t cum, uint32_t n) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n && wt_left(c) && !c->fail; i++) {
        uint32_t start = (uint32_t)wt_take(c, F_START);
        wt_node node = wt_parent(c, F_START);
        if (!c->fail)
            wt_emit_u(c, F_START_TSN, c->pos - 2, 2, cum + start);
        wt_end(c, node);
        uint32_t end = (uint32_t)wt_take(c, F_END);
        node = wt_parent(c, F_END);
        if (!c->fail)
            wt_emit_u(c, F_END_TSN, c->pos - 2, 2, cum + end);
        wt_end(c, node);
        sum += end >= start ? end - start + 1 : 0;
    }
    if (n && !c->fail)
        wt_gen_u(c, F_GAP_ACKED, sum);
}

void wt_sctp_sack(wt_cur *c, wt_sctp *g) {
    wt_sctp_way *w = g->state ? &g->state->way[!g->dir] : NULL;
    uint32_t cum = (uint32_t)wt_look(c, 0, 4);
    if (!wt_need(c, 4))
        return;
    uint32_t relative = w && w->started ? cum - w->first : cum;
    wt_emit_u(c, F_CUM, c->pos, 4, relative);
    wt_node n = wt_parent(c, F_CUM);
    if (w && w->started)
        acknowledge(c, w, cum);
    wt_end(c, n);
    wt_take(c, F_CUM_RAW);
    wt_take(c, F_RWND);
    uint32_t blocks = (uint32_t)wt_take(c, F_GAPS), duplicates = (uint32_t)wt_take(c, F_DUPS);
    wt_text *t = c->fail ? NULL : wt_sctp_tell(c, g, "SACK: everything up to ");
    if (t) {
        wt_put_u(t, relative);
        wt_put_s(t, blocks ? " has arrived, and more behind what is missing" : " has arrived");
    }
    gaps(c, relative, blocks);
    while (duplicates-- && wt_left(c) && !c->fail)
        wt_take(c, F_DUP);
}
