/* story.c - wiretale story: what happened, in sentences. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/output.h"
#include "cmd/run.h"
#include "tell/story.h"

static const char help[] =
    "Examples\n"
    "  wiretale story capture.pcap                     what happened, what took long, what went wrong and the likely why\n"
    "  wiretale story FILE --keylog keys.log           with what was said inside TLS\n"
    "  wiretale story FILE --stream 3                  one connection\n"
    "  wiretale story FILE --json                      for programs\n"
    "\n"
    "Usage: wiretale story [options] FILE\n"
    "\n"
    "Each sentence names the frames that show what it says: `wiretale read FILE -Y frame.number==8` shows one of them. What\n"
    "went wrong is marked, with the likely reason; that is a guess, the frames are the evidence.\n"
    "\n"
    "  --all                every request, name and connection, however many\n"
    "  --json               for programs\n"
    "  -o FILE              write to FILE, which appears whole or not at all\n"
    HELP_CHOOSE HELP_COUNT HELP_DECODE HELP_KEYLOG
    "  --ascii, --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen; 1 an option that can't be meant; 2 the file can't be read or is\n"
    "broken (what was read is told); 3 the output could not be written; 5 out of memory.\n";

enum { O_ALL = OWN_OPTION };

typedef struct telling {
    read_options o;
    wt_tale *tale;
    wt_polling *polling;
    wt_fid want[WT_FIELDS_MAX + 16];
    bool all;
    int status;
} telling;

static int own(void *user, int option, const char *value) {
    (void)value;
    ((telling *)user)->all |= option == O_ALL;
    return 0;
}

static void needs(void *user, wt_options *session) {
    telling *t = user;
    wt_tale_needs(t->tale, session);
    size_t n = session->want_count;
    memcpy(t->want, session->want, n * sizeof *t->want);
    wt_polling_fields(t->polling, t->want, &n);
    session->want = t->want;
    session->want_count = n;
}

static void tape(void *user, const wt_tape *tape) {
    telling *t = user;
    wt_tale_tape(t->tale, tape);
    wt_polling_tape(t->polling, tape);
}

static void done(void *user) {
    telling *t = user;
    output out;
    wt_tale_end(t->tale);
    wt_story *s = wt_story_new(t->tale, t->polling, t->all);
    t->o.print.color = t->o.print.color && !t->o.folder;
    if (s)
        s->chosen = t->o.filter || t->o.select.stream_chosen || select_range(&t->o.select);
    if (!s || s->out_of_memory || t->tale->out_of_memory) {
        t->status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    } else if (!t->tale->frames && !t->o.json) {
        if (!t->o.nothing_selected)
            fprintf(stderr, "wiretale: nothing to tell: there is no frame in %s\n", t->o.file);
    } else if ((t->status = output_open(&out, t->o.folder)) == 0) {
        if (t->o.json)
            wt_story_json(s, out.to);
        else
            wt_story_text(s, out.to, &t->o.print);
        t->status = output_close(&out);
    }
    wt_story_free(s);
}

int cmd_story(int argc, char **argv) {
    static const struct option longs[] = {{"all", no_argument, NULL, O_ALL}, {NULL, 0, NULL, 0}};
    static const command_syntax syntax = {
        .command = "story", .letters = ":r:o:Y:c:d:nh", .own_formats = true, .too_many = "one file at a time",
        .longs = longs, .own = own};
    telling *t = calloc(1, sizeof *t);
    if (!t)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int status = parse_options(&t->o, &syntax, t, argc, argv);
    if (!status && t->o.help) {
        help_print(help, stdout);
    } else if (!status && !t->o.file) {
        status = say_problem(STATUS_USAGE, "wiretale story capture.pcap; - reads standard input", "the story of what?");
    } else if (!status) {
        t->tale = wt_tale_new();
        t->polling = wt_polling_new();
        run_visitor visit = {.needs = needs, .tape = tape, .done = done, .user = t};
        status = t->tale && t->polling ? run_file(&t->o, &visit) : say_problem(STATUS_MEMORY, NULL, "out of memory");
        status = t->status ? t->status : status;
    }
    wt_tale_free(t->tale);
    wt_polling_free(t->polling);
    free(t);
    return status;
}
