/* ocsp_fields.h - what is known of each field of OCSP. */
#ifndef WT_PROTO_X509_OCSP_FIELDS_H
#define WT_PROTO_X509_OCSP_FIELDS_H

#define OCSP_FIELDS(F) OCSP_RESPONSE_FIELDS(F) OCSP_SINGLE_FIELDS(F) OCSP_REQUEST_FIELDS(F)

#define OCSP_RESPONSE_FIELDS(F) \
    F(STATUS, "ocsp.responseStatus", U32, 0, DEC, &statuses, "Response Status", \
      "Whether the responder could answer at all.", "RFC 6960 §4.2.1", WT_STORY) \
    F(BYTES, "ocsp.responseBytes_element", NONE, 0, DEC, NULL, "Response Bytes", \
      "The answer itself.", "RFC 6960 §4.2.1", 0) \
    F(TYPE, "ocsp.responseType.id", OID, 0, DEC, NULL, "Response Type", \
      "The form of the answer: there is just one in use.", "RFC 6960 §4.2.1", 0) \
    F(BASIC, "ocsp.BasicOCSPResponse_element", NONE, 0, DEC, NULL, "Basic Response", \
      "A signed answer.", "RFC 6960 §4.2.1", 0) \
    F(TBS, "ocsp.tbsResponseData_element", NONE, 0, DEC, NULL, "Signed Part", \
      "What the signature at the end covers.", "RFC 6960 §4.2.1", 0) \
    F(RESPONDER, "ocsp.responderID", U32, 0, DEC, &responders, "Responder", \
      "Who answers: told by name or by the hash of a key.", "RFC 6960 §4.2.2.3", 0) \
    F(BY_NAME, "ocsp.byName", U32, 0, DEC, &names, "Name", "Who answers.", "RFC 6960 §4.2.2.3", 0) \
    F(BY_KEY, "ocsp.byKey", BYTES, 0, DEC, NULL, "Key Hash", \
      "The hash of the responder's public key.", "RFC 6960 §4.2.2.3", 0) \
    F(PRODUCED, "ocsp.producedAt", ABSTIME, 0, DEC, NULL, "Produced At", \
      "When the answer was signed.", "RFC 6960 §4.2.2.1", 0) \
    F(RESPONSES, "ocsp.responses", U32, 0, DEC, NULL, "Responses", \
      "For how many certificates there is an answer.", "RFC 6960 §4.2.1", 0) \
    F(SIGNATURE_ALGORITHM, "ocsp.signatureAlgorithm_element", NONE, 0, DEC, NULL, "Signature Algorithm", \
      "How the answer is signed.", "RFC 6960 §4.2.1", 0) \
    F(SIGNATURE, "ocsp.signature", BYTES, 0, DEC, NULL, "Signature", \
      "Made by the certificate's signer, or by somebody it trusts with this.", "RFC 6960 §4.2.2.2", 0) \
    F(CERTS, "ocsp.certs", U32, 0, DEC, NULL, "Certificates", \
      "How many certificates come along to check the signature with.", "RFC 6960 §4.2.1", 0) \
    F(CERT, "ocsp.Certificate_element", NONE, 0, DEC, NULL, "Certificate", \
      "Whose key signed the answer.", "RFC 6960 §4.2.2.2", 0)

#define OCSP_SINGLE_FIELDS(F) \
    F(SINGLE, "ocsp.SingleResponse_element", NONE, 0, DEC, NULL, "Single Response", \
      "The answer for one certificate.", "RFC 6960 §4.2.1", 0) \
    F(CERT_ID, "ocsp.certID_element", NONE, 0, DEC, NULL, "Certificate Id", \
      "Which certificate it is about.", "RFC 6960 §4.1.1", 0) \
    F(HASH, "ocsp.hashAlgorithm_element", NONE, 0, DEC, NULL, "Hash Algorithm", \
      "The hash of the two fields below.", "RFC 6960 §4.1.1", 0) \
    F(NAME_HASH, "ocsp.issuerNameHash", BYTES, 0, DEC, NULL, "Issuer Name Hash", \
      "The hash of the signer's name.", "RFC 6960 §4.1.1", 0) \
    F(KEY_HASH, "ocsp.issuerKeyHash", BYTES, 0, DEC, NULL, "Issuer Key Hash", \
      "The hash of the signer's key.", "RFC 6960 §4.1.1", 0) \
    F(SERIAL, "ocsp.serialNumber", BYTES, 0, DEC, NULL, "Serial Number", \
      "The certificate's number; with the signer it is known which one.", "RFC 6960 §4.1.1", WT_STORY) \
    F(CERT_STATUS, "ocsp.certStatus", U32, 0, DEC, &cert_statuses, "Certificate Status", \
      "The answer: whether the signer took the certificate back.", "RFC 6960 §2.2", WT_STORY) \
    F(GOOD, "ocsp.good_element", NONE, 0, DEC, NULL, "Good", "It is not revoked.", "RFC 6960 §2.2", 0) \
    F(REVOKED, "ocsp.revoked_element", NONE, 0, DEC, NULL, "Revoked", \
      "It must no longer be trusted.", "RFC 6960 §2.2", 0) \
    F(UNKNOWN, "ocsp.unknown_element", NONE, 0, DEC, NULL, "Unknown", \
      "The responder does not know it.", "RFC 6960 §2.2", 0) \
    F(REVOKED_AT, "ocsp.revocationTime", ABSTIME, 0, DEC, NULL, "Revocation Time", \
      "Since when it is revoked.", "RFC 6960 §4.2.1", WT_STORY) \
    F(REASON, "ocsp.revocationReason", U32, 0, DEC, &reasons, "Revocation Reason", \
      "Why it was revoked.", "RFC 5280 §5.3.1", WT_STORY) \
    F(THIS_UPDATE, "ocsp.thisUpdate", ABSTIME, 0, DEC, NULL, "This Update", \
      "For when the answer is known to be right.", "RFC 6960 §4.2.2.1", 0) \
    F(NEXT_UPDATE, "ocsp.nextUpdate", ABSTIME, 0, DEC, NULL, "Next Update", \
      "Until then it may be used; later somebody has to ask again.", "RFC 6960 §4.2.2.1", WT_STORY)

#define OCSP_REQUEST_FIELDS(F) \
    F(REQUEST, "ocsp.tbsRequest_element", NONE, 0, DEC, NULL, "Request", \
      "The question, which may be signed.", "RFC 6960 §4.1.1", 0) \
    F(REQUESTS, "ocsp.requestList", U32, 0, DEC, NULL, "Requests", \
      "How many certificates are asked about.", "RFC 6960 §4.1.1", 0) \
    F(ONE_REQUEST, "ocsp.Request_element", NONE, 0, DEC, NULL, "Question", \
      "A certificate that is asked about.", "RFC 6960 §4.1.1", 0) \
    F(ASKED, "ocsp.reqCert_element", NONE, 0, DEC, NULL, "Certificate Id", \
      "Which certificate it is.", "RFC 6960 §4.1.1", 0) \
    F(REQUEST_EXTENSIONS, "ocsp.requestExtensions", U32, 0, DEC, NULL, "Request Extensions", \
      "How many additions the question has: a nonce, for one, which the answer repeats.", "RFC 6960 §4.4", 0)

#endif
