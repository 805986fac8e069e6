/* old_hello.c - the ClientHello in the form of SSL 2, in which old programs offer SSL 3 and TLS (RFC 5246 appendix
 * E.2). */
#include "proto/tls/tls.h"

enum { OLD_FIXED = 11, OLD_HEADER = 2 };

enum wt_probe wt_tls_is_old_hello(const uint8_t *p, uint32_t n, uint32_t *size) {
    static const uint8_t mask[] = {0x80, 0, 0xff, 0xff, 0xfc}, want[] = {0x80, 0, HS_CLIENT_HELLO, 3, 0};
    for (uint32_t i = 0; i < n && i < sizeof mask; i++)
        if ((p[i] & mask[i]) != want[i])
            return WT_PROBE_NO;
    *size = OLD_FIXED;
    if (n < OLD_FIXED)
        return WT_PROBE_MORE;
    uint32_t specs = (uint32_t)wt_load(p + 5, 2), id = (uint32_t)wt_load(p + 7, 2),
             challenge = (uint32_t)wt_load(p + 9, 2);
    *size = OLD_HEADER + ((uint32_t)wt_load(p, 2) & 0x7fff);
    return specs % 3 == 0 && OLD_FIXED + specs + id + challenge == *size && challenge <= WT_RANDOM_SIZE ? WT_PROBE_YES
                                                                                                        : WT_PROBE_NO;
}

void wt_tls_old_hello(wt_cur *c, wt_tls *t, int dir) {
    wt_node record = wt_begin(c, F_RECORD, wt_left(c));
    wt_gen_u(c, F_RECORD_VERSION, 2);
    wt_emit_u(c, F_RECORD_LENGTH, c->pos, OLD_HEADER, wt_look(c, 0, OLD_HEADER) & 0x7fff);
    wt_skip(c, OLD_HEADER);
    wt_take(c, F_TYPE);
    uint16_t version = (uint16_t)wt_take(c, F_VERSION);
    uint32_t specs = (uint32_t)wt_take(c, F_SPECS_LEN), id = (uint32_t)wt_take_n(c, F_SESSION_ID_LEN, 2);
    uint32_t challenge = (uint32_t)wt_take(c, F_CHALLENGE_LEN);
    wt_node node = wt_begin(c, F_SUITES, specs);
    wt_cur list = wt_sub(c, specs);
    wt_take_all(&list, F_SPEC);
    wt_end(c, node);
    wt_tls_take_some(c, F_SESSION_ID, id);
    node = wt_begin(c, F_CHALLENGE, challenge);
    const uint8_t *p = wt_skip(c, challenge);
    wt_end(c, node);
    wt_end(c, record);
    if (c->fail)
        return;
    memset(t->random, 0, WT_RANDOM_SIZE);  /* the challenge, with zeros in front */
    if (p && challenge)
        memcpy(t->random + WT_RANDOM_SIZE - challenge, p, challenge);
    t->have_random = true;
    t->client = (uint8_t)dir;
    wt_tls_learn_old_hello(c->s, t, version);
    wt_text *to = wt_tls_tell(c, t);
    if (!to)
        return;
    wt_put_s(to, "ClientHello in the old form of SSL 2: offers ");
    wt_tls_put_value(to, &wt_tls_versions, version);
}
