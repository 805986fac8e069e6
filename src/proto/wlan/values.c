/* values.c - the values of 802.11's rows (IEEE 802.11 §9). */
#include "proto/wlan/wlan.h"

#define TABLE(x) const wt_values wt_wlan_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows};

static const wt_value kinds_rows[] = {
    WT_V(0x00, "Association Request", "May I join?"), WT_V(0x01, "Association Response", NULL),
    WT_V(0x02, "Reassociation Request", "May I move here?"), WT_V(0x03, "Reassociation Response", NULL),
    WT_V(0x04, "Probe Request", "Which networks are here?"), WT_V(0x05, "Probe Response", NULL),
    WT_V(0x06, "Timing Advertisement", NULL), WT_V(0x08, "Beacon frame", "Here is a network."),
    WT_V(0x09, "ATIM", "Stay awake, something is for you."), WT_V(0x0a, "Disassociate", "You are no longer a member."),
    WT_V(0x0b, "Authentication", "Who are you?"), WT_V(0x0c, "Deauthentication", "You are no longer known."),
    WT_V(0x0d, "Action", "A request of some kind."), WT_V(0x0e, "Action No Ack", NULL), WT_V(0x12, "Trigger", NULL),
    WT_V(0x14, "Beamforming Report Poll", NULL), WT_V(0x15, "VHT/HE NDP Announcement", NULL),
    WT_V(0x17, "Control Wrapper", NULL), WT_V(0x18, "Block Ack Request", NULL),
    WT_V(0x19, "Block Ack", "These frames have arrived."), WT_V(0x1a, "PS-Poll", "What is there for me?"),
    WT_V(0x1b, "Request-to-send", "May I send?"), WT_V(0x1c, "Clear-to-send", "Yes."),
    WT_V(0x1d, "Acknowledgement", "The frame has arrived."), WT_V(0x1e, "CF-End", NULL),
    WT_V(0x1f, "CF-End + CF-Ack", NULL), WT_V(0x20, "Data", NULL), WT_V(0x21, "Data + CF-Ack", NULL),
    WT_V(0x22, "Data + CF-Poll", NULL), WT_V(0x23, "Data + CF-Ack + CF-Poll", NULL),
    WT_V(0x24, "Null function", "No data: only whether the sender sleeps."), WT_V(0x25, "CF-Ack", NULL),
    WT_V(0x26, "CF-Poll", NULL), WT_V(0x27, "CF-Ack + CF-Poll", NULL),
    WT_V(0x28, "QoS Data", "Data that says how urgent it is."), WT_V(0x29, "QoS Data + CF-Ack", NULL),
    WT_V(0x2a, "QoS Data + CF-Poll", NULL), WT_V(0x2b, "QoS Data + CF-Ack + CF-Poll", NULL),
    WT_V(0x2c, "QoS Null function", "No data: only whether the sender sleeps."), WT_V(0x2e, "QoS CF-Poll", NULL),
    WT_V(0x2f, "QoS CF-Ack + CF-Poll", NULL),
};
TABLE(kinds)

static const wt_value types_rows[] = {
    WT_V(0, "Management frame", NULL), WT_V(1, "Control frame", NULL), WT_V(2, "Data frame", NULL),
    WT_V(3, "Extension frame", NULL),
};
TABLE(types)

static const wt_value ways_rows[] = {
    WT_V(0, "Between stations, or a management or control frame", NULL), WT_V(1, "To an access point", NULL),
    WT_V(2, "From an access point", NULL), WT_V(3, "From access point to access point", NULL),
};
TABLE(ways)

static const wt_value status_rows[] = {
    WT_V(0, "Bad", NULL), WT_V(1, "Good", NULL), WT_V(2, "Unverified", NULL),
};
TABLE(status)

static const wt_value acks_rows[] = {
    WT_V(0, "Normal Ack", "At once."), WT_V(1, "No Ack", "Not at all."), WT_V(2, "No explicit Ack", NULL),
    WT_V(3, "Block Ack", "Later, many at once."),
};
TABLE(acks)

static const wt_value ciphers_rows[] = {
    WT_V(1, "WEP", "Broken since 2001: anybody can read it soon."),
    WT_V(2, "TKIP", "A patch for old devices; no longer safe."),
    WT_V(3, "CCMP or GCMP", "AES: safe, as long as the key is."),
};
TABLE(ciphers)

static const wt_value algorithms_rows[] = {
    WT_V(0, "Open System", "Nothing is proven yet."), WT_V(1, "Shared key", "By the WEP key; worse than nothing."),
    WT_V(2, "Fast BSS Transition", "By a key from before."),
    WT_V(3, "SAE", "By a password that cannot be guessed from what is heard: WPA3."), WT_V(4, "FILS, shared key", NULL),
    WT_V(5, "FILS, shared key with PFS", NULL), WT_V(6, "FILS, public key", NULL),
    WT_V(128, "Network EAP", "A Cisco way of its own."),
};
TABLE(algorithms)

static const wt_value statuses_rows[] = {
    WT_V(0, "Successful", NULL), WT_V(1, "it failed", NULL), WT_V(10, "not all that was asked for can be done", NULL),
    WT_V(11, "it is not known that the station was a member", NULL),
    WT_V(12, "for a reason outside of the standard", NULL), WT_V(13, "this way to prove who one is is not known", NULL),
    WT_V(14, "the steps came in the wrong order", NULL), WT_V(15, "the proof was wrong", NULL),
    WT_V(16, "the next step came too late", NULL), WT_V(17, "there is no room for more stations", NULL),
    WT_V(18, "the station lacks speeds that all have to know", NULL),
    WT_V(19, "the station lacks short preambles", NULL), WT_V(22, "the station has to make way for radar", NULL),
    WT_V(23, "its power is not acceptable", NULL), WT_V(24, "its channels are not acceptable", NULL),
    WT_V(25, "the station lacks short slots", NULL), WT_V(27, "the station lacks high throughput", NULL),
    WT_V(30, "not now: try again later", NULL), WT_V(31, "management frames have to be protected", NULL),
    WT_V(32, "a reason of priorities", NULL), WT_V(33, "there is not enough room for its priorities", NULL),
    WT_V(34, "the radio is too bad", NULL), WT_V(35, "the station lacks priorities", NULL),
    WT_V(37, "the request was declined", NULL), WT_V(38, "parameters are invalid", NULL),
    WT_V(40, "a piece is invalid", NULL), WT_V(41, "the group cipher is invalid", NULL),
    WT_V(42, "the pairwise cipher is invalid", NULL), WT_V(43, "this way to agree on keys is invalid", NULL),
    WT_V(44, "the RSN version is not known", NULL), WT_V(45, "the RSN capabilities are invalid", NULL),
    WT_V(46, "the cipher is against the rules here", NULL), WT_V(52, "the number of frames is wrong", NULL),
    WT_V(53, "the key is not known", NULL), WT_V(76, "first prove that you are there: give this token back", NULL),
    WT_V(77, "this group of numbers is not known", NULL), WT_V(82, "another access point is better", NULL),
    WT_V(93, "there is no room now", NULL), WT_V(103, "what it says of spectrum management is not acceptable", NULL),
    WT_V(104, "the station lacks very high throughput", NULL), WT_V(123, "this password name is not known", NULL),
    WT_V(126, "by hash to element", NULL),
};
TABLE(statuses)

static const wt_value reasons_rows[] = {
    WT_V(1, "no reason is said", NULL), WT_V(2, "the proof is no longer valid", NULL),
    WT_V(3, "the sender leaves", NULL), WT_V(4, "nothing was heard for too long", NULL),
    WT_V(5, "there is no room for so many stations", NULL),
    WT_V(6, "a frame came from one who has not proved who it is", NULL),
    WT_V(7, "a frame came from one who is no member", NULL), WT_V(8, "the sender leaves the network", NULL),
    WT_V(9, "one has to prove who one is first", NULL), WT_V(10, "its power is not acceptable", NULL),
    WT_V(11, "its channels are not acceptable", NULL), WT_V(12, "the network wants it elsewhere", NULL),
    WT_V(13, "a piece is invalid", NULL), WT_V(14, "a frame was forged: the check of its integrity failed", NULL),
    WT_V(15, "the handshake for keys took too long: often a wrong password", NULL),
    WT_V(16, "the handshake for the group key took too long", NULL),
    WT_V(17, "the handshake says something else than the beacon", NULL), WT_V(18, "the group cipher is invalid", NULL),
    WT_V(19, "the pairwise cipher is invalid", NULL), WT_V(20, "this way to agree on keys is invalid", NULL),
    WT_V(21, "the RSN version is not known", NULL), WT_V(22, "the RSN capabilities are invalid", NULL),
    WT_V(23, "it could not prove who it is", NULL), WT_V(24, "the cipher is against the rules here", NULL),
    WT_V(25, "the neighbour can no longer be reached directly", NULL), WT_V(26, "direct talk ends", NULL),
    WT_V(27, "the provider ended it", NULL), WT_V(28, "there is no roaming agreement", NULL),
    WT_V(29, "the provider refuses the cipher", NULL), WT_V(30, "the service is not allowed here", NULL),
    WT_V(31, "there is no longer enough room for its priorities", NULL), WT_V(32, "a reason of priorities", NULL),
    WT_V(33, "there is not enough room for its priorities", NULL), WT_V(34, "too many frames get lost", NULL),
    WT_V(35, "it sends outside of its time", NULL), WT_V(36, "the other station leaves", NULL),
    WT_V(37, "it is no longer used", NULL), WT_V(38, "it was not set up", NULL), WT_V(39, "it took too long", NULL),
    WT_V(45, "the neighbour does not know the cipher", NULL), WT_V(46, "the limit of access is reached", NULL),
    WT_V(47, "another service demands it", NULL), WT_V(48, "the number of frames is wrong", NULL),
    WT_V(49, "the key is not known", NULL), WT_V(50, "the mobility domain is invalid", NULL),
    WT_V(51, "the fast transition is invalid", NULL), WT_V(52, "the mesh ends it", NULL),
    WT_V(53, "the mesh has no room for more neighbours", NULL), WT_V(54, "it does not fit the mesh", NULL),
    WT_V(55, "the mesh neighbour closes", NULL), WT_V(56, "too many tries", NULL),
    WT_V(57, "the confirmation took too long", NULL), WT_V(58, "the group key is invalid", NULL),
    WT_V(59, "the mesh says two things at once", NULL), WT_V(60, "the mesh handshake failed", NULL),
    WT_V(61, "no way is known to outside of the mesh", NULL), WT_V(62, "no way is known", NULL),
    WT_V(63, "the way broke", NULL), WT_V(64, "the address is there twice", NULL),
    WT_V(65, "the rules demand another channel", NULL), WT_V(66, "the channel changes", NULL),
    WT_V(71, "the signal is too weak", NULL),
};
TABLE(reasons)

static const wt_value categories_rows[] = {
    WT_V(0, "Spectrum Management", "Making way for radar; changing the channel."), WT_V(1, "Quality of Service", NULL),
    WT_V(2, "Direct-Link Setup", NULL), WT_V(3, "Block Ack", "Acknowledging many frames at once."),
    WT_V(4, "Public Action", NULL), WT_V(5, "Radio Measurement", NULL),
    WT_V(6, "Fast BSS Transition", "Moving to another access point."), WT_V(7, "High Throughput", NULL),
    WT_V(8, "SA Query", "Are you really still a member?"), WT_V(9, "Protected Dual of Public Action", NULL),
    WT_V(10, "WNM", "Care of the network: where to move, when to sleep."), WT_V(11, "Unprotected WNM", NULL),
    WT_V(12, "TDLS", "Talking directly."), WT_V(13, "Mesh", NULL), WT_V(14, "Multihop", NULL),
    WT_V(15, "Self-protected", NULL), WT_V(16, "DMG", NULL), WT_V(17, "Management Notification", NULL),
    WT_V(18, "Fast Session Transfer", NULL), WT_V(19, "Robust AV Streaming", NULL), WT_V(20, "Unprotected DMG", NULL),
    WT_V(21, "VHT", NULL), WT_V(22, "Unprotected S1G", NULL), WT_V(23, "S1G", NULL), WT_V(24, "Flow Control", NULL),
    WT_V(25, "Control Response MCS Negotiation", NULL), WT_V(26, "FILS", NULL), WT_V(30, "HE", NULL),
    WT_V(31, "Protected HE", NULL), WT_V(34, "Protected FTM", NULL), WT_V(126, "Vendor-specific Protected", NULL),
    WT_V(127, "Vendor Specific", NULL),
};
TABLE(categories)

static const wt_value tags_rows[] = {
    WT_V(0, "SSID parameter set", "The name."), WT_V(1, "Supported Rates", NULL), WT_V(2, "FH Parameter set", NULL),
    WT_V(3, "DS Parameter set", "The channel."), WT_V(4, "CF Parameter set", NULL),
    WT_V(5, "Traffic Indication Map (TIM)", "For whom something is waiting."), WT_V(6, "IBSS Parameter set", NULL),
    WT_V(7, "Country Information", NULL), WT_V(10, "Request", NULL), WT_V(11, "QBSS Load Element", "How busy it is."),
    WT_V(12, "EDCA Parameter Set", NULL), WT_V(16, "Challenge text", NULL), WT_V(32, "Power Constraint", NULL),
    WT_V(33, "Power Capability", NULL), WT_V(34, "TPC Request", NULL), WT_V(35, "TPC Report", NULL),
    WT_V(36, "Supported Channels", NULL), WT_V(37, "Channel Switch Announcement", NULL),
    WT_V(38, "Measurement Request", NULL), WT_V(39, "Measurement Report", NULL), WT_V(40, "Quiet", NULL),
    WT_V(41, "IBSS DFS", NULL), WT_V(42, "ERP Information", NULL), WT_V(43, "TS Delay", NULL),
    WT_V(44, "TCLAS Processing", NULL), WT_V(45, "HT Capabilities", "Wi-Fi 4."), WT_V(46, "QoS Capability", NULL),
    WT_V(47, "ERP Information", NULL), WT_V(48, "RSN Information", "WPA2, WPA3."),
    WT_V(50, "Extended Supported Rates", NULL), WT_V(51, "AP Channel Report", NULL), WT_V(52, "Neighbor Report", NULL),
    WT_V(53, "RCPI", NULL), WT_V(54, "Mobility Domain", NULL), WT_V(55, "Fast BSS Transition", NULL),
    WT_V(56, "Timeout Interval", NULL), WT_V(58, "DSE Registered Location", NULL),
    WT_V(59, "Supported Operating Classes", NULL), WT_V(60, "Extended Channel Switch Announcement", NULL),
    WT_V(61, "HT Operation", NULL), WT_V(62, "Secondary Channel Offset", NULL),
    WT_V(63, "BSS Average Access Delay", NULL), WT_V(64, "Antenna", NULL), WT_V(65, "RSNI", NULL),
    WT_V(66, "Measurement Pilot Transmission", NULL), WT_V(67, "BSS Available Admission Capacity", NULL),
    WT_V(68, "BSS AC Access Delay", NULL), WT_V(69, "Time Advertisement", NULL),
    WT_V(70, "RM Enabled Capabilities", NULL), WT_V(71, "Multiple BSSID", NULL),
    WT_V(72, "20/40 BSS Coexistence", NULL), WT_V(73, "20/40 BSS Intolerant Channel Report", NULL),
    WT_V(74, "Overlapping BSS Scan Parameters", NULL), WT_V(76, "Management MIC", NULL),
    WT_V(83, "Non Transmitted BSSID Capability", NULL), WT_V(84, "SSID List", NULL),
    WT_V(85, "Multiple BSSID Index", NULL), WT_V(90, "BSS Max Idle Period", NULL), WT_V(97, "Channel Usage", NULL),
    WT_V(98, "Time Zone", NULL), WT_V(101, "Link Identifier", NULL), WT_V(107, "Interworking", NULL),
    WT_V(108, "Advertisement Protocol", NULL), WT_V(111, "Roaming Consortium", NULL),
    WT_V(113, "Mesh Configuration", NULL), WT_V(114, "Mesh ID", NULL), WT_V(115, "Mesh Link Metric Report", NULL),
    WT_V(117, "Mesh Peering Management", NULL), WT_V(118, "Mesh Channel Switch Parameters", NULL),
    WT_V(119, "Mesh Awake Window", NULL), WT_V(120, "Beacon Timing", NULL), WT_V(127, "Extended Capabilities", NULL),
    WT_V(133, "Cisco CCX1 CKIP + Device Name", NULL), WT_V(191, "VHT Capabilities", "Wi-Fi 5."),
    WT_V(192, "VHT Operation", NULL), WT_V(193, "Extended BSS Load", NULL),
    WT_V(194, "Wide Bandwidth Channel Switch", NULL), WT_V(195, "Tx Power Envelope", NULL),
    WT_V(196, "Channel Switch Wrapper", NULL), WT_V(199, "Operating Mode Notification", NULL),
    WT_V(201, "Reduced Neighbor Report", NULL), WT_V(221, "Vendor Specific", NULL), WT_V(244, "RSN eXtension", NULL),
    WT_V(255, "Element ID Extension", NULL),
};
TABLE(tags)

static const wt_value more_tags_rows[] = {
    WT_V(4, "FILS Session", NULL), WT_V(11, "Estimated Service Parameters", NULL),
    WT_V(32, "OWE Diffie-Hellman Parameter", NULL), WT_V(33, "Password Identifier", NULL),
    WT_V(35, "HE Capabilities", "Wi-Fi 6."), WT_V(36, "HE Operation", NULL), WT_V(37, "UORA Parameter Set", NULL),
    WT_V(38, "MU EDCA Parameter Set", NULL), WT_V(39, "Spatial Reuse Parameter Set", NULL),
    WT_V(41, "NDP Feedback Report Parameter Set", NULL), WT_V(42, "BSS Color Change Announcement", NULL),
    WT_V(45, "ESS Report", NULL), WT_V(47, "HE BSS Load", NULL), WT_V(55, "Multiple BSSID Configuration", NULL),
    WT_V(56, "Non-Inheritance", NULL), WT_V(57, "Known BSSID", NULL), WT_V(58, "Short SSID", NULL),
    WT_V(59, "HE 6 GHz Band Capabilities", NULL), WT_V(92, "Rejected Groups", NULL),
    WT_V(93, "Anti-Clogging Token Container", NULL), WT_V(106, "EHT Operation", NULL), WT_V(107, "Multi-Link", NULL),
    WT_V(108, "EHT Capabilities", "Wi-Fi 7."),
};
TABLE(more_tags)

static const wt_value rates_rows[] = {
    WT_V(0x02, "1 Mbit/s", NULL), WT_V(0x04, "2 Mbit/s", NULL), WT_V(0x0b, "5.5 Mbit/s", NULL),
    WT_V(0x0c, "6 Mbit/s", NULL), WT_V(0x12, "9 Mbit/s", NULL), WT_V(0x16, "11 Mbit/s", NULL),
    WT_V(0x18, "12 Mbit/s", NULL), WT_V(0x24, "18 Mbit/s", NULL), WT_V(0x2c, "22 Mbit/s", NULL),
    WT_V(0x30, "24 Mbit/s", NULL), WT_V(0x42, "33 Mbit/s", NULL), WT_V(0x48, "36 Mbit/s", NULL),
    WT_V(0x60, "48 Mbit/s", NULL), WT_V(0x6c, "54 Mbit/s", NULL),
    WT_V(0x82, "1 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0x84, "2 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0x8b, "5.5 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0x8c, "6 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0x92, "9 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0x96, "11 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0x98, "12 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xa4, "18 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xac, "22 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xb0, "24 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xc2, "33 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xc8, "36 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xe0, "48 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xec, "54 Mbit/s (B)", "B: everybody has to know it."),
    WT_V(0xfb, "no speed: only with SAE, hash to element", NULL),
    WT_V(0xff, "no speed: only with high throughput", NULL),
};
TABLE(rates)

static const wt_value suites_rows[] = {
    WT_V(0x000fac00, "use the group cipher", NULL), WT_V(0x000fac01, "WEP (40-bit)", NULL),
    WT_V(0x000fac02, "TKIP", NULL), WT_V(0x000fac03, "AES (OCB)", NULL), WT_V(0x000fac04, "CCMP (128)", NULL),
    WT_V(0x000fac05, "WEP (104-bit)", NULL), WT_V(0x000fac06, "BIP (128)", NULL),
    WT_V(0x000fac07, "group traffic not allowed", NULL), WT_V(0x000fac08, "GCMP (128)", NULL),
    WT_V(0x000fac09, "GCMP (256)", NULL), WT_V(0x000fac0a, "CCMP (256)", NULL),
    WT_V(0x000fac0b, "BIP (GMAC-128)", NULL), WT_V(0x000fac0c, "BIP (GMAC-256)", NULL),
    WT_V(0x000fac0d, "BIP (CMAC-256)", NULL), WT_V(0x0050f200, "use the group cipher", NULL),
    WT_V(0x0050f201, "WEP (40-bit)", NULL), WT_V(0x0050f202, "TKIP", NULL), WT_V(0x0050f203, "AES (OCB)", NULL),
    WT_V(0x0050f204, "CCMP (128)", NULL), WT_V(0x0050f205, "WEP (104-bit)", NULL),
};
TABLE(suites)

static const wt_value cipher_types_rows[] = {
    WT_V(0, "use the group cipher", NULL), WT_V(1, "WEP (40-bit)", NULL), WT_V(2, "TKIP", NULL),
    WT_V(3, "AES (OCB)", NULL), WT_V(4, "CCMP (128)", NULL), WT_V(5, "WEP (104-bit)", NULL), WT_V(6, "BIP (128)", NULL),
    WT_V(7, "group traffic not allowed", NULL), WT_V(8, "GCMP (128)", NULL), WT_V(9, "GCMP (256)", NULL),
    WT_V(10, "CCMP (256)", NULL), WT_V(11, "BIP (GMAC-128)", NULL), WT_V(12, "BIP (GMAC-256)", NULL),
    WT_V(13, "BIP (CMAC-256)", NULL),
};
TABLE(cipher_types)

static const wt_value akms_rows[] = {
    WT_V(0x000fac00, "none", NULL), WT_V(0x000fac01, "802.1X", "A server knows who you are."),
    WT_V(0x000fac02, "PSK", "A password that all share."), WT_V(0x000fac03, "FT over 802.1X", NULL),
    WT_V(0x000fac04, "FT using PSK", NULL), WT_V(0x000fac05, "802.1X (SHA256)", NULL),
    WT_V(0x000fac06, "PSK (SHA256)", NULL), WT_V(0x000fac07, "TDLS", NULL),
    WT_V(0x000fac08, "SAE", "A password, proved without giving anything away: WPA3."),
    WT_V(0x000fac09, "FT using SAE", NULL), WT_V(0x000fac0a, "APPeerKey", NULL),
    WT_V(0x000fac0b, "802.1X (Suite B, SHA256)", NULL), WT_V(0x000fac0c, "802.1X (Suite B, SHA384)", NULL),
    WT_V(0x000fac0d, "FT over 802.1X (SHA384)", NULL), WT_V(0x000fac0e, "FILS (SHA256)", NULL),
    WT_V(0x000fac0f, "FILS (SHA384)", NULL), WT_V(0x000fac10, "FT over FILS (SHA256)", NULL),
    WT_V(0x000fac11, "FT over FILS (SHA384)", NULL),
    WT_V(0x000fac12, "OWE", "Nothing is proved, but all is encrypted."),
    WT_V(0x000fac13, "FT using PSK (SHA384)", NULL), WT_V(0x000fac14, "PSK (SHA384)", NULL),
    WT_V(0x000fac15, "PASN", NULL), WT_V(0x000fac18, "SAE (group-dependent hash)", NULL),
    WT_V(0x0050f200, "none", NULL), WT_V(0x0050f201, "802.1X", "A server knows who you are."),
    WT_V(0x0050f202, "PSK", "A password that all share."),
};
TABLE(akms)

static const wt_value akm_types_rows[] = {
    WT_V(0, "none", NULL), WT_V(1, "802.1X", "A server knows who you are."),
    WT_V(2, "PSK", "A password that all share."), WT_V(3, "FT over 802.1X", NULL), WT_V(4, "FT using PSK", NULL),
    WT_V(5, "802.1X (SHA256)", NULL), WT_V(6, "PSK (SHA256)", NULL), WT_V(7, "TDLS", NULL),
    WT_V(8, "SAE", "A password, proved without giving anything away: WPA3."), WT_V(9, "FT using SAE", NULL),
    WT_V(10, "APPeerKey", NULL), WT_V(11, "802.1X (Suite B, SHA256)", NULL), WT_V(12, "802.1X (Suite B, SHA384)", NULL),
    WT_V(13, "FT over 802.1X (SHA384)", NULL), WT_V(14, "FILS (SHA256)", NULL), WT_V(15, "FILS (SHA384)", NULL),
    WT_V(16, "FT over FILS (SHA256)", NULL), WT_V(17, "FT over FILS (SHA384)", NULL),
    WT_V(18, "OWE", "Nothing is proved, but all is encrypted."), WT_V(19, "FT using PSK (SHA384)", NULL),
    WT_V(20, "PSK (SHA384)", NULL), WT_V(21, "PASN", NULL), WT_V(24, "SAE (group-dependent hash)", NULL),
};
TABLE(akm_types)

static const wt_value vendors_rows[] = {
    WT_V(0x00037f, "Atheros", NULL), WT_V(0x000c43, "Ralink", NULL), WT_V(0x000fac, "IEEE 802.11", NULL),
    WT_V(0x001018, "Broadcom", NULL), WT_V(0x0017f2, "Apple", NULL), WT_V(0x004096, "Cisco", NULL),
    WT_V(0x0050f2, "Microsoft", "Also where the Wi-Fi Alliance put WPA and WMM."), WT_V(0x00904c, "Epigram", NULL),
    WT_V(0x506f9a, "Wi-Fi Alliance", NULL),
};
TABLE(vendors)

static const wt_value wfa_rows[] = {
    WT_V(1, "WPA", "The first repair of WEP."), WT_V(2, "WMM", "Priorities."),
    WT_V(4, "WPS", "Joining by a button or a number."),
};
TABLE(wfa)

static const wt_value wme_rows[] = {
    WT_V(0, "Information Element", "Who takes part."), WT_V(1, "Parameter Element", "All the rules."),
    WT_V(2, "TSPEC Element", NULL),
};
TABLE(wme)

static const wt_value kinds_of_traffic_rows[] = {
    WT_V(0, "Best Effort", NULL), WT_V(1, "Background", NULL), WT_V(2, "Video", NULL), WT_V(3, "Voice", NULL),
};
TABLE(kinds_of_traffic)
