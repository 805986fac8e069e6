/* ntp.c - NTP: asks a server what time it is, and how far the answer travelled (RFC 5905; control messages: RFC
 * 9327). */
#include "core/proto.h"

static const wt_value leap_rows[] = {
    WT_V(0, "no warning", NULL),
    WT_V(1, "last minute of the day has 61 seconds", "A leap second is put in at the end of the day."),
    WT_V(2, "last minute of the day has 59 seconds", "A second is left out at the end of the day."),
    WT_V(3, "unknown (clock unsynchronized)", "This clock does not follow another one yet."),
};
WT_VALUES(leap);

static const wt_value modes_rows[] = {
    WT_V(0, "reserved", NULL),
    WT_V(1, "symmetric active", "Two servers that follow each other; this one began."),
    WT_V(2, "symmetric passive", "Two servers that follow each other; the other one began."),
    WT_V(3, "client", "Asks for the time."),
    WT_V(4, "server", "Answers with the time."),
    WT_V(5, "broadcast", "Tells the time to all without being asked."),
    WT_V(6, "reserved for NTP control message", "Asks a server about itself, or answers."),
    WT_V(7, "reserved for private use", "Old control messages of one implementation."),
};
WT_VALUES(modes);

static const wt_value strata_rows[] = {
    WT_V(0, "unspecified or invalid", "In an answer: a refusal, whose reason is the reference id."),
    WT_V(1, "primary reference", "Has a clock of its own: a satellite receiver, an atomic clock."),
    WT_VR(2, 15, "secondary reference", "Follows a server whose stratum is one less."),
    WT_V(16, "unsynchronized", NULL),
    WT_VR(17, 255, "reserved", NULL),
};
WT_VALUES(strata);

static const wt_value opcodes_rows[] = {
    WT_V(0, "reserved", NULL), WT_V(1, "read status", NULL), WT_V(2, "read variables", NULL),
    WT_V(3, "write variables", NULL), WT_V(4, "read clock variables", NULL), WT_V(5, "write clock variables", NULL),
    WT_V(6, "set trap address/port", NULL), WT_V(7, "trap response", NULL), WT_V(8, "runtime configuration", NULL),
    WT_V(9, "export configuration to file", NULL), WT_V(10, "retrieve remote address stats", NULL),
    WT_V(11, "retrieve ordered list", NULL), WT_V(12, "request client-specific nonce", NULL),
    WT_V(31, "unset trap address/port", NULL),
};
WT_VALUES(opcodes);

static const wt_value sources_rows[] = {
    WT_V(0, "unspecified or unknown", NULL), WT_V(1, "calibrated atomic clock", NULL), WT_V(2, "VLF or LF radio", NULL),
    WT_V(3, "HF radio", NULL), WT_V(4, "UHF radio or satellite", NULL), WT_V(5, "local net", NULL),
    WT_V(6, "UDP/NTP", NULL),
    WT_V(7, "UDP/TIME", NULL), WT_V(8, "eyeball and wristwatch", "Somebody typed the time in."),
    WT_V(9, "telephone modem", NULL),
};
WT_VALUES(sources);

static const wt_value events_rows[] = {
    WT_V(0, "unspecified", NULL), WT_V(1, "frequency file not available", NULL),
    WT_V(2, "frequency file available", NULL),
    WT_V(3, "frequency stepped", NULL), WT_V(4, "clock stepped", NULL), WT_V(5, "clock synchronized", NULL),
    WT_V(6, "restart", NULL), WT_V(7, "panic stop", NULL), WT_V(8, "no system peer", NULL),
    WT_V(9, "leap second inserted or deleted", NULL), WT_V(10, "leap second disarmed", NULL),
    WT_V(11, "leap second armed", NULL),
    WT_V(12, "leap second timer", NULL), WT_V(13, "kernel information message", NULL),
    WT_V(14, "leap second file available", NULL),
};
WT_VALUES(events);

static const wt_value selections_rows[] = {
    WT_V(0, "rejected", NULL), WT_V(1, "false ticker", "Its time can't be right, as others agree on another."),
    WT_V(2, "excess", NULL), WT_V(3, "outlier", NULL), WT_V(4, "candidate", NULL), WT_V(5, "backup", NULL),
    WT_V(6, "system peer", "The one that is followed."), WT_V(7, "PPS peer", "Gives a pulse every second."),
};
WT_VALUES(selections);

static const wt_value errors_rows[] = {
    WT_V(0, "unspecified", NULL), WT_V(1, "authentication failure", NULL),
    WT_V(2, "invalid message length or format", NULL),
    WT_V(3, "invalid opcode", NULL), WT_V(4, "unknown association id", NULL), WT_V(5, "unknown variable name", NULL),
    WT_V(6, "invalid variable value", NULL), WT_V(7, "administratively prohibited", NULL),
};
WT_VALUES(errors);

#define FIELDS(F) \
    F(FLAGS, "ntp.flags", U8, 0, HEX, NULL, "Flags", "Leap warning, version and mode in one byte.", "RFC 5905 §7.3", \
      0) \
    F(LEAP, "ntp.flags.li", U8, 0xc0, DEC, &leap, "Leap Indicator", \
      "Warns of a leap second at the end of the day.", "RFC 5905 §7.3", 0) \
    F(VERSION, "ntp.flags.vn", U8, 0x38, DEC, NULL, "Version number", "Which NTP this is; 4 is today's.", \
      "RFC 5905 §7.3", 0) \
    F(MODE, "ntp.flags.mode", U8, 0x07, DEC, &modes, "Mode", "Who speaks: one who asks, one who answers, …", \
      "RFC 5905 §7.3", WT_STORY) \
    F(STRATUM, "ntp.stratum", U8, 0, DEC, &strata, "Peer Clock Stratum", \
      "How many servers stand between this one and a true clock.", "RFC 5905 §7.3", WT_STORY) \
    F(POLL, "ntp.ppoll", U8, 0, DEC, NULL, "Peer Polling Interval", \
      "The longest time between two messages: 2 to the power of this, in seconds.", "RFC 5905 §7.3", 0) \
    F(PRECISION, "ntp.precision", U8, 0, DEC, NULL, "Peer Clock Precision", \
      "How finely the clock can be read: 2 to the power of this, a negative number (256 less), in seconds.", \
      "RFC 5905 §7.3", 0) \
    F(ROOT_DELAY, "ntp.rootdelay", U32, 0, DEC, NULL, "Root Delay", \
      "The round trip to the true clock, in units of 1/65536 second.", "RFC 5905 §7.3", 0) \
    F(ROOT_DISPERSION, "ntp.rootdispersion", U32, 0, DEC, NULL, "Root Dispersion", \
      "How far off the clock may be in the worst case, in units of 1/65536 second.", "RFC 5905 §7.3", 0) \
    F(REFID, "ntp.refid", BYTES, 0, DEC, NULL, "Reference ID", \
      "What this clock follows: a kind of clock in letters, or the address of a server.", "RFC 5905 §7.3", 0) \
    F(REFTIME, "ntp.reftime", ABSTIME, 0, DEC, NULL, "Reference Timestamp", "When the clock was last set.", \
      "RFC 5905 §7.3", 0) \
    F(ORIGIN, "ntp.org", ABSTIME, 0, DEC, NULL, "Origin Timestamp", \
      "In an answer, the question's transmit time given back: it proves which question is answered.", "RFC 5905 §7.3", \
      0) \
    F(RECEIVE, "ntp.rec", ABSTIME, 0, DEC, NULL, "Receive Timestamp", \
      "When the question came in, by the server's clock.", "RFC 5905 §7.3", WT_STORY) \
    F(TRANSMIT, "ntp.xmt", ABSTIME, 0, DEC, NULL, "Transmit Timestamp", \
      "When this message left, by the sender's clock; clients may send a random number.", "RFC 5905 §7.3", WT_STORY) \
    F(KEY_ID, "ntp.keyid", BYTES, 0, DEC, NULL, "Key ID", "Which shared key the code below was made with.", \
      "RFC 5905 §7.3", 0) \
    F(MAC, "ntp.mac", BYTES, 0, DEC, NULL, "Message Authentication Code", \
      "Made from the message and a shared key: proves who sent it.", "RFC 5905 §7.3", 0) \
    F(EXT, "ntp.ext", NONE, 0, DEC, NULL, "Extension", "A part that not every NTP message has.", "RFC 7822 §3", 0) \
    F(EXT_TYPE, "ntp.ext.type", U16, 0, HEX, NULL, "Field Type", "What the extension is.", "RFC 7822 §3", 0) \
    F(EXT_LENGTH, "ntp.ext.length", U16, 0, DEC, NULL, "Length", \
      "Bytes of the extension, these four and padding included.", "RFC 7822 §3", 0) \
    F(EXT_VALUE, "ntp.ext.value", BYTES, 0, DEC, NULL, "Value", "What the extension carries.", "RFC 7822 §3", 0) \
    F(CTRL_FLAGS, "ntp.ctrl.flags2", U8, 0, HEX, NULL, "Flags 2", "Answer or question, and what about.", \
      "RFC 9327 §2", 0) \
    F(CTRL_R, "ntp.ctrl.flags2.r", U8, 0x80, DEC, NULL, "Response bit", "1 in an answer.", "RFC 9327 §2", 0) \
    F(CTRL_ERROR, "ntp.ctrl.flags2.error", U8, 0x40, DEC, NULL, "Error bit", "1 when the question was refused.", \
      "RFC 9327 §2", 0) \
    F(CTRL_MORE, "ntp.ctrl.flags2.more", U8, 0x20, DEC, NULL, "More bit", \
      "1 when the answer goes on in another message.", "RFC 9327 §2", 0) \
    F(CTRL_OPCODE, "ntp.ctrl.flags2.opcode", U8, 0x1f, DEC, &opcodes, "Opcode", "What is wanted.", "RFC 9327 §2", \
      WT_STORY) \
    F(CTRL_SEQ, "ntp.ctrl.sequence", U16, 0, DEC, NULL, "Sequence", "Ties the answer to its question.", "RFC 9327 §2", \
      0) \
    F(CTRL_STATUS, "ntp.ctrl.status", U16, 0, HEX, NULL, "Status", \
      "How the server, or the clock asked about, is doing.", "RFC 9327 §3", 0) \
    F(CTRL_ASSOC, "ntp.ctrl.associd", U16, 0, DEC, NULL, "AssociationID", \
      "Which of the server's own servers is meant; 0 is itself.", "RFC 9327 §2", 0) \
    F(CTRL_OFFSET, "ntp.ctrl.offset", U16, 0, DEC, NULL, "Offset", "Where in the whole answer these bytes belong.", \
      "RFC 9327 §2", 0) \
    F(CTRL_COUNT, "ntp.ctrl.count", U16, 0, DEC, NULL, "Count", "How many bytes of data follow.", "RFC 9327 §2", 0) \
    F(SYS_LEAP, "ntp.ctrl.sys_status.li", U16, 0xc000, DEC, &leap, "Leap Indicator", \
      "The leap second that the server expects.", "RFC 9327 §3.1", 0) \
    F(SYS_SOURCE, "ntp.ctrl.sys_status.clksrc", U16, 0x3f00, DEC, &sources, "Clock Source", \
      "What the server's clock follows.", "RFC 9327 §3.1", 0) \
    F(SYS_COUNT, "ntp.ctrl.sys_status.count", U16, 0x00f0, DEC, NULL, "System Event Counter", \
      "How much happened since the status was last asked for.", "RFC 9327 §3.1", 0) \
    F(SYS_CODE, "ntp.ctrl.sys_status.code", U16, 0x000f, DEC, &events, "System Event Code", \
      "What happened last.", "RFC 9327 §3.1", 0) \
    F(PEER_CONFIG, "ntp.ctrl.peer_status.config", U16, 0x8000, FLAG, NULL, "Peer Status: configured", \
      "Set: somebody entered this server by hand.", "RFC 9327 §3.2", 0) \
    F(PEER_AUTHENABLE, "ntp.ctrl.peer_status.authenable", U16, 0x4000, FLAG, NULL, \
      "Peer Status: authentication enabled", "Set: its messages have to prove who sent them.", "RFC 9327 §3.2", 0) \
    F(PEER_AUTHENTIC, "ntp.ctrl.peer_status.authentic", U16, 0x2000, FLAG, NULL, "Peer Status: authentic", \
      "Set: its last message did prove it.", "RFC 9327 §3.2", 0) \
    F(PEER_REACH, "ntp.ctrl.peer_status.reach", U16, 0x1000, FLAG, NULL, "Peer Status: reachable", \
      "Set: it answered of late.", "RFC 9327 §3.2", 0) \
    F(PEER_BCAST, "ntp.ctrl.peer_status.bcast", U16, 0x0800, FLAG, NULL, "Peer Status: broadcast", \
      "Set: it tells the time without being asked.", "RFC 9327 §3.2", 0) \
    F(PEER_SELECTION, "ntp.ctrl.peer_status.selection", U16, 0x0700, DEC, &selections, "Peer Selection", \
      "Whether this server follows it.", "RFC 9327 §3.2", 0) \
    F(PEER_COUNT, "ntp.ctrl.peer_status.count", U16, 0x00f0, DEC, NULL, "Peer Event Counter", \
      "How much happened since the status was last asked for.", "RFC 9327 §3.2", 0) \
    F(PEER_CODE, "ntp.ctrl.peer_status.code", U16, 0x000f, DEC, NULL, "Peer Event Code", \
      "What happened last.", "RFC 9327 §3.2", 0) \
    F(CLOCK_STATUS, "ntp.ctrl.clock_status.status", U16, 0xff00, DEC, NULL, "Clock Status", \
      "How the reference clock is doing; 0 is well.", "RFC 9327 §3.3", 0) \
    F(CLOCK_CODE, "ntp.ctrl.clock_status.code", U16, 0x00ff, DEC, NULL, "Clock Event Code", \
      "What happened to it last.", "RFC 9327 §3.3", 0) \
    F(ERROR_STATUS, "ntp.ctrl.err_status", U16, 0xff00, DEC, &errors, "Error Status Word", \
      "Why the question was refused.", "RFC 9327 §3.4", 0) \
    F(CTRL_DATA, "ntp.ctrl.data", NONE, 0, DEC, NULL, "Data", "What is told or set.", "RFC 9327 §2", 0) \
    F(CTRL_TEXT, "ntp.ctrl.text", STRING, 0, DEC, NULL, "Text", \
      "Names and values, set apart by commas.", "RFC 9327 §4", WT_OURS) \
    F(PRIV_R, "ntp.priv.flags.r", U8, 0x80, DEC, NULL, "Response bit", "1 in an answer.", \
      "ntpd include/ntp_request.h", 0) \
    F(PRIV_MORE, "ntp.priv.flags.more", U8, 0x40, DEC, NULL, "More bit", \
      "1 when the answer goes on in another message.", "ntpd include/ntp_request.h", 0) \
    F(PRIV_AUTH_SEQ, "ntp.priv.auth_seq", U8, 0, DEC, NULL, "Auth, sequence", "A bit and a number in one byte.", \
      "ntpd include/ntp_request.h", 0) \
    F(PRIV_AUTH, "ntp.priv.auth", U8, 0x80, DEC, NULL, "Auth bit", \
      "1 when a code behind the message proves who sent it.", "ntpd include/ntp_request.h", 0) \
    F(PRIV_SEQ, "ntp.priv.seq", U8, 0x7f, DEC, NULL, "Sequence number", "Which part of a long answer this is.", \
      "ntpd include/ntp_request.h", 0) \
    F(PRIV_IMPL, "ntp.priv.impl", U8, 0, DEC, NULL, "Implementation", "Whose private messages these are.", \
      "ntpd include/ntp_request.h", 0) \
    F(PRIV_CODE, "ntp.priv.reqcode", U8, 0, DEC, NULL, "Request code", \
      "What is wanted; 42, the list of clients, was long abused to flood others.", "ntpd include/ntp_request.h", 0) \
    F(PRIV_ERR, "ntp.priv.err", U8, 0xf0, HEX, NULL, "Err", "Why the question was refused; 0 if it was not.", \
      "ntpd include/ntp_request.h", 0) \
    F(PRIV_ITEMS, "ntp.priv.numitems", U16, 0x0fff, DEC, NULL, "Number of data items", "How many entries follow.", \
      "ntpd include/ntp_request.h", 0) \
    F(PRIV_RESERVED, "ntp.priv.reserved", U8, 0xf0, HEX, NULL, "Reserved", "Zero.", "ntpd include/ntp_request.h", 0) \
    F(PRIV_SIZE, "ntp.priv.itemsize", U16, 0x0fff, DEC, NULL, "Size of data item", "How many bytes each entry has.", \
      "ntpd include/ntp_request.h", 0)
WT_FIELDS(NTP, FIELDS)

enum { EPOCH = 2208988800u };              /* seconds from 1900 to 1970 */

/* Sixty-four bits: seconds since 1900, or since 2036 if the highest bit is clear (RFC 4330 §3), and their fraction. */
static int64_t time_of(uint64_t stamp) {
    int64_t seconds = (int64_t)(stamp >> 32) - EPOCH;
    if (!(stamp >> 63))
        seconds += (int64_t)1 << 32;
    return seconds * 1000000000 + (int64_t)((stamp & UINT32_MAX) * 1000000000 >> 32);
}

static uint64_t take_time(wt_cur *c, wt_fid f) {
    if (!wt_need(c, 8))
        return 0;
    uint64_t stamp = wt_look(c, 0, 8);
    wt_emit_u(c, f, c->pos, 8, stamp ? (uint64_t)time_of(stamp) : (uint64_t)INT64_MIN);
    wt_skip(c, 8);
    return stamp;
}

static void say(wt_cur *c, uint32_t mode, uint64_t stratum, const uint8_t *refid) {
    static const char *const words[8] = {
        "", "asks a server of its own rank for the time", "answers a server of its own rank", "asks for the time",
        "tells the time", "tells everybody the time", "", ""};
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    if (mode == 4 && !stratum) {
        wt_put_s(t, "refuses to tell the time: ");
        wt_put_wire(t, refid, 4);
        return;
    }
    wt_put_s(t, words[mode]);
    if (mode != 4 && mode != 5)
        return;
    wt_put_s(t, ", by ");
    if (stratum == 1) {
        uint32_t n = 4;
        while (n && !refid[n - 1])
            n--;
        wt_put_s(t, "a clock of its own (");
        wt_put_wire(t, refid, n);
        wt_put_c(t, ')');
    } else {
        wt_put_s(t, "a clock at stratum ");
        wt_put_u(t, stratum);
    }
}

static void extension(wt_cur *c, uint32_t length) {
    wt_node n = wt_begin(c, F_EXT, length);
    wt_take(c, F_EXT_TYPE);
    wt_take(c, F_EXT_LENGTH);
    if (length > 4)
        wt_take_bytes(c, F_EXT_VALUE, length - 4);
    wt_end(c, n);
}

/* What is longer than the longest code, 24 bytes, begins with an extension (RFC 7822 §3), if its length can be true. */
static void behind(wt_cur *c) {
    uint32_t length;
    while (wt_left(c) > 24 && (length = (uint32_t)wt_look(c, 2, 2)) >= 16 && length <= wt_left(c) && !c->fail)
        extension(c, length);
    if (c->fail || !wt_left(c))
        return;
    wt_take_bytes(c, F_KEY_ID, 4);
    if (wt_left(c))
        wt_take_bytes(c, F_MAC, wt_left(c));
}

static void timing(wt_cur *c, uint32_t mode) {
    uint64_t stratum = wt_take(c, F_STRATUM);
    wt_take(c, F_POLL);
    wt_take(c, F_PRECISION);
    wt_take(c, F_ROOT_DELAY);
    wt_take(c, F_ROOT_DISPERSION);
    const uint8_t *refid = wt_take_bytes(c, F_REFID, 4);
    if (refid)
        say(c, mode, stratum, refid);
    take_time(c, F_REFTIME);
    take_time(c, F_ORIGIN);
    take_time(c, F_RECEIVE);
    take_time(c, F_TRANSMIT);
    behind(c);
}

static void rows(wt_cur *c, wt_fid first, wt_fid last) {
    for (wt_fid f = first; f <= last; f++)
        wt_bits(c, f);
}

/* What the status is about depends on what was asked; in a question it is nothing. */
static void status(wt_cur *c, uint64_t flags) {
    uint64_t opcode = flags & 0x1f, associd = wt_look(c, 2, 2);
    wt_take(c, F_CTRL_STATUS);
    if (!(flags & 0x80))
        return;
    wt_node n = wt_parent(c, F_CTRL_STATUS);
    if (flags & 0x40)
        wt_bits(c, F_ERROR_STATUS);
    else if (opcode == 4 || opcode == 5)
        rows(c, F_CLOCK_STATUS, F_CLOCK_CODE);
    else if (opcode >= 1 && opcode <= 3 && associd)
        rows(c, F_PEER_CONFIG, F_PEER_CODE);
    else if (opcode >= 1 && opcode <= 3)
        rows(c, F_SYS_LEAP, F_SYS_CODE);
    wt_end(c, n);
}

static void say_control(wt_cur *c, uint64_t flags) {
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (!t)
        return;
    const wt_value *v = wt_value_find(&opcodes, flags & 0x1f);
    wt_put_s(t, flags & 0x80 ? "answers a control message: " : "sends a control message: ");
    wt_put_s(t, v ? v->name : "of a kind not known here");
}

static void control(wt_cur *c) {
    uint64_t flags = wt_take(c, F_CTRL_FLAGS);
    wt_node n = wt_parent(c, F_CTRL_FLAGS);
    rows(c, F_CTRL_R, F_CTRL_OPCODE);
    wt_end(c, n);
    say_control(c, flags);
    wt_take(c, F_CTRL_SEQ);
    status(c, flags);
    wt_take(c, F_CTRL_ASSOC);
    wt_take(c, F_CTRL_OFFSET);
    wt_take(c, F_CTRL_COUNT);
    if (c->fail || !wt_left(c))
        return;
    n = wt_begin(c, F_CTRL_DATA, wt_left(c));
    wt_take_rest(c, F_CTRL_TEXT);
    wt_end(c, n);
}

static void private(wt_cur *c) {
    wt_take(c, F_PRIV_AUTH_SEQ);
    wt_node n = wt_parent(c, F_PRIV_AUTH_SEQ);
    rows(c, F_PRIV_AUTH, F_PRIV_SEQ);
    wt_end(c, n);
    wt_take(c, F_PRIV_IMPL);
    wt_take(c, F_PRIV_CODE);
    wt_peek(c, F_PRIV_ERR);
    wt_take(c, F_PRIV_ITEMS);
    wt_peek(c, F_PRIV_RESERVED);
    wt_take(c, F_PRIV_SIZE);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t)
        wt_put_s(t, "a private message");
    if (!c->fail && wt_left(c))
        wt_run(c, WT_P_DATA);
}

static void dissect(wt_cur *c) {
    wt_layer_of(c)->length = wt_left(c);
    uint32_t flags = (uint32_t)wt_take(c, F_FLAGS), mode = flags & 7;
    wt_node n = wt_parent(c, F_FLAGS);
    if (mode == 7)
        rows(c, F_PRIV_R, F_PRIV_MORE);
    else
        wt_bits(c, F_LEAP);
    rows(c, F_VERSION, F_MODE);
    wt_end(c, n);
    if (mode == 6)
        control(c);
    else if (mode == 7)
        private(c);
    else
        timing(c, mode);
}

static const wt_binding bindings[] = {{WT_T_UDP_PORT, 123, NULL}};

const wt_protocol wt_proto_ntp = {
    .info = {.name = "ntp", .title = "Network Time Protocol", .tag = "NTP",
             .why = "Asks a server for the time, and reckons with the time that the answer took.", .ref = "RFC 5905",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
