/* options.c - how PPP's ends agree: on the line (LCP, RFC 1661), and on IPv4 addresses (IPCP, RFC 1332). */
#include "proto/ppp/ppp.h"

static const wt_value lcp_options_rows[] = {
    WT_V(0, "Vendor Specific", NULL), WT_V(1, "Maximum Receive Unit", NULL), WT_V(2, "Async Control Character Map", \
      NULL),
    WT_V(3, "Authentication Protocol", NULL), WT_V(4, "Quality Protocol", NULL), WT_V(5, "Magic Number", NULL),
    WT_V(6, "Link Quality Monitoring", "Given up: see 4."), WT_V(7, "Protocol Field Compression", NULL),
    WT_V(8, "Address and Control Field Compression", NULL), WT_V(9, "FCS Alternatives", NULL),
    WT_V(10, "Self Describing Pad", NULL), WT_V(11, "Numbered Mode", NULL), WT_V(12, "Multi Link Procedure", \
      "Given up."),
    WT_V(13, "Callback", NULL), WT_V(14, "Connect Time", "Given up."), WT_V(15, "Compound Frames", "Given up."),
    WT_V(16, "Nominal Data Encapsulation", "Given up."), WT_V(17, "Multilink MRRU", NULL),
    WT_V(18, "Multilink Short Sequence Number Header", NULL), WT_V(19, "Multilink Endpoint Discriminator", NULL),
    WT_V(20, "Proprietary", NULL), WT_V(21, "DCE Identifier", NULL), WT_V(22, "Multi Link Plus Procedure", NULL),
    WT_V(23, "Link Discriminator for BACP", NULL), WT_V(24, "Authentication Option", NULL),
    WT_V(25, "Consistent Overhead Byte Stuffing (COBS)", NULL), WT_V(26, "Prefix Elision", NULL),
    WT_V(27, "Multilink header format", NULL), WT_V(28, "Internationalization", NULL),
    WT_V(29, "Simple Data Link on SONET/SDH", NULL),
};
WT_VALUES(lcp_options);

static const wt_value algorithms_rows[] = {
    WT_V(5, "CHAP with MD5", NULL), WT_V(6, "SHA-1", NULL), WT_V(7, "CHAP with SHA-256", NULL),
    WT_V(8, "CHAP with SHA3-256", NULL), WT_V(128, "MS-CHAP", NULL), WT_V(129, "MS-CHAP-2", NULL),
};
WT_VALUES(algorithms);

static const wt_value operations_rows[] = {
    WT_V(0, "The number is known from who you are", NULL), WT_V(1, "The number to dial follows", NULL),
    WT_V(2, "A place follows", NULL), WT_V(3, "A telephone number as in E.164 follows", NULL),
    WT_V(4, "A name follows", NULL), WT_V(6, "It is agreed upon later, by CBCP", NULL),
};
WT_VALUES(operations);

static const wt_value classes_rows[] = {
    WT_V(0, "None", NULL), WT_V(1, "Locally assigned", NULL), WT_V(2, "IPv4 address", NULL), WT_V(3, \
      "Card's address", NULL),
    WT_V(4, "Random numbers", NULL), WT_V(5, "Telephone number", NULL),
};
WT_VALUES(classes);

static const wt_value ipcp_options_rows[] = {
    WT_V(1, "IP Addresses", "Given up: see 3."), WT_V(2, "IP Compression Protocol", NULL), WT_V(3, "IP Address", \
      NULL),
    WT_V(4, "Mobile Node's Home IP Address", NULL), WT_V(129, "Primary DNS Server IP Address", NULL),
    WT_V(130, "Primary NBNS Server IP Address", NULL), WT_V(131, "Secondary DNS Server IP Address", NULL),
    WT_V(132, "Secondary NBNS Server IP Address", NULL),
};
WT_VALUES(ipcp_options);

#define LCP_FIELDS(F) \
    F(LCP_MAGIC, "lcp.magic_number", U32, 0, HEX, NULL, "Magic Number", \
      "Whose message it is: one's own, heard back, means a loop.", "RFC 1661 §5.8", 0) \
    F(LCP_REJECTED, "lcp.rej_proto", U16, 0, HEX, &wt_ppp_protocols, "Rejected Protocol", \
      "The protocol that is not spoken here.", "RFC 1661 §5.7", 0) \
    F(LCP_SECONDS, "lcp.secs_remaining", U32, 0, DEC, NULL, "Seconds Remaining", \
      "After how many seconds the line ends.", "RFC 1570 §2.2", 0) \
    F(LCP_MESSAGE, "lcp.message", STRING, 0, DEC, NULL, "Message", "Who speaks: which program and version.", \
      "RFC 1570 §2.1", 0) \
    F(LCP_VENDOR, "lcp.opt.vendor", BYTES, 0, DEC, NULL, "Vendor Specific", "A vendor's option.", "RFC 2153 §2.1", 0) \
    F(LCP_MTU, "lcp.opt.mtu_bytes", BYTES, 0, DEC, NULL, "Maximum Receive Unit", \
      "The longest packet that the sender takes.", "RFC 1661 §6", 0) \
    F(LCP_MAP, "lcp.opt.asyncmap_bytes", BYTES, 0, DEC, NULL, "Async Control Character Map", \
      "Which control characters have to be written in another way.", "RFC 1662 §7.1", 0) \
    F(LCP_AUTHENTICATE, "lcp.opt.auth_protocol_bytes", BYTES, 0, DEC, NULL, "Authentication Protocol", \
      "How the other end shall prove who it is.", "RFC 1661 §6", 0) \
    F(LCP_QUALITY, "lcp.opt.quality_protocol_bytes", BYTES, 0, DEC, NULL, "Quality Protocol", \
      "How losses are watched.", "RFC 1661 §6", 0) \
    F(LCP_NUMBER, "lcp.opt.magic_number_bytes", BYTES, 0, DEC, NULL, "Magic Number", \
      "A number chosen at random: one's own, heard back, means a loop.", "RFC 1661 §6", 0) \
    F(LCP_PFC, "lcp.opt.field_compress", BYTES, 0, DEC, NULL, "Protocol Field Compression", \
      "The protocol's number may be sent in one byte.", "RFC 1661 §6", 0) \
    F(LCP_ACFC, "lcp.opt.addr_field_compress", BYTES, 0, DEC, NULL, "Address and Control Field Compression", \
      "The two bytes that never change may be left out.", "RFC 1661 §6", 0) \
    F(LCP_FCS, "lcp.opt.fcs_alternatives_bytes", BYTES, 0, DEC, NULL, "FCS Alternatives", \
      "Which checksums are known.", "RFC 1570 §3.1", 0) \
    F(LCP_PAD, "lcp.opt.self_desc_pad", BYTES, 0, DEC, NULL, "Self Describing Pad", "How frames are filled up.", \
      "RFC 1570 §3.2", 0) \
    F(LCP_CALLBACK, "lcp.opt.callback", BYTES, 0, DEC, NULL, "Callback", "Hang up and call back.", "RFC 1570 §3.3", 0) \
    F(LCP_COMPOUND, "lcp.opt.compound_frames", BYTES, 0, DEC, NULL, "Compound Frames", \
      "Several packets in a frame.", "RFC 1570 §3.4", 0) \
    F(LCP_MRRU, "lcp.opt.multilink_mrru", BYTES, 0, DEC, NULL, "Multilink MRRU", \
      "Several lines shall act as one, for packets of that length.", "RFC 1990 §5.1.1", 0) \
    F(LCP_SHORT, "lcp.opt.multilink_ssnh", BYTES, 0, DEC, NULL, "Multilink Short Sequence Number", \
      "The parts sent over them have short numbers.", "RFC 1990 §5.1.2", 0) \
    F(LCP_ENDPOINT, "lcp.opt.multilink_ep_disc", BYTES, 0, DEC, NULL, "Multilink Endpoint Discriminator", \
      "Who the sender is, so that its lines are known to belong together.", "RFC 1990 §5.1.3", 0) \
    F(LCP_DISCRIMINATOR, "lcp.opt.link_discrim_bytes", BYTES, 0, DEC, NULL, "Link Discriminator", \
      "Which of the lines this is.", "RFC 2125 §2.1", 0) \
    F(LCP_OTHER, "lcp.opt.other", BYTES, 0, DEC, NULL, "Option", "An option of a kind not taken apart here.", \
      "RFC 1661 §6", WT_OURS) \
    F(LCP_TYPE, "lcp.opt.type", U8, 0, DEC, &lcp_options, "Type", "Which option.", "RFC 1661 §6", 0) \
    F(LCP_LENGTH, "lcp.opt.length", U8, 0, DEC, NULL, "Length", "Bytes of the option, these two included.", \
      "RFC 1661 §6", 0) \
    F(LCP_OUI, "lcp.opt.oui", U24, 0, HEX, NULL, "OUI", "Whose option it is.", "RFC 2153 §2.1", 0) \
    F(LCP_KIND, "lcp.opt.kind", U8, 0, DEC_HEX, NULL, "Kind", "Which of its options.", "RFC 2153 §2.1", 0) \
    F(LCP_MRU, "lcp.opt.mru", U16, 0, DEC, NULL, "Maximum Receive Unit", \
      "The longest packet that the sender takes.", "RFC 1661 §6.1", WT_STORY) \
    F(LCP_ASYNCMAP, "lcp.opt.asyncmap", U32, 0, HEX, NULL, "Async Control Character Map", \
      "A bit for each control character: set, it has to be written in another way.", "RFC 1662 §7.1", 0) \
    F(LCP_AUTH, "lcp.opt.auth_protocol", U16, 0, HEX, &wt_ppp_protocols, "Authentication Protocol", \
      "How the other end shall prove who it is.", "RFC 1661 §6.2", WT_STORY) \
    F(LCP_ALGORITHM, "lcp.opt.algorithm", U8, 0, DEC, &algorithms, "Algorithm", "By which sum.", "RFC 1994 §3", 0) \
    F(LCP_QUALITY_PROTOCOL, "lcp.opt.quality_protocol", U16, 0, HEX, &wt_ppp_protocols, "Quality Protocol", \
      "How losses are watched.", "RFC 1661 §6.3", 0) \
    F(LCP_PERIOD, "lcp.opt.reporting_period", U32, 0, DEC, NULL, "Reporting Period", \
      "How often a report comes, in hundredths of a second.", "RFC 1989 §2.2", 0) \
    F(LCP_OPT_MAGIC, "lcp.opt.magic_number", U32, 0, HEX, NULL, "Magic Number", \
      "Chosen at random by each end: one that hears its own has a loop.", "RFC 1661 §6.4", 0) \
    F(LCP_FCS_WHICH, "lcp.opt.fcs_alternatives", U8, 0, HEX, NULL, "FCS Alternatives", "Which checksums are known.", \
      "RFC 1570 §3.1", 0) \
    F(LCP_FCS_NULL, "lcp.opt.fcs_alternatives.null", U8, 0x1, FLAG, NULL, "NULL FCS", "None at all.", \
      "RFC 1570 §3.1", 0) \
    F(LCP_FCS_16, "lcp.opt.fcs_alternatives.ccitt16", U8, 0x2, FLAG, NULL, "CCITT 16-bit", "16 bits.", \
      "RFC 1570 §3.1", 0) \
    F(LCP_FCS_32, "lcp.opt.fcs_alternatives.ccitt32", U8, 0x4, FLAG, NULL, "CCITT 32-bit", "32 bits.", \
      "RFC 1570 §3.1", 0) \
    F(LCP_MAXIMUM, "lcp.opt.maximum", U8, 0, DEC, NULL, "Maximum", "By how many bytes at most.", "RFC 1570 §3.2", 0) \
    F(LCP_OPERATION, "lcp.opt.operation", U8, 0, DEC, &operations, "Operation", "How the number to call is found.", \
      "RFC 1570 §3.3", 0) \
    F(LCP_OPT_MESSAGE, "lcp.opt.message", BYTES, 0, DEC, NULL, "Message", "That number, or what leads to it.", \
      "RFC 1570 §3.3", 0) \
    F(LCP_OPT_MRRU, "lcp.opt.mrru", U16, 0, DEC, NULL, "MRRU", \
      "How long packets may be when they are put together again.", "RFC 1990 §5.1.1", 0) \
    F(LCP_CLASS, "lcp.opt.ep_disc_class", U8, 0, DEC, &classes, "Class", "What kind of name it is.", \
      "RFC 1990 §5.1.3", 0) \
    F(LCP_CLASS_IP, "lcp.opt.ip_address", IPV4, 0, DEC, NULL, "IP Address", "An IPv4 address as name.", \
      "RFC 1990 §5.1.3", 0) \
    F(LCP_CLASS_MAC, "lcp.opt.802_1_address", ETHER, 0, DEC, NULL, "IEEE 802.1 Address", \
      "A card's address as name.", "RFC 1990 §5.1.3", 0) \
    F(LCP_CLASS_MAGIC, "lcp.opt.magic_block", BYTES, 0, DEC, NULL, "PPP Magic-Number Block", \
      "Random numbers as name.", "RFC 1990 §5.1.3", 0) \
    F(LCP_CLASS_PHONE, "lcp.opt.psndn", BYTES, 0, DEC, NULL, "Public Switched Network Directory Number", \
      "A telephone number as name.", "RFC 1990 §5.1.3", 0) \
    F(LCP_LINK, "lcp.opt.link_discrim", U16, 0, DEC_HEX, NULL, "Link Discriminator", "Which of the lines this is.", \
      "RFC 2125 §2.1", 0) \
    F(LCP_DATA, "lcp.opt.data", BYTES, 0, DEC, NULL, "Data", "The option's value, of a kind not taken apart here.", \
      "RFC 1661 §6", 0)
enum { F_lcp_before_ = ((int)WT_P_LCP << WT_FID_BITS) - 1, LCP_FIELDS(WT_ROW_ID) };
static const wt_field lcp_fields[] = {LCP_FIELDS(WT_ROW)};

#define IPCP_FIELDS(F) \
    F(IPCP_ADDRESSES, "ipcp.opt.addrs", BYTES, 0, DEC, NULL, "IP Addresses (deprecated)", \
      "Both ends' addresses, in the way that was given up.", "RFC 1332 §3", 0) \
    F(IPCP_COMPRESS, "ipcp.opt.compress", BYTES, 0, DEC, NULL, "IP Compression Protocol", \
      "How headers of packets may be shortened.", "RFC 1332 §3", 0) \
    F(IPCP_ADDR, "ipcp.opt.addr", BYTES, 0, DEC, NULL, "IP Address", "The sender's address.", "RFC 1332 §3", 0) \
    F(IPCP_MOBILE, "ipcp.opt.mobileipv4", BYTES, 0, DEC, NULL, "Mobile Node's Home IP Address", \
      "The address that it has at home.", "RFC 2290 §2", 0) \
    F(IPCP_PDNS, "ipcp.opt.pri_dns", BYTES, 0, DEC, NULL, "Primary DNS Server", "Whom to ask for names.", \
      "RFC 1877 §1.1", 0) \
    F(IPCP_PNBNS, "ipcp.opt.pri_nbns", BYTES, 0, DEC, NULL, "Primary NBNS Server", \
      "Whom to ask for names of Windows machines.", "RFC 1877 §1.2", 0) \
    F(IPCP_SDNS, "ipcp.opt.sec_dns", BYTES, 0, DEC, NULL, "Secondary DNS Server", \
      "Whom to ask if the first one is silent.", "RFC 1877 §1.3", 0) \
    F(IPCP_SNBNS, "ipcp.opt.sec_nbns", BYTES, 0, DEC, NULL, "Secondary NBNS Server", \
      "Whom to ask if the first one is silent.", "RFC 1877 §1.4", 0) \
    F(IPCP_OTHER, "ipcp.opt.other", BYTES, 0, DEC, NULL, "Option", "An option of a kind not taken apart here.", \
      "RFC 1332 §3", WT_OURS) \
    F(IPCP_TYPE, "ipcp.opt.type", U8, 0, DEC, &ipcp_options, "Type", "Which option.", "RFC 1332 §3", 0) \
    F(IPCP_LENGTH, "ipcp.opt.length", U8, 0, DEC, NULL, "Length", "Bytes of the option, these two included.", \
      "RFC 1332 §3", 0) \
    F(IPCP_SRC, "ipcp.opt.src_address", IPV4, 0, DEC, NULL, "Source IP Address", "The sender's address.", \
      "RFC 1332 §3", WT_STORY) \
    F(IPCP_DST, "ipcp.opt.dst_address", IPV4, 0, DEC, NULL, "Destination IP Address", "The receiver's address.", \
      "RFC 1332 §3", WT_STORY) \
    F(IPCP_COMPRESSION, "ipcp.opt.compress_proto", U16, 0, HEX, &wt_ppp_protocols, "IP Compression Protocol", \
      "How headers of packets are shortened.", "RFC 1332 §3.2", 0) \
    F(IPCP_SLOTS, "ipcp.opt.max_slot_id", U8, 0, DEC, NULL, "Max Slot ID", \
      "How many connections are kept in mind for that, less one.", "RFC 1332 §4", 0) \
    F(IPCP_SLOT, "ipcp.opt.comp_slot_id", U8, 0x1, FLAG, NULL, "Comp Slot ID", \
      "Set: the number of the connection may be left out, too.", "RFC 1332 §4", 0) \
    F(IPCP_ADDRESS, "ipcp.opt.ip_address", IPV4, 0, DEC, NULL, "IP Address", \
      "The sender's address; 0.0.0.0 asks for one.", "RFC 1332 §3.3", WT_STORY) \
    F(IPCP_HOME, "ipcp.opt.mobilenodehomeaddress", IPV4, 0, DEC, NULL, "Mobile Node's Home Address", \
      "The address that it has at home.", "RFC 2290 §2", 0) \
    F(IPCP_DNS1, "ipcp.opt.pri_dns_address", IPV4, 0, DEC, NULL, "Primary DNS Address", "Whom to ask for names.", \
      "RFC 1877 §1.1", WT_STORY) \
    F(IPCP_NBNS1, "ipcp.opt.pri_nbns_address", IPV4, 0, DEC, NULL, "Primary NBNS Address", \
      "Whom to ask for names of Windows machines.", "RFC 1877 §1.2", 0) \
    F(IPCP_DNS2, "ipcp.opt.sec_dns_address", IPV4, 0, DEC, NULL, "Secondary DNS Address", \
      "Whom to ask for names, if the first is silent.", "RFC 1877 §1.3", 0) \
    F(IPCP_NBNS2, "ipcp.opt.sec_nbns_address", IPV4, 0, DEC, NULL, "Secondary NBNS Address", \
      "Whom to ask for names of Windows machines, if the first is silent.", "RFC 1877 §1.4", 0) \
    F(IPCP_DATA, "ipcp.data", BYTES, 0, DEC, NULL, "Data", "The option's value, of a kind not taken apart here.", \
      "RFC 1332 §3", 0)
enum { F_ipcp_before_ = ((int)WT_P_IPCP << WT_FID_BITS) - 1, IPCP_FIELDS(WT_ROW_ID) };
static const wt_field ipcp_fields[] = {IPCP_FIELDS(WT_ROW)};

/* ---- what all messages have ---------------------------------------------------------------- */

static void rest(wt_cur *c, wt_fid f) {
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, f, wt_left(c));
}

/* An option's heading, and how its value is read. */
typedef struct option {
    uint8_t type;
    wt_fid heading;
    void (*value)(wt_cur *c);              /* NULL: it has none, or only what `row` says */
    wt_fid row;                            /* of a number, or of an address */
} option;

static const option *find(const option *list, size_t n, uint64_t type) {
    for (size_t i = 0; i + 1 < n; i++)
        if (list[i].type == type)
            return &list[i];
    return &list[n - 1];                   /* the last one stands for all that are not known */
}

static void value_of(wt_cur *c, const option *o) {
    const wt_field *row = o->row ? wt_field_get(o->row) : NULL;
    if (o->value)
        o->value(c);
    else if (row && row->type == WT_IPV4 && wt_left(c) == 4)
        wt_take_bytes(c, o->row, 4);
    else if (row && row->type != WT_IPV4 && wt_left(c) >= wt_type_size(row->type))
        wt_take(c, o->row);
}

/* Type, length, value, to the end of c; the rows of type and length stand side by side. */
static void options(wt_cur *c, wt_fid type_row, wt_fid data_row, const option *list, size_t n) {
    while (wt_left(c) && !c->fail) {
        uint32_t length = (uint32_t)wt_look(c, 1, 1);
        const option *o = find(list, n, wt_look(c, 0, 1));
        if (!wt_need(c, 2))
            return;
        wt_node node = wt_begin(c, o->heading, length < wt_left(c) ? length : wt_left(c));
        wt_take(c, type_row);
        wt_take(c, type_row + 1);
        if (length < 2)
            wt_malformed(c, "an option says that it has %u bytes, but its head has 2", length);
        if (!c->fail) {
            wt_cur one = wt_sub(c, length - 2);
            value_of(&one, o);
            rest(&one, data_row);
        }
        wt_end(c, node);
    }
}

/* "Configuration Ack: all agreed" */
static void tell(wt_cur *c, uint64_t code) {
    const wt_value *v = wt_value_find(&wt_ppp_codes, code);
    wt_text *t = wt_tell(c);
    if (!t)
        return;
    wt_put_s(t, v ? v->name : "a message not known here");
    if (!v || !v->why)
        return;
    wt_put_s(t, ": ");
    wt_put_c(t, (char)(v->why[0] == 'I' ? 'I' : v->why[0] | 0x20));
    wt_put_s(t, v->why + 1);
    if (t->len && t->p[t->len - 1] == '.')
        t->len--;
}

/* The head that both share; the rest of the message, and its code. */
static wt_cur head(wt_cur *c, uint64_t *code) {
    wt_layer_of(c)->length = wt_left(c);
    *code = wt_take(c, F_CODE);
    wt_take(c, F_ID);
    uint32_t length = (uint32_t)wt_take(c, F_LENGTH);
    if (!c->fail)
        tell(c, *code);
    return wt_sub(c, length > 4 ? length - 4 : 0);
}

/* ---- LCP ----------------------------------------------------------------------------------- */

static void vendor(wt_cur *c) {
    wt_take(c, F_LCP_OUI);
    wt_take(c, F_LCP_KIND);
}

static void authentication(wt_cur *c) {
    uint64_t protocol = wt_take(c, F_LCP_AUTH);
    if (protocol == 0xc223 && wt_left(c))
        wt_take(c, F_LCP_ALGORITHM);
}

static void quality(wt_cur *c) {
    uint64_t protocol = wt_take(c, F_LCP_QUALITY_PROTOCOL);
    if (protocol == 0xc025 && wt_left(c) >= 4)
        wt_take(c, F_LCP_PERIOD);
}

static void checksums(wt_cur *c) {
    wt_take(c, F_LCP_FCS_WHICH);
    wt_node n = wt_parent(c, F_LCP_FCS_WHICH);
    for (wt_fid f = F_LCP_FCS_NULL; f <= F_LCP_FCS_32; f++)
        wt_bits(c, f);
    wt_end(c, n);
}

static void callback(wt_cur *c) {
    wt_take(c, F_LCP_OPERATION);
    rest(c, F_LCP_OPT_MESSAGE);
}

static void endpoint(wt_cur *c) {
    uint64_t kind = wt_take(c, F_LCP_CLASS);
    uint32_t n = wt_left(c);
    if (kind == 2 && n == 4)
        wt_take_bytes(c, F_LCP_CLASS_IP, 4);
    else if (kind == 3 && n == 6)
        wt_take_bytes(c, F_LCP_CLASS_MAC, 6);
    else if (kind == 4 || kind == 5)
        rest(c, kind == 4 ? F_LCP_CLASS_MAGIC : F_LCP_CLASS_PHONE);
}

static const option lcp_list[] = {
    {0, F_LCP_VENDOR, vendor, 0}, {1, F_LCP_MTU, NULL, F_LCP_MRU}, {2, F_LCP_MAP, NULL, F_LCP_ASYNCMAP},
    {3, F_LCP_AUTHENTICATE, authentication, 0}, {4, F_LCP_QUALITY, quality, 0},
    {5, F_LCP_NUMBER, NULL, F_LCP_OPT_MAGIC},
    {7, F_LCP_PFC, NULL, 0}, {8, F_LCP_ACFC, NULL, 0}, {9, F_LCP_FCS, checksums, 0},
    {10, F_LCP_PAD, NULL, F_LCP_MAXIMUM},
    {13, F_LCP_CALLBACK, callback, 0}, {15, F_LCP_COMPOUND, NULL, 0}, {17, F_LCP_MRRU, NULL, F_LCP_OPT_MRRU},
    {18, F_LCP_SHORT, NULL, 0}, {19, F_LCP_ENDPOINT, endpoint, 0}, {23, F_LCP_DISCRIMINATOR, NULL, F_LCP_LINK},
    {0, F_LCP_OTHER, NULL, 0},
};

static void lcp(wt_cur *c) {
    uint64_t code;
    wt_cur body = head(c, &code);
    if (c->fail)
        return;
    if (code >= 1 && code <= 4)
        options(&body, F_LCP_TYPE, F_LCP_DATA, lcp_list, sizeof lcp_list / sizeof *lcp_list);
    else if (code == 8)
        wt_take(&body, F_LCP_REJECTED);
    else if (code >= 9 && code <= 13)
        wt_take(&body, F_LCP_MAGIC);
    if (code == 13 && wt_left(&body))
        wt_take(&body, F_LCP_SECONDS);
    if (code == 12)
        rest(&body, F_LCP_MESSAGE);
    rest(&body, F_DATA);
}

/* ---- IPCP ---------------------------------------------------------------------------------- */

static void addresses(wt_cur *c) {
    if (wt_left(c) != 8)
        return;
    wt_take_bytes(c, F_IPCP_SRC, 4);
    wt_take_bytes(c, F_IPCP_DST, 4);
}

static void compression(wt_cur *c) {
    uint64_t protocol = wt_take(c, F_IPCP_COMPRESSION);
    if (protocol != 0x002d || wt_left(c) < 2)
        return;
    wt_take(c, F_IPCP_SLOTS);
    wt_take(c, F_IPCP_SLOT);
}

static const option ipcp_list[] = {
    {1, F_IPCP_ADDRESSES, addresses, 0}, {2, F_IPCP_COMPRESS, compression, 0}, {3, F_IPCP_ADDR, NULL, F_IPCP_ADDRESS},
    {4, F_IPCP_MOBILE, NULL, F_IPCP_HOME}, {129, F_IPCP_PDNS, NULL, F_IPCP_DNS1},
    {130, F_IPCP_PNBNS, NULL, F_IPCP_NBNS1},
    {131, F_IPCP_SDNS, NULL, F_IPCP_DNS2}, {132, F_IPCP_SNBNS, NULL, F_IPCP_NBNS2}, {0, F_IPCP_OTHER, NULL, 0},
};

static void ipcp(wt_cur *c) {
    uint64_t code;
    wt_cur body = head(c, &code);
    if (c->fail)
        return;
    if (code >= 1 && code <= 4)
        options(&body, F_IPCP_TYPE, F_IPCP_DATA, ipcp_list, sizeof ipcp_list / sizeof *ipcp_list);
    rest(&body, F_DATA);
}

static const wt_binding lcp_bindings[] = {{WT_T_PPP, 0xc021, NULL}};
static const wt_binding ipcp_bindings[] = {{WT_T_PPP, 0x8021, NULL}};

const wt_protocol wt_proto_lcp = {
    .info = {.name = "lcp", .title = "PPP Link Control Protocol", .tag = "LCP",
             .why = "Agrees on how a line is used.", .ref = "RFC 1661",
             .fields = lcp_fields, .field_count = sizeof lcp_fields / sizeof *lcp_fields},
    .bindings = lcp_bindings, .binding_count = 1, .dissect = lcp,
};

const wt_protocol wt_proto_ipcp = {
    .info = {.name = "ipcp", .title = "PPP IP Control Protocol", .tag = "IPCP",
             .why = "Agrees on the IPv4 addresses of a line's ends.", .ref = "RFC 1332",
             .fields = ipcp_fields, .field_count = sizeof ipcp_fields / sizeof *ipcp_fields},
    .bindings = ipcp_bindings, .binding_count = 1, .dissect = ipcp,
};
