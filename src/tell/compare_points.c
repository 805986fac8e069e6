/* compare_points.c - the same packets at two points: found by what no router changes, then compared field by field. */
#include <stdlib.h>

#include "core/session.h"
#include "tell/compare.h"
#include "tell/pictures.h"

/* ---- finding ---------------------------------------------------------------------------- */

typedef struct clue {
    uint64_t key;
    uint32_t packet;
} clue;

static int by_key(const void *a, const void *b) {
    const clue *x = a, *y = b;
    return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->packet < y->packet ? -1 : x->packet > y->packet;
}

static uint32_t make_clues(const wt_side *s, unsigned which, clue *out) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->spotted_count; i++)
        if (!s->spotted[i].met && s->spotted[i].keys[which])
            out[n++] = (clue){s->spotted[i].keys[which], i};
    if (n)
        qsort(out, n, sizeof *out, by_key);
    return n;
}

/* Packets of one key are met in the order in which they came. */
static uint32_t match(wt_side *a, wt_side *b, unsigned which, clue *x, clue *y) {
    uint32_t n = make_clues(a, which, x), m = make_clues(b, which, y), met = 0;
    for (uint32_t i = 0, j = 0; i < n && j < m;) {
        if (x[i].key == y[j].key) {
            a->spotted[x[i].packet].met = y[j].packet + 1;
            b->spotted[y[j].packet].met = x[i].packet + 1;
            met++;
            i++;
            j++;
        } else if (x[i].key < y[j].key) {
            i++;
        } else {
            j++;
        }
    }
    return met;
}

static void forget_old(wt_side *s) {
    for (uint32_t i = 0; i < s->spotted_count; i++)
        s->spotted[i].met = 0;
}

/* ---- meetings --------------------------------------------------------------------------- */

static wt_meeting *meeting_of(wt_meetings *m, const wt_spotted *x, const wt_spotted *y) {
    for (uint32_t n = m->count; n-- > 0;)
        if (m->list[n].transport == x->transport && m->list[n].stream[0] == x->stream &&
            m->list[n].stream[1] == y->stream)
            return &m->list[n];
    if (m->count == wt_limit_get(WT_LIMIT_COMPARED_TALKS)->value)
        return NULL;
    if (m->count == m->cap) {
        uint32_t cap = m->cap ? m->cap * 2 : 8;
        wt_meeting *grown = realloc(m->list, cap * sizeof *grown);
        if (!grown) {
            m->out_of_memory = true;
            return NULL;
        }
        m->list = grown;
        m->cap = cap;
    }
    wt_meeting *k = &m->list[m->count++];
    memset(k, 0, sizeof *k);
    k->transport = x->transport;
    k->stream[0] = x->stream;
    k->stream[1] = y->stream;
    k->sample[0] = x->tape;
    k->sample[1] = y->tape;
    return k;
}

static void count_lonely(const wt_side *s, unsigned which, wt_meetings *m) {
    for (uint32_t i = 0; i < s->spotted_count; i++)
        for (uint32_t n = 0; !s->spotted[i].met && n < m->count; n++)
            if (m->list[n].transport == s->spotted[i].transport && m->list[n].stream[which] == s->spotted[i].stream) {
                m->list[n].only[which]++;
                break;
            }
}

/* ---- which point came first, and how long it took --------------------------------------- */

typedef struct pair {
    const wt_spotted *x, *y;
    uint32_t meeting;
    uint8_t dir;
    int64_t ns;                      /* from a to b */
} pair;

static int by_way(const void *a, const void *b) {
    const pair *x = a, *y = b;
    if (x->meeting != y->meeting)
        return x->meeting < y->meeting ? -1 : 1;
    if (x->dir != y->dir)
        return x->dir < y->dir ? -1 : 1;
    return x->ns < y->ns ? -1 : x->ns > y->ns;
}

/* Time to live, or the hop limit; -1: there is none. */
static int hops_left(const wt_tape *t) {
    for (uint32_t l = 1; l < t->layer_count; l++) {
        const wt_layer *k = &t->layers[l];
        unsigned at = k->proto == WT_P_IP ? 8 : k->proto == WT_P_IPV6 ? 7 : 0;
        if (at && !k->source && k->offset + at < t->frame->caplen)
            return t->frame->data[k->offset + at];
    }
    return -1;
}

/* Pairs first … end-1 are one way, sorted by their time. */
static void time_way(wt_way *w, const pair *first, uint32_t count) {
    int64_t median = first[count / 2].ns;
    int here = hops_left(first->x->tape), there = hops_left(first->y->tape);
    w->turned = here == there ? median < 0 : here < there;
    int64_t one = first[0].ns, other = first[count - 1].ns;
    w->median_ns = w->turned ? -median : median;
    w->least_ns = w->turned ? -other : one;
    w->most_ns = w->turned ? -one : other;
    w->timed = w->least_ns >= 0;
}

/* ---- fields ----------------------------------------------------------------------------- */

static wt_way_field *field_of(wt_way *w, uint8_t proto, const wt_field *field, const wt_field *inside) {
    for (unsigned n = 0; n < w->field_count; n++)
        if (w->fields[n].proto == proto && w->fields[n].field == field && w->fields[n].inside == inside)
            return &w->fields[n];
    if (w->field_count == WT_POINT_FIELDS) {
        w->full = true;
        return NULL;
    }
    w->fields[w->field_count] = (wt_way_field){.proto = proto, .field = field, .inside = inside};
    return &w->fields[w->field_count++];
}

static void value(wt_out *o, const wt_box *b, char *to) {
    size_t n;
    wt_out_clear(o);
    wt_box_value(o, b);
    const char *s = wt_out_memory(o, &n);
    n = n < WT_POINT_VALUE - 1 ? n : WT_POINT_VALUE - 1;
    while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
        n--;
    memcpy(to, s, n);
    to[n] = 0;
}

static void changed(wt_way_field *f, wt_out *o, const wt_box *before, const wt_box *after) {
    char old[WT_POINT_VALUE], new[WT_POINT_VALUE];
    value(o, before, old);
    value(o, after, new);
    if (!f->changed++) {
        memcpy(f->before, old, sizeof old);
        memcpy(f->after, new, sizeof new);
    }
    f->varies |= strcmp(f->before, old) != 0 || strcmp(f->after, new) != 0;
}

static void compare_sheet(wt_way *w, wt_out *o, const wt_sheet *s, bool arrived) {
    if (!s->beside) {                /* a tag or a tunnel's header, put on or taken off */
        wt_way_field *f = field_of(w, s->layer->proto, NULL, NULL);
        if (f)
            *(arrived ? &f->added : &f->gone) += 1;
        return;
    }
    for (unsigned n = 0; s->drawn && n < s->layout.box_count; n++) {
        const wt_box *b = &s->layout.boxes[n];
        wt_way_field *f = b->field ? field_of(w, s->layer->proto, b->field, b->inside) : NULL;
        if (!f)
            continue;
        if (!b->differs)
            f->same++;
        else if (b->other)
            changed(f, o, b->other, b);
        else
            f->added++;
    }
    for (unsigned n = 0; s->drawn && n < s->there.box_count; n++) {
        const wt_box *b = &s->there.boxes[n];
        wt_way_field *f = b->field && !b->other ? field_of(w, s->layer->proto, b->field, b->inside) : NULL;
        if (f)
            f->gone++;
    }
}

static bool is_header(const wt_layer *l) {
    return l->proto == WT_P_ETH || l->proto == WT_P_VLAN || l->proto == WT_P_IP || l->proto == WT_P_IPV6 ||
           l->proto == WT_P_TCP || l->proto == WT_P_UDP || l->proto == WT_P_ICMP || l->proto == WT_P_ICMPV6 ||
           l->proto == WT_P_GRE;
}

static void compare_packets(wt_way *w, wt_out *o, const pair *p) {
    const wt_tape *first = w->turned ? p->y->tape : p->x->tape, *second = w->turned ? p->x->tape : p->y->tape;
    wt_layer_pair pairs[WT_PICTURE_PAIRS];
    unsigned count = wt_pair_layers(first, second, -1, pairs);
    if (!w->packets++ || first->frame->number < w->frame[0]) {
        w->frame[0] = first->frame->number;
        w->frame[1] = second->frame->number;
    }
    for (unsigned n = 0; n < count; n++) {
        wt_sheet s;
        const wt_layer *l = pairs[n].b ? pairs[n].b : pairs[n].a;
        if (l->source || !is_header(l))
            continue;
        wt_sheet_make(&s, first, second, pairs[n], WT_ROW_BITS);
        compare_sheet(w, o, &s, pairs[n].b != NULL);
    }
}

/* ---- all of it -------------------------------------------------------------------------- */

static uint32_t collect(const wt_side *a, const wt_side *b, wt_meetings *m, pair *pairs) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->spotted_count; i++) {
        const wt_spotted *x = &a->spotted[i], *y = x->met ? &b->spotted[x->met - 1] : NULL;
        wt_meeting *k = y ? meeting_of(m, x, y) : NULL;
        if (k)
            pairs[count++] = (pair){x, y, (uint32_t)(k - m->list), x->dir,
                                    y->tape->frame->time_ns - x->tape->frame->time_ns};
    }
    if (count)
        qsort(pairs, count, sizeof *pairs, by_way);
    return count;
}

static void compare_all(wt_meetings *m, const pair *pairs, uint32_t count, wt_out *o) {
    for (uint32_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && pairs[to].meeting == pairs[from].meeting && pairs[to].dir == pairs[from].dir;)
            to++;
        wt_way *w = &m->list[pairs[from].meeting].way[pairs[from].dir];
        time_way(w, &pairs[from], to - from);
        for (uint32_t n = from; n < to; n++)
            compare_packets(w, o, &pairs[n]);
    }
}

void wt_meet(wt_side *a, wt_side *b, wt_meetings *m) {
    *m = (wt_meetings){.list = NULL};
    clue *x = malloc((a->spotted_count + 1) * sizeof *x), *y = malloc((b->spotted_count + 1) * sizeof *y);
    pair *pairs = malloc((a->spotted_count + 1) * sizeof *pairs);
    wt_out *o = wt_out_new(-1);
    m->out_of_memory = !x || !y || !pairs || !o;
    if (!m->out_of_memory) {
        forget_old(a);
        forget_old(b);
        for (unsigned which = 0; which < 2; which++)
            m->met += match(a, b, which, x, y);
        compare_all(m, pairs, collect(a, b, m, pairs), o);
        count_lonely(a, 0, m);
        count_lonely(b, 1, m);
    }
    free(x);
    free(y);
    free(pairs);
    wt_out_free(o);
}

void wt_meetings_free(wt_meetings *m) { free(m->list); }

/* ---- what lies between ------------------------------------------------------------------ */

static const wt_way_field *find(const wt_way *w, const char *name) {
    for (unsigned n = 0; n < w->field_count; n++)
        if (w->fields[n].field && strcmp(w->fields[n].field->name, name) == 0)
            return &w->fields[n];
    return NULL;
}

static bool has_changed(const wt_way *w, const char *name) {
    const wt_way_field *f = find(w, name);
    return f && f->changed;
}

static const wt_way_field *either(const wt_way *w, const char *a, const char *b) {
    const wt_way_field *f = find(w, a);
    return f && f->changed ? f : find(w, b);
}

static void becomes(wt_out *o, const char *what, const wt_way_field *f) {
    wt_out_s(o, what);
    wt_out_s(o, f->before);
    wt_out_s(o, " becomes ");
    wt_out_s(o, f->after);
}

static void translated(wt_out *o, const char *who, const wt_way_field *address, const wt_way_field *port) {
    bool a = address && address->changed && !address->varies, p = port && port->changed && !port->varies;
    if (!a && !p)
        return;
    wt_out_s(o, who);
    if (a)
        becomes(o, "address is translated: ", address);
    if (a && p)
        becomes(o, ", and its port: ", port);
    else if (p)
        becomes(o, "port is translated: ", port);
    wt_out_s(o, ". ");
}

void wt_meeting_tell(wt_out *o, const wt_meeting *m) {
    const wt_way *w = m->way[0].packets ? &m->way[0] : &m->way[1];
    const wt_way_field *hops = either(w, "ip.ttl", "ipv6.hlim");
    bool any = false;
    for (unsigned n = 0; n < w->field_count; n++)
        any |= w->fields[n].changed || w->fields[n].added || w->fields[n].gone;
    if (!any) {
        wt_out_s(o, "Nothing is changed on the way: the headers are the same at both points.");
        return;
    }
    if (hops && hops->changed && !hops->varies) {
        long fell = strtol(hops->before, NULL, 10) - strtol(hops->after, NULL, 10);
        wt_out_i(o, fell);
        wt_out_s(o, fell == 1 ? " router lies between: " : " routers lie between: ");
        wt_out_s(o, "the number of hops left falls from ");
        wt_out_s(o, hops->before);
        wt_out_s(o, " to ");
        wt_out_s(o, hops->after);
        wt_out_s(o, ". ");
    }
    bool back = w == &m->way[1];
    translated(o, back ? "The receiver's " : "The sender's ", either(w, "ip.src", "ipv6.src"),
               either(w, "tcp.srcport", "udp.srcport"));
    translated(o, back ? "The sender's " : "The receiver's ", either(w, "ip.dst", "ipv6.dst"),
               either(w, "tcp.dstport", "udp.dstport"));
    if (has_changed(w, "eth.src") || has_changed(w, "eth.dst"))
        wt_out_s(o, "The MAC addresses are those of each cable. ");
}
