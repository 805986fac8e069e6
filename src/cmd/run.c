/* run.c - what read and live share: from a frame to the output and the file. */
#include "cmd/run.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/resolve.h"

/* The filter's error with the place marked under it. */
static int filter_problem(const char *text, const wt_filter_problem *p) {
    fprintf(stderr, "wiretale: %s\n  %s\n  %*s", p->text, text, (int)p->position, "");
    for (uint32_t i = 0; i < p->length; i++)
        fputc('^', stderr);
    fprintf(stderr, p->hint[0] ? "\nHint: %s\n" : "\n", p->hint);
    return STATUS_USAGE;
}

static int load_keys(run *r, const char *path) {
    size_t line;
    int failed = wt_keylog_load(r->keys, path);
    if (failed)
        return say_problem(STATUS_INPUT, "--keylog wants the file that SSLKEYLOGFILE named.", "cannot read the key log %s: %s",
                           path, strerror(failed));
    size_t bad = wt_keylog_bad_lines(r->keys, &line);
    if (bad)
        fprintf(stderr, "wiretale: %zu lines of the key log %s can't be understood, the first is line %zu\n", bad, path, line);
    return 0;
}

static bool ends_with(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

static int open_writer(run *r, const read_options *o) {
    wt_problem problem;
    enum wt_file_format format = ends_with(o->write, ".pcap") || ends_with(o->write, ".cap") ? WT_FILE_PCAP : WT_FILE_PCAPNG;
    r->writer = wt_writer_open(o->write, format, o->live, &problem);
    return r->writer ? 0 : say_problem(STATUS_OUTPUT, problem.hint, "%s", problem.text);
}

int run_start(run *r, read_options *o) {
    wt_filter_problem wrong;
    *r = (run){.options = o};
    r->filter = o->filter ? wt_filter_new(o->filter, &wrong) : NULL;
    if (o->filter && !r->filter)
        return filter_problem(o->filter, &wrong);
    r->printing = !o->write || o->print.detail == WT_DETAIL_LINE;
    o->print.capture_name = o->file;
    r->keys = wt_keylog_new(NULL);
    r->names = o->name_kinds ? wt_names_new(o->name_kinds) : NULL;
    if (o->name_kinds && !r->names)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (r->names)
        resolve_load(r->names);
    o->print.names = r->names;
    r->out = wt_out_new(o->write && strcmp(o->write, "-") == 0 ? 2 : 1);
    r->printer = r->out ? wt_printer_new(o->format, &o->print, r->out) : NULL;
    if (!r->keys || !r->printer)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int bad = o->keylog ? load_keys(r, o->keylog) : 0;
    if (!bad && o->write)
        bad = open_writer(r, o);
    if (bad)
        return bad;
    wt_options session = {.crypto = wt_keylog_ops(), .crypto_state = r->keys, .codec = wt_codecs(), .secrets = o->print.secrets,
                          .decode_as = o->decode, .decode_as_count = o->decode_count};
    if (r->printing)
        wt_printer_needs(r->printer, &session);
    if ((r->filter && !wt_filter_needs(r->filter, &session)) || (r->names && !wt_names_needs(r->names, &session)))
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    r->session = wt_session_new(&session);
    if (!r->session)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (r->printing)
        wt_printer_begin(r->printer);
    return 0;
}

bool run_frame(run *r, const wt_frame *f, const wt_interface *point) {
    bool chosen = true;
    if (r->printing || r->filter) {
        const wt_tape *tape = wt_session_feed(r->session, f);
        if (r->names)
            wt_names_learn(r->names, tape);
        chosen = !r->filter || wt_filter_match(r->filter, tape);
        if (chosen && r->printing)
            wt_printer_frame(r->printer, tape);
        else
            wt_printer_skip(r->printer, f);
    }
    if (chosen) {
        r->shown++;
        if (r->writer && !wt_writer_frame(r->writer, f, point))
            return false;
    }
    return !wt_out_error(r->out);
}

int run_finish(run *r, int status) {
    wt_problem problem = {.text = ""};
    if (r->printing)
        wt_printer_end(r->printer);
    if (r->filter && wt_filter_given_up(r->filter))
        fprintf(stderr, "wiretale: a pattern of the filter was given up %llu times, as it took too many steps\n",
                (unsigned long long)wt_filter_given_up(r->filter));
    if (r->names && wt_names_left_out(r->names))
        fprintf(stderr, "wiretale: limit reached: resolved; %zu names were left out (docs/limits.md)\n",
                wt_names_left_out(r->names));
    int error = wt_out_error(r->out);
    if (r->writer) {
        bool written = wt_writer_close(r->writer, &problem);
        r->writer = NULL;
        if (!written)
            return say_problem(STATUS_OUTPUT, problem.hint, "%s", problem.text);
    }
    if (error && error != EPIPE)
        return say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(error));
    return status;
}

void run_free(run *r) {
    wt_writer_abort(r->writer);
    wt_session_free(r->session);
    wt_printer_free(r->printer);
    wt_out_free(r->out);
    wt_keylog_free(r->keys);
    wt_filter_free(r->filter);
    wt_names_free(r->names);
}
