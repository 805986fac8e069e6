/* ladder.c - wiretale ladder: a capture as a sequence diagram. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/output.h"
#include "cmd/run.h"
#include "tell/ladder.h"

static const char help[] =
    "Examples\n"
    "  wiretale ladder capture.pcap                    who said what to whom, as a sequence diagram\n"
    "  wiretale ladder FILE --level app                only what applications said\n"
    "  wiretale ladder FILE --level tcp --scale        every segment with its numbers, time to scale\n"
    "  wiretale ladder FILE -T svg -o talk.svg         for a slide; also mermaid, json, prose\n"
    "  wiretale ladder FILE --stream 3                 one connection\n"
    "  wiretale ladder FILE --keylog keys.log          with what was said inside TLS\n"
    "\n"
    "Usage: wiretale ladder [options] FILE\n"
    "\n"
    "Hosts are columns, in the order of the path; time goes down. Acknowledgments are folded into what they acknowledge,\n"
    "parts into the message they belong to; what was lost or sent again is drawn so. A packet that several capture points\n"
    "saw is one arrow. Long captures are folded in the middle.\n"
    "\n"
    "  --level tcp|tls|app  how much: every segment; connections, TLS and messages (this is usual); only messages\n"
    "  --scale              time to scale\n"
    "  --all                nothing folded\n"
    "  -T text|svg|mermaid|json|prose     prose is for those who can't see a drawing\n"
    "  -o FILE              write to FILE, which appears whole or not at all\n"
    HELP_CHOOSE HELP_COUNT
    "  -N KINDS             names for addresses, as for `wiretale read`\n"
    HELP_DECODE HELP_KEYLOG
    "  --ascii, --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen; 1 an option that can't be meant; 2 the file can't be read or is\n"
    "broken (what was read is shown); 3 the output could not be written; 5 out of memory.\n";

enum { O_LEVEL = OWN_OPTION, O_SCALE, O_ALL };

typedef struct drawing {
    read_options o;
    wt_ladder_options how;
    wt_tale *tale;
    int status;
} drawing;

static int own(void *user, int option, const char *value) {
    drawing *d = user;
    static const char *const levels[] = {"tcp", "tls", "app"};
    if (option == O_SCALE)
        d->how.scale = true;
    if (option == O_ALL)
        d->how.all = true;
    for (int i = 0; option == O_LEVEL && i < 3; i++)
        if (strcmp(value, levels[i]) == 0) {
            d->how.level = (enum wt_level)i;
            return 0;
        }
    return option == O_LEVEL ? say_problem(STATUS_USAGE, "tcp, tls or app", "--level does not know %s", value) : 0;
}

static void needs(void *user, wt_options *session) { wt_tale_needs(((drawing *)user)->tale, session); }
static void tape(void *user, const wt_tape *t) { wt_tale_tape(((drawing *)user)->tale, t); }

typedef void writer(const wt_ladder *l, wt_out *out);

static writer *find_writer(const char *format) {
    static const struct { const char *name; writer *write; } formats[] = {
        {"text", wt_ladder_text}, {"svg", wt_ladder_svg}, {"mermaid", wt_ladder_mermaid}, {"json", wt_ladder_json},
        {"prose", wt_ladder_prose}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(format, formats[i].name) == 0)
            return formats[i].write;
    return NULL;
}

/* While the names are still there. */
static void done(void *user) {
    drawing *d = user;
    const read_options *o = &d->o;
    d->how.width = strcmp(o->format, "text") == 0 ? (unsigned)o->print.width : 0;
    d->how.ascii = o->print.ascii;
    d->how.color = o->print.color && !o->folder;
    d->how.title = o->file;
    d->how.names = o->print.names;
    wt_tale_end(d->tale);
    wt_ladder *l = wt_ladder_new(d->tale, &d->how);
    output out;
    if (!l || l->out_of_memory || d->tale->out_of_memory) {
        d->status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    } else if (!l->count && strcmp(o->format, "json") != 0) {
        if (!o->nothing_selected)
            fprintf(stderr, "wiretale: nothing to draw: %s in %s\n",
                    !d->tale->frames       ? "there is no frame"
                    : d->tale->event_count ? "no message of this level is (try --level tls)"
                                           : "no frame has a sender and a receiver",
                    o->file);
    } else if ((d->status = output_open(&out, o->folder)) == 0) {
        find_writer(o->format)(l, out.to);
        d->status = output_close(&out);
    }
    wt_ladder_free(l);
}

int cmd_ladder(int argc, char **argv) {
    static const struct option longs[] = {{"level", required_argument, NULL, O_LEVEL},
                                          {"scale", no_argument, NULL, O_SCALE}, {"all", no_argument, NULL, O_ALL},
                                          {NULL, 0, NULL, 0}};
    static const command_syntax syntax = {
        .command = "ladder", .letters = ":r:o:T:Y:c:d:N:nh", .own_formats = true, .too_many = "one file at a time",
        .longs = longs, .own = own};
    drawing *d = calloc(1, sizeof *d);
    if (!d)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    d->how.level = WT_LEVEL_TLS;
    int status = parse_options(&d->o, &syntax, d, argc, argv);
    if (!status && d->o.help)
        help_print(help, stdout);
    else if (!status && !d->o.file)
        status = say_problem(STATUS_USAGE, "wiretale ladder capture.pcap; - reads standard input",
                             "the ladder of what?");
    else if (!status && !find_writer(d->o.format))
        status = say_problem(STATUS_USAGE, "text, svg, mermaid, json or prose", "there is no output format %s",
                             d->o.format);
    else if (!status && !(d->tale = wt_tale_new()))
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    else if (!status) {
        run_visitor visit = {.needs = needs, .tape = tape, .done = done, .user = d};
        status = run_file(&d->o, &visit);
        status = d->status ? d->status : status;
    }
    wt_tale_free(d->tale);
    free(d);
    return status;
}
