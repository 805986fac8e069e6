/* http_fields.h - the rows of HTTP/1. */
#ifndef WT_PROTO_HTTP_FIELDS_H
#define WT_PROTO_HTTP_FIELDS_H

#include "proto/common/status.h"

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
      "What the status code stands for, in the words that Wireshark has for it.", "RFC 9110 §15", 0) \
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
    F(WS_EXPECTED, "http.sec_websocket_accept.computed", STRING, 0, DEC, NULL, "Accept, computed", \
      "SHA-1 of the request's key and a fixed text, in Base64: what the server has to answer.", "RFC 6455 §4.2.2", \
      WT_OURS) \
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
      "The address that was asked for, and that this answers.", "RFC 9112 §9.2", 0) \
    F(REQUEST_IN, "http.request_in", FRAME, 0, DEC, NULL, "Request in frame", \
      "The frame with the request that this answers.", "RFC 9112 §9.2", 0) \
    F(TIME, "http.time", RELTIME, 0, DEC, NULL, "Time since request", \
      "How long the answer took, as seen where this was captured.", "RFC 9112 §9.2", 0) \
    F(CHUNK_SIZE, "http.chunk_size", U32, 0, DEC, NULL, "Chunk size", \
      "Bytes of the next piece of the body; 0 ends it.", "RFC 9112 §7.1", 0) \
    F(BODY, "http.body_part", U32, 0, DEC, NULL, "Bytes of the body", \
      "How much of the message's content is here.", "RFC 9112 §6", WT_OURS | WT_STORY) \
    F(RANGE, "http.range", STRING, 0, DEC, NULL, "Range", \
      "Only these bytes of the resource are asked for, to go on with a download or to jump in a video.", \
      "RFC 9110 §14.2", WT_OURS | WT_STORY) \
    F(CONTENT_RANGE, "http.content_range", STRING, 0, DEC, NULL, "Content-Range", \
      "Which bytes of the whole the body is.", "RFC 9110 §14.4", WT_OURS | WT_STORY) \
    F(RANGE_FIRST, "http.range.first", U64, 0, DEC, NULL, "First byte", "Bytes are counted from 0.", \
      "RFC 9110 §14.1.2", WT_OURS) \
    F(RANGE_LAST, "http.range.last", U64, 0, DEC, NULL, "Last byte", \
      "The last byte of the range, which is part of it.", "RFC 9110 §14.1.2", WT_OURS) \
    F(RANGE_SUFFIX, "http.range.suffix", U64, 0, DEC, NULL, "Last bytes", "That many bytes, counted from the end.", \
      "RFC 9110 §14.1.2", WT_OURS) \
    F(RANGE_SIZE, "http.range.size", U64, 0, DEC, NULL, "Size of the whole", \
      "Bytes of the resource, if all of it were sent.", "RFC 9110 §14.4", WT_OURS) \
    F(MEANING, "http.meaning", STRING, 0, DEC, NULL, "In words", "What the value before says, in words.", \
      "RFC 9110 §5.5", WT_OURS | WT_STORY) \
    F(DIRECTIVE, "http.cache_control.directive", STRING, 0, DEC, NULL, "Directive", \
      "One rule for whoever keeps copies.", "RFC 9111 §5.2", WT_OURS | WT_STORY) \
    F(ACCEPT_RANGES, "http.accept_ranges", STRING, 0, DEC, NULL, "Accept-Ranges", \
      "Whether parts of the resource can be asked for.", "RFC 9110 §14.3", WT_OURS) \
    F(IF_RANGE, "http.if_range", STRING, 0, DEC, NULL, "If-Range", \
      "The part is wanted only if the resource is still the same; else all of it.", "RFC 9110 §13.1.5", WT_OURS) \
    F(ETAG, "http.etag", STRING, 0, DEC, NULL, "ETag", \
      "A name for this very version of the resource, to ask later whether it changed.", "RFC 9110 §8.8.3", WT_OURS) \
    F(IF_NONE_MATCH, "http.if_none_match", STRING, 0, DEC, NULL, "If-None-Match", \
      "The version the client has: it wants another one, or a 304.", "RFC 9110 §13.1.2", WT_OURS) \
    F(IF_MATCH, "http.if_match", STRING, 0, DEC, NULL, "If-Match", \
      "Do it only if the resource is still this version, so that nobody's change is lost.", "RFC 9110 §13.1.1", \
      WT_OURS) \
    F(IF_MODIFIED, "http.if_modified_since", STRING, 0, DEC, NULL, "If-Modified-Since", \
      "The client has a copy of this time: it wants a newer one, or a 304.", "RFC 9110 §13.1.3", WT_OURS) \
    F(IF_UNMODIFIED, "http.if_unmodified_since", STRING, 0, DEC, NULL, "If-Unmodified-Since", \
      "Do it only if nothing changed since then.", "RFC 9110 §13.1.4", WT_OURS) \
    F(EXPIRES, "http.expires", STRING, 0, DEC, NULL, "Expires", "Until when a copy is good.", "RFC 9111 §5.3", \
      WT_OURS) \
    F(AGE, "http.age", STRING, 0, DEC, NULL, "Age", "Seconds that this copy has been with a cache on the way.", \
      "RFC 9111 §5.1", WT_OURS) \
    F(VARY, "http.vary", STRING, 0, DEC, NULL, "Vary", \
      "Request headers that the answer depends on: a copy is good only for the same ones.", "RFC 9110 §12.5.5", \
      WT_OURS) \
    F(PRAGMA, "http.pragma", STRING, 0, DEC, NULL, "Pragma", "What Cache-Control says, for old programs.", \
      "RFC 9111 §5.4", WT_OURS) \
    F(EXPECT, "http.expect", STRING, 0, DEC, NULL, "Expect", \
      "\"100-continue\": the client waits for a 100 before it sends the body.", "RFC 9110 §10.1.1", WT_OURS) \
    F(TE, "http.te", STRING, 0, DEC, NULL, "TE", \
      "Transfer codings that the client can undo, and whether it reads trailers.", "RFC 9110 §10.1.4", WT_OURS) \
    F(TRAILER, "http.trailer", STRING, 0, DEC, NULL, "Trailer", "Headers that will come after the body.", \
      "RFC 9110 §6.6.2", WT_OURS) \
    F(VIA, "http.via", STRING, 0, DEC, NULL, "Via", "The proxies that the message came through.", "RFC 9110 §7.6.3", \
      WT_OURS) \
    F(ALLOW, "http.allow", STRING, 0, DEC, NULL, "Allow", "Methods that the resource understands.", \
      "RFC 9110 §10.2.1", WT_OURS) \
    F(RETRY_AFTER, "http.retry_after", STRING, 0, DEC, NULL, "Retry-After", "When to ask again.", "RFC 9110 §10.2.3", \
      WT_OURS) \
    F(ORIGIN, "http.origin", STRING, 0, DEC, NULL, "Origin", \
      "The site whose page asks: the server decides whether it may read the answer.", "RFC 6454 §7", WT_OURS) \
    F(ALLOW_ORIGIN, "http.access_control_allow_origin", STRING, 0, DEC, NULL, "Access-Control-Allow-Origin", \
      "Pages of this site may read the answer; * stands for every site.", "WHATWG Fetch §3.3.3", WT_OURS) \
    F(HSTS, "http.strict_transport_security", STRING, 0, DEC, NULL, "Strict-Transport-Security", \
      "For this long the site is to be asked over TLS only.", "RFC 6797 §6.1", WT_OURS) \
    F(ALT_SVC, "http.alt_svc", STRING, 0, DEC, NULL, "Alt-Svc", \
      "The same can be had elsewhere or in another way, for example by HTTP/3.", "RFC 7838 §3", WT_OURS) \
    F(DISPOSITION, "http.content_disposition", STRING, 0, DEC, NULL, "Content-Disposition", \
      "Whether to show the body or to save it, and under which name.", "RFC 6266 §4", WT_OURS) \
    F(CONTENT_LANGUAGE, "http.content_language", STRING, 0, DEC, NULL, "Content-Language", \
      "For readers of which language the body is.", "RFC 9110 §8.5", WT_OURS) \
    F(LINK, "http.link", STRING, 0, DEC, NULL, "Link", "Other resources that belong to this one.", "RFC 8288 §3", \
      WT_OURS) \
    F(LAST_EVENT_ID, "http.last_event_id", STRING, 0, DEC, NULL, "Last-Event-ID", \
      "The last event the client got before its stream broke: the server goes on behind it.", "WHATWG HTML §9.2.4", \
      WT_OURS | WT_STORY) \
    F(LAST_EVENT_IN, "http.last_event_in", FRAME, 0, DEC, NULL, "Event complete in", \
      "The frame that completed that event on the stream before.", "WHATWG HTML §9.2.4", WT_OURS | WT_STORY) \
    F(AUTH_SCHEME, "http.auth.scheme", STRING, 0, DEC, NULL, "Scheme", \
      "How the client proves who it is.", "RFC 9110 §11.1", WT_OURS) \
    F(AUTHBASIC, "http.authbasic", STRING, 0, DEC, NULL, "Credentials", \
      "Name and password: Base64 hides nothing, only TLS does.", "RFC 7617 §2", WT_SECRET) \
    F(AUTH_USER, "http.auth.user", STRING, 0, DEC, NULL, "User", "Whose password it is.", "RFC 7617 §2", WT_OURS) \
    F(SET_PAIR, "http.set_cookie.pair", STRING, 0, DEC, NULL, "Cookie to keep", "Its name and value.", \
      "RFC 6265 §4.1.1", WT_OURS | WT_SECRET) \
    F(SET_EXPIRES, "http.set_cookie.expires", STRING, 0, DEC, NULL, "Expires", \
      "When the client is to forget it; without, when the browser is closed.", "RFC 6265 §4.1.2.1", WT_OURS) \
    F(SET_MAX_AGE, "http.set_cookie.max_age", STRING, 0, DEC, NULL, "Max-Age", \
      "Seconds until the client is to forget it; 0 or less: at once.", "RFC 6265 §4.1.2.2", WT_OURS) \
    F(SET_DOMAIN, "http.set_cookie.domain", STRING, 0, DEC, NULL, "Domain", \
      "It is sent to this site and to all below it; without, only to the one that set it.", "RFC 6265 §4.1.2.3", \
      WT_OURS) \
    F(SET_PATH, "http.set_cookie.path", STRING, 0, DEC, NULL, "Path", "It is sent for pages below this path only.", \
      "RFC 6265 §4.1.2.4", WT_OURS) \
    F(SET_SECURE, "http.set_cookie.secure", NONE, 0, DEC, NULL, "Secure", "It is sent over TLS only.", \
      "RFC 6265 §4.1.2.5", WT_OURS) \
    F(SET_HTTPONLY, "http.set_cookie.httponly", NONE, 0, DEC, NULL, "HttpOnly", \
      "Scripts of the page can't read it.", "RFC 6265 §4.1.2.6", WT_OURS) \
    F(SET_SAMESITE, "http.set_cookie.samesite", STRING, 0, DEC, NULL, "SameSite", \
      "Whether it is sent when another site's page leads here: Strict no, Lax when the user follows a link, " \
      "None always.", \
      "draft-ietf-httpbis-rfc6265bis §4.1.2.7", WT_OURS) \
    F(SET_OTHER, "http.set_cookie.attribute", STRING, 0, DEC, NULL, "Other attribute", \
      "A rule for the cookie that not every client knows.", "RFC 6265 §4.1.1", WT_OURS) \
    F(REQUEST_NUMBER, "http.request_number", U32, 0, DEC, NULL, "Request number", \
      "Which request on this connection it is.", "RFC 9112 §9.3", 0) \
    F(RESPONSE_NUMBER, "http.response_number", U32, 0, DEC, NULL, "Response number", \
      "Which response on this connection it is.", "RFC 9112 §9.3", 0) \
    F(PREV_REQUEST, "http.prev_request_in", FRAME, 0, DEC, NULL, "Prev request in frame", \
      "Where the request before on this connection is.", "RFC 9112 §9.3", 0) \
    F(PREV_RESPONSE, "http.prev_response_in", FRAME, 0, DEC, NULL, "Prev response in frame", \
      "Where the response before on this connection is.", "RFC 9112 §9.3", 0) \
    F(FIRST_BYTE, "http.time_to_first_byte", RELTIME, 0, DEC, NULL, "Time to first byte", \
      "From the end of the request until the head of the answer was here: the way there and back, and " \
      "the server's thinking.", \
      "RFC 9112 §9.2", WT_OURS) \
    F(LAST_BYTE, "http.time_to_last_byte", RELTIME, 0, DEC, NULL, "Time to last byte", \
      "From the end of the request until all of the answer was here.", "RFC 9112 §9.2", WT_OURS) \
    F(CHUNK_BEGINS, "http.chunk_begins", U64, 0, DEC, NULL, "Chunk begins", \
      "Bytes of the piece of the body that begins here; 0 says that none follows.", "RFC 9112 §7.1", \
      WT_OURS | WT_STORY) \
    F(CHUNK_EXTENSION, "http.chunk_extension", STRING, 0, DEC, NULL, "Chunk extension", \
      "Something said about this chunk; hardly anybody uses it.", "RFC 9112 §7.1.1", WT_OURS) \
    F(PROXY_HOST, "http.proxy_connect_host", STRING, 0, DEC, NULL, "Proxy-Connect-Hostname", \
      "The host to which the tunnel leads that CONNECT opened.", "RFC 9110 §9.3.6", WT_STORY) \
    F(PROXY_PORT, "http.proxy_connect_port", U16, 0, DEC, NULL, "Proxy-Connect-Port", \
      "The port at the tunnel's other end.", "RFC 9110 §9.3.6", 0) \
    F(TRAILER_PART, "http.chunked_trailer_part", STRING, 0, DEC, NULL, "trailer-part", \
      "Headers after the body: what was known only when all of it was sent.", "RFC 9112 §7.1.2", WT_STORY) \
    F(BODY_SIZE, "http.body_size", U64, 0, DEC, NULL, "Body, as sent", "Bytes of the whole body, as they came.", \
      "RFC 9112 §6", WT_OURS | WT_STORY) \
    F(BODY_DECODED, "http.body_decoded", U64, 0, DEC, NULL, "Body, unpacked", \
      "Bytes of the body after its compression is undone.", "RFC 9110 §8.4", WT_OURS | WT_STORY) \
    F(TE_AND_LENGTH, "http.te_and_length", NONE, 0, DEC, NULL, "Two ways to tell the end", \
      "Transfer-Encoding and Content-Length must not stand together: who believes which ends the message elsewhere.", \
      "RFC 9112 §6.3", 0) \
    F(TE_UNKNOWN, "http.te_unknown", NONE, 0, DEC, NULL, "Unknown transfer coding", \
      "A way to transfer that no standard names: the end of the body can't be told.", "RFC 9112 §6.1", 0)
WT_FIELD_IDS(HTTP, HTTP_FIELDS)

#endif
