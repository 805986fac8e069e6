/* wlan.h - the rows of IEEE 802.11, and what its files share. */
#ifndef WT_PROTO_WLAN_H
#define WT_PROTO_WLAN_H

#include "proto/wlan/tag_fields.h"

#define WT_WLAN_FRAME(F) \
    F(TYPE_SUBTYPE, "wlan.fc.type_subtype", U16, 0, HEX, &wt_wlan_kinds, "Type/Subtype", \
      "What kind of frame this is: type and subtype together.", "IEEE 802.11 §9.2.4.1", WT_STORY) \
    F(FC, "wlan.fc", U16, 0, HEX, NULL, "Frame Control Field", "What kind of frame this is, and how it is sent.", \
      "IEEE 802.11 §9.2.4.1", 0) \
    F(VERSION, "wlan.fc.version", U8, 0x3, DEC, NULL, "Version", "Always 0.", "IEEE 802.11 §9.2.4.1", 0) \
    F(TYPE, "wlan.fc.type", U8, 0xc, DEC, &wt_wlan_types, "Type", \
      "Management sets things up, control gets frames across, data carries packets.", "IEEE 802.11 §9.2.4.1", 0) \
    F(SUBTYPE, "wlan.fc.subtype", U8, 0xf0, DEC, NULL, "Subtype", "Which of them.", "IEEE 802.11 §9.2.4.1", 0) \
    F(FLAGS, "wlan.flags", U8, 0, HEX, NULL, "Flags", "How it is sent.", "IEEE 802.11 §9.2.4.1", 0) \
    F(DS, "wlan.fc.ds", U8, 0x3, HEX, &wt_wlan_ways, "DS status", \
      "Whether it goes to or comes from what lies behind an access point.", "IEEE 802.11 §9.2.4.1", 0) \
    F(MORE_FRAG, "wlan.fc.frag", U8, 0x4, FLAG, NULL, "More Fragments", "Set: more parts of this packet follow.", \
      "IEEE 802.11 §9.2.4.1", 0) \
    F(RETRY, "wlan.fc.retry", U8, 0x8, FLAG, NULL, "Retry", \
      "Set: the frame is sent again, as nobody acknowledged it.", "IEEE 802.11 §9.2.4.1", 0) \
    F(PWRMGT, "wlan.fc.pwrmgt", U8, 0x10, FLAG, NULL, "PWR MGT", "Set: the sender sleeps after this frame.", \
      "IEEE 802.11 §9.2.4.1", 0) \
    F(MORE_DATA, "wlan.fc.moredata", U8, 0x20, FLAG, NULL, "More Data", \
      "Set: more is waiting for the receiver: don't sleep yet.", "IEEE 802.11 §9.2.4.1", 0) \
    F(PROTECTED, "wlan.fc.protected", U8, 0x40, FLAG, NULL, "Protected flag", "Set: the body is encrypted.", \
      "IEEE 802.11 §9.2.4.1", 0) \
    F(ORDER, "wlan.fc.order", U8, 0x80, FLAG, NULL, "+HTC/Order flag", "Set: a field for high throughput follows.", \
      "IEEE 802.11 §9.2.4.1", 0) \
    F(DURATION, "wlan.duration", U16, 0x7fff, DEC, NULL, "Duration", \
      "For how many microseconds everybody else shall keep quiet.", "IEEE 802.11 §9.2.4.2", WT_LE) \
    F(AID, "wlan.aid", U16, 0x3fff, DEC, NULL, "Association ID", \
      "The sleeper's number, by which the access point finds what waits for it.", "IEEE 802.11 §9.3.1.5", WT_LE) \
    F(RA, "wlan.ra", ETHER, 0, DEC, NULL, "Receiver address", "Whose radio shall receive this.", \
      "IEEE 802.11 §9.2.4.3", 0) \
    F(DA, "wlan.da", ETHER, 0, DEC, NULL, "Destination address", "Whom it is for in the end.", \
      "IEEE 802.11 §9.2.4.3", WT_STORY) \
    F(TA, "wlan.ta", ETHER, 0, DEC, NULL, "Transmitter address", "Whose radio sends this.", "IEEE 802.11 §9.2.4.3", 0) \
    F(SA, "wlan.sa", ETHER, 0, DEC, NULL, "Source address", "Who sent it first.", "IEEE 802.11 §9.2.4.3", WT_STORY) \
    F(BSSID, "wlan.bssid", ETHER, 0, DEC, NULL, "BSS Id", "Which access point this belongs to.", \
      "IEEE 802.11 §9.2.4.3", WT_STORY) \
    F(STAA, "wlan.staa", ETHER, 0, DEC, NULL, "STA address", "The station that is not the access point.", \
      "IEEE 802.11 §9.2.4.3", 0) \
    F(FRAG, "wlan.frag", U16, 0xf, DEC, NULL, "Fragment number", \
      "Which part of the packet this is, counted from 0.", "IEEE 802.11 §9.2.4.4", WT_LE) \
    F(SEQ, "wlan.seq", U16, 0xfff0, DEC, NULL, "Sequence number", \
      "Numbers the packets, so that one sent again is known.", "IEEE 802.11 §9.2.4.4", WT_LE) \
    F(FCS, "wlan.fcs", U32, 0, HEX, NULL, "Frame check sequence", "Lets the receiver find damage in the frame.", \
      "IEEE 802.11 §9.2.4.8", WT_LE) \
    F(FCS_STATUS, "wlan.fcs.status", U8, 0, DEC, &wt_wlan_status, "FCS Status", "Left open.", \
      "IEEE 802.11 §9.2.4.8", 0) \
    F(QOS, "wlan.qos", U16, 0, HEX, NULL, "Qos Control", "How urgent this is, and how it is acknowledged.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(TID, "wlan.qos.tid", U16, 0xf, DEC, NULL, "TID", "Which of the flows to this receiver.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(PRIORITY, "wlan.qos.priority", U16, 0x7, DEC, NULL, "Priority", \
      "How urgent: 6 and 7 are speech, 4 and 5 pictures, 1 and 2 what can wait.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(EOSP, "wlan.qos.eosp", U16, 0x10, FLAG, NULL, "EOSP", "Set: the receiver may sleep again.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(BIT4, "wlan.qos.bit4", U16, 0x10, FLAG, NULL, "QoS bit 4", "Set: the queue's size follows, not a time.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(ACK_POLICY, "wlan.qos.ack", U16, 0x60, HEX, &wt_wlan_acks, "Ack Policy", "How the receiver acknowledges it.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(AMSDU, "wlan.qos.amsdupresent", U16, 0x80, FLAG, NULL, "Payload Type", \
      "Set: several packets share this frame.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(TXOP_LIMIT, "wlan.qos.txop_limit", U16, 0xff00, DEC, NULL, "TXOP Limit", "How long the station may send.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(PS_BUF, "wlan.qos.ps_buf_state", U16, 0xff00, HEX, NULL, "QAP PS Buffer State", \
      "What waits at the access point.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(BUF_KNOWN, "wlan.qos.buf_state_indicated", U16, 0x200, FLAG, NULL, "Buffer State Indicated", \
      "Set: the next two say something.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(BUF_AC, "wlan.qos.highest_pri_buf_ac", U16, 0xc00, DEC, NULL, "Highest-Priority Buffered AC", \
      "The most urgent that waits there.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(BUF_LOAD, "wlan.qos.qap_buf_load", U16, 0xf000, DEC, NULL, "QAP Buffered Load", "How much waits there.", \
      "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(TXOP_WANTED, "wlan.qos.txop_dur_req", U16, 0xff00, DEC, NULL, "TXOP Duration Requested", \
      "For how long the station would like to send.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(QUEUE, "wlan.qos.queue_size", U16, 0xff00, DEC, NULL, "Queue Size", \
      "How much more waits at the station, in units of 256 bytes.", "IEEE 802.11 §9.2.4.5", WT_LE) \
    F(HTC, "wlan.htc", U32, 0, HEX, NULL, "HT Control (+HTC)", "Fine points of radio: antennas, speeds.", \
      "IEEE 802.11 §9.2.4.6", WT_LE) \
    F(WEP_IV, "wlan.wep.iv", U24, 0, HEX, NULL, "Initialization Vector", \
      "Makes each frame's key another one; too short to be safe.", "IEEE 802.11 §12.3.2", 0) \
    F(KEY, "wlan.wep.key", U8, 0, DEC, NULL, "Key Index", "Which of up to four keys was used.", \
      "IEEE 802.11 §12.3.2", 0) \
    F(ICV, "wlan.wep.icv", U32, 0, HEX, NULL, "WEP ICV", "Should prove that nothing was changed; it does not.", \
      "IEEE 802.11 §12.3.2", 0) \
    F(TKIP, "wlan.tkip.extiv", STRING, 0, DEC, NULL, "TKIP Ext. Initialization Vector", \
      "The frame's number, which makes each frame's key another one.", "IEEE 802.11 §12.5.2.2", 0) \
    F(CCMP, "wlan.ccmp.extiv", STRING, 0, DEC, NULL, "CCMP Ext. Initialization Vector", \
      "The frame's number, which makes each frame's encryption another one.", "IEEE 802.11 §12.5.3.2", 0) \
    F(CIPHER, "wlan.cipher", U8, 0, DEC, &wt_wlan_ciphers, "Encryption", \
      "How the body is encrypted, judging by what stands in front of it.", "IEEE 802.11 §12.5", WT_STORY | WT_OURS) \
    F(SUBFRAME, "wlan_aggregate.a_mdsu.subframe", NONE, 0, DEC, NULL, "A-MSDU Subframe", \
      "One of the packets that share the frame.", "IEEE 802.11 §9.3.2.2", 0) \
    F(SUB_LENGTH, "wlan_aggregate.a_mdsu.length", U16, 0, DEC, NULL, "A-MSDU Length", "Bytes of it.", \
      "IEEE 802.11 §9.3.2.2", 0) \
    F(BA_CONTROL, "wlan.ba.control", U16, 0, HEX, NULL, "Block Ack Control", "What the following is about.", \
      "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(BA_POLICY, "wlan.ba.control.ackpolicy", U16, 0x1, FLAG, NULL, "BA Ack Policy", \
      "Set: no acknowledgment is wanted for this.", "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(BA_TYPE, "wlan.ba.control.ba_type", U16, 0x1e, HEX, NULL, "BA Type", \
      "Which way to acknowledge many frames at once.", "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(BA_RESERVED, "wlan.ba.control.reserved", U16, 0xfe0, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.3.1.8", \
      WT_LE) \
    F(BA_TID, "wlan.ba.basic.tidinfo", U16, 0xf000, HEX, NULL, "TID for which a Basic BlockAck frame is requested", \
      "Which of the flows between the two.", "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(SSC, "wlan.fixed.ssc", U16, 0, HEX, NULL, "Block Ack Starting Sequence Control (SSC)", \
      "Where the list begins.", "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(SSC_FRAG, "wlan.fixed.ssc.fragment", U16, 0xf, DEC, NULL, "Fragment", "Zero.", "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(SSC_SEQ, "wlan.fixed.ssc.sequence", U16, 0xfff0, DEC, NULL, "Starting Sequence Number", \
      "The first frame that the list is about.", "IEEE 802.11 §9.3.1.8", WT_LE) \
    F(BITMAP, "wlan.ba.bm", BYTES, 0, DEC, NULL, "Block Ack Bitmap", "A bit for each frame: set, it has arrived.", \
      "IEEE 802.11 §9.3.1.8", 0) \
    F(MISSING, "wlan.ba.bm.missing_frame", U32, 0, DEC, NULL, "Missing frame", "The number of a frame that has not.", \
      "IEEE 802.11 §9.3.1.8", 0)

#define WT_WLAN_FIXED(F) \
    F(FIXED, "wlan.fixed.all", NONE, 0, DEC, NULL, "Fixed parameters", "What every message of this kind has.", \
      "IEEE 802.11 §9.4.1", 0) \
    F(TIMESTAMP, "wlan.fixed.timestamp", U64, 0, DEC, NULL, "Timestamp", \
      "The access point's clock, in microseconds: all stations set theirs by it.", "IEEE 802.11 §9.4.1.10", WT_LE) \
    F(INTERVAL, "wlan.fixed.beacon", U16, 0, DEC, NULL, "Beacon Interval", \
      "How often beacons come, in units of 1.024 ms.", "IEEE 802.11 §9.4.1.3", WT_LE | WT_STORY) \
    F(CAP, "wlan.fixed.capabilities", U16, 0, HEX, NULL, "Capabilities Information", \
      "What the network or the station can do.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_ESS, "wlan.fixed.capabilities.ess", U16, 0x1, FLAG, NULL, "ESS capabilities", \
      "Set: the network has an access point.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_IBSS, "wlan.fixed.capabilities.ibss", U16, 0x2, FLAG, NULL, "IBSS status", \
      "Set: stations talk without an access point.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_R1, "wlan.fixed.capabilities.reserved1", U16, 0x4, DEC, NULL, "Reserved", "No longer used.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_R2, "wlan.fixed.capabilities.reserved2", U16, 0x8, DEC, NULL, "Reserved", "No longer used.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_PRIVACY, "wlan.fixed.capabilities.privacy", U16, 0x10, FLAG, NULL, "Privacy", "Set: data is encrypted.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_PREAMBLE, "wlan.fixed.capabilities.short_preamble", U16, 0x20, FLAG, NULL, "Short Preamble", \
      "Set: frames may begin with a short lead-in.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_R3, "wlan.fixed.capabilities.reserved3", U16, 0x40, DEC, NULL, "Reserved", "No longer used.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_R4, "wlan.fixed.capabilities.reserved4", U16, 0x80, DEC, NULL, "Reserved", "No longer used.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_SPECTRUM, "wlan.fixed.capabilities.spec_man", U16, 0x100, FLAG, NULL, "Spectrum Management", \
      "Set: makes way for radar.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_QOS, "wlan.fixed.capabilities.qos", U16, 0x200, FLAG, NULL, "QoS", "Set: knows how urgent frames are.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_SLOT, "wlan.fixed.capabilities.short_slot_time", U16, 0x400, FLAG, NULL, "Short Slot Time", \
      "Set: waits only 9 microseconds at a time.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_APSD, "wlan.fixed.capabilities.apsd", U16, 0x800, FLAG, NULL, "Automatic Power Save Delivery", \
      "Set: gives out what waits when a sleeper asks.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_MEASURE, "wlan.fixed.capabilities.radio_measurement", U16, 0x1000, FLAG, NULL, "Radio Measurement", \
      "Set: measures the radio on request.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_EPD, "wlan.fixed.capabilities.epd", U16, 0x2000, FLAG, NULL, "EPD", \
      "Set: packets have an EtherType at once, without LLC.", "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_R5, "wlan.fixed.capabilities.reserved5", U16, 0x4000, DEC, NULL, "Reserved", "No longer used.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(CAP_R6, "wlan.fixed.capabilities.reserved6", U16, 0x8000, DEC, NULL, "Reserved", "No longer used.", \
      "IEEE 802.11 §9.4.1.4", WT_LE) \
    F(AUTH_ALG, "wlan.fixed.auth.alg", U16, 0, DEC, &wt_wlan_algorithms, "Authentication Algorithm", \
      "How the station proves who it is; open means not at all, it comes later.", "IEEE 802.11 §9.4.1.1", \
      WT_LE | WT_STORY) \
    F(AUTH_SEQ, "wlan.fixed.auth_seq", U16, 0, HEX, NULL, "Authentication SEQ", "Which step of it.", \
      "IEEE 802.11 §9.4.1.2", WT_LE) \
    F(STATUS, "wlan.fixed.status_code", U16, 0, HEX, &wt_wlan_statuses, "Status code", "Whether it was granted.", \
      "IEEE 802.11 §9.4.1.9", WT_LE | WT_STORY) \
    F(LISTEN, "wlan.fixed.listen_ival", U16, 0, HEX, NULL, "Listen Interval", \
      "How many beacons the station may sleep through.", "IEEE 802.11 §9.4.1.6", WT_LE) \
    F(CURRENT_AP, "wlan.fixed.current_ap", ETHER, 0, DEC, NULL, "Current AP", \
      "The access point that it comes from.", "IEEE 802.11 §9.4.1.5", WT_STORY) \
    F(FIXED_AID, "wlan.fixed.aid", U16, 0x3fff, HEX, NULL, "Association ID", \
      "The station's number at this access point.", "IEEE 802.11 §9.4.1.8", WT_LE | WT_STORY) \
    F(REASON, "wlan.fixed.reason_code", U16, 0, HEX, &wt_wlan_reasons, "Reason code", "Why.", \
      "IEEE 802.11 §9.4.1.7", WT_LE | WT_STORY) \
    F(CATEGORY, "wlan.fixed.category_code", U8, 0, DEC, &wt_wlan_categories, "Category code", \
      "What the request is about.", "IEEE 802.11 §9.4.1.11", WT_STORY) \
    F(ACTION, "wlan.fixed.action_code", U8, 0, DEC, NULL, "Action code", "Which request of that kind.", \
      "IEEE 802.11 §9.6", 0) \
    F(DIALOG, "wlan.fixed.dialog_token", U8, 0, HEX, NULL, "Dialog token", "Ties the answer to its question.", \
      "IEEE 802.11 §9.4.1.12", 0) \
    F(BA_PARAMS, "wlan.fixed.baparams", U16, 0, HEX, NULL, "Block Ack Parameters", \
      "How many frames are acknowledged at once.", "IEEE 802.11 §9.4.1.13", WT_LE) \
    F(BAP_AMSDU, "wlan.fixed.baparams.amsdu", U16, 0x1, FLAG, NULL, "A-MSDUs", \
      "Set: frames may hold several packets.", "IEEE 802.11 §9.4.1.13", WT_LE) \
    F(BAP_POLICY, "wlan.fixed.baparams.policy", U16, 0x2, FLAG, NULL, "Block Ack Policy", \
      "Set: acknowledged at once.", "IEEE 802.11 §9.4.1.13", WT_LE) \
    F(BAP_TID, "wlan.fixed.baparams.tid", U16, 0x3c, HEX, NULL, "Traffic Identifier", \
      "Which of the flows between the two.", "IEEE 802.11 §9.4.1.13", WT_LE) \
    F(BAP_SIZE, "wlan.fixed.baparams.buffersize", U16, 0xffc0, DEC, NULL, \
      "Number of Buffers (1 Buffer = 2304 Bytes)", "For how many frames there is room.", "IEEE 802.11 §9.4.1.13", \
      WT_LE) \
    F(BA_TIMEOUT, "wlan.fixed.batimeout", U16, 0, HEX, NULL, "Block Ack Timeout", \
      "After how long without frames this ends; 0: never.", "IEEE 802.11 §9.4.1.14", WT_LE) \
    F(DELBA, "wlan.fixed.delba.param", U16, 0, HEX, NULL, "Delete Block Ack (DELBA) Parameter Set", "What ends.", \
      "IEEE 802.11 §9.4.1.15", WT_LE) \
    F(DELBA_R, "wlan.fixed.delba.param.reserved", U16, 0x7ff, HEX, NULL, "Reserved", "Zero.", \
      "IEEE 802.11 §9.4.1.15", WT_LE) \
    F(DELBA_INITIATOR, "wlan.fixed.delba.param.initiator", U16, 0x800, FLAG, NULL, "Initiator", \
      "Set: the sender of the data ends it.", "IEEE 802.11 §9.4.1.15", WT_LE) \
    F(DELBA_TID, "wlan.fixed.delba.param.tid", U16, 0xf000, HEX, NULL, "TID", "Which of the flows between the two.", \
      "IEEE 802.11 §9.4.1.15", WT_LE)

#define WT_WLAN_FIELDS(F) \
    WT_WLAN_FRAME(F) WT_WLAN_FIXED(F) WT_WLAN_TAGS(F) WT_WLAN_SECURITY(F) WT_WLAN_HT(F) WT_WLAN_VHT(F) WT_WLAN_EXTRAS(F)
WT_FIELD_IDS(WLAN, WT_WLAN_FIELDS)

/* What the headline says of a management frame, as its pieces are read. */
typedef struct wt_wlan_said {
    const uint8_t *ssid;
    uint32_t ssid_len, channel;
    bool named, private, wpa, rsn;         /* named: there was a name, which may be empty */
    uint32_t proofs;                       /* a bit for each number of an RSN's AKM suites */
    uint16_t status;
} wt_wlan_said;

/* The body of a management frame of that subtype. */
void wt_wlan_management(wt_cur *c, uint32_t subtype);
/* Pieces with a number and a length, to the end of c. */
void wt_wlan_tags_of(wt_cur *c, wt_wlan_said *said);
void wt_wlan_rsn(wt_cur *c, wt_wlan_said *said);
void wt_wlan_vendor(wt_cur *c, wt_wlan_said *said);
/* High throughput: capabilities, operation, and the same of very high throughput; further capabilities. */
void wt_wlan_ht(wt_cur *c);
void wt_wlan_ht_operation(wt_cur *c);
void wt_wlan_vht(wt_cur *c);
void wt_wlan_vht_operation(wt_cur *c);
void wt_wlan_extras(wt_cur *c);
/* A number, and below it its rows first … last. */
void wt_wlan_bits(wt_cur *c, wt_fid f, wt_fid first, wt_fid last);
/* All that is left, if anything is. */
void wt_wlan_rest(wt_cur *c, wt_fid f);

#endif
