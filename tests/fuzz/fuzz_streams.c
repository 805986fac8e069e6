/* fuzz_streams.c - one TCP connection with bytes of any kind, cut and ordered in any way.
 * Input: port (1 byte, an index), then pieces: a byte of orders, a length byte, their bytes.
 * Orders: 1 other direction, 2 a gap before it, 4 sent again, 8 FIN, 16 one byte earlier, 32 later than the next, 64
 * all acknowledged. */
#include <stdlib.h>
#include <string.h>

#include "wiretale/keylog.h"
#include "wiretale/session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HEADERS = 40, PIECES = 200 };

typedef struct talk {
    wt_session *s;
    uint32_t next[2];
    uint16_t port;
    uint64_t frames;
    const uint8_t *late;
    uint32_t late_len;
    uint8_t late_orders;
} talk;

static void put(uint8_t *p, uint32_t v, int n) {
    while (n--) {
        p[n] = (uint8_t)v;
        v >>= 8;
    }
}

static void send(talk *t, int dir, uint32_t seq, uint8_t flags, const uint8_t *p, uint32_t n) {
    uint8_t *f = calloc(1, HEADERS + n);           /* exact, so that a read past the end is seen */
    if (!f)
        return;
    f[0] = 0x45;
    put(f + 2, HEADERS + n, 2);
    f[8] = 64;
    f[9] = 6;
    put(f + 12, dir ? 0x0a000002 : 0x0a000001, 4);
    put(f + 16, dir ? 0x0a000001 : 0x0a000002, 4);
    put(f + 20, dir ? t->port : 40000, 2);
    put(f + 22, dir ? 40000 : t->port, 2);
    put(f + 24, seq, 4);
    put(f + 28, t->next[!dir], 4);
    f[32] = 0x50;
    f[33] = flags;
    put(f + 34, 0x2000, 2);
    if (n)
        memcpy(f + HEADERS, p, n);
    t->frames++;
    wt_frame frame = {.data = f, .caplen = HEADERS + n, .len = HEADERS + n, .linktype = 101, .number = t->frames,
                      .time_ns = (int64_t)t->frames * 1000000};
    wt_session_feed(t->s, &frame);
    free(f);
}

static void piece(talk *t, uint8_t orders, const uint8_t *p, uint32_t n) {
    int dir = orders & 1;
    uint32_t seq = t->next[dir] + (orders & 2 ? 100 : 0) - (orders & 16 ? 1 : 0);
    uint8_t flags = (uint8_t)((orders & 64 ? 0x10 : 0) | (orders & 8 ? 0x01 : 0) | 0x08);
    send(t, dir, seq, flags, p, n);
    if (orders & 4)
        send(t, dir, seq, flags, p, n);
    t->next[dir] = seq + n;
}

static void talk_all(talk *t, const uint8_t *data, size_t size) {
    send(t, 0, t->next[0]++, 0x02, NULL, 0);
    send(t, 1, t->next[1]++, 0x12, NULL, 0);
    for (int i = 0; size >= 2 && i < PIECES; i++) {
        uint8_t orders = data[0];
        uint32_t n = data[1];
        data += 2;
        size -= 2;
        if (n > size)
            n = (uint32_t)size;
        if (orders & 32 && !t->late) {
            t->late = data;
            t->late_len = n;
            t->late_orders = orders;
            t->next[orders & 1] += n;
        } else {
            piece(t, orders, data, n);
        }
        if (t->late && !(orders & 32)) {
            int dir = t->late_orders & 1;
            send(t, dir, t->next[dir] - (orders % 2 == dir ? n : 0) - t->late_len, 0x18, t->late, t->late_len);
            t->late = NULL;
        }
        data += n;
        size -= n;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const uint16_t ports[] = {80, 443, 53, 8080, 7000, 5353, 445, 25};
    if (size < 2)
        return 0;
    wt_keylog *keys = wt_keylog_new(NULL);
    wt_options o = {.everything = true, .headline = true, .crypto = wt_keylog_ops(), .crypto_state = keys,
                    .codec = wt_codecs()};
    talk t = {.next = {1000, 0xfffffff0}, .port = ports[data[0] & 7]};   /* one of them wraps */
    t.s = keys ? wt_session_new(&o) : NULL;
    if (t.s)
        talk_all(&t, data + 1, size - 1);
    wt_session_free(t.s);
    wt_keylog_free(keys);
    return 0;
}
