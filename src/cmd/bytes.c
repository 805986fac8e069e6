/* bytes.c - wiretale bytes: what every byte of a capture was for. */
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/output.h"
#include "cmd/run.h"
#include "tell/ledger.h"

static const char help[] =
    "Examples\n"
    "  wiretale bytes capture.pcap                     what every byte on the wire was for\n"
    "  wiretale bytes FILE --by connection             the same for each conversation\n"
    "  wiretale bytes FILE --by message                heads, framing and content of each message\n"
    "  wiretale bytes FILE --keylog keys.log           with what is inside TLS\n"
    "  wiretale bytes FILE --stream tcp:3              one connection\n"
    "  wiretale bytes FILE -o bytes.svg                for a slide\n"
    "\n"
    "Usage: wiretale bytes [options] FILE\n"
    "\n"
    "Each byte is on one line, that of the innermost protocol that it belongs to, and the lines add up to the capture. What\n"
    "HTTP/2 (HPACK), content codings and WebSocket compressed is counted as it was sent; beside it stands what it expands\n"
    "to: header fields as HTTP/1 would write them. A message counts where it becomes whole.\n"
    "\n"
    "  --by layer|connection|message      layer is usual\n"
    "  -T text|svg|json     -o FILE.svg and FILE.json choose by themselves; json tells all three\n"
    "  -o FILE              write to FILE, which appears whole or not at all\n"
    HELP_CHOOSE HELP_COUNT HELP_DECODE HELP_KEYLOG
    "  --json, --ascii, --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken (what was read is counted); 3 the output could not be written; 5 out of memory.\n";

enum { O_BY = OWN_OPTION };

typedef void writer(const wt_ledger *l, const wt_ledger_print *how);

typedef struct counting {
    read_options o;
    enum wt_ledger_by by;
    wt_ledger *ledger;
} counting;

static int own(void *user, int option, const char *value) {
    static const char *const names[] = {"layer", "connection", "message"};
    counting *c = user;
    for (int i = 0; option == O_BY && i < 3; i++)
        if (strcmp(value, names[i]) == 0) {
            c->by = (enum wt_ledger_by)i;
            return 0;
        }
    return say_problem(STATUS_USAGE, "layer, connection or message", "--by does not know %s", value);
}

static void needs(void *user, wt_options *session) { wt_ledger_needs(((counting *)user)->ledger, session); }
static void tape(void *user, const wt_tape *t) { wt_ledger_tape(((counting *)user)->ledger, t); }

static bool named(const char *file, const char *ending) {
    size_t n = file ? strlen(file) : 0, m = strlen(ending);
    return n > m && strcmp(file + n - m, ending) == 0;
}

/* NULL after having said what is wrong. */
static writer *find_writer(const read_options *o) {
    const char *format = strcmp(o->format, "text") != 0  ? o->format
                         : named(o->folder, ".svg")  ? "svg"
                         : named(o->folder, ".json") ? "json"
                                                     : "text";
    if (strcmp(format, "svg") == 0)
        return wt_ledger_svg;
    if (strcmp(format, "json") == 0)
        return wt_ledger_json;
    if (strcmp(format, "text") == 0)
        return wt_ledger_text;
    say_problem(STATUS_USAGE, "text, svg or json", "bytes has no output format %s", format);
    return NULL;
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return strcmp(path, "-") == 0 ? "standard input" : slash ? slash + 1 : path;
}

static int print(const counting *c, writer *write, int status) {
    const read_options *o = &c->o;
    output out;
    if (c->ledger->out_of_memory)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (!c->ledger->frames && write != wt_ledger_json) {
        if (!o->nothing_selected)
            fprintf(stderr, "wiretale: nothing to count: there is no frame in %s\n", o->file);
        return status;
    }
    int bad = output_open(&out, o->folder);
    if (bad)
        return bad;
    wt_ledger_print how = {.out = out.to, .title = base_name(o->file), .by = c->by, .width = (unsigned)o->print.width,
                           .color = o->print.color && !o->folder, .ascii = o->print.ascii};
    write(c->ledger, &how);
    bad = output_close(&out);
    return bad ? bad : status;
}

static int count(counting *c) {
    writer *write = find_writer(&c->o);
    if (!write)
        return STATUS_USAGE;
    c->ledger = wt_ledger_new();
    if (!c->ledger)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    run_visitor visit = {.needs = needs, .tape = tape, .user = c};
    int status = run_file(&c->o, &visit);
    if (status == STATUS_OK || (status == STATUS_INPUT && c->ledger->frames))
        status = print(c, write, status);
    wt_ledger_free(c->ledger);
    return status;
}

int cmd_bytes(int argc, char **argv) {
    static const struct option longs[] = {{"by", required_argument, NULL, O_BY}, {NULL, 0, NULL, 0}};
    static const command_syntax syntax = {.command = "bytes", .letters = ":r:o:T:Y:c:d:nh", .own_formats = true,
                                          .longs = longs, .own = own, .too_many = "one file at a time"};
    counting c = {.by = WT_BY_LAYER};
    int status = parse_options(&c.o, &syntax, &c, argc, argv);
    if (status)
        return status;
    if (c.o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!c.o.file)
        return say_problem(STATUS_USAGE, "wiretale bytes capture.pcap; - reads standard input", "the bytes of what?");
    return count(&c);
}
