/* read.c - wiretale read: a capture file's frames. */
#include "cmd/cmd.h"

#include <getopt.h>
#include <pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wiretale/print.h"

static uint32_t linktype_of(int dlt) { return dlt == DLT_RAW ? 101 : (uint32_t)dlt; }

static int show(pcap_t *in, wt_printer *printer, wt_session *session, uint64_t limit) {
    struct pcap_pkthdr *h;
    const u_char *data;
    wt_frame f = {.linktype = linktype_of(pcap_datalink(in))};
    int got = 1;
    wt_printer_begin(printer);
    while ((!limit || f.number < limit) && (got = pcap_next_ex(in, &h, &data)) == 1) {
        f.data = data;
        f.caplen = h->caplen;
        f.len = h->len;
        f.number++;
        f.time_ns = (int64_t)h->ts.tv_sec * 1000000000 + h->ts.tv_usec;
        wt_printer_frame(printer, wt_session_feed(session, &f));
    }
    wt_printer_end(printer);
    return got == -1 ? EXIT_INPUT : EXIT_OK;
}

int cmd_read(int argc, char **argv) {
    static const struct option longs[] = {{"keylog", required_argument, NULL, 'K'}, {0}};
    const char *file = NULL, *format = "pdml";
    uint64_t limit = 0;
    int c;
    while ((c = getopt_long(argc, argv, "T:c:r:", longs, NULL)) != -1) {
        switch (c) {
        case 'T': format = optarg; break;
        case 'c': limit = strtoull(optarg, NULL, 10); break;
        case 'r': file = optarg; break;
        case 'K': break;
        default: return EXIT_USAGE;
        }
    }
    if (!file && optind < argc)
        file = argv[optind];
    char error[PCAP_ERRBUF_SIZE];
    pcap_t *in = pcap_open_offline_with_tstamp_precision(file ? file : "-", PCAP_TSTAMP_PRECISION_NANO, error);
    if (!in) {
        fprintf(stderr, "wiretale: %s\n", error);
        return EXIT_INPUT;
    }
    wt_options options = {0};
    wt_out *out = wt_out_new(1);
    wt_print_options print = {.capture_name = file};
    wt_printer *printer = out ? wt_printer_new(format, &print, out) : NULL;
    if (!printer) {
        fprintf(stderr, "wiretale: no output format %s\n", format);
        return EXIT_USAGE;
    }
    wt_printer_needs(printer, &options);
    wt_session *session = wt_session_new(&options);
    int status = session ? show(in, printer, session, limit) : EXIT_INPUT;
    wt_session_free(session);
    wt_printer_free(printer);
    wt_out_free(out);
    pcap_close(in);
    return status;
}
