/* info.c - wiretale info: what is in a capture file, and what is wrong with it. */
#include "cmd/info.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/options.h"

static const char help[] =
    "Examples\n"
    "  wiretale info capture.pcapng         what is in it, and what is wrong with it\n"
    "  wiretale info *.pcap                 of several files\n"
    "  wiretale info --json capture.pcapng  the same for programs\n"
    "\n"
    "Usage: wiretale info [options] FILE …\n"
    "\n"
    "The file's form and compression, who wrote it, how many frames and bytes, from when to when; its interfaces, with link\n"
    "type, snap length, clock, frames and what was dropped; comments, names and secrets. What may mislead is said at the end:\n"
    "an end too early, frames that were cut or are not in the order of time, losses, blocks and link types nobody knows.\n"
    "No packet is looked into.\n"
    "\n"
    "  --json               an array with an object for each file\n"
    "  --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well; 1 an option that can't be meant; 2 a file can't be read or is broken (what was read is told);\n"
    "3 the output could not be written; 5 out of memory.\n";

bool info_link(uint32_t linktype, const char **name) {
    const wt_field *type = wt_field_get(wt_field_find("frame.linktype"));
    const wt_value *known = wt_value_find(type->values, linktype);
    wt_place place;
    *name = known ? known->name : NULL;
    for (uint32_t p = 0; p < wt_protocol_count(); p++)
        for (uint32_t n = 0; wt_protocol_place(p, n, &place); n++)
            if (!place.text && place.number == linktype && strcmp(place.table, "wtap_encap") == 0)
                return true;
    return false;
}

static uint64_t size_of(const char *path) {
    struct stat st;
    return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
}

/* One file: its exit status. */
static int tell(const read_options *o, const char *path, bool *first, wt_out *out) {
    wt_problem problem;
    wt_reader *in = wt_reader_open(path, &problem);
    if (!in)
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    info i = {.name = strcmp(path, "-") == 0 ? "standard input" : path, .size = size_of(path), .color = o->print.color,
              .width = (unsigned)o->print.width};
    bool read = wt_survey_read(&i.survey, in);
    i.problem = wt_reader_problem(in);
    if (read) {
        wt_out_s(out, o->json ? *first ? "[\n" : ",\n" : *first ? "" : "\n");
        *first = false;
        (o->json ? info_json : info_text)(&i, out);
    }
    wt_survey_free(&i.survey);
    int status = !read ? say_problem(STATUS_MEMORY, NULL, "out of memory")
                       : i.problem->text[0] ? STATUS_INPUT : STATUS_OK;
    wt_reader_free(in);
    return status;
}

int cmd_info(int argc, char **argv) {
    static const command_syntax syntax = {.command = "info", .letters = ":r:h", .own_formats = true,
                                          .operands = MAX_OPERANDS, .too_many = "256 files at a time"};
    read_options o;
    int status = parse_options(&o, &syntax, NULL, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!o.file)
        return say_problem(STATUS_USAGE, "wiretale info capture.pcap; - reads standard input", "info on what?");
    wt_out *out = wt_out_new(1);
    if (!out)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    bool first = true;
    for (unsigned k = 0; k <= o.operands; k++) {
        int got = tell(&o, k ? o.operand[k - 1] : o.file, &first, out);
        status = got ? got : status;
    }
    if (o.json)
        wt_out_s(out, first ? "[]\n" : "\n]\n");
    if (!wt_out_flush(out) && wt_out_error(out) != EPIPE)
        status = say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(wt_out_error(out)));
    wt_out_free(out);
    return status;
}
