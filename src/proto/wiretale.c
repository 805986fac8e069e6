/* wiretale.c - what wiretale itself has to say about a frame.  NOTE stays the first row: the core emits it. */
#include "core/proto.h"

#define FIELDS(F) \
    F(NOTE, "wiretale.note", STRING, 0, DEC, NULL, "Note", \
      "What wiretale noticed about this frame, or why something could not be read.", "wiretale docs/limits.md", \
      WT_STORY | WT_OURS)
WT_FIELDS(WIRETALE, FIELDS)

static void dissect(wt_cur *c) { wt_skip(c, wt_left_captured(c)); }

const wt_protocol wt_proto_wiretale = {
    .info = {.name = "wiretale", .title = "wiretale", .tag = "wiretale", .why = "Notes of wiretale's own.",
             .ref = "wiretale docs/limits.md", .fields = fields, .field_count = WT_FIELD_COUNT},
    .dissect = dissect,
};
