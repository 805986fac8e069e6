/* fields.h - what is known of each field of TLS. */
#ifndef WT_PROTO_TLS_FIELDS_H
#define WT_PROTO_TLS_FIELDS_H

#define TLS_FIELDS(F) TLS_RECORD_FIELDS(F) TLS_HELLO_FIELDS(F) TLS_EXTENSION_FIELDS(F) TLS_MORE_FIELDS(F) \
    TLS_FINGERPRINT_FIELDS(F) TLS_CERTIFICATE_FIELDS(F) TLS_EXCHANGE_FIELDS(F) TLS_OTHER_FIELDS(F)

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
    F(HEARTBEAT_TYPE, "tls.heartbeat_message.type", U8, 0, DEC, &wt_tls_heartbeat_types, "Type", \
      "Whether this asks or answers.", "RFC 6520 §3", 0) \
    F(HEARTBEAT_LENGTH, "tls.heartbeat_message.payload_length", U16, 0, DEC, NULL, "Payload Length", \
      "How many bytes the answer has to repeat; whoever believes more than came gives away its memory.", \
      "RFC 6520 §4", 0) \
    F(HEARTBEAT_INVALID, "tls.heartbeat_message.payload_length.invalid", NONE, 0, DEC, NULL, "More than came", \
      "The length is larger than the message: it must be dropped without an answer.", "RFC 6520 §4", 0) \
    F(HEARTBEAT_PAYLOAD, "tls.heartbeat_message.payload", BYTES, 0, DEC, NULL, "Payload", \
      "Bytes of the asker's choice, by which it knows its answer.", "RFC 6520 §4", 0) \
    F(HEARTBEAT_PADDING, "tls.heartbeat_message.padding", BYTES, 0, DEC, NULL, "Padding", \
      "At least 16 random bytes, to be ignored; with more of them a sender can try how large packets may be.", \
      "RFC 6520 §4", 0) \
    F(HELD_FRAME, "tls.record.waited_since", FRAME, 0, DEC, NULL, "Came In Frame", \
      "The record came there, before its key did; only here it can be read.", "RFC 8446 §5.2", WT_OURS | WT_STORY) \
    F(HELD_AGAINST, "tls.record.against", U8, 0, FLAG, NULL, "From The Other Side", \
      "This frame's receiver sent the record, earlier, while its key was missing.", "RFC 8446 §5.2", WT_OURS) \
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
    F(SPECS_LEN, "tls.handshake.cipher_spec_len", U16, 0, DEC, NULL, "Cipher Spec Length", \
      "Bytes of the list of ciphers: three for each.", "RFC 5246 Appendix E.2", 0) \
    F(SPEC, "tls.handshake.cipherspec", U24, 0, HEX, &wt_tls_suites, "Cipher Spec", \
      "A cipher that the client can use; those of SSL 2 do not begin with a zero.", "RFC 5246 Appendix E.2", 0) \
    F(CHALLENGE_LEN, "tls.handshake.challenge_length", U16, 0, DEC, NULL, "Challenge Length", \
      "Bytes of the client's random bytes.", "RFC 5246 Appendix E.2", 0) \
    F(CHALLENGE, "tls.handshake.challenge", NONE, 0, DEC, NULL, "Challenge", \
      "The client's random bytes; with zeros in front they are what is Random otherwise.", "RFC 5246 Appendix E.2", 0) \
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
    F(SETTINGS_LEN, "tls.handshake.extensions_application_settings_len", U16, 0, DEC, NULL, "Settings Length", \
      "Bytes of the list of protocols.", "draft-vvv-tls-alps-01 §4", WT_OURS) \
    F(SETTINGS_LIST, "tls.handshake.extensions_application_settings", NONE, 0, DEC, NULL, "Application Settings", \
      "Like ALPS, under the extension's newer number.", "draft-vvv-tls-alps-01 §4", WT_OURS) \
    F(SETTINGS_STR_LEN, "tls.handshake.extensions_application_settings_str_len", U8, 0, DEC, NULL, \
      "ALPN String Length", "Bytes of the protocol's name.", "draft-vvv-tls-alps-01 §4", WT_OURS) \
    F(SETTINGS_STR, "tls.handshake.extensions_application_settings_str", STRING, 0, DEC, NULL, "ALPN Protocol", \
      "A protocol whose settings can come early.", "draft-vvv-tls-alps-01 §4", WT_OURS) \
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

#define TLS_MORE_FIELDS(F) \
    F(PSK_BINDER_LEN, "tls.handshake.extensions.psk.binder_len", U8, 0, DEC, NULL, "Binder Length", \
      "Bytes of the binder.", "RFC 8446 §4.2.11", WT_OURS) \
    F(PSK_BINDER, "tls.handshake.extensions.psk.binder", BYTES, 0, DEC, NULL, "Binder", \
      "A keyed hash over the hello up to here: proves that the client knows this ticket's key.", \
      "RFC 8446 §4.2.11.2", WT_OURS) \
    F(STATUS_LIST_LEN, "tls.handshake.extensions_status_request_list_len", U16, 0, DEC, NULL, \
      "Certificate Status List Length", "Bytes of the list of requests.", "RFC 6961 §2.2", 0) \
    F(STATUS_LEN, "tls.handshake.extensions_status_request_len", U16, 0, DEC, NULL, "Certificate Status Length", \
      "Bytes of this request.", "RFC 6961 §2.2", 0) \
    F(SRP_LEN, "tls.handshake.extensions_srp_len", U8, 0, DEC, NULL, "SRP username length", \
      "Bytes of the user's name.", "RFC 5054 §2.8.1", 0) \
    F(SRP_NAME, "tls.handshake.extensions_srp_username", STRING, 0, DEC, NULL, "SRP username", \
      "Who the client is, for a login with a password inside the handshake.", "RFC 5054 §2.8.1", 0) \
    F(NPN_LEN, "tls.handshake.extensions_npn_str_len", U8, 0, DEC, NULL, "Protocol string length", \
      "Bytes of the protocol's name.", "draft-agl-tls-nextprotoneg-04 §3", 0) \
    F(NPN, "tls.handshake.extensions_npn", STRING, 0, DEC, NULL, "Next Protocol", \
      "A protocol that the server speaks; what ALPN replaced.", "draft-agl-tls-nextprotoneg-04 §3", 0) \
    F(NPN_CHOSEN_LEN, "tls.handshake.npn_selected_protocol_len", U8, 0, DEC, NULL, "Selected Protocol Length", \
      "Bytes of the protocol's name.", "draft-agl-tls-nextprotoneg-04 §3", 0) \
    F(NPN_CHOSEN, "tls.handshake.npn_selected_protocol", STRING, 0, DEC, NULL, "Selected Protocol", \
      "The protocol that the client chose.", "draft-agl-tls-nextprotoneg-04 §3", 0) \
    F(NPN_PAD_LEN, "tls.handshake.npn_padding_len", U8, 0, DEC, NULL, "Padding Length", \
      "Bytes of padding.", "draft-agl-tls-nextprotoneg-04 §3", 0) \
    F(NPN_PAD, "tls.handshake.npn_padding", BYTES, 0, DEC, NULL, "Padding", \
      "Hides how long the name is.", "draft-agl-tls-nextprotoneg-04 §3", 0) \
    F(CID_LEN, "tls.connection_id_length", U8, 0, DEC, NULL, "Connection ID length", \
      "Bytes of the connection's id.", "RFC 9146 §3", 0) \
    F(CID, "tls.connection_id", BYTES, 0, DEC, NULL, "Connection ID", \
      "How the sender wants to be addressed, so that the connection outlives a change of address.", \
      "RFC 9146 §3", 0) \
    F(KINDS_LEN, "tls.handshake.cert_type.types_len", U8, 0, DEC, NULL, "Certificate Type List Length", \
      "Bytes of the list.", "RFC 7250 §3", 0) \
    F(KINDS, "tls.handshake.cert_type.types", NONE, 0, DEC, NULL, "Certificate Type List", \
      "Kinds of proof that the sender can handle.", "RFC 7250 §3", 0) \
    F(KIND, "tls.handshake.cert_type.type", U8, 0, HEX, &wt_tls_cert_forms, "Certificate Type", \
      "A kind of proof: a certificate, or just a key.", "RFC 7250 §3", 0) \
    F(FILTERS_LEN, "tls.extension.oid_filters_length", U16, 0, DEC, NULL, "OID Filters Length", \
      "Bytes of the list.", "RFC 8446 §4.2.5", 0) \
    F(FILTER_LEN, "tls.extension.oid_filters.oid_length", U8, 0, DEC, NULL, \
      "Certificate Extension OID Length", "Bytes of the identifier.", "RFC 8446 §4.2.5", 0) \
    F(FILTER, "tls.extension.oid_filters.oid", OID, 0, DEC, NULL, "Certificate Extension OID", \
      "An extension that the client's certificate has to have.", "RFC 8446 §4.2.5", 0) \
    F(FILTER_VALUES_LEN, "tls.extension.oid_filters.values_length", U16, 0, DEC, NULL, \
      "Certificate Extension Values Length", "Bytes of the values that it has to hold.", "RFC 8446 §4.2.5", 0) \
    F(CRED_TIME, "tls.handshake.cred.valid_time", U16, 0, DEC, NULL, "Valid Time", \
      "How long the delegated key may be used, in seconds after the certificate's beginning.", \
      "RFC 9345 §4", 0) \
    F(CRED_KEY_LEN, "tls.handshake.cred.pubkey_len", U24, 0, DEC, NULL, "Subject Public Key Info Length", \
      "Bytes of the key.", "RFC 9345 §4", 0) \
    F(CRED_KEY, "tls.handshake.cred.pubkey", BYTES, 0, DEC, NULL, "Subject Public Key Info", \
      "A short-lived key that stands in for the certificate's.", "RFC 9345 §4", 0) \
    F(CRED_SIG_LEN, "tls.handshake.cred.signature_len", U16, 0, DEC, NULL, "Signature Length", \
      "Bytes of the signature.", "RFC 9345 §4", 0) \
    F(CRED_SIG, "tls.handshake.cred.signature", BYTES, 0, DEC, NULL, "Signature", \
      "The certificate's key signs the delegated one.", "RFC 9345 §4", 0) \
    F(ALPS_SETTINGS, "tls.handshake.extensions_alps.settings", BYTES, 0, DEC, NULL, "ALPN Opaque Settings", \
      "Settings of the protocol to come, for HTTP/2 a SETTINGS frame.", "draft-vvv-tls-alps-01 §4", 0) \
    F(SETTINGS, "tls.handshake.extensions_application_settings.settings", BYTES, 0, DEC, NULL, "Settings", \
      "The same, under the extension's newer number.", "draft-vvv-tls-alps-01 §4", WT_OURS) \
    F(ECH_TYPE, "tls.ech.type", U8, 0, DEC, &wt_tls_ech_types, "ECH Type", \
      "Whether this is the hello that everybody can read or the hidden one.", "RFC 9849 §5", WT_OURS) \
    F(ECH_KDF, "tls.ech.kdf", U16, 0, HEX, &wt_tls_ech_kdfs, "ECH Key Derivation", \
      "How the key for the hidden hello is made.", "RFC 9849 §5", WT_OURS) \
    F(ECH_AEAD, "tls.ech.aead", U16, 0, HEX, &wt_tls_ech_aeads, "ECH Cipher", \
      "What seals the hidden hello.", "RFC 9849 §5", WT_OURS) \
    F(ECH_CONFIG, "tls.ech.config_id", U8, 0, DEC, NULL, "ECH Configuration", \
      "Which of the server's keys the client used; random if it only pretends.", \
      "RFC 9849 §5", WT_OURS) \
    F(ECH_ENC_LEN, "tls.ech.enc_length", U16, 0, DEC, NULL, "ECH Encapsulated Key Length", \
      "Bytes of the key share.", "RFC 9849 §5", WT_OURS) \
    F(ECH_ENC, "tls.ech.enc", BYTES, 0, DEC, NULL, "ECH Encapsulated Key", \
      "The client's half of the key for the hidden hello.", "RFC 9849 §5", WT_OURS) \
    F(ECH_PAYLOAD_LEN, "tls.ech.payload_length", U16, 0, DEC, NULL, "ECH Payload Length", \
      "Bytes of the hidden hello.", "RFC 9849 §5", WT_OURS) \
    F(ECH_PAYLOAD, "tls.ech.payload", BYTES, 0, DEC, NULL, "ECH Payload", \
      "The hidden hello with the true site's name, sealed; or random bytes, so that all clients look alike.", \
      "RFC 9849 §5", WT_OURS)

#define TLS_FINGERPRINT_FIELDS(F) \
    F(JA4, "tls.handshake.ja4", STRING, 0, DEC, NULL, "JA4", \
      "A short name for programs that send such a hello, whatever the order of its extensions.", \
      "FoxIO JA4 technical details", WT_OURS) \
    F(JA4_RAW, "tls.handshake.ja4_r", STRING, 0, DEC, NULL, "JA4 Raw", \
      "What JA4 is the hash of: counts, then the sorted ciphers and extensions, and the signatures.", \
      "FoxIO JA4 technical details", WT_OURS) \
    F(JA3_FULL, "tls.handshake.ja3_full", STRING, 0, DEC, NULL, "JA3 Fullstring", \
      "What JA3 is the hash of: version, ciphers, extensions, groups and point formats.", \
      "Salesforce JA3", 0) \
    F(JA3, "tls.handshake.ja3", STRING, 0, DEC, NULL, "JA3", \
      "A short name for programs that send such a hello; of little use since browsers shuffle extensions.", \
      "Salesforce JA3", 0) \
    F(JA3S_FULL, "tls.handshake.ja3s_full", STRING, 0, DEC, NULL, "JA3S Fullstring", \
      "What JA3S is the hash of: version, cipher and extensions.", "Salesforce JA3", 0) \
    F(JA3S, "tls.handshake.ja3s", STRING, 0, DEC, NULL, "JA3S", \
      "A short name for servers that answer so.", "Salesforce JA3", 0)

#define TLS_CERTIFICATE_FIELDS(F) \
    F(CHAIN, "tls.handshake.chain", STRING, 0, DEC, NULL, "Chain (unchecked)", \
      "Each is signed by the one after the arrow, as the names in them say; no signature is checked here.", \
      "RFC 5280 §6.1", WT_STORY | WT_OURS) \
    F(COMPRESSED_WITH, "tls.compress_certificate.algorithm", U16, 0, DEC, &wt_tls_cert_compressions, "Algorithm", \
      "How the certificates were made smaller.", "RFC 8879 §4", 0) \
    F(UNCOMPRESSED_LEN, "tls.compress_certificate.uncompressed_length", U24, 0, DEC, NULL, \
      "Uncompressed Length", "Bytes of the message once it is whole again.", "RFC 8879 §4", 0) \
    F(COMPRESSED_LEN, "tls.compress_certificate.compressed_certificate_message.length", U24, 0, DEC, NULL, \
      "Length", "Bytes of it as they are here.", "RFC 8879 §4", 0) \
    F(COMPRESSED, "tls.compress_certificate.compressed_certificate_message", BYTES, 0, DEC, NULL, \
      "Compressed Certificate Message", "The message of certificates, made smaller.", "RFC 8879 §4", 0) \
    F(CERT_TYPES_LEN, "tls.handshake.cert_types_count", U8, 0, DEC, NULL, "Certificate Types Count", \
      "How many kinds of keys are accepted.", "RFC 5246 §7.4.4", 0) \
    F(CERT_TYPES, "tls.handshake.cert_types", NONE, 0, DEC, NULL, "Certificate Types", \
      "Kinds of keys with which the client may prove itself.", "RFC 5246 §7.4.4", 0) \
    F(CERT_TYPE, "tls.handshake.cert_type", U8, 0, DEC, &wt_tls_cert_types, "Certificate Type", \
      "A kind of key.", "RFC 5246 §7.4.4", 0) \
    F(DNAMES_LEN, "tls.handshake.dnames_len", U16, 0, DEC, NULL, "Distinguished Names Length", \
      "Bytes of the list of names; 0 if anybody may have signed.", "RFC 5246 §7.4.4", 0) \
    F(DNAMES, "tls.handshake.dnames", NONE, 0, DEC, NULL, "Distinguished Names", \
      "Whom the server trusts: one of them should have signed the client's certificate.", "RFC 5246 §7.4.4", 0) \
    F(DNAME_LEN, "tls.handshake.dname_len", U16, 0, DEC, NULL, "Distinguished Name Length", \
      "Bytes of the name.", "RFC 5246 §7.4.4", 0) \
    F(DNAME, "tls.handshake.dname", NONE, 0, DEC, NULL, "Distinguished Name", \
      "Somebody whom the server trusts.", "RFC 5246 §7.4.4", 0) \
    F(OCSP_LIST_LEN, "tls.handshake.ocsp_response_list_len", U24, 0, DEC, NULL, "OCSP Response List Length", \
      "Bytes of the list, an answer for each certificate.", "RFC 6961 §2.2", 0) \
    F(OCSP, "tls.handshake.ocsp_response", BYTES, 0, DEC, NULL, "OCSP Response", \
      "The signer's fresh word that the certificate was not revoked.", "RFC 6960 §4.2.1", WT_OURS | WT_HOLDS)

#define TLS_EXCHANGE_FIELDS(F) \
    F(CURVE_TYPE, "tls.handshake.server_curve_type", U8, 0, HEX, &wt_tls_curve_types, "Curve Type", \
      "How the curve is told: by its name.", "RFC 8422 §5.4", 0) \
    F(NAMED_CURVE, "tls.handshake.server_named_curve", U16, 0, HEX, &wt_tls_groups, "Named Curve", \
      "The curve on which both compute their common secret.", "RFC 8422 §5.4", WT_STORY) \
    F(SERVER_POINT_LEN, "tls.handshake.server_point_len", U8, 0, DEC, NULL, "Pubkey Length", \
      "Bytes of the server's public half.", "RFC 8422 §5.4", 0) \
    F(SERVER_POINT, "tls.handshake.server_point", BYTES, 0, DEC, NULL, "Pubkey", \
      "The server's public half, new for each connection: stealing its key later opens nothing.", \
      "RFC 8422 §5.4", 0) \
    F(SERVER_SIG_LEN, "tls.handshake.sig_len", U16, 0, DEC, NULL, "Signature Length", \
      "Bytes of the signature.", "RFC 5246 §7.4.3", 0) \
    F(SERVER_SIG, "tls.handshake.sig", BYTES, 0, DEC, NULL, "Signature", \
      "Made with the certificate's key over both randoms and the public half: it is the server's own.", \
      "RFC 5246 §7.4.3", 0) \
    F(P_LEN, "tls.handshake.p_len", U16, 0, DEC, NULL, "p Length", "Bytes of the prime.", "RFC 5246 §7.4.3", 0) \
    F(P, "tls.handshake.p", BYTES, 0, DEC, NULL, "p", \
      "The large prime that all is computed modulo.", "RFC 5246 §7.4.3", 0) \
    F(G_LEN, "tls.handshake.g_len", U16, 0, DEC, NULL, "g Length", "Bytes of the base.", "RFC 5246 §7.4.3", 0) \
    F(G, "tls.handshake.g", BYTES, 0, DEC, NULL, "g", \
      "The base that both raise to their secret powers.", "RFC 5246 §7.4.3", 0) \
    F(YS_LEN, "tls.handshake.ys_len", U16, 0, DEC, NULL, "Pubkey Length", \
      "Bytes of the server's public half.", "RFC 5246 §7.4.3", 0) \
    F(YS, "tls.handshake.ys", BYTES, 0, DEC, NULL, "Pubkey", \
      "The server's public half: g to a power that only it knows.", "RFC 5246 §7.4.3", 0) \
    F(MODULUS_LEN, "tls.handshake.modulus_len", U16, 0, DEC, NULL, "Modulus Length", \
      "Bytes of the modulus.", "RFC 2246 §7.4.3", 0) \
    F(MODULUS, "tls.handshake.modulus", BYTES, 0, DEC, NULL, "Modulus", \
      "A weak RSA key for one connection, from the days of export rules.", "RFC 2246 §7.4.3", 0) \
    F(EXPONENT_LEN, "tls.handshake.exponent_len", U16, 0, DEC, NULL, "Exponent Length", \
      "Bytes of the exponent.", "RFC 2246 §7.4.3", 0) \
    F(EXPONENT, "tls.handshake.exponent", BYTES, 0, DEC, NULL, "Exponent", \
      "The weak key's public exponent.", "RFC 2246 §7.4.3", 0) \
    F(HINT_LEN, "tls.handshake.hint_len", U16, 0, DEC, NULL, "Hint Length", "Bytes of the hint.", \
      "RFC 4279 §2", 0) \
    F(HINT, "tls.handshake.hint", BYTES, 0, DEC, NULL, "Hint", \
      "Helps the client to choose among the secrets that it shares with servers.", "RFC 4279 §2", 0) \
    F(IDENTITY_LEN, "tls.handshake.identity_len", U16, 0, DEC, NULL, "Identity Length", \
      "Bytes of the identity.", "RFC 4279 §2", 0) \
    F(IDENTITY, "tls.handshake.identity", BYTES, 0, DEC, NULL, "Identity", \
      "Names the shared secret that the client uses.", "RFC 4279 §2", 0) \
    F(EPMS_LEN, "tls.handshake.epms_len", U16, 0, DEC, NULL, "Encrypted PreMaster length", \
      "Bytes of the sealed secret.", "RFC 5246 §7.4.7.1", 0) \
    F(EPMS, "tls.handshake.epms", BYTES, 0, DEC, NULL, "Encrypted PreMaster", \
      "The secret that all keys come from, sealed with the server's public key: who gets its private key opens all.", \
      "RFC 5246 §7.4.7.1", 0) \
    F(CLIENT_POINT_LEN, "tls.handshake.client_point_len", U8, 0, DEC, NULL, "Pubkey Length", \
      "Bytes of the client's public half.", "RFC 8422 §5.7", 0) \
    F(CLIENT_POINT, "tls.handshake.client_point", BYTES, 0, DEC, NULL, "Pubkey", \
      "The client's public half; from it and its own private half the server computes the common secret.", \
      "RFC 8422 §5.7", 0) \
    F(YC_LEN, "tls.handshake.yc_len", U16, 0, DEC, NULL, "Pubkey Length", \
      "Bytes of the client's public half.", "RFC 5246 §7.4.7.2", 0) \
    F(YC, "tls.handshake.yc", BYTES, 0, DEC, NULL, "Pubkey", \
      "The client's public half: g to a power that only it knows.", "RFC 5246 §7.4.7.2", 0)

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
      "Bytes of the context; 0 within the handshake.", \
      "RFC 8446 §4.4.2", 0) \
    F(CONTEXT, "tls.handshake.certificate_request_context", BYTES, 0, DEC, NULL, \
      "Certificate Request Context", \
      "Tells which request a certificate answers; used after the handshake only.", "RFC 8446 §4.4.2", 0) \
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
