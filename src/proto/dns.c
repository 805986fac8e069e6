/* dns.c - the Domain Name System, and mDNS and LLMNR, which speak its language on the local link. */
#include "proto/dns.h"

static const wt_field fields[] = {DNS_FIELDS(WT_ROW)};

/* ---- headlines -------------------------------------------------------------------------- */

static void say(wt_text *t, const char *words) {
    wt_put_s(t, words);
}

static void say_type(wt_text *t, uint16_t type) {
    const wt_value *v = wt_value_find(&wt_dns_types, type);
    if (v) {
        wt_put_s(t, v->name);
    } else {
        wt_put_s(t, "type ");
        wt_put_u(t, type);
    }
}

/* What a PTR question means depends on the name: an address turned round, or a kind of service. */
static void say_pointer(wt_text *t, const wt_dns_name *name) {
    bool address = name->len > 5 && memcmp(name->text + name->len - 5, ".arpa", 5) == 0;
    bool service = name->len && name->text[0] == '_';
    say(t, address ? "for the name that belongs to (PTR) "
           : service ? "who offers (PTR) " : "what is behind (PTR) ");
}

static void say_wanted(wt_text *t, uint16_t type, const wt_dns_name *name) {
    switch (type) {
    case 1: say(t, "for the IPv4 address (A) of "); break;
    case 2: say(t, "for the name servers (NS) of "); break;
    case 5: say(t, "for the real name (CNAME) of "); break;
    case 6: say(t, "for the start of authority (SOA) of "); break;
    case 12: say_pointer(t, name); break;
    case 15: say(t, "for the mail servers (MX) of "); break;
    case 16: say(t, "for the texts (TXT) of "); break;
    case 28: say(t, "for the IPv6 address (AAAA) of "); break;
    case 33: say(t, "for the servers (SRV) of "); break;
    case 65: say(t, "how to reach (HTTPS) "); break;
    case 252: say(t, "for all records (AXFR) of "); break;
    case 255: say(t, "for anything (ANY) about "); break;
    default:
        say(t, "for ");
        say_type(t, type);
        say(t, " of ");
    }
}

static void say_name(wt_text *t, const wt_dns_name *name) {
    if (name->text)
        wt_put_n(t, name->text, name->len);
    else
        wt_put_s(t, "nothing");
}

static void say_question(wt_text *t, const wt_dns *d) {
    if (d->opcode == 5)
        say(t, "asks to change the zone ");
    else if (d->opcode == 4)
        say(t, "tells of a change in the zone ");
    else if (d->opcode == 6)
        say(t, "talks about the connection");
    else
        say(t, "asks ");
    if (d->opcode == 6)
        return;
    if (d->opcode != 5 && d->opcode != 4)
        say_wanted(t, d->qtype, &d->question);
    say_name(t, &d->question);
    if (d->opcode == 0 && d->counts[0] > 1) {
        say(t, " and ");
        wt_put_u(t, d->counts[0] - 1u);
        say(t, " more");
    }
}

static void say_failure(wt_text *t, const wt_dns *d) {
    static const char *const codes[] = {"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED",
                                        "YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH", "NOTZONE"};
    const wt_value *v = wt_value_find(&wt_dns_rcodes, d->rcode);
    say(t, "answers: ");
    if (v) {
        char first = v->name[0];           /* in the middle of a sentence */
        wt_put_c(t, (char)(first | 0x20));
        wt_put_s(t, v->name + 1);
    } else {
        say(t, "error ");
        wt_put_u(t, d->rcode);
    }
    if (d->rcode < sizeof codes / sizeof *codes) {
        say(t, " (");
        say(t, codes[d->rcode]);
        wt_put_c(t, ')');
    }
    if (d->question.text) {
        say(t, ": ");
        say_name(t, &d->question);
    }
}

static void say_answer(wt_text *t, const wt_dns *d) {
    if (d->rcode) {
        say_failure(t, d);
        return;
    }
    if (d->opcode == 5 || d->opcode == 4 || d->opcode == 6) {
        say(t, d->opcode == 5 ? "answers: the zone was changed" : "answers: understood");
        return;
    }
    say(t, d->counts[0] || d->proto != WT_P_MDNS ? "answers: " : "tells: ");
    if (!d->fitting && !d->counts[1] && d->truncated) {
        say(t, "too long for a datagram, ask over TCP");
    } else if (!d->fitting) {
        say_name(t, &d->question);
        say(t, d->aliased ? " is only an alias, with no record of type " : " has no record of type ");
        say_type(t, d->qtype);
    } else {
        say_name(t, &d->question);
        if (d->answer.len && (d->qtype == 1 || d->qtype == 28)) {
            say(t, " is ");
        } else {
            say(t, d->answer.len ? ": " : " has a record of type ");
            say_type(t, d->qtype);
            if (d->answer.len)
                wt_put_c(t, ' ');
        }
        wt_put_n(t, d->answer.p, d->answer.len);
    }
    if (d->fitting > 1) {
        say(t, " (and ");
        wt_put_u(t, d->fitting - 1);
        say(t, " more)");
    }
}

/* ---- parts ------------------------------------------------------------------------------ */

static void flags(wt_cur *c, wt_dns *d) {
    uint64_t all = wt_take(c, F_FLAGS);
    wt_node node = wt_parent(c, F_FLAGS);
    bool llmnr = d->proto == WT_P_LLMNR;
    d->response = all >> 15;
    d->opcode = all >> 11 & 15;
    d->truncated = all >> 9 & 1;
    d->rcode = d->response ? all & 15 : 0;
    wt_bits(c, F_RESPONSE);
    wt_bits(c, F_OPCODE);
    if (llmnr)
        wt_bits(c, F_CONFLICT);
    else if (d->response)
        wt_bits(c, F_AUTHORITATIVE);
    wt_bits(c, F_TRUNCATED);
    wt_bits(c, llmnr ? F_TENTATIVE : F_RECDESIRED);
    if (!llmnr) {
        if (d->response)
            wt_bits(c, F_RECAVAIL);
        wt_bits(c, F_Z);
        if (d->response || (all & 0x20))
            wt_bits(c, F_AUTHENTICATED);
        wt_bits(c, F_CHECKDISABLE);
    }
    if (d->response)
        wt_bits(c, F_RCODE);
    wt_end(c, node);
}

static void question(wt_cur *c, wt_dns *d, bool first) {
    wt_session *s = c->s;
    wt_dns_name name;
    bool text = (first && d->tell) || wt_wants(s, F_QNAME) || wt_wants(s, F_QUESTION) ||
                wt_wants(s, F_QNAME_LEN) || wt_wants(s, F_LABELS);
    if (!wt_dns_read_name(c, d, &name, text) || !wt_need(c, 4))
        return;
    if (first) {
        d->question = name;
        d->qtype = (uint16_t)wt_look(c, 0, 2);
    }
    wt_emit_p(c, F_QUESTION, name.offset, name.size + 4, name.text, name.len);
    wt_node node = wt_parent(c, F_QUESTION);
    wt_emit_p(c, F_QNAME, name.offset, name.size, name.text, name.len);
    wt_emit_u(c, F_QNAME_LEN, name.offset, name.size, name.raw_len);
    wt_emit_u(c, F_LABELS, name.offset, name.size, name.labels);
    wt_take(c, F_QTYPE);
    if (d->proto == WT_P_MDNS) {
        wt_take(c, F_QCLASS_MDNS);
        wt_bits(c, F_QU);
    } else {
        wt_take(c, F_QCLASS);
    }
    wt_end(c, node);
}

/* A service's name is told in its parts: _service._transport.domain (RFC 2782). */
static void service_name(wt_cur *c, const wt_dns_name *name) {
    static const wt_fid rows[] = {F_SRV_SERVICE, F_SRV_PROTO, F_SRV_NAME};
    const char *p = name->text, *end = p ? p + name->len : NULL;
    for (unsigned i = 0; p && i < 3 && p < end; i++) {
        while (i < 2 && p < end && *p == '.')
            p++;
        const char *dot = i < 2 && p < end ? memchr(p, '.', (size_t)(end - p)) : NULL;
        const char *stop = dot ? dot : end;
        if (stop > p)
            wt_emit_p(c, rows[i], name->offset, name->size, p, (uint32_t)(stop - p));
        p = stop + 1;
    }
}

static void opt_head(wt_cur *c, const wt_dns *d) {
    if (d->proto == WT_P_MDNS) {
        wt_take(c, F_UDP_SIZE_MDNS);
        wt_bits(c, F_CACHE_FLUSH);
    } else {
        wt_take(c, F_UDP_SIZE);
    }
    wt_take(c, F_EXT_RCODE);
    wt_take(c, F_EDNS_VERSION);
    wt_take(c, F_EDNS_Z);
    wt_node node = wt_parent(c, F_EDNS_Z);
    wt_bits(c, F_EDNS_DO);
    wt_bits(c, F_EDNS_RESERVED);
    wt_end(c, node);
}

static void record_head(wt_cur *c, const wt_dns *d) {
    if (d->proto == WT_P_MDNS) {
        wt_take(c, F_CLASS_MDNS);
        wt_bits(c, F_CACHE_FLUSH);
    } else {
        wt_take(c, F_CLASS);
    }
    if (wt_take(c, F_TTL) >> 31)
        wt_note(c, "a time to live with the highest bit set counts as 0 (RFC 2181 §8)");
}

static void record(wt_cur *c, wt_dns *d, unsigned section) {
    wt_session *s = c->s;
    wt_dns_name name;
    bool text = wt_wants(s, F_NAME) || wt_wants(s, F_RECORD) || wt_wants(s, F_SRV_NAME) ||
                wt_wants(s, F_SRV_SERVICE) || wt_wants(s, F_SRV_PROTO) ||
                (d->tell && d->response && section == 1 && !d->question.text);
    if (!wt_dns_read_name(c, d, &name, text) || !wt_need(c, 10) ||
        !wt_need(c, 10 + (uint32_t)wt_look(c, 8, 2)))
        return;                            /* a record is told whole or not at all */
    uint16_t type = (uint16_t)wt_look(c, 0, 2);
    wt_emit_p(c, F_RECORD, name.offset, name.size, name.text, name.len);
    wt_node node = wt_parent(c, F_RECORD);
    if (type == 33)
        service_name(c, &name);
    else
        wt_emit_p(c, F_NAME, name.offset, name.size, name.text, name.len);
    wt_take(c, F_TYPE);
    if (type == 41)
        opt_head(c, d);
    else
        record_head(c, d);
    wt_cur data = wt_sub(c, (uint32_t)wt_take(c, F_RDLENGTH));
    if (section == 1 && d->response && !d->question.size && !c->fail) {
        d->question = name;                /* mDNS answers without the question */
        d->qtype = type;
    }
    if (section == 1 && (type == 5 || (type == 39 && name.labels < d->question.labels)))
        d->aliased = true;                 /* DNAME: not its own name, but all below it */
    if (section == 1 && (type == d->qtype || (d->qtype >= 251 && d->qtype <= 255))) {
        d->fitting++;
        if (d->tell && d->answer.len == 0)
            wt_dns_say_rdata(&data, d, type, &d->answer);
    }
    if (wt_left(&data))
        wt_dns_rdata(&data, d, type);
    wt_end_here(c, node);
    wt_dns_join(c, &data);
}

static void stateful(wt_cur *c) {
    wt_node whole = wt_begin(c, F_DSO, wt_left(c));
    while (wt_left(c) && wt_need(c, 4)) {
        wt_node node = wt_begin(c, F_DSO_TLV, 4 + (uint32_t)wt_look(c, 2, 2));
        uint64_t type = wt_take(c, F_DSO_TYPE);
        wt_cur body = wt_sub(c, (uint32_t)wt_take(c, F_DSO_LENGTH));
        if (type == 1) {
            wt_take(&body, F_DSO_INACTIVITY);
            wt_take(&body, F_DSO_INTERVAL);
        } else if (type == 2) {
            wt_take(&body, F_DSO_RETRY);
        } else if (wt_left(&body)) {
            wt_take_bytes(&body, type == 3 ? F_DSO_PADDING : F_DSO_DATA, wt_left(&body));
        }
        wt_end(c, node);
    }
    wt_end(c, whole);
}

static void sections(wt_cur *c, wt_dns *d) {
    static const wt_fid rows[2][4] = {{F_S_QUESTIONS, F_S_ANSWERS, F_S_AUTHORITIES, F_S_ADDITIONALS},
                                      {F_S_ZONE, F_S_PREREQUISITES, F_S_UPDATES, F_S_ADDITIONALS}};
    for (unsigned section = 0; section < 4 && !c->fail; section++) {
        if (!d->counts[section])
            continue;
        wt_node node = wt_begin(c, rows[d->opcode == 5][section], 0);
        for (uint32_t i = 0; i < d->counts[section] && !c->fail; i++) {
            if (section == 0)
                question(c, d, i == 0);
            else
                record(c, d, section);
        }
        wt_end_here(c, node);
    }
}

/* For the ledger: "A shop.test".  In a datagram the bytes count as ours already. */
static void claim(const wt_cur *c, const wt_chan *ch, int dir, const wt_dns *d) {
    const wt_value *type = wt_value_find(&wt_dns_types, d->qtype);
    uint32_t cap = d->question.len + 16;
    wt_text t = {.p = wt_arena(c->s, cap), .cap = cap};
    if (t.p && d->question.text) {
        wt_put_s(&t, type && strlen(type->name) < 12 ? type->name : "type");
        wt_put_c(&t, ' ');
        wt_put_n(&t, d->question.text, d->question.len);
    }
    wt_claim_bytes(c->s, ch, dir,
                   &(wt_claim){.was = ch->flow->kind == WT_P_UDP ? WT_USE_DNS : WT_USE_UNKNOWN,
                               .use = WT_USE_DNS,
                               .length = c->cap - c->start,
                               .message = d->id + 1u,
                               .label = t.len ? t.p : NULL,
                               .label_len = (uint32_t)t.len});
}

/* A whole message: all of c. */
static void message(wt_cur *c, uint8_t proto, const wt_chan *ch, int dir) {
    static const wt_fid counts[2][4] = {{F_QUERIES, F_ANSWERS, F_AUTHORITIES, F_ADDITIONALS},
                                        {F_ZONES, F_PREREQUISITES, F_UPDATES, F_ADDITIONALS}};
    wt_text *t = wt_tell(c);
    wt_dns d = {.base = c->pos, .end = c->cap, .proto = proto, .tell = t || c->s->claims};
    d.answer = (wt_text){d.answer_buf, 0, sizeof d.answer_buf, false};
    d.id = (uint16_t)wt_take(c, F_ID);
    flags(c, &d);
    for (unsigned i = 0; i < 4; i++)
        d.counts[i] = (uint16_t)wt_take(c, counts[d.opcode == 5][i]);
    if (d.opcode == 6 && !(d.counts[0] | d.counts[1] | d.counts[2] | d.counts[3]) && wt_left(c))
        stateful(c);
    else
        sections(c, &d);
    if (t && c->fail && (!d.question.text || (d.response && !d.fitting && d.counts[1])))
        say(t, d.response ? "an answer that can't be read" : "a question that can't be read");
    else if (t && d.response)
        say_answer(t, &d);
    else if (t)
        say_question(t, &d);
    if (ch && c->s->claims)
        claim(c, ch, dir, &d);
    if (ch && !c->fail)
        wt_dns_pair(c, &d, ch->state, dir);
    if (wt_left(c) && !c->fail)
        wt_take_rest(c, F_EXTRANEOUS);
}

/* ---- datagrams -------------------------------------------------------------------------- */

static wt_chan *chan_of_flow(wt_session *s, int *dir) {
    wt_flow *flow = s->embedded || !s->src.has_port ? NULL : wt_flow_find(s, WT_P_UDP, dir);
    if (!flow)
        return NULL;
    if (!flow->chan) {
        flow->chan = wt_chan_new(s, flow, NULL, "UDP");
        if (flow->chan)
            wt_chan_switch(s, flow->chan, WT_P_DNS);
    }
    return flow->chan && flow->chan->proto == WT_P_DNS && flow->chan->state ? flow->chan : NULL;
}

static void dissect(wt_cur *c) {
    int dir = 0;
    const wt_chan *ch = chan_of_flow(c->s, &dir);
    wt_layer_of(c)->length = wt_left(c);
    message(c, WT_P_DNS, ch, dir);
}

/* A DNS message on an unusual port: a lookup with sensible counts.  NetBIOS names (port 137) look alike. */
static bool guess(const wt_session *s, const uint8_t *p, uint32_t n, uint32_t length) {
    if (n < 12 || length <= 12 || p[2] & 0x78 || s->src.port == 137 || s->dst.port == 137)
        return false;
    uint64_t questions = wt_load(p + 4, 2), answers = wt_load(p + 6, 2);
    uint64_t authorities = wt_load(p + 8, 2), additionals = wt_load(p + 10, 2);
    if (additionals > 10)
        return false;
    return p[2] & 0x80 ? questions <= 1 && authorities <= 10 : questions == 1 && !answers && !authorities;
}

static void dissect_mdns(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    message(c, WT_P_MDNS, NULL, 0);
}

static void dissect_llmnr(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    message(c, WT_P_LLMNR, NULL, 0);
}

/* ---- streams ---------------------------------------------------------------------------- */

enum { HEADER = 12 };

static uint32_t feed(wt_cur *c, wt_chan *ch, int dir) {
    while (wt_left(c)) {
        if (wt_left(c) < 2)
            return 2;
        uint32_t n = (uint32_t)wt_look(c, 0, 2);
        if (n < HEADER)
            return WT_REFUSE;
        if (wt_left(c) < n + 2)
            return n + 2;
        wt_cur m = wt_layer_begin(c, WT_P_DNS, n + 2);
        wt_take(&m, F_LENGTH);
        message(&m, WT_P_DNS, ch, dir);
        wt_layer_end(&m);
    }
    return 0;
}

static const wt_stream_ops stream = {.state_size = sizeof(wt_dns_pairs), .feed = feed};

/* ---- tables ----------------------------------------------------------------------------- */

static const wt_binding bindings[] = {{WT_T_UDP_PORT, 53, NULL}, {WT_T_TCP_PORT, 53, NULL},
                                      {WT_T_TCP_PORT, 5353, NULL},
                                      {WT_T_TLS_ALPN, 0, "dot"},
                                      {WT_T_MEDIA_TYPE, 0, "application/dns-message"}};
static const wt_binding mdns_bindings[] = {{WT_T_UDP_PORT, 5353, NULL}};
static const wt_binding llmnr_bindings[] = {{WT_T_UDP_PORT, 5355, NULL}};

const wt_protocol wt_proto_dns = {
    .info = {.name = "dns", .title = "Domain Name System", .tag = "DNS",
             .why = "Finds what belongs to a name: addresses, mail servers, keys.",
             .ref = "RFC 1034; RFC 1035",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 5, .dissect = dissect, .stream = &stream, .guess = guess,
};

const wt_protocol wt_proto_mdns = {
    .info = {.name = "mdns", .title = "Multicast DNS", .tag = "mDNS",
             .why = "Finds names and services on the local link without any server: everybody is asked.",
             .ref = "RFC 6762"},
    .bindings = mdns_bindings, .binding_count = 1, .dissect = dissect_mdns,
};

const wt_protocol wt_proto_llmnr = {
    .info = {.name = "llmnr", .title = "Link-Local Multicast Name Resolution", .tag = "LLMNR",
             .why = "Finds names on the local link without a server, as Windows does.", .ref = "RFC 4795"},
    .bindings = llmnr_bindings, .binding_count = 1, .dissect = dissect_llmnr,
};
