/* dns.h - what the parts of the DNS dissector share: the message, names, rows. */
#ifndef WT_PROTO_DNS_H
#define WT_PROTO_DNS_H

#include "core/proto.h"
#include "proto/dns_records.h"

extern const wt_values wt_dns_response, wt_dns_opcodes, wt_dns_rcodes, wt_dns_types, wt_dns_classes,
    wt_dns_dso_types, wt_dns_algorithms, wt_dns_digests, wt_dns_nsec3_hashes, wt_dns_families,
    wt_dns_opt_codes, wt_dns_ext_errors, wt_dns_cert_types, wt_dns_sshfp_algorithms, wt_dns_sshfp_types,
    wt_dns_gateways, wt_dns_gateway_keys, wt_dns_tlsa_usages, wt_dns_tlsa_selectors,
    wt_dns_tlsa_matchings, wt_dns_zonemd_schemes, wt_dns_zonemd_hashes, wt_dns_svc_keys,
    wt_dns_tkey_modes, wt_dns_ip_protocols;

#define DNS_MESSAGE_FIELDS(F) \
    F(LENGTH, "dns.length", U16, 0, DEC, NULL, "Length", \
      "How many bytes the message has: a TCP stream has no boundaries of its own.", "RFC 1035 §4.2.2", 0) \
    F(ID, "dns.id", U16, 0, HEX, NULL, "Transaction ID", \
      "A number that the asker picks and the answer repeats, so that the two can be matched.", \
      "RFC 1035 §4.1.1", WT_STORY) \
    F(FLAGS, "dns.flags", U16, 0, HEX, NULL, "Flags", \
      "What kind of message this is and what is asked of the server.", "RFC 1035 §4.1.1", 0) \
    F(RESPONSE, "dns.flags.response", U16, 0x8000, FLAG, &wt_dns_response, "Response", \
      "Tells questions from answers.", "RFC 1035 §4.1.1", WT_STORY) \
    F(OPCODE, "dns.flags.opcode", U16, 0x7800, DEC, &wt_dns_opcodes, "Opcode", \
      "What the client wants done: nearly always to look something up.", "RFC 1035 §4.1.1; RFC 6895 §2.2", \
      WT_STORY) \
    F(AUTHORITATIVE, "dns.flags.authoritative", U16, 0x0400, FLAG, NULL, "Authoritative", \
      "The server answers from its own data, not from a cache.", "RFC 1035 §4.1.1", 0) \
    F(CONFLICT, "dns.flags.conflict", U16, 0x0400, FLAG, NULL, "Conflict", \
      "The asker got several different answers and tells the responders so.", "RFC 4795 §2.1.1", 0) \
    F(TRUNCATED, "dns.flags.truncated", U16, 0x0200, FLAG, NULL, "Truncated", \
      "The answer did not fit in the datagram: ask again over TCP.", "RFC 1035 §4.1.1; RFC 2181 §9", 0) \
    F(RECDESIRED, "dns.flags.recdesired", U16, 0x0100, FLAG, NULL, "Recursion desired", \
      "Asks the server to find the answer itself instead of naming other servers to try.", \
      "RFC 1035 §4.1.1", 0) \
    F(TENTATIVE, "dns.flags.tentative", U16, 0x0100, FLAG, NULL, "Tentative", \
      "The responder has not verified yet that nobody else uses this name.", "RFC 4795 §2.1.1", 0) \
    F(RECAVAIL, "dns.flags.recavail", U16, 0x0080, FLAG, NULL, "Recursion available", \
      "The server is willing to search on behalf of its clients.", "RFC 1035 §4.1.1", 0) \
    F(Z, "dns.flags.z", U16, 0x0040, FLAG, NULL, "Z", "Kept for later use; must be zero.", \
      "RFC 1035 §4.1.1", 0) \
    F(AUTHENTICATED, "dns.flags.authenticated", U16, 0x0020, FLAG, NULL, "Authentic data", \
      "The server says that it checked the DNSSEC signatures of all it answers.", "RFC 4035 §3.2.3", 0) \
    F(CHECKDISABLE, "dns.flags.checkdisable", U16, 0x0010, FLAG, NULL, "Checking disabled", \
      "The asker takes data whose DNSSEC signatures the server did not check.", "RFC 4035 §3.2.2", 0) \
    F(RCODE, "dns.flags.rcode", U16, 0x000f, DEC, &wt_dns_rcodes, "Reply code", \
      "Whether it worked, and if not, why.", "RFC 1035 §4.1.1; RFC 6895 §2.3", WT_STORY) \
    F(QUERIES, "dns.count.queries", U16, 0, DEC, NULL, "Questions", \
      "How many questions the message holds: in practice one.", "RFC 1035 §4.1.1", 0) \
    F(ANSWERS, "dns.count.answers", U16, 0, DEC, NULL, "Answer records", \
      "How many records answer the question.", "RFC 1035 §4.1.1", WT_STORY) \
    F(AUTHORITIES, "dns.count.auth_rr", U16, 0, DEC, NULL, "Authority records", \
      "How many records tell which servers are responsible.", "RFC 1035 §4.1.1", 0) \
    F(ADDITIONALS, "dns.count.add_rr", U16, 0, DEC, NULL, "Additional records", \
      "How many records come along that the asker will likely need next.", "RFC 1035 §4.1.1", 0) \
    F(ZONES, "dns.count.zones", U16, 0, DEC, NULL, "Zones", \
      "How many zones the update is for: always one.", "RFC 2136 §2.2", 0) \
    F(PREREQUISITES, "dns.count.prerequisites", U16, 0, DEC, NULL, "Prerequisites", \
      "How many conditions must hold before anything is changed.", "RFC 2136 §2.2", 0) \
    F(UPDATES, "dns.count.updates", U16, 0, DEC, NULL, "Updates", \
      "How many records are to be added or deleted.", "RFC 2136 §2.2", 0) \
    F(S_QUESTIONS, "dns.questions", NONE, 0, DEC, NULL, "Questions", "What is asked.", "RFC 1035 §4.1.2", \
      WT_OURS | WT_STORY) \
    F(S_ANSWERS, "dns.answers", NONE, 0, DEC, NULL, "Answers", "The records that answer the question.", \
      "RFC 1035 §4.1", WT_OURS | WT_STORY) \
    F(S_AUTHORITIES, "dns.authorities", NONE, 0, DEC, NULL, "Authority", \
      "The records that tell which servers are responsible for the name.", "RFC 1035 §4.1", WT_OURS | WT_STORY) \
    F(S_ADDITIONALS, "dns.additionals", NONE, 0, DEC, NULL, "Additional", \
      "Records that help along, such as the addresses of the servers named above.", "RFC 1035 §4.1", \
      WT_OURS | WT_STORY) \
    F(S_ZONE, "dns.zone", NONE, 0, DEC, NULL, "Zone", "Which zone is to be changed.", "RFC 2136 §2.3", \
      WT_OURS | WT_STORY) \
    F(S_PREREQUISITES, "dns.prerequisites", NONE, 0, DEC, NULL, "Prerequisites", \
      "What must exist or not exist for the change to be made.", "RFC 2136 §2.4", WT_OURS | WT_STORY) \
    F(S_UPDATES, "dns.updates", NONE, 0, DEC, NULL, "Updates", "What is to be added or deleted.", \
      "RFC 2136 §2.5", WT_OURS | WT_STORY) \
    F(QUESTION, "dns.question", STRING, 0, DEC, NULL, "Question", \
      "One thing asked: a name and which kind of record about it.", "RFC 1035 §4.1.2", WT_OURS) \
    F(RECORD, "dns.record", STRING, 0, DEC, NULL, "Record", "One piece of data about a name.", \
      "RFC 1035 §4.1.3", WT_OURS) \
    F(QNAME, "dns.qry.name", STRING, 0, DEC, NULL, "Name", "The domain name that is asked about.", \
      "RFC 1035 §4.1.2", WT_STORY) \
    F(QNAME_LEN, "dns.qry.name.len", U16, 0, DEC, NULL, "Name Length", \
      "How many characters the name has when written out.", "RFC 1035 §3.1", 0) \
    F(LABELS, "dns.count.labels", U16, 0, DEC, NULL, "Label Count", \
      "How many parts the name has between its dots.", "RFC 1035 §3.1", 0) \
    F(QTYPE, "dns.qry.type", U16, 0, DEC, &wt_dns_types, "Type", \
      "Which kind of record is wanted: an address, a mail server, …", "RFC 1035 §3.2.3", WT_STORY) \
    F(QCLASS, "dns.qry.class", U16, 0, HEX, &wt_dns_classes, "Class", \
      "Which family of networks is meant: nearly always IN, the Internet.", "RFC 1035 §3.2.5", 0) \
    F(QCLASS_MDNS, "dns.qry.class", U16, 0x7fff, HEX, &wt_dns_classes, "Class", \
      "Which family of networks is meant: nearly always IN, the Internet.", "RFC 1035 §3.2.5", 0) \
    F(QU, "dns.qry.qu", U16, 0x8000, FLAG, NULL, "Unicast answer wanted", \
      "The asker would like the answer sent to it alone instead of to everybody.", "RFC 6762 §5.4", 0) \
    F(NAME, "dns.resp.name", STRING, 0, DEC, NULL, "Name", "The name that this record is about.", \
      "RFC 1035 §4.1.3", WT_STORY) \
    F(TYPE, "dns.resp.type", U16, 0, DEC, &wt_dns_types, "Type", \
      "What kind of record this is, which tells how to read its data.", "RFC 1035 §3.2.2", WT_STORY) \
    F(CLASS, "dns.resp.class", U16, 0, HEX, &wt_dns_classes, "Class", \
      "Which family of networks the record belongs to: nearly always IN.", "RFC 1035 §3.2.4", 0) \
    F(CLASS_MDNS, "dns.resp.class", U16, 0x7fff, HEX, &wt_dns_classes, "Class", \
      "Which family of networks the record belongs to: nearly always IN.", "RFC 1035 §3.2.4", 0) \
    F(CACHE_FLUSH, "dns.resp.cache_flush", U16, 0x8000, FLAG, NULL, "Cache flush", \
      "Older records of this name and type are to be forgotten: this one replaces them.", "RFC 6762 §10.2", \
      0) \
    F(TTL, "dns.resp.ttl", U32, 0, DEC, NULL, "Time to live", \
      "For how many seconds the record may be kept and used again.", "RFC 1035 §4.1.3; RFC 2181 §8", \
      WT_STORY) \
    F(RDLENGTH, "dns.resp.len", U16, 0, DEC, NULL, "Data length", "How many bytes of data follow.", \
      "RFC 1035 §4.1.3", 0) \
    F(UDP_SIZE, "dns.rr.udp_payload_size", U16, 0, DEC, NULL, "UDP payload size", \
      "The biggest UDP message that the sender of this can take in.", "RFC 6891 §6.2.3", 0) \
    F(UDP_SIZE_MDNS, "dns.rr.udp_payload_size", U16, 0x7fff, HEX, NULL, "UDP payload size", \
      "The biggest UDP message that the sender of this can take in.", "RFC 6891 §6.2.3", 0) \
    F(EXT_RCODE, "dns.resp.ext_rcode", U8, 0, HEX, NULL, "Extended reply code", \
      "The upper eight bits of the reply code, for which the header has no room.", "RFC 6891 §6.1.3", 0) \
    F(EDNS_VERSION, "dns.resp.edns0_version", U8, 0, DEC, NULL, "EDNS version", \
      "Which version of the extension mechanism is spoken: there is only 0.", "RFC 6891 §6.1.3", 0) \
    F(EDNS_Z, "dns.resp.z", U16, 0, HEX, NULL, "EDNS flags", "Sixteen more flags than the header has.", \
      "RFC 6891 §6.1.4", 0) \
    F(EDNS_DO, "dns.resp.z.do", U16, 0x8000, FLAG, NULL, "DNSSEC OK", \
      "The asker wants the signatures too.", "RFC 3225 §3", 0) \
    F(EDNS_RESERVED, "dns.resp.z.reserved", U16, 0x7fff, HEX, NULL, "Reserved", \
      "Kept for later use; must be zero.", "RFC 6891 §6.1.4", 0) \
    F(RESPONSE_TO, "dns.response_to", FRAME, 0, DEC, NULL, "Answers the question in", \
      "The frame that held the question.", "RFC 1035 §7.3", 0) \
    F(TIME, "dns.time", RELTIME, 0, DEC, NULL, "Time since question", \
      "How long the answer took, as seen where the capture was made.", "RFC 1035 §7.3", WT_STORY) \
    F(UNSOLICITED, "dns.unsolicited", U8, 0, FLAG, NULL, "Unsolicited", \
      "No question to this answer was seen: it came before the capture, or the answer is forged.", \
      "RFC 5452 §3", 0) \
    F(RETRANSMISSION, "dns.retransmission", U8, 0, FLAG, NULL, "Retransmission", \
      "The same message was seen before: an answer did not come in time, or was lost.", "RFC 1035 §4.2.1", \
      0) \
    F(RETRANSMIT_REQUEST, "dns.retransmit_request", NONE, 0, DEC, NULL, "Question asked again", \
      "The asker lost patience and sent the same question once more.", "RFC 1035 §4.2.1", WT_STORY) \
    F(RETRANSMIT_REQUEST_IN, "dns.retransmit_request_in", FRAME, 0, DEC, NULL, "First asked in", \
      "The frame that held the question the first time.", "RFC 1035 §4.2.1", 0) \
    F(RETRANSMIT_RESPONSE, "dns.retransmit_response", NONE, 0, DEC, NULL, "Answered again", \
      "The same answer was sent before.", "RFC 1035 §4.2.1", WT_STORY) \
    F(RETRANSMIT_RESPONSE_IN, "dns.retransmit_response_in", FRAME, 0, DEC, NULL, "First answered in", \
      "The frame that held the answer the first time.", "RFC 1035 §4.2.1", 0) \
    F(EXTRANEOUS, "dns.extraneous.data", BYTES, 0, DEC, NULL, "Bytes after the message", \
      "The message ended before these; nothing says what they are.", "RFC 1035 §4.1", 0) \
    F(DSO, "dns.dso", NONE, 0, DEC, NULL, "Stateful operation", \
      "Talk about the connection itself instead of a lookup.", "RFC 8490 §5", 0) \
    F(DSO_TLV, "dns.dso.tlv", NONE, 0, DEC, NULL, "Item", \
      "One thing said about the connection: type, length, value.", "RFC 8490 §5.4.4", 0) \
    F(DSO_TYPE, "dns.dso.tlv.type", U16, 0, DEC, &wt_dns_dso_types, "Type", "What this item says.", \
      "RFC 8490 §10.3", 0) \
    F(DSO_LENGTH, "dns.dso.tlv.length", U16, 0, DEC, NULL, "Length", "How many bytes of data follow.", \
      "RFC 8490 §5.4.4", 0) \
    F(DSO_DATA, "dns.dso.tlv.data", BYTES, 0, DEC, NULL, "Data", \
      "The item's value, of a type not explained here.", "RFC 8490 §5.4.4", 0) \
    F(DSO_INACTIVITY, "dns.dso.tlv.keepalive.inactivity", U32, 0, DEC, NULL, "Inactivity Timeout", \
      "After so many milliseconds without use the client is to close the connection.", "RFC 8490 §7.1", 0) \
    F(DSO_INTERVAL, "dns.dso.tlv.keepalive.interval", U32, 0, DEC, NULL, "Keepalive Interval", \
      "How often, in milliseconds, the client is to show that it is still there.", "RFC 8490 §7.1", 0) \
    F(DSO_RETRY, "dns.dso.tlv.retrydelay.retrydelay", U32, 0, DEC, NULL, "Retry Delay", \
      "The client is to go away and not come back for so many milliseconds.", "RFC 8490 §7.2", 0) \
    F(DSO_PADDING, "dns.dso.tlv.encpad.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Filler that hides from listeners how long the message really is.", "RFC 8490 §7.3", 0)

#define DNS_FIELDS(F) DNS_MESSAGE_FIELDS(F) DNS_RECORD_FIELDS(F)
WT_FIELD_IDS(DNS, DNS_FIELDS)

/* A name as read: where it stands and how it is written. */
typedef struct wt_dns_name {
    const char *text;                      /* escaped, safe to print; NULL if it was not asked for */
    uint32_t len;                          /* of text */
    uint32_t raw_len, labels;              /* before escaping */
    uint32_t offset, size;                 /* bytes where it stands, up to and with a pointer */
} wt_dns_name;

/* The message being read. */
typedef struct wt_dns {
    uint32_t base, end;                    /* where it begins and how far its bytes go, in its source */
    uint8_t proto;                         /* WT_P_DNS, WT_P_MDNS or WT_P_LLMNR */
    uint8_t opcode, rcode;
    bool response, truncated, aliased;
    bool tell;                             /* a headline is wanted */
    uint16_t id, qtype;
    uint16_t counts[4];                    /* questions, answers, authorities, additionals */
    uint32_t fitting;                      /* answers of the type asked for */
    wt_dns_name question;
    wt_text answer;                        /* the first fitting answer in words */
    char answer_buf[300];
} wt_dns;

/* Read the name at c; with `text`, written out.  False if it can't be read: c has failed. */
bool wt_dns_read_name(wt_cur *c, const wt_dns *d, wt_dns_name *name, bool text);
/* The same, and emit it as `f`. */
bool wt_dns_take_name(wt_cur *c, const wt_dns *d, wt_fid f);
/* Emit n bytes at p as text that ends at the first NUL; it stands for `length` bytes at `offset`. */
void wt_dns_emit_text(wt_cur *c, wt_fid f, uint32_t offset, uint32_t length, const uint8_t *p, uint32_t n);
/* The next n bytes so. */
void wt_dns_take_text(wt_cur *c, wt_fid f, uint32_t n);
/* One length byte as `length_row`, then so many bytes as `text_row`. */
void wt_dns_take_counted(wt_cur *c, wt_fid length_row, wt_fid text_row);
/* Four bytes of seconds since 1970 (or n of them). */
void wt_dns_take_time(wt_cur *c, wt_fid f, uint32_t n);
/* An address of which only n bytes are written, the rest being zero. */
void wt_dns_take_prefix(wt_cur *c, wt_fid f, uint32_t n, uint32_t full);

/* Whatever made a part unreadable makes the rest doubtful: c fails with it. */
static inline void wt_dns_join(wt_cur *c, const wt_cur *part) {
    if (part->fail && !c->fail) {
        c->fail = part->fail;
        c->end = c->cap = c->pos;
    }
}

/* A record's data: all of c. */
void wt_dns_rdata(wt_cur *c, const wt_dns *d, uint16_t type);
void wt_dns_options(wt_cur *c);
void wt_dns_service_binding(wt_cur *c, const wt_dns *d);
/* The unusual ones; false if `type` is not among them. */
bool wt_dns_special(wt_cur *c, const wt_dns *d, uint16_t type);
/* What a record says, in a few words for the headline. */
void wt_dns_say_rdata(wt_cur *c, const wt_dns *d, uint16_t type, wt_text *t);

/* Questions waiting for their answers, of one conversation. */
enum { WT_DNS_PENDING = 8 };
typedef struct wt_dns_pending {
    uint64_t asked, answered;              /* frames; 0: not */
    int64_t time_ns;
    uint16_t id;
    uint8_t dir;
} wt_dns_pending;
typedef struct wt_dns_pairs {
    wt_dns_pending at[WT_DNS_PENDING];
    uint32_t next;
} wt_dns_pairs;
/* Match the message with those before it and say what was found. */
void wt_dns_pair(wt_cur *c, const wt_dns *d, wt_dns_pairs *pairs, int dir);

#endif
