/* tag_fields.h - the rows of what management frames carry behind their fixed fields (IEEE 802.11 §9.4.2). */
#ifndef WT_PROTO_WLAN_TAG_FIELDS_H
#define WT_PROTO_WLAN_TAG_FIELDS_H

#include "core/proto.h"

extern const wt_values wt_wlan_kinds, wt_wlan_types, wt_wlan_ways, wt_wlan_status, wt_wlan_acks, wt_wlan_ciphers,
    wt_wlan_algorithms, wt_wlan_statuses, wt_wlan_reasons, wt_wlan_categories, wt_wlan_tags, wt_wlan_more_tags,
    wt_wlan_rates, wt_wlan_suites, wt_wlan_cipher_types, wt_wlan_akms, wt_wlan_akm_types, wt_wlan_vendors, wt_wlan_wfa,
    wt_wlan_wme, wt_wlan_kinds_of_traffic;

#define WT_WLAN_TAGS(F) \
    F(TAGGED, "wlan.tagged.all", NONE, 0, DEC, NULL, "Tagged parameters", \
      "What may be there or not: each with a number and a length.", "IEEE 802.11 §9.4.2.1", 0) \
    F(TAG, "wlan.tag", NONE, 0, DEC, NULL, "Tag", "A piece of information.", "IEEE 802.11 §9.4.2.1", 0) \
    F(TAG_NUMBER, "wlan.tag.number", U8, 0, DEC, &wt_wlan_tags, "Tag Number", "What it is about.", \
      "IEEE 802.11 §9.4.2.1", 0) \
    F(TAG_LENGTH, "wlan.tag.length", U8, 0, DEC, NULL, "Tag length", "Bytes of it.", "IEEE 802.11 §9.4.2.1", 0) \
    F(EXT_TAG, "wlan.ext_tag.number", U8, 0, DEC, &wt_wlan_more_tags, "Ext Tag Number", \
      "What it is about, where one byte was not enough.", "IEEE 802.11 §9.4.2.1", 0) \
    F(EXT_DATA, "wlan.ext_tag.data", BYTES, 0, DEC, NULL, "Ext Tag Data", \
      "Information of a kind not taken apart here.", "IEEE 802.11 §9.4.2.1", 0) \
    F(TAG_DATA, "wlan.tag.data", BYTES, 0, DEC, NULL, "Tag Data", "Information of a kind not taken apart here.", \
      "IEEE 802.11 §9.4.2.1", 0) \
    F(SSID, "wlan.ssid", BYTES, 0, DEC, NULL, "SSID", \
      "The network's name, in bytes of any kind; none at all means any network, or a hidden one.", \
      "IEEE 802.11 §9.4.2.2", 0) \
    F(SSID_TEXT, "wlan.ssid.name", STRING, 0, DEC, NULL, "Network name", "The same as text.", \
      "IEEE 802.11 §9.4.2.2", WT_STORY | WT_OURS) \
    F(RATE, "wlan.supported_rates", U8, 0, HEX, &wt_wlan_rates, "Supported Rates", \
      "A speed that the sender can receive.", "IEEE 802.11 §9.4.2.3", 0) \
    F(MORE_RATE, "wlan.extended_supported_rates", U8, 0, HEX, &wt_wlan_rates, "Extended Supported Rates", \
      "One more speed.", "IEEE 802.11 §9.4.2.12", 0) \
    F(CHANNEL, "wlan.ds.current_channel", U8, 0, DEC, NULL, "Current Channel", \
      "The radio channel that the network is on.", "IEEE 802.11 §9.4.2.4", WT_STORY) \
    F(DTIM, "wlan.tim.dtim_count", U8, 0, DEC, NULL, "DTIM count", \
      "After how many beacons broadcasts are sent: then sleepers listen.", "IEEE 802.11 §9.4.2.5", 0) \
    F(DTIM_PERIOD, "wlan.tim.dtim_period", U8, 0, DEC, NULL, "DTIM period", "How often that is the case.", \
      "IEEE 802.11 §9.4.2.5", 0) \
    F(BMAP, "wlan.tim.bmapctl", U8, 0, HEX, NULL, "Bitmap control", "Which sleepers the map is about.", \
      "IEEE 802.11 §9.4.2.5", 0) \
    F(BMAP_MULTICAST, "wlan.tim.bmapctl.multicast", U8, 0x1, FLAG, NULL, "Multicast", \
      "Set: broadcasts are waiting.", "IEEE 802.11 §9.4.2.5", 0) \
    F(BMAP_OFFSET, "wlan.tim.bmapctl.offset", U8, 0xfe, HEX, NULL, "Bitmap Offset", \
      "With which station the map begins.", "IEEE 802.11 §9.4.2.5", 0) \
    F(BMAP_BITS, "wlan.tim.partial_virtual_bitmap", BYTES, 0, DEC, NULL, "Partial Virtual Bitmap", \
      "A bit for each station: set, something is waiting for it.", "IEEE 802.11 §9.4.2.5", 0) \
    F(TIM_AID, "wlan.tim.aid", U8, 0, HEX, NULL, "Association ID", \
      "The low eight bits of the number of a station for which something is waiting.", "IEEE 802.11 §9.4.2.5", 0) \
    F(TIM_STATION, "wlan.tim.station", U16, 0, DEC, NULL, "Waiting for station", \
      "Something is waiting for the station of this number.", "IEEE 802.11 §9.4.2.5", WT_LE | WT_STORY | WT_OURS) \
    F(COUNTRY, "wlan.country_info.code", STRING, 0, DEC, NULL, "Country", "Whose rules of radio the network keeps.", \
      "IEEE 802.11 §9.4.2.8", WT_STORY) \
    F(ENVIRONMENT, "wlan.country_info.environment", U8, 0, DEC, NULL, "Environment", \
      "Whether these are for inside or outside.", "IEEE 802.11 §9.4.2.8", 0) \
    F(FNM, "wlan.country_info.fnm", NONE, 0, DEC, NULL, "Country Info", "Some channels.", "IEEE 802.11 §9.4.2.8", 0) \
    F(FNM_FIRST, "wlan.country_info.fnm.fcn", U8, 0, DEC, NULL, "First Channel Number", "The first of them.", \
      "IEEE 802.11 §9.4.2.8", 0) \
    F(FNM_COUNT, "wlan.country_info.fnm.nc", U8, 0, DEC, NULL, "Number of Channels", "How many.", \
      "IEEE 802.11 §9.4.2.8", 0) \
    F(FNM_POWER, "wlan.country_info.fnm.mtpl", I8, 0, DEC, NULL, "Max Transmit Power", \
      "With how much power one may send there, in dBm.", "IEEE 802.11 §9.4.2.8", 0) \
    F(ERP, "wlan.erp_info", U8, 0, HEX, NULL, "ERP Information", "Whether older stations have to be minded.", \
      "IEEE 802.11 §9.4.2.11", 0) \
    F(ERP_PRESENT, "wlan.erp_info.erp_present", U8, 0x1, FLAG, NULL, "Non ERP Present", "Set: there are some.", \
      "IEEE 802.11 §9.4.2.11", 0) \
    F(ERP_PROTECT, "wlan.erp_info.use_protection", U8, 0x2, FLAG, NULL, "Use Protection", \
      "Set: announce frames in a way that they understand.", "IEEE 802.11 §9.4.2.11", 0) \
    F(ERP_BARKER, "wlan.erp_info.barker_preamble_mode", U8, 0x4, FLAG, NULL, "Barker Preamble Mode", \
      "Set: begin frames with a long lead-in.", "IEEE 802.11 §9.4.2.11", 0) \
    F(ERP_RESERVED, "wlan.erp_info.reserved", U8, 0xf8, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.11", 0) \
    F(POWER, "wlan.powercon.local", U8, 0, DEC, NULL, "Local Power Constraint", \
      "By how many decibels less one shall send.", "IEEE 802.11 §9.4.2.13", 0) \
    F(POWER_MIN, "wlan.powercap.min", I8, 0, DEC, NULL, "Minimum Transmit Power", \
      "The weakest that the station can send, in dBm.", "IEEE 802.11 §9.4.2.14", 0) \
    F(POWER_MAX, "wlan.powercap.max", I8, 0, DEC, NULL, "Maximum Transmit Power", \
      "The strongest that it can send, in dBm.", "IEEE 802.11 §9.4.2.14", 0) \
    F(CLASS, "wlan.supopeclass.current", U8, 0, DEC, NULL, "Current Operating Class", \
      "The set of channels that it uses.", "IEEE 802.11 §9.4.2.53", 0) \
    F(CLASSES, "wlan.supopeclass.alt", NONE, 0, DEC, NULL, "Alternate Operating Classes", \
      "Other sets of channels that it can use.", "IEEE 802.11 §9.4.2.53", 0) \
    F(CLASS_ALT, "wlan.supopeclass.alt.class", U8, 0, DEC, NULL, "Alternate Operating Class", "One of them.", \
      "IEEE 802.11 §9.4.2.53", WT_OURS) \
    F(LOAD_STATIONS, "wlan.qbss.scount", U16, 0, DEC, NULL, "Station Count", "How many stations are there.", \
      "IEEE 802.11 §9.4.2.27", WT_LE) \
    F(LOAD_BUSY, "wlan.qbss.cu", U8, 0, DEC, NULL, "Channel Utilization", "How busy the channel is, of 255.", \
      "IEEE 802.11 §9.4.2.27", 0) \
    F(LOAD_FREE, "wlan.qbss.adc", U16, 0, DEC, NULL, "Available Admission Capacity", \
      "How much time there is for more speech, in units of 32 microseconds.", "IEEE 802.11 §9.4.2.27", WT_LE) \
    F(MESH_ID, "wlan.mesh.id", STRING, 0, DEC, NULL, "Mesh ID", \
      "The name of a network whose stations pass frames on for one another.", "IEEE 802.11 §9.4.2.98", WT_STORY) \
    F(MESH_PATH, "wlan.mesh.config.ps_protocol", U8, 0, HEX, NULL, "Path Selection Protocol", \
      "How ways through it are found.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_METRIC, "wlan.mesh.config.ps_metric", U8, 0, HEX, NULL, "Path Selection Metric", \
      "How ways are compared.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_CONGESTION, "wlan.mesh.config.cong_ctl", U8, 0, HEX, NULL, "Congestion Control", \
      "How they slow one another down.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_SYNC, "wlan.mesh.config.sync_method", U8, 0, HEX, NULL, "Synchronization Method", \
      "How their clocks agree.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_AUTH, "wlan.mesh.config.auth_protocol", U8, 0, HEX, NULL, "Authentication Protocol", \
      "How they prove who they are.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_FORM, "wlan.mesh.config.formation_info", U8, 0, HEX, NULL, "Formation Info", "How it hangs together.", \
      "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_GATE, "wlan.mesh.formation_info.connect_to_mesh_gate", U8, 0x1, FLAG, NULL, "Connected to Mesh Gate", \
      "Set: a way leads out of it.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_PEERS, "wlan.mesh.config.formation_info.num_peers", U8, 0x7e, DEC, NULL, "Number of Peerings", \
      "How many neighbours the sender has.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_AS, "wlan.mesh.formation_info.connect_to_as", U8, 0x80, FLAG, NULL, "Connected to AS", \
      "Set: a server that knows who may join can be reached.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_CAP, "wlan.mesh.config.cap", U8, 0, HEX, NULL, "Capability", "What the sender does in it.", \
      "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_ACCEPT, "wlan.mesh.config.cap.accept", U8, 0x1, FLAG, NULL, "Accepting Additional Mesh Peerings", \
      "Set: takes more neighbours.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_MCCA, "wlan.mesh.config.cap.mcca_support", U8, 0x2, FLAG, NULL, "MCCA Support", \
      "Set: can reserve times to send.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_MCCA_ON, "wlan.mesh.config.cap.mcca_enabled", U8, 0x4, FLAG, NULL, "MCCA Enabled", "Set: does so.", \
      "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_FORWARD, "wlan.mesh.config.cap.forwarding", U8, 0x8, FLAG, NULL, "Mesh Forwarding", \
      "Set: passes frames on.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_MBCA, "wlan.mesh.config.cap.mbca_enabled", U8, 0x10, FLAG, NULL, "MBCA Enabled", \
      "Set: avoids beacons at the same time.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_TBTT, "wlan.mesh.config.cap.tbtt_adjusting", U8, 0x20, FLAG, NULL, "TBTT Adjustment", \
      "Set: is moving its beacons.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_SLEEP, "wlan.mesh.config.cap.power_save_level", U8, 0x40, FLAG, NULL, "Power Save", \
      "Set: sleeps deeply towards some neighbour.", "IEEE 802.11 §9.4.2.97", 0) \
    F(MESH_RESERVED, "wlan.mesh.config.cap.reserved", U8, 0x80, HEX, NULL, "Reserved", "Zero.", \
      "IEEE 802.11 §9.4.2.97", 0)

#define WT_WLAN_SECURITY(F) \
    F(RSN_VERSION, "wlan.rsn.version", U16, 0, DEC, NULL, "RSN Version", "Always 1.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(GCS, "wlan.rsn.gcs", U32, 0, HEX, &wt_wlan_suites, "Group Cipher Suite", "How broadcasts are encrypted.", \
      "IEEE 802.11 §9.4.2.24", 0) \
    F(GCS_TYPE, "wlan.rsn.gcs.type", U8, 0, DEC, &wt_wlan_cipher_types, "Group Cipher Suite type", \
      "How broadcasts are encrypted, as a number of its organization.", "IEEE 802.11 §9.4.2.24", 0) \
    F(PCS_COUNT, "wlan.rsn.pcs.count", U16, 0, DEC, NULL, "Pairwise Cipher Suite Count", \
      "How many ways there are to encrypt the rest.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(PCS_LIST, "wlan.rsn.pcs.list", NONE, 0, DEC, NULL, "Pairwise Cipher Suite List", "These ways.", \
      "IEEE 802.11 §9.4.2.24", 0) \
    F(PCS, "wlan.rsn.pcs", U32, 0, HEX, &wt_wlan_suites, "Pairwise Cipher Suite", \
      "A way to encrypt what is for one station.", "IEEE 802.11 §9.4.2.24", WT_STORY) \
    F(PCS_TYPE, "wlan.rsn.pcs.type", U8, 0, DEC, &wt_wlan_cipher_types, "Pairwise Cipher Suite type", \
      "The same as a number of its organization.", "IEEE 802.11 §9.4.2.24", 0) \
    F(AKM_COUNT, "wlan.rsn.akms.count", U16, 0, DEC, NULL, "AKM Suite Count", \
      "How many ways there are to prove who one is.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(AKM_LIST, "wlan.rsn.akms.list", NONE, 0, DEC, NULL, "AKM List", "These ways.", "IEEE 802.11 §9.4.2.24", 0) \
    F(AKM, "wlan.rsn.akms", U32, 0, HEX, &wt_wlan_akms, "AKM Suite", \
      "A way to prove who one is, and to agree on keys.", "IEEE 802.11 §9.4.2.24", WT_STORY) \
    F(AKM_TYPE, "wlan.rsn.akms.type", U8, 0, DEC, &wt_wlan_akm_types, "AKM type", \
      "The same as a number of its organization.", "IEEE 802.11 §9.4.2.24", 0) \
    F(RSN_CAP, "wlan.rsn.capabilities", U16, 0, HEX, NULL, "RSN Capabilities", "Further conditions.", \
      "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_PREAUTH, "wlan.rsn.capabilities.preauth", U16, 0x1, FLAG, NULL, "RSN Pre-Auth capabilities", \
      "Set: one can prove who one is before one moves here.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_NO_PAIRWISE, "wlan.rsn.capabilities.no_pairwise", U16, 0x2, FLAG, NULL, "RSN No Pairwise capabilities", \
      "Set: an old default key can't be used at the same time.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_PTK, "wlan.rsn.capabilities.ptksa_replay_counter", U16, 0xc, HEX, NULL, \
      "RSN PTKSA Replay Counter capabilities", "How many counters keep old frames from being played again.", \
      "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_GTK, "wlan.rsn.capabilities.gtksa_replay_counter", U16, 0x30, HEX, NULL, \
      "RSN GTKSA Replay Counter capabilities", "The same for broadcasts.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_MFPR, "wlan.rsn.capabilities.mfpr", U16, 0x40, FLAG, NULL, "Management Frame Protection Required", \
      "Set: nobody may send others away with forged frames: protection is demanded.", "IEEE 802.11 §9.4.2.24", \
      WT_LE) \
    F(RSN_MFPC, "wlan.rsn.capabilities.mfpc", U16, 0x80, FLAG, NULL, "Management Frame Protection Capable", \
      "Set: that protection is offered.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_JMR, "wlan.rsn.capabilities.jmr", U16, 0x100, FLAG, NULL, "Joint Multi-band RSNA", \
      "Set: agrees on keys for several bands at once.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_PEERKEY, "wlan.rsn.capabilities.peerkey", U16, 0x200, FLAG, NULL, "PeerKey Enabled", \
      "Set: two stations may have a key of their own.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(RSN_EXT_KEY, "wlan.rsn.capabilities.extended_key_id_iaf", U16, 0x2000, FLAG, NULL, \
      "Extended Key ID for Individually Addressed Frames", "Set: keys can be changed without a gap.", \
      "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(PMKID_COUNT, "wlan.rsn.pmkid.count", U16, 0, DEC, NULL, "PMKID Count", \
      "How many keys of earlier visits are named.", "IEEE 802.11 §9.4.2.24", WT_LE) \
    F(PMKID_LIST, "wlan.rsn.pmkid.list", NONE, 0, DEC, NULL, "PMKID List", "These keys.", "IEEE 802.11 §9.4.2.24", 0) \
    F(PMKID, "wlan.rsn.pmkid", BYTES, 0, DEC, NULL, "PMKID", "A key that both have from an earlier visit.", \
      "IEEE 802.11 §9.4.2.24", WT_OURS) \
    F(GMCS, "wlan.rsn.gmcs", U32, 0, HEX, &wt_wlan_suites, "Group Management Cipher Suite", \
      "How management broadcasts are protected.", "IEEE 802.11 §9.4.2.24", 0) \
    F(GMCS_TYPE, "wlan.rsn.gmcs.type", U8, 0, DEC, &wt_wlan_cipher_types, "Group Management Cipher Suite type", \
      "The same as a number of its organization.", "IEEE 802.11 §9.4.2.24", 0) \
    F(VENDOR_OUI, "wlan.tag.oui", U24, 0, HEX, &wt_wlan_vendors, "OUI", "Whose piece this is.", \
      "IEEE 802.11 §9.4.2.25", 0) \
    F(VENDOR_TYPE, "wlan.tag.vendor.oui.type", U8, 0, DEC, NULL, "Vendor Specific OUI Type", "Which of its pieces.", \
      "IEEE 802.11 §9.4.2.25", 0) \
    F(VENDOR_DATA, "wlan.tag.vendor.data", BYTES, 0, DEC, NULL, "Vendor Specific Data", \
      "What only that vendor can read.", "IEEE 802.11 §9.4.2.25", 0) \
    F(ALLIANCE_DATA, "wlan.wfa.data", BYTES, 0, DEC, NULL, "Wi-Fi Alliance Data", \
      "What a rule of the Wi-Fi Alliance needs that is not taken apart here.", "IEEE 802.11 §9.4.2.25", WT_OURS) \
    F(ATH_TYPE, "wlan.atheros.ie.type", U8, 0, HEX, NULL, "Type", "Which of the vendor's pieces.", \
      "Atheros Super G", 0) \
    F(ATH_SUBTYPE, "wlan.atheros.ie.subtype", U8, 0, HEX, NULL, "Subtype", "Always 1.", "Atheros Super G", 0) \
    F(ATH_VERSION, "wlan.atheros.ie.version", U8, 0, HEX, NULL, "Version", "Always 0.", "Atheros Super G", 0) \
    F(ATH_CAP, "wlan.atheros.ie.advcap.cap", U8, 0, HEX, NULL, "Capabilities", \
      "What the card can do beyond the standard.", "Atheros Super G", 0) \
    F(ATH_TURBO, "wlan.ie.atheros.capabilities.turbop", U8, 0x1, FLAG, NULL, "Turbo Prime", \
      "Set: two channels as one, long before the standard knew it.", "Atheros Super G", 0) \
    F(ATH_COMP, "wlan.ie.atheros.capabilities.comp", U8, 0x2, FLAG, NULL, "Compression", "Set: compresses.", \
      "Atheros Super G", 0) \
    F(ATH_FF, "wlan.ie.atheros.capabilities.ff", U8, 0x4, FLAG, NULL, "Fast Frames", \
      "Set: puts two packets into a frame.", "Atheros Super G", 0) \
    F(ATH_XR, "wlan.ie.atheros.capabilities.xr", U8, 0x8, FLAG, NULL, "eXtended Range", \
      "Set: reaches further, slowly.", "Atheros Super G", 0) \
    F(ATH_AR, "wlan.ie.atheros.capabilities.ar", U8, 0x10, FLAG, NULL, "Advanced Radar", \
      "Set: makes way for radar.", "Atheros Super G", 0) \
    F(ATH_BURST, "wlan.ie.atheros.capabilities.burst", U8, 0x20, FLAG, NULL, "Burst", \
      "Set: sends several frames in a row.", "Atheros Super G", 0) \
    F(ATH_WME, "wlan.ie.atheros.capabilities.wme", U8, 0x40, FLAG, NULL, "CWMin tuning", \
      "Set: changes how long it waits before it sends.", "Atheros Super G", 0) \
    F(ATH_BOOST, "wlan.ie.atheros.capabilities.boost", U8, 0x80, FLAG, NULL, "Boost", "Set: sends with more power.", \
      "Atheros Super G", 0) \
    F(ATH_KEY, "wlan.atheros.ie.advcap.defkey", U16, 0, HEX, NULL, "Default key index", \
      "Which key it encrypts with by default.", "Atheros Super G", WT_LE) \
    F(ATH_INFO, "wlan.atheros.ie.xr.info", U8, 0, HEX, NULL, "Info", "About reaching further.", "Atheros Super G", 0) \
    F(ATH_BASE, "wlan.atheros.ie.xr.base_bssid", ETHER, 0, DEC, NULL, "Base BSS Id", \
      "The access point for near stations.", "Atheros Super G", 0) \
    F(ATH_FAR, "wlan.atheros.ie.xr.xr_bssid", ETHER, 0, DEC, NULL, "XR BSS Id", "The access point for far ones.", \
      "Atheros Super G", 0) \
    F(ATH_BEACON, "wlan.atheros.ie.xr.xr_beacon", U16, 0, DEC, NULL, "XR Beacon Interval", \
      "How often its beacons come, in units of 1.024 ms.", "Atheros Super G", WT_LE) \
    F(ATH_BASE_CAP, "wlan.atheros.ie.xr.base_cap", U8, 0, HEX, NULL, "Base capabilities", \
      "What the one for near stations can do.", "Atheros Super G", 0) \
    F(ATH_FAR_CAP, "wlan.atheros.ie.xr.xr_cap", U8, 0, HEX, NULL, "XR capabilities", \
      "What the one for far ones can do.", "Atheros Super G", 0) \
    F(ATH_DATA, "wlan.atheros.data", BYTES, 0, DEC, NULL, "Atheros IE data", "Something else.", "Atheros Super G", 0) \
    F(WFA_TYPE, "wlan.wfa.ie.type", U8, 0, HEX, &wt_wlan_wfa, "Type", "Which of the Wi-Fi Alliance's early pieces.", \
      "Wi-Fi Alliance WPA §2.1", 0) \
    F(WPA_VERSION, "wlan.wfa.ie.wpa.version", U16, 0, DEC, NULL, "WPA Version", "Always 1.", \
      "Wi-Fi Alliance WPA §2.1", WT_LE) \
    F(WPA_MCS, "wlan.wfa.ie.wpa.mcs", U32, 0, HEX, &wt_wlan_suites, "Multicast Cipher Suite", \
      "How broadcasts are encrypted.", "Wi-Fi Alliance WPA §2.1", 0) \
    F(WPA_MCS_TYPE, "wlan.wfa.ie.wpa.mcs.type", U8, 0, DEC, &wt_wlan_cipher_types, "Multicast Cipher Suite type", \
      "The same as a number of its organization.", "Wi-Fi Alliance WPA §2.1", 0) \
    F(WPA_UCS_COUNT, "wlan.wfa.ie.wpa.ucs.count", U16, 0, DEC, NULL, "Unicast Cipher Suite Count", \
      "How many ways there are to encrypt the rest.", "Wi-Fi Alliance WPA §2.1", WT_LE) \
    F(WPA_UCS_LIST, "wlan.wfa.ie.wpa.ucs.list", NONE, 0, DEC, NULL, "Unicast Cipher Suite List", "These ways.", \
      "Wi-Fi Alliance WPA §2.1", 0) \
    F(WPA_UCS, "wlan.wfa.ie.wpa.ucs", U32, 0, HEX, &wt_wlan_suites, "Unicast Cipher Suite", \
      "A way to encrypt what is for one station.", "Wi-Fi Alliance WPA §2.1", WT_STORY) \
    F(WPA_UCS_TYPE, "wlan.wfa.ie.wpa.ucs.type", U8, 0, DEC, &wt_wlan_cipher_types, "Unicast Cipher Suite type", \
      "The same as a number of its organization.", "Wi-Fi Alliance WPA §2.1", 0) \
    F(WPA_AKM_COUNT, "wlan.wfa.ie.wpa.akms.count", U16, 0, DEC, NULL, "AKM Suite Count", \
      "How many ways there are to prove who one is.", "Wi-Fi Alliance WPA §2.1", WT_LE) \
    F(WPA_AKM_LIST, "wlan.wfa.ie.wpa.akms.list", NONE, 0, DEC, NULL, "AKM List", "These ways.", \
      "Wi-Fi Alliance WPA §2.1", 0) \
    F(WPA_AKM, "wlan.wfa.ie.wpa.akms", U32, 0, HEX, &wt_wlan_akms, "AKM Suite", \
      "A way to prove who one is, and to agree on keys.", "Wi-Fi Alliance WPA §2.1", WT_STORY) \
    F(WPA_AKM_TYPE, "wlan.wfa.ie.wpa.type", U8, 0, DEC, &wt_wlan_akm_types, "AKM type", \
      "The same as a number of its organization.", "Wi-Fi Alliance WPA §2.1", 0) \
    F(WME_SUBTYPE, "wlan.wfa.ie.wme.subtype", U8, 0, DEC, &wt_wlan_wme, "WME Subtype", \
      "Whether only a few words follow, or all the rules.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_VERSION, "wlan.wfa.ie.wme.version", U8, 0, DEC, NULL, "WME Version", "Always 1.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_QOS, "wlan.wfa.ie.wme.qos_info", U8, 0, HEX, NULL, "WME QoS Info", "How sleepers get what is urgent.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_APSD, "wlan.wfa.ie.wme.qos_info.ap.u_apsd", U8, 0x80, FLAG, NULL, "U-APSD", \
      "Set: gives out what waits whenever a sleeper sends something.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_COUNT, "wlan.wfa.ie.wme.qos_info.ap.parameter_set_count", U8, 0xf, HEX, NULL, "Parameter Set Count", \
      "Goes up when the rules change.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_AP_RESERVED, "wlan.wfa.ie.wme.qos_info.ap.reserved", U8, 0x70, HEX, NULL, "Reserved", "Zero.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_SP, "wlan.wfa.ie.wme.qos_info.sta.max_sp_length", U8, 0x60, HEX, NULL, "Max SP Length", \
      "How many frames it takes each time it wakes.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_BE, "wlan.wfa.ie.wme.qos_info.sta.ac_be", U8, 0x8, FLAG, NULL, "AC_BE", \
      "Set: what is ordinary is given out when the sleeper asks.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_BK, "wlan.wfa.ie.wme.qos_info.sta.ac_bk", U8, 0x4, FLAG, NULL, "AC_BK", "Set: so is what can wait.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_VI, "wlan.wfa.ie.wme.qos_info.sta.ac_vi", U8, 0x2, FLAG, NULL, "AC_VI", "Set: so are pictures.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_VO, "wlan.wfa.ie.wme.qos_info.sta.ac_vo", U8, 0x1, FLAG, NULL, "AC_VO", "Set: so is speech.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_STA_RESERVED, "wlan.wfa.ie.wme.qos_info.sta.reserved", U8, 0x90, HEX, NULL, "Reserved", "Zero.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(WME_RESERVED, "wlan.wfa.ie.wme.reserved", BYTES, 0, DEC, NULL, "Reserved", "Zero.", "Wi-Fi Alliance WMM §2.2", \
      0) \
    F(ACP, "wlan.wfa.ie.wme.acp", NONE, 0, DEC, NULL, "Ac Parameters", \
      "How hard one may try to send frames of one kind.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_FIELD, "wlan.wfa.ie.wme.acp.aci_aifsn", U8, 0, HEX, NULL, "ACI / AIFSN Field", \
      "Which kind, and how long to wait first.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_AIFSN, "wlan.wfa.ie.wme.acp.aifsn", U8, 0xf, DEC, NULL, "AIFSN", "How many slots to wait before trying.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_ACM, "wlan.wfa.ie.wme.acp.acm", U8, 0x10, FLAG, NULL, "Admission Control Mandatory", "Set: ask before.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_ACI, "wlan.wfa.ie.wme.acp.aci", U8, 0x60, DEC, &wt_wlan_kinds_of_traffic, "ACI", "Which kind of frames.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_RESERVED, "wlan.wfa.ie.wme.acp.reserved", U8, 0x80, DEC, NULL, "Reserved", "Zero.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_ECW, "wlan.wfa.ie.wme.acp.ecw", U8, 0, HEX, NULL, "ECW", \
      "Among how many slots to choose, as powers of two.", "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_ECW_MAX, "wlan.wfa.ie.wme.acp.ecw.max", U8, 0xf0, DEC, NULL, "ECW Max", "At most, after many failures.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_ECW_MIN, "wlan.wfa.ie.wme.acp.ecw.min", U8, 0xf, DEC, NULL, "ECW Min", "At first.", \
      "Wi-Fi Alliance WMM §2.2", 0) \
    F(ACP_CW_MAX, "wlan.wfa.ie.wme.acp.cw.max", U16, 0, DEC, NULL, "CW Max", "At most, worked out.", \
      "Wi-Fi Alliance WMM §2.2", WT_LE) \
    F(ACP_CW_MIN, "wlan.wfa.ie.wme.acp.cw.min", U16, 0, DEC, NULL, "CW Min", "At first, worked out.", \
      "Wi-Fi Alliance WMM §2.2", WT_LE) \
    F(ACP_TXOP, "wlan.wfa.ie.wme.acp.txop_limit", U16, 0, DEC, NULL, "TXOP Limit", \
      "How long one may send then, in units of 32 microseconds; 0: one frame.", "Wi-Fi Alliance WMM §2.2", WT_LE)

#define WT_WLAN_HT(F) \
    F(HT, "wlan.ht.capabilities", U16, 0, HEX, NULL, "HT Capabilities Info", \
      "What the sender knows of high throughput: Wi-Fi 4.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_LDPC, "wlan.ht.capabilities.ldpccoding", U16, 0x1, FLAG, NULL, "HT LDPC coding capability", \
      "Set: knows a stronger way to correct errors.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_WIDTH, "wlan.ht.capabilities.width", U16, 0x2, FLAG, NULL, "HT Support channel width", \
      "Set: can use two channels as one.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_SM, "wlan.ht.capabilities.sm", U16, 0xc, HEX, NULL, "HT SM Power Save", \
      "How it saves power with several antennas; 3: not at all.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_GREEN, "wlan.ht.capabilities.green", U16, 0x10, FLAG, NULL, "HT Green Field", \
      "Set: can leave out what older stations need to understand.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_SHORT20, "wlan.ht.capabilities.short20", U16, 0x20, FLAG, NULL, "HT Short GI for 20MHz", \
      "Set: needs only short pauses between signs.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_SHORT40, "wlan.ht.capabilities.short40", U16, 0x40, FLAG, NULL, "HT Short GI for 40MHz", \
      "Set: so it does with two channels.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_TXSTBC, "wlan.ht.capabilities.txstbc", U16, 0x80, FLAG, NULL, "HT Tx STBC", \
      "Set: can send the same over several antennas, for safety.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_RXSTBC, "wlan.ht.capabilities.rxstbc", U16, 0x300, HEX, NULL, "HT Rx STBC", \
      "From how many antennas it can put such together.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_DELAYED, "wlan.ht.capabilities.delayedblockack", U16, 0x400, FLAG, NULL, "HT Delayed Block ACK", \
      "Set: can acknowledge many frames later.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_AMSDU, "wlan.ht.capabilities.amsdu", U16, 0x800, FLAG, NULL, "HT Max A-MSDU length", \
      "Set: takes 7,935 bytes of packets in one frame, else 3,839.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_DSSS, "wlan.ht.capabilities.dsscck", U16, 0x1000, FLAG, NULL, "HT DSSS/CCK mode in 40MHz", \
      "Set: sends in the oldest way even with two channels.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_PSMP, "wlan.ht.capabilities.psmp", U16, 0x2000, FLAG, NULL, "HT PSMP Support", \
      "Set: takes turns by a timetable.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_INTOLERANT, "wlan.ht.capabilities.40mhzintolerant", U16, 0x4000, FLAG, NULL, "HT Forty MHz Intolerant", \
      "Set: nobody here may use two channels.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HT_LSIG, "wlan.ht.capabilities.lsig", U16, 0x8000, FLAG, NULL, "HT L-SIG TXOP Protection support", \
      "Set: keeps older stations quiet by a trick of the lead-in.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(AMPDU, "wlan.ht.ampduparam", U8, 0, HEX, NULL, "A-MPDU Parameters", "How many frames at once it takes.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(AMPDU_MAX, "wlan.ht.ampduparam.maxlength", U8, 0x3, HEX, NULL, "Maximum Rx A-MPDU Length", \
      "At most 8, 16, 32 or 64 KiB.", "IEEE 802.11 §9.4.2.55", 0) \
    F(AMPDU_DENSITY, "wlan.ht.ampduparam.mpdudensity", U8, 0x1c, HEX, NULL, "MPDU Density", \
      "How much time has to pass between their beginnings.", "IEEE 802.11 §9.4.2.55", 0) \
    F(AMPDU_RESERVED, "wlan.ht.ampduparam.reserved", U8, 0xe0, HEX, NULL, "Reserved", "Zero.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(MCS, "wlan.ht.mcsset", NONE, 0, DEC, NULL, "Rx Supported Modulation and Coding Scheme Set", \
      "The speeds that it can receive.", "IEEE 802.11 §9.4.2.55", 0) \
    F(MCS_RX, "wlan.ht.mcsset.rxbitmask", NONE, 0, DEC, NULL, \
      "Rx Modulation and Coding Scheme (One bit per modulation)", "A bit for each of them.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(MCS_0, "wlan.ht.mcsset.rxbitmask.0to7", U32, 0xff, HEX, NULL, "Rx Bitmask Bits 0-7", "Those with one stream.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_8, "wlan.ht.mcsset.rxbitmask.8to15", U32, 0xff00, HEX, NULL, "Rx Bitmask Bits 8-15", \
      "Those with two streams.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_16, "wlan.ht.mcsset.rxbitmask.16to23", U32, 0xff0000, HEX, NULL, "Rx Bitmask Bits 16-23", \
      "Those with three streams.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_24, "wlan.ht.mcsset.rxbitmask.24to31", U32, 0xff000000, HEX, NULL, "Rx Bitmask Bits 24-31", \
      "Those with four streams.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_32, "wlan.ht.mcsset.rxbitmask.32", U32, 0x1, HEX, NULL, "Rx Bitmask Bit 32", \
      "The one that sends the same twice.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_33, "wlan.ht.mcsset.rxbitmask.33to38", U32, 0x7e, HEX, NULL, "Rx Bitmask Bits 33-38", \
      "Those whose streams differ in speed: two of them.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_39, "wlan.ht.mcsset.rxbitmask.39to52", U32, 0x1fff80, HEX, NULL, "Rx Bitmask Bits 39-52", \
      "Three of them.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_53, "wlan.ht.mcsset.rxbitmask.53to76", U32, 0x1fffffe0, HEX, NULL, "Rx Bitmask Bits 53-76", \
      "Four of them.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_HIGHEST, "wlan.ht.mcsset.highestdatarate", U16, 0x3ff, HEX, NULL, "Highest Supported Data Rate", \
      "The fastest, in Mbit/s; 0: not said.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(MCS_TX, "wlan.ht.mcsset.txsetdefined", U8, 0x1, FLAG, NULL, "Tx Supported MCS Set", \
      "Set: it is told what it can send, too.", "IEEE 802.11 §9.4.2.55", 0) \
    F(MCS_TXRX, "wlan.ht.mcsset.txrxmcsnotequal", U8, 0x2, FLAG, NULL, "Tx and Rx MCS Set", \
      "Set: that is not the same.", "IEEE 802.11 §9.4.2.55", 0) \
    F(MCS_TXSS, "wlan.ht.mcsset.txmaxss", U8, 0xc, HEX, NULL, "Maximum Number of Tx Spatial Streams Supported", \
      "With how many streams it sends, less one.", "IEEE 802.11 §9.4.2.55", 0) \
    F(MCS_UNEQUAL, "wlan.ht.mcsset.txunequalmod", U8, 0x10, FLAG, NULL, "Unequal Modulation", \
      "Set: these may differ in speed.", "IEEE 802.11 §9.4.2.55", 0) \
    F(HTEX, "wlan.htex.capabilities", U16, 0, HEX, NULL, "HT Extended Capabilities", "More of high throughput.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HTEX_PCO, "wlan.htex.capabilities.pco", U16, 0x1, FLAG, NULL, "Transmitter supports PCO", \
      "Set: can change between one channel and two in turns.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HTEX_TIME, "wlan.htex.capabilities.transtime", U16, 0x6, HEX, NULL, \
      "Time needed to transition between 20MHz and 40MHz", "How long that takes.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HTEX_MCS, "wlan.htex.capabilities.mcs", U16, 0x300, HEX, NULL, "MCS Feedback capability", \
      "Whether it tells others which speed would be good.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HTEX_HTC, "wlan.htex.capabilities.htc", U16, 0x400, FLAG, NULL, "High Throughput", \
      "Set: knows the field for high throughput in frames.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(HTEX_RD, "wlan.htex.capabilities.rdresponder", U16, 0x800, FLAG, NULL, "Reverse Direction Responder", \
      "Set: answers within the time that another one has won.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF, "wlan.txbf", U32, 0, HEX, NULL, "Transmit Beam Forming (TxBF) Capabilities", \
      "How it points its antennas at the receiver.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_TX, "wlan.txbf.txbf", U32, 0x1, FLAG, NULL, "Transmit Beamforming", \
      "Set: can receive what was pointed at it.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_RXSS, "wlan.txbf.rxss", U32, 0x2, FLAG, NULL, "Receive Staggered Sounding", \
      "Set: understands measuring signals sent one by one.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_TXSS, "wlan.txbf.txss", U32, 0x4, FLAG, NULL, "Transmit Staggered Sounding", "Set: sends these.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_RXNDP, "wlan.txbf.rxndp", U32, 0x8, FLAG, NULL, "Receive Null Data packet (NDP)", \
      "Set: understands measuring signals without data.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_TXNDP, "wlan.txbf.txndp", U32, 0x10, FLAG, NULL, "Transmit Null Data packet (NDP)", "Set: sends these.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_IMPLICIT, "wlan.txbf.impltxbf", U32, 0x20, FLAG, NULL, "Implicit TxBF capable", \
      "Set: can point by what it hears itself.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_CALIBRATION, "wlan.txbf.calibration", U32, 0xc0, HEX, NULL, "Calibration", \
      "Whether it takes part in adjusting both directions.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_CSI, "wlan.txbf.csi", U32, 0x100, FLAG, NULL, "STA can apply TxBF using CSI explicit feedback", \
      "Set: can point by raw measurements from the receiver.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_FMU, "wlan.txbf.fm.uncompressed.tbf", U32, 0x200, FLAG, NULL, \
      "STA can apply TxBF using uncompressed beamforming feedback matrix", "Set: by what the receiver worked out.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_FMC, "wlan.txbf.fm.compressed.tbf", U32, 0x400, FLAG, NULL, \
      "STA can apply TxBF using compressed beamforming feedback matrix", "Set: by the same made shorter.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_RCSI, "wlan.txbf.rcsi", U32, 0x1800, HEX, NULL, "Receiver can return explicit CSI feedback", \
      "When it gives raw measurements to others.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_RFMU, "wlan.txbf.fm.uncompressed.rbf", U32, 0x6000, HEX, NULL, \
      "Receiver can return explicit uncompressed Beamforming Feedback Matrix", "When it gives what it worked out.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_RFMC, "wlan.txbf.fm.compressed.bf", U32, 0x18000, HEX, NULL, \
      "STA can compress and use compressed Beamforming Feedback Matrix", "When it gives the same made shorter.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_GROUP, "wlan.txbf.mingroup", U32, 0x60000, HEX, NULL, \
      "Minimal grouping used for explicit feedback reports", "How many neighbouring frequencies it puts together.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_CSIN, "wlan.txbf.csinumant", U32, 0x180000, HEX, NULL, \
      "Max antennae STA can support when CSI feedback required", \
      "For how many antennas it can give measurements, less one.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_FMUN, "wlan.txbf.fm.uncompressed.maxant", U32, 0x600000, HEX, NULL, \
      "Max antennae STA can support when uncompressed Beamforming feedback required", \
      "For how many it can work them out, less one.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_FMCN, "wlan.txbf.fm.compressed.maxant", U32, 0x1800000, HEX, NULL, \
      "Max antennae STA can support when compressed Beamforming feedback required", \
      "For how many it can make them shorter, less one.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_ROWS, "wlan.txbf.csi.maxrows", U32, 0x6000000, HEX, NULL, \
      "Maximum number of rows of CSI explicit feedback", "How many rows of measurements it takes, less one.", \
      "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_EST, "wlan.txbf.channelest", U32, 0x18000000, HEX, NULL, \
      "Maximum number of space time streams for which channel dimensions can be simultaneously estimated", \
      "How many streams it can measure at once, less one.", "IEEE 802.11 §9.4.2.55", WT_LE) \
    F(TXBF_RESERVED, "wlan.txbf.reserved", U32, 0xe0000000, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.55", \
      WT_LE) \
    F(ASEL, "wlan.asel", U8, 0, HEX, NULL, "Antenna Selection (ASEL) Capabilities", \
      "Whether it chooses among its antennas.", "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_CAN, "wlan.asel.capable", U8, 0x1, FLAG, NULL, "Antenna Selection Capable", "Set: it does.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_TXCSI, "wlan.asel.txcsi", U8, 0x2, FLAG, NULL, "Explicit CSI Feedback Based Tx ASEL", \
      "Set: by measurements from the receiver.", "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_TXIF, "wlan.asel.txif", U8, 0x4, FLAG, NULL, "Antenna Indices Feedback Based Tx ASEL", \
      "Set: by the receiver's choice.", "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_CSI, "wlan.asel.csi", U8, 0x8, FLAG, NULL, "Explicit CSI Feedback", "Set: gives others measurements.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_IF, "wlan.asel.if", U8, 0x10, FLAG, NULL, "Antenna Indices Feedback", "Set: tells others its choice.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_RX, "wlan.asel.rx", U8, 0x20, FLAG, NULL, "Rx ASEL", "Set: chooses for receiving.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_SOUND, "wlan.asel.sppdu", U8, 0x40, FLAG, NULL, "Tx Sounding PPDUs", "Set: sends measuring signals.", \
      "IEEE 802.11 §9.4.2.55", 0) \
    F(ASEL_RESERVED, "wlan.asel.reserved", U8, 0x80, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.55", 0) \
    F(HTI_CHANNEL, "wlan.ht.info.primarychannel", U8, 0, DEC, NULL, "Primary Channel", \
      "The channel that everybody listens to.", "IEEE 802.11 §9.4.2.56", 0) \
    F(HTI1, "wlan.ht.info.delim1", U8, 0, HEX, NULL, "HT Information Subset (1 of 3)", "How the channels are used.", \
      "IEEE 802.11 §9.4.2.56", 0) \
    F(HTI_SECOND, "wlan.ht.info.secchanoffset", U8, 0x3, HEX, NULL, "Secondary channel offset", \
      "Where the second channel lies: 1 above, 3 below, 0 there is none.", "IEEE 802.11 §9.4.2.56", 0) \
    F(HTI_WIDTH, "wlan.ht.info.chanwidth", U8, 0x4, FLAG, NULL, "Supported channel width", \
      "Set: two channels may be used as one.", "IEEE 802.11 §9.4.2.56", 0) \
    F(HTI_RIFS, "wlan.ht.info.rifs", U8, 0x8, FLAG, NULL, "Reduced Interframe Spacing (RIFS)", \
      "Set: very short gaps between frames are allowed.", "IEEE 802.11 §9.4.2.56", 0) \
    F(HTI_R1, "wlan.ht.info.reserved_b4_b7", U8, 0xf0, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.56", 0) \
    F(HTI2, "wlan.ht.info.delim2", U16, 0, HEX, NULL, "HT Information Subset (2 of 3)", \
      "How older stations are minded.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_PROTECT, "wlan.ht.info.ht_protection", U16, 0x3, HEX, NULL, "HT Protection", \
      "Who else is there: 0 nobody older, 3 some are members.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_GREEN, "wlan.ht.info.greenfield", U16, 0x4, FLAG, NULL, "Non-greenfield STAs present", \
      "Set: some members need the long beginning.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_R2, "wlan.ht.info.reserved_b11", U16, 0x8, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_OBSS, "wlan.ht.info.obssnonht", U16, 0x10, FLAG, NULL, "OBSS non-HT STAs present", \
      "Set: older stations of other networks are near.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_CENTER, "wlan.ht.info.chan_center_freq_seg_2", U16, 0x1fe0, DEC, NULL, \
      "Channel Center Frequency Segment 2", "Where a second part of the band lies.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_R3, "wlan.ht.info.reserved_b21_b23", U16, 0xe000, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.56", \
      WT_LE) \
    F(HTI3, "wlan.ht.info.delim3", U16, 0, HEX, NULL, "HT Information Subset (3 of 3)", "More of it.", \
      "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_R4, "wlan.ht.info.reserved_b24_b29", U16, 0x3f, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.56", \
      WT_LE) \
    F(HTI_DUAL, "wlan.ht.info.dualbeacon", U16, 0x40, FLAG, NULL, "Dual beacon", \
      "Set: beacons are sent in two ways.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_CTS, "wlan.ht.info.dualcts", U16, 0x80, FLAG, NULL, "Dual Clear To Send (CTS) protection", \
      "Set: so is the permission to send.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_BEACON, "wlan.ht.info.secondarybeacon", U16, 0x100, FLAG, NULL, "Beacon ID", \
      "Set: this is the second kind of beacon.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_LSIG, "wlan.ht.info.lsigprotsupport", U16, 0x200, FLAG, NULL, "L-SIG TXOP Protection Full Support", \
      "Set: all members know the trick of the lead-in.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_PCO, "wlan.ht.info.pco.active", U16, 0x400, FLAG, NULL, "Phased Coexistence Operation (PCO)", \
      "Set: one channel and two are used in turns.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_PHASE, "wlan.ht.info.pco.phase", U16, 0x800, FLAG, NULL, "Phased Coexistence Operation (PCO) Phase", \
      "Set: now two.", "IEEE 802.11 §9.4.2.56", WT_LE) \
    F(HTI_R5, "wlan.ht.info.reserved_b36_b39", U16, 0xf000, HEX, NULL, "Reserved", "Zero.", "IEEE 802.11 §9.4.2.56", \
      WT_LE)

#define WT_WLAN_VHT(F) \
    F(VHT, "wlan.vht.capabilities", U32, 0, HEX, NULL, "VHT Capabilities Info", \
      "What the sender knows of very high throughput: Wi-Fi 5.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_MPDU, "wlan.vht.capabilities.maxmpdulength", U32, 0x3, HEX, NULL, "Maximum MPDU Length", \
      "The longest frame: 3,895, 7,991 or 11,454 bytes.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_WIDTH, "wlan.vht.capabilities.supportedchanwidthset", U32, 0xc, HEX, NULL, "Supported Channel Width Set", \
      "Whether it can use eight channels as one.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_LDPC, "wlan.vht.capabilities.rxldpc", U32, 0x10, FLAG, NULL, "Rx LDPC", \
      "Set: knows a stronger way to correct errors.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_SHORT80, "wlan.vht.capabilities.short80", U32, 0x20, FLAG, NULL, "Short GI for 80MHz/TVHT_MODE_4C", \
      "Set: needs only short pauses with four channels.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_SHORT160, "wlan.vht.capabilities.short160", U32, 0x40, FLAG, NULL, "Short GI for 160MHz and 80+80MHz", \
      "Set: and with eight.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_TXSTBC, "wlan.vht.capabilities.txstbc", U32, 0x80, FLAG, NULL, "Tx STBC", \
      "Set: can send the same over several antennas, for safety.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_RXSTBC, "wlan.vht.capabilities.rxstbc", U32, 0x700, HEX, NULL, "Rx STBC", \
      "How many such streams it can receive.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_SUBF, "wlan.vht.capabilities.subeamformer", U32, 0x800, FLAG, NULL, "SU Beamformer Capable", \
      "Set: points its antennas at one receiver.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_SUBE, "wlan.vht.capabilities.subeamformee", U32, 0x1000, FLAG, NULL, "SU Beamformee Capable", \
      "Set: helps others to point at it.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_STS, "wlan.vht.capabilities.beamformee_sts_cap", U32, 0xe000, HEX, NULL, "Beamformee STS Capability", \
      "How many streams it can measure for that, less one.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_SOUND, "wlan.vht.capabilities.soundingdimensions", U32, 0x70000, HEX, NULL, \
      "Number of Sounding Dimensions", "With how many antennas it measures, less one.", "IEEE 802.11 §9.4.2.157", \
      WT_LE) \
    F(VHT_MUBF, "wlan.vht.capabilities.mubeamformer", U32, 0x80000, FLAG, NULL, "MU Beamformer Capable", \
      "Set: points at several receivers at once.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_MUBE, "wlan.vht.capabilities.mubeamformee", U32, 0x100000, FLAG, NULL, "MU Beamformee Capable", \
      "Set: can be one of several.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_TXOP, "wlan.vht.capabilities.vhttxopps", U32, 0x200000, FLAG, NULL, "TXOP PS", \
      "Set: sleeps while the time belongs to others.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_HTC, "wlan.vht.capabilities.vhthtc", U32, 0x400000, FLAG, NULL, "+HTC-VHT Capable", \
      "Set: knows the field for very high throughput in frames.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_AMPDU, "wlan.vht.capabilities.maxampdu", U32, 0x3800000, HEX, NULL, "Max A-MPDU Length Exponent", \
      "How much at once it takes, as a power of two.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_ADAPT, "wlan.vht.capabilities.linkadapt", U32, 0xc000000, HEX, NULL, "VHT Link Adaptation", \
      "Whether it tells others which speed would be good.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_RXPAT, "wlan.vht.capabilities.rxpatconsist", U32, 0x10000000, FLAG, NULL, \
      "Rx Antenna Pattern Consistency", "Set: does not change its antennas while it receives.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_TXPAT, "wlan.vht.capabilities.txpatconsist", U32, 0x20000000, FLAG, NULL, \
      "Tx Antenna Pattern Consistency", "Set: nor while it sends.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VHT_NSS, "wlan.vht.capabilities.ext_nss_bw_support", U32, 0xc0000000, HEX, NULL, "Extended NSS BW Support", \
      "Fewer streams with wider channels.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VMCS, "wlan.vht.mcsset", NONE, 0, DEC, NULL, "VHT Supported MCS Set", \
      "The speeds that it can receive and send, for each number of streams.", "IEEE 802.11 §9.4.2.157", 0) \
    F(VRX, "wlan.vht.mcsset.rxmcsmap", U16, 0, HEX, NULL, "Rx MCS Map", \
      "What it can receive: 2 is the fastest way, 3 means not at all.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX1, "wlan.vht.mcsset.rxmcsmap.ss1", U16, 0x3, HEX, NULL, "Rx 1 SS", "With one stream.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX2, "wlan.vht.mcsset.rxmcsmap.ss2", U16, 0xc, HEX, NULL, "Rx 2 SS", "With two streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX3, "wlan.vht.mcsset.rxmcsmap.ss3", U16, 0x30, HEX, NULL, "Rx 3 SS", "With three streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX4, "wlan.vht.mcsset.rxmcsmap.ss4", U16, 0xc0, HEX, NULL, "Rx 4 SS", "With four streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX5, "wlan.vht.mcsset.rxmcsmap.ss5", U16, 0x300, HEX, NULL, "Rx 5 SS", "With five streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX6, "wlan.vht.mcsset.rxmcsmap.ss6", U16, 0xc00, HEX, NULL, "Rx 6 SS", "With six streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX7, "wlan.vht.mcsset.rxmcsmap.ss7", U16, 0x3000, HEX, NULL, "Rx 7 SS", "With seven streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX8, "wlan.vht.mcsset.rxmcsmap.ss8", U16, 0xc000, HEX, NULL, "Rx 8 SS", "With eight streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX_RATE, "wlan.vht.mcsset.rxhighestlonggirate", U16, 0x1fff, HEX, NULL, \
      "Rx Highest Long GI Data Rate (in Mb/s, 0 = subfield not in use)", "The fastest, in Mbit/s; 0: not said.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VRX_NSTS, "wlan.vht.mcsset.max_nsts_total", U16, 0xe000, DEC, NULL, "MaX NSTS Total", \
      "How many streams for several receivers it can tell apart.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX, "wlan.vht.mcsset.txmcsmap", U16, 0, HEX, NULL, "Tx MCS Map", \
      "What it can send: 2 is the fastest way, 3 means not at all.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX1, "wlan.vht.mcsset.txmcsmap.ss1", U16, 0x3, HEX, NULL, "Tx 1 SS", "With one stream.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX2, "wlan.vht.mcsset.txmcsmap.ss2", U16, 0xc, HEX, NULL, "Tx 2 SS", "With two streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX3, "wlan.vht.mcsset.txmcsmap.ss3", U16, 0x30, HEX, NULL, "Tx 3 SS", "With three streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX4, "wlan.vht.mcsset.txmcsmap.ss4", U16, 0xc0, HEX, NULL, "Tx 4 SS", "With four streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX5, "wlan.vht.mcsset.txmcsmap.ss5", U16, 0x300, HEX, NULL, "Tx 5 SS", "With five streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX6, "wlan.vht.mcsset.txmcsmap.ss6", U16, 0xc00, HEX, NULL, "Tx 6 SS", "With six streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX7, "wlan.vht.mcsset.txmcsmap.ss7", U16, 0x3000, HEX, NULL, "Tx 7 SS", "With seven streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX8, "wlan.vht.mcsset.txmcsmap.ss8", U16, 0xc000, HEX, NULL, "Tx 8 SS", "With eight streams.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX_RATE, "wlan.vht.mcsset.txhighestlonggirate", U16, 0x1fff, HEX, NULL, \
      "Tx Highest Long GI Data Rate  (in Mb/s, 0 = subfield not in use)", "The fastest, in Mbit/s; 0: not said.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX_NSS, "wlan.vht.ncsset.ext_nss_bw_cap", U16, 0x2000, FLAG, NULL, "Extended NSS BW Capable", \
      "Set: understands fewer streams with wider channels.", "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VTX_RESERVED, "wlan.vht.ncsset.reserved", U16, 0xc000, HEX, NULL, "Reserved", "Zero.", \
      "IEEE 802.11 §9.4.2.157", WT_LE) \
    F(VOP, "wlan.vht.op", NONE, 0, DEC, NULL, "VHT Operation Info", "How many channels the network uses as one.", \
      "IEEE 802.11 §9.4.2.158", 0) \
    F(VOP_WIDTH, "wlan.vht.op.channelwidth", U8, 0, DEC, NULL, "Channel Width", "0: one or two; 1: four or more.", \
      "IEEE 802.11 §9.4.2.158", 0) \
    F(VOP_C0, "wlan.vht.op.channelcenter0", U8, 0, DEC, NULL, "Channel Center Segment 0", \
      "The channel number of their middle.", "IEEE 802.11 §9.4.2.158", 0) \
    F(VOP_C1, "wlan.vht.op.channelcenter1", U8, 0, DEC, NULL, "Channel Center Segment 1", \
      "The middle of a second part, or of all eight.", "IEEE 802.11 §9.4.2.158", 0) \
    F(VOP_MAP, "wlan.vht.op.basicmcsmap", U16, 0, HEX, NULL, "Basic MCS Map", \
      "What every member has to understand; 3 means nothing.", "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP1, "wlan.vht.op.basicmcsmap.ss1", U16, 0x3, HEX, NULL, "Basic 1 SS", "With one stream.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP2, "wlan.vht.op.basicmcsmap.ss2", U16, 0xc, HEX, NULL, "Basic 2 SS", "With two streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP3, "wlan.vht.op.basicmcsmap.ss3", U16, 0x30, HEX, NULL, "Basic 3 SS", "With three streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP4, "wlan.vht.op.basicmcsmap.ss4", U16, 0xc0, HEX, NULL, "Basic 4 SS", "With four streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP5, "wlan.vht.op.basicmcsmap.ss5", U16, 0x300, HEX, NULL, "Basic 5 SS", "With five streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP6, "wlan.vht.op.basicmcsmap.ss6", U16, 0xc00, HEX, NULL, "Basic 6 SS", "With six streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP7, "wlan.vht.op.basicmcsmap.ss7", U16, 0x3000, HEX, NULL, "Basic 7 SS", "With seven streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE) \
    F(VOP8, "wlan.vht.op.basicmcsmap.ss8", U16, 0xc000, HEX, NULL, "Basic 8 SS", "With eight streams.", \
      "IEEE 802.11 §9.4.2.158", WT_LE)

#define WT_WLAN_EXTRAS(F) \
    F(EXTCAP, "wlan.extcap", U8, 0, HEX, NULL, "Extended Capabilities", \
      "Eight more things that the sender can do, or not.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXTCAP2, "wlan.extcap", U16, 0, HEX, NULL, "Extended Capabilities", \
      "Sixteen more things that the sender can do, or not.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_0, "wlan.extcap.b0", U8, 0x1, FLAG, NULL, "20/40 BSS Coexistence Management Support", \
      "Set: finds out who else uses two channels.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_1, "wlan.extcap.b1", U8, 0x2, HEX, NULL, "Reserved (was On-demand beacon)", "Not used.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_2, "wlan.extcap.b2", U8, 0x4, FLAG, NULL, "Extended Channel Switching", \
      "Set: can announce that the network moves to another channel.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_3, "wlan.extcap.b3", U8, 0x8, HEX, NULL, "Reserved (was WAVE indication)", "Not used.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_4, "wlan.extcap.b4", U8, 0x10, FLAG, NULL, "PSMP Capability", "Set: takes turns by a timetable.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_5, "wlan.extcap.b5", U8, 0x20, HEX, NULL, "Reserved", "Not used.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_6, "wlan.extcap.b6", U8, 0x40, FLAG, NULL, "S-PSMP Support", "Set: the same at times agreed upon.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_7, "wlan.extcap.b7", U8, 0x80, FLAG, NULL, "Event", "Set: reports what happened to it.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_8, "wlan.extcap.b8", U8, 0x1, FLAG, NULL, "Diagnostics", "Set: tells how it is set up.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_9, "wlan.extcap.b9", U8, 0x2, FLAG, NULL, "Multicast Diagnostics", \
      "Set: reports how well broadcasts arrive.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_10, "wlan.extcap.b10", U8, 0x4, FLAG, NULL, "Location Tracking", "Set: helps to find out where it is.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_11, "wlan.extcap.b11", U8, 0x8, FLAG, NULL, "FMS", \
      "Set: gets broadcasts less often, so that it sleeps longer.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_12, "wlan.extcap.b12", U8, 0x10, FLAG, NULL, "Proxy ARP Service", "Set: answers ARP for sleepers.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_13, "wlan.extcap.b13", U8, 0x20, FLAG, NULL, "Collocated Interference Reporting", \
      "Set: reports radio of its own that disturbs.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_14, "wlan.extcap.b14", U8, 0x40, FLAG, NULL, "Civic Location", "Set: tells its postal address.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_15, "wlan.extcap.b15", U8, 0x80, FLAG, NULL, "Geospatial Location", "Set: tells its coordinates.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_16, "wlan.extcap.b16", U8, 0x1, FLAG, NULL, "TFS", "Set: wakes sleepers only for what they asked for.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_17, "wlan.extcap.b17", U8, 0x2, FLAG, NULL, "WNM Sleep Mode", "Set: knows a deep sleep.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_18, "wlan.extcap.b18", U8, 0x4, FLAG, NULL, "TIM Broadcast", "Set: sends the map of sleepers by itself.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_19, "wlan.extcap.b19", U8, 0x8, FLAG, NULL, "BSS Transition", "Set: tells stations where to move.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_20, "wlan.extcap.b20", U8, 0x10, FLAG, NULL, "QoS Traffic Capability", \
      "Set: tells what kinds of traffic it has.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_21, "wlan.extcap.b21", U8, 0x20, FLAG, NULL, "AC Station Count", \
      "Set: counts who uses which kind of traffic.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_22, "wlan.extcap.b22", U8, 0x40, FLAG, NULL, "Multiple BSSID", "Set: several networks share one beacon.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_23, "wlan.extcap.b23", U8, 0x80, FLAG, NULL, "Timing Measurement", \
      "Set: helps others to set their clocks exactly.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_24, "wlan.extcap.b24", U8, 0x1, FLAG, NULL, "Channel Usage", \
      "Set: advises channels for networks without access point.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_25, "wlan.extcap.b25", U8, 0x2, FLAG, NULL, "SSID List", "Set: asks for several networks at once.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_26, "wlan.extcap.b26", U8, 0x4, FLAG, NULL, "DMS", "Set: gets broadcasts as frames of its own.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_27, "wlan.extcap.b27", U8, 0x8, FLAG, NULL, "UTC TSF Offset", \
      "Set: tells how its clock differs from the time of day.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_28, "wlan.extcap.b28", U8, 0x10, FLAG, NULL, "TPU Buffer STA Support", \
      "Set: keeps frames for neighbours that sleep.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_29, "wlan.extcap.b29", U8, 0x20, FLAG, NULL, "TDLS Peer PSM Support", \
      "Set: neighbours that talk directly may sleep.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_30, "wlan.extcap.b30", U8, 0x40, FLAG, NULL, "TDLS channel switching", \
      "Set: neighbours that talk directly may change the channel.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_31, "wlan.extcap.b31", U8, 0x80, FLAG, NULL, "Interworking", \
      "Set: tells about the network behind it before one joins.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_32, "wlan.extcap.b32", U8, 0x1, FLAG, NULL, "QoS Map", "Set: translates priorities.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_33, "wlan.extcap.b33", U8, 0x2, FLAG, NULL, "EBR", \
      "Set: asks for room at once, for calls that cannot wait.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_34, "wlan.extcap.b34", U8, 0x4, FLAG, NULL, "SSPN Interface", \
      "Set: works with another provider's network.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_35, "wlan.extcap.b35", U8, 0x8, HEX, NULL, "Reserved", "Not used.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_36, "wlan.extcap.b36", U8, 0x10, FLAG, NULL, "MSGCF Capability", \
      "Set: tells the programs above when the radio link comes and goes.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_37, "wlan.extcap.b37", U8, 0x20, FLAG, NULL, "TDLS Support", "Set: neighbours may talk directly.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_38, "wlan.extcap.b38", U8, 0x40, FLAG, NULL, "TDLS Prohibited", "Set: neighbours may not talk directly.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_39, "wlan.extcap.b39", U8, 0x80, FLAG, NULL, "TDLS Channel Switching Prohibited", \
      "Set: those that do may not change the channel.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_40, "wlan.extcap.b40", U8, 0x1, FLAG, NULL, "Reject Unadmitted Frame", \
      "Set: refuses data for which time has to be granted, and was not.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_SERVICE, "wlan.extcap.serv_int_granularity", U8, 0xe, DEC, NULL, "Service Interval Granularity", \
      "In what steps times are agreed upon.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_44, "wlan.extcap.b44", U8, 0x10, FLAG, NULL, "Identifier Location", \
      "Set: gives an address of a document with its place.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_45, "wlan.extcap.b45", U8, 0x20, FLAG, NULL, "U-APSD Coexistence", \
      "Set: can ask for frames in a part of its wake time only, as another radio in the device disturbs.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_46, "wlan.extcap.b46", U8, 0x40, FLAG, NULL, "WNM Notification", \
      "Set: tells of events in the device, such as new software.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_47, "wlan.extcap.b47", U8, 0x80, HEX, NULL, "QAB Capability", "Set: asks neighbours to be quiet.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_48, "wlan.extcap.b48", U8, 0x1, FLAG, NULL, "UTF-8 SSID", "Set: the network's name is UTF-8.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_49, "wlan.extcap.b49", U8, 0x2, FLAG, NULL, "QMF Activated", \
      "Set: management frames have priorities, too.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_50, "wlan.extcap.b50", U8, 0x4, FLAG, NULL, "QMF Reconfiguration Activated", "Set: these can be changed.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_51, "wlan.extcap.b51", U8, 0x8, FLAG, NULL, "Robust AV Streaming", "Set: sends films safely to many.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_52, "wlan.extcap.b52", U8, 0x10, FLAG, NULL, "Advanced GCR", "Set: sends broadcasts again in blocks.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_53, "wlan.extcap.b53", U8, 0x20, FLAG, NULL, "Mesh GCR", "Set: the same in a mesh.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_54, "wlan.extcap.b54", U8, 0x40, FLAG, NULL, "SCS", "Set: classes of streams can be told apart.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_55, "wlan.extcap.b55", U8, 0x80, FLAG, NULL, "QLoad Report", "Set: reports how loaded it is.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_56, "wlan.extcap.b56", U16, 0x1, FLAG, NULL, "Alternate EDCA", "Set: knows two more kinds of traffic.", \
      "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_57, "wlan.extcap.b57", U16, 0x2, FLAG, NULL, "Unprotected TXOP Negotiation", \
      "Set: shares out time with neighbours.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_58, "wlan.extcap.b58", U16, 0x4, FLAG, NULL, "Protected TXOP Negotiation", "Set: the same, protected.", \
      "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_59, "wlan.extcap.b59", U16, 0x8, HEX, NULL, "Reserved", "Not used.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_60, "wlan.extcap.b60", U16, 0x10, FLAG, NULL, "Protected QLoad Report", \
      "Set: the same about load, protected.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_61, "wlan.extcap.b61", U16, 0x20, FLAG, NULL, "TDLS Wider Bandwidth", \
      "Set: direct talk may use wider channels.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_62, "wlan.extcap.b62", U16, 0x40, FLAG, NULL, "Operating Mode Notification", \
      "Set: can change width and streams on the way.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_63, "wlan.extcap.b63", U16, 0x80, DEC, NULL, "Max Number Of MSDUs In A-MSDU", \
      "The lower of two bits that say how many packets a frame may hold: any, 32, 16 or 8.", "IEEE 802.11 §9.4.2.26", \
      WT_LE) \
    F(EXT_65, "wlan.extcap.b65", U16, 0x200, FLAG, NULL, "Channel Schedule Management", \
      "Set: knows a timetable of free channels.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_66, "wlan.extcap.b66", U16, 0x400, FLAG, NULL, "Geodatabase Inband Enabling Signal", \
      "Set: is enabled by a database of places.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_67, "wlan.extcap.b67", U16, 0x800, FLAG, NULL, "Network Channel Control", \
      "Set: has its channels controlled.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_68, "wlan.extcap.b68", U16, 0x1000, FLAG, NULL, "White Space Map", \
      "Set: knows the map of free television channels.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_69, "wlan.extcap.b69", U16, 0x2000, FLAG, NULL, "Channel Availability Query", \
      "Set: asks which channels are free.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_70, "wlan.extcap.b70", U16, 0x4000, FLAG, NULL, "Fine Timing Measurement Responder", \
      "Set: answers measurements of distance.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_71, "wlan.extcap.b71", U16, 0x8000, FLAG, NULL, "Fine Timing Measurement Initiator", \
      "Set: measures distances.", "IEEE 802.11 §9.4.2.26", WT_LE) \
    F(EXT_72, "wlan.extcap.b72", U8, 0x1, FLAG, NULL, "FILS Capable", "Set: joins in fewer steps.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_73, "wlan.extcap.b73", U8, 0x2, FLAG, NULL, "Extended Spectrum Management Capable", \
      "Set: makes way for radar in more ways.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_74, "wlan.extcap.b74", U8, 0x4, FLAG, NULL, "Future Channel Capable", "Set: is told of channels to come.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_75, "wlan.extcap.b75", U8, 0x8, HEX, NULL, "Reserved", "Not used.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_76, "wlan.extcap.b76", U8, 0x10, HEX, NULL, "Reserved", "Not used.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_77, "wlan.extcap.b77", U8, 0x20, FLAG, NULL, "TWT Requester Support", "Set: asks for times to wake.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_78, "wlan.extcap.b78", U8, 0x40, FLAG, NULL, "TWT Responder Support", "Set: grants times to wake.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_79, "wlan.extcap.b79", U8, 0x80, FLAG, NULL, "OBSS Narrow Bandwidth RU in UL OFDMA Tolerance Support", \
      "Set: bears narrow signals of neighbours.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_80, "wlan.extcap.b80", U8, 0x1, FLAG, NULL, "Complete List of NonTxBSSID Profiles", \
      "Set: this frame lists all networks that share the beacon.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_81, "wlan.extcap.b81", U8, 0x2, FLAG, NULL, "SAE Password Identifiers In Use", \
      "Set: passwords have names.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_82, "wlan.extcap.b82", U8, 0x4, FLAG, NULL, "SAE Passwords Used Exclusively", \
      "Set: only such passwords are used.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_83, "wlan.extcap.b83", U8, 0x8, FLAG, NULL, "Enhanced Multi-BSSID Advertisement Support", \
      "Set: advertises several networks better.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_84, "wlan.extcap.b84", U8, 0x10, FLAG, NULL, "Beacon Protection Enabled", \
      "Set: beacons are protected against forgery.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_85, "wlan.extcap.b85", U8, 0x20, FLAG, NULL, "Mirrored SCS", \
      "Set: streams are classified the same both ways.", "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_86, "wlan.extcap.b86", U8, 0x40, FLAG, NULL, "OCT", "Set: joins through another channel.", \
      "IEEE 802.11 §9.4.2.26", 0) \
    F(EXT_87, "wlan.extcap.b87", U8, 0x80, HEX, NULL, "Reserved", "Not used.", "IEEE 802.11 §9.4.2.26", 0)

#endif
