package org.constancia.evidence.time;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderResult;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A time-stamp response (RFC 3161): the signed statement that a hash existed at a time.
public final class Timestamp {
    /// Hashes still believed to be hard to collide, by their object identifier.
    private static final Map<String, String> IMPRINTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    private final TimeStampResponse response;
    private final TimeStampToken token;

    private Timestamp(TimeStampResponse response, TimeStampToken token) {
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
            return new Timestamp(response, token);
        } catch (IOException | TSPException | RuntimeException failure) {
            if (failure instanceof ConstanciaException known) {
                throw known;
            }
            throw malformed(failure);
        }
    }

    /// The time the authority states. Worth something only after [#verify].
    public Instant time() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /// What a stamp is worth.
    public sealed interface Result {
        /// It covers the data and a trusted root vouches for the authority.
        record Valid(Instant time, String authority) implements Result {}

        /// It does not hold, and why.
        record Invalid(String reason) implements Result {}
    }

    /// Whether the stamp covers these bytes and leads to one of these roots. The chain is checked as of the
    /// stated time, so that a stamp outlives its authority's certificate; whether the hash and the signature
    /// were still secure in between is what renewal is for.
    public Result verify(byte[] data, Collection<X509Certificate> roots) {
        try {
            String algorithm = IMPRINTS.get(
                    token.getTimeStampInfo().getMessageImprintAlgOID().getId());
            if (algorithm == null) {
                return new Result.Invalid("the hash algorithm is not accepted");
            }
            byte[] digest = MessageDigest.getInstance(algorithm).digest(data);
            if (!MessageDigest.isEqual(digest, token.getTimeStampInfo().getMessageImprintDigest())) {
                return new Result.Invalid("the stamp is over other bytes");
            }
            List<X509CertificateHolder> signers =
                    new ArrayList<>(token.getCertificates().getMatches(token.getSID()));
            if (signers.size() != 1) {
                return new Result.Invalid("the authority's certificate is not enclosed");
            }
            if (!TokenShape.isPlain(response, token, signers.getFirst())) {
                return new Result.Invalid("the parts that nobody signed are not as RFC 3161 wants them");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signers.getFirst()));
            X509Certificate signer = new JcaX509CertificateConverter().getCertificate(signers.getFirst());
            checkChain(signer, roots);
            return new Result.Valid(time(), signer.getSubjectX500Principal().getName());
        } catch (GeneralSecurityException | TSPException | OperatorCreationException | RuntimeException failure) {
            return new Result.Invalid("the stamp does not verify: " + failure.getMessage());
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

    // BouncyCastle's stores have no generic way to say "every certificate".
    @SuppressWarnings("unchecked")
    private void checkChain(X509Certificate signer, Collection<X509Certificate> roots) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(time()));
        List<X509Certificate> enclosed = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            enclosed.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(enclosed)));
        CertPathBuilderResult chain = CertPathBuilder.getInstance("PKIX").build(parameters);
        for (X509Certificate certificate : enclosed) {
            if (!chain.getCertPath().getCertificates().contains(certificate) && !roots.contains(certificate)) {
                throw new GeneralSecurityException("a certificate is enclosed that does not belong to the chain");
            }
        }
    }

    private static ConstanciaException malformed(Exception cause) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a time-stamp response", cause);
    }
}
