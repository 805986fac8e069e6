/* options.h - the options of the commands that read frames, parsed once into one struct. */
#ifndef WT_CMD_OPTIONS_H
#define WT_CMD_OPTIONS_H

#include <getopt.h>

#include "cmd/ring.h"
#include "cmd/select.h"
#include "wiretale/print.h"

enum { MAX_OPERANDS = 255, MAX_FIELDS = 256, MAX_DECODE = 64 };

typedef struct read_options {
    const char *command;                 /* "read" */
    const char *operand[MAX_OPERANDS];   /* arguments after FILE */
    unsigned operands;
    const char *folder;                  /* -o */
    bool json;
    const char *file, *format, *keylog, *rsa_key, *write, *write_format, *filter;
    bool embed, drop_secrets, drop_comments;     /* of what is written: the key log's secrets
                                                  * come, secrets or comments go */
    selection select;                    /* --stream, --from, --to */
    bool nothing_selected;               /* what run_file() found: there are frames, but -Y and these choose none */
    const char *interface, *capture_filter;      /* live */
    uint32_t snaplen;
    ring turns;                          /* -C, -G, -W */
    bool live, list;
    bool follow;                         /* the file still grows: wait for more */
    unsigned name_kinds;                 /* -N: kinds of names that are wanted */
    uint64_t count;
    bool help;
    bool threads_said;                   /* print.threads was asked for: also for small files */
    wt_print_options print;
    wt_fid fields[MAX_FIELDS];
    const char *names[MAX_FIELDS];
    wt_decode_as decode[MAX_DECODE];
    size_t decode_count;
    char tables[MAX_DECODE][16];
} read_options;

/* What a command's line may hold beside the long options that all have. */
typedef struct command_syntax {
    const char *command;
    const char *letters;                 /* its one-letter options, as getopt wants them, ":" first */
    bool live;                           /* no FILE */
    bool own_formats;                    /* it prints in ways of its own: -T is not looked at */
    unsigned operands;                   /* arguments after FILE, at most */
    const char *too_many;                /* the hint when there are more */
    const struct option *longs;          /* its own, ended by zeros, `val` from OWN_OPTION on; or NULL */
    int (*own)(void *user, int option, const char *value);   /* 0, or the exit status after having said what is wrong */
} command_syntax;
enum { OWN_OPTION = 512, MAX_LONGS = 32 };

/* 0, or the exit status after having said what is wrong. */
int parse_options(read_options *o, const command_syntax *syntax, void *user, int argc, char **argv);
/* A whole number from `lowest` to `highest` in `arg`, for the option named so; 0, or as above. */
int parse_number(const char *option, const char *arg, uint64_t lowest, uint64_t highest, uint64_t *v);

/* Lines of --help that several commands share. */
#define HELP_CHOOSE_STREAM \
    "  --stream tcp:N|udp:N only one connection's (`wiretale flows FILE` lists them)\n" \
    "  --from T, --to T     only of a time: seconds since the first frame, or UTC: 13:39:45.9, 2026-11-24T13:39:45Z\n"
#define HELP_CHOOSE \
    "  -Y FILTER            only frames that a display filter chooses\n" \
    HELP_CHOOSE_STREAM
#define HELP_COUNT "  -c N                 stop after N frames\n"
#define HELP_DECODE "  -d TABLE==N,PROTO    decode as: tcp.port==8080,http\n"
#define HELP_KEYLOG "  --keylog FILE        TLS secrets, as SSLKEYLOGFILE makes them\n"

#endif
