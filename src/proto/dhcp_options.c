/* dhcp_options.c - the options' data.  Most are one value or a list of one kind, kept in one table. */
#include "proto/dhcp.h"

typedef struct simple {
    uint8_t code, kind;
    uint16_t row;
} simple;

#define ROW(f) (uint16_t)((f) & ((1u << WT_FID_BITS) - 1))
#define ID(row) (((wt_fid)WT_P_DHCP << WT_FID_BITS) + (row))
enum { NUMBER = WT_DHCP_NUMBER, NUMBERS = WT_DHCP_NUMBERS, ADDRESS = WT_DHCP_ADDRESS,
       ADDRESSES = WT_DHCP_ADDRESSES, WORDS = WT_DHCP_WORDS, CLOCK = WT_DHCP_CLOCK };

static const simple table[] = {
    {1, ADDRESS, ROW(F_O_SUBNET_MASK)},
    {2, NUMBER, ROW(F_O_TIME_OFFSET)},
    {3, ADDRESSES, ROW(F_O_ROUTER)},
    {4, ADDRESSES, ROW(F_O_TIME_SERVER)},
    {5, ADDRESSES, ROW(F_O_NAME_SERVER)},
    {6, ADDRESSES, ROW(F_O_DOMAIN_NAME_SERVER)},
    {7, ADDRESSES, ROW(F_O_LOG_SERVER)},
    {8, ADDRESSES, ROW(F_O_QUOTES_SERVER)},
    {9, ADDRESSES, ROW(F_O_LPR_SERVER)},
    {10, ADDRESSES, ROW(F_O_IMPRESS_SERVER)},
    {11, ADDRESSES, ROW(F_O_RESOURCE_LOCATION_SERVER)},
    {12, WORDS, ROW(F_O_HOSTNAME)},
    {13, NUMBER, ROW(F_O_BOOT_FILE_SIZE)},
    {14, WORDS, ROW(F_O_MERIT_DUMP_FILE)},
    {15, WORDS, ROW(F_O_DOMAIN_NAME)},
    {16, ADDRESS, ROW(F_O_SWAP_SERVER)},
    {17, WORDS, ROW(F_O_ROOT_PATH)},
    {18, WORDS, ROW(F_O_EXTENSION_PATH)},
    {19, NUMBER, ROW(F_O_IP_FORWARDING)},
    {20, NUMBER, ROW(F_O_NON_LOCAL_SOURCE_ROUTING)},
    {22, NUMBER, ROW(F_O_MAX_DATAGRAM_REASSEMBLY_SIZE)},
    {23, NUMBER, ROW(F_O_DEFAULT_IP_TTL)},
    {24, NUMBER, ROW(F_O_PATH_MTU_AGING_TIMEOUT)},
    {25, NUMBERS, ROW(F_O_PATH_MTU_PLATEAU_TABLE_ITEM)},
    {26, NUMBER, ROW(F_O_INTERFACE_MTU)},
    {27, NUMBER, ROW(F_O_ALL_SUBNETS_ARE_LOCAL)},
    {28, ADDRESS, ROW(F_O_BROADCAST_ADDRESS)},
    {29, NUMBER, ROW(F_O_PERFORM_MASK_DISCOVERY)},
    {30, NUMBER, ROW(F_O_MASK_SUPPLIER)},
    {31, NUMBER, ROW(F_O_PERFORM_ROUTER_DISCOVER)},
    {32, ADDRESS, ROW(F_O_ROUTER_SOLICITATION_ADDRESS)},
    {34, NUMBER, ROW(F_O_TRAILER_ENCAPSULATION)},
    {35, NUMBER, ROW(F_O_ARP_CACHE_TIMEOUT)},
    {36, NUMBER, ROW(F_O_ETHERNET_ENCAPSULATION)},
    {37, NUMBER, ROW(F_O_TCP_DEFAULT_TTL)},
    {38, NUMBER, ROW(F_O_TCP_KEEPALIVE_INTERVAL)},
    {39, NUMBER, ROW(F_O_TCP_KEEPALIVE_GARBAGE)},
    {40, WORDS, ROW(F_O_NIS_DOMAIN)},
    {41, ADDRESSES, ROW(F_O_NIS_SERVER)},
    {42, ADDRESSES, ROW(F_O_NTP_SERVER)},
    {44, ADDRESSES, ROW(F_O_NETBIOS_OVER_TCPIP_NAME_SERVER)},
    {45, ADDRESSES, ROW(F_O_NETBIOS_OVER_TCPIP_DD_NAME_SERVER)},
    {46, NUMBER, ROW(F_O_NETBIOS_OVER_TCPIP_NODE_TYPE)},
    {47, WORDS, ROW(F_O_NETBIOS_OVER_TCPIP_SCOPE)},
    {48, ADDRESSES, ROW(F_O_XWINDOWS_SYSTEM_FONT_SERVER)},
    {49, ADDRESSES, ROW(F_O_XWINDOWS_SYSTEM_DISPLAY_MANAGER)},
    {50, ADDRESS, ROW(F_O_REQUESTED_IP_ADDRESS)},
    {51, NUMBER, ROW(F_O_IP_ADDRESS_LEASE_TIME)},
    {54, ADDRESS, ROW(F_O_DHCP_SERVER_ID)},
    {55, NUMBERS, ROW(F_O_REQUEST_LIST_ITEM)},
    {56, WORDS, ROW(F_O_MESSAGE)},
    {57, NUMBER, ROW(F_O_DHCP_MAX_MESSAGE_SIZE)},
    {58, NUMBER, ROW(F_O_RENEWAL_TIME_VALUE)},
    {59, NUMBER, ROW(F_O_REBINDING_TIME_VALUE)},
    {64, WORDS, ROW(F_O_NIS_PLUS_DOMAIN)},
    {65, ADDRESSES, ROW(F_O_NIS_PLUS_SERVER)},
    {66, WORDS, ROW(F_O_TFTP_SERVER_NAME)},
    {67, WORDS, ROW(F_O_BOOTFILE_NAME)},
    {68, ADDRESSES, ROW(F_O_MOBILE_IP_HOME_AGENT)},
    {69, ADDRESSES, ROW(F_O_SMTP_SERVER)},
    {70, ADDRESSES, ROW(F_O_POP3_SERVER)},
    {71, ADDRESSES, ROW(F_O_NNTP_SERVER)},
    {72, ADDRESSES, ROW(F_O_DEFAULT_WWW_SERVER)},
    {73, ADDRESSES, ROW(F_O_DEFAULT_FINGER_SERVER)},
    {74, ADDRESSES, ROW(F_O_DEFAULT_IRC_SERVER)},
    {75, ADDRESSES, ROW(F_O_STREETTALK_SERVER)},
    {76, ADDRESSES, ROW(F_O_STREETTALK_DA_SERVER)},
    {86, WORDS, ROW(F_O_NOVELL_DS_TREE_NAME)},
    {87, WORDS, ROW(F_O_NOVELL_DS_CONTEXT)},
    {91, NUMBER, ROW(F_O_CLIENT_LAST_TRANSACTION_TIME)},
    {92, ADDRESSES, ROW(F_O_ASSOCIATED_IP_OPTION)},
    {93, NUMBERS, ROW(F_O_CLIENT_SYSTEM_ARCHITECTURE)},
    {100, WORDS, ROW(F_O_TZ_PCODE)},
    {101, WORDS, ROW(F_O_TZ_TCODE)},
    {112, ADDRESSES, ROW(F_O_NETINFO_PARENT_SERVER_ADDRESS)},
    {113, WORDS, ROW(F_O_NETINFO_PARENT_SERVER_TAG)},
    {114, WORDS, ROW(F_O_CAPTIVE_PORTAL)},
    {116, NUMBER, ROW(F_O_DHCP_AUTO_CONFIGURATION)},
    {118, ADDRESSES, ROW(F_O_SUBNET_SELECTION_OPTION)},
    {136, ADDRESSES, ROW(F_O_PANA_AGENT)},
    {137, WORDS, ROW(F_O_LOST_SERVER_DOMAIN_NAME)},
    {138, ADDRESSES, ROW(F_O_CAPWAP_ACCESS_CONTROLLER)},
    {142, ADDRESSES, ROW(F_O_ANDSF_SERVER)},
    {145, NUMBERS, ROW(F_O_FORCERENEW_NONCE_ALGORITHM)},
    {150, ADDRESSES, ROW(F_O_TFTP_SERVER_ADDRESS)},
    {152, CLOCK, ROW(F_O_BULK_LEASE_BASE_TIME)},
    {153, NUMBER, ROW(F_O_BULK_LEASE_START_TIME_OF_STATE)},
    {154, CLOCK, ROW(F_O_BULK_LEASE_QUERY_START_TIME)},
    {155, CLOCK, ROW(F_O_BULK_LEASE_QUERY_END_TIME)},
    {156, NUMBER, ROW(F_O_BULK_LEASE_DHCP_STATE)},
    {157, NUMBER, ROW(F_O_BULK_LEASE_DATA_SOURCE)},
    {160, WORDS, ROW(F_O_CAPTIVE_PORTAL_160)},
    {161, WORDS, ROW(F_O_MUDURL)},
    {209, WORDS, ROW(F_O_PXE_CONFIG_FILE)},
    {210, WORDS, ROW(F_O_PXE_PATH_PREFIX)},
    {252, WORDS, ROW(F_O_PRIVATE_PROXY_AUTODISCOVERY)},
};

/* ---- plain kinds ------------------------------------------------------------------------ */

static bool is_ascii(const uint8_t *p, uint32_t n) {
    uint8_t all = 0;
    for (uint32_t i = 0; i < n; i++)
        all |= p[i];
    return all < 0x80;
}

/* Texts are ASCII (RFC 2132 §2): what is not becomes U+FFFD. */
static void emit_replaced(wt_cur *c, wt_fid f, uint32_t n, const uint8_t *p, uint32_t len) {
    char *text = wt_arena(c->s, 3 * (size_t)len);
    if (!text)
        return;
    wt_text t = {text, 0, 3 * len, false};
    for (uint32_t i = 0; i < len; i++)
        wt_put_n(&t, p[i] < 0x80 ? (const char *)p + i : "\xef\xbf\xbd", p[i] < 0x80 ? 1 : 3);
    wt_emit_p(c, f, c->pos, n, text, t.len);
}

void wt_dhcp_words_n(wt_cur *c, wt_fid f, uint32_t n) {
    if (!wt_need(c, n))
        return;
    const uint8_t *p = wt_here(c), *nul = n ? memchr(p, 0, n) : NULL;
    uint32_t len = nul ? (uint32_t)(nul - p) : n;
    bool ascii = is_ascii(p, len);
    if (ascii)
        wt_emit_p(c, f, c->pos, n, p, len);
    else if (wt_wants(c->s, f))
        emit_replaced(c, f, n, p, len);
    c->pos += n;
}

void wt_dhcp_words(wt_cur *c, wt_fid f) { wt_dhcp_words_n(c, f, wt_left(c)); }

static void bad_length(wt_cur *c, uint32_t n) {
    wt_note(c, "a DHCP option has an impossible length (%u); its data is not read", n);
    c->pos = c->end;
}

void wt_dhcp_plain(wt_cur *c, enum wt_dhcp_kind kind, wt_fid f) {
    uint32_t n = wt_left(c), size = wt_type_size((enum wt_type)wt_field_get(f)->type);
    switch (kind) {
    case WT_DHCP_WORDS: wt_dhcp_words(c, f); return;
    case WT_DHCP_BYTES: wt_take_bytes(c, f, n); return;
    case WT_DHCP_CLOCK: size = 4; break;
    default: break;
    }
    bool list = kind == WT_DHCP_NUMBERS || kind == WT_DHCP_ADDRESSES;
    if (list ? n % size : n != size) {
        bad_length(c, n);
        return;
    }
    while (wt_left(c) && !c->fail)
        if (kind == WT_DHCP_ADDRESS || kind == WT_DHCP_ADDRESSES) {
            wt_take_bytes(c, f, 4);
        } else if (kind == WT_DHCP_CLOCK) {
            wt_emit_u(c, f, c->pos, 4, wt_look(c, 0, 4) * 1000000000u);
            wt_skip(c, 4);
        } else {
            wt_take(c, f);
        }
}

static void pairs(wt_cur *c, wt_fid first) {
    if (wt_left(c) % 8 || !wt_left(c))
        wt_note(c, "a DHCP option's length (%u) is no multiple of 8", wt_left(c));
    while (wt_left(c) >= 8 && !c->fail) {
        wt_take_bytes(c, first, 4);
        wt_take_bytes(c, first + 1, 4);
    }
}

/* ---- names in DNS's form ---------------------------------------------------------------- */

enum { LONGEST = 255 };

/* The name at p[at] of n bytes, with pointers from p on; the bytes it takes there, 0 if it is broken. */
static uint32_t read_name(const uint8_t *p, uint32_t n, uint32_t at, char *out, uint32_t *out_len) {
    uint32_t start = at, used = 0, len = 0;
    for (unsigned steps = 0; steps < 128; steps++) {
        if (at >= n)
            break;                         /* senders leave the last zero out */
        uint32_t label = p[at];
        if (label >= 0xc0) {
            if (at + 2 > n)
                return 0;
            used = used ? used : at + 2 - start;
            at = (label & 0x3f) << 8 | p[at + 1];
            continue;
        }
        if (label > 63 || at + 1 + label > n || len + 1 + label > LONGEST)
            return 0;
        at += 1 + label;
        if (label == 0) {
            used = used ? used : at - start;
            break;
        }
        if (len)
            out[len++] = '.';
        memcpy(out + len, p + at - label, label);
        len += label;
    }
    *out_len = len;
    return used ? used : at - start;
}

/* All of c as a list of names; pointers count from its first byte. */
static void names(wt_cur *c, wt_fid f, uint32_t most) {
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left(c), base = c->pos;
    if (!wt_need(c, n))
        return;
    for (uint32_t at = 0; at < n && most; most--) {
        char text[LONGEST + 1];
        uint32_t len = 0, used = read_name(p, n, at, text, &len);
        if (!used) {
            wt_note(c, "a domain name in a DHCP option can't be read");
            break;
        }
        if (!len)
            memcpy(text, "<Root>", len = 6);
        char *copy = wt_wants(c->s, f) ? wt_arena(c->s, len + 1) : NULL;
        if (copy) {
            memcpy(copy, text, len);
            wt_emit_p(c, f, base + at, used, copy, len);
        }
        at += used;
    }
    c->pos = c->end;
}

/* ---- who the client is ------------------------------------------------------------------ */

/* GUIDs are little-endian in their first three groups. */
static void guid(wt_cur *c, wt_fid f) {
    static const uint8_t order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    if (!wt_need(c, 16))
        return;
    uint8_t *turned = wt_wants(c->s, f) ? wt_arena(c->s, 16) : NULL;
    for (unsigned i = 0; turned && i < 16; i++)
        turned[i] = wt_here(c)[order[i]];
    if (turned)
        wt_emit_p(c, f, c->pos, 16, turned, 16);
    c->pos += 16;
}

static void hex_words(wt_cur *c, wt_fid f, uint32_t n, bool colons) {
    char *text = n && wt_need(c, n) && wt_wants(c->s, f) ? wt_arena(c->s, 3 * n) : NULL;
    if (text) {
        wt_text t = {text, 0, 3 * n, false};
        if (colons)
            wt_put_ether(&t, wt_here(c), n);
        else
            wt_put_hex(&t, wt_here(c), n);
        wt_emit_p(c, f, c->pos, n, text, t.len);
    }
    wt_skip(c, n);
}

static void unique_id(wt_cur *c) {
    wt_skip(c, 1);
    hex_words(c, F_CLIENT_IAID, 4, false);
    uint64_t kind = wt_take(c, F_DUID_TYPE);
    if (kind == 1) {
        wt_take(c, F_DUID_LLT_HW);
        wt_take(c, F_DUID_TIME);
        hex_words(c, F_DUID_ADDRESS, wt_left(c), true);
    } else if (kind == 2) {
        wt_take(c, F_DUID_ENTERPRISE);
        wt_take_bytes(c, F_DUID_ID, wt_left(c));
    } else if (kind == 3) {
        wt_take(c, F_DUID_LL_HW);
        hex_words(c, F_DUID_ADDRESS, wt_left(c), true);
    }
}

static void client_id(wt_cur *c) {
    uint32_t n = wt_left(c);
    uint64_t kind = wt_look(c, 0, 1);
    if (n == 7 && kind > 0 && kind < 48) {
        wt_take(c, F_HW_TYPE);
        wt_take_bytes(c, kind == 1 || kind == 6 ? F_HW_MAC : F_HW_ADDR, 6);
    } else if (n == 17 && kind == 0) {
        wt_skip(c, 1);
        guid(c, F_CLIENT_UUID);
    } else if (n > 6 && kind == 255) {
        unique_id(c);
    } else if (n > 1 && kind == 0) {
        wt_take(c, F_CLIENT_TYPE);
        wt_dhcp_words(c, F_CLIENT_TEXT);
    }
}

static void full_name(wt_cur *c) {
    if (wt_left(c) < 3) {
        bad_length(c, wt_left(c));
        return;
    }
    uint64_t flags = wt_take(c, F_FQDN_FLAGS);
    wt_node node = wt_parent(c, F_FQDN_FLAGS);
    for (wt_fid f = F_FQDN_MBZ; f <= F_FQDN_S; f++)
        wt_bits(c, f);
    wt_end(c, node);
    wt_take(c, F_FQDN_RCODE1);
    wt_take(c, F_FQDN_RCODE2);
    if (!wt_left(c))
        return;
    if (flags & 4)
        names(c, F_FQDN_NAME, 1);
    else
        wt_dhcp_words(c, F_FQDN_NAME);
}

/* Some senders write the class as text, without a length byte: told apart by whether the lengths add up. */
static void user_class(wt_cur *c) {
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left(c), at = 0;
    if (!n || !wt_need(c, n))
        return;
    while (at < n && p[at])
        at += 1u + p[at];
    if (at > n) {
        wt_dhcp_words(c, F_USER_CLASS_TEXT);
        return;
    }
    for (uint64_t i = 0; wt_left(c) && !c->fail; i++) {
        uint32_t len = (uint32_t)wt_look(c, 0, 1);
        wt_emit_u(c, F_USER_CLASS, c->pos, 1 + len, i);
        wt_node node = wt_parent(c, F_USER_CLASS);
        wt_take(c, F_USER_CLASS_LEN);
        if (len)
            wt_take_bytes(c, F_USER_CLASS_DATA, len);
        else
            c->pos = c->end;
        wt_end(c, node);
    }
}

/* ---- others ----------------------------------------------------------------------------- */

static void classless_routes(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        uint32_t bits = (uint32_t)wt_look(c, 0, 1), n = 1 + (bits + 7) / 8 + 4;
        if (bits > 32 || n > wt_left(c)) {
            wt_note(c, "a route's prefix length (%u) is impossible", bits);
            break;
        }
        wt_take_bytes(c, F_CLASSLESS, n);
    }
}

static void authentication(wt_cur *c, const wt_dhcp *d) {
    if (wt_left(c) < 11) {
        bad_length(c, wt_left(c));
        return;
    }
    uint64_t protocol = wt_take(c, F_AUTH_PROTOCOL);
    wt_take(c, protocol == 1 ? F_AUTH_ALG_DELAY : F_AUTH_ALGORITHM);
    wt_take(c, F_AUTH_RDM);
    wt_take(c, F_AUTH_REPLAY);
    if (protocol == 1) {
        bool asks = d->type == 1 || d->type == 8;          /* nothing is proven yet (RFC 3118 §5.2) */
        if (!asks && wt_left(c) >= 20) {
            wt_take(c, F_AUTH_SECRET);
            wt_take_bytes(c, F_AUTH_HASH, 16);
        }
    } else if (wt_left(c)) {
        wt_dhcp_words(c, F_AUTH_INFO);
    }
}

static void civic_address(wt_cur *c) {
    if (wt_left(c) < 3)
        return;
    wt_take(c, F_CIVIC_WHAT);
    wt_dhcp_words_n(c, F_CIVIC_COUNTRY, 2);
    while (wt_left(c) >= 2) {
        wt_take(c, F_CIVIC_TYPE);
        uint32_t n = (uint32_t)wt_take(c, F_CIVIC_LENGTH);
        if (n > wt_left(c))
            break;
        wt_dhcp_words_n(c, F_CIVIC_VALUE, n);
    }
}

static void name_services(wt_cur *c) {
    static const struct { uint16_t code; const char *name; } services[] = {
        {0, "Local naming information (0)"},
        {6, "Domain Name Server Option (6)"},
        {41, "Network Information Servers Option (41)"},
        {44, "NetBIOS over TCP/IP Name Server Option (44)"},
        {65, "Network Information Service+ Servers Option (65)"}};
    while (wt_left(c) >= 2) {
        uint64_t code = wt_look(c, 0, 2);
        for (size_t i = 0; i < sizeof services / sizeof *services; i++)
            if (services[i].code == code)
                wt_emit_p(c, F_NAME_SERVICE, c->pos, 2, services[i].name, (uint32_t)strlen(services[i].name));
        wt_skip(c, 2);
    }
}

static void sip_servers(wt_cur *c) {
    uint64_t encoding = wt_take(c, F_SIP_ENCODING);
    if (encoding == 0)
        names(c, F_SIP_NAME, UINT32_MAX);
    else if (encoding == 1)
        wt_dhcp_plain(c, WT_DHCP_ADDRESSES, F_SIP_ADDRESS);
}

static void dns_selection(wt_cur *c) {
    if (wt_left(c) < 10) {
        bad_length(c, wt_left(c));
        return;
    }
    wt_peek(c, F_RDNSS_RESERVED);
    wt_take(c, F_RDNSS_PREFERENCE);
    wt_take_bytes(c, F_RDNSS_PRIMARY, 4);
    wt_take_bytes(c, F_RDNSS_SECONDARY, 4);
    names(c, F_RDNSS_DOMAIN, UINT32_MAX);
}

static void vendor_class(wt_cur *c) {
    const uint8_t *p = wt_here(c);
    uint32_t n = wt_left(c), at = c->pos;
    wt_dhcp_words(c, F_VENDOR_CLASS);
    uint32_t skip = n >= 10 && memcmp(p, "AAPLBSDPC/", 10) == 0 ? 10 : 0;
    if (!c->fail && (skip || (n > 10 && memcmp(p, "docsis", 6) == 0)))
        wt_emit_p(c, F_VENDOR_CLASS_DATA, at + skip, n - skip, p + skip, n - skip);
}

static void six_rd(wt_cur *c) {
    if (wt_left(c) < 22) {
        bad_length(c, wt_left(c));
        return;
    }
    wt_take(c, F_SIXRD_MASK);
    wt_take(c, F_SIXRD_LEN);
    wt_take_bytes(c, F_SIXRD_PREFIX, 16);
    wt_dhcp_plain(c, WT_DHCP_ADDRESSES, F_SIXRD_RELAY);
}

static void port_set(wt_cur *c) {
    if (wt_left(c) != 4) {
        bad_length(c, wt_left(c));
        return;
    }
    wt_take(c, F_PORT_OFFSET);
    wt_take(c, F_PORT_PSID_LEN);
    wt_take_bytes(c, F_PORT_PSID, 2);
}

static void port_control(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        wt_cur list = wt_sub(c, (uint32_t)wt_take(c, F_PCP_LENGTH));
        wt_dhcp_plain(&list, WT_DHCP_ADDRESSES, F_PCP_SERVER);
    }
}

static bool class_begins(const wt_dhcp *d, const char *words) {
    size_t n = strlen(words);
    return d->vendor_class_len >= n && memcmp(d->vendor_class, words, n) == 0;
}

/* Option 43 means what the vendor named in option 60 says. */
static void vendor_specific(wt_cur *c, const wt_dhcp *d) {
    if (class_begins(d, "PXEClient"))
        wt_dhcp_pxe_parts(c);
    else if (class_begins(d, "AAPLBSDPC"))
        wt_dhcp_bsdp_parts(c);
    else if (class_begins(d, "ArubaAP"))
        wt_dhcp_words(c, F_ARUBA);
    else
        wt_take_bytes(c, F_V43_VALUE, wt_left(c));
}

static bool with_parts(wt_cur *c, const wt_dhcp *d, uint32_t code) {
    switch (code) {
    case 21: pairs(c, F_POLICY_IP); break;
    case 33: pairs(c, F_ROUTE_IP); break;
    case 43: vendor_specific(c, d); break;
    case 52: wt_take(c, F_OVERLOAD); break;
    case 53: wt_take(c, F_MESSAGE_TYPE); break;
    case 60: vendor_class(c); break;
    case 63: wt_dhcp_netware(c); break;
    case 61: client_id(c); break;
    case 77: user_class(c); break;
    case 78:
        wt_take(c, F_SLP_STATIC);
        while (wt_left(c) >= 4)
            wt_take_bytes(c, F_SLP_AGENT, 4);
        break;
    case 79:
        wt_take(c, F_SLP_SCOPE);
        wt_dhcp_words(c, F_SLP_SCOPES);
        break;
    case 81: full_name(c); break;
    case 82: wt_dhcp_agent(c); break;
    case 85: wt_dhcp_plain(c, WT_DHCP_ADDRESSES, F_NDS_SERVER); break;
    case 90: authentication(c, d); break;
    case 94:
        if (wt_left(c) == 3 && wt_look(c, 0, 1) == 1) {
            wt_skip(c, 1);
            wt_take(c, F_NDI_MAJOR);
            wt_take(c, F_NDI_MINOR);
        }
        break;
    case 97:
        if (wt_left(c) == 17 && wt_look(c, 0, 1) == 0) {
            wt_skip(c, 1);
            guid(c, F_CLIENT_UUID);
        }
        break;
    case 99: civic_address(c); break;
    case 117: name_services(c); break;
    case 119: names(c, F_SEARCH, UINT32_MAX); break;
    case 120: sip_servers(c); break;
    case 121: case 249: classless_routes(c); break;
    case 124:
        while (wt_left(c) >= 5) {
            wt_take(c, F_VI_CLASS_ENTERPRISE);
            wt_dhcp_words_n(c, F_VI_CLASS_DATA, (uint32_t)wt_take(c, F_VI_CLASS_LENGTH));
        }
        break;
    case 125: wt_dhcp_vendor_data(c); break;
    case 146: dns_selection(c); break;
    case 151:
        wt_take(c, F_STATUS);
        if (wt_left(c))
            wt_dhcp_words(c, F_STATUS_TEXT);
        break;
    case 158: port_control(c); break;
    case 159: port_set(c); break;
    case 212: six_rd(c); break;
    default: return false;
    }
    return true;
}

bool wt_dhcp_option(wt_cur *c, const wt_dhcp *d, uint32_t code) {
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (table[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == sizeof table / sizeof *table || table[low].code != code)
        return with_parts(c, d, code);
    wt_dhcp_plain(c, (enum wt_dhcp_kind)table[low].kind, ID(table[low].row));
    return true;
}
