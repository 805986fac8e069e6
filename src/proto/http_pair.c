/* http_pair.c - requests that wait for their answers, and what an Upgrade hands on. */
#include "proto/http_state.h"

static void forget(wt_session *s, wt_http_asked *a) {
    wt_pool_put(s, a->uri, a->uri_len);
    *a = (wt_http_asked){0};
}

static bool method_is(const wt_http_head *head, const char *name) {
    return head->method.n == strlen(name) && memcmp(head->method.p, name, head->method.n) == 0;
}

static void drop_oldest(http *h) {
    h->asked[h->asked_first] = (wt_http_asked){0};
    h->asked_first = (h->asked_first + 1) % ASKED_MAX;
    h->asked_count--;
}

void wt_http_remember(wt_session *s, http *h, const wt_http_head *head, uint32_t message, bool secure) {
    if (h->asked_count == ASKED_MAX) {     /* the oldest will not be answered here */
        forget(s, &h->asked[h->asked_first]);
        drop_oldest(h);
    }
    wt_http_asked *a = &h->asked[(h->asked_first + h->asked_count++) % ASKED_MAX];
    *a = (wt_http_asked){.frame = s->frame->number, .time_ns = s->frame->time_ns, .message = message,
                         .previous = h->previous[0]};
    a->head = method_is(head, "HEAD");
    a->connect = method_is(head, "CONNECT");
    /* Only for show: where nobody wants it, it need not be kept. */
    bool wanted = wt_wants(s, F_RESPONSE_FOR) || wt_wants(s, F_LAST_EVENT_IN) ||
                  wt_wants(s, (wt_fid)WT_P_WIRETALE << WT_FID_BITS);
    uint8_t *uri;
    uint32_t n = wanted ? wt_http_full_uri(s, head, secure, &uri) : 0;
    if (n && n <= URI_MAX && (a->uri = wt_pool_buffer(s, n))) {
        memcpy(a->uri, uri, n);
        a->uri_len = n;
    }
}

void wt_http_asked_now(wt_session *s, http *h, uint32_t message) {
    for (uint32_t i = 0; i < h->asked_count; i++) {
        wt_http_asked *a = &h->asked[(h->asked_first + i) % ASKED_MAX];
        if (a->message == message) {
            a->frame = s->frame->number;
            a->time_ns = s->frame->time_ns;
        }
    }
}

const wt_http_asked *wt_http_answered(wt_session *s, http *h, side *x, bool interim) {
    if (x->has_asked)
        forget(s, &x->answers);
    x->has_asked = false;
    if (!h->asked_count)
        return NULL;
    if (interim)
        return &h->asked[h->asked_first];
    x->answers = h->asked[h->asked_first];
    x->has_asked = true;
    drop_oldest(h);
    return &x->answers;
}

void wt_http_forget_all(wt_session *s, http *h) {
    for (int i = 0; i < 2; i++)
        if (h->side[i].has_asked)
            forget(s, &h->side[i].answers);
    while (h->asked_count) {
        forget(s, &h->asked[h->asked_first]);
        drop_oldest(h);
    }
}

/* ---- another protocol takes over -------------------------------------------------------- */

static void keep(wt_session *s, wt_chan *child, enum wt_attr name, wt_http_part part) {
    if (part.p)
        wt_chan_set(s, child, name, part.p, part.n);
}

/* What the protocol to come will need to know of the request is kept on the channel to come. */
void wt_http_offer(wt_session *s, wt_chan *ch, const wt_http_head *head, bool secure) {
    if (!head->value[KEY_UPGRADE].p && !method_is(head, "CONNECT"))
        return;
    wt_chan_free(s, ch->child);
    ch->child = wt_chan_new(s, ch->flow, ch, ch->kind);
    if (!ch->child)
        return;
    uint8_t *uri;
    uint32_t n = wt_http_full_uri(s, head, secure, &uri);
    if (n)
        wt_chan_set(s, ch->child, WT_A_URI, uri, n);
    keep(s, ch->child, WT_A_METHOD, head->method);
    keep(s, ch->child, WT_A_WS_KEY, head->value[KEY_WS_KEY]);
    keep(s, ch->child, WT_A_WS_OFFERED, head->value[KEY_WS_EXTENSIONS]);
    keep(s, ch->child, WT_A_WS_ASKED, head->value[KEY_WS_PROTOCOL]);
    keep(s, ch->child, WT_A_H2_SETTINGS, head->value[KEY_H2_SETTINGS]);
}

/* The first word of Upgrade says what comes.  Not known: it is found by its first bytes. */
void wt_http_agree(wt_session *s, wt_chan *ch, const wt_http_head *head) {
    wt_http_part upgrade = head->value[KEY_UPGRADE];
    if (!ch->child && !(ch->child = wt_chan_new(s, ch->flow, ch, ch->kind)))
        return;
    keep(s, ch->child, WT_A_WS_ACCEPT, head->value[KEY_WS_ACCEPT]);
    keep(s, ch->child, WT_A_WS_EXTENSIONS, head->value[KEY_WS_EXTENSIONS]);
    keep(s, ch->child, WT_A_WS_PROTOCOL, head->value[KEY_WS_PROTOCOL]);
    uint8_t name[32];
    uint32_t n = 0;
    for (; n < upgrade.n && n < sizeof name && !memchr(", \t/", upgrade.p[n], 4); n++)
        name[n] = (uint8_t)(upgrade.p[n] >= 'A' && upgrade.p[n] <= 'Z' ? upgrade.p[n] | 32 : upgrade.p[n]);
    int proto = head->code == 101 ? wt_bound_text(s, WT_T_HTTP_UPGRADE, name, n) : -1;
    if (proto >= 0)
        wt_chan_switch(s, ch->child, (uint32_t)proto);
}
