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
    WT_V(0x0110, "Relay-Session-Id", NULL), WT_V(0x0120, "PPP-Max-Payload", NULL), WT_V(0x0201, "Service-Name-Error", NULL),
    WT_V(0x0202, "AC-System-Error", NULL), WT_V(0x0203, "Generic-Error", NULL),
};
WT_VALUES(tags);

#define FIELDS(F) \
    F(VERSION, "pppoe.version", U8, 0xf0, DEC, NULL, "Version", "Always 1.", "RFC 2516 §4", 0) \
    F(TYPE, "pppoe.type", U8, 0x0f, DEC, NULL, "Type", "Always 1.", "RFC 2516 §4", 0) \
    F(CODE, "pppoe.code", U8, 0, HEX, &codes, "Code", "Which step this is.", "RFC 2516 §4", WT_STORY) \
    F(SESSION, "pppoe.session_id", U16, 0, HEX, NULL, "Session ID", \
      "Which session of these two cards; 0 until the server has chosen.", "RFC 2516 §4", WT_STORY) \
    F(LENGTH, "pppoe.payload_length", U16, 0, DEC, NULL, "Payload Length", "How many bytes follow.", "RFC 2516 §4", 0) \
    F(TAGS, "pppoed.tags", NONE, 0, DEC, NULL, "PPPoE Tags", "What is wanted or offered.", "RFC 2516 §5", 0) \
    F(TAG, "pppoed.tag.type", U16, 0, HEX, &tags, "Tag", "What the tag is.", "RFC 2516 Appendix A", WT_OURS) \
    F(TAG_LENGTH, "pppoed.tag.length", U16, 0, DEC, NULL, "Tag Length", "How many bytes of data follow.", "RFC 2516 §4", WT_OURS) \
    F(SERVICE, "pppoed.tags.service_name", STRING, 0, DEC, NULL, "Service-Name", "The service wanted; none means any.", \
      "RFC 2516 Appendix A", WT_STORY) \
    F(AC_NAME, "pppoed.tags.ac_name", STRING, 0, DEC, NULL, "AC-Name", "What the access server is called.", \
      "RFC 2516 Appendix A", WT_STORY) \
    F(HOST_UNIQ, "pppoed.tags.host_uniq", BYTES, 0, DEC, NULL, "Host-Uniq", \
      "Chosen by the client; the answer gives it back.", "RFC 2516 Appendix A", 0) \
    F(COOKIE, "pppoed.tags.ac_cookie", BYTES, 0, DEC, NULL, "AC-Cookie", \
      "Chosen by the server; the request gives it back, so that the server need not remember every question.", \
      "RFC 2516 Appendix A", 0) \
    F(RELAY, "pppoed.tags.relay_session_id", BYTES, 0, DEC, NULL, "Relay-Session-Id", "Added by one who passes messages on.", \
      "RFC 2516 Appendix A", 0) \
    F(MAX_PAYLOAD, "pppoed.tags.max_payload", BYTES, 0, DEC, NULL, "PPP-Max-Payload", "The longest PPP payload, if more than 1492.", \
      "RFC 4638 §3", 0) \
    F(SERVICE_ERROR, "pppoed.tags.service_name_error", STRING, 0, DEC, NULL, "Service-Name-Error", "The service can't be had.", \
      "RFC 2516 Appendix A", 0) \
    F(SYSTEM_ERROR, "pppoed.tags.ac_system_error", STRING, 0, DEC, NULL, "AC-System-Error", "The server is in trouble.", \
      "RFC 2516 Appendix A", 0) \
    F(ERROR, "pppoed.tags.generic_error", STRING, 0, DEC, NULL, "Generic-Error", "Something went wrong.", "RFC 2516 Appendix A", 0) \
    F(UNKNOWN, "pppoed.tag.unknown_data", BYTES, 0, DEC, NULL, "Unknown Data", "A tag of a kind not taken apart here.", \
      "RFC 2516 §5", 0)
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
    case 0x0110: return F_RELAY;
    case 0x0120: return F_MAX_PAYLOAD;
    case 0x0201: return F_SERVICE_ERROR;
    case 0x0202: return F_SYSTEM_ERROR;
    case 0x0203: return F_ERROR;
    default: return F_UNKNOWN;
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
        uint64_t tag = wt_take(&payload, F_TAG);
        uint32_t length = (uint32_t)wt_take(&payload, F_TAG_LENGTH);
        if (!tag || payload.fail)
            break;
        if (length)
            wt_take_bytes(&payload, row_of(tag), length);
    }
    wt_end(&payload, n);
}

static const wt_binding discovery_bindings[] = {{WT_T_ETHERTYPE, 0x8863, NULL}};

const wt_protocol wt_proto_pppoed = {
    .info = {.name = "pppoed", .title = "PPP-over-Ethernet Discovery", .tag = "PPPoE",
             .why = "Finds an access server on an Ethernet.", .ref = "RFC 2516"},
    .bindings = discovery_bindings, .binding_count = 1, .dissect = discovery,
};
