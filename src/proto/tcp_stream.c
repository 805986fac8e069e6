/* tcp_stream.c - segments put in order: the stream of bytes that each side sent. */
#include "proto/tcp.h"

void wt_tcp_deliver(wt_cur *c, tcp_segment *g) {
    (void)g;
    if (wt_left(c))
        wt_run(c, WT_P_DATA);
}
