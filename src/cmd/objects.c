/* objects.c - wiretale objects: what HTTP carried, as files. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"
#include "tell/objects.h"

static const char help[] =
    "Examples\n"
    "  wiretale objects capture.pcap -o things          every body that HTTP carried, as files in the folder things\n"
    "  wiretale objects FILE -o things --keylog keys.log\n"
    "  wiretale objects FILE -o things -Y \"http.content_type contains image\"\n"
    "\n"
    "Usage: wiretale objects [options] FILE -o FOLDER\n"
    "\n"
    "Chunks are joined and compression is undone. Names come from what the addresses end with, and hold nothing that a shell\n"
    "or a file system could misread. No file is written over: a second page.html becomes page-2.html. A body of which a part\n"
    "is missing keeps .incomplete behind its name.\n"
    "\n"
    "  -o FOLDER            where the files go; it is made if it is not there\n"
    "  --json               the list for programs\n"
    "  -Y FILTER            only from frames that a display filter chooses\n"
    HELP_CHOOSE_STREAM
    HELP_COUNT HELP_DECODE HELP_KEYLOG
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken; 3 a file could not be written; 5 out of memory.\n";

static void needs(void *user, wt_options *session) { wt_objects_needs(user, session); }
static void tape(void *user, const wt_tape *t) { wt_objects_tape(user, t); }

static int save(read_options *o, int dir) {
    wt_objects *x = wt_objects_new(dir);
    wt_out *out = wt_out_new(1);
    int status = STATUS_MEMORY;
    const char *name;
    if (!x || !out) {
        say_problem(status, NULL, "out of memory");
    } else {
        run_visitor visit = {.needs = needs, .tape = tape, .user = x};
        status = run_file(o, &visit);
        if (status == STATUS_OK || (status == STATUS_INPUT && wt_objects_count(x)))
            wt_objects_end(x, out, o->json);
        if (wt_objects_error(x, &name))
            status = say_problem(STATUS_OUTPUT, NULL, "cannot write %s: %s", name, strerror(wt_objects_error(x, NULL)));
        if (!wt_out_flush(out) && wt_out_error(out) != EPIPE)
            status = say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(wt_out_error(out)));
    }
    wt_out_free(out);
    wt_objects_free(x);
    return status;
}

int cmd_objects(int argc, char **argv) {
    static const command_syntax syntax = {
        .command = "objects", .letters = ":r:o:Y:c:d:nh", .own_formats = true, .too_many = "one file at a time"};
    read_options o;
    int status = parse_options(&o, &syntax, NULL, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!o.file || !o.folder)
        return say_problem(STATUS_USAGE, "wiretale objects capture.pcap -o things",
                           o.file ? "where shall the files go?" : "the objects of what?");
    if (mkdir(o.folder, 0777) != 0 && errno != EEXIST)
        return say_problem(STATUS_OUTPUT, "Check the folder in which it shall be made.",
                           "cannot make the folder %s: %s", o.folder, strerror(errno));
    int dir = open(o.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return say_problem(STATUS_OUTPUT, "-o wants a folder.", "cannot open the folder %s: %s", o.folder,
                           strerror(errno));
    status = save(&o, dir);
    close(dir);
    return status;
}
