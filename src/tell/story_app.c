/* story_app.c - sentences about names, TLS, requests, and whatever else was spoken. */
#include "tell/ladder.h"
#include "tell/story.h"
#include "tell/tale_make.h"

enum {
    SLOW = 300000000, SLOW_TRIPS = 10, BAD_CERTIFICATE = 42, ACCESS_DENIED = 49, CERTIFICATE_REQUIRED = 116, TELLERS = 6
};

static const char *value_name(const char *field, uint64_t v) {
    const wt_field *row = wt_field_get(wt_field_find(field));
    const wt_value *value = row && row->values ? wt_value_find(row->values, v) : NULL;
    return value ? value->name : NULL;
}

/* ---- names ------------------------------------------------------------------------------ */

void wt_story_lookup(wt_story *s, const wt_lookup *l) {
    enum { NO_SUCH_NAME = 3 };
    wt_draft d;
    wt_draft_begin(&d);
    const char *code = value_name("dns.flags.rcode", l->rcode);
    const wt_event *asked = wt_tale_find(s->tale, l->asked.frame);
    wt_draft_address(s, &d, l->from);
    wt_draft_say(&d, " ");
    if (asked && asked->text_len) {
        wt_draft_kept(s, &d, asked->text, asked->text_len);
    } else {
        wt_draft_say(&d, "asks by DNS for ");
        wt_draft_kept(s, &d, l->name, l->name_len);
    }
    wt_draft_show(&d, l->asked.frame);
    wt_draft_show(&d, l->answered.frame);
    if (!l->answered.frame) {
        wt_draft_say(&d, "; ");
        wt_draft_address(s, &d, l->to);
        wt_draft_say(&d, " does not answer in this capture");
        d.wrong = WT_WRONG_NAME;
        wt_put_s(&d.w, "the name server is off or can't be reached, or an answer got lost");
    } else {
        wt_draft_say(&d, "; ");
        wt_draft_address(s, &d, l->to);
        wt_draft_say(&d, " ");
        wt_draft_kept(s, &d, l->answer, l->answer_len);
        wt_draft_say(&d, ", after ");
        wt_draft_time(&d, wt_between(l->asked, l->answered));
    }
    if (l->answered.frame && l->rcode) {
        d.wrong = WT_WRONG_NAME;
        wt_put_s(&d.w, l->rcode == NO_SUCH_NAME ? "the name is misspelt, or was never registered"
                                                : "the name server says why: ");
        wt_put_s(&d.w, l->rcode == NO_SUCH_NAME ? "" : code ? code : "an error");
    }
    wt_draft_end(s, &d);
}

/* ---- TLS -------------------------------------------------------------------------------- */

static void negotiated(wt_story *s, const wt_talk *k, wt_draft *d) {
    const char *version = value_name("tls.handshake.version", k->version),
               *suite = value_name("tls.handshake.ciphersuite", k->suite);
    wt_draft_say(d, "They agree on ");
    wt_draft_say(d, version ? version : "a version of TLS");
    wt_draft_say(d, suite ? " with " : "");
    wt_draft_say(d, suite ? suite : "");
    if (k->alpn_len) {
        wt_draft_say(d, ", to speak ");
        wt_draft_kept(s, d, k->alpn, k->alpn_len);
    }
    if (k->sni_len) {
        wt_draft_say(d, "; the client wants ");
        wt_draft_kept(s, d, k->sni, k->sni_len);
    }
    if (k->subject_len) {
        wt_draft_say(d, k->sni_len ? ", the server's certificate is for " : "; the server's certificate is for ");
        wt_draft_kept(s, d, k->subject, k->subject_len);
        wt_draft_show(d, k->certificate.frame);
    }
    wt_draft_say(d, "; from the ClientHello to the last visible step of the handshake it takes ");
    wt_draft_time(d, wt_between(k->hello, k->tls_end));
    wt_draft_show(d, k->hello.frame);
    wt_draft_show(d, k->server_hello.frame);
    wt_draft_show(d, k->tls_end.frame);
}

static void alerted(wt_story *s, const wt_talk *k) {
    wt_draft d;
    const char *name = value_name("tls.alert_message.desc", k->alert);
    bool certificate = (k->alert >= BAD_CERTIFICATE && k->alert < ACCESS_DENIED) || k->alert == CERTIFICATE_REQUIRED;
    wt_draft_begin(&d);
    wt_draft_host(s, &d, k->host[k->alert_dir]);
    wt_draft_say(&d, " sends a TLS alert: ");
    wt_draft_say(&d, name ? name : "unknown");
    wt_draft_show(&d, k->alert_at.frame);
    d.wrong = certificate ? WT_WRONG_CERTIFICATE : WT_WRONG_TLS;
    if (certificate && k->subject_len && k->alert_dir == 0) {
        wt_draft_say(&d, "; the certificate was for ");
        wt_draft_kept(s, &d, k->subject, k->subject_len);
        wt_draft_show(&d, k->certificate.frame);
    }
    wt_put_s(&d.w, certificate ? "it does not accept the other side's certificate"
                               : "the two sides do not agree on how to go on");
    if (k->alert == 48)
        wt_put_s(&d.w, ": nobody that it trusts has signed it");
    else if (k->alert == 45)
        wt_put_s(&d.w, ": it is too old, or a clock is wrong");
    wt_draft_end(s, &d);
}

void wt_story_tls(wt_story *s, wt_chapter *c, const wt_talk *k) {
    wt_draft d;
    if (!k->hello.frame)
        return;
    wt_draft_begin(&d);
    if (k->server_hello.frame) {
        negotiated(s, k, &d);
        c->phase[WT_PHASE_TLS] = (wt_span){k->hello.frame, k->tls_end.frame, wt_between(k->hello, k->tls_end)};
    } else {
        wt_draft_host(s, &d, k->host[0]);
        wt_draft_say(&d, " proposes TLS");
        if (k->sni_len) {
            wt_draft_say(&d, " to ");
            wt_draft_kept(s, &d, k->sni, k->sni_len);
        }
        wt_draft_say(&d, ", but no ServerHello comes");
        wt_draft_show(&d, k->hello.frame);
        d.wrong = k->alert_at.frame ? WT_WRONG_NOTHING : WT_WRONG_UNANSWERED;
        if (d.wrong)
            wt_put_s(&d.w, "the server does not speak TLS here, or what it said is not in this capture");
    }
    wt_draft_end(s, &d);
    if (k->alert_at.frame)
        alerted(s, k);
}

/* ---- requests --------------------------------------------------------------------------- */

/* Held back on purpose? */
static bool is_polled(const wt_story *s, const wt_ask *a) {
    const wt_poll *poll;
    const char *text = s->tale->text + a->text;
    for (uint32_t i = 0; s->polling && (poll = wt_polling_get(s->polling, i)); i++) {
        int64_t held, pause;
        size_t uri = strlen(poll->uri);
        const char *path = memchr(text, ' ', a->text_len);
        if (!path || wt_poll_judge(poll, &held, &pause) != WT_POLL_LONG)
            continue;
        size_t n = a->text_len - (size_t)(path + 1 - text), m = 0;
        while (m < n && path[1 + m] != '?')
            m++;
        if (uri >= m && memcmp(poll->uri + uri - m, path + 1, m) == 0)
            return true;
    }
    return false;
}

static bool is_slow(const wt_story *s, const wt_talk *k, const wt_ask *a) {
    int64_t wait = wt_between(a->sent, a->answered), trip = wt_between(k->last_syn, k->syn_ack);
    return a->answered.frame && wait >= SLOW && wait / SLOW_TRIPS >= trip && !is_polled(s, a);
}

static void answered(const wt_story *s, const wt_talk *k, const wt_ask *a, wt_draft *d) {
    const char *reason = value_name("http.response.code", a->code);
    bool slow = is_slow(s, k, a);
    wt_draft_say(d, "; after ");
    wt_draft_time(d, wt_between(a->sent, a->answered));
    wt_draft_say(d, slow ? ", which is long, it gets " : " it gets ");
    wt_put_u(&d->t, a->code);
    if (reason) {
        wt_draft_say(d, " ");
        wt_draft_say(d, reason);
    }
    if (a->type_len) {
        wt_draft_say(d, ", ");
        wt_draft_kept(s, d, a->type, a->type_len);
    }
    if (a->done.frame != a->answered.frame) {
        wt_draft_say(d, a->complete ? ", all of it " : ", the last of it that is here ");
        wt_draft_time(d, wt_between(a->answered, a->done));
        wt_draft_say(d, " later");
    }
    wt_draft_show(d, a->answered.frame);
    wt_draft_show(d, a->done.frame);
    if (slow) {
        d->wrong = WT_WRONG_SLOW;
        wt_put_s(&d->w, "the server's program takes its time: the network itself needs only ");
        if (k->syn_ack.frame && k->syn.frame) {
            wt_put_duration(&d->w, wt_between(k->last_syn, k->syn_ack));
            wt_put_s(&d->w, " for a round trip");
        } else {
            d->w.len = 0;
            wt_put_s(&d->w, "the server's program takes its time");
        }
    } else if (a->code >= 500) {
        d->wrong = WT_WRONG_STATUS;
        wt_put_s(&d->w, "something failed inside the server");
    } else if (!a->complete && a->length && k->holes.count) {
        wt_draft_say(d, "; not all of it is in this capture");
        wt_draft_show(d, k->holes.frame[0]);
    } else if (!a->complete && (k->rst.frame || k->fin[1].frame) && a->length) {
        d->wrong = WT_WRONG_CUT;
        wt_put_s(&d->w, "the connection ended before the answer was complete");
        wt_draft_say(d, "; it is not complete");
        wt_draft_show(d, k->rst.frame ? k->rst.frame : k->fin[1].frame);
    }
}

static void request(wt_story *s, const wt_talk *k, const wt_ask *a) {
    wt_draft d;
    wt_draft_begin(&d);
    wt_draft_host(s, &d, k->host[0]);
    wt_draft_say(&d, " asks ");
    wt_draft_kept(s, &d, a->text, a->text_len);
    wt_draft_show(&d, a->asked.frame);
    wt_draft_show(&d, a->sent.frame);
    if (a->answered.frame) {
        answered(s, k, a, &d);
    } else if (a->hole) {
        wt_draft_say(&d, "; its answer is among the bytes that are missing here");
        wt_draft_show(&d, a->hole);
    } else {
        wt_draft_say(&d, " and gets no answer in this capture");
        d.wrong = WT_WRONG_UNANSWERED;
        wt_put_s(&d.w, k->rst.frame || k->fin[1].frame ? "the connection ended first"
                                                       : "the capture ended first, or the server does not answer");
        wt_draft_show(&d, k->rst.frame ? k->rst.frame : k->fin[1].frame);
    }
    wt_draft_end(s, &d);
}

static void add_times(wt_chapter *c, const wt_ask *a) {
    wt_span *wait = &c->phase[WT_PHASE_WAIT], *transfer = &c->phase[WT_PHASE_TRANSFER];
    c->requests++;
    if (!a->answered.frame)
        return;
    wait->from = wait->from ? wait->from : a->sent.frame;
    wait->to = a->answered.frame;
    if (__builtin_add_overflow(wait->ns, wt_between(a->sent, a->answered), &wait->ns))
        wait->ns = INT64_MAX;
    transfer->from = transfer->from ? transfer->from : a->answered.frame;
    transfer->to = a->done.frame;
    if (__builtin_add_overflow(transfer->ns, wt_between(a->answered, a->done), &transfer->ns))
        transfer->ns = INT64_MAX;
}

void wt_story_requests(wt_story *s, wt_chapter *c, const wt_talk *k) {
    const wt_tale *t = s->tale;
    uint32_t n = 0, left_out = 0, talk = (uint32_t)(k - t->talks);
    uint64_t from = 0, to = 0;
    for (uint32_t i = 0; i < t->ask_count && n < k->asks; i++) {
        const wt_ask *a = &t->asks[i];
        if (a->talk != talk)
            continue;
        n++;
        add_times(c, a);
        bool plain = (a->answered.frame || a->hole) && a->code < 500 && !is_slow(s, k, a);
        if (!s->all && plain && n > WT_STORY_FIRST && n + WT_STORY_LAST <= k->asks) {
            from = left_out++ ? from : a->asked.frame;
            to = a->answered.frame ? a->answered.frame : a->hole;
            continue;
        }
        request(s, k, a);
    }
    if (left_out) {
        wt_draft d;
        wt_draft_begin(&d);
        wt_draft_count(&d, left_out, "more request follows, without trouble", "more requests follow, without trouble");
        wt_draft_say(&d, " (--all tells each)");
        wt_draft_show(&d, from);
        wt_draft_show(&d, to);
        wt_draft_end(s, &d);
    }
}

/* ---- other protocols -------------------------------------------------------------------- */

typedef struct teller {
    uint8_t proto;
    uint32_t count[2];
    uint64_t first[2], last[2];
} teller;

/* Bytes of a direction up to the last one seen; relative numbers begin with 1. */
static uint32_t stream_bytes(const wt_talk *k, int dir) {
    uint32_t end = k->next_seq[dir] - (k->fin[dir].frame != 0);
    return k->data[dir].frame && end > 1 ? end - 1 : 0;
}

static void speak_bytes(wt_story *s, const wt_talk *k, const teller *x) {
    wt_draft d;
    wt_draft_begin(&d);
    wt_draft_host(s, &d, k->host[0]);
    wt_draft_say(&d, " sends ");
    wt_draft_count(&d, stream_bytes(k, 0), "byte", "bytes");
    wt_draft_say(&d, " of data and gets ");
    wt_put_grouped(&d.t, stream_bytes(k, 1));
    for (int dir = 0; dir < 2; dir++) {
        wt_draft_show(&d, x->first[dir]);
        wt_draft_show(&d, x->last[dir]);
    }
    wt_draft_end(s, &d);
}

static void speak(wt_story *s, const wt_talk *k, const teller *x) {
    wt_draft d;
    wt_draft_begin(&d);
    wt_draft_say(&d, wt_protocol_get(x->proto)->tag);
    wt_draft_say(&d, x->proto == s->tale->tls ? " carries data of an application: " : " is spoken: ");
    for (int dir = 0, told = 0; dir < 2; dir++) {
        if (!x->count[dir])
            continue;
        wt_draft_say(&d, told++ ? ", " : "");
        wt_draft_say(&d, s->tale->left_out ? "at least " : "");
        wt_draft_count(&d, x->count[dir], "frame from ", "frames from ");
        wt_draft_host(s, &d, k->host[dir]);
        wt_draft_show(&d, x->first[dir]);
        wt_draft_show(&d, x->last[dir]);
    }
    wt_draft_end(s, &d);
}

static teller *find_teller(teller *all, uint32_t *n, uint8_t proto) {
    for (uint32_t i = 0; i < *n; i++)
        if (all[i].proto == proto)
            return &all[i];
    if (*n == TELLERS)
        return NULL;
    all[*n] = (teller){.proto = proto};
    return &all[(*n)++];
}

static void hear(teller *x, const wt_event *e) {
    x->first[e->dir] = x->first[e->dir] ? x->first[e->dir] : e->frame;
    x->last[e->dir] = e->frame;
    x->count[e->dir]++;
}

/* What is neither TLS's handshake nor HTTP's requests. */
void wt_story_speaking(wt_story *s, const wt_talk *k) {
    const wt_tale *t = s->tale;
    teller all[TELLERS], raw = {.proto = k->transport};
    uint32_t n = 0, talk = (uint32_t)(k - t->talks);
    for (uint32_t i = k->first_event; i < t->event_count && t->events[i].frame <= k->last.frame; i++) {
        const wt_event *e = &t->events[i];
        if (e->talk != talk)
            continue;
        bool http = e->proto == t->http || e->proto == t->dns || (e->proto == t->http2 && k->asks);
        if (e->kind == WT_EV_MESSAGE && e->level == WT_LEVEL_APP && !http && !(e->marks & WT_MARK_HEAD)) {
            teller *x = find_teller(all, &n, e->proto);
            if (x)
                hear(x, e);
        } else if (e->kind == WT_EV_DATA && k->app == UINT8_MAX) {
            hear(&raw, e);
        }
    }
    for (uint32_t i = 0; i < n; i++)
        speak(s, k, &all[i]);
    if (raw.count[0] || raw.count[1])
        speak_bytes(s, k, &raw);
}
