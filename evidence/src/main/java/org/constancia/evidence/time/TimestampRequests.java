package org.constancia.evidence.time;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.constancia.evidence.digest.Sha256;

/// Makes RFC 3161 requests: SHA-256 of the data, a nonce, and the wish for the authority's certificate.
public final class TimestampRequests {
    private final SecureRandom random;

    public TimestampRequests(SecureRandom random) {
        this.random = random;
    }

    /// The DER-encoded request for these bytes.
    public byte[] request(byte[] data) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(TSPAlgorithms.SHA256, Sha256.digestOf(data).bytes(), new BigInteger(64, random))
                    .getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("a time-stamp request cannot be encoded", impossible);
        }
    }
}
