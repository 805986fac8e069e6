/* segments.h - for tests: find TCP in a frame, and make frames with other parts of its data. */
#ifndef WT_TESTS_SEGMENTS_H
#define WT_TESTS_SEGMENTS_H

#include "core/proto.h"
#include "guard.h"

typedef struct segment {
    uint32_t ip, tcp, data, len;           /* where they begin in the frame; bytes of data */
    bool v6;
} segment;

static inline uint32_t link_header(const wt_frame *f, uint32_t *ethertype) {
    static const struct { uint32_t linktype, size, type_at; } links[] = {{1, 14, 12}, {113, 16, 14}, {276, 20, 0}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (f->linktype == links[i].linktype && f->caplen > links[i].size) {
            *ethertype = (uint32_t)wt_load(f->data + links[i].type_at, 2);
            return links[i].size;
        }
    *ethertype = f->caplen && f->linktype == 101 ? (f->data[0] >> 4 == 4 ? 0x0800 : 0x86dd) : 0;
    return 0;
}

/* Is this a whole TCP segment, on IP without anything between? */
static inline bool find_segment(const wt_frame *f, segment *g) {
    uint32_t type, size;
    const uint8_t *p = f->data;
    g->ip = link_header(f, &type);
    g->v6 = type == 0x86dd;
    if (f->caplen != f->len || f->caplen < g->ip + (g->v6 ? 60u : 40u) || (type != 0x0800 && !g->v6))
        return false;
    if (g->v6) {
        if (p[g->ip + 6] != 6)
            return false;
        g->tcp = g->ip + 40;
        size = 40 + (uint32_t)wt_load(p + g->ip + 4, 2);
    } else {
        if (p[g->ip + 9] != 6 || (wt_load(p + g->ip + 6, 2) & 0x3fff))
            return false;
        g->tcp = g->ip + (p[g->ip] & 15u) * 4;
        size = (uint32_t)wt_load(p + g->ip + 2, 2);
    }
    if (f->caplen < g->tcp + 20 || size > f->caplen - g->ip)
        return false;
    g->data = g->tcp + (uint32_t)(p[g->tcp + 12] >> 4) * 4;
    if (g->data > g->ip + size || g->data < g->tcp + 20)
        return false;
    g->len = g->ip + size - g->data;
    return true;
}

/* Both ends of the segment, in the direction it goes, as one number. */
static inline uint32_t segment_ends(const wt_frame *f, const segment *g) {
    uint32_t hash = 2166136261u, from = g->ip + (g->v6 ? 8 : 12);
    for (uint32_t i = from; i < g->tcp + 4; i++)
        if (i < from + (g->v6 ? 32 : 8) || i >= g->tcp)
            hash = (hash ^ f->data[i]) * 16777619u;
    return hash;
}

static inline void store(uint8_t *p, uint64_t v, uint32_t n) {
    while (n--) {
        p[n] = (uint8_t)v;
        v >>= 8;
    }
}

/* n bytes of the segment's data from `at` on as a frame of its own, with its numbers and checksums right.
 * FIN goes with the last byte.  The frame's size. */
static inline uint32_t make_piece(const wt_frame *f, const segment *g, uint32_t at, uint32_t n, uint8_t *out) {
    uint32_t size = g->data + n - g->ip;
    memcpy(out, f->data, g->data);
    memcpy(out + g->data, f->data + g->data + at, n);
    uint8_t *ip = out + g->ip, *tcp = out + g->tcp;
    store(tcp + 4, wt_load(tcp + 4, 4) + at, 4);
    if (at + n < g->len)
        tcp[13] &= 0xfe;
    uint32_t sum = wt_checksum_add(6 + size - (g->tcp - g->ip), ip + (g->v6 ? 8 : 12), g->v6 ? 32 : 8);
    if (g->v6) {
        store(ip + 4, size - 40, 2);
    } else {
        store(ip + 2, size, 2);
        store(ip + 10, 0, 2);
        store(ip + 10, (uint16_t)~wt_checksum_fold(wt_checksum_add(0, ip, g->tcp - g->ip)), 2);
    }
    store(tcp + 16, 0, 2);
    store(tcp + 16, (uint16_t)~wt_checksum_fold(wt_checksum_add(sum, tcp, size - (g->tcp - g->ip))), 2);
    return g->ip + size;
}

#endif
