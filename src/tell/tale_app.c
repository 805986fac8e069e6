/* tale_app.c - what is above the transport, into the model: TLS's handshake, HTTP's requests, DNS's look-ups, ICMP's
 * complaints. */
#include "tell/tale_make.h"

enum {
    CLIENT_HELLO = 1,
    SERVER_HELLO = 2,
    TICKET = 4,
    CERTIFICATE = 11,
    KEY_UPDATE = 24,
    CCS = 20,
    ALERT = 21,
    HANDSHAKE = 22,
    APPLICATION_DATA = 23,
    ASKS_BACK = 256
};

static uint64_t number(const wt_item *i) { return i->flags & WT_I_POINTER ? 0 : i->v.u; }

/* ---- TLS -------------------------------------------------------------------------------- */

/* `handshake`: the message that the fields belong to, 0 before the first. */
static void tls_field(wt_tale *t, const wt_seen *s, wt_talk *k, int dir, uint64_t handshake, const wt_item *i) {
    wt_fid f = i->field;
    if (f == t->field[TF_HS_VERSION] && handshake == SERVER_HELLO && !k->version)
        k->version = (uint16_t)number(i);
    else if (f == t->field[TF_SUPPORTED] && handshake == SERVER_HELLO)
        k->version = (uint16_t)number(i);
    else if (f == t->field[TF_SUITE] && handshake == SERVER_HELLO)
        k->suite = (uint16_t)number(i);
    else if (f == t->field[TF_SNI] && !k->sni_len) {
        k->sni = wt_tale_keep_wire(t, i->v.p, i->vlen, &k->sni_len);
        wt_tale_name_host(t, s->to, i->v.p, i->vlen);
    } else if (f == t->field[TF_ALPN] && handshake != CLIENT_HELLO) {
        k->alpn = wt_tale_keep_wire(t, i->v.p, i->vlen, &k->alpn_len);
    } else if (f == t->field[TF_SUBJECT] && dir == 1 && !k->subject_len) {
        const uint8_t *more = memchr(i->v.p, ';', i->vlen);
        k->subject = wt_tale_keep_wire(t, i->v.p, more ? (uint32_t)(more - i->v.p) : i->vlen, &k->subject_len);
        k->certificate = s->now;
    } else if (f == t->field[TF_ALERT_LEVEL]) {
        k->alert_level = (uint8_t)number(i);
    } else if (f == t->field[TF_ALERT] && number(i) != 0 && !k->alert_at.frame) {
        k->alert = (uint8_t)number(i);
        k->alert_dir = (uint8_t)dir;
        k->alert_at = s->now;
    }
}

static void note_handshake(wt_talk *k, const wt_seen *s, uint64_t type) {
    if (type == CLIENT_HELLO && !k->hello.frame)
        k->hello = s->now;
    else if (type == CLIENT_HELLO && !k->retry.frame && k->server_hello.frame)
        k->retry = s->now;
    else if (type == SERVER_HELLO && !k->server_hello.frame)
        k->server_hello = s->now;
}

/* True if all that TLS carried in this frame was application data. */
static bool tls_layer(wt_tale *t, const wt_seen *s, wt_talk *k, int dir) {
    uint64_t handshake = 0;
    bool only_data = true, opening = false;
    for (uint32_t n = 0; n < s->tape->item_count; n++) {
        const wt_item *i = &s->tape->items[n];
        if (s->tape->layers[i->layer].proto != t->tls && i->field != t->field[TF_SUBJECT])
            continue;
        if (i->field == t->field[TF_HS_TYPE]) {
            handshake = number(i);
            note_handshake(k, s, handshake);
            opening |= handshake != TICKET && handshake != KEY_UPDATE;
            only_data = false;
        } else if (i->field == t->field[TF_CONTENT]) {
            only_data &= number(i) == APPLICATION_DATA;
            opening |= number(i) == CCS || number(i) == HANDSHAKE;
        } else {
            only_data &= i->field != t->field[TF_ALERT];
            tls_field(t, s, k, dir, handshake, i);
        }
    }
    if (opening && k->hello.frame && !k->told)
        k->tls_end = s->now;
    return only_data;
}

/* ---- requests --------------------------------------------------------------------------- */

typedef struct head {
    const wt_item *method, *uri, *code, *type, *host;
} head;

static void read_head(const wt_tale *t, const wt_tape *tape, uint8_t layer, head *h) {
    const wt_layer *l = &tape->layers[layer];
    *h = (head){0};
    for (uint32_t i = l->first; i < l->end; i++) {
        const wt_item *item = &tape->items[i];
        wt_fid f = item->field;
        if (f == t->field[TF_METHOD] || f == t->field[TF_METHOD2])
            h->method = item;
        else if ((f == t->field[TF_URI] || f == t->field[TF_PATH2]) && !h->uri)
            h->uri = item;
        else if (f == t->field[TF_CODE] || f == t->field[TF_STATUS2])
            h->code = item;
        else if (f == t->field[TF_TYPE] || f == t->field[TF_TYPE2])
            h->type = item;
        else if (f == t->field[TF_HOST] || f == t->field[TF_HOST2])
            h->host = item;
    }
}

static void ask(wt_tale *t, const wt_seen *s, wt_talk *k, const wt_piece *p, const head *h, uint32_t event) {
    char text[200];
    wt_text to = {text, 0, sizeof text, false};
    if (!wt_tale_room(t, &t->asks, t->ask_count, &t->ask_cap, sizeof *t->asks, WT_TALE_LIMIT_TALE_ASKS))
        return;
    wt_ask *a = &t->asks[t->ask_count];
    *a = (wt_ask){.talk = (uint32_t)(k - t->talks), .substream = p->substream, .before = k->last_ask, .asked = s->now,
                  .sent = s->now, .message = {p->message, 0}, .event = {event, WT_NO}, .way = p->dir,
                  .answer_dir = k->host[0] == s->from && k->port[0] == s->tape->src.port};
    wt_put_wire(&to, h->method->v.p, h->method->vlen);
    if (h->uri) {
        wt_put_c(&to, ' ');
        wt_put_wire(&to, h->uri->v.p, h->uri->vlen < 160 ? h->uri->vlen : 160);
    }
    if (h->uri && h->uri->vlen > 160)
        wt_put_s(&to, "…");
    a->text_len = to.len;
    a->text = wt_tale_keep(t, text, &a->text_len);
    if (h->host)
        wt_tale_name_host(t, s->to, h->host->v.p, h->host->vlen);
    k->last_ask = t->ask_count++;
    k->asks++;
}

/* The oldest ask of the stream without an answer. */
static wt_ask *waiting(wt_tale *t, const wt_talk *k, uint32_t substream) {
    wt_ask *found = NULL;
    uint32_t at = k->last_ask;
    for (int i = 0; i < ASKS_BACK && at != WT_NO; i++, at = t->asks[at].before)
        if (!t->asks[at].answered.frame && !t->asks[at].hole && t->asks[at].substream == substream)
            found = &t->asks[at];
    return found;
}

/* Bytes of the answering side are missing, and further requests were made: whoever waited before them has been answered
 * there. */
static void skip_missed(wt_tale *t, const wt_talk *k, const wt_piece *p) {
    uint64_t hole = 0;
    int way = t->asks[k->last_ask].answer_dir;
    for (int i = 0; i < 4; i++) {
        const wt_event *m = k->open_missing[i] == WT_NO ? NULL : &t->events[k->open_missing[i]];
        if (m && m->dir == way && !(m->marks & WT_MARK_FILLED) && m->frame > hole)
            hole = m->frame;
    }
    for (wt_ask *a; hole && (a = waiting(t, k, p->substream)) && a != &t->asks[k->last_ask] && a->sent.frame < hole;)
        a->hole = hole;
}

static void answer(wt_tale *t, const wt_seen *s, const wt_talk *k, const wt_piece *p, const head *h, uint32_t event) {
    uint32_t code = (uint32_t)number(h->code);
    if (p->proto == t->http && k->last_ask != WT_NO)
        skip_missed(t, k, p);
    wt_ask *a = waiting(t, k, p->substream);
    if (!a || (code / 100 == 1 && code != 101))
        return;
    a->code = code;
    a->answered = a->done = s->now;
    a->message[1] = p->message;
    a->event[1] = event;
    a->complete = p->last;
    if (h->type && h->type->flags & WT_I_POINTER)
        a->type = wt_tale_keep_wire(t, h->type->v.p, h->type->vlen < 60 ? h->type->vlen : 60, &a->type_len);
}

static wt_ask *ask_of_body(wt_tale *t, const wt_talk *k, const wt_piece *p) {
    uint32_t at = k->last_ask;
    for (int i = 0; i < ASKS_BACK && at != WT_NO; i++, at = t->asks[at].before) {
        wt_ask *a = &t->asks[at];
        bool request = p->dir == a->way;
        if (a->substream == p->substream && a->message[!request] == p->message && (request || a->answered.frame))
            return a;
    }
    return NULL;
}

/* More of a message: its event, or WT_NO. */
static uint32_t body(wt_tale *t, const wt_seen *s, const wt_talk *k, const wt_piece *p) {
    wt_ask *a = ask_of_body(t, k, p);
    if (!a)
        return WT_NO;
    if (p->dir == a->way) {
        a->sent = s->now;
        return a->event[0];
    }
    a->length += p->length;
    a->done = s->now;
    a->complete |= p->last;
    return a->event[1];
}

static void pieces(wt_tale *t, const wt_seen *s, wt_talk *k, wt_event *e) {
    const wt_tape *tape = s->tape;
    uint32_t event = e ? (uint32_t)(e - t->events) : WT_NO, whole = WT_NO, heads = 0, bodies = 0, frames = 0;
    for (uint32_t i = 0; i < tape->piece_count; i++) {
        const wt_piece *p = &tape->pieces[i];
        head h;
        if ((p->proto != t->http && p->proto != t->http2) || p->kind == WT_PIECE_STREAM)
            continue;
        if (p->kind == WT_PIECE_BODY) {
            uint32_t of = body(t, s, k, p);
            whole = bodies++ && of != whole ? WT_NO : of;
            continue;
        }
        heads++;
        read_head(t, tape, p->layer, &h);
        if (h.method)
            ask(t, s, k, p, &h, event);
        else if (h.code)
            answer(t, s, k, p, &h, event);
    }
    for (uint32_t i = 0; i < tape->layer_count; i++)
        frames += tape->layers[i].proto == t->http2;
    if (e && heads)
        e->marks |= WT_MARK_HEAD;
    bool plain = e && (e->proto == t->http || (e->proto == t->http2 && frames == bodies));
    if (plain && !heads && bodies && whole != WT_NO && whole != event && !(e->flags & TCP_FIN)) {
        e->part_of = whole;
        e->marks |= WT_MARK_BODY;
    }
}

/* ---- segments that only together made a message ----------------------------------------- */

static void gather(wt_tale *t, const wt_seen *s, wt_event *e) {
    uint32_t together = 0, event = (uint32_t)(e - t->events), at = e->before;
    for (uint32_t i = 1; i < s->tape->source_count && !together; i++)
        if (s->tape->sources[i].kind && strcmp(s->tape->sources[i].kind, "Reassembled TCP") == 0)
            together = s->tape->sources[i].length;
    for (uint32_t had = s->len; had < together && at != WT_NO; at = t->events[at].before) {
        wt_event *part = &t->events[at];
        if (part->marks & (WT_MARK_AGAIN | WT_MARK_DUP_ACK) || part->kind == WT_EV_CONTROL)
            continue;
        had += part->len;
        if (part->kind != WT_EV_DATA || part->part_of != WT_NO)
            break;
        part->part_of = event;
    }
}

/* ---- DNS -------------------------------------------------------------------------------- */

typedef struct names {
    const wt_item *id, *name, *type, *response, *rcode, *to, *address[4];
    uint32_t addresses;
} names;

static void read_names(const wt_tale *t, const wt_tape *tape, names *d) {
    *d = (names){0};
    for (uint32_t n = 0; n < tape->item_count; n++) {
        const wt_item *i = &tape->items[n];
        if (i->field == t->field[TF_DNS_ID])
            d->id = i;
        else if (i->field == t->field[TF_DNS_NAME] && !d->name)
            d->name = i;
        else if (i->field == t->field[TF_DNS_TYPE] && !d->type)
            d->type = i;
        else if (i->field == t->field[TF_DNS_RESPONSE])
            d->response = i;
        else if (i->field == t->field[TF_DNS_RCODE])
            d->rcode = i;
        else if (i->field == t->field[TF_DNS_TO])
            d->to = i;
        else if ((i->field == t->field[TF_DNS_A] || i->field == t->field[TF_DNS_AAAA]) && d->addresses < 4)
            d->address[d->addresses++] = i;
    }
}

static void question(wt_tale *t, const wt_seen *s, const wt_talk *k, const names *d) {
    uint32_t talk = (uint32_t)(k - t->talks);
    for (uint32_t i = t->lookup_count; i-- > 0 && i + 16 > t->lookup_count;) {
        wt_lookup *l = &t->lookups[i];
        if (l->talk == talk && l->id == number(d->id) && !l->answered.frame) {
            l->again++;
            return;
        }
    }
    if (!wt_tale_room(t, &t->lookups, t->lookup_count, &t->lookup_cap, sizeof *t->lookups, WT_TALE_LIMIT_TALE_ASKS))
        return;
    wt_lookup *l = &t->lookups[t->lookup_count++];
    *l = (wt_lookup){.asked = s->now, .talk = talk, .from = s->from, .to = s->to, .id = (uint16_t)number(d->id),
                     .type = (uint16_t)(d->type ? number(d->type) : 0)};
    l->name = wt_tale_keep_wire(t, d->name->v.p, d->name->vlen, &l->name_len);
}

static void learn_address(wt_tale *t, uint32_t lookup, const names *d, const wt_item *a) {
    wt_endpoint e = {.kind = a->vlen == 4 ? 4 : 6, .length = (uint8_t)a->vlen};
    if (a->vlen != 4 && a->vlen != 16)
        return;
    memcpy(e.addr, a->v.p, a->vlen);
    uint16_t host = wt_tale_host(t, &e);
    t->hosts[host].lookup = lookup;
    wt_tale_name_host(t, host, d->name->v.p, d->name->vlen);
}

static void reply(wt_tale *t, const wt_seen *s, const names *d) {
    for (uint32_t i = t->lookup_count; i-- > 0;) {
        wt_lookup *l = &t->lookups[i];
        if (l->asked.frame < number(d->to))
            return;
        if (l->asked.frame != number(d->to) || l->answered.frame)
            continue;
        l->answered = s->now;
        l->rcode = (uint16_t)(d->rcode ? number(d->rcode) : 0);
        l->answer_len = s->tape->headline_len;
        l->answer = wt_tale_keep(t, s->tape->headline, &l->answer_len);
        for (uint32_t a = 0; a < d->addresses; a++)
            learn_address(t, i, d, d->address[a]);
        return;
    }
}

static void dns(wt_tale *t, const wt_seen *s, const wt_talk *k) {
    names d;
    read_names(t, s->tape, &d);
    if (!d.id || !d.name || !d.response)
        return;
    if (!number(d.response))
        question(t, s, k, &d);
    else if (d.to)
        reply(t, s, &d);
}

/* ---- ICMP ------------------------------------------------------------------------------- */

/* A complaint about a packet: whose conversation it was of, and that its sender stands on the way. */
static void complaint(wt_tale *t, const wt_seen *s, uint32_t layer, wt_event *e) {
    const wt_tape *tape = s->tape;
    uint32_t quoted = WT_NO;
    for (uint32_t i = layer + 1; i < tape->layer_count; i++)
        if ((tape->layers[i].proto == t->tcp || tape->layers[i].proto == t->udp) &&
            tape->layers[i].stream != UINT32_MAX)
            quoted = i;
    for (uint32_t n = 0; n < tape->item_count; n++) {
        const wt_item *i = &tape->items[n];
        bool six = i->field == t->field[TF_IP6_DST];
        if (i->layer <= layer || (!six && i->field != t->field[TF_IP_DST]))
            continue;
        if (e)
            e->marks |= WT_MARK_COMPLAINT;
        wt_endpoint end = {.kind = six ? 6 : 4, .length = six ? 16 : 4};
        memcpy(end.addr, i->v.p, i->vlen < end.length ? i->vlen : end.length);
        uint32_t to = wt_tale_host(t, &end);
        if (to != s->from && !t->hosts[to].many && t->hosts[to].before != s->from && t->hosts[s->from].before == WT_NO)
            t->hosts[s->from].before = to;
        break;
    }
    if (quoted == WT_NO)
        return;
    int kind = tape->layers[quoted].proto == t->udp;
    uint32_t number_of = tape->layers[quoted].stream;
    uint32_t talk = number_of < t->stream_cap[kind] ? t->stream_talk[kind][number_of] : WT_NO;
    if (talk == WT_NO || t->talks[talk].icmp.frame || !e)
        return;
    t->talks[talk].icmp = s->now;
    t->talks[talk].icmp_text = e->text;
    t->talks[talk].icmp_len = e->text_len;
}

/* ---- a frame ---------------------------------------------------------------------------- */

void wt_tale_layers(wt_tale *t, const wt_seen *s, wt_talk *k, wt_event *e) {
    const wt_tape *tape = s->tape;
    bool tls = false;
    for (uint32_t i = 0; i < tape->layer_count; i++) {
        uint8_t proto = tape->layers[i].proto;
        if (proto == t->icmp || proto == t->icmpv6) {
            complaint(t, s, i, e);
            return;
        }
        if (k && i > s->transport_index) {
            tls |= proto == t->tls;
            if (k->app == UINT8_MAX && proto != t->data)
                k->app = proto;
            if (proto != t->tls && proto != t->data)
                k->told = proto;
        }
    }
    if (!k)
        return;
    int dir = k->host[0] != s->from || (k->host[0] == k->host[1] && k->port[0] != tape->src.port);
    if (tls && tls_layer(t, s, k, dir) && e && e->proto == t->tls)
        e->level = WT_LEVEL_APP;           /* sealed or not, it is what the application says */
    if (e && k->transport == t->tcp)
        gather(t, s, e);
    pieces(t, s, k, e);
    if (tape->layers[tape->top].proto == t->dns)
        dns(t, s, k);
}
