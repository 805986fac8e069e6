/* flows.c - rows for conversations, from the tapes of a capture. */
#include "tell/flows.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 262144, NAMES_MAX = 4 << 20 };
enum {
    SEEN_SYN = 1, SEEN_SYN_ACK = 2, SEEN_FIN_0 = 4, SEEN_FIN_1 = 8, SEEN_RST = 16, SEEN_DATA = 32, SEEN_REFUSED = 64
};
enum { TCP_FIN = 1, TCP_SYN = 2, TCP_RST = 4, TCP_ACK = 16 };
enum { LEN, FLAGS, RTT, RESENT, FAST, SPURIOUS, OVERTAKEN, GAP, SNI, HOST, FIELDS };

wt_flows *wt_flows_new(void) {
    static const char *const names[FIELDS] = {
        "tcp.len", "tcp.flags", "tcp.analysis.initial_rtt", "tcp.analysis.retransmission",
        "tcp.analysis.fast_retransmission", "tcp.analysis.spurious_retransmission", "tcp.analysis.out_of_order",
        "tcp.analysis.lost_segment", "tls.handshake.extensions_server_name", "http.host"};
    wt_flows *f = calloc(1, sizeof *f);
    if (!f)
        return NULL;
    for (int i = 0; i < FIELDS; i++)
        f->fields[i] = wt_field_find(names[i]);
    f->polling = wt_polling_new();
    f->names = malloc(f->names_cap = 4096);
    if (!f->polling || !f->names) {
        wt_flows_free(f);
        return NULL;
    }
    f->names[0] = 0;
    f->names_len = 1;
    return f;
}

void wt_flows_free(wt_flows *f) {
    if (!f)
        return;
    free(f->rows[0]);
    free(f->rows[1]);
    free(f->names);
    wt_polling_free(f->polling);
    free(f);
}

void wt_flows_needs(wt_flows *f, wt_options *session) {
    size_t n = 0;
    for (int i = 0; i < FIELDS; i++)
        if (f->fields[i] != WT_FID_NONE)
            f->want[n++] = f->fields[i];
    wt_polling_fields(f->polling, f->want, &n);
    session->want = f->want;
    session->want_count = n;
    session->pieces = true;
}

/* ---- rows ------------------------------------------------------------------------------- */

static wt_flow_row *row_of(wt_flows *f, int kind, uint32_t number) {
    if (number >= ROWS_MAX)
        return NULL;
    if (number >= f->cap[kind]) {
        uint32_t cap = f->cap[kind] ? f->cap[kind] : 64;
        while (cap <= number)
            cap *= 2;
        wt_flow_row *rows = realloc(f->rows[kind], cap * sizeof *rows);
        if (!rows) {
            f->out_of_memory = true;
            return NULL;
        }
        memset(rows + f->cap[kind], 0, (cap - f->cap[kind]) * sizeof *rows);
        f->rows[kind] = rows;
        f->cap[kind] = cap;
    }
    if (number >= f->count[kind])
        f->count[kind] = number + 1;
    return &f->rows[kind][number];
}

static bool same_end(const wt_endpoint *a, const wt_endpoint *b) {
    return a->kind == b->kind && a->port == b->port && memcmp(a->addr, b->addr, a->length) == 0;
}

/* Who began: the SYN's sender; where none was seen, probably the side with the higher port. */
static void begin_row(wt_flow_row *r, const wt_tape *tape, const wt_layer *l, uint32_t flags) {
    bool turned = flags & TCP_SYN ? (flags & TCP_ACK) != 0 : tape->src.port < 1024 && tape->dst.port >= 1024;
    *r = (wt_flow_row){.used = true, .transport = l->proto, .number = l->stream, .rtt_ns = -1,
                       .first_frame = tape->frame->number, .first_ns = tape->frame->time_ns};
    r->end[turned] = tape->src;
    r->end[!turned] = tape->dst;
}

static void add_app(wt_flow_row *r, uint8_t proto) {
    for (int i = 0; i < r->app_count; i++)
        if (r->apps[i] == proto)
            return;
    if (r->app_count < WT_FLOW_APPS)
        r->apps[r->app_count++] = proto;
}

static uint32_t keep_name(wt_flows *f, const wt_item *item) {
    uint32_t n = item->vlen < WT_FLOW_NAME - 1 ? item->vlen : WT_FLOW_NAME - 1;
    if (f->names_len + n + 1 > f->names_cap) {
        char *names = f->names_cap < NAMES_MAX ? realloc(f->names, f->names_cap * 2) : NULL;
        if (!names)
            return 0;
        f->names = names;
        f->names_cap *= 2;
    }
    uint32_t at = f->names_len;
    memcpy(f->names + at, item->v.p, n);
    f->names[at + n] = 0;
    f->names_len += n + 1;
    return at;
}

/* ---- a frame ---------------------------------------------------------------------------- */

/* What the transport's own fields say of this frame. */
typedef struct seen {
    uint32_t len, flags, resent, overtaken, gaps;
    int64_t rtt_ns;
    const wt_item *name;
} seen;

static void look(const wt_flows *f, const wt_tape *tape, seen *s) {
    *s = (seen){.rtt_ns = -1};
    for (uint32_t i = 0; i < tape->item_count; i++) {
        const wt_item *item = &tape->items[i];
        wt_fid id = item->field;
        if (id == f->fields[LEN])
            s->len = (uint32_t)item->v.u;
        else if (id == f->fields[FLAGS])
            s->flags = (uint32_t)item->v.u;
        else if (id == f->fields[RTT])
            s->rtt_ns = (int64_t)item->v.u;
        else if (id == f->fields[RESENT] || id == f->fields[FAST] || id == f->fields[SPURIOUS])
            s->resent = 1;
        else if (id == f->fields[OVERTAKEN])
            s->overtaken = 1;
        else if (id == f->fields[GAP])
            s->gaps = 1;
        else if ((id == f->fields[SNI] || id == f->fields[HOST]) && !s->name && item->vlen)
            s->name = item;
    }
}

/* The outermost transport of the frame; a packet that an ICMP error quotes is none of the conversation. */
static const wt_layer *transport(const wt_tape *tape) {
    for (uint32_t i = 0; i < tape->layer_count; i++)
        if (tape->layers[i].stream != UINT32_MAX)
            return &tape->layers[i];
    return NULL;
}

static void note_flags(wt_flow_row *r, const seen *s, int dir) {
    if (s->flags & TCP_RST) {
        bool refused = !(r->seen & (SEEN_SYN_ACK | SEEN_DATA)) && r->seen & SEEN_SYN && dir == 1;
        r->seen |= (uint8_t)(SEEN_RST | (refused ? SEEN_REFUSED : 0));
    }
    if (s->flags & TCP_SYN)
        r->seen |= s->flags & TCP_ACK ? SEEN_SYN_ACK : SEEN_SYN;
    if (s->flags & TCP_FIN)
        r->seen |= dir ? SEEN_FIN_1 : SEEN_FIN_0;
    if (s->len)
        r->seen |= SEEN_DATA;
}

void wt_flows_tape(wt_flows *f, const wt_tape *tape) {
    const wt_layer *l = transport(tape);
    f->frames++;
    f->bytes += tape->frame->len;
    wt_polling_tape(f->polling, tape);
    int tcp = l && strcmp(wt_protocol_get(l->proto)->name, "tcp") == 0;
    wt_flow_row *r = l ? row_of(f, !tcp, l->stream) : NULL;
    if (!r) {
        f->left_out += l != NULL;
        f->other_frames += !l;
        f->other_bytes += l ? 0 : tape->frame->len;
        return;
    }
    seen s;
    look(f, tape, &s);
    if (!r->used)
        begin_row(r, tape, l, s.flags);
    int dir = !same_end(&r->end[0], &tape->src);
    r->packets[dir]++;
    r->bytes[dir] += tape->frame->len;
    r->payload[dir] += s.len;
    r->resent += s.resent;
    r->overtaken += s.overtaken;
    r->gaps += s.gaps;
    r->last_frame = tape->frame->number;
    r->last_ns = tape->frame->time_ns;
    if (s.rtt_ns >= 0 && r->rtt_ns < 0)
        r->rtt_ns = s.rtt_ns;
    if (s.name && !r->name)
        r->name = keep_name(f, s.name);
    note_flags(r, &s, dir);
    for (const wt_layer *up = l + 1; up < tape->layers + tape->layer_count; up++) {
        const wt_protocol_info *info = wt_protocol_get(up->proto);
        if (!info->content && strcmp(info->name, "data") != 0)
            add_app(r, up->proto);
    }
}

/* ---- states ----------------------------------------------------------------------------- */

enum wt_flow_state wt_flow_state(const wt_flow_row *r) {
    if (strcmp(wt_protocol_get(r->transport)->name, "tcp") != 0)
        return r->packets[0] && r->packets[1] ? WT_STATE_ANSWERED : WT_STATE_ONE_WAY;
    if (r->seen & SEEN_REFUSED)
        return WT_STATE_REFUSED;
    if (r->seen & SEEN_RST)
        return WT_STATE_RESET;
    if ((r->seen & (SEEN_FIN_0 | SEEN_FIN_1)) == (SEEN_FIN_0 | SEEN_FIN_1))
        return WT_STATE_CLOSED;
    if (r->seen & (SEEN_FIN_0 | SEEN_FIN_1))
        return WT_STATE_HALF_CLOSED;
    if (r->seen & SEEN_SYN && !r->packets[1])
        return WT_STATE_SILENT;
    return r->seen & (SEEN_SYN | SEEN_SYN_ACK) ? WT_STATE_OPEN : WT_STATE_JOINED;
}

const char *wt_flow_state_name(enum wt_flow_state state) {
    static const char *const names[] = {
        "open", "seen in part", "closed", "half closed", "reset", "refused", "no answer", "answered", "one way"};
    return names[state];
}
