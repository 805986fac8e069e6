/* frame.c - the frame itself: what the capture says about it, and which link layer begins it. */
#include "core/proto.h"

static const wt_value link_types_rows[] = {
    WT_V(0, "BSD loopback", NULL), WT_V(1, "Ethernet", NULL), WT_V(6, "Token Ring", NULL), WT_V(7, "ARCNET", NULL),
    WT_V(8, "SLIP", NULL), WT_V(9, "PPP", NULL), WT_V(10, "FDDI", NULL), WT_V(50, "PPP in HDLC framing", NULL),
    WT_V(51, "PPPoE", NULL), WT_V(100, "ATM with LLC", NULL), WT_V(101, "Raw IP", NULL), WT_V(104, "Cisco HDLC", NULL),
    WT_V(105, "IEEE 802.11 (Wi-Fi)", NULL), WT_V(107, "Frame Relay", NULL), WT_V(108, "OpenBSD loopback", NULL),
    WT_V(113, "Linux cooked v1", NULL), WT_V(114, "LocalTalk", NULL), WT_V(117, "OpenBSD pflog", NULL),
    WT_V(119, "IEEE 802.11 with a Prism header", NULL), WT_V(122, "IP over Fibre Channel", NULL),
    WT_V(127, "IEEE 802.11 with radiotap", NULL), WT_V(129, "Linux ARCNET", NULL), WT_V(138, "IP over IEEE 1394", NULL),
    WT_V(139, "SS7 MTP2 with a pseudo-header", NULL), WT_V(140, "SS7 MTP2", NULL), WT_V(141, "SS7 MTP3", NULL),
    WT_V(142, "SS7 SCCP", NULL), WT_V(143, "DOCSIS", NULL), WT_V(144, "Linux IrDA", NULL),
    WT_VR(147, 162, "reserved for private use", NULL), WT_V(163, "IEEE 802.11 with an AVS header", NULL),
    WT_V(166, "PPP with direction", NULL), WT_V(169, "GPRS LLC", NULL), WT_V(187, "Bluetooth HCI", NULL),
    WT_V(189, "USB (Linux)", NULL), WT_V(192, "Per-Packet Information", NULL), WT_V(195, "IEEE 802.15.4", NULL),
    WT_V(201, "Bluetooth HCI with direction", NULL), WT_V(220, "USB (Linux, with padding)", NULL),
    WT_V(227, "CAN", NULL), WT_V(228, "IPv4", NULL), WT_V(229, "IPv6", NULL),
    WT_V(230, "IEEE 802.15.4 without FCS", NULL),
    WT_V(231, "D-Bus", NULL), WT_V(239, "NFLOG", NULL), WT_V(242, "IP over InfiniBand", NULL),
    WT_V(249, "USBPcap", NULL),
    WT_V(251, "Bluetooth Low Energy", NULL), WT_V(253, "Linux netlink", NULL), WT_V(272, "Nordic BLE sniffer", NULL),
    WT_V(276, "Linux cooked v2", NULL)};
WT_VALUES(link_types);

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
    F(ENCAP, "frame.linktype", U32, 0, DEC, &link_types, "Link Type", \
      "The number by which the capture says what the frame begins with: 1 is Ethernet.", \
      "pcap link-layer header types", WT_OURS) \
    F(COMMENT, "frame.comment", STRING, 0, DEC, NULL, "Comment", \
      "What somebody wrote about this frame into the capture file.", "pcapng §3.5", WT_STORY) \
    F(PROTOCOLS, "frame.protocols", STRING, 0, DEC, NULL, "Protocols", \
      "Every protocol found in the frame, outermost first.", "pcapng §4.3", 0)
WT_FIELDS(FRAME, FIELDS)

enum { LIST = 512 };

/* The list's place among the frame's items, before those of other layers, which it is written from in the end. */
static uint32_t begin_list(wt_cur *c) {
    wt_session *s = c->s;
    char *text = wt_wants(s, F_PROTOCOLS) ? wt_arena(s, LIST) : NULL;
    if (!text)
        return UINT32_MAX;
    uint32_t place = s->item_count;
    wt_gen_p(c, F_PROTOCOLS, text, 0);
    return s->item_count > place ? place : UINT32_MAX;
}

static void end_list(wt_session *s, uint32_t place) {
    if (place == UINT32_MAX)
        return;
    wt_text t = {(char *)(uintptr_t)s->items[place].v.p, 0, LIST, false};
    for (uint32_t l = 1; l < s->layer_count; l++) {
        if (l > 1)
            wt_put_c(&t, ':');
        wt_put_s(&t, wt_protocols[s->layers[l].proto]->info.name);
    }
    s->items[place].vlen = t.len;
}

static void show(wt_cur *c, const wt_frame *f) {
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
    for (uint32_t n = 0; f->comment && n < f->more_count; n++)
        wt_gen_p(c, F_COMMENT, f->more[n].text, f->more[n].length);
}

static void dissect(wt_cur *c) {
    const wt_frame *f = c->s->frame;
    wt_cur all = *c;
    if (!wt_quiet(c->s, WT_P_FRAME))
        show(c, f);
    wt_layer_of(c)->length = f->len;
    if (f->linktype != WT_LINKTYPE_NONE && wt_bound(c->s, WT_T_LINKTYPE, f->linktype) < 0) {
        const wt_value *known = wt_value_find(&link_types, f->linktype);
        wt_note(c, "this frame has link type %u%s%s%s, which wiretale does not read: its bytes are shown as they are",
                f->linktype, known ? " (" : "", known ? known->name : "", known ? ")" : "");
    }
    uint32_t list = begin_list(c);
    wt_next(&all, WT_T_LINKTYPE, f->linktype);
    end_list(c->s, list);
}

const wt_protocol wt_proto_frame = {
    .info = {.name = "frame", .title = "Frame", .tag = "Frame", .why = "What the capture says about each packet.",
             .ref = "pcapng §4.3", .fields = fields, .field_count = WT_FIELD_COUNT},
    .dissect = dissect,
};
