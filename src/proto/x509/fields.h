/* fields.h - what is known of each field of certificates.  The names are of several protocols in Wireshark: they
 * belong to the ASN.1 modules that define the parts (x509af: the frame, x509if: names, x509sat: what names hold,
 * x509ce: extensions, pkix1…: the Internet's additions, pkcs1: keys). */
#ifndef WT_PROTO_X509_FIELDS_H
#define WT_PROTO_X509_FIELDS_H

#define X509_FIELDS(F) X509_FRAME_FIELDS(F) X509_NAME_FIELDS(F) X509_KEY_FIELDS(F) X509_USE_FIELDS(F) \
    X509_EXTENSION_FIELDS(F) X509_OTHER_FIELDS(F) X509_SCT_FIELDS(F)

#define X509_FRAME_FIELDS(F) \
    F(SUMMARY, "x509.summary", STRING, 0, DEC, NULL, "Certificate for", \
      "Whom it is for, with which key, for how long, and who signed it.", "RFC 5280 §4.1", WT_STORY | WT_OURS) \
    F(SIGNED, "x509af.signedCertificate_element", NONE, 0, DEC, NULL, "Signed Part", \
      "What the signature at the end covers: change one byte and the signature no longer fits.", \
      "RFC 5280 §4.1.1.1", 0) \
    F(VERSION, "x509af.version", I32, 0, DEC, &versions, "Version", \
      "Which fields the certificate may have: extensions need version 3.", "RFC 5280 §4.1.2.1", 0) \
    F(SERIAL, "x509af.serialNumber", BYTES, 0, DEC, NULL, "Serial Number", \
      "The signer's number for it, never given twice; lists of revoked certificates name it.", \
      "RFC 5280 §4.1.2.2", 0) \
    F(SIGNATURE, "x509af.signature_element", NONE, 0, DEC, NULL, "Signature Algorithm", \
      "How it is signed; said inside of what is signed, so that nobody can swap it.", "RFC 5280 §4.1.2.3", 0) \
    F(ALGORITHM, "x509af.algorithm.id", OID, 0, DEC, NULL, "Algorithm", \
      "Names a way to sign, or a kind of key.", "RFC 5280 §4.1.1.2", 0) \
    F(ISSUER, "x509af.issuer", U32, 0, DEC, &name_kinds, "Issuer", \
      "Who signed this certificate and so vouches for it.", "RFC 5280 §4.1.2.4", 0) \
    F(VALIDITY, "x509af.validity_element", NONE, 0, DEC, NULL, "Validity", \
      "From when until when the signer vouches for it.", "RFC 5280 §4.1.2.5", 0) \
    F(NOT_BEFORE, "x509af.notBefore", U32, 0, DEC, &time_kinds, "Not Before", \
      "Earlier than this it is not valid; the value says how the time is written.", "RFC 5280 §4.1.2.5", 0) \
    F(NOT_AFTER, "x509af.notAfter", U32, 0, DEC, &time_kinds, "Not After", \
      "Later than this it is not valid; the value says how the time is written.", "RFC 5280 §4.1.2.5", 0) \
    F(UTC_TIME, "x509af.utcTime", STRING, 0, DEC, NULL, "Time", \
      "A time before 2050; the year has two digits on the wire.", "RFC 5280 §4.1.2.5.1", 0) \
    F(TIME, "x509af.generalizedTime", STRING, 0, DEC, NULL, "Time", \
      "A time from 2050 on, with all four digits of the year.", "RFC 5280 §4.1.2.5.2", 0) \
    F(SUBJECT, "x509af.subject", U32, 0, DEC, &name_kinds, "Subject", \
      "Who holds the key; for web sites the names in subjectAltName count.", "RFC 5280 §4.1.2.6", 0) \
    F(SPKI, "x509af.subjectPublicKeyInfo_element", NONE, 0, DEC, NULL, "Subject's Public Key", \
      "The key that the certificate ties to the names.", "RFC 5280 §4.1.2.7", 0) \
    F(KEY_ALGORITHM, "x509af.algorithm_element", NONE, 0, DEC, NULL, "Key Algorithm", \
      "What kind of key it is.", "RFC 5280 §4.1.2.7", 0) \
    F(KEY, "x509af.subjectPublicKey", BYTES, 0, DEC, NULL, "Public Key", \
      "Checks signatures that only the holder of the private key can make.", "RFC 5280 §4.1.2.7", 0) \
    F(ISSUER_UID, "x509af.issuerUniqueIdentifier", BYTES, 0, DEC, NULL, "Issuer Unique Identifier", \
      "Told two signers of one name apart; no longer used.", "RFC 5280 §4.1.2.8", 0) \
    F(SUBJECT_UID, "x509af.subjectUniqueIdentifier", BYTES, 0, DEC, NULL, "Subject Unique Identifier", \
      "Told two holders of one name apart; no longer used.", "RFC 5280 §4.1.2.8", 0) \
    F(EXTENSIONS, "x509af.extensions", U32, 0, DEC, NULL, "Extensions", \
      "How many statements follow about what the certificate is for.", "RFC 5280 §4.1.2.9", 0) \
    F(EXTENSION, "x509af.Extension_element", NONE, 0, DEC, NULL, "Extension", \
      "One statement about the certificate or its use.", "RFC 5280 §4.2", 0) \
    F(EXTENSION_ID, "x509af.extension.id", OID, 0, DEC, NULL, "Extension Id", \
      "What the statement is about.", "RFC 5280 §4.2", 0) \
    F(EXTENSION_VALUE, "x509.extension_value", BYTES, 0, DEC, NULL, "Value", \
      "What the statement says; statements of this kind are not taken apart here.", "RFC 5280 §4.2", WT_OURS) \
    F(CRITICAL, "x509af.critical", U8, 0, FLAG, NULL, "Critical", \
      "Whoever does not understand this extension must reject the certificate.", "RFC 5280 §4.2", 0) \
    F(ALGORITHM_AGAIN, "x509af.algorithmIdentifier_element", NONE, 0, DEC, NULL, "Signature Algorithm", \
      "How the signed part is signed; has to be the same as inside.", "RFC 5280 §4.1.1.2", 0) \
    F(PADDING, "ber.bitstring.padding", U8, 0, DEC, NULL, "Unused Bits", \
      "How many bits at the end of the last byte do not count.", "X.690 §8.6.2", 0) \
    F(ENCRYPTED, "x509af.encrypted", BYTES, 0, DEC, NULL, "Signature", \
      "Made with the signer's private key; checked with the public key of the signer's own certificate.", \
      "RFC 5280 §4.1.1.3", 0)

#define X509_NAME_FIELDS(F) \
    F(RDNS, "x509if.rdnSequence", U32, 0, DEC, NULL, "Name", \
      "How many parts the name has, from the widest (country) to the narrowest.", "RFC 5280 §4.1.2.4", 0) \
    F(SUBJECT_RDNS, "x509af.rdnSequence", U32, 0, DEC, NULL, "Name", \
      "How many parts the name has, from the widest (country) to the narrowest.", "RFC 5280 §4.1.2.6", 0) \
    F(RDN, "x509if.RDNSequence_item", U32, 0, DEC, NULL, "Part", \
      "One step of the name: how many attributes it has, usually one.", "RFC 5280 §4.1.2.4", 0) \
    F(ATTRIBUTE, "x509if.RelativeDistinguishedName_item_element", NONE, 0, DEC, NULL, "Attribute", \
      "A kind and a value, such as country and SE.", "RFC 5280 §4.1.2.4", 0) \
    F(ATTRIBUTE_ID, "x509if.oid", OID, 0, DEC, NULL, "Kind", \
      "What the value is: a country, a firm, a name …", "RFC 5280 Appendix A.1", 0) \
    F(COUNTRY, "x509sat.CountryName", STRING, 0, DEC, NULL, "Country", \
      "Two letters for a country.", "RFC 5280 Appendix A.1", 0) \
    F(DIRECTORY_STRING, "x509sat.DirectoryString", U32, 0, DEC, &string_kinds, "Encoding", \
      "Which of five ways the text is written in; new certificates use UTF-8.", "RFC 5280 §4.1.2.4", 0) \
    F(S_TELETEX, "x509sat.teletexString", STRING, 0, DEC, NULL, "Text", \
      "A text in an old character set.", "RFC 5280 §4.1.2.4", 0) \
    F(S_PRINTABLE, "x509sat.printableString", STRING, 0, DEC, NULL, "Text", \
      "A text of letters, digits and a few signs.", "RFC 5280 §4.1.2.4", 0) \
    F(S_UNIVERSAL, "x509sat.universalString", STRING, 0, DEC, NULL, "Text", \
      "A text with four bytes for each character.", "RFC 5280 §4.1.2.4", 0) \
    F(S_BMP, "x509sat.bmpString", STRING, 0, DEC, NULL, "Text", \
      "A text with two bytes for each character.", "RFC 5280 §4.1.2.4", 0) \
    F(S_UTF8, "x509sat.uTF8String", STRING, 0, DEC, NULL, "Text", "A text in UTF-8.", \
      "RFC 5280 §4.1.2.4", 0) \
    F(PRINTABLE, "x509sat.PrintableString", STRING, 0, DEC, NULL, "Text", \
      "A text of letters, digits and a few signs.", "RFC 5280 Appendix A.1", 0) \
    F(IA5, "x509sat.IA5String", STRING, 0, DEC, NULL, "Text", \
      "A text in ASCII: a mail address, or a label of a domain name.", "RFC 5280 Appendix A.1", 0) \
    F(PHONE, "x509sat.TelephoneNumber", STRING, 0, DEC, NULL, "Telephone Number", \
      "Where to call the holder.", "X.520 §6.7.1", 0) \
    F(USER_ID, "x509af.Userid", STRING, 0, DEC, NULL, "User Id", \
      "The name by which a computer knows the holder.", "RFC 4519 §2.39", 0) \
    F(VALUE, "x509.value", STRING, 0, DEC, NULL, "Value", \
      "A text of a kind that is not taken apart here.", "RFC 5280 §4.1.2.4", WT_OURS)

#define X509_KEY_FIELDS(F) \
    F(MODULUS, "pkcs1.modulus", BYTES, 0, DEC, NULL, "Modulus", \
      "The product of two secret primes; who could split it would have the private key.", "RFC 8017 §3.1", 0) \
    F(EXPONENT, "pkcs1.publicExponent", I32, 0, DEC, NULL, "Public Exponent", \
      "The power to which numbers are raised when a signature is checked: 65537 nearly always.", \
      "RFC 8017 §3.1", 0) \
    F(EC_PARAMETERS, "pkcs1.ECParameters", U32, 0, DEC, &ec_kinds, "EC Parameters", \
      "How the curve is told: by its name.", "RFC 5480 §2.1.1", 0) \
    F(CURVE, "pkcs1.namedCurve", OID, 0, DEC, NULL, "Named Curve", \
      "The elliptic curve that the key is a point of.", "RFC 5480 §2.1.1.1", 0) \
    F(PSS, "pkcs1.RSASSA_PSS_params_element", NONE, 0, DEC, NULL, "RSA-PSS Parameters", \
      "Hash and salt of this kind of RSA signature.", "RFC 4055 §3.1", 0) \
    F(PSS_HASH, "pkcs1.hashAlgorithm_element", NONE, 0, DEC, NULL, "Hash Algorithm", \
      "The hash over what is signed.", "RFC 4055 §3.1", 0) \
    F(PSS_MASK, "pkcs1.maskGenAlgorithm_element", NONE, 0, DEC, NULL, "Mask Generation", \
      "How the hash is spread over the whole length of the key.", "RFC 4055 §3.1", 0) \
    F(MASK_HASH, "pkcs1.HashAlgorithm_element", NONE, 0, DEC, NULL, "Hash of the Mask", \
      "The hash that makes the mask.", "RFC 4055 §3.1", 0) \
    F(PSS_SALT, "pkcs1.saltLength", I32, 0, DEC, NULL, "Salt Length", \
      "Random bytes in each signature, so that no two are alike.", "RFC 4055 §3.1", 0) \
    F(PSS_TRAILER, "pkcs1.trailerField", I32, 0, DEC, NULL, "Trailer Field", \
      "Always 1.", "RFC 4055 §3.1", 0) \
    F(DSS, "x509af.DSS_Params_element", NONE, 0, DEC, NULL, "DSA Parameters", \
      "The numbers that a group of DSA keys has in common.", "RFC 3279 §2.3.2", 0) \
    F(DSS_P, "x509af.p", BYTES, 0, DEC, NULL, "p", \
      "The large prime that all is computed modulo.", "RFC 3279 §2.3.2", 0) \
    F(DSS_Q, "x509af.q", BYTES, 0, DEC, NULL, "q", "The prime that divides p-1.", "RFC 3279 §2.3.2", 0) \
    F(DSS_G, "x509af.g", BYTES, 0, DEC, NULL, "g", "The number that is raised to secret powers.", "RFC 3279 §2.3.2", 0)

#define X509_USE_FIELDS(F) \
    F(KEY_USAGE, "x509ce.KeyUsage", BYTES, 0, DEC, NULL, "Key Usage", \
      "What the key may be used for, a bit for each use.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_SIGN, "x509ce.KeyUsage.digitalSignature", U8, 0x80, FLAG, NULL, "Digital Signature", \
      "It may sign handshakes: what TLS 1.3 needs.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_COMMIT, "x509ce.KeyUsage.contentCommitment", U8, 0x40, FLAG, NULL, "Content Commitment", \
      "It may sign documents that the signer can't disown later.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_KEYS, "x509ce.KeyUsage.keyEncipherment", U8, 0x20, FLAG, NULL, "Key Encipherment", \
      "Others may send it keys sealed with RSA: the old way of TLS up to 1.2.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_DATA, "x509ce.KeyUsage.dataEncipherment", U8, 0x10, FLAG, NULL, "Data Encipherment", \
      "Others may seal data for it directly; hardly used.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_AGREE, "x509ce.KeyUsage.keyAgreement", U8, 0x08, FLAG, NULL, "Key Agreement", \
      "It may be one half of a Diffie-Hellman exchange.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_CERTS, "x509ce.KeyUsage.keyCertSign", U8, 0x04, FLAG, NULL, "Certificate Sign", \
      "It may sign other certificates.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_CRLS, "x509ce.KeyUsage.cRLSign", U8, 0x02, FLAG, NULL, "CRL Sign", \
      "It may sign lists of revoked certificates.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_ENCIPHER, "x509ce.KeyUsage.encipherOnly", U8, 0x01, FLAG, NULL, "Encipher Only", \
      "The agreed key may only seal.", "RFC 5280 §4.2.1.3", 0) \
    F(KU_DECIPHER, "x509ce.KeyUsage.decipherOnly", U8, 0x80, FLAG, NULL, "Decipher Only", \
      "The agreed key may only open.", "RFC 5280 §4.2.1.3", 0) \
    F(PURPOSES, "x509ce.KeyPurposeIDs", U32, 0, DEC, NULL, "Extended Key Usage", \
      "How many uses are listed; a web server needs serverAuth.", "RFC 5280 §4.2.1.12", 0) \
    F(PURPOSE, "x509ce.KeyPurposeId", OID, 0, DEC, NULL, "Purpose", \
      "One thing that the certificate may be used for.", "RFC 5280 §4.2.1.12", 0) \
    F(BASIC, "x509ce.BasicConstraintsSyntax_element", NONE, 0, DEC, NULL, "Basic Constraints", \
      "Whether the holder may sign certificates; empty means no.", "RFC 5280 §4.2.1.9", 0) \
    F(CA, "x509ce.cA", U8, 0, FLAG, NULL, "CA", \
      "The holder may sign other certificates; without this anybody with a certificate could.", \
      "RFC 5280 §4.2.1.9", 0) \
    F(PATH_LEN, "x509ce.pathLenConstraint", U64, 0, DEC, NULL, "Path Length", \
      "How many further signers may stand between this one and a site's certificate.", "RFC 5280 §4.2.1.9", 0) \
    F(KEY_ID, "x509ce.SubjectKeyIdentifier", BYTES, 0, DEC, NULL, "Subject Key Identifier", \
      "A short name for the key here; certificates signed with it repeat it.", "RFC 5280 §4.2.1.2", 0) \
    F(AUTHORITY, "x509ce.AuthorityKeyIdentifier_element", NONE, 0, DEC, NULL, "Authority Key Identifier", \
      "Which of the signer's keys made the signature.", "RFC 5280 §4.2.1.1", 0) \
    F(AUTHORITY_KEY, "x509ce.keyIdentifier", BYTES, 0, DEC, NULL, "Key Identifier", \
      "The subject key identifier of the signer's certificate.", "RFC 5280 §4.2.1.1", 0) \
    F(AUTHORITY_NAME, "x509ce.authorityCertIssuer", U32, 0, DEC, NULL, "Authority Certificate Issuer", \
      "Who signed the signer's certificate.", "RFC 5280 §4.2.1.1", 0) \
    F(AUTHORITY_SERIAL, "x509ce.authorityCertSerialNumber", BYTES, 0, DEC, NULL, "Authority Certificate Serial", \
      "The serial number of the signer's certificate.", "RFC 5280 §4.2.1.1", 0)

#define X509_EXTENSION_FIELDS(F) \
    F(NAMES, "x509ce.GeneralNames", U32, 0, DEC, NULL, "Names", \
      "How many names are listed.", "RFC 5280 §4.2.1.6", 0) \
    F(NAME, "x509ce.GeneralName", U32, 0, DEC, &general_kinds, "Name", \
      "What kind of name it is.", "RFC 5280 §4.2.1.6", 0) \
    F(OTHER_NAME, "x509ce.otherName_element", NONE, 0, DEC, NULL, "Other Name", \
      "A name of a kind that an identifier tells.", "RFC 5280 §4.2.1.6", 0) \
    F(TYPE_ID, "x509ce.type_id", OID, 0, DEC, NULL, "Type", \
      "What kind of name it is.", "RFC 5280 §4.2.1.6", 0) \
    F(UTF8, "x509sat.UTF8String", STRING, 0, DEC, NULL, "Text", \
      "The name itself.", "RFC 5280 §4.2.1.6", 0) \
    F(MAIL, "x509ce.rfc822Name", STRING, 0, DEC, NULL, "Mail Address", \
      "A mail address that the certificate is for.", "RFC 5280 §4.2.1.6", 0) \
    F(DNS_NAME, "x509ce.dNSName", STRING, 0, DEC, NULL, "DNS Name", \
      "A host that the certificate is for: the browser compares it with the address bar.", \
      "RFC 5280 §4.2.1.6", 0) \
    F(DIRECTORY_NAME, "x509ce.directoryName", U32, 0, DEC, &name_kinds, "Directory Name", \
      "A name in the form that subject and issuer have.", "RFC 5280 §4.2.1.6", 0) \
    F(URI, "x509ce.uniformResourceIdentifier", STRING, 0, DEC, NULL, "URI", \
      "Where to find something, or whom the certificate is for.", "RFC 5280 §4.2.1.6", 0) \
    F(IPV4, "x509ce.IPAddress.ipv4", IPV4, 0, DEC, NULL, "IP Address", \
      "An address that the certificate is for.", "RFC 5280 §4.2.1.6", 0) \
    F(IPV6, "x509ce.IPAddress.ipv6", IPV6, 0, DEC, NULL, "IP Address", \
      "An address that the certificate is for.", "RFC 5280 §4.2.1.6", 0) \
    F(SUBNET, "x509.subnet", STRING, 0, DEC, NULL, "Subnet", \
      "An address and a mask: all addresses that agree where the mask has ones.", "RFC 5280 §4.2.1.10", WT_OURS) \
    F(REGISTERED, "x509ce.registeredID", OID, 0, DEC, NULL, "Registered Id", \
      "A name that is an object identifier.", "RFC 5280 §4.2.1.6", 0) \
    F(FACTS, "x509ce.AttributesSyntax", U32, 0, DEC, NULL, "Directory Attributes", \
      "How many facts about the holder are listed.", "RFC 5280 §4.2.1.8", 0) \
    F(FACT, "x509ce.Attribute_element", NONE, 0, DEC, NULL, "Attribute", \
      "A fact about the holder.", "RFC 5280 §4.2.1.8", 0) \
    F(FACT_VALUES, "x509if.values", U32, 0, DEC, NULL, "Values", \
      "How many values the attribute has.", "RFC 5280 Appendix A.1", 0) \
    F(POINTS, "x509ce.CRLDistPointsSyntax", U32, 0, DEC, NULL, "Distribution Points", \
      "How many places have the list of revoked certificates.", "RFC 5280 §4.2.1.13", 0) \
    F(POINT, "x509ce.DistributionPoint_element", NONE, 0, DEC, NULL, "Distribution Point", \
      "A place to get the list of revoked certificates from.", "RFC 5280 §4.2.1.13", 0) \
    F(POINT_NAME, "x509ce.distributionPoint", U32, 0, DEC, &point_kinds, "Place", \
      "Whether the place of the list is told in full or relative to who signs the list.", "RFC 5280 §4.2.1.13", 0) \
    F(FULL_NAME, "x509ce.fullName", U32, 0, DEC, NULL, "Full Name", \
      "How many addresses the place has.", "RFC 5280 §4.2.1.13", 0) \
    F(REASONS, "x509ce.reasons", BYTES, 0, DEC, NULL, "Reasons", \
      "For which reasons of revocation the list counts, a bit for each.", "RFC 5280 §4.2.1.13", 0) \
    F(R_UNUSED, "x509ce.ReasonFlags.unused", U8, 0x80, FLAG, NULL, "Not Used", \
      "Has no meaning.", "RFC 5280 §4.2.1.13", 0) \
    F(R_KEY, "x509ce.ReasonFlags.keyCompromise", U8, 0x40, FLAG, NULL, "Key Compromise", \
      "Somebody else has the private key.", "RFC 5280 §4.2.1.13", 0) \
    F(R_CA, "x509ce.ReasonFlags.cACompromise", U8, 0x20, FLAG, NULL, "CA Compromise", \
      "Somebody else has the signer's private key.", "RFC 5280 §4.2.1.13", 0) \
    F(R_AFFILIATION, "x509ce.ReasonFlags.affiliationChanged", U8, 0x10, FLAG, NULL, "Affiliation Changed", \
      "The name no longer fits the holder.", "RFC 5280 §4.2.1.13", 0) \
    F(R_SUPERSEDED, "x509ce.ReasonFlags.superseded", U8, 0x08, FLAG, NULL, "Superseded", \
      "There is a newer certificate.", "RFC 5280 §4.2.1.13", 0) \
    F(R_CEASED, "x509ce.ReasonFlags.cessationOfOperation", U8, 0x04, FLAG, NULL, "Cessation of Operation", \
      "It is no longer needed.", "RFC 5280 §4.2.1.13", 0) \
    F(R_HOLD, "x509ce.ReasonFlags.certificateHold", U8, 0x02, FLAG, NULL, "Certificate Hold", \
      "It is suspended for now.", "RFC 5280 §4.2.1.13", 0) \
    F(R_PRIVILEGE, "x509ce.ReasonFlags.privilegeWithdrawn", U8, 0x01, FLAG, NULL, "Privilege Withdrawn", \
      "The holder may no longer do what it stands for.", "RFC 5280 §4.2.1.13", 0) \
    F(R_AA, "x509ce.ReasonFlags.aACompromise", U8, 0x80, FLAG, NULL, "AA Compromise", \
      "Somebody else has the key of an attributes' signer.", "RFC 5280 §4.2.1.13", 0) \
    F(RELATIVE, "x509ce.nameRelativeToCRLIssuer", U32, 0, DEC, NULL, "Relative Name", \
      "The last part of the list's name; the rest is the signer's.", "RFC 5280 §4.2.1.13", 0) \
    F(CRL_ISSUER, "x509ce.cRLIssuer", U32, 0, DEC, NULL, "List's Issuer", \
      "Who signs the list, if not the certificate's signer.", "RFC 5280 §4.2.1.13", 0) \
    F(ACCESS, "pkix1implicit.AuthorityInfoAccessSyntax", U32, 0, DEC, NULL, "Authority Information Access", \
      "How many services of the signer are listed.", "RFC 5280 §4.2.2.1", 0) \
    F(ACCESS_ONE, "pkix1implicit.AccessDescription_element", NONE, 0, DEC, NULL, "Access Description", \
      "A service of the signer and where it is.", "RFC 5280 §4.2.2.1", 0) \
    F(ACCESS_METHOD, "pkix1implicit.accessMethod", OID, 0, DEC, NULL, "Access Method", \
      "What is there: answers about revocation, or the signer's certificate.", "RFC 5280 §4.2.2.1", 0) \
    F(ACCESS_PLACE, "pkix1implicit.accessLocation", U32, 0, DEC, &general_kinds, "Access Location", \
      "Where it is: nearly always a URI.", "RFC 5280 §4.2.2.1", 0) \
    F(POLICIES, "x509ce.CertificatePoliciesSyntax", U32, 0, DEC, NULL, "Certificate Policies", \
      "How many sets of rules the certificate was issued under.", "RFC 5280 §4.2.1.4", 0) \
    F(POLICY, "x509ce.PolicyInformation_element", NONE, 0, DEC, NULL, "Policy", \
      "Rules that the signer followed.", "RFC 5280 §4.2.1.4", 0) \
    F(POLICY_ID, "x509ce.policyIdentifier", OID, 0, DEC, NULL, "Policy Identifier", \
      "Which rules: how well the holder was checked.", "RFC 5280 §4.2.1.4", 0) \
    F(QUALIFIERS, "x509ce.policyQualifiers", U32, 0, DEC, NULL, "Policy Qualifiers", \
      "How many remarks there are on the policy.", "RFC 5280 §4.2.1.4", 0) \
    F(QUALIFIER, "x509ce.PolicyQualifierInfo_element", NONE, 0, DEC, NULL, "Policy Qualifier", \
      "A remark on the policy.", "RFC 5280 §4.2.1.4", 0) \
    F(QUALIFIER_ID, "x509ce.id", OID, 0, DEC, NULL, "Qualifier Id", \
      "What kind of remark: a link, or a text.", "RFC 5280 §4.2.1.4", 0) \
    F(CPS, "pkix1explicit.DirectoryString", STRING, 0, DEC, NULL, "CPS", \
      "Where the signer's rules can be read.", "RFC 5280 §4.2.1.4", 0) \
    F(NOTICE, "pkix1implicit.UserNotice_element", NONE, 0, DEC, NULL, "User Notice", \
      "What to show to people.", "RFC 5280 §4.2.1.4", 0) \
    F(NOTICE_REF, "pkix1implicit.noticeRef_element", NONE, 0, DEC, NULL, "Notice Reference", \
      "Names notices that an organization has written.", "RFC 5280 §4.2.1.4", 0) \
    F(NOTICE_BY, "pkix1implicit.organization", U32, 0, DEC, &display_kinds, "Organization", \
      "Who wrote the notices; the value says how the text is written.", "RFC 5280 §4.2.1.4", 0) \
    F(NOTICE_NUMBERS, "pkix1implicit.noticeNumbers", U32, 0, DEC, NULL, "Notice Numbers", \
      "How many notices are meant.", "RFC 5280 §4.2.1.4", 0) \
    F(NOTICE_NUMBER, "pkix1implicit.noticeNumbers_item", I32, 0, DEC, NULL, "Notice Number", \
      "Which notice is meant.", "RFC 5280 §4.2.1.4", 0) \
    F(NOTICE_TEXT, "pkix1implicit.explicitText", U32, 0, DEC, &display_kinds, "Explicit Text", \
      "The notice itself; the value says how the text is written.", "RFC 5280 §4.2.1.4", 0) \
    F(D_IA5, "pkix1implicit.ia5String", STRING, 0, DEC, NULL, "Text", "A text in ASCII.", "RFC 5280 §4.2.1.4", 0) \
    F(D_VISIBLE, "pkix1implicit.visibleString", STRING, 0, DEC, NULL, "Text", \
      "A text in ASCII that can be printed.", "RFC 5280 §4.2.1.4", 0) \
    F(D_BMP, "pkix1implicit.bmpString", STRING, 0, DEC, NULL, "Text", \
      "A text with two bytes for each character.", "RFC 5280 §4.2.1.4", 0) \
    F(D_UTF8, "pkix1implicit.utf8String", STRING, 0, DEC, NULL, "Text", "A text in UTF-8.", "RFC 5280 §4.2.1.4", 0)

#define X509_OTHER_FIELDS(F) \
    F(KEY_PERIOD, "x509ce.PrivateKeyUsagePeriod_element", NONE, 0, DEC, NULL, "Private Key Usage Period", \
      "When the private key may sign; may end before the certificate does.", "RFC 3280 §4.2.1.4", 0) \
    F(PERIOD_FROM, "x509ce.notBefore", STRING, 0, DEC, NULL, "Not Before", \
      "The private key signs nothing earlier.", "RFC 3280 §4.2.1.4", 0) \
    F(PERIOD_UNTIL, "x509ce.notAfter", STRING, 0, DEC, NULL, "Not After", \
      "The private key signs nothing later.", "RFC 3280 §4.2.1.4", 0) \
    F(CONSTRAINTS, "x509ce.NameConstraintsSyntax_element", NONE, 0, DEC, NULL, "Name Constraints", \
      "For which names the holder may sign certificates.", "RFC 5280 §4.2.1.10", 0) \
    F(PERMITTED, "x509ce.permittedSubtrees", U32, 0, DEC, NULL, "Permitted Subtrees", \
      "How many kinds of names are allowed.", "RFC 5280 §4.2.1.10", 0) \
    F(EXCLUDED, "x509ce.excludedSubtrees", U32, 0, DEC, NULL, "Excluded Subtrees", \
      "How many kinds of names are forbidden.", "RFC 5280 §4.2.1.10", 0) \
    F(SUBTREE, "x509ce.GeneralSubtree_element", NONE, 0, DEC, NULL, "Subtree", \
      "A name, and all that lie below it.", "RFC 5280 §4.2.1.10", 0) \
    F(BASE, "x509ce.base", U32, 0, DEC, &general_kinds, "Base", \
      "What kind of name it is.", "RFC 5280 §4.2.1.10", 0) \
    F(MAPPINGS, "x509ce.PolicyMappingsSyntax", U32, 0, DEC, NULL, "Policy Mappings", \
      "How many pairs of policies count as the same.", "RFC 5280 §4.2.1.5", 0) \
    F(MAPPING, "x509ce.PolicyMappingsSyntax_item_element", NONE, 0, DEC, NULL, "Policy Mapping", \
      "Two policies that count as the same.", "RFC 5280 §4.2.1.5", 0) \
    F(MAPPING_ISSUER, "x509ce.issuerDomainPolicy", OID, 0, DEC, NULL, "Issuer Domain Policy", \
      "The signer's policy.", "RFC 5280 §4.2.1.5", 0) \
    F(MAPPING_SUBJECT, "x509ce.subjectDomainPolicy", OID, 0, DEC, NULL, "Subject Domain Policy", \
      "The holder's policy.", "RFC 5280 §4.2.1.5", 0) \
    F(POLICY_CONSTRAINTS, "x509ce.PolicyConstraintsSyntax_element", NONE, 0, DEC, NULL, "Policy Constraints", \
      "What has to hold for policies further down the chain.", "RFC 5280 §4.2.1.11", 0) \
    F(REQUIRE_POLICY, "x509ce.requireExplicitPolicy", U64, 0, DEC, NULL, "Require Explicit Policy", \
      "After how many more certificates each needs an accepted policy.", "RFC 5280 §4.2.1.11", 0) \
    F(INHIBIT_MAPPING, "x509ce.inhibitPolicyMapping", U64, 0, DEC, NULL, "Inhibit Policy Mapping", \
      "After how many more certificates policies can no longer stand for others.", "RFC 5280 §4.2.1.11", 0) \
    F(SKIP_CERTS, "x509ce.SkipCerts", U64, 0, DEC, NULL, "Skip Certificates", \
      "After how many more certificates \"any policy\" no longer counts.", "RFC 5280 §4.2.1.14", 0) \
    F(FEATURES, "pkix1explicit.Features", U32, 0, DEC, NULL, "TLS Features", \
      "How many TLS extensions the server promises to answer.", "RFC 7633 §4", 0) \
    F(FEATURE, "pkix1explicit.Features_item", U16, 0, DEC, NULL, "TLS Feature", \
      "A TLS extension's number: 5 is proof that the certificate is not revoked.", "RFC 7633 §4", 0) \
    F(TEMPLATE, "x509ce.CertificateTemplate_element", NONE, 0, DEC, NULL, "Certificate Template", \
      "Which form of a Windows server the certificate was made from.", "MS-WCCE §2.2.2.7.7.2", 0) \
    F(TEMPLATE_ID, "x509ce.templateID", OID, 0, DEC, NULL, "Template Id", \
      "The form's identifier.", "MS-WCCE §2.2.2.7.7.2", 0) \
    F(TEMPLATE_MAJOR, "x509ce.templateMajorVersion", I32, 0, DEC, NULL, "Template Major Version", \
      "How often the form was changed in essence.", "MS-WCCE §2.2.2.7.7.2", 0) \
    F(TEMPLATE_MINOR, "x509ce.templateMinorVersion", I32, 0, DEC, NULL, "Template Minor Version", \
      "How often the form was changed slightly.", "MS-WCCE §2.2.2.7.7.2", 0) \
    F(INTEGER, "x509sat.Integer", I32, 0, DEC, NULL, "CA Version", \
      "How often the signer's certificate and key were renewed.", "MS-WCCE §2.2.2.7.7.3", 0) \
    F(BMP, "x509sat.BMPString", STRING, 0, DEC, NULL, "Template Name", \
      "The form's name.", "MS-WCCE §2.2.2.7.7.1", 0) \
    F(NS_TYPE, "ns_cert_exts.CertType", BYTES, 0, DEC, NULL, "Netscape Certificate Type", \
      "What Netscape's browser let it be used for, a bit for each use; no longer looked at.", \
      "RFC 5280 §4.2", 0) \
    F(NS_COMMENT, "ns_cert_exts.Comment", STRING, 0, DEC, NULL, "Netscape Comment", \
      "A remark by whoever made the certificate.", "RFC 5280 §4.2", 0)

#define X509_SCT_FIELDS(F) \
    F(SCTS_LEN, "tls.sct.scts_length", U16, 0, DEC, NULL, "SCT List Length", \
      "Bytes of all the timestamps.", "RFC 6962 §3.3", 0) \
    F(SCT, "tls.sct", NONE, 0, DEC, NULL, "Signed Certificate Timestamp", \
      "A public log's promise to show the certificate to everybody, so that false ones come to light.", \
      "RFC 6962 §3.2", WT_OURS) \
    F(SCT_LEN, "tls.sct.sct_length", U16, 0, DEC, NULL, "SCT Length", \
      "Bytes of this timestamp.", "RFC 6962 §3.3", 0) \
    F(SCT_VERSION, "tls.sct.sct_version", U8, 0, DEC, NULL, "SCT Version", \
      "0 means version 1.", "RFC 6962 §3.2", 0) \
    F(SCT_LOG, "tls.sct.sct_logid", BYTES, 0, DEC, NULL, "Log ID", \
      "Which log it is: the hash of its key.", "RFC 6962 §3.2", 0) \
    F(SCT_TIME, "tls.sct.sct_timestamp", ABSTIME, 0, DEC, NULL, "Timestamp", \
      "When the log took the certificate in.", "RFC 6962 §3.2", 0) \
    F(SCT_EXTS_LEN, "tls.sct.sct_extensions_length", U16, 0, DEC, NULL, "Extensions Length", \
      "Bytes of additions; there are none yet.", "RFC 6962 §3.2", 0) \
    F(SCT_EXTS, "tls.sct.sct_extensions", NONE, 0, DEC, NULL, "Extensions", \
      "Room for additions.", "RFC 6962 §3.2", 0) \
    F(SCT_SIG, "tls.handshake.sig_hash_alg", U16, 0, HEX, &signatures, "Signature Algorithm", \
      "How the log signed.", "RFC 5246 §7.4.1.4.1", 0) \
    F(SCT_SIG_LEN, "tls.sct.sct_signature_length", U16, 0, DEC, NULL, "Signature Length", \
      "Bytes of the signature.", "RFC 6962 §3.2", 0) \
    F(SCT_SIGNATURE, "tls.sct.sct_signature", BYTES, 0, DEC, NULL, "Signature", \
      "The log's signature over time and certificate: it can't deny later to have seen it.", \
      "RFC 6962 §3.2", 0)

#endif
