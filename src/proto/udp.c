/* udp.c - UDP: messages between programs, without promises. */
#include "proto/common/sdp.h"

static const wt_value status_rows[] = {
    WT_V(0, "Bad", "The sum does not agree: damaged, or captured before the network card filled it in."),
    WT_V(1, "Good", "The sum agrees with the bytes captured."),
    WT_V(2, "Unverified", "Not all of the bytes that it covers were captured."),
    WT_V(3, "Not present", "The sender did not compute a sum, as it may over IPv4."),
    WT_V(4, "Illegal", "Over IPv6 a sum has to be there."),
};
WT_VALUES(status);

#define FIELDS(F) \
    F(SRCPORT, "udp.srcport", U16, 0, DEC, NULL, "Source Port", \
      "Says which program on the sending host this is from, so that an answer finds its way back.", "RFC 768", \
      WT_STORY) \
    F(DSTPORT, "udp.dstport", U16, 0, DEC, NULL, "Destination Port", \
      "Says which program on the receiving host this is for: 53 is a name server, 123 a clock.", "RFC 768", WT_STORY) \
    F(PORT, "udp.port", U16, 0, DEC, NULL, "Source or Destination Port", \
      "Either port, for filters that do not care about the direction.", "RFC 768", WT_ALIAS) \
    F(LENGTH, "udp.length", U16, 0, DEC, NULL, "Length", \
      "Bytes of this header and the message together; at least 8.", "RFC 768", 0) \
    F(CHECKSUM, "udp.checksum", U16, 0, HEX, NULL, "Checksum", \
      "Lets the receiver find damage in header, message and IP addresses; 0 over IPv4 means not used.", "RFC 768", 0) \
    F(CALCULATED, "udp.checksum_calculated", U16, 0, HEX, NULL, "Calculated Checksum", \
      "What the checksum should be for the bytes captured.", "RFC 768", 0) \
    F(STATUS, "udp.checksum.status", U8, 0, DEC, &status, "Checksum Status", \
      "Whether wiretale's own sum agrees with the one in the header.", "RFC 768", 0) \
    F(STREAM, "udp.stream", U32, 0, DEC, NULL, "Stream Index", \
      "The number of this conversation in the capture, counted from 0 as wiretale meets them.", \
      "wiretale docs/architecture.md", WT_STORY) \
    F(TIME_RELATIVE, "udp.time_relative", RELTIME, 0, DEC, NULL, "Since First Message", \
      "How long after the first captured message of the conversation this one came.", \
      "wiretale docs/architecture.md", 0) \
    F(TIME_DELTA, "udp.time_delta", RELTIME, 0, DEC, NULL, "Since Previous Message", \
      "How long after the conversation's previous message, of either side, this one came.", \
      "wiretale docs/architecture.md", 0) \
    F(TRACEROUTE, "udp.possible_traceroute", NONE, 0, DEC, NULL, "Possibly a Traceroute", \
      "Sent to a port that traceroute uses, with a TTL too small to get far.", "RFC 1393 §1", WT_STORY) \
    F(PAYLOAD, "udp.payload", BYTES, 0, DEC, NULL, "Payload", \
      "The message that this datagram carries.", "RFC 768", 0)
WT_FIELDS(UDP, FIELDS)

typedef struct udp_state {
    int64_t first, last;
    bool seen[2];                          /* a message in this direction */
    uint8_t snmp;                          /* FIRST, then APART */
} udp_state;

/* Wireshark counts the first SNMP message between two ends, and those after it, as two conversations.
 * So that the numbers agree, so does wiretale. */
enum { FIRST = 1, APART };

static bool snmp_port(uint16_t port) { return port == 161 || port == 162; }

static void free_state(wt_session *s, wt_flow *flow) { wt_pool_put(s, flow->state, sizeof(udp_state)); }

/* A message from another capture point: the way back that was not seen yet, or what was seen already? */
static enum wt_kin kin_of(const wt_flow *flow, int dir, const void *packet) {
    (void)packet;
    const udp_state *t = flow->state;
    return t && t->seen[dir] ? WT_KIN_VIEW : WT_KIN_PART;
}

static void stream(wt_cur *c, uint32_t start) {
    wt_session *s = c->s;
    int dir;
    wt_flow *flow = wt_flow_get(s, WT_P_UDP, &dir, kin_of, NULL);
    if (s->foreign && s->numbered && (snmp_port(s->src.port) || snmp_port(s->dst.port)))
        wt_tangle(s);                      /* it may be counted anew, see below */
    if (!flow || s->foreign)
        return;
    int64_t now = s->frame->time_ns == INT64_MIN ? 0 : s->frame->time_ns;
    udp_state *t = flow->state;
    bool apart = t && t->snmp == FIRST;
    if (apart) {
        wt_flow_renew(s, flow, kin_of, NULL);
        dir = 0;
        t = NULL;
    }
    wt_layer_of(c)->stream = flow->index;
    wt_emit_u(c, F_STREAM, start, 0, flow->index);
    if (!t) {
        t = wt_pool_get(s, sizeof *t);
        if (!t)
            return;
        t->first = t->last = now;
        t->snmp = apart ? APART : 0;
        flow->state = t;
        flow->free_state = free_state;
    }
    wt_emit_u(c, F_TIME_RELATIVE, start, 0, (uint64_t)(now - t->first));
    wt_emit_u(c, F_TIME_DELTA, start, 0, (uint64_t)(now - t->last));
    t->last = now;
    t->seen[dir] = true;
    if (!t->snmp && (snmp_port(s->src.port) || snmp_port(s->dst.port)))
        t->snmp = FIRST;
}

static void checksum(wt_cur *c, uint32_t start, uint32_t length) {
    wt_session *s = c->s;
    uint32_t field = (uint32_t)wt_take(c, F_CHECKSUM), at = c->pos - 2;
    if (c->fail || s->embedded)
        return;
    if (!field) {
        bool fine = s->net.family != 6;
        wt_emit_u(c, F_STATUS, at, 0, fine ? 3 : 4);
        if (!fine)
            wt_note(c, "the checksum is 0, which is not allowed over IPv6 except for some tunnels (RFC 6935)");
        return;
    }
    bool noted = wt_wants(s, (wt_fid)WT_P_WIRETALE << WT_FID_BITS);
    if (!noted && !wt_wants(s, F_STATUS) && !wt_wants(s, F_CALCULATED))
        return;
    if (s->net.fragment || !s->net.family || c->cap < start || length > c->cap - start) {
        wt_emit_u(c, F_STATUS, at, 0, 2);
        return;
    }
    uint32_t pseudo = wt_checksum_pseudo(s, 17, length);
    uint16_t sum = wt_checksum_fold(wt_checksum_add(pseudo, c->data + start, length));
    wt_emit_u(c, F_STATUS, at, 0, sum == 0xffff);
    if (sum == 0xffff)
        return;
    uint32_t should = wt_checksum_fold(field + (uint16_t)~sum);
    wt_emit_u(c, F_CALCULATED, at, 2, should ? should : 0xffff);
    if (field == wt_checksum_fold(pseudo))
        wt_note(c, "the checksum is only begun: finishing it was left to the network card (offload)");
    else
        wt_note(c, "the checksum is wrong (0x%04x, should be 0x%04x): the message is read all the same", field, should);
}

static int message_protocol(const wt_session *s, uint16_t port) {
    int proto = wt_bound(s, WT_T_UDP_PORT, port);
    return proto >= 0 && wt_protocols[proto]->dissect ? proto : -1;
}

/* No port says whose it is: ask who recognizes it. */
static int guessed_protocol(const wt_cur *c) {
    const wt_session *s = c->s;
    for (uint32_t i = 0; i < s->guesser_count; i++)
        if (wt_protocols[s->guessers[i]]->guess(s, wt_here(c), wt_left_captured(c), wt_left(c)))
            return (int)s->guessers[i];
    return -1;
}

static void payload(wt_cur *c) {
    wt_session *s = c->s;
    uint16_t src = s->src.port, dst = s->dst.port;
    wt_text *t = wt_tell(c);
    if (t) {
        wt_put_s(t, "sends a message of ");
        wt_put_u(t, wt_left(c));
        wt_put_s(t, wt_left(c) == 1 ? " byte" : " bytes");
    }
    uint32_t n = wt_left_captured(c);
    if (n)
        wt_emit_p(c, F_PAYLOAD, c->pos, n, wt_here(c), n);
    if (!s->embedded && s->net.ttl && s->net.ttl < 4 && s->net.family == 4 && dst >= 33434 && dst <= 33534)
        wt_emit_u(c, F_TRACEROUTE, c->pos, 0, 0);
    if (wt_sdp_port(src) || wt_sdp_port(dst))
        wt_sdp_announce(s, wt_here(c), n);
    int proto = message_protocol(s, src < dst ? src : dst);
    if (proto < 0)
        proto = message_protocol(s, src < dst ? dst : src);
    if (proto < 0)
        proto = guessed_protocol(c);
    wt_run(c, proto < 0 ? WT_P_DATA : (uint32_t)proto);
}

static void dissect(wt_cur *c) {
    wt_session *s = c->s;
    uint32_t start = c->pos, available = wt_left(c);
    bool quiet = wt_quiet(s, WT_P_UDP) && wt_left_captured(c) >= 8;
    const uint8_t *head = quiet ? wt_skip(c, 8) : NULL;
    s->src.port = (uint16_t)(head ? wt_load(head, 2) : wt_take(c, F_SRCPORT));
    s->dst.port = (uint16_t)(head ? wt_load(head + 2, 2) : wt_take(c, F_DSTPORT));
    if (c->fail)
        return;
    s->src.has_port = s->dst.has_port = true;
    uint32_t length = (uint32_t)(head ? wt_load(head + 4, 2) : wt_take(c, F_LENGTH));
    if (c->fail)
        return;
    if (!length && available > 65535)
        length = available;                /* a jumbogram: RFC 2675 §4 */
    if (length < 8) {
        wt_malformed(c, "the length is %u, but the header alone takes 8 bytes", length);
        return;
    }
    if (length > available && !s->embedded)
        wt_note(c, "the length says %u bytes, but the IP packet has room for %u only", length, available);
    if (!head)
        checksum(c, start, length);
    stream(c, start);
    if (c->fail || s->foreign)
        return;
    wt_cur message = wt_sub(c, length - 8);
    payload(&message);
}

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 17, NULL}};
static const wt_alias aliases[] = {{F_PORT, {F_SRCPORT, F_DSTPORT, WT_FID_NONE, WT_FID_NONE}}};

const wt_protocol wt_proto_udp = {
    .info = {.name = "udp", .title = "User Datagram Protocol", .tag = "UDP",
             .why = "Carries single messages between programs: quick, but nothing is sent again if it gets lost.",
             .ref = "RFC 768", .fields = fields, .field_count = WT_FIELD_COUNT, .aliases = aliases,
             .alias_count = 1},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
