/* convert.c - wiretale convert: a capture, or some of its frames, written again. */
#include <stdio.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"

static const char help[] =
    "Examples\n"
    "  wiretale convert capture.pcap -w capture.pcapng         another format\n"
    "  wiretale convert FILE -Y 'ip.addr == 10.0.0.2' -w some.pcapng     only frames that a display filter chooses\n"
    "  wiretale convert FILE --stream tcp:3 -w one.pcapng      one connection\n"
    "  wiretale convert FILE --from 1.5 --to 2 -w part.pcapng  a time\n"
    "  wiretale convert FILE --keylog keys.log -w open.pcapng  with the secrets inside: Wireshark opens TLS by itself\n"
    "  wiretale convert FILE --strip-keys -w clean.pcapng      without secrets\n"
    "  wiretale convert big.pcapng.zst -w - | tshark -r -      uncompressed, to another program\n"
    "\n"
    "Usage: wiretale convert [options] FILE -w OUT\n"
    "\n"
    "Of a pcapng file everything comes along, byte for byte: sections, interfaces, every block and option, known or not,\n"
    "every comment; only frames that are not chosen are left out. All frames are read, so that what is chosen is chosen as\n"
    "`wiretale read` would. A pcap file can hold frames of one link type and nothing else; what is lost is said.\n"
    "\n"
    "  -w FILE              where to write: pcap if the name ends in .pcap or .cap, else pcapng; it appears whole or not\n"
    "                       at all; - is standard output\n"
    "  -F FORMAT            pcapng, pcap (microseconds) or nsecpcap (nanoseconds), whatever the name is\n"
    HELP_CHOOSE
    HELP_COUNT
    "  --keylog FILE        embed the secrets of those connections whose beginning is written; the file's mode is then 0600\n"
    "  --strip-keys         leave out the secrets that the file holds\n"
    "  --strip-comments     leave out comments\n"
    "  --rsa-key FILE, -d TABLE==N,PROTO    for what -Y is to see; as for `wiretale read`\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken (all whole frames are written); 3 the output could not be written; 5 out of memory.\n";

enum { O_STRIP_KEYS = OWN_OPTION, O_STRIP_COMMENTS };

static int own(void *user, int option, const char *value) {
    read_options *o = user;
    (void)value;
    o->drop_secrets |= option == O_STRIP_KEYS;
    o->drop_comments |= option == O_STRIP_COMMENTS;
    return 0;
}

static void written(void *user, const run *r) {
    const read_options *o = user;
    FILE *to = r->copying ? rewrite_summary(&r->copy) : stdout;
    if (!r->copying && o->write[0] == '-' && !o->write[1])
        to = stderr;
    if (!r->copying)
        fprintf(to, "%s: ", to == stderr ? "standard output" : o->write);
    fprintf(to, "%llu of %llu frames", (unsigned long long)(r->shown - r->lost.not_frames_shown),
            (unsigned long long)(r->seen - r->lost.not_frames));
    if (!r->copying) {
        run_tell_lost(to, r, "; ");
        fputc('\n', to);
        return;
    }
    wt_edit_counts c = wt_edit_counted(r->copy.edit);
    if (o->drop_comments)
        fprintf(to, "; %llu %s dropped", (unsigned long long)c.comments, c.comments == 1 ? "comment" : "comments");
    if (o->drop_secrets)
        fprintf(to, "; %llu %s of secrets dropped", (unsigned long long)c.dropped_secrets,
                c.dropped_secrets == 1 ? "block" : "blocks");
    rewrite_tell_secrets(&r->copy, to);
    if (o->embed && !r->copy.connections && !c.kept_secrets)
        fprintf(stderr, "wiretale: the key log has no secret of a connection whose beginning is written\n");
}

static int check(const read_options *o) {
    if (!o->file || !o->write)
        return say_problem(STATUS_USAGE, "wiretale convert capture.pcap -w out.pcapng",
                           o->file ? "where shall the file go?" : "convert what?");
    if (file_format(o->write, o->write_format) != WT_FILE_PCAPNG && o->keylog)
        return say_problem(STATUS_USAGE, "Name the file .pcapng.", "a pcap file can't hold secrets");
    return 0;
}

int cmd_convert(int argc, char **argv) {
    static const struct option longs[] = {
        {"strip-keys", no_argument, NULL, O_STRIP_KEYS}, {"strip-comments", no_argument, NULL, O_STRIP_COMMENTS},
        {NULL, 0, NULL, 0}};
    static const command_syntax syntax = {.command = "convert", .letters = ":r:w:F:Y:c:d:nh", .own_formats = true,
                                          .too_many = "one file at a time; `wiretale merge` puts several together",
                                          .longs = longs, .own = own};
    read_options o;
    int status = parse_options(&o, &syntax, &o, argc, argv);
    if (status)
        return status;
    if (o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if ((status = check(&o)) != 0)
        return status;
    o.embed = o.keylog != NULL;
    return run_file(&o, &(run_visitor){.written = written, .user = &o});
}
