/* capture.h - frames from files, frames to files, frames from an interface.
 *
 * Reading: pcap (both byte orders, micro- and nanoseconds, the "modified" variant), pcapng (all block types in use, several
 * sections and interfaces), snoop (RFC 1761); each of them compressed with gzip, too, and from standard input.
 * One object is for one thread; two objects share nothing. */
#ifndef WIRETALE_CAPTURE_H
#define WIRETALE_CAPTURE_H

#include "tape.h"

/* What went wrong: one clear line, and what can be done about it ("" if nothing). */
typedef struct wt_problem {
    char text[256];
    char hint[256];
} wt_problem;

/* A capture point. */
typedef struct wt_interface {
    char name[64], description[64];  /* as the file says, cut to fit; "" if it does not */
    uint32_t linktype;               /* LINKTYPE_ number */
    uint32_t snaplen;                /* bytes kept of each frame; 0: all */
} wt_interface;

/* ---- reading files ---------------------------------------------------------------------- */

typedef struct wt_reader wt_reader;

/* Open `path`, "-" for standard input, and read the file's header.  NULL: see `problem`. */
WT_API wt_reader *wt_reader_open(const char *path, wt_problem *problem);
/* The next frame, numbered from 1; its bytes and comment are valid until the next call.
 * 1: a frame.  0: the end.  -1: the file is broken or ends too early: wt_reader_problem() says where; every whole
 * frame before was given. */
WT_API int wt_reader_next(wt_reader *reader, wt_frame *frame);
WT_API const wt_problem *wt_reader_problem(const wt_reader *reader);
/* "pcap", "pcapng" or "snoop". */
WT_API const char *wt_reader_format(const wt_reader *reader);
/* The capture points seen so far (wt_frame.interface counts them over all sections); NULL past the last. */
WT_API const wt_interface *wt_reader_interface(const wt_reader *reader, uint32_t number);
/* Call fn for each block of decryption secrets (pcapng §4.7): `type` is 0x544c534b for a TLS key log.
 * Secrets before the first frame are told when that frame is read. */
WT_API void wt_reader_on_secrets(wt_reader *reader, void (*fn)(void *user, uint32_t type, const uint8_t *p, size_t n),
                                 void *user);
/* Call fn for each name that the file knows for an address (pcapng §4.5); `length` is 4 or 16. */
WT_API void wt_reader_on_name(wt_reader *reader,
                              void (*fn)(void *user, const uint8_t *address, size_t length, const char *name), void *user);
WT_API void wt_reader_free(wt_reader *reader);

#endif
