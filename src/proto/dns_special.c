/* dns_special.c - records whose data is more than a row of steps: keys, bit maps, choices. */
#include "proto/dns.h"

/* ---- keys ------------------------------------------------------------------------------- */

/* RFC 4034 §B: the number by which signatures name a key, from the record's data. */
static uint16_t key_tag(const uint8_t *p, uint32_t n, uint64_t algorithm) {
    if (algorithm == 1)                    /* RSA/MD5: out of the modulus (§B.1) */
        return n >= 7 ? (uint16_t)wt_load(p + n - 3, 2) : 0;
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += i & 1 ? p[i] : (uint32_t)p[i] << 8;
    return (uint16_t)(sum + (sum >> 16));
}

static void key(wt_cur *c) {
    const uint8_t *data = wt_here(c);
    uint32_t n = wt_left_captured(c);
    uint64_t flags = wt_take(c, F_KEY_FLAGS);
    wt_node node = wt_parent(c, F_KEY_FLAGS);
    wt_bits(c, F_KEY_AUTHENTICATION);
    wt_bits(c, F_KEY_CONFIDENTIALITY);
    if ((flags & 0xc000) != 0xc000)        /* both set: there is no key */
        for (wt_fid f = F_KEY_REQUIRED; f <= F_KEY_SIGNATORY; f++)
            wt_bits(c, f);
    wt_end(c, node);
    wt_take(c, F_KEY_PROTOCOL);
    uint64_t algorithm = wt_take(c, F_KEY_ALGORITHM);
    if (!c->fail)
        wt_gen_u(c, F_KEY_ID, key_tag(data, n, algorithm));
    wt_take_bytes(c, F_KEY_KEY, wt_left(c));
}

static void dnskey(wt_cur *c) {
    const uint8_t *data = wt_here(c);
    uint32_t n = wt_left_captured(c);
    wt_take(c, F_DNSKEY_FLAGS);
    wt_node node = wt_parent(c, F_DNSKEY_FLAGS);
    for (wt_fid f = F_DNSKEY_ZONE; f <= F_DNSKEY_RESERVED; f++)
        wt_bits(c, f);
    wt_end(c, node);
    wt_take(c, F_DNSKEY_PROTOCOL);
    uint64_t algorithm = wt_take(c, F_DNSKEY_ALGORITHM);
    if (!c->fail)
        wt_gen_u(c, F_DNSKEY_ID, key_tag(data, n, algorithm));
    wt_take_bytes(c, F_DNSKEY_KEY, wt_left(c));
}

static void ipseckey(wt_cur *c, const wt_dns *d) {
    wt_take(c, F_IPSECKEY_PRECEDENCE);
    uint64_t gateway = wt_take(c, F_IPSECKEY_TYPE);
    wt_take(c, F_IPSECKEY_ALGORITHM);
    switch (gateway) {
    case 1: wt_take_bytes(c, F_IPSECKEY_IPV4, 4); break;
    case 2: wt_take_bytes(c, F_IPSECKEY_IPV6, 16); break;
    case 3: wt_dns_take_name(c, d, F_IPSECKEY_DNS); break;
    default: break;
    }
    if (wt_left(c))
        wt_take_bytes(c, F_IPSECKEY_KEY, wt_left(c));
}

static void hip(wt_cur *c, const wt_dns *d) {
    uint32_t tag = (uint32_t)wt_take(c, F_HIP_HIT_LEN);
    wt_take(c, F_HIP_ALGO);
    uint32_t n = (uint32_t)wt_take(c, F_HIP_PK_LEN);
    wt_take_bytes(c, F_HIP_HIT, tag);
    wt_take_bytes(c, F_HIP_PK, n);
    while (wt_left(c) && wt_dns_take_name(c, d, F_HIP_SERVER)) {}
}

static void tkey(wt_cur *c, const wt_dns *d) {
    wt_dns_take_name(c, d, F_TKEY_ALGO);
    wt_dns_take_time(c, F_TKEY_INCEPTION, 4);
    wt_dns_take_time(c, F_TKEY_EXPIRATION, 4);
    wt_take(c, F_TKEY_MODE);
    wt_take(c, F_TKEY_ERROR);
    uint32_t n = (uint32_t)wt_take(c, F_TKEY_KEY_SIZE);
    if (n)
        wt_take_bytes(c, F_TKEY_KEY, n);
    n = (uint32_t)wt_take(c, F_TKEY_OTHER_SIZE);
    if (n)
        wt_take_bytes(c, F_TKEY_OTHER, n);
}

static void tsig(wt_cur *c, const wt_dns *d) {
    wt_dns_take_name(c, d, F_TSIG_ALGORITHM);
    wt_dns_take_time(c, F_TSIG_TIME, 6);
    wt_take(c, F_TSIG_FUDGE);
    uint32_t n = (uint32_t)wt_take(c, F_TSIG_MAC_SIZE);
    if (n && wt_need(c, n)) {
        wt_emit_p(c, F_TSIG_MAC, c->pos, n, NULL, 0);
        wt_skip(c, n);
    }
    wt_take(c, F_TSIG_ID);
    wt_take(c, F_TSIG_ERROR);
    n = (uint32_t)wt_take(c, F_TSIG_OTHER_LEN);
    if (n)
        wt_take_bytes(c, F_TSIG_OTHER, n);
}

/* ---- what does not exist ---------------------------------------------------------------- */

static void map_byte(wt_cur *c, uint32_t first_type) {
    uint8_t bits = wt_here(c)[0];
    for (uint32_t b = 0; b < 8; b++)
        if (bits & 0x80 >> b)
            wt_emit_u(c, F_BITMAP_TYPE, c->pos, 1, first_type + b);
    wt_skip(c, 1);
}

/* Windows of 256 types each, of which only the bytes up to the last one set are sent (RFC 4034 §4.1.2). */
static void type_map(wt_cur *c) {
    while (wt_left(c) && wt_need(c, 2)) {
        uint32_t window = (uint32_t)wt_look(c, 0, 1), n = (uint32_t)wt_look(c, 1, 1);
        wt_skip(c, 2);
        wt_cur map = wt_sub(c, n);
        for (uint32_t i = 0; i < n && wt_need(&map, 1); i++)
            map_byte(&map, window << 8 | i * 8);
        wt_dns_join(c, &map);
    }
}

static void old_type_map(wt_cur *c) {
    for (uint32_t i = 0; wt_left(c) && wt_need(c, 1); i++)
        map_byte(c, i * 8);
}

/* RFC 4648 §7's base32, without padding. */
static void hashed_name(wt_cur *c, wt_fid f, uint32_t n) {
    static const char digits[] = "0123456789abcdefghijklmnopqrstuv";
    if (!wt_need(c, n))
        return;
    char *text = wt_wants(c->s, f) ? wt_arena(c->s, n * 8 / 5 + 2) : NULL;
    uint32_t len = 0, bits = 0, have = 0;
    for (uint32_t i = 0; text && i < n; i++) {
        bits = bits << 8 | wt_here(c)[i];
        for (have += 8; have >= 5; have -= 5)
            text[len++] = digits[bits >> (have - 5) & 31];
    }
    if (text && have)
        text[len++] = digits[bits << (5 - have) & 31];
    if (text)
        wt_emit_p(c, f, c->pos, n, text, len);
    c->pos += n;
}

static void nsec3(wt_cur *c, bool parameters) {
    wt_take(c, F_NSEC3_ALGO);
    wt_take(c, F_NSEC3_FLAGS);
    if (!parameters) {
        wt_node node = wt_parent(c, F_NSEC3_FLAGS);
        wt_bits(c, F_NSEC3_OPT_OUT);
        wt_end(c, node);
    }
    wt_take(c, F_NSEC3_ITERATIONS);
    wt_take_bytes(c, F_NSEC3_SALT, (uint32_t)wt_take(c, F_NSEC3_SALT_LEN));
    if (parameters)
        return;
    hashed_name(c, F_NSEC3_HASH, (uint32_t)wt_take(c, F_NSEC3_HASH_LEN));
    type_map(c);
}

static void csync(wt_cur *c) {
    wt_take(c, F_CSYNC_SOA);
    wt_take(c, F_CSYNC_FLAGS);
    wt_node node = wt_parent(c, F_CSYNC_FLAGS);
    wt_bits(c, F_CSYNC_IMMEDIATE);
    wt_bits(c, F_CSYNC_SOAMINIMUM);
    wt_end(c, node);
    wt_fid f = F_CSYNC_BITMAP;
    wt_node map = wt_begin(c, f, wt_left(c));
    type_map(c);
    wt_end(c, map);
}

/* ---- addresses, places, rules ----------------------------------------------------------- */

static void well_known_services(wt_cur *c) {
    wt_take_bytes(c, F_WKS_ADDRESS, 4);
    wt_take(c, F_WKS_PROTOCOL);
    while (wt_left(c) && wt_need(c, 1))
        if (wt_here(c)[0])
            wt_take(c, F_WKS_BITS);
        else
            wt_skip(c, 1);
}

static void isdn(wt_cur *c) {
    wt_dns_take_counted(c, F_ISDN_LEN, F_ISDN);
    if (wt_left(c))
        wt_dns_take_counted(c, F_ISDN_SA_LEN, F_ISDN_SA);
}

static void location(wt_cur *c) {
    bool known = wt_look(c, 0, 1) == 0;
    if (!known) {
        wt_peek(c, F_LOC_VERSION);
        wt_take_bytes(c, F_LOC_UNKNOWN, wt_left(c));
        return;
    }
    for (wt_fid f = F_LOC_VERSION; f <= F_LOC_ALTITUDE; f++)
        wt_take(c, f);
}

static void naptr(wt_cur *c, const wt_dns *d) {
    wt_take(c, F_NAPTR_ORDER);
    wt_take(c, F_NAPTR_PREFERENCE);
    wt_dns_take_counted(c, F_NAPTR_FLAGS_LEN, F_NAPTR_FLAGS);
    wt_dns_take_counted(c, F_NAPTR_SERVICE_LEN, F_NAPTR_SERVICE);
    wt_dns_take_counted(c, F_NAPTR_REGEX_LEN, F_NAPTR_REGEX);
    wt_dns_name name;
    bool text = wt_wants(c->s, F_NAPTR_REPLACEMENT) || wt_wants(c->s, F_NAPTR_REPLACEMENT_LEN);
    if (!wt_dns_read_name(c, d, &name, text))
        return;
    wt_emit_u(c, F_NAPTR_REPLACEMENT_LEN, name.offset, 0, name.raw_len);
    wt_emit_p(c, F_NAPTR_REPLACEMENT, name.offset, name.size, name.text, name.len);
}

static void a6(wt_cur *c, const wt_dns *d) {
    uint32_t bits = (uint32_t)wt_take(c, F_A6_PREFIX_LEN);
    uint32_t n = bits < 128 ? 16 - bits / 8 : 0;
    if (n && wt_need(c, n)) {
        uint8_t *address = wt_arena(c->s, 16);
        if (address) {
            memset(address, 0, 16);
            memcpy(address + 16 - n, wt_here(c), n);
            wt_emit_p(c, F_A6_SUFFIX, c->pos, n, address, 16);
        }
        c->pos += n;
    }
    if (bits)
        wt_dns_take_name(c, d, F_A6_NAME);
}

static void address_prefixes(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        uint64_t family = wt_take(c, F_APL_FAMILY);
        wt_take(c, F_APL_PREFIX);
        wt_peek(c, F_APL_NEGATION);
        uint32_t n = (uint32_t)wt_take(c, F_APL_LENGTH);
        if (family == 1 && n <= 4)
            wt_dns_take_prefix(c, F_APL_IPV4, n, 4);
        else if (family == 2 && n <= 16)
            wt_dns_take_prefix(c, F_APL_IPV6, n, 16);
        else
            wt_take_bytes(c, F_APL_DATA, n);
    }
}

static void certification_authority(wt_cur *c) {
    wt_take(c, F_CAA_FLAGS);
    wt_node node = wt_parent(c, F_CAA_FLAGS);
    wt_bits(c, F_CAA_CRITICAL);
    wt_end(c, node);
    uint32_t n = (uint32_t)wt_look(c, 0, 1), left = wt_left(c);
    if (!wt_need(c, 1 + n))
        return;
    const char *tag = (const char *)wt_here(c) + 1;
    wt_fid f = n == 5 && memcmp(tag, "issue", 5) == 0 ? F_CAA_ISSUE
               : n == 9 && memcmp(tag, "issuewild", 9) == 0 ? F_CAA_ISSUEWILD
               : n == 5 && memcmp(tag, "iodef", 5) == 0 ? F_CAA_IODEF : F_CAA_UNKNOWN;
    uint32_t value = c->pos + 1 + n, value_len = left - 1 - n;
    if (!wt_need(c, left))
        return;
    wt_dns_emit_text(c, f, c->pos, left, c->data + value, value_len);
    node = wt_parent(c, f);
    wt_take(c, F_CAA_TAG_LEN);
    wt_dns_take_text(c, F_CAA_TAG, n);
    wt_dns_take_text(c, F_CAA_VALUE, value_len);
    wt_end(c, node);
}

static void wins(wt_cur *c) {
    wt_take(c, F_WINS_LOCAL);
    wt_take(c, F_WINS_LOOKUP);
    wt_take(c, F_WINS_CACHE);
    for (uint64_t n = wt_take(c, F_WINS_COUNT); n && wt_left(c) && !c->fail; n--)
        wt_take_bytes(c, F_WINS_SERVER, 4);
}

static void wins_reverse(wt_cur *c, const wt_dns *d) {
    wt_take(c, F_WINSR_LOCAL);
    wt_take(c, F_WINSR_LOOKUP);
    wt_take(c, F_WINSR_CACHE);
    wt_dns_take_name(c, d, F_WINSR_DOMAIN);
}

static void proxied(wt_cur *c) {
    uint64_t version = wt_take_n(c, F_XPF_VERSION, 1);
    wt_take(c, F_XPF_PROTOCOL);
    if (version == 4) {
        wt_take_bytes(c, F_XPF_SOURCE4, 4);
        wt_take_bytes(c, F_XPF_DESTINATION4, 4);
    } else if (version == 6) {
        wt_take_bytes(c, F_XPF_SOURCE6, 16);
        wt_take_bytes(c, F_XPF_DESTINATION6, 16);
    }
    wt_take(c, F_XPF_SPORT);
    wt_take(c, F_XPF_DPORT);
}

bool wt_dns_special(wt_cur *c, const wt_dns *d, uint16_t type) {
    switch (type) {
    case 11: well_known_services(c); break;
    case 20: isdn(c); break;
    case 25: key(c); break;
    case 29: location(c); break;
    case 30:
        wt_dns_take_name(c, d, F_NXT);
        old_type_map(c);
        break;
    case 35: naptr(c, d); break;
    case 38: a6(c, d); break;
    case 41: wt_dns_options(c); break;
    case 42: address_prefixes(c); break;
    case 45: ipseckey(c, d); break;
    case 47:
        wt_dns_take_name(c, d, F_NSEC_NEXT);
        type_map(c);
        break;
    case 48: case 60: dnskey(c); break;
    case 50: case 51: nsec3(c, type == 51); break;
    case 55: hip(c, d); break;
    case 62: csync(c); break;
    case 64: case 65: wt_dns_service_binding(c, d); break;
    case 249: tkey(c, d); break;
    case 250: tsig(c, d); break;
    case 257: certification_authority(c); break;
    case 65281: wins(c); break;
    case 65282: wins_reverse(c, d); break;
    case 65422: proxied(c); break;
    default: return false;
    }
    return true;
}
