/* survey.h - what is in a capture file, and what is wrong with it; no packet is looked into. */
#ifndef WT_CAPTURE_SURVEY_H
#define WT_CAPTURE_SURVEY_H

#include "wiretale/capture.h"

enum { WT_SURVEY_TEXT = 128, WT_SURVEY_SECTIONS = 16, WT_SURVEY_TYPES = 16, WT_SURVEY_COMMENTS = 4 };

typedef struct wt_survey_text {
    uint32_t length;                     /* of the whole; 0: nothing was said */
    char text[WT_SURVEY_TEXT];           /* as the file has it, cut to fit, NUL-terminated */
} wt_survey_text;

typedef struct wt_survey_section {
    bool big_endian;
    wt_survey_text program, system, hardware;
} wt_survey_section;

/* A capture point. */
typedef struct wt_survey_point {
    wt_survey_text system, filter;
    uint64_t frames, bytes, kept, cut;   /* bytes on the wire, and of them in the file; frames cut */
    int64_t first_ns, last_ns;           /* INT64_MIN: no frame has a time */
    bool counted;                        /* the next three are said by an Interface Statistics Block */
    uint64_t received, dropped_interface, dropped_system;
    uint64_t dropped_before;             /* as its frames say */
} wt_survey_point;

typedef struct wt_survey_type {
    uint32_t type;
    bool others;                         /* there was no room for others, and they are counted here, too */
    uint64_t count;
} wt_survey_type;

typedef struct wt_survey {
    const wt_reader *in;
    uint64_t frames, bytes, kept, cut;
    int64_t first_ns, last_ns;           /* the earliest and the latest; INT64_MIN: no frame has a time */
    uint64_t untimed;
    uint64_t early, early_frame;         /* frames before the one in front of them; the first of them */
    int64_t early_ns;                    /* by how much, at most */
    int64_t previous_ns;
    uint64_t comments, other_comments;   /* on frames; on sections, interfaces, … */
    wt_survey_text said[WT_SURVEY_COMMENTS];   /* the first of those others */
    uint64_t names, key_logs, other_secrets, custom;
    uint32_t section_count, type_count, point_count;
    wt_survey_section sections[WT_SURVEY_SECTIONS];
    wt_survey_type types[WT_SURVEY_TYPES];     /* unknown blocks */
    wt_survey_type links[WT_SURVEY_TYPES];     /* frames by link type */
    uint32_t link_count;
    wt_survey_point *points;
    bool out_of_memory;
} wt_survey;

/* Read the whole file.  The reader must not have given a frame yet; afterwards it has the file's problem.  False if
 * memory ran out. */
bool wt_survey_read(wt_survey *s, wt_reader *in);
/* How many ticks of an interface's clock make a second; 0: more than can be counted. */
uint64_t wt_survey_ticks(const wt_survey *s, uint32_t point);
void wt_survey_free(wt_survey *s);
/* "little-endian" of a pcap file's numbers; "" of others. */
const char *wt_survey_order(const wt_survey *s);

#endif
