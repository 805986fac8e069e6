/* rewrite.h - a capture written again, block by block: what annotate, strip, convert and `read -w` share. */
#ifndef WT_CMD_REWRITE_H
#define WT_CMD_REWRITE_H

#include <stdio.h>

#include "capture/edit.h"
#include "cmd/output.h"
#include "tell/keylines.h"

typedef struct rewrite {
    output out;
    wt_edit *edit;
    wt_keylines *keys;                     /* secrets to embed; or NULL */
    wt_out *lines;
    wt_fid random;
    uint64_t connections;                  /* whose secrets were embedded */
    bool opened, whole;                    /* whole: the last block was written */
} rewrite;

/* Open the file, which appears whole or not at all, and the key log to embed (or NULL); 0, or the exit status
 * after having said what is wrong. */
int rewrite_open(rewrite *w, const char *name, const char *keylog);
/* Before the reader's first frame; 0, or as above. */
int rewrite_begin(rewrite *w, wt_reader *in, bool drop_secrets, bool drop_comments);
/* What has to be on the tapes of frames, if secrets are embedded. */
wt_fid rewrite_random(rewrite *w);
/* These secrets are in the file already. */
void rewrite_have(rewrite *w, const uint8_t *text, size_t n);
/* Embed the secrets of the connections that begin in this frame, before it. */
void rewrite_secrets(rewrite *w, const wt_tape *t);
/* The frame that was read last is left out, unless it is none: a block of somebody's own stays where it is. */
void rewrite_skip(rewrite *w, const wt_frame *f);
/* After the last frame, while the reader is still there. */
void rewrite_done(rewrite *w);
/* The file gets its name, or goes: `status` or worse. */
int rewrite_end(rewrite *w, int status);
/* Where a summary goes (standard output may be the file), and what it begins with. */
FILE *rewrite_summary(const rewrite *w);
/* "; the secrets of 2 connections embedded: …", and the end of the line. */
void rewrite_tell_secrets(const rewrite *w, FILE *to);
void rewrite_free(rewrite *w);

#endif
