/* annotate.c - wiretale annotate and strip: a capture with our words and its secrets in it, or without any. */
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/rewrite.h"
#include "cmd/run.h"
#include "print/escape.h"

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
    wt_fid want[2];                        /* notes, and what names a TLS connection */
    wt_out *comment;
    rewrite to;
} editing;

/* ---- what both do ----------------------------------------------------------------------- */

static int own(void *user, int option, const char *value) {
    editing *e = user;
    (void)value;
    e->comments |= option == O_COMMENTS;
    e->secrets |= option == O_SECRETS;
    return 0;
}

static int parse(editing *e, const command_syntax *syntax, const char *help, bool *over, int argc, char **argv) {
    int status = parse_options(&e->o, syntax, e, argc, argv);
    *over = status || e->o.help;
    if (!status && e->o.help)
        help_print(help, stdout);
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

/* ---- annotate --------------------------------------------------------------------------- */

static void needs(void *user, wt_options *session) {
    editing *e = user;
    e->want[0] = wt_field_find("wiretale.note");
    e->want[1] = rewrite_random(&e->to);
    session->headline = true;
    session->want = e->want;
    session->want_count = 2;
}

static int opened(void *user, wt_reader *in) { return rewrite_begin(&((editing *)user)->to, in, false, false); }
static void secrets(void *user, const uint8_t *p, size_t n) { rewrite_have(&((editing *)user)->to, p, n); }

/* The headline, and a line for each note. */
static void make_comment(editing *e, const wt_tape *t) {
    wt_out *c = e->comment;
    wt_out_clear(c);
    wt_out_n(c, t->headline, t->headline_len);
    for (uint32_t i = 0; i < t->item_count; i++)
        if (t->items[i].field == e->want[0]) {
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
    rewrite_secrets(&e->to, t);
    if (chosen && e->comments) {
        make_comment(e, t);
        text = wt_out_memory(e->comment, &n);
    }
    wt_edit_frame(e->to.edit, t->frame, text, fitting(text, n));
}

static void done(void *user) { rewrite_done(&((editing *)user)->to); }
static void tape(void *user, const wt_tape *t) { frame(user, t, true); }
static void passed(void *user, const wt_tape *t) { frame(user, t, false); }

static void tell_annotated(const editing *e) {
    wt_edit_counts c = wt_edit_counted(e->to.edit);
    FILE *to = rewrite_summary(&e->to);
    count(to, c.comments, "comment", "comments");
    fputs(" added", to);
    rewrite_tell_secrets(&e->to, to);
    if (c.without_room)
        fprintf(stderr, "wiretale: %llu frames are in blocks that can't hold a comment\n",
                (unsigned long long)c.without_room);
    if (e->to.keys && !e->to.connections && !c.kept_secrets)
        fprintf(stderr, "wiretale: the key log has no secret of a connection that begins in %s\n", e->o.file);
}

static int annotate(editing *e) {
    read_options *o = &e->o;
    e->comment = wt_out_new(-1);
    if (!e->comment)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int status = rewrite_open(&e->to, o->folder, e->secrets ? o->keylog : NULL);
    if (status)
        return status;
    run_visitor visit = {.needs = needs, .opened = opened, .secrets = secrets, .tape = tape, .passed = passed,
                         .done = done, .user = e};
    status = rewrite_end(&e->to, run_file(o, &visit));
    if (e->to.edit && (!status || status == STATUS_INPUT))
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
    rewrite_free(&e.to);
    wt_out_free(e.comment);
    return status;
}

/* ---- strip ------------------------------------------------------------------------------ */

static void tell_stripped(const editing *e) {
    wt_edit_counts c = wt_edit_counted(e->to.edit);
    FILE *to = rewrite_summary(&e->to);
    if (e->comments)
        count(to, c.comments, "comment", "comments");
    fputs(e->comments && e->secrets ? " and " : "", to);
    if (e->secrets)
        count(to, c.dropped_secrets, "block of secrets", "blocks of secrets");
    fputs(" dropped", to);
    fputs(c.kept_secrets ? "; secrets are still in it\n" : "\n", to);
}

static int strip(editing *e, wt_reader *in) {
    int got = 0, status = rewrite_open(&e->to, e->o.folder, NULL);
    if (status)
        return status;
    status = rewrite_begin(&e->to, in, e->secrets, e->comments);
    wt_frame f;
    while (!status && (got = wt_reader_next(in, &f)) == 1)
        wt_edit_frame(e->to.edit, &f, "", 0);
    if (got < 0)
        status = say_problem(STATUS_INPUT, wt_reader_problem(in)->hint, "%s: %s", e->o.file,
                             wt_reader_problem(in)->text);
    rewrite_done(&e->to);
    status = rewrite_end(&e->to, status);
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
    rewrite_free(&e.to);
    wt_reader_free(in);
    return status;
}
