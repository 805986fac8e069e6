/* fuzz_frames.c - frames of any bytes, several in a session, through every printer.
 * Input: as frames.h has it. */
#include "frames.h"
#include "wiretale/keylog.h"
#include "wiretale/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(frames *in, wt_session *s, wt_printer *p) {
    wt_printer_begin(p);
    while (next_frame(in))
        wt_printer_frame(p, wt_session_feed(s, &in->f));
    wt_printer_end(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const formats[] = {"text", "json", "pdml", "hex"};
    if (size < 2)
        return 0;
    frames in = frames_of(data, size);
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
            read_all(&in, s, p);
        wt_session_free(s);
    }
    wt_printer_free(p);
    wt_out_free(out);
    wt_keylog_free(keys);
    return 0;
}
