/* fuzz_frames.c - frames of any bytes, several in a session, through every printer.
 * Input: link type (1 byte, an index), then frames of a length byte pair and their bytes. */
#include <stdlib.h>
#include <string.h>

#include "wiretale/keylog.h"
#include "wiretale/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(const uint8_t *data, size_t size, wt_session *s, wt_printer *p, uint32_t linktype) {
    wt_frame f = {.linktype = linktype};
    wt_printer_begin(p);
    while (size >= 2 && f.number < 64) {
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
        wt_printer_frame(p, wt_session_feed(s, &f));
        free(exact);
        data += n;
        size -= n;
    }
    wt_printer_end(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const uint32_t linktypes[] = {1, 101, 113, 276, 0, 127, 105, 9};
    static const char *const formats[] = {"text", "json", "pdml", "hex"};
    if (size < 2)
        return 0;
    wt_keylog *keys = wt_keylog_new(NULL);
    wt_out *out = wt_out_new(-1);
    wt_print_options o = {.explain = WT_EXPLAIN_FULL,
                          .detail = data[0] & 0x40 ? WT_DETAIL_EVERYTHING : WT_DETAIL_STORY};
    wt_printer *p = out ? wt_printer_new(formats[data[0] >> 4 & 3], &o, out) : NULL;
    wt_options options = {.crypto = wt_keylog_ops(), .crypto_state = keys, .codec = wt_codecs()};
    if (p && keys) {
        wt_printer_needs(p, &options);
        wt_session *s = wt_session_new(&options);
        if (s)
            read_all(data + 1, size - 1, s, p, linktypes[data[0] & 7]);
        wt_session_free(s);
    }
    wt_printer_free(p);
    wt_out_free(out);
    wt_keylog_free(keys);
    return 0;
}
