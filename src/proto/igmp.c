/* igmp.c - IGMP: hosts tell their router which IPv4 groups they listen to (RFC 1112, 2236, 3376). */
#include "core/proto.h"

static const wt_value types_rows[] = {
    WT_V(0x11, "Membership Query", "A router asks who listens to which groups."),
    WT_V(0x12, "Membership Report", "Somebody listens to this group (version 1)."),
    WT_V(0x16, "Membership Report", "Somebody listens to this group (version 2)."),
    WT_V(0x17, "Leave Group", "The sender no longer listens to this group."),
    WT_V(0x22, "Membership Report", "Which groups somebody listens to, and to which senders (version 3)."),
};
WT_VALUES(types);

static const wt_value status_rows[] = {
    WT_V(0, "Bad", "Bits changed on the way, or the checksum was computed wrongly."), WT_V(1, "Good", NULL),
    WT_V(2, "Unverified", "Not all of the bytes that it covers were captured."),
};
WT_VALUES(status);

static const wt_value records_rows[] = {
    WT_V(1, "Mode Is Include", "Listens to these senders only."),
    WT_V(2, "Mode Is Exclude", "Listens to all but these senders; with none listed, to everybody."),
    WT_V(3, "Change To Include Mode", "From now on listens to these senders only; with none listed, leaves the group."),
    WT_V(4, "Change To Exclude Mode",
         "From now on listens to all but these senders; with none listed, joins the group."),
    WT_V(5, "Allow New Sources", "Listens to these senders as well."),
    WT_V(6, "Block Old Sources", "No longer listens to these senders."),
};
WT_VALUES(records);

#define FIELDS(F) \
    F(VERSION, "igmp.version", U8, 0, DEC, NULL, "IGMP Version", \
      "Told from type and length: a message has no number for it.", "RFC 3376 §7.1", 0) \
    F(TYPE, "igmp.type", U8, 0, HEX, &types, "Type", "What the message says.", "RFC 3376 §4", WT_STORY) \
    F(MAX_RESP, "igmp.max_resp", U8, 0, DEC, NULL, "Max Resp Time", \
      "Tenths of a second within which listeners answer, each at a moment of its own choice.", "RFC 3376 §4.1.1", 0) \
    F(MAX_RESP_EXP, "igmp.max_resp.exp", U8, 0x70, HEX, NULL, "Exponent", \
      "For long times: how often the mantissa is doubled, less three.", "RFC 3376 §4.1.1", 0) \
    F(MAX_RESP_MANT, "igmp.max_resp.mant", U8, 0x0f, HEX, NULL, "Mantissa", \
      "For long times: 16 and this are doubled as the exponent says.", "RFC 3376 §4.1.1", 0) \
    F(CHECKSUM, "igmp.checksum", U16, 0, HEX, NULL, "Checksum", "Lets the receiver find damage in the message.", \
      "RFC 3376 §4.1.2", 0) \
    F(STATUS, "igmp.checksum.status", U8, 0, DEC, &status, "Checksum Status", \
      "Whether the checksum agrees with the bytes captured.", "RFC 3376 §4.1.2", 0) \
    F(MADDR, "igmp.maddr", IPV4, 0, DEC, NULL, "Multicast Address", \
      "The group that this is about; 0.0.0.0 asks for all groups.", "RFC 3376 §4.1.3", WT_STORY) \
    F(S, "igmp.s", U8, 0x08, FLAG, NULL, "S", \
      "Set: other routers shall not shorten their timers because of this query.", "RFC 3376 §4.1.5", 0) \
    F(QRV, "igmp.qrv", U8, 0x07, DEC, NULL, "QRV", \
      "How often messages are repeated, to get over losses.", "RFC 3376 §4.1.6", 0) \
    F(QQIC, "igmp.qqic", U8, 0, DEC, NULL, "QQIC", \
      "How many seconds lie between the router's queries; from 128 on as a small floating-point number.", \
      "RFC 3376 §4.1.7", 0) \
    F(NUM_SRC, "igmp.num_src", U16, 0, DEC, NULL, "Num Src", "How many senders are listed.", "RFC 3376 §4.1.8", 0) \
    F(SADDR, "igmp.saddr", IPV4, 0, DEC, NULL, "Source Address", \
      "A sender to the group: asked about, wanted or refused.", "RFC 3376 §4.1.9", WT_STORY) \
    F(RESERVED, "igmp.reserved", BYTES, 0, DEC, NULL, "Reserved", "Zero, and ignored by receivers.", \
      "RFC 3376 §4.2.1", 0) \
    F(RECORDS, "igmp.num_grp_recs", U16, 0, DEC, NULL, "Num Group Records", \
      "How many groups the report tells of.", "RFC 3376 §4.2.3", 0) \
    F(RECORD_TYPE, "igmp.record_type", U8, 0, DEC, &records, "Record Type", \
      "How the listed senders are meant.", "RFC 3376 §4.2.12", WT_STORY) \
    F(AUX_LEN, "igmp.aux_data_len", U8, 0, DEC, NULL, "Aux Data Len", \
      "How many words of four bytes of further data follow; none are defined.", "RFC 3376 §4.2.6", 0) \
    F(AUX, "igmp.aux_data", BYTES, 0, DEC, NULL, "Aux Data", "Further data, without a meaning so far.", \
      "RFC 3376 §4.2.10", 0) \
    F(DATA, "igmp.data", BYTES, 0, DEC, NULL, "Data", "Bytes behind the message, or of a kind not known here.", \
      "RFC 3376 §4.2.11", 0)
WT_FIELDS(IGMP, FIELDS)

static void say(wt_cur *c, const char *text, const uint8_t *group) {
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, text);
    if (group)
        wt_put_ipv4(t, group);
}

static void checksum(wt_cur *c) {
    bool whole = wt_left(c) == wt_left_captured(c) && !c->s->net.fragment && !c->s->embedded;
    uint16_t sum = whole ? wt_checksum_fold(wt_checksum_add(0, c->data + c->start, c->end - c->start)) : 0;
    wt_take(c, F_CHECKSUM);
    if (c->fail)
        return;
    wt_emit_u(c, F_STATUS, c->pos - 2, 0, !whole ? 2 : sum == 0xffff);
    if (whole && sum != 0xffff)
        wt_note(c, "the IGMP checksum is wrong: bits changed on the way, or the sender computed it wrongly");
}

/* Codes of 128 and more are numbers with an exponent, in version 3. */
static void max_resp(wt_cur *c, int version) {
    uint32_t code = (uint32_t)wt_look(c, 0, 1);
    if (version < 3 || code < 128) {
        wt_take(c, F_MAX_RESP);
        return;
    }
    if (!wt_need(c, 1))
        return;
    wt_emit_u(c, F_MAX_RESP, c->pos, 1, ((code & 0x0f) | 0x10) << ((code >> 4 & 7) + 3));
    wt_node n = wt_parent(c, F_MAX_RESP);
    wt_skip(c, 1);
    wt_bits(c, F_MAX_RESP_EXP);
    wt_bits(c, F_MAX_RESP_MANT);
    wt_end(c, n);
}

static void sources(wt_cur *c, uint64_t n) {
    while (n-- && wt_left(c) && !c->fail)
        wt_take_bytes(c, F_SADDR, 4);
}

static void query(wt_cur *c, int version) {
    if (version == 1)
        wt_take_bytes(c, F_RESERVED, 1);
    else
        max_resp(c, version);
    checksum(c);
    const uint8_t *group = wt_take_bytes(c, F_MADDR, 4);
    if (group)
        say(c, wt_load(group, 4) ? "Who listens to " : "Who listens to any group?", wt_load(group, 4) ? group : NULL);
    if (version < 3)
        return;
    wt_skip(c, 1);
    wt_bits(c, F_S);
    wt_bits(c, F_QRV);
    wt_take(c, F_QQIC);
    sources(c, wt_take(c, F_NUM_SRC));
}

static void say_record(wt_cur *c, uint64_t type, uint64_t senders, const uint8_t *group) {
    static const char *const words[7] = {
        "", "listens to some senders of ", "listens to ", "listens only to some senders of ", "joins ",
        "listens to more senders of ", "listens to fewer senders of "};
    if (type == 3 && !senders)
        say(c, "leaves ", group);
    else if (type == 4 && senders)
        say(c, "joins, but not all senders of ", group);
    else if (type >= 1 && type <= 6)
        say(c, words[type], group);
}

static void record(wt_cur *c, bool first, uint64_t more) {
    uint64_t type = wt_take(c, F_RECORD_TYPE), aux = wt_take(c, F_AUX_LEN), n = wt_take(c, F_NUM_SRC);
    const uint8_t *group = wt_take_bytes(c, F_MADDR, 4);
    if (group && first) {
        say_record(c, type, n, group);
        wt_text *t = more ? wt_tell(c) : NULL;
        if (t) {
            wt_put_s(t, ", and ");
            wt_put_u(t, more);
            wt_put_s(t, more == 1 ? " group more" : " groups more");
        }
    }
    sources(c, n);
    if (aux)
        wt_take_bytes(c, F_AUX, (uint32_t)aux * 4);
}

static void report3(wt_cur *c) {
    wt_take_bytes(c, F_RESERVED, 1);
    checksum(c);
    wt_take_bytes(c, F_RESERVED, 2);
    uint64_t n = wt_take(c, F_RECORDS);
    for (uint64_t i = 0; i < n && wt_left(c) && !c->fail; i++)
        record(c, i == 0, n - 1);
}

static void report(wt_cur *c, int version, bool leave) {
    if (version == 1)
        wt_take_bytes(c, F_RESERVED, 1);
    else
        wt_take(c, F_MAX_RESP);
    checksum(c);
    const uint8_t *group = wt_take_bytes(c, F_MADDR, 4);
    if (group)
        say(c, leave ? "leaves " : "listens to ", group);
}

static int version_of(const wt_cur *c, uint32_t type) {
    switch (type) {
    case 0x11: return wt_left(c) >= 12 ? 3 : wt_look(c, 1, 1) ? 2 : 1;
    case 0x12: return 1;
    case 0x16: case 0x17: return 2;
    case 0x22: return 3;
    default: return 0;
    }
}

static void dissect(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    uint32_t type = (uint32_t)wt_look(c, 0, 1);
    int version = version_of(c, type);
    if (version)
        wt_emit_u(c, F_VERSION, c->pos, 0, (uint64_t)version);
    wt_take(c, F_TYPE);
    switch (type) {
    case 0x11: query(c, version); break;
    case 0x12: case 0x16: case 0x17: report(c, version, type == 0x17); break;
    case 0x22: report3(c); break;
    default: say(c, "a message of a type not known here", NULL);
    }
    if (!c->fail && wt_left_captured(c))
        wt_take_rest(c, F_DATA);
}

static const wt_binding bindings[] = {{WT_T_IP_PROTO, 2, NULL}};

const wt_protocol wt_proto_igmp = {
    .info = {.name = "igmp", .title = "Internet Group Management Protocol", .tag = "IGMP",
             .why = "Tells routers which groups the hosts on a link listen to.", .ref = "RFC 3376",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
