/* compare.c - wiretale compare: captures or connections side by side, and the same packets at two points. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"
#include "tell/compare.h"

static const char help[] =
    "Examples\n"
    "  wiretale compare inside.pcapng outside.pcapng   the same packets before and after a router or a NAT\n"
    "  wiretale compare router.pcapng                  the same within one file, between its interfaces\n"
    "  wiretale compare monday.pcap friday.pcap        what is more, less, slower, said otherwise\n"
    "  wiretale compare FILE tcp:0 tcp:3               two connections of one capture\n"
    "  wiretale compare a.pcap tcp:0 b.pcap tcp:5      connections of two\n"
    "\n"
    "Usage: wiretale compare [options] FILE [STREAM…] [FILE [STREAM…]]…\n"
    "\n"
    "Packets that both sides have are found by what no router changes (sequence numbers, the bytes carried), not by address:\n"
    "every header field that was changed on the way is shown, every other one is said to be the same. Sides with no packet\n"
    "in common are compared by what their conversations said at first. Up to 8 sides.\n"
    "\n"
    "  --json               the same for programs, and more\n"
    HELP_CHOOSE HELP_COUNT HELP_DECODE HELP_KEYLOG
    "  --ascii, --color auto|always|never, --width N\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant, or only one\n"
    "side; 2 a file can't be read or is broken (what was read is compared); 3 the output could not be written; 5 out of\n"
    "memory.\n";

enum { NAME = 256 };

typedef struct comparing {
    read_options o;
    wt_compare *compare;
    wt_side *side;                         /* of the file that is read; of interfaces: the first
                                            * one's, NULL before its frame */
    bool by_interface;                     /* one file: each interface is a side */
    uint32_t interface[WT_SIDES];          /* by_interface: whose each side is */
    wt_reader *in;
    unsigned files;
    char names[WT_SIDES][NAME];
    bool too_many, missing;                /* missing: of a side nothing could be read */
} comparing;

static void needs(void *user, wt_options *session) { wt_compare_needs(((comparing *)user)->compare, session); }

static int opened(void *user, wt_reader *in) {
    ((comparing *)user)->in = in;
    return 0;
}

/* The side of a frame's interface: the first one gets the side that was made for the file, each further one another. */
static wt_side *side_of(comparing *p, uint32_t interface) {
    wt_compare *c = p->compare;
    for (unsigned n = 0; n < c->count; n++)
        if (p->interface[n] == interface && (n || p->side))
            return &c->sides[n];
    const wt_interface *point = wt_reader_interface(p->in, interface);
    unsigned n = p->side ? c->count : 0;
    if (n >= WT_SIDES) {
        p->too_many = true;
        return NULL;
    }
    snprintf(p->names[n], NAME, "%s, interface %u%s%s", p->o.file, interface, point && point->name[0] ? " " : "",
             point ? point->name : "");
    p->interface[n] = interface;
    if (!p->side)
        return p->side = &c->sides[0];
    return wt_compare_side(c, p->names[n]);
}

static void tape(void *user, const wt_tape *t) {
    comparing *p = user;
    if (t->frame->linktype == WT_LINKTYPE_NONE)
        return;
    wt_side *s = p->by_interface ? side_of(p, t->frame->interface) : p->side;
    if (s)
        wt_compare_tape(p->compare, s, t);
}

/* "tcp:3": one connection of the file before it. */
static bool is_stream(const char *word) {
    return (strncmp(word, "tcp", 3) == 0 || strncmp(word, "udp", 3) == 0) && (word[3] == ':' || word[3] == ',') &&
           word[4] >= '0' && word[4] <= '9';
}

/* Read one file into a side of its own, or into one for each of its interfaces. */
static int read_side(comparing *p, const char *file, const char *stream) {
    unsigned n = p->compare->count;
    run_visitor visit = {.needs = needs, .opened = opened, .tape = tape, .user = p};
    if (n == WT_SIDES)
        return say_problem(STATUS_USAGE, "Compare fewer at once.", "more than %d sides", WT_SIDES);
    read_options o = p->o;
    o.file = file;
    if (stream) {
        int bad = select_stream(&o.select, stream);
        if (bad)
            return bad;
    }
    snprintf(p->names[n], NAME, "%s%s%s", file, stream ? " " : "", stream ? stream : "");
    wt_side *s = wt_compare_side(p->compare, p->names[n]);
    if (!s)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    p->side = p->by_interface ? NULL : s;
    int status = run_file(&o, &visit);
    p->o.nothing_selected |= o.nothing_selected;
    return p->compare->out_of_memory ? say_problem(STATUS_MEMORY, NULL, "out of memory") : status;
}

/* Operands are files, each with the connections that are meant of it behind it. */
static int read_all(comparing *p) {
    read_options *o = &p->o;
    const char *file = o->file;
    int worst = 0;
    for (unsigned n = 0; n <= o->operands;) {
        const char *stream = n < o->operands && is_stream(o->operand[n]) ? o->operand[n++] : NULL;
        int status = read_side(p, file, stream);
        if (status && status != STATUS_INPUT)
            return status;
        p->missing |= status && !p->compare->sides[p->compare->count - 1].frames;
        if (p->missing)
            return status;
        worst = status ? status : worst;
        if (n < o->operands && !is_stream(o->operand[n]))
            file = o->operand[n++];
        else if (n == o->operands)
            break;
    }
    return worst;
}

static int print(comparing *p, int status) {
    wt_out *out = wt_out_new(1);
    if (!out)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (p->o.json)
        wt_compare_json(p->compare, out);
    else
        wt_compare_print(p->compare, out, &p->o.print);
    if (p->compare->out_of_memory)
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (!wt_out_flush(out) && wt_out_error(out) != EPIPE)
        status = say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(wt_out_error(out)));
    wt_out_free(out);
    return status;
}

static int compare(comparing *p) {
    p->by_interface = !p->o.operands;
    p->compare = wt_compare_new();
    if (!p->compare)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int status = read_all(p);
    if ((status && status != STATUS_INPUT) || p->missing || p->o.nothing_selected)
        return status;
    if (p->compare->count < 2)
        return status ? status
                      : say_problem(STATUS_USAGE, "Name a second file, or two connections: tcp:0 tcp:1.",
                                    "%s has but one interface: there is nothing to compare it with", p->o.file);
    status = print(p, status);
    for (unsigned n = 0; n < p->compare->count; n++)
        if (p->compare->sides[n].left_out)
            fprintf(stderr,
                    "wiretale: limit reached: compared; %llu packets or conversations of %s are counted only "
                    "(docs/limits.md)\n",
                    (unsigned long long)p->compare->sides[n].left_out, p->compare->sides[n].name);
    if (p->too_many)
        fprintf(stderr, "wiretale: more than %d interfaces: the others are left out\n", WT_SIDES);
    return status;
}

int cmd_compare(int argc, char **argv) {
    static const command_syntax syntax = {.command = "compare", .letters = ":r:Y:c:d:nh", .own_formats = true,
                                          .operands = MAX_OPERANDS, .too_many = "at most 8 sides"};
    comparing *p = calloc(1, sizeof *p);
    if (!p)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int status = parse_options(&p->o, &syntax, NULL, argc, argv);
    if (!status && p->o.help)
        help_print(help, stdout);
    else if (!status && !p->o.file)
        status = say_problem(STATUS_USAGE, "wiretale compare inside.pcapng outside.pcapng", "compare what?");
    else if (!status)
        status = compare(p);
    wt_compare_free(p->compare);
    free(p);
    return status;
}
