/* flows.c - wiretale flows: a line for each conversation. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"
#include "tell/flows.h"

static const char help[] =
    "Examples\n"
    "  wiretale flows capture.pcap                     who spoke with whom, what, how much and how well\n"
    "  wiretale flows FILE --keylog keys.log           what was spoken inside TLS, too\n"
    "  wiretale flows FILE -Y \"ip.addr == 10.0.0.2\"    only what these frames say\n"
    "  wiretale flows FILE --json\n"
    "\n"
    "Usage: wiretale flows [options] FILE\n"
    "\n"
    "A line says: the number (tcp.stream, udp.stream), what was spoken (highest first), who began, with whom; packets and\n"
    "bytes of frames there and back; the round trip of the handshake; segments sent again; how long; how it ended. Clients\n"
    "that ask for the same thing again and again are named below it: short or long polling, with the times that say so.\n"
    "\n"
    "  --json               the same for programs, and more\n"
    HELP_CHOOSE HELP_COUNT HELP_DECODE HELP_KEYLOG
    "  --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken (what was read is shown); 3 the output could not be written; 5 out of memory.\n";

static void needs(void *user, wt_options *session) { wt_flows_needs(user, session); }
static void tape(void *user, const wt_tape *t) { wt_flows_tape(user, t); }

static int print(wt_flows *f, const read_options *o, int status) {
    wt_out *out = wt_out_new(1);
    if (!out || f->out_of_memory) {
        wt_out_free(out);
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    }
    if (o->json)
        wt_flows_json(f, out);
    else if (f->frames)
        wt_flows_print(f, out, &o->print);
    else if (!o->nothing_selected)
        fprintf(stderr, "wiretale: there is no frame in %s\n", o->file);
    if (!wt_out_flush(out) && wt_out_error(out) != EPIPE)
        status = say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(wt_out_error(out)));
    wt_out_free(out);
    return status;
}

int cmd_flows(int argc, char **argv) {
    static const command_syntax syntax = {
        .command = "flows", .letters = ":r:Y:c:d:nh", .own_formats = true, .too_many = "one file at a time"};
    read_options o;
    int status = parse_options(&o, &syntax, NULL, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!o.file)
        return say_problem(STATUS_USAGE, "wiretale flows capture.pcap; - reads standard input", "the flows of what?");
    wt_flows *f = wt_flows_new();
    if (!f)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    run_visitor visit = {.needs = needs, .tape = tape, .user = f};
    status = run_file(&o, &visit);
    if (status == STATUS_OK || status == STATUS_INPUT)
        status = f->frames || status == STATUS_OK ? print(f, &o, status) : status;
    wt_flows_free(f);
    return status;
}
