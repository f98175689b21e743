package org.constancia.evidence.time;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A time-stamp response (RFC 3161): the signed statement that a hash existed at a time.
public final class Timestamp {
    private final TimeStampResponse response;
    private final StampToken token;

    private Timestamp(TimeStampResponse response, StampToken token) {
        this.response = response;
        this.token = token;
    }

    /// Reads a DER-encoded response.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when it is malformed or holds no stamp
    public static Timestamp parse(byte[] der) {
        try {
            TimeStampResponse response = new TimeStampResponse(der);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new ConstanciaException(Problem.BAD_INPUT, "The time-stamp authority refused the request")
                        .with("reason", String.valueOf(response.getStatusString()));
            }
            if (!Arrays.equals(response.getEncoded(), der)) {
                throw malformed(new IOException("bytes that do not belong to the response"));
            }
            return new Timestamp(response, new StampToken(token));
        } catch (IOException | TSPException | RuntimeException failure) {
            if (failure instanceof ConstanciaException known) {
                throw known;
            }
            throw malformed(failure);
        }
    }

    /// The time the authority states. Worth something only after [#verify].
    public Instant time() {
        return token.time();
    }

    /// What a stamp is worth.
    public sealed interface Result {
        /// It covers the data and a trusted root vouches for the authority.
        record Valid(Instant time, String authority) implements Result {}

        /// It does not hold, and why.
        record Invalid(String reason) implements Result {}
    }

    /// Whether the stamp covers these bytes and leads to one of these roots. The chain is checked as of the
    /// stated time, so that a stamp outlives its authority's certificate; that the hash and the signature
    /// were still secure in between is what an [EvidenceRecord] shows.
    public Result verify(byte[] data, Collection<X509Certificate> roots) {
        if (response.getStatus() != PKIStatus.GRANTED || response.getFailInfo() != null) {
            return new Result.Invalid("the parts that nobody signed are not as RFC 3161 wants them");
        }
        return token.verify(data, roots);
    }

    /// When the authority's certificates end. The stamp is to be renewed before.
    public Instant expiry() {
        return token.expiry();
    }

    /// Whether this is the answer to a request: over its hash, with its nonce, by its policy (RFC 3161,
    /// section 2.2).
    boolean isAnswerTo(byte[] request) {
        try {
            response.validate(new TimeStampRequest(request));
            return true;
        } catch (IOException | TSPException otherwise) {
            return false;
        }
    }

    /// The DER-encoded response, as OpenSSL reads it.
    public byte[] bytes() {
        try {
            return response.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("a response that was read cannot be written", impossible);
        }
    }

    /// The certificates in a PEM or DER file.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when there are none
    public static List<X509Certificate> certificates(byte[] file) {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(file))
                    .forEach(certificate -> certificates.add((X509Certificate) certificate));
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            return certificates;
        } catch (GeneralSecurityException failure) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The file holds no X.509 certificates", failure);
        }
    }

    private static ConstanciaException malformed(Exception cause) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a time-stamp response", cause);
    }
}
