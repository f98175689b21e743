package org.constancia.evidence.time;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// The hashes of evidence records. A stronger one is taken, with everything hashed again, before the other
/// weakens.
enum ArchiveHash {
    SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256),
    SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512);

    private final String algorithm;
    private final ASN1ObjectIdentifier identifier;

    ArchiveHash(String algorithm, ASN1ObjectIdentifier identifier) {
        this.algorithm = algorithm;
        this.identifier = identifier;
    }

    /// Its name in Java.
    String algorithm() {
        return algorithm;
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(identifier);
    }
}
