/* options.h - the options that read and live understand, parsed once into one struct. */
#ifndef WT_CMD_OPTIONS_H
#define WT_CMD_OPTIONS_H

#include "wiretale/print.h"

enum { MAX_FIELDS = 256, MAX_DECODE = 64 };

typedef struct read_options {
    const char *file, *format, *keylog, *write, *filter;
    const char *interface, *capture_filter;      /* live */
    uint32_t snaplen;
    bool live, list;
    unsigned name_kinds;                 /* -N: kinds of names that are wanted */
    uint64_t count;
    bool help;
    wt_print_options print;
    wt_fid fields[MAX_FIELDS];
    const char *names[MAX_FIELDS];
    wt_decode_as decode[MAX_DECODE];
    size_t decode_count;
    char tables[MAX_DECODE][16];
} read_options;

/* 0, or the exit status after having said what is wrong. */
int parse_read_options(read_options *o, bool live, int argc, char **argv);

#endif
