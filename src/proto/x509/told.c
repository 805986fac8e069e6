/* told.c - what headlines say of a certificate, kept: a server shows the same one to each of its clients. */
#include "proto/x509/x509.h"

enum { LARGEST = 2048, WORDS = 256 };

struct wt_x509_told {
    uint32_t n, words;
    uint8_t certificate[LARGEST];
    char text[WORDS];
};

void wt_x509_tell_again(wt_cur *c, wt_text *to) {
    wt_session *s = c->s;
    uint32_t n = wt_left_captured(c);
    struct wt_x509_told *kept = s->told;
    if (kept && n && kept->n == n && memcmp(kept->certificate, wt_here(c), n) == 0) {
        wt_put_n(to, kept->text, kept->words);
        return;
    }
    wt_cur inside = *c;
    uint32_t from = to->len;
    wt_x509 x;
    wt_x509_certificate(&inside, &x);
    wt_put_s(to, x.bare ? ": " : " for ");
    wt_x509_tell(to, &x);
    uint32_t words = to->len - from;
    if (!kept)
        kept = s->told = wt_pool_get(s, sizeof *kept);
    if (!kept || n > LARGEST || words > WORDS || to->cut || wt_left(c) != n)
        return;
    kept->n = n;
    kept->words = words;
    memcpy(kept->certificate, wt_here(c), n);
    memcpy(kept->text, to->p + from, words);
}
