/* dns_records.h - the rows of the records' data, type by type. */
#ifndef WT_PROTO_DNS_RECORDS_H
#define WT_PROTO_DNS_RECORDS_H

#define DNS_RECORD_FIELDS(F) \
    F(A, "dns.a", IPV4, 0, DEC, NULL, "Address", "The IPv4 address of the host.", "RFC 1035 §3.4.1", \
      WT_STORY) \
    F(NS, "dns.ns", STRING, 0, DEC, NULL, "Name Server", "A server that knows this zone first hand.", \
      "RFC 1035 §3.3.11", WT_STORY) \
    F(MD, "dns.md", STRING, 0, DEC, NULL, "Mail Destination", "Where mail for the name ends up; obsolete, see MX.", \
      "RFC 1035 §3.3.4", 0) \
    F(MF, "dns.mf", STRING, 0, DEC, NULL, "Mail Forwarder", "Who passes mail for the name on; obsolete, see MX.", \
      "RFC 1035 §3.3.5", 0) \
    F(CNAME, "dns.cname", STRING, 0, DEC, NULL, "Canonical name", \
      "The name asked for is only another name for this one: look here instead.", "RFC 1035 §3.3.1", \
      WT_STORY) \
    F(SOA_MNAME, "dns.soa.mname", STRING, 0, DEC, NULL, "Primary name server", \
      "The server where the zone is edited.", "RFC 1035 §3.3.13", WT_STORY) \
    F(SOA_RNAME, "dns.soa.rname", STRING, 0, DEC, NULL, "Responsible person", \
      "Mail address of whoever looks after the zone; its first dot stands for @.", "RFC 1035 §3.3.13", 0) \
    F(SOA_SERIAL, "dns.soa.serial_number", U32, 0, DEC, NULL, "Serial Number", \
      "Grows with every change, so that copies know that they are old.", "RFC 1035 §3.3.13", 0) \
    F(SOA_REFRESH, "dns.soa.refresh_interval", U32, 0, DEC, NULL, "Refresh Interval", \
      "How often, in seconds, copies of the zone ask whether it changed.", "RFC 1035 §3.3.13", 0) \
    F(SOA_RETRY, "dns.soa.retry_interval", U32, 0, DEC, NULL, "Retry Interval", \
      "After how many seconds a failed refresh is tried again.", "RFC 1035 §3.3.13", 0) \
    F(SOA_EXPIRE, "dns.soa.expire_limit", U32, 0, DEC, NULL, "Expire limit", \
      "After so many seconds without a refresh a copy is no longer used.", "RFC 1035 §3.3.13", 0) \
    F(SOA_MINIMUM, "dns.soa.minimum_ttl", U32, 0, DEC, NULL, "Minimum TTL", \
      "For how many seconds “there is no such record” may be remembered.", "RFC 2308 §4", 0) \
    F(MB, "dns.mb", STRING, 0, DEC, NULL, "Mailbox host", "The host that keeps the mailbox; experimental.", \
      "RFC 1035 §3.3.3", 0) \
    F(MG, "dns.mg", STRING, 0, DEC, NULL, "Mail group member", \
      "A mailbox that belongs to the group; experimental.", "RFC 1035 §3.3.6", 0) \
    F(MR, "dns.mr", STRING, 0, DEC, NULL, "Renamed mailbox", "The new name of the mailbox; experimental.", \
      "RFC 1035 §3.3.8", 0) \
    F(NULL, "dns.null", BYTES, 0, DEC, NULL, "Data", "Anything at all, up to 65535 bytes; only for experiments.", \
      "RFC 1035 §3.3.10", 0) \
    F(WKS_ADDRESS, "dns.wks.address", IPV4, 0, DEC, NULL, "Address", "The host whose services are listed.", \
      "RFC 1035 §3.4.2", 0) \
    F(WKS_PROTOCOL, "dns.wks.protocol", U8, 0, DEC, &wt_dns_ip_protocols, "Protocol", \
      "Which transport the ports are of: TCP or UDP.", "RFC 1035 §3.4.2", 0) \
    F(WKS_BITS, "dns.wks.bits", U8, 0, HEX, NULL, "Ports", \
      "Eight ports, one bit each: set where something listens.", "RFC 1035 §3.4.2", 0) \
    F(PTR, "dns.ptr.domain_name", STRING, 0, DEC, NULL, "Domain Name", \
      "The name that this one points to: of an address, or of an instance of a service.", \
      "RFC 1035 §3.3.12", WT_STORY) \
    F(HINFO_CPU_LEN, "dns.hinfo.cpu_length", U8, 0, DEC, NULL, "CPU Length", \
      "How many bytes the machine's kind takes.", "RFC 1035 §3.3.2", 0) \
    F(HINFO_CPU, "dns.hinfo.cpu", STRING, 0, DEC, NULL, "CPU", \
      "What machine the host is; today often the reason why ANY is not answered.", \
      "RFC 1035 §3.3.2; RFC 8482 §4.2", 0) \
    F(HINFO_OS_LEN, "dns.hinfo.os_length", U8, 0, DEC, NULL, "OS Length", \
      "How many bytes the operating system's name takes.", "RFC 1035 §3.3.2", 0) \
    F(HINFO_OS, "dns.hinfo.os", STRING, 0, DEC, NULL, "OS", "What operating system the host runs.", \
      "RFC 1035 §3.3.2", 0) \
    F(MINFO_R, "dns.minfo.r", STRING, 0, DEC, NULL, "Responsible Mailbox", \
      "Who looks after the mailing list; experimental.", "RFC 1035 §3.3.7", 0) \
    F(MINFO_E, "dns.minfo.e", STRING, 0, DEC, NULL, "Error Mailbox", \
      "Who gets the list's error messages; experimental.", "RFC 1035 §3.3.7", 0) \
    F(MX_PREFERENCE, "dns.mx.preference", U16, 0, DEC, NULL, "Preference", \
      "Which mail server to try first: the lowest number.", "RFC 1035 §3.3.9; RFC 5321 §5.1", WT_STORY) \
    F(MX_EXCHANGE, "dns.mx.mail_exchange", STRING, 0, DEC, NULL, "Mail Exchange", \
      "A host that takes mail for this domain.", "RFC 1035 §3.3.9", WT_STORY) \
    F(TXT_LENGTH, "dns.txt.length", U8, 0, DEC, NULL, "TXT Length", \
      "How many bytes this piece of text has: at most 255, more needs several pieces.", "RFC 1035 §3.3.14", \
      0) \
    F(TXT, "dns.txt", STRING, 0, DEC, NULL, "Text", \
      "Free text: policies for mail, proofs of ownership, a service's settings.", "RFC 1035 §3.3.14", \
      WT_STORY) \
    F(RP_MAILBOX, "dns.rp.mailbox", STRING, 0, DEC, NULL, "Mailbox", \
      "Mail address of the person responsible; its first dot stands for @.", "RFC 1183 §2.2", 0) \
    F(RP_TXT, "dns.rp.txt_rr", STRING, 0, DEC, NULL, "Text at", \
      "The name whose TXT records say more about that person.", "RFC 1183 §2.2", 0) \
    F(AFSDB_SUBTYPE, "dns.afsdb.subtype", U16, 0, DEC, NULL, "Subtype", \
      "Which kind of file service: 1 AFS, 2 DCE.", "RFC 1183 §1", 0) \
    F(AFSDB_HOST, "dns.afsdb.hostname", STRING, 0, DEC, NULL, "Hostname", \
      "A server of the file service's cell.", "RFC 1183 §1", 0) \
    F(X25_LEN, "dns.x25.length", U8, 0, DEC, NULL, "Length", "How many digits the address has.", \
      "RFC 1183 §3.1", 0) \
    F(X25, "dns.x25.psdn_address", STRING, 0, DEC, NULL, "X.25 address", \
      "The host's number in an X.25 network.", "RFC 1183 §3.1", 0) \
    F(ISDN_LEN, "dns.idsn.length", U8, 0, DEC, NULL, "Length", "How many digits the number has.", \
      "RFC 1183 §3.2", 0) \
    F(ISDN, "dns.idsn.address", STRING, 0, DEC, NULL, "ISDN number", \
      "The host's telephone number in the ISDN.", "RFC 1183 §3.2", 0) \
    F(ISDN_SA_LEN, "dns.idsn.sa.length", U8, 0, DEC, NULL, "Length", "How many digits the subaddress has.", \
      "RFC 1183 §3.2", 0) \
    F(ISDN_SA, "dns.idsn.sa.address", STRING, 0, DEC, NULL, "ISDN subaddress", \
      "Tells the devices behind one number apart.", "RFC 1183 §3.2", 0) \
    F(RT_PREFERENCE, "dns.rt.subtype", U16, 0, DEC, NULL, "Preference", \
      "Which way to try first: the lowest number.", "RFC 1183 §3.3", 0) \
    F(RT_HOST, "dns.rt.intermediate_host", STRING, 0, DEC, NULL, "Route through", \
      "A host that passes packets on to one without an address of its own.", "RFC 1183 §3.3", 0) \
    F(NSAP, "dns.nsap.rdata", BYTES, 0, DEC, NULL, "NSAP address", \
      "The host's address in the OSI protocols.", "RFC 1706 §5", 0) \
    F(NSAP_PTR, "dns.nsap_ptr.owner", STRING, 0, DEC, NULL, "Owner", \
      "The name that belongs to an OSI address; obsolete.", "RFC 1348", 0) \
    F(RRSIG_COVERED, "dns.rrsig.type_covered", U16, 0, DEC, &wt_dns_types, "Type Covered", \
      "Which records of this name the signature is for.", "RFC 4034 §3.1.1", WT_STORY) \
    F(RRSIG_ALGORITHM, "dns.rrsig.algorithm", U8, 0, DEC, &wt_dns_algorithms, "Algorithm", \
      "How the signature was made.", "RFC 4034 §3.1.2", 0) \
    F(RRSIG_LABELS, "dns.rrsig.labels", U8, 0, DEC, NULL, "Labels", \
      "How many labels the signed name has: fewer than this name's if a wildcard answered.", \
      "RFC 4034 §3.1.3", 0) \
    F(RRSIG_TTL, "dns.rrsig.original_ttl", U32, 0, DEC, NULL, "Original TTL", \
      "The time to live that was signed: caches count theirs down.", "RFC 4034 §3.1.4", 0) \
    F(RRSIG_EXPIRATION, "dns.rrsig.signature_expiration", ABSTIME, 0, DEC, NULL, "Signature Expiration", \
      "From when on the signature no longer counts.", "RFC 4034 §3.1.5", 0) \
    F(RRSIG_INCEPTION, "dns.rrsig.signature_inception", ABSTIME, 0, DEC, NULL, "Signature Inception", \
      "From when on the signature counts.", "RFC 4034 §3.1.5", 0) \
    F(RRSIG_KEY_TAG, "dns.rrsig.key_tag", U16, 0, DEC, NULL, "Key Tag", \
      "Which of the zone's keys made the signature.", "RFC 4034 §3.1.6", 0) \
    F(RRSIG_SIGNER, "dns.rrsig.signers_name", STRING, 0, DEC, NULL, "Signer's name", \
      "The zone whose key made the signature.", "RFC 4034 §3.1.7", 0) \
    F(RRSIG_SIGNATURE, "dns.rrsig.signature", BYTES, 0, DEC, NULL, "Signature", \
      "Proof that the zone's owner wrote exactly these records.", "RFC 4034 §3.1.8", 0) \
    F(KEY_FLAGS, "dns.key.flags", U16, 0, HEX, NULL, "Flags", "What the key may be used for.", \
      "RFC 2535 §3.1.2", 0) \
    F(KEY_AUTHENTICATION, "dns.key.flags.authentication", U16, 0x8000, FLAG, NULL, "No authentication", \
      "Set: the key must not be used to prove who someone is.", "RFC 2535 §3.1.2", 0) \
    F(KEY_CONFIDENTIALITY, "dns.key.flags.confidentiality", U16, 0x4000, FLAG, NULL, "No confidentiality", \
      "Set: the key must not be used to encrypt.", "RFC 2535 §3.1.2", 0) \
    F(KEY_REQUIRED, "dns.key.flags.required", U16, 0x2000, FLAG, NULL, "Experimental", \
      "Meant to say that the key is only on trial.", "RFC 2065 §3.3", 0) \
    F(KEY_USER, "dns.key.flags.associated_user", U16, 0x0400, FLAG, NULL, "User's key", \
      "The key belongs to a user or an account.", "RFC 2065 §3.3", 0) \
    F(KEY_ENTITY, "dns.key.flags.associated_named_entity", U16, 0x0200, FLAG, NULL, "Host's key", \
      "The key belongs to a host or another thing with a name, not to a zone.", "RFC 2065 §3.3", 0) \
    F(KEY_IPSEC, "dns.key.flags.ipsec", U16, 0x0080, FLAG, NULL, "For IPsec", \
      "The key may be used with IPsec.", "RFC 2065 §3.3", 0) \
    F(KEY_MIME, "dns.key.flags.mime", U16, 0x0040, FLAG, NULL, "For mail", \
      "The key may be used to secure mail.", "RFC 2065 §3.3", 0) \
    F(KEY_SIGNATORY, "dns.key.flags.signatory", U16, 0x000f, DEC, NULL, "Signatory", \
      "Which records the key may change by a signed update.", "RFC 2137 §3.1", 0) \
    F(KEY_PROTOCOL, "dns.key.protocol", U8, 0, DEC, NULL, "Protocol", \
      "Which protocol the key is for: 3 is DNSSEC.", "RFC 2535 §3.1.3", 0) \
    F(KEY_ALGORITHM, "dns.key.algorithm", U8, 0, DEC, &wt_dns_algorithms, "Algorithm", \
      "How the key is used.", "RFC 2535 §3.2", 0) \
    F(KEY_ID, "dns.key.key_id", U16, 0, DEC, NULL, "Key ID", \
      "A short number for the key, worked out from it, by which signatures name it.", "RFC 2535 §4.1.6", 0) \
    F(KEY_KEY, "dns.key.public_key", BYTES, 0, DEC, NULL, "Public Key", \
      "The public key itself, laid out as the algorithm says.", "RFC 2535 §3.1", \
      0) \
    F(PX_PREFERENCE, "dns.px.preference", U16, 0, DEC, NULL, "Preference", \
      "Which mapping to try first: the lowest number.", "RFC 2163 §4", 0) \
    F(PX_822, "dns.px.map822", STRING, 0, DEC, NULL, "Internet mail domain", \
      "The Internet side of a mapping between Internet and X.400 mail.", "RFC 2163 §4", 0) \
    F(PX_400, "dns.px.map400", STRING, 0, DEC, NULL, "X.400 domain", "The X.400 side of that mapping.", \
      "RFC 2163 §4", 0) \
    F(GPOS_LONGITUDE_LEN, "dns.gpos.longitude_length", U8, 0, DEC, NULL, "Longitude length", \
      "How many characters follow.", "RFC 1712 §3", 0) \
    F(GPOS_LONGITUDE, "dns.gpos.longitude", STRING, 0, DEC, NULL, "Longitude", \
      "How far east the host stands, in degrees.", "RFC 1712 §3", 0) \
    F(GPOS_LATITUDE_LEN, "dns.gpos.latitude_length", U8, 0, DEC, NULL, "Latitude length", \
      "How many characters follow.", "RFC 1712 §3", 0) \
    F(GPOS_LATITUDE, "dns.gpos.latitude", STRING, 0, DEC, NULL, "Latitude", \
      "How far north the host stands, in degrees.", "RFC 1712 §3", 0) \
    F(GPOS_ALTITUDE_LEN, "dns.gpos.altitude_length", U8, 0, DEC, NULL, "Altitude length", \
      "How many characters follow.", "RFC 1712 §3", 0) \
    F(GPOS_ALTITUDE, "dns.gpos.altitude", STRING, 0, DEC, NULL, "Altitude", \
      "How high the host stands, in metres.", "RFC 1712 §3", 0) \
    F(AAAA, "dns.aaaa", IPV6, 0, DEC, NULL, "Address", "The IPv6 address of the host.", "RFC 3596 §2.2", \
      WT_STORY) \
    F(LOC_VERSION, "dns.loc.version", U8, 0, DEC, NULL, "Version", \
      "Which layout follows: there is only 0.", "RFC 1876 §2", 0) \
    F(LOC_SIZE, "dns.loc.size", U8, 0, DEC, NULL, "Size", \
      "How big the thing is: a digit and a power of ten, in centimetres.", "RFC 1876 §2", 0) \
    F(LOC_HORIZONTAL, "dns.loc.horizontal_precision", U8, 0, DEC, NULL, "Horizontal Precision", \
      "How exact the place is, written like the size.", "RFC 1876 §2", 0) \
    F(LOC_VERTICAL, "dns.loc.vertical_precision", U8, 0, DEC, NULL, "Vertical Precision", \
      "How exact the height is, written like the size.", "RFC 1876 §2", 0) \
    F(LOC_LATITUDE, "dns.loc.latitude", U32, 0, DEC, NULL, "Latitude", \
      "Thousandths of an arc second from the equator, which is 2^31; more is north.", "RFC 1876 §2", 0) \
    F(LOC_LONGITUDE, "dns.loc.longitude", U32, 0, DEC, NULL, "Longitude", \
      "Thousandths of an arc second from the prime meridian, which is 2^31; more is east.", "RFC 1876 §2", \
      0) \
    F(LOC_ALTITUDE, "dns.loc.altitude", U32, 0, DEC, NULL, "Altitude", \
      "Centimetres above a point 100 km below sea level.", "RFC 1876 §2", 0) \
    F(LOC_UNKNOWN, "dns.loc.unknown_data", BYTES, 0, DEC, NULL, "Data", \
      "A place in a layout not explained here.", "RFC 1876 §2", 0) \
    F(NXT, "dns.nxt.next_domain_name", STRING, 0, DEC, NULL, "Next Domain Name", \
      "No name exists between this record's and that one; obsolete, see NSEC.", "RFC 2535 §5.2", 0) \
    F(SRV_SERVICE, "dns.srv.service", STRING, 0, DEC, NULL, "Service", \
      "Which service is looked for, from the record's name.", "RFC 2782", WT_STORY) \
    F(SRV_PROTO, "dns.srv.proto", STRING, 0, DEC, NULL, "Protocol", \
      "The transport it runs on, from the record's name.", "RFC 2782", 0) \
    F(SRV_NAME, "dns.srv.name", STRING, 0, DEC, NULL, "Name", \
      "The domain whose service it is, from the record's name.", "RFC 2782", 0) \
    F(SRV_PRIORITY, "dns.srv.priority", U16, 0, DEC, NULL, "Priority", \
      "Which server to try first: the lowest number.", "RFC 2782", 0) \
    F(SRV_WEIGHT, "dns.srv.weight", U16, 0, DEC, NULL, "Weight", \
      "How large a share of the clients it takes among servers of equal priority.", "RFC 2782", 0) \
    F(SRV_PORT, "dns.srv.port", U16, 0, DEC, NULL, "Port", "The port that the service listens on there.", \
      "RFC 2782", WT_STORY) \
    F(SRV_TARGET, "dns.srv.target", STRING, 0, DEC, NULL, "Target", "The host that offers the service.", \
      "RFC 2782", WT_STORY) \
    F(NAPTR_ORDER, "dns.naptr.order", U16, 0, DEC, NULL, "Order", \
      "In which order the rules are tried: the lowest first.", "RFC 3403 §4.1", 0) \
    F(NAPTR_PREFERENCE, "dns.naptr.preference", U16, 0, DEC, NULL, "Preference", \
      "Which of several rules of the same order is preferred: the lowest.", "RFC 3403 §4.1", 0) \
    F(NAPTR_FLAGS_LEN, "dns.naptr.flags_length", U8, 0, DEC, NULL, "Flags Length", \
      "How many flags follow.", "RFC 3403 §4.1", 0) \
    F(NAPTR_FLAGS, "dns.naptr.flags", STRING, 0, DEC, NULL, "Flags", \
      "What the result is: s a service name, a a host, u a URI.", "RFC 3403 §4.1; RFC 3404 §4.3", 0) \
    F(NAPTR_SERVICE_LEN, "dns.naptr.service_length", U8, 0, DEC, NULL, "Service Length", \
      "How many bytes the service's name takes.", "RFC 3403 §4.1", 0) \
    F(NAPTR_SERVICE, "dns.naptr.service", STRING, 0, DEC, NULL, "Service", \
      "What the rule leads to, such as telephony by SIP.", "RFC 3403 §4.1", WT_STORY) \
    F(NAPTR_REGEX_LEN, "dns.naptr.regex_length", U8, 0, DEC, NULL, "Regex Length", \
      "How many bytes the expression takes.", "RFC 3403 §4.1", 0) \
    F(NAPTR_REGEX, "dns.naptr.regex", STRING, 0, DEC, NULL, "Regex", \
      "A rule that rewrites what was looked up into where to go next.", "RFC 3403 §4.1", 0) \
    F(NAPTR_REPLACEMENT_LEN, "dns.naptr.replacement_length", U8, 0, DEC, NULL, "Replacement Length", \
      "How many characters the next name has when written out.", "RFC 3403 §4.1", 0) \
    F(NAPTR_REPLACEMENT, "dns.naptr.replacement", STRING, 0, DEC, NULL, "Replacement", \
      "The name to look up next, where no rewriting is needed.", "RFC 3403 §4.1", 0) \
    F(KX_PREFERENCE, "dns.kx.preference", U16, 0, DEC, NULL, "Preference", \
      "Which host to try first: the lowest number.", "RFC 2230 §3.1", 0) \
    F(KX, "dns.kx.key_exchange", STRING, 0, DEC, NULL, "Key Exchange", \
      "A host that negotiates keys on behalf of this one.", "RFC 2230 §3.1", 0) \
    F(CERT_TYPE, "dns.cert.type", U16, 0, DEC, &wt_dns_cert_types, "Type", \
      "What kind of certificate it is.", "RFC 4398 §2.1", 0) \
    F(CERT_KEY_TAG, "dns.cert.key_tag", U16, 0, HEX, NULL, "Key Tag", "A short number for the key inside.", \
      "RFC 4398 §2", 0) \
    F(CERT_ALGORITHM, "dns.cert.algorithm", U8, 0, DEC, &wt_dns_algorithms, "Algorithm", \
      "What the key inside is used with.", "RFC 4398 §2", 0) \
    F(CERT, "dns.cert.certificate", BYTES, 0, DEC, NULL, "Certificate", \
      "The certificate, or a list of revoked ones.", "RFC 4398 §2", 0) \
    F(A6_PREFIX_LEN, "dns.a6.prefix_len", U8, 0, DEC, NULL, "Prefix length", \
      "How many bits of the address another record gives; obsolete, see AAAA.", "RFC 2874 §3.1", 0) \
    F(A6_SUFFIX, "dns.a6.address_suffix", IPV6, 0, DEC, NULL, "Address Suffix", "The rest of the address.", \
      "RFC 2874 §3.1", 0) \
    F(A6_NAME, "dns.a6.prefix_name", STRING, 0, DEC, NULL, "Prefix name", \
      "Where the first bits of the address are looked up.", "RFC 2874 §3.1", 0) \
    F(DNAME, "dns.dname", STRING, 0, DEC, NULL, "Redirected to", \
      "All names below this one are to be looked up below that one.", "RFC 6672 §2.1", WT_STORY) \
    F(OPT, "dns.opt", NONE, 0, DEC, NULL, "Option", "One extension that the sender uses.", \
      "RFC 6891 §6.1.2", 0) \
    F(OPT_CODE, "dns.opt.code", U16, 0, DEC, &wt_dns_opt_codes, "Option Code", "Which extension it is.", \
      "RFC 6891 §6.1.2", WT_STORY) \
    F(OPT_LEN, "dns.opt.len", U16, 0, DEC, NULL, "Option Length", "How many bytes of data follow.", \
      "RFC 6891 §6.1.2", 0) \
    F(OPT_DATA, "dns.opt.data", BYTES, 0, DEC, NULL, "Option Data", "The extension's data, byte by byte.", \
      "RFC 6891 §6.1.2", 0) \
    F(OPT_DAU, "dns.opt.dau", U8, 0, DEC, &wt_dns_algorithms, "Signature algorithm", \
      "A signature algorithm that the asker can check.", "RFC 6975 §3", 0) \
    F(OPT_DHU, "dns.opt.dhu", U8, 0, DEC, &wt_dns_digests, "Digest algorithm", \
      "A digest that the asker can check.", "RFC 6975 §3", 0) \
    F(OPT_N3U, "dns.opt.n3u", U8, 0, DEC, &wt_dns_digests, "NSEC3 hash", \
      "A hash for denied names that the asker can compute.", "RFC 6975 §3", 0) \
    F(OPT_FAMILY, "dns.opt.client.family", U16, 0, DEC, &wt_dns_families, "Family", \
      "Whether the client's address is IPv4 or IPv6.", "RFC 7871 §6", 0) \
    F(OPT_NETMASK, "dns.opt.client.netmask", U8, 0, DEC, NULL, "Source prefix length", \
      "How many bits of the client's address are told.", "RFC 7871 §6", 0) \
    F(OPT_SCOPE, "dns.opt.client.scope", U8, 0, DEC, NULL, "Scope prefix length", \
      "For clients how close to this one the answer is meant: 0 in questions.", "RFC 7871 §6", 0) \
    F(OPT_ADDR4, "dns.opt.client.addr4", IPV4, 0, DEC, NULL, "Client Subnet", \
      "Where the one who asked first is, so that a server near it can be named.", "RFC 7871 §6", 0) \
    F(OPT_ADDR6, "dns.opt.client.addr6", IPV6, 0, DEC, NULL, "Client Subnet", \
      "Where the one who asked first is, so that a server near it can be named.", "RFC 7871 §6", 0) \
    F(OPT_ADDR, "dns.opt.client.addr", BYTES, 0, DEC, NULL, "Client Subnet", \
      "Where the one who asked first is, so that a server near it can be named.", "RFC 7871 §6", 0) \
    F(OPT_COOKIE_CLIENT, "dns.opt.cookie.client", BYTES, 0, DEC, NULL, "Client Cookie", \
      "A secret of the asker's that the answer must repeat: forgers can't know it.", "RFC 7873 §4.1", 0) \
    F(OPT_COOKIE_SERVER, "dns.opt.cookie.server", BYTES, 0, DEC, NULL, "Server Cookie", \
      "A secret of the server's by which it knows clients that use their own address.", "RFC 7873 §4.2", 0) \
    F(OPT_KEEPALIVE, "dns.opt.edns_tcp_keepalive.timeout", U16, 0, DEC, NULL, "Timeout", \
      "For how long the server keeps an idle connection, in tenths of a second.", "RFC 7828 §3.1", 0) \
    F(OPT_PADDING, "dns.opt.padding", BYTES, 0, DEC, NULL, "Padding", \
      "Filler that hides from listeners how long the message really is.", "RFC 7830 §3", 0) \
    F(OPT_CHAIN, "dns.opt.chain.fqdn", STRING, 0, DEC, NULL, "Closest Trust Point", \
      "The name from which on the asker needs the proofs.", "RFC 7901 §4", 0) \
    F(OPT_ERROR_CODE, "dns.opt.ext_error.info_code", U16, 0, DEC, &wt_dns_ext_errors, "Info Code", \
      "What went wrong, more exactly than the reply code tells.", "RFC 8914 §2", WT_STORY) \
    F(OPT_ERROR_TEXT, "dns.opt.ext_error.extra_text", STRING, 0, DEC, NULL, "Extra Text", \
      "What went wrong, in words.", "RFC 8914 §2", WT_STORY) \
    F(APL_FAMILY, "dns.apl.address_family", U16, 0, DEC, &wt_dns_families, "Address Family", \
      "Whether the prefix is IPv4 or IPv6.", "RFC 3123 §4", 0) \
    F(APL_PREFIX, "dns.apl.coded_prefix", U8, 0, DEC, NULL, "Prefix Length", \
      "How many bits of the address count.", "RFC 3123 §4", 0) \
    F(APL_NEGATION, "dns.apl.negation", U8, 0x80, FLAG, NULL, "Negation", \
      "The prefix is excepted from the list.", "RFC 3123 §4", 0) \
    F(APL_LENGTH, "dns.apl.afdlength", U8, 0x7f, DEC, NULL, "Address Length", \
      "How many bytes follow: zero bytes at the end are left out.", "RFC 3123 §4", 0) \
    F(APL_IPV4, "dns.apl.afdpart.ipv4", IPV4, 0, DEC, NULL, "Address", \
      "The prefix of IPv4 addresses; bits beyond its length are zero.", "RFC 3123 §4", 0) \
    F(APL_IPV6, "dns.apl.afdpart.ipv6", IPV6, 0, DEC, NULL, "Address", \
      "The prefix of IPv6 addresses; bits beyond its length are zero.", "RFC 3123 §4", 0) \
    F(APL_DATA, "dns.apl.afdpart.data", BYTES, 0, DEC, NULL, "Address", \
      "The prefix, of a family not explained here.", "RFC 3123 §4", 0) \
    F(DS_KEY_ID, "dns.ds.key_id", U16, 0, HEX, NULL, "Key id", "Which of the child zone's keys is meant.", \
      "RFC 4034 §5.1.1", 0) \
    F(DS_ALGORITHM, "dns.ds.algorithm", U8, 0, DEC, &wt_dns_algorithms, "Algorithm", \
      "What that key is used with.", "RFC 4034 §5.1.2", 0) \
    F(DS_DIGEST_TYPE, "dns.ds.digest_type", U8, 0, DEC, &wt_dns_digests, "Digest Type", \
      "How the fingerprint was made.", "RFC 4034 §5.1.3", 0) \
    F(DS_DIGEST, "dns.ds.digest", BYTES, 0, DEC, NULL, "Digest", \
      "Fingerprint of the child zone's key: by it the parent vouches for the child.", "RFC 4034 §5.1.4", 0) \
    F(SSHFP_ALGORITHM, "dns.sshfp.algorithm", U8, 0, DEC, &wt_dns_sshfp_algorithms, "Algorithm", \
      "What kind of SSH host key it is.", "RFC 4255 §3.1.1", 0) \
    F(SSHFP_TYPE, "dns.sshfp.fingerprint.type", U8, 0, DEC, &wt_dns_sshfp_types, "Fingerprint type", \
      "How the fingerprint was made.", "RFC 4255 §3.1.2", 0) \
    F(SSHFP, "dns.sshfp.fingerprint", BYTES, 0, DEC, NULL, "Fingerprint", \
      "What the SSH server's key must hash to.", "RFC 4255 §3.1.3", 0) \
    F(IPSECKEY_PRECEDENCE, "dns.ipseckey.gateway_precedence", U8, 0, DEC, NULL, "Precedence", \
      "Which gateway to try first: the lowest number.", "RFC 4025 §2.2", 0) \
    F(IPSECKEY_TYPE, "dns.ipseckey.gateway_type", U8, 0, DEC, &wt_dns_gateways, "Gateway Type", \
      "How the gateway is written below.", "RFC 4025 §2.3", 0) \
    F(IPSECKEY_ALGORITHM, "dns.ipseckey.gateway_algorithm", U8, 0, DEC, &wt_dns_gateway_keys, "Algorithm", \
      "What kind of key it is.", "RFC 4025 §2.4", 0) \
    F(IPSECKEY_IPV4, "dns.ipseckey.gateway_ipv4", IPV4, 0, DEC, NULL, "Gateway", \
      "Where the IPsec tunnel to this host ends.", "RFC 4025 §2.5", 0) \
    F(IPSECKEY_IPV6, "dns.ipseckey.gateway_ipv6", IPV6, 0, DEC, NULL, "Gateway", \
      "Where the IPsec tunnel to this host ends.", "RFC 4025 §2.5", 0) \
    F(IPSECKEY_DNS, "dns.ipseckey.gateway_dns", STRING, 0, DEC, NULL, "Gateway", \
      "Where the IPsec tunnel to this host ends.", "RFC 4025 §2.5", 0) \
    F(IPSECKEY_KEY, "dns.ipseckey.public_key", BYTES, 0, DEC, NULL, "Public Key", \
      "The key to set the tunnel up with.", "RFC 4025 §2.6", 0) \
    F(NSEC_NEXT, "dns.nsec.next_domain_name", STRING, 0, DEC, NULL, "Next Domain Name", \
      "The next name that exists: a signed proof that there is none between.", "RFC 4034 §4.1.1", WT_STORY) \
    F(BITMAP_TYPE, "dns.resp.type", U16, 0, DEC, &wt_dns_types, "Type in the map", \
      "A kind of record that the name has: those not listed are proven not to exist.", "RFC 4034 §4.1.2", \
      0) \
    F(DNSKEY_FLAGS, "dns.dnskey.flags", U16, 0, HEX, NULL, "Flags", "What the key is for.", \
      "RFC 4034 §2.1.1", 0) \
    F(DNSKEY_ZONE, "dns.dnskey.flags.zone_key", U16, 0x0100, FLAG, NULL, "Zone Key", \
      "The key signs the zone's records.", "RFC 4034 §2.1.1", 0) \
    F(DNSKEY_REVOKED, "dns.dnskey.flags.key_revoked", U16, 0x0080, FLAG, NULL, "Revoked", \
      "The key is no longer to be trusted.", "RFC 5011 §2.1", 0) \
    F(DNSKEY_SEP, "dns.dnskey.flags.secure_entry_point", U16, 0x0001, FLAG, NULL, "Secure entry point", \
      "A key that signs the other keys, and that the parent vouches for.", "RFC 4034 §2.1.1", 0) \
    F(DNSKEY_RESERVED, "dns.dnskey.flags.reserved", U16, 0xfe7e, HEX, NULL, "Reserved", \
      "Kept for later use; must be zero.", "RFC 4034 §2.1.1", 0) \
    F(DNSKEY_PROTOCOL, "dns.dnskey.protocol", U8, 0, DEC, NULL, "Protocol", "Always 3, DNSSEC.", \
      "RFC 4034 §2.1.2", 0) \
    F(DNSKEY_ALGORITHM, "dns.dnskey.algorithm", U8, 0, DEC, &wt_dns_algorithms, "Algorithm", \
      "What the key is used with.", "RFC 4034 §2.1.3", 0) \
    F(DNSKEY_ID, "dns.dnskey.key_id", U16, 0, DEC, NULL, "Key id", \
      "A short number for the key, worked out from it, by which signatures name it.", "RFC 4034 §B", 0) \
    F(DNSKEY_KEY, "dns.dnskey.public_key", BYTES, 0, DEC, NULL, "Public Key", \
      "The key that checks the zone's signatures.", "RFC 4034 §2.1.4", 0) \
    F(DHCID, "dns.dhcid.rdata", BYTES, 0, DEC, NULL, "Client", \
      "A hash of the DHCP client that the name was given to, so that no other takes it over.", \
      "RFC 4701 §3", 0) \
    F(NSEC3_ALGO, "dns.nsec3.algo", U8, 0, DEC, &wt_dns_nsec3_hashes, "Hash algorithm", \
      "How names are hashed, so that the zone can't be listed by walking it.", "RFC 5155 §3.1.1", 0) \
    F(NSEC3_FLAGS, "dns.nsec3.flags", U8, 0, DEC, NULL, "Flags", "How the proof is to be read.", \
      "RFC 5155 §3.1.2", 0) \
    F(NSEC3_OPT_OUT, "dns.nsec3.flags.opt_out", U8, 0x01, FLAG, NULL, "Opt-out", \
      "Unsigned child zones may exist between the two hashes.", "RFC 5155 §3.1.2.1", 0) \
    F(NSEC3_ITERATIONS, "dns.nsec3.iterations", U16, 0, DEC, NULL, "Iterations", \
      "How many more times the hash is computed over its own result: 0 is best.", \
      "RFC 5155 §3.1.3; RFC 9276 §3.1", 0) \
    F(NSEC3_SALT_LEN, "dns.nsec3.salt_length", U8, 0, DEC, NULL, "Salt length", \
      "How many bytes of salt follow.", "RFC 5155 §3.1.4", 0) \
    F(NSEC3_SALT, "dns.nsec3.salt_value", BYTES, 0, DEC, NULL, "Salt", \
      "Mixed into the hash, so that tables made beforehand don't help.", "RFC 5155 §3.1.5", 0) \
    F(NSEC3_HASH_LEN, "dns.nsec3.hash_length", U8, 0, DEC, NULL, "Hash length", \
      "How many bytes the next hash has.", "RFC 5155 §3.1.6", 0) \
    F(NSEC3_HASH, "dns.nsec3.hash_value", STRING, 0, DEC, NULL, "Next hashed owner", \
      "The next hash that exists: a signed proof that there is none between.", "RFC 5155 §3.1.7", 0) \
    F(TLSA_USAGE, "dns.tlsa.certificate_usage", U8, 0, DEC, &wt_dns_tlsa_usages, "Certificate Usage", \
      "Which certificate of the chain is meant, and whether public authorities count too.", \
      "RFC 6698 §2.1.1", 0) \
    F(TLSA_SELECTOR, "dns.tlsa.selector", U8, 0, DEC, &wt_dns_tlsa_selectors, "Selector", \
      "Whether the whole certificate or only its key is compared.", "RFC 6698 §2.1.2", 0) \
    F(TLSA_MATCHING, "dns.tlsa.matching_type", U8, 0, DEC, &wt_dns_tlsa_matchings, "Matching Type", \
      "Whether it is compared byte by byte or by its hash.", "RFC 6698 §2.1.3", 0) \
    F(TLSA_DATA, "dns.tlsa.certificate_association_data", BYTES, 0, DEC, NULL, "Certificate data", \
      "What the TLS server's certificate, or its hash, must be.", "RFC 6698 §2.1.4", 0) \
    F(HIP_HIT_LEN, "dns.hip.hit.length", U8, 0, DEC, NULL, "HIT length", \
      "How many bytes the identity tag has.", "RFC 8005 §5.1", 0) \
    F(HIP_ALGO, "dns.hip.hit.pk.algo", U8, 0, DEC, &wt_dns_gateway_keys, "Algorithm", \
      "What kind of key it is.", "RFC 8005 §5.2", 0) \
    F(HIP_PK_LEN, "dns.hip.pk.length", U16, 0, DEC, NULL, "Key length", "How many bytes the key has.", \
      "RFC 8005 §5.3", 0) \
    F(HIP_HIT, "dns.hip.hit", BYTES, 0, DEC, NULL, "Host Identity Tag", \
      "The host's identity, a hash of its key, which stays when its address changes.", "RFC 8005 §5.4", 0) \
    F(HIP_PK, "dns.hip.pk", BYTES, 0, DEC, NULL, "Public Key", "The key that proves the identity.", \
      "RFC 8005 §5.5", 0) \
    F(HIP_SERVER, "dns.hip.rendezvous_server", STRING, 0, DEC, NULL, "Rendezvous Server", \
      "A server that knows where the host is now.", "RFC 8005 §5.6", 0) \
    F(OPENPGPKEY, "dns.openpgpkey", STRING, 0, DEC, NULL, "OpenPGP key", \
      "The key to encrypt mail to this address with.", "RFC 7929 §2.1", 0) \
    F(CSYNC_SOA, "dns.csync.soa", U32, 0, DEC, NULL, "Serial", \
      "The child zone's serial number from which on the request counts.", "RFC 7477 §2.1.1.1", 0) \
    F(CSYNC_FLAGS, "dns.csync.flags", U16, 0, HEX, NULL, "Flags", "How the parent is to go about it.", \
      "RFC 7477 §2.1.1.2", 0) \
    F(CSYNC_IMMEDIATE, "dns.csync.flags.immediate", U16, 0x0001, FLAG, NULL, "Immediate", \
      "The parent may copy the records without asking a person.", "RFC 7477 §2.1.1.2.1", 0) \
    F(CSYNC_SOAMINIMUM, "dns.csync.flags.soaminimum", U16, 0x0002, FLAG, NULL, "SOA minimum", \
      "Only if the zone's serial number is at least the one above.", "RFC 7477 §2.1.1.2.2", 0) \
    F(CSYNC_BITMAP, "dns.csync.type_bitmap", BYTES, 0, DEC, NULL, "Types", \
      "Which records the parent is to copy from the child.", "RFC 7477 §2.1.1.3", 0) \
    F(ZONEMD_SERIAL, "dns.zonemd.serial", U32, 0, DEC, NULL, "Serial", \
      "The zone's serial number that the digest is of.", "RFC 8976 §2.2.1", 0) \
    F(ZONEMD_SCHEME, "dns.zonemd.scheme", U8, 0, DEC, &wt_dns_zonemd_schemes, "Scheme", \
      "How the zone is put in order for the digest.", "RFC 8976 §2.2.2", 0) \
    F(ZONEMD_HASH, "dns.zonemd.hash_algo", U8, 0, DEC, &wt_dns_zonemd_hashes, "Hash Algorithm", \
      "How the digest was made.", "RFC 8976 §2.2.3", 0) \
    F(ZONEMD_DIGEST, "dns.zonemd.digest", BYTES, 0, DEC, NULL, "Digest", \
      "Fingerprint of the whole zone, by which copies are checked.", "RFC 8976 §2.2.4", 0) \
    F(SVCB_PRIORITY, "dns.svcb.svcpriority", U16, 0, DEC, NULL, "Priority", \
      "Which offer to try first: the lowest; 0 means that the name is only an alias.", "RFC 9460 §2.4.1", \
      0) \
    F(SVCB_TARGET, "dns.svcb.targetname", STRING, 0, DEC, NULL, "Target name", \
      "The host that offers the service; the root means this name itself.", "RFC 9460 §2.2", WT_STORY) \
    F(SVCB_PARAM, "dns.svcb.svcparam", NONE, 0, DEC, NULL, "Parameter", \
      "One thing to know before connecting.", "RFC 9460 §2.2", 0) \
    F(SVCB_KEY, "dns.svcb.svcparam.key", U16, 0, DEC, &wt_dns_svc_keys, "Key", \
      "What this parameter tells.", "RFC 9460 §14.3.2", 0) \
    F(SVCB_LENGTH, "dns.svcb.svcparam.value.length", U16, 0, DEC, NULL, "Length", \
      "How many bytes the parameter's value takes.", "RFC 9460 §2.2", 0) \
    F(SVCB_VALUE, "dns.svcb.svcparam.value", BYTES, 0, DEC, NULL, "Value", \
      "The parameter's value, byte by byte.", "RFC 9460 §2.2", 0) \
    F(SVCB_MANDATORY, "dns.svcb.svcparam.mandatory.key", U16, 0, DEC, &wt_dns_svc_keys, "Mandatory key", \
      "A parameter that must be understood to use this record.", "RFC 9460 §8", 0) \
    F(SVCB_ALPN_LEN, "dns.svcb.svcparam.alpn.length", U8, 0, DEC, NULL, "ALPN length", \
      "How many bytes the protocol's name takes.", "RFC 9460 §7.1.1", 0) \
    F(SVCB_ALPN, "dns.svcb.svcparam.alpn", STRING, 0, DEC, NULL, "ALPN", \
      "A protocol that the server speaks, such as h2 or h3.", "RFC 9460 §7.1", WT_STORY) \
    F(SVCB_PORT, "dns.svcb.svcparam.port", U16, 0, DEC, NULL, "Port", \
      "The port to connect to instead of the usual one.", "RFC 9460 §7.2", 0) \
    F(SVCB_IPV4, "dns.svcb.svcparam.ipv4hint.ip", IPV4, 0, DEC, NULL, "Address", \
      "An address to try at once, while the real ones are looked up.", "RFC 9460 §7.3", 0) \
    F(SVCB_IPV6, "dns.svcb.svcparam.ipv6hint.ip", IPV6, 0, DEC, NULL, "Address", \
      "An address to try at once, while the real ones are looked up.", "RFC 9460 §7.3", 0) \
    F(SVCB_ECH, "dns.svcb.svcparam.echconfig", BYTES, 0, DEC, NULL, "ECH configuration", \
      "The key by which the client hides from listeners which site it wants.", "RFC 9848 §3", 0) \
    F(SVCB_ODOH, "dns.svcb.svcparam.odohconfig", BYTES, 0, DEC, NULL, "ODoH configuration", \
      "The key for questions that go through a proxy which can't read them.", "RFC 9230 §5", 0) \
    F(SPF_LENGTH, "dns.spf.length", U8, 0, DEC, NULL, "Length", "How many bytes this piece of text has.", \
      "RFC 4408 §3.1.1", 0) \
    F(SPF, "dns.spf", STRING, 0, DEC, NULL, "SPF", \
      "Which hosts may send mail for this domain; today it is a TXT record.", "RFC 7208 §3.1", 0) \
    F(NID_PREFERENCE, "dns.ilnp.nid.preference", U16, 0, DEC, NULL, "Preference", \
      "Which value to try first: the lowest number.", "RFC 6742 §2.1.1", 0) \
    F(NID, "dns.ilnp.nid", BYTES, 0, DEC, NULL, "Node identifier", \
      "Who the host is, apart from where it is.", "RFC 6742 §2.1.2", 0) \
    F(L32_PREFERENCE, "dns.ilnp.l32.preference", U16, 0, DEC, NULL, "Preference", \
      "Which value to try first: the lowest number.", "RFC 6742 §2.2.1", 0) \
    F(L32, "dns.ilnp.l32", IPV4, 0, DEC, NULL, "Locator", "In which IPv4 network the host is.", \
      "RFC 6742 §2.2.2", 0) \
    F(L64_PREFERENCE, "dns.ilnp.l64.preference", U16, 0, DEC, NULL, "Preference", \
      "Which value to try first: the lowest number.", "RFC 6742 §2.3.1", 0) \
    F(L64, "dns.ilnp.l64", BYTES, 0, DEC, NULL, "Locator", "In which IPv6 network the host is.", \
      "RFC 6742 §2.3.2", 0) \
    F(LP_PREFERENCE, "dns.ilnp.lp.preference", U16, 0, DEC, NULL, "Preference", \
      "Which value to try first: the lowest number.", "RFC 6742 §2.4.1", 0) \
    F(LP, "dns.ilnp.lp", STRING, 0, DEC, NULL, "Locator name", \
      "The name under which the host's locators are found.", "RFC 6742 §2.4.2", 0) \
    F(EUI48, "dns.eui48", ETHER, 0, DEC, NULL, "EUI-48", "The hardware address of the host's interface.", \
      "RFC 7043 §3.1", 0) \
    F(EUI64, "dns.eui64", EUI64, 0, DEC, NULL, "EUI-64", "The hardware address of the host's interface.", \
      "RFC 7043 §4.1", 0) \
    F(TKEY_ALGO, "dns.tkey.algo_name", STRING, 0, DEC, NULL, "Algorithm", \
      "What the key is to be used with.", "RFC 2930 §2.1", 0) \
    F(TKEY_INCEPTION, "dns.tkey.signature_inception", ABSTIME, 0, DEC, NULL, "Inception", \
      "From when on the key is good.", "RFC 2930 §2.2", 0) \
    F(TKEY_EXPIRATION, "dns.tkey.signature_expiration", ABSTIME, 0, DEC, NULL, "Expiration", \
      "Until when the key is good.", "RFC 2930 §2.2", 0) \
    F(TKEY_MODE, "dns.tkey.mode", U16, 0, DEC, &wt_dns_tkey_modes, "Mode", \
      "How the two agree on a shared key.", "RFC 2930 §2.5", 0) \
    F(TKEY_ERROR, "dns.tkey.error", U16, 0, DEC, &wt_dns_rcodes, "Error", "Whether the two could agree on a key.", \
      "RFC 2930 §2.6", 0) \
    F(TKEY_KEY_SIZE, "dns.tkey.key_size", U16, 0, DEC, NULL, "Key Size", \
      "How many bytes of key data follow.", "RFC 2930 §2.7", 0) \
    F(TKEY_KEY, "dns.tkey.key_data", BYTES, 0, DEC, NULL, "Key Data", \
      "What is exchanged to agree on the key.", "RFC 2930 §2.7", 0) \
    F(TKEY_OTHER_SIZE, "dns.tkey.other_size", U16, 0, DEC, NULL, "Other Size", \
      "How many further bytes follow.", "RFC 2930 §2.8", 0) \
    F(TKEY_OTHER, "dns.tkey.other_data", BYTES, 0, DEC, NULL, "Other Data", "Not used so far.", \
      "RFC 2930 §2.8", 0) \
    F(TSIG_ALGORITHM, "dns.tsig.algorithm_name", STRING, 0, DEC, NULL, "Algorithm Name", \
      "How the seal over the message was made.", "RFC 8945 §4.2", 0) \
    F(TSIG_TIME, "dns.tsig.time_signed", ABSTIME, 0, DEC, NULL, "Time Signed", \
      "When the message was sealed, so that it can't be replayed later.", "RFC 8945 §4.2", 0) \
    F(TSIG_FUDGE, "dns.tsig.fudge", U16, 0, DEC, NULL, "Fudge", \
      "By how many seconds the two clocks may differ.", "RFC 8945 §4.2", 0) \
    F(TSIG_MAC_SIZE, "dns.tsig.mac_size", U16, 0, DEC, NULL, "MAC Size", "How many bytes the seal has.", \
      "RFC 8945 §4.2", 0) \
    F(TSIG_MAC, "dns.tsig.mac", NONE, 0, DEC, NULL, "MAC", \
      "The seal: only who knows the shared secret can make it.", "RFC 8945 §4.2", 0) \
    F(TSIG_ID, "dns.tsig.original_id", U16, 0, DEC, NULL, "Original Id", \
      "The message's id when it was sealed: a forwarder may have changed it.", "RFC 8945 §4.2", 0) \
    F(TSIG_ERROR, "dns.tsig.error", U16, 0, DEC, &wt_dns_rcodes, "Error", \
      "What is wrong with the asker's seal, if anything.", "RFC 8945 §4.2", 0) \
    F(TSIG_OTHER_LEN, "dns.tsig.other_len", U16, 0, DEC, NULL, "Other Len", \
      "How many further bytes follow.", "RFC 8945 §4.2", 0) \
    F(TSIG_OTHER, "dns.tsig.other_data", BYTES, 0, DEC, NULL, "Other Data", \
      "The server's clock, where the two clocks differ too much.", "RFC 8945 §4.2", 0) \
    F(CAA_FLAGS, "dns.caa.flags", U8, 0, HEX, NULL, "Flags", "How the entry is to be taken.", \
      "RFC 8659 §4.1", 0) \
    F(CAA_CRITICAL, "dns.caa.flags.issuer_critical", U8, 0x80, FLAG, NULL, "Critical", \
      "An authority that does not understand the entry must not issue at all.", "RFC 8659 §4.1", 0) \
    F(CAA_ISSUE, "dns.caa.issue", STRING, 0, DEC, NULL, "May issue", \
      "The only authority that may issue certificates for this domain; “;” means none.", "RFC 8659 §4.2", \
      WT_STORY) \
    F(CAA_ISSUEWILD, "dns.caa.issuewild", STRING, 0, DEC, NULL, "May issue wildcards", \
      "The only authority that may issue wildcard certificates.", "RFC 8659 §4.3", WT_STORY) \
    F(CAA_IODEF, "dns.caa.iodef", STRING, 0, DEC, NULL, "Report to", \
      "Where to report attempts that break this policy.", "RFC 8659 §4.4", 0) \
    F(CAA_UNKNOWN, "dns.caa.unknown", STRING, 0, DEC, NULL, "Other entry", \
      "An entry of the policy that is not explained here.", "RFC 8659 §4.1", 0) \
    F(CAA_TAG_LEN, "dns.caa.tag_length", U8, 0, DEC, NULL, "Tag length", "How many bytes the tag takes.", \
      "RFC 8659 §4.1", 0) \
    F(CAA_TAG, "dns.caa.tag", STRING, 0, DEC, NULL, "Tag", \
      "What the entry is about: issue, issuewild, iodef, …", "RFC 8659 §4.1", 0) \
    F(CAA_VALUE, "dns.caa.value", STRING, 0, DEC, NULL, "Value", \
      "What the entry says, as its tag defines.", "RFC 8659 §4.1", \
      0) \
    F(WINS_LOCAL, "dns.wins.local_flag", U32, 0x1, FLAG, NULL, "Local", \
      "The record is not copied to other servers.", "MS-DNSP §2.2.2.2.4.17", 0) \
    F(WINS_LOOKUP, "dns.wins.lookup_timeout", U32, 0, DEC, NULL, "Lookup timeout", \
      "For how many seconds the DNS server waits for the WINS server.", "MS-DNSP §2.2.2.2.4.17", 0) \
    F(WINS_CACHE, "dns.wins.cache_timeout", U32, 0, DEC, NULL, "Cache timeout", \
      "For how many seconds the answer of the WINS server is kept.", "MS-DNSP §2.2.2.2.4.17", 0) \
    F(WINS_COUNT, "dns.wins.nb_wins_servers", U32, 0, DEC, NULL, "Number of WINS servers", \
      "How many WINS servers are listed.", "MS-DNSP §2.2.2.2.4.17", 0) \
    F(WINS_SERVER, "dns.wins.wins_server", IPV4, 0, DEC, NULL, "WINS server", \
      "Where names are looked up that DNS does not know.", "MS-DNSP §2.2.2.2.4.17", 0) \
    F(WINSR_LOCAL, "dns.winsr.local_flag", U32, 0x1, FLAG, NULL, "Local", \
      "The record is not copied to other servers.", "MS-DNSP §2.2.2.2.4.18", 0) \
    F(WINSR_LOOKUP, "dns.winsr.lookup_timeout", U32, 0, DEC, NULL, "Lookup timeout", \
      "For how many seconds the DNS server waits for the host's answer.", "MS-DNSP §2.2.2.2.4.18", 0) \
    F(WINSR_CACHE, "dns.winsr.cache_timeout", U32, 0, DEC, NULL, "Cache timeout", \
      "For how many seconds the answer is kept.", "MS-DNSP §2.2.2.2.4.18", 0) \
    F(WINSR_DOMAIN, "dns.winsr.name_result_domain", STRING, 0, DEC, NULL, "Result domain", \
      "What is appended to the host name that was found.", "MS-DNSP §2.2.2.2.4.18", 0) \
    F(XPF_VERSION, "dns.xpf.ip_version", U16, 0, DEC, NULL, "IP Version", \
      "Whether the addresses are IPv4 or IPv6.", "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_PROTOCOL, "dns.xpf.protocol", U8, 0, DEC, &wt_dns_ip_protocols, "Protocol", \
      "The transport by which the client reached the proxy.", "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_SOURCE4, "dns.xpf.source_ipv4", IPV4, 0, DEC, NULL, "Client", "The client behind the proxy.", \
      "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_DESTINATION4, "dns.xpf.destination_ipv4", IPV4, 0, DEC, NULL, "Proxy", \
      "The address at which the client reached the proxy.", "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_SOURCE6, "dns.xpf.source_ipv6", IPV6, 0, DEC, NULL, "Client", "The client behind the proxy.", \
      "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_DESTINATION6, "dns.xpf.destination_ipv6", IPV6, 0, DEC, NULL, "Proxy", \
      "The address at which the client reached the proxy.", "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_SPORT, "dns.xpf.sport", U16, 0, DEC, NULL, "Client's port", "The port that the client used.", \
      "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(XPF_DPORT, "dns.xpf.dport", U16, 0, DEC, NULL, "Proxy's port", \
      "The port at which the client reached the proxy.", "draft-bellis-dnsop-xpf-04 §4", 0) \
    F(DATA, "dns.data", BYTES, 0, DEC, NULL, "Data", "The record's data, of a type not explained here.", \
      "RFC 3597 §3", 0)

#endif
