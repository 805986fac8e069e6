/* values.c - the numbers of TLS, by name. */
#include "proto/tls/tls.h"

#define TABLE(x) const wt_values wt_tls_##x = {x##_rows, sizeof x##_rows / sizeof *x##_rows}

static const wt_value content_types_rows[] = {
    WT_V(20, "Change Cipher Spec", "Up to TLS 1.2 it starts encryption; in TLS 1.3 it means nothing."),
    WT_V(21, "Alert", "A close, or an error."),
    WT_V(22, "Handshake", "Agreeing on keys, proving who one is."),
    WT_V(23, "Application Data",
         "What the two programs have to say, sealed; in TLS 1.3 the rest of the handshake too."),
    WT_V(24, "Heartbeat", "Asks whether the peer is still there."),
    WT_V(25, "Connection ID", NULL),
};
TABLE(content_types);

static const wt_value versions_rows[] = {
    WT_V(0x0002, "SSL 2.0", "Broken; forbidden by RFC 6176."),
    WT_V(0x0300, "SSL 3.0", "Broken; forbidden by RFC 7568."),
    WT_V(0x0301, "TLS 1.0", "Of 1999; forbidden by RFC 8996."),
    WT_V(0x0302, "TLS 1.1", "Of 2006; forbidden by RFC 8996."),
    WT_V(0x0303, "TLS 1.2", "Of 2008; sound if configured well."),
    WT_V(0x0304, "TLS 1.3", "Of 2018: one round trip less, and most of the handshake is sealed."),
    WT_V(0x0a0a, "Reserved (GREASE)", "A number without meaning: keeps servers from choking on what they don't know."),
    WT_V(0x1a1a, "Reserved (GREASE)", NULL),
    WT_V(0x2a2a, "Reserved (GREASE)", NULL),
    WT_V(0x3a3a, "Reserved (GREASE)", NULL),
    WT_V(0x4a4a, "Reserved (GREASE)", NULL),
    WT_V(0x5a5a, "Reserved (GREASE)", NULL),
    WT_V(0x6a6a, "Reserved (GREASE)", NULL),
    WT_V(0x7a7a, "Reserved (GREASE)", NULL),
    WT_VR(0x7f00, 0x7f1c, "TLS 1.3 (draft)", "A draft of TLS 1.3."),
    WT_V(0x8a8a, "Reserved (GREASE)", NULL),
    WT_V(0x9a9a, "Reserved (GREASE)", NULL),
    WT_V(0xaaaa, "Reserved (GREASE)", NULL),
    WT_V(0xbaba, "Reserved (GREASE)", NULL),
    WT_V(0xcaca, "Reserved (GREASE)", NULL),
    WT_V(0xdada, "Reserved (GREASE)", NULL),
    WT_V(0xeaea, "Reserved (GREASE)", NULL),
    WT_V(0xfafa, "Reserved (GREASE)", NULL),
};
TABLE(versions);

static const wt_value alert_levels_rows[] = {
    WT_V(1, "Warning", "The connection may go on."), WT_V(2, "Fatal", "The connection is over.")};
TABLE(alert_levels);

static const wt_value alerts_rows[] = {
    WT_V(0, "Close Notify", "The sender has said all: a clean end, which nobody else could have made."),
    WT_V(1, "End of Early Data", "Not used."),
    WT_V(10, "Unexpected Message", "That message may not come at this point."),
    WT_V(20, "Bad Record MAC", "A record was changed on the way, or the keys don't match."),
    WT_V(21, "Decryption Failed", "Not used any more."),
    WT_V(22, "Record Overflow", "A record is longer than allowed."),
    WT_V(30, "Decompression Failure", "Compressed data could not be undone."),
    WT_V(40, "Handshake Failure", "The two found nothing that both can use."),
    WT_V(41, "No Certificate", "The client has no certificate (SSL 3.0)."),
    WT_V(42, "Bad Certificate", "A certificate is broken, or its signature is wrong."),
    WT_V(43, "Unsupported Certificate", "The certificate is of a kind that is not understood."),
    WT_V(44, "Certificate Revoked", "Its signer took the certificate back."),
    WT_V(45, "Certificate Expired", "The certificate is too old, or a clock is wrong."),
    WT_V(46, "Certificate Unknown", "The certificate is not acceptable for some other reason."),
    WT_V(47, "Illegal Parameter", "A value makes no sense."),
    WT_V(48, "Unknown CA", "Nobody the receiver trusts signed the certificate."),
    WT_V(49, "Access Denied", "The certificate is fine, but its holder may not enter."),
    WT_V(50, "Decode Error", "A message can't be read."),
    WT_V(51, "Decrypt Error", "A signature or a Finished is wrong."),
    WT_V(60, "Export Restriction", "Not used any more."),
    WT_V(70, "Protocol Version", "The peer's versions are not accepted here."),
    WT_V(71, "Insufficient Security", "The peer's ciphers are too weak."),
    WT_V(80, "Internal Error", "The sender has a problem of its own."),
    WT_V(86, "Inappropriate Fallback", "The client tries an old version although both know a newer one."),
    WT_V(90, "User Canceled", "Somebody gave up before the end."),
    WT_V(100, "No Renegotiation", "No second handshake here."),
    WT_V(109, "Missing Extension", "An extension that has to be there is not."),
    WT_V(110, "Unsupported Extension", "An extension came that was not asked for."),
    WT_V(111, "Certificate Unobtainable", "The certificate could not be fetched."),
    WT_V(112, "Unrecognized Name", "The server does not serve the site that the client wants."),
    WT_V(113, "Bad Certificate Status Response", "The proof that the certificate is not revoked is wrong."),
    WT_V(114, "Bad Certificate Hash Value", "A hash of a certificate does not fit."),
    WT_V(115, "Unknown PSK Identity", "No such shared secret or ticket."),
    WT_V(116, "Certificate Required", "The server wants a certificate from the client."),
    WT_V(120, "No Application Protocol", "None of the protocols that the client offers is spoken here."),
    WT_V(121, "ECH Required", "The server could not open the hidden hello, and says so."),
};
TABLE(alerts);

static const wt_value handshakes_rows[] = {
    WT_V(0, "Hello Request", "The server wants a new handshake."),
    WT_V(1, "Client Hello", "Opens the handshake: what the client can do, and a guess at what the server likes."),
    WT_V(2, "Server Hello", "What the server chose; in TLS 1.3 all that follows is sealed."),
    WT_V(3, "Hello Verify Request", "DTLS: shows that the client is where it says to be."),
    WT_V(4, "New Session Ticket", "For a quicker handshake next time."),
    WT_V(5, "End of Early Data", "The last that the client sends under the early keys."),
    WT_V(6, "Hello Retry Request", "Asks for another key share; TLS 1.3 sends it as a Server Hello (2), drafts as 6."),
    WT_V(8, "Encrypted Extensions", "The server's further answers, already sealed."),
    WT_V(11, "Certificate", "Who the sender is, and who vouches for it."),
    WT_V(12, "Server Key Exchange", "The server's half of the key agreement, signed."),
    WT_V(13, "Certificate Request", "The server wants to know who the client is, too."),
    WT_V(14, "Server Hello Done", "It is the client's turn."),
    WT_V(15, "Certificate Verify", "Proof that the sender holds its certificate's private key."),
    WT_V(16, "Client Key Exchange", "The client's half of the key agreement."),
    WT_V(20, "Finished", "Proof that both saw the same handshake: from here on keys are trusted."),
    WT_V(21, "Client Certificate URL", "Where to fetch the client certificate."),
    WT_V(22, "Certificate Status", "Proof that the certificate is not revoked."),
    WT_V(23, "Supplemental Data", "Further data, as agreed by extensions."),
    WT_V(24, "Key Update", "The sender's keys change."),
    WT_V(25, "Compressed Certificate", "The certificates, made smaller."),
    WT_V(67, "Next Protocol", "What the client chose to speak; ALPN replaced it."),
};
TABLE(handshakes);

static const wt_value compressions_rows[] = {WT_V(0, "null", "No compression."), WT_V(1, "DEFLATE", NULL),
                                             WT_V(64, "LZS", NULL)};
TABLE(compressions);
static const wt_value name_types_rows[] = {WT_V(0, "host_name", NULL)};
TABLE(name_types);
static const wt_value points_rows[] = {WT_V(0, "uncompressed", NULL), WT_V(1, "ansiX962_compressed_prime", NULL),
                                       WT_V(2, "ansiX962_compressed_char2", NULL)};
TABLE(points);
static const wt_value status_types_rows[] = {
    WT_V(1, "OCSP", "A signed statement of recent date by the certificate's signer."),
    WT_V(2, "OCSP Multi", "The same for each certificate of the chain.")};
TABLE(status_types);
static const wt_value heartbeat_modes_rows[] = {WT_V(1, "Peer allowed to send requests", NULL),
                                                WT_V(2, "Peer not allowed to send requests", NULL)};
TABLE(heartbeat_modes);
static const wt_value heartbeat_types_rows[] = {WT_V(1, "Request", "Are you still there?"),
                                                WT_V(2, "Response", "Repeats what the request brought.")};
TABLE(heartbeat_types);
static const wt_value cert_compressions_rows[] = {
    WT_V(1, "zlib", NULL), WT_V(2, "brotli", NULL), WT_V(3, "zstd", NULL)};
TABLE(cert_compressions);
static const wt_value psk_modes_rows[] = {
    WT_V(0, "PSK-only key establishment (psk_ke)", "The ticket's key alone."),
    WT_V(1, "PSK with (EC)DHE key establishment (psk_dhe_ke)", "The ticket's key and a fresh one.")};
TABLE(psk_modes);
static const wt_value fragment_lengths_rows[] = {WT_V(1, "512", NULL), WT_V(2, "1024", NULL), WT_V(3, "2048", NULL),
                                                 WT_V(4, "4096", NULL)};
TABLE(fragment_lengths);
static const wt_value key_updates_rows[] = {WT_V(0, "update_not_requested", "Only the sender's keys change."),
                                            WT_V(1, "update_requested", "The peer shall change its keys, too.")};
TABLE(key_updates);

static const wt_value cert_types_rows[] = {
    WT_V(1, "RSA Sign", "Signs with RSA."), WT_V(2, "DSS Sign", "Signs with DSA."),
    WT_V(3, "RSA Fixed DH", NULL), WT_V(4, "DSS Fixed DH", NULL), WT_V(5, "RSA Ephemeral DH", NULL),
    WT_V(6, "DSS Ephemeral DH", NULL), WT_V(20, "Fortezza DMS", NULL),
    WT_V(64, "ECDSA Sign", "Signs with an elliptic curve."), WT_V(65, "RSA Fixed ECDH", NULL),
    WT_V(66, "ECDSA Fixed ECDH", NULL), WT_V(67, "GOST R 34.10-2012 Sign with 256-bit key", NULL),
    WT_V(68, "GOST R 34.10-2012 Sign with 512-bit key", NULL), WT_V(80, "IBC Params", NULL)};
TABLE(cert_types);
static const wt_value cert_forms_rows[] = {WT_V(0, "X.509", "A certificate."), WT_V(1, "OpenPGP", NULL),
                                           WT_V(2, "Raw Public Key", "Just the key; the peer knows it already."),
                                           WT_V(3, "1609Dot2", NULL)};
TABLE(cert_forms);
static const wt_value curve_types_rows[] = {WT_V(1, "explicit_prime", NULL), WT_V(2, "explicit_char2", NULL),
                                            WT_V(3, "named_curve", NULL)};
TABLE(curve_types);
static const wt_value ech_types_rows[] = {WT_V(0, "outer", "The hello that everybody can read."),
                                          WT_V(1, "inner", "The hidden hello.")};
TABLE(ech_types);
static const wt_value ech_kdfs_rows[] = {WT_V(1, "HKDF-SHA256", NULL), WT_V(2, "HKDF-SHA384", NULL),
                                         WT_V(3, "HKDF-SHA512", NULL)};
TABLE(ech_kdfs);
static const wt_value ech_aeads_rows[] = {WT_V(1, "AES-128-GCM", NULL), WT_V(2, "AES-256-GCM", NULL),
                                          WT_V(3, "ChaCha20Poly1305", NULL)};
TABLE(ech_aeads);

static const wt_value groups_rows[] = {
    WT_V(0x0001, "sect163k1", NULL),
    WT_V(0x0002, "sect163r1", NULL),
    WT_V(0x0003, "sect163r2", NULL),
    WT_V(0x0004, "sect193r1", NULL),
    WT_V(0x0005, "sect193r2", NULL),
    WT_V(0x0006, "sect233k1", NULL),
    WT_V(0x0007, "sect233r1", NULL),
    WT_V(0x0008, "sect239k1", NULL),
    WT_V(0x0009, "sect283k1", NULL),
    WT_V(0x000a, "sect283r1", NULL),
    WT_V(0x000b, "sect409k1", NULL),
    WT_V(0x000c, "sect409r1", NULL),
    WT_V(0x000d, "sect571k1", NULL),
    WT_V(0x000e, "sect571r1", NULL),
    WT_V(0x000f, "secp160k1", NULL),
    WT_V(0x0010, "secp160r1", NULL),
    WT_V(0x0011, "secp160r2", NULL),
    WT_V(0x0012, "secp192k1", NULL),
    WT_V(0x0013, "secp192r1", NULL),
    WT_V(0x0014, "secp224k1", NULL),
    WT_V(0x0015, "secp224r1", NULL),
    WT_V(0x0016, "secp256k1", NULL),
    WT_V(0x0017, "secp256r1", "NIST's curve P-256."),
    WT_V(0x0018, "secp384r1", "NIST's curve P-384."),
    WT_V(0x0019, "secp521r1", "NIST's curve P-521."),
    WT_V(0x001a, "brainpoolP256r1", NULL),
    WT_V(0x001b, "brainpoolP384r1", NULL),
    WT_V(0x001c, "brainpoolP512r1", NULL),
    WT_V(0x001d, "x25519", "The curve that most use."),
    WT_V(0x001e, "x448", "A larger curve of the same kind."),
    WT_V(0x0029, "curveSM2", NULL),
    WT_V(0x0100, "ffdhe2048", "Without curves, 2048 bits."),
    WT_V(0x0101, "ffdhe3072", NULL),
    WT_V(0x0102, "ffdhe4096", NULL),
    WT_V(0x0103, "ffdhe6144", NULL),
    WT_V(0x0104, "ffdhe8192", NULL),
    WT_V(0x0200, "MLKEM512", NULL),
    WT_V(0x0201, "MLKEM768", "A lattice, which quantum computers should not break."),
    WT_V(0x0202, "MLKEM1024", NULL),
    WT_V(0x0a0a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x11eb, "SecP256r1MLKEM768", "A curve and a lattice together: safe as long as one of them holds."),
    WT_V(0x11ec, "X25519MLKEM768",
         "The curve and a lattice together: safe as long as one of them holds, even from quantum computers."),
    WT_V(0x11ed, "SecP384r1MLKEM1024", "A curve and a lattice together: safe as long as one of them holds."),
    WT_V(0x1a1a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x2a2a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x3a3a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x4a4a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x5a5a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x6399, "X25519Kyber768Draft00", "A draft of X25519MLKEM768."),
    WT_V(0x6a6a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x7a7a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x8a8a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x9a9a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xaaaa, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xbaba, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xcaca, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xdada, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xeaea, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xfafa, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
};
TABLE(groups);

static const wt_value signatures_rows[] = {
    WT_V(0x0201, "rsa_pkcs1_sha1", "SHA-1 is broken."),
    WT_V(0x0203, "ecdsa_sha1", "SHA-1 is broken."),
    WT_V(0x0401, "rsa_pkcs1_sha256", "The old form of RSA signatures."),
    WT_V(0x0403, "ecdsa_secp256r1_sha256", NULL),
    WT_V(0x0501, "rsa_pkcs1_sha384", NULL),
    WT_V(0x0503, "ecdsa_secp384r1_sha384", NULL),
    WT_V(0x0601, "rsa_pkcs1_sha512", NULL),
    WT_V(0x0603, "ecdsa_secp521r1_sha512", NULL),
    WT_V(0x0708, "sm2sig_sm3", NULL),
    WT_V(0x0804, "rsa_pss_rsae_sha256", "RSA with random salt."),
    WT_V(0x0805, "rsa_pss_rsae_sha384", NULL),
    WT_V(0x0806, "rsa_pss_rsae_sha512", NULL),
    WT_V(0x0807, "ed25519", "The Edwards curve 25519."),
    WT_V(0x0808, "ed448", NULL),
    WT_V(0x0809, "rsa_pss_pss_sha256", NULL),
    WT_V(0x080a, "rsa_pss_pss_sha384", NULL),
    WT_V(0x080b, "rsa_pss_pss_sha512", NULL),
    WT_V(0x081a, "ecdsa_brainpoolP256r1tls13_sha256", NULL),
    WT_V(0x081b, "ecdsa_brainpoolP384r1tls13_sha384", NULL),
    WT_V(0x081c, "ecdsa_brainpoolP512r1tls13_sha512", NULL),
    WT_V(0x0904, "mldsa44", "A lattice, which quantum computers should not break."),
    WT_V(0x0905, "mldsa65", "A lattice, which quantum computers should not break."),
    WT_V(0x0906, "mldsa87", "A lattice, which quantum computers should not break."),
};
TABLE(signatures);

static const wt_value extensions_rows[] = {
    WT_V(0x0000, "server_name", "Which site the client wants."),
    WT_V(0x0001, "max_fragment_length", "Shorter records, for small devices."),
    WT_V(0x0002, "client_certificate_url", "Fetch the client certificate from an address."),
    WT_V(0x0003, "trusted_ca_keys", "Whom the client trusts."),
    WT_V(0x0004, "truncated_hmac", "A shorter checksum in records."),
    WT_V(0x0005, "status_request", "Send proof that the certificate is not revoked."),
    WT_V(0x0006, "user_mapping", NULL),
    WT_V(0x0007, "client_authz", NULL),
    WT_V(0x0008, "server_authz", NULL),
    WT_V(0x0009, "cert_type", NULL),
    WT_V(0x000a, "supported_groups", "Groups for the key agreement."),
    WT_V(0x000b, "ec_point_formats", "How points of a curve may be written."),
    WT_V(0x000c, "srp", "Login with a password inside the handshake."),
    WT_V(0x000d, "signature_algorithms", "Signatures that the sender can check."),
    WT_V(0x000e, "use_srtp", "Keys for calls and video (SRTP)."),
    WT_V(0x000f, "heartbeat", "May ask whether the peer is still there."),
    WT_V(0x0010, "application_layer_protocol_negotiation", "What to speak once TLS is up."),
    WT_V(0x0011, "status_request_v2", "The same as status_request, for the whole chain."),
    WT_V(0x0012, "signed_certificate_timestamp", "Proof that public logs saw the certificate."),
    WT_V(0x0013, "client_certificate_type", "Kinds of proof that the client can give."),
    WT_V(0x0014, "server_certificate_type", "Kinds of proof that the client accepts."),
    WT_V(0x0015, "padding", "Makes the hello longer."),
    WT_V(0x0016, "encrypt_then_mac", "Checksum over what is sealed, not over what is within: no padding attacks."),
    WT_V(0x0017, "extended_master_secret", "Ties the keys to this handshake."),
    WT_V(0x0018, "token_binding", NULL),
    WT_V(0x0019, "cached_info", NULL),
    WT_V(0x001b, "compress_certificate", "Certificates may come compressed."),
    WT_V(0x001c, "record_size_limit", "The longest record that the sender wants."),
    WT_V(0x0022, "delegated_credentials", "Accepts a short-lived key in the place of the certificate's."),
    WT_V(0x0023, "session_ticket", "A ticket for a shorter handshake, up to TLS 1.2."),
    WT_V(0x0028, "Reserved (key_share)", NULL),
    WT_V(0x0029, "pre_shared_key", "Resumes an earlier session, or uses a shared secret."),
    WT_V(0x002a, "early_data", "Data before the handshake is done."),
    WT_V(0x002b, "supported_versions", "The versions that count, since TLS 1.3."),
    WT_V(0x002c, "cookie", "Comes back unread, so that the server need not remember."),
    WT_V(0x002d, "psk_key_exchange_modes", "How a ticket may be used."),
    WT_V(0x002e, "Reserved (ticket_early_data_info)", NULL),
    WT_V(0x002f, "certificate_authorities", "Whom the sender trusts."),
    WT_V(0x0030, "oid_filters", "What the client certificate has to say."),
    WT_V(0x0031, "post_handshake_auth", "The server may ask for a certificate later."),
    WT_V(0x0032, "signature_algorithms_cert", "Signatures accepted in certificates."),
    WT_V(0x0033, "key_share", "Public halves for the key agreement."),
    WT_V(0x0034, "transparency_info", NULL),
    WT_V(0x0035, "connection_id (deprecated)", NULL),
    WT_V(0x0036, "connection_id", "Names the connection, so that it outlives a change of address."),
    WT_V(0x0037, "external_id_hash", NULL),
    WT_V(0x0038, "external_session_id", NULL),
    WT_V(0x0039, "quic_transport_parameters", "What QUIC has to agree on."),
    WT_V(0x003a, "ticket_request", NULL),
    WT_V(0x003b, "dnssec_chain", NULL),
    WT_V(0x0a0a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x1a1a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x2a2a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x3374, "next_protocol_negotiation", "What ALPN replaced."),
    WT_V(0x3a3a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x4469, "application_settings", "Settings of the protocol to come."),
    WT_V(0x44cd, "application_settings", "Settings of the protocol to come, under its newer number."),
    WT_V(0x4a4a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x5a5a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x6a6a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x754f, "channel_id_old", NULL),
    WT_V(0x7550, "channel_id", NULL),
    WT_V(0x7a7a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x8a8a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0x9a9a, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xaaaa, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xbaba, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xcaca, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xdada, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xeaea, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xfafa, "Reserved (GREASE)", "Means nothing: keeps the other side from choking on what it does not know."),
    WT_V(0xfe0d, "encrypted_client_hello", "A hidden hello with the true site in it, or the look of one."),
    WT_V(0xff01, "renegotiation_info", "Ties a new handshake to the one before it."),
    WT_V(0xffa5, "quic_transport_parameters (drafts version)", NULL),
    WT_V(0xffce, "encrypted_server_name", NULL),
};
TABLE(extensions);
