/* read.c - wiretale read: a capture file's frames. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/options.h"
#include "wiretale/capture.h"
#include "wiretale/filter.h"
#include "wiretale/keylog.h"

static const char help[] =
    "Examples\n"
    "  wiretale read capture.pcap                      every frame, explained\n"
    "  wiretale read -q capture.pcapng                 a line a frame\n"
    "  wiretale read -V -c 1 --explain full FILE       every field of the first frame, with its RFC\n"
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
    "  -e FIELD             a column of -T fields; may be repeated\n"
    "  -E KEY=VALUE         for -T fields: separator, aggregator, quote, header, occurrence\n"
    "  -q                   a line a frame\n"
    "  -V                   every field, not only those that tell the story\n"
    "  -x                   the bytes in hex after each frame\n"
    "  -t r|d|dd|e|a|ad|u|ud  time: since the first frame, the one before, the one shown before; epoch; UTC\n"
    "  -d TABLE==N,PROTO    decode as: tcp.port==8080,http\n"
    "  -n                   look up no names; the default\n"
    "  --keylog FILE        TLS secrets, as SSLKEYLOGFILE makes them\n"
    "  --explain none|brief|full   how much to say about each field\n"
    "  --color auto|always|never   NO_COLOR is honoured\n"
    "  --width N            columns of the text; the terminal's, or 100\n"
    "  --ascii              draw with ASCII only\n"
    "\n"
    "Exit status: 0 all well; 1 an option that can't be meant; 2 the file can't be read or is broken (all whole frames\n"
    "are shown); 3 the output could not be written; 5 out of memory.\n";

static void secrets(void *keys, uint32_t type, const uint8_t *p, size_t n) {
    enum { TLS_KEY_LOG = 0x544c534b };
    if (type == TLS_KEY_LOG)
        wt_keylog_add(keys, p, n);
}

typedef struct run {
    wt_reader *in;
    wt_keylog *keys;
    wt_out *out;
    wt_printer *printer;
    wt_session *session;
    wt_filter *filter;
} run;

/* The filter's error with the place marked under it. */
static int filter_problem(const char *text, const wt_filter_problem *p) {
    fprintf(stderr, "wiretale: %s\n  %s\n  %*s", p->text, text, (int)p->position, "");
    for (uint32_t i = 0; i < p->length; i++)
        fputc('^', stderr);
    fprintf(stderr, p->hint[0] ? "\nHint: %s\n" : "\n", p->hint);
    return STATUS_USAGE;
}

static int load_keys(run *r, const char *path) {
    size_t line;
    int failed = wt_keylog_load(r->keys, path);
    if (failed)
        return say_problem(STATUS_INPUT, "--keylog wants the file that SSLKEYLOGFILE named.", "cannot read the key log %s: %s",
                           path, strerror(failed));
    size_t bad = wt_keylog_bad_lines(r->keys, &line);
    if (bad)
        fprintf(stderr, "wiretale: %zu lines of the key log %s can't be understood, the first is line %zu\n", bad, path, line);
    return 0;
}

static int frames(run *r, const read_options *o) {
    wt_frame f;
    int got = 1;
    wt_printer_begin(r->printer);
    for (uint64_t n = 0; (!o->count || n < o->count) && !wt_out_error(r->out); n++) {
        got = wt_reader_next(r->in, &f);
        if (got != 1)
            break;
        const wt_tape *tape = wt_session_feed(r->session, &f);
        if (!r->filter || wt_filter_match(r->filter, tape))
            wt_printer_frame(r->printer, tape);
        else
            wt_printer_skip(r->printer, &f);
    }
    wt_printer_end(r->printer);
    int error = wt_out_error(r->out);
    if (error && error != EPIPE)
        return say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(error));
    if (got < 0)
        return say_problem(STATUS_INPUT, wt_reader_problem(r->in)->hint, "%s: %s", o->file, wt_reader_problem(r->in)->text);
    return STATUS_OK;
}

static int start(run *r, read_options *o) {
    wt_problem problem;
    wt_filter_problem wrong;
    r->filter = o->filter ? wt_filter_new(o->filter, &wrong) : NULL;
    if (o->filter && !r->filter)
        return filter_problem(o->filter, &wrong);
    r->in = wt_reader_open(o->file, &problem);
    if (!r->in)
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    r->keys = wt_keylog_new(NULL);
    r->out = wt_out_new(1);
    o->print.capture_name = o->file;
    r->printer = r->out ? wt_printer_new(o->format, &o->print, r->out) : NULL;
    if (!r->keys || !r->printer)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int bad = o->keylog ? load_keys(r, o->keylog) : 0;
    if (bad)
        return bad;
    wt_reader_on_secrets(r->in, secrets, r->keys);
    wt_options session = {.crypto = wt_keylog_ops(), .crypto_state = r->keys,
                          .decode_as = o->decode, .decode_as_count = o->decode_count};
    wt_printer_needs(r->printer, &session);
    if (r->filter && !wt_filter_needs(r->filter, &session))
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    r->session = wt_session_new(&session);
    return r->session ? frames(r, o) : say_problem(STATUS_MEMORY, NULL, "out of memory");
}

int cmd_read(int argc, char **argv) {
    static read_options o;
    int status = parse_read_options(&o, argc, argv);
    if (status)
        return status;
    if (o.help) {
        fputs(help, stdout);
        return STATUS_OK;
    }
    if (!o.file)
        return say_problem(STATUS_USAGE, "wiretale read capture.pcap; - reads standard input", "read what?");
    signal(SIGPIPE, SIG_IGN);              /* a reader that has gone ends the work quietly, with status 0 */
    run r = {0};
    status = start(&r, &o);
    wt_session_free(r.session);
    wt_printer_free(r.printer);
    wt_out_free(r.out);
    wt_keylog_free(r.keys);
    wt_filter_free(r.filter);
    wt_reader_free(r.in);
    return status;
}
