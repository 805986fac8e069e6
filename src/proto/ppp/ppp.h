/* ppp.h - PPP's rows, and the head of the messages by which its ends agree. */
#ifndef WT_PROTO_PPP_H
#define WT_PROTO_PPP_H

#include "core/proto.h"

extern const wt_values wt_ppp_protocols, wt_ppp_codes;

#define WT_PPP_FIELDS(F) \
    F(ADDRESS, "ppp.address", U8, 0, HEX, NULL, "Address", "Always ff: there is only the other end.", \
      "RFC 1662 §3.1", 0) \
    F(CONTROL, "ppp.control", U8, 0, HEX, NULL, "Control", "Always 03: a frame without a number.", "RFC 1662 §3.1", 0) \
    F(PROTOCOL, "ppp.protocol", U16, 0, HEX, &wt_ppp_protocols, "Protocol", \
      "What the packet is; a number below 256 may be sent in one byte.", "RFC 1661 §2", WT_STORY) \
    F(CODE, "ppp.code", U8, 0, DEC, &wt_ppp_codes, "Code", "What is said about the options.", "RFC 1661 §5", WT_STORY) \
    F(ID, "ppp.identifier", U8, 0, DEC, NULL, "Identifier", "Ties the answer to its question.", "RFC 1661 §5", 0) \
    F(LENGTH, "ppp.length", U16, 0, DEC, NULL, "Length", "Bytes of the message, these four included.", \
      "RFC 1661 §5", 0) \
    F(DATA, "ppp.data", BYTES, 0, DEC, NULL, "Data", "What else the message carries.", "RFC 1661 §5", 0)
WT_FIELD_IDS(PPP, WT_PPP_FIELDS)

#endif
