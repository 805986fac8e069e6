/* dhcp_fields.h - DHCP's rows: the fixed part, the simple options, those with parts. */
#ifndef WT_PROTO_DHCP_FIELDS_H
#define WT_PROTO_DHCP_FIELDS_H

#define DHCP_HEADER_FIELDS(F) \
    F(BOOTP, "dhcp.bootp", U8, 0, FLAG, NULL, "Plain BOOTP", \
      "No message type: this is DHCP's ancestor, which knows no leases.", "RFC 951; RFC 1534", 0) \
    F(TYPE, "dhcp.type", U8, 0, DEC, &wt_dhcp_ops, "Direction", \
      "1 goes to the server, 2 back to the client; what it is about is in the options.", "RFC 2131 §2", \
      WT_STORY) \
    F(HW_TYPE, "dhcp.hw.type", U8, 0, HEX, &wt_dhcp_hardware, "Hardware type", \
      "What kind of link the client's hardware address belongs to.", "RFC 2131 §2", 0) \
    F(HW_LEN, "dhcp.hw.len", U8, 0, DEC, NULL, "Hardware address length", \
      "How many bytes of the address field below count.", "RFC 2131 §2", 0) \
    F(HOPS, "dhcp.hops", U8, 0, DEC, NULL, "Hops", "How many relay agents passed the message on.", \
      "RFC 2131 §2", 0) \
    F(ID, "dhcp.id", U32, 0, HEX, NULL, "Transaction ID", \
      "A random number of the client's by which it knows the answers to its questions.", "RFC 2131 §2", \
      WT_STORY) \
    F(SECS, "dhcp.secs", U16, 0, DEC, NULL, "Seconds elapsed", \
      "For how long the client has been trying to get an address.", "RFC 2131 §2", 0) \
    F(FLAGS, "dhcp.flags", U16, 0, HEX, NULL, "Flags", "How the answer is to be sent.", "RFC 2131 §2", 0) \
    F(BROADCAST, "dhcp.flags.bc", U16, 0x8000, FLAG, NULL, "Broadcast", \
      "The client can't take unicast before it has an address: answer to everybody.", "RFC 2131 §4.1", 0) \
    F(FLAGS_RESERVED, "dhcp.flags.reserved", U16, 0x7fff, HEX, NULL, "Reserved", \
      "Kept for later use; must be zero.", "RFC 2131 §2", 0) \
    F(CLIENT, "dhcp.ip.client", IPV4, 0, DEC, NULL, "Client's address", \
      "The client's own address, if it has one and can answer at it.", "RFC 2131 §2", 0) \
    F(YOUR, "dhcp.ip.your", IPV4, 0, DEC, NULL, "Your address", \
      "The address that the server gives to the client.", "RFC 2131 §2", WT_STORY) \
    F(NEXT, "dhcp.ip.server", IPV4, 0, DEC, NULL, "Next server", "The server to load the boot file from.", \
      "RFC 2131 §2", 0) \
    F(RELAY, "dhcp.ip.relay", IPV4, 0, DEC, NULL, "Relay agent", \
      "The router that passed the message on; tells the server which network the client is in.", \
      "RFC 2131 §2", 0) \
    F(HW_MAC, "dhcp.hw.mac_addr", ETHER, 0, DEC, NULL, "Client's MAC address", \
      "Who the client is on its link.", "RFC 2131 §2", WT_STORY) \
    F(HW_ADDR, "dhcp.hw.addr", BYTES, 0, DEC, NULL, "Client's hardware address", \
      "Who the client is on its link.", "RFC 2131 §2", WT_STORY) \
    F(HW_PADDING, "dhcp.hw.addr_padding", BYTES, 0, DEC, NULL, "Address padding", \
      "The rest of the 16 bytes that the address field has.", "RFC 2131 §2", 0) \
    F(SNAME, "dhcp.server", STRING, 0, DEC, NULL, "Server's name", \
      "The name of the server to boot from, often empty; may hold options instead.", "RFC 2131 §2", 0) \
    F(FILE, "dhcp.file", STRING, 0, DEC, NULL, "Boot file", \
      "What to load from that server, often empty; may hold options instead.", "RFC 2131 §2", 0) \
    F(COOKIE, "dhcp.cookie", IPV4, 0, DEC, NULL, "Magic cookie", \
      "Four fixed numbers that tell that options in DHCP's format follow.", "RFC 2131 §3", 0) \
    F(VENDOR_AREA, "dhcp.vendor_specific_options", BYTES, 0, DEC, NULL, "Vendor area", \
      "What a BOOTP sender puts after the fixed part without the cookie.", "RFC 951 §3", 0) \
    F(OVERLOADED, "dhcp.overloaded", NONE, 0, DEC, NULL, "Options in a borrowed field", \
      "Options that did not fit behind the cookie stand in a field that is not used otherwise.", \
      "RFC 2132 §9.3", WT_OURS) \
    F(OPTION, "dhcp.option.type", U8, 0, DEC, &wt_dhcp_options, "Option", "Which setting follows.", \
      "RFC 2132 §2", WT_STORY) \
    F(OPTION_END, "dhcp.option.type", U8, 0, DEC, &wt_dhcp_ends, "Option", \
      "Marks the end of the options, or filler between them.", "RFC 2132 §3.1; RFC 2132 §3.2", 0) \
    F(LENGTH, "dhcp.option.length", U8, 0, DEC, NULL, "Length", "How many bytes of data the option has.", \
      "RFC 2132 §2", 0) \
    F(VALUE, "dhcp.option.value", BYTES, 0, DEC, NULL, "Value", "The option's data, byte by byte.", \
      "RFC 2132 §2", 0) \
    F(END, "dhcp.option.end", U8, 0, DEC, NULL, "End", \
      "Marks the end of the options: what follows is filler.", "RFC 2132 §3.2", 0) \
    F(PADDING, "dhcp.option.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Filler up to a length that old receivers insist on.", "RFC 2132 §3.1; RFC 951 §3", 0) \
    F(SUB_LENGTH, "dhcp.option.suboption_length", U8, 0, DEC, NULL, "Length", \
      "How many bytes of data the part has.", "RFC 3046 §2.0", 0)

#define DHCP_SIMPLE_FIELDS(F) \
    F(O_SUBNET_MASK, "dhcp.option.subnet_mask", IPV4, 0, DEC, NULL, "Subnet Mask", \
      "Which part of the address names the network: the ones.", "RFC 2132 §3.3", WT_STORY) \
    F(O_TIME_OFFSET, "dhcp.option.time_offset", I32, 0, DEC, NULL, "Time Offset", \
      "The local time's offset from UTC, in seconds.", "RFC 2132 §3.4", 0) \
    F(O_ROUTER, "dhcp.option.router", IPV4, 0, DEC, NULL, "Router", \
      "The router that packets to other networks go to first, the default gateway.", "RFC 2132 §3.5", WT_STORY) \
    F(O_TIME_SERVER, "dhcp.option.time_server", IPV4, 0, DEC, NULL, "Time Server", \
      "Servers of a simple time protocol older than NTP.", "RFC 2132 §3.6", 0) \
    F(O_NAME_SERVER, "dhcp.option.name_server", IPV4, 0, DEC, NULL, "Name Server", \
      "Servers of a naming protocol older than DNS.", "RFC 2132 §3.7", 0) \
    F(O_DOMAIN_NAME_SERVER, "dhcp.option.domain_name_server", IPV4, 0, DEC, NULL, "Domain Name Server", \
      "The DNS servers that the client is to ask for names.", "RFC 2132 §3.8", WT_STORY) \
    F(O_LOG_SERVER, "dhcp.option.log_server", IPV4, 0, DEC, NULL, "Log Server", \
      "Servers that take log messages.", "RFC 2132 §3.9", 0) \
    F(O_QUOTES_SERVER, "dhcp.option.quotes_server", IPV4, 0, DEC, NULL, "Quotes Server", \
      "Servers that tell a quote of the day.", "RFC 2132 §3.10", 0) \
    F(O_LPR_SERVER, "dhcp.option.lpr_server", IPV4, 0, DEC, NULL, \
      "LPR Server", "Servers that print, by Unix's line printer protocol.", \
      "RFC 2132 §3.11", 0) \
    F(O_IMPRESS_SERVER, "dhcp.option.impress_server", IPV4, 0, DEC, NULL, "Impress Server", \
      "Print servers of Imagen's kind.", "RFC 2132 §3.12", 0) \
    F(O_RESOURCE_LOCATION_SERVER, "dhcp.option.resource_location_server", IPV4, 0, DEC, NULL, \
      "Resource Location Server", "Servers that tell where things are.", "RFC 2132 §3.13", 0) \
    F(O_HOSTNAME, "dhcp.option.hostname", STRING, 0, DEC, NULL, "Host Name", \
      "The client's own name, which servers may enter into DNS.", \
      "RFC 2132 §3.14", WT_STORY) \
    F(O_BOOT_FILE_SIZE, "dhcp.option.boot_file_size", U16, 0, DEC, NULL, "Boot File Size", \
      "How many blocks of 512 bytes the boot file has.", "RFC 2132 §3.15", 0) \
    F(O_MERIT_DUMP_FILE, "dhcp.option.merit_dump_file", STRING, 0, DEC, NULL, "Dump File", \
      "Where the client is to write its memory if it crashes.", "RFC 2132 §3.16", 0) \
    F(O_DOMAIN_NAME, "dhcp.option.domain_name", STRING, 0, DEC, NULL, "Domain Name", \
      "The domain in which the client looks names up.", "RFC 2132 §3.17", WT_STORY) \
    F(O_SWAP_SERVER, "dhcp.option.swap_server", IPV4, 0, DEC, NULL, "Swap Server", \
      "The server that holds the client's swap space.", "RFC 2132 §3.18", 0) \
    F(O_ROOT_PATH, "dhcp.option.root_path", STRING, 0, DEC, NULL, "Root Path", \
      "Where the client's root file system is.", "RFC 2132 §3.19", 0) \
    F(O_EXTENSION_PATH, "dhcp.option.extension_path", STRING, 0, DEC, NULL, "Extensions Path", \
      "A file with further options.", "RFC 2132 §3.20", 0) \
    F(O_IP_FORWARDING, "dhcp.option.ip_forwarding", U8, 0, FLAG, NULL, "IP Forwarding", \
      "Whether the client is to pass packets on, as a router does.", "RFC 2132 §4.1", 0) \
    F(O_NON_LOCAL_SOURCE_ROUTING, "dhcp.option.non_local_source_routing", U8, 0, FLAG, NULL, \
      "Non-Local Source Routing", "Whether to pass on packets that prescribe their route.", \
      "RFC 2132 §4.2", 0) \
    F(O_MAX_DATAGRAM_REASSEMBLY_SIZE, "dhcp.option.max_datagram_reassembly_size", U16, 0, DEC, NULL, \
      "Largest Datagram", "The biggest datagram that the client must be able to put together.", \
      "RFC 2132 §4.4", 0) \
    F(O_DEFAULT_IP_TTL, "dhcp.option.default_ip_ttl", U8, 0, DEC, NULL, "Default TTL", \
      "The TTL that the client is to send with.", "RFC 2132 §4.5", 0) \
    F(O_PATH_MTU_AGING_TIMEOUT, "dhcp.option.path_mtu_aging_timeout", U32, 0, DEC, NULL, \
      "Path MTU Aging Timeout", "After how many seconds what was learned about a path's MTU is forgotten.", \
      "RFC 2132 §4.6", 0) \
    F(O_PATH_MTU_PLATEAU_TABLE_ITEM, "dhcp.option.path_mtu_plateau_table_item", U16, 0, DEC, NULL, \
      "Path MTU to try", "A packet size to try when looking for the path's MTU.", "RFC 2132 §4.7", 0) \
    F(O_INTERFACE_MTU, "dhcp.option.interface_mtu", U16, 0, DEC, NULL, "Interface MTU", \
      "The biggest packet that the client is to send on this interface.", "RFC 2132 §5.1", 0) \
    F(O_ALL_SUBNETS_ARE_LOCAL, "dhcp.option.all_subnets_are_local", U8, 0, FLAG, NULL, \
      "All Subnets Are Local", "Whether all subnets take packets of the same size.", "RFC 2132 §5.2", 0) \
    F(O_BROADCAST_ADDRESS, "dhcp.option.broadcast_address", IPV4, 0, DEC, NULL, "Broadcast Address", \
      "The address that reaches everybody on the client's network.", "RFC 2132 §5.3", 0) \
    F(O_PERFORM_MASK_DISCOVERY, "dhcp.option.perform_mask_discovery", U8, 0, FLAG, NULL, \
      "Perform Mask Discovery", "Whether to ask for the subnet mask by ICMP.", "RFC 2132 §5.4", 0) \
    F(O_MASK_SUPPLIER, "dhcp.option.mask_supplier", U8, 0, FLAG, NULL, "Mask Supplier", \
      "Whether to answer when others ask for the mask by ICMP.", "RFC 2132 §5.5", 0) \
    F(O_PERFORM_ROUTER_DISCOVER, "dhcp.option.perform_router_discover", U8, 0, FLAG, NULL, \
      "Perform Router Discovery", "Whether to look for routers by ICMP.", "RFC 2132 §5.6", 0) \
    F(O_ROUTER_SOLICITATION_ADDRESS, "dhcp.option.router_solicitation_address", IPV4, 0, DEC, NULL, \
      "Router Solicitation Address", "Where to send requests for routers.", "RFC 2132 §5.7", 0) \
    F(O_TRAILER_ENCAPSULATION, "dhcp.option.trailer_encapsulation", U8, 0, FLAG, NULL, \
      "Trailer Encapsulation", "Whether to use trailers in link frames; obsolete.", "RFC 2132 §6.1", 0) \
    F(O_ARP_CACHE_TIMEOUT, "dhcp.option.arp_cache_timeout", U32, 0, DEC, NULL, "ARP Cache Timeout", \
      "For how many seconds hardware addresses are remembered.", "RFC 2132 §6.2", 0) \
    F(O_ETHERNET_ENCAPSULATION, "dhcp.option.ethernet_encapsulation", U8, 0, FLAG, NULL, \
      "Ethernet Encapsulation", "Whether to use 802.3 frames instead of Ethernet II.", "RFC 2132 §6.3", 0) \
    F(O_TCP_DEFAULT_TTL, "dhcp.option.tcp_default_ttl", U8, 0, DEC, NULL, "TCP Default TTL", \
      "The TTL for TCP segments.", "RFC 2132 §7.1", 0) \
    F(O_TCP_KEEPALIVE_INTERVAL, "dhcp.option.tcp_keepalive_interval", U32, 0, DEC, NULL, \
      "TCP Keepalive Interval", "After how many silent seconds TCP checks whether the peer is there.", \
      "RFC 2132 §7.2", 0) \
    F(O_TCP_KEEPALIVE_GARBAGE, "dhcp.option.tcp_keepalive_garbage", U8, 0, FLAG, NULL, \
      "TCP Keepalive Garbage", "Whether such a check carries a byte, for old peers.", "RFC 2132 §7.3", 0) \
    F(O_NIS_DOMAIN, "dhcp.option.nis_domain", STRING, 0, DEC, NULL, "NIS Domain", \
      "The client's domain in the Network Information Service.", "RFC 2132 §8.1", 0) \
    F(O_NIS_SERVER, "dhcp.option.nis_server", IPV4, 0, DEC, NULL, "NIS Server", \
      "Servers of the Network Information Service.", "RFC 2132 §8.2", 0) \
    F(O_NTP_SERVER, "dhcp.option.ntp_server", IPV4, 0, DEC, NULL, "NTP Server", \
      "Time servers that the client can set its clock by.", "RFC 2132 §8.3", 0) \
    F(O_NETBIOS_OVER_TCPIP_NAME_SERVER, "dhcp.option.netbios_over_tcpip_name_server", IPV4, 0, DEC, NULL, \
      "NetBIOS Name Server", "Servers that know Windows names (WINS).", "RFC 2132 §8.5", 0) \
    F(O_NETBIOS_OVER_TCPIP_DD_NAME_SERVER, "dhcp.option.netbios_over_tcpip_dd_name_server", IPV4, 0, DEC, \
      NULL, "NetBIOS Datagram Server", "Servers that distribute NetBIOS datagrams.", "RFC 2132 §8.6", 0) \
    F(O_NETBIOS_OVER_TCPIP_NODE_TYPE, "dhcp.option.netbios_over_tcpip_node_type", U8, 0, DEC, \
      &wt_dhcp_netbios, "NetBIOS Node Type", \
      "Whether names are found by asking everybody, a server, or both.", "RFC 2132 §8.7", 0) \
    F(O_NETBIOS_OVER_TCPIP_SCOPE, "dhcp.option.netbios_over_tcpip_scope", STRING, 0, DEC, NULL, \
      "NetBIOS Scope", "Separates groups of NetBIOS machines on one network.", "RFC 2132 §8.8", 0) \
    F(O_XWINDOWS_SYSTEM_FONT_SERVER, "dhcp.option.xwindows_system_font_server", IPV4, 0, DEC, NULL, \
      "X Font Server", "Servers with fonts for the X Window System.", "RFC 2132 §8.9", 0) \
    F(O_XWINDOWS_SYSTEM_DISPLAY_MANAGER, "dhcp.option.xwindows_system_display_manager", IPV4, 0, DEC, NULL, \
      "X Display Manager", "Servers to log in at from an X terminal.", "RFC 2132 §8.10", 0) \
    F(O_REQUESTED_IP_ADDRESS, "dhcp.option.requested_ip_address", IPV4, 0, DEC, NULL, "Requested Address", \
      "The address that the client would like to have.", "RFC 2132 §9.1", WT_STORY) \
    F(O_IP_ADDRESS_LEASE_TIME, "dhcp.option.ip_address_lease_time", U32, 0, DEC, NULL, "Lease Time", \
      "For how many seconds the client may use the address.", "RFC 2132 §9.2", WT_STORY) \
    F(O_DHCP_SERVER_ID, "dhcp.option.dhcp_server_id", IPV4, 0, DEC, NULL, "Server", \
      "Which server speaks, or which one's offer the client takes.", "RFC 2132 §9.7", WT_STORY) \
    F(O_REQUEST_LIST_ITEM, "dhcp.option.request_list_item", U8, 0, DEC, &wt_dhcp_options, "Wanted Option", \
      "A setting that the client would like to be told.", "RFC 2132 §9.8", 0) \
    F(O_MESSAGE, "dhcp.option.message", STRING, 0, DEC, NULL, "Message", \
      "Why the server refused, in words.", "RFC 2132 §9.9", WT_STORY) \
    F(O_DHCP_MAX_MESSAGE_SIZE, "dhcp.option.dhcp_max_message_size", U16, 0, DEC, NULL, "Largest Message", \
      "The biggest DHCP message that the client takes.", "RFC 2132 §9.10", 0) \
    F(O_RENEWAL_TIME_VALUE, "dhcp.option.renewal_time_value", U32, 0, DEC, NULL, "Renewal Time", \
      "After how many seconds the client asks its server to prolong the lease.", "RFC 2132 §9.11", 0) \
    F(O_REBINDING_TIME_VALUE, "dhcp.option.rebinding_time_value", U32, 0, DEC, NULL, "Rebinding Time", \
      "After how many seconds it asks any server, its own being silent.", "RFC 2132 §9.12", 0) \
    F(O_NIS_PLUS_DOMAIN, "dhcp.option.nis_plus_domain", STRING, 0, DEC, NULL, "NIS+ Domain", \
      "The client's domain in NIS+, a later Network Information Service.", "RFC 2132 §8.11", 0) \
    F(O_NIS_PLUS_SERVER, "dhcp.option.nis_plus_server", IPV4, 0, DEC, NULL, "NIS+ Server", \
      "Servers of NIS+, a later Network Information Service.", "RFC 2132 §8.12", 0) \
    F(O_TFTP_SERVER_NAME, "dhcp.option.tftp_server_name", STRING, 0, DEC, NULL, "TFTP Server Name", \
      "The server to load the boot file from.", "RFC 2132 §9.4", 0) \
    F(O_BOOTFILE_NAME, "dhcp.option.bootfile_name", STRING, 0, DEC, NULL, "Boot File Name", \
      "What to load from that server.", "RFC 2132 §9.5", 0) \
    F(O_MOBILE_IP_HOME_AGENT, "dhcp.option.mobile_ip_home_agent", IPV4, 0, DEC, NULL, \
      "Mobile IP Home Agent", "Routers that forward to the client when it is away.", "RFC 2132 §8.13", 0) \
    F(O_SMTP_SERVER, "dhcp.option.smtp_server", IPV4, 0, DEC, NULL, "SMTP Server", \
      "Servers to hand mail in at.", "RFC 2132 §8.14", 0) \
    F(O_POP3_SERVER, "dhcp.option.pop3_server", IPV4, 0, DEC, NULL, "POP3 Server", "Servers to fetch mail from.", \
      "RFC 2132 §8.15", 0) \
    F(O_NNTP_SERVER, "dhcp.option.nntp_server", IPV4, 0, DEC, NULL, \
      "NNTP Server", "Servers to read and post Usenet news at.", \
      "RFC 2132 §8.16", 0) \
    F(O_DEFAULT_WWW_SERVER, "dhcp.option.default_www_server", IPV4, 0, DEC, NULL, "Web Server", \
      "Web servers that the client may use by default.", "RFC 2132 §8.17", 0) \
    F(O_DEFAULT_FINGER_SERVER, "dhcp.option.default_finger_server", IPV4, 0, DEC, NULL, "Finger Server", \
      "Servers that tell about users.", "RFC 2132 §8.18", 0) \
    F(O_DEFAULT_IRC_SERVER, "dhcp.option.default_irc_server", IPV4, 0, DEC, NULL, "IRC Server", \
      "Servers of Internet Relay Chat, to chat on.", "RFC 2132 §8.19", 0) \
    F(O_STREETTALK_SERVER, "dhcp.option.streettalk_server", IPV4, 0, DEC, NULL, "StreetTalk Server", \
      "Banyan's directory servers.", "RFC 2132 §8.20", 0) \
    F(O_STREETTALK_DA_SERVER, "dhcp.option.streettalk_da_server", IPV4, 0, DEC, NULL, \
      "StreetTalk Directory Assistance", "Banyan's directory assistance servers.", "RFC 2132 §8.21", 0) \
    F(O_NOVELL_DS_TREE_NAME, "dhcp.option.novell_ds_tree_name", STRING, 0, DEC, NULL, "NDS Tree Name", \
      "The tree of Novell's directory that the client belongs to.", "RFC 2241 §3", 0) \
    F(O_NOVELL_DS_CONTEXT, "dhcp.option.novell_ds_context", STRING, 0, DEC, NULL, "NDS Context", \
      "Where in that tree the client starts.", "RFC 2241 §4", 0) \
    F(O_CLIENT_LAST_TRANSACTION_TIME, "dhcp.option.client_last_transaction_time", U32, 0, DEC, NULL, \
      "Last Transaction", "How many seconds ago the server last heard from the client.", "RFC 4388 §6.1", \
      0) \
    F(O_ASSOCIATED_IP_OPTION, "dhcp.option.associated_ip_option", IPV4, 0, DEC, NULL, "Associated Address", \
      "All addresses that the client has leased.", "RFC 4388 §6.1", 0) \
    F(O_CLIENT_SYSTEM_ARCHITECTURE, "dhcp.option.client_system_architecture", U16, 0, DEC, \
      &wt_dhcp_architectures, "Architecture", "What kind of machine boots: legacy BIOS or some UEFI.", \
      "RFC 4578 §2.1", 0) \
    F(O_TZ_PCODE, "dhcp.option.tz_pcode", STRING, 0, DEC, NULL, "Time Zone (POSIX)", \
      "The local time's rules, in POSIX form.", "RFC 4833 §2", 0) \
    F(O_TZ_TCODE, "dhcp.option.tz_tcode", STRING, 0, DEC, NULL, "Time Zone", \
      "The local time's name in the tz database.", "RFC 4833 §2", 0) \
    F(O_NETINFO_PARENT_SERVER_ADDRESS, "dhcp.option.netinfo_parent_server_address", IPV4, 0, DEC, NULL, \
      "NetInfo Server", "Parent servers of NetInfo.", "RFC 3679 §3", 0) \
    F(O_NETINFO_PARENT_SERVER_TAG, "dhcp.option.netinfo_parent_server_tag", STRING, 0, DEC, NULL, \
      "NetInfo Tag", "Which of a server's NetInfo databases to use.", "RFC 3679 §3", 0) \
    F(O_CAPTIVE_PORTAL, "dhcp.option.captive_portal", STRING, 0, DEC, NULL, "Captive Portal", \
      "Where to log in before the network lets traffic through.", "RFC 8910 §2.1", WT_STORY) \
    F(O_DHCP_AUTO_CONFIGURATION, "dhcp.option.dhcp_auto_configuration", U8, 0, DEC, &wt_dhcp_autos, \
      "Auto-Configuration", "Whether a client without an address may make one up (169.254…).", \
      "RFC 2563 §2", 0) \
    F(O_SUBNET_SELECTION_OPTION, "dhcp.option.subnet_selection_option", IPV4, 0, DEC, NULL, \
      "Subnet Selection", "From which subnet the address should be.", "RFC 3011 §2", 0) \
    F(O_PANA_AGENT, "dhcp.option.pana_agent", IPV4, 0, DEC, NULL, "PANA Agent", \
      "Where to authenticate for network access.", "RFC 5192 §4", 0) \
    F(O_LOST_SERVER_DOMAIN_NAME, "dhcp.option.lost_server_domain_name", STRING, 0, DEC, NULL, \
      "LoST Server", "Who knows which emergency centre is responsible here.", "RFC 5223 §4", 0) \
    F(O_CAPWAP_ACCESS_CONTROLLER, "dhcp.option.capwap_access_controller", IPV4, 0, DEC, NULL, \
      "CAPWAP Controller", "Controllers that manage this wireless access point.", "RFC 5417 §2", 0) \
    F(O_ANDSF_SERVER, "dhcp.option.andsf_server", IPV4, 0, DEC, NULL, "ANDSF Server", \
      "Where a phone learns which other networks are near.", "RFC 6153 §2", 0) \
    F(O_FORCERENEW_NONCE_ALGORITHM, "dhcp.option.forcerenew_nonce.algorithm", U8, 0, DEC, \
      &wt_dhcp_forcerenews, "Forcerenew Algorithm", \
      "How the client checks that a forced renewal is genuine.", "RFC 6704 §3.1", 0) \
    F(O_TFTP_SERVER_ADDRESS, "dhcp.option.tftp_server_address", IPV4, 0, DEC, NULL, "TFTP Server Address", \
      "Servers to load files from; phones use it.", "RFC 5859 §2", 0) \
    F(O_BULK_LEASE_BASE_TIME, "dhcp.option.bulk_lease.base_time", ABSTIME, 0, DEC, NULL, "Base Time", \
      "The server's clock when it made this message.", "RFC 6926 §6.2.3", 0) \
    F(O_BULK_LEASE_START_TIME_OF_STATE, "dhcp.option.bulk_lease.start_time_of_state", U32, 0, DEC, NULL, \
      "Start Time of State", "For how many seconds the lease has been in its state.", "RFC 6926 §6.2.4", 0) \
    F(O_BULK_LEASE_QUERY_START_TIME, "dhcp.option.bulk_lease.query_start_time", ABSTIME, 0, DEC, NULL, \
      "Query Start Time", "Leases that changed since then are asked for.", "RFC 6926 §6.2.5", 0) \
    F(O_BULK_LEASE_QUERY_END_TIME, "dhcp.option.bulk_lease.query_end_time", ABSTIME, 0, DEC, NULL, \
      "Query End Time", "Leases that changed until then are asked for.", "RFC 6926 §6.2.6", 0) \
    F(O_BULK_LEASE_DHCP_STATE, "dhcp.option.bulk_lease.dhcp_state", U8, 0, DEC, &wt_dhcp_lease_states, \
      "Lease State", "What became of the lease.", "RFC 6926 §6.2.7", 0) \
    F(O_BULK_LEASE_DATA_SOURCE, "dhcp.option.bulk_lease.data_source", U8, 0x01, FLAG, NULL, "Data Source", \
      "Whether the server knows this first hand or from its partner.", "RFC 6926 §6.2.8", 0) \
    F(O_CAPTIVE_PORTAL_160, "dhcp.option.captive_portal", STRING, 0, DEC, NULL, "Captive Portal", \
      "Where to log in; the number was changed to 114 later.", "RFC 7710 §2.1", 0) \
    F(O_MUDURL, "dhcp.option.mudurl", STRING, 0, DEC, NULL, "MUD URL", \
      "Where a description of what this device needs is to be found.", "RFC 8520 §10", 0) \
    F(O_PXE_CONFIG_FILE, "dhcp.option.pxe_config_file", STRING, 0, DEC, NULL, "PXELINUX Configuration", \
      "The configuration file that the boot loader reads.", "RFC 5071 §4", 0) \
    F(O_PXE_PATH_PREFIX, "dhcp.option.pxe_path_prefix", STRING, 0, DEC, NULL, "PXELINUX Path Prefix", \
      "What is put before the names of files to load.", "RFC 5071 §5", 0) \
    F(O_PRIVATE_PROXY_AUTODISCOVERY, "dhcp.option.private_proxy_autodiscovery", STRING, 0, DEC, NULL, \
      "Proxy Configuration", "Where browsers find their proxy settings (WPAD).", \
      "draft-ietf-wrec-wpad-01 §4.4.1", 0)

#define DHCP_OPTION_FIELDS(F) \
    F(MESSAGE_TYPE, "dhcp.option.dhcp", U8, 0, DEC, &wt_dhcp_messages, "DHCP Message Type", \
      "What this message is: the steps are Discover, Offer, Request, ACK.", "RFC 2132 §9.6", WT_STORY) \
    F(OVERLOAD, "dhcp.option.option_overload", U8, 0, DEC, &wt_dhcp_overloads, "Option Overload", \
      "Which of the fields for boot file and server name hold options instead.", "RFC 2132 §9.3", 0) \
    F(VENDOR_CLASS, "dhcp.option.vendor_class_id", STRING, 0, DEC, NULL, "Vendor Class", \
      "What kind of client this is: PXE firmware, Windows, a phone, …", "RFC 2132 §9.13", WT_STORY) \
    F(VENDOR_CLASS_DATA, "dhcp.option.vendor_class_data", STRING, 0, DEC, NULL, "Vendor Class Data", \
      "The part of the class that tells details.", "RFC 2132 §9.13", 0) \
    F(POLICY_IP, "dhcp.option.policy_filter.ip", IPV4, 0, DEC, NULL, "Address", \
      "A destination that packets which prescribe their route may go to.", "RFC 2132 §4.3", 0) \
    F(POLICY_MASK, "dhcp.option.policy_filter.subnet_mask", IPV4, 0, DEC, NULL, "Mask", \
      "Which bits of the destination beside it count.", "RFC 2132 §4.3", 0) \
    F(ROUTE_IP, "dhcp.option.static_route.ip", IPV4, 0, DEC, NULL, "Destination", \
      "A host to reach by the router that follows.", "RFC 2132 §5.8", 0) \
    F(ROUTE_ROUTER, "dhcp.option.static_route.router", IPV4, 0, DEC, NULL, "Router", \
      "The router to reach it by.", "RFC 2132 §5.8", 0) \
    F(CLASSLESS, "dhcp.option.classless_static_route", BYTES, 0, DEC, NULL, "Route", \
      "Prefix length, the prefix's bytes that count, and the router for it.", "RFC 3442", WT_STORY) \
    F(CLIENT_TYPE, "dhcp.client_id.type", U8, 0, DEC, NULL, "Type", \
      "How the client names itself: 0 means by something other than hardware.", "RFC 2132 §9.14", 0) \
    F(CLIENT_TEXT, "dhcp.client_id.undef", STRING, 0, DEC, NULL, "Client Identifier", \
      "The name by which the server knows the client.", "RFC 2132 §9.14", 0) \
    F(CLIENT_UUID, "dhcp.client_id.uuid", GUID, 0, DEC, NULL, "Client Identifier (UUID)", \
      "The machine's own unique number, from its firmware.", "RFC 4578 §2.3", 0) \
    F(CLIENT_IAID, "dhcp.client_id.iaid", STRING, 0, DEC, NULL, "IAID", \
      "Tells the client's interfaces apart.", "RFC 4361 §6.1", 0) \
    F(DUID_TYPE, "dhcp.client_id.duid_type", U16, 0, DEC, &wt_dhcp_duids, "DUID Type", \
      "How the client's lasting identifier was made.", "RFC 8415 §11.1", 0) \
    F(DUID_LLT_HW, "dhcp.client_id.duid_llt_hw_type", U16, 0, DEC, &wt_dhcp_hardware, "Hardware type", \
      "What kind of address follows.", "RFC 8415 §11.2", 0) \
    F(DUID_TIME, "dhcp.client_id.time", U32, 0, DEC, NULL, "Time", \
      "When the identifier was made: seconds since 2000.", "RFC 8415 §11.2", 0) \
    F(DUID_LL_HW, "dhcp.client_id.duid_ll_hw_type", U16, 0, DEC, &wt_dhcp_hardware, "Hardware type", \
      "What kind of address follows.", "RFC 8415 §11.4", 0) \
    F(DUID_ADDRESS, "dhcp.client_id.link_layer_address", STRING, 0, DEC, NULL, "Link layer address", \
      "The hardware address that the identifier was made from.", "RFC 8415 §11.2", 0) \
    F(DUID_ENTERPRISE, "dhcp.client_id.enterprise_num", U32, 0, DEC, NULL, "Enterprise", \
      "Which vendor made the identifier up.", "RFC 8415 §11.3", 0) \
    F(DUID_ID, "dhcp.client_id", BYTES, 0, DEC, NULL, "Identifier", "The identifier itself, as the vendor chose it.", \
      "RFC 8415 §11.3", 0) \
    F(FQDN_FLAGS, "dhcp.fqdn.flags", U8, 0, HEX, NULL, "Flags", "Who enters the client's name into DNS.", \
      "RFC 4702 §2.1", 0) \
    F(FQDN_MBZ, "dhcp.fqdn.mbz", U8, 0xf0, HEX, NULL, "Reserved", "Kept for later use; must be zero.", \
      "RFC 4702 §2.1", 0) \
    F(FQDN_N, "dhcp.fqdn.n", U8, 0x08, FLAG, NULL, "No server update", \
      "The server is not to touch DNS at all.", "RFC 4702 §2.1", 0) \
    F(FQDN_E, "dhcp.fqdn.e", U8, 0x04, FLAG, NULL, "Binary name", \
      "The name is written in DNS's own form with length bytes.", "RFC 4702 §2.1", 0) \
    F(FQDN_O, "dhcp.fqdn.o", U8, 0x02, FLAG, NULL, "Overridden", \
      "The server did otherwise than the client wished.", "RFC 4702 §2.1", 0) \
    F(FQDN_S, "dhcp.fqdn.s", U8, 0x01, FLAG, NULL, "Server update", \
      "The server, not the client, enters the name's address.", "RFC 4702 §2.1", 0) \
    F(FQDN_RCODE1, "dhcp.fqdn.rcode1", U8, 0, DEC, NULL, "A result", \
      "What became of entering the address; no longer used.", "RFC 4702 §2.2", 0) \
    F(FQDN_RCODE2, "dhcp.fqdn.rcode2", U8, 0, DEC, NULL, "PTR result", \
      "What became of entering the name; no longer used.", "RFC 4702 §2.2", 0) \
    F(FQDN_NAME, "dhcp.fqdn.name", STRING, 0, DEC, NULL, "Client's name", \
      "The client's full name, to be entered in DNS.", "RFC 4702 §2.3", WT_STORY) \
    F(USER_CLASS, "dhcp.option.user_class", U8, 0, DEC, NULL, "User Class", \
      "Which group of users or machines the client counts itself to.", "RFC 3004 §4", 0) \
    F(USER_CLASS_LEN, "dhcp.option.user_class.length", U8, 0, DEC, NULL, "Length", \
      "How many bytes the class has.", "RFC 3004 §4", 0) \
    F(USER_CLASS_DATA, "dhcp.option.user_class.data", BYTES, 0, DEC, NULL, \
      "Data", "The name of one class, of the administrator's own making.", \
      "RFC 3004 §4", 0) \
    F(USER_CLASS_TEXT, "dhcp.option.user_class.text", STRING, 0, DEC, NULL, "User Class (text)", \
      "The class, as senders write it that leave out the length.", "RFC 3004 §4", 0) \
    F(SLP_STATIC, "dhcp.option.slp_directory_agent.value", U8, 0, DEC, NULL, "Mandatory", \
      "1: only these agents are to be used.", "RFC 2610 §3", 0) \
    F(SLP_AGENT, "dhcp.option.slp_directory_agent.slpda_address", IPV4, 0, DEC, NULL, "Directory Agent", \
      "Who knows where services are.", "RFC 2610 §3", 0) \
    F(SLP_SCOPE, "dhcp.option.slp_service_scope.value", U8, 0, DEC, NULL, "Mandatory", \
      "1: only these scopes are to be used.", "RFC 2610 §4", 0) \
    F(SLP_SCOPES, "dhcp.option.slp_service_scope.string", STRING, 0, DEC, NULL, "Scopes", \
      "In which groups of services to look.", "RFC 2610 §4", 0) \
    F(NDS_SERVER, "dhcp.option.novell_dss.ip", IPV4, 0, DEC, NULL, "NDS Server", \
      "Servers of Novell's directory.", "RFC 2241 §2", 0) \
    F(AUTH_PROTOCOL, "dhcp.option.dhcp_authentication.protocol", U8, 0, DEC, &wt_dhcp_auth_protocols, \
      "Protocol", "How the message is proven genuine.", "RFC 3118 §2", 0) \
    F(AUTH_ALG_DELAY, "dhcp.option.dhcp_authentication.alg_delay", U8, 0, DEC, &wt_dhcp_auth_algorithms, \
      "Algorithm", "How the proof is computed.", "RFC 3118 §5", 0) \
    F(AUTH_ALGORITHM, "dhcp.option.dhcp_authentication.algorithm", U8, 0, DEC, NULL, "Algorithm", \
      "How the proof is computed.", "RFC 3118 §2", 0) \
    F(AUTH_RDM, "dhcp.option.dhcp_authentication.rdm", U8, 0, DEC, NULL, "Replay Detection", \
      "How old messages sent again are recognized: 0 by a growing number.", "RFC 3118 §2", 0) \
    F(AUTH_REPLAY, "dhcp.option.dhcp_authentication.rdm_replay_detection", U64, 0, HEX, NULL, \
      "Replay value", "Must grow from message to message.", "RFC 3118 §2", 0) \
    F(AUTH_SECRET, "dhcp.option.dhcp_authentication.secret_id", U32, 0, HEX, NULL, "Secret ID", \
      "Which of the shared secrets was used.", "RFC 3118 §5.2", 0) \
    F(AUTH_HASH, "dhcp.option.dhcp_authentication.hmac_md5_hash", BYTES, 0, DEC, NULL, "HMAC-MD5", \
      "The proof: only who knows the secret can compute it.", "RFC 3118 §5.2", 0) \
    F(AUTH_INFO, "dhcp.option.dhcp_authentication.information", STRING, 0, DEC, NULL, "Information", \
      "What else the protocol needs.", "RFC 3118 §2", 0) \
    F(NDI_MAJOR, "dhcp.client_network_id_major", U8, 0, DEC, NULL, "Major version", \
      "Version of the network card interface that the firmware offers.", "RFC 4578 §2.2", 0) \
    F(NDI_MINOR, "dhcp.client_network_id_minor", U8, 0, DEC, NULL, "Minor version", \
      "Version of the network card interface that the firmware offers.", "RFC 4578 §2.2", 0) \
    F(CIVIC_WHAT, "dhcp.option.civic_location.what", U8, 0, DEC, NULL, "What", \
      "Whose place it is: 0 the server's, 1 the network element's, 2 the client's.", "RFC 4776 §3.1", 0) \
    F(CIVIC_COUNTRY, "dhcp.option.civic_location.country", STRING, 0, DEC, NULL, "Country", \
      "The country, as the two letters of ISO 3166.", "RFC 4776 §3.1", 0) \
    F(CIVIC_TYPE, "dhcp.option.civic_location.ca_type", U8, 0, DEC, NULL, "Part", \
      "Which part of the postal address follows.", "RFC 4776 §3.4", 0) \
    F(CIVIC_LENGTH, "dhcp.option.civic_location.ca_length", U8, 0, DEC, NULL, "Length", \
      "How many bytes that part of the address has.", "RFC 4776 §3.3", 0) \
    F(CIVIC_VALUE, "dhcp.option.civic_location.ca_value", STRING, 0, DEC, NULL, "Text", \
      "That part of the postal address, in words.", "RFC 4776 §3.3", 0) \
    F(NAME_SERVICE, "dhcp.option.dhcp_name_service_search_option", STRING, 0, DEC, NULL, "Name Service", \
      "Which naming service to ask, in this order.", "RFC 2937 §2", 0) \
    F(SEARCH, "dhcp.option.dhcp_dns_domain_search_list_fqdn", STRING, 0, DEC, NULL, "Search Domain", \
      "What to append to short names when looking them up.", "RFC 3397 §2", WT_STORY) \
    F(SIP_ENCODING, "dhcp.option.sip_server.encoding", U8, 0, DEC, &wt_dhcp_sip_encodings, "Encoding", \
      "Whether names or addresses follow.", "RFC 3361 §3", 0) \
    F(SIP_NAME, "dhcp.option.sip_server.name", STRING, 0, DEC, NULL, "SIP Server", \
      "Where to register for telephony.", "RFC 3361 §3.1", 0) \
    F(SIP_ADDRESS, "dhcp.option.sip_server.address", IPV4, 0, DEC, NULL, "SIP Server", \
      "Where to register for telephony.", "RFC 3361 §3.2", 0) \
    F(VI_CLASS_ENTERPRISE, "dhcp.option.vi_class.enterprise", U32, 0, DEC, NULL, "Enterprise", \
      "By whose numbering the class that follows is to be read.", "RFC 3925 §3", 0) \
    F(VI_CLASS_LENGTH, "dhcp.option.vi_class.length", U8, 0, DEC, NULL, "Length", \
      "How many bytes the class has.", "RFC 3925 §3", 0) \
    F(VI_CLASS_DATA, "dhcp.option.vi_class.data", STRING, 0, DEC, NULL, "Class", \
      "What kind of client this is, in the vendor's own words.", "RFC 3925 §3", 0) \
    F(VI_ENTERPRISE, "dhcp.option.vi.enterprise", U32, 0, DEC, NULL, "Enterprise", \
      "By whose numbering the data that follows is to be read.", "RFC 3925 §4", 0) \
    F(VI_LENGTH, "dhcp.option.vi.length", U8, 0, DEC, NULL, "Length", "How many bytes of data follow.", \
      "RFC 3925 §4", 0) \
    F(VI_VALUE, "dhcp.option.vi.value", BYTES, 0, DEC, NULL, "Value", "The part's data, byte by byte.", \
      "RFC 3925 §4", 0) \
    F(VENDOR_SUB, "dhcp.vendor.suboption", U8, 0, DEC, NULL, "Part", \
      "Which setting of that vendor's follows.", "RFC 3925 §4", 0) \
    F(TR_SUB, "dhcp.option.vi.tr111.suboption", U8, 0, DEC, NULL, "Part", \
      "Which detail about the device or its gateway follows.", "Broadband Forum TR-069 §F", 0) \
    F(TR_DEVICE_OUI, "dhcp.option.vi.tr111.device_manufacturer_oui", U24, 0, DEC, NULL, \
      "Device's manufacturer", "Who made the device.", "Broadband Forum TR-069 §F", 0) \
    F(TR_DEVICE_SERIAL, "dhcp.option.vi.tr111.device_serial_number", STRING, 0, DEC, NULL, \
      "Device's serial number", "The number by which the maker knows this very device.", \
      "Broadband Forum TR-069 §F", 0) \
    F(TR_DEVICE_CLASS, "dhcp.option.vi.tr111.device_product_class", STRING, 0, DEC, NULL, \
      "Device's product class", "What kind of product it is.", "Broadband Forum TR-069 §F", 0) \
    F(TR_GATEWAY_OUI, "dhcp.option.vi.tr111.gateway_manufacturer_oui", STRING, 0, DEC, NULL, \
      "Gateway's manufacturer", "Who made the gateway.", "Broadband Forum TR-069 §F", 0) \
    F(TR_GATEWAY_SERIAL, "dhcp.option.vi.tr111.gateway_serial_number", STRING, 0, DEC, NULL, \
      "Gateway's serial number", "The number by which the maker knows this very gateway.", \
      "Broadband Forum TR-069 §F", 0) \
    F(TR_GATEWAY_CLASS, "dhcp.option.vi.tr111.gateway_product_class", STRING, 0, DEC, NULL, \
      "Gateway's product class", "What kind of product it is.", "Broadband Forum TR-069 §F", 0) \
    F(RDNSS_RESERVED, "dhcp.option.rdnss.reserved", U8, 0xfc, HEX, NULL, "Reserved", \
      "Kept for later use; must be zero.", "RFC 6731 §4.3", 0) \
    F(RDNSS_PREFERENCE, "dhcp.option.rdnss.preference", U8, 0x03, DEC, NULL, "Preference", \
      "How much these servers are to be preferred.", "RFC 6731 §4.3", 0) \
    F(RDNSS_PRIMARY, "dhcp.option.rdnss.primary_dns", IPV4, 0, DEC, NULL, "Primary DNS", \
      "The server to ask for the domains below.", "RFC 6731 §4.3", 0) \
    F(RDNSS_SECONDARY, "dhcp.option.rdnss.secondary_dns", IPV4, 0, DEC, NULL, "Secondary DNS", \
      "The one to ask if that is silent.", "RFC 6731 §4.3", 0) \
    F(RDNSS_DOMAIN, "dhcp.option.rdnss.domain", STRING, 0, DEC, NULL, "Domains", \
      "Which names these servers are for.", "RFC 6731 §4.3", 0) \
    F(STATUS, "dhcp.option.bulk_lease.status_code", U8, 0, DEC, NULL, "Status Code", \
      "Whether the query worked: 0 is success.", "RFC 6926 §6.2.2", 0) \
    F(STATUS_TEXT, "dhcp.option.bulk_lease.status_code_message", STRING, 0, DEC, NULL, "Message", \
      "The same in words.", "RFC 6926 §6.2.2", 0) \
    F(PCP_LENGTH, "dhcp.option.pcp.list_length", U8, 0, DEC, NULL, "Length", \
      "How many bytes of addresses follow.", "RFC 7291 §4.1", 0) \
    F(PCP_SERVER, "dhcp.option.pcp.server", IPV4, 0, DEC, NULL, "PCP Server", \
      "Where to ask for ports to be opened.", "RFC 7291 §4.1", 0) \
    F(PORT_OFFSET, "dhcp.option.portparams.offset", U8, 0, DEC, NULL, "Offset", \
      "How many bits come before the set's number in a port.", "RFC 7618 §9", 0) \
    F(PORT_PSID_LEN, "dhcp.option.portparams.psid_length", U8, 0, DEC, NULL, "Set length", \
      "How many bits the set's number has.", "RFC 7618 §9", 0) \
    F(PORT_PSID, "dhcp.option.portparams.psid", BYTES, 0, DEC, NULL, "Port set", \
      "Which ports of the shared address are the client's.", "RFC 7618 §9", 0) \
    F(SIXRD_MASK, "dhcp.option.6RD.ipv4_mask_len", U8, 0, DEC, NULL, "IPv4 mask length", \
      "How many bits of the IPv4 address are the same for all.", "RFC 5969 §7.1.1", 0) \
    F(SIXRD_LEN, "dhcp.option.6RD.prefix_len", U8, 0, DEC, NULL, "Prefix length", \
      "How long the IPv6 prefix is.", "RFC 5969 §7.1.1", 0) \
    F(SIXRD_PREFIX, "dhcp.option.6RD.prefix", IPV6, 0, DEC, NULL, "Prefix", "The provider's IPv6 prefix.", \
      "RFC 5969 §7.1.1", 0) \
    F(SIXRD_RELAY, "dhcp.option.6RD.border_relay_ip", IPV4, 0, DEC, NULL, "Border relay", \
      "The router that carries IPv6 in IPv4 to the rest of the world.", "RFC 5969 §7.1.1", 0) \
    F(AGENT, "dhcp.option.agent_information_option.suboption", U8, 0, DEC, &wt_dhcp_agents, "Agent's part", \
      "What the relay agent tells about the client.", "RFC 3046 §2.0", 0) \
    F(AGENT_VALUE, "dhcp.option.agent_information_option.value", BYTES, 0, DEC, NULL, "Value", \
      "The part's data, byte by byte.", "RFC 3046 §2.0", 0) \
    F(AGENT_CIRCUIT, "dhcp.option.agent_information_option.agent_circuit_id", BYTES, 0, DEC, NULL, \
      "Circuit", "The port of the relay agent that the client hangs on.", "RFC 3046 §3.1", WT_STORY) \
    F(AGENT_REMOTE, "dhcp.option.agent_information_option.agent_remote_id", BYTES, 0, DEC, NULL, \
      "Remote end", "Who is at the far end of that circuit.", "RFC 3046 §3.2", 0) \
    F(AGENT_DOCSIS, "dhcp.option.agent_information_option.docsis_device_class", U32, 0, HEX, NULL, \
      "DOCSIS device class", "What kind of cable device it is.", "RFC 3256 §2", 0) \
    F(AGENT_LINK, "dhcp.option.agent_information_option.link_selection", IPV4, 0, DEC, NULL, "Link", \
      "Which network the client is in, if not that of the relay's address.", "RFC 3527 §3", 0) \
    F(AGENT_SUBSCRIBER, "dhcp.option.agent_information_option.subscriber_id", STRING, 0, DEC, NULL, \
      "Subscriber", "Which customer the client belongs to.", "RFC 3993 §2", 0) \
    F(AGENT_RADIUS, "dhcp.option.agent_information_option.radius_attributes", BYTES, 0, DEC, NULL, \
      "RADIUS attributes", "What was learned when the client logged in.", "RFC 4014 §2", 0) \
    F(AGENT_AUTH, "dhcp.option.agent_information_option.authentication", BYTES, 0, DEC, NULL, \
      "Authentication", "Proof that the relay agent wrote this.", "RFC 4030 §4", 0) \
    F(AGENT_ENTERPRISE, "dhcp.option.agent_information_option.vi.enterprise", U32, 0, DEC, NULL, \
      "Enterprise", "By whose numbering the data is to be read.", "RFC 4243 §4", 0) \
    F(AGENT_VI_LENGTH, "dhcp.option.agent_information_option.vi.data_length", U8, 0, DEC, NULL, "Length", \
      "How many bytes of data follow.", "RFC 4243 §4", 0) \
    F(AGENT_FLAGS, "dhcp.option.agent_information_option.flags", U8, 0, HEX, NULL, "Flags", \
      "0x80: the client's message came to the relay by unicast.", "RFC 5010 §3", 0) \
    F(AGENT_SERVER, "dhcp.option.agent_information_option.server_id_override", IPV4, 0, DEC, NULL, \
      "Server override", "What the server is to call itself, so that renewals pass the relay too.", \
      "RFC 5107 §4", 0) \
    F(AGENT_RELAY_ID, "dhcp.option.agent_information_option.relay_agent_id", BYTES, 0, DEC, NULL, \
      "Relay agent", "Who the relay agent is.", "RFC 6925 §4", 0) \
    F(AGENT_ATT, "dhcp.option.agent_information_option.ani_att", U8, 0, DEC, NULL, "Access technology", \
      "By what kind of network the client comes in.", "RFC 7839 §4.1", 0) \
    F(AGENT_NETWORK, "dhcp.option.agent_information_option.ani_network_name", STRING, 0, DEC, NULL, \
      "Network name", "The name of that network, such as an SSID.", "RFC 7839 §4.2", 0) \
    F(AGENT_AP, "dhcp.option.agent_information_option.ani_ap_name", STRING, 0, DEC, NULL, "Access point", \
      "The access point's name.", "RFC 7839 §4.3", 0) \
    F(AGENT_BSSID, "dhcp.option.agent_information_option.ani_ap_bssid", ETHER, 0, DEC, NULL, "BSSID", \
      "The access point's MAC address.", "RFC 7839 §4.3", 0) \
    F(AGENT_OPERATOR, "dhcp.option.agent_information_option.ani_operator_id", BYTES, 0, DEC, NULL, \
      "Operator", "Who runs the access network.", "RFC 7839 §4.4", 0) \
    F(AGENT_REALM, "dhcp.option.agent_information_option.ani_operator_realm", STRING, 0, DEC, NULL, \
      "Operator's realm", "The domain of who runs the access network.", "RFC 7839 §4.4", 0) \
    F(AGENT_LINK_CISCO, "dhcp.option.agent_information_option.link_selection_cisco", IPV4, 0, DEC, NULL, \
      "Link (Cisco)", "As the link above, under Cisco's earlier number.", "RFC 3527 §3", 0) \
    F(AGENT_VRF, "dhcp.option.agent_information_option.vrf_name", STRING, 0, DEC, NULL, "VRF name", \
      "Which of several separate routing tables the client belongs to.", "RFC 6607 §3.1", 0) \
    F(AGENT_VRF_GLOBAL, "dhcp.option.agent_information_option.vrf_name.global", U8, 0, DEC, NULL, \
      "Global VPN", "255: the routing table that is not separate.", "RFC 6607 §3.1", 0) \
    F(AGENT_SERVER_CISCO, "dhcp.option.agent_information_option.server_id_override_cisco", IPV4, 0, DEC, \
      NULL, "Server override (Cisco)", "As the server override above, under Cisco's earlier number.", \
      "RFC 5107 §4", 0) \
    F(V43_VALUE, "dhcp.option.vendor.value", BYTES, 0, DEC, NULL, "Value", \
      "The vendor's data, byte by byte, as its layout is not known here.", \
      "RFC 2132 §8.4", 0) \
    F(PXE_SUB, "dhcp.option.vendor.pxeclient.suboption", U8, 0, DEC, &wt_dhcp_pxe, "PXE part", \
      "Which setting for network booting follows.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_END, "dhcp.option.vendor.pxeclient.end", U8, 0, DEC, NULL, \
      "End", "Marks the end: no settings for network booting follow.", \
      "Intel PXE 2.1 §2.2", 0) \
    F(PXE_IP, "dhcp.option.vendor.pxeclient.mtftp_ip", IPV4, 0, DEC, NULL, "MTFTP address", \
      "Group address by which many clients load the same file at once.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_CPORT, "dhcp.option.vendor.pxeclient.mtftp_client_port", U16, 0, DEC, NULL, "MTFTP client port", \
      "The port on which clients listen for the boot file that is sent to the group.", "Intel PXE 2.1 §2.2", WT_LE) \
    F(PXE_SPORT, "dhcp.option.vendor.pxeclient.mtftp_server_port", U16, 0, DEC, NULL, "MTFTP server port", \
      "The port that the file server takes multicast requests at.", "Intel PXE 2.1 §2.2", WT_LE) \
    F(PXE_TIMEOUT, "dhcp.option.vendor.pxeclient.mtftp_timeout", U8, 0, DEC, NULL, "MTFTP timeout", \
      "After how many silent seconds the client starts the transfer over.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_DELAY, "dhcp.option.vendor.pxeclient.mtftp_delay", U8, 0, DEC, NULL, "MTFTP delay", \
      "For how many seconds the client listens for a running transfer before it asks for one.", \
      "Intel PXE 2.1 §2.2", 0) \
    F(PXE_CONTROL, "dhcp.option.vendor.pxeclient.discovery_control", U8, 0, HEX, NULL, "Discovery control", \
      "How boot servers are to be looked for.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_NO_BROADCAST, "dhcp.option.vendor.pxeclient.discovery_control.broadcast", U8, 0x01, FLAG, NULL, \
      "No broadcast", "The client must not look for boot servers by broadcast.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_NO_MULTICAST, "dhcp.option.vendor.pxeclient.discovery_control.multicast", U8, 0x02, FLAG, NULL, \
      "No multicast", "The client must not look for boot servers by multicast.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_SERVER_LIST, "dhcp.option.vendor.pxeclient.discovery_control.serverlist", U8, 0x04, FLAG, NULL, \
      "Listed servers only", "Only servers that are listed may answer.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_BOOTSTRAP, "dhcp.option.vendor.pxeclient.discovery_control.bstrap", U8, 0x08, FLAG, NULL, \
      "Boot at once", "Load the named boot file without any menu.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_MULTICAST, "dhcp.option.vendor.pxeclient.multicast_address", IPV4, 0, DEC, NULL, \
      "Multicast address", "Where boot servers listen.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_SERVERS, "dhcp.option.vendor.pxeclient.boot_servers", BYTES, 0, DEC, NULL, "Boot servers", \
      "Which servers there are for each kind of system to boot.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_SERVER_TYPE, "dhcp.option.vendor.pxeclient.boot_servers.type", U16, 0, DEC, NULL, "Type", \
      "Which kind of system the servers boot.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_SERVER_COUNT, "dhcp.option.vendor.pxeclient.boot_servers.count", U8, 0, DEC, NULL, "Count", \
      "How many addresses follow.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_SERVER_IP, "dhcp.option.vendor.pxeclient.boot_servers.ip", IPV4, 0, DEC, NULL, "Address", \
      "The address of a boot server of that kind.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_MENU, "dhcp.option.vendor.pxeclient.boot_menu", BYTES, 0, DEC, NULL, "Boot menu", \
      "What the user may choose from.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_MENU_TYPE, "dhcp.option.vendor.pxeclient.boot_menu.type", U16, 0, DEC, NULL, "Type", \
      "Which kind of system this entry of the menu boots.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_MENU_LENGTH, "dhcp.option.vendor.pxeclient.boot_menu.length", U8, 0, DEC, NULL, "Length", \
      "How many bytes the text has.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_MENU_TEXT, "dhcp.option.vendor.pxeclient.boot_menu.desc", STRING, 0, DEC, NULL, "Text", \
      "The entry as the user reads it.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_PROMPT, "dhcp.option.vendor.pxeclient.menu_prompt", BYTES, 0, DEC, NULL, "Prompt", \
      "What is shown before the menu opens.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_PROMPT_TIME, "dhcp.option.vendor.pxeclient.menu_prompt.timeout", U8, 0, DEC, NULL, "Seconds", \
      "For how long it is shown; 0 boots the first entry at once.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_PROMPT_TEXT, "dhcp.option.vendor.pxeclient.menu_prompt.prompt", STRING, 0, DEC, NULL, "Text", \
      "The line that tells the user how to open the menu.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_ALLOC, "dhcp.option.vendor.pxeclient.multicast_address_alloc", BYTES, 0, DEC, NULL, \
      "Multicast allocation", "Group addresses that servers may use.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_CREDENTIALS, "dhcp.option.vendor.pxeclient.credential_types", BYTES, 0, DEC, NULL, \
      "Credential types", "How boot files are proven genuine.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_ITEM, "dhcp.option.vendor.pxeclient.boot_item", BYTES, 0, DEC, NULL, "Boot item", \
      "Which entry of the boot menu the client chose.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_ITEM_TYPE, "dhcp.option.vendor.pxeclient.boot_item.type", U16, 0, DEC, NULL, "Type", \
      "Which kind of system the chosen entry boots.", "Intel PXE 2.1 §2.2", 0) \
    F(PXE_ITEM_LAYER, "dhcp.option.vendor.pxeclient.boot_item.layer", BYTES, 0, DEC, NULL, "Layer", \
      "Which part of a boot in several steps is wanted.", "Intel PXE 2.1 §2.2", 0) \
    F(NW_PART, "dhcp.option.novell_options.suboption", U8, 0, DEC, NULL, "NetWare part", \
      "Which setting for NetWare over IP follows.", "RFC 2242 §3", 0) \
    F(NW_VALUE, "dhcp.option.novell_options.value", BYTES, 0, DEC, NULL, "Value", \
      "The part's data, byte by byte.", "RFC 2242 §3", 0) \
    F(NW_BROADCAST, "dhcp.option.novell_options.broadcast", U8, 0, FLAG, NULL, "Broadcast", \
      "Whether to look for the nearest server by broadcast.", "RFC 2242 §3.4", 0) \
    F(NW_PREFERRED, "dhcp.option.novell_options.preferred_dss_server", IPV4, 0, DEC, NULL, "Preferred DSS", \
      "Domain servers to try first.", "RFC 2242 §3.5", 0) \
    F(NW_NEAREST, "dhcp.option.novell_options.nearest_nwip_server", IPV4, 0, DEC, NULL, "Nearest server", \
      "NetWare servers that are near.", "RFC 2242 §3.6", 0) \
    F(NW_RETRIES, "dhcp.option.novell_options.autoretries", U8, 0, DEC, NULL, "Retries", \
      "How often to try to reach a domain server.", "RFC 2242 §3.7", 0) \
    F(NW_DELAY, "dhcp.option.novell_options.autoretry_delay", U8, 0, DEC, NULL, "Retry delay", \
      "For how many seconds to wait between tries.", "RFC 2242 §3.8", 0) \
    F(NW_V1_1, "dhcp.option.novell_options.support_netware_v1_1", U8, 0, FLAG, NULL, "NetWare/IP 1.1", \
      "Whether to talk to servers of version 1.1 too.", "RFC 2242 §3.9", 0) \
    F(NW_PRIMARY, "dhcp.option.novell_options.primary_dss", IPV4, 0, DEC, NULL, "Primary DSS", \
      "The server that keeps the domain's own copy of its data.", "RFC 2242 §3.10", 0) \
    F(ARUBA, "dhcp.option.vendor.arubaap.controllerip", STRING, 0, DEC, NULL, "Controller", \
      "The controller that this wireless access point is to report to.", "RFC 2132 §8.4", 0) \
    F(BSDP_PART, "dhcp.option.vendor.bsdp.suboption", U8, 0, DEC, &wt_dhcp_bsdp, "NetBoot part", \
      "What Apple's network booting says.", "Apple BSDP 1.0", 0) \
    F(BSDP_TYPE, "dhcp.option.vendor.bsdp.message_type", U8, 0, DEC, NULL, "Message", \
      "1 asks for the list of boot images, 2 selects one, 3 says that there is none.", "Apple BSDP 1.0", 0) \
    F(BSDP_VERSION, "dhcp.option.vendor.bsdp.version", U16, 0, HEX, NULL, "Version", \
      "Which version of the protocol is spoken.", "Apple BSDP 1.0", 0) \
    F(BSDP_SERVER, "dhcp.option.vendor.bsdp.server_identifier", IPV4, 0, DEC, NULL, "Server", \
      "The boot server that is meant.", "Apple BSDP 1.0", 0) \
    F(BSDP_PRIORITY, "dhcp.option.vendor.bsdp.server_priority", U16, 0, DEC, NULL, "Priority", \
      "Which server to prefer: the highest number.", "Apple BSDP 1.0", 0) \
    F(BSDP_PORT, "dhcp.option.vendor.bsdp.reply_port", U16, 0, DEC, NULL, "Reply port", \
      "The port that the client listens on.", "Apple BSDP 1.0", 0) \
    F(BSDP_DEFAULT, "dhcp.option.vendor.bsdp.default_boot_image_id", U32, 0, HEX, NULL, "Default image", \
      "What is booted if the user chooses nothing.", "Apple BSDP 1.0", 0) \
    F(BSDP_SELECTED, "dhcp.option.vendor.bsdp.selected_boot_image_id", U32, 0, HEX, NULL, "Selected image", \
      "What the client wants to boot.", "Apple BSDP 1.0", 0) \
    F(BSDP_SIZE, "dhcp.option.vendor.bsdp.message_size", U16, 0, DEC, NULL, "Largest message", \
      "The biggest message that the client takes.", "Apple BSDP 1.0", 0)

#endif
