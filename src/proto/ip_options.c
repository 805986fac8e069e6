/* ip_options.c - the options of an IPv4 header. */
#include "proto/ip.h"

/* ---- values ----------------------------------------------------------------------------- */

#define TABLE(x) const wt_values wt_ip_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value option_classes_rows[] = {
    WT_V(0, "Control", NULL), WT_V(1, "Reserved for future use", NULL), WT_V(2, "Debugging and measurement", NULL),
    WT_V(3, "Reserved for future use", NULL)};
TABLE(option_classes);

static const wt_value option_numbers_rows[] = {
    WT_V(0, "End of Option List (EOL)", NULL), WT_V(1, "No-Operation (NOP)", NULL), WT_V(2, "Security", NULL),
    WT_V(3, "Loose source route", NULL), WT_V(4, "Time stamp", NULL), WT_V(5, "Extended security", NULL),
    WT_V(6, "Commercial IP security option", NULL), WT_V(7, "Record route", NULL), WT_V(8, "Stream identifier", NULL),
    WT_V(9, "Strict source route", NULL), WT_V(11, "MTU probe", NULL), WT_V(12, "MTU Reply", NULL),
    WT_V(18, "Traceroute", NULL), WT_V(20, "Router Alert", NULL), WT_V(21, "Selective Directed Broadcast", NULL),
    WT_V(25, "Quick-Start", NULL), WT_V(30, "Experiment", NULL)};
TABLE(option_numbers);

static const wt_value alert_rows[] = {
    WT_V(0, "Router shall examine packet", NULL), WT_VR(1, 65535, "Reserved", NULL)};
TABLE(alert);

static const wt_value rates_rows[] = {
    WT_V(0, "0 bit/s", NULL), WT_V(1, "80 Kbit/s", NULL), WT_V(2, "160 Kbit/s", NULL), WT_V(3, "320 Kbit/s", NULL),
    WT_V(4, "640 Kbit/s", NULL), WT_V(5, "1.28 Mbit/s", NULL), WT_V(6, "2.56 Mbit/s", NULL),
    WT_V(7, "5.12 Mbit/s", NULL), WT_V(8, "10.24 Mbit/s", NULL), WT_V(9, "20.48 Mbit/s", NULL),
    WT_V(10, "40.96 Mbit/s", NULL), WT_V(11, "81.92 Mbit/s", NULL), WT_V(12, "163.84 Mbit/s", NULL),
    WT_V(13, "327.68 Mbit/s", NULL), WT_V(14, "655.36 Mbit/s", NULL), WT_V(15, "1.31072 Gbit/s", NULL)};
TABLE(rates);

static const wt_value qs_functions_rows[] = {WT_V(0, "Rate request", NULL), WT_V(8, "Rate report", NULL)};
TABLE(qs_functions);

static const wt_value stamp_flags_rows[] = {
    WT_V(0, "Time stamps only", NULL), WT_V(1, "Time stamp and address", NULL),
    WT_V(3, "Time stamps for prespecified addresses", NULL)};
TABLE(stamp_flags);

static const wt_value levels_rows[] = {
    WT_V(0x3d, "Top secret", NULL), WT_V(0x5a, "Secret", NULL), WT_V(0x96, "Confidential", NULL),
    WT_V(0xab, "Unclassified", NULL)};
TABLE(levels);

static const wt_value tags_rows[] = {
    WT_V(0, "Padding", NULL), WT_V(1, "Restrictive Category Bitmap", NULL), WT_V(2, "Enumerated Categories", NULL),
    WT_V(5, "Ranged Categories", NULL), WT_V(6, "Permissive Categories", NULL), WT_V(7, "Free Form", NULL)};
TABLE(tags);

/* ---- parts ------------------------------------------------------------------------------ */

static const struct kind {
    uint8_t type, shortest, longest;
    uint16_t row;
} kinds[] = {
    {0, 1, 1, F_O_EOL & 1023},       {1, 1, 1, F_O_NOP & 1023},         {7, 3, 39, F_O_RR & 1023},
    {11, 4, 4, F_O_MTUP & 1023},     {12, 4, 4, F_O_MTUR & 1023},       {25, 8, 8, F_O_QS & 1023},
    {68, 4, 40, F_O_TIMESTAMP & 1023}, {82, 12, 12, F_O_TR & 1023},     {130, 3, 40, F_O_SECURITY & 1023},
    {131, 3, 39, F_O_LSRR & 1023},   {133, 3, 40, F_O_ESEC & 1023},     {134, 10, 40, F_O_CIPSO & 1023},
    {136, 4, 4, F_O_SID & 1023},     {137, 3, 39, F_O_SSRR & 1023},     {148, 4, 4, F_O_RTRALT & 1023},
    {149, 6, 40, F_O_SDB & 1023}};

static const struct kind *kind_of(uint32_t type) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].type == type)
            return &kinds[i];
    return NULL;
}

static void recorded(wt_cur *c) {
    uint32_t next = (uint32_t)wt_take(c, F_OPT_PTR);
    for (uint32_t at = 4; wt_left(c) >= 4; at += 4)
        wt_take_bytes(c, at < next ? F_REC_RT : F_EMPTY_RT, 4);
}

/* What is behind the pointer has still to be passed, but the last entry is where the packet ends. */
static void source_route(wt_cur *c) {
    uint32_t next = (uint32_t)wt_take(c, F_OPT_PTR), end = 4 + wt_left(c) / 4 * 4;
    for (uint32_t at = 4; wt_left(c) >= 4; at += 4)
        wt_take_bytes(c, at < next ? F_REC_RT : at + 4 < end ? F_SRC_RT : F_DST, 4);
}

const uint8_t *wt_ip_route_end(const wt_cur *c, uint32_t offset, uint32_t n) {
    for (uint32_t end = offset + n; offset + 3 <= end;) {
        uint32_t type = (uint32_t)wt_look(c, offset, 1), length = (uint32_t)wt_look(c, offset + 1, 1);
        if (type < 2) {
            if (!type)
                return NULL;
            offset++;
            continue;
        }
        if (length < 2 || length > end - offset || offset + length > wt_left_captured(c))
            return NULL;
        uint32_t routes = length < 3 ? 0 : (length - 3) / 4;
        if ((type == 131 || type == 137) && routes && wt_look(c, offset + 2, 1) <= 4 * routes)
            return wt_here(c) + offset + 3 + 4 * (routes - 1);
        offset += length;
    }
    return NULL;
}

static void protection(wt_cur *c) {
    wt_take(c, F_SEC_FLAGS);
    wt_node n = wt_parent(c, F_SEC_FLAGS);
    for (wt_fid f = F_SEC_GENSER; f <= F_SEC_MORE; f++)
        wt_bits(c, f);
    wt_end(c, n);
}

static void time_stamps(wt_cur *c) {
    wt_take(c, F_OPT_PTR);
    wt_peek(c, F_OPT_OVERFLOW);
    uint64_t flag = wt_peek(c, F_OPT_FLAG);
    wt_skip(c, 1);
    while (wt_left(c) >= (flag ? 8u : 4u)) {
        if (flag)
            wt_take_bytes(c, F_OPT_STAMP_ADDR, 4);
        wt_take(c, F_OPT_STAMP);
    }
}

static void quick_start(wt_cur *c, uint8_t ttl) {
    uint64_t function = wt_peek(c, F_QS_FUNC);
    wt_peek(c, F_QS_RATE);
    wt_skip(c, 1);
    if (function == 8) {
        wt_take(c, F_QS_UNUSED);
    } else {
        uint64_t v = wt_take(c, F_QS_TTL);
        wt_emit_u(c, F_QS_TTL_DIFF, c->pos - 1, 1, (uint8_t)(ttl - v));
    }
    wt_peek(c, F_QS_NONCE);
    wt_peek(c, F_QS_RESERVED);
    wt_skip(c, 4);
}

static void label(wt_cur *c) {
    wt_take(c, F_CIPSO_DOI);
    while (wt_left(c)) {
        uint64_t tag = wt_take(c, F_CIPSO_TAG);
        uint32_t n = (uint32_t)wt_look(c, 0, 1);
        if (!tag)
            continue;
        if (n < 4 || n - 1 > wt_left(c))
            return;
        wt_skip(c, 2);
        wt_take(c, F_CIPSO_LEVEL);
        wt_skip(c, n - 4);
    }
}

static void contents(wt_cur *c, uint32_t type, uint8_t ttl) {
    switch (type) {
    case 7: recorded(c); break;
    case 11: case 12: wt_take(c, F_OPT_MTU); break;
    case 25: quick_start(c, ttl); break;
    case 68: time_stamps(c); break;
    case 82:
        wt_take(c, F_OPT_ID);
        wt_take(c, F_OPT_OHC);
        wt_take(c, F_OPT_RHC);
        wt_take_bytes(c, F_OPT_ORIGINATOR, 4);
        break;
    case 130:
        if (wt_left(c) == 9)               /* RFC 791's own layout, never used since RFC 1108 */
            break;
        wt_take(c, F_SEC_LEVEL);
        if (wt_left(c))
            protection(c);
        break;
    case 133:
        wt_take(c, F_EXT_SEC_FORMAT);
        if (wt_left(c))
            wt_take_rest(c, F_EXT_SEC_INFO);
        break;
    case 131: case 137: source_route(c); break;
    case 134: label(c); break;
    case 136: wt_take(c, F_OPT_SID); break;
    case 148: wt_take(c, F_OPT_RA); break;
    case 149:
        while (wt_left(c) >= 4)
            wt_take_bytes(c, F_OPT_ADDR, 4);
        break;
    default: break;
    }
    if (!c->fail)
        wt_skip(c, wt_left(c));
}

void wt_ip_options(wt_cur *c, uint8_t ttl) {
    while (wt_left_captured(c) && !c->fail) {
        uint32_t type = (uint32_t)wt_look(c, 0, 1), n = type < 2 ? 1 : (uint32_t)wt_look(c, 1, 1);
        const struct kind *kind = kind_of(type);
        if (n < (type < 2 ? 1u : 2u) || n > wt_left(c) || (kind && (n < kind->shortest || n > kind->longest))) {
            wt_note(c, "IP option %u has an impossible length (%u): the options after it can't be found", type, n);
            wt_emit_p(c, F_O_UNKNOWN, c->pos, wt_left_captured(c), wt_here(c), wt_left_captured(c));
            return;
        }
        wt_fid row = kind ? ((wt_fid)WT_P_IP << WT_FID_BITS) + kind->row : F_O_UNKNOWN;
        wt_node node = wt_begin(c, row, n);
        wt_cur option = wt_sub(c, n);
        if (kind) {
            wt_take(&option, F_OPT_TYPE);
            wt_node t = wt_parent(&option, F_OPT_TYPE);
            wt_bits(&option, F_OPT_COPY);
            wt_bits(&option, F_OPT_CLASS);
            wt_bits(&option, F_OPT_NUMBER);
            wt_end(&option, t);
            if (type > 1)
                wt_take(&option, F_OPT_LEN);
            contents(&option, type, ttl);
        }
        wt_end(c, node);
        if (type == 0)
            return;
    }
}
