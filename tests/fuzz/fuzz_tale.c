/* fuzz_tale.c - a capture file of any bytes, drawn and told. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tell/ladder.h"
#include "tell/story.h"
#include "wiretale/capture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static wt_reader *open_bytes(const uint8_t *data, size_t size, int *fd) {
    char path[64];
    wt_problem problem;
    *fd = memfd_create("capture", MFD_CLOEXEC);
    if (*fd < 0 || write(*fd, data, size) != (ssize_t)size)
        return NULL;
    snprintf(path, sizeof path, "/proc/self/fd/%d", *fd);
    return wt_reader_open(path, &problem);
}

static void draw(const wt_tale *t, unsigned n, wt_out *out) {
    static void (*const writers[])(const wt_ladder *, wt_out *) = {wt_ladder_text, wt_ladder_svg, wt_ladder_mermaid,
                                                                   wt_ladder_json, wt_ladder_prose};
    wt_ladder_options how = {.level = (enum wt_level)(n % 3), .scale = n % 2};
    unsigned form = n % 5;
    how.width = form ? 0 : 60 + n;
    wt_ladder *l = wt_ladder_new(t, &how);
    if (l && l->count)
        writers[form](l, out);
    wt_ladder_free(l);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    wt_frame f;
    int fd;
    wt_reader *r = open_bytes(data, size, &fd);
    wt_tale *t = wt_tale_new();
    wt_out *out = wt_out_new(-1);
    wt_options options = {.codec = wt_codecs()};
    if (r && t && out) {
        wt_tale_needs(t, &options);
        wt_session *s = wt_session_new(&options);
        for (int i = 0; s && i < 10000 && wt_reader_next(r, &f) == 1; i++)
            wt_tale_tape(t, wt_session_feed(s, &f));
        wt_tale_end(t);
        draw(t, size ? data[size - 1] : 0, out);
        wt_print_options print = {.width = 80};
        wt_story *story = wt_story_new(t, NULL, false);
        if (story)
            wt_story_text(story, out, &print);
        wt_story_free(story);
        wt_session_free(s);
    }
    wt_out_free(out);
    wt_tale_free(t);
    wt_reader_free(r);
    if (fd >= 0)
        close(fd);
    return 0;
}
