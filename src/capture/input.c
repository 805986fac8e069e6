/* input.c - a capture file's bytes: buffered, decompressed, and waited for where the file still grows. */
#include "capture/reader.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

enum { BUFFER = 262144 };

struct wt_unzstd {
    ZSTD_DStream *stream;
    bool inside;                 /* of a zstd frame: it does not end here */
    size_t at, end;
    uint8_t packed[BUFFER];
};

/* ---- opening ---------------------------------------------------------------------------- */

bool wt_input_open(wt_reader *r, int fd) {
    r->in = gzdopen(fd, "rb");
    r->fd = fd;
    if (!r->in) {
        close(fd);
        return false;
    }
    if (!r->buf) {
        r->buf = malloc(BUFFER);
        r->cap = r->buf ? BUFFER : 0;
    }
    gzbuffer(r->in, BUFFER / 4);           /* small beside ours, or else plain files go through both */
    r->at = r->end = 0;
    r->ended = r->damaged = r->swapped = false;
    return r->buf != NULL;
}

static void close_zstd(wt_reader *r) {
    if (r->zstd)
        ZSTD_freeDStream(r->zstd->stream);
    free(r->zstd);
    r->zstd = NULL;
}

void wt_input_close(wt_reader *r) {
    close_zstd(r);
    if (r->in)
        gzclose_r(r->in);
    r->in = NULL;
}

const char *wt_reader_compression(const wt_reader *r) { return r->zstd ? "zstd" : r->in && !gzdirect(r->in) ? "gzip" : ""; }

/* ---- zstd ------------------------------------------------------------------------------- */

/* RFC 8878 §3.1: a frame's magic number, or that of one to be skipped. */
static bool is_zstd(const uint8_t *p) {
    return memcmp(p, "\x28\xb5\x2f\xfd", 4) == 0 || ((p[0] & 0xf0) == 0x50 && memcmp(p + 1, "\x2a\x4d\x18", 3) == 0);
}

/* What was read so far is packed: it is put aside, and unpacked from now on. */
static bool begin_zstd(wt_reader *r) {
    struct wt_unzstd *z = calloc(1, sizeof *z);
    r->zstd = z;
    if (!z || !(z->stream = ZSTD_createDStream()))
        return false;
    z->end = r->end - r->at;
    memcpy(z->packed, r->buf + r->at, z->end);
    r->at = r->end = 0;
    return true;
}

/* As many bytes as come next; 0 at the end, -1 if they are damaged. */
static int unzstd(wt_reader *r, uint8_t *to, size_t room) {
    struct wt_unzstd *z = r->zstd;
    ZSTD_outBuffer out = {to, room, 0};
    while (!out.pos) {
        if (z->at == z->end) {
            int got = gzread(r->in, z->packed, BUFFER);
            if (got <= 0)
                return got < 0 || z->inside ? -1 : 0;
            z->at = 0;
            z->end = (size_t)got;
        }
        ZSTD_inBuffer in = {z->packed, z->end, z->at};
        size_t left = ZSTD_decompressStream(z->stream, &out, &in);
        if (ZSTD_isError(left))
            return -1;
        z->at = in.pos;
        z->inside = left != 0;
    }
    return (int)out.pos;
}

/* ---- a file that grows ------------------------------------------------------------------ */

/* Whether the file of that name is still this one, and as long as it was. */
static enum wt_growing look(const wt_reader *r) {
    struct stat here, there;
    if (fstat(r->fd, &here) != 0)
        return WT_GROWING_END;
    if (stat(r->path, &there) == 0 && (there.st_ino != here.st_ino || there.st_dev != here.st_dev))
        return WT_GROWING_REPLACED;
    return here.st_size < lseek(r->fd, 0, SEEK_CUR) ? WT_GROWING_CUT : WT_GROWING_END;
}

/* The input is used up: true if it is worth another look. */
static bool wait_for_more(wt_reader *r, bool *last) {
    if (!r->options.follow || !r->regular || r->zstd)
        return false;
    enum wt_growing what = look(r);
    gzclearerr(r->in);
    if (what == WT_GROWING_REPLACED && !*last)
        return *last = true;               /* it may have got more bytes before it lost its name */
    if (what != WT_GROWING_END) {
        r->options.follow(r->options.user, what);
        r->replaced = true;
        return false;
    }
    r->stopped = !r->options.follow(r->options.user, WT_GROWING_END);
    return !r->stopped;
}

/* ---- reading ---------------------------------------------------------------------------- */

static bool make_room(wt_reader *r, size_t n) {
    memmove(r->buf, r->buf + r->at, r->end - r->at);
    r->end -= r->at;
    r->at = 0;
    if (n <= r->cap)
        return true;
    size_t cap = r->cap;
    while (cap < n)
        cap *= 2;
    uint8_t *grown = realloc(r->buf, cap);
    if (!grown)
        return false;
    r->buf = grown;
    r->cap = cap;
    return true;
}

const uint8_t *wt_input_peek(wt_reader *r, size_t n) {
    bool last = false;
    while (r->end - r->at < n && !r->ended) {
        if (r->cap - r->at < n && !make_room(r, n))
            return NULL;
        if (r->end == r->cap && !make_room(r, n))
            return NULL;
        size_t room = r->cap - r->end;
        int got = r->zstd ? unzstd(r, r->buf + r->end, room) : gzread(r->in, r->buf + r->end, (unsigned)room);
        if (got == 0 && wait_for_more(r, &last))
            continue;
        if (got < 0)
            r->damaged = true;
        if (got <= 0)
            r->ended = true;
        else
            r->end += (size_t)got;
    }
    return r->end - r->at >= n ? r->buf + r->at : NULL;
}

bool wt_input_unpack(wt_reader *r) {
    const uint8_t *p = wt_input_peek(r, 4);
    return !p || !is_zstd(p) || begin_zstd(r);
}
