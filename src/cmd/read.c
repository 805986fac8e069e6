/* read.c - wiretale read: a capture file's frames. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/run.h"

static const char help[] =
    "Examples\n"
    "  wiretale read capture.pcap                      every frame, explained\n"
    "  wiretale read -q capture.pcapng                 a line a frame\n"
    "  wiretale read --picture FILE                    with a picture of each header\n"
    "  wiretale read -V -c 1 --explain full FILE       every field of the first frame, with its RFC\n"
    "  wiretale read -q -N ds FILE                     with names that DNS answers and TLS told before\n"
    "  wiretale read --keylog keys.log FILE            TLS opened by a key log\n"
    "  wiretale read -T fields -e ip.src -e dns.qry.name FILE\n"
    "  tcpdump -w - -i lo | wiretale read -            from standard input\n"
    "\n"
    "Usage: wiretale read [options] [FILE]             FILE is pcap, pcapng or snoop, also gzipped; - is standard input\n"
    "\n"
    "  -r FILE              the same as FILE\n"
    "  -c N                 stop after N frames\n"
    "  -T FORMAT            text (default), json, pdml, fields, hex\n"
    "  -Y FILTER            only frames that a display filter chooses: \"tcp.port == 443 && !tcp.analysis.flags\"\n"
    "  -w FILE              write the frames to a capture file instead: .pcap, or else pcapng\n"
    "  -e FIELD             a column of -T fields; may be repeated\n"
    "  -E KEY=VALUE         for -T fields: separator, aggregator, quote, header, occurrence\n"
    "  -q                   a line a frame\n"
    "  -V                   every field, not only those that tell the story\n"
    "  -x                   the bytes in hex after each frame\n"
    "  --picture            draw each header as the RFCs do, with its values inside\n"
    "  -t r|d|dd|e|a|ad|u|ud  time: since the first frame, the one before, the one shown before; epoch; UTC\n"
    "  -d TABLE==N,PROTO    decode as: tcp.port==8080,http\n"
    "  -N LETTERS           names: m MAC addresses, n IP addresses, t ports (from /etc and the capture file);\n"
    "                       d IP addresses from DNS answers, s from TLS server names; no server is ever asked\n"
    "  -n                   no names; the default\n"
    "  --keylog FILE        TLS secrets, as SSLKEYLOGFILE makes them\n"
    "  --show-secrets       passwords, tokens and cookies in full; text shortens them otherwise\n"
    "  --explain none|brief|full   how much to say about each field\n"
    "  --color auto|always|never   NO_COLOR is honoured\n"
    "  --width N            columns of the text; the terminal's, or 100 (and lines of -q are not cut)\n"
    "  --ascii              draw with ASCII only\n"
    "\n"
    "Exit status: 0 all well; 1 an option that can't be meant; 2 the file can't be read or is broken (all whole frames\n"
    "are shown); 3 the output could not be written; 5 out of memory.\n";

static void secrets(void *user, uint32_t type, const uint8_t *p, size_t n) {
    enum { TLS_KEY_LOG = 0x544c534b };
    run *r = user;
    if (type == TLS_KEY_LOG)
        wt_keylog_add(r->keys, p, n);
    if (r->writer)
        wt_writer_secrets(r->writer, type, p, n);
}

static void name(void *user, const uint8_t *address, size_t length, const char *text) {
    run *r = user;
    wt_names_add(r->names, address, length, text, strlen(text));
}

static int frames(run *r, wt_reader *in) {
    const read_options *o = r->options;
    wt_frame f;
    int got = 1;
    for (uint64_t n = 0; !o->count || n < o->count; n++) {
        got = wt_reader_next(in, &f);
        if (got != 1 || !run_frame(r, &f, wt_reader_interface(in, f.interface)))
            break;
    }
    int status = run_finish(r, got < 0 ? STATUS_INPUT : STATUS_OK);
    if (got < 0)
        say_problem(STATUS_INPUT, wt_reader_problem(in)->hint, "%s: %s", o->file, wt_reader_problem(in)->text);
    return status;
}

int cmd_read(int argc, char **argv) {
    read_options o;
    run r = {0};
    wt_problem problem;
    int status = parse_read_options(&o, false, argc, argv);
    if (status)
        return status;
    if (o.help) {
        fputs(help, stdout);
        return STATUS_OK;
    }
    if (!o.file)
        return say_problem(STATUS_USAGE, "wiretale read capture.pcap; - reads standard input", "read what?");
    signal(SIGPIPE, SIG_IGN);              /* a reader that has gone ends the work quietly, with status 0 */
    wt_reader *in = wt_reader_open(o.file, &problem);
    if (!in)
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    status = run_start(&r, &o);
    if (!status) {
        wt_reader_on_secrets(in, secrets, &r);
        if (r.names)
            wt_reader_on_name(in, name, &r);
        status = frames(&r, in);
    }
    run_free(&r);
    wt_reader_free(in);
    return status;
}
