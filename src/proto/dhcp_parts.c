/* dhcp_parts.c - options that are lists of parts themselves: relay agents', vendors', network booting. */
#include "proto/dhcp.h"

typedef struct part {
    uint8_t code, kind;
    wt_fid row;
} part;

static const part agent_parts[] = {
    {1, WT_DHCP_BYTES, F_AGENT_CIRCUIT},     {2, WT_DHCP_BYTES, F_AGENT_REMOTE},
    {4, WT_DHCP_NUMBER, F_AGENT_DOCSIS},     {5, WT_DHCP_ADDRESS, F_AGENT_LINK},
    {6, WT_DHCP_WORDS, F_AGENT_SUBSCRIBER},  {7, WT_DHCP_BYTES, F_AGENT_RADIUS},
    {8, WT_DHCP_BYTES, F_AGENT_AUTH},        {10, WT_DHCP_NUMBER, F_AGENT_FLAGS},
    {11, WT_DHCP_ADDRESS, F_AGENT_SERVER},   {12, WT_DHCP_BYTES, F_AGENT_RELAY_ID},
    {13, WT_DHCP_NUMBER, F_AGENT_ATT},       {14, WT_DHCP_WORDS, F_AGENT_NETWORK},
    {15, WT_DHCP_WORDS, F_AGENT_AP},         {17, WT_DHCP_BYTES, F_AGENT_OPERATOR},
    {18, WT_DHCP_WORDS, F_AGENT_REALM},      {150, WT_DHCP_ADDRESS, F_AGENT_LINK_CISCO},
    {152, WT_DHCP_ADDRESS, F_AGENT_SERVER_CISCO},
};

static const part pxe_parts[] = {
    {1, WT_DHCP_ADDRESS, F_PXE_IP},          {2, WT_DHCP_NUMBER, F_PXE_CPORT},
    {3, WT_DHCP_NUMBER, F_PXE_SPORT},        {4, WT_DHCP_NUMBER, F_PXE_TIMEOUT},
    {5, WT_DHCP_NUMBER, F_PXE_DELAY},        {7, WT_DHCP_ADDRESS, F_PXE_MULTICAST},
    {11, WT_DHCP_BYTES, F_PXE_ALLOC},        {12, WT_DHCP_BYTES, F_PXE_CREDENTIALS},
};

static bool knows(const part *parts, size_t count, uint64_t code) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].code == code)
            return true;
    return false;
}

/* n bytes at the cursor; hidden where their meaning follows. */
static void raw(wt_cur *c, wt_fid f, uint32_t n, bool explained) {
    wt_item *i = wt_put(c, f, c->pos, n);
    if (!i)
        return;
    i->v.p = wt_here(c);
    i->vlen = n;
    i->flags |= explained ? WT_I_POINTER | WT_I_HIDDEN : WT_I_POINTER;
}

static bool from_table(wt_cur *c, const part *parts, size_t count, uint64_t code) {
    for (size_t i = 0; i < count; i++)
        if (parts[i].code == code) {
            wt_dhcp_plain(c, (enum wt_dhcp_kind)parts[i].kind, parts[i].row);
            return true;
        }
    return false;
}

/* The head of a part: its code over the whole, its length.  The part's data becomes *body. */
static wt_node part_begin(wt_cur *c, wt_fid row, wt_cur *body) {
    uint32_t n = (uint32_t)wt_look(c, 1, 1);
    wt_emit_u(c, row, c->pos, 2 + n, wt_look(c, 0, 1));
    wt_node node = wt_parent(c, row);
    wt_skip(c, 1);
    wt_take(c, F_SUB_LENGTH);
    *body = wt_sub(c, n);
    return node;
}

static void agent_vendor(wt_cur *c) {
    while (wt_left(c) >= 5) {
        uint64_t enterprise = wt_take(c, F_AGENT_ENTERPRISE);
        wt_node node = wt_parent(c, F_AGENT_ENTERPRISE);
        uint32_t n = (uint32_t)wt_take(c, F_AGENT_VI_LENGTH);
        wt_end(c, node);
        if (n > wt_left(c))
            break;
        raw(c, F_AGENT_VALUE, n, enterprise == 4491);
        wt_skip(c, n);
    }
}

void wt_dhcp_agent(wt_cur *c) {
    while (wt_left(c) >= 2) {
        uint64_t code = wt_look(c, 0, 1);
        bool whole = wt_look(c, 1, 1) + 2 <= wt_left(c);
        wt_cur body;
        wt_node node = part_begin(c, F_AGENT, &body);
        uint32_t n = wt_left(&body);
        if (whole && wt_need(&body, n)) {
            raw(&body, F_AGENT_VALUE, n, code == 9 || code == 16 || code == 19 || code == 151 ||
                knows(agent_parts, sizeof agent_parts / sizeof *agent_parts, code));
            if (code == 9)
                agent_vendor(&body);
            else if (code == 16 && n == 6)
                wt_take_bytes(&body, F_AGENT_BSSID, 6);
            else if (code == 151 && n == 1)
                wt_take(&body, F_AGENT_VRF_GLOBAL);
            else if (code == 151 && n)
                wt_dhcp_words(&body, F_AGENT_VRF);
            else
                from_table(&body, agent_parts, sizeof agent_parts / sizeof *agent_parts, code);
        }
        wt_end(c, node);
    }
}

static const part netware_parts[] = {
    {5, WT_DHCP_NUMBER, F_NW_BROADCAST},     {6, WT_DHCP_ADDRESSES, F_NW_PREFERRED},
    {7, WT_DHCP_ADDRESSES, F_NW_NEAREST},    {8, WT_DHCP_NUMBER, F_NW_RETRIES},
    {9, WT_DHCP_NUMBER, F_NW_DELAY},         {10, WT_DHCP_NUMBER, F_NW_V1_1},
    {11, WT_DHCP_ADDRESS, F_NW_PRIMARY},
};

void wt_dhcp_netware(wt_cur *c) {
    while (wt_left(c) >= 2) {
        uint64_t code = wt_look(c, 0, 1);
        bool whole = wt_look(c, 1, 1) + 2 <= wt_left(c);
        wt_cur body;
        wt_node node = part_begin(c, F_NW_PART, &body);
        if (whole && wt_need(&body, wt_left(&body))) {
            raw(&body, F_NW_VALUE, wt_left(&body), code <= 11);
            from_table(&body, netware_parts, sizeof netware_parts / sizeof *netware_parts, code);
        }
        wt_end(c, node);
    }
}

/* ---- network booting -------------------------------------------------------------------- */

static void pxe_control(wt_cur *c) {
    wt_take(c, F_PXE_CONTROL);
    wt_node node = wt_parent(c, F_PXE_CONTROL);
    for (wt_fid f = F_PXE_NO_BROADCAST; f <= F_PXE_BOOTSTRAP; f++)
        wt_bits(c, f);
    wt_end(c, node);
}

static void pxe_servers(wt_cur *c) {
    wt_node node = wt_begin(c, F_PXE_SERVERS, wt_left(c));
    while (wt_left(c) >= 3) {
        wt_take(c, F_PXE_SERVER_TYPE);
        for (uint64_t n = wt_take(c, F_PXE_SERVER_COUNT); n && wt_left(c) >= 4; n--)
            wt_take_bytes(c, F_PXE_SERVER_IP, 4);
    }
    wt_end(c, node);
}

static void pxe_menu(wt_cur *c) {
    wt_node node = wt_begin(c, F_PXE_MENU, wt_left(c));
    while (wt_left(c) >= 3) {
        wt_take(c, F_PXE_MENU_TYPE);
        wt_dhcp_words_n(c, F_PXE_MENU_TEXT, (uint32_t)wt_take(c, F_PXE_MENU_LENGTH));
    }
    wt_end(c, node);
}

static void pxe_prompt(wt_cur *c) {
    wt_node node = wt_begin(c, F_PXE_PROMPT, wt_left(c));
    wt_take(c, F_PXE_PROMPT_TIME);
    wt_dhcp_words(c, F_PXE_PROMPT_TEXT);
    wt_end(c, node);
}

static void pxe_item(wt_cur *c) {
    wt_node node = wt_begin(c, F_PXE_ITEM, wt_left(c));
    wt_take(c, F_PXE_ITEM_TYPE);
    wt_take_bytes(c, F_PXE_ITEM_LAYER, 2);
    wt_end(c, node);
}

void wt_dhcp_pxe_parts(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        uint64_t code = wt_look(c, 0, 1);
        if (code == 255 || code == 0) {
            if (code)
                wt_take(c, F_PXE_END);
            else
                wt_skip(c, 1);
            continue;
        }
        if (wt_left(c) < 2)
            break;
        wt_cur body;
        wt_node node = part_begin(c, F_PXE_SUB, &body);
        uint32_t n = wt_left(&body);
        if (wt_need(&body, n))
            raw(&body, F_V43_VALUE, n, code <= 12 || code == 71);
        switch (code) {
        case 6: pxe_control(&body); break;
        case 8: pxe_servers(&body); break;
        case 9: pxe_menu(&body); break;
        case 10: pxe_prompt(&body); break;
        case 71: pxe_item(&body); break;
        default: from_table(&body, pxe_parts, sizeof pxe_parts / sizeof *pxe_parts, code);
        }
        wt_end(c, node);
    }
}

static const part bsdp_parts[] = {
    {1, WT_DHCP_NUMBER, F_BSDP_TYPE},        {2, WT_DHCP_NUMBER, F_BSDP_VERSION},
    {3, WT_DHCP_ADDRESS, F_BSDP_SERVER},     {4, WT_DHCP_NUMBER, F_BSDP_PRIORITY},
    {5, WT_DHCP_NUMBER, F_BSDP_PORT},        {7, WT_DHCP_NUMBER, F_BSDP_DEFAULT},
    {8, WT_DHCP_NUMBER, F_BSDP_SELECTED},    {12, WT_DHCP_NUMBER, F_BSDP_SIZE},
};

/* Apple's Boot Server Discovery Protocol. */
void wt_dhcp_bsdp_parts(wt_cur *c) {
    while (wt_left(c) >= 2) {
        uint64_t code = wt_look(c, 0, 1);
        wt_cur body;
        wt_node node = part_begin(c, F_BSDP_PART, &body);
        uint32_t n = wt_left(&body);
        if (wt_need(&body, n)) {
            raw(&body, F_V43_VALUE, n, true);
            from_table(&body, bsdp_parts, sizeof bsdp_parts / sizeof *bsdp_parts, code);
        }
        wt_end(c, node);
    }
}

/* ---- vendors' data by enterprise number (RFC 3925) --------------------------------------- */

static uint64_t hex_digits(const uint8_t *p, uint32_t n) {
    uint64_t v = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint8_t ch = p[i] | 0x20;
        v = v << 4 | (ch >= '0' && ch <= '9' ? ch - 48u : ch >= 'a' && ch <= 'f' ? ch - 87u : 0u);
    }
    return v;
}

static void tr111_part(wt_cur *c) {
    uint32_t n = (uint32_t)wt_look(c, 1, 1);
    uint64_t code = wt_look(c, 0, 1);
    wt_emit_u(c, F_TR_SUB, c->pos, 2 + n, code);
    wt_node node = wt_parent(c, F_TR_SUB);
    wt_skip(c, 2);
    wt_cur body = wt_sub(c, n);
    if (code == 1 && n == 6 && wt_need(&body, 6))
        wt_emit_u(&body, F_TR_DEVICE_OUI, body.pos, 6, hex_digits(wt_here(&body), 6));
    else if (code > 1 && code <= 6 && wt_need(&body, n)) {
        wt_cur words = body;
        wt_dhcp_words(&words, F_TR_DEVICE_OUI + (wt_fid)code - 1);
    }
    wt_end(c, node);
    if (wt_need(&body, n))
        raw(&body, F_VI_VALUE, n, code >= 1 && code <= 6);
}

void wt_dhcp_vendor_data(wt_cur *c) {
    while (wt_left(c) >= 5) {
        uint64_t enterprise = wt_take(c, F_VI_ENTERPRISE);
        wt_node node = wt_parent(c, F_VI_ENTERPRISE);
        uint32_t n = (uint32_t)wt_take(c, F_VI_LENGTH);
        wt_cur data = wt_sub(c, n);
        if (enterprise == 3561) {
            while (wt_left(&data) >= 2)
                tr111_part(&data);
        } else if (wt_left(&data)) {
            wt_take_n(&data, F_VENDOR_SUB, 1);
        }
        wt_end(c, node);
    }
}
