/* merge.c - wiretale merge: several captures become one, in the order of time. */
#include <stdio.h>
#include <string.h>

#include "capture/merge.h"
#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/output.h"
#include "cmd/run.h"

static const char help[] =
    "Examples\n"
    "  wiretale merge inside.pcapng outside.pcapng -w both.pcapng     what two points heard, in the order of time\n"
    "  wiretale merge ring.pcap0 ring.pcap1 ring.pcap2 -w all.pcapng  what was written in turns\n"
    "  wiretale merge a.pcap b.pcap.zst -w - | wiretale read -q -\n"
    "\n"
    "Usage: wiretale merge FILE … -w OUT.pcapng\n"
    "\n"
    "Frames keep their bytes, times, comments and options, and each file keeps interfaces of its own, so that it stays known\n"
    "who heard what; those of pcap files are called as the file is. Names, secrets, statistics and unknown blocks come along.\n"
    "Of frames of one time, the first file's comes first. Files are merged by their next frames' times: one that is not in\n"
    "the order of time itself stays so.\n"
    "\n"
    "  -w OUT               where to write, as pcapng; it appears whole or not at all; - is standard output\n"
    "\n"
    "Exit status: 0 all well; 1 an option that can't be meant; 2 a file can't be read or is broken (all whole frames are\n"
    "written); 3 the output could not be written; 5 out of memory.\n";

typedef struct merging {
    read_options o;
    const char *paths[MAX_OPERANDS + 1], *names[MAX_OPERANDS + 1];
    wt_reader *readers[MAX_OPERANDS + 1];
    size_t count;
    wt_merge *merge;
    output out;
} merging;

static void write_bytes(void *user, const void *p, size_t n) { wt_out_write(((merging *)user)->out.to, p, n); }

static void make_private(void *user) { output_private(&((merging *)user)->out); }

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int open_inputs(merging *m) {
    m->paths[m->count++] = m->o.file;
    for (unsigned k = 0; k < m->o.operands; k++)
        m->paths[m->count++] = m->o.operand[k];
    for (size_t k = 0; k < m->count; k++) {
        wt_problem problem;
        m->readers[k] = wt_reader_open(m->paths[k], &problem);
        m->names[k] = base_name(m->paths[k]);
        if (!m->readers[k])
            return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    }
    return 0;
}

/* The inputs' problems, each told once the output is there. */
static int broken(const merging *m) {
    int status = 0;
    for (size_t k = 0; k < m->count; k++) {
        const wt_problem *p = wt_reader_problem(m->readers[k]);
        if (p->text[0])
            status = say_problem(STATUS_INPUT, p->hint, "%s: %s", m->paths[k], p->text);
    }
    return status;
}

/* A line for each interface: which number it has now, and where it is from. */
static void tell_points(const merging *m, FILE *to) {
    const wt_field *type = wt_field_get(wt_field_find("frame.linktype"));
    const wt_merge_point *p;
    for (uint32_t n = 0; (p = wt_merge_point_get(m->merge, n)); n++) {
        const wt_interface *i = wt_reader_interface(m->readers[p->input], p->number);
        const wt_value *link = wt_value_find(type->values, i->linktype);
        fprintf(to, "  interface %u: %s%s%s of %s, %llu %s\n", n, i->name, i->name[0] ? ", " : "",
                link ? link->name : "a link", m->names[p->input], (unsigned long long)p->frames,
                p->frames == 1 ? "frame" : "frames");
    }
}

static void tell(const merging *m) {
    wt_merge_counts c = wt_merge_counted(m->merge);
    FILE *to = m->out.name ? stdout : stderr;
    fprintf(to, "%s: %llu %s of %zu %s%s\n", m->out.name ? m->out.name : "standard output",
            (unsigned long long)c.frames, c.frames == 1 ? "frame" : "frames", m->count,
            m->count == 1 ? "file" : "files",
            c.secrets ? "; it has the secrets that were there: who has it can read what was encrypted" : "");
    tell_points(m, to);
    if (c.untimed)
        fprintf(stderr, "wiretale: %llu frames are in blocks without a time; they have the time 0 now\n",
                (unsigned long long)c.untimed);
    if (c.astray)
        fprintf(stderr, "wiretale: %llu %s left out: of interfaces that the file does not describe\n",
                (unsigned long long)c.astray, c.astray == 1 ? "block of statistics was" : "blocks of statistics were");
    if (c.foreign)
        fprintf(stderr, "wiretale: %llu unknown blocks have the other byte order; they were copied as they are\n",
                (unsigned long long)c.foreign);
}

static int merge(merging *m) {
    wt_merge_options how = {.write = write_bytes, .private = make_private, .user = m};
    m->merge = wt_merge_new(m->readers, m->names, m->count, &how);
    bool whole = m->merge && wt_merge_run(m->merge);
    if (!whole) {
        output_drop(&m->out);
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    }
    int status = output_close(&m->out);
    if (status)
        return status;
    tell(m);
    return broken(m);
}

static int check(const merging *m) {
    if (!m->o.file || !m->o.write)
        return say_problem(STATUS_USAGE, "wiretale merge a.pcapng b.pcapng -w both.pcapng",
                           m->o.file ? "where shall the file go?" : "merge what?");
    if (file_format(m->o.write, NULL) != WT_FILE_PCAPNG)
        return say_problem(STATUS_USAGE, "Name the file .pcapng; `wiretale convert` makes pcap of it.",
                           "pcap can't keep interfaces apart");
    return 0;
}

int cmd_merge(int argc, char **argv) {
    static const command_syntax syntax = {.command = "merge", .letters = ":w:h", .own_formats = true,
                                          .operands = MAX_OPERANDS,
                                          .too_many = "256 files at a time; merge what comes out with others"};
    merging m = {.count = 0};
    int status = parse_options(&m.o, &syntax, NULL, argc, argv);
    if (status)
        return status;
    if (m.o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    status = check(&m);
    status = status ? status : open_inputs(&m);
    status = status ? status : output_open(&m.out, m.o.write);
    status = status ? status : merge(&m);
    wt_merge_free(m.merge);
    for (size_t k = 0; k < m.count; k++)
        wt_reader_free(m.readers[k]);
    return status;
}
