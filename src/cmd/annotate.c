/* annotate.c - wiretale annotate and strip: a capture with our words and its secrets in it, or without any. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "capture/edit.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "cmd/run.h"
#include "print/escape.h"
#include "tell/keylines.h"

static const char annotate_help[] =
    "Examples\n"
    "  wiretale annotate capture.pcap -o told.pcapng    what happens in each frame, as a comment that Wireshark shows\n"
    "  wiretale annotate FILE --keylog keys.log -o told.pcapng    and the secrets: Wireshark opens TLS by itself\n"
    "  wiretale annotate FILE --keylog keys.log --secrets -o open.pcapng    the secrets only\n"
    "  wiretale annotate FILE -Y tcp.analysis.flags -o told.pcapng    comments where something went wrong\n"
    "\n"
    "Usage: wiretale annotate [options] FILE -o OUT.pcapng\n"
    "\n"
    "Every frame keeps its bytes and its time; each block and option of a pcapng file comes through as it was. A comment is\n"
    "wiretale's headline and notes. Of the key log only what opens connections of this capture is taken along: whoever has\n"
    "the file can read those. Its mode is then 0600.\n"
    "\n"
    "  -o FILE              where to write, as pcapng; it appears whole or not at all; - is standard output\n"
    "  --comments           only the comments\n"
    "  --secrets            only the secrets\n"
    HELP_KEYLOG
    "  --rsa-key FILE       the server's RSA private key (PEM): for the comments; it is not taken along\n"
    "  -Y FILTER            comments only on frames that a display filter chooses\n"
    "  --stream tcp:N|udp:N only on one connection's (`wiretale flows FILE` lists them)\n"
    "  --from T, --to T     only on those of a time: seconds since the first frame, or UTC: 13:39:45.9,\n"
    "                       2026-11-24T13:39:45Z\n"
    HELP_COUNT HELP_DECODE
    "  --show-secrets       passwords and tokens in full; comments shorten them otherwise\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken (all whole frames are written); 3 the output could not be written; 5 out of memory.\n";

static const char strip_help[] =
    "Examples\n"
    "  wiretale strip capture.pcapng -o clean.pcapng    without secrets and comments, to be given away\n"
    "  wiretale strip FILE --secrets -o out.pcapng      without secrets only\n"
    "  wiretale strip FILE --comments -o out.pcapng     without comments only\n"
    "\n"
    "Usage: wiretale strip [options] FILE -o OUT.pcapng\n"
    "\n"
    "Secrets are the keys inside of a pcapng file, which open what was encrypted. Frames keep their bytes: what was never\n"
    "encrypted stays readable. Each other block and option comes through as it was.\n"
    "\n"
    "  -o FILE              where to write, as pcapng; it appears whole or not at all; - is standard output\n"
    "  --secrets            only drop the secrets\n"
    "  --comments           only drop the comments\n"
    "\n"
    "Exit status: 0 all well; 1 an option that can't be meant; 2 the file can't be read or is broken (all whole frames are\n"
    "written); 3 the output could not be written; 5 out of memory.\n";

enum { O_COMMENTS = OWN_OPTION, O_SECRETS };

static const struct option longs[] = {
    {"comments", no_argument, NULL, O_COMMENTS}, {"secrets", no_argument, NULL, O_SECRETS}, {NULL, 0, NULL, 0}};

typedef struct editing {
    read_options o;
    bool comments, secrets;                /* what it is about; neither said: both */
    wt_fid note, random;
    wt_fid want[2];
    wt_edit *edit;
    wt_keylines *keys;
    wt_out *comment, *lines;
    uint64_t connections;                  /* whose secrets were taken along */
    output out;
    bool private_failed, whole;            /* whole: the last block was written */
} editing;

/* ---- what both do ----------------------------------------------------------------------- */

static int own(void *user, int option, const char *value) {
    editing *e = user;
    (void)value;
    e->comments |= option == O_COMMENTS;
    e->secrets |= option == O_SECRETS;
    return 0;
}

static void write_bytes(void *user, const void *p, size_t n) { wt_out_write(((editing *)user)->out.to, p, n); }

static void make_private(void *user) {
    editing *e = user;
    if (e->out.name && fchmod(e->out.fd, 0600) != 0)
        e->private_failed = true;
}

static int begin_edit(editing *e, wt_reader *in, bool drop) {
    wt_edit_options how = {.write = write_bytes, .private = make_private, .user = e, .drop_secrets = drop && e->secrets,
                           .drop_comments = drop && e->comments};
    e->edit = wt_edit_new(in, &how);
    return e->edit ? 0 : say_problem(STATUS_MEMORY, NULL, "out of memory");
}

/* The file gets its name, or goes: `status` or worse. */
static int end_edit(editing *e, int status) {
    if (e->edit && !e->whole)
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (e->private_failed)
        status = say_problem(STATUS_OUTPUT, NULL, "cannot keep the secrets in %s private", e->out.name);
    if (!e->edit || (status && status != STATUS_INPUT)) {
        output_drop(&e->out);
        return status;
    }
    int closed = output_close(&e->out);
    return closed ? closed : status;
}

static int parse(editing *e, const command_syntax *syntax, const char *help, bool *over, int argc, char **argv) {
    int status = parse_options(&e->o, syntax, e, argc, argv);
    *over = status || e->o.help;
    if (!status && e->o.help)
        fputs(help, stdout);
    if (*over)
        return status;
    if (!e->comments && !e->secrets)
        e->comments = e->secrets = true;
    char example[80];
    snprintf(example, sizeof example, "wiretale %s capture.pcapng -o out.pcapng", syntax->command);
    if (!e->o.file || !e->o.folder)
        return say_problem(STATUS_USAGE, example, e->o.file ? "where shall the file go?" : "%s what?", syntax->command);
    return 0;
}

/* "29 comments" */
static void count(FILE *to, uint64_t n, const char *one, const char *many) {
    fprintf(to, "%llu %s", (unsigned long long)n, n == 1 ? one : many);
}

/* Where the summary goes: standard output may be the file. */
static FILE *summary(const editing *e) { return e->out.name ? stdout : stderr; }

/* ---- annotate --------------------------------------------------------------------------- */

static void needs(void *user, wt_options *session) {
    editing *e = user;
    e->want[0] = e->note = wt_field_find("wiretale.note");
    e->want[1] = e->random = wt_field_find("tls.handshake.random");
    session->headline = true;
    session->want = e->want;
    session->want_count = 2;
}

static int opened(void *user, wt_reader *in) { return begin_edit(user, in, false); }

static void secrets(void *user, const uint8_t *p, size_t n) {
    editing *e = user;
    if (e->keys)
        wt_keylines_have(e->keys, p, n);
}

static void line(void *user, const char *text, size_t n) {
    editing *e = user;
    wt_out_write(e->lines, text, n);
    wt_out_c(e->lines, '\n');
}

/* The secrets of the connections that begin in this frame. */
static void add_secrets(editing *e, const wt_tape *t) {
    wt_out_clear(e->lines);
    for (uint32_t i = 0; i < t->item_count; i++)
        if (t->items[i].field == e->random && t->items[i].flags & WT_I_POINTER && t->items[i].vlen == 32)
            e->connections += wt_keylines_take(e->keys, t->items[i].v.p, line, e);
    size_t n;
    const char *text = wt_out_memory(e->lines, &n);
    if (n)
        wt_edit_secrets(e->edit, text, n);
    explicit_bzero((char *)text, n);
}

/* The headline, and a line for each note. */
static void make_comment(editing *e, const wt_tape *t) {
    wt_out *c = e->comment;
    wt_out_clear(c);
    wt_out_n(c, t->headline, t->headline_len);
    for (uint32_t i = 0; i < t->item_count; i++)
        if (t->items[i].field == e->note) {
            size_t n;
            wt_out_memory(c, &n);
            wt_out_s(c, n ? "\n" : "");
            wt_escape(c, WT_ESC_TERMINAL, t->items[i].v.p, t->items[i].vlen);
        }
}

/* As much as a comment may hold, up to the end of a character. */
static size_t fitting(const char *s, size_t n) {
    enum { MOST = 4096 };
    if (n <= MOST)
        return n;
    n = MOST;
    while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
        n--;
    return n;
}

static void frame(editing *e, const wt_tape *t, bool chosen) {
    size_t n = 0;
    const char *text = "";
    if (e->keys)
        add_secrets(e, t);
    if (chosen && e->comments) {
        make_comment(e, t);
        text = wt_out_memory(e->comment, &n);
    }
    wt_edit_frame(e->edit, t->frame, text, fitting(text, n));
}

/* While the reader is still there. */
static void done(void *user) {
    editing *e = user;
    e->whole = e->edit && wt_edit_end(e->edit);
}

static void tape(void *user, const wt_tape *t) { frame(user, t, true); }
static void passed(void *user, const wt_tape *t) { frame(user, t, false); }

static void tell_annotated(const editing *e) {
    wt_edit_counts c = wt_edit_counted(e->edit);
    FILE *to = summary(e);
    const char *name = e->out.name ? e->out.name : "standard output";
    fprintf(to, "%s: ", name);
    count(to, c.comments, "comment", "comments");
    fputs(" added", to);
    if (e->connections) {
        fputs("; the secrets of ", to);
        count(to, e->connections, "connection", "connections");
        fputs(" embedded", to);
    }
    if (c.kept_secrets)
        fputs(e->connections ? ", beside those that were there" : "; it has the secrets that were there", to);
    fputs(e->connections || c.kept_secrets ? ": who has it can read what was encrypted\n" : "\n", to);
    if (c.without_room)
        fprintf(stderr, "wiretale: %llu frames are in blocks that can't hold a comment\n", (unsigned long long)c.without_room);
    if (e->keys && !e->connections && !c.kept_secrets)
        fprintf(stderr, "wiretale: the key log has no secret of a connection that begins in %s\n", e->o.file);
}

static int annotate(editing *e) {
    read_options *o = &e->o;
    if (o->keylog && e->secrets && !(e->keys = wt_keylines_load(o->keylog)))
        return say_problem(STATUS_INPUT, "A file as SSLKEYLOGFILE makes it, of 16 MiB at most.", "cannot read the key log %s: %s",
                           o->keylog, strerror(errno));
    e->comment = wt_out_new(-1);
    e->lines = wt_out_new(-1);
    if (!e->comment || !e->lines)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int status = output_open(&e->out, o->folder);
    if (status)
        return status;
    run_visitor visit = {.needs = needs, .opened = opened, .secrets = secrets, .tape = tape, .passed = passed,
                         .done = done, .user = e};
    status = end_edit(e, run_file(o, &visit));
    if (e->edit && (!status || status == STATUS_INPUT))
        tell_annotated(e);
    return status;
}

int cmd_annotate(int argc, char **argv) {
    static const command_syntax syntax = {.command = "annotate", .letters = ":r:o:Y:c:d:nh", .own_formats = true,
                                          .too_many = "one file at a time", .longs = longs, .own = own};
    editing e = {0};
    bool over;
    int status = parse(&e, &syntax, annotate_help, &over, argc, argv);
    if (over || status)
        return status;
    status = annotate(&e);
    wt_edit_free(e.edit);
    wt_keylines_free(e.keys);
    wt_out_free(e.comment);
    wt_out_free(e.lines);
    return status;
}

/* ---- strip ------------------------------------------------------------------------------ */

static void tell_stripped(const editing *e) {
    wt_edit_counts c = wt_edit_counted(e->edit);
    FILE *to = summary(e);
    fprintf(to, "%s: ", e->out.name ? e->out.name : "standard output");
    if (e->comments)
        count(to, c.comments, "comment", "comments");
    fputs(e->comments && e->secrets ? " and " : "", to);
    if (e->secrets)
        count(to, c.secrets, "block of secrets", "blocks of secrets");
    fputs(" dropped", to);
    fputs(c.kept_secrets ? "; secrets are still in it\n" : "\n", to);
}

static int strip(editing *e, wt_reader *in) {
    int got = 0, status = output_open(&e->out, e->o.folder);
    if (status)
        return status;
    status = begin_edit(e, in, true);
    wt_frame f;
    while (!status && (got = wt_reader_next(in, &f)) == 1)
        wt_edit_frame(e->edit, &f, "", 0);
    if (got < 0)
        status = say_problem(STATUS_INPUT, wt_reader_problem(in)->hint, "%s: %s", e->o.file, wt_reader_problem(in)->text);
    e->whole = e->edit && wt_edit_end(e->edit);
    status = end_edit(e, status);
    if (!status || status == STATUS_INPUT)
        tell_stripped(e);
    return status;
}

int cmd_strip(int argc, char **argv) {
    static const command_syntax syntax = {.command = "strip", .letters = ":r:o:h", .own_formats = true,
                                          .too_many = "one file at a time", .longs = longs, .own = own};
    editing e = {0};
    bool over;
    int status = parse(&e, &syntax, strip_help, &over, argc, argv);
    if (over || status)
        return status;
    if (e.o.select.stream_chosen || select_range(&e.o.select))
        return say_problem(STATUS_USAGE, "wiretale read FILE -w OUT chooses frames.", "strip keeps all frames");
    wt_problem problem;
    wt_reader *in = wt_reader_open(e.o.file, &problem);
    if (!in)
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    status = strip(&e, in);
    wt_edit_free(e.edit);
    wt_reader_free(in);
    return status;
}
