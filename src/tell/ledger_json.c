/* ledger_json.c - the byte ledger for programs. */
#include "print/escape.h"
#include "tell/ledger.h"

enum { CELL = 128 };

static void key(wt_out *o, const char *before, const char *name) {
    wt_out_s(o, before);
    wt_out_c(o, '"');
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
}

static void number(wt_out *o, const char *before, const char *name, uint64_t v) {
    key(o, before, name);
    wt_out_u(o, v);
}

static void pair_after(wt_out *o, const char *before, const char *name, uint64_t a, uint64_t b) {
    key(o, before, name);
    wt_out_c(o, '[');
    wt_out_u(o, a);
    wt_out_s(o, ", ");
    wt_out_u(o, b);
    wt_out_c(o, ']');
}

static void pair(wt_out *o, const char *name, uint64_t a, uint64_t b) { pair_after(o, ", ", name, a, b); }

static const char *line_key(const wt_ledger_line *is, unsigned line) {
    return is->key ? is->key : wt_protocol_get(line - WT_USES)->name;
}

static void totals(const wt_ledger *l, wt_out *o) {
    const wt_ledger_line *is;
    const char *before = "";
    unsigned line;
    key(o, ",\n", "lines");
    wt_out_s(o, "[");
    for (unsigned n = 0; (is = wt_ledger_listed(n, &line)); n++) {
        uint64_t sum = wt_ledger_sum(l, line);
        if (!sum)
            continue;
        wt_out_s(o, before);
        before = ",";
        key(o, "\n  {", "line");
        wt_out_c(o, '"');
        wt_out_s(o, line_key(is, line));
        wt_out_s(o, "\", \"group\": \"");
        wt_out_s(o, wt_ledger_group_name(is->group));
        wt_out_c(o, '"');
        number(o, ", ", "bytes", sum);
        number(o, ", ", "expanded", wt_ledger_expanded(l, line));
        wt_out_c(o, '}');
    }
    wt_out_s(o, "\n]");
}

static void end(wt_out *o, const wt_endpoint *e) {
    char text[CELL];
    wt_text t = {text, 0, sizeof text, false};
    wt_put_endpoint(&t, e);
    wt_out_c(o, '"');
    wt_out_n(o, text, t.len);
    wt_out_c(o, '"');
}

static void stream(wt_out *o, const char *transport, uint64_t number_of) {
    key(o, "", "transport");
    wt_out_c(o, '"');
    wt_out_s(o, transport);
    wt_out_c(o, '"');
    number(o, ", ", "stream", number_of);
}

/* Which row: a conversation, what belongs to none, or those past the limit. */
static void row_name(const wt_ledger *l, wt_out *o, const wt_ledger_row *row) {
    if (row == &l->none || row == &l->further) {
        key(o, "", "transport");
        wt_out_s(o, row == &l->none ? "null, \"further\": false" : "null, \"further\": true");
        return;
    }
    bool tcp = l->count[0] && row >= l->rows[0] && row < l->rows[0] + l->count[0];
    stream(o, tcp ? "tcp" : "udp", (uint64_t)(row - l->rows[!tcp]));
    key(o, ", ", "ends");
    wt_out_c(o, '[');
    end(o, &row->end[0]);
    wt_out_s(o, ", ");
    end(o, &row->end[1]);
    wt_out_c(o, ']');
}

static void connection(const wt_ledger *l, wt_out *o, const wt_ledger_row *row) {
    const wt_ledger_side *a = &row->side[0], *b = &row->side[1];
    const wt_ledger_line *is;
    const char *before = "{";
    unsigned line;
    row_name(l, o, row);
    pair(o, "frames", a->frames, b->frames);
    number(o, ", ", "bytes", wt_ledger_row_sum(row));
    number(o, ", ", "messages", row->messages);
    key(o, ", ", "lines");
    for (unsigned n = 0; (is = wt_ledger_listed(n, &line)); n++) {
        if (!a->bytes[line] && !b->bytes[line])
            continue;
        pair_after(o, before, line_key(is, line), a->bytes[line], b->bytes[line]);
        before = ", ";
    }
    wt_out_s(o, *before == '{' ? "{}" : "}");
    pair(o, "fields_expanded", a->heads_plain, b->heads_plain);
    pair(o, "content_expanded", a->content_plain, b->content_plain);
}

static void connections(const wt_ledger *l, wt_out *o) {
    const wt_ledger_row *row;
    const char *before = "";
    key(o, ",\n", "connections");
    wt_out_c(o, '[');
    for (uint32_t n = 0; (row = wt_ledger_row_at(l, &n, NULL)); n++) {
        wt_out_s(o, before);
        before = ",";
        wt_out_s(o, "\n  {");
        connection(l, o, row);
        wt_out_c(o, '}');
    }
    wt_out_s(o, "\n]");
}

static void parts(wt_out *o, const wt_ledger_message *m) {
    const wt_ledger_part *a = &m->part[0], *b = &m->part[1];
    pair(o, "bytes", wt_ledger_part_sum(a), wt_ledger_part_sum(b));
    pair(o, "heads", a->heads, b->heads);
    pair(o, "framing", a->framing, b->framing);
    pair(o, "content", a->content, b->content);
    pair(o, "heads_expanded", a->heads_plain, b->heads_plain);
    pair(o, "content_expanded", a->content_plain, b->content_plain);
}

static void text(wt_out *o, const char *name, const char *p, uint32_t n) {
    key(o, ", ", name);
    if (!n) {
        wt_out_s(o, "null");
        return;
    }
    wt_out_c(o, '"');
    wt_escape(o, WT_ESC_JSON, p, n);
    wt_out_c(o, '"');
}

static void messages(const wt_ledger *l, wt_out *o) {
    key(o, ",\n", "messages");
    wt_out_c(o, '[');
    for (uint32_t i = 0; i < l->message_count; i++) {
        const wt_ledger_message *m = &l->messages[i];
        wt_out_s(o, i ? ",\n  {" : "\n  {");
        stream(o, wt_protocol_get(m->transport)->name, m->flow);
        text(o, "protocol", wt_protocol_get(m->proto)->name, (uint32_t)strlen(wt_protocol_get(m->proto)->name));
        number(o, ", ", "substream", m->substream);
        number(o, ", ", "message", m->message & 0x7fffffff);
        text(o, "label", m->label, m->label_len);
        text(o, "answer", m->answer, m->answer_len);
        parts(o, m);
        wt_out_c(o, '}');
    }
    wt_out_s(o, "\n]");
}

void wt_ledger_json(const wt_ledger *l, const wt_ledger_print *how) {
    wt_out *o = how->out;
    const wt_ledger_message *further = &l->further_messages;
    key(o, "{", "capture");
    wt_out_c(o, '"');
    wt_escape_s(o, WT_ESC_JSON, how->title);
    wt_out_c(o, '"');
    number(o, ", ", "frames", l->frames);
    number(o, ", ", "bytes", l->bytes);
    number(o, ", ", "captured", l->captured);
    number(o, ", ", "outside", l->outside);
    totals(l, o);
    connections(l, o);
    messages(l, o);
    key(o, ",\n", "further_messages");
    number(o, "{", "claims", l->further_message_claims);
    parts(o, further);
    wt_out_s(o, "}}\n");
}
