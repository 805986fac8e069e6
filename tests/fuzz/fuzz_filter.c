/* fuzz_filter.c - display filters of any text, on a frame. */
#include <stdlib.h>
#include <string.h>

#include "wiretale/filter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const uint8_t syn[] = {2, 0,    0,    0, 0,    2, 2,    0,    0,  0, 0,    1, 8,    0,    0x45, 0, 0, 0x28,
                                  0, 1,    0x40, 0, 0x40, 6, 0x26, 0xcd, 10, 0, 0,    1, 10,   0,    0,    2, 4, 1,
                                  0, 0x50, 0,    0, 0,    1, 0,    0,    0,  0, 0x50, 2, 0xff, 0xff, 0,    0, 0, 0};
    wt_filter_problem problem;
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = 0;
    wt_filter *filter = wt_filter_new(text, &problem);
    free(text);
    wt_options o = {.headline = false};
    wt_session *s = filter && wt_filter_needs(filter, &o) ? wt_session_new(&o) : NULL;
    wt_frame f = {.data = syn, .caplen = sizeof syn, .len = sizeof syn, .linktype = 1, .number = 1};
    if (s)
        wt_filter_match(filter, wt_session_feed(s, &f));
    wt_session_free(s);
    wt_filter_free(filter);
    return 0;
}
