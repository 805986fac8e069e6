/* wlan.c - IEEE 802.11: frames between radios; addresses, priorities, encryption, and what data frames carry. */
#include "proto/wlan/wlan.h"

static const wt_field fields[] = {WT_WLAN_FIELDS(WT_ROW)};

enum { MANAGEMENT, CONTROL, DATA };
enum { TO_DS = 1, FROM_DS = 2, MORE_FRAGMENTS = 4, SLEEPS = 0x10, PROTECTED = 0x40, ORDER = 0x80 };

/* A frame's head as it is read. */
typedef struct head {
    uint32_t type, subtype, flags, fragment;
    const uint8_t *address[4];
} head;

void wt_wlan_bits(wt_cur *c, wt_fid f, wt_fid first, wt_fid last) {
    wt_take(c, f);
    wt_node n = wt_parent(c, f);
    for (wt_fid bit = first; bit <= last; bit++)
        wt_bits(c, bit);
    wt_end(c, n);
}

void wt_wlan_rest(wt_cur *c, wt_fid f) {
    if (wt_left(c) && !c->fail)
        wt_take_bytes(c, f, wt_left(c));
}

static void say(wt_cur *c, const char *words) {
    wt_text *t = c->fail ? NULL : wt_tell(c);
    if (t)
        wt_put_s(t, words);
}

static void end_of(wt_endpoint *end, const uint8_t *p) {
    if (!p)
        return;
    end->kind = 1;
    end->length = 6;
    end->has_port = false;
    memcpy(end->addr, p, 6);
}

/* ---- the head ---------------------------------------------------------------------------- */

static bool control_field(wt_cur *c, head *h) {
    if (!wt_need(c, 2))
        return false;
    uint32_t first = (uint32_t)wt_look(c, 0, 1);
    if (first & 3) {                       /* version 1, for sensors, has shorter heads (§9.8) */
        wt_peek(c, F_VERSION);
        say(c, "a frame of a later version, which is not read here");
        wt_run(c, WT_P_DATA);
        return false;
    }
    h->type = first >> 2 & 3;
    h->subtype = first >> 4;
    h->flags = (uint32_t)wt_look(c, 1, 1);
    wt_emit_u(c, F_TYPE_SUBTYPE, c->pos, 1, h->type << 4 | h->subtype);
    wt_node n = wt_begin(c, F_FC, 2);
    wt_peek(c, F_VERSION);
    wt_peek(c, F_TYPE);
    wt_take(c, F_SUBTYPE);
    wt_take(c, F_FLAGS);
    wt_node flags = wt_parent(c, F_FLAGS);
    for (wt_fid f = F_DS; f <= F_ORDER; f++)
        wt_bits(c, f);
    wt_end(c, flags);
    wt_end(c, n);
    return true;
}

/* The next six bytes, by one name or two; the second may be 0. */
static const uint8_t *address(wt_cur *c, wt_fid one, wt_fid two, wt_fid three) {
    const uint8_t *p = wt_take_bytes(c, one, 6);
    if (p && two)
        wt_emit_p(c, two, c->pos - 6, 6, p, 6);
    if (p && three)
        wt_emit_p(c, three, c->pos - 6, 6, p, 6);
    return p;
}

static void sequence(wt_cur *c, head *h) {
    wt_skip(c, 2);
    h->fragment = (uint32_t)wt_bits(c, F_FRAG);
    wt_bits(c, F_SEQ);
}

/* Who is who depends on whether the frame goes to or comes from what lies behind an access point (§9.3.2.1). */
static void data_addresses(wt_cur *c, head *h) {
    static const wt_fid names[4][3] = {
        {F_DA, F_SA, F_BSSID}, {F_BSSID, F_SA, F_DA}, {F_DA, F_BSSID, F_SA}, {0, 0, F_DA}};
    uint32_t way = h->flags & (TO_DS | FROM_DS);
    h->address[0] = address(c, F_RA, names[way][0], way == FROM_DS ? F_STAA : 0);
    h->address[1] = address(c, F_TA, names[way][1], way == TO_DS ? F_STAA : 0);
    h->address[2] = address(c, names[way][2], 0, 0);
    sequence(c, h);
    if (way == (TO_DS | FROM_DS))
        h->address[3] = address(c, F_SA, 0, 0);
    end_of(&c->s->dst, h->address[way & TO_DS ? 2 : 0]);
    end_of(&c->s->src, h->address[way == 3 ? 3 : way == FROM_DS ? 2 : 1]);
}

static void management_addresses(wt_cur *c, head *h) {
    h->address[0] = address(c, F_RA, F_DA, 0);
    h->address[1] = address(c, F_TA, F_SA, 0);
    h->address[2] = address(c, F_BSSID, 0, 0);
    sequence(c, h);
    end_of(&c->s->dst, h->address[0]);
    end_of(&c->s->src, h->address[1]);
}

/* What the upper half means depends on who sends it (§9.2.4.5). */
static uint32_t qos(wt_cur *c, const head *h) {
    uint32_t v = (uint32_t)wt_look(c, 1, 1) << 8 | (uint32_t)wt_look(c, 0, 1);
    bool from_station = (h->flags & (TO_DS | FROM_DS)) != FROM_DS;
    if (!wt_need(c, 2))
        return 0;
    wt_take(c, F_QOS);
    wt_node n = wt_parent(c, F_QOS);
    wt_bits(c, F_TID);
    wt_bits(c, F_PRIORITY);
    wt_bits(c, from_station ? F_BIT4 : F_EOSP);
    wt_bits(c, F_ACK_POLICY);
    if (!(h->subtype & 4))
        wt_bits(c, F_AMSDU);
    if (from_station) {
        wt_bits(c, v & 0x10 ? F_QUEUE : F_TXOP_WANTED);
    } else if (h->subtype & 2) {
        wt_bits(c, F_TXOP_LIMIT);
    } else {
        wt_bits(c, F_PS_BUF);
        wt_node inner = wt_parent(c, F_PS_BUF);
        wt_bits(c, F_BUF_KNOWN);
        if (v & 0x200)
            wt_bits(c, F_BUF_AC), wt_bits(c, F_BUF_LOAD);
        wt_end(c, inner);
    }
    wt_end(c, n);
    return v;
}

/* ---- encrypted bodies -------------------------------------------------------------------- */

enum { WEP = 1, TKIP, CCMP };

/* The frame's number, written as one number of 48 bits. */
static void number(wt_cur *c, wt_fid f, uint32_t byte1, uint32_t byte0) {
    const uint8_t *p = wt_here(c), bytes[6] = {p[7], p[6], p[5], p[4], p[byte1], p[byte0]};
    char *text = wt_wants(c->s, f) ? wt_arena(c->s, 16) : NULL;
    if (!text)
        return;
    wt_text t = {text, 0, 16, false};
    wt_put_s(&t, "0x");
    wt_put_hex(&t, bytes, 6);
    wt_emit_p(c, f, c->pos, 8, text, t.len);
}

/* Which one it is shows in front of the body: WEP has no extended vector, and TKIP's second byte follows from its
 * first. */
static void encrypted(wt_cur *c) {
    if (!wt_need(c, 4))
        return;
    uint32_t iv = (uint32_t)wt_look(c, 0, 3), key = (uint32_t)wt_look(c, 3, 1);
    uint32_t first = iv >> 16, second = iv >> 8 & 0xff;
    unsigned cipher = !(key & 0x20) ? WEP : second == ((first | 0x20) & 0x7f) ? TKIP : CCMP;
    if (cipher != WEP && !wt_need(c, 8))
        return;
    wt_gen_u(c, F_CIPHER, cipher);
    if (cipher == WEP)
        wt_emit_u(c, F_WEP_IV, c->pos, 3, iv);
    else if (cipher == TKIP)
        number(c, F_TKIP, 0, 2);
    else
        number(c, F_CCMP, 1, 0);
    wt_emit_u(c, F_KEY, c->pos + 3, 1, key >> 6);
    wt_skip(c, cipher == WEP ? 4 : 8);
    wt_cur body = *c;
    if (cipher == WEP && wt_left(c) >= 4)
        body = wt_sub(c, wt_left(c) - 4);
    wt_text *t = wt_tell(c);
    if (t) {
        wt_put_s(t, "encrypted by ");
        wt_put_s(t, cipher == WEP ? "WEP: " : cipher == TKIP ? "TKIP: " : "CCMP: ");
        wt_put_u(t, wt_left(&body));
        wt_put_s(t, " bytes");
    }
    if (cipher == WEP && body.end != c->end)
        wt_take(c, F_ICV);
    wt_run(&body, WT_P_DATA);
    c->pos = c->end;
}

/* ---- bodies ------------------------------------------------------------------------------ */

/* Several packets, each with a head like Ethernet's (§9.3.2.2). */
static void aggregate(wt_cur *c) {
    while (wt_left(c) && !c->fail) {
        uint32_t length = (uint32_t)wt_look(c, 12, 2), whole = 14 + length;
        wt_node n = wt_begin(c, F_SUBFRAME, whole < wt_left(c) ? whole : wt_left(c));
        address(c, F_DA, 0, 0);
        address(c, F_SA, 0, 0);
        wt_take(c, F_SUB_LENGTH);
        wt_end(c, n);
        if (c->fail)
            return;
        wt_cur one = wt_sub(c, length);
        wt_next(&one, WT_T_LLC_DSAP, 0x100);
        wt_skip(c, wt_left(c) < (-whole & 3) ? wt_left(c) : -whole & 3);
    }
}

static void data_frame(wt_cur *c, head *h) {
    data_addresses(c, h);
    uint32_t v = h->subtype & 8 ? qos(c, h) : 0;
    if (h->subtype & 8 && h->flags & ORDER)
        wt_take(c, F_HTC);
    if (h->subtype & 4) {
        say(c, h->flags & SLEEPS ? "going to sleep" : "awake");
        return;
    }
    if (c->s->radio.padded)
        wt_skip(c, -(c->pos - c->start) & 3);
    if (h->flags & PROTECTED) {
        encrypted(c);
    } else if (h->fragment || h->flags & MORE_FRAGMENTS) {
        say(c, "a part of a packet");
        wt_run(c, WT_P_DATA);
    } else if (v & 0x80) {
        aggregate(c);
    } else if (!c->fail) {
        wt_next(c, WT_T_LLC_DSAP, 0x100);
    }
}

/* A bit for each frame from `first` on. */
static void bitmap(wt_cur *c, uint32_t first) {
    uint32_t n = wt_left(c), told = n;
    const uint8_t *map = n ? wt_take_bytes(c, F_BITMAP, n) : NULL;
    wt_node node = wt_parent(c, F_BITMAP);
    if (map && n > c->s->limit[WT_LIMIT_BITMAP]) {
        told = c->s->limit[WT_LIMIT_BITMAP];
        wt_limit_hit(c, WT_LIMIT_BITMAP);
    }
    for (uint32_t i = 0; map && i < 8 * told; i++)
        if (!(map[i / 8] >> (i & 7) & 1))
            wt_emit_u(c, F_MISSING, c->pos - n + i / 8, 1, (first + i) & 0xfff);
    wt_end(c, node);
}

/* The compressed form, which is the one in use, has a bit for each frame; others have one for each part of each. */
static void block_ack(wt_cur *c, bool answers) {
    uint32_t kind = (uint32_t)wt_look(c, 0, 1) >> 1 & 15;
    uint32_t first = (uint32_t)(wt_look(c, 3, 1) << 8 | wt_look(c, 2, 1)) >> 4;
    wt_wlan_bits(c, F_BA_CONTROL, F_BA_POLICY, F_BA_TID);
    wt_wlan_bits(c, F_SSC, F_SSC_FRAG, F_SSC_SEQ);
    if (answers && kind == 2)
        bitmap(c, first);
    else if (answers)
        wt_wlan_rest(c, F_BITMAP);
}

/* The sender is not told: only who sent what is answered. */
static void answer(wt_cur *c, const uint8_t *to, const char *what, const char *words) {
    wt_text *t = to ? wt_tell(c) : NULL;
    if (!t)
        return;
    wt_put_s(t, what);
    wt_put_ether(t, to, 6);
    wt_put_s(t, words);
}

static void control_frame(wt_cur *c, head *h) {
    bool two = (h->subtype >= 8 && h->subtype <= 11) || h->subtype >= 14;
    h->address[0] = h->subtype == 10 ? address(c, F_RA, F_BSSID, 0) : address(c, F_RA, 0, 0);
    h->address[1] = !two ? NULL : h->subtype >= 14 ? address(c, F_TA, F_BSSID, 0) : address(c, F_TA, 0, 0);
    end_of(&c->s->dst, h->address[0]);
    end_of(&c->s->src, h->address[1]);
    switch (h->subtype) {
    case 8:
        say(c, "Block Ack Request: which of these frames do you have?");
        block_ack(c, false);
        break;
    case 9:
        say(c, "Block Ack: these frames have arrived");
        block_ack(c, true);
        break;
    case 10: say(c, "PS-Poll: I am awake; what is there for me?"); break;
    case 11: say(c, "RTS: may I send?"); break;
    case 12: answer(c, h->address[0], "CTS to ", ": you may send, and everybody else is quiet"); break;
    case 13: answer(c, h->address[0], "Ack to ", ": your frame has arrived"); break;
    case 14: case 15: say(c, "CF-End: everybody may send again"); break;
    default:
        say(c, "a control frame of a kind not read here");
        wt_wlan_rest(c, F_TAG_DATA);
        break;
    }
}

static void checksum(wt_cur *c, uint32_t end) {
    wt_cur fcs = *c;
    fcs.pos = end;
    if (wt_left_captured(&fcs) < 4)
        return;
    wt_take(&fcs, F_FCS);
    wt_emit_u(&fcs, F_FCS_STATUS, end, 0, 2);
}

static void frame(wt_cur *c) {
    head h = {0};
    if (!control_field(c, &h))
        return;
    wt_take(c, h.type == CONTROL && h.subtype == 10 ? F_AID : F_DURATION);
    if (h.type == DATA) {
        data_frame(c, &h);
    } else if (h.type == CONTROL) {
        control_frame(c, &h);
    } else if (h.type == MANAGEMENT) {
        management_addresses(c, &h);
        if (h.flags & ORDER)
            wt_take(c, F_HTC);
        if (h.flags & PROTECTED)
            encrypted(c);
        else if (!c->fail)
            wt_wlan_management(c, h.subtype);
    } else {
        say(c, "a frame of a kind not read here");
        wt_run(c, WT_P_DATA);
    }
}

static void dissect(wt_cur *c) {
    wt_cur outer = *c;
    uint32_t end = c->end;
    bool fcs = c->s->radio.fcs && wt_left(c) >= 4;
    if (!fcs) {
        frame(c);
        return;
    }
    wt_cur whole = wt_sub(c, wt_left(c) - 4);
    frame(&whole);
    checksum(&outer, end - 4);
    c->pos = c->end;
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 105, NULL}};

const wt_protocol wt_proto_wlan = {
    .info = {.name = "wlan", .title = "IEEE 802.11 wireless LAN", .tag = "802.11",
             .why = "Carries frames by radio: Wi-Fi.", .ref = "IEEE 802.11",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
