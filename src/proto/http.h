/* http.h - what the two files of HTTP/1 share: rows, the head as read, its framing. */
#ifndef WT_PROTO_HTTP_H
#define WT_PROTO_HTTP_H

#include "core/proto.h"

extern const wt_values wt_http_codes;

#define HTTP_FIELDS(F) \
    F(REQUEST, "http.request", U8, 0, FLAG, NULL, "Request", "Marks a request: this message asks for something.", \
      "RFC 9112 §2.1", 0) \
    F(RESPONSE, "http.response", U8, 0, FLAG, NULL, "Response", "Marks a response: this message answers a request.", \
      "RFC 9112 §2.1", 0) \
    F(METHOD, "http.request.method", STRING, 0, DEC, NULL, "Request Method", \
      "What the client wants done with the resource: GET reads it, POST sends it data …", \
      "RFC 9110 §9", WT_STORY) \
    F(URI, "http.request.uri", STRING, 0, DEC, NULL, "Request URI", \
      "Which resource on the server is meant.", \
      "RFC 9112 §3.2", WT_STORY) \
    F(PATH, "http.request.uri.path", STRING, 0, DEC, NULL, "Request URI Path", \
      "The part of the URI before the question mark: which page.", "RFC 3986 §3.3", 0) \
    F(QUERY, "http.request.uri.query", STRING, 0, DEC, NULL, "Request URI Query", \
      "The part after the question mark: what the page shall do with.", "RFC 3986 §3.4", 0) \
    F(PARAMETER, "http.request.uri.query.parameter", STRING, 0, DEC, NULL, "Request URI Query Parameter", \
      "One value of the query, as forms send them.", "RFC 3986 §3.4", 0) \
    F(REQUEST_VERSION, "http.request.version", STRING, 0, DEC, NULL, "Request Version", \
      "The version of HTTP that the client speaks, so the server knows what it may use.", \
      "RFC 9112 §2.3", 0) \
    F(REQUEST_LINE, "http.request.line", STRING, 0, DEC, NULL, "Request Header", \
      "A header field of the request as it was sent.", "RFC 9112 §5", 0) \
    F(RESPONSE_VERSION, "http.response.version", STRING, 0, DEC, NULL, "Response Version", \
      "The version of HTTP that the server speaks.", "RFC 9112 §2.3", 0) \
    F(CODE, "http.response.code", U16, 0, DEC, &wt_http_codes, "Status Code", \
      "How it went: 2xx well, 3xx look elsewhere, 4xx the client's fault, 5xx the server's.", \
      "RFC 9110 §15", WT_STORY) \
    F(CODE_DESC, "http.response.code.desc", STRING, 0, DEC, NULL, "Status Code Description", \
      "What the status code stands for.", "RFC 9110 §15", 0) \
    F(PHRASE, "http.response.phrase", STRING, 0, DEC, NULL, "Response Phrase", \
      "The status code in words, for people; programs ignore it.", "RFC 9112 §4", 0) \
    F(RESPONSE_LINE, "http.response.line", STRING, 0, DEC, NULL, "Response Header", \
      "A header field of the response as it was sent.", "RFC 9112 §5", 0) \
    F(HOST, "http.host", STRING, 0, DEC, NULL, "Host", \
      "Which site is meant, so that one server can serve many.", "RFC 9110 §7.2", WT_STORY) \
    F(USER_AGENT, "http.user_agent", STRING, 0, DEC, NULL, "User-Agent", \
      "Which program asks: a browser with its version, or a tool such as curl.", "RFC 9110 §10.1.5", WT_STORY) \
    F(ACCEPT, "http.accept", STRING, 0, DEC, NULL, "Accept", \
      "Kinds of content that the client can use, so the server can pick.", "RFC 9110 §12.5.1", 0) \
    F(ACCEPT_LANGUAGE, "http.accept_language", STRING, 0, DEC, NULL, "Accept-Language", \
      "Languages that the user reads, liked best with the highest q.", "RFC 9110 §12.5.4", 0) \
    F(ACCEPT_ENCODING, "http.accept_encoding", STRING, 0, DEC, NULL, "Accept-Encoding", \
      "Compressions that the client can undo.", "RFC 9110 §12.5.3", 0) \
    F(CONNECTION, "http.connection", STRING, 0, DEC, NULL, "Connection", \
      "Whether to keep the connection for further requests, and what concerns this hop only.", \
      "RFC 9110 §7.6.1", 0) \
    F(CONTENT_TYPE, "http.content_type", STRING, 0, DEC, NULL, "Content-Type", \
      "What the body is, so that the receiver knows how to read it.", "RFC 9110 §8.3", WT_STORY) \
    F(CONTENT_LENGTH_HEADER, "http.content_length_header", STRING, 0, DEC, NULL, "Content-Length", \
      "The length of the body as it was written.", "RFC 9110 §8.6", 0) \
    F(CONTENT_LENGTH, "http.content_length", U64, 0, DEC, NULL, "Content length", \
      "Bytes of the body: tells where this message ends and the next begins.", "RFC 9110 §8.6", WT_STORY) \
    F(CONTENT_ENCODING, "http.content_encoding", STRING, 0, DEC, NULL, "Content-Encoding", \
      "How the body is compressed, so that the receiver can undo it.", "RFC 9110 §8.4", 0) \
    F(TRANSFER_ENCODING, "http.transfer_encoding", STRING, 0, DEC, NULL, "Transfer-Encoding", \
      "\"chunked\": the body comes in pieces, because its length was not known at the start.", \
      "RFC 9112 §6.1", 0) \
    F(UPGRADE, "http.upgrade", STRING, 0, DEC, NULL, "Upgrade", \
      "Another protocol that this connection shall go on with.", "RFC 9110 §7.8", 0) \
    F(COOKIE, "http.cookie", STRING, 0, DEC, NULL, "Cookie", \
      "What the server asked the client to bring back, mostly to know it again.", "RFC 6265 §4.2", WT_SECRET) \
    F(COOKIE_PAIR, "http.cookie_pair", STRING, 0, DEC, NULL, "Cookie pair", \
      "One cookie: its name and value.", \
      "RFC 6265 §4.2", WT_SECRET) \
    F(SET_COOKIE, "http.set_cookie", STRING, 0, DEC, NULL, "Set-Cookie", \
      "Asks the client to keep this and to bring it back.", "RFC 6265 §4.1", WT_SECRET) \
    F(DATE, "http.date", STRING, 0, DEC, NULL, "Date", "When the server made this message.", \
      "RFC 9110 §6.6.1", 0) \
    F(SERVER, "http.server", STRING, 0, DEC, NULL, "Server", "Which program answers, if the server cares to tell.", \
      "RFC 9110 §10.2.4", WT_STORY) \
    F(LAST_MODIFIED, "http.last_modified", STRING, 0, DEC, NULL, "Last-Modified", \
      "When the resource last changed, so that a copy can be kept until then.", "RFC 9110 §8.8.2", 0) \
    F(LOCATION, "http.location", STRING, 0, DEC, NULL, "Location", \
      "Where to go instead, or where the new resource is.", "RFC 9110 §10.2.2", WT_STORY) \
    F(REFERER, "http.referer", STRING, 0, DEC, NULL, "Referer", \
      "The page from which the client came.", "RFC 9110 §10.1.3", 0) \
    F(CACHE_CONTROL, "http.cache_control", STRING, 0, DEC, NULL, "Cache-Control", \
      "Who may keep a copy, and for how long.", "RFC 9111 §5.2", 0) \
    F(AUTHORIZATION, "http.authorization", STRING, 0, DEC, NULL, "Authorization", \
      "Proof of who the client is, in the way the server asked for.", "RFC 9110 §11.6.2", WT_SECRET) \
    F(WWW_AUTHENTICATE, "http.www_authenticate", STRING, 0, DEC, NULL, "WWW-Authenticate", \
      "The ways in which the client can prove who it is.", "RFC 9110 §11.6.1", 0) \
    F(PROXY_AUTHENTICATE, "http.proxy_authenticate", STRING, 0, DEC, NULL, "Proxy-Authenticate", \
      "The ways in which the client can prove to the proxy who it is.", "RFC 9110 §11.7.1", 0) \
    F(PROXY_AUTHORIZATION, "http.proxy_authorization", STRING, 0, DEC, NULL, "Proxy-Authorization", \
      "Proof to the proxy of who the client is.", "RFC 9110 §11.7.2", WT_SECRET) \
    F(FORWARDED_FOR, "http.x_forwarded_for", STRING, 0, DEC, NULL, "X-Forwarded-For", \
      "Whom the proxies on the way asked for: the first is the client, if all tell the truth.", \
      "RFC 7239 §7.4", 0) \
    F(WS_ACCEPT, "http.sec_websocket_accept", STRING, 0, DEC, NULL, "Sec-WebSocket-Accept", \
      "Computed from the key: proof that the server really speaks WebSocket.", "RFC 6455 §4.2.2", 0) \
    F(WS_EXTENSIONS, "http.sec_websocket_extensions", STRING, 0, DEC, NULL, "Sec-WebSocket-Extensions", \
      "Additions to WebSocket to use, such as compression.", "RFC 6455 §9", 0) \
    F(WS_KEY, "http.sec_websocket_key", STRING, 0, DEC, NULL, "Sec-WebSocket-Key", \
      "A random value that the server has to answer to.", "RFC 6455 §4.1", 0) \
    F(WS_PROTOCOL, "http.sec_websocket_protocol", STRING, 0, DEC, NULL, "Sec-WebSocket-Protocol", \
      "Protocols that the client offers to speak inside WebSocket, or the one the server chose.", "RFC 6455 §4.1", 0) \
    F(WS_VERSION, "http.sec_websocket_version", STRING, 0, DEC, NULL, "Sec-WebSocket-Version", \
      "The version of WebSocket: always 13.", "RFC 6455 §4.1", 0) \
    F(H2_SETTINGS, "http.http2_settings", STRING, 0, DEC, NULL, "HTTP2-Settings", \
      "The client's settings, should the server go on with HTTP/2.", "RFC 7540 §3.2.1", 0) \
    F(FULL_URI, "http.request.full_uri", STRING, 0, DEC, NULL, "Full request URI", \
      "The address as a browser's bar would show it, put together from host and URI.", \
      "RFC 9110 §7.1", WT_STORY) \
    F(RESPONSE_FOR, "http.response_for.uri", STRING, 0, DEC, NULL, "Request URI", \
      "The address that this answers the request for.", "RFC 9112 §9.2", 0) \
    F(REQUEST_IN, "http.request_in", FRAME, 0, DEC, NULL, "Request in frame", \
      "The frame with the request that this answers.", "RFC 9112 §9.2", 0) \
    F(TIME, "http.time", RELTIME, 0, DEC, NULL, "Time since request", \
      "How long the answer took, as seen where this was captured.", "RFC 9112 §9.2", 0) \
    F(CHUNK_SIZE, "http.chunk_size", U32, 0, DEC, NULL, "Chunk size", \
      "Bytes of the next piece of the body; 0 ends it.", "RFC 9112 §7.1", 0) \
    F(BODY, "http.body_part", U32, 0, DEC, NULL, "Bytes of the body", \
      "How much of the message's content is here.", "RFC 9112 §6", WT_OURS | WT_STORY)
WT_FIELD_IDS(HTTP, HTTP_FIELDS)

/* How the end of a message is found (RFC 9112 §6.3). */
enum { FRAMING_NONE, FRAMING_LENGTH, FRAMING_CHUNKED, FRAMING_CLOSE, FRAMING_TUNNEL };

/* A request that waits for its answer. */
typedef struct wt_http_asked {
    uint64_t frame;
    int64_t time_ns;
    uint8_t *uri;                          /* full, from the pool; NULL if none or too long */
    uint32_t uri_len;
    bool head, connect;
} wt_http_asked;

/* Bytes of a head; p is NULL if they are not there. */
typedef struct wt_http_part {
    const uint8_t *p;
    uint32_t n;
} wt_http_part;

/* A head taken apart; pointers into it. */
typedef struct wt_http_head {
    bool response, chunked, has_length;
    uint16_t code;
    wt_http_part upgrade, ws_key, ws_accept, ws_extensions, ws_protocol, h2_settings;
    uint64_t length;
    const uint8_t *method, *uri, *host, *type, *phrase;
    uint32_t method_len, uri_len, host_len, type_len, phrase_len;
} wt_http_head;

/* Bytes of the head at p with its empty line, 0 if its end is not there yet; *scanned is how far was looked
 * before, and is updated. */
uint32_t wt_http_head_length(const uint8_t *p, uint32_t n, uint32_t *scanned);
/* Could p begin a head? */
enum wt_probe wt_http_probe(const uint8_t *p, uint32_t n, int dir);
/* Emit the head of n bytes at c->pos and go past it.  `asked`: the request that a response answers, or NULL. */
void wt_http_read_head(wt_cur *c, uint32_t n, bool secure, const wt_http_asked *asked, wt_http_head *head);
/* The address that a request is for, in arena memory; 0 if its host is not known. */
uint32_t wt_http_full_uri(wt_session *s, const wt_http_head *head, bool secure, uint8_t **out);
void wt_http_tell_head(wt_text *to, const wt_session *s, const wt_http_head *head);

#endif
