/* picture.c - wiretale picture: the headers of one packet as the RFCs draw them, or of two, with what differs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/output.h"
#include "cmd/run.h"
#include "tell/keep.h"
#include "tell/pictures.h"

static const char help[] =
    "Examples\n"
    "  wiretale picture capture.pcap                   the headers of the first frame\n"
    "  wiretale picture FILE 3                         of frame 3\n"
    "  wiretale picture FILE 3 5                       of frame 5, with what differs from frame 3\n"
    "  wiretale picture FILE 3 5 --layer ip            one protocol's\n"
    "  wiretale picture FILE -Y \"tcp.flags.fin == 1\"   of the first frame that a filter chooses\n"
    "  wiretale picture FILE 3 -T svg -o syn.svg       for a slide\n"
    "\n"
    "Usage: wiretale picture [options] FILE [FRAME [FRAME]]\n"
    "\n"
    "Rows are 32 bits wide (16 on a narrow terminal); above them stand the bits' numbers, beside them the bytes. Each field\n"
    "has its bits, its name and this packet's value. Where two packets are compared, fields that differ have a heavy frame\n"
    "and both values, and are listed below; so are those that are the same.\n"
    "\n"
    "  --layer PROTOCOL     only its headers: eth, ip, tcp, …\n"
    "  -T text|svg          on the terminal (this is usual), or as a drawing\n"
    "  -o FILE              write to FILE, which appears whole or not at all\n"
    HELP_CHOOSE
    HELP_DECODE HELP_KEYLOG
    "  --ascii, --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant, or there is no\n"
    "such frame; 2 the file can't be read or is broken; 3 the output could not be written; 5 out of memory.\n";

enum { O_LAYER = OWN_OPTION };

typedef struct picturing {
    read_options o;
    int protocol;                          /* -1: all */
    uint64_t wanted[2];                    /* frames; 0: the first that comes */
    wt_tape *found[2];
    bool out_of_memory;
} picturing;

static int own(void *user, int option, const char *value) {
    picturing *p = user;
    (void)option;
    p->protocol = wt_protocol_find(value);
    return p->protocol >= 0 ? 0 : say_problem(STATUS_USAGE, "`wiretale fields` lists the protocols.",
                                              "there is no protocol %s", value);
}

static void needs(void *user, wt_options *session) {
    (void)user;
    session->everything = session->headline = true;
}

static void tape(void *user, const wt_tape *t) {
    picturing *p = user;
    for (unsigned n = 0; n < 2; n++) {
        bool first = n == 0 && !p->wanted[0] && !p->found[0];
        if (!first && (!p->wanted[n] || p->wanted[n] != t->frame->number))
            continue;
        p->found[n] = wt_tape_keep(t);
        p->out_of_memory |= !p->found[n];
    }
}

static int draw(const picturing *p) {
    const read_options *o = &p->o;
    output out;
    bool svg = strcmp(o->format, "svg") == 0, two = p->wanted[1] != 0;
    const wt_tape *a = two ? p->found[0] : NULL, *b = two ? p->found[1] : p->found[0];
    wt_print_options how = o->print;
    how.color = how.color && !o->folder;
    int status = output_open(&out, o->folder);
    if (status)
        return status;
    unsigned layers = (svg ? wt_pictures_svg : wt_pictures_text)(&how, out.to, p->protocol, a, b);
    status = output_close(&out);
    if (!status && !layers)
        fprintf(stderr, "wiretale: there is nothing to draw in frame %llu%s%s\n", (unsigned long long)b->frame->number,
                p->protocol >= 0 ? ": no layer of " : "",
                p->protocol >= 0 ? wt_protocol_get((uint32_t)p->protocol)->name : "");
    return status;
}

static int pictures(picturing *p) {
    run_visitor visit = {.needs = needs, .tape = tape, .user = p};
    read_options *o = &p->o;
    int status = run_file(o, &visit);
    if (p->out_of_memory)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if ((status && status != STATUS_INPUT) || o->nothing_selected)
        return status;
    for (unsigned n = 0; n < 2; n++)
        if (p->wanted[n] && !p->found[n])
            return status ? status
                          : say_problem(STATUS_USAGE, "`wiretale read -q FILE` lists them.",
                                        "there is no frame %llu in %s%s", (unsigned long long)p->wanted[n],
                                        o->filter || o->select.stream_chosen || select_range(&o->select)
                                            ? "what is chosen of " : "", o->file);
    if (!p->found[0]) {
        if (!status)
            fprintf(stderr, "wiretale: there is no frame in %s\n", o->file);
        return status;
    }
    int drawn = draw(p);
    return drawn ? drawn : status;
}

int cmd_picture(int argc, char **argv) {
    static const struct option longs[] = {{"layer", required_argument, NULL, O_LAYER}, {NULL, 0, NULL, 0}};
    static const command_syntax syntax = {
        .command = "picture", .letters = ":r:o:T:Y:c:d:nh", .own_formats = true, .operands = 2,
        .too_many = "one frame, or two to compare: picture FILE 3 5", .longs = longs, .own = own};
    picturing p = {.protocol = -1};
    int status = parse_options(&p.o, &syntax, &p, argc, argv);
    if (status)
        return status;
    if (p.o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!p.o.file)
        return say_problem(STATUS_USAGE, "wiretale picture capture.pcap 3; - reads standard input",
                           "a picture of what?");
    if (strcmp(p.o.format, "text") != 0 && strcmp(p.o.format, "svg") != 0)
        return say_problem(STATUS_USAGE, "text or svg", "picture has no output format %s", p.o.format);
    for (unsigned n = 0; n < p.o.operands && !status; n++)
        status = parse_number("FRAME", p.o.operand[n], 1, UINT64_MAX, &p.wanted[n]);
    status = status ? status : pictures(&p);
    free(p.found[0]);
    free(p.found[1]);
    return status;
}
