/* ladder.c - from a tale's events to the steps of a ladder: what each level shows, and what is folded into what. */
#include "tell/ladder.h"

#include <stdlib.h>

enum { TCP_FIN = 1 };
/* What a step may still take in. */
enum { ROLE_ALONE, ROLE_DATA, ROLE_ASKING, ROLE_OPENING, ROLE_HANDSHAKE, ROLE_CLOSING };
enum { DAMAGE = WT_MARK_AGAIN | WT_MARK_OVERTAKEN | WT_MARK_LOST | WT_MARK_DEAF | WT_MARK_FULL };

/* Per conversation: the steps that may grow. */
typedef struct wt_ladder_talk {
    uint32_t data[2], asking[2], opening, handshake, closing;
    bool used;
} wt_ladder_talk;

/* ---- columns ---------------------------------------------------------------------------- */

static void make_columns(wt_ladder *l) {
    const wt_tale *t = l->tale;
    uint16_t *order = calloc(t->host_count ? t->host_count : 1, sizeof *order);
    uint32_t seen = 0;
    if (!order) {
        l->out_of_memory = true;
        return;
    }
    wt_tale_order(t, order);
    for (uint32_t i = 0; i < t->host_count; i++)
        if (t->hosts[order[i]].events) {
            if (seen < WT_LADDER_COLUMNS)
                l->column[l->columns++] = order[i];
            seen++;
        }
    l->others = seen > WT_LADDER_COLUMNS ? seen - WT_LADDER_COLUMNS + 1 : 0;
    free(order);
}

/* How many columns the width has room for; the last one is then shared. */
static void fit_columns(wt_ladder *l) {
    uint32_t fit = l->options.width < 60 ? 3 : (l->options.width - 50) / 8 + 2;
    if (fit < l->columns) {
        l->others = (l->others ? l->others - 1 : 0) + l->columns - fit + 1;
        l->columns = fit;
    }
}

static uint16_t column_of(const wt_ladder *l, uint16_t host) {
    for (uint32_t i = 0; i < l->columns; i++)
        if (l->column[i] == host)
            return (uint16_t)i;
    return (uint16_t)(l->columns - 1);
}

void wt_ladder_head(const wt_ladder *l, uint32_t column, wt_text *address, wt_text *name) {
    const wt_host *h = &l->tale->hosts[l->column[column]];
    if (l->others && column + 1 == l->columns) {
        wt_put_u(address, l->others);
        wt_put_s(address, " others");
        return;
    }
    if (h->many) {
        wt_put_s(address, "everyone");
        return;
    }
    const char *known = l->options.names ? wt_names_find(l->options.names, h->end.addr, h->end.length) : NULL;
    wt_put_endpoint(address, &h->end);
    if (known)
        wt_put_wire(name, (const uint8_t *)known, strlen(known));
    else
        wt_put_n(name, l->tale->text + h->name, h->name_len);
}

/* ---- steps ------------------------------------------------------------------------------ */

/* Captured where it arrived, so it was not lost, answered or not. */
static bool has_arrived(const wt_ladder *l, const wt_event *e) {
    const wt_endpoint *end = &l->tale->hosts[e->to].end;
    const wt_names *names = l->options.here ? l->options.names : NULL;
    const char *name = names ? wt_names_find(names, end->addr, end->length) : NULL;
    return name && strcmp(name, l->options.here) == 0;
}

static wt_step *add_step(wt_ladder *l, const wt_event *e) {
    if (l->count == l->cap) {
        uint32_t cap = l->cap ? l->cap * 2 : 256;
        wt_step *more = realloc(l->steps, cap * sizeof *more);
        if (!more) {
            l->out_of_memory = true;
            return NULL;
        }
        l->steps = more;
        l->cap = cap;
    }
    wt_step *s = &l->steps[l->count++];
    *s = (wt_step){.frame = e->frame, .last_frame = e->frame, .ns = e->ns, .last_ns = e->ns, .talk = e->talk,
                   .count = 1, .event = (uint32_t)(e - l->tale->events), .bytes = e->len, .seq = e->seq,
                   .end = e->seq + e->len, .from = column_of(l, e->from), .to = column_of(l, e->to)};
    s->look = e->level == WT_LEVEL_TLS ? WT_LOOK_TLS : e->level == WT_LEVEL_APP ? WT_LOOK_APP : WT_LOOK_TCP;
    if (e->kind == WT_EV_MISSING)
        s->kind = WT_STEP_MISSING;
    else if (e->marks & (WT_MARK_LOST | WT_MARK_DEAF) && !has_arrived(l, e))
        s->kind = WT_STEP_LOST;
    if (e->kind == WT_EV_MISSING && e->marks & WT_MARK_OVERTAKEN)
        s->look = WT_LOOK_AGAIN;
    else if (e->kind == WT_EV_RST || s->kind != WT_STEP_ARROW)
        s->look = WT_LOOK_BAD;
    else if (e->marks &
             (WT_MARK_AGAIN | WT_MARK_OVERTAKEN | WT_MARK_ZERO | WT_MARK_DUP_ACK | WT_MARK_FULL | WT_MARK_COMPLAINT))
        s->look = WT_LOOK_AGAIN;
    return s;
}

static void grow(wt_ladder *l, uint32_t step, const wt_event *e) {
    wt_step *s = &l->steps[step];
    s->count++;
    s->last_frame = e->frame > s->last_frame ? e->frame : s->last_frame;
    s->last_ns = e->ns > s->last_ns ? e->ns : s->last_ns;
    s->bytes += e->len;
    s->end = e->seq + e->len;
    if (e->frame < s->frame) {
        s->frame = e->frame;
        s->ns = e->ns;
    }
}

/* A step that later events may join, remembered in `place`. */
static void begin(wt_ladder *l, const wt_event *e, uint8_t role, uint32_t *place) {
    wt_step *s = add_step(l, e);
    if (s) {
        s->role = role;
        *place = l->count - 1;
    }
}

static void join_or_begin(wt_ladder *l, const wt_event *e, uint8_t role, uint32_t *place) {
    if (*place != WT_NO)
        grow(l, *place, e);
    else
        begin(l, e, role, place);
}

/* Whatever is drawn between them ends the runs of a conversation. */
static void end_runs(wt_ladder_talk *k) {
    k->data[0] = k->data[1] = k->asking[0] = k->asking[1] = WT_NO;
}

static void add_data(wt_ladder *l, wt_ladder_talk *k, const wt_event *e) {
    uint32_t *run = &k->data[e->dir];
    if (l->options.level == WT_LEVEL_TCP || e->marks & DAMAGE) {
        end_runs(k);
        add_step(l, e);
        return;
    }
    if (*run != WT_NO && !(e->marks & WT_MARK_GAP)) {
        grow(l, *run, e);
        return;
    }
    k->data[!e->dir] = WT_NO;
    begin(l, e, ROLE_DATA, run);
}

static void add_control(wt_ladder *l, wt_ladder_talk *k, const wt_event *e) {
    uint32_t *run = &k->asking[e->dir];
    bool asks = e->marks & WT_MARK_DUP_ACK && !(e->marks & (WT_MARK_ZERO | WT_MARK_KEEP_ALIVE | WT_MARK_PROBE));
    if (!asks || l->options.level == WT_LEVEL_TCP) {
        end_runs(k);
        add_step(l, e);
        return;
    }
    if (*run != WT_NO && l->tale->events[l->steps[*run].event].ack == e->ack)
        grow(l, *run, e);
    else
        begin(l, e, ROLE_ASKING, run);
}

/* Level app: a connection's beginning, its TLS and its end are one step each. */
static void add_for_app(wt_ladder *l, wt_ladder_talk *k, const wt_event *e) {
    const wt_talk *talk = &l->tale->talks[e->talk];
    switch (e->kind) {
    case WT_EV_SYN: case WT_EV_SYN_ACK: case WT_EV_OPEN:
        join_or_begin(l, e, talk->open.frame || talk->syn_ack.frame ? ROLE_OPENING : ROLE_ALONE, &k->opening);
        break;
    case WT_EV_FIN: join_or_begin(l, e, ROLE_CLOSING, &k->closing); break;
    case WT_EV_RST: add_step(l, e); break;
    case WT_EV_DATA:
        if (talk->app == UINT8_MAX && !(e->marks & WT_MARK_AGAIN))
            add_data(l, k, e);
        break;
    case WT_EV_MESSAGE:
        end_runs(k);
        if (e->level == WT_LEVEL_TLS && talk->hello.frame && e->frame <= talk->tls_end.frame &&
            e->frame != talk->alert_at.frame)
            join_or_begin(l, e, ROLE_HANDSHAKE, &k->handshake);
        else if (e->level != WT_LEVEL_TLS || !talk->hello.frame || e->frame == talk->alert_at.frame)
            add_step(l, e);
        break;
    default: break;
    }
}

static void add_event(wt_ladder *l, const wt_event *e) {
    wt_ladder_talk *k = e->talk == WT_NO ? NULL : &l->state[e->talk];
    uint32_t event = (uint32_t)(e - l->tale->events);
    if (k && !k->used) {
        k->used = true;
        l->talks++;
    }
    if (e->part_of != WT_NO && l->options.level != WT_LEVEL_TCP) {
        uint32_t step = e->part_of < event ? l->step_of[e->part_of] : WT_NO;
        if (step != WT_NO)
            grow(l, step, e);
        if (step != WT_NO || e->part_of > event)
            return;
    }
    uint32_t before = l->count;
    if (!k || e->kind == WT_EV_PACKET)
        add_step(l, e);
    else if (l->options.level == WT_LEVEL_APP)
        add_for_app(l, k, e);
    else if (e->kind == WT_EV_DATA)
        add_data(l, k, e);
    else if (e->kind == WT_EV_CONTROL)
        add_control(l, k, e);
    else {
        end_runs(k);
        add_step(l, e);
    }
    if (l->count > before)
        l->step_of[event] = l->count - 1;
}

/* The parts that came before the message was whole. */
static void add_earlier_parts(wt_ladder *l) {
    const wt_tale *t = l->tale;
    for (uint32_t i = 0; i < t->event_count && l->options.level != WT_LEVEL_TCP; i++) {
        uint32_t of = t->events[i].part_of;
        if (of != WT_NO && of > i && l->step_of[of] != WT_NO)
            grow(l, l->step_of[of], &t->events[i]);
    }
}

/* ---- words ------------------------------------------------------------------------------ */

static void put_frame(wt_text *t, const char *before, uint64_t frame) {
    wt_put_s(t, before);
    wt_put_s(t, "frame ");
    wt_put_u(t, frame);
}

static wt_text *and_then(wt_text *t, const char *between) {
    wt_put_s(t, between);
    return t;
}

static void put_range(wt_text *t, uint32_t seq, uint32_t end) {
    wt_put_s(t, end - seq == 1 ? "byte " : "bytes ");
    wt_put_u(t, seq);
    if (end - seq != 1) {
        wt_put_s(t, "–");
        wt_put_u(t, end - 1);
    }
}

/* What became of a segment beside arriving, each with `between` before it. */
static void say_again(wt_text *t, const wt_event *e, const char *between) {
    if (e->marks & WT_MARK_AGAIN && e->other && e->kind != WT_EV_SYN) {
        put_frame(t, between, e->other);
        wt_put_s(t, " once more");
    }
    if (e->marks & WT_MARK_FAST)
        wt_put_s(and_then(t, between), "as it was asked for");
    else if (e->marks & WT_MARK_NEEDLESS)
        wt_put_s(and_then(t, between), "though it had arrived");
    if (e->marks & WT_MARK_OVERTAKEN)
        wt_put_s(and_then(t, between), "overtaken on the way");
    if (e->marks & WT_MARK_LOST)
        put_frame(and_then(t, between), "not acknowledged, sent again in ", e->repeat);
    else if (e->marks & WT_MARK_DEAF)
        wt_put_s(and_then(t, between), "never answered");
    if (e->marks & WT_MARK_FULL)
        wt_put_s(and_then(t, between), "the receiver's window is now full");
}

static void say_data(wt_text *t, const wt_step *s, const wt_event *e) {
    wt_put_s(t, e->marks & WT_MARK_AGAIN ? "sends again " : "sends ");
    wt_put_grouped(t, s->bytes);
    wt_put_s(t, s->bytes == 1 ? " byte" : " bytes");
    if (s->count > 1) {
        wt_put_s(t, " in ");
        wt_put_u(t, s->count);
        wt_put_s(t, " segments");
    }
    wt_put_s(t, " (");
    put_range(t, s->seq, s->end);
    wt_put_c(t, ')');
    say_again(t, e, ", ");
}

static void say_missing(wt_text *t, const wt_event *e) {
    put_range(t, e->seq, e->seq + e->len);
    if (!(e->marks & WT_MARK_FILLED))
        wt_put_s(t, e->len == 1 ? " is missing and never comes" : " are missing and never come");
    else if (e->marks & WT_MARK_OVERTAKEN)
        put_frame(t, e->len == 1 ? " is overtaken: comes in " : " are overtaken: they come in ", e->other);
    else
        put_frame(t, e->len == 1 ? " got lost: comes again in " : " got lost: they come again in ", e->other);
}

static void say_control(wt_text *t, const wt_step *s, const wt_event *e) {
    if (e->marks & WT_MARK_ZERO) {
        wt_put_s(t, e->marks & WT_MARK_STILL ? "has still no room (window 0)" : "has no room left (window 0)");
    } else if (e->marks & (WT_MARK_KEEP_ALIVE | WT_MARK_PROBE)) {
        wt_put_s(t, e->marks & WT_MARK_ANSWER  ? "is still there"
                    : e->marks & WT_MARK_PROBE ? "probes: is there room now?"
                                               : "keep-alive: is anybody still there?");
    } else if (e->marks & WT_MARK_DUP_ACK) {
        wt_put_s(t, "asks again for byte ");
        wt_put_u(t, e->ack);
        if (s->count > 1) {
            wt_put_s(t, ", ");
            wt_put_u(t, s->count);
            wt_put_s(t, " times");
        }
    } else if (e->marks & WT_MARK_UPDATE) {
        wt_put_s(t, "has room again: window ");
        wt_put_grouped(t, e->window);
    } else {
        wt_put_s(t, "ACK");
    }
}

static void say_opening(const wt_ladder *l, wt_text *t, const wt_step *s) {
    const wt_talk *k = &l->tale->talks[s->talk];
    wt_put_s(t, "opens a TCP connection to port ");
    wt_put_u(t, k->port[1]);
    if (k->syns > 1) {
        wt_put_s(t, ", SYN sent ");
        wt_put_u(t, k->syns);
        wt_put_s(t, " times");
    }
}

static void say_handshake(const wt_ladder *l, wt_text *t, const wt_step *s) {
    const wt_talk *k = &l->tale->talks[s->talk];
    wt_fid field = wt_field_find("tls.handshake.version");
    const wt_field *row = wt_field_get(field);
    const wt_value *version = row && row->values && k->version ? wt_value_find(row->values, k->version) : NULL;
    wt_put_s(t, "handshake");
    if (version) {
        wt_put_s(t, ": ");
        wt_put_s(t, version->name);
    }
    if (k->sni_len) {
        wt_put_s(t, " with ");
        wt_put_n(t, l->tale->text + k->sni, k->sni_len);
    }
    if (k->alpn_len) {
        wt_put_s(t, ", for ");
        wt_put_n(t, l->tale->text + k->alpn, k->alpn_len);
    }
}

static void say_steps(const wt_ladder *l, wt_text *t, const wt_step *s, const wt_event *e) {
    const wt_talk *k = e->talk == WT_NO ? NULL : &l->tale->talks[e->talk];
    bool closes = l->options.level == WT_LEVEL_APP && s->role == ROLE_CLOSING;
    switch (e->kind) {
    case WT_EV_SYN:
        wt_put_s(t, "SYN");
        if (e->marks & WT_MARK_AGAIN)
            put_frame(t, " once more, as in ", e->other);
        wt_put_s(t, ": wants to open a connection to port ");
        wt_put_u(t, k ? k->port[!e->dir] : 0);
        break;
    case WT_EV_SYN_ACK: wt_put_s(t, "SYN, ACK: accepts"); break;
    case WT_EV_OPEN: wt_put_s(t, "ACK: the connection is open"); break;
    case WT_EV_FIN: wt_put_s(t, closes ? "closes the connection" : "FIN: is done sending"); break;
    case WT_EV_RST: wt_put_s(t, k && k->refused && k->rst.frame == e->frame ? "RST: refuses the connection"
                                                                           : "RST: aborts the connection"); break;
    case WT_EV_MISSING: say_missing(t, e); return;
    case WT_EV_CONTROL: say_control(t, s, e); return;
    default: break;
    }
    say_again(t, e, ", ");
}

/* TCP's own numbers, for its level. */
static void say_numbers(wt_text *t, const wt_event *e) {
    wt_put_s(t, "; seq ");
    wt_put_u(t, e->seq);
    if (e->flags & 16) {
        wt_put_s(t, ", ack ");
        wt_put_u(t, e->ack);
    }
    wt_put_s(t, ", window ");
    wt_put_u(t, e->window);
}

static void say_where(const wt_ladder *l, wt_text *t, const wt_event *e) {
    for (uint32_t i = e->sight; i != WT_NO; i = l->tale->sights[i].next) {
        const wt_sight *g = &l->tale->sights[i];
        wt_put_s(t, "; at point ");
        wt_put_u(t, g->point);
        if (g->ns != INT64_MIN) {
            wt_put_c(t, ' ');
            wt_put_duration(t, g->ns < e->ns ? wt_lapse(g->ns, e->ns) : wt_lapse(e->ns, g->ns));
            wt_put_s(t, g->ns < e->ns ? " earlier" : " later");
        }
        put_frame(t, " (", g->frame);
        wt_put_c(t, ')');
    }
}

/* Each message has a line of its own: "sealed: ", which a headline has once, goes in front of those after it, too. */
static void say_messages(wt_text *t, const char *p, uint32_t n) {
    static const char sealed[] = "sealed: ", clear[] = "in the clear: ";
    bool in = false;
    while (n) {
        uint32_t end = wt_ladder_message(p, n), next = end < n ? end + 2 : n;
        bool begins = end >= sizeof sealed - 1 && memcmp(p, sealed, sizeof sealed - 1) == 0;
        in = (in || begins) && !(end >= sizeof clear - 1 && memcmp(p, clear, sizeof clear - 1) == 0);
        if (in && !begins)
            wt_put_s(t, sealed);
        wt_put_n(t, p, next);
        p += next;
        n -= next;
    }
}

static void say(const wt_ladder *l, wt_text *t, const wt_step *s) {
    const wt_event *e = &l->tale->events[s->event];
    bool tcp = l->options.level == WT_LEVEL_TCP && e->talk != WT_NO && e->kind < WT_EV_MISSING;
    if (s->role == ROLE_OPENING)
        say_opening(l, t, s);
    else if (s->role == ROLE_HANDSHAKE && s->count > 1)
        say_handshake(l, t, s);
    else if (e->kind == WT_EV_DATA)
        say_data(t, s, e);
    else if (e->kind == WT_EV_MESSAGE || e->kind == WT_EV_PACKET) {
        say_messages(t, l->tale->text + e->text, e->text_len);
        if (e->flags & TCP_FIN)
            wt_put_s(t, "; FIN: is done sending");
        say_again(t, e, "; ");
    } else
        say_steps(l, t, s, e);
    if (tcp)
        say_numbers(t, e);
    if (tcp && e->ack_frame) {
        put_frame(t, "; acknowledged in ", e->ack_frame);
        if (e->ns != INT64_MIN) {
            wt_put_s(t, " after ");
            wt_put_duration(t, wt_lapse(e->ns, e->ack_ns));
        }
    }
    say_where(l, t, e);
}

static void keep_words(wt_ladder *l, wt_step *s) {
    char buffer[2048];
    wt_text t = {buffer, 0, sizeof buffer, false};
    say(l, &t, s);
    if (l->text_cap - l->text_len < t.len) {
        uint32_t cap = l->text_cap * 2 + 65536;
        char *more = realloc(l->text, cap);
        if (!more) {
            l->out_of_memory = true;
            return;
        }
        l->text = more;
        l->text_cap = cap;
    }
    memcpy(l->text + l->text_len, buffer, t.len);
    s->text = l->text_len;
    s->text_len = t.len;
    l->text_len += t.len;
}

uint32_t wt_ladder_message(const char *p, uint32_t n) {
    const char *open = NULL;
    for (uint32_t i = 0; i + 1 < n; i++) {
        if (p[i] == '(')
            open = memchr(p + i, ')', n - i);
        if (p[i] == ';' && p[i + 1] == ' ' && !(open && open > p + i))
            return i;
    }
    return n;
}

const char *wt_ladder_tag(const wt_ladder *l, const wt_step *s) {
    const wt_event *e = &l->tale->events[s->event];
    if (s->kind == WT_STEP_FOLD || (e->kind != WT_EV_MESSAGE && e->kind != WT_EV_PACKET))
        return "";
    return wt_protocol_get(s->role == ROLE_HANDSHAKE ? l->tale->tls : e->proto)->tag;
}

void wt_ladder_number(const wt_ladder *l, const wt_step *s, wt_text *t) {
    if (l->talks < 2 || s->kind == WT_STEP_FOLD || s->talk == WT_NO ||
        l->tale->talks[s->talk].transport != l->tale->tcp)
        return;
    wt_put_c(t, '#');
    wt_put_u(t, l->tale->talks[s->talk].number);
}

/* ---- all of it -------------------------------------------------------------------------- */

/* Too long to look at: the middle becomes one step. */
static void fold(wt_ladder *l) {
    if (l->options.all || l->count <= WT_LADDER_FIRST + WT_LADDER_LAST + 1)
        return;
    l->folded = l->count - WT_LADDER_FIRST - WT_LADDER_LAST;
    wt_step *s = &l->steps[WT_LADDER_FIRST];
    const wt_step *last = s + l->folded - 1;
    *s = (wt_step){.frame = s->frame, .last_frame = last->frame, .ns = s->ns, .last_ns = last->ns, .event = s->event,
                   .talk = WT_NO, .count = l->folded, .kind = WT_STEP_FOLD};
    memmove(s + 1, last + 1, WT_LADDER_LAST * sizeof *s);
    l->count = WT_LADDER_FIRST + 1 + WT_LADDER_LAST;
}

static int by_frame(const void *a, const void *b) {
    const wt_step *x = a, *y = b;
    if (x->frame != y->frame)
        return x->frame < y->frame ? -1 : 1;
    return x->event < y->event ? -1 : x->event > y->event;
}

wt_ladder *wt_ladder_new(const wt_tale *tale, const wt_ladder_options *options) {
    wt_ladder *l = calloc(1, sizeof *l);
    if (!l)
        return NULL;
    l->tale = tale;
    l->options = *options;
    l->step_of = malloc((tale->event_count + 1) * sizeof *l->step_of);
    l->state = malloc((tale->talk_count + 1) * sizeof *l->state);
    l->text = malloc(l->text_cap = 4096);
    if (!l->step_of || !l->state || !l->text) {
        wt_ladder_free(l);
        return NULL;
    }
    memset(l->step_of, 0xff, (tale->event_count + 1) * sizeof *l->step_of);
    for (uint32_t i = 0; i < tale->talk_count; i++)
        l->state[i] = (wt_ladder_talk){{WT_NO, WT_NO}, {WT_NO, WT_NO}, WT_NO, WT_NO, WT_NO, false};
    make_columns(l);
    if (options->width)
        fit_columns(l);
    for (uint32_t i = 0; i < tale->event_count && l->columns; i++)
        add_event(l, &tale->events[i]);
    add_earlier_parts(l);
    if (l->count)
        qsort(l->steps, l->count, sizeof *l->steps, by_frame);
    fold(l);
    for (uint32_t i = 0; i < l->count; i++)
        if (l->steps[i].kind != WT_STEP_FOLD)
            keep_words(l, &l->steps[i]);
    l->first_ns = options->since_ns ? options->since_ns : tale->first.ns;
    l->last_ns = l->count ? l->steps[l->count - 1].ns : l->first_ns;
    return l;
}

void wt_ladder_free(wt_ladder *l) {
    if (!l)
        return;
    free(l->steps);
    free(l->text);
    free(l->step_of);
    free(l->state);
    free(l);
}

int64_t wt_ladder_unit(const wt_ladder *l, unsigned rows) {
    int64_t all = 0;                       /* what lies between the steps: their times need not be in order */
    for (uint32_t i = 1; i < l->count; i++) {
        int64_t gap = wt_lapse(l->steps[i - 1].ns, l->steps[i].ns);
        if (gap > 0 && __builtin_add_overflow(all, gap, &all))
            all = INT64_MAX;
    }
    return all > (int64_t)rows ? all / rows : 1;
}

static void left_out_line(wt_out *out, const char *before, const char *after, uint64_t n, const char *what) {
    wt_out_s(out, before);
    wt_text *t = wt_out_room(out, 400);
    wt_put_grouped(t, n);
    wt_put_c(t, ' ');
    wt_put_s(t, what);
    wt_out_s(out, after);
}

void wt_ladder_left_out(const wt_ladder *l, wt_out *out, const char *before, const char *after) {
    const wt_tale *t = l->tale;
    if (l->folded)
        left_out_line(out, before, after, l->folded,
                      "messages in the middle are folded: --all shows them, -Y FILTER chooses.");
    if (l->others)
        left_out_line(out, before, after, l->others,
                      "hosts share the last column: -Y \"ip.addr == ADDRESS\" or a greater --width tells them apart.");
    if (t->left_out)
        left_out_line(out, before, after, t->left_out,
                      "later frames are not drawn (limit tale-events, docs/limits.md): -Y FILTER chooses.");
    if (t->talks_left_out)
        left_out_line(out, before, after, t->talks_left_out,
                      "frames of further conversations are not drawn as such (limit tale-talks).");
}
