/* run.c - what the commands that read frames share: from a frame to the output and the file. */
#include "cmd/run.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "capture/blocks.h"
#include "cmd/cmd.h"
#include "cmd/lanes.h"
#include "cmd/resolve.h"
#include "cmd/scout.h"
#include "core/text.h"

/* The filter's error with the place marked under it. */
static int filter_problem(const char *text, const wt_filter_problem *p) {
    fprintf(stderr, "wiretale: %s\n  %s\n  %*s", p->text, text, (int)p->position, "");
    for (uint32_t i = 0; i < p->length; i++)
        fputc('^', stderr);
    fprintf(stderr, "\nHint: %s\n", p->hint[0] ? p->hint : "for example tcp.port == 443 && ip.src == 10.0.0.0/8");
    return STATUS_USAGE;
}

enum wt_file_format file_format(const char *name, const char *format) {
    if (format)
        return strcmp(format, "pcap") == 0       ? WT_FILE_PCAP_MICRO
               : strcmp(format, "nsecpcap") == 0 ? WT_FILE_PCAP
                                                 : WT_FILE_PCAPNG;
    size_t n = strlen(name);
    return wt_ends_with(name, n, ".pcap") || wt_ends_with(name, n, ".cap") ? WT_FILE_PCAP : WT_FILE_PCAPNG;
}

/* A pcapng file is written block by block as it is read; of a live capture there are only
 * frames, and pcap holds no more. */
static int open_writer(run *r, const read_options *o) {
    wt_problem problem;
    enum wt_file_format format = file_format(o->write, o->write_format);
    r->copying = format == WT_FILE_PCAPNG && !o->live;
    if (ring_used(&o->turns))
        return 0;                          /* opened when it is known that frames can be captured */
    if (r->copying)
        return rewrite_open(&r->copy, o->write, o->embed ? o->keylog : NULL);
    r->writer = wt_writer_open(o->write, format, o->live, &problem);
    return r->writer ? 0 : say_problem(STATUS_OUTPUT, problem.hint, "%s", problem.text);
}

int run_check(const read_options *o) {
    wt_filter_problem wrong;
    wt_filter *filter = o->filter ? wt_filter_new(o->filter, &wrong) : NULL;
    int status = o->filter && !filter ? filter_problem(o->filter, &wrong) : 0;
    wt_filter_free(filter);
    return status;
}

/* What has to be on the tapes, and the session that makes them; false if memory is out. */
static bool make_session(run *r, const run_share *share) {
    const read_options *o = r->options;
    const run_visitor *visit = r->visit;
    wt_options session = {.crypto = wt_keylog_ops(), .crypto_state = r->keys, .codec = wt_codecs(),
                          .secrets = o->print.secrets, .decode_as = o->decode, .decode_as_count = o->decode_count,
                          .lane = share->number, .lanes = share->lanes, .only = share->only,
                          .only_count = share->only_count};
    if (r->printing)
        wt_printer_needs(r->printer, &session);
    else
        session.rows_only = !visit;        /* there is no more than a filter that looks at a tape */
    if (r->copy.keys) {
        r->random = rewrite_random(&r->copy);
        session.want = &r->random;
        session.want_count = 1;
    }
    if (visit && visit->needs)
        visit->needs(visit->user, &session);
    if ((r->filter && !wt_filter_needs(r->filter, &session)) || (r->names && !wt_names_needs(r->names, &session)))
        return false;
    return (r->session = wt_session_new(&session)) != NULL;
}

static void secrets(void *user, uint32_t type, const uint8_t *p, size_t n) {
    run *r = user;
    if (type == WT_TLS_KEY_LOG)
        wt_keylog_add(r->keys, p, n);
    if (type == WT_TLS_KEY_LOG && r->visit && r->visit->secrets)
        r->visit->secrets(r->visit->user, p, n);
    if (type == WT_TLS_KEY_LOG && r->copying)
        rewrite_have(&r->copy, p, n);
    if (r->writer && !r->lost.secrets++)
        say_problem(STATUS_OK, "Name it .pcapng to keep them.",
                    "the capture's secrets are left out of %s: pcap can't hold them", r->options->write);
}

bool run_lane(run *lane, const run *r, wt_reader *in, const run_share *share, bool prints) {
    wt_filter_problem wrong;
    const read_options *o = r->options;
    wt_print_options print = o->print;
    print.threads = 1;
    *lane = (run){.options = o, .printing = prints};
    lane->filter = o->filter ? wt_filter_new(o->filter, &wrong) : NULL;
    lane->keys = wt_keylog_lane(r->keys, share->lanes);
    lane->out = prints ? wt_out_new(-1) : NULL;
    lane->printer = lane->out ? wt_printer_new(o->format, &print, lane->out) : NULL;
    bool made = in && lane->keys && (lane->printer || !prints) && (lane->filter || !o->filter);
    if (made)
        wt_reader_on_secrets(in, secrets, lane);
    return made && make_session(lane, share);
}

int run_start(run *r, read_options *o, const run_visitor *visit) {
    wt_filter_problem wrong;
    *r = (run){.options = o, .visit = visit};
    r->filter = o->filter ? wt_filter_new(o->filter, &wrong) : NULL;
    if (o->filter && !r->filter)
        return filter_problem(o->filter, &wrong);
    r->printing = !visit && (!o->write || o->print.detail == WT_DETAIL_LINE);
    o->print.capture_name = o->file;
    r->keys = wt_keylog_new(NULL);
    r->names = o->name_kinds ? wt_names_new(o->name_kinds) : NULL;
    if (o->name_kinds && !r->names)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (r->names)
        resolve_load(r->names);
    o->print.names = r->names;
    r->out = wt_out_new(o->write && strcmp(o->write, "-") == 0 ? 2 : 1);
    r->printer = r->out ? wt_printer_new(visit ? "text" : o->format, &o->print, r->out) : NULL;
    if (!r->keys || !r->printer)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int bad = load_keys(r->keys, o->keylog, o->rsa_key, o->live);
    if (!bad && o->write)
        bad = open_writer(r, o);
    if (bad)
        return bad;
    if (!make_session(r, &(run_share){0}))
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (r->printing)
        wt_printer_begin(r->printer);
    return 0;
}

static bool write_frame(run *r, const wt_frame *f, const wt_interface *point, bool chosen) {
    if (r->copying && chosen)
        wt_edit_frame(r->copy.edit, f, "", 0);
    else if (r->copying)
        rewrite_skip(&r->copy, f);
    if (r->copying)
        return !wt_out_error(r->copy.out.to);
    if (r->turns && chosen && !ring_turn(r->turns, &r->writer, time(NULL)))
        return false;
    bool custom = r->writer && f->linktype == WT_LINKTYPE_NONE;
    r->lost.blocks += custom;
    r->lost.not_frames += custom;
    if (!r->writer || !chosen)
        return true;
    r->lost.not_frames_shown += custom;
    r->lost.times += !custom && f->time_ns == INT64_MIN;
    r->lost.comments += f->comment ? 1 + f->more_count : 0;
    return wt_writer_frame(r->writer, f, point);
}

/* Which conversation, as far as a small number can tell. */
static unsigned mixed(const wt_tape *t) {
    uint32_t n = (uint32_t)t->src.port + t->dst.port;
    for (unsigned i = 0; t->src.has_port && i < t->src.length; i++)
        n += 7u * t->src.addr[i] + 7u * t->dst.addr[i];
    return n % (sizeof((run *)0)->mixed / sizeof *((run *)0)->mixed);
}

bool run_chooses(run *r, const wt_frame *f, const wt_tape **tape) {
    const selection *select = &r->options->select;
    *tape = NULL;
    if (!r->seen++)
        r->first_ns = f->time_ns;
    bool chosen = select_time(select, r->first_ns, f->time_ns);
    bool looks = r->printing || r->filter || (r->visit && r->visit->tape) || select->stream_chosen || r->copy.keys;
    if (!looks)
        return chosen;
    *tape = wt_session_feed(r->session, f);
    if (!*tape) {
        r->foreign++;
        return false;
    }
    return chosen && select_tape(select, *tape) && (!r->filter || wt_filter_match(r->filter, *tape));
}

bool run_frame(run *r, const wt_frame *f, const wt_interface *point) {
    const wt_tape *tape;
    uint64_t foreign = r->foreign;
    bool chosen = run_chooses(r, f, &tape);
    if (r->foreign != foreign) {
        wt_printer_skip(r->printer, f);
        return true;
    }
    if (tape && r->looking)
        r->mixed[mixed(tape)]++;
    if (tape && r->names)
        wt_names_learn(r->names, tape);
    if (tape && chosen && r->visit && r->visit->tape)
        r->visit->tape(r->visit->user, tape);
    else if (tape && r->visit && r->visit->passed)
        r->visit->passed(r->visit->user, tape);
    else if (tape && chosen && r->printing && f->number > r->written)
        wt_printer_frame(r->printer, tape);
    else
        wt_printer_skip(r->printer, f);
    if (tape && chosen && r->copying)
        rewrite_secrets(&r->copy, tape);
    r->shown += chosen;
    return write_frame(r, f, point, chosen) && !wt_out_error(r->out);
}

/* Whether all frames were left out is worth a line: an empty page could also mean an empty file. */
static bool said_nothing_selected(const run *r) {
    const read_options *o = r->options;
    const selection *s = &o->select;
    if (r->shown || !r->seen || o->live || (!o->filter && !s->stream_chosen && !select_range(s)))
        return false;
    fprintf(stderr, "wiretale: none of the %llu frames of %s is chosen by", (unsigned long long)r->seen, o->file);
    const struct {
        const char *option, *value;
    } said[] = {{"-Y", o->filter}, {"--stream", s->stream_text}, {"--from", s->from.text}, {"--to", s->to.text}};
    for (size_t n = 0; n < sizeof said / sizeof *said; n++)
        if (said[n].value)
            fprintf(stderr, " %s %s", said[n].option, said[n].value);
    fputc('\n', stderr);
    return true;
}

int run_finish(run *r, int status) {
    wt_problem problem = {.text = ""};
    if (r->printing)
        wt_printer_end(r->printer);
    uint64_t given_up = r->given_up + (r->filter ? wt_filter_given_up(r->filter) : 0);
    if (given_up)
        fprintf(stderr, "wiretale: a part of the filter was given up %llu times, as it took too many steps or values\n",
                (unsigned long long)given_up);
    if (r->names && wt_names_left_out(r->names))
        fprintf(stderr, "wiretale: limit reached: resolved; %zu names were left out (docs/limits.md)\n",
                wt_names_left_out(r->names));
    int error = wt_out_error(r->out);
    if (r->copying)
        status = rewrite_end(&r->copy, status);
    if (r->writer) {
        bool written = wt_writer_close(r->writer, &problem);
        r->writer = NULL;
        if (!written)
            return say_problem(STATUS_OUTPUT, problem.hint, "%s", problem.text);
    }
    if (error == ENOMEM)
        return say_problem(STATUS_MEMORY, NULL, "out of memory: the output is not whole");
    if (error && error != EPIPE)
        return say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(error));
    return status;
}

void run_free(run *r) {
    rewrite_free(&r->copy);
    wt_writer_abort(r->writer);
    wt_session_free(r->session);
    wt_printer_free(r->printer);
    wt_out_free(r->out);
    wt_keylog_free(r->keys);
    wt_filter_free(r->filter);
    wt_names_free(r->names);
}

bool run_tell_lost(FILE *to, const run *r, const char *before) {
    const struct {
        uint64_t n;
        const char *one, *many;
    } all[] = {{r->lost.comments, "comment", "comments"}, {r->lost.secrets, "block of secrets", "blocks of secrets"},
               {r->lost.names, "name", "names"}, {r->lost.blocks, "other block", "other blocks"},
               {r->lost.times, "frame without a time, which gets 0", "frames without a time, which get 0"}};
    enum { KINDS = sizeof all / sizeof *all };
    unsigned left = 0, said = 0;
    for (unsigned k = 0; k < KINDS; k++)
        left += all[k].n > 0;
    for (unsigned k = 0; k < KINDS; k++)
        if (all[k].n) {
            fprintf(to, "%s%s%llu %s", said ? "" : before,
                    said == 0 ? "pcap can't hold " : --left == 1 ? " and " : ", ",
                    (unsigned long long)all[k].n, all[k].n == 1 ? all[k].one : all[k].many);
            said++;
        }
    return said;
}

/* ---- a whole file ----------------------------------------------------------------------- */

static void name(void *user, const uint8_t *address, size_t length, const char *text) {
    run *r = user;
    r->lost.names++;
    if (r->names)
        wt_names_add(r->names, address, length, text, strlen(text));
}

static void comment(void *user, const char *text, size_t n) {
    (void)text;
    (void)n;
    ((run *)user)->lost.comments++;
}

/* What else a pcap file has no place for; names and secrets are counted as they come. */
static void block(void *user, const uint8_t *p, size_t n) {
    run *r = user;
    uint32_t type = wt_block_type(r->in, p);
    (void)n;
    r->lost.blocks +=
        type != WT_BLOCK_SECTION && type != WT_BLOCK_INTERFACE && type != WT_BLOCK_NAMES && type != WT_BLOCK_SECRETS;
}

static void count_losses(run *r, wt_reader *in) {
    r->in = in;
    wt_reader_on_comment(in, comment, r);
    wt_reader_on_block(in, block, r);
}

/* A signal handler has no other way to say so. */
static volatile sig_atomic_t interrupted;

static void interrupt(int number) {
    (void)number;
    interrupted = 1;
}

static void catch_signals(void) {
    struct sigaction a = {.sa_handler = interrupt};
    sigaction(SIGINT, &a, NULL);
    sigaction(SIGTERM, &a, NULL);
}

/* What a file that is followed does.  While it does nothing, what was read is shown, and a tenth of a second passes. */
static bool follow(void *user, enum wt_growing what) {
    run *r = user;
    const struct timespec tenth = {.tv_nsec = 100000000};
    if (what == WT_GROWING_REPLACED)
        say_problem(STATUS_OK, NULL, "%s was replaced by another file; that one is read from its beginning",
                    r->options->file);
    else if (what == WT_GROWING_CUT)
        say_problem(STATUS_OK, NULL, "%s became shorter; it is read from its beginning", r->options->file);
    if (what != WT_GROWING_END)
        return true;
    if ((r->printer && !wt_printer_flush(r->printer)) || (r->writer && !wt_writer_flush(r->writer)) || interrupted)
        return false;
    nanosleep(&tenth, NULL);
    return !interrupted;
}

/* Nothing more comes through the pipe for now: what was read is shown. */
static void waits(void *user) {
    run *r = user;
    if (r->printer)
        wt_printer_flush(r->printer);
    if (r->writer)
        wt_writer_flush(r->writer);
}

/* Frames up to that number: false if it ends before, for whatever reason.  *got is as wt_reader_next(), of the last. */
static bool one_by_one(run *r, wt_reader *in, uint64_t last, int *got) {
    wt_frame f;
    *got = 1;
    while (r->seen < last) {
        *got = interrupted ? 1 : wt_reader_next(in, &f);
        if (interrupted || *got != 1 || !run_frame(r, &f, wt_reader_interface(in, f.interface)))
            return false;
    }
    return true;
}

/* What the filter chooses is found first: true if that was worth it, and all is done. */
static bool chosen_only(run *r, const wt_reader *in, wt_problem *problem) {
    scouted found;
    bool done = scout_run(r, in, &found);
    if (done && found.last) {
        done = lanes_run(r, in, &found, problem);
    } else if (done) {
        r->seen = found.seen;
        r->given_up = found.given_up;
        *problem = found.problem;
    }
    scout_free(&found);
    return done;
}

/* As wt_reader_next(), of the last. */
static int all_frames(run *r, wt_reader *in, wt_problem *problem) {
    uint64_t count = r->options->count, last = count ? count : UINT64_MAX, try = lanes_after(r);
    int got;
    r->looking = !r->written && try < last;
    bool more = one_by_one(r, in, r->looking ? try : last, &got) && r->looking;
    r->looking = false;
    if (more && lanes_run(r, in, NULL, problem))
        return problem->text[0] ? -1 : 0;
    if (more)
        one_by_one(r, in, last, &got);
    if (got < 0)
        *problem = *wt_reader_problem(in);
    return got;
}

static int frames(run *r, wt_reader *in, read_options *o) {
    wt_problem problem = {.text = ""};
    int got = 0;
    if (chosen_only(r, in, &problem))
        got = problem.text[0] ? -1 : 0;
    else
        got = all_frames(r, in, &problem);
    if (r->copying)
        rewrite_done(&r->copy);
    int status = run_finish(r, got < 0 ? STATUS_INPUT : STATUS_OK);
    o->nothing_selected = said_nothing_selected(r);
    if (got < 0)
        say_problem(STATUS_INPUT, problem.hint, "%s: %s",
                    strcmp(o->file, "-") == 0 ? "standard input" : o->file, problem.text);
    return status;
}

/* Of secrets it was said when they came. */
static void tell_lost_of_read(run *r) {
    char before[300];
    r->lost.secrets = 0;
    snprintf(before, sizeof before, "wiretale: %.200s: ", r->options->write);
    if (run_tell_lost(stderr, r, before))
        fputc('\n', stderr);
}

int run_file(read_options *o, const run_visitor *visit) {
    run r = {0};
    wt_problem problem;
    signal(SIGPIPE, SIG_IGN);              /* a reader that has gone ends the work quietly, with status 0 */
    r.options = o;
    if (o->follow)
        catch_signals();
    wt_reader *in = wt_reader_open_with(o->file, &(wt_reader_options){.follow = o->follow ? follow : NULL,
                                                                      .waits = waits, .user = &r}, &problem);
    if (!in)
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    int status = run_start(&r, o, visit);
    if (!status && visit && visit->opened)
        status = visit->opened(visit->user, in);
    if (!status && r.copying)
        status = rewrite_begin(&r.copy, in, o->drop_secrets, o->drop_comments);
    if (!status) {
        wt_reader_on_secrets(in, secrets, &r);
        wt_reader_on_name(in, name, &r);
        if (r.writer)
            count_losses(&r, in);
        status = frames(&r, in, o);
        if (visit && visit->done)
            visit->done(visit->user);
        if (!visit && o->write && !r.copying)
            tell_lost_of_read(&r);
        if (visit && visit->written && (!status || status == STATUS_INPUT))
            visit->written(visit->user, &r);
    }
    run_free(&r);
    wt_reader_free(in);
    return status;
}
