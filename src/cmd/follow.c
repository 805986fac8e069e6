/* follow.c - wiretale follow: one stream's bytes. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"
#include "tell/follow.h"

static const char help[] =
    "Examples\n"
    "  wiretale follow capture.pcap tcp,0              what both ends of the first TCP connection sent\n"
    "  wiretale follow FILE tls,3 --keylog keys.log    the plaintext inside TLS\n"
    "  wiretale follow FILE http,3                     requests and responses, bodies decompressed\n"
    "  wiretale follow FILE http2,3,1                  stream 1 of an HTTP/2 connection\n"
    "  wiretale follow FILE websocket,3                messages, unmasked and joined\n"
    "  wiretale follow FILE tcp,0 -T hex               bytes in hex\n"
    "  wiretale follow FILE http,3 --side 2 -T raw -w page.html\n"
    "\n"
    "Usage: wiretale follow [options] FILE PROTOCOL,NUMBER[,STREAM]\n"
    "       NUMBER is the connection's (tcp.stream); `wiretale flows FILE` lists them\n"
    "\n"
    "  -T FORMAT            text (default), hex, raw, json\n"
    "  -w FILE              write to FILE; it appears when it is whole\n"
    "  --side 1|2           only what the first or the second side sent; the first opened the connection\n"
    "  -Y FILTER            only from frames that a display filter chooses\n"
    "  --from T, --to T     only of a time: seconds since the first frame, or UTC: 13:39:45.9, 2026-11-24T13:39:45Z\n"
    "  -c N                 stop after N frames of the capture\n"
    HELP_DECODE HELP_KEYLOG
    "  --color auto|always|never, --ascii\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant, or there is\n"
    "no such stream; 2 the file can't be read or is broken; 3 the output could not be written; 5 out of memory.\n";

enum { O_SIDE = OWN_OPTION };

typedef struct follow_options {
    wt_follow_options follow;
    char part[1024];                       /* the file while it is being written */
} follow_options;

static int own(void *user, int option, const char *value) {
    follow_options *f = user;
    (void)option;
    if (strcmp(value, "1") != 0 && strcmp(value, "2") != 0)
        return say_problem(STATUS_USAGE, "--side 1 is the side that opened the connection, --side 2 the other.",
                           "--side does not know %s", value);
    f->follow.dir = value[0] - '1';
    return 0;
}

/* "http2,3,1": false if it can't be meant. */
static bool parse_stream(const char *text, wt_follow_options *f) {
    char name[32], *end;
    const char *comma = strpbrk(text, ",:");
    if (!comma || (size_t)(comma - text) >= sizeof name)
        return false;
    memcpy(name, text, (size_t)(comma - text));
    name[comma - text] = 0;
    f->proto = wt_protocol_find(name);
    f->substream = -1;
    if (f->proto < 0 || comma[1] < '0' || comma[1] > '9')
        return false;
    f->flow = (uint32_t)strtoul(comma + 1, &end, 10);
    if ((*end == ',' || *end == ':') && end[1] >= '0' && end[1] <= '9')
        f->substream = (int64_t)strtoul(end + 1, &end, 10);
    return *end == 0;
}

static int set_form(const char *name, wt_follow_options *f) {
    static const char *const names[] = {"text", "hex", "raw", "json"};
    for (int i = 0; i < 4; i++)
        if (strcmp(name, names[i]) == 0) {
            f->form = (enum wt_follow_form)i;
            return 0;
        }
    return say_problem(STATUS_USAGE, "text, hex, raw or json", "there is no format %s", name);
}

static void needs(void *user, wt_options *session) {
    (void)user;
    wt_follow_needs(session);
}

static void tape(void *user, const wt_tape *t) { wt_follow_tape(user, t); }

static int follow(read_options *o, follow_options *f, FILE *file) {
    wt_out *out = wt_out_new(file ? fileno(file) : 1);
    wt_follow *x = out ? wt_follow_new(&f->follow, out) : NULL;
    int status = STATUS_MEMORY;
    if (!x) {
        say_problem(status, NULL, "out of memory");
    } else {
        run_visitor visit = {.needs = needs, .tape = tape, .user = x};
        status = run_file(o, &visit);
        if (!wt_follow_end(x) && !status && !o->nothing_selected)
            status = say_problem(STATUS_USAGE, "`wiretale flows FILE` lists what there is.", "there is no %s in %s%s",
                                 o->operand[0], o->filter || select_range(&o->select) ? "the chosen frames of " : "",
                                 o->file);
        if (!wt_out_flush(out) && wt_out_error(out) != EPIPE)
            status = say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(wt_out_error(out)));
    }
    wt_follow_free(x);
    wt_out_free(out);
    return status;
}

/* The output appears under its name when it is whole. */
static int follow_to_file(read_options *o, follow_options *f, const char *path) {
    int n = snprintf(f->part, sizeof f->part, "%s.part", path);
    FILE *file = n > 0 && (size_t)n < sizeof f->part ? fopen(f->part, "wx") : NULL;
    if (!file)
        return say_problem(STATUS_OUTPUT, "Check the folder, and that there is no file of that name.",
                           "cannot write %s: %s", f->part, strerror(errno));
    int status = follow(o, f, file);
    bool written = fclose(file) == 0;
    if (status == STATUS_OK || status == STATUS_INPUT) {
        if (written && rename(f->part, path) == 0)
            return status;
        status = say_problem(STATUS_OUTPUT, NULL, "cannot write %s: %s", path, strerror(errno));
    }
    unlink(f->part);
    return status;
}

int cmd_follow(int argc, char **argv) {
    static const struct option longs[] = {{"side", required_argument, NULL, O_SIDE}, {NULL, 0, NULL, 0}};
    static const command_syntax syntax = {
        .command = "follow", .letters = ":r:w:T:Y:c:d:nh", .own_formats = true, .operands = 1,
        .too_many = "one file, one stream: follow FILE tcp,0", .longs = longs, .own = own};
    read_options o;
    follow_options f = {.follow = {.dir = -1}};
    int status = parse_options(&o, &syntax, &f, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!o.file || !o.operands)
        return say_problem(STATUS_USAGE, "wiretale follow capture.pcap tcp,0",
                           o.file ? "follow which stream?" : "follow what?");
    if (!parse_stream(o.operand[0], &f.follow))
        return say_problem(STATUS_USAGE, "for example tcp,0, tls,3, http,3, http2,3,1 or websocket,3",
                           "%s names no stream", o.operand[0]);
    status = set_form(o.format, &f.follow);
    if (status)
        return status;
    if (f.follow.form == WT_FOLLOW_RAW && !o.write && isatty(1))
        return say_problem(STATUS_USAGE, "add -w FILE, or > FILE", "raw bytes could upset a terminal");
    f.follow.color = o.print.color && !o.write;
    f.follow.ascii = o.print.ascii;
    f.follow.width = o.print.width;
    const char *path = o.write;
    o.write = NULL;
    return path && strcmp(path, "-") != 0 ? follow_to_file(&o, &f, path) : follow(&o, &f, NULL);
}
