/* edit.h - copy a capture file block by block: comments and secrets come or go, everything else
 * stays as it is, byte for byte.
 *
 * pcap and snoop become pcapng.  One thing more changes: a section that told its length says that it is not known. */
#ifndef WT_CAPTURE_EDIT_H
#define WT_CAPTURE_EDIT_H

#include "wiretale/capture.h"

typedef struct wt_edit_options {
    bool drop_secrets, drop_comments;
    void (*write)(void *user, const void *bytes, size_t n);
    void (*private)(void *user);     /* the file is about to hold secrets */
    void *user;
} wt_edit_options;

typedef struct wt_edit wt_edit;

/* Begin, before the reader's first frame is read: blocks that are no frames are then written as they are met.  NULL if
 * memory ran out. */
wt_edit *wt_edit_new(wt_reader *reader, const wt_edit_options *options);
/* Write secrets (type TLS key log) before the frame that was read last. */
void wt_edit_secrets(wt_edit *e, const void *text, size_t n);
/* Write the frame that was read last, with one more comment (n > 0) unless it has that one. */
void wt_edit_frame(wt_edit *e, const wt_frame *frame, const char *comment, size_t n);
/* After the last frame: an empty capture gets its header, too.  False if memory ran out on the way. */
bool wt_edit_end(wt_edit *e);

typedef struct wt_edit_counts {
    uint64_t comments;               /* added or dropped */
    uint64_t secrets;                /* blocks added */
    uint64_t dropped_secrets;
    uint64_t kept_secrets;           /* blocks copied */
    uint64_t without_room;           /* frames in blocks that can't hold a comment */
} wt_edit_counts;
wt_edit_counts wt_edit_counted(const wt_edit *e);
void wt_edit_free(wt_edit *e);

#endif
