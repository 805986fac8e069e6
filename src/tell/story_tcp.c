/* story_tcp.c - sentences about a connection: how it was opened, what got lost, how it ended. */
#include "tell/story.h"
#include "tell/tale_make.h"

/* ---- opening ---------------------------------------------------------------------------- */

static void refused(wt_story *s, const wt_talk *k, wt_draft *d) {
    wt_draft_host(s, d, k->host[0]);
    wt_draft_say(d, " wants to open a connection, but ");
    wt_draft_host(s, d, k->host[1]);
    wt_draft_say(d, " refuses it with a reset after ");
    wt_draft_time(d, wt_between(k->last_syn, k->rst));
    wt_draft_show(d, k->syn.frame);
    wt_draft_show(d, k->last_syn.frame);
    wt_draft_show(d, k->rst.frame);
    d->wrong = WT_WRONG_REFUSED;
    wt_put_s(&d->w, "no program listens on port ");
    wt_put_u(&d->w, k->port[1]);
    wt_put_s(&d->w, " there, or a firewall refuses in its place");
}

static void silent(wt_story *s, const wt_talk *k, wt_draft *d) {
    wt_draft_host(s, d, k->host[0]);
    wt_draft_say(d, " wants to open a connection, ");
    wt_draft_count(d, k->syns, "time", "times");
    if (k->syns > 1) {
        wt_draft_say(d, " within ");
        wt_draft_time(d, wt_between(k->syn, k->last_syn));
    }
    wt_draft_say(d, ", but no answer of ");
    wt_draft_host(s, d, k->host[1]);
    wt_draft_say(d, " is in this capture");
    wt_draft_show(d, k->syn.frame);
    wt_draft_show(d, k->last_syn.frame);
    d->wrong = k->icmp.frame ? WT_WRONG_UNREACHABLE : WT_WRONG_SILENT;
    if (!k->icmp.frame) {
        wt_put_s(&d->w,
                 "the host is off, its address is wrong, or a firewall drops what is sent to it or what it answers");
        wt_put_s(&d->w, k->syns == 1 ? "; or the capture ended first" : "");
        return;
    }
    wt_draft_say(d, "; instead a host on the way says: ");
    wt_draft_kept(s, d, k->icmp_text, k->icmp_len);
    wt_draft_show(d, k->icmp.frame);
    wt_put_s(&d->w, "what the ICMP message says: a packet can't get there, or may not");
}

static void opened(wt_story *s, const wt_talk *k, wt_draft *d) {
    wt_moment end = k->open.frame ? k->open : k->syn_ack;
    wt_draft_host(s, d, k->host[0]);
    wt_draft_say(d, k->open.frame ? " opens a connection to port "
                                  : " wants to open a connection, which is accepted, to port ");
    wt_put_u(&d->t, k->port[1]);
    wt_draft_say(d, " of ");
    wt_draft_host(s, d, k->host[1]);
    wt_draft_say(d, "; that takes ");
    wt_draft_time(d, wt_between(k->syn, end));
    if (k->syns > 1) {
        wt_draft_say(d, ", as it has to ask ");
        wt_draft_count(d, k->syns, "time", "times");
        wt_draft_show(d, k->last_syn.frame);
        d->wrong = WT_WRONG_LOSS;
        wt_put_s(&d->w, "the first SYN, or the answer to it, got lost");
    }
    wt_draft_show(d, k->syn.frame);
    wt_draft_show(d, k->syn_ack.frame);
    wt_draft_show(d, k->open.frame);
}

void wt_story_opening(wt_story *s, wt_chapter *c, const wt_talk *k) {
    wt_draft d;
    wt_draft_begin(&d);
    if (k->refused) {
        refused(s, k, &d);
    } else if (k->syn.frame && k->syn_ack.frame) {
        opened(s, k, &d);
        c->phase[WT_PHASE_CONNECT] = (wt_span){k->syn.frame, k->syn_ack.frame, wt_between(k->syn, k->syn_ack)};
    } else if (k->syn.frame && !k->packets[1]) {
        silent(s, k, &d);
    } else {
        wt_draft_say(&d, k->syn.frame || k->syn_ack.frame
                             ? "Only a part of the connection's opening was captured; its first packet here is frame "
                             : "The connection was open before the capture began; its first packet here is frame ");
        wt_put_u(&d.t, k->first.frame);
        wt_draft_show(&d, k->first.frame);
    }
    wt_draft_end(s, &d);
}

/* ---- trouble on the way ----------------------------------------------------------------- */

static void losses(wt_story *s, const wt_talk *k) {
    wt_draft d;
    if (!k->again.count)
        return;
    wt_draft_begin(&d);
    wt_draft_count(&d, k->again.count, "segment comes", "segments come");
    wt_draft_say(&d, " a second time");
    wt_draft_prove(&d, &k->again);
    if (k->missing.count) {
        wt_draft_say(&d, "; at ");
        wt_draft_count(&d, k->missing.count, "place", "places");
        wt_draft_say(&d, " bytes were missing when the next ones came");
        wt_draft_show(&d, k->missing.frame[0]);
    }
    if (k->again_to.frame && wt_between(k->again_from, k->again_to) > 0) {
        wt_draft_say(&d, "; the longest time until one was repeated is ");
        wt_draft_time(&d, wt_between(k->again_from, k->again_to));
        wt_draft_show(&d, k->again_from.frame);
        wt_draft_show(&d, k->again_to.frame);
    }
    d.wrong = WT_WRONG_LOSS;
    wt_put_s(&d.w, "packets got lost on the way, or came so late that they were taken for lost");
    wt_draft_end(s, &d);
}

static void holes(wt_story *s, const wt_talk *k) {
    wt_draft d;
    if (!k->holes.count)
        return;
    wt_draft_begin(&d);
    wt_draft_say(&d, "At ");
    wt_draft_count(&d, k->holes.count, "place", "places");
    wt_draft_say(&d, " bytes are missing that never come in this capture; the frames are the first ones after them");
    wt_draft_prove(&d, &k->holes);
    d.wrong = WT_WRONG_MISSING;
    wt_put_s(&d.w, k->unheard ? "the recording missed them: the other side acknowledged more than is here"
                              : "they got lost on the way here");
    wt_draft_end(s, &d);
}

static void windows(wt_story *s, const wt_talk *k) {
    wt_draft d;
    bool still = k->zero_now.frame != 0;
    if (!k->zero.count)
        return;
    wt_draft_begin(&d);
    wt_draft_host(s, &d, k->host[k->zero_dir]);
    wt_draft_say(&d, " has no room left for what it is sent (window 0)");
    wt_draft_show(&d, k->zero.frame[0]);
    if (k->zero_from.frame) {
        wt_draft_say(&d, "; for ");
        wt_draft_time(&d, wt_between(k->zero_from, k->zero_to));
        wt_draft_say(&d, " nothing more may be sent, until it has room again");
        wt_draft_show(&d, k->zero_from.frame);
        wt_draft_show(&d, k->zero_to.frame);
    } else if (still) {
        wt_draft_say(&d, ", and that is so when the capture ends");
        wt_draft_show(&d, k->zero_now.frame);
    }
    d.wrong = WT_WRONG_WINDOW;
    wt_put_s(&d.w, "the receiving program reads more slowly than the other side sends");
    wt_draft_end(s, &d);
}

/* The last that a side sent was repeated, and nothing of it acknowledged, until the capture ends. */
static void gave_up(wt_story *s, const wt_talk *k) {
    const wt_tale *t = s->tale;
    for (int dir = 0; dir < 2; dir++) {
        const wt_event *e = k->last_event[dir] == WT_NO ? NULL : &t->events[k->last_event[dir]];
        wt_draft d;
        if (!e || t->left_out || !(e->marks & WT_MARK_DEAF) || e->kind == WT_EV_SYN || k->rst.frame)
            continue;
        wt_draft_begin(&d);
        wt_draft_host(s, &d, k->host[dir]);
        wt_draft_say(&d, " sends the same bytes again and again, and nobody acknowledges them any more");
        wt_draft_show(&d, e->other);
        wt_draft_show(&d, e->frame);
        d.wrong = WT_WRONG_SILENT;
        wt_put_s(&d.w, "the other host is gone, or the path to or from it is broken");
        wt_draft_end(s, &d);
    }
}

void wt_story_trouble(wt_story *s, const wt_talk *k) {
    losses(s, k);
    holes(s, k);
    windows(s, k);
    gave_up(s, k);
}

/* ---- the end ---------------------------------------------------------------------------- */

static void aborted(wt_story *s, const wt_talk *k, wt_draft *d) {
    bool late = k->fin[0].frame || k->fin[1].frame, spoke = k->data[0].frame || k->data[1].frame;
    wt_draft_host(s, d, k->host[k->rst_dir]);
    wt_draft_say(d, late ? " ends the connection for good with a reset" : " aborts the connection with a reset");
    wt_draft_show(d, k->rst.frame);
    if (late) {
        int first = !(k->fin[0].frame && (!k->fin[1].frame || k->fin[0].frame < k->fin[1].frame));
        wt_draft_say(d, ", after ");
        if (first == k->rst_dir)
            wt_draft_say(d, "it");
        else
            wt_draft_host(s, d, k->host[first]);
        wt_draft_say(d, " said that it was done");
        wt_draft_show(d, k->fin[first].frame);
        return;
    }
    if (spoke)
        wt_draft_say(d, ", though neither side had said that it was done");
    else
        wt_draft_say(d, " before anything was said");
    d->wrong = WT_WRONG_RESET;
    wt_put_s(&d->w, k->alert_at.frame ? "because of the alert before"
                    : spoke           ? "its program gave up, crashed, or closed without reading all that had come"
                                      : "its program only tried whether the port is open, or gave up at once");
}

void wt_story_ending(wt_story *s, const wt_talk *k) {
    wt_draft d;
    wt_draft_begin(&d);
    if (k->refused || (k->syn.frame && !k->packets[1]))
        return;
    if (k->rst.frame) {
        aborted(s, k, &d);
    } else if (k->fin[0].frame && k->fin[1].frame) {
        wt_draft_say(&d, "Both sides say that they are done, ");
        wt_draft_host(s, &d, k->host[k->fin[0].frame > k->fin[1].frame]);
        wt_draft_say(&d, " first");
        wt_draft_show(&d, k->fin[0].frame);
        wt_draft_show(&d, k->fin[1].frame);
    } else if (k->fin[0].frame || k->fin[1].frame) {
        int dir = !k->fin[0].frame;
        wt_draft_say(&d, "Only ");
        wt_draft_host(s, &d, k->host[dir]);
        wt_draft_say(&d, " says that it is done; when the capture ends the other side is not");
        wt_draft_show(&d, k->fin[dir].frame);
    } else {
        wt_draft_say(&d, "The connection is still open when the capture ends; its last packet is frame ");
        wt_put_u(&d.t, k->last.frame);
        wt_draft_show(&d, k->last.frame);
    }
    wt_draft_end(s, &d);
}
