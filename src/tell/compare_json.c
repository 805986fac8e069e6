/* compare_json.c - a comparison for programs. */
#include <stdlib.h>

#include "print/escape.h"
#include "tell/compare.h"

static void text(wt_out *o, const char *name, const char *value, bool more) {
    wt_out_c(o, '"');
    wt_out_s(o, name);
    wt_out_s(o, "\": \"");
    wt_escape_s(o, WT_ESC_JSON, value);
    wt_out_s(o, more ? "\", " : "\"");
}

static void number(wt_out *o, const char *name, uint64_t value, bool more) {
    wt_out_c(o, '"');
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
    wt_out_u(o, value);
    wt_out_s(o, more ? ", " : "");
}

/* Seconds; null where they are not known. */
static void seconds(wt_out *o, const char *name, int64_t ns, bool known, bool more) {
    char digits[32];
    wt_text t = {digits, 0, sizeof digits, false};
    uint64_t size = ns < 0 ? (uint64_t)-ns : (uint64_t)ns, rest = size % 1000000000;
    wt_put_s(&t, ns < 0 ? "-" : "");
    wt_put_u(&t, size / 1000000000);
    wt_put_c(&t, '.');
    for (uint64_t unit = 100000000; unit; unit /= 10)
        wt_put_c(&t, (char)('0' + rest / unit % 10));
    wt_out_c(o, '"');
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
    if (known)
        wt_out_n(o, digits, t.len);
    else
        wt_out_s(o, "null");
    wt_out_s(o, more ? ", " : "");
}

static void flow(wt_out *o, const wt_flow_row *r) {
    char end[128];
    wt_out_c(o, '{');
    text(o, "transport", wt_protocol_get(r->transport)->name, true);
    number(o, "stream", r->number, true);
    for (int n = 0; n < 2; n++) {
        wt_text t = {end, 0, sizeof end - 1, false};
        wt_put_endpoint(&t, &r->end[n]);
        end[t.len] = 0;
        text(o, n ? "to" : "from", end, n == 0);
    }
    wt_out_c(o, '}');
}

static void side(wt_out *o, const wt_side *s) {
    uint32_t flows[2] = {0, 0};
    for (int k = 0; k < 2; k++)
        for (uint32_t n = 0; n < s->flows->count[k]; n++)
            flows[k] += s->flows->rows[k][n].used;
    wt_out_s(o, "    {");
    text(o, "name", s->name, true);
    number(o, "packets", s->frames, true);
    number(o, "bytes", s->bytes, true);
    seconds(o, "lasted", s->last_ns - s->first_ns, s->first_ns != INT64_MIN, true);
    number(o, "tcp_connections", flows[0], true);
    number(o, "udp_conversations", flows[1], true);
    seconds(o, "round_trip", wt_side_rtt(s), wt_side_rtt(s) >= 0, true);
    wt_out_s(o, "\"bytes_by_layer\": {");
    for (uint32_t p = 0; p < wt_protocol_count() && p < WT_MAX_PROTOCOLS; p++)
        if (s->layer_bytes[p])
            number(o, wt_protocol_get(p)->name, s->layer_bytes[p], true);
    number(o, "rest", s->rest, false);
    wt_out_s(o, "}, ");
    number(o, "left_out", s->left_out, false);
    wt_out_c(o, '}');
}

static void field(wt_out *o, const wt_way_field *f) {
    wt_out_s(o, "\n        {");
    text(o, "layer", wt_protocol_get(f->proto)->name, true);
    if (f->field)
        text(o, "field", f->field->name, true);
    if (f->inside)
        text(o, "inside", f->inside->name, true);
    number(o, "same", f->same, true);
    number(o, "changed", f->changed, true);
    number(o, "added", f->added, true);
    number(o, "removed", f->gone, f->changed != 0);
    if (f->changed) {
        text(o, "before", f->before, true);
        text(o, "after", f->after, true);
        wt_out_s(o, f->varies ? "\"alike\": false" : "\"alike\": true");
    }
    wt_out_c(o, '}');
}

static void way(wt_out *o, const wt_way *w) {
    wt_out_s(o, "\n      {");
    number(o, "packets", w->packets, true);
    wt_out_s(o, w->turned ? "\"first_seen_by\": \"second\", " : "\"first_seen_by\": \"first\", ");
    wt_out_s(o, "\"frames\": [");
    wt_out_u(o, w->frame[0]);
    wt_out_s(o, ", ");
    wt_out_u(o, w->frame[1]);
    wt_out_s(o, "], ");
    seconds(o, "least", w->least_ns, w->timed, true);
    seconds(o, "median", w->median_ns, w->timed, true);
    seconds(o, "most", w->most_ns, w->timed, true);
    wt_out_s(o, "\"fields\": [");
    for (unsigned n = 0; n < w->field_count; n++) {
        wt_out_s(o, n ? "," : "");
        field(o, &w->fields[n]);
    }
    wt_out_s(o, "]}");
}

static void meeting(wt_out *o, const wt_side *a, const wt_side *b, const wt_meeting *m) {
    const wt_side *sides[2] = {a, b};
    wt_out_s(o, "\n    {");
    for (int n = 0; n < 2; n++) {
        wt_talk t = {.transport = m->transport, .stream = m->stream[n]};
        const wt_flow_row *r = m->transport ? wt_talk_row(sides[n], &t) : NULL;
        wt_out_s(o, n ? ", \"second\": " : "\"first\": ");
        if (r)
            flow(o, r);
        else
            wt_out_s(o, "null");
    }
    wt_out_s(o, ", \"told\": \"");
    wt_out *told = wt_out_new(-1);
    size_t n = 0;
    if (told) {
        wt_meeting_tell(told, m);
        const char *s = wt_out_memory(told, &n);
        wt_escape(o, WT_ESC_JSON, s, n && s[n - 1] == ' ' ? n - 1 : n);
    }
    wt_out_free(told);
    wt_out_s(o, "\", \"only\": [");
    wt_out_u(o, m->only[0]);
    wt_out_s(o, ", ");
    wt_out_u(o, m->only[1]);
    wt_out_s(o, "], \"ways\": [");
    for (int dir = 0, any = 0; dir < 2; dir++)
        if (m->way[dir].packets) {
            wt_out_s(o, any++ ? "," : "");
            way(o, &m->way[dir]);
        }
    wt_out_s(o, "]}");
}

static void talk(wt_compare *c, wt_out *o, const wt_side *a, const wt_talk *x, const wt_side *b, const wt_talk *y) {
    wt_out_s(o, "\n    {\"first\": ");
    flow(o, wt_talk_row(a, x));
    wt_out_s(o, ", \"second\": ");
    flow(o, wt_talk_row(b, y));
    wt_out_s(o, ", \"said\": [");
    bool any = false;
    for (unsigned n = 0; n < c->trait_count; n++)
        for (unsigned dir = 0; dir < 2; dir++) {
            const char *p = x->said[n][dir], *q = y->said[n][dir];
            if (!*p && !*q)
                continue;
            wt_out_s(o, any ? ",\n      {" : "\n      {");
            text(o, "field", wt_field_get(c->traits[n])->name, true);
            text(o, "by", dir ? "to" : "from", true);
            text(o, "first", p, true);
            text(o, "second", q, true);
            wt_out_s(o, strcmp(p, q) == 0 ? "\"same\": true}" : "\"same\": false}");
            any = true;
        }
    wt_out_s(o, "]}");
}

/* What one side and the one after it, or the first one, have to do with each other. */
static void pair(wt_compare *c, wt_out *o, unsigned second) {
    enum { MOST = 256 };
    wt_meetings m;
    wt_side *a = &c->sides[second - 1], *b = &c->sides[second];
    wt_meet(a, b, &m);
    c->out_of_memory |= m.out_of_memory;
    wt_out_s(o, second > 1 ? ",\n  {" : "\n  {");
    number(o, "met", m.met, true);
    wt_out_s(o, "\"points\": [");
    for (uint32_t n = 0; n < m.count; n++) {
        wt_out_s(o, n ? "," : "");
        meeting(o, a, b, &m.list[n]);
    }
    wt_out_s(o, "], \"conversations\": [");
    wt_talk_pair *pairs = m.met ? NULL : malloc(MOST * sizeof *pairs);
    uint32_t count = pairs ? wt_pair_talks(&c->sides[0], b, pairs, MOST) : 0;
    for (uint32_t n = 0; n < count; n++) {
        wt_out_s(o, n ? "," : "");
        talk(c, o, &c->sides[0], &c->sides[0].talks[pairs[n].a], b, &b->talks[pairs[n].b]);
    }
    wt_out_s(o, "]}");
    free(pairs);
    wt_meetings_free(&m);
}

void wt_compare_json(wt_compare *c, wt_out *out) {
    wt_out_s(out, "{\"sides\": [\n");
    for (unsigned n = 0; n < c->count; n++) {
        wt_out_s(out, n ? ",\n" : "");
        side(out, &c->sides[n]);
    }
    wt_out_s(out, "],\n \"pairs\": [");
    for (unsigned n = 1; n < c->count; n++)
        pair(c, out, n);
    wt_out_s(out, "]}\n");
}
