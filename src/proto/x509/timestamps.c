/* timestamps.c - signed certificate timestamps: what public logs say to have seen the certificate (RFC 6962). */
#include "proto/x509/parts.h"

static void one(wt_cur *c) {
    uint32_t n = (uint32_t)wt_look(c, 0, 2);
    wt_node node = wt_begin(c, F_SCT, 2 + n);
    wt_take(c, F_SCT_LEN);
    wt_cur t = wt_sub(c, n);
    wt_take(&t, F_SCT_VERSION);
    wt_take_bytes(&t, F_SCT_LOG, 32);
    if (wt_need(&t, 8)) {
        wt_emit_u(&t, F_SCT_TIME, t.pos, 8, wt_look(&t, 0, 8) * 1000000);
        wt_skip(&t, 8);
    }
    n = (uint32_t)wt_take(&t, F_SCT_EXTS_LEN);
    if (n && !t.fail) {
        wt_end(&t, wt_begin(&t, F_SCT_EXTS, n));
        wt_skip(&t, n);
    }
    wt_take(&t, F_SCT_SIG);
    n = (uint32_t)wt_take(&t, F_SCT_SIG_LEN);
    if (n)
        wt_take_bytes(&t, F_SCT_SIGNATURE, n);
    wt_end(c, node);
}

void wt_x509_timestamps(wt_cur *c) {
    wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_SCTS_LEN));
    while (wt_left(&list) && !list.fail)
        one(&list);
}
