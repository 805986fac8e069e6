/* read.c - wiretale read: a capture file's frames. */
#include "cmd/cmd.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wiretale/capture.h"
#include "wiretale/keylog.h"
#include "wiretale/print.h"

static int show(wt_reader *in, wt_printer *printer, wt_session *session, uint64_t limit) {
    wt_frame f;
    int got = 1;
    wt_printer_begin(printer);
    for (uint64_t n = 0; !limit || n < limit; n++) {
        got = wt_reader_next(in, &f);
        if (got != 1)
            break;
        wt_printer_frame(printer, wt_session_feed(session, &f));
    }
    wt_printer_end(printer);
    if (got < 0)
        fprintf(stderr, "wiretale: %s\n%s\n", wt_reader_problem(in)->text, wt_reader_problem(in)->hint);
    return got < 0 ? EXIT_INPUT : EXIT_OK;
}

static void secrets(void *keys, uint32_t type, const uint8_t *p, size_t n) {
    if (type == 0x544c534b)
        wt_keylog_add(keys, p, n);
}

int cmd_read(int argc, char **argv) {
    static const struct option longs[] = {{"keylog", required_argument, NULL, 'K'}, {0}};
    const char *file = NULL, *keylog = NULL, *format = "pdml";
    uint64_t limit = 0;
    int c;
    while ((c = getopt_long(argc, argv, "T:c:r:", longs, NULL)) != -1) {
        switch (c) {
        case 'T': format = optarg; break;
        case 'c': limit = strtoull(optarg, NULL, 10); break;
        case 'r': file = optarg; break;
        case 'K': keylog = optarg; break;
        default: return EXIT_USAGE;
        }
    }
    if (!file && optind < argc)
        file = argv[optind];
    wt_problem problem;
    wt_reader *in = wt_reader_open(file ? file : "-", &problem);
    if (!in) {
        fprintf(stderr, "wiretale: %s\n%s\n", problem.text, problem.hint);
        return EXIT_INPUT;
    }
    wt_keylog *keys = wt_keylog_new(NULL);
    int failed = keys && keylog ? wt_keylog_load(keys, keylog) : 0;
    if (failed) {
        fprintf(stderr, "wiretale: cannot read the key log %s: %s\n", keylog, strerror(failed));
        return EXIT_INPUT;
    }
    wt_options options = {.crypto = wt_keylog_ops(), .crypto_state = keys};
    wt_reader_on_secrets(in, secrets, keys);
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
    wt_keylog_free(keys);
    wt_reader_free(in);
    return status;
}
