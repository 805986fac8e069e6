/* capture.h - frames from files, frames to files, frames from an interface.
 *
 * Reading: pcap (both byte orders, micro- and nanoseconds, the "modified" variant), pcapng (all block types in use,
 * several sections and interfaces), snoop (RFC 1761); each of them compressed with gzip or zstd, too, and from standard
 * input.  One object is for one thread; two objects share nothing. */
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

/* What happened to a file that is followed. */
enum wt_growing {
    WT_GROWING_END,                   /* no more bytes are there for now */
    WT_GROWING_REPLACED,              /* another file has its name; that one is read from its beginning */
    WT_GROWING_CUT                    /* it became shorter; it is read from its beginning */
};

/* How to read a file that still grows (a regular one; others end where they end). */
typedef struct wt_reader_options {
    /* Told what happened.  WT_GROWING_END: true after a wait to look again, false to end here, without a problem. */
    bool (*follow)(void *user, enum wt_growing what);
    /* What is read is no regular file (a pipe, …), and nothing is there for now: told before it is waited for. */
    void (*waits)(void *user);
    void *user;
} wt_reader_options;

/* The same with options.  A file that has no header yet is waited for. */
WT_API wt_reader *wt_reader_open_with(const char *path, const wt_reader_options *options, wt_problem *problem);
/* Another reader of the file that `reader` has open, from its beginning, also if it has lost its name by now.  NULL if
 * that can't be: it is no regular file, compressed or followed, or memory ran out. */
WT_API wt_reader *wt_reader_again(const wt_reader *reader);
/* The next frame, numbered from 1; its bytes and comment are valid until the next call.
 * 1: a frame.  0: the end.  -1: the file is broken or ends too early: wt_reader_problem() says where; every whole
 * frame before was given. */
WT_API int wt_reader_next(wt_reader *reader, wt_frame *frame);
WT_API const wt_problem *wt_reader_problem(const wt_reader *reader);
/* "pcap", "pcapng" or "snoop". */
WT_API const char *wt_reader_format(const wt_reader *reader);
/* "gzip" or "zstd"; "" if the file is not compressed. */
WT_API const char *wt_reader_compression(const wt_reader *reader);
/* The capture points seen so far (wt_frame.interface counts them over all sections); NULL past the last. */
WT_API const wt_interface *wt_reader_interface(const wt_reader *reader, uint32_t number);
enum { WT_TLS_KEY_LOG = 0x544c534b };
/* Call fn for each block of decryption secrets (pcapng §4.7): `type` is WT_TLS_KEY_LOG for one of TLS.
 * Secrets before the first frame are told when that frame is read. */
WT_API void wt_reader_on_secrets(wt_reader *reader, void (*fn)(void *user, uint32_t type, const uint8_t *p, size_t n),
                                 void *user);
/* Call fn for each name that the file knows for an address (pcapng §4.5); `length` is 4 or 16. */
WT_API void wt_reader_on_name(wt_reader *reader,
                              void (*fn)(void *user, const uint8_t *address, size_t length, const char *name),
                              void *user);
/* Call fn for each comment on the file itself (pcapng §4.1). */
WT_API void wt_reader_on_comment(wt_reader *reader, void (*fn)(void *user, const char *text, size_t n), void *user);
/* Frames that were lost at that capture point, as far as the file has said so (pcapng §4.6). */
WT_API uint64_t wt_reader_dropped(const wt_reader *reader, uint32_t number);
WT_API void wt_reader_free(wt_reader *reader);

/* ---- writing files ---------------------------------------------------------------------- */

typedef struct wt_writer wt_writer;

/* pcap with nanoseconds, with microseconds (older programs know only that), pcapng. */
enum wt_file_format { WT_FILE_PCAP, WT_FILE_PCAP_MICRO, WT_FILE_PCAPNG };

/* Write `path` ("-" is standard output) as that format.  Unless `at_once`, the file appears under its name only when
 * wt_writer_close() has written it whole.  `at_once` is for live captures: frames can be read while more come.
 * pcap holds one link type, times up to the year 2106, no comments, no secrets.  NULL: see `problem`, and errno. */
WT_API wt_writer *wt_writer_open(const char *path, enum wt_file_format format, bool at_once, wt_problem *problem);
/* A comment on the file itself (pcapng only), at most 65,535 bytes; call it before anything else is written.
 * False: see the problem. */
WT_API bool wt_writer_comment(wt_writer *writer, const char *text, size_t n);
/* Secrets (pcapng only; call before the frames they open).  The file's mode is then 0600; unless
 * `at_once`, it was since it was made.  False: see the problem. */
WT_API bool wt_writer_secrets(wt_writer *writer, uint32_t type, const uint8_t *p, size_t n);
/* A frame as it is, with its comment.  `interface` describes its capture point; may be NULL.
 * False: see the problem. */
WT_API bool wt_writer_frame(wt_writer *writer, const wt_frame *frame, const wt_interface *interface);
/* Bytes written so far, also those not handed to the file yet. */
WT_API uint64_t wt_writer_size(const wt_writer *writer);
/* Say that frames were lost at the point where wt_frame.interface is `interface` (pcapng only; nothing is written where
 * no frame was).  False: see the problem. */
WT_API bool wt_writer_dropped(wt_writer *writer, uint32_t interface, uint64_t dropped);
/* Hand what is buffered to the file. */
WT_API bool wt_writer_flush(wt_writer *writer);
WT_API const wt_problem *wt_writer_problem(const wt_writer *writer);
/* Finish: the file gets its name.  False: it could not be written, `problem` (may be NULL)
 * says why.  Frees the writer. */
WT_API bool wt_writer_close(wt_writer *writer, wt_problem *problem);
/* Give up: nothing is left behind.  Frees the writer; NULL is fine. */
WT_API void wt_writer_abort(wt_writer *writer);

/* ---- capturing live --------------------------------------------------------------------- */

typedef struct wt_live wt_live;

typedef struct wt_live_options {
    const char *interface;           /* its name, or "any" */
    const char *filter;              /* a libpcap (BPF) filter, or NULL */
    uint32_t snaplen;                /* bytes kept of each frame; 0: all */
    uint32_t hold_ms;                /* how long the kernel may hold frames back, to hand over many at once; 0: 100 */
    bool no_wait;                    /* wt_live_next() gives 0 at once; wt_live_descriptor() tells when to ask again */
} wt_live_options;

typedef struct wt_live_stats {
    uint64_t received, dropped, interface_dropped;   /* as libpcap counts them */
} wt_live_stats;

/* Open the interface and set the filter.  Needs CAP_NET_RAW.  NULL: see `problem`; *no_rights (may be NULL) tells
 * whether rights were what was missing. */
WT_API wt_live *wt_live_open(const wt_live_options *options, bool *no_rights, wt_problem *problem);
/* Give up all rights that are not needed any more: root becomes the user who called sudo, or nobody; inside a user
 * namespace all capabilities go.  Call after every file is open and before the first frame is read.
 * False: see `problem`; do not go on then. */
WT_API bool wt_drop_privileges(wt_problem *problem);
/* The next frame; its bytes are valid until the next call.  1: a frame.  0: nothing for a tenth of a second.
 * -1: the end, after wt_live_stop() and once all that was captured before it has been
 * given, or an error (`problem`). */
WT_API int wt_live_next(wt_live *live, wt_frame *frame);
/* For poll(): readable when frames are there. */
WT_API int wt_live_descriptor(const wt_live *live);
/* Stop: may be called from a signal handler. */
WT_API void wt_live_stop(wt_live *live);
/* What stopped it, "" if wt_live_stop() did. */
WT_API const wt_problem *wt_live_problem(const wt_live *live);
WT_API wt_live_stats wt_live_statistics(wt_live *live);
/* The interface's description, for writing. */
WT_API const wt_interface *wt_live_interface(const wt_live *live);
WT_API void wt_live_free(wt_live *live);
/* Call fn for each interface that can be captured from.  False: see `problem`. */
WT_API bool wt_live_list(void (*fn)(void *user, const char *name, const char *description, bool up), void *user,
                         wt_problem *problem);

#endif
