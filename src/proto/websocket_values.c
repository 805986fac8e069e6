/* websocket_values.c - names of opcodes and of reasons to close. */
#include "proto/websocket.h"

static const wt_value wt_ws_opcodes_rows[] = {
    WT_V(0, "Continuation", "A further part of the message that an earlier frame began."),
    WT_V(1, "Text", "A message of UTF-8 text begins."),
    WT_V(2, "Binary", "A message of bytes begins."),
    WT_V(8, "Connection Close", "Says goodbye; the other side answers with the same, then TCP closes."),
    WT_V(9, "Ping", "Asks for a sign of life."),
    WT_V(10, "Pong", "Answers a ping, or gives a sign of life unasked."),
};
const wt_values wt_ws_opcodes = {wt_ws_opcodes_rows, sizeof wt_ws_opcodes_rows / sizeof *wt_ws_opcodes_rows};

static const wt_value wt_ws_close_codes_rows[] = {
    WT_V(1000, "Normal Closure", "All is done that the connection was for."),
    WT_V(1001, "Going Away", "The server shuts down, or the browser leaves the page."),
    WT_V(1002, "Protocol error", "The other side broke a rule of the protocol."),
    WT_V(1003, "Unsupported Data", "A kind of message came that this side can't take, such as binary."),
    WT_V(1004, "---Reserved----", "Has no meaning yet."),
    WT_V(1005, "No Status Rcvd", "Stands for a close without a code: must never be sent."),
    WT_V(1006, "Abnormal Closure", "Stands for a connection lost without a close frame: must never be sent."),
    WT_V(1007, "Invalid frame payload data", "A message was not what it said, such as text that is no UTF-8."),
    WT_V(1008, "Policy Violation", "A message broke a rule of this side's own."),
    WT_V(1009, "Message Too Big", "A message was too big for this side."),
    WT_V(1010, "Mandatory Ext.", "The client needs an extension that the server did not accept."),
    WT_V(1011, "Internal Server", "Something unforeseen kept the server from going on."),
    WT_V(1012, "Service Restart", "The server restarts: try again a little later."),
    WT_V(1013, "Try Again Later", "The server has too much to do."),
    WT_V(1014, "Bad Gateway", "A gateway got a bad answer from the server behind it."),
    WT_V(1015, "TLS handshake", "Stands for a TLS handshake that failed: must never be sent."),
    WT_VR(3000, 3999, "Registered", "Registered for a library or framework."),
    WT_VR(4000, 4999, "Private", "Agreed between this client and this server."),
};
const wt_values wt_ws_close_codes = {wt_ws_close_codes_rows,
                                     sizeof wt_ws_close_codes_rows / sizeof *wt_ws_close_codes_rows};
