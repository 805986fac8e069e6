/* input.c - a capture file's bytes: buffered, decompressed, and waited for where the file still grows. */
#include "capture/reader.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include "core/pages.h"

enum { BUFFER = 131072 };

struct wt_unzstd {
    ZSTD_DStream *stream;
    bool inside;                 /* of a zstd frame: it does not end here */
    size_t at, end;
    uint8_t packed[BUFFER];
};

/* A pipe's bytes are unpacked here, as zlib's own files wait for a whole buffer of them; and a file's. */
struct wt_gunzip {
    z_stream stream;
    bool inside, over;           /* of a gzip member: it does not end here; nothing follows the last one */
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
    if (r->cap != BUFFER) {                /* none yet, or grown for the file before this one */
        free(r->buf);
        r->buf = malloc(BUFFER);
        r->cap = r->buf ? BUFFER : 0;
        wt_pages_ready(r->buf, r->cap);
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

static void close_gunzip(wt_reader *r) {
    if (r->gunzip)
        inflateEnd(&r->gunzip->stream);
    free(r->gunzip);
    r->gunzip = NULL;
}

void wt_input_close(wt_reader *r) {
    close_zstd(r);
    close_gunzip(r);
    if (r->in)
        gzclose_r(r->in);
    r->in = NULL;
}

const char *wt_reader_compression(const wt_reader *r) {
    return r->zstd ? "zstd" : r->gunzip || (r->in && r->regular && !gzdirect(r->in)) ? "gzip" : "";
}

/* ---- as they come ----------------------------------------------------------------------- */

/* What a pipe has, without waiting for more than that; who shows frames may do so before nothing comes for a while. */
static int from_pipe(wt_reader *r, uint8_t *to, size_t room) {
    struct pollfd p = {.fd = r->fd, .events = POLLIN};
    ssize_t got;
    if (r->options.waits && poll(&p, 1, 0) == 0)
        r->options.waits(r->options.user);
    do
        got = read(r->fd, to, room);
    while (got < 0 && errno == EINTR);
    return (int)got;
}

/* What was read so far is packed: it is put aside, to be unpacked.  How much it is; 0 if
 * there is more than room for it. */
static size_t put_aside(wt_reader *r, uint8_t packed[BUFFER]) {
    size_t n = r->end - r->at;
    if (n > BUFFER)
        return 0;
    memcpy(packed, r->buf + r->at, n);
    r->at = r->end = 0;
    return n;
}

static bool begin_gunzip(wt_reader *r) {
    struct wt_gunzip *z = calloc(1, sizeof *z);
    if (!z || inflateInit2(&z->stream, 15 + 16) != Z_OK) {
        free(z);
        return false;
    }
    r->gunzip = z;
    return (z->end = put_aside(r, z->packed)) > 0;
}

/* Another member may follow; other bytes there are left alone, as gzip does. */
static bool next_member(wt_reader *r) {
    struct wt_gunzip *z = r->gunzip;
    if (z->end - z->at == 1) {
        z->packed[0] = z->packed[z->at];
        int got = from_pipe(r, z->packed + 1, BUFFER - 1);
        z->at = 0;
        z->end = 1 + (got > 0 ? (size_t)got : 0);
    }
    z->over = z->end - z->at < 2 || z->packed[z->at] != 0x1f || z->packed[z->at + 1] != 0x8b;
    return !z->over;
}

/* As many bytes as come next; 0 at the end, -1 if they are damaged. */
static int gunzip(wt_reader *r, uint8_t *to, size_t room) {
    struct wt_gunzip *z = r->gunzip;
    z->stream.next_out = to;
    z->stream.avail_out = (uInt)room;
    int what = Z_OK;
    while (z->stream.avail_out == room && !z->over) {
        if (z->at == z->end) {
            int got = from_pipe(r, z->packed, BUFFER);
            if (got <= 0)
                return got < 0 || z->inside ? -1 : 0;
            z->at = 0;
            z->end = (size_t)got;
        }
        if (!z->inside && !next_member(r))
            break;
        z->stream.next_in = z->packed + z->at;
        z->stream.avail_in = (uInt)(z->end - z->at);
        z->inside = true;
        what = inflate(&z->stream, Z_NO_FLUSH);
        z->at = z->end - z->stream.avail_in;
        if (what == Z_STREAM_END) {
            z->inside = false;
            inflateReset(&z->stream);
        } else if (what != Z_OK && what != Z_BUF_ERROR) {
            break;                         /* what was unpacked before it counts; the next call comes here again */
        }
    }
    bool damaged = what != Z_OK && what != Z_BUF_ERROR && what != Z_STREAM_END;
    return damaged && z->stream.avail_out == room ? -1 : (int)(room - z->stream.avail_out);
}

/* Of a file.  For zlib it has just ended, also in the middle of what is packed; while it is followed, more may come. */
static int from_file(wt_reader *r, uint8_t *to, size_t room) {
    int got = gzread(r->in, to, (unsigned)room), error = Z_OK;
    if (got == 0 && !r->options.follow)
        gzerror(r->in, &error);
    return error == Z_BUF_ERROR ? -1 : got;
}

/* Bytes of the file, with gzip undone. */
static int more(wt_reader *r, uint8_t *to, size_t room) {
    return r->gunzip ? gunzip(r, to, room) : r->regular && !r->packed ? from_file(r, to, room) : from_pipe(r, to, room);
}

/* ---- zstd ------------------------------------------------------------------------------- */

/* RFC 8878 §3.1: a frame's magic number, or that of one to be skipped. */
static bool is_zstd(const uint8_t *p) {
    return memcmp(p, "\x28\xb5\x2f\xfd", 4) == 0 || ((p[0] & 0xf0) == 0x50 && memcmp(p + 1, "\x2a\x4d\x18", 3) == 0);
}

static bool begin_zstd(wt_reader *r) {
    struct wt_unzstd *z = calloc(1, sizeof *z);
    r->zstd = z;
    if (!z || !(z->stream = ZSTD_createDStream()))
        return false;
    return (z->end = put_aside(r, z->packed)) > 0;
}

/* As many bytes as come next; 0 at the end, -1 if they are damaged. */
static int unzstd(wt_reader *r, uint8_t *to, size_t room) {
    struct wt_unzstd *z = r->zstd;
    ZSTD_outBuffer out = {to, room, 0};
    while (!out.pos) {
        if (z->at == z->end) {
            int got = more(r, z->packed, BUFFER);
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

const uint8_t *wt_input_more(wt_reader *r, size_t n) {
    bool last = false;
    while (r->end - r->at < n && !r->ended) {
        if (r->cap - r->at < n && !make_room(r, n))
            return NULL;
        size_t room = r->cap - r->end;
        int got = r->zstd ? unzstd(r, r->buf + r->end, room) : more(r, r->buf + r->end, room);
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

/* A gzip file that does not grow is unpacked as a pipe's is: zlib's files throw away what comes just before damage. */
static bool is_packed_file(const wt_reader *r) {
    uint8_t magic[2];
    off_t here = r->regular && !r->options.follow ? lseek(r->fd, 0, SEEK_CUR) : -1;
    return here >= 0 && pread(r->fd, magic, 2, here) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
}

bool wt_input_unpack(wt_reader *r) {
    r->packed = is_packed_file(r);
    const uint8_t *p = wt_input_peek(r, 4);
    if (p && (!r->regular || r->packed) && p[0] == 0x1f && p[1] == 0x8b) {
        if (!begin_gunzip(r))
            return false;
        p = wt_input_peek(r, 4);
    }
    return !p || !is_zstd(p) || begin_zstd(r);
}
