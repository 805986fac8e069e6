/* proof.c - how one proves to the other end of a PPP line who one is: PAP (RFC 1334) and CHAP (RFC 1994). */
#include "core/proto.h"

static const wt_value pap_codes_rows[] = {
    WT_V(1, "Authenticate-Request", "My name and my password."), WT_V(2, "Authenticate-Ack", "They are right."),
    WT_V(3, "Authenticate-Nak", "They are not."),
};
WT_VALUES(pap_codes);

static const wt_value chap_codes_rows[] = {
    WT_V(1, "Challenge", "What is the sum over this and the password?"), WT_V(2, "Response", "That one."),
    WT_V(3, "Success", "It is right."), WT_V(4, "Failure", "It is not."),
};
WT_VALUES(chap_codes);

#define PAP_FIELDS(F) \
    F(PAP_CODE, "pap.code", U8, 0, DEC, &pap_codes, "Code", "Who I am, or whether that was right.", "RFC 1334 §2.2", \
      WT_STORY) \
    F(PAP_ID, "pap.identifier", U8, 0, DEC, NULL, "Identifier", "Ties the answer to its question.", "RFC 1334 §2.2", \
      0) \
    F(PAP_LENGTH, "pap.length", U16, 0, DEC, NULL, "Length", "Bytes of the message, these four included.", \
      "RFC 1334 §2.2", 0) \
    F(PAP_DATA, "pap.data", NONE, 0, DEC, NULL, "Data", "The rest of the message.", "RFC 1334 §2.2", 0) \
    F(PAP_PEER_LENGTH, "pap.peer_id.length", U8, 0, DEC, NULL, "Peer-ID-Length", "Bytes of the name.", \
      "RFC 1334 §2.2", 0) \
    F(PAP_PEER, "pap.peer_id", STRING, 0, DEC, NULL, "Peer-ID", "Who wants in.", "RFC 1334 §2.2", WT_STORY) \
    F(PAP_PASSWORD_LENGTH, "pap.password.length", U8, 0, DEC, NULL, "Password-Length", "Bytes of the password.", \
      "RFC 1334 §2.2", 0) \
    F(PAP_PASSWORD, "pap.password", STRING, 0, DEC, NULL, "Password", "The password, for all to read.", \
      "RFC 1334 §2.2", WT_STORY | WT_SECRET) \
    F(PAP_MESSAGE_LENGTH, "pap.message.length", U8, 0, DEC, NULL, "Message-Length", "Bytes of the message.", \
      "RFC 1334 §2.2", 0) \
    F(PAP_MESSAGE, "pap.message", STRING, 0, DEC, NULL, "Message", "What the other end says to that.", \
      "RFC 1334 §2.2", WT_STORY)
enum { F_pap_before_ = ((int)WT_P_PAP << WT_FID_BITS) - 1, PAP_FIELDS(WT_ROW_ID) };
static const wt_field pap_fields[] = {PAP_FIELDS(WT_ROW)};

#define CHAP_FIELDS(F) \
    F(CHAP_CODE, "chap.code", U8, 0, DEC, &chap_codes, "Code", "A question, an answer, or whether that was right.", \
      "RFC 1994 §4", WT_STORY) \
    F(CHAP_ID, "chap.identifier", U8, 0, DEC, NULL, "Identifier", \
      "Ties the answer to its question; goes into the sum.", "RFC 1994 §4", 0) \
    F(CHAP_LENGTH, "chap.length", U16, 0, DEC, NULL, "Length", "Bytes of the message, these four included.", \
      "RFC 1994 §4", 0) \
    F(CHAP_DATA, "chap.data", NONE, 0, DEC, NULL, "Data", "The rest of the message.", "RFC 1994 §4", 0) \
    F(CHAP_SIZE, "chap.value_size", U8, 0, DEC, NULL, "Value Size", "Bytes of the value.", "RFC 1994 §4.1", 0) \
    F(CHAP_VALUE, "chap.value", BYTES, 0, DEC, NULL, "Value", \
      "A random number, or a sum over it and the password: which proves the password without saying it.", \
      "RFC 1994 §4.1", WT_STORY) \
    F(CHAP_NAME, "chap.name", STRING, 0, DEC, NULL, "Name", "Who speaks.", "RFC 1994 §4.1", WT_STORY) \
    F(CHAP_MESSAGE, "chap.message", STRING, 0, DEC, NULL, "Message", "What the other end says to that.", \
      "RFC 1994 §4.2", WT_STORY)
enum { F_chap_before_ = ((int)WT_P_CHAP << WT_FID_BITS) - 1, CHAP_FIELDS(WT_ROW_ID) };
static const wt_field chap_fields[] = {CHAP_FIELDS(WT_ROW)};

/* Code, identifier, length: the rows stand side by side.  The rest of the message. */
static wt_cur head(wt_cur *c, wt_fid first, uint64_t *code) {
    wt_layer_of(c)->length = wt_left(c);
    *code = wt_take(c, first);
    wt_take(c, first + 1);
    uint32_t length = (uint32_t)wt_take(c, first + 2);
    return wt_sub(c, length > 4 ? length - 4 : 0);
}

/* A length in one byte, and as many bytes; NULL if there are none. */
static const uint8_t *counted(wt_cur *c, wt_fid length_row, uint32_t *n) {
    *n = (uint32_t)wt_take(c, length_row);
    return *n && !c->fail ? wt_take_bytes(c, length_row + 1, *n) : NULL;
}

static void pap(wt_cur *c) {
    uint64_t code;
    uint32_t n;
    wt_cur body = head(c, F_PAP_CODE, &code);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t)
        wt_put_s(t, code == 1 ? "may I come in? I am "
                    : code == 2 ? "come in"
                    : code == 3 ? "no"
                    : "a message not known here");
    wt_node node = wt_begin(&body, F_PAP_DATA, wt_left(&body));
    if (code == 1) {
        const uint8_t *who = counted(&body, F_PAP_PEER_LENGTH, &n);
        if (t && who)
            wt_put_wire(t, who, n);
        counted(&body, F_PAP_PASSWORD_LENGTH, &n);
        if (t && !body.fail)
            wt_put_s(t, ", and here is my password");
    } else if ((code == 2 || code == 3) && wt_left(&body)) {
        counted(&body, F_PAP_MESSAGE_LENGTH, &n);
    }
    wt_end(&body, node);
}

static void chap(wt_cur *c) {
    uint64_t code;
    uint32_t n;
    wt_cur body = head(c, F_CHAP_CODE, &code);
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t)
        wt_put_s(t, code == 1 ? "what is the sum over this number and your password?" : code == 2 ? "this one" :
                    code == 3 ? "that is right: come in" : code == 4 ? "that is wrong" : "a message not known here");
    wt_node node = wt_begin(&body, F_CHAP_DATA, wt_left(&body));
    if (code == 1 || code == 2) {
        counted(&body, F_CHAP_SIZE, &n);
        if (wt_left(&body) && !body.fail)
            wt_take_bytes(&body, F_CHAP_NAME, wt_left(&body));
    } else if (wt_left(&body)) {
        wt_take_bytes(&body, F_CHAP_MESSAGE, wt_left(&body));
    }
    wt_end(&body, node);
}

static const wt_binding pap_bindings[] = {{WT_T_PPP, 0xc023, NULL}};
static const wt_binding chap_bindings[] = {{WT_T_PPP, 0xc223, NULL}};

const wt_protocol wt_proto_pap = {
    .info = {.name = "pap", .title = "PPP Password Authentication Protocol", .tag = "PAP",
             .why = "Proves who one is by a password that everybody on the way can read.", .ref = "RFC 1334",
             .fields = pap_fields, .field_count = sizeof pap_fields / sizeof *pap_fields},
    .bindings = pap_bindings, .binding_count = 1, .dissect = pap,
};

const wt_protocol wt_proto_chap = {
    .info = {.name = "chap", .title = "PPP Challenge Handshake Authentication Protocol", .tag = "CHAP",
             .why = "Proves that one knows a password without saying it.", .ref = "RFC 1994",
             .fields = chap_fields, .field_count = sizeof chap_fields / sizeof *chap_fields},
    .bindings = chap_bindings, .binding_count = 1, .dissect = chap,
};
