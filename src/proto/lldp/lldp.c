/* lldp.c - LLDP: every half minute a device tells its neighbour who it is and which port this is (IEEE 802.1AB). */
#include "proto/lldp/lldp.h"

static const wt_field fields[] = {WT_LLDP_FIELDS(WT_ROW)};

/* What the headline is made of. */
typedef struct said {
    const uint8_t *name, *chassis, *port, *port_mac, *port_text;
    uint32_t name_len, port_len, port_text_len, ttl, does;
    bool timed;
} said;

void wt_lldp_bits(wt_cur *c, wt_fid f, wt_fid first, wt_fid last) {
    wt_take(c, f);
    wt_node n = wt_parent(c, f);
    for (wt_fid bit = first; bit <= last; bit++)
        wt_bits(c, bit);
    wt_end(c, n);
}

/* An address behind the number of its family: rows `four`, `six`, or `other`. */
static void address(wt_cur *c, wt_fid family_row, wt_fid four, wt_fid six, wt_fid other) {
    uint64_t family = wt_take(c, family_row);
    uint32_t n = wt_left(c);
    if (n)
        wt_take_bytes(c, family == 1 && n == 4 ? four : family == 2 && n == 16 ? six : other, n);
}

static void chassis(wt_cur *c, said *what) {
    uint64_t type = wt_take(c, F_CHASSIS_TYPE);
    uint32_t n = wt_left(c);
    if (type == 5)
        address(c, F_FAMILY, F_CHASSIS_IP4, F_CHASSIS_IP6, F_CHASSIS);
    else if (type == 4 && n == 6)
        what->chassis = wt_take_bytes(c, F_CHASSIS_MAC, 6);
    else if (n)
        wt_take_bytes(c, F_CHASSIS, n);
}

static void port(wt_cur *c, said *what) {
    uint64_t type = wt_take(c, F_PORT_TYPE);
    uint32_t n = wt_left(c);
    if (type == 4) {
        address(c, F_FAMILY, F_PORT_IP4, F_PORT_IP6, F_PORT);
    } else if (type == 3 && n == 6) {
        what->port_mac = wt_take_bytes(c, F_PORT_MAC, 6);
    } else if (n) {
        what->port = wt_take_bytes(c, F_PORT, n);
        what->port_len = n;
    }
}

static void management(wt_cur *c) {
    uint32_t n = (uint32_t)wt_take(c, F_MGN_LENGTH);
    if (c->fail)
        return;
    wt_cur one = wt_sub(c, n);
    if (n)
        address(&one, F_MGN_TYPE, F_MGN_IP4, F_MGN_IP6, F_MGN_HEX);
    wt_take(c, F_MGN_NUMBERING);
    wt_take(c, F_MGN_INTERFACE);
    n = (uint32_t)wt_take(c, F_MGN_OID_LENGTH);
    if (n)
        wt_take_bytes(c, F_MGN_OID, n);
}

static void organization(wt_cur *c) {
    uint64_t oui = wt_take(c, F_OUI);
    if (c->fail)
        return;
    switch (oui) {
    case 0x0080c2: wt_lldp_8021_tlv(c); break;
    case 0x00120f: wt_lldp_8023_tlv(c); break;
    case 0x0012bb: wt_lldp_media_tlv(c); break;
    case 0x00005e:
        if (wt_take(c, F_IANA) == 1 && wt_left(c))
            wt_take_bytes(c, F_MUD, wt_left(c));
        break;
    default:
        wt_take(c, F_SUBTYPE);
        if (wt_left(c))
            wt_take_bytes(c, F_CONTENT, wt_left(c));
        return;
    }
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, F_REST, wt_left(c));
}

static const uint8_t *text(wt_cur *c, wt_fid f, uint32_t *n) {
    *n = wt_left(c);
    return *n ? wt_take_bytes(c, f, *n) : NULL;
}

static void value(wt_cur *c, uint64_t type, said *what) {
    uint32_t n;
    switch (type) {
    case 1: chassis(c, what); break;
    case 2: port(c, what); break;
    case 3:
        what->ttl = (uint32_t)wt_take(c, F_TTL);
        what->timed = !c->fail;
        break;
    case 4: what->port_text = text(c, F_PORT_DESC, &what->port_text_len); break;
    case 5: what->name = text(c, F_NAME, &what->name_len); break;
    case 6: text(c, F_DESC, &n); break;
    case 7:
        wt_lldp_bits(c, F_CAN, F_CAN_OTHER, F_CAN_STATION);
        what->does = (uint32_t)wt_look(c, 0, 2);
        wt_lldp_bits(c, F_IS, F_IS_OTHER, F_IS_STATION);
        break;
    case 8: management(c); break;
    case 127: organization(c); break;
    default: text(c, F_VALUE, &n); break;
    }
}

/* What it is above all: a telephone with two sockets is a switch, too. */
static void tell_kind(wt_text *t, uint32_t does) {
    static const struct {
        uint32_t bit;
        const char *words;
    } kinds[] = {{0x20, ", a telephone"}, {0x08, ", an access point for radio"}, {0x40, ", a cable modem"},
                 {0x10, ", a router"}, {0x04, ", a switch"}, {0x02, ", a repeater"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (does & kinds[i].bit) {
            wt_put_s(t, kinds[i].words);
            return;
        }
}

/* The name that people use, if there is one, else the port's own. */
static void tell_port(wt_text *t, const said *what) {
    if (!what->port && !what->port_mac && !what->port_text)
        return;
    wt_put_s(t, ", and this is my port ");
    if (what->port_text)
        wt_put_wire(t, what->port_text, what->port_text_len);
    else if (what->port)
        wt_put_wire(t, what->port, what->port_len);
    else
        wt_put_ether(t, what->port_mac, 6);
}

static void tell(wt_cur *c, const said *what) {
    wt_text *t = wt_tell(c);
    bool leaves = what->timed && !what->ttl;
    if (!t)
        return;
    wt_put_s(t, leaves ? "I leave: forget " : "I am ");
    if (what->name)
        wt_put_wire(t, what->name, what->name_len);
    else if (what->chassis)
        wt_put_ether(t, what->chassis, 6);
    else
        wt_put_s(t, "your neighbour");
    if (leaves)
        return;
    tell_kind(t, what->does);
    tell_port(t, what);
}

static void dissect(wt_cur *c) {
    said what = {0};
    uint64_t type = 1;
    while (type && wt_left(c) && !c->fail) {
        type = wt_peek(c, F_TLV);
        wt_node n = wt_parent(c, F_TLV);
        uint32_t length = (uint32_t)wt_take(c, F_LENGTH);
        if (!c->fail && length > wt_left(c))
            wt_malformed(c, "a piece of information says that it has %u bytes, but %u are left", length, wt_left(c));
        if (c->fail) {
            wt_end(c, n);
            break;
        }
        wt_cur one = wt_sub(c, length);
        if (type)
            value(&one, type, &what);
        wt_end(c, n);
    }
    if (!type && !c->fail && c->source == 0)
        c->s->inner_end = c->pos;          /* what follows the end mark only fills the frame up */
    tell(c, &what);
}

static const wt_binding bindings[] = {{WT_T_ETHERTYPE, 0x88cc, NULL}};

const wt_protocol wt_proto_lldp = {
    .info = {.name = "lldp", .title = "Link Layer Discovery Protocol", .tag = "LLDP",
             .why = "Devices tell their neighbour on the cable who they are: from that, maps of networks are drawn.",
             .ref = "IEEE 802.1AB", .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
