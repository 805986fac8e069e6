/* frame.c - the frame itself: what the capture says about it, and which link layer begins it. */
#include "core/proto.h"

#define FIELDS(F) \
    F(NUMBER, "frame.number", U32, 0, DEC, NULL, "Frame Number", \
      "The place of this frame in the capture, counted from 1.", "pcapng §4.3", 0) \
    F(TIME, "frame.time", ABSTIME, 0, DEC, NULL, "Arrival Time", \
      "When the capturing machine saw the frame, by its own clock.", "pcapng §4.3", 0) \
    F(TIME_EPOCH, "frame.time_epoch", RELTIME, 0, DEC, NULL, "Epoch Time", \
      "When the capturing machine saw the frame, in seconds since 1970.", "pcapng §4.3", 0) \
    F(TIME_RELATIVE, "frame.time_relative", RELTIME, 0, DEC, NULL, "Time since First Frame", \
      "How long after the capture's first frame this one came.", "pcapng §4.3", WT_STORY) \
    F(TIME_DELTA, "frame.time_delta", RELTIME, 0, DEC, NULL, "Time since Previous Frame", \
      "How long after the frame before it this one came.", "pcapng §4.3", 0) \
    F(LEN, "frame.len", U32, 0, DEC, NULL, "Frame Length", \
      "Bytes of the frame on the wire, without preamble and checksum.", "pcapng §4.3", WT_STORY) \
    F(CAP_LEN, "frame.cap_len", U32, 0, DEC, NULL, "Captured Length", \
      "Bytes of the frame that the capture kept; less than its length if a snap length cut it.", \
      "pcapng §4.3", 0) \
    F(INTERFACE, "frame.interface_id", U32, 0, DEC, NULL, "Interface", \
      "Which of the capture's interfaces saw the frame, counted from 0.", "pcapng §4.3", 0) \
    F(ENCAP, "frame.linktype", U32, 0, DEC, NULL, "Link Type", \
      "The number by which the capture says what the frame begins with: 1 is Ethernet.", \
      "pcap link-layer header types", WT_OURS) \
    F(COMMENT, "frame.comment", STRING, 0, DEC, NULL, "Comment", \
      "What somebody wrote about this frame into the capture file.", "pcapng §3.5.1", WT_STORY) \
    F(PROTOCOLS, "frame.protocols", STRING, 0, DEC, NULL, "Protocols", \
      "Every protocol found in the frame, outermost first.", "pcapng §4.3", 0)
WT_FIELDS(FRAME, FIELDS)

static void list_protocols(wt_cur *c) {
    wt_session *s = c->s;
    if (!wt_wants(s, F_PROTOCOLS))
        return;
    char *text = wt_arena(s, 512);
    if (!text)
        return;
    wt_text t = {text, 0, 512, false};
    for (uint32_t l = 1; l < s->layer_count; l++) {
        if (l > 1)
            wt_put_c(&t, ':');
        wt_put_s(&t, wt_protocols[s->layers[l].proto]->info.name);
    }
    wt_gen_p(c, F_PROTOCOLS, text, t.len);
}

static void dissect(wt_cur *c) {
    const wt_frame *f = c->s->frame;
    wt_cur all = *c;
    wt_gen_u(c, F_NUMBER, f->number);
    if (f->time_ns != INT64_MIN) {
        wt_gen_u(c, F_TIME, (uint64_t)f->time_ns);
        wt_gen_u(c, F_TIME_EPOCH, (uint64_t)f->time_ns);
        wt_gen_u(c, F_TIME_RELATIVE, (uint64_t)(f->time_ns - c->s->first_ns));
        wt_gen_u(c, F_TIME_DELTA, (uint64_t)(f->time_ns - c->s->previous_ns));
    }
    wt_gen_u(c, F_LEN, f->len);
    wt_gen_u(c, F_CAP_LEN, f->caplen);
    wt_gen_u(c, F_INTERFACE, f->interface);
    wt_gen_u(c, F_ENCAP, f->linktype);
    if (f->comment)
        wt_gen_p(c, F_COMMENT, f->comment, f->comment_len);
    wt_layer_of(c)->length = f->len;
    wt_next(&all, WT_T_LINKTYPE, f->linktype);
    list_protocols(c);
}

const wt_protocol wt_proto_frame = {
    .info = {.name = "frame", .title = "Frame", .tag = "Frame", .why = "What the capture says about each packet.",
             .ref = "pcapng §4.3", .fields = fields, .field_count = WT_FIELD_COUNT},
    .dissect = dissect,
};
