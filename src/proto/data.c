/* data.c - bytes that no protocol here explains: shown as they are. */
#include "core/proto.h"

#define FIELDS(F) \
    F(DATA, "data.data", BYTES, 0, DEC, NULL, "Data", \
      "Bytes that wiretale has no explanation for.", "wiretale docs/architecture.md", WT_STORY) \
    F(LEN, "data.len", U32, 0, DEC, NULL, "Length", "How many bytes no protocol explained.", \
      "wiretale docs/architecture.md", 0)
WT_FIELDS(DATA, FIELDS)

static void dissect(wt_cur *c) {
    uint32_t n = wt_left_captured(c);
    wt_text *t = c->s->headline.len ? NULL : wt_tell(c);    /* whoever carries them knows better what they are for */
    if (t) {
        wt_put_u(t, wt_left(c));
        wt_put_s(t, wt_left(c) == 1 ? " byte of data" : " bytes of data");
    }
    if (!n)
        return;
    wt_take_bytes(c, F_DATA, n);
    wt_gen_u(c, F_LEN, n);
    c->pos = c->end;
}

const wt_protocol wt_proto_data = {
    .info = {.name = "data", .title = "Data", .tag = "Data", .why = "Bytes not understood, kept and counted.",
             .ref = "wiretale docs/architecture.md", .fields = fields, .field_count = WT_FIELD_COUNT},
    .dissect = dissect,
};
