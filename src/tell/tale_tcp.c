/* tale_tcp.c - a TCP segment into the model: steps of the connection, what was lost and sent again, closed windows. */
#include "tell/tale_make.h"

enum {
    SPECIAL = WT_MARK_ZERO | WT_MARK_UPDATE | WT_MARK_KEEP_ALIVE | WT_MARK_PROBE | WT_MARK_DUP_ACK, LOOK_BACK = 1024
};

static bool after(uint32_t a, uint32_t b) { return (int32_t)(a - b) > 0; }

/* ---- what was missing, and what came again ---------------------------------------------- */

static void keep_missing(wt_tale *t, const wt_seen *s, wt_talk *k, int dir) {
    uint32_t from = k->next_seq[dir];
    wt_event *e = wt_tale_event(t, s, k, WT_EV_MISSING);
    wt_prove(&k->missing, s->now.frame);
    if (!e)
        return;
    k->last_event[dir] = e->before;        /* it is no frame: what is put together goes past it */
    e->seq = e->window = from;
    e->len = s->seq - from;
    for (int i = 3; i > 0; i--)
        k->open_missing[i] = k->open_missing[i - 1];
    k->open_missing[0] = (uint32_t)(e - t->events);
}

static void note_repair(wt_talk *k, wt_moment from, wt_moment to) {
    if (!k->again_to.frame || wt_between(from, to) > wt_between(k->again_from, k->again_to)) {
        k->again_from = from;
        k->again_to = to;
    }
}

/* Bytes come late: does that fill a gap? */
static void fill_missing(wt_tale *t, const wt_seen *s, wt_talk *k, int dir) {
    for (int i = 0; i < 4; i++) {
        wt_event *m = k->open_missing[i] == WT_NO ? NULL : &t->events[k->open_missing[i]];
        if (!m || m->dir != dir || after(s->seq, m->window) || !after(s->seq + s->len, m->window))
            continue;
        m->window = s->seq + s->len;
        if (!(m->marks & WT_MARK_FILLED)) {
            m->marks |= WT_MARK_FILLED | (s->marks & (WT_MARK_OVERTAKEN | WT_MARK_AGAIN));
            m->other = s->now.frame;
            if (!(s->marks & WT_MARK_OVERTAKEN))
                note_repair(k, (wt_moment){m->frame, m->ns}, s->now);
        }
        if (!after(m->seq + m->len, m->window))
            k->open_missing[i] = WT_NO;
    }
}

/* Sent again after `ns` without an acknowledgment: for that reason, or only doubled on the way? */
static bool was_lost(const wt_talk *k, const wt_event *e, int64_t ns) {
    enum { AT_ONCE = 1000000 };
    int64_t trip = wt_between(k->last_syn, k->syn_ack);
    return e->marks & WT_MARK_FAST || ns > (trip > AT_ONCE ? trip : AT_ONCE);
}

/* The segment that this one repeats, if it was seen. */
static void find_original(wt_tale *t, const wt_seen *s, wt_talk *k, wt_event *e) {
    wt_event *o = e;
    for (int i = 0; i < LOOK_BACK && o->before != WT_NO; i++) {
        o = &t->events[o->before];
        if (o->seq != e->seq || !(o->len || o->flags & (TCP_SYN | TCP_FIN)) || (o->marks & WT_MARK_KEEP_ALIVE))
            continue;
        e->other = o->frame;
        wt_moment first = {o->frame, o->ns};
        if (!(e->marks & WT_MARK_NEEDLESS) && !after(k->acked[e->dir], o->seq) &&
            was_lost(k, e, wt_between(first, s->now))) {
            o->marks |= WT_MARK_LOST;
            o->repeat = s->now.frame;
        }
        if (e->kind != WT_EV_SYN && e->kind != WT_EV_SYN_ACK)
            note_repair(k, first, s->now);
        return;
    }
}

/* ---- the window ------------------------------------------------------------------------- */

static void note_window(wt_talk *k, wt_seen *s, int dir) {
    if (s->marks & WT_MARK_FULL)
        wt_prove(&k->full, s->now.frame);
    if (s->marks & WT_MARK_ZERO && !(s->flags & TCP_RST)) {
        wt_prove(&k->zero, s->now.frame);
        if (k->zero_now.frame && dir == k->zero_dir) {
            s->marks |= WT_MARK_STILL;
        } else if (!k->zero_now.frame) {
            k->zero_now = s->now;
            k->zero_dir = (uint8_t)dir;
        }
    } else if (k->zero_now.frame && dir == k->zero_dir && s->window && s->flags & TCP_ACK) {
        if (!k->zero_from.frame || wt_between(k->zero_now, s->now) > wt_between(k->zero_from, k->zero_to)) {
            k->zero_from = k->zero_now;
            k->zero_to = s->now;
        }
        k->zero_now.frame = 0;
    }
}

/* ---- the steps of the connection -------------------------------------------------------- */

static void note_steps(wt_talk *k, const wt_seen *s, int dir) {
    if (s->flags & TCP_RST && !k->rst.frame) {
        k->rst = s->now;
        k->rst_dir = (uint8_t)dir;
        k->refused = k->syn.frame && !k->syn_ack.frame && !k->data[0].frame && dir == 1;
    }
    if (s->flags & TCP_SYN && !(s->flags & TCP_ACK)) {
        k->syn = k->syn.frame ? k->syn : s->now;
        k->last_syn = s->now;
        k->syns++;
    } else if (s->flags & TCP_SYN) {
        k->syn_ack = k->syn_ack.frame ? k->syn_ack : s->now;
    }
    if (s->flags & TCP_FIN && !k->fin[dir].frame)
        k->fin[dir] = s->now;
    if (s->len && !k->data[dir].frame && !(s->marks & WT_MARK_KEEP_ALIVE))
        k->data[dir] = s->now;
    if (k->syn_ack.frame && !k->open.frame && dir == 0 && s->flags & TCP_ACK && !(s->flags & (TCP_SYN | TCP_RST)))
        k->open = s->now;
}

static enum wt_event_kind kind_of(const wt_seen *s, const wt_talk *k, bool told) {
    if (s->flags & TCP_RST)
        return WT_EV_RST;
    if (s->flags & TCP_SYN)
        return s->flags & TCP_ACK ? WT_EV_SYN_ACK : WT_EV_SYN;
    if (s->marks & (WT_MARK_KEEP_ALIVE | WT_MARK_PROBE))
        return WT_EV_CONTROL;
    if (told)
        return WT_EV_MESSAGE;
    if (s->len)
        return WT_EV_DATA;
    if (s->flags & TCP_FIN)
        return WT_EV_FIN;
    return k->open.frame == s->now.frame ? WT_EV_OPEN : WT_EV_CONTROL;
}

static void note_ack(wt_tale *t, const wt_seen *s, wt_talk *k, int dir) {
    wt_event *e = s->acks_frame ? wt_tale_find(t, s->acks_frame) : NULL;
    for (int i = 0; e && e->marks & WT_MARK_LOST && i < LOOK_BACK; i++)
        e = wt_tale_find(t, e->repeat);    /* it acknowledges what arrived */
    if (e && !e->ack_frame && e->frame < s->now.frame) {
        e->ack_frame = s->now.frame;
        e->ack_ns = s->now.ns;
    }
    if (s->flags & TCP_ACK && (!k->started[!dir] || after(s->ack, k->acked[!dir])))
        k->acked[!dir] = s->ack;
    k->started[!dir] |= (s->flags & TCP_ACK) != 0;
}

/* A protocol above TCP has something to say of this frame. */
static bool is_told(const wt_tale *t, const wt_seen *s) {
    const wt_tape *tape = s->tape;
    return tape->top > s->transport_index && tape->layers[tape->top].proto != t->data &&
           tape->layers[tape->top].proto != t->tcp;
}

static void make_event(wt_tale *t, const wt_seen *s, wt_talk *k, bool told) {
    wt_event *e = wt_tale_event(t, s, k, kind_of(s, k, told));
    if (!e)
        return;
    e->seq = s->seq;
    e->len = s->len;
    e->ack = s->ack;
    e->window = s->window;
    e->flags = (uint16_t)s->flags;
    e->marks = s->marks;
    if (e->marks & WT_MARK_AGAIN)
        find_original(t, s, k, e);
    if (told) {
        bool tls = t->tls == e->proto;
        e->level = tls ? WT_LEVEL_TLS : WT_LEVEL_APP;
        e->text_len = s->tape->headline_len;
        e->text = wt_tale_keep(t, s->tape->headline, &e->text_len);
    }
}

void wt_tale_tcp(wt_tale *t, wt_seen *s, wt_talk *k) {
    int dir = k->host[0] != s->from || (k->host[0] == k->host[1] && k->port[0] != s->tape->src.port);
    bool told = is_told(t, s) && !(s->flags & TCP_SYN), known = k->started[dir];
    bool bare = !s->len && !(s->flags & (TCP_SYN | TCP_FIN | TCP_RST)) && !told;
    note_steps(k, s, dir);
    note_window(k, s, dir);
    if (s->marks & WT_MARK_GAP && known && after(s->seq, k->next_seq[dir]) && s->seq - k->next_seq[dir] < 1u << 30)
        keep_missing(t, s, k, dir);
    if (s->marks & (WT_MARK_OVERTAKEN | WT_MARK_AGAIN) && s->len)
        fill_missing(t, s, k, dir);
    if (s->marks & WT_MARK_AGAIN && !(s->flags & TCP_SYN))
        wt_prove(&k->again, s->now.frame);
    if (s->marks & WT_MARK_DUP_ACK)
        wt_prove(&k->dup, s->now.frame);
    uint32_t before = t->event_count;
    if (!bare || s->marks & SPECIAL || k->open.frame == s->now.frame)
        make_event(t, s, k, told);
    uint32_t next = s->seq + s->len + ((s->flags & (TCP_SYN | TCP_FIN)) != 0);
    if (!known || after(next, k->next_seq[dir]))
        k->next_seq[dir] = next;
    k->started[dir] = true;
    note_ack(t, s, k, dir);
    if (told)
        wt_tale_layers(t, s, k, t->event_count > before ? &t->events[t->event_count - 1] : NULL);
}

/* Questions that the capture has no answer to. */
void wt_tale_tcp_end(wt_tale *t) {
    for (uint32_t i = 0; i < t->event_count; i++) {
        wt_event *e = &t->events[i];
        wt_talk *k = e->talk == WT_NO ? NULL : &t->talks[e->talk];
        if (!k || k->transport != t->tcp)
            continue;
        if (e->kind == WT_EV_MISSING && !(e->marks & WT_MARK_FILLED)) {
            wt_prove(&k->holes, e->frame);
            k->unheard |= !after(e->seq + e->len, k->acked[e->dir]);
        }
        bool unanswered = e->kind == WT_EV_SYN && !k->syn_ack.frame && !k->refused;
        if (unanswered ||
            (e->marks & WT_MARK_AGAIN && e->len && k->started[!e->dir] && !after(k->acked[e->dir], e->seq)))
            e->marks |= WT_MARK_DEAF;
    }
}
