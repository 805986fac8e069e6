/* pppoe.c - PPP over Ethernet: finding an access server, and the session with it (RFC 2516). */
#include "core/proto.h"

static const wt_value codes_rows[] = {
    WT_V(0x00, "Session Data", "A PPP packet of the session."),
    WT_V(0x07, "Active Discovery Offer (PADO)", "A server offers itself."),
    WT_V(0x09, "Active Discovery Initiation (PADI)", "A client looks for servers."),
    WT_V(0x0a, "Active Discovery Session-Grant (PADG)", NULL),
    WT_V(0x0b, "Active Discovery Session-Credit Response (PADC)", NULL),
    WT_V(0x0c, "Active Discovery Quality (PADQ)", NULL),
    WT_V(0x19, "Active Discovery Request (PADR)", "The client takes one server's offer."),
    WT_V(0x65, "Active Discovery Session-confirmation (PADS)", "The server gives the session its number."),
    WT_V(0xa7, "Active Discovery Terminate (PADT)", "The session is over."),
    WT_V(0xd3, "Active Discovery Message (PADM)", NULL), WT_V(0xd4, "Active Discovery Network (PADN)", NULL),
};
WT_VALUES(codes);

static const wt_value tags_rows[] = {
    WT_V(0x0000, "End-Of-List", NULL), WT_V(0x0101, "Service-Name", NULL), WT_V(0x0102, "AC-Name", NULL),
    WT_V(0x0103, "Host-Uniq", NULL), WT_V(0x0104, "AC-Cookie", NULL), WT_V(0x0105, "Vendor-Specific", NULL),
    WT_V(0x0106, "Credits", NULL), WT_V(0x0107, "Metrics", NULL), WT_V(0x0108, "Sequence Number", NULL),
    WT_V(0x0109, "Credit Scale Factor", NULL), WT_V(0x0110, "Relay-Session-Id", NULL), WT_V(0x0111, "HURL", NULL),
    WT_V(0x0112, "MOTM", NULL), WT_V(0x0120, "PPP-Max-Payload", NULL), WT_V(0x0121, "IP Route Add", NULL),
    WT_V(0x0201, "Service-Name-Error", NULL),
    WT_V(0x0202, "AC-System-Error", NULL), WT_V(0x0203, "Generic-Error", NULL),
};
WT_VALUES(tags);

static const wt_value line_tags_rows[] = {
    WT_V(0x01, "Circuit ID", NULL), WT_V(0x02, "Remote ID", NULL), WT_V(0x81, "Actual Data Rate Upstream", NULL),
    WT_V(0x82, "Actual Data Rate Downstream", NULL), WT_V(0x83, "Minimum Data Rate Upstream", NULL),
    WT_V(0x84, "Minimum Data Rate Downstream", NULL), WT_V(0x85, "Attainable Data Rate Upstream", NULL),
    WT_V(0x86, "Attainable Data Rate Downstream", NULL), WT_V(0x87, "Maximum Data Rate Upstream", NULL),
    WT_V(0x88, "Maximum Data Rate Downstream", NULL), WT_V(0x89, "Minimum Data Rate Upstream, low power", NULL),
    WT_V(0x8a, "Minimum Data Rate Downstream, low power", NULL), WT_V(0x8b, "Maximum Interleaving Delay Upstream", \
      NULL),
    WT_V(0x8c, "Actual Interleaving Delay Upstream", NULL), WT_V(0x8d, "Maximum Interleaving Delay Downstream", NULL),
    WT_V(0x8e, "Actual Interleaving Delay Downstream", NULL), WT_V(0x90, "Access-Loop-Encapsulation", NULL),
};
WT_VALUES(line_tags);

#define FIELDS(F) \
    F(VERSION, "pppoe.version", U8, 0xf0, DEC, NULL, "Version", "Always 1.", "RFC 2516 §4", 0) \
    F(TYPE, "pppoe.type", U8, 0x0f, DEC, NULL, "Type", "Always 1.", "RFC 2516 §4", 0) \
    F(CODE, "pppoe.code", U8, 0, HEX, &codes, "Code", "Which step this is.", "RFC 2516 §4", WT_STORY) \
    F(SESSION, "pppoe.session_id", U16, 0, HEX, NULL, "Session ID", \
      "Which session of these two cards; 0 until the server has chosen.", "RFC 2516 §4", WT_STORY) \
    F(LENGTH, "pppoe.payload_length", U16, 0, DEC, NULL, "Payload Length", "How many bytes follow.", "RFC 2516 §4", 0) \
    F(TAGS, "pppoed.tags", NONE, 0, DEC, NULL, "PPPoE Tags", "What is wanted or offered.", "RFC 2516 §5", 0) \
    F(TAG, "pppoed.tag.type", U16, 0, HEX, &tags, "Tag", "What the tag is.", "RFC 2516 Appendix A", WT_OURS) \
    F(TAG_LENGTH, "pppoed.tag.size", U16, 0, DEC, NULL, "Tag Length", "How many bytes of data follow.", \
      "RFC 2516 §4", WT_OURS) \
    F(OTHER_TAG, "pppoed.tag", U16, 0, HEX, &tags, "Tag", "The number of a tag that is not taken apart here.", \
      "RFC 2516 Appendix A", 0) \
    F(OTHER_LENGTH, "pppoed.tag_length", U16, 0, DEC, NULL, "Tag Length", "How many bytes of data follow.", \
      "RFC 2516 §4", 0) \
    F(SERVICE, "pppoed.tags.service_name", STRING, 0, DEC, NULL, "Service-Name", \
      "The service wanted; none means any.", "RFC 2516 Appendix A", WT_STORY) \
    F(AC_NAME, "pppoed.tags.ac_name", STRING, 0, DEC, NULL, "AC-Name", "What the access server is called.", \
      "RFC 2516 Appendix A", WT_STORY) \
    F(HOST_UNIQ, "pppoed.tags.host_uniq", BYTES, 0, DEC, NULL, "Host-Uniq", \
      "Chosen by the client; the answer gives it back.", "RFC 2516 Appendix A", 0) \
    F(COOKIE, "pppoed.tags.ac_cookie", BYTES, 0, DEC, NULL, "AC-Cookie", \
      "Chosen by the server; the request gives it back, so that the server need not remember every question.", \
      "RFC 2516 Appendix A", 0) \
    F(RELAY, "pppoed.tags.relay_session_id", BYTES, 0, DEC, NULL, "Relay-Session-Id", \
      "Added by one who passes messages on.", "RFC 2516 Appendix A", 0) \
    F(MAX_PAYLOAD, "pppoed.tags.max_payload", BYTES, 0, DEC, NULL, "PPP-Max-Payload", \
      "The longest PPP payload, if more than 1492.", "RFC 4638 §3", 0) \
    F(SERVICE_ERROR, "pppoed.tags.service_name_error", STRING, 0, DEC, NULL, "Service-Name-Error", \
      "The service can't be had.", "RFC 2516 Appendix A", 0) \
    F(SYSTEM_ERROR, "pppoed.tags.ac_system_error", STRING, 0, DEC, NULL, "AC-System-Error", \
      "The server is in trouble.", "RFC 2516 Appendix A", 0) \
    F(ERROR, "pppoed.tags.generic_error", STRING, 0, DEC, NULL, "Generic-Error", "Something went wrong.", \
      "RFC 2516 Appendix A", 0) \
    F(VENDOR, "pppoed.tags.vendor_id", U32, 0, DEC, NULL, "Vendor id", \
      "Whose tag it is; 3561 is the Broadband Forum.", "RFC 2516 Appendix A", 0) \
    F(VENDOR_DATA, "pppoed.tags.vendor_unspecified", BYTES, 0, DEC, NULL, "Vendor data", \
      "What only that vendor can read.", "RFC 2516 Appendix A", 0) \
    F(LINE_TAGS, "pppoed.tags.vendorspecific.tags", NONE, 0, DEC, NULL, "Tags about the line", \
      "Added on the way by the box that the customer's line ends in.", "TR-101 Appendix B", 0) \
    F(LINE_TAG, "pppoed.tags.line.tag", U8, 0, HEX, &line_tags, "Tag", "What the tag is.", \
      "TR-101 Appendix B", WT_OURS) \
    F(LINE_LENGTH, "pppoed.tags.line.length", U8, 0, DEC, NULL, "Tag Length", "How many bytes of data follow.", \
      "TR-101 Appendix B", WT_OURS) \
    F(CIRCUIT, "pppoed.tags.circuit_id", STRING, 0, DEC, NULL, "Circuit ID", \
      "Which socket of which box the line ends in.", "TR-101 Appendix B", WT_STORY) \
    F(REMOTE, "pppoed.tags.remote_id", STRING, 0, DEC, NULL, "Remote ID", "Which customer it belongs to.", \
      "TR-101 Appendix B", WT_STORY) \
    F(RATE_UP, "pppoed.tags.act_data_rate_up", U32, 0, DEC, NULL, "Actual Data Rate Up", \
      "How fast the line is towards the network, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_DOWN, "pppoed.tags.act_data_rate_down", U32, 0, DEC, NULL, "Actual Data Rate Down", \
      "How fast it is towards the customer, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_MIN_UP, "pppoed.tags.min_data_rate_up", U32, 0, DEC, NULL, "Minimum Data Rate Up", \
      "How fast it has to be at least, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_MIN_DOWN, "pppoed.tags.min_data_rate_down", U32, 0, DEC, NULL, "Minimum Data Rate Down", \
      "How fast it has to be at least, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_CAN_UP, "pppoed.tags.attainable_data_rate_up", U32, 0, DEC, NULL, "Attainable Data Rate Up", \
      "How fast it could be, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_CAN_DOWN, "pppoed.tags.attainable_data_rate_down", U32, 0, DEC, NULL, "Attainable Data Rate Down", \
      "How fast it could be, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_MAX_UP, "pppoed.tags.max_data_rate_up", U32, 0, DEC, NULL, "Maximum Data Rate Up", \
      "How fast it may be at most, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_MAX_DOWN, "pppoed.tags.max_data_rate_down", U32, 0, DEC, NULL, "Maximum Data Rate Down", \
      "How fast it may be at most, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_SLEEP_UP, "pppoed.tags.min_data_rate_up_lp", U32, 0, DEC, NULL, "Minimum Up, Low Power", \
      "How fast it is at least while it saves power, in kbit/s.", "TR-101 Appendix B", 0) \
    F(RATE_SLEEP_DOWN, "pppoed.tags.min_data_rate_down_lp", U32, 0, DEC, NULL, "Minimum Down, Low Power", \
      "How fast it is at least while it saves power, in kbit/s.", "TR-101 Appendix B", 0) \
    F(DELAY_MAX_UP, "pppoed.tags.max_int_delay_up", U32, 0, DEC, NULL, "Maximum Delay Up", \
      "How long mixing against bursts of errors may take, in ms.", "TR-101 Appendix B", 0) \
    F(DELAY_UP, "pppoed.tags.act_int_delay_up", U32, 0, DEC, NULL, "Actual Delay Up", "How long it takes, in ms.", \
      "TR-101 Appendix B", 0) \
    F(DELAY_MAX_DOWN, "pppoed.tags.max_int_delay_down", U32, 0, DEC, NULL, "Maximum Delay Down", \
      "How long it may take towards the customer, in ms.", "TR-101 Appendix B", 0) \
    F(DELAY_DOWN, "pppoed.tags.act_int_delay_down", U32, 0, DEC, NULL, "Actual Delay Down", \
      "How long it takes, in ms.", "TR-101 Appendix B", 0) \
    F(ENCAPSULATION, "pppoed.tags.access_loop_encap", NONE, 0, DEC, NULL, "Access-Loop-Encapsulation", \
      "How frames are wrapped on the customer's line.", "TR-101 Appendix B", 0) \
    F(DATA_LINK, "pppoed.tags.access_loop_encap.data_link", U8, 0, HEX, NULL, "Data link", "0: ATM; 1: Ethernet.", \
      "TR-101 Appendix B", 0) \
    F(ENCAPS_1, "pppoed.tags.access_loop_encap.encap_1", U8, 0, HEX, NULL, "Encaps 1", "The first wrapping.", \
      "TR-101 Appendix B", 0) \
    F(ENCAPS_2, "pppoed.tags.access_loop_encap.encap_2", U8, 0, HEX, NULL, "Encaps 2", "The second wrapping.", \
      "TR-101 Appendix B", 0) \
    F(CREDITS, "pppoed.tags.credits", BYTES, 0, DEC, NULL, "Credits", "How much the other end may send.", \
      "RFC 5578 §6.1", 0) \
    F(METRICS, "pppoed.tags.metrics", BYTES, 0, DEC, NULL, "Metrics", "How good the radio link is.", \
      "RFC 5578 §6.2", 0) \
    F(NUMBER, "pppoed.tags.seq_num", U16, 0, HEX, NULL, "Sequence Number", "Which change of credits this is.", \
      "RFC 5578 §6.3", 0) \
    F(SCALE, "pppoed.tags.credit_scale", U16, 0, DEC, NULL, "Credit Scale Factor", \
      "What one credit is worth, in bytes.", "RFC 5578 §6.4", 0) \
    F(HURL, "pppoed.tags.hurl", BYTES, 0, DEC, NULL, "HURL", "A page that the customer should see.", "RFC 4937 §2", 0) \
    F(MOTM, "pppoed.tags.motm", BYTES, 0, DEC, NULL, "MOTM", "A message that the customer should see.", \
      "RFC 4937 §2", 0) \
    F(ROUTE, "pppoed.tags.ip_route_add", BYTES, 0, DEC, NULL, "IP Route Add", "A route for the customer.", \
      "RFC 4937 §2", 0) \
    F(UNKNOWN, "pppoed.tag.unknown_data", BYTES, 0, DEC, NULL, "Unknown Data", \
      "A tag of a kind not taken apart here.", "RFC 2516 §5", 0)
WT_FIELDS(PPPOES, FIELDS)

static wt_cur header(wt_cur *c, uint64_t *code) {
    wt_peek(c, F_VERSION);
    wt_take(c, F_TYPE);
    *code = wt_take(c, F_CODE);
    wt_take(c, F_SESSION);
    uint32_t n = (uint32_t)wt_take(c, F_LENGTH);
    return wt_sub(c, n);
}

static void session(wt_cur *c) {
    uint64_t code;
    wt_cur payload = header(c, &code);
    if (!c->fail)
        wt_run(&payload, WT_P_PPP);
}

static const wt_binding session_bindings[] = {{WT_T_ETHERTYPE, 0x8864, NULL}};

const wt_protocol wt_proto_pppoes = {
    .info = {.name = "pppoes", .title = "PPP-over-Ethernet Session", .tag = "PPPoE",
             .why = "Carries PPP between a customer and an access server, over Ethernet.", .ref = "RFC 2516",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = session_bindings, .binding_count = 1, .dissect = session,
};

static wt_fid row_of(uint64_t tag) {
    switch (tag) {
    case 0x0101: return F_SERVICE;
    case 0x0102: return F_AC_NAME;
    case 0x0103: return F_HOST_UNIQ;
    case 0x0104: return F_COOKIE;
    case 0x0105: return F_VENDOR_DATA;
    case 0x0106: return F_CREDITS;
    case 0x0107: return F_METRICS;
    case 0x0108: return F_NUMBER;
    case 0x0109: return F_SCALE;
    case 0x0110: return F_RELAY;
    case 0x0111: return F_HURL;
    case 0x0112: return F_MOTM;
    case 0x0120: return F_MAX_PAYLOAD;
    case 0x0121: return F_ROUTE;
    case 0x0201: return F_SERVICE_ERROR;
    case 0x0202: return F_SYSTEM_ERROR;
    case 0x0203: return F_ERROR;
    default: return F_UNKNOWN;
    }
}

static void rest(wt_cur *c, wt_fid f) {
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, f, wt_left(c));
}

static void encapsulation(wt_cur *c) {
    wt_node n = wt_begin(c, F_ENCAPSULATION, 3);
    for (wt_fid f = F_DATA_LINK; f <= F_ENCAPS_2; f++)
        wt_take(c, f);
    wt_end(c, n);
}

/* What the box at the end of the customer's line adds: numbers from 0x81 on are in the order of their rows. */
static void about_line(wt_cur *c) {
    wt_node n = wt_begin(c, F_LINE_TAGS, wt_left(c));
    while (wt_left(c) && !c->fail) {
        uint64_t tag = wt_take(c, F_LINE_TAG);
        uint32_t length = (uint32_t)wt_take(c, F_LINE_LENGTH);
        if (c->fail)
            break;
        wt_cur one = wt_sub(c, length);
        if (tag == 1 || tag == 2)
            rest(&one, tag == 1 ? F_CIRCUIT : F_REMOTE);
        else if (tag >= 0x81 && tag <= 0x8e && length == 4)
            wt_take(&one, F_RATE_UP + (wt_fid)tag - 0x81);
        else if (tag == 0x90 && length == 3)
            encapsulation(&one);
        rest(&one, F_UNKNOWN);
    }
    wt_end(c, n);
}

static void value(wt_cur *c, uint64_t tag) {
    if (tag == 0x0105) {
        uint64_t vendor = wt_take(c, F_VENDOR);
        if (vendor == 3561 && wt_left(c))
            about_line(c);
        else
            rest(c, F_VENDOR_DATA);
    } else if (tag == 0x0108 || tag == 0x0109) {
        wt_take(c, row_of(tag));
    } else {
        rest(c, row_of(tag));
    }
}

static void discovery(wt_cur *c) {
    uint64_t code;
    wt_cur payload = header(c, &code);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t) {
        const wt_value *v = wt_value_find(&codes, code);
        wt_put_s(t, v ? v->why ? v->why : v->name : "a step not known here");
        if (t->len && t->p[t->len - 1] == '.')
            t->len--;
    }
    if (c->fail || !wt_left(&payload))
        return;
    wt_node n = wt_begin(&payload, F_TAGS, wt_left(&payload));
    while (wt_left(&payload) && !payload.fail) {
        bool known = row_of(wt_look(&payload, 0, 2)) != F_UNKNOWN;
        uint64_t tag = wt_take(&payload, known ? F_TAG : F_OTHER_TAG);
        uint32_t length = (uint32_t)wt_take(&payload, known ? F_TAG_LENGTH : F_OTHER_LENGTH);
        if (!tag || payload.fail)
            break;
        wt_cur one = wt_sub(&payload, length);
        value(&one, tag);
        if (one.fail)
            break;
    }
    wt_end(&payload, n);
}

static const wt_binding discovery_bindings[] = {{WT_T_ETHERTYPE, 0x8863, NULL}};

const wt_protocol wt_proto_pppoed = {
    .info = {.name = "pppoed", .title = "PPP-over-Ethernet Discovery", .tag = "PPPoE",
             .why = "Finds an access server on an Ethernet.", .ref = "RFC 2516"},
    .bindings = discovery_bindings, .binding_count = 1, .dissect = discovery,
};
