/* llc.c - IEEE 802.2 Logical Link Control, with SNAP: what an 802.3 frame carries. */
#include "proto/common/numbers.h"

static const wt_value sap_rows[] = {
    WT_V(0x00, "NULL LSAP", NULL), WT_V(0x02, "LLC Sub-Layer Management", NULL), WT_V(0x04, "SNA Path Control", NULL),
    WT_V(0x06, "TCP/IP", NULL), WT_V(0x08, "SNA", NULL), WT_V(0x0c, "SNA", NULL), WT_V(0x0e, "PROWAY", NULL),
    WT_V(0x10, "NetWare", NULL), WT_V(0x14, "ISO Network Layer", NULL), WT_V(0x20, "ISO Network Layer", NULL),
    WT_V(0x34, "ISO Network Layer", NULL),
    WT_V(0x42, "Spanning Tree BPDU", "Switches agreeing on a tree without loops."),
    WT_V(0x4e, "Manufacturing Message Service", NULL), WT_V(0x54, "ISO Network Layer", NULL),
    WT_V(0x7e, "ISO 8208 (X.25)", NULL), WT_V(0x80, "XNS", NULL), WT_V(0x82, "BACnet", NULL), WT_V(0x98, "ARP", NULL),
    WT_V(0xaa, "SNAP", "An organization code and a type follow."), WT_V(0xbc, "Banyan Vines", NULL),
    WT_V(0xe0, "NetWare", NULL), WT_V(0xf0, "NetBIOS", NULL), WT_V(0xf4, "IBM Net Management", NULL),
    WT_V(0xf8, "HP Extended LLC", NULL), WT_V(0xfc, "Remote Program Load", NULL), WT_V(0xfe, "ISO Network Layer", NULL),
    WT_V(0xff, "Global LSAP", NULL)};
WT_VALUES(sap);

static const wt_value half_rows[] = {
    WT_V(0x00, "NULL LSAP", NULL), WT_V(0x01, "LLC Sub-Layer Management", NULL), WT_V(0x02, "SNA Path Control", NULL),
    WT_V(0x03, "TCP/IP", NULL), WT_V(0x21, "Spanning Tree BPDU", NULL), WT_V(0x55, "SNAP", NULL),
    WT_V(0x70, "NetWare", NULL), WT_V(0x78, "NetBIOS", NULL), WT_V(0x7f, "ISO Network Layer", NULL)};
WT_VALUES(half);

static const wt_value ig_rows[] = {WT_V(0, "Individual", NULL), WT_V(1, "Group", NULL)};
WT_VALUES(ig);
static const wt_value cr_rows[] = {WT_V(0, "Command", NULL), WT_V(1, "Response", NULL)};
WT_VALUES(cr);
static const wt_value frame_rows[] = {
    WT_V(0, "Information frame", NULL), WT_V(1, "Supervisory frame", NULL), WT_V(2, "Information frame", NULL),
    WT_V(3, "Unnumbered frame", NULL)};
WT_VALUES(frame);
static const wt_value supervisory_rows[] = {
    WT_V(0, "Receiver ready", NULL), WT_V(1, "Receiver not ready", NULL), WT_V(2, "Reject", NULL)};
WT_VALUES(supervisory);
static const wt_value command_rows[] = {
    WT_V(0x00, "Unnumbered Information", "Data, sent without numbering: all that is common today."),
    WT_V(0x10, "Disconnect", NULL), WT_V(0x18, "Unnumbered Acknowledge", NULL),
    WT_V(0x1b, "Set Asynchronous Balanced Mode Extended", NULL),
    WT_V(0x21, "Frame reject", NULL), WT_V(0x2b, "Exchange identification", NULL), WT_V(0x38, "Test", NULL)};
WT_VALUES(command);
static const wt_value response_rows[] = {
    WT_V(0x03, "Disconnected mode", NULL), WT_V(0x10, "Request disconnect", NULL),
    WT_V(0x18, "Unnumbered Acknowledge", NULL),
    WT_V(0x21, "Frame reject", NULL), WT_V(0x2b, "Exchange identification", NULL), WT_V(0x38, "Test", NULL)};
WT_VALUES(response);
static const wt_value cisco_rows[] = {
    WT_V(0x0102, "Cisco Dynamic Trunking", NULL), WT_V(0x0104, "PAgP", NULL),
    WT_V(0x010b, "PVST+", NULL), WT_V(0x0111, "UDLD", NULL), WT_V(0x2000, "CDP", NULL), WT_V(0x2003, "VTP", NULL),
    WT_V(0x2004, "DTP", NULL)};
WT_VALUES(cisco);
static const wt_value apple_rows[] = {WT_V(0x809b, "AppleTalk", NULL), WT_V(0x80f3, "AARP", NULL)};
WT_VALUES(apple);

#define FIELDS(F) \
    F(DSAP, "llc.dsap", U8, 0, HEX, &sap, "DSAP", \
      "Which service at the receiver the frame is for: the destination service access point.", \
      "IEEE 802.2 §3.2", WT_STORY) \
    F(DSAP_SAP, "llc.dsap.sap", U8, 0xfe, DEC, &half, "SAP", \
      "The number of the service that the frame is for.", "IEEE 802.2 §3.3.1.2", 0) \
    F(DSAP_IG, "llc.dsap.ig", U8, 0x01, FLAG, &ig, "IG Bit", \
      "Set when the frame is for a group of services, not for a single one.", \
      "IEEE 802.2 §3.3.1.2", 0) \
    F(SSAP, "llc.ssap", U8, 0, HEX, &sap, "SSAP", \
      "Which service at the sender it comes from: the source service access point.", "IEEE 802.2 §3.2", 0) \
    F(SSAP_SAP, "llc.ssap.sap", U8, 0xfe, DEC, &half, "SAP", \
      "The number of the service that sent the frame.", "IEEE 802.2 §3.3.1.2", 0) \
    F(SSAP_CR, "llc.ssap.cr", U8, 0x01, FLAG, &cr, "CR Bit", "Tells a response from a command.", \
      "IEEE 802.2 §3.3.1.2", 0) \
    F(CONTROL, "llc.control", U16, 0, HEX, NULL, "Control field", \
      "The kind of frame, and its numbers where frames are numbered.", "IEEE 802.2 §3.3.2", 0) \
    F(CONTROL_LE, "llc.control", U16, 0, HEX, NULL, "Control field", \
      "The kind of frame with its numbers, in two bytes.", "IEEE 802.2 §3.3.2", WT_LE) \
    F(N_R, "llc.control.n_r", U16, 0xfe00, DEC, NULL, "N(R)", \
      "The number of the next frame that the sender expects: all before it have arrived.", \
      "IEEE 802.2 §5.4", WT_LE) \
    F(N_S, "llc.control.n_s", U16, 0x00fe, DEC, NULL, "N(S)", \
      "This frame's own number, by which the receiver notices missing ones.", "IEEE 802.2 §5.4", WT_LE) \
    F(P, "llc.control.p", U16, 0x0100, FLAG, NULL, "Poll", \
      "Set: the receiver shall answer at once.", "IEEE 802.2 §5.3", WT_LE) \
    F(FINAL, "llc.control.f", U16, 0x0100, FLAG, NULL, "Final", \
      "Set: this is the answer to a frame with the poll bit.", \
      "IEEE 802.2 §5.3", WT_LE) \
    F(S_FTYPE, "llc.control.s_ftype", U16, 0x000c, HEX, &supervisory, "Supervisory frame type", \
      "Whether the sender of this can take more frames, or wants one again.", "IEEE 802.2 §5.4.2", WT_LE) \
    F(FTYPE_S, "llc.control.ftype", U16, 0x0003, HEX, &frame, "Frame type", \
      "Whether the frame is numbered data, control, or not numbered.", \
      "IEEE 802.2 §3.3.2", WT_LE) \
    F(FTYPE_I, "llc.control.ftype", U16, 0x0001, HEX, &frame, "Frame type", \
      "0: numbered data, which the receiver acknowledges.", "IEEE 802.2 §3.3.2", \
      WT_LE) \
    F(UP, "llc.control.p", U8, 0x10, FLAG, NULL, "Poll", \
      "Set: the receiver shall answer this unnumbered frame at once.", \
      "IEEE 802.2 §5.3", 0) \
    F(UF, "llc.control.f", U8, 0x10, FLAG, NULL, "Final", \
      "Set: this is the answer to an unnumbered frame with the poll bit.", \
      "IEEE 802.2 §5.3", 0) \
    F(U_CMD, "llc.control.u_modifier_cmd", U8, 0xec, HEX, &command, "Command", "What an unnumbered frame is for.", \
      "IEEE 802.2 §5.4.3", 0) \
    F(U_RSP, "llc.control.u_modifier_resp", U8, 0xec, HEX, &response, "Response", "What an unnumbered frame answers.", \
      "IEEE 802.2 §5.4.3", 0) \
    F(FTYPE_U, "llc.control.ftype", U8, 0x03, HEX, &frame, "Frame type", \
      "3: not numbered: sent once, or about the link itself.", "IEEE 802.2 §3.3.2", 0) \
    F(OUI, "llc.oui", U24, 0, DEC, NULL, "Organization Code", \
      "Who defines the type that follows; 0 means that it is an EtherType.", \
      "RFC 1042", 0) \
    F(TYPE, "llc.type", U16, 0, HEX, &wt_ethertypes, "Type", "Which protocol the payload is, as in Ethernet II.", \
      "RFC 1042", WT_STORY) \
    F(CISCO, "llc.cisco_pid", U16, 0, HEX, &cisco, "PID", "Which of Cisco's protocols the payload is.", "RFC 1042", \
      WT_STORY) \
    F(APPLE, "llc.apple_atalk_pid", U16, 0, HEX, &apple, "PID", "Which of Apple's protocols the payload is.", \
      "RFC 1042", WT_STORY) \
    F(PID, "llc.pid", U16, 0, HEX, NULL, "PID", "Which of that organization's protocols the payload is.", "RFC 1042", \
      WT_STORY)
WT_FIELDS(LLC, FIELDS)

static uint64_t access_point(wt_cur *c, wt_fid f) {
    uint64_t v = wt_take(c, f);
    wt_node n = wt_parent(c, f);
    wt_bits(c, f + 1);
    wt_bits(c, f + 2);
    wt_end(c, n);
    return v;
}

/* True if information follows. */
static bool control(wt_cur *c, bool answer) {
    uint32_t first = (uint32_t)wt_look(c, 0, 1);
    if (!wt_need(c, 1))
        return false;
    if ((first & 3) == 3) {
        wt_take_n(c, F_CONTROL, 1);
        wt_node n = wt_parent(c, F_CONTROL);
        if (first & 0x10)
            wt_bits(c, answer ? F_UF : F_UP);
        wt_bits(c, answer ? F_U_RSP : F_U_CMD);
        wt_bits(c, F_FTYPE_U);
        wt_end(c, n);
        return (first & 0xec) == 0;
    }
    bool control_only = (first & 3) == 1;
    uint64_t v = wt_take(c, F_CONTROL_LE);
    wt_node n = wt_parent(c, F_CONTROL_LE);
    wt_bits(c, F_N_R);
    if (v & 0x0100)
        wt_bits(c, answer ? F_FINAL : F_P);
    wt_bits(c, control_only ? F_S_FTYPE : F_N_S);
    wt_bits(c, control_only ? F_FTYPE_S : F_FTYPE_I);
    wt_end(c, n);
    return !control_only;
}

static void snap(wt_cur *c) {
    uint64_t oui = wt_take(c, F_OUI);
    const wt_value *name = NULL;
    switch (oui) {
    case 0x000000: case 0x0000f8:
        wt_next(c, WT_T_ETHERTYPE, wt_take(c, F_TYPE));
        return;
    case 0x00000c: name = wt_value_find(&cisco, wt_take(c, F_CISCO)); break;
    case 0x080007: name = wt_value_find(&apple, wt_take(c, F_APPLE)); break;
    default: wt_take(c, F_PID); break;
    }
    wt_text *t = name ? wt_tell(c) : NULL;
    if (t) {
        wt_put_s(t, ": ");
        wt_put_s(t, name->name);
    }
    wt_run(c, WT_P_DATA);
}

/* "NetBIOS: Receiver ready", or only the service where unnumbered information says more itself. */
static void tell(wt_cur *c, uint64_t dsap, uint64_t ssap, uint32_t first, uint32_t second) {
    const wt_value *service = wt_value_find(&sap, dsap & 0xfe), *what = NULL;
    bool answer = ssap & 1;
    if ((first & 3) == 3)
        what = wt_value_find(answer ? &response : &command, (first & 0xec) >> 2);
    else if (first & 1)
        what = wt_value_find(&supervisory, first >> 2 & 3);
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    if (service) {
        wt_put_s(t, service->name);
    } else {
        wt_put_s(t, "for service ");
        wt_put_u(t, dsap);
    }
    if (!(first & 1)) {
        wt_put_s(t, ": data number ");
        wt_put_u(t, first >> 1);
    } else if (what && (first & 0xec || (first & 3) != 3)) {
        wt_put_s(t, ": ");
        wt_put_s(t, what->name);
    }
    if ((first & 3) != 3) {
        wt_put_s(t, ", expects number ");
        wt_put_u(t, second >> 1);
    }
}

static void dissect(wt_cur *c) {
    uint64_t dsap = access_point(c, F_DSAP), ssap = access_point(c, F_SSAP);
    uint32_t first = (uint32_t)wt_look(c, 0, 1), second = (uint32_t)wt_look(c, 1, 1);
    bool information = control(c, ssap & 1);
    if (!c->fail)
        tell(c, dsap, ssap, first, second);
    if (information && dsap == 0xaa && ssap == 0xaa)
        snap(c);
    else if (information && dsap < 0x100)
        wt_next(c, WT_T_LLC_DSAP, dsap);
    else
        wt_run(c, WT_P_DATA);
}

/* 0x100, beyond any service number, is LLC itself. */
static const wt_binding bindings[] = {{WT_T_LLC_DSAP, 0x100, NULL}, {WT_T_ETHERTYPE, 0x8870, NULL}};

const wt_protocol wt_proto_llc = {
    .info = {.name = "llc", .title = "Logical-Link Control", .tag = "LLC",
             .why = "Says what an 802.3 frame, which has a length instead of a type, carries.", .ref = "IEEE 802.2",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 2, .dissect = dissect,
};
