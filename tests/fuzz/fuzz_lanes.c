/* fuzz_lanes.c - frames of any bytes through one session and through two that share them: until one of the two says
 * that it can't know, every frame is one lane's, and has the same headline and items.
 * Input: as fuzz_frames.c has it. */
#include <stdlib.h>
#include <string.h>

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

static void read_all(const uint8_t *data, size_t size, wt_session *const s[3], uint32_t linktype) {
    wt_frame f = {.linktype = linktype};
    bool go = true;
    while (go && size >= 2 && f.number < 64) {
        uint32_t n = (uint32_t)data[0] << 8 | data[1];
        uint32_t cut = n & 0x8000 ? 4 : 0;          /* a snap length took the last bytes */
        n &= 0x7ff;
        data += 2;
        size -= 2;
        if (n > size)
            n = (uint32_t)size;
        uint8_t *exact = malloc(n ? n : 1);         /* so that a read past the end is seen */
        if (!exact)
            break;
        memcpy(exact, data, n);
        f.data = exact;
        f.caplen = n;
        f.len = n + cut;
        f.number++;
        f.time_ns += 1000000;
        go = one(s, &f);
        free(exact);
        data += n;
        size -= n;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const uint32_t linktypes[] = {1, 101, 113, 276, 0, 127, 105, 9};
    if (size < 2)
        return 0;
    wt_session *s[3] = {NULL, NULL, NULL};
    bool made = true;
    for (unsigned k = 0; k < 3; k++) {
        wt_options o = {.everything = data[0] & 0x40, .headline = true, .codec = wt_codecs(), .lane = k - (k > 0),
                        .lanes = k ? 2 : 0};
        s[k] = wt_session_new(&o);
        made = made && s[k];
    }
    if (made)
        read_all(data + 1, size - 1, s, linktypes[data[0] & 7]);
    for (unsigned k = 0; k < 3; k++)
        wt_session_free(s[k]);
    return 0;
}
