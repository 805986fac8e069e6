/* story.c - from a tale to chapters and sentences. */
#include "tell/story.h"

#include <stdlib.h>

#include "tell/ladder.h"

const char *wt_wrong_name(uint8_t wrong) {
    static const char *const names[WT_WRONG_COUNT] = {
        "", "refused", "silent", "unreachable", "reset", "certificate", "tls", "loss", "window", "slow", "name",
        "unanswered", "cut", "status", "missing"};
    return names[wrong];
}

const char *wt_phase_name(int phase) {
    static const char *const names[WT_PHASES] = {"DNS", "connect", "TLS", "wait", "transfer"};
    return names[phase];
}

/* ---- drafts ----------------------------------------------------------------------------- */

void wt_draft_begin(wt_draft *d) {
    d->t = (wt_text){d->text, 0, sizeof d->text, false};
    d->w = (wt_text){d->why, 0, sizeof d->why, false};
    d->frames = 0;
    d->wrong = WT_WRONG_NOTHING;
}

void wt_draft_show(wt_draft *d, uint64_t frame) {
    uint32_t at = d->frames;
    for (uint32_t i = 0; i < d->frames; i++)
        if (d->frame[i] == frame)
            return;
    if (!frame || d->frames == WT_SENTENCE_FRAMES)
        return;
    for (; at && d->frame[at - 1] > frame; at--)
        d->frame[at] = d->frame[at - 1];
    d->frame[at] = frame;
    d->frames++;
}

void wt_draft_prove(wt_draft *d, const wt_proofs *p) {
    for (uint32_t i = 0; i < p->count && i < WT_PROOFS; i++)
        wt_draft_show(d, p->frame[i]);
}

void wt_draft_say(wt_draft *d, const char *text) { wt_put_s(&d->t, text); }

void wt_draft_host(const wt_story *s, wt_draft *d, uint16_t host) {
    const wt_host *h = &s->tale->hosts[host];
    if (h->many)
        wt_put_s(&d->t, "everyone");
    else if (h->name_len)
        wt_put_n(&d->t, s->tale->text + h->name, h->name_len);
    else
        wt_put_endpoint(&d->t, &h->end);
}

void wt_draft_address(const wt_story *s, wt_draft *d, uint16_t host) {
    wt_put_endpoint(&d->t, &s->tale->hosts[host].end);
}

void wt_draft_kept(const wt_story *s, wt_draft *d, uint32_t at, uint32_t n) { wt_put_n(&d->t, s->tale->text + at, n); }
void wt_draft_time(wt_draft *d, int64_t ns) { wt_put_duration(&d->t, ns); }

void wt_draft_count(wt_draft *d, uint64_t n, const char *one, const char *many) {
    wt_put_grouped(&d->t, n);
    wt_put_c(&d->t, ' ');
    wt_put_s(&d->t, n == 1 ? one : many);
}

/* ---- keeping ---------------------------------------------------------------------------- */

static uint32_t keep(wt_story *s, const wt_text *t) {
    if (s->words_cap - s->words_len < t->len) {
        uint32_t cap = s->words_cap * 2 + 65536;
        char *more = realloc(s->words, cap);
        if (!more) {
            s->out_of_memory = true;
            return 0;
        }
        s->words = more;
        s->words_cap = cap;
    }
    memcpy(s->words + s->words_len, t->p, t->len);
    s->words_len += t->len;
    return s->words_len - t->len;
}

static bool grow(wt_story *s, void *rows, uint32_t count, uint32_t *cap, size_t size) {
    void *old;
    if (count < *cap)
        return true;
    uint32_t more = *cap ? *cap * 2 : 64;
    memcpy(&old, rows, sizeof old);
    void *grown = realloc(old, more * size);
    if (!grown) {
        s->out_of_memory = true;
        return false;
    }
    memcpy(rows, &grown, sizeof grown);
    *cap = more;
    return true;
}

void wt_draft_end(wt_story *s, wt_draft *d) {
    if (!grow(s, &s->sentences, s->count, &s->cap, sizeof *s->sentences))
        return;
    wt_sentence *x = &s->sentences[s->count++];
    *x = (wt_sentence){.frames = d->frames, .text_len = d->t.len, .why_len = d->w.len, .wrong = d->wrong};
    memcpy(x->frame, d->frame, sizeof x->frame);
    x->text = keep(s, &d->t);
    x->why = keep(s, &d->w);
    s->wrong += d->wrong != WT_WRONG_NOTHING;
    if (s->chapter_count)
        s->chapters[s->chapter_count - 1].count++;
}

static wt_chapter *begin_chapter(wt_story *s, uint32_t talk, uint64_t begins) {
    if (!grow(s, &s->chapters, s->chapter_count, &s->chapter_cap, sizeof *s->chapters))
        return NULL;
    wt_chapter *c = &s->chapters[s->chapter_count++];
    *c = (wt_chapter){.talk = talk, .first = s->count, .begins = begins};
    return c;
}

/* ---- chapters --------------------------------------------------------------------------- */

static void title_end(const wt_story *s, wt_text *t, uint16_t host, uint32_t port) {
    const wt_host *h = &s->tale->hosts[host];
    if (h->name_len) {
        wt_put_n(t, s->tale->text + h->name, h->name_len);
        wt_put_s(t, " (");
    }
    wt_put_endpoint(t, &h->end);
    wt_put_s(t, h->name_len ? ")" : "");
    if (!h->end.has_port) {
        wt_put_s(t, ", port ");
        wt_put_u(t, port);
    }
}

static void connection(wt_story *s, uint32_t talk) {
    char title[400];
    wt_text t = {title, 0, sizeof title, false};
    const wt_talk *k = &s->tale->talks[talk];
    wt_chapter *c = begin_chapter(s, talk, k->first.frame);
    if (!c)
        return;
    wt_put_s(&t, "Connection ");
    wt_put_u(&t, k->number);
    wt_put_s(&t, ": ");
    title_end(s, &t, k->host[0], k->port[0]);
    wt_put_s(&t, ", with ");
    title_end(s, &t, k->host[1], k->port[1]);
    c->title = keep(s, &t);
    c->title_len = t.len;
    if (k->lookup != WT_NO) {
        const wt_lookup *l = &s->tale->lookups[k->lookup];
        c->phase[WT_PHASE_DNS] = (wt_span){l->asked.frame, l->answered.frame, wt_lapse(l->asked.ns, l->answered.ns)};
    }
    wt_story_opening(s, c, k);
    wt_story_tls(s, c, k);
    wt_story_requests(s, c, k);
    wt_story_speaking(s, k);
    wt_story_trouble(s, k);
    wt_story_ending(s, k);
}

static void plain_title(wt_story *s, wt_chapter *c, const char *title) {
    wt_text t = {NULL, (uint32_t)strlen(title), 0, false};
    char copy[64];
    t.p = copy;
    memcpy(copy, title, t.len < sizeof copy ? t.len : sizeof copy);
    c->title = keep(s, &t);
    c->title_len = t.len;
}

static void lookups(wt_story *s) {
    const wt_tale *t = s->tale;
    if (!t->lookup_count)
        return;
    wt_chapter *c = begin_chapter(s, WT_NO, t->lookups[0].asked.frame);
    if (!c)
        return;
    plain_title(s, c, "Names");
    uint32_t first = WT_STORY_FIRST * 3, left_out = 0;
    for (uint32_t i = 0; i < t->lookup_count; i++) {
        const wt_lookup *l = &t->lookups[i];
        if (s->all || i < first || !l->answered.frame || l->rcode)
            wt_story_lookup(s, l);
        else
            left_out++;
    }
    if (left_out) {
        wt_draft d;
        wt_draft_begin(&d);
        wt_draft_count(&d, left_out, "more name is looked up and found", "more names are looked up and found");
        wt_draft_show(&d, t->lookups[first].asked.frame);
        wt_draft_show(&d, t->lookups[t->lookup_count - 1].asked.frame);
        wt_draft_end(s, &d);
    }
}

/* Packets that are neither TCP nor DNS, in their own words; the same words again are counted. */
static bool is_other(const wt_tale *t, const wt_event *e) {
    return e->kind == WT_EV_PACKET && e->proto != t->dns && e->text_len;
}

static void tell_other(wt_story *s, const wt_event *e, uint32_t times, uint64_t last) {
    wt_draft d;
    wt_draft_begin(&d);
    wt_draft_host(s, &d, e->from);
    wt_draft_say(&d, " to ");
    wt_draft_host(s, &d, e->to);
    wt_draft_say(&d, ", ");
    wt_draft_say(&d, wt_protocol_get(e->proto)->tag);
    wt_draft_say(&d, ": ");
    wt_draft_kept(s, &d, e->text, e->text_len);
    if (times > 1) {
        wt_draft_say(&d, ", and so on: ");
        wt_draft_count(&d, times, "packet", "packets in a row");
    }
    wt_draft_show(&d, e->frame);
    wt_draft_show(&d, last);
    bool lonely = e->proto == s->tale->arp && !s->tale->hosts[e->to].many && !s->tale->hosts[e->to].sent;
    if (lonely) {
        wt_draft_say(&d, "; no answer is in this capture");
        wt_put_s(&d.w, "the host is off, or not in this network, or its answer did not come by here");
    }
    d.wrong = lonely ? WT_WRONG_SILENT : e->marks & WT_MARK_COMPLAINT ? WT_WRONG_UNREACHABLE : WT_WRONG_NOTHING;
    wt_draft_end(s, &d);
}

static void others(wt_story *s) {
    const wt_tale *t = s->tale;
    wt_chapter *c = NULL;
    uint32_t told = 0, left_out = 0;
    uint64_t from = 0, to = 0;
    for (uint32_t i = 0; i < t->event_count; i++) {
        const wt_event *e = &t->events[i];
        if (!is_other(t, e))
            continue;
        if (!c) {
            c = begin_chapter(s, WT_NO, e->frame);
            if (!c)
                return;
            plain_title(s, c, "Other packets");
        }
        if (!s->all && told >= WT_STORY_FIRST * 3 && !(e->marks & WT_MARK_COMPLAINT)) {
            from = left_out++ ? from : e->frame;
            to = e->frame;
            continue;
        }
        uint32_t times = 1, next = i + 1;
        uint64_t last = e->frame;
        for (; next < t->event_count && is_other(t, &t->events[next]); next++) {
            const wt_event *n = &t->events[next];
            if (n->from != e->from || n->to != e->to || n->text_len != e->text_len ||
                memcmp(t->text + n->text, t->text + e->text, e->text_len) != 0)
                break;
            times++;
            last = n->frame;
        }
        tell_other(s, e, times, last);
        told++;
        i = next - 1;
    }
    if (left_out) {
        wt_draft d;
        wt_draft_begin(&d);
        wt_draft_count(&d, left_out, "more such packet follows", "more such packets follow");
        wt_draft_say(&d, " (--all tells each)");
        wt_draft_show(&d, from);
        wt_draft_show(&d, to);
        wt_draft_end(s, &d);
    }
}

static void polls(wt_story *s) {
    wt_chapter *c = NULL;
    const wt_poll *poll;
    for (uint32_t i = 0; s->polling && (poll = wt_polling_get(s->polling, i)); i++) {
        int64_t held, pause;
        enum wt_poll_kind kind = wt_poll_judge(poll, &held, &pause);
        if (kind == WT_POLL_NONE)
            continue;
        if (!c && !(c = begin_chapter(s, WT_NO, poll->first_frame)))
            return;
        if (c->count == 0 && !c->title_len)
            plain_title(s, c, "Polling");
        wt_draft d;
        wt_draft_begin(&d);
        wt_draft_say(&d, poll->method);
        wt_draft_say(&d, " ");
        wt_draft_say(&d, poll->uri);
        wt_draft_say(&d, " is asked ");
        wt_draft_count(&d, poll->asked, "time", "times");
        wt_draft_say(&d, kind == WT_POLL_LONG ? ", by long polling: the server holds an answer back, typically for "
                                              : ", by short polling: the client asks anew, typically after ");
        wt_draft_time(&d, kind == WT_POLL_LONG ? held : pause);
        wt_draft_show(&d, poll->first_frame);
        wt_draft_show(&d, poll->last_frame);
        wt_draft_end(s, &d);
    }
}

/* ---- all of it -------------------------------------------------------------------------- */

static int by_beginning(const void *a, const void *b) {
    const wt_chapter *x = a, *y = b;
    return (x->begins > y->begins) - (x->begins < y->begins);
}

/* With very many connections those that went well are counted only, after the first ones. */
static void connections(wt_story *s) {
    const wt_tale *t = s->tale;
    uint32_t told = 0;
    for (uint32_t i = 0; i < t->talk_count; i++) {
        if (t->talks[i].transport != t->tcp)
            continue;
        uint32_t sentences = s->count, chapters = s->chapter_count, words = s->words_len, wrong = s->wrong;
        connection(s, i);
        if (s->all || told < WT_STORY_CHAPTERS || s->wrong > wrong) {
            told += s->wrong == wrong;
            continue;
        }
        s->count = sentences;
        s->chapter_count = chapters;
        s->words_len = words;
        s->folded++;
    }
}

wt_story *wt_story_new(const wt_tale *tale, const wt_polling *polling, bool all) {
    wt_story *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->tale = tale;
    s->polling = polling;
    s->all = all;
    s->words = malloc(s->words_cap = 4096);
    if (!s->words) {
        free(s);
        return NULL;
    }
    lookups(s);
    connections(s);
    others(s);
    polls(s);
    if (s->chapters)
        qsort(s->chapters, s->chapter_count, sizeof *s->chapters, by_beginning);
    return s;
}

void wt_story_free(wt_story *s) {
    if (!s)
        return;
    free(s->sentences);
    free(s->chapters);
    free(s->words);
    free(s);
}
