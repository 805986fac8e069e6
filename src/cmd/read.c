/* read.c - wiretale read: a capture file's frames. */
#include <sched.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"

static const char help[] =
    "Examples\n"
    "  wiretale read capture.pcap                      every frame, explained\n"
    "  wiretale read -q capture.pcapng                 a line a frame\n"
    "  wiretale read --picture FILE                    with a picture of each header\n"
    "  wiretale read -V -c 1 --explain full FILE       every field of the first frame, with its RFC\n"
    "  wiretale read -q --stream tcp:3 --from 1.5 FILE   one connection, from 1.5 seconds on\n"
    "  wiretale read -q -N ds FILE                     with names that DNS answers and TLS told before\n"
    "  wiretale read --keylog keys.log FILE            TLS opened by a key log\n"
    "  wiretale read -T fields -e ip.src -e dns.qry.name FILE\n"
    "  wiretale read -T ndjson FILE | duckdb -c \"select count(*) from read_json('/dev/stdin')\"\n"
    "  tcpdump -w - -i lo | wiretale read -            from standard input\n"
    "  wiretale read -q --follow FILE                  what is in the file, and what comes; Ctrl-C ends\n"
    "\n"
    "Usage: wiretale read [options] [FILE]     FILE: pcap, pcapng, snoop, also as .gz, .zst; - is standard input\n"
    "\n"
    "  -r FILE              the same as FILE\n"
    HELP_COUNT
    "  -T FORMAT            text (default), json, ndjson (an object a line), pdml, fields, hex\n"
    "  -Y FILTER            only frames that a display filter chooses: \"tcp.port == 443 && !tcp.analysis.flags\"\n"
    HELP_CHOOSE_STREAM
    "  --follow             go on when the file ends, as it still grows; another file of that name is read from its\n"
    "                       beginning, which is said\n"
    "  -w FILE              write the frames to a capture file instead: .pcap, or else pcapng; all that the frames' file says\n"
    "                       beside them comes along (`wiretale convert --help`)\n"
    "  -F FORMAT            how -w writes: pcapng, pcap, nsecpcap\n"
    "  --json               the same as -T json\n"
    "  -e FIELD             a column of -T fields or ndjson; may be repeated\n"
    "  -E KEY=VALUE         for -T fields: separator, aggregator, quote, header, occurrence\n"
    "  -q                   a line a frame\n"
    "  -V                   every field, not only those that tell the story\n"
    "  -x                   the bytes in hex after each frame\n"
    "  --picture            draw each header as the RFCs do, with its values inside\n"
    "  -t r|d|dd|e|a|ad|adoy  time: since the first frame, the one before, the one shown before; since 1970; of the\n"
    "                       day, with the date, with the day of the year (UTC; u, ud, udoy are the same)\n"
    HELP_DECODE
    "  -N LETTERS           names: m MAC addresses, n IP addresses, t ports (from /etc and the capture file);\n"
    "                       d IP addresses from DNS answers, s from TLS server names; no server is ever asked\n"
    "  -n                   no names; the default\n"
    HELP_KEYLOG
    "  --show-secrets       passwords, tokens and cookies in full; text shortens them otherwise\n"
    "  --rsa-key FILE       the server's RSA private key (PEM): opens TLS 1.2 and earlier with RSA key exchange\n"
    "  --explain none|brief|full   how much to say about each field\n"
    "  --color auto|always|never   NO_COLOR is honoured\n"
    "  --width N            columns of the text; the terminal's, or 100 (and lines of -q are not cut)\n"
    "  --ascii              draw with ASCII only\n"
    "  --threads N          so many threads share the conversations, or write pages of a single one; the output is\n"
    "                       the same.  For files of 2 MiB and more as many as there are processors, at most 4\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken (all whole frames are shown); 3 the output could not be written; 5 out of memory.\n";

enum { O_FOLLOW = OWN_OPTION, O_THREADS };
enum { MOST_THREADS = 16, USUAL_THREADS = 4 };

static const struct option longs[] = {{"follow", no_argument, NULL, O_FOLLOW},
                                      {"threads", required_argument, NULL, O_THREADS}, {NULL, 0, NULL, 0}};

static int own(void *user, int option, const char *value) {
    read_options *o = user;
    uint64_t v = 0;
    int bad = 0;
    if (option == O_THREADS)
        bad = parse_number("--threads", value, 1, MOST_THREADS, &v);
    else
        o->follow = true;
    if (v)
        o->print.threads = (unsigned)v;
    o->threads_said |= v > 0;
    return bad;
}

/* One for each processor that may be used.  More than a few bring little: each of them reads the whole file. */
static unsigned usual_threads(void) {
    cpu_set_t mine;
    if (sched_getaffinity(0, sizeof mine, &mine) != 0)
        return 1;
    int cores = CPU_COUNT(&mine);
    return cores > USUAL_THREADS ? USUAL_THREADS : (unsigned)cores;
}

static const command_syntax syntax = {
    .command = "read", .letters = ":r:w:F:T:Y:c:e:E:t:d:N:Vqxnh", .too_many = "one file at a time", .longs = longs,
    .own = own};

int cmd_read(int argc, char **argv) {
    read_options o;
    int status = parse_options(&o, &syntax, &o, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!o.file)
        return say_problem(STATUS_USAGE, "wiretale read capture.pcap; - reads standard input", "read what?");
    if (!o.print.threads)
        o.print.threads = usual_threads();
    if (o.follow && strcmp(o.file, "-") == 0)
        return say_problem(STATUS_USAGE, "leave out --follow", "standard input is waited for anyhow");
    return run_file(&o, NULL);
}
