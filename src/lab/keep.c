/* keep.c - a capture kept as a file, with the lab's notes at the frames that matter. */
#include "lab/keep.h"

#include <stdlib.h>
#include <string.h>

#include "lab/handin.h"

enum { NOTE_ROOM = 600 };

/* The first frame that the note is about; 0: there is none. */
static uint64_t frame_of(const guide *g, const trace *t, const lab_step *s, const lab_note *n) {
    expr_context c = {.trace = t, .step = s->id};
    wt_problem unused;
    answer a = {.number = 0};
    char *frames = vary_fill(&g->vary, n->frames), *number = NULL;
    if (frames && asprintf(&number, "number(%s)", frames) > 0 && !expr_value(&c, number, &a, &unused))
        a.number = 0;
    free(number);
    free(frames);
    return (uint64_t)a.number;
}

/* The frame's comment and all notes about it, one after the other.  Its length. */
static uint32_t comment(const guide *g, const wt_frame *f, const uint64_t *frames, char *out) {
    const lab_file *file = g->lab->file;
    size_t used = f->comment_len < NOTE_ROOM / 2 ? f->comment_len : NOTE_ROOM / 2, note = 0;
    memcpy(out, f->comment ? f->comment : "", f->comment ? used : 0);
    for (unsigned i = 0; i < file->steps_count; i++)
        for (unsigned k = 0; k < file->steps[i].notes_count; k++)
            if (frames[note++] == f->number && used < NOTE_ROOM) {
                char *say = vary_fill(&g->vary, file->steps[i].notes[k].say);
                int n = snprintf(out + used, NOTE_ROOM - used, "%s%s", used ? "; " : "", say ? say : "");
                used += n > 0 && (size_t)n < NOTE_ROOM - used ? (size_t)n : 0;
                free(say);
            }
    return (uint32_t)used;
}

static uint64_t *all_frames(const guide *g, const trace *t) {
    const lab_file *file = g->lab->file;
    size_t count = 0, note = 0;
    for (unsigned i = 0; i < file->steps_count; i++)
        count += file->steps[i].notes_count;
    uint64_t *frames = calloc(count + 1, sizeof *frames);
    for (unsigned i = 0; frames && i < file->steps_count; i++)
        for (unsigned k = 0; k < file->steps[i].notes_count; k++)
            frames[note++] = frame_of(g, t, &file->steps[i], &file->steps[i].notes[k]);
    return frames;
}

static int write_frames(const guide *g, wt_reader *r, wt_writer *w, const uint64_t *frames) {
    char text[NOTE_ROOM];
    wt_frame f;
    int got;
    while ((got = wt_reader_next(r, &f)) == 1) {
        if (frames) {
            f.comment_len = comment(g, &f, frames, text);
            f.comment = f.comment_len ? text : NULL;
        }
        if (!wt_writer_frame(w, &f, wt_reader_interface(r, f.interface)))
            return -1;
    }
    for (uint32_t i = 0; got == 0 && wt_reader_interface(r, i); i++)
        if (!wt_writer_dropped(w, i, wt_reader_dropped(r, i)))
            return -1;
    return got;
}

/* What `t` was read from, written anew: `about` it, its keys, its frames, with notes if `frames` says where. */
static bool copy(const guide *g, const trace *t, const char *from, const char *to, const char *about,
                 const uint64_t *frames, wt_problem *problem) {
    wt_reader *r = wt_reader_open(from, problem);
    wt_writer *w = r ? wt_writer_open(to, WT_FILE_PCAPNG, false, problem) : NULL;
    bool ok = w && wt_writer_comment(w, about, strlen(about)) &&
              (!t->secrets_size || wt_writer_secrets(w, WT_TLS_KEY_LOG, t->secrets, t->secrets_size)) &&
              write_frames(g, r, w, frames) == 0;
    if (w && ok) {
        ok = wt_writer_close(w, problem);
    } else if (w) {
        *problem = wt_writer_problem(w)->text[0] ? *wt_writer_problem(w) : *wt_reader_problem(r);
        wt_writer_abort(w);
    }
    wt_reader_free(r);
    return ok;
}

bool keep_copy(const guide *g, const char *from, const char *to, wt_problem *problem) {
    trace *t = trace_open(from, problem);
    uint64_t *frames = t ? all_frames(g, t) : NULL;
    char *about = t ? handin_seal(t) : NULL;
    bool ok = frames && about && copy(g, t, from, to, about, frames, problem);
    free(about);
    free(frames);
    trace_close(t);
    return ok;
}

bool keep_handin(const char *from, const char *to, const progress *answers, const char *name, wt_problem *problem) {
    trace *t = trace_open(from, problem);
    char *about = t ? handin_text(t, answers, name) : NULL;
    bool ok = about && copy(NULL, t, from, to, about, NULL, problem);
    free(about);
    trace_close(t);
    return ok;
}
