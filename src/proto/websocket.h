/* websocket.h - rows of WebSocket, shared by its two files. */
#ifndef WT_PROTO_WEBSOCKET_H
#define WT_PROTO_WEBSOCKET_H

#include "core/body.h"

extern const wt_values wt_ws_opcodes, wt_ws_close_codes;

#define WEBSOCKET_FIELDS(F) \
    F(FIN, "websocket.fin", U8, 0x80, FLAG, NULL, "Fin", \
      "Set on the last frame of a message; a message may be cut into several frames.", "RFC 6455 §5.2", 0) \
    F(RSV, "websocket.rsv", U8, 0x70, HEX, NULL, "Reserved", \
      "Three bits that are 0 unless an extension gives them a meaning.", "RFC 6455 §5.2", 0) \
    F(PMC, "websocket.pmc", U8, 0x40, FLAG, NULL, "Per-Message Compressed", \
      "Set on the first frame of a message that is compressed.", "RFC 7692 §6", 0) \
    F(OPCODE, "websocket.opcode", U8, 0x0f, DEC, &wt_ws_opcodes, "Opcode", \
      "What the frame is: part of a message, or one of the small control frames.", "RFC 6455 §5.2", WT_STORY) \
    F(MASK, "websocket.mask", U8, 0x80, FLAG, NULL, "Mask", \
      "Whether the payload is masked: always from a client, never from a server.", "RFC 6455 §5.1", WT_STORY) \
    F(LENGTH, "websocket.payload_length", U8, 0x7f, DEC, NULL, "Payload length", \
      "Bytes that follow; 126 and 127 mean that the length stands in the next two or eight bytes.", "RFC 6455 §5.2", \
      WT_STORY) \
    F(LENGTH_16, "websocket.payload_length_ext_16", U16, 0, DEC, NULL, "Extended Payload length (16 bits)", \
      "The length of a payload of 126 to 65,535 bytes.", "RFC 6455 §5.2", WT_STORY) \
    F(LENGTH_64, "websocket.payload_length_ext_64", U64, 0, DEC, NULL, "Extended Payload length (64 bits)", \
      "The length of a payload of 65,536 bytes or more.", "RFC 6455 §5.2", WT_STORY) \
    F(KEY, "websocket.masking_key", BYTES, 0, DEC, NULL, "Masking-Key", \
      "Four random bytes, laid over the payload again and again by exclusive or: it keeps old proxies from taking " \
      "the payload for HTTP, and hides nothing.", "RFC 6455 §5.3", WT_STORY) \
    F(UNMASKING, "websocket.unmasking", STRING, 0, DEC, NULL, "Unmasking", \
      "The first bytes undone: what was sent, exclusive or the key's byte, gives what was meant.", "RFC 6455 §5.3", \
      WT_OURS) \
    F(MASKED, "websocket.masked_payload", NONE, 0, DEC, NULL, "Masked payload", \
      "The payload as it was on the wire.", "RFC 6455 §5.3", 0) \
    F(PAYLOAD, "websocket.payload", NONE, 0, DEC, NULL, "Payload", \
      "What the frame carries, with the mask undone.", "RFC 6455 §5.2", 0) \
    F(CONTINUE, "websocket.payload.continue", BYTES, 0, DEC, NULL, "Continue", \
      "A part of a message whose other parts are in other frames.", "RFC 6455 §5.4", 0) \
    F(FIRST_PART, "websocket.payload.first_part", BYTES, 0, DEC, NULL, "First part", \
      "A message begins with these bytes; its other parts are in later frames.", "RFC 6455 §5.4", WT_OURS) \
    F(TEXT, "websocket.payload.text", STRING, 0, DEC, NULL, "Text", \
      "The message as text, which has to be UTF-8.", "RFC 6455 §5.6", WT_STORY) \
    F(CLOSE, "websocket.payload.close", NONE, 0, DEC, NULL, "Close", \
      "Why the connection is closed, if the side that closes says so.", "RFC 6455 §5.5.1", 0) \
    F(CLOSE_CODE, "websocket.payload.close.status_code", U16, 0, DEC, &wt_ws_close_codes, "Status code", \
      "The reason for closing as a number.", "RFC 6455 §7.4", WT_STORY) \
    F(CLOSE_REASON, "websocket.payload.close.reason", STRING, 0, DEC, NULL, "Reason", \
      "The reason for closing in words, for people who look for faults.", "RFC 6455 §5.5.1", WT_STORY) \
    F(PING, "websocket.payload.ping", BYTES, 0, DEC, NULL, "Ping", \
      "Bytes that the other side has to send back in a pong.", "RFC 6455 §5.5.2", 0) \
    F(PONG, "websocket.payload.pong", BYTES, 0, DEC, NULL, "Pong", \
      "The bytes of the ping that this answers.", "RFC 6455 §5.5.3", 0) \
    F(PING_IN, "websocket.ping_in", FRAME, 0, DEC, NULL, "Ping in frame", \
      "The ping that this pong answers.", "RFC 6455 §5.5.3", WT_OURS) \
    F(UNKNOWN, "websocket.payload.unknown", BYTES, 0, DEC, NULL, "Unknown", \
      "Bytes of a frame whose opcode no standard defines.", "RFC 6455 §5.2", 0) \
    F(FRAGMENTS, "websocket.fragments", NONE, 0, DEC, NULL, "Fragments", \
      "The frames that this message was cut into.", "RFC 6455 §5.4", 0) \
    F(FRAGMENT, "websocket.fragment", FRAME, 0, DEC, NULL, "Fragment", \
      "Where a part of the message came, in the order of sending.", "RFC 6455 §5.4", 0) \
    F(FRAGMENT_COUNT, "websocket.fragment.count", U32, 0, DEC, NULL, "Fragment count", \
      "How many frames this message was cut into.", "RFC 6455 §5.4", 0) \
    F(FIRST_FRAGMENT, "websocket.first_fragment_in", FRAME, 0, DEC, NULL, "First fragment in frame", \
      "The frame in which this message begins.", "RFC 6455 §5.4", WT_OURS) \
    F(WHOLE_LENGTH, "websocket.reassembled.length", U32, 0, DEC, NULL, "Reassembled websocket Payload length", \
      "Bytes of the message with all of its frames joined, before anything is decompressed.", "RFC 6455 §5.4", 0) \
    F(COMPRESSED, "websocket.compressed_length", U64, 0, DEC, NULL, "Compressed length", \
      "Bytes that the message took on the wire.", "RFC 7692 §7.2", WT_OURS | WT_STORY) \
    F(EXPANDED, "websocket.expanded_length", U64, 0, DEC, NULL, "Expanded length", \
      "Bytes of the message once decompressed.", "RFC 7692 §7.2", WT_OURS | WT_STORY)

#endif
