/* run.h - what the commands that read frames share: from a frame to the output and the file. */
#ifndef WT_CMD_RUN_H
#define WT_CMD_RUN_H

#include "cmd/options.h"
#include "cmd/rewrite.h"
#include "wiretale/capture.h"
#include "wiretale/filter.h"
#include "wiretale/keylog.h"

typedef struct run run;

/* For commands that tell of a whole capture: they look at tapes instead of having them printed. */
typedef struct run_visitor {
    void (*needs)(void *user, wt_options *session);       /* add what has to be on the tapes; or NULL */
    void (*tape)(void *user, const wt_tape *tape);        /* a frame that the filter chose; or NULL */
    int (*opened)(void *user, wt_reader *in);             /* before the first frame; 0 or an exit status; or NULL */
    void (*secrets)(void *user, const uint8_t *p, size_t n);    /* a key log inside of the file; or NULL */
    void (*passed)(void *user, const wt_tape *tape);      /* a frame that was not chosen; or NULL */
    void (*done)(void *user);                             /* after the last frame, keys and
                                                           * session still there; or NULL */
    void (*written)(void *user, const run *r);            /* -w has its file; or NULL */
    void *user;
} run_visitor;

struct run {
    const run_visitor *visit;            /* NULL: print */
    const read_options *options;
    const wt_reader *in;                 /* the file, where its losses are counted */
    wt_keylog *keys;
    wt_out *out;
    wt_printer *printer;
    wt_session *session;
    wt_filter *filter;
    wt_writer *writer;                   /* pcap, or a live capture */
    ring *turns;                         /* the writer changes; or NULL */
    rewrite copy;                        /* pcapng: a file's frames, and all that stands between them */
    bool copying;
    wt_fid random;
    struct {                             /* what a pcap file can't hold */
        uint64_t comments, secrets, names, blocks, times;
        uint64_t not_frames, not_frames_shown;   /* custom blocks, which come as frames do; those chosen */
    } lost;
    wt_names *names;
    bool printing;                       /* frames are printed, too, not only written */
    uint64_t seen, shown;
    uint64_t foreign;                    /* of those seen, other lanes' */
    uint64_t written;                    /* so many frames of the file are shown already, by lanes that gave up */
    bool looking;                        /* while it is not known yet whether lanes are worth it: */
    uint32_t mixed[64];                  /* frames of the conversations whose ends give that number */
    uint64_t given_up;                   /* how often lanes gave up a part of the filter */
    int64_t first_ns;                    /* the first frame's time */
};

/* The key log and the RSA key that options name (NULL: none); 0, or the exit status after having said what is wrong. */
int load_keys(wt_keylog *keys, const char *keylog, const char *rsa_key, bool live);
/* A filter that can't be meant is told before anything is opened: 0, or the exit status after having said so. */
int run_check(const read_options *o);
/* What -F and a file's name say together. */
enum wt_file_format file_format(const char *name, const char *format);
/* Make all of it; 0, or the exit status after having said what is wrong. */
int run_start(run *r, read_options *o, const run_visitor *visit);
/* What one of several lanes that share a capture reads of it, as wt_options has it. */
typedef struct run_share {
    unsigned number, lanes;
    const uint8_t *only;
    uint32_t only_count;
} run_share;

/* For such a lane of r's capture: its own of all that reads `in`, and, if it prints, of what prints into memory.
 * False: memory is out, or it can't be shared. */
bool run_lane(run *lane, const run *r, wt_reader *in, const run_share *share, bool prints);
/* Is this frame, the next one, chosen?  *tape is its tape; NULL if nobody needs it, or if it is another lane's. */
bool run_chooses(run *r, const wt_frame *f, const wt_tape **tape);
/* One frame through all of it.  False: stop; run_finish says why. */
bool run_frame(run *r, const wt_frame *f, const wt_interface *point);
/* "; pcap can't hold 2 comments and 1 name", if there is such (true); else nothing. */
bool run_tell_lost(FILE *to, const run *r, const char *before);
/* Finish the output and the file: `status`, or worse. */
int run_finish(run *r, int status);
void run_free(run *r);
/* The file o->file through all of it, from opening to freeing; the exit status. */
int run_file(read_options *o, const run_visitor *visit);

#endif
