/* pcap.c - read pcap files, as draft-ietf-opsawg-pcap describes them, and snoop files (RFC 1761). */
#include "capture/reader.h"

/* Programs of the 1990s wrote a frame's two lengths the other way round; the version tells. */
enum { STRAIGHT, SWAPPED, MAYBE_SWAPPED };

/* ---- pcap ------------------------------------------------------------------------------- */

static int pcap_next(wt_reader *r, wt_frame *f) {
    const uint8_t *h = wt_input_peek(r, r->header_size);
    if (!h)
        return wt_input_left(r) ? wt_cut_short(r, "a frame's header") : 0;
    uint32_t caplen = wt_get32(r, h + 8), len = wt_get32(r, h + 12);
    if (r->lengths == SWAPPED || (r->lengths == MAYBE_SWAPPED && caplen > len)) {
        uint32_t other = caplen;
        caplen = len;
        len = other;
    }
    if (caplen > WT_MAX_FRAME)
        return wt_broken(r, "The file is damaged from here on; what came before is shown.",
                         "frame %llu claims %u bytes, more than the %u that are allowed",
                         (unsigned long long)r->frames + 1, caplen, WT_MAX_FRAME);
    const uint8_t *p = wt_input_peek(r, r->header_size + caplen);
    if (!p)
        return wt_cut_short(r, "a frame");
    f->data = p + r->header_size;
    f->caplen = caplen;
    f->len = len < caplen ? caplen : len;
    r->stated_length = len;
    f->linktype = r->file_linktype;
    f->interface = r->first_point;
    f->time_ns = (int64_t)wt_get32(r, p) * 1000000000 + (int64_t)wt_get32(r, p + 4) * r->tick_ns;
    wt_input_skip(r, r->header_size + caplen);
    return 1;
}

int wt_pcap_open(wt_reader *r) {
    static const struct {
        uint32_t magic, header_size;
        int64_t tick_ns;
    } kinds[] = {
        {0xa1b2c3d4, 16, 1000}, {0xa1b23c4d, 16, 1}, {0xa1b2cd34, 24, 1000}};
    const uint8_t *h = wt_input_peek(r, 4);
    if (!h)
        return 0;
    uint32_t magic;
    memcpy(&magic, h, 4);
    size_t kind = 0;
    while (kind < 3 && magic != kinds[kind].magic && __builtin_bswap32(magic) != kinds[kind].magic)
        kind++;
    if (kind == 3)
        return 0;
    h = wt_input_peek(r, 24);
    if (!h)
        return wt_cut_short(r, "its header");
    r->swapped = magic != kinds[kind].magic;
    r->header_size = kinds[kind].header_size;
    r->tick_ns = kinds[kind].tick_ns;
    uint16_t major = wt_get16(r, h + 4), minor = wt_get16(r, h + 6);
    r->lengths = STRAIGHT;
    if (major == 543 || (major == 2 && minor < 3))
        r->lengths = SWAPPED;
    else if (major == 2 && minor == 3)
        r->lengths = MAYBE_SWAPPED;
    /* The upper bits say whether frames end with a check sequence. */
    r->file_linktype = wt_get32(r, h + 20) & 0x03ffffff;
    r->format = "pcap";
    r->next = pcap_next;
    if (!wt_add_point(r, r->file_linktype, wt_get32(r, h + 16)))
        return wt_broken(r, "", "out of memory");
    wt_input_skip(r, 24);
    return 1;
}

/* ---- snoop ------------------------------------------------------------------------------ */

static uint32_t big32(const uint8_t *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int snoop_next(wt_reader *r, wt_frame *f) {
    const uint8_t *h = wt_input_peek(r, 24);
    if (!h)
        return wt_input_left(r) ? wt_cut_short(r, "a frame's header") : 0;
    uint32_t len = big32(h), caplen = big32(h + 4), record = big32(h + 8);
    if (caplen > WT_MAX_FRAME || record < 24 || caplen > record - 24 || record > WT_MAX_FRAME + 64)
        return wt_broken(r, "The file is damaged from here on; what came before is shown.",
                         "frame %llu has an impossible length", (unsigned long long)r->frames + 1);
    const uint8_t *p = wt_input_peek(r, record);
    if (!p)
        return wt_cut_short(r, "a frame");
    f->data = p + 24;
    f->caplen = caplen;
    f->len = len < caplen ? caplen : len;
    r->stated_length = len;
    f->linktype = r->file_linktype;
    f->interface = r->first_point;
    f->time_ns = (int64_t)big32(p + 16) * 1000000000 + (int64_t)big32(p + 20) * 1000;
    wt_input_skip(r, record);
    return 1;
}

int wt_snoop_open(wt_reader *r) {
    const uint8_t *h = wt_input_peek(r, 16);
    if (!h || memcmp(h, "snoop\0\0\0", 8) != 0)
        return 0;
    uint32_t type = big32(h + 12);
    if (type != 4 && type != 0)
        return wt_broken(r, "", "a snoop file of data link type %u, which wiretale does not know", type);
    r->file_linktype = 1;
    r->tick_ns = 1000;
    r->format = "snoop";
    r->next = snoop_next;
    if (!wt_add_point(r, 1, 0))
        return wt_broken(r, "", "out of memory");
    wt_input_skip(r, 16);
    return 1;
}
