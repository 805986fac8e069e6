/* reader.h - what the file formats share: buffered input, byte order, problems. */
#ifndef WT_CAPTURE_READER_H
#define WT_CAPTURE_READER_H

#include <stdarg.h>
#include <string.h>
#include <zlib.h>

#include "wiretale/capture.h"

enum {
    WT_MAX_FRAME = 262144,       /* bytes of one frame: as libpcap and Wireshark have it */
    WT_MAX_BLOCK = 16777216,     /* bytes of one pcapng block: room for long key logs */
    WT_MAX_INTERFACES = 65536,
    WT_MAX_COMMENTS = 64         /* of one frame that are given; all are kept when it is written again */
};

struct wt_unzstd;
struct wt_gunzip;

struct wt_reader {
    gzFile in;
    int fd;                      /* the same file; closed with it */
    struct wt_unzstd *zstd;      /* NULL: not compressed so */
    struct wt_gunzip *gunzip;    /* the same of a pipe */
    char *path;                  /* to be looked at again while the file is followed */
    wt_reader_options options;
    bool regular, stopped, replaced;
    bool packed;                 /* a regular file that is gzip, and does not grow */
    uint8_t *buf;                /* bytes [at, end) are read but not used */
    size_t cap, at, end;
    bool ended, damaged;
    bool swapped;                /* the file's numbers are in the other byte order */
    int (*next)(wt_reader *, wt_frame *);
    const char *format;
    uint64_t frames;
    uint32_t stated_length;      /* of the last pcap or snoop frame on the wire, also where it is
                                  * less than what was captured */
    wt_problem problem;
    bool broken;
    /* pcap */
    int64_t tick_ns;             /* nanoseconds per unit of the second half of a time */
    uint32_t header_size, file_linktype;
    uint8_t lengths;             /* whether the two lengths of a frame are exchanged */
    /* pcapng */
    struct wt_point {
        wt_interface info;
        uint64_t ticks;          /* per second */
        int64_t offset_s;
        uint64_t dropped;        /* frames that were lost there */
    } *points;
    uint32_t point_count, point_cap, first_point;   /* of the current section */
    void (*on_secrets)(void *, uint32_t, const uint8_t *, size_t);
    void *secrets_user;
    void (*on_name)(void *, const uint8_t *, size_t, const char *);
    void *name_user;
    void (*on_comment)(void *, const char *, size_t);
    void *comment_user;
    void (*on_block)(void *, const uint8_t *, size_t);
    void *block_user;
    wt_comment more[WT_MAX_COMMENTS - 1];   /* of the last frame, behind its first */
    const uint8_t *block;        /* of the last frame */
    size_t block_length;
};

/* Take over an open file; closed when it is left.  False if memory ran out. */
bool wt_input_open(wt_reader *r, int fd);
void wt_input_close(wt_reader *r);
/* If the file begins as zstd does, or what a pipe gives as gzip does, what is read from now on is
 * unpacked.  False if memory ran out. */
bool wt_input_unpack(wt_reader *r);
/* At least n bytes at the returned place, or NULL where the input ends before (n <= WT_MAX_BLOCK + 64). */
const uint8_t *wt_input_more(wt_reader *r, size_t n);
static inline const uint8_t *wt_input_peek(wt_reader *r, size_t n) {
    return r->end - r->at >= n ? r->buf + r->at : wt_input_more(r, n);
}
static inline void wt_input_skip(wt_reader *r, size_t n) { r->at += n; }
static inline size_t wt_input_left(const wt_reader *r) { return r->end - r->at; }

static inline uint16_t wt_get16(const wt_reader *r, const uint8_t *p) {
    uint16_t v;
    memcpy(&v, p, 2);
    return r->swapped ? __builtin_bswap16(v) : v;
}
static inline uint32_t wt_get32(const wt_reader *r, const uint8_t *p) {
    uint32_t v;
    memcpy(&v, p, 4);
    return r->swapped ? __builtin_bswap32(v) : v;
}
static inline uint64_t wt_get64(const wt_reader *r, const uint8_t *p) {
    uint64_t v;
    memcpy(&v, p, 8);
    return r->swapped ? __builtin_bswap64(v) : v;
}

/* Note the problem; returns -1. */
int wt_broken(wt_reader *r, const char *hint, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The input ended inside something; returns -1, or 0 where that is no mistake, as the file is followed. */
int wt_cut_short(wt_reader *r, const char *what);
/* A new capture point; NULL if there are too many. */
struct wt_point *wt_add_point(wt_reader *r, uint32_t linktype, uint32_t snaplen);

/* Each looks at the beginning and takes over if it is its own: 1 yes, 0 no, -1 broken. */
int wt_pcap_open(wt_reader *r);
int wt_pcapng_open(wt_reader *r);
int wt_snoop_open(wt_reader *r);

#endif
