/* oid.c - object identifiers: numbers for everything that can be named, as ASN.1 writes them. */
#include "core/text.h"

/* Sorted as strcmp has it. */
static const struct known {
    const char *text;
    wt_value value;
} known[] = {
    {"0.9.2342.19200300.100.1.1", {0, 0, "uid", "A user's name in a directory."}},
    {"0.9.2342.19200300.100.1.25", {0, 0, "dc", "One label of a domain name: dc=shop, dc=test."}},
    {"1.2.840.10040.4.1", {0, 0, "id-dsa", "A DSA key."}},
    {"1.2.840.10040.4.3", {0, 0, "id-dsa-with-sha1", "A DSA signature over a SHA-1 hash; SHA-1 is broken."}},
    {"1.2.840.10045.2.1", {0, 0, "id-ecPublicKey", "A key on an elliptic curve."}},
    {"1.2.840.10045.3.1.1", {0, 0, "secp192r1", "A curve of 192 bits."}},
    {"1.2.840.10045.3.1.7", {0, 0, "secp256r1", "The curve P-256, which most sites with elliptic keys use."}},
    {"1.2.840.10045.4.1", {0, 0, "ecdsa-with-SHA1", "An ECDSA signature over a SHA-1 hash; SHA-1 is broken."}},
    {"1.2.840.10045.4.3.1", {0, 0, "ecdsa-with-SHA224", "An ECDSA signature over a SHA-224 hash."}},
    {"1.2.840.10045.4.3.2", {0, 0, "ecdsa-with-SHA256", "An ECDSA signature over a SHA-256 hash."}},
    {"1.2.840.10045.4.3.3", {0, 0, "ecdsa-with-SHA384", "An ECDSA signature over a SHA-384 hash."}},
    {"1.2.840.10045.4.3.4", {0, 0, "ecdsa-with-SHA512", "An ECDSA signature over a SHA-512 hash."}},
    {"1.2.840.113549.1.1.1", {0, 0, "rsaEncryption", "An RSA key."}},
    {"1.2.840.113549.1.1.10", {0, 0, "id-RSASSA-PSS", "An RSA signature with random salt."}},
    {"1.2.840.113549.1.1.11", {0, 0, "sha256WithRSAEncryption", "An RSA signature over a SHA-256 hash."}},
    {"1.2.840.113549.1.1.12", {0, 0, "sha384WithRSAEncryption", "An RSA signature over a SHA-384 hash."}},
    {"1.2.840.113549.1.1.13", {0, 0, "sha512WithRSAEncryption", "An RSA signature over a SHA-512 hash."}},
    {"1.2.840.113549.1.1.14", {0, 0, "sha224WithRSAEncryption", "An RSA signature over a SHA-224 hash."}},
    {"1.2.840.113549.1.1.2", {0, 0, "md2WithRSAEncryption", "An RSA signature over an MD2 hash; MD2 is broken."}},
    {"1.2.840.113549.1.1.4", {0, 0, "md5WithRSAEncryption", "An RSA signature over an MD5 hash; MD5 is broken."}},
    {"1.2.840.113549.1.1.5", {0, 0, "sha1WithRSAEncryption", "An RSA signature over a SHA-1 hash; SHA-1 is broken."}},
    {"1.2.840.113549.1.1.7", {0, 0, "id-RSAES-OAEP", "An RSA key for sealing secrets only."}},
    {"1.2.840.113549.1.1.8", {0, 0, "id-mgf1", "Stretches a hash to any length, within RSA-PSS."}},
    {"1.2.840.113549.1.9.1", {0, 0, "pkcs-9-at-emailAddress", "Somebody's mail address."}},
    {"1.2.840.113549.1.9.15", {0, 0, "pkcs-9-at-smimeCapabilities", "Which ciphers a mail program understands."}},
    {"1.2.840.113549.1.9.2", {0, 0, "pkcs-9-at-unstructuredName", "Another name."}},
    {"1.2.840.113549.1.9.8", {0, 0, "pkcs-9-at-unstructuredAddress", "Another address."}},
    {"1.2.840.113549.2.5", {0, 0, "md5", "A hash of 16 bytes; broken."}},
    {"1.3.101.110", {0, 0, "id-X25519", "A key for key exchange on curve25519."}},
    {"1.3.101.111", {0, 0, "id-X448", "A key for key exchange on curve448."}},
    {"1.3.101.112", {0, 0, "id-Ed25519", "A key or signature of the Ed25519 scheme."}},
    {"1.3.101.113", {0, 0, "id-Ed448", "A key or signature of the Ed448 scheme."}},
    {"1.3.132.0.10", {0, 0, "secp256k1", "A curve of 256 bits, known from Bitcoin."}},
    {"1.3.132.0.33", {0, 0, "secp224r1", "The curve P-224."}},
    {"1.3.132.0.34", {0, 0, "secp384r1", "The curve P-384."}},
    {"1.3.132.0.35", {0, 0, "secp521r1", "The curve P-521."}},
    {"1.3.14.3.2.26", {0, 0, "SHA-1", "A hash of 20 bytes; broken."}},
    {"1.3.6.1.4.1.11129.2.4.2",
     {0, 0, "SignedCertificateTimestampList", "Public logs that have seen the certificate."}},
    {"1.3.6.1.4.1.11129.2.4.3",
     {0, 0, "Precertificate Poison", "Only for logs: no browser may accept this certificate."}},
    {"1.3.6.1.4.1.11129.2.4.5", {0, 0, "OCSP SCT list", "Public logs that have seen the certificate."}},
    {"1.3.6.1.4.1.311.20.2",
     {0, 0, "id-ms-certificate-template-name", "Which form of a Windows server it was made from."}},
    {"1.3.6.1.4.1.311.20.2.2", {0, 0, "id-ms-kp-smartcard-logon", "May log in to Windows."}},
    {"1.3.6.1.4.1.311.20.2.3", {0, 0, "id-ms-user-principal-name", "A Windows user's name."}},
    {"1.3.6.1.4.1.311.21.1", {0, 0, "id-ms-ca-version", "How often the signer's own certificate was renewed."}},
    {"1.3.6.1.4.1.311.21.10",
     {0, 0, "id-ms-application-certificate-policies", "What the certificate may be used for, as Windows has it."}},
    {"1.3.6.1.4.1.311.21.2",
     {0, 0, "id-ms-previous-cert-hash", "The hash of the signer's certificate before this one."}},
    {"1.3.6.1.4.1.311.21.7",
     {0, 0, "id-ms-certificate-template", "Which form of a Windows server it was made from."}},
    {"1.3.6.1.4.1.311.60.2.1.1",
     {0, 0, "jurisdictionOfIncorporationLocalityName", "The place where the firm is registered."}},
    {"1.3.6.1.4.1.311.60.2.1.2",
     {0, 0, "jurisdictionOfIncorporationStateOrProvinceName", "The state where the firm is registered."}},
    {"1.3.6.1.4.1.311.60.2.1.3",
     {0, 0, "jurisdictionOfIncorporationCountryName", "The country where the firm is registered."}},
    {"1.3.6.1.5.5.7.1.1",
     {0, 0, "id-pe-authorityInfoAccess", "Where the signer's certificate and its word on revocation are."}},
    {"1.3.6.1.5.5.7.1.11", {0, 0, "id-pe-subjectInfoAccess", "Where the holder's services are."}},
    {"1.3.6.1.5.5.7.1.24", {0, 0, "id-pe-tlsfeature", "The server promises to send proof that it is not revoked."}},
    {"1.3.6.1.5.5.7.1.3", {0, 0, "id-pe-qcStatements", "What makes it a qualified certificate by European law."}},
    {"1.3.6.1.5.5.7.2.1", {0, 0, "id-qt-cps", "A link to the signer's rules."}},
    {"1.3.6.1.5.5.7.2.2", {0, 0, "id-qt-unotice", "A text to show to people."}},
    {"1.3.6.1.5.5.7.3.1", {0, 0, "id-kp-serverAuth", "May prove who a server is."}},
    {"1.3.6.1.5.5.7.3.2", {0, 0, "id-kp-clientAuth", "May prove who a client is."}},
    {"1.3.6.1.5.5.7.3.3", {0, 0, "id-kp-codeSigning", "May sign programs."}},
    {"1.3.6.1.5.5.7.3.4", {0, 0, "id-kp-emailProtection", "May sign and seal mail."}},
    {"1.3.6.1.5.5.7.3.8", {0, 0, "id-kp-timeStamping", "May say when something existed."}},
    {"1.3.6.1.5.5.7.3.9", {0, 0, "id-kp-OCSPSigning", "May sign statements on revocation."}},
    {"1.3.6.1.5.5.7.48.1", {0, 0, "id-ad-ocsp", "Ask there whether it is revoked."}},
    {"1.3.6.1.5.5.7.48.1.1", {0, 0, "id-pkix-ocsp-basic", "The usual form of an OCSP response."}},
    {"1.3.6.1.5.5.7.48.1.2", {0, 0, "id-pkix-ocsp-nonce", "Ties an answer to its question."}},
    {"1.3.6.1.5.5.7.48.1.5", {0, 0, "id-pkix-ocsp-no-check", "Nobody need ask whether this certificate is revoked."}},
    {"1.3.6.1.5.5.7.48.2", {0, 0, "id-ad-caIssuers", "The signer's own certificate is there."}},
    {"1.3.6.1.5.5.7.48.3", {0, 0, "id-ad-timeStamping", "It says there when something existed."}},
    {"1.3.6.1.5.5.7.48.5", {0, 0, "id-ad-caRepository", "What the holder signed is there."}},
    {"1.3.6.1.5.5.7.8.7", {0, 0, "id-on-dnsSRV", "A service of a domain."}},
    {"1.3.6.1.5.5.7.8.9", {0, 0, "id-on-SmtpUTF8Mailbox", "A mail address in any letters."}},
    {"2.16.840.1.101.3.4.2.1", {0, 0, "SHA-256", "A hash of 32 bytes."}},
    {"2.16.840.1.101.3.4.2.2", {0, 0, "SHA-384", "A hash of 48 bytes."}},
    {"2.16.840.1.101.3.4.2.3", {0, 0, "SHA-512", "A hash of 64 bytes."}},
    {"2.16.840.1.101.3.4.3.17",
     {0, 0, "id-ml-dsa-44", "A key or signature that a quantum computer should not break."}},
    {"2.16.840.1.101.3.4.3.18",
     {0, 0, "id-ml-dsa-65", "A key or signature that a quantum computer should not break."}},
    {"2.16.840.1.101.3.4.3.19",
     {0, 0, "id-ml-dsa-87", "A key or signature that a quantum computer should not break."}},
    {"2.16.840.1.113730.1.1", {0, 0, "netscape-cert-type", "What Netscape's browser let it be used for."}},
    {"2.16.840.1.113730.1.13", {0, 0, "netscape-comment", "A remark by the program that made it."}},
    {"2.23.140.1.1", {0, 0, "ev-guidelines", "Extended validation: a firm's existence was checked."}},
    {"2.23.140.1.2.1", {0, 0, "domain-validated", "Only control over the domain name was checked."}},
    {"2.23.140.1.2.2", {0, 0, "organization-validated", "The firm behind it was checked."}},
    {"2.23.140.1.2.3", {0, 0, "individual-validated", "The person behind it was checked."}},
    {"2.5.29.14", {0, 0, "id-ce-subjectKeyIdentifier", "A short name for the key in this certificate."}},
    {"2.5.29.15", {0, 0, "id-ce-keyUsage", "What the key may be used for."}},
    {"2.5.29.16", {0, 0, "id-ce-privateKeyUsagePeriod", "When the private key may sign."}},
    {"2.5.29.17", {0, 0, "id-ce-subjectAltName", "The names it is for; this is what browsers compare."}},
    {"2.5.29.18", {0, 0, "id-ce-issuerAltName", "Further names of the signer."}},
    {"2.5.29.19", {0, 0, "id-ce-basicConstraints", "Whether the holder may sign certificates."}},
    {"2.5.29.30", {0, 0, "id-ce-nameConstraints", "For which names the holder may sign."}},
    {"2.5.29.31", {0, 0, "id-ce-cRLDistributionPoints", "Where lists of revoked certificates are."}},
    {"2.5.29.32", {0, 0, "id-ce-certificatePolicies", "The rules under which it was signed."}},
    {"2.5.29.32.0", {0, 0, "anyPolicy", "Every policy."}},
    {"2.5.29.33", {0, 0, "id-ce-policyMappings", "Which rules of two signers mean the same."}},
    {"2.5.29.35", {0, 0, "id-ce-authorityKeyIdentifier", "A short name for the signer's key."}},
    {"2.5.29.36", {0, 0, "id-ce-policyConstraints", "How strictly rules hold for what the holder signs."}},
    {"2.5.29.37", {0, 0, "id-ce-extKeyUsage", "What the certificate may be used for."}},
    {"2.5.29.37.0", {0, 0, "anyExtendedKeyUsage", "Any use."}},
    {"2.5.29.46", {0, 0, "id-ce-freshestCRL", "Where the latest changes to the list of revoked certificates are."}},
    {"2.5.29.54", {0, 0, "id-ce-inhibitAnyPolicy", "How far down \"every policy\" still counts."}},
    {"2.5.29.9", {0, 0, "id-ce-subjectDirectoryAttributes", "Facts about the holder."}},
    {"2.5.4.10", {0, 0, "id-at-organizationName", "The firm or body."}},
    {"2.5.4.11", {0, 0, "id-at-organizationalUnitName", "A part of the firm."}},
    {"2.5.4.12", {0, 0, "id-at-title", "The holder's position."}},
    {"2.5.4.13", {0, 0, "id-at-description", "A remark."}},
    {"2.5.4.15", {0, 0, "id-at-businessCategory", "What kind of body it is."}},
    {"2.5.4.17", {0, 0, "id-at-postalCode", "The code of the place for mail."}},
    {"2.5.4.18", {0, 0, "id-at-postOfficeBox", "Where mail waits."}},
    {"2.5.4.20", {0, 0, "id-at-telephoneNumber", "Where to call."}},
    {"2.5.4.3", {0, 0, "id-at-commonName", "A name for people; browsers look at subjectAltName instead."}},
    {"2.5.4.4", {0, 0, "id-at-surname", "The family name."}},
    {"2.5.4.41", {0, 0, "id-at-name", "A name of any kind."}},
    {"2.5.4.42", {0, 0, "id-at-givenName", "The first name."}},
    {"2.5.4.43", {0, 0, "id-at-initials", "First letters of names."}},
    {"2.5.4.44", {0, 0, "id-at-generationQualifier", "Jr., III …"}},
    {"2.5.4.46", {0, 0, "id-at-dnQualifier", "Keeps apart holders of one name."}},
    {"2.5.4.5", {0, 0, "id-at-serialNumber", "A number in some register, not the certificate's."}},
    {"2.5.4.6", {0, 0, "id-at-countryName", "Two letters of a country."}},
    {"2.5.4.65", {0, 0, "id-at-pseudonym", "A name that is not the true one."}},
    {"2.5.4.7", {0, 0, "id-at-localityName", "A town."}},
    {"2.5.4.8", {0, 0, "id-at-stateOrProvinceName", "A state or province."}},
    {"2.5.4.9", {0, 0, "id-at-streetAddress", "The street and the house."}},
    {"2.5.4.97", {0, 0, "id-at-organizationIdentifier", "A firm's number in a register."}},
};

uint32_t wt_oid_text(const uint8_t *p, uint32_t n, char *out, uint32_t room) {
    wt_text t = {out, 0, room ? room - 1 : 0, false};
    uint64_t arc = 0;
    bool whole = true;
    for (uint32_t i = 0; i < n; i++) {
        if (arc >> 57)
            return 0;
        arc = arc << 7 | (p[i] & 0x7f);
        whole = !(p[i] & 0x80);
        if (!whole)
            continue;
        if (!t.len) {                      /* the first number holds two arcs (X.690 §8.19.4) */
            uint64_t top = arc < 80 ? arc / 40 : 2;
            wt_put_u(&t, top);
            arc -= top * 40;
        }
        wt_put_c(&t, '.');
        wt_put_u(&t, arc);
        arc = 0;
    }
    if (t.cut || !whole || !t.len)
        return 0;
    out[t.len] = 0;
    return t.len;
}

const wt_value *wt_oid_find(const uint8_t *p, uint32_t n) {
    char text[WT_OID_TEXT];
    if (!wt_oid_text(p, n, text, sizeof text))
        return NULL;
    size_t lo = 0, hi = sizeof known / sizeof *known;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = strcmp(text, known[mid].text);
        if (c == 0)
            return &known[mid].value;
        if (c < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    return NULL;
}
