/* writer.c - write pcap and pcapng files; a file appears whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "capture/blocks.h"
#include "capture/build.h"

enum { BUFFER = 65536, MAX_POINTS = 4096 };

typedef struct known {
    uint32_t linktype, number;       /* the frame's interface number */
} known;

struct wt_writer {
    int fd;
    enum wt_file_format format;
    bool at_once, failed, begun, standard, private;
    char *path, *temporary;
    uint32_t linktype;               /* pcap: of all frames */
    known points[MAX_POINTS];        /* pcapng: interfaces written so far */
    uint32_t point_count;
    wt_problem problem;
    uint64_t size;
    size_t used;
    uint8_t buf[BUFFER];
    wt_build b;                      /* a pcapng block */
};

static bool fail(wt_writer *w, const char *hint, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool fail(wt_writer *w, const char *hint, const char *format, ...) {
    if (w->failed)
        return false;
    va_list ap;
    va_start(ap, format);
    vsnprintf(w->problem.text, sizeof w->problem.text, format, ap);
    va_end(ap);
    snprintf(w->problem.hint, sizeof w->problem.hint, "%s", hint);
    w->failed = true;
    return false;
}

/* ---- bytes ------------------------------------------------------------------------------ */

bool wt_writer_flush(wt_writer *w) {
    size_t done = 0;
    while (done < w->used && !w->failed) {
        ssize_t n = write(w->fd, w->buf + done, w->used - done);
        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR)
            fail(w, "", "cannot write %.160s: %s", w->path, strerror(errno));
    }
    w->used = 0;
    return !w->failed;
}

static void put(wt_writer *w, const void *p, size_t n) {
    const uint8_t *from = p;
    w->size += n;
    while (n && !w->failed) {
        size_t part = BUFFER - w->used < n ? BUFFER - w->used : n;
        memcpy(w->buf + w->used, from, part);
        w->used += part;
        from += part;
        n -= part;
        if (w->used == BUFFER)
            wt_writer_flush(w);
    }
}

static void put32(wt_writer *w, uint32_t v) { put(w, &v, 4); }
static void put16(wt_writer *w, uint16_t v) { put(w, &v, 2); }

/* The block that was built. */
static bool put_block(wt_writer *w) {
    size_t n;
    const uint8_t *block = wt_build_finish(&w->b, &n);
    if (!block)
        return fail(w, "", "out of memory");
    put(w, block, n);
    return !w->failed;
}

/* ---- pcap ------------------------------------------------------------------------------- */

static bool pcap_frame(wt_writer *w, const wt_frame *f) {
    if (!w->begun) {
        w->begun = true;
        w->linktype = f->linktype;
        put32(w, w->format == WT_FILE_PCAP ? 0xa1b23c4d : 0xa1b2c3d4);
        put16(w, 2);
        put16(w, 4);
        put32(w, 0);
        put32(w, 0);
        put32(w, 262144);
        put32(w, f->linktype);
    }
    if (f->linktype != w->linktype)
        return fail(w, "Name the file .pcapng.", "a pcap file holds one link type: frame %llu has another",
                    (unsigned long long)f->number);
    int64_t t = f->time_ns == INT64_MIN ? 0 : f->time_ns;
    if (t < 0 || t / 1000000000 > UINT32_MAX)
        return fail(w, "Name the file .pcapng.", "a pcap file holds times from 1970 to 2106: frame %llu has another",
                    (unsigned long long)f->number);
    put32(w, (uint32_t)(t / 1000000000));
    put32(w, (uint32_t)(t % 1000000000) / (w->format == WT_FILE_PCAP ? 1 : 1000));
    put32(w, f->caplen);
    put32(w, f->len);
    put(w, f->data, f->caplen);
    return !w->failed;
}

/* ---- pcapng ----------------------------------------------------------------------------- */

static void begin_section(wt_writer *w, const char *comment, size_t size) {
    if (w->begun)
        return;
    w->begun = true;
    wt_build_section(&w->b);
    if (size)
        wt_build_option(&w->b, WT_OPTION_COMMENT, comment, size);
    wt_build32(&w->b, 0);
    put_block(w);
}

static void describe(wt_writer *w, uint32_t linktype, const wt_interface *i) {
    wt_build_interface(&w->b, linktype, i ? i->snaplen : 0, true);
    if (i && i->name[0])
        wt_build_option(&w->b, 2, i->name, strlen(i->name));
    if (i && i->description[0])
        wt_build_option(&w->b, 3, i->description, strlen(i->description));
    wt_build32(&w->b, 0);
    put_block(w);
}

/* The number in the file of this capture point, which is described when it is first seen. */
static bool point_of(wt_writer *w, const wt_frame *f, const wt_interface *i, uint32_t *number) {
    for (*number = 0; *number < w->point_count; ++*number)
        if (w->points[*number].number == f->interface && w->points[*number].linktype == f->linktype)
            return true;
    if (w->point_count == MAX_POINTS)
        return fail(w, "", "more than %d interfaces", MAX_POINTS);
    w->points[w->point_count++] = (known){f->linktype, f->interface};
    describe(w, f->linktype, i);
    return true;
}

static bool pcapng_frame(wt_writer *w, const wt_frame *f, const wt_interface *i) {
    uint32_t number;
    begin_section(w, NULL, 0);
    if (!point_of(w, f, i, &number))
        return false;
    wt_build_packet(&w->b, number, f, f->len, 1);
    if (f->comment && f->comment_len) {
        wt_build_option(&w->b, WT_OPTION_COMMENT, f->comment,
                        f->comment_len < UINT16_MAX ? f->comment_len : UINT16_MAX);
        wt_build32(&w->b, 0);
    }
    return put_block(w);
}

bool wt_writer_comment(wt_writer *w, const char *text, size_t n) {
    if (w->format == WT_FILE_PCAP)
        return fail(w, "Name the file .pcapng.", "a pcap file can't hold a comment");
    if (n > UINT16_MAX || w->begun)
        return fail(w, "", "a comment on a file is at most %d bytes, and comes first", UINT16_MAX);
    begin_section(w, text, n);
    return !w->failed;
}

bool wt_writer_dropped(wt_writer *w, uint32_t interface, uint64_t dropped) {
    for (uint32_t i = 0; i < w->point_count && dropped && w->format == WT_FILE_PCAPNG; i++)
        if (w->points[i].number == interface) {
            wt_build_begin(&w->b, WT_BLOCK_STATISTICS);
            wt_build32(&w->b, i);
            wt_build64(&w->b, 0);          /* when it was counted is not said */
            wt_build_option(&w->b, 7, &dropped, sizeof dropped);
            wt_build32(&w->b, 0);
            return put_block(w);
        }
    return !w->failed;
}

/* A file that is not named yet is private already; pipes and devices are nobody's to change. */
static bool keep_private(wt_writer *w) {
    struct stat about;
    w->private = true;
    return w->temporary || w->standard || fstat(w->fd, &about) != 0 || !S_ISREG(about.st_mode) ||
           fchmod(w->fd, 0600) == 0;
}

bool wt_writer_secrets(wt_writer *w, uint32_t type, const uint8_t *p, size_t n) {
    if (w->format != WT_FILE_PCAPNG)
        return fail(w, "Name the file .pcapng.", "a pcap file can't hold secrets");
    begin_section(w, NULL, 0);
    if (!keep_private(w))
        return fail(w, "", "cannot keep the secrets in %.160s private: %s", w->path, strerror(errno));
    wt_build_secrets(&w->b, type, p, n);
    return put_block(w);
}

bool wt_writer_frame(wt_writer *w, const wt_frame *f, const wt_interface *i) {
    if (f->linktype > 65535)
        return true;                       /* a custom block is no frame */
    return w->format == WT_FILE_PCAPNG ? pcapng_frame(w, f, i) : pcap_frame(w, f);
}

/* ---- files ------------------------------------------------------------------------------ */

uint64_t wt_writer_size(const wt_writer *w) { return w->size; }

const wt_problem *wt_writer_problem(const wt_writer *w) { return &w->problem; }

static bool open_file(wt_writer *w, const char *path) {
    w->standard = strcmp(path, "-") == 0;
    w->path = strdup(w->standard ? "standard output" : path);
    if (!w->path)
        return fail(w, "", "out of memory");
    struct stat there;
    bool exists = !w->standard && stat(path, &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) {
        errno = EISDIR;
        return fail(w, "Name a file in it.", "cannot write %.160s: it is a directory", path);
    }
    if (w->standard) {
        w->fd = dup(STDOUT_FILENO);
    } else if (w->at_once || (exists && !S_ISREG(there.st_mode))) {   /* a pipe or device stays what it is */
        w->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    } else {
        if (asprintf(&w->temporary, "%s.XXXXXX", path) < 0)
            w->temporary = NULL;
        w->fd = w->temporary ? mkostemp(w->temporary, O_CLOEXEC) : -1;
    }
    return w->fd >= 0 || fail(w, errno == EACCES ? "You may not write there; name another place."
                                 : errno == ENOENT ? "Is the folder there?" : "",
                              "cannot write %.160s: %s", path, strerror(errno));
}

wt_writer *wt_writer_open(const char *path, enum wt_file_format format, bool at_once, wt_problem *problem) {
    wt_writer *w = calloc(1, sizeof *w);
    if (!w) {
        *problem = (wt_problem){"out of memory", ""};
        return NULL;
    }
    w->format = format;
    w->at_once = at_once;
    w->fd = -1;
    if (!open_file(w, path)) {
        int error = errno;
        *problem = w->problem;
        wt_writer_abort(w);
        errno = error;
        return NULL;
    }
    return w;
}

/* An empty capture is a capture, too: its header says of what kind. */
static void finish(wt_writer *w) {
    wt_frame nothing = {.linktype = 1};
    if (!w->begun && w->format == WT_FILE_PCAPNG)
        begin_section(w, NULL, 0);
    else if (!w->begun) {
        pcap_frame(w, &nothing);
        w->used = w->used >= 16 ? w->used - 16 : 0;
    }
    wt_writer_flush(w);
}

/* Until now only its owner could read it; that stays so if there are secrets in it. */
static void set_mode(wt_writer *w) {
    if (!w->temporary || w->private)
        return;
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(w->fd, 0666 & ~mask) != 0)
        fail(w, "", "cannot set the mode of %.160s: %s", w->path, strerror(errno));
}

bool wt_writer_close(wt_writer *w, wt_problem *problem) {
    finish(w);
    set_mode(w);
    if (!w->failed && w->temporary && rename(w->temporary, w->path) != 0)
        fail(w, "", "cannot name the file %.160s: %s", w->path, strerror(errno));
    bool ok = !w->failed;
    if (problem)
        *problem = w->problem;
    if (ok) {
        free(w->temporary);
        w->temporary = NULL;
    }
    wt_writer_abort(w);
    return ok;
}

void wt_writer_abort(wt_writer *w) {
    if (!w)
        return;
    if (w->fd >= 0)
        close(w->fd);
    if (w->temporary)
        unlink(w->temporary);
    free(w->temporary);
    free(w->path);
    free(w->b.buf);
    free(w);
}
