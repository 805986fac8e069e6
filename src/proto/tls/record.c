/* record.c - TLS's record layer: found in the stream, opened where there is a key, handed on. */
#include "proto/tls/tls.h"

static const wt_field fields[] = {TLS_FIELDS(WT_ROW)};

static bool plausible(const uint8_t *p) {
    uint32_t n = (uint32_t)p[3] << 8 | p[4];
    return p[0] >= TLS_CCS && p[0] <= TLS_HEARTBEAT && p[1] == 3 && p[2] <= 4 && n <= TLS_RECORD_MAX &&
           (n > 0 || p[0] == TLS_APP_DATA);
}

static wt_text *next_part(wt_cur *c, wt_tls *t) {
    wt_text *to = wt_tell(c);
    if (to && t->told)
        wt_put_s(to, "; ");
    t->told = true;
    return to;
}

wt_text *wt_tls_tell(wt_cur *c, wt_tls *t) {
    wt_text *to = next_part(c, t);
    if (to && t->opened != t->told_opened)
        wt_put_s(to, t->opened ? "sealed: " : "in the clear: ");
    t->told_opened = t->opened;
    return to;
}

void wt_tls_put_value(wt_text *to, const wt_values *values, uint64_t v) {
    const wt_value *row = wt_value_find(values, v);
    if (row) {
        wt_put_s(to, row->name);
    } else {
        wt_put_s(to, "0x");
        wt_put_x(to, v, 4);
    }
}

/* ---- what is in a record ---------------------------------------------------------------- */

/* Application data goes to the layer above, as one stream for all records. */
static void hand_on(wt_cur *c, wt_chan *ch, const wt_tls *t, int dir) {
    wt_session *s = c->s;
    if (!ch->child) {
        ch->child = wt_chan_new(s, ch->flow, ch, "Reassembled TLS");
        if (!ch->child) {
            wt_limit_hit(c, WT_LIMIT_POOL);
            return;
        }
        memcpy(ch->child->alpn, t->alpn, sizeof ch->child->alpn);
    }
    wt_chan_push(c, ch->child, dir);
}

/* Up to TLS 1.2 new keys begin here. */
static void change_cipher_spec(wt_cur *c, wt_tls *t, int dir) {
    wt_end(c, wt_begin(c, F_CCS, wt_left(c)));
    wt_skip(c, wt_left(c));
    t->side[dir].ccs = true;
    if (t->version && t->version < 0x0304)
        wt_tls_enter(c->s, t, dir, EPOCH_TRAFFIC);
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, t->version == 0x0304 ? "ChangeCipherSpec (for show)" : "ChangeCipherSpec");
}

static void alert(wt_cur *c, wt_chan *ch, wt_tls *t, int dir) {
    wt_node n = wt_begin(c, F_ALERT, wt_left(c));
    wt_take(c, F_ALERT_LEVEL);
    uint64_t what = wt_take(c, F_ALERT_DESC);
    wt_end(c, n);
    if (c->fail)
        return;
    wt_text *to = wt_tls_tell(c, t);
    if (to && what == 0) {
        wt_put_s(to, "closes its side of TLS (close_notify)");
    } else if (to) {
        wt_put_s(to, "alert: ");
        wt_tls_put_value(to, &wt_tls_alerts, what);
    }
    if (what == 0 && ch->child)
        wt_chan_close(c, ch->child, dir);
}

static void heartbeat(wt_cur *c, wt_tls *t) {
    uint64_t type = wt_look(c, 0, 1), claimed = wt_look(c, 1, 2);
    bool readable = wt_left(c) >= 3 && (type == 1 || type == 2), fits = claimed + 3 <= wt_left(c);
    wt_node n = wt_begin(c, F_HEARTBEAT, wt_left(c));
    if (readable) {                        /* else it may be sealed: the opening was not seen */
        wt_take(c, F_HEARTBEAT_TYPE);
        wt_take(c, F_HEARTBEAT_LENGTH);
        uint32_t brought = fits ? (uint32_t)claimed : wt_left(c);
        if (!fits) {
            wt_node length = wt_parent(c, F_HEARTBEAT_LENGTH);
            wt_put(c, F_HEARTBEAT_INVALID, c->pos - 2, 2);
            wt_end(c, length);
            wt_note(c,
                    "it claims %u bytes and brings %u: a peer that believes it answers with what stands in its memory "
                    "(Heartbleed, CVE-2014-0160)",
                    (unsigned)claimed, brought);
        }
        if (brought)
            wt_take_bytes(c, F_HEARTBEAT_PAYLOAD, brought);
        if (wt_left(c))
            wt_take_bytes(c, F_HEARTBEAT_PADDING, wt_left(c));
    }
    wt_skip(c, wt_left(c));
    wt_end(c, n);
    wt_text *to = wt_tls_tell(c, t);
    if (to)
        wt_put_s(to, !readable   ? "heartbeat"
                     : !fits     ? "claims more bytes than it brings (Heartbleed)"
                     : type == 1 ? "asks whether the peer is still there (heartbeat)"
                                 : "still here (heartbeat)");
}

/* Readable content that is no application data. */
static void content(wt_cur *c, wt_chan *ch, wt_tls *t, int dir, uint8_t type) {
    switch (type) {
    case TLS_CCS: change_cipher_spec(c, t, dir); break;
    case TLS_ALERT: alert(c, ch, t, dir); break;
    case TLS_HANDSHAKE: wt_tls_handshake(c, ch, t, dir); break;
    case TLS_HEARTBEAT: heartbeat(c, t); break;
    default: wt_take_rest(c, F_APP_DATA); break;
    }
}

/* ---- sealed records --------------------------------------------------------------------- */

/* Up to TLS 1.2 a change cipher spec says it.  Where that was not seen, what can't be a readable message is
 * sealed. */
static bool is_sealed(const wt_cur *c, const wt_tls *t, int dir, uint8_t type, uint32_t n) {
    if (type == TLS_APP_DATA || (type == TLS_ALERT && n != 2))
        return true;
    if (type == TLS_HANDSHAKE && !t->version && !t->have_random && !t->side[dir].message_len &&
        !wt_value_find(&wt_tls_handshakes, wt_look(c, TLS_HEADER, 1)))
        return true;
    bool too_short = (type == TLS_CCS && n == 1) || (type == TLS_ALERT && n == 2);
    return t->side[dir].ccs && t->version != 0x0304 && !too_short;
}

static void still_sealed(wt_cur *c, wt_tls *t, uint8_t type) {
    t->sealed++;
    t->sealed_bytes += wt_left(c);
    if (type == TLS_APP_DATA) {
        wt_take_rest(c, F_APP_DATA);
        return;
    }
    wt_end(c, wt_begin(c,
                       type == TLS_ALERT       ? F_ALERT
                       : type == TLS_HEARTBEAT ? F_HEARTBEAT
                                               : F_HANDSHAKE,
                       wt_left(c)));
    wt_skip(c, wt_left(c));
}

/* The opened record: its content, in TLS 1.3 with type byte and padding, is a source of its own. */
static void opened(wt_cur *body, wt_cur *c, wt_chan *ch, wt_tls *t, int dir, wt_node record, const uint8_t *plain,
                   const wt_opened *o) {
    bool tls13 = t->version == 0x0304 || !t->version;
    uint32_t n = o->length;
    uint16_t source = wt_add_source(c->s, "Decrypted TLS", plain, n + (tls13 ? 1 + o->padding : 0), body->source,
                                    body->pos, wt_left(body));
    if (!source) {
        wt_limit_hit(c, WT_LIMIT_SOURCES);
        wt_take_rest(body, F_APP_DATA);
        wt_end(c, record);
        return;
    }
    wt_cur whole = wt_over(c, source);
    if (tls13)
        wt_emit_u(&whole, F_CONTENT_TYPE, n, 1, o->type);
    if (o->padding)
        wt_emit_u(&whole, F_PADDING, n + 1, o->padding, o->padding);
    whole.end = whole.cap = n;
    if (o->type == TLS_APP_DATA) {
        wt_take_rest(body, F_APP_DATA);
        wt_end(c, record);
        t->data_bytes += n;
        if (n)
            hand_on(&whole, ch, t, dir);
        return;
    }
    t->opened = true;
    content(&whole, ch, t, dir, o->type);
    t->opened = false;
    wt_skip(body, wt_left(body));
    wt_end(c, record);
}

/* For the ledger.  Content stays unclaimed here if it is handed on; a record that waited was counted when it came. */
static void claim(wt_session *s, wt_chan *ch, const wt_tls *t, int dir, uint8_t type, uint32_t n, bool sealed,
                  const wt_opened *o) {
    enum wt_use still = sealed && type == TLS_APP_DATA ? WT_USE_TLS_SEALED : WT_USE_TLS_HANDSHAKE;
    if (t->releasing) {
        wt_claim_bytes(s, ch, dir, &(wt_claim){.was = WT_USE_TLS_RECORD, .length = TLS_HEADER});
        wt_claim_bytes(s, ch, dir, &(wt_claim){.was = (uint8_t)still, .length = n});
    }
    wt_claim_use(s, ch, dir, WT_USE_TLS_RECORD, TLS_HEADER);
    wt_claim_use(s, ch, dir, o ? WT_USE_TLS_SEAL : still, o ? n - o->length : n);
    if (o && o->type != TLS_APP_DATA)
        wt_claim_use(s, ch, dir, WT_USE_TLS_HANDSHAKE, o->length);
}

static void record(wt_cur *c, wt_chan *ch, wt_tls *t, int dir) {
    uint8_t type = (uint8_t)wt_look(c, 0, 1);
    uint32_t n = (uint32_t)wt_look(c, 3, 2);
    bool sealed = is_sealed(c, t, dir, type, n);
    wt_node node = wt_begin(c, F_RECORD, TLS_HEADER + n);
    uint8_t *plain = NULL;
    wt_opened o;
    bool open = sealed && wt_tls_open(c, t, dir, n, &o, &plain);
    if (c->s->claims)
        claim(c->s, ch, t, dir, type, n, sealed, open ? &o : NULL);
    bool opaque = type == TLS_APP_DATA && t->version == 0x0304 && t->side[dir].epoch != EPOCH_PLAIN;
    if (wt_quiet(c->s, WT_P_TLS) && wt_left_captured(c) >= TLS_HEADER) {
        wt_skip(c, TLS_HEADER);
    } else {
        wt_take(c, opaque ? F_OPAQUE_TYPE : F_CONTENT_TYPE);
        wt_take(c, F_RECORD_VERSION);
        wt_take(c, F_RECORD_LENGTH);
    }
    wt_cur body = wt_sub(c, n);
    if (open) {
        opened(&body, c, ch, t, dir, node, plain, &o);
        return;
    }
    if (sealed)
        still_sealed(&body, t, type);
    else
        content(&body, ch, t, dir, type);
    if (wt_left(&body) && !body.fail)
        wt_skip(&body, wt_left(&body));
    wt_end(c, node);
}

/* Records that waited, if their key has come: read here, in the order in which they came. */
static void release(wt_cur *c, wt_chan *ch, wt_tls *t, int now) {
    wt_cur held;
    if (!wt_tls_release(c, t, &held))
        return;
    uint64_t told = 0;
    t->releasing = true;
    while (wt_left(&held) >= WT_TLS_HELD + TLS_HEADER) {
        int dir = wt_look(&held, 0, 1) != 0;
        uint64_t frame = wt_look(&held, 1, 8);
        wt_skip(&held, WT_TLS_HELD);
        wt_cur layer = wt_layer_begin(&held, WT_P_TLS, TLS_HEADER + (uint32_t)wt_look(&held, 3, 2));
        if (layer.fail)
            break;
        wt_gen_u(&layer, F_HELD_FRAME, frame);
        if (dir != now)
            wt_gen_u(&layer, F_HELD_AGAINST, 1);
        if (frame != told)
            wt_note(&layer, "this record came in frame %llu, before its key", (unsigned long long)frame);
        told = frame;
        record(&layer, ch, t, dir);
        wt_layer_end(&layer);
    }
    t->releasing = false;
}

/* ---- the stream ------------------------------------------------------------------------- */

/* Bytes of whole records at c->pos; *need is set to what the record after them needs in all, *wrong if there
 * is none. */
static uint32_t whole_records(const wt_cur *c, uint32_t *need, bool *wrong) {
    uint32_t left = wt_left_captured(c), whole = 0;
    *need = 0;
    *wrong = false;
    while (left - whole) {
        const uint8_t *p = wt_here(c) + whole;
        if (left - whole < TLS_HEADER) {
            *need = TLS_HEADER;
            break;
        }
        if (!plausible(p)) {
            *wrong = true;
            break;
        }
        uint32_t n = TLS_HEADER + ((uint32_t)p[3] << 8 | p[4]);
        if (n > left - whole) {
            *need = n;
            break;
        }
        whole += n;
    }
    return whole;
}

/* After missing bytes: go to where a record's header is likely, confirmed by the next one if that is in
 * sight. */
static bool find_again(wt_cur *c) {
    uint32_t left = wt_left_captured(c), at = 0;
    const uint8_t *p = wt_here(c);
    for (; left - at >= TLS_HEADER; at++) {
        if (!plausible(p + at))
            continue;
        uint32_t n = TLS_HEADER + ((uint32_t)p[at + 3] << 8 | p[at + 4]);
        if (n >= left - at || left - at - n < TLS_HEADER || plausible(p + at + n))
            break;
    }
    bool found = left - at >= TLS_HEADER;
    wt_cur lost = wt_sub(c, found ? at : left);
    wt_run(&lost, WT_P_DATA);
    return found;
}

static void tell_sealed(wt_cur *c, wt_tls *t, int dir) {
    wt_text *to = t->sealed ? next_part(c, t) : NULL;
    if (!to)
        return;
    wt_put_s(to, "sends ");
    wt_put_u(to, t->sealed);
    wt_put_s(to, t->sealed == 1 ? " encrypted record (" : " encrypted records (");
    wt_put_u(to, t->sealed_bytes);
    wt_put_s(to, t->sealed_bytes == 1 ? " byte; " : " bytes; ");
    wt_put_s(to, t->side[dir].seal.version ? "its key does not open it)" : "no key)");
}

/* Where no protocol above had something to tell. */
static void tell_data(wt_cur *c, wt_tls *t) {
    wt_text *to = t->data_bytes ? next_part(c, t) : NULL;
    if (!to)
        return;
    wt_put_s(to, "sends ");
    wt_put_u(to, t->data_bytes);
    wt_put_s(to, t->data_bytes == 1 ? " byte of application data" : " bytes of application data");
}

/* A ClientHello of the oldest form at c->pos: read.  False: there is none; or it is not whole, then *need is more than
 * 0. */
static bool old_hello(wt_cur *c, wt_tls *t, int dir, uint32_t *need) {
    uint32_t left = wt_left_captured(c), size;
    *need = 0;
    enum wt_probe is = t->have_random || t->version ? WT_PROBE_NO : wt_tls_is_old_hello(wt_here(c), left, &size);
    if (is == WT_PROBE_NO || left < size) {
        *need = is == WT_PROBE_NO ? 0 : size;
        return false;
    }
    wt_cur layer = wt_layer_begin(c, WT_P_TLS, size);
    t->told = t->told_opened = false;
    if (!layer.fail)
        wt_tls_old_hello(&layer, t, dir);
    wt_layer_end(&layer);
    return true;
}

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    wt_tls *t = ch->state;
    wt_tls_side *side = &t->side[dir];
    uint32_t need;
    bool wrong;
    if (side->lost && !find_again(c))
        return 0;
    side->lost = false;
    if (!old_hello(c, t, dir, &need) && need)
        return need;
    if (!wt_left(c))
        return 0;
    uint32_t whole = whole_records(c, &need, &wrong);
    if (!whole)
        return wrong ? WT_REFUSE : need;
    if (t->held_len)
        release(c, ch, t, dir);
    wt_cur all = *c, layer = wt_layer_begin(c, WT_P_TLS, whole);
    if (layer.fail) { /* no room for a layer: records count all the same, or keys get out of step */
        layer = all;
        layer.end = layer.cap = all.pos + whole;
    }
    t->sealed = t->sealed_bytes = t->data_bytes = 0;
    t->told = t->told_opened = false;
    while (wt_left(&layer))
        record(&layer, ch, t, dir);
    tell_sealed(&layer, t, dir);
    tell_data(&layer, t);
    wt_layer_end(&layer);
    return wrong ? 0 : need;
}

static void drop_message(wt_session *s, wt_tls_side *side) {
    wt_pool_put(s, side->message, side->message_cap);
    side->message = NULL;
    side->message_len = side->message_cap = side->message_need = 0;
}

static bool gap(wt_session *s, wt_chan *ch, int dir, uint64_t length) {
    wt_tls *t = ch->state;
    wt_tls_side *side = &t->side[dir];
    uint64_t records = length / 64 + 1;
    side->skipped = records < 1024 ? side->skipped + (uint32_t)records : 1024;
    side->lost = true;
    drop_message(s, side);
    if (ch->child)
        wt_chan_gap(s, ch->child, dir, length);
    return true;
}

static void close_side(wt_cur *c, wt_chan *ch, int dir) {
    wt_tls *t = ch->state;
    if (t->held_len)
        release(c, ch, t, dir);
    if (ch->child)
        wt_chan_close(c, ch->child, dir);
}

static void free_tls(wt_session *s, wt_chan *ch) {
    wt_tls *t = ch->state;
    for (int i = 0; i < 2; i++) {
        drop_message(s, &t->side[i]);
        wt_tls_drop_keys(s, &t->side[i].seal);
    }
    wt_tls_forget(s, t);
    wt_tls_drop_held(s, t);
}

/* A handshake has to begin with a hello; a stream seen from its middle, with a record whose successor fits.
 */
static enum wt_probe probe(const uint8_t *p, uint32_t n, int dir) {
    (void)dir;
    uint32_t size;
    enum wt_probe old = wt_tls_is_old_hello(p, n, &size);
    if (old != WT_PROBE_NO)
        return old;
    if (n < TLS_HEADER + 1)
        return n && (p[0] < TLS_CCS || p[0] > TLS_HEARTBEAT || (n > 1 && p[1] != 3)) ? WT_PROBE_NO
                                                                                     : WT_PROBE_MORE;
    if (!plausible(p))
        return WT_PROBE_NO;
    uint32_t length = TLS_HEADER + ((uint32_t)p[3] << 8 | p[4]);
    if (p[0] == TLS_HANDSHAKE && (p[5] == HS_CLIENT_HELLO || p[5] == HS_SERVER_HELLO))
        return WT_PROBE_YES;
    if (p[0] == TLS_ALERT && length == TLS_HEADER + 2)
        return p[5] == 1 || p[5] == 2 ? WT_PROBE_YES : WT_PROBE_NO;
    if (p[0] == TLS_CCS && length != TLS_HEADER + 1)
        return WT_PROBE_NO;
    if (n >= length + TLS_HEADER)
        return plausible(p + length) ? WT_PROBE_YES : WT_PROBE_NO;
    return p[0] == TLS_APP_DATA || length == n ? WT_PROBE_YES : WT_PROBE_NO;
}

static const wt_stream_ops stream = {
    .state_size = sizeof(wt_tls),
    .feed = feed,
    .gap = gap,
    .close = close_side,
    .free = free_tls,
    .probe = probe,
};

static const wt_binding bindings[] = {
    {WT_T_TCP_PORT, 443, NULL},  {WT_T_TCP_PORT, 465, NULL},  {WT_T_TCP_PORT, 563, NULL},
    {WT_T_TCP_PORT, 636, NULL},  {WT_T_TCP_PORT, 853, NULL},  {WT_T_TCP_PORT, 989, NULL},
    {WT_T_TCP_PORT, 990, NULL},  {WT_T_TCP_PORT, 993, NULL},  {WT_T_TCP_PORT, 995, NULL},
    {WT_T_TCP_PORT, 5061, NULL}, {WT_T_TCP_PORT, 8443, NULL}, {WT_T_TCP_PORT, 9443, NULL},
};

const wt_protocol wt_proto_tls = {
    .info = {.name = "tls", .title = "Transport Layer Security", .tag = "TLS",
             .why = "Keeps what two programs say secret and unchanged, and proves who the server is.",
             .ref = "RFC 8446", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = sizeof bindings / sizeof *bindings, .stream = &stream,
};
