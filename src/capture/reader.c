/* reader.c - open a capture file, find its format, feed the format's reader. */
#include "capture/blocks.h"
#include "capture/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- problems --------------------------------------------------------------------------- */

static void set_problem(wt_problem *p, const char *hint, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static void set_problem(wt_problem *p, const char *hint, const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    vsnprintf(p->text, sizeof p->text, format, ap);
    va_end(ap);
    snprintf(p->hint, sizeof p->hint, "%s", hint);
}

int wt_broken(wt_reader *r, const char *hint, const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    vsnprintf(r->problem.text, sizeof r->problem.text, format, ap);
    va_end(ap);
    snprintf(r->problem.hint, sizeof r->problem.hint, "%s", hint);
    r->broken = true;
    return -1;
}

int wt_cut_short(wt_reader *r, const char *what) {
    if (r->stopped || r->replaced)
        return 0;
    if (r->damaged)
        return wt_broken(r, "The file was cut or changed after it was compressed; what came before is shown.",
                         "the compressed data is damaged after frame %llu", (unsigned long long)r->frames);
    return wt_broken(r, "It was probably copied or stopped while it was being written; all whole frames are shown.",
                     r->frames ? "the file ends in the middle of %s, after frame %llu"
                               : "the file ends in the middle of %s, before the first frame", what,
                     (unsigned long long)r->frames);
}

struct wt_point *wt_add_point(wt_reader *r, uint32_t linktype, uint32_t snaplen) {
    if (r->point_count == r->point_cap) {
        uint32_t cap = r->point_cap ? r->point_cap * 2 : 4;
        struct wt_point *grown = cap > WT_MAX_INTERFACES ? NULL : realloc(r->points, cap * sizeof *grown);
        if (!grown)
            return NULL;
        r->points = grown;
        r->point_cap = cap;
    }
    struct wt_point *p = &r->points[r->point_count++];
    memset(p, 0, sizeof *p);
    p->info.linktype = linktype;
    p->info.snaplen = snaplen;
    p->ticks = 1000000;
    return p;
}

/* ---- open and close --------------------------------------------------------------------- */

static int open_path(const char *path, wt_problem *problem) {
    if (strcmp(path, "-") == 0)
        return dup(STDIN_FILENO);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0) {
        const char *hint = errno == ENOENT ? "Check the name; `ls` shows what is there."
                         : errno == EACCES ? "You may not read it; `ls -l` shows who may." : "";
        set_problem(problem, hint, "cannot open %.180s: %s", path, strerror(errno));
        return -1;
    }
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        set_problem(problem, "Name a capture file in it.", "%.180s is a directory", path);
        return -1;
    }
    return fd;
}

static bool find_format(wt_reader *r, const char *path, wt_problem *problem) {
    static int (*const formats[])(wt_reader *) = {wt_pcap_open, wt_pcapng_open, wt_snoop_open};
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    if (!wt_input_unpack(r)) {
        set_problem(problem, "", "out of memory");
        return false;
    }
    if (!wt_input_peek(r, 1) && r->damaged) {
        set_problem(problem, "Compressed files open only from a whole beginning.",
                    "the compressed data of %.180s is damaged or cut", name);
        return false;
    }
    if (!wt_input_peek(r, 1)) {
        set_problem(problem, "A capture file has at least a header.", "%.180s is empty", name);
        return false;
    }
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        int yes = formats[i](r);
        if (yes > 0)
            return true;
        if (yes < 0) {
            *problem = r->problem;
            return false;
        }
    }
    set_problem(problem, "It can be pcap, pcapng or snoop, also compressed with gzip or zstd.",
                "%.180s is not a capture file that wiretale knows", name);
    return false;
}

static int nothing(wt_reader *r, wt_frame *f) {
    (void)r;
    (void)f;
    return 0;
}

/* Open the file of that name, again if need be, and read its header. */
static bool begin(wt_reader *r, const char *path, wt_problem *problem) {
    struct stat st;
    wt_input_close(r);
    r->block = NULL;
    r->block_length = 0;
    int fd = open_path(path, problem);
    if (fd < 0)
        return false;
    r->regular = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (!wt_input_open(r, fd)) {
        set_problem(problem, "", "out of memory");
        return false;
    }
    r->first_point = r->point_count;
    if (find_format(r, path, problem) || r->replaced)
        return true;
    r->format = "pcap";
    r->next = nothing;                     /* stopped before its header was there: as if it were empty */
    return r->stopped;
}

wt_reader *wt_reader_open_with(const char *path, const wt_reader_options *options, wt_problem *problem) {
    *problem = (wt_problem){.text = ""};
    wt_reader *r = calloc(1, sizeof *r);
    if (r) {
        r->options = *options;
        r->path = strdup(path);
    }
    if (!r || !r->path) {
        set_problem(problem, "", "out of memory");
        wt_reader_free(r);
        return NULL;
    }
    bool good;
    do {
        r->replaced = false;
        good = begin(r, path, problem);
    } while (good && r->replaced);
    if (!good) {
        wt_reader_free(r);
        return NULL;
    }
    return r;
}

wt_reader *wt_reader_open(const char *path, wt_problem *problem) {
    return wt_reader_open_with(path, &(wt_reader_options){.follow = NULL}, problem);
}

wt_reader *wt_reader_again(const wt_reader *r) {
    char path[40];
    wt_problem problem;
    if (!r->regular || r->options.follow || *wt_reader_compression(r))
        return NULL;
    snprintf(path, sizeof path, "/proc/self/fd/%d", r->fd);
    return wt_reader_open(path, &problem);
}

int wt_reader_next(wt_reader *r, wt_frame *f) {
    if (r->broken)
        return -1;
    memset(f, 0, sizeof *f);
    int got = r->next(r, f);
    while (got == 0 && r->replaced) {
        r->replaced = false;
        if (!begin(r, r->path, &r->problem)) {
            r->broken = true;
            return -1;
        }
        got = r->replaced ? 0 : r->next(r, f);
    }
    if (got == 0 && r->damaged)
        return wt_cut_short(r, "a frame");
    if (got == 1)
        f->number = ++r->frames;
    return got;
}

const wt_problem *wt_reader_problem(const wt_reader *r) { return &r->problem; }
const char *wt_reader_format(const wt_reader *r) { return r->format; }

const wt_interface *wt_reader_interface(const wt_reader *r, uint32_t number) {
    return number < r->point_count ? &r->points[number].info : NULL;
}

void wt_reader_on_secrets(wt_reader *r, void (*fn)(void *, uint32_t, const uint8_t *, size_t), void *user) {
    r->on_secrets = fn;
    r->secrets_user = user;
}

void wt_reader_on_name(wt_reader *r, void (*fn)(void *, const uint8_t *, size_t, const char *), void *user) {
    r->on_name = fn;
    r->name_user = user;
}

void wt_reader_on_comment(wt_reader *r, void (*fn)(void *, const char *, size_t), void *user) {
    r->on_comment = fn;
    r->comment_user = user;
}

uint64_t wt_reader_dropped(const wt_reader *r, uint32_t number) {
    return number < r->point_count ? r->points[number].dropped : 0;
}

void wt_reader_on_block(wt_reader *r, void (*fn)(void *, const uint8_t *, size_t), void *user) {
    r->on_block = fn;
    r->block_user = user;
}

const uint8_t *wt_reader_block(const wt_reader *r, size_t *length) {
    *length = r->block_length;
    return r->block;
}

void wt_reader_free(wt_reader *r) {
    if (!r)
        return;
    wt_input_close(r);
    free(r->buf);
    free(r->path);
    free(r->points);
    free(r);
}
