/* http_accept.c - the proof that a server speaks WebSocket, computed and compared (RFC 6455 §4.2.2). */
#include "core/crypto_ops.h"
#include "proto/http.h"

enum { SHA1 = 20, ACCEPT = 28, KEY_MAX = 64 };

static void base64(const uint8_t *p, uint32_t n, char *out) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (uint32_t i = 0; i < n; i += 3) {
        uint32_t left = n - i, bits = (uint32_t)p[i] << 16;
        bits |= left > 1 ? (uint32_t)p[i + 1] << 8 : 0;
        bits |= left > 2 ? p[i + 2] : 0u;
        for (uint32_t k = 0; k < 4; k++)
            *out++ = k <= left ? letters[bits >> (18 - 6 * k) & 63] : '=';
    }
}

void wt_http_check_accept(wt_cur *c, wt_http_part key, wt_http_part accept) {
    static const char fixed[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    wt_session *s = c->s;
    uint8_t text[KEY_MAX + sizeof fixed], sum[WT_HASH_MAX];
    char *want = s->crypto && key.n <= KEY_MAX ? wt_arena(s, ACCEPT) : NULL;
    if (!want)
        return;
    memcpy(text, key.p, key.n);
    memcpy(text + key.n, fixed, sizeof fixed - 1);
    if (!s->crypto->hash(s->crypto_state, WT_HASH_SHA1, text, key.n + sizeof fixed - 1, sum))
        return;
    base64(sum, SHA1, want);
    wt_gen_p(c, F_WS_EXPECTED, want, ACCEPT);
    if (accept.n != ACCEPT || memcmp(accept.p, want, ACCEPT) != 0)
        wt_note(c, "this Sec-WebSocket-Accept does not belong to the request's key: the client must give up "
                   "(RFC 6455 §4.1)");
}
