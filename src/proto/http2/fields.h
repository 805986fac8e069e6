/* fields.h - HTTP/2's rows: frames, their flags, settings, windows, header fields and how they were compressed. */
#ifndef WT_HTTP2_FIELDS_H
#define WT_HTTP2_FIELDS_H

#include "proto/common/status.h"

extern const wt_values wt_h2_types, wt_h2_errors, wt_h2_settings;

#define HTTP2_FRAME_FIELDS(F) \
    F(STREAM, "http2.stream", NONE, 0, DEC, NULL, "Frame", \
      "A unit of HTTP/2: a header of nine bytes that says what follows and for which stream.", "RFC 9113 §4.1", 0) \
    F(MAGIC, "http2.magic", STRING, 0, DEC, NULL, "Preface", \
      "What a client sends first, so that a server that knows only HTTP/1 gives up at once.", "RFC 9113 §3.4", \
      WT_STORY) \
    F(LENGTH, "http2.length", U24, 0, DEC, NULL, "Length", \
      "Bytes of this frame behind its header of nine bytes.", "RFC 9113 §4.1", 0) \
    F(TYPE, "http2.type", U8, 0, DEC, &wt_h2_types, "Type", "What kind of frame this is.", "RFC 9113 §6", WT_STORY) \
    F(FLAGS, "http2.flags", U8, 0, HEX, NULL, "Flags", \
      "Eight switches; what each one means depends on the type.", "RFC 9113 §4.1", WT_STORY) \
    F(FLAGS_UNUSED, "http2.flags.unused", U8, 0xff, HEX, NULL, "Unused", \
      "Flags without a meaning in this frame: ignored.", "RFC 9113 §4.1", 0) \
    F(FLAGS_UNUSED_DATA, "http2.flags.unused_data", U8, 0xf6, HEX, NULL, "Unused", \
      "Flags without a meaning in DATA: ignored.", "RFC 9113 §6.1", 0) \
    F(FLAGS_UNUSED_HEADERS, "http2.flags.unused_headers", U8, 0xd2, HEX, NULL, "Unused", \
      "Flags without a meaning in HEADERS: ignored.", "RFC 9113 §6.2", 0) \
    F(FLAGS_UNUSED_SETTINGS, "http2.flags.unused_settings", U8, 0xfe, HEX, NULL, "Unused", \
      "Flags without a meaning in SETTINGS: ignored.", "RFC 9113 §6.5", 0) \
    F(FLAGS_UNUSED_PUSH, "http2.flags.unused_push_promise", U8, 0xf3, HEX, NULL, "Unused", \
      "Flags without a meaning in PUSH_PROMISE: ignored.", "RFC 9113 §6.6", 0) \
    F(FLAGS_UNUSED_PING, "http2.flags.unused_ping", U8, 0xfe, HEX, NULL, "Unused", \
      "Flags without a meaning in PING: ignored.", "RFC 9113 §6.7", 0) \
    F(FLAGS_UNUSED_CONT, "http2.flags.unused_continuation", U8, 0xfb, HEX, NULL, "Unused", \
      "Flags without a meaning in CONTINUATION: ignored.", "RFC 9113 §6.10", 0) \
    F(FLAG_PRIORITY, "http2.flags.priority", U8, 0x20, FLAG, NULL, "Priority", \
      "Five bytes in front say how important this stream is.", "RFC 9113 §6.2", 0) \
    F(FLAG_PADDED, "http2.flags.padded", U8, 0x08, FLAG, NULL, "Padded", \
      "Bytes without meaning follow, to hide how long the content is.", "RFC 9113 §6.1", 0) \
    F(FLAG_END_HEADERS, "http2.flags.eh", U8, 0x04, FLAG, NULL, "End Headers", \
      "The header block is complete; without it CONTINUATION follows.", "RFC 9113 §6.2", 0) \
    F(FLAG_END_STREAM, "http2.flags.end_stream", U8, 0x01, FLAG, NULL, "End Stream", \
      "The sender has nothing more to say on this stream.", "RFC 9113 §6.1", 0) \
    F(FLAG_ACK_SETTINGS, "http2.flags.ack.settings", U8, 0x01, FLAG, NULL, "ACK", \
      "The other side's settings were read and are in use from now on.", "RFC 9113 §6.5", 0) \
    F(FLAG_ACK_PING, "http2.flags.ack.ping", U8, 0x01, FLAG, NULL, "ACK", \
      "This answers a PING.", "RFC 9113 §6.7", 0) \
    F(R, "http2.r", U32, 0x80000000, HEX, NULL, "Reserved", "A bit without meaning: 0.", "RFC 9113 §4.1", 0) \
    F(STREAM_ID, "http2.streamid", U32, 0x7fffffff, DEC, NULL, "Stream Identifier", \
      "Which exchange this belongs to: odd numbers are the client's, even the server's, 0 is the connection itself.", \
      "RFC 9113 §5.1.1", WT_STORY) \
    F(PADDING, "http2.padding", U8, 0, DEC, NULL, "Pad Length", \
      "How many bytes without meaning stand at the end.", "RFC 9113 §6.1", 0) \
    F(EXCLUSIVE, "http2.exclusive", U32, 0x80000000, FLAG, NULL, "Exclusive", \
      "The stream becomes the only one that hangs on the other; given up in RFC 9113.", "RFC 7540 §5.3.1", 0) \
    F(DEPENDENCY, "http2.stream_dependency", U32, 0x7fffffff, DEC, NULL, "Stream Dependency", \
      "The stream to be served before this one; given up in RFC 9113.", "RFC 7540 §5.3.1", 0) \
    F(WEIGHT, "http2.headers.weight", U8, 0, DEC, NULL, "Weight", \
      "The stream's share among its neighbours, less one; given up in RFC 9113.", "RFC 7540 §5.3.2", 0) \
    F(WEIGHT_REAL, "http2.headers.weight_real", U8, 0, DEC, NULL, "Weight real", \
      "The stream's share among its neighbours, from 1 to 256.", "RFC 7540 §5.3.2", 0) \
    F(DATA, "http2.data.data", BYTES, 0, DEC, NULL, "Data", \
      "A part of the message's content.", "RFC 9113 §6.1", WT_STORY) \
    F(DATA_PADDING, "http2.data.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Bytes without meaning, to hide how long the content is.", "RFC 9113 §6.1", 0) \
    F(HEADERS, "http2.headers", BYTES, 0, DEC, NULL, "Header Block Fragment", \
      "Header fields, compressed.", "RFC 9113 §4.3", 0) \
    F(HEADERS_PADDING, "http2.headers.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Bytes without meaning, to hide how long the fields are.", "RFC 9113 §6.2", 0) \
    F(RST_ERROR, "http2.rst_stream.error", U32, 0, DEC, &wt_h2_errors, "Error", \
      "Why the stream is given up.", "RFC 9113 §7", WT_STORY) \
    F(SETTING, "http2.settings", NONE, 0, DEC, NULL, "Setting", \
      "One thing that the sender asks of the other side.", "RFC 9113 §6.5.1", 0) \
    F(SETTING_ID, "http2.settings.id", U16, 0, DEC, &wt_h2_settings, "Settings Identifier", \
      "Which setting it is.", "RFC 9113 §6.5.2", 0) \
    F(SET_TABLE, "http2.settings.header_table_size", U32, 0, DEC, NULL, "Header table size", \
      "The most bytes that the other side's table of header fields may take.", "RFC 9113 §6.5.2", WT_STORY) \
    F(SET_PUSH, "http2.settings.enable_push", U32, 0, DEC, NULL, "Enable PUSH", \
      "1: the server may send what was not asked for; 0: it may not.", "RFC 9113 §6.5.2", WT_STORY) \
    F(SET_STREAMS, "http2.settings.max_concurrent_streams", U32, 0, DEC, NULL, "Max concurrent streams", \
      "How many streams the other side may have open at once.", "RFC 9113 §6.5.2", WT_STORY) \
    F(SET_WINDOW, "http2.settings.initial_window_size", U32, 0, DEC, NULL, "Initial Windows Size", \
      "How many bytes of content may be sent on each new stream before more is allowed.", "RFC 9113 §6.5.2", WT_STORY) \
    F(SET_FRAME, "http2.settings.max_frame_size", U32, 0, DEC, NULL, "Max frame size", \
      "The largest frame that the sender of this is ready to receive.", "RFC 9113 §6.5.2", WT_STORY) \
    F(SET_LIST, "http2.settings.max_header_list_size", U32, 0, DEC, NULL, "Max header list size", \
      "The most bytes of header fields, uncompressed, that the sender of this will take.", "RFC 9113 §6.5.2", \
      WT_STORY) \
    F(SET_CONNECT, "http2.settings.extended_connect", U32, 0, DEC, NULL, "Extended CONNECT", \
      "1: a stream may become a tunnel for another protocol, such as WebSocket.", "RFC 8441 §3", WT_STORY) \
    F(SET_UNKNOWN, "http2.settings.unknown", U32, 0, DEC, NULL, "Unknown Settings", \
      "The value of a setting that is not known here; a receiver ignores those.", "RFC 9113 §6.5.2", WT_STORY) \
    F(PUSH_R, "http2.push_promise.r", U32, 0x80000000, HEX, NULL, "Reserved", "A bit without meaning: 0.", \
      "RFC 9113 §6.6", 0) \
    F(PUSH_STREAM, "http2.push_promise.promised_stream_id", U32, 0x7fffffff, DEC, NULL, "Promised-Stream-ID", \
      "The stream on which the server will answer a request that the client did not make.", "RFC 9113 §6.6", WT_STORY) \
    F(PUSH_HEADER, "http2.push_promise.header", BYTES, 0, DEC, NULL, "Header Block Fragment", \
      "The request that the server answers before it is made, compressed.", "RFC 9113 §6.6", 0) \
    F(PUSH_PADDING, "http2.push_promise.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Bytes without meaning, to hide how long the fields are.", "RFC 9113 §6.6", 0) \
    F(PING, "http2.ping", BYTES, 0, DEC, NULL, "Ping", \
      "Eight bytes that the other side sends back: shows that it lives, and how far away it is.", "RFC 9113 §6.7", \
      WT_STORY) \
    F(PONG, "http2.pong", BYTES, 0, DEC, NULL, "Pong", \
      "The eight bytes of the PING that this answers.", "RFC 9113 §6.7", WT_STORY) \
    F(GOAWAY_R, "http2.goway.r", U32, 0x80000000, HEX, NULL, "Reserved", "A bit without meaning: 0.", "RFC 9113 §6.8", \
      0) \
    F(GOAWAY_LAST, "http2.goaway.last_stream_id", U32, 0x7fffffff, DEC, NULL, "Last-Stream-ID", \
      "Streams after this one were not looked at: they can be tried again elsewhere.", "RFC 9113 §6.8", WT_STORY) \
    F(GOAWAY_ERROR, "http2.goaway.error", U32, 0, DEC, &wt_h2_errors, "Error", \
      "Why the connection ends.", "RFC 9113 §6.8", WT_STORY) \
    F(GOAWAY_DATA, "http2.goaway.addata", BYTES, 0, DEC, NULL, "Additional Debug Data", \
      "More about the reason, for people.", "RFC 9113 §6.8", WT_STORY) \
    F(WINDOW_R, "http2.window_update.r", U32, 0x80000000, HEX, NULL, "Reserved", "A bit without meaning: 0.", \
      "RFC 9113 §6.9", 0) \
    F(WINDOW_INCREMENT, "http2.window_update.window_size_increment", U32, 0x7fffffff, DEC, NULL, \
      "Window Size Increment", "How many more bytes of content the other side may send.", "RFC 9113 §6.9", WT_STORY) \
    F(CONTINUATION, "http2.continuation.header", STRING, 0, DEC, NULL, "Continuation Header", \
      "The next part of a header block that did not fit into one frame.", "RFC 9113 §6.10", 0) \
    F(ALTSVC_LENGTH, "http2.altsvc.origin.len", U16, 0, DEC, NULL, "Origin Length", \
      "Bytes of the origin that follows.", "RFC 7838 §4", 0) \
    F(ALTSVC_ORIGIN, "http2.altsvc.origin", STRING, 0, DEC, NULL, "Origin", \
      "The site that can also be reached elsewhere.", "RFC 7838 §4", WT_STORY) \
    F(ALTSVC_VALUE, "http2.altsvc.field_value", STRING, 0, DEC, NULL, "Field/Value", \
      "Where else the site can be reached, and by which protocol.", "RFC 7838 §4", WT_STORY) \
    F(ORIGIN, "http2.origin", NONE, 0, DEC, NULL, "Origin", \
      "One more site that this connection may be used for.", "RFC 8336 §2", 0) \
    F(ORIGIN_LENGTH, "http2.origin.origin_len", U16, 0, DEC, NULL, "Origin Length", \
      "Bytes of the origin that follows.", "RFC 8336 §2.1", 0) \
    F(ORIGIN_NAME, "http2.origin.origin", STRING, 0, DEC, NULL, "Origin", \
      "Scheme and name of the site.", "RFC 8336 §2.1", WT_STORY) \
    F(UPDATE_STREAM, "http2.priority_update_stream_id", U32, 0, DEC, NULL, "Priority Update Stream ID", \
      "The stream whose importance changes.", "RFC 9218 §7.1", WT_STORY) \
    F(UPDATE_VALUE, "http2.priority_update_field_value", STRING, 0, DEC, NULL, "Priority Update Field Value", \
      "How urgent it is (u=0 the most, 7 the least), and whether a part of it is of use (i).", "RFC 9218 §4", \
      WT_STORY) \
    F(UNKNOWN, "http2.unknown", BYTES, 0, DEC, NULL, "Unknown", \
      "Content of a frame of a type that is not known here; receivers ignore it.", "RFC 9113 §5.5", 0) \
    F(WINDOW_CONNECTION, "http2.window.connection", I64, 0, DEC, NULL, "Connection window left", \
      "Bytes of content that may still be sent on the whole connection, in the direction that this frame concerns.", \
      "RFC 9113 §5.2", WT_OURS | WT_STORY) \
    F(WINDOW_STREAM, "http2.window.stream", I64, 0, DEC, NULL, "Stream window left", \
      "Bytes of content that may still be sent on this stream; below 0 after a setting made it smaller.", \
      "RFC 9113 §6.9.2", WT_OURS | WT_STORY) \
    F(STREAM_BYTES, "http2.stream.bytes", U64, 0, DEC, NULL, "Content so far", \
      "Bytes of content that this side has sent on the stream up to here.", "RFC 9113 §8.1", WT_OURS) \
    F(REQUEST_IN, "http2.request_in", FRAME, 0, DEC, NULL, "Request in frame", \
      "The frame with the request that this answers.", "RFC 9113 §8.1", WT_OURS | WT_STORY) \
    F(TIME, "http2.time", RELTIME, 0, DEC, NULL, "Time since request", \
      "How long the answer took to begin, as seen where this was captured.", "RFC 9113 §8.1", WT_OURS | WT_STORY)

#define HTTP2_HEADER_FIELDS(F) \
    F(HEADER, "http2.header", NONE, 0, DEC, NULL, "Header", \
      "One header field, at the bytes that stand for it.", "RFC 7541 §6", 0) \
    F(HEADER_LENGTH, "http2.header.length", U32, 0, DEC, NULL, "Header Length", \
      "Bytes of all names and values, with four more for the length of each.", "RFC 9113 §4.3", 0) \
    F(HEADER_COUNT, "http2.header.count", U32, 0, DEC, NULL, "Header Count", \
      "How many fields the block holds.", "RFC 9113 §4.3", 0) \
    F(NAME_LENGTH, "http2.header.name.length", U32, 0, DEC, NULL, "Name Length", \
      "Bytes of the name, uncompressed.", "RFC 7541 §5.2", 0) \
    F(NAME, "http2.header.name", STRING, 0, DEC, NULL, "Name", \
      "What the field is about; those with a colon stand for HTTP/1's first line.", "RFC 9113 §8.2", 0) \
    F(VALUE_LENGTH, "http2.header.value.length", U32, 0, DEC, NULL, "Value Length", \
      "Bytes of the value, uncompressed.", "RFC 7541 §5.2", 0) \
    F(VALUE, "http2.header.value", STRING, 0, DEC, NULL, "Value", "What the field says.", "RFC 9113 §8.2", 0) \
    F(FIELD, "http2.header.field", STRING, 0, DEC, NULL, "Field", \
      "Name and value, as HTTP/1 would write them.", "RFC 9113 §8.2", WT_OURS | WT_STORY) \
    F(REPR, "http2.header.repr", STRING, 0, DEC, NULL, "Representation", \
      "How the field was written: by its number in a table, or in letters.", "RFC 7541 §6", 0) \
    F(INDEX, "http2.header.index", U32, 0, DEC, NULL, "Index", \
      "The entry that holds the field or its name: up to 61 in the fixed table, above among those sent before.", \
      "RFC 7541 §2.3.3", 0) \
    F(RESIZE, "http2.header_table_size_update", NONE, 0, DEC, NULL, "Header table size update", \
      "The sender changes how many bytes of fields are remembered.", "RFC 7541 §6.3", 0) \
    F(RESIZE_TO, "http2.header_table_size_update.header_table_size", U32, 0, DEC, NULL, "Header table size", \
      "Bytes that the table of earlier fields may take from here on.", "RFC 7541 §6.3", WT_STORY) \
    F(FULL_URI, "http2.request.full_uri", STRING, 0, DEC, NULL, "Full request URI", \
      "The address as a browser's bar would show it, put together from scheme, authority and path.", \
      "RFC 9113 §8.3.1", WT_STORY) \
    F(NAME_HUFFMAN, "http2.hpack.name.huffman", U8, 0x80, FLAG, NULL, "Name in Huffman code", \
      "Frequent letters take fewer bits than rare ones.", "RFC 7541 §5.2", WT_OURS) \
    F(VALUE_HUFFMAN, "http2.hpack.value.huffman", U8, 0x80, FLAG, NULL, "Value in Huffman code", \
      "Frequent letters take fewer bits than rare ones.", "RFC 7541 §5.2", WT_OURS) \
    F(WIRE, "http2.hpack.wire", U32, 0, DEC, NULL, "Bytes sent", \
      "What this field took on the wire.", "RFC 7541 §6", WT_OURS) \
    F(PLAIN, "http2.hpack.plain", U32, 0, DEC, NULL, "Bytes uncompressed", \
      "Name and value in letters.", "RFC 7541 §1", WT_OURS) \
    F(SAVED, "http2.hpack.saved", I32, 0, DEC, NULL, "Bytes saved", \
      "How many fewer bytes were sent; below 0 if it became longer.", "RFC 7541 §1", WT_OURS) \
    F(INSERTED, "http2.hpack.inserted", U32, 0, DEC, NULL, "Bytes put in the table", \
      "The field became the newest entry, number 62; it counts 32 bytes beside name and value.", "RFC 7541 §4.1", \
      WT_OURS) \
    F(EVICTED, "http2.hpack.evicted", U32, 0, DEC, NULL, "Entries that had to go", \
      "The oldest entries, dropped to make room.", "RFC 7541 §4.4", WT_OURS) \
    F(LOST_ENTRY, "http2.hpack.unknown", U32, 0, DEC, NULL, "Unknown entry", \
      "An entry that was put into the table when nobody captured: its name or value can't be known.", \
      "RFC 7541 §2.3.2", WT_OURS | WT_STORY) \
    F(TABLE_SIZE, "http2.hpack.table.size", U32, 0, DEC, NULL, "Table in use", \
      "Bytes that the entries of this direction's table count now.", "RFC 7541 §4.1", WT_OURS) \
    F(TABLE_ENTRIES, "http2.hpack.table.entries", U32, 0, DEC, NULL, "Table entries", \
      "How many earlier fields this direction's table holds now.", "RFC 7541 §2.3.2", WT_OURS) \
    F(TABLE_MAX, "http2.hpack.table.max", U32, 0, DEC, NULL, "Table size", \
      "The most bytes that the entries may count.", "RFC 7541 §4.2", WT_OURS) \
    F(BLOCK_WIRE, "http2.hpack.block.wire", U32, 0, DEC, NULL, "Header bytes sent", \
      "What all fields of the block took on the wire.", "RFC 7541 §1", WT_OURS | WT_STORY) \
    F(BLOCK_PLAIN, "http2.hpack.block.plain", U32, 0, DEC, NULL, "Header bytes uncompressed", \
      "All names and values in letters.", "RFC 7541 §1", WT_OURS | WT_STORY)

/* H(id, header's name as sent, row's name, type, values, sentence, reference, flags) */
#define HTTP2_NAMED_HEADERS(H) \
    H(H_AUTHORITY, ":authority", "authority", STRING, NULL, "Which site is meant, so that one server can serve many.", \
      "RFC 9113 §8.3.1", WT_STORY) \
    H(H_STATUS, ":status", "status", U16, &wt_http_codes, \
      "How it went: 2xx well, 3xx look elsewhere, 4xx the client's fault, 5xx the server's.", "RFC 9113 §8.3.2", \
      WT_STORY) \
    H(H_PATH, ":path", "path", STRING, NULL, "Which resource on the server is meant, with its query.", \
      "RFC 9113 §8.3.1", WT_STORY) \
    H(H_METHOD, ":method", "method", STRING, NULL, "What the client wants done: GET reads, POST sends data …", \
      "RFC 9113 §8.3.1", WT_STORY) \
    H(H_SCHEME, ":scheme", "scheme", STRING, NULL, "Whether the address begins with http or https.", \
      "RFC 9113 §8.3.1", WT_STORY) \
    H(H_ACCEPT, "accept", "accept", STRING, NULL, "Kinds of content that the client can use, so the server can pick.", \
      "RFC 9110 §12.5.1", 0) \
    H(H_ACCEPT_CHARSET, "accept-charset", "accept_charset", STRING, NULL, "Character sets that the client can read.", \
      "RFC 9110 §12.5.2", 0) \
    H(H_ACCEPT_ENCODING, "accept-encoding", "accept_encoding", STRING, NULL, "Compressions that the client can undo.", \
      "RFC 9110 §12.5.3", 0) \
    H(H_ACCEPT_LANGUAGE, "accept-language", "accept_language", STRING, NULL, \
      "Languages that the user reads, liked best with the highest q.", "RFC 9110 §12.5.4", 0) \
    H(H_ACCEPT_RANGES, "accept-ranges", "accept_ranges", STRING, NULL, \
      "Whether parts of the resource can be asked for, and in which unit.", "RFC 9110 §14.3", 0) \
    H(H_ALLOW_ORIGIN, "access-control-allow-origin", "access_control_allow_origin", STRING, NULL, \
      "Which other sites' scripts may read this answer.", "WHATWG Fetch §3.3.3", 0) \
    H(H_AGE, "age", "age", U64, NULL, "How many seconds this has lain in a cache.", "RFC 9111 §5.1", 0) \
    H(H_ALLOW, "allow", "allow", STRING, NULL, "Methods that this resource knows.", "RFC 9110 §10.2.1", 0) \
    H(H_AUTHORIZATION, "authorization", "authorization", STRING, NULL, \
      "Proof of who the client is, in the way the server asked for.", "RFC 9110 §11.6.2", WT_SECRET) \
    H(H_CACHE_CONTROL, "cache-control", "cache_control", STRING, NULL, "Who may keep a copy, and for how long.", \
      "RFC 9111 §5.2", 0) \
    H(H_DISPOSITION, "content-disposition", "content_disposition", STRING, NULL, \
      "Whether to show the content or to save it, and by which name.", "RFC 6266 §4", 0) \
    H(H_CONTENT_ENCODING, "content-encoding", "content_encoding", STRING, NULL, "How the content is compressed.", \
      "RFC 9110 §8.4", WT_STORY) \
    H(H_CONTENT_LANGUAGE, "content-language", "content_language", STRING, NULL, \
      "The language of those it is made for.", "RFC 9110 §8.5", 0) \
    H(H_CONTENT_LENGTH, "content-length", "content_length", U64, NULL, "Bytes of the content to come.", \
      "RFC 9110 §8.6", WT_STORY) \
    H(H_CONTENT_LOCATION, "content-location", "content_location", STRING, NULL, \
      "The address of just what is sent here.", "RFC 9110 §8.7", 0) \
    H(H_CONTENT_RANGE, "content-range", "content_range", STRING, NULL, "Which part of the whole this is.", \
      "RFC 9110 §14.4", 0) \
    H(H_CONTENT_TYPE, "content-type", "content_type", STRING, NULL, \
      "What the content is, so that the receiver knows how to read it.", "RFC 9110 §8.3", WT_STORY) \
    H(H_COOKIE, "cookie", "cookie", STRING, NULL, \
      "What the server asked the client to bring back, mostly to know it again.", "RFC 6265 §4.2", WT_SECRET) \
    H(H_DATE, "date", "date", STRING, NULL, "When the server made this message.", "RFC 9110 §6.6.1", 0) \
    H(H_ETAG, "etag", "etag", STRING, NULL, "A name for this very version, to ask later whether it changed.", \
      "RFC 9110 §8.8.3", 0) \
    H(H_EXPECT, "expect", "expect", STRING, NULL, "What the client waits for before it sends the content.", \
      "RFC 9110 §10.1.1", 0) \
    H(H_EXPIRES, "expires", "expires", STRING, NULL, "Until when a copy may be used without asking.", "RFC 9111 §5.3", \
      0) \
    H(H_FROM, "from", "from", STRING, NULL, "The mail address of the person behind the client.", "RFC 9110 §10.1.2", \
      0) \
    H(H_IF_MATCH, "if-match", "if_match", STRING, NULL, "Only if it is still this version.", "RFC 9110 §13.1.1", 0) \
    H(H_IF_MODIFIED, "if-modified-since", "if_modified_since", STRING, NULL, "Only if it changed since then.", \
      "RFC 9110 §13.1.3", 0) \
    H(H_IF_NONE, "if-none-match", "if_none_match", STRING, NULL, "Only if it is another version than this.", \
      "RFC 9110 §13.1.2", 0) \
    H(H_IF_RANGE, "if-range", "if_range", STRING, NULL, "Only the part if it is still this version, else all.", \
      "RFC 9110 §13.1.5", 0) \
    H(H_IF_UNMODIFIED, "if-unmodified-since", "if_unmodified_since", STRING, NULL, \
      "Only if it did not change since then.", "RFC 9110 §13.1.4", 0) \
    H(H_LAST_MODIFIED, "last-modified", "last_modified", STRING, NULL, \
      "When the resource last changed, so that a copy can be kept until then.", "RFC 9110 §8.8.2", 0) \
    H(H_LINK, "link", "link", STRING, NULL, "Other resources that belong to this one.", "RFC 8288 §3", 0) \
    H(H_LOCATION, "location", "location", STRING, NULL, "Where to go instead, or where the new resource is.", \
      "RFC 9110 §10.2.2", WT_STORY) \
    H(H_MAX_FORWARDS, "max-forwards", "max_forwards", U64, NULL, "How many proxies may still pass this on.", \
      "RFC 9110 §7.6.2", 0) \
    H(H_PROXY_AUTHENTICATE, "proxy-authenticate", "proxy_authenticate", STRING, NULL, \
      "The ways in which the client can prove to the proxy who it is.", "RFC 9110 §11.7.1", 0) \
    H(H_PROXY_AUTHORIZATION, "proxy-authorization", "proxy_authorization", STRING, NULL, \
      "Proof to the proxy of who the client is.", "RFC 9110 §11.7.2", WT_SECRET) \
    H(H_RANGE, "range", "range", STRING, NULL, "Only this part is wanted.", "RFC 9110 §14.2", 0) \
    H(H_REFERER, "referer", "referer", STRING, NULL, "The page from which the client came.", "RFC 9110 §10.1.3", 0) \
    H(H_REFRESH, "refresh", "refresh", STRING, NULL, "After how many seconds to load which page.", \
      "WHATWG HTML §4.2.5.3", 0) \
    H(H_RETRY_AFTER, "retry-after", "retry_after", STRING, NULL, "When to try again.", "RFC 9110 §10.2.3", 0) \
    H(H_SERVER, "server", "server", STRING, NULL, "Which program answers.", "RFC 9110 §10.2.4", WT_STORY) \
    H(H_SET_COOKIE, "set-cookie", "set_cookie", STRING, NULL, "Asks the client to keep this and to bring it back.", \
      "RFC 6265 §4.1", WT_SECRET) \
    H(H_STS, "strict-transport-security", "strict_transport_security", STRING, NULL, \
      "From now on the site is to be reached by https only.", "RFC 6797 §6.1", 0) \
    H(H_USER_AGENT, "user-agent", "user_agent", STRING, NULL, "Which program asks.", "RFC 9110 §10.1.5", WT_STORY) \
    H(H_VARY, "vary", "vary", STRING, NULL, "Which fields of a request the answer depends on.", "RFC 9110 §12.5.5", 0) \
    H(H_VIA, "via", "via", STRING, NULL, "The proxies on the way.", "RFC 9110 §7.6.3", 0) \
    H(H_WWW_AUTHENTICATE, "www-authenticate", "www_authenticate", STRING, NULL, \
      "The ways in which the client can prove who it is.", "RFC 9110 §11.6.1", 0)

#define HTTP2_H_ID(id, ...) F_##id,
#define HTTP2_H_ROW(id, sent, name_, type_, values_, why_, ref_, flags_) \
    WT_ROW(id, "http2.headers." name_, type_, 0, DEC, values_, sent, why_, ref_, flags_)

enum {
    F_before_ = ((int)WT_P_HTTP2 << WT_FID_BITS) - 1,
    HTTP2_FRAME_FIELDS(WT_ROW_ID) HTTP2_HEADER_FIELDS(WT_ROW_ID) HTTP2_NAMED_HEADERS(HTTP2_H_ID) F_after_
};

#endif
