/* secret.c - names of secrets, and addresses without them. */
#include "proto/common/secret.h"

/* Names are compared without regard to case, "-" and "_". */
static uint32_t simplify(const uint8_t *p, uint32_t n, char *out, uint32_t room) {
    uint32_t k = 0;
    for (uint32_t i = 0; i < n && k < room; i++)
        if (p[i] != '-' && p[i] != '_')
            out[k++] = (char)(p[i] >= 'A' && p[i] <= 'Z' ? p[i] | 32 : p[i]);
    return k;
}

bool wt_is_secret(const void *name, uint32_t n) {
    static const char *const within[] = {"password", "passwd", "passphrase", "secret", "apikey", "authtoken", "accesstoken",
                                         "refreshtoken", "idtoken", "sessionid", "csrftoken", "xsrftoken", "privatekey"};
    static const char *const whole[] = {"authorization", "proxyauthorization", "cookie", "setcookie", "token", "pwd", "pass",
                                        "pin", "jwt", "xauthtoken", "sid", "credential", "credentials"};
    char low[48];
    uint32_t k = simplify(name, n, low, sizeof low);
    for (size_t i = 0; i < sizeof within / sizeof *within; i++)
        if (memmem(low, k, within[i], strlen(within[i])))
            return true;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (k == strlen(whole[i]) && memcmp(low, whole[i], k) == 0)
            return true;
    return false;
}

void wt_secret_item(wt_cur *c, wt_fid f) {
    wt_session *s = c->s;
    if (wt_wants(s, f) && s->item_count && s->items[s->item_count - 1].field == f)
        s->items[s->item_count - 1].flags |= WT_I_SECRET;
}

/* The next "name=value" at *at: where the value is, and whether it is a secret.  False at the end. */
static bool next_parameter(const uint8_t *p, uint32_t n, uint32_t *at, uint32_t *value, bool *secret) {
    if (*at >= n)
        return false;
    const uint8_t *amp = memchr(p + *at, '&', n - *at);
    uint32_t stop = amp ? (uint32_t)(amp - p) : n;
    const uint8_t *equals = memchr(p + *at, '=', stop - *at);
    *value = equals ? (uint32_t)(equals - p) + 1 : stop;
    *secret = equals && *value < stop && wt_is_secret(p + *at, *value - 1 - *at);
    *at = stop + 1;
    return true;
}

static uint32_t query_of(const uint8_t *p, uint32_t n) {
    const uint8_t *mark = n ? memchr(p, '?', n) : NULL;
    return mark ? (uint32_t)(mark - p) + 1 : n;
}

bool wt_uri_has_secret(const uint8_t *p, uint32_t n) {
    uint32_t at = query_of(p, n), value;
    bool secret = false;
    while (!secret && next_parameter(p, n, &at, &value, &secret))
        ;
    return secret;
}

void wt_put_uri(wt_text *t, const wt_session *s, const uint8_t *p, uint32_t n, uint32_t most) {
    if (!n)                                /* then p may be NULL, too */
        return;
    uint32_t from = 0, shown = n < most ? n : most, at = query_of(p, shown), value;
    bool secret;
    while (!s->show_secrets && next_parameter(p, shown, &at, &value, &secret)) {
        if (!secret)
            continue;
        wt_put_wire(t, p + from, value - from);
        wt_put_s(t, "…");
        from = at - 1 < shown ? at - 1 : shown;
    }
    wt_put_wire(t, p + from, shown - from);
    if (shown < n)
        wt_put_s(t, "…");
}
