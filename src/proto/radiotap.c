/* radiotap.c - what a card says of a frame that it heard: how strong, how fast, on which channel (radiotap.org). */
#include "core/proto.h"

#define FIELDS(F) \
    F(VERSION, "radiotap.version", U8, 0, DEC, NULL, "Header revision", "Always 0.", "radiotap.org", 0) \
    F(PAD, "radiotap.pad", U8, 0, DEC, NULL, "Header pad", "Fills up.", "radiotap.org", 0) \
    F(LENGTH, "radiotap.length", U16, 0, DEC, NULL, "Header length", \
      "Bytes of this header: the radio's frame comes behind them.", "radiotap.org", WT_LE) \
    F(PRESENT, "radiotap.present", NONE, 0, DEC, NULL, "Present flags", "Which fields there are: a bit for each.", \
      "radiotap.org", 0) \
    F(WORD, "radiotap.present.word", U32, 0, HEX, NULL, "Present flags word", "Thirty-two of these bits.", \
      "radiotap.org", WT_LE) \
    F(P_TSFT, "radiotap.present.tsft", U32, 0x1, FLAG, NULL, "TSFT", "Set: the card's clock is there.", \
      "radiotap.org", WT_LE) \
    F(P_FLAGS, "radiotap.present.flags", U32, 0x2, FLAG, NULL, "Flags", "Set: flags are there.", "radiotap.org", \
      WT_LE) \
    F(P_RATE, "radiotap.present.rate", U32, 0x4, FLAG, NULL, "Rate", "Set: the speed is there.", "radiotap.org", \
      WT_LE) \
    F(P_CHANNEL, "radiotap.present.channel", U32, 0x8, FLAG, NULL, "Channel", "Set: the channel is there.", \
      "radiotap.org", WT_LE) \
    F(P_FHSS, "radiotap.present.fhss", U32, 0x10, FLAG, NULL, "FHSS", "Set: the hopping pattern is there.", \
      "radiotap.org", WT_LE) \
    F(P_SIGNAL, "radiotap.present.dbm_antsignal", U32, 0x20, FLAG, NULL, "dBm Antenna Signal", \
      "Set: the signal's strength is there.", "radiotap.org", WT_LE) \
    F(P_NOISE, "radiotap.present.dbm_antnoise", U32, 0x40, FLAG, NULL, "dBm Antenna Noise", \
      "Set: the noise is there.", "radiotap.org", WT_LE) \
    F(P_LOCK, "radiotap.present.lock_quality", U32, 0x80, FLAG, NULL, "Lock Quality", "Set: the quality is there.", \
      "radiotap.org", WT_LE) \
    F(P_ATT, "radiotap.present.tx_attenuation", U32, 0x100, FLAG, NULL, "TX Attenuation", \
      "Set: how much the sender was turned down is there.", "radiotap.org", WT_LE) \
    F(P_DBATT, "radiotap.present.db_tx_attenuation", U32, 0x200, FLAG, NULL, "dB TX Attenuation", \
      "Set: the same in decibels is there.", "radiotap.org", WT_LE) \
    F(P_POWER, "radiotap.present.dbm_tx_power", U32, 0x400, FLAG, NULL, "dBm TX Power", \
      "Set: the sender's power is there.", "radiotap.org", WT_LE) \
    F(P_ANTENNA, "radiotap.present.antenna", U32, 0x800, FLAG, NULL, "Antenna", "Set: the antenna is there.", \
      "radiotap.org", WT_LE) \
    F(P_DBSIGNAL, "radiotap.present.db_antsignal", U32, 0x1000, FLAG, NULL, "dB Antenna Signal", \
      "Set: the signal's strength, from any zero, is there.", "radiotap.org", WT_LE) \
    F(P_DBNOISE, "radiotap.present.db_antnoise", U32, 0x2000, FLAG, NULL, "dB Antenna Noise", \
      "Set: the noise, from the same zero, is there.", "radiotap.org", WT_LE) \
    F(P_RXFLAGS, "radiotap.present.rxflags", U32, 0x4000, FLAG, NULL, "RX flags", \
      "Set: flags of receiving are there.", "radiotap.org", WT_LE) \
    F(P_TXFLAGS, "radiotap.present.txflags", U32, 0x8000, FLAG, NULL, "TX flags", \
      "Set: flags of sending are there.", "radiotap.org", WT_LE) \
    F(P_RETRIES, "radiotap.present.data_retries", U32, 0x20000, FLAG, NULL, "data retries", \
      "Set: how often it was tried again is there.", "radiotap.org", WT_LE) \
    F(P_XCHANNEL, "radiotap.present.xchannel", U32, 0x40000, FLAG, NULL, "Channel+", \
      "Set: the channel in the longer form is there.", "radiotap.org", WT_LE) \
    F(P_MCS, "radiotap.present.mcs", U32, 0x80000, FLAG, NULL, "MCS information", \
      "Set: the speed of Wi-Fi 4 is there.", "radiotap.org", WT_LE) \
    F(P_AMPDU, "radiotap.present.ampdu", U32, 0x100000, FLAG, NULL, "A-MPDU Status", \
      "Set: which bundle of frames it came in is there.", "radiotap.org", WT_LE) \
    F(P_VHT, "radiotap.present.vht", U32, 0x200000, FLAG, NULL, "VHT information", \
      "Set: the speed of Wi-Fi 5 is there.", "radiotap.org", WT_LE) \
    F(P_TIMESTAMP, "radiotap.present.timestamp", U32, 0x400000, FLAG, NULL, "frame timestamp", \
      "Set: a finer time is there.", "radiotap.org", WT_LE) \
    F(P_HE, "radiotap.present.he", U32, 0x800000, FLAG, NULL, "HE information", \
      "Set: the speed of Wi-Fi 6 is there.", "radiotap.org", WT_LE) \
    F(P_HEMU, "radiotap.present.he_mu", U32, 0x1000000, FLAG, NULL, "HE-MU information", \
      "Set: who shared the time, in Wi-Fi 6, is there.", "radiotap.org", WT_LE) \
    F(P_ZERO, "radiotap.present.0_length.psdu", U32, 0x4000000, FLAG, NULL, "0 Length PSDU", \
      "Set: the kind of frame without content is there.", "radiotap.org", WT_LE) \
    F(P_LSIG, "radiotap.present.l_sig", U32, 0x8000000, FLAG, NULL, "L-SIG", \
      "Set: the lead-in's own length is there.", "radiotap.org", WT_LE) \
    F(P_TLV, "radiotap.present.tlv", U32, 0x10000000, FLAG, NULL, "TLVs", \
      "Set: fields with a number and a length follow.", "radiotap.org", WT_LE) \
    F(P_NS, "radiotap.present.rtap_ns", U32, 0x20000000, FLAG, NULL, "Radiotap NS next", \
      "Set: the next word begins the list anew.", "radiotap.org", WT_LE) \
    F(P_VENDOR, "radiotap.present.vendor_ns", U32, 0x40000000, FLAG, NULL, "Vendor NS next", \
      "Set: the next word is a vendor's.", "radiotap.org", WT_LE) \
    F(P_EXT, "radiotap.present.ext", U32, 0x80000000, FLAG, NULL, "Ext", "Set: one more word follows.", \
      "radiotap.org", WT_LE) \
    F(MACTIME, "radiotap.mactime", U64, 0, DEC, NULL, "MAC timestamp", \
      "The card's clock when the frame's first bit came, in microseconds.", "radiotap.org", WT_LE) \
    F(FLAGS, "radiotap.flags", U8, 0, HEX, NULL, "Flags", "How the frame was received.", "radiotap.org", 0) \
    F(FL_CFP, "radiotap.flags.cfp", U8, 0x1, FLAG, NULL, "CFP", "Set: at a time without contention.", \
      "radiotap.org", 0) \
    F(FL_PREAMBLE, "radiotap.flags.preamble", U8, 0x2, FLAG, NULL, "Preamble", "Set: with a short lead-in.", \
      "radiotap.org", 0) \
    F(FL_WEP, "radiotap.flags.wep", U8, 0x4, FLAG, NULL, "WEP", "Set: encrypted by WEP.", "radiotap.org", 0) \
    F(FL_FRAG, "radiotap.flags.frag", U8, 0x8, FLAG, NULL, "Fragmentation", "Set: a part of a packet.", \
      "radiotap.org", 0) \
    F(FL_FCS, "radiotap.flags.fcs", U8, 0x10, FLAG, NULL, "FCS at end", \
      "Set: the frame's checksum is there, behind it.", "radiotap.org", 0) \
    F(FL_PAD, "radiotap.flags.datapad", U8, 0x20, FLAG, NULL, "Data Pad", \
      "Set: zeros fill up the head of the frame.", "radiotap.org", 0) \
    F(FL_BAD, "radiotap.flags.badfcs", U8, 0x40, FLAG, NULL, "Bad FCS", "Set: the checksum is wrong.", \
      "radiotap.org", 0) \
    F(FL_SGI, "radiotap.flags.shortgi", U8, 0x80, FLAG, NULL, "Short GI", "Set: with short pauses between signs.", \
      "radiotap.org", 0) \
    F(RATE, "radiotap.datarate", DOUBLE, 0, DEC, NULL, "Data rate (Mb/s)", "The speed, in Mbit/s.", "radiotap.org", \
      WT_STORY) \
    F(FREQ, "radiotap.channel.freq", U16, 0, DEC, NULL, "Channel frequency", "The channel, in MHz.", "radiotap.org", \
      WT_LE | WT_STORY) \
    F(CH, "radiotap.channel.flags", U16, 0, HEX, NULL, "Channel flags", "What kind of channel it is.", \
      "radiotap.org", WT_LE) \
    F(CH_700, "radiotap.channel.flags.700mhz", U16, 0x1, FLAG, NULL, "700 MHz spectrum", "In the band of 700 MHz.", \
      "radiotap.org", WT_LE) \
    F(CH_800, "radiotap.channel.flags.800mhz", U16, 0x2, FLAG, NULL, "800 MHz spectrum", "In the band of 800 MHz.", \
      "radiotap.org", WT_LE) \
    F(CH_900, "radiotap.channel.flags.900mhz", U16, 0x4, FLAG, NULL, "900 MHz spectrum", "In the band of 900 MHz.", \
      "radiotap.org", WT_LE) \
    F(CH_TURBO, "radiotap.channel.flags.turbo", U16, 0x10, FLAG, NULL, "Turbo", \
      "Twice as wide, an old way of one vendor.", "radiotap.org", WT_LE) \
    F(CH_CCK, "radiotap.channel.flags.cck", U16, 0x20, FLAG, NULL, "Complementary Code Keying (CCK)", \
      "The way of 802.11b.", "radiotap.org", WT_LE) \
    F(CH_OFDM, "radiotap.channel.flags.ofdm", U16, 0x40, FLAG, NULL, \
      "Orthogonal Frequency-Division Multiplexing (OFDM)", "The way of 802.11a, g and later.", "radiotap.org", \
      WT_LE) \
    F(CH_2G, "radiotap.channel.flags.2ghz", U16, 0x80, FLAG, NULL, "2 GHz spectrum", "In the band of 2.4 GHz.", \
      "radiotap.org", WT_LE) \
    F(CH_5G, "radiotap.channel.flags.5ghz", U16, 0x100, FLAG, NULL, "5 GHz spectrum", "In the band of 5 GHz.", \
      "radiotap.org", WT_LE) \
    F(CH_PASSIVE, "radiotap.channel.flags.passive", U16, 0x200, FLAG, NULL, "Passive", "Only listening is allowed.", \
      "radiotap.org", WT_LE) \
    F(CH_DYNAMIC, "radiotap.channel.flags.dynamic", U16, 0x400, FLAG, NULL, "Dynamic CCK-OFDM", \
      "Both ways in turns.", "radiotap.org", WT_LE) \
    F(CH_GFSK, "radiotap.channel.flags.gfsk", U16, 0x800, FLAG, NULL, "Gaussian Frequency Shift Keying (GFSK)", \
      "By changing the frequency, as in 1997.", "radiotap.org", WT_LE) \
    F(CH_GSM, "radiotap.channel.flags.gsm", U16, 0x1000, FLAG, NULL, "GSM (900MHz)", "In a band of telephones.", \
      "radiotap.org", WT_LE) \
    F(CH_STURBO, "radiotap.channel.flags.sturbo", U16, 0x2000, FLAG, NULL, "Static Turbo", \
      "Twice as wide all the time.", "radiotap.org", WT_LE) \
    F(CH_HALF, "radiotap.channel.flags.half", U16, 0x4000, FLAG, NULL, "Half Rate Channel (10MHz Channel Width)", \
      "10 MHz wide.", "radiotap.org", WT_LE) \
    F(CH_QUARTER, "radiotap.channel.flags.quarter", U16, 0x8000, FLAG, NULL, \
      "Quarter Rate Channel (5MHz Channel Width)", "5 MHz wide.", "radiotap.org", WT_LE) \
    F(HOPSET, "radiotap.fhss.hopset", U8, 0, DEC, NULL, "FHSS Hop Set", \
      "Which set of frequencies was hopped through.", "radiotap.org", 0) \
    F(PATTERN, "radiotap.fhss.pattern", U8, 0, DEC, NULL, "FHSS Pattern", "In which order.", "radiotap.org", 0) \
    F(SIGNAL, "radiotap.dbm_antsignal", I8, 0, DEC, NULL, "Antenna signal", \
      "How strong the signal was: -30 is near, -90 hardly to be heard.", "radiotap.org", WT_STORY) \
    F(NOISE, "radiotap.dbm_antnoise", I8, 0, DEC, NULL, "Antenna noise", "How strong the noise was.", \
      "radiotap.org", 0) \
    F(LOCK, "radiotap.quality", U16, 0, DEC, NULL, "Signal Quality", "How well the receiver followed the signal.", \
      "radiotap.org", WT_LE) \
    F(ATTENUATION, "radiotap.txattenuation", U16, 0, DEC, NULL, "TX attenuation", \
      "How much the sender was turned down.", "radiotap.org", WT_LE) \
    F(DB_ATTENUATION, "radiotap.db_txattenuation", U16, 0, DEC, NULL, "dB TX attenuation", "The same in decibels.", \
      "radiotap.org", WT_LE) \
    F(POWER, "radiotap.txpower", I8, 0, DEC, NULL, "Transmit power", "With how much power it was sent, in dBm.", \
      "radiotap.org", 0) \
    F(ANTENNA, "radiotap.antenna", U8, 0, DEC, NULL, "Antenna", "Which antenna.", "radiotap.org", 0) \
    F(DB_SIGNAL, "radiotap.db_antsignal", U8, 0, DEC, NULL, "dB antenna signal", \
      "How strong the signal was, in decibels from any zero.", "radiotap.org", 0) \
    F(DB_NOISE, "radiotap.db_antnoise", U8, 0, DEC, NULL, "dB antenna noise", \
      "How strong the noise was, from the same zero.", "radiotap.org", 0) \
    F(RXFLAGS, "radiotap.rxflags", U16, 0, HEX, NULL, "RX flags", "What the card says of receiving.", \
      "radiotap.org", WT_LE) \
    F(RX_BADPLCP, "radiotap.rxflags.badplcp", U16, 0x2, FLAG, NULL, "Bad PLCP", "Set: the lead-in was damaged.", \
      "radiotap.org", WT_LE) \
    F(TXFLAGS, "radiotap.txflags", U16, 0, HEX, NULL, "TX flags", "What the card says of sending.", "radiotap.org", \
      WT_LE) \
    F(TX_FAIL, "radiotap.rxflags.fail", U16, 0x1, FLAG, NULL, "Fail", "Set: nobody acknowledged it.", \
      "radiotap.org", WT_LE) \
    F(TX_CTS, "radiotap.rxflags.cts", U16, 0x2, FLAG, NULL, "CTS", "Set: with a CTS before it.", "radiotap.org", \
      WT_LE) \
    F(TX_RTS, "radiotap.rxflags.rts", U16, 0x4, FLAG, NULL, "RTS/CTS", "Set: with RTS and CTS before it.", \
      "radiotap.org", WT_LE) \
    F(TX_NOACK, "radiotap.rxflags.noack", U16, 0x8, FLAG, NULL, "No ACK", "Set: no acknowledgment is expected.", \
      "radiotap.org", WT_LE) \
    F(TX_SEQ, "radiotap.rxflags.noseqno", U16, 0x10, FLAG, NULL, "Has Seqnum", \
      "Set: the sequence number shall stay as it is.", "radiotap.org", WT_LE) \
    F(TX_ORDER, "radiotap.rxflags.order", U16, 0x20, FLAG, NULL, "Order", "Set: not to be overtaken.", \
      "radiotap.org", WT_LE) \
    F(RTS_RETRIES, "radiotap.rts_retries", U8, 0, DEC, NULL, "RTS retries", "How often RTS was tried again.", \
      "radiotap.org", WT_OURS) \
    F(RETRIES, "radiotap.data_retries", U8, 0, DEC, NULL, "data retries", "How often the frame was tried again.", \
      "radiotap.org", 0) \
    F(X_FLAGS, "radiotap.xchannel.flags", U32, 0, HEX, NULL, "Channel flags", "What kind of channel it is.", \
      "radiotap.org", WT_LE) \
    F(X_TURBO, "radiotap.xchannel.flags.turbo", U32, 0x10, FLAG, NULL, "Turbo", \
      "Twice as wide, an old way of one vendor.", "radiotap.org", WT_LE) \
    F(X_CCK, "radiotap.xchannel.flags.cck", U32, 0x20, FLAG, NULL, "Complementary Code Keying (CCK)", \
      "The way of 802.11b.", "radiotap.org", WT_LE) \
    F(X_OFDM, "radiotap.xchannel.flags.ofdm", U32, 0x40, FLAG, NULL, \
      "Orthogonal Frequency-Division Multiplexing (OFDM)", "The way of 802.11a, g and later.", "radiotap.org", \
      WT_LE) \
    F(X_2G, "radiotap.xchannel.flags.2ghz", U32, 0x80, FLAG, NULL, "2 GHz spectrum", "In the band of 2.4 GHz.", \
      "radiotap.org", WT_LE) \
    F(X_5G, "radiotap.xchannel.flags.5ghz", U32, 0x100, FLAG, NULL, "5 GHz spectrum", "In the band of 5 GHz.", \
      "radiotap.org", WT_LE) \
    F(X_PASSIVE, "radiotap.channel.xtype.passive", U32, 0x200, FLAG, NULL, "Passive", "Only listening is allowed.", \
      "radiotap.org", WT_LE) \
    F(X_DYNAMIC, "radiotap.xchannel.flags.dynamic", U32, 0x400, FLAG, NULL, "Dynamic CCK-OFDM", \
      "Both ways in turns.", "radiotap.org", WT_LE) \
    F(X_GFSK, "radiotap.xchannel.flags.gfsk", U32, 0x800, FLAG, NULL, "Gaussian Frequency Shift Keying (GFSK)", \
      "By changing the frequency, as in 1997.", "radiotap.org", WT_LE) \
    F(X_GSM, "radiotap.xchannel.flags.gsm", U32, 0x1000, FLAG, NULL, "GSM (900MHz)", "In a band of telephones.", \
      "radiotap.org", WT_LE) \
    F(X_STURBO, "radiotap.xchannel.flags.sturbo", U32, 0x2000, FLAG, NULL, "Static Turbo", \
      "Twice as wide all the time.", "radiotap.org", WT_LE) \
    F(X_HALF, "radiotap.xchannel.flags.half", U32, 0x4000, FLAG, NULL, "Half Rate Channel (10MHz Channel Width)", \
      "10 MHz wide.", "radiotap.org", WT_LE) \
    F(X_QUARTER, "radiotap.xchannel.flags.quarter", U32, 0x8000, FLAG, NULL, \
      "Quarter Rate Channel (5MHz Channel Width)", "5 MHz wide.", "radiotap.org", WT_LE) \
    F(X_HT20, "radiotap.xchannel.flags.ht20", U32, 0x10000, FLAG, NULL, "HT Channel (20MHz Channel Width)", \
      "20 MHz wide, in the way of Wi-Fi 4.", "radiotap.org", WT_LE) \
    F(X_HT40U, "radiotap.xchannel.flags.ht40u", U32, 0x20000, FLAG, NULL, \
      "HT Channel (40MHz Channel Width with Extension channel above)", "40 MHz wide, the second half above.", \
      "radiotap.org", WT_LE) \
    F(X_HT40D, "radiotap.xchannel.flags.ht40d", U32, 0x40000, FLAG, NULL, \
      "HT Channel (40MHz Channel Width with Extension channel below)", "40 MHz wide, the second half below.", \
      "radiotap.org", WT_LE) \
    F(X_FREQ, "radiotap.xchannel.freq", U16, 0, DEC, NULL, "Channel frequency", "The channel, in MHz.", \
      "radiotap.org", WT_LE) \
    F(X_CHANNEL, "radiotap.xchannel.channel", U8, 0, DEC, NULL, "Channel number", "The channel's number.", \
      "radiotap.org", 0) \
    F(X_POWER, "radiotap.xchannel.maxpower", U8, 0, DEC, NULL, "Max transmit power", "How much power is allowed.", \
      "radiotap.org", WT_OURS) \
    F(MCS, "radiotap.mcs", NONE, 0, DEC, NULL, "MCS information", "How fast, in the way of Wi-Fi 4.", \
      "radiotap.org", 0) \
    F(MCS_KNOWN, "radiotap.mcs.known", U8, 0, HEX, NULL, "Known MCS information", "Which of it is known.", \
      "radiotap.org", 0) \
    F(MCS_KBW, "radiotap.mcs.have_bw", U8, 0x1, FLAG, NULL, "Bandwidth", "The width is known.", "radiotap.org", 0) \
    F(MCS_KINDEX, "radiotap.mcs.have_index", U8, 0x2, FLAG, NULL, "MCS index", "The number of the speed is known.", \
      "radiotap.org", 0) \
    F(MCS_KGI, "radiotap.mcs.have_gi", U8, 0x4, FLAG, NULL, "Guard interval", "The length of the pauses is known.", \
      "radiotap.org", 0) \
    F(MCS_KFORMAT, "radiotap.mcs.have_format", U8, 0x8, FLAG, NULL, "Format", "The format is known.", \
      "radiotap.org", 0) \
    F(MCS_KFEC, "radiotap.mcs.have_fec", U8, 0x10, FLAG, NULL, "FEC type", "The way to correct errors is known.", \
      "radiotap.org", 0) \
    F(MCS_KSTBC, "radiotap.mcs.have_stbc", U8, 0x20, FLAG, NULL, "STBC streams", \
      "It is known whether the same was sent several times.", "radiotap.org", 0) \
    F(MCS_KNESS, "radiotap.mcs.have_ness", U8, 0x40, FLAG, NULL, "Number of extension spatial streams", \
      "The number of further streams is known.", "radiotap.org", 0) \
    F(MCS_BW, "radiotap.mcs.bw", U8, 0x3, DEC, NULL, "Bandwidth", "0: 20 MHz; 1: 40 MHz; 2, 3: 20 MHz of these.", \
      "radiotap.org", 0) \
    F(MCS_GI, "radiotap.mcs.gi", U8, 0x4, DEC, NULL, "Guard interval", "1: short pauses.", "radiotap.org", 0) \
    F(MCS_FORMAT, "radiotap.mcs.format", U8, 0x8, DEC, NULL, "Format", \
      "0: so that older stations understand the lead-in; 1: not.", "radiotap.org", 0) \
    F(MCS_FEC, "radiotap.mcs.fec", U8, 0x10, DEC, NULL, "FEC type", "1: the stronger way to correct errors.", \
      "radiotap.org", 0) \
    F(MCS_STBC, "radiotap.mcs.stbc", U8, 0x60, DEC, NULL, "STBC streams", \
      "How many streams were sent several times.", "radiotap.org", 0) \
    F(MCS_INDEX, "radiotap.mcs.index", U8, 0, DEC, NULL, "MCS index", \
      "The number of the speed: streams and how densely they are packed.", "radiotap.org", WT_STORY) \
    F(AMPDU, "radiotap.ampdu", NONE, 0, DEC, NULL, "A-MPDU status", "The bundle of frames that it came in.", \
      "radiotap.org", 0) \
    F(AMPDU_REF, "radiotap.ampdu.reference", U32, 0, DEC, NULL, "A-MPDU reference number", "The bundle's number.", \
      "radiotap.org", WT_LE) \
    F(AMPDU_FLAGS, "radiotap.ampdu.flags", U16, 0, HEX, NULL, "A-MPDU flags", "Its place in the bundle.", \
      "radiotap.org", WT_LE) \
    F(AMPDU_F1, "radiotap.ampdu.flags.report_zerolen", U16, 0x1, FLAG, NULL, \
      "Driver reports 0-length subframes in this A-MPDU", "Set: empty ones are told, too.", "radiotap.org", WT_LE) \
    F(AMPDU_F2, "radiotap.ampdu.flags.is_zerolen", U16, 0x2, FLAG, NULL, "This is a 0-length subframe", \
      "Set: this is an empty one.", "radiotap.org", WT_LE) \
    F(AMPDU_F3, "radiotap.ampdu.flags.lastknown", U16, 0x4, FLAG, NULL, "Last subframe of this A-MPDU is known", \
      "Set: which is the last one is known.", "radiotap.org", WT_LE) \
    F(AMPDU_F4, "radiotap.ampdu.flags.last", U16, 0x8, FLAG, NULL, "This is the last subframe of this A-MPDU", \
      "Set: this is the last one.", "radiotap.org", WT_LE) \
    F(AMPDU_F5, "radiotap.ampdu.flags.delim_crc_error", U16, 0x10, FLAG, NULL, \
      "Delimiter CRC error on this subframe", "Set: its mark was damaged.", "radiotap.org", WT_LE) \
    F(AMPDU_F6, "radiotap.ampdu.flags.eof", U16, 0x40, FLAG, NULL, "EOF on this subframe", \
      "Set: nothing that counts follows in the bundle, as when the frame is alone in it.", "radiotap.org", WT_LE) \
    F(AMPDU_F7, "radiotap.ampdu.flags.eof_known", U16, 0x80, FLAG, NULL, "EOF of this A-MPDU is known", \
      "Set: that is known.", "radiotap.org", WT_LE) \
    F(VHT, "radiotap.vht", NONE, 0, DEC, NULL, "VHT information", "How fast, in the way of Wi-Fi 5.", \
      "radiotap.org", 0) \
    F(VHT_KNOWN, "radiotap.vht.known", U16, 0, HEX, NULL, "Known VHT information", "Which of it is known.", \
      "radiotap.org", WT_LE) \
    F(V_STBC, "radiotap.vht.have_stbc", U16, 0x1, FLAG, NULL, "STBC", \
      "It is known whether the same was sent several times.", "radiotap.org", WT_LE) \
    F(V_TXOP, "radiotap.vht.have_txop_ps", U16, 0x2, FLAG, NULL, "TXOP_PS_NOT_ALLOWED", \
      "It is known whether stations may sleep meanwhile.", "radiotap.org", WT_LE) \
    F(V_GI, "radiotap.vht.have_gi", U16, 0x4, FLAG, NULL, "Guard interval", "The length of the pauses is known.", \
      "radiotap.org", WT_LE) \
    F(V_SGI, "radiotap.vht.have_sgi_nsym_da", U16, 0x8, FLAG, NULL, "SGI Nsym disambiguation", \
      "A detail of short pauses is known.", "radiotap.org", WT_LE) \
    F(V_LDPC, "radiotap.vht.ldpc_extra", U16, 0x10, FLAG, NULL, "LDPC extra OFDM symbol", \
      "A detail of correcting errors is known.", "radiotap.org", WT_LE) \
    F(V_BEAM, "radiotap.vht.have_beamformed", U16, 0x20, FLAG, NULL, "Beamformed", \
      "It is known whether the sender pointed at somebody.", "radiotap.org", WT_LE) \
    F(V_BW, "radiotap.mcs.have_bw", U16, 0x40, FLAG, NULL, "Bandwidth", "The width is known.", "radiotap.org", WT_LE) \
    F(V_GID, "radiotap.mcs.have_gid", U16, 0x80, FLAG, NULL, "Group ID", "The group of receivers is known.", \
      "radiotap.org", WT_LE) \
    F(V_PAID, "radiotap.mcs.have_paid", U16, 0x100, FLAG, NULL, "Partial AID", \
      "The part of the receiver's number is known.", "radiotap.org", WT_LE) \
    F(VF_STBC, "radiotap.vht.stbc", U8, 0x1, FLAG, NULL, "STBC", "Set: the same was sent several times.", \
      "radiotap.org", 0) \
    F(VF_TXOP, "radiotap.vht.txop_ps", U8, 0x2, FLAG, NULL, "TXOP_PS_NOT_ALLOWED", \
      "Set: stations may not sleep meanwhile.", "radiotap.org", 0) \
    F(VF_GI, "radiotap.vht.gi", U8, 0x4, DEC, NULL, "Guard interval", "1: short pauses.", "radiotap.org", 0) \
    F(VF_SGI, "radiotap.vht.sgi_nsym_da", U8, 0x8, FLAG, NULL, "SGI Nsym disambiguation", \
      "Set: with short pauses, one sign less was sent than its length in microseconds seems to say.", "radiotap.org", \
      0) \
    F(VF_BEAM, "radiotap.vht.beamformed", U8, 0x20, FLAG, NULL, "Beamformed", \
      "Set: the sender pointed its antennas at somebody.", "radiotap.org", 0) \
    F(VHT_BW, "radiotap.vht.bw", U8, 0, DEC, NULL, "Bandwidth", \
      "How wide: 0 is 20, 1 is 40, 4 is 80, 11 is 160 MHz.", "radiotap.org", 0) \
    F(VHT_USER, "radiotap.vht.user", NONE, 0, DEC, NULL, "User", "One of up to four receivers.", "radiotap.org", 0) \
    F(VHT_MCS0, "radiotap.vht.mcs.0", U8, 0xf0, DEC, NULL, "MCS index 0", "How densely it is packed.", \
      "radiotap.org", 0) \
    F(VHT_NSS0, "radiotap.vht.nss.0", U8, 0xf, DEC, NULL, "Spatial streams 0", "How many streams.", "radiotap.org", 0) \
    F(VHT_CODING, "radiotap.vht.coding.0", U8, 0x1, DEC, NULL, "Coding 0", "1: the stronger way to correct errors.", \
      "radiotap.org", 0) \
    F(VHT_RATE, "radiotap.vht.datarate.0", DOUBLE, 0, DEC, NULL, "Data rate (Mb/s) 0", "The speed, in Mbit/s.", \
      "radiotap.org", WT_STORY) \
    F(VHT_GID, "radiotap.vht.gid", U8, 0, DEC, NULL, "Group Id", "For which group of receivers.", "radiotap.org", 0) \
    F(VHT_PAID, "radiotap.vht.paid", U16, 0, DEC, NULL, "Partial AID", "A part of the receiver's number.", \
      "radiotap.org", WT_LE) \
    F(TS, "radiotap.timestamp", NONE, 0, DEC, NULL, "timestamp information", "A finer time.", "radiotap.org", 0) \
    F(TS_TIME, "radiotap.timestamp.ts", U64, 0, DEC, NULL, "timestamp", "The time, in the unit below.", \
      "radiotap.org", WT_LE) \
    F(TS_ACCURACY, "radiotap.timestamp.accuracy", U16, 0, DEC, NULL, "accuracy", "How exact it is.", "radiotap.org", \
      WT_LE) \
    F(TS_UNIT, "radiotap.timestamp.unit", U8, 0xf, DEC, NULL, "time unit", \
      "0: milliseconds; 1: microseconds; 2: nanoseconds.", "radiotap.org", 0) \
    F(TS_POS, "radiotap.timestamp.samplingpos", U8, 0xf0, DEC, NULL, "sampling position", \
      "At which moment of the frame it was taken.", "radiotap.org", 0) \
    F(TS_32, "radiotap.timestamp.flags.32bit", U8, 0x1, FLAG, NULL, "32-bit counter", \
      "Set: only 32 bits of it count.", "radiotap.org", 0) \
    F(TS_KNOWN, "radiotap.timestamp.flags.accuracy", U8, 0x2, FLAG, NULL, "accuracy field", \
      "Set: how exact it is, is known.", "radiotap.org", 0) \
    F(HE1, "radiotap.he.data_1", U16, 0, HEX, NULL, "HE Data 1", \
      "What is known of the speed, in the way of Wi-Fi 6.", "radiotap.org", WT_LE) \
    F(HE2, "radiotap.he.data_2", U16, 0, HEX, NULL, "HE Data 2", "What else is known of it.", "radiotap.org", WT_LE) \
    F(HE3, "radiotap.he.data_3", U16, 0, HEX, NULL, "HE Data 3", "Whose network, which way, how densely packed.", \
      "radiotap.org", WT_LE) \
    F(HE4, "radiotap.he.data_4", U16, 0, HEX, NULL, "HE Data 4", "Whether others may send at the same time.", \
      "radiotap.org", WT_LE) \
    F(HE5, "radiotap.he.data_5", U16, 0, HEX, NULL, "HE Data 5", "How wide, and how long the pauses are.", \
      "radiotap.org", WT_LE) \
    F(HE6, "radiotap.he.data_6", U16, 0, HEX, NULL, "HE Data 6", "How many streams.", "radiotap.org", WT_LE) \
    F(LSIG1, "radiotap.l_sig.data1", U16, 0, HEX, NULL, "Data1", "What of the lead-in is known.", "radiotap.org", \
      WT_LE) \
    F(LSIG_RATE_KNOWN, "radiotap.l_sig.rate_known", U16, 0x1, FLAG, NULL, "rate known", "Set: the speed.", \
      "radiotap.org", WT_LE) \
    F(LSIG_LENGTH_KNOWN, "radiotap.l_sig.length_known", U16, 0x2, FLAG, NULL, "length known", "Set: the length.", \
      "radiotap.org", WT_LE) \
    F(LSIG_RESERVED, "radiotap.l_sig.reserved", U16, 0xfffc, HEX, NULL, "reserved", "Zero.", "radiotap.org", WT_LE) \
    F(LSIG2, "radiotap.l_sig.data2", U16, 0, HEX, NULL, "Data2", "The speed and length that the lead-in claims.", \
      "radiotap.org", WT_LE) \
    F(LSIG_RATE, "radiotap.l_sig.rate", U16, 0xf, DEC, NULL, "rate", "The speed, as a number.", "radiotap.org", WT_LE) \
    F(LSIG_LENGTH, "radiotap.l_sig.length", U16, 0xfff0, DEC, NULL, "length", "The length.", "radiotap.org", WT_LE) \
    F(PSDU, "radiotap.0_len_psdu.type", U8, 0, HEX, NULL, "Type", "What a frame without content was for.", \
      "radiotap.org", 0) \
    F(VENDOR, "radiotap.vendor_namespace", BYTES, 0, DEC, NULL, "Vendor namespace", "Fields of a vendor's own.", \
      "radiotap.org", 0) \
    F(VENDOR_OUI, "radiotap.vendor_oui", U24, 0, HEX, NULL, "Vendor OUI", "Whose they are.", "radiotap.org", 0) \
    F(VENDOR_SUB, "radiotap.vendor_subns", U8, 0, DEC, NULL, "Vendor sub namespace", "Which list of its.", \
      "radiotap.org", 0) \
    F(VENDOR_LENGTH, "radiotap.vendor_data_len", U16, 0, DEC, NULL, "Vendor data length", "Bytes of them.", \
      "radiotap.org", WT_LE) \
    F(VENDOR_DATA, "radiotap.vendor_data", NONE, 0, DEC, NULL, "Vendor data", \
      "What only that vendor's programs can read.", "radiotap.org", 0) \
    F(OTHER, "radiotap.undecoded", BYTES, 0, DEC, NULL, "Field", "A field not taken apart here.", "radiotap.org", \
      WT_OURS)
WT_FIELDS(RADIOTAP, FIELDS)

enum { NAMESPACE = 29, VENDOR_NEXT = 30, MORE = 31, FLAG_FCS = 0x10, FLAG_PAD = 0x20, FLAG_BAD = 0x40 };

static void bits(wt_cur *c, wt_fid f, wt_fid first, wt_fid last) {
    wt_take(c, f);
    wt_node n = wt_parent(c, f);
    for (wt_fid bit = first; bit <= last; bit++)
        wt_bits(c, bit);
    wt_end(c, n);
}

static void take_both(wt_cur *c, wt_fid first, wt_fid second) {
    wt_take(c, first);
    wt_take(c, second);
}

/* ---- the fields, one by one --------------------------------------------------------------- */

/* In units of 500 kbit/s. */
static void rate(wt_cur *c) {
    if (wt_need(c, 1))
        wt_emit_d(c, F_RATE, c->pos, 1, (double)wt_look(c, 0, 1) / 2);
    wt_skip(c, 1);
}

/* The speed that the number stands for: eight ways to pack a stream, one to four streams, twice the width, short
 * pauses. */
static void mcs_rate(wt_cur *c, uint32_t known, uint32_t how, uint32_t index) {
    static const double wide[8] = {13.5, 27, 40.5, 54, 81, 108, 121.5, 135};
    static const double narrow[8] = {6.5, 13, 19.5, 26, 39, 52, 58.5, 65};
    if ((known & 7) != 7 || index > 31)
        return;
    double rate = ((how & 3) == 1 ? wide : narrow)[index & 7] * (1 + index / 8);
    wt_emit_d(c, F_RATE, c->pos - 1, 1, how & 4 ? rate * 10 / 9 : rate);
}

static void mcs(wt_cur *c) {
    wt_node n = wt_begin(c, F_MCS, 3);
    uint32_t known = (uint32_t)wt_look(c, 0, 1);
    bits(c, F_MCS_KNOWN, F_MCS_KBW, F_MCS_KNESS);
    static const struct {
        uint8_t known;
        wt_fid row;
    } parts[] = {{0x01, F_MCS_BW}, {0x04, F_MCS_GI}, {0x08, F_MCS_FORMAT}, {0x10, F_MCS_FEC}, {0x20, F_MCS_STBC}};
    uint32_t how = (uint32_t)wt_look(c, 0, 1);
    wt_skip(c, 1);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (known & parts[i].known)
            wt_bits(c, parts[i].row);
    if (known & 0x02)
        mcs_rate(c, known, how, (uint32_t)wt_take(c, F_MCS_INDEX));
    else
        wt_skip(c, 1);
    wt_end(c, n);
}

static void ampdu(wt_cur *c) {
    wt_node n = wt_begin(c, F_AMPDU, 8);
    wt_take(c, F_AMPDU_REF);
    bits(c, F_AMPDU_FLAGS, F_AMPDU_F1, F_AMPDU_F7);
    wt_skip(c, 2);
    wt_end(c, n);
}

/* The speed of so many streams, packed so densely: signs of 3.6 or 4 microseconds on as many frequencies as the width
 * has. */
static void vht_rate(wt_cur *c, uint32_t width, uint32_t index, uint32_t streams, bool quick) {
    static const double bits[10] = {0.5, 1, 1.5, 2, 3, 4, 4.5, 5, 6, 20.0 / 3};
    static const uint16_t carriers[12] = {52, 108, 0, 0, 234, 0, 0, 0, 0, 0, 0, 468};
    if (index > 9 || width > 11 || !carriers[width])
        return;
    double rate = carriers[width] * bits[index] * streams / (quick ? 3.6 : 4);
    wt_emit_d(c, F_VHT_RATE, c->pos, 0, (double)(uint32_t)(rate * 10 + 0.001) / 10);
}

/* Of up to four receivers only the first one is told. */
static void vht_user(wt_cur *c, uint32_t known, uint32_t how, uint32_t width) {
    wt_node n = wt_begin(c, F_VHT_USER, 5);
    uint32_t index = (uint32_t)wt_peek(c, F_VHT_MCS0), streams = (uint32_t)wt_take(c, F_VHT_NSS0);
    wt_skip(c, 3);
    wt_take(c, F_VHT_CODING);
    if (known & 0x40 && !c->fail)
        vht_rate(c, width, index, streams, how & 4);
    wt_end(c, n);
}

static void vht(wt_cur *c) {
    wt_node n = wt_begin(c, F_VHT, 12);
    uint32_t known = (uint32_t)wt_look(c, 1, 1) << 8 | (uint32_t)wt_look(c, 0, 1);
    bits(c, F_VHT_KNOWN, F_V_STBC, F_V_PAID);
    uint32_t how = (uint32_t)wt_look(c, 0, 1), width = (uint32_t)wt_look(c, 1, 1);
    wt_skip(c, 1);
    static const uint8_t told[] = {0x01, 0x02, 0x04, 0x08, 0x20};      /* in `known`, for each of the rows */
    for (wt_fid f = F_VF_STBC; f <= F_VF_BEAM; f++)
        if (known & told[f - F_VF_STBC])
            wt_bits(c, f);
    if (known & 0x40)
        wt_take(c, F_VHT_BW);
    else
        wt_skip(c, 1);
    vht_user(c, known, how, width);
    if (known & 0x80)
        wt_take(c, F_VHT_GID);
    else
        wt_skip(c, 1);
    if (known & 0x100)
        wt_take(c, F_VHT_PAID);
    else
        wt_skip(c, 2);
    wt_end(c, n);
}

static void timestamp(wt_cur *c) {
    wt_node n = wt_begin(c, F_TS, 12);
    wt_take(c, F_TS_TIME);
    wt_take(c, F_TS_ACCURACY);
    wt_peek(c, F_TS_UNIT);
    wt_take(c, F_TS_POS);
    wt_peek(c, F_TS_32);
    wt_take(c, F_TS_KNOWN);
    wt_end(c, n);
}

static void field(wt_cur *c, unsigned bit, uint32_t size, uint32_t *flags) {
    switch (bit) {
    case 0: wt_take(c, F_MACTIME); break;
    case 1:
        *flags = (uint32_t)wt_look(c, 0, 1);
        bits(c, F_FLAGS, F_FL_CFP, F_FL_SGI);
        break;
    case 2: rate(c); break;
    case 3:
        wt_take(c, F_FREQ);
        bits(c, F_CH, F_CH_700, F_CH_QUARTER);
        break;
    case 4: take_both(c, F_HOPSET, F_PATTERN); break;
    case 5: case 6: case 7: case 8: case 9: case 10: case 11: case 12: case 13: wt_take(c, F_SIGNAL + bit - 5); break;
    case 14: bits(c, F_RXFLAGS, F_RX_BADPLCP, F_RX_BADPLCP); break;
    case 15: bits(c, F_TXFLAGS, F_TX_FAIL, F_TX_ORDER); break;
    case 16: wt_take(c, F_RTS_RETRIES); break;
    case 17: wt_take(c, F_RETRIES); break;
    case 18:
        bits(c, F_X_FLAGS, F_X_TURBO, F_X_HT40D);
        take_both(c, F_X_FREQ, F_X_CHANNEL);
        wt_take(c, F_X_POWER);
        break;
    case 19: mcs(c); break;
    case 20: ampdu(c); break;
    case 21: vht(c); break;
    case 22: timestamp(c); break;
    case 23:
        for (wt_fid f = F_HE1; f <= F_HE6; f++)
            wt_take(c, f);
        break;
    case 26: wt_take(c, F_PSDU); break;
    case 27:
        bits(c, F_LSIG1, F_LSIG_RATE_KNOWN, F_LSIG_RESERVED);
        bits(c, F_LSIG2, F_LSIG_RATE, F_LSIG_LENGTH);
        break;
    default: wt_take_bytes(c, F_OTHER, size); break;
    }
}

/* How long each field is and at multiples of what it begins; 0: not known, so that nothing behind it can be found. */
static const struct {
    uint8_t size, align;
} shapes[29] = {{8, 8}, {1, 1}, {1, 1}, {4, 2}, {2, 2}, {1, 1}, {1, 1}, {2, 2}, {2, 2}, {2, 2},
                {1, 1}, {1, 1}, {1, 1}, {1, 1}, {2, 2}, {2, 2}, {1, 1}, {1, 1}, {8, 4}, {3, 1},
                {8, 4}, {12, 2}, {12, 8}, {12, 2}, {12, 2}, {6, 2}, {1, 1}, {4, 2}, {0, 0}};

/* The fields of one word, aligned from the header's start on; false if what comes behind them can't be found. */
static bool fields_of(wt_cur *c, uint32_t start, uint32_t word, uint32_t *flags) {
    for (unsigned bit = 0; bit < NAMESPACE && !c->fail; bit++) {
        if (!(word >> bit & 1))
            continue;
        if (!shapes[bit].size)
            return false;
        wt_skip(c, -(c->pos - start) & (shapes[bit].align - 1u));
        field(c, bit, shapes[bit].size, flags);
    }
    return !c->fail;
}

/* Six bytes say whose fields they are, and how many bytes of them to pass over. */
static void vendor(wt_cur *c, uint32_t start) {
    wt_skip(c, -(c->pos - start) & 1);
    uint32_t length = (uint32_t)wt_look(c, 5, 1) << 8 | (uint32_t)wt_look(c, 4, 1);
    wt_node n = wt_begin(c, F_VENDOR, 6 + length);
    wt_take(c, F_VENDOR_OUI);
    take_both(c, F_VENDOR_SUB, F_VENDOR_LENGTH);
    wt_node data = wt_begin(c, F_VENDOR_DATA, length);
    wt_end(c, data);
    wt_skip(c, length);
    wt_end(c, n);
}

/* ---- the header --------------------------------------------------------------------------- */

static uint32_t word_at(const uint8_t *p) { return (uint32_t)wt_load_le(p, 4); }

/* The words that say which fields follow, as many as are chained; c is behind them then.  Words of the radiotap list
 * have rows for their bits, others only for those that chain. */
static const uint8_t *present(wt_cur *c, uint32_t *count) {
    const uint8_t *first = wt_here(c);
    uint32_t word = 1u << MORE;
    bool known = true;
    wt_node n = wt_begin(c, F_PRESENT, wt_left(c));
    for (*count = 0; word >> MORE & 1 && wt_left(c) && !c->fail; ++*count) {
        if (*count == c->s->limit[WT_LIMIT_PRESENT]) {
            wt_limit_hit(c, WT_LIMIT_PRESENT);
            first = NULL;                  /* where the fields begin is not known then */
            break;
        }
        word = (uint32_t)wt_take(c, F_WORD);
        wt_node inner = wt_parent(c, F_WORD);
        for (wt_fid f = known ? F_P_TSFT : F_P_NS; f <= F_P_EXT; f++)
            wt_bits(c, f);
        wt_end(c, inner);
        known = word >> NAMESPACE & 1;
    }
    wt_end_here(c, n);
    return c->fail ? NULL : first;
}

static void all_fields(wt_cur *c, uint32_t start, const uint8_t *words, uint32_t count, uint32_t *flags) {
    bool ours = true;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = word_at(words + 4 * i);
        if (!ours || !fields_of(c, start, word, flags))
            return;
        if (word >> VENDOR_NEXT & 1) {
            vendor(c, start);
            return;
        }
        ours = word >> NAMESPACE & 1;
    }
}

static void dissect(wt_cur *c) {
    uint32_t flags = 0, length = (uint32_t)wt_look(c, 3, 1) << 8 | (uint32_t)wt_look(c, 2, 1), count;
    uint32_t version = (uint32_t)wt_take(c, F_VERSION);
    take_both(c, F_PAD, F_LENGTH);
    if (length < 8)
        wt_malformed(c, "the header says that it has %u bytes, but it has at least 8", length);
    if (c->fail)
        return;
    wt_cur head = wt_sub(c, length - 4);
    const uint8_t *words = version ? NULL : present(&head, &count);
    if (words)
        all_fields(&head, c->start, words, count, &flags);
    if (version)
        wt_note(c, "version %u of this header is not known: only its length is believed", version);
    c->s->radio.fcs = flags & FLAG_FCS;
    c->s->radio.padded = flags & FLAG_PAD;
    if (flags & FLAG_BAD)
        wt_note(c, "the card says that the frame's checksum is wrong: its bits are not what was sent");
    wt_next(c, WT_T_LINKTYPE, 105);
}

static const wt_binding bindings[] = {{WT_T_LINKTYPE, 127, NULL}};

const wt_protocol wt_proto_radiotap = {
    .info = {.name = "radiotap", .title = "Radiotap Header", .tag = "radiotap",
             .why = "Says how a frame was heard by radio: it was never sent, the receiving card wrote it.",
             .ref = "radiotap.org",
             .fields = fields, .field_count = WT_FIELD_COUNT},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
