/* fuzz_file.c - capture files of any bytes, from a memory file: read, copied with comments, merged with itself, looked
 * over. */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "capture/edit.h"
#include "capture/merge.h"
#include "capture/survey.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void sink(void *user, const void *p, size_t n) {
    volatile uint8_t *sum = user;
    for (size_t k = 0; k < n; k++)
        *sum = (uint8_t)(*sum + ((const uint8_t *)p)[k]);
}

static void private(void *user) { (void)user; }

static void merge(const char *path, uint8_t *sum) {
    static const char *const names[] = {"one", "two"};
    wt_problem problem;
    wt_reader *readers[] = {wt_reader_open(path, &problem), wt_reader_open(path, &problem)};
    wt_merge_options how = {sink, private, sum};
    wt_merge *m = readers[0] && readers[1] ? wt_merge_new(readers, names, 2, &how) : NULL;
    if (m)
        wt_merge_run(m);
    wt_merge_free(m);
    wt_reader_free(readers[0]);
    wt_reader_free(readers[1]);
}

static void survey(const char *path) {
    wt_problem problem;
    wt_survey s = {.frames = 0};
    wt_reader *r = wt_reader_open(path, &problem);
    if (r)
        wt_survey_read(&s, r);
    wt_survey_free(&s);
    wt_reader_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[64];
    wt_problem problem;
    wt_frame f;
    int fd = memfd_create("capture", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    wt_reader *r = wt_reader_open(path, &problem);
    uint8_t sum = 0;
    bool drop = size % 2;
    wt_edit_options how = {
        .write = sink, .private = private, .user = &sum, .drop_comments = drop, .drop_secrets = drop};
    wt_edit *e = r ? wt_edit_new(r, &how) : NULL;
    for (int i = 0; r && i < 10000 && wt_reader_next(r, &f) == 1; i++) {
        for (uint32_t k = 0; k < f.caplen; k++)
            sum = (uint8_t)(sum + f.data[k]);
        for (uint32_t k = 0; k < f.comment_len; k++)
            sum = (uint8_t)(sum + (uint8_t)f.comment[k]);
        if (e)
            wt_edit_frame(e, &f, "a comment", drop ? 0 : 9);
    }
    wt_edit_free(e);
    wt_reader_free(r);
    merge(path, &sum);
    survey(path);
    close(fd);
    return 0;
}
