/* held.c - sealed records that came before their key: kept within a limit, and read once it is there. */
#include "proto/tls/tls.h"

void wt_tls_drop_held(wt_session *s, wt_tls *t) {
    bool say;
    if (t->held_len)
        s->crypto->hold(s->crypto_state, -(int64_t)t->held_len, &say);
    wt_pool_put(s, t->held, t->held_cap);
    t->held = NULL;
    t->held_len = t->held_cap = 0;
    t->side[0].holds = t->side[1].holds = false;
}

static bool room(wt_session *s, wt_tls *t, uint32_t n) {
    if (t->held_cap - t->held_len >= n)
        return true;
    uint32_t cap = t->held_cap ? t->held_cap : 2048;
    while (cap - t->held_len < n)
        cap *= 2;
    uint8_t *bigger = wt_pool_buffer(s, cap);
    if (!bigger)
        return false;
    if (t->held_len)
        memcpy(bigger, t->held, t->held_len);
    wt_pool_put(s, t->held, t->held_cap);
    t->held = bigger;
    t->held_cap = cap;
    return true;
}

void wt_tls_hold(wt_cur *c, wt_tls *t, int dir, uint32_t n) {
    wt_session *s = c->s;
    uint32_t size = WT_TLS_HELD + TLS_HEADER + n;
    bool say = false;
    if (t->held_over || wt_left_captured(c) < TLS_HEADER + n)
        return;
    bool fits = t->held_len + size <= s->limit[WT_LIMIT_SEALED],
         together = s->crypto->hold(s->crypto_state, size, &say);
    bool kept = fits && together && room(s, t, size);
    if (!kept) {
        if (together)
            s->crypto->hold(s->crypto_state, -(int64_t)size, &say);
        if (say)
            wt_limit_hit(c, !fits ? WT_LIMIT_SEALED : !together ? WT_LIMIT_ALL_SEALED : WT_LIMIT_POOL);
        wt_tls_drop_held(s, t);
        t->held_over = true;
        return;
    }
    uint8_t *p = t->held + t->held_len;
    *p++ = (uint8_t)dir;
    for (int i = 7; i >= 0; i--)
        *p++ = (uint8_t)(s->frame->number >> (8 * i));
    memcpy(p, wt_here(c), TLS_HEADER + n);
    t->held_len += size;
    if (!t->side[dir].holds)
        t->side[dir].held_from = t->side[dir].seal.seq;
    t->side[dir].holds = true;
}

bool wt_tls_release(wt_cur *c, wt_tls *t, wt_cur *held) {
    wt_session *s = c->s;
    bool came = false;
    if (!t->held_len || t->releasing)
        return false;
    for (int dir = 0; dir < 2; dir++)
        came |= t->side[dir].holds && wt_tls_have_keys(s, t, dir);
    uint8_t *copy = came ? wt_arena(s, t->held_len) : NULL;
    if (!copy)
        return false;
    memcpy(copy, t->held, t->held_len);
    uint16_t source = wt_add_source(s, "Records that waited for their key", copy, t->held_len, c->source, c->pos, 0);
    if (!source)
        return false;
    for (int dir = 0; dir < 2; dir++)
        if (t->side[dir].holds) {
            t->side[dir].seal.seq = t->side[dir].held_from;
            t->side[dir].said = false;
        }
    wt_tls_drop_held(s, t);
    *held = wt_over(c, source);
    return true;
}
