/* fuzz_file.c - capture files of any bytes, from a memory file. */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "wiretale/capture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[64];
    wt_problem problem;
    wt_frame f;
    int fd = memfd_create("capture", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    wt_reader *r = wt_reader_open(path, &problem);
    volatile uint8_t sum = 0;
    for (int i = 0; r && i < 10000 && wt_reader_next(r, &f) == 1; i++) {
        for (uint32_t k = 0; k < f.caplen; k++)
            sum = (uint8_t)(sum + f.data[k]);
        for (uint32_t k = 0; k < f.comment_len; k++)
            sum = (uint8_t)(sum + (uint8_t)f.comment[k]);
    }
    wt_reader_free(r);
    close(fd);
    return 0;
}
