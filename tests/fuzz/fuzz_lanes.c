/* fuzz_lanes.c - frames of any bytes through one session and through two that share them: until one of the two says
 * that it can't know, every frame is one lane's, and has the same headline and items.  Then once more, where only some
 * conversations are to be read: their frames, and those of none, are one lane's as before, all others nobody's.
 * Input: as frames.h has it. */
#include "frames.h"
#include "wiretale/keylog.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool good) {
    if (!good)
        abort();
}

static void same_item(const wt_item *a, const wt_item *b) {
    must(a->field == b->field && a->offset == b->offset && a->length == b->length && a->flags == b->flags &&
         a->layer == b->layer && a->end == b->end);
    if (a->flags & WT_I_POINTER)
        must(a->vlen == b->vlen && (!a->vlen || memcmp(a->v.p, b->v.p, a->vlen) == 0));
    else
        must(a->v.u == b->v.u);
}

static void same(const wt_tape *a, const wt_tape *b) {
    must(a->headline_len == b->headline_len && memcmp(a->headline, b->headline, a->headline_len) == 0);
    must(a->item_count == b->item_count && a->layer_count == b->layer_count);
    for (uint32_t i = 0; i < a->item_count; i++)
        same_item(&a->items[i], &b->items[i]);
}

/* The conversation of each frame; and, where only some are read, a bit for each conversation. */
typedef struct lot {
    uint32_t of[65];
    uint8_t bits[8];
    bool some;
} lot;

static bool is_read(const lot *l, uint32_t n) {
    return n == UINT32_MAX || (n < 8 * sizeof l->bits && l->bits[n / 8] >> (n % 8) & 1);
}

/* False: tangled. */
static bool one(wt_session *const s[3], const wt_frame *f, lot *l) {
    const wt_tape *alone = wt_session_feed(s[0], f), *first = wt_session_feed(s[1], f),
                  *second = wt_session_feed(s[2], f);
    if (wt_session_tangled(s[1]) || wt_session_tangled(s[2]))
        return false;
    bool read = !l->some || is_read(l, l->of[f->number]);
    must((first != NULL) + (second != NULL) == read);
    if (read)
        same(alone, first ? first : second);
    if (!l->some)
        l->of[f->number] = wt_session_conversation(first ? s[1] : s[2]);
    return true;
}

static void read_all(const uint8_t *data, size_t size, lot *l) {
    frames in = frames_of(data, size);
    wt_session *s[3] = {NULL, NULL, NULL};
    bool good = true;
    for (unsigned k = 0; k < 3; k++) {
        wt_options o = {.everything = data[0] & 0x40, .headline = true, .codec = wt_codecs(), .lane = k - (k > 0),
                        .lanes = k ? 2 : 0};
        if (k && l->some) {
            o.only = l->bits;
            o.only_count = 8 * sizeof l->bits;
        }
        s[k] = wt_session_new(&o);
        good = good && s[k];
    }
    while (good && next_frame(&in))
        good = one(s, &in.f, l);
    free(in.exact);
    for (unsigned k = 0; k < 3; k++)
        wt_session_free(s[k]);
    l->some = good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    lot l = {.some = false};
    read_all(data, size, &l);
    for (unsigned i = 0; i < sizeof l.bits; i++)
        l.bits[i] = data[(i * 7 + 1) % size];
    if (l.some)
        read_all(data, size, &l);
    return 0;
}
