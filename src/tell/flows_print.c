/* flows_print.c - the table of conversations, for people and for programs. */
#include <stdlib.h>

#include "print/escape.h"
#include "tell/amounts.h"
#include "tell/flows.h"

enum { NO, WHAT, FROM, TO, PACKETS, BYTES, ROUND_TRIP, RESENT, LASTED, STATE, COLUMNS };
enum { CELL = 96, GAP = 2 };

typedef struct cells {
    char text[COLUMNS][CELL];
    uint32_t len[COLUMNS];
} cells;

static const char *const titles[COLUMNS] = {"No", "What", "From", "To", "Packets", "Bytes", "Round trip", "Resent",
                                            "Lasted", "State"};
static const bool right[COLUMNS] = {[NO] = true, [PACKETS] = true, [BYTES] = true, [ROUND_TRIP] = true,
                                    [RESENT] = true, [LASTED] = true};

/* ---- values ----------------------------------------------------------------------------- */

/* "HTTP over TLS"'s short form: what is highest first, "HTTP/TLS"; a transport nobody spoke on says its own name. */
static void put_what(wt_text *t, const wt_flow_row *r) {
    for (int i = r->app_count; i-- > 0;) {
        wt_put_s(t, wt_protocol_get(r->apps[i])->tag);
        wt_put_s(t, i ? "/" : "");
    }
    if (!r->app_count)
        wt_put_s(t, wt_protocol_get(r->transport)->tag);
}

static void put_both(wt_text *t, uint64_t a, uint64_t b, bool total) {
    wt_put_grouped(t, total ? a + b : a);
    if (!total) {
        wt_put_s(t, " / ");
        wt_put_grouped(t, b);
    }
}

static void fill(cells *c, const wt_flow_row *r, bool totals) {
    for (int k = 0; k < COLUMNS; k++) {
        wt_text t = {c->text[k], 0, CELL, false};
        switch (k) {
        case NO: wt_put_u(&t, r->number); break;
        case WHAT: put_what(&t, r); break;
        case FROM: wt_put_endpoint(&t, &r->end[0]); break;
        case TO: wt_put_endpoint(&t, &r->end[1]); break;
        case PACKETS: put_both(&t, r->packets[0], r->packets[1], totals); break;
        case BYTES: put_both(&t, r->bytes[0], r->bytes[1], totals); break;
        case ROUND_TRIP:
            if (r->rtt_ns >= 0)
                wt_put_duration(&t, r->rtt_ns);
            break;
        case RESENT:
            if (r->resent || r->gaps)
                wt_put_u(&t, r->resent);
            if (r->gaps)
                wt_put_s(&t, "!");
            break;
        case LASTED:
            if (r->first_ns != INT64_MIN && r->last_ns >= r->first_ns)
                wt_put_duration(&t, r->last_ns - r->first_ns);
            break;
        default: wt_put_s(&t, wt_flow_state_name(wt_flow_state(r))); break;
        }
        c->len[k] = t.len;
    }
}

/* ---- the table -------------------------------------------------------------------------- */

typedef struct table {
    wt_flows *f;
    wt_out *out;
    const wt_print_options *options;
    unsigned width[COLUMNS];
    bool totals, gaps;
} table;

static void style(table *t, const char *code) {
    if (t->options->color) {
        wt_out_s(t->out, "\033[");
        wt_out_s(t->out, code);
        wt_out_c(t->out, 'm');
    }
}

static void measure(table *t, bool totals) {
    t->totals = totals;
    for (int k = 0; k < COLUMNS; k++)
        t->width[k] = (unsigned)strlen(titles[k]);
    for (int kind = 0; kind < 2; kind++)
        for (uint32_t i = 0; i < t->f->count[kind]; i++) {
            cells c;
            if (!t->f->rows[kind][i].used)
                continue;
            t->gaps |= t->f->rows[kind][i].gaps > 0;
            fill(&c, &t->f->rows[kind][i], totals);
            for (int k = 0; k < COLUMNS; k++) {
                unsigned w = wt_columns(c.text[k], c.len[k]);
                t->width[k] = w > t->width[k] ? w : t->width[k];
            }
        }
}

static unsigned whole_width(const table *t) {
    unsigned w = 1;
    for (int k = 0; k < COLUMNS; k++)
        w += t->width[k] + GAP;
    return w;
}

static void print_cells(table *t, const cells *c) {
    wt_out_c(t->out, ' ');
    for (int k = 0; k < COLUMNS; k++) {
        unsigned w = wt_columns(c->text[k], c->len[k]), room = t->width[k] > w ? t->width[k] - w : 0;
        if (right[k])
            wt_out_spaces(t->out, room);
        if (k == WHAT)
            style(t, "1;38;5;32");
        wt_out_n(t->out, c->text[k], c->len[k]);
        if (k == WHAT)
            style(t, "0");
        if (k < COLUMNS - 1)
            wt_out_spaces(t->out, (right[k] ? 0 : room) + GAP);
    }
    wt_out_c(t->out, '\n');
}

static void print_titles(table *t) {
    cells c;
    for (int k = 0; k < COLUMNS; k++) {
        c.len[k] = (uint32_t)strlen(titles[k]);
        memcpy(c.text[k], titles[k], c.len[k]);
    }
    style(t, "1");
    print_cells(t, &c);
    style(t, "0");
}

/* "long polling: GET http://… asked 12 times on 1 connection; …" */
static void print_poll(table *t, const wt_poll *poll, enum wt_poll_kind kind, int64_t held, int64_t pause) {
    wt_out *o = t->out;
    wt_out_spaces(o, t->width[NO] + 1 + GAP);
    style(t, "1;38;5;133");
    wt_out_s(o, kind == WT_POLL_LONG ? "long polling" : "short polling");
    style(t, "0");
    wt_out_s(o, ": ");
    wt_out_s(o, poll->method);
    wt_out_c(o, ' ');
    wt_out_s(o, poll->uri);
    wt_out_c(o, '\n');
    wt_out_spaces(o, t->width[NO] + 1 + GAP + 2);
    wt_text *text = wt_out_room(o, 400);
    wt_put_s(text, "asked ");
    wt_put_u(text, poll->asked);
    wt_put_s(text, " times");
    if (poll->connections > 1) {
        wt_put_s(text, " on ");
        wt_put_u(text, poll->connections);
        wt_put_s(text, " connections");
    }
    wt_put_s(text, " (frames ");
    wt_put_u(text, poll->first_frame);
    wt_put_s(text, " to ");
    wt_put_u(text, poll->last_frame);
    wt_put_s(text, kind == WT_POLL_LONG ? "); answers were held for " : "); answered after ");
    wt_put_duration(text, held);
    wt_put_s(text, ", asked again ");
    wt_put_duration(text, pause);
    wt_put_s(text, " later (medians); ");
    wt_put_u(text, poll->empty);
    wt_put_s(text, poll->empty == 1 ? " answer was empty" : " answers were empty");
    wt_put_c(text, '\n');
}

static void print_polls_of(table *t, const wt_flow_row *r) {
    const wt_poll *poll;
    for (uint32_t n = 0; (poll = wt_polling_get(t->f->polling, n)); n++) {
        int64_t held, pause;
        if (!poll->asked || poll->transport_flow != r->number ||
            strcmp(wt_protocol_get(r->transport)->name, "tcp") != 0)
            continue;
        enum wt_poll_kind kind = wt_poll_judge(poll, &held, &pause);
        if (kind != WT_POLL_NONE)
            print_poll(t, poll, kind, held, pause);
    }
}

static void print_row(table *t, const wt_flow_row *r) {
    cells c;
    fill(&c, r, t->totals);
    print_cells(t, &c);
    const char *name = t->f->names + r->name;
    bool says_more = r->name && strncmp(name, c.text[TO], strlen(name)) != 0;
    if (says_more) {
        wt_out_spaces(t->out, t->width[NO] + 1 + GAP);
        style(t, "2");
        wt_out_s(t->out, "server name: ");
        wt_escape(t->out, WT_ESC_TERMINAL, name, strlen(name));
        style(t, "0");
        wt_out_c(t->out, '\n');
    }
    print_polls_of(t, r);
}

static void print_sums(table *t) {
    wt_flows *f = t->f;
    uint64_t n[2] = {0, 0};
    for (int kind = 0; kind < 2; kind++)
        for (uint32_t i = 0; i < f->count[kind]; i++)
            n[kind] += f->rows[kind][i].used;
    wt_text *text = wt_out_room(t->out, 600);
    wt_put_grouped(text, n[0]);
    wt_put_s(text, n[0] == 1 ? " TCP connection, " : " TCP connections, ");
    wt_put_grouped(text, n[1]);
    wt_put_s(text, n[1] == 1 ? " UDP conversation; " : " UDP conversations; ");
    wt_put_grouped(text, f->frames);
    wt_put_s(text, " frames, ");
    wt_put_grouped(text, f->bytes);
    wt_put_s(text, " bytes; ");
    wt_put_grouped(text, f->other_frames);
    wt_put_s(text, f->other_frames == 1 ? " frame belongs to none\n" : " frames belong to none\n");
    if (t->gaps)
        wt_put_s(text, "! segments are missing: they went another way, or the capture lost them\n");
    if (f->left_out) {
        wt_put_grouped(text, f->left_out);
        wt_put_s(text, " frames of further conversations are left out: limit reached: rows (docs/limits.md)\n");
    }
}

void wt_flows_print(wt_flows *f, wt_out *out, const wt_print_options *options) {
    if (options->ascii)
        wt_out_ascii(out);
    table t = {.f = f, .out = out, .options = options};
    measure(&t, false);
    if (options->cut && whole_width(&t) > (unsigned)options->width)
        measure(&t, true);                     /* both ways together take less room */
    for (int kind = 0; kind < 2; kind++)
        for (uint32_t i = 0, first = 1; i < f->count[kind]; i++) {
            if (!f->rows[kind][i].used)
                continue;
            if (first)
                print_titles(&t);
            first = 0;
            print_row(&t, &f->rows[kind][i]);
        }
    print_sums(&t);
}

/* ---- JSON ------------------------------------------------------------------------------- */

static void json_pair(wt_out *o, const char *name, uint64_t a, uint64_t b) {
    wt_out_s(o, ", \"");
    wt_out_s(o, name);
    wt_out_s(o, "\": [");
    wt_out_u(o, a);
    wt_out_s(o, ", ");
    wt_out_u(o, b);
    wt_out_c(o, ']');
}

static void json_number(wt_out *o, const char *name, uint64_t v) {
    wt_out_s(o, ", \"");
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
    wt_out_u(o, v);
}

/* Seconds with all their digits, or null. */
static void json_seconds(wt_out *o, const char *name, bool known, int64_t ns) {
    wt_out_s(o, ", \"");
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
    if (known)
        wt_put_seconds(wt_out_room(o, 40), ns, 9);
    else
        wt_out_s(o, "null");
}

static void json_text(wt_out *o, const char *before, const char *s, size_t n, const char *after) {
    wt_out_s(o, before);
    wt_escape(o, WT_ESC_JSON, s, n);
    wt_out_s(o, after);
}

static void json_polls(wt_flows *f, wt_out *o, const wt_flow_row *r) {
    const wt_poll *poll;
    wt_out_s(o, ", \"polling\": [");
    for (uint32_t n = 0, first = 1; (poll = wt_polling_get(f->polling, n)); n++) {
        int64_t held, pause;
        if (!poll->asked || poll->transport_flow != r->number ||
            strcmp(wt_protocol_get(r->transport)->name, "tcp") != 0)
            continue;
        enum wt_poll_kind kind = wt_poll_judge(poll, &held, &pause);
        if (kind == WT_POLL_NONE)
            continue;
        wt_out_s(o, first ? "{\"kind\": " : ", {\"kind\": ");
        first = 0;
        wt_out_s(o, kind == WT_POLL_LONG ? "\"long\"" : "\"short\"");
        json_text(o, ", \"method\": \"", poll->method, strlen(poll->method), "\"");
        json_text(o, ", \"uri\": \"", poll->uri, strlen(poll->uri), "\"");
        json_number(o, "asked", poll->asked);
        json_number(o, "answered", poll->answered);
        json_number(o, "empty", poll->empty);
        json_number(o, "connections", poll->connections);
        json_number(o, "first_frame", poll->first_frame);
        json_number(o, "last_frame", poll->last_frame);
        json_seconds(o, "held_median", true, held);
        json_seconds(o, "pause_median", true, pause);
        wt_out_c(o, '}');
    }
    wt_out_c(o, ']');
}

static void json_row(wt_flows *f, wt_out *o, const wt_flow_row *r) {
    char end[2][CELL];
    for (int d = 0; d < 2; d++) {
        wt_text t = {end[d], 0, CELL - 1, false};
        wt_put_endpoint(&t, &r->end[d]);
        end[d][t.len] = 0;
    }
    const char *transport = wt_protocol_get(r->transport)->name, *state = wt_flow_state_name(wt_flow_state(r));
    json_text(o, "  {\"transport\": \"", transport, strlen(transport), "\"");
    json_number(o, "stream", r->number);
    json_text(o, ", \"from\": \"", end[0], strlen(end[0]), "\"");
    json_text(o, ", \"to\": \"", end[1], strlen(end[1]), "\", \"protocols\": [");
    for (int i = 0; i < r->app_count; i++) {
        const char *name = wt_protocol_get(r->apps[i])->name;
        json_text(o, i ? ", \"" : "\"", name, strlen(name), "\"");
    }
    json_text(o, "], \"state\": \"", state, strlen(state), "\", \"server_name\": ");
    if (r->name)
        json_text(o, "\"", f->names + r->name, strlen(f->names + r->name), "\"");
    else
        wt_out_s(o, "null");
    json_pair(o, "packets", r->packets[0], r->packets[1]);
    json_pair(o, "bytes", r->bytes[0], r->bytes[1]);
    json_pair(o, "payload", r->payload[0], r->payload[1]);
    json_number(o, "resent", r->resent);
    json_number(o, "out_of_order", r->overtaken);
    json_number(o, "gaps", r->gaps);
    json_number(o, "first_frame", r->first_frame);
    json_number(o, "last_frame", r->last_frame);
    bool timed = r->first_ns != INT64_MIN;
    json_seconds(o, "began", timed, r->first_ns);
    json_seconds(o, "lasted", timed && r->last_ns >= r->first_ns, r->last_ns - r->first_ns);
    json_seconds(o, "initial_rtt", r->rtt_ns >= 0, r->rtt_ns);
    json_polls(f, o, r);
    wt_out_c(o, '}');
}

void wt_flows_json(wt_flows *f, wt_out *out) {
    bool first = true;
    wt_out_s(out, "[");
    for (int kind = 0; kind < 2; kind++)
        for (uint32_t i = 0; i < f->count[kind]; i++)
            if (f->rows[kind][i].used) {
                wt_out_s(out, first ? "\n" : ",\n");
                json_row(f, out, &f->rows[kind][i]);
                first = false;
            }
    wt_out_s(out, "\n]\n");
}
