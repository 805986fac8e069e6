/* live.c - wiretale live: frames as they come. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"

static const char help[] =
    "Examples\n"
    "  sudo wiretale live -i eth0                       every frame, explained\n"
    "  sudo wiretale live -q -i any -f 'tcp port 443'   a line a frame, of what the kernel lets through\n"
    "  sudo wiretale live -i eth0 -w out.pcapng         into a file\n"
    "  sudo wiretale live -i eth0 -w ring.pcapng -C 10 -W 5    the last 50 million bytes, in five files\n"
    "  sudo wiretale live -i eth0 -w %H-%M-%S.pcapng -G 60     a file a minute\n"
    "  unshare -Urn sh -c 'ip link set lo up; wiretale live -i lo'    no root: a network of one's own\n"
    "\n"
    "Usage: wiretale live -i INTERFACE [options]        Ctrl-C stops; nothing captured before it is lost\n"
    "\n"
    "  -i INTERFACE         where to listen; any is everywhere\n"
    "  -D                   list the interfaces\n"
    "  -f FILTER            a capture filter (man pcap-filter): what the kernel lets through\n"
    "  -s N                 keep N bytes of each frame\n"
    "  -w FILE              write a capture file: .pcap, or else pcapng; with -q also print\n"
    "  -F FORMAT            how -w writes: pcapng, pcap (microseconds), nsecpcap (nanoseconds)\n"
    "  -C SIZE              begin the next file when this one is larger: millions of bytes, or 64k, 5m, 1g; it is called\n"
    "                       FILE1, then FILE2, …\n"
    "  -G SECONDS           begin the next file when this one is older; FILE may hold %Y %m %d %H %M %S and the like\n"
    "                       (man strftime), or else each file takes the place of the one before\n"
    "  -W N                 with -C: no more than N files, FILE0 … ; the oldest is written over. With -G: stop after N\n"
    HELP_COUNT
    "  -Y --stream --from --to -T -e -E -q -V -x -t -d -N --keylog --explain --picture --show-secrets --color --width --ascii\n"
    "                       as for `wiretale read`\n"
    "\n"
    "Capturing needs rights; they are given up before the first frame is read.  How many frames were dropped is said\n"
    "at the end.\n"
    "\n"
    "Exit status: 0 all well; 1 an option that can't be meant; 2 the capture broke off; 3 the output could not be\n"
    "written; 4 no rights, or no such interface; 5 out of memory.\n";

/* A signal handler has no other way to find the capture. */
static wt_live *capturing;

static void stop(int signal_number) {
    (void)signal_number;
    wt_live_stop(capturing);
}

static void catch_signals(wt_live *l) {
    struct sigaction a = {.sa_handler = stop};
    capturing = l;
    sigaction(SIGINT, &a, NULL);
    sigaction(SIGTERM, &a, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static void list_one(void *user, const char *name, const char *description, bool up) {
    (void)user;
    printf("%-18s %-6s %s\n", name, up ? "up" : "down", description);
}

static int list(void) {
    wt_problem problem;
    return wt_live_list(list_one, NULL, &problem) ? STATUS_OK
                                                  : say_problem(STATUS_RIGHTS, problem.hint, "%s", problem.text);
}

static void report(wt_live *l, const run *r) {
    wt_live_stats s = wt_live_statistics(l);
    fprintf(stderr, "%llu frames captured, %llu shown or written, %llu dropped by the kernel, %llu by the interface\n",
            (unsigned long long)r->seen, (unsigned long long)r->shown, (unsigned long long)s.dropped,
            (unsigned long long)s.interface_dropped);
    if (r->turns)
        fprintf(stderr, "%llu files written in turns\n", (unsigned long long)r->turns->opened);
}

static int frames(run *r, wt_live *l) {
    wt_frame f;
    int got = 0;
    bool going = true;
    while (going && (!r->options->count || r->shown < r->options->count) && (got = wt_live_next(l, &f)) >= 0) {
        if (got == 1)
            going = run_frame(r, &f, wt_live_interface(l));
        else
            going = wt_out_flush(r->out) && (!r->writer || wt_writer_flush(r->writer)) &&
                    (!r->turns || !ring_is_over(r->turns, time(NULL)));
    }
    bool broke = wt_live_problem(l)->text[0] != 0;
    int status = run_finish(r, broke ? STATUS_INPUT : STATUS_OK);
    if (broke)
        say_problem(STATUS_INPUT, wt_live_problem(l)->hint, "%s", wt_live_problem(l)->text);
    if (r->turns && r->turns->problem.text[0])
        status = say_problem(STATUS_OUTPUT, r->turns->problem.hint, "%s", r->turns->problem.text);
    report(l, r);
    return status;
}

/* The first file, so that what can't be written is told at once. */
static int begin_turns(run *r, read_options *o) {
    r->turns = &o->turns;
    r->turns->name = o->write;
    r->turns->format = file_format(o->write, o->write_format);
    return ring_turn(r->turns, &r->writer, time(NULL)) ? 0
         : say_problem(STATUS_OUTPUT, r->turns->problem.hint, "%s", r->turns->problem.text);
}

static const command_syntax syntax = {
    .command = "live", .letters = ":i:f:s:Dw:F:C:G:W:T:Y:c:e:E:t:d:N:Vqxnh", .live = true,
    .too_many = "-f takes the capture filter, in quotes"};

int cmd_live(int argc, char **argv) {
    read_options o;
    run r = {0};
    wt_problem problem;
    int status = parse_options(&o, &syntax, NULL, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (o.list)
        return list();
    if (!o.interface)
        return say_problem(STATUS_USAGE, "`wiretale live -D` lists the interfaces.",
                           "live wants an interface: -i NAME");
    if ((status = run_check(&o)) != 0)
        return status;
    if ((status = ring_check(&o.turns, o.write)) != 0)
        return status;
    bool no_rights;
    wt_live *l = wt_live_open(&(wt_live_options){.interface = o.interface, .filter = o.capture_filter,
                                                 .snaplen = o.snaplen}, &no_rights, &problem);
    if (!l)
        return say_problem(no_rights || !o.capture_filter ? STATUS_RIGHTS : STATUS_USAGE, problem.hint, "%s",
                           problem.text);
    o.file = o.interface;
    status = run_start(&r, &o, NULL);
    if (!status && !wt_drop_privileges(&problem))
        status = say_problem(STATUS_RIGHTS, problem.hint, "%s", problem.text);
    if (!status && ring_used(&o.turns))
        status = begin_turns(&r, &o);
    if (!status) {
        catch_signals(l);
        status = frames(&r, l);
    }
    run_free(&r);
    wt_live_free(l);
    return status;
}
