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

/* What every word of `within` has, and most names have not: a k, or an s before an e or s. */
static bool may_hold_word(const char *p, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (p[i] == 'k' || (p[i] == 's' && i + 1 < n && (p[i + 1] == 'e' || p[i + 1] == 's')))
            return true;
    return false;
}

bool wt_is_secret(const void *name, uint32_t n) {
    static const struct {
        uint8_t length;
        char text[19];
    } within[] = {{8, "password"},      {6, "passwd"},   {10, "passphrase"}, {6, "secret"},    {6, "apikey"},
                  {9, "authtoken"},     {11, "accesstoken"}, {12, "refreshtoken"}, {7, "idtoken"}, {9, "sessionid"},
                  {9, "csrftoken"},     {9, "xsrftoken"}, {10, "privatekey"}},
      whole[] = {{13, "authorization"}, {18, "proxyauthorization"}, {6, "cookie"}, {9, "setcookie"}, {5, "token"},
                 {3, "pwd"}, {4, "pass"}, {3, "pin"}, {3, "jwt"}, {10, "xauthtoken"}, {3, "sid"},
                 {10, "credential"}, {11, "credentials"}};
    char low[48];
    uint32_t k = simplify(name, n, low, sizeof low);
    for (size_t i = 0; i < sizeof within / sizeof *within && (i || may_hold_word(low, k)); i++)
        if (memmem(low, k, within[i].text, within[i].length))
            return true;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (k == whole[i].length && memcmp(low, whole[i].text, k) == 0)
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
