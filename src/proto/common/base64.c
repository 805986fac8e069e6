/* base64.c - RFC 4648 §4 and §5. */
#include "proto/common/base64.h"

static int value_of(uint8_t c) {
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

const uint8_t *wt_base64(wt_session *s, const uint8_t *p, uint32_t n, uint32_t *made) {
    *made = 0;
    while (n && p[n - 1] == '=')
        n--;
    if (n < 2 || n % 4 == 1)
        return NULL;
    uint8_t *out = wt_arena(s, n / 4 * 3 + 3);
    uint32_t bits = 0, have = 0;
    for (uint32_t i = 0; out && i < n; i++) {
        int v = value_of(p[i]);
        if (v < 0)
            return NULL;
        bits = bits << 6 | (uint32_t)v;
        have += 6;
        if (have >= 8) {
            have -= 8;
            out[(*made)++] = (uint8_t)(bits >> have);
        }
    }
    return out;
}
