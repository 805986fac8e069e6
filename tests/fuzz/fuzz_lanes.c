/* fuzz_lanes.c - frames of any bytes through one session and through two that share them: until one of the two says
 * that it can't know, every frame is one lane's, and has the same headline and items.
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

/* False: tangled. */
static bool one(wt_session *const s[3], const wt_frame *f) {
    const wt_tape *alone = wt_session_feed(s[0], f), *first = wt_session_feed(s[1], f),
                  *second = wt_session_feed(s[2], f);
    if (wt_session_tangled(s[1]) || wt_session_tangled(s[2]))
        return false;
    must(!first != !second);
    same(alone, first ? first : second);
    return true;
}

static void read_all(frames *in, wt_session *const s[3]) {
    while (next_frame(in))
        if (!one(s, &in->f))
            break;
    free(in->exact);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    frames in = frames_of(data, size);
    wt_session *s[3] = {NULL, NULL, NULL};
    bool made = true;
    for (unsigned k = 0; k < 3; k++) {
        wt_options o = {.everything = data[0] & 0x40, .headline = true, .codec = wt_codecs(), .lane = k - (k > 0),
                        .lanes = k ? 2 : 0};
        s[k] = wt_session_new(&o);
        made = made && s[k];
    }
    if (made)
        read_all(&in, s);
    for (unsigned k = 0; k < 3; k++)
        wt_session_free(s[k]);
    return 0;
}
