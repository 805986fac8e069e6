/* values.c - names of HTTP/2's frame types, error codes and settings. */
#include "proto/http2/http2.h"

#define TABLE(symbol, rows) const wt_values symbol = {rows, sizeof rows / sizeof *rows}

static const wt_value type_rows[] = {
    WT_V(H2_DATA, "DATA", "Content of a request or a response."),
    WT_V(H2_HEADERS, "HEADERS", "Begins a request or a response, or ends one (trailers)."),
    WT_V(H2_PRIORITY, "PRIORITY", "How important a stream is; given up in RFC 9113."),
    WT_V(H2_RST_STREAM, "RST_STREAM", "Gives up one stream; the others go on."),
    WT_V(H2_SETTINGS, "SETTINGS", "What the sender asks of the other side, or that it has heard this."),
    WT_V(H2_PUSH_PROMISE, "PUSH_PROMISE", "The server will answer a request that it expects."),
    WT_V(H2_PING, "PING", "Asks for a sign of life, or gives it."),
    WT_V(H2_GOAWAY, "GOAWAY", "The connection ends; no new streams."),
    WT_V(H2_WINDOW_UPDATE, "WINDOW_UPDATE", "The other side may send more content."),
    WT_V(H2_CONTINUATION, "CONTINUATION", "More of the header block before."),
    WT_V(H2_ALTSVC, "ALTSVC", "The site can also be reached elsewhere."),
    WT_V(H2_BLOCKED, "BLOCKED", "The sender waits for a larger window; it never became a standard."),
    WT_V(H2_ORIGIN, "ORIGIN", "Sites that this connection may be used for."),
    WT_V(H2_PRIORITY_UPDATE, "PRIORITY_UPDATE", "A stream has become more or less urgent."),
};
TABLE(wt_h2_types, type_rows);

static const wt_value error_rows[] = {
    WT_V(0, "NO_ERROR", "All is well: it was time to end."),
    WT_V(1, "PROTOCOL_ERROR", "The other side broke the rules."),
    WT_V(2, "INTERNAL_ERROR", "Something broke here."),
    WT_V(3, "FLOW_CONTROL_ERROR", "More was sent than the window allowed."),
    WT_V(4, "SETTINGS_TIMEOUT", "The settings were not acknowledged in time."),
    WT_V(5, "STREAM_CLOSED", "A frame came on a stream that had ended."),
    WT_V(6, "FRAME_SIZE_ERROR", "A frame has a length that it can't have."),
    WT_V(7, "REFUSED_STREAM", "Nothing was done: it is safe to try again."),
    WT_V(8, "CANCEL", "It is not needed any more."),
    WT_V(9, "COMPRESSION_ERROR", "The tables of header fields are out of step."),
    WT_V(10, "CONNECT_ERROR", "The connection behind a CONNECT broke."),
    WT_V(11, "ENHANCE_YOUR_CALM", "The other side asks for too much."),
    WT_V(12, "INADEQUATE_SECURITY", "The encryption is too weak."),
    WT_V(13, "HTTP_1_1_REQUIRED", "Ask by HTTP/1.1 instead."),
};
TABLE(wt_h2_errors, error_rows);

static const wt_value setting_rows[] = {
    WT_V(1, "Header table size", NULL),
    WT_V(2, "Enable PUSH", NULL),
    WT_V(3, "Max concurrent streams", NULL),
    WT_V(4, "Initial Windows size", NULL),
    WT_V(5, "Max frame size", NULL),
    WT_V(6, "Max header list size", NULL),
    WT_V(8, "Extended CONNECT", NULL),
    WT_V(9, "No RFC 7540 priorities", "The sender does not look at PRIORITY."),
};
TABLE(wt_h2_settings, setting_rows);
