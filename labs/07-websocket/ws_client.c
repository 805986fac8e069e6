/* ws_client.c - WebSocket without a library: the handshake, frames, masks, done by hand (RFC 6455).
 *
 *     ws_client ADDRESS PORT NAME DO…
 *
 * joins the chat as NAME and does one thing after the other:
 *
 *     deflate        offer compression (must come first)
 *     say TEXT       a message; waits until it comes back
 *     typing         "I am typing"
 *     parts A,B,C    one message in several frames
 *     binary N       N bytes that are no text
 *     ping TEXT      waits for the pong
 *     talk N TEXT    a message that waits for an answer of somebody else, N times
 *     answer N       answers N messages of others: typing, that it was read, a message
 *     close CODE     says goodbye, waits for the other's goodbye, ends
 *     stay           until the other side ends it */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

enum { CONTINUED = 0, TEXT = 1, BINARY = 2, CLOSE = 8, PING = 9, PONG = 10, FINAL = 0x80, COMPRESSED = 0x40 };
enum { LARGEST = 8192 };

typedef struct peer {
    int socket;
    const char *name;
    bool deflate, closing;                /* closing: we have said goodbye */
    z_stream out, in;                     /* one for all messages of a direction: it remembers the ones before */
    uint8_t message[LARGEST];             /* the message that came last, whole */
    size_t length;
} peer;

static _Noreturn void give_up(const char *why) {
    fprintf(stderr, "ws_client: %s\n", why);
    exit(1);
}

static _Noreturn void ended(int code) {
    printf("closed: %d\n", code);
    exit(0);
}

/* The connection may end without a close frame. Then programs are told 1006, which is never sent (RFC 6455 §7.1.5). */
static void receive_all(const peer *p, void *to, size_t length) {
    for (size_t n = 0; n < length;) {
        ssize_t got = recv(p->socket, (char *)to + n, length - n, 0);
        if (got <= 0)
            ended(1006);
        n += (size_t)got;
    }
}

/* ---- the handshake ---------------------------------------------------------------------- */

/* What the server must answer to our key: base64(SHA-1(key, then a fixed text)). It proves that the server has read the
 * request and knows what WebSocket is, no more (RFC 6455 §4.2.2). */
static void expected_accept(const char *key, char *accept) {
    char text[128];
    uint8_t hash[SHA_DIGEST_LENGTH];
    int n = snprintf(text, sizeof text, "%s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
    SHA1((const uint8_t *)text, (size_t)n, hash);
    EVP_EncodeBlock((uint8_t *)accept, hash, sizeof hash);
}

static void shake_hands(peer *p, const char *host) {
    uint8_t random[16];
    char key[32], accept[32], line[64], text[1024];
    size_t n = 0;
    RAND_bytes(random, sizeof random);
    EVP_EncodeBlock((uint8_t *)key, random, sizeof random);
    int length = snprintf(text, sizeof text,
                          "GET /chat?%s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n%s\r\n",
                          p->name, host, key, p->deflate ? "Sec-WebSocket-Extensions: permessage-deflate\r\n" : "");
    send(p->socket, text, (size_t)length, MSG_NOSIGNAL);
    memset(text, 0, sizeof text);
    while (n + 1 < sizeof text && !strstr(text, "\r\n\r\n"))         /* byte by byte: what follows is no HTTP */
        receive_all(p, text + n++, 1);
    expected_accept(key, accept);
    snprintf(line, sizeof line, ": %s\r\n", accept);
    if (strncmp(text, "HTTP/1.1 101", 12) != 0 || !strstr(text, line))
        give_up("the server did not agree");
    p->deflate = p->deflate && strstr(text, "permessage-deflate");
    deflateInit2(&p->out, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    inflateInit2(&p->in, -15);
    printf("connected\n");
}

/* ---- frames ----------------------------------------------------------------------------- */

/* Head, length, mask, and each byte combined with a byte of the mask by exclusive or (RFC 6455 §5.2, §5.3). */
static void send_frame(const peer *p, int first, const void *data, size_t length) {
    uint8_t frame[LARGEST + 8] = {(uint8_t)first, 0x80};             /* 0x80: masked */
    size_t n = 2;
    if (length > 125) {                                              /* 126: the length is in the next two bytes */
        frame[1] |= 126;
        frame[n++] = (uint8_t)(length >> 8);
        frame[n++] = (uint8_t)length;
    } else {
        frame[1] |= (uint8_t)length;
    }
    uint8_t *mask = frame + n;
    RAND_bytes(mask, 4);
    n += 4;
    for (size_t i = 0; i < length; i++)
        frame[n + i] = ((const uint8_t *)data)[i] ^ mask[i % 4];
    send(p->socket, frame, n + length, MSG_NOSIGNAL);
}

static void send_text(peer *p, const char *text) {
    uint8_t small[LARGEST];
    if (!p->deflate) {
        send_frame(p, FINAL | TEXT, text, strlen(text));
        return;
    }
    p->out.next_in = (uint8_t *)(uintptr_t)text;
    p->out.avail_in = (uInt)strlen(text);
    p->out.next_out = small;
    p->out.avail_out = sizeof small;
    deflate(&p->out, Z_SYNC_FLUSH);                  /* ends with 00 00 ff ff, which is left out (RFC 7692 §7.2.1) */
    send_frame(p, FINAL | COMPRESSED | TEXT, small, sizeof small - p->out.avail_out - 4);
}

static void inflate_message(peer *p) {
    uint8_t small[LARGEST + 4];
    memcpy(small, p->message, p->length);
    memcpy(small + p->length, "\x00\x00\xff\xff", 4);
    p->in.next_in = small;
    p->in.avail_in = (uInt)p->length + 4;
    p->in.next_out = p->message;
    p->in.avail_out = LARGEST - 1;
    inflate(&p->in, Z_SYNC_FLUSH);
    p->length = LARGEST - 1 - p->in.avail_out;
}

/* The next message or control frame: its opcode. Pings and close frames are answered here. */
static int receive_message(peer *p) {
    uint8_t head[2], more[2];
    bool small = false;
    int opcode = CONTINUED;
    p->length = 0;
    do {
        receive_all(p, head, 2);
        size_t length = head[1] & 0x7f;
        if (head[1] & 0x80 || length == 127)                         /* servers do not mask; 127: more than we take */
            give_up("a frame that should not come");
        if (length == 126) {
            receive_all(p, more, 2);
            length = (size_t)(more[0] << 8 | more[1]);
        }
        if (p->length + length >= LARGEST)
            give_up("a message that is too long");
        receive_all(p, p->message + p->length, length);
        p->length += length;
        small = small || (head[0] & COMPRESSED);
        opcode = opcode == CONTINUED ? head[0] & 0xf : opcode;
    } while (!(head[0] & FINAL));
    if (small)
        inflate_message(p);
    p->message[p->length] = 0;
    if (opcode == PING)
        send_frame(p, FINAL | PONG, p->message, p->length);
    if (opcode == CLOSE) {
        if (!p->closing)
            send_frame(p, FINAL | CLOSE, p->message, p->length);
        ended(p->length >= 2 ? p->message[0] << 8 | p->message[1] : 1005);
    }
    if (opcode == TEXT)
        printf("%s\n", (char *)p->message);
    return opcode;
}

/* ---- what it does ----------------------------------------------------------------------- */

static void until_text(peer *p, const char *text) {
    while (receive_message(p) != TEXT || !strstr((char *)p->message, text))
        ;
}

static void say(peer *p, const char *text) {
    char message[LARGEST / 2];
    snprintf(message, sizeof message, "{\"kind\":\"message\",\"text\":\"%.4000s\"}", text);
    send_text(p, message);
    until_text(p, text);
}

static void send_parts(const peer *p, const char *text) {
    for (int opcode = TEXT; *text; opcode = CONTINUED) {
        size_t n = strcspn(text, ",");
        send_frame(p, (text[n] ? 0 : FINAL) | opcode, text, n);
        text += n + (text[n] == ',');
    }
}

/* Until somebody else has said something. */
static void until_another(peer *p) {
    char own[64];
    snprintf(own, sizeof own, "\"user\":\"%s\"", p->name);
    do
        until_text(p, "\"kind\":\"message\"");
    while (strstr((char *)p->message, own));
}

static void talk(peer *p, int times, const char *text) {
    char message[256];
    for (int i = 1; i <= times; i++) {
        snprintf(message, sizeof message, "%.200s, number %d", text, i);
        send_text(p, "{\"kind\":\"typing\"}");
        say(p, message);
        until_another(p);
    }
    printf("nothing more to say\n");
}

static void answer(peer *p, int times) {
    char read[64];
    for (; times; times--) {
        until_another(p);
        snprintf(read, sizeof read, "{\"kind\":\"read\",\"of\":%d}", atoi((char *)p->message + strlen("{\"id\":")));
        send_text(p, read);
        send_text(p, "{\"kind\":\"typing\"}");
        usleep(50000);
        say(p, "so do I");
    }
}

/* How many words it took. */
static int act(peer *p, const char *what, const char *with, const char *more) {
    uint8_t bytes[LARGEST / 2], code[2] = {(uint8_t)(atoi(with) >> 8), (uint8_t)atoi(with)};
    if (strcmp(what, "stay") == 0)
        for (;;)
            receive_message(p);
    if (strcmp(what, "typing") == 0) {
        send_text(p, "{\"kind\":\"typing\"}");
        until_text(p, "typing");
        return 1;
    }
    if (strcmp(what, "talk") == 0) {
        talk(p, atoi(with), more);
        return 3;
    }
    if (strcmp(what, "say") == 0) {
        say(p, with);
    } else if (strcmp(what, "parts") == 0) {
        send_parts(p, with);
        receive_message(p);
    } else if (strcmp(what, "binary") == 0) {
        size_t n = strtoul(with, NULL, 10);
        RAND_bytes(bytes, sizeof bytes);
        send_frame(p, FINAL | BINARY, bytes, n < sizeof bytes ? n : sizeof bytes);
        while (receive_message(p) != BINARY)
            ;
    } else if (strcmp(what, "ping") == 0) {
        send_frame(p, FINAL | PING, with, strlen(with));
        while (receive_message(p) != PONG)
            ;
    } else if (strcmp(what, "answer") == 0) {
        answer(p, atoi(with));
    } else if (strcmp(what, "close") == 0) {
        send_frame(p, FINAL | CLOSE, code, sizeof code);
        p->closing = true;
        for (;;)
            receive_message(p);
    } else {
        give_up("see the beginning of ws_client.c for what it can do");
    }
    return 2;
}

int main(int argc, char **argv) {
    peer p = {.socket = socket(AF_INET, SOCK_STREAM, 0)};
    struct sockaddr_in to = {.sin_family = AF_INET};
    int now = 1, first = 4;
    if (argc < 5 || inet_pton(AF_INET, argv[1], &to.sin_addr) != 1)
        give_up("usage: ws_client ADDRESS PORT NAME DO...");
    setvbuf(stdout, NULL, _IOLBF, 0);
    p.name = argv[3];
    p.deflate = strcmp(argv[first], "deflate") == 0;
    to.sin_port = htons((uint16_t)atoi(argv[2]));
    if (connect(p.socket, (struct sockaddr *)&to, sizeof to) != 0)
        give_up("no connection");
    setsockopt(p.socket, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);        /* each frame goes at once */
    shake_hands(&p, argv[1]);
    for (int i = first + p.deflate; i < argc;)
        i += act(&p, argv[i], i + 1 < argc ? argv[i + 1] : "", i + 2 < argc ? argv[i + 2] : "");
    return 0;
}
