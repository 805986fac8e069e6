/* dns_values.c - the numbers of DNS and what they stand for. */
#include "proto/dns.h"

#define TABLE(x) const wt_values wt_dns_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value response_rows[] = {WT_V(0, "Question", NULL), WT_V(1, "Answer", NULL)};
TABLE(response);

static const wt_value opcodes_rows[] = {
    WT_V(0, "Standard query", "Look something up."),
    WT_V(1, "Inverse query", "Obsolete: which name has this data?"),
    WT_V(2, "Server status request", NULL),
    WT_V(4, "Zone change notification", "Tells a copy of the zone that the original changed (RFC 1996)."),
    WT_V(5, "Dynamic update", "Add or delete records (RFC 2136)."),
    WT_V(6, "Stateful operation", "About the connection itself (RFC 8490)."),
};
TABLE(opcodes);

static const wt_value rcodes_rows[] = {
    WT_V(0, "No error", NULL),
    WT_V(1, "Format error", "The server could not make sense of the question."),
    WT_V(2, "Server failure", "The server could not find out, for its own or other servers' reasons."),
    WT_V(3, "No such name", "NXDOMAIN: nothing at all exists under this name."),
    WT_V(4, "Not implemented", "The server does not do this kind of request."),
    WT_V(5, "Refused", "The server does not want to answer this client or this question."),
    WT_V(6, "Name exists", "It was a condition of the update that it must not."),
    WT_V(7, "Record set exists", "It was a condition of the update that it must not."),
    WT_V(8, "No such record set", "It was a condition of the update that it must exist."),
    WT_V(9, "Not authoritative", "The server is not responsible for this zone, or the client may not."),
    WT_V(10, "Name out of zone", NULL),
    WT_V(11, "Stateful operation not implemented", NULL),
    WT_V(16, "Bad version or signature", "Of EDNS, or a TSIG seal that is wrong."),
    WT_V(17, "Key not recognized", NULL),
    WT_V(18, "Signature out of time window", "The two clocks differ too much."),
    WT_V(19, "Bad mode", NULL),
    WT_V(20, "Duplicate key name", NULL),
    WT_V(21, "Algorithm not supported", NULL),
    WT_V(22, "Bad truncation", NULL),
    WT_V(23, "Bad or missing server cookie", "Ask again with the cookie from this answer."),
};
TABLE(rcodes);

static const wt_value types_rows[] = {
    WT_V(0, "Reserved", NULL),
    WT_V(1, "A", "An IPv4 address."),
    WT_V(2, "NS", "A name server that is responsible for the zone."),
    WT_V(3, "MD", NULL),
    WT_V(4, "MF", NULL),
    WT_V(5, "CNAME", "The name is an alias of another one."),
    WT_V(6, "SOA", "Where a zone starts and how its copies are kept."),
    WT_V(7, "MB", NULL),
    WT_V(8, "MG", NULL),
    WT_V(9, "MR", NULL),
    WT_V(10, "NULL", NULL),
    WT_V(11, "WKS", "Which well-known services a host offers."),
    WT_V(12, "PTR", "Points to another name: an address's, or an instance of a service."),
    WT_V(13, "HINFO", "Machine and operating system."),
    WT_V(14, "MINFO", NULL),
    WT_V(15, "MX", "A mail server of the domain."),
    WT_V(16, "TXT", "Free text."),
    WT_V(17, "RP", "Responsible person."),
    WT_V(18, "AFSDB", NULL),
    WT_V(19, "X25", NULL),
    WT_V(20, "ISDN", NULL),
    WT_V(21, "RT", NULL),
    WT_V(22, "NSAP", NULL),
    WT_V(23, "NSAP-PTR", NULL),
    WT_V(24, "SIG", NULL),
    WT_V(25, "KEY", NULL),
    WT_V(26, "PX", NULL),
    WT_V(27, "GPOS", NULL),
    WT_V(28, "AAAA", "An IPv6 address."),
    WT_V(29, "LOC", "Where on Earth the host is."),
    WT_V(30, "NXT", NULL),
    WT_V(31, "EID", NULL),
    WT_V(32, "NIMLOC", NULL),
    WT_V(33, "SRV", "Host and port of a service."),
    WT_V(34, "ATMA", NULL),
    WT_V(35, "NAPTR", "A rule that rewrites a name or a telephone number."),
    WT_V(36, "KX", NULL),
    WT_V(37, "CERT", "A certificate."),
    WT_V(38, "A6", NULL),
    WT_V(39, "DNAME", "All names below are aliases."),
    WT_V(40, "SINK", NULL),
    WT_V(41, "OPT", "No record: extensions of the message itself (EDNS)."),
    WT_V(42, "APL", "A list of address prefixes."),
    WT_V(43, "DS", "Fingerprint of a child zone's key."),
    WT_V(44, "SSHFP", "Fingerprint of an SSH host key."),
    WT_V(45, "IPSECKEY", NULL),
    WT_V(46, "RRSIG", "A signature over the name's records of one type."),
    WT_V(47, "NSEC", "The next name that exists: proof that there is none between."),
    WT_V(48, "DNSKEY", "A key that signs the zone."),
    WT_V(49, "DHCID", NULL),
    WT_V(50, "NSEC3", "As NSEC, with hashed names."),
    WT_V(51, "NSEC3PARAM", "How names are hashed for NSEC3."),
    WT_V(52, "TLSA", "Which certificate a TLS server must show."),
    WT_V(53, "SMIMEA", NULL),
    WT_V(55, "HIP", NULL),
    WT_V(56, "NINFO", NULL),
    WT_V(57, "RKEY", NULL),
    WT_V(58, "TALINK", NULL),
    WT_V(59, "CDS", "A child zone asks its parent for this DS."),
    WT_V(60, "CDNSKEY", "A child zone asks its parent for a DS of this key."),
    WT_V(61, "OPENPGPKEY", "A key to encrypt mail with."),
    WT_V(62, "CSYNC", NULL),
    WT_V(63, "ZONEMD", "Digest of the whole zone."),
    WT_V(64, "SVCB", "How to reach a service."),
    WT_V(65, "HTTPS", "How to reach a web site: protocols, addresses, keys."),
    WT_V(99, "SPF", "Who may send mail for the domain; today in TXT."),
    WT_V(104, "NID", NULL),
    WT_V(105, "L32", NULL),
    WT_V(106, "L64", NULL),
    WT_V(107, "LP", NULL),
    WT_V(108, "EUI48", NULL),
    WT_V(109, "EUI64", NULL),
    WT_V(249, "TKEY", "To agree on a shared key."),
    WT_V(250, "TSIG", "No record: a seal over the message."),
    WT_V(251, "IXFR", "What changed in the zone since a serial number."),
    WT_V(252, "AXFR", "The whole zone."),
    WT_V(253, "MAILB", NULL),
    WT_V(254, "MAILA", NULL),
    WT_V(255, "ANY", "Whatever the server has about the name."),
    WT_V(256, "URI", NULL),
    WT_V(257, "CAA", "Who may issue certificates for the domain."),
    WT_V(258, "AVC", NULL),
    WT_V(259, "DOA", NULL),
    WT_V(260, "AMTRELAY", NULL),
    WT_V(32768, "TA", NULL),
    WT_V(32769, "DLV", NULL),
    WT_V(65281, "WINS", NULL),
    WT_V(65282, "WINS-R", NULL),
    WT_V(65422, "XPF", NULL),
};
TABLE(types);

static const wt_value classes_rows[] = {
    WT_V(1, "IN", "The Internet."), WT_V(2, "CS", NULL),
    WT_V(3, "CH", "Chaos; today asks servers about themselves."),
    WT_V(4, "HS", NULL), WT_V(254, "NONE", "In updates: delete this one."), WT_V(255, "ANY", NULL)};
TABLE(classes);

static const wt_value dso_types_rows[] = {
    WT_V(1, "Keepalive", NULL), WT_V(2, "Retry delay", NULL), WT_V(3, "Encryption padding", NULL),
    WT_V(0x40, "Subscribe", NULL), WT_V(0x41, "Push", NULL), WT_V(0x42, "Unsubscribe", NULL),
    WT_V(0x43, "Reconfirm", NULL)};
TABLE(dso_types);

static const wt_value algorithms_rows[] = {
    WT_V(1, "RSA/MD5", "Not to be used any more."), WT_V(2, "Diffie-Hellman", NULL), WT_V(3, "DSA", NULL),
    WT_V(4, "Elliptic curve", NULL), WT_V(5, "RSA/SHA-1", NULL), WT_V(6, "DSA with NSEC3", NULL),
    WT_V(7, "RSA/SHA-1 with NSEC3", NULL), WT_V(8, "RSA/SHA-256", NULL), WT_V(10, "RSA/SHA-512", NULL),
    WT_V(12, "GOST R 34.10-2001", NULL), WT_V(13, "ECDSA P-256 with SHA-256", NULL),
    WT_V(14, "ECDSA P-384 with SHA-384", NULL), WT_V(15, "Ed25519", NULL), WT_V(16, "Ed448", NULL),
    WT_V(252, "Indirect", NULL), WT_V(253, "Private, named", NULL),
    WT_V(254, "Private, by object identifier", NULL)};
TABLE(algorithms);

static const wt_value digests_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "SHA-1", NULL), WT_V(2, "SHA-256", NULL),
    WT_V(3, "GOST R 34.11-94", NULL),
    WT_V(4, "SHA-384", NULL)};
TABLE(digests);

static const wt_value nsec3_hashes_rows[] = {WT_V(0, "Reserved", NULL), WT_V(1, "SHA-1", NULL)};
TABLE(nsec3_hashes);

static const wt_value families_rows[] = {WT_V(1, "IPv4", NULL), WT_V(2, "IPv6", NULL)};
TABLE(families);

static const wt_value opt_codes_rows[] = {
    WT_V(1, "Long-lived query", NULL),
    WT_V(2, "Update lease", "For how long an update is to last."),
    WT_V(3, "Name server identifier", "Which of several servers behind one address answers."),
    WT_V(4, "Owner", NULL),
    WT_V(5, "Signature algorithms understood", NULL),
    WT_V(6, "Digests understood", NULL),
    WT_V(7, "NSEC3 hashes understood", NULL),
    WT_V(8, "Client subnet", "Roughly where the one who asked first is."),
    WT_V(9, "Expire", "For how long a copy of the zone is still good."),
    WT_V(10, "Cookie", "Secrets that forgers can't know."),
    WT_V(11, "TCP keepalive", "For how long the connection may idle."),
    WT_V(12, "Padding", "Hides the true length."),
    WT_V(13, "Chain", "All proofs down from a trusted name, in one answer."),
    WT_V(14, "Key tag", "Which root keys the asker trusts."),
    WT_V(15, "Extended error", "What went wrong, more exactly."),
    WT_V(16, "Client tag", NULL),
    WT_V(17, "Server tag", NULL),
    WT_V(18, "Report channel", "Where to report broken answers."),
    WT_V(20292, "Umbrella identity", NULL),
    WT_V(26946, "Device identifier", NULL)};
TABLE(opt_codes);

static const wt_value ext_errors_rows[] = {
    WT_V(0, "Other error", NULL), WT_V(1, "Unsupported DNSKEY algorithm", NULL),
    WT_V(2, "Unsupported DS digest type", NULL),
    WT_V(3, "Stale answer", "Too old, but no newer one could be had."),
    WT_V(4, "Forged answer", "Changed on purpose, by a policy."), WT_V(5, "DNSSEC indeterminate", NULL),
    WT_V(6, "DNSSEC bogus", "The signatures are wrong."), WT_V(7, "Signature expired", NULL),
    WT_V(8, "Signature not yet valid", NULL), WT_V(9, "DNSKEY missing", NULL),
    WT_V(10, "RRSIGs missing", NULL),
    WT_V(11, "No zone key bit set", NULL), WT_V(12, "NSEC missing", NULL), WT_V(13, "Cached error", NULL),
    WT_V(14, "Not ready", NULL), WT_V(15, "Blocked", "On the server's own list."),
    WT_V(16, "Censored", "By order from outside."), WT_V(17, "Filtered", "As the client wished."),
    WT_V(18, "Prohibited", NULL), WT_V(19, "Stale NXDOMAIN answer", NULL),
    WT_V(20, "Not authoritative", NULL),
    WT_V(21, "Not supported", NULL), WT_V(22, "No reachable authority", NULL),
    WT_V(23, "Network error", NULL),
    WT_V(24, "Invalid data", NULL), WT_V(25, "Signature expired before valid", NULL),
    WT_V(26, "Too early", NULL),
    WT_V(27, "Unsupported NSEC3 iterations", NULL), WT_V(28, "Unable to conform to policy", NULL),
    WT_V(29, "Synthesized", NULL)};
TABLE(ext_errors);

static const wt_value cert_types_rows[] = {
    WT_V(1, "PKIX", "X.509."), WT_V(2, "SPKI", NULL), WT_V(3, "PGP", NULL), WT_V(4, "URL of a PKIX", NULL),
    WT_V(5, "URL of an SPKI", NULL), WT_V(6, "Fingerprint and URL of a PGP", NULL),
    WT_V(7, "Attribute certificate", NULL), WT_V(8, "URL of an attribute certificate", NULL),
    WT_V(253, "Private, by URI", NULL), WT_V(254, "Private, by object identifier", NULL)};
TABLE(cert_types);

static const wt_value sshfp_algorithms_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "RSA", NULL), WT_V(2, "DSA", NULL), WT_V(3, "ECDSA", NULL),
    WT_V(4, "Ed25519", NULL), WT_V(6, "Ed448", NULL)};
TABLE(sshfp_algorithms);

static const wt_value sshfp_types_rows[] = {
    WT_V(0, "Reserved", NULL), WT_V(1, "SHA-1", NULL), WT_V(2, "SHA-256", NULL)};
TABLE(sshfp_types);

static const wt_value gateways_rows[] = {
    WT_V(0, "No gateway", NULL), WT_V(1, "IPv4 address", NULL), WT_V(2, "IPv6 address", NULL),
    WT_V(3, "Name", NULL)};
TABLE(gateways);

static const wt_value gateway_keys_rows[] = {WT_V(1, "DSA", NULL), WT_V(2, "RSA", NULL),
WT_V(3, "ECDSA", NULL)};
TABLE(gateway_keys);

static const wt_value tlsa_usages_rows[] = {
    WT_V(0, "Authority of the chain, publicly trusted too", NULL),
    WT_V(1, "The server's own, publicly trusted too", NULL), WT_V(2, "Authority of the chain", NULL),
    WT_V(3, "The server's own", NULL), WT_V(255, "Private", NULL)};
TABLE(tlsa_usages);

static const wt_value tlsa_selectors_rows[] = {
    WT_V(0, "Whole certificate", NULL), WT_V(1, "Public key", NULL), WT_V(255, "Private", NULL)};
TABLE(tlsa_selectors);

static const wt_value tlsa_matchings_rows[] = {
    WT_V(0, "Exact", NULL), WT_V(1, "SHA-256", NULL), WT_V(2, "SHA-512", NULL), WT_V(255, "Private", NULL)};
TABLE(tlsa_matchings);

static const wt_value zonemd_schemes_rows[] = {WT_V(1, "Simple", NULL)};
TABLE(zonemd_schemes);

static const wt_value zonemd_hashes_rows[] = {WT_V(1, "SHA-384", NULL), WT_V(2, "SHA-512", NULL)};
TABLE(zonemd_hashes);

static const wt_value svc_keys_rows[] = {
    WT_V(0, "mandatory", "Which parameters must be understood."),
    WT_V(1, "alpn", "Which protocols the server speaks."),
    WT_V(2, "no-default-alpn", "The usual protocol is not spoken there."),
    WT_V(3, "port", "Where to connect to."),
    WT_V(4, "ipv4hint", "IPv4 addresses to try at once."),
    WT_V(5, "ech", "The key that hides which site is wanted."),
    WT_V(6, "ipv6hint", "IPv6 addresses to try at once."),
    WT_V(7, "dohpath", "Where on the server DNS over HTTPS is."),
    WT_V(32769, "odohconfig", NULL)};
TABLE(svc_keys);

static const wt_value tkey_modes_rows[] = {
    WT_V(1, "Server assigned", NULL), WT_V(2, "Diffie-Hellman", NULL), WT_V(3, "GSS-API", NULL),
    WT_V(4, "Resolver assigned", NULL), WT_V(5, "Key deletion", NULL)};
TABLE(tkey_modes);

static const wt_value ip_protocols_rows[] = {WT_V(6, "TCP", NULL), WT_V(17, "UDP", NULL)};
TABLE(ip_protocols);
