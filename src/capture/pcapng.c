/* pcapng.c - read pcapng files, as draft-ietf-opsawg-pcapng describes them. */
#include "capture/blocks.h"
#include "capture/reader.h"

static const char *const damaged = "The file is damaged from here on; what came before is shown.";

/* ---- options ---------------------------------------------------------------------------- */

static void copy_text(char *to, size_t room, const wt_option *o) {
    size_t n = o->length < room - 1 ? o->length : room - 1;
    memcpy(to, o->value, n);
    to[n] = 0;
}

/* ---- blocks ----------------------------------------------------------------------------- */

static uint64_t ticks_of(uint8_t resolution) {
    uint64_t ticks = 1;
    uint8_t n = resolution & 0x7f;
    if (resolution & 0x80)
        return n < 63 ? UINT64_C(1) << n : 0;
    while (n-- && ticks)
        ticks = ticks > UINT64_C(1000000000000000000) ? 0 : ticks * 10;
    return ticks;
}

static int interface_block(wt_reader *r, const uint8_t *b, const uint8_t *end) {
    if (end - b < 8)
        return wt_broken(r, damaged, "an interface description block is too short");
    struct wt_point *point = wt_add_point(r, wt_get16(r, b), wt_get32(r, b + 4));
    if (!point)
        return wt_broken(r, "", "more than %d interfaces", WT_MAX_INTERFACES);
    wt_option o;
    for (b += 8; wt_option_next(r, &b, end, &o);)
        switch (o.code) {
        case 2: copy_text(point->info.name, sizeof point->info.name, &o); break;
        case 3: copy_text(point->info.description, sizeof point->info.description, &o); break;
        case 9:
            if (o.length >= 1)
                point->ticks = ticks_of(o.value[0]);
            break;
        case 14:
            if (o.length >= 8)
                point->offset_s = (int64_t)wt_get64(r, o.value);
            break;
        default: break;
        }
    return 0;
}

static int64_t time_of(const struct wt_point *p, uint64_t t) {
    if (!p->ticks)
        return INT64_MIN;
    uint64_t seconds = t / p->ticks, rest = t % p->ticks;
    /* up to the year 2255, so that times and their differences fit 63 bits of nanoseconds */
    if (seconds > 18000000000u || p->offset_s > 9000000000 || p->offset_s < -18000000000 ||
        (int64_t)seconds + p->offset_s > 9000000000 || (int64_t)seconds + p->offset_s < 0)
        return INT64_MIN;
    uint64_t ns = (uint64_t)((unsigned __int128)rest * 1000000000u / p->ticks);
    return ((int64_t)seconds + p->offset_s) * 1000000000 + (int64_t)ns;
}

/* Fills the frame from the data and the options behind it. */
static int give(wt_reader *r, wt_frame *f, uint32_t interface, const uint8_t *data, const uint8_t *end, uint32_t caplen,
                uint32_t len, bool timed, uint64_t time) {
    if (interface >= r->point_count - r->first_point)
        return wt_broken(r, damaged, "frame %llu is from interface %u, which the file does not describe",
                         (unsigned long long)r->frames + 1, interface);
    if (caplen > (size_t)(end - data))
        return wt_broken(r, damaged, "frame %llu claims %u bytes, more than its block has",
                         (unsigned long long)r->frames + 1, caplen);
    if (caplen > WT_MAX_FRAME)
        return wt_broken(r, damaged, "frame %llu claims %u bytes, more than the %u that are allowed",
                         (unsigned long long)r->frames + 1, caplen, WT_MAX_FRAME);
    const struct wt_point *point = &r->points[r->first_point + interface];
    f->data = data;
    f->caplen = caplen;
    f->len = len < caplen ? caplen : len;
    f->interface = r->first_point + interface;
    f->linktype = point->info.linktype;
    f->time_ns = timed ? time_of(point, time) : INT64_MIN;
    size_t padded = ((size_t)caplen + 3) & ~(size_t)3;
    const uint8_t *p = data + (padded > (size_t)(end - data) ? (size_t)(end - data) : padded);
    wt_option o;
    while (wt_option_next(r, &p, end, &o))
        if (o.code == 1 && !f->comment) {
            f->comment = (const char *)o.value;
            f->comment_len = o.length;
        } else if (o.code == 1 && f->more_count < WT_MAX_COMMENTS - 1) {
            r->more[f->more_count++] = (wt_comment){(const char *)o.value, o.length};
            f->more = r->more;
        }
    return 1;
}

static int packet_block(wt_reader *r, wt_frame *f, uint32_t type, const uint8_t *b, const uint8_t *end) {
    if (type == WT_BLOCK_SIMPLE_PACKET) {
        if (end - b < 4 || r->point_count == r->first_point)
            return wt_broken(r, damaged, "a simple packet block without an interface");
        uint32_t len = wt_get32(r, b), snaplen = r->points[r->first_point].info.snaplen, caplen = len;
        if (snaplen && caplen > snaplen)
            caplen = snaplen;
        return give(r, f, 0, b + 4, b + 4 + (caplen < (size_t)(end - b - 4) ? caplen : (size_t)(end - b - 4)),
                    caplen, len, false, 0);
    }
    if (end - b < 20)
        return wt_broken(r, damaged, "a packet block is too short");
    uint32_t interface = type == WT_BLOCK_PACKET ? wt_get32(r, b) : wt_get16(r, b);
    uint64_t time = (uint64_t)wt_get32(r, b + 4) << 32 | wt_get32(r, b + 8);
    return give(r, f, interface, b + 20, end, wt_get32(r, b + 12), wt_get32(r, b + 16), true, time);
}

static void names_block(wt_reader *r, const uint8_t *b, const uint8_t *end) {
    while (r->on_name && end - b >= 4) {
        uint16_t type = wt_get16(r, b), n = wt_get16(r, b + 2);
        size_t address = type == 1 ? 4 : type == 2 ? 16 : 0, padded = ((size_t)n + 3) & ~(size_t)3;
        b += 4;
        if (type == 0 || (size_t)(end - b) < n)
            return;
        for (size_t at = address; address && at < n;) {
            const uint8_t *zero = memchr(b + at, 0, n - at);
            if (!zero)
                break;
            if (zero > b + at)
                r->on_name(r->name_user, b, address, (const char *)b + at);
            at = (size_t)(zero - b) + 1;
        }
        b += (size_t)(end - b) < padded ? (size_t)(end - b) : padded;
    }
}

static void secrets_block(wt_reader *r, const uint8_t *b, const uint8_t *end) {
    if (!r->on_secrets || end - b < 8)
        return;
    uint32_t n = wt_get32(r, b + 4);
    if (n <= (size_t)(end - b) - 8)
        r->on_secrets(r->secrets_user, wt_get32(r, b), b + 8, n);
}

/* A block of somebody's own format counts as a frame, as it does in Wireshark: the numbers
 * of the others stay the same. */
static int custom_block(const wt_reader *r, wt_frame *f, const uint8_t *b, const uint8_t *end) {
    (void)r;
    if (end - b < 4 || end - b > WT_MAX_FRAME)
        return 0;
    f->data = b + 4;
    f->caplen = f->len = (uint32_t)(end - b) - 4;
    f->linktype = WT_LINKTYPE_NONE;
    f->time_ns = INT64_MIN;
    return 1;
}

/* How many frames were lost at a point: the last block that says so counts. */
static void statistics_block(wt_reader *r, const uint8_t *b, const uint8_t *end) {
    if (end - b < 12 || wt_get32(r, b) >= r->point_count - r->first_point)
        return;
    struct wt_point *point = &r->points[r->first_point + wt_get32(r, b)];
    uint64_t interface = 0, system = 0;
    wt_option o;
    for (b += 12; wt_option_next(r, &b, end, &o);) {
        if (o.code == 5 && o.length >= 8)
            interface = wt_get64(r, o.value);
        if (o.code == 7 && o.length >= 8)
            system = wt_get64(r, o.value);
    }
    point->dropped = interface > UINT64_MAX - system ? UINT64_MAX : interface + system;
}

static void section_comments(wt_reader *r, const uint8_t *b, const uint8_t *end) {
    wt_option o;
    if (end - b < 16)
        return;
    for (b += 16; r->on_comment && wt_option_next(r, &b, end, &o);)
        if (o.code == 1)
            r->on_comment(r->comment_user, (const char *)o.value, o.length);
}

/* A section may have the other byte order than the one before. */
static int section_block(wt_reader *r, const uint8_t *h) {
    uint32_t magic;
    memcpy(&magic, h + 8, 4);
    if (magic != 0x1a2b3c4d && magic != 0x4d3c2b1a)
        return wt_broken(r, damaged, "a section header has no byte-order magic");
    r->swapped = magic == 0x4d3c2b1a;
    if (wt_get16(r, h + 12) != 1)
        return wt_broken(r, "Only version 1 is defined.", "a section of pcapng version %u.%u", wt_get16(r, h + 12),
                         wt_get16(r, h + 14));
    r->first_point = r->point_count;
    return 0;
}

static int block(wt_reader *r, wt_frame *f, uint32_t type, const uint8_t *b, const uint8_t *end) {
    switch (type) {
    case WT_BLOCK_INTERFACE: return interface_block(r, b, end);
    case WT_BLOCK_PACKET: case WT_BLOCK_OLD_PACKET: case WT_BLOCK_SIMPLE_PACKET:
        return packet_block(r, f, type, b, end);
    case WT_BLOCK_NAMES: names_block(r, b, end); return 0;
    case WT_BLOCK_SECRETS: secrets_block(r, b, end); return 0;
    case WT_BLOCK_CUSTOM: case WT_BLOCK_CUSTOM_LOCAL: return custom_block(r, f, b, end);
    case WT_BLOCK_STATISTICS: statistics_block(r, b, end); return 0;
    case WT_BLOCK_SECTION: section_comments(r, b, end); return 0;
    default: return 0;                     /* unknown blocks: nothing to dissect */
    }
}

static int pcapng_next(wt_reader *r, wt_frame *f) {
    for (;;) {
        const uint8_t *h = wt_input_peek(r, 12);
        if (!h)
            return wt_input_left(r) ? wt_cut_short(r, "a block's header") : 0;
        uint32_t first;
        memcpy(&first, h, 4);
        if (first == WT_BLOCK_SECTION && !(h = wt_input_peek(r, 16)))
            return wt_cut_short(r, "a section's header");
        if (first == WT_BLOCK_SECTION && section_block(r, h) < 0)
            return -1;
        uint32_t type = wt_get32(r, h);
        uint32_t length = wt_get32(r, h + 4);
        if (length < 12 || length % 4 || length > WT_MAX_BLOCK)
            return wt_broken(r, damaged, "a block after frame %llu has the impossible length %u",
                             (unsigned long long)r->frames, length);
        h = wt_input_peek(r, length);
        if (!h)
            return wt_cut_short(r, "a block");
        if (wt_get32(r, h + length - 4) != length)
            return wt_broken(r, damaged, "a block after frame %llu does not end with its own length",
                             (unsigned long long)r->frames);
        wt_input_skip(r, length);
        int got = block(r, f, type, h + 8, h + length - 4);
        r->block = h;
        r->block_length = length;
        if (got)
            return got;
        if (r->on_block)
            r->on_block(r->block_user, h, length);
    }
}

int wt_pcapng_open(wt_reader *r) {
    const uint8_t *h = wt_input_peek(r, 4);
    if (!h || memcmp(h, "\x0a\x0d\x0d\x0a", 4) != 0)
        return 0;
    h = wt_input_peek(r, 12);
    if (!h)
        return wt_cut_short(r, "its header");
    uint32_t magic;
    memcpy(&magic, h + 8, 4);
    if (magic != 0x1a2b3c4d && magic != 0x4d3c2b1a)
        return 0;
    r->swapped = magic == 0x4d3c2b1a;
    r->format = "pcapng";
    r->next = pcapng_next;
    return 1;
}
