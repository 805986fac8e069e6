/* rewrite.c - a capture written again: its file, and the secrets that are embedded. */
#include "cmd/rewrite.h"

#include <errno.h>
#include <string.h>

#include "cmd/cmd.h"
#include "print/out.h"

int rewrite_open(rewrite *w, const char *name, const char *keylog) {
    if (keylog && !(w->keys = wt_keylines_load(keylog)))
        return say_problem(STATUS_INPUT, "A file as SSLKEYLOGFILE makes it, of 16 MiB at most.",
                           "cannot read the key log %s: %s", keylog, strerror(errno));
    w->lines = wt_out_new(-1);
    if (!w->lines)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    int status = output_open(&w->out, name);
    w->opened = status == 0;
    return status;
}

static void write_bytes(void *user, const void *p, size_t n) { wt_out_write(((rewrite *)user)->out.to, p, n); }

static void make_private(void *user) { output_private(&((rewrite *)user)->out); }

int rewrite_begin(rewrite *w, wt_reader *in, bool drop_secrets, bool drop_comments) {
    wt_edit_options how = {.write = write_bytes, .private = make_private, .user = w, .drop_secrets = drop_secrets,
                           .drop_comments = drop_comments};
    w->edit = wt_edit_new(in, &how);
    return w->edit ? 0 : say_problem(STATUS_MEMORY, NULL, "out of memory");
}

wt_fid rewrite_random(rewrite *w) { return w->random = wt_field_find("tls.handshake.random"); }

void rewrite_have(rewrite *w, const uint8_t *text, size_t n) {
    if (w->keys)
        wt_keylines_have(w->keys, text, n);
}

static void line(void *user, const char *text, size_t n) {
    rewrite *w = user;
    wt_out_write(w->lines, text, n);
    wt_out_c(w->lines, '\n');
}

void rewrite_secrets(rewrite *w, const wt_tape *t) {
    if (!w->keys)
        return;
    wt_out_clear(w->lines);
    for (uint32_t i = 0; i < t->item_count; i++)
        if (t->items[i].field == w->random && t->items[i].flags & WT_I_POINTER && t->items[i].vlen == 32)
            w->connections += wt_keylines_take(w->keys, t->items[i].v.p, line, w);
    size_t n;
    const char *text = wt_out_memory(w->lines, &n);
    if (n)
        wt_edit_secrets(w->edit, text, n);
    explicit_bzero((char *)text, n);
}

void rewrite_skip(rewrite *w, const wt_frame *f) {
    if (f->linktype == WT_LINKTYPE_NONE)
        wt_edit_frame(w->edit, f, "", 0);
}

void rewrite_done(rewrite *w) { w->whole = w->edit && wt_edit_end(w->edit); }

int rewrite_end(rewrite *w, int status) {
    if (!w->opened)
        return status;
    if (w->edit && !w->whole && (!status || status == STATUS_INPUT))
        status = say_problem(STATUS_MEMORY, NULL, "out of memory");
    w->opened = false;
    if (!w->edit || (status && status != STATUS_INPUT)) {
        output_drop(&w->out);
        return status;
    }
    int closed = output_close(&w->out);
    return closed ? closed : status;
}

FILE *rewrite_summary(const rewrite *w) {
    FILE *to = w->out.name ? stdout : stderr;
    fprintf(to, "%s: ", w->out.name ? w->out.name : "standard output");
    return to;
}

void rewrite_tell_secrets(const rewrite *w, FILE *to) {
    wt_edit_counts c = wt_edit_counted(w->edit);
    if (w->connections)
        fprintf(to, "; the secrets of %llu %s embedded", (unsigned long long)w->connections,
                w->connections == 1 ? "connection" : "connections");
    if (c.kept_secrets)
        fputs(w->connections ? ", beside those that were there" : "; it has the secrets that were there", to);
    fputs(w->connections || c.kept_secrets ? ": who has it can read what was encrypted\n" : "\n", to);
}

void rewrite_free(rewrite *w) {
    if (w->opened)
        output_drop(&w->out);
    w->opened = false;
    wt_edit_free(w->edit);
    wt_keylines_free(w->keys);
    wt_out_free(w->lines);
}
