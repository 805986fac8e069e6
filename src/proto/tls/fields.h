/* fields.h - what is known of each field of TLS. */
#ifndef WT_PROTO_TLS_FIELDS_H
#define WT_PROTO_TLS_FIELDS_H

#define TLS_FIELDS(F) TLS_RECORD_FIELDS(F) TLS_HELLO_FIELDS(F) TLS_EXTENSION_FIELDS(F) TLS_OTHER_FIELDS(F)

#define TLS_RECORD_FIELDS(F) \
    F(RECORD, "tls.record", NONE, 0, DEC, NULL, "Record", \
      "The unit TLS sends: a five-byte header and up to 16 KiB, sealed once keys are agreed.", \
      "RFC 8446 §5.1", 0) \
    F(CONTENT_TYPE, "tls.record.content_type", U8, 0, DEC, &wt_tls_content_types, "Content Type", \
      "Which part of TLS the record is for: handshake, alert, data …", "RFC 8446 §5.1", WT_STORY) \
    F(OPAQUE_TYPE, "tls.record.opaque_type", U8, 0, DEC, &wt_tls_content_types, "Opaque Type", \
      "Always says application data: the true type is sealed inside, so that onlookers can't tell.", \
      "RFC 8446 §5.2", 0) \
    F(RECORD_VERSION, "tls.record.version", U16, 0, HEX, &wt_tls_versions, "Version", \
      "Frozen at TLS 1.0 or 1.2 so that old middleboxes let it pass; the hellos say the true version.", \
      "RFC 8446 §5.1", 0) \
    F(RECORD_LENGTH, "tls.record.length", U16, 0, DEC, NULL, "Length", \
      "Bytes of the record after this header.", \
      "RFC 8446 §5.1", 0) \
    F(APP_DATA, "tls.app_data", BYTES, 0, DEC, NULL, "Encrypted Application Data", \
      "Sealed bytes: only the holders of the keys can read or change them unnoticed.", \
      "RFC 8446 §5.2", WT_STORY) \
    F(CCS, "tls.change_cipher_spec", NONE, 0, DEC, NULL, "Change Cipher Spec", \
      "Up to TLS 1.2: what follows is encrypted. In TLS 1.3 sent for show, to please middleboxes.", \
      "RFC 8446 §5", WT_STORY) \
    F(ALERT, "tls.alert_message", NONE, 0, DEC, NULL, "Alert", "Tells the peer of a close or an error.", \
      "RFC 8446 §6", 0) \
    F(ALERT_LEVEL, "tls.alert_message.level", U8, 0, DEC, &wt_tls_alert_levels, "Level", \
      "Whether the connection can go on; TLS 1.3 ignores it.", "RFC 8446 §6", 0) \
    F(ALERT_DESC, "tls.alert_message.desc", U8, 0, DEC, &wt_tls_alerts, \
      "Description", "What happened: why the connection closes or could not be set up.", \
      "RFC 8446 §6", WT_STORY) \
    F(HEARTBEAT, "tls.heartbeat_message", NONE, 0, DEC, NULL, "Heartbeat", \
      "Asks whether the peer is still there, or answers that.", "RFC 6520 §3", 0) \
    F(PADDING, "tls.record.padding_length", U8, 0, DEC, NULL, "Padding Length", \
      "How many zero bytes hide the true length of what is inside.", "RFC 8446 §5.4", 0)

#define TLS_HELLO_FIELDS(F) \
    F(HANDSHAKE, "tls.handshake", NONE, 0, DEC, NULL, "Handshake", \
      "A message of the negotiation that agrees on keys and proves who the server is.", "RFC 8446 §4", 0) \
    F(TYPE, "tls.handshake.type", U8, 0, DEC, &wt_tls_handshakes, "Handshake Type", \
      "Which step of the handshake this is.", "RFC 8446 §4", WT_STORY) \
    F(LENGTH, "tls.handshake.length", U24, 0, DEC, NULL, "Length", "Bytes of this message that follow.", \
      "RFC 8446 §4", 0) \
    F(VERSION, "tls.handshake.version", U16, 0, HEX, &wt_tls_versions, "Version", \
      "The highest version up to TLS 1.2; for TLS 1.3 the supported_versions extension counts.", \
      "RFC 8446 §4.1.2", 0) \
    F(RANDOM, "tls.handshake.random", BYTES, 0, DEC, NULL, "Random", \
      "Fresh random bytes, so that no two handshakes give the same keys; key logs find their secrets by it.", \
      "RFC 8446 §4.1.2", 0) \
    F(SESSION_ID_LEN, "tls.handshake.session_id_length", U8, 0, DEC, NULL, "Session ID Length", \
      "How long the following id is; 0 for none.", "RFC 8446 §4.1.2", 0) \
    F(SESSION_ID, "tls.handshake.session_id", BYTES, 0, DEC, NULL, "Session ID", \
      "Named an earlier session to resume; TLS 1.3 only echoes it, to please middleboxes.", \
      "RFC 8446 §4.1.2", 0) \
    F(SUITES_LEN, "tls.handshake.cipher_suites_length", U16, 0, DEC, NULL, "Cipher Suites Length", \
      "Bytes of the list of cipher suites: two for each.", "RFC 8446 §4.1.2", 0) \
    F(SUITES, "tls.handshake.ciphersuites", NONE, 0, DEC, NULL, "Cipher Suites", \
      "What the client can use to seal records, liked best first.", "RFC 8446 §4.1.2", 0) \
    F(SUITE, "tls.handshake.ciphersuite", U16, 0, HEX, &wt_tls_suites, "Cipher Suite", \
      "Names the cipher that seals records and the hash that derives keys.", \
      "RFC 8446 Appendix B.4", WT_STORY) \
    F(COMP_LEN, "tls.handshake.comp_methods_length", U8, 0, DEC, NULL, "Compression Methods Length", \
      "Bytes of the list of compression methods; TLS 1.3 wants just one.", "RFC 8446 §4.1.2", 0) \
    F(COMPS, "tls.handshake.comp_methods", NONE, 0, DEC, NULL, "Compression Methods", \
      "What the client could compress with; only \"null\" since compressing leaks secrets.", \
      "RFC 8446 §4.1.2", 0) \
    F(COMP, "tls.handshake.comp_method", U8, 0, DEC, &wt_tls_compressions, "Compression Method", \
      "How records would be compressed: not at all.", "RFC 8446 §4.1.2", 0) \
    F(EXTS_LEN, "tls.handshake.extensions_length", U16, 0, DEC, NULL, "Extensions Length", \
      "Bytes of all the extensions that follow.", "RFC 8446 §4.2", 0)

#define TLS_EXTENSION_FIELDS(F) \
    F(EXT_TYPE, "tls.handshake.extension.type", U16, 0, DEC, &wt_tls_extensions, "Extension Type", \
      "What this extension asks for or answers.", "RFC 8446 §4.2", 0) \
    F(EXT_LEN, "tls.handshake.extension.len", U16, 0, DEC, NULL, "Length", \
      "Bytes of this extension's data.", \
      "RFC 8446 §4.2", 0) \
    F(EXT_DATA, "tls.handshake.extension.data", BYTES, 0, DEC, NULL, "Data", \
      "What the extension carries, not taken apart here.", "RFC 8446 §4.2", 0) \
    F(SNI_LIST_LEN, "tls.handshake.extensions_server_name_list_len", U16, 0, DEC, NULL, \
      "Server Name list length", \
      "Bytes of the list of names, which has just one in practice.", "RFC 6066 §3", 0) \
    F(SNI_TYPE, "tls.handshake.extensions_server_name_type", U8, 0, DEC, &wt_tls_name_types, \
      "Server Name Type", \
      "What kind of name follows: a host's.", "RFC 6066 §3", 0) \
    F(SNI_LEN, "tls.handshake.extensions_server_name_len", U16, 0, DEC, NULL, "Server Name length", \
      "Bytes of the name.", "RFC 6066 §3", 0) \
    F(SNI, "tls.handshake.extensions_server_name", STRING, 0, DEC, NULL, "Server Name", \
      "Which site the client wants, so that one address can serve many; everybody on the way can read it.", \
      "RFC 6066 §3", WT_STORY) \
    F(GROUPS_LEN, "tls.handshake.extensions_supported_groups_length", U16, 0, DEC, NULL, \
      "Supported Groups Length", \
      "Bytes of the list of groups: two for each.", "RFC 8446 §4.2.7", 0) \
    F(GROUPS, "tls.handshake.extensions_supported_groups", NONE, 0, DEC, NULL, "Supported Groups", \
      "Ways to agree on a key that the client knows, liked best first.", "RFC 8446 §4.2.7", 0) \
    F(GROUP, "tls.handshake.extensions_supported_group", U16, 0, HEX, &wt_tls_groups, "Supported Group", \
      "A curve or group in which both sides can compute a common secret.", "RFC 8446 §4.2.7", 0) \
    F(POINTS_LEN, "tls.handshake.extensions_ec_point_formats_length", U8, 0, DEC, NULL, \
      "Point Formats Length", \
      "Bytes of the list of formats.", "RFC 8422 §5.1.2", 0) \
    F(POINTS, "tls.handshake.extensions_ec_point_formats", NONE, 0, DEC, NULL, "Point Formats", \
      "How points of a curve may be written; needed up to TLS 1.2 only.", "RFC 8422 §5.1.2", 0) \
    F(POINT, "tls.handshake.extensions_ec_point_format", U8, 0, DEC, &wt_tls_points, "Point Format", \
      "One way to write a point: everybody uses uncompressed.", "RFC 8422 §5.1.2", 0) \
    F(SIGS_LEN, "tls.handshake.sig_hash_alg_len", U16, 0, DEC, NULL, "Signature Algorithms Length", \
      "Bytes of the list of algorithms: two for each.", "RFC 8446 §4.2.3", 0) \
    F(SIGS, "tls.handshake.sig_hash_algs", NONE, 0, DEC, NULL, "Signature Algorithms", \
      "Signatures that the sender can check, so that the peer proves itself with one of them.", \
      "RFC 8446 §4.2.3", 0) \
    F(SIG, "tls.handshake.sig_hash_alg", U16, 0, HEX, &wt_tls_signatures, "Signature Algorithm", \
      "A way to sign, with its hash.", "RFC 8446 §4.2.3", 0) \
    F(ALPN_LEN, "tls.handshake.extensions_alpn_len", U16, 0, DEC, NULL, "ALPN Extension Length", \
      "Bytes of the list of protocols.", "RFC 7301 §3.1", 0) \
    F(ALPN_LIST, "tls.handshake.extensions_alpn_list", NONE, 0, DEC, NULL, "ALPN Protocols", \
      "What the client can speak once TLS is up, liked best first; the server picks one.", \
      "RFC 7301 §3.1", 0) \
    F(ALPN_STR_LEN, "tls.handshake.extensions_alpn_str_len", U8, 0, DEC, NULL, "ALPN String Length", \
      "Bytes of the protocol's name.", "RFC 7301 §3.1", 0) \
    F(ALPN, "tls.handshake.extensions_alpn_str", STRING, 0, DEC, NULL, "ALPN Protocol", \
      "A protocol to speak inside TLS, agreed without another round trip: h2, http/1.1 …", \
      "RFC 7301 §3.1", WT_STORY) \
    F(ALPS_LEN, "tls.handshake.extensions_alps_len", U16, 0, DEC, NULL, "ALPS Extension Length", \
      "Bytes of the list of protocols.", "draft-vvv-tls-alps-01 §4", 0) \
    F(ALPS_LIST, "tls.handshake.extensions_alps_alpn_list", NONE, 0, DEC, NULL, "ALPS Protocols", \
      "Protocols whose settings the client would like to exchange within the handshake.", \
      "draft-vvv-tls-alps-01 §4", 0) \
    F(ALPS_STR_LEN, "tls.handshake.extensions_alps_alpn_str_len", U8, 0, DEC, NULL, "ALPN String Length", \
      "Bytes of the protocol's name.", "draft-vvv-tls-alps-01 §4", 0) \
    F(ALPS, "tls.handshake.extensions_alps_alpn_str", STRING, 0, DEC, NULL, "ALPN Protocol", \
      "A protocol whose settings can come early.", "draft-vvv-tls-alps-01 §4", 0) \
    F(STATUS_TYPE, "tls.handshake.extensions_status_request_type", U8, 0, DEC, &wt_tls_status_types, \
      "Certificate Status Type", "How the server shall prove that its certificate is not revoked.", \
      "RFC 6066 §8", 0) \
    F(STATUS_IDS_LEN, "tls.handshake.extensions_status_request_responder_ids_len", U16, 0, DEC, NULL, \
      "Responder ID list Length", "Bytes of the list of responders that the client trusts; 0: any.", \
      "RFC 6066 §8", 0) \
    F(STATUS_EXTS_LEN, "tls.handshake.extensions_status_request_exts_len", U16, 0, DEC, NULL, \
      "Request Extensions Length", "Bytes of extensions for the responder; 0 for none.", "RFC 6066 §8", 0) \
    F(OCSP_LEN, "tls.handshake.ocsp_response_len", U24, 0, DEC, NULL, "OCSP Response Length", \
      "Bytes of the proof that the certificate is not revoked.", "RFC 6066 §8", 0) \
    F(HEARTBEAT_MODE, "tls.handshake.extension.heartbeat.mode", U8, 0, DEC, &wt_tls_heartbeat_modes, "Mode", \
      "Whether the peer may send heartbeats.", "RFC 6520 §2", 0) \
    F(RENEG_LEN, "tls.handshake.extensions_reneg_info_len", U8, 0, DEC, NULL, "Renegotiation info length", \
      "Bytes of proof about the handshake before; 0 in the first one.", "RFC 5746 §3.2", 0) \
    F(RENEG, "tls.handshake.extensions_reneg_info", BYTES, 0, DEC, NULL, "Renegotiation info", \
      "Ties this handshake to the one before, so that nobody can splice himself in.", "RFC 5746 §3.2", 0) \
    F(PAD, "tls.handshake.extensions_padding_data", BYTES, 0, DEC, NULL, "Padding Data", \
      "Zeros that make the hello longer: some servers choke on certain sizes.", "RFC 7685 §3", 0) \
    F(SIZE_LIMIT, "tls.record_size_limit", U16, 0, DEC, NULL, "Record Size Limit", \
      "The longest record that the sender wants to receive.", "RFC 8449 §4", 0) \
    F(CERT_COMP_LEN, "tls.compress_certificate.algorithms_length", U8, 0, DEC, NULL, "Algorithms Length", \
      "Bytes of the list of algorithms.", "RFC 8879 §3", 0) \
    F(CERT_COMP, "tls.compress_certificate.algorithm", U16, 0, DEC, &wt_tls_cert_compressions, "Algorithm", \
      "A way to make certificate messages smaller that the sender can undo.", "RFC 8879 §3", 0) \
    F(PSK_MODES_LEN, "tls.extension.psk_ke_modes_length", U8, 0, DEC, NULL, "PSK Key Exchange Modes Length", \
      "Bytes of the list of modes.", "RFC 8446 §4.2.9", 0) \
    F(PSK_MODE, "tls.extension.psk_ke_mode", U8, 0, DEC, &wt_tls_psk_modes, "PSK Key Exchange Mode", \
      "How a ticket may be used: alone, or with fresh keys, so that stealing it later opens nothing.", \
      "RFC 8446 §4.2.9", 0) \
    F(VERSIONS_LEN, "tls.handshake.extensions.supported_versions_len", U8, 0, DEC, NULL, \
      "Supported Versions length", "Bytes of the list of versions: two for each.", "RFC 8446 §4.2.1", 0) \
    F(SUPPORTED, "tls.handshake.extensions.supported_version", U16, 0, HEX, &wt_tls_versions, \
      "Supported Version", \
      "In the client's hello a version it offers; in the server's the one it chose.", \
      "RFC 8446 §4.2.1", WT_STORY) \
    F(SHARES_LEN, "tls.handshake.extensions_key_share_client_length", U16, 0, DEC, NULL, \
      "Client Key Share Length", \
      "Bytes of all the shares that the client guessed the server would like.", "RFC 8446 §4.2.8", 0) \
    F(SHARE_GROUP, "tls.handshake.extensions_key_share_group", U16, 0, DEC, &wt_tls_groups, "Group", \
      "The curve or group that this share is of.", "RFC 8446 §4.2.8", WT_STORY) \
    F(SHARE_LEN, "tls.handshake.extensions_key_share_key_exchange_length", U16, 0, DEC, NULL, \
      "Key Exchange Length", "Bytes of the share.", "RFC 8446 §4.2.8", 0) \
    F(SHARE, "tls.handshake.extensions_key_share_key_exchange", BYTES, 0, DEC, NULL, "Key Exchange", \
      "The sender's public half; with its own private half the peer computes the common secret.", \
      "RFC 8446 §4.2.8", 0) \
    F(SHARE_WANTED, "tls.handshake.extensions_key_share_selected_group", U16, 0, DEC, &wt_tls_groups, \
      "Selected Group", "The group that the server wants a share of; the client asks again with one.", \
      "RFC 8446 §4.2.8", WT_STORY) \
    F(PSK_IDS_LEN, "tls.handshake.extensions.psk.identities.length", U16, 0, DEC, NULL, "Identities Length", \
      "Bytes of the list of tickets that the client offers.", "RFC 8446 §4.2.11", 0) \
    F(PSK_ID_LEN, "tls.handshake.extensions.psk.identity.identity_length", U16, 0, DEC, NULL, \
      "Identity Length", \
      "Bytes of the ticket.", "RFC 8446 §4.2.11", 0) \
    F(PSK_ID, "tls.handshake.extensions.psk.identity.identity", BYTES, 0, DEC, NULL, "Identity", \
      "A ticket from an earlier connection: whoever gave it finds the key in it.", "RFC 8446 §4.2.11", 0) \
    F(PSK_AGE, "tls.handshake.extensions.psk.identity.obfuscated_ticket_age", U32, 0, DEC, NULL, \
      "Obfuscated Ticket Age", "How old the ticket is, blurred so that onlookers can't link connections.", \
      "RFC 8446 §4.2.11.1", 0) \
    F(PSK_BINDERS_LEN, "tls.handshake.extensions.psk.binders_len", U16, 0, DEC, NULL, "PSK Binders length", \
      "Bytes of the binders.", "RFC 8446 §4.2.11.2", 0) \
    F(PSK_BINDERS, "tls.handshake.extensions.psk.binders", NONE, 0, DEC, NULL, "PSK Binders", \
      "Prove that the client knows the tickets' keys and tie them to this hello.", "RFC 8446 §4.2.11.2", 0) \
    F(PSK_SELECTED, "tls.handshake.extensions.psk.identity.selected", U16, 0, DEC, NULL, \
      "Selected Identity", \
      "Which of the offered tickets the server takes, counted from 0.", "RFC 8446 §4.2.11", 0) \
    F(COOKIE_LEN, "tls.handshake.extensions.cookie_len", U16, 0, DEC, NULL, "Cookie length", \
      "Bytes of the cookie.", \
      "RFC 8446 §4.2.2", 0) \
    F(COOKIE, "tls.handshake.extensions.cookie", BYTES, 0, DEC, NULL, "Cookie", \
      "What the client has to send back, so that the server need not remember it.", "RFC 8446 §4.2.2", 0) \
    F(MAX_EARLY, "tls.early_data.max_early_data_size", U32, 0, DEC, NULL, "Maximum Early Data Size", \
      "How many bytes the client may send at once with this ticket, before the handshake is done.", \
      "RFC 8446 §4.6.1", 0) \
    F(FRAGMENT_LEN, "tls.handshake.max_fragment_length", U8, 0, DEC, &wt_tls_fragment_lengths, \
      "Maximum Fragment Length", "The longest record that a small client can take.", "RFC 6066 §4", 0)

#define TLS_OTHER_FIELDS(F) \
    F(TICKET_LIFETIME, "tls.handshake.session_ticket_lifetime_hint", U32, 0, DEC, NULL, \
      "Session Ticket Lifetime", \
      "Seconds for which the ticket can be used.", "RFC 8446 §4.6.1", WT_STORY) \
    F(TICKET_AGE_ADD, "tls.handshake.session_ticket_age_add", U32, 0, DEC, NULL, "Session Ticket Age Add", \
      "Added to the ticket's age when it is used, so that the age tells onlookers nothing.", \
      "RFC 8446 §4.6.1", 0) \
    F(TICKET_NONCE_LEN, "tls.handshake.session_ticket_nonce_length", U8, 0, DEC, NULL, \
      "Session Ticket Nonce Length", "Bytes of the nonce.", "RFC 8446 §4.6.1", 0) \
    F(TICKET_NONCE, "tls.handshake.session_ticket_nonce", BYTES, 0, DEC, NULL, "Session Ticket Nonce", \
      "Makes each ticket's key different from the others of this connection.", "RFC 8446 §4.6.1", 0) \
    F(TICKET_LEN, "tls.handshake.session_ticket_length", U16, 0, DEC, NULL, "Session Ticket Length", \
      "Bytes of the ticket.", "RFC 8446 §4.6.1", 0) \
    F(TICKET, "tls.handshake.session_ticket", BYTES, 0, DEC, NULL, "Session Ticket", \
      "The client keeps it, unread, and shows it next time to skip most of the handshake.", \
      "RFC 8446 §4.6.1", 0) \
    F(CONTEXT_LEN, "tls.handshake.certificate_request_context_length", U8, 0, DEC, NULL, \
      "Certificate Request Context Length", \
      "Bytes of the request that this answers; 0 within the handshake.", \
      "RFC 8446 §4.4.2", 0) \
    F(CONTEXT, "tls.handshake.certificate_request_context", BYTES, 0, DEC, NULL, \
      "Certificate Request Context", \
      "Which request this certificate answers.", "RFC 8446 §4.4.2", 0) \
    F(CERTS_LEN, "tls.handshake.certificates_length", U24, 0, DEC, NULL, "Certificates Length", \
      "Bytes of the whole chain.", "RFC 8446 §4.4.2", 0) \
    F(CERTS, "tls.handshake.certificates", NONE, 0, DEC, NULL, "Certificates", \
      "The sender's certificate, then those that vouch for it, up to one the peer trusts.", \
      "RFC 8446 §4.4.2", 0) \
    F(CERT_LEN, "tls.handshake.certificate_length", U24, 0, DEC, NULL, "Certificate Length", \
      "Bytes of this certificate.", "RFC 8446 §4.4.2", 0) \
    F(CERT, "tls.handshake.certificate", BYTES, 0, DEC, NULL, "Certificate", \
      "Ties a name to a public key, signed by somebody the peer trusts.", "RFC 8446 §4.4.2", 0) \
    F(VERIFY_SIG_LEN, "tls.handshake.client_cert_vrfy.sig_len", U16, 0, DEC, NULL, "Signature length", \
      "Bytes of the signature.", "RFC 8446 §4.4.3", 0) \
    F(VERIFY_SIG, "tls.handshake.client_cert_vrfy.sig", BYTES, 0, DEC, NULL, "Signature", \
      "Signs the handshake so far: proof that the sender holds the certificate's private key.", \
      "RFC 8446 §4.4.3", 0) \
    F(VERIFY_DATA, "tls.handshake.verify_data", NONE, 0, DEC, NULL, "Verify Data", \
      "A checksum over all handshake messages under the new keys: proof that nobody changed one.", \
      "RFC 8446 §4.4.4", 0) \
    F(KEY_UPDATE, "tls.handshake.key_update.request_update", U8, 0, DEC, &wt_tls_key_updates, \
      "Key Update Request", \
      "The sender's keys change now; this says whether the peer's shall, too.", "RFC 8446 §4.6.3", WT_STORY) \
    F(BODY, "tls.handshake.body", BYTES, 0, DEC, NULL, "Message", \
      "What the message holds, not taken apart here.", \
      "RFC 8446 §4", WT_OURS)

#endif
