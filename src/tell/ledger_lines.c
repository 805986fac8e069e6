/* ledger_lines.c - the lines of the byte ledger, their order, and sums over them. */
#include "print/escape.h"
#include "tell/ledger.h"

#define PROTO(p) (WT_USES + WT_P_##p)

/* In the order in which they are listed: from the outside of a frame to what it is about. */
static const struct {
    uint8_t line;
    wt_ledger_line is;
} listed[] = {
    {PROTO(ETH), {"eth", "Ethernet", "Who on this link sends to whom.", WT_GROUP_LINK}},
    {PROTO(VLAN), {"vlan", "VLAN tags", "Several networks on one cable.", WT_GROUP_LINK}},
    {PROTO(DOT1AD), {"ieee8021ad", "Provider VLAN tags", "Customers' networks kept apart.", WT_GROUP_LINK}},
    {PROTO(LLC), {"llc", "LLC", "Says what an old-style frame carries.", WT_GROUP_LINK}},
    {PROTO(STP), {"stp", "Spanning tree", "Switches agree which links to use, without loops.", WT_GROUP_LINK}},
    {PROTO(MPLS), {"mpls", "MPLS labels", "The way through a provider's network.", WT_GROUP_LINK}},
    {PROTO(PPPOED), {"pppoed", "PPPoE discovery", "Finds who will carry PPP, and ends it.", WT_GROUP_LINK}},
    {PROTO(PPPOES), {"pppoes", "PPPoE", "PPP inside of Ethernet.", WT_GROUP_LINK}},
    {PROTO(PPP), {"ppp", "PPP", "Says what a point-to-point frame carries.", WT_GROUP_LINK}},
    {PROTO(LCP), {"lcp", "PPP link control", "Opens and tests a point-to-point link.", WT_GROUP_LINK}},
    {PROTO(IPCP), {"ipcp", "PPP address control", "Gives the end of the link its address.", WT_GROUP_LINK}},
    {PROTO(SLL), {"sll", "Cooked capture header", "Put there by Linux for captures on any interface.", WT_GROUP_LINK}},
    {PROTO(NULLBACK), {"null", "Loopback header", "Put there by the host for captures of itself.", WT_GROUP_LINK}},
    {PROTO(RAW), {"raw", "No link layer", "Packets that were captured without one.", WT_GROUP_LINK}},
    {WT_USE_PADDING, {"padding", "Padding, trailers", "Fill frames up to the least size; checksums.", WT_GROUP_LINK}},
    {PROTO(ARP), {"arp", "ARP", "Finds the neighbour that has an address.", WT_GROUP_NETWORK}},
    {PROTO(IP), {"ip", "IPv4", "From host to host.", WT_GROUP_NETWORK}},
    {PROTO(IPV6), {"ipv6", "IPv6", "From host to host.", WT_GROUP_NETWORK}},
    {WT_USE_IP_OPTIONS,
     {"ip-options", "IP options, extensions", "Rarer wishes to routers and receivers.", WT_GROUP_NETWORK}},
    {WT_USE_FRAGMENT,
     {"fragments", "Fragments without the rest", "Parts of packets that never became whole.", WT_GROUP_NETWORK}},
    {PROTO(ICMP), {"icmp", "ICMP", "Errors and pings, with packets that they quote.", WT_GROUP_NETWORK}},
    {PROTO(ICMPV6), {"icmpv6", "ICMPv6", "Errors, pings, and finding neighbours.", WT_GROUP_NETWORK}},
    {PROTO(IGMP), {"igmp", "IGMP", "Who wants to hear which group.", WT_GROUP_NETWORK}},
    {PROTO(GRE), {"gre", "GRE", "Carries packets inside of packets.", WT_GROUP_NETWORK}},
    {PROTO(VXLAN), {"vxlan", "VXLAN", "Carries Ethernet inside of UDP.", WT_GROUP_NETWORK}},
    {PROTO(UDP), {"udp", "UDP", "From program to program, nothing promised.", WT_GROUP_TRANSPORT}},
    {PROTO(TCP), {"tcp", "TCP headers", "Every byte arrives, in order.", WT_GROUP_TRANSPORT}},
    {WT_USE_TCP_OPTIONS,
     {"tcp-options", "TCP options", "Timestamps, segment sizes, what is missing.", WT_GROUP_TRANSPORT}},
    {WT_USE_ACK, {"acks", "Pure acknowledgments", "TCP headers that only say what arrived.", WT_GROUP_TRANSPORT}},
    {WT_USE_RESENT, {"resent", "Sent again", "Payload that had been captured before.", WT_GROUP_TRANSPORT}},
    {WT_USE_TLS_RECORD, {"tls-records", "TLS record headers", "Where each protected piece ends.", WT_GROUP_TLS}},
    {WT_USE_TLS_SEAL, {"tls-seals", "TLS tags, padding", "Prove that nobody changed anything.", WT_GROUP_TLS}},
    {WT_USE_TLS_HANDSHAKE,
     {"tls-handshake", "TLS handshake, alerts", "Agree on keys, show who the server is.", WT_GROUP_TLS}},
    {WT_USE_TLS_SEALED, {"tls-sealed", "TLS, not decrypted", "Nobody gave the keys (--keylog).", WT_GROUP_TLS}},
    {WT_USE_DNS, {"dns", "DNS", "Finds the address of a name.", WT_GROUP_OTHER}},
    {PROTO(MDNS), {"mdns", "Multicast DNS", "Finds names on the link.", WT_GROUP_OTHER}},
    {PROTO(LLMNR), {"llmnr", "LLMNR", "Finds names on the link.", WT_GROUP_OTHER}},
    {PROTO(DHCP), {"dhcp", "DHCP", "Gives hosts their addresses.", WT_GROUP_OTHER}},
    {PROTO(DHCPV6), {"dhcpv6", "DHCPv6", "Gives hosts their addresses, over IPv6.", WT_GROUP_OTHER}},
    {PROTO(NTP), {"ntp", "NTP", "Sets clocks.", WT_GROUP_OTHER}},
    {WT_USE_HTTP_HEAD,
     {"http-heads", "HTTP/1 heads", "What is asked for, what comes back: lines of text.", WT_GROUP_HEADS}},
    {WT_USE_HPACK, {"http2-fields", "HTTP/2 header fields", "The same, compressed (HPACK).", WT_GROUP_HEADS}},
    {WT_USE_CHUNKS, {"http-chunks", "HTTP/1 chunk lines", "Where each piece of content ends.", WT_GROUP_FRAMING}},
    {WT_USE_HTTP2,
     {"http2-frames", "HTTP/2 framing", "Which stream each piece is of; settings, windows.", WT_GROUP_FRAMING}},
    {WT_USE_WEBSOCKET, {"websocket-frames", "WebSocket framing", "Where each message ends; pings.", WT_GROUP_FRAMING}},
    {WT_USE_CONTENT, {"content", "Content", "What all the rest is for.", WT_GROUP_CONTENT}},
    {WT_USE_UNKNOWN,
     {"not-understood", "Not understood", "wiretale does not read it, or it is not whole.", WT_GROUP_NONE}},
    {WT_USE_CUT, {"not-captured", "Not captured", "On the wire, but the capture left it out.", WT_GROUP_NONE}},
};
enum { LISTED = sizeof listed / sizeof *listed };

/* Protocols that have no line above come behind them, by their names. */
static bool has_row(unsigned line) {
    for (unsigned i = 0; i < LISTED; i++)
        if (listed[i].line == line)
            return true;
    return false;
}

const wt_ledger_line *wt_ledger_listed(unsigned n, unsigned *line) {
    static const wt_ledger_line other = {.group = WT_GROUP_OTHER};
    if (n < LISTED) {
        *line = listed[n].line;
        return &listed[n].is;
    }
    n -= LISTED;
    for (unsigned l = WT_USES; l < WT_LINES; l++)
        if (!has_row(l) && n-- == 0) {
            *line = l;
            return &other;
        }
    return NULL;
}

const char *wt_ledger_group_name(enum wt_ledger_group group) {
    static const char *const names[] = {
        "link", "network", "transport", "TLS", "other protocols", "heads", "framing", "content", "not read"};
    return names[group];
}

/* ---- rows ------------------------------------------------------------------------------- */

const wt_ledger_row *wt_ledger_row_at(const wt_ledger *l, uint32_t *n, wt_text *name) {
    for (; *n < l->count[0] + l->count[1]; ++*n) {
        int kind = *n >= l->count[0];
        uint32_t number = kind ? *n - l->count[0] : *n;
        if (!l->rows[kind][number].used)
            continue;
        if (name) {
            wt_put_s(name, kind ? "udp " : "tcp ");
            wt_put_u(name, number);
        }
        return &l->rows[kind][number];
    }
    for (; *n < l->count[0] + l->count[1] + 2; ++*n) {
        const wt_ledger_row *row = *n == l->count[0] + l->count[1] ? &l->none : &l->further;
        if (!row->used && !wt_ledger_row_sum(row))
            continue;
        if (name)
            wt_put_s(name, row == &l->none ? "none" : "further");
        return row;
    }
    return NULL;
}

uint64_t wt_ledger_row_sum(const wt_ledger_row *row) {
    uint64_t sum = 0;
    for (unsigned i = 0; i < WT_LINES; i++)
        sum += row->side[0].bytes[i] + row->side[1].bytes[i];
    return sum;
}

void wt_ledger_row_groups(const wt_ledger_row *row, uint64_t groups[WT_GROUPS]) {
    const wt_ledger_line *is;
    unsigned line;
    for (unsigned n = 0; (is = wt_ledger_listed(n, &line)); n++)
        groups[is->group] += row->side[0].bytes[line] + row->side[1].bytes[line];
}

/* ---- over everything -------------------------------------------------------------------- */

uint64_t wt_ledger_sum(const wt_ledger *l, unsigned line) {
    const wt_ledger_row *row;
    uint64_t sum = 0;
    for (uint32_t n = 0; (row = wt_ledger_row_at(l, &n, NULL)); n++)
        sum += row->side[0].bytes[line] + row->side[1].bytes[line];
    return sum;
}

uint64_t wt_ledger_expanded(const wt_ledger *l, unsigned line) {
    const wt_ledger_row *row;
    uint64_t sum = 0;
    for (uint32_t n = 0; (row = wt_ledger_row_at(l, &n, NULL)); n++)
        for (int d = 0; d < 2; d++)
            sum += line == WT_USE_HPACK     ? row->side[d].heads_plain
                   : line == WT_USE_CONTENT ? row->side[d].content_plain
                                            : row->side[d].bytes[line];
    return sum;
}

void wt_ledger_groups(const wt_ledger *l, uint64_t groups[WT_GROUPS]) {
    const wt_ledger_row *row;
    for (uint32_t n = 0; (row = wt_ledger_row_at(l, &n, NULL)); n++)
        wt_ledger_row_groups(row, groups);
}

/* ---- messages --------------------------------------------------------------------------- */

uint64_t wt_ledger_part_sum(const wt_ledger_part *p) { return p->heads + p->framing + p->content; }

wt_ledger_part wt_ledger_both(const wt_ledger_message *m) {
    const wt_ledger_part *a = &m->part[0], *b = &m->part[1];
    return (wt_ledger_part){a->heads + b->heads, a->framing + b->framing, a->content + b->content,
                            a->heads_plain + b->heads_plain, a->content_plain + b->content_plain};
}

void wt_ledger_put_label(wt_out *out, int how, const wt_ledger_message *m, const char *arrow) {
    wt_escape(out, (enum wt_escape)how, m->label, m->label_len);
    if (!m->label_len && m->proto == WT_P_HTTP2) {
        wt_out_s(out, "stream ");
        wt_out_u(out, m->substream);
    } else if (!m->label_len) {
        wt_out_s(out, m->proto == WT_P_WEBSOCKET ? "message " : "number ");
        wt_out_u(out, m->message & 0x7fffffff);
    }
    if (m->answer_len) {
        wt_out_s(out, arrow);
        wt_escape(out, (enum wt_escape)how, m->answer, m->answer_len);
    }
}
