/* registry.c - all protocols in one const table, and look-ups in it. */
#include <string.h>

#include "core/session.h"

#define P(id, symbol) extern const wt_protocol wt_proto_##symbol;
#include "core/protocols.def"
#undef P

const wt_protocol *const wt_protocols[WT_P_COUNT] = {
#define P(id, symbol) &wt_proto_##symbol,
#include "core/protocols.def"
#undef P
};

const char *const wt_table_names[WT_T_COUNT] = {
    [WT_T_LINKTYPE] = "wtap_encap", [WT_T_ETHERTYPE] = "ethertype", [WT_T_IP_PROTO] = "ip.proto",
    [WT_T_UDP_PORT] = "udp.port",   [WT_T_TCP_PORT] = "tcp.port",   [WT_T_LLC_DSAP] = "llc.dsap",
    [WT_T_PPP] = "ppp.protocol",    [WT_T_TLS_ALPN] = "tls.alpn",   [WT_T_HTTP_UPGRADE] = "http.upgrade",
    [WT_T_MEDIA_TYPE] = "media_type",
};

const char *wt_decode_table(uint32_t n) { return n < WT_T_NUMBERS ? wt_table_names[n] : NULL; }

bool wt_protocol_place(uint32_t proto, uint32_t n, wt_place *place) {
    if (proto >= WT_P_COUNT || n >= wt_protocols[proto]->binding_count)
        return false;
    const wt_binding *b = &wt_protocols[proto]->bindings[n];
    *place = (wt_place){wt_table_names[b->table], b->table < WT_T_NUMBERS ? NULL : b->text, b->key};
    return true;
}

const wt_limit_info *wt_limit_get(uint32_t n) {
    static const wt_limit_info limits[] = {
#define L(id, name, value, sentence) {name, sentence, value},
#include "core/limits.def"
#undef L
    };
    return n < WT_LIMIT_COUNT ? &limits[n] : NULL;
}

uint32_t wt_protocol_count(void) { return WT_P_COUNT; }

const wt_protocol_info *wt_protocol_get(uint32_t proto) {
    return proto < WT_P_COUNT ? &wt_protocols[proto]->info : NULL;
}

int wt_protocol_find(const char *name) {
    for (uint32_t p = 0; p < WT_P_COUNT; p++)
        if (strcmp(wt_protocols[p]->info.name, name) == 0)
            return (int)p;
    return -1;
}

const wt_field *wt_field_get(wt_fid fid) {
    uint32_t proto = WT_FID_PROTO_OF(fid), row = fid & ((1u << WT_FID_BITS) - 1);
    if (proto >= WT_P_COUNT || row >= wt_protocols[proto]->info.field_count)
        return NULL;
    return &wt_protocols[proto]->info.fields[row];
}

wt_fid wt_field_find_next(const char *name, wt_fid fid) {
    uint32_t proto = fid == WT_FID_NONE ? 0 : WT_FID_PROTO_OF(fid);
    uint32_t row = fid == WT_FID_NONE ? 0 : (fid & ((1u << WT_FID_BITS) - 1)) + 1;
    for (; proto < WT_P_COUNT; proto++, row = 0) {
        const wt_protocol_info *info = &wt_protocols[proto]->info;
        for (; row < info->field_count; row++)
            if (strcmp(info->fields[row].name, name) == 0)
                return proto << WT_FID_BITS | row;
    }
    return WT_FID_NONE;
}

wt_fid wt_field_find(const char *name) {
    int proto = wt_protocol_find(name);
    return proto >= 0 ? WT_FID_PROTO((uint32_t)proto) : wt_field_find_next(name, WT_FID_NONE);
}

const wt_value *wt_value_find(const wt_values *values, uint64_t v) {
    size_t lo = 0, hi = values ? values->count : 0;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        const wt_value *row = &values->rows[mid];
        if (v < row->lo)
            hi = mid;
        else if (v > row->hi)
            lo = mid + 1;
        else
            return row;
    }
    return NULL;
}

const uint8_t wt_type_sizes[WT_FRAME + 1] = {
    [WT_U8] = 1,  [WT_U16] = 2, [WT_U24] = 3, [WT_U32] = 4,  [WT_U40] = 5,   [WT_U48] = 6,   [WT_U56] = 7,
    [WT_U64] = 8, [WT_I8] = 1,  [WT_I16] = 2, [WT_I32] = 4,  [WT_I64] = 8,   [WT_IPV4] = 4,  [WT_IPV6] = 16,
    [WT_ETHER] = 6, [WT_EUI64] = 8, [WT_GUID] = 16, [WT_FRAME] = 0,
};

uint32_t wt_type_size(enum wt_type type) { return (size_t)type < sizeof wt_type_sizes ? wt_type_sizes[type] : 0; }
