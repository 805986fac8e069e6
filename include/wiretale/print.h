/* print.h - write tapes as text, JSON, PDML, chosen fields or hex.
 *
 * A printer is fed tapes and appends to a wt_out; it never reads a packet to
 * find out what it means.  One printer and its wt_out are for one thread, whichever it has print. */
#ifndef WIRETALE_PRINT_H
#define WIRETALE_PRINT_H

#include "names.h"

/* ---- where output goes ------------------------------------------------------------------ */

typedef struct wt_out wt_out;

/* Buffered output to a file descriptor, or, with -1, to memory that grows.  NULL if memory ran out. */
WT_API wt_out *wt_out_new(int fd);
/* Hand everything to the descriptor.  False once a write has failed (also for every later call). */
WT_API bool wt_out_flush(wt_out *out);
/* 0, or the errno of the write (or growth) that failed; EPIPE means that the reader has gone. */
WT_API int wt_out_error(const wt_out *out);
/* What a memory output holds; not NUL-terminated, valid until the next call with it. */
WT_API const char *wt_out_memory(const wt_out *out, size_t *length);
WT_API void wt_out_clear(wt_out *out);
/* From now on, what is handed to the descriptor has ASCII for the signs of our own texts and drawings, a column for
 * a column ("§" apart, which becomes "s."); letters that the capture brings stay. */
WT_API void wt_out_ascii(wt_out *out);
/* Bytes as they are. */
WT_API void wt_out_write(wt_out *out, const void *bytes, size_t length);
WT_API void wt_out_free(wt_out *out);

/* ---- values ----------------------------------------------------------------------------- */

/* An item's value as PDML's `show` has it, safe for a terminal. */
WT_API void wt_value_show(wt_out *out, const wt_tape *tape, const wt_item *item);
/* The same for people: with the value's name, units and the words for a flag. */
WT_API void wt_value_human(wt_out *out, const wt_tape *tape, const wt_item *item);

/* ---- printers --------------------------------------------------------------------------- */

enum wt_detail { WT_DETAIL_STORY, WT_DETAIL_EVERYTHING, WT_DETAIL_LINE };
enum wt_explain { WT_EXPLAIN_NONE, WT_EXPLAIN_BRIEF, WT_EXPLAIN_FULL };
enum wt_occurrence { WT_ALL, WT_FIRST, WT_LAST };

/* How the time of a frame is written, after tshark's -t. */
enum wt_clock {
    WT_CLOCK_RELATIVE, WT_CLOCK_TIME, WT_CLOCK_DATE, WT_CLOCK_DAY_OF_YEAR, WT_CLOCK_DELTA, WT_CLOCK_DELTA_SHOWN,
    WT_CLOCK_EPOCH
};

/* Zeroed, with width set, is a good start. */
typedef struct wt_print_options {
    enum wt_detail detail;
    enum wt_explain explain;
    enum wt_clock clock;
    int width;                       /* columns of the text; 0: 100 */
    bool cut;                        /* "line": cut lines to the width */
    bool color;                      /* ANSI colours */
    bool ascii;                      /* texts: ASCII for the signs of our own */
    bool picture;                    /* header pictures */
    bool hex;                        /* a hex dump after each frame */
    bool secrets;                    /* text: passwords, tokens and cookies in full */
    const wt_fid *fields;            /* for "fields" and "ndjson": the columns; copied */
    const char *const *field_names;  /* their names as the user spelt them; must outlive the printer */
    size_t field_count;
    char separator;                  /* 0: a tab */
    char aggregator;                 /* 0: a comma */
    char quote;                      /* 0: none */
    enum wt_occurrence occurrence;
    bool header;                     /* a first line with the names */
    const wt_names *names;           /* names beside and instead of addresses in the text; NULL: none */
    const char *capture_name;        /* for PDML's capture_file */
    unsigned threads;                /* 2 and more: so many threads print ("line" and "fields" apart, which
                                      * take less time than being handed over, and what shows `names`,
                                      * which change as frames are read) */
} wt_print_options;

typedef struct wt_printer wt_printer;

/* `format`: "text", "json", "ndjson", "pdml", "fields", "hex" or "line".  NULL: no such format, or memory ran out. */
WT_API wt_printer *wt_printer_new(const char *format, const wt_print_options *options, wt_out *out);
/* Name of the n-th format, NULL after the last. */
WT_API const char *wt_printer_format(size_t n);
/* Set in `session` what this printer needs on the tapes (adding to `everything` and `headline`);
 * with a list of fields, `want` points into the printer. */
WT_API void wt_printer_needs(const wt_printer *printer, wt_options *session);
WT_API void wt_printer_begin(wt_printer *printer);
/* Print one frame; with threads, it may reach `out` with a later one, with wt_printer_flush or with wt_printer_end. */
WT_API void wt_printer_frame(wt_printer *printer, const wt_tape *tape);
/* A frame that is read but not shown: clocks need to know of it. */
WT_API void wt_printer_skip(wt_printer *printer, const wt_frame *frame);
/* What this printer prints comes after frames that another one of the same kind printed.  The number of bytes in
 * front of each frame that part it from the one before: the very first must go without. */
WT_API size_t wt_printer_continue(wt_printer *printer);
/* All frames printed so far reach the descriptor; true as wt_out_flush(). */
WT_API bool wt_printer_flush(wt_printer *printer);
WT_API void wt_printer_end(wt_printer *printer);
WT_API void wt_printer_free(wt_printer *printer);

#endif
